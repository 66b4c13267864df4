/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-error-page.h"

#include "widgets/dossier-prose.h"

#include <glib/gi18n-lib.h>

struct _DossierErrorPage
{
  GtkWidget parent_instance;

  GtkWidget *heading;
  GtkWidget *explanation;
  GtkWidget *list;
  GtkWidget *back_button;

  DossierReport *report;
};

G_DEFINE_FINAL_TYPE (DossierErrorPage, dossier_error_page, GTK_TYPE_WIDGET)

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  dossier_prose_wrap (GTK_LABEL (label));
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/* "file.dossier:12:34 · /events/3/kind", as far as it is known. */
static char *
make_place (const DossierDiagnostic *diagnostic)
{
  GString *place = g_string_new (diagnostic->file != NULL ? diagnostic->file : "");

  if (diagnostic->line > 0)
    g_string_append_printf (place, ":%d", diagnostic->line);
  if (diagnostic->line > 0 && diagnostic->column > 0)
    g_string_append_printf (place, ":%d", diagnostic->column);
  if (diagnostic->pointer != NULL && diagnostic->pointer[0] != '\0')
    g_string_append_printf (place, "%s%s", place->len > 0 ? " · " : "", diagnostic->pointer);

  return g_string_free (place, FALSE);
}

/* What is one line of many in a terminal stands here by itself. */
static char *
make_sentence (const char *message)
{
  GString *sentence = g_string_new (NULL);

  if (*message == '\0')
    return g_string_free (sentence, FALSE);

  g_string_append_unichar (sentence, g_unichar_toupper (g_utf8_get_char (message)));
  g_string_append (sentence, g_utf8_next_char (message));

  return g_string_free (sentence, FALSE);
}

static GtkWidget *
make_row (const DossierDiagnostic *diagnostic)
{
  gboolean is_error = diagnostic->severity == DOSSIER_SEVERITY_ERROR;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *icon = gtk_image_new_from_icon_name (is_error ? "dialog-error-symbolic" : "dialog-warning-symbolic");
  g_autofree char *place = make_place (diagnostic);
  g_autofree char *message = make_sentence (diagnostic->message);
  g_autofree char *suggestion = diagnostic->suggestion != NULL ? make_sentence (diagnostic->suggestion) : NULL;
  g_autofree char *label = g_strdup_printf ("%s: %s. %s", place, diagnostic->message, diagnostic->suggestion != NULL ? diagnostic->suggestion : "");

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (icon, is_error ? "error" : "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, is_error ? _ ("Error") : _ ("Warning"), -1);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), make_label (message, "heading"));
  if (suggestion != NULL)
    gtk_box_append (GTK_BOX (words), make_label (suggestion, NULL));
  if (place[0] != '\0')
    {
      GtkWidget *where = make_label (place, "dim-label");

      gtk_widget_add_css_class (where, "monospace");
      gtk_widget_add_css_class (where, "caption");
      gtk_box_append (GTK_BOX (words), where);
    }

  gtk_widget_add_css_class (box, "diagnostic");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return row;
}

static void
copy_cb (DossierErrorPage *self)
{
  g_autofree char *text = NULL;

  if (self->report == NULL)
    return;

  text = dossier_report_to_text (self->report);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
dossier_error_page_dispose (GObject *object)
{
  DossierErrorPage *self = DOSSIER_ERROR_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->report, dossier_report_unref);

  G_OBJECT_CLASS (dossier_error_page_parent_class)->dispose (object);
}

static void
dossier_error_page_class_init (DossierErrorPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_error_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/dossier/ui/dossier-error-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DossierErrorPage, heading);
  gtk_widget_class_bind_template_child (widget_class, DossierErrorPage, explanation);
  gtk_widget_class_bind_template_child (widget_class, DossierErrorPage, list);
  gtk_widget_class_bind_template_child (widget_class, DossierErrorPage, back_button);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
dossier_error_page_init (DossierErrorPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dossier_error_page_show:
 * @self: an error page
 * @file_name: the file, as it is shown
 * @report: what was found in it, errors among it
 * @open_title: (nullable): what is still open and can be gone back to, or %NULL
 */
void
dossier_error_page_show (DossierErrorPage *self, const char *file_name, DossierReport *report, const char *open_title)
{
  GtkListBoxRow *row;
  int n_errors, n_beyond;
  g_autofree char *heading = NULL;
  g_autofree char *explanation = NULL;

  g_return_if_fail (DOSSIER_IS_ERROR_PAGE (self));

  dossier_report_ref (report);
  g_clear_pointer (&self->report, dossier_report_unref);
  self->report = report;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  for (int i = 0; i < dossier_report_get_n_kept (report); i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (dossier_report_get (report, i)));

  n_errors = dossier_report_get_n_errors (report);
  n_beyond = n_errors - DOSSIER_REPORT_MOST;
  heading = g_strdup_printf (_ ("“%s” Cannot Be Opened"), file_name);
  if (n_beyond > 0)
    explanation = g_strdup_printf (ngettext ("%d error was found; the first %d are listed.", "%d errors were found; the first %d are listed.", (gulong) n_errors), n_errors, DOSSIER_REPORT_MOST);
  else
    explanation = g_strdup_printf (ngettext ("%d error was found.", "%d errors were found.", (gulong) n_errors), n_errors);

  gtk_label_set_text (GTK_LABEL (self->heading), heading);
  gtk_label_set_text (GTK_LABEL (self->explanation), explanation);

  gtk_widget_set_visible (self->back_button, open_title != NULL);
  if (open_title != NULL)
    {
      g_autofree char *label = g_strdup_printf (_ ("Back to %s"), open_title);

      gtk_button_set_label (GTK_BUTTON (self->back_button), label);
    }
}
