/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-date.h"
#include "model/dossier-event-dates.h"

#include "samples.h"

#include <string.h>

/* Of each form in which a date is kept, and where one form ends and another begins. */
static const char *const expressions[] = {
  "2024-03-29",
  "2024-03",
  "2024",
  "201X",
  "19XX",
  "-0218",
  "1969-12-31",
  "2024-03-29?",
  "2024-03~",
  "2023-21",
  "2024-04-08/2024-04-09",
  "2024-04-11/..",
  "../1985",
  "/1985",
  "1985/",
  "[2023-08,2023-09]",
  "{1960,1962}",
  "2024-04-08T10:00:00Z",
  "2024-04-08T23:59:59Z",
  "Y-13800000000",
  "Y170000002",
  "Y5800000",
  "Y5900000",
  "Y-5900000",
};

static void
read_span (const char *expression, DossierSpan *span)
{
  g_autoptr (GError) error = NULL;

  dossier_date_read_span (expression, strlen (expression), span, &error);
  g_assert_no_error (error);
}

/* What goes in comes out, also behind others that are joined. */
static void
test_same (void)
{
  const guint32 n = G_N_ELEMENTS (expressions);
  g_autoptr (DossierEventDates) dates = dossier_event_dates_new ();
  DossierSpan unknown;
  DossierSpan span;

  dossier_span_set_unknown (&unknown);
  dossier_event_dates_append (dates, &unknown);

  for (int part = 0; part < 3; part++)
    {
      g_autoptr (DossierEventDates) other = dossier_event_dates_new ();

      for (guint32 i = 0; i < n; i++)
        {
          read_span (expressions[i], &span);
          dossier_event_dates_append (other, &span);
        }
      dossier_event_dates_join (dates, other);
    }

  dossier_event_dates_get (dates, 0, &span);
  samples_assert_same_span (&span, &unknown);
  for (guint32 i = 0; i < 3 * n; i++)
    {
      DossierSpan expected;

      read_span (expressions[i % n], &expected);
      dossier_event_dates_get (dates, i + 1, &span);
      samples_assert_same_span (&span, &expected);
    }
}

/* The longest range that 64 bits hold, and one that is no whole number of days. */
static void
test_extremes (void)
{
  static const DossierSpan spans[] = {
    { DOSSIER_TIME_MIN + 1, DOSSIER_TIME_MAX - 1, DOSSIER_TIME_MIN + 1, DOSSIER_TIME_MAX - 1, 0, DOSSIER_PRECISION_COARSER, DOSSIER_PRECISION_COARSER },
    { 86400, 86400 * 2, 86400, 86400 * 2, 0, DOSSIER_PRECISION_DAY, DOSSIER_PRECISION_DAY },
    { 1, 86400, 1, 86400, 0, DOSSIER_PRECISION_DAY, DOSSIER_PRECISION_DAY },
    { 0, 86400 * G_GINT64_CONSTANT (65535) - 1, 0, 86400 * G_GINT64_CONSTANT (65535) - 1, DOSSIER_SPAN_ALL_OF, DOSSIER_PRECISION_CENTURY, DOSSIER_PRECISION_CENTURY },
    { 0, 86400 * G_GINT64_CONSTANT (65536) - 1, 0, 86400 * G_GINT64_CONSTANT (65536) - 1, DOSSIER_SPAN_ONE_OF, DOSSIER_PRECISION_CENTURY, DOSSIER_PRECISION_CENTURY },
  };
  g_autoptr (DossierEventDates) dates = dossier_event_dates_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    dossier_event_dates_append (dates, &spans[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      DossierSpan span;

      dossier_event_dates_get (dates, (guint32) i, &span);
      samples_assert_same_span (&span, &spans[i]);
    }
}

static void
test_small (void)
{
  g_autoptr (DossierEventDates) dates = dossier_event_dates_new ();
  DossierSpan span;

  read_span ("2024-03?", &span);
  for (int i = 0; i < 1000; i++)
    dossier_event_dates_append (dates, &span);
  g_assert_cmpuint (dossier_event_dates_get_size (dates), ==, 8000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/event-dates/same", test_same);
  g_test_add_func ("/event-dates/extremes", test_extremes);
  g_test_add_func ("/event-dates/small", test_small);

  return g_test_run ();
}
