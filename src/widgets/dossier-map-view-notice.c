/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-map-view-private.h"

#include <glib/gi18n-lib.h>

/* Between the words and the edge of their ground, and how round that is, in pixels. */
#define PAD_X  12.0
#define PAD_Y  6.0
#define RADIUS 9.0

/* What is to be said of a map on which there is little to be seen; NULL where it speaks for itself. */
const char *
dossier_map_view_find_notice (DossierMapView *self)
{
  if (self->view == NULL || self->waits)
    return NULL;
  if (self->map == NULL)
    return self->arranging != NULL ? _ ("The map is being laid out…") : _ ("Laying out the map was stopped.");
  if (self->map->n_nodes == 0)
    return _ ("This dossier has no actors.");
  if (self->map->n_ties == 0)
    return _ ("This dossier has no ties between actors.");
  for (int i = 0; i < self->map->n_ties; i++)
    if (self->map->ties[i].visible)
      return NULL;

  return _ ("No tie fits the dates and the filters.");
}

static void
trace_ground (const DossierRectangle *box, cairo_t *cr)
{
  double right = box->x + box->width;
  double bottom = box->y + box->height;

  cairo_new_path (cr);
  cairo_arc (cr, right - RADIUS, box->y + RADIUS, RADIUS, -G_PI_2, 0);
  cairo_arc (cr, right - RADIUS, bottom - RADIUS, RADIUS, 0, G_PI_2);
  cairo_arc (cr, box->x + RADIUS, bottom - RADIUS, RADIUS, G_PI_2, G_PI);
  cairo_arc (cr, box->x + RADIUS, box->y + RADIUS, RADIUS, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

/* In the middle of an empty view, above the actors of another. */
void
dossier_map_view_draw_notice (DossierMapView *self, cairo_t *cr)
{
  DossierCanvas *canvas = DOSSIER_CANVAS (self);
  const DossierTheme *theme = dossier_canvas_get_theme (canvas);
  DossierTypesetter *typesetter = dossier_canvas_get_typesetter (canvas);
  const char *words = dossier_map_view_find_notice (self);
  gboolean has_actors = self->map != NULL && self->map->n_nodes > 0;
  DossierRectangle box;
  double width, height;

  if (words == NULL)
    return;

  dossier_typesetter_measure (words, DOSSIER_TEXT_NODE_LABEL, &width, &height, typesetter);
  box.width = width + 2 * PAD_X;
  box.height = height + 2 * PAD_Y;
  box.x = (gtk_widget_get_width (GTK_WIDGET (self)) - box.width) / 2;
  box.y = has_actors ? dossier_map_view_get_room (self).y : (gtk_widget_get_height (GTK_WIDGET (self)) - box.height) / 2;
  if (has_actors)
    {
      trace_ground (&box, cr);
      dossier_color_set_source (&theme->view, cr);
      cairo_fill_preserve (cr);
      dossier_color_set_source (&theme->grid, cr);
      cairo_set_line_width (cr, 1);
      cairo_stroke (cr);
    }
  dossier_typesetter_draw (typesetter, cr, words, DOSSIER_TEXT_NODE_LABEL, box.x + PAD_X, box.y + PAD_Y, -1, has_actors ? &theme->text : &theme->dim_text, NULL);
}
