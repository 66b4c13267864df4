/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "many-events.h"

#include "painting/dossier-hit-painter.h"
#include "painting/dossier-timeline-stage.h"

#include <math.h>
#include <string.h>

#define WIDTH  900
#define HEIGHT 420
#define STRIP  64

typedef struct
{
  ManyEvents *events;
  DossierTheme theme;
  DossierTypesetter *typesetter;
  DossierTimelineLayout *layout;
  DossierTimelineStage *stage;
  DossierTimelineSight sight;
  int n_ready;
} Fixture;

static void
ready_cb (gpointer data)
{
  ((Fixture *) data)->n_ready++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->events = many_events_new (GPOINTER_TO_INT (data));
  dossier_theme_init (&fixture->theme, DOSSIER_THEME_LIGHT);
  fixture->typesetter = dossier_typesetter_new (&fixture->theme);
  fixture->layout = many_events_new_layout (fixture->events, dossier_typesetter_measure, fixture->typesetter);
  fixture->stage = dossier_timeline_stage_new (NULL, &fixture->theme, ready_cb, fixture);
  fixture->sight = (DossierTimelineSight){ .width = WIDTH, .height = HEIGHT, .strip = STRIP, .scale = 1 };
  dossier_timeline_layout_get_home (fixture->layout, WIDTH, &fixture->sight.viewport);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  dossier_timeline_stage_free (fixture->stage);
  dossier_timeline_layout_free (fixture->layout);
  dossier_typesetter_free (fixture->typesetter);
  many_events_free (fixture->events);
}

static DossierTimelinePicture *
show (Fixture *fixture)
{
  dossier_timeline_stage_show (fixture->stage, fixture->layout, &fixture->sight);
  g_assert_true (dossier_timeline_stage_wait (fixture->stage, -1));

  return dossier_timeline_stage_get_picture (fixture->stage);
}

/* The canvas as it is when it is laid out and painted at once. */
static cairo_surface_t *
paint_at_once (Fixture *fixture, const DossierTimelineState *state)
{
  DossierTimelinePainter painter = { &fixture->theme, NULL, fixture->typesetter };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH * fixture->sight.scale, HEIGHT * fixture->sight.scale);
  g_auto (DossierTimelineScene) scene = { 0 };
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, fixture->sight.scale, fixture->sight.scale);
  cr = cairo_create (surface);
  dossier_timeline_scene_init (&scene);
  dossier_timeline_layout_update (fixture->layout, &fixture->sight.viewport, WIDTH, HEIGHT, fixture->sight.scroll, &scene);
  dossier_timeline_paint_ground (&painter, &scene, state, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* The canvas as the picture covers it. */
static cairo_surface_t *
paint_picture (Fixture *fixture, DossierTimelinePicture *picture)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH * fixture->sight.scale, HEIGHT * fixture->sight.scale);
  DossierTimelinePlace place;
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, fixture->sight.scale, fixture->sight.scale);
  cr = cairo_create (surface);
  dossier_timeline_picture_place (picture, &fixture->sight.viewport, fixture->sight.scroll, &place);
  dossier_timeline_picture_paint (picture, &place, &fixture->theme, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* How many pixels differ between two columns. */
static int
count_differences (cairo_surface_t *a, cairo_surface_t *b, int left, int right)
{
  int n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (a); y++)
    {
      const guint32 *row = (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (a) + (gsize) y * (gsize) cairo_image_surface_get_stride (a));
      const guint32 *other = (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (b) + (gsize) y * (gsize) cairo_image_surface_get_stride (b));

      for (int x = left; x < right; x++)
        n += row[x] != other[x];
    }

  return n;
}

/* What is clipped elsewhere may come out a shade apart at its edge. */
static int
count_visible_differences (cairo_surface_t *a, cairo_surface_t *b)
{
  gsize size = (gsize) cairo_image_surface_get_stride (a) * (gsize) cairo_image_surface_get_height (a);
  const guchar *bytes = cairo_image_surface_get_data (a);
  const guchar *others = cairo_image_surface_get_data (b);
  int n = 0;

  for (gsize i = 0; i < size; i++)
    n += ABS (bytes[i] - others[i]) > 8;

  return n;
}

/* A thread paints what would be painted at once, to the pixel. */
static void
test_same_pixels (Fixture *fixture, gconstpointer data)
{
  static const DossierTimelineState state = DOSSIER_TIMELINE_STATE_NONE;

  for (int step = 0; step < 12; step++)
    {
      cairo_surface_t *expected, *painted;

      fixture->sight.scale = 1 + step % 2;
      painted = paint_picture (fixture, show (fixture));
      expected = paint_at_once (fixture, &state);
      g_assert_cmpint (count_differences (painted, expected, 0, WIDTH * fixture->sight.scale), ==, 0);
      cairo_surface_destroy (expected);
      cairo_surface_destroy (painted);
      fixture->sight.viewport = dossier_time_viewport_zoomed (&fixture->sight.viewport, 1.7, 300);
    }
}

/* While it is moved, a picture is what it was, elsewhere; and it covers the canvas as far as its strips reach. */
static void
test_moved (Fixture *fixture, gconstpointer data)
{
  DossierTimelinePicture *picture = show (fixture);
  cairo_surface_t *before = paint_picture (fixture, picture);
  DossierTimeViewport home = fixture->sight.viewport;
  int left = (int) picture->scene.plot.x;
  int width = (int) picture->scene.plot.width;

  for (int dx = -STRIP; dx <= STRIP; dx += 16)
    {
      cairo_surface_t *after;
      DossierTimelinePiece pieces[DOSSIER_TIMELINE_MOST_PIECES];
      DossierTimelineBox gaps[DOSSIER_TIMELINE_MOST_GAPS];
      DossierTimelinePlace place;
      double covered = 0;
      int n;

      fixture->sight.viewport = dossier_time_viewport_panned (&home, dx);
      dossier_timeline_picture_place (picture, &fixture->sight.viewport, 0, &place);
      g_assert_cmpfloat (place.dx, ==, -dx);
      g_assert_false (place.is_stretched);
      n = dossier_timeline_picture_cut (picture, &place, pieces);
      for (int i = 0; i < n; i++)
        covered += pieces[i].on_canvas.width * pieces[i].on_canvas.height;
      g_assert_cmpfloat_with_epsilon (covered, WIDTH * HEIGHT, 1e-6);
      g_assert_cmpint (dossier_timeline_picture_list_gaps (picture, &place, gaps), ==, 0);

      after = paint_picture (fixture, picture);
      for (int y = 0; y < HEIGHT; y += 7)
        {
          const guint32 *row = (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (before) + y * cairo_image_surface_get_stride (before));
          const guint32 *moved = (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (after) + y * cairo_image_surface_get_stride (after));

          for (int x = MAX (0, dx); x < MIN (width, width + dx); x++)
            g_assert_cmphex (row[left + x], ==, moved[left + x - dx]);
          for (int x = 0; x < left; x++)
            g_assert_cmphex (row[x], ==, moved[x]);
        }
      cairo_surface_destroy (after);
    }
  cairo_surface_destroy (before);
}

/* Pieces and gaps are all of the canvas, each part of it once, wherever the picture lies. */
static void
test_covered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  DossierTimelinePicture *picture = show (fixture);
  DossierTimeViewport home = fixture->sight.viewport;

  for (int i = 0; i < 300; i++)
    {
      DossierTimeViewport viewport = dossier_time_viewport_panned (&home, round (g_rand_double_range (random, -1500, 1500)));
      DossierTimelinePiece pieces[DOSSIER_TIMELINE_MOST_PIECES];
      DossierTimelineBox boxes[DOSSIER_TIMELINE_MOST_PIECES + DOSSIER_TIMELINE_MOST_GAPS];
      DossierTimelinePlace place;
      double area = 0;
      int n, n_gaps;

      if (i % 3 == 0)
        viewport = dossier_time_viewport_zoomed (&viewport, exp2 (g_rand_double_range (random, -3, 3)), g_rand_double_range (random, 0, 600));
      dossier_timeline_picture_place (picture, &viewport, 0, &place);
      n = dossier_timeline_picture_cut (picture, &place, pieces);
      for (int j = 0; j < n; j++)
        boxes[j] = pieces[j].on_canvas;
      n_gaps = dossier_timeline_picture_list_gaps (picture, &place, boxes + n);
      for (int j = 0; j < n + n_gaps; j++)
        {
          area += boxes[j].width * boxes[j].height;
          for (int k = 0; k < j; k++)
            g_assert_false (dossier_timeline_box_intersects (&boxes[j], &boxes[k]));
        }
      g_assert_cmpfloat_with_epsilon (area, WIDTH * HEIGHT, 1e-3);
    }
}

/* The strips show what is there once the view has moved. */
static void
test_strips (Fixture *fixture, gconstpointer data)
{
  static const DossierTimelineState state = DOSSIER_TIMELINE_STATE_NONE;
  DossierTimeViewport home = fixture->sight.viewport;

  for (int dx = -STRIP; dx <= STRIP; dx += 2 * STRIP)
    {
      DossierTimelinePicture *picture;
      cairo_surface_t *moved, *expected;
      int left, right;

      fixture->sight.viewport = home;
      picture = show (fixture);
      left = (int) picture->scene.plot.x;
      right = left + (int) picture->scene.plot.width;
      fixture->sight.viewport = dossier_time_viewport_panned (&home, dx);
      moved = paint_picture (fixture, picture);
      expected = paint_at_once (fixture, &state);
      if (dx < 0)
        g_assert_cmpint (count_differences (moved, expected, left, left + STRIP), ==, 0);
      else
        g_assert_cmpint (count_differences (moved, expected, right - STRIP, right), ==, 0);
      cairo_surface_destroy (moved);
      cairo_surface_destroy (expected);
    }
}

/* What the pointer is on is painted anew in a patch, and the whole is then as if all had been. */
static void
test_patches (Fixture *fixture, gconstpointer data)
{
  DossierTimelinePainter painter = { &fixture->theme, NULL, fixture->typesetter };
  DossierTimelinePicture *picture;

  fixture->sight.viewport = dossier_time_viewport_zoomed (&fixture->sight.viewport, 8, 300);
  picture = show (fixture);
  g_assert_cmpuint (picture->scene.items->len, >, 10);
  for (guint i = 0; i < picture->scene.items->len; i += 5)
    {
      DossierTimelineState state = DOSSIER_TIMELINE_STATE_NONE;
      DossierTimelineBox patches[DOSSIER_TIMELINE_MOST_PATCHES];
      int selected = dossier_timeline_scene_get_item (&picture->scene, (i + 7) % picture->scene.items->len)->event;
      cairo_surface_t *painted = paint_picture (fixture, picture);
      cairo_surface_t *expected;
      cairo_t *cr = cairo_create (painted);
      double area = 0;
      int n;

      state.hovered = dossier_timeline_scene_get_item (&picture->scene, i)->event;
      state.focused = dossier_timeline_scene_get_item (&picture->scene, (i + 3) % picture->scene.items->len)->event;
      state.hovered_merged = picture->scene.merged->len > 0 ? (int) (i % picture->scene.merged->len) : -1;
      if (i % 2 == 0)
        {
          state.selected = &selected;
          state.n_selected = 1;
        }
      n = dossier_timeline_picture_list_patches (picture, &state, patches);
      for (int j = 0; j < n; j++)
        {
          dossier_timeline_picture_paint_patch (picture, &painter, &state, &patches[j], cr);
          area += patches[j].width * patches[j].height;
        }
      cairo_destroy (cr);
      cairo_surface_flush (painted);
      g_assert_cmpint (n, >=, 2);
      g_assert_cmpfloat (area, <, WIDTH * HEIGHT / 4.0);

      expected = paint_at_once (fixture, &state);
      g_assert_cmpint (count_visible_differences (painted, expected), ==, 0);
      cairo_surface_destroy (expected);
      cairo_surface_destroy (painted);
    }
}

/* Where the view has left the picture behind, lanes and axis go on: a canvas without events and ticks. */
static void
test_grounds (Fixture *fixture, gconstpointer data)
{
  static const DossierTimelineState state = DOSSIER_TIMELINE_STATE_NONE;
  DossierTimelinePainter painter = { &fixture->theme, NULL, fixture->typesetter };
  DossierTimelinePicture *picture = show (fixture);
  DossierTimeViewport home = fixture->sight.viewport;
  cairo_surface_t *empty = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  g_auto (DossierTimelineScene) scene = { 0 };
  cairo_t *cr = cairo_create (empty);
  int left = (int) picture->scene.plot.x;
  int right = left + (int) picture->scene.plot.width;

  dossier_timeline_scene_init (&scene);
  dossier_timeline_layout_update (fixture->layout, &home, WIDTH, HEIGHT, 0, &scene);
  g_array_set_size (scene.items, 0);
  g_array_set_size (scene.merged, 0);
  g_array_set_size (scene.axis.fine, 0);
  g_array_set_size (scene.axis.coarse, 0);
  dossier_timeline_paint_ground (&painter, &scene, &state, cr);
  cairo_destroy (cr);
  cairo_surface_flush (empty);
  g_assert_cmpuint (picture->grounds->len, ==, MANY_EVENTS_LANES / 2);

  for (int dx = -2000; dx <= 2000; dx += 400)
    {
      int from = CLAMP (right + STRIP - dx, left, right);
      int to = CLAMP (left - STRIP - dx, left, right);
      cairo_surface_t *painted;

      fixture->sight.viewport = dossier_time_viewport_panned (&home, dx);
      painted = paint_picture (fixture, picture);
      g_assert_cmpint (count_differences (painted, empty, dx > 0 ? from : left, dx > 0 ? right : to), ==, 0);
      cairo_surface_destroy (painted);
    }
  cairo_surface_destroy (empty);
}

/* However fast the view is thrown, and however late pictures come, after the first few the strips reach: nothing is
 * seen that is not painted. They never grow beyond the plot, and come back when the view slows down. */
static void
test_fling (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    double speed; /* pixels a frame */
    int lateness; /* in frames */
  } cases[] = { { 10, 4 }, { 60, 2 }, { 40, 6 }, { 130, 2 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DossierTimelinePicture *picture;
      int n_pictures = 0;

      fixture->sight.strip = dossier_timeline_picture_choose_strip (NULL, &fixture->sight.viewport);
      picture = show (fixture);
      for (int frame = 1; frame <= 60; frame++)
        {
          DossierTimelinePlace place;
          DossierTimelineBox gaps[DOSSIER_TIMELINE_MOST_GAPS];

          fixture->sight.viewport = dossier_time_viewport_panned (&fixture->sight.viewport, cases[i].speed);
          dossier_timeline_picture_place (picture, &fixture->sight.viewport, 0, &place);
          if (n_pictures > 2)
            g_assert_cmpint (dossier_timeline_picture_list_gaps (picture, &place, gaps), ==, 0);
          if (frame % cases[i].lateness == 0)
            {
              /* Asked for now, and there when the view has gone on for as long again. */
              fixture->sight.strip = dossier_timeline_picture_choose_strip (picture, &fixture->sight.viewport);
              picture = show (fixture);
              g_assert_cmpfloat (picture->strip, <=, picture->scene.plot.width);
              n_pictures++;
            }
        }

      /* At rest nothing changes, so that nothing is painted; a slow motion needs little again. */
      fixture->sight.viewport = picture->scene.viewport;
      g_assert_cmpint (dossier_timeline_picture_choose_strip (picture, &fixture->sight.viewport), ==, (int) picture->strip);
      fixture->sight.viewport = dossier_time_viewport_panned (&fixture->sight.viewport, 3);
      g_assert_cmpint (dossier_timeline_picture_choose_strip (picture, &fixture->sight.viewport), ==, 96);
    }
}

/* What a search has found is framed within small patches, and nothing of the frame is outside. */
static void
test_hits (Fixture *fixture, gconstpointer data)
{
  DossierTimelinePicture *picture;
  const DossierTimelineScene *scene;
  cairo_surface_t *whole = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_surface_t *patched = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *on_whole = cairo_create (whole);
  cairo_t *on_patched = cairo_create (patched);
  double area = 0;
  int n = 0;

  fixture->sight.viewport = dossier_time_viewport_zoomed (&fixture->sight.viewport, 8, 300);
  picture = show (fixture);
  scene = &picture->scene;
  cairo_rectangle (on_whole, scene->plot.x, 0, scene->width - scene->plot.x, scene->axis_top);
  cairo_clip (on_whole);
  for (guint i = 0; i < scene->items->len; i += 4)
    {
      const DossierTimelineItem *item = dossier_timeline_scene_get_item (scene, i);
      DossierTimelineBox place;

      dossier_hit_painter_draw_event (&fixture->theme, scene, item, on_whole);
      if (!dossier_hit_painter_get_place (scene, item, &place))
        continue;
      cairo_save (on_patched);
      cairo_rectangle (on_patched, place.x, place.y, place.width, place.height);
      cairo_clip (on_patched);
      dossier_hit_painter_draw_event (&fixture->theme, scene, item, on_patched);
      cairo_restore (on_patched);
      area += place.width * place.height;
      n++;
    }
  cairo_destroy (on_whole);
  cairo_destroy (on_patched);
  cairo_surface_flush (whole);
  cairo_surface_flush (patched);
  g_assert_cmpint (n, >, 3);
  g_assert_cmpfloat (area / n, <, 350 * 60);
  g_assert_cmpint (count_visible_differences (whole, patched), ==, 0);
  cairo_surface_destroy (patched);
  cairo_surface_destroy (whole);
}

/* Only what was asked for last is sure to be painted; the caller is told, and asking for the same again does nothing. */
static void
test_last_wish (Fixture *fixture, gconstpointer data)
{
  DossierTimelinePicture *picture;

  for (int i = 0; i < 40; i++)
    {
      fixture->sight.viewport = dossier_time_viewport_panned (&fixture->sight.viewport, 3);
      dossier_timeline_stage_show (fixture->stage, fixture->layout, &fixture->sight);
    }
  picture = show (fixture);
  g_assert_true (dossier_time_viewport_equal (&picture->scene.viewport, &fixture->sight.viewport));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (fixture->n_ready, >, 0);
  g_assert_cmpint (fixture->n_ready, <=, 41);

  fixture->n_ready = 0;
  dossier_timeline_stage_show (fixture->stage, fixture->layout, &fixture->sight);
  g_assert_false (dossier_timeline_stage_is_busy (fixture->stage));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (fixture->n_ready, ==, 0);
  g_assert_true (dossier_timeline_stage_get_picture (fixture->stage) == picture);
}

/* Lanes, arcs, folding, theme and selection change while the thread paints; each picture is of one of the states. */
static void
test_changes_meanwhile (Fixture *fixture, gconstpointer data)
{
  static const DossierTimelineArc arcs[] = { { 1, 2, { 0 }, TRUE, "two days later" } };
  static const DossierHue hues[] = { DOSSIER_HUE_IS_NEUTRAL };
  DossierTimelinePicture *picture;
  DossierTheme dark;

  dossier_theme_init (&dark, DOSSIER_THEME_DARK);
  dossier_theme_set_fonts (&dark, fixture->theme.sans, 1.25);
  for (int i = 0; i < 60; i++)
    {
      int selected = i;

      if (i % 5 == 0)
        {
          fixture->events->hidden_lane = i / 5 % MANY_EVENTS_LANES;
          many_events_arrange (fixture->events, fixture->layout);
        }
      dossier_timeline_layout_set_folded (fixture->layout, i % MANY_EVENTS_LANES, i % 3 == 0);
      dossier_timeline_layout_set_arcs (fixture->layout, arcs, i % 2);
      dossier_timeline_stage_set_selection (fixture->stage, &selected, 1, NULL, hues, i % 2);
      if (i % 10 == 0)
        dossier_timeline_stage_set_theme (fixture->stage, i % 20 == 0 ? &dark : &fixture->theme);
      fixture->sight.viewport = dossier_time_viewport_panned (&fixture->sight.viewport, 5);
      dossier_timeline_stage_show (fixture->stage, fixture->layout, &fixture->sight);
      picture = dossier_timeline_stage_get_picture (fixture->stage);
      if (picture != NULL)
        {
          DossierTimelinePlace place;

          /* Nobody has touched what the picture shows. */
          g_assert_cmpuint (picture->scene.bands->len, ==, MANY_EVENTS_LANES);
          dossier_timeline_picture_place (picture, &fixture->sight.viewport, 0, &place);
          dossier_timeline_picture_hit (picture, &place, 400, 100);
          for (guint j = 0; j < picture->scene.merged->len; j++)
            {
              int n;

              g_free (dossier_timeline_layout_list_merged (fixture->layout, &picture->scene, (int) j, &n));
              g_assert_cmpint (n, ==, dossier_timeline_scene_get_merged (&picture->scene, j)->count);
            }
        }
      if (i % 4 == 0)
        dossier_timeline_stage_wait (fixture->stage, 2000);
    }
}

static void
arranged_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  GAsyncResult **kept = data;

  g_set_object (kept, result);
}

static void
arrange_in_thread (Fixture *fixture, GCancellable *cancellable, GAsyncResult **result)
{
  dossier_timeline_layout_set_lanes_async (fixture->layout,
                                           many_events_get_lanes (),
                                           MANY_EVENTS_LANES,
                                           many_events_get_lanes_of_event,
                                           fixture->events,
                                           NULL,
                                           cancellable,
                                           arranged_cb,
                                           result);
}

static int
count_shown (Fixture *fixture)
{
  const DossierTimelineIndex *index = dossier_timeline_layout_get_index (fixture->layout);
  int n_undated;

  dossier_timeline_index_get_undated (index, DOSSIER_TIMELINE_ALL, &n_undated);

  return dossier_timeline_index_get_n_events (index, DOSSIER_TIMELINE_ALL) + n_undated;
}

/* A thread sorts the events into lanes: until that is finished the layout has the old ones, and so does a picture of
 * them for as long as it is held. What was given up changes nothing, also if the layout is gone. */
static void
test_arranged_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DossierTimelinePicture) before = dossier_timeline_picture_ref (show (fixture));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) given_up = NULL;
  g_autoptr (GAsyncResult) late = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  DossierTimelinePicture *after;
  int n_all = count_shown (fixture);

  g_assert_cmpint (n_all, ==, fixture->events->n);
  fixture->events->hidden_lane = 0;
  arrange_in_thread (fixture, NULL, &result);
  g_assert_cmpint (count_shown (fixture), ==, n_all);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (count_shown (fixture), ==, n_all);
  g_assert_true (dossier_timeline_layout_set_lanes_finish (fixture->layout, result, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count_shown (fixture), <, n_all);

  after = show (fixture);
  g_assert_cmpint (after->scene.counts.shown, ==, count_shown (fixture));
  g_assert_cmpint (before->scene.counts.shown, ==, n_all);
  g_assert_cmpint (dossier_timeline_index_get_n_events (before->scene.index, 0), >, 0);
  g_assert_cmpint (dossier_timeline_index_get_n_events (after->scene.index, 0), ==, 0);

  fixture->events->hidden_lane = -1;
  arrange_in_thread (fixture, cancellable, &given_up);
  g_cancellable_cancel (cancellable);
  while (given_up == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (dossier_timeline_layout_set_lanes_finish (fixture->layout, given_up, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (count_shown (fixture), <, n_all);

  arrange_in_thread (fixture, cancellable, &late);
  dossier_timeline_layout_free (g_steal_pointer (&fixture->layout));
  while (late == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Whoever holds a picture keeps it, unchanged, while others are painted and when the stage is gone. */
static void
test_held (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DossierTimelinePicture) held = dossier_timeline_picture_ref (show (fixture));
  g_autofree char *before = dossier_timeline_scene_dump (&held->scene);
  g_autofree char *after = NULL;
  gsize size = (gsize) cairo_image_surface_get_stride (held->surface) * HEIGHT;
  g_autofree guchar *pixels = g_memdup2 (cairo_image_surface_get_data (held->surface), size);

  for (int i = 0; i < 12; i++)
    {
      fixture->sight.viewport = dossier_time_viewport_zoomed (&fixture->sight.viewport, 1.3, 100);
      show (fixture);
    }
  dossier_timeline_stage_free (g_steal_pointer (&fixture->stage));
  dossier_timeline_layout_free (g_steal_pointer (&fixture->layout));

  after = dossier_timeline_scene_dump (&held->scene);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpmem (cairo_image_surface_get_data (held->surface), size, pixels, size);
}

/* A stage may be freed at any time, also when another takes its place. */
static void
test_freed_meanwhile (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 10; i++)
    {
      fixture->sight.viewport = dossier_time_viewport_panned (&fixture->sight.viewport, 2);
      dossier_timeline_stage_show (fixture->stage, fixture->layout, &fixture->sight);
      g_usleep ((gulong) i * 300);
      dossier_timeline_stage_free (fixture->stage);
      fixture->stage = dossier_timeline_stage_new (NULL, &fixture->theme, ready_cb, fixture);
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_nonnull (show (fixture));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *fixture, gconstpointer data);
    int n_events;
  } tests[] = {
    { "same-pixels", test_same_pixels, 3000 },
    { "moved", test_moved, 3000 },
    { "covered", test_covered, 200 },
    { "strips", test_strips, 200 },
    { "patches", test_patches, 3000 },
    { "grounds", test_grounds, 300 },
    { "fling", test_fling, 3000 },
    { "hits", test_hits, 3000 },
    { "last-wish", test_last_wish, 3000 },
    { "changes-meanwhile", test_changes_meanwhile, 20000 },
    { "arranged-meanwhile", test_arranged_meanwhile, 30000 },
    { "held", test_held, 3000 },
    { "freed-meanwhile", test_freed_meanwhile, 20000 },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/timeline-stage/%s", tests[i].name);

      g_test_add (path, Fixture, GINT_TO_POINTER (tests[i].n_events), set_up, tests[i].test, tear_down);
    }

  return g_test_run ();
}
