/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-map-view-private.h"

#include "layout/dossier-map-content.h"
#include "painting/dossier-hit-painter.h"
#include "widgets/dossier-compat.h"
#include "widgets/dossier-map-arranger.h"
#include "widgets/dossier-style.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define ZOOM_STEP 1.4

/* In a map lower than this the legend is about the lines only, in pixels. */
#define LEAST_FOR_ALL_SIGNS 520

/* How long it takes a tie to appear or to fade. */
#define FADE_MS 300

/* The shapes, width by height, that the map is laid out for at the most. */
#define LEAST_ASPECT    0.6
#define GREATEST_ASPECT 3.0

enum
{
  PROP_0,
  PROP_ARRANGING,
  PROP_FOLDED,
  PROP_LEGEND_SHOWN,
  PROP_N_LOOSE,
  PROP_NARROWED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void start_arranging (DossierMapView *self);

G_DEFINE_FINAL_TYPE (DossierMapView, dossier_map_view, DOSSIER_TYPE_CANVAS)

static DossierMapPainter
make_painter (DossierMapView *self)
{
  DossierCanvas *canvas = DOSSIER_CANVAS (self);

  return (DossierMapPainter){
    .theme = dossier_canvas_get_theme (canvas),
    .typesetter = dossier_canvas_get_typesetter (canvas),
    .swatches = dossier_style_get_swatches (dossier_style_get_default (), dossier_view_get_document (self->view)),
    .hovered_node = self->hovered_node,
    .hovered_strand = self->hovered_strand,
    .focused_node = gtk_widget_has_visible_focus (GTK_WIDGET (self)) && self->focused_ribbon < 0 ? self->focused_node : -1,
    .focused_ribbon = gtk_widget_has_visible_focus (GTK_WIDGET (self)) ? self->focused_ribbon : -1,
    .look = self->look,
    .is_brief = gtk_widget_get_height (GTK_WIDGET (self)) < LEAST_FOR_ALL_SIGNS,
  };
}

/* The node that an actor is drawn as. */
int
dossier_map_view_get_shown (DossierMapView *self, int actor)
{
  return self->map->nodes[actor].shown_as;
}

void
dossier_map_view_glide_to (DossierMapView *self, const DossierMapCamera *camera)
{
  self->moved = TRUE;
  self->glide_fits = FALSE;
  self->glide_from = self->camera;
  self->glide_to = *camera;
  self->glide_to.width = self->camera.width;
  self->glide_to.height = self->camera.height;
  self->glide_to.scale = CLAMP (camera->scale, DOSSIER_MAP_CAMERA_MIN_SCALE, DOSSIER_MAP_CAMERA_MAX_SCALE);
  dossier_canvas_start_glide (DOSSIER_CANVAS (self));
}

/* Moves to a camera for an opened ribbon; when that is closed, the present one comes back. */
static void
glide_for_ribbon (DossierMapView *self, const DossierMapCamera *camera)
{
  if (camera->x == self->camera.x && camera->y == self->camera.y && camera->scale == self->camera.scale)
    return;

  if (!self->has_camera_before)
    {
      self->camera_before = self->camera;
      self->moved_before = self->moved;
    }
  self->has_camera_before = TRUE;
  dossier_map_view_glide_to (self, camera);
}

/* Opens a ribbon into its statements, where it stands; the map moves only if its actors are not in sight. */
void
dossier_map_view_open_ribbon (DossierMapView *self, int ribbon_index)
{
  const DossierMapRibbon *ribbon = &self->map->ribbons[ribbon_index];
  DossierRectangle room = dossier_map_view_get_room (self);
  DossierMapCamera camera = dossier_map_camera_reveal_ribbon (self->map, &self->camera, ribbon_index, &room);

  if (ribbon->n_ties == 1)
    dossier_view_select (self->view, (DossierRef){ DOSSIER_RECORD_TIE, self->map->ties[ribbon->first_tie].tie });
  else
    dossier_view_select_pair (self->view, self->map->nodes[ribbon->a].actor, self->map->nodes[ribbon->b].actor);

  if (self->opened_ribbon == ribbon_index && ribbon->n_ties > 1)
    glide_for_ribbon (self, &camera);
}

/* Makes room for the statements of the opened ribbon, that their words can be read. */
void
dossier_map_view_fit_ribbon (DossierMapView *self, int ribbon_index)
{
  DossierRectangle room = dossier_map_view_get_room (self);
  DossierMapCamera camera = dossier_map_camera_fit_ribbon (self->map, &self->camera, ribbon_index, &room);

  if (self->opened_ribbon == ribbon_index)
    glide_for_ribbon (self, &camera);
}

/* What is closed leaves the map as it was before it was opened, unless the user went elsewhere meanwhile. */
void
dossier_map_view_close_ribbon (DossierMapView *self)
{
  gboolean stayed = fabs (self->camera.x - self->glide_to.x) + fabs (self->camera.y - self->glide_to.y) < 1e-6 && fabs (self->camera.scale / self->glide_to.scale - 1) < 1e-6;

  if (!self->has_camera_before)
    return;

  self->has_camera_before = FALSE;
  if (!stayed)
    return;
  dossier_map_view_glide_to (self, &self->camera_before);
  self->glide_fits = !self->moved_before;
}

void
dossier_map_view_select_strand (DossierMapView *self, const DossierMapSceneStrand *strand)
{
  if (strand->n_ties == 1 && strand->ribbon == self->opened_ribbon)
    dossier_view_select (self->view, (DossierRef){ DOSSIER_RECORD_TIE, self->map->ties[strand->tie].tie });
  else
    dossier_map_view_open_ribbon (self, strand->ribbon);
}

void
dossier_map_view_select_node (DossierMapView *self, int node)
{
  self->focused_node = node;
  dossier_view_select (self->view, (DossierRef){ DOSSIER_RECORD_ACTOR, self->map->nodes[node].actor });
}

static void
fade_cb (double value, gpointer data)
{
  DossierMapView *self = data;

  if (self->map == NULL)
    return;

  dossier_map_transition_step (self->transition, self->map, value);
  g_clear_pointer (&self->plot, dossier_map_plot_unref);
  dossier_canvas_queue_update (DOSSIER_CANVAS (self));
}

/* Decides which ties are shown. */
static void
show_content (DossierMapView *self)
{
  gint64 begin, end;

  dossier_view_get_period (self->view, &begin, &end);
  dossier_map_transition_begin (self->transition, self->map);
  dossier_map_content_show (self->map, dossier_view_get_document (self->view), dossier_view_get_filter (self->view), begin, end);
}

/* So many lines are in sight that painting them takes longer than a frame: the easel does. */
static gboolean
is_heavy (DossierMapView *self)
{
  return self->scene != NULL && self->scene->n_strands >= DOSSIER_MAP_EASEL_LEAST_STRANDS;
}

/* Has the ties that come or go do so before the reader's eyes. */
static void
fade_content (DossierMapView *self, gboolean animate)
{
  g_clear_pointer (&self->plot, dossier_map_plot_unref);
  if (!dossier_map_transition_aim (self->transition, self->map))
    return;

  adw_animation_reset (self->fade);
  if (animate && !self->is_plotted && !is_heavy (self) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    adw_animation_play (self->fade);
  else
    dossier_map_transition_step (self->transition, self->map, 1);
}

/* What is set off beyond that to which the selection is directly related: the wider neighbourhood of an actor; and
 * between two that are not tied, or where the user wants it so, the path or the common neighbours. */
static void
set_off_further (DossierMapView *self, DossierRef selected, int actor, int other)
{
  if (selected.type == DOSSIER_RECORD_ACTOR && self->n_steps > 1)
    dossier_map_look_at_neighbourhood (self->map, dossier_map_view_get_shown (self, selected.index), self->n_steps);

  if (actor < 0 || dossier_map_view_get_shown (self, actor) == dossier_map_view_get_shown (self, other))
    return;
  if (self->between == DOSSIER_MAP_BETWEEN_COMMON)
    self->opened_ribbon = -1;
  if (self->opened_ribbon < 0)
    dossier_map_look_between (self->map, dossier_map_view_get_shown (self, actor), dossier_map_view_get_shown (self, other), self->between);
}

static void
count_loose (DossierMapView *self)
{
  g_autoptr (GArray) nodes = dossier_map_view_list_loose (self);

  if (self->n_loose == (int) nodes->len)
    return;

  self->n_loose = (int) nodes->len;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_LOOSE]);
}

static void
apply_to_map (DossierMapView *self, gboolean animate)
{
  DossierRef selected;
  int actor = -1, other = -1;

  if (self->map == NULL || self->view == NULL)
    return;

  g_clear_pointer (&self->plot, dossier_map_plot_unref);
  show_content (self);
  count_loose (self);
  selected = dossier_view_get_selection (self->view);
  if (!dossier_view_get_pair (self->view, &actor, &other))
    actor = other = -1;
  dossier_map_content_emphasise (self->map,
                                 dossier_view_has_selection (self->view) ? dossier_view_get_related (self->view) : NULL,
                                 selected,
                                 actor,
                                 other);
  self->opened_ribbon = dossier_map_content_open (self->map, dossier_view_get_document (self->view), selected, actor, other);
  set_off_further (self, selected, actor, other);

  /* All of that is about what shall be shown, not about the way there. */
  fade_content (self, animate);
  if (self->opened_ribbon < 0)
    dossier_map_view_close_ribbon (self);
  if (selected.type == DOSSIER_RECORD_ACTOR)
    self->focused_node = dossier_map_view_get_shown (self, selected.index);

  dossier_canvas_queue_update (DOSSIER_CANVAS (self));
}

/* Takes from the shared state what is shown and what is set off. */
void
dossier_map_view_apply (DossierMapView *self)
{
  apply_to_map (self, TRUE);
}

static void
hover_changed_cb (DossierMapView *self)
{
  DossierRef hover = dossier_view_get_hover (self->view);

  self->hovered_node = hover.type == DOSSIER_RECORD_ACTOR && self->map != NULL && hover.index < self->map->n_nodes ? hover.index : -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
dossier_map_view_centre_on (DossierMapView *self, int node)
{
  DossierMapCamera camera = self->camera;

  camera.x = self->map->nodes[node].x;
  camera.y = self->map->nodes[node].y;
  dossier_map_view_glide_to (self, &camera);
}

/* The node and all that have ties to it. */
void
dossier_map_view_fit_neighbourhood (DossierMapView *self, int node)
{
  const DossierMapNode *middle = &self->map->nodes[node];
  DossierMapCamera camera = self->camera;
  double reach_x = middle->radius, reach_y = middle->radius;

  for (int i = 0; i < self->map->n_ribbons; i++)
    {
      const DossierMapRibbon *ribbon = &self->map->ribbons[i];
      const DossierMapNode *other;

      if (ribbon->a != node && ribbon->b != node)
        continue;
      other = &self->map->nodes[ribbon->a == node ? ribbon->b : ribbon->a];
      reach_x = MAX (reach_x, fabs (other->x - middle->x));
      reach_y = MAX (reach_y, fabs (other->y - middle->y));
    }

  camera.x = middle->x;
  camera.y = middle->y;
  camera.scale = MIN ((camera.width / 2 - DOSSIER_MAP_VIEW_EDGE_TOP) / reach_x, (camera.height / 2 - DOSSIER_MAP_VIEW_EDGE_TOP) / reach_y);
  dossier_map_view_glide_to (self, &camera);
}

/* Whether it is in sight and not behind a control. */
gboolean
dossier_map_view_is_in_sight (DossierMapView *self, int node)
{
  DossierPoint point = dossier_map_camera_project (&self->camera, self->map->nodes[node].x, self->map->nodes[node].y);

  return point.x > DOSSIER_MAP_VIEW_EDGE && point.y > DOSSIER_MAP_VIEW_EDGE && point.x < self->camera.width - DOSSIER_MAP_VIEW_EDGE && point.y < self->camera.height - DOSSIER_MAP_VIEW_EDGE;
}

static void
reveal_cb (DossierMapView *self, const DossierRef *ref)
{
  if (self->map != NULL && ref->type == DOSSIER_RECORD_ACTOR && !dossier_map_view_is_in_sight (self, ref->index))
    dossier_map_view_centre_on (self, ref->index);
}

static void
plotted_cb (gpointer data)
{
  gtk_widget_queue_draw (data);
}

/* Has the stage draw what is in sight. */
static void
plot_map (DossierMapView *self)
{
  const DossierTheme *theme = dossier_canvas_get_theme (DOSSIER_CANVAS (self));

  if (self->stage == NULL)
    self->stage = dossier_map_stage_new (theme, plotted_cb, self);
  if (self->plot == NULL)
    {
      self->plot = dossier_map_plot_new (self->map, theme, dossier_style_get_swatches (dossier_style_get_default (), dossier_view_get_document (self->view)));
      dossier_map_stage_set_plot (self->stage, dossier_map_plot_ref (self->plot));
    }
  dossier_map_stage_show (self->stage, &self->camera, gtk_widget_get_scale_factor (GTK_WIDGET (self)));
}

/* Line by line, or plotted where there are too many for that. */
static void
make_scene (DossierMapView *self)
{
  g_clear_pointer (&self->scene, dossier_map_scene_free);
  self->is_plotted = dossier_map_plot_is_needed (self->map, &self->camera);
  if (self->is_plotted)
    {
      plot_map (self);
      return;
    }
  self->scene = dossier_map_scene_new (self->map, &self->camera, self->opened_ribbon, dossier_typesetter_measure, dossier_canvas_get_typesetter (DOSSIER_CANVAS (self)));
}

/* Has a heavy scene be painted. */
static void
paint_scene (DossierMapView *self)
{
  if (!is_heavy (self))
    return;

  if (self->easel == NULL)
    self->easel = dossier_map_easel_new (dossier_view_get_document (self->view), dossier_canvas_get_theme (DOSSIER_CANVAS (self)), plotted_cb, self);
  dossier_map_easel_show (self->easel, self->map, &self->camera, self->opened_ribbon, gtk_widget_get_scale_factor (GTK_WIDGET (self)));
}

static void
dossier_map_view_update (DossierCanvas *canvas, int width, int height)
{
  DossierMapView *self = DOSSIER_MAP_VIEW (canvas);
  /* An opened ribbon stays where it was clicked, though it may make the legend longer. */
  gboolean fits = !self->moved && (self->opened_ribbon < 0 || width != self->camera.width || height != self->camera.height);
  DossierMapPainter painter;

  self->hovered_strand = -1;
  if (self->waits && self->view != NULL && width > 1 && height > 1)
    {
      self->waits = FALSE;
      self->aspect = CLAMP (width / (height - DOSSIER_MAP_VIEW_EDGE_TOP - DOSSIER_MAP_VIEW_EDGE), LEAST_ASPECT, GREATEST_ASPECT);
      self->folded = dossier_map_content_is_crowded (dossier_view_get_document (self->view), width, height);
      g_free (self->folded_states);
      self->folded_states = dossier_map_content_fold_all (dossier_view_get_document (self->view), self->folded);
      dossier_map_view_open_places (self);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
      start_arranging (self);
    }

  if (self->map == NULL)
    {
      g_clear_pointer (&self->scene, dossier_map_scene_free);
      return;
    }

  if (fits)
    self->camera = dossier_map_view_make_fitting_camera (self, width, height);
  self->camera.width = width;
  self->camera.height = height;
  memcpy (self->camera.covers, self->covers, sizeof self->covers);
  make_scene (self);

  /* What the legend of the scene takes up is known only now. */
  painter = make_painter (self);
  if (dossier_map_view_find_covers (self, &painter))
    {
      if (fits)
        self->camera = dossier_map_view_make_fitting_camera (self, width, height);
      memcpy (self->camera.covers, self->covers, sizeof self->covers);
      make_scene (self);
    }
  paint_scene (self);
}

static void
draw_lasso (DossierMapView *self, const DossierTheme *theme, cairo_t *cr)
{
  const double dash[] = { 4, 3 };
  DossierColor fill = dossier_color_with_alpha (theme->accent, 0.1);

  cairo_new_path (cr);
  for (guint i = 0; i < self->lasso->len; i++)
    cairo_line_to (cr, g_array_index (self->lasso, DossierPoint, i).x, g_array_index (self->lasso, DossierPoint, i).y);
  cairo_close_path (cr);
  dossier_color_set_source (&fill, cr);
  cairo_fill_preserve (cr);
  dossier_color_set_source (&theme->accent, cr);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dash, 2, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static gboolean
is_hit (int actor, gpointer data)
{
  return dossier_hits_contain (data, (DossierRef){ DOSSIER_RECORD_ACTOR, actor });
}

static void
draw_ring (DossierMapView *self, int node, const DossierColor *color, cairo_t *cr)
{
  DossierPoint point = dossier_map_camera_project (&self->camera, self->map->nodes[node].x, self->map->nodes[node].y);

  cairo_arc (cr, point.x, point.y, dossier_map_camera_get_radius (self->map, self->camera.scale, node) + 5, 0, 2 * G_PI);
  dossier_color_set_source (color, cr);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

/* The latest picture of the stage, moved to its place, and upon it what the pointer and the keyboard are on. */
static void
draw_plot (DossierMapView *self, const DossierMapPainter *painter, cairo_t *cr)
{
  if (dossier_map_stage_draw (self->stage, &self->camera, cr) < 0)
    {
      dossier_color_set_source (&painter->theme->background, cr);
      cairo_paint (cr);
      return;
    }

  if (painter->hovered_node >= 0)
    draw_ring (self, painter->hovered_node, &painter->theme->text, cr);
  if (painter->focused_node >= 0)
    draw_ring (self, painter->focused_node, &painter->theme->focus, cr);
  if (self->lasso != NULL)
    draw_lasso (self, painter->theme, cr);
  dossier_map_view_draw_legend (self, painter, cr);
}

static void
draw_map (DossierMapView *self, cairo_t *cr)
{
  DossierMapPainter painter;

  if (self->map != NULL && self->is_plotted)
    {
      painter = make_painter (self);
      draw_plot (self, &painter, cr);
      return;
    }
  if (self->scene == NULL)
    {
      dossier_color_set_source (&dossier_canvas_get_theme (DOSSIER_CANVAS (self))->background, cr);
      cairo_paint (cr);
      return;
    }

  painter = make_painter (self);
  if (!is_heavy (self))
    dossier_map_painter_draw (&painter, self->map, self->scene, cr);
  else if (self->easel != NULL && dossier_map_easel_draw (self->easel, &self->camera, cr))
    dossier_map_painter_draw_over (&painter, self->map, self->scene, cr);
  dossier_hit_painter_draw_actors (painter.theme, self->map, self->scene, is_hit, dossier_view_get_hits (self->view), cr);
  if (self->lasso != NULL)
    draw_lasso (self, painter.theme, cr);
  dossier_map_view_draw_legend (self, &painter, cr);
}

static void
dossier_map_view_draw (DossierCanvas *canvas, cairo_t *cr)
{
  DossierMapView *self = DOSSIER_MAP_VIEW (canvas);

  draw_map (self, cr);
  dossier_map_view_draw_notice (self, cr);
  dossier_map_view_draw_sign (self, cr);
}

static void
dossier_map_view_pan (DossierCanvas *canvas, double dx, double dy, gboolean is_wheel)
{
  DossierMapView *self = DOSSIER_MAP_VIEW (canvas);

  if (self->map == NULL)
    return;

  self->camera.x -= dx / self->camera.scale;
  self->camera.y -= dy / self->camera.scale;
  self->moved = TRUE;
  dossier_canvas_queue_update (canvas);
}

static void
dossier_map_view_zoom_at (DossierCanvas *canvas, double factor, double x, double y)
{
  DossierMapView *self = DOSSIER_MAP_VIEW (canvas);

  if (self->map == NULL)
    return;

  self->camera = dossier_map_camera_zoom (&self->camera, factor, x, y);
  self->moved = TRUE;
  dossier_canvas_queue_update (canvas);
}

DossierMapHit
dossier_map_view_hit (DossierMapView *self, double x, double y)
{
  if (self->map != NULL && self->is_plotted && self->plot != NULL && !isnan (x))
    {
      int node = dossier_map_plot_hit (self->plot, &self->camera, x, y);

      return (DossierMapHit){ node >= 0 ? DOSSIER_MAP_HIT_NODE : DOSSIER_MAP_HIT_NOTHING, node };
    }
  if (self->scene == NULL || isnan (x))
    return (DossierMapHit){ DOSSIER_MAP_HIT_NOTHING, -1 };

  return dossier_map_scene_hit (self->scene, x, y);
}

static void
dossier_map_view_glide (DossierCanvas *canvas, double progress)
{
  DossierMapView *self = DOSSIER_MAP_VIEW (canvas);
  double width = self->camera.width;
  double height = self->camera.height;

  self->camera = dossier_map_camera_mix (&self->glide_from, &self->glide_to, progress);
  self->camera.width = width;
  self->camera.height = height;
  if (self->glide_fits && progress >= 1)
    self->moved = FALSE;
  dossier_canvas_queue_update (canvas);
}

static void
dossier_map_view_activate_mark (DossierCanvas *canvas, int id)
{
  DossierMapView *self = DOSSIER_MAP_VIEW (canvas);

  if (self->map == NULL)
    return;

  if (id >= DOSSIER_MAP_VIEW_STRAND_MARKS && self->scene == NULL)
    return;
  if (id >= DOSSIER_MAP_VIEW_STRAND_MARKS && id - DOSSIER_MAP_VIEW_STRAND_MARKS < self->scene->n_strands)
    dossier_map_view_select_strand (self, &self->scene->strands[id - DOSSIER_MAP_VIEW_STRAND_MARKS]);
  else if (id < self->map->n_nodes)
    dossier_map_view_select_node (self, id);
}

static void
dossier_map_view_theme_changed (DossierCanvas *canvas)
{
  DossierMapView *self = DOSSIER_MAP_VIEW (canvas);

  if (self->map != NULL)
    dossier_map_set_text (self->map, dossier_typesetter_measure, dossier_canvas_get_typesetter (canvas));
  if (self->stage != NULL)
    dossier_map_stage_set_theme (self->stage, dossier_canvas_get_theme (canvas));
  g_clear_pointer (&self->easel, dossier_map_easel_free);
  g_clear_pointer (&self->plot, dossier_map_plot_unref);
}

static void
arranged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DossierMapView) self = data;
  g_autoptr (DossierMap) before = NULL;
  DossierMap *map = dossier_map_arranger_finish (result, NULL);

  /* Cancelled: another is on its way, or there is nothing to show any more. */
  if (map == NULL)
    return;

  g_clear_object (&self->arranging);
  dossier_map_view_unwatch_arranging (self);
  dossier_map_view_finish_settling (self);
  g_clear_pointer (&self->scene, dossier_map_scene_free);
  before = g_steal_pointer (&self->map);
  self->map = map;
  g_clear_pointer (&self->plot, dossier_map_plot_unref);
  if (!self->keeps_places)
    {
      self->moved = self->resumes;
      self->has_camera_before = FALSE;
      dossier_changes_forget (dossier_view_get_changes (self->view), self);
    }
  self->resumes = FALSE;
  self->hovered_node = self->hovered_strand = self->focused_node = self->focused_ribbon = self->grabbed_node = self->menu_node = -1;
  dossier_map_set_text (map, dossier_typesetter_measure, dossier_canvas_get_typesetter (DOSSIER_CANVAS (self)));
  dossier_map_look_keep (map, self->kept);
  dossier_map_view_note_arranged (self);
  dossier_map_view_update_actions (self);
  apply_to_map (self, FALSE);
  if (before != NULL)
    dossier_map_view_settle_from (self, before);
  dossier_map_view_keep_places (self);
}

static void
start_arranging (DossierMapView *self)
{
  DossierMap *map = dossier_map_content_read (dossier_view_get_document (self->view), NULL, self->folded_states);

  dossier_map_view_cancel (self);
  dossier_map_view_finish_settling (self);
  if (self->map != NULL)
    dossier_map_look_keep_places (map, self->map, !self->keeps_places);
  else
    dossier_map_view_recall_places (self, map);
  dossier_map_set_text (map, dossier_typesetter_measure, dossier_canvas_get_typesetter (DOSSIER_CANVAS (self)));
  self->arranging = g_cancellable_new ();
  dossier_map_arranger_start (map, &self->look, self->aspect, dossier_map_view_watch_arranging (self), self->arranging, arranged_cb, g_object_ref (self));
}

/* Lays the map out in the background, for the size that it has: all but what is pinned finds its place anew, or
 * what stands somewhere stays there as far as it can. */
void
dossier_map_view_arrange_anew (DossierMapView *self, gboolean from_scratch)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->view == NULL || self->waits)
    return;

  if (width > 1 && height > 1)
    self->aspect = CLAMP (width / (height - DOSSIER_MAP_VIEW_EDGE_TOP - DOSSIER_MAP_VIEW_EDGE), LEAST_ASPECT, GREATEST_ASPECT);
  self->keeps_places = !from_scratch;
  start_arranging (self);
}

/* Shows some actors only; NULL shows all. Takes @kept. */
void
dossier_map_view_keep (DossierMapView *self, gboolean *kept)
{
  g_free (self->kept);
  self->kept = kept;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROWED]);
  if (self->map == NULL)
    return;

  dossier_map_look_keep (self->map, kept);
  g_clear_pointer (&self->plot, dossier_map_plot_unref);
  dossier_map_view_update_actions (self);
  self->moved = FALSE;
  dossier_map_view_apply (self);
}

/* Folds the people of one state in, or shows them beside it. */
void
dossier_map_view_fold_state (DossierMapView *self, int node, gboolean folded)
{
  self->folded_states[self->map->nodes[node].actor] = folded;
  self->folding_is_chosen = TRUE;
  dossier_map_view_arrange_anew (self, FALSE);
}

static void
dossier_map_view_dispose (GObject *object)
{
  DossierMapView *self = DOSSIER_MAP_VIEW (object);

  dossier_map_view_cancel (self);
  dossier_map_view_close_places (self);
  if (self->menu != NULL)
    dossier_compat_empty_menus (self->menu);
  self->menu = NULL;
  g_clear_object (&self->fade);
  g_clear_object (&self->settle);
  g_clear_pointer (&self->settling, g_array_unref);
  g_clear_pointer (&self->stage, dossier_map_stage_free);
  g_clear_pointer (&self->easel, dossier_map_easel_free);
  g_clear_pointer (&self->plot, dossier_map_plot_unref);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->move, dossier_map_move_free);
  g_clear_pointer (&self->lasso, g_array_unref);
  g_clear_pointer (&self->kept, g_free);
  g_clear_pointer (&self->folded_states, g_free);
  g_clear_pointer (&self->arranged_folded_states, g_free);
  g_clear_pointer (&self->transition, dossier_map_transition_free);
  g_clear_pointer (&self->scene, dossier_map_scene_free);
  g_clear_pointer (&self->map, dossier_map_free);
  if (self->view != NULL)
    dossier_changes_forget (dossier_view_get_changes (self->view), self);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (dossier_map_view_parent_class)->dispose (object);
}

static void
dossier_map_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DossierMapView *self = DOSSIER_MAP_VIEW (object);

  if (id == PROP_ARRANGING)
    g_value_set_boolean (value, self->tells_arranging);
  else if (id == PROP_FOLDED)
    g_value_set_boolean (value, self->folded);
  else if (id == PROP_LEGEND_SHOWN)
    g_value_set_boolean (value, self->legend_shown);
  else if (id == PROP_N_LOOSE)
    g_value_set_int (value, self->n_loose);
  else if (id == PROP_NARROWED)
    g_value_set_boolean (value, self->kept != NULL);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
show_legend (DossierMapView *self, gboolean shown)
{
  if (self->legend_shown == shown)
    return;

  self->legend_shown = shown;
  dossier_canvas_queue_update (DOSSIER_CANVAS (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEGEND_SHOWN]);
}

static void
dossier_map_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FOLDED)
    dossier_map_view_set_folded (DOSSIER_MAP_VIEW (object), g_value_get_boolean (value));
  else if (id == PROP_LEGEND_SHOWN)
    show_legend (DOSSIER_MAP_VIEW (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
dossier_map_view_class_init (DossierMapViewClass *klass)
{
  DossierCanvasClass *canvas_class = DOSSIER_CANVAS_CLASS (klass);

  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dossier_map_view_dispose;
  object_class->get_property = dossier_map_view_get_property;
  object_class->set_property = dossier_map_view_set_property;

  /**
   * DossierMapView:arranging:
   *
   * Whether a map is being laid out for so long that the user may want to stop it.
   */
  properties[PROP_ARRANGING] = g_param_spec_boolean ("arranging", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * DossierMapView:folded:
   *
   * Whether people and bodies are folded into their states. Where there is no room for all, they are at first.
   */
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * DossierMapView:legend-shown:
   *
   * Whether the legend lies in a corner of the map, where there is room for it.
   */
  properties[PROP_LEGEND_SHOWN] = g_param_spec_boolean ("legend-shown", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * DossierMapView:n-loose:
   *
   * How many of the actors that are shown have no tie that is.
   */
  properties[PROP_N_LOOSE] = g_param_spec_int ("n-loose", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * DossierMapView:narrowed:
   *
   * Whether some actors only are shown, as the user wanted.
   */
  properties[PROP_NARROWED] = g_param_spec_boolean ("narrowed", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  canvas_class->update = dossier_map_view_update;
  canvas_class->draw = dossier_map_view_draw;
  canvas_class->pan = dossier_map_view_pan;
  canvas_class->zoom = dossier_map_view_zoom_at;
  canvas_class->point = dossier_map_view_point;
  canvas_class->click = dossier_map_view_click;
  canvas_class->grab = dossier_map_view_grab;
  canvas_class->drag = dossier_map_view_drag;
  canvas_class->drop = dossier_map_view_drop;
  canvas_class->press_key = dossier_map_view_press_key;
  canvas_class->dup_tooltip = dossier_map_view_dup_tooltip;
  canvas_class->glide = dossier_map_view_glide;
  canvas_class->list_marks = dossier_map_view_list_marks;
  canvas_class->activate_mark = dossier_map_view_activate_mark;
  canvas_class->theme_changed = dossier_map_view_theme_changed;
}

static void
menu_cb (DossierMapView *self, int n_press, double x, double y, GtkGesture *gesture)
{
  DossierMapHit found = dossier_map_view_hit (self, x, y);

  if (self->map == NULL)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  dossier_map_view_show_menu (self, found.type == DOSSIER_MAP_HIT_NODE ? found.index : -1, x, y);
}

static void
dossier_map_view_init (DossierMapView *self)
{
  GtkGesture *secondary = gtk_gesture_click_new ();

  self->camera = (DossierMapCamera){ 0, 0, 1, 1, 1, { { 0 } } };
  self->legend_shown = TRUE;
  self->n_steps = 1;
  self->focused_ribbon = self->menu_node = -1;
  dossier_map_view_make_actions (self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (secondary, "pressed", G_CALLBACK (menu_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
  dossier_map_view_init_settling (self);
  self->transition = dossier_map_transition_new ();
  self->fade = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, FADE_MS, adw_callback_animation_target_new (fade_cb, self, NULL));
  self->hovered_node = self->hovered_strand = self->focused_node = self->opened_ribbon = self->grabbed_node = -1;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Actor map"), -1);
}

/* Whether @view is what is shown, read again, and the user has gone somewhere on the map: then one stays there. */
static gboolean
goes_on (DossierMapView *self, DossierView *view)
{
  GFile *file = self->view != NULL ? dossier_document_get_file (dossier_view_get_document (self->view)) : NULL;

  if (view == NULL || file == NULL || file != dossier_document_get_file (dossier_view_get_document (view)))
    return FALSE;
  if (self->map == NULL)
    return self->resumes;

  return self->moved && !(dossier_canvas_is_gliding (DOSSIER_CANVAS (self)) && self->glide_fits);
}

/**
 * dossier_map_view_set_view:
 * @self: a map view
 * @view: (nullable): the state of the window that it shows and selects in, or %NULL for none
 *
 * Begins to lay out the actors of the document in the background.
 */
void
dossier_map_view_set_view (DossierMapView *self, DossierView *view)
{
  g_return_if_fail (DOSSIER_IS_MAP_VIEW (self));

  if (self->view == view)
    return;

  self->resumes = goes_on (self, view);
  if (self->resumes && dossier_canvas_is_gliding (DOSSIER_CANVAS (self)))
    self->camera = self->glide_to;
  dossier_map_view_cancel (self);
  dossier_map_view_finish_settling (self);
  dossier_map_view_close_places (self);
  g_clear_pointer (&self->easel, dossier_map_easel_free);
  g_clear_pointer (&self->scene, dossier_map_scene_free);
  g_clear_pointer (&self->map, dossier_map_free);
  if (self->view != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->view, self);
      g_signal_handlers_disconnect_by_data (dossier_view_get_filter (self->view), self);
      g_signal_handlers_disconnect_by_data (dossier_view_get_hits (self->view), self);
      dossier_changes_forget (dossier_view_get_changes (self->view), self);
    }
  g_set_object (&self->view, view);
  self->hovered_node = self->hovered_strand = self->focused_node = self->focused_ribbon = self->opened_ribbon = self->grabbed_node = self->menu_node = -1;
  self->moved = self->has_camera_before = self->keeps_places = FALSE;
  g_clear_pointer (&self->kept, g_free);
  g_clear_pointer (&self->folded_states, g_free);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROWED]);
  dossier_map_view_update_actions (self);
  dossier_canvas_stop (DOSSIER_CANVAS (self));
  dossier_canvas_queue_update (DOSSIER_CANVAS (self));
  if (view == NULL)
    return;

  g_signal_connect_object (view, "selection-changed", G_CALLBACK (dossier_map_view_apply), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "brush-changed", G_CALLBACK (dossier_map_view_apply), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "as-of-changed", G_CALLBACK (dossier_map_view_apply), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "hover-changed", G_CALLBACK (hover_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dossier_view_get_hits (view), "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "reveal", G_CALLBACK (reveal_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dossier_view_get_filter (view), "changed", G_CALLBACK (dossier_map_view_apply), self, G_CONNECT_SWAPPED);

  /* How many actors there is room for, and in which shape, is known only with a size. */
  self->waits = TRUE;
}

/**
 * dossier_map_view_zoom:
 * @self: a map view
 * @direction: 1 to zoom in, -1 to zoom out, 0 to show the whole map
 *
 * Zooms at what has the focus, or at the middle.
 */
void
dossier_map_view_zoom (DossierMapView *self, int direction)
{
  DossierMapCamera camera;
  DossierPoint point;

  g_return_if_fail (DOSSIER_IS_MAP_VIEW (self));

  if (self->map == NULL)
    return;

  if (direction == 0)
    {
      camera = dossier_map_view_make_fitting_camera (self, self->camera.width, self->camera.height);
    }
  else
    {
      point = (DossierPoint){ self->camera.width / 2, self->camera.height / 2 };
      if (self->focused_node >= 0 && dossier_map_view_is_in_sight (self, self->focused_node))
        point = dossier_map_camera_project (&self->camera, self->map->nodes[self->focused_node].x, self->map->nodes[self->focused_node].y);
      camera = dossier_map_camera_zoom (&self->camera, direction > 0 ? ZOOM_STEP : 1 / ZOOM_STEP, point.x, point.y);
    }
  dossier_map_view_glide_to (self, &camera);
  self->glide_fits = direction == 0;
}

/**
 * dossier_map_view_set_folded:
 * @self: a map view
 * @folded: whether people and bodies are folded into their states
 *
 * Lays the map out anew, in the background, for the size that it has.
 */
void
dossier_map_view_set_folded (DossierMapView *self, gboolean folded)
{
  g_return_if_fail (DOSSIER_IS_MAP_VIEW (self));

  folded = folded != FALSE;
  if (self->folded == folded)
    return;

  self->folded = folded;
  self->folding_is_chosen = TRUE;
  if (self->view != NULL && !self->waits)
    {
      g_free (self->folded_states);
      self->folded_states = dossier_map_content_fold_all (dossier_view_get_document (self->view), folded);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
  dossier_map_view_arrange_anew (self, TRUE);
}

/**
 * dossier_map_view_choose_actor:
 * @self: a map view that has been laid out
 * @node: a node of it
 *
 * Selects an actor, and brings it into sight.
 */
void
dossier_map_view_choose_actor (DossierMapView *self, int node)
{
  g_return_if_fail (DOSSIER_IS_MAP_VIEW (self));

  /* Another map may have come while the list was open. */
  if (self->map == NULL || node < 0 || node >= self->map->n_nodes)
    return;

  dossier_map_view_select_node (self, node);
  if (!dossier_map_view_is_in_sight (self, node))
    dossier_map_view_centre_on (self, node);
}

/**
 * dossier_map_view_get_actions:
 * @self: a map view
 *
 * Returns: (transfer none): what can be done with the map, for menus outside of it: what hulls are drawn around, what
 *   makes marks larger, how far a neighbourhood reaches, what is set off between two actors, and pins
 */
GActionGroup *
dossier_map_view_get_actions (DossierMapView *self)
{
  g_return_val_if_fail (DOSSIER_IS_MAP_VIEW (self), NULL);

  return G_ACTION_GROUP (self->actions);
}
