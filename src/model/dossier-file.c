/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-file.h"

#include "model/dossier-file-filling.h"
#include "model/dossier-harmless.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* From so many bytes on a file is large; and how large a large page is. */
#define LARGE      ((gsize) 16 << 20)
#define LARGE_PAGE ((gsize) 2 << 20)

/* As many links as Linux follows. */
#define MOST_LINKS 40

static char *
dup_display_name (const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  return dossier_make_harmless (name, DOSSIER_HARMLESS_ONE_LINE);
}

/* Sets @error to what the system says of the file that is shown as @name. */
static void
set_system_error (GError **error, const char *name, int saved_errno)
{
  int code = DOSSIER_ERROR_FILE;

  switch (saved_errno)
    {
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, DOSSIER_ERROR, code, _ ("there is no file “%s”"), name);
      break;

    case EACCES:
    case EPERM:
      g_set_error (error, DOSSIER_ERROR, code, _ ("you are not permitted to open “%s”"), name);
      break;

    case ELOOP:
      g_set_error (error, DOSSIER_ERROR, code, _ ("“%s” is a link that leads nowhere"), name);
      break;

    default:
      g_set_error (error, DOSSIER_ERROR, code, "“%s”: %s", name, g_strerror (saved_errno));
      break;
    }
}

/* Whether @mode is that of a regular file. If not, sets @error to what it is instead. */
static gboolean
check_kind (mode_t mode, const char *name, GError **error)
{
  int code = DOSSIER_ERROR_FILE;

  if (S_ISREG (mode))
    return TRUE;

  if (S_ISDIR (mode))
    g_set_error (error, DOSSIER_ERROR, code, _ ("“%s” is a folder; name a file in it"), name);
  else if (S_ISFIFO (mode))
    g_set_error (error, DOSSIER_ERROR, code, _ ("“%s” is a pipe; save what comes from it to a file first"), name);
  else if (S_ISSOCK (mode))
    g_set_error (error, DOSSIER_ERROR, code, _ ("“%s” is a socket, not a file"), name);
  else
    g_set_error (error, DOSSIER_ERROR, code, _ ("“%s” is a device, not a file"), name);

  return FALSE;
}

static gboolean
check_cancelled (GCancellable *cancellable, const char *name, GError **error)
{
  if (!g_cancellable_is_cancelled (cancellable))
    return TRUE;

  g_set_error (error, DOSSIER_ERROR, DOSSIER_ERROR_CANCELLED, _ ("reading “%s” was cancelled"), name);

  return FALSE;
}

/* Opens a regular file for reading. Returns -1 with @error set if it cannot, or if it is something else. */
static int
open_regular (const char *path, const char *name, struct stat *status, GError **error)
{
  int fd;

  /* To open a device can do something to it, and a socket gives a misleading error, so the kind is looked at first. */
  if (stat (path, status) != 0)
    {
      set_system_error (error, name, errno);
      return -1;
    }
  if (!check_kind (status->st_mode, name, error))
    return -1;

  /* It may have become another since; if that is a pipe, this must not wait for someone to write into it. */
  do
    fd = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  while (fd < 0 && errno == EINTR);

  if (fd < 0 || fstat (fd, status) != 0)
    {
      set_system_error (error, name, errno);
      if (fd >= 0)
        close (fd);
      return -1;
    }

  if (!check_kind (status->st_mode, name, error))
    {
      close (fd);
      return -1;
    }

  return fd;
}

static gboolean
has_changed (const struct stat *before, const struct stat *after)
{
  return before->st_size != after->st_size ||
         before->st_mtim.tv_sec != after->st_mtim.tv_sec ||
         before->st_mtim.tv_nsec != after->st_mtim.tv_nsec;
}

/* Room for a whole file. For a large one the system is asked for large pages, of which it clears and enters some
 * hundred instead of some hundred thousand. */
static char *
allocate (gsize size)
{
  void *buffer = NULL;

  if (size < LARGE)
    return malloc (size);
  if (posix_memalign (&buffer, LARGE_PAGE, size) != 0)
    return NULL;
  madvise (buffer, size, MADV_HUGEPAGE);

  return buffer;
}

static void
free_buffer (gpointer buffer)
{
  free (buffer);
}

static gboolean
fill_buffer (const DossierFileFilling *filling, const struct stat *status, const char *name, GError **error)
{
  struct stat status_after;
  gsize n_read;
  char beyond;
  gssize n_beyond;

  if (!dossier_file_fill (filling, &n_read))
    {
      set_system_error (error, name, errno);
      return FALSE;
    }

  if (!check_cancelled (filling->cancellable, name, error))
    return FALSE;

  /* What was written meanwhile may be half of the old and half of the new. */
  do
    n_beyond = pread (filling->fd, &beyond, 1, (off_t) filling->size);
  while (n_beyond < 0 && errno == EINTR);
  if (n_beyond < 0 || fstat (filling->fd, &status_after) != 0)
    {
      set_system_error (error, name, errno);
      return FALSE;
    }
  if (n_read < filling->size || n_beyond > 0 || has_changed (status, &status_after))
    {
      g_set_error (error,
                   DOSSIER_ERROR,
                   DOSSIER_ERROR_FILE,
                   _ ("“%s” changed while it was read; open it again once it is written"),
                   name);
      return FALSE;
    }

  return TRUE;
}

static GBytes *
read_bytes (int fd,
            const struct stat *status,
            const char *name,
            DossierFileFunc progress,
            gpointer user_data,
            GCancellable *cancellable,
            GError **error)
{
  gsize size = (gsize) status->st_size;
  char *buffer = allocate (size);
  const DossierFileFilling filling = { fd, buffer, size, progress, user_data, cancellable };

  if (buffer == NULL)
    {
      g_autofree char *size_text = g_format_size (size);

      g_set_error (error,
                   DOSSIER_ERROR,
                   DOSSIER_ERROR_FILE,
                   _ ("there is not enough memory for “%s”, which has %s"),
                   name,
                   size_text);
      return NULL;
    }

  if (!fill_buffer (&filling, status, name, error))
    {
      free_buffer (buffer);
      return NULL;
    }

  return g_bytes_new_with_free_func (buffer, size, free_buffer, buffer);
}

/**
 * dossier_file_read:
 * @path: (type filename): a path
 * @limits: (nullable): how many bytes there may be, %NULL for the default limits
 * @progress: (nullable): called after every few mebibytes, in the thread of the caller
 * @user_data: passed to @progress
 * @cancellable: (nullable): to give up
 * @error: where to put what went wrong
 *
 * Reads a file of the user, of which nothing is known. Only a regular file is read: a pipe could make us wait for
 * ever. It is read into memory, not mapped: whoever cuts a mapped file short kills us.
 *
 * This waits for the disk, so it is for a thread that may.
 *
 * The errors are %DOSSIER_ERROR_CANCELLED, and %DOSSIER_ERROR_FILE if there is no such file, it is a folder, a pipe,
 * a socket or a device, it may not be read, it is empty or too large, it changes while it is read, or the memory or
 * the disk fails. Each message names the file and is harmless to print.
 *
 * Returns: (transfer full): what is in the file, at least one byte; %NULL with @error set
 */
GBytes *
dossier_file_read (const char *path,
                   const DossierLimits *limits,
                   DossierFileFunc progress,
                   gpointer user_data,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autofree char *name = NULL;
  struct stat status;
  GBytes *bytes = NULL;
  int fd;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (limits == NULL || dossier_limits_are_valid (limits), NULL);

  if (limits == NULL)
    limits = dossier_limits_get_default ();

  name = dup_display_name (path);
  if (!check_cancelled (cancellable, name, error))
    return NULL;

  fd = open_regular (path, name, &status, error);
  if (fd < 0)
    return NULL;

  if (status.st_size == 0)
    g_set_error (error, DOSSIER_ERROR, DOSSIER_ERROR_FILE, _ ("“%s” is empty"), name);
  else if ((guint64) status.st_size > limits->max_bytes)
    {
      g_autofree char *size = g_format_size_full ((guint64) status.st_size, G_FORMAT_SIZE_IEC_UNITS);
      g_autofree char *limit = g_format_size_full (limits->max_bytes, G_FORMAT_SIZE_IEC_UNITS);

      g_set_error (error,
                   DOSSIER_ERROR,
                   DOSSIER_ERROR_FILE,
                   _ ("“%s” has %s, more than the %s that it may have; raise the limit if it can be trusted"),
                   name,
                   size,
                   limit);
    }
  else
    bytes = read_bytes (fd, &status, name, progress, user_data, cancellable, error);

  close (fd);

  return bytes;
}

/**
 * dossier_file_read_gfile:
 * @file: a file
 * @limits: (nullable): as for dossier_file_read()
 * @progress: (nullable): as for dossier_file_read()
 * @user_data: passed to @progress
 * @cancellable: (nullable): to give up
 * @error: where to put what went wrong
 *
 * Reads a file that a file chooser, a portal or another program has named. It must have a local path, as what a
 * portal hands to a sandbox has; if not, the error is %DOSSIER_ERROR_FILE.
 *
 * Returns: (transfer full): what is in the file, at least one byte; %NULL with @error set
 */
GBytes *
dossier_file_read_gfile (GFile *file,
                         const DossierLimits *limits,
                         DossierFileFunc progress,
                         gpointer user_data,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  path = g_file_get_path (file);
  if (path == NULL)
    {
      g_autofree char *uri = g_file_get_uri (file);
      g_autofree char *name = dossier_make_harmless (uri, DOSSIER_HARMLESS_ONE_LINE);

      g_set_error (error,
                   DOSSIER_ERROR,
                   DOSSIER_ERROR_FILE,
                   _ ("“%s” is not on this machine; save a copy of it first"),
                   name);
      return NULL;
    }

  return dossier_file_read (path, limits, progress, user_data, cancellable, error);
}

/* Returns the path that @path leads to, through links, whether there is anything or not; NULL with @error set. */
static char *
follow_links (const char *path, const char *name, GError **error)
{
  g_autofree char *target = g_strdup (path);

  for (int i = 0; i < MOST_LINKS; i++)
    {
      g_autofree char *link = g_file_read_link (target, NULL);
      g_autofree char *folder = NULL;

      if (link == NULL)
        return g_steal_pointer (&target);

      folder = g_path_get_dirname (target);
      g_free (target);
      target = g_path_is_absolute (link) ? g_steal_pointer (&link) : g_build_filename (folder, link, NULL);
    }

  set_system_error (error, name, ELOOP);

  return NULL;
}

/**
 * dossier_file_replace:
 * @path: (type filename): a path
 * @bytes: what the file shall hold
 * @error: where to put what went wrong
 *
 * Writes a file so that whatever happens, a full disk or a power cut, either the old or the new is there and whole.
 * A link stays a link, and what it leads to is replaced. The new file has the permissions of the old, but belongs
 * to whoever writes, and is no longer the same as others that were hard links to it.
 *
 * This waits for the disk, so it is for a thread that may.
 *
 * Returns: whether it was written; if not, the old file is untouched, and @error is %DOSSIER_ERROR_FILE
 */
gboolean
dossier_file_replace (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *target = NULL;
  struct stat status;
  gboolean exists;
  mode_t mode = 0666;
  const char *data;
  gsize size;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  name = dup_display_name (path);
  target = follow_links (path, name, error);
  if (target == NULL)
    return FALSE;

  exists = stat (target, &status) == 0;
  if (!exists && errno != ENOENT)
    {
      set_system_error (error, name, errno);
      return FALSE;
    }

  if (exists)
    {
      if (!check_kind (status.st_mode, name, error))
        return FALSE;

      /* To put another in its place only takes a folder that can be written; that it cannot be written was a wish. */
      if (faccessat (AT_FDCWD, target, W_OK, AT_EACCESS) != 0)
        {
          g_set_error (error, DOSSIER_ERROR, DOSSIER_ERROR_FILE, _ ("“%s” is read-only; save under another name"), name);
          return FALSE;
        }

      mode = status.st_mode & 0777;
    }

  data = g_bytes_get_data (bytes, &size);
  if (!g_file_set_contents_full (target,
                                 data != NULL ? data : "",
                                 (gssize) size,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                 (int) mode,
                                 &local_error))
    {
      g_autofree char *reason = dossier_make_harmless (local_error->message, DOSSIER_HARMLESS_ONE_LINE);

      g_set_error (error, DOSSIER_ERROR, DOSSIER_ERROR_FILE, _ ("“%s” could not be written: %s"), name, reason);
      return FALSE;
    }

  /* The umask has taken away what the old file may have allowed to others. */
  if (exists && chmod (target, mode) != 0)
    {
      set_system_error (error, name, errno);
      return FALSE;
    }

  return TRUE;
}
