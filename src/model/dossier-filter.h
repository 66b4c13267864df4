/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-document.h"

G_BEGIN_DECLS

/**
 * DossierFacet:
 * @DOSSIER_FACET_KIND: values are indexes of kinds
 * @DOSSIER_FACET_ACTOR: values are indexes of actors; an event of a person is one of its state too
 * @DOSSIER_FACET_PLACE: values are indexes of places; an event at a place is one at what that lies in, too
 * @DOSSIER_FACET_STATUS: values are #DossierStatus
 * @DOSSIER_FACET_SOURCE: values are indexes of sources
 *
 * By what events can be filtered, beside the date and words.
 */
typedef enum
{
  DOSSIER_FACET_KIND,
  DOSSIER_FACET_ACTOR,
  DOSSIER_FACET_PLACE,
  DOSSIER_FACET_STATUS,
  DOSSIER_FACET_SOURCE,
  DOSSIER_N_FACETS,
} DossierFacet;

/**
 * DossierFilter:
 *
 * Which events are shown. Within a facet an event has to match one of the chosen values, and it has to match
 * every facet in which something is chosen, the dates and the words. With nothing chosen, all are shown.
 *
 * "changed" is emitted after each change of what is chosen.
 */
#define DOSSIER_TYPE_FILTER (dossier_filter_get_type ())
G_DECLARE_FINAL_TYPE (DossierFilter, dossier_filter, DOSSIER, FILTER, GObject)

DossierFilter *dossier_filter_new        (DossierDocument *document);

gboolean       dossier_filter_get_chosen (DossierFilter *self, DossierFacet facet, int value);
void           dossier_filter_set_chosen (DossierFilter *self, DossierFacet facet, int value, gboolean chosen);
int            dossier_filter_get_n_chosen (DossierFilter *self, DossierFacet facet);
int            dossier_filter_get_n_values (DossierFilter *self, DossierFacet facet);

gboolean       dossier_filter_get_dates  (DossierFilter *self, gint64 *begin, gint64 *end);
void           dossier_filter_set_dates  (DossierFilter *self, gint64 begin, gint64 end);
void           dossier_filter_unset_dates (DossierFilter *self);

const char    *dossier_filter_get_words  (DossierFilter *self);
void           dossier_filter_set_words  (DossierFilter *self, const char *words);

gboolean       dossier_filter_is_empty   (DossierFilter *self);
void           dossier_filter_clear      (DossierFilter *self);

gboolean       dossier_filter_shows      (DossierFilter *self, int event);
int            dossier_filter_get_n_shown (DossierFilter *self);
int            dossier_filter_get_count  (DossierFilter *self, DossierFacet facet, int value);

G_END_DECLS
