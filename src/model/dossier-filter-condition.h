/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-filter.h"

G_BEGIN_DECLS

gboolean dossier_filter_add_condition (DossierFilter *filter, const char *text, GError **error);

G_END_DECLS
