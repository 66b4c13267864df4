/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Loaded before the C library (LD_PRELOAD) it lets one call fail that puts something into a file: the one of which
 * FAULT_AT is the number, counted from 1, with the error FAULT_ERROR. The calls are counted on files only, and whether
 * one failed is told by a file of the name FAULT_MARK.
 */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

static int
is_file (int fd)
{
  struct stat status;

  return fstat (fd, &status) == 0 && S_ISREG (status.st_mode);
}

/* Whether this call is the one. */
static int
fails (void)
{
  static int n_calls;
  const char *at = getenv ("FAULT_AT");
  const char *mark = getenv ("FAULT_MARK");

  if (at == NULL || __atomic_add_fetch (&n_calls, 1, __ATOMIC_SEQ_CST) != atoi (at))
    return 0;

  if (mark != NULL)
    close (creat (mark, 0600));
  errno = atoi (getenv ("FAULT_ERROR"));

  return 1;
}

#define NEXT(name) ((__typeof__ (&name)) dlsym (RTLD_NEXT, #name))

ssize_t
write (int fd, const void *bytes, size_t length)
{
  return is_file (fd) && fails () ? -1 : NEXT (write) (fd, bytes, length);
}

ssize_t
pwrite (int fd, const void *bytes, size_t length, off_t offset)
{
  return is_file (fd) && fails () ? -1 : NEXT (pwrite) (fd, bytes, length, offset);
}

ssize_t
writev (int fd, const struct iovec *parts, int n_parts)
{
  return is_file (fd) && fails () ? -1 : NEXT (writev) (fd, parts, n_parts);
}

int
fsync (int fd)
{
  return is_file (fd) && fails () ? -1 : NEXT (fsync) (fd);
}

int
fdatasync (int fd)
{
  return is_file (fd) && fails () ? -1 : NEXT (fdatasync) (fd);
}

int
rename (const char *from, const char *to)
{
  return fails () ? -1 : NEXT (rename) (from, to);
}

int
renameat2 (int from_folder, const char *from, int to_folder, const char *to, unsigned int flags)
{
  return fails () ? -1 : NEXT (renameat2) (from_folder, from, to_folder, to, flags);
}
