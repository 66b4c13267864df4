/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-details-private.h"

#include "model/dossier-address.h"
#include "model/dossier-date-text.h"
#include "widgets/dossier-emblem.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

/* So many notes of one type are listed; the search finds the rest. */
#define MOST_NOTES 200

/* All notes of the editor in one place, by what they are; each leads to its own page, and from there to what it is
 * about. */
static void
add_notes (DossierDetailsPage *page)
{
  static const struct
  {
    DossierNoteType type;
    const char *title;
  } groups[] = {
    { DOSSIER_NOTE_TYPE_DISCREPANCY, N_ ("Notes: what does not agree") },
    { DOSSIER_NOTE_TYPE_GAP, N_ ("Notes: what is not told") },
    { DOSSIER_NOTE_TYPE_SPELLING, N_ ("Notes: how names are spelt") },
    { DOSSIER_NOTE_TYPE_CONTEXT, N_ ("Notes: context") },
  };
  int n = dossier_document_get_count (page->document, DOSSIER_RECORD_NOTE);

  for (gsize g = 0; g < G_N_ELEMENTS (groups); g++)
    {
      g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (int));
      GtkWidget *rows;

      for (int i = 0; i < n; i++)
        if (dossier_document_get_note (page->document, i)->type == (int) groups[g].type)
          g_array_append_val (notes, i);
      if (notes->len == 0)
        continue;

      rows = dossier_details_page_add_section (page, _ (groups[g].title), (int) notes->len);
      for (guint i = 0; i < MIN (notes->len, MOST_NOTES); i++)
        {
          int index = g_array_index (notes, int, i);
          const DossierNote *note = dossier_document_get_note (page->document, index);
          g_autofree char *about = note->about.n > 0 ? dossier_document_dup_title (page->document, note->about.items[0].ref, NULL) : NULL;
          g_autofree char *dates = note->printed != NULL && note->inferred != NULL ? /* Translators: what is printed, and what is understood instead */
                                                                                 g_strdup_printf (_ ("%s → %s"), note->printed, note->inferred)
                                                                                   : NULL;

          gtk_box_append (GTK_BOX (rows), dossier_details_page_make_line (page, (DossierRef){ DOSSIER_RECORD_NOTE, index }, dossier_text_get (&note->title, NULL), dates != NULL ? dates : about, NULL));
        }
    }
}

/* What stands below the number of records of a type. */
static const char *
get_counted_name (DossierRecord type, gulong n)
{
  /* Translators: the following stand below a number, such as 64 above “events” */
  switch ((int) type)
    {
    case DOSSIER_RECORD_EVENT:
      return ngettext ("event", "events", n);
    case DOSSIER_RECORD_ACTOR:
      return ngettext ("actor", "actors", n);
    case DOSSIER_RECORD_TIE:
      return ngettext ("tie", "ties", n);
    case DOSSIER_RECORD_QUOTE:
      return ngettext ("quote", "quotes", n);
    case DOSSIER_RECORD_CLAIM:
      return ngettext ("assessment", "assessments", n);
    case DOSSIER_RECORD_REACTION:
    default:
      return ngettext ("reaction", "reactions", n);
    }
}

/**
 * dossier_details_page_add_dossier:
 * @page: a page
 *
 * Says what the dossier is about and what it holds.
 */
void
dossier_details_page_add_dossier (DossierDetailsPage *page)
{
  static const DossierRecord counted[] = {
    DOSSIER_RECORD_EVENT, DOSSIER_RECORD_ACTOR, DOSSIER_RECORD_TIE, DOSSIER_RECORD_QUOTE, DOSSIER_RECORD_CLAIM, DOSSIER_RECORD_REACTION,
  };
  const DossierHeading *heading = dossier_document_get_heading (page->document);
  GtkWidget *grid = gtk_grid_new ();
  int n_hypotheses = dossier_document_get_count (page->document, DOSSIER_RECORD_HYPOTHESIS);
  int n_sources = dossier_document_get_count (page->document, DOSSIER_RECORD_SOURCE);
  g_autoptr (GString) editors = g_string_new (NULL);

  dossier_details_page_add_title (page, dossier_text_get (&heading->title, NULL));
  dossier_details_page_add_text (page, dossier_text_get (&heading->question, NULL), "dim");
  dossier_details_page_add_text (page, dossier_text_get (&heading->summary, NULL), NULL);

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 12);
  gtk_widget_add_css_class (grid, "counts");
  for (gsize i = 0; i < G_N_ELEMENTS (counted); i++)
    {
      int count = dossier_document_get_count (page->document, counted[i]);
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      g_autofree char *number = g_strdup_printf ("%'d", count);
      GtkWidget *number_label = gtk_label_new (number);
      GtkWidget *name = gtk_label_new (get_counted_name (counted[i], (gulong) count));

      gtk_widget_add_css_class (number_label, "title-2");
      gtk_widget_add_css_class (name, "dim");
      gtk_widget_add_css_class (name, "caption");
      gtk_box_append (GTK_BOX (box), number_label);
      gtk_box_append (GTK_BOX (box), name);
      gtk_grid_attach (GTK_GRID (grid), box, (int) i % 3, (int) i / 3, 1, 1);
    }
  gtk_box_append (GTK_BOX (page->box), grid);

  for (int i = 0; i < heading->editors.n; i++)
    g_string_append_printf (editors, "%s%s", i > 0 ? ", " : "", heading->editors.items[i]);
  dossier_details_page_add_fact (page, _ ("Editors"), editors->str);
  if (heading->modified.edtf != NULL)
    {
      g_autofree char *date = dossier_edtf_to_text (heading->modified.edtf, DOSSIER_DATE_STYLE_LONG);

      dossier_details_page_add_fact (page, _ ("Changed"), date);
    }
  dossier_details_page_add_fact (page, _ ("Licence"), heading->license);

  if (n_hypotheses > 0)
    {
      GtkWidget *rows = dossier_details_page_add_section (page, _ ("Possible answers"), n_hypotheses);

      for (int i = 0; i < n_hypotheses; i++)
        {
          const DossierHypothesis *hypothesis = dossier_document_get_hypothesis (page->document, i);

          gtk_box_append (GTK_BOX (rows), dossier_details_page_make_line (page, (DossierRef){ DOSSIER_RECORD_HYPOTHESIS, i }, dossier_text_get (&hypothesis->title, NULL), dossier_text_get (&hypothesis->summary, NULL), NULL));
        }
    }
  if (n_sources > 0)
    {
      GtkWidget *rows = dossier_details_page_add_section (page, _ ("Sources"), n_sources);

      for (int i = 0; i < MIN (n_sources, 60); i++)
        dossier_details_page_put_source (page, rows, i);
    }
  add_notes (page);
}

static const char *
get_string (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

/* "Mats Engman, Niklas Swanström": the names of a CSL variable. */
static char *
make_names (JsonObject *object, const char *variable)
{
  JsonNode *node = json_object_get_member (object, variable);
  GString *names = g_string_new (NULL);
  JsonArray *array;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return g_string_free (names, FALSE);

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      JsonObject *name;

      if (!JSON_NODE_HOLDS_OBJECT (element))
        continue;
      name = json_node_get_object (element);
      if (names->len > 0)
        g_string_append (names, ", ");
      if (get_string (name, "literal") != NULL)
        g_string_append (names, get_string (name, "literal"));
      else
        g_string_append_printf (names, "%s%s%s", get_string (name, "given") != NULL ? get_string (name, "given") : "", get_string (name, "given") != NULL ? " " : "", get_string (name, "family") != NULL ? get_string (name, "family") : "");
    }

  return g_string_free (names, FALSE);
}

static void
follow_cb (GtkWidget *button, DossierDetails *details)
{
  dossier_details_show_link (details, g_object_get_data (G_OBJECT (button), "uri"));
}

/* A link says where it leads before it is followed. */
static void
add_address (DossierDetailsPage *page, const char *uri)
{
  g_autofree char *host = NULL;
  g_autofree char *label = NULL;
  GtkWidget *button;

  if (!dossier_address_is_harmless (uri, &host))
    {
      dossier_details_page_add_fact (page, _ ("Address"), uri);
      return;
    }

  /* Translators: a button that opens a web page; %s is the name of the web site */
  label = g_strdup_printf (_ ("Open at %s"), host);
  button = gtk_button_new_with_label (label);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, uri);
  g_object_set_data_full (G_OBJECT (button), "uri", g_strdup (uri), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (follow_cb), page->details, 0);
  gtk_box_append (GTK_BOX (page->box), button);
}

static void
add_citation (DossierDetailsPage *page, const DossierSource *source)
{
  gsize size;
  const char *data = g_bytes_get_data (dossier_document_get_bytes (page->document), &size);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autofree char *authors = NULL;
  JsonNode *root;
  JsonObject *csl;

  if (source->csl.length == 0 || (gsize) source->csl.offset + source->csl.length > size)
    return;
  if (!json_parser_load_from_data (parser, data + source->csl.offset, source->csl.length, NULL))
    return;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return;

  csl = json_node_get_object (root);
  authors = make_names (csl, "author");
  dossier_details_page_add_fact (page, _ ("Title"), get_string (csl, "title"));
  dossier_details_page_add_fact (page, _ ("By"), authors);
  dossier_details_page_add_fact (page, _ ("In"), get_string (csl, "container-title"));
  dossier_details_page_add_fact (page, _ ("Publisher"), get_string (csl, "publisher"));
  if (get_string (csl, "URL") != NULL)
    add_address (page, get_string (csl, "URL"));
}

/**
 * dossier_details_page_add_source:
 * @page: a page
 * @index: a source
 *
 * Says what the source is, how reliable, and what is quoted from it.
 */
void
dossier_details_page_add_source (DossierDetailsPage *page, int index)
{
  const DossierSource *source = dossier_document_get_source (page->document, index);
  DossierRef ref = { DOSSIER_RECORD_SOURCE, index };
  g_autofree char *title = dossier_document_dup_title (page->document, ref, NULL);

  dossier_details_page_add_title (page, title);
  if (source->reliability != DOSSIER_RELIABILITY_NONE)
    dossier_details_page_add_term_pill (page, dossier_details_page_add_wrap (page), DOSSIER_VOCABULARY_RELIABILITY, source->reliability, DOSSIER_HUE_IS_NEUTRAL);
  add_citation (page, source);
  dossier_details_page_add_text_state (page, index);
  dossier_details_page_add_cite_button (page, index);
  dossier_details_page_add_text (page, dossier_text_get (&source->note, NULL), NULL);

  if (dossier_ref_is_set (source->cited_by.ref))
    dossier_details_page_put_source (page, dossier_details_page_add_section (page, _ ("Cited by"), -1), source->cited_by.ref.index);
  dossier_details_page_add_links (page, _ ("Who speaks in it"), &source->actors, dossier_details_page_put_actor);
  dossier_details_page_add_links (page, _ ("Where it is cited"), &source->quotes, dossier_details_page_put_quote);
  dossier_details_page_add_referrers (page, _ ("Sources it cites"), ref, DOSSIER_RECORD_SOURCE, DOSSIER_RELATION_CITED_BY, dossier_details_page_put_source);
  dossier_details_page_add_referrers (page, _ ("Quotes"), ref, DOSSIER_RECORD_QUOTE, DOSSIER_RELATION_SOURCE, dossier_details_page_put_quote);
}

/**
 * dossier_details_page_add_place:
 * @page: a page
 * @index: a place
 *
 * Says what happened there, and who has a seat there.
 */
void
dossier_details_page_add_place (DossierDetailsPage *page, int index)
{
  const DossierPlace *place = dossier_document_get_place (page->document, index);
  DossierRef ref = { DOSSIER_RECORD_PLACE, index };

  dossier_details_page_add_title (page, dossier_text_get (&place->name, NULL));
  dossier_details_page_add_text (page, dossier_text_get (&place->description, NULL), NULL);
  if (dossier_ref_is_set (place->part_of.ref))
    dossier_details_page_put_line (page, dossier_details_page_add_section (page, _ ("Lies in"), -1), place->part_of.ref);
  dossier_details_page_add_referrers (page, _ ("Places in it"), ref, DOSSIER_RECORD_PLACE, DOSSIER_RELATION_PART_OF, NULL);
  dossier_details_page_add_referrers (page, _ ("Events"), ref, DOSSIER_RECORD_EVENT, DOSSIER_RELATION_PLACE, dossier_details_page_put_event);
  dossier_details_page_add_referrers (page, _ ("Actors"), ref, DOSSIER_RECORD_ACTOR, DOSSIER_RELATION_PLACE, dossier_details_page_put_actor);
}

/**
 * dossier_details_page_add_other:
 * @page: a page
 * @ref: a record of a type without a page of its own
 *
 * Shows its title and the events that refer to it.
 */
void
dossier_details_page_add_other (DossierDetailsPage *page, DossierRef ref)
{
  g_autofree char *title = dossier_document_dup_title (page->document, ref, NULL);

  dossier_details_page_add_title (page, title);
  if (ref.type == DOSSIER_RECORD_KIND)
    dossier_details_page_add_text (page, dossier_text_get (&dossier_document_get_kind (page->document, ref.index)->description, NULL), NULL);
  if (ref.type == DOSSIER_RECORD_TIE_KIND)
    dossier_details_page_add_text (page, dossier_text_get (&dossier_document_get_tie_kind (page->document, ref.index)->description, NULL), NULL);
  dossier_details_page_add_referrers (page, _ ("Events"), ref, DOSSIER_RECORD_EVENT, DOSSIER_RELATION_NONE, dossier_details_page_put_event);
  dossier_details_page_add_referrers (page, _ ("Ties"), ref, DOSSIER_RECORD_TIE, DOSSIER_RELATION_NONE, dossier_details_page_put_tie);
}
