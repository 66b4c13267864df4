/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-document.h"
#include "model/dossier-problems.h"
#include "model/dossier-symbols.h"

G_BEGIN_DECLS

void dossier_resolver_resolve (DossierDocument *document, DossierSymbols *symbols, DossierProblems *problems);
void dossier_resolver_resolve_preview (DossierDocument *document, DossierSymbols *symbols);

G_END_DECLS
