/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-quote-label.h"

#include "widgets/dossier-prose.h"
#include "widgets/dossier-style.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The dots below a word, in pixels. */
#define DOT_SIZE     2.0
#define DOT_DISTANCE 4.0
#define DOT_OFFSET   3.0 /* from the base line to their middle */

/* What softens, in bytes of the label's text. */
typedef struct
{
  int begin;
  int end;
} Range;

struct _DossierQuoteLabel
{
  GtkWidget parent_instance;

  GtkWidget *label;
  GArray *ranges; /* Range */
};

G_DEFINE_FINAL_TYPE (DossierQuoteLabel, dossier_quote_label, GTK_TYPE_WIDGET)

static void
draw_dots (DossierQuoteLabel *self, cairo_t *cr)
{
  const DossierTheme *theme = dossier_style_get_theme (dossier_style_get_default ());
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (self->label));
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int origin_x, origin_y;

  gtk_label_get_layout_offsets (GTK_LABEL (self->label), &origin_x, &origin_y);
  dossier_color_set_source (&dossier_theme_get_hue (theme, DOSSIER_HUE_ALLEGED)->mark, cr);

  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      double y = origin_y + pango_units_to_double (pango_layout_iter_get_baseline (iter)) + DOT_OFFSET;
      PangoRectangle logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      for (guint i = 0; i < self->ranges->len; i++)
        {
          const Range *range = &g_array_index (self->ranges, Range, i);
          int begin = MAX (range->begin, line->start_index);
          int end = MIN (range->end, line->start_index + line->length);
          int *stretches;
          int n;

          if (begin >= end)
            continue;

          pango_layout_line_get_x_ranges (line, begin, end, &stretches, &n);
          for (int j = 0; j < n; j++)
            {
              double left = origin_x + pango_units_to_double (stretches[2 * j]);
              double right = origin_x + pango_units_to_double (stretches[2 * j + 1]);

              for (double x = left + DOT_SIZE / 2; x <= right; x += DOT_DISTANCE)
                {
                  cairo_new_sub_path (cr);
                  cairo_arc (cr, x, y, DOT_SIZE / 2, 0, 2 * G_PI);
                }
            }
          g_free (stretches);
        }
    }
  while (pango_layout_iter_next_line (iter));

  cairo_fill (cr);
  pango_layout_iter_free (iter);
}

static void
dossier_quote_label_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DossierQuoteLabel *self = DOSSIER_QUOTE_LABEL (widget);
  cairo_t *cr;

  GTK_WIDGET_CLASS (dossier_quote_label_parent_class)->snapshot (widget, snapshot);
  if (self->ranges->len == 0)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget) + 6));
  draw_dots (self, cr);
  cairo_destroy (cr);
}

static void
dossier_quote_label_dispose (GObject *object)
{
  DossierQuoteLabel *self = DOSSIER_QUOTE_LABEL (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (dossier_quote_label_parent_class)->dispose (object);
}

static void
dossier_quote_label_finalize (GObject *object)
{
  g_array_unref (DOSSIER_QUOTE_LABEL (object)->ranges);

  G_OBJECT_CLASS (dossier_quote_label_parent_class)->finalize (object);
}

static void
dossier_quote_label_class_init (DossierQuoteLabelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_quote_label_dispose;
  G_OBJECT_CLASS (klass)->finalize = dossier_quote_label_finalize;
  widget_class->snapshot = dossier_quote_label_snapshot;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "quote-label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dossier_quote_label_init (DossierQuoteLabel *self)
{
  self->ranges = g_array_new (FALSE, FALSE, sizeof (Range));
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  dossier_prose_wrap (GTK_LABEL (self->label));
  gtk_widget_add_css_class (self->label, "quote-words");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

/* Whether no word goes on at either side. */
static gboolean
is_whole (const char *text, const char *begin, const char *end)
{
  return (begin == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (begin)))) &&
         (*end == '\0' || !g_unichar_isalnum (g_utf8_get_char (end)));
}

static void
add_hedge (DossierQuoteLabel *self, const char *text, const char *hedge)
{
  const char *found = NULL;

  if (*hedge == '\0')
    return;

  for (const char *p = strstr (text, hedge); p != NULL; p = strstr (p + strlen (hedge), hedge))
    {
      const char *end = p + strlen (hedge);
      Range range = { (int) (p - text), (int) (end - text) };

      if (!is_whole (text, p, end))
        continue;
      g_array_append_val (self->ranges, range);
      found = p;
    }

  /* It stands in the words, or the document would have been refused. */
  found = found == NULL ? strstr (text, hedge) : NULL;
  if (found != NULL)
    {
      Range range = { (int) (found - text), (int) (found - text + (gssize) strlen (hedge)) };

      g_array_append_val (self->ranges, range);
    }
}

/**
 * dossier_quote_label_new:
 * @words: the words, without quotation marks
 * @hedges: those of them that soften
 *
 * Returns: (transfer floating): a label
 */
GtkWidget *
dossier_quote_label_new (const char *words, const DossierStrings *hedges)
{
  DossierQuoteLabel *self = g_object_new (DOSSIER_TYPE_QUOTE_LABEL, NULL);
  g_autofree char *text = g_strdup_printf (_ ("“%s”"), words);
  g_autoptr (GString) list = g_string_new (NULL);

  gtk_label_set_text (GTK_LABEL (self->label), text);
  for (int i = 0; i < hedges->n; i++)
    {
      add_hedge (self, text, hedges->items[i]);
      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", hedges->items[i]);
    }

  if (hedges->n > 0)
    {
      /* Translators: the words of a quote that make it less certain, such as: Softened by: seems, may */
      g_autofree char *tip = g_strdup_printf (_ ("Softened by: %s"), list->str);

      gtk_widget_set_tooltip_text (GTK_WIDGET (self), tip);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, tip, -1);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);

  return GTK_WIDGET (self);
}
