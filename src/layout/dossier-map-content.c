/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-map-content.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The weight in a dossier that is ordinary. */
#define ORDINARY_WEIGHT 50.0

/* How many square pixels an actor with ties needs, for mark, name and lines. */
#define ROOM_OF_ACTOR 24000.0

/* What a tie of weight 0 still weighs: it is drawn, thin. */
#define LEAST_WEIGHT 0.1

/* Whether @node is @above or stands beside it by however many steps. */
static gboolean
is_beside (const DossierMap *map, int node, int above)
{
  for (; node >= 0; node = map->nodes[node].parent)
    if (node == above)
      return TRUE;

  return FALSE;
}

/* An actor stands beside the first that it belongs to. */
static void
set_parents (DossierMap *map, DossierDocument *document)
{
  for (int i = 0; i < map->n_nodes; i++)
    {
      const DossierActor *actor = dossier_document_get_actor (document, i);
      int parent = actor->affiliations.n > 0 ? actor->affiliations.items[0].to.ref.index : -1;

      if (parent >= 0 && parent < map->n_nodes && !is_beside (map, parent, i))
        map->nodes[i].parent = parent;
    }
}

/* Folds everyone who belongs to a state into it, and a person without a state into what the person belongs to. What
 * belongs to no state stands for itself, as the bodies of the United Nations do. */
static void
fold_nodes (DossierMap *map, const gboolean *folded)
{
  for (int i = 0; i < map->n_nodes; i++)
    {
      DossierMapNode *node = &map->nodes[i];
      int state = node->parent;

      while (state >= 0 && map->nodes[state].type != DOSSIER_ACTOR_TYPE_STATE)
        state = map->nodes[state].parent;
      if (state < 0 && node->type == DOSSIER_ACTOR_TYPE_PERSON)
        state = node->parent;

      if (state >= 0 && folded[state])
        node->shown_as = state;

      node->visible = node->shown_as == i;
    }
}

/* Everyone who has others beside them gets a hull in their colour. */
static void
add_groups (DossierMap *map)
{
  g_autofree int *first = g_new (int, MAX (1, map->n_nodes));
  g_autofree int *next = g_new (int, MAX (1, map->n_nodes));
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (int));

  for (int i = 0; i < map->n_nodes; i++)
    first[i] = -1;
  for (int i = map->n_nodes - 1; i >= 0; i--)
    if (map->nodes[i].parent >= 0 && map->nodes[i].visible)
      {
        next[i] = first[map->nodes[i].parent];
        first[map->nodes[i].parent] = i;
      }

  for (int i = 0; i < map->n_nodes; i++)
    {
      if (first[i] < 0)
        continue;

      g_array_set_size (members, 0);
      g_array_append_val (members, i);
      for (int child = first[i]; child >= 0; child = next[child])
        g_array_append_val (members, child);
      dossier_map_add_group (map, i, NULL, (const int *) members->data, (int) members->len);
    }
}

/* Whether no source is quoted for it, and nobody is said to say so. */
static gboolean
is_inferred (const DossierTie *tie)
{
  return tie->statement.quotes.n == 0 && tie->statement.attributed_to.n == 0;
}

/* What an opened ribbon says of a tie beside its label: "Arms · alleged · South Korean defence chief". */
static char *
describe_tie (DossierDocument *document, const DossierTie *tie, DossierStatus status, const char *language)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (tie->kind.ref.type == DOSSIER_RECORD_TIE_KIND)
    g_string_append (text, dossier_text_get (&dossier_document_get_tie_kind (document, tie->kind.ref.index)->label, language));
  if (text->len > 0)
    g_string_append (text, " · ");
  /* Nobody says so: there is no status of what is said. */
  g_string_append (text, is_inferred (tie) ? _ ("inferred by the editor") : dossier_vocabulary_get_label (DOSSIER_VOCABULARY_STATUS, (int) status));

  for (int i = 0; i < tie->statement.attributed_to.n; i++)
    {
      const DossierActor *actor = dossier_document_get_actor (document, tie->statement.attributed_to.items[i].ref.index);

      g_string_append (text, i == 0 ? " · " : ", ");
      g_string_append (text, dossier_text_get (&actor->name, language));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * dossier_map_content_read:
 * @document: a document
 * @language: (nullable): the language of names, %NULL for the user's
 * @folded: (array) (nullable): for each actor whether those that belong to it are folded into it, whose ties theirs
 *   then are; %NULL for none. It counts for states, and for what people without a state belong to
 *
 * Makes a map of all actors and all ties, whatever their date. Node i is actor i; one that is folded is not visible.
 * Nothing is added that nobody states: events at which two actors meet are no tie. Saved positions and pins
 * are taken over.
 *
 * Returns: (transfer full): a sealed map, not yet arranged
 */
DossierMap *
dossier_map_content_read (DossierDocument *document, const char *language, const gboolean *folded)
{
  DossierMap *map = dossier_map_new ();
  int n_actors = dossier_document_get_count (document, DOSSIER_RECORD_ACTOR);
  int n_ties = dossier_document_get_count (document, DOSSIER_RECORD_TIE);

  for (int i = 0; i < n_actors; i++)
    {
      const DossierActor *actor = dossier_document_get_actor (document, i);
      int node = dossier_map_add_node (map,
                                       actor->id,
                                       (DossierActorType) actor->type,
                                       dossier_text_get (&actor->name, language),
                                       actor->symbol);

      map->nodes[node].actor = i;
      if (isfinite (actor->position.x) && isfinite (actor->position.y))
        {
          map->nodes[node].x = actor->position.x;
          map->nodes[node].y = actor->position.y;
          map->nodes[node].placed = TRUE;
          map->nodes[node].pinned = actor->position.pinned;
        }
    }
  set_parents (map, document);
  if (folded != NULL)
    fold_nodes (map, folded);
  add_groups (map);

  for (int i = 0; i < n_ties; i++)
    {
      const DossierTie *tie = dossier_document_get_tie (document, i);
      int from = map->nodes[tie->from.ref.index].shown_as;
      int to = map->nodes[tie->to.ref.index].shown_as;
      DossierStatus status = tie->statement.status != DOSSIER_STATUS_NONE ? (DossierStatus) tie->statement.status : DOSSIER_STATUS_REPORTED;
      g_autofree char *detail = NULL;

      /* What is between a state and its own people has no line when they are folded. */
      if (from == to)
        continue;

      dossier_map_add_tie (map,
                           i,
                           from,
                           to,
                           tie->directed,
                           (DossierSign) tie->sign,
                           status,
                           MAX (tie->weight / ORDINARY_WEIGHT, LEAST_WEIGHT),
                           dossier_text_get (&tie->label, language));
      detail = describe_tie (document, tie, status, language);
      dossier_map_describe_tie (map, map->n_ties - 1, tie->kind.ref.index, detail);
      map->ties[map->n_ties - 1].inferred = is_inferred (tie);
    }
  dossier_map_seal (map);

  return map;
}

/**
 * dossier_map_content_fold_all:
 * @document: a document
 * @folded: whether they are folded
 *
 * Returns: (transfer full) (array): for each actor that its people and bodies are folded into it, or that they are not
 */
gboolean *
dossier_map_content_fold_all (DossierDocument *document, gboolean folded)
{
  int n = dossier_document_get_count (document, DOSSIER_RECORD_ACTOR);
  gboolean *all = g_new (gboolean, MAX (1, n));

  for (int i = 0; i < n; i++)
    all[i] = folded != FALSE;

  return all;
}

/**
 * dossier_map_content_is_crowded:
 * @document: a document
 * @width: how wide its map is shown, in pixels
 * @height: how high
 *
 * Returns: whether that many actors with ties have no room there for a mark, a name and lines between them, so that
 *   a map is better read folded
 */
gboolean
dossier_map_content_is_crowded (DossierDocument *document, double width, double height)
{
  int n_ties = dossier_document_get_count (document, DOSSIER_RECORD_TIE);
  g_autoptr (GHashTable) tied = g_hash_table_new (NULL, NULL);

  for (int i = 0; i < n_ties; i++)
    {
      const DossierTie *tie = dossier_document_get_tie (document, i);

      g_hash_table_add (tied, GINT_TO_POINTER (tie->from.ref.index));
      g_hash_table_add (tied, GINT_TO_POINTER (tie->to.ref.index));
    }

  return g_hash_table_size (tied) * ROOM_OF_ACTOR > width * height;
}

/* Whether it can have held at any moment of the span. What has no date is not known to be over. */
static gboolean
meets_span (const DossierSpan *span, gint64 begin, gint64 end)
{
  if (span->flags & DOSSIER_SPAN_UNKNOWN)
    return TRUE;

  return span->start_earliest <= end && span->end_latest >= begin;
}

static gboolean
has_chosen_actor (DossierMap *map, DossierFilter *filter, const DossierTie *tie)
{
  for (int side = 0; side < 2; side++)
    for (int node = side == 0 ? tie->from.ref.index : tie->to.ref.index; node >= 0; node = map->nodes[node].parent)
      if (dossier_filter_get_chosen (filter, DOSSIER_FACET_ACTOR, map->nodes[node].actor))
        return TRUE;

  return FALSE;
}

/* By a facet of the sources of the tie's quotes: the sources themselves, or how reliable they are. */
static gboolean
has_chosen_source (DossierDocument *document, DossierFilter *filter, DossierFacet facet, const DossierTie *tie)
{
  for (int i = 0; i < tie->statement.quotes.n; i++)
    {
      int source = dossier_document_get_quote (document, tie->statement.quotes.items[i].ref.index)->source.ref.index;
      int value = facet == DOSSIER_FACET_SOURCE ? source : dossier_document_get_source (document, source)->reliability;

      if (dossier_filter_get_chosen (filter, facet, value))
        return TRUE;
    }

  return facet == DOSSIER_FACET_RELIABILITY && tie->statement.quotes.n == 0 &&
         dossier_filter_get_chosen (filter, facet, DOSSIER_RELIABILITY_NONE);
}

static gboolean
has_chosen_value (DossierMap *map, DossierDocument *document, DossierFilter *filter, DossierFacet facet, const DossierTie *tie)
{
  switch (facet)
    {
    case DOSSIER_FACET_STATUS:
      return dossier_filter_get_chosen (filter, facet, tie->statement.status);
    case DOSSIER_FACET_LIKELIHOOD:
      return dossier_filter_get_chosen (filter, facet, tie->statement.likelihood);
    case DOSSIER_FACET_CREDIBILITY:
      return dossier_filter_get_chosen (filter, facet, tie->statement.credibility);
    case DOSSIER_FACET_ACTOR:
      return has_chosen_actor (map, filter, tie);
    case DOSSIER_FACET_SOURCE:
    case DOSSIER_FACET_RELIABILITY:
      return has_chosen_source (document, filter, facet, tie);
    case DOSSIER_FACET_KIND:
    case DOSSIER_FACET_PLACE:
    case DOSSIER_FACET_STANCE:
    case DOSSIER_N_FACETS:
    default:
      g_assert_not_reached ();
    }
}

/* A tie has a status, a grade, two actors, sources and a date of its own, by which it is filtered like an event. Kinds,
 * places, reactions and words are those of its events: one of them must be shown. */
static gboolean
passes_filter (DossierMap *map, DossierDocument *document, DossierFilter *filter, const DossierMapTie *map_tie)
{
  const DossierTie *tie = dossier_document_get_tie (document, map_tie->tie);
  static const DossierFacet own[] = {
    DOSSIER_FACET_STATUS,
    DOSSIER_FACET_LIKELIHOOD,
    DOSSIER_FACET_CREDIBILITY,
    DOSSIER_FACET_ACTOR,
    DOSSIER_FACET_SOURCE,
    DOSSIER_FACET_RELIABILITY,
  };
  gint64 begin;
  gint64 end;

  for (gsize i = 0; i < G_N_ELEMENTS (own); i++)
    if (dossier_filter_get_n_chosen (filter, own[i]) > 0 &&
        has_chosen_value (map, document, filter, own[i], tie) == dossier_filter_get_negated (filter, own[i]))
      return FALSE;
  if (dossier_filter_get_dates (filter, &begin, &end) && !meets_span (&tie->date.span, begin, end))
    return FALSE;

  if (!dossier_filter_has_test (filter, DOSSIER_FACET_KIND) && !dossier_filter_has_test (filter, DOSSIER_FACET_PLACE) &&
      !dossier_filter_has_test (filter, DOSSIER_FACET_STANCE) && !dossier_filter_has_test (filter, DOSSIER_FILTER_WORDS))
    return TRUE;

  for (int i = 0; i < tie->events.n; i++)
    if (dossier_filter_shows (filter, tie->events.items[i].ref.index))
      return TRUE;

  return FALSE;
}

/* What a person is within a span, the first of several; NULL for nothing that is known. */
static const char *
find_post (DossierMap *map, const DossierActor *actor, gint64 begin, gint64 end)
{
  for (int i = 0; i < actor->posts.n; i++)
    if (meets_span (&actor->posts.items[i].date.span, begin, end))
      return g_string_chunk_insert_const (map->strings, dossier_text_get (&actor->posts.items[i].title, NULL));

  return NULL;
}

/**
 * dossier_map_content_show:
 * @map: the map of @document
 * @document: its document
 * @filter: (nullable): what is chosen, %NULL for everything
 * @begin: the first second of the span of time to show, %DOSSIER_TIME_MIN for all from the start
 * @end: its last second, %DOSSIER_TIME_MAX for all up to the end; the same as @begin for a single moment
 *
 * Decides which ties are visible: those that can have held at some moment of the span and that the filter
 * lets through. No place changes. Persons have the posts of that time. Whose affiliation does not hold then stands in no hull. An actor that has ties, but none of them now, is drawn faint.
 */
void
dossier_map_content_show (DossierMap *map, DossierDocument *document, DossierFilter *filter, gint64 begin, gint64 end)
{
  g_autofree gboolean *is_active = g_new0 (gboolean, MAX (1, map->n_nodes));
  gboolean all_pass = filter == NULL || dossier_filter_is_empty (filter);

  g_return_if_fail (map->n_nodes == dossier_document_get_count (document, DOSSIER_RECORD_ACTOR));

  for (int i = 0; i < map->n_ties; i++)
    {
      DossierMapTie *tie = &map->ties[i];

      tie->presence = 1;
      tie->visible = meets_span (&dossier_document_get_tie (document, tie->tie)->date.span, begin, end) &&
                     (all_pass || passes_filter (map, document, filter, tie));
      if (tie->visible)
        is_active[tie->from] = is_active[tie->to] = TRUE;
    }

  for (int i = 0; i < map->n_nodes; i++)
    {
      const DossierActor *actor = dossier_document_get_actor (document, i);

      map->nodes[i].post = find_post (map, actor, begin, end);
      map->nodes[i].is_beside = actor->affiliations.n == 0 || meets_span (&actor->affiliations.items[0].date.span, begin, end);
      map->nodes[i].faint = map->nodes[i].weight > 0 && !is_active[i];
      map->nodes[i].presence = map->nodes[i].faint ? 0 : 1;
    }
}

static int
find_ribbon_of (const DossierMap *map, int actor, int other_actor)
{
  return dossier_map_find_ribbon (map, map->nodes[actor].shown_as, map->nodes[other_actor].shown_as);
}

/**
 * dossier_map_content_open:
 * @map: a map made by dossier_map_content_read()
 * @document: its document
 * @selected: the selected record, %DOSSIER_REF_NONE for a pair or nothing
 * @actor: one actor of a selected pair, -1 if no pair is selected
 * @other_actor: the other one
 *
 * Finds the ribbon to be opened into its statements: that of the selected pair or tie. The map is given its
 * moments: when the events began that bear out its visible ties.
 *
 * Returns: that ribbon, -1 if there is none
 */
int
dossier_map_content_open (DossierMap *map, DossierDocument *document, DossierRef selected, int actor, int other_actor)
{
  int ribbon = -1;
  const DossierEvents *events = dossier_document_get_events (document);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) moments = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (actor >= 0 && other_actor >= 0)
    {
      ribbon = find_ribbon_of (map, actor, other_actor);
    }
  else if (selected.type == DOSSIER_RECORD_TIE)
    {
      const DossierTie *tie = dossier_document_get_tie (document, selected.index);

      ribbon = find_ribbon_of (map, tie->from.ref.index, tie->to.ref.index);
    }

  for (int i = 0; ribbon >= 0 && i < map->ribbons[ribbon].n_ties; i++)
    {
      const DossierMapTie *map_tie = &map->ties[map->ribbons[ribbon].first_tie + i];
      const DossierTie *tie = dossier_document_get_tie (document, map_tie->tie);

      for (int j = 0; j < tie->events.n && map_tie->visible; j++)
        {
          int event = tie->events.items[j].ref.index;
          DossierSpan span;

          dossier_events_get_span (events, event, &span);
          if (span.flags & DOSSIER_SPAN_UNKNOWN || span.start_earliest == DOSSIER_TIME_MIN || !g_hash_table_add (seen, GINT_TO_POINTER (event + 1)))
            continue;
          g_array_append_val (moments, span.start_earliest);
        }
    }

  dossier_map_set_moments (map, (const gint64 *) moments->data, (int) moments->len);

  return ribbon;
}

/**
 * dossier_map_content_emphasise:
 * @map: a map made by dossier_map_content_read()
 * @related: (nullable): what belongs to the selection, %NULL if nothing is selected
 * @selected: the selected record, %DOSSIER_REF_NONE for a pair or nothing
 * @actor: one actor of a selected pair, -1 if no pair is selected
 * @other_actor: the other one
 *
 * Sets off what is selected and lets stand back what does not belong to it.
 */
void
dossier_map_content_emphasise (DossierMap *map, const DossierRelated *related, DossierRef selected, int actor, int other_actor)
{
  int ribbon = -1;

  for (int i = 0; i < map->n_nodes; i++)
    {
      DossierRef ref = { DOSSIER_RECORD_ACTOR, map->nodes[i].actor };

      map->nodes[i].selected = dossier_ref_equal (ref, selected);
      map->nodes[i].dimmed = related != NULL && !map->nodes[i].selected && !dossier_related_contains (related, ref);
    }

  /* Whoever is folded into a state is set off as that state. */
  for (int i = 0; i < map->n_nodes; i++)
    {
      DossierMapNode *shown = &map->nodes[map->nodes[i].shown_as];

      shown->selected = shown->selected || map->nodes[i].selected;
      shown->dimmed = shown->dimmed && map->nodes[i].dimmed;
    }

  for (int i = 0; i < map->n_ties; i++)
    {
      DossierRef ref = { DOSSIER_RECORD_TIE, map->ties[i].tie };

      map->ties[i].dimmed = related != NULL && !dossier_ref_equal (ref, selected) && !dossier_related_contains (related, ref);
      if (dossier_ref_equal (ref, selected))
        ribbon = dossier_map_find_ribbon (map, map->ties[i].from, map->ties[i].to);
    }

  if (actor >= 0 && other_actor >= 0)
    ribbon = find_ribbon_of (map, actor, other_actor);
  for (int i = 0; i < map->n_ribbons; i++)
    map->ribbons[i].selected = i == ribbon;
}
