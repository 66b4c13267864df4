/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-timeline-lanes.h"

#include "model/dossier-reader.h"

#include <string.h>

static const char text[] =
    "{ \"dossier\": 1, \"title\": \"T\", \"language\": \"en\","
    "  \"kinds\": [ { \"id\": \"k1\", \"label\": \"Talks\" }, { \"id\": \"k2\", \"label\": \"Trade\" },"
    "               { \"id\": \"k3\", \"label\": \"Unused\" } ],"
    "  \"actors\": [ { \"id\": \"a\", \"type\": \"state\", \"name\": \"A\" },"
    "                { \"id\": \"b\", \"type\": \"state\", \"name\": \"B\" } ],"
    "  \"events\": ["
    "    { \"id\": \"e0\", \"title\": \"Zero\", \"kind\": \"k1\", \"date\": \"2024-01-01\", \"status\": \"reported\","
    "      \"participants\": [ { \"actor\": \"a\", \"role\": \"actor\" }, { \"actor\": \"b\", \"role\": \"recipient\" } ] },"
    "    { \"id\": \"e1\", \"title\": \"One\", \"kind\": \"k2\", \"date\": \"2024-02\", \"status\": \"alleged\","
    "      \"date_printed\": \"2025-02\", \"participants\": [ { \"actor\": \"b\", \"role\": \"actor\" } ] },"
    "    { \"id\": \"e2\", \"title\": \"Two\", \"kind\": \"k2\", \"date\": \"2024-03-01/..\", \"status\": \"reported\" } ] }";

typedef struct
{
  DossierDocument *document;
  DossierTimelineSource source;
  DossierTimelineLayout *layout;
} Fixture;

static void
measure (const char *words, DossierTextStyle style, double *width, double *height, gpointer data)
{
  *width = 7.0 * (double) g_utf8_strlen (words, -1);
  *height = 15;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;

  fixture->document = dossier_reader_read_bytes (bytes, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  dossier_timeline_source_init (&fixture->source, fixture->document);
  fixture->layout = dossier_timeline_layout_new (&fixture->source, measure, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  dossier_timeline_layout_free (fixture->layout);
  g_object_unref (fixture->document);
}

/* "title: event event; title: event" */
static char *
dump (Fixture *fixture, DossierTimelineLanes *lanes, DossierFilter *filter)
{
  const DossierTimelineIndex *index = dossier_timeline_layout_get_index (fixture->layout);
  GString *line = g_string_new (NULL);
  int n_lanes;
  const DossierTimelineLane *array = dossier_timeline_lanes_get_lanes (lanes, &n_lanes);

  dossier_timeline_lanes_apply (lanes, filter, fixture->layout);
  g_assert_cmpint (dossier_timeline_index_get_n_lanes (index), ==, n_lanes);
  for (int lane = 0; lane < n_lanes; lane++)
    {
      g_string_append_printf (line, "%s%s:", lane > 0 ? "; " : "", array[lane].title);
      for (int place = 0; place < dossier_timeline_index_get_n_events (index, lane); place++)
        g_string_append_printf (line, " %d", dossier_timeline_index_get_event (index, lane, place));
    }

  return g_string_free (line, FALSE);
}

static void
test_facets (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    DossierFacet facet;
    const char *expected;
  } cases[] = {
    { DOSSIER_FACET_KIND, "Talks: 0; Trade: 1 2" },
    { DOSSIER_FACET_ACTOR, "B: 0 1; A: 0; Other: 2" },
    { DOSSIER_FACET_STATUS, "Reported: 0 2; Alleged: 1" },
    { DOSSIER_FACET_PLACE, "Other: 0 1 2" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DossierTimelineLanes) lanes = dossier_timeline_lanes_new (fixture->document, cases[i].facet, NULL);
      g_autofree char *line = dump (fixture, lanes, NULL);

      g_assert_cmpstr (line, ==, cases[i].expected);
    }
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DossierTimelineLanes) lanes = dossier_timeline_lanes_new (fixture->document, DOSSIER_FACET_KIND, NULL);
  g_autoptr (DossierFilter) filter = dossier_filter_new (fixture->document);
  g_autofree char *some = NULL;
  g_autofree char *all = NULL;

  dossier_filter_set_chosen (filter, DOSSIER_FACET_STATUS, DOSSIER_STATUS_ALLEGED, TRUE);
  some = dump (fixture, lanes, filter);
  g_assert_cmpstr (some, ==, "Talks:; Trade: 1");
  dossier_filter_clear (filter);
  all = dump (fixture, lanes, filter);
  g_assert_cmpstr (all, ==, "Talks: 0; Trade: 1 2");
}

static void
test_move (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DossierTimelineLanes) lanes = dossier_timeline_lanes_new (fixture->document, DOSSIER_FACET_ACTOR, NULL);
  g_autofree char *moved = NULL;
  g_autofree char *back = NULL;
  g_auto (DossierTimelineScene) scene = { 0 };
  DossierTimeViewport viewport;

  dossier_timeline_lanes_move (lanes, 2, 0);
  moved = dump (fixture, lanes, NULL);
  g_assert_cmpstr (moved, ==, "Other: 2; B: 0 1; A: 0");
  g_assert_cmpint (dossier_timeline_lanes_get_value (lanes, 0), ==, -1);
  g_assert_cmpint (dossier_timeline_lanes_get_value (lanes, 1), ==, 1);
  g_assert_cmpint (dossier_timeline_lanes_get_value (lanes, 2), ==, 0);
  dossier_timeline_lanes_move (lanes, 0, 2);
  back = dump (fixture, lanes, NULL);
  g_assert_cmpstr (back, ==, "B: 0 1; A: 0; Other: 2");

  /* A folded lane has no items of its own, only a number. */
  dossier_timeline_lanes_set_folded (lanes, 0, TRUE);
  dossier_timeline_lanes_apply (lanes, NULL, fixture->layout);
  dossier_timeline_scene_init (&scene);
  dossier_timeline_layout_get_whole (fixture->layout, 900, &viewport);
  dossier_timeline_layout_update (fixture->layout, &viewport, 900, 200, 0, &scene);
  g_assert_true (dossier_timeline_scene_get_band (&scene, 0)->is_folded);
  g_assert_cmpint (dossier_timeline_scene_get_band (&scene, 0)->count, ==, 2);
  g_assert_cmpfloat (dossier_timeline_scene_get_band (&scene, 0)->box.height,
                     <,
                     dossier_timeline_scene_get_band (&scene, 1)->box.height);
}

static void
test_source (Fixture *fixture, gconstpointer data)
{
  const DossierTimelineSource *source = &fixture->source;
  g_autofree char *title = source->dup_title (1, source->data);
  g_autofree char *detail = source->dup_detail (1, source->data);
  DossierSpan span, printed;

  g_assert_cmpint (source->n_events, ==, 3);
  g_assert_cmpstr (title, ==, "One");
  g_assert_cmpstr (detail, ==, "Feb 2024");
  g_assert_cmpint (source->get_kind (1, source->data), ==, 1);
  g_assert_cmpint (source->get_status (1, source->data), ==, DOSSIER_STATUS_ALLEGED);
  source->get_span (1, &span, source->data);
  g_assert_true (source->get_printed_span (1, &printed, source->data));
  g_assert_cmpint (printed.start_earliest - span.start_earliest, ==, 366 * 86400);
  g_assert_false (source->get_printed_span (0, &printed, source->data));
}

/* A dossier of a single event opens on all of it. */
static void
test_home_of_one (void)
{
  static const char one[] = "{ \"dossier\": 1, \"title\": \"T\", \"events\": [ { \"id\": \"e\", \"title\": \"E\", \"date\": \"2024-03\" } ] }";
  g_autoptr (GBytes) bytes = g_bytes_new_static (one, strlen (one));
  g_autoptr (GError) error = NULL;
  g_autoptr (DossierDocument) document = dossier_reader_read_bytes (bytes, NULL, NULL, NULL, NULL, &error);
  g_autoptr (DossierFilter) filter = NULL;
  g_autoptr (DossierTimelineLanes) lanes = NULL;
  g_autoptr (DossierTimelineLayout) layout = NULL;
  DossierTimelineSource source;
  DossierTimeViewport home;
  DossierSpan span;
  gint64 first, last;

  g_assert_no_error (error);
  filter = dossier_filter_new (document);
  dossier_timeline_source_init (&source, document);
  layout = dossier_timeline_layout_new (&source, measure, NULL);
  lanes = dossier_timeline_lanes_new (document, DOSSIER_FACET_KIND, NULL);
  dossier_timeline_lanes_apply (lanes, filter, layout);
  dossier_timeline_layout_get_home (layout, 1000, &home);

  dossier_events_get_span (dossier_document_get_events (document), 0, &span);
  dossier_time_viewport_get_range (&home, &first, &last);
  g_assert_cmpint (first, <=, span.start_earliest);
  g_assert_cmpint (last, >=, span.end_latest);
  g_assert_cmpfloat (dossier_time_difference (last, first), <, 3 * dossier_time_difference (span.end_latest, span.start_earliest));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/timeline-lanes/facets", Fixture, NULL, set_up, test_facets, tear_down);
  g_test_add ("/timeline-lanes/filter", Fixture, NULL, set_up, test_filter, tear_down);
  g_test_add ("/timeline-lanes/move", Fixture, NULL, set_up, test_move, tear_down);
  g_test_add_func ("/timeline-lanes/home-of-one", test_home_of_one);
  g_test_add ("/timeline-lanes/source", Fixture, NULL, set_up, test_source, tear_down);

  return g_test_run ();
}
