/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-events-part.h"

G_BEGIN_DECLS

/**
 * DossierChunk:
 * @begin: where its first event begins, in bytes; in JSON Lines, where its first line does
 * @end: behind the last that was read; valid once it was joined
 * @part: (nullable): the events that were read
 * @problems: what is wrong with them
 * @complete: whether every line of it is JSON; always so of a part of a JSON document
 * @failed: whether nothing of it can be used
 *
 * Events in the middle of a document that a thread of its own reads ahead, on the guess that one begins there. The
 * reader that goes through the document from its begin proves the guess: if it comes to @begin and an event does
 * begin there, what was read is what it would read itself, and it goes on at @end. If it does not, the chunk is
 * thrown away. So there are the same events, and the same problems, however many threads there are.
 */
typedef struct
{
  gsize begin;
  gsize end;
  DossierEventsPart *part;
  DossierProblems *problems;
  gboolean complete;
  gboolean failed;

  /*< private >*/
  GThread *thread;
  DossierRecordReader records;
  DossierArena *arena; /* names that the format does not know */
  gsize until;
  gsize length;
  gboolean in_lines;
  DossierLimits limits;
  int stopped;   /* atomic */
  gpointer done; /* atomic, a size */
  int n_events;  /* atomic */
} DossierChunk;

DossierChunk *dossier_chunk_start (const DossierRecordReader *records,
                                   const DossierIdTable *table,
                                   const DossierLimits *limits,
                                   gsize length,
                                   gsize begin,
                                   gsize until);
void          dossier_chunk_join  (DossierChunk *self);
void          dossier_chunk_free  (DossierChunk *self);
gsize         dossier_chunk_get_progress (DossierChunk *self, int *n_events);

G_END_DECLS
