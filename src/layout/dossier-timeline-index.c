/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-timeline-index.h"

#include "layout/dossier-time-order.h"

#include <string.h>

/* How many places share a leaf of the tree. */
#define BLOCK 16

/* Looking for what lasts, so many nodes are visited at most; by then the weightiest were found. */
#define MOST_NODES 4096

typedef struct
{
  int n;
  gboolean is_all;     /* whether events and starts are those of the index: nothing is filtered out */
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
  gint64 *ends;
  guint32 *ranks;

  /* All events with a date, by start and by end. Lanes are filled in these orders, so a filter sorts nothing. */
  int n_dated;
  int *by_start;
  gint64 *starts; /* in the order of by_start */
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

static void
clear_lane (Lane *lane)
{
  if (!lane->is_all)
    {
      g_free (lane->events);
      g_free (lane->starts);
    }
  g_clear_pointer (&lane->sorted_ends, g_free);
  g_clear_pointer (&lane->last_ends, g_free);
  g_clear_pointer (&lane->weightiest, g_free);
  g_clear_pointer (&lane->undated, g_free);
  *lane = (Lane){ 0 };
}

static void
allocate_lane (DossierTimelineIndex *index, Lane *lane, gboolean is_all, int n, int n_undated)
{
  lane->is_all = is_all;
  lane->events = is_all ? index->by_start : g_new (int, n);
  lane->starts = is_all ? index->starts : g_new (gint64, n);
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
  gint64 *starts;

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
  dossier_time_order (index->starts, index->by_start, index->n_dated);
  dossier_time_order (index->ends, index->by_end, index->n_dated);

  /* From here on starts are only asked for in their order. */
  starts = g_new (gint64, index->n_dated);
  for (int i = 0; i < index->n_dated; i++)
    starts[i] = index->starts[index->by_start[i]];
  g_free (index->starts);
  index->starts = starts;
  index->undated = g_renew (int, index->undated, index->n_undated);

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

/* In which lanes events are: those of event i are lanes[begins[i]] to lanes[begins[i + 1]]; what has none is not shown. */
typedef struct
{
  guint32 *begins;
  GArray *lanes; /* int */
} Belonging;

static void
clear_belonging (Belonging *belonging)
{
  g_clear_pointer (&belonging->begins, g_free);
  g_clear_pointer (&belonging->lanes, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Belonging, clear_belonging)

static const int *
get_belonging (const Belonging *belonging, int event, int *n)
{
  *n = (int) (belonging->begins[event + 1] - belonging->begins[event]);

  return &g_array_index (belonging->lanes, int, belonging->begins[event]);
}

/* Asks for each event where it belongs, and counts those of each lane, with and without a date. */
static void
ask (const DossierTimelineIndex *index, Belonging *belonging, DossierTimelineLanesFunc get_lanes, gpointer data, int *n_events, int *n_undated)
{
  int n = index->n_dated + index->n_undated;
  int next_undated = 0;
  int lanes[DOSSIER_TIMELINE_MOST_LANES + 1];

  belonging->begins = g_new (guint32, (gsize) n + 1);
  belonging->lanes = g_array_sized_new (FALSE, FALSE, sizeof (int), (guint) n);

  for (int event = 0; event < n; event++)
    {
      gboolean is_undated = next_undated < index->n_undated && index->undated[next_undated] == event;
      int n_here = get_lanes (event, lanes, data);
      int *counts = is_undated ? n_undated : n_events;

      next_undated += is_undated;
      belonging->begins[event] = belonging->lanes->len;
      if (n_here <= 0)
        continue;

      for (int i = 0; i < n_here; i++)
        {
          g_assert (lanes[i] >= 0 && lanes[i] < index->n_lanes);
          counts[lanes[i]]++;
        }
      counts[index->n_lanes]++;
      g_array_append_vals (belonging->lanes, lanes, (guint) n_here);
    }

  belonging->begins[n] = belonging->lanes->len;
}

static void
append (Lane *lane, int event, gint64 start)
{
  lane->events[lane->n] = event;
  lane->starts[lane->n] = start;
  lane->n++;
}

static void
fill_by_start (DossierTimelineIndex *index, const Belonging *belonging)
{
  Lane *all = &index->lanes[index->n_lanes];

  if (all->is_all)
    all->n = index->n_dated;

  for (int i = 0; i < index->n_dated; i++)
    {
      int event = index->by_start[i];
      int n;
      const int *lanes = get_belonging (belonging, event, &n);

      for (int j = 0; j < n; j++)
        append (&index->lanes[lanes[j]], event, index->starts[i]);
      if (n > 0 && !all->is_all)
        append (all, event, index->starts[i]);
    }
}

static void
fill_undated (DossierTimelineIndex *index, const Belonging *belonging)
{
  g_autofree int *filled = g_new0 (int, index->n_lanes + 1);

  for (int i = 0; i < index->n_undated; i++)
    {
      int event = index->undated[i];
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
  g_autofree int *filled = g_new0 (int, index->n_lanes + 1);

  for (int i = 0; i < index->n_dated; i++)
    {
      int event = index->by_end[i];
      int n;
      const int *lanes = get_belonging (belonging, event, &n);

      for (int j = 0; j < n; j++)
        index->lanes[lanes[j]].sorted_ends[filled[lanes[j]]++] = index->ends[event];
      if (n > 0)
        index->lanes[index->n_lanes].sorted_ends[filled[index->n_lanes]++] = index->ends[event];
    }
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

      allocate_lane (index, lane, i == n_lanes && n_events[i] == index->n_dated, n_events[i], n_undated[i]);
      lane->n_undated = n_undated[i];
    }
  fill_by_start (index, &belonging);
  fill_undated (index, &belonging);
  fill_by_end (index, &belonging);

  for (int i = 0; i <= n_lanes; i++)
    grow_tree (index, &index->lanes[i]);
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
