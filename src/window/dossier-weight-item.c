/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-weight-item.h"

struct _DossierWeightItem
{
  GObject parent_instance;

  DossierWeighing *weighing;
  int index;
};

G_DEFINE_FINAL_TYPE (DossierWeightItem, dossier_weight_item, G_TYPE_OBJECT)

static void
dossier_weight_item_finalize (GObject *object)
{
  g_clear_object (&DOSSIER_WEIGHT_ITEM (object)->weighing);

  G_OBJECT_CLASS (dossier_weight_item_parent_class)->finalize (object);
}

static void
dossier_weight_item_class_init (DossierWeightItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dossier_weight_item_finalize;
}

static void
dossier_weight_item_init (DossierWeightItem *self)
{
}

/**
 * dossier_weight_item_make_list:
 * @weighing: what is weighed
 *
 * Returns: (transfer full): all its weights
 */
GListModel *
dossier_weight_item_make_list (DossierWeighing *weighing)
{
  GListStore *list = g_list_store_new (DOSSIER_TYPE_WEIGHT_ITEM);
  int n = dossier_weighing_get_n_weights (weighing);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (int i = 0; i < n; i++)
    {
      DossierWeightItem *item = g_object_new (DOSSIER_TYPE_WEIGHT_ITEM, NULL);

      item->weighing = g_object_ref (weighing);
      item->index = i;
      g_ptr_array_add (items, item);
    }
  g_list_store_splice (list, 0, 0, items->pdata, items->len);

  return G_LIST_MODEL (list);
}

/**
 * dossier_weight_item_get:
 * @self: an item
 *
 * Returns: (transfer none): the weight
 */
const DossierWeight *
dossier_weight_item_get (DossierWeightItem *self)
{
  g_return_val_if_fail (DOSSIER_IS_WEIGHT_ITEM (self), NULL);

  return dossier_weighing_get_weight (self->weighing, self->index);
}
