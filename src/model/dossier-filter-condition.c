/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-filter-condition.h"

#include "model/dossier-error.h"
#include "model/dossier-facets.h"
#include "model/dossier-range-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NAMES "kind, actor, place, status, source, likelihood, reliability, credibility, stance, date, words"

/* What stands for a value that nothing is stated of. */
#define NONE "none"

static const char *const names[DOSSIER_N_FACETS] = {
  [DOSSIER_FACET_KIND] = "kind",
  [DOSSIER_FACET_ACTOR] = "actor",
  [DOSSIER_FACET_PLACE] = "place",
  [DOSSIER_FACET_STATUS] = "status",
  [DOSSIER_FACET_SOURCE] = "source",
  [DOSSIER_FACET_LIKELIHOOD] = "likelihood",
  [DOSSIER_FACET_RELIABILITY] = "reliability",
  [DOSSIER_FACET_CREDIBILITY] = "credibility",
  [DOSSIER_FACET_STANCE] = "stance",
};

static int
find_facet (const char *name)
{
  for (int facet = 0; facet < DOSSIER_N_FACETS; facet++)
    if (g_str_equal (name, names[facet]))
      return facet;

  return -1;
}

static char *
fold (const char *text)
{
  return g_strdelimit (g_utf8_casefold (text, -1), " ", '-');
}

/* The one record that is titled so, with hyphens between the words; -1 if none is, or several are. */
static int
find_title (DossierFilter *filter, DossierFacet facet, const char *word)
{
  g_autofree char *wanted = fold (word);
  int found = -1;

  for (int value = 0; value < dossier_filter_get_n_values (filter, facet); value++)
    {
      g_autofree char *title = dossier_facet_dup_title (dossier_filter_get_document (filter), facet, value);
      g_autofree char *folded = fold (title);

      if (!g_str_equal (folded, wanted))
        continue;
      if (found >= 0)
        return -1;
      found = value;
    }

  return found;
}

/* The value that a word stands for, -1 for none. */
static int
find_value (DossierFilter *filter, DossierFacet facet, const char *word)
{
  DossierVocabulary vocabulary;
  gboolean is_none = g_str_equal (word, NONE);
  DossierRef ref;

  if (facet == DOSSIER_FACET_CREDIBILITY)
    {
      guint64 value;

      if (is_none)
        return 0;

      return g_ascii_string_to_unsigned (word, 10, 1, (guint64) dossier_filter_get_n_values (filter, facet) - 1, &value, NULL) ? (int) value : -1;
    }

  if (dossier_facet_get_vocabulary (facet, &vocabulary))
    {
      int value = dossier_vocabulary_lookup (vocabulary, word);

      return value > 0 || is_none ? value : -1;
    }

  ref = dossier_document_lookup (dossier_filter_get_document (filter), word);

  return ref.type == dossier_facet_get_record (facet) ? ref.index : find_title (filter, facet, word);
}

static gboolean
choose (DossierFilter *filter, DossierFacet facet, const char *text, gboolean negated, GError **error)
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (int));

  for (int i = 0; words[i] != NULL; i++)
    {
      int value = find_value (filter, facet, words[i]);

      if (value < 0)
        {
          /* Translators: a value that was given on the command line, and what it should be one of: “x” is no kind */
          g_set_error (error, DOSSIER_ERROR, DOSSIER_ERROR_MEANING, _ ("“%s” is no %s of this dossier"), words[i], names[facet]);
          return FALSE;
        }
      g_array_append_val (values, value);
    }

  for (guint i = 0; i < values->len; i++)
    dossier_filter_set_chosen (filter, facet, g_array_index (values, int, i), TRUE);
  dossier_filter_set_negated (filter, facet, negated);

  return TRUE;
}

static gboolean
choose_dates (DossierFilter *filter, const char *text, GError **error)
{
  gint64 begin, end;
  g_autofree char *edtf = dossier_range_to_edtf (text, error);

  if (edtf == NULL || !dossier_range_read (edtf, &begin, &end, error))
    return FALSE;

  dossier_filter_set_dates (filter, begin, end);

  return TRUE;
}

/**
 * dossier_filter_add_condition:
 * @filter: a filter
 * @text: what is to be chosen in it: a facet, "=" or, for all others, "!=", and values with commas between them, such as
 *   "kind=diplomacy,trade" or "status!=alleged"
 * @error: #DOSSIER_ERROR_SYNTAX if @text has another form, #DOSSIER_ERROR_MEANING if the document has no such value,
 *   #DOSSIER_DATE_ERROR if a date cannot be read
 *
 * Values are ids of records, their titles with hyphens between the words, or keys of a vocabulary, and "none" for what is not stated; "date=" takes a date or a span,
 * and "words=" any text. A facet that is named twice has the values of both, and is negated if the last is.
 *
 * Returns: whether it was understood; if not, nothing was changed
 */
gboolean
dossier_filter_add_condition (DossierFilter *filter, const char *text, GError **error)
{
  const char *sign = strchr (text, '=');
  gboolean negated = sign != NULL && sign > text && sign[-1] == '!';
  g_autofree char *name = sign != NULL ? g_strndup (text, (gsize) (sign - text) - (negated ? 1 : 0)) : NULL;
  int facet = name != NULL ? find_facet (name) : -1;

  g_return_val_if_fail (DOSSIER_IS_FILTER (filter), FALSE);

  if (sign != NULL && sign[1] != '\0')
    {
      if (facet >= 0)
        return choose (filter, (DossierFacet) facet, sign + 1, negated, error);

      if (g_str_equal (name, "date") && !negated)
        return choose_dates (filter, sign + 1, error);

      if (g_str_equal (name, "words") && !negated)
        {
          dossier_filter_set_words (filter, sign + 1);
          return TRUE;
        }
    }

  g_set_error (error, DOSSIER_ERROR, DOSSIER_ERROR_SYNTAX, _ ("“%s” is no condition such as kind=diplomacy or status!=alleged; the facets are %s"), text, NAMES);

  return FALSE;
}
