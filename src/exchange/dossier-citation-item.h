/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-document.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * DossierCitationName:
 * @family: (nullable): the part that is sorted by
 * @given: (nullable): the rest of a person's name
 * @dropping: (nullable): a particle that goes with the given name where the family name stands first ("de" of Alexis
 *   de Tocqueville)
 * @particle: (nullable): one that stays with the family name ("van" of Vincent van Gogh)
 * @suffix: (nullable): "Jr.", "III"
 * @literal: (nullable): the whole name of what has no parts, such as an organisation; then the others are %NULL
 *
 * A name of CSL. The strings belong to the item.
 */
typedef struct
{
  const char *family;
  const char *given;
  const char *dropping;
  const char *particle;
  const char *suffix;
  const char *literal;
} DossierCitationName;

/**
 * DossierCitationDate:
 * @is_set: whether there is a date that can be told in numbers; otherwise only @literal counts
 * @year: negative before the common era, as astronomers count
 * @month: 1 to 12, 0 if it is not told
 * @day: 1 to 31, 0 if it is not told
 * @end_year: of the end of an interval, 0 if there is none; likewise below
 * @end_month: its month
 * @end_day: its day
 * @season: 1 to 4 from spring to winter, 0 for none
 * @circa: whether it is approximate or uncertain
 * @literal: (nullable): in words, where it is told so
 */
typedef struct
{
  gboolean is_set;
  int year;
  int month;
  int day;
  int end_year;
  int end_month;
  int end_day;
  int season;
  gboolean circa;
  const char *literal;
} DossierCitationDate;

/**
 * DossierCitationItem:
 *
 * A bibliographic item in CSL-JSON, read for citing. What is of the wrong type in it is taken as absent: the format
 * leaves it open.
 */
typedef struct _DossierCitationItem DossierCitationItem;

DossierCitationItem *dossier_citation_item_new  (DossierDocument *document, int source);
void                 dossier_citation_item_free (DossierCitationItem *self);

JsonObject *dossier_citation_item_get_csl    (DossierCitationItem *self);
const char *dossier_citation_item_get        (DossierCitationItem *self, const char *variable);
gboolean    dossier_citation_item_is         (DossierCitationItem *self, const char *types);
int         dossier_citation_item_get_n_names (DossierCitationItem *self, const char *variable);
void        dossier_citation_item_get_name   (DossierCitationItem *self, const char *variable, int nth, DossierCitationName *name);
void        dossier_citation_item_get_date   (DossierCitationItem *self, const char *variable, DossierCitationDate *date);
char       *dossier_citation_item_dup_title  (DossierCitationItem *self, gboolean *is_description);
char       *dossier_citation_item_dup_link   (DossierCitationItem *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierCitationItem, dossier_citation_item_free)

/* Text that is put together, sentence by sentence, and the parts that all styles share. They are in English: so are the
 * styles. */
void  dossier_citation_end_sentence  (GString *text);
void  dossier_citation_append_part   (GString *text, const char *separator, const char *part);
char *dossier_citation_dup_full_name (const DossierCitationName *name);
char *dossier_citation_dup_last_name (const DossierCitationName *name);
const char *dossier_citation_get_month (int month);
const char *dossier_citation_get_season (int season);

G_END_DECLS
