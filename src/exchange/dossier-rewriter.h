/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-document.h"

G_BEGIN_DECLS

GBytes *dossier_rewriter_write (DossierDocument *document, DossierForm form);

G_END_DECLS
