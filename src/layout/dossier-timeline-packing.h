/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-timeline-index.h"
#include "layout/dossier-timeline-rows.h"
#include "layout/dossier-timeline-spots.h"
#include "layout/dossier-timeline-titles.h"

G_BEGIN_DECLS

/* From the left edge of an event to its title, and from the end of that to whatever is next, in pixels. */
#define DOSSIER_TIMELINE_INDENT  12.0
#define DOSSIER_TIMELINE_PADDING 7.0
#define DOSSIER_TIMELINE_GAP     7.0

/* Between a title and the date behind it. That is told as soon as the event is wider than a mark: before, the axis says it
   no worse. */
#define DOSSIER_TIMELINE_DETAIL_GAP 14.0

/* Less of a title that has to be cut is not worth reading: two words and a half say little, a mark says no less. */
#define DOSSIER_TIMELINE_LEAST_TITLE 84.0

/* Whole titles may be shorter; but with less room than this no event is asked for its title. */
#define DOSSIER_TIMELINE_LEAST_ROOM 48.0

/**
 * DossierTimelinePlaced:
 * @place: which event, by its place in the lane
 * @event: which event
 * @rank: what decides who comes first
 * @row: its row, from 0; -1 if it has none
 * @track: if it has no row, its track, from 0; -1 if it has none
 * @left: where it begins, in pixels from the reference; may be minus infinity
 * @ink_right: where it ends; at least the width of a mark from @left
 * @right: where its title ends too: up to there the row is taken
 * @title_room: room for the title; 0 for none
 *
 * An event with a place of its own.
 */
typedef struct
{
  int place;
  int event;
  guint32 rank;
  int row;
  int track;
  double left;
  double ink_right;
  double right;
  double title_room;
} DossierTimelinePlaced;

/**
 * DossierTimelineCluster:
 * @first: its events begin from this second on
 * @last: up to this one; what begins there and is placed does not belong to it
 * @left: where it begins, in pixels from the reference
 * @right: where it ends
 * @count: how many events
 * @event: the weightiest of them, or -1 if nobody looked
 * @rank: its rank
 * @is_mark: whether it is one event with the width of a mark, which then is drawn as such
 * @title_room: room for the title of @event; 0 for none
 *
 * Events without a place of their own, that stand close together.
 */
typedef struct
{
  gint64 first;
  gint64 last;
  double left;
  double right;
  int count;
  int event;
  guint32 rank;
  gboolean is_mark;
  double title_room;
} DossierTimelineCluster;

/**
 * DossierTimelinePacking:
 * @seconds_per_pixel: for which zoom
 * @begin: the first second of the stretch that was packed; positions count from there
 * @end: its last second
 * @n_rows: in how many rows
 * @n_tracks: how many tracks are used
 * @placed: (element-type DossierTimelinePlaced): by place
 * @clusters: (element-type DossierTimelineCluster): from left to right, in the last row
 * @spots: (element-type DossierTimelineSpot): where the events of the stretch stand, whatever the zoom is, by place
 * @spots_begin: the first second of the stretch that they were found for
 * @spots_end: its last second
 * @spots_shift: which events were looked at; a logarithm of seconds
 * @spots_rows: for how many rows they were found; 0 if they are yet to be
 * @has_all: whether those are all events of the stretch
 *
 * Which events of a lane stand in which row, and which are merged. It does not depend on what part of
 * the stretch is seen.
 */
typedef struct
{
  double seconds_per_pixel;
  gint64 begin;
  gint64 end;
  int n_rows;
  int n_tracks;
  GArray *placed;
  GArray *clusters;
  GArray *spots;
  gint64 spots_begin;
  gint64 spots_end;
  int spots_shift;
  int spots_rows;
  gboolean has_all;
} DossierTimelinePacking;

/**
 * DOSSIER_TIMELINE_FOOT_TRACKS:
 *
 * At the foot of a lane long events that have no row are still drawn, as thin lines. There is always room for so
 * many; up to %DOSSIER_TIMELINE_MOST_TRACKS there are if the last row gives some of its height.
 */
#define DOSSIER_TIMELINE_FOOT_TRACKS 2
#define DOSSIER_TIMELINE_MOST_TRACKS 4

/**
 * DOSSIER_TIMELINE_FEW:
 *
 * Up to this many events, all of a lane are packed whatever is seen; and up to this many in a stretch of a
 * larger lane are looked at one by one.
 */
#define DOSSIER_TIMELINE_FEW 512

void dossier_timeline_packing_init (DossierTimelinePacking *packing);
void dossier_timeline_packing_clear (DossierTimelinePacking *packing);
void dossier_timeline_packing_update (DossierTimelinePacking *packing,
                                      const DossierTimelineIndex *index,
                                      int lane,
                                      const int *homes,
                                      double home_scale,
                                      DossierTimelineTitles *titles,
                                      DossierTimelineRows *rows);
int dossier_timeline_packing_find_homes (const DossierTimelineIndex *index,
                                         int lane,
                                         double seconds_per_pixel,
                                         DossierTimelineTitles *titles,
                                         DossierTimelineRows *rows,
                                         int *homes);

G_END_DECLS
