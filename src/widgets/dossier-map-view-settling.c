/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-map-view-private.h"

#include "layout/dossier-map-arrangement.h"

#include <glib/gi18n-lib.h>

/* How long the actors are on their way from where they stood to where they shall stand. */
#define SETTLE_MS 400

/* Routing the lines of more actors than these anew for each frame would be felt: they stand there at once. */
#define MOST_SETTLING 400

/* What takes no longer than this is not worth a sign, in microseconds. */
#define PATIENCE_USEC (G_USEC_PER_SEC / 3)

/* How often the sign is drawn anew, in milliseconds. */
#define SIGN_INTERVAL_MS 100

/* The sign: words and a bar below them, in pixels. */
#define SIGN_MARGIN     18.0
#define SIGN_WIDTH      120.0
#define SIGN_BAR_HEIGHT 3.0
#define SIGN_SPACING    6.0

/* Puts the actors so far on their way, 0 to 1. */
static void
settle_cb (double value, gpointer data)
{
  DossierMapView *self = data;

  if (self->map == NULL || self->settling == NULL || (int) self->settling->len != 2 * self->map->n_nodes)
    return;

  for (int i = 0; i < self->map->n_nodes; i++)
    {
      DossierPoint from = g_array_index (self->settling, DossierPoint, 2 * i);
      DossierPoint to = g_array_index (self->settling, DossierPoint, 2 * i + 1);

      self->map->nodes[i].x = value >= 1 ? to.x : from.x + (to.x - from.x) * value;
      self->map->nodes[i].y = value >= 1 ? to.y : from.y + (to.y - from.y) * value;
    }
  dossier_map_arrangement_update (self->map);
  g_clear_pointer (&self->plot, dossier_map_plot_unref);
  dossier_canvas_queue_update (DOSSIER_CANVAS (self));
}

void
dossier_map_view_init_settling (DossierMapView *self)
{
  self->settle = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, SETTLE_MS, adw_callback_animation_target_new (settle_cb, self, NULL));
}

/* Has the actors go from where they stand in @before to where they stand now. Who was folded into another comes from
 * there. Where motion is unwanted the animation is at its end at once. */
void
dossier_map_view_settle_from (DossierMapView *self, const DossierMap *before)
{
  if (before->n_nodes != self->map->n_nodes || before->n_nodes > MOST_SETTLING || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  g_clear_pointer (&self->settling, g_array_unref);
  self->settling = g_array_sized_new (FALSE, FALSE, sizeof (DossierPoint), (guint) (2 * before->n_nodes));
  for (int i = 0; i < before->n_nodes; i++)
    {
      const DossierMapNode *from = &before->nodes[before->nodes[i].shown_as];
      DossierPoint ends[] = { { from->x, from->y }, { self->map->nodes[i].x, self->map->nodes[i].y } };

      g_array_append_vals (self->settling, ends, 2);
    }
  adw_animation_reset (self->settle);
  adw_animation_play (self->settle);
}

/* Who is on the way is there at once: before something else moves them, or asks where they stand. */
void
dossier_map_view_finish_settling (DossierMapView *self)
{
  if (adw_animation_get_state (self->settle) == ADW_ANIMATION_PLAYING)
    adw_animation_skip (self->settle);
}

static gboolean
sign_cb (gpointer data)
{
  gtk_widget_queue_draw (data);

  return G_SOURCE_CONTINUE;
}

/* Begins to tell how far the arrangement is. Returns what the arranging thread shall report to; the view has a
 * reference of its own. */
DossierProgress *
dossier_map_view_watch_arranging (DossierMapView *self)
{
  dossier_map_view_unwatch_arranging (self);
  self->progress = g_atomic_rc_box_new0 (DossierProgress);
  self->arranging_since = g_get_monotonic_time ();
  self->sign_id = g_timeout_add (SIGN_INTERVAL_MS, sign_cb, self);

  return self->progress;
}

void
dossier_map_view_unwatch_arranging (DossierMapView *self)
{
  g_clear_handle_id (&self->sign_id, g_source_remove);
  g_clear_pointer (&self->progress, g_atomic_rc_box_release);
}

/* Whether the map is being arranged for so long that it is told. */
gboolean
dossier_map_view_shows_sign (DossierMapView *self)
{
  return self->progress != NULL && g_get_monotonic_time () - self->arranging_since > PATIENCE_USEC;
}

/* How far the arrangement is: small, and out of the way of the map that is still there. */
void
dossier_map_view_draw_sign (DossierMapView *self, cairo_t *cr)
{
  DossierCanvas *canvas = DOSSIER_CANVAS (self);
  const DossierTheme *theme = dossier_canvas_get_theme (canvas);
  DossierTypesetter *typesetter = dossier_canvas_get_typesetter (canvas);
  /* Where there is no map yet, this stands in its middle. */
  const char *words = self->map != NULL ? _ ("The map is being laid out…") : "";
  double width, height, x, y, share;

  if (!dossier_map_view_shows_sign (self))
    return;

  dossier_typesetter_measure (words, DOSSIER_TEXT_LEGEND, &width, &height, typesetter);
  width = MAX (width, SIGN_WIDTH);
  x = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? gtk_widget_get_width (GTK_WIDGET (self)) - SIGN_MARGIN - width : SIGN_MARGIN;
  y = gtk_widget_get_height (GTK_WIDGET (self)) - SIGN_MARGIN - SIGN_BAR_HEIGHT;
  share = dossier_progress_get (self->progress);

  dossier_typesetter_draw (typesetter, cr, words, DOSSIER_TEXT_LEGEND, x, y - SIGN_SPACING - height, width, &theme->text, &theme->background);
  dossier_color_set_source (&theme->grid, cr);
  cairo_rectangle (cr, x, y, width, SIGN_BAR_HEIGHT);
  cairo_fill (cr);
  dossier_color_set_source (&theme->dim_text, cr);
  cairo_rectangle (cr, x, y, width * share, SIGN_BAR_HEIGHT);
  cairo_fill (cr);
}
