/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-timeline-index.h"
#include "layout/dossier-timeline-scene.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DossierTimelineLane:
 * @title: what stands at its left, in UTF-8
 * @kind: the kind whose colour it has, or -1
 * @is_folded: whether it is folded to a strip that only counts its events
 *
 * A row of the timeline.
 */
typedef struct
{
  const char *title;
  int kind;
  gboolean is_folded;
} DossierTimelineLane;

/**
 * DossierTimelineArc:
 * @from: the index of the event it comes from
 * @to: the index of the event it leads to, or -1 if it leads to something that is no event of the dossier
 * @to_span: for that, when it was
 * @is_link: whether the one event answers the other; otherwise somebody reacts
 * @label: what is to be written on it, such as "3 criticise, 2 days later"; may be empty
 *
 * What leads to the selected event, or from it to another. Its colour is the business of who gives it.
 */
typedef struct
{
  int from;
  int to;
  DossierSpan to_span;
  gboolean is_link;
  const char *label;
} DossierTimelineArc;

/**
 * DossierTimelineLayout:
 *
 * Decides what a frame of the timeline shows: which events are drawn by themselves and in which row, which are
 * merged, and where all the words stand. It keeps what one frame can use of the one before; the result depends
 * only on what is asked for. The work of a frame follows the pixels and not the number of events.
 *
 * An object is used by one thread at a time.
 */
typedef struct _DossierTimelineLayout DossierTimelineLayout;

DossierTimelineLayout *dossier_timeline_layout_new (const DossierTimelineSource *source,
                                                    DossierMeasureFunc measure,
                                                    gpointer data);
void dossier_timeline_layout_free (DossierTimelineLayout *layout);
DossierTimelineLayout *dossier_timeline_layout_copy (DossierTimelineLayout *layout,
                                                     DossierMeasureFunc measure,
                                                     gpointer data);
void dossier_timeline_layout_follow (DossierTimelineLayout *layout, DossierTimelineLayout *other);
guint dossier_timeline_layout_get_generation (const DossierTimelineLayout *layout);

void dossier_timeline_layout_set_lanes (DossierTimelineLayout *layout,
                                        const DossierTimelineLane *lanes,
                                        int n_lanes,
                                        DossierTimelineLanesFunc get_lanes,
                                        gpointer data);
void dossier_timeline_layout_set_lanes_async (DossierTimelineLayout *layout,
                                              const DossierTimelineLane *lanes,
                                              int n_lanes,
                                              DossierTimelineLanesFunc get_lanes,
                                              gpointer data,
                                              GDestroyNotify free_data,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data);
gboolean dossier_timeline_layout_set_lanes_finish (DossierTimelineLayout *layout,
                                                   GAsyncResult *result,
                                                   GError **error);
void dossier_timeline_layout_set_folded (DossierTimelineLayout *layout,
                                         int lane,
                                         gboolean is_folded);
void dossier_timeline_layout_set_expanded (DossierTimelineLayout *layout, gboolean is_expanded);
void dossier_timeline_layout_set_arcs (DossierTimelineLayout *layout,
                                       const DossierTimelineArc *arcs,
                                       int n_arcs);
int dossier_timeline_layout_get_n_arcs (const DossierTimelineLayout *layout);
void dossier_timeline_layout_fonts_changed (DossierTimelineLayout *layout);

const DossierTimelineIndex *dossier_timeline_layout_get_index (DossierTimelineLayout *layout);
void dossier_timeline_layout_get_plot (DossierTimelineLayout *layout,
                                       double width,
                                       double *plot_x,
                                       double *plot_width);
gboolean dossier_timeline_layout_has_dates (const DossierTimelineLayout *layout);
gboolean dossier_timeline_layout_get_range (DossierTimelineLayout *layout, gint64 *begin, gint64 *end);
void dossier_timeline_layout_get_home (DossierTimelineLayout *layout,
                                       double width,
                                       DossierTimeViewport *viewport);
void dossier_timeline_layout_get_whole (DossierTimelineLayout *layout,
                                        double width,
                                        DossierTimeViewport *viewport);

void dossier_timeline_layout_update (DossierTimelineLayout *layout,
                                     const DossierTimeViewport *viewport,
                                     double width,
                                     double height,
                                     double scroll,
                                     DossierTimelineScene *scene);
int dossier_timeline_layout_find_merged (DossierTimelineLayout *layout,
                                         const DossierTimelineScene *scene,
                                         int event);
int *dossier_timeline_layout_list_merged (DossierTimelineLayout *layout,
                                          const DossierTimelineScene *scene,
                                          int merged,
                                          int *n_events);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierTimelineLayout, dossier_timeline_layout_free)

G_END_DECLS
