/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DossierForm:
 * @DOSSIER_FORM_DOCUMENT: one JSON document, with a list for each type of record
 * @DOSSIER_FORM_LINES: JSON Lines: the first line is the document without its records, each further line is an object
 *   with one record, under the name of its type
 *
 * How a dossier is written down. Both say the same; the second can be written and read a line at a time.
 */
typedef enum
{
  DOSSIER_FORM_DOCUMENT,
  DOSSIER_FORM_LINES,
} DossierForm;

gboolean    dossier_form_is_named (const char *name, DossierForm *form);
DossierForm dossier_form_of_file  (GFile *file);

G_END_DECLS
