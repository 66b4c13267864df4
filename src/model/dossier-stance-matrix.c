/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-stance-matrix.h"

#include "model/dossier-date-text.h"
#include "model/dossier-delay-text.h"
#include "model/dossier-value-rows.h"

#include <glib/gi18n-lib.h>

/* What somebody reacted to. Its words are read once they are asked for. */
typedef struct
{
  DossierRef ref;
  char *title; /* NULL before */
  char *date;  /* "" for none, NULL before */
  gint64 time;
  int n;
  double stance;
} Target;

typedef struct
{
  int actor;
  char *name;
  int n;
  double stance;
} Column;

/* One reaction of one actor to one target; the indexes are those of @targets and @actors. */
typedef struct
{
  int target;
  int column;
  int reaction;
} Entry;

struct _DossierStanceMatrix
{
  DossierDocument *document;
  GArray *targets;  /* Target */
  GArray *actors;   /* Column */
  GArray *entries;  /* Entry, sorted by target, actor and reaction */
  int *first;       /* of each target, its first entry; one more at the end */
  DossierValueRows *reacted; /* of each actor, the targets */
  GHashTable *likes;         /* of cells that were asked for, by target and column: 1 more than the target that is alike, 0 for none */
  int *rows;        /* targets in the order of the rows */
  int *row_of;      /* of each target, its row */
  int *columns;     /* actors in the order of the columns */
};

static void
clear_target (gpointer data)
{
  g_free (((Target *) data)->title);
  g_free (((Target *) data)->date);
}

static void
clear_column (gpointer data)
{
  g_free (((Column *) data)->name);
}

static Target *
get_target (DossierStanceMatrix *self, int index)
{
  return &g_array_index (self->targets, Target, index);
}

static const Column *
get_column (DossierStanceMatrix *self, int index)
{
  return &g_array_index (self->actors, Column, index);
}

/* How friendly a stance is, from -3 to 3. */
static double
weigh_stance (int stance)
{
  switch ((DossierStance) stance)
    {
    case DOSSIER_STANCE_CONDEMNS:
      return -3;
    case DOSSIER_STANCE_CRITICISES:
      return -2;
    case DOSSIER_STANCE_IS_CONCERNED:
      return -1;
    case DOSSIER_STANCE_DEFENDS:
      return 2;
    case DOSSIER_STANCE_WELCOMES:
      return 3;
    case DOSSIER_STANCE_IS_NEUTRAL:
    case DOSSIER_STANCE_DECLINES_TO_COMMENT:
    case DOSSIER_STANCE_NONE:
    default:
      return 0;
    }
}

/**
 * dossier_stance_get_sign:
 * @stance: a stance
 *
 * Returns: one or two characters that stand for it, so that colour is not alone
 */
const char *
dossier_stance_get_sign (DossierStance stance)
{
  switch (stance)
    {
    case DOSSIER_STANCE_CONDEMNS:
      return "−−";
    case DOSSIER_STANCE_CRITICISES:
      return "−";
    case DOSSIER_STANCE_IS_CONCERNED:
      return "!";
    case DOSSIER_STANCE_IS_NEUTRAL:
      return "0";
    case DOSSIER_STANCE_DECLINES_TO_COMMENT:
      return "…";
    case DOSSIER_STANCE_DEFENDS:
      return "+";
    case DOSSIER_STANCE_WELCOMES:
      return "++";
    case DOSSIER_STANCE_NONE:
    default:
      return "?";
    }
}

/* When something was that others reacted to. */
static gint64
find_time (DossierDocument *document, DossierRef ref)
{
  DossierSpan span;

  if (ref.type == DOSSIER_RECORD_TIE)
    span = dossier_document_get_tie (document, ref.index)->date.span;
  else if (ref.type == DOSSIER_RECORD_CLAIM)
    span = dossier_document_get_claim (document, ref.index)->date.span;
  else if (ref.type == DOSSIER_RECORD_EVENT)
    dossier_events_get_span (dossier_document_get_events (document), ref.index, &span);
  else
    return G_MAXINT64;

  return (span.flags & DOSSIER_SPAN_UNKNOWN) == 0 ? span.start_earliest : G_MAXINT64;
}

static char *
dup_date (DossierDocument *document, DossierRef ref)
{
  g_autoptr (DossierEvent) event = NULL;
  const char *edtf = NULL;

  if (ref.type == DOSSIER_RECORD_TIE)
    edtf = dossier_document_get_tie (document, ref.index)->date.edtf;
  else if (ref.type == DOSSIER_RECORD_CLAIM)
    edtf = dossier_document_get_claim (document, ref.index)->date.edtf;
  else if (ref.type == DOSSIER_RECORD_EVENT)
    {
      event = dossier_document_load_event (document, ref.index);
      edtf = event->date.edtf;
    }

  return edtf != NULL ? dossier_edtf_to_text (edtf, DOSSIER_DATE_STYLE_SHORT) : g_strdup ("");
}

static const char *
get_title (DossierStanceMatrix *self, Target *target)
{
  if (target->title == NULL)
    target->title = dossier_document_dup_title (self->document, target->ref, NULL);

  return target->title;
}

static int
add_target (DossierStanceMatrix *self, GHashTable *known, DossierRef ref)
{
  gpointer key = GINT_TO_POINTER (ref.index * DOSSIER_N_RECORDS + (int) ref.type);
  gpointer found;
  Target target = { .ref = ref };

  if (g_hash_table_lookup_extended (known, key, NULL, &found))
    return GPOINTER_TO_INT (found);

  target.time = find_time (self->document, ref);
  g_array_append_val (self->targets, target);
  g_hash_table_insert (known, key, GINT_TO_POINTER ((int) self->targets->len - 1));

  return (int) self->targets->len - 1;
}

static int
add_actor (DossierStanceMatrix *self, GHashTable *known, int actor)
{
  gpointer found;
  Column column = { .actor = actor };

  if (g_hash_table_lookup_extended (known, GINT_TO_POINTER (actor), NULL, &found))
    return GPOINTER_TO_INT (found);

  column.name = dossier_document_dup_title (self->document, (DossierRef){ DOSSIER_RECORD_ACTOR, actor }, NULL);
  g_array_append_val (self->actors, column);
  g_hash_table_insert (known, GINT_TO_POINTER (actor), GINT_TO_POINTER ((int) self->actors->len - 1));

  return (int) self->actors->len - 1;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *one = a;
  const Entry *other = b;

  if (one->target != other->target)
    return one->target - other->target;
  if (one->column != other->column)
    return one->column - other->column;

  return one->reaction - other->reaction;
}

static void
gather (DossierStanceMatrix *self, DossierFilter *filter)
{
  g_autoptr (GHashTable) targets = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) actors = g_hash_table_new (NULL, NULL);

  for (int i = 0; i < dossier_document_get_count (self->document, DOSSIER_RECORD_REACTION); i++)
    {
      const DossierReaction *reaction = dossier_document_get_reaction (self->document, i);

      for (int j = 0; j < reaction->to.n; j++)
        {
          DossierRef ref = reaction->to.items[j].ref;
          int target;

          if (filter != NULL && ref.type == DOSSIER_RECORD_EVENT && !dossier_filter_shows (filter, ref.index))
            continue;

          target = add_target (self, targets, ref);
          for (int k = 0; k < reaction->actors.n; k++)
            {
              Entry entry = { target, add_actor (self, actors, reaction->actors.items[k].ref.index), i };
              Target *to = &g_array_index (self->targets, Target, target);
              Column *by = &g_array_index (self->actors, Column, entry.column);

              g_array_append_val (self->entries, entry);
              to->n++;
              by->n++;
              to->stance += weigh_stance (reaction->stance);
              by->stance += weigh_stance (reaction->stance);
            }
        }
    }
  g_array_sort (self->entries, compare_entries);
}

/* The actors that reacted to a target. */
static void
list_columns (int target, GArray *columns, gpointer data)
{
  const DossierStanceMatrix *self = data;

  for (int i = self->first[target]; i < self->first[target + 1]; i++)
    {
      int column = g_array_index (self->entries, Entry, i).column;

      if (columns->len == 0 || g_array_index (columns, int, columns->len - 1) != column)
        g_array_append_val (columns, column);
    }
}

static void
index_entries (DossierStanceMatrix *self)
{
  int n_targets = (int) self->targets->len;

  self->first = g_new0 (int, n_targets + 1);
  for (guint i = 0; i < self->entries->len; i++)
    self->first[g_array_index (self->entries, Entry, i).target + 1]++;
  for (int target = 0; target < n_targets; target++)
    self->first[target + 1] += self->first[target];

  self->reacted = dossier_value_rows_new ((int) self->actors->len, n_targets, list_columns, self);
  self->likes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * dossier_stance_matrix_new:
 * @document: a document
 * @filter: (nullable): a filter of it; events that it does not show have no row. %NULL for all
 *
 * Returns: (transfer full): its reactions as a matrix, events by date and actors by how often they react
 */
DossierStanceMatrix *
dossier_stance_matrix_new (DossierDocument *document, DossierFilter *filter)
{
  DossierStanceMatrix *self = g_new0 (DossierStanceMatrix, 1);

  self->document = g_object_ref (document);
  self->targets = g_array_new (FALSE, FALSE, sizeof (Target));
  g_array_set_clear_func (self->targets, clear_target);
  self->actors = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->actors, clear_column);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  gather (self, filter);
  index_entries (self);
  self->rows = g_new0 (int, MAX (self->targets->len, 1));
  self->row_of = g_new0 (int, MAX (self->targets->len, 1));
  self->columns = g_new0 (int, MAX (self->actors->len, 1));
  dossier_stance_matrix_sort (self, DOSSIER_MATRIX_BY_DATE, DOSSIER_MATRIX_BY_COUNT);

  return self;
}

/**
 * dossier_stance_matrix_free:
 * @self: (nullable): a matrix, or %NULL
 */
void
dossier_stance_matrix_free (DossierStanceMatrix *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->targets);
  g_array_unref (self->actors);
  g_array_unref (self->entries);
  g_free (self->first);
  dossier_value_rows_free (self->reacted);
  g_hash_table_unref (self->likes);
  g_free (self->rows);
  g_free (self->row_of);
  g_free (self->columns);
  g_object_unref (self->document);
  g_free (self);
}

/**
 * dossier_stance_matrix_get_document:
 * @self: a matrix
 *
 * Returns: (transfer none): the document
 */
DossierDocument *
dossier_stance_matrix_get_document (DossierStanceMatrix *self)
{
  return self->document;
}

typedef struct
{
  DossierStanceMatrix *matrix;
  DossierMatrixOrder order;
} Sorting;

static int
compare_means (double one, int n_one, double other, int n_other)
{
  double difference = one / MAX (n_one, 1) - other / MAX (n_other, 1);

  return difference < 0 ? -1 : difference > 0;
}

static int
compare_targets (gconstpointer a, gconstpointer b, gpointer data)
{
  const Sorting *sorting = data;
  int index = *(const int *) a;
  int other_index = *(const int *) b;
  Target *one = get_target (sorting->matrix, index);
  Target *other = get_target (sorting->matrix, other_index);
  int order = 0;

  if (sorting->order == DOSSIER_MATRIX_BY_COUNT)
    order = other->n - one->n;
  else if (sorting->order == DOSSIER_MATRIX_BY_NAME)
    order = g_utf8_collate (get_title (sorting->matrix, one), get_title (sorting->matrix, other));
  else if (sorting->order == DOSSIER_MATRIX_BY_STANCE)
    order = compare_means (one->stance, one->n, other->stance, other->n);

  if (order == 0 && one->time != other->time)
    order = one->time < other->time ? -1 : 1;

  return order != 0 ? order : index - other_index;
}

static int
compare_columns (gconstpointer a, gconstpointer b, gpointer data)
{
  const Sorting *sorting = data;
  int index = *(const int *) a;
  int other_index = *(const int *) b;
  const Column *one = get_column (sorting->matrix, index);
  const Column *other = get_column (sorting->matrix, other_index);
  int order = 0;

  if (sorting->order == DOSSIER_MATRIX_BY_COUNT)
    order = other->n - one->n;
  else if (sorting->order == DOSSIER_MATRIX_BY_NAME)
    order = g_utf8_collate (one->name, other->name);
  else if (sorting->order == DOSSIER_MATRIX_BY_STANCE)
    order = compare_means (one->stance, one->n, other->stance, other->n);

  return order != 0 ? order : one->actor - other->actor;
}

/**
 * dossier_stance_matrix_sort:
 * @self: a matrix
 * @rows: the order of what was reacted to
 * @columns: the order of the actors
 *
 * Puts rows and columns into an order.
 */
void
dossier_stance_matrix_sort (DossierStanceMatrix *self, DossierMatrixOrder rows, DossierMatrixOrder columns)
{
  Sorting by_rows = { self, rows };
  Sorting by_columns = { self, columns };

  for (guint i = 0; i < self->targets->len; i++)
    self->rows[i] = (int) i;
  for (guint i = 0; i < self->actors->len; i++)
    self->columns[i] = (int) i;

  g_qsort_with_data (self->rows, (int) self->targets->len, sizeof *self->rows, compare_targets, &by_rows);
  g_qsort_with_data (self->columns, (int) self->actors->len, sizeof *self->columns, compare_columns, &by_columns);

  for (guint i = 0; i < self->targets->len; i++)
    self->row_of[self->rows[i]] = (int) i;
}

/**
 * dossier_stance_matrix_get_n_rows:
 * @self: a matrix
 *
 * Returns: to how many things somebody reacted
 */
int
dossier_stance_matrix_get_n_rows (DossierStanceMatrix *self)
{
  return (int) self->targets->len;
}

/**
 * dossier_stance_matrix_get_n_columns:
 * @self: a matrix
 *
 * Returns: how many actors reacted to something
 */
int
dossier_stance_matrix_get_n_columns (DossierStanceMatrix *self)
{
  return (int) self->actors->len;
}

static Target *
get_row (DossierStanceMatrix *self, int row)
{
  g_assert (row >= 0 && row < (int) self->targets->len);

  return get_target (self, self->rows[row]);
}

/**
 * dossier_stance_matrix_get_target:
 * @self: a matrix
 * @row: which row, from 0
 *
 * Returns: what was reacted to
 */
DossierRef
dossier_stance_matrix_get_target (DossierStanceMatrix *self, int row)
{
  return get_row (self, row)->ref;
}

/**
 * dossier_stance_matrix_get_title:
 * @self: a matrix
 * @row: which row
 *
 * Returns: (transfer none): its title, plain text
 */
const char *
dossier_stance_matrix_get_title (DossierStanceMatrix *self, int row)
{
  return get_title (self, get_row (self, row));
}

/**
 * dossier_stance_matrix_get_date:
 * @self: a matrix
 * @row: which row
 *
 * Returns: (transfer none): when it was, in the user's language; "" if that is not known
 */
const char *
dossier_stance_matrix_get_date (DossierStanceMatrix *self, int row)
{
  Target *target = get_row (self, row);

  if (target->date == NULL)
    target->date = dup_date (self->document, target->ref);

  return target->date;
}

/**
 * dossier_stance_matrix_get_actor:
 * @self: a matrix
 * @column: which column, from 0
 *
 * Returns: the index of the actor
 */
int
dossier_stance_matrix_get_actor (DossierStanceMatrix *self, int column)
{
  g_assert (column >= 0 && column < (int) self->actors->len);

  return get_column (self, self->columns[column])->actor;
}

/**
 * dossier_stance_matrix_get_name:
 * @self: a matrix
 * @column: which column
 *
 * Returns: (transfer none): the actor's name, plain text
 */
const char *
dossier_stance_matrix_get_name (DossierStanceMatrix *self, int column)
{
  g_assert (column >= 0 && column < (int) self->actors->len);

  return get_column (self, self->columns[column])->name;
}

/* The reactions of the actor of a column to the target of a row; their number is 0 if there is none. */
static const Entry *
find_cell (DossierStanceMatrix *self, int row, int column, int *n)
{
  int target, end, begin;

  g_assert (row >= 0 && row < (int) self->targets->len && column >= 0 && column < (int) self->actors->len);

  target = self->rows[row];
  begin = self->first[target];
  while (begin < self->first[target + 1] && g_array_index (self->entries, Entry, begin).column < self->columns[column])
    begin++;
  end = begin;
  while (end < self->first[target + 1] && g_array_index (self->entries, Entry, end).column == self->columns[column])
    end++;
  *n = end - begin;

  return &g_array_index (self->entries, Entry, begin);
}

/**
 * dossier_stance_matrix_get_n_reactions:
 * @self: a matrix
 * @row: which row
 * @column: which column
 *
 * Returns: how often the actor reacted to it
 */
int
dossier_stance_matrix_get_n_reactions (DossierStanceMatrix *self, int row, int column)
{
  int n;

  find_cell (self, row, column, &n);

  return n;
}

/**
 * dossier_stance_matrix_get_reaction:
 * @self: a matrix
 * @row: which row
 * @column: which column
 * @nth: which of the actor's reactions to it, from 0
 *
 * Returns: the index of the reaction
 */
int
dossier_stance_matrix_get_reaction (DossierStanceMatrix *self, int row, int column, int nth)
{
  int n;
  const Entry *entries = find_cell (self, row, column, &n);

  g_return_val_if_fail (nth >= 0 && nth < n, -1);

  return entries[nth].reaction;
}

static int
count_common_actors (DossierDocument *document, int event, int other)
{
  const DossierEvents *events = dossier_document_get_events (document);
  int n = 0;

  for (int i = 0; i < dossier_events_get_n_actors (events, event); i++)
    for (int j = 0; j < dossier_events_get_n_actors (events, other); j++)
      n += dossier_events_get_actor (events, event, i, NULL) == dossier_events_get_actor (events, other, j, NULL);

  return n;
}

static gboolean
are_events_alike (DossierDocument *document, int event, int other)
{
  const DossierEvents *events = dossier_document_get_events (document);
  int n_common = count_common_actors (document, event, other);
  int kind = dossier_events_get_kind (events, event);

  return n_common >= 2 || (n_common == 1 && kind >= 0 && kind == dossier_events_get_kind (events, other));
}

static gboolean
are_ties_alike (DossierDocument *document, int tie, int other_tie)
{
  const DossierTie *one = dossier_document_get_tie (document, tie);
  const DossierTie *other = dossier_document_get_tie (document, other_tie);
  gboolean from = dossier_ref_equal (one->from.ref, other->from.ref) || dossier_ref_equal (one->from.ref, other->to.ref);
  gboolean to = dossier_ref_equal (one->to.ref, other->from.ref) || dossier_ref_equal (one->to.ref, other->to.ref);
  gboolean same_kind = dossier_ref_is_set (one->kind.ref) && dossier_ref_equal (one->kind.ref, other->kind.ref);

  return (from && to) || ((from || to) && same_kind);
}

static gboolean
is_borne_out (DossierDocument *document, int tie, int event)
{
  const DossierTie *record = dossier_document_get_tie (document, tie);

  for (int i = 0; i < record->events.n; i++)
    if (record->events.items[i].ref.index == event)
      return TRUE;

  return FALSE;
}

static gboolean
are_claims_alike (DossierDocument *document, int claim, int other_claim)
{
  const DossierClaim *one = dossier_document_get_claim (document, claim);
  const DossierClaim *other = dossier_document_get_claim (document, other_claim);

  for (int i = 0; i < one->about.n; i++)
    for (int j = 0; j < other->about.n; j++)
      if (dossier_ref_equal (one->about.items[i].ref, other->about.items[j].ref))
        return TRUE;

  return FALSE;
}

static gboolean
are_alike (DossierDocument *document, DossierRef one, DossierRef other)
{
  if (one.type == DOSSIER_RECORD_EVENT && other.type == DOSSIER_RECORD_EVENT)
    return are_events_alike (document, one.index, other.index);
  if (one.type == DOSSIER_RECORD_TIE && other.type == DOSSIER_RECORD_TIE)
    return are_ties_alike (document, one.index, other.index);
  if (one.type == DOSSIER_RECORD_TIE && other.type == DOSSIER_RECORD_EVENT)
    return is_borne_out (document, one.index, other.index);
  if (one.type == DOSSIER_RECORD_EVENT && other.type == DOSSIER_RECORD_TIE)
    return is_borne_out (document, other.index, one.index);
  if (one.type == DOSSIER_RECORD_CLAIM && other.type == DOSSIER_RECORD_CLAIM)
    return are_claims_alike (document, one.index, other.index);

  return FALSE;
}

static gboolean
takes_part (DossierDocument *document, DossierRef ref, int actor)
{
  const DossierEvents *events = dossier_document_get_events (document);

  if (ref.type == DOSSIER_RECORD_TIE)
    {
      const DossierTie *tie = dossier_document_get_tie (document, ref.index);

      return tie->from.ref.index == actor || tie->to.ref.index == actor;
    }
  if (ref.type == DOSSIER_RECORD_EVENT)
    for (int i = 0; i < dossier_events_get_n_actors (events, ref.index); i++)
      if (dossier_events_get_actor (events, ref.index, i, NULL) == actor)
        return TRUE;

  return FALSE;
}

static int
find_like (DossierStanceMatrix *self, int target, int column)
{
  DossierRef ref = get_target (self, target)->ref;
  const int *others;
  int n;

  if (takes_part (self->document, ref, get_column (self, column)->actor))
    return -1;

  others = dossier_value_rows_get (self->reacted, column, &n);
  for (int i = 0; i < n; i++)
    if (others[i] != target && are_alike (self->document, ref, get_target (self, others[i])->ref))
      return others[i];

  return -1;
}

/**
 * dossier_stance_matrix_get_like:
 * @self: a matrix
 * @row: which row
 * @column: which column
 *
 * Returns: the row of something like this one, to which the actor did react while not to this; -1 if there is none, or
 *   the actor reacted to this, or takes part in it
 */
int
dossier_stance_matrix_get_like (DossierStanceMatrix *self, int row, int column)
{
  gint64 cell;
  gpointer like;

  if (dossier_stance_matrix_get_n_reactions (self, row, column) > 0)
    return -1;

  cell = (gint64) self->rows[row] * (gint64) self->actors->len + self->columns[column];
  if (!g_hash_table_lookup_extended (self->likes, &cell, NULL, &like))
    {
      like = GINT_TO_POINTER (find_like (self, self->rows[row], self->columns[column]) + 1);
      g_hash_table_insert (self->likes, g_memdup2 (&cell, sizeof cell), like);
    }

  return like != NULL ? self->row_of[GPOINTER_TO_INT (like) - 1] : -1;
}

/* "condemns, 12 days later: summary" */
static void
append_reaction (DossierStanceMatrix *self, GString *text, int row, int index)
{
  const DossierReaction *reaction = dossier_document_get_reaction (self->document, index);
  DossierRef ref = get_row (self, row)->ref;
  const char *summary = dossier_text_get (&reaction->summary, NULL);
  g_autofree char *stance = dossier_vocabulary_dup_heading (DOSSIER_VOCABULARY_STANCE, reaction->stance);

  g_string_append (text, stance);
  if (ref.type == DOSSIER_RECORD_EVENT && reaction->date.edtf != NULL)
    {
      DossierSpan span;
      g_autofree char *delay = NULL;

      dossier_events_get_span (dossier_document_get_events (self->document), ref.index, &span);
      delay = dossier_span_delay_to_text (&span, &reaction->date.span, DOSSIER_DATE_STYLE_LONG);
      if (delay != NULL)
        g_string_append_printf (text, ", %s", delay);
    }
  if (summary != NULL && *summary != '\0')
    g_string_append_printf (text, ": %s", summary);
}

/**
 * dossier_stance_matrix_explain:
 * @self: a matrix
 * @row: which row
 * @column: which column
 *
 * Returns: (transfer full): who reacted how to what, or that the actor did not, and to what like it it did
 */
char *
dossier_stance_matrix_explain (DossierStanceMatrix *self, int row, int column)
{
  const char *title = dossier_stance_matrix_get_title (self, row);
  const char *name = dossier_stance_matrix_get_name (self, column);
  int n = dossier_stance_matrix_get_n_reactions (self, row, column);
  int like = dossier_stance_matrix_get_like (self, row, column);
  GString *text;

  if (n == 0 && like < 0)
    /* Translators: an actor and what it did not react to */
    return g_strdup_printf (_ ("%s: no reaction to “%s”"), name, title);
  if (n == 0)
    /* Translators: an actor, what it reacted to, and something like that to which it did not */
    return g_strdup_printf (_ ("%s reacted to “%s”, and not to “%s”, which is like it"), name, dossier_stance_matrix_get_title (self, like), title);

  text = g_string_new (NULL);
  /* Translators: an actor and what it reacted to; what it said follows */
  g_string_append_printf (text, _ ("%s on “%s”"), name, title);
  for (int i = 0; i < n; i++)
    {
      g_string_append_c (text, '\n');
      append_reaction (self, text, row, dossier_stance_matrix_get_reaction (self, row, column, i));
    }

  return g_string_free (text, FALSE);
}
