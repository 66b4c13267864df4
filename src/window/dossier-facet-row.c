/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-facet-row.h"

#include "widgets/dossier-emblem.h"

#include <glib/gi18n-lib.h>

#define EMBLEM_SIZE 20

/* How many characters of a name the panel is made wide for. */
#define TITLE_CHARACTERS 20
#define INDENT      24

struct _DossierFacetRow
{
  GtkBox parent_instance;

  GtkWidget *emblem;
  GtkWidget *title;
  GtkWidget *count;
  GtkWidget *check;

  DossierFacetItem *item;
  gulong changed_id;
};

G_DEFINE_FINAL_TYPE (DossierFacetRow, dossier_facet_row, GTK_TYPE_BOX)

/* The row of the list that this is the content of: it has the focus and is what assistive technology meets. */
static GtkWidget *
get_list_row (DossierFacetRow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  return parent != NULL ? parent : GTK_WIDGET (self);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
update (DossierFacetRow *self)
{
  gboolean is_value = dossier_facet_item_get_item_type (self->item) == DOSSIER_FACET_ITEM_VALUE;
  gboolean chosen = dossier_facet_item_get_chosen (self->item);
  int count = dossier_facet_item_get_count (self->item);
  GtkWidget *row = get_list_row (self);
  g_autofree char *number = g_strdup_printf ("%'d", count);
  g_autofree char *name = NULL;

  gtk_label_set_text (GTK_LABEL (self->count), is_value ? number : "");
  gtk_widget_set_visible (self->check, chosen);
  set_class (row, "chosen", chosen);
  set_class (GTK_WIDGET (self), "none", is_value && count == 0 && !chosen);

  if (!is_value)
    name = g_strdup (gtk_label_get_text (GTK_LABEL (self->title)));
  else if (chosen)
    /* Translators: a row of the filters, as a screen reader says it: the name, how many events it shows */
    name = g_strdup_printf (ngettext ("%s, chosen, %d event", "%s, chosen, %d events", (gulong) count), dossier_facet_item_get_title (self->item), count);
  else
    name = g_strdup_printf (ngettext ("%s, %d event", "%s, %d events", (gulong) count), dossier_facet_item_get_title (self->item), count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_emblem (DossierFacetRow *self, DossierDocument *document)
{
  DossierEmblem *emblem = DOSSIER_EMBLEM (self->emblem);
  int value = dossier_facet_item_get_value (self->item);
  gboolean has_emblem = TRUE;

  switch (dossier_facet_item_get_facet (self->item))
    {
    case DOSSIER_FACET_KIND:
      dossier_emblem_show_record (emblem, document, (DossierRef){ DOSSIER_RECORD_KIND, value });
      break;
    case DOSSIER_FACET_ACTOR:
      dossier_emblem_show_record (emblem, document, (DossierRef){ DOSSIER_RECORD_ACTOR, value });
      break;
    case DOSSIER_FACET_STATUS:
      dossier_emblem_show_status (emblem, (DossierStatus) value);
      break;
    case DOSSIER_FACET_PLACE:
    case DOSSIER_FACET_SOURCE:
    case DOSSIER_FACET_LIKELIHOOD:
    case DOSSIER_FACET_RELIABILITY:
    case DOSSIER_FACET_CREDIBILITY:
    case DOSSIER_FACET_STANCE:
    case DOSSIER_N_FACETS:
    default:
      has_emblem = FALSE;
    }

  gtk_widget_set_visible (self->emblem, has_emblem);
}

/* Only a title that is cut is worth a tooltip; and it is made when it is wanted, as one that is set with its text costs two
 * questions to the X server. */
static gboolean
query_tooltip_cb (DossierFacetRow *self, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  if (self->item == NULL || !pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (self->title))))
    return FALSE;

  gtk_tooltip_set_text (tooltip, gtk_label_get_text (GTK_LABEL (self->title)));

  return TRUE;
}

static void
dossier_facet_row_dispose (GObject *object)
{
  dossier_facet_row_unbind (DOSSIER_FACET_ROW (object));

  G_OBJECT_CLASS (dossier_facet_row_parent_class)->dispose (object);
}

static void
dossier_facet_row_class_init (DossierFacetRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dossier_facet_row_dispose;
}

static void
dossier_facet_row_init (DossierFacetRow *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 9);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);

  self->emblem = dossier_emblem_new (EMBLEM_SIZE);
  gtk_box_append (GTK_BOX (self), self->emblem);

  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  /* The panel is as wide in every language; who draws it wider sees more of a long name. */
  gtk_label_set_max_width_chars (GTK_LABEL (self->title), TITLE_CHARACTERS);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_box_append (GTK_BOX (self), self->title);

  self->check = gtk_image_new_from_icon_name ("object-select-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Chosen"), -1);
  gtk_box_append (GTK_BOX (self), self->check);

  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "dim-label");
  gtk_widget_add_css_class (self->count, "numeric");
  gtk_box_append (GTK_BOX (self), self->count);
}

/**
 * dossier_facet_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
dossier_facet_row_new (void)
{
  return g_object_new (DOSSIER_TYPE_FACET_ROW, NULL);
}

/**
 * dossier_facet_row_bind:
 * @self: a row
 * @document: the document
 * @item: what it shows from now on
 */
void
dossier_facet_row_bind (DossierFacetRow *self, DossierDocument *document, DossierFacetItem *item)
{
  DossierFacetItemType type = dossier_facet_item_get_item_type (item);
  GtkWidget *row = get_list_row (self);
  g_autofree char *more = NULL;

  dossier_facet_row_unbind (self);
  self->item = g_object_ref (item);
  self->changed_id = g_signal_connect_swapped (item, "changed", G_CALLBACK (update), self);

  set_class (row, "heading-row", type == DOSSIER_FACET_ITEM_HEADING);
  set_class (GTK_WIDGET (self), "more", type == DOSSIER_FACET_ITEM_MORE);
  gtk_widget_set_margin_start (GTK_WIDGET (self), dossier_facet_item_get_depth (item) * INDENT);

  switch (type)
    {
    case DOSSIER_FACET_ITEM_HEADING:
      gtk_widget_set_visible (self->emblem, FALSE);
      gtk_label_set_text (GTK_LABEL (self->title), dossier_facet_item_get_title (item));
      break;
    case DOSSIER_FACET_ITEM_MORE:
      gtk_widget_set_visible (self->emblem, FALSE);
      more = g_strdup_printf (ngettext ("Show %d More", "Show %d More", (gulong) dossier_facet_item_get_value (item)),
                              dossier_facet_item_get_value (item));
      gtk_label_set_text (GTK_LABEL (self->title), more);
      break;
    case DOSSIER_FACET_ITEM_VALUE:
    default:
      show_emblem (self, document);
      gtk_label_set_text (GTK_LABEL (self->title), dossier_facet_item_get_title (item));
      break;
    }
  update (self);
}

/**
 * dossier_facet_row_unbind:
 * @self: a row
 *
 * Shows nothing any more.
 */
void
dossier_facet_row_unbind (DossierFacetRow *self)
{
  if (self->item != NULL)
    g_clear_signal_handler (&self->changed_id, self->item);
  g_clear_object (&self->item);
}
