/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-brush-zoom.h"

#include <glib/gi18n-lib.h>

/* How far above the axis it stands, in pixels. */
#define MARGIN 6

struct _DossierBrushZoom
{
  GtkWidget parent_instance;

  DossierTimelineView *timeline;
};

G_DEFINE_FINAL_TYPE (DossierBrushZoom, dossier_brush_zoom, GTK_TYPE_WIDGET)

static void
clicked_cb (DossierBrushZoom *self)
{
  dossier_timeline_view_zoom_to_brush (self->timeline);
  gtk_widget_grab_focus (GTK_WIDGET (self->timeline));
}

static void
update (DossierBrushZoom *self)
{
  GdkRectangle span;
  GtkWidget *overlay = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_widget_set_visible (GTK_WIDGET (self), dossier_timeline_view_get_brush_place (self->timeline, &span));
  if (overlay != NULL)
    gtk_widget_queue_allocate (overlay);
}

/* In the middle of what is seen of the span; the overlay has no other that is placed by numbers. */
static gboolean
place_cb (DossierBrushZoom *self, GtkWidget *child, GdkRectangle *place)
{
  GdkRectangle span;

  if (child != GTK_WIDGET (self) || !dossier_timeline_view_get_brush_place (self->timeline, &span))
    return FALSE;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &place->width, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, place->width, NULL, &place->height, NULL, NULL);
  place->x = span.x + (span.width - place->width) / 2;
  place->y = MAX (0, span.height - place->height - MARGIN);

  return TRUE;
}

static void
dossier_brush_zoom_dispose (GObject *object)
{
  DossierBrushZoom *self = DOSSIER_BRUSH_ZOOM (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->timeline);

  G_OBJECT_CLASS (dossier_brush_zoom_parent_class)->dispose (object);
}

static void
dossier_brush_zoom_class_init (DossierBrushZoomClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_brush_zoom_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "brush-zoom");
}

static void
dossier_brush_zoom_init (DossierBrushZoom *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("zoom-in-symbolic");
  const char *label = _ ("Zoom to the Selected Span");

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * dossier_brush_zoom_set_timeline:
 * @self: a button in an overlay
 * @timeline: the timeline below it
 */
void
dossier_brush_zoom_set_timeline (DossierBrushZoom *self, DossierTimelineView *timeline)
{
  g_return_if_fail (DOSSIER_IS_BRUSH_ZOOM (self) && DOSSIER_IS_TIMELINE_VIEW (timeline));
  g_return_if_fail (self->timeline == NULL && GTK_IS_OVERLAY (gtk_widget_get_parent (GTK_WIDGET (self))));

  self->timeline = g_object_ref (timeline);
  g_signal_connect_object (gtk_widget_get_parent (GTK_WIDGET (self)), "get-child-position", G_CALLBACK (place_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (timeline, "viewport-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (timeline, "brush-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}
