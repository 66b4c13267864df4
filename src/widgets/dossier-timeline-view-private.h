/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-timeline-lanes.h"
#include "painting/dossier-timeline-arcs.h"
#include "painting/dossier-timeline-stage.h"
#include "widgets/dossier-timeline-view.h"

G_BEGIN_DECLS

/*
 * The timeline view has six files: dossier-timeline-view.c has what it shows, dossier-timeline-frame.c draws it,
 * dossier-timeline-hand.c has what pointer and fingers do, dossier-timeline-drag.c what they draw,
 * dossier-timeline-focus.c what keys do, dossier-timeline-voice.c what is said.
 */

/* What a drag is for; DOSSIER_TIMELINE_DRAG_NONE pans. */
typedef enum
{
  DOSSIER_TIMELINE_DRAG_NONE,
  DOSSIER_TIMELINE_DRAG_BRUSH,
  DOSSIER_TIMELINE_DRAG_ZOOM,
  DOSSIER_TIMELINE_DRAG_BAND,
  DOSSIER_TIMELINE_DRAG_LANE,
} DossierTimelineDrag;

struct _DossierTimelineView
{
  DossierCanvas parent_instance;

  DossierView *view;
  DossierTimelineLayout *layout;
  DossierTimelineLanes *lanes;      /* those that are shown, one of the following */
  DossierTimelineLanes *next_lanes; /* those that it is to have once the events are sorted into them; NULL if the same */
  DossierTimelineLanes *lanes_of_facet[DOSSIER_N_LANE_FACETS]; /* as they were ordered and folded; NULL until asked for */
  GCancellable *arranging; /* while the events are sorted into the lanes in a thread, else NULL */
  DossierFacet facet; /* what the lanes stand for */
  DossierTimelineArcs *arcs;
  DossierTimelineStage *stage;
  DossierTimelinePicture *picture;  /* the latest, of the stage; NULL as long as there is none */
  DossierTimelinePicture *pictured; /* what the texture shows */
  GdkTexture *texture;
  DossierTimelineScene scene; /* of the picture, which owns what is in it; that may be seen moved */
  DossierTimelineScene empty_scene;
  DossierTimeViewport viewport;
  DossierTimeViewport glide_from;
  DossierTimeViewport glide_to;
  gboolean has_viewport;
  double scroll;
  double pan_rest; /* less than a pixel of the screen that a pan has not gone yet */
  DossierTimelineCounts counts; /* as they were told last */
  guint counts_id;

  char *sentence; /* what is in sight; NULL until it is known */
  GCancellable *describing; /* while that is being found anew, else NULL */

  int focused;         /* the event that the keyboard is on, or -1 */
  int hovered_merged;  /* which of the scene's marks for several the pointer is on, or -1 */
  double pointer_x;    /* NAN if the pointer is elsewhere */

  DossierTimelineDrag drag; /* what a drag under way is for */
  gint64 drag_anchor;       /* the end of a span that stays where it is, in seconds */
  gint64 zoom_begin;        /* the span that is zoomed to when it is dropped, in seconds */
  gint64 zoom_end;
  double drag_x; /* where the pointer is in a drag, in pixels */
  double drag_y;
  guint autopan_id; /* while time moves since the pointer is at an edge, else 0 */
  gint64 autopan_time;
  double band_x; /* where the rubber band began, in pixels */
  double band_y;
  DossierTimelineBox band;
  int dragged_lane; /* which lane is dragged, or -1 */
  int lane_target;  /* where it would stand */
  int menu_lane;    /* whose menu is open, or -1 */
};

/* dossier-timeline-view.c */
DossierDocument *dossier_timeline_view_get_document (DossierTimelineView *self);
void dossier_timeline_view_get_span (DossierTimelineView *self,
                                     int event,
                                     DossierSpan *span);
void dossier_timeline_view_glide_to (DossierTimelineView *self,
                                     const DossierTimeViewport *viewport);

DossierTimeViewport dossier_timeline_view_get_target (DossierTimelineView *self);
char *dossier_timeline_view_fill_state (DossierTimelineView *self,
                                        DossierTimelinePainter *out_painter,
                                        DossierTimelineState *out_state);

/* dossier-timeline-frame.c */
void dossier_timeline_view_start_frames (DossierTimelineView *self);
void dossier_timeline_view_stop_frames (DossierTimelineView *self);
void dossier_timeline_view_update_frame (DossierTimelineView *self,
                                         int width,
                                         int height);
DossierTimelineHit dossier_timeline_view_hit (DossierTimelineView *self,
                                              double x,
                                              double y);
void dossier_timeline_view_snapshot (GtkWidget *widget,
                                     GtkSnapshot *snapshot);

void dossier_timeline_view_apply_lanes (DossierTimelineView *self);

/* dossier-timeline-lane-hand.c */
int dossier_timeline_view_find_lane (DossierTimelineView *self,
                                     const DossierTimelineBand *band);
void dossier_timeline_view_toggle_lane (DossierTimelineView *self,
                                        int lane);
char *dossier_timeline_view_dup_lane_label (DossierTimelineView *self,
                                            const DossierTimelineBand *band);
gboolean dossier_timeline_view_grab_lane (DossierTimelineView *self,
                                          double x,
                                          double y);
void dossier_timeline_view_drag_lane (DossierTimelineView *self,
                                      double y);
void dossier_timeline_view_drop_lane (DossierTimelineView *self);
gboolean dossier_timeline_view_get_lane_drop (DossierTimelineView *self,
                                              DossierTimelineBox *taken,
                                              double *y);
void dossier_timeline_view_add_lane_actions (GtkWidgetClass *widget_class);
void dossier_timeline_view_init_lane_hand (DossierTimelineView *self);

/* dossier-timeline-sight.c */
gboolean dossier_timeline_view_find_extent (DossierTimelineView *self,
                                            int event,
                                            gint64 *begin,
                                            gint64 *end);
void dossier_timeline_view_bring_into_sight (DossierTimelineView *self,
                                             int event);
void dossier_timeline_view_fit_events (DossierTimelineView *self,
                                       const int *events,
                                       int n_events);
void dossier_timeline_view_centre_event (DossierTimelineView *self,
                                         int event);

/* dossier-timeline-autopan.c */
void dossier_timeline_view_update_autopan (DossierTimelineView *self);

/* dossier-timeline-focus.c */
const char *dossier_timeline_view_get_lane_title (DossierTimelineView *self,
                                                  int lane);
char *dossier_timeline_view_dup_event_label (DossierTimelineView *self,
                                             int event);
void dossier_timeline_view_select_event (DossierTimelineView *self,
                                         int event);
void dossier_timeline_view_toggle_event (DossierTimelineView *self,
                                         int event);
void dossier_timeline_view_select_up_to (DossierTimelineView *self,
                                         int event,
                                         int lane);
gboolean dossier_timeline_view_press_key (DossierCanvas *canvas,
                                          guint keyval,
                                          GdkModifierType modifiers);

/* dossier-timeline-hand.c */
void dossier_timeline_view_fan_out (DossierTimelineView *self,
                                    int merged);
void dossier_timeline_view_point (DossierCanvas *canvas,
                                  double x,
                                  double y);
void dossier_timeline_view_click (DossierCanvas *canvas,
                                  int n_press,
                                  double x,
                                  double y,
                                  GdkModifierType modifiers);
gboolean dossier_timeline_view_hold (DossierCanvas *canvas,
                                     double x,
                                     double y);
char *dossier_timeline_view_dup_tooltip (DossierCanvas *canvas,
                                         double x,
                                         double y);

/* dossier-timeline-voice.c */
void dossier_timeline_view_tell_sentence (DossierTimelineView *self);
void dossier_timeline_view_forget_sentence (DossierTimelineView *self);
void dossier_timeline_view_update_sentence (DossierTimelineView *self);
void dossier_timeline_view_list_marks (DossierCanvas *canvas,
                                       GArray *marks);
void dossier_timeline_view_activate_mark (DossierCanvas *canvas,
                                          int id);

/* dossier-timeline-drag.c */
const char *dossier_timeline_view_get_drag_cursor (DossierTimelineView *self,
                                                   double x,
                                                   double y);
void dossier_timeline_view_add_drag_state (DossierTimelineView *self,
                                           DossierTimelineState *state);
gboolean dossier_timeline_view_grab (DossierCanvas *canvas,
                                     double x,
                                     double y,
                                     GdkModifierType modifiers);
void dossier_timeline_view_drag (DossierCanvas *canvas,
                                 double x,
                                 double y);
void dossier_timeline_view_drop (DossierCanvas *canvas,
                                 double x,
                                 double y);

G_END_DECLS
