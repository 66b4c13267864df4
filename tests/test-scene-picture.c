/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "samples.h"

#include "painting/dossier-scene-picture.h"

#include <math.h>
#include <string.h>

static cairo_surface_t *
draw (DossierScenePicture *picture, const DossierSceneState *state, int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  dossier_scene_picture_draw (picture, state, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static gsize
get_length (cairo_surface_t *surface)
{
  return (gsize) cairo_image_surface_get_stride (surface) * (gsize) cairo_image_surface_get_height (surface);
}

static gboolean
is_same (cairo_surface_t *a, cairo_surface_t *b)
{
  return memcmp (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b), get_length (a)) == 0;
}

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guchar *row = cairo_image_surface_get_data (surface) + (gssize) y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[x];
}

/* How many pixels of a stretch of a line are not as the corner of the picture is. */
static int
count_drawn (cairo_surface_t *surface, int from, int to, int y)
{
  guint32 ground = get_pixel (surface, 0, 0);
  int n = 0;

  for (int x = from; x < to; x++)
    n += get_pixel (surface, x, y) != ground;

  return n;
}

/* Every scene shows something of its own, the same again when asked again, and leaves the margins free. */
static void
test_bundled (void)
{
  static const int sizes[][2] = { { 1920, 1080 }, { 1024, 768 }, { 794, 1123 } };
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (DossierDocument) document = samples_read_bundled (report);

  for (int dark = 0; dark < 2; dark++)
    {
      DossierTheme theme;
      g_autoptr (DossierScenePicture) picture = NULL;

      dossier_theme_init (&theme, dark ? DOSSIER_THEME_DARK : DOSSIER_THEME_LIGHT);
      picture = dossier_scene_picture_new (document, 0, &theme);
      for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
        {
          cairo_surface_t *before = NULL;

          dossier_scene_picture_set_size (picture, sizes[i][0], sizes[i][1], 1);
          for (int scene = 0; scene < dossier_scene_picture_get_n_scenes (picture); scene++)
            {
              DossierSceneState state;
              cairo_surface_t *surface;
              cairo_surface_t *again;

              dossier_scene_picture_get_state (picture, scene, &state);
              g_assert_true (dossier_scene_state_is_at_rest (&state));
              surface = draw (picture, &state, sizes[i][0], sizes[i][1]);
              again = draw (picture, &state, sizes[i][0], sizes[i][1]);
              g_assert_true (is_same (surface, again));
              g_assert_true (before == NULL || !is_same (surface, before));
              g_assert_cmpint (count_drawn (surface, 0, sizes[i][0], 2), ==, 0);
              g_assert_cmpint (count_drawn (surface, 0, sizes[i][0], sizes[i][1] - 3), ==, 0);
              cairo_surface_destroy (again);
              g_clear_pointer (&before, cairo_surface_destroy);
              before = surface;
            }
          g_clear_pointer (&before, cairo_surface_destroy);
        }
    }
}

/* The ends of a glide are the scenes, and what lies between differs from frame to frame. */
static void
test_glide (void)
{
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (DossierDocument) document = samples_read_bundled (report);
  DossierTheme theme;
  g_autoptr (DossierScenePicture) picture = NULL;

  dossier_theme_init (&theme, DOSSIER_THEME_LIGHT);
  picture = dossier_scene_picture_new (document, 0, &theme);
  dossier_scene_picture_set_size (picture, 960, 540, 1);
  for (int scene = 0; scene + 1 < dossier_scene_picture_get_n_scenes (picture); scene++)
    {
      DossierSceneState from, to;
      cairo_surface_t *last = NULL;
      cairo_surface_t *end;

      dossier_scene_picture_get_state (picture, scene, &from);
      dossier_scene_picture_get_state (picture, scene + 1, &to);
      for (int i = 0; i <= 8; i++)
        {
          DossierSceneState state = dossier_scene_state_mix (&from, &to, i / 8.0);
          cairo_surface_t *surface = draw (picture, &state, 960, 540);

          g_assert_true (last == NULL || !is_same (surface, last));
          g_clear_pointer (&last, cairo_surface_destroy);
          last = surface;
        }
      end = draw (picture, &to, 960, 540);
      g_assert_true (is_same (last, end));
      cairo_surface_destroy (end);
      cairo_surface_destroy (last);
    }
}

/* The words of a scene are told to those who do not see them, with each quote. */
static void
test_describe (void)
{
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (DossierDocument) document = samples_read_bundled (report);
  DossierTheme theme;
  g_autoptr (DossierScenePicture) picture = NULL;

  dossier_theme_init (&theme, DOSSIER_THEME_LIGHT);
  picture = dossier_scene_picture_new (document, 0, &theme);
  for (int i = 0; i < dossier_scene_picture_get_n_scenes (picture); i++)
    {
      const DossierScene *scene = dossier_story_content_get_scene (dossier_scene_picture_get_story (picture), i)->scene;
      g_autofree char *description = dossier_scene_picture_describe (picture, i);

      g_assert_nonnull (strstr (description, dossier_text_get (&scene->title, NULL)));
      g_assert_nonnull (strstr (description, dossier_text_get (&scene->caption, NULL)));
      for (int j = 0; j < scene->quotes.n; j++)
        g_assert_nonnull (strstr (description, dossier_document_get_quote (document, scene->quotes.items[j].ref.index)->exact));
    }
}

/* A dossier with next to nothing in it can be shown, too. */
static void
test_bare (void)
{
  static const char *const views[] = { "both", "timeline", "map", "question", "matrix" };

  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *text = g_strdup_printf ("{'dossier': 1, 'title': 'T', 'stories': [{'id': 'x', 'title': 'X', 'scenes':"
                                               " [{'id': 'y', 'title': 'Y', 'view': '%s', 'camera': {'x': 1e9, 'y': -1e9, 'zoom': 1000}}]}]}",
                                               views[i]);
      g_autoptr (DossierDocument) document = samples_read_good (text);
      DossierTheme theme;
      DossierSceneState state;
      g_autoptr (DossierScenePicture) picture = NULL;
      cairo_surface_t *surface;

      dossier_theme_init (&theme, DOSSIER_THEME_DARK | DOSSIER_THEME_HIGH_CONTRAST);
      picture = dossier_scene_picture_new (document, 0, &theme);
      dossier_scene_picture_set_size (picture, 1, 1, 1);
      dossier_scene_picture_get_state (picture, 0, &state);
      surface = draw (picture, &state, 1, 1);
      cairo_surface_destroy (surface);

      dossier_scene_picture_set_size (picture, 400, 300, 2);
      dossier_scene_picture_get_state (picture, 0, &state);
      surface = draw (picture, &state, 400, 300);
      cairo_surface_destroy (surface);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene-picture/bundled", test_bundled);
  g_test_add_func ("/scene-picture/glide", test_glide);
  g_test_add_func ("/scene-picture/describe", test_describe);
  g_test_add_func ("/scene-picture/bare", test_bare);

  return g_test_run ();
}
