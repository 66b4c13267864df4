/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-timeline-index.h"

#include "layout/dossier-parallel.h"
#include "model/dossier-pages.h"

#include <string.h>

/* How many places share a leaf of the tree. */
#define BLOCK 16

/* Looking for what lasts, so many nodes are visited at most; by then the weightiest were found. */
#define MOST_NODES 4096

/* So many events are worth a second thread. */
#define LARGE 20000

/* So many events ahead memory is asked for. */
#define AHEAD 16

/*
 * What a million events take, beside their columns, is 15 bytes each for their times and 3 to 5 in each lane. Only the
 * times know when. A lane holds numbers in the orders of start and end of all events, both ascending: a time is looked
 * for among all events, and the number of its place among those of the lane.
 */

typedef struct
{
  int n;
  gboolean is_all;             /* whether nothing is filtered out: its places are those of all events */
  DossierAscending *places;    /* by place in the lane: its place among all; NULL if is_all */
  DossierAscending *end_ranks; /* the places of its ends in by_end of the times; NULL if is_all */

  /* A heap-shaped tree: node 1 is the root, 2i and 2i+1 are below i, the last n_leaves are the blocks. */
  int n_leaves;
  gint64 *last_ends; /* by node */
  int *weightiest;   /* by node: a place, or -1 */

  int n_undated;
  int *undated;
} Lane;

struct _DossierTimelineIndex
{
  int ref_count; /* atomic */

  DossierTimelineTimes *times;
  int n_lanes;
  Lane *lanes; /* n_lanes, and one for all */
};

static void
clear_lane (Lane *lane)
{
  dossier_ascending_free (lane->places);
  dossier_ascending_free (lane->end_ranks);
  dossier_pages_free (lane->last_ends);
  dossier_pages_free (lane->weightiest);
  g_free (lane->undated);
  *lane = (Lane){ 0 };
}

static void
allocate_lane (Lane *lane, gboolean is_all, int n_undated)
{
  lane->is_all = is_all;
  lane->n_undated = n_undated;
  lane->undated = g_new (int, n_undated);
  if (is_all)
    return;

  lane->places = dossier_ascending_new ();
  lane->end_ranks = dossier_ascending_new ();
}

static guint32
get_place (const Lane *lane, int place)
{
  return lane->is_all ? (guint32) place : (guint32) dossier_ascending_get (lane->places, (guint32) place);
}

static inline guint32
get_rank (const DossierTimelineIndex *index, const Lane *lane, int place)
{
  return dossier_timeline_times_get_rank (index->times, get_place (lane, place));
}

static int
get_weightier (const DossierTimelineIndex *index, const Lane *lane, int one, int other)
{
  if (one < 0)
    return other;
  if (other < 0)
    return one;

  return get_rank (index, lane, other) > get_rank (index, lane, one) ? other : one;
}

static void
grow_tree (const DossierTimelineIndex *index, Lane *lane)
{
  int n_blocks = (lane->n + BLOCK - 1) / BLOCK;

  lane->n_leaves = 1;
  while (lane->n_leaves < n_blocks)
    lane->n_leaves *= 2;

  lane->last_ends = dossier_pages_new (gint64, 2 * lane->n_leaves);
  lane->weightiest = dossier_pages_new (int, 2 * lane->n_leaves);

  for (int block = 0; block < lane->n_leaves; block++)
    {
      gint64 last_end = DOSSIER_TIME_MIN;
      guint32 best_rank = 0;
      int weightiest = -1;

      for (int place = block * BLOCK; place < MIN ((block + 1) * BLOCK, lane->n); place++)
        {
          guint32 rank = get_rank (index, lane, place);

          last_end = MAX (last_end, dossier_timeline_times_get_end (index->times, get_place (lane, place)));
          if (weightiest < 0 || rank > best_rank)
            {
              weightiest = place;
              best_rank = rank;
            }
        }
      lane->last_ends[lane->n_leaves + block] = last_end;
      lane->weightiest[lane->n_leaves + block] = weightiest;
    }

  for (int node = lane->n_leaves - 1; node >= 1; node--)
    {
      lane->last_ends[node] = MAX (lane->last_ends[2 * node], lane->last_ends[2 * node + 1]);
      lane->weightiest[node] = get_weightier (index, lane, lane->weightiest[2 * node], lane->weightiest[2 * node + 1]);
    }
}

static const Lane *
get_lane (const DossierTimelineIndex *index, int lane)
{
  g_assert (lane >= DOSSIER_TIMELINE_ALL && lane < index->n_lanes);

  return &index->lanes[lane == DOSSIER_TIMELINE_ALL ? index->n_lanes : lane];
}

/* The weightiest of the places from begin to before end, which are at least one. */
static int
find_weightiest_one (const DossierTimelineIndex *index, const Lane *lane, int begin, int end)
{
  int best = -1;
  int left, right;

  while (begin < end && begin % BLOCK != 0)
    best = get_weightier (index, lane, best, begin++);
  while (end > begin && end % BLOCK != 0)
    best = get_weightier (index, lane, best, --end);

  for (left = lane->n_leaves + begin / BLOCK, right = lane->n_leaves + end / BLOCK; left < right; left /= 2, right /= 2)
    {
      if (left % 2 == 1)
        best = get_weightier (index, lane, best, lane->weightiest[left++]);
      if (right % 2 == 1)
        best = get_weightier (index, lane, best, lane->weightiest[--right]);
    }

  return best;
}

/**
 * dossier_timeline_index_new:
 * @source: where the events come from; not asked any more afterwards
 *
 * Sorts the events, which takes its time for a million; dossier_timeline_index_arrange() is much quicker.
 *
 * Returns: (transfer full): an index without lanes
 */
DossierTimelineIndex *
dossier_timeline_index_new (const DossierTimelineSource *source)
{
  return dossier_timeline_index_new_from_times (dossier_timeline_times_new (source));
}

/**
 * dossier_timeline_index_new_from_times:
 * @times: (transfer full): the times of all events
 *
 * As dossier_timeline_index_new(), but at once.
 *
 * Returns: (transfer full): an index without lanes
 */
DossierTimelineIndex *
dossier_timeline_index_new_from_times (DossierTimelineTimes *times)
{
  DossierTimelineIndex *index = g_new0 (DossierTimelineIndex, 1);

  index->ref_count = 1;
  index->times = times;
  index->lanes = g_new0 (Lane, 1);

  return index;
}

/**
 * dossier_timeline_index_ref:
 * @index: an index
 *
 * Returns: (transfer full): the same index
 */
DossierTimelineIndex *
dossier_timeline_index_ref (DossierTimelineIndex *index)
{
  g_atomic_int_inc (&index->ref_count);

  return index;
}

/**
 * dossier_timeline_index_unref:
 * @index: (nullable) (transfer full): an index, or %NULL
 */
void
dossier_timeline_index_unref (DossierTimelineIndex *index)
{
  if (index == NULL || !g_atomic_int_dec_and_test (&index->ref_count))
    return;

  for (int i = 0; i <= index->n_lanes; i++)
    clear_lane (&index->lanes[i]);
  g_free (index->lanes);
  dossier_timeline_times_unref (index->times);
  g_free (index);
}

/* An index of the same events, without lanes. */
static DossierTimelineIndex *
share (DossierTimelineIndex *index)
{
  DossierTimelineIndex *shared = g_new0 (DossierTimelineIndex, 1);

  g_atomic_int_inc (&index->times->ref_count);
  shared->times = index->times;
  shared->ref_count = 1;
  shared->lanes = g_new0 (Lane, 1);

  return shared;
}

/* In which lanes events are, by event: mostly in one, which is in place of a list. */
#define NO_LANE    G_MAXUINT32
#define MANY_LANES (1u << 31) /* with where in the lists theirs begins: with how many there are */

typedef struct
{
  guint32 *lanes;
  GArray *lists; /* int */
} Belonging;

static void
clear_belonging (Belonging *belonging)
{
  g_clear_pointer (&belonging->lanes, dossier_pages_free);
  g_clear_pointer (&belonging->lists, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Belonging, clear_belonging)

static const int *
get_belonging (const Belonging *belonging, int event, int *n)
{
  guint32 lane = belonging->lanes[event];
  const int *list;

  *n = lane != NO_LANE ? 1 : 0;
  if (lane == NO_LANE || (lane & MANY_LANES) == 0)
    return (const int *) &belonging->lanes[event];

  list = &g_array_index (belonging->lists, int, lane & ~MANY_LANES);
  *n = list[0];

  return list + 1;
}

/* Asks for each event where it belongs, and counts those of each lane, with and without a date. */
static void
ask (const DossierTimelineIndex *index, Belonging *belonging, DossierTimelineLanesFunc get_lanes, gpointer data, int *n_events, int *n_undated)
{
  const DossierTimelineTimes *times = index->times;
  int n = times->n_dated + times->n_undated;
  int next_undated = 0;
  int lanes[DOSSIER_TIMELINE_MOST_LANES + 1];

  belonging->lanes = dossier_pages_new (guint32, n);
  belonging->lists = g_array_new (FALSE, FALSE, sizeof (int));

  for (int event = 0; event < n; event++)
    {
      gboolean is_undated = next_undated < times->n_undated && times->undated[next_undated] == event;
      int n_here = get_lanes (event, lanes, data);
      int *counts = is_undated ? n_undated : n_events;

      next_undated += is_undated;
      belonging->lanes[event] = NO_LANE;
      if (n_here <= 0)
        continue;

      for (int i = 0; i < n_here; i++)
        {
          g_assert (lanes[i] >= 0 && lanes[i] < index->n_lanes);
          counts[lanes[i]]++;
        }
      counts[index->n_lanes]++;

      belonging->lanes[event] = n_here == 1 ? (guint32) lanes[0] : MANY_LANES | belonging->lists->len;
      if (n_here > 1)
        {
          g_array_append_val (belonging->lists, n_here);
          g_array_append_vals (belonging->lists, lanes, (guint) n_here);
        }
    }
}

/* Fetches what get_belonging() will need soon. In the order of time events lie all over the memory, and to wait for that takes
 * longer than all the rest. */
static inline void
fetch_belonging (const Belonging *belonging, int event)
{
  __builtin_prefetch (&belonging->lanes[event]);
}

static void
fill_by_start (DossierTimelineIndex *index, const Belonging *belonging)
{
  Lane *all = &index->lanes[index->n_lanes];

  if (all->is_all)
    all->n = index->times->n_dated;

  for (int place = 0; place < index->times->n_dated; place++)
    {
      int n;
      const int *lanes;

      if (place + AHEAD < index->times->n_dated)
        fetch_belonging (belonging, index->times->events[place + AHEAD]);
      lanes = get_belonging (belonging, index->times->events[place], &n);

      for (int j = 0; j < n; j++)
        {
          Lane *lane = &index->lanes[lanes[j]];

          dossier_ascending_append (lane->places, (guint32) place);
          lane->n++;
        }
      if (n > 0 && !all->is_all)
        {
          dossier_ascending_append (all->places, (guint32) place);
          all->n++;
        }
    }
}

static void
fill_undated (DossierTimelineIndex *index, const Belonging *belonging)
{
  g_autofree int *filled = g_new0 (int, index->n_lanes + 1);

  for (int i = 0; i < index->times->n_undated; i++)
    {
      int event = index->times->undated[i];
      int n;
      const int *lanes = get_belonging (belonging, event, &n);

      for (int j = 0; j < n; j++)
        index->lanes[lanes[j]].undated[filled[lanes[j]]++] = event;
      if (n > 0)
        index->lanes[index->n_lanes].undated[filled[index->n_lanes]++] = event;
    }
}

static void
fill_by_end (DossierTimelineIndex *index, const Belonging *belonging)
{
  Lane *all = &index->lanes[index->n_lanes];

  for (int rank = 0; rank < index->times->n_dated; rank++)
    {
      int n;
      const int *lanes;

      /* By start and by end the order is nearly the same: only the belonging lies far away. */
      if (rank + AHEAD < index->times->n_dated)
        fetch_belonging (belonging, index->times->events[index->times->by_end[rank + AHEAD]]);
      lanes = get_belonging (belonging, index->times->events[index->times->by_end[rank]], &n);

      for (int j = 0; j < n; j++)
        dossier_ascending_append (index->lanes[lanes[j]].end_ranks, (guint32) rank);
      if (n > 0 && !all->is_all)
        dossier_ascending_append (all->end_ranks, (guint32) rank);
    }
}

/* What several threads have a part of. */
typedef struct
{
  DossierTimelineIndex *index;
  const Belonging *belonging;
} Arranging;

/* One fills in by start, the other by end. */
static void
fill (int begin, int end, gpointer data)
{
  const Arranging *arranging = data;

  for (int i = begin; i < end; i++)
    if (i == 0)
      fill_by_end (arranging->index, arranging->belonging);
    else
      fill_by_start (arranging->index, arranging->belonging);
}

static void
grow_trees (int begin, int end, gpointer data)
{
  const Arranging *arranging = data;

  for (int i = begin; i < end; i++)
    grow_tree (arranging->index, &arranging->index->lanes[i]);
}

/**
 * dossier_timeline_index_arrange:
 * @index: an index that nobody else holds
 * @n_lanes: how many lanes there are
 * @get_lanes: says in which lanes an event is, if it is shown at all; called once for each
 * @data: for @get_lanes
 *
 * Sorts the events into lanes anew, as after a filter has changed. Takes a time linear in the number of events.
 */
void
dossier_timeline_index_arrange (DossierTimelineIndex *index,
                                int n_lanes,
                                DossierTimelineLanesFunc get_lanes,
                                gpointer data)
{
  g_autofree int *n_events = g_new0 (int, n_lanes + 1);
  g_autofree int *n_undated = g_new0 (int, n_lanes + 1);
  g_auto (Belonging) belonging = { 0 };
  Arranging arranging = { index, &belonging };
  gboolean is_large = index->times->n_dated >= LARGE;

  g_return_if_fail (n_lanes >= 0);

  for (int i = 0; i <= index->n_lanes; i++)
    clear_lane (&index->lanes[i]);
  index->n_lanes = n_lanes;
  index->lanes = g_renew (Lane, index->lanes, n_lanes + 1);
  memset (index->lanes, 0, (gsize) (n_lanes + 1) * sizeof (Lane));

  /* First count, then fill in by start, then by end. */
  ask (index, &belonging, get_lanes, data, n_events, n_undated);
  for (int i = 0; i <= n_lanes; i++)
    {
      Lane *lane = &index->lanes[i];

      allocate_lane (lane, i == n_lanes && n_events[i] == index->times->n_dated, n_undated[i]);
    }
  dossier_parallel_run (2, is_large ? 1 : 2, fill, &arranging);
  fill_undated (index, &belonging);
  clear_belonging (&belonging);

  for (int i = 0; i <= n_lanes; i++)
    if (!index->lanes[i].is_all)
      {
        dossier_ascending_trim (index->lanes[i].places);
        dossier_ascending_trim (index->lanes[i].end_ranks);
      }
  dossier_parallel_run (n_lanes + 1, is_large ? 1 : n_lanes + 1, grow_trees, &arranging);
}

/**
 * dossier_timeline_index_rearranged:
 * @index: (transfer full): an index
 * @n_lanes: how many lanes there are
 * @get_lanes: says in which lanes an event is, if it is shown at all
 * @data: for @get_lanes
 *
 * As dossier_timeline_index_arrange(), but whoever else holds @index keeps it as it was. What is the same in both
 * they share, and only that grows with the number of all events.
 *
 * Returns: (transfer full): the index with other lanes
 */
DossierTimelineIndex *
dossier_timeline_index_rearranged (DossierTimelineIndex *index,
                                   int n_lanes,
                                   DossierTimelineLanesFunc get_lanes,
                                   gpointer data)
{
  DossierTimelineIndex *rearranged = index;

  if (g_atomic_int_get (&index->ref_count) > 1)
    {
      rearranged = share (index);
      dossier_timeline_index_unref (index);
    }
  dossier_timeline_index_arrange (rearranged, n_lanes, get_lanes, data);

  return rearranged;
}

/**
 * dossier_timeline_index_get_n_lanes:
 * @index: an index
 *
 * Returns: how many lanes there are
 */
int
dossier_timeline_index_get_n_lanes (const DossierTimelineIndex *index)
{
  return index->n_lanes;
}

/**
 * dossier_timeline_index_get_n_events:
 * @index: an index
 * @lane: a lane, or %DOSSIER_TIMELINE_ALL
 *
 * Returns: how many events with a date it has
 */
int
dossier_timeline_index_get_n_events (const DossierTimelineIndex *index, int lane)
{
  return get_lane (index, lane)->n;
}

/**
 * dossier_timeline_index_get_event:
 * @index: an index
 * @lane: a lane, or %DOSSIER_TIMELINE_ALL
 * @place: a place in it
 *
 * Returns: the index of the event at that place
 */
int
dossier_timeline_index_get_event (const DossierTimelineIndex *index, int lane, int place)
{
  return index->times->events[get_place (get_lane (index, lane), place)];
}

/**
 * dossier_timeline_index_get_start:
 * @index: an index
 * @lane: a lane, or %DOSSIER_TIMELINE_ALL
 * @place: a place in it
 *
 * Returns: the first second at which the event there can have begun, or %DOSSIER_TIME_MIN
 */
gint64
dossier_timeline_index_get_start (const DossierTimelineIndex *index, int lane, int place)
{
  return dossier_timeline_times_get_start (index->times, get_place (get_lane (index, lane), place));
}

/**
 * dossier_timeline_index_get_end:
 * @index: an index
 * @lane: a lane, or %DOSSIER_TIMELINE_ALL
 * @place: a place in it
 *
 * Returns: the last second at which the event there can have ended, or %DOSSIER_TIME_MAX
 */
gint64
dossier_timeline_index_get_end (const DossierTimelineIndex *index, int lane, int place)
{
  return dossier_timeline_times_get_end (index->times, get_place (get_lane (index, lane), place));
}

/**
 * dossier_timeline_index_get_rank:
 * @index: an index
 * @lane: a lane, or %DOSSIER_TIMELINE_ALL
 * @place: a place in it
 *
 * Returns: a number by which events come first: the larger does. No order but that of weights has a meaning
 */
guint32
dossier_timeline_index_get_rank (const DossierTimelineIndex *index, int lane, int place)
{
  return get_rank (index, get_lane (index, lane), place);
}

/**
 * dossier_timeline_index_get_undated:
 * @index: an index
 * @lane: a lane, or %DOSSIER_TIMELINE_ALL
 * @n: (out): how many there are
 *
 * Returns: (array length=n) (transfer none): the indexes of its events without any date, in the order of the document
 */
const int *
dossier_timeline_index_get_undated (const DossierTimelineIndex *index, int lane, int *n)
{
  *n = get_lane (index, lane)->n_undated;

  return get_lane (index, lane)->undated;
}

/**
 * dossier_timeline_index_count_begun:
 * @index: an index
 * @lane: a lane, or %DOSSIER_TIMELINE_ALL
 * @before: a time
 *
 * Returns: how many events of the lane can have begun before @before: also the first place that has not
 */
int
dossier_timeline_index_count_begun (const DossierTimelineIndex *index, int lane, gint64 before)
{
  const Lane *self = get_lane (index, lane);
  int place = dossier_timeline_times_count_begun (index->times, before);

  return self->is_all ? place : (int) dossier_ascending_find (self->places, (guint32) place);
}

/**
 * dossier_timeline_index_count_ended:
 * @index: an index
 * @lane: a lane, or %DOSSIER_TIMELINE_ALL
 * @before: a time
 *
 * Returns: how many events of the lane must have ended before @before
 */
int
dossier_timeline_index_count_ended (const DossierTimelineIndex *index, int lane, gint64 before)
{
  const Lane *self = get_lane (index, lane);
  int rank = dossier_timeline_times_count_ended (index->times, before);

  return self->is_all ? rank : (int) dossier_ascending_find (self->end_ranks, (guint32) rank);
}

/**
 * dossier_timeline_index_find_weightiest:
 * @index: an index
 * @lane: a lane, or %DOSSIER_TIMELINE_ALL
 * @begin: the first place
 * @end: the place behind the last
 * @places: (out) (array length=most): the weightiest of those places, the weightiest first
 * @most: how many are wanted, at most %DOSSIER_TIMELINE_MOST_WEIGHTIEST
 *
 * Returns: how many were found: @most, or all if there are fewer
 */
int
dossier_timeline_index_find_weightiest (const DossierTimelineIndex *index,
                                        int lane,
                                        int begin,
                                        int end,
                                        int *places,
                                        int most)
{
  typedef struct
  {
    int begin;
    int end;
    int best;
  } Stretch;

  const Lane *self = get_lane (index, lane);
  Stretch stretches[DOSSIER_TIMELINE_MOST_WEIGHTIEST + 1];
  int n_stretches = 0;
  int n = 0;

  g_return_val_if_fail (most <= DOSSIER_TIMELINE_MOST_WEIGHTIEST, 0);

  begin = MAX (begin, 0);
  end = MIN (end, self->n);
  if (begin >= end || most <= 0)
    return 0;

  /* Each find splits its stretch in two, and the best of all stretches is the next. */
  stretches[n_stretches++] = (Stretch){ begin, end, find_weightiest_one (index, self, begin, end) };

  while (n < most && n_stretches > 0)
    {
      int best = 0;
      Stretch stretch;

      for (int i = 1; i < n_stretches; i++)
        if (get_rank (index, self, stretches[i].best) > get_rank (index, self, stretches[best].best))
          best = i;

      stretch = stretches[best];
      stretches[best] = stretches[--n_stretches];
      places[n++] = stretch.best;

      if (stretch.begin < stretch.best)
        stretches[n_stretches++] = (Stretch){
          stretch.begin, stretch.best, find_weightiest_one (index, self, stretch.begin, stretch.best)
        };
      if (stretch.best + 1 < stretch.end)
        stretches[n_stretches++] = (Stretch){
          stretch.best + 1, stretch.end, find_weightiest_one (index, self, stretch.best + 1, stretch.end)
        };
    }

  return n;
}

/**
 * dossier_timeline_index_find_lasting:
 * @index: an index
 * @lane: a lane, or %DOSSIER_TIMELINE_ALL
 * @end: the place behind the last
 * @until: a time
 * @places: (out) (array length=most): of the places before @end weighty ones that can have lasted until @until,
 *   the weightiest first
 * @most: how many are wanted
 *
 * Finds what goes on from before. Where very many do, some weighty ones among light ones may be missed.
 *
 * Returns: how many were found
 */
int
dossier_timeline_index_find_lasting (const DossierTimelineIndex *index,
                                     int lane,
                                     int end,
                                     gint64 until,
                                     int *places,
                                     int most)
{
  const Lane *self = get_lane (index, lane);
  int stack[64];
  int n_stack = 0;
  int n = 0;

  end = MIN (end, self->n);
  if (end <= 0 || most <= 0)
    return 0;

  stack[n_stack++] = 1;
  for (int visits = 0; n_stack > 0 && visits < MOST_NODES; visits++)
    {
      int node = stack[--n_stack];
      int first = node;
      int second;

      if (self->last_ends[node] < until || self->weightiest[node] < 0)
        continue;
      if (n == most && get_rank (index, self, self->weightiest[node]) <= get_rank (index, self, places[n - 1]))
        continue;

      /* Whether the node lies behind the end is told by its first block. */
      while (first < self->n_leaves)
        first *= 2;
      if ((first - self->n_leaves) * BLOCK >= end)
        continue;

      if (node < self->n_leaves)
        {
          first = 2 * node;
          second = 2 * node + 1;
          if (self->weightiest[second] >= 0 && get_weightier (index, self, self->weightiest[first], self->weightiest[second]) == self->weightiest[second])
            {
              first = 2 * node + 1;
              second = 2 * node;
            }
          stack[n_stack++] = second;
          stack[n_stack++] = first;
          continue;
        }

      for (int place = (node - self->n_leaves) * BLOCK; place < MIN ((node - self->n_leaves + 1) * BLOCK, end); place++)
        {
          int at = n;

          if (dossier_timeline_times_get_end (index->times, get_place (self, place)) < until)
            continue;
          while (at > 0 && get_rank (index, self, places[at - 1]) < get_rank (index, self, place))
            at--;
          if (at == most)
            continue;
          n = MIN (n + 1, most);
          memmove (&places[at + 1], &places[at], (gsize) (n - at - 1) * sizeof (int));
          places[at] = place;
        }
    }

  return n;
}
