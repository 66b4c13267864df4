/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/dossier-panes.h"

G_BEGIN_DECLS

void dossier_window_state_bind (GtkWindow *window,
                                DossierPanes *panes);

G_END_DECLS
