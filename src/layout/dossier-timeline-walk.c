/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-timeline-walk.h"

/**
 * dossier_timeline_walk_count:
 * @index: an index
 * @lane: a lane, or %DOSSIER_TIMELINE_ALL
 *
 * Returns: how many events of the lane are shown, dated and undated
 */
int
dossier_timeline_walk_count (const DossierTimelineIndex *index, int lane)
{
  int n_undated;

  dossier_timeline_index_get_undated (index, lane, &n_undated);

  return dossier_timeline_index_get_n_events (index, lane) + n_undated;
}

/**
 * dossier_timeline_walk_get:
 * @index: an index
 * @lane: a lane, or %DOSSIER_TIMELINE_ALL
 * @number: a number within it, from 0: those with a date come first, in the order of time
 *
 * Returns: the event, or -1 if @number is outside
 */
int
dossier_timeline_walk_get (const DossierTimelineIndex *index, int lane, int number)
{
  int n_dated = dossier_timeline_index_get_n_events (index, lane);
  int n_undated;
  const int *undated = dossier_timeline_index_get_undated (index, lane, &n_undated);

  if (number < 0 || number >= n_dated + n_undated)
    return -1;

  return number < n_dated ? dossier_timeline_index_get_event (index, lane, number) : undated[number - n_dated];
}

/**
 * dossier_timeline_walk_find:
 * @index: an index
 * @lane: a lane, or %DOSSIER_TIMELINE_ALL
 * @event: an event
 * @start: where the index has its start: the earliest second at which it can have begun
 *
 * Returns: its number within the lane, as dossier_timeline_walk_get() counts, or -1 if it is not in it
 */
int
dossier_timeline_walk_find (const DossierTimelineIndex *index, int lane, int event, gint64 start)
{
  int n_dated = dossier_timeline_index_get_n_events (index, lane);
  int n_undated;
  const int *undated = dossier_timeline_index_get_undated (index, lane, &n_undated);

  for (int i = dossier_timeline_index_count_begun (index, lane, start);
       i < n_dated && dossier_timeline_index_get_start (index, lane, i) == start;
       i++)
    if (dossier_timeline_index_get_event (index, lane, i) == event)
      return i;
  for (int i = 0; i < n_undated; i++)
    if (undated[i] == event)
      return n_dated + i;

  return -1;
}

/**
 * dossier_timeline_walk_near:
 * @index: an index
 * @lane: a lane, or %DOSSIER_TIMELINE_ALL
 * @time: a second
 *
 * Returns: the number of the event whose start is nearest to @time, or -1 if the lane is empty
 */
int
dossier_timeline_walk_near (const DossierTimelineIndex *index, int lane, gint64 time)
{
  int n_dated = dossier_timeline_index_get_n_events (index, lane);
  int at;

  if (n_dated == 0)
    return dossier_timeline_walk_count (index, lane) > 0 ? 0 : -1;

  at = dossier_timeline_index_count_begun (index, lane, time);
  if (at == n_dated)
    return n_dated - 1;

  /* As doubles, for the distance of two times may not fit into 64 bits. */
  if (at > 0 && (double) time - (double) dossier_timeline_index_get_start (index, lane, at - 1) <
                    (double) dossier_timeline_index_get_start (index, lane, at) - (double) time)
    at--;

  return at;
}
