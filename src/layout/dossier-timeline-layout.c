/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-timeline-layout-private.h"

#include "layout/dossier-timeline-curves-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Heights and widths in pixels. */
#define AXIS_HEIGHT     44.0
#define MOST_LANE_ROWS  16

/* What has no date may ask for so many rows. */
#define MOST_UNDATED_ROWS 4

#define LEAST_TITLES    56.0
#define MOST_TITLES     150.0
#define UNDATED_WIDTH   150.0
#define HOME_MARGIN     24.0
#define HOME_TITLE_ROOM 120.0

static void
clear_lane (gpointer data)
{
  DossierTimelineLaneLayout *lane = data;

  g_free (lane->title);
  g_free (lane->homes);
  dossier_timeline_packing_clear (&lane->packing);
}

static void
clear_arc (gpointer data)
{
  DossierTimelineArc *arc = data;

  g_free ((char *) arc->label);
}

static void
forget_packings (DossierTimelineLayout *layout)
{
  for (guint i = 0; i < layout->lanes->len; i++)
    dossier_timeline_layout_get_lane (layout, (int) i)->is_packed = FALSE;
  layout->homes_width = 0;
}

static void
forget_events (DossierTimelineLayout *layout)
{
  layout->has_range = layout->has_home = FALSE;
  forget_packings (layout);
}

static void
measure_lane_titles (DossierTimelineLayout *layout)
{
  for (guint i = 0; i < layout->lanes->len; i++)
    {
      DossierTimelineLaneLayout *lane = dossier_timeline_layout_get_lane (layout, (int) i);

      layout->measure (lane->title,
                       DOSSIER_TEXT_LANE_TITLE,
                       &lane->title_width,
                       &lane->title_height,
                       layout->data);
      lane->title_width = ceil (lane->title_width);
    }
}

static int
count_undated (DossierTimelineLayout *layout)
{
  int n;

  dossier_timeline_index_get_undated (layout->index, DOSSIER_TIMELINE_ALL, &n);

  return n;
}

static void
find_homes (DossierTimelineLayout *layout, double width)
{
  DossierTimeViewport home;

  if (layout->homes_width == width)
    return;

  dossier_timeline_layout_get_home (layout, width, &home);
  for (guint i = 0; i < layout->lanes->len; i++)
    {
      DossierTimelineLaneLayout *lane = dossier_timeline_layout_get_lane (layout, (int) i);
      int n = dossier_timeline_index_get_n_events (layout->index, (int) i);
      int n_undated;

      dossier_timeline_index_get_undated (layout->index, (int) i, &n_undated);
      g_clear_pointer (&lane->homes, g_free);
      lane->packing.spots_rows = 0;
      lane->is_packed = FALSE;
      if (n > DOSSIER_TIMELINE_FEW)
        {
          lane->n_wanted = MOST_LANE_ROWS / 2;
          continue;
        }

      lane->homes = g_new (int, n);
      lane->n_wanted = dossier_timeline_packing_find_homes (layout->index,
                                                            (int) i,
                                                            home.seconds_per_pixel,
                                                            layout->titles,
                                                            layout->rows,
                                                            lane->homes);
      lane->n_wanted = CLAMP (lane->n_wanted, MAX (MIN (n_undated, MOST_UNDATED_ROWS), 1), MOST_LANE_ROWS);
    }
  layout->homes_width = width;
  layout->home_scale = home.seconds_per_pixel;
}

/* Hands out rows: each lane one, then always one to the lane that has the smallest share of what it wants. */
static void
share_rows (DossierTimelineLayout *layout, int n_rows)
{
  int left = n_rows;

  for (guint i = 0; i < layout->lanes->len; i++)
    {
      DossierTimelineLaneLayout *lane = dossier_timeline_layout_get_lane (layout, (int) i);

      lane->n_rows = lane->is_folded ? 0 : layout->is_expanded ? lane->n_wanted
                                                               : 1;
      left -= lane->n_rows;
    }

  while (left > 0)
    {
      DossierTimelineLaneLayout *poorest = NULL;

      for (guint i = 0; i < layout->lanes->len; i++)
        {
          DossierTimelineLaneLayout *lane = dossier_timeline_layout_get_lane (layout, (int) i);

          if (lane->n_rows > 0 && lane->n_rows < lane->n_wanted &&
              (poorest == NULL || lane->n_rows * poorest->n_wanted < poorest->n_rows * lane->n_wanted))
            poorest = lane;
        }
      if (poorest == NULL)
        return;
      poorest->n_rows++;
      left--;
    }
}

/* Gives each lane its place. Returns how high a row is. */
static double
place_lanes (DossierTimelineLayout *layout, double height, double *content_height)
{
  double unit = layout->unit;
  double folded = FOLDED_HEIGHT * unit;
  double fixed = 0;
  double row_height, spare;
  double top = 0;
  int n_rows = 0;

  for (guint i = 0; i < layout->lanes->len; i++)
    fixed += dossier_timeline_layout_get_lane (layout, (int) i)->is_folded ? folded : LANE_PADDING + LANE_FOOT;

  share_rows (layout, (int) floor ((height - fixed) / (LEAST_ROW * unit)));
  for (guint i = 0; i < layout->lanes->len; i++)
    n_rows += dossier_timeline_layout_get_lane (layout, (int) i)->n_rows;

  row_height = n_rows > 0 ? (height - fixed) / n_rows : COMMON_ROW * unit;
  row_height = row_height >= TALL_ROW * unit ? MIN (row_height, TALLEST_ROW * unit) : CLAMP (row_height, LEAST_ROW * unit, COMMON_ROW * unit);
  spare = MAX (height - fixed - n_rows * row_height, 0);

  for (guint i = 0; i < layout->lanes->len; i++)
    {
      DossierTimelineLaneLayout *lane = dossier_timeline_layout_get_lane (layout, (int) i);

      lane->top = top;
      lane->height = lane->is_folded ? folded
                                     : LANE_PADDING + LANE_FOOT + lane->n_rows * row_height +
                                           spare * lane->n_rows / MAX (n_rows, 1);
      top += lane->height;
    }
  *content_height = top;

  return row_height;
}

/* Packs a stretch that is wider than what is seen and lies on a fixed grid, so that a view that moves a little
   finds everything where it was. */
static void
pack_lane (DossierTimelineLayout *layout, int lane_index, const DossierTimeViewport *viewport)
{
  DossierTimelineLaneLayout *lane = dossier_timeline_layout_get_lane (layout, lane_index);
  int shift = 0;
  gint64 chunk, begin, end;

  while (shift < 62 &&
         (double) (G_GINT64_CONSTANT (1) << shift) / viewport->seconds_per_pixel < viewport->width / 2)
    shift++;

  chunk = viewport->origin >> shift;
  if (__builtin_mul_overflow (chunk - 1, G_GINT64_CONSTANT (1) << shift, &begin))
    begin = DOSSIER_TIME_MIN + 1;
  if (__builtin_mul_overflow (chunk + 4, G_GINT64_CONSTANT (1) << shift, &end))
    end = DOSSIER_TIME_MAX - 1;

  if (lane->is_packed && lane->packing.begin == begin && lane->packing.end == end &&
      lane->packing.seconds_per_pixel == viewport->seconds_per_pixel && lane->packing.n_rows == lane->n_rows)
    return;

  lane->packing.seconds_per_pixel = viewport->seconds_per_pixel;
  lane->packing.begin = begin;
  lane->packing.end = end;
  lane->packing.n_rows = lane->n_rows;
  dossier_timeline_packing_update (&lane->packing,
                                   layout->index,
                                   lane_index,
                                   lane->homes,
                                   layout->home_scale,
                                   layout->titles,
                                   layout->rows);
  lane->is_packed = TRUE;
}

static void
add_band (DossierTimelineLayout *layout, int lane_index, double row_height, DossierTimelineScene *scene)
{
  DossierTimelineLaneLayout *lane = dossier_timeline_layout_get_lane (layout, lane_index);
  double top = lane->top - scene->scroll;
  double room = scene->plot.x - TITLE_INDENT - SIDE_PADDING;
  double middle = top + (lane->is_folded ? FOLDED_HEIGHT * layout->unit / 2 : LANE_PADDING + row_height / 2);
  DossierTimelineBand band = {
    .lane = lane_index,
    .kind = lane->kind,
    .box = { 0, top, scene->width, lane->height },
    .title = lane->title,
    .fold_box = { FOLD_SIGN_X, middle - FOLD_SIGN / 2, FOLD_SIGN, FOLD_SIGN },
    .title_box = { TITLE_INDENT, middle - lane->title_height / 2, MIN (lane->title_width, room), lane->title_height },
    .is_shortened = lane->title_width > room,
    .is_folded = lane->is_folded,
  };
  double width, height;
  int n_undated;

  dossier_timeline_index_get_undated (layout->index, lane_index, &n_undated);
  band.count = dossier_timeline_index_get_n_events (layout->index, lane_index) + n_undated;
  g_snprintf (band.count_label, sizeof band.count_label, "%'d", band.count);
  layout->measure (band.count_label, DOSSIER_TEXT_CARD_DETAIL, &width, &height, layout->data);
  if (lane->n_rows > 1 && width <= room)
    band.count_box = (DossierTimelineBox){
      TITLE_INDENT, band.title_box.y + band.title_box.height, ceil (width), height
    };

  g_array_append_val (scene->bands, band);
}

static int
compare_ints (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static void
count_events (DossierTimelineLayout *layout, DossierTimelineScene *scene)
{
  DossierTimelineCounts *counts = &scene->counts;
  int n = dossier_timeline_index_get_n_events (layout->index, DOSSIER_TIMELINE_ALL);
  gint64 first, last;

  dossier_time_viewport_get_range (&scene->viewport, &first, &last);
  counts->undated = count_undated (layout);
  counts->shown = n + counts->undated;
  counts->earlier = dossier_timeline_index_count_ended (layout->index, DOSSIER_TIMELINE_ALL, first);
  counts->later = n - dossier_timeline_index_count_begun (layout->index, DOSSIER_TIMELINE_ALL, last + 1);

  /* An event in two lanes is drawn twice, and is one. */
  g_array_sort (layout->drawn, compare_ints);
  counts->drawn = 0;
  for (guint i = 0; i < layout->drawn->len; i++)
    if (i == 0 || g_array_index (layout->drawn, int, i) != g_array_index (layout->drawn, int, i - 1))
      counts->drawn++;
  counts->merged = counts->shown - counts->earlier - counts->later - counts->drawn;
}

/* Below the titles there is little room: the number alone must do if the words do not fit. */
static void
write_earlier (DossierTimelineLayout *layout, DossierTimelineScene *scene, double *width, double *height)
{
  double room = scene->plot.x - SIDE_PADDING;
  int n = scene->counts.earlier;

  /* Translators: so many events lie before what the timeline shows */
  g_snprintf (scene->earlier_label, sizeof scene->earlier_label, ngettext ("‹ %'d earlier", "‹ %'d earlier", (gulong) n), n);
  layout->measure (scene->earlier_label, DOSSIER_TEXT_TICK_MINOR, width, height, layout->data);
  if (*width > room)
    {
      g_snprintf (scene->earlier_label, sizeof scene->earlier_label, "‹ %'d", n);
      layout->measure (scene->earlier_label, DOSSIER_TEXT_TICK_MINOR, width, height, layout->data);
    }
}

/* Where nothing is to be seen, that is told, and why. */
static void
add_notice (DossierTimelineLayout *layout, DossierTimelineScene *scene)
{
  const DossierTimelineCounts *counts = &scene->counts;
  double room = scene->plot.width - 2 * SIDE_PADDING;
  double middle = scene->axis_top / 2;
  double width, height;

  scene->notice = NULL;
  scene->notice_box = (DossierTimelineBox){ 0 };
  if (layout->source.n_events == 0)
    scene->notice = _ ("This dossier has no events");
  else if (counts->shown == 0)
    scene->notice = _ ("The filters hide all events");
  else if (counts->shown == counts->undated)
    scene->notice = layout->has_dates ? _ ("No event that the filters show has a date") : _ ("No event has a date");
  else if (counts->drawn + counts->merged == counts->undated)
    scene->notice = _ ("No event at this time");
  if (scene->notice == NULL || room <= 0)
    return;

  layout->measure (scene->notice, DOSSIER_TEXT_MARK_LABEL, &width, &height, layout->data);
  width = MIN (width, room);

  /* In a lane, and not on the border of two. */
  for (guint i = 0; i < scene->bands->len; i++)
    {
      const DossierTimelineBox *band = &dossier_timeline_scene_get_band (scene, i)->box;

      if (band->y <= scene->axis_top / 2 && band->y + band->height >= scene->axis_top / 2)
        middle = CLAMP (band->y + band->height / 2, height / 2, MAX (scene->axis_top - height / 2, height / 2));
    }
  scene->notice_box = (DossierTimelineBox){ scene->plot.x + (scene->plot.width - width) / 2, middle - height / 2, width, height };
}

/* What lies outside, at the ends of the lower row of the axis; the labels of ticks give way. */
static void
add_outside (DossierTimelineLayout *layout, DossierTimelineScene *scene)
{
  double axis_height = AXIS_HEIGHT * layout->unit;
  double middle = scene->axis_top + axis_height * 0.75;
  double width, height;
  int n = scene->counts.later;

  scene->earlier_label[0] = '\0';
  scene->later_label[0] = '\0';
  scene->earlier_box = scene->later_box = (DossierTimelineBox){ 0 };

  /* On a canvas that is lower than the axis, there is but one row of words. */
  if (scene->height < axis_height)
    {
      for (guint i = 0; i < scene->axis.coarse->len; i++)
        g_array_index (scene->axis.coarse, DossierTimeTick, i).label_width = 0;
      return;
    }

  if (scene->counts.earlier > 0)
    {
      write_earlier (layout, scene, &width, &height);
      scene->earlier_box = (DossierTimelineBox){
        MAX (scene->plot.x - SIDE_PADDING - width, 2), middle - height / 2, width, height
      };
    }
  if (n > 0)
    {
      double room = scene->plot.x + scene->plot.width - 8 - MAX (scene->earlier_box.x + scene->earlier_box.width + 8, 0);

      /* Translators: so many events lie behind what the timeline shows */
      g_snprintf (scene->later_label, sizeof scene->later_label, ngettext ("%'d later ›", "%'d later ›", (gulong) n), n);
      layout->measure (scene->later_label, DOSSIER_TEXT_TICK_MINOR, &width, &height, layout->data);
      if (width > room)
        {
          g_snprintf (scene->later_label, sizeof scene->later_label, "%'d ›", n);
          layout->measure (scene->later_label, DOSSIER_TEXT_TICK_MINOR, &width, &height, layout->data);
        }
      if (width > room)
        scene->later_label[0] = '\0';
      else
        scene->later_box = (DossierTimelineBox){
          scene->plot.x + scene->plot.width - width - 8, middle - height / 2, width, height
        };
    }

  for (guint i = 0; i < scene->axis.coarse->len; i++)
    {
      DossierTimeTick *tick = &g_array_index (scene->axis.coarse, DossierTimeTick, i);
      double left = tick->label_x + scene->plot.x;

      if (!dossier_timeline_box_is_empty (&scene->later_box) && left + tick->label_width + 8 > scene->later_box.x)
        tick->label_width = 0;
      if (!dossier_timeline_box_is_empty (&scene->earlier_box) &&
          left < scene->earlier_box.x + scene->earlier_box.width + 8)
        tick->label_width = 0;
    }
}

/* As a rule the first event has one. */
static gboolean
has_dates (const DossierTimelineSource *source)
{
  for (int event = 0; event < source->n_events; event++)
    {
      DossierSpan span;

      source->get_span (event, &span, source->data);
      if (!(span.flags & DOSSIER_SPAN_UNKNOWN))
        return TRUE;
    }

  return FALSE;
}

static void
measure_line (DossierTimelineLayout *layout)
{
  double width, height;

  layout->measure ("X", DOSSIER_TEXT_CARD_TITLE, &width, &height, layout->data);
  layout->unit = MAX (height / USUAL_LINE, 1);
}

static DossierTimelineLayout *
make_layout (const DossierTimelineSource *source, DossierMeasureFunc measure, gpointer data)
{
  DossierTimelineLayout *layout = g_new0 (DossierTimelineLayout, 1);

  layout->source = *source;
  layout->measure = measure;
  layout->data = data;
  layout->titles = dossier_timeline_titles_new (source, measure, data);
  layout->rows = dossier_timeline_rows_new ();
  layout->lanes = g_array_new (FALSE, TRUE, sizeof (DossierTimelineLaneLayout));
  g_array_set_clear_func (layout->lanes, clear_lane);
  layout->arcs = g_array_new (FALSE, TRUE, sizeof (DossierTimelineArc));
  g_array_set_clear_func (layout->arcs, clear_arc);
  layout->drawn = g_array_new (FALSE, FALSE, sizeof (int));
  layout->has_dates = has_dates (source);

  return layout;
}

static void
add_lane (DossierTimelineLayout *layout, const char *title, int kind, gboolean is_folded)
{
  DossierTimelineLaneLayout lane = { .title = g_strdup (title), .kind = kind, .is_folded = is_folded };

  dossier_timeline_packing_init (&lane.packing);
  g_array_append_val (layout->lanes, lane);
}

static void
copy_lanes (DossierTimelineLayout *layout, const DossierTimelineLayout *other)
{
  g_array_set_size (layout->lanes, 0);
  for (guint i = 0; i < other->lanes->len; i++)
    {
      const DossierTimelineLaneLayout *lane = &g_array_index (other->lanes, DossierTimelineLaneLayout, i);

      add_lane (layout, lane->title, lane->kind, lane->is_folded);
      dossier_timeline_layout_get_lane (layout, (int) i)->title_width = lane->title_width;
      dossier_timeline_layout_get_lane (layout, (int) i)->title_height = lane->title_height;
    }
}

/**
 * dossier_timeline_layout_new:
 * @source: where the events come from; copied, its data must live as long as the layout
 * @measure: measures text
 * @data: for @measure
 *
 * Returns: (transfer full): a layout without lanes
 */
DossierTimelineLayout *
dossier_timeline_layout_new (const DossierTimelineSource *source, DossierMeasureFunc measure, gpointer data)
{
  DossierTimelineLayout *layout = make_layout (source, measure, data);
  DossierTimelineTimes *times = source->take_times != NULL ? source->take_times (source->data) : NULL;

  measure_line (layout);
  layout->index = times != NULL ? dossier_timeline_index_new_from_times (times) : dossier_timeline_index_new (source);

  return layout;
}

/**
 * dossier_timeline_layout_free:
 * @layout: (nullable): a layout, or %NULL
 */
void
dossier_timeline_layout_free (DossierTimelineLayout *layout)
{
  if (layout == NULL)
    return;

  g_array_unref (layout->lanes);
  g_array_unref (layout->arcs);
  g_array_unref (layout->drawn);
  dossier_timeline_rows_free (layout->rows);
  dossier_timeline_titles_free (layout->titles);
  dossier_timeline_index_unref (layout->index);
  g_free (layout);
}

/**
 * dossier_timeline_layout_copy:
 * @layout: a layout
 * @measure: measures text as that of @layout does
 * @data: for @measure
 *
 * Makes a layout of the same events, lanes and arcs for another thread. Both read the same index.
 *
 * Returns: (transfer full): the other layout
 */
DossierTimelineLayout *
dossier_timeline_layout_copy (DossierTimelineLayout *layout, DossierMeasureFunc measure, gpointer data)
{
  DossierTimelineLayout *copy = make_layout (&layout->source, measure, data);

  copy->index = dossier_timeline_index_ref (layout->index);
  copy->generation = layout->generation;
  copy->is_expanded = layout->is_expanded;
  copy->unit = layout->unit;
  copy_lanes (copy, layout);
  dossier_timeline_layout_set_arcs (copy, (const DossierTimelineArc *) (gpointer) layout->arcs->data, (int) layout->arcs->len);

  return copy;
}

/**
 * dossier_timeline_layout_follow:
 * @layout: a layout
 * @other: another of the same source
 *
 * Takes over the lanes, the index and the arcs of @other. What was measured and packed is kept as far as it still holds.
 */
void
dossier_timeline_layout_follow (DossierTimelineLayout *layout, DossierTimelineLayout *other)
{
  gboolean is_same = layout->index == other->index && layout->lanes->len == other->lanes->len;

  for (guint i = 0; i < layout->lanes->len && is_same; i++)
    is_same = g_strcmp0 (dossier_timeline_layout_get_lane (layout, (int) i)->title,
                         dossier_timeline_layout_get_lane (other, (int) i)->title) == 0;

  if (is_same)
    {
      for (guint i = 0; i < layout->lanes->len; i++)
        {
          DossierTimelineLaneLayout *lane = dossier_timeline_layout_get_lane (layout, (int) i);

          lane->kind = dossier_timeline_layout_get_lane (other, (int) i)->kind;
          lane->is_folded = dossier_timeline_layout_get_lane (other, (int) i)->is_folded;
        }
    }
  else
    {
      dossier_timeline_index_unref (layout->index);
      layout->index = dossier_timeline_index_ref (other->index);
      copy_lanes (layout, other);
      measure_lane_titles (layout);
      forget_events (layout);
    }
  layout->is_expanded = other->is_expanded;
  dossier_timeline_layout_set_arcs (layout, (const DossierTimelineArc *) (gpointer) other->arcs->data, (int) other->arcs->len);
}

/**
 * dossier_timeline_layout_get_generation:
 * @layout: a layout
 *
 * Returns: a number that is another whenever the layout was told anything new
 */
guint
dossier_timeline_layout_get_generation (const DossierTimelineLayout *layout)
{
  return layout->generation;
}

/* The index must have been arranged for the lanes; it is taken over. */
void
dossier_timeline_layout_take_lanes (DossierTimelineLayout *layout,
                                    const DossierTimelineLane *lanes,
                                    int n_lanes,
                                    DossierTimelineIndex *index)
{
  g_array_set_size (layout->lanes, 0);
  for (int i = 0; i < n_lanes; i++)
    add_lane (layout, lanes[i].title, lanes[i].kind, lanes[i].is_folded);

  dossier_timeline_index_unref (layout->index);
  layout->index = index;
  layout->generation++;
  measure_lane_titles (layout);
  forget_events (layout);
}

/**
 * dossier_timeline_layout_set_lanes:
 * @layout: a layout
 * @lanes: (array length=n_lanes): the lanes, from top to bottom; copied
 * @n_lanes: how many
 * @get_lanes: says in which lanes an event is; in none if it is filtered out
 * @data: for @get_lanes
 *
 * Sorts the events into lanes; also what to do when a filter has changed.
 */
void
dossier_timeline_layout_set_lanes (DossierTimelineLayout *layout,
                                   const DossierTimelineLane *lanes,
                                   int n_lanes,
                                   DossierTimelineLanesFunc get_lanes,
                                   gpointer data)
{
  DossierTimelineIndex *index = dossier_timeline_index_rearranged (g_steal_pointer (&layout->index), n_lanes, get_lanes, data);

  dossier_timeline_layout_take_lanes (layout, lanes, n_lanes, index);
}

/**
 * dossier_timeline_layout_set_folded:
 * @layout: a layout
 * @lane: which lane
 * @is_folded: whether only the number of its events is shown
 */
void
dossier_timeline_layout_set_folded (DossierTimelineLayout *layout, int lane, gboolean is_folded)
{
  g_return_if_fail (lane >= 0 && lane < (int) layout->lanes->len);

  dossier_timeline_layout_get_lane (layout, lane)->is_folded = is_folded;
  layout->generation++;
}

/**
 * dossier_timeline_layout_set_expanded:
 * @layout: a layout
 * @is_expanded: whether each lane gets all the rows that it wants, and the lanes scroll where the canvas is too
 *   low for that; otherwise events that have no room are merged
 */
void
dossier_timeline_layout_set_expanded (DossierTimelineLayout *layout, gboolean is_expanded)
{
  layout->is_expanded = is_expanded;
  layout->generation++;
}

/**
 * dossier_timeline_layout_set_arcs:
 * @layout: a layout
 * @arcs: (array length=n_arcs): what the selected event led to; copied
 * @n_arcs: how many; 0 for none
 */
void
dossier_timeline_layout_set_arcs (DossierTimelineLayout *layout, const DossierTimelineArc *arcs, int n_arcs)
{
  layout->generation++;
  g_array_set_size (layout->arcs, 0);
  for (int i = 0; i < n_arcs; i++)
    {
      DossierTimelineArc arc = arcs[i];

      arc.label = g_strdup (arcs[i].label);
      g_array_append_val (layout->arcs, arc);
    }
}

/**
 * dossier_timeline_layout_get_n_arcs:
 * @layout: a layout
 *
 * Returns: how many arcs it was given
 */
int
dossier_timeline_layout_get_n_arcs (const DossierTimelineLayout *layout)
{
  return (int) layout->arcs->len;
}

/**
 * dossier_timeline_layout_fonts_changed:
 * @layout: a layout
 *
 * Has all text measured anew.
 */
void
dossier_timeline_layout_fonts_changed (DossierTimelineLayout *layout)
{
  layout->generation++;
  layout->fonts_age++;
  dossier_timeline_titles_clear (layout->titles);
  measure_line (layout);
  measure_lane_titles (layout);
  forget_packings (layout);
}

/**
 * dossier_timeline_layout_get_index:
 * @layout: a layout
 *
 * Returns: (transfer none): its events in order
 */
const DossierTimelineIndex *
dossier_timeline_layout_get_index (DossierTimelineLayout *layout)
{
  return layout->index;
}

/**
 * dossier_timeline_layout_get_plot:
 * @layout: a layout
 * @width: of the canvas, in pixels
 * @plot_x: (out): where the drawing of time begins, right of the titles
 * @plot_width: (out): how wide it is, at least 1: the width that the viewport must have
 */
void
dossier_timeline_layout_get_plot (DossierTimelineLayout *layout, double width, double *plot_x, double *plot_width)
{
  double titles = LEAST_TITLES;
  double undated = count_undated (layout) > 0 ? MIN (UNDATED_WIDTH, floor (width / 5)) : 0;

  for (guint i = 0; i < layout->lanes->len; i++)
    titles = MAX (titles, dossier_timeline_layout_get_lane (layout, (int) i)->title_width);
  titles = MIN (titles, MIN (MOST_TITLES, width / 5));

  *plot_x = ceil (titles + TITLE_INDENT + SIDE_PADDING);
  *plot_width = MAX (width - *plot_x - undated, 1);
}

/**
 * dossier_timeline_layout_has_dates:
 * @layout: a layout
 *
 * Returns: whether any event has a date, whatever is filtered; without one there is no time to be shown
 */
gboolean
dossier_timeline_layout_has_dates (const DossierTimelineLayout *layout)
{
  return layout->has_dates;
}

static void
find_range (DossierTimelineLayout *layout)
{
  int n = dossier_timeline_index_get_n_events (layout->index, DOSSIER_TIMELINE_ALL);

  layout->has_range = TRUE;
  layout->is_dated = FALSE;
  for (int place = 0; place < n; place++)
    {
      gint64 start = dossier_timeline_index_get_start (layout->index, DOSSIER_TIMELINE_ALL, place);
      gint64 last = dossier_timeline_index_get_end (layout->index, DOSSIER_TIMELINE_ALL, place);

      if (start == DOSSIER_TIME_MIN)
        start = last;
      if (last == DOSSIER_TIME_MAX)
        last = start;
      if (start == DOSSIER_TIME_MIN || start == DOSSIER_TIME_MAX || last == DOSSIER_TIME_MIN)
        continue;

      layout->range_begin = layout->is_dated ? MIN (layout->range_begin, start) : start;
      layout->range_end = layout->is_dated ? MAX (layout->range_end, last) : last;
      layout->is_dated = TRUE;
    }
}

/**
 * dossier_timeline_layout_get_range:
 * @layout: a layout
 * @begin: (out): the earliest second of all events that are shown; unchanged if there is none
 * @end: (out): the latest
 *
 * Returns: %FALSE if there is no event with a date
 */
gboolean
dossier_timeline_layout_get_range (DossierTimelineLayout *layout, gint64 *begin, gint64 *end)
{
  if (!layout->has_range)
    find_range (layout);
  if (layout->is_dated)
    {
      *begin = layout->range_begin;
      *end = layout->range_end;
    }

  return layout->is_dated;
}

/* Shows a range with a little room on the left, and on the right enough for the titles of what comes last. */
static void
fit (DossierTimeViewport *viewport, double plot_width, gint64 begin, gint64 end)
{
  double margin = MIN (HOME_MARGIN, plot_width / 8);
  double title_room = MIN (HOME_TITLE_ROOM, plot_width / 4);
  DossierTimeViewport narrow;

  dossier_time_viewport_init (&narrow, begin, end, MAX (plot_width - title_room, 1));
  narrow = dossier_time_viewport_fitted (&narrow, begin, end, margin);
  *viewport = dossier_time_viewport_resized (&narrow, plot_width);
}

/* The starts that are not open. */
typedef struct
{
  const DossierTimelineIndex *index;
  int first; /* place */
} Starts;

static gint64
get_start (int number, gpointer data)
{
  const Starts *starts = data;

  return dossier_timeline_index_get_start (starts->index, DOSSIER_TIMELINE_ALL, starts->first + number);
}

static void
find_home (DossierTimelineLayout *layout)
{
  Starts starts = {
    .index = layout->index,
    .first = dossier_timeline_index_count_begun (layout->index, DOSSIER_TIMELINE_ALL, DOSSIER_TIME_MIN + 1),
  };
  int n = dossier_timeline_index_get_n_events (layout->index, DOSSIER_TIMELINE_ALL) - starts.first;

  layout->has_home = TRUE;
  layout->home_begin = 0;
  layout->home_end = G_GINT64_CONSTANT (86400) * 365;
  /* Of a single event, or of several that begin at once, the starts do not say how long a time is of interest. */
  if (!dossier_time_find_range (get_start, &starts, n, &layout->home_begin, &layout->home_end) ||
      layout->home_begin == layout->home_end)
    dossier_timeline_layout_get_range (layout, &layout->home_begin, &layout->home_end);
}

/**
 * dossier_timeline_layout_get_home:
 * @layout: a layout
 * @width: of the canvas, in pixels
 * @viewport: (out): what to show at first: where most of the events are
 */
void
dossier_timeline_layout_get_home (DossierTimelineLayout *layout, double width, DossierTimeViewport *viewport)
{
  double plot_x, plot_width;

  if (!layout->has_home)
    find_home (layout);
  dossier_timeline_layout_get_plot (layout, width, &plot_x, &plot_width);
  fit (viewport, plot_width, layout->home_begin, layout->home_end);
}

/**
 * dossier_timeline_layout_get_whole:
 * @layout: a layout
 * @width: of the canvas, in pixels
 * @viewport: (out): the view of all events
 */
void
dossier_timeline_layout_get_whole (DossierTimelineLayout *layout, double width, DossierTimeViewport *viewport)
{
  double plot_x, plot_width;
  gint64 begin = 0;
  gint64 end = G_GINT64_CONSTANT (86400) * 365;

  dossier_timeline_layout_get_plot (layout, width, &plot_x, &plot_width);
  dossier_timeline_layout_get_range (layout, &begin, &end);
  fit (viewport, plot_width, begin, end);
}

/**
 * dossier_timeline_layout_update:
 * @layout: a layout
 * @viewport: what is seen; its width is that of dossier_timeline_layout_get_plot()
 * @width: of the canvas, in pixels, at least 1
 * @height: of the canvas, at least 1
 * @scroll: by how many pixels the lanes are scrolled up; brought within bounds
 * @scene: (inout): a scene; what it held is replaced
 *
 * Lays out a frame.
 */
void
dossier_timeline_layout_update (DossierTimelineLayout *layout,
                                const DossierTimeViewport *viewport,
                                double width,
                                double height,
                                double scroll,
                                DossierTimelineScene *scene)
{
  double row_height, lanes_height;

  dossier_timeline_titles_age (layout->titles);
  g_array_set_size (scene->bands, 0);
  g_array_set_size (scene->items, 0);
  g_array_set_size (scene->stretches, 0);
  g_array_set_size (scene->merged, 0);
  g_array_set_size (scene->columns, 0);
  g_array_set_size (scene->curves, 0);
  g_array_set_size (layout->drawn, 0);
  if (scene->index != layout->index)
    {
      g_clear_pointer (&scene->index, dossier_timeline_index_unref);
      scene->index = dossier_timeline_index_ref (layout->index);
    }

  scene->width = MAX (width, 1);
  scene->height = MAX (height, 1);
  scene->axis_top = MAX (scene->height - AXIS_HEIGHT * layout->unit, 0);
  dossier_timeline_layout_get_plot (layout, scene->width, &scene->plot.x, &scene->plot.width);
  scene->plot.y = 0;
  scene->plot.height = scene->axis_top;
  scene->viewport = dossier_time_viewport_resized (viewport, scene->plot.width);

  find_homes (layout, scene->width);
  lanes_height = scene->axis_top;
  row_height = place_lanes (layout, lanes_height, &scene->content_height);
  scene->scroll = CLAMP (scroll, 0, MAX (scene->content_height - lanes_height, 0));

  scene->has_undated = count_undated (layout) > 0;
  scene->undated_title = _ ("No date");
  scene->undated_box = (DossierTimelineBox){ 0 };
  scene->undated_title_box = (DossierTimelineBox){ 0 };
  if (scene->has_undated)
    {
      double x = scene->plot.x + scene->plot.width;
      double title_width, title_height;

      layout->measure (scene->undated_title, DOSSIER_TEXT_TICK_MAJOR, &title_width, &title_height, layout->data);
      scene->undated_box = (DossierTimelineBox){ x, 0, scene->width - x, scene->axis_top };
      scene->undated_title_box = (DossierTimelineBox){
        x + SIDE_PADDING,
        scene->axis_top + AXIS_HEIGHT * layout->unit / 4 - title_height / 2,
        MIN (title_width, scene->width - x - SIDE_PADDING),
        title_height,
      };
    }

  for (guint i = 0; i < layout->lanes->len; i++)
    {
      pack_lane (layout, (int) i, &scene->viewport);
      add_band (layout, (int) i, row_height, scene);
      dossier_timeline_layout_add_lane (layout, (int) i, row_height, scene);
    }

  if (scene->fonts_age != layout->fonts_age)
    {
      dossier_time_axis_fonts_changed (&scene->axis);
      scene->fonts_age = layout->fonts_age;
    }
  g_array_set_size (scene->axis.fine, 0);
  g_array_set_size (scene->axis.coarse, 0);
  if (layout->has_dates)
    dossier_time_axis_update (&scene->axis, &scene->viewport, layout->measure, layout->data);
  count_events (layout, scene);
  add_notice (layout, scene);
  add_outside (layout, scene);
  dossier_timeline_layout_add_curves (layout, scene);
}
