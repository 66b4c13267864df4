/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-printer.h"

#include <glib/gi18n-lib.h>

/* Sheets at least so wide, in millimetres, take a poster of A3. */
#define LEAST_A3 380.0

/* What is being printed. */
typedef struct
{
  DossierDocument *document;
  DossierPrintoutKind kind;
  DossierViewPictureOptions options;
  DossierFilter *filter;
  DossierPrintout *printout; /* NULL until the sheets are known */
} Order;

static void
free_order (gpointer data)
{
  Order *order = data;

  dossier_printout_free (order->printout);
  g_clear_object (&order->filter);
  g_object_unref (order->document);
  g_free (order);
}

/* Only now is it known which paper there is. */
static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, Order *order)
{
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);
  double width = gtk_page_setup_get_paper_width (setup, GTK_UNIT_MM);
  double height = gtk_page_setup_get_paper_height (setup, GTK_UNIT_MM);
  g_autoptr (GError) error = NULL;

  order->printout = dossier_printout_new (order->document,
                                          order->kind,
                                          &order->options,
                                          MAX (width, height) >= LEAST_A3 ? DOSSIER_PAPER_A3 : DOSSIER_PAPER_A4,
                                          &error);
  if (order->printout == NULL)
    {
      g_warning ("%s", error->message);
      gtk_print_operation_cancel (operation);
      return;
    }

  gtk_print_operation_set_n_pages (operation, dossier_printout_get (order->printout)->n_pages);
}

/* As large as the sheet allows, in its middle. */
static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Order *order)
{
  const DossierPicture *picture = dossier_printout_get (order->printout);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width = gtk_print_context_get_width (context);
  double height = gtk_print_context_get_height (context);
  double scale = MIN (width / picture->width, height / picture->height);

  cairo_save (cr);
  cairo_translate (cr, (width - picture->width * scale) / 2, (height - picture->height * scale) / 2);
  cairo_scale (cr, scale, scale);
  cairo_rectangle (cr, 0, 0, picture->width, picture->height);
  cairo_clip (cr);
  picture->draw (cr, page, picture->data);
  cairo_restore (cr);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, GtkWindow *parent)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  message = g_strdup_printf (_ ("Not printed: %s"), error->message);
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-message", "s", message);
}

/**
 * dossier_printer_run:
 * @parent: over which window the dialog opens
 * @document: a document
 * @kind: what of it is printed
 * @options: of a timeline, what it shows
 * @path: (nullable): a PDF that is printed into, without asking; %NULL to ask by which printer
 *
 * Prints through the print dialog of the desktop. What goes wrong is told in the window.
 */
void
dossier_printer_run (GtkWindow *parent,
                     DossierDocument *document,
                     DossierPrintoutKind kind,
                     const DossierViewPictureOptions *options,
                     const char *path)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  g_autofree char *title = g_strdup (dossier_text_get (&dossier_document_get_heading (document)->title, NULL));
  GtkPrintOperationAction action = path != NULL ? GTK_PRINT_OPERATION_ACTION_EXPORT : GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG;
  Order *order = g_new0 (Order, 1);

  order->document = g_object_ref (document);
  order->kind = kind;
  order->options = *options;
  /* Ink is dark and paper is light. */
  order->options.theme = DOSSIER_THEME_LIGHT;
  if (options->filter != NULL)
    order->filter = g_object_ref (options->filter);

  gtk_page_setup_set_paper_size_and_default_margins (setup, paper);
  gtk_page_setup_set_orientation (setup, kind == DOSSIER_PRINTOUT_HANDOUT ? GTK_PAGE_ORIENTATION_PORTRAIT : GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  /* Handouts and posters have margins of their own. */
  gtk_print_operation_set_use_full_page (operation, kind != DOSSIER_PRINTOUT_STORY);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  if (path != NULL)
    gtk_print_operation_set_export_filename (operation, path);

  g_object_set_data_full (G_OBJECT (operation), "dossier-order", order, free_order);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), order);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), order);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), parent, 0);
  gtk_print_operation_run (operation, action, parent, NULL);
}
