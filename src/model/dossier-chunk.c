/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-chunk.h"

#include <string.h>

/* After so many events it tells how far it is, and asks whether it is still wanted. */
#define INTERVAL 1024

static gboolean
goes_on (DossierChunk *self, gsize done, int *n)
{
  if (++*n % INTERVAL != 0)
    return TRUE;

  g_atomic_pointer_set (&self->done, GSIZE_TO_POINTER (done));
  g_atomic_int_set (&self->n_events, dossier_events_get_count (self->part->events));

  return !g_atomic_int_get (&self->stopped);
}

/* Reads events of a list, up to the end of the list or to @until. */
static void
read_list (DossierChunk *self)
{
  DossierRecordReader *records = &self->records;
  int n = 0;

  while (dossier_scanner_next (&records->scanner) == DOSSIER_TOKEN_OBJECT_BEGIN && records->scanner.begin < self->until)
    {
      if (!dossier_events_part_read (self->part, records, self->until - records->scanner.begin))
        {
          self->failed = TRUE;
          return;
        }

      self->end = records->scanner.end;
      if (!goes_on (self, self->end, &n))
        return;
    }
}

typedef struct
{
  DossierChunk *chunk;
  gboolean is_other;
} Line;

static gboolean
read_record (const DossierField *field, gpointer data)
{
  Line *line = data;
  DossierChunk *self = line->chunk;

  line->is_other = field->shape->record != DOSSIER_RECORD_EVENT;

  return !line->is_other && dossier_events_part_read (self->part, &self->records, self->until - self->records.scanner.begin);
}

/* Reads lines up to the first that holds another record than an event, or to @until. */
static void
read_lines (DossierChunk *self)
{
  DossierRecordReader *records = &self->records;
  const char *data = records->scanner.data;
  int n = 0;

  while (self->end < self->until)
    {
      const char *newline = memchr (data + self->end, '\n', self->length - self->end);
      gsize line_end = newline != NULL ? (gsize) (newline - data) : self->length;
      Line line = { self, FALSE };

      if (!dossier_record_reader_is_blank (data + self->end, data + line_end))
        {
          int n_events = dossier_events_get_count (self->part->events);
          int n_problems = dossier_problems_get_count (self->problems);

          dossier_scanner_clear (&records->scanner);
          dossier_scanner_init_range (&records->scanner, data, self->end, line_end, &self->limits);
          if (!dossier_record_reader_read_line (records, read_record, &line))
            {
              /* The line is read again by whoever reads its other record; what it has left here already is rare. */
              if (line.is_other)
                {
                  self->failed = dossier_events_get_count (self->part->events) > n_events ||
                                 dossier_problems_get_count (self->problems) > n_problems;
                  return;
                }
              self->complete = FALSE;
            }
        }

      self->end = MIN (line_end + 1, self->length);
      if (!goes_on (self, self->end, &n))
        return;
    }
}

static gpointer
read_chunk (gpointer data)
{
  DossierChunk *self = data;

  if (self->in_lines)
    read_lines (self);
  else
    read_list (self);

  return NULL;
}

/**
 * dossier_chunk_start:
 * @records: a reader that stands between two events of a list, or two lines
 * @table: the table that will hold the ids of the events; it must outlive the chunk
 * @limits: how much the document may ask for
 * @length: how many bytes the document has
 * @begin: where an event, or a line, is thought to begin
 * @until: where the next chunk begins, or @length
 *
 * Begins to read ahead in another thread.
 *
 * Returns: (transfer full): the chunk
 */
DossierChunk *
dossier_chunk_start (const DossierRecordReader *records,
                     const DossierIdTable *table,
                     const DossierLimits *limits,
                     gsize length,
                     gsize begin,
                     gsize until)
{
  DossierChunk *self = g_new0 (DossierChunk, 1);

  self->begin = self->end = begin;
  self->until = until;
  self->length = length;
  self->in_lines = records->in_line;
  self->limits = *limits;
  self->complete = TRUE;
  self->problems = dossier_problems_new ();
  self->part = dossier_events_part_new (table);
  self->done = GSIZE_TO_POINTER (begin);

  self->arena = dossier_arena_new ();
  dossier_record_reader_init (&self->records, self->arena, self->problems);
  self->records.in_line = records->in_line;
  dossier_scanner_init_beside (&self->records.scanner, &records->scanner, begin);

  self->thread = g_thread_new ("read ahead", read_chunk, self);

  return self;
}

/**
 * dossier_chunk_join:
 * @self: a chunk
 *
 * Waits until it is read.
 */
void
dossier_chunk_join (DossierChunk *self)
{
  g_thread_join (g_steal_pointer (&self->thread));
}

/**
 * dossier_chunk_free:
 * @self: (nullable): a chunk, or %NULL
 *
 * Frees it. If it is still being read, that is given up.
 */
void
dossier_chunk_free (DossierChunk *self)
{
  if (self == NULL)
    return;

  g_atomic_int_set (&self->stopped, TRUE);
  if (self->thread != NULL)
    g_thread_join (self->thread);

  dossier_record_reader_clear (&self->records);
  dossier_arena_free (self->arena);
  dossier_events_part_free (self->part);
  dossier_problems_free (self->problems);
  g_free (self);
}

/**
 * dossier_chunk_get_progress:
 * @self: a chunk
 * @n_events: (out): so many events were read of it
 *
 * Returns: so many bytes were read of it
 */
gsize
dossier_chunk_get_progress (DossierChunk *self, int *n_events)
{
  *n_events = g_atomic_int_get (&self->n_events);

  return GPOINTER_TO_SIZE (g_atomic_pointer_get (&self->done)) - self->begin;
}
