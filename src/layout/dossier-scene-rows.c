/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-scene-rows.h"

/*
 * A timeline puts its events into as few rows as will do and shortens their titles, for there may always be more of them.
 * A scene sets off a handful, and an audience cannot ask for the rest of a title: here the rows that are left serve to
 * write the titles in full.
 */

/* Between two events of a row, between rows, and below the last row, in pixels. */
#define GAP     10.0
#define ROW_GAP 4.0
#define FOOT    8.0

/* What is lower is a line at the foot of the lane, and stays there. */
#define LEAST_HEIGHT 12.0

/* A title with less room than this is left out. */
#define LEAST_TITLE 24.0

static gboolean
is_in_a_row (const DossierTimelineItem *item)
{
  return item->box.height >= LEAST_HEIGHT && (item->span_flags & DOSSIER_SPAN_UNKNOWN) == 0;
}

static double
get_left (const DossierTimelineItem *item)
{
  return dossier_timeline_box_is_empty (&item->sign_box) ? item->box.x : MIN (item->box.x, item->sign_box.x);
}

static double
measure_title (const DossierTimelineItem *item, DossierMeasureFunc measure, gpointer data)
{
  double width, height;

  measure (item->title, item->title_style, &width, &height, data);

  return width;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const DossierTimelineItem *one = *(DossierTimelineItem *const *) a;
  const DossierTimelineItem *other = *(DossierTimelineItem *const *) b;

  if (get_left (one) != get_left (other))
    return get_left (one) < get_left (other) ? -1 : 1;

  return one->event - other->event;
}

/* Those that have a row, from the left to the right. */
static GPtrArray *
list_items (const DossierTimelineScene *scene)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < scene->items->len; i++)
    if (is_in_a_row (dossier_timeline_scene_get_item (scene, i)))
      g_ptr_array_add (items, dossier_timeline_scene_get_item (scene, i));
  g_ptr_array_sort (items, compare_items);

  return items;
}

static double
get_top (const GPtrArray *items)
{
  double top = G_MAXDOUBLE;

  for (guint i = 0; i < items->len; i++)
    top = MIN (top, ((DossierTimelineItem *) items->pdata[i])->box.y);

  return top;
}

/**
 * dossier_scene_rows_find:
 * @scene: a timeline with one lane, as it is seen when the camera rests
 * @measure: measures titles
 * @data: for @measure
 *
 * Returns: (transfer full) (nullable) (element-type int): in pairs, the top of the first row and the height of a row, then
 *   an event and the row it goes to, from the left to the right; %NULL if nothing is to be gained or there are too few rows
 */
GArray *
dossier_scene_rows_find (const DossierTimelineScene *scene, DossierMeasureFunc measure, gpointer data)
{
  g_autoptr (GPtrArray) items = list_items (scene);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree double *ends = NULL;
  gboolean is_needed = FALSE;
  gboolean is_of_use = FALSE;
  int top, height, n_rows;

  for (guint i = 0; i < items->len; i++)
    is_needed = is_needed || ((DossierTimelineItem *) items->pdata[i])->is_shortened ||
                dossier_timeline_box_is_empty (&((DossierTimelineItem *) items->pdata[i])->title_box);
  if (!is_needed || scene->merged->len > 0)
    return NULL;

  height = (int) ((DossierTimelineItem *) items->pdata[0])->box.height;
  n_rows = (int) ((scene->axis_top - FOOT - get_top (items)) / (height + ROW_GAP));
  if (n_rows < 1)
    return NULL;
  top = (int) get_top (items);
  g_array_append_val (rows, top);
  g_array_append_val (rows, height);
  ends = g_new (double, n_rows);
  for (int row = 0; row < n_rows; row++)
    ends[row] = -G_MAXDOUBLE;

  for (guint i = 0; i < items->len; i++)
    {
      const DossierTimelineItem *item = items->pdata[i];
      double title_end;
      int row = 0;

      while (row < n_rows && ends[row] + GAP > get_left (item))
        row++;
      if (row == n_rows || dossier_timeline_box_is_empty (&item->title_box))
        return NULL;

      title_end = item->title_box.x + measure_title (item, measure, data) + GAP;
      is_of_use = is_of_use || (item->is_shortened && title_end <= scene->width);
      ends[row] = MAX (item->box.x + item->box.width, title_end);
      g_array_append_val (rows, item->event);
      g_array_append_val (rows, row);
    }

  return is_of_use ? g_steal_pointer (&rows) : NULL;
}

static int
find_row (const GArray *rows, int event)
{
  for (guint i = 2; i + 1 < rows->len; i += 2)
    if (g_array_index (rows, int, i) == event)
      return g_array_index (rows, int, i + 1);

  return -1;
}

/* How far to the right an event may reach: to the next one in its row. */
static double
find_room (const GArray *rows, const GPtrArray *items, guint index, int row, double width)
{
  for (guint i = index + 1; i < items->len; i++)
    if (find_row (rows, ((DossierTimelineItem *) items->pdata[i])->event) == row)
      return get_left (items->pdata[i]) - GAP;

  return width;
}

static void
centre (const DossierTimelineItem *item, DossierTimelineBox *box)
{
  box->y = item->box.y + (item->box.height - box->height) / 2;
}

/* Puts an event into a row; a second line finds no room there. */
static void
move (DossierTimelineItem *item, double y, double height)
{
  if (item->detail_box.y >= item->title_box.y + item->title_box.height)
    item->detail_box = (DossierTimelineBox){ 0 };
  item->box.y = y;
  item->box.height = height;
  centre (item, &item->title_box);
  centre (item, &item->sign_box);
  centre (item, &item->detail_box);
}

/* Gives a title as much room as there is. */
static void
widen (DossierTimelineItem *item, double room, double natural)
{
  double padding = item->box.x + item->box.width - item->title_box.x - item->title_box.width;
  double behind = item->form == DOSSIER_TIMELINE_FORM_CARD ? padding : 0;
  double width = MIN (natural, room - behind - item->title_box.x);
  double by = width - item->title_box.width;

  if (dossier_timeline_box_is_empty (&item->title_box))
    return;
  if (width < LEAST_TITLE)
    {
      item->form = DOSSIER_TIMELINE_FORM_MARK;
      item->title_box = item->sign_box = item->detail_box = (DossierTimelineBox){ 0 };
      item->box.width = MAX (item->end - item->begin, DOSSIER_TIMELINE_MARK_WIDTH);
      return;
    }

  item->title_box.width = width;
  item->is_shortened = width < natural - 0.5;
  if (item->form == DOSSIER_TIMELINE_FORM_CARD)
    item->box.width += by;
  /* A date behind the title moves along; one below it stays. */
  if (!dossier_timeline_box_is_empty (&item->detail_box) && item->detail_box.y < item->title_box.y + item->title_box.height)
    {
      item->detail_box.x += by;
      if (item->detail_box.x + item->detail_box.width > room)
        item->detail_box = (DossierTimelineBox){ 0 };
    }
}

/**
 * dossier_scene_rows_apply:
 * @rows: what dossier_scene_rows_find() found for the resting camera
 * @scene: the same timeline, seen from anywhere; its events are moved to their rows
 * @measure: measures titles
 * @data: for @measure
 *
 * The rows are the same however the camera moves, so that nothing jumps.
 */
void
dossier_scene_rows_apply (const GArray *rows, DossierTimelineScene *scene, DossierMeasureFunc measure, gpointer data)
{
  g_autoptr (GPtrArray) items = list_items (scene);
  int top = g_array_index (rows, int, 0);
  int height = g_array_index (rows, int, 1);

  for (guint i = 0; i < items->len; i++)
    {
      DossierTimelineItem *item = items->pdata[i];
      int row = find_row (rows, item->event);

      if (row < 0)
        continue;
      widen (item, find_room (rows, items, i, row, scene->width), measure_title (item, measure, data));
      move (item, top + row * (height + ROW_GAP), height);
    }
}
