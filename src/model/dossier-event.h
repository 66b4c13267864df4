/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-document.h"

G_BEGIN_DECLS

/* For the reader alone; everybody else calls dossier_document_load_event(). */

DossierEvent *dossier_event_new_unresolved (DossierDocument *document, int index);
guint         dossier_event_get_targets    (DossierRelation relation);

gsize         dossier_event_find_id        (DossierDocument *document, int index);

G_END_DECLS
