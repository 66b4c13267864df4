/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-fold.h"

/* The longest canonical decomposition of one character, in characters (Unicode Standard Annex 15). */
#define MAX_DECOMPOSITION 18

/**
 * dossier_fold_init:
 * @self: an uninitialised fold
 */
void
dossier_fold_init (DossierFold *self)
{
  self->text = g_string_new (NULL);
  self->origins = g_array_new (FALSE, FALSE, sizeof (int));
}

/**
 * dossier_fold_clear:
 * @self: a fold
 */
void
dossier_fold_clear (DossierFold *self)
{
  g_string_free (g_steal_pointer (&self->text), TRUE);
  g_clear_pointer (&self->origins, g_array_unref);
}

static void
append (DossierFold *self, gunichar c, int origin)
{
  gsize length = self->text->len;

  g_string_append_unichar (self->text, c);
  for (; length < self->text->len; length++)
    g_array_append_val (self->origins, origin);
}

static gboolean
is_mark (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK;
}

/**
 * dossier_fold_set:
 * @self: a fold
 * @text: UTF-8
 *
 * Makes @self the fold of @text. What it held before is forgotten, and its memory used again.
 */
void
dossier_fold_set (DossierFold *self, const char *text)
{
  gboolean in_word = FALSE;

  g_string_truncate (self->text, 0);
  g_array_set_size (self->origins, 0);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gunichar parts[MAX_DECOMPOSITION];
      gsize n_parts;
      int origin = (int) (p - text);

      /* An apostrophe stands within a word, a hyphen between two. */
      if (c == '\'' || c == 0x2019 || is_mark (c))
        continue;

      if (!g_unichar_isalnum (c))
        {
          in_word = FALSE;
          continue;
        }

      /* Chinese and Japanese are written without spaces: each character can begin a word. */
      if (!in_word || g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN)
        append (self, ' ', origin);
      in_word = TRUE;

      n_parts = g_unichar_fully_decompose (c, TRUE, parts, MAX_DECOMPOSITION);
      for (gsize i = 0; i < n_parts; i++)
        {
          if (!is_mark (parts[i]))
            append (self, g_unichar_tolower (parts[i]), origin);
        }
    }
}
