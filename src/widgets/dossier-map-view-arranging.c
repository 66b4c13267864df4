/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-map-view-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What takes no longer than this is not worth a sign, in microseconds. */
#define PATIENCE_USEC (G_USEC_PER_SEC / 3)

/* How often the sign is drawn anew, in milliseconds. */
#define SIGN_INTERVAL_MS 100

/* The sign: words and a bar below them, in pixels. */
#define SIGN_MARGIN     18.0
#define SIGN_WIDTH      120.0
#define SIGN_BAR_HEIGHT 3.0
#define SIGN_SPACING    6.0

/* Tells whether it takes long, for the control that stops it. */
static void
tell (DossierMapView *self)
{
  gboolean takes_long = dossier_map_view_shows_sign (self);

  if (self->tells_arranging == takes_long)
    return;

  self->tells_arranging = takes_long;
  g_object_notify (G_OBJECT (self), "arranging");
}

static gboolean
sign_cb (gpointer data)
{
  tell (data);
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
  tell (self);
}

/* Ends what is being laid out, for it is of no use any more. */
void
dossier_map_view_cancel (DossierMapView *self)
{
  dossier_map_view_unwatch_arranging (self);
  if (self->arranging != NULL)
    g_cancellable_cancel (self->arranging);
  g_clear_object (&self->arranging);
}

/* Takes note of how the present map looks, for when the next one is stopped. */
void
dossier_map_view_note_arranged (DossierMapView *self)
{
  g_free (self->arranged_folded_states);
  self->arranged_folded_states = g_memdup2 (self->folded_states, sizeof *self->folded_states * (gsize) MAX (1, self->map->n_nodes));
  self->arranged_folded = self->folded;
  self->arranged_by_choice = self->folding_is_chosen;
  self->arranged_look = self->look;
}

/* The user does not want to wait: the map stays as it is, and the controls say so. */
void
dossier_map_view_stop_arranging (DossierMapView *self)
{
  if (self->arranging == NULL)
    return;

  dossier_map_view_cancel (self);
  if (self->map != NULL)
    {
      memcpy (self->folded_states, self->arranged_folded_states, sizeof *self->folded_states * (gsize) MAX (1, self->map->n_nodes));
      self->folded = self->arranged_folded;
      self->folding_is_chosen = self->arranged_by_choice;
      self->look = self->arranged_look;
      dossier_map_view_show_look (self);
      g_object_notify (G_OBJECT (self), "folded");
    }
  dossier_canvas_announce (DOSSIER_CANVAS (self), _ ("Laying out the map was stopped"));
  gtk_widget_queue_draw (GTK_WIDGET (self));
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
