/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-map-legend.h"
#include "painting/dossier-tie-painter.h"

#define PADDING     12.0
#define SAMPLE      30.0
#define SAMPLE_GAP  7.0
#define ENTRY_GAP   18.0
#define LINE_HEIGHT 22.0

/* One entry: a line of that sign and status. */
typedef struct
{
  DossierSign sign;
  DossierStatus status;
  const char *label;
  double x; /* from the left of the legend */
  double y; /* from its top to the middle of the entry */
} Entry;

static void
add_entry (GArray *entries, DossierSign sign, DossierStatus status, const char *label)
{
  Entry entry = { .sign = sign, .status = status, .label = label };

  g_array_append_val (entries, entry);
}

/* What occurs in the scene, and only that. Where everything is reported as fact, that needs no entry. */
static GArray *
list_entries (const DossierMapScene *scene)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  gboolean has_sign[DOSSIER_SIGN_NEUTRAL + 1] = { FALSE };
  gboolean has_status[DOSSIER_STATUS_DENIED + 1] = { FALSE };
  int n_statuses = 0;

  for (int i = 0; i < scene->n_strands; i++)
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

/* Puts the entries in lines, as many in each as fit. */
static void
lay_out (const DossierMapPainter *painter, GArray *entries, double max_width, double *width, double *height)
{
  double x = PADDING;
  double y = PADDING / 2 + LINE_HEIGHT / 2;

  *width = 0;
  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = &g_array_index (entries, Entry, i);
      double label_width;
      double label_height;
      double entry_width;

      dossier_typesetter_measure (entry->label, DOSSIER_TEXT_LEGEND, &label_width, &label_height, painter->typesetter);
      entry_width = SAMPLE + SAMPLE_GAP + label_width;
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
 * dossier_map_legend_measure:
 * @painter: the look
 * @map: the map that @scene was made of
 * @scene: what the legend explains
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
  g_autoptr (GArray) entries = list_entries (scene);

  lay_out (painter, entries, max_width, width, height);
}

static void
draw_sample (const DossierMapPainter *painter, const Entry *entry, double x, double y, cairo_t *cr)
{
  DossierMapSceneTick ticks[2];
  DossierMapSceneStrand strand = {
    .sign = entry->sign,
    .status = entry->status,
    .way = { { x, y }, { x + SAMPLE / 2, y }, { x + SAMPLE, y } },
    .has_line = TRUE,
    .width = 2.6,
    .label = "",
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
 * @scene: what the legend explains
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
  g_autoptr (GArray) entries = list_entries (scene);
  double width;
  double height;

  lay_out (painter, entries, max_width, &width, &height);
  cairo_save (cr);
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      double label_width;
      double label_height;

      draw_sample (painter, entry, x + entry->x, y + entry->y, cr);
      dossier_typesetter_measure (entry->label, DOSSIER_TEXT_LEGEND, &label_width, &label_height, painter->typesetter);
      dossier_typesetter_draw (painter->typesetter,
                               cr,
                               entry->label,
                               DOSSIER_TEXT_LEGEND,
                               x + entry->x + SAMPLE + SAMPLE_GAP,
                               y + entry->y - label_height / 2,
                               -1,
                               &painter->theme->text,
                               NULL);
    }
  cairo_restore (cr);
}
