/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void dossier_preferences_show        (GtkWindow *parent);
void dossier_preferences_apply_style (void);

G_END_DECLS
