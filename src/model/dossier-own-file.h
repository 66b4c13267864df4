/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-document.h"

G_BEGIN_DECLS

/* Files in which the program keeps for the user what belongs to a dossier, but does not stand in it. */

char    *dossier_own_file_dup_name (DossierDocument *document);
gboolean dossier_own_file_write    (const char *path, GBytes *bytes, GError **error);

G_END_DECLS
