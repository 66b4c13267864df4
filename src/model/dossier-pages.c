/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-pages.h"

#include <stdalign.h>
#include <stddef.h>
#include <string.h>
#include <sys/mman.h>

/* From so many bytes on an array has pages of its own. */
#define LARGE ((gsize) 256 << 10)

/* Stands before an array. */
typedef struct
{
  alignas (max_align_t) gsize size; /* with the heading, in bytes */
} Heading;

static Heading *
get_heading (gpointer array)
{
  return (Heading *) array - 1;
}

static gsize
count_bytes (gsize n, gsize size)
{
  if (size > 0 && n > (G_MAXSSIZE - sizeof (Heading)) / size)
    g_error ("too much memory is asked for: %" G_GSIZE_FORMAT " times %" G_GSIZE_FORMAT " bytes", n, size);

  return sizeof (Heading) + n * size;
}

static Heading *
map (gsize size)
{
  Heading *heading = mmap (NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

  /* As g_malloc() does. */
  if (heading == MAP_FAILED)
    g_error ("no %" G_GSIZE_FORMAT " bytes of memory are to be had", size);

  return heading;
}

/**
 * dossier_pages_alloc:
 * @n: how many items
 * @size: how many bytes each has
 *
 * Aborts when there is no memory, as g_malloc() does.
 *
 * Returns: (transfer full): an array of zeros; free it with dossier_pages_free()
 */
gpointer
dossier_pages_alloc (gsize n, gsize size)
{
  gsize n_bytes = count_bytes (n, size);
  Heading *heading = n_bytes >= LARGE ? map (n_bytes) : g_malloc0 (n_bytes);

  heading->size = n_bytes;

  return heading + 1;
}

/**
 * dossier_pages_resize:
 * @array: (nullable) (transfer full): an array, or %NULL for a new one
 * @n: how many items it shall have
 * @size: how many bytes each has
 *
 * A large array is not copied: its pages are moved. What is added is undefined.
 *
 * Returns: (transfer full): the array
 */
gpointer
dossier_pages_resize (gpointer array, gsize n, gsize size)
{
  gsize n_bytes = count_bytes (n, size);
  Heading *old;
  Heading *heading;

  if (array == NULL)
    return dossier_pages_alloc (n, size);

  old = get_heading (array);
  if (old->size >= LARGE && n_bytes >= LARGE)
    {
      heading = mremap (old, old->size, n_bytes, MREMAP_MAYMOVE);
      if (heading == MAP_FAILED)
        g_error ("no %" G_GSIZE_FORMAT " bytes of memory are to be had", n_bytes);
    }
  else if (old->size < LARGE && n_bytes < LARGE)
    heading = g_realloc (old, n_bytes);
  else
    {
      heading = n_bytes >= LARGE ? map (n_bytes) : g_malloc (n_bytes);
      memcpy (heading, old, MIN (old->size, n_bytes));
      dossier_pages_free (array);
    }

  heading->size = n_bytes;

  return heading + 1;
}

/**
 * dossier_pages_free:
 * @array: (nullable) (transfer full): an array, or %NULL
 */
void
dossier_pages_free (gpointer array)
{
  Heading *heading;

  if (array == NULL)
    return;

  heading = get_heading (array);
  if (heading->size >= LARGE)
    munmap (heading, heading->size);
  else
    g_free (heading);
}
