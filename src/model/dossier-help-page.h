/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DossierHelpBlockKind:
 * @DOSSIER_HELP_BLOCK_HEADING: a line that names what follows
 * @DOSSIER_HELP_BLOCK_PARAGRAPH: sentences
 * @DOSSIER_HELP_BLOCK_ITEM: one of a list
 * @DOSSIER_HELP_BLOCK_CODE: lines that are to be taken as they stand
 * @DOSSIER_HELP_BLOCK_PICTURE: a picture
 * @DOSSIER_HELP_BLOCK_TABLE: rows and columns, the first row names the columns
 *
 * What a page of the help consists of.
 */
typedef enum
{
  DOSSIER_HELP_BLOCK_HEADING,
  DOSSIER_HELP_BLOCK_PARAGRAPH,
  DOSSIER_HELP_BLOCK_ITEM,
  DOSSIER_HELP_BLOCK_CODE,
  DOSSIER_HELP_BLOCK_PICTURE,
  DOSSIER_HELP_BLOCK_TABLE,
} DossierHelpBlockKind;

/**
 * DossierHelpBlock:
 * @kind: what it is
 * @level: of a heading, 1 for that of the page; of an item its number, 0 if the list has none; of a table how many
 *   columns it has; else 0
 * @text: (nullable): Pango markup, in which links lead to another page of the help or into the web; of code and pictures
 *   plain text: the lines, and what the picture shows; %NULL for a table
 * @address: (nullable): of a picture, where it is, from the folder of the page on; else %NULL
 * @cells: (nullable) (element-type utf8): of a table its cells, row by row, in Pango markup; else %NULL
 *
 * A part of a page of the help.
 */
typedef struct
{
  DossierHelpBlockKind kind;
  int level;
  char *text;
  char *address;
  GPtrArray *cells;
} DossierHelpBlock;

GPtrArray *dossier_help_page_read (const char *page);

G_END_DECLS
