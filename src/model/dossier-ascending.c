/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-ascending.h"

#include "model/dossier-pages.h"

/* So many numbers share a base. Of a block whose offsets have one byte each, it is also how many bytes these take. */
#define BLOCK      64u
#define BLOCK_BITS 6

/* How many bytes each offset of a block has, as a power of two. */
#define WIDTH_BITS 2
#define WIDTH_MASK 3u

typedef struct
{
  guint64 base;  /* the first of its numbers */
  guint32 place; /* where its offsets begin, in steps of BLOCK bytes, above the width */
} Block;

/* The last numbers, less than a block of them, stand in full until the block is complete. */
struct _DossierAscending
{
  guint32 n;
  guint32 n_blocks;
  guint32 block_capacity;
  Block *blocks;
  guint32 n_steps; /* so many are used of @offsets */
  guint32 step_capacity;
  guint8 *offsets; /* of all blocks, one after the other; each is aligned to its width */
  guint64 last[BLOCK];
};

/**
 * dossier_ascending_new:
 *
 * Returns: (transfer full): no numbers yet
 */
DossierAscending *
dossier_ascending_new (void)
{
  return g_new0 (DossierAscending, 1);
}

/**
 * dossier_ascending_free:
 * @self: (nullable): numbers, or %NULL
 */
void
dossier_ascending_free (DossierAscending *self)
{
  if (self == NULL)
    return;

  dossier_pages_free (self->blocks);
  dossier_pages_free (self->offsets);
  g_free (self);
}

static void
set_capacity (DossierAscending *self, guint32 n_blocks, guint32 n_steps)
{
  self->block_capacity = n_blocks;
  self->blocks = dossier_pages_renew (Block, self->blocks, n_blocks);
  self->step_capacity = n_steps;
  self->offsets = dossier_pages_renew (guint8, self->offsets, (gsize) n_steps * BLOCK);
}

static guint
find_width (guint64 most)
{
  return most <= G_MAXUINT8 ? 0 : most <= G_MAXUINT16 ? 1 : most <= G_MAXUINT32 ? 2 : 3;
}

#define FILL(Type)                                    \
  for (guint i = 0; i < BLOCK; i++)                   \
    ((Type *) (gpointer) offsets)[i] = (Type) (self->last[i] - base)

/* Moves the last numbers, a block of them, to where they take less. */
static void
close_block (DossierAscending *self)
{
  guint64 base = self->last[0];
  guint width = find_width (self->last[BLOCK - 1] - base);
  guint32 n_steps = 1u << width;
  guint8 *offsets;

  if (self->n_blocks == self->block_capacity || self->n_steps + n_steps > self->step_capacity)
    set_capacity (self,
                  MAX (16, self->n_blocks + self->n_blocks / 2),
                  MAX (16, self->n_steps + self->n_steps / 2) + n_steps);

  offsets = self->offsets + (gsize) self->n_steps * BLOCK;
  self->blocks[self->n_blocks++] = (Block){ base, self->n_steps << WIDTH_BITS | width };
  self->n_steps += n_steps;

  switch (width)
    {
    case 0:
      FILL (guint8);
      break;
    case 1:
      FILL (guint16);
      break;
    case 2:
      FILL (guint32);
      break;
    default:
      FILL (guint64);
      break;
    }
}

#undef FILL

/**
 * dossier_ascending_append:
 * @self: numbers
 * @number: not less than the last
 */
void
dossier_ascending_append (DossierAscending *self, guint64 number)
{
  self->last[self->n % BLOCK] = number;
  self->n++;
  if (self->n % BLOCK == 0)
    close_block (self);
}

/**
 * dossier_ascending_trim:
 * @self: numbers
 *
 * Gives back the room that was made for more of them. More may still be appended.
 */
void
dossier_ascending_trim (DossierAscending *self)
{
  set_capacity (self, self->n_blocks, self->n_steps);
}

/**
 * dossier_ascending_get_count:
 * @self: numbers
 *
 * Returns: how many there are
 */
guint32
dossier_ascending_get_count (const DossierAscending *self)
{
  return self->n;
}

static inline guint64
get_of_block (const DossierAscending *self, const Block *block, guint32 nth)
{
  gconstpointer offsets = self->offsets + (gsize) (block->place >> WIDTH_BITS) * BLOCK;

  switch (block->place & WIDTH_MASK)
    {
    case 0:
      return block->base + ((const guint8 *) offsets)[nth];
    case 1:
      return block->base + ((const guint16 *) offsets)[nth];
    case 2:
      return block->base + ((const guint32 *) offsets)[nth];
    default:
      return block->base + ((const guint64 *) offsets)[nth];
    }
}

/**
 * dossier_ascending_get:
 * @self: numbers
 * @index: which, from 0, less than the count
 *
 * Returns: the number
 */
guint64
dossier_ascending_get (const DossierAscending *self, guint32 index)
{
  guint32 block = index >> BLOCK_BITS;

  if (block == self->n_blocks)
    return self->last[index % BLOCK];

  return get_of_block (self, &self->blocks[block], index % BLOCK);
}

/**
 * dossier_ascending_find:
 * @self: numbers
 * @number: a number
 *
 * Returns: how many are less than @number: the index of the first that is not
 */
guint32
dossier_ascending_find (const DossierAscending *self, guint64 number)
{
  guint32 low = 0;
  guint32 n = self->n_blocks;

  /* How many blocks begin below it: it is in the last of these, if in any. */
  while (n > 0)
    {
      guint32 half = n / 2;

      if (self->blocks[low + half].base < number)
        {
          low += half + 1;
          n -= half + 1;
        }
      else
        n = half;
    }

  /* All blocks do: it may also be in what follows them. */
  n = low == self->n_blocks ? self->n : low << BLOCK_BITS;
  low = low > 0 ? (low - 1) << BLOCK_BITS : 0;
  n -= low;
  while (n > 0)
    {
      guint32 half = n / 2;

      if (dossier_ascending_get (self, low + half) < number)
        {
          low += half + 1;
          n -= half + 1;
        }
      else
        n = half;
    }

  return low;
}

/**
 * dossier_ascending_get_size:
 * @self: numbers
 *
 * Returns: how many bytes they take
 */
gsize
dossier_ascending_get_size (const DossierAscending *self)
{
  return sizeof *self + self->n_blocks * sizeof (Block) + (gsize) self->n_steps * BLOCK;
}
