/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DossierMark:
 *
 * Stands for something that is drawn on a canvas, so that assistive technology meets it with its name, its place
 * and what can be done with it. It is given a place and never draws anything.
 *
 * "activated" is emitted when assistive technology activates it.
 */
#define DOSSIER_TYPE_MARK (dossier_mark_get_type ())
G_DECLARE_FINAL_TYPE (DossierMark, dossier_mark, DOSSIER, MARK, GtkWidget)

GtkWidget *dossier_mark_new (void);
void dossier_mark_set (DossierMark *self,
                       int id,
                       const char *label);
int dossier_mark_get_id (DossierMark *self);

G_END_DECLS
