/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-view-order.h"

#include "model/dossier-filter-state.h"

struct _DossierViewOrder
{
  DossierDocument *document;
  DossierViewPictureOptions options; /* with a weighing and a sight of its own; with a filter once it was opened */
  JsonObject *filter;                /* what is chosen; NULL for none */
};

/* Another one, with the same taken off. */
static DossierWeighing *
copy_weighing (DossierWeighing *weighing)
{
  DossierWeighing *copy = dossier_weighing_new (dossier_weighing_get_document (weighing));

  for (int by = 0; by < DOSSIER_N_SWITCHES; by++)
    for (int value = 0; value < dossier_weighing_get_n_values (weighing, (DossierSwitch) by); value++)
      dossier_weighing_set_on (copy, (DossierSwitch) by, value, dossier_weighing_get_on (weighing, (DossierSwitch) by, value));

  return copy;
}

/**
 * dossier_view_order_new:
 * @document: a document; kept alive
 * @options: what of it is in sight; filter and weighing are read before this returns
 *
 * Returns: (transfer full): the same, for any one thread
 */
DossierViewOrder *
dossier_view_order_new (DossierDocument *document, const DossierViewPictureOptions *options)
{
  DossierViewOrder *self = g_new0 (DossierViewOrder, 1);

  self->document = g_object_ref (document);
  self->options = *options;
  self->options.filter = NULL;
  if (options->filter != NULL)
    self->filter = dossier_filter_state_save (options->filter);
  if (options->weighing != NULL)
    self->options.weighing = copy_weighing (options->weighing);
  if (options->map_sight != NULL)
    dossier_map_sight_ref (options->map_sight);

  return self;
}

/**
 * dossier_view_order_free:
 * @self: an order
 */
void
dossier_view_order_free (DossierViewOrder *self)
{
  g_clear_object (&self->options.filter);
  g_clear_object (&self->options.weighing);
  g_clear_pointer (&self->options.map_sight, dossier_map_sight_unref);
  g_clear_pointer (&self->filter, json_object_unref);
  g_object_unref (self->document);
  g_free (self);
}

/**
 * dossier_view_order_get_document:
 * @self: an order
 *
 * Returns: (transfer none): the document
 */
DossierDocument *
dossier_view_order_get_document (DossierViewOrder *self)
{
  return self->document;
}

/**
 * dossier_view_order_open:
 * @self: an order
 *
 * From now on the order belongs to the thread that calls this.
 *
 * Returns: (transfer none): what is to be shown, with a filter of the thread's own; valid as long as @self
 */
const DossierViewPictureOptions *
dossier_view_order_open (DossierViewOrder *self)
{
  if (self->filter != NULL && self->options.filter == NULL)
    {
      self->options.filter = dossier_filter_new (self->document);
      dossier_filter_state_restore (self->options.filter, self->filter);
    }

  return &self->options;
}
