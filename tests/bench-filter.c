/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-filter.h"
#include "model/dossier-reader.h"

#include <string.h>

/*
 * What a change of the filter costs with a million events, beside the least it can: one pass over a column of two bytes
 * an event that changes a bit of each. Each is timed in turn, several times, and the fastest of each counts.
 */

#define N_EVENTS 1000000
#define N_ACTORS 300
#define ROUNDS   7

static DossierDocument *
make_document (void)
{
  static const char *const statuses[] = { "reported", "alleged", "speculated", "expected", "denied" };
  GString *json = g_string_sized_new ((gsize) N_EVENTS * 190);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  DossierDocument *document;

  g_string_append (json, "{\"dossier\":1,\"title\":\"A\",\"kinds\":[");
  for (int i = 0; i < 8; i++)
    g_string_append_printf (json, "%s{\"id\":\"k%d\",\"label\":\"K\"}", i > 0 ? "," : "", i);
  g_string_append (json, "],\"actors\":[");
  for (int i = 0; i < N_ACTORS; i++)
    {
      g_string_append_printf (json, "%s{\"id\":\"a%d\",\"type\":\"state\",\"name\":\"A\"", i > 0 ? "," : "", i);
      if (i >= 60)
        g_string_append_printf (json, ",\"affiliations\":[{\"to\":\"a%d\"}]", i % 60);
      g_string_append_c (json, '}');
    }
  g_string_append (json, "],\"events\":[");
  for (int i = 0; i < N_EVENTS; i++)
    g_string_append_printf (json,
                            "%s{\"id\":\"e%d\",\"title\":\"E\",\"kind\":\"k%d\",\"status\":\"%s\",\"date\":\"20%02d-%02d\",\"participants\":[{\"actor\":\"a%d\",\"role\":\"actor\"},"
                            "{\"actor\":\"a%d\",\"role\":\"recipient\"}]}",
                            i > 0 ? "," : "",
                            i,
                            g_rand_int_range (random, 0, 8),
                            statuses[g_rand_int_range (random, 0, 5)],
                            g_rand_int_range (random, 10, 30),
                            g_rand_int_range (random, 1, 13),
                            g_rand_int_range (random, 0, N_ACTORS),
                            g_rand_int_range (random, 0, N_ACTORS));
  g_string_append (json, "]}");

  bytes = g_bytes_new_take (json->str, json->len);
  g_string_free (json, FALSE);
  document = dossier_reader_read_bytes (bytes, NULL, NULL, report, NULL, &error);
  g_assert_no_error (error);

  return document;
}

static double
time_floor (guint16 *column)
{
  gint64 begin = g_get_monotonic_time ();

  for (int i = 0; i < N_EVENTS; i++)
    column[i] = (guint16) ((column[i] & ~4) | (column[(i * 7) & 1023] & 4));

  return (double) (g_get_monotonic_time () - begin) / 1000;
}

/* A change of one value and all counts that the panel shows. */
static double
time_change (DossierFilter *filter, DossierFacet facet, int value, gboolean with_counts)
{
  static const DossierFacet shown[] = { DOSSIER_FACET_KIND, DOSSIER_FACET_ACTOR, DOSSIER_FACET_STATUS };
  gint64 begin = g_get_monotonic_time ();
  int sum = 0;

  dossier_filter_set_chosen (filter, facet, value, !dossier_filter_get_chosen (filter, facet, value));
  for (gsize i = 0; with_counts && i < G_N_ELEMENTS (shown); i++)
    sum += dossier_filter_get_count (filter, shown[i], 0);
  g_assert_cmpint (sum, >=, 0);

  return (double) (g_get_monotonic_time () - begin) / 1000;
}

static double
time_dates (DossierFilter *filter, int round)
{
  gint64 begin = g_get_monotonic_time ();

  dossier_filter_set_dates (filter, G_GINT64_CONSTANT (1300000000) + round, G_GINT64_CONSTANT (1600000000));

  return (double) (g_get_monotonic_time () - begin) / 1000;
}

int
main (int argc, char *argv[])
{
  g_autoptr (DossierDocument) document = make_document ();
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (DossierFilter) filter = dossier_filter_new (document);
  g_autofree guint16 *column = g_new0 (guint16, N_EVENTS);
  const char *const names[] = { "one pass over a column", "a status more or less", "an actor more or less", "a kind, with all counts", "other dates" };
  double best[G_N_ELEMENTS (names)];
  double first;

  /* The columns are gathered when they are first asked for. */
  first = time_change (filter, DOSSIER_FACET_STATUS, 1, TRUE) + (double) (g_get_monotonic_time () - begin) / 1000;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    best[i] = G_MAXDOUBLE;
  for (int round = 0; round < ROUNDS; round++)
    {
      const double times[] = {
        time_floor (column),
        time_change (filter, DOSSIER_FACET_STATUS, 2, FALSE),
        time_change (filter, DOSSIER_FACET_ACTOR, 7, FALSE),
        time_change (filter, DOSSIER_FACET_KIND, 3, TRUE),
        time_dates (filter, round),
      };

      for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
        best[i] = MIN (best[i], times[i]);
    }

  g_print ("%d events, %d actors; gathered once in %.0f ms\n", N_EVENTS, N_ACTORS, first);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_print ("  %-26s %7.2f ms  %6.1f times the pass\n", names[i], best[i], best[i] / best[0]);

  return 0;
}
