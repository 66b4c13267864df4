/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-timeline-layout.h"
#include "painting/dossier-timeline-legend.h"

#include "model/dossier-calendar.h"

#include <math.h>
#include <string.h>

#define DAY    DOSSIER_SECONDS_PER_DAY
#define WIDTH  800
#define HEIGHT 240

/* One of each way in which an event can be dated and in which its source can speak of it. */
typedef struct
{
  DossierSpan span;
  int status;
  gboolean has_printed;
} Made;

static const gint64 start = 19000 * DAY;

static DossierSpan
make_span (gint64 start_earliest, gint64 start_latest, gint64 end_earliest, gint64 end_latest, int flags)
{
  return (DossierSpan){
    start + start_earliest * DAY,
    start + start_latest * DAY + DAY - 1,
    start + end_earliest * DAY,
    start + end_latest * DAY + DAY - 1,
    (guint16) flags,
    DOSSIER_PRECISION_DAY,
    DOSSIER_PRECISION_DAY,
  };
}

static void
make_events (Made made[10])
{
  made[0] = (Made){ make_span (10, 10, 10, 10, 0), DOSSIER_STATUS_REPORTED };
  made[1] = (Made){ make_span (40, 40, 60, 60, DOSSIER_SPAN_INTERVAL), DOSSIER_STATUS_ALLEGED };
  made[2] = (Made){ make_span (90, 120, 140, 170, DOSSIER_SPAN_INTERVAL | DOSSIER_SPAN_APPROXIMATE), DOSSIER_STATUS_SPECULATED };
  made[3] = (Made){ make_span (190, 220, 190, 220, 0), DOSSIER_STATUS_EXPECTED };
  made[4] = (Made){ make_span (20, 20, 20, 20, DOSSIER_SPAN_INTERVAL | DOSSIER_SPAN_OPEN_END), DOSSIER_STATUS_REPORTED };
  made[4].span.end_earliest = made[4].span.end_latest = DOSSIER_TIME_MAX;
  made[5] = (Made){ make_span (30, 30, 30, 30, DOSSIER_SPAN_INTERVAL | DOSSIER_SPAN_UNKNOWN_START), DOSSIER_STATUS_DENIED };
  made[5].span.start_earliest = DOSSIER_TIME_MIN;
  made[6] = (Made){ { DOSSIER_TIME_MIN, DOSSIER_TIME_MAX, DOSSIER_TIME_MIN, DOSSIER_TIME_MAX, DOSSIER_SPAN_UNKNOWN, 0, 0 },
                    DOSSIER_STATUS_NONE };
  made[7] = (Made){ make_span (200, 200, 200, 200, DOSSIER_SPAN_UNCERTAIN), DOSSIER_STATUS_DENIED };
  made[8] = (Made){ make_span (100, 100, 100, 100, 0), DOSSIER_STATUS_EXPECTED };
  made[9] = (Made){ make_span (100, 100, 100, 100, 0), DOSSIER_STATUS_ALLEGED };
  made[0].has_printed = made[3].has_printed = TRUE;
}

static void
get_span (int event, DossierSpan *span, gpointer data)
{
  *span = ((const Made *) data)[event].span;
}

static gboolean
get_printed_span (int event, DossierSpan *span, gpointer data)
{
  *span = make_span (event == 0 ? 50 : 9999, 50, 50, event == 0 ? 50 : 9999, 0);

  return ((const Made *) data)[event].has_printed;
}

static int
get_kind (int event, gpointer data)
{
  return event % 3;
}

static int
get_status (int event, gpointer data)
{
  return ((const Made *) data)[event].status;
}

static int
get_weight (int event, gpointer data)
{
  return 100 - event;
}

static char *
dup_title (int event, gpointer data)
{
  /* Words of a stranger are never markup. */
  return g_strdup_printf ("Title %d <b>&", event);
}

static int
get_lanes (int event, int *lanes, gpointer data)
{
  lanes[0] = event < 5 ? 0 : 1;

  return 1;
}

typedef struct
{
  DossierTheme theme;
  DossierTypesetter *typesetter;
  DossierTimelineLayout *layout;
  DossierTimelineScene scene;
  DossierTimelinePainter painter;
  Made made[10];
  cairo_surface_t *surface;
  cairo_t *cr;
} Fixture;

static void
make_layout (Fixture *fixture)
{
  const DossierTimelineLane lanes[] = { { "One", 0, FALSE }, { "Two", -1, FALSE } };
  DossierTimelineSource source = {
    .n_events = 10,
    .get_span = get_span,
    .get_printed_span = get_printed_span,
    .get_kind = get_kind,
    .get_status = get_status,
    .get_weight = get_weight,
    .dup_title = dup_title,
    .data = fixture->made,
  };

  g_clear_pointer (&fixture->layout, dossier_timeline_layout_free);
  fixture->layout = dossier_timeline_layout_new (&source, dossier_typesetter_measure, fixture->typesetter);
  dossier_timeline_layout_set_lanes (fixture->layout, lanes, 2, get_lanes, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  make_events (fixture->made);
  dossier_theme_init (&fixture->theme, GPOINTER_TO_INT (data));
  fixture->typesetter = dossier_typesetter_new (&fixture->theme);
  make_layout (fixture);
  dossier_timeline_scene_init (&fixture->scene);
  fixture->painter = (DossierTimelinePainter){ .theme = &fixture->theme, .typesetter = fixture->typesetter };
  fixture->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  fixture->cr = cairo_create (fixture->surface);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (cairo_status (fixture->cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (fixture->cr);
  cairo_surface_destroy (fixture->surface);
  dossier_timeline_scene_clear (&fixture->scene);
  dossier_timeline_layout_free (fixture->layout);
  dossier_typesetter_free (fixture->typesetter);
}

static void
lay_out (Fixture *fixture, double width, double height)
{
  DossierTimeViewport viewport;
  double plot_x, plot_width;

  dossier_timeline_layout_get_plot (fixture->layout, width, &plot_x, &plot_width);
  dossier_time_viewport_init (&viewport, start, start + 240 * DAY, plot_width);
  dossier_timeline_layout_update (fixture->layout, &viewport, width, height, 0, &fixture->scene);
}

static void
assert_color (Fixture *fixture, double x, double y, const DossierColor *color)
{
  const guchar *pixels;
  guint32 pixel;
  int channels[3];

  cairo_surface_flush (fixture->surface);
  pixels = cairo_image_surface_get_data (fixture->surface);
  memcpy (&pixel, pixels + (int) y * cairo_image_surface_get_stride (fixture->surface) + (int) x * 4, sizeof pixel);
  channels[0] = (int) (pixel >> 16 & 0xff);
  channels[1] = (int) (pixel >> 8 & 0xff);
  channels[2] = (int) (pixel & 0xff);

  g_assert_cmpfloat_with_epsilon (channels[0], color->red * 255, 8);
  g_assert_cmpfloat_with_epsilon (channels[1], color->green * 255, 8);
  g_assert_cmpfloat_with_epsilon (channels[2], color->blue * 255, 8);
}

/* The edge of a card has the colour of its kind, the border of the selected one the accent, and nothing is painted
   where nothing is. */
static void
test_probes (Fixture *fixture, gconstpointer data)
{
  static const int selected[] = { 0, 7 };
  DossierTimelineState state = DOSSIER_TIMELINE_STATE_NONE;
  const DossierTimelineItem *item;
  int index;

  lay_out (fixture, WIDTH, HEIGHT);
  index = dossier_timeline_scene_find (&fixture->scene, 0);
  g_assert_cmpint (index, >=, 0);
  item = dossier_timeline_scene_get_item (&fixture->scene, index);
  g_assert_cmpint (item->form, ==, DOSSIER_TIMELINE_FORM_CARD);

  dossier_timeline_paint (&fixture->painter, &fixture->scene, &state, fixture->cr);
  assert_color (fixture, item->box.x + 3, item->box.y + item->box.height / 2, &fixture->theme.kinds[0].mark);
  assert_color (fixture, fixture->scene.plot.x + 2, 1, &fixture->theme.view);

  state.selected = selected;
  state.n_selected = G_N_ELEMENTS (selected);
  dossier_timeline_paint (&fixture->painter, &fixture->scene, &state, fixture->cr);
  assert_color (fixture, item->box.x + item->box.width / 2, floor (item->box.y), &fixture->theme.accent);
  assert_color (fixture, item->box.x + 9, item->box.y + item->box.height / 2, &fixture->theme.selection);
}

static guint32
get_pixel (Fixture *fixture, double x, double y)
{
  guint32 pixel;

  cairo_surface_flush (fixture->surface);
  memcpy (&pixel, cairo_image_surface_get_data (fixture->surface) + (int) y * cairo_image_surface_get_stride (fixture->surface) + (int) x * 4, sizeof pixel);

  return pixel & 0xffffff;
}

/* The line of a day, and arcs, pass behind the words of events, and are there above and below them. */
static void
test_lines_behind_words (Fixture *fixture, gconstpointer data)
{
  const DossierTimelineArc arcs[] = { { 0, 8, { 0 }, TRUE, "" }, { 0, 9, { 0 }, TRUE, "" }, { 7, 8, { 0 }, TRUE, "" } };
  int n_crossed = 0;

  for (int pass = 0; pass < 2; pass++)
    {
      dossier_timeline_layout_set_arcs (fixture->layout, arcs, pass * (int) G_N_ELEMENTS (arcs));
      lay_out (fixture, WIDTH, HEIGHT);
      for (guint i = 0; i < fixture->scene.items->len; i++)
        {
          const DossierTimelineBox *box = &dossier_timeline_scene_get_item (&fixture->scene, i)->title_box;
          double x = floor (box->x + box->width / 2);
          DossierTimelineState state = DOSSIER_TIMELINE_STATE_NONE;
          GArray *curves = fixture->scene.curves;
          g_autofree guint32 *before = NULL;
          g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (DossierTimelineCurve));
          int width = (int) box->width, height = (int) box->height;

          if (dossier_timeline_box_is_empty (box) || x <= fixture->scene.plot.x || x >= fixture->scene.plot.x + fixture->scene.plot.width)
            continue;

          before = g_new (guint32, width * height);
          fixture->scene.curves = none;
          dossier_timeline_paint (&fixture->painter, &fixture->scene, &state, fixture->cr);
          for (int p = 0; p < width * height; p++)
            before[p] = get_pixel (fixture, box->x + p % width, box->y + p / width);

          fixture->scene.curves = curves;
          state.has_as_of = TRUE;
          state.as_of = dossier_time_viewport_get_time (&fixture->scene.viewport, x - fixture->scene.plot.x);
          dossier_timeline_paint (&fixture->painter, &fixture->scene, &state, fixture->cr);
          for (int p = 0; p < width * height; p++)
            g_assert_cmphex (before[p], ==, get_pixel (fixture, box->x + p % width, box->y + p / width));
          assert_color (fixture, floor (fixture->scene.plot.x + dossier_time_viewport_get_x (&fixture->scene.viewport, state.as_of)), fixture->scene.axis_top - 2, &fixture->theme.accent);
          n_crossed++;
        }
    }
  g_assert_cmpint (n_crossed, >, 4);
}

/* A date of the axis that the badge of a day touches is gone, wholly. */
static void
test_badge_alone (Fixture *fixture, gconstpointer data)
{
  DossierTimelineState with_badge = DOSSIER_TIMELINE_STATE_NONE;
  DossierTimelineState without = DOSSIER_TIMELINE_STATE_NONE;
  double width, height;
  int n_touched = 0;

  with_badge.has_cursor = TRUE;
  with_badge.cursor_label = "29 March 2024";
  dossier_typesetter_measure (with_badge.cursor_label, DOSSIER_TEXT_TICK_MAJOR, &width, &height, fixture->typesetter);
  lay_out (fixture, WIDTH, HEIGHT);
  for (guint i = 0; i < fixture->scene.axis.fine->len; i++)
    {
      const DossierTimeTick *tick = &g_array_index (fixture->scene.axis.fine, DossierTimeTick, i);
      double left = ceil (fixture->scene.plot.x + tick->label_x);
      double middle = left + tick->label_width / 2;
      gboolean was_written = FALSE;
      guint32 ground;

      /* It begins in the middle of the date. */
      with_badge.cursor_x = middle + (width + 16) / 2;
      if (tick->label_width == 0 || with_badge.cursor_x + width > fixture->scene.plot.x + fixture->scene.plot.width)
        continue;

      dossier_timeline_paint (&fixture->painter, &fixture->scene, &with_badge, fixture->cr);
      ground = get_pixel (fixture, left, fixture->scene.axis_top + 8);
      for (double x = left; x < middle - 2; x++)
        for (double y = fixture->scene.axis_top + 8; y < fixture->scene.axis_top + 18; y++)
          assert_color (fixture, x, y, &fixture->theme.view);

      dossier_timeline_paint (&fixture->painter, &fixture->scene, &without, fixture->cr);
      for (double x = left; x < middle - 2; x++)
        for (double y = fixture->scene.axis_top + 8; y < fixture->scene.axis_top + 18; y++)
          was_written |= get_pixel (fixture, x, y) != ground;
      n_touched += was_written;
    }
  g_assert_cmpint (n_touched, >, 2);
}

/* What is only possible is paler than what is sure, and the colour fades to the ground at the ends. */
static void
test_fading (Fixture *fixture, gconstpointer data)
{
  DossierTimelineState state = DOSSIER_TIMELINE_STATE_NONE;
  const DossierTimelineItem *item;
  const guchar *pixels;
  int stride, y;
  int distances[3];
  double xs[3];

  fixture->made[2].span.flags &= (guint16) ~DOSSIER_SPAN_APPROXIMATE;
  lay_out (fixture, WIDTH, HEIGHT);
  item = dossier_timeline_scene_get_item (&fixture->scene, dossier_timeline_scene_find (&fixture->scene, 2));
  dossier_timeline_paint (&fixture->painter, &fixture->scene, &state, fixture->cr);

  cairo_surface_flush (fixture->surface);
  pixels = cairo_image_surface_get_data (fixture->surface);
  stride = cairo_image_surface_get_stride (fixture->surface);
  y = (int) (item->box.y + 3);
  xs[0] = (item->sure_begin + item->sure_end) / 2;
  xs[1] = item->sure_end + (item->end - item->sure_end) * 0.6;
  xs[2] = item->end - 2;
  for (int i = 0; i < 3; i++)
    {
      const guchar *pixel = pixels + y * stride + (int) xs[i] * 4;

      distances[i] = 0;
      for (int channel = 0; channel < 3; channel++)
        {
          const double ground[] = { fixture->theme.view.blue, fixture->theme.view.green, fixture->theme.view.red };

          distances[i] += ABS (pixel[channel] - (int) (ground[channel] * 255));
        }
    }
  g_assert_cmpint (distances[0], >, distances[1] + 5);
  g_assert_cmpint (distances[1], >, distances[2] + 5);
}

static gboolean
is_even (int event, gpointer data)
{
  return event % 2 == 0;
}

/* Every state, at every size from nothing on, leaves the context usable. */
static void
test_states (Fixture *fixture, gconstpointer data)
{
  static const double sizes[][2] = { { 1, 1 }, { 3, 300 }, { 120, 20 }, { 400, 60 }, { WIDTH, HEIGHT } };
  static const DossierHue hues[] = { DOSSIER_HUE_CRITICISES, DOSSIER_HUE_DEFENDS };
  const DossierTimelineArc arcs[] = {
    { 0, 8, { 0 }, TRUE, "3 months later" },
    { 0, -1, make_span (11, 11, 11, 11, 0), FALSE, "3 criticise" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      dossier_timeline_layout_set_arcs (fixture->layout, arcs, 2);
      lay_out (fixture, sizes[i][0], sizes[i][1]);
      for (int event = -1; event < 10; event++)
        {
          DossierTimelineState state = DOSSIER_TIMELINE_STATE_NONE;

          state.selected = &event;
          state.n_selected = event >= 0;
          state.hovered = (event + 1) % 10;
          state.focused = (event + 2) % 10;
          state.hovered_merged = state.focused_merged = state.selected_merged = 0;
          state.is_related = event % 3 == 0 ? is_even : NULL;
          state.arc_hues = event % 2 == 0 ? hues : NULL;
          state.has_brush = TRUE;
          state.brush_begin = event % 2 == 0 ? DOSSIER_TIME_MIN : start + 5 * DAY;
          state.brush_end = event % 3 == 0 ? DOSSIER_TIME_MAX : start + 30 * DAY;
          state.has_as_of = TRUE;
          state.as_of = event % 2 == 0 ? start : DOSSIER_TIME_MAX;
          state.has_cursor = TRUE;
          state.cursor_x = event * 50.0;
          state.cursor_label = "29 Mar 2024";
          dossier_timeline_paint (&fixture->painter, &fixture->scene, &state, fixture->cr);
          g_assert_cmpint (cairo_status (fixture->cr), ==, CAIRO_STATUS_SUCCESS);
        }
    }
}

static void
test_legend (Fixture *fixture, gconstpointer data)
{
  DossierTimelineState state = DOSSIER_TIMELINE_STATE_NONE;
  double wide_width, wide_height, width, height;

  lay_out (fixture, WIDTH, HEIGHT);
  dossier_timeline_legend_measure (&fixture->painter, &fixture->scene, NULL, 10000, &wide_width, &wide_height);
  g_assert_cmpfloat (wide_width, >, 600);
  dossier_timeline_legend_measure (&fixture->painter, &fixture->scene, NULL, 400, &width, &height);
  g_assert_cmpfloat (width, <=, 400);
  g_assert_cmpfloat (height, >, wide_height);
  dossier_timeline_paint (&fixture->painter, &fixture->scene, &state, fixture->cr);
  dossier_timeline_legend_draw (&fixture->painter, &fixture->scene, NULL, 10, 10, 400, fixture->cr);

  /* Where all is reported and dated to the day, there is nothing to explain. */
  for (int i = 0; i < 10; i++)
    fixture->made[i] = (Made){ make_span (20 * i, 20 * i, 20 * i, 20 * i, 0), DOSSIER_STATUS_REPORTED, FALSE };
  make_layout (fixture);
  lay_out (fixture, WIDTH, 3 * HEIGHT);
  dossier_timeline_legend_measure (&fixture->painter, &fixture->scene, NULL, 400, &width, &height);
  g_assert_cmpfloat (width, ==, 0);
  g_assert_cmpfloat (height, ==, 0);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    int flags;
  } themes[] = {
    { "light", DOSSIER_THEME_LIGHT },
    { "dark", DOSSIER_THEME_DARK },
    { "high-contrast", DOSSIER_THEME_HIGH_CONTRAST },
    { "dark-high-contrast", DOSSIER_THEME_DARK | DOSSIER_THEME_HIGH_CONTRAST },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      gconstpointer flags = GINT_TO_POINTER (themes[i].flags);
      g_autofree char *probes = g_strdup_printf ("/timeline-painter/%s/probes", themes[i].name);
      g_autofree char *fading = g_strdup_printf ("/timeline-painter/%s/fading", themes[i].name);
      g_autofree char *states = g_strdup_printf ("/timeline-painter/%s/states", themes[i].name);
      g_autofree char *words = g_strdup_printf ("/timeline-painter/%s/words", themes[i].name);
      g_autofree char *badge = g_strdup_printf ("/timeline-painter/%s/badge", themes[i].name);
      g_autofree char *legend = g_strdup_printf ("/timeline-painter/%s/legend", themes[i].name);

      g_test_add (probes, Fixture, flags, set_up, test_probes, tear_down);
      g_test_add (fading, Fixture, flags, set_up, test_fading, tear_down);
      g_test_add (states, Fixture, flags, set_up, test_states, tear_down);
      g_test_add (words, Fixture, flags, set_up, test_lines_behind_words, tear_down);
      g_test_add (badge, Fixture, flags, set_up, test_badge_alone, tear_down);
      g_test_add (legend, Fixture, flags, set_up, test_legend, tear_down);
    }

  return g_test_run ();
}
