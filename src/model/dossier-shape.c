/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-shape.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stddef.h>
#include <string.h>

#define BIT(record) (1u << DOSSIER_RECORD_##record)
#define ANY_RECORD (((1u << DOSSIER_N_RECORDS) - 1) & ~BIT (NONE))

/* A field of the structure that the table is of; each table defines OWNER. */
#define FIELD(field_name, field_type, member, ...) \
  { .name = field_name, .name_length = sizeof field_name - 1, .type = DOSSIER_FIELD_##field_type, .offset = offsetof (OWNER, member), ##__VA_ARGS__ }
#define REQUIRED .required = TRUE
#define WORD .min_length = 1
#define PATTERN(what) .pattern = DOSSIER_PATTERN_##what
#define TERM(what) .vocabulary = DOSSIER_VOCABULARY_##what
#define MINIMUM(least) .has_minimum = TRUE, .minimum = least
#define RANGE(least, most) MINIMUM (least), .has_maximum = TRUE, .maximum = most
#define LINK(what, to) .relation = DOSSIER_RELATION_##what, .targets = to
#define SHAPE(table, structure, type) \
  { .name = #table, .size = sizeof (structure), .record = DOSSIER_RECORD_##type, .fields = table##_fields, .n_fields = G_N_ELEMENTS (table##_fields), .memory = &(DossierShapeMemory){ .once = 0 } }

#define ID FIELD ("id", ID, id, REQUIRED, PATTERN (ID), WORD, .max_length = 128)
#define DATE(field_name, member) FIELD (field_name, DATE, member, WORD, .max_length = 512)
#define QUOTES FIELD ("quotes", LINKS, quotes, LINK (QUOTE, BIT (QUOTE)))
#define COLOR FIELD ("color", STRING, color, PATTERN (COLOR))
#define LANGUAGE FIELD ("language", STRING, language, PATTERN (LANGUAGE))

#define OWNER DossierBearing
static const DossierField bearing_fields[] = {
  FIELD ("hypothesis", LINK, hypothesis, REQUIRED, LINK (BEARING, BIT (HYPOTHESIS))),
  FIELD ("stance", TERM, stance, REQUIRED, TERM (BEARING)),
  FIELD ("why", TEXT, why),
};
static const DossierShape bearing = SHAPE (bearing, DossierBearing, NONE);
#undef OWNER

#define STATEMENT                                                                              \
  FIELD ("status", TERM, statement.status, TERM (STATUS), .standard = DOSSIER_STATUS_REPORTED), \
  FIELD ("credibility", INTEGER, statement.credibility, RANGE (1, 6)),                         \
  FIELD ("likelihood", TERM, statement.likelihood, TERM (LIKELIHOOD)),                         \
  FIELD ("confidence", TERM, statement.confidence, TERM (CONFIDENCE)),                         \
  FIELD ("attributed_to", LINKS, statement.attributed_to, LINK (ATTRIBUTED_TO, BIT (ACTOR))),  \
  FIELD ("quotes", LINKS, statement.quotes, LINK (QUOTE, BIT (QUOTE))),                        \
  FIELD ("bearings", OBJECTS, statement.bearings, .shape = &bearing)

#define OWNER DossierName
static const DossierField name_fields[] = {
  FIELD ("text", STRING, text, REQUIRED, WORD),
  LANGUAGE,
  FIELD ("type", TERM, type, TERM (NAME_TYPE)),
  QUOTES,
};
static const DossierShape name = SHAPE (name, DossierName, NONE);
#undef OWNER

#define OWNER DossierKind
static const DossierField kind_fields[] = {
  ID,
  FIELD ("label", TEXT, label, REQUIRED),
  FIELD ("description", TEXT, description),
  COLOR,
};
static const DossierShape kind = SHAPE (kind, DossierKind, KIND);
#undef OWNER

#define OWNER DossierTieKind
static const DossierField tie_kind_fields[] = {
  ID,
  FIELD ("label", TEXT, label, REQUIRED),
  FIELD ("description", TEXT, description),
};
static const DossierShape tie_kind = SHAPE (tie_kind, DossierTieKind, TIE_KIND);
#undef OWNER

#define OWNER DossierPlace
static const DossierField place_fields[] = {
  ID,
  FIELD ("name", TEXT, name, REQUIRED),
  FIELD ("names", OBJECTS, names, .shape = &name),
  FIELD ("description", TEXT, description),
  FIELD ("part_of", LINK, part_of, LINK (PART_OF, BIT (PLACE))),
  FIELD ("latitude", NUMBER, latitude, RANGE (-90, 90), .standard = NAN),
  FIELD ("longitude", NUMBER, longitude, RANGE (-180, 180), .standard = NAN),
};
static const DossierShape place = SHAPE (place, DossierPlace, PLACE);
#undef OWNER

#define OWNER DossierPost
static const DossierField post_fields[] = {
  FIELD ("title", TEXT, title, REQUIRED),
  FIELD ("at", LINK, at, LINK (AT, BIT (ACTOR))),
  DATE ("date", date),
  QUOTES,
};
static const DossierShape post = SHAPE (post, DossierPost, NONE);
#undef OWNER

#define OWNER DossierAffiliation
static const DossierField affiliation_fields[] = {
  FIELD ("to", LINK, to, REQUIRED, LINK (AFFILIATION, BIT (ACTOR))),
  FIELD ("as", TEXT, as),
  DATE ("date", date),
  QUOTES,
};
static const DossierShape affiliation = SHAPE (affiliation, DossierAffiliation, NONE);
#undef OWNER

#define OWNER DossierPosition
static const DossierField position_fields[] = {
  FIELD ("x", NUMBER, x, REQUIRED, .standard = NAN),
  FIELD ("y", NUMBER, y, REQUIRED, .standard = NAN),
  FIELD ("pinned", BOOLEAN, pinned),
};
static const DossierShape position = SHAPE (position, DossierPosition, NONE);
#undef OWNER

#define OWNER DossierActor
static const DossierField actor_fields[] = {
  ID,
  FIELD ("type", TERM, type, REQUIRED, TERM (ACTOR_TYPE)),
  FIELD ("name", TEXT, name, REQUIRED),
  FIELD ("symbol", STRING, symbol, WORD, .max_length = 4),
  FIELD ("names", OBJECTS, names, .shape = &name),
  FIELD ("description", TEXT, description),
  COLOR,
  FIELD ("posts", OBJECTS, posts, .shape = &post),
  FIELD ("affiliations", OBJECTS, affiliations, .shape = &affiliation),
  FIELD ("members", LINKS, members, LINK (MEMBER, BIT (ACTOR))),
  FIELD ("place", LINK, place, LINK (PLACE, BIT (PLACE))),
  QUOTES,
  FIELD ("position", OBJECT, position, .shape = &position),
};
static const DossierShape actor = SHAPE (actor, DossierActor, ACTOR);
#undef OWNER

#define OWNER DossierSource
static const DossierField source_fields[] = {
  ID,
  FIELD ("csl", OPEN, csl, REQUIRED),
  FIELD ("label", TEXT, label),
  FIELD ("reliability", TERM, reliability, TERM (RELIABILITY)),
  LANGUAGE,
  FIELD ("file", STRING, file, PATTERN (FILE_NAME), WORD, .max_length = 255),
  FIELD ("sha256", STRING, sha256, PATTERN (SHA256)),
  FIELD ("cited_by", LINK, cited_by, LINK (CITED_BY, BIT (SOURCE))),
  FIELD ("actors", LINKS, actors, LINK (ACTOR, BIT (ACTOR))),
  QUOTES,
  FIELD ("note", TEXT, note),
};
static const DossierShape source = SHAPE (source, DossierSource, SOURCE);
#undef OWNER

#define OWNER DossierTranslation
static const DossierField translation_fields[] = {
  FIELD ("language", STRING, language, REQUIRED, PATTERN (LANGUAGE)),
  FIELD ("text", STRING, text, REQUIRED, WORD),
  FIELD ("by", STRING, by, WORD),
};
static const DossierShape translation = SHAPE (translation, DossierTranslation, NONE);
#undef OWNER

#define OWNER DossierQuote
static const DossierField quote_fields[] = {
  ID,
  FIELD ("source", LINK, source, REQUIRED, LINK (SOURCE, BIT (SOURCE))),
  FIELD ("exact", STRING, exact, REQUIRED, WORD),
  FIELD ("prefix", STRING, prefix),
  FIELD ("suffix", STRING, suffix),
  FIELD ("start", LONG, start, RANGE (0, 4294967295), .standard = -1),
  FIELD ("end", LONG, end, RANGE (0, 4294967295), .standard = -1),
  FIELD ("section", TEXT, section),
  FIELD ("paragraph", INTEGER, paragraph, RANGE (1, 1000000000)),
  FIELD ("page", STRING, page, WORD),
  FIELD ("speaker", LINK, speaker, LINK (SPEAKER, BIT (ACTOR))),
  FIELD ("verbatim_of_speaker", BOOLEAN, verbatim_of_speaker),
  LANGUAGE,
  FIELD ("translations", OBJECTS, translations, .shape = &translation),
  FIELD ("hedges", STRINGS, hedges, WORD),
  FIELD ("note", TEXT, note),
};
static const DossierShape quote = SHAPE (quote, DossierQuote, QUOTE);
#undef OWNER

#define OWNER DossierHypothesis
static const DossierField hypothesis_fields[] = {
  ID,
  FIELD ("title", TEXT, title, REQUIRED),
  FIELD ("summary", TEXT, summary),
  COLOR,
  QUOTES,
};
static const DossierShape hypothesis = SHAPE (hypothesis, DossierHypothesis, HYPOTHESIS);
#undef OWNER

#define OWNER DossierParticipant
static const DossierField participant_fields[] = {
  FIELD ("actor", LINK, actor, REQUIRED, LINK (PARTICIPANT, BIT (ACTOR))),
  FIELD ("role", TERM, role, TERM (ROLE)),
  FIELD ("as", TEXT, as),
};
static const DossierShape participant = SHAPE (participant, DossierParticipant, NONE);
#undef OWNER

#define OWNER DossierPlover
static const DossierField plover_fields[] = {
  FIELD ("type", TERM, type, REQUIRED, TERM (PLOVER_TYPE)),
  FIELD ("mode", TERM, mode, TERM (PLOVER_MODE)),
  FIELD ("contexts", TERMS, contexts, TERM (PLOVER_CONTEXT)),
  FIELD ("auxiliary", TERM, auxiliary, TERM (PLOVER_AUXILIARY)),
};
static const DossierShape plover = SHAPE (plover, DossierPlover, NONE);
#undef OWNER

#define OWNER DossierEvent
static const DossierField event_fields[] = {
  ID,
  FIELD ("title", TEXT, title, REQUIRED),
  FIELD ("summary", TEXT, summary),
  FIELD ("kind", LINK, kind, LINK (KIND, BIT (KIND))),
  FIELD ("plover", OBJECT, plover, .shape = &plover),
  DATE ("date", date),
  FIELD ("date_text", STRING, date_text, WORD),
  DATE ("date_printed", date_printed),
  DATE ("known_since", known_since),
  FIELD ("part_of", LINK, part_of, LINK (PART_OF, BIT (EVENT))),
  FIELD ("responds_to", LINKS, responds_to, LINK (RESPONDS_TO, BIT (EVENT))),
  FIELD ("places", LINKS, places, LINK (PLACE, BIT (PLACE))),
  FIELD ("participants", OBJECTS, participants, .shape = &participant),
  FIELD ("weight", INTEGER, weight, RANGE (0, 100), .standard = 50),
  FIELD ("tags", STRINGS, tags, WORD),
  STATEMENT,
};
static const DossierShape event = SHAPE (event, DossierEvent, EVENT);
#undef OWNER

#define OWNER DossierTie
static const DossierField tie_fields[] = {
  ID,
  FIELD ("from", LINK, from, REQUIRED, LINK (FROM, BIT (ACTOR))),
  FIELD ("to", LINK, to, REQUIRED, LINK (TO, BIT (ACTOR))),
  FIELD ("directed", BOOLEAN, directed, .standard = TRUE),
  FIELD ("kind", LINK, kind, REQUIRED, LINK (KIND, BIT (TIE_KIND))),
  FIELD ("sign", TERM, sign, REQUIRED, TERM (SIGN)),
  FIELD ("label", TEXT, label),
  FIELD ("summary", TEXT, summary),
  DATE ("date", date),
  FIELD ("date_text", STRING, date_text, WORD),
  FIELD ("weight", INTEGER, weight, RANGE (0, 100), .standard = 50),
  FIELD ("events", LINKS, events, LINK (EVENT, BIT (EVENT))),
  STATEMENT,
};
static const DossierShape tie = SHAPE (tie, DossierTie, TIE);
#undef OWNER

#define OWNER DossierReaction
static const DossierField reaction_fields[] = {
  ID,
  FIELD ("to", LINKS, to, REQUIRED, LINK (REACTION, BIT (EVENT) | BIT (TIE) | BIT (CLAIM))),
  FIELD ("actors", LINKS, actors, REQUIRED, LINK (ACTOR, BIT (ACTOR))),
  FIELD ("stance", TERM, stance, REQUIRED, TERM (STANCE)),
  FIELD ("summary", TEXT, summary),
  DATE ("date", date),
  FIELD ("date_text", STRING, date_text, WORD),
  FIELD ("event", LINK, event, LINK (EVENT, BIT (EVENT))),
  FIELD ("places", LINKS, places, LINK (PLACE, BIT (PLACE))),
  STATEMENT,
};
static const DossierShape reaction = SHAPE (reaction, DossierReaction, REACTION);
#undef OWNER

#define OWNER DossierClaim
static const DossierField claim_fields[] = {
  ID,
  FIELD ("title", TEXT, title, REQUIRED),
  FIELD ("summary", TEXT, summary),
  FIELD ("type", TERM, type, REQUIRED, TERM (CLAIM_TYPE)),
  FIELD ("about", LINKS, about, LINK (ABOUT, BIT (ACTOR) | BIT (EVENT) | BIT (TIE) | BIT (CLAIM))),
  FIELD ("hedge", STRING, hedge, WORD),
  DATE ("date", date),
  FIELD ("contradicts", LINKS, contradicts, LINK (CONTRADICTS, BIT (CLAIM))),
  STATEMENT,
};
static const DossierShape claim = SHAPE (claim, DossierClaim, CLAIM);
#undef OWNER

#define OWNER DossierNote
static const DossierField note_fields[] = {
  ID,
  FIELD ("type", TERM, type, REQUIRED, TERM (NOTE_TYPE)),
  FIELD ("about", LINKS, about, REQUIRED, LINK (ABOUT, ANY_RECORD)),
  FIELD ("title", TEXT, title, REQUIRED),
  FIELD ("text", TEXT, text),
  FIELD ("printed", STRING, printed, WORD),
  FIELD ("inferred", STRING, inferred, WORD),
  FIELD ("why", TEXT, why),
  QUOTES,
};
static const DossierShape note = SHAPE (note, DossierNote, NOTE);
#undef OWNER

#define OWNER DossierCamera
static const DossierField camera_fields[] = {
  FIELD ("x", NUMBER, x, REQUIRED, .standard = NAN),
  FIELD ("y", NUMBER, y, REQUIRED, .standard = NAN),
  FIELD ("zoom", NUMBER, zoom, REQUIRED, MINIMUM (0), .exclusive = TRUE),
};
static const DossierShape camera = SHAPE (camera, DossierCamera, NONE);
#undef OWNER

#define OWNER DossierSceneFilter
static const DossierField filter_fields[] = {
  FIELD ("actors", LINKS, actors, LINK (SCENE, BIT (ACTOR))),
  FIELD ("kinds", LINKS, kinds, LINK (SCENE, BIT (KIND))),
  FIELD ("places", LINKS, places, LINK (SCENE, BIT (PLACE))),
  FIELD ("sources", LINKS, sources, LINK (SCENE, BIT (SOURCE))),
  FIELD ("statuses", TERMS, statuses, TERM (STATUS)),
  DATE ("date", date),
  FIELD ("words", STRING, words),
};
static const DossierShape filter = SHAPE (filter, DossierSceneFilter, NONE);
#undef OWNER

#define OWNER DossierScene
static const DossierField scene_fields[] = {
  ID,
  FIELD ("title", TEXT, title),
  FIELD ("caption", TEXT, caption),
  FIELD ("notes", TEXT, notes),
  DATE ("date", date),
  DATE ("as_of", as_of),
  FIELD ("camera", OBJECT, camera, .shape = &camera),
  FIELD ("select", LINK, select, LINK (SCENE, ANY_RECORD)),
  FIELD ("emphasis", LINKS, emphasis, LINK (SCENE, ANY_RECORD)),
  FIELD ("quotes", LINKS, quotes, LINK (SCENE, BIT (QUOTE))),
  FIELD ("filter", OBJECT, filter, .shape = &filter),
  FIELD ("view", TERM, view, TERM (SCENE_VIEW)),
  FIELD ("seconds", NUMBER, seconds, MINIMUM (0)),
};
static const DossierShape scene = SHAPE (scene, DossierScene, SCENE);
#undef OWNER

#define OWNER DossierStory
static const DossierField story_fields[] = {
  ID,
  FIELD ("title", TEXT, title, REQUIRED),
  FIELD ("summary", TEXT, summary),
  FIELD ("scenes", OBJECTS, scenes, REQUIRED, .shape = &scene),
};
static const DossierShape story = SHAPE (story, DossierStory, STORY);
#undef OWNER

/* The document itself. "$schema" and "dossier" are checked, and kept nowhere. */
typedef struct
{
  DossierHeading heading;
  const char *schema;
  int version;
} Document;

#define COLLECTION(field_name, what) { .name = field_name, .name_length = sizeof field_name - 1, .type = DOSSIER_FIELD_COLLECTION, .shape = &what }

#define OWNER Document
static const DossierField document_fields[] = {
  FIELD ("$schema", STRING, schema),
  FIELD ("dossier", INTEGER, version, REQUIRED, RANGE (1, 1)),
  FIELD ("title", TEXT, heading.title, REQUIRED),
  FIELD ("question", TEXT, heading.question),
  FIELD ("summary", TEXT, heading.summary),
  FIELD ("language", STRING, heading.language, PATTERN (LANGUAGE)),
  FIELD ("editors", STRINGS, heading.editors, WORD),
  FIELD ("license", STRING, heading.license, WORD),
  DATE ("modified", heading.modified),
  COLLECTION ("kinds", kind),
  COLLECTION ("tie_kinds", tie_kind),
  COLLECTION ("places", place),
  COLLECTION ("actors", actor),
  COLLECTION ("sources", source),
  COLLECTION ("quotes", quote),
  COLLECTION ("hypotheses", hypothesis),
  COLLECTION ("events", event),
  COLLECTION ("ties", tie),
  COLLECTION ("reactions", reaction),
  COLLECTION ("claims", claim),
  COLLECTION ("notes", note),
  COLLECTION ("stories", story),
};
static const DossierShape document = SHAPE (document, Document, NONE);
#undef OWNER

/* A line of JSON Lines holds one of them. */
#define RECORD_LINE(what) { .name = #what, .name_length = sizeof #what - 1, .type = DOSSIER_FIELD_RECORD, .shape = &what }

static const DossierField line_fields[] = {
  RECORD_LINE (kind),
  RECORD_LINE (tie_kind),
  RECORD_LINE (place),
  RECORD_LINE (actor),
  RECORD_LINE (source),
  RECORD_LINE (quote),
  RECORD_LINE (hypothesis),
  RECORD_LINE (event),
  RECORD_LINE (tie),
  RECORD_LINE (reaction),
  RECORD_LINE (claim),
  RECORD_LINE (note),
  RECORD_LINE (story),
};
static const DossierShape line = { .name = "line", .fields = line_fields, .n_fields = G_N_ELEMENTS (line_fields) };

static const DossierShape *const records[DOSSIER_N_RECORDS] = {
  [DOSSIER_RECORD_KIND] = &kind,
  [DOSSIER_RECORD_TIE_KIND] = &tie_kind,
  [DOSSIER_RECORD_PLACE] = &place,
  [DOSSIER_RECORD_ACTOR] = &actor,
  [DOSSIER_RECORD_SOURCE] = &source,
  [DOSSIER_RECORD_QUOTE] = &quote,
  [DOSSIER_RECORD_HYPOTHESIS] = &hypothesis,
  [DOSSIER_RECORD_EVENT] = &event,
  [DOSSIER_RECORD_TIE] = &tie,
  [DOSSIER_RECORD_REACTION] = &reaction,
  [DOSSIER_RECORD_CLAIM] = &claim,
  [DOSSIER_RECORD_NOTE] = &note,
  [DOSSIER_RECORD_STORY] = &story,
  [DOSSIER_RECORD_SCENE] = &scene,
};

/**
 * dossier_shape_get_document:
 *
 * Returns: (transfer none): the shape of the document itself; its structure begins with a #DossierHeading
 */
const DossierShape *
dossier_shape_get_document (void)
{
  return &document;
}

static void
set_standards (const DossierShape *shape, gpointer structure)
{
  for (int i = 0; i < shape->n_fields; i++)
    {
      const DossierField *field = &shape->fields[i];
      gpointer slot = (char *) structure + field->offset;

      if (field->type == DOSSIER_FIELD_DATE)
        dossier_span_set_unknown (&((DossierDateField *) slot)->span);
      else if (field->type == DOSSIER_FIELD_OBJECT)
        set_standards (field->shape, slot);
      else if (field->standard == 0)
        continue;
      else if (field->type == DOSSIER_FIELD_NUMBER)
        *(double *) slot = field->standard;
      else if (field->type == DOSSIER_FIELD_LONG)
        *(gint64 *) slot = (gint64) field->standard;
      else
        *(int *) slot = (int) field->standard;
    }
}

/**
 * dossier_shape_get_facts:
 * @shape: a shape with a structure
 *
 * Returns: (transfer none): what follows from its fields
 */
const DossierShapeFacts *
dossier_shape_get_facts (const DossierShape *shape)
{
  DossierShapeMemory *memory = shape->memory;

  if (g_once_init_enter (&memory->once))
    {
      g_autofree char *zero = g_malloc0 (shape->size);
      g_autofree char *standards = g_malloc0 (shape->size);

      set_standards (shape, standards);
      if (memcmp (standards, zero, shape->size) != 0)
        memory->facts.standards = g_steal_pointer (&standards);

      for (int i = 0; i < shape->n_fields; i++)
        memory->facts.required |= shape->fields[i].required ? G_GUINT64_CONSTANT (1) << i : 0;

      g_once_init_leave (&memory->once, 1);
    }

  return &memory->facts;
}

/**
 * dossier_shape_get_line:
 *
 * Returns: (transfer none): the shape of a line of JSON Lines behind the first: a field for each type of record, of
 *   which a line has one; it has no structure
 */
const DossierShape *
dossier_shape_get_line (void)
{
  return &line;
}

/**
 * dossier_shape_get_record:
 * @record: a type of record, not %DOSSIER_RECORD_NONE
 *
 * Returns: (transfer none): its shape
 */
const DossierShape *
dossier_shape_get_record (DossierRecord record)
{
  g_return_val_if_fail (record > DOSSIER_RECORD_NONE && record < DOSSIER_N_RECORDS, NULL);

  return records[record];
}

/**
 * dossier_shape_get_record_name:
 * @record: a type of record
 *
 * Returns: (transfer none): what one such record is called in the user's language, with its article
 */
const char *
dossier_shape_get_record_name (DossierRecord record)
{
  static const char *const names[DOSSIER_N_RECORDS] = {
    [DOSSIER_RECORD_NONE] = N_ ("nothing"),
    [DOSSIER_RECORD_KIND] = N_ ("a kind"),
    [DOSSIER_RECORD_TIE_KIND] = N_ ("a kind of tie"),
    [DOSSIER_RECORD_PLACE] = N_ ("a place"),
    [DOSSIER_RECORD_ACTOR] = N_ ("an actor"),
    [DOSSIER_RECORD_SOURCE] = N_ ("a source"),
    [DOSSIER_RECORD_QUOTE] = N_ ("a quote"),
    [DOSSIER_RECORD_HYPOTHESIS] = N_ ("a hypothesis"),
    [DOSSIER_RECORD_EVENT] = N_ ("an event"),
    [DOSSIER_RECORD_TIE] = N_ ("a tie"),
    [DOSSIER_RECORD_REACTION] = N_ ("a reaction"),
    [DOSSIER_RECORD_CLAIM] = N_ ("a claim"),
    [DOSSIER_RECORD_NOTE] = N_ ("a note"),
    [DOSSIER_RECORD_STORY] = N_ ("a story"),
    [DOSSIER_RECORD_SCENE] = N_ ("a scene"),
  };

  g_return_val_if_fail (record < DOSSIER_N_RECORDS, NULL);

  return _ (names[record]);
}

/**
 * dossier_shape_foreach_link:
 * @shape: the shape of @structure
 * @structure: a record, or a part of one
 * @func: (scope call): is called for each link in it, in the order of the schema
 * @data: for @func
 *
 * Walks over every reference that a record makes, those of its parts among them. One that is not there, or was
 * not read since it is no id, is passed over.
 */
void
dossier_shape_foreach_link (const DossierShape *shape, gpointer structure, DossierLinkFunc func, gpointer data)
{
  for (int i = 0; i < shape->n_fields; i++)
    {
      const DossierField *field = &shape->fields[i];
      gpointer member = (char *) structure + field->offset;
      const DossierAnyList *list = member;

      if (field->type == DOSSIER_FIELD_LINK)
        {
          DossierLink *link = member;

          if (link->id != NULL)
            func (link, field, structure, data);
        }
      else if (field->type == DOSSIER_FIELD_LINKS)
        {
          DossierLink *links = (DossierLink *) list->items;

          for (int j = 0; j < list->n; j++)
            {
              if (links[j].id != NULL)
                func (&links[j], field, structure, data);
            }
        }
      else if (field->type == DOSSIER_FIELD_OBJECT)
        dossier_shape_foreach_link (field->shape, member, func, data);
      else if (field->type == DOSSIER_FIELD_OBJECTS)
        {
          for (int j = 0; j < list->n; j++)
            dossier_shape_foreach_link (field->shape, (char *) list->items + (gsize) j * field->shape->size, func, data);
        }
    }
}

static gboolean
is_loose (const DossierLink *link)
{
  return !dossier_ref_is_set (link->ref);
}

/**
 * dossier_shape_drop_loose_links:
 * @shape: the shape of @structure
 * @structure: a record whose links were resolved, or a part of one
 *
 * Takes out every link that leads nowhere, as if it were not written; and each part of a list that cannot be without
 * such a link.
 *
 * Returns: whether @structure itself can be without what was taken out
 */
gboolean
dossier_shape_drop_loose_links (const DossierShape *shape, gpointer structure)
{
  gboolean whole = TRUE;

  for (int i = 0; i < shape->n_fields; i++)
    {
      const DossierField *field = &shape->fields[i];
      gpointer member = (char *) structure + field->offset;
      DossierAnyList *list = member;
      int n = 0;

      if (field->type == DOSSIER_FIELD_LINK && is_loose (member))
        {
          whole &= !field->required;
          memset (member, 0, sizeof (DossierLink));
        }
      else if (field->type == DOSSIER_FIELD_LINKS)
        {
          DossierLink *links = (DossierLink *) list->items;

          for (int j = 0; j < list->n; j++)
            {
              if (!is_loose (&links[j]))
                links[n++] = links[j];
            }
          list->n = n;
        }
      else if (field->type == DOSSIER_FIELD_OBJECT)
        dossier_shape_drop_loose_links (field->shape, member);
      else if (field->type == DOSSIER_FIELD_OBJECTS)
        {
          char *items = (char *) list->items;
          gsize size = field->shape->size;

          for (int j = 0; j < list->n; j++)
            {
              if (dossier_shape_drop_loose_links (field->shape, items + (gsize) j * size))
                memmove (items + (gsize) n++ * size, items + (gsize) j * size, size);
            }
          list->n = n;
        }
    }

  return whole;
}
