/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-occupancy.h"

#include <math.h>

typedef struct
{
  DossierRectangle rectangle;
  double radius; /* of a circle that fills the rectangle, 0 for the rectangle itself */
} Shape;

typedef struct
{
  DossierPoint point;
  int line;
} Sample;

/* What lies in one cell of the grid: indexes of shapes and of samples. */
typedef struct
{
  GArray *shapes;
  GArray *samples;
} Bin;

struct _DossierOccupancy
{
  double cell;
  GArray *shapes;
  GHashTable *cells;
};

/* Cells far from each other may share a key: what is found is looked at anyway. */
static gpointer
make_key (int column, int row)
{
  return GUINT_TO_POINTER ((guint) column * 0x9e3779b1u ^ (guint) row * 0x85ebca6bu);
}

static void
free_cell (gpointer data)
{
  Bin *cell = data;

  g_array_unref (cell->shapes);
  g_array_unref (cell->samples);
  g_free (cell);
}

static Bin *
get_cell (DossierOccupancy *occupancy, int column, int row)
{
  Bin *cell = g_hash_table_lookup (occupancy->cells, make_key (column, row));

  if (cell == NULL)
    {
      cell = g_new (Bin, 1);
      cell->shapes = g_array_new (FALSE, FALSE, sizeof (int));
      cell->samples = g_array_new (FALSE, FALSE, sizeof (Sample));
      g_hash_table_insert (occupancy->cells, make_key (column, row), cell);
    }

  return cell;
}

/* Coordinates come from the camera and may be beyond any int. */
static int
get_index (DossierOccupancy *occupancy, double place)
{
  return (int) CLAMP (floor (place / occupancy->cell), -1e9, 1e9);
}

static void
add_shape (DossierOccupancy *occupancy, const DossierRectangle *rectangle, double radius)
{
  Shape shape = { *rectangle, radius };
  int index = (int) occupancy->shapes->len;
  int last_column = get_index (occupancy, rectangle->x + rectangle->width);
  int last_row = get_index (occupancy, rectangle->y + rectangle->height);

  g_array_append_val (occupancy->shapes, shape);
  for (int column = get_index (occupancy, rectangle->x); column <= last_column; column++)
    for (int row = get_index (occupancy, rectangle->y); row <= last_row; row++)
      g_array_append_val (get_cell (occupancy, column, row)->shapes, index);
}

/**
 * dossier_occupancy_new:
 * @cell: the side of a cell of the grid in which it looks things up, about the size of a label; above 0
 *
 * Returns: (transfer full): an empty canvas
 */
DossierOccupancy *
dossier_occupancy_new (double cell)
{
  DossierOccupancy *occupancy = g_new0 (DossierOccupancy, 1);

  g_return_val_if_fail (cell > 0, occupancy);

  occupancy->cell = cell;
  occupancy->shapes = g_array_new (FALSE, FALSE, sizeof (Shape));
  occupancy->cells = g_hash_table_new_full (NULL, NULL, NULL, free_cell);

  return occupancy;
}

/**
 * dossier_occupancy_free:
 * @occupancy: (nullable): a canvas, or %NULL
 *
 * Frees @occupancy.
 */
void
dossier_occupancy_free (DossierOccupancy *occupancy)
{
  if (occupancy == NULL)
    return;

  g_array_unref (occupancy->shapes);
  g_hash_table_unref (occupancy->cells);
  g_free (occupancy);
}

/**
 * dossier_occupancy_add_rectangle:
 * @occupancy: a canvas
 * @rectangle: what is taken, of a size in proportion to the cells
 */
void
dossier_occupancy_add_rectangle (DossierOccupancy *occupancy, const DossierRectangle *rectangle)
{
  add_shape (occupancy, rectangle, 0);
}

/**
 * dossier_occupancy_add_circle:
 * @occupancy: a canvas
 * @middle: the middle of a circle that is taken
 * @radius: its radius, in proportion to the cells
 */
void
dossier_occupancy_add_circle (DossierOccupancy *occupancy, DossierPoint middle, double radius)
{
  DossierRectangle rectangle = { middle.x - radius, middle.y - radius, 2 * radius, 2 * radius };

  add_shape (occupancy, &rectangle, radius);
}

/**
 * dossier_occupancy_add_curve:
 * @occupancy: a canvas
 * @curve: a line, clipped to about what is in sight
 * @line: a number by which to except it
 */
void
dossier_occupancy_add_curve (DossierOccupancy *occupancy, const DossierCurve *curve, int line)
{
  double length = dossier_curve_get_length (curve);
  int n_samples = (int) CLAMP (length / 4, 1, 2000);

  for (int i = 0; i <= n_samples; i++)
    {
      Sample sample = { dossier_curve_get_point (curve, (double) i / n_samples), line };
      Bin *cell = get_cell (occupancy, get_index (occupancy, sample.point.x), get_index (occupancy, sample.point.y));

      g_array_append_val (cell->samples, sample);
    }
}

static gboolean
meets (const Shape *shape, const DossierRectangle *rectangle)
{
  double x;
  double y;

  if (!dossier_rectangle_intersects (&shape->rectangle, rectangle))
    return FALSE;
  if (shape->radius == 0)
    return TRUE;

  /* From the middle of the circle to the closest point of the rectangle. */
  x = shape->rectangle.x + shape->radius;
  y = shape->rectangle.y + shape->radius;
  x -= CLAMP (x, rectangle->x, rectangle->x + rectangle->width);
  y -= CLAMP (y, rectangle->y, rectangle->y + rectangle->height);

  return x * x + y * y < shape->radius * shape->radius;
}

/**
 * dossier_occupancy_is_free:
 * @occupancy: a canvas
 * @rectangle: where something is to be put
 *
 * Returns: whether neither a rectangle nor a circle takes up a part of it
 */
gboolean
dossier_occupancy_is_free (DossierOccupancy *occupancy, const DossierRectangle *rectangle)
{
  int last_column = get_index (occupancy, rectangle->x + rectangle->width);
  int last_row = get_index (occupancy, rectangle->y + rectangle->height);

  for (int column = get_index (occupancy, rectangle->x); column <= last_column; column++)
    for (int row = get_index (occupancy, rectangle->y); row <= last_row; row++)
      {
        const Bin *cell = g_hash_table_lookup (occupancy->cells, make_key (column, row));

        for (guint i = 0; cell != NULL && i < cell->shapes->len; i++)
          if (meets (&g_array_index (occupancy->shapes, Shape, g_array_index (cell->shapes, int, i)), rectangle))
            return FALSE;
      }

  return TRUE;
}

/**
 * dossier_occupancy_count_lines:
 * @occupancy: a canvas
 * @rectangle: where something is to be put
 * @except: the number of a line that does not count, -1 for none
 *
 * Returns: how many different lines run through @rectangle, at most 8
 */
int
dossier_occupancy_count_lines (DossierOccupancy *occupancy, const DossierRectangle *rectangle, int except)
{
  int last_column = get_index (occupancy, rectangle->x + rectangle->width);
  int last_row = get_index (occupancy, rectangle->y + rectangle->height);
  int lines[8];
  int n_lines = 0;

  for (int column = get_index (occupancy, rectangle->x); column <= last_column; column++)
    for (int row = get_index (occupancy, rectangle->y); row <= last_row; row++)
      {
        const Bin *cell = g_hash_table_lookup (occupancy->cells, make_key (column, row));

        for (guint i = 0; cell != NULL && i < cell->samples->len; i++)
          {
            const Sample *sample = &g_array_index (cell->samples, Sample, i);
            int known = 0;

            if (sample->line == except || !dossier_rectangle_contains (rectangle, sample->point))
              continue;

            while (known < n_lines && lines[known] != sample->line)
              known++;
            if (known < n_lines)
              continue;

            lines[n_lines++] = sample->line;
            if (n_lines == G_N_ELEMENTS (lines))
              return n_lines;
          }
      }

  return n_lines;
}
