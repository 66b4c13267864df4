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
 * @DOSSIER_FACET_SOURCE: values are indexes of sources: those of the event's quotes
 * @DOSSIER_FACET_LIKELIHOOD: values are #DossierLikelihood
 * @DOSSIER_FACET_RELIABILITY: values are #DossierReliability: those of the sources of the event's quotes
 * @DOSSIER_FACET_CREDIBILITY: values are 1 to 6, and 0 for none
 * @DOSSIER_FACET_STANCE: values are #DossierStance: those of the reactions to the event; none stands for no reaction
 *
 * By what events can be filtered, beside the date and words. The first %DOSSIER_N_LANE_FACETS are those that the lanes
 * of the timeline can stand for.
 */
typedef enum
{
  DOSSIER_FACET_KIND,
  DOSSIER_FACET_ACTOR,
  DOSSIER_FACET_PLACE,
  DOSSIER_FACET_STATUS,
  DOSSIER_FACET_SOURCE,
  DOSSIER_FACET_LIKELIHOOD,
  DOSSIER_FACET_RELIABILITY,
  DOSSIER_FACET_CREDIBILITY,
  DOSSIER_FACET_STANCE,
  DOSSIER_N_FACETS,
} DossierFacet;

#define DOSSIER_N_LANE_FACETS (DOSSIER_FACET_SOURCE + 1)

/**
 * DOSSIER_FILTER_DATES:
 *
 * The tests that an event has to pass are numbered: a facet is a test of its own number, and these two follow.
 */
#define DOSSIER_FILTER_DATES   (DOSSIER_N_FACETS)
#define DOSSIER_FILTER_WORDS   (DOSSIER_N_FACETS + 1)
#define DOSSIER_N_FILTER_TESTS (DOSSIER_N_FACETS + 2)

/**
 * DossierFilter:
 *
 * Which events are shown. Within a facet an event has to match one of the chosen values, or none of them if the
 * facet is negated, and it has to match every facet in which something is chosen, the dates and the words. With
 * nothing chosen, all are shown.
 *
 * "changed" is emitted after each change of what is chosen.
 */
#define DOSSIER_TYPE_FILTER (dossier_filter_get_type ())
G_DECLARE_FINAL_TYPE (DossierFilter, dossier_filter, DOSSIER, FILTER, GObject)

DossierFilter *dossier_filter_new        (DossierDocument *document);
void dossier_filter_set_found_words (DossierFilter *self, const char *words, const guint8 *found);
void dossier_filter_count_all (DossierFilter *self, GCancellable *cancellable);
DossierDocument *dossier_filter_get_document (DossierFilter *self);

gboolean       dossier_filter_get_chosen (DossierFilter *self, DossierFacet facet, int value);
void           dossier_filter_set_chosen (DossierFilter *self, DossierFacet facet, int value, gboolean chosen);
int            dossier_filter_get_n_chosen (DossierFilter *self, DossierFacet facet);
int            dossier_filter_get_n_values (DossierFilter *self, DossierFacet facet);
gboolean       dossier_filter_get_negated (DossierFilter *self, DossierFacet facet);
void           dossier_filter_set_negated (DossierFilter *self, DossierFacet facet, gboolean negated);

gboolean       dossier_filter_get_dates  (DossierFilter *self, gint64 *begin, gint64 *end);
void           dossier_filter_set_dates  (DossierFilter *self, gint64 begin, gint64 end);
void           dossier_filter_unset_dates (DossierFilter *self);

const char    *dossier_filter_get_words  (DossierFilter *self);
void           dossier_filter_set_words  (DossierFilter *self, const char *words);

gboolean       dossier_filter_is_empty   (DossierFilter *self);
void           dossier_filter_clear      (DossierFilter *self);
void           dossier_filter_freeze     (DossierFilter *self);
void           dossier_filter_thaw       (DossierFilter *self);

gboolean       dossier_filter_shows      (DossierFilter *self, int event);
gboolean       dossier_filter_keeps      (DossierFilter *self, DossierRef ref);
guint8 *dossier_filter_list_hidden (DossierFilter *self);
int            dossier_filter_get_n_shown (DossierFilter *self);
int            dossier_filter_get_count  (DossierFilter *self, DossierFacet facet, int value);

/* Its tests, by their numbers. */
gboolean       dossier_filter_has_test   (DossierFilter *self, int test);
void           dossier_filter_drop_test  (DossierFilter *self, int test);
int            dossier_filter_get_n_without (DossierFilter *self, int test);
int            dossier_filter_advise     (DossierFilter *self);
guint          dossier_filter_get_failed (DossierFilter *self, int event);
char          *dossier_filter_dup_test_name (DossierFilter *self, int test);
char          *dossier_filter_explain    (DossierFilter *self, int event);
char          *dossier_filter_describe   (DossierFilter *self);

G_END_DECLS
