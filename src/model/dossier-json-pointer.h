/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-limits.h"

G_BEGIN_DECLS

void dossier_json_pointer_find (const char *data,
                                gsize length,
                                const DossierLimits *limits,
                                const gsize *offsets,
                                int n_offsets,
                                char **pointers);

G_END_DECLS
