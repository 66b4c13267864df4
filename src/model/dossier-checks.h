/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-document.h"
#include "model/dossier-problems.h"

G_BEGIN_DECLS

void dossier_checks_run (DossierDocument *document, DossierProblems *problems);

G_END_DECLS
