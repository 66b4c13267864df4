/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void     dossier_session_save    (GtkApplication *application);
gboolean dossier_session_restore (GtkApplication *application);

G_END_DECLS
