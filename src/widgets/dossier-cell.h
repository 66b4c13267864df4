/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/dossier-emblem.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DossierCellFlags:
 * @DOSSIER_CELL_DIM: it is not the first thing to be read
 * @DOSSIER_CELL_NUMBER: it holds a number
 * @DOSSIER_CELL_EMBLEM: an emblem stands before the text
 *
 * How the cells of a column look.
 */
typedef enum
{
  DOSSIER_CELL_DIM = 1 << 0,
  DOSSIER_CELL_NUMBER = 1 << 1,
  DOSSIER_CELL_EMBLEM = 1 << 2,
} DossierCellFlags;

/* The cells of a table: a line of text, perhaps with an emblem. */

/** DOSSIER_CELL_EMBLEM_ROOM: how much wider a cell is for its emblem, in pixels */
#define DOSSIER_CELL_EMBLEM_ROOM 20

void           dossier_cell_set_up     (GtkListItem *item, DossierCellFlags flags);
DossierEmblem *dossier_cell_get_emblem (GtkWidget *cell);
void           dossier_cell_set_text   (GtkWidget *cell, const char *text, const char *whole);
void           dossier_cell_name_row   (GtkWidget *cell, const char *name);

G_END_DECLS
