/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-source-text.h"

#include "model/dossier-file.h"
#include "model/dossier-harmless.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* Of every so many code points it is remembered where they are, in bytes. */
#define STRIDE 1024

/* Words that stand in more places than that are not looked at further: they say nothing of the place. */
#define MOST_PLACES 10000

struct _DossierSourceText
{
  GBytes *bytes;
  const char *data;
  gsize length;
  gint64 n_characters;
  GArray *marks; /* gsize: where the code points 0, STRIDE, 2 STRIDE ... begin */
  char *sha256;
};

/**
 * dossier_source_text_new:
 * @bytes: UTF-8
 * @error: %DOSSIER_ERROR_FILE if it is none
 *
 * Returns: (transfer full): the text, %NULL with @error set
 */
DossierSourceText *
dossier_source_text_new (GBytes *bytes, GError **error)
{
  DossierSourceText *self;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (!g_utf8_validate_len (data, length, NULL))
    {
      g_set_error_literal (error, DOSSIER_ERROR, DOSSIER_ERROR_FILE, _ ("the text is not valid UTF-8"));
      return NULL;
    }

  self = g_new0 (DossierSourceText, 1);
  self->bytes = g_bytes_ref (bytes);
  self->data = data;
  self->length = length;
  self->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  self->marks = g_array_new (FALSE, FALSE, sizeof (gsize));
  for (gsize i = 0; i < length; i++)
    {
      /* All but the bytes that follow the first of a character. */
      if (((guchar) data[i] & 0xc0) == 0x80)
        continue;
      if (self->n_characters % STRIDE == 0)
        g_array_append_val (self->marks, i);
      self->n_characters++;
    }

  return self;
}

/* Whether @path lies in @folder; both are without links. */
static gboolean
lies_in (const char *path, const char *folder)
{
  gsize length = strlen (folder);

  while (length > 0 && folder[length - 1] == G_DIR_SEPARATOR)
    length--;

  return strncmp (path, folder, length) == 0 && path[length] == G_DIR_SEPARATOR;
}

/**
 * dossier_source_text_read:
 * @folder: (type filename): where it is looked for
 * @name: the name of a file in @folder
 * @most_bytes: how long it may be
 * @cancellable: (nullable): to give up
 * @error: %G_FILE_ERROR_NOENT if there is no such file; %DOSSIER_ERROR_FILE if it lies elsewhere, or for what
 *   dossier_file_read() tells; %DOSSIER_ERROR_CANCELLED
 *
 * Reads the text of a source, which a stranger's dossier names: only a regular file that lies in @folder itself,
 * whatever links may say. This waits for the disk, so it is for a thread that may.
 *
 * Returns: (transfer full): the text, %NULL with @error set
 */
DossierSourceText *
dossier_source_text_read (const char *folder, const char *name, gsize most_bytes, GCancellable *cancellable, GError **error)
{
  DossierLimits limits = *dossier_limits_get_default ();
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *real_folder = NULL;
  g_autofree char *real_path = NULL;
  g_autoptr (GBytes) bytes = NULL;

  /* What comes from realpath() is freed by free(), which is what g_free() calls. */
  real_folder = realpath (folder, NULL);
  real_path = real_folder != NULL ? realpath (path, NULL) : NULL;
  if (real_path == NULL)
    {
      g_autofree char *harmless = dossier_make_harmless (name, DOSSIER_HARMLESS_ONE_LINE);

      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT, _ ("there is no file “%s”"), harmless);
      return NULL;
    }

  if (strchr (name, G_DIR_SEPARATOR) != NULL || !lies_in (real_path, real_folder))
    {
      g_autofree char *harmless = dossier_make_harmless (name, DOSSIER_HARMLESS_ONE_LINE);

      g_set_error (error, DOSSIER_ERROR, DOSSIER_ERROR_FILE, _ ("“%s” leads out of the dossier’s folder"), harmless);
      return NULL;
    }

  limits.max_bytes = most_bytes;
  bytes = dossier_file_read (real_path, &limits, NULL, NULL, cancellable, error);

  return bytes != NULL ? dossier_source_text_new (bytes, error) : NULL;
}

/**
 * dossier_source_text_free:
 * @self: (nullable): a text, or %NULL
 */
void
dossier_source_text_free (DossierSourceText *self)
{
  if (self == NULL)
    return;

  g_bytes_unref (self->bytes);
  g_array_unref (self->marks);
  g_free (self->sha256);
  g_free (self);
}

/**
 * dossier_source_text_get_sha256:
 * @self: a text
 *
 * Returns: its checksum, in lower case hexadecimal
 */
const char *
dossier_source_text_get_sha256 (DossierSourceText *self)
{
  return self->sha256;
}

/**
 * dossier_source_text_get_size:
 * @self: a text
 *
 * Returns: how long it is, in bytes
 */
gsize
dossier_source_text_get_size (DossierSourceText *self)
{
  return self->length;
}

/* Where a code point begins, in bytes; -1 behind the end. */
static gint64
get_byte (DossierSourceText *self, gint64 character)
{
  const char *p;

  if (character < 0 || character >= self->n_characters)
    return -1;

  p = self->data + g_array_index (self->marks, gsize, character / STRIDE);
  for (gint64 i = character % STRIDE; i > 0; i--)
    p = g_utf8_next_char (p);

  return p - self->data;
}

/* How many code points stand before a byte. */
static gint64
get_character (DossierSourceText *self, gsize byte)
{
  guint low = 0;
  guint high = self->marks->len;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->marks, gsize, middle) <= byte)
        low = middle;
      else
        high = middle;
    }

  return (gint64) low * STRIDE + g_utf8_pointer_to_offset (self->data + g_array_index (self->marks, gsize, low), self->data + byte);
}

static gboolean
stands_at (DossierSourceText *self, gsize byte, const char *words)
{
  gsize length = strlen (words);

  return byte <= self->length && length <= self->length - byte && memcmp (self->data + byte, words, length) == 0;
}

static gboolean
has_context (DossierSourceText *self, gsize byte, const DossierSelector *selector)
{
  gsize n_before = selector->prefix != NULL ? strlen (selector->prefix) : 0;

  if (n_before > byte || (n_before > 0 && !stands_at (self, byte - n_before, selector->prefix)))
    return FALSE;

  return selector->suffix == NULL || stands_at (self, byte + strlen (selector->exact), selector->suffix);
}

/**
 * dossier_source_text_find:
 * @self: a text
 * @selector: what a quote says of its place
 * @place: (out): how it fits
 *
 * Holds a quote against the text, letter for letter. The words before and after decide between several places.
 */
void
dossier_source_text_find (DossierSourceText *self, const DossierSelector *selector, DossierPlaceInText *place)
{
  gsize length = strlen (selector->exact);
  gint64 named = get_byte (self, selector->start);
  gboolean fits_named = named >= 0 && stands_at (self, (gsize) named, selector->exact);
  gsize last[2] = { 0, 0 }; /* of the places, and of those between the right words */
  int n[2] = { 0, 0 };
  int best;

  *place = (DossierPlaceInText){ DOSSIER_FIT_ORPHANED, -1, -1 };
  if (length == 0)
    return;

  if (fits_named && has_context (self, (gsize) named, selector))
    {
      *place = (DossierPlaceInText){ DOSSIER_FIT_EXACT, named, selector->start };
      return;
    }

  for (const char *p = self->data; n[0] < MOST_PLACES && n[1] < 2; p++)
    {
      gsize byte;

      p = memmem (p, self->length - (gsize) (p - self->data), selector->exact, length);
      if (p == NULL)
        break;

      byte = (gsize) (p - self->data);
      last[0] = byte;
      n[0]++;
      if (has_context (self, byte, selector))
        {
          last[1] = byte;
          n[1]++;
        }
    }

  if (n[0] == 0)
    return;

  best = n[1] > 0 ? 1 : 0;
  if (n[best] > 1)
    {
      place->fit = DOSSIER_FIT_AMBIGUOUS;
      return;
    }

  place->begin = (gint64) last[best];
  place->start = get_character (self, last[best]);
  place->fit = selector->start < 0 || place->begin == named ? DOSSIER_FIT_EXACT : DOSSIER_FIT_MOVED;
}

/* Line breaks of the text are not those of the screen. */
static char *
flow (const char *begin, const char *end)
{
  GString *flowing = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *p = begin; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (flowing, c);
      else if (!space)
        g_string_append_c (flowing, ' ');
      space = g_unichar_isspace (c);
    }

  return g_string_free (flowing, FALSE);
}

/**
 * dossier_source_text_dup_context:
 * @self: a text
 * @begin: where the words stand, in bytes
 * @exact: the words
 * @n_characters: how much of the text before and after is wanted at the most
 * @before: (out) (transfer full): what stands before the words, in whole words, with "…" if there is more
 * @behind: (out) (transfer full): what stands after them, likewise
 *
 * Gives the words around a quote.
 */
void
dossier_source_text_dup_context (DossierSourceText *self, gint64 begin, const char *exact, int n_characters, char **before, char **behind)
{
  const char *first = self->data + begin;
  const char *end = first + strlen (exact);
  const char *last = end;
  const char *limit = self->data + self->length;
  const char *p;
  g_autofree char *text = NULL;

  g_return_if_fail (begin >= 0 && (gsize) begin + strlen (exact) <= self->length);

  p = self->data + begin;
  for (int i = 0; i < n_characters && p > self->data; i++)
    p = g_utf8_prev_char (p);
  /* To the next begin of a word. */
  if (p > self->data)
    while (p < first && !g_unichar_isspace (g_utf8_get_char (p)))
      p = g_utf8_next_char (p);

  text = flow (p, first);
  *before = p > self->data ? g_strconcat ("…", text, NULL) : g_strdup (text);
  g_clear_pointer (&text, g_free);

  for (int i = 0; i < n_characters && last < limit; i++)
    last = g_utf8_next_char (last);
  if (last < limit)
    while (last > end && !g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (last))))
      last = g_utf8_prev_char (last);

  text = flow (end, last);
  *behind = last < limit ? g_strconcat (text, "…", NULL) : g_strdup (text);
}
