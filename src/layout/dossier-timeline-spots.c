/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-timeline-spots.h"

#include "layout/dossier-time-viewport.h"
#include "layout/dossier-timeline-packing.h"
#include "layout/dossier-timeline-scene.h"

#include <math.h>

/*
 * Ken Been, Eli Daiches and Chee Yap, "Dynamic Map Labeling", 2006: what is placed anew at each zoom jumps about. So
 * each event has one place at all zooms, and a scale up to which it is seen there: zooming in, events only ever come, and
 * zooming out they only go. As there, the weightier choose first.
 *
 * That two events do not meet in a row is the easier the closer one looks: titles are as wide as they are in pixels, and
 * take the less of time. So for each two there is one scale up to which they do not meet.
 */

/* Of two rows, one is better if an event is seen in it at scales larger by this factor. */
#define BETTER 1.02

/* What is seen from everywhere, or from nowhere, is worth so much; as a logarithm. */
#define LARGEST 100.0

/* In the last row, where what has no other place is merged, an event stands only if that is better by this factor. */
#define BETTER_IN_LAST 1.5

/* An event as it is placed. */
typedef struct
{
  guint32 rank;
  gint64 start;
  gint64 end;
  double least_width;     /* from its start to what may come next, with the least title; in pixels */
  double protected_width; /* the same with as much of its title as nobody takes */
  DossierTimelineSpot *spot;
} Candidate;

/* What a row has to offer. */
typedef struct
{
  double mark_scale;
  double title_scale;
} Offer;

/* By weight, and among equals by time: this gives neater rows, but each depends on all before it. */
static int
compare_weights (gconstpointer a, gconstpointer b)
{
  guint32 one = ((const Candidate *) a)->rank >> 25;
  guint32 other = ((const Candidate *) b)->rank >> 25;

  if (one != other)
    return one > other ? -1 : 1;

  return ((const Candidate *) a)->spot->place - ((const Candidate *) b)->spot->place;
}

/* By weight, and among equals by what they are: so that each depends only on few others, wherever in time they are. */
static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  guint32 one = ((const Candidate *) a)->rank;
  guint32 other = ((const Candidate *) b)->rank;

  if (one != other)
    return one > other ? -1 : 1;

  return compare_weights (a, b);
}

/* Up to which scale the former of two, so many pixels wide, ends before the latter begins. */
static double
get_scale (const Candidate *former, const Candidate *latter, double width)
{
  double between;

  if (former->end >= latter->start || former->start == latter->start)
    return 0;

  between = (dossier_time_difference (latter->start, former->end) - 1) / DOSSIER_TIMELINE_GAP;
  if (former->start == DOSSIER_TIME_MIN)
    return between;

  return MIN (between, dossier_time_difference (latter->start, former->start) / (width + DOSSIER_TIMELINE_GAP));
}

/* Takes from what a row offers where one is met that has been placed there. */
static void
give_way (Offer *offer, const Candidate *candidate, const Candidate *placed)
{
  if (candidate->start <= placed->start)
    {
      double mark_scale = get_scale (candidate, placed, DOSSIER_TIMELINE_MARK_WIDTH);
      double title_scale = get_scale (candidate, placed, candidate->least_width);

      if (mark_scale < placed->spot->mark_scale)
        offer->mark_scale = MIN (offer->mark_scale, mark_scale);
      if (title_scale < placed->spot->mark_scale)
        offer->title_scale = MIN (offer->title_scale, title_scale);
    }
  else
    {
      double mark_scale = get_scale (placed, candidate, DOSSIER_TIMELINE_MARK_WIDTH);
      double title_scale = get_scale (placed, candidate, placed->protected_width);
      double scale = INFINITY;

      /* Further out than its title is seen, only its mark is met. */
      if (title_scale < placed->spot->title_scale)
        scale = title_scale;
      else if (mark_scale < placed->spot->mark_scale)
        scale = MAX (mark_scale, placed->spot->title_scale);
      offer->mark_scale = MIN (offer->mark_scale, scale);
      offer->title_scale = MIN (offer->title_scale, scale);
    }
}

/* How much a row is worth: an event is to be seen from far, and to be read from far. */
static double
get_worth (const Offer *offer)
{
  return (CLAMP (log (offer->mark_scale), -LARGEST, LARGEST) + CLAMP (log (offer->title_scale), -LARGEST, LARGEST)) / 2;
}

static gboolean
is_better (const Offer *offer, const Offer *other, double factor)
{
  return get_worth (offer) > get_worth (other) + log (factor);
}

/* The nth row to try: home, then those around it. */
static int
get_nth_row (int home, int n, int n_rows)
{
  int up = home;
  int down = n_rows - 1 - home;
  int both = MIN (up, down);

  if (n <= 2 * both)
    return n % 2 == 1 ? home - (n + 1) / 2 : home + n / 2;

  return up > down ? home - (n - both) : home + (n - both);
}

/* The best row, of equal ones that which is nearest to home. */
static void
choose_row (Candidate *candidate, const Offer *offers, int n_rows, int home, double home_scale)
{
  int n_upper = n_rows - 1;
  int row = n_upper;

  if (n_upper > 0)
    {
      row = home % n_upper;
      for (int i = 1; i < n_upper; i++)
        {
          int other = get_nth_row (home % n_upper, i, n_upper);

          if (is_better (&offers[other], &offers[row], BETTER))
            row = other;
        }
      if (offers[row].title_scale < home_scale && is_better (&offers[n_upper], &offers[row], BETTER_IN_LAST))
        row = n_upper;
    }

  candidate->spot->row = offers[row].mark_scale > 0 ? row : -1;
  candidate->spot->mark_scale = offers[row].mark_scale;
  candidate->spot->title_scale = offers[row].title_scale;
}

/* Of many, only those titles are measured that are to be seen. */
static Candidate
make_candidate (const DossierTimelineIndex *index, int lane, DossierTimelineTitles *titles, DossierTimelineSpot *spot)
{
  double around = DOSSIER_TIMELINE_INDENT + DOSSIER_TIMELINE_PADDING;
  double width = INFINITY;

  if (titles != NULL)
    width = dossier_timeline_titles_get (titles, dossier_timeline_index_get_event (index, lane, spot->place))->width;

  return (Candidate){
    .rank = dossier_timeline_index_get_rank (index, lane, spot->place),
    .start = dossier_timeline_index_get_start (index, lane, spot->place),
    .end = dossier_timeline_index_get_end (index, lane, spot->place),
    .least_width = around + MIN (width, DOSSIER_TIMELINE_LEAST_TITLE),
    .protected_width = around + MIN (width, DOSSIER_TIMELINE_PROTECTED_TITLE),
    .spot = spot,
  };
}

/**
 * dossier_timeline_spots_find:
 * @index: the events
 * @lane: which lane
 * @n_rows: how many rows it has, at least 1; in the last one that is merged which has no place
 * @homes: (nullable): by place, the row that each event would like best; %NULL for a large lane
 * @home_scale: how many seconds a pixel stands for where the whole is seen
 * @titles: (nullable): the words; %NULL takes all for long
 * @spots: (inout) (array length=n_spots): for the event of each, where it stands; their places ascend
 * @n_spots: how many; the work grows with the square of it
 *
 * Finds for each event a place that is good for all zooms.
 */
void
dossier_timeline_spots_find (const DossierTimelineIndex *index,
                             int lane,
                             int n_rows,
                             const int *homes,
                             double home_scale,
                             DossierTimelineTitles *titles,
                             DossierTimelineSpot *spots,
                             int n_spots)
{
  g_autofree Candidate *candidates = g_new (Candidate, MAX (n_spots, 1));
  g_autofree Offer *offers = g_new (Offer, n_rows);

  g_return_if_fail (n_rows > 0);

  if (n_spots == 0)
    return;

  for (int i = 0; i < n_spots; i++)
    candidates[i] = make_candidate (index, lane, titles, &spots[i]);
  if (n_spots > 0)
    qsort (candidates, (gsize) n_spots, sizeof *candidates, homes != NULL ? compare_weights : compare_ranks);

  for (int i = 0; i < n_spots; i++)
    {
      for (int row = 0; row < n_rows; row++)
        offers[row] = (Offer){ INFINITY, INFINITY };
      for (int j = 0; j < i; j++)
        if (candidates[j].spot->row >= 0)
          give_way (&offers[candidates[j].spot->row], &candidates[i], &candidates[j]);

      choose_row (&candidates[i], offers, n_rows, homes != NULL ? homes[candidates[i].spot->place] : 0, home_scale);
    }
}
