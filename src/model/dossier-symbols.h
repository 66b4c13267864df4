/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DossierSymbols:
 *
 * Numbers for ids that are referred to while the records they are of may not be read yet.
 */
typedef struct _DossierSymbols DossierSymbols;

DossierSymbols *dossier_symbols_new       (guint32 most);
void            dossier_symbols_free      (DossierSymbols *self);
guint32         dossier_symbols_intern    (DossierSymbols *self, const char *id, gsize length);
int             dossier_symbols_get_count (DossierSymbols *self);
gboolean        dossier_symbols_is_full   (DossierSymbols *self);
const char     *dossier_symbols_get_id    (DossierSymbols *self, guint32 symbol);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierSymbols, dossier_symbols_free)

G_END_DECLS
