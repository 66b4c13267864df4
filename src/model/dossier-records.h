/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-span.h"
#include "model/dossier-vocabulary.h"

G_BEGIN_DECLS

/*
 * The records of a dossier, as data/dossier-1.schema.json describes them field by field; the names are the same.
 *
 * Everything here is read-only, belongs to the document (or, for a DossierEvent, to the event itself) and lives
 * as long as it. A string that is absent is NULL, a list that is absent is empty, a number that is absent has
 * the default that the schema names.
 */

/**
 * DossierRecord:
 *
 * The types of records that have an id, in the order of the document.
 */
typedef enum
{
  DOSSIER_RECORD_NONE,
  DOSSIER_RECORD_KIND,
  DOSSIER_RECORD_TIE_KIND,
  DOSSIER_RECORD_PLACE,
  DOSSIER_RECORD_ACTOR,
  DOSSIER_RECORD_SOURCE,
  DOSSIER_RECORD_QUOTE,
  DOSSIER_RECORD_HYPOTHESIS,
  DOSSIER_RECORD_EVENT,
  DOSSIER_RECORD_TIE,
  DOSSIER_RECORD_REACTION,
  DOSSIER_RECORD_CLAIM,
  DOSSIER_RECORD_NOTE,
  DOSSIER_RECORD_STORY,
  DOSSIER_RECORD_SCENE,
  DOSSIER_N_RECORDS,
} DossierRecord;

/**
 * DossierRef:
 * @type: which collection, %DOSSIER_RECORD_NONE for no record
 * @index: which record of it, from 0
 *
 * Points at a record. Cheap to copy and compare; valid for the document that it came from.
 */
typedef struct
{
  DossierRecord type;
  int index;
} DossierRef;

#define DOSSIER_REF_NONE ((DossierRef){ DOSSIER_RECORD_NONE, -1 })

static inline gboolean
dossier_ref_is_set (DossierRef ref)
{
  return ref.type != DOSSIER_RECORD_NONE;
}

static inline gboolean
dossier_ref_equal (DossierRef a, DossierRef b)
{
  return a.type == b.type && a.index == b.index;
}

/**
 * DossierRelation:
 *
 * How one record refers to another: which field the reference stands in.
 */
typedef enum
{
  DOSSIER_RELATION_NONE,
  DOSSIER_RELATION_KIND,
  DOSSIER_RELATION_PART_OF,
  DOSSIER_RELATION_AT,           /* a post's state or organisation */
  DOSSIER_RELATION_AFFILIATION,
  DOSSIER_RELATION_MEMBER,
  DOSSIER_RELATION_PLACE,
  DOSSIER_RELATION_QUOTE,
  DOSSIER_RELATION_SOURCE,
  DOSSIER_RELATION_CITED_BY,
  DOSSIER_RELATION_SPEAKER,
  DOSSIER_RELATION_PARTICIPANT,
  DOSSIER_RELATION_RESPONDS_TO,
  DOSSIER_RELATION_ATTRIBUTED_TO,
  DOSSIER_RELATION_BEARING,
  DOSSIER_RELATION_FROM,
  DOSSIER_RELATION_TO,
  DOSSIER_RELATION_EVENT,        /* a tie's or a reaction's event */
  DOSSIER_RELATION_REACTION,     /* what a reaction is to */
  DOSSIER_RELATION_ACTOR,        /* who reacts, who speaks in a source */
  DOSSIER_RELATION_ABOUT,
  DOSSIER_RELATION_CONTRADICTS,
  DOSSIER_RELATION_SCENE,        /* what a scene selects, sets off, quotes or filters by */
} DossierRelation;

/**
 * DossierLink:
 * @id: as written
 * @ref: what it points at
 * @offset: where in the document's bytes it is written
 */
typedef struct
{
  const char *id;
  DossierRef ref;
  guint32 offset;
} DossierLink;

typedef struct
{
  const DossierLink *items;
  int n;
} DossierLinks;

typedef struct
{
  const char *const *items;
  int n;
} DossierStrings;

/**
 * DossierText:
 *
 * Text for people, in one language or several. Read it with dossier_text_get().
 */
typedef struct
{
  const char *plain;              /* in the dossier's own language, or NULL */
  const char *const *versions;    /* language, text, language, text ... */
  int n_versions;
} DossierText;

gboolean    dossier_text_is_set (const DossierText *text);
const char *dossier_text_get    (const DossierText *text, const char *language);
int         dossier_language_get_rank (const char *tag);

/**
 * DossierDateField:
 * @edtf: as written, %NULL if there is none
 * @span: what it comes to; its flags hold %DOSSIER_SPAN_UNKNOWN if there is none
 */
typedef struct
{
  const char *edtf;
  DossierSpan span;
} DossierDateField;

/**
 * DossierOpen:
 *
 * A JSON value that is not ours to know: where it stands in the document's bytes.
 */
typedef struct
{
  guint32 offset;
  guint32 length;
} DossierOpen;

typedef struct
{
  DossierLink hypothesis;
  int stance; /* DossierBearingStance */
  DossierText why;
} DossierBearing;

/* What every statement has. */
typedef struct
{
  int status;      /* DossierStatus */
  int credibility; /* 1 to 6, 0 for none */
  int likelihood;  /* DossierLikelihood */
  int confidence;  /* DossierConfidence */
  DossierLinks attributed_to;
  DossierLinks quotes;
  struct { const DossierBearing *items; int n; } bearings;
} DossierStatement;

typedef struct
{
  const char *text;
  const char *language;
  int type; /* DossierNameType */
  DossierLinks quotes;
} DossierName;

typedef struct { const DossierName *items; int n; } DossierNameList;

typedef struct
{
  const char *id;
  DossierText label;
  DossierText description;
  const char *color; /* "#rrggbb" */
} DossierKind;

typedef struct
{
  const char *id;
  DossierText label;
  DossierText description;
} DossierTieKind;

typedef struct
{
  const char *id;
  DossierText name;
  DossierNameList names;
  DossierText description;
  DossierLink part_of;
  double latitude;  /* degrees north, NAN for none */
  double longitude; /* degrees east, NAN for none */
} DossierPlace;

typedef struct
{
  DossierText title;
  DossierLink at;
  DossierDateField date;
  DossierLinks quotes;
} DossierPost;

typedef struct
{
  DossierLink to;
  DossierText as;
  DossierDateField date;
  DossierLinks quotes;
} DossierAffiliation;

typedef struct
{
  double x, y; /* in units of the layout, y downward; NAN for none */
  gboolean pinned;
} DossierPosition;

typedef struct
{
  const char *id;
  int type; /* DossierActorType */
  DossierText name;
  const char *symbol;
  DossierNameList names;
  DossierText description;
  const char *color;
  struct { const DossierPost *items; int n; } posts;
  struct { const DossierAffiliation *items; int n; } affiliations;
  DossierLinks members;
  DossierLink place;
  DossierLinks quotes;
  DossierPosition position;
} DossierActor;

typedef struct
{
  const char *id;
  DossierOpen csl;
  DossierText label;
  int reliability; /* DossierReliability */
  const char *language;
  const char *file;
  const char *sha256;
  DossierLink cited_by;
  DossierLinks actors;
  DossierLinks quotes;
  DossierText note;
} DossierSource;

typedef struct
{
  const char *language;
  const char *text;
  const char *by;
} DossierTranslation;

typedef struct
{
  const char *id;
  DossierLink source;
  const char *exact;
  const char *prefix;
  const char *suffix;
  gint64 start; /* code points before it in the source's text, -1 for none */
  gint64 end;   /* code points before its end, -1 for none */
  DossierText section;
  int paragraph; /* from 1, 0 for none */
  const char *page;
  DossierLink speaker;
  gboolean verbatim_of_speaker;
  const char *language;
  struct { const DossierTranslation *items; int n; } translations;
  DossierStrings hedges;
  DossierText note;
} DossierQuote;

typedef struct
{
  const char *id;
  DossierText title;
  DossierText summary;
  const char *color;
  DossierLinks quotes;
} DossierHypothesis;

typedef struct
{
  DossierLink actor;
  int role; /* DossierRole */
  DossierText as;
} DossierParticipant;

typedef struct
{
  int type;      /* of DOSSIER_VOCABULARY_PLOVER_TYPE, likewise below */
  int mode;
  struct { const int *items; int n; } contexts;
  int auxiliary;
} DossierPlover;

typedef struct
{
  const char *id;
  DossierText title;
  DossierText summary;
  DossierLink kind;
  DossierPlover plover;
  DossierDateField date;
  const char *date_text;
  DossierDateField date_printed;
  DossierDateField known_since;
  DossierLink part_of;
  DossierLinks responds_to;
  DossierLinks places;
  struct { const DossierParticipant *items; int n; } participants;
  int weight; /* 0 to 100 */
  DossierStrings tags;
  DossierStatement statement;
} DossierEvent;

typedef struct
{
  const char *id;
  DossierLink from;
  DossierLink to;
  gboolean directed;
  DossierLink kind;
  int sign; /* DossierSign */
  DossierText label;
  DossierText summary;
  DossierDateField date;
  const char *date_text;
  int weight; /* 0 to 100 */
  DossierLinks events;
  DossierStatement statement;
} DossierTie;

typedef struct
{
  const char *id;
  DossierLinks to;
  DossierLinks actors;
  int stance; /* DossierStance */
  DossierText summary;
  DossierDateField date;
  const char *date_text;
  DossierLink event;
  DossierLinks places;
  DossierStatement statement;
} DossierReaction;

typedef struct
{
  const char *id;
  DossierText title;
  DossierText summary;
  int type; /* DossierClaimType */
  DossierLinks about;
  const char *hedge;
  DossierDateField date;
  DossierLinks contradicts;
  DossierStatement statement;
} DossierClaim;

typedef struct
{
  const char *id;
  int type; /* DossierNoteType */
  DossierLinks about;
  DossierText title;
  DossierText text;
  const char *printed;
  const char *inferred;
  DossierText why;
  DossierLinks quotes;
} DossierNote;

typedef struct
{
  double x, y; /* the middle of the view, in units of the layout; NAN for none */
  double zoom; /* 1 shows the whole map */
} DossierCamera;

typedef struct
{
  DossierLinks actors;
  DossierLinks kinds;
  DossierLinks places;
  DossierLinks sources;
  struct { const int *items; int n; } statuses;
  DossierDateField date;
  const char *words;
} DossierSceneFilter;

typedef struct
{
  const char *id;
  DossierText title;
  DossierText caption;
  DossierText notes;
  DossierDateField date;
  DossierDateField as_of;
  DossierCamera camera;
  DossierLink select;
  DossierLinks emphasis;
  DossierLinks quotes;
  DossierSceneFilter filter;
  int view;       /* DossierSceneView */
  double seconds; /* 0 for none */
} DossierScene;

typedef struct
{
  const char *id;
  DossierText title;
  DossierText summary;
  struct { const DossierScene *items; int n; } scenes;
} DossierStory;

/* What stands at the top of the document beside the collections. */
typedef struct
{
  DossierText title;
  DossierText question;
  DossierText summary;
  const char *language;
  DossierStrings editors;
  const char *license;
  DossierDateField modified;
} DossierHeading;

G_END_DECLS
