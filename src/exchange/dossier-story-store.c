/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-story-store.h"

#include "exchange/dossier-writer.h"
#include "model/dossier-file.h"
#include "model/dossier-object-text.h"
#include "model/dossier-own-file.h"
#include "model/dossier-reader.h"
#include "model/dossier-scanner.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* Far above what people write; a larger file is none of ours. */
#define MOST_BYTES (64 * 1024 * 1024)

struct _DossierStoryStore
{
  DossierDocument *document;
  char *path;
  char *sum; /* of the document; NULL until it is needed */
};

/**
 * dossier_story_store_new:
 * @document: a document
 * @kind: what for
 * @directory: (nullable) (type filename): where to keep it, %NULL for where it belongs
 *
 * Returns: (transfer full): a store for the stories of @document
 */
DossierStoryStore *
dossier_story_store_new (DossierDocument *document, DossierStoryStoreKind kind, const char *directory)
{
  DossierStoryStore *self = g_new0 (DossierStoryStore, 1);
  g_autofree char *name = dossier_own_file_dup_name (document);

  self->document = g_object_ref (document);
  if (directory != NULL)
    self->path = g_build_filename (directory, name, NULL);
  else if (kind == DOSSIER_STORY_STORE_BESIDE)
    self->path = g_build_filename (g_get_user_data_dir (), "dossier", "stories", name, NULL);
  else
    self->path = g_build_filename (g_get_user_state_dir (), "dossier", "recovery", name, NULL);

  return self;
}

/**
 * dossier_story_store_free:
 * @self: (nullable): a store, or %NULL
 */
void
dossier_story_store_free (DossierStoryStore *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->document);
  g_free (self->path);
  g_free (self->sum);
  g_free (self);
}

/**
 * dossier_story_store_get_path:
 * @self: a store
 *
 * Returns: (transfer none) (type filename): its file, which need not be there
 */
const char *
dossier_story_store_get_path (DossierStoryStore *self)
{
  return self->path;
}

/**
 * dossier_story_store_write:
 * @self: a store
 * @stories: all stories, as dossier_story_book_dup_text() writes them
 * @error: %DOSSIER_ERROR_FILE
 *
 * This waits for the disk.
 *
 * Returns: whether they were written; if not, what was there is untouched
 */
gboolean
dossier_story_store_write (DossierStoryStore *self, const char *stories, GError **error)
{
  GFile *file = dossier_document_get_file (self->document);
  g_autofree char *title = dossier_text_quote (dossier_text_get (&dossier_document_get_heading (self->document)->title, NULL));
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;
  g_autofree char *quoted_uri = uri != NULL ? dossier_text_quote (uri) : g_strdup ("null");
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format_iso8601 (now);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (self->sum == NULL)
    self->sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, dossier_document_get_bytes (self->document));
  text = g_strdup_printf ("{\n  \"dossier_stories\": 1,\n  \"title\": %s,\n  \"file\": %s,\n  \"sha256\": \"%s\",\n  \"saved\": \"%s\",\n  \"stories\": %s\n}\n",
                          title, quoted_uri, self->sum, time, stories);
  bytes = g_bytes_new (text, strlen (text));

  return dossier_own_file_write (self->path, bytes, error);
}

/* Whether the text is one good object, as JSON is written by strict rules. */
static gboolean
is_object (const char *text, gsize length)
{
  g_auto (DossierScanner) scanner = { 0 };
  DossierToken token;

  dossier_scanner_init (&scanner, text, length, NULL);
  if (dossier_scanner_next (&scanner) != DOSSIER_TOKEN_OBJECT_BEGIN)
    return FALSE;
  while ((token = dossier_scanner_next (&scanner)) != DOSSIER_TOKEN_END)
    if (token == DOSSIER_TOKEN_ERROR)
      return FALSE;

  return TRUE;
}

/* Whether the document with these stories in the place of its own is a good one: what they refer to may be gone. */
static gboolean
check_stories (DossierDocument *document, const char *stories, GError **error)
{
  g_autoptr (GArray) ranges = dossier_array_text_list (stories, 0, strlen (stories));
  g_autoptr (DossierWriter) writer = dossier_writer_new (document);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GFile) named = NULL;
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (DossierDocument) checked = NULL;

  for (int i = 0; i < dossier_document_get_count (document, DOSSIER_RECORD_STORY); i++)
    dossier_writer_remove_record (writer, (DossierRef){ DOSSIER_RECORD_STORY, i });
  for (guint i = 0; i < ranges->len; i++)
    {
      DossierTextRange range = g_array_index (ranges, DossierTextRange, i);
      g_autofree char *story = g_strndup (stories + range.begin, range.end - range.begin);
      g_autofree char *joined = dossier_text_join_lines (story);

      dossier_writer_add_text (writer, DOSSIER_RECORD_STORY, joined);
    }

  bytes = dossier_writer_write (writer);
  named = g_file_new_for_path (dossier_document_get_form (document) == DOSSIER_FORM_LINES ? "stories.dossierl" : "stories.dossier");
  checked = dossier_reader_read_bytes (bytes, named, NULL, report, NULL, error);

  return checked != NULL;
}

static gint64
find_time (const char *text)
{
  DossierTextRange range;
  g_autofree char *time = NULL;
  g_autoptr (GDateTime) moment = NULL;

  if (!dossier_object_text_find (text, "saved", &range) || range.end - range.begin < 2)
    return 0;

  time = g_strndup (text + range.begin + 1, range.end - range.begin - 2);
  moment = g_date_time_new_from_iso8601 (time, NULL);

  return moment != NULL ? g_date_time_to_unix (moment) : 0;
}

/**
 * dossier_story_store_read:
 * @self: a store
 * @saved_at: (out) (optional): when they were written, in seconds since 1970; 0 if that is not known
 * @error: set if the file cannot be read, or does not go with the document as it is now: #DossierError
 *
 * Returns: (transfer full) (nullable): the stories, as dossier_story_book_replace() takes them; %NULL without an error if
 *   there are none
 */
char *
dossier_story_store_read (DossierStoryStore *self, gint64 *saved_at, GError **error)
{
  DossierLimits limits = *dossier_limits_get_default ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  g_autofree char *stories = NULL;
  DossierTextRange range;

  if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    return NULL;

  limits.max_bytes = MOST_BYTES;
  bytes = dossier_file_read (self->path, &limits, NULL, NULL, NULL, error);
  if (bytes == NULL)
    return NULL;

  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (!is_object (text, g_bytes_get_size (bytes)) || !dossier_object_text_find (text, "dossier_stories", NULL) ||
      !dossier_object_text_find (text, "stories", &range) || text[range.begin] != '[')
    {
      g_set_error (error, DOSSIER_ERROR, DOSSIER_ERROR_SCHEMA, _ ("%s holds no stories"), self->path);
      return NULL;
    }

  stories = g_strndup (text + range.begin, range.end - range.begin);
  if (!check_stories (self->document, stories, error))
    return NULL;
  if (saved_at != NULL)
    *saved_at = find_time (text);

  return g_steal_pointer (&stories);
}

/**
 * dossier_story_store_remove:
 * @self: a store
 * @error: %DOSSIER_ERROR_FILE
 *
 * Returns: whether there are none any more
 */
gboolean
dossier_story_store_remove (DossierStoryStore *self, GError **error)
{
  int code;

  if (g_unlink (self->path) == 0 || errno == ENOENT)
    return TRUE;

  code = errno;
  g_set_error (error, DOSSIER_ERROR, DOSSIER_ERROR_FILE, _ ("%s cannot be removed: %s"), self->path, g_strerror (code));

  return FALSE;
}
