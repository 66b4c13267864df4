/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-event-list.h"

/* Up to this many events are put in order at once; of more, the old order stays until the new one is there. */
#define MOST_AT_ONCE 5000

struct _DossierEventItem
{
  GObject parent_instance;

  DossierDocument *document;
  int index;
  DossierEvent *event; /* NULL until it is asked for */
};

G_DEFINE_FINAL_TYPE (DossierEventItem, dossier_event_item, G_TYPE_OBJECT)

struct _DossierEventList
{
  GObject parent_instance;

  DossierDocument *document;
  DossierFilter *filter;
  GCancellable *ordering;

  DossierEventColumn column;
  gboolean is_descending;
  int *order;     /* all events, ascending by the column */
  int *events;    /* those that are shown, as they are listed */
  int n_events;   /* how many of them */
  int *positions; /* by event: where it stands among those, -1 if it is not shown */
};

static void dossier_event_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DossierEventList,
                               dossier_event_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, dossier_event_list_model_init))

static void
dossier_event_item_finalize (GObject *object)
{
  DossierEventItem *self = DOSSIER_EVENT_ITEM (object);

  g_clear_pointer (&self->event, dossier_event_unref);
  g_object_unref (self->document);

  G_OBJECT_CLASS (dossier_event_item_parent_class)->finalize (object);
}

static void
dossier_event_item_class_init (DossierEventItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dossier_event_item_finalize;
}

static void
dossier_event_item_init (DossierEventItem *self)
{
}

/**
 * dossier_event_item_get_document:
 * @self: an item
 *
 * Returns: (transfer none): the document that its event is of
 */
DossierDocument *
dossier_event_item_get_document (DossierEventItem *self)
{
  g_return_val_if_fail (DOSSIER_IS_EVENT_ITEM (self), NULL);

  return self->document;
}

/**
 * dossier_event_item_get_event:
 * @self: an item
 *
 * Returns: the index of its event
 */
int
dossier_event_item_get_event (DossierEventItem *self)
{
  g_return_val_if_fail (DOSSIER_IS_EVENT_ITEM (self), -1);

  return self->index;
}

/**
 * dossier_event_item_load:
 * @self: an item
 *
 * Returns: (transfer none): all of its event, read when it is first asked for
 */
const DossierEvent *
dossier_event_item_load (DossierEventItem *self)
{
  g_return_val_if_fail (DOSSIER_IS_EVENT_ITEM (self), NULL);

  if (self->event == NULL)
    self->event = dossier_document_load_event (self->document, self->index);

  return self->event;
}

static int
count_all (DossierEventList *self)
{
  return dossier_document_get_count (self->document, DOSSIER_RECORD_EVENT);
}

/* From the order of all and what the filter shows. */
static void
list_events (DossierEventList *self)
{
  int n = count_all (self);
  int n_before = self->n_events;

  self->n_events = 0;
  for (int i = 0; i < n; i++)
    {
      int event = self->order[self->is_descending ? n - 1 - i : i];

      self->positions[event] = -1;
      if (!dossier_filter_shows (self->filter, event))
        continue;
      self->positions[event] = self->n_events;
      self->events[self->n_events++] = event;
    }

  g_list_model_items_changed (G_LIST_MODEL (self), 0, (guint) n_before, (guint) self->n_events);
}

static void
order_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, dossier_event_column_order (source, (DossierEventColumn) GPOINTER_TO_INT (data), cancellable), g_free);
}

static void
ordered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GWeakRef *reference = data;
  g_autoptr (DossierEventList) self = g_weak_ref_get (reference);
  g_autofree int *order = g_task_propagate_pointer (G_TASK (result), NULL);

  g_weak_ref_clear (reference);
  g_free (reference);

  if (self == NULL || order == NULL || g_task_get_cancellable (G_TASK (result)) != self->ordering)
    return;

  g_clear_object (&self->ordering);
  g_free (self->order);
  self->order = g_steal_pointer (&order);
  list_events (self);
}

static void
stop_ordering (DossierEventList *self)
{
  if (self->ordering != NULL)
    g_cancellable_cancel (self->ordering);
  g_clear_object (&self->ordering);
}

static void
update_order (DossierEventList *self)
{
  g_autoptr (GTask) task = NULL;
  GWeakRef *reference;

  stop_ordering (self);
  if (count_all (self) <= MOST_AT_ONCE)
    {
      g_free (self->order);
      self->order = dossier_event_column_order (self->document, self->column, NULL);
      list_events (self);
      return;
    }

  /* The list does not wait for an order that is no longer wanted, nor does an order keep the list. */
  reference = g_new (GWeakRef, 1);
  g_weak_ref_init (reference, self);
  self->ordering = g_cancellable_new ();
  task = g_task_new (self->document, self->ordering, ordered_cb, reference);
  g_task_set_source_tag (task, update_order);
  g_task_set_task_data (task, GINT_TO_POINTER (self->column), NULL);
  g_task_run_in_thread (task, order_in_thread);
}

static GType
get_item_type (GListModel *model)
{
  return DOSSIER_TYPE_EVENT_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return (guint) DOSSIER_EVENT_LIST (model)->n_events;
}

static gpointer
get_item (GListModel *model, guint position)
{
  DossierEventList *self = DOSSIER_EVENT_LIST (model);
  DossierEventItem *item;

  if (position >= (guint) self->n_events)
    return NULL;

  item = g_object_new (DOSSIER_TYPE_EVENT_ITEM, NULL);
  item->document = g_object_ref (self->document);
  item->index = self->events[position];

  return item;
}

static void
dossier_event_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
dossier_event_list_dispose (GObject *object)
{
  stop_ordering (DOSSIER_EVENT_LIST (object));

  G_OBJECT_CLASS (dossier_event_list_parent_class)->dispose (object);
}

static void
dossier_event_list_finalize (GObject *object)
{
  DossierEventList *self = DOSSIER_EVENT_LIST (object);

  g_free (self->order);
  g_free (self->events);
  g_free (self->positions);
  g_object_unref (self->filter);
  g_object_unref (self->document);

  G_OBJECT_CLASS (dossier_event_list_parent_class)->finalize (object);
}

static void
dossier_event_list_class_init (DossierEventListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dossier_event_list_dispose;
  object_class->finalize = dossier_event_list_finalize;
}

static void
dossier_event_list_init (DossierEventList *self)
{
}

/**
 * dossier_event_list_new:
 * @document: a document
 * @filter: which of its events are listed
 *
 * Returns: (transfer full): the events in the order of the document, until another is asked for
 */
DossierEventList *
dossier_event_list_new (DossierDocument *document, DossierFilter *filter)
{
  DossierEventList *self = g_object_new (DOSSIER_TYPE_EVENT_LIST, NULL);
  int n;

  self->document = g_object_ref (document);
  self->filter = g_object_ref (filter);
  n = count_all (self);
  self->order = g_new (int, n + 1);
  self->events = g_new (int, n + 1);
  self->positions = g_new (int, n + 1);
  self->column = DOSSIER_N_EVENT_COLUMNS;
  for (int i = 0; i < n; i++)
    self->order[i] = i;
  list_events (self);
  g_signal_connect_object (filter, "changed", G_CALLBACK (list_events), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * dossier_event_list_set_order:
 * @self: a list
 * @column: by what it is put in order
 * @is_descending: whether the last comes first
 *
 * Of very many events the order is found in the background, and the list changes when it is there.
 */
void
dossier_event_list_set_order (DossierEventList *self, DossierEventColumn column, gboolean is_descending)
{
  g_return_if_fail (DOSSIER_IS_EVENT_LIST (self));
  g_return_if_fail (column < DOSSIER_N_EVENT_COLUMNS);

  if (self->column == column && self->is_descending == is_descending)
    return;

  self->is_descending = is_descending;
  if (self->column == column && self->ordering == NULL)
    {
      list_events (self);
      return;
    }
  self->column = column;
  update_order (self);
}

/**
 * dossier_event_list_is_ordering:
 * @self: a list
 *
 * Returns: whether another order is being found in the background
 */
gboolean
dossier_event_list_is_ordering (DossierEventList *self)
{
  g_return_val_if_fail (DOSSIER_IS_EVENT_LIST (self), FALSE);

  return self->ordering != NULL;
}

/**
 * dossier_event_list_get_event:
 * @self: a list
 * @position: a position in it
 *
 * Returns: the index of the event there, -1 if it is beyond the end
 */
int
dossier_event_list_get_event (DossierEventList *self, int position)
{
  g_return_val_if_fail (DOSSIER_IS_EVENT_LIST (self), -1);

  return position >= 0 && position < self->n_events ? self->events[position] : -1;
}

/**
 * dossier_event_list_find:
 * @self: a list
 * @event: the index of an event
 *
 * Returns: its position, -1 if it is not shown
 */
int
dossier_event_list_find (DossierEventList *self, int event)
{
  g_return_val_if_fail (DOSSIER_IS_EVENT_LIST (self), -1);
  g_return_val_if_fail (event >= 0 && event < count_all (self), -1);

  return self->positions[event];
}
