/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-story-picture.h"

#include "exchange/dossier-story-imprint.h"
#include "model/dossier-error.h"
#include "painting/dossier-scene-picture.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _DossierStoryPicture
{
  DossierDocument *document;
  DossierScenePicture *scenes;
  int first; /* the scene on the first page */
  DossierStoryImprint imprint;
  DossierPicture picture;
};

/**
 * dossier_story_picture_find:
 * @document: a document
 * @id: (nullable): the id of a story, %NULL for the first
 * @error: #DOSSIER_ERROR_FILE if there is none, none with that id, or if it has no scenes
 *
 * Returns: which story that is, -1 on error
 */
int
dossier_story_picture_find (DossierDocument *document, const char *id, GError **error)
{
  DossierRef ref;

  if (dossier_document_get_count (document, DOSSIER_RECORD_STORY) == 0)
    {
      g_set_error_literal (error, DOSSIER_ERROR, DOSSIER_ERROR_FILE, _ ("there is no story in this dossier"));
      return -1;
    }

  ref = id != NULL ? dossier_document_lookup (document, id) : (DossierRef){ DOSSIER_RECORD_STORY, 0 };
  if (ref.type != DOSSIER_RECORD_STORY)
    {
      g_set_error (error, DOSSIER_ERROR, DOSSIER_ERROR_FILE, _ ("no story has the id \"%s\""), id);
      return -1;
    }
  if (dossier_document_get_story (document, ref.index)->scenes.n == 0)
    {
      g_set_error (error, DOSSIER_ERROR, DOSSIER_ERROR_FILE, _ ("the story \"%s\" has no scenes"), dossier_document_get_story (document, ref.index)->id);
      return -1;
    }

  return ref.index;
}

/**
 * dossier_story_picture_find_scene:
 * @document: a document
 * @story: a story of it
 * @text: the id of a scene, or its number from 1
 * @error: #DOSSIER_ERROR_FILE if the story has no such scene
 *
 * Returns: which scene of the story that is, from 0; -1 on error
 */
int
dossier_story_picture_find_scene (DossierDocument *document, int story, const char *text, GError **error)
{
  const DossierStory *searched = dossier_document_get_story (document, story);
  guint64 number;

  for (int i = 0; i < searched->scenes.n; i++)
    if (g_strcmp0 (searched->scenes.items[i].id, text) == 0)
      return i;
  if (g_ascii_string_to_unsigned (text, 10, 1, (guint64) searched->scenes.n, &number, NULL))
    return (int) number - 1;

  g_set_error (error, DOSSIER_ERROR, DOSSIER_ERROR_FILE,
               ngettext ("the story has no scene \"%s\": it is an id, or a number from 1 to %d",
                         "the story has no scene \"%s\": it is an id, or a number from 1 to %d",
                         (gulong) searched->scenes.n),
               text, searched->scenes.n);

  return -1;
}

static void
draw (cairo_t *cr, int page, gpointer data)
{
  DossierStoryPicture *self = data;
  DossierSceneState state;

  dossier_scene_picture_get_state (self->scenes, self->first + page, &state);
  dossier_scene_picture_draw (self->scenes, &state, cr);
}

/**
 * dossier_story_picture_new:
 * @document: a document
 * @story: which of its stories; one with scenes
 * @scene: which scene of the story, from 0; -1 for all, a page each
 * @width: of a page, in pixels
 * @height: likewise
 * @theme: light or dark
 *
 * Returns: (transfer full): the pages
 */
DossierStoryPicture *
dossier_story_picture_new (DossierDocument *document, int story, int scene, double width, double height, DossierThemeFlags theme)
{
  DossierStoryPicture *self = g_new0 (DossierStoryPicture, 1);
  const DossierStory *shown = dossier_document_get_story (document, story);
  int n_pages = scene >= 0 ? 1 : shown->scenes.n;
  DossierTheme look;

  dossier_theme_init (&look, theme);
  self->document = g_object_ref (document);
  self->scenes = dossier_scene_picture_new (document, story, &look);
  dossier_scene_picture_set_size (self->scenes, width, height, 1);
  self->first = MAX (scene, 0);
  dossier_story_imprint_init (&self->imprint, document, story);
  for (int i = 0; i < n_pages; i++)
    {
      DossierHeadingPlace heading = { dossier_text_get (&shown->scenes.items[self->first + i].title, NULL), i, 0 };

      if (scene < 0 && *heading.title != '\0')
        g_array_append_val (self->imprint.headings, heading);
    }

  if (scene >= 0)
    {
      g_free (self->imprint.title);
      g_free (self->imprint.description);
      self->imprint.title = g_strdup (dossier_text_get (&shown->scenes.items[scene].title, NULL));
      self->imprint.description = dossier_scene_picture_describe (self->scenes, scene);
    }
  self->picture = (DossierPicture){
    .width = width,
    .height = height,
    .n_pages = n_pages,
    .draw = draw,
    .data = self,
  };
  dossier_story_imprint_show (&self->imprint, &self->picture);

  return self;
}

/**
 * dossier_story_picture_free:
 * @self: (nullable): a story as pages, or %NULL
 */
void
dossier_story_picture_free (DossierStoryPicture *self)
{
  if (self == NULL)
    return;

  dossier_scene_picture_free (self->scenes);
  dossier_story_imprint_clear (&self->imprint);
  g_object_unref (self->document);
  g_free (self);
}

/**
 * dossier_story_picture_get:
 * @self: a story as pages
 *
 * Returns: (transfer none): what can be exported; valid as long as @self
 */
const DossierPicture *
dossier_story_picture_get (DossierStoryPicture *self)
{
  return &self->picture;
}
