/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-referrers.h"

#include "model/dossier-document-private.h"
#include "model/dossier-event.h"
#include "model/dossier-pages.h"

/*
 * Compressed rows: the references to record r are references[rows[r]] to references[rows[r + 1]], where records of all
 * types are counted through, type after type.
 */
struct _DossierReferrers
{
  guint32 base[DOSSIER_N_RECORDS + 1]; /* the number of the first record of each type */
  guint32 *rows;
  guint32 *references;
};

/* A reference in 32 bits: the relation in the uppermost, below it the number of the record that refers. So many records
 * do not fit into memory with the four gigabytes that a document may have. */
#define RELATION_BITS  5
#define RELATION_SHIFT (32 - RELATION_BITS)

G_STATIC_ASSERT (DOSSIER_RELATION_SCENE < 1 << RELATION_BITS);

/* One pass counts, the second fills: the same walk serves both. */
typedef struct
{
  DossierReferrers *self;
  DossierRef from;
  gboolean fill;
} Walk;

static guint32
get_row (const DossierReferrers *self, DossierRef ref)
{
  return self->base[ref.type] + (guint32) ref.index;
}

static void
add (Walk *walk, DossierRef to, DossierRelation relation)
{
  DossierReferrers *self = walk->self;
  guint32 row = get_row (self, to);

  if (walk->fill)
    {
      guint32 place = self->rows[row]++;

      self->references[place] = (guint32) relation << RELATION_SHIFT | get_row (self, walk->from);
    }
  else
    self->rows[row]++;
}

static void
add_link (DossierLink *link, const DossierField *field, gconstpointer owner, gpointer data)
{
  add (data, link->ref, field->relation);
}

static void
walk_document (DossierDocument *document, Walk *walk)
{
  const DossierEvents *events = dossier_document_get_events (document);
  DossierRecord types[DOSSIER_RELATION_SCENE + 1] = { DOSSIER_RECORD_NONE };

  for (int type = DOSSIER_RECORD_NONE + 1; type < DOSSIER_N_RECORDS; type++)
    {
      int n = dossier_document_get_count (document, (DossierRecord) type);

      for (int i = 0; i < n; i++)
        {
          const guint32 *links;
          int n_links, kind;

          walk->from = (DossierRef){ (DossierRecord) type, i };

          if (type != DOSSIER_RECORD_EVENT && type != DOSSIER_RECORD_STORY)
            {
              dossier_shape_foreach_link (dossier_shape_get_record ((DossierRecord) type),
                                          dossier_document_get_record (document, walk->from),
                                          add_link,
                                          walk);
              continue;
            }

          /* A story has links only through its scenes, which are counted for themselves. */
          if (type == DOSSIER_RECORD_STORY)
            continue;

          kind = dossier_events_get_kind (events, i);
          if (kind >= 0)
            add (walk, (DossierRef){ DOSSIER_RECORD_KIND, kind }, DOSSIER_RELATION_KIND);

          links = dossier_events_peek_links (events, i, &n_links);
          for (int j = 0; j < n_links; j++)
            {
              DossierRelation relation = dossier_event_link_get_relation (links[j]);

              if (types[relation] == DOSSIER_RECORD_NONE)
                types[relation] = (DossierRecord) g_bit_nth_lsf (dossier_event_get_targets (relation), -1);

              add (walk, (DossierRef){ types[relation], (int) dossier_event_link_get_target (links[j]) }, relation);
            }
        }
    }
}

/**
 * dossier_referrers_new:
 * @document: a document whose links are resolved
 *
 * Returns: (transfer full): who refers to whom in @document
 */
DossierReferrers *
dossier_referrers_new (DossierDocument *document)
{
  DossierReferrers *self = g_new0 (DossierReferrers, 1);
  Walk walk = { .self = self };
  guint32 n_rows;
  guint32 sum = 0;

  for (int type = DOSSIER_RECORD_NONE + 1; type < DOSSIER_N_RECORDS; type++)
    self->base[type + 1] = self->base[type] + (guint32) dossier_document_get_count (document, (DossierRecord) type);

  n_rows = self->base[DOSSIER_N_RECORDS];
  g_assert (n_rows < 1u << RELATION_SHIFT);
  self->rows = dossier_pages_new (guint32, (gsize) n_rows + 1);
  walk_document (document, &walk);

  /* From counts to begins. */
  for (guint32 row = 0; row <= n_rows; row++)
    {
      guint32 count = self->rows[row];

      self->rows[row] = sum;
      sum += count;
    }

  self->references = dossier_pages_new (guint32, sum);
  walk.fill = TRUE;
  walk_document (document, &walk);

  /* Filling has moved each begin to its end, which is the begin of the next. */
  for (guint32 row = n_rows; row > 0; row--)
    self->rows[row] = self->rows[row - 1];
  self->rows[0] = 0;

  return self;
}

/**
 * dossier_referrers_free:
 * @self: (nullable): referrers, or %NULL
 */
void
dossier_referrers_free (DossierReferrers *self)
{
  if (self == NULL)
    return;

  dossier_pages_free (self->rows);
  dossier_pages_free (self->references);
  g_free (self);
}

/**
 * dossier_referrers_get_count:
 * @self: referrers
 * @ref: a record
 *
 * Returns: how many references there are to @ref
 */
int
dossier_referrers_get_count (const DossierReferrers *self, DossierRef ref)
{
  guint32 row = get_row (self, ref);

  return (int) (self->rows[row + 1] - self->rows[row]);
}

/**
 * dossier_referrers_get:
 * @self: referrers
 * @ref: a record
 * @nth: which reference to it, from 0
 *
 * Returns: who refers to @ref, and how
 */
DossierReferrer
dossier_referrers_get (const DossierReferrers *self, DossierRef ref, int nth)
{
  guint32 place = self->rows[get_row (self, ref)] + (guint32) nth;
  guint32 source = self->references[place] & ((1u << RELATION_SHIFT) - 1);
  int type = DOSSIER_RECORD_NONE + 1;

  while (source >= self->base[type + 1])
    type++;

  return (DossierReferrer){
    .from = { (DossierRecord) type, (int) (source - self->base[type]) },
    .relation = (DossierRelation) (self->references[place] >> RELATION_SHIFT),
  };
}

/* How many of the references in @row come from records before @number. */
static guint32
count_before (const DossierReferrers *self, guint32 row, guint32 number)
{
  guint32 low = self->rows[row], high = self->rows[row + 1];

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if ((self->references[middle] & ((1u << RELATION_SHIFT) - 1)) < number)
        low = middle + 1;
      else
        high = middle;
    }

  return low - self->rows[row];
}

/**
 * dossier_referrers_find:
 * @self: referrers
 * @ref: a record
 * @type: a type of records
 * @first: (out): which of the references to @ref is the first that comes from those; the others follow, by record
 *
 * Returns: how many there are
 */
int
dossier_referrers_find (const DossierReferrers *self, DossierRef ref, DossierRecord type, int *first)
{
  guint32 row = get_row (self, ref);
  guint32 begin = count_before (self, row, self->base[type]);

  *first = (int) begin;

  return (int) (count_before (self, row, self->base[type + 1]) - begin);
}
