/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *dossier_suggest (const char *wrong, const char *const *candidates, int n);

G_END_DECLS
