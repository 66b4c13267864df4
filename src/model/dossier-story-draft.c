/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-story-draft.h"

#include "model/dossier-object-text.h"
#include "model/dossier-story-draft-private.h"

#include <string.h>

struct _DossierStoryDraft
{
  GObject parent_instance;

  char *frame;       /* the text of the story, with an empty list of scenes */
  char *closing;     /* the white space before the end of that list */
  GPtrArray *scenes; /* DossierSceneDraft */
  JsonObject *object;
  char *title;
};

struct _DossierStoryState
{
  DossierStoryDraft *story;
  char *frame;
  char *closing;
  GPtrArray *scenes; /* DossierSceneDraft */
  GPtrArray *texts;  /* char *, of the scenes */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void dossier_story_draft_init_list (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DossierStoryDraft, dossier_story_draft, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, dossier_story_draft_init_list))

static GType
dossier_story_draft_get_item_type (GListModel *list)
{
  return DOSSIER_TYPE_SCENE_DRAFT;
}

static guint
dossier_story_draft_get_n_items (GListModel *list)
{
  return DOSSIER_STORY_DRAFT (list)->scenes->len;
}

static gpointer
dossier_story_draft_get_item (GListModel *list, guint position)
{
  DossierStoryDraft *self = DOSSIER_STORY_DRAFT (list);

  return position < self->scenes->len ? g_object_ref (g_ptr_array_index (self->scenes, position)) : NULL;
}

static void
dossier_story_draft_init_list (GListModelInterface *iface)
{
  iface->get_item_type = dossier_story_draft_get_item_type;
  iface->get_n_items = dossier_story_draft_get_n_items;
  iface->get_item = dossier_story_draft_get_item;
}

static void
dossier_story_draft_finalize (GObject *object)
{
  DossierStoryDraft *self = DOSSIER_STORY_DRAFT (object);

  g_free (self->frame);
  g_free (self->closing);
  g_ptr_array_unref (self->scenes);
  json_object_unref (self->object);
  g_free (self->title);

  G_OBJECT_CLASS (dossier_story_draft_parent_class)->finalize (object);
}

static void
dossier_story_draft_class_init (DossierStoryDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dossier_story_draft_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dossier_story_draft_init (DossierStoryDraft *self)
{
  self->scenes = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Takes the scenes out of the text of a story: @list is their range in it. */
static void
take_scenes (DossierStoryDraft *self, const char *text, DossierTextRange list)
{
  g_autoptr (GArray) scenes = dossier_array_text_list (text, list.begin, list.end);
  gsize position = list.begin + 1;

  for (guint i = 0; i < scenes->len; i++)
    {
      DossierTextRange range = g_array_index (scenes, DossierTextRange, i);
      g_autofree char *scene = g_strndup (text + range.begin, range.end - range.begin);
      g_autofree char *lead = NULL;

      /* Before every scene but the first stands the comma, with the white space before it belonging to nobody. */
      if (i > 0)
        position += strcspn (text + position, ",") + 1;
      lead = g_strndup (text + position, range.begin - position);
      g_ptr_array_add (self->scenes, dossier_scene_draft_new (scene, lead));
      position = range.end;
    }
  self->closing = g_strndup (text + position, list.end - 1 - position);
}

/* @text: of an object of the schema's shape */
DossierStoryDraft *
dossier_story_draft_new (const char *text)
{
  DossierStoryDraft *self = g_object_new (DOSSIER_TYPE_STORY_DRAFT, NULL);
  DossierTextRange list = { 0, 0 };
  g_autofree char *frame = NULL;

  dossier_object_text_find (text, "scenes", &list);
  take_scenes (self, text, list);
  frame = dossier_object_text_set (text, "scenes", "[]");
  dossier_story_draft_set_frame (self, frame);

  return self;
}

const char *
dossier_story_draft_get_frame (DossierStoryDraft *self)
{
  return self->frame;
}

JsonObject *
dossier_story_draft_get_object (DossierStoryDraft *self)
{
  return self->object;
}

/* Nothing happens if it is the same. */
void
dossier_story_draft_set_frame (DossierStoryDraft *self, const char *frame)
{
  g_autoptr (JsonNode) node = NULL;

  if (g_strcmp0 (self->frame, frame) == 0)
    return;

  node = json_from_string (frame, NULL);
  g_assert (node != NULL && JSON_NODE_HOLDS_OBJECT (node));
  g_free (self->frame);
  self->frame = g_strdup (frame);
  g_clear_pointer (&self->object, json_object_unref);
  self->object = json_node_dup_object (node);
  g_free (self->title);
  self->title = dossier_words_get (self->object, "title");
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The white space at the begin of the line in which the list of scenes begins; NULL if that is not its own line. */
static char *
dup_list_indent (DossierStoryDraft *self)
{
  DossierTextRange list;
  const char *begin;
  const char *name;

  dossier_object_text_find (self->frame, "scenes", &list);
  for (begin = self->frame + list.begin; begin > self->frame && begin[-1] != '\n'; begin--)
    ;
  name = begin + strspn (begin, " \t");

  return begin > self->frame && *name == '"' ? g_strndup (begin, (gsize) (name - begin)) : NULL;
}

/* The white space for a new scene at that place: that of a neighbour. */
char *
dossier_story_draft_dup_lead (DossierStoryDraft *self, int position, gboolean one_line)
{
  g_autofree char *indent = NULL;

  if (self->scenes->len > 0)
    return g_strdup (dossier_scene_draft_get_lead (g_ptr_array_index (self->scenes, MAX (0, position - 1))));

  indent = one_line ? NULL : dup_list_indent (self);
  if (indent == NULL)
    return g_strdup ("");
  if (*self->closing == '\0')
    {
      g_free (self->closing);
      self->closing = g_strconcat ("\n", indent, NULL);
    }

  return g_strconcat ("\n", indent, "  ", NULL);
}

void
dossier_story_draft_insert (DossierStoryDraft *self, int position, DossierSceneDraft *scene)
{
  g_ptr_array_insert (self->scenes, position, g_object_ref (scene));
  g_list_model_items_changed (G_LIST_MODEL (self), (guint) position, 0, 1);
}

void
dossier_story_draft_remove (DossierStoryDraft *self, int position)
{
  g_ptr_array_remove_index (self->scenes, (guint) position);
  g_list_model_items_changed (G_LIST_MODEL (self), (guint) position, 1, 0);
}

/**
 * dossier_story_draft_get_id:
 * @self: a story
 *
 * Returns: (transfer none): its id
 */
const char *
dossier_story_draft_get_id (DossierStoryDraft *self)
{
  g_return_val_if_fail (DOSSIER_IS_STORY_DRAFT (self), NULL);

  return json_object_get_string_member_with_default (self->object, "id", "");
}

/**
 * dossier_story_draft_get_title:
 * @self: a story
 *
 * Returns: (transfer none): its title, in the language that suits the user best. Plain text
 */
const char *
dossier_story_draft_get_title (DossierStoryDraft *self)
{
  g_return_val_if_fail (DOSSIER_IS_STORY_DRAFT (self), NULL);

  return self->title;
}

/**
 * dossier_story_draft_get_n_scenes:
 * @self: a story
 *
 * Returns: how many scenes it has
 */
int
dossier_story_draft_get_n_scenes (DossierStoryDraft *self)
{
  g_return_val_if_fail (DOSSIER_IS_STORY_DRAFT (self), 0);

  return (int) self->scenes->len;
}

/**
 * dossier_story_draft_get_scene:
 * @self: a story
 * @index: which, from 0
 *
 * Returns: (transfer none): the scene
 */
DossierSceneDraft *
dossier_story_draft_get_scene (DossierStoryDraft *self, int index)
{
  g_return_val_if_fail (DOSSIER_IS_STORY_DRAFT (self), NULL);
  g_return_val_if_fail (index >= 0 && index < (int) self->scenes->len, NULL);

  return g_ptr_array_index (self->scenes, index);
}

/**
 * dossier_story_draft_find_scene:
 * @self: a story
 * @scene: (nullable): a scene
 *
 * Returns: which of the scenes it is, -1 if none
 */
int
dossier_story_draft_find_scene (DossierStoryDraft *self, DossierSceneDraft *scene)
{
  guint index;

  g_return_val_if_fail (DOSSIER_IS_STORY_DRAFT (self), -1);

  return g_ptr_array_find (self->scenes, scene, &index) ? (int) index : -1;
}

/**
 * dossier_story_draft_dup_text:
 * @self: a story
 *
 * Returns: (transfer full): all of it as JSON; where nothing was changed, as it was but for white space before commas
 */
char *
dossier_story_draft_dup_text (DossierStoryDraft *self)
{
  g_autoptr (GString) list = g_string_new ("[");

  g_return_val_if_fail (DOSSIER_IS_STORY_DRAFT (self), NULL);

  for (guint i = 0; i < self->scenes->len; i++)
    {
      DossierSceneDraft *scene = g_ptr_array_index (self->scenes, i);

      g_string_append_printf (list, "%s%s%s", i > 0 ? "," : "", dossier_scene_draft_get_lead (scene), dossier_scene_draft_get_text (scene));
    }
  g_string_append_printf (list, "%s]", self->closing);

  return dossier_object_text_set (self->frame, "scenes", list->str);
}

DossierStoryState *
dossier_story_state_new (DossierStoryDraft *story)
{
  DossierStoryState *state = g_new (DossierStoryState, 1);

  *state = (DossierStoryState){
    .story = g_object_ref (story),
    .frame = g_strdup (story->frame),
    .closing = g_strdup (story->closing),
    .scenes = g_ptr_array_new_with_free_func (g_object_unref),
    .texts = g_ptr_array_new_with_free_func (g_free),
  };
  for (guint i = 0; i < story->scenes->len; i++)
    {
      DossierSceneDraft *scene = g_ptr_array_index (story->scenes, i);

      g_ptr_array_add (state->scenes, g_object_ref (scene));
      g_ptr_array_add (state->texts, g_strdup (dossier_scene_draft_get_text (scene)));
    }

  return state;
}

void
dossier_story_state_free (DossierStoryState *state)
{
  g_object_unref (state->story);
  g_free (state->frame);
  g_free (state->closing);
  g_ptr_array_unref (state->scenes);
  g_ptr_array_unref (state->texts);
  g_free (state);
}

/* Has the list of scenes be another; only what differs is told to have changed. */
static void
replace_scenes (DossierStoryDraft *self, GPtrArray *scenes)
{
  guint least = MIN (self->scenes->len, scenes->len);
  guint begin = 0;
  guint end = 0;
  guint n_removed;
  guint n_added;

  while (begin < least && g_ptr_array_index (self->scenes, begin) == g_ptr_array_index (scenes, begin))
    begin++;
  while (end < least - begin && g_ptr_array_index (self->scenes, self->scenes->len - 1 - end) == g_ptr_array_index (scenes, scenes->len - 1 - end))
    end++;

  n_removed = self->scenes->len - begin - end;
  n_added = scenes->len - begin - end;
  if (n_removed == 0 && n_added == 0)
    return;

  if (n_removed > 0)
    g_ptr_array_remove_range (self->scenes, begin, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (self->scenes, (int) (begin + i), g_object_ref (g_ptr_array_index (scenes, begin + i)));
  g_list_model_items_changed (G_LIST_MODEL (self), begin, n_removed, n_added);
}

/* Returns: (transfer none): the story, which is again as it was */
DossierStoryDraft *
dossier_story_state_restore (const DossierStoryState *state)
{
  DossierStoryDraft *self = state->story;

  for (guint i = 0; i < state->scenes->len; i++)
    dossier_scene_draft_set_text (g_ptr_array_index (state->scenes, i), g_ptr_array_index (state->texts, i));
  g_free (self->closing);
  self->closing = g_strdup (state->closing);
  replace_scenes (self, state->scenes);
  dossier_story_draft_set_frame (self, state->frame);

  return self;
}

/* Whether both say the same: the objects may be others. */
gboolean
dossier_story_state_equal (const DossierStoryState *a, const DossierStoryState *b)
{
  if (a->texts->len != b->texts->len || !g_str_equal (a->frame, b->frame))
    return FALSE;

  for (guint i = 0; i < a->texts->len; i++)
    if (!g_str_equal (g_ptr_array_index (a->texts, i), g_ptr_array_index (b->texts, i)))
      return FALSE;

  return TRUE;
}
