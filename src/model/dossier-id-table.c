/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-id-table.h"

#include "model/dossier-pages.h"

#include <string.h>

/* Open addressing with linear probing. A slot whose hash is 0 is free. The hash as a fraction of 2^32 says where among
 * the slots it belongs, so that there may be any number of them: a table is as large as it needs to be. */
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
  guint32 n_slots;
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

static inline guint32
get_home (const DossierIdTable *table, guint32 hash)
{
  return (guint32) (((guint64) hash * table->n_slots) >> 32);
}

/* The slot that holds @id, or the free one where it belongs. */
static Slot *
find_slot (const DossierIdTable *table, guint32 hash, const char *id, gsize length)
{
  guint32 i = get_home (table, hash);

  while (table->slots[i].hash != 0)
    {
      if (table->slots[i].hash == hash)
        {
          gsize other_length;
          const char *other = table->func (table->slots[i].value, &other_length, table->data);

          if (other_length == length && memcmp (other, id, length) == 0)
            break;
        }

      i = i + 1 < table->n_slots ? i + 1 : 0;
    }

  return &table->slots[i];
}

static void
resize (DossierIdTable *table, guint32 n_slots)
{
  guint32 n_old = table->n_slots;
  Slot *old = table->slots;

  table->n_slots = n_slots;
  table->slots = dossier_pages_new (Slot, n_slots);

  for (guint32 i = 0; i < n_old; i++)
    {
      guint32 j = get_home (table, old[i].hash);

      if (old[i].hash == 0)
        continue;

      while (table->slots[j].hash != 0)
        j = j + 1 < n_slots ? j + 1 : 0;

      table->slots[j] = old[i];
    }

  dossier_pages_free (old);
}

/* Five sixths full at most: what is looked for in vain is so after 18 slots, which lie one beside the other. */
static void
make_room (DossierIdTable *table)
{
  if ((guint64) table->n_used * 6 >= (guint64) table->n_slots * 5)
    resize (table, table->n_slots * 2);
}

static void
take_slot (DossierIdTable *table, Slot *slot, guint32 hash, guint32 value)
{
  slot->hash = hash;
  slot->value = value;
  table->n_used++;
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
  table->n_slots = 64;
  table->slots = dossier_pages_new (Slot, table->n_slots);

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

  dossier_pages_free (table->slots);
  g_free (table);
}

/**
 * dossier_id_table_reserve:
 * @table: a table
 * @n: how many ids it will hold, those that it holds among them
 *
 * Makes room, no more than is needed.
 */
void
dossier_id_table_reserve (DossierIdTable *table, guint32 n)
{
  gsize n_slots = (gsize) n * 6 / 5 + 64;

  if (n_slots > table->n_slots)
    resize (table, (guint32) n_slots);
}

/**
 * dossier_id_table_hash:
 * @table: a table
 * @id: (array length=length): an id
 * @length: how many bytes it has
 *
 * Returns: the hash of @id in @table, never 0
 */
guint32
dossier_id_table_hash (const DossierIdTable *table, const char *id, gsize length)
{
  return hash_id (table, id, length);
}

/**
 * dossier_id_table_prefetch:
 * @table: a table
 * @hash: the hash of an id that will be added or looked up soon
 *
 * Lets the processor fetch the place of an id. In a large table that takes longer than all the rest.
 */
void
dossier_id_table_prefetch (const DossierIdTable *table, guint32 hash)
{
  __builtin_prefetch (&table->slots[get_home (table, hash)], 1);
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
  return dossier_id_table_add_hashed (table, hash_id (table, id, length), id, length, value, earlier);
}

/**
 * dossier_id_table_add_hashed:
 * @table: a table
 * @hash: what dossier_id_table_hash() says of @id
 * @id: (array length=length): an id
 * @length: how many bytes it has
 * @value: the number it stands for; the function of the table must know it already
 * @earlier: (out) (optional): what has the same id, if something has
 *
 * As dossier_id_table_add(), for who knows the hash.
 *
 * Returns: %TRUE if @id was added, %FALSE if it was there before, which stays
 */
gboolean
dossier_id_table_add_hashed (DossierIdTable *table, guint32 hash, const char *id, gsize length, guint32 value, guint32 *earlier)
{
  Slot *slot;

  make_room (table);
  slot = find_slot (table, hash, id, length);
  if (slot->hash != 0)
    {
      if (earlier != NULL)
        *earlier = slot->value;

      return FALSE;
    }

  take_slot (table, slot, hash, value);

  return TRUE;
}

/**
 * dossier_id_table_add_value:
 * @table: a table
 * @hash: what dossier_id_table_hash() says of the id of @value
 * @value: a number, whose id the function of the table knows
 *
 * As dossier_id_table_add(), but the id itself is only asked for when another has the same hash.
 *
 * Returns: whether the id was added
 */
gboolean
dossier_id_table_add_value (DossierIdTable *table, guint32 hash, guint32 value)
{
  guint32 i;

  make_room (table);

  for (i = get_home (table, hash); table->slots[i].hash != 0; i = i + 1 < table->n_slots ? i + 1 : 0)
    {
      if (table->slots[i].hash == hash)
        {
          gsize length;
          const char *id = table->func (value, &length, table->data);

          return dossier_id_table_add_hashed (table, hash, id, length, value, NULL);
        }
    }

  take_slot (table, &table->slots[i], hash, value);

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
  return dossier_id_table_lookup_hashed (table, hash_id (table, id, length), id, length, value);
}

/**
 * dossier_id_table_lookup_hashed:
 * @table: a table
 * @hash: what dossier_id_table_hash() says of @id
 * @id: (array length=length): an id
 * @length: how many bytes it has
 * @value: (out): the number it stands for
 *
 * Returns: whether @id is in @table
 */
gboolean
dossier_id_table_lookup_hashed (const DossierIdTable *table, guint32 hash, const char *id, gsize length, guint32 *value)
{
  const Slot *slot = find_slot (table, hash, id, length);

  if (slot->hash == 0)
    return FALSE;

  *value = slot->value;

  return TRUE;
}
