/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-shape.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the schema says, and the same in words. */
static const struct
{
  const char *expression;
  const char *meaning;
} patterns[DOSSIER_N_PATTERNS] = {
  [DOSSIER_PATTERN_NONE] = { NULL, NULL },
  [DOSSIER_PATTERN_ID] = {
    "^[A-Za-z0-9][A-Za-z0-9._:-]*$",
    N_ ("an id begins with a letter or a digit and has only letters and digits of ASCII and . _ : -"),
  },
  [DOSSIER_PATTERN_LANGUAGE] = {
    "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$",
    N_ ("a language tag looks like en, ko or zh-Hans"),
  },
  [DOSSIER_PATTERN_COLOR] = { "^#[0-9A-Fa-f]{6}$", N_ ("a colour looks like #1c71d8") },
  [DOSSIER_PATTERN_SHA256] = { "^[0-9a-f]{64}$", N_ ("a SHA-256 is 64 digits of 0-9 and a-f") },
  [DOSSIER_PATTERN_FILE_NAME] = { "^[^/\\\\]+$", N_ ("a file name without folders") },
};

static gsize
count_alphanumeric (const char *text, gsize length, gboolean digits)
{
  gsize n = 0;

  while (n < length && (digits ? g_ascii_isalnum (text[n]) : g_ascii_isalpha (text[n])))
    n++;

  return n;
}

static gboolean
is_language (const char *text, gsize length)
{
  gsize n = count_alphanumeric (text, length, FALSE);

  if (n < 2 || n > 8)
    return FALSE;

  while (n < length)
    {
      gsize part;

      if (text[n++] != '-')
        return FALSE;

      part = count_alphanumeric (text + n, length - n, TRUE);
      if (part < 1 || part > 8)
        return FALSE;

      n += part;
    }

  return TRUE;
}

static gboolean
is_id (const char *text, gsize length)
{
  static const guint8 may_follow[256] = {
    ['0' ... '9'] = TRUE, ['A' ... 'Z'] = TRUE, ['a' ... 'z'] = TRUE, ['-'] = TRUE, ['_'] = TRUE, ['.'] = TRUE, [':'] = TRUE,
  };
  guint8 all = TRUE;

  if (length == 0 || !g_ascii_isalnum (text[0]))
    return FALSE;

  for (gsize i = 1; i < length; i++)
    all &= may_follow[(guchar) text[i]];

  return all;
}

static gboolean
is_color (const char *text, gsize length)
{
  if (length != 7 || text[0] != '#')
    return FALSE;

  for (gsize i = 1; i < length; i++)
    {
      if (!g_ascii_isxdigit (text[i]))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_sha256 (const char *text, gsize length)
{
  if (length != 64)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]) && (text[i] < 'a' || text[i] > 'f'))
        return FALSE;
    }

  return TRUE;
}

/**
 * dossier_pattern_matches:
 * @pattern: a pattern
 * @text: (array length=length): UTF-8
 * @length: how many bytes
 *
 * Returns: whether @text follows @pattern
 */
gboolean
dossier_pattern_matches (DossierPattern pattern, const char *text, gsize length)
{
  switch (pattern)
    {
    case DOSSIER_PATTERN_ID:
      return is_id (text, length);

    case DOSSIER_PATTERN_LANGUAGE:
      return is_language (text, length);

    case DOSSIER_PATTERN_COLOR:
      return is_color (text, length);

    case DOSSIER_PATTERN_SHA256:
      return is_sha256 (text, length);

    case DOSSIER_PATTERN_FILE_NAME:
      return length > 0 && memchr (text, '/', length) == NULL && memchr (text, '\\', length) == NULL;

    case DOSSIER_PATTERN_NONE:
      return TRUE;

    case DOSSIER_N_PATTERNS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * dossier_pattern_get_expression:
 * @pattern: a pattern
 *
 * Returns: (transfer none) (nullable): the regular expression that the schema gives for it, %NULL for none
 */
const char *
dossier_pattern_get_expression (DossierPattern pattern)
{
  g_return_val_if_fail (pattern < DOSSIER_N_PATTERNS, NULL);

  return patterns[pattern].expression;
}

/**
 * dossier_pattern_get_meaning:
 * @pattern: a pattern, not %DOSSIER_PATTERN_NONE
 *
 * Returns: (transfer none): what follows it, in the user's language
 */
const char *
dossier_pattern_get_meaning (DossierPattern pattern)
{
  g_return_val_if_fail (pattern > DOSSIER_PATTERN_NONE && pattern < DOSSIER_N_PATTERNS, NULL);

  return _ (patterns[pattern].meaning);
}
