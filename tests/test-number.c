/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-number.h"

#include <locale.h>
#include <math.h>
#include <string.h>

static void
test_integers (void)
{
  static const struct
  {
    const char *text;
    DossierSyntax code;
    gint64 value;
  } cases[] = {
    { "0", DOSSIER_SYNTAX_OK, 0 },
    { "-0", DOSSIER_SYNTAX_OK, 0 },
    { "7", DOSSIER_SYNTAX_OK, 7 },
    { "-7", DOSSIER_SYNTAX_OK, -7 },
    { "1.0", DOSSIER_SYNTAX_OK, 1 },
    { "-1.000", DOSSIER_SYNTAX_OK, -1 },
    { "0.0", DOSSIER_SYNTAX_OK, 0 },
    { "0.0e5", DOSSIER_SYNTAX_OK, 0 },
    { "0e999999999999999999999", DOSSIER_SYNTAX_OK, 0 },
    { "0e-999999999999999999999", DOSSIER_SYNTAX_OK, 0 },
    { "1e2", DOSSIER_SYNTAX_OK, 100 },
    { "1E+2", DOSSIER_SYNTAX_OK, 100 },
    { "100e-2", DOSSIER_SYNTAX_OK, 1 },
    { "1.5e1", DOSSIER_SYNTAX_OK, 15 },
    { "0.015e3", DOSSIER_SYNTAX_OK, 15 },
    { "1200.50e2", DOSSIER_SYNTAX_OK, 120050 },
    { "10.0", DOSSIER_SYNTAX_OK, 10 },
    { "9007199254740993", DOSSIER_SYNTAX_OK, G_GINT64_CONSTANT (9007199254740993) },
    { "9223372036854775807", DOSSIER_SYNTAX_OK, G_MAXINT64 },
    { "-9223372036854775808", DOSSIER_SYNTAX_OK, G_MININT64 },
    { "-9223372036854775807", DOSSIER_SYNTAX_OK, -G_MAXINT64 },
    { "922337203685477580.7e1", DOSSIER_SYNTAX_OK, G_MAXINT64 },
    { "9223372036854775807.000", DOSSIER_SYNTAX_OK, G_MAXINT64 },
    { "92233720368547758070000e-4", DOSSIER_SYNTAX_OK, G_MAXINT64 },
    { "1e18", DOSSIER_SYNTAX_OK, G_GINT64_CONSTANT (1000000000000000000) },
    { "0.5", DOSSIER_SYNTAX_NOT_INTEGER, 0 },
    { "-1.5", DOSSIER_SYNTAX_NOT_INTEGER, 0 },
    { "1e-1", DOSSIER_SYNTAX_NOT_INTEGER, 0 },
    { "1.25e1", DOSSIER_SYNTAX_NOT_INTEGER, 0 },
    { "1e-999999999999999999999", DOSSIER_SYNTAX_NOT_INTEGER, 0 },
    { "12345678901234567890.5", DOSSIER_SYNTAX_NOT_INTEGER, 0 },
    { "9223372036854775808", DOSSIER_SYNTAX_INTEGER_RANGE, 0 },
    { "-9223372036854775809", DOSSIER_SYNTAX_INTEGER_RANGE, 0 },
    { "18446744073709551616", DOSSIER_SYNTAX_INTEGER_RANGE, 0 },
    { "18446744073709551617", DOSSIER_SYNTAX_INTEGER_RANGE, 0 },
    { "1e19", DOSSIER_SYNTAX_INTEGER_RANGE, 0 },
    { "1e999999999999999999999", DOSSIER_SYNTAX_INTEGER_RANGE, 0 },
    { "123456789012345678901234567890", DOSSIER_SYNTAX_INTEGER_RANGE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 value = 4711;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (dossier_number_parse_integer (cases[i].text, strlen (cases[i].text), &value), ==, cases[i].code);
      g_assert_cmpint (value, ==, cases[i].code == DOSSIER_SYNTAX_OK ? cases[i].value : 4711);
    }
}

/* Compares the bits: 0 and -0 are not the same, and nothing is nearly the same. */
static void
assert_parses (const char *text, double expected)
{
  double value = NAN;

  g_test_message ("%s", text);
  g_assert_cmpint (dossier_number_parse_double (text, strlen (text), &value), ==, DOSSIER_SYNTAX_OK);
  g_assert_cmpmem (&value, sizeof value, &expected, sizeof expected);
}

static void
test_doubles (void)
{
  double value = 4711;

  assert_parses ("0", 0.0);
  assert_parses ("-0", -0.0);
  assert_parses ("-0.0e7", -0.0);
  assert_parses ("0e999999999999", 0.0);
  assert_parses ("0.1", 0.1);
  assert_parses ("-2.5e-3", -2.5e-3);
  assert_parses ("1e22", 1e22);
  assert_parses ("1e23", 1e23);
  assert_parses ("1e-22", 1e-22);
  assert_parses ("9007199254740992", 9007199254740992.0);
  assert_parses ("9007199254740993", 9007199254740992.0);
  assert_parses ("9007199254740993.0000000001", 9007199254740994.0);
  assert_parses ("0.30000000000000004", 0.30000000000000004);
  assert_parses ("1.7976931348623157e308", G_MAXDOUBLE);
  assert_parses ("179769313486231570e291", G_MAXDOUBLE);
  assert_parses ("2.2250738585072014e-308", G_MINDOUBLE);
  assert_parses ("2.2250738585072011e-308", 2.2250738585072011e-308);
  assert_parses ("5e-324", 5e-324);
  assert_parses ("1e-400", 0.0);
  assert_parses ("-1e-999999999999999999999", -0.0);

  for (int i = 0; i < 4; i++)
    {
      static const char *const too_large[] = { "1e309", "-1e400", "1.8e308", "1e999999999999999999999" };

      g_assert_cmpint (dossier_number_parse_double (too_large[i], strlen (too_large[i]), &value),
                       ==,
                       DOSSIER_SYNTAX_NUMBER_RANGE);
      g_assert_cmpfloat (value, ==, 4711);
    }
}

/* Every double has a text of 17 digits that leads back to it; and what is short takes the short way. */
static void
test_random_doubles (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20240408);

  for (int i = 0; i < 20000; i++)
    {
      guint64 bits = (guint64) g_rand_int (rand) << 32 | g_rand_int (rand);
      char text[G_ASCII_DTOSTR_BUF_SIZE];
      double expected;
      double value = NAN;

      memcpy (&expected, &bits, sizeof expected);
      if (!isfinite (expected))
        continue;

      /* Every other one has few digits. */
      g_ascii_formatd (text, sizeof text, i % 2 == 0 ? "%.17g" : "%.5g", expected);
      if (i % 2 != 0)
        expected = g_ascii_strtod (text, NULL);
      if (!isfinite (expected))
        continue;

      g_assert_cmpint (dossier_number_parse_double (text, strlen (text), &value), ==, DOSSIER_SYNTAX_OK);
      g_assert_cmpmem (&value, sizeof value, &expected, sizeof expected);
    }

  for (int i = 0; i < 20000; i++)
    {
      g_autofree char *text = g_strdup_printf ("%s%d.%0*de%d",
                                               g_rand_boolean (rand) ? "-" : "",
                                               g_rand_int_range (rand, 0, 1000000),
                                               g_rand_int_range (rand, 1, 9),
                                               g_rand_int_range (rand, 0, 100000),
                                               g_rand_int_range (rand, -40, 40));

      assert_parses (text, g_ascii_strtod (text, NULL));
    }
}

/* Integers by another way: as 128 bits, for every number of digits before and behind the point. */
static void
test_random_integers (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20240411);

  for (int i = 0; i < 20000; i++)
    {
      gint64 expected = (gint64) ((guint64) g_rand_int (rand) << 32 | g_rand_int (rand)) >> g_rand_int_range (rand, 0, 64);
      int shift = g_rand_int_range (rand, 0, 6);
      g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, expected);
      g_autofree char *text = NULL;
      gint64 value = 0;

      /* The same number with its last digits behind the point, and back again by the exponent. */
      if (shift > 0 && (int) strlen (digits) > shift + 1)
        text = g_strdup_printf ("%.*s.%se%d", (int) strlen (digits) - shift, digits, digits + strlen (digits) - shift, shift);
      else
        text = g_strdup_printf ("%s%.*se-%d", digits, shift, "000000", shift);

      g_assert_cmpint (dossier_number_parse_integer (text, strlen (text), &value), ==, DOSSIER_SYNTAX_OK);
      g_assert_cmpint (value, ==, expected);
    }
}

static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new ("0.");
  double value;
  gint64 integer;

  /* More digits than any buffer was made for. */
  for (int i = 0; i < 100000; i++)
    g_string_append_c (text, '3');
  g_assert_cmpint (dossier_number_parse_double (text->str, text->len, &value), ==, DOSSIER_SYNTAX_OK);
  g_assert_cmpfloat (value, ==, 1.0 / 3.0);
  g_assert_cmpint (dossier_number_parse_integer (text->str, text->len, &integer), ==, DOSSIER_SYNTAX_NOT_INTEGER);

  g_string_assign (text, "7");
  for (int i = 0; i < 100000; i++)
    g_string_append_c (text, '0');
  g_string_append (text, "e-100000");
  g_assert_cmpint (dossier_number_parse_integer (text->str, text->len, &integer), ==, DOSSIER_SYNTAX_OK);
  g_assert_cmpint (integer, ==, 7);
  g_assert_cmpint (dossier_number_parse_double (text->str, text->len, &value), ==, DOSSIER_SYNTAX_OK);
  g_assert_cmpfloat (value, ==, 7.0);
}

/* A comma for a decimal point, where there is such a locale. */
static void
test_locale (void)
{
  g_autofree char *before = g_strdup (setlocale (LC_NUMERIC, NULL));

  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    g_test_message ("there is no locale de_DE.UTF-8: only the locale C is tested");

  assert_parses ("0.5", 0.5);
  assert_parses ("0.30000000000000004", 0.30000000000000004);
  assert_parses ("123456789012345678.25", 123456789012345678.25);
  setlocale (LC_NUMERIC, before);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/integers", test_integers);
  g_test_add_func ("/number/doubles", test_doubles);
  g_test_add_func ("/number/random-doubles", test_random_doubles);
  g_test_add_func ("/number/random-integers", test_random_integers);
  g_test_add_func ("/number/long", test_long);
  g_test_add_func ("/number/locale", test_locale);

  return g_test_run ();
}
