/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window/dossier-window.h"

G_BEGIN_DECLS

void dossier_paper_actions_add (DossierWindow *window);

G_END_DECLS
