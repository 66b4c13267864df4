/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-story-book.h"

#include "model/dossier-document-private.h"
#include "model/dossier-object-text.h"
#include "model/dossier-story-draft-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Typing goes on as one change as long as nobody pauses for longer. */
#define TYPING_PAUSE_US (2 * G_USEC_PER_SEC)

/* Of an id that is made from a title, so many characters are the title's at most. */
#define MOST_OF_TITLE 40

struct _DossierStoryBook
{
  GObject parent_instance;

  DossierDocument *document;
  DossierChanges *changes;
  GPtrArray *stories; /* DossierStoryDraft */
  GPtrArray *saved;   /* DossierStoryState, of what is in the file */

  GPtrArray *before;  /* likewise, before the edit that is under way */
  DossierSceneDraft *typed; /* (unowned): the scene in which is typed, NULL for none */
  DossierSceneWords typed_words;
  gint64 typed_at; /* of the monotonic clock */
};

/* What an edit did: all stories before and after it. */
typedef struct
{
  GPtrArray *before;
  GPtrArray *after;
} Edit;

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void dossier_story_book_init_list (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DossierStoryBook, dossier_story_book, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, dossier_story_book_init_list))

static GType
dossier_story_book_get_item_type (GListModel *list)
{
  return DOSSIER_TYPE_STORY_DRAFT;
}

static guint
dossier_story_book_get_n_items (GListModel *list)
{
  return DOSSIER_STORY_BOOK (list)->stories->len;
}

static gpointer
dossier_story_book_get_item (GListModel *list, guint position)
{
  DossierStoryBook *self = DOSSIER_STORY_BOOK (list);

  return position < self->stories->len ? g_object_ref (g_ptr_array_index (self->stories, position)) : NULL;
}

static void
dossier_story_book_init_list (GListModelInterface *iface)
{
  iface->get_item_type = dossier_story_book_get_item_type;
  iface->get_n_items = dossier_story_book_get_n_items;
  iface->get_item = dossier_story_book_get_item;
}

static void
free_state (gpointer state)
{
  dossier_story_state_free (state);
}

static GPtrArray *
save_state (DossierStoryBook *self)
{
  GPtrArray *states = g_ptr_array_new_with_free_func (free_state);

  for (guint i = 0; i < self->stories->len; i++)
    g_ptr_array_add (states, dossier_story_state_new (g_ptr_array_index (self->stories, i)));

  return states;
}

/* Stories are few: if others are there, the list is told anew. */
static void
restore_state (DossierStoryBook *self, GPtrArray *states)
{
  g_autoptr (GPtrArray) stories = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_before = self->stories->len;
  gboolean same = states->len == n_before;

  for (guint i = 0; i < states->len; i++)
    {
      DossierStoryDraft *story = dossier_story_state_restore (g_ptr_array_index (states, i));

      same = same && story == g_ptr_array_index (self->stories, i);
      g_ptr_array_add (stories, g_object_ref (story));
    }
  if (same)
    return;

  g_ptr_array_unref (self->stories);
  self->stories = g_steal_pointer (&stories);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->stories->len);
}

static gboolean
states_are_equal (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    if (!dossier_story_state_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;

  return TRUE;
}

static void
free_edit (gpointer data)
{
  Edit *edit = data;

  g_ptr_array_unref (edit->before);
  g_ptr_array_unref (edit->after);
  g_free (edit);
}

/* A DossierChangesFunc. */
static void
apply_edit (gpointer change, gboolean undo, gpointer owner)
{
  DossierStoryBook *self = owner;
  Edit *edit = change;

  self->typed = NULL;
  restore_state (self, undo ? edit->before : edit->after);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
begin_edit (DossierStoryBook *self)
{
  g_clear_pointer (&self->before, g_ptr_array_unref);
  self->before = save_state (self);
}

/* What was done since begin_edit() can be undone from now on. What changes nothing is no edit. */
static void
end_edit (DossierStoryBook *self, const char *title)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->before);
  g_autoptr (GPtrArray) after = save_state (self);
  Edit *edit;

  self->typed = NULL;
  if (states_are_equal (before, after))
    return;

  edit = g_new (Edit, 1);
  *edit = (Edit){ g_steal_pointer (&before), g_steal_pointer (&after) };
  dossier_changes_push (self->changes, self, title, apply_edit, edit, free_edit);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
dossier_story_book_finalize (GObject *object)
{
  DossierStoryBook *self = DOSSIER_STORY_BOOK (object);

  dossier_changes_forget (self->changes, self);
  g_object_unref (self->changes);
  g_object_unref (self->document);
  g_ptr_array_unref (self->stories);
  g_ptr_array_unref (self->saved);

  G_OBJECT_CLASS (dossier_story_book_parent_class)->finalize (object);
}

static void
dossier_story_book_class_init (DossierStoryBookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dossier_story_book_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dossier_story_book_init (DossierStoryBook *self)
{
  self->stories = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * dossier_story_book_new:
 * @document: a document
 * @changes: the history that the edits are part of
 *
 * Returns: (transfer full): the stories of @document
 */
DossierStoryBook *
dossier_story_book_new (DossierDocument *document, DossierChanges *changes)
{
  DossierStoryBook *self = g_object_new (DOSSIER_TYPE_STORY_BOOK, NULL);
  const char *data = g_bytes_get_data (dossier_document_get_bytes (document), NULL);

  self->document = g_object_ref (document);
  self->changes = g_object_ref (changes);
  for (int i = 0; i < dossier_document_get_count (document, DOSSIER_RECORD_STORY); i++)
    {
      g_autofree char *text = NULL;
      guint32 begin, end;

      dossier_document_get_range (document, (DossierRef){ DOSSIER_RECORD_STORY, i }, &begin, &end);
      text = g_strndup (data + begin, end - begin);
      g_ptr_array_add (self->stories, dossier_story_draft_new (text));
    }
  self->saved = save_state (self);

  return self;
}

/**
 * dossier_story_book_get_document:
 * @self: a book
 *
 * Returns: (transfer none): the document that its scenes refer to
 */
DossierDocument *
dossier_story_book_get_document (DossierStoryBook *self)
{
  g_return_val_if_fail (DOSSIER_IS_STORY_BOOK (self), NULL);

  return self->document;
}

/**
 * dossier_story_book_get_n_stories:
 * @self: a book
 *
 * Returns: how many stories it has
 */
int
dossier_story_book_get_n_stories (DossierStoryBook *self)
{
  g_return_val_if_fail (DOSSIER_IS_STORY_BOOK (self), 0);

  return (int) self->stories->len;
}

/**
 * dossier_story_book_get_story:
 * @self: a book
 * @index: which, from 0
 *
 * Returns: (transfer none): the story
 */
DossierStoryDraft *
dossier_story_book_get_story (DossierStoryBook *self, int index)
{
  g_return_val_if_fail (DOSSIER_IS_STORY_BOOK (self), NULL);
  g_return_val_if_fail (index >= 0 && index < (int) self->stories->len, NULL);

  return g_ptr_array_index (self->stories, index);
}

/**
 * dossier_story_book_find_story:
 * @self: a book
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the story of that id, %NULL if there is none
 */
DossierStoryDraft *
dossier_story_book_find_story (DossierStoryBook *self, const char *id)
{
  g_return_val_if_fail (DOSSIER_IS_STORY_BOOK (self), NULL);

  for (guint i = 0; i < self->stories->len; i++)
    if (g_strcmp0 (dossier_story_draft_get_id (g_ptr_array_index (self->stories, i)), id) == 0)
      return g_ptr_array_index (self->stories, i);

  return NULL;
}

/**
 * dossier_story_book_is_changed:
 * @self: a book
 *
 * Returns: whether it differs from what was saved last
 */
gboolean
dossier_story_book_is_changed (DossierStoryBook *self)
{
  g_autoptr (GPtrArray) now = NULL;

  g_return_val_if_fail (DOSSIER_IS_STORY_BOOK (self), FALSE);

  now = save_state (self);

  return !states_are_equal (self->saved, now);
}

/**
 * dossier_story_book_get_state:
 * @self: a book
 *
 * Returns: (transfer full): how it is now, for dossier_story_book_set_saved()
 */
GPtrArray *
dossier_story_book_get_state (DossierStoryBook *self)
{
  g_return_val_if_fail (DOSSIER_IS_STORY_BOOK (self), NULL);

  return save_state (self);
}

/**
 * dossier_story_book_set_saved:
 * @self: a book
 * @state: (nullable): what was saved: who saves in the background may find it edited meanwhile; %NULL for all as it is now
 *
 * What was done before can still be undone.
 */
void
dossier_story_book_set_saved (DossierStoryBook *self, GPtrArray *state)
{
  g_return_if_fail (DOSSIER_IS_STORY_BOOK (self));

  g_ptr_array_unref (self->saved);
  self->saved = state != NULL ? g_ptr_array_ref (state) : save_state (self);
  self->typed = NULL;
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
has_id (DossierStoryBook *self, const char *id)
{
  if (dossier_ref_is_set (dossier_document_lookup (self->document, id)))
    return TRUE;

  for (guint i = 0; i < self->stories->len; i++)
    {
      DossierStoryDraft *story = g_ptr_array_index (self->stories, i);

      if (g_str_equal (dossier_story_draft_get_id (story), id))
        return TRUE;
      for (int j = 0; j < dossier_story_draft_get_n_scenes (story); j++)
        if (g_str_equal (dossier_scene_draft_get_id (dossier_story_draft_get_scene (story, j)), id))
          return TRUE;
    }

  return FALSE;
}

/* An id that nothing has, made of a title: "The summit" becomes scene-the-summit. */
static char *
make_id (DossierStoryBook *self, const char *prefix, const char *title)
{
  g_autofree char *ascii = g_str_to_ascii (title, "C");
  g_autoptr (GString) id = g_string_new (prefix);
  gboolean gap = TRUE;
  g_autofree char *first = NULL;

  for (const char *c = ascii; *c != '\0'; c++)
    {
      /* A word that does not fit any more is left out, but for a single long one. */
      if (id->len >= strlen (prefix) + MOST_OF_TITLE)
        {
          const char *last = strrchr (id->str, '-');

          if (g_ascii_isalnum (*c) && last > id->str + strlen (prefix))
            g_string_truncate (id, (gsize) (last - id->str));
          break;
        }
      /* What ASCII has nothing for is a question mark by now. */
      if (!g_ascii_isalnum (*c))
        {
          gap = TRUE;
          continue;
        }
      if (gap)
        g_string_append_c (id, '-');
      gap = FALSE;
      g_string_append_c (id, g_ascii_tolower (*c));
    }

  if (!has_id (self, id->str) && id->len > strlen (prefix))
    return g_string_free (g_steal_pointer (&id), FALSE);

  first = g_strdup (id->str);
  for (int i = id->len > strlen (prefix) ? 2 : 1;; i++)
    {
      g_string_printf (id, "%s-%d", first, i);
      if (!has_id (self, id->str))
        return g_string_free (g_steal_pointer (&id), FALSE);
    }
}

static DossierStoryDraft *
append_story (DossierStoryBook *self, const char *title)
{
  gboolean one_line = dossier_document_get_form (self->document) == DOSSIER_FORM_LINES;
  g_autofree char *id = make_id (self, "story", title);
  g_autofree char *quoted = dossier_text_quote (title);
  g_autofree char *text = NULL;
  DossierStoryDraft *story;

  text = g_strdup_printf (one_line ? "{\"id\": \"%s\", \"title\": %s, \"scenes\": []}"
                                   : "{\n      \"id\": \"%s\",\n      \"title\": %s,\n      \"scenes\": []\n    }",
                          id, quoted);
  story = dossier_story_draft_new (text);
  g_ptr_array_add (self->stories, story);
  g_list_model_items_changed (G_LIST_MODEL (self), self->stories->len - 1, 0, 1);

  return story;
}

/**
 * dossier_story_book_add_story:
 * @self: a book
 * @title: its title
 *
 * Returns: (transfer none): a new story without any scene, behind the others
 */
DossierStoryDraft *
dossier_story_book_add_story (DossierStoryBook *self, const char *title)
{
  DossierStoryDraft *story;

  g_return_val_if_fail (DOSSIER_IS_STORY_BOOK (self) && title != NULL, NULL);

  begin_edit (self);
  story = append_story (self, title);
  end_edit (self, _ ("Story added"));

  return story;
}

/**
 * dossier_story_book_rename_story:
 * @self: a book
 * @story: one of its stories
 * @title: its new title; nothing happens if it is empty
 */
void
dossier_story_book_rename_story (DossierStoryBook *self, DossierStoryDraft *story, const char *title)
{
  g_autofree char *frame = NULL;

  g_return_if_fail (DOSSIER_IS_STORY_BOOK (self) && title != NULL);

  if (*title == '\0')
    return;

  begin_edit (self);
  frame = dossier_words_set (dossier_story_draft_get_frame (story), dossier_story_draft_get_object (story), "title", title);
  dossier_story_draft_set_frame (story, frame);
  end_edit (self, _ ("Story renamed"));
}

/**
 * dossier_story_book_remove_story:
 * @self: a book
 * @story: one of its stories
 *
 * Removes it with all its scenes.
 */
void
dossier_story_book_remove_story (DossierStoryBook *self, DossierStoryDraft *story)
{
  guint index;

  g_return_if_fail (DOSSIER_IS_STORY_BOOK (self));

  if (!g_ptr_array_find (self->stories, story, &index))
    return;

  begin_edit (self);
  g_ptr_array_remove_index (self->stories, index);
  g_list_model_items_changed (G_LIST_MODEL (self), index, 1, 0);
  end_edit (self, _ ("Story deleted"));
}

/* A scene for that place with what is given, in the layout of its neighbours. */
static DossierSceneDraft *
make_scene (DossierStoryBook *self, DossierStoryDraft *story, int position, const char *title, GPtrArray *look)
{
  gboolean one_line = dossier_document_get_form (self->document) == DOSSIER_FORM_LINES;
  g_autofree char *lead = dossier_story_draft_dup_lead (story, position, one_line);
  const char *indent = strrchr (lead, '\n');
  g_autofree char *id = make_id (self, "scene", title);
  g_autofree char *quoted = dossier_text_quote (title);
  g_autofree char *text = NULL;

  text = indent != NULL ? g_strdup_printf ("{\n  %s\"id\": \"%s\",\n  %s\"title\": %s\n%s}", indent + 1, id, indent + 1, quoted, indent + 1)
                        : g_strdup_printf ("{\"id\": \"%s\", \"title\": %s}", id, quoted);
  for (guint i = 0; look != NULL && i + 1 < look->len; i += 2)
    {
      char *changed = dossier_object_text_set (text, g_ptr_array_index (look, i), g_ptr_array_index (look, i + 1));

      g_free (text);
      text = changed;
    }

  return dossier_scene_draft_new (text, lead);
}

/**
 * dossier_story_book_add_scene:
 * @self: a book
 * @story: one of its stories
 * @position: before which of its scenes it is to stand, or their number for the end
 * @title: its title
 * @look: (nullable) (element-type utf8): what else it holds, as dossier_scene_look_list() returns it
 *
 * Returns: (transfer none): a new scene
 */
DossierSceneDraft *
dossier_story_book_add_scene (DossierStoryBook *self, DossierStoryDraft *story, int position, const char *title, GPtrArray *look)
{
  g_autoptr (DossierSceneDraft) scene = NULL;

  g_return_val_if_fail (DOSSIER_IS_STORY_BOOK (self) && DOSSIER_IS_STORY_DRAFT (story) && title != NULL, NULL);
  g_return_val_if_fail (position >= 0 && position <= dossier_story_draft_get_n_scenes (story), NULL);

  begin_edit (self);
  scene = make_scene (self, story, position, title, look);
  dossier_story_draft_insert (story, position, scene);
  end_edit (self, _ ("Scene added"));

  return scene;
}

/**
 * dossier_story_book_add_first_scene:
 * @self: a book
 * @story_title: the title of a new story
 * @title: the title of its scene
 * @look: (nullable) (element-type utf8): as for dossier_story_book_add_scene()
 *
 * Begins a story with a scene, as one change.
 *
 * Returns: (transfer none): the scene
 */
DossierSceneDraft *
dossier_story_book_add_first_scene (DossierStoryBook *self, const char *story_title, const char *title, GPtrArray *look)
{
  g_autoptr (DossierSceneDraft) scene = NULL;
  DossierStoryDraft *story;

  g_return_val_if_fail (DOSSIER_IS_STORY_BOOK (self) && story_title != NULL && title != NULL, NULL);

  begin_edit (self);
  story = append_story (self, story_title);
  scene = make_scene (self, story, 0, title, look);
  dossier_story_draft_insert (story, 0, scene);
  end_edit (self, _ ("Scene added"));

  return scene;
}

/**
 * dossier_story_book_duplicate_scene:
 * @self: a book
 * @story: one of its stories
 * @index: which of its scenes
 *
 * Returns: (transfer none): another like it, right behind it; it differs in its id alone
 */
DossierSceneDraft *
dossier_story_book_duplicate_scene (DossierStoryBook *self, DossierStoryDraft *story, int index)
{
  DossierSceneDraft *scene;
  g_autoptr (DossierSceneDraft) copy = NULL;
  g_autofree char *id = NULL;
  g_autofree char *quoted = NULL;
  g_autofree char *text = NULL;
  g_autofree char *lead = NULL;

  g_return_val_if_fail (DOSSIER_IS_STORY_BOOK (self) && DOSSIER_IS_STORY_DRAFT (story), NULL);

  scene = dossier_story_draft_get_scene (story, index);
  begin_edit (self);
  id = make_id (self, "scene", dossier_scene_draft_get_words (scene, DOSSIER_SCENE_TITLE));
  quoted = dossier_text_quote (id);
  text = dossier_object_text_set (dossier_scene_draft_get_text (scene), "id", quoted);
  lead = dossier_story_draft_dup_lead (story, index + 1, FALSE);
  copy = dossier_scene_draft_new (text, lead);
  dossier_story_draft_insert (story, index + 1, copy);
  end_edit (self, _ ("Scene duplicated"));

  return copy;
}

/**
 * dossier_story_book_remove_scene:
 * @self: a book
 * @story: one of its stories
 * @index: which of its scenes
 */
void
dossier_story_book_remove_scene (DossierStoryBook *self, DossierStoryDraft *story, int index)
{
  g_return_if_fail (DOSSIER_IS_STORY_BOOK (self) && DOSSIER_IS_STORY_DRAFT (story));
  g_return_if_fail (index >= 0 && index < dossier_story_draft_get_n_scenes (story));

  begin_edit (self);
  dossier_story_draft_remove (story, index);
  end_edit (self, _ ("Scene deleted"));
}

/**
 * dossier_story_book_move_scene:
 * @self: a book
 * @story: one of its stories
 * @from: which of its scenes
 * @to: which it is to be; nothing happens if there is none
 */
void
dossier_story_book_move_scene (DossierStoryBook *self, DossierStoryDraft *story, int from, int to)
{
  g_autoptr (DossierSceneDraft) scene = NULL;

  g_return_if_fail (DOSSIER_IS_STORY_BOOK (self) && DOSSIER_IS_STORY_DRAFT (story));
  g_return_if_fail (from >= 0 && from < dossier_story_draft_get_n_scenes (story));

  if (to < 0 || to >= dossier_story_draft_get_n_scenes (story) || to == from)
    return;

  begin_edit (self);
  scene = g_object_ref (dossier_story_draft_get_scene (story, from));
  dossier_story_draft_remove (story, from);
  dossier_story_draft_insert (story, to, scene);
  end_edit (self, _ ("Scene moved"));
}

/* Whether an edit of these words goes on with the last one. */
static gboolean
goes_on (DossierStoryBook *self, DossierSceneDraft *scene, DossierSceneWords which)
{
  return self->typed == scene && self->typed_words == which && g_get_monotonic_time () - self->typed_at < TYPING_PAUSE_US && dossier_changes_peek (self->changes, self) != NULL;
}

/**
 * dossier_story_book_set_words:
 * @self: a book
 * @story: one of its stories
 * @scene: one of its scenes
 * @which: which of its texts
 * @words: what it is to say, in the language in which it is shown; a text in other languages stays in them
 *
 * One call after the other on the same text without a pause is one change, as long as nothing else is edited.
 */
void
dossier_story_book_set_words (DossierStoryBook *self, DossierStoryDraft *story, DossierSceneDraft *scene, DossierSceneWords which, const char *words)
{
  static const char *const members[] = { "title", "caption", "notes" };
  static const char *const titles[] = { N_ ("Title changed"), N_ ("Caption changed"), N_ ("Notes changed") };
  g_autofree char *text = NULL;

  g_return_if_fail (DOSSIER_IS_STORY_BOOK (self) && DOSSIER_IS_SCENE_DRAFT (scene) && words != NULL);

  if (g_str_equal (dossier_scene_draft_get_words (scene, which), words))
    return;

  text = dossier_words_set (dossier_scene_draft_get_text (scene), dossier_scene_draft_get_object (scene), members[which], words);
  if (goes_on (self, scene, which))
    {
      Edit *edit = dossier_changes_peek (self->changes, self);

      dossier_scene_draft_set_text (scene, text);
      g_ptr_array_unref (edit->after);
      edit->after = save_state (self);
      self->typed_at = g_get_monotonic_time ();
      g_signal_emit (self, signals[CHANGED], 0);
      return;
    }

  begin_edit (self);
  dossier_scene_draft_set_text (scene, text);
  end_edit (self, _ (titles[which]));
  self->typed = scene;
  self->typed_words = which;
  self->typed_at = g_get_monotonic_time ();
}

/**
 * dossier_story_book_end_typing:
 * @self: a book
 *
 * What is typed from now on is a change of its own.
 */
void
dossier_story_book_end_typing (DossierStoryBook *self)
{
  g_return_if_fail (DOSSIER_IS_STORY_BOOK (self));

  self->typed = NULL;
}

/**
 * dossier_story_book_set_seconds:
 * @self: a book
 * @story: one of its stories
 * @scene: one of its scenes
 * @seconds: how long it is to stay, 0 to leave that open
 */
void
dossier_story_book_set_seconds (DossierStoryBook *self, DossierStoryDraft *story, DossierSceneDraft *scene, double seconds)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *text = NULL;

  g_return_if_fail (DOSSIER_IS_STORY_BOOK (self) && DOSSIER_IS_SCENE_DRAFT (scene) && seconds >= 0);

  if (dossier_scene_draft_get_seconds (scene) == seconds)
    return;

  begin_edit (self);
  text = dossier_object_text_set (dossier_scene_draft_get_text (scene), "seconds", seconds > 0 ? g_ascii_formatd (number, sizeof number, "%.12g", seconds) : NULL);
  dossier_scene_draft_set_text (scene, text);
  end_edit (self, _ ("Time changed"));
}

/**
 * dossier_story_book_set_look:
 * @self: a book
 * @story: one of its stories
 * @scene: one of its scenes
 * @look: (element-type utf8): what it shows from now on, as dossier_scene_look_list() returns it
 */
void
dossier_story_book_set_look (DossierStoryBook *self, DossierStoryDraft *story, DossierSceneDraft *scene, GPtrArray *look)
{
  g_autofree char *text = NULL;

  g_return_if_fail (DOSSIER_IS_STORY_BOOK (self) && DOSSIER_IS_SCENE_DRAFT (scene) && look != NULL);

  begin_edit (self);
  text = g_strdup (dossier_scene_draft_get_text (scene));
  for (guint i = 0; i + 1 < look->len; i += 2)
    {
      char *changed = dossier_object_text_set (text, g_ptr_array_index (look, i), g_ptr_array_index (look, i + 1));

      g_free (text);
      text = changed;
    }
  dossier_scene_draft_set_text (scene, text);
  end_edit (self, _ ("Scene updated"));
}

/**
 * dossier_story_book_dup_text:
 * @self: a book
 *
 * Returns: (transfer full): all stories, as an array of JSON
 */
char *
dossier_story_book_dup_text (DossierStoryBook *self)
{
  g_autoptr (GString) text = g_string_new ("[");

  g_return_val_if_fail (DOSSIER_IS_STORY_BOOK (self), NULL);

  for (guint i = 0; i < self->stories->len; i++)
    {
      g_autofree char *story = dossier_story_draft_dup_text (g_ptr_array_index (self->stories, i));

      g_string_append (text, i > 0 ? ", " : "");
      g_string_append (text, story);
    }
  g_string_append_c (text, ']');

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * dossier_story_book_replace:
 * @self: a book
 * @text: stories as dossier_story_book_dup_text() writes them; whether they are good has to be known already
 * @title: what that is in the history
 *
 * Has these stories be in the place of all there are. Those of the same id that say the same stay what they are.
 */
void
dossier_story_book_replace (DossierStoryBook *self, const char *text, const char *title)
{
  g_autoptr (GArray) ranges = NULL;
  GPtrArray *stories;
  guint n_before;

  g_return_if_fail (DOSSIER_IS_STORY_BOOK (self) && text != NULL && *text == '[');

  begin_edit (self);
  ranges = dossier_array_text_list (text, 0, strlen (text));
  stories = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < ranges->len; i++)
    {
      DossierTextRange range = g_array_index (ranges, DossierTextRange, i);
      g_autofree char *story_text = g_strndup (text + range.begin, range.end - range.begin);
      g_autoptr (DossierStoryDraft) story = dossier_story_draft_new (story_text);
      DossierStoryDraft *present = dossier_story_book_find_story (self, dossier_story_draft_get_id (story));
      g_autofree char *present_text = present != NULL ? dossier_story_draft_dup_text (present) : NULL;

      g_ptr_array_add (stories, g_object_ref (g_strcmp0 (present_text, story_text) == 0 ? present : story));
    }

  n_before = self->stories->len;
  g_ptr_array_unref (self->stories);
  self->stories = stories;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, stories->len);
  end_edit (self, title);
}
