/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-facet-list.h"

#include "model/dossier-facets.h"

/* How many values of a facet are listed at first, where there are more than one beyond. */
#define N_AT_FIRST 11

typedef struct
{
  int value;
  int parent; /* -1 for none */
  int count;
} Value;

struct _DossierFacetList
{
  GObject parent_instance;

  DossierDocument *document;
  DossierFilter *filter;

  GPtrArray *sections[DOSSIER_N_FACETS]; /* of DossierFacetItem, all values of a facet in their order */
  gboolean expanded[DOSSIER_N_FACETS];
  GPtrArray *items; /* what is listed now */
};

static const DossierFacet order[] = {
  DOSSIER_FACET_ACTOR,
  DOSSIER_FACET_KIND,
  DOSSIER_FACET_STATUS,
  DOSSIER_FACET_LIKELIHOOD,
  DOSSIER_FACET_STANCE,
  DOSSIER_FACET_PLACE,
  DOSSIER_FACET_SOURCE,
  DOSSIER_FACET_RELIABILITY,
  DOSSIER_FACET_CREDIBILITY,
};

static void dossier_facet_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DossierFacetList,
                               dossier_facet_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, dossier_facet_list_model_init))

/* Whom a value stands below; -1 for none. */
static int
get_parent (DossierFacetList *self, DossierFacet facet, int value)
{
  if (facet == DOSSIER_FACET_ACTOR)
    {
      const DossierActor *actor = dossier_document_get_actor (self->document, value);

      return actor->affiliations.n > 0 ? actor->affiliations.items[0].to.ref.index : -1;
    }
  if (facet == DOSSIER_FACET_PLACE)
    {
      const DossierPlace *place = dossier_document_get_place (self->document, value);

      return dossier_ref_is_set (place->part_of.ref) ? place->part_of.ref.index : -1;
    }

  return -1;
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  const Value *one = a;
  const Value *other = b;

  if (one->count != other->count)
    return one->count > other->count ? -1 : 1;

  return one->value < other->value ? -1 : one->value > other->value;
}

static gboolean
is_ranked (DossierFacet facet)
{
  return facet == DOSSIER_FACET_ACTOR || facet == DOSSIER_FACET_PLACE || facet == DOSSIER_FACET_SOURCE;
}

static void
append_value (DossierFacetList *self, DossierFacet facet, int value, int depth)
{
  g_autofree char *title = dossier_facet_dup_title (self->document, facet, value);

  g_ptr_array_add (self->sections[facet],
                   dossier_facet_item_new (self->filter, DOSSIER_FACET_ITEM_VALUE, facet, value, depth, title));
}

/* Fills in whom @value stands below at last, and whom all those between do. The reader lets no circle pass, and
 * what is known already is not walked again, so that a long chain costs no more than its length. */
static void
find_root (DossierFacetList *self, DossierFacet facet, int value, int *roots)
{
  int root = value;
  int parent;

  while (roots[root] < 0 && (parent = get_parent (self, facet, root)) >= 0)
    root = parent;
  if (roots[root] >= 0)
    root = roots[root];

  for (int i = value; i >= 0 && roots[i] < 0; i = get_parent (self, facet, i))
    roots[i] = root;
}

/* All values of a facet that have events, in the order in which they are listed: two levels, for deeper ones
 * would leave no room for the names. */
static void
fill_section (DossierFacetList *self, DossierFacet facet)
{
  int first = facet == DOSSIER_FACET_STATUS ? 1 : 0;
  int n = dossier_filter_get_n_values (self->filter, facet);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (Value));
  g_autofree int *roots = g_new (int, (gsize) n + 1);
  g_autoptr (GHashTable) children = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);

  for (int i = first; i < n; i++)
    {
      Value value = { i, get_parent (self, facet, i), dossier_filter_get_count (self->filter, facet, i) };

      if (value.count > 0)
        g_array_append_val (values, value);
    }
  if (is_ranked (facet))
    g_array_sort (values, compare_values);

  for (int i = 0; i < n; i++)
    roots[i] = -1;
  for (int i = first; i < n; i++)
    find_root (self, facet, i, roots);

  for (guint i = 0; i < values->len; i++)
    {
      const Value *value = &g_array_index (values, Value, i);
      GArray *below;

      if (roots[value->value] == value->value)
        continue;

      below = g_hash_table_lookup (children, GINT_TO_POINTER (roots[value->value]));
      if (below == NULL)
        {
          below = g_array_new (FALSE, FALSE, sizeof (int));
          g_hash_table_insert (children, GINT_TO_POINTER (roots[value->value]), below);
        }
      g_array_append_val (below, value->value);
    }

  for (guint i = 0; i < values->len; i++)
    {
      const Value *value = &g_array_index (values, Value, i);
      GArray *below;

      if (roots[value->value] != value->value)
        continue;

      append_value (self, facet, value->value, 0);
      below = g_hash_table_lookup (children, GINT_TO_POINTER (value->value));
      for (guint j = 0; below != NULL && j < below->len; j++)
        append_value (self, facet, g_array_index (below, int, j), 1);
    }
}

static void
list_section (DossierFacetList *self, DossierFacet facet)
{
  GPtrArray *section = self->sections[facet];
  guint n_listed = section->len;
  g_autofree char *heading = dossier_facet_dup_heading (facet);

  /* One value, and no way to choose among several: nothing to filter by. */
  if (section->len < 2)
    return;

  if (!self->expanded[facet] && section->len > N_AT_FIRST + 1)
    n_listed = N_AT_FIRST;

  g_ptr_array_add (self->items,
                   dossier_facet_item_new (self->filter, DOSSIER_FACET_ITEM_HEADING, facet, -1, 0, heading));
  for (guint i = 0; i < n_listed; i++)
    g_ptr_array_add (self->items, g_object_ref (g_ptr_array_index (section, i)));
  if (n_listed < section->len)
    g_ptr_array_add (self->items,
                     dossier_facet_item_new (self->filter, DOSSIER_FACET_ITEM_MORE, facet, (int) (section->len - n_listed), 0, NULL));
}

static void
list_all (DossierFacetList *self)
{
  guint n_before = self->items->len;

  g_ptr_array_set_size (self->items, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    list_section (self, order[i]);

  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->items->len);
}

static void
filter_changed_cb (DossierFacetList *self)
{
  for (guint i = 0; i < self->items->len; i++)
    dossier_facet_item_update (g_ptr_array_index (self->items, i));
}

static GType
dossier_facet_list_get_item_type (GListModel *model)
{
  return DOSSIER_TYPE_FACET_ITEM;
}

static guint
dossier_facet_list_get_n_items (GListModel *model)
{
  return DOSSIER_FACET_LIST (model)->items->len;
}

static gpointer
dossier_facet_list_get_item (GListModel *model, guint position)
{
  DossierFacetList *self = DOSSIER_FACET_LIST (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
dossier_facet_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = dossier_facet_list_get_item_type;
  iface->get_n_items = dossier_facet_list_get_n_items;
  iface->get_item = dossier_facet_list_get_item;
}

static void
dossier_facet_list_finalize (GObject *object)
{
  DossierFacetList *self = DOSSIER_FACET_LIST (object);

  g_clear_object (&self->document);
  g_clear_object (&self->filter);
  for (int i = 0; i < DOSSIER_N_FACETS; i++)
    g_ptr_array_unref (self->sections[i]);
  g_ptr_array_unref (self->items);

  G_OBJECT_CLASS (dossier_facet_list_parent_class)->finalize (object);
}

static void
dossier_facet_list_class_init (DossierFacetListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dossier_facet_list_finalize;
}

static void
dossier_facet_list_init (DossierFacetList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  for (int i = 0; i < DOSSIER_N_FACETS; i++)
    self->sections[i] = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * dossier_facet_list_new:
 * @document: a document
 * @filter: a filter of it, with nothing chosen yet: the order goes by the counts of now
 *
 * Returns: (transfer full): what its events can be filtered by
 */
DossierFacetList *
dossier_facet_list_new (DossierDocument *document, DossierFilter *filter)
{
  DossierFacetList *self = g_object_new (DOSSIER_TYPE_FACET_LIST, NULL);

  self->document = g_object_ref (document);
  self->filter = g_object_ref (filter);
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    fill_section (self, order[i]);
  list_all (self);
  g_signal_connect_object (filter, "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * dossier_facet_list_expand:
 * @self: a list
 * @facet: a facet
 *
 * Lists all values of @facet.
 */
void
dossier_facet_list_expand (DossierFacetList *self, DossierFacet facet)
{
  g_return_if_fail (DOSSIER_IS_FACET_LIST (self) && facet < DOSSIER_N_FACETS);

  if (self->expanded[facet])
    return;

  self->expanded[facet] = TRUE;
  for (guint i = 0; i < self->sections[facet]->len; i++)
    dossier_facet_item_update (g_ptr_array_index (self->sections[facet], i));
  list_all (self);
}
