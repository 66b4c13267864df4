/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-details-private.h"

#include "model/dossier-date-text.h"
#include "widgets/dossier-emblem.h"
#include "widgets/dossier-pill.h"
#include "widgets/dossier-prose.h"
#include "widgets/dossier-style.h"
#include "widgets/dossier-wrap-layout.h"

#include <glib/gi18n-lib.h>

/* How many rows a section shows; the views show the rest. */
#define MAX_ROWS 60

/**
 * dossier_details_make_label:
 * @text: plain text
 * @css_class: (nullable): how it is set
 *
 * Returns: (transfer floating): a label that wraps
 */
GtkWidget *
dossier_details_make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  dossier_prose_wrap (GTK_LABEL (label));
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/**
 * dossier_details_page_add_wrap:
 * @page: a page
 *
 * Returns: (transfer none): a place for pills and chips
 */
GtkWidget *
dossier_details_page_add_wrap (DossierDetailsPage *page)
{
  GtkWidget *wrap = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (wrap, dossier_wrap_layout_new (6));
  gtk_box_append (GTK_BOX (page->box), wrap);

  return wrap;
}

/**
 * dossier_details_page_add_title:
 * @page: a page
 * @title: plain text
 */
void
dossier_details_page_add_title (DossierDetailsPage *page, const char *title)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  dossier_prose_wrap (GTK_LABEL (label));
  gtk_widget_add_css_class (label, "title");
  gtk_box_append (GTK_BOX (page->box), label);
}

/**
 * dossier_details_page_add_text:
 * @page: a page
 * @text: (nullable): plain text; nothing is added for none
 * @css_class: (nullable): how it is set
 *
 * Returns: (transfer none) (nullable): its label
 */
GtkWidget *
dossier_details_page_add_text (DossierDetailsPage *page, const char *text, const char *css_class)
{
  GtkWidget *label;

  if (text == NULL || text[0] == '\0')
    return NULL;

  label = dossier_details_make_label (text, css_class);
  gtk_box_append (GTK_BOX (page->box), label);

  return label;
}

/**
 * dossier_details_page_add_fact:
 * @page: a page
 * @name: what it is, such as "Known since"
 * @text: (nullable): what it is there; nothing is added for none
 */
void
dossier_details_page_add_fact (DossierDetailsPage *page, const char *name, const char *text)
{
  GtkWidget *box;
  GtkWidget *value;

  if (text == NULL || text[0] == '\0')
    return;

  box = dossier_prose_row_new (9);
  value = dossier_details_make_label (text, NULL);
  gtk_widget_set_hexpand (value, TRUE);
  /* It takes what room there is; asking for a line's length would get it that. */
  gtk_label_set_max_width_chars (GTK_LABEL (value), 10);
  dossier_prose_row_append (box, g_object_new (GTK_TYPE_LABEL, "label", name, "xalign", 0.0, "yalign", 0.0, "width-chars", 12, "css-classes", (const char *[]){ "dim", NULL }, NULL));
  dossier_prose_row_append (box, value);
  gtk_box_append (GTK_BOX (page->box), box);
}

/**
 * dossier_details_page_add_section:
 * @page: a page
 * @title: its heading
 * @count: how many things are in it, or -1 if that does not matter
 *
 * Returns: (transfer none): where its rows go, one below the other
 */
GtkWidget *
dossier_details_page_add_section (DossierDetailsPage *page, const char *title, int count)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *name = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "hexpand", TRUE, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (name, "section-title");
  gtk_box_append (GTK_BOX (heading), name);
  if (count >= 0)
    {
      g_autofree char *number = g_strdup_printf ("%'d", count);
      GtkWidget *label = gtk_label_new (number);

      gtk_widget_add_css_class (label, "dim");
      gtk_widget_add_css_class (label, "numeric");
      gtk_box_append (GTK_BOX (heading), label);
    }

  gtk_widget_set_margin_top (section, 12);
  gtk_box_append (GTK_BOX (section), heading);
  gtk_box_append (GTK_BOX (section), rows);
  gtk_box_append (GTK_BOX (page->box), section);

  return rows;
}

/* A row of a section, for whatever it is. */
static void
put_row (DossierDetailsPage *page, GtkWidget *rows, DossierRef ref, DossierDetailsRowFunc add_row, int nth)
{
  if (nth == MAX_ROWS)
    gtk_box_append (GTK_BOX (rows), dossier_details_make_label (_ ("More are in the views, where the rest stands back."), "dim"));
  if (nth >= MAX_ROWS)
    return;

  if (add_row != NULL)
    dossier_details_filling_put (page->filling, page, rows, ref.index, add_row);
  else
    dossier_details_page_put_line (page, rows, ref);
}

/**
 * dossier_details_page_add_links:
 * @page: a page
 * @title: the heading of the section
 * @links: what it lists; there is no section for nothing
 * @add_row: (nullable): how one of them is shown, %NULL for a line with its title
 */
void
dossier_details_page_add_links (DossierDetailsPage *page, const char *title, const DossierLinks *links, DossierDetailsRowFunc add_row)
{
  GtkWidget *rows;

  if (links->n == 0)
    return;

  rows = dossier_details_page_add_section (page, title, links->n);
  for (int i = 0; i < links->n; i++)
    put_row (page, rows, links->items[i].ref, add_row, i);
}

static gboolean
is_wanted (const DossierReferrer *referrer, DossierRelation relation, DossierRef last)
{
  return (relation == DOSSIER_RELATION_NONE || referrer->relation == relation) && !dossier_ref_equal (referrer->from, last);
}

/**
 * dossier_details_page_add_referrers:
 * @page: a page
 * @title: the heading of the section
 * @to: a record
 * @type: which records that refer to it are listed
 * @relation: by which field they do, %DOSSIER_RELATION_NONE for any
 * @add_row: (nullable): how one of them is shown, %NULL for a line with its title
 *
 * Adds a section with those, if there are any; each once.
 */
void
dossier_details_page_add_referrers (DossierDetailsPage *page, const char *title, DossierRef to, DossierRecord type, DossierRelation relation, DossierDetailsRowFunc add_row)
{
  int first;
  int n = dossier_document_find_referrers (page->document, to, type, &first);
  int n_wanted = 0;
  DossierRef last = DOSSIER_REF_NONE;
  GtkWidget *rows;

  /* Who refers twice does so in a row. */
  for (int i = first; i < first + n; i++)
    {
      DossierReferrer referrer = dossier_document_get_referrer (page->document, to, i);

      if (is_wanted (&referrer, relation, last))
        {
          n_wanted++;
          last = referrer.from;
        }
    }
  if (n_wanted == 0)
    return;

  rows = dossier_details_page_add_section (page, title, n_wanted);
  last = DOSSIER_REF_NONE;
  for (int i = first, nth = 0; i < first + n && nth <= MAX_ROWS; i++)
    {
      DossierReferrer referrer = dossier_document_get_referrer (page->document, to, i);

      if (is_wanted (&referrer, relation, last))
        {
          put_row (page, rows, referrer.from, add_row, nth++);
          last = referrer.from;
        }
    }
}

/**
 * dossier_details_page_add_pill:
 * @page: a page
 * @wrap: where it goes
 * @text: plain text
 * @swatch: its colours
 * @emblem: (nullable): what stands before the words
 */
void
dossier_details_page_add_pill (DossierDetailsPage *page, GtkWidget *wrap, const char *text, const DossierSwatch *swatch, GtkWidget *emblem)
{
  gtk_box_append (GTK_BOX (wrap), dossier_pill_new (text, swatch, emblem));
}

/**
 * dossier_details_page_add_hue_pill:
 * @page: a page
 * @wrap: where it goes
 * @text: plain text
 * @hue: its colour
 */
void
dossier_details_page_add_hue_pill (DossierDetailsPage *page, GtkWidget *wrap, const char *text, DossierHue hue)
{
  const DossierTheme *theme = dossier_style_get_theme (dossier_style_get_default ());

  dossier_details_page_add_pill (page, wrap, text, dossier_theme_get_hue (theme, hue), NULL);
}

/**
 * dossier_details_page_add_term_pill:
 * @page: a page
 * @wrap: where it goes
 * @vocabulary: a closed list of words
 * @value: one of them
 * @hue: its colour
 *
 * Adds a pill with a word of a vocabulary, which begins with a capital there.
 */
void
dossier_details_page_add_term_pill (DossierDetailsPage *page, GtkWidget *wrap, DossierVocabulary vocabulary, int value, DossierHue hue)
{
  g_autofree char *heading = dossier_vocabulary_dup_heading (vocabulary, value);

  dossier_details_page_add_hue_pill (page, wrap, heading, hue);
}

/* The record that a button of a page selects. */
static void
select_cb (GtkWidget *button, DossierView *view)
{
  const DossierRef *ref = g_object_get_data (G_OBJECT (button), "ref");

  dossier_view_select (view, *ref);
  dossier_view_reveal (view, *ref);
}

static GtkWidget *
make_button (DossierDetailsPage *page, DossierRef ref)
{
  GtkWidget *button = gtk_button_new ();
  DossierRef *copy = g_new (DossierRef, 1);

  *copy = ref;
  g_object_set_data_full (G_OBJECT (button), "ref", copy, g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (select_cb), page->view, 0);

  return button;
}

/**
 * dossier_details_page_add_chip:
 * @page: a page
 * @wrap: where it goes
 * @ref: an actor, or another record that a chip names
 * @text: plain text
 *
 * Adds a chip that selects @ref.
 */
void
dossier_details_page_add_chip (DossierDetailsPage *page, GtkWidget *wrap, DossierRef ref, const char *text)
{
  GtkWidget *button = make_button (page, ref);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);

  if (ref.type == DOSSIER_RECORD_ACTOR)
    {
      GtkWidget *emblem = dossier_emblem_new (20);

      dossier_emblem_show_record (DOSSIER_EMBLEM (emblem), page->document, ref);
      gtk_box_append (GTK_BOX (box), emblem);
    }
  else
    {
      gtk_widget_set_margin_start (label, 7);
    }

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "chip");
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_box_append (GTK_BOX (wrap), button);
}

/**
 * dossier_details_page_make_line:
 * @page: a page
 * @ref: a record
 * @title: plain text
 * @subtitle: (nullable): plain text below it
 * @before: (nullable): what stands before it
 *
 * Returns: (transfer floating): a line that selects @ref
 */
GtkWidget *
dossier_details_page_make_line (DossierDetailsPage *page, DossierRef ref, const char *title, const char *subtitle, GtkWidget *before)
{
  GtkWidget *button = make_button (page, ref);
  GtkWidget *box = dossier_prose_row_new (9);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *heading = dossier_details_make_label (title, NULL);
  g_autofree char *name = NULL;

  if (before != NULL)
    {
      gtk_widget_set_valign (before, GTK_ALIGN_START);
      dossier_prose_row_append (box, before);
    }
  gtk_box_append (GTK_BOX (words), heading);
  /* Alone, it stands at the height of a pill before it; the line itself becomes no higher. */
  gtk_widget_set_vexpand (heading, subtitle == NULL || subtitle[0] == '\0');
  gtk_widget_set_vexpand (words, FALSE);
  if (subtitle != NULL && subtitle[0] != '\0')
    {
      GtkWidget *label = dossier_details_make_label (subtitle, "caption");

      gtk_widget_add_css_class (label, "dim");
      gtk_box_append (GTK_BOX (words), label);
    }
  gtk_widget_set_hexpand (words, TRUE);
  dossier_prose_row_append (box, words);

  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "line");
  name = subtitle != NULL && subtitle[0] != '\0' ? g_strdup_printf ("%s, %s", title, subtitle) : g_strdup (title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

/* What the source says of a statement, how sure it is, who says so, and the grade. */
static void
add_status (DossierDetailsPage *page, GtkWidget *wrap, const DossierStatement *statement)
{
  const DossierTheme *theme = dossier_style_get_theme (dossier_style_get_default ());
  DossierStatus status = statement->status != DOSSIER_STATUS_NONE ? (DossierStatus) statement->status : DOSSIER_STATUS_REPORTED;
  GtkWidget *emblem = dossier_emblem_new (14);
  g_autofree char *heading = dossier_vocabulary_dup_heading (DOSSIER_VOCABULARY_STATUS, (int) status);

  dossier_emblem_show_status (DOSSIER_EMBLEM (emblem), status);
  dossier_details_page_add_pill (page, wrap, heading, dossier_theme_get_hue (theme, dossier_palette_get_hue_of_status (status)), emblem);
}

/**
 * dossier_details_page_add_statement:
 * @page: a page
 * @wrap: where its pills go
 * @statement: what every statement has
 *
 * Adds pills for status, likelihood, confidence and credibility.
 */
void
dossier_details_page_add_statement (DossierDetailsPage *page, GtkWidget *wrap, const DossierStatement *statement)
{
  page->status = statement->status != DOSSIER_STATUS_NONE ? statement->status : DOSSIER_STATUS_REPORTED;
  page->credibility = statement->credibility;
  add_status (page, wrap, statement);

  if (statement->likelihood != DOSSIER_LIKELIHOOD_NONE)
    dossier_details_page_add_term_pill (page, wrap, DOSSIER_VOCABULARY_LIKELIHOOD, statement->likelihood, DOSSIER_HUE_LIKELIHOOD);
  if (statement->confidence != DOSSIER_CONFIDENCE_NONE)
    {
      /* Translators: how sure a source is of its judgement, such as: Confidence: low */
      g_autofree char *text = g_strdup_printf (_ ("Confidence: %s"), dossier_vocabulary_get_label (DOSSIER_VOCABULARY_CONFIDENCE, statement->confidence));

      dossier_details_page_add_hue_pill (page, wrap, text, DOSSIER_HUE_IS_NEUTRAL);
    }
  if (statement->credibility > 0)
    {
      /* Translators: the credibility of a statement in the NATO Admiralty code, 1 to 6 */
      g_autofree char *text = g_strdup_printf (_ ("Credibility %d"), statement->credibility);

      dossier_details_page_add_hue_pill (page, wrap, text, DOSSIER_HUE_IS_NEUTRAL);
    }
}

/**
 * dossier_details_page_add_bearings:
 * @page: a page
 * @statement: what every statement has
 *
 * Adds what the statement speaks for and against, with the reason, and who says so.
 */
void
dossier_details_page_add_bearings (DossierDetailsPage *page, const DossierStatement *statement)
{
  GtkWidget *rows;

  if (statement->attributed_to.n > 0)
    {
      GtkWidget *section = dossier_details_page_add_section (page, _ ("Who says so"), -1);
      DossierDetailsPage part = *page;
      GtkWidget *wrap;

      part.box = section;
      wrap = dossier_details_page_add_wrap (&part);
      for (int i = 0; i < statement->attributed_to.n; i++)
        {
          DossierRef ref = statement->attributed_to.items[i].ref;
          g_autofree char *name = dossier_document_dup_title (page->document, ref, NULL);

          dossier_details_page_add_chip (page, wrap, ref, name);
        }
    }

  if (statement->bearings.n == 0)
    return;

  rows = dossier_details_page_add_section (page, _ ("What it speaks for"), -1);
  for (int i = 0; i < statement->bearings.n; i++)
    {
      const DossierBearing *bearing = &statement->bearings.items[i];
      g_autofree char *title = dossier_document_dup_title (page->document, bearing->hypothesis.ref, NULL);
      GtkWidget *wrap = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      dossier_details_page_add_term_pill (page, wrap, DOSSIER_VOCABULARY_BEARING, bearing->stance, dossier_palette_get_hue_of_bearing ((DossierBearingStance) bearing->stance));
      gtk_box_append (GTK_BOX (rows), dossier_details_page_make_line (page, bearing->hypothesis.ref, title, dossier_text_get (&bearing->why, NULL), wrap));
    }
}
