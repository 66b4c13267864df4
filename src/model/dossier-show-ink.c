/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-show-ink.h"

/* A hand that trembles by less than this has not moved. */
#define LEAST_WAY 0.0008

typedef struct
{
  int scene;
  GArray *points; /* of DossierShowPoint, one at least */
} Stroke;

struct _DossierShowInk
{
  GPtrArray *strokes; /* of Stroke, the last at the end */
};

static void
stroke_free (gpointer data)
{
  Stroke *stroke = data;

  g_array_unref (stroke->points);
  g_free (stroke);
}

static Stroke *
get_stroke (DossierShowInk *self, guint index)
{
  return g_ptr_array_index (self->strokes, index);
}

/**
 * dossier_show_ink_new:
 *
 * Returns: (transfer full): nothing drawn yet
 */
DossierShowInk *
dossier_show_ink_new (void)
{
  DossierShowInk *self = g_new (DossierShowInk, 1);

  self->strokes = g_ptr_array_new_with_free_func (stroke_free);

  return self;
}

/**
 * dossier_show_ink_free:
 * @self: (nullable): what was drawn, or %NULL
 */
void
dossier_show_ink_free (DossierShowInk *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->strokes);
  g_free (self);
}

/**
 * dossier_show_ink_begin:
 * @self: what was drawn
 * @scene: over which scene, from 0
 * @x: where the pen is put down, 0 to 1
 * @y: likewise
 */
void
dossier_show_ink_begin (DossierShowInk *self, int scene, double x, double y)
{
  Stroke *stroke = g_new (Stroke, 1);
  DossierShowPoint point = { x, y };

  stroke->scene = scene;
  stroke->points = g_array_new (FALSE, FALSE, sizeof (DossierShowPoint));
  g_array_append_val (stroke->points, point);
  g_ptr_array_add (self->strokes, stroke);
}

/**
 * dossier_show_ink_extend:
 * @self: what was drawn, a stroke at least
 * @x: where the pen has come to, 0 to 1
 * @y: likewise
 */
void
dossier_show_ink_extend (DossierShowInk *self, double x, double y)
{
  GArray *points;
  DossierShowPoint point = { x, y };
  const DossierShowPoint *last;

  g_return_if_fail (self->strokes->len > 0);

  points = get_stroke (self, self->strokes->len - 1)->points;
  last = &g_array_index (points, DossierShowPoint, points->len - 1);
  if (ABS (last->x - x) + ABS (last->y - y) >= LEAST_WAY)
    g_array_append_val (points, point);
}

/* How far a point is from the straight way between two others, squared. */
static double
get_distance_squared (const DossierShowPoint *from, const DossierShowPoint *to, double x, double y)
{
  double dx = to->x - from->x;
  double dy = to->y - from->y;
  double length_squared = dx * dx + dy * dy;
  double share = length_squared > 0 ? CLAMP (((x - from->x) * dx + (y - from->y) * dy) / length_squared, 0, 1) : 0;
  double off_x = from->x + share * dx - x;
  double off_y = from->y + share * dy - y;

  return off_x * off_x + off_y * off_y;
}

static gboolean
is_near (const Stroke *stroke, double x, double y)
{
  for (guint i = 0; i < stroke->points->len; i++)
    {
      const DossierShowPoint *from = &g_array_index (stroke->points, DossierShowPoint, i);
      const DossierShowPoint *to = &g_array_index (stroke->points, DossierShowPoint, MIN (i + 1, stroke->points->len - 1));

      if (get_distance_squared (from, to, x, y) <= DOSSIER_SHOW_ERASER * DOSSIER_SHOW_ERASER)
        return TRUE;
    }

  return FALSE;
}

/**
 * dossier_show_ink_erase:
 * @self: what was drawn
 * @scene: over which scene, from 0
 * @x: where the eraser is, 0 to 1
 * @y: likewise
 *
 * Takes away every stroke that it touches.
 *
 * Returns: whether there was any
 */
gboolean
dossier_show_ink_erase (DossierShowInk *self, int scene, double x, double y)
{
  guint n_before = self->strokes->len;

  for (guint i = n_before; i > 0; i--)
    if (get_stroke (self, i - 1)->scene == scene && is_near (get_stroke (self, i - 1), x, y))
      g_ptr_array_remove_index (self->strokes, i - 1);

  return self->strokes->len < n_before;
}

/**
 * dossier_show_ink_undo:
 * @self: what was drawn
 * @scene: over which scene, from 0
 *
 * Takes away the last stroke.
 *
 * Returns: whether there was any
 */
gboolean
dossier_show_ink_undo (DossierShowInk *self, int scene)
{
  for (guint i = self->strokes->len; i > 0; i--)
    if (get_stroke (self, i - 1)->scene == scene)
      {
        g_ptr_array_remove_index (self->strokes, i - 1);
        return TRUE;
      }

  return FALSE;
}

/**
 * dossier_show_ink_clear:
 * @self: what was drawn
 * @scene: over which scene, from 0
 *
 * Takes away all of it.
 *
 * Returns: whether there was any
 */
gboolean
dossier_show_ink_clear (DossierShowInk *self, int scene)
{
  gboolean cleared = FALSE;

  while (dossier_show_ink_undo (self, scene))
    cleared = TRUE;

  return cleared;
}

/**
 * dossier_show_ink_get_n:
 * @self: what was drawn
 *
 * Returns: how many strokes there are, over all scenes
 */
int
dossier_show_ink_get_n (DossierShowInk *self)
{
  return (int) self->strokes->len;
}

/**
 * dossier_show_ink_get:
 * @self: what was drawn
 * @stroke: which stroke, from 0
 * @scene: which scene is looked at, from 0
 * @n_points: (out): how many points it has, 0 if it is over another scene
 *
 * Returns: (array length=n_points) (nullable): the points of the stroke, %NULL if it is over another scene
 */
const DossierShowPoint *
dossier_show_ink_get (DossierShowInk *self, int stroke, int scene, int *n_points)
{
  const Stroke *found;

  *n_points = 0;
  g_return_val_if_fail (stroke >= 0 && stroke < (int) self->strokes->len, NULL);

  found = get_stroke (self, (guint) stroke);
  if (found->scene != scene)
    return NULL;
  *n_points = (int) found->points->len;

  return (const DossierShowPoint *) (gconstpointer) found->points->data;
}
