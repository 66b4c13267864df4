/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-audience-window.h"

#include "widgets/dossier-stage-view.h"

#include <glib/gi18n-lib.h>

/* As a window among others, for one screen that is shared with a call. */
#define USUAL_WIDTH  960
#define USUAL_HEIGHT 540

struct _DossierAudienceWindow
{
  GtkWindow parent_instance;

  gboolean fills;
};

G_DEFINE_FINAL_TYPE (DossierAudienceWindow, dossier_audience_window, GTK_TYPE_WINDOW)

static void
dossier_audience_window_class_init (DossierAudienceWindowClass *klass)
{
}

static void
dossier_audience_window_init (DossierAudienceWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), USUAL_WIDTH, USUAL_HEIGHT);
  gtk_widget_add_css_class (GTK_WIDGET (self), "audience");
}

/**
 * dossier_audience_window_new:
 * @show: what is presented
 *
 * Returns: (transfer none): a window for the audience; GTK owns it until it is closed
 */
GtkWidget *
dossier_audience_window_new (DossierShow *show)
{
  DossierAudienceWindow *self = g_object_new (DOSSIER_TYPE_AUDIENCE_WINDOW, NULL);
  /* Translators: the title of the window that the audience looks at; %s is the title of a story */
  g_autofree char *title = g_strdup_printf (_ ("%s: Audience"), dossier_text_get (&dossier_show_get_story (show)->title, NULL));
  GtkWidget *view = dossier_stage_view_new (show);

  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_window_set_child (GTK_WINDOW (self), view);
  gtk_window_set_focus (GTK_WINDOW (self), view);

  return GTK_WIDGET (self);
}

/**
 * dossier_audience_window_fill:
 * @self: the audience's window
 * @monitor: the monitor that it is to cover
 */
void
dossier_audience_window_fill (DossierAudienceWindow *self, GdkMonitor *monitor)
{
  GdkRectangle geometry;

  g_return_if_fail (DOSSIER_IS_AUDIENCE_WINDOW (self) && GDK_IS_MONITOR (monitor));

  /* As large from the start, so that no picture is painted in vain; and where nobody manages windows, at all. */
  gdk_monitor_get_geometry (monitor, &geometry);
  gtk_window_set_decorated (GTK_WINDOW (self), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self), geometry.width, geometry.height);
  gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), monitor);
  self->fills = TRUE;
}

/**
 * dossier_audience_window_unfill:
 * @self: the audience's window
 *
 * Makes it a window among others.
 */
void
dossier_audience_window_unfill (DossierAudienceWindow *self)
{
  g_return_if_fail (DOSSIER_IS_AUDIENCE_WINDOW (self));

  gtk_window_unfullscreen (GTK_WINDOW (self));
  gtk_window_set_decorated (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), USUAL_WIDTH, USUAL_HEIGHT);
  self->fills = FALSE;
}

/**
 * dossier_audience_window_fills:
 * @self: the audience's window
 *
 * Returns: whether it covers a monitor
 */
gboolean
dossier_audience_window_fills (DossierAudienceWindow *self)
{
  g_return_val_if_fail (DOSSIER_IS_AUDIENCE_WINDOW (self), FALSE);

  return self->fills;
}
