/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-map-legend.h"

#include "painting/dossier-legend-private.h"
#include "painting/dossier-tie-painter.h"

#define SAMPLE DOSSIER_LEGEND_SAMPLE

static void
add_entry (GArray *entries, DossierSign sign, DossierStatus status, const char *label)
{
  DossierLegendEntry entry = { .sign = (int) sign, .status = (int) status, .label = label };

  g_array_append_val (entries, entry);
}

/* What occurs in the scene, and only that. Where everything is reported as fact, that needs no entry. */
static GArray *
list_entries (const DossierMap *map, const DossierMapScene *scene)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (DossierLegendEntry));
  gboolean has_sign[DOSSIER_SIGN_NEUTRAL + 1] = { FALSE };
  gboolean has_status[DOSSIER_STATUS_DENIED + 1] = { FALSE };
  int n_statuses = 0;

  /* A plot tells signs by colour, and no statuses. */
  for (int i = 0; scene == NULL && i < map->n_ties; i++)
    if (map->ties[i].visible)
      has_sign[map->ties[i].sign] = TRUE;
  for (int i = 0; scene != NULL && i < scene->n_strands; i++)
    {
      has_sign[scene->strands[i].sign] = TRUE;
      n_statuses += !has_status[scene->strands[i].status];
      has_status[scene->strands[i].status] = TRUE;
    }

  for (DossierSign sign = DOSSIER_SIGN_COOPERATIVE; sign <= DOSSIER_SIGN_NEUTRAL; sign++)
    if (has_sign[sign])
      add_entry (entries, sign, DOSSIER_STATUS_REPORTED, dossier_vocabulary_get_label (DOSSIER_VOCABULARY_SIGN, (int) sign));
  for (DossierStatus status = DOSSIER_STATUS_REPORTED; status <= DOSSIER_STATUS_DENIED && n_statuses > 1; status++)
    if (has_status[status])
      add_entry (entries, DOSSIER_SIGN_NONE, status, dossier_vocabulary_get_label (DOSSIER_VOCABULARY_STATUS, (int) status));

  return entries;
}

/**
 * dossier_map_legend_measure:
 * @painter: the look
 * @map: the map that @scene was made of
 * @scene: (nullable): what the legend explains; %NULL where @map is plotted
 * @max_width: how wide it may become, in pixels
 * @width: (out): how wide it is; 0 if there is nothing to explain
 * @height: (out): how high it is; likewise
 */
void
dossier_map_legend_measure (const DossierMapPainter *painter,
                            const DossierMap *map,
                            const DossierMapScene *scene,
                            double max_width,
                            double *width,
                            double *height)
{
  g_autoptr (GArray) entries = list_entries (map, scene);

  dossier_legend_lay_out (entries, painter->typesetter, max_width, width, height);
}

static void
draw_sample (const DossierMapPainter *painter, const DossierLegendEntry *entry, double x, double y, cairo_t *cr)
{
  DossierMapSceneTick ticks[2];
  DossierMapSceneStrand strand = {
    .sign = (DossierSign) entry->sign,
    .status = (DossierStatus) entry->status,
    .way = { { x, y }, { x + SAMPLE / 2, y }, { x + SAMPLE, y } },
    .has_line = TRUE,
    .width = 2.6,
    .label = "",
    .presence = 1,
  };

  strand.line = strand.way;
  if (entry->sign == DOSSIER_SIGN_CONFLICTUAL)
    {
      strand.n_ticks = 2;
      for (int i = 0; i < 2; i++)
        {
          ticks[i].from = (DossierPoint){ x + SAMPLE * (0.25 + 0.5 * i), y - 4.5 };
          ticks[i].to = (DossierPoint){ ticks[i].from.x, y + 4.5 };
        }
    }
  strand.has_bead = entry->sign == DOSSIER_SIGN_NEUTRAL;
  strand.bead = (DossierPoint){ x + SAMPLE / 2, y };
  if (entry->status == DOSSIER_STATUS_DENIED)
    {
      strand.is_struck = TRUE;
      strand.strokes[0][0] = (DossierPoint){ x + SAMPLE / 2 - 4.5, y - 4.5 };
      strand.strokes[0][1] = (DossierPoint){ x + SAMPLE / 2 + 4.5, y + 4.5 };
      strand.strokes[1][0] = (DossierPoint){ x + SAMPLE / 2 - 4.5, y + 4.5 };
      strand.strokes[1][1] = (DossierPoint){ x + SAMPLE / 2 + 4.5, y - 4.5 };
    }

  dossier_tie_painter_draw (&strand, ticks, painter->theme, FALSE, cr);
}

/**
 * dossier_map_legend_draw:
 * @painter: the look
 * @map: the map that @scene was made of
 * @scene: (nullable): what the legend explains; %NULL where @map is plotted
 * @x: its left
 * @y: its top
 * @max_width: how wide it may become, in pixels
 * @cr: where to draw; its state is as before in the end
 *
 * Draws the signs and statuses that occur in the scene and what they mean. It has no frame and no ground.
 */
void
dossier_map_legend_draw (const DossierMapPainter *painter,
                         const DossierMap *map,
                         const DossierMapScene *scene,
                         double x,
                         double y,
                         double max_width,
                         cairo_t *cr)
{
  g_autoptr (GArray) entries = list_entries (map, scene);
  double width;
  double height;

  dossier_legend_lay_out (entries, painter->typesetter, max_width, &width, &height);
  cairo_save (cr);
  for (guint i = 0; i < entries->len; i++)
    {
      const DossierLegendEntry *entry = &g_array_index (entries, DossierLegendEntry, i);

      draw_sample (painter, entry, x + entry->x, y + entry->y, cr);
      dossier_legend_draw_label (entry, painter->typesetter, painter->theme, x, y, cr);
    }
  cairo_restore (cr);
}
