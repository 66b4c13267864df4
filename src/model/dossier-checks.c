/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-checks.h"

#include "model/dossier-document-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

typedef struct
{
  DossierDocument *document;
  DossierProblems *problems;
} Checks;

/* Takes @message and @suggestion. */
static void
add_error (Checks *self, DossierRef ref, char *message, char *suggestion)
{
  guint32 begin;
  guint32 end;

  dossier_document_get_range (self->document, ref, &begin, &end);
  dossier_problems_add (self->problems, DOSSIER_SEVERITY_ERROR, DOSSIER_STAGE_MEANING, begin, message, suggestion);
}

static void
check_quote (Checks *self, int index)
{
  const DossierQuote *quote = dossier_document_get_quote (self->document, index);
  DossierRef ref = { DOSSIER_RECORD_QUOTE, index };
  glong n_characters = g_utf8_strlen (quote->exact, -1);

  if ((quote->start < 0) != (quote->end < 0))
    add_error (self,
               ref,
               g_strdup (_ ("a quote with only one of \"start\" and \"end\"")),
               g_strdup (_ ("give both or neither")));
  else if (quote->start >= 0 && quote->end - quote->start != n_characters)
    add_error (self,
               ref,
               g_strdup_printf (_ ("\"exact\" has %ld characters, and \"start\" and \"end\" are %" PRId64 " apart"),
                                n_characters,
                                quote->end - quote->start),
               g_strdup (_ ("offsets count Unicode code points in the text of the source")));

  for (int i = 0; i < quote->hedges.n; i++)
    {
      if (strstr (quote->exact, quote->hedges.items[i]) == NULL)
        add_error (self,
                   ref,
                   g_strdup_printf (_ ("the hedge \"%s\" does not stand in \"exact\""), quote->hedges.items[i]),
                   g_strdup (_ ("write it letter for letter as in the quote")));
    }
}

static void
check_bearings (Checks *self, DossierRef ref, const DossierStatement *statement)
{
  for (int i = 0; i < statement->bearings.n; i++)
    {
      for (int j = 0; j < i; j++)
        {
          const DossierLink *first = &statement->bearings.items[j].hypothesis;
          const DossierLink *second = &statement->bearings.items[i].hypothesis;

          if (dossier_ref_equal (first->ref, second->ref))
            add_error (self,
                       ref,
                       g_strdup_printf (_ ("two bearings on the hypothesis \"%s\""), second->id),
                       g_strdup (_ ("give at most one for each hypothesis")));
        }
    }
}

static void
check_tie (Checks *self, int index)
{
  const DossierTie *tie = dossier_document_get_tie (self->document, index);
  DossierRef ref = { DOSSIER_RECORD_TIE, index };

  if (dossier_ref_equal (tie->from.ref, tie->to.ref))
    add_error (self,
               ref,
               g_strdup_printf (_ ("a tie from \"%s\" to itself"), tie->from.id),
               g_strdup (_ ("a tie stands between two actors")));

  check_bearings (self, ref, &tie->statement);
}

/* Adds to @above the records of the same type that a record belongs to, or is part of. */
typedef void (*AboveFunc) (DossierDocument *document, int index, GArray *above);

static void
get_affiliations (DossierDocument *document, int index, GArray *above)
{
  const DossierActor *actor = dossier_document_get_actor (document, index);

  for (int i = 0; i < actor->affiliations.n; i++)
    g_array_append_val (above, actor->affiliations.items[i].to.ref.index);
}

static void
get_place_above (DossierDocument *document, int index, GArray *above)
{
  const DossierPlace *place = dossier_document_get_place (document, index);

  if (place->part_of.id != NULL)
    g_array_append_val (above, place->part_of.ref.index);
}

static void
get_source_above (DossierDocument *document, int index, GArray *above)
{
  const DossierSource *source = dossier_document_get_source (document, index);

  if (source->cited_by.id != NULL)
    g_array_append_val (above, source->cited_by.ref.index);
}

static void
get_event_above (DossierDocument *document, int index, GArray *above)
{
  int n;
  const guint32 *links = dossier_events_peek_links (dossier_document_get_events (document), index, &n);

  for (int i = 0; i < n; i++)
    {
      int target = (int) dossier_event_link_get_target (links[i]);

      if (dossier_event_link_get_relation (links[i]) == DOSSIER_RELATION_PART_OF)
        g_array_append_val (above, target);
    }
}

static void
report_circle (Checks *self, DossierRecord type, const GArray *path, int closing)
{
  g_autoptr (GString) circle = g_string_new (NULL);
  guint first = 0;

  while (g_array_index (path, int, first) != closing)
    first++;

  for (guint i = first; i < path->len; i++)
    {
      g_autofree char *id = dossier_document_dup_id (self->document, (DossierRef){ type, g_array_index (path, int, i) });

      g_string_append_printf (circle, "%s → ", id);
      if (i - first == 8 && path->len - i > 2)
        {
          g_string_append (circle, "… → ");
          break;
        }
    }

  {
    g_autofree char *id = dossier_document_dup_id (self->document, (DossierRef){ type, closing });

    g_string_append (circle, id);
  }

  add_error (self,
             (DossierRef){ type, closing },
             g_strdup_printf (_ ("a circle: %s"), circle->str),
             g_strdup (_ ("nothing belongs to itself, directly or by others")));
}

/* Depth-first, with a stack of our own: the chain may be as long as the document. */
static void
check_circles (Checks *self, DossierRecord type, AboveFunc get_above)
{
  enum { UNSEEN, OPEN, DONE };
  int n = dossier_document_get_count (self->document, type);
  g_autofree guint8 *state = g_new0 (guint8, n);
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (int));    /* from a record upward */
  g_autoptr (GArray) pending = g_array_new (FALSE, FALSE, sizeof (int)); /* a record, or -1: the last of the path is done */
  const int done = -1;

  for (int i = 0; i < n; i++)
    {
      /* Most belong to nothing. */
      get_above (self->document, i, pending);
      if (pending->len == 0)
        continue;

      g_array_set_size (pending, 0);
      g_array_append_val (pending, i);

      while (pending->len > 0)
        {
          int index = g_array_index (pending, int, pending->len - 1);

          g_array_set_size (pending, pending->len - 1);

          if (index == done)
            {
              state[g_array_index (path, int, path->len - 1)] = DONE;
              g_array_set_size (path, path->len - 1);
            }
          else if (state[index] == OPEN)
            report_circle (self, type, path, index);
          else if (state[index] == UNSEEN)
            {
              state[index] = OPEN;
              g_array_append_val (path, index);
              g_array_append_val (pending, done);
              get_above (self->document, index, pending);
            }
        }
    }
}

/* An event's bearings are links in its columns; few have any. */
static void
check_event_bearings (Checks *self)
{
  const DossierEvents *events = dossier_document_get_events (self->document);

  for (int i = 0; i < dossier_events_get_count (events); i++)
    {
      int n_bearings = 0;
      int n;
      const guint32 *links = dossier_events_peek_links (events, i, &n);

      for (int j = 0; j < n; j++)
        n_bearings += dossier_event_link_get_relation (links[j]) == DOSSIER_RELATION_BEARING;

      if (n_bearings > 1)
        {
          g_autoptr (DossierEvent) event = dossier_document_load_event (self->document, i);

          check_bearings (self, (DossierRef){ DOSSIER_RECORD_EVENT, i }, &event->statement);
        }
    }
}

/**
 * dossier_checks_run:
 * @document: a document whose references are resolved
 * @problems: what is wrong is added here
 *
 * Checks what a schema cannot say of values: that the offsets of quotes fit their words, that hedges stand in
 * them, that nothing belongs to itself.
 */
void
dossier_checks_run (DossierDocument *document, DossierProblems *problems)
{
  Checks self = { document, problems };

  for (int i = 0; i < dossier_document_get_count (document, DOSSIER_RECORD_QUOTE); i++)
    check_quote (&self, i);
  for (int i = 0; i < dossier_document_get_count (document, DOSSIER_RECORD_TIE); i++)
    check_tie (&self, i);
  for (int i = 0; i < dossier_document_get_count (document, DOSSIER_RECORD_REACTION); i++)
    check_bearings (&self, (DossierRef){ DOSSIER_RECORD_REACTION, i }, &dossier_document_get_reaction (document, i)->statement);
  for (int i = 0; i < dossier_document_get_count (document, DOSSIER_RECORD_CLAIM); i++)
    check_bearings (&self, (DossierRef){ DOSSIER_RECORD_CLAIM, i }, &dossier_document_get_claim (document, i)->statement);
  check_event_bearings (&self);

  check_circles (&self, DOSSIER_RECORD_ACTOR, get_affiliations);
  check_circles (&self, DOSSIER_RECORD_PLACE, get_place_above);
  check_circles (&self, DOSSIER_RECORD_SOURCE, get_source_above);
  check_circles (&self, DOSSIER_RECORD_EVENT, get_event_above);
}
