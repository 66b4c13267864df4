/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-scene-stills.h"

#include "painting/dossier-paint-thread.h"

/* So much memory the frames that are kept may take: the small pictures of a hundred scenes and some large ones. */
#define MOST_BYTES (48 * 1024 * 1024)

/* Which picture: of which scene, in which size, in the how many-th theme. */
typedef struct
{
  int scene;
  int width;
  int height;
  int scale;
  guint generation;
} Key;

typedef struct
{
  Key key;
  DossierSceneFrame *frame;
} Still;

typedef struct
{
  gpointer client;
  Key key;
} Wish;

struct _DossierSceneStills
{
  GObject parent_instance;

  DossierPaintThread *thread;

  /* Of the caller. */
  GQueue stills; /* of Still, what was used last at the head */
  gsize n_bytes;
  guint generation;

  /* Of both, under the lock of the thread. */
  GArray *wishes;      /* of Wish, at most one of each client, in the order in which they came */
  GPtrArray *done;     /* of Still, not fetched yet */
  DossierTheme *theme; /* that the thread has not been told yet, or NULL */
  gboolean is_painting;
  Key painted; /* what is being painted then */

  /* Of the thread. */
  DossierScenePicture *picture;
};

enum
{
  READY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierSceneStills, dossier_scene_stills, G_TYPE_OBJECT)

static gboolean
key_equal (const Key *a, const Key *b)
{
  return a->scene == b->scene && a->width == b->width && a->height == b->height && a->scale == b->scale && a->generation == b->generation;
}

static void
still_free (gpointer data)
{
  Still *still = data;

  dossier_scene_frame_unref (still->frame);
  g_free (still);
}

static gsize
get_n_bytes (const Still *still)
{
  return (gsize) cairo_image_surface_get_stride (still->frame->surface) * (gsize) cairo_image_surface_get_height (still->frame->surface);
}

static Still *
paint (DossierSceneStills *self, const Key *key)
{
  Still *still = g_new0 (Still, 1);
  DossierSceneFrame *frame = g_new0 (DossierSceneFrame, 1);
  gint64 begin = g_get_monotonic_time ();
  cairo_t *cr;

  frame->ref_count = 1;
  frame->scale = key->scale;
  frame->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, key->width * key->scale, key->height * key->scale);
  cairo_surface_set_device_scale (frame->surface, key->scale, key->scale);
  dossier_scene_picture_set_size (self->picture, key->width, key->height, key->scale);
  dossier_scene_picture_get_state (self->picture, key->scene, &frame->state);
  cr = cairo_create (frame->surface);
  dossier_scene_picture_draw (self->picture, &frame->state, cr);
  if (cairo_status (cr) != CAIRO_STATUS_SUCCESS)
    g_warning ("A scene could not be painted: %s", cairo_status_to_string (cairo_status (cr)));
  cairo_destroy (cr);
  cairo_surface_flush (frame->surface);
  frame->paint_usec = g_get_monotonic_time () - begin;
  still->key = *key;
  still->frame = frame;

  return still;
}

/* The largest that is wished for, and of those the first. */
static Wish
take_wish (DossierSceneStills *self)
{
  guint best = 0;
  Wish wish;

  for (guint i = 1; i < self->wishes->len; i++)
    {
      const Key *one = &g_array_index (self->wishes, Wish, i).key;
      const Key *other = &g_array_index (self->wishes, Wish, best).key;

      if ((gint64) one->width * one->height > (gint64) other->width * other->height)
        best = i;
    }
  wish = g_array_index (self->wishes, Wish, best);
  g_array_remove_index (self->wishes, best);

  return wish;
}

static gboolean
is_asked (gpointer data)
{
  DossierSceneStills *self = data;

  return self->wishes->len > 0;
}

static void
paint_next (gpointer data)
{
  DossierSceneStills *self = data;
  Wish wish = take_wish (self);
  DossierTheme *theme = g_steal_pointer (&self->theme);
  Still *still;

  self->is_painting = TRUE;
  self->painted = wish.key;
  dossier_paint_thread_unlock (self->thread);

  if (theme != NULL)
    dossier_scene_picture_set_theme (self->picture, theme);
  g_free (theme);
  still = paint (self, &wish.key);

  dossier_paint_thread_lock (self->thread);
  g_ptr_array_add (self->done, still);
  self->is_painting = FALSE;
  dossier_paint_thread_tell (self->thread);
}

static void
keep (DossierSceneStills *self, Still *still)
{
  g_queue_push_head (&self->stills, still);
  self->n_bytes += get_n_bytes (still);
  while (self->n_bytes > MOST_BYTES && self->stills.length > 1)
    {
      Still *oldest = g_queue_pop_tail (&self->stills);

      self->n_bytes -= get_n_bytes (oldest);
      still_free (oldest);
    }
}

static void
fetch (DossierSceneStills *self)
{
  g_autofree gpointer *done = NULL;
  gsize n;

  dossier_paint_thread_lock (self->thread);
  done = g_ptr_array_steal (self->done, &n);
  dossier_paint_thread_unlock (self->thread);

  for (gsize i = 0; i < n; i++)
    keep (self, done[i]);
}

static void
ready_cb (gpointer data)
{
  g_signal_emit (data, signals[READY], 0);
}

static void
dossier_scene_stills_finalize (GObject *object)
{
  DossierSceneStills *self = DOSSIER_SCENE_STILLS (object);

  dossier_paint_thread_free (self->thread);
  g_queue_clear_full (&self->stills, still_free);
  g_ptr_array_unref (self->done);
  g_array_unref (self->wishes);
  g_free (self->theme);
  dossier_scene_picture_free (self->picture);

  G_OBJECT_CLASS (dossier_scene_stills_parent_class)->finalize (object);
}

static void
dossier_scene_stills_class_init (DossierSceneStillsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dossier_scene_stills_finalize;

  signals[READY] = g_signal_new ("ready", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dossier_scene_stills_init (DossierSceneStills *self)
{
  g_queue_init (&self->stills);
  self->wishes = g_array_new (FALSE, FALSE, sizeof (Wish));
  self->done = g_ptr_array_new_with_free_func (still_free);
}

/**
 * dossier_scene_stills_new:
 * @document: a dossier; kept alive
 * @story: which of its stories, from 0
 * @theme: how it looks; copied
 *
 * Returns: (transfer full): the scenes, none of them painted yet
 */
DossierSceneStills *
dossier_scene_stills_new (DossierDocument *document, int story, const DossierTheme *theme)
{
  static const DossierPaintThreadFuncs funcs = { is_asked, paint_next, ready_cb };
  DossierSceneStills *self = g_object_new (DOSSIER_TYPE_SCENE_STILLS, NULL);

  self->picture = dossier_scene_picture_new (document, story, theme);
  self->thread = dossier_paint_thread_new ("dossier-stills", G_PRIORITY_DEFAULT, &funcs, self);

  return self;
}

/**
 * dossier_scene_stills_set_theme:
 * @self: the scenes
 * @theme: how they look from now on; copied
 *
 * Those that are kept are of no use any more.
 */
void
dossier_scene_stills_set_theme (DossierSceneStills *self, const DossierTheme *theme)
{
  g_return_if_fail (DOSSIER_IS_SCENE_STILLS (self));

  dossier_paint_thread_lock (self->thread);
  g_free (self->theme);
  self->theme = g_memdup2 (theme, sizeof *theme);
  g_array_set_size (self->wishes, 0);
  dossier_paint_thread_unlock (self->thread);
  self->generation++;
  g_signal_emit (self, signals[READY], 0);
}

/**
 * dossier_scene_stills_get:
 * @self: the scenes
 * @client: who asks: what it asked for before and has not got is no longer wanted
 * @scene: which scene, from 0
 * @width: of the picture, in pixels, at least 1
 * @height: likewise
 * @scale: device pixels for each pixel
 *
 * Returns: (transfer none) (nullable): the scene, until anything else is asked for; %NULL if it is yet to be painted
 */
DossierSceneFrame *
dossier_scene_stills_get (DossierSceneStills *self, gpointer client, int scene, int width, int height, int scale)
{
  Wish wish = { client, { scene, width, height, scale, 0 } };

  g_return_val_if_fail (DOSSIER_IS_SCENE_STILLS (self) && width >= 1 && height >= 1 && scale >= 1, NULL);

  fetch (self);
  wish.key.generation = self->generation;
  for (GList *link = self->stills.head; link != NULL; link = link->next)
    {
      Still *still = link->data;

      if (key_equal (&still->key, &wish.key))
        {
          g_queue_unlink (&self->stills, link);
          g_queue_push_head_link (&self->stills, link);
          dossier_scene_stills_forget (self, client);
          return still->frame;
        }
    }

  dossier_scene_stills_forget (self, client);
  dossier_paint_thread_lock (self->thread);
  if (!self->is_painting || !key_equal (&self->painted, &wish.key))
    g_array_append_val (self->wishes, wish);
  dossier_paint_thread_wake (self->thread);
  dossier_paint_thread_unlock (self->thread);

  return NULL;
}

/**
 * dossier_scene_stills_forget:
 * @self: the scenes
 * @client: who no longer wants what it asked for
 */
void
dossier_scene_stills_forget (DossierSceneStills *self, gpointer client)
{
  g_return_if_fail (DOSSIER_IS_SCENE_STILLS (self));

  dossier_paint_thread_lock (self->thread);
  for (guint i = 0; i < self->wishes->len; i++)
    if (g_array_index (self->wishes, Wish, i).client == client)
      {
        g_array_remove_index (self->wishes, i);
        break;
      }
  dossier_paint_thread_unlock (self->thread);
}

/**
 * dossier_scene_stills_wait:
 * @self: the scenes
 * @usec: how long at most, in microseconds; negative for as long as it takes
 *
 * Waits for all that was asked for.
 *
 * Returns: whether there is nothing left to wait for
 */
gboolean
dossier_scene_stills_wait (DossierSceneStills *self, gint64 usec)
{
  g_return_val_if_fail (DOSSIER_IS_SCENE_STILLS (self), TRUE);

  return dossier_paint_thread_wait (self->thread, usec);
}
