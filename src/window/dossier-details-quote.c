/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-details-private.h"

#include "exchange/dossier-citation.h"
#include "widgets/dossier-compat.h"
#include "widgets/dossier-prose.h"
#include "widgets/dossier-quote-label.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How much of the text is shown on either side of the words, in characters. */
#define CONTEXT 160

/* What the menu of a quote copies besides its words. */
static const DossierCitationStyle styles[] = { DOSSIER_CITATION_CHICAGO, DOSSIER_CITATION_APA, DOSSIER_CITATION_BIBTEX, DOSSIER_CITATION_CSL_JSON };

/* What the source says of what the words bear out, and the Admiralty code: "Alleged · Grade B2". */
static void
append_grade (GString *text, DossierDetailsPage *page, const DossierQuote *quote)
{
  int reliability = dossier_document_get_source (page->document, quote->source.ref.index)->reliability;
  g_autoptr (GString) grade = g_string_new (NULL);

  if (page->status >= 0)
    {
      g_autofree char *heading = dossier_vocabulary_dup_heading (DOSSIER_VOCABULARY_STATUS, page->status);

      /* It goes along with the paragraph, and does not stand alone on a line. */
      g_string_append_printf (text, "\302\240·\302\240%s", heading);
    }

  if (reliability != DOSSIER_RELIABILITY_NONE)
    g_string_append (grade, dossier_vocabulary_get_key (DOSSIER_VOCABULARY_RELIABILITY, reliability));
  if (page->credibility > 0)
    g_string_append_printf (grade, "%d", page->credibility);
  if (grade->len > 0)
    {
      g_string_append (text, " · ");
      /* Translators: the grade of a source and of what it says in the NATO Admiralty code, such as: Grade B2 */
      g_string_append_printf (text, _ ("Grade %s"), grade->str);
    }
}

/* "Engman et al. · Key Developments · ¶ 5 · Reported", as far as it is known. */
static char *
make_place_in_source (DossierDetailsPage *page, const DossierQuote *quote)
{
  g_autofree char *source = dossier_document_dup_title (page->document, quote->source.ref, NULL);
  const char *section = dossier_text_get (&quote->section, NULL);
  GString *place = g_string_new (source);

  if (section != NULL && section[0] != '\0')
    g_string_append_printf (place, " · %s", section);
  if (quote->paragraph > 0)
    g_string_append_printf (place, " · ¶\302\240%d", quote->paragraph);
  if (quote->page != NULL)
    {
      g_string_append (place, " · ");
      /* Translators: where in a source, such as: p. 12 */
      g_string_append_printf (place, _ ("p. %s"), quote->page);
    }
  append_grade (place, page, quote);

  return g_string_free (place, FALSE);
}

/* Nearly all menus stay closed, and a page has many: a menu is made when it is opened. */
static void
make_menu_cb (GtkMenuButton *button, gpointer data)
{
  gint32 index = GPOINTER_TO_INT (data);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) words = g_menu_new ();
  g_autoptr (GMenu) citations = g_menu_new ();
  g_autoptr (GMenuItem) copy = g_menu_item_new (_ ("Copy _Text"), NULL);

  if (gtk_menu_button_get_popover (button) != NULL)
    return;

  g_menu_item_set_action_and_target (copy, "details.copy-quote", "(ii)", index, (gint32) -1);
  g_menu_append_item (words, copy);
  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (dossier_citation_get_name (styles[i]), NULL);

      g_menu_item_set_action_and_target (item, "details.copy-quote", "(ii)", index, (gint32) styles[i]);
      g_menu_append_item (citations, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (words));
  g_menu_append_section (menu, _ ("Copy as Citation"), G_MENU_MODEL (citations));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/* The sign and the words for how a quote fits the text of its source, which is known. */
static const char *
describe_fit (DossierFit fit, const char **icon, const char **tip)
{
  switch (fit)
    {
    case DOSSIER_FIT_MOVED:
      *icon = "go-jump-symbolic";
      *tip = _ ("The words stand in the text, but at another place than the dossier says");
      return _ ("Moved");
    case DOSSIER_FIT_AMBIGUOUS:
      *icon = "dialog-question-symbolic";
      *tip = _ ("The words stand in several places of the text, and the dossier does not say which one is meant");
      return _ ("Ambiguous");
    case DOSSIER_FIT_ORPHANED:
      *icon = "dialog-warning-symbolic";
      *tip = _ ("The words do not stand in the text of the source");
      return _ ("Not in the Text");
    case DOSSIER_FIT_EXACT:
    case DOSSIER_FIT_UNKNOWN:
    case DOSSIER_N_FITS:
    default:
      *icon = "object-select-symbolic";
      *tip = _ ("Exact: the words stand letter for letter where the dossier says");
      return NULL;
    }
}

/* That quotes of a section could not be held against a text is said once, at its head: it is the rule where the texts
 * are not handed on with the dossier. */
static void
add_unverified (DossierDetailsPage *page, GtkWidget *box, const DossierQuote *quote, const char *why)
{
  const char *file = dossier_document_get_source (page->document, quote->source.ref.index)->file;
  g_autofree char *tip = NULL;
  GtkWidget *label;

  if (g_object_get_data (G_OBJECT (box), "unverified") != NULL)
    return;

  /* Translators: the name of a file, and why it cannot be read */
  tip = g_strdup_printf (_ ("%s: %s"), file, why);
  label = dossier_details_make_label (_ ("Not verified: the text of the source is not at hand"), "caption");
  gtk_widget_add_css_class (label, "dim");
  gtk_widget_set_tooltip_text (label, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, tip, -1);
  if (box == page->box)
    gtk_box_append (GTK_BOX (box), label);
  else
    gtk_box_prepend (GTK_BOX (box), label);
  g_object_set_data (G_OBJECT (box), "unverified", label);
}

/* The words of the source around those of the quote, which stand out. */
static GtkWidget *
make_context (const char *before, const char *words, const char *behind)
{
  g_autofree char *text = g_strconcat (before, words, behind, NULL);
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoAttribute *strong = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  GtkWidget *label = dossier_details_make_label (text, "context");

  strong->start_index = (guint) strlen (before);
  strong->end_index = (guint) (strlen (before) + strlen (words));
  pango_attr_list_insert (attributes, strong);
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  pango_attr_list_unref (attributes);

  return label;
}

/* How the quote fits its text. One that fits has a small sign: words are for what needs a look. */
static void
add_fit (GtkWidget *foot, DossierFit fit)
{
  GtkWidget *sign = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  const char *icon;
  const char *tip;
  const char *words = describe_fit (fit, &icon, &tip);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  gtk_box_append (GTK_BOX (sign), image);
  if (words != NULL)
    {
      GtkWidget *label = gtk_label_new (words);

      gtk_widget_add_css_class (label, "caption");
      gtk_box_append (GTK_BOX (sign), label);
    }
  gtk_widget_add_css_class (sign, words != NULL ? "misfit" : "dim");
  gtk_widget_set_tooltip_text (sign, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  gtk_box_append (GTK_BOX (foot), sign);
}

/* How the quote fits its text, and on demand what stands around it there. */
static void
add_verification (DossierDetailsPage *page, GtkWidget *box, GtkWidget *card, GtkWidget *foot, int index)
{
  const DossierQuote *quote = dossier_document_get_quote (page->document, index);
  g_autofree char *before = NULL;
  g_autofree char *behind = NULL;
  DossierPlaceInText place;
  const char *why = NULL;

  if (page->verification == NULL)
    return;

  switch (dossier_verification_get_text_state (page->verification, quote->source.ref.index, &why))
    {
    case DOSSIER_TEXT_STATE_MISSING:
      add_unverified (page, box, quote, why);
      return;
    case DOSSIER_TEXT_STATE_SAME:
    case DOSSIER_TEXT_STATE_CHANGED:
    case DOSSIER_TEXT_STATE_UNSIGNED:
      break;
    case DOSSIER_TEXT_STATE_NONE:
    default:
      /* That a source has no text at all is nothing that went wrong. */
      return;
    }

  dossier_verification_get_place (page->verification, index, &place);
  add_fit (foot, place.fit);

  if (dossier_verification_dup_context (page->verification, index, CONTEXT, &before, &behind))
    {
      GtkWidget *button = gtk_toggle_button_new ();
      GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
      GtkWidget *revealer = gtk_revealer_new ();

      gtk_box_append (GTK_BOX (content), gtk_label_new (_ ("In Context")));
      gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("pan-down-symbolic"));
      gtk_button_set_child (GTK_BUTTON (button), content);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("In context"), -1);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "small");
      gtk_widget_add_css_class (button, "caption");
      gtk_widget_set_tooltip_text (button, _ ("Show What Stands Around It in the Source"));
      gtk_box_append (GTK_BOX (foot), button);
      gtk_revealer_set_child (GTK_REVEALER (revealer), make_context (before, quote->exact, behind));
      gtk_box_append (GTK_BOX (card), revealer);
      g_object_bind_property (button, "active", revealer, "reveal-child", G_BINDING_DEFAULT);
      /* A closed one takes no spacing. */
      gtk_widget_set_visible (revealer, FALSE);
      g_object_bind_property (button, "active", revealer, "visible", G_BINDING_DEFAULT);
    }
}

/* The rank of the translation that serves the user best, -1 if the words themselves do: a translation stands in
 * only for what the user does not read, or less well. */
static int
find_best_rank (const DossierQuote *quote, const char *language)
{
  int best = -1;
  int own = dossier_language_get_rank (quote->language != NULL ? quote->language : language);

  for (int i = 0; i < quote->translations.n; i++)
    {
      int rank = dossier_language_get_rank (quote->translations.items[i].language);

      if (rank >= 0 && (best < 0 || rank < best))
        best = rank;
    }

  return own >= 0 && own <= best ? -1 : best;
}

static void
add_translation (GtkWidget *card, const DossierTranslation *translation)
{
  g_autofree char *words = g_strdup_printf (_ ("“%s”"), translation->text);
  g_autofree char *origin = translation->by != NULL ? /* Translators: of a quote: language and who translated it */
                                                  g_strdup_printf (_ ("Translation (%s) by %s"), translation->language, translation->by)
                                                    : g_strdup_printf (_ ("Translation (%s)"), translation->language);
  GtkWidget *label = dossier_details_make_label (origin, "caption");
  GtkWidget *text = dossier_details_make_label (words, "quote-words");

  gtk_widget_add_css_class (text, "translation");
  gtk_widget_add_css_class (label, "dim");
  gtk_box_append (GTK_BOX (card), text);
  gtk_box_append (GTK_BOX (card), label);
}

/* The words in the user's language, marked as a translation, and who put them so. */
static void
add_translations (DossierDetailsPage *page, GtkWidget *card, const DossierQuote *quote)
{
  const DossierHeading *heading = dossier_document_get_heading (page->document);
  int best = find_best_rank (quote, heading->language != NULL ? heading->language : "en");

  for (int i = 0; best >= 0 && i < quote->translations.n; i++)
    if (dossier_language_get_rank (quote->translations.items[i].language) == best)
      add_translation (card, &quote->translations.items[i]);
}

static void
add_speaker (DossierDetailsPage *page, GtkWidget *card, const DossierQuote *quote)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  GtkWidget *wrap;

  if (!dossier_ref_is_set (quote->speaker.ref))
    return;

  name = dossier_document_dup_title (page->document, quote->speaker.ref, NULL);
  text = g_strdup_printf (quote->verbatim_of_speaker ? _ ("%s, in their own words") : _ ("%s, as reported"), name);
  wrap = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  dossier_details_page_add_chip (page, wrap, quote->speaker.ref, text);
  gtk_box_append (GTK_BOX (card), wrap);
}

/**
 * dossier_details_page_put_quote:
 * @page: a page
 * @box: where it goes
 * @index: a quote
 *
 * Puts the words with where they stand, who speaks, their translation, their grade and how they fit the text.
 */
void
dossier_details_page_put_quote (DossierDetailsPage *page, GtkWidget *box, int index)
{
  const DossierQuote *quote = dossier_document_get_quote (page->document, index);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *foot = dossier_prose_row_new (6);
  GtkWidget *signs = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *copy = gtk_menu_button_new ();
  g_autofree char *place = make_place_in_source (page, quote);
  GtkWidget *where = dossier_details_make_label (place, "caption");
  GtkWidget *words = dossier_quote_label_new (quote->exact, &quote->hedges);

  gtk_widget_add_css_class (card, "quote");
  gtk_widget_set_margin_bottom (card, 2);
  gtk_box_append (GTK_BOX (card), words);
  add_translations (page, card, quote);
  add_speaker (page, card, quote);

  gtk_widget_add_css_class (where, "dim");
  gtk_widget_set_hexpand (where, TRUE);
  dossier_prose_row_append (foot, where);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (copy), "edit-copy-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (copy), make_menu_cb, GINT_TO_POINTER (index), NULL);
  gtk_widget_set_valign (copy, GTK_ALIGN_START);
  gtk_widget_add_css_class (copy, "flat");
  gtk_widget_add_css_class (copy, "small");
  gtk_widget_set_tooltip_text (copy, _ ("Copy the Quote or Its Citation"));
  dossier_compat_name_dropdown (copy, _ ("Copy the quote or its citation"));

  gtk_box_append (GTK_BOX (card), foot);
  gtk_box_append (GTK_BOX (card), signs);
  add_verification (page, box, card, signs, index);
  gtk_widget_set_visible (signs, gtk_widget_get_first_child (signs) != NULL);
  if (gtk_widget_get_visible (signs))
    {
      gtk_widget_set_hexpand (copy, TRUE);
      gtk_widget_set_halign (copy, GTK_ALIGN_END);
      gtk_box_append (GTK_BOX (signs), copy);
    }
  else
    {
      dossier_prose_row_append (foot, copy);
    }
  gtk_box_append (GTK_BOX (box), card);
}

/**
 * dossier_details_page_add_cite_button:
 * @page: a page
 * @source: a source
 *
 * Adds a menu that copies the citation of @source.
 */
void
dossier_details_page_add_cite_button (DossierDetailsPage *page, int source)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (dossier_citation_get_name (styles[i]), NULL);

      g_menu_item_set_action_and_target (item, "details.copy-source", "(ii)", (gint32) source, (gint32) styles[i]);
      g_menu_append_item (menu, item);
    }

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Copy as Citation"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (page->box), button);
}

/**
 * dossier_details_page_add_text_state:
 * @page: a page
 * @source: a source
 *
 * Says how it stands with the text of @source, which its quotes are held against.
 */
void
dossier_details_page_add_text_state (DossierDetailsPage *page, int source)
{
  const char *file = dossier_document_get_source (page->document, source)->file;
  g_autofree char *text = NULL;
  const char *why = NULL;

  if (page->verification == NULL)
    return;

  switch (dossier_verification_get_text_state (page->verification, source, &why))
    {
    case DOSSIER_TEXT_STATE_SAME:
      text = g_strdup_printf (_ ("%s, unchanged since it was quoted"), file);
      break;
    case DOSSIER_TEXT_STATE_CHANGED:
      text = g_strdup_printf (_ ("%s, changed since it was quoted"), file);
      break;
    case DOSSIER_TEXT_STATE_UNSIGNED:
      text = g_strdup_printf (_ ("%s, of which the dossier gives no checksum"), file);
      break;
    case DOSSIER_TEXT_STATE_MISSING:
      /* Translators: the name of a file, and why it cannot be read */
      text = g_strdup_printf (_ ("%s: %s"), file, why);
      break;
    case DOSSIER_TEXT_STATE_NONE:
    default:
      return;
    }

  dossier_details_page_add_fact (page, _ ("Text"), text);
}
