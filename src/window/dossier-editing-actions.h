/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window/dossier-editing.h"

G_BEGIN_DECLS

void dossier_editing_actions_add (DossierEditing *editing, GtkApplicationWindow *window);

G_END_DECLS
