/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-map-view-private.h"

#include "painting/dossier-map-legend.h"
#include "widgets/dossier-map-bars.h"

#include <string.h>

/* Between what lies over the map and the map. */
#define GAP 6.0

#define LEGEND_MARGIN 12.0
#define LEGEND_RADIUS 9.0

/* The legend gives way where it would take more of the height than this. */
#define MOST_OF_LEGEND 0.34

/* In maps of more actors than these no camera is sought that makes use of the room between the controls. */
#define MAX_SOUGHT 300

/* In how many steps the room between the controls is tried. */
#define N_TRIES 4

/* Where the legend is among what lies over the map: the last. */
#define LEGEND_COVER (DOSSIER_MAP_CAMERA_N_COVERS - 1)

/* Where a control that floats over the view lies. It is reckoned from what it asks for: overlays get their places after
 * the widget below them. */
static DossierRectangle
locate_control (GtkWidget *control, double width, double height)
{
  gboolean is_rtl = gtk_widget_get_direction (control) == GTK_TEXT_DIR_RTL;
  GtkAlign align = gtk_widget_get_halign (control);
  DossierRectangle place = { 0 };
  int control_width, control_height;

  gtk_widget_measure (control, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &control_width, NULL, NULL);
  gtk_widget_measure (control, GTK_ORIENTATION_VERTICAL, -1, NULL, &control_height, NULL, NULL);
  place.width = control_width;
  place.height = control_height;
  if (align == GTK_ALIGN_CENTER)
    place.x = (width - control_width) / 2;
  else if ((align == GTK_ALIGN_END) != is_rtl)
    place.x = width - control_width;
  if (gtk_widget_get_valign (control) == GTK_ALIGN_END)
    place.y = height - control_height;

  return place;
}

/* Takes down where what floats over the view lies. */
static void
locate_controls (GtkWidget *overlay, GtkWidget *view, double width, double height, DossierRectangle *covers)
{
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (overlay); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (child == view || !gtk_widget_get_visible (child))
        continue;

      if (!DOSSIER_IS_MAP_BARS (child))
        {
          if (n < LEGEND_COVER)
            covers[n++] = locate_control (child, width, height);
          continue;
        }
      for (GtkWidget *bar = gtk_widget_get_first_child (child); bar != NULL && n < LEGEND_COVER; bar = gtk_widget_get_next_sibling (bar))
        {
          GtkAllocation place;

          if (dossier_map_bars_locate (DOSSIER_MAP_BARS (child), bar, (int) width, &place))
            covers[n++] = (DossierRectangle){ place.x, place.y, place.width, place.height };
        }
    }
}

static double
get_room_of_legend (DossierMapView *self)
{
  double room = self->camera.width - 2 * LEGEND_MARGIN;

  for (int i = 0; i < LEGEND_COVER; i++)
    if (self->covers[i].width > 0 && self->covers[i].y > self->camera.height / 2)
      room -= self->covers[i].width;

  return room;
}

/**
 * dossier_map_view_find_covers:
 * @self: a map view with a scene, or a plot
 * @painter: the look
 *
 * Takes note of what lies over the view: the controls beside it in its overlay, and the legend of what it shows.
 *
 * Returns: whether that has changed
 */
gboolean
dossier_map_view_find_covers (DossierMapView *self, const DossierMapPainter *painter)
{
  GtkWidget *overlay = gtk_widget_get_parent (GTK_WIDGET (self));
  DossierRectangle covers[DOSSIER_MAP_CAMERA_N_COVERS] = { { 0 } };
  gboolean changed = FALSE;
  double width = 0, height = 0;
  double room;

  if (GTK_IS_OVERLAY (overlay))
    locate_controls (overlay, GTK_WIDGET (self), self->camera.width, self->camera.height, covers);
  for (int i = 0; i < LEGEND_COVER; i++)
    {
      changed |= memcmp (&covers[i], &self->covers[i], sizeof covers[i]) != 0;
      self->covers[i] = covers[i];
    }

  room = get_room_of_legend (self);
  if (self->legend_shown && room > 0)
    dossier_map_legend_measure (painter, self->map, self->scene, room, &width, &height);
  if (width > 0 && height > 0 && height + 2 * LEGEND_MARGIN <= MOST_OF_LEGEND * self->camera.height)
    {
      gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

      covers[LEGEND_COVER] = (DossierRectangle){
        is_rtl ? LEGEND_MARGIN : self->camera.width - LEGEND_MARGIN - width,
        self->camera.height - LEGEND_MARGIN - height,
        width,
        height,
      };
    }
  changed |= memcmp (&covers[LEGEND_COVER], &self->covers[LEGEND_COVER], sizeof covers[0]) != 0;
  self->covers[LEGEND_COVER] = covers[LEGEND_COVER];

  return changed;
}

/* The view without the strips above and below that something lies over. @above and @below are how much of these strips
 * is kept free, from 0 to 1. */
static DossierRectangle
get_room (DossierMapView *self, double width, double height, double above, double below)
{
  double top = 0, bottom = 0;

  for (int i = 0; i < DOSSIER_MAP_CAMERA_N_COVERS; i++)
    {
      const DossierRectangle *cover = &self->covers[i];

      if (cover->width <= 0)
        continue;
      if (cover->y + cover->height / 2 < height / 2)
        top = MAX (top, cover->y + cover->height);
      else
        bottom = MAX (bottom, height - cover->y);
    }
  top = MAX (DOSSIER_MAP_VIEW_EDGE / 2, above * (top + GAP));
  bottom = MAX (DOSSIER_MAP_VIEW_EDGE / 2, below * (bottom + GAP));

  return (DossierRectangle){ DOSSIER_MAP_VIEW_EDGE, top, MAX (1, width - 2 * DOSSIER_MAP_VIEW_EDGE), MAX (1, height - top - bottom) };
}

/* What neither the edges, nor the controls, nor the legend take up. */
DossierRectangle
dossier_map_view_get_room (DossierMapView *self)
{
  return get_room (self, self->camera.width, self->camera.height, 1, 1);
}

/* The whole map as large as it fits: beside the controls where nothing of it comes to lie below them, else between. */
DossierMapCamera
dossier_map_view_make_fitting_camera (DossierMapView *self, double width, double height)
{
  DossierRectangle room = get_room (self, width, height, 1, 1);
  DossierMapCamera best = dossier_map_camera_fit (self->map, width, height, &room);

  memcpy (best.covers, self->covers, sizeof best.covers);
  if (self->map->n_nodes > MAX_SOUGHT)
    return best;

  for (int above = 0; above <= N_TRIES; above++)
    for (int below = 0; below <= N_TRIES; below++)
      {
        DossierMapCamera camera;

        room = get_room (self, width, height, (double) above / N_TRIES, (double) below / N_TRIES);
        camera = dossier_map_camera_fit (self->map, width, height, &room);
        memcpy (camera.covers, self->covers, sizeof camera.covers);
        if (camera.scale > best.scale && !dossier_map_camera_is_covered (self->map, &camera))
          best = camera;
      }

  return best;
}

void
dossier_map_view_draw_legend (DossierMapView *self, const DossierMapPainter *painter, cairo_t *cr)
{
  const DossierTheme *theme = painter->theme;
  const DossierRectangle *box = &self->covers[LEGEND_COVER];
  double right = box->x + box->width;
  double bottom = box->y + box->height;

  if (box->width <= 0)
    return;

  cairo_new_path (cr);
  cairo_arc (cr, right - LEGEND_RADIUS, box->y + LEGEND_RADIUS, LEGEND_RADIUS, -G_PI_2, 0);
  cairo_arc (cr, right - LEGEND_RADIUS, bottom - LEGEND_RADIUS, LEGEND_RADIUS, 0, G_PI_2);
  cairo_arc (cr, box->x + LEGEND_RADIUS, bottom - LEGEND_RADIUS, LEGEND_RADIUS, G_PI_2, G_PI);
  cairo_arc (cr, box->x + LEGEND_RADIUS, box->y + LEGEND_RADIUS, LEGEND_RADIUS, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
  dossier_color_set_source (&theme->view, cr);
  cairo_fill_preserve (cr);
  dossier_color_set_source (&theme->grid, cr);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);

  dossier_map_legend_draw (painter, self->map, self->scene, box->x, box->y, get_room_of_legend (self), cr);
}
