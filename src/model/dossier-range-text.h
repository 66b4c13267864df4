/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-date.h"

G_BEGIN_DECLS

char *dossier_range_to_edtf (const char *text, GError **error);
char *dossier_range_from_times (gint64 first, gint64 last);
gboolean dossier_range_read (const char *edtf, gint64 *first, gint64 *last, GError **error);

G_END_DECLS
