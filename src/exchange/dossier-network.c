/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-network.h"

#include "exchange/dossier-network-lists-private.h"
#include "layout/dossier-map-arrangement.h"
#include "layout/dossier-map-content.h"
#include "model/dossier-calendar.h"
#include "painting/dossier-theme.h"
#include "painting/dossier-typesetter.h"

#include <math.h>

/* The proportion of the picture that the places are for: that of a wide window. */
#define ASPECT 1.8

/* The columns of actors, and those of ties. */
enum
{
  ACTOR_NAME,
  ACTOR_TYPE,
  ACTOR_SYMBOL,
  ACTOR_DESCRIPTION,
  ACTOR_COLOR,
  ACTOR_NAMES,
  ACTOR_AFFILIATIONS,
  ACTOR_POSTS,
  ACTOR_MEMBERS,
  ACTOR_PLACE,
  ACTOR_QUOTES,
  ACTOR_X,
  ACTOR_Y,
  ACTOR_PINNED,
};

enum
{
  TIE_KIND,
  TIE_KIND_LABEL,
  TIE_DIRECTED,
  TIE_SIGN,
  TIE_STATUS,
  TIE_WEIGHT,
  TIE_LABEL,
  TIE_SUMMARY,
  TIE_DATE,
  TIE_EARLIEST,
  TIE_LATEST,
  TIE_DATE_TEXT,
  TIE_CREDIBILITY,
  TIE_LIKELIHOOD,
  TIE_CONFIDENCE,
  TIE_ATTRIBUTED_TO,
  TIE_EVENTS,
  TIE_BEARINGS,
  TIE_QUOTES,
  TIE_EVIDENCE,
};

struct _DossierNetwork
{
  DossierDocument *document;
  DossierMap *map; /* node i is actor i */
};

/**
 * dossier_network_new:
 * @document: a document
 *
 * Lays out the map of @document, with every actor on its own.
 *
 * Returns: (transfer full): its actors and ties as tables
 */
DossierNetwork *
dossier_network_new (DossierDocument *document)
{
  DossierNetwork *self = g_new0 (DossierNetwork, 1);
  DossierTheme theme;
  DossierTypesetter *typesetter;

  self->document = g_object_ref (document);
  self->map = dossier_map_content_read (document, NULL, NULL);

  /* As in a picture: how much room labels take decides where actors stand. */
  dossier_theme_init (&theme, DOSSIER_THEME_LIGHT);
  typesetter = dossier_typesetter_new (&theme);
  dossier_map_set_text (self->map, dossier_typesetter_measure, typesetter);
  dossier_map_arrangement_run (self->map, ASPECT, NULL);
  dossier_typesetter_free (typesetter);

  return self;
}

/**
 * dossier_network_free:
 * @self: (nullable): a network, or %NULL
 *
 * Frees @self.
 */
void
dossier_network_free (DossierNetwork *self)
{
  if (self == NULL)
    return;

  dossier_map_free (self->map);
  g_object_unref (self->document);
  g_free (self);
}

/**
 * dossier_network_get_document:
 * @self: a network
 *
 * Returns: (transfer none): what it was made of
 */
DossierDocument *
dossier_network_get_document (DossierNetwork *self)
{
  return self->document;
}

/**
 * dossier_network_get_place:
 * @self: a network
 * @actor: which actor
 * @x: (out): where it stands on the map, to the right, in pixels at scale 1
 * @y: (out): likewise, downward
 */
void
dossier_network_get_place (DossierNetwork *self, int actor, double *x, double *y)
{
  *x = self->map->nodes[actor].x;
  *y = self->map->nodes[actor].y;
}

static char *
dup_text (const DossierText *text)
{
  return dossier_text_is_set (text) ? g_strdup (dossier_text_get (text, NULL)) : NULL;
}

static char *
dup_term (DossierVocabulary vocabulary, int value)
{
  return value != 0 ? g_strdup (dossier_vocabulary_get_key (vocabulary, value)) : NULL;
}

static char *
dup_boolean (gboolean value)
{
  return g_strdup (value ? "true" : "false");
}

static char *
dup_double (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (text, sizeof text, "%.3f", value));
}

static char *
dup_day (gint64 time, const DossierDateField *date)
{
  if (date->edtf == NULL || time == DOSSIER_TIME_MIN || time == DOSSIER_TIME_MAX)
    return NULL;

  return dossier_calendar_to_iso (time, FALSE);
}

static char *
dup_of_actor (DossierNetwork *self, int column, int index)
{
  const DossierActor *actor = dossier_document_get_actor (self->document, index);

  switch (column)
    {
    case ACTOR_NAME:
      return dup_text (&actor->name);
    case ACTOR_TYPE:
      return dup_term (DOSSIER_VOCABULARY_ACTOR_TYPE, actor->type);
    case ACTOR_SYMBOL:
      return g_strdup (actor->symbol);
    case ACTOR_DESCRIPTION:
      return dup_text (&actor->description);
    case ACTOR_COLOR:
      return g_strdup (actor->color);
    case ACTOR_NAMES:
      return dossier_network_dup_names (actor);
    case ACTOR_AFFILIATIONS:
      return dossier_network_dup_affiliations (self->document, actor);
    case ACTOR_POSTS:
      return dossier_network_dup_posts (self->document, actor);
    case ACTOR_MEMBERS:
      return dossier_network_dup_links (&actor->members);
    case ACTOR_PLACE:
      return g_strdup (actor->place.id);
    case ACTOR_QUOTES:
      return dossier_network_dup_quotes (self->document, &actor->quotes);
    case ACTOR_X:
      return dup_double (self->map->nodes[index].x);
    case ACTOR_Y:
      return dup_double (self->map->nodes[index].y);
    case ACTOR_PINNED:
      return dup_boolean (actor->position.pinned && isfinite (actor->position.x));
    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
dup_of_tie (DossierNetwork *self, int column, int index)
{
  const DossierTie *tie = dossier_document_get_tie (self->document, index);
  const DossierStatement *statement = &tie->statement;

  switch (column)
    {
    case TIE_KIND:
      return g_strdup (tie->kind.id);
    case TIE_KIND_LABEL:
      return tie->kind.id != NULL ? dossier_document_dup_title (self->document, tie->kind.ref, NULL) : NULL;
    case TIE_DIRECTED:
      return dup_boolean (tie->directed);
    case TIE_SIGN:
      return dup_term (DOSSIER_VOCABULARY_SIGN, tie->sign);
    case TIE_STATUS:
      return dup_term (DOSSIER_VOCABULARY_STATUS, MAX (statement->status, DOSSIER_STATUS_REPORTED));
    case TIE_WEIGHT:
      return g_strdup_printf ("%d", tie->weight);
    case TIE_LABEL:
      return dup_text (&tie->label);
    case TIE_SUMMARY:
      return dup_text (&tie->summary);
    case TIE_DATE:
      return g_strdup (tie->date.edtf);
    case TIE_EARLIEST:
      return dup_day (tie->date.span.start_earliest, &tie->date);
    case TIE_LATEST:
      return dup_day (tie->date.span.end_latest, &tie->date);
    case TIE_DATE_TEXT:
      return g_strdup (tie->date_text);
    case TIE_CREDIBILITY:
      return statement->credibility > 0 ? g_strdup_printf ("%d", statement->credibility) : NULL;
    case TIE_LIKELIHOOD:
      return dup_term (DOSSIER_VOCABULARY_LIKELIHOOD, statement->likelihood);
    case TIE_CONFIDENCE:
      return dup_term (DOSSIER_VOCABULARY_CONFIDENCE, statement->confidence);
    case TIE_ATTRIBUTED_TO:
      return dossier_network_dup_links (&statement->attributed_to);
    case TIE_EVENTS:
      return dossier_network_dup_links (&tie->events);
    case TIE_BEARINGS:
      return dossier_network_dup_bearings (statement);
    case TIE_QUOTES:
      return dossier_network_dup_quotes (self->document, &statement->quotes);
    case TIE_EVIDENCE:
      return dossier_network_dup_evidence (self->document, &statement->quotes);
    default:
      g_return_val_if_reached (NULL);
    }
}

typedef struct
{
  const char *name;
  DossierNetworkType type;
} Column;

static const Column actor_columns[] = {
  [ACTOR_NAME] = { "name", DOSSIER_NETWORK_STRING },
  [ACTOR_TYPE] = { "type", DOSSIER_NETWORK_STRING },
  [ACTOR_SYMBOL] = { "symbol", DOSSIER_NETWORK_STRING },
  [ACTOR_DESCRIPTION] = { "description", DOSSIER_NETWORK_STRING },
  [ACTOR_COLOR] = { "color", DOSSIER_NETWORK_STRING },
  [ACTOR_NAMES] = { "names", DOSSIER_NETWORK_STRING },
  [ACTOR_AFFILIATIONS] = { "affiliations", DOSSIER_NETWORK_STRING },
  [ACTOR_POSTS] = { "posts", DOSSIER_NETWORK_STRING },
  [ACTOR_MEMBERS] = { "members", DOSSIER_NETWORK_STRING },
  [ACTOR_PLACE] = { "place", DOSSIER_NETWORK_STRING },
  [ACTOR_QUOTES] = { "quotes", DOSSIER_NETWORK_STRING },
  [ACTOR_X] = { "x", DOSSIER_NETWORK_DOUBLE },
  [ACTOR_Y] = { "y", DOSSIER_NETWORK_DOUBLE },
  [ACTOR_PINNED] = { "pinned", DOSSIER_NETWORK_BOOLEAN },
};

static const Column tie_columns[] = {
  [TIE_KIND] = { "kind", DOSSIER_NETWORK_STRING },
  [TIE_KIND_LABEL] = { "kind_label", DOSSIER_NETWORK_STRING },
  [TIE_DIRECTED] = { "directed", DOSSIER_NETWORK_BOOLEAN },
  [TIE_SIGN] = { "sign", DOSSIER_NETWORK_STRING },
  [TIE_STATUS] = { "status", DOSSIER_NETWORK_STRING },
  [TIE_WEIGHT] = { "weight", DOSSIER_NETWORK_INTEGER },
  [TIE_LABEL] = { "label", DOSSIER_NETWORK_STRING },
  [TIE_SUMMARY] = { "summary", DOSSIER_NETWORK_STRING },
  [TIE_DATE] = { "date", DOSSIER_NETWORK_STRING },
  [TIE_EARLIEST] = { "earliest", DOSSIER_NETWORK_STRING },
  [TIE_LATEST] = { "latest", DOSSIER_NETWORK_STRING },
  [TIE_DATE_TEXT] = { "date_text", DOSSIER_NETWORK_STRING },
  [TIE_CREDIBILITY] = { "credibility", DOSSIER_NETWORK_INTEGER },
  [TIE_LIKELIHOOD] = { "likelihood", DOSSIER_NETWORK_STRING },
  [TIE_CONFIDENCE] = { "confidence", DOSSIER_NETWORK_STRING },
  [TIE_ATTRIBUTED_TO] = { "attributed_to", DOSSIER_NETWORK_STRING },
  [TIE_EVENTS] = { "events", DOSSIER_NETWORK_STRING },
  [TIE_BEARINGS] = { "bearings", DOSSIER_NETWORK_STRING },
  [TIE_QUOTES] = { "quotes", DOSSIER_NETWORK_STRING },
  [TIE_EVIDENCE] = { "evidence", DOSSIER_NETWORK_STRING },
};

/**
 * dossier_network_get_n_columns:
 * @side: nodes or edges
 *
 * Returns: how many columns they have
 */
int
dossier_network_get_n_columns (DossierNetworkSide side)
{
  return side == DOSSIER_NETWORK_ACTORS ? G_N_ELEMENTS (actor_columns) : G_N_ELEMENTS (tie_columns);
}

/**
 * dossier_network_get_name:
 * @side: nodes or edges
 * @column: which column, from 0
 *
 * Returns: its name, that of the field in a dossier where there is one
 */
const char *
dossier_network_get_name (DossierNetworkSide side, int column)
{
  return side == DOSSIER_NETWORK_ACTORS ? actor_columns[column].name : tie_columns[column].name;
}

/**
 * dossier_network_get_type:
 * @side: nodes or edges
 * @column: which column, from 0
 *
 * Returns: what its values are
 */
DossierNetworkType
dossier_network_get_type (DossierNetworkSide side, int column)
{
  return side == DOSSIER_NETWORK_ACTORS ? actor_columns[column].type : tie_columns[column].type;
}

/**
 * dossier_network_dup_value:
 * @self: a network
 * @side: nodes or edges
 * @column: which column, from 0
 * @index: which actor or which tie, as in the document
 *
 * Returns: (transfer full) (nullable): the value as text, %NULL if there is none
 */
char *
dossier_network_dup_value (DossierNetwork *self, DossierNetworkSide side, int column, int index)
{
  return side == DOSSIER_NETWORK_ACTORS ? dup_of_actor (self, column, index) : dup_of_tie (self, column, index);
}
