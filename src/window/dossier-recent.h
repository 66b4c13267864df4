/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void dossier_recent_add (GFile *file,
                         const char *title);
void dossier_recent_fill_menu (GMenu *menu);

G_END_DECLS
