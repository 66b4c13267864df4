/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DossierParallelFunc:
 * @begin: index of the first item to work on
 * @end: index of the one behind the last
 * @data: what dossier_parallel_run() was given
 *
 * Works on some items. What it does with one must not depend on what is done with others, nor on where ranges end.
 */
typedef void (*DossierParallelFunc) (int begin, int end, gpointer data);

void dossier_parallel_run (int n_items, int n_least, DossierParallelFunc function, gpointer data);

G_END_DECLS
