/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-own-file.h"

#include "model/dossier-error.h"
#include "model/dossier-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

/**
 * dossier_own_file_dup_name:
 * @document: a document
 *
 * It goes by where the document lies, or by its title if that is nowhere: one that is corrected keeps what belongs to it.
 *
 * Returns: (transfer full) (type filename): the name of a file for @document
 */
char *
dossier_own_file_dup_name (DossierDocument *document)
{
  GFile *file = dossier_document_get_file (document);
  g_autofree char *key = file != NULL ? g_file_get_uri (file) : g_strdup (dossier_text_get (&dossier_document_get_heading (document)->title, NULL));
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, key, -1);

  return g_strconcat (sum, ".json", NULL);
}

/**
 * dossier_own_file_write:
 * @path: (type filename): a path; its folder is made if there is none, for the user alone
 * @bytes: what the file shall hold
 * @error: %DOSSIER_ERROR_FILE
 *
 * This waits for the disk.
 *
 * Returns: whether it was written; if not, what was there is untouched
 */
gboolean
dossier_own_file_write (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *directory = g_path_get_dirname (path);

  if (g_mkdir_with_parents (directory, 0700) != 0)
    {
      int code = errno;

      g_set_error (error, DOSSIER_ERROR, DOSSIER_ERROR_FILE, _ ("The directory %s cannot be made: %s"), directory, g_strerror (code));
      return FALSE;
    }

  return dossier_file_replace (path, bytes, error);
}
