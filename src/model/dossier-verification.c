/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-verification.h"

#include "model/dossier-document-private.h"
#include "model/dossier-locator.h"
#include "model/dossier-pointer.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

/* All texts together are at most so long, in bytes; those beyond are not read. */
#define MOST_BYTES (4 * DOSSIER_SOURCE_TEXT_MOST_BYTES)

/* How many quotes are held against their text before someone is asked whether to go on. */
#define QUOTES_AT_A_TIME 64

/* Of one source. */
typedef struct
{
  DossierTextState state;
  DossierSourceText *text; /* NULL unless it was read */
  char *why;               /* it was not */
} Text;

struct _DossierVerification
{
  DossierDocument *document;
  Text *texts;                /* by source */
  DossierPlaceInText *places; /* by quote */
  int counts[DOSSIER_N_FITS];
  gsize n_bytes;
};

/* Tries one folder. Returns whether the search is over. */
static gboolean
read_in (DossierVerification *self, Text *text, const DossierSource *source, const char *folder, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  gsize most = MIN (MOST_BYTES - self->n_bytes, DOSSIER_SOURCE_TEXT_MOST_BYTES);

  if (folder == NULL || *folder == '\0')
    return FALSE;

  if (most == 0)
    {
      g_free (text->why);
      text->why = g_strdup (_ ("the texts of the other sources are too long to read this one, too"));
      return TRUE;
    }

  text->text = dossier_source_text_read (folder, source->file, most, cancellable, &error);
  if (text->text == NULL)
    {
      g_free (text->why);
      text->why = g_strdup (error->message);
      return !g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
    }

  g_clear_pointer (&text->why, g_free);
  self->n_bytes += dossier_source_text_get_size (text->text);
  if (source->sha256 == NULL)
    text->state = DOSSIER_TEXT_STATE_UNSIGNED;
  else if (g_ascii_strcasecmp (source->sha256, dossier_source_text_get_sha256 (text->text)) == 0)
    text->state = DOSSIER_TEXT_STATE_SAME;
  else
    text->state = DOSSIER_TEXT_STATE_CHANGED;

  return TRUE;
}

static void
read_text (DossierVerification *self, int index, GCancellable *cancellable)
{
  const DossierSource *source = dossier_document_get_source (self->document, index);
  GFile *file = dossier_document_get_file (self->document);
  g_autoptr (GFile) parent = file != NULL ? g_file_get_parent (file) : NULL;
  g_autofree char *beside = parent != NULL ? g_file_get_path (parent) : NULL;
  Text *text = &self->texts[index];

  if (source->file == NULL)
    return;

  text->state = DOSSIER_TEXT_STATE_MISSING;
  text->why = g_strdup (_ ("it lies neither beside the dossier nor in the folder of sources"));
  if (!read_in (self, text, source, beside, cancellable))
    read_in (self, text, source, g_getenv ("DOSSIER_SOURCES"), cancellable);
}

static void
verify_quote (DossierVerification *self, int index)
{
  const DossierQuote *quote = dossier_document_get_quote (self->document, index);
  DossierSelector selector = { quote->exact, quote->prefix, quote->suffix, quote->start };
  DossierPlaceInText *place = &self->places[index];
  const Text *text = &self->texts[quote->source.ref.index];

  *place = (DossierPlaceInText){ DOSSIER_FIT_UNKNOWN, -1, -1 };
  if (text->text != NULL)
    dossier_source_text_find (text->text, &selector, place);

  self->counts[place->fit]++;
}

/**
 * dossier_verification_new:
 * @document: a document
 * @cancellable: (nullable): to give up
 *
 * Reads the texts that the sources name and holds every quote against them. This waits for the disk, so it is for a
 * thread that may; others call dossier_verification_new_async().
 *
 * Returns: (transfer full): what was found; after a cancellation, something that is of no use
 */
DossierVerification *
dossier_verification_new (DossierDocument *document, GCancellable *cancellable)
{
  DossierVerification *self = g_new0 (DossierVerification, 1);
  int n_sources = dossier_document_get_count (document, DOSSIER_RECORD_SOURCE);
  int n_quotes = dossier_document_get_count (document, DOSSIER_RECORD_QUOTE);

  self->document = g_object_ref (document);
  self->texts = g_new0 (Text, MAX (n_sources, 1));
  self->places = g_new0 (DossierPlaceInText, MAX (n_quotes, 1));

  for (int i = 0; i < n_sources && !g_cancellable_is_cancelled (cancellable); i++)
    read_text (self, i, cancellable);

  for (int i = 0; i < n_quotes; i++)
    {
      if (i % QUOTES_AT_A_TIME == 0 && g_cancellable_is_cancelled (cancellable))
        break;
      verify_quote (self, i);
    }

  return self;
}

static void
verify_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  DossierVerification *self = dossier_verification_new (source, cancellable);

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, self, (GDestroyNotify) dossier_verification_free);
  else
    dossier_verification_free (self);
}

/**
 * dossier_verification_new_async:
 * @document: a document
 * @cancellable: (nullable): to give up
 * @callback: called in the thread that calls this
 * @data: for @callback
 *
 * Does what dossier_verification_new() does in another thread.
 */
void
dossier_verification_new_async (DossierDocument *document, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (document, cancellable, callback, data);

  g_task_set_source_tag (task, dossier_verification_new_async);
  g_task_run_in_thread (task, verify_in_thread);
}

/**
 * dossier_verification_new_finish:
 * @result: what the callback was given
 * @error: %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): what was found, %NULL with @error set
 */
DossierVerification *
dossier_verification_new_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * dossier_verification_free:
 * @self: (nullable): a verification, or %NULL
 */
void
dossier_verification_free (DossierVerification *self)
{
  if (self == NULL)
    return;

  for (int i = 0; i < dossier_document_get_count (self->document, DOSSIER_RECORD_SOURCE); i++)
    {
      dossier_source_text_free (self->texts[i].text);
      g_free (self->texts[i].why);
    }
  g_free (self->texts);
  g_free (self->places);
  g_object_unref (self->document);
  g_free (self);
}

/**
 * dossier_verification_get_text_state:
 * @self: a verification
 * @source: a source of its document
 * @why: (out) (optional) (nullable): why its text could not be read, translated; %NULL if it was, or there is none
 *
 * Returns: how it stands with the text of @source
 */
DossierTextState
dossier_verification_get_text_state (DossierVerification *self, int source, const char **why)
{
  if (why != NULL)
    *why = self->texts[source].why;

  return self->texts[source].state;
}

/**
 * dossier_verification_get_place:
 * @self: a verification
 * @quote: a quote of its document
 * @place: (out): how it fits the text
 */
void
dossier_verification_get_place (DossierVerification *self, int quote, DossierPlaceInText *place)
{
  *place = self->places[quote];
}

/**
 * dossier_verification_get_count:
 * @self: a verification
 * @fit: how quotes fit
 *
 * Returns: how many do so
 */
int
dossier_verification_get_count (DossierVerification *self, DossierFit fit)
{
  g_return_val_if_fail (fit < DOSSIER_N_FITS, 0);

  return self->counts[fit];
}

/**
 * dossier_verification_dup_context:
 * @self: a verification
 * @quote: a quote of its document
 * @n_characters: how much is wanted on either side at the most
 * @before: (out) (transfer full): what stands before it
 * @behind: (out) (transfer full): what stands after it
 *
 * Gives the words around a quote, where it is exact or has moved.
 *
 * Returns: whether there are any; if not, nothing is set
 */
gboolean
dossier_verification_dup_context (DossierVerification *self, int quote, int n_characters, char **before, char **behind)
{
  const DossierQuote *record = dossier_document_get_quote (self->document, quote);
  const DossierPlaceInText *place = &self->places[quote];

  if (place->begin < 0)
    return FALSE;

  dossier_source_text_dup_context (self->texts[record->source.ref.index].text, place->begin, record->exact, n_characters, before, behind);

  return TRUE;
}

static void
report_quote (DossierVerification *self, DossierReport *report, DossierLocator *locator, const char *file, int index)
{
  const DossierPlaceInText *place = &self->places[index];
  const DossierQuote *quote = dossier_document_get_quote (self->document, index);
  DossierDiagnostic diagnostic = { DOSSIER_SEVERITY_WARNING, DOSSIER_STAGE_MEANING };
  g_autoptr (GString) pointer = g_string_new (NULL);
  g_autofree char *suggestion = NULL;
  guint32 begin;
  guint32 end;

  switch (place->fit)
    {
    case DOSSIER_FIT_MOVED:
      diagnostic.id = "quote-moved";
      diagnostic.message = _ ("the words of the quote stand elsewhere in the text of the source");
      suggestion = g_strdup_printf (_ ("they begin after %" PRId64 " characters, not %" PRId64), place->start, quote->start);
      break;
    case DOSSIER_FIT_AMBIGUOUS:
      diagnostic.id = "quote-ambiguous";
      diagnostic.message = _ ("the words of the quote stand in several places of the text of the source");
      suggestion = g_strdup (_ ("say by \"prefix\" and \"suffix\" or by \"start\" and \"end\" which one is meant"));
      break;
    case DOSSIER_FIT_ORPHANED:
      diagnostic.id = "quote-orphaned";
      diagnostic.message = _ ("the words of the quote do not stand in the text of the source");
      suggestion = g_strdup (_ ("write them letter for letter as they are there"));
      break;
    case DOSSIER_FIT_UNKNOWN:
    case DOSSIER_FIT_EXACT:
    case DOSSIER_N_FITS:
    default:
      return;
    }

  if (!dossier_report_has_room (report, DOSSIER_SEVERITY_WARNING))
    {
      dossier_report_count (report, DOSSIER_SEVERITY_WARNING);
      return;
    }

  dossier_document_get_range (self->document, (DossierRef){ DOSSIER_RECORD_QUOTE, index }, &begin, &end);
  dossier_locator_locate (locator, begin, &diagnostic.line, &diagnostic.column);
  dossier_pointer_append_name (pointer, "quotes");
  dossier_pointer_append_index (pointer, (gsize) index);
  diagnostic.file = file;
  diagnostic.pointer = pointer->str;
  diagnostic.suggestion = suggestion;
  dossier_report_add (report, &diagnostic);
}

/**
 * dossier_verification_report:
 * @self: a verification
 * @report: what does not fit is added here as warnings
 * @file: (nullable): the file of the dossier as it is shown to the user
 */
void
dossier_verification_report (DossierVerification *self, DossierReport *report, const char *file)
{
  gsize length;
  const char *data = g_bytes_get_data (dossier_document_get_bytes (self->document), &length);
  g_autoptr (DossierLocator) locator = dossier_locator_new (data, length);

  for (int i = 0; i < dossier_document_get_count (self->document, DOSSIER_RECORD_QUOTE); i++)
    report_quote (self, report, locator, file, i);
}
