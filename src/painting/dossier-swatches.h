/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-document.h"
#include "painting/dossier-theme.h"

G_BEGIN_DECLS

/**
 * DossierSwatches:
 *
 * The colours of one dossier's kinds, actors and hypotheses in one theme, the same in every view:
 * the colour that the record names, adapted to the theme, else one of the palette. An actor without a colour
 * of its own that belongs to another takes the other's, a shade quieter, so that a person goes with the state.
 *
 * Swatches are made when first asked for. An object is used by one thread at a time.
 */
typedef struct _DossierSwatches DossierSwatches;

DossierSwatches *dossier_swatches_new (DossierDocument *document,
                                       const DossierTheme *theme);
void dossier_swatches_free (DossierSwatches *self);

const DossierSwatch *dossier_swatches_get_kind (DossierSwatches *self,
                                                int kind);
const DossierSwatch *dossier_swatches_get_actor (DossierSwatches *self,
                                                 int actor);
const DossierSwatch *dossier_swatches_get_hypothesis (DossierSwatches *self,
                                                      int hypothesis);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierSwatches, dossier_swatches_free)

G_END_DECLS
