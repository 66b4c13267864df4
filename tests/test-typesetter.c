/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-typesetter.h"

#include <math.h>
#include <string.h>

#define SIZE 200

typedef struct
{
  DossierTheme theme;
  DossierTypesetter *typesetter;
  cairo_surface_t *surface;
  cairo_t *cr;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  dossier_theme_init (&fixture->theme, DOSSIER_THEME_LIGHT);
  fixture->typesetter = dossier_typesetter_new (&fixture->theme);
  fixture->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIZE, SIZE);
  fixture->cr = cairo_create (fixture->surface);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (cairo_status (fixture->cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (fixture->cr);
  cairo_surface_destroy (fixture->surface);
  dossier_typesetter_free (fixture->typesetter);
}

/* The smallest box around what was drawn; empty is right < left. */
static void
find_ink (Fixture *fixture, int *left, int *top, int *right, int *bottom)
{
  const guchar *pixels;
  int stride;

  cairo_surface_flush (fixture->surface);
  pixels = cairo_image_surface_get_data (fixture->surface);
  stride = cairo_image_surface_get_stride (fixture->surface);

  *left = *top = SIZE;
  *right = *bottom = -1;
  for (int y = 0; y < SIZE; y++)
    for (int x = 0; x < SIZE; x++)
      {
        guint32 pixel;

        memcpy (&pixel, pixels + y * stride + x * 4, sizeof pixel);
        if (pixel >> 24 > 64)
          {
            *left = MIN (*left, x);
            *right = MAX (*right, x);
            *top = MIN (*top, y);
            *bottom = MAX (*bottom, y);
          }
      }
}

static gboolean
draw (Fixture *fixture, const char *string, double x, double max_width)
{
  return dossier_typesetter_draw (fixture->typesetter, fixture->cr, string, DOSSIER_TEXT_MARK_LABEL, x, 20, max_width, &fixture->theme.text, NULL);
}

static void
test_measure (Fixture *fixture, gconstpointer data)
{
  double width, height, wide, bold, twice, none;

  dossier_typesetter_measure ("Pyongyang", DOSSIER_TEXT_NODE_LABEL, &width, &height, fixture->typesetter);
  g_assert_cmpfloat (width, >, 30);
  g_assert_cmpfloat (width, <, 120);
  g_assert_cmpfloat (height, >, 10);
  g_assert_cmpfloat (height, <, 30);

  dossier_typesetter_measure ("Pyongyang Pyongyang", DOSSIER_TEXT_NODE_LABEL, &wide, &none, fixture->typesetter);
  g_assert_cmpfloat (wide, >, 2 * width);
  dossier_typesetter_measure ("Pyongyang", DOSSIER_TEXT_NODE_LABEL_STRONG, &bold, &none, fixture->typesetter);
  g_assert_cmpfloat (bold, >, width);
  dossier_typesetter_measure ("a\nb", DOSSIER_TEXT_NODE_LABEL, &none, &twice, fixture->typesetter);
  g_assert_cmpfloat_with_epsilon (twice, 2 * height, 1);
  dossier_typesetter_measure ("", DOSSIER_TEXT_NODE_LABEL, &none, &twice, fixture->typesetter);
  g_assert_cmpfloat (none, ==, 0);
  g_assert_cmpfloat_with_epsilon (twice, height, 1);
}

static void
test_scale (Fixture *fixture, gconstpointer data)
{
  DossierTheme large = fixture->theme;
  double width, height, after, none;

  dossier_typesetter_measure ("Vostochny", DOSSIER_TEXT_MARK_LABEL, &width, &height, fixture->typesetter);
  dossier_theme_set_fonts (&large, NULL, 2);
  dossier_typesetter_set_theme (fixture->typesetter, &large);
  dossier_typesetter_measure ("Vostochny", DOSSIER_TEXT_MARK_LABEL, &after, &none, fixture->typesetter);
  /* Of some fonts large letters are narrower than small ones drawn larger. */
  g_assert_cmpfloat_with_epsilon (after, 2 * width, 0.05 * after);
}

/* What is drawn lies where the measure says. */
static void
test_draw (Fixture *fixture, gconstpointer data)
{
  double width, height;
  int left, top, right, bottom;

  dossier_typesetter_measure ("Shoigu", DOSSIER_TEXT_MARK_LABEL, &width, &height, fixture->typesetter);
  g_assert_true (draw (fixture, "Shoigu", 10, -1));
  find_ink (fixture, &left, &top, &right, &bottom);
  g_assert_cmpint (left, >=, 9);
  g_assert_cmpint (right, <=, (int) ceil (10 + width) + 1);
  g_assert_cmpint (right, >=, (int) (10 + width * 0.8));
  g_assert_cmpint (top, >=, 20);
  g_assert_cmpint (bottom, <=, (int) ceil (20 + height));
}

static void
test_ellipsis (Fixture *fixture, gconstpointer data)
{
  int left, top, right, bottom;

  g_assert_false (draw (fixture, "Democratic People's Republic of Korea", 10, 80));
  find_ink (fixture, &left, &top, &right, &bottom);
  g_assert_cmpint (right, >, 60);
  g_assert_cmpint (right, <=, 91);
  g_assert_true (draw (fixture, "Korea", 10, 80));
}

/* It is a text, not a language: nothing in it fails or vanishes. */
static void
test_markup (Fixture *fixture, gconstpointer data)
{
  double plain, marked, none;

  dossier_typesetter_measure ("bold", DOSSIER_TEXT_MARK_LABEL, &plain, &none, fixture->typesetter);
  dossier_typesetter_measure ("<b>bold</b>", DOSSIER_TEXT_MARK_LABEL, &marked, &none, fixture->typesetter);
  g_assert_cmpfloat (marked, >, plain + 20);
  dossier_typesetter_measure ("a < b & c", DOSSIER_TEXT_MARK_LABEL, &marked, &none, fixture->typesetter);
  g_assert_cmpfloat (marked, >, 0);
}

static void
test_strange (Fixture *fixture, gconstpointer data)
{
  static const char *const strange[] = {
    "\xe2\x80\xae"
    "reversed",
    "\xe2\x81\xa6"
    "isolated, never closed",
    "\x01\x1b[31m control",
    "김정은 Путин 习近平 عربي",
    "👩‍👩‍👧‍👦",
    "e\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81",
  };
  g_autofree char *endless = g_strnfill (5 * 1000 * 1000, 'W');
  double width, height, cut;
  g_autofree char *long_enough = g_strnfill (1200, 'W');

  for (gsize i = 0; i < G_N_ELEMENTS (strange); i++)
    {
      draw (fixture, strange[i], 10, 100);
      dossier_typesetter_measure (strange[i], DOSSIER_TEXT_MARK_LABEL, &width, &height, fixture->typesetter);
      g_assert_cmpfloat (width, >, 0);
    }

  dossier_typesetter_measure (long_enough, DOSSIER_TEXT_MARK_LABEL, &cut, &height, fixture->typesetter);
  dossier_typesetter_measure (endless, DOSSIER_TEXT_MARK_LABEL, &width, &height, fixture->typesetter);
  g_assert_cmpfloat_with_epsilon (width, cut, 0.01);
  g_assert_false (draw (fixture, endless, 10, 100));
}

static void
test_far_away (Fixture *fixture, gconstpointer data)
{
  int left, top, right, bottom;

  g_assert_false (draw (fixture, "far", 1e9, -1));
  g_assert_false (draw (fixture, "far", -1e300, 100));
  find_ink (fixture, &left, &top, &right, &bottom);
  g_assert_cmpint (right, <, left);
}

static void
test_halo (Fixture *fixture, gconstpointer data)
{
  int left, top, right, bottom, wider_left, wider_right;

  draw (fixture, "Shoigu", 10, -1);
  find_ink (fixture, &left, &top, &right, &bottom);
  dossier_typesetter_draw (fixture->typesetter, fixture->cr, "Shoigu", DOSSIER_TEXT_MARK_LABEL, 10, 20, -1, &fixture->theme.text, &fixture->theme.view);
  find_ink (fixture, &wider_left, &top, &wider_right, &bottom);
  g_assert_cmpint (wider_left, <, left);
  g_assert_cmpint (wider_right, >, right);
}

/* More texts than are kept: the first ones come out the same again. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  double first, again, none;

  dossier_typesetter_measure ("event 0", DOSSIER_TEXT_MARK_LABEL, &first, &none, fixture->typesetter);
  for (int i = 0; i < 5000; i++)
    {
      g_autofree char *string = g_strdup_printf ("event %d", i);

      dossier_typesetter_measure (string, i % DOSSIER_N_TEXT_STYLES, &again, &none, fixture->typesetter);
    }
  dossier_typesetter_measure ("event 0", DOSSIER_TEXT_MARK_LABEL, &again, &none, fixture->typesetter);
  g_assert_cmpfloat (first, ==, again);
}

static gpointer
measure_in_thread (gpointer data)
{
  const DossierTheme *theme = data;
  g_autoptr (DossierTypesetter) text = dossier_typesetter_new (theme);
  double width = 0, height;
  double *result = g_new (double, 1);

  for (int i = 0; i < 200; i++)
    {
      g_autofree char *string = g_strdup_printf ("thread %d", i);

      dossier_typesetter_measure (string, DOSSIER_TEXT_MARK_LABEL, &width, &height, text);
    }
  *result = width;

  return result;
}

static void
test_threads (Fixture *fixture, gconstpointer data)
{
  GThread *threads[4];
  double width, height;

  dossier_typesetter_measure ("thread 199", DOSSIER_TEXT_MARK_LABEL, &width, &height, fixture->typesetter);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("typesetter", measure_in_thread, &fixture->theme);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autofree double *result = g_thread_join (threads[i]);

      g_assert_cmpfloat (*result, ==, width);
    }
}

#define ADD(name, function) g_test_add ("/typesetter/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("measure", test_measure);
  ADD ("scale", test_scale);
  ADD ("draw", test_draw);
  ADD ("ellipsis", test_ellipsis);
  ADD ("markup", test_markup);
  ADD ("strange", test_strange);
  ADD ("far-away", test_far_away);
  ADD ("halo", test_halo);
  ADD ("many", test_many);
  ADD ("threads", test_threads);

  return g_test_run ();
}
