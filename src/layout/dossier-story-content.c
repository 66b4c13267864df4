/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-story-content.h"

#include "model/dossier-scene-filter.h"

/* Where nothing in the dossier has a date, something must be in sight: a day. */
#define DAY ((gint64) 86400)

/* With so many actors set off by name, those who merely take part in an event no longer join them. */
#define ENOUGH_ACTORS 2

struct _DossierStoryContent
{
  DossierDocument *document;
  const DossierStory *story;
  GPtrArray *scenes; /* of DossierSceneContent */
  GArray *sources;   /* int, by number - 1 */
};

static void
free_scene (gpointer data)
{
  DossierSceneContent *content = data;

  g_clear_object (&content->filter);
  g_array_unref (content->events);
  g_clear_pointer (&content->shown, g_array_unref);
  g_array_unref (content->actors);
  g_array_unref (content->ties);
  g_array_unref (content->points);
  g_array_unref (content->quotes);
  g_array_unref (content->sources);
  g_free (content);
}

static gboolean
contains (const GArray *indexes, int index)
{
  for (guint i = 0; i < indexes->len; i++)
    if (g_array_index (indexes, int, i) == index)
      return TRUE;

  return FALSE;
}

static void
add_index (GArray *indexes, int index)
{
  if (index >= 0 && !contains (indexes, index))
    g_array_append_val (indexes, index);
}

static void
add_point (GArray *points, DossierRef ref)
{
  for (guint i = 0; i < points->len; i++)
    if (dossier_ref_equal (g_array_index (points, DossierRef, i), ref))
      return;

  g_array_append_val (points, ref);
}

static void
add_tie (DossierSceneContent *content, DossierDocument *document, int index)
{
  const DossierTie *tie = dossier_document_get_tie (document, index);

  add_index (content->ties, index);
  add_index (content->actors, tie->from.ref.index);
  add_index (content->actors, tie->to.ref.index);
}

static void
add_reaction (DossierSceneContent *content, DossierDocument *document, DossierRef ref)
{
  const DossierReaction *reaction = dossier_document_get_reaction (document, ref.index);

  add_point (content->points, ref);
  for (int i = 0; i < reaction->actors.n; i++)
    add_index (content->actors, reaction->actors.items[i].ref.index);
}

static void
add_ref (DossierSceneContent *content, DossierDocument *document, DossierRef ref)
{
  switch (ref.type)
    {
    case DOSSIER_RECORD_EVENT:
      add_index (content->events, ref.index);
      break;
    case DOSSIER_RECORD_ACTOR:
      add_index (content->actors, ref.index);
      break;
    case DOSSIER_RECORD_TIE:
      add_tie (content, document, ref.index);
      break;
    case DOSSIER_RECORD_REACTION:
      add_reaction (content, document, ref);
      break;
    case DOSSIER_RECORD_CLAIM:
    case DOSSIER_RECORD_NOTE:
    case DOSSIER_RECORD_HYPOTHESIS:
      add_point (content->points, ref);
      break;
    case DOSSIER_RECORD_QUOTE:
      add_index (content->quotes, ref.index);
      break;
    /* These have no place of their own in a picture. */
    case DOSSIER_RECORD_KIND:
    case DOSSIER_RECORD_TIE_KIND:
    case DOSSIER_RECORD_PLACE:
    case DOSSIER_RECORD_SOURCE:
    case DOSSIER_RECORD_STORY:
    case DOSSIER_RECORD_SCENE:
    case DOSSIER_RECORD_NONE:
    case DOSSIER_N_RECORDS:
    default:
      break;
    }
}

static void
add_participants (DossierSceneContent *content, DossierDocument *document, int index)
{
  g_autoptr (DossierEvent) event = dossier_document_load_event (document, index);

  for (int i = 0; i < event->participants.n; i++)
    add_index (content->actors, event->participants.items[i].actor.ref.index);
}

/* Who takes part in the events, where the scene names nobody itself. */
static void
add_who_takes_part (DossierSceneContent *content, DossierDocument *document)
{
  if (content->actors->len >= ENOUGH_ACTORS)
    return;

  for (guint i = 0; i < content->events->len; i++)
    add_participants (content, document, g_array_index (content->events, int, i));
}

/* What the events of the scene are evidence for. */
static void
add_borne_out (DossierSceneContent *content, DossierDocument *document)
{
  for (int i = 0; i < dossier_document_get_count (document, DOSSIER_RECORD_TIE); i++)
    {
      const DossierTie *tie = dossier_document_get_tie (document, i);

      if (!contains (content->actors, tie->from.ref.index) || !contains (content->actors, tie->to.ref.index))
        continue;
      for (int j = 0; j < tie->events.n; j++)
        if (contains (content->events, tie->events.items[j].ref.index))
          {
            add_index (content->ties, i);
            break;
          }
    }
}

/* What is set off stays, whatever the filter says of it. */
static void
list_shown (DossierSceneContent *content, DossierDocument *document)
{
  if (content->filter == NULL)
    {
      content->shown = content->events->len > 0 ? g_array_ref (content->events) : NULL;
      return;
    }

  content->shown = g_array_new (FALSE, FALSE, sizeof (int));
  for (int i = 0; i < dossier_document_get_count (document, DOSSIER_RECORD_EVENT); i++)
    if (dossier_filter_shows (content->filter, i) || contains (content->events, i))
      g_array_append_val (content->shown, i);
}

static int
compare_indexes (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* From the first to the last known moment of some events; of all if there is none with a date among them. */
static gboolean
find_dates (DossierDocument *document, const GArray *indexes, gint64 *begin, gint64 *end)
{
  const DossierEvents *events = dossier_document_get_events (document);
  int n = indexes != NULL ? (int) indexes->len : dossier_document_get_count (document, DOSSIER_RECORD_EVENT);

  *begin = DOSSIER_TIME_MAX;
  *end = DOSSIER_TIME_MIN;
  for (int i = 0; i < n; i++)
    {
      DossierSpan span;
      gint64 from, to;

      dossier_events_get_span (events, indexes != NULL ? g_array_index (indexes, int, i) : i, &span);
      if (span.flags & DOSSIER_SPAN_UNKNOWN)
        continue;
      dossier_span_get_known (&span, &from, &to);
      *begin = MIN (*begin, from);
      *end = MAX (*end, to);
    }

  return *begin <= *end;
}

static void
set_dates (DossierSceneContent *content, DossierDocument *document)
{
  const DossierSpan *span = &content->scene->date.span;
  const DossierSpan *as_of = &content->scene->as_of.span;

  if (!(span->flags & DOSSIER_SPAN_UNKNOWN))
    {
      dossier_span_get_known (span, &content->begin, &content->end);
    }
  else if ((content->shown != NULL && find_dates (document, content->shown, &content->begin, &content->end)) ||
           find_dates (document, NULL, &content->begin, &content->end))
    {
      gint64 room = MAX ((content->end - content->begin) / 10, DAY);

      content->begin -= room;
      content->end += room;
    }
  else
    {
      content->begin = 0;
    }
  content->end = MAX (content->end, content->begin + DAY);

  content->has_as_of = !(as_of->flags & DOSSIER_SPAN_UNKNOWN) && as_of->start_earliest != DOSSIER_TIME_MIN;
  content->as_of = content->has_as_of ? as_of->start_earliest : 0;
}

static DossierSceneContent *
read_scene (DossierDocument *document, const DossierScene *scene)
{
  DossierSceneContent *content = g_new0 (DossierSceneContent, 1);

  content->scene = scene;
  content->view = scene->view != DOSSIER_SCENE_VIEW_NONE ? (DossierSceneView) scene->view : DOSSIER_SCENE_VIEW_BOTH;
  content->selected = scene->select.id != NULL ? scene->select.ref : DOSSIER_REF_NONE;
  content->events = g_array_new (FALSE, FALSE, sizeof (int));
  content->actors = g_array_new (FALSE, FALSE, sizeof (int));
  content->ties = g_array_new (FALSE, FALSE, sizeof (int));
  content->points = g_array_new (FALSE, FALSE, sizeof (DossierRef));
  content->quotes = g_array_new (FALSE, FALSE, sizeof (int));
  content->sources = g_array_new (FALSE, FALSE, sizeof (int));
  if (dossier_scene_filter_is_set (&scene->filter))
    {
      content->filter = dossier_filter_new (document);
      dossier_scene_filter_apply (&scene->filter, content->filter);
    }

  for (int i = 0; i < scene->quotes.n; i++)
    add_index (content->quotes, scene->quotes.items[i].ref.index);
  add_ref (content, document, content->selected);
  for (int i = 0; i < scene->emphasis.n; i++)
    add_ref (content, document, scene->emphasis.items[i].ref);
  add_who_takes_part (content, document);
  add_borne_out (content, document);
  g_array_sort (content->events, compare_indexes);
  list_shown (content, document);
  set_dates (content, document);
  for (guint i = 0; i < content->quotes->len; i++)
    add_index (content->sources, dossier_document_get_quote (document, g_array_index (content->quotes, int, i))->source.ref.index);

  g_array_sort (content->actors, compare_indexes);
  g_array_sort (content->ties, compare_indexes);

  return content;
}

/**
 * dossier_scene_content_sets_off:
 * @content: what a scene rests on
 * @ref: a record
 *
 * Returns: whether the scene itself names it, as what it is about or as what it sets off
 */
gboolean
dossier_scene_content_sets_off (const DossierSceneContent *content, DossierRef ref)
{
  if (dossier_ref_equal (content->selected, ref))
    return TRUE;

  for (int i = 0; i < content->scene->emphasis.n; i++)
    if (dossier_ref_equal (content->scene->emphasis.items[i].ref, ref))
      return TRUE;

  return FALSE;
}

/**
 * dossier_story_content_new:
 * @document: a document
 * @story: which of its stories, from 0
 *
 * Returns: (transfer full): what the story rests on
 */
DossierStoryContent *
dossier_story_content_new (DossierDocument *document, int story)
{
  DossierStoryContent *self;

  g_return_val_if_fail (story >= 0 && story < dossier_document_get_count (document, DOSSIER_RECORD_STORY), NULL);

  self = g_new0 (DossierStoryContent, 1);
  self->document = g_object_ref (document);
  self->story = dossier_document_get_story (document, story);
  self->scenes = g_ptr_array_new_with_free_func (free_scene);
  self->sources = g_array_new (FALSE, FALSE, sizeof (int));
  for (int i = 0; i < self->story->scenes.n; i++)
    {
      DossierSceneContent *content = read_scene (document, &self->story->scenes.items[i]);

      g_ptr_array_add (self->scenes, content);
      for (guint j = 0; j < content->sources->len; j++)
        add_index (self->sources, g_array_index (content->sources, int, j));
    }

  return self;
}

/**
 * dossier_story_content_free:
 * @self: (nullable): what a story rests on, or %NULL
 */
void
dossier_story_content_free (DossierStoryContent *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->scenes);
  g_array_unref (self->sources);
  g_object_unref (self->document);
  g_free (self);
}

/**
 * dossier_story_content_get_story:
 * @self: what a story rests on
 *
 * Returns: (transfer none): the story
 */
const DossierStory *
dossier_story_content_get_story (DossierStoryContent *self)
{
  return self->story;
}

/**
 * dossier_story_content_get_n_scenes:
 * @self: what a story rests on
 *
 * Returns: how many scenes there are
 */
int
dossier_story_content_get_n_scenes (DossierStoryContent *self)
{
  return (int) self->scenes->len;
}

/**
 * dossier_story_content_get_scene:
 * @self: what a story rests on
 * @scene: which scene, from 0
 *
 * Returns: (transfer none): what it rests on
 */
const DossierSceneContent *
dossier_story_content_get_scene (DossierStoryContent *self, int scene)
{
  g_return_val_if_fail (scene >= 0 && scene < (int) self->scenes->len, NULL);

  return g_ptr_array_index (self->scenes, scene);
}

/**
 * dossier_story_content_get_n_sources:
 * @self: what a story rests on
 *
 * Returns: how many sources it quotes
 */
int
dossier_story_content_get_n_sources (DossierStoryContent *self)
{
  return (int) self->sources->len;
}

/**
 * dossier_story_content_get_source:
 * @self: what a story rests on
 * @number: the number of a source, from 1
 *
 * Returns: which source of the document that is
 */
int
dossier_story_content_get_source (DossierStoryContent *self, int number)
{
  g_return_val_if_fail (number >= 1 && number <= (int) self->sources->len, -1);

  return g_array_index (self->sources, int, number - 1);
}

/**
 * dossier_story_content_get_number:
 * @self: what a story rests on
 * @source: a source of the document
 *
 * Returns: by which number it is cited, from 1; 0 if it is not quoted
 */
int
dossier_story_content_get_number (DossierStoryContent *self, int source)
{
  for (guint i = 0; i < self->sources->len; i++)
    if (g_array_index (self->sources, int, i) == source)
      return (int) i + 1;

  return 0;
}
