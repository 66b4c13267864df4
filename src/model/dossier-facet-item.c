/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-facet-item.h"

struct _DossierFacetItem
{
  GObject parent_instance;

  DossierFilter *filter;
  DossierFacetItemType type;
  DossierFacet facet;
  int value;
  int depth;
  char *title;
  int count;
  gboolean chosen;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierFacetItem, dossier_facet_item, G_TYPE_OBJECT)

static void
dossier_facet_item_finalize (GObject *object)
{
  DossierFacetItem *self = DOSSIER_FACET_ITEM (object);

  g_clear_object (&self->filter);
  g_free (self->title);

  G_OBJECT_CLASS (dossier_facet_item_parent_class)->finalize (object);
}

static void
dossier_facet_item_class_init (DossierFacetItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dossier_facet_item_finalize;

  signals[CHANGED] =
      g_signal_new ("changed", DOSSIER_TYPE_FACET_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dossier_facet_item_init (DossierFacetItem *self)
{
}

/**
 * dossier_facet_item_new:
 * @filter: the filter that it is chosen in
 * @type: what sort of row it is
 * @facet: its facet
 * @value: the value of the facet, as #DossierFacet says; of a row that stands for more, how many more
 * @depth: how far it is indented: 0 or 1
 * @title: (nullable): plain text, %NULL where the type of the row says all
 *
 * Returns: (transfer full): a row
 */
DossierFacetItem *
dossier_facet_item_new (DossierFilter *filter,
                        DossierFacetItemType type,
                        DossierFacet facet,
                        int value,
                        int depth,
                        const char *title)
{
  DossierFacetItem *self = g_object_new (DOSSIER_TYPE_FACET_ITEM, NULL);

  self->filter = g_object_ref (filter);
  self->type = type;
  self->facet = facet;
  self->value = value;
  self->depth = depth;
  self->title = g_strdup (title);
  dossier_facet_item_update (self);

  return self;
}

/**
 * dossier_facet_item_get_item_type:
 * @self: a row
 *
 * Returns: what sort of row it is
 */
DossierFacetItemType
dossier_facet_item_get_item_type (DossierFacetItem *self)
{
  g_return_val_if_fail (DOSSIER_IS_FACET_ITEM (self), DOSSIER_FACET_ITEM_HEADING);

  return self->type;
}

/**
 * dossier_facet_item_get_facet:
 * @self: a row
 *
 * Returns: its facet
 */
DossierFacet
dossier_facet_item_get_facet (DossierFacetItem *self)
{
  g_return_val_if_fail (DOSSIER_IS_FACET_ITEM (self), DOSSIER_FACET_KIND);

  return self->facet;
}

/**
 * dossier_facet_item_get_value:
 * @self: a row
 *
 * Returns: the value, as #DossierFacet says; of a row that stands for more, how many more
 */
int
dossier_facet_item_get_value (DossierFacetItem *self)
{
  g_return_val_if_fail (DOSSIER_IS_FACET_ITEM (self), -1);

  return self->value;
}

/**
 * dossier_facet_item_get_depth:
 * @self: a row
 *
 * Returns: how far it is indented: 0 or 1
 */
int
dossier_facet_item_get_depth (DossierFacetItem *self)
{
  g_return_val_if_fail (DOSSIER_IS_FACET_ITEM (self), 0);

  return self->depth;
}

/**
 * dossier_facet_item_get_title:
 * @self: a row
 *
 * Returns: (nullable): its words, plain text
 */
const char *
dossier_facet_item_get_title (DossierFacetItem *self)
{
  g_return_val_if_fail (DOSSIER_IS_FACET_ITEM (self), NULL);

  return self->title;
}

/**
 * dossier_facet_item_get_count:
 * @self: a row
 *
 * Returns: how many events it would show with the filter as it is, 0 unless it is a value
 */
int
dossier_facet_item_get_count (DossierFacetItem *self)
{
  g_return_val_if_fail (DOSSIER_IS_FACET_ITEM (self), 0);

  return self->count;
}

/**
 * dossier_facet_item_get_chosen:
 * @self: a row
 *
 * Returns: whether it is chosen in the filter
 */
gboolean
dossier_facet_item_get_chosen (DossierFacetItem *self)
{
  g_return_val_if_fail (DOSSIER_IS_FACET_ITEM (self), FALSE);

  return self->chosen;
}

/**
 * dossier_facet_item_toggle:
 * @self: a row that is a value
 *
 * Chooses it in the filter, or no longer.
 */
void
dossier_facet_item_toggle (DossierFacetItem *self)
{
  g_return_if_fail (DOSSIER_IS_FACET_ITEM (self) && self->type == DOSSIER_FACET_ITEM_VALUE);

  dossier_filter_set_chosen (self->filter, self->facet, self->value, !self->chosen);
}

/**
 * dossier_facet_item_update:
 * @self: a row
 *
 * Takes count and choice from the filter anew.
 */
void
dossier_facet_item_update (DossierFacetItem *self)
{
  int count;
  gboolean chosen;

  g_return_if_fail (DOSSIER_IS_FACET_ITEM (self));

  if (self->type != DOSSIER_FACET_ITEM_VALUE)
    return;

  count = dossier_filter_get_count (self->filter, self->facet, self->value);
  chosen = dossier_filter_get_chosen (self->filter, self->facet, self->value);
  if (count == self->count && chosen == self->chosen)
    return;

  self->count = count;
  self->chosen = chosen;
  g_signal_emit (self, signals[CHANGED], 0);
}
