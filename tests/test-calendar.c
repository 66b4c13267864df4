/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-calendar.h"

static void
assert_date (gint64 days, gint64 year, int month, int day)
{
  gint64 found_year;
  int found_month, found_day;

  dossier_calendar_from_days (days, &found_year, &found_month, &found_day);
  g_assert_cmpint (found_year, ==, year);
  g_assert_cmpint (found_month, ==, month);
  g_assert_cmpint (found_day, ==, day);
  g_assert_cmpint (dossier_calendar_to_days (year, month, day), ==, days);
}

static void
test_known (void)
{
  assert_date (0, 1970, 1, 1);
  assert_date (-1, 1969, 12, 31);
  assert_date (11016, 2000, 2, 29);
  assert_date (11017, 2000, 3, 1);
  assert_date (19811, 2024, 3, 29);
  assert_date (-719162, 1, 1, 1);
  assert_date (-719528, 0, 1, 1);
  assert_date (-719529, -1, 12, 31);
  assert_date (2932896, 9999, 12, 31);
  /* The first day of the Julian period, 24 November 4714 BCE. */
  assert_date (-2440588, -4713, 11, 24);

  g_assert_cmpint (dossier_calendar_weekday (0), ==, 4);
  g_assert_cmpint (dossier_calendar_weekday (19811), ==, 5);
  g_assert_cmpint (dossier_calendar_weekday (-2440588), ==, 1);
}

static void
test_leap (void)
{
  static const gint64 leap[] = { 2024, 2000, 1600, 0, -4, -400, 4, 200000000000, -200000000000 };
  static const gint64 common[] = { 2023, 1900, 2100, 1, -1, -100, 199999999999, -199999999999 };

  for (gsize i = 0; i < G_N_ELEMENTS (leap); i++)
    {
      g_assert_true (dossier_calendar_is_leap (leap[i]));
      g_assert_cmpint (dossier_calendar_days_in_month (leap[i], 2), ==, 29);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (common); i++)
    {
      g_assert_false (dossier_calendar_is_leap (common[i]));
      g_assert_cmpint (dossier_calendar_days_in_month (common[i], 2), ==, 28);
    }
}

/* From one day to the next, as one turns the leaves of a calendar. */
static void
walk (gint64 year, int n_years)
{
  gint64 days = dossier_calendar_to_days (year, 1, 1);
  int weekday = dossier_calendar_weekday (days);

  for (gint64 end = year + n_years; year < end; year++)
    for (int month = 1; month <= 12; month++)
      for (int day = 1; day <= dossier_calendar_days_in_month (year, month); day++)
        {
          assert_date (days, year, month, day);
          g_assert_cmpint (dossier_calendar_weekday (days), ==, weekday);
          days++;
          weekday = weekday % 7 + 1;
        }
}

static void
test_walk (void)
{
  walk (-410, 820);
  walk (1800, 400);
  walk (DOSSIER_YEAR_MIN, 10);
  walk (DOSSIER_YEAR_MAX - 9, 10);
  walk (-100000000, 10);
}

static void
test_round_trip (void)
{
  for (int i = 0; i < 200000; i++)
    {
      /* Of every size, evenly by the number of digits. */
      double size = g_test_rand_double_range (0, 11);
      gint64 limit = 1;
      gint64 year;
      int month = g_test_rand_int_range (1, 13);
      int day;
      gint64 days;

      for (; size >= 1; size--)
        limit *= 10;
      year = (gint64) (g_test_rand_double_range (-1, 1) * (double) limit);
      day = g_test_rand_int_range (1, dossier_calendar_days_in_month (year, month) + 1);
      days = dossier_calendar_to_days (year, month, day);
      assert_date (days, year, month, day);

      /* The calendar repeats, weekdays and all, after 400 years. */
      g_assert_cmpint (dossier_calendar_to_days (year + 400, month, day) - days, ==, 146097);
      g_assert_cmpint (dossier_calendar_weekday (days), ==, dossier_calendar_weekday (days + 146097));
    }
}

/* Where GLib knows a calendar, it is the same. */
static void
test_glib (void)
{
  for (guint32 julian = 1; julian <= 3652059; julian += 13)
    {
      GDate date;
      gint64 days = (gint64) julian - 719163;

      g_date_clear (&date, 1);
      g_date_set_julian (&date, julian);
      assert_date (days, g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date));
      g_assert_cmpint (dossier_calendar_weekday (days), ==, (int) g_date_get_weekday (&date));
    }
}

static void
test_extremes (void)
{
  static const gint64 days[] = { G_MININT64, G_MININT64 + 1, G_MININT64 / 2, -106751991167301, 106751991167300, G_MAXINT64 / 2, G_MAXINT64 - 1, G_MAXINT64 };
  gint64 year_before = G_MININT64;
  int second;

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      gint64 year;
      int month, day;

      dossier_calendar_from_days (days[i], &year, &month, &day);
      g_assert_cmpint (year, >=, year_before);
      g_assert_cmpint (month, >=, 1);
      g_assert_cmpint (month, <=, 12);
      g_assert_cmpint (day, >=, 1);
      g_assert_cmpint (day, <=, dossier_calendar_days_in_month (year, month));
      g_assert_cmpint (dossier_calendar_weekday (days[i]), >=, 1);
      g_assert_cmpint (dossier_calendar_weekday (days[i]), <=, 7);
      year_before = year;
    }

  g_assert_cmpint (dossier_calendar_to_days (G_MININT64, 1, 1), ==, G_MININT64);
  g_assert_cmpint (dossier_calendar_to_days (G_MAXINT64, 12, 31), ==, G_MAXINT64);
  g_assert_cmpint (dossier_calendar_to_seconds (G_MININT64, 0), ==, G_MININT64);
  g_assert_cmpint (dossier_calendar_to_seconds (G_MAXINT64, 86399), ==, G_MAXINT64);
  g_assert_cmpint (dossier_calendar_to_seconds (-1, 86399), ==, -1);

  g_assert_cmpint (dossier_calendar_from_seconds (-1, &second), ==, -1);
  g_assert_cmpint (second, ==, 86399);
  g_assert_cmpint (dossier_calendar_from_seconds (86400, &second), ==, 1);
  g_assert_cmpint (second, ==, 0);
  dossier_calendar_from_seconds (G_MININT64, &second);
  g_assert_cmpint (second, >=, 0);

  /* All years that a date may have fit into seconds. */
  g_assert_cmpint (dossier_calendar_to_seconds (dossier_calendar_to_days (DOSSIER_YEAR_MIN, 1, 1), 0), ==, G_GINT64_CONSTANT (-6311390462167219200));
}

static void
test_iso (void)
{
  static const struct
  {
    gint64 seconds;
    gboolean with_time;
    const char *text;
  } texts[] = {
    { 0, FALSE, "1970-01-01" },
    { -1, TRUE, "1969-12-31T23:59:59" },
    { -62135596800, FALSE, "0001-01-01" },
    { -62167219200, FALSE, "0000-01-01" },
    { -62167219201, TRUE, "-0001-12-31T23:59:59" },
    { 253402300799, FALSE, "9999-12-31" },
    { 253402300800, FALSE, "Y10000-01-01" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = dossier_calendar_to_iso (texts[i].seconds, texts[i].with_time);

      g_assert_cmpstr (text, ==, texts[i].text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/known", test_known);
  g_test_add_func ("/calendar/leap", test_leap);
  g_test_add_func ("/calendar/walk", test_walk);
  g_test_add_func ("/calendar/round-trip", test_round_trip);
  g_test_add_func ("/calendar/glib", test_glib);
  g_test_add_func ("/calendar/extremes", test_extremes);
  g_test_add_func ("/calendar/iso", test_iso);

  return g_test_run ();
}
