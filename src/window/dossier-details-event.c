/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-details-private.h"

#include "model/dossier-date-text.h"
#include "widgets/dossier-emblem.h"
#include "widgets/dossier-style.h"

#include <glib/gi18n-lib.h>

/* "12 September 2023 · Vostochny Cosmodrome": when it was as understood, and where. */
static char *
make_when_and_where (DossierDetailsPage *page, const DossierEvent *event)
{
  g_autofree char *date = event->date.edtf != NULL ? dossier_edtf_to_text (event->date.edtf, DOSSIER_DATE_STYLE_LONG) : NULL;
  GString *text = g_string_new (date != NULL ? date : _ ("no date"));

  for (int i = 0; i < event->places.n; i++)
    {
      g_autofree char *name = dossier_document_dup_title (page->document, event->places.items[i].ref, NULL);

      g_string_append_printf (text, " · %s", name);
    }

  return g_string_free (text, FALSE);
}

static void
add_dates (DossierDetailsPage *page, const DossierEvent *event)
{
  if (event->date_text != NULL)
    {
      g_autofree char *words = g_strdup_printf (_ ("“%s”"), event->date_text);

      dossier_details_page_add_fact (page, _ ("In the source"), words);
    }
  if (event->date_printed.edtf != NULL)
    {
      g_autofree char *printed = dossier_edtf_to_text (event->date_printed.edtf, DOSSIER_DATE_STYLE_LONG);

      dossier_details_page_add_fact (page, _ ("Printed"), printed);
    }
  if (event->known_since.edtf != NULL)
    {
      g_autofree char *known = dossier_edtf_to_text (event->known_since.edtf, DOSSIER_DATE_STYLE_LONG);

      dossier_details_page_add_fact (page, _ ("Known since"), known);
    }
}

static void
add_participants (DossierDetailsPage *page, const DossierEvent *event)
{
  GtkWidget *wrap;

  if (event->participants.n == 0)
    return;

  wrap = dossier_details_page_add_wrap (page);
  for (int i = 0; i < event->participants.n; i++)
    {
      const DossierParticipant *participant = &event->participants.items[i];
      g_autofree char *name = dossier_document_dup_title (page->document, participant->actor.ref, NULL);
      const char *as = dossier_text_get (&participant->as, NULL);
      const char *role = as[0] != '\0' ? as : dossier_vocabulary_get_label (DOSSIER_VOCABULARY_ROLE, participant->role);
      g_autofree char *text = role != NULL && role[0] != '\0' ? g_strdup_printf ("%s · %s", name, role) : g_strdup (name);

      dossier_details_page_add_chip (page, wrap, participant->actor.ref, text);
    }
}

/* What the editor has to say comes last, but stands right below a date that is not the printed one. */
static void
add_notes (DossierDetailsPage *page, DossierRef ref)
{
  dossier_details_page_add_referrers (page, _ ("Editor’s notes"), ref, DOSSIER_RECORD_NOTE, DOSSIER_RELATION_ABOUT, dossier_details_page_put_note);
}

/**
 * dossier_details_page_add_event:
 * @page: a page
 * @index: an event
 *
 * Says all that the dossier holds of an event.
 */
void
dossier_details_page_add_event (DossierDetailsPage *page, int index)
{
  g_autoptr (DossierEvent) event = dossier_document_load_event (page->document, index);
  DossierSwatches *swatches = dossier_style_get_swatches (dossier_style_get_default (), page->document);
  DossierRef ref = { DOSSIER_RECORD_EVENT, index };
  gboolean is_corrected = event->date_printed.edtf != NULL;
  GtkWidget *pills = dossier_details_page_add_wrap (page);
  g_autofree char *when_and_where = make_when_and_where (page, event);

  if (dossier_ref_is_set (event->kind.ref))
    {
      g_autofree char *kind = dossier_document_dup_title (page->document, event->kind.ref, NULL);

      dossier_details_page_add_pill (page, pills, kind, dossier_swatches_get_kind (swatches, event->kind.ref.index), NULL);
    }
  dossier_details_page_add_statement (page, pills, &event->statement);

  dossier_details_page_add_title (page, dossier_text_get (&event->title, NULL));
  dossier_details_page_add_text (page, when_and_where, "dim");
  dossier_details_page_add_text (page, dossier_text_get (&event->summary, NULL), NULL);
  add_participants (page, event);
  add_dates (page, event);

  if (is_corrected)
    add_notes (page, ref);
  dossier_details_page_add_links (page, _ ("Quotes"), &event->statement.quotes, dossier_details_page_put_quote);
  dossier_details_page_add_reactions (page, ref);
  dossier_details_page_add_referrers (page, _ ("Assessments"), ref, DOSSIER_RECORD_CLAIM, DOSSIER_RELATION_ABOUT, dossier_details_page_put_claim);
  dossier_details_page_add_bearings (page, &event->statement);
  if (!is_corrected)
    add_notes (page, ref);
  dossier_details_page_add_referrers (page, _ ("Ties it bears out"), ref, DOSSIER_RECORD_TIE, DOSSIER_RELATION_EVENT, dossier_details_page_put_tie);

  if (dossier_ref_is_set (event->part_of.ref))
    dossier_details_page_put_event (page, dossier_details_page_add_section (page, _ ("Part of"), -1), event->part_of.ref.index);
  dossier_details_page_add_referrers (page, _ ("Its parts"), ref, DOSSIER_RECORD_EVENT, DOSSIER_RELATION_PART_OF, dossier_details_page_put_event);
  dossier_details_page_add_links (page, _ ("Answers or follows from"), &event->responds_to, dossier_details_page_put_event);
  dossier_details_page_add_referrers (page, _ ("What answers or follows from it"), ref, DOSSIER_RECORD_EVENT, DOSSIER_RELATION_RESPONDS_TO, dossier_details_page_put_event);
}
