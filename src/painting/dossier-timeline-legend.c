/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-timeline-legend.h"

#include "painting/dossier-legend-private.h"
#include "painting/dossier-timeline-item-painter-private.h"

#include <glib/gi18n-lib.h>

#define SAMPLE        DOSSIER_LEGEND_SAMPLE
#define SAMPLE_HEIGHT 14.0

/* A span narrower than this is drawn as a mark; what it is known to then does not show. */
#define LEAST_SPAN 16.0

/* What a legend can explain: how a date is drawn, and how a status is. */
typedef enum
{
  SIGN_DAY,
  SIGN_SURE,
  SIGN_POSSIBLE,
  SIGN_WITHIN,
  SIGN_OPEN,
  SIGN_APPROXIMATE,
  SIGN_UNCERTAIN,
  SIGN_PRINTED,
  SIGN_LINE,
  SIGN_MERGED,
  SIGN_ALLEGED,
  SIGN_SPECULATED,
  SIGN_EXPECTED,
  SIGN_DENIED,
  N_SIGNS,
} Sign;

static const char *
get_label (Sign sign)
{
  switch (sign)
    {
    case SIGN_DAY:
      /* Translators: the following explain how dates are drawn in the timeline */
      return C_ ("legend", "date known");
    case SIGN_SURE:
      return C_ ("legend", "surely then");
    case SIGN_POSSIBLE:
      return C_ ("legend", "possibly then");
    case SIGN_WITHIN:
      return C_ ("legend", "some time within");
    case SIGN_OPEN:
      return C_ ("legend", "goes on");
    case SIGN_APPROXIMATE:
      return C_ ("legend", "approximate date");
    case SIGN_UNCERTAIN:
      return C_ ("legend", "uncertain date");
    case SIGN_PRINTED:
      return C_ ("legend", "date as printed");
    case SIGN_LINE:
      return C_ ("legend", "no room for its title");
    case SIGN_MERGED:
      return C_ ("legend", "more events");
    case SIGN_ALLEGED:
      return dossier_vocabulary_get_label (DOSSIER_VOCABULARY_STATUS, DOSSIER_STATUS_ALLEGED);
    case SIGN_SPECULATED:
      return dossier_vocabulary_get_label (DOSSIER_VOCABULARY_STATUS, DOSSIER_STATUS_SPECULATED);
    case SIGN_EXPECTED:
      return dossier_vocabulary_get_label (DOSSIER_VOCABULARY_STATUS, DOSSIER_STATUS_EXPECTED);
    case SIGN_DENIED:
      return dossier_vocabulary_get_label (DOSSIER_VOCABULARY_STATUS, DOSSIER_STATUS_DENIED);
    case N_SIGNS:
    default:
      g_return_val_if_reached ("");
    }
}

static void
note_dates (const DossierTimelineItem *item, gboolean occurs[N_SIGNS])
{
  double width = item->end - item->begin;
  double slack = DOSSIER_TIMELINE_MARK_WIDTH;

  if (item->box.height < SAMPLE_HEIGHT)
    {
      occurs[SIGN_LINE] = TRUE;
      return;
    }

  if (width < LEAST_SPAN)
    {
      occurs[SIGN_DAY] = TRUE;
    }
  else if (item->sure_end > item->sure_begin)
    {
      occurs[SIGN_SURE] = TRUE;
      if (item->sure_begin > item->begin + slack || item->sure_end < item->end - slack)
        occurs[SIGN_POSSIBLE] = TRUE;
    }
  else
    {
      occurs[item->span_flags & DOSSIER_SPAN_INTERVAL ? SIGN_POSSIBLE : SIGN_WITHIN] = TRUE;
    }

  if ((item->span_flags & DOSSIER_SPAN_OPEN_END && item->ends_after) ||
      (item->span_flags & DOSSIER_SPAN_OPEN_START && item->begins_before))
    occurs[SIGN_OPEN] = TRUE;
}

/* What occurs in the scene, and only that. What needs no word gets none: that most dates are known, and that most
   things are reported. */
static GArray *
list_entries (const DossierTimelineScene *scene)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (DossierLegendEntry));
  gboolean occurs[N_SIGNS] = { FALSE };
  gboolean has_dates = FALSE;

  for (guint i = 0; i < scene->items->len; i++)
    {
      const DossierTimelineItem *item = dossier_timeline_scene_get_item (scene, i);

      if (!(item->span_flags & DOSSIER_SPAN_UNKNOWN))
        note_dates (item, occurs);
      if (!dossier_timeline_box_is_empty (&item->sign_box))
        occurs[item->span_flags & DOSSIER_SPAN_UNCERTAIN ? SIGN_UNCERTAIN : SIGN_APPROXIMATE] = TRUE;
      occurs[SIGN_PRINTED] |= item->has_printed;
      occurs[SIGN_ALLEGED] |= item->status == DOSSIER_STATUS_ALLEGED;
      occurs[SIGN_SPECULATED] |= item->status == DOSSIER_STATUS_SPECULATED;
      occurs[SIGN_EXPECTED] |= item->status == DOSSIER_STATUS_EXPECTED;
      occurs[SIGN_DENIED] |= item->status == DOSSIER_STATUS_DENIED;
    }
  occurs[SIGN_MERGED] = scene->merged->len > 0;

  for (Sign sign = SIGN_SURE; sign <= SIGN_UNCERTAIN; sign++)
    has_dates |= occurs[sign];
  occurs[SIGN_DAY] = occurs[SIGN_DAY] && has_dates;

  for (Sign sign = SIGN_DAY; sign < N_SIGNS; sign++)
    if (occurs[sign])
      {
        DossierLegendEntry entry = { .sign = (int) sign, .label = get_label (sign) };

        g_array_append_val (entries, entry);
      }

  return entries;
}

static void
draw_words (const DossierTimelinePainter *painter, const char *words, double x, double y, cairo_t *cr)
{
  double width, height;

  dossier_typesetter_measure (words, DOSSIER_TEXT_BADGE, &width, &height, painter->typesetter);
  dossier_typesetter_draw (painter->typesetter,
                           cr,
                           words,
                           DOSSIER_TEXT_BADGE,
                           x - width / 2,
                           y - height / 2,
                           -1,
                           &painter->theme->dim_text,
                           NULL);
}

/* A frame as a card of that status has it, with its mark. */
static void
draw_card (const DossierTimelinePainter *painter, int status, double x, double y, cairo_t *cr)
{
  const DossierTheme *theme = painter->theme;
  DossierTimelineBox box = { x, y - SAMPLE_HEIGHT / 2, SAMPLE, SAMPLE_HEIGHT };
  DossierTimelineBox mark = { x + 3, y - SAMPLE_HEIGHT / 2 + 3, DOSSIER_TIMELINE_MARK_WIDTH - 1, SAMPLE_HEIGHT - 6 };

  dossier_timeline_paint_frame (cr, &box, 4, status, 1, &theme->dim_text, &theme->view);
  dossier_timeline_paint_mark (cr, &mark, status, &theme->dim_text, &theme->view);
}

/* Each sample is an event like those of the scene, drawn by the same functions. */
static void
draw_sample (const DossierTimelinePainter *painter, Sign sign, double x, double y, cairo_t *cr)
{
  const DossierTheme *theme = painter->theme;
  const DossierColor *color = &theme->dim_text;
  DossierTimelineItem item = {
    .status = DOSSIER_STATUS_REPORTED,
    .span_flags = DOSSIER_SPAN_INTERVAL,
    .box = { x, y - SAMPLE_HEIGHT / 2, SAMPLE, SAMPLE_HEIGHT },
    .begin = x,
    .sure_begin = x,
    .sure_end = x + SAMPLE,
    .end = x + SAMPLE,
  };
  DossierTimelineBox mark = { x + SAMPLE / 2 - 3, item.box.y, DOSSIER_TIMELINE_MARK_WIDTH, SAMPLE_HEIGHT };
  DossierTimelineBox pill = { x + 2, item.box.y, SAMPLE - 4, SAMPLE_HEIGHT };

  switch (sign)
    {
    case SIGN_DAY:
      dossier_timeline_paint_mark (cr, &mark, DOSSIER_STATUS_REPORTED, color, &theme->view);
      break;
    case SIGN_SURE:
      dossier_timeline_paint_span (cr, &item, color, 1);
      break;
    case SIGN_POSSIBLE:
      item.sure_begin = x + SAMPLE * 0.45;
      item.sure_end = x + SAMPLE * 0.55;
      dossier_timeline_paint_span (cr, &item, color, 1);
      break;
    case SIGN_WITHIN:
      item.span_flags = 0;
      item.sure_end = item.sure_begin;
      dossier_timeline_paint_span (cr, &item, color, 1);
      break;
    case SIGN_OPEN:
      dossier_timeline_paint_span (cr, &item, color, 1);
      dossier_timeline_paint_arrow (cr, x + SAMPLE - 1, y, 1, TRUE, color);
      break;
    case SIGN_APPROXIMATE:
      draw_words (painter, C_ ("approximate date", "c."), x + SAMPLE / 2, y, cr);
      break;
    case SIGN_UNCERTAIN:
      draw_words (painter, C_ ("uncertain date", "?"), x + SAMPLE / 2, y, cr);
      break;
    case SIGN_PRINTED:
      mark.x = x + 1;
      dossier_timeline_paint_mark (cr, &mark, DOSSIER_STATUS_REPORTED, color, &theme->view);
      item.box.width = DOSSIER_TIMELINE_MARK_WIDTH + 1;
      dossier_timeline_paint_ghost_at (cr, &item.box, x + SAMPLE - 4, DOSSIER_TIMELINE_MARK_WIDTH, x + SAMPLE - 8, color);
      break;
    case SIGN_LINE:
      item.box.y = y - 1;
      item.box.height = 2;
      dossier_timeline_paint_span (cr, &item, color, 1);
      break;
    case SIGN_MERGED:
      dossier_timeline_paint_frame (cr, &pill, 4, DOSSIER_STATUS_REPORTED, 1, color, &theme->view);
      draw_words (painter, "+12", x + SAMPLE / 2, y, cr);
      break;
    case SIGN_ALLEGED:
      draw_card (painter, DOSSIER_STATUS_ALLEGED, x, y, cr);
      break;
    case SIGN_SPECULATED:
      draw_card (painter, DOSSIER_STATUS_SPECULATED, x, y, cr);
      break;
    case SIGN_EXPECTED:
      draw_card (painter, DOSSIER_STATUS_EXPECTED, x, y, cr);
      break;
    case SIGN_DENIED:
      draw_card (painter, DOSSIER_STATUS_DENIED, x, y, cr);
      break;
    case N_SIGNS:
    default:
      g_return_if_reached ();
    }
}

/**
 * dossier_timeline_legend_measure:
 * @painter: the look
 * @scene: what the legend explains
 * @max_width: how wide it may become, in pixels
 * @width: (out): how wide it is; 0 if there is nothing to explain
 * @height: (out): how high it is; likewise
 */
void
dossier_timeline_legend_measure (const DossierTimelinePainter *painter,
                                 const DossierTimelineScene *scene,
                                 double max_width,
                                 double *width,
                                 double *height)
{
  g_autoptr (GArray) entries = list_entries (scene);

  dossier_legend_lay_out (entries, painter->typesetter, max_width, width, height);
}

/**
 * dossier_timeline_legend_draw:
 * @painter: the look
 * @scene: what the legend explains
 * @x: its left
 * @y: its top
 * @max_width: how wide it may become, in pixels
 * @cr: where to draw; its state is as before in the end
 *
 * Draws how dates and statuses that occur in the scene are shown, and what that means. It has no frame and no
 * ground.
 */
void
dossier_timeline_legend_draw (const DossierTimelinePainter *painter,
                              const DossierTimelineScene *scene,
                              double x,
                              double y,
                              double max_width,
                              cairo_t *cr)
{
  g_autoptr (GArray) entries = list_entries (scene);
  double width, height;

  dossier_legend_lay_out (entries, painter->typesetter, max_width, &width, &height);
  cairo_save (cr);
  for (guint i = 0; i < entries->len; i++)
    {
      const DossierLegendEntry *entry = &g_array_index (entries, DossierLegendEntry, i);

      draw_sample (painter, (Sign) entry->sign, x + entry->x, y + entry->y, cr);
      dossier_legend_draw_label (entry, painter->typesetter, painter->theme, x, y, cr);
    }
  cairo_restore (cr);
}
