/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-timeline-settling.h"

#include <math.h>

/* Nearer than that it is where it was, in pixels. */
#define SAME_HEIGHT 0.5

/* Where an event of a lane is; heights are those of the content, whatever is scrolled, in pixels. */
typedef struct
{
  gint64 key;
  double y;          /* to which it goes */
  double from;       /* from where */
  gint64 left_usec;  /* when it left there */
  gint64 titled_usec; /* since when its title comes */
  gboolean has_title;
  guint age;         /* of the scene that it was seen in last */
} Seat;

struct _DossierTimelineSettling
{
  GHashTable *seats; /* by key */
  guint age;
  double width, height; /* of the last scene; 0 before the first */
};

static gboolean
is_old (gpointer key, gpointer value, gpointer data)
{
  return ((const Seat *) value)->age != ((const DossierTimelineSettling *) data)->age;
}

/* Quick at first, and slowly to rest: 0 to 1. */
static double
get_progress (gint64 since_usec, gint64 now_usec)
{
  double share = CLAMP ((double) (now_usec - since_usec) / DOSSIER_TIMELINE_SETTLING_USEC, 0, 1);

  return 1 - pow (1 - share, 3);
}

static void
shift (DossierTimelineBox *box, double down)
{
  if (!dossier_timeline_box_is_empty (box))
    box->y += down;
}

static gboolean
settle_item (DossierTimelineSettling *self, DossierTimelineItem *item, double scroll, gint64 now_usec)
{
  gint64 key = ((gint64) item->lane << 32) | item->event;
  Seat *seat = g_hash_table_lookup (self->seats, &key);
  double y = item->box.y + scroll;
  gboolean has_title = !dossier_timeline_box_is_empty (&item->title_box);
  double progress;
  gboolean is_under_way = FALSE;

  /* What was not seen before is where it is. */
  if (seat == NULL)
    {
      seat = g_new0 (Seat, 1);
      seat->key = key;
      seat->y = seat->from = y;
      seat->left_usec = seat->titled_usec = now_usec - DOSSIER_TIMELINE_SETTLING_USEC;
      seat->has_title = has_title;
      g_hash_table_insert (self->seats, &seat->key, seat);
    }
  seat->age = self->age;

  if (fabs (seat->y - y) > SAME_HEIGHT)
    {
      seat->from += (seat->y - seat->from) * get_progress (seat->left_usec, now_usec);
      seat->left_usec = now_usec;
    }
  seat->y = y;
  progress = get_progress (seat->left_usec, now_usec);
  if (progress < 1)
    {
      double down = round ((seat->from - y) * (1 - progress));

      shift (&item->box, down);
      shift (&item->title_box, down);
      shift (&item->detail_box, down);
      shift (&item->sign_box, down);
      is_under_way = TRUE;
    }

  if (has_title && !seat->has_title)
    seat->titled_usec = now_usec;
  seat->has_title = has_title;
  progress = get_progress (seat->titled_usec, now_usec);
  if (has_title && progress < 1)
    {
      item->title_opacity *= progress;
      item->detail_opacity *= progress;
      is_under_way = TRUE;
    }

  return is_under_way;
}

/**
 * dossier_timeline_settling_new:
 *
 * Returns: (transfer full): nothing has been seen yet
 */
DossierTimelineSettling *
dossier_timeline_settling_new (void)
{
  DossierTimelineSettling *self = g_new0 (DossierTimelineSettling, 1);

  self->seats = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);

  return self;
}

/**
 * dossier_timeline_settling_free:
 * @self: (nullable): what was seen, or %NULL
 */
void
dossier_timeline_settling_free (DossierTimelineSettling *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->seats);
  g_free (self);
}

/**
 * dossier_timeline_settling_reset:
 * @self: what was seen
 *
 * Forgets it: the events or the lanes are others, and nothing goes anywhere.
 */
void
dossier_timeline_settling_reset (DossierTimelineSettling *self)
{
  g_hash_table_remove_all (self->seats);
}

/**
 * dossier_timeline_settling_apply:
 * @self: what was seen
 * @scene: (inout): a scene that was just laid out; its events and titles are brought to where they are on their way
 * @now_usec: when it is seen, in microseconds; does not go back
 *
 * A canvas of another size is seen as it is.
 *
 * Returns: whether anything is still on its way: then the same scene looks different soon
 */
gboolean
dossier_timeline_settling_apply (DossierTimelineSettling *self, DossierTimelineScene *scene, gint64 now_usec)
{
  gboolean is_under_way = FALSE;

  if (self->width != scene->width || self->height != scene->height)
    dossier_timeline_settling_reset (self);
  self->width = scene->width;
  self->height = scene->height;

  self->age++;
  for (guint i = 0; i < scene->items->len; i++)
    is_under_way |= settle_item (self, dossier_timeline_scene_get_item (scene, i), scene->scroll, now_usec);
  g_hash_table_foreach_remove (self->seats, is_old, self);

  return is_under_way;
}
