/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "samples.h"

#include "layout/dossier-timeline-fates.h"
#include "layout/dossier-timeline-lanes.h"
#include "painting/dossier-timeline-painter.h"

#include <math.h>
#include <string.h>

/*
 * What holds of the timeline whatever is in the dossier and whatever is looked at: 50 dossiers made by chance, of up to
 * some thousand events with dates of every form, in lanes of each kind, some of them folded, some events filtered out;
 * 20 views of each, from all of time to an hour, on canvases from a pixel up, with the letters that the program draws.
 */

/* So many times all of it, each time with other chances; with -m thorough, so many. */
#define FEW_SEEDS  2
#define MOST_SEEDS 40

#define N_DOSSIERS 50
#define N_VIEWS    20
#define N_PLACES   6
#define N_ACTORS   14
#define N_SOURCES  5
#define N_KINDS    5
#define MOST_ARCS  4

/* On which the pixels are compared. */
#define PICTURE_WIDTH  640
#define PICTURE_HEIGHT 360
#define ZOOM_STEPS     4

typedef struct
{
  DossierDocument *document;
  DossierFilter *filter;
  DossierTheme theme;
  DossierTypesetter *typesetter;
  DossierTimelineSource source;
  DossierTimelineLanes *lanes;
  DossierTimelineLayout *layout;
  DossierTimelineScene scene;
  cairo_surface_t *surface;
  GRand *random;
  int n_events;
  int n_lanes;

  /* How much was looked at, so that the test is known to have seen it. */
  int n_views, n_texts, n_items, n_merged, n_listed, n_curves, n_round_trips;
} Fixture;

static int
draw (Fixture *fixture, int n)
{
  return g_rand_int_range (fixture->random, 0, n);
}

/* A day somewhere: most of them in some years, so that they crowd. */
static void
write_day (Fixture *fixture, int year, char day[16])
{
  g_snprintf (day, 16, "%04d-%02d-%02d", year, 1 + draw (fixture, 12), 1 + draw (fixture, 28));
}

static void
append_date (Fixture *fixture, GString *json, int begin, int n_years)
{
  int year = begin + draw (fixture, n_years);
  char day[16], other[16];

  write_day (fixture, year, day);
  write_day (fixture, year + 1 + draw (fixture, 3), other);
  switch (draw (fixture, 26))
    {
    case 0:
      return;
    case 1:
      g_string_append_printf (json, ", 'date': '%04d'", year);
      return;
    case 2:
      g_string_append_printf (json, ", 'date': '%.7s'", day);
      return;
    case 3:
      g_string_append_printf (json, ", 'date': '%sT%02d:%02d:%02dZ'", day, draw (fixture, 24), draw (fixture, 60), draw (fixture, 60));
      return;
    case 4:
      g_string_append_printf (json, ", 'date': '%s?'", day);
      return;
    case 5:
      g_string_append_printf (json, ", 'date': '%.7s~'", day);
      return;
    case 6:
    case 7:
      g_string_append_printf (json, ", 'date': '%s/%s'", day, other);
      return;
    case 8:
      g_string_append_printf (json, ", 'date': '%s/..'", day);
      return;
    case 9:
      g_string_append_printf (json, ", 'date': '../%s'", day);
      return;
    case 10:
      g_string_append_printf (json, ", 'date': '%04d-%d'", year, 21 + draw (fixture, 4));
      return;
    case 11:
      g_string_append_printf (json, ", 'date': '%.3sX'", day);
      return;
    case 12:
      g_string_append_printf (json, ", 'date': '[%s,%s]'", day, other);
      return;
    case 13:
      g_string_append_printf (json, ", 'date': '{%.7s,%.7s}'", day, other);
      return;
    case 14:
      g_string_append_printf (json, ", 'date': '%s', 'date_printed': '%s'", day, other);
      return;
    case 15:
      if (draw (fixture, 8) == 0)
        g_string_append_printf (json, ", 'date': '%s'", draw (fixture, 2) == 0 ? "Y-13800000000" : "-0218");
      else
        g_string_append_printf (json, ", 'date': '%.7s/%.7s'", day, other);
      return;
    default:
      g_string_append_printf (json, ", 'date': '%s'", day);
    }
}

static void
append_title (Fixture *fixture, GString *json, int event)
{
  static const char *const words[] = {
    "minister", "talks", "Zürich", "visit", "arms", "of", "a", "satellite", "the", "Außenministerkonferenz", "переговоры", "W", "grain", "for", "平壌"
  };
  int n = draw (fixture, 9);

  g_string_append_printf (json, "{'id': 'e%d', 'title': 'E%d", event, event);
  for (int i = 0; i < n; i++)
    g_string_append_printf (json, " %s", words[draw (fixture, (int) G_N_ELEMENTS (words))]);
  g_string_append_c (json, '\'');
}

static char *
make_dossier (Fixture *fixture, int n_events)
{
  static const char *const statuses[] = { "reported", "alleged", "speculated", "expected", "denied" };
  GString *json = g_string_new ("{'dossier': 1, 'title': 'By chance', 'language': 'en', 'kinds': [");
  int begin = 1 + draw (fixture, 2000);
  int n_years = draw (fixture, 3) == 0 ? 1 : 1 + draw (fixture, 120);

  for (int i = 0; i < N_KINDS; i++)
    g_string_append_printf (json, "%s{'id': 'k%d', 'label': 'Kind %d%s'}", i > 0 ? ", " : "", i, i, i == 2 ? " of a long name, longer than its room" : "");
  g_string_append (json, "], 'places': [");
  for (int i = 0; i < N_PLACES; i++)
    g_string_append_printf (json, "%s{'id': 'p%d', 'name': 'Place %d'}", i > 0 ? ", " : "", i, i);
  g_string_append (json, "], 'actors': [");
  for (int i = 0; i < N_ACTORS; i++)
    g_string_append_printf (json, "%s{'id': 'a%d', 'type': 'state', 'name': 'Actor %d'}", i > 0 ? ", " : "", i, i);
  g_string_append (json, "], 'sources': [");
  for (int i = 0; i < N_SOURCES; i++)
    g_string_append_printf (json, "%s{'id': 's%d', 'csl': {'type': 'article', 'title': 'Source %d'}}", i > 0 ? ", " : "", i, i);
  g_string_append (json, "], 'quotes': [");
  for (int i = 0; i < 3 * N_SOURCES; i++)
    g_string_append_printf (json, "%s{'id': 'q%d', 'source': 's%d', 'exact': 'Words'}", i > 0 ? ", " : "", i, i % N_SOURCES);
  g_string_append (json, "], 'events': [");
  for (int i = 0; i < n_events; i++)
    {
      g_string_append (json, i > 0 ? ", " : "");
      append_title (fixture, json, i);
      append_date (fixture, json, begin, n_years);
      if (draw (fixture, 8) > 0)
        g_string_append_printf (json, ", 'kind': 'k%d'", draw (fixture, N_KINDS));
      g_string_append_printf (json, ", 'status': '%s', 'weight': %d", statuses[draw (fixture, 5)], draw (fixture, 101));
      if (draw (fixture, 3) > 0)
        g_string_append_printf (json, ", 'places': ['p%d']", draw (fixture, N_PLACES));
      if (draw (fixture, 3) > 0)
        g_string_append_printf (json, ", 'quotes': ['q%d', 'q%d']", draw (fixture, 3 * N_SOURCES), draw (fixture, 3 * N_SOURCES));
      g_string_append_printf (json, ", 'participants': [{'actor': 'a%d', 'role': 'host'}, {'actor': 'a%d', 'role': 'guest'}]}", draw (fixture, N_ACTORS), draw (fixture, N_ACTORS));
    }
  g_string_append (json, "]}");

  return g_string_free (json, FALSE);
}

/* What is written and can be seen: cut where the painter cuts it. */
static void
add_text (GArray *texts, const DossierTimelineBox *box, double left, double top, double right, double bottom)
{
  DossierTimelineBox seen = { MAX (box->x, left), MAX (box->y, top), 0, 0 };

  seen.width = MIN (box->x + box->width, right) - seen.x;
  seen.height = MIN (box->y + box->height, bottom) - seen.y;
  if (!dossier_timeline_box_is_empty (box) && !dossier_timeline_box_is_empty (&seen))
    g_array_append_val (texts, seen);
}

static void
add_ticks (Fixture *fixture, GArray *texts, const GArray *ticks, DossierTextStyle style, double share, double below)
{
  const DossierTimelineScene *scene = &fixture->scene;

  for (guint i = 0; i < ticks->len; i++)
    {
      const DossierTimeTick *tick = &g_array_index (ticks, DossierTimeTick, i);
      double width, height;
      DossierTimelineBox box;

      if (tick->label_width == 0)
        continue;
      dossier_typesetter_measure (tick->label, style, &width, &height, fixture->typesetter);
      g_assert_cmpfloat (width, <=, tick->label_width + 0.5);
      box = (DossierTimelineBox){
        tick->label_x + scene->plot.x, scene->axis_top + (scene->height - scene->axis_top) * share + below - height / 2, width, height
      };
      add_text (texts, &box, 0, 0, scene->width, scene->height);
    }
}

static GArray *
collect_texts (Fixture *fixture)
{
  const DossierTimelineScene *scene = &fixture->scene;
  GArray *texts = g_array_new (FALSE, FALSE, sizeof (DossierTimelineBox));
  double left = MIN (scene->plot.x, scene->width);

  for (guint i = 0; i < scene->bands->len; i++)
    {
      const DossierTimelineBand *band = dossier_timeline_scene_get_band (scene, i);

      add_text (texts, &band->title_box, 0, 0, left, scene->axis_top);
      add_text (texts, &band->count_box, 0, 0, left, scene->axis_top);
      add_text (texts, &band->fold_box, 0, 0, left, scene->axis_top);
    }
  for (guint i = 0; i < scene->items->len; i++)
    {
      const DossierTimelineItem *item = dossier_timeline_scene_get_item (scene, i);

      add_text (texts, &item->sign_box, left, 0, scene->width, scene->axis_top);
      add_text (texts, &item->title_box, left, 0, scene->width, scene->axis_top);
      add_text (texts, &item->detail_box, left, 0, scene->width, scene->axis_top);
    }
  for (guint i = 0; i < scene->merged->len; i++)
    {
      const DossierTimelineMerged *merged = dossier_timeline_scene_get_merged (scene, i);

      add_text (texts, &merged->label_box, left, 0, scene->width, scene->axis_top);
      add_text (texts, &merged->title_box, left, 0, scene->width, scene->axis_top);
    }
  for (guint i = 0; i < scene->curves->len; i++)
    add_text (texts, &g_array_index (scene->curves, DossierTimelineCurve, i).label_box, left, 0, scene->width, scene->axis_top);

  add_ticks (fixture, texts, scene->axis.fine, DOSSIER_TEXT_TICK_MINOR, 0.3, 1);
  add_ticks (fixture, texts, scene->axis.coarse, DOSSIER_TEXT_TICK_MAJOR, 0.73, 0);
  add_text (texts, &scene->earlier_box, 0, scene->axis_top, scene->width, scene->height);
  add_text (texts, &scene->later_box, 0, scene->axis_top, scene->width, scene->height);
  add_text (texts, &scene->undated_title_box, 0, scene->axis_top, scene->width, scene->height);

  return texts;
}

static void
check_no_overlap (Fixture *fixture)
{
  g_autoptr (GArray) texts = collect_texts (fixture);

  fixture->n_texts += (int) texts->len;
  for (guint i = 0; i < texts->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const DossierTimelineBox *one = &g_array_index (texts, DossierTimelineBox, i);
        const DossierTimelineBox *other = &g_array_index (texts, DossierTimelineBox, j);

        if (dossier_timeline_box_intersects (one, other))
          g_error ("on %gx%g %.2f,%.2f %.2fx%.2f meets %.2f,%.2f %.2fx%.2f in\n%s",
                   fixture->scene.width,
                   fixture->scene.height,
                   one->x,
                   one->y,
                   one->width,
                   one->height,
                   other->x,
                   other->y,
                   other->width,
                   other->height,
                   dossier_timeline_scene_dump (&fixture->scene));
      }
}

static gboolean
is_in_range (Fixture *fixture, int event)
{
  gint64 first, last;
  DossierSpan span;

  fixture->source.get_span (event, &span, fixture->source.data);
  dossier_time_viewport_get_range (&fixture->scene.viewport, &first, &last);

  return span.flags & DOSSIER_SPAN_UNKNOWN || (span.start_earliest <= last && span.end_latest >= first);
}

/* Marks an event as being in a lane. */
static void
count_in_lane (Fixture *fixture, guint8 *times, int lane, int event)
{
  times[event * fixture->n_lanes + lane]++;
}

/* Each event that the filter shows is drawn, or listed by just one mark, once in each lane that it is in; what lies
 * outside is counted and listed there. */
static void
check_complete (Fixture *fixture)
{
  const DossierTimelineScene *scene = &fixture->scene;
  const DossierTimelineIndex *index = dossier_timeline_layout_get_index (fixture->layout);
  gsize n_cells = (gsize) fixture->n_events * (gsize) fixture->n_lanes;
  g_autofree guint8 *expected = g_new0 (guint8, n_cells + 1);
  g_autofree guint8 *times = g_new0 (guint8, n_cells + 1);
  g_autofree guint8 *fates = g_new0 (guint8, (gsize) fixture->n_events + 1);
  int n_of_fate[DOSSIER_TIMELINE_FATE_LATER + 1] = { 0 };
  int n_shown = 0;

  for (int lane = 0; lane < fixture->n_lanes; lane++)
    {
      int n_undated;
      const int *undated = dossier_timeline_index_get_undated (index, lane, &n_undated);

      for (int place = 0; place < dossier_timeline_index_get_n_events (index, lane); place++)
        count_in_lane (fixture, expected, lane, dossier_timeline_index_get_event (index, lane, place));
      for (int i = 0; i < n_undated; i++)
        count_in_lane (fixture, expected, lane, undated[i]);
    }

  for (guint i = 0; i < scene->items->len; i++)
    {
      const DossierTimelineItem *item = dossier_timeline_scene_get_item (scene, i);

      count_in_lane (fixture, times, item->lane, item->event);
      fates[item->event] = 1;
    }
  for (guint i = 0; i < scene->merged->len; i++)
    {
      const DossierTimelineMerged *merged = dossier_timeline_scene_get_merged (scene, i);
      int n;
      g_autofree int *events = dossier_timeline_layout_list_merged (fixture->layout, scene, (int) i, &n);

      g_assert_cmpint (n, ==, merged->count);
      fixture->n_listed += n;
      for (int j = 0; j < n; j++)
        count_in_lane (fixture, times, merged->lane, events[j]);
    }
  fixture->n_items += (int) scene->items->len;
  fixture->n_merged += (int) scene->merged->len;

  for (int event = 0; event < fixture->n_events; event++)
    {
      gboolean is_shown = dossier_filter_shows (fixture->filter, event);
      gboolean in_range = is_in_range (fixture, event);
      int n_lanes = 0;

      n_shown += is_shown;
      for (int lane = 0; lane < fixture->n_lanes; lane++)
        {
          int cell = event * fixture->n_lanes + lane;

          n_lanes += expected[cell];
          if (times[cell] != (in_range ? expected[cell] : 0))
            g_error ("event %d is %d times in lane %d in\n%s", event, times[cell], lane, dossier_timeline_scene_dump (scene));
        }
      g_assert_cmpint (n_lanes > 0, ==, is_shown);
      if (is_shown && in_range)
        n_of_fate[fates[event] ? DOSSIER_TIMELINE_FATE_DRAWN : DOSSIER_TIMELINE_FATE_MERGED]++;
    }

  g_assert_cmpint (scene->counts.shown, ==, n_shown);
  g_assert_cmpint (scene->counts.drawn, ==, n_of_fate[DOSSIER_TIMELINE_FATE_DRAWN]);
  g_assert_cmpint (scene->counts.merged, ==, n_of_fate[DOSSIER_TIMELINE_FATE_MERGED]);
  g_assert_cmpint (scene->counts.drawn + scene->counts.merged + scene->counts.earlier + scene->counts.later, ==, n_shown);
  for (DossierTimelineFate fate = DOSSIER_TIMELINE_FATE_DRAWN; fate <= DOSSIER_TIMELINE_FATE_LATER; fate++)
    {
      g_autoptr (GArray) events = dossier_timeline_scene_list (scene, fate);

      g_assert_cmpint ((int) events->len, ==, dossier_timeline_fate_get_count (&scene->counts, fate));
    }
}

/* Whether the label of an arc lies upon a point: then it is what is hit. */
static gboolean
is_below_label (const DossierTimelineScene *scene, double x, double y)
{
  for (guint i = 0; i < scene->curves->len; i++)
    if (dossier_timeline_box_contains (&g_array_index (scene->curves, DossierTimelineCurve, i).label_box, x, y))
      return TRUE;

  return FALSE;
}

static const char *
get_part_name (DossierTimelinePart part)
{
  static const char *const names[] = { "nothing", "item", "merged", "curve", "band", "fine tick", "coarse tick", "earlier", "later" };

  return names[part];
}

/* At the middle of what is seen of a box is what was drawn there. */
static void
check_hit (Fixture *fixture, const DossierTimelineBox *box, double left, double top, double right, double bottom, DossierTimelinePart part, int index)
{
  const DossierTimelineScene *scene = &fixture->scene;
  double x = (MAX (box->x, left) + MIN (box->x + box->width, right)) / 2;
  double y = (MAX (box->y, top) + MIN (box->y + box->height, bottom)) / 2;
  DossierTimelineHit hit;

  if (dossier_timeline_box_is_empty (box) || MIN (box->x + box->width, right) <= MAX (box->x, left) ||
      MIN (box->y + box->height, bottom) <= MAX (box->y, top))
    return;
  if (part != DOSSIER_TIMELINE_PART_CURVE && y < scene->axis_top && is_below_label (scene, x, y))
    return;

  hit = dossier_timeline_scene_hit (scene, x, y);
  if (hit.part != part || hit.index != index)
    g_error ("on %gx%g at %.2f,%.2f is %s %d and not %s %d in\n%s",
             scene->width,
             scene->height,
             x,
             y,
             get_part_name (hit.part),
             hit.index,
             get_part_name (part),
             index,
             dossier_timeline_scene_dump (scene));
}

static void
check_hits_of_ticks (Fixture *fixture, const GArray *ticks, DossierTimelinePart part, double top, double bottom)
{
  const DossierTimelineScene *scene = &fixture->scene;

  for (guint i = 0; i < ticks->len; i++)
    {
      const DossierTimeTick *tick = &g_array_index (ticks, DossierTimeTick, i);
      DossierTimelineBox box = { tick->label_x + scene->plot.x, top, tick->label_width, bottom - top };

      check_hit (fixture, &box, scene->plot.x, scene->axis_top, MIN (scene->plot.x + scene->plot.width, scene->width), scene->height, part, (int) i);
    }
}

static void
check_hits (Fixture *fixture)
{
  const DossierTimelineScene *scene = &fixture->scene;
  double left = MIN (scene->plot.x, scene->width);
  double bottom = scene->axis_top;
  double middle = (scene->axis_top + scene->height) / 2;

  for (guint i = 0; i < scene->items->len; i++)
    {
      const DossierTimelineItem *item = dossier_timeline_scene_get_item (scene, i);

      check_hit (fixture, &item->box, left, 0, scene->width, bottom, DOSSIER_TIMELINE_PART_ITEM, (int) i);
      check_hit (fixture, &item->title_box, left, 0, scene->width, bottom, DOSSIER_TIMELINE_PART_ITEM, (int) i);
      check_hit (fixture, &item->detail_box, left, 0, scene->width, bottom, DOSSIER_TIMELINE_PART_ITEM, (int) i);
      check_hit (fixture, &item->sign_box, left, 0, scene->width, bottom, DOSSIER_TIMELINE_PART_ITEM, (int) i);
    }
  for (guint i = 0; i < scene->merged->len; i++)
    {
      const DossierTimelineMerged *merged = dossier_timeline_scene_get_merged (scene, i);

      check_hit (fixture, &merged->box, left, 0, scene->width, bottom, DOSSIER_TIMELINE_PART_MERGED, (int) i);
      check_hit (fixture, &merged->label_box, left, 0, scene->width, bottom, DOSSIER_TIMELINE_PART_MERGED, (int) i);
      check_hit (fixture, &merged->title_box, left, 0, scene->width, bottom, DOSSIER_TIMELINE_PART_MERGED, (int) i);
    }
  for (guint i = 0; i < scene->curves->len; i++)
    check_hit (fixture, &g_array_index (scene->curves, DossierTimelineCurve, i).label_box, left, 0, scene->width, bottom, DOSSIER_TIMELINE_PART_CURVE, (int) i);
  fixture->n_curves += (int) scene->curves->len;
  for (guint i = 0; i < scene->bands->len; i++)
    {
      const DossierTimelineBand *band = dossier_timeline_scene_get_band (scene, i);

      check_hit (fixture, &band->title_box, 0, 0, left, bottom, DOSSIER_TIMELINE_PART_BAND, (int) i);
      check_hit (fixture, &band->count_box, 0, 0, left, bottom, DOSSIER_TIMELINE_PART_BAND, (int) i);
      check_hit (fixture, &band->fold_box, 0, 0, left, bottom, DOSSIER_TIMELINE_PART_BAND, (int) i);
    }
  check_hit (fixture, &scene->earlier_box, 0, scene->axis_top, scene->width, scene->height, DOSSIER_TIMELINE_PART_EARLIER, -1);
  check_hit (fixture, &scene->later_box, 0, scene->axis_top, scene->width, scene->height, DOSSIER_TIMELINE_PART_LATER, -1);
  check_hits_of_ticks (fixture, scene->axis.fine, DOSSIER_TIMELINE_PART_FINE_TICK, scene->axis_top, middle);
  check_hits_of_ticks (fixture, scene->axis.coarse, DOSSIER_TIMELINE_PART_COARSE_TICK, middle, scene->height);
}

static void
paint (Fixture *fixture, const DossierTimeViewport *viewport)
{
  static const DossierTimelineState state = DOSSIER_TIMELINE_STATE_NONE;
  DossierTimelinePainter painter = { &fixture->theme, NULL, fixture->typesetter };
  cairo_t *cr = cairo_create (fixture->surface);

  dossier_timeline_layout_update (fixture->layout, viewport, PICTURE_WIDTH, PICTURE_HEIGHT, 0, &fixture->scene);
  dossier_timeline_paint (&painter, &fixture->scene, &state, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (fixture->surface);
}

/* In and out again, or out and in: the same bytes. */
static void
check_round_trip (Fixture *fixture, const DossierTimeViewport *viewport)
{
  gsize size = (gsize) cairo_image_surface_get_stride (fixture->surface) * PICTURE_HEIGHT;
  g_autofree guchar *before = NULL;
  DossierTimeViewport back, begin;
  double factor = exp2 (g_rand_double_range (fixture->random, -0.8, 0.8));
  double plot_x, plot_width, x;

  dossier_timeline_layout_get_plot (fixture->layout, PICTURE_WIDTH, &plot_x, &plot_width);
  begin = dossier_time_viewport_resized (viewport, plot_width);
  x = g_rand_double_range (fixture->random, 0, plot_width);

  back = begin;
  for (int step = 0; step < ZOOM_STEPS; step++)
    back = dossier_time_viewport_zoomed (&back, factor, x);
  paint (fixture, &begin);
  before = g_memdup2 (cairo_image_surface_get_data (fixture->surface), size);
  dossier_timeline_layout_update (fixture->layout, &back, PICTURE_WIDTH, PICTURE_HEIGHT, 0, &fixture->scene);
  for (int step = 0; step < ZOOM_STEPS; step++)
    back = dossier_time_viewport_zoomed (&back, 1 / factor, x);

  /* At the ends of time and of its scale there is nowhere to zoom to. */
  if (back.seconds_per_pixel != begin.seconds_per_pixel || fabs (dossier_time_viewport_get_x (&back, begin.origin) - dossier_time_viewport_get_x (&begin, begin.origin)) > 1e-3)
    return;

  fixture->n_round_trips++;
  paint (fixture, &back);
  g_assert_cmpint (memcmp (before, cairo_image_surface_get_data (fixture->surface), size), ==, 0);
}

/* From a pixel up, many of them as windows are. */
static double
choose_size (Fixture *fixture, double most)
{
  static const double sizes[] = { 1, 2, 3, 10, 30, 44, 45, 60, 100 };

  if (draw (fixture, 4) == 0)
    return sizes[draw (fixture, (int) G_N_ELEMENTS (sizes))];

  return floor (g_rand_double_range (fixture->random, 100, most));
}

/* Anything from all of time to an hour, with a date in sight more often than not. */
static DossierTimeViewport
choose_view (Fixture *fixture, double width)
{
  DossierTimeViewport viewport;
  double finest = 3600 / MAX (width, 100);

  if (draw (fixture, 2) == 0)
    dossier_timeline_layout_get_home (fixture->layout, width, &viewport);
  else
    dossier_timeline_layout_get_whole (fixture->layout, width, &viewport);
  if (fixture->n_events > 0 && draw (fixture, 4) > 0)
    {
      DossierSpan span;

      fixture->source.get_span (draw (fixture, fixture->n_events), &span, fixture->source.data);
      if (span.start_earliest != DOSSIER_TIME_MIN)
        viewport = dossier_time_viewport_centred (&viewport, span.start_earliest);
    }
  viewport = dossier_time_viewport_zoomed (&viewport,
                                           exp2 (g_rand_double_range (fixture->random, -3, MAX (log2 (viewport.seconds_per_pixel / finest), 0))),
                                           viewport.width / 2);

  return dossier_time_viewport_panned (&viewport, g_rand_double_range (fixture->random, -200, 200));
}

static void
set_random_arcs (Fixture *fixture)
{
  static const char *const labels[] = { "2 days later", "3 criticise, 2 months later", "answers", "" };
  DossierTimelineArc arcs[MOST_ARCS];
  int n = fixture->n_events > 0 ? draw (fixture, MOST_ARCS + 1) : 0;
  int from = fixture->n_events > 0 ? draw (fixture, fixture->n_events) : 0;

  /* What is selected is as a rule in sight. */
  if (fixture->scene.items->len > 0)
    from = dossier_timeline_scene_get_item (&fixture->scene, (guint) draw (fixture, (int) fixture->scene.items->len))->event;
  for (int i = 0; i < n; i++)
    {
      int other = draw (fixture, fixture->n_events);

      arcs[i] = (DossierTimelineArc){ .from = from, .to = draw (fixture, 2) == 0 ? other : -1, .is_link = i % 2 == 0, .label = labels[draw (fixture, 4)] };
      fixture->source.get_span (other, &arcs[i].to_span, fixture->source.data);
    }
  dossier_timeline_layout_set_arcs (fixture->layout, arcs, n);
}

static void
look (Fixture *fixture)
{
  double width = choose_size (fixture, 1900);
  double height = choose_size (fixture, 1000);
  double scroll = draw (fixture, 3) == 0 ? g_rand_double_range (fixture->random, 0, 400) : 0;
  DossierTimeViewport viewport = choose_view (fixture, width);

  for (int lane = 0; lane < fixture->n_lanes; lane++)
    dossier_timeline_layout_set_folded (fixture->layout, lane, draw (fixture, 4) == 0);
  dossier_timeline_layout_set_expanded (fixture->layout, draw (fixture, 4) == 0);
  dossier_timeline_layout_update (fixture->layout, &viewport, width, height, scroll, &fixture->scene);
  set_random_arcs (fixture);
  dossier_timeline_layout_update (fixture->layout, &viewport, width, height, scroll, &fixture->scene);
  fixture->n_views++;

  check_no_overlap (fixture);
  check_complete (fixture);
  check_hits (fixture);
  check_round_trip (fixture, &viewport);
}

static void
open_dossier (Fixture *fixture, int n_events, DossierFacet facet)
{
  g_autofree char *json = make_dossier (fixture, n_events);

  fixture->document = samples_read_good (json);
  fixture->n_events = n_events;
  fixture->filter = dossier_filter_new (fixture->document);
  if (draw (fixture, 3) == 0)
    dossier_filter_set_chosen (fixture->filter, DOSSIER_FACET_STATUS, DOSSIER_STATUS_REPORTED, TRUE);
  dossier_timeline_source_init (&fixture->source, fixture->document);
  fixture->layout = dossier_timeline_layout_new (&fixture->source, dossier_typesetter_measure, fixture->typesetter);
  fixture->lanes = dossier_timeline_lanes_new (fixture->document, facet, NULL);
  dossier_timeline_lanes_get_lanes (fixture->lanes, &fixture->n_lanes);
  dossier_timeline_lanes_apply (fixture->lanes, fixture->filter, fixture->layout);
}

static void
close_dossier (Fixture *fixture)
{
  dossier_timeline_layout_free (fixture->layout);
  dossier_timeline_lanes_free (fixture->lanes);
  g_object_unref (fixture->filter);
  g_object_unref (fixture->document);
}

static void
test_seed (gconstpointer seed)
{
  static const int sizes[] = { 0, 1, 3, 12, 30, 60, 150, 400, 900, 3000 };
  static const DossierFacet facets[] = {
    DOSSIER_FACET_KIND, DOSSIER_FACET_ACTOR, DOSSIER_FACET_PLACE, DOSSIER_FACET_SOURCE, DOSSIER_FACET_STATUS
  };
  Fixture fixture = { .random = g_rand_new_with_seed (GPOINTER_TO_UINT (seed)) };

  dossier_theme_init (&fixture.theme, DOSSIER_THEME_LIGHT);
  fixture.typesetter = dossier_typesetter_new (&fixture.theme);
  fixture.surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, PICTURE_WIDTH, PICTURE_HEIGHT);
  dossier_timeline_scene_init (&fixture.scene);

  for (int i = 0; i < N_DOSSIERS; i++)
    {
      /* Each size in each kind of lanes. */
      open_dossier (&fixture, sizes[i % (int) G_N_ELEMENTS (sizes)], facets[i / (int) G_N_ELEMENTS (sizes)]);
      for (int view = 0; view < N_VIEWS; view++)
        look (&fixture);
      close_dossier (&fixture);
    }

  g_test_message ("%d views with %d texts, %d events, %d marks of %d events, %d arcs; %d round trips",
                  fixture.n_views,
                  fixture.n_texts,
                  fixture.n_items,
                  fixture.n_merged,
                  fixture.n_listed,
                  fixture.n_curves,
                  fixture.n_round_trips);
  g_assert_cmpint (fixture.n_views, ==, 1000);
  g_assert_cmpint (fixture.n_texts, >, 10000);
  g_assert_cmpint (fixture.n_items, >, 5000);
  g_assert_cmpint (fixture.n_merged, >, 2000);
  g_assert_cmpint (fixture.n_curves, >, 200);
  g_assert_cmpint (fixture.n_round_trips, >, 900);

  dossier_timeline_scene_clear (&fixture.scene);
  cairo_surface_destroy (fixture.surface);
  dossier_typesetter_free (fixture.typesetter);
  g_rand_free (fixture.random);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint seed = 1; seed <= (g_test_thorough () ? MOST_SEEDS : FEW_SEEDS); seed++)
    {
      g_autofree char *path = g_strdup_printf ("/timeline-properties/%u", seed);

      g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_seed);
    }

  return g_test_run ();
}
