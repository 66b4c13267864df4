/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-details-private.h"

#include "model/dossier-date-text.h"
#include "widgets/dossier-emblem.h"
#include "widgets/dossier-pill.h"
#include "widgets/dossier-style.h"
#include "widgets/dossier-wrap-layout.h"

#include <glib/gi18n-lib.h>

/**
 * dossier_details_page_put_event:
 * @page: a page
 * @box: where it goes
 * @index: an event
 */
void
dossier_details_page_put_event (DossierDetailsPage *page, GtkWidget *box, int index)
{
  g_autoptr (DossierEvent) event = dossier_document_load_event (page->document, index);
  g_autofree char *date = event->date.edtf != NULL ? dossier_edtf_to_text (event->date.edtf, DOSSIER_DATE_STYLE_LONG) : NULL;
  GtkWidget *emblem = dossier_emblem_new (18);

  dossier_emblem_show_record (DOSSIER_EMBLEM (emblem), page->document, event->kind.ref);
  gtk_box_append (GTK_BOX (box), dossier_details_page_make_line (page, (DossierRef){ DOSSIER_RECORD_EVENT, index }, dossier_text_get (&event->title, NULL), date, emblem));
}

/* A short stretch of the line by which a tie is drawn. */
static void
draw_sample (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  const DossierTie *tie = data;
  const DossierTheme *theme = dossier_style_get_theme (dossier_style_get_default ());
  const double dashes[] = { 5, 3 };

  dossier_color_set_source (&dossier_theme_get_hue (theme, dossier_palette_get_hue_of_sign ((DossierSign) tie->sign))->mark, cr);
  cairo_set_line_width (cr, 3);
  if (tie->statement.status > DOSSIER_STATUS_REPORTED)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, 1, height / 2.0);
  cairo_line_to (cr, width - 1, height / 2.0);
  cairo_stroke (cr);
}

/**
 * dossier_details_page_put_tie:
 * @page: a page
 * @box: where it goes
 * @index: a tie
 */
void
dossier_details_page_put_tie (DossierDetailsPage *page, GtkWidget *box, int index)
{
  const DossierTie *tie = dossier_document_get_tie (page->document, index);
  DossierRef ref = { DOSSIER_RECORD_TIE, index };
  g_autofree char *title = dossier_document_dup_title (page->document, ref, NULL);
  g_autofree char *date = tie->date.edtf != NULL ? dossier_edtf_to_text (tie->date.edtf, DOSSIER_DATE_STYLE_LONG) : NULL;
  g_autofree char *subtitle = NULL;
  GtkWidget *sample = gtk_drawing_area_new ();

  subtitle = g_strjoin (date != NULL ? " · " : "",
                        dossier_vocabulary_get_label (DOSSIER_VOCABULARY_STATUS, tie->statement.status != 0 ? tie->statement.status : DOSSIER_STATUS_REPORTED),
                        date != NULL ? date : "",
                        NULL);
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (sample), 24);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (sample), 18);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (sample), draw_sample, (gpointer) tie, NULL);
  gtk_box_append (GTK_BOX (box), dossier_details_page_make_line (page, ref, title, subtitle, sample));
}

static GtkWidget *
make_hue_pill (const char *text, DossierHue hue)
{
  const DossierTheme *theme = dossier_style_get_theme (dossier_style_get_default ());

  return dossier_pill_new (text, dossier_theme_get_hue (theme, hue), NULL);
}

/* Who and what they say, under a pill with how they stand to it. */
static void
put_assertion (DossierDetailsPage *page, GtkWidget *box, DossierRef ref, const char *pill, DossierHue hue, const char *title, const char *text)
{
  GtkWidget *line = dossier_details_page_make_line (page, ref, title, text, NULL);
  g_autoptr (GtkWidget) words = g_object_ref (gtk_button_get_child (GTK_BUTTON (line)));
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_button_set_child (GTK_BUTTON (line), outer);
  gtk_box_append (GTK_BOX (outer), make_hue_pill (pill, hue));
  gtk_box_append (GTK_BOX (outer), words);
  gtk_box_append (GTK_BOX (box), line);
}

/**
 * dossier_details_page_put_reaction:
 * @page: a page
 * @box: where it goes
 * @index: a reaction
 */
void
dossier_details_page_put_reaction (DossierDetailsPage *page, GtkWidget *box, int index)
{
  dossier_details_page_put_reaction_after (page, box, index, NULL);
}

/**
 * dossier_details_page_put_reaction_after:
 * @page: a page
 * @box: where it goes
 * @index: a reaction
 * @delay: (nullable): how long it came after what it is to
 */
void
dossier_details_page_put_reaction_after (DossierDetailsPage *page, GtkWidget *box, int index, const char *delay)
{
  const DossierReaction *reaction = dossier_document_get_reaction (page->document, index);
  g_autofree char *heading = dossier_vocabulary_dup_heading (DOSSIER_VOCABULARY_STANCE, reaction->stance);
  g_autofree char *stance = delay != NULL ? g_strdup_printf ("%s · %s", heading, delay) : g_strdup (heading);
  g_autoptr (GString) names = g_string_new (NULL);

  for (int i = 0; i < reaction->actors.n; i++)
    {
      g_autofree char *name = dossier_document_dup_title (page->document, reaction->actors.items[i].ref, NULL);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
    }

  put_assertion (page, box, (DossierRef){ DOSSIER_RECORD_REACTION, index }, stance, dossier_palette_get_hue_of_stance ((DossierStance) reaction->stance), names->str, dossier_text_get (&reaction->summary, NULL));
}

/**
 * dossier_details_page_put_claim:
 * @page: a page
 * @box: where it goes
 * @index: a claim
 */
void
dossier_details_page_put_claim (DossierDetailsPage *page, GtkWidget *box, int index)
{
  const DossierClaim *claim = dossier_document_get_claim (page->document, index);
  g_autoptr (GString) support = g_string_new (NULL);
  g_autofree char *pill = NULL;
  DossierHue hue = DOSSIER_HUE_IS_NEUTRAL;

  if (claim->statement.likelihood != DOSSIER_LIKELIHOOD_NONE)
    {
      pill = dossier_vocabulary_dup_heading (DOSSIER_VOCABULARY_LIKELIHOOD, claim->statement.likelihood);
      hue = DOSSIER_HUE_LIKELIHOOD;
    }
  else
    {
      pill = dossier_vocabulary_dup_heading (DOSSIER_VOCABULARY_CLAIM_TYPE, claim->type);
    }

  for (int i = 0; i < claim->statement.bearings.n; i++)
    {
      const DossierBearing *bearing = &claim->statement.bearings.items[i];
      g_autofree char *title = NULL;

      if (bearing->stance == DOSSIER_BEARING_NEUTRAL)
        continue;
      title = dossier_document_dup_title (page->document, bearing->hypothesis.ref, NULL);
      if (support->len > 0)
        g_string_append (support, " · ");
      g_string_append_printf (support, bearing->stance == DOSSIER_BEARING_SUPPORTS ? _ ("supports “%s”") : _ ("opposes “%s”"), title);
    }

  put_assertion (page, box, (DossierRef){ DOSSIER_RECORD_CLAIM, index }, pill, hue, dossier_text_get (&claim->title, NULL), support->str);
}

/**
 * dossier_details_page_put_note:
 * @page: a page
 * @box: where it goes
 * @index: an editor's note
 *
 * Puts what is printed, what is understood instead, and why.
 */
void
dossier_details_page_put_note (DossierDetailsPage *page, GtkWidget *box, int index)
{
  const DossierNote *note = dossier_document_get_note (page->document, index);
  const DossierTheme *theme = dossier_style_get_theme (dossier_style_get_default ());
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  const char *title = dossier_text_get (&note->title, NULL);
  const char *text = dossier_text_get (&note->text, NULL);
  const char *why = dossier_text_get (&note->why, NULL);

  gtk_widget_add_css_class (card, "note");
  if (theme->flags & DOSSIER_THEME_DARK)
    gtk_widget_add_css_class (card, "dark");

  if (title != NULL && title[0] != '\0')
    gtk_box_append (GTK_BOX (card), dossier_details_make_label (title, "heading"));
  if (text != NULL && text[0] != '\0')
    gtk_box_append (GTK_BOX (card), dossier_details_make_label (text, NULL));
  if (note->printed != NULL)
    {
      g_autofree char *printed = g_strdup_printf (_ ("Printed: %s"), note->printed);

      gtk_box_append (GTK_BOX (card), dossier_details_make_label (printed, NULL));
    }
  if (note->inferred != NULL)
    {
      g_autofree char *inferred = g_strdup_printf (_ ("Understood: %s"), note->inferred);

      gtk_box_append (GTK_BOX (card), dossier_details_make_label (inferred, NULL));
    }
  if (why != NULL && why[0] != '\0')
    gtk_box_append (GTK_BOX (card), dossier_details_make_label (why, NULL));

  gtk_box_append (GTK_BOX (box), card);
}

/**
 * dossier_details_page_put_actor:
 * @page: a page
 * @box: where it goes
 * @index: an actor
 */
void
dossier_details_page_put_actor (DossierDetailsPage *page, GtkWidget *box, int index)
{
  DossierRef ref = { DOSSIER_RECORD_ACTOR, index };
  const DossierActor *actor = dossier_document_get_actor (page->document, index);
  g_autofree char *name = dossier_document_dup_title (page->document, ref, NULL);
  const char *post = actor->posts.n > 0 ? dossier_text_get (&actor->posts.items[0].title, NULL) : NULL;
  GtkWidget *emblem = dossier_emblem_new (20);

  dossier_emblem_show_record (DOSSIER_EMBLEM (emblem), page->document, ref);
  gtk_box_append (GTK_BOX (box), dossier_details_page_make_line (page, ref, name, post, emblem));
}

/**
 * dossier_details_page_put_source:
 * @page: a page
 * @box: where it goes
 * @index: a source
 */
void
dossier_details_page_put_source (DossierDetailsPage *page, GtkWidget *box, int index)
{
  const DossierSource *source = dossier_document_get_source (page->document, index);
  DossierRef ref = { DOSSIER_RECORD_SOURCE, index };
  g_autofree char *title = dossier_document_dup_title (page->document, ref, NULL);
  const char *grade = source->reliability != DOSSIER_RELIABILITY_NONE
                          ? dossier_vocabulary_get_label (DOSSIER_VOCABULARY_RELIABILITY, source->reliability)
                          : NULL;

  gtk_box_append (GTK_BOX (box), dossier_details_page_make_line (page, ref, title, grade, NULL));
}

/**
 * dossier_details_page_put_line:
 * @page: a page
 * @box: where it goes
 * @ref: any record
 *
 * Puts the title of the record.
 */
void
dossier_details_page_put_line (DossierDetailsPage *page, GtkWidget *box, DossierRef ref)
{
  g_autofree char *title = dossier_document_dup_title (page->document, ref, NULL);

  gtk_box_append (GTK_BOX (box), dossier_details_page_make_line (page, ref, title, NULL, NULL));
}
