/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <sanitizer/tsan_interface.h>

#include <dlfcn.h>

/*
 * Tells ThreadSanitizer what GLib knows of the order of things. GLib is not built with it, and its locks, tasks and pools of
 * threads are none of the C library's: without this each of them looks like a race. So these functions stand before GLib's
 * own, as in a library that is preloaded. What is said is no more than what GLib promises: who locks comes after who unlocked, who
 * takes a task, a result, a source or an item of a pool comes after who gave it, and who frees an object comes after everybody
 * who let go of it.
 */

static gpointer
find_next (const char *name)
{
  gpointer next = dlsym (RTLD_NEXT, name);

  g_assert_nonnull (next);

  return next;
}

/* Looked up once; two threads at once find the same. */
#define DEFINE_NEXT(name)                                                 \
  static __typeof__ (&name) next_##name (void)                            \
  {                                                                       \
    static __typeof__ (&name) next;                                       \
    __typeof__ (&name) found = __atomic_load_n (&next, __ATOMIC_RELAXED); \
                                                                          \
    if (found == NULL)                                                    \
      {                                                                   \
        found = (__typeof__ (&name)) find_next (#name);                   \
        __atomic_store_n (&next, found, __ATOMIC_RELAXED);                \
      }                                                                   \
    return found;                                                         \
  }

/* GLib has macros before these. */
#undef g_once_init_leave

DEFINE_NEXT (g_mutex_lock)
DEFINE_NEXT (g_mutex_trylock)
DEFINE_NEXT (g_mutex_unlock)
DEFINE_NEXT (g_mutex_clear)
DEFINE_NEXT (g_cond_wait)
DEFINE_NEXT (g_cond_wait_until)
DEFINE_NEXT (g_once_init_leave)
DEFINE_NEXT (g_thread_pool_new)
DEFINE_NEXT (g_thread_pool_push)
DEFINE_NEXT (g_thread_pool_free)
DEFINE_NEXT (g_source_set_callback)
DEFINE_NEXT (g_task_run_in_thread)
DEFINE_NEXT (g_task_return_pointer)
DEFINE_NEXT (g_task_return_boolean)
DEFINE_NEXT (g_task_return_error)
DEFINE_NEXT (g_task_return_error_if_cancelled)
DEFINE_NEXT (g_task_propagate_pointer)
DEFINE_NEXT (g_task_propagate_boolean)
DEFINE_NEXT (g_object_unref)
DEFINE_NEXT (g_atomic_rc_box_release)
DEFINE_NEXT (g_atomic_rc_box_release_full)
DEFINE_NEXT (g_bytes_unref)

/* Locks and conditions. */

void
g_mutex_lock (GMutex *mutex)
{
  __tsan_mutex_pre_lock (mutex, 0);
  next_g_mutex_lock () (mutex);
  __tsan_mutex_post_lock (mutex, 0, 0);
}

gboolean
g_mutex_trylock (GMutex *mutex)
{
  gboolean is_locked;

  __tsan_mutex_pre_lock (mutex, __tsan_mutex_try_lock);
  is_locked = next_g_mutex_trylock () (mutex);
  __tsan_mutex_post_lock (mutex, __tsan_mutex_try_lock | (is_locked ? 0 : __tsan_mutex_try_lock_failed), 0);

  return is_locked;
}

void
g_mutex_unlock (GMutex *mutex)
{
  __tsan_mutex_pre_unlock (mutex, 0);
  next_g_mutex_unlock () (mutex);
  __tsan_mutex_post_unlock (mutex, 0);
}

void
g_mutex_clear (GMutex *mutex)
{
  next_g_mutex_clear () (mutex);
  __tsan_mutex_destroy (mutex, 0);
}

void
g_cond_wait (GCond *cond, GMutex *mutex)
{
  __tsan_mutex_pre_unlock (mutex, 0);
  __tsan_mutex_post_unlock (mutex, 0);
  next_g_cond_wait () (cond, mutex);
  __tsan_mutex_pre_lock (mutex, 0);
  __tsan_mutex_post_lock (mutex, 0, 0);
}

gboolean
g_cond_wait_until (GCond *cond, GMutex *mutex, gint64 until)
{
  gboolean came;

  __tsan_mutex_pre_unlock (mutex, 0);
  __tsan_mutex_post_unlock (mutex, 0);
  came = next_g_cond_wait_until () (cond, mutex, until);
  __tsan_mutex_pre_lock (mutex, 0);
  __tsan_mutex_post_lock (mutex, 0, 0);

  return came;
}

/* Who enters reads the place itself, in code that is instrumented. */
void
g_once_init_leave (volatile void *location, gsize result)
{
  __tsan_release ((void *) location);
  next_g_once_init_leave () (location, result);
}

/* Pools of threads. */

typedef struct
{
  GFunc func;
  gpointer data;
} Pool;

static void
work (gpointer item, gpointer data)
{
  Pool *pool = data;

  __tsan_acquire (item);
  pool->func (item, pool->data);
  __tsan_release (pool);
}

/* A pool is as long there as the program: tests have few. */
GThreadPool *
g_thread_pool_new (GFunc func, gpointer data, int max_threads, gboolean exclusive, GError **error)
{
  Pool *pool = g_new (Pool, 1);

  *pool = (Pool){ func, data };

  return next_g_thread_pool_new () (work, pool, max_threads, exclusive, error);
}

gboolean
g_thread_pool_push (GThreadPool *pool, gpointer item, GError **error)
{
  /* Only those above know what to do. */
  if (pool->func == work)
    {
      __tsan_release (item);
      __tsan_release (pool->user_data);
    }

  return next_g_thread_pool_push () (pool, item, error);
}

void
g_thread_pool_free (GThreadPool *pool, gboolean immediate, gboolean wait)
{
  Pool *ours = pool->func == work ? pool->user_data : NULL;

  next_g_thread_pool_free () (pool, immediate, wait);
  if (ours != NULL && wait)
    __tsan_acquire (ours);
}

/* Sources that are given to another thread. */

typedef struct
{
  GSourceFunc func;
  gpointer data;
  GDestroyNotify notify;
} Callback;

static gboolean
call (gpointer data)
{
  Callback *callback = data;

  __tsan_acquire (callback);

  return callback->func (callback->data);
}

static void
free_callback (gpointer data)
{
  Callback *callback = data;

  __tsan_acquire (callback);
  if (callback->notify != NULL)
    callback->notify (callback->data);
  g_free (callback);
}

void
g_source_set_callback (GSource *source, GSourceFunc func, gpointer data, GDestroyNotify notify)
{
  Callback *callback;

  /* The callbacks of others have other parameters. */
  if (func == NULL || (source->source_funcs != &g_idle_funcs && source->source_funcs != &g_timeout_funcs))
    {
      next_g_source_set_callback () (source, func, data, notify);
      return;
    }

  callback = g_new (Callback, 1);
  *callback = (Callback){ func, data, notify };
  __tsan_release (callback);
  next_g_source_set_callback () (source, call, callback, free_callback);
}

/* Tasks. */

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GTaskThreadFunc *func = g_object_get_data (G_OBJECT (task), "thread-func");

  __tsan_acquire (task);
  (*func) (task, source, data, cancellable);
}

void
g_task_run_in_thread (GTask *task, GTaskThreadFunc func)
{
  GTaskThreadFunc *kept = g_new (GTaskThreadFunc, 1);

  *kept = func;
  g_object_set_data_full (G_OBJECT (task), "thread-func", kept, g_free);
  __tsan_release (task);
  next_g_task_run_in_thread () (task, run);
}

void
g_task_return_pointer (GTask *task, gpointer result, GDestroyNotify notify)
{
  __tsan_release (task);
  next_g_task_return_pointer () (task, result, notify);
}

void
g_task_return_boolean (GTask *task, gboolean result)
{
  __tsan_release (task);
  next_g_task_return_boolean () (task, result);
}

void
g_task_return_error (GTask *task, GError *error)
{
  __tsan_release (task);
  next_g_task_return_error () (task, error);
}

gboolean
g_task_return_error_if_cancelled (GTask *task)
{
  __tsan_release (task);

  return next_g_task_return_error_if_cancelled () (task);
}

gpointer
g_task_propagate_pointer (GTask *task, GError **error)
{
  __tsan_acquire (task);

  return next_g_task_propagate_pointer () (task, error);
}

gboolean
g_task_propagate_boolean (GTask *task, GError **error)
{
  __tsan_acquire (task);

  return next_g_task_propagate_boolean () (task, error);
}

/* What is counted: the last who lets go frees what all others have written. */

void
g_object_unref (gpointer object)
{
  __tsan_release (object);
  __tsan_acquire (object);
  next_g_object_unref () (object);
}

void
g_bytes_unref (GBytes *bytes)
{
  if (bytes != NULL)
    {
      __tsan_release (bytes);
      __tsan_acquire (bytes);
    }
  next_g_bytes_unref () (bytes);
}

void
g_atomic_rc_box_release (gpointer box)
{
  __tsan_release (box);
  __tsan_acquire (box);
  next_g_atomic_rc_box_release () (box);
}

void
g_atomic_rc_box_release_full (gpointer box, GDestroyNotify clear)
{
  __tsan_release (box);
  __tsan_acquire (box);
  next_g_atomic_rc_box_release_full () (box, clear);
}
