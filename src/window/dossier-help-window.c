/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-help-window.h"

#include "model/dossier-address.h"
#include "model/dossier-help-page.h"
#include "widgets/dossier-compat.h"
#include "widgets/dossier-prose.h"

#include <glib/gi18n-lib.h>

/* Where the pages are, and the first of them. */
#define FOLDER     "/dossier/help/"
#define FIRST_PAGE "index.md"

/* In pixels: between parts, before a heading, and around all. */
#define SPACING 12
#define APART   24
#define MARGIN  24

/* How wide lines become, in pixels. */
#define WIDTH 640

/* What is done, in a table, is in a column of its own, at least so wide in characters. */
#define COLUMN_CHARACTERS 14

/* The numbers of a list, and its bullets, take as much room as each other, so that all words begin below each other. */
#define SIGN_CHARACTERS 2

/* Headings below this level look alike. */
#define LEAST_LEVEL 3

struct _DossierHelpWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkWidget *first_button;
  GtkScrolledWindow *scroller;
  GtkWidget *parts;
};

G_DEFINE_FINAL_TYPE (DossierHelpWindow, dossier_help_window, ADW_TYPE_WINDOW)

static void show_page (DossierHelpWindow *self, const char *name);

/* The help is written in English, from left to right whatever the language of the program is. */
static GtkWidget *
from_left (GtkWidget *widget)
{
  gtk_widget_set_direction (widget, GTK_TEXT_DIR_LTR);

  return widget;
}

static gboolean
link_cb (GtkLabel *label, const char *address, DossierHelpWindow *self)
{
  g_autofree char *host = NULL;

  if (dossier_address_is_harmless (address, &host))
    dossier_compat_show_uri (GTK_WINDOW (self), address, host);
  else
    show_page (self, address);

  return GDK_EVENT_STOP;
}

static GtkWidget *
make_label (DossierHelpWindow *self, const char *markup)
{
  GtkWidget *label = from_left (gtk_label_new (NULL));

  gtk_label_set_markup (GTK_LABEL (label), markup);
  dossier_prose_wrap (GTK_LABEL (label));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  g_signal_connect_object (label, "activate-link", G_CALLBACK (link_cb), self, 0);

  return label;
}

static GtkWidget *
make_heading (const DossierHelpBlock *block)
{
  GtkWidget *label = from_left (g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "wrap", TRUE, "xalign", 0.0, NULL));
  g_autofree char *style = g_strdup_printf ("title-%d", MIN (block->level + 1, LEAST_LEVEL + 1));

  gtk_label_set_markup (GTK_LABEL (label), block->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, block->level, -1);
  gtk_widget_add_css_class (label, style);
  gtk_widget_set_margin_top (label, APART - SPACING);

  return label;
}

static GtkWidget *
make_item (DossierHelpWindow *self, const DossierHelpBlock *block)
{
  GtkWidget *row = from_left (dossier_prose_row_new (SPACING));
  g_autofree char *number = block->level > 0 ? g_strdup_printf ("%d.", block->level) : g_strdup ("•");
  GtkWidget *sign = make_label (self, number);
  GtkWidget *words = make_label (self, block->text);

  gtk_label_set_wrap (GTK_LABEL (sign), FALSE);
  gtk_label_set_width_chars (GTK_LABEL (sign), SIGN_CHARACTERS);
  gtk_widget_set_hexpand (words, TRUE);
  dossier_prose_row_append (row, sign);
  dossier_prose_row_append (row, words);

  return row;
}

static void
copy_cb (DossierHelpWindow *self, GtkButton *button)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), g_object_get_data (G_OBJECT (button), "text"));
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("Copied")));
}

/* Lines that somebody may want to have in a file of their own. */
static GtkWidget *
make_code (DossierHelpWindow *self, const DossierHelpBlock *block)
{
  GtkWidget *overlay = from_left (gtk_overlay_new ());
  GtkWidget *scroller = from_left (gtk_scrolled_window_new ());
  GtkWidget *label = from_left (gtk_label_new (block->text));
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "monospace");
  gtk_widget_set_margin_top (label, SPACING);
  gtk_widget_set_margin_bottom (label, SPACING);
  gtk_widget_set_margin_start (label, SPACING);
  gtk_widget_set_margin_end (label, SPACING);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), label);
  gtk_widget_add_css_class (scroller, "card");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), scroller);

  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, SPACING / 2);
  gtk_widget_set_margin_end (button, SPACING / 2);
  gtk_widget_set_tooltip_text (button, _ ("Copy"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Copy"), -1);
  g_object_set_data_full (G_OBJECT (button), "text", g_strdup (block->text), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (copy_cb), self, G_CONNECT_SWAPPED);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), button);

  return overlay;
}

static GtkWidget *
make_picture (const DossierHelpBlock *block)
{
  g_autofree char *path = g_strconcat (FOLDER, block->address, NULL);
  GtkWidget *picture = gtk_picture_new_for_resource (path);

  gtk_picture_set_alternative_text (GTK_PICTURE (picture), block->text);
  gtk_widget_add_css_class (picture, "card");

  return picture;
}

static GtkWidget *
make_table (DossierHelpWindow *self, const DossierHelpBlock *block)
{
  GtkWidget *grid = from_left (gtk_grid_new ());

  gtk_grid_set_row_spacing (GTK_GRID (grid), SPACING / 2);
  gtk_grid_set_column_spacing (GTK_GRID (grid), APART);
  for (guint i = 0; i < block->cells->len; i++)
    {
      GtkWidget *label = make_label (self, g_ptr_array_index (block->cells, i));
      int column = (int) i % block->level;

      if ((int) i < block->level)
        gtk_widget_add_css_class (label, "heading");
      if (column == block->level - 1)
        gtk_widget_set_hexpand (label, TRUE);
      else
        gtk_label_set_width_chars (GTK_LABEL (label), COLUMN_CHARACTERS);
      gtk_grid_attach (GTK_GRID (grid), label, column, (int) i / block->level, 1, 1);
    }

  return grid;
}

static GtkWidget *
make_part (DossierHelpWindow *self, const DossierHelpBlock *block)
{
  switch (block->kind)
    {
    case DOSSIER_HELP_BLOCK_HEADING:
      return make_heading (block);
    case DOSSIER_HELP_BLOCK_ITEM:
      return make_item (self, block);
    case DOSSIER_HELP_BLOCK_CODE:
      return make_code (self, block);
    case DOSSIER_HELP_BLOCK_PICTURE:
      return make_picture (block);
    case DOSSIER_HELP_BLOCK_TABLE:
      return make_table (self, block);
    case DOSSIER_HELP_BLOCK_PARAGRAPH:
    default:
      return make_label (self, block->text);
    }
}

/* A page that is not there is a mistake in the help, which a test would have found. */
static void
show_page (DossierHelpWindow *self, const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autofree char *page = bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;
  g_autoptr (GPtrArray) blocks = page != NULL ? dossier_help_page_read (page) : NULL;
  GtkWidget *parts;

  if (blocks == NULL)
    {
      g_warning ("%s", error->message);
      return;
    }

  /* A new box, for a link that is being followed is in the old one, which goes when that is done. */
  parts = from_left (gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING));
  adw_window_title_set_title (self->title, _ ("Help"));
  for (guint i = 0; i < blocks->len; i++)
    {
      const DossierHelpBlock *block = g_ptr_array_index (blocks, i);

      /* The first names the page, and stands in the header bar. */
      if (block->kind == DOSSIER_HELP_BLOCK_HEADING && block->level == 1)
        adw_window_title_set_title (self->title, block->text);
      else
        gtk_box_append (GTK_BOX (parts), make_part (self, block));
    }
  gtk_widget_set_margin_top (parts, MARGIN);
  gtk_widget_set_margin_bottom (parts, MARGIN);
  gtk_widget_set_margin_start (parts, MARGIN);
  gtk_widget_set_margin_end (parts, MARGIN);
  /* Page Up and Page Down go to what has the focus. */
  gtk_widget_set_focusable (parts, TRUE);

  adw_clamp_set_child (ADW_CLAMP (self->parts), parts);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_widget_set_visible (self->first_button, !g_str_equal (name, FIRST_PAGE));
  gtk_widget_grab_focus (parts);
}

static void
first_cb (DossierHelpWindow *self)
{
  show_page (self, FIRST_PAGE);
}

static void
dossier_help_window_class_init (DossierHelpWindowClass *klass)
{
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
dossier_help_window_init (DossierHelpWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *viewport;

  self->title = ADW_WINDOW_TITLE (adw_window_title_new (_ ("Help"), ""));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->title));
  self->first_button = gtk_button_new_from_icon_name ("go-previous-symbolic");
  gtk_widget_set_tooltip_text (self->first_button, _ ("First Page of the Help"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->first_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("First page of the help"), -1);
  g_signal_connect_object (self->first_button, "clicked", G_CALLBACK (first_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->first_button);

  self->parts = adw_clamp_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (self->parts), WIDTH + 2 * MARGIN);
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scroller, self->parts);
  /* Pictures are as high as their width asks for, not as low as they could become. */
  viewport = gtk_scrolled_window_get_child (self->scroller);
  gtk_scrollable_set_vscroll_policy (GTK_SCROLLABLE (viewport), GTK_SCROLL_NATURAL);
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (self->toasts, GTK_WIDGET (self->scroller));
  gtk_widget_set_vexpand (GTK_WIDGET (self->toasts), TRUE);

  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->toasts));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Help"));
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH + 6 * MARGIN, 720);
  show_page (self, FIRST_PAGE);
}

/**
 * dossier_help_window_show:
 *
 * Opens the help on its first page, or brings it to the front where it was left. It ends with the program.
 */
void
dossier_help_window_show (void)
{
  static GtkWindow *window; /* weak: NULL while it is not open */

  if (window == NULL)
    {
      window = g_object_new (DOSSIER_TYPE_HELP_WINDOW, NULL);
      g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
    }

  gtk_window_present (window);
}
