/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-locator.h"
#include "model/dossier-scanner.h"

#include <string.h>

static void
test_places (void)
{
  static const struct
  {
    const char *text;
    gsize offset;
    int line;
    int column;
  } cases[] = {
    { "", 0, 1, 1 },
    { "abc", 0, 1, 1 },
    { "abc", 2, 1, 3 },
    { "abc", 3, 1, 4 },
    { "a\nb", 1, 1, 2 },
    { "a\nb", 2, 2, 1 },
    { "a\n", 2, 2, 1 },
    { "a\n\nb", 3, 3, 1 },
    { "a\r\nb", 1, 1, 2 },
    { "a\r\nb", 2, 1, 3 },
    { "a\r\nb", 3, 2, 1 },
    { "a\rb", 2, 2, 1 },
    { "a\r", 2, 2, 1 },
    { "a\r\rb", 3, 3, 1 },
    { "a\n\rb", 3, 3, 1 },
    { "a\r\n\r\nb", 5, 3, 1 },
    { "\u00e9x", 2, 1, 2 },
    { "\u20acx", 3, 1, 2 },
    { "\U0001f600x", 4, 1, 2 },
    { "\u5bf9\u8bdd\u5bf9\u8bdd\u5bf9\u8bddx", 18, 1, 7 },
    { "12345678901234567890\n345\u00e9678901234567890", 38, 2, 17 },
    { "1234567\r\n1234567\r\n1234567\r\nx", 27, 4, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int line, column;

      dossier_scanner_locate (cases[i].text, strlen (cases[i].text), cases[i].offset, &line, &column);
      g_assert_cmpint (line, ==, cases[i].line);
      g_assert_cmpint (column, ==, cases[i].column);
    }
}

/* Against counting byte by byte, in a document of more than two of the steps that are remembered, in any order. */
static void
test_large (void)
{
  const gsize length = ((gsize) 2 << 20) + 100000;
  g_autofree char *data = g_malloc (length);
  g_autofree int *lines = g_new (int, length + 1);
  g_autofree int *columns = g_new (int, length + 1);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (DossierLocator) locator = NULL;
  int line = 1;
  int column = 1;

  for (gsize i = 0; i < length; i++)
    {
      static const char bytes[] = { 'a', 'b', ' ', '\n', '\r', '\xc3', '\xa9', '\x80', '\xbf', '"' };

      /* Here and there letters for long, so that whole words of eight bytes are passed over. */
      data[i] = i / 1000 % 2 == 0 ? bytes[g_rand_int_range (rand, 0, G_N_ELEMENTS (bytes))] : 'x';
    }
  /* The worst place for a line to end. */
  data[((gsize) 1 << 20) - 1] = '\r';
  data[(gsize) 1 << 20] = '\n';

  for (gsize i = 0; i <= length; i++)
    {
      lines[i] = line;
      columns[i] = column;
      if (i == length)
        break;

      if (data[i] == '\n' || (data[i] == '\r' && (i + 1 == length || data[i + 1] != '\n')))
        {
          line++;
          column = 1;
        }
      else if (((guchar) data[i] & 0xc0) != 0x80)
        column++;
    }

  locator = dossier_locator_new (data, length);
  for (int i = 0; i < 300; i++)
    {
      gsize offset = (gsize) g_rand_int_range (rand, 0, (int) length + 1);

      if (i < 20)
        offset = ((gsize) 1 << 20) - 10 + (gsize) i;
      else if (i == 20)
        offset = length;
      else if (i == 21)
        offset = 0;

      dossier_locator_locate (locator, offset, &line, &column);
      g_assert_cmpint (line, ==, lines[offset]);
      g_assert_cmpint (column, ==, columns[offset]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/locator/places", test_places);
  g_test_add_func ("/locator/large", test_large);

  return g_test_run ();
}
