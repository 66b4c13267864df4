/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-timeline-legend-view.h"

#include "painting/dossier-timeline-legend.h"
#include "widgets/dossier-style.h"

#include <glib/gi18n-lib.h>

#define MARGIN 3

struct _DossierTimelineLegendView
{
  GtkWidget parent_instance;

  DossierTypesetter *typesetter;
};

G_DEFINE_FINAL_TYPE (DossierTimelineLegendView, dossier_timeline_legend_view, GTK_TYPE_WIDGET)

static const char *
get_heading (DossierTimelineLegendGroup group)
{
  switch (group)
    {
    case DOSSIER_TIMELINE_LEGEND_ROOM:
      return _ ("Room");
    case DOSSIER_TIMELINE_LEGEND_STATUS:
      return _ ("Status");
    case DOSSIER_TIMELINE_LEGEND_ARCS:
      return _ ("From Event to Event");
    case DOSSIER_TIMELINE_LEGEND_DATES:
    default:
      return _ ("Dates");
    }
}

static void
draw_sign_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  DossierTimelineLegendView *self = DOSSIER_TIMELINE_LEGEND_VIEW (gtk_widget_get_ancestor (GTK_WIDGET (area), DOSSIER_TYPE_TIMELINE_LEGEND_VIEW));
  const DossierTheme *theme = dossier_style_get_theme (dossier_style_get_default ());
  DossierTimelinePainter painter = { .theme = theme, .typesetter = self->typesetter };

  dossier_typesetter_set_theme (self->typesetter, theme);
  dossier_timeline_legend_draw_sign (&painter, GPOINTER_TO_INT (data), MARGIN, height / 2.0, cr);
}

static void
add_heading (GtkGrid *grid, int row, const char *text)
{
  GtkWidget *heading = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_set_margin_top (heading, row > 0 ? 12 : 0);
  gtk_grid_attach (grid, heading, 0, row, 2, 1);
}

static void
add_sign (GtkGrid *grid, int row, int sign, const char *text)
{
  GtkWidget *sample = gtk_drawing_area_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (sample), DOSSIER_TIMELINE_LEGEND_SIGN_WIDTH + 2 * MARGIN);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (sample), DOSSIER_TIMELINE_LEGEND_SIGN_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (sample), draw_sign_cb, GINT_TO_POINTER (sign), NULL);
  gtk_widget_set_valign (sample, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_grid_attach (grid, sample, 0, row, 1, 1);
  gtk_grid_attach (grid, label, 1, row, 1, 1);
}

static void
dossier_timeline_legend_view_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dossier_timeline_legend_view_parent_class)->dispose (object);
}

static void
dossier_timeline_legend_view_finalize (GObject *object)
{
  dossier_typesetter_free (DOSSIER_TIMELINE_LEGEND_VIEW (object)->typesetter);

  G_OBJECT_CLASS (dossier_timeline_legend_view_parent_class)->finalize (object);
}

static void
dossier_timeline_legend_view_class_init (DossierTimelineLegendViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dossier_timeline_legend_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = dossier_timeline_legend_view_finalize;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
dossier_timeline_legend_view_init (DossierTimelineLegendView *self)
{
  GtkWidget *grid = gtk_grid_new ();
  int group_before = -1;
  int row = 0;

  self->typesetter = dossier_typesetter_new (dossier_style_get_theme (dossier_style_get_default ()));
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_widget_set_margin_start (grid, 12);
  gtk_widget_set_margin_end (grid, 12);
  gtk_widget_set_margin_top (grid, 12);
  gtk_widget_set_margin_bottom (grid, 12);
  for (int sign = 0; sign < dossier_timeline_legend_get_n_signs (); sign++)
    {
      DossierTimelineLegendGroup group;
      const char *text = dossier_timeline_legend_get_sign (sign, &group);

      if ((int) group != group_before)
        add_heading (GTK_GRID (grid), row++, get_heading (group));
      group_before = (int) group;
      add_sign (GTK_GRID (grid), row++, sign, text);
    }
  gtk_widget_set_parent (grid, GTK_WIDGET (self));
}
