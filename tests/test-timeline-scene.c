/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-timeline-fates.h"
#include "layout/dossier-timeline-layout.h"

#include "model/dossier-calendar.h"

#include <math.h>
#include <string.h>

#define DAY       DOSSIER_SECONDS_PER_DAY
#define LABEL_MAX 32

/* Events that are made up, one lane each or several. */
typedef struct
{
  int n;
  DossierSpan *spans;
  int *weights;
  int *lanes;
  int n_lanes;
  gboolean in_two_lanes;
  int hidden_every; /* 0 hides none */
} Made;

static void
get_span (int event, DossierSpan *span, gpointer data)
{
  *span = ((Made *) data)->spans[event];
}

static gboolean
get_printed_span (int event, DossierSpan *span, gpointer data)
{
  *span = ((Made *) data)->spans[event];
  span->start_earliest += 366 * DAY;
  span->end_latest = span->start_earliest + DAY - 1;

  return event % 7 == 3 && !(span->flags & (DOSSIER_SPAN_UNKNOWN | DOSSIER_SPAN_OPEN_START));
}

static int
get_kind (int event, gpointer data)
{
  return ((Made *) data)->lanes[event];
}

static int
get_status (int event, gpointer data)
{
  return event % 5 + 1;
}

static int
get_weight (int event, gpointer data)
{
  return ((Made *) data)->weights[event];
}

static char *
dup_title (int event, gpointer data)
{
  static const char words[] = "a visit of the minister to the other capital for talks";

  return g_strdup_printf ("Event %d: %.*s", event, (int) (event * 31 % (int) strlen (words)), words);
}

static char *
dup_detail (int event, gpointer data)
{
  return event % 2 == 0 ? g_strdup_printf ("detail %d", event) : NULL;
}

static int
get_lanes (int event, int *lanes, gpointer data)
{
  Made *made = data;

  if (made->hidden_every > 0 && event % made->hidden_every == 0)
    return 0;

  lanes[0] = made->lanes[event];
  if (!made->in_two_lanes || event % 3 != 0 || made->n_lanes < 2)
    return 1;

  lanes[1] = (lanes[0] + 1) % made->n_lanes;

  return 2;
}

static void
measure (const char *text, DossierTextStyle style, double *width, double *height, gpointer data)
{
  *width = (style == DOSSIER_TEXT_CARD_TITLE ? 7.5 : 7) * (double) g_utf8_strlen (text, -1);
  *height = style == DOSSIER_TEXT_MARK_LABEL || style == DOSSIER_TEXT_CARD_TITLE ? 17 : 15;
}

static DossierSpan
make_day (gint64 start, gint64 days)
{
  gint64 end = start + days * DAY - 1;

  return (DossierSpan){ start, end, start, end, 0, DOSSIER_PRECISION_DAY, DOSSIER_PRECISION_DAY };
}

static DossierSpan
make_interval (gint64 start, gint64 end)
{
  return (DossierSpan){
    start, start + DAY - 1, end, end + DAY - 1, DOSSIER_SPAN_INTERVAL, DOSSIER_PRECISION_DAY, DOSSIER_PRECISION_DAY
  };
}

static DossierSpan
make_random_span (GRand *random, gint64 begin, gint64 length)
{
  gint64 start = begin + (gint64) (g_rand_double (random) * (double) length) / DAY * DAY;
  int form = g_rand_int_range (random, 0, 20);
  DossierSpan span = make_day (start, 1);

  if (form == 0)
    span = make_day (start, 31);
  else if (form == 1)
    span = make_interval (start, start + (gint64) (g_rand_double (random) * (double) length / 3));
  else if (form == 2)
    {
      span = make_interval (start, start);
      span.end_earliest = span.end_latest = DOSSIER_TIME_MAX;
      span.flags |= DOSSIER_SPAN_OPEN_END;
    }
  else if (form == 3)
    {
      span = make_interval (start, start);
      span.start_earliest = span.start_latest = DOSSIER_TIME_MIN;
      span.flags |= DOSSIER_SPAN_OPEN_START;
    }
  else if (form == 4)
    span.flags |= DOSSIER_SPAN_APPROXIMATE;
  else if (form == 5)
    span.flags |= DOSSIER_SPAN_UNCERTAIN;
  else if (form == 6)
    span = make_interval (start, start + 4 * DAY);
  else if (form == 7 && g_rand_int_range (random, 0, 4) == 0)
    span = (DossierSpan){
      DOSSIER_TIME_MIN, DOSSIER_TIME_MAX, DOSSIER_TIME_MIN, DOSSIER_TIME_MAX, DOSSIER_SPAN_UNKNOWN, 0, 0
    };
  else if (form == 8)
    {
      span = make_day (start - start % (30 * DAY), 1);
    }

  return span;
}

static Made *
make_events (GRand *random, int n)
{
  Made *made = g_new0 (Made, 1);
  gint64 begin = dossier_calendar_to_seconds (
      dossier_calendar_to_days ((gint64) g_rand_double_range (random, -5000, 2100), 1, 1), 0);
  gint64 length = (gint64) pow (10, g_rand_double_range (random, 6, 11));

  made->n = n;
  made->n_lanes = g_rand_int_range (random, 1, 10);
  made->in_two_lanes = g_rand_boolean (random);
  made->hidden_every = g_rand_int_range (random, 0, 4);
  made->spans = g_new (DossierSpan, n);
  made->weights = g_new (int, n);
  made->lanes = g_new (int, n);
  for (int i = 0; i < n; i++)
    {
      made->spans[i] = make_random_span (random, begin, length);
      made->weights[i] = g_rand_boolean (random) ? 50 : g_rand_int_range (random, 0, 101);
      made->lanes[i] = g_rand_int_range (random, 0, made->n_lanes);
    }

  return made;
}

static void
free_made (Made *made)
{
  g_free (made->spans);
  g_free (made->weights);
  g_free (made->lanes);
  g_free (made);
}

static DossierTimelineLayout *
make_layout_with (Made *made, DossierMeasureFunc measure_text)
{
  const DossierTimelineSource source = {
    .n_events = made->n,
    .get_span = get_span,
    .get_printed_span = get_printed_span,
    .get_kind = get_kind,
    .get_status = get_status,
    .get_weight = get_weight,
    .dup_title = dup_title,
    .dup_detail = dup_detail,
    .data = made,
  };
  DossierTimelineLayout *layout = dossier_timeline_layout_new (&source, measure_text, NULL);
  g_autofree DossierTimelineLane *lanes = g_new0 (DossierTimelineLane, made->n_lanes);
  char titles[10][LABEL_MAX];

  for (int i = 0; i < made->n_lanes; i++)
    {
      g_snprintf (titles[i], LABEL_MAX, "Lane %d%s", i, i == 2 ? " with a long title" : "");
      lanes[i] = (DossierTimelineLane){ titles[i], i, i == 5 };
    }
  dossier_timeline_layout_set_lanes (layout, lanes, made->n_lanes, get_lanes, made);

  return layout;
}

static DossierTimelineLayout *
make_layout (Made *made)
{
  return make_layout_with (made, measure);
}

static DossierTimeViewport
make_view (GRand *random, DossierTimelineLayout *layout, double width)
{
  DossierTimeViewport viewport;

  if (g_rand_boolean (random))
    dossier_timeline_layout_get_home (layout, width, &viewport);
  else
    dossier_timeline_layout_get_whole (layout, width, &viewport);
  viewport = dossier_time_viewport_zoomed (&viewport,
                                           exp2 (g_rand_double_range (random, -4, 8)),
                                           g_rand_double_range (random, 0, viewport.width));

  return dossier_time_viewport_panned (&viewport, g_rand_double_range (random, -300, 300));
}

/* All boxes of text, as far as they are not cut off by the edge between lanes and axis. */
static void
add_box (GArray *boxes, DossierTimelineBox box, const DossierTimelineScene *scene, gboolean in_lanes)
{
  if (in_lanes)
    {
      double bottom = MIN (box.y + box.height, scene->axis_top);

      box.y = MAX (box.y, 0);
      box.height = bottom - box.y;
    }
  if (!dossier_timeline_box_is_empty (&box))
    g_array_append_val (boxes, box);
}

static void
add_ticks (GArray *boxes, const GArray *ticks, const DossierTimelineScene *scene, double y)
{
  for (guint i = 0; i < ticks->len; i++)
    {
      const DossierTimeTick *tick = &g_array_index (ticks, DossierTimeTick, i);

      add_box (boxes,
               (DossierTimelineBox){ tick->label_x + scene->plot.x, y, tick->label_width, 15 },
               scene,
               FALSE);
    }
}

static GArray *
collect_boxes (const DossierTimelineScene *scene)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (DossierTimelineBox));

  for (guint i = 0; i < scene->bands->len; i++)
    {
      add_box (boxes, dossier_timeline_scene_get_band (scene, i)->title_box, scene, TRUE);
      add_box (boxes, dossier_timeline_scene_get_band (scene, i)->count_box, scene, TRUE);
    }
  for (guint i = 0; i < scene->items->len; i++)
    {
      add_box (boxes, dossier_timeline_scene_get_item (scene, i)->sign_box, scene, TRUE);
      add_box (boxes, dossier_timeline_scene_get_item (scene, i)->title_box, scene, TRUE);
      add_box (boxes, dossier_timeline_scene_get_item (scene, i)->detail_box, scene, TRUE);
    }
  for (guint i = 0; i < scene->merged->len; i++)
    {
      add_box (boxes, dossier_timeline_scene_get_merged (scene, i)->label_box, scene, TRUE);
      add_box (boxes, dossier_timeline_scene_get_merged (scene, i)->title_box, scene, TRUE);
    }
  for (guint i = 0; i < scene->curves->len; i++)
    add_box (boxes, g_array_index (scene->curves, DossierTimelineCurve, i).label_box, scene, TRUE);

  add_ticks (boxes, scene->axis.fine, scene, scene->axis_top + 5);
  add_ticks (boxes, scene->axis.coarse, scene, scene->axis_top + 26);
  add_box (boxes, scene->earlier_box, scene, FALSE);
  add_box (boxes, scene->later_box, scene, FALSE);
  add_box (boxes, scene->undated_title_box, scene, FALSE);

  return boxes;
}

static void
check_no_overlap (const DossierTimelineScene *scene)
{
  g_autoptr (GArray) boxes = collect_boxes (scene);

  for (guint i = 0; i < boxes->len; i++)
    {
      const DossierTimelineBox *one = &g_array_index (boxes, DossierTimelineBox, i);

      g_assert_cmpfloat (one->x, >=, 0);
      g_assert_cmpfloat (one->x + one->width, <=, scene->width + 0.5);
      for (guint j = 0; j < i; j++)
        {
          const DossierTimelineBox *other = &g_array_index (boxes, DossierTimelineBox, j);

          if (dossier_timeline_box_intersects (one, other))
            g_error ("%.1f,%.1f %.1fx%.1f meets %.1f,%.1f %.1fx%.1f in\n%s",
                     one->x,
                     one->y,
                     one->width,
                     one->height,
                     other->x,
                     other->y,
                     other->width,
                     other->height,
                     dossier_timeline_scene_dump (scene));
        }
    }
}

/* Nothing comes near where cairo draws wrongly. */
static void
check_range (const DossierTimelineScene *scene)
{
  for (guint i = 0; i < scene->items->len; i++)
    {
      const DossierTimelineItem *item = dossier_timeline_scene_get_item (scene, i);
      const double numbers[] = {
        item->begin, item->sure_begin, item->sure_end, item->end, item->printed_begin, item->printed_end, item->box.x, item->box.x + item->box.width
      };

      for (gsize j = 0; j < G_N_ELEMENTS (numbers); j++)
        g_assert_true (fabs (numbers[j]) <= scene->width + 2 * DOSSIER_TIMELINE_MARGIN);
      g_assert_cmpfloat (item->end, >, item->begin);
      g_assert_cmpfloat (item->box.width, >, 0);
      g_assert_cmpfloat (item->sure_begin, >=, item->begin);
    }
  for (guint i = 0; i < scene->merged->len; i++)
    {
      const DossierTimelineMerged *merged = dossier_timeline_scene_get_merged (scene, i);

      g_assert_cmpint (merged->count, >, 0);
      g_assert_true (fabs (merged->box.x) <= scene->width + 400 && merged->box.width <= scene->width + 400);
    }
}

static gboolean
is_in_range (const Made *made, int event, const DossierTimelineScene *scene)
{
  gint64 first, last;

  dossier_time_viewport_get_range (&scene->viewport, &first, &last);
  if (made->spans[event].flags & DOSSIER_SPAN_UNKNOWN)
    return TRUE;

  return made->spans[event].start_earliest <= last && made->spans[event].end_latest >= first;
}

/* Each event that passes the filter is in one list, and each list is as long as is told. */
static void
check_fates (Made *made, const DossierTimelineScene *scene)
{
  g_autofree int *times = g_new0 (int, made->n);

  for (DossierTimelineFate fate = DOSSIER_TIMELINE_FATE_DRAWN; fate <= DOSSIER_TIMELINE_FATE_LATER; fate++)
    {
      g_autoptr (GArray) events = dossier_timeline_scene_list (scene, fate);

      g_assert_cmpint ((int) events->len, ==, dossier_timeline_fate_get_count (&scene->counts, fate));
      for (guint i = 0; i < events->len; i++)
        times[g_array_index (events, int, i)]++;
    }
  for (int event = 0; event < made->n; event++)
    {
      int lanes[DOSSIER_TIMELINE_MOST_LANES];

      g_assert_cmpint (times[event], ==, get_lanes (event, lanes, made) > 0 ? 1 : 0);
    }
}

/* Every event in sight is drawn or in the list of a merged mark of each of its lanes, exactly once. */
static void
check_complete (Made *made, DossierTimelineLayout *layout, const DossierTimelineScene *scene)
{
  g_autofree int *times = g_new0 (int, made->n * made->n_lanes);
  int n_drawn = 0, n_earlier_or_later = 0, n_shown = 0, n_merged = 0;
  int lanes[DOSSIER_TIMELINE_MOST_LANES];

  for (guint i = 0; i < scene->items->len; i++)
    {
      const DossierTimelineItem *item = dossier_timeline_scene_get_item (scene, i);

      times[item->event * made->n_lanes + item->lane] += 1;
    }
  for (int event = 0; event < made->n; event++)
    for (int lane = 0; lane < made->n_lanes; lane++)
      if (times[event * made->n_lanes + lane] > 0)
        {
          n_drawn++;
          break;
        }

  for (guint i = 0; i < scene->merged->len; i++)
    {
      const DossierTimelineMerged *merged = dossier_timeline_scene_get_merged (scene, i);
      int n;
      g_autofree int *events = dossier_timeline_layout_list_merged (layout, scene, (int) i, &n);

      if (n != merged->count)
        g_error ("mark %u counts %d and lists %d in\n%s", i, merged->count, n, dossier_timeline_scene_dump (scene));
      for (int j = 0; j < n; j++)
        {
          times[events[j] * made->n_lanes + merged->lane] += 1;
          if (j < 3 && !made->in_two_lanes)
            g_assert_cmpint (dossier_timeline_layout_find_merged (layout, scene, events[j]), ==, i);
        }
    }

  for (int event = 0; event < made->n; event++)
    {
      int n_lanes = get_lanes (event, lanes, made);
      gboolean in_range = n_lanes > 0 && is_in_range (made, event, scene);

      n_shown += n_lanes > 0 ? 1 : 0;
      n_earlier_or_later += n_lanes > 0 && !in_range ? 1 : 0;
      for (int lane = 0; lane < made->n_lanes; lane++)
        {
          gboolean is_there = FALSE;

          for (int i = 0; i < n_lanes; i++)
            is_there |= lanes[i] == lane;
          if (times[event * made->n_lanes + lane] != (is_there && in_range ? 1 : 0))
            g_error ("event %d is %d times in lane %d in\n%s",
                     event,
                     times[event * made->n_lanes + lane],
                     lane,
                     dossier_timeline_scene_dump (scene));
        }
    }

  n_merged = n_shown - n_earlier_or_later - n_drawn;
  g_assert_cmpint (scene->counts.shown, ==, n_shown);
  g_assert_cmpint (scene->counts.drawn, ==, n_drawn);
  g_assert_cmpint (scene->counts.merged, ==, n_merged);
  g_assert_cmpint (scene->counts.earlier + scene->counts.later, ==, n_earlier_or_later);
  check_fates (made, scene);
}

/* At the middle of what is seen of a title, and of each mark, is what was drawn there. */
static void
check_hits (const DossierTimelineScene *scene)
{
  for (guint i = 0; i < scene->items->len; i++)
    {
      const DossierTimelineItem *item = dossier_timeline_scene_get_item (scene, i);
      double x = item->box.x + MIN (item->box.width, 3) / 2;
      double y = item->box.y + item->box.height / 2;
      DossierTimelineHit hit = dossier_timeline_scene_hit (scene, x, y);

      /* The label of an arc may lie upon a bar. */
      if (y >= scene->axis_top - 1 || y < 0 || hit.part == DOSSIER_TIMELINE_PART_CURVE)
        continue;
      g_assert_cmpint (hit.part, ==, DOSSIER_TIMELINE_PART_ITEM);
      g_assert_cmpint (hit.index, ==, i);

      if (!dossier_timeline_box_is_empty (&item->title_box))
        {
          hit = dossier_timeline_scene_hit (scene, item->title_box.x + item->title_box.width / 2, y);
          g_assert_cmpint (hit.part, ==, DOSSIER_TIMELINE_PART_ITEM);
          g_assert_cmpint (hit.index, ==, i);
        }
    }
  for (guint i = 0; i < scene->merged->len; i++)
    {
      const DossierTimelineMerged *merged = dossier_timeline_scene_get_merged (scene, i);
      double y = merged->box.y + merged->box.height / 2;
      DossierTimelineHit hit = dossier_timeline_scene_hit (scene, merged->box.x + merged->box.width / 2, y);

      if (y >= scene->axis_top - 1 || y < 0)
        continue;
      g_assert_cmpint (hit.part, ==, DOSSIER_TIMELINE_PART_MERGED);
      g_assert_cmpint (hit.index, ==, i);
    }
  for (guint i = 0; i < scene->bands->len; i++)
    {
      const DossierTimelineBand *band = dossier_timeline_scene_get_band (scene, i);
      DossierTimelineHit hit = dossier_timeline_scene_hit (scene, 5, band->box.y + 2);

      if (band->box.y + 2 < 0 || band->box.y + 2 >= scene->axis_top)
        continue;
      g_assert_cmpint (hit.part, ==, DOSSIER_TIMELINE_PART_BAND);
      g_assert_cmpint (hit.index, ==, i);
    }
}

static void
test_properties (void)
{
  static const int sizes[] = { 0, 1, 5, 40, 60, 150, 400, 700, 3000, 8000 };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_auto (DossierTimelineScene) scene = { 0 };

  dossier_timeline_scene_init (&scene);

  for (int set = 0; set < 50; set++)
    {
      Made *made = make_events (random, sizes[set % (int) G_N_ELEMENTS (sizes)]);
      g_autoptr (DossierTimelineLayout) layout = make_layout (made);

      for (int view = 0; view < 20; view++)
        {
          double width = g_rand_double_range (random, 300, 1900);
          double height = g_rand_double_range (random, 120, 1000);
          DossierTimeViewport viewport = make_view (random, layout, width);

          dossier_timeline_layout_set_expanded (layout, view % 4 == 3);
          if (made->n > 3)
            {
              const DossierTimelineArc arcs[] = {
                { 1, 2, { 0 }, TRUE, "2 days later" },
                { 1, -1, made->spans[1], FALSE, "3 criticise" },
              };

              dossier_timeline_layout_set_arcs (layout, arcs, view % 2 * 2);
            }
          dossier_timeline_layout_update (layout,
                                          &viewport,
                                          width,
                                          height,
                                          g_rand_double_range (random, 0, 200),
                                          &scene);
          check_no_overlap (&scene);
          check_range (&scene);
          check_complete (made, layout, &scene);
          check_hits (&scene);
        }
      free_made (made);
    }
}

/* What was seen depends on the view alone, not on how one came there; and zooming in and out comes back to it. */
static void
test_no_memory (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_auto (DossierTimelineScene) scene = { 0 };

  dossier_timeline_scene_init (&scene);

  for (int set = 0; set < 20; set++)
    {
      Made *made = make_events (random, 20 + 60 * set);
      g_autoptr (DossierTimelineLayout) layout = make_layout (made);
      g_autoptr (DossierTimelineLayout) other = make_layout (made);
      DossierTimeViewport viewport, back;
      double focus, plot_x, plot_width;

      dossier_timeline_layout_get_plot (layout, 1200, &plot_x, &plot_width);
      focus = g_rand_double_range (random, 0, plot_width);
      viewport = make_view (random, layout, 1200);
      back = viewport;
      for (int step = 0; step < 9; step++)
        {
          g_autofree char *before = NULL;
          g_autofree char *after = NULL;

          dossier_timeline_layout_update (layout, &viewport, 1200, 500, 0, &scene);
          before = dossier_timeline_scene_dump (&scene);
          back = viewport;
          for (int i = 0; i < 7; i++)
            {
              back = dossier_time_viewport_zoomed (&back, 1.25, focus);
              dossier_timeline_layout_update (layout, &back, 1200, 500, 0, &scene);
            }
          for (int i = 0; i < 7; i++)
            back = dossier_time_viewport_zoomed (&back, 1 / 1.25, focus);
          dossier_timeline_layout_update (layout, &back, 1200, 500, 0, &scene);
          after = dossier_timeline_scene_dump (&scene);
          if (viewport.seconds_per_pixel == back.seconds_per_pixel)
            g_assert_cmpstr (after, ==, before);

          g_free (after);
          dossier_timeline_layout_update (other, &viewport, 1200, 500, 0, &scene);
          after = dossier_timeline_scene_dump (&scene);
          g_assert_cmpstr (after, ==, before);

          viewport = dossier_time_viewport_zoomed (&viewport, 0.8, focus);
        }
      free_made (made);
    }
}

/* While the view moves, what stays in sight stays in its row and keeps its distance to the others. */
static void
test_pan_is_calm (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  g_auto (DossierTimelineScene) before = { 0 };
  g_auto (DossierTimelineScene) after = { 0 };

  dossier_timeline_scene_init (&before);
  dossier_timeline_scene_init (&after);

  for (int set = 0; set < 20; set++)
    {
      Made *made = make_events (random, 10 + 20 * set);
      g_autoptr (DossierTimelineLayout) layout = make_layout (made);
      DossierTimeViewport viewport = make_view (random, layout, 1200);

      for (int step = 0; step < 20; step++)
        {
          DossierTimeViewport moved = dossier_time_viewport_panned (&viewport, 16);

          dossier_timeline_layout_update (layout, &viewport, 1200, 500, 0, &before);
          dossier_timeline_layout_update (layout, &moved, 1200, 500, 0, &after);
          for (guint i = 0; i < before.items->len; i++)
            {
              const DossierTimelineItem *item = dossier_timeline_scene_get_item (&before, i);
              const DossierTimelineItem *same = NULL;

              for (guint j = 0; j < after.items->len && same == NULL; j++)
                {
                  const DossierTimelineItem *candidate = dossier_timeline_scene_get_item (&after, j);

                  if (candidate->event == item->event && candidate->lane == item->lane)
                    same = candidate;
                }

              /* Near the left edge it may give way to the mark for what lasts from before. */
              if (item->span_flags & DOSSIER_SPAN_UNKNOWN || item->end < before.plot.x + 100)
                continue;
              g_assert_nonnull (same);
              g_assert_cmpfloat_with_epsilon (same->box.y, item->box.y, 1e-6);
              if (item->begin > before.plot.x + 17 && item->begin < before.plot.x + before.plot.width)
                g_assert_cmpfloat_with_epsilon (item->begin - same->begin, 16, 1e-3);
            }
          viewport = moved;
        }
      free_made (made);
    }
}

static void
test_extremes (void)
{
  static const gint64 years[] = { -10000000000, 2024, 10000000000 };
  g_auto (DossierTimelineScene) scene = { 0 };

  dossier_timeline_scene_init (&scene);

  for (gsize i = 0; i < G_N_ELEMENTS (years); i++)
    {
      gint64 start = dossier_calendar_to_seconds (dossier_calendar_to_days (years[i], 1, 1), 0);
      DossierSpan spans[] = {
        { start, start, start, start, 0, DOSSIER_PRECISION_SECOND, DOSSIER_PRECISION_SECOND },
        { start + 2, start + 2, start + 4, start + 4, DOSSIER_SPAN_INTERVAL, 0, 0 },
        make_day (-G_GINT64_CONSTANT (400000000000000000), 1),
        make_day (G_GINT64_CONSTANT (400000000000000000), 1),
        { DOSSIER_TIME_MIN, DOSSIER_TIME_MIN, DOSSIER_TIME_MAX, DOSSIER_TIME_MAX, DOSSIER_SPAN_INTERVAL | DOSSIER_SPAN_OPEN_START | DOSSIER_SPAN_OPEN_END, 0, 0 },
      };
      int weights[] = { 1, 2, 3, 4, 5 };
      int lanes[] = { 0, 0, 0, 0, 0 };
      Made made = { 5, spans, weights, lanes, 1, FALSE, 0 };
      g_autoptr (DossierTimelineLayout) layout = make_layout (&made);
      DossierTimeViewport viewport;
      double before = 0;

      dossier_timeline_layout_get_home (layout, 1000, &viewport);
      viewport.seconds_per_pixel = DOSSIER_TIME_FINEST;
      viewport = dossier_time_viewport_centred (&viewport, start);

      for (int step = 0; step < 100; step++)
        {
          int index;

          dossier_timeline_layout_update (layout, &viewport, 1000, 300, 0, &scene);
          check_range (&scene);
          check_no_overlap (&scene);
          check_complete (&made, layout, &scene);

          index = dossier_timeline_scene_find (&scene, 0);
          g_assert_cmpint (index, >=, 0);
          if (step > 0)
            g_assert_cmpfloat_with_epsilon (before - dossier_timeline_scene_get_item (&scene, index)->begin, 1, 1e-6);
          before = dossier_timeline_scene_get_item (&scene, index)->begin;
          viewport = dossier_time_viewport_panned (&viewport, 1);
        }

      for (int step = 0; step < 60; step++)
        {
          viewport = dossier_time_viewport_zoomed (&viewport, 0.35, 300);
          dossier_timeline_layout_update (layout, &viewport, 1000, 300, 0, &scene);
          check_range (&scene);
          check_no_overlap (&scene);
          check_complete (&made, layout, &scene);
        }
    }
}

static void
test_sizes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  Made *made = make_events (random, 50);
  g_autoptr (DossierTimelineLayout) layout = make_layout (made);
  g_auto (DossierTimelineScene) scene = { 0 };
  static const double sizes[] = { 0, 1, 2, 7, 30, 100, 8000 };

  dossier_timeline_scene_init (&scene);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (sizes); j++)
      {
        DossierTimeViewport viewport;

        dossier_timeline_layout_get_home (layout, sizes[i], &viewport);
        dossier_timeline_layout_update (layout, &viewport, sizes[i], sizes[j], 1e9, &scene);
        check_range (&scene);
        dossier_timeline_scene_hit (&scene, 0, 0);
      }
  free_made (made);
}

/* Where so much time is in sight that all of a dossier lies in its last pixel, no sliver stands there: how many it is of can be
 * read. */
static void
test_right_edge (void)
{
  gint64 start = dossier_calendar_to_seconds (dossier_calendar_to_days (2023, 7, 1), 0);
  DossierSpan spans[24];
  int weights[G_N_ELEMENTS (spans)];
  int lanes[G_N_ELEMENTS (spans)];
  Made made = { G_N_ELEMENTS (spans), spans, weights, lanes, 3, FALSE, 0 };
  g_autoptr (DossierTimelineLayout) layout = NULL;
  g_auto (DossierTimelineScene) scene = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      spans[i] = make_day (start + (gint64) i * 10 * DAY, 1);
      weights[i] = 50;
      lanes[i] = (int) i % 3;
    }
  layout = make_layout (&made);
  dossier_timeline_scene_init (&scene);

  /* The last of them right before the edge, and further and further away from it. */
  for (int away = 0; away < 60; away++)
    {
      DossierTimeViewport viewport;
      double plot_x, plot_width;
      guint n_marks;

      dossier_timeline_layout_get_plot (layout, 780, &plot_x, &plot_width);
      dossier_time_viewport_init (&viewport, start - G_GINT64_CONSTANT (430000000000000000), start + 250 * DAY, plot_width);
      viewport = dossier_time_viewport_panned (&viewport, away);
      dossier_timeline_layout_update (layout, &viewport, 780, 300, 0, &scene);
      check_range (&scene);
      check_no_overlap (&scene);
      check_complete (&made, layout, &scene);
      n_marks = scene.merged->len;
      g_assert_cmpint (n_marks, ==, 3);
      for (guint i = 0; i < n_marks; i++)
        {
          const DossierTimelineMerged *merged = dossier_timeline_scene_get_merged (&scene, i);

          g_assert_false (dossier_timeline_box_is_empty (&merged->label_box));
          g_assert_cmpfloat (merged->box.x + merged->box.width, <, scene.plot.x + scene.plot.width);
        }
    }
}

static void
measure_large (const char *text, DossierTextStyle style, double *width, double *height, gpointer data)
{
  measure (text, style, width, height, data);
  *width *= 2.5;
  *height *= 2.5;
}

/* Letters that are larger than usual stay within their cards, and rows are there for as many as there is room for. */
static void
test_large_letters (void)
{
  gint64 start = dossier_calendar_to_seconds (dossier_calendar_to_days (2023, 7, 1), 0);
  DossierSpan spans[] = { make_day (start + 26 * DAY, 1), make_day (start + 40 * DAY, 1), make_day (start + 73 * DAY, 1), make_day (start + 100 * DAY, 31) };
  int weights[] = { 50, 90, 40, 60 };
  int lanes[] = { 0, 0, 1, 1 };
  Made made = { G_N_ELEMENTS (spans), spans, weights, lanes, 2, FALSE, 0 };
  DossierMeasureFunc measures[] = { measure, measure_large };
  double row_heights[G_N_ELEMENTS (measures)];

  for (gsize i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      g_autoptr (DossierTimelineLayout) layout = make_layout_with (&made, measures[i]);
      g_auto (DossierTimelineScene) scene = { 0 };
      DossierTimeViewport viewport;
      int n_titles = 0;

      dossier_timeline_layout_get_home (layout, 900, &viewport);
      dossier_timeline_scene_init (&scene);
      dossier_timeline_layout_update (layout, &viewport, 900, 300, 0, &scene);
      for (guint j = 0; j < scene.items->len; j++)
        {
          const DossierTimelineItem *item = dossier_timeline_scene_get_item (&scene, j);

          row_heights[i] = item->box.height;
          if (item->form == DOSSIER_TIMELINE_FORM_MARK)
            continue;
          g_assert_cmpfloat (item->title_box.y, >=, item->box.y);
          g_assert_cmpfloat (item->title_box.y + item->title_box.height, <=, item->box.y + item->box.height);
          n_titles++;
        }
      g_assert_cmpint (n_titles, >, 0);
      check_no_overlap (&scene);
    }
  g_assert_cmpfloat (row_heights[1], >, row_heights[0]);
}

static void
test_golden (void)
{
  gint64 start = dossier_calendar_to_seconds (dossier_calendar_to_days (2023, 7, 1), 0);
  DossierSpan spans[] = {
    make_day (start + 26 * DAY, 1),
    make_day (start + 73 * DAY, 1),
    make_day (start + 73 * DAY, 1),
    make_interval (start + 100 * DAY, start + 160 * DAY),
    make_day (start + 184 * DAY, 31),
    { DOSSIER_TIME_MIN, DOSSIER_TIME_MAX, DOSSIER_TIME_MIN, DOSSIER_TIME_MAX, DOSSIER_SPAN_UNKNOWN, 0, 0 },
  };
  int weights[] = { 50, 90, 40, 60, 50, 50 };
  int lanes[] = { 0, 0, 0, 1, 1, 1 };
  Made made = { 6, spans, weights, lanes, 2, FALSE, 0 };
  g_autoptr (DossierTimelineLayout) layout = NULL;
  g_auto (DossierTimelineScene) scene = { 0 };
  DossierTimeViewport viewport;
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "golden", "timeline-scene.txt", NULL);
  double plot_x, plot_width;

  layout = make_layout (&made);
  dossier_timeline_layout_get_plot (layout, 900, &plot_x, &plot_width);
  dossier_time_viewport_init (&viewport, start, start + 240 * DAY, plot_width);
  dossier_timeline_scene_init (&scene);
  dossier_timeline_layout_update (layout, &viewport, 900, 160, 0, &scene);
  text = dossier_timeline_scene_dump (&scene);

  /* DOSSIER_WRITE_GOLDEN=1 writes what is expected anew. */
  if (g_getenv ("DOSSIER_WRITE_GOLDEN") != NULL)
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_true (g_file_get_contents (path, &expected, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline-scene/properties", test_properties);
  g_test_add_func ("/timeline-scene/no-memory", test_no_memory);
  g_test_add_func ("/timeline-scene/pan-is-calm", test_pan_is_calm);
  g_test_add_func ("/timeline-scene/extremes", test_extremes);
  g_test_add_func ("/timeline-scene/sizes", test_sizes);
  g_test_add_func ("/timeline-scene/right-edge", test_right_edge);
  g_test_add_func ("/timeline-scene/large-letters", test_large_letters);
  g_test_add_func ("/timeline-scene/golden", test_golden);

  return g_test_run ();
}
