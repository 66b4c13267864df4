/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-paint-thread.h"

#include <time.h>

struct _DossierPaintThread
{
  DossierPaintThreadFuncs funcs;
  gpointer data;
  GSource *source; /* is made to run when there is something to be seen */
  GThread *thread;

  GMutex mutex;
  GCond changed;
  gboolean is_painting;
  gboolean is_over;
};

static gpointer
run (gpointer data)
{
  DossierPaintThread *self = data;

  g_mutex_lock (&self->mutex);
  while (!self->is_over)
    {
      if (!self->funcs.is_asked (self->data))
        {
          g_cond_wait (&self->changed, &self->mutex);
          continue;
        }

      self->is_painting = TRUE;
      self->funcs.paint (self->data);
      self->is_painting = FALSE;
      g_cond_broadcast (&self->changed);
    }
  g_mutex_unlock (&self->mutex);

  return NULL;
}

static gboolean
ready_cb (gpointer data)
{
  DossierPaintThread *self = data;

  g_source_set_ready_time (self->source, -1);
  if (self->funcs.ready != NULL)
    self->funcs.ready (self->data);

  return G_SOURCE_CONTINUE;
}

static gboolean
dispatch_source (GSource *source, GSourceFunc callback, gpointer data)
{
  return callback (data);
}

/**
 * dossier_paint_thread_new:
 * @name: of the thread, for who debugs it
 * @priority: with which who asked is told, as that of a #GSource
 * @funcs: what it does; copied
 * @data: for @funcs: it must be ready for them
 *
 * Returns: (transfer full): a thread that runs
 */
DossierPaintThread *
dossier_paint_thread_new (const char *name, int priority, const DossierPaintThreadFuncs *funcs, gpointer data)
{
  static GSourceFuncs source_funcs = { .dispatch = dispatch_source };
  DossierPaintThread *self = g_new0 (DossierPaintThread, 1);

  self->funcs = *funcs;
  self->data = data;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);

  self->source = g_source_new (&source_funcs, sizeof (GSource));
  g_source_set_callback (self->source, ready_cb, self, NULL);
  g_source_set_ready_time (self->source, -1);
  g_source_set_priority (self->source, priority);
  g_source_set_name (self->source, name);
  g_source_attach (self->source, g_main_context_get_thread_default ());
  self->thread = g_thread_new (name, run, self);

  return self;
}

/**
 * dossier_paint_thread_free:
 * @self: (nullable): a thread, or %NULL
 *
 * Waits until what is being painted is done. Nobody is told any more.
 */
void
dossier_paint_thread_free (DossierPaintThread *self)
{
  if (self == NULL)
    return;

  g_mutex_lock (&self->mutex);
  self->is_over = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
  g_thread_join (self->thread);
  g_source_destroy (self->source);
  g_source_unref (self->source);

  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->changed);
  g_free (self);
}

void
dossier_paint_thread_lock (DossierPaintThread *self)
{
  g_mutex_lock (&self->mutex);
}

void
dossier_paint_thread_unlock (DossierPaintThread *self)
{
  g_mutex_unlock (&self->mutex);
}

/**
 * dossier_paint_thread_wake:
 * @self: a thread, under its lock
 *
 * Call this after something was asked for.
 */
void
dossier_paint_thread_wake (DossierPaintThread *self)
{
  g_cond_broadcast (&self->changed);
}

/**
 * dossier_paint_thread_tell:
 * @self: a thread
 *
 * Has who asked told that there is something to be seen. May be called from any thread.
 */
void
dossier_paint_thread_tell (DossierPaintThread *self)
{
  g_source_set_ready_time (self->source, 0);
}

/**
 * dossier_paint_thread_is_busy:
 * @self: a thread, under its lock
 *
 * Returns: whether something is asked for or being painted
 */
gboolean
dossier_paint_thread_is_busy (DossierPaintThread *self)
{
  return self->is_painting || self->funcs.is_asked (self->data);
}

/**
 * dossier_paint_thread_is_superseded:
 * @self: a thread, without its lock
 *
 * Returns: whether there is no use in going on with what is being painted: something else is asked for, or all is over
 */
gboolean
dossier_paint_thread_is_superseded (DossierPaintThread *self)
{
  gboolean superseded;

  g_mutex_lock (&self->mutex);
  superseded = self->is_over || self->funcs.is_asked (self->data);
  g_mutex_unlock (&self->mutex);

  return superseded;
}

/**
 * dossier_paint_thread_wait:
 * @self: a thread, without its lock
 * @usec: how long at most, in microseconds; negative for as long as it takes
 *
 * Waits for all that was asked for.
 *
 * Returns: whether there is nothing left to wait for
 */
gboolean
dossier_paint_thread_wait (DossierPaintThread *self, gint64 usec)
{
  gint64 until = g_get_monotonic_time () + usec;
  gboolean is_done;

  g_mutex_lock (&self->mutex);
  while (dossier_paint_thread_is_busy (self))
    {
      if (usec < 0)
        g_cond_wait (&self->changed, &self->mutex);
      else if (!g_cond_wait_until (&self->changed, &self->mutex, until))
        break;
    }
  is_done = !dossier_paint_thread_is_busy (self);
  g_mutex_unlock (&self->mutex);

  return is_done;
}

/**
 * dossier_paint_thread_get_time:
 *
 * Returns: what the processor has spent on the calling thread, in microseconds
 */
gint64
dossier_paint_thread_get_time (void)
{
  struct timespec spec;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &spec);

  return (gint64) spec.tv_sec * G_USEC_PER_SEC + spec.tv_nsec / 1000;
}
