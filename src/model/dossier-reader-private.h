/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-arena.h"
#include "model/dossier-document.h"
#include "model/dossier-limits.h"
#include "model/dossier-problems.h"
#include "model/dossier-scanner.h"
#include "model/dossier-shape.h"

G_BEGIN_DECLS

/* Where an id stands in a document, from its quote. */
typedef struct
{
  const char *id;
  gsize begin;
} DossierIdPlace;

/**
 * DossierRecordReader:
 * @scanner: where it reads
 * @arena: where strings and lists go
 * @problems: (nullable): what is wrong so far; %NULL while something is read again that was good
 * @names: finds names that stand twice
 * @items: items of lists that are not complete, one list upon the other
 * @ids: of DossierIdPlace: the ids that were read since they were forgotten; a story has those of its scenes too
 * @next_id: which of them is looked at first
 * @id_escaped: whether the last of them is written with escapes
 * @without_text: whether text for people, which follows no rule but that of the syntax, is only passed over
 * @in_line: whether what is read has to stand on one line
 *
 * Reads a structure of any shape from JSON. What does not fit the shape is a problem, and is passed over, so that
 * one reading finds all problems; only after an error of syntax it cannot go on.
 */
typedef struct
{
  DossierScanner scanner;
  DossierArena *arena;
  DossierProblems *problems;
  DossierNames *names;
  GByteArray *items;
  GArray *ids;
  guint next_id;
  gboolean id_escaped;
  gboolean without_text;
  gboolean in_line;
} DossierRecordReader;

void     dossier_record_reader_init  (DossierRecordReader *self, DossierArena *arena, DossierProblems *problems);
void     dossier_record_reader_clear (DossierRecordReader *self);
void     dossier_record_reader_forget_ids (DossierRecordReader *self);
gsize    dossier_record_reader_find_id    (DossierRecordReader *self, const char *id);
gboolean dossier_record_reader_read  (DossierRecordReader *self, const DossierShape *shape, gpointer structure);

/* What the reader of the document does with a record of a collection; FALSE ends the reading. */
typedef gboolean (*DossierCollectionFunc) (const DossierField *field, gpointer data);
gboolean dossier_record_reader_read_document (DossierRecordReader *self, gpointer structure, DossierCollectionFunc func, gpointer data);
gboolean dossier_record_reader_read_line (DossierRecordReader *self, DossierCollectionFunc func, gpointer data);
gboolean dossier_record_reader_is_blank (const char *begin, const char *end);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DossierRecordReader, dossier_record_reader_clear)

G_END_DECLS
