/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void dossier_time_order (const gint64 *times, int *items, int n);

G_END_DECLS
