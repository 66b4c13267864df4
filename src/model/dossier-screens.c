/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-screens.h"

#include <stdlib.h>
#include <string.h>

#define KEY "audience"

static int
find (const char *const *names, int n_names, const char *name)
{
  for (int i = 0; name != NULL && i < n_names; i++)
    if (g_str_equal (names[i], name))
      return i;

  return -1;
}

/* The first monitor that is another one. */
static int
find_other (int n_names, int than)
{
  for (int i = 0; i < n_names; i++)
    if (i != than)
      return i;

  return -1;
}

/**
 * dossier_screens_choose:
 * @names: (array length=n_names): the names of the monitors that are there
 * @n_names: how many, 0 while the last one is being exchanged
 * @own: the monitor on which the presenter's window is, -1 if that is not known
 * @remembered: (nullable): the name of the one that the audience looked at when the same monitors were there, or %NULL
 *
 * The audience gets the monitor that it had; else one that the presenter's window is not on. The console gets the one
 * with the presenter's window, or another that is free. With one monitor, it is a window.
 *
 * Returns: who sees what where
 */
DossierScreens
dossier_screens_choose (const char *const *names, int n_names, int own, const char *remembered)
{
  DossierScreens screens = { -1, -1 };

  if (n_names == 0)
    return screens;

  screens.audience = find (names, n_names, remembered);
  if (screens.audience < 0)
    screens.audience = n_names > 1 ? find_other (n_names, own >= 0 ? own : 0) : 0;
  screens.console = own >= 0 && own < n_names && own != screens.audience ? own : find_other (n_names, screens.audience);

  return screens;
}

/**
 * dossier_screens_swap:
 * @screens: who sees what where
 * @n_names: how many monitors there are
 *
 * Returns: the same with both exchanged; where the console is a window, the audience goes to the next monitor
 */
DossierScreens
dossier_screens_swap (const DossierScreens *screens, int n_names)
{
  DossierScreens swapped = { screens->console, screens->audience };

  if (n_names < 2)
    return *screens;
  if (screens->console < 0)
    swapped = (DossierScreens){ (screens->audience + 1) % n_names, -1 };

  return swapped;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The set of monitors as the name of a group in a key file, which may hold no brackets and no control characters. */
static char *
dup_group (const char *const *names, int n_names)
{
  g_autofree const char **sorted = g_new (const char *, n_names + 1);
  char *group;

  memcpy (sorted, names, (gsize) n_names * sizeof *names);
  sorted[n_names] = NULL;
  qsort (sorted, (gsize) n_names, sizeof *sorted, compare_names);
  group = g_strjoinv (" + ", (char **) sorted);
  for (char *p = group; *p != '\0'; p++)
    if (*p == '[' || *p == ']' || g_ascii_iscntrl (*p))
      *p = '_';

  return group;
}

/**
 * dossier_screens_recall:
 * @path: the file in which it is remembered; it need not exist
 * @names: (array length=n_names): the names of the monitors that are there, in any order
 * @n_names: how many
 * @error: return location for an error of #GFileError or #GKeyFileError, if there is a file and it cannot be read
 *
 * Returns: (transfer full) (nullable): the name of the monitor that the audience looked at when just these were there, or
 *   %NULL if that is not known
 */
char *
dossier_screens_recall (const char *path, const char *const *names, int n_names, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) local_error = NULL;
  g_autofree char *group = dup_group (names, n_names);

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &local_error))
    {
      if (!g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_key_file_get_string (file, group, KEY, NULL);
}

/**
 * dossier_screens_remember:
 * @path: the file in which it is remembered
 * @names: (array length=n_names): the names of the monitors that are there, in any order
 * @n_names: how many
 * @audience: the name of the one that the audience looks at
 * @error: return location for an error of #GFileError
 *
 * A file that cannot be read as one of ours is written anew.
 *
 * Returns: whether it could be written
 */
gboolean
dossier_screens_remember (const char *path, const char *const *names, int n_names, const char *audience, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *group = dup_group (names, n_names);
  g_autofree char *text = NULL;
  gsize length;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_KEEP_COMMENTS, NULL))
    {
      g_key_file_unref (g_steal_pointer (&file));
      file = g_key_file_new ();
    }
  g_key_file_set_string (file, group, KEY, audience);
  text = g_key_file_to_data (file, &length, NULL);

  return g_file_set_contents_full (path, text, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0644, error);
}
