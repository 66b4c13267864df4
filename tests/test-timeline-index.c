/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-timeline-index.h"
#include "layout/dossier-timeline-rows.h"

#include <math.h>

#define N_LANES 3

typedef struct
{
  int n;
  DossierSpan *spans;
  int *weights;
  int hidden_every;
} Made;

static void
get_span (int event, DossierSpan *span, gpointer data)
{
  *span = ((Made *) data)->spans[event];
}

static int
get_weight (int event, gpointer data)
{
  return ((Made *) data)->weights[event];
}

/* Every third event is in two lanes. */
static int
get_lanes (int event, int *lanes, gpointer data)
{
  Made *made = data;

  if (made->hidden_every > 0 && event % made->hidden_every == 0)
    return 0;

  lanes[0] = event % N_LANES;
  lanes[1] = (event + 1) % N_LANES;

  return event % 3 == 0 ? 2 : 1;
}

static gboolean
is_in (Made *made, int event, int lane)
{
  int lanes[DOSSIER_TIMELINE_MOST_LANES];
  int n = get_lanes (event, lanes, made);

  if (lane == DOSSIER_TIMELINE_ALL)
    return n > 0;
  for (int i = 0; i < n; i++)
    if (lanes[i] == lane)
      return TRUE;

  return FALSE;
}

static Made *
make_events (GRand *random, int n)
{
  Made *made = g_new0 (Made, 1);

  made->n = n;
  made->spans = g_new0 (DossierSpan, n);
  made->weights = g_new (int, n);
  made->hidden_every = g_rand_int_range (random, 0, 4);
  for (int i = 0; i < n; i++)
    {
      gint64 start = g_rand_int_range (random, -1000, 1000);
      gint64 end = start + (g_rand_int_range (random, 0, 5) == 0 ? g_rand_int_range (random, 0, 800) : 0);

      if (g_rand_int_range (random, 0, 30) == 0)
        start = DOSSIER_TIME_MIN;
      if (g_rand_int_range (random, 0, 30) == 0)
        end = DOSSIER_TIME_MAX;
      made->spans[i].start_earliest = start;
      made->spans[i].end_latest = end;
      if (g_rand_int_range (random, 0, 30) == 0)
        made->spans[i].flags = DOSSIER_SPAN_UNKNOWN;
      made->weights[i] = g_rand_int_range (random, 0, 101);
    }

  return made;
}

static void
free_made (Made *made)
{
  g_free (made->spans);
  g_free (made->weights);
  g_free (made);
}

static DossierTimelineIndex *
make_index (Made *made)
{
  const DossierTimelineSource source = {
    .n_events = made->n,
    .get_span = get_span,
    .get_weight = get_weight,
    .data = made,
  };
  DossierTimelineIndex *index = dossier_timeline_index_new (&source);

  dossier_timeline_index_arrange (index, N_LANES, get_lanes, made);

  return index;
}

static void
check_lane (Made *made, DossierTimelineIndex *index, int lane)
{
  int n = dossier_timeline_index_get_n_events (index, lane);
  int n_dated = 0, n_undated = 0;
  const int *undated;

  for (int event = 0; event < made->n; event++)
    if (is_in (made, event, lane))
      {
        if (made->spans[event].flags & DOSSIER_SPAN_UNKNOWN)
          n_undated++;
        else
          n_dated++;
      }
  g_assert_cmpint (n, ==, n_dated);

  for (int place = 0; place < n; place++)
    {
      int event = dossier_timeline_index_get_event (index, lane, place);

      g_assert_true (is_in (made, event, lane));
      g_assert_cmpint (dossier_timeline_index_get_start (index, lane, place), ==, made->spans[event].start_earliest);
      g_assert_cmpint (dossier_timeline_index_get_end (index, lane, place), ==, made->spans[event].end_latest);
      if (place > 0)
        g_assert_cmpint (dossier_timeline_index_get_start (index, lane, place),
                         >=,
                         dossier_timeline_index_get_start (index, lane, place - 1));
    }

  undated = dossier_timeline_index_get_undated (index, lane, &n);
  g_assert_cmpint (n, ==, n_undated);
  for (int i = 0; i < n; i++)
    g_assert_true (is_in (made, undated[i], lane) && made->spans[undated[i]].flags & DOSSIER_SPAN_UNKNOWN);
}

/* The answers are those of looking at every event. */
static void
check_questions (DossierTimelineIndex *index, int lane, GRand *random)
{
  int n = dossier_timeline_index_get_n_events (index, lane);
  gint64 time = g_rand_int_range (random, -1100, 1900);
  int begin = g_rand_int_range (random, 0, n + 1);
  int end = g_rand_int_range (random, begin, n + 1);
  int most = g_rand_int_range (random, 1, DOSSIER_TIMELINE_MOST_WEIGHTIEST + 1);
  int places[DOSSIER_TIMELINE_MOST_WEIGHTIEST];
  int n_begun = 0, n_ended = 0, n_lasting = 0, found;

  for (int place = 0; place < n; place++)
    {
      n_begun += dossier_timeline_index_get_start (index, lane, place) < time ? 1 : 0;
      n_ended += dossier_timeline_index_get_end (index, lane, place) < time ? 1 : 0;
      n_lasting += place < end && dossier_timeline_index_get_end (index, lane, place) >= time ? 1 : 0;
    }
  g_assert_cmpint (dossier_timeline_index_count_begun (index, lane, time), ==, n_begun);
  g_assert_cmpint (dossier_timeline_index_count_ended (index, lane, time), ==, n_ended);

  found = dossier_timeline_index_find_weightiest (index, lane, begin, end, places, most);
  g_assert_cmpint (found, ==, MIN (most, end - begin));
  for (int i = 0; i < found; i++)
    {
      g_assert_true (places[i] >= begin && places[i] < end);
      if (i > 0)
        g_assert_cmpuint (dossier_timeline_index_get_rank (index, lane, places[i]),
                          <,
                          dossier_timeline_index_get_rank (index, lane, places[i - 1]));
    }
  for (int place = begin; place < end && found == most; place++)
    {
      int n_above = 0;

      for (int i = 0; i < found; i++)
        n_above += dossier_timeline_index_get_rank (index, lane, places[i]) >=
                           dossier_timeline_index_get_rank (index, lane, place)
                       ? 1
                       : 0;
      g_assert_cmpint (n_above, >, 0);
    }

  found = dossier_timeline_index_find_lasting (index, lane, end, time, places, most);
  g_assert_cmpint (found, ==, MIN (most, n_lasting));
  for (int i = 0; i < found; i++)
    {
      g_assert_cmpint (places[i], <, end);
      g_assert_cmpint (dossier_timeline_index_get_end (index, lane, places[i]), >=, time);
      if (i > 0)
        g_assert_cmpuint (dossier_timeline_index_get_rank (index, lane, places[i]),
                          <,
                          dossier_timeline_index_get_rank (index, lane, places[i - 1]));
    }
}

static void
test_against_all (void)
{
  static const int sizes[] = { 0, 1, 2, 15, 16, 17, 100, 1000, 5000 };
  g_autoptr (GRand) random = g_rand_new_with_seed (4);

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      Made *made = make_events (random, sizes[i]);
      g_autoptr (DossierTimelineIndex) index = make_index (made);

      g_assert_cmpint (dossier_timeline_index_get_n_lanes (index), ==, N_LANES);
      for (int filter = 0; filter < 3; filter++)
        {
          made->hidden_every = filter;
          dossier_timeline_index_arrange (index, N_LANES, get_lanes, made);
          for (int lane = DOSSIER_TIMELINE_ALL; lane < N_LANES; lane++)
            {
              check_lane (made, index, lane);
              for (int question = 0; question < 50; question++)
                check_questions (index, lane, random);
            }
        }
      free_made (made);
    }
}

static void
test_rows (void)
{
  g_autoptr (DossierTimelineRows) rows = dossier_timeline_rows_new ();

  dossier_timeline_rows_reset (rows, 2);
  g_assert_true (isinf (dossier_timeline_rows_get_room (rows, 0, -INFINITY)) > 0);
  dossier_timeline_rows_take (rows, 0, 10, 20);
  dossier_timeline_rows_take (rows, 0, 40, 50);
  dossier_timeline_rows_take (rows, 0, -INFINITY, 0);

  g_assert_cmpfloat (dossier_timeline_rows_get_room (rows, 0, 0), ==, 10);
  g_assert_cmpfloat (dossier_timeline_rows_get_room (rows, 0, 20), ==, 40);
  g_assert_true (isinf (dossier_timeline_rows_get_room (rows, 0, -1000)) < 0);
  g_assert_true (isinf (dossier_timeline_rows_get_room (rows, 0, 10)) < 0);
  g_assert_true (isinf (dossier_timeline_rows_get_room (rows, 0, 50)) > 0);
  g_assert_true (isinf (dossier_timeline_rows_get_room (rows, 1, 15)) > 0);

  dossier_timeline_rows_widen (rows, 0, 10, 35);
  g_assert_true (isinf (dossier_timeline_rows_get_room (rows, 0, 30)) < 0);
  g_assert_cmpfloat (dossier_timeline_rows_get_room (rows, 0, 35), ==, 40);

  dossier_timeline_rows_reset (rows, 1);
  g_assert_true (isinf (dossier_timeline_rows_get_room (rows, 0, 15)) > 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline-index/against-all", test_against_all);
  g_test_add_func ("/timeline-index/rows", test_rows);

  return g_test_run ();
}
