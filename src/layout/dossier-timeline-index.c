/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-timeline-index.h"

#include <string.h>

/* How many places share a leaf of the tree. */
#define BLOCK 16

/* Looking for what lasts, so many nodes are visited at most; by then the weightiest were found. */
#define MOST_NODES 4096

typedef struct
{
  int n;
  int *events;         /* by place */
  gint64 *starts;      /* by place, ascending */
  gint64 *sorted_ends; /* ascending */

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

  /* (nullable): the index whose columns of all events this one uses, too. */
  DossierTimelineIndex *owner;

  /* Of all events, by index. The rank is the weight, then a hash; the larger goes first. */
  gint64 *starts;
  gint64 *ends;
  guint32 *ranks;

  /* All events with a date, by start and by end. Lanes are filled in these orders, so a filter sorts nothing. */
  int n_dated;
  int *by_start;
  int *by_end;
  int n_undated;
  int *undated;

  int n_lanes;
  Lane *lanes; /* n_lanes, and one for all */
};

static guint32
hash_event (int event)
{
  guint32 hash = (guint32) event + 0x9e3779b9u;

  hash = (hash ^ (hash >> 16)) * 0x85ebca6bu;
  hash = (hash ^ (hash >> 13)) * 0xc2b2ae35u;

  return hash ^ (hash >> 16);
}

static int
compare_starts (gconstpointer a, gconstpointer b, gpointer data)
{
  const DossierTimelineIndex *index = data;
  int one = *(const int *) a;
  int other = *(const int *) b;

  if (index->starts[one] != index->starts[other])
    return index->starts[one] < index->starts[other] ? -1 : 1;

  return one - other;
}

static int
compare_ends (gconstpointer a, gconstpointer b, gpointer data)
{
  const DossierTimelineIndex *index = data;
  int one = *(const int *) a;
  int other = *(const int *) b;

  if (index->ends[one] != index->ends[other])
    return index->ends[one] < index->ends[other] ? -1 : 1;

  return one - other;
}

static void
clear_lane (Lane *lane)
{
  g_clear_pointer (&lane->events, g_free);
  g_clear_pointer (&lane->starts, g_free);
  g_clear_pointer (&lane->sorted_ends, g_free);
  g_clear_pointer (&lane->last_ends, g_free);
  g_clear_pointer (&lane->weightiest, g_free);
  g_clear_pointer (&lane->undated, g_free);
  *lane = (Lane){ 0 };
}

static void
allocate_lane (Lane *lane, int n, int n_undated)
{
  lane->events = g_new (int, n);
  lane->starts = g_new (gint64, n);
  lane->sorted_ends = g_new (gint64, n);
  lane->undated = g_new (int, n_undated);
}

static guint32
get_rank (const DossierTimelineIndex *index, const Lane *lane, int place)
{
  return index->ranks[lane->events[place]];
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

  lane->last_ends = g_new (gint64, 2 * lane->n_leaves);
  lane->weightiest = g_new (int, 2 * lane->n_leaves);

  for (int block = 0; block < lane->n_leaves; block++)
    {
      gint64 last_end = DOSSIER_TIME_MIN;
      int weightiest = -1;

      for (int place = block * BLOCK; place < MIN ((block + 1) * BLOCK, lane->n); place++)
        {
          last_end = MAX (last_end, index->ends[lane->events[place]]);
          weightiest = get_weightier (index, lane, weightiest, place);
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

/* The first of n ascending numbers that is at least limit. */
static int
find_first (const gint64 *numbers, int n, gint64 limit)
{
  int low = 0;

  while (n > 0)
    {
      int half = n / 2;

      if (numbers[low + half] < limit)
        {
          low += half + 1;
          n -= half + 1;
        }
      else
        {
          n = half;
        }
    }

  return low;
}

/**
 * dossier_timeline_index_new:
 * @source: where the events come from; copied, its data must live as long as the index
 *
 * Sorts the events, which takes its time for a million; dossier_timeline_index_arrange() is much quicker.
 *
 * Returns: (transfer full): an index without lanes
 */
DossierTimelineIndex *
dossier_timeline_index_new (const DossierTimelineSource *source)
{
  DossierTimelineIndex *index = g_new0 (DossierTimelineIndex, 1);
  int n = source->n_events;

  index->ref_count = 1;
  index->starts = g_new (gint64, n);
  index->ends = g_new (gint64, n);
  index->ranks = g_new (guint32, n);
  index->by_start = g_new (int, n);
  index->undated = g_new (int, n);
  index->lanes = g_new0 (Lane, 1);

  for (int event = 0; event < n; event++)
    {
      DossierSpan span;

      source->get_span (event, &span, source->data);
      index->starts[event] = span.start_earliest;
      index->ends[event] = MAX (span.end_latest, span.start_earliest);
      index->ranks[event] = (guint32) CLAMP (source->get_weight (event, source->data), 0, 100) << 25 |
                            hash_event (event) >> 7;

      if (span.flags & DOSSIER_SPAN_UNKNOWN)
        index->undated[index->n_undated++] = event;
      else
        index->by_start[index->n_dated++] = event;
    }

  index->by_end = g_new (int, index->n_dated);
  if (index->n_dated > 0)
    memcpy (index->by_end, index->by_start, (gsize) index->n_dated * sizeof (int));
  g_qsort_with_data (index->by_start, index->n_dated, sizeof (int), compare_starts, index);
  g_qsort_with_data (index->by_end, index->n_dated, sizeof (int), compare_ends, index);

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
  if (index->owner == NULL)
    {
      g_free (index->starts);
      g_free (index->ends);
      g_free (index->ranks);
      g_free (index->by_start);
      g_free (index->by_end);
      g_free (index->undated);
    }
  dossier_timeline_index_unref (index->owner);
  g_free (index);
}

/* An index of the same events, without lanes. */
static DossierTimelineIndex *
share (DossierTimelineIndex *index)
{
  DossierTimelineIndex *owner = index->owner != NULL ? index->owner : index;
  DossierTimelineIndex *shared = g_new0 (DossierTimelineIndex, 1);

  /* One by one: others may be counting references to the owner at this moment. */
  shared->starts = owner->starts;
  shared->ends = owner->ends;
  shared->ranks = owner->ranks;
  shared->n_dated = owner->n_dated;
  shared->by_start = owner->by_start;
  shared->by_end = owner->by_end;
  shared->n_undated = owner->n_undated;
  shared->undated = owner->undated;
  shared->ref_count = 1;
  shared->owner = dossier_timeline_index_ref (owner);
  shared->lanes = g_new0 (Lane, 1);

  return shared;
}

/**
 * dossier_timeline_index_arrange:
 * @index: an index that nobody else holds
 * @n_lanes: how many lanes there are
 * @get_lanes: says in which lanes an event is, if it is shown at all; called up to three times for each
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
  int lanes[DOSSIER_TIMELINE_MOST_LANES + 1];

  g_return_if_fail (n_lanes >= 0);

  for (int i = 0; i <= index->n_lanes; i++)
    clear_lane (&index->lanes[i]);
  index->n_lanes = n_lanes;
  index->lanes = g_renew (Lane, index->lanes, n_lanes + 1);
  memset (index->lanes, 0, (gsize) (n_lanes + 1) * sizeof (Lane));

  for (int pass = 0; pass < 3; pass++)
    {
      const int *order = pass == 1 ? index->by_end : index->by_start;

      /* First count, then fill in by end, then by start. */
      for (int i = 0; i < index->n_dated; i++)
        {
          int event = order[i];
          int n = get_lanes (event, lanes, data);

          if (n <= 0)
            continue;

          lanes[n++] = n_lanes;
          for (int j = 0; j < n; j++)
            {
              Lane *lane;
              int place;

              g_assert (lanes[j] >= 0 && lanes[j] <= n_lanes);
              lane = &index->lanes[lanes[j]];
              place = n_events[lanes[j]]++;
              if (pass == 1)
                {
                  lane->sorted_ends[place] = index->ends[event];
                }
              else if (pass == 2)
                {
                  lane->events[place] = event;
                  lane->starts[place] = index->starts[event];
                }
            }
        }

      for (int i = 0; i < index->n_undated && pass != 1; i++)
        {
          int event = index->undated[i];
          int n = get_lanes (event, lanes, data);

          if (n <= 0)
            continue;

          lanes[n++] = n_lanes;
          for (int j = 0; j < n; j++)
            {
              int place = n_undated[lanes[j]]++;

              if (pass == 2)
                index->lanes[lanes[j]].undated[place] = event;
            }
        }

      for (int i = 0; i <= n_lanes; i++)
        {
          if (pass == 0)
            allocate_lane (&index->lanes[i], n_events[i], n_undated[i]);
          if (pass == 2)
            {
              index->lanes[i].n = n_events[i];
              index->lanes[i].n_undated = n_undated[i];
              grow_tree (index, &index->lanes[i]);
            }
          n_events[i] = 0;
          if (pass != 1)
            n_undated[i] = 0;
        }
    }
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
  return get_lane (index, lane)->events[place];
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
  return get_lane (index, lane)->starts[place];
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
  const Lane *self = get_lane (index, lane);

  return index->ends[self->events[place]];
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
 * dossier_timeline_index_get_starts:
 * @index: an index
 * @lane: a lane, or %DOSSIER_TIMELINE_ALL
 * @n: (out): how many there are
 *
 * Returns: (array length=n) (transfer none): the starts of its events, ascending; open ones first
 */
const gint64 *
dossier_timeline_index_get_starts (const DossierTimelineIndex *index, int lane, int *n)
{
  *n = get_lane (index, lane)->n;

  return get_lane (index, lane)->starts;
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

  return find_first (self->starts, self->n, before);
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

  return find_first (self->sorted_ends, self->n, before);
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

          if (index->ends[self->events[place]] < until)
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
