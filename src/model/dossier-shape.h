/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-records.h"

G_BEGIN_DECLS

/*
 * The schema as the program knows it: which fields a record has, of what type, and where they go in its
 * structure. One table serves the reader, the resolving of references and the test that holds it against
 * data/dossier-1.schema.json.
 */

/* What a field holds in the document, and in the structure. */
typedef enum
{
  DOSSIER_FIELD_STRING,     /* const char * */
  DOSSIER_FIELD_ID,         /* const char *, the record's own id */
  DOSSIER_FIELD_TEXT,       /* DossierText */
  DOSSIER_FIELD_DATE,       /* DossierDateField */
  DOSSIER_FIELD_BOOLEAN,    /* gboolean */
  DOSSIER_FIELD_INTEGER,    /* int */
  DOSSIER_FIELD_LONG,       /* gint64 */
  DOSSIER_FIELD_NUMBER,     /* double */
  DOSSIER_FIELD_TERM,       /* int, a value of a vocabulary */
  DOSSIER_FIELD_LINK,       /* DossierLink */
  DOSSIER_FIELD_OBJECT,     /* the structure of another shape, in place */
  DOSSIER_FIELD_OPEN,       /* DossierOpen: an object that is not ours to know */
  DOSSIER_FIELD_STRINGS,    /* DossierStrings, and likewise lists of the others */
  DOSSIER_FIELD_TERMS,
  DOSSIER_FIELD_LINKS,
  DOSSIER_FIELD_OBJECTS,
  DOSSIER_FIELD_COLLECTION, /* nothing: the document's own list of these records */
  DOSSIER_FIELD_RECORD,     /* nothing: one of the document's own records, in a line of JSON Lines */
} DossierFieldType;

/* Rules for strings beyond their length. */
typedef enum
{
  DOSSIER_PATTERN_NONE,
  DOSSIER_PATTERN_ID,
  DOSSIER_PATTERN_LANGUAGE,
  DOSSIER_PATTERN_COLOR,
  DOSSIER_PATTERN_SHA256,
  DOSSIER_PATTERN_FILE_NAME,
  DOSSIER_N_PATTERNS,
} DossierPattern;

typedef struct _DossierShape DossierShape;

/**
 * DossierField:
 * @name: in the document
 * @name_length: how many bytes that has
 * @type: what it holds
 * @offset: where it goes in the structure, in bytes
 * @required: whether the record cannot be without it
 * @pattern: of a string
 * @min_length: of a string, in Unicode code points
 * @max_length: of a string, in code points, 0 for no limit but that of the reader
 * @vocabulary: of a term or terms
 * @has_minimum: whether a number has a least value
 * @has_maximum: whether a number has a greatest value
 * @minimum: of a number
 * @maximum: of a number
 * @exclusive: whether @minimum itself is too small
 * @standard: what an integer, a number or a term is if the document does not say
 * @targets: of a link or links: a bit (1 << DossierRecord) for each type it may point at
 * @relation: of a link or links
 * @shape: of an object, objects, a collection or a record
 */
typedef struct
{
  const char *name;
  int name_length;
  DossierFieldType type;
  int offset;
  gboolean required;
  DossierPattern pattern;
  int min_length;
  int max_length;
  DossierVocabulary vocabulary;
  gboolean has_minimum;
  gboolean has_maximum;
  double minimum;
  double maximum;
  gboolean exclusive;
  double standard;
  guint targets;
  DossierRelation relation;
  const DossierShape *shape;
} DossierField;

/**
 * DossierShapeFacts:
 * @required: a bit for each field that a record cannot be without
 * @standards: (nullable): a structure of a record that says nothing: each field is what it is if the document does not
 *   say; %NULL if all of it is zero
 *
 * What follows from the fields of a shape.
 */
typedef struct
{
  guint64 required;
  gpointer standards;
} DossierShapeFacts;

/* Facts that are found out when they are asked for first. */
typedef struct
{
  DossierShapeFacts facts;
  gsize once;
} DossierShapeMemory;

struct _DossierShape
{
  const char *name;     /* in the schema's $defs */
  gsize size;           /* of the structure */
  DossierRecord record; /* NONE where it has no id */
  const DossierField *fields;
  int n_fields;         /* at most 64 */
  DossierShapeMemory *memory;
};

/* A list in a structure, whatever its items are. */
typedef struct
{
  gconstpointer items;
  int n;
} DossierAnyList;

/**
 * DossierLinkFunc:
 * @link: a link of the record; set its ref to resolve it
 * @field: the field that it stands in
 * @owner: the structure that the field is part of, such as a DossierParticipant
 */
typedef void (*DossierLinkFunc) (DossierLink *link, const DossierField *field, gconstpointer owner, gpointer data);

const DossierShape *dossier_shape_get_document (void);
const DossierShapeFacts *dossier_shape_get_facts (const DossierShape *shape);
const DossierShape *dossier_shape_get_line     (void);
const DossierShape *dossier_shape_get_record   (DossierRecord record);
const char         *dossier_shape_get_record_name (DossierRecord record);
void                dossier_shape_foreach_link (const DossierShape *shape, gpointer structure, DossierLinkFunc func, gpointer data);
gboolean            dossier_shape_drop_loose_links (const DossierShape *shape, gpointer structure);
const char         *dossier_pattern_get_expression (DossierPattern pattern);
const char         *dossier_pattern_get_meaning (DossierPattern pattern);
gboolean            dossier_pattern_matches (DossierPattern pattern, const char *text, gsize length);

G_END_DECLS
