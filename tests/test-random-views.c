/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "many-events.h"
#include "samples.h"

#include "layout/dossier-map-arrangement.h"
#include "layout/dossier-map-content.h"
#include "layout/dossier-timeline-lanes.h"
#include "painting/dossier-map-painter.h"
#include "painting/dossier-timeline-painter.h"

#include <dlfcn.h>
#include <math.h>
#include <string.h>

/*
 * Any view of the timeline and of the map, by chance: every zoom, dates within a milliard years of today, canvases from a
 * pixel up to 8K, anything selected, hovered and brushed. cairo counts in 24.8 bits and wraps in silence beyond: so this
 * program puts itself before the functions of cairo that take places, and sees every call that a painter or Pango makes. Where
 * things are is held against long double; then one mark is painted by itself, and its ink is looked for there.
 *
 * RANDOM_VIEWS=1000000 looks at so many instead of some thousand. A view depends on its number only: RANDOM_VIEWS_FROM=N begins at
 * that one.
 */
#define FEW_VIEWS 2000

/* cairo can count to twice that. */
#define FURTHEST 4194304.0

/* So many views in a row are of the same dossier. */
#define VIEWS_PER_DOSSIER 50

#define YEAR         31556952.0
#define MOST_YEARS   1e9
#define MOST_WIDTH   7680
#define MOST_HEIGHT  4320
#define MOST_PIXELS  (1280 * 800)
#define MOST_ARCS    4
#define LEAST_INK    12
#define LEAST_HEIGHT 13
#define ROUND        7

/* What cairo was given. */
static struct
{
  double furthest;
  gint64 n_places;
} seen;

/* What was looked at, so that the test is known to have seen it. */
static struct
{
  int n_timelines, n_maps, n_items, n_nodes, n_marks, n_cards, n_spans, n_discs;
} looked;

static void
see (cairo_t *cr, double x, double y)
{
  double device_x = x, device_y = y;

  cairo_user_to_device (cr, &device_x, &device_y);
  seen.n_places++;
  /* What is no number is further than anything. */
  if (!(fabs (x) < FURTHEST && fabs (y) < FURTHEST && fabs (device_x) < FURTHEST && fabs (device_y) < FURTHEST))
    seen.furthest = INFINITY;
  seen.furthest = MAX (seen.furthest, MAX (fabs (device_x), fabs (device_y)));
}

#define NEXT(name) ((__typeof__ (&name)) dlsym (RTLD_NEXT, #name))

/* Looked up once: there are some hundred thousand calls a second. */
#define CALL(name, ...)                     \
  G_STMT_START                              \
  {                                         \
    static __typeof__ (&name) next;         \
    if (next == NULL)                       \
      next = NEXT (name);                   \
    next (__VA_ARGS__);                     \
  }                                         \
  G_STMT_END

void
cairo_move_to (cairo_t *cr, double x, double y)
{
  see (cr, x, y);
  CALL (cairo_move_to, cr, x, y);
}

void
cairo_line_to (cairo_t *cr, double x, double y)
{
  see (cr, x, y);
  CALL (cairo_line_to, cr, x, y);
}

void
cairo_rel_line_to (cairo_t *cr, double dx, double dy)
{
  see (cr, dx, dy);
  CALL (cairo_rel_line_to, cr, dx, dy);
}

void
cairo_curve_to (cairo_t *cr, double x1, double y1, double x2, double y2, double x3, double y3)
{
  see (cr, x1, y1);
  see (cr, x2, y2);
  see (cr, x3, y3);
  CALL (cairo_curve_to, cr, x1, y1, x2, y2, x3, y3);
}

void
cairo_rectangle (cairo_t *cr, double x, double y, double width, double height)
{
  see (cr, x, y);
  see (cr, x + width, y + height);
  CALL (cairo_rectangle, cr, x, y, width, height);
}

void
cairo_arc (cairo_t *cr, double x, double y, double radius, double from, double to)
{
  see (cr, x - radius, y - radius);
  see (cr, x + radius, y + radius);
  CALL (cairo_arc, cr, x, y, radius, from, to);
}

void
cairo_translate (cairo_t *cr, double x, double y)
{
  see (cr, x, y);
  CALL (cairo_translate, cr, x, y);
}

void
cairo_transform (cairo_t *cr, const cairo_matrix_t *matrix)
{
  see (cr, matrix->x0, matrix->y0);
  CALL (cairo_transform, cr, matrix);
}

void
cairo_set_source_surface (cairo_t *cr, cairo_surface_t *surface, double x, double y)
{
  see (cr, x, y);
  CALL (cairo_set_source_surface, cr, surface, x, y);
}

void
cairo_mask_surface (cairo_t *cr, cairo_surface_t *surface, double x, double y)
{
  see (cr, x, y);
  CALL (cairo_mask_surface, cr, surface, x, y);
}

void
cairo_show_glyphs (cairo_t *cr, const cairo_glyph_t *glyphs, int n_glyphs)
{
  for (int i = 0; i < n_glyphs; i++)
    see (cr, glyphs[i].x, glyphs[i].y);
  CALL (cairo_show_glyphs, cr, glyphs, n_glyphs);
}

void
cairo_glyph_path (cairo_t *cr, const cairo_glyph_t *glyphs, int n_glyphs)
{
  for (int i = 0; i < n_glyphs; i++)
    see (cr, glyphs[i].x, glyphs[i].y);
  CALL (cairo_glyph_path, cr, glyphs, n_glyphs);
}

/* A dossier, as both views show it. */
typedef struct
{
  GRand *random;
  int view;
  DossierTheme theme;
  DossierTypesetter *typesetter;
  DossierDocument *document;
  DossierFilter *filter;
  DossierTimelineSource source;
  ManyEvents *events; /* in the place of those of @document, or NULL */
  DossierTimelineLanes *lanes;
  DossierTimelineLayout *layout;
  DossierTimelineScene scene;
  DossierMap *map;
} Fixture;

static int
draw (Fixture *fixture, int n)
{
  return g_rand_int_range (fixture->random, 0, n);
}

/* As often near as far: some seconds are as likely as a thousand years. */
static gint64
choose_time (Fixture *fixture)
{
  double distance = exp (g_rand_double_range (fixture->random, 0, log (MOST_YEARS * YEAR)));

  return (gint64) (draw (fixture, 2) == 0 ? distance : -distance);
}

static gint64
choose_time_from (Fixture *fixture, gint64 first)
{
  gint64 time = choose_time (fixture);

  return MAX (time, first);
}

static void
choose_span (Fixture *fixture, DossierSpan *span)
{
  gint64 begin = choose_time (fixture);
  gint64 length = (gint64) exp (g_rand_double_range (fixture->random, 0, log (YEAR * 100)));

  *span = (DossierSpan){ begin, begin + length, begin, begin + length, 0, DOSSIER_PRECISION_DAY, DOSSIER_PRECISION_DAY };
  switch (draw (fixture, 10))
    {
    case 0:
      dossier_span_set_unknown (span);
      break;
    case 1:
      span->end_earliest = span->end_latest = DOSSIER_TIME_MAX;
      span->flags = DOSSIER_SPAN_INTERVAL | DOSSIER_SPAN_OPEN_END;
      break;
    case 2:
      span->start_earliest = span->start_latest = DOSSIER_TIME_MIN;
      span->flags = DOSSIER_SPAN_INTERVAL | DOSSIER_SPAN_OPEN_START;
      break;
    case 3:
    case 4:
      span->end_latest = choose_time_from (fixture, span->end_latest);
      span->end_earliest = MAX (span->start_latest, span->end_latest - length);
      span->flags = DOSSIER_SPAN_INTERVAL;
      break;
    case 5:
      span->flags = DOSSIER_SPAN_APPROXIMATE;
      break;
    default:
      break;
    }
}

static void
close_dossier (Fixture *fixture)
{
  g_clear_pointer (&fixture->layout, dossier_timeline_layout_free);
  g_clear_pointer (&fixture->lanes, dossier_timeline_lanes_free);
  g_clear_pointer (&fixture->events, many_events_free);
  g_clear_pointer (&fixture->map, dossier_map_free);
  g_clear_object (&fixture->filter);
  g_clear_object (&fixture->document);
}

static void
open_dossier (Fixture *fixture)
{
  static const DossierFacet facets[] = { DOSSIER_FACET_KIND, DOSSIER_FACET_ACTOR, DOSSIER_FACET_PLACE, DOSSIER_FACET_SOURCE, DOSSIER_FACET_STATUS };
  int form = draw (fixture, 4);

  close_dossier (fixture);
  if (form == 0)
    {
      g_autoptr (DossierReport) report = dossier_report_new ();

      fixture->document = samples_read_bundled (report);
    }
  else
    {
      g_autofree char *json = samples_make_random (fixture->random, 1 + draw (fixture, 200));

      fixture->document = samples_read_good (json);
    }

  fixture->filter = dossier_filter_new (fixture->document);
  if (form == 3)
    {
      /* Dates that nobody would write: all of geology, and seconds of today. */
      fixture->events = many_events_new (1 + draw (fixture, 400));
      for (int i = 0; i < fixture->events->n; i++)
        choose_span (fixture, &fixture->events->spans[i]);
      many_events_init_source (fixture->events, &fixture->source);
      fixture->layout = many_events_new_layout (fixture->events, dossier_typesetter_measure, fixture->typesetter);
    }
  else
    {
      dossier_timeline_source_init (&fixture->source, fixture->document);
      fixture->layout = dossier_timeline_layout_new (&fixture->source, dossier_typesetter_measure, fixture->typesetter);
      fixture->lanes = dossier_timeline_lanes_new (fixture->document, facets[draw (fixture, G_N_ELEMENTS (facets))], NULL);
      dossier_timeline_lanes_apply (fixture->lanes, fixture->filter, fixture->layout);
    }

  fixture->map = dossier_map_content_read (fixture->document, NULL, NULL);
  dossier_map_set_text (fixture->map, dossier_typesetter_measure, fixture->typesetter);
  g_assert_true (dossier_map_arrangement_run (fixture->map, g_rand_double_range (fixture->random, 0.3, 3), NULL));
}

/* From a pixel up, many of them as windows are. */
static double
choose_size (Fixture *fixture, int most)
{
  static const int sizes[] = { 1, 2, 10, 30, 45, 60, 100 };

  if (draw (fixture, 6) == 0)
    return sizes[draw (fixture, (int) G_N_ELEMENTS (sizes))];
  if (draw (fixture, 8) == 0)
    return 100 + draw (fixture, most - 100);

  return 100 + draw (fixture, MIN (most, 1200) - 100);
}

/* Pixels for what is small, of which there are one or two to each unit; elsewhere what keeps all that is drawn as it was given. */
static cairo_surface_t *
make_surface (Fixture *fixture, double width, double height)
{
  cairo_surface_t *surface;
  int scale = 1 + draw (fixture, 2);

  if (width * height > MOST_PIXELS / 4 || draw (fixture, 3) == 0)
    return cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width * scale, (int) height * scale);
  cairo_surface_set_device_scale (surface, scale, scale);

  return surface;
}

static void
finish (Fixture *fixture, cairo_t *cr, cairo_surface_t *surface)
{
  if (cairo_status (cr) != CAIRO_STATUS_SUCCESS)
    g_error ("view %d: cairo says %s", fixture->view, cairo_status_to_string (cairo_status (cr)));
  cairo_destroy (cr);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  if (!(seen.furthest < FURTHEST))
    g_error ("view %d: cairo was given a place that is further away than %g", fixture->view, FURTHEST);
}

/* What was painted onto a ground of one colour, within a box: what differs by so much at least, of all channels together. */
typedef struct
{
  double left;   /* the first pixel column that differs from the ground; infinite if none does */
  double right;  /* after the last */
  double middle_x; /* of all of it, by how much it differs */
  double middle_y;
} Ink;

static Ink
find_ink (cairo_surface_t *surface, int least, int left, int top, int right, int bottom)
{
  Ink ink = { INFINITY, -INFINITY, 0, 0 };
  const guchar *data;
  int stride = cairo_image_surface_get_stride (surface);
  double whole = 0;
  guint32 ground;

  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  memcpy (&ground, data, sizeof ground);
  for (int y = top; y < bottom; y++)
    for (int x = left; x < right; x++)
      {
        guint32 pixel;
        int amount = 0;

        memcpy (&pixel, data + (gssize) y * stride + x * 4, sizeof pixel);
        for (int shift = 0; shift < 24; shift += 8)
          amount += ABS ((int) (pixel >> shift & 0xff) - (int) (ground >> shift & 0xff));
        if (amount < least)
          continue;
        ink.left = MIN (ink.left, x);
        ink.right = MAX (ink.right, x + 1);
        ink.middle_x += amount * (x + 0.5);
        ink.middle_y += amount * (y + 0.5);
        whole += amount;
      }
  ink.middle_x /= whole;
  ink.middle_y /= whole;

  return ink;
}

/* Where a second is on the canvas. */
static long double
get_true_x (const DossierTimelineScene *scene, gint64 time)
{
  const DossierTimeViewport *viewport = &scene->viewport;

  return ((long double) time - viewport->origin - viewport->fraction) / viewport->seconds_per_pixel + scene->plot.x;
}

static double
cut (const DossierTimelineScene *scene, long double x)
{
  long double left = (long double) scene->plot.x - DOSSIER_TIMELINE_MARGIN;
  long double right = (long double) scene->plot.x + scene->plot.width + DOSSIER_TIMELINE_MARGIN;

  return (double) CLAMP (x, left, right);
}

/* Where an event begins and ends. */
static void
get_true_ends (Fixture *fixture, const DossierTimelineItem *item, double *begin, double *end)
{
  const DossierTimelineScene *scene = &fixture->scene;
  long double begin_x = -INFINITY, end_x = INFINITY;
  DossierSpan span;

  fixture->source.get_span (item->event, &span, fixture->source.data);
  if (span.start_earliest != DOSSIER_TIME_MIN)
    begin_x = get_true_x (scene, span.start_earliest);
  if (span.end_latest != DOSSIER_TIME_MAX)
    end_x = get_true_x (scene, span.end_latest) + 1 / (long double) scene->viewport.seconds_per_pixel;
  *begin = cut (scene, begin_x);
  *end = cut (scene, MAX (end_x, begin_x + DOSSIER_TIMELINE_MARK_WIDTH));
}

/* Paints an event and nothing else, and looks whether its ink is where its date is. Returns whether it could be looked for. */
static gboolean
check_ink_of_item (Fixture *fixture, const DossierTimelineItem *item, double begin, double end)
{
  static const DossierTimelineState state = DOSSIER_TIMELINE_STATE_NONE;
  DossierTimelinePainter painter = { &fixture->theme, NULL, fixture->typesetter };
  const DossierTimelineScene *scene = &fixture->scene;
  DossierTimelineScene alone = *scene;
  DossierTimelineItem bare = *item;
  double right = scene->plot.x + scene->plot.width;
  gboolean is_card = item->form == DOSSIER_TIMELINE_FORM_CARD && !dossier_timeline_box_is_empty (&item->title_box);
  gboolean is_mark = end - begin <= DOSSIER_TIMELINE_MARK_WIDTH + 2;
  int top = (int) floor (item->box.y), bottom = (int) ceil (item->box.y + item->box.height);
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, 1);
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (DossierTimelineItem));
  cairo_surface_t *surface;
  cairo_t *cr;
  Ink ink;

  if (begin < scene->plot.x + 2 || begin > right - 24 || item->box.height < LEAST_HEIGHT || top < 1 || bottom > scene->axis_top ||
      scene->width * scene->height > MOST_PIXELS)
    return FALSE;

  bare.title = "";
  bare.sign_box = bare.detail_box = (DossierTimelineBox){ 0 };
  bare.has_printed = FALSE;
  /* What is denied is struck out, beyond its edge. */
  if (!is_card || item->status == DOSSIER_STATUS_DENIED || item->box.height < LEAST_HEIGHT + ROUND || draw (fixture, 2) == 0)
    bare.title_box = (DossierTimelineBox){ 0 };
  is_card = !dossier_timeline_box_is_empty (&bare.title_box);
  g_array_append_val (items, bare);
  alone.items = items;
  alone.bands = alone.merged = alone.columns = alone.curves = none;
  alone.axis.fine = alone.axis.coarse = none;
  alone.has_undated = FALSE;
  alone.notice = NULL;
  alone.earlier_label[0] = alone.later_label[0] = '\0';

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) scene->width, (int) scene->height);
  cr = cairo_create (surface);
  dossier_color_set_source (&fixture->theme.view, cr);
  cairo_paint (cr);
  dossier_timeline_paint_ground (&painter, &alone, &state, cr);
  /* Where a dash begins within a round corner, its end may stick out by half a pixel. */
  if (is_card)
    ink = find_ink (surface, LEAST_INK, (int) scene->plot.x, top + ROUND, (int) right, bottom - ROUND);
  else
    ink = find_ink (surface, is_mark ? 1 : LEAST_INK, (int) scene->plot.x, top, (int) right, bottom);

  if (is_mark)
    {
      double where = is_card ? ink.left + 0.5 : ink.middle_x;
      double expected = is_card ? begin : begin + DOSSIER_TIMELINE_MARK_WIDTH / 2;

      /* A frame stands on whole pixels: on that in which the date lies. */
      if (!(fabs (where - expected) <= 0.5 + 1e-3))
        g_error ("view %d: event %d has its ink at %g and not at %g", fixture->view, item->event, where, expected);
      if (is_card)
        looked.n_cards++;
      else
        looked.n_marks++;
    }
  else if (end - begin >= 24 && end <= right)
    {
      /* What is unsure fades: its ink may begin later, but never earlier. Of what is hollow, the lines are drawn in a little. */
      double slack = item->status == DOSSIER_STATUS_EXPECTED ? 2 : 1;

      if (!(ink.left >= begin - 1 && ink.right <= end + 1 && ink.left < ink.right))
        g_error ("view %d: event %d has its ink from %g to %g and not from %g to %g", fixture->view, item->event, ink.left, ink.right, begin, end);
      if (item->span_flags == 0 && item->n_stretches == 0 && !(ink.left <= begin + slack && ink.right >= end - slack))
        g_error ("view %d: event %d has its ink only from %g to %g and not from %g to %g", fixture->view, item->event, ink.left, ink.right, begin, end);
      looked.n_spans++;
    }

  finish (fixture, cr, surface);

  return TRUE;
}

static void
check_items (Fixture *fixture)
{
  const DossierTimelineScene *scene = &fixture->scene;
  int next = scene->items->len > 0 ? draw (fixture, (int) scene->items->len) : -1;

  for (int i = 0; i < (int) scene->items->len; i++)
    {
      const DossierTimelineItem *item = dossier_timeline_scene_get_item (scene, i);
      double begin, end;

      if (item->span_flags & DOSSIER_SPAN_UNKNOWN)
        {
          next += i == next;
          continue;
        }

      get_true_ends (fixture, item, &begin, &end);
      if (!(fabs (item->begin - begin) < 1e-6 && fabs (item->end - end) < 1e-6))
        g_error ("view %d: event %d is at %g to %g and not at %g to %g", fixture->view, item->event, item->begin, item->end, begin, end);
      looked.n_items++;
      /* One of them, of those that stand free. */
      if (i == next && !check_ink_of_item (fixture, item, begin, end))
        next++;
    }
}

/* Any zoom, with a date in sight more often than not. */
static DossierTimeViewport
choose_viewport (Fixture *fixture, double width)
{
  DossierTimeViewport viewport = { .origin = choose_time (fixture), .fraction = g_rand_double (fixture->random), .width = MAX (width, 1) };
  double coarsest = 4 * MOST_YEARS * YEAR / viewport.width;

  viewport.seconds_per_pixel = exp (g_rand_double_range (fixture->random, log (DOSSIER_TIME_FINEST), log (coarsest)));
  viewport = dossier_time_viewport_clamped (&viewport);
  if (fixture->source.n_events > 0 && draw (fixture, 5) > 0)
    {
      DossierSpan span;

      fixture->source.get_span (draw (fixture, fixture->source.n_events), &span, fixture->source.data);
      /* As a mark, or as long as the view. */
      if (draw (fixture, 2) == 0 && span.start_earliest != DOSSIER_TIME_MIN && span.end_latest != DOSSIER_TIME_MAX)
        {
          viewport.seconds_per_pixel = (dossier_time_difference (span.end_latest, span.start_earliest) + 1) / exp (g_rand_double_range (fixture->random, 0, log (1000)));
          viewport = dossier_time_viewport_clamped (&viewport);
        }
      if (span.start_earliest != DOSSIER_TIME_MIN)
        viewport = dossier_time_viewport_centred (&viewport, span.start_earliest);
    }
  else if (draw (fixture, 2) == 0)
    viewport = dossier_time_viewport_zoomed (&viewport, exp2 (g_rand_double_range (fixture->random, -20, 20)), g_rand_double_range (fixture->random, 0, viewport.width));

  return dossier_time_viewport_panned (&viewport, g_rand_double_range (fixture->random, -0.4, 0.4) * viewport.width);
}

static void
set_arcs (Fixture *fixture)
{
  DossierTimelineArc arcs[MOST_ARCS];
  int n = fixture->source.n_events > 0 ? draw (fixture, MOST_ARCS + 1) : 0;

  for (int i = 0; i < n; i++)
    {
      arcs[i] = (DossierTimelineArc){ .from = draw (fixture, fixture->source.n_events), .is_link = draw (fixture, 2), .label = "2 days later" };
      arcs[i].to = draw (fixture, 2) == 0 ? -1 : draw (fixture, fixture->source.n_events);
      choose_span (fixture, &arcs[i].to_span);
    }
  dossier_timeline_layout_set_arcs (fixture->layout, arcs, n);
}

static gboolean
is_even (int event, gpointer data)
{
  return event % 2 == 0;
}

static void
look_at_timeline (Fixture *fixture)
{
  DossierTimelinePainter painter = { &fixture->theme, NULL, fixture->typesetter };
  DossierTimelineState state = DOSSIER_TIMELINE_STATE_NONE;
  DossierTimelineScene *scene = &fixture->scene;
  double width = choose_size (fixture, MOST_WIDTH);
  double height = choose_size (fixture, MOST_HEIGHT);
  double scroll = draw (fixture, 3) == 0 ? g_rand_double_range (fixture->random, 0, 1000) : 0;
  double plot_x, plot_width;
  DossierTimeViewport viewport;
  DossierTimelineBox band;
  int selected;
  cairo_surface_t *surface = make_surface (fixture, width, height);
  cairo_t *cr = cairo_create (surface);

  dossier_timeline_layout_get_plot (fixture->layout, width, &plot_x, &plot_width);
  viewport = choose_viewport (fixture, plot_width);
  dossier_timeline_layout_set_expanded (fixture->layout, draw (fixture, 4) == 0);
  set_arcs (fixture);
  dossier_timeline_layout_update (fixture->layout, &viewport, width, height, scroll, scene);

  selected = draw (fixture, fixture->source.n_events);
  state.selected = &selected;
  state.n_selected = draw (fixture, 2);
  state.hovered = draw (fixture, fixture->source.n_events);
  state.focused = draw (fixture, fixture->source.n_events);
  state.hovered_merged = state.focused_merged = state.selected_merged = draw (fixture, 3) - 1;
  state.is_related = draw (fixture, 2) == 0 ? is_even : NULL;
  state.has_brush = draw (fixture, 2);
  state.brush_begin = draw (fixture, 8) == 0 ? DOSSIER_TIME_MIN : choose_time (fixture);
  state.brush_end = draw (fixture, 8) == 0 ? DOSSIER_TIME_MAX : choose_time_from (fixture, state.brush_begin);
  state.has_as_of = draw (fixture, 2);
  state.as_of = choose_time (fixture);
  state.has_cursor = draw (fixture, 2);
  state.cursor_x = g_rand_double_range (fixture->random, -100, width + 100);
  state.cursor_label = "29 Mar 2024";
  band = (DossierTimelineBox){ g_rand_double_range (fixture->random, 0, width), 0, g_rand_double_range (fixture->random, 0, width), height };
  state.band = draw (fixture, 4) == 0 ? &band : NULL;
  state.faded = draw (fixture, 4) == 0 ? g_rand_double (fixture->random) : 0;

  dossier_timeline_paint (&painter, scene, &state, cr);
  finish (fixture, cr, surface);
  looked.n_timelines++;

  check_items (fixture);
}

/* Paints a mark and nothing else, and looks whether its ink is where the actor is. */
static void
check_ink_of_node (Fixture *fixture, const DossierMapScene *scene, int index, double x, double y)
{
  DossierMapPainter painter = { &fixture->theme, fixture->typesetter, NULL, -1, -1, -1, -1 };
  DossierMapScene alone = { .camera = scene->camera, .n_nodes = 1 };
  DossierMapSceneNode bare = scene->nodes[index];
  double reach = bare.outline.half + 10;
  DossierMapNode *node = &fixture->map->nodes[bare.node];
  DossierMapNode before = *node;
  cairo_surface_t *surface;
  cairo_t *cr;
  Ink ink;

  if (x < reach + 1 || y < reach + 1 || x > scene->camera.width - reach - 1 || y > scene->camera.height - reach - 1 || bare.outline.half < 1.5 ||
      scene->camera.width * scene->camera.height > MOST_PIXELS)
    return;

  bare.symbol = "";
  bare.label_side = DOSSIER_LABEL_HIDDEN;
  alone.nodes = &bare;
  /* A pin stands beside its mark, whoever is selected has its name shown, and the middle of what is faint is not sharp. */
  node->pinned = node->selected = node->dimmed = FALSE;
  node->presence = 1;

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) scene->camera.width, (int) scene->camera.height);
  cr = cairo_create (surface);
  dossier_color_set_source (&fixture->theme.view, cr);
  cairo_paint (cr);
  dossier_map_painter_draw (&painter, fixture->map, &alone, cr);
  ink = find_ink (surface, 1, (int) (x - reach), (int) (y - reach), (int) (x + reach) + 1, (int) (y + reach) + 1);
  if (!(fabs (ink.middle_x - x) <= 0.5 && fabs (ink.middle_y - y) <= 0.5))
    g_error ("view %d: actor %d has its ink at %g,%g and not at %g,%g", fixture->view, bare.node, ink.middle_x, ink.middle_y, x, y);
  looked.n_discs++;

  *node = before;
  finish (fixture, cr, surface);
}

static void
check_nodes (Fixture *fixture, const DossierMapScene *scene)
{
  const DossierMapCamera *camera = &scene->camera;
  int chosen = scene->n_nodes > 0 ? draw (fixture, scene->n_nodes) : -1;

  for (int i = 0; i < scene->n_nodes; i++)
    {
      const DossierMapSceneNode *node = &scene->nodes[i];
      const DossierMapNode *map_node = &fixture->map->nodes[node->node];
      double x = (double) (((long double) map_node->x - camera->x) * camera->scale + camera->width / 2.0L);
      double y = (double) (((long double) map_node->y - camera->y) * camera->scale + camera->height / 2.0L);

      if (!(fabs (node->outline.middle.x - x) < 1e-6 && fabs (node->outline.middle.y - y) < 1e-6))
        g_error ("view %d: actor %d is at %g,%g and not at %g,%g", fixture->view, node->node, node->outline.middle.x, node->outline.middle.y, x, y);
      looked.n_nodes++;
      if (i == chosen)
        check_ink_of_node (fixture, scene, i, x, y);
    }
}

/* Sets off and opens something, or nothing, and shows some time, or all. Returns the opened ribbon, or -1. */
static int
choose_content (Fixture *fixture)
{
  DossierRef selected = DOSSIER_REF_NONE;
  g_autoptr (DossierRelated) related = NULL;
  int actor = -1, other = -1;
  gint64 begin = choose_time (fixture);
  gboolean is_all = draw (fixture, 3) > 0;
  int n_actors = fixture->map->n_nodes;

  switch (draw (fixture, 4))
    {
    case 0:
      selected = (DossierRef){ DOSSIER_RECORD_ACTOR, draw (fixture, n_actors) };
      break;
    case 1:
      if (fixture->map->n_ties > 0)
        selected = (DossierRef){ DOSSIER_RECORD_TIE, fixture->map->ties[draw (fixture, fixture->map->n_ties)].tie };
      break;
    case 2:
      if (fixture->map->n_ribbons > 0)
        {
          const DossierMapRibbon *ribbon = &fixture->map->ribbons[draw (fixture, fixture->map->n_ribbons)];

          actor = ribbon->a;
          other = ribbon->b;
          related = dossier_related_new_pair (fixture->document, actor, other);
        }
      break;
    default:
      break;
    }
  if (selected.type != DOSSIER_RECORD_NONE)
    related = dossier_related_new (fixture->document, selected);

  dossier_map_content_show (fixture->map, fixture->document, fixture->filter, is_all ? DOSSIER_TIME_MIN : begin, is_all ? DOSSIER_TIME_MAX : choose_time_from (fixture, begin));
  dossier_map_content_emphasise (fixture->map, related, selected, actor, other);

  return dossier_map_content_open (fixture->map, fixture->document, selected, actor, other);
}

static void
look_at_map (Fixture *fixture)
{
  DossierMapPainter painter = { &fixture->theme, fixture->typesetter, NULL, -1, -1, -1, -1 };
  DossierMapCamera camera = { .width = choose_size (fixture, MOST_WIDTH), .height = choose_size (fixture, MOST_HEIGHT) };
  const DossierMapNode *near = &fixture->map->nodes[draw (fixture, fixture->map->n_nodes)];
  double far = draw (fixture, 10) == 0 ? exp (g_rand_double_range (fixture->random, 0, log (1e9))) : 1;
  g_autoptr (DossierMapScene) scene = NULL;
  int opened = choose_content (fixture);
  cairo_surface_t *surface = make_surface (fixture, camera.width, camera.height);
  cairo_t *cr = cairo_create (surface);

  /* Far beyond what can be chosen in the window, in both directions. */
  camera.scale = exp (g_rand_double_range (fixture->random, log (1e-4), log (1e6)));
  if (draw (fixture, 2) == 0)
    camera.scale = exp (g_rand_double_range (fixture->random, log (DOSSIER_MAP_CAMERA_MIN_SCALE), log (DOSSIER_MAP_CAMERA_MAX_SCALE)));
  camera.x = near->x + far * g_rand_double_range (fixture->random, -0.5, 0.5) * camera.width / camera.scale;
  camera.y = near->y + far * g_rand_double_range (fixture->random, -0.5, 0.5) * camera.height / camera.scale;
  scene = dossier_map_scene_new (fixture->map, &camera, opened, dossier_typesetter_measure, fixture->typesetter);

  painter.hovered_node = draw (fixture, fixture->map->n_nodes + 1) - 1;
  painter.hovered_strand = draw (fixture, scene->n_strands + 1) - 1;
  painter.focused_node = draw (fixture, fixture->map->n_nodes + 1) - 1;
  painter.focused_ribbon = opened;
  dossier_map_painter_draw (&painter, fixture->map, scene, cr);
  finish (fixture, cr, surface);
  looked.n_maps++;

  check_nodes (fixture, scene);
}

static int
get_number (const char *variable, int otherwise)
{
  const char *text = g_getenv (variable);
  guint64 number;

  if (text == NULL)
    return otherwise;

  g_assert_true (g_ascii_string_to_unsigned (text, 10, 0, 1000000000, &number, NULL));

  return (int) number;
}

static void
test_views (void)
{
  Fixture fixture = { .random = g_rand_new () };
  int first = get_number ("RANDOM_VIEWS_FROM", 0);
  int n_views = get_number ("RANDOM_VIEWS", FEW_VIEWS);

  dossier_theme_init (&fixture.theme, DOSSIER_THEME_LIGHT);
  fixture.typesetter = dossier_typesetter_new (&fixture.theme);
  dossier_timeline_scene_init (&fixture.scene);

  for (int i = first; i < first + n_views; i++)
    {
      fixture.view = i;
      if (i == first || i % VIEWS_PER_DOSSIER == 0)
        {
          g_rand_set_seed (fixture.random, (guint32) (i / VIEWS_PER_DOSSIER));
          open_dossier (&fixture);
        }
      g_rand_set_seed (fixture.random, 0x80000000 + (guint32) i);
      if (i % 2 == 0)
        look_at_timeline (&fixture);
      else
        look_at_map (&fixture);
    }

  g_test_message ("%d timelines with %d events, ink of %d marks, %d cards and %d spans; %d maps with %d actors, ink of %d marks; %" G_GINT64_FORMAT " places, none further than %.1f",
                  looked.n_timelines,
                  looked.n_items,
                  looked.n_marks,
                  looked.n_cards,
                  looked.n_spans,
                  looked.n_maps,
                  looked.n_nodes,
                  looked.n_discs,
                  seen.n_places,
                  seen.furthest);
  if (n_views >= FEW_VIEWS)
    {
      g_assert_cmpint (looked.n_marks, >, n_views / 100);
      g_assert_cmpint (looked.n_cards, >, n_views / 100);
      g_assert_cmpint (looked.n_spans, >, n_views / 200);
      g_assert_cmpint (looked.n_discs, >, n_views / 20);
      g_assert_cmpint (seen.n_places, >, 100 * (gint64) n_views);
    }

  close_dossier (&fixture);
  dossier_timeline_scene_clear (&fixture.scene);
  dossier_typesetter_free (fixture.typesetter);
  g_rand_free (fixture.random);
}

/* The count is no illusion: what is too far away is seen, and so is what is no number. */
static void
test_seeing (void)
{
  static const double places[] = { FURTHEST, -2 * FURTHEST, NAN, INFINITY };
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      cairo_t *cr = cairo_create (surface);

      seen.furthest = 0;
      cairo_move_to (cr, 1, 2);
      g_assert_cmpfloat (seen.furthest, ==, 2);
      cairo_line_to (cr, 1, places[i]);
      g_assert_false (seen.furthest < FURTHEST);
      cairo_destroy (cr);
    }
  seen.furthest = 0;
  seen.n_places = 0;
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/random-views/seeing", test_seeing);
  g_test_add_func ("/random-views/views", test_views);

  return g_test_run ();
}
