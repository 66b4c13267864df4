/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-map-walk.h"
#include "layout/dossier-overview.h"
#include "layout/dossier-timeline-walk.h"

#define DAY 86400

/* Events on day 0, 1, 1, 3 and one without a date; the even ones are in lane 0, the odd ones in lane 1. */
static const gint64 days[] = { 0, 1, 1, 3, -1 };

static void
get_span (int event, DossierSpan *span, gpointer data)
{
  gint64 begin = days[event] * DAY;

  *span = (DossierSpan){ begin, begin + DAY - 1, begin, begin + DAY - 1, 0, DOSSIER_PRECISION_DAY, DOSSIER_PRECISION_DAY };
  if (days[event] < 0)
    *span = (DossierSpan){ DOSSIER_TIME_MIN, DOSSIER_TIME_MAX, DOSSIER_TIME_MIN, DOSSIER_TIME_MAX, DOSSIER_SPAN_UNKNOWN, 0, 0 };
}

static int
get_zero (int event, gpointer data)
{
  return 0;
}

static char *
dup_title (int event, gpointer data)
{
  return g_strdup_printf ("event %d", event);
}

static int
get_lanes (int event, int *lanes, gpointer data)
{
  lanes[0] = event % 2;

  return 1;
}

static DossierTimelineIndex *
make_index (void)
{
  const DossierTimelineSource source = {
    .n_events = G_N_ELEMENTS (days),
    .get_span = get_span,
    .get_kind = get_zero,
    .get_status = get_zero,
    .get_weight = get_zero,
    .dup_title = dup_title,
  };
  DossierTimelineIndex *index = dossier_timeline_index_new (&source);

  dossier_timeline_index_arrange (index, 2, get_lanes, NULL);

  return index;
}

static void
test_timeline_order (void)
{
  g_autoptr (DossierTimelineIndex) index = make_index ();
  const int lanes[] = { DOSSIER_TIMELINE_ALL, 0, 1 };
  const int counts[] = { 5, 3, 2 };

  for (gsize i = 0; i < G_N_ELEMENTS (lanes); i++)
    {
      gint64 last = G_MININT64;

      g_assert_cmpint (dossier_timeline_walk_count (index, lanes[i]), ==, counts[i]);
      for (int number = 0; number < counts[i]; number++)
        {
          int event = dossier_timeline_walk_get (index, lanes[i], number);
          DossierSpan span;

          get_span (event, &span, NULL);
          g_assert_cmpint (dossier_timeline_walk_find (index, lanes[i], event, span.start_earliest), ==, number);
          if (lanes[i] >= 0)
            g_assert_cmpint (event % 2, ==, lanes[i]);

          /* Those with a date come first, in the order of time. */
          if (days[event] >= 0)
            g_assert_cmpint (span.start_earliest, >=, last);
          else
            g_assert_cmpint (number, ==, counts[i] - 1);
          last = span.start_earliest;
        }
      g_assert_cmpint (dossier_timeline_walk_get (index, lanes[i], -1), ==, -1);
      g_assert_cmpint (dossier_timeline_walk_get (index, lanes[i], counts[i]), ==, -1);
    }

  g_assert_cmpint (dossier_timeline_walk_find (index, 1, 0, 0), ==, -1);
}

static void
test_timeline_near (void)
{
  g_autoptr (DossierTimelineIndex) index = make_index ();
  static const struct
  {
    gint64 time;
    gint64 day;
  } cases[] = {
    { G_MININT64 + 1, 0 },
    { -5 * DAY, 0 },
    { 0, 0 },
    { DAY / 4, 0 },
    { DAY * 3 / 4, 1 },
    { 2 * DAY - 1, 1 },
    { 2 * DAY + 2, 3 },
    { 100 * DAY, 3 },
    { G_MAXINT64, 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int number = dossier_timeline_walk_near (index, DOSSIER_TIMELINE_ALL, cases[i].time);

      g_assert_cmpint (days[dossier_timeline_walk_get (index, DOSSIER_TIMELINE_ALL, number)], ==, cases[i].day);
    }

  dossier_timeline_index_arrange (index, 3, get_lanes, NULL);
  g_assert_cmpint (dossier_timeline_walk_near (index, 2, 0), ==, -1);
}

/* A cross: 0 in the middle, 1 to 4 to the left, right, above and below, 5 far below and a little aside. */
static void
test_map (void)
{
  static const double places[][2] = { { 0, 0 }, { -10, 0 }, { 10, 0 }, { 0, -10 }, { 0, 10 }, { 3, 40 } };
  DossierMapNode nodes[G_N_ELEMENTS (places)] = { 0 };
  DossierMap map = { .nodes = nodes, .n_nodes = G_N_ELEMENTS (nodes) };

  g_assert_cmpint (dossier_map_walk_first (&map), ==, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      nodes[i].x = places[i][0];
      nodes[i].y = places[i][1];
      nodes[i].visible = TRUE;
      nodes[i].weight = i == 3 ? 2 : 1;
    }

  g_assert_cmpint (dossier_map_walk_first (&map), ==, 3);
  g_assert_cmpint (dossier_map_walk_step (&map, 0, -1, 0), ==, 1);
  g_assert_cmpint (dossier_map_walk_step (&map, 0, 1, 0), ==, 2);
  g_assert_cmpint (dossier_map_walk_step (&map, 0, 0, -1), ==, 3);
  g_assert_cmpint (dossier_map_walk_step (&map, 0, 0, 1), ==, 4);
  g_assert_cmpint (dossier_map_walk_step (&map, 4, 0, 1), ==, 5);
  g_assert_cmpint (dossier_map_walk_step (&map, 5, 0, 1), ==, 5);

  /* What is hidden is passed over. */
  nodes[4].visible = FALSE;
  g_assert_cmpint (dossier_map_walk_step (&map, 0, 0, 1), ==, 5);
}

static void
measure (const char *text, DossierTextStyle style, double *width, double *height, gpointer data)
{
  *width = 7.0 * (double) g_utf8_strlen (text, -1);
  *height = 16;
}

static void
test_overview (void)
{
  g_autoptr (DossierTimelineIndex) index = make_index ();
  DossierTimeViewport home, shown;
  DossierOverview overview;
  int sum = 0, in_lanes = 0;

  dossier_time_viewport_init (&home, 0, 4 * DAY - 1, 800);
  dossier_time_viewport_init (&shown, DAY, 2 * DAY - 1, 800);
  dossier_overview_init (&overview);
  dossier_overview_update (&overview, index, &home, &shown, 600, measure, NULL);

  g_assert_cmpint (overview.n_columns, ==, 100);
  for (int i = 0; i < overview.n_columns; i++)
    sum += g_array_index (overview.totals, int, i);
  for (int i = 0; i < overview.n_columns * overview.n_lanes; i++)
    in_lanes += g_array_index (overview.counts, int, i);
  g_assert_cmpint (sum, ==, 4);
  g_assert_cmpint (in_lanes, ==, 4);
  g_assert_cmpint (overview.most, ==, 2);

  /* The window is where the second day is: the strip is a little more than two weeks. */
  g_assert_cmpfloat (overview.window_begin, >, 0);
  g_assert_cmpfloat (overview.window_end, <, 600);
  g_assert_cmpfloat_with_epsilon (overview.window_end - overview.window_begin, DAY / overview.viewport.seconds_per_pixel, 1);

  /* A second is too narrow to be grasped. */
  dossier_time_viewport_init (&shown, DAY, DAY, 800);
  dossier_overview_update (&overview, index, &home, &shown, 600, measure, NULL);
  g_assert_cmpfloat_with_epsilon (overview.window_end - overview.window_begin, 12, 0.01);

  /* The strip goes as far as the timeline does. */
  dossier_time_viewport_init (&shown, -400 * DAY, 400 * DAY, 800);
  dossier_overview_update (&overview, index, &home, &shown, 600, measure, NULL);
  g_assert_cmpfloat_with_epsilon (overview.window_begin, 0, 1);
  g_assert_cmpfloat_with_epsilon (overview.window_end, 600, 1);

  dossier_overview_clear (&overview);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/walk/timeline-order", test_timeline_order);
  g_test_add_func ("/walk/timeline-near", test_timeline_near);
  g_test_add_func ("/walk/map", test_map);
  g_test_add_func ("/overview/update", test_overview);

  return g_test_run ();
}
