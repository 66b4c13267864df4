/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-timeline-layout-private.h"

#include <math.h>

/* What an arrow at the edge of the view needs, in pixels. */
#define ARROW_ROOM 14.0

/* With less room for a shortened title, it gets no frame. */
#define CARD_ROOM 130.0

/* Within so many pixels, a title fades in. */
#define FADE_WIDTH 36.0
#define FAINTEST   0.8

/* Where time lies on the canvas, cut at the margin. */
static double
get_canvas_x (const DossierTimelineScene *scene, double x)
{
  return CLAMP (x + scene->plot.x,
                scene->plot.x - DOSSIER_TIMELINE_MARGIN,
                scene->plot.x + scene->plot.width + DOSSIER_TIMELINE_MARGIN);
}

/* The dates of a set, each where it is. */
static void
add_stretches (DossierTimelineItem *item, DossierTimelineLayout *layout, DossierTimelineScene *scene)
{
  const DossierTimelineTitle *title;

  if (!(item->span_flags & (DOSSIER_SPAN_ONE_OF | DOSSIER_SPAN_ALL_OF)))
    return;

  title = dossier_timeline_titles_get (layout->titles, item->event);
  item->first_stretch = (int) scene->stretches->len;
  item->n_stretches = title->n_members;
  for (int i = 0; i < title->n_members; i++)
    {
      double begin = dossier_time_viewport_get_x (&scene->viewport, title->members[i].begin);
      double end = dossier_time_viewport_get_end_x (&scene->viewport, title->members[i].end);
      DossierTimelineStretch stretch = {
        get_canvas_x (scene, begin), get_canvas_x (scene, MAX (end, begin + DOSSIER_TIMELINE_MARK_WIDTH))
      };

      g_array_append_val (scene->stretches, stretch);
    }
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

  item->uncut[0] = span.start_earliest == DOSSIER_TIME_MIN ? -INFINITY : begin + scene->plot.x;
  item->uncut[1] = span.start_latest == DOSSIER_TIME_MIN ? -INFINITY : dossier_time_viewport_get_x (viewport, span.start_latest) + scene->plot.x;
  item->uncut[2] = span.end_earliest == DOSSIER_TIME_MAX ? INFINITY : dossier_time_viewport_get_end_x (viewport, span.end_earliest) + scene->plot.x;
  item->uncut[3] = span.end_latest == DOSSIER_TIME_MAX ? INFINITY : MAX (end, least_end) + scene->plot.x;

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

  if (room < (item->is_shortened ? DOSSIER_TIMELINE_LEAST_TITLE : 1))
    {
      item->form = DOSSIER_TIMELINE_FORM_MARK;
      return;
    }

  item->form = item->is_shortened && room < CARD_ROOM ? DOSSIER_TIMELINE_FORM_LABEL : DOSSIER_TIMELINE_FORM_CARD;
  item->title_opacity = item->is_shortened
                            ? CLAMP (FAINTEST + (room - DOSSIER_TIMELINE_LEAST_TITLE) / FADE_WIDTH, 0, 1)
                            : 1;
  lines_height = title->height;
  if (title->detail != NULL && item->box.height >= TALL_ROW * layout->unit - ROW_GAP)
    lines_height += title->detail_height;

  item->title_box = (DossierTimelineBox){
    x + title->sign_width, item->box.y + (item->box.height - lines_height) / 2, room - title->sign_width, title->height
  };
  if (lines_height > title->height && title->detail_width <= MAX (room, MIN (item->end, right_edge) - x - DOSSIER_TIMELINE_PADDING))
    {
      item->detail = title->detail;
      item->detail_opacity = 1;
      item->detail_box = (DossierTimelineBox){
        x, item->title_box.y + title->height, title->detail_width, title->detail_height
      };
    }
  else
    {
      item->title_box.y = item->box.y + (item->box.height - title->height) / 2;
    }

  if (item->detail == NULL && title->detail != NULL && !item->is_shortened && item->end - item->begin > DOSSIER_TIMELINE_MARK_WIDTH)
    {
      double detail_x = x + title->width + DOSSIER_TIMELINE_DETAIL_GAP;

      if (detail_x + title->detail_width + DOSSIER_TIMELINE_PADDING <= MIN (limit, right_edge) + 0.05)
        {
          item->detail = title->detail;
          item->detail_opacity = CLAMP (0.6 + (item->end - item->begin) / DOSSIER_TIMELINE_MARK_WIDTH - 1, 0, 1);
          item->detail_box = (DossierTimelineBox){
            detail_x, item->title_box.y + (title->height - title->detail_height) / 2 + 0.5, title->detail_width, title->detail_height
          };
        }
    }

  if (title->sign != NULL)
    {
      item->sign = title->sign;
      item->sign_box = (DossierTimelineBox){ x, item->title_box.y, title->sign_width, title->height };
    }
}

/* How high the last row is: tracks that have no room in the foot take some of it. */
static double
get_last_row_height (const DossierTimelineLaneLayout *lane, double row_height)
{
  int n_above = MAX (lane->packing.n_tracks - DOSSIER_TIMELINE_FOOT_TRACKS, 0);

  return row_height - n_above * TRACK_STEP;
}

DossierTimelineItem *
dossier_timeline_layout_add_item (DossierTimelineLayout *layout, int lane, int event, double y, double row_height, DossierTimelineScene *scene)
{
  double gap = dossier_timeline_layout_get_row_gap (layout, row_height, ROW_GAP);
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
void
dossier_timeline_layout_place_item (DossierTimelineLayout *layout,
                                    DossierTimelineItem *item,
                                    double right,
                                    double title_room,
                                    DossierTimelineScene *scene)
{
  double plot_right = scene->plot.x + scene->plot.width;
  double left, end;

  set_span (item, layout, scene);
  add_stretches (item, layout, scene);
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

/* What has no date stands in a column of its own, row by row; what does not fit is merged below. */
static void
add_undated (DossierTimelineLayout *layout, int lane_index, double row_height, DossierTimelineScene *scene)
{
  DossierTimelineLaneLayout *lane = dossier_timeline_layout_get_lane (layout, lane_index);
  double y = lane->top - scene->scroll + (lane->is_folded ? 0 : LANE_PADDING);
  double left = scene->undated_box.x + SIDE_PADDING;
  double right = scene->undated_box.x + scene->undated_box.width - 4;
  int n_events;
  const int *events = dossier_timeline_index_get_undated (layout->index, lane_index, &n_events);
  int n_items = n_events <= lane->n_rows ? n_events : MAX (lane->n_rows - 1, 0);

  if (lane->is_folded)
    row_height = FOLDED_HEIGHT * layout->unit;

  for (int i = 0; i < n_items; i++)
    {
      DossierTimelineItem *item = dossier_timeline_layout_add_item (layout, lane_index, events[i], y + i * row_height, row_height, scene);
      const DossierTimelineTitle *title = dossier_timeline_titles_get (layout->titles, events[i]);
      double x = left + DOSSIER_TIMELINE_INDENT;
      double room = right - DOSSIER_TIMELINE_PADDING - x;

      item->span_flags = DOSSIER_SPAN_UNKNOWN;
      item->begin = item->sure_begin = item->sure_end = left;
      item->end = left + DOSSIER_TIMELINE_MARK_WIDTH;
      item->title = title->title;
      item->box.x = left;
      item->box.width = DOSSIER_TIMELINE_MARK_WIDTH;
      if (room < MIN (title->width, DOSSIER_TIMELINE_LEAST_TITLE))
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
    dossier_timeline_layout_add_merged_undated (layout, lane_index, n_items, left, y + n_items * row_height, row_height, scene);
}

void
dossier_timeline_layout_add_lane (DossierTimelineLayout *layout, int lane_index, double row_height, DossierTimelineScene *scene)
{
  DossierTimelineLaneLayout *lane = dossier_timeline_layout_get_lane (layout, lane_index);
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
        item = dossier_timeline_layout_add_item (layout,
                                                 lane_index,
                                                 placed->event,
                                                 top + placed->row * row_height,
                                                 placed->row == lane->n_rows - 1 ? get_last_row_height (lane, row_height) : row_height,
                                                 scene);
      else
        item = dossier_timeline_layout_add_item (layout,
                                                 lane_index,
                                                 placed->event,
                                                 lane->top - scene->scroll + lane->height - 2 - (placed->track + 1) * TRACK_STEP,
                                                 TRACK_HEIGHT + 2,
                                                 scene);
      dossier_timeline_layout_place_item (layout, item, placed->right + offset, placed->title_room, scene);
    }

  if (lane->is_folded)
    dossier_timeline_layout_add_merged (layout, lane_index, top, FOLDED_HEIGHT * layout->unit, scene);
  else
    dossier_timeline_layout_add_merged (layout,
                                        lane_index,
                                        top + (lane->n_rows - 1) * row_height,
                                        get_last_row_height (lane, row_height),
                                        scene);

  add_undated (layout, lane_index, row_height, scene);
}
