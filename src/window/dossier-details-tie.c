/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-details-private.h"

#include "model/dossier-date-text.h"

#include <glib/gi18n-lib.h>

static void
add_sign (DossierDetailsPage *page, GtkWidget *wrap, int sign)
{
  if (sign != DOSSIER_SIGN_NONE)
    dossier_details_page_add_term_pill (page, wrap, DOSSIER_VOCABULARY_SIGN, sign, dossier_palette_get_hue_of_sign ((DossierSign) sign));
}

static void
add_ends (DossierDetailsPage *page, DossierRef from, DossierRef to, const char *between)
{
  GtkWidget *wrap = dossier_details_page_add_wrap (page);
  g_autofree char *from_name = dossier_document_dup_title (page->document, from, NULL);
  g_autofree char *to_name = dossier_document_dup_title (page->document, to, NULL);
  GtkWidget *arrow = gtk_label_new (between);

  gtk_widget_add_css_class (arrow, "dim");
  dossier_details_page_add_chip (page, wrap, from, from_name);
  gtk_box_append (GTK_BOX (wrap), arrow);
  dossier_details_page_add_chip (page, wrap, to, to_name);
}

/**
 * dossier_details_page_add_tie:
 * @page: a page
 * @index: a tie
 *
 * Says all that the dossier holds of one statement that two actors stand in a relation.
 */
void
dossier_details_page_add_tie (DossierDetailsPage *page, int index)
{
  const DossierTie *tie = dossier_document_get_tie (page->document, index);
  DossierRef ref = { DOSSIER_RECORD_TIE, index };
  GtkWidget *pills = dossier_details_page_add_wrap (page);
  g_autofree char *kind = dossier_document_dup_title (page->document, tie->kind.ref, NULL);
  const char *label = dossier_text_get (&tie->label, NULL);

  add_sign (page, pills, tie->sign);
  dossier_details_page_add_statement (page, pills, &tie->statement);

  dossier_details_page_add_title (page, label[0] != '\0' ? label : kind);
  add_ends (page, tie->from.ref, tie->to.ref, tie->directed ? "→" : "–");
  dossier_details_page_add_text (page, dossier_text_get (&tie->summary, NULL), NULL);
  dossier_details_page_add_fact (page, _ ("Kind"), kind);
  if (tie->date.edtf != NULL)
    {
      g_autofree char *date = dossier_edtf_to_text (tie->date.edtf, DOSSIER_DATE_STYLE_LONG);

      dossier_details_page_add_fact (page, _ ("When"), date);
    }
  if (tie->date_text != NULL)
    {
      g_autofree char *words = g_strdup_printf (_ ("“%s”"), tie->date_text);

      dossier_details_page_add_fact (page, _ ("In the source"), words);
    }

  dossier_details_page_add_links (page, _ ("Quotes"), &tie->statement.quotes, dossier_details_page_put_quote);
  dossier_details_page_add_referrers (page, _ ("Editor’s notes"), ref, DOSSIER_RECORD_NOTE, DOSSIER_RELATION_ABOUT, dossier_details_page_put_note);
  dossier_details_page_add_links (page, _ ("Events that bear it out"), &tie->events, dossier_details_page_put_event);
  dossier_details_page_add_reactions (page, ref);
  dossier_details_page_add_referrers (page, _ ("Assessments"), ref, DOSSIER_RECORD_CLAIM, DOSSIER_RELATION_ABOUT, dossier_details_page_put_claim);
  dossier_details_page_add_bearings (page, &tie->statement);
}

/* Whether a tie is one between the two, whichever way. */
/**
 * dossier_details_page_add_pair:
 * @page: a page
 * @actor: an actor
 * @other: another
 *
 * Says all that the dossier holds of how two actors stand to each other: a ribbon of the map.
 */
void
dossier_details_page_add_pair (DossierDetailsPage *page, int actor, int other)
{
  static const DossierSign signs[] = { DOSSIER_SIGN_COOPERATIVE, DOSSIER_SIGN_CONFLICTUAL, DOSSIER_SIGN_NEUTRAL, DOSSIER_SIGN_NONE };
  DossierRef ref = { DOSSIER_RECORD_ACTOR, actor };
  DossierRef other_ref = { DOSSIER_RECORD_ACTOR, other };
  g_autofree char *name = dossier_document_dup_title (page->document, ref, NULL);
  g_autofree char *other_name = dossier_document_dup_title (page->document, other_ref, NULL);
  /* Translators: the ties between two actors, such as: North Korea and Russia */
  g_autofree char *title = g_strdup_printf (_ ("%s and %s"), name, other_name);
  const DossierRelated *related = dossier_view_get_related (page->view);

  dossier_details_page_add_title (page, title);
  add_ends (page, ref, other_ref, "–");

  for (gsize s = 0; s < G_N_ELEMENTS (signs); s++)
    {
      g_autoptr (GArray) ties = g_array_new (FALSE, FALSE, sizeof (int));
      g_autofree char *heading = NULL;
      GtkWidget *rows;

      for (int i = 0; i < dossier_document_get_count (page->document, DOSSIER_RECORD_TIE); i++)
        {
          if ((DossierSign) dossier_document_get_tie (page->document, i)->sign == signs[s] &&
              dossier_related_contains (related, (DossierRef){ DOSSIER_RECORD_TIE, i }))
            g_array_append_val (ties, i);
        }
      if (ties->len == 0)
        continue;

      heading = dossier_vocabulary_dup_heading (DOSSIER_VOCABULARY_SIGN, (int) signs[s]);
      rows = dossier_details_page_add_section (page, heading != NULL ? heading : _ ("Others"), (int) ties->len);
      for (guint i = 0; i < ties->len; i++)
        {
          int index = g_array_index (ties, int, i);
          const DossierTie *tie = dossier_document_get_tie (page->document, index);

          dossier_details_filling_put (page->filling, page, rows, index, dossier_details_page_put_tie);
          for (int q = 0; q < tie->statement.quotes.n; q++)
            dossier_details_filling_put (page->filling, page, rows, tie->statement.quotes.items[q].ref.index, dossier_details_page_put_quote);
        }
    }
}
