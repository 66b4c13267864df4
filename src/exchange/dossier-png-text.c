/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-png-text.h"

#include <string.h>
#include <zlib.h>

/* The eight bytes that every PNG begins with, and its first chunk: length, type, 13 bytes and a checksum. */
#define SIGNATURE 8
#define HEADER    (4 + 4 + 13 + 4)

static void
append_number (GByteArray *bytes, guint32 number)
{
  guint32 big_endian = GUINT32_TO_BE (number);

  g_byte_array_append (bytes, (const guint8 *) &big_endian, sizeof (big_endian));
}

/* A string and the zero that ends it. */
static void
append_string (GByteArray *bytes, const char *string)
{
  g_byte_array_append (bytes, (const guint8 *) string, (guint) strlen (string) + 1);
}

/**
 * dossier_png_add_text:
 * @png: (inout): a whole PNG
 * @keyword: what the text is, one of those that the standard names: "Title", "Description"; at most 79 bytes of Latin-1
 * @text: the text
 *
 * Puts a text into a PNG, where picture viewers, search and screen readers find it: as a chunk "iTXt" (PNG, second
 * edition, section 11.3.4.5), right behind the header. Cairo has no way to.
 */
void
dossier_png_add_text (GByteArray *png, const char *keyword, const char *text)
{
  static const guint8 plain[] = { 0, 0 }; /* not compressed, by no method */
  g_autoptr (GByteArray) chunk = g_byte_array_new ();
  g_autofree guint8 *rest = NULL;
  gsize n_rest;

  g_return_if_fail (png->len > SIGNATURE + HEADER);
  g_return_if_fail (*keyword != '\0' && strlen (keyword) < 80);

  g_byte_array_append (chunk, (const guint8 *) "iTXt", 4);
  append_string (chunk, keyword);
  g_byte_array_append (chunk, plain, sizeof (plain));
  append_string (chunk, ""); /* in no language that is named */
  append_string (chunk, ""); /* nor is the keyword translated */
  g_byte_array_append (chunk, (const guint8 *) text, (guint) strlen (text));

  n_rest = png->len - (SIGNATURE + HEADER);
  rest = g_memdup2 (png->data + SIGNATURE + HEADER, n_rest);
  g_byte_array_set_size (png, SIGNATURE + HEADER);
  append_number (png, chunk->len - 4);
  g_byte_array_append (png, chunk->data, chunk->len);
  append_number (png, (guint32) crc32 (crc32 (0, NULL, 0), chunk->data, chunk->len));
  g_byte_array_append (png, rest, (guint) n_rest);
}
