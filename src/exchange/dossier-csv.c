/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-csv.h"

#include "model/dossier-calendar.h"

#include <string.h>

#define SEPARATOR "; "
#define END_OF_ROW "\r\n"

typedef struct
{
  DossierDocument *document;
  GString *text;
  gboolean begun; /* whether the row has a cell */
} Writer;

typedef void (*RowFunc) (Writer *self, int index);

/**
 * dossier_csv_append_cell:
 * @text: a row that is made
 * @value: (nullable): what the cell holds; nothing for %NULL
 *
 * Writes a cell so that a spreadsheet shows it and does not act on it. Spreadsheets take a cell for a formula by its
 * first sign; an apostrophe before it makes it text, and is not shown.
 */
void
dossier_csv_append_cell (GString *text, const char *value)
{
  gboolean quoted;

  if (value == NULL || *value == '\0')
    return;

  quoted = strpbrk (value, ",\"\r\n") != NULL || *value == ' ' || g_str_has_suffix (value, " ");
  if (quoted)
    g_string_append_c (text, '"');
  /* With the forms of full width, which some take for the same. */
  if (strchr ("=+-@\t\r\n", *value) != NULL || g_str_has_prefix (value, "＝") || g_str_has_prefix (value, "＋") ||
      g_str_has_prefix (value, "－") || g_str_has_prefix (value, "＠"))
    g_string_append_c (text, '\'');
  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *p);
    }
  if (quoted)
    g_string_append_c (text, '"');
}

static void
put (Writer *self, const char *value)
{
  if (self->begun)
    g_string_append_c (self->text, ',');
  self->begun = TRUE;
  dossier_csv_append_cell (self->text, value);
}

static void
put_text (Writer *self, const DossierText *text)
{
  put (self, dossier_text_get (text, NULL));
}

static void
put_number (Writer *self, gint64 value, gboolean is_set)
{
  g_autofree char *text = is_set ? g_strdup_printf ("%" G_GINT64_FORMAT, value) : NULL;

  put (self, text);
}

static void
put_term (Writer *self, DossierVocabulary vocabulary, int value)
{
  put (self, value != 0 ? dossier_vocabulary_get_key (vocabulary, value) : NULL);
}

static void
put_link (Writer *self, const DossierLink *link)
{
  put (self, link->id);
}

static void
put_title (Writer *self, const DossierLink *link)
{
  g_autofree char *title = link->id != NULL ? dossier_document_dup_title (self->document, link->ref, NULL) : NULL;

  put (self, title);
}

static void
put_links (Writer *self, const DossierLinks *links)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (int i = 0; i < links->n; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? SEPARATOR : "", links->items[i].id);
  put (self, list->str);
}

static void
put_titles (Writer *self, const DossierLinks *links)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (int i = 0; i < links->n; i++)
    {
      g_autofree char *title = dossier_document_dup_title (self->document, links->items[i].ref, NULL);

      g_string_append_printf (list, "%s%s", i > 0 ? SEPARATOR : "", title);
    }
  put (self, list->str);
}

static void
put_strings (Writer *self, const DossierStrings *strings)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (int i = 0; i < strings->n; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? SEPARATOR : "", strings->items[i]);
  put (self, list->str);
}

static void
put_day (Writer *self, gint64 time, const DossierDateField *date)
{
  gboolean is_open = date->edtf == NULL || time == DOSSIER_TIME_MIN || time == DOSSIER_TIME_MAX;
  g_autofree char *day = is_open ? NULL : dossier_calendar_to_iso (time, FALSE);

  put (self, day);
}

/* As it is written, and the first and the last day of it. */
static void
put_date (Writer *self, const DossierDateField *date)
{
  put (self, date->edtf);
  put_day (self, date->span.start_earliest, date);
  put_day (self, date->span.end_latest, date);
}

/* Status, credibility, likelihood, confidence, attributed_to, and what bears it out. */
static void
put_statement (Writer *self, const DossierStatement *statement)
{
  g_autoptr (GString) sources = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  put_term (self, DOSSIER_VOCABULARY_STATUS, MAX (statement->status, DOSSIER_STATUS_REPORTED));
  put_number (self, statement->credibility, statement->credibility > 0);
  put_term (self, DOSSIER_VOCABULARY_LIKELIHOOD, statement->likelihood);
  put_term (self, DOSSIER_VOCABULARY_CONFIDENCE, statement->confidence);
  put_links (self, &statement->attributed_to);
  put_links (self, &statement->quotes);

  for (int i = 0; i < statement->quotes.n; i++)
    {
      const DossierLink *source = &dossier_document_get_quote (self->document, statement->quotes.items[i].ref.index)->source;

      if (g_hash_table_add (seen, GINT_TO_POINTER (source->ref.index + 1)))
        g_string_append_printf (sources, "%s%s", sources->len > 0 ? SEPARATOR : "", source->id);
    }
  put (self, sources->str);
}

static void
put_bearings (Writer *self, const DossierStatement *statement, DossierBearingStance stance)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (int i = 0; i < statement->bearings.n; i++)
    if (statement->bearings.items[i].stance == (int) stance)
      g_string_append_printf (list, "%s%s", list->len > 0 ? SEPARATOR : "", statement->bearings.items[i].hypothesis.id);
  put (self, list->str);
}

#define DATE_COLUMNS      "date", "earliest", "latest"
#define STATEMENT_COLUMNS "status", "credibility", "likelihood", "confidence", "attributed_to", "quotes", "sources"
#define BEARING_COLUMNS   "supports", "opposes", "neutral"

static void
put_all_bearings (Writer *self, const DossierStatement *statement)
{
  put_bearings (self, statement, DOSSIER_BEARING_SUPPORTS);
  put_bearings (self, statement, DOSSIER_BEARING_OPPOSES);
  put_bearings (self, statement, DOSSIER_BEARING_NEUTRAL);
}

static const char *const event_columns[] = { "id", "title", DATE_COLUMNS, "date_text", "date_printed", "known_since", "kind", "places", "place_names", "participants", "participant_names", STATEMENT_COLUMNS, BEARING_COLUMNS, "weight", "tags", "summary", NULL };

static void
put_participants (Writer *self, const DossierEvent *event, gboolean by_name)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (int i = 0; i < event->participants.n; i++)
    {
      const DossierParticipant *participant = &event->participants.items[i];
      g_autofree char *name = by_name ? dossier_document_dup_title (self->document, participant->actor.ref, NULL) : g_strdup (participant->actor.id);

      g_string_append_printf (list, "%s%s", i > 0 ? SEPARATOR : "", name);
      if (participant->role != DOSSIER_ROLE_NONE)
        g_string_append_printf (list, " (%s)", dossier_vocabulary_get_key (DOSSIER_VOCABULARY_ROLE, participant->role));
    }
  put (self, list->str);
}

static void
put_event (Writer *self, int index)
{
  g_autoptr (DossierEvent) event = dossier_document_load_event (self->document, index);

  put (self, event->id);
  put_text (self, &event->title);
  put_date (self, &event->date);
  put (self, event->date_text);
  put (self, event->date_printed.edtf);
  put (self, event->known_since.edtf);
  put_link (self, &event->kind);
  put_links (self, &event->places);
  put_titles (self, &event->places);
  put_participants (self, event, FALSE);
  put_participants (self, event, TRUE);
  put_statement (self, &event->statement);
  put_all_bearings (self, &event->statement);
  put_number (self, event->weight, TRUE);
  put_strings (self, &event->tags);
  put_text (self, &event->summary);
}

static const char *const tie_columns[] = { "id", "from", "from_name", "to", "to_name", "directed", "kind", "sign", "label", DATE_COLUMNS, "weight", "events", STATEMENT_COLUMNS, BEARING_COLUMNS, "summary", NULL };

static void
put_tie (Writer *self, int index)
{
  const DossierTie *tie = dossier_document_get_tie (self->document, index);

  put (self, tie->id);
  put_link (self, &tie->from);
  put_title (self, &tie->from);
  put_link (self, &tie->to);
  put_title (self, &tie->to);
  put (self, tie->directed ? "true" : "false");
  put_link (self, &tie->kind);
  put_term (self, DOSSIER_VOCABULARY_SIGN, tie->sign);
  put_text (self, &tie->label);
  put_date (self, &tie->date);
  put_number (self, tie->weight, TRUE);
  put_links (self, &tie->events);
  put_statement (self, &tie->statement);
  put_all_bearings (self, &tie->statement);
  put_text (self, &tie->summary);
}

static const char *const reaction_columns[] = { "id", "actors", "actor_names", "stance", "to", "to_titles", DATE_COLUMNS, "event", "places", STATEMENT_COLUMNS, BEARING_COLUMNS, "summary", NULL };

static void
put_reaction (Writer *self, int index)
{
  const DossierReaction *reaction = dossier_document_get_reaction (self->document, index);

  put (self, reaction->id);
  put_links (self, &reaction->actors);
  put_titles (self, &reaction->actors);
  put_term (self, DOSSIER_VOCABULARY_STANCE, reaction->stance);
  put_links (self, &reaction->to);
  put_titles (self, &reaction->to);
  put_date (self, &reaction->date);
  put_link (self, &reaction->event);
  put_links (self, &reaction->places);
  put_statement (self, &reaction->statement);
  put_all_bearings (self, &reaction->statement);
  put_text (self, &reaction->summary);
}

static const char *const claim_columns[] = { "id", "title", "type", "about", "hedge", DATE_COLUMNS, "contradicts", STATEMENT_COLUMNS, BEARING_COLUMNS, "summary", NULL };

static void
put_claim (Writer *self, int index)
{
  const DossierClaim *claim = dossier_document_get_claim (self->document, index);

  put (self, claim->id);
  put_text (self, &claim->title);
  put_term (self, DOSSIER_VOCABULARY_CLAIM_TYPE, claim->type);
  put_links (self, &claim->about);
  put (self, claim->hedge);
  put_date (self, &claim->date);
  put_links (self, &claim->contradicts);
  put_statement (self, &claim->statement);
  put_all_bearings (self, &claim->statement);
  put_text (self, &claim->summary);
}

static const char *const quote_columns[] = { "id", "exact", "source", "source_label", "section", "paragraph", "page", "speaker", "speaker_name", "in_own_words", "hedges", "start", "end", "language", "translations", "note", NULL };

static void
put_quote (Writer *self, int index)
{
  const DossierQuote *quote = dossier_document_get_quote (self->document, index);
  g_autoptr (GString) translations = g_string_new (NULL);

  put (self, quote->id);
  put (self, quote->exact);
  put_link (self, &quote->source);
  put_title (self, &quote->source);
  put_text (self, &quote->section);
  put_number (self, quote->paragraph, quote->paragraph > 0);
  put (self, quote->page);
  put_link (self, &quote->speaker);
  put_title (self, &quote->speaker);
  put (self, quote->speaker.id == NULL ? NULL : quote->verbatim_of_speaker ? "true"
                                                                           : "false");
  put_strings (self, &quote->hedges);
  put_number (self, quote->start, quote->start >= 0);
  put_number (self, quote->end, quote->end >= 0);
  put (self, quote->language);
  for (int i = 0; i < quote->translations.n; i++)
    g_string_append_printf (translations, "%s%s: %s", i > 0 ? SEPARATOR : "", quote->translations.items[i].language, quote->translations.items[i].text);
  put (self, translations->str);
  put_text (self, &quote->note);
}

static const struct
{
  const char *name;
  DossierRecord record;
  const char *const *columns;
  RowFunc put_row;
} tables[] = {
  { "events", DOSSIER_RECORD_EVENT, event_columns, put_event },
  { "ties", DOSSIER_RECORD_TIE, tie_columns, put_tie },
  { "reactions", DOSSIER_RECORD_REACTION, reaction_columns, put_reaction },
  { "claims", DOSSIER_RECORD_CLAIM, claim_columns, put_claim },
  { "quotes", DOSSIER_RECORD_QUOTE, quote_columns, put_quote },
};

/**
 * dossier_csv_get_n_tables:
 *
 * Returns: how many tables a document can be written as
 */
int
dossier_csv_get_n_tables (void)
{
  return G_N_ELEMENTS (tables);
}

/**
 * dossier_csv_get_name:
 * @table: which, from 0
 *
 * Returns: what it is called in file names: "events"
 */
const char *
dossier_csv_get_name (int table)
{
  g_return_val_if_fail (table >= 0 && table < (int) G_N_ELEMENTS (tables), NULL);

  return tables[table].name;
}

/**
 * dossier_csv_lookup:
 * @name: the name of a table
 *
 * Returns: which one it is, -1 if there is none
 */
int
dossier_csv_lookup (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (g_str_equal (tables[i].name, name))
      return (int) i;

  return -1;
}

/**
 * dossier_csv_write:
 * @document: a document
 * @table: which table
 * @filter: (nullable): only events that it shows, and of the other records not those that refer to events of which it
 *   shows none; %NULL for all
 *
 * Returns: (transfer full): the table
 */
GBytes *
dossier_csv_write (DossierDocument *document, int table, DossierFilter *filter)
{
  Writer self = { document, g_string_new (NULL), FALSE };
  gboolean is_filtered = filter != NULL && !dossier_filter_is_empty (filter);

  g_return_val_if_fail (table >= 0 && table < (int) G_N_ELEMENTS (tables), NULL);

  for (int i = 0; tables[table].columns[i] != NULL; i++)
    put (&self, tables[table].columns[i]);
  g_string_append (self.text, END_OF_ROW);

  for (int i = 0; i < dossier_document_get_count (document, tables[table].record); i++)
    {
      if (is_filtered && !dossier_filter_keeps (filter, (DossierRef){ tables[table].record, i }))
        continue;

      self.begun = FALSE;
      tables[table].put_row (&self, i);
      g_string_append (self.text, END_OF_ROW);
    }

  return g_string_free_to_bytes (self.text);
}
