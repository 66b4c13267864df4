/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-matrix-layout.h"
#include "painting/dossier-matrix-painter.h"

#include "samples.h"

#include <math.h>

/*
 *             ann    bob    cid
 *   e-arms    −      ++     .      ann and bob react; cid takes part
 *   e-more    o      .      .      like e-arms (same kind, cid takes part in both), bob takes part
 *   e-talks   .      −      !!     of another kind, one participant in common: not alike
 *   t-arms    o      o      .      borne out by e-arms
 */
static const char sample[] =
    "{'dossier': 1, 'title': 'A', 'kinds': [{'id': 'arms', 'label': 'Arms'}, {'id': 'talks', 'label': 'Talks'}],"
    " 'tie_kinds': [{'id': 'tk', 'label': 'Tie'}],"
    " 'actors': [{'id': 'ann', 'type': 'person', 'name': 'Ann'}, {'id': 'bob', 'type': 'person', 'name': 'Bob'}, {'id': 'cid', 'type': 'person', 'name': 'Cid'},"
    "   {'id': 'dan', 'type': 'person', 'name': 'Dan'}],"
    " 'events': ["
    "   {'id': 'e-talks', 'title': 'Talks', 'kind': 'talks', 'date': '2024-05-01', 'participants': [{'actor': 'dan', 'role': 'host'}]},"
    "   {'id': 'e-arms', 'title': 'Arms', 'kind': 'arms', 'date': '2023-01-01', 'participants': [{'actor': 'cid', 'role': 'host'}, {'actor': 'dan', 'role': 'guest'}]},"
    "   {'id': 'e-more', 'title': 'More arms', 'kind': 'arms', 'date': '2024-01-01', 'participants': [{'actor': 'cid', 'role': 'host'}, {'actor': 'bob', 'role': 'guest'}]}],"
    " 'ties': [{'id': 't-arms', 'from': 'cid', 'to': 'dan', 'kind': 'tk', 'sign': 'neutral', 'events': ['e-arms']}],"
    " 'reactions': ["
    "   {'id': 'r1', 'to': ['e-arms'], 'actors': ['ann'], 'stance': 'criticises', 'date': '2023-01-11', 'summary': 'So it is.'},"
    "   {'id': 'r2', 'to': ['e-arms'], 'actors': ['bob'], 'stance': 'welcomes'},"
    "   {'id': 'r3', 'to': ['e-talks'], 'actors': ['bob', 'cid'], 'stance': 'criticises'},"
    "   {'id': 'r4', 'to': ['e-talks'], 'actors': ['cid'], 'stance': 'is-concerned'},"
    "   {'id': 'r5', 'to': ['e-more', 't-arms'], 'actors': ['dan'], 'stance': 'condemns'}]}";

typedef struct
{
  DossierDocument *document;
  DossierStanceMatrix *matrix;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->document = samples_read_good (sample);
  fixture->matrix = dossier_stance_matrix_new (fixture->document, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  dossier_stance_matrix_free (fixture->matrix);
  g_object_unref (fixture->document);
}

static int
find_row (DossierStanceMatrix *matrix, const char *title)
{
  for (int i = 0; i < dossier_stance_matrix_get_n_rows (matrix); i++)
    if (g_str_equal (dossier_stance_matrix_get_title (matrix, i), title))
      return i;

  g_error ("there is no row \"%s\"", title);
}

static int
find_column (DossierStanceMatrix *matrix, const char *name)
{
  for (int i = 0; i < dossier_stance_matrix_get_n_columns (matrix); i++)
    if (g_str_equal (dossier_stance_matrix_get_name (matrix, i), name))
      return i;

  g_error ("there is no column \"%s\"", name);
}

static char *
list_rows (DossierStanceMatrix *matrix)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (int i = 0; i < dossier_stance_matrix_get_n_rows (matrix); i++)
    g_string_append_printf (list, "%s%s", i > 0 ? "; " : "", dossier_stance_matrix_get_title (matrix, i));
  g_string_append (list, " |");
  for (int i = 0; i < dossier_stance_matrix_get_n_columns (matrix); i++)
    g_string_append_printf (list, " %s", dossier_stance_matrix_get_name (matrix, i));

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
test_cells (Fixture *fixture, gconstpointer data)
{
  DossierStanceMatrix *matrix = fixture->matrix;
  int talks = find_row (matrix, "Talks");
  int cid = find_column (matrix, "Cid");
  g_autofree char *text = dossier_stance_matrix_explain (matrix, find_row (matrix, "Arms"), find_column (matrix, "Ann"));

  g_assert_cmpint (dossier_stance_matrix_get_n_rows (matrix), ==, 4);
  g_assert_cmpint (dossier_stance_matrix_get_n_columns (matrix), ==, 4);
  g_assert_cmpint (dossier_stance_matrix_get_n_reactions (matrix, talks, cid), ==, 2);
  g_assert_cmpint (dossier_stance_matrix_get_reaction (matrix, talks, cid, 1), ==, samples_find (fixture->document, "r4").index);
  g_assert_cmpint (dossier_stance_matrix_get_n_reactions (matrix, talks, find_column (matrix, "Ann")), ==, 0);
  g_assert_cmpstr (text, ==, "Ann on “Arms”\nCriticises, 10 days later: So it is.");
}

static void
test_likes (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *row;
    const char *column;
    const char *like; /* NULL for none */
  } cases[] = {
    { "More arms", "Ann", "Arms" },
    { "More arms", "Bob", NULL }, /* takes part */
    { "Arms", "Ann", NULL },      /* reacted */
    { "Talks", "Ann", NULL },     /* not alike */
    { "Arms", "Dan", NULL },      /* takes part, though it reacted to the like */
  };
  DossierStanceMatrix *matrix = fixture->matrix;
  g_autofree char *text = dossier_stance_matrix_explain (matrix, find_row (matrix, "More arms"), find_column (matrix, "Ann"));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int like = dossier_stance_matrix_get_like (matrix, find_row (matrix, cases[i].row), find_column (matrix, cases[i].column));

      g_assert_cmpstr (like >= 0 ? dossier_stance_matrix_get_title (matrix, like) : NULL, ==, cases[i].like);
    }
  g_assert_cmpstr (text, ==, "Ann reacted to “Arms”, and not to “More arms”, which is like it");
}

static void
test_orders (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    DossierMatrixOrder rows;
    DossierMatrixOrder columns;
    const char *expected;
  } cases[] = {
    { DOSSIER_MATRIX_BY_DATE, DOSSIER_MATRIX_BY_DATE, "Arms; More arms; Talks; Cid → Dan: Tie | Ann Bob Cid Dan" },
    { DOSSIER_MATRIX_BY_COUNT, DOSSIER_MATRIX_BY_COUNT, "Talks; Arms; More arms; Cid → Dan: Tie | Bob Cid Dan Ann" },
    { DOSSIER_MATRIX_BY_NAME, DOSSIER_MATRIX_BY_NAME, "Arms; Cid → Dan: Tie; More arms; Talks | Ann Bob Cid Dan" },
    { DOSSIER_MATRIX_BY_STANCE, DOSSIER_MATRIX_BY_STANCE, "More arms; Cid → Dan: Tie; Talks; Arms | Dan Ann Cid Bob" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;

      dossier_stance_matrix_sort (fixture->matrix, cases[i].rows, cases[i].columns);
      text = list_rows (fixture->matrix);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

/* An event that the filter holds back has no row; a tie stays. */
static void
test_filtered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DossierFilter) filter = dossier_filter_new (fixture->document);
  g_autoptr (DossierStanceMatrix) matrix = NULL;
  g_autofree char *text = NULL;

  dossier_filter_set_chosen (filter, DOSSIER_FACET_KIND, 1, TRUE);
  matrix = dossier_stance_matrix_new (fixture->document, filter);
  text = list_rows (matrix);
  g_assert_cmpstr (text, ==, "Talks; Cid → Dan: Tie | Cid Bob Dan");
}

static void
measure (const char *text, DossierTextStyle style, double *width, double *height, gpointer data)
{
  *width = 7.0 * (double) g_utf8_strlen (text, -1);
  *height = 15;
}

/* What is found at the middle of a cell is that cell, wherever it is scrolled. */
static void
test_hit (Fixture *fixture, gconstpointer data)
{
  static const double sizes[][2] = { { 900, 600 }, { 320, 260 }, { 200, 150 } };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      DossierMatrixLayout layout;

      dossier_matrix_layout_init (&layout, fixture->matrix, sizes[i][0], sizes[i][1], measure, NULL);
      for (int row = -1; row < layout.n_rows; row++)
        for (int column = -1; column < layout.n_columns; column++)
          {
            DossierRectangle box;
            int found_row, found_column;

            if (row < 0 && column < 0)
              continue;

            dossier_matrix_layout_reveal (&layout, row, column);
            box = dossier_matrix_layout_get_box (&layout, row, column);
            g_assert_true (dossier_matrix_layout_find (&layout, box.x + box.width / 2, box.y + box.height - 2, &found_row, &found_column));
            g_assert_cmpint (found_row, ==, row);
            g_assert_cmpint (found_column, ==, column);
          }
      g_assert_false (dossier_matrix_layout_find (&layout, 10, 1e6, &(int){ 0 }, &(int){ 0 }));
    }
}

/* The names of neighbours lie further apart than they are high, the last one ends within the width, and a row holds its
 * title and its date: however large letters are. */
static void
test_names_apart (Fixture *fixture, gconstpointer data)
{
  static const double text_scales[] = { 0.5, 1, 1.5, 2, 3 };

  for (gsize i = 0; i < G_N_ELEMENTS (text_scales); i++)
    {
      double room = 700 * text_scales[i];
      DossierTheme theme;
      g_autoptr (DossierTypesetter) typesetter = NULL;
      DossierMatrixLayout layout;
      double width, height, date_height;

      dossier_theme_init (&theme, DOSSIER_THEME_LIGHT);
      dossier_theme_set_fonts (&theme, NULL, text_scales[i]);
      typesetter = dossier_typesetter_new (&theme);
      dossier_matrix_layout_init (&layout, fixture->matrix, room, 500, dossier_typesetter_measure, typesetter);
      dossier_typesetter_measure ("Ag", DOSSIER_TEXT_NODE_LABEL, &width, &height, typesetter);
      dossier_typesetter_measure ("12 May", DOSSIER_TEXT_TIE_LABEL, &width, &date_height, typesetter);

      g_assert_cmpfloat (layout.cell_width * sin (-DOSSIER_MATRIX_ANGLE), >=, height);
      g_assert_cmpfloat (layout.cell_height, >=, height + date_height);
      g_assert_cmpfloat (layout.header_width + (layout.n_columns - 0.5) * layout.cell_width + layout.name_length * cos (DOSSIER_MATRIX_ANGLE), <=, room);
      g_assert_cmpfloat (layout.header_height, >=, layout.name_length * sin (-DOSSIER_MATRIX_ANGLE));
    }
}

static guint32
get_pixel (cairo_surface_t *surface, double x, double y)
{
  const guchar *row = cairo_image_surface_get_data (surface) + (int) y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (const void *) row)[(int) x] & 0xffffff;
}

/* A cell with a reaction has its stance's colour, one without has none, and nothing is drawn over the titles. */
static void
test_painted (Fixture *fixture, gconstpointer data)
{
  for (int flags = DOSSIER_THEME_LIGHT; flags <= (DOSSIER_THEME_DARK | DOSSIER_THEME_HIGH_CONTRAST); flags++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 700, 500);
      cairo_t *cr = cairo_create (surface);
      DossierTheme theme;
      g_autoptr (DossierTypesetter) typesetter = NULL;
      g_autoptr (DossierSwatches) swatches = NULL;
      DossierMatrixPainter painter = { .hovered_row = -1, .hovered_column = -1 };
      DossierMatrixLayout layout;
      DossierRectangle box;
      const DossierColor *mark;
      guint32 expected;

      dossier_theme_init (&theme, (DossierThemeFlags) flags);
      typesetter = dossier_typesetter_new (&theme);
      swatches = dossier_swatches_new (fixture->document, &theme);
      painter.theme = &theme;
      painter.typesetter = typesetter;
      painter.swatches = swatches;
      painter.selected = DOSSIER_REF_NONE;
      dossier_matrix_layout_init (&layout, fixture->matrix, 700, 500, dossier_typesetter_measure, typesetter);

      dossier_color_set_source (&theme.view, cr);
      cairo_paint (cr);
      dossier_matrix_painter_draw (&painter, fixture->matrix, &layout, cr);
      dossier_matrix_painter_draw_legend (&painter, fixture->matrix, 0, 460, 700, cr);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_surface_flush (surface);

      mark = &dossier_theme_get_hue (&theme, DOSSIER_HUE_CRITICISES)->mark;
      expected = (guint32) lround (mark->red * 255) << 16 | (guint32) lround (mark->green * 255) << 8 | (guint32) lround (mark->blue * 255);
      box = dossier_matrix_layout_get_box (&layout, find_row (fixture->matrix, "Arms"), find_column (fixture->matrix, "Ann"));
      g_assert_cmphex (get_pixel (surface, box.x + 8, box.y + box.height / 2), ==, expected);
      box = dossier_matrix_layout_get_box (&layout, find_row (fixture->matrix, "Talks"), find_column (fixture->matrix, "Ann"));
      g_assert_cmphex (get_pixel (surface, box.x + 8, box.y + box.height / 2), !=, expected);

      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/matrix/cells", Fixture, NULL, set_up, test_cells, tear_down);
  g_test_add ("/matrix/likes", Fixture, NULL, set_up, test_likes, tear_down);
  g_test_add ("/matrix/orders", Fixture, NULL, set_up, test_orders, tear_down);
  g_test_add ("/matrix/filtered", Fixture, NULL, set_up, test_filtered, tear_down);
  g_test_add ("/matrix/hit", Fixture, NULL, set_up, test_hit, tear_down);
  g_test_add ("/matrix/names-apart", Fixture, NULL, set_up, test_names_apart, tear_down);
  g_test_add ("/matrix/painted", Fixture, NULL, set_up, test_painted, tear_down);

  return g_test_run ();
}
