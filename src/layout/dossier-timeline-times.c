/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-timeline-times.h"

#include "layout/dossier-time-order.h"
#include "model/dossier-pages.h"

/* Of so many ends in their order, one is in a list that is looked through first. */
#define SAMPLE 16

/* In place of the number of a length. */
#define EXTENT_OPEN G_MAXUINT16       /* the end is open */
#define EXTENT_FAR  (G_MAXUINT16 - 1) /* it is listed apart: the start is open, they are 136 years apart, or there are too many lengths */

/* An end that is not told by an extent. */
typedef struct
{
  guint32 place;
  gint64 end;
} FarEnd;

/**
 * dossier_timeline_times_get_end:
 * @times: times
 * @place: a place
 *
 * Returns: the last second at which the event there can have ended, or %DOSSIER_TIME_MAX
 */
gint64
dossier_timeline_times_get_end (const DossierTimelineTimes *times, guint32 place)
{
  guint32 low = 0, high;

  if (times->extents[place] == EXTENT_OPEN)
    return DOSSIER_TIME_MAX;
  if (times->extents[place] != EXTENT_FAR)
    return dossier_timeline_times_get_start (times, place) + g_array_index (times->lengths, guint32, times->extents[place]);

  high = times->far_ends->len;
  while (high - low > 1)
    {
      guint32 middle = low + (high - low) / 2;

      if (g_array_index (times->far_ends, FarEnd, middle).place <= place)
        low = middle;
      else
        high = middle;
    }

  return g_array_index (times->far_ends, FarEnd, low).end;
}

static gint64
get_nth_end (const DossierTimelineTimes *times, int nth)
{
  return dossier_timeline_times_get_end (times, times->by_end[nth]);
}

static gint64
get_start_of_event (int event, gpointer data)
{
  const DossierTimelineSource *source = data;
  DossierSpan span;

  source->get_span (event, &span, source->data);

  return span.start_earliest;
}

static gint64
get_end_of_place (int place, gpointer data)
{
  return dossier_timeline_times_get_end (data, (guint32) place);
}

/* The number of a length, the next if it is new; @numbers holds those that there are. */
static guint16
find_length (DossierTimelineTimes *times, GHashTable *numbers, guint32 length)
{
  gpointer found;
  guint number = times->lengths->len;

  if (g_hash_table_lookup_extended (numbers, GUINT_TO_POINTER (length), NULL, &found))
    return (guint16) GPOINTER_TO_UINT (found);
  if (number == EXTENT_FAR)
    return EXTENT_FAR;

  g_array_append_val (times->lengths, length);
  g_hash_table_insert (numbers, GUINT_TO_POINTER (length), GUINT_TO_POINTER (number));

  return (guint16) number;
}

/* Events are in their order already. */
static void
fill_by_place (DossierTimelineTimes *times, const DossierTimelineSource *source)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);

  for (int place = 0; place < times->n_dated; place++)
    {
      int event = times->events[place];
      DossierSpan span;
      gint64 end;

      source->get_span (event, &span, source->data);
      end = MAX (span.end_latest, span.start_earliest);
      dossier_ascending_append (times->starts, dossier_timeline_times_to_key (span.start_earliest));
      times->weights[place] = (guint8) CLAMP (source->get_weight (event, source->data), 0, 100);

      if (end == DOSSIER_TIME_MAX)
        times->extents[place] = EXTENT_OPEN;
      else if (span.start_earliest != DOSSIER_TIME_MIN && (guint64) end - (guint64) span.start_earliest <= G_MAXUINT32)
        times->extents[place] = find_length (times, numbers, (guint32) (end - span.start_earliest));
      else
        times->extents[place] = EXTENT_FAR;

      if (times->extents[place] == EXTENT_FAR)
        {
          FarEnd far = { (guint32) place, end };

          g_array_append_val (times->far_ends, far);
        }
    }
  dossier_ascending_trim (times->starts);
}

/* The length that most events have. */
static guint16
find_common_extent (const DossierTimelineTimes *times)
{
  g_autofree int *counts = g_new0 (int, EXTENT_FAR + 1);
  guint16 common = 0;

  for (int place = 0; place < times->n_dated; place++)
    if (times->extents[place] < EXTENT_FAR)
      counts[times->extents[place]]++;
  for (int extent = 0; extent < EXTENT_FAR; extent++)
    if (counts[extent] > counts[common])
      common = (guint16) extent;

  return common;
}

static int
find_next (const DossierTimelineTimes *times, guint16 extent, int place)
{
  while (place < times->n_dated && times->extents[place] != extent)
    place++;

  return place;
}

/* What lasts equally long ends in the order in which it begins, and most events last a day: only the others are sorted,
 * and then go between these. */
static void
order_by_end (DossierTimelineTimes *times)
{
  int n = times->n_dated;
  guint16 common = find_common_extent (times);
  int *others = dossier_pages_new (int, n);
  int n_others = 0;
  int next, other = 0;

  for (int place = 0; place < n; place++)
    if (times->extents[place] != common)
      others[n_others++] = place;
  dossier_time_order (others, n_others, get_end_of_place, times);

  times->by_end = dossier_pages_new (guint32, n);
  next = find_next (times, common, 0);
  for (int i = 0; i < n; i++)
    {
      gint64 end = next < n ? dossier_timeline_times_get_end (times, (guint32) next) : DOSSIER_TIME_MAX;
      gint64 other_end = other < n_others ? dossier_timeline_times_get_end (times, (guint32) others[other]) : DOSSIER_TIME_MAX;

      if (next < n && (other == n_others || end < other_end || (end == other_end && next < others[other])))
        {
          times->by_end[i] = (guint32) next;
          next = find_next (times, common, next + 1);
        }
      else
        times->by_end[i] = (guint32) others[other++];
    }
  dossier_pages_free (others);
}

/**
 * dossier_timeline_times_new:
 * @source: where the events come from; not asked any more afterwards
 *
 * Puts the events in order, which takes its time for a million. May be called in any thread that may ask @source.
 *
 * Returns: (transfer full): their times
 */
DossierTimelineTimes *
dossier_timeline_times_new (const DossierTimelineSource *source)
{
  DossierTimelineTimes *times = g_new0 (DossierTimelineTimes, 1);
  int n = source->n_events;
  int n_samples;

  times->ref_count = 1;
  times->far_ends = g_array_new (FALSE, FALSE, sizeof (FarEnd));
  times->lengths = g_array_new (FALSE, FALSE, sizeof (guint32));
  times->events = dossier_pages_new (int, n);
  times->undated = dossier_pages_new (int, n);

  for (int event = 0; event < n; event++)
    {
      DossierSpan span;

      source->get_span (event, &span, source->data);
      if (span.flags & DOSSIER_SPAN_UNKNOWN)
        times->undated[times->n_undated++] = event;
      else
        times->events[times->n_dated++] = event;
    }

  n = times->n_dated;
  times->events = dossier_pages_renew (int, times->events, n);
  times->undated = dossier_pages_renew (int, times->undated, times->n_undated);
  dossier_time_order (times->events, n, get_start_of_event, (gpointer) source);

  times->starts = dossier_ascending_new ();
  times->extents = dossier_pages_new (guint16, n);
  times->weights = dossier_pages_new (guint8, n);
  fill_by_place (times, source);

  order_by_end (times);

  n_samples = (n + SAMPLE - 1) / SAMPLE;
  times->end_samples = dossier_pages_new (gint64, n_samples);
  for (int i = 0; i < n_samples; i++)
    times->end_samples[i] = get_nth_end (times, i * SAMPLE);

  return times;
}

/**
 * dossier_timeline_times_ref:
 * @times: times
 *
 * Returns: (transfer full): the same times
 */
DossierTimelineTimes *
dossier_timeline_times_ref (DossierTimelineTimes *times)
{
  g_atomic_int_inc (&times->ref_count);

  return times;
}

/**
 * dossier_timeline_times_unref:
 * @times: (nullable) (transfer full): times, or %NULL
 */
void
dossier_timeline_times_unref (DossierTimelineTimes *times)
{
  if (times == NULL || !g_atomic_int_dec_and_test (&times->ref_count))
    return;

  dossier_pages_free (times->events);
  dossier_ascending_free (times->starts);
  dossier_pages_free (times->extents);
  dossier_pages_free (times->weights);
  g_array_unref (times->far_ends);
  g_array_unref (times->lengths);
  dossier_pages_free (times->by_end);
  dossier_pages_free (times->end_samples);
  dossier_pages_free (times->undated);
  g_free (times);
}

/**
 * dossier_timeline_times_count_begun:
 * @times: times
 * @before: a time
 *
 * Returns: how many events can have begun before @before: also the first place that has not
 */
int
dossier_timeline_times_count_begun (const DossierTimelineTimes *times, gint64 before)
{
  return (int) dossier_ascending_find (times->starts, dossier_timeline_times_to_key (before));
}

/**
 * dossier_timeline_times_count_ended:
 * @times: times
 * @before: a time
 *
 * Returns: how many events must have ended before @before: also the first place in the order of ends that has not
 */
int
dossier_timeline_times_count_ended (const DossierTimelineTimes *times, gint64 before)
{
  int low = 0, high = (times->n_dated + SAMPLE - 1) / SAMPLE;

  while (low < high)
    {
      int middle = low + (high - low) / 2;

      if (times->end_samples[middle] < before)
        low = middle + 1;
      else
        high = middle;
    }

  /* The sample before is less, the one at low is not. */
  high = MIN (low * SAMPLE, times->n_dated);
  low = MAX (low - 1, 0) * SAMPLE;
  while (low < high)
    {
      int middle = low + (high - low) / 2;

      if (get_nth_end (times, middle) < before)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}
