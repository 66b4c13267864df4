/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-saving.h"
#include "exchange/dossier-story-store.h"
#include "exchange/dossier-story-writer.h"
#include "model/dossier-reader.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const sample = "{\n  \"dossier\": 1,\n  \"title\": \"T\",\n  \"x-mine\": 1e400\n}\n";

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
  DossierDocument *document;
  DossierChanges *changes;
  DossierStoryBook *book;
} Fixture;

static void
write_file (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
assert_holds (const char *path, const char *text)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, text);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("dossier-saving-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "a.dossier", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  write_file (fixture->path, sample);
  fixture->document = dossier_reader_read_file (fixture->file, NULL, report, NULL, &error);
  g_assert_no_error (error);
  fixture->changes = dossier_changes_new ();
  fixture->book = dossier_story_book_new (fixture->document, fixture->changes);
  dossier_story_book_add_scene (fixture->book, dossier_story_book_add_story (fixture->book, "S"), 0, "A", NULL);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) listing = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (listing)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->book);
  g_object_unref (fixture->changes);
  g_object_unref (fixture->document);
  g_object_unref (fixture->file);
  remove_folder (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static GBytes *
write_book (Fixture *fixture)
{
  return dossier_story_writer_write (fixture->book, fixture->document);
}

static GBytes *
get_expected (Fixture *fixture)
{
  return dossier_document_get_bytes (fixture->document);
}

/* Saved, saved again after another edit, and opened: it is what the book holds; the rest is letter for letter. */
static void
test_save (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = write_book (fixture);
  g_autoptr (GBytes) bytes_again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DossierDocument) saved = dossier_saving_save (bytes, DOSSIER_FORM_DOCUMENT, fixture->file, get_expected (fixture), &error);
  g_autoptr (DossierDocument) saved_again = NULL;
  g_autofree char *contents = NULL;
  DossierStoryDraft *story = dossier_story_book_get_story (fixture->book, 0);

  g_assert_no_error (error);
  g_assert_cmpint (dossier_document_get_count (saved, DOSSIER_RECORD_SCENE), ==, 1);
  g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
  g_assert_nonnull (strstr (contents, "\"x-mine\": 1e400"));
  g_assert_true (g_file_equal (dossier_document_get_file (saved), fixture->file));

  dossier_story_book_add_scene (fixture->book, story, 1, "B", NULL);
  bytes_again = dossier_story_writer_write (fixture->book, saved);
  saved_again = dossier_saving_save (bytes_again, DOSSIER_FORM_DOCUMENT, fixture->file, dossier_document_get_bytes (saved), &error);
  g_assert_no_error (error);
  g_assert_cmpint (dossier_document_get_count (saved_again, DOSSIER_RECORD_SCENE), ==, 2);
}

/* What someone else wrote meanwhile is never lost silently; what is gone is written again; who insists may. */
static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = write_book (fixture);
  g_autoptr (GError) changed_error = NULL;
  g_autoptr (GError) empty_error = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DossierDocument) insisted = NULL;
  g_autoptr (DossierDocument) again = NULL;

  write_file (fixture->path, "{\"dossier\": 1, \"title\": \"another's\"}");
  g_assert_null (dossier_saving_save (bytes, DOSSIER_FORM_DOCUMENT, fixture->file, get_expected (fixture), &changed_error));
  g_assert_error (changed_error, DOSSIER_SAVING_ERROR, DOSSIER_SAVING_ERROR_CHANGED);
  assert_holds (fixture->path, "{\"dossier\": 1, \"title\": \"another's\"}");

  write_file (fixture->path, "");
  g_assert_null (dossier_saving_save (bytes, DOSSIER_FORM_DOCUMENT, fixture->file, get_expected (fixture), &empty_error));
  g_assert_error (empty_error, DOSSIER_SAVING_ERROR, DOSSIER_SAVING_ERROR_CHANGED);
  assert_holds (fixture->path, "");

  insisted = dossier_saving_save (bytes, DOSSIER_FORM_DOCUMENT, fixture->file, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (insisted);

  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  again = dossier_saving_save (bytes, DOSSIER_FORM_DOCUMENT, fixture->file, get_expected (fixture), &error);
  g_assert_no_error (error);
  g_assert_nonnull (again);
}

/* As root, all can be written: that the permissions are asked is then seen from what is no folder at all. */
static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = write_book (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/proc/self/nowhere/a.dossier");
  g_autoptr (GFile) remote = g_file_new_for_uri ("https://example.org/a.dossier");

  g_assert_true (dossier_saving_can_write (fixture->file));
  g_assert_false (dossier_saving_can_write (NULL));
  g_assert_false (dossier_saving_can_write (nowhere));
  g_assert_false (dossier_saving_can_write (remote));
  g_assert_null (dossier_saving_save (bytes, DOSSIER_FORM_DOCUMENT, nowhere, NULL, &error));
  g_assert_error (error, DOSSIER_SAVING_ERROR, DOSSIER_SAVING_ERROR_READ_ONLY);

  if (geteuid () != 0)
    {
      g_autoptr (GError) file_error = NULL;
      g_autoptr (GError) folder_error = NULL;

      g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
      g_assert_null (dossier_saving_save (bytes, DOSSIER_FORM_DOCUMENT, fixture->file, get_expected (fixture), &file_error));
      g_assert_error (file_error, DOSSIER_SAVING_ERROR, DOSSIER_SAVING_ERROR_READ_ONLY);
      g_assert_cmpint (g_chmod (fixture->path, 0644), ==, 0);
      g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
      g_assert_null (dossier_saving_save (bytes, DOSSIER_FORM_DOCUMENT, fixture->file, get_expected (fixture), &folder_error));
      g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
      g_assert_error (folder_error, DOSSIER_SAVING_ERROR, DOSSIER_SAVING_ERROR_READ_ONLY);
    }
  assert_holds (fixture->path, sample);
}

/* What the reader does not accept never reaches the file. */
static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "{}", "{\"dossier\": 1, \"title\": \"T\"", "", "{\"dossier\": 1, \"title\": \"T\", \"stories\": [{\"id\": \"s\", \"title\": \"S\", \"scenes\": [{\"id\": \"a\", \"select\": \"gone\"}]}]}" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autoptr (GError) error = NULL;

      g_assert_null (dossier_saving_save (bytes, DOSSIER_FORM_DOCUMENT, fixture->file, NULL, &error));
      g_assert_error (error, DOSSIER_SAVING_ERROR, DOSSIER_SAVING_ERROR_UNREADABLE);
      assert_holds (fixture->path, sample);
    }
}

/* On a full disk, here at the largest size that a file may have, the old file stays. */
static void
test_full (Fixture *fixture, gconstpointer data)
{
  g_autofree char *notes = g_strnfill (1 << 20, 'x');
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  DossierStoryDraft *story = dossier_story_book_get_story (fixture->book, 0);
  struct rlimit before, small;

  dossier_story_book_set_words (fixture->book, story, dossier_story_draft_get_scene (story, 0), DOSSIER_SCENE_NOTES, notes);
  bytes = write_book (fixture);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  small.rlim_cur = 64 * 1024;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  g_assert_null (dossier_saving_save (bytes, DOSSIER_FORM_DOCUMENT, fixture->file, get_expected (fixture), &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  signal (SIGXFSZ, SIG_DFL);

  g_assert_error (error, DOSSIER_ERROR, DOSSIER_ERROR_FILE);
  assert_holds (fixture->path, sample);
}

/* Under a name of the other form it is written down in that form. */
static void
test_other_form (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "b.dossierl", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = write_book (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (DossierDocument) saved = dossier_saving_save (bytes, DOSSIER_FORM_DOCUMENT, file, NULL, &error);
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (DossierDocument) opened = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (dossier_document_get_form (saved), ==, DOSSIER_FORM_LINES);
  opened = dossier_reader_read_file (file, NULL, report, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (dossier_document_get_count (opened, DOSSIER_RECORD_SCENE), ==, 1);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
test_async (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = write_book (fixture);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (DossierDocument) saved = NULL;
  g_autoptr (GError) error = NULL;

  dossier_saving_save_async (bytes, DOSSIER_FORM_DOCUMENT, fixture->file, get_expected (fixture), saved_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  saved = dossier_saving_save_finish (result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (dossier_document_get_count (saved, DOSSIER_RECORD_SCENE), ==, 1);
}

/* Stories in a file of their own: kept, read again, and gone. */
static void
test_store (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DossierStoryStore) store = dossier_story_store_new (fixture->document, DOSSIER_STORY_STORE_BESIDE, fixture->folder);
  g_autofree char *stories = dossier_story_book_dup_text (fixture->book);
  g_autofree char *none = NULL;
  g_autofree char *read = NULL;
  g_autoptr (GError) error = NULL;
  gint64 saved_at;

  none = dossier_story_store_read (store, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (none);
  g_assert_true (dossier_story_store_write (store, stories, &error));
  read = dossier_story_store_read (store, &saved_at, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read, ==, stories);
  g_assert_cmpint (ABS (saved_at - g_get_real_time () / G_USEC_PER_SEC), <, 100);
  assert_holds (fixture->path, sample);

  g_assert_true (dossier_story_store_remove (store, &error));
  g_assert_true (dossier_story_store_remove (store, &error));
  none = dossier_story_store_read (store, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (none);
}

/* What is none of ours, damaged, or does not go with the dossier any more is an error, never taken for stories. */
static void
test_store_bad (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
    "x",
    "[]",
    "{\"dossier_stories\": 1}",
    "{\"dossier_stories\": 1, \"stories\": {}}",
    "{\"stories\": []}",
    "{\"dossier_stories\": 1, \"stories\": [1]}",
    "{\"dossier_stories\": 1, \"stories\": [{\"id\": \"s\"}]}",
    "{\"dossier_stories\": 1, \"stories\": [{\"id\": \"s\", \"title\": \"S\", \"scenes\": [{\"id\": \"a\", \"select\": \"gone\"}]}]}",
    "{\"dossier_stories\": 1, \"stories\": [{\"id\": \"s\", \"title\": \"S\", \"scenes\": [{\"id\": \"s\"}]}]}",
    "{\"dossier_stories\": 1, \"stories\": [{\"id\": \"s\", \"title\": \"S\", \"scenes\": []}]",
  };
  g_autoptr (DossierStoryStore) store = dossier_story_store_new (fixture->document, DOSSIER_STORY_STORE_RECOVERY, fixture->folder);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      write_file (dossier_story_store_get_path (store), texts[i]);
      g_assert_null (dossier_story_store_read (store, NULL, &error));
      g_assert_nonnull (error);
      g_assert_true (error->domain == DOSSIER_ERROR);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/saving/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("save", test_save);
  ADD ("changed", test_changed);
  ADD ("read-only", test_read_only);
  ADD ("unreadable", test_unreadable);
  ADD ("full", test_full);
  ADD ("other-form", test_other_form);
  ADD ("async", test_async);
  ADD ("store", test_store);
  ADD ("store-bad", test_store_bad);

  return g_test_run ();
}
