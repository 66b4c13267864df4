/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-details-private.h"

#include "model/dossier-date-text.h"

#include <glib/gi18n-lib.h>

/* More of them are listed by the table. */
#define MOST_LISTED 100

/* "May 2023 to November 2023", NULL if none of them has a date. */
static char *
dup_extent (DossierDetailsPage *page, const int *events, int n_events)
{
  const DossierEvents *columns = dossier_document_get_events (page->document);
  gint64 first = DOSSIER_TIME_MAX, last = DOSSIER_TIME_MIN;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  for (int i = 0; i < n_events; i++)
    {
      DossierSpan span;
      gint64 begin, end;

      dossier_events_get_span (columns, events[i], &span);
      if (span.flags & DOSSIER_SPAN_UNKNOWN)
        continue;

      dossier_span_get_known (&span, &begin, &end);
      first = MIN (first, begin);
      last = MAX (last, end);
    }
  if (first > last)
    return NULL;

  from = dossier_time_to_text (first, DOSSIER_PRECISION_DAY, DOSSIER_DATE_STYLE_LONG);
  to = dossier_time_to_text (last, DOSSIER_PRECISION_DAY, DOSSIER_DATE_STYLE_LONG);

  /* Translators: from a day to a day */
  return g_strdup_printf (_ ("%s to %s"), from, to);
}

/* Who took part in them, the most frequent first. */
static GArray *
count_actors (DossierDetailsPage *page, const int *events, int n_events, int **counts)
{
  const DossierEvents *columns = dossier_document_get_events (page->document);
  GArray *actors = g_array_new (FALSE, FALSE, sizeof (int));

  *counts = g_new0 (int, dossier_document_get_count (page->document, DOSSIER_RECORD_ACTOR) + 1);
  for (int i = 0; i < n_events; i++)
    for (int j = 0; j < dossier_events_get_n_actors (columns, events[i]); j++)
      {
        int actor = dossier_events_get_actor (columns, events[i], j, NULL);

        if ((*counts)[actor]++ == 0)
          g_array_append_val (actors, actor);
      }

  return actors;
}

static int
compare_counts (gconstpointer a, gconstpointer b, gpointer counts)
{
  int one = *(const int *) a, other = *(const int *) b;
  int difference = ((const int *) counts)[other] - ((const int *) counts)[one];

  return difference != 0 ? difference : one - other;
}

static void
add_actors (DossierDetailsPage *page, const int *events, int n_events)
{
  g_autofree int *counts = NULL;
  g_autoptr (GArray) actors = count_actors (page, events, n_events, &counts);
  DossierDetailsPage section = *page;
  GtkWidget *wrap;

  if (actors->len == 0)
    return;

  g_array_sort_with_data (actors, compare_counts, counts);
  section.box = dossier_details_page_add_section (page, _ ("Who took part"), (int) actors->len);
  wrap = dossier_details_page_add_wrap (&section);
  for (guint i = 0; i < MIN (actors->len, MOST_LISTED); i++)
    {
      DossierRef ref = { DOSSIER_RECORD_ACTOR, g_array_index (actors, int, i) };
      g_autofree char *name = dossier_document_dup_title (page->document, ref, NULL);
      g_autofree char *text = g_strdup_printf ("%s · %'d", name, counts[ref.index]);

      dossier_details_page_add_chip (page, wrap, ref, text);
    }
}

/**
 * dossier_details_page_add_events:
 * @page: a page
 * @events: (array length=n_events): several events
 * @n_events: how many
 *
 * Lists events that are selected together, and who took part in them.
 */
void
dossier_details_page_add_events (DossierDetailsPage *page, const int *events, int n_events)
{
  g_autofree char *title = g_strdup_printf (ngettext ("%'d event selected", "%'d events selected", (gulong) n_events), n_events);
  g_autofree char *extent = dup_extent (page, events, n_events);
  GtkWidget *fit;
  GtkWidget *rows;

  dossier_details_page_add_title (page, title);
  if (extent != NULL)
    {
      dossier_details_page_add_text (page, extent, "dim");
      fit = gtk_button_new_with_mnemonic (_ ("_Fit in the Timeline"));
      gtk_widget_set_halign (fit, GTK_ALIGN_START);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (fit), "win.fit-selection");
      gtk_box_append (GTK_BOX (page->box), fit);
    }

  add_actors (page, events, n_events);

  rows = dossier_details_page_add_section (page, _ ("Events"), n_events);
  for (int i = 0; i < MIN (n_events, MOST_LISTED); i++)
    dossier_details_filling_put (page->filling, page, rows, events[i], dossier_details_page_put_event);
  if (n_events > MOST_LISTED)
    {
      int more = n_events - MOST_LISTED;
      g_autofree char *text = g_strdup_printf (ngettext ("and %'d more, in the table", "and %'d more, in the table", (gulong) more), more);

      dossier_details_page_add_text (page, text, "dim");
    }
}
