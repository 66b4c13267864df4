/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-query.h"

#include "model/dossier-date.h"
#include "model/dossier-error.h"
#include "model/dossier-fold.h"
#include "model/dossier-search.h"
#include "model/dossier-shape.h"
#include "model/dossier-suggest.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum
{
  KEY_TYPE,
  KEY_TERM,     /* a value of a vocabulary */
  KEY_ROLE,
  KEY_REFERRER, /* refers to a record by one of some fields */
  KEY_ACTOR,    /* likewise, and the actor itself */
  KEY_BEARING,
  KEY_SOURCE,
  KEY_QUOTES,
  KEY_HAS,
  KEY_DATE,
} KeyType;

/* Before a condition that must not hold. A sign would mean something to a shell or to the parser of options. */
#define NEGATION "not-"

/* Which relations a condition follows, one bit each. */
#define BIT(relation) (G_GUINT64_CONSTANT (1) << DOSSIER_RELATION_##relation)
#define INVOLVES                                                                                                    \
  (BIT (PARTICIPANT) | BIT (FROM) | BIT (TO) | BIT (ACTOR) | BIT (ABOUT) | BIT (SPEAKER) | BIT (ATTRIBUTED_TO) |   \
   BIT (AFFILIATION) | BIT (AT) | BIT (MEMBER))

typedef struct
{
  const char *name;
  KeyType type;
  DossierVocabulary vocabulary; /* of a term */
  int bearing;                  /* a DossierBearingStance */
  guint64 relations;
} Key;

static const Key keys[] = {
  { "type", KEY_TYPE, 0, 0, 0 },
  { "status", KEY_TERM, DOSSIER_VOCABULARY_STATUS, 0, 0 },
  { "likelihood", KEY_TERM, DOSSIER_VOCABULARY_LIKELIHOOD, 0, 0 },
  { "stance", KEY_TERM, DOSSIER_VOCABULARY_STANCE, 0, 0 },
  { "sign", KEY_TERM, DOSSIER_VOCABULARY_SIGN, 0, 0 },
  { "claim", KEY_TERM, DOSSIER_VOCABULARY_CLAIM_TYPE, 0, 0 },
  { "note", KEY_TERM, DOSSIER_VOCABULARY_NOTE_TYPE, 0, 0 },
  { "role", KEY_ROLE, DOSSIER_VOCABULARY_ROLE, 0, 0 },
  { "actor", KEY_ACTOR, 0, 0, INVOLVES },
  { "place", KEY_REFERRER, 0, 0, BIT (PLACE) | BIT (PART_OF) },
  { "kind", KEY_REFERRER, 0, 0, BIT (KIND) },
  { "speaker", KEY_REFERRER, 0, 0, BIT (SPEAKER) },
  { "event", KEY_REFERRER, 0, 0, BIT (EVENT) | BIT (RESPONDS_TO) | BIT (PART_OF) },
  { "about", KEY_REFERRER, 0, 0, BIT (ABOUT) },
  { "reactions-to", KEY_REFERRER, 0, 0, BIT (REACTION) },
  { "contradicts", KEY_REFERRER, 0, 0, BIT (CONTRADICTS) },
  { "supports", KEY_BEARING, 0, DOSSIER_BEARING_SUPPORTS, 0 },
  { "opposes", KEY_BEARING, 0, DOSSIER_BEARING_OPPOSES, 0 },
  { "neutral-to", KEY_BEARING, 0, DOSSIER_BEARING_NEUTRAL, 0 },
  { "source", KEY_SOURCE, 0, 0, 0 },
  { "quotes-of", KEY_QUOTES, 0, 0, 0 },
  { "has", KEY_HAS, 0, 0, 0 },
  { "date", KEY_DATE, 0, 0, 0 },
};

typedef enum
{
  HAS_NOTE,
  HAS_REACTION,
  HAS_QUOTE,
  HAS_HEDGE,
  HAS_PRINTED_DATE,
} Has;

static const char *const has_words[] = { "note", "reaction", "quote", "hedge", "printed-date" };

/* One condition; which of the fields count depends on its key. */
typedef struct
{
  const Key *key;
  gboolean negated;
  guint64 values;    /* of a type, a term, a role, or what is had: one bit each */
  GArray *targets;   /* DossierRef: records that are named */
  GHashTable *found; /* those that refer to them, packed; NULL if that is not asked */
  DossierSpan span;
} Condition;

struct _DossierQuery
{
  DossierDocument *document;
  GPtrArray *conditions;
  GString *words;
};

static gpointer
pack (DossierRef ref)
{
  return GSIZE_TO_POINTER ((gsize) ref.type << 32 | (gsize) (guint32) ref.index);
}

static void
free_condition (gpointer data)
{
  Condition *condition = data;

  g_array_unref (condition->targets);
  if (condition->found != NULL)
    g_hash_table_unref (condition->found);
  g_free (condition);
}

static const Key *
find_key (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (g_str_equal (keys[i].name, name))
      return &keys[i];

  return NULL;
}

static gboolean
fail (GError **error, const char *what, const char *value, const char *const *candidates, int n)
{
  const char *near = dossier_suggest (value, candidates, n);
  g_autoptr (GString) list = g_string_new (NULL);

  for (int i = 0; i < n; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", candidates[i]);
  if (near != NULL)
    g_set_error (error, DOSSIER_ERROR, DOSSIER_ERROR_SYNTAX, _ ("“%s” is no %s; did you mean “%s”?"), value, what, near);
  else
    g_set_error (error, DOSSIER_ERROR, DOSSIER_ERROR_SYNTAX, _ ("“%s” is no %s; there are: %s"), value, what, list->str);

  return FALSE;
}

static gboolean
parse_type (Condition *self, const char *value, GError **error)
{
  const char *names[DOSSIER_N_RECORDS];
  int n = 0;

  for (int type = DOSSIER_RECORD_NONE + 1; type < DOSSIER_N_RECORDS; type++)
    {
      names[n] = dossier_shape_get_record ((DossierRecord) type)->name;
      if (g_str_equal (names[n], value))
        {
          self->values |= G_GUINT64_CONSTANT (1) << type;
          return TRUE;
        }
      n++;
    }

  return fail (error, _ ("type of record"), value, names, n);
}

static gboolean
parse_term (Condition *self, const char *value, GError **error)
{
  int n;
  const DossierTerm *terms = dossier_vocabulary_get_terms (self->key->vocabulary, &n);
  int term = dossier_vocabulary_lookup (self->key->vocabulary, value);
  g_autofree const char **names = g_new (const char *, n);

  if (term != 0)
    {
      self->values |= G_GUINT64_CONSTANT (1) << term;
      return TRUE;
    }

  for (int i = 0; i < n; i++)
    names[i] = terms[i].key;

  return fail (error, self->key->name, value, names, n);
}

static gboolean
parse_has (Condition *self, const char *value, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (has_words); i++)
    if (g_str_equal (has_words[i], value))
      {
        self->values |= G_GUINT64_CONSTANT (1) << i;
        return TRUE;
      }

  return fail (error, _ ("thing that can be had"), value, has_words, G_N_ELEMENTS (has_words));
}

/* By its id, or by a name in any spelling. */
static gboolean
parse_record (DossierQuery *self, Condition *condition, const char *value, GError **error)
{
  DossierRef ref = dossier_document_lookup (self->document, value);
  g_auto (DossierFold) wanted;
  g_auto (DossierFold) name;
  gsize before = condition->targets->len;

  dossier_fold_init (&wanted);
  dossier_fold_init (&name);
  dossier_fold_set (&wanted, value);

  if (dossier_ref_is_set (ref))
    {
      g_array_append_val (condition->targets, ref);
      return TRUE;
    }

  for (int i = 0; i < dossier_document_get_count (self->document, DOSSIER_RECORD_ACTOR); i++)
    {
      const DossierActor *actor = dossier_document_get_actor (self->document, i);
      gboolean is_it;

      dossier_fold_set (&name, dossier_text_get (&actor->name, NULL));
      is_it = g_str_equal (name.text->str, wanted.text->str);
      for (int j = 0; j < actor->names.n && !is_it; j++)
        {
          dossier_fold_set (&name, actor->names.items[j].text);
          is_it = g_str_equal (name.text->str, wanted.text->str);
        }
      if (is_it)
        {
          ref = (DossierRef){ DOSSIER_RECORD_ACTOR, i };
          g_array_append_val (condition->targets, ref);
        }
    }

  if (condition->targets->len > before)
    return TRUE;

  g_set_error (error, DOSSIER_ERROR, DOSSIER_ERROR_MEANING, _ ("nothing has the id, and nobody the name “%s”"), value);

  return FALSE;
}

static gboolean
parse_value (DossierQuery *self, Condition *condition, const char *value, GError **error)
{
  switch (condition->key->type)
    {
    case KEY_TYPE:
      return parse_type (condition, value, error);
    case KEY_TERM:
    case KEY_ROLE:
      return parse_term (condition, value, error);
    case KEY_HAS:
      return parse_has (condition, value, error);
    case KEY_REFERRER:
    case KEY_ACTOR:
    case KEY_BEARING:
    case KEY_SOURCE:
    case KEY_QUOTES:
      return parse_record (self, condition, value, error);
    case KEY_DATE:
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* Who refers to what is named is looked up once, not for every record. */
static void
find_referrers (DossierQuery *self, Condition *condition)
{
  condition->found = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < condition->targets->len; i++)
    {
      DossierRef target = g_array_index (condition->targets, DossierRef, i);
      int n = dossier_document_get_n_referrers (self->document, target);

      if (condition->key->type == KEY_ACTOR)
        g_hash_table_add (condition->found, pack (target));
      for (int j = 0; j < n; j++)
        {
          DossierReferrer referrer = dossier_document_get_referrer (self->document, target, j);

          if (condition->key->relations & G_GUINT64_CONSTANT (1) << referrer.relation)
            g_hash_table_add (condition->found, pack (referrer.from));
        }
    }
}

static const DossierLinks *
get_quotes (DossierDocument *document, DossierRef ref, DossierEvent **event)
{
  switch (ref.type)
    {
    case DOSSIER_RECORD_EVENT:
      *event = dossier_document_load_event (document, ref.index);
      return &(*event)->statement.quotes;
    case DOSSIER_RECORD_TIE:
      return &dossier_document_get_tie (document, ref.index)->statement.quotes;
    case DOSSIER_RECORD_REACTION:
      return &dossier_document_get_reaction (document, ref.index)->statement.quotes;
    case DOSSIER_RECORD_CLAIM:
      return &dossier_document_get_claim (document, ref.index)->statement.quotes;
    case DOSSIER_RECORD_NOTE:
      return &dossier_document_get_note (document, ref.index)->quotes;
    case DOSSIER_RECORD_ACTOR:
      return &dossier_document_get_actor (document, ref.index)->quotes;
    case DOSSIER_RECORD_SOURCE:
      return &dossier_document_get_source (document, ref.index)->quotes;
    case DOSSIER_RECORD_HYPOTHESIS:
      return &dossier_document_get_hypothesis (document, ref.index)->quotes;
    case DOSSIER_RECORD_NONE:
    case DOSSIER_RECORD_KIND:
    case DOSSIER_RECORD_TIE_KIND:
    case DOSSIER_RECORD_PLACE:
    case DOSSIER_RECORD_QUOTE:
    case DOSSIER_RECORD_STORY:
    case DOSSIER_RECORD_SCENE:
    case DOSSIER_N_RECORDS:
    default:
      return NULL;
    }
}

static void
find_quotes (DossierQuery *self, Condition *condition)
{
  condition->found = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < condition->targets->len; i++)
    {
      g_autoptr (DossierEvent) event = NULL;
      const DossierLinks *quotes = get_quotes (self->document, g_array_index (condition->targets, DossierRef, i), &event);

      for (int j = 0; quotes != NULL && j < quotes->n; j++)
        g_hash_table_add (condition->found, pack (quotes->items[j].ref));
    }
}

static gboolean
parse_condition (DossierQuery *self, const Key *key, gboolean negated, const char *text, GError **error)
{
  Condition *condition = g_new0 (Condition, 1);
  g_auto (GStrv) values = NULL;

  condition->key = key;
  condition->negated = negated;
  condition->targets = g_array_new (FALSE, FALSE, sizeof (DossierRef));
  g_ptr_array_add (self->conditions, condition);

  /* A set of dates has commas of its own. */
  if (key->type == KEY_DATE)
    return dossier_date_read_span (text, strlen (text), &condition->span, error);

  values = g_strsplit (text, ",", -1);
  for (int i = 0; values[i] != NULL; i++)
    if (!parse_value (self, condition, values[i], error))
      return FALSE;

  if (key->type == KEY_REFERRER || key->type == KEY_ACTOR)
    find_referrers (self, condition);
  else if (key->type == KEY_QUOTES)
    find_quotes (self, condition);

  return TRUE;
}

static gboolean
parse_part (DossierQuery *self, const char *part, GError **error)
{
  gboolean negated = g_str_has_prefix (part, NEGATION);
  const char *begin = negated ? part + strlen (NEGATION) : part;
  const char *colon = strchr (begin, ':');
  g_autofree char *name = colon != NULL ? g_strndup (begin, (gsize) (colon - begin)) : NULL;
  const Key *key = name != NULL ? find_key (name) : NULL;

  if (key != NULL && colon[1] != '\0')
    return parse_condition (self, key, negated, colon + 1, error);

  if (key == NULL && name != NULL && *name != '\0' && colon[1] != '\0')
    {
      const char *known[G_N_ELEMENTS (keys)];

      for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
        known[i] = keys[i].name;
      if (dossier_suggest (name, known, G_N_ELEMENTS (keys)) != NULL)
        return fail (error, _ ("condition"), name, known, G_N_ELEMENTS (keys));
    }

  /* "status:" without a value, and what has a colon by chance, are words. */
  g_string_append_printf (self->words, "%s%s", self->words->len > 0 ? " " : "", part);

  return TRUE;
}

/**
 * dossier_query_new:
 * @document: a document
 * @text: conditions and words, with spaces between them
 * @error: %DOSSIER_ERROR_SYNTAX or #DOSSIER_DATE_ERROR for a value that there cannot be, %DOSSIER_ERROR_MEANING for a
 *   record that there is not
 *
 * Returns: (transfer full): the question, %NULL with @error set
 */
DossierQuery *
dossier_query_new (DossierDocument *document, const char *text, GError **error)
{
  g_autoptr (DossierQuery) self = g_new0 (DossierQuery, 1);
  g_auto (GStrv) parts = g_strsplit_set (text, " \t\n", -1);

  self->document = g_object_ref (document);
  self->conditions = g_ptr_array_new_with_free_func (free_condition);
  self->words = g_string_new (NULL);

  for (int i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0' && !parse_part (self, parts[i], error))
      return NULL;

  return g_steal_pointer (&self);
}

/**
 * dossier_query_free:
 * @self: (nullable): a question, or %NULL
 */
void
dossier_query_free (DossierQuery *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->conditions);
  g_string_free (self->words, TRUE);
  g_object_unref (self->document);
  g_free (self);
}

/**
 * dossier_query_has_words:
 * @self: a question
 *
 * Returns: whether it has words: then the answers are in the order of how well they fit, otherwise in that of the
 *   document
 */
gboolean
dossier_query_has_words (DossierQuery *self)
{
  return self->words->len > 0;
}

/**
 * dossier_query_has_conditions:
 * @self: a question
 *
 * Returns: whether it has conditions
 */
gboolean
dossier_query_has_conditions (DossierQuery *self)
{
  return self->conditions->len > 0;
}

/* What is asked of a record, as far as it has that. */
typedef struct
{
  DossierEvent *event; /* NULL for other records; owned */
  const DossierStatement *statement;
  const DossierLinks *quotes;
  const DossierSpan *span;
  int stance;
  int sign;
  int claim_type;
  int note_type;
} Facts;

static void
clear_facts (Facts *facts)
{
  g_clear_pointer (&facts->event, dossier_event_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Facts, clear_facts)

static void
get_facts (DossierDocument *document, DossierRef ref, Facts *facts)
{
  *facts = (Facts){ NULL };

  facts->quotes = get_quotes (document, ref, &facts->event);
  if (ref.type == DOSSIER_RECORD_EVENT)
    {
      facts->statement = &facts->event->statement;
      facts->span = &facts->event->date.span;
    }
  else if (ref.type == DOSSIER_RECORD_TIE)
    {
      const DossierTie *tie = dossier_document_get_tie (document, ref.index);

      facts->statement = &tie->statement;
      facts->span = &tie->date.span;
      facts->sign = tie->sign;
    }
  else if (ref.type == DOSSIER_RECORD_REACTION)
    {
      const DossierReaction *reaction = dossier_document_get_reaction (document, ref.index);

      facts->statement = &reaction->statement;
      facts->span = &reaction->date.span;
      facts->stance = reaction->stance;
    }
  else if (ref.type == DOSSIER_RECORD_CLAIM)
    {
      const DossierClaim *claim = dossier_document_get_claim (document, ref.index);

      facts->statement = &claim->statement;
      facts->span = &claim->date.span;
      facts->claim_type = claim->type;
    }
  else if (ref.type == DOSSIER_RECORD_NOTE)
    {
      facts->note_type = dossier_document_get_note (document, ref.index)->type;
    }
}

static gboolean
has_value (const Condition *condition, int value)
{
  return value > 0 && (condition->values & G_GUINT64_CONSTANT (1) << value) != 0;
}

static gboolean
meets_term (const Condition *condition, const Facts *facts)
{
  switch (condition->key->vocabulary)
    {
    case DOSSIER_VOCABULARY_STATUS:
      /* What says nothing of it is reported. */
      return facts->statement != NULL && has_value (condition, MAX (facts->statement->status, DOSSIER_STATUS_REPORTED));
    case DOSSIER_VOCABULARY_LIKELIHOOD:
      return facts->statement != NULL && has_value (condition, facts->statement->likelihood);
    case DOSSIER_VOCABULARY_STANCE:
      return has_value (condition, facts->stance);
    case DOSSIER_VOCABULARY_SIGN:
      return has_value (condition, facts->sign);
    case DOSSIER_VOCABULARY_CLAIM_TYPE:
      return has_value (condition, facts->claim_type);
    case DOSSIER_VOCABULARY_NOTE_TYPE:
      return has_value (condition, facts->note_type);
    case DOSSIER_VOCABULARY_RELIABILITY:
    case DOSSIER_VOCABULARY_CONFIDENCE:
    case DOSSIER_VOCABULARY_ACTOR_TYPE:
    case DOSSIER_VOCABULARY_NAME_TYPE:
    case DOSSIER_VOCABULARY_ROLE:
    case DOSSIER_VOCABULARY_BEARING:
    case DOSSIER_VOCABULARY_SCENE_VIEW:
    case DOSSIER_VOCABULARY_PLOVER_TYPE:
    case DOSSIER_VOCABULARY_PLOVER_MODE:
    case DOSSIER_VOCABULARY_PLOVER_CONTEXT:
    case DOSSIER_VOCABULARY_PLOVER_AUXILIARY:
    case DOSSIER_N_VOCABULARIES:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
names (const Condition *condition, DossierRef ref)
{
  for (guint i = 0; i < condition->targets->len; i++)
    if (dossier_ref_equal (g_array_index (condition->targets, DossierRef, i), ref))
      return TRUE;

  return FALSE;
}

/* A role is one of the actors that the question names, if it names any. */
static gboolean
meets_role (DossierQuery *self, const Condition *condition, const Facts *facts)
{
  for (int i = 0; facts->event != NULL && i < facts->event->participants.n; i++)
    {
      const DossierParticipant *participant = &facts->event->participants.items[i];
      gboolean is_asked = FALSE;
      gboolean is_meant = FALSE;

      for (guint j = 0; j < self->conditions->len; j++)
        {
          const Condition *other = g_ptr_array_index (self->conditions, j);

          if (other->key->type == KEY_ACTOR && !other->negated)
            {
              is_asked = TRUE;
              is_meant = is_meant || names (other, participant->actor.ref);
            }
        }
      if ((is_meant || !is_asked) && has_value (condition, participant->role))
        return TRUE;
    }

  return FALSE;
}

static gboolean
meets_bearing (const Condition *condition, const Facts *facts)
{
  for (int i = 0; facts->statement != NULL && i < facts->statement->bearings.n; i++)
    {
      const DossierBearing *bearing = &facts->statement->bearings.items[i];

      if (bearing->stance == condition->key->bearing && names (condition, bearing->hypothesis.ref))
        return TRUE;
    }

  return FALSE;
}

static gboolean
meets_source (DossierQuery *self, const Condition *condition, DossierRef ref, const Facts *facts)
{
  if (ref.type == DOSSIER_RECORD_QUOTE)
    return names (condition, dossier_document_get_quote (self->document, ref.index)->source.ref);

  for (int i = 0; facts->quotes != NULL && i < facts->quotes->n; i++)
    if (names (condition, dossier_document_get_quote (self->document, facts->quotes->items[i].ref.index)->source.ref))
      return TRUE;

  return FALSE;
}

static gboolean
is_referred_to (DossierQuery *self, DossierRef ref, DossierRecord type, DossierRelation relation)
{
  int n = dossier_document_get_n_referrers (self->document, ref);

  for (int i = 0; i < n; i++)
    {
      DossierReferrer referrer = dossier_document_get_referrer (self->document, ref, i);

      if (referrer.from.type == type && referrer.relation == relation)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_hedge (DossierQuery *self, DossierRef ref)
{
  if (ref.type == DOSSIER_RECORD_QUOTE)
    return dossier_document_get_quote (self->document, ref.index)->hedges.n > 0;

  return ref.type == DOSSIER_RECORD_CLAIM && dossier_document_get_claim (self->document, ref.index)->hedge != NULL;
}

static gboolean
meets_has (DossierQuery *self, const Condition *condition, DossierRef ref, const Facts *facts)
{
  for (int has = 0; has < (int) G_N_ELEMENTS (has_words); has++)
    {
      gboolean met = FALSE;

      if ((condition->values & G_GUINT64_CONSTANT (1) << has) == 0)
        continue;

      if (has == HAS_NOTE)
        met = is_referred_to (self, ref, DOSSIER_RECORD_NOTE, DOSSIER_RELATION_ABOUT);
      else if (has == HAS_REACTION)
        met = is_referred_to (self, ref, DOSSIER_RECORD_REACTION, DOSSIER_RELATION_REACTION);
      else if (has == HAS_QUOTE)
        met = facts->quotes != NULL && facts->quotes->n > 0;
      else if (has == HAS_HEDGE)
        met = has_hedge (self, ref);
      else if (has == HAS_PRINTED_DATE)
        met = facts->event != NULL && facts->event->date_printed.edtf != NULL;
      if (met)
        return TRUE;
    }

  return FALSE;
}

static gboolean
meets_date (const Condition *condition, const Facts *facts)
{
  return facts->span != NULL && (facts->span->flags & DOSSIER_SPAN_UNKNOWN) == 0 &&
         facts->span->start_earliest <= condition->span.end_latest && facts->span->end_latest >= condition->span.start_earliest;
}

static gboolean
meets (DossierQuery *self, const Condition *condition, DossierRef ref, const Facts *facts)
{
  switch (condition->key->type)
    {
    case KEY_TYPE:
      return has_value (condition, (int) ref.type);
    case KEY_TERM:
      return meets_term (condition, facts);
    case KEY_ROLE:
      return meets_role (self, condition, facts);
    case KEY_REFERRER:
    case KEY_ACTOR:
    case KEY_QUOTES:
      return g_hash_table_contains (condition->found, pack (ref));
    case KEY_BEARING:
      return meets_bearing (condition, facts);
    case KEY_SOURCE:
      return meets_source (self, condition, ref, facts);
    case KEY_HAS:
      return meets_has (self, condition, ref, facts);
    case KEY_DATE:
      return meets_date (condition, facts);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
meets_all (DossierQuery *self, DossierRef ref)
{
  g_auto (Facts) facts = { NULL };

  if (self->conditions->len == 0)
    return TRUE;

  /* The type costs nothing to look at, and may spare the rest. */
  for (guint i = 0; i < self->conditions->len; i++)
    {
      const Condition *condition = g_ptr_array_index (self->conditions, i);

      if (condition->key->type == KEY_TYPE && has_value (condition, (int) ref.type) == condition->negated)
        return FALSE;
    }

  get_facts (self->document, ref, &facts);
  for (guint i = 0; i < self->conditions->len; i++)
    {
      const Condition *condition = g_ptr_array_index (self->conditions, i);

      if (meets (self, condition, ref, &facts) == condition->negated)
        return FALSE;
    }

  return TRUE;
}

/**
 * dossier_query_run:
 * @self: a question
 * @n_most: how many answers at the most
 * @cancellable: (nullable): to give up; then it returns what it has
 *
 * Returns: (transfer full) (element-type DossierRef): the records that answer it; none to an empty question
 */
GArray *
dossier_query_run (DossierQuery *self, int n_most, GCancellable *cancellable)
{
  GArray *answers = g_array_new (FALSE, FALSE, sizeof (DossierRef));

  if (dossier_query_has_words (self))
    {
      int n_hits = self->conditions->len > 0 ? G_MAXINT : n_most;
      g_autoptr (GPtrArray) hits = dossier_search (self->document, self->words->str, n_hits, cancellable);

      for (guint i = 0; i < hits->len && (int) answers->len < n_most; i++)
        {
          DossierRef ref = ((const DossierHit *) g_ptr_array_index (hits, i))->ref;

          if (meets_all (self, ref))
            g_array_append_val (answers, ref);
        }

      return answers;
    }

  for (int type = DOSSIER_RECORD_NONE + 1; type < DOSSIER_N_RECORDS && dossier_query_has_conditions (self); type++)
    {
      int n = dossier_document_get_count (self->document, (DossierRecord) type);

      for (int i = 0; i < n && (int) answers->len < n_most && !g_cancellable_is_cancelled (cancellable); i++)
        {
          DossierRef ref = { (DossierRecord) type, i };

          if (meets_all (self, ref))
            g_array_append_val (answers, ref);
        }
    }

  return answers;
}
