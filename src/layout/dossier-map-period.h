/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-document.h"

G_BEGIN_DECLS

gboolean dossier_map_period_read (DossierDocument *document, gint64 *begin, gint64 *end);

G_END_DECLS
