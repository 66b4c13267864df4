/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-loader.h"

#include "generated.h"

#include <glib/gstdio.h>

/* Some ten megabytes: enough for a preview, and for much to happen before all is read. */
#define N_EVENTS 40000

typedef struct
{
  char *folder;
  GFile *file;
} Fixture;

static gboolean
write_to_file (const char *data, gsize length, gpointer user_data)
{
  return fwrite (data, 1, length, user_data) == length;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GeneratedForm form = GPOINTER_TO_INT (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  FILE *stream;

  fixture->folder = g_dir_make_tmp ("dossier-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, form == GENERATED_LINES ? "large.dossierl" : "large.dossier", NULL);
  fixture->file = g_file_new_for_path (path);

  stream = g_fopen (path, "wb");
  g_assert_nonnull (stream);
  g_assert_true (generated_write (N_EVENTS, 1, form, write_to_file, stream));
  g_assert_cmpint (fclose (stream), ==, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_true (g_file_delete (fixture->file, NULL, NULL));
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_object_unref (fixture->file);
  g_free (fixture->folder);
}

/* What a load has told. */
typedef struct
{
  GMainLoop *loop;
  GCancellable *cancellable;
  double cancel_at; /* as soon as so much is read it is cancelled */
  gboolean cancel_at_preview;

  double fraction;
  int n_events;
  int n_told;
  DossierDocument *preview;
  DossierDocument *document;
  GError *error;
} Told;

static void
fraction_cb (DossierLoader *loader, GParamSpec *pspec, Told *told)
{
  g_assert_false (g_cancellable_is_cancelled (told->cancellable));
  g_assert_cmpfloat (dossier_loader_get_fraction (loader), >=, told->fraction);
  g_assert_cmpfloat (dossier_loader_get_fraction (loader), <=, 1);
  g_assert_cmpint (dossier_loader_get_n_events (loader), >=, told->n_events);
  g_assert_cmpint (dossier_loader_get_n_events (loader), <=, N_EVENTS);

  told->fraction = dossier_loader_get_fraction (loader);
  told->n_events = dossier_loader_get_n_events (loader);
  told->n_told++;

  if (told->cancel_at > 0 && told->fraction >= told->cancel_at)
    g_cancellable_cancel (told->cancellable);
}

static void
preview_cb (DossierLoader *loader, DossierDocument *preview, Told *told)
{
  g_assert_false (g_cancellable_is_cancelled (told->cancellable));
  g_assert_null (told->preview);
  g_assert_null (told->document);
  told->preview = g_object_ref (preview);

  if (told->cancel_at_preview)
    g_cancellable_cancel (told->cancellable);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Told *told = data;

  told->document = dossier_loader_load_finish (DOSSIER_LOADER (source), result, &told->error);
  g_main_loop_quit (told->loop);
}

static void
load (GFile *file, Told *told)
{
  g_autoptr (DossierLoader) loader = dossier_loader_new (file, NULL);

  told->loop = g_main_loop_new (NULL, FALSE);
  told->cancellable = told->cancellable != NULL ? told->cancellable : g_cancellable_new ();
  g_signal_connect (loader, "notify::fraction", G_CALLBACK (fraction_cb), told);
  g_signal_connect (loader, "preview", G_CALLBACK (preview_cb), told);

  dossier_loader_load_async (loader, told->cancellable, loaded_cb, told);
  g_main_loop_run (told->loop);

  /* Nothing comes after the result. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_main_loop_unref (told->loop);
  g_assert_true ((told->document == NULL) == (dossier_report_get_n_errors (dossier_loader_get_report (loader)) > 0 || g_error_matches (told->error, DOSSIER_ERROR, DOSSIER_ERROR_CANCELLED)));
}

static void
clear_told (Told *told)
{
  g_clear_object (&told->preview);
  g_clear_object (&told->document);
  g_clear_object (&told->cancellable);
  g_clear_error (&told->error);
}

/* The preview is the begin of the whole, and holds nothing that is not in it. */
static void
assert_begins (DossierDocument *preview, DossierDocument *whole)
{
  const DossierEvents *first = dossier_document_get_events (preview);
  const DossierEvents *all = dossier_document_get_events (whole);
  int n = dossier_document_get_count (preview, DOSSIER_RECORD_EVENT);

  g_assert_true (dossier_document_is_preview (preview));
  g_assert_false (dossier_document_is_preview (whole));
  g_assert_cmpint (n, >, 1000);
  g_assert_cmpint (n, <, dossier_document_get_count (whole, DOSSIER_RECORD_EVENT));

  for (int i = 0; i < n; i++)
    {
      DossierSpan one, other;

      dossier_events_get_span (first, i, &one);
      dossier_events_get_span (all, i, &other);
      g_assert_cmpint (one.start_earliest, ==, other.start_earliest);
      g_assert_cmpint (one.end_latest, ==, other.end_latest);
      g_assert_cmpint (dossier_events_get_weight (first, i), ==, dossier_events_get_weight (all, i));
      g_assert_cmpint (dossier_events_get_kind (first, i), ==, dossier_events_get_kind (all, i));
      g_assert_cmpint (dossier_events_get_n_actors (first, i), ==, dossier_events_get_n_actors (all, i));
      for (int j = 0; j < dossier_events_get_n_actors (first, i); j++)
        g_assert_cmpint (dossier_events_get_actor (first, i, j, NULL), ==, dossier_events_get_actor (all, i, j, NULL));
    }

  for (int i = 0; i < n; i += 97)
    {
      g_autoptr (DossierEvent) event = dossier_document_load_event (preview, i);

      /* Quotes are no part of a preview. */
      g_assert_cmpint (event->statement.quotes.n, ==, 0);
      for (int j = 0; j < event->participants.n; j++)
        g_assert_cmpint (event->participants.items[j].actor.ref.type, ==, DOSSIER_RECORD_ACTOR);
    }
}

static void
test_preview_then_whole (Fixture *fixture, gconstpointer data)
{
  Told told = { 0 };

  load (fixture->file, &told);
  g_assert_no_error (told.error);
  g_assert_nonnull (told.document);
  g_assert_cmpint (dossier_document_get_count (told.document, DOSSIER_RECORD_EVENT), ==, N_EVENTS);
  g_assert_true (g_file_equal (dossier_document_get_file (told.document), fixture->file));
  g_assert_cmpfloat (told.fraction, ==, 1);
  g_assert_cmpint (told.n_events, ==, N_EVENTS);
  g_assert_nonnull (told.preview);
  assert_begins (told.preview, told.document);
  clear_told (&told);
}

/* Wherever it is cancelled, nothing but that is told from then on. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  static const double places[] = { 0.01, 0.1, 0.3, 0.6 };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      Told told = { .cancel_at = places[i] };

      load (fixture->file, &told);

      /* It may have been done before the cancelling was seen. */
      if (told.document == NULL)
        {
          g_assert_error (told.error, DOSSIER_ERROR, DOSSIER_ERROR_CANCELLED);
          g_assert_cmpfloat (told.fraction, <, 1);
        }
      clear_told (&told);
    }

  {
    Told told = { .cancel_at_preview = TRUE };

    load (fixture->file, &told);
    g_assert_nonnull (told.preview);
    g_assert_null (told.document);
    g_assert_error (told.error, DOSSIER_ERROR, DOSSIER_ERROR_CANCELLED);
    clear_told (&told);
  }

  {
    Told told = { .cancellable = g_cancellable_new () };

    g_cancellable_cancel (told.cancellable);
    load (fixture->file, &told);
    g_assert_error (told.error, DOSSIER_ERROR, DOSSIER_ERROR_CANCELLED);
    g_assert_cmpint (told.n_told, ==, 0);
    clear_told (&told);
  }
}

/* What a load has told to which threads. */
typedef struct
{
  GThread *thread; /* that asked */
  int n_told;
  gboolean is_done;
} Listener;

static void
listen_cb (Listener *listener)
{
  g_assert_true (g_thread_self () == listener->thread);
  listener->n_told++;
}

static void
listened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Listener *listener = data;
  g_autoptr (DossierDocument) document = dossier_loader_load_finish (DOSSIER_LOADER (source), result, NULL);

  g_assert_nonnull (document);
  g_assert_true (g_thread_self () == listener->thread);
  listener->is_done = TRUE;
}

/* Even while nobody holds the main context, as between two iterations, all is told in the thread that asked. */
static void
test_thread (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DossierLoader) loader = dossier_loader_new (fixture->file, NULL);
  Listener listener = { .thread = g_thread_self () };

  g_signal_connect_swapped (loader, "notify::fraction", G_CALLBACK (listen_cb), &listener);
  g_signal_connect_swapped (loader, "preview", G_CALLBACK (listen_cb), &listener);
  dossier_loader_load_async (loader, NULL, listened_cb, &listener);
  while (!listener.is_done)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_cmpint (listener.n_told, >, 1);
}

static void
test_small_and_missing (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("DOSSIER_DATA"), "russia-dprk.dossier", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) missing = g_file_new_for_path ("/nowhere/a.dossier");
  Told told = { 0 };

  load (file, &told);
  g_assert_no_error (told.error);
  g_assert_null (told.preview);
  g_assert_cmpint (dossier_document_get_count (told.document, DOSSIER_RECORD_EVENT), >, 50);
  clear_told (&told);

  told = (Told){ 0 };
  load (missing, &told);
  g_assert_error (told.error, DOSSIER_ERROR, DOSSIER_ERROR_FILE);
  g_assert_null (told.document);
  clear_told (&told);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/loader/preview-then-whole/document", Fixture, GINT_TO_POINTER (GENERATED_JSON), set_up, test_preview_then_whole, tear_down);
  g_test_add ("/loader/preview-then-whole/lines", Fixture, GINT_TO_POINTER (GENERATED_LINES), set_up, test_preview_then_whole, tear_down);
  g_test_add ("/loader/cancel/document", Fixture, GINT_TO_POINTER (GENERATED_JSON), set_up, test_cancel, tear_down);
  g_test_add ("/loader/cancel/lines", Fixture, GINT_TO_POINTER (GENERATED_LINES), set_up, test_cancel, tear_down);
  g_test_add ("/loader/thread", Fixture, GINT_TO_POINTER (GENERATED_JSON), set_up, test_thread, tear_down);
  g_test_add_func ("/loader/small-and-missing", test_small_and_missing);

  return g_test_run ();
}
