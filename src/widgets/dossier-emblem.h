/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DossierEmblem:
 *
 * The sign that stands for a record in rows, chips and headings: an actor's disc with its letters, a kind's
 * square, the filled part of a circle for how sure a statement is. The same signs are drawn on the canvases.
 * It says nothing to assistive technology, for words stand beside it.
 */
#define DOSSIER_TYPE_EMBLEM (dossier_emblem_get_type ())
G_DECLARE_FINAL_TYPE (DossierEmblem, dossier_emblem, DOSSIER, EMBLEM, GtkWidget)

GtkWidget *dossier_emblem_new (int size);
void dossier_emblem_clear (DossierEmblem *self);
void dossier_emblem_show_record (DossierEmblem *self,
                                 DossierDocument *document,
                                 DossierRef ref);
void dossier_emblem_show_status (DossierEmblem *self,
                                 DossierStatus status);

G_END_DECLS
