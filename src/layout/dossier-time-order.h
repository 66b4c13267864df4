/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Tells the time of an item, by its number. */
typedef gint64 (*DossierTimeFunc) (int item, gpointer data);

void dossier_time_order (int *items, int n, DossierTimeFunc get_time, gpointer data);

G_END_DECLS
