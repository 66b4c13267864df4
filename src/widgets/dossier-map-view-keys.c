/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-map-view-private.h"

#include "layout/dossier-map-walk.h"

#include <math.h>

static void
announce_focus (DossierMapView *self)
{
  g_autofree char *label = NULL;

  if (self->focused_node < 0)
    return;

  label = dossier_map_view_dup_node_label (self, self->focused_node);
  dossier_canvas_announce (DOSSIER_CANVAS (self), label);
}

static void
step_focus (DossierMapView *self, double dx, double dy)
{
  if (self->focused_node < 0)
    self->focused_node = dossier_map_walk_first (self->map);
  else
    self->focused_node = dossier_map_walk_step (self->map, self->focused_node, dx, dy);
  if (self->focused_node < 0)
    return;

  if (!dossier_map_view_is_in_sight (self, self->focused_node))
    dossier_map_view_centre_on (self, self->focused_node);
  dossier_view_set_hover (self->view, (DossierRef){ DOSSIER_RECORD_ACTOR, self->map->nodes[self->focused_node].actor });
  announce_focus (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
dossier_map_view_press_key (DossierCanvas *canvas, guint keyval, GdkModifierType modifiers)
{
  DossierMapView *self = DOSSIER_MAP_VIEW (canvas);

  if (self->map == NULL || modifiers & ~GDK_SHIFT_MASK)
    return GDK_EVENT_PROPAGATE;

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
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      if (self->focused_node >= 0)
        dossier_map_view_select_node (self, self->focused_node);
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
      dossier_view_escape (self->view);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}
