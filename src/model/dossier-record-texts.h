/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-document.h"

G_BEGIN_DECLS

/**
 * DossierTextRank:
 * @DOSSIER_TEXT_TITLE: what the record is called
 * @DOSSIER_TEXT_NAME: another name of it, which counts as much
 * @DOSSIER_TEXT_SUMMARY: what it is, in sentences
 * @DOSSIER_TEXT_QUOTE: the words of a quote
 * @DOSSIER_TEXT_OTHER: dates, tags, the names of others
 *
 * What a text is to its record; the first ones say most of it.
 */
typedef enum
{
  DOSSIER_TEXT_TITLE = 1,
  DOSSIER_TEXT_NAME,
  DOSSIER_TEXT_SUMMARY,
  DOSSIER_TEXT_QUOTE,
  DOSSIER_TEXT_OTHER,
  DOSSIER_N_TEXT_RANKS,
} DossierTextRank;

/**
 * DossierTextFunc:
 * @text: a text, not empty
 * @rank: what it is to the record
 * @data: what was passed on
 */
typedef void (*DossierTextFunc) (const char *text, DossierTextRank rank, gpointer data);

/**
 * DossierTextLinkFunc:
 * @ref: an actor or a place, whose names, or a quote, whose words are texts of the record, too
 * @data: what was passed on
 */
typedef void (*DossierTextLinkFunc) (DossierRef ref, gpointer data);

void dossier_record_texts_visit       (DossierDocument *document, DossierRef ref, DossierTextFunc func, gpointer data);
void dossier_record_texts_visit_links (DossierDocument *document, DossierRef ref, DossierTextLinkFunc func, gpointer data);
void dossier_record_texts_visit_names (DossierDocument *document, DossierRef ref, DossierTextFunc func, gpointer data);

G_END_DECLS
