/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-timeline-layout-private.h"

#include <math.h>

/* Between two merged marks above each other, in pixels; and what surrounds a count. */
#define MERGED_GAP      5.0
#define COUNT_PADDING   10.0
#define LASTING_PADDING 18.0
#define LASTING_GAP     3.0

/* What is seen at least of a mark at the edge of the view. */
#define LEAST_MARK 2.0

/* So many pixels count together in a column of density; a mark narrower than the other has none. */
#define COLUMN_WIDTH  4.0
#define LEAST_COLUMNS 40.0

/* A column of full height stands for so many times the average, and for so many events at least. */
#define FULL_OF_AVERAGE 3.0
#define LEAST_FULL      12.0

static void
set_count_label (DossierTimelineMerged *merged, DossierTimelineLayout *layout)
{
  double width = dossier_timeline_titles_get_count_width (layout->titles, merged->count);
  double ignored, height;

  dossier_timeline_format_count (merged->count, merged->label);
  merged->label_box = (DossierTimelineBox){ 0 };
  layout->measure ("+8", DOSSIER_TEXT_BADGE, &ignored, &height, layout->data);
  if (width <= merged->box.width - 4)
    merged->label_box = (DossierTimelineBox){
      merged->box.x + (merged->n_columns > 0 ? 4 : (merged->box.width - width) / 2),
      merged->box.y + (merged->box.height - height) / 2,
      width,
      height,
    };
}

/* How many events a column of full height stands for: some times as many as begin in one on average, so that at each
   zoom it is seen where there are more and where less, whatever part of time is in sight. The first and last few do not
   count: they may be far away. */
static double
get_full_count (DossierTimelineLayout *layout, int lane, const DossierTimeViewport *viewport)
{
  int n = dossier_timeline_index_get_n_events (layout->index, lane);
  int few = n / 50;
  gint64 first = dossier_timeline_index_get_start (layout->index, lane, few);
  gint64 last = dossier_timeline_index_get_start (layout->index, lane, n - 1 - few);
  double columns = dossier_time_difference (last, first) / viewport->seconds_per_pixel / COLUMN_WIDTH;

  return MAX (FULL_OF_AVERAGE * (n - 2 * few) / MAX (columns, 1), LEAST_FULL);
}

/* Where many begin, how many do in every few pixels. */
static void
add_columns (DossierTimelineLayout *layout, DossierTimelineMerged *merged, DossierTimelineScene *scene)
{
  double full = get_full_count (layout, merged->lane, &scene->viewport);
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
        .share = CLAMP (sqrt ((behind - before) / full), 0, 1),
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
  const DossierTimelinePacking *packing = &dossier_timeline_layout_get_lane (layout, lane_index)->packing;
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
  const DossierTimelinePacking *packing = &dossier_timeline_layout_get_lane (layout, lane_index)->packing;
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

/* Gives what lasts from before room for its count, as far as the plot has it. */
static void
widen_lasting (DossierTimelineMerged *lasting, DossierTimelineLayout *layout, const DossierTimelineScene *scene)
{
  double width = dossier_timeline_titles_get_count_width (layout->titles, lasting->count) + LASTING_PADDING;
  double most = MAX (scene->plot.width - LEAST_MARK - (lasting->box.x - scene->plot.x), scene->plot.width / 2);

  lasting->box.width = MAX (lasting->box.width, MIN (width, most));
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
  if (room < MIN (title->width - title->sign_width, DOSSIER_TIMELINE_LEAST_TITLE))
    return;

  merged->title = title->title;
  merged->title_style = title->style;
  merged->title_box = (DossierTimelineBox){
    x, merged->box.y + (merged->box.height - title->height) / 2, room, title->height
  };
}

/* Where what is written at an item ends. */
static double
get_item_end (const DossierTimelineItem *item)
{
  return MAX (MAX (item->box.x + item->box.width, item->title_box.x + item->title_box.width), item->detail_box.x + item->detail_box.width);
}

/* A mark that the right edge cuts stays whole as far as there is room before it, so that its count is read: no sliver stands
   there. */
static void
keep_whole (DossierTimelineLayout *layout, int count, double width, double taken, double edge, double *left, double *right)
{
  double least = MIN (width, dossier_timeline_titles_get_count_width (layout->titles, count) + COUNT_PADDING);

  if (*left <= edge - least)
    return;

  *right = edge - LEAST_MARK;
  *left = MIN (*left, MAX (*right - least, taken));
}

/* What has no row of its own, in the last row of a lane. */
void
dossier_timeline_layout_add_merged (DossierTimelineLayout *layout,
                                    int lane_index,
                                    double y,
                                    double row_height,
                                    DossierTimelineScene *scene)
{
  DossierTimelineLaneLayout *lane = dossier_timeline_layout_get_lane (layout, lane_index);
  double offset = dossier_time_viewport_get_x (&scene->viewport, lane->packing.begin);
  double gap = dossier_timeline_layout_get_row_gap (layout, row_height, MERGED_GAP);
  DossierTimelineMerged lasting = {
    .lane = lane_index,
    .kind = lane->kind,
    .is_lasting = TRUE,
    .box = { scene->plot.x + MIN (2, scene->plot.width / 4), y + gap / 2, 0, row_height - gap },
  };

  double edge = scene->plot.x + scene->plot.width;
  guint n_before = scene->merged->len;
  double taken = scene->plot.x;
  gint64 first, last;

  dossier_time_viewport_get_range (&scene->viewport, &first, &last);
  lasting.count = count_lasting (layout, lane_index, first);
  lasting.first = first;
  lasting.last = first - 1;
  if (lasting.count > 0)
    widen_lasting (&lasting, layout, scene);

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

      /* A long one only begins further right; a short one has no room there. */
      if (lasting.count > 0 && right > lasting.box.x + lasting.box.width + LASTING_GAP + LEAST_COLUMNS / 2)
        left = MAX (left, lasting.box.x + lasting.box.width + LASTING_GAP);
      if (lasting.count > 0 && left < lasting.box.x + lasting.box.width + LASTING_GAP)
        {
          lasting.count += merged.count;
          lasting.last = MIN (cluster->last, last);
          widen_lasting (&lasting, layout, scene);
          continue;
        }
      if (cluster->is_mark)
        {
          DossierTimelineItem *item = dossier_timeline_layout_add_item (layout, lane_index, cluster->event, y, row_height, scene);
          double title_end = cluster->left + offset + DOSSIER_TIMELINE_INDENT + cluster->title_room;

          dossier_timeline_layout_place_item (layout, item, title_end + DOSSIER_TIMELINE_PADDING, cluster->title_room, scene);
          taken = get_item_end (item) + DOSSIER_TIMELINE_PADDING;
          continue;
        }

      merged.first = MAX (cluster->first, first);
      merged.last = MIN (cluster->last, last);
      if (lasting.count > 0)
        taken = MAX (taken, lasting.box.x + lasting.box.width + LASTING_GAP);
      keep_whole (layout, merged.count, cluster->right - cluster->left, taken, edge, &left, &right);
      if (scene->merged->len > n_before)
        {
          DossierTimelineMerged *last_merged = dossier_timeline_scene_get_merged (scene, scene->merged->len - 1);

          /* Two have no room in the last pixels. */
          if (last_merged->box.x + last_merged->box.width > edge - LEAST_MARK - 0.5)
            {
              last_merged->count += merged.count;
              last_merged->last = merged.last;
              set_count_label (last_merged, layout);
              continue;
            }
        }
      left = MIN (left, edge - LEAST_MARK);
      merged.box = (DossierTimelineBox){ left, y + gap / 2, MAX (right - left, LEAST_MARK), row_height - gap };
      place = dossier_timeline_index_count_begun (layout->index, lane_index, merged.first);
      if (merged.kind < 0)
        merged.kind = layout->source.get_kind (dossier_timeline_index_get_event (layout->index, lane_index, place),
                                               layout->source.data);
      if (merged.count > 12 && merged.box.width >= LEAST_COLUMNS)
        add_columns (layout, &merged, scene);
      set_count_label (&merged, layout);
      if (cluster->title_room > 0 && merged.count == cluster->count)
        set_caption (&merged, layout, cluster, scene);
      taken = MAX (merged.box.x + merged.box.width, merged.title_box.x + merged.title_box.width) + LASTING_GAP;
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

/* What has no date and no row, in the column of those. */
void
dossier_timeline_layout_add_merged_undated (DossierTimelineLayout *layout,
                                            int lane,
                                            int n_before,
                                            double x,
                                            double y,
                                            double row_height,
                                            DossierTimelineScene *scene)
{
  int n_events;
  const int *events = dossier_timeline_index_get_undated (layout->index, lane, &n_events);
  double gap = dossier_timeline_layout_get_row_gap (layout, row_height, MERGED_GAP);
  DossierTimelineMerged merged = {
    .lane = lane,
    .kind = layout->source.get_kind (events[n_before], layout->source.data),
    .count = n_events - n_before,
    .is_undated = TRUE,
    .first = n_before,
    .last = n_events - 1,
    .box = { x, y + gap / 2, 0, row_height - gap },
  };

  merged.box.width = dossier_timeline_titles_get_count_width (layout->titles, merged.count) + COUNT_PADDING;
  merged.box.width = MIN (merged.box.width, MAX (scene->undated_box.x + scene->undated_box.width - x, 1));
  set_count_label (&merged, layout);
  g_array_append_val (scene->merged, merged);
}

/* The events that are drawn by themselves in a lane. */
static GHashTable *
list_drawn (const DossierTimelineScene *scene, int lane)
{
  GHashTable *drawn = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < scene->items->len; i++)
    {
      const DossierTimelineItem *item = dossier_timeline_scene_get_item (scene, i);

      if (item->lane == lane)
        g_hash_table_add (drawn, GINT_TO_POINTER (item->event));
    }

  return drawn;
}

/**
 * dossier_timeline_layout_list_merged:
 * @layout: a layout of the same source as that of @scene
 * @scene: a scene
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
  g_autoptr (GHashTable) drawn = NULL;
  gint64 first, last;
  int from, behind;

  g_return_val_if_fail (merged >= 0 && merged < (int) scene->merged->len, NULL);

  mark = dossier_timeline_scene_get_merged (scene, merged);

  if (mark->is_undated)
    {
      int n;
      const int *undated = dossier_timeline_index_get_undated (scene->index, mark->lane, &n);

      g_array_append_vals (events, undated + mark->first, (guint) (mark->last - mark->first + 1));
      *n_events = (int) events->len;
      return (int *) (gpointer) g_array_free (events, FALSE);
    }

  dossier_time_viewport_get_range (&scene->viewport, &first, &last);
  from = mark->is_lasting ? 0 : dossier_timeline_index_count_begun (scene->index, mark->lane, mark->first);
  behind = dossier_timeline_index_count_begun (scene->index, mark->lane, MAX (mark->last + 1, mark->first));

  drawn = list_drawn (scene, mark->lane);
  for (int place = from; place < behind; place++)
    {
      int event = dossier_timeline_index_get_event (scene->index, mark->lane, place);

      if (dossier_timeline_index_get_end (scene->index, mark->lane, place) >= first &&
          !g_hash_table_contains (drawn, GINT_TO_POINTER (event)))
        g_array_append_val (events, event);
    }
  *n_events = (int) events->len;

  return (int *) (gpointer) g_array_free (events, FALSE);
}

/* The place of an event in a lane, -1 if it is not there. */
static int
find_place (const DossierTimelineIndex *index, int lane, int event, gint64 start)
{
  int n = dossier_timeline_index_get_n_events (index, lane);

  for (int place = dossier_timeline_index_count_begun (index, lane, start);
       place < n && dossier_timeline_index_get_start (index, lane, place) == start;
       place++)
    if (dossier_timeline_index_get_event (index, lane, place) == event)
      return place;

  return -1;
}

static gboolean
is_drawn (const DossierTimelineScene *scene, int lane, int event)
{
  for (guint i = 0; i < scene->items->len; i++)
    {
      const DossierTimelineItem *item = dossier_timeline_scene_get_item (scene, i);

      if (item->event == event && item->lane == lane)
        return TRUE;
    }

  return FALSE;
}

static gboolean
holds_undated (const DossierTimelineIndex *index, const DossierTimelineMerged *mark, int event)
{
  int n;
  const int *events = dossier_timeline_index_get_undated (index, mark->lane, &n);

  for (gint64 i = mark->first; i <= mark->last && i < n; i++)
    if (events[i] == event)
      return TRUE;

  return FALSE;
}

/**
 * dossier_timeline_layout_find_merged:
 * @layout: a layout of the same source as that of @scene
 * @scene: a scene
 * @event: an event
 *
 * Returns: the first merged mark that holds @event, or -1 if it is drawn by itself or out of sight
 */
int
dossier_timeline_layout_find_merged (DossierTimelineLayout *layout, const DossierTimelineScene *scene, int event)
{
  DossierSpan span;
  gint64 first, last;

  layout->source.get_span (event, &span, layout->source.data);
  dossier_time_viewport_get_range (&scene->viewport, &first, &last);

  for (guint i = 0; i < scene->merged->len; i++)
    {
      const DossierTimelineMerged *mark = dossier_timeline_scene_get_merged (scene, i);
      int place;

      if (mark->is_undated)
        {
          if (span.flags & DOSSIER_SPAN_UNKNOWN && holds_undated (scene->index, mark, event))
            return (int) i;
          continue;
        }
      if (span.flags & DOSSIER_SPAN_UNKNOWN || span.end_latest < first || span.start_earliest > mark->last ||
          (!mark->is_lasting && span.start_earliest < mark->first))
        continue;

      place = find_place (scene->index, mark->lane, event, span.start_earliest);
      if (place >= 0 && !is_drawn (scene, mark->lane, event))
        return (int) i;
    }

  return -1;
}
