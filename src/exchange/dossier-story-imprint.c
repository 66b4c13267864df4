/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-story-imprint.h"

#include "layout/dossier-story-content.h"

/* A PDF need not name everyone. */
#define MOST_KEYWORDS 16

/**
 * dossier_story_imprint_dup_author:
 * @document: a document
 *
 * Returns: (transfer full) (nullable): its editors, with commas between; %NULL if it names none
 */
char *
dossier_story_imprint_dup_author (DossierDocument *document)
{
  const DossierStrings *editors = &dossier_document_get_heading (document)->editors;
  g_autoptr (GString) names = g_string_new (NULL);

  for (int i = 0; i < editors->n; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", editors->items[i]);

  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}

/* The actors whom it names, in the order in which they appear. */
static char *
dup_keywords (DossierDocument *document, int story)
{
  g_autoptr (DossierStoryContent) content = dossier_story_content_new (document, story);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  for (int i = 0; i < dossier_story_content_get_n_scenes (content); i++)
    {
      const GArray *actors = dossier_story_content_get_scene (content, i)->actors;

      for (guint j = 0; j < actors->len && g_hash_table_size (seen) < MOST_KEYWORDS; j++)
        {
          int actor = g_array_index (actors, int, j);
          g_autofree char *name = NULL;

          if (!g_hash_table_add (seen, GINT_TO_POINTER (actor + 1)))
            continue;
          name = dossier_document_dup_title (document, (DossierRef){ DOSSIER_RECORD_ACTOR, actor }, NULL);
          g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
        }
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

/**
 * dossier_story_imprint_init:
 * @self: (out caller-allocates): an imprint
 * @document: a document
 * @story: a story of it
 *
 * Says what there is to say of the story as a whole, and of no heading yet.
 */
void
dossier_story_imprint_init (DossierStoryImprint *self, DossierDocument *document, int story)
{
  const DossierStory *shown = dossier_document_get_story (document, story);

  self->title = g_strdup (dossier_text_get (&shown->title, NULL));
  self->description = g_strdup (dossier_text_get (&shown->summary, NULL));
  self->author = dossier_story_imprint_dup_author (document);
  self->keywords = dup_keywords (document, story);
  self->headings = g_array_new (FALSE, FALSE, sizeof (DossierHeadingPlace));
}

/**
 * dossier_story_imprint_clear:
 * @self: an imprint
 */
void
dossier_story_imprint_clear (DossierStoryImprint *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->description, g_free);
  g_clear_pointer (&self->author, g_free);
  g_clear_pointer (&self->keywords, g_free);
  g_clear_pointer (&self->headings, g_array_unref);
}

/**
 * dossier_story_imprint_show:
 * @self: an imprint that is complete
 * @picture: what it is of
 *
 * Has @picture say it; it must not outlive @self.
 */
void
dossier_story_imprint_show (const DossierStoryImprint *self, DossierPicture *picture)
{
  picture->title = self->title;
  picture->description = self->description;
  picture->author = self->author;
  picture->keywords = self->keywords;
  picture->headings = (const DossierHeadingPlace *) (gconstpointer) self->headings->data;
  picture->n_headings = (int) self->headings->len;
}
