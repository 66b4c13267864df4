/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-verification.h"
#include "painting/dossier-palette.h"
#include "window/dossier-details.h"

G_BEGIN_DECLS

/**
 * DossierDetailsFilling:
 *
 * Puts the rows of a page into it: the first at once, the others while the window goes on.
 */
typedef struct _DossierDetailsFilling DossierDetailsFilling;

/**
 * DossierDetailsPage:
 * @details: the panel
 * @view: what is selected in what
 * @document: the document
 * @box: where things are put, one below the other
 * @to: what the reactions are to that are put
 * @status: what is said of what the page is about, a #DossierStatus, if that is a statement, else -1: it stands with its
 *   quotes
 * @credibility: likewise, 0 for none
 * @verification: (nullable): how quotes fit their texts, once that is known
 * @filling: puts the rows of sections
 *
 * A page of the panel that is being made. The parts below put one thing each at its end.
 */
typedef struct
{
  DossierDetails *details;
  DossierView *view;
  DossierDocument *document;
  GtkWidget *box;
  DossierRef to;
  int status;
  int credibility;
  DossierVerification *verification;
  DossierDetailsFilling *filling;
} DossierDetailsPage;

/**
 * DossierDetailsRowFunc:
 * @page: the page
 * @box: where the row goes
 * @index: index of the record
 *
 * Puts one record into a section of a page.
 */
typedef void (*DossierDetailsRowFunc) (DossierDetailsPage *page,
                                       GtkWidget *box,
                                       int index);

DossierDetailsFilling *dossier_details_filling_new (void);
void dossier_details_filling_free (DossierDetailsFilling *self);
void dossier_details_filling_put (DossierDetailsFilling *self, const DossierDetailsPage *page, GtkWidget *box, int index, DossierDetailsRowFunc add_row);
void dossier_details_filling_start (DossierDetailsFilling *self, GtkWidget *box);

/* Pages, one for what can be selected. */
void dossier_details_page_add_dossier (DossierDetailsPage *page);
void dossier_details_page_add_event (DossierDetailsPage *page, int index);
void dossier_details_page_add_events (DossierDetailsPage *page, const int *events, int n_events);
void dossier_details_page_add_actor (DossierDetailsPage *page, int index);
void dossier_details_page_add_tie (DossierDetailsPage *page, int index);
void dossier_details_page_add_pair (DossierDetailsPage *page, int actor, int other);
void dossier_details_page_add_claim (DossierDetailsPage *page, int index);
void dossier_details_page_add_reaction (DossierDetailsPage *page, int index);
void dossier_details_page_add_quote (DossierDetailsPage *page, int index);
void dossier_details_page_add_note (DossierDetailsPage *page, int index);
void dossier_details_page_add_place (DossierDetailsPage *page, int index);
void dossier_details_page_add_source (DossierDetailsPage *page, int index);
void dossier_details_page_add_hypothesis (DossierDetailsPage *page, int index);
void dossier_details_page_add_other (DossierDetailsPage *page, DossierRef ref);

/* Parts. */
GtkWidget *dossier_details_page_add_wrap (DossierDetailsPage *page);
void dossier_details_page_add_title (DossierDetailsPage *page, const char *title);
GtkWidget *dossier_details_page_add_text (DossierDetailsPage *page, const char *text, const char *css_class);
void dossier_details_page_add_fact (DossierDetailsPage *page, const char *name, const char *text);
GtkWidget *dossier_details_page_add_section (DossierDetailsPage *page, const char *title, int count);
void dossier_details_page_add_links (DossierDetailsPage *page, const char *title, const DossierLinks *links, DossierDetailsRowFunc add_row);
void dossier_details_page_add_referrers (DossierDetailsPage *page, const char *title, DossierRef to, DossierRecord type, DossierRelation relation, DossierDetailsRowFunc add_row);
void dossier_details_page_add_reactions (DossierDetailsPage *page, DossierRef to);
void dossier_details_page_add_statement (DossierDetailsPage *page, GtkWidget *wrap, const DossierStatement *statement);
void dossier_details_page_add_bearings (DossierDetailsPage *page, const DossierStatement *statement);
void dossier_details_page_add_cite_button (DossierDetailsPage *page, int source);
void dossier_details_page_add_text_state (DossierDetailsPage *page, int source);

GtkWidget *dossier_details_make_label (const char *text, const char *css_class);
void dossier_details_page_add_pill (DossierDetailsPage *page, GtkWidget *wrap, const char *text, const DossierSwatch *swatch, GtkWidget *emblem);
void dossier_details_page_add_hue_pill (DossierDetailsPage *page, GtkWidget *wrap, const char *text, DossierHue hue);
void dossier_details_page_add_term_pill (DossierDetailsPage *page,
                                         GtkWidget *wrap,
                                         DossierVocabulary vocabulary,
                                         int value,
                                         DossierHue hue);
void dossier_details_page_add_chip (DossierDetailsPage *page, GtkWidget *wrap, DossierRef ref, const char *text);
GtkWidget *dossier_details_page_make_line (DossierDetailsPage *page, DossierRef ref, const char *title, const char *subtitle, GtkWidget *before);

/* Rows of sections. */
void dossier_details_page_put_quote (DossierDetailsPage *page, GtkWidget *box, int index);
void dossier_details_page_put_event (DossierDetailsPage *page, GtkWidget *box, int index);
void dossier_details_page_put_tie (DossierDetailsPage *page, GtkWidget *box, int index);
void dossier_details_page_put_reaction (DossierDetailsPage *page, GtkWidget *box, int index);
void dossier_details_page_put_reaction_after (DossierDetailsPage *page, GtkWidget *box, int index, const char *delay);
void dossier_details_page_put_claim (DossierDetailsPage *page, GtkWidget *box, int index);
void dossier_details_page_put_note (DossierDetailsPage *page, GtkWidget *box, int index);
void dossier_details_page_put_actor (DossierDetailsPage *page, GtkWidget *box, int index);
void dossier_details_page_put_source (DossierDetailsPage *page, GtkWidget *box, int index);
void dossier_details_page_put_line (DossierDetailsPage *page, GtkWidget *box, DossierRef ref);

void dossier_details_copy (DossierDetails *self, const char *text, const char *message);
void dossier_details_show_link (DossierDetails *self, const char *uri);

G_END_DECLS
