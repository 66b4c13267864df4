/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "many-events.h"

#include "layout/dossier-time-viewport.h"
#include "layout/dossier-timeline-packing.h"

#include <math.h>

#define N_EVENTS 900
#define N_SCALES 60

static void
measure (const char *words, DossierTextStyle style, double *width, double *height, gpointer data)
{
  *width = 7.0 * (double) g_utf8_strlen (words, -1);
  *height = 15;
}

typedef struct
{
  ManyEvents *events;
  DossierTimelineSource source;
  DossierTimelineLayout *layout;
  DossierTimelineTitles *titles;
  const DossierTimelineIndex *index;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->events = many_events_new (N_EVENTS);
  fixture->events->spans[1] = fixture->events->spans[0];
  fixture->events->lanes[1] = fixture->events->lanes[0];
  many_events_init_source (fixture->events, &fixture->source);
  fixture->layout = dossier_timeline_layout_new (&fixture->source, measure, NULL);
  fixture->titles = dossier_timeline_titles_new (&fixture->source, measure, NULL);
  dossier_timeline_layout_set_lanes (fixture->layout, many_events_get_lanes (), MANY_EVENTS_LANES, many_events_get_lanes_of_event, fixture->events);
  fixture->index = dossier_timeline_layout_get_index (fixture->layout);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  dossier_timeline_titles_free (fixture->titles);
  dossier_timeline_layout_free (fixture->layout);
  many_events_free (fixture->events);
}

static DossierTimelineSpot *
find_spots (Fixture *fixture, int lane, int n_rows, int *n)
{
  DossierTimelineSpot *spots;
  g_autofree int *homes = NULL;

  *n = dossier_timeline_index_get_n_events (fixture->index, lane);
  spots = g_new0 (DossierTimelineSpot, *n);
  homes = g_new (int, *n);
  for (int place = 0; place < *n; place++)
    {
      spots[place].place = place;
      homes[place] = place % 5;
    }
  dossier_timeline_spots_find (fixture->index, lane, n_rows, homes, 86400, fixture->titles, spots, *n);

  return spots;
}

/* Up to where an event takes its row, in pixels from its start. */
static double
get_reach (Fixture *fixture, int lane, const DossierTimelineSpot *spot, double scale)
{
  gint64 start = dossier_timeline_index_get_start (fixture->index, lane, spot->place);
  gint64 end = dossier_timeline_index_get_end (fixture->index, lane, spot->place);
  double width = dossier_timeline_titles_get (fixture->titles, dossier_timeline_index_get_event (fixture->index, lane, spot->place))->width;
  double reach = (dossier_time_difference (end, start) + 1) / scale;

  if (scale <= spot->title_scale)
    reach = MAX (reach, DOSSIER_TIMELINE_INDENT + MIN (width, DOSSIER_TIMELINE_LEAST_TITLE) + DOSSIER_TIMELINE_PADDING);

  return MAX (reach, DOSSIER_TIMELINE_MARK_WIDTH) + DOSSIER_TIMELINE_GAP;
}

/* At every zoom, from centuries to minutes for a pixel, what is seen in a row has room there. */
static void
test_no_overlap (Fixture *fixture, gconstpointer data)
{
  int n_pairs = 0;

  for (int lane = 0; lane < MANY_EVENTS_LANES; lane++)
    {
      int n;
      g_autofree DossierTimelineSpot *spots = find_spots (fixture, lane, 4, &n);

      for (int i = 0; i < N_SCALES; i++)
        {
          double scale = 6e8 / pow (1.4, i);

          for (int one = 0; one < n; one++)
            for (int other = one + 1; other < n; other++)
              {
                gint64 start = dossier_timeline_index_get_start (fixture->index, lane, one);
                gint64 next = dossier_timeline_index_get_start (fixture->index, lane, other);

                if (spots[one].row < 0 || spots[one].row != spots[other].row || scale > spots[one].mark_scale ||
                    scale > spots[other].mark_scale || start == DOSSIER_TIME_MIN)
                  continue;

                g_assert_cmpfloat (get_reach (fixture, lane, &spots[one], scale), <=, dossier_time_difference (next, start) / scale + 1e-6);
                n_pairs++;
              }
        }
    }
  g_assert_cmpint (n_pairs, >, 10000);
}

/* The weightiest is seen from anywhere; titles are not seen from farther than marks. */
static void
test_weight (Fixture *fixture, gconstpointer data)
{
  for (int lane = 0; lane < MANY_EVENTS_LANES; lane++)
    {
      int n, weightiest = 0, n_rows_used = 0;
      g_autofree DossierTimelineSpot *spots = find_spots (fixture, lane, 3, &n);
      gboolean used[3] = { FALSE };

      for (int place = 0; place < n; place++)
        {
          if (dossier_timeline_index_get_rank (fixture->index, lane, place) >> 25 >
              dossier_timeline_index_get_rank (fixture->index, lane, weightiest) >> 25)
            weightiest = place;
          g_assert_cmpfloat (spots[place].title_scale, <=, spots[place].mark_scale);
          g_assert_cmpint (spots[place].row, <, 3);
          if (spots[place].row >= 0)
            used[spots[place].row] = TRUE;
        }
      for (int row = 0; row < 3; row++)
        n_rows_used += used[row];
      g_assert_cmpint (n_rows_used, >=, 2);
      g_assert_true (isinf (spots[weightiest].title_scale));
    }
}

/* Two at the same time cannot share a row at any zoom: with but one row, the lighter has no place. */
static void
test_at_once (Fixture *fixture, gconstpointer data)
{
  int lane = fixture->events->lanes[0];
  int n;
  g_autofree DossierTimelineSpot *spots = find_spots (fixture, lane, 1, &n);
  int n_at_once = 0;

  for (int place = 1; place < n; place++)
    if (dossier_timeline_index_get_start (fixture->index, lane, place) == dossier_timeline_index_get_start (fixture->index, lane, place - 1))
      {
        g_assert_false (spots[place].row == 0 && spots[place - 1].row == 0);
        n_at_once++;
      }
  g_assert_cmpint (n_at_once, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/timeline-spots/no-overlap", Fixture, NULL, set_up, test_no_overlap, tear_down);
  g_test_add ("/timeline-spots/weight", Fixture, NULL, set_up, test_weight, tear_down);
  g_test_add ("/timeline-spots/at-once", Fixture, NULL, set_up, test_at_once, tear_down);

  return g_test_run ();
}
