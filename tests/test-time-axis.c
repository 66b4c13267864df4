/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-time-axis.h"

#include "model/dossier-calendar.h"
#include "model/dossier-locale-form.h"

#include <locale.h>
#include <math.h>
#include <string.h>

static void
measure (const char *text, DossierTextStyle style, double *width, double *height, gpointer data)
{
  *width = 7.0 * (double) g_utf8_strlen (text, -1);
  *height = 14;
}

static gint64
get_time (gint64 year, int month, int day)
{
  return dossier_calendar_to_seconds (dossier_calendar_to_days (year, month, day), 0);
}

static char *
dump (gint64 begin, gint64 end, double width)
{
  g_auto (DossierTimeAxis) axis = { 0 };
  DossierTimeViewport viewport;
  GString *text = g_string_new (NULL);

  dossier_time_viewport_init (&viewport, begin, end, width);
  dossier_time_axis_init (&axis);
  dossier_time_axis_update (&axis, &viewport, measure, NULL);

  for (guint i = 0; i < axis.fine->len; i++)
    {
      DossierTimeTick *tick = &g_array_index (axis.fine, DossierTimeTick, i);

      if (tick->label_width > 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", tick->label);
    }
  g_string_append (text, " | ");
  for (guint i = 0, n = 0; i < axis.coarse->len; i++)
    {
      DossierTimeTick *tick = &g_array_index (axis.coarse, DossierTimeTick, i);

      if (tick->label_width > 0)
        g_string_append_printf (text, "%s%s", n++ > 0 ? ", " : "", tick->label);
    }

  return g_string_free (text, FALSE);
}

typedef struct
{
  gint64 year;
  int month;
  int day;
  double seconds;
  const char *expected;
} Case;

static void
test_labels (void)
{
  static const Case cases[] = {
    { 2024, 3, 29, 10, "00:00:00, 00:00:01, 00:00:02, 00:00:03, 00:00:04, 00:00:05, 00:00:06, 00:00:07, 00:00:08, 00:00:09 | 29 March 2024" },
    { 2024, 3, 29, 600, "00:00, 00:01, 00:02, 00:03, 00:04, 00:05, 00:06, 00:07, 00:08, 00:09 | 29 March 2024" },
    { 2024, 3, 29, 86400 * 2, "00:00, 03:00, 06:00, 09:00, 12:00, 15:00, 18:00, 21:00, 00:00, 03:00, 06:00, 09:00, 12:00, 15:00, 18:00, 21:00 | 29 March 2024, 30 March 2024" },
    { 2024, 3, 20, 86400 * 19, "20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 1, 2, 3, 4, 5, 6, 7 | March 2024, April 2024" },
    { 2024, 2, 10, 86400 * 8, "Sat 10, Sun 11, Mon 12, Tue 13, Wed 14, Thu 15, Fri 16, Sat 17 | February 2024" },
    { 2023, 7, 2, 86400 * 300, "Aug, Sep, Oct, Nov, Dec, Jan, Feb, Mar, Apr | 2023, 2024" },
    { 1990, 1, 1, 86400 * 366.0 * 30, "1990, 1992, 1994, 1996, 1998, 2000, 2002, 2004, 2006, 2008, 2010, 2012, 2014, 2016, 2018 | 1990s, 2000s, 2010s" },
    { -5, 1, 1, 86400 * 365.0 * 10, "6 BCE, 5 BCE, 4 BCE, 3 BCE, 2 BCE, 1 BCE, 1, 2, 3, 4 | 10–1 BCE, 1–9" },
    { -449, 1, 1, 86400 * 365.2425 * 900, "400 BCE, 300 BCE, 200 BCE, 100 BCE, 1, 100, 200, 300, 400 | 1000–1 BCE, 1–999" },
    { -9999, 1, 1, 86400 * 365.2425 * 14000, "10000, 9000, 8000, 7000, 6000, 5000, 4000, 3000, 2000, 1000, 1, 1000, 2000, 3000 | Before the common era, Common era" },
    { -13800000000, 1, 1, 86400 * 365.2425 * 14e9, "12 billion, 10 billion, 8 billion, 6 billion, 4 billion, 2 billion | Before the common era" },
    { -66000000, 1, 1, 86400 * 365.2425 * 4e6, "66 million, 65.5 million, 65 million, 64.5 million, 64 million, 63.5 million, 63 million, 62.5 million | Before the common era" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 begin = get_time (cases[i].year, cases[i].month, cases[i].day);
      g_autofree char *text = dump (begin, begin + (gint64) cases[i].seconds - 1, 760);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

typedef struct
{
  DossierLocaleForm form;
  double seconds;
  const char *expected;
} LocaleCase;

static void
test_locales (void)
{
  static const LocaleCase cases[] = {
    { { DOSSIER_DATE_ORDER_MONTH_FIRST, TRUE, "", "" }, 86400 * 2, "12 AM, 3 AM, 6 AM, 9 AM, 12 PM, 3 PM, 6 PM, 9 PM, 12 AM, 3 AM, 6 AM, 9 AM, 12 PM, 3 PM, 6 PM, 9 PM | March 29, 2024, March 30, 2024" },
    { { DOSSIER_DATE_ORDER_MONTH_FIRST, TRUE, "", "" }, 300, "12:00 AM, 12:01 AM, 12:02 AM, 12:03 AM, 12:04 AM | March 29, 2024" },
    { { DOSSIER_DATE_ORDER_MONTH_FIRST, FALSE, "", "" }, 86400 * 14, "29, 30, 31, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 | March 2024, April 2024" },
    { { DOSSIER_DATE_ORDER_YEAR_FIRST, FALSE, "年", "月", "日", FALSE }, 86400 * 2, "00:00, 03:00, 06:00, 09:00, 12:00, 15:00, 18:00, 21:00, 00:00, 03:00, 06:00, 09:00, 12:00, 15:00, 18:00, 21:00 | 2024年3月29日, 2024年3月30日" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 begin = get_time (2024, 3, 29);
      g_autofree char *text = NULL;

      dossier_locale_form_set (&cases[i].form);
      text = dump (begin, begin + (gint64) cases[i].seconds - 1, 760);
      dossier_locale_form_set (NULL);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

/* A row that stands alone says of each year which era it is in; there is no year 0. */
static void
test_one_row (void)
{
  g_auto (DossierTimeAxis) axis = { 0 };
  DossierTimeViewport viewport;
  g_autoptr (GString) text = g_string_new (NULL);

  dossier_time_viewport_init (&viewport, get_time (-4999, 1, 1), get_time (2999, 1, 1), 760);
  dossier_time_axis_init (&axis);
  axis.has_one_row = TRUE;
  dossier_time_axis_update (&axis, &viewport, measure, NULL);
  for (guint i = 0; i < axis.fine->len; i++)
    {
      DossierTimeTick *tick = &g_array_index (axis.fine, DossierTimeTick, i);

      if (tick->label_width > 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", tick->label);
    }
  g_assert_cmpstr (text->str, ==, "5000 BCE, 4000 BCE, 3000 BCE, 2000 BCE, 1000 BCE, 1, 1000, 2000");
}

static guint n_measured;

static void
count_and_measure (const char *text, DossierTextStyle style, double *width, double *height, gpointer data)
{
  n_measured++;
  measure (text, style, width, height, data);
}

/* A view that moves a little finds its labels measured. */
static void
test_steady (void)
{
  static const double seconds_per_pixel[] = { 0.5, 100, 3600, 86400, 86400 * 30.0, 86400 * 365.0, 86400 * 36500.0 };
  g_auto (DossierTimeAxis) axis = { 0 };

  dossier_time_axis_init (&axis);
  for (gsize i = 0; i < G_N_ELEMENTS (seconds_per_pixel); i++)
    {
      DossierTimeViewport viewport = { .width = 1200, .seconds_per_pixel = seconds_per_pixel[i] };

      viewport = dossier_time_viewport_centred (&viewport, get_time (1971, 2, 3));
      dossier_time_axis_update (&axis, &viewport, count_and_measure, NULL);
      n_measured = 0;
      dossier_time_axis_update (&axis, &viewport, count_and_measure, NULL);
      g_assert_cmpuint (n_measured, ==, 0);

      dossier_time_axis_fonts_changed (&axis);
      dossier_time_axis_update (&axis, &viewport, count_and_measure, NULL);
      g_assert_cmpuint (n_measured, >=, axis.fine->len);
    }
}

static gboolean
is_round (DossierTimeStep step, gint64 time)
{
  gint64 year, day_number;
  int month, day, second;

  day_number = dossier_calendar_from_seconds (time, &second);
  dossier_calendar_from_days (day_number, &year, &month, &day);

  switch (step.unit)
    {
    case DOSSIER_TIME_UNIT_SECOND:
      return second % step.count == 0;
    case DOSSIER_TIME_UNIT_MINUTE:
      return second % (60 * step.count) == 0;
    case DOSSIER_TIME_UNIT_HOUR:
      return second % (3600 * step.count) == 0;
    case DOSSIER_TIME_UNIT_DAY:
      return second == 0 && (day == 1 || (step.count == 2 ? day % 2 == 1 : day % step.count == 0));
    case DOSSIER_TIME_UNIT_MONTH:
      return second == 0 && day == 1 && (month - 1) % step.count == 0;
    case DOSSIER_TIME_UNIT_YEAR:
      return second == 0 && day == 1 && month == 1 &&
             (year == 1 || year == DOSSIER_YEAR_MIN || (year >= 1 ? year : 1 - year) % step.count == 0);
    case DOSSIER_TIME_UNIT_ERA:
    default:
      return year == 1 || year == DOSSIER_YEAR_MIN;
    }
}

static void
check_row (GArray *row, DossierTimeStep step, const DossierTimeViewport *viewport, gboolean is_coarse)
{
  double free_from = -INFINITY;

  for (guint i = 0; i < row->len; i++)
    {
      DossierTimeTick *tick = &g_array_index (row, DossierTimeTick, i);

      g_assert_true (is_round (step, tick->time));
      g_assert_true (g_utf8_validate (tick->label, -1, NULL));
      g_assert_cmpfloat (tick->x, <=, viewport->width);
      if (!is_coarse || i > 0)
        g_assert_cmpfloat (tick->x, >=, 0);

      if (i > 0)
        {
          g_assert_cmpint (tick->time, >, tick[-1].time);
          g_assert_cmpfloat (tick->x, >, tick[-1].x);
        }
      if (tick->label_width > 0)
        {
          g_assert_cmpfloat (tick->label_x, >=, free_from);
          g_assert_cmpfloat (tick->label_x, >=, 0);
          free_from = tick->label_x + tick->label_width;
          g_assert_cmpfloat (free_from, <=, viewport->width);
        }
    }
}

/* From one second on the screen to four hundred billion years, at several places. */
static void
test_sweep (void)
{
  static const gint64 years[] = { -10000000000, -66000000, -4000, -1, 1, 1582, 2023, 9999, 123456, 10000000000 };
  g_auto (DossierTimeAxis) axis = { 0 };

  dossier_time_axis_init (&axis);

  for (gsize i = 0; i < G_N_ELEMENTS (years); i++)
    for (int zoom = 0; zoom < 200; zoom++)
      {
        DossierTimeViewport viewport = { .width = 900 };
        guint most;

        viewport.seconds_per_pixel = DOSSIER_TIME_FINEST * pow (10, zoom * 18.2 / 199);
        viewport = dossier_time_viewport_centred (&viewport, get_time (years[i], 1, 1));
        dossier_time_axis_update (&axis, &viewport, measure, NULL);

        check_row (axis.fine, axis.fine_step, &viewport, FALSE);
        check_row (axis.coarse, axis.coarse_step, &viewport, TRUE);

        /* Neither bare nor crowded: the longest label is as wide as 12 digits and a unit. */
        most = (guint) (viewport.width / 30) + 1;
        g_assert_cmpuint (axis.fine->len, <=, most);
        g_assert_cmpuint (axis.fine->len, >=, 3);
        g_assert_cmpuint (axis.coarse->len, >=, 1);
      }
}

/* The label of what the left edge lies within is always seen, unless the next pushes it out. */
static void
test_sticky (void)
{
  g_auto (DossierTimeAxis) axis = { 0 };
  DossierTimeViewport viewport;

  dossier_time_axis_init (&axis);
  dossier_time_viewport_init (&viewport, get_time (2023, 2, 1), get_time (2023, 12, 1), 900);

  for (int step = 0; step < 400; step++)
    {
      DossierTimeTick *first;

      dossier_time_axis_update (&axis, &viewport, measure, NULL);
      first = &g_array_index (axis.coarse, DossierTimeTick, 0);
      g_assert_cmpfloat (first->x, <=, 0);
      g_assert_cmpstr (first->label, ==, "2023");
      g_assert_true (axis.coarse->len == 1 || (&first[1])->x < 45 || first->label_width > 0);
      if (first->label_width > 0)
        g_assert_cmpfloat (first->label_x, ==, 5);
      viewport = dossier_time_viewport_panned (&viewport, 2);
      if (dossier_time_viewport_get_x (&viewport, get_time (2024, 1, 1)) < 0)
        break;
    }
}

int
main (int argc, char *argv[])
{
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  setlocale (LC_ALL, "");

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time-axis/labels", test_labels);
  g_test_add_func ("/time-axis/locales", test_locales);
  g_test_add_func ("/time-axis/one-row", test_one_row);
  g_test_add_func ("/time-axis/steady", test_steady);
  g_test_add_func ("/time-axis/sweep", test_sweep);
  g_test_add_func ("/time-axis/sticky", test_sticky);

  return g_test_run ();
}
