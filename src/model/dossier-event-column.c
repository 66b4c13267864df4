/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-event-column.h"

#include "model/dossier-date-text.h"
#include "model/dossier-events-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* What an event is ordered by: one number before the other, and last its index, so that no two are alike. */
typedef struct
{
  gint64 first;
  gint64 second;
  int event;
} Key;

static const char *const titles[DOSSIER_N_EVENT_COLUMNS] = {
  [DOSSIER_EVENT_COLUMN_DATE] = NC_ ("column", "Date"),
  [DOSSIER_EVENT_COLUMN_TITLE] = NC_ ("column", "Event"),
  [DOSSIER_EVENT_COLUMN_KIND] = NC_ ("column", "Kind"),
  [DOSSIER_EVENT_COLUMN_ACTORS] = NC_ ("column", "Actors"),
  [DOSSIER_EVENT_COLUMN_PLACES] = NC_ ("column", "Place"),
  [DOSSIER_EVENT_COLUMN_STATUS] = NC_ ("column", "Status"),
  [DOSSIER_EVENT_COLUMN_QUOTES] = NC_ ("column", "Quotes"),
  [DOSSIER_EVENT_COLUMN_SOURCES] = NC_ ("column", "Sources"),
};

static gboolean
is_cancelled (GCancellable *cancellable, int i)
{
  return (i & 0xfff) == 0 && g_cancellable_is_cancelled (cancellable);
}

static char *
join_names (DossierDocument *document, DossierRecord type, const DossierLink *const *links, int n)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (int i = 0; i < n; i++)
    {
      g_autofree char *name = NULL;
      gboolean is_repeated = FALSE;

      for (int j = 0; j < i; j++)
        is_repeated |= links[j]->ref.index == links[i]->ref.index;
      if (is_repeated)
        continue;

      name = dossier_document_dup_title (document, (DossierRef){ type, links[i]->ref.index }, NULL);
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static int
count_sources (DossierDocument *document, const int *quotes, int n_quotes)
{
  int n = 0;

  for (int i = 0; i < n_quotes; i++)
    {
      int source = dossier_document_get_quote (document, quotes[i])->source.ref.index;
      gboolean is_repeated = FALSE;

      for (int j = 0; j < i && !is_repeated; j++)
        is_repeated = dossier_document_get_quote (document, quotes[j])->source.ref.index == source;
      n += !is_repeated;
    }

  return n;
}

static int *
list_quotes (DossierDocument *document, int event, int *n)
{
  const DossierEvents *events = dossier_document_get_events (document);
  int n_links = dossier_events_get_n_links (events, event);
  int *quotes = g_new (int, n_links + 1);

  *n = 0;
  for (int i = 0; i < n_links; i++)
    {
      DossierEventLink link = dossier_events_get_link (events, event, i);

      if (link.relation == DOSSIER_RELATION_QUOTE)
        quotes[(*n)++] = (int) link.target;
    }

  return quotes;
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer names)
{
  int one = *(const int *) a, other = *(const int *) b;
  int order = strcmp (((char **) names)[one], ((char **) names)[other]);

  return order != 0 ? order : one - other;
}

/* By the index of a record, its place among all of its type in the order of their names. */
static int *
rank_names (DossierDocument *document, DossierRecord type, int n, GCancellable *cancellable)
{
  g_auto (GStrv) names = g_new0 (char *, n + 1);
  g_autofree int *order = g_new (int, n + 1);
  int *ranks;

  for (int i = 0; i < n; i++)
    {
      g_autofree char *name = NULL;

      if (is_cancelled (cancellable, i))
        return NULL;
      name = dossier_document_dup_title (document, (DossierRef){ type, i }, NULL);
      names[i] = g_utf8_collate_key (name, -1);
      order[i] = i;
    }
  g_qsort_with_data (order, n, sizeof (int), compare_names, names);

  ranks = g_new (int, n + 1);
  for (int i = 0; i < n; i++)
    ranks[order[i]] = i;

  return ranks;
}

static int
compare_keys (const void *a, const void *b)
{
  const Key *one = a, *other = b;

  if (one->first != other->first)
    return one->first < other->first ? -1 : 1;
  if (one->second != other->second)
    return one->second < other->second ? -1 : 1;

  return (one->event > other->event) - (one->event < other->event);
}

static void
fill_key (DossierDocument *document, DossierEventColumn column, const int *ranks, Key *key)
{
  const DossierEvents *events = dossier_document_get_events (document);
  g_autofree int *quotes = NULL;
  DossierSpan span;
  int n;

  switch (column)
    {
    case DOSSIER_EVENT_COLUMN_DATE:
      dossier_events_get_span (events, key->event, &span);
      /* What has always been, or began nobody says when, stands where it is known to have ended. */
      key->first = span.start_earliest != DOSSIER_TIME_MIN ? span.start_earliest : span.end_earliest;
      if (key->first == DOSSIER_TIME_MIN)
        key->first = span.end_latest;
      if (span.flags & DOSSIER_SPAN_UNKNOWN)
        key->first = G_MAXINT64;
      key->second = span.end_latest;
      break;
    case DOSSIER_EVENT_COLUMN_TITLE:
      key->first = ranks[key->event];
      break;
    case DOSSIER_EVENT_COLUMN_KIND:
      n = dossier_events_get_kind (events, key->event);
      key->first = n >= 0 ? ranks[n] : G_MAXINT;
      break;
    case DOSSIER_EVENT_COLUMN_ACTORS:
      n = dossier_events_get_n_actors (events, key->event);
      key->first = n > 0 ? ranks[dossier_events_get_actor (events, key->event, 0, NULL)] : G_MAXINT;
      key->second = n;
      break;
    case DOSSIER_EVENT_COLUMN_PLACES:
      n = dossier_events_get_n_places (events, key->event);
      key->first = n > 0 ? ranks[dossier_events_get_place (events, key->event, 0)] : G_MAXINT;
      key->second = n;
      break;
    case DOSSIER_EVENT_COLUMN_STATUS:
      key->first = dossier_events_get_status (events, key->event);
      break;
    case DOSSIER_EVENT_COLUMN_QUOTES:
      quotes = list_quotes (document, key->event, &n);
      key->first = n;
      break;
    case DOSSIER_EVENT_COLUMN_SOURCES:
      quotes = list_quotes (document, key->event, &n);
      key->first = count_sources (document, quotes, n);
      key->second = n;
      break;
    case DOSSIER_N_EVENT_COLUMNS:
    default:
      g_assert_not_reached ();
    }
}

/**
 * dossier_event_column_get_title:
 * @column: a column
 *
 * Returns: (transfer none): its heading, in the user's language
 */
const char *
dossier_event_column_get_title (DossierEventColumn column)
{
  g_return_val_if_fail (column < DOSSIER_N_EVENT_COLUMNS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "column", titles[column]);
}

/**
 * dossier_event_column_is_number:
 * @column: a column
 *
 * Returns: whether its cells are numbers, which stand below each other by their last digit
 */
gboolean
dossier_event_column_is_number (DossierEventColumn column)
{
  return column == DOSSIER_EVENT_COLUMN_QUOTES || column == DOSSIER_EVENT_COLUMN_SOURCES;
}

/**
 * dossier_event_column_dup_text:
 * @document: a document
 * @event: an event of it
 * @column: a column
 *
 * Returns: (transfer full): what stands in the cell, in the user's language; "" if there is nothing to say
 */
char *
dossier_event_column_dup_text (DossierDocument *document, const DossierEvent *event, DossierEventColumn column)
{
  const DossierStatement *statement = &event->statement;
  g_autofree const DossierLink **links = NULL;
  g_autofree int *quotes = NULL;

  switch (column)
    {
    case DOSSIER_EVENT_COLUMN_DATE:
      return event->date.edtf != NULL ? dossier_edtf_to_text (event->date.edtf, DOSSIER_DATE_STYLE_LONG) : g_strdup ("");
    case DOSSIER_EVENT_COLUMN_TITLE:
      return g_strdup (dossier_text_get (&event->title, NULL));
    case DOSSIER_EVENT_COLUMN_KIND:
      return dossier_ref_is_set (event->kind.ref) ? dossier_document_dup_title (document, event->kind.ref, NULL) : g_strdup ("");
    case DOSSIER_EVENT_COLUMN_ACTORS:
      links = g_new (const DossierLink *, event->participants.n + 1);
      for (int i = 0; i < event->participants.n; i++)
        links[i] = &event->participants.items[i].actor;
      return join_names (document, DOSSIER_RECORD_ACTOR, links, event->participants.n);
    case DOSSIER_EVENT_COLUMN_PLACES:
      links = g_new (const DossierLink *, event->places.n + 1);
      for (int i = 0; i < event->places.n; i++)
        links[i] = &event->places.items[i];
      return join_names (document, DOSSIER_RECORD_PLACE, links, event->places.n);
    case DOSSIER_EVENT_COLUMN_STATUS:
      return statement->status != DOSSIER_STATUS_NONE ? dossier_vocabulary_dup_heading (DOSSIER_VOCABULARY_STATUS, statement->status) : g_strdup ("");
    case DOSSIER_EVENT_COLUMN_QUOTES:
      return g_strdup_printf ("%'d", statement->quotes.n);
    case DOSSIER_EVENT_COLUMN_SOURCES:
      quotes = g_new (int, statement->quotes.n + 1);
      for (int i = 0; i < statement->quotes.n; i++)
        quotes[i] = statement->quotes.items[i].ref.index;
      return g_strdup_printf ("%'d", count_sources (document, quotes, statement->quotes.n));
    case DOSSIER_N_EVENT_COLUMNS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * dossier_event_column_order:
 * @document: a document
 * @column: by what its events are put in order
 * @cancellable: (nullable): stops it
 *
 * May be called from any thread. What the columns of #DossierEvents hold is quick; titles are read from the document
 * one by one, some microseconds each.
 *
 * Returns: (transfer full) (nullable) (array): the indexes of all events in ascending order, or %NULL if it was stopped
 */
int *
dossier_event_column_order (DossierDocument *document, DossierEventColumn column, GCancellable *cancellable)
{
  static const DossierRecord ranked[DOSSIER_N_EVENT_COLUMNS] = {
    [DOSSIER_EVENT_COLUMN_TITLE] = DOSSIER_RECORD_EVENT,
    [DOSSIER_EVENT_COLUMN_KIND] = DOSSIER_RECORD_KIND,
    [DOSSIER_EVENT_COLUMN_ACTORS] = DOSSIER_RECORD_ACTOR,
    [DOSSIER_EVENT_COLUMN_PLACES] = DOSSIER_RECORD_PLACE,
  };
  int n = dossier_document_get_count (document, DOSSIER_RECORD_EVENT);
  g_autofree Key *keys = NULL;
  g_autofree int *ranks = NULL;
  int *order;

  g_return_val_if_fail (column < DOSSIER_N_EVENT_COLUMNS, NULL);

  if (ranked[column] != DOSSIER_RECORD_NONE)
    {
      ranks = rank_names (document, ranked[column], dossier_document_get_count (document, ranked[column]), cancellable);
      if (ranks == NULL)
        return NULL;
    }

  keys = g_new0 (Key, n + 1);
  for (int i = 0; i < n; i++)
    {
      if (is_cancelled (cancellable, i))
        return NULL;
      keys[i].event = i;
      fill_key (document, column, ranks, &keys[i]);
    }
  qsort (keys, (gsize) n, sizeof (Key), compare_keys);
  if (g_cancellable_is_cancelled (cancellable))
    return NULL;

  order = g_new (int, n + 1);
  for (int i = 0; i < n; i++)
    order[i] = keys[i].event;

  return order;
}

/* A tab or a new line would begin another cell or row, and what begins like a formula would be one in a spreadsheet. */
static void
append_cell (GString *table, const char *text, gboolean is_last)
{
  if (strchr ("=+-@", text[0]) != NULL && text[0] != '\0' && !g_ascii_isdigit (text[1]))
    g_string_append_c (table, '\'');
  for (const char *p = text; *p != '\0'; p++)
    g_string_append_c (table, strchr ("\t\n\r", *p) != NULL ? ' ' : *p);
  g_string_append_c (table, is_last ? '\n' : '\t');
}

/**
 * dossier_events_to_tsv:
 * @document: a document
 * @events: (array length=n_events): indexes of its events, in the order in which they stand
 * @n_events: how many
 *
 * A table for a spreadsheet: a row of headings, then one for each event, the cells parted by tabs. Before the columns
 * stand the event's id and its date as it is written in EDTF, which programs read.
 *
 * Returns: (transfer full): the table
 */
char *
dossier_events_to_tsv (DossierDocument *document, const int *events, int n_events)
{
  g_autoptr (GString) table = g_string_new (NULL);

  append_cell (table, C_ ("column", "Id"), FALSE);
  append_cell (table, C_ ("column", "EDTF"), FALSE);
  for (int column = 0; column < DOSSIER_N_EVENT_COLUMNS; column++)
    append_cell (table, dossier_event_column_get_title ((DossierEventColumn) column), column + 1 == DOSSIER_N_EVENT_COLUMNS);

  for (int i = 0; i < n_events; i++)
    {
      g_autoptr (DossierEvent) event = dossier_document_load_event (document, events[i]);

      append_cell (table, event->id != NULL ? event->id : "", FALSE);
      append_cell (table, event->date.edtf != NULL ? event->date.edtf : "", FALSE);
      for (int column = 0; column < DOSSIER_N_EVENT_COLUMNS; column++)
        {
          g_autofree char *text = dossier_event_column_dup_text (document, event, (DossierEventColumn) column);

          append_cell (table, text, column + 1 == DOSSIER_N_EVENT_COLUMNS);
        }
    }

  return g_string_free (g_steal_pointer (&table), FALSE);
}
