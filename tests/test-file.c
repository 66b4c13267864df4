/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixsocketaddress.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* Every test has a folder of its own. */
typedef struct
{
  char *folder;
  char *path; /* of a file in it, which is not there yet */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("dossier-file-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "a.dossier", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

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
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpmem (contents, length, text, strlen (text));
}

/* Asserts that reading fails with a message of @before, the quoted path, and @after. */
static void
assert_fails (const char *path, const DossierLimits *limits, const char *before, const char *after)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *expected = g_strconcat (before, "“", path, "”", after, NULL);

  g_assert_null (dossier_file_read (path, limits, NULL, NULL, NULL, &error));
  g_assert_error (error, DOSSIER_ERROR, DOSSIER_ERROR_FILE);
  g_assert_cmpstr (error->message, ==, expected);
}

typedef struct
{
  int n_calls;
  goffset last;
  goffset total;
  GCancellable *cancel_at_first;
  const char *append_to;
  const char *truncate;
  const char *touch;
} Progress;

static void
progress_cb (const char *data, gsize current, gsize total, gpointer user_data)
{
  Progress *progress = user_data;

  progress->n_calls++;
  g_assert_cmpint (current, >, progress->last);
  progress->last = current;
  progress->total = total;

  if (progress->cancel_at_first != NULL)
    g_cancellable_cancel (progress->cancel_at_first);

  /* Only with the first call, as another program might meanwhile. */
  if (progress->n_calls > 1)
    return;
  if (progress->append_to != NULL)
    {
      int fd = open (progress->append_to, O_WRONLY | O_APPEND | O_CLOEXEC);

      g_assert_cmpint (write (fd, "x", 1), ==, 1);
      close (fd);
    }
  if (progress->truncate != NULL)
    g_assert_cmpint (truncate (progress->truncate, 100), ==, 0);
  if (progress->touch != NULL)
    {
      int fd = open (progress->touch, O_WRONLY | O_CLOEXEC);
      const struct timespec times[] = { { 1000, 0 }, { 1000, 0 } };

      g_assert_cmpint (pwrite (fd, "x", 1, 0), ==, 1);
      g_assert_cmpint (futimens (fd, times), ==, 0);
      close (fd);
    }
}

static void
test_read (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) by_file = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);

  write_file (fixture->path, "{}\n");
  bytes = dossier_file_read (fixture->path, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "{}\n", 3);

  by_file = dossier_file_read_gfile (file, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, by_file));
}

/* Ten megabytes, so that there is progress to tell of. */
static char *
make_large (const char *path)
{
  g_autofree char *text = g_strnfill (10 << 20, 'a');

  for (int i = 0; i < 10 << 20; i += 1000)
    text[i] = (char) ('a' + i / 1000 % 26);
  write_file (path, text);

  return g_steal_pointer (&text);
}

static void
test_read_large (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = make_large (fixture->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  Progress progress = { 0 };

  bytes = dossier_file_read (fixture->path, NULL, progress_cb, &progress, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text));
  g_assert_cmpint (progress.n_calls, >=, 2);
  g_assert_cmpint (progress.last, ==, 10 << 20);
  g_assert_cmpint (progress.total, ==, 10 << 20);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = make_large (fixture->path);
  g_autofree char *expected = g_strdup_printf ("reading “%s” was cancelled", fixture->path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Progress progress = { .cancel_at_first = cancellable };

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (dossier_file_read (fixture->path, NULL, progress_cb, &progress, cancellable, &error));
      g_assert_error (error, DOSSIER_ERROR, DOSSIER_ERROR_CANCELLED);
      g_assert_cmpstr (error->message, ==, expected);
      g_assert_cmpint (progress.n_calls, ==, 1);
    }
}

/* Longer, shorter, and other bytes in place. */
static void
test_change (Fixture *fixture, gconstpointer data)
{
  g_autofree char *expected = g_strdup_printf ("“%s” changed while it was read; open it again once it is written", fixture->path);

  for (int i = 0; i < 3; i++)
    {
      g_autofree char *text = make_large (fixture->path);
      g_autoptr (GError) error = NULL;
      Progress progress = { 0 };

      if (i == 0)
        progress.append_to = fixture->path;
      else if (i == 1)
        progress.truncate = fixture->path;
      else
        progress.touch = fixture->path;

      g_assert_null (dossier_file_read (fixture->path, NULL, progress_cb, &progress, NULL, &error));
      g_assert_error (error, DOSSIER_ERROR, DOSSIER_ERROR_FILE);
      g_assert_cmpstr (error->message, ==, expected);
    }
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  const DossierLimits limits = { .max_bytes = 4096, .max_depth = 1, .max_string = 1, .max_number = 1 };
  g_autofree char *within = g_build_filename (fixture->path, "b", NULL);
  g_autofree char *exact = g_strnfill (4096, ' ');
  g_autofree char *too_large = g_strnfill (4097, ' ');
  g_autoptr (GBytes) bytes = NULL;

  assert_fails (fixture->path, NULL, "there is no file ", "");
  assert_fails (fixture->folder, NULL, "", " is a folder; name a file in it");
  assert_fails ("/dev/null", NULL, "", " is a device, not a file");

  write_file (fixture->path, "");
  assert_fails (fixture->path, NULL, "", " is empty");
  assert_fails (within, NULL, "there is no file ", "");

  write_file (fixture->path, exact);
  bytes = dossier_file_read (fixture->path, &limits, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 4096);
  write_file (fixture->path, too_large);
  assert_fails (fixture->path,
                &limits,
                "",
                " has 4.0\u00a0KiB, more than the 4.0\u00a0KiB that it may have; raise the limit if it can be trusted");
  g_remove (fixture->path);

  /* Nobody ever writes into it; it must not be waited for. */
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  assert_fails (fixture->path, NULL, "", " is a pipe; save what comes from it to a file first");
  g_remove (fixture->path);

  g_assert_cmpint (symlink ("a.dossier", fixture->path), ==, 0);
  assert_fails (fixture->path, NULL, "", " is a link that leads nowhere");
  g_remove (fixture->path);

  g_assert_cmpint (symlink ("nowhere", fixture->path), ==, 0);
  assert_fails (fixture->path, NULL, "there is no file ", "");
}

static void
test_socket (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSocketAddress) address = g_unix_socket_address_new (fixture->path);
  g_autoptr (GSocket) socket = NULL;
  g_autoptr (GError) error = NULL;

  socket = g_socket_new (G_SOCKET_FAMILY_UNIX, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_DEFAULT, &error);
  g_assert_no_error (error);
  g_socket_bind (socket, address, FALSE, &error);
  g_assert_no_error (error);

  assert_fails (fixture->path, NULL, "", " is a socket, not a file");
}

static void
test_permission (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  gboolean was_root = geteuid () == 0;

  write_file (fixture->path, "old");
  g_assert_cmpint (chmod (fixture->folder, 0755), ==, 0);
  g_assert_cmpint (chmod (fixture->path, 0), ==, 0);

  /* To root nothing is forbidden, so for a while this is nobody. */
  if (was_root)
    g_assert_cmpint (seteuid (65534), ==, 0);
  assert_fails (fixture->path, NULL, "you are not permitted to open ", "");
  g_assert_false (dossier_file_replace (fixture->path, bytes, &error));
  if (was_root)
    g_assert_cmpint (seteuid (0), ==, 0);

  g_assert_error (error, DOSSIER_ERROR, DOSSIER_ERROR_FILE);
  g_assert_true (g_str_has_suffix (error->message, "is read-only; save under another name"));
  g_assert_cmpint (chmod (fixture->path, 0600), ==, 0);
  assert_holds (fixture->path, "old");
}

/* A name that would act on the terminal is shown, not sent. */
static void
test_display_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (dossier_file_read ("/nowhere/\x1b[31m\xff\n", NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, DOSSIER_ERROR, DOSSIER_ERROR_FILE);
  g_assert_cmpstr (error->message, ==, "there is no file “/nowhere/\\u001b[31m\ufffd\\n”");
}

static void
test_not_local (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("https://example.org/a.dossier");
  g_autoptr (GError) error = NULL;

  g_assert_null (dossier_file_read_gfile (file, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, DOSSIER_ERROR, DOSSIER_ERROR_FILE);
  g_assert_cmpstr (error->message, ==, "“https://example.org/a.dossier” is not on this machine; save a copy of it first");
}

static void
assert_mode (const char *path, mode_t mode)
{
  struct stat status;

  g_assert_cmpint (stat (path, &status), ==, 0);
  g_assert_cmpint ((int) (status.st_mode & 07777), ==, (int) mode);
}

static void
test_replace (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) first = g_bytes_new_static ("first", 5);
  g_autoptr (GBytes) second = g_bytes_new_static ("se\0cond", 7);
  g_autoptr (GBytes) empty = g_bytes_new_static (NULL, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) read = NULL;
  g_autoptr (GDir) folder = NULL;
  mode_t mask = umask (022);

  dossier_file_replace (fixture->path, first, &error);
  g_assert_no_error (error);
  assert_holds (fixture->path, "first");
  assert_mode (fixture->path, 0644);

  /* Neither more than the old file had, nor less than the mask would take. */
  g_assert_cmpint (chmod (fixture->path, 0600), ==, 0);
  g_assert_true (dossier_file_replace (fixture->path, second, &error));
  assert_mode (fixture->path, 0600);
  read = dossier_file_read (fixture->path, NULL, NULL, NULL, NULL, NULL);
  g_assert_true (g_bytes_equal (read, second));

  g_assert_cmpint (chmod (fixture->path, 0666), ==, 0);
  g_assert_true (dossier_file_replace (fixture->path, empty, &error));
  assert_mode (fixture->path, 0666);
  assert_holds (fixture->path, "");
  umask (mask);

  /* Nothing is left behind. */
  folder = g_dir_open (fixture->folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (folder), ==, "a.dossier");
  g_assert_null (g_dir_read_name (folder));
}

static void
test_replace_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  g_autofree char *link_to_link = g_build_filename (fixture->folder, "link to link", NULL);
  g_autofree char *loop = g_build_filename (fixture->folder, "loop", NULL);
  g_autofree char *loop_message = g_strdup_printf ("“%s” is a link that leads nowhere", loop);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GBytes) newer = g_bytes_new_static ("newer", 5);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("a.dossier", link), ==, 0);
  g_assert_cmpint (symlink (link, link_to_link), ==, 0);

  /* To what is not there yet, then to what is. */
  dossier_file_replace (link_to_link, bytes, &error);
  g_assert_no_error (error);
  assert_holds (fixture->path, "new");
  dossier_file_replace (link, newer, &error);
  g_assert_no_error (error);
  assert_holds (fixture->path, "newer");
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (link_to_link, G_FILE_TEST_IS_SYMLINK));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));

  g_assert_cmpint (symlink ("loop", loop), ==, 0);
  g_assert_false (dossier_file_replace (loop, bytes, &error));
  g_assert_error (error, DOSSIER_ERROR, DOSSIER_ERROR_FILE);
  g_assert_cmpstr (error->message, ==, loop_message);
}

static void
test_replace_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "nowhere", "a", NULL);
  g_autofree char *start = g_strdup_printf ("“%s” could not be written: ", nowhere);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GError) folder_error = NULL;
  g_autoptr (GError) device_error = NULL;
  g_autoptr (GError) nowhere_error = NULL;

  g_assert_false (dossier_file_replace (fixture->folder, bytes, &folder_error));
  g_assert_error (folder_error, DOSSIER_ERROR, DOSSIER_ERROR_FILE);
  g_assert_true (g_file_test (fixture->folder, G_FILE_TEST_IS_DIR));

  g_assert_false (dossier_file_replace ("/dev/null", bytes, &device_error));
  g_assert_error (device_error, DOSSIER_ERROR, DOSSIER_ERROR_FILE);
  g_assert_cmpstr (device_error->message, ==, "“/dev/null” is a device, not a file");

  g_assert_false (dossier_file_replace (nowhere, bytes, &nowhere_error));
  g_assert_error (nowhere_error, DOSSIER_ERROR, DOSSIER_ERROR_FILE);
  g_assert_true (g_str_has_prefix (nowhere_error->message, start));
}

/* A write that fails midway, here at the largest size that a file may have, as on a full disk: the old file stays. */
static void
test_replace_full (Fixture *fixture, gconstpointer data)
{
  g_autofree char *large = g_strnfill (1 << 20, 'x');
  g_autoptr (GBytes) bytes = g_bytes_new_static (large, 1 << 20);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = NULL;
  struct rlimit before;
  struct rlimit small;

  write_file (fixture->path, "old");

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  small.rlim_cur = 64 * 1024;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  g_assert_false (dossier_file_replace (fixture->path, bytes, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  signal (SIGXFSZ, SIG_DFL);

  g_assert_error (error, DOSSIER_ERROR, DOSSIER_ERROR_FILE);
  assert_holds (fixture->path, "old");
  folder = g_dir_open (fixture->folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (folder), ==, "a.dossier");
  g_assert_null (g_dir_read_name (folder));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/file/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("read", test_read);
  ADD ("read-large", test_read_large);
  ADD ("cancel", test_cancel);
  ADD ("change", test_change);
  ADD ("refused", test_refused);
  ADD ("socket", test_socket);
  ADD ("permission", test_permission);
  ADD ("display-name", test_display_name);
  ADD ("not-local", test_not_local);
  ADD ("replace", test_replace);
  ADD ("replace-link", test_replace_link);
  ADD ("replace-refused", test_replace_refused);
  ADD ("replace-full", test_replace_full);

  return g_test_run ();
}
