/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-range-text.h"

#include "model/dossier-calendar.h"

#include <string.h>

static void
test_good (void)
{
  static const struct
  {
    const char *text;
    const char *edtf;
  } cases[] = {
    { "2023-05/2023-11", "2023-05/2023-11" },
    { " 2023 ", "2023" },
    { "2023-05/..", "2023-05/.." },
    { "196X", "196X" },
    { "[2023-08,2023-09]", "[2023-08,2023-09]" },
    { "May 2023", "2023-05" },
    { "may 2023", "2023-05" },
    { "Sept. 12, 2023", "2023-09-12" },
    { "12 September 2023", "2023-09-12" },
    { "12. Sep 2023", "2023-09-12" },
    { "May to November 2023", "2023-05/2023-11" },
    { "May 2023 to November", "2023-05/2023-11" },
    { "May 2022 – June 2023", "2022-05/2023-06" },
    { "12–14 September 2023", "2023-09-12/2023-09-14" },
    { "12 September – 3 October 2023", "2023-09-12/2023-10-03" },
    { "1953 to 1960", "1953/1960" },
    { "1953..1960", "1953/1960" },
    { "1953 - 1960", "1953/1960" },
    { "1953–1960", "1953/1960" },
    { "218 BCE", "-0217" },
    { "218 BCE – 30 BC", "-0217/-0029" },
    { "12 BCE to 30", "-0011/0030" },
    { "1 BCE", "0000" },
    { "20 to 30", "0020/0030" },
    { "138000000", "Y138000000" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *edtf = dossier_range_to_edtf (cases[i].text, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (edtf, ==, cases[i].edtf);
    }
}

static void
test_bad (void)
{
  static const struct
  {
    const char *text;
    int code;
  } cases[] = {
    { "", DOSSIER_DATE_ERROR_EMPTY },
    { "   ", DOSSIER_DATE_ERROR_EMPTY },
    { "yesterday", DOSSIER_DATE_ERROR_SYNTAX },
    { "ma 2023", DOSSIER_DATE_ERROR_SYNTAX },
    { "May", DOSSIER_DATE_ERROR_SYNTAX },
    { "12 September", DOSSIER_DATE_ERROR_SYNTAX },
    { "May June 2023", DOSSIER_DATE_ERROR_SYNTAX },
    { "2022 2023", DOSSIER_DATE_ERROR_SYNTAX },
    { "May 2023 to", DOSSIER_DATE_ERROR_SYNTAX },
    { "BCE", DOSSIER_DATE_ERROR_SYNTAX },
    { "2023-13", DOSSIER_DATE_ERROR_NO_SUCH_DATE },
    { "31 June 2023", DOSSIER_DATE_ERROR_NO_SUCH_DATE },
    { "29 February 2023", DOSSIER_DATE_ERROR_NO_SUCH_DATE },
    { "1 to 30 Feb 2024", DOSSIER_DATE_ERROR_NO_SUCH_DATE },
    { "2023-5/", DOSSIER_DATE_ERROR_SYNTAX },
    { "9/12/2023", DOSSIER_DATE_ERROR_SYNTAX },
  };
  g_autofree char *long_text = g_strnfill (DOSSIER_DATE_MAX_LENGTH + 1, 'x');
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) failed = NULL;

      g_assert_null (dossier_range_to_edtf (cases[i].text, &failed));
      g_assert_error (failed, DOSSIER_DATE_ERROR, cases[i].code);
      g_assert_cmpstr (failed->message, !=, "");
      /* No place is named in what was not typed. */
      g_assert_true (strchr (cases[i].text, '-') != NULL || strstr (failed->message, "at character") == NULL);
    }
  g_assert_null (dossier_range_to_edtf (long_text, &error));
  g_assert_error (error, DOSSIER_DATE_ERROR, DOSSIER_DATE_ERROR_TOO_LONG);
}

static void
test_read (void)
{
  gint64 first, last;
  g_autoptr (GError) error = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  g_assert_true (dossier_range_read ("2023-05/2023-11", &first, &last, &error));
  from = dossier_calendar_to_iso (first, TRUE);
  to = dossier_calendar_to_iso (last, TRUE);
  g_assert_true (g_str_has_prefix (from, "2023-05-01T00:00:00"));
  g_assert_true (g_str_has_prefix (to, "2023-11-30T23:59:59"));

  g_assert_true (dossier_range_read ("2023/..", &first, &last, &error));
  g_assert_cmpint (last, ==, DOSSIER_TIME_MAX);
  g_assert_false (dossier_range_read ("../..", &first, &last, &error));
  g_clear_error (&error);
  g_assert_false (dossier_range_read ("2023/2022", &first, &last, &error));
  g_assert_nonnull (error);
}

/* A stretch of time is written as short as it can be, whole days at least. */
static void
test_from_times (void)
{
  static const char *const cases[][2] = {
    { "2023", "2023" },
    { "2022/2023", "2022/2023" },
    { "2023-01/2023-12", "2023" },
    { "2023-05", "2023-05" },
    { "2023-05/2024", "2023-05/2024-12" },
    { "2023-05-01/2023-11-30", "2023-05/2023-11" },
    { "2024-02", "2024-02" },
    { "2023-05-02/2023-11-30", "2023-05-02/2023-11-30" },
    { "2024-01-16", "2024-01-16" },
    { "2024-01-16T10:00:00/2024-01-17T11:30:00", "2024-01-16/2024-01-17" },
    { "2023-05/..", "2023-05/.." },
    { "../2023-05-12", "../2023-05-12" },
    { "../2023", "../2023" },
    { "-0217/-0029", "-0217/-0029" },
    { "0000", "0000" },
    { "Y-20000/2023-05-12", "Y-20000/2023-05-12" },
    { "Y138000", "Y138000" },
  };
  g_autofree char *all = dossier_range_from_times (DOSSIER_TIME_MIN, DOSSIER_TIME_MAX);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 first, last;
      g_autofree char *edtf = NULL;

      g_assert_true (dossier_range_read (cases[i][0], &first, &last, NULL));
      edtf = dossier_range_from_times (first, last);
      g_assert_cmpstr (edtf, ==, cases[i][1]);
    }
  g_assert_cmpstr (all, ==, "../..");
}

/* What is written is read again as the days that the stretch touches, also where EDTF can only name the year. */
static void
test_from_random_times (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (23);

  for (int i = 0; i < 20000; i++)
    {
      double reach = i % 2 == 0 ? 3e9 : 1e13;
      gint64 first = (gint64) g_rand_double_range (random, -reach, reach);
      gint64 last = first + (gint64) g_rand_double_range (random, 0, i % 3 == 0 ? 1e5 : reach);
      g_autofree char *edtf = dossier_range_from_times (first, last);
      g_autofree char *typed = dossier_range_to_edtf (edtf, NULL);
      gint64 begin, end;
      gint64 most = i % 2 == 0 ? DOSSIER_SECONDS_PER_DAY : 366 * DOSSIER_SECONDS_PER_DAY;

      g_assert_cmpstr (typed, ==, edtf);
      g_assert_true (dossier_range_read (edtf, &begin, &end, NULL));
      g_assert_cmpint (begin, <=, first);
      g_assert_cmpint (first - begin, <, most);
      g_assert_cmpint (end, >=, last);
      g_assert_cmpint (end - last, <, most);
    }
}

/* However open a date is, a picture of it has two ends. */
static void
test_known (void)
{
  static const char *const cases[][3] = {
    { "2024-04", "2024-04-01", "2024-04-30" },
    { "2024-04-11/..", "2024-04-11", "2024-04-11" },
    { "../2024-04-11", "2024-04-11", "2024-04-11" },
    { "[2024-04-11..]", "2024-04-11", "2024-04-11" },
    { "[..2024-04-11]", "2024-04-11", "2024-04-11" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DossierSpan span;
      gint64 begin, end;
      g_autofree char *from = NULL;
      g_autofree char *to = NULL;

      g_assert_true (dossier_date_read_span (cases[i][0], strlen (cases[i][0]), &span, NULL));
      dossier_span_get_known (&span, &begin, &end);
      from = dossier_calendar_to_iso (begin, FALSE);
      to = dossier_calendar_to_iso (end, FALSE);
      g_assert_cmpstr (from, ==, cases[i][1]);
      g_assert_cmpstr (to, ==, cases[i][2]);
    }
}

/* Whatever is typed, it is understood or refused with a reason. */
static void
test_random (void)
{
  static const char *const pieces[] = { "12", "2023", "May", "sept.", " ", " to ", "–", "..", "-", "/", "BCE", ",", "X", "é", "0", "99999999999", "June" };
  g_autoptr (GRand) random = g_rand_new_with_seed (8);

  for (int i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *edtf = NULL;
      DossierSpan span;

      for (int j = g_rand_int_range (random, 0, 7); j > 0; j--)
        g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      edtf = dossier_range_to_edtf (text->str, &error);
      g_assert_true ((edtf == NULL) == (error != NULL));
      if (edtf != NULL)
        g_assert_true (dossier_date_read_span (edtf, strlen (edtf), &span, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/range-text/good", test_good);
  g_test_add_func ("/range-text/bad", test_bad);
  g_test_add_func ("/range-text/read", test_read);
  g_test_add_func ("/range-text/from-times", test_from_times);
  g_test_add_func ("/range-text/from-random-times", test_from_random_times);
  g_test_add_func ("/range-text/known", test_known);
  g_test_add_func ("/range-text/random", test_random);

  return g_test_run ();
}
