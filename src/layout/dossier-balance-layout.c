/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-balance-layout.h"

#include <math.h>
#include <string.h>

/* Around the whole, and between two hypotheses, in pixels. */
#define MARGIN 18.0
#define SPACE  12.0

#define HEADING_HEIGHT 30.0

/* Beside the axis, between two blocks of a row, and between two rows. */
#define AXIS_GAP 3.0
#define GAP      2.0

/* What weighs nothing is seen as well. */
#define LEAST_WIDTH 3.0

/* What a gap counts where rows are made equally long, as a weight: without it, all that weighs nothing would come into one. */
#define AMOUNT_OF_GAP 0.02

/* The most of a row that its gaps may take, and again what weighs nothing. */
#define MOST_GAPS 0.3

/* A block that is wider says no more. */
#define MOST_UNIT 320.0

/* How a side with so many blocks at most is laid out. */
static const struct
{
  int n_blocks;
  int n_rows;
  double row_height;
} densities[] = {
  { 1, 1, 28 },
  { 2, 2, 28 },
  { 3, 3, 26 },
  { 4, 4, 26 },
  { 5, 5, 26 },
  { 60, 5, 19 },
  { 160, 7, 15 },
  { G_MAXINT, 12, 9 },
};

/* With more hypotheses than this, none has more rows than this. */
#define MANY           3
#define MOST_ROWS_MANY 4

typedef struct
{
  int weight;
  double amount;
  gboolean is_on;
  int place;
} Item;

typedef struct
{
  int n_rows;
  double row_height;
} Density;

static gboolean
is_on_side (const DossierWeight *weight, int hypothesis, gboolean supports)
{
  return weight->stances[hypothesis] == (supports ? DOSSIER_BEARING_SUPPORTS : DOSSIER_BEARING_OPPOSES);
}

static Density
find_density (DossierWeighing *weighing)
{
  int n_hypotheses = dossier_weighing_get_n_hypotheses (weighing);
  Density density = { 1, densities[0].row_height };
  int most = 0;

  for (int i = 0; i < n_hypotheses; i++)
    {
      most = MAX (most, dossier_weighing_get_whole_sum (weighing, i, DOSSIER_BEARING_SUPPORTS).n);
      most = MAX (most, dossier_weighing_get_whole_sum (weighing, i, DOSSIER_BEARING_OPPOSES).n);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (densities); i++)
    if (most <= densities[i].n_blocks)
      {
        density = (Density){ densities[i].n_rows, densities[i].row_height };
        break;
      }
  if (n_hypotheses > MANY)
    density.n_rows = MIN (density.n_rows, MOST_ROWS_MANY);

  return density;
}

static double
get_band_height (Density density)
{
  return HEADING_HEIGHT + density.n_rows * density.row_height - GAP;
}

static double
get_height (DossierWeighing *weighing, Density density)
{
  int n = dossier_weighing_get_n_hypotheses (weighing);

  return n > 0 ? 2 * SPACE + n * get_band_height (density) + (n - 1) * SPACE : 0;
}

/**
 * dossier_balance_layout_get_height:
 * @weighing: what is weighed
 *
 * Returns: how high its layout is, in pixels, whatever its width
 */
double
dossier_balance_layout_get_height (DossierWeighing *weighing)
{
  return get_height (weighing, find_density (weighing));
}

/* The heaviest first. */
static int
compare_items (gconstpointer a, gconstpointer b)
{
  const Item *one = a;
  const Item *other = b;

  if (one->amount != other->amount)
    return one->amount > other->amount ? -1 : 1;

  return one->place - other->place;
}

/* What lies on a side or was taken off it, in the order in which it is laid there. */
static GArray *
list_items (DossierWeighing *weighing, int hypothesis, gboolean supports)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (Item));

  for (int i = 0; i < dossier_weighing_get_n_weights (weighing); i++)
    {
      const DossierWeight *weight = dossier_weighing_get_weight (weighing, i);
      Item item = { i, weight->weight, weight->is_on, weight->place };

      if (is_on_side (weight, hypothesis, supports))
        g_array_append_val (items, item);
    }
  g_array_sort (items, compare_items);

  return items;
}

/* In which row each item goes: always the shortest, by what was put there and a little for each gap, so that all become
 * about as long (longest processing time first,
 * R. L. Graham, Bounds on Multiprocessing Timing Anomalies, 1969). Returns the widest unit at which they fit. */
static double
pack (const GArray *items, int n_rows, const DossierBalanceLayout *layout, double room, int *rows, int *most_in_row)
{
  double lengths[12] = { 0 };
  double fixed[12] = { 0 };
  double filled[12] = { 0 };
  int n_in_row[12] = { 0 };
  double unit = MOST_UNIT;

  g_assert (n_rows <= (int) G_N_ELEMENTS (lengths));
  for (guint i = 0; i < items->len; i++)
    {
      const Item *item = &g_array_index (items, Item, i);
      int shortest = 0;

      for (int row = 1; row < n_rows; row++)
        if (filled[row] < filled[shortest])
          shortest = row;
      rows[i] = shortest;
      lengths[shortest] += item->amount;
      filled[shortest] += item->amount + AMOUNT_OF_GAP;
      fixed[shortest] += layout->gap + (item->amount > 0 ? 0 : layout->least_width);
      n_in_row[shortest]++;
      *most_in_row = MAX (*most_in_row, n_in_row[shortest]);
    }

  for (int row = 0; row < n_rows; row++)
    if (lengths[row] > 0)
      unit = MIN (unit, MAX (room - fixed[row], 0) / lengths[row]);

  return unit;
}

/* A block stays in its row when it is taken off, so that before and after can be compared; it goes behind what lies there. */
static void
lay_side (DossierBalanceLayout *layout, DossierWeighing *weighing, int hypothesis, gboolean supports, int n_rows, GArray *blocks)
{
  g_autoptr (GArray) items = list_items (weighing, hypothesis, supports);
  g_autofree int *rows = g_new0 (int, MAX (items->len, 1));
  const DossierRectangle *area = &layout->bands[hypothesis].rows;
  double ends[12];
  int most = 0;

  pack (items, n_rows, layout, 1, rows, &most);
  for (int row = 0; row < n_rows; row++)
    ends[row] = AXIS_GAP;

  for (int on = TRUE; on >= FALSE; on--)
    for (guint i = 0; i < items->len; i++)
      {
        const Item *item = &g_array_index (items, Item, i);
        double width = item->amount > 0 ? item->amount * layout->unit : layout->least_width;
        double begin = ends[rows[i]];
        DossierBalanceBlock block = { item->weight, hypothesis, supports, item->is_on, { 0, 0, 0, 0 } };

        if (item->is_on != on)
          continue;

        block.box = (DossierRectangle){
          .x = supports ? layout->axis + begin : layout->axis - begin - width,
          .y = area->y + rows[i] * layout->row_height,
          .width = width,
          .height = layout->row_height - GAP,
        };
        ends[rows[i]] = begin + width + layout->gap;
        g_array_append_val (blocks, block);
      }
}

/* The widest unit at which every side fits, whatever was taken off. */
static double
find_unit (DossierWeighing *weighing, int n_rows, const DossierBalanceLayout *layout, double room, int *most_in_row)
{
  double unit = MOST_UNIT;

  for (int i = 0; i < dossier_weighing_get_n_hypotheses (weighing); i++)
    for (int supports = FALSE; supports <= TRUE; supports++)
      {
        g_autoptr (GArray) items = list_items (weighing, i, supports);
        g_autofree int *rows = g_new0 (int, MAX (items->len, 1));

        unit = MIN (unit, pack (items, n_rows, layout, room, rows, most_in_row));
      }

  return unit;
}

static DossierBalanceLayout *
lay_out (DossierWeighing *weighing, double width, Density density)
{
  DossierBalanceLayout *layout = g_new0 (DossierBalanceLayout, 1);
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (DossierBalanceBlock));
  double room = MAX (width / 2 - MARGIN - AXIS_GAP, 1);
  int most = 0;

  layout->width = width;
  layout->height = get_height (weighing, density);
  layout->axis = floor (width / 2);
  layout->row_height = density.row_height;
  layout->n_bands = dossier_weighing_get_n_hypotheses (weighing);
  layout->bands = g_new0 (DossierBalanceBand, MAX (layout->n_bands, 1));

  /* In which row a block goes does not depend on the gaps. */
  find_unit (weighing, density.n_rows, layout, room, &most);
  layout->gap = MIN (GAP, room * MOST_GAPS / MAX (most, 1));
  layout->least_width = MIN (LEAST_WIDTH, room * MOST_GAPS / MAX (most, 1));
  layout->unit = find_unit (weighing, density.n_rows, layout, room, &most);

  for (int i = 0; i < layout->n_bands; i++)
    {
      double y = SPACE + i * (get_band_height (density) + SPACE);

      layout->bands[i].heading = (DossierRectangle){ MARGIN, y, MAX (width - 2 * MARGIN, 1), HEADING_HEIGHT };
      layout->bands[i].rows = (DossierRectangle){ MARGIN, y + HEADING_HEIGHT, MAX (width - 2 * MARGIN, 1), density.n_rows * density.row_height - GAP };
      lay_side (layout, weighing, i, FALSE, density.n_rows, blocks);
      lay_side (layout, weighing, i, TRUE, density.n_rows, blocks);
    }

  layout->n_blocks = (int) blocks->len;
  layout->blocks = (DossierBalanceBlock *) (void *) g_array_free (g_steal_pointer (&blocks), FALSE);

  return layout;
}

/**
 * dossier_balance_layout_new:
 * @weighing: what is weighed
 * @width: how wide it is drawn, in pixels
 *
 * Returns: (transfer full): where everything is
 */
DossierBalanceLayout *
dossier_balance_layout_new (DossierWeighing *weighing, double width)
{
  return lay_out (weighing, width, find_density (weighing));
}

/**
 * dossier_balance_layout_new_within:
 * @weighing: what is weighed
 * @width: how wide it is drawn, in pixels
 * @height: how high it may be
 *
 * Lays the weights out in fewer rows where there is no room for as many as usual, but at least in one.
 *
 * Returns: (transfer full): where everything is
 */
DossierBalanceLayout *
dossier_balance_layout_new_within (DossierWeighing *weighing, double width, double height)
{
  Density density = find_density (weighing);

  while (density.n_rows > 1 && get_height (weighing, density) > height)
    density.n_rows--;

  return lay_out (weighing, width, density);
}

/**
 * dossier_balance_layout_free:
 * @layout: (nullable): a layout, or %NULL
 */
void
dossier_balance_layout_free (DossierBalanceLayout *layout)
{
  if (layout == NULL)
    return;

  g_free (layout->bands);
  g_free (layout->blocks);
  g_free (layout);
}

/**
 * dossier_balance_layout_find:
 * @layout: a layout
 * @x: a point, in pixels
 * @y: likewise
 *
 * Returns: the block there, gaps included, so that no point between two thin ones is lost; -1 if there is none
 */
int
dossier_balance_layout_find (const DossierBalanceLayout *layout, double x, double y)
{
  for (int i = 0; i < layout->n_blocks; i++)
    {
      const DossierRectangle *box = &layout->blocks[i].box;

      if (x >= box->x - layout->gap / 2 && x < box->x + box->width + layout->gap / 2 && y >= box->y && y < box->y + layout->row_height)
        return i;
    }

  return -1;
}

/**
 * dossier_balance_layout_walk:
 * @layout: a layout
 * @from: a block, -1 for none
 * @dx: 1 to go right, -1 left, 0 not
 * @dy: 1 to go down, -1 up, 0 not
 *
 * Returns: the block that is nearest in that direction, or @from if there is none; the first one from nowhere
 */
int
dossier_balance_layout_walk (const DossierBalanceLayout *layout, int from, int dx, int dy)
{
  const DossierRectangle *start;
  double x, y;
  double nearest = HUGE_VAL;
  int found = from;

  if (from < 0 || from >= layout->n_blocks)
    return layout->n_blocks > 0 ? 0 : -1;

  start = &layout->blocks[from].box;
  x = start->x + start->width / 2;
  y = start->y + start->height / 2;

  for (int i = 0; i < layout->n_blocks; i++)
    {
      const DossierRectangle *box = &layout->blocks[i].box;
      double ahead = dx != 0 ? (box->x + box->width / 2 - x) * dx : (box->y + box->height / 2 - y) * dy;
      /* How far aside: nothing if the block lies across the line. */
      double aside = dx != 0 ? fabs (box->y + box->height / 2 - y) : MAX (0, MAX (box->x - x, x - box->x - box->width));
      double distance = ahead + 4 * aside;

      /* Along a row to what is in it, only. */
      if (i == from || ahead <= 0.5 || (dx != 0 && aside > layout->row_height / 2) || distance >= nearest)
        continue;
      nearest = distance;
      found = i;
    }

  return found;
}
