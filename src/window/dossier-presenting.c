/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-presenting.h"

#include "model/dossier-nearest-scene.h"

#include <glib/gi18n-lib.h>

struct _DossierPresenting
{
  GObject parent_instance;

  GtkWindow *window; /* weak */
  DossierEditing *editing;
  DossierPresentation *presentation; /* NULL if nothing is presented */
  DossierDocument *document;         /* of the stories that are asked about, or NULL */
  DossierPresentingSight sight;      /* as it was when that began */
};

enum
{
  TOLD,
  ASKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierPresenting, dossier_presenting, G_TYPE_OBJECT)

static void
tell (DossierPresenting *self, const char *message)
{
  g_signal_emit (self, signals[TOLD], 0, message);
}

static void
ended_cb (DossierPresenting *self)
{
  self->presentation = NULL;
}

static void
present (DossierPresenting *self, DossierDocument *document, int story)
{
  const DossierPresentingSight *sight = &self->sight;
  int scene = 0;

  if (sight->is_from_here)
    scene = dossier_nearest_scene_find (dossier_document_get_story (document, story), sight->selected, sight->begin, sight->end);
  self->presentation = dossier_presentation_start (self->window, self->editing, document, story, scene);
  g_signal_connect_object (self->presentation, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
}

/* The stories that have a scene to show. */
static GPtrArray *
list_stories (DossierDocument *document)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func (g_object_unref);

  for (int i = 0; i < dossier_document_get_count (document, DOSSIER_RECORD_STORY); i++)
    {
      const DossierStory *story = dossier_document_get_story (document, i);
      int n = story->scenes.n;
      g_autofree char *detail = g_strdup_printf (ngettext ("%d scene", "%d scenes", (gulong) n), n);

      if (n > 0)
        g_ptr_array_add (choices, dossier_choice_new_record (dossier_text_get (&story->title, NULL), detail, document, (DossierRef){ DOSSIER_RECORD_STORY, i }));
    }

  return choices;
}

static void
dossier_presenting_finalize (GObject *object)
{
  DossierPresenting *self = DOSSIER_PRESENTING (object);

  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->editing);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (dossier_presenting_parent_class)->finalize (object);
}

static void
dossier_presenting_class_init (DossierPresentingClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dossier_presenting_finalize;

  signals[TOLD] = g_signal_new ("told", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ASKED] = g_signal_new ("asked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static void
dossier_presenting_init (DossierPresenting *self)
{
}

/**
 * dossier_presenting_new:
 * @window: a window
 * @editing: what is edited in it
 *
 * Returns: (transfer full): how it comes to present a story
 */
DossierPresenting *
dossier_presenting_new (GtkWindow *window, DossierEditing *editing)
{
  DossierPresenting *self = g_object_new (DOSSIER_TYPE_PRESENTING, NULL);

  g_set_weak_pointer (&self->window, window);
  self->editing = g_object_ref (editing);

  return self;
}

/**
 * dossier_presenting_has_story:
 * @self: how a window comes to present a story
 *
 * Returns: whether a story with a scene at least is open in it
 */
gboolean
dossier_presenting_has_story (DossierPresenting *self)
{
  DossierStoryBook *book;

  g_return_val_if_fail (DOSSIER_IS_PRESENTING (self), FALSE);

  book = dossier_editing_get_book (self->editing);
  for (int i = 0; book != NULL && i < dossier_story_book_get_n_stories (book); i++)
    if (dossier_story_draft_get_n_scenes (dossier_story_book_get_story (book, i)) > 0)
      return TRUE;

  return FALSE;
}

/**
 * dossier_presenting_begin:
 * @self: how a window comes to present a story
 * @sight: what is seen in the window
 *
 * Presents the story if there is one, asks if there are several, and says so if there is none. A show that is under way
 * is brought to the front.
 */
void
dossier_presenting_begin (DossierPresenting *self, const DossierPresentingSight *sight)
{
  g_autoptr (DossierDocument) document = NULL;
  g_autoptr (GPtrArray) stories = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (DOSSIER_IS_PRESENTING (self) && sight != NULL);

  if (self->presentation != NULL)
    {
      dossier_presentation_raise (self->presentation);
      return;
    }
  if (!dossier_presenting_has_story (self))
    {
      tell (self, dossier_editing_get_book (self->editing) != NULL ? _ ("This dossier has no story to present yet") : _ ("Open a dossier to present a story of it"));
      return;
    }

  document = dossier_editing_dup_document (self->editing, &error);
  if (document == NULL)
    {
      tell (self, error->message);
      return;
    }

  self->sight = *sight;
  g_set_object (&self->document, document);
  stories = list_stories (document);
  if (stories->len == 1)
    dossier_presenting_choose (self, g_ptr_array_index (stories, 0));
  else
    g_signal_emit (self, signals[ASKED], 0, stories);
}

/**
 * dossier_presenting_choose:
 * @self: how a window comes to present a story
 * @choice: what was chosen, be it anything else
 *
 * Returns: whether it was one of the stories that were asked about
 */
gboolean
dossier_presenting_choose (DossierPresenting *self, DossierChoice *choice)
{
  DossierRef ref;

  g_return_val_if_fail (DOSSIER_IS_PRESENTING (self), FALSE);

  ref = dossier_choice_get_ref (choice);
  if (ref.type != DOSSIER_RECORD_STORY || self->document == NULL || dossier_choice_get_document (choice) != self->document)
    return FALSE;

  present (self, self->document, ref.index);
  g_clear_object (&self->document);

  return TRUE;
}
