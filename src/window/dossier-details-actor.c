/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-details-private.h"

#include "model/dossier-date-text.h"
#include "widgets/dossier-emblem.h"
#include "widgets/dossier-prose.h"

#include <glib/gi18n-lib.h>

/* "Foreign Minister, since May 2022" of an actor with a chip. */
static void
add_with_actor (DossierDetailsPage *page, GtkWidget *rows, DossierRef ref, const char *title, const DossierDateField *date)
{
  g_autofree char *name = dossier_document_dup_title (page->document, ref, NULL);
  g_autofree char *when = date->edtf != NULL ? dossier_edtf_to_text (date->edtf, DOSSIER_DATE_STYLE_LONG) : NULL;
  g_autofree char *subtitle = when != NULL ? g_strdup_printf ("%s · %s", name, when) : g_strdup (name);
  GtkWidget *emblem = dossier_emblem_new (20);

  dossier_emblem_show_record (DOSSIER_EMBLEM (emblem), page->document, ref);
  if (title == NULL || title[0] == '\0')
    gtk_box_append (GTK_BOX (rows), dossier_details_page_make_line (page, ref, name, when, emblem));
  else
    gtk_box_append (GTK_BOX (rows), dossier_details_page_make_line (page, ref, title, subtitle, emblem));
}

static void
add_posts (DossierDetailsPage *page, const DossierActor *actor)
{
  GtkWidget *rows;

  if (actor->posts.n == 0)
    return;

  rows = dossier_details_page_add_section (page, _ ("Posts"), -1);
  for (int i = 0; i < actor->posts.n; i++)
    {
      const DossierPost *post = &actor->posts.items[i];
      const char *title = dossier_text_get (&post->title, NULL);

      if (dossier_ref_is_set (post->at.ref))
        add_with_actor (page, rows, post->at.ref, title, &post->date);
      else
        gtk_box_append (GTK_BOX (rows), dossier_details_make_label (title, NULL));
    }
}

static void
add_affiliations (DossierDetailsPage *page, const DossierActor *actor)
{
  GtkWidget *rows;

  if (actor->affiliations.n == 0)
    return;

  rows = dossier_details_page_add_section (page, _ ("Belongs to"), -1);
  for (int i = 0; i < actor->affiliations.n; i++)
    {
      const DossierAffiliation *affiliation = &actor->affiliations.items[i];

      add_with_actor (page, rows, affiliation->to.ref, dossier_text_get (&affiliation->as, NULL), &affiliation->date);
    }
}

static void
add_names (DossierDetailsPage *page, const DossierActor *actor)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (int i = 0; i < actor->names.n; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " · " : "", actor->names.items[i].text);

  dossier_details_page_add_fact (page, _ ("Also"), names->str);
}

/**
 * dossier_details_page_add_actor:
 * @page: a page
 * @index: an actor
 *
 * Says all that the dossier holds of an actor.
 */
void
dossier_details_page_add_actor (DossierDetailsPage *page, int index)
{
  const DossierActor *actor = dossier_document_get_actor (page->document, index);
  DossierRef ref = { DOSSIER_RECORD_ACTOR, index };
  GtkWidget *head = dossier_prose_row_new (12);
  GtkWidget *emblem = dossier_emblem_new (48);
  DossierDetailsPage words = *page;

  dossier_emblem_show_record (DOSSIER_EMBLEM (emblem), page->document, ref);
  gtk_widget_set_valign (emblem, GTK_ALIGN_START);
  words.box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_set_valign (words.box, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words.box, TRUE);
  dossier_details_page_add_title (&words, dossier_text_get (&actor->name, NULL));
  dossier_details_page_add_text (&words, dossier_vocabulary_get_label (DOSSIER_VOCABULARY_ACTOR_TYPE, actor->type), "dim");
  dossier_prose_row_append (head, emblem);
  dossier_prose_row_append (head, words.box);
  gtk_box_append (GTK_BOX (page->box), head);

  dossier_details_page_add_text (page, dossier_text_get (&actor->description, NULL), NULL);
  add_names (page, actor);
  if (dossier_ref_is_set (actor->place.ref))
    {
      g_autofree char *place = dossier_document_dup_title (page->document, actor->place.ref, NULL);

      dossier_details_page_add_fact (page, _ ("Seat"), place);
    }

  add_posts (page, actor);
  add_affiliations (page, actor);
  dossier_details_page_add_links (page, _ ("Members"), &actor->members, dossier_details_page_put_actor);
  dossier_details_page_add_referrers (page, _ ("Member of"), ref, DOSSIER_RECORD_ACTOR, DOSSIER_RELATION_MEMBER, dossier_details_page_put_actor);
  dossier_details_page_add_referrers (page, _ ("Who belongs to it"), ref, DOSSIER_RECORD_ACTOR, DOSSIER_RELATION_AFFILIATION, dossier_details_page_put_actor);
  dossier_details_page_add_referrers (page, _ ("Editor’s notes"), ref, DOSSIER_RECORD_NOTE, DOSSIER_RELATION_ABOUT, dossier_details_page_put_note);
  dossier_details_page_add_referrers (page, _ ("Events"), ref, DOSSIER_RECORD_EVENT, DOSSIER_RELATION_PARTICIPANT, dossier_details_page_put_event);
  dossier_details_page_add_referrers (page, _ ("Ties"), ref, DOSSIER_RECORD_TIE, DOSSIER_RELATION_NONE, dossier_details_page_put_tie);
  dossier_details_page_add_referrers (page, _ ("Reactions"), ref, DOSSIER_RECORD_REACTION, DOSSIER_RELATION_ACTOR, dossier_details_page_put_reaction);
  dossier_details_page_add_referrers (page, _ ("In their words"), ref, DOSSIER_RECORD_QUOTE, DOSSIER_RELATION_SPEAKER, dossier_details_page_put_quote);
  dossier_details_page_add_referrers (page, _ ("Assessments"), ref, DOSSIER_RECORD_CLAIM, DOSSIER_RELATION_NONE, dossier_details_page_put_claim);
  dossier_details_page_add_referrers (page, _ ("Sources"), ref, DOSSIER_RECORD_SOURCE, DOSSIER_RELATION_ACTOR, dossier_details_page_put_source);
  dossier_details_page_add_links (page, _ ("Quotes"), &actor->quotes, dossier_details_page_put_quote);
}
