/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-pill.h"

#include "widgets/dossier-style.h"

/* Room around the words, in pixels. */
#define PADDING_X 10
#define PADDING_Y 3

struct _DossierPill
{
  GtkWidget parent_instance;

  GdkRGBA ground;
};

G_DEFINE_FINAL_TYPE (DossierPill, dossier_pill, GTK_TYPE_WIDGET)

static void
dossier_pill_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DossierPill *self = DOSSIER_PILL (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, width, height), height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &self->ground, &outline.bounds);
  gtk_snapshot_pop (snapshot);

  GTK_WIDGET_CLASS (dossier_pill_parent_class)->snapshot (widget, snapshot);
}

static void
dossier_pill_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dossier_pill_parent_class)->dispose (object);
}

static void
dossier_pill_class_init (DossierPillClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_pill_dispose;
  widget_class->snapshot = dossier_pill_snapshot;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pill");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dossier_pill_init (DossierPill *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
}

/**
 * dossier_pill_new:
 * @text: plain text
 * @swatch: its colours
 * @emblem: (nullable): what stands before the words, or %NULL
 *
 * Its colours are those of the moment: who shows it makes it anew when the style changes.
 *
 * Returns: (transfer floating): a pill
 */
GtkWidget *
dossier_pill_new (const char *text, const DossierSwatch *swatch, GtkWidget *emblem)
{
  DossierPill *self = g_object_new (DOSSIER_TYPE_PILL, NULL);
  GtkWidget *label = gtk_label_new (text);
  PangoAttrList *attributes = pango_attr_list_new ();

  dossier_style_to_rgba (&swatch->soft, &self->ground);

  pango_attr_list_insert (attributes, pango_attr_foreground_new ((guint16) (swatch->text.red * 65535), (guint16) (swatch->text.green * 65535), (guint16) (swatch->text.blue * 65535)));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  pango_attr_list_unref (attributes);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);

  gtk_widget_set_margin_start (label, emblem != NULL ? 0 : PADDING_X);
  gtk_widget_set_margin_end (label, PADDING_X);
  gtk_widget_set_margin_top (label, PADDING_Y);
  gtk_widget_set_margin_bottom (label, PADDING_Y);

  if (emblem != NULL)
    {
      gtk_widget_set_margin_start (emblem, PADDING_X - 3);
      gtk_widget_set_parent (emblem, GTK_WIDGET (self));
    }
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}
