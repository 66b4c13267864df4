/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-filter.h"

G_BEGIN_DECLS

GBytes *dossier_gexf_write (DossierDocument *document, DossierFilter *filter);

G_END_DECLS
