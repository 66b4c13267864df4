/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-view-sentence.h"

#include "model/dossier-calendar.h"
#include "model/dossier-date-text.h"
#include "model/dossier-enumeration.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Up to so long a stretch is told by its days, and up to so long by its months; beyond, by its years. */
#define MOST_DAYS   (62 * DOSSIER_SECONDS_PER_DAY)
#define MOST_MONTHS (6 * 366 * DOSSIER_SECONDS_PER_DAY)

/* Up to this many events are looked at at once; more in the background. */
#define MOST_AT_ONCE 20000

/* What is asked for. */
typedef struct
{
  guint8 *shown; /* by event, whether the filter shows it; NULL if all are shown */
  gint64 first;
  gint64 last;
  int actor;
} Question;

/* What is in sight, in numbers. */
typedef struct
{
  int n_events;  /* with a date, in sight */
  int n_undated; /* without one */
  int n_hidden;  /* held back by the filter, wherever they are */
  int event;     /* one of those in sight, or -1 */
  gint64 first;  /* from when on they are in sight */
  gint64 last;   /* until when */
} Facts;

/* In how many events each actor takes part, by itself or by one who belongs to it. */
typedef struct
{
  DossierDocument *document;
  int *counts;
  int *seen;      /* by actor: one more than the last event it was counted in */
  GArray *pending;
} Involved;

static void
count_actor (Involved *involved, int event, int actor)
{
  g_array_append_val (involved->pending, actor);
  while (involved->pending->len > 0)
    {
      int next = g_array_index (involved->pending, int, involved->pending->len - 1);
      const DossierActor *record;

      g_array_set_size (involved->pending, involved->pending->len - 1);
      if (involved->seen[next] == event + 1)
        continue;

      involved->seen[next] = event + 1;
      involved->counts[next]++;
      record = dossier_document_get_actor (involved->document, next);
      for (int i = 0; i < record->affiliations.n; i++)
        g_array_append_val (involved->pending, record->affiliations.items[i].to.ref.index);
    }
}

static void
collect (DossierDocument *document, const Question *question, Facts *facts, Involved *involved)
{
  gint64 first = question->first, last = question->last;
  const DossierEvents *events = dossier_document_get_events (document);
  int n = dossier_events_get_count (events);

  *facts = (Facts){ .event = -1, .first = DOSSIER_TIME_MAX, .last = DOSSIER_TIME_MIN };
  for (int event = 0; event < n; event++)
    {
      DossierSpan span;
      gint64 begin, end;

      if (question->shown != NULL && !question->shown[event])
        {
          facts->n_hidden++;
          continue;
        }
      dossier_events_get_span (events, event, &span);
      if (span.flags & DOSSIER_SPAN_UNKNOWN)
        {
          facts->n_undated++;
          continue;
        }

      /* An open end goes on to the edge of what is in sight. */
      begin = span.start_earliest;
      end = span.end_latest;
      if (begin > last || end < first)
        continue;

      facts->n_events++;
      facts->event = event;
      facts->first = MIN (facts->first, begin == DOSSIER_TIME_MIN ? MAX (first, span.end_earliest) : MAX (begin, first));
      facts->last = MAX (facts->last, end == DOSSIER_TIME_MAX ? MIN (last, span.start_latest) : MIN (end, last));
      for (int i = 0; i < dossier_events_get_n_actors (events, event); i++)
        count_actor (involved, event, dossier_events_get_actor (events, event, i, NULL));
    }
  facts->first = MAX (facts->first, first);
  facts->last = MAX (MIN (facts->last, last), facts->first);
}

/* Whether a second is the first of a month, or of a year. */
static DossierPrecision
find_beginning (gint64 time)
{
  gint64 year;
  int month, day, second;

  dossier_calendar_from_days (dossier_calendar_from_seconds (time, &second), &year, &month, &day);
  if (day > 1 || second > 0)
    return DOSSIER_PRECISION_DAY;

  return month > 1 ? DOSSIER_PRECISION_MONTH : DOSSIER_PRECISION_YEAR;
}

static DossierPrecision
choose_precision (gint64 first, gint64 last)
{
  double length = (double) last - (double) first;
  DossierPrecision beginning = find_beginning (first);
  DossierPrecision end = find_beginning (last < G_MAXINT64 ? last + 1 : last);

  /* Whole months or years are told as that, however short. */
  if (MIN (beginning, end) > DOSSIER_PRECISION_DAY)
    return MIN (beginning, end);

  if (length <= MOST_DAYS)
    return DOSSIER_PRECISION_DAY;

  return length <= MOST_MONTHS ? DOSSIER_PRECISION_MONTH : DOSSIER_PRECISION_YEAR;
}

/* "2023-05", if a year of four digits will do; %NULL otherwise. */
static char *
dup_edtf (gint64 time, DossierPrecision precision)
{
  static const int lengths[] = { [DOSSIER_PRECISION_DAY] = 10, [DOSSIER_PRECISION_MONTH] = 7, [DOSSIER_PRECISION_YEAR] = 4 };
  g_autofree char *iso = dossier_calendar_to_iso (time, FALSE);

  return strlen (iso) == 10 && g_ascii_isdigit (iso[0]) ? g_strndup (iso, (gsize) lengths[precision]) : NULL;
}

/* "May–November 2023": as finely as so long a stretch is told. */
static char *
dup_stretch (gint64 first, gint64 last)
{
  DossierPrecision precision = choose_precision (first, last);
  g_autofree char *from_edtf = dup_edtf (first, precision);
  g_autofree char *to_edtf = dup_edtf (last, precision);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (from_edtf != NULL && to_edtf != NULL && !g_str_equal (from_edtf, to_edtf))
    {
      g_autofree char *interval = g_strdup_printf ("%s/%s", from_edtf, to_edtf);

      return dossier_edtf_to_text (interval, DOSSIER_DATE_STYLE_LONG);
    }

  from = dossier_time_to_text (first, precision, DOSSIER_DATE_STYLE_LONG);
  to = dossier_time_to_text (last, precision, DOSSIER_DATE_STYLE_LONG);
  if (g_str_equal (from, to))
    return g_steal_pointer (&from);

  /* Translators: from a date to a date */
  return g_strdup_printf (_ ("%s to %s"), from, to);
}

static int
find_most_involved (const Involved *involved, int n_actors)
{
  int most = -1;

  for (int actor = 0; actor < n_actors; actor++)
    if (involved->counts[actor] > 0 && (most < 0 || involved->counts[actor] > involved->counts[most]))
      most = actor;

  return most;
}

/* Who is named: whoever was asked for, or who takes part in the most. %NULL if there is nobody. */
static char *
describe_actor (DossierDocument *document, const Facts *facts, const Involved *involved, int actor)
{
  int n_actors = dossier_document_get_count (document, DOSSIER_RECORD_ACTOR);
  int named = actor >= 0 ? actor : find_most_involved (involved, n_actors);
  g_autofree char *name = NULL;
  int n;

  if (named < 0 || facts->n_events == 0)
    return NULL;

  name = dossier_document_dup_title (document, (DossierRef){ DOSSIER_RECORD_ACTOR, named }, NULL);
  n = involved->counts[named];
  if (n == 0)
    /* Translators: an actor is named */
    return g_strdup_printf (_ ("none involves %s"), name);
  if (n == facts->n_events && n > 1)
    return g_strdup_printf (_ ("all involve %s"), name);

  /* Translators: of the events that are shown so many involve an actor, who is named */
  return g_strdup_printf (ngettext ("%'d involves %s", "%'d involve %s", (gulong) n), n, name);
}

/* The main clause: how many there are, and when. */
static char *
describe_count (DossierDocument *document, const Facts *facts, gint64 first, gint64 last)
{
  g_autofree char *stretch = facts->n_events > 0 ? dup_stretch (facts->first, facts->last) : dup_stretch (first, last);

  if (facts->n_events == 0)
    /* Translators: what a timeline shows: no events, and in which stretch of time, such as: No events, May 2023 */
    return g_strdup_printf (_ ("No events, %s"), stretch);

  if (facts->n_events == 1)
    {
      g_autofree char *title = dossier_document_dup_title (document, (DossierRef){ DOSSIER_RECORD_EVENT, facts->event }, NULL);
      g_autoptr (DossierEvent) event = dossier_document_load_event (document, facts->event);
      g_autofree char *date = dossier_edtf_to_text (event->date.edtf, DOSSIER_DATE_STYLE_LONG);

      /* Translators: what a timeline shows: its one event, and when that was: 1 event, 12 September 2023: Kim meets Putin */
      return g_strdup_printf (_ ("1 event, %s: %s"), date, title);
    }

  /* Translators: what a timeline shows: so many events, and in which stretch of time: 14 events, May–November 2023 */
  return g_strdup_printf (ngettext ("%'d event, %s", "%'d events, %s", (gulong) facts->n_events), facts->n_events, stretch);
}

static char *
describe (DossierDocument *document, const Question *question)
{
  int n_actors = dossier_document_get_count (document, DOSSIER_RECORD_ACTOR);
  g_autofree int *counts = NULL;
  g_autofree int *seen = NULL;
  g_autoptr (GArray) pending = g_array_new (FALSE, FALSE, sizeof (int));
  Involved involved;
  Facts facts;
  g_autoptr (GString) sentence = NULL;
  g_autofree char *count = NULL;
  g_autofree char *who = NULL;

  counts = g_new0 (int, n_actors + 1);
  seen = g_new0 (int, n_actors + 1);
  involved = (Involved){ document, counts, seen, pending };
  collect (document, question, &facts, &involved);

  count = describe_count (document, &facts, question->first, question->last);
  who = describe_actor (document, &facts, &involved, question->actor);
  sentence = g_string_new (count);
  if (who != NULL)
    g_string_append_printf (sentence, "%s%s", dossier_enumeration_get_semicolon (), who);
  if (facts.n_hidden > 0)
    {
      g_string_append (sentence, dossier_enumeration_get_semicolon ());
      /* Translators: so many events are held back by the filters */
      g_string_append_printf (sentence, ngettext ("%'d filtered out", "%'d filtered out", (gulong) facts.n_hidden), facts.n_hidden);
    }
  if (facts.n_undated > 0)
    {
      g_string_append (sentence, dossier_enumeration_get_semicolon ());
      /* Translators: so many further events have no date */
      g_string_append_printf (sentence, ngettext ("%'d without a date", "%'d without a date", (gulong) facts.n_undated), facts.n_undated);
    }

  return dossier_enumeration_end_sentence (sentence->str);
}

static void
free_question (gpointer data)
{
  Question *question = data;

  g_free (question->shown);
  g_free (question);
}

/* A filter belongs to the thread of the display: what it shows is written down for whoever asks. */
static Question *
question_new (DossierDocument *document, DossierFilter *filter, gint64 first, gint64 last, int actor)
{
  Question *question = g_new (Question, 1);
  int n = dossier_document_get_count (document, DOSSIER_RECORD_EVENT);

  *question = (Question){ NULL, first, last, actor };
  if (filter != NULL && !dossier_filter_is_empty (filter))
    {
      question->shown = g_new (guint8, n + 1);
      for (int i = 0; i < n; i++)
        question->shown[i] = dossier_filter_shows (filter, i);
    }

  return question;
}

static void
describe_in_thread (GTask *task, gpointer document, gpointer question, GCancellable *cancellable)
{
  g_task_return_pointer (task, describe (document, question), g_free);
}

/**
 * dossier_describe_events:
 * @document: a document
 * @filter: (nullable): which of its events are shown; %NULL for all
 * @first: the first second in sight
 * @last: the last one
 * @actor: the index of the actor who is named, -1 for the one who takes part in the most events in sight
 *
 * Says in one sentence what is to be seen of the events, for those who cannot see it: how many are in sight, in which
 * stretch of time they lie, who takes part in how many of them (by itself or by one who belongs to it), and what is
 * not in sight. Looks at every event once: up to some
 * tenths of a second for a million.
 *
 * |[
 * 14 events, May–November 2023; 9 involve Russia.
 * 1 event, 12 September 2023: Kim and Putin meet at Vostochny.
 * 52 events, 2018–2024; all involve North Korea; 12 filtered out; 2 without a date.
 * No events, May 2023.
 * ]|
 *
 * Returns: (transfer full): the sentence, in the user's language
 */
char *
dossier_describe_events (DossierDocument *document, DossierFilter *filter, gint64 first, gint64 last, int actor)
{
  Question *question;
  char *sentence;

  g_return_val_if_fail (DOSSIER_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (first <= last, NULL);
  g_return_val_if_fail (actor < dossier_document_get_count (document, DOSSIER_RECORD_ACTOR), NULL);

  question = question_new (document, filter, first, last, actor);
  sentence = describe (document, question);
  free_question (question);

  return sentence;
}

/**
 * dossier_describe_events_async:
 * @document: a document
 * @filter: (nullable): as for dossier_describe_events(), as are the following
 * @first: the first second in sight
 * @last: the last one
 * @actor: who is named, or -1
 * @cancellable: (nullable): stops it
 * @callback: called with the document as the source
 * @data: for @callback
 *
 * The same without waiting: of many events in another thread. Of few it is known at once, but told as all others are.
 */
void
dossier_describe_events_async (DossierDocument *document,
                               DossierFilter *filter,
                               gint64 first,
                               gint64 last,
                               int actor,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (DOSSIER_IS_DOCUMENT (document));
  g_return_if_fail (first <= last);

  task = g_task_new (document, cancellable, callback, data);
  g_task_set_source_tag (task, dossier_describe_events_async);
  g_task_set_task_data (task, question_new (document, filter, first, last, actor), free_question);
  if (dossier_document_get_count (document, DOSSIER_RECORD_EVENT) > MOST_AT_ONCE)
    g_task_run_in_thread (task, describe_in_thread);
  else
    describe_in_thread (task, document, g_task_get_task_data (task), cancellable);
}

/**
 * dossier_describe_events_finish:
 * @result: what the callback was given
 * @error: #G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the sentence, %NULL if it was stopped
 */
char *
dossier_describe_events_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
