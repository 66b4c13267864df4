/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-document.h"

G_BEGIN_DECLS

/**
 * DossierTieColumn:
 * @DOSSIER_TIE_COLUMN_FROM: the actor that it goes out from
 * @DOSSIER_TIE_COLUMN_TO: the actor that it goes to
 * @DOSSIER_TIE_COLUMN_LABEL: its words
 * @DOSSIER_TIE_COLUMN_KIND: what kind of tie it is
 * @DOSSIER_TIE_COLUMN_SIGN: whether it binds or divides
 * @DOSSIER_TIE_COLUMN_STATUS: what the source says of it
 * @DOSSIER_TIE_COLUMN_WEIGHT: how strong it is, 0 to 100
 * @DOSSIER_TIE_COLUMN_DATE: from when to when it holds
 * @DOSSIER_TIE_COLUMN_QUOTES: how many quotes it rests on
 *
 * What a table of ties tells of each, in the order of its columns.
 */
typedef enum
{
  DOSSIER_TIE_COLUMN_FROM,
  DOSSIER_TIE_COLUMN_TO,
  DOSSIER_TIE_COLUMN_LABEL,
  DOSSIER_TIE_COLUMN_KIND,
  DOSSIER_TIE_COLUMN_SIGN,
  DOSSIER_TIE_COLUMN_STATUS,
  DOSSIER_TIE_COLUMN_WEIGHT,
  DOSSIER_TIE_COLUMN_DATE,
  DOSSIER_TIE_COLUMN_QUOTES,
  DOSSIER_N_TIE_COLUMNS,
} DossierTieColumn;

/**
 * DossierTieItem:
 *
 * A tie as a row of a list.
 */
#define DOSSIER_TYPE_TIE_ITEM (dossier_tie_item_get_type ())
G_DECLARE_FINAL_TYPE (DossierTieItem, dossier_tie_item, DOSSIER, TIE_ITEM, GObject)

DossierTieItem *dossier_tie_item_new (DossierDocument *document, int tie);
int dossier_tie_item_get_tie (DossierTieItem *self);
char *dossier_tie_item_dup_text (DossierTieItem *self, DossierTieColumn column);
int dossier_tie_item_compare (DossierTieItem *self, DossierTieItem *other, DossierTieColumn column);

const char *dossier_tie_column_get_title (DossierTieColumn column);
gboolean dossier_tie_column_is_number (DossierTieColumn column);

G_END_DECLS
