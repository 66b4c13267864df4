/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-reader.h"

G_BEGIN_DECLS

/* Documents for tests. */

char *samples_make_json (const char *text);
DossierDocument *samples_read (const char *text, DossierReport *report);
DossierDocument *samples_read_good (const char *text);
DossierDocument *samples_read_bundled (DossierReport *report);
gboolean samples_have_article (void);
char *samples_make_random (GRand *random, int n_events);
void samples_assert_same_span (const DossierSpan *one, const DossierSpan *other);
DossierRef samples_find (DossierDocument *document, const char *id);

G_END_DECLS
