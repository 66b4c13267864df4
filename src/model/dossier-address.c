/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-address.h"

/* Longer than any browser takes. */
#define MAX_LENGTH 4096

/* Letters that are not ASCII can look like others, and a control or a space hides where the host ends. */
static gboolean
is_plain_host (const char *host)
{
  if (*host == '\0')
    return FALSE;

  for (const char *p = host; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '.' && *p != '-' && *p != ':')
      return FALSE;

  return TRUE;
}

/**
 * dossier_address_is_harmless:
 * @uri: (nullable): an address from a dossier, which may be a stranger's
 * @host: (out) (optional) (transfer full): where it leads, in ASCII, to be shown before it is followed; %NULL if it
 *   is not harmless
 *
 * Returns: whether @uri may be offered as a link: http or https, with a host, and without a user's name before it,
 *   which is there to hide the host
 */
gboolean
dossier_address_is_harmless (const char *uri, char **host)
{
  g_autoptr (GUri) parsed = NULL;
  g_autofree char *ascii = NULL;
  const char *scheme;

  if (host != NULL)
    *host = NULL;
  if (uri == NULL || strnlen (uri, MAX_LENGTH + 1) > MAX_LENGTH)
    return FALSE;

  parsed = g_uri_parse (uri, G_URI_FLAGS_NONE, NULL);
  if (parsed == NULL || g_uri_get_userinfo (parsed) != NULL || g_uri_get_host (parsed) == NULL)
    return FALSE;

  scheme = g_uri_get_scheme (parsed);
  if (g_ascii_strcasecmp (scheme, "http") != 0 && g_ascii_strcasecmp (scheme, "https") != 0)
    return FALSE;

  ascii = g_hostname_to_ascii (g_uri_get_host (parsed));
  if (ascii == NULL || !is_plain_host (ascii))
    return FALSE;

  if (host != NULL)
    *host = g_steal_pointer (&ascii);

  return TRUE;
}
