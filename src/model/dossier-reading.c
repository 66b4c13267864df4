/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-reading.h"

#include "model/dossier-chunk.h"
#include "model/dossier-registrar.h"
#include "model/dossier-resolver.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <string.h>

/* After so many records it is asked whether the reading was cancelled, and told how far it is. */
#define INTERVAL 1024

/* Fewer bytes are not worth a thread; more threads than that wait for memory rather than compute. */
#define CHUNK_SIZE   ((gsize) 4 << 20)
#define MOST_THREADS 8

/* The share of the whole work that is done when all records are read; the rest is to find what refers to what. */
#define FRACTION_READ 0.85

/* From so many bytes on, memory that was freed is given back to the system. */
#define LARGE ((gsize) 16 << 20)

static gsize chunk_size_for_tests;
static int n_threads_for_tests;

typedef struct
{
  DossierReading reading;
  DossierRecordReader records; /* its strings live as long as the document, but those of events */
  DossierDocument *document;
  DossierProblems *problems;
  const DossierLimits *limits;
  const char *data;
  gsize length;

  DossierEventsPart *part;
  GArray *entries;   /* DossierIdEntry */
  GPtrArray *chunks; /* (nullable): DossierChunk, by their begin; NULL before it is known where they could be */
  guint next_chunk;
  gsize first_end;   /* where the first event ends */

  int n_read;
  double fraction;
  gboolean cancelled;
} Reader;

static void
tell (Reader *self, double fraction)
{
  const DossierReaderWatch *watch = self->reading.watch;
  int n_events = self->part->events != NULL ? dossier_events_get_count (self->part->events) : dossier_document_get_count (self->document, DOSSIER_RECORD_EVENT);

  if (watch == NULL || watch->progress == NULL)
    return;

  for (guint i = self->next_chunk; self->chunks != NULL && i < self->chunks->len; i++)
    {
      int n_ahead;
      gsize n_bytes = dossier_chunk_get_progress (g_ptr_array_index (self->chunks, i), &n_ahead);

      n_events += n_ahead;
      fraction += FRACTION_READ * (double) n_bytes / (double) self->length;
    }

  /* A chunk that was read in vain is no reason to go backward. */
  self->fraction = CLAMP (fraction, self->fraction, 1);
  watch->progress (self->fraction, n_events, watch->data);
}

static gboolean
is_cancelled (Reader *self)
{
  if (self->n_read++ % INTERVAL != 0)
    return self->cancelled;

  if (g_cancellable_is_cancelled (self->reading.cancellable))
    self->cancelled = TRUE;
  else
    tell (self, FRACTION_READ * (double) self->records.scanner.end / (double) self->length);

  return self->cancelled;
}

static void
add_entry (Reader *self, DossierRef ref, const char *id)
{
  DossierIdEntry entry = { .ref = ref, .id = id };

  /* Its absence was noted already. */
  if (id == NULL)
    return;

  entry.offset = dossier_record_reader_find_id (&self->records, id);
  g_array_append_val (self->entries, entry);
}

/* Scenes have ids too, and are reached through their story. */
static void
add_scenes (Reader *self, const DossierStory *story)
{
  for (int i = 0; i < story->scenes.n; i++)
    {
      int index = dossier_document_add_scene (self->document, &story->scenes.items[i]);

      add_entry (self, (DossierRef){ DOSSIER_RECORD_SCENE, index }, story->scenes.items[i].id);
    }
}

/* A preview shows what can be told of events alone. */
static gboolean
is_wanted (Reader *self, DossierRecord type)
{
  return !self->reading.is_preview || type == DOSSIER_RECORD_KIND || type == DOSSIER_RECORD_PLACE ||
         type == DOSSIER_RECORD_ACTOR || type == DOSSIER_RECORD_HYPOTHESIS;
}

static gboolean
read_record (Reader *self, const DossierShape *shape)
{
  DossierRecordReader *records = &self->records;
  gsize begin = records->scanner.begin;
  DossierRef ref = { shape->record, dossier_document_get_count (self->document, shape->record) };
  g_autofree gpointer record = g_malloc0 (shape->size);

  dossier_record_reader_forget_ids (records);
  if (!dossier_record_reader_read (records, shape, record))
    return FALSE;

  if (!is_wanted (self, shape->record))
    return TRUE;

  dossier_document_add_record (self->document, shape->record, record, (guint32) begin, (guint32) records->scanner.end);
  add_entry (self, ref, *(const char *const *) record);
  if (shape->record == DOSSIER_RECORD_STORY)
    add_scenes (self, record);

  return TRUE;
}

/* Begins to read ahead what is left, from places where find_begin() thinks that an event begins. */
static void
start_chunks (Reader *self, gsize from, gsize (*find_begin) (Reader *self, gsize from))
{
  gsize chunk_size = chunk_size_for_tests > 0 ? chunk_size_for_tests : CHUNK_SIZE;
  gsize n_threads = n_threads_for_tests > 0 ? (gsize) n_threads_for_tests : MIN (g_get_num_processors (), MOST_THREADS);
  gsize n_parts = MIN (n_threads, (self->length - from) / chunk_size);
  g_autoptr (GArray) begins = g_array_new (FALSE, FALSE, sizeof (gsize));

  self->chunks = g_ptr_array_new_with_free_func ((GDestroyNotify) dossier_chunk_free);
  if (self->reading.is_preview)
    return;

  for (gsize i = 1; i < n_parts; i++)
    {
      gsize begin = find_begin (self, from + (self->length - from) / n_parts * i);

      if (begin < self->length && (begins->len == 0 || begin > g_array_index (begins, gsize, begins->len - 1)))
        g_array_append_val (begins, begin);
    }

  for (guint i = 0; i < begins->len; i++)
    g_ptr_array_add (self->chunks,
                     dossier_chunk_start (&self->records,
                                          self->part->table,
                                          self->limits,
                                          self->length,
                                          g_array_index (begins, gsize, i),
                                          i + 1 < begins->len ? g_array_index (begins, gsize, i + 1) : self->length));
}

/* Where an event seems to begin: what stands between the first two, with the end of the one and the first name of the
 * other, stands between other events too, and mostly nowhere else. */
static gsize
find_event (Reader *self, gsize from)
{
  guint32 begin;
  guint32 end;
  const char *separator = self->data + self->first_end - 1;
  const char *quote;
  const char *found;

  dossier_events_get_range (self->part->events, 1, &begin, &end);
  quote = memchr (self->data + begin, '"', end - begin);
  quote = quote != NULL ? memchr (quote + 1, '"', (gsize) (self->data + end - quote - 1)) : NULL;
  if (quote == NULL)
    return self->length;

  found = memmem (self->data + from, self->length - from, separator, (gsize) (quote + 1 - separator));

  return found != NULL ? (gsize) (found - self->data) + (begin - self->first_end + 1) : self->length;
}

static gsize
find_line (Reader *self, gsize from)
{
  const char *newline = memchr (self->data + from, '\n', self->length - from);

  return newline != NULL ? (gsize) (newline - self->data) + 1 : self->length;
}

/* If a chunk begins at @begin, takes its events. Returns where they end, 0 if there are none. */
static gsize
take_chunk (Reader *self, gsize begin, gboolean *complete)
{
  gsize end = 0;

  while (end == 0 && self->chunks != NULL && self->next_chunk < self->chunks->len)
    {
      DossierChunk *chunk = g_ptr_array_index (self->chunks, self->next_chunk);

      if (chunk->begin > begin)
        break;

      if (chunk->begin == begin)
        {
          dossier_chunk_join (chunk);
          if (!chunk->failed && chunk->end > begin)
            {
              end = chunk->end;
              *complete &= chunk->complete;
              dossier_events_part_join (self->part, g_steal_pointer (&chunk->part));
              dossier_problems_join (self->problems, chunk->problems);
            }
        }

      /* What it has read is taken, or was read in vain. */
      self->next_chunk++;
      g_ptr_array_index (self->chunks, self->next_chunk - 1) = NULL;
      dossier_chunk_free (chunk);
    }

  return end;
}

static gboolean
read_event (Reader *self)
{
  DossierScanner *scanner = &self->records.scanner;
  gsize first_ahead = self->length;
  gboolean complete = TRUE;
  gsize end = self->records.in_line ? 0 : take_chunk (self, scanner->begin, &complete);
  int n;

  if (end > 0)
    {
      dossier_scanner_leave_object (scanner, end);
      return TRUE;
    }

  if (self->chunks != NULL && self->next_chunk < self->chunks->len)
    first_ahead = ((DossierChunk *) g_ptr_array_index (self->chunks, self->next_chunk))->begin;
  if (!dossier_events_part_read (self->part, &self->records, first_ahead - MIN (first_ahead, scanner->begin)))
    return FALSE;

  n = dossier_events_get_count (self->part->events);
  if (n == 1)
    self->first_end = scanner->end;
  else if (n == 2 && self->chunks == NULL && !self->records.in_line)
    start_chunks (self, scanner->end, find_event);

  return TRUE;
}

static gboolean
read_item (const DossierField *field, gpointer data)
{
  Reader *self = data;
  gboolean read = field->shape->record == DOSSIER_RECORD_EVENT ? read_event (self) : read_record (self, field->shape);

  return read && !is_cancelled (self);
}

/* Reads JSON Lines. What is wrong with a line is no reason not to read the next, unless it is the first, which says
 * what the whole is. */
static gboolean
read_lines (Reader *self, gpointer structure)
{
  DossierRecordReader *records = &self->records;
  gboolean complete = TRUE;
  gboolean has_heading = FALSE;

  for (gsize begin = 0; begin < self->length && !self->cancelled;)
    {
      gsize taken = take_chunk (self, begin, &complete);
      const char *newline;
      gsize end;

      if (taken > 0)
        {
          begin = taken;
          continue;
        }

      newline = memchr (self->data + begin, '\n', self->length - begin);
      end = newline != NULL ? (gsize) (newline - self->data) : self->length;

      if (!dossier_record_reader_is_blank (self->data + begin, self->data + end))
        {
          dossier_scanner_clear (&records->scanner);
          dossier_scanner_init_range (&records->scanner, self->data, begin, end, self->limits);

          if (!has_heading)
            complete = dossier_record_reader_read_document (records, structure, read_item, self);
          else if (!dossier_record_reader_read_line (records, read_item, self))
            complete = FALSE;

          if (!has_heading && !complete)
            return FALSE;
          has_heading = TRUE;
        }

      begin = end + 1;
      if (self->chunks == NULL && dossier_events_get_count (self->part->events) > 0 && begin < self->length)
        start_chunks (self, begin, find_line);
    }

  return complete && has_heading;
}

static gpointer
tell_dated (gpointer data)
{
  Reader *self = data;

  self->reading.watch->dated (self->document, self->reading.watch->data);

  return NULL;
}

/* Finds out what refers to what, once all records are there. */
static void
resolve (Reader *self, gboolean complete)
{
  const DossierReaderWatch *watch = self->reading.watch;
  gboolean is_dated = watch != NULL && watch->dated != NULL && complete && dossier_problems_get_n_errors (self->problems) == 0;
  GThread *thread = is_dated ? g_thread_new ("dated", tell_dated, self) : NULL;

#ifdef __GLIBC__
  /* What several threads have freed lies scattered in the heaps of each: of a million events, 13 MB, just when the most
   * is asked for. */
  if (self->length >= LARGE)
    malloc_trim (0);
#endif

  tell (self, FRACTION_READ);
  dossier_registrar_run (self->document,
                         (const DossierIdEntry *) self->entries->data,
                         (int) self->entries->len,
                         self->part->hashes,
                         self->problems);
  tell (self, 0.9);

  /* Of half a document, references into the other half would all be wrong. */
  if (self->reading.is_preview)
    dossier_resolver_resolve_preview (self->document, self->part->symbols);
  else if (complete)
    dossier_resolver_resolve (self->document, self->part->symbols, self->problems);
  tell (self, 0.95);

  if (thread != NULL)
    g_thread_join (thread);
}

/* Reads everything, and resolves it. Whether it is good, the problems tell. */
static void
read_document (Reader *self)
{
  const DossierShape *shape = dossier_shape_get_document ();
  g_autofree gpointer structure = g_malloc0 (shape->size);
  gboolean complete;

  dossier_record_reader_init (&self->records, dossier_document_get_arena (self->document), self->problems);
  self->records.in_line = dossier_document_get_form (self->document) == DOSSIER_FORM_LINES;

  /* More than there may be, and nothing at all, are told as of a document. */
  if (self->records.in_line && self->length <= self->limits->max_bytes &&
      !dossier_record_reader_is_blank (self->data, self->data + self->length))
    complete = read_lines (self, structure);
  else
    {
      dossier_scanner_init (&self->records.scanner, self->data, self->length, self->limits);
      complete = dossier_record_reader_read_document (&self->records, structure, read_item, self);
    }
  dossier_record_reader_clear (&self->records);
  g_clear_pointer (&self->chunks, g_ptr_array_unref);

  /* The structure of a document begins with its heading. */
  *dossier_document_edit_heading (self->document) = *(DossierHeading *) structure;
  dossier_document_take_events (self->document, g_steal_pointer (&self->part->events), g_steal_pointer (&self->part->ids));

  if (!self->cancelled)
    resolve (self, complete);
}

/**
 * dossier_reading_run:
 * @reading: how to read
 * @document: a new document, which is filled
 * @problems: what is wrong with it is added here
 *
 * Reads the bytes of a document. If there is no error it is to be finished by the caller.
 *
 * Returns: whether it was read to its end
 */
DossierReadingResult
dossier_reading_run (const DossierReading *reading, DossierDocument *document, DossierProblems *problems)
{
  Reader self = { .reading = *reading, .document = document, .problems = problems };

  self.data = g_bytes_get_data (dossier_document_get_bytes (document), &self.length);
  self.limits = dossier_document_get_limits (document);
  self.part = dossier_events_part_new (dossier_document_edit_ids (document));
  self.entries = g_array_new (FALSE, FALSE, sizeof (DossierIdEntry));

  read_document (&self);

  dossier_events_part_free (self.part);
  g_array_unref (self.entries);

  return self.cancelled ? DOSSIER_READING_CANCELLED : DOSSIER_READING_DONE;
}

/**
 * dossier_reading_preview:
 * @data: (array length=length): the begin of a file
 * @length: how many bytes; they are copied
 * @file: (nullable): where they come from
 * @limits: how much the file may ask for
 *
 * Reads what can be shown of a large file before all of it is read: events with their kinds, places and actors, as far
 * as they stand in @data. What refers to anything else is left out.
 *
 * Returns: (transfer full) (nullable): a document of at least one event, %NULL if there is none yet, or what is there
 *   has errors
 */
DossierDocument *
dossier_reading_preview (const char *data, gsize length, GFile *file, const DossierLimits *limits)
{
  const DossierReading reading = { .is_preview = TRUE };
  g_autoptr (DossierProblems) problems = dossier_problems_new ();
  g_autoptr (DossierDocument) document = NULL;
  g_autoptr (GBytes) bytes = NULL;
  DossierForm form = dossier_form_of_file (file);
  int n_expected = 0;

  /* The last line may be a part of one; the last value of a document is, and that is one error. */
  if (form == DOSSIER_FORM_LINES)
    while (length > 0 && data[length - 1] != '\n')
      length--;
  else
    n_expected = 1;

  bytes = g_bytes_new (data, length);
  document = dossier_document_new (bytes, file, form, limits);
  dossier_document_set_preview (document);
  dossier_reading_run (&reading, document, problems);

  if (dossier_problems_get_n_errors (problems) > n_expected || dossier_document_get_count (document, DOSSIER_RECORD_EVENT) == 0)
    return NULL;

  dossier_document_finish (document);

  return g_steal_pointer (&document);
}

void
dossier_reading_set_threads (gsize chunk_size, int n_threads)
{
  chunk_size_for_tests = chunk_size;
  n_threads_for_tests = n_threads;
}
