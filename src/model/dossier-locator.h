/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DossierLocator:
 *
 * Tells in which line and column the bytes of a document are, for any number of places in any order. It counts only
 * as far as it is asked, remembers where it was every mebibyte, and never counts more than that twice: the places of
 * two hundred errors in a gigabyte cost about what one does.
 */
typedef struct _DossierLocator DossierLocator;

DossierLocator *dossier_locator_new    (const char *data, gsize length);
void            dossier_locator_free   (DossierLocator *self);
void            dossier_locator_locate (DossierLocator *self, gsize offset, int *line, int *column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierLocator, dossier_locator_free)

G_END_DECLS
