/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-balance-layout.h"
#include "painting/dossier-balance-painter.h"

#include "samples.h"

#include <math.h>

/* A dossier with so many hypotheses and claims, by chance. */
static DossierDocument *
make_document (GRand *random, int n_hypotheses, int n_claims)
{
  static const char *const stances[] = { "supports", "opposes", "neutral" };
  static const char *const statuses[] = { "reported", "alleged", "speculated", "expected", "denied" };
  static const char *const likelihoods[] = { "", ", 'likelihood': 'likely'", ", 'likelihood': 'remote'", ", 'likelihood': 'almost-certain'" };
  g_autoptr (GString) json = g_string_new ("{'dossier': 1, 'title': 'A', 'question': 'Which?', 'hypotheses': [");

  for (int i = 0; i < n_hypotheses; i++)
    g_string_append_printf (json, "%s{'id': 'h%d', 'title': 'Answer number %d'}", i > 0 ? ", " : "", i, i);
  g_string_append (json, "], 'claims': [");
  for (int i = 0; i < n_claims; i++)
    {
      g_string_append_printf (json,
                              "%s{'id': 'c%d', 'type': 'assessment', 'title': 'Claim number %d', 'status': '%s'%s, 'bearings': [",
                              i > 0 ? ", " : "",
                              i,
                              i,
                              statuses[g_rand_int_range (random, 0, 5)],
                              likelihoods[g_rand_int_range (random, 0, 4)]);
      for (int j = 0; j < n_hypotheses; j++)
        g_string_append_printf (json, "%s{'hypothesis': 'h%d', 'stance': '%s'}", j > 0 ? ", " : "", j, stances[g_rand_int_range (random, 0, 3)]);
      g_string_append (json, "]}");
    }
  g_string_append (json, "]}");

  return samples_read_good (json->str);
}

static gboolean
overlap (const DossierRectangle *a, const DossierRectangle *b)
{
  const double least = 1e-6;

  return a->x + a->width > b->x + least && b->x + b->width > a->x + least && a->y + a->height > b->y + least && b->y + b->height > a->y + least;
}

/* Every block is within the picture and on its side, none lies over another, and each is found at its middle. */
static void
check_layout (DossierWeighing *weighing, double width)
{
  g_autoptr (DossierBalanceLayout) layout = dossier_balance_layout_new (weighing, width);
  double sums[6][2] = { { 0 } };

  g_assert_cmpfloat (layout->height, ==, dossier_balance_layout_get_height (weighing));
  for (int i = 0; i < layout->n_blocks; i++)
    {
      const DossierBalanceBlock *block = &layout->blocks[i];
      const DossierWeight *weight = dossier_weighing_get_weight (weighing, block->weight);

      g_assert_cmpfloat (block->box.x, >=, 0);
      g_assert_cmpfloat (block->box.x + block->box.width, <=, width);
      g_assert_cmpfloat (block->box.y, >=, layout->bands[block->hypothesis].heading.y + layout->bands[block->hypothesis].heading.height);
      g_assert_cmpfloat (block->box.y + block->box.height, <=, layout->height);
      g_assert_true (block->supports ? block->box.x >= layout->axis : block->box.x + block->box.width <= layout->axis);
      g_assert_cmpint (weight->stances[block->hypothesis], ==, block->supports ? DOSSIER_BEARING_SUPPORTS : DOSSIER_BEARING_OPPOSES);
      g_assert_cmpint (weight->is_on, ==, block->is_on);
      g_assert_cmpint (dossier_balance_layout_find (layout, block->box.x + block->box.width / 2, block->box.y + block->box.height / 2), ==, i);
      sums[block->hypothesis][block->supports] += block->is_on ? weight->weight : 0;

      for (int j = 0; j < i; j++)
        g_assert_false (overlap (&block->box, &layout->blocks[j].box));
    }

  for (int i = 0; i < layout->n_bands; i++)
    {
      g_assert_cmpfloat_with_epsilon (sums[i][TRUE], dossier_weighing_get_sum (weighing, i, DOSSIER_BEARING_SUPPORTS).weight, 1e-9);
      g_assert_cmpfloat_with_epsilon (sums[i][FALSE], dossier_weighing_get_sum (weighing, i, DOSSIER_BEARING_OPPOSES).weight, 1e-9);
    }
}

static void
test_layouts (void)
{
  static const int n_claims[] = { 0, 1, 3, 12, 60, 400 };
  static const double widths[] = { 360, 700, 1400 };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (int n_hypotheses = 1; n_hypotheses <= 6; n_hypotheses++)
    for (gsize i = 0; i < G_N_ELEMENTS (n_claims); i++)
      {
        g_autoptr (DossierDocument) document = make_document (random, n_hypotheses, n_claims[i]);
        g_autoptr (DossierWeighing) weighing = dossier_weighing_new (document);

        for (gsize j = 0; j < G_N_ELEMENTS (widths); j++)
          check_layout (weighing, widths[j]);
        dossier_weighing_set_on (weighing, DOSSIER_SWITCH_HEDGE, DOSSIER_HEDGE_LIKELY, FALSE);
        check_layout (weighing, 700);
      }
}

/* What is taken off makes nothing else wider: before and after can be compared. */
static void
test_unit (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (8);
  g_autoptr (DossierDocument) document = make_document (random, 2, 100);
  g_autoptr (DossierWeighing) weighing = dossier_weighing_new (document);
  g_autoptr (DossierBalanceLayout) before = dossier_balance_layout_new (weighing, 900);
  g_autoptr (DossierBalanceLayout) after = NULL;

  dossier_weighing_set_on (weighing, DOSSIER_SWITCH_STATUS, DOSSIER_STATUS_REPORTED, FALSE);
  after = dossier_balance_layout_new (weighing, 900);
  g_assert_cmpint (before->n_blocks, ==, after->n_blocks);
  g_assert_cmpfloat (after->unit, ==, before->unit);
}

/* The arrow keys reach every block. */
static void
test_walk (void)
{
  static const int steps[][2] = { { 1, 0 }, { -1, 0 }, { 0, 1 }, { 0, -1 } };
  g_autoptr (GRand) random = g_rand_new_with_seed (9);
  g_autoptr (DossierDocument) document = make_document (random, 3, 40);
  g_autoptr (DossierWeighing) weighing = dossier_weighing_new (document);
  g_autoptr (DossierBalanceLayout) layout = dossier_balance_layout_new (weighing, 900);
  g_autofree gboolean *met = g_new0 (gboolean, layout->n_blocks);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (int));
  int first = dossier_balance_layout_walk (layout, -1, 1, 0);

  g_assert_cmpint (first, ==, 0);
  met[first] = TRUE;
  g_array_append_val (queue, first);
  for (guint i = 0; i < queue->len; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (steps); j++)
      {
        int next = dossier_balance_layout_walk (layout, g_array_index (queue, int, i), steps[j][0], steps[j][1]);

        if (!met[next])
          {
            met[next] = TRUE;
            g_array_append_val (queue, next);
          }
      }
  g_assert_cmpint (queue->len, ==, layout->n_blocks);
}

static guint32
get_pixel (cairo_surface_t *surface, double x, double y)
{
  const guchar *row = cairo_image_surface_get_data (surface) + (int) y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (const void *) row)[(int) x] & 0xffffff;
}

static guint32
to_pixel (const DossierColor *color)
{
  return (guint32) lround (color->red * 255) << 16 | (guint32) lround (color->green * 255) << 8 | (guint32) lround (color->blue * 255);
}

/* What is stated lies there in full colour; taken off, its place is as the ground. */
static void
test_painted (void)
{
  g_autoptr (DossierDocument) document =
      samples_read_good ("{'dossier': 1, 'title': 'A', 'hypotheses': [{'id': 'h', 'title': 'H'}], 'claims': [{'id': 'c', 'type': 'assessment', 'title': '.',"
                         " 'bearings': [{'hypothesis': 'h', 'stance': 'supports'}]}]}");
  g_autoptr (DossierWeighing) weighing = dossier_weighing_new (document);

  for (int flags = DOSSIER_THEME_LIGHT; flags <= (DOSSIER_THEME_DARK | DOSSIER_THEME_HIGH_CONTRAST); flags++)
    for (int on = 0; on < 2; on++)
      {
        cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 700, 200);
        cairo_t *cr = cairo_create (surface);
        DossierTheme theme;
        g_autoptr (DossierTypesetter) typesetter = NULL;
        g_autoptr (DossierSwatches) swatches = NULL;
        g_autoptr (DossierBalanceLayout) layout = NULL;
        DossierBalancePainter painter = { .hovered = -1, .focused = -1, .selected = -1 };
        const DossierRectangle *box;

        dossier_theme_init (&theme, (DossierThemeFlags) flags);
        typesetter = dossier_typesetter_new (&theme);
        swatches = dossier_swatches_new (document, &theme);
        painter.theme = &theme;
        painter.typesetter = typesetter;
        painter.swatches = swatches;
        dossier_weighing_set_on (weighing, DOSSIER_SWITCH_HEDGE, DOSSIER_HEDGE_STATED, on);
        layout = dossier_balance_layout_new (weighing, 700);

        dossier_color_set_source (&theme.view, cr);
        cairo_paint (cr);
        dossier_balance_painter_draw (&painter, weighing, layout, cr);
        dossier_balance_painter_draw_legend (&painter, 0, layout->height, 700, cr);
        g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
        cairo_surface_flush (surface);

        g_assert_cmpint (layout->n_blocks, ==, 1);
        box = &layout->blocks[0].box;
        g_assert_cmphex (get_pixel (surface, box->x + box->width - 12, box->y + box->height / 2),
                         ==,
                         to_pixel (on ? &dossier_theme_get_hue (&theme, DOSSIER_HUE_SUPPORTS)->mark : &theme.view));
        cairo_destroy (cr);
        cairo_surface_destroy (surface);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/balance/layouts", test_layouts);
  g_test_add_func ("/balance/unit", test_unit);
  g_test_add_func ("/balance/walk", test_walk);
  g_test_add_func ("/balance/painted", test_painted);

  return g_test_run ();
}
