/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-emblem.h"

#include "widgets/dossier-style.h"

#define KIND_RADIUS 3.0

struct _DossierEmblem
{
  GtkWidget parent_instance;

  int size;
  DossierDocument *document;
  DossierRef ref;
  DossierStatus status;
  char *symbol;
};

G_DEFINE_FINAL_TYPE (DossierEmblem, dossier_emblem, GTK_TYPE_WIDGET)

/* The letters of an actor that names none: the first of its first two words. */
static char *
make_symbol (const DossierActor *actor)
{
  g_autoptr (GString) symbol = g_string_new (NULL);
  gboolean at_start = TRUE;
  int n = 0;

  if (actor->symbol != NULL)
    return g_strdup (actor->symbol);

  for (const char *p = dossier_text_get (&actor->name, NULL); p != NULL && *p != '\0' && n < 2; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (at_start && g_unichar_isalnum (c))
        {
          g_string_append_unichar (symbol, g_unichar_toupper (c));
          n++;
        }
      at_start = !g_unichar_isalnum (c);
    }

  return g_string_free (g_steal_pointer (&symbol), FALSE);
}

static void
set_letter_size (PangoLayout *layout, double size, PangoRectangle *box)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_size_new_absolute ((int) (size * PANGO_SCALE)));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_get_extents (layout, NULL, box);
}

/* The letters take as much of the disc as they can, at most half of its height. */
static void
draw_symbol (DossierEmblem *self, GtkSnapshot *snapshot, const DossierColor *color)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->symbol);
  double size = self->size * 0.46;
  double room = self->size * 0.78 * PANGO_SCALE;
  PangoRectangle box;
  GdkRGBA rgba;

  set_letter_size (layout, size, &box);
  if (box.width > room)
    set_letter_size (layout, size * room / box.width, &box);

  dossier_style_to_rgba (color, &rgba);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (self->size - (double) box.width / PANGO_SCALE) / 2, (float) (self->size - (double) box.height / PANGO_SCALE) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &rgba);
  gtk_snapshot_restore (snapshot);
}

static void
draw_round (DossierEmblem *self, GtkSnapshot *snapshot, const DossierColor *color, double inset, double radius)
{
  float side = (float) (self->size - 2 * inset);
  GskRoundedRect outline;
  GdkRGBA rgba;

  dossier_style_to_rgba (color, &rgba);
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT ((float) inset, (float) inset, side, side), (float) radius);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &rgba, &outline.bounds);
  gtk_snapshot_pop (snapshot);
}

/* Reported is a full disc, alleged a half, speculated a quarter, expected a ring, denied a ring struck through. */
static void
draw_status (DossierEmblem *self, cairo_t *cr, const DossierTheme *theme)
{
  double middle = self->size / 2.0;
  double radius = self->size * 0.32;
  double filled = 0;

  dossier_color_set_source (&dossier_theme_get_hue (theme, dossier_palette_get_hue_of_status (self->status))->mark, cr);
  cairo_set_line_width (cr, 1.5);
  cairo_arc (cr, middle, middle, radius, 0, 2 * G_PI);
  cairo_stroke (cr);

  switch (self->status)
    {
    case DOSSIER_STATUS_REPORTED:
      filled = 1;
      break;
    case DOSSIER_STATUS_ALLEGED:
      filled = 0.5;
      break;
    case DOSSIER_STATUS_SPECULATED:
      filled = 0.25;
      break;
    case DOSSIER_STATUS_DENIED:
      cairo_move_to (cr, middle - radius * G_SQRT2 / 2, middle + radius * G_SQRT2 / 2);
      cairo_line_to (cr, middle + radius * G_SQRT2 / 2, middle - radius * G_SQRT2 / 2);
      cairo_stroke (cr);
      break;
    case DOSSIER_STATUS_EXPECTED:
    case DOSSIER_STATUS_NONE:
    default:
      break;
    }

  if (filled > 0)
    {
      cairo_move_to (cr, middle, middle);
      cairo_arc (cr, middle, middle, radius, -G_PI_2, -G_PI_2 + filled * 2 * G_PI);
      cairo_close_path (cr);
      cairo_fill (cr);
    }
}

static void
dossier_emblem_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DossierEmblem *self = DOSSIER_EMBLEM (widget);
  DossierStyle *style = dossier_style_get_default ();
  const DossierSwatch *swatch;

  if (self->status != DOSSIER_STATUS_NONE)
    {
      float size = (float) self->size;
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, size, size));

      draw_status (self, cr, dossier_style_get_theme (style));
      cairo_destroy (cr);
    }
  else if (self->ref.type == DOSSIER_RECORD_ACTOR)
    {
      swatch = dossier_swatches_get_actor (dossier_style_get_swatches (style, self->document), self->ref.index);
      draw_round (self, snapshot, &swatch->mark, 0, self->size / 2.0);
      draw_symbol (self, snapshot, &swatch->on_mark);
    }
  else if (self->ref.type == DOSSIER_RECORD_KIND)
    {
      swatch = dossier_swatches_get_kind (dossier_style_get_swatches (style, self->document), self->ref.index);
      draw_round (self, snapshot, &swatch->mark, self->size / 6.0, KIND_RADIUS);
    }
}

static void
dossier_emblem_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = *natural = DOSSIER_EMBLEM (widget)->size;
}

static void
dossier_emblem_finalize (GObject *object)
{
  DossierEmblem *self = DOSSIER_EMBLEM (object);

  g_clear_object (&self->document);
  g_free (self->symbol);

  G_OBJECT_CLASS (dossier_emblem_parent_class)->finalize (object);
}

static void
dossier_emblem_class_init (DossierEmblemClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dossier_emblem_finalize;
  widget_class->snapshot = dossier_emblem_snapshot;
  widget_class->measure = dossier_emblem_measure;

  gtk_widget_class_set_css_name (widget_class, "emblem");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
dossier_emblem_init (DossierEmblem *self)
{
  self->ref = DOSSIER_REF_NONE;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (dossier_style_get_default (), "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * dossier_emblem_new:
 * @size: width and height in pixels
 *
 * Returns: (transfer floating): an emblem of nothing
 */
GtkWidget *
dossier_emblem_new (int size)
{
  DossierEmblem *self = g_object_new (DOSSIER_TYPE_EMBLEM, NULL);

  self->size = size;

  return GTK_WIDGET (self);
}

/**
 * dossier_emblem_clear:
 * @self: an emblem
 *
 * Shows nothing; the room stays.
 */
void
dossier_emblem_clear (DossierEmblem *self)
{
  g_return_if_fail (DOSSIER_IS_EMBLEM (self));

  g_clear_object (&self->document);
  g_clear_pointer (&self->symbol, g_free);
  self->ref = DOSSIER_REF_NONE;
  self->status = DOSSIER_STATUS_NONE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * dossier_emblem_show_record:
 * @self: an emblem
 * @document: the document
 * @ref: an actor or a kind of it; anything else has no emblem
 */
void
dossier_emblem_show_record (DossierEmblem *self, DossierDocument *document, DossierRef ref)
{
  g_return_if_fail (DOSSIER_IS_EMBLEM (self));

  dossier_emblem_clear (self);
  self->document = g_object_ref (document);
  self->ref = ref;
  if (ref.type == DOSSIER_RECORD_ACTOR)
    self->symbol = make_symbol (dossier_document_get_actor (document, ref.index));
}

/**
 * dossier_emblem_show_status:
 * @self: an emblem
 * @status: what a source says of a statement
 */
void
dossier_emblem_show_status (DossierEmblem *self, DossierStatus status)
{
  g_return_if_fail (DOSSIER_IS_EMBLEM (self));

  dossier_emblem_clear (self);
  self->status = status == DOSSIER_STATUS_NONE ? DOSSIER_STATUS_REPORTED : status;
}
