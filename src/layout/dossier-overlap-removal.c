/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-overlap-removal.h"
#include "layout/dossier-separation.h"

#include <math.h>
#include <string.h>

/* Boxes are kept this much further apart than asked for, so that rounding does not make them touch. */
#define SLACK 1e-3

/* What a fixed box weighs beside the others; it is put back exactly in the end. */
#define FIXED_WEIGHT 1e6

typedef struct
{
  const DossierBox *boxes;
  gboolean by_x;
} SortData;

static inline double
get_overlap_x (const DossierBox *a, const DossierBox *b, double gap)
{
  return a->half_width + b->half_width + gap - fabs (a->x - b->x);
}

static inline double
get_overlap_y (const DossierBox *a, const DossierBox *b, double gap)
{
  return a->half_height + b->half_height + gap - fabs (a->y - b->y);
}

static inline gboolean
overlap (const DossierBox *a, const DossierBox *b, double gap)
{
  return get_overlap_x (a, b, gap) > 0 && get_overlap_y (a, b, gap) > 0;
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  const SortData *sort = data;
  int left = *(const int *) a;
  int right = *(const int *) b;
  double left_place = sort->by_x ? sort->boxes[left].x : sort->boxes[left].y;
  double right_place = sort->by_x ? sort->boxes[right].x : sort->boxes[right].y;

  if (left_place != right_place)
    return left_place < right_place ? -1 : 1;

  return left - right;
}

static int *
sort_by_place (const DossierBox *boxes, int n_boxes, gboolean by_x)
{
  SortData data = { boxes, by_x };
  int *order = g_new (int, MAX (1, n_boxes));

  for (int i = 0; i < n_boxes; i++)
    order[i] = i;
  g_qsort_with_data (order, n_boxes, sizeof (int), compare_places, &data);

  return order;
}

static double
get_greatest_half_width (const DossierBox *boxes, int n_boxes)
{
  double greatest = 0;

  for (int i = 0; i < n_boxes; i++)
    greatest = MAX (greatest, boxes[i].half_width);

  return greatest;
}

/**
 * dossier_overlap_removal_count:
 * @boxes: (array length=n_boxes): boxes
 * @n_boxes: how many
 * @gap: how far apart they should be in x or in y
 *
 * Returns: how many pairs of boxes are closer than @gap
 */
int
dossier_overlap_removal_count (const DossierBox *boxes, int n_boxes, double gap)
{
  g_autofree int *order = sort_by_place (boxes, n_boxes, TRUE);
  double greatest = get_greatest_half_width (boxes, n_boxes);
  int count = 0;

  for (int i = 0; i < n_boxes; i++)
    for (int j = i + 1; j < n_boxes; j++)
      {
        const DossierBox *a = &boxes[order[i]];
        const DossierBox *b = &boxes[order[j]];

        if (b->x - a->x >= a->half_width + greatest + gap)
          break;
        count += overlap (a, b, gap);
      }

  return count;
}

/* Moves two overlapping boxes apart the shorter way. */
static void
push_pair (DossierBox *a, DossierBox *b, double gap)
{
  double in_x = get_overlap_x (a, b, gap);
  double in_y = get_overlap_y (a, b, gap);
  double share_a = a->fixed ? 0 : b->fixed ? 1
                                           : 0.5;
  double share_b = b->fixed ? 0 : 1 - share_a;

  if (in_x < in_y)
    {
      double direction = a->x <= b->x ? 1 : -1;

      a->x -= direction * in_x * share_a;
      b->x += direction * in_x * share_b;
    }
  else
    {
      double direction = a->y <= b->y ? 1 : -1;

      a->y -= direction * in_y * share_a;
      b->y += direction * in_y * share_b;
    }
}

/**
 * dossier_overlap_removal_push:
 * @boxes: (array length=n_boxes): boxes
 * @n_boxes: how many
 * @gap: how far apart they should be in x or in y
 *
 * Moves each pair of overlapping boxes apart once, which may bring them onto others: one step of a
 * relaxation, to be mixed with those that keep the picture true.
 *
 * Returns: how many pairs were moved
 */
int
dossier_overlap_removal_push (DossierBox *boxes, int n_boxes, double gap)
{
  g_autofree int *order = sort_by_place (boxes, n_boxes, TRUE);
  double greatest = get_greatest_half_width (boxes, n_boxes);
  int count = 0;

  for (int i = 0; i < n_boxes; i++)
    for (int j = i + 1; j < n_boxes; j++)
      {
        DossierBox *a = &boxes[order[i]];
        DossierBox *b = &boxes[order[j]];

        /* The order is that before the first push: what a push changes of it, the next round sees. */
        if (b->x - a->x >= a->half_width + greatest + gap)
          break;
        if (!overlap (a, b, gap) || (a->fixed && b->fixed))
          continue;

        push_pair (a, b, gap);
        count++;
      }

  return count;
}

/* An entry or an exit of a box as the line sweeps over it. */
typedef struct
{
  double place;
  int box;
  gboolean opens;
} SweepEvent;

static int
compare_events (gconstpointer a, gconstpointer b, gpointer data)
{
  const SweepEvent *left = a;
  const SweepEvent *right = b;

  if (left->place != right->place)
    return left->place < right->place ? -1 : 1;
  if (left->opens != right->opens)
    return left->opens ? 1 : -1;

  return left->box - right->box;
}

static SweepEvent *
list_events (const DossierBox *boxes, int n_boxes, double gap, gboolean along_y)
{
  SweepEvent *events = g_new (SweepEvent, 2 * MAX (1, n_boxes));

  for (int i = 0; i < n_boxes; i++)
    {
      double middle = along_y ? boxes[i].y : boxes[i].x;
      double half = (along_y ? boxes[i].half_height : boxes[i].half_width) + gap / 2;

      events[2 * i] = (SweepEvent){ middle - half, i, TRUE };
      events[2 * i + 1] = (SweepEvent){ middle + half, i, FALSE };
    }
  g_qsort_with_data (events, 2 * n_boxes, sizeof *events, compare_events, NULL);

  return events;
}

static void
add_constraint (DossierSeparation *separation, const DossierBox *boxes, int left, int right, double gap, gboolean in_x)
{
  const DossierBox *a = &boxes[left];
  const DossierBox *b = &boxes[right];

  /* Where two fixed boxes overlap, that is as somebody wished it. */
  if (a->fixed && b->fixed)
    return;

  dossier_separation_add (separation,
                          left,
                          right,
                          gap + (in_x ? a->half_width + b->half_width : a->half_height + b->half_height));
}

/* Constrains the boxes that the line crosses together with @members[at]: in x those whose overlap is
 * resolved more cheaply in x than in y, up to the first that is clear of it; in y just the next ones. */
static void
constrain_to_neighbours (DossierSeparation *separation,
                         const DossierBox *boxes,
                         const int *members,
                         int n_members,
                         int at,
                         double gap,
                         gboolean in_x)
{
  for (int direction = -1; direction <= 1; direction += 2)
    for (int i = at + direction; i >= 0 && i < n_members; i += direction)
      {
        const DossierBox *box = &boxes[members[at]];
        const DossierBox *other = &boxes[members[i]];
        int left = direction < 0 ? members[i] : members[at];
        int right = direction < 0 ? members[at] : members[i];
        double overlap_x = get_overlap_x (box, other, gap);

        if (!in_x)
          {
            add_constraint (separation, boxes, left, right, gap, FALSE);
            break;
          }

        if (overlap_x <= 0 || overlap_x <= get_overlap_y (box, other, gap))
          add_constraint (separation, boxes, left, right, gap, TRUE);
        if (overlap_x <= 0)
          break;
      }
}

/* Moves the boxes along one axis until none overlaps in it (or, in x, none that had better be moved so). */
static void
separate (DossierBox *boxes, int n_boxes, double gap, gboolean in_x)
{
  g_autoptr (DossierSeparation) separation = dossier_separation_new (n_boxes);
  g_autofree int *order = sort_by_place (boxes, n_boxes, in_x);
  g_autofree int *ranks = g_new (int, n_boxes);
  g_autofree int *members = g_new (int, n_boxes);
  g_autofree SweepEvent *events = list_events (boxes, n_boxes, gap, in_x);
  g_autofree double *positions = g_new (double, n_boxes);
  int n_members = 0;

  for (int i = 0; i < n_boxes; i++)
    {
      double place = in_x ? boxes[i].x : boxes[i].y;

      ranks[order[i]] = i;
      dossier_separation_set_desired (separation, i, place, boxes[i].fixed ? FIXED_WEIGHT : 1);
    }

  for (int i = 0; i < 2 * n_boxes; i++)
    {
      int box = events[i].box;
      int at = 0;

      /* The boxes under the line, in their order along it. */
      for (int low = 0, high = n_members; low < high;)
        {
          int middle = (low + high) / 2;

          if (ranks[members[middle]] < ranks[box])
            low = middle + 1;
          else
            high = middle;
          at = low;
        }

      if (events[i].opens)
        {
          memmove (members + at + 1, members + at, sizeof (int) * (gsize) (n_members - at));
          members[at] = box;
          n_members++;
          if (in_x)
            constrain_to_neighbours (separation, boxes, members, n_members, at, gap, TRUE);
        }
      else
        {
          if (!in_x)
            constrain_to_neighbours (separation, boxes, members, n_members, at, gap, FALSE);
          memmove (members + at, members + at + 1, sizeof (int) * (gsize) (n_members - at - 1));
          n_members--;
        }
    }

  dossier_separation_solve (separation, order, positions);

  for (int i = 0; i < n_boxes; i++)
    if (!boxes[i].fixed)
      {
        if (in_x)
          boxes[i].x = positions[i];
        else
          boxes[i].y = positions[i];
      }
}

static gboolean
is_free (const DossierBox *boxes, int n_boxes, int box, double gap)
{
  for (int i = 0; i < n_boxes; i++)
    if (i != box && overlap (&boxes[i], &boxes[box], gap))
      return FALSE;

  return TRUE;
}

/* Looks on growing squares around a box for the first place where it is free; there is one beyond the last box. */
static void
move_to_free_place (DossierBox *boxes, int n_boxes, int box, double gap)
{
  double x = boxes[box].x;
  double y = boxes[box].y;
  double step = MAX (1, MIN (boxes[box].half_width, boxes[box].half_height) / 2);

  for (int ring = 1;; ring++)
    for (int i = 0; i < 8 * ring; i++)
      {
        int side = i / (2 * ring);
        int along = i % (2 * ring) - ring;
        int columns[4] = { along, ring, -along, -ring };
        int rows[4] = { -ring, along, ring, -along };

        boxes[box].x = x + columns[side] * step;
        boxes[box].y = y + rows[side] * step;
        if (is_free (boxes, n_boxes, box, gap))
          return;
      }
}

/**
 * dossier_overlap_removal_run:
 * @boxes: (array length=n_boxes): boxes; the finite middles of those not fixed are moved
 * @n_boxes: how many
 * @gap: how far apart they shall be in x or in y, in units of the layout, at least 0
 *
 * Moves boxes as little as possible until no two are closer than @gap, but for pairs that are both fixed.
 * Boxes keep their order along an axis where they overlapped in the other.
 *
 * Dwyer, Marriott, Stuckey: Fast node overlap removal (Graph Drawing 2005). Fixed boxes can leave too
 * little room between them for that; what still overlaps then goes to the nearest free place.
 */
void
dossier_overlap_removal_run (DossierBox *boxes, int n_boxes, double gap)
{
  if (dossier_overlap_removal_count (boxes, n_boxes, gap) == 0)
    return;

  separate (boxes, n_boxes, gap + SLACK, TRUE);
  separate (boxes, n_boxes, gap + SLACK, FALSE);

  if (dossier_overlap_removal_count (boxes, n_boxes, gap) == 0)
    return;

  for (int i = 0; i < n_boxes; i++)
    if (!boxes[i].fixed && !is_free (boxes, n_boxes, i, gap))
      move_to_free_place (boxes, n_boxes, i, gap + SLACK);
}
