/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The text of an object or an array of JSON, changed as text: what is not changed stays letter for letter, be it white
 * space, a field that nobody knows or a number that no machine holds. The texts have to be good JSON; those of a
 * document that was read are.
 */

/**
 * DossierTextRange:
 * @begin: where it begins, in bytes
 * @end: where it ends, behind its last byte
 */
typedef struct
{
  gsize begin;
  gsize end;
} DossierTextRange;

gboolean dossier_object_text_find (const char *text, const char *name, DossierTextRange *value);
char    *dossier_object_text_set  (const char *text, const char *name, const char *value);
GArray  *dossier_array_text_list  (const char *text, gsize begin, gsize end);
char    *dossier_text_quote       (const char *string);
char    *dossier_text_join_lines  (const char *text);
char    *dossier_text_indent      (const char *text, const char *indent);

G_END_DECLS
