/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-story-writer.h"

#include "model/dossier-document-private.h"
#include "model/dossier-object-text.h"

#include <string.h>

/* Whether a record of the document says so already, letter for letter. */
static gboolean
is_written (DossierDocument *document, DossierRef ref, const char *text)
{
  const char *data = g_bytes_get_data (dossier_document_get_bytes (document), NULL);
  guint32 begin, end;

  dossier_document_get_range (document, ref, &begin, &end);

  return strlen (text) == end - begin && memcmp (data + begin, text, end - begin) == 0;
}

/* A story as the document writes it: a book that was opened in the other form has it over several lines. */
static char *
dup_story (DossierStoryDraft *story, DossierDocument *document)
{
  g_autofree char *text = dossier_story_draft_dup_text (story);

  return dossier_document_get_form (document) == DOSSIER_FORM_LINES ? dossier_text_join_lines (text) : g_steal_pointer (&text);
}

/**
 * dossier_story_writer_add:
 * @book: stories
 * @document: the document that they are to be written into; it may be a later one than that of @book
 * @writer: what writes @document
 *
 * Has the stories be written into the document. Stories are the same by their id. Nothing but what was changed in @book is
 * written anew.
 */
void
dossier_story_writer_add (DossierStoryBook *book, DossierDocument *document, DossierWriter *writer)
{
  for (int i = 0; i < dossier_document_get_count (document, DOSSIER_RECORD_STORY); i++)
    if (dossier_story_book_find_story (book, dossier_document_get_story (document, i)->id) == NULL)
      dossier_writer_remove_record (writer, (DossierRef){ DOSSIER_RECORD_STORY, i });

  for (int i = 0; i < dossier_story_book_get_n_stories (book); i++)
    {
      DossierStoryDraft *story = dossier_story_book_get_story (book, i);
      DossierRef ref = dossier_document_lookup (document, dossier_story_draft_get_id (story));
      g_autofree char *text = dup_story (story, document);

      if (ref.type != DOSSIER_RECORD_STORY)
        dossier_writer_add_text (writer, DOSSIER_RECORD_STORY, text);
      else if (!is_written (document, ref, text))
        dossier_writer_replace_text (writer, ref, text);
    }
}

/**
 * dossier_story_writer_write:
 * @book: stories
 * @document: the document that they are to be written into; it may be a later one than that of @book
 *
 * As dossier_story_writer_add(), where nothing else is to be written.
 *
 * Returns: (transfer full): @document with the stories of @book in the place of its own. Read it before it is saved
 */
GBytes *
dossier_story_writer_write (DossierStoryBook *book, DossierDocument *document)
{
  g_autoptr (DossierWriter) writer = dossier_writer_new (document);

  dossier_story_writer_add (book, document, writer);

  return dossier_writer_write (writer);
}
