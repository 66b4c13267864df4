/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-timeline-source.h"
#include "model/dossier-ascending.h"

G_BEGIN_DECLS

/**
 * DossierTimelineTimes:
 * @ref_count: atomic
 * @n_dated: how many events have a date; each has a place, from 0: in the order of starts, and where those are equal,
 *   of events
 * @events: by place: the index of the event
 * @starts: by place: the first second at which it can have begun, as dossier_timeline_times_to_key() makes it
 * @extents: by place: the number of the length, in @lengths, or why it has none
 * @lengths: (element-type guint32): the different lengths from start to end, in seconds: many events, few lengths
 * @weights: by place: 0 to 100
 * @far_ends: the ends that no extent tells
 * @by_end: the places in the order of ends
 * @end_samples: every so many of the ends in their order
 * @n_undated: how many events have no date
 * @undated: these, ascending
 *
 * When all events of a timeline are, shown or not: what does not depend on lanes and filters. Never changes, and any
 * number of threads may read it, each with a reference of its own. A million events take 15 MB.
 */
typedef struct _DossierTimelineTimes
{
  int ref_count;
  int n_dated;
  int *events;
  DossierAscending *starts;
  guint16 *extents;
  GArray *lengths;
  guint8 *weights;
  GArray *far_ends;
  guint32 *by_end;
  gint64 *end_samples;
  int n_undated;
  int *undated;
} DossierTimelineTimes;

DossierTimelineTimes *dossier_timeline_times_new         (const DossierTimelineSource *source);
DossierTimelineTimes *dossier_timeline_times_ref         (DossierTimelineTimes *times);
void                  dossier_timeline_times_unref       (DossierTimelineTimes *times);
gint64                dossier_timeline_times_get_end     (const DossierTimelineTimes *times, guint32 place);
int                   dossier_timeline_times_count_begun (const DossierTimelineTimes *times, gint64 before);
int                   dossier_timeline_times_count_ended (const DossierTimelineTimes *times, gint64 before);

/* Of two times the later has the larger key: the order of signed numbers is that of unsigned ones with the uppermost bit
 * turned over. */
static inline guint64
dossier_timeline_times_to_key (gint64 time)
{
  return (guint64) time ^ G_GUINT64_CONSTANT (0x8000000000000000);
}

static inline gint64
dossier_timeline_times_get_start (const DossierTimelineTimes *times, guint32 place)
{
  return (gint64) (dossier_ascending_get (times->starts, place) ^ G_GUINT64_CONSTANT (0x8000000000000000));
}

static inline guint32
dossier_timeline_times_hash_event (int event)
{
  guint32 hash = (guint32) event + 0x9e3779b9u;

  hash = (hash ^ (hash >> 16)) * 0x85ebca6bu;
  hash = (hash ^ (hash >> 13)) * 0xc2b2ae35u;

  return hash ^ (hash >> 16);
}

/* The weight, then a hash; the larger goes first. */
static inline guint32
dossier_timeline_times_get_rank (const DossierTimelineTimes *times, guint32 place)
{
  return (guint32) times->weights[place] << 25 | dossier_timeline_times_hash_event (times->events[place]) >> 7;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierTimelineTimes, dossier_timeline_times_unref)

G_END_DECLS
