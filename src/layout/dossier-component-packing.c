/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-component-packing.h"
#include "layout/dossier-cell-grid.h"

#include <math.h>

/* How many cells of the grid a component covers in the mean: more pack tighter and take longer. From so many components
 * on that there would be more cells than MANY_CELLS, each has fewer, but never less than LEAST_CELLS_EACH. */
#define CELLS_EACH       48
#define LEAST_CELLS_EACH 24
#define MANY_CELLS       9600

/* Cells are numbered from -MAX_CELL to MAX_CELL in each direction, so that a pair fits the 32 bits of a hash key. */
#define MAX_CELL 30000

/* How many cells are looked at in search of good places. Components that are all line and no box could ask for far more, and
 * what is placed when these are used up comes below the rest. */
#define MOST_LOOKS (1 << 26)

/* The cells that a component covers, relative to the cell of its middle. */
typedef struct
{
  int component;
  double x;
  double y;
  GArray *cells;
  int width;
  int height;
  gboolean anchored;
} Polyomino;

static gpointer
make_key (int column, int row)
{
  return GUINT_TO_POINTER ((guint) (column + 0x8000) << 16 | (guint) (row + 0x8000));
}

static void
clear_polyomino (gpointer data)
{
  g_array_unref (((Polyomino *) data)->cells);
}

static void
take_rectangle (GHashTable *own, double left, double right, double top, double bottom, double size)
{
  for (int column = (int) floor (left / size); column <= (int) floor (right / size); column++)
    for (int row = (int) floor (top / size); row <= (int) floor (bottom / size); row++)
      g_hash_table_add (own, make_key (column, row));
}

static void
take_line (GHashTable *own, double x1, double y1, double x2, double y2, double size)
{
  int n_steps = 1 + (int) (2 * MAX (fabs (x2 - x1), fabs (y2 - y1)) / size);

  for (int i = 0; i <= n_steps; i++)
    {
      double at = (double) i / n_steps;

      g_hash_table_add (own,
                        make_key ((int) floor ((x1 + (x2 - x1) * at) / size),
                                  (int) floor ((y1 + (y2 - y1) * at) / size)));
    }
}

static int
compare_cells (gconstpointer a, gconstpointer b)
{
  const DossierCell *left = a;
  const DossierCell *right = b;

  if (left->row != right->row)
    return left->row - right->row;

  return left->column - right->column;
}

/* The middle of each component's bounding box, and how wide and high it is. */
static void
find_middles (Polyomino *polyominoes, int n_components, const DossierBox *boxes, const int *components, int n_boxes)
{
  g_autofree double *left = g_new (double, n_components);
  g_autofree double *right = g_new (double, n_components);
  g_autofree double *top = g_new (double, n_components);
  g_autofree double *bottom = g_new (double, n_components);

  for (int i = 0; i < n_components; i++)
    {
      left[i] = top[i] = G_MAXDOUBLE;
      right[i] = bottom[i] = -G_MAXDOUBLE;
    }

  for (int i = 0; i < n_boxes; i++)
    {
      int c = components[i];

      left[c] = MIN (left[c], boxes[i].x - boxes[i].half_width);
      right[c] = MAX (right[c], boxes[i].x + boxes[i].half_width);
      top[c] = MIN (top[c], boxes[i].y - boxes[i].half_height);
      bottom[c] = MAX (bottom[c], boxes[i].y + boxes[i].half_height);
    }

  for (int i = 0; i < n_components; i++)
    {
      polyominoes[i].x = polyominoes[i].anchored ? 0 : (left[i] + right[i]) / 2;
      polyominoes[i].y = polyominoes[i].anchored ? 0 : (top[i] + bottom[i]) / 2;
    }
}

static void
find_cells (Polyomino *polyominoes,
            int n_components,
            const DossierBox *boxes,
            const int *components,
            int n_boxes,
            const DossierGraphEdge *edges,
            int n_edges,
            double gap,
            double size)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);

  for (int i = 0; i < n_components; i++)
    g_ptr_array_add (own, g_hash_table_new (NULL, NULL));

  for (int i = 0; i < n_boxes; i++)
    {
      const Polyomino *polyomino = &polyominoes[components[i]];
      double x = boxes[i].x - polyomino->x;
      double y = boxes[i].y - polyomino->y;
      double half_width = boxes[i].half_width + gap / 2;
      double half_height = boxes[i].half_height + gap / 2;

      take_rectangle (g_ptr_array_index (own, components[i]), x - half_width, x + half_width, y - half_height, y + half_height, size);
    }

  for (int i = 0; i < n_edges; i++)
    {
      const DossierBox *a = &boxes[edges[i].a];
      const DossierBox *b = &boxes[edges[i].b];
      const Polyomino *polyomino = &polyominoes[components[edges[i].a]];

      take_line (g_ptr_array_index (own, components[edges[i].a]),
                 a->x - polyomino->x,
                 a->y - polyomino->y,
                 b->x - polyomino->x,
                 b->y - polyomino->y,
                 size);
    }

  for (int i = 0; i < n_components; i++)
    {
      Polyomino *polyomino = &polyominoes[i];
      GHashTableIter iter;
      gpointer key;
      int left = G_MAXINT;
      int right = G_MININT;

      g_hash_table_iter_init (&iter, g_ptr_array_index (own, i));
      while (g_hash_table_iter_next (&iter, &key, NULL))
        {
          guint both = GPOINTER_TO_UINT (key);
          DossierCell cell = { (int) (both >> 16) - 0x8000, (int) (both & 0xffff) - 0x8000 };

          left = MIN (left, cell.column);
          right = MAX (right, cell.column);
          g_array_append_val (polyomino->cells, cell);
        }

      /* A hash table's order is nobody's promise. */
      g_array_sort (polyomino->cells, compare_cells);
      polyomino->width = right - left + 1;
      polyomino->height = g_array_index (polyomino->cells, DossierCell, polyomino->cells->len - 1).row -
                          g_array_index (polyomino->cells, DossierCell, 0).row + 1;
    }
}

static int
compare_polyominoes (gconstpointer a, gconstpointer b)
{
  const Polyomino *left = a;
  const Polyomino *right = b;

  if (left->anchored != right->anchored)
    return left->anchored ? -1 : 1;
  if (left->width + left->height != right->width + right->height)
    return right->width + right->height - left->width - left->height;
  if (left->width != right->width)
    return right->width - left->width;

  return left->component - right->component;
}

static const DossierCell *
get_cells (const Polyomino *polyomino)
{
  return (const DossierCell *) polyomino->cells->data;
}

/* A search for a place for one component. */
typedef struct
{
  const DossierCellGrid *grid;
  const DossierCell *cells;
  guint n_cells;
  guint suspect; /* the cell that lay on another last: one step on, it does most often */
  double aspect; /* of the rings */
  gint64 n_looks;
} Search;

static gboolean
is_free (Search *search, int column, int row)
{
  guint taken;

  search->n_looks++;
  if (dossier_cell_grid_find_taken (search->grid, search->cells + search->suspect, 1, column, row) == 0)
    return FALSE;

  taken = dossier_cell_grid_find_taken (search->grid, search->cells, search->n_cells, column, row);
  search->n_looks += taken;
  if (taken == search->n_cells)
    return TRUE;

  search->suspect = taken;

  return FALSE;
}

/* Looks for a free place on the ring of rectangles with the given number. */
static gboolean
find_place_on_ring (Search *search, int ring, int *column, int *row)
{
  int columns = (int) (ring * MAX (1, search->aspect));
  int rows = (int) (ring * MAX (1, 1 / search->aspect));
  int inner_columns = ring > 0 ? (int) ((ring - 1) * MAX (1, search->aspect)) : -1;
  int inner_rows = ring > 0 ? (int) ((ring - 1) * MAX (1, 1 / search->aspect)) : -1;

  /* From the middle of each side outward, so that what is placed stays close to the middle. */
  for (int j = 0; j <= 2 * rows; j++)
    {
      *row = j % 2 == 0 ? -j / 2 : (j + 1) / 2;

      for (int i = 0; i <= 2 * columns; i++)
        {
          *column = i % 2 == 0 ? -i / 2 : (i + 1) / 2;

          if (ABS (*row) <= inner_rows && ABS (*column) <= inner_columns)
            {
              i = MAX (i, 2 * inner_columns);
              continue;
            }
          if (is_free (search, *column, *row))
            return TRUE;
        }
    }

  return FALSE;
}

/**
 * dossier_component_packing_run:
 * @boxes: (array length=n_boxes): the boxes of all nodes; they are moved
 * @components: (array length=n_boxes): which component each belongs to, from 0
 * @n_boxes: how many boxes
 * @n_components: how many components; each has at least one box
 * @anchored: (array length=n_components): which components must stay where they are
 * @edges: (array length=n_edges): lines between boxes of one component, which others should not lie on
 * @n_edges: how many lines
 * @aspect: the width of the whole by its height that is aimed at; above 0
 * @gap: how far apart boxes of different components shall be
 *
 * Moves each component as a whole so that they lie close to each other and not on each other. The largest
 * comes into the middle, the others around it and into its bays.
 *
 * Freivalds, Dogrusoz, Kikusts: Disconnected graph layout and the polyomino packing approach (Graph
 * Drawing 2001), with rings of the wished proportion.
 */
void
dossier_component_packing_run (DossierBox *boxes,
                               const int *components,
                               int n_boxes,
                               int n_components,
                               const gboolean *anchored,
                               const DossierGraphEdge *edges,
                               int n_edges,
                               double aspect,
                               double gap)
{
  g_autoptr (GArray) polyominoes = NULL;
  g_autoptr (DossierCellGrid) grid = NULL;
  g_autoptr (GHashTable) rings = g_hash_table_new (NULL, NULL); /* where the last of such a size found room */
  Polyomino *all;
  double size; /* of a cell */
  double area = 0;
  double extent = 0;
  double middle_x = 0;
  double middle_y = 0;
  int n_anchored = 0;
  int ring = 0;
  int cells_each;
  int bottom = 0; /* the row below all that is taken */
  Search search;
  g_autofree double *shift_x = NULL;
  g_autofree double *shift_y = NULL;

  g_return_if_fail (aspect > 0);

  if (n_components < 2)
    return;

  polyominoes = g_array_sized_new (FALSE, TRUE, sizeof (Polyomino), (guint) n_components);
  g_array_set_clear_func (polyominoes, clear_polyomino);
  g_array_set_size (polyominoes, (guint) n_components);
  all = (Polyomino *) polyominoes->data;
  for (int i = 0; i < n_components; i++)
    all[i] = (Polyomino){
      .component = i,
      .cells = g_array_new (FALSE, FALSE, sizeof (DossierCell)),
      .anchored = anchored[i],
    };

  for (int i = 0; i < n_boxes; i++)
    {
      area += (2 * boxes[i].half_width + gap) * (2 * boxes[i].half_height + gap);
      extent = MAX (extent, MAX (fabs (boxes[i].x) + boxes[i].half_width, fabs (boxes[i].y) + boxes[i].half_height));
    }

  /* The second bound keeps the numbers of cells in range, whatever the coordinates. */
  cells_each = CLAMP (MANY_CELLS / n_components, LEAST_CELLS_EACH, CELLS_EACH);
  size = sqrt (MAX (1, area) / n_components / cells_each);
  size = MAX (size, 8 * (extent + gap) / MAX_CELL);

  find_middles (all, n_components, boxes, components, n_boxes);
  find_cells (all, n_components, boxes, components, n_boxes, edges, n_edges, gap, size);
  g_array_sort (polyominoes, compare_polyominoes);

  shift_x = g_new0 (double, n_components);
  shift_y = g_new0 (double, n_components);
  grid = dossier_cell_grid_new ();
  search = (Search){ .grid = grid, .aspect = aspect };

  for (int i = 0; i < n_components && all[i].anchored; i++)
    {
      dossier_cell_grid_take (grid, get_cells (&all[i]), all[i].cells->len, 0, 0);
      bottom = MAX (bottom, get_cells (&all[i])[all[i].cells->len - 1].row + 1);
    }
  for (int i = 0; i < n_boxes; i++)
    if (anchored[components[i]])
      {
        middle_x += boxes[i].x;
        middle_y += boxes[i].y;
        n_anchored++;
      }
  middle_x = n_anchored > 0 ? floor (middle_x / n_anchored / size) : 0;
  middle_y = n_anchored > 0 ? floor (middle_y / n_anchored / size) : 0;

  for (int i = 0; i < n_components; i++)
    {
      Polyomino shifted = all[i];
      int column = 0;
      int row = 0;

      if (all[i].anchored)
        continue;

      /* What had no room for the same shape a moment ago has none now. Of many components, not even the outline has to be
       * more than as wide and as high. */
      if (n_components > MANY_CELLS / CELLS_EACH)
        ring = GPOINTER_TO_INT (g_hash_table_lookup (rings, make_key (all[i].width, all[i].height)));
      else if (i == 0 || all[i - 1].anchored || all[i - 1].width != all[i].width || all[i - 1].height != all[i].height || all[i].cells->len != (guint) (all[i].width * all[i].height))
        ring = 0;

      shifted.cells = g_array_copy (all[i].cells);
      for (guint j = 0; j < shifted.cells->len; j++)
        {
          g_array_index (shifted.cells, DossierCell, j).column += (int) middle_x;
          g_array_index (shifted.cells, DossierCell, j).row += (int) middle_y;
        }

      search.cells = get_cells (&shifted);
      search.n_cells = shifted.cells->len;
      search.suspect = 0;
      while (search.n_looks < MOST_LOOKS && !find_place_on_ring (&search, ring, &column, &row))
        ring++;
      if (search.n_looks >= MOST_LOOKS)
        {
          column = 0;
          row = bottom - search.cells[0].row;
        }
      g_hash_table_insert (rings, make_key (all[i].width, all[i].height), GINT_TO_POINTER (ring));
      bottom = MAX (bottom, row + search.cells[search.n_cells - 1].row + 1);

      dossier_cell_grid_take (grid, search.cells, search.n_cells, column, row);
      g_array_unref (shifted.cells);
      shift_x[all[i].component] = (column + middle_x) * size - all[i].x;
      shift_y[all[i].component] = (row + middle_y) * size - all[i].y;
    }

  for (int i = 0; i < n_boxes; i++)
    {
      boxes[i].x += shift_x[components[i]];
      boxes[i].y += shift_y[components[i]];
    }
}
