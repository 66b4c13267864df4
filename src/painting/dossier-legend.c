/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-legend-private.h"

#define PADDING     12.0
#define SAMPLE_GAP  7.0
#define ENTRY_GAP   18.0
#define LINE_HEIGHT 22.0

/**
 * dossier_legend_lay_out:
 * @entries: (element-type DossierLegendEntry): entries with their labels; gets their places
 * @typesetter: measures the labels
 * @max_width: how wide the legend may become, in pixels
 * @width: (out): how wide it is; 0 if there is no entry
 * @height: (out): how high it is; likewise
 *
 * Puts the entries in lines, as many in each as fit.
 */
void
dossier_legend_lay_out (GArray *entries, DossierTypesetter *typesetter, double max_width, double *width, double *height)
{
  double x = PADDING;
  double y = PADDING / 2 + LINE_HEIGHT / 2;

  *width = 0;
  for (guint i = 0; i < entries->len; i++)
    {
      DossierLegendEntry *entry = &g_array_index (entries, DossierLegendEntry, i);
      double label_width, label_height, entry_width;

      dossier_typesetter_measure (entry->label, DOSSIER_TEXT_LEGEND, &label_width, &label_height, typesetter);
      entry_width = DOSSIER_LEGEND_SAMPLE + SAMPLE_GAP + label_width;
      if (x > PADDING && x + entry_width + PADDING > max_width)
        {
          x = PADDING;
          y += LINE_HEIGHT;
        }
      entry->x = x;
      entry->y = y;
      x += entry_width + ENTRY_GAP;
      *width = MAX (*width, x - ENTRY_GAP + PADDING);
    }

  *height = entries->len > 0 ? y + LINE_HEIGHT / 2 + PADDING / 2 : 0;
}

/**
 * dossier_legend_draw_label:
 * @entry: an entry that has its place
 * @typesetter: draws the label
 * @theme: the colours
 * @x: the left of the legend, in pixels
 * @y: its top
 * @cr: where to draw
 *
 * Draws the label of an entry behind the room of its sample.
 */
void
dossier_legend_draw_label (const DossierLegendEntry *entry,
                           DossierTypesetter *typesetter,
                           const DossierTheme *theme,
                           double x,
                           double y,
                           cairo_t *cr)
{
  double width, height;

  dossier_typesetter_measure (entry->label, DOSSIER_TEXT_LEGEND, &width, &height, typesetter);
  dossier_typesetter_draw (typesetter,
                           cr,
                           entry->label,
                           DOSSIER_TEXT_LEGEND,
                           x + entry->x + DOSSIER_LEGEND_SAMPLE + SAMPLE_GAP,
                           y + entry->y - height / 2,
                           -1,
                           &theme->text,
                           NULL);
}
