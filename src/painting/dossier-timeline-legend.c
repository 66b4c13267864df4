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

/* What a legend can explain: how a date is drawn, how a status is, and what leads from event to event. */
typedef enum
{
  SIGN_DAY,
  SIGN_SURE,
  SIGN_POSSIBLE,
  SIGN_WITHIN,
  SIGN_ONE_OF,
  SIGN_ALL_OF,
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
  SIGN_REACTION,
  SIGN_CAUSE,
  SIGN_ANSWER,
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
    case SIGN_ONE_OF:
      return C_ ("legend", "one of these");
    case SIGN_ALL_OF:
      return C_ ("legend", "each of these");
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
    case SIGN_REACTION:
      return C_ ("legend", "reaction");
    case SIGN_CAUSE:
      return C_ ("legend", "what it answers");
    case SIGN_ANSWER:
      return C_ ("legend", "what answers it");
    case N_SIGNS:
    default:
      g_return_val_if_reached ("");
    }
}

/* The rule, in a sentence. */
static const char *
get_rule (Sign sign)
{
  switch (sign)
    {
    case SIGN_DAY:
      /* Translators: the following state how dates are drawn in the timeline, in a sentence each */
      return _ ("The date is known, to the day or finer");
    case SIGN_SURE:
      return _ ("Solid: it surely went on then");
    case SIGN_POSSIBLE:
      return _ ("Fading: it possibly went on then");
    case SIGN_WITHIN:
      return _ ("Tinted: some time within, such as a month known only as that");
    case SIGN_ONE_OF:
      return _ ("Tinted, joined by dots: at one of these times");
    case SIGN_ALL_OF:
      return _ ("Solid, joined by a line: at each of these times");
    case SIGN_OPEN:
      return _ ("An arrow: it goes on, or its end is open");
    case SIGN_APPROXIMATE:
      return _ ("The date is approximate");
    case SIGN_UNCERTAIN:
      return _ ("The date is uncertain");
    case SIGN_PRINTED:
      return _ ("A dotted ghost: the date as the source prints it, beside the one that is meant");
    case SIGN_LINE:
      return _ ("A line at the foot of a lane: no room for its title");
    case SIGN_MERGED:
      return _ ("A count: more events than there is room for; it opens their list");
    case SIGN_ALLEGED:
      return _ ("Broken frame, half full: somebody alleges it");
    case SIGN_SPECULATED:
      return _ ("Dotted frame, a quarter full: it is speculated");
    case SIGN_EXPECTED:
      return _ ("Hollow: it is expected");
    case SIGN_DENIED:
      return _ ("Struck out: it is denied");
    case SIGN_REACTION:
      return _ ("An arc in the colour of its stance: a reaction to the selected event, and how much later");
    case SIGN_CAUSE:
      return _ ("Broken, grey: what the selected event answers");
    case SIGN_ANSWER:
      return _ ("Broken, blue: what answers the selected event");
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

  if (item->n_stretches > 1 && width >= LEAST_SPAN)
    {
      occurs[item->span_flags & DOSSIER_SPAN_ONE_OF ? SIGN_ONE_OF : SIGN_ALL_OF] = TRUE;
    }
  else if (width < LEAST_SPAN)
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

static void
note_curves (const DossierTimelineScene *scene, const DossierHue *arc_hues, gboolean occurs[N_SIGNS])
{
  for (guint i = 0; i < scene->curves->len; i++)
    {
      const DossierTimelineCurve *curve = &g_array_index (scene->curves, DossierTimelineCurve, i);

      if (!curve->is_link)
        occurs[SIGN_REACTION] = TRUE;
      else if (arc_hues != NULL)
        occurs[arc_hues[curve->arc] == DOSSIER_HUE_CAUSE ? SIGN_CAUSE : SIGN_ANSWER] = TRUE;
    }
}

/* What occurs in the scene, and only that. What needs no word gets none: that most dates are known, and that most
   things are reported. */
static GArray *
list_entries (const DossierTimelineScene *scene, const DossierHue *arc_hues)
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
  note_curves (scene, arc_hues, occurs);

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

static void
draw_set (gboolean is_one_of, const DossierTimelineItem *like, const DossierColor *color, cairo_t *cr)
{
  DossierTimelineItem item = *like;
  DossierTimelineStretch stretches[] = {
    { item.begin, item.begin + SAMPLE * 0.3 },
    { item.end - SAMPLE * 0.3, item.end },
  };

  item.span_flags = is_one_of ? DOSSIER_SPAN_ONE_OF : DOSSIER_SPAN_ALL_OF;
  item.n_stretches = G_N_ELEMENTS (stretches);
  dossier_timeline_paint_set (cr, &item, stretches, color, 1);
}

/* An arc like those of the scene, drawn by the same function. */
static void
draw_curve (const DossierTimelinePainter *painter, DossierHue hue, gboolean is_link, double x, double y, cairo_t *cr)
{
  DossierTimelineState state = DOSSIER_TIMELINE_STATE_NONE;
  DossierTimelineCurve curve = {
    .is_link = is_link,
    .label = "",
    .x = { x + 3, x + SAMPLE * 0.4, x + SAMPLE * 0.6, x + SAMPLE - 2 },
    .y = { y + 5, y + 5, y - 4, y - 4 },
  };

  state.arc_hues = &hue;
  dossier_timeline_paint_curve (painter, &curve, &state, cr);
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
    .uncut = { x, x, x + SAMPLE, x + SAMPLE },
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
      item.uncut[1] = x + SAMPLE * 0.45;
      item.uncut[2] = x + SAMPLE * 0.55;
      dossier_timeline_paint_span (cr, &item, color, 1);
      break;
    case SIGN_WITHIN:
      item.span_flags = 0;
      item.uncut[1] = item.uncut[3];
      item.uncut[2] = item.uncut[0];
      dossier_timeline_paint_span (cr, &item, color, 1);
      break;
    case SIGN_ONE_OF:
    case SIGN_ALL_OF:
      draw_set (sign == SIGN_ONE_OF, &item, color, cr);
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
    case SIGN_REACTION:
      draw_curve (painter, DOSSIER_HUE_CRITICISES, FALSE, x, y, cr);
      break;
    case SIGN_CAUSE:
      draw_curve (painter, DOSSIER_HUE_CAUSE, TRUE, x, y, cr);
      break;
    case SIGN_ANSWER:
      draw_curve (painter, DOSSIER_HUE_ANSWER, TRUE, x, y, cr);
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
 * @arc_hues: (nullable): by the index of the arc, its colour
 * @max_width: how wide it may become, in pixels
 * @width: (out): how wide it is; 0 if there is nothing to explain
 * @height: (out): how high it is; likewise
 */
void
dossier_timeline_legend_measure (const DossierTimelinePainter *painter,
                                 const DossierTimelineScene *scene,
                                 const DossierHue *arc_hues,
                                 double max_width,
                                 double *width,
                                 double *height)
{
  g_autoptr (GArray) entries = list_entries (scene, arc_hues);

  dossier_legend_lay_out (entries, painter->typesetter, max_width, width, height);
}

/**
 * dossier_timeline_legend_draw:
 * @painter: the look
 * @scene: what the legend explains
 * @arc_hues: (nullable): by the index of the arc, its colour
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
                              const DossierHue *arc_hues,
                              double x,
                              double y,
                              double max_width,
                              cairo_t *cr)
{
  g_autoptr (GArray) entries = list_entries (scene, arc_hues);
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

/**
 * dossier_timeline_legend_get_n_signs:
 *
 * Returns: how many signs the timeline knows
 */
int
dossier_timeline_legend_get_n_signs (void)
{
  return N_SIGNS;
}

/**
 * dossier_timeline_legend_get_sign:
 * @sign: the number of a sign, from 0
 * @group: (out): what it is about
 *
 * Returns: (transfer none): what it means, in a sentence
 */
const char *
dossier_timeline_legend_get_sign (int sign, DossierTimelineLegendGroup *group)
{
  g_return_val_if_fail (sign >= 0 && sign < N_SIGNS, "");

  *group = sign < SIGN_LINE      ? DOSSIER_TIMELINE_LEGEND_DATES
           : sign < SIGN_ALLEGED ? DOSSIER_TIMELINE_LEGEND_ROOM
           : sign < SIGN_REACTION ? DOSSIER_TIMELINE_LEGEND_STATUS
                                  : DOSSIER_TIMELINE_LEGEND_ARCS;

  return get_rule ((Sign) sign);
}

/**
 * dossier_timeline_legend_draw_sign:
 * @painter: the look
 * @sign: the number of a sign, from 0
 * @x: its left
 * @y: its middle
 * @cr: where to draw; its state is as before in the end
 *
 * Draws a sample of a sign, %DOSSIER_TIMELINE_LEGEND_SIGN_WIDTH wide.
 */
void
dossier_timeline_legend_draw_sign (const DossierTimelinePainter *painter, int sign, double x, double y, cairo_t *cr)
{
  g_return_if_fail (sign >= 0 && sign < N_SIGNS);

  cairo_save (cr);
  draw_sample (painter, (Sign) sign, x, y, cr);
  cairo_restore (cr);
}
