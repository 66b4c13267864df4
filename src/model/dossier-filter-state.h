/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-filter.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/*
 * What is chosen in a filter, as an object of JSON with the ids and keys of the document: it outlives the filter, and
 * fits another version of the document. Members that stand for nothing chosen are left out:
 *
 *   "kinds", "actors", "places", "sources"   ids
 *   "statuses", "likelihoods",
 *   "reliabilities", "stances"               keys of the vocabulary, "" for none
 *   "credibilities"                          numbers, 0 for none
 *   "not"                                    the names of those of the above of which none may match
 *   "begin", "end"                           seconds, as in #DossierSpan
 *   "words"                                  a string
 */

JsonObject *dossier_filter_state_save (DossierFilter *filter);
int dossier_filter_state_restore (DossierFilter *filter, JsonObject *state);

G_END_DECLS
