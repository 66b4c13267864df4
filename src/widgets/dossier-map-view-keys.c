/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-map-view-private.h"

#include "layout/dossier-map-walk.h"

#include <math.h>

/* How far a key moves an actor, in pixels. */
#define NUDGE 12.0

static void
focus_changed (DossierMapView *self)
{
  g_autofree char *label = NULL;

  if (self->focused_node < 0)
    return;

  if (!dossier_map_view_is_in_sight (self, self->focused_node))
    dossier_map_view_centre_on (self, self->focused_node);
  dossier_view_set_hover (self->view, (DossierRef){ DOSSIER_RECORD_ACTOR, self->map->nodes[self->focused_node].actor });
  label = self->focused_ribbon >= 0 ? dossier_map_view_dup_ribbon_label (self, self->focused_ribbon) : dossier_map_view_dup_node_label (self, self->focused_node);
  dossier_canvas_announce (DOSSIER_CANVAS (self), label);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* From a line on to the actor at its other end; from an actor along a tie, or where none leads that way, to the next. */
static void
step_focus (DossierMapView *self, double dx, double dy)
{
  if (self->focused_node < 0)
    self->focused_node = dossier_map_walk_first (self->map);
  else if (self->focused_ribbon >= 0)
    self->focused_node = dossier_map_walk_across (self->map, self->focused_ribbon, dx, dy);
  else
    self->focused_node = dossier_map_walk_along (self->map, self->focused_node, dx, dy);
  self->focused_ribbon = -1;
  focus_changed (self);
}

/* From one line of the actor to the next. */
static void
turn_focus (DossierMapView *self, int direction)
{
  if (self->focused_node < 0)
    self->focused_node = dossier_map_walk_first (self->map);
  if (self->focused_node < 0)
    return;

  self->focused_ribbon = dossier_map_walk_around (self->map, self->focused_node, self->focused_ribbon, direction);
  focus_changed (self);
}

static void
activate_focus (DossierMapView *self)
{
  if (self->focused_ribbon >= 0 && self->focused_ribbon == self->opened_ribbon)
    dossier_map_view_fit_ribbon (self, self->focused_ribbon);
  else if (self->focused_ribbon >= 0)
    dossier_map_view_open_ribbon (self, self->focused_ribbon);
  else if (self->focused_node >= 0)
    dossier_map_view_select_node (self, self->focused_node);
}

static void
show_menu (DossierMapView *self)
{
  DossierPoint point = { self->camera.width / 2, self->camera.height / 2 };

  if (self->focused_node >= 0)
    point = dossier_map_camera_project (&self->camera, self->map->nodes[self->focused_node].x, self->map->nodes[self->focused_node].y);
  dossier_map_view_show_menu (self, self->focused_node, point.x, point.y);
}

/* Keys with others held: Ctrl and Shift move what has the focus. */
static gboolean
press_modified_key (DossierMapView *self, guint keyval, GdkModifierType modifiers)
{
  if (self->focused_node < 0 || modifiers != (GDK_CONTROL_MASK | GDK_SHIFT_MASK))
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Left:
      dossier_map_view_nudge (self, -NUDGE, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
      dossier_map_view_nudge (self, NUDGE, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
      dossier_map_view_nudge (self, 0, -NUDGE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
      dossier_map_view_nudge (self, 0, NUDGE);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

gboolean
dossier_map_view_press_key (DossierCanvas *canvas, guint keyval, GdkModifierType modifiers)
{
  DossierMapView *self = DOSSIER_MAP_VIEW (canvas);

  if (self->map == NULL)
    return GDK_EVENT_PROPAGATE;
  if (modifiers & ~GDK_SHIFT_MASK)
    return press_modified_key (self, keyval, modifiers);

  switch (keyval)
    {
    case GDK_KEY_Left:
      step_focus (self, -1, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
      step_focus (self, 1, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
      step_focus (self, 0, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
      step_focus (self, 0, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
      turn_focus (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
      turn_focus (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      activate_focus (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_p:
      if (self->focused_node >= 0)
        dossier_map_view_set_pinned (self, self->focused_node, !self->map->nodes[self->focused_node].pinned);
      return GDK_EVENT_STOP;
    case GDK_KEY_Menu:
      show_menu (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_F10:
      if (!(modifiers & GDK_SHIFT_MASK))
        return GDK_EVENT_PROPAGATE;
      show_menu (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_f:
      if (self->focused_node < 0)
        return GDK_EVENT_PROPAGATE;
      if (fabs (self->camera.x - self->map->nodes[self->focused_node].x) + fabs (self->camera.y - self->map->nodes[self->focused_node].y) < 1)
        dossier_map_view_fit_neighbourhood (self, self->focused_node);
      else
        dossier_map_view_centre_on (self, self->focused_node);
      return GDK_EVENT_STOP;
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      dossier_map_view_zoom (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      dossier_map_view_zoom (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
    case GDK_KEY_Home:
      dossier_map_view_zoom (self, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      if (!dossier_map_view_choose_none (self))
        dossier_view_escape (self->view);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}
