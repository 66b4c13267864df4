/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/dossier-export.h"
#include "model/dossier-document.h"
#include "painting/dossier-theme.h"

G_BEGIN_DECLS

/** DOSSIER_A4_SHORT: the short side of a sheet of A4, in pixels of 96 to the inch */
#define DOSSIER_A4_SHORT (210.0 / 25.4 * 96)

/** DOSSIER_A4_LONG: its long side */
#define DOSSIER_A4_LONG (297.0 / 25.4 * 96)

/**
 * DossierHandout:
 *
 * A story to be taken along: each scene's picture with what its presenter says to it, and at the end the sources by
 * number, in full. Upright A4, as many pages as it takes: nothing is cut.
 */
typedef struct _DossierHandout DossierHandout;

DossierHandout       *dossier_handout_new  (DossierDocument *document, int story, DossierThemeFlags theme);
void                  dossier_handout_free (DossierHandout *self);
const DossierPicture *dossier_handout_get  (DossierHandout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierHandout, dossier_handout_free)

G_END_DECLS
