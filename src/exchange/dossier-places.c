/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-places.h"

#include "model/dossier-error.h"
#include "model/dossier-json.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The form of the file that these are kept in. */
#define VERSION 1

/* Places are kept to a part of a unit that is exact in binary and short in decimal digits. */
#define PARTS_OF_UNIT 16.0

/* No map is that large; what is further out is none of ours. */
#define FURTHEST 1e8

/* A room whose shape differs by no more than this factor shows the same picture. */
#define SAME_SHAPE 1.5

typedef struct
{
  double x;
  double y;
  gboolean placed;
  gboolean pinned;
} Place;

struct _DossierPlaces
{
  double aspect;
  gboolean folding_is_chosen;
  int n;
  Place *places;    /* by actor */
  gboolean *folded; /* by actor, whether others are folded into it */
};

static DossierPlaces *
make_empty (int n)
{
  DossierPlaces *self = g_new0 (DossierPlaces, 1);

  self->n = n;
  self->places = g_new0 (Place, MAX (1, n));
  self->folded = g_new0 (gboolean, MAX (1, n));

  return self;
}

static void
find_folded (const DossierMap *map, gboolean *folded)
{
  for (int i = 0; i < map->n_nodes; i++)
    if (map->nodes[i].shown_as != i)
      folded[map->nodes[i].shown_as] = TRUE;
}

static double
to_parts (double value)
{
  /* Adding 0 makes no sign of a negative zero. */
  return round (value * PARTS_OF_UNIT) / PARTS_OF_UNIT + 0.0;
}

/**
 * dossier_places_new:
 * @map: a map whose node i is actor i of its document
 * @aspect: the shape of the room that it was arranged for, width by height; above 0
 * @folding_is_chosen: whether a person chose who is folded into whom, so that it stays so in any room
 *
 * Takes the places of all actors that have one of their own. Those on the shelf and those that are folded into others
 * have none, unless they are pinned.
 *
 * Returns: (transfer full): the places
 */
DossierPlaces *
dossier_places_new (const DossierMap *map, double aspect, gboolean folding_is_chosen)
{
  DossierPlaces *self = make_empty (map->n_nodes);

  g_return_val_if_fail (aspect > 0 && isfinite (aspect), self);

  self->aspect = to_parts (aspect);
  self->folding_is_chosen = folding_is_chosen != FALSE;
  find_folded (map, self->folded);
  for (int i = 0; i < map->n_nodes; i++)
    {
      const DossierMapNode *node = &map->nodes[i];

      if (!node->placed || !(node->pinned || (node->shown_as == i && !node->loose)))
        continue;
      self->places[i] = (Place){ to_parts (node->x), to_parts (node->y), TRUE, node->pinned };
    }

  return self;
}

/**
 * dossier_places_free:
 * @self: (nullable): places, or %NULL
 */
void
dossier_places_free (DossierPlaces *self)
{
  if (self == NULL)
    return;

  g_free (self->places);
  g_free (self->folded);
  g_free (self);
}

static gboolean
read_number (JsonObject *object, const char *name, double *value)
{
  JsonNode *node = json_object_get_member (object, name);
  GType type = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (type != G_TYPE_DOUBLE && type != G_TYPE_INT64)
    return FALSE;

  *value = json_node_get_double (node);

  return isfinite (*value);
}

/* Absent is FALSE. */
static gboolean
read_boolean (JsonObject *object, const char *name, gboolean *value)
{
  JsonNode *node = json_object_get_member (object, name);

  *value = FALSE;
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return FALSE;

  *value = json_node_get_boolean (node);

  return TRUE;
}

/* The index of an actor, -1 if there is no such one any more. */
static int
find_actor (DossierDocument *document, const char *id)
{
  DossierRef ref = dossier_document_lookup (document, id);

  return ref.type == DOSSIER_RECORD_ACTOR ? ref.index : -1;
}

static gboolean
read_place (JsonNode *node, Place *place)
{
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;

  object = json_node_get_object (node);
  place->placed = TRUE;

  return read_number (object, "x", &place->x) && read_number (object, "y", &place->y) &&
         read_boolean (object, "pinned", &place->pinned) && fabs (place->x) <= FURTHEST && fabs (place->y) <= FURTHEST;
}

static gboolean
read_places (DossierPlaces *self, DossierDocument *document, JsonObject *root)
{
  JsonNode *node = json_object_get_member (root, "actors");
  JsonObjectIter iter;
  const char *id;
  JsonNode *member;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;

  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &id, &member))
    {
      Place place = { 0 };
      int actor = find_actor (document, id);

      if (!read_place (member, &place))
        return FALSE;
      if (actor >= 0)
        self->places[actor] = place;
    }

  return TRUE;
}

static gboolean
read_folded (DossierPlaces *self, DossierDocument *document, JsonObject *root)
{
  JsonNode *node = json_object_get_member (root, "folded");
  JsonArray *array;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *id = json_array_get_element (array, i);
      int actor;

      if (!JSON_NODE_HOLDS_VALUE (id) || json_node_get_value_type (id) != G_TYPE_STRING)
        return FALSE;
      actor = find_actor (document, json_node_get_string (id));
      if (actor >= 0)
        self->folded[actor] = TRUE;
    }

  return TRUE;
}

/* What the document itself says of places: who has saved others since is right. */
static char *
sum_up_document (DossierDocument *document)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (int i = 0; i < dossier_document_get_count (document, DOSSIER_RECORD_ACTOR); i++)
    {
      const DossierActor *actor = dossier_document_get_actor (document, i);
      char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *line = NULL;

      if (!isfinite (actor->position.x) || !isfinite (actor->position.y))
        continue;
      line = g_strdup_printf ("%s %s %s %d\n",
                              actor->id,
                              g_ascii_dtostr (x, sizeof x, actor->position.x),
                              g_ascii_dtostr (y, sizeof y, actor->position.y),
                              actor->position.pinned);
      g_checksum_update (checksum, (const guchar *) line, (gssize) strlen (line));
    }

  return g_strdup (g_checksum_get_string (checksum));
}

static gboolean
read_root (DossierPlaces *self, DossierDocument *document, JsonNode *node)
{
  JsonObject *root = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  double version;

  return root != NULL && read_number (root, "places", &version) && version == VERSION && read_number (root, "aspect", &self->aspect) &&
         self->aspect > 0 && read_boolean (root, "folding-is-chosen", &self->folding_is_chosen) && read_folded (self, document, root) &&
         read_places (self, document, root);
}

/**
 * dossier_places_read:
 * @bytes: what dossier_places_write() has made
 * @document: the document that it is about, perhaps changed since: actors that are gone are passed over
 * @error: set to %DOSSIER_ERROR_SCHEMA if @bytes are something else, to one of JSON_PARSER_ERROR if they are no JSON
 *
 * If the document has other positions of its own than when these were written, somebody has saved some: there are then
 * no places beside those.
 *
 * Returns: (transfer full) (nullable): the places, or %NULL; it may be %NULL without an error
 */
DossierPlaces *
dossier_places_read (GBytes *bytes, DossierDocument *document, GError **error)
{
  g_autoptr (DossierPlaces) self = make_empty (dossier_document_get_count (document, DOSSIER_RECORD_ACTOR));
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autofree char *basis = sum_up_document (document);
  JsonNode *node;

  if (!json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), error))
    return NULL;
  if (!read_root (self, document, json_parser_get_root (parser)))
    {
      g_set_error (error, DOSSIER_ERROR, DOSSIER_ERROR_SCHEMA, _ ("This holds no places of a map"));
      return NULL;
    }

  node = json_object_get_member (json_node_get_object (json_parser_get_root (parser)), "basis");
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || g_strcmp0 (json_node_get_string (node), basis) != 0)
    return NULL;

  return g_steal_pointer (&self);
}

static void
build_place (JsonBuilder *builder, const Place *place)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "x");
  json_builder_add_double_value (builder, place->x);
  json_builder_set_member_name (builder, "y");
  json_builder_add_double_value (builder, place->y);
  if (place->pinned)
    {
      json_builder_set_member_name (builder, "pinned");
      json_builder_add_boolean_value (builder, TRUE);
    }
  json_builder_end_object (builder);
}

/**
 * dossier_places_write:
 * @self: places
 * @document: the document of the map that they were taken from
 *
 * Returns: (transfer full): what dossier_places_read() reads; equal places make equal bytes
 */
GBytes *
dossier_places_write (const DossierPlaces *self, DossierDocument *document)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *basis = sum_up_document (document);
  char *text;

  g_return_val_if_fail (self->n == dossier_document_get_count (document, DOSSIER_RECORD_ACTOR), NULL);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "places");
  json_builder_add_int_value (builder, VERSION);
  json_builder_set_member_name (builder, "basis");
  json_builder_add_string_value (builder, basis);
  json_builder_set_member_name (builder, "aspect");
  json_builder_add_double_value (builder, self->aspect);
  json_builder_set_member_name (builder, "folding-is-chosen");
  json_builder_add_boolean_value (builder, self->folding_is_chosen);
  json_builder_set_member_name (builder, "folded");
  json_builder_begin_array (builder);
  for (int i = 0; i < self->n; i++)
    if (self->folded[i])
      json_builder_add_string_value (builder, dossier_document_get_actor (document, i)->id);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "actors");
  json_builder_begin_object (builder);
  for (int i = 0; i < self->n; i++)
    if (self->places[i].placed)
      {
        json_builder_set_member_name (builder, dossier_document_get_actor (document, i)->id);
        build_place (builder, &self->places[i]);
      }
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = dossier_json_to_text (root, TRUE);

  return g_bytes_new_take (text, strlen (text));
}

/**
 * dossier_places_dup_folding:
 * @self: places
 *
 * Returns: (transfer full) (array) (nullable): for each actor whether its people are folded into it, as a person chose
 *   it; %NULL if nobody did
 */
gboolean *
dossier_places_dup_folding (const DossierPlaces *self)
{
  return self->folding_is_chosen ? g_memdup2 (self->folded, sizeof *self->folded * (gsize) MAX (1, self->n)) : NULL;
}

/* Whether what is folded in the map was folded when the places were taken, and nothing else. */
static gboolean
has_same_folding (const DossierPlaces *self, const DossierMap *map)
{
  g_autofree gboolean *folded = g_new0 (gboolean, MAX (1, map->n_nodes));

  find_folded (map, folded);

  return memcmp (folded, self->folded, sizeof *folded * (gsize) map->n_nodes) == 0;
}

/**
 * dossier_places_apply:
 * @self: places
 * @map: a sealed map of the same document, not yet arranged
 * @aspect: the shape of the room that it is to be arranged for, width by height
 *
 * Has actors stand where they stood. In a room of another shape, and where others are folded, only those do that were
 * put there by hand: the rest would not fit it.
 *
 * Returns: whether all stand where they stood
 */
gboolean
dossier_places_apply (const DossierPlaces *self, DossierMap *map, double aspect)
{
  gboolean all;

  g_return_val_if_fail (self->n == map->n_nodes, FALSE);

  all = aspect < self->aspect * SAME_SHAPE && self->aspect < aspect * SAME_SHAPE && has_same_folding (self, map);
  for (int i = 0; i < map->n_nodes; i++)
    {
      DossierMapNode *node = &map->nodes[i];
      const Place *place = &self->places[i];

      if (!place->placed)
        continue;

      /* What was pinned once, as in the document, may have been let go of since. */
      node->pinned = place->pinned;
      if (!all && !place->pinned)
        continue;
      node->x = place->x;
      node->y = place->y;
      node->placed = node->recalled = TRUE;
    }

  return all;
}

static JsonNode *
make_position (const Place *place)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  build_place (builder, place);

  return json_builder_get_root (builder);
}

/* However finely the document tells it. */
static gboolean
is_position (const DossierActor *actor, const Place *place)
{
  return to_parts (actor->position.x) == place->x && to_parts (actor->position.y) == place->y && !actor->position.pinned == !place->pinned;
}

/**
 * dossier_places_is_chosen:
 * @self: places
 * @document: the document of the map that they were taken from
 *
 * What the layout alone decides it decides the same way another time, and need not be saved.
 *
 * Returns: whether a person has put actors where the document does not have them, or has let go of some that it has pinned
 */
gboolean
dossier_places_is_chosen (const DossierPlaces *self, DossierDocument *document)
{
  g_return_val_if_fail (self->n == dossier_document_get_count (document, DOSSIER_RECORD_ACTOR), FALSE);

  for (int i = 0; i < self->n; i++)
    {
      const DossierActor *actor = dossier_document_get_actor (document, i);
      const Place *place = &self->places[i];
      gboolean was_pinned = actor->position.pinned && isfinite (actor->position.x) && isfinite (actor->position.y);

      if (place->placed && (place->pinned || was_pinned) && !is_position (actor, place))
        return TRUE;
    }

  return FALSE;
}

/**
 * dossier_places_save:
 * @self: places
 * @document: the document of the map that they were taken from
 * @writer: what writes that document
 *
 * Has the positions of its actors be written into the document. What stands there already is not touched, nor are the
 * positions of actors that have no place now, as they are folded into others.
 *
 * Returns: how many actors get another position
 */
int
dossier_places_save (const DossierPlaces *self, DossierDocument *document, DossierWriter *writer)
{
  int n_changed = 0;

  g_return_val_if_fail (self->n == dossier_document_get_count (document, DOSSIER_RECORD_ACTOR), 0);

  for (int i = 0; i < self->n; i++)
    {
      const DossierActor *actor = dossier_document_get_actor (document, i);
      const Place *place = &self->places[i];
      DossierRef ref = { DOSSIER_RECORD_ACTOR, i };

      if (place->placed && !is_position (actor, place))
        {
          g_autoptr (JsonNode) position = make_position (place);

          dossier_writer_set_field (writer, ref, "position", position);
          n_changed++;
        }
    }

  return n_changed;
}
