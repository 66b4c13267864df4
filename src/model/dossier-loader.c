/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-loader.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

/* So often is it told how far the reading is, in microseconds: what a screen shows. */
#define INTERVAL_USEC 16000

struct _DossierLoader
{
  GObject parent_instance;

  GFile *file;
  DossierLimits limits;
  DossierReport *report;
  double fraction;
  int n_events;
  DossierLoaderFunc dated; /* (nullable) */
  DossierLoaderFunc read;  /* (nullable) */

  GMainContext *context; /* of the thread that asked; NULL while nothing is read */
  GCancellable *cancellable;
  gint64 told;           /* when the other thread has told last; its own */
};

enum
{
  PROP_FRACTION = 1,
  N_PROPS
};

enum
{
  SIGNAL_PREVIEW,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierLoader, dossier_loader, G_TYPE_OBJECT)

/* What goes from the one thread to the other. */
typedef struct
{
  DossierLoader *loader;
  double fraction;
  int n_events;
  DossierDocument *preview; /* (nullable) */
} Message;

static void
free_message (gpointer data)
{
  Message *message = data;

  g_clear_object (&message->preview);
  g_object_unref (message->loader);
  g_free (message);
}

static gboolean
deliver (gpointer data)
{
  Message *message = data;
  DossierLoader *self = message->loader;

  /* It has ended in the meantime, or nobody wants to know any more. */
  if (self->context == NULL || g_cancellable_is_cancelled (self->cancellable))
    return G_SOURCE_REMOVE;

  if (message->preview != NULL)
    {
      g_signal_emit (self, signals[SIGNAL_PREVIEW], 0, message->preview);
      return G_SOURCE_REMOVE;
    }

  self->fraction = message->fraction;
  self->n_events = message->n_events;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);

  return G_SOURCE_REMOVE;
}

/* Hands @message over to the other thread, where it comes before the result. Never delivers it in this one, as
 * g_main_context_invoke() does whenever nobody holds the context: who listens is no more than that thread's. */
static void
send (DossierLoader *self, Message *message)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  message->loader = g_object_ref (self);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, deliver, message, free_message);
  g_source_attach (source, self->context);
}

static void
progress_cb (double fraction, int n_events, gpointer data)
{
  DossierLoader *self = data;
  gint64 now = g_get_monotonic_time ();
  Message *message;

  if (now - self->told < INTERVAL_USEC && fraction < 1)
    return;

  self->told = now;
  message = g_new0 (Message, 1);
  message->fraction = fraction;
  message->n_events = n_events;
  send (self, message);
}

static void
preview_cb (DossierDocument *preview, gpointer data)
{
  Message *message = g_new0 (Message, 1);

  message->preview = preview;
  send (data, message);
}

static void
dated_cb (DossierDocument *document, gpointer data)
{
  DossierLoader *self = data;

  self->dated (document);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  DossierLoader *self = source;
  const DossierReaderWatch watch = { .progress = progress_cb, .preview = preview_cb, .dated = self->dated != NULL ? dated_cb : NULL, .data = self };
  GError *error = NULL;
  DossierDocument *document = dossier_reader_watch_file (self->file, &self->limits, self->report, &watch, cancellable, &error);

  if (document == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

#ifdef __GLIBC__
  /* What was only needed for reading, and the preview, lie scattered in the heaps of several threads. */
  malloc_trim (0);
#endif
  if (self->read != NULL && !g_cancellable_is_cancelled (cancellable))
    self->read (document);

  g_task_return_pointer (task, document, g_object_unref);
}

static void
dossier_loader_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DossierLoader *self = DOSSIER_LOADER (object);

  switch (id)
    {
    case PROP_FRACTION:
      g_value_set_double (value, self->fraction);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dossier_loader_finalize (GObject *object)
{
  DossierLoader *self = DOSSIER_LOADER (object);

  g_object_unref (self->file);
  dossier_report_unref (self->report);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (dossier_loader_parent_class)->finalize (object);
}

static void
dossier_loader_class_init (DossierLoaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dossier_loader_get_property;
  object_class->finalize = dossier_loader_finalize;

  /**
   * DossierLoader:fraction:
   *
   * How much of the work is done, from 0 to 1. It never goes back.
   */
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * DossierLoader::preview:
   * @self: the loader
   * @preview: the first events of the file
   *
   * Is emitted at most once, and only before the reading has ended.
   */
  signals[SIGNAL_PREVIEW] =
      g_signal_new ("preview", DOSSIER_TYPE_LOADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, DOSSIER_TYPE_DOCUMENT);
}

static void
dossier_loader_init (DossierLoader *self)
{
  self->report = dossier_report_new ();
}

/**
 * dossier_loader_new:
 * @file: a local file
 * @limits: (nullable): how much it may ask for, %NULL for the default
 *
 * Returns: (transfer full): a loader that reads nothing yet
 */
DossierLoader *
dossier_loader_new (GFile *file, const DossierLimits *limits)
{
  DossierLoader *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (DOSSIER_TYPE_LOADER, NULL);
  self->file = g_object_ref (file);
  self->limits = limits != NULL ? *limits : *dossier_limits_get_default ();

  return self;
}

/**
 * dossier_loader_set_preparation:
 * @self: a loader that has not read yet
 * @dated: (nullable): is called as soon as the dates of all events are there, while the rest is still found out: see
 *   #DossierReaderWatch
 * @read: (nullable): is called when all is read, before anybody is given the document
 *
 * What will be asked of the document at once can be worked out where it is read, which nobody waits for.
 */
void
dossier_loader_set_preparation (DossierLoader *self, DossierLoaderFunc dated, DossierLoaderFunc read)
{
  g_return_if_fail (DOSSIER_IS_LOADER (self));
  g_return_if_fail (self->context == NULL);

  self->dated = dated;
  self->read = read;
}

/**
 * dossier_loader_load_async:
 * @self: a loader that has not read yet
 * @cancellable: (nullable): stops the reading
 * @callback: is called when it is read
 * @data: for @callback
 *
 * Reads the file in another thread. Signals and @callback come in the main context that is the thread's default now.
 */
void
dossier_loader_load_async (DossierLoader *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (DOSSIER_IS_LOADER (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_main_context_ref_thread_default ();
  g_set_object (&self->cancellable, cancellable);

  task = g_task_new (self, cancellable, callback, data);

  /* What was read in vain is freed by the task; the error of ours says more than that of the cancellable. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, dossier_loader_load_async);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * dossier_loader_load_finish:
 * @self: a loader
 * @result: what the callback was given
 * @error: #DOSSIER_ERROR
 *
 * Returns: (transfer full): the document, or %NULL with the first error
 */
DossierDocument *
dossier_loader_load_finish (DossierLoader *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (DOSSIER_IS_LOADER (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  g_clear_pointer (&self->context, g_main_context_unref);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * dossier_loader_get_file:
 * @self: a loader
 *
 * Returns: (transfer none): what it reads
 */
GFile *
dossier_loader_get_file (DossierLoader *self)
{
  g_return_val_if_fail (DOSSIER_IS_LOADER (self), NULL);

  return self->file;
}

/**
 * dossier_loader_get_fraction:
 * @self: a loader
 *
 * Returns: how much of the work is done, from 0 to 1
 */
double
dossier_loader_get_fraction (DossierLoader *self)
{
  g_return_val_if_fail (DOSSIER_IS_LOADER (self), 0);

  return self->fraction;
}

/**
 * dossier_loader_get_n_events:
 * @self: a loader
 *
 * Returns: how many events are read so far
 */
int
dossier_loader_get_n_events (DossierLoader *self)
{
  g_return_val_if_fail (DOSSIER_IS_LOADER (self), 0);

  return self->n_events;
}

/**
 * dossier_loader_get_report:
 * @self: a loader
 *
 * Returns: (transfer none): what is wrong with the file; leave it alone until the reading has ended
 */
DossierReport *
dossier_loader_get_report (DossierLoader *self)
{
  g_return_val_if_fail (DOSSIER_IS_LOADER (self), NULL);

  return self->report;
}
