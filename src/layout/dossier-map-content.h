/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-map.h"
#include "model/dossier-filter.h"
#include "model/dossier-related.h"

G_BEGIN_DECLS

DossierMap *dossier_map_content_read (DossierDocument *document, const char *language, const gboolean *folded);
gboolean *dossier_map_content_fold_all (DossierDocument *document, gboolean folded);
gboolean dossier_map_content_is_crowded (DossierDocument *document, double width, double height);

void dossier_map_content_show (DossierMap *map,
                               DossierDocument *document,
                               DossierFilter *filter,
                               gint64 begin,
                               gint64 end);
int dossier_map_content_open (DossierMap *map,
                              DossierDocument *document,
                              DossierRef selected,
                              int actor,
                              int other_actor);
void dossier_map_content_emphasise (DossierMap *map,
                                    const DossierRelated *related,
                                    DossierRef selected,
                                    int actor,
                                    int other_actor);

G_END_DECLS
