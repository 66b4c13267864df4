/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/dossier-citation-item.h"

G_BEGIN_DECLS

/**
 * DossierCitationStyle:
 * @DOSSIER_CITATION_CHICAGO: The Chicago Manual of Style, 17th edition, notes and bibliography
 * @DOSSIER_CITATION_APA: Publication Manual of the American Psychological Association, 7th edition
 * @DOSSIER_CITATION_BIBTEX: an entry for BibTeX and biber
 * @DOSSIER_CITATION_CSL_JSON: the item in the format of citeproc, Zotero and Pandoc
 *
 * How a source is cited. Texts are plain: what a style sets in italics is not told apart.
 */
typedef enum
{
  DOSSIER_CITATION_CHICAGO,
  DOSSIER_CITATION_APA,
  DOSSIER_CITATION_BIBTEX,
  DOSSIER_CITATION_CSL_JSON,
  DOSSIER_N_CITATIONS,
} DossierCitationStyle;

const char *dossier_citation_get_name         (DossierCitationStyle style);
char       *dossier_citation_dup_source       (DossierDocument *document, int source, DossierCitationStyle style);
char       *dossier_citation_dup_quote        (DossierDocument *document, int quote, DossierCitationStyle style);
char       *dossier_citation_dup_bibliography (DossierDocument *document, DossierCitationStyle style);

/* What the styles make of an item, each in a file of its own. */
char *dossier_citation_dup_chicago      (DossierCitationItem *item);
char *dossier_citation_dup_chicago_note (DossierCitationItem *item, const DossierQuote *quote);
char *dossier_citation_dup_apa          (DossierCitationItem *item);
char *dossier_citation_dup_apa_note     (DossierCitationItem *item, const DossierQuote *quote);
char *dossier_citation_dup_bibtex       (DossierCitationItem *item, const char *key);
char **dossier_citation_dup_bibtex_keys (DossierDocument *document);

G_END_DECLS
