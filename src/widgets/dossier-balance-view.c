/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-balance-view.h"

#include "painting/dossier-balance-painter.h"
#include "widgets/dossier-style.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The legend stands below the balances, by so many pixels further in than the edge. */
#define LEGEND_MARGIN 6.0

/* For which the height is worked out where no width is given. */
#define USUAL_WIDTH 800.0

struct _DossierBalanceView
{
  DossierCanvas parent_instance;

  DossierView *view;
  DossierWeighing *weighing;
  DossierBalanceLayout *layout;
  int hovered; /* blocks, -1 for none */
  int focused;
};

G_DEFINE_FINAL_TYPE (DossierBalanceView, dossier_balance_view, DOSSIER_TYPE_CANVAS)

static const DossierWeight *
get_weight (DossierBalanceView *self, int block)
{
  return dossier_weighing_get_weight (self->weighing, self->layout->blocks[block].weight);
}

/* "No alliance is in the making, speaks for Ad hoc, likely" */
static char *
describe_block (DossierBalanceView *self, int index)
{
  const DossierBalanceBlock *block = &self->layout->blocks[index];
  const DossierWeight *weight = get_weight (self, index);
  DossierRef ref = { DOSSIER_RECORD_HYPOTHESIS, block->hypothesis };
  g_autofree char *hypothesis = dossier_document_dup_title (dossier_weighing_get_document (self->weighing), ref, NULL);
  g_autofree char *reason = dossier_hedge_dup_reason (weight->hedge);

  if (!block->is_on)
    /* Translators: a statement, a hypothesis, and how far its source commits itself */
    return g_strdup_printf (block->supports ? _ ("%s. Spoke for “%s”, taken off. %s") : _ ("%s. Spoke against “%s”, taken off. %s"), weight->title, hypothesis, reason);

  return g_strdup_printf (block->supports ? _ ("%s. Speaks for “%s”. %s") : _ ("%s. Speaks against “%s”. %s"), weight->title, hypothesis, reason);
}

static void
open_block (DossierBalanceView *self, int index)
{
  const DossierWeight *weight;

  if (index < 0)
    return;

  weight = get_weight (self, index);
  self->focused = index;
  dossier_view_select (self->view, weight->ref);
  dossier_view_reveal (self->view, weight->ref);
}

static void
dossier_balance_view_update (DossierCanvas *canvas, int width, int height)
{
  DossierBalanceView *self = DOSSIER_BALANCE_VIEW (canvas);

  g_clear_pointer (&self->layout, dossier_balance_layout_free);
  self->hovered = -1;
  if (self->weighing == NULL)
    return;

  self->layout = dossier_balance_layout_new (self->weighing, width);
  self->focused = MIN (self->focused, self->layout->n_blocks - 1);
}

static void
dossier_balance_view_draw (DossierCanvas *canvas, cairo_t *cr)
{
  DossierBalanceView *self = DOSSIER_BALANCE_VIEW (canvas);
  DossierBalancePainter painter = {
    .theme = dossier_canvas_get_theme (canvas),
    .typesetter = dossier_canvas_get_typesetter (canvas),
    .hovered = self->hovered,
    .focused = gtk_widget_has_focus (GTK_WIDGET (self)) ? self->focused : -1,
    .selected = -1,
  };

  dossier_color_set_source (&painter.theme->view, cr);
  cairo_paint (cr);
  if (self->layout == NULL)
    return;

  painter.swatches = dossier_style_get_swatches (dossier_style_get_default (), dossier_weighing_get_document (self->weighing));
  painter.selected = dossier_weighing_find (self->weighing, dossier_view_get_selection (self->view));
  dossier_balance_painter_draw (&painter, self->weighing, self->layout, cr);
  dossier_balance_painter_draw_legend (&painter, LEGEND_MARGIN, self->layout->height, self->layout->width - 2 * LEGEND_MARGIN, cr);
}

static void
dossier_balance_view_point (DossierCanvas *canvas, double x, double y)
{
  DossierBalanceView *self = DOSSIER_BALANCE_VIEW (canvas);
  int hovered = self->layout != NULL && !isnan (x) ? dossier_balance_layout_find (self->layout, x, y) : -1;

  if (self->hovered == hovered)
    return;

  self->hovered = hovered;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), hovered >= 0 ? "pointer" : NULL);
  dossier_view_set_hover (self->view, hovered >= 0 ? get_weight (self, hovered)->ref : DOSSIER_REF_NONE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
dossier_balance_view_click (DossierCanvas *canvas, int n_press, double x, double y, GdkModifierType modifiers)
{
  DossierBalanceView *self = DOSSIER_BALANCE_VIEW (canvas);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->layout != NULL)
    open_block (self, dossier_balance_layout_find (self->layout, x, y));
}

static gboolean
dossier_balance_view_press_key (DossierCanvas *canvas, guint keyval, GdkModifierType modifiers)
{
  DossierBalanceView *self = DOSSIER_BALANCE_VIEW (canvas);
  int dx = 0;
  int dy = 0;
  g_autofree char *message = NULL;

  if (self->layout == NULL || self->layout->n_blocks == 0 || modifiers != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Left:
      dx = -1;
      break;
    case GDK_KEY_Right:
      dx = 1;
      break;
    case GDK_KEY_Up:
      dy = -1;
      break;
    case GDK_KEY_Down:
      dy = 1;
      break;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      open_block (self, self->focused);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      dossier_view_escape (self->view);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }

  self->focused = dossier_balance_layout_walk (self->layout, self->focused, dx, dy);
  message = describe_block (self, self->focused);
  dossier_canvas_announce (canvas, message);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return GDK_EVENT_STOP;
}

static char *
dossier_balance_view_dup_tooltip (DossierCanvas *canvas, double x, double y)
{
  DossierBalanceView *self = DOSSIER_BALANCE_VIEW (canvas);
  int index = self->layout != NULL ? dossier_balance_layout_find (self->layout, x, y) : -1;
  g_autofree char *text = NULL;
  int quote;

  if (index < 0)
    return NULL;

  text = describe_block (self, index);
  quote = get_weight (self, index)->quote;
  if (quote < 0)
    return g_steal_pointer (&text);

  return g_strdup_printf ("%s\n“%s”", text, dossier_document_get_quote (dossier_weighing_get_document (self->weighing), quote)->exact);
}

static void
dossier_balance_view_list_marks (DossierCanvas *canvas, GArray *marks)
{
  DossierBalanceView *self = DOSSIER_BALANCE_VIEW (canvas);

  for (int i = 0; self->layout != NULL && i < self->layout->n_blocks; i++)
    {
      const DossierRectangle *box = &self->layout->blocks[i].box;
      DossierCanvasMark mark = { i, box->x, box->y, box->width, box->height, describe_block (self, i) };

      g_array_append_val (marks, mark);
    }
}

static void
dossier_balance_view_activate_mark (DossierCanvas *canvas, int id)
{
  DossierBalanceView *self = DOSSIER_BALANCE_VIEW (canvas);

  if (self->layout != NULL && id < self->layout->n_blocks)
    open_block (self, id);
}

static void
dossier_balance_view_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  DossierBalanceView *self = DOSSIER_BALANCE_VIEW (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL && self->weighing != NULL)
    {
      DossierBalancePainter painter = { .typesetter = dossier_canvas_get_typesetter (DOSSIER_CANVAS (self)) };
      double width = for_size > 0 ? for_size : USUAL_WIDTH;

      *minimum = *natural = (int) ceil (dossier_balance_layout_get_height (self->weighing) +
                                        dossier_balance_painter_get_legend_height (&painter, width - 2 * LEGEND_MARGIN));
    }
}

static GtkSizeRequestMode
dossier_balance_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
dossier_balance_view_dispose (GObject *object)
{
  DossierBalanceView *self = DOSSIER_BALANCE_VIEW (object);

  g_clear_pointer (&self->layout, dossier_balance_layout_free);
  g_clear_object (&self->weighing);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (dossier_balance_view_parent_class)->dispose (object);
}

static void
dossier_balance_view_class_init (DossierBalanceViewClass *klass)
{
  DossierCanvasClass *canvas_class = DOSSIER_CANVAS_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_balance_view_dispose;
  GTK_WIDGET_CLASS (klass)->measure = dossier_balance_view_measure;
  GTK_WIDGET_CLASS (klass)->get_request_mode = dossier_balance_view_get_request_mode;

  canvas_class->update = dossier_balance_view_update;
  canvas_class->draw = dossier_balance_view_draw;
  canvas_class->point = dossier_balance_view_point;
  canvas_class->click = dossier_balance_view_click;
  canvas_class->press_key = dossier_balance_view_press_key;
  canvas_class->dup_tooltip = dossier_balance_view_dup_tooltip;
  canvas_class->list_marks = dossier_balance_view_list_marks;
  canvas_class->activate_mark = dossier_balance_view_activate_mark;
}

static void
dossier_balance_view_init (DossierBalanceView *self)
{
  self->hovered = self->focused = -1;
  gtk_widget_set_vexpand (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What weighs for and against each answer"), -1);
}

/**
 * dossier_balance_view_set_view:
 * @self: a balance
 * @view: (nullable): the state of the window, in which a weight is selected, or %NULL for none
 * @weighing: (nullable): what is weighed, %NULL with no view
 */
void
dossier_balance_view_set_view (DossierBalanceView *self, DossierView *view, DossierWeighing *weighing)
{
  g_return_if_fail (DOSSIER_IS_BALANCE_VIEW (self) && (view == NULL) == (weighing == NULL));

  if (self->view != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->view, gtk_widget_queue_draw, self);
      g_signal_handlers_disconnect_by_func (self->weighing, dossier_canvas_queue_update, self);
    }
  g_set_object (&self->view, view);
  g_set_object (&self->weighing, weighing);
  g_clear_pointer (&self->layout, dossier_balance_layout_free);
  self->hovered = self->focused = -1;

  if (view != NULL)
    {
      g_signal_connect_object (view, "selection-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (weighing, "changed", G_CALLBACK (dossier_canvas_queue_update), self, G_CONNECT_SWAPPED);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
  dossier_canvas_queue_update (DOSSIER_CANVAS (self));
}
