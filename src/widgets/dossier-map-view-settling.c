/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-map-view-private.h"

#include "layout/dossier-map-arrangement.h"

/* How long the actors are on their way from where they stood to where they shall stand. */
#define SETTLE_MS 400

/* Routing the lines of more actors than these anew for each frame would be felt: they stand there at once. */
#define MOST_SETTLING 400

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
