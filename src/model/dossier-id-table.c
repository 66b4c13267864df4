/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-id-table.h"

#include <string.h>

/* Open addressing with linear probing. A slot whose hash is 0 is free. */
typedef struct
{
  guint32 hash;
  guint32 value;
} Slot;

struct _DossierIdTable
{
  DossierIdFunc func;
  gconstpointer data;
  guint32 seed;
  guint32 mask; /* how many slots there are, less one; they are a power of two */
  guint32 n_used;
  Slot *slots;
};

/* Mixes eight bytes at a time, as MurmurHash2 (Appleby, public domain) does. The seed differs from one table to
 * the next, so that nobody can write a dossier whose ids all collide. */
static guint32
hash_id (const DossierIdTable *table, const char *id, gsize length)
{
  const guint64 multiplier = G_GUINT64_CONSTANT (0xc6a4a7935bd1e995);
  guint64 hash = table->seed ^ (length * multiplier);

  while (length > 0)
    {
      gsize n = MIN (length, sizeof (guint64));
      guint64 word = 0;

      memcpy (&word, id, n);
      word *= multiplier;
      word ^= word >> 47;
      hash = (hash ^ (word * multiplier)) * multiplier;
      id += n;
      length -= n;
    }

  hash ^= hash >> 47;
  hash *= multiplier;
  hash ^= hash >> 32;

  return (guint32) hash != 0 ? (guint32) hash : 1;
}

/* The slot that holds @id, or the free one where it belongs. */
static Slot *
find_slot (const DossierIdTable *table, guint32 hash, const char *id, gsize length)
{
  guint32 i = hash & table->mask;

  while (table->slots[i].hash != 0)
    {
      if (table->slots[i].hash == hash)
        {
          gsize other_length;
          const char *other = table->func (table->slots[i].value, &other_length, table->data);

          if (other_length == length && memcmp (other, id, length) == 0)
            break;
        }

      i = (i + 1) & table->mask;
    }

  return &table->slots[i];
}

static void
grow (DossierIdTable *table)
{
  guint32 n_old = table->mask + 1;
  Slot *old = table->slots;

  table->mask = 2 * n_old - 1;
  table->slots = g_new0 (Slot, (gsize) 2 * n_old);

  for (guint32 i = 0; i < n_old; i++)
    {
      guint32 j = old[i].hash & table->mask;

      if (old[i].hash == 0)
        continue;

      while (table->slots[j].hash != 0)
        j = (j + 1) & table->mask;

      table->slots[j] = old[i];
    }

  g_free (old);
}

/**
 * dossier_id_table_new:
 * @func: tells the id of a number; @data must live as long as the table
 * @data: for @func
 *
 * Returns: (transfer full): an empty table; free it with dossier_id_table_free()
 */
DossierIdTable *
dossier_id_table_new (DossierIdFunc func, gconstpointer data)
{
  DossierIdTable *table = g_new0 (DossierIdTable, 1);

  table->func = func;
  table->data = data;
  table->seed = g_random_int ();
  table->mask = 63;
  table->slots = g_new0 (Slot, table->mask + 1);

  return table;
}

/**
 * dossier_id_table_free:
 * @table: (nullable): a table, or %NULL
 */
void
dossier_id_table_free (DossierIdTable *table)
{
  if (table == NULL)
    return;

  g_free (table->slots);
  g_free (table);
}

/**
 * dossier_id_table_add:
 * @table: a table
 * @id: (array length=length): an id
 * @length: how many bytes it has
 * @value: the number it stands for; the function of the table must know it already
 * @earlier: (out) (optional): what has the same id, if something has
 *
 * Returns: %TRUE if @id was added, %FALSE if it was there before, which stays
 */
gboolean
dossier_id_table_add (DossierIdTable *table, const char *id, gsize length, guint32 value, guint32 *earlier)
{
  guint32 hash = hash_id (table, id, length);
  Slot *slot;

  /* Two thirds full at most: probing stays short. */
  if (table->n_used >= table->mask / 3 * 2)
    grow (table);

  slot = find_slot (table, hash, id, length);
  if (slot->hash != 0)
    {
      if (earlier != NULL)
        *earlier = slot->value;

      return FALSE;
    }

  slot->hash = hash;
  slot->value = value;
  table->n_used++;

  return TRUE;
}

/**
 * dossier_id_table_lookup:
 * @table: a table
 * @id: (array length=length): an id
 * @length: how many bytes it has
 * @value: (out): the number it stands for
 *
 * Returns: whether @id is in @table
 */
gboolean
dossier_id_table_lookup (const DossierIdTable *table, const char *id, gsize length, guint32 *value)
{
  const Slot *slot = find_slot (table, hash_id (table, id, length), id, length);

  if (slot->hash == 0)
    return FALSE;

  *value = slot->value;

  return TRUE;
}
