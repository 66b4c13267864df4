/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-details-private.h"

#include "model/dossier-delay-text.h"

#include <glib/gi18n-lib.h>

/* As in the other sections; the page of reactions shows the rest. */
#define MAX_ROWS 60

static int
compare_reactions (gconstpointer a, gconstpointer b, gpointer data)
{
  DossierDocument *document = data;
  int index = *(const int *) a;
  int other_index = *(const int *) b;
  const DossierReaction *one = dossier_document_get_reaction (document, index);
  const DossierReaction *other = dossier_document_get_reaction (document, other_index);

  if (one->stance != other->stance)
    return one->stance - other->stance;
  if (one->date.span.start_earliest != other->date.span.start_earliest)
    return one->date.span.start_earliest < other->date.span.start_earliest ? -1 : 1;

  return index - other_index;
}

/* How long after @to a reaction came, if both are dated. */
static char *
dup_delay (DossierDocument *document, DossierRef to, const DossierReaction *reaction)
{
  DossierSpan span;

  if (reaction->date.edtf == NULL)
    return NULL;

  if (to.type == DOSSIER_RECORD_EVENT)
    dossier_events_get_span (dossier_document_get_events (document), to.index, &span);
  else if (to.type == DOSSIER_RECORD_TIE)
    span = dossier_document_get_tie (document, to.index)->date.span;
  else
    return NULL;

  return dossier_span_delay_to_text (&span, &reaction->date.span, DOSSIER_DATE_STYLE_LONG);
}

static void
put_reaction (DossierDetailsPage *page, GtkWidget *box, int index)
{
  g_autofree char *delay = dup_delay (page->document, page->to, dossier_document_get_reaction (page->document, index));

  dossier_details_page_put_reaction_after (page, box, index, delay);
}

/**
 * dossier_details_page_add_reactions:
 * @page: a page
 * @to: an event, a tie or a claim
 *
 * Adds a section with the reactions to @to, if there are any: from the most hostile to the friendliest, each with how
 * long after @to it came.
 */
void
dossier_details_page_add_reactions (DossierDetailsPage *page, DossierRef to)
{
  g_autoptr (GArray) reactions = g_array_new (FALSE, FALSE, sizeof (int));
  GtkWidget *rows;
  int first, n;

  n = dossier_document_find_referrers (page->document, to, DOSSIER_RECORD_REACTION, &first);
  for (int i = first; i < first + n; i++)
    {
      DossierReferrer referrer = dossier_document_get_referrer (page->document, to, i);

      if (referrer.relation == DOSSIER_RELATION_REACTION)
        g_array_append_val (reactions, referrer.from.index);
    }
  if (reactions->len == 0)
    return;

  g_array_sort_with_data (reactions, compare_reactions, page->document);
  rows = dossier_details_page_add_section (page, _ ("Reactions"), (int) reactions->len);
  page->to = to;
  for (guint i = 0; i < MIN (reactions->len, MAX_ROWS); i++)
    dossier_details_filling_put (page->filling, page, rows, g_array_index (reactions, int, i), put_reaction);
  if (reactions->len > MAX_ROWS)
    gtk_box_append (GTK_BOX (rows), dossier_details_make_label (_ ("More are in the page of reactions."), "dim"));
}
