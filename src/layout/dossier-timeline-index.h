/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-timeline-times.h"

G_BEGIN_DECLS

/**
 * DOSSIER_TIMELINE_ALL:
 *
 * In place of a lane: all events that are shown, each once, in whichever lanes they are.
 */
#define DOSSIER_TIMELINE_ALL (-1)

/**
 * DOSSIER_TIMELINE_MOST_LANES:
 *
 * In how many lanes one event can be; more are left out.
 */
#define DOSSIER_TIMELINE_MOST_LANES 64

/**
 * DOSSIER_TIMELINE_MOST_WEIGHTIEST:
 *
 * How many of the weightiest events of a stretch can be asked for at once.
 */
#define DOSSIER_TIMELINE_MOST_WEIGHTIEST 32

/**
 * DossierTimelineLanesFunc:
 * @event: an event
 * @lanes: (out) (array length=DOSSIER_TIMELINE_MOST_LANES): the lanes it is in, each once
 * @data: what was given along with the function
 *
 * Returns: how many lanes; 0 if the event is filtered out
 */
typedef int (*DossierTimelineLanesFunc) (int event, int *lanes, gpointer data);

/**
 * DossierTimelineIndex:
 *
 * The events of each lane in the order of time, and enough beside that to answer what a frame asks without
 * looking at every event: how many begin or end before a time (binary search), which are the weightiest of a
 * stretch, and which have begun before it and go on (a tree of the weightiest and the last end of each block).
 *
 * A place is the number of an event within its lane, from 0, in the order of the starts. What has no date at all
 * has no place; it is in a list of its own. Among equally weighty events it is not time but a number
 * made from the index that decides: so the choice in one stretch does not depend on that in the next.
 *
 * Once it is arranged, any number of threads may read it, each with a reference of its own.
 */
typedef struct _DossierTimelineIndex DossierTimelineIndex;

DossierTimelineIndex *dossier_timeline_index_new (const DossierTimelineSource *source);
DossierTimelineIndex *dossier_timeline_index_new_from_times (DossierTimelineTimes *times);
DossierTimelineIndex *dossier_timeline_index_ref (DossierTimelineIndex *index);
void dossier_timeline_index_unref (DossierTimelineIndex *index);
void dossier_timeline_index_arrange (DossierTimelineIndex *index,
                                     int n_lanes,
                                     DossierTimelineLanesFunc get_lanes,
                                     gpointer data);
DossierTimelineIndex *dossier_timeline_index_rearranged (DossierTimelineIndex *index,
                                                         int n_lanes,
                                                         DossierTimelineLanesFunc get_lanes,
                                                         gpointer data);

int dossier_timeline_index_get_n_lanes (const DossierTimelineIndex *index);
int dossier_timeline_index_get_n_events (const DossierTimelineIndex *index, int lane);
int dossier_timeline_index_get_event (const DossierTimelineIndex *index, int lane, int place);
gint64 dossier_timeline_index_get_start (const DossierTimelineIndex *index, int lane, int place);
gint64 dossier_timeline_index_get_end (const DossierTimelineIndex *index, int lane, int place);
guint32 dossier_timeline_index_get_rank (const DossierTimelineIndex *index, int lane, int place);
const int *dossier_timeline_index_get_undated (const DossierTimelineIndex *index, int lane, int *n);

int dossier_timeline_index_count_begun (const DossierTimelineIndex *index, int lane, gint64 before);
int dossier_timeline_index_count_ended (const DossierTimelineIndex *index, int lane, gint64 before);
int dossier_timeline_index_find_weightiest (const DossierTimelineIndex *index,
                                            int lane,
                                            int begin,
                                            int end,
                                            int *places,
                                            int most);
int dossier_timeline_index_find_lasting (const DossierTimelineIndex *index,
                                         int lane,
                                         int end,
                                         gint64 until,
                                         int *places,
                                         int most);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierTimelineIndex, dossier_timeline_index_unref)

G_END_DECLS
