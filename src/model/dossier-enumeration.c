/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-enumeration.h"

#include <glib/gi18n-lib.h>

/**
 * dossier_enumeration_get_comma:
 *
 * Returns: what stands between the members of a list in the user's language, with its blank: ", " or "、"
 */
const char *
dossier_enumeration_get_comma (void)
{
  /* Translators: what stands between the members of a list, with its blank */
  return C_ ("between members of a list", ", ");
}

/**
 * dossier_enumeration_get_semicolon:
 *
 * Returns: what stands between the clauses of a sentence in the user's language, with its blank: "; " or "；"
 */
const char *
dossier_enumeration_get_semicolon (void)
{
  /* Translators: what stands between the clauses of a sentence, with its blank */
  return C_ ("between clauses", "; ");
}

/**
 * dossier_enumeration_end_sentence:
 * @clauses: clauses, joined
 *
 * Returns: (transfer full): @clauses with a full stop behind them, as the user's language writes it
 */
char *
dossier_enumeration_end_sentence (const char *clauses)
{
  /* Translators: a sentence that is put together of clauses, and its full stop */
  return g_strdup_printf (C_ ("sentence", "%s."), clauses);
}
