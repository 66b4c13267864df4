/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-timeline-scene.h"

#include <math.h>
#include <string.h>

/* A mark is hit this many pixels beside it, too. */
#define SLACK 4.0

static double
get_gap (const DossierTimelineBox *box, double x, double y)
{
  double across = MAX (MAX (box->x - x, x - box->x - box->width), 0);
  double down = MAX (MAX (box->y - y, y - box->y - box->height), 0);

  return MAX (across, down);
}

/* The tick whose label is there; labels may be wider than the way to the next tick, which then has none. Else the one
 * before. */
static int
find_tick (const GArray *ticks, double x)
{
  int found = -1;

  for (guint i = 0; i < ticks->len; i++)
    {
      const DossierTimeTick *tick = &g_array_index (ticks, DossierTimeTick, i);

      if (x >= tick->label_x && x < tick->label_x + tick->label_width)
        return (int) i;
    }

  for (guint i = 0; i < ticks->len && g_array_index (ticks, DossierTimeTick, i).x <= x; i++)
    found = (int) i;

  return found;
}

/* Within a millionth of a pixel of zero is zero: no minus signs come and go in the text. */
static double
tidy (double value)
{
  return fabs (value) < 0.05 ? 0 : value;
}

static void
dump_box (GString *text, const char *name, const DossierTimelineBox *box)
{
  if (!dossier_timeline_box_is_empty (box))
    g_string_append_printf (text,
                            " %s %.1f,%.1f %.1fx%.1f",
                            name,
                            tidy (box->x),
                            tidy (box->y),
                            box->width,
                            box->height);
}

static void
dump_ticks (GString *text, const char *name, const GArray *ticks)
{
  for (guint i = 0; i < ticks->len; i++)
    {
      const DossierTimeTick *tick = &g_array_index (ticks, DossierTimeTick, i);

      g_string_append_printf (text, "%s %.1f", name, tidy (tick->x));
      if (tick->label_width > 0)
        g_string_append_printf (text, " \"%s\" at %.1f", tick->label, tidy (tick->label_x));
      g_string_append_c (text, '\n');
    }
}

static void
dump_item (GString *text, const DossierTimelineScene *scene, const DossierTimelineItem *item)
{
  static const char *const forms[] = { "mark", "label", "card" };

  g_string_append_printf (text,
                          "%s of event %d in lane %d:",
                          forms[item->form],
                          item->event,
                          item->lane);
  dump_box (text, "box", &item->box);
  g_string_append_printf (text, " possible %.1f..%.1f", tidy (item->begin), tidy (item->end));
  if (item->sure_end > item->sure_begin)
    g_string_append_printf (text, " sure %.1f..%.1f", tidy (item->sure_begin), tidy (item->sure_end));
  for (int i = 0; i < item->n_stretches; i++)
    {
      const DossierTimelineStretch *stretch = &g_array_index (scene->stretches, DossierTimelineStretch, item->first_stretch + i);

      g_string_append_printf (text, "%s%.1f..%.1f", i > 0 ? item->span_flags & DOSSIER_SPAN_ONE_OF ? " or " : " and " : " in ", tidy (stretch->begin), tidy (stretch->end));
    }
  if (item->begins_before)
    g_string_append (text, " from before");
  if (item->ends_after)
    g_string_append (text, " on and on");
  if (item->has_printed)
    g_string_append_printf (text, " printed %.1f..%.1f", tidy (item->printed_begin), tidy (item->printed_end));
  if (!dossier_timeline_box_is_empty (&item->sign_box))
    dump_box (text, item->sign, &item->sign_box);
  if (!dossier_timeline_box_is_empty (&item->title_box))
    {
      g_string_append_printf (text, " \"%s\"%s", item->title, item->is_shortened ? " shortened" : "");
      dump_box (text, "at", &item->title_box);
    }
  dump_box (text, "detail", &item->detail_box);
  g_string_append_c (text, '\n');
}

/**
 * dossier_timeline_scene_init:
 * @scene: (out caller-allocates): a scene
 *
 * Makes an empty scene; free what it holds with dossier_timeline_scene_clear().
 */
void
dossier_timeline_scene_init (DossierTimelineScene *scene)
{
  *scene = (DossierTimelineScene){
    .bands = g_array_new (FALSE, FALSE, sizeof (DossierTimelineBand)),
    .items = g_array_new (FALSE, FALSE, sizeof (DossierTimelineItem)),
    .stretches = g_array_new (FALSE, FALSE, sizeof (DossierTimelineStretch)),
    .merged = g_array_new (FALSE, FALSE, sizeof (DossierTimelineMerged)),
    .columns = g_array_new (FALSE, FALSE, sizeof (DossierTimelineColumn)),
    .curves = g_array_new (FALSE, FALSE, sizeof (DossierTimelineCurve)),
    .words = g_array_new (FALSE, FALSE, sizeof (char)),
  };
  dossier_time_axis_init (&scene->axis);
}

/**
 * dossier_timeline_scene_clear:
 * @scene: a scene; a zeroed or cleared one is left alone
 */
void
dossier_timeline_scene_clear (DossierTimelineScene *scene)
{
  g_clear_pointer (&scene->bands, g_array_unref);
  g_clear_pointer (&scene->items, g_array_unref);
  g_clear_pointer (&scene->stretches, g_array_unref);
  g_clear_pointer (&scene->merged, g_array_unref);
  g_clear_pointer (&scene->columns, g_array_unref);
  g_clear_pointer (&scene->curves, g_array_unref);
  g_clear_pointer (&scene->words, g_array_unref);
  g_clear_pointer (&scene->index, dossier_timeline_index_unref);
  dossier_time_axis_clear (&scene->axis);
}

/* Calls func for each word of the scene that something else owns. */
static void
foreach_word (DossierTimelineScene *scene, void (*func) (const char **word, gpointer data), gpointer data)
{
  for (guint i = 0; i < scene->bands->len; i++)
    func (&dossier_timeline_scene_get_band (scene, i)->title, data);
  for (guint i = 0; i < scene->items->len; i++)
    {
      func (&dossier_timeline_scene_get_item (scene, i)->title, data);
      func (&dossier_timeline_scene_get_item (scene, i)->detail, data);
    }
  for (guint i = 0; i < scene->merged->len; i++)
    func (&dossier_timeline_scene_get_merged (scene, i)->title, data);
  for (guint i = 0; i < scene->curves->len; i++)
    func (&g_array_index (scene->curves, DossierTimelineCurve, i).label, data);
}

static void
measure_word (const char **word, gpointer data)
{
  gsize *size = data;

  *size += *word != NULL ? strlen (*word) + 1 : 0;
}

static void
copy_word (const char **word, gpointer data)
{
  char **end = data;

  if (*word == NULL)
    return;

  *word = strcpy (*end, *word);
  *end += strlen (*end) + 1;
}

/**
 * dossier_timeline_scene_keep_words:
 * @scene: a scene as it was laid out
 *
 * Copies the words, so that they are valid as long as the scene, whatever becomes of the layout. The memory is used
 * again for the next layout.
 */
void
dossier_timeline_scene_keep_words (DossierTimelineScene *scene)
{
  gsize size = 0;
  char *end;

  foreach_word (scene, measure_word, &size);
  g_array_set_size (scene->words, (guint) size);
  end = scene->words->data;
  foreach_word (scene, copy_word, &end);
}

/**
 * dossier_timeline_scene_hit:
 * @scene: a scene
 * @x: pixels from the left edge of the canvas
 * @y: pixels from its upper edge
 *
 * Finds what is drawn at a point; marks also a few pixels beside it, if nothing else is there.
 *
 * Returns: what it is
 */
DossierTimelineHit
dossier_timeline_scene_hit (const DossierTimelineScene *scene, double x, double y)
{
  DossierTimelineHit hit = { DOSSIER_TIMELINE_PART_NOTHING, -1 };
  double nearest = SLACK;

  if (y >= scene->axis_top && y < scene->height)
    {
      gboolean is_fine = y < (scene->axis_top + scene->height) / 2;

      if (scene->earlier_label[0] != '\0' && get_gap (&scene->earlier_box, x, y) <= SLACK)
        return (DossierTimelineHit){ DOSSIER_TIMELINE_PART_EARLIER, -1 };
      if (scene->later_label[0] != '\0' && get_gap (&scene->later_box, x, y) <= SLACK)
        return (DossierTimelineHit){ DOSSIER_TIMELINE_PART_LATER, -1 };
      if (x < scene->plot.x || x >= scene->plot.x + scene->plot.width)
        return hit;

      hit.part = is_fine ? DOSSIER_TIMELINE_PART_FINE_TICK : DOSSIER_TIMELINE_PART_COARSE_TICK;
      hit.index = find_tick (is_fine ? scene->axis.fine : scene->axis.coarse, x - scene->plot.x);
      return hit;
    }

  if (y < 0 || y >= scene->axis_top || x < 0 || x >= scene->width)
    return hit;

  if (x < scene->plot.x)
    {
      for (guint i = 0; i < scene->bands->len; i++)
        if (dossier_timeline_box_contains (&dossier_timeline_scene_get_band (scene, i)->box, x, y))
          return (DossierTimelineHit){ DOSSIER_TIMELINE_PART_BAND, (int) i };
      return hit;
    }

  for (guint i = 0; i < scene->curves->len; i++)
    if (dossier_timeline_box_contains (&g_array_index (scene->curves, DossierTimelineCurve, i).label_box, x, y))
      return (DossierTimelineHit){ DOSSIER_TIMELINE_PART_CURVE, (int) i };

  for (guint i = 0; i < scene->items->len; i++)
    {
      const DossierTimelineItem *item = dossier_timeline_scene_get_item (scene, i);
      double gap = get_gap (&item->box, x, y);

      /* The date may stand behind the frame. */
      if (!dossier_timeline_box_is_empty (&item->detail_box))
        gap = MIN (gap, get_gap (&item->detail_box, x, y));
      if (gap < nearest)
        {
          nearest = gap;
          hit = (DossierTimelineHit){ DOSSIER_TIMELINE_PART_ITEM, (int) i };
        }
    }
  for (guint i = 0; i < scene->merged->len; i++)
    {
      const DossierTimelineMerged *merged = dossier_timeline_scene_get_merged (scene, i);
      double gap = get_gap (&merged->box, x, y);

      if (!dossier_timeline_box_is_empty (&merged->title_box))
        gap = MIN (gap, get_gap (&merged->title_box, x, y));
      if (gap < nearest)
        {
          nearest = gap;
          hit = (DossierTimelineHit){ DOSSIER_TIMELINE_PART_MERGED, (int) i };
        }
    }

  return hit;
}

/**
 * dossier_timeline_scene_find:
 * @scene: a scene
 * @event: the index of an event
 *
 * Returns: the first item that is @event, or -1 if it is not drawn by itself
 */
int
dossier_timeline_scene_find (const DossierTimelineScene *scene, int event)
{
  for (guint i = 0; i < scene->items->len; i++)
    if (dossier_timeline_scene_get_item (scene, i)->event == event)
      return (int) i;

  return -1;
}

/**
 * dossier_timeline_scene_dump:
 * @scene: a scene
 *
 * Writes down what is drawn where, to a tenth of a pixel: the same scene always gives the same text.
 *
 * Returns: (transfer full): lines of text
 */
char *
dossier_timeline_scene_dump (const DossierTimelineScene *scene)
{
  GString *text = g_string_new (NULL);
  const DossierTimelineCounts *counts = &scene->counts;

  g_string_append_printf (text,
                          "shown %d, drawn %d, merged %d, earlier %d, later %d, undated %d\n",
                          counts->shown,
                          counts->drawn,
                          counts->merged,
                          counts->earlier,
                          counts->later,
                          counts->undated);
  dump_ticks (text, "coarse", scene->axis.coarse);
  dump_ticks (text, "fine", scene->axis.fine);

  for (guint i = 0; i < scene->bands->len; i++)
    {
      const DossierTimelineBand *band = dossier_timeline_scene_get_band (scene, i);

      g_string_append_printf (text, "lane %d \"%s\"", band->lane, band->title);
      dump_box (text, "box", &band->box);
      dump_box (text, "title", &band->title_box);
      dump_box (text, "count", &band->count_box);
      g_string_append_c (text, '\n');
    }
  for (guint i = 0; i < scene->items->len; i++)
    dump_item (text, scene, dossier_timeline_scene_get_item (scene, i));
  for (guint i = 0; i < scene->merged->len; i++)
    {
      const DossierTimelineMerged *merged = dossier_timeline_scene_get_merged (scene, i);

      g_string_append_printf (text,
                              "%d merged in lane %d%s%s:",
                              merged->count,
                              merged->lane,
                              merged->is_lasting ? " from before" : "",
                              merged->is_undated ? " without date" : "");
      dump_box (text, "box", &merged->box);
      dump_box (text, merged->label, &merged->label_box);
      if (!dossier_timeline_box_is_empty (&merged->title_box))
        {
          g_string_append_printf (text, " \"%s\"", merged->title);
          dump_box (text, "at", &merged->title_box);
        }
      for (int j = 0; j < merged->n_columns; j++)
        g_string_append_printf (text,
                                "%s%.2f",
                                j == 0 ? " density " : " ",
                                g_array_index (scene->columns, DossierTimelineColumn, merged->first_column + j).share);
      g_string_append_c (text, '\n');
    }
  for (guint i = 0; i < scene->curves->len; i++)
    {
      const DossierTimelineCurve *curve = &g_array_index (scene->curves, DossierTimelineCurve, i);

      g_string_append_printf (text,
                              "%s %d: %.1f,%.1f by %.1f,%.1f and %.1f,%.1f to %.1f,%.1f%s%s",
                              curve->is_link ? "link" : "arc",
                              curve->arc,
                              tidy (curve->x[0]),
                              tidy (curve->y[0]),
                              tidy (curve->x[1]),
                              tidy (curve->y[1]),
                              tidy (curve->x[2]),
                              tidy (curve->y[2]),
                              tidy (curve->x[3]),
                              tidy (curve->y[3]),
                              curve->begins_outside ? " from outside" : "",
                              curve->ends_outside ? " to outside" : "");
      if (!dossier_timeline_box_is_empty (&curve->label_box))
        g_string_append_printf (text, " \"%s\"", curve->label);
      dump_box (text, "at", &curve->label_box);
      g_string_append_c (text, '\n');
    }
  if (scene->earlier_label[0] != '\0')
    g_string_append_printf (text, "left \"%s\"\n", scene->earlier_label);
  if (scene->later_label[0] != '\0')
    g_string_append_printf (text, "right \"%s\"\n", scene->later_label);
  if (scene->notice != NULL)
    {
      g_string_append_printf (text, "notice \"%s\"", scene->notice);
      dump_box (text, "at", &scene->notice_box);
      g_string_append_c (text, '\n');
    }
  if (scene->has_undated)
    {
      g_string_append_printf (text, "column \"%s\"", scene->undated_title);
      dump_box (text, "box", &scene->undated_box);
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}
