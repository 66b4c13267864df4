/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-view.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DossierHitList:
 *
 * What a search has found, in groups by type, the group with the best hit first; or, if it found nothing, what would
 * help. It searches in another thread, and tells the view's hits what is found.
 */
#define DOSSIER_TYPE_HIT_LIST (dossier_hit_list_get_type ())
G_DECLARE_FINAL_TYPE (DossierHitList, dossier_hit_list, DOSSIER, HIT_LIST, GtkWidget)

gboolean dossier_hit_list_get_limited (DossierHitList *self);
void dossier_hit_list_set_limited (DossierHitList *self, gboolean is_limited);
void dossier_hit_list_set_view (DossierHitList *self,
                                DossierView *view);
void dossier_hit_list_prepare  (DossierHitList *self);
void dossier_hit_list_search   (DossierHitList *self,
                                const char *words);
gboolean dossier_hit_list_is_searching (DossierHitList *self);
void dossier_hit_list_rest     (DossierHitList *self);

G_END_DECLS
