/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-timeline-layout.h"

#include "layout/dossier-timeline-curves-private.h"
#include "layout/dossier-timeline-packing.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Heights in pixels. A row is as high as there is room, within these; from the tall one on, cards have two lines. */
#define LEAST_ROW      24.0
#define COMMON_ROW     30.0
#define TALL_ROW       44.0
#define TALLEST_ROW    48.0
#define ROW_GAP        4.0
#define LEAST_CARD     18.0
#define MERGED_GAP     5.0
#define LANE_PADDING   3.0
#define LANE_FOOT      8.0
#define TRACK_HEIGHT   2.0
#define TRACK_STEP     3.0
#define FOLDED_HEIGHT  22.0
#define AXIS_HEIGHT    44.0
#define MOST_LANE_ROWS 16

/* Widths in pixels. */
#define SIDE_PADDING    12.0
#define LEAST_TITLES    56.0
#define MOST_TITLES     150.0
#define UNDATED_WIDTH   150.0
#define HOME_MARGIN     24.0
#define HOME_TITLE_ROOM 120.0
#define LASTING_GAP     3.0
#define COLUMN_WIDTH    4.0
#define LEAST_COLUMNS   40.0
#define ARROW_ROOM      14.0

/* With less room for a shortened title, it gets no frame. */
#define CARD_ROOM 130.0

/* Within so many pixels, a title fades in. */
#define FADE_WIDTH 24.0

typedef struct
{
  char *title;
  int kind;
  gboolean is_folded;
  double title_width;
  double title_height;

  int n_wanted; /* rows, if there were room for all */
  int *homes;   /* by place; NULL for a large lane */
  DossierTimelinePacking packing;
  gboolean is_packed;

  /* As laid out. */
  double top;
  double height;
  int n_rows;
} Lane;

struct _DossierTimelineLayout
{
  DossierTimelineSource source;
  DossierMeasureFunc measure;
  gpointer data;
  DossierTimelineIndex *index;
  DossierTimelineTitles *titles;
  DossierTimelineRows *rows;
  GArray *lanes; /* of Lane */
  GArray *arcs;  /* of DossierTimelineArc, with labels of their own */
  gboolean is_expanded;

  /* For which width the home rows were found; 0 for none. */
  double homes_width;

  GArray *drawn; /* of int: the events of the present frame */
};

static Lane *
get_lane (DossierTimelineLayout *layout, int lane)
{
  return &g_array_index (layout->lanes, Lane, lane);
}

static void
clear_lane (gpointer data)
{
  Lane *lane = data;

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
    get_lane (layout, (int) i)->is_packed = FALSE;
  layout->homes_width = 0;
}

static void
measure_lane_titles (DossierTimelineLayout *layout)
{
  for (guint i = 0; i < layout->lanes->len; i++)
    {
      Lane *lane = get_lane (layout, (int) i);

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
      Lane *lane = get_lane (layout, (int) i);
      int n = dossier_timeline_index_get_n_events (layout->index, (int) i);

      g_clear_pointer (&lane->homes, g_free);
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
      lane->n_wanted = CLAMP (lane->n_wanted, 1, MOST_LANE_ROWS);
    }
  layout->homes_width = width;
}

/* Hands out rows: each lane one, then always one to the lane that has the smallest share of what it wants. */
static void
share_rows (DossierTimelineLayout *layout, int n_rows)
{
  int left = n_rows;

  for (guint i = 0; i < layout->lanes->len; i++)
    {
      Lane *lane = get_lane (layout, (int) i);

      lane->n_rows = lane->is_folded ? 0 : layout->is_expanded ? lane->n_wanted
                                                               : 1;
      left -= lane->n_rows;
    }

  while (left > 0)
    {
      Lane *poorest = NULL;

      for (guint i = 0; i < layout->lanes->len; i++)
        {
          Lane *lane = get_lane (layout, (int) i);

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
  double fixed = 0;
  double row_height, spare;
  double top = 0;
  int n_rows = 0;
  int n_open = 0;

  for (guint i = 0; i < layout->lanes->len; i++)
    {
      const Lane *lane = get_lane (layout, (int) i);

      fixed += lane->is_folded ? FOLDED_HEIGHT : LANE_PADDING + LANE_FOOT;
      n_open += lane->is_folded ? 0 : 1;
    }

  share_rows (layout, (int) floor ((height - fixed) / LEAST_ROW));
  for (guint i = 0; i < layout->lanes->len; i++)
    n_rows += get_lane (layout, (int) i)->n_rows;

  row_height = n_rows > 0 ? (height - fixed) / n_rows : COMMON_ROW;
  row_height = row_height >= TALL_ROW ? MIN (row_height, TALLEST_ROW) : CLAMP (row_height, LEAST_ROW, COMMON_ROW);
  spare = MAX (height - fixed - n_rows * row_height, 0);

  for (guint i = 0; i < layout->lanes->len; i++)
    {
      Lane *lane = get_lane (layout, (int) i);

      lane->top = top;
      lane->height = lane->is_folded ? FOLDED_HEIGHT
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
  Lane *lane = get_lane (layout, lane_index);
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
                                   layout->titles,
                                   layout->rows);
  lane->is_packed = TRUE;
}

static void
add_band (DossierTimelineLayout *layout, int lane_index, double row_height, DossierTimelineScene *scene)
{
  Lane *lane = get_lane (layout, lane_index);
  double top = lane->top - scene->scroll;
  double room = scene->plot.x - 2 * SIDE_PADDING;
  double middle = top + (lane->is_folded ? FOLDED_HEIGHT / 2 : LANE_PADDING + row_height / 2);
  DossierTimelineBand band = {
    .lane = lane_index,
    .kind = lane->kind,
    .box = { 0, top, scene->width, lane->height },
    .title = lane->title,
    .title_box = { SIDE_PADDING, middle - lane->title_height / 2, MIN (lane->title_width, room), lane->title_height },
    .is_shortened = lane->title_width > room,
    .is_folded = lane->is_folded,
  };
  double width, height;
  int n_undated;

  dossier_timeline_index_get_undated (layout->index, lane_index, &n_undated);
  band.count = dossier_timeline_index_get_n_events (layout->index, lane_index) + n_undated;
  g_snprintf (band.count_label, sizeof band.count_label, "%d", band.count);
  layout->measure (band.count_label, DOSSIER_TEXT_CARD_DETAIL, &width, &height, layout->data);
  if (lane->n_rows > 1 && width <= room)
    band.count_box = (DossierTimelineBox){
      SIDE_PADDING, band.title_box.y + band.title_box.height, ceil (width), height
    };

  g_array_append_val (scene->bands, band);
}

/* Where time lies on the canvas, cut at the margin. */
static double
get_canvas_x (const DossierTimelineScene *scene, double x)
{
  return CLAMP (x + scene->plot.x,
                scene->plot.x - DOSSIER_TIMELINE_MARGIN,
                scene->plot.x + scene->plot.width + DOSSIER_TIMELINE_MARGIN);
}

static void
set_span (DossierTimelineItem *item, const DossierTimelineLayout *layout, const DossierTimelineScene *scene)
{
  const DossierTimeViewport *viewport = &scene->viewport;
  double begin, end, least_end;
  DossierSpan span, printed;

  layout->source.get_span (item->event, &span, layout->source.data);
  begin = dossier_time_viewport_get_x (viewport, span.start_earliest);
  end = dossier_time_viewport_get_end_x (viewport, span.end_latest);
  least_end = begin + DOSSIER_TIMELINE_MARK_WIDTH;

  item->span_flags = span.flags;
  item->begins_before = begin < 0;
  item->ends_after = end > viewport->width;
  item->begin = get_canvas_x (scene, begin);
  item->end = get_canvas_x (scene, MAX (end, least_end));
  item->sure_begin = get_canvas_x (scene, dossier_time_viewport_get_x (viewport, span.start_latest));
  item->sure_end = get_canvas_x (scene, dossier_time_viewport_get_end_x (viewport, span.end_earliest));

  /* A date that is known to a day or so lies within it, and is nowhere sure. */
  if (span.start_latest >= span.end_earliest)
    item->sure_begin = item->sure_end = CLAMP (item->sure_begin, item->begin, item->end);

  if (layout->source.get_printed_span != NULL &&
      layout->source.get_printed_span (item->event, &printed, layout->source.data) &&
      !(printed.flags & DOSSIER_SPAN_UNKNOWN))
    {
      item->has_printed = TRUE;
      item->printed_begin = get_canvas_x (scene, dossier_time_viewport_get_x (viewport, printed.start_earliest));
      item->printed_end = get_canvas_x (scene,
                                        MAX (dossier_time_viewport_get_end_x (viewport, printed.end_latest),
                                             dossier_time_viewport_get_x (viewport, printed.start_earliest) +
                                                 DOSSIER_TIMELINE_MARK_WIDTH));
    }
}

/* Puts the title behind the mark, or within the part of a long bar that is seen, as far as it has room. */
static void
set_title (DossierTimelineItem *item,
           DossierTimelineLayout *layout,
           double limit,
           double title_room,
           const DossierTimelineScene *scene)
{
  const DossierTimelineTitle *title = dossier_timeline_titles_get (layout->titles, item->event);
  gboolean has_start_arrow = item->span_flags & (DOSSIER_SPAN_OPEN_START | DOSSIER_SPAN_UNKNOWN_START) && item->begins_before;
  gboolean has_end_arrow = item->span_flags & (DOSSIER_SPAN_OPEN_END | DOSSIER_SPAN_UNKNOWN_END) && item->ends_after;
  double left_edge = scene->plot.x + (has_start_arrow ? ARROW_ROOM : 8);
  double right_edge = scene->plot.x + scene->plot.width - (has_end_arrow ? ARROW_ROOM - DOSSIER_TIMELINE_PADDING : 2);
  double full = MIN (title->width, title_room);
  double x = item->begin + DOSSIER_TIMELINE_INDENT;
  double room, lines_height;

  if (x < left_edge)
    x = MAX (x, MIN (left_edge, MAX (item->end - DOSSIER_TIMELINE_PADDING - full, left_edge)));
  room = MIN (limit, right_edge) - DOSSIER_TIMELINE_PADDING - x;
  room = MIN (room, full);
  item->title = title->title;
  item->title_style = title->style;
  item->is_shortened = title->width > room + 0.05;

  if (room < (item->is_shortened ? DOSSIER_TIMELINE_LEAST_TITLE / 2 : 1))
    {
      item->form = DOSSIER_TIMELINE_FORM_MARK;
      return;
    }

  item->form = item->is_shortened && room < CARD_ROOM ? DOSSIER_TIMELINE_FORM_LABEL : DOSSIER_TIMELINE_FORM_CARD;
  item->title_opacity = item->is_shortened
                            ? CLAMP ((room - DOSSIER_TIMELINE_LEAST_TITLE / 2) / FADE_WIDTH, 0.35, 1)
                            : 1;
  lines_height = title->height;
  if (title->detail != NULL && item->box.height >= TALL_ROW - ROW_GAP)
    lines_height += title->detail_height;

  item->title_box = (DossierTimelineBox){
    x + title->sign_width, item->box.y + (item->box.height - lines_height) / 2, room - title->sign_width, title->height
  };
  if (lines_height > title->height && title->detail_width <= MAX (room, item->end - x - DOSSIER_TIMELINE_PADDING))
    {
      item->detail = title->detail;
      item->detail_box = (DossierTimelineBox){
        x, item->title_box.y + title->height, title->detail_width, title->detail_height
      };
    }
  else
    {
      item->title_box.y = item->box.y + (item->box.height - title->height) / 2;
    }

  if (title->sign != NULL)
    {
      item->sign = title->sign;
      item->sign_box = (DossierTimelineBox){ x, item->title_box.y, title->sign_width, title->height };
    }
}

/* How high the last row is: tracks that have no room in the foot take some of it. */
static double
get_last_row_height (const Lane *lane, double row_height)
{
  int n_above = MAX (lane->packing.n_tracks - DOSSIER_TIMELINE_FOOT_TRACKS, 0);

  return row_height - n_above * TRACK_STEP;
}

/* A row gives the gap to the next away only as far as words need it. */
static double
get_gap (double row_height, double gap)
{
  return CLAMP (row_height - LEAST_CARD, 2, gap);
}

static DossierTimelineItem *
add_item (DossierTimelineLayout *layout, int lane, int event, double y, double row_height, DossierTimelineScene *scene)
{
  double gap = get_gap (row_height, ROW_GAP);
  const DossierTimelineSource *source = &layout->source;
  DossierTimelineItem item = {
    .event = event,
    .lane = lane,
    .kind = source->get_kind (event, source->data),
    .status = source->get_status (event, source->data),
    .weight = source->get_weight (event, source->data),
    .box = { 0, y + gap / 2, 0, row_height - gap },
  };

  g_array_append_val (scene->items, item);
  g_array_append_val (layout->drawn, event);

  return dossier_timeline_scene_get_item (scene, scene->items->len - 1);
}

/* An event with a date: where it is, its title, and a box around both. */
static void
place_item (DossierTimelineItem *item,
            DossierTimelineLayout *layout,
            double right,
            double title_room,
            DossierTimelineScene *scene)
{
  double plot_right = scene->plot.x + scene->plot.width;
  double left, end;

  set_span (item, layout, scene);
  if (title_room > 0)
    set_title (item, layout, MAX (item->end, right + scene->plot.x), title_room, scene);
  else
    item->title = dossier_timeline_titles_get (layout->titles, item->event)->title;

  left = MAX (MIN (item->begin, plot_right - 1), scene->plot.x);
  end = item->end;
  if (!dossier_timeline_box_is_empty (&item->title_box))
    end = MAX (end, item->title_box.x + item->title_box.width + DOSSIER_TIMELINE_PADDING);
  item->box.x = left;
  item->box.width = MAX (MIN (end, plot_right) - left, 1);
}

static void
set_count_label (DossierTimelineMerged *merged, DossierTimelineLayout *layout)
{
  double width = dossier_timeline_titles_get_count_width (layout->titles, merged->count);
  double ignored, height;

  dossier_timeline_format_count (merged->count, merged->label);
  layout->measure ("+8", DOSSIER_TEXT_BADGE, &ignored, &height, layout->data);
  if (width <= merged->box.width - 4)
    merged->label_box = (DossierTimelineBox){
      merged->box.x + (merged->n_columns > 0 ? 4 : (merged->box.width - width) / 2),
      merged->box.y + (merged->box.height - height) / 2,
      width,
      height,
    };
}

/* Where many begin, how many do in every few pixels. */
static void
add_columns (DossierTimelineLayout *layout, DossierTimelineMerged *merged, DossierTimelineScene *scene)
{
  double left = merged->box.x - scene->plot.x;
  double right = left + merged->box.width;
  int before;

  merged->first_column = (int) scene->columns->len;
  before = dossier_timeline_index_count_begun (layout->index,
                                               merged->lane,
                                               dossier_time_viewport_get_time (&scene->viewport, left));
  for (double x = left; x < right; x += COLUMN_WIDTH)
    {
      double width = MIN (COLUMN_WIDTH, right - x);
      int behind = dossier_timeline_index_count_begun (layout->index,
                                                       merged->lane,
                                                       dossier_time_viewport_get_time (&scene->viewport, x + width));
      DossierTimelineColumn column = {
        .x = x + scene->plot.x,
        .width = width,
        .share = CLAMP (log2 (1 + behind - before) / 10, 0, 1),
      };

      if (behind > before)
        {
          g_array_append_val (scene->columns, column);
          merged->n_columns++;
        }
      before = behind;
    }
}

/* How many events of a cluster begin in sight. */
static int
count_in_sight (DossierTimelineLayout *layout, int lane_index, const DossierTimelineCluster *cluster, gint64 first, gint64 last)
{
  const DossierTimelinePacking *packing = &get_lane (layout, lane_index)->packing;
  gint64 begin = MAX (cluster->first, first);
  gint64 end = MIN (cluster->last, last);
  int place = dossier_timeline_index_count_begun (layout->index, lane_index, begin);
  int behind = dossier_timeline_index_count_begun (layout->index, lane_index, end + 1);
  int count = behind - place;

  if (begin == cluster->first && end == cluster->last)
    return cluster->count;

  for (guint i = 0; i < packing->placed->len; i++)
    {
      int placed = g_array_index (packing->placed, DossierTimelinePlaced, i).place;

      if (placed >= place && placed < behind)
        count--;
    }

  return MAX (count, 0);
}

/* What has begun before the view, goes on, and has no row of its own. */
static int
count_lasting (DossierTimelineLayout *layout, int lane_index, gint64 first)
{
  const DossierTimelinePacking *packing = &get_lane (layout, lane_index)->packing;
  int count = dossier_timeline_index_count_begun (layout->index, lane_index, first) -
              dossier_timeline_index_count_ended (layout->index, lane_index, first);

  for (guint i = 0; i < packing->placed->len && count > 0; i++)
    {
      int place = g_array_index (packing->placed, DossierTimelinePlaced, i).place;

      if (dossier_timeline_index_get_start (layout->index, lane_index, place) < first &&
          dossier_timeline_index_get_end (layout->index, lane_index, place) >= first)
        count--;
    }

  return count;
}

/* The weightiest of the merged, by name. */
static void
set_caption (DossierTimelineMerged *merged,
             DossierTimelineLayout *layout,
             const DossierTimelineCluster *cluster,
             const DossierTimelineScene *scene)
{
  const DossierTimelineTitle *title = dossier_timeline_titles_get (layout->titles, cluster->event);
  double x = merged->box.x + merged->box.width + DOSSIER_TIMELINE_PADDING;
  double room = MIN (cluster->title_room, scene->plot.x + scene->plot.width - DOSSIER_TIMELINE_PADDING - x);

  room = MIN (room, title->width - title->sign_width);
  if (room < DOSSIER_TIMELINE_LEAST_TITLE / 2)
    return;

  merged->title = title->title;
  merged->title_style = title->style;
  merged->title_box = (DossierTimelineBox){
    x, merged->box.y + (merged->box.height - title->height) / 2, room, title->height
  };
}

static void
add_merged (DossierTimelineLayout *layout,
            int lane_index,
            double y,
            double row_height,
            gint64 first,
            gint64 last,
            DossierTimelineScene *scene)
{
  Lane *lane = get_lane (layout, lane_index);
  double offset = dossier_time_viewport_get_x (&scene->viewport, lane->packing.begin);
  double gap = get_gap (row_height, MERGED_GAP);
  DossierTimelineMerged lasting = {
    .lane = lane_index,
    .kind = lane->kind,
    .count = count_lasting (layout, lane_index, first),
    .is_lasting = TRUE,
    .first = first,
    .last = first - 1,
    .box = { scene->plot.x + 2, y + gap / 2, 0, row_height - gap },
  };

  if (lasting.count > 0)
    lasting.box.width = dossier_timeline_titles_get_count_width (layout->titles, lasting.count) + 18;

  for (guint i = 0; i < lane->packing.clusters->len; i++)
    {
      const DossierTimelineCluster *cluster = &g_array_index (lane->packing.clusters, DossierTimelineCluster, i);
      DossierTimelineMerged merged = { .lane = lane_index, .kind = lane->kind };
      double left = MAX (cluster->left + offset, 0) + scene->plot.x;
      double right = MIN (cluster->right + offset, scene->plot.width) + scene->plot.x;
      int place;

      if (cluster->last < first || cluster->first > last)
        continue;
      merged.count = count_in_sight (layout, lane_index, cluster, first, last);
      if (merged.count == 0)
        continue;

      if (lasting.count > 0 && left < lasting.box.x + lasting.box.width + LASTING_GAP)
        {
          lasting.count += merged.count;
          lasting.last = MIN (cluster->last, last);
          lasting.box.width = MAX (lasting.box.width,
                                   dossier_timeline_titles_get_count_width (layout->titles, lasting.count) + 18);
          continue;
        }
      if (cluster->is_mark)
        {
          DossierTimelineItem *item = add_item (layout, lane_index, cluster->event, y, row_height, scene);
          double title_end = cluster->left + offset + DOSSIER_TIMELINE_INDENT + cluster->title_room;

          place_item (item, layout, title_end + DOSSIER_TIMELINE_PADDING, cluster->title_room, scene);
          continue;
        }

      merged.first = MAX (cluster->first, first);
      merged.last = MIN (cluster->last, last);
      merged.box = (DossierTimelineBox){ left, y + gap / 2, MAX (right - left, 2), row_height - gap };
      place = dossier_timeline_index_count_begun (layout->index, lane_index, merged.first);
      if (merged.kind < 0)
        merged.kind = layout->source.get_kind (dossier_timeline_index_get_event (layout->index, lane_index, place),
                                               layout->source.data);
      if (merged.count > 12 && merged.box.width >= LEAST_COLUMNS)
        add_columns (layout, &merged, scene);
      set_count_label (&merged, layout);
      if (cluster->title_room > 0 && merged.count == cluster->count)
        set_caption (&merged, layout, cluster, scene);
      g_array_append_val (scene->merged, merged);
    }

  if (lasting.count > 0)
    {
      if (lasting.kind < 0)
        lasting.kind = 0;
      set_count_label (&lasting, layout);
      g_array_append_val (scene->merged, lasting);
    }
}

/* What has no date stands in a column of its own, row by row; what does not fit is merged below. */
static void
add_undated (DossierTimelineLayout *layout, int lane_index, double row_height, DossierTimelineScene *scene)
{
  Lane *lane = get_lane (layout, lane_index);
  double y = lane->top - scene->scroll + (lane->is_folded ? 0 : LANE_PADDING);
  double left = scene->undated_box.x + SIDE_PADDING;
  double right = scene->undated_box.x + scene->undated_box.width - 4;
  int n_events;
  const int *events = dossier_timeline_index_get_undated (layout->index, lane_index, &n_events);
  int n_items = n_events <= lane->n_rows ? n_events : MAX (lane->n_rows - 1, 0);

  if (lane->is_folded)
    row_height = FOLDED_HEIGHT;

  for (int i = 0; i < n_items; i++)
    {
      DossierTimelineItem *item = add_item (layout, lane_index, events[i], y + i * row_height, row_height, scene);
      const DossierTimelineTitle *title = dossier_timeline_titles_get (layout->titles, events[i]);
      double x = left + DOSSIER_TIMELINE_INDENT;
      double room = right - DOSSIER_TIMELINE_PADDING - x;

      item->span_flags = DOSSIER_SPAN_UNKNOWN;
      item->begin = item->sure_begin = item->sure_end = left;
      item->end = left + DOSSIER_TIMELINE_MARK_WIDTH;
      item->title = title->title;
      item->box.x = left;
      item->box.width = DOSSIER_TIMELINE_MARK_WIDTH;
      if (room < DOSSIER_TIMELINE_LEAST_TITLE / 2)
        continue;

      item->title_style = title->style;
      item->title_opacity = 1;
      item->is_shortened = title->width > room;
      item->form = item->is_shortened ? DOSSIER_TIMELINE_FORM_LABEL : DOSSIER_TIMELINE_FORM_CARD;
      item->title_box = (DossierTimelineBox){
        x, item->box.y + (item->box.height - title->height) / 2, MIN (title->width, room), title->height
      };
      item->box.width = item->title_box.x + item->title_box.width + DOSSIER_TIMELINE_PADDING - left;
    }

  if (n_items < n_events)
    {
      DossierTimelineMerged merged = {
        .lane = lane_index,
        .kind = layout->source.get_kind (events[n_items], layout->source.data),
        .count = n_events - n_items,
        .is_undated = TRUE,
        .first = n_items,
        .last = n_events - 1,
        .box = { left, y + n_items * row_height + MERGED_GAP / 2, 0, row_height - MERGED_GAP },
      };

      merged.box.width = dossier_timeline_titles_get_count_width (layout->titles, merged.count) + 10;
      set_count_label (&merged, layout);
      g_array_append_val (scene->merged, merged);
    }
}

static void
add_lane (DossierTimelineLayout *layout, int lane_index, double row_height, DossierTimelineScene *scene)
{
  Lane *lane = get_lane (layout, lane_index);
  double top = lane->top - scene->scroll + (lane->is_folded ? 0 : LANE_PADDING);
  double offset = dossier_time_viewport_get_x (&scene->viewport, lane->packing.begin);
  gint64 first, last;

  dossier_time_viewport_get_range (&scene->viewport, &first, &last);

  for (guint i = 0; i < lane->packing.placed->len; i++)
    {
      const DossierTimelinePlaced *placed = &g_array_index (lane->packing.placed, DossierTimelinePlaced, i);
      DossierTimelineItem *item;

      if (dossier_timeline_index_get_start (layout->index, lane_index, placed->place) > last ||
          dossier_timeline_index_get_end (layout->index, lane_index, placed->place) < first)
        continue;

      if (placed->row >= 0)
        item = add_item (layout,
                         lane_index,
                         placed->event,
                         top + placed->row * row_height,
                         placed->row == lane->n_rows - 1 ? get_last_row_height (lane, row_height) : row_height,
                         scene);
      else
        item = add_item (layout,
                         lane_index,
                         placed->event,
                         lane->top - scene->scroll + lane->height - 2 - (placed->track + 1) * TRACK_STEP,
                         TRACK_HEIGHT + 2,
                         scene);
      place_item (item, layout, placed->right + offset, placed->title_room, scene);
    }

  if (lane->is_folded)
    add_merged (layout, lane_index, top, FOLDED_HEIGHT, first, last, scene);
  else
    add_merged (layout,
                lane_index,
                top + (lane->n_rows - 1) * row_height,
                get_last_row_height (lane, row_height),
                first,
                last,
                scene);

  add_undated (layout, lane_index, row_height, scene);
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

/* What lies outside, at the ends of the lower row of the axis; the labels of ticks give way. */
static void
add_outside (DossierTimelineLayout *layout, DossierTimelineScene *scene)
{
  double middle = scene->axis_top + AXIS_HEIGHT * 0.75;
  double width, height;

  scene->earlier_label[0] = '\0';
  scene->later_label[0] = '\0';
  scene->earlier_box = scene->later_box = (DossierTimelineBox){ 0 };

  if (scene->counts.earlier > 0)
    {
      g_snprintf (scene->earlier_label,
                  sizeof scene->earlier_label,
                  ngettext ("‹ %d earlier", "‹ %d earlier", (gulong) scene->counts.earlier),
                  scene->counts.earlier);
      layout->measure (scene->earlier_label, DOSSIER_TEXT_TICK_MINOR, &width, &height, layout->data);
      scene->earlier_box = (DossierTimelineBox){
        MAX (scene->plot.x - SIDE_PADDING - width, 2), middle - height / 2, width, height
      };
    }
  if (scene->counts.later > 0)
    {
      g_snprintf (scene->later_label,
                  sizeof scene->later_label,
                  ngettext ("%d later ›", "%d later ›", (gulong) scene->counts.later),
                  scene->counts.later);
      layout->measure (scene->later_label, DOSSIER_TEXT_TICK_MINOR, &width, &height, layout->data);
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
  DossierTimelineLayout *layout = g_new0 (DossierTimelineLayout, 1);

  layout->source = *source;
  layout->measure = measure;
  layout->data = data;
  layout->index = dossier_timeline_index_new (source);
  layout->titles = dossier_timeline_titles_new (source, measure, data);
  layout->rows = dossier_timeline_rows_new ();
  layout->lanes = g_array_new (FALSE, TRUE, sizeof (Lane));
  g_array_set_clear_func (layout->lanes, clear_lane);
  layout->arcs = g_array_new (FALSE, TRUE, sizeof (DossierTimelineArc));
  g_array_set_clear_func (layout->arcs, clear_arc);
  layout->drawn = g_array_new (FALSE, FALSE, sizeof (int));

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
  dossier_timeline_index_free (layout->index);
  g_free (layout);
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
  g_array_set_size (layout->lanes, 0);
  g_array_set_size (layout->lanes, (guint) n_lanes);
  for (int i = 0; i < n_lanes; i++)
    {
      Lane *lane = get_lane (layout, i);

      lane->title = g_strdup (lanes[i].title);
      lane->kind = lanes[i].kind;
      lane->is_folded = lanes[i].is_folded;
      dossier_timeline_packing_init (&lane->packing);
    }

  dossier_timeline_index_arrange (layout->index, n_lanes, get_lanes, data);
  measure_lane_titles (layout);
  forget_packings (layout);
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

  get_lane (layout, lane)->is_folded = is_folded;
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
  g_array_set_size (layout->arcs, 0);
  for (int i = 0; i < n_arcs; i++)
    {
      DossierTimelineArc arc = arcs[i];

      arc.label = g_strdup (arcs[i].label);
      g_array_append_val (layout->arcs, arc);
    }
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
  dossier_timeline_titles_clear (layout->titles);
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
    titles = MAX (titles, get_lane (layout, (int) i)->title_width);
  titles = MIN (titles, MIN (MOST_TITLES, width / 5));

  *plot_x = ceil (titles + 2 * SIDE_PADDING);
  *plot_width = MAX (width - *plot_x - undated, 1);
}

/**
 * dossier_timeline_layout_get_range:
 * @layout: a layout
 * @begin: (out): the earliest second of all events that are shown
 * @end: (out): the latest
 *
 * Returns: %FALSE if there is no event with a date
 */
gboolean
dossier_timeline_layout_get_range (DossierTimelineLayout *layout, gint64 *begin, gint64 *end)
{
  int n = dossier_timeline_index_get_n_events (layout->index, DOSSIER_TIMELINE_ALL);
  gboolean found = FALSE;

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

      *begin = found ? MIN (*begin, start) : start;
      *end = found ? MAX (*end, last) : last;
      found = TRUE;
    }

  return found;
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

/**
 * dossier_timeline_layout_get_home:
 * @layout: a layout
 * @width: of the canvas, in pixels
 * @viewport: (out): what to show at first: where most of the events are
 */
void
dossier_timeline_layout_get_home (DossierTimelineLayout *layout, double width, DossierTimeViewport *viewport)
{
  int n = dossier_timeline_index_get_n_events (layout->index, DOSSIER_TIMELINE_ALL);
  g_autofree gint64 *times = g_new (gint64, n);
  gsize n_times = 0;
  double plot_x, plot_width;
  gint64 begin = 0;
  gint64 end = 0;
  int first_finite = dossier_timeline_index_count_begun (layout->index, DOSSIER_TIMELINE_ALL, DOSSIER_TIME_MIN + 1);

  for (int place = first_finite; place < n; place++)
    times[n_times++] = dossier_timeline_index_get_start (layout->index, DOSSIER_TIMELINE_ALL, place);

  dossier_timeline_layout_get_plot (layout, width, &plot_x, &plot_width);
  if (!dossier_time_find_range (times, n_times, &begin, &end) &&
      !dossier_timeline_layout_get_range (layout, &begin, &end))
    end = G_GINT64_CONSTANT (86400) * 365;
  fit (viewport, plot_width, begin, end);
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
  g_array_set_size (scene->merged, 0);
  g_array_set_size (scene->columns, 0);
  g_array_set_size (scene->curves, 0);
  g_array_set_size (layout->drawn, 0);

  scene->width = MAX (width, 1);
  scene->height = MAX (height, 1);
  scene->axis_top = MAX (scene->height - AXIS_HEIGHT, 0);
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
        scene->axis_top + AXIS_HEIGHT / 4 - title_height / 2,
        MIN (title_width, scene->width - x - SIDE_PADDING),
        title_height,
      };
    }

  for (guint i = 0; i < layout->lanes->len; i++)
    {
      pack_lane (layout, (int) i, &scene->viewport);
      add_band (layout, (int) i, row_height, scene);
      add_lane (layout, (int) i, row_height, scene);
    }

  dossier_time_axis_update (&scene->axis, &scene->viewport, layout->measure, layout->data);
  count_events (layout, scene);
  add_outside (layout, scene);
  dossier_timeline_add_curves (scene,
                               (const DossierTimelineArc *) (gconstpointer) layout->arcs->data,
                               (int) layout->arcs->len,
                               &layout->source,
                               layout->measure,
                               layout->data);
}

/**
 * dossier_timeline_layout_list_merged:
 * @layout: the layout that made @scene
 * @scene: its last scene
 * @merged: the index of a merged mark
 * @n_events: (out): how many events it holds
 *
 * Returns: (transfer full) (array length=n_events): the events of the mark, in the order of time
 */
int *
dossier_timeline_layout_list_merged (DossierTimelineLayout *layout,
                                     const DossierTimelineScene *scene,
                                     int merged,
                                     int *n_events)
{
  const DossierTimelineMerged *mark;
  GArray *events = g_array_new (FALSE, FALSE, sizeof (int));
  const Lane *lane;
  gint64 first, last;
  int from, behind;

  g_return_val_if_fail (merged >= 0 && merged < (int) scene->merged->len, NULL);

  mark = dossier_timeline_scene_get_merged (scene, merged);
  lane = get_lane (layout, mark->lane);

  if (mark->is_undated)
    {
      int n;
      const int *undated = dossier_timeline_index_get_undated (layout->index, mark->lane, &n);

      g_array_append_vals (events, undated + mark->first, (guint) (mark->last - mark->first + 1));
      *n_events = (int) events->len;
      return (int *) (gpointer) g_array_free (events, FALSE);
    }

  dossier_time_viewport_get_range (&scene->viewport, &first, &last);
  from = mark->is_lasting ? 0 : dossier_timeline_index_count_begun (layout->index, mark->lane, mark->first);
  behind = dossier_timeline_index_count_begun (layout->index, mark->lane, MAX (mark->last + 1, mark->first));

  for (int place = from; place < behind; place++)
    if (dossier_timeline_index_get_end (layout->index, mark->lane, place) >= first &&
        !dossier_timeline_packing_has_placed (&lane->packing, place))
      {
        int event = dossier_timeline_index_get_event (layout->index, mark->lane, place);

        g_array_append_val (events, event);
      }
  *n_events = (int) events->len;

  return (int *) (gpointer) g_array_free (events, FALSE);
}
