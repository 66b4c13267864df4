/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-arena.h"

#include <stdalign.h>
#include <stddef.h>
#include <string.h>

#define BLOCK_SIZE (64 * 1024 - 64)

typedef struct _Block Block;

/* Blocks hang together from the newest to the oldest. */
struct _Block
{
  Block *previous;
  gsize capacity;
  gsize used;
  alignas (max_align_t) char bytes[];
};

struct _DossierArena
{
  Block *newest;
};

static Block *
add_block (DossierArena *arena, gsize at_least)
{
  gsize capacity = MAX (at_least, BLOCK_SIZE);
  Block *block = g_malloc (sizeof (Block) + capacity);

  block->previous = arena->newest;
  block->capacity = capacity;
  block->used = 0;
  arena->newest = block;

  return block;
}

/**
 * dossier_arena_new:
 *
 * Returns: (transfer full): an empty arena; free it with dossier_arena_free()
 */
DossierArena *
dossier_arena_new (void)
{
  return g_new0 (DossierArena, 1);
}

/**
 * dossier_arena_free:
 * @arena: (nullable): an arena, or %NULL
 *
 * Frees @arena and everything that was allocated from it.
 */
void
dossier_arena_free (DossierArena *arena)
{
  if (arena == NULL)
    return;

  while (arena->newest != NULL)
    {
      Block *previous = arena->newest->previous;

      g_free (arena->newest);
      arena->newest = previous;
    }

  g_free (arena);
}

/**
 * dossier_arena_reset:
 * @arena: an arena
 *
 * Gives back everything that was allocated from @arena, and keeps one block for what comes next.
 */
void
dossier_arena_reset (DossierArena *arena)
{
  Block *block = arena->newest;

  if (block == NULL)
    return;

  while (block->previous != NULL)
    {
      Block *previous = block->previous;

      g_free (block);
      block = previous;
    }

  block->used = 0;
  arena->newest = block;
}

/**
 * dossier_arena_alloc:
 * @arena: an arena
 * @size: how many bytes
 *
 * Returns: (transfer none): @size zeroed bytes, aligned for any type, that live until @arena is reset or freed
 */
gpointer
dossier_arena_alloc (DossierArena *arena, gsize size)
{
  Block *block = arena->newest;
  gsize begin = 0;

  if (block != NULL)
    begin = (block->used + alignof (max_align_t) - 1) & ~(alignof (max_align_t) - 1);

  if (block == NULL || begin > block->capacity || size > block->capacity - begin)
    {
      block = add_block (arena, size);
      begin = 0;
    }

  block->used = begin + size;

  return memset (block->bytes + begin, 0, size);
}

/**
 * dossier_arena_strndup:
 * @arena: an arena
 * @text: (array length=length): bytes, which may hold NUL
 * @length: how many bytes of @text
 *
 * Returns: (transfer none): a copy of @text with a NUL behind it, that lives as long as @arena
 */
char *
dossier_arena_strndup (DossierArena *arena, const char *text, gsize length)
{
  Block *block = arena->newest;
  char *copy;

  /* Text needs no alignment: it goes right behind what is there. */
  if (block == NULL || length >= block->capacity - block->used)
    block = add_block (arena, length + 1);

  copy = block->bytes + block->used;
  block->used += length + 1;
  if (length > 0)
    memcpy (copy, text, length);
  copy[length] = '\0';

  return copy;
}

/**
 * dossier_arena_strdup:
 * @arena: an arena
 * @text: (nullable): a string
 *
 * Returns: (transfer none) (nullable): a copy of @text that lives as long as @arena, %NULL for %NULL
 */
char *
dossier_arena_strdup (DossierArena *arena, const char *text)
{
  return text != NULL ? dossier_arena_strndup (arena, text, strlen (text)) : NULL;
}

/**
 * dossier_arena_get_size:
 * @arena: an arena
 *
 * Returns: how many bytes @arena holds of the system, handed out or not
 */
gsize
dossier_arena_get_size (DossierArena *arena)
{
  gsize size = sizeof *arena;

  for (Block *block = arena->newest; block != NULL; block = block->previous)
    size += sizeof *block + block->capacity;

  return size;
}
