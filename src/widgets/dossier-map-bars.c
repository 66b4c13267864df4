/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-map-bars.h"

struct _DossierMapBars
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (DossierMapBars, dossier_map_bars, GTK_TYPE_WIDGET)

/* Beside each other, all bars would be so wide. */
static int
measure_line (DossierMapBars *self)
{
  int width = 0;

  for (GtkWidget *bar = gtk_widget_get_first_child (GTK_WIDGET (self)); bar != NULL; bar = gtk_widget_get_next_sibling (bar))
    {
      int natural;

      if (!gtk_widget_should_layout (bar))
        continue;
      gtk_widget_measure (bar, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      width += natural;
    }

  return width;
}

/**
 * dossier_map_bars_locate:
 * @self: the bars
 * @bar: one of them, that is visible
 * @width: how wide the map is, in pixels
 * @place: (out caller-allocates): where @bar lies, from the upper left of the map
 *
 * Tells where a bar comes to lie over a map of a width, whether or not it lies there already.
 *
 * Returns: %FALSE if @bar is not one of these
 */
gboolean
dossier_map_bars_locate (DossierMapBars *self, GtkWidget *bar, int width, GtkAllocation *place)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean is_line;
  gboolean is_first = TRUE;
  int y = 0;

  g_return_val_if_fail (DOSSIER_IS_MAP_BARS (self), FALSE);

  is_line = measure_line (self) <= width;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int minimum, natural, height;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      natural = MAX (minimum, MIN (natural, width));
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, natural, NULL, &height, NULL, NULL);
      if (child == bar)
        {
          *place = (GtkAllocation){ (is_line && !is_first) != is_rtl ? width - natural : 0, y, natural, height };
          return TRUE;
        }
      if (!is_line)
        y += height;
      is_first = FALSE;
    }

  return FALSE;
}

static void
dossier_map_bars_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = *natural = 0;
  for (GtkWidget *bar = gtk_widget_get_first_child (widget); bar != NULL; bar = gtk_widget_get_next_sibling (bar))
    {
      int bar_minimum, bar_natural;

      if (!gtk_widget_should_layout (bar))
        continue;

      gtk_widget_measure (bar, orientation, -1, &bar_minimum, &bar_natural, NULL, NULL);
      *minimum = MAX (*minimum, bar_minimum);
      *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? *natural + bar_natural : MAX (*natural, bar_natural);
    }
}

static void
dossier_map_bars_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  for (GtkWidget *bar = gtk_widget_get_first_child (widget); bar != NULL; bar = gtk_widget_get_next_sibling (bar))
    {
      GtkAllocation place;

      if (dossier_map_bars_locate (DOSSIER_MAP_BARS (widget), bar, width, &place))
        gtk_widget_size_allocate (bar, &place, -1);
    }
}

/* The pointer is on the bars or on the map below. */
static gboolean
dossier_map_bars_contains (GtkWidget *widget, double x, double y)
{
  return FALSE;
}

static void
dossier_map_bars_dispose (GObject *object)
{
  GtkWidget *bar;

  while ((bar = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (bar);

  G_OBJECT_CLASS (dossier_map_bars_parent_class)->dispose (object);
}

static void
dossier_map_bars_class_init (DossierMapBarsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_map_bars_dispose;
  widget_class->measure = dossier_map_bars_measure;
  widget_class->size_allocate = dossier_map_bars_size_allocate;
  widget_class->contains = dossier_map_bars_contains;
  gtk_widget_class_set_css_name (widget_class, "map-bars");
}

static void
dossier_map_bars_init (DossierMapBars *self)
{
}
