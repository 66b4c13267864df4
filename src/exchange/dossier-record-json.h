/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-document.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode *dossier_record_to_json (DossierDocument *document, DossierRef ref, const char *language);

G_END_DECLS
