/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/dossier-places-store.h"
#include "layout/dossier-map-lasso.h"
#include "layout/dossier-map-look.h"
#include "layout/dossier-map-move.h"
#include "layout/dossier-map-scene.h"
#include "layout/dossier-map-transition.h"
#include "layout/dossier-progress.h"
#include "painting/dossier-map-easel.h"
#include "painting/dossier-map-painter.h"
#include "painting/dossier-map-stage.h"
#include "widgets/dossier-map-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Room at the edges for controls and legend, in pixels. */
#define DOSSIER_MAP_VIEW_EDGE     24.0
#define DOSSIER_MAP_VIEW_EDGE_TOP 52.0

/* The numbers of marks that stand for lines begin here, those below are nodes. */
#define DOSSIER_MAP_VIEW_STRAND_MARKS (1 << 28)

/* What the files of the map view share: drawing, pointer, keys, and names. */
struct _DossierMapView
{
  DossierCanvas parent_instance;

  DossierView *view;
  DossierMap *map; /* NULL while it is laid out */
  DossierMapScene *scene;
  DossierMapCamera camera;
  DossierMapCamera glide_from;
  DossierMapCamera glide_to;
  gboolean moved;      /* by the user: else the whole map is shown, whatever the size */
  gboolean glide_fits; /* the motion ends with the whole map */
  gboolean resumes;    /* what is being laid out is what was shown, read again: the camera stays where the user took it */
  DossierMapCamera camera_before; /* before a ribbon was opened, where room was made for it */
  gboolean has_camera_before;
  gboolean moved_before;
  GCancellable *arranging;
  DossierProgress *progress; /* of what is being arranged, an atomic rc box; NULL if nothing is */
  gint64 arranging_since;    /* of the monotonic clock */
  guint sign_id;             /* has the progress be drawn; 0 if nothing is being arranged */
  gboolean is_plotted;   /* too many ties are in sight: there is no scene, the stage draws */
  DossierMapStage *stage; /* NULL as long as none was needed */
  DossierMapEasel *easel; /* paints the scene if it is heavy; NULL as long as none was */
  DossierMapPlot *plot;   /* what the stage draws; NULL if it is to be made anew */
  gboolean waits;      /* for its size, to be laid out for that */
  gboolean folded;     /* whether people are folded into their states */
  gboolean *folded_states; /* by actor, where single ones are otherwise */
  gboolean folding_is_chosen; /* whether a person chose who is folded */
  gboolean keeps_places;   /* whether what is being laid out keeps the places of the present map */
  DossierPlacesStore *store; /* where places are kept beyond the session; NULL as long as nothing is laid out */
  DossierPlaces *places;     /* how the map was left, for the first arrangement; NULL if that is not known */
  guint keep_id;             /* has the places be kept soon; 0 if they are */
  DossierMapLook look;
  DossierMapLook arranged_look;      /* of the present map, while another is being laid out; likewise what follows */
  gboolean *arranged_folded_states;  /* NULL as long as there is no map */
  gboolean arranged_folded;
  gboolean arranged_by_choice;
  gboolean tells_arranging;          /* whether the property "arranging" is set */
  int n_steps;              /* how far a selected actor's neighbourhood reaches, at least 1 */
  DossierMapBetween between;
  gboolean *kept;           /* by actor, whether it is shown; NULL if all are */
  DossierMapTransition *transition;
  AdwAnimation *settle; /* from where actors stood to where they shall stand */
  GArray *settling;     /* DossierPoint, two for each node: from where it comes, and to where it goes; NULL at first */
  AdwAnimation *fade; /* from what was shown to what shall be */
  double aspect;       /* of the room that it is laid out for */
  int n_loose;           /* how many of those that are shown have no tie that is */
  gboolean legend_shown; /* where there is room */
  DossierRectangle covers[DOSSIER_MAP_CAMERA_N_COVERS]; /* what lies over the view: controls, and the legend as the last */

  int hovered_node;
  int hovered_strand;
  int focused_node;
  int opened_ribbon;
  int focused_ribbon;       /* whose line has the keyboard focus, -1 if the actor has */
  int grabbed_node;
  DossierPoint grab_offset; /* from the pointer to the node, in units of the layout */
  GArray *lasso;            /* DossierPoint, in pixels: being drawn; NULL if none is */
  DossierMapMove *move;     /* that is under way */
  GSimpleActionGroup *actions;
  GtkWidget *menu;
  int menu_node;            /* what it is about, -1 for the map */
};

gboolean dossier_map_view_find_covers (DossierMapView *self, const DossierMapPainter *painter);
DossierRectangle dossier_map_view_get_room (DossierMapView *self);
DossierMapCamera dossier_map_view_make_fitting_camera (DossierMapView *self, double width, double height);
const char *dossier_map_view_find_notice (DossierMapView *self);
void dossier_map_view_draw_notice (DossierMapView *self, cairo_t *cr);
void dossier_map_view_draw_legend (DossierMapView *self, const DossierMapPainter *painter, cairo_t *cr);
void dossier_map_view_fit_ribbon (DossierMapView *self, int ribbon);

int dossier_map_view_get_shown (DossierMapView *self, int actor);
gboolean dossier_map_view_is_in_sight (DossierMapView *self, int node);
void dossier_map_view_select_node (DossierMapView *self, int node);
void dossier_map_view_open_ribbon (DossierMapView *self, int ribbon);
void dossier_map_view_close_ribbon (DossierMapView *self);
void dossier_map_view_glide_to (DossierMapView *self, const DossierMapCamera *camera);
void dossier_map_view_select_strand (DossierMapView *self, const DossierMapSceneStrand *strand);
void dossier_map_view_centre_on (DossierMapView *self, int node);
void dossier_map_view_fit_neighbourhood (DossierMapView *self, int node);
DossierMapHit dossier_map_view_hit (DossierMapView *self, double x, double y);

char *dossier_map_view_dup_node_label (DossierMapView *self, int node);
char *dossier_map_view_dup_strand_label (DossierMapView *self, const DossierMapSceneStrand *strand);
char *dossier_map_view_dup_ribbon_label (DossierMapView *self, int ribbon);
char *dossier_map_view_dup_tooltip (DossierCanvas *canvas, double x, double y);
void dossier_map_view_list_marks (DossierCanvas *canvas, GArray *marks);

void dossier_map_view_init_settling (DossierMapView *self);
void dossier_map_view_settle_from (DossierMapView *self, const DossierMap *before);
void dossier_map_view_finish_settling (DossierMapView *self);
DossierProgress *dossier_map_view_watch_arranging (DossierMapView *self);
void dossier_map_view_unwatch_arranging (DossierMapView *self);
void dossier_map_view_note_arranged (DossierMapView *self);
void dossier_map_view_stop_arranging (DossierMapView *self);
void dossier_map_view_cancel (DossierMapView *self);
void dossier_map_view_show_look (DossierMapView *self);
gboolean dossier_map_view_shows_sign (DossierMapView *self);
void dossier_map_view_draw_sign (DossierMapView *self, cairo_t *cr);

void dossier_map_view_apply (DossierMapView *self);
void dossier_map_view_arrange_anew (DossierMapView *self, gboolean from_scratch);
void dossier_map_view_keep (DossierMapView *self, gboolean *kept);
void dossier_map_view_fold_state (DossierMapView *self, int node, gboolean folded);

void dossier_map_view_make_actions (DossierMapView *self);
void dossier_map_view_update_actions (DossierMapView *self);
void dossier_map_view_show_menu (DossierMapView *self, int node, double x, double y);

void dossier_map_view_open_places (DossierMapView *self);
void dossier_map_view_recall_places (DossierMapView *self, DossierMap *map);
void dossier_map_view_keep_places (DossierMapView *self);
void dossier_map_view_close_places (DossierMapView *self);

void dossier_map_view_update_places (DossierMapView *self);
void dossier_map_view_begin_drag (DossierMapView *self, int node);
void dossier_map_view_move_by (DossierMapView *self, int node, double dx, double dy);
void dossier_map_view_end_drag (DossierMapView *self);
void dossier_map_view_nudge (DossierMapView *self, double dx, double dy);
void dossier_map_view_set_pinned (DossierMapView *self, int node, gboolean pinned);
void dossier_map_view_unpin_all (DossierMapView *self);
void dossier_map_view_apply_move (gpointer change, gboolean undo, gpointer data);
gboolean dossier_map_view_choose_none (DossierMapView *self);
void dossier_map_view_choose (DossierMapView *self, const DossierPoint *points, int n_points);

gboolean dossier_map_view_press_key (DossierCanvas *canvas, guint keyval, GdkModifierType modifiers);

void dossier_map_view_point (DossierCanvas *canvas, double x, double y);
void dossier_map_view_click (DossierCanvas *canvas, int n_press, double x, double y, GdkModifierType modifiers);
gboolean dossier_map_view_grab (DossierCanvas *canvas, double x, double y, GdkModifierType modifiers);
void dossier_map_view_drag (DossierCanvas *canvas, double x, double y);
void dossier_map_view_drop (DossierCanvas *canvas, double x, double y);

G_END_DECLS
