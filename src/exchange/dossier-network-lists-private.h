/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-document.h"

G_BEGIN_DECLS

/*
 * What an actor or a tie has several of, as the value of one cell. Each returns %NULL if there is nothing.
 */

char *dossier_network_dup_names (const DossierActor *actor);
char *dossier_network_dup_posts (DossierDocument *document, const DossierActor *actor);
char *dossier_network_dup_affiliations (DossierDocument *document, const DossierActor *actor);
char *dossier_network_dup_quotes (DossierDocument *document, const DossierLinks *quotes);
char *dossier_network_dup_evidence (DossierDocument *document, const DossierLinks *quotes);
char *dossier_network_dup_bearings (const DossierStatement *statement);
char *dossier_network_dup_links (const DossierLinks *links);

G_END_DECLS
