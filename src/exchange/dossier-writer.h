/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-document.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * DossierWriter:
 *
 * Makes the bytes of a changed document out of those of a document: only what is changed is written anew, all else
 * stays letter for letter. Fields that the format does not know, numbers too large for anyone, the order of fields
 * and the way a person has laid the file out survive, and a file under version control shows just the change.
 *
 * The document itself does not change. Read the new bytes to have the changed one.
 */
typedef struct _DossierWriter DossierWriter;

DossierWriter *dossier_writer_new           (DossierDocument *document);
void           dossier_writer_free          (DossierWriter *self);

void           dossier_writer_set_field     (DossierWriter *self, DossierRef ref, const char *name, JsonNode *value);
void           dossier_writer_add_record    (DossierWriter *self, DossierRecord type, JsonNode *record);
void           dossier_writer_add_text      (DossierWriter *self, DossierRecord type, const char *text);
void           dossier_writer_replace_text  (DossierWriter *self, DossierRef ref, const char *text);
void           dossier_writer_remove_record (DossierWriter *self, DossierRef ref);
GBytes        *dossier_writer_write         (DossierWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierWriter, dossier_writer_free)

G_END_DECLS
