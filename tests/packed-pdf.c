/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "packed-pdf.h"

#include <string.h>
#include <zlib.h>

/**
 * packed_pdf_unpack:
 * @data: (array length=length): a PDF
 * @length: of how many bytes
 *
 * Returns: (transfer full): all that it says, packed or not: cairo 1.18 packs its objects
 */
GByteArray *
packed_pdf_unpack (gconstpointer data, gsize length)
{
  GByteArray *text = g_byte_array_new ();
  const guint8 *packed = data;
  const guint8 *end = packed + length;

  g_byte_array_append (text, data, (guint) length);
  while ((packed = memmem (packed, (gsize) (end - packed), "stream\n", 7)) != NULL)
    {
      guint8 part[65536];
      z_stream stream = { 0 };

      packed += 7;
      stream.next_in = (Bytef *) packed;
      stream.avail_in = (uInt) (end - packed);
      stream.next_out = part;
      stream.avail_out = sizeof part;
      g_assert_cmpint (inflateInit (&stream), ==, Z_OK);
      /* What is not packed is no such stream, and gives nothing. */
      if (inflate (&stream, Z_SYNC_FLUSH) >= Z_OK)
        g_byte_array_append (text, part, (guint) (sizeof part - stream.avail_out));
      inflateEnd (&stream);
    }

  return text;
}
