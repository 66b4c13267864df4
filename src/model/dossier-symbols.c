/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-symbols.h"

#include "model/dossier-arena.h"
#include "model/dossier-id-table.h"

#include <string.h>

/* How many of the ids that were met last are remembered, each in the place that its letters say. */
#define N_RECENT 1024

/* Of so long an id the first eight letters and the last eight are all. */
#define MOST_RECENT 16

typedef struct
{
  const char *id;
  gsize length;
} Symbol;

/* An id that was met lately. Its length is 0 where there is none. */
typedef struct
{
  guint64 first;
  guint64 last;
  guint32 length;
  guint32 symbol;
} Recent;

struct _DossierSymbols
{
  guint32 most;
  gboolean is_full; /* whether there would be more than that */
  DossierArena *arena;
  GArray *ids; /* Symbol */
  DossierIdTable *table;
  Recent recent[N_RECENT];
};

static const char *
get_id (guint32 value, gsize *length, gconstpointer data)
{
  const DossierSymbols *self = data;
  const Symbol *symbol = &g_array_index (self->ids, Symbol, value);

  *length = symbol->length;

  return symbol->id;
}

/**
 * dossier_symbols_new:
 * @most: how many there may be
 *
 * Returns: (transfer full): no symbols
 */
DossierSymbols *
dossier_symbols_new (guint32 most)
{
  DossierSymbols *self = g_new0 (DossierSymbols, 1);

  self->most = most;
  self->arena = dossier_arena_new ();
  self->ids = g_array_new (FALSE, FALSE, sizeof (Symbol));
  self->table = dossier_id_table_new (get_id, self);

  return self;
}

/**
 * dossier_symbols_free:
 * @self: (nullable): symbols, or %NULL
 */
void
dossier_symbols_free (DossierSymbols *self)
{
  if (self == NULL)
    return;

  dossier_id_table_free (self->table);
  g_array_unref (self->ids);
  dossier_arena_free (self->arena);
  g_free (self);
}

/* The place of an id of one to MOST_RECENT letters, with these letters. The few actors and places that most events have
 * in common are found there at once, where the table has to look in three places of memory. */
static Recent *
find_recent (DossierSymbols *self, const char *id, gsize length, guint64 *first, guint64 *last)
{
  guint64 mixed;

  *first = *last = 0;
  if (length >= sizeof (guint64))
    {
      memcpy (first, id, sizeof (guint64));
      memcpy (last, id + length - sizeof (guint64), sizeof (guint64));
    }
  else
    memcpy (first, id, length);

  mixed = (*first ^ *last * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) * G_GUINT64_CONSTANT (0xc6a4a7935bd1e995);

  return &self->recent[mixed >> 48 & (N_RECENT - 1)];
}

static guint32
intern (DossierSymbols *self, const char *id, gsize length)
{
  guint32 hash = dossier_id_table_hash (self->table, id, length);
  guint32 symbol = self->ids->len;
  guint32 earlier;
  Symbol new_symbol;

  /* Mostly it is there, but the table asks for the id of what is added, so that is there before it. */
  if (dossier_id_table_lookup_hashed (self->table, hash, id, length, &earlier))
    return earlier;

  if (symbol == self->most)
    {
      self->is_full = TRUE;
      return symbol;
    }

  new_symbol = (Symbol){ dossier_arena_strndup (self->arena, id, length), length };
  g_array_append_val (self->ids, new_symbol);
  dossier_id_table_add_hashed (self->table, hash, id, length, symbol, NULL);

  return symbol;
}

/**
 * dossier_symbols_intern:
 * @self: symbols
 * @id: (array length=length): an id
 * @length: how many bytes it has
 *
 * Returns: the number of @id, the same each time; as many as there may be if there are so many others
 */
guint32
dossier_symbols_intern (DossierSymbols *self, const char *id, gsize length)
{
  guint64 first, last;
  Recent *recent;

  if (length == 0 || length > MOST_RECENT)
    return intern (self, id, length);

  recent = find_recent (self, id, length, &first, &last);
  if (recent->first != first || recent->last != last || recent->length != length)
    *recent = (Recent){ first, last, (guint32) length, intern (self, id, length) };

  return recent->symbol;
}

/**
 * dossier_symbols_get_count:
 * @self: symbols
 *
 * Returns: how many there are; they are numbered from 0
 */
int
dossier_symbols_get_count (DossierSymbols *self)
{
  return (int) self->ids->len;
}

/**
 * dossier_symbols_is_full:
 * @self: symbols
 *
 * Returns: whether there were more ids than there may be
 */
gboolean
dossier_symbols_is_full (DossierSymbols *self)
{
  return self->is_full;
}

/**
 * dossier_symbols_get_id:
 * @self: symbols
 * @symbol: a number that dossier_symbols_intern() returned
 *
 * Returns: (transfer none): its id
 */
const char *
dossier_symbols_get_id (DossierSymbols *self, guint32 symbol)
{
  return g_array_index (self->ids, Symbol, symbol).id;
}
