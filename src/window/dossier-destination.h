/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DossierDestination:
 * @page: (nullable): the name of the page to show, %NULL or empty for the first
 * @centre: (nullable): what the first page shows: "both", "timeline" or "map"; %NULL or empty for what it shows anyway
 * @record: (nullable): the id of the record to select, %NULL for none
 * @words: (nullable): what to search for, %NULL for nothing
 *
 * Where one wants to be in a dossier that is being opened. What it does not have is passed over.
 */
typedef struct
{
  const char *page;
  const char *centre;
  const char *record;
  const char *words;
} DossierDestination;

DossierDestination *dossier_destination_copy (const DossierDestination *self);
void          dossier_destination_free (DossierDestination *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierDestination, dossier_destination_free)

G_END_DECLS
