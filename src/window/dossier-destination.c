/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-destination.h"

/**
 * dossier_destination_copy:
 * @self: (nullable): a destination
 *
 * Returns: (transfer full) (nullable): the same with texts of its own; %NULL for %NULL
 */
DossierDestination *
dossier_destination_copy (const DossierDestination *self)
{
  DossierDestination *copy;

  if (self == NULL)
    return NULL;

  copy = g_new (DossierDestination, 1);
  *copy = (DossierDestination){ g_strdup (self->page), g_strdup (self->centre), g_strdup (self->record), g_strdup (self->words) };

  return copy;
}

/**
 * dossier_destination_free:
 * @self: (nullable): what dossier_destination_copy() returned
 *
 * Frees it, with its texts.
 */
void
dossier_destination_free (DossierDestination *self)
{
  if (self == NULL)
    return;

  g_free ((char *) self->page);
  g_free ((char *) self->centre);
  g_free ((char *) self->record);
  g_free ((char *) self->words);
  g_free (self);
}
