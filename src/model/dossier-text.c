/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-records.h"

#include <string.h>

/* How well the language tag @version answers a wish for @wanted: 2 wholly, 1 in its first part, 0 not. */
static int
match_language (const char *version, const char *wanted)
{
  gsize primary = strcspn (version, "-_");

  if (g_ascii_strcasecmp (version, wanted) == 0)
    return 2;

  if (primary == strcspn (wanted, "-_.@") && g_ascii_strncasecmp (version, wanted, primary) == 0)
    return 1;

  return 0;
}

/* Locales are written zh_CN.UTF-8, tags zh-Hans: script and region are told from each other by the few
 * locales that need it. */
static const char *
locale_to_tag (const char *locale)
{
  if (g_str_has_prefix (locale, "zh_CN") || g_str_has_prefix (locale, "zh_SG"))
    return "zh-Hans";
  if (g_str_has_prefix (locale, "zh_TW") || g_str_has_prefix (locale, "zh_HK") || g_str_has_prefix (locale, "zh_MO"))
    return "zh-Hant";

  return locale;
}

static const char *
find_version (const DossierText *text, const char *language)
{
  const char *found = NULL;
  int best = 0;

  for (int i = 0; i < text->n_versions; i++)
    {
      int match = match_language (text->versions[2 * i], language);

      if (match > best)
        {
          best = match;
          found = text->versions[2 * i + 1];
        }
    }

  return found;
}

/**
 * dossier_text_is_set:
 * @text: a text of a record
 *
 * Returns: whether the document gives it
 */
gboolean
dossier_text_is_set (const DossierText *text)
{
  return text->plain != NULL || text->n_versions > 0;
}

/**
 * dossier_text_get:
 * @text: a text of a record
 * @language: (nullable): the language tag that is wanted, %NULL for the user's languages in their order
 *
 * Looks for the text in the language that is wanted, in a kin of it (en-GB for en), in English, and takes
 * the first that the document gives otherwise: a reader is better served by a foreign language than by nothing.
 *
 * Returns: (transfer none): the text, "" if there is none; it lives as long as @text
 */
const char *
dossier_text_get (const DossierText *text, const char *language)
{
  const char *found = NULL;

  if (text->n_versions == 0)
    return text->plain != NULL ? text->plain : "";

  if (language != NULL)
    found = find_version (text, language);
  else
    {
      const char *const *locales = g_get_language_names ();

      for (int i = 0; locales[i] != NULL && found == NULL; i++)
        found = find_version (text, locale_to_tag (locales[i]));
    }

  if (found == NULL)
    found = find_version (text, "en");

  return found != NULL ? found : text->versions[1];
}

/**
 * dossier_language_get_rank:
 * @tag: a language tag
 *
 * Returns: how early @tag, or a kin of it, stands among the user's languages, 0 for the first; -1 if the user reads
 *   it not. Where no language is set it is English
 */
int
dossier_language_get_rank (const char *tag)
{
  const char *const *locales = g_get_language_names ();

  for (int i = 0; locales[i] != NULL; i++)
    if (match_language (tag, g_str_equal (locales[i], "C") ? "en" : locale_to_tag (locales[i])) > 0)
      return i;

  return -1;
}
