/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-event-rows.h"

struct _DossierEventRows
{
  GObject parent_instance;

  guint n_rows;
};

static GType
get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  return DOSSIER_EVENT_ROWS (model)->n_rows;
}

static gpointer
get_item (GListModel *model, guint position)
{
  return position < DOSSIER_EVENT_ROWS (model)->n_rows ? g_object_new (G_TYPE_OBJECT, NULL) : NULL;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (DossierEventRows, dossier_event_rows, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
dossier_event_rows_class_init (DossierEventRowsClass *klass)
{
}

static void
dossier_event_rows_init (DossierEventRows *self)
{
}

/**
 * dossier_event_rows_new:
 * @n_rows: how many
 *
 * Returns: (transfer full): the rows
 */
DossierEventRows *
dossier_event_rows_new (guint n_rows)
{
  DossierEventRows *self = g_object_new (DOSSIER_TYPE_EVENT_ROWS, NULL);

  self->n_rows = n_rows;

  return self;
}
