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

/* @origins is NULL if nobody asks for them. */
static void
append (GString *folded, GArray *origins, gunichar c, int origin)
{
  gsize length = folded->len;

  g_string_append_unichar (folded, c);
  for (; origins != NULL && length < folded->len; length++)
    g_array_append_val (origins, origin);
}

static gboolean
is_mark (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK;
}

static void
fold (GString *folded, GArray *origins, const char *text)
{
  gboolean in_word = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c;
      gunichar parts[MAX_DECOMPOSITION];
      gsize n_parts;
      int origin = (int) (p - text);

      /* Most letters of most texts. */
      if (g_ascii_isalnum (*p))
        {
          if (!in_word)
            append (folded, origins, ' ', origin);
          in_word = TRUE;
          g_string_append_c (folded, g_ascii_tolower (*p));
          if (origins != NULL)
            g_array_append_val (origins, origin);
          continue;
        }

      c = g_utf8_get_char (p);

      /* An apostrophe stands within a word, a hyphen between two. */
      if (c == '\'' || c == 0x2019 || is_mark (c))
        continue;

      if (c < 0x80 || !g_unichar_isalnum (c))
        {
          in_word = FALSE;
          continue;
        }

      /* Chinese and Japanese are written without spaces: each character can begin a word. */
      if (!in_word || g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN)
        append (folded, origins, ' ', origin);
      in_word = TRUE;

      n_parts = g_unichar_fully_decompose (c, TRUE, parts, MAX_DECOMPOSITION);
      for (gsize i = 0; i < n_parts; i++)
        {
          if (!is_mark (parts[i]))
            append (folded, origins, g_unichar_tolower (parts[i]), origin);
        }
    }
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
  g_string_truncate (self->text, 0);
  g_array_set_size (self->origins, 0);
  fold (self->text, self->origins, text);
}

/**
 * dossier_fold_append:
 * @folded: where the fold of @text is appended
 * @text: UTF-8
 *
 * Folds a text of which nobody needs to know where its letters come from.
 */
void
dossier_fold_append (GString *folded, const char *text)
{
  fold (folded, NULL, text);
}
