/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-scene-main.h"

#include "painting/dossier-balance-painter.h"
#include "painting/dossier-matrix-painter.h"

/* Between what is shown and its legend, in its own pixels. */
#define SPACING 6.0

struct _DossierSceneMain
{
  DossierDocument *document;
  DossierTheme theme;
  DossierTypesetter *typesetter;
  DossierSwatches *swatches;
  DossierWeighing *weighing;
  DossierStanceMatrix *matrix;
};

/**
 * dossier_scene_main_new:
 * @document: a document
 * @theme: the look; copied
 *
 * Returns: (transfer full): what a scene may show of the question and the reactions
 */
DossierSceneMain *
dossier_scene_main_new (DossierDocument *document, const DossierTheme *theme)
{
  DossierSceneMain *self = g_new0 (DossierSceneMain, 1);

  self->document = g_object_ref (document);
  self->theme = *theme;
  self->theme.text_scale = 1;
  self->typesetter = dossier_typesetter_new (&self->theme);
  self->swatches = dossier_swatches_new (document, &self->theme);

  return self;
}

/**
 * dossier_scene_main_free:
 * @self: (nullable): what a scene may show, or %NULL
 */
void
dossier_scene_main_free (DossierSceneMain *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->weighing);
  g_clear_pointer (&self->matrix, dossier_stance_matrix_free);
  dossier_swatches_free (self->swatches);
  dossier_typesetter_free (self->typesetter);
  g_object_unref (self->document);
  g_free (self);
}

/* The balance keeps this much free at its sides, which a picture with margins of its own need not. */
#define BALANCE_MARGIN 18.0

static void
draw_balance (DossierSceneMain *self, const DossierSceneContent *content, double width, double height, cairo_t *cr)
{
  DossierBalancePainter painter = { &self->theme, self->typesetter, self->swatches, -1, -1, -1 };
  g_autoptr (DossierBalanceLayout) layout = NULL;
  double legend;

  if (self->weighing == NULL)
    self->weighing = dossier_weighing_new (self->document);

  painter.selected = dossier_weighing_find (self->weighing, content->selected);
  legend = dossier_balance_painter_get_legend_height (&painter, width) + SPACING;
  layout = dossier_balance_layout_new_within (self->weighing, width + 2 * BALANCE_MARGIN, height - legend);

  cairo_save (cr);
  cairo_translate (cr, -BALANCE_MARGIN, 0);
  dossier_balance_painter_draw (&painter, self->weighing, layout, cr);
  cairo_restore (cr);
  if (layout->height + legend <= height)
    dossier_balance_painter_draw_legend (&painter, 0, layout->height + SPACING, width, cr);
}

static void
draw_matrix (DossierSceneMain *self, double width, double height, cairo_t *cr)
{
  DossierMatrixPainter painter = { &self->theme, self->typesetter, self->swatches, -1, -1, -1, -1, FALSE, DOSSIER_REF_NONE };
  DossierMatrixLayout layout;
  double legend;

  if (self->matrix == NULL)
    self->matrix = dossier_stance_matrix_new (self->document, NULL);

  legend = dossier_matrix_painter_get_legend_height (&painter, self->matrix, width) + SPACING;
  dossier_matrix_layout_init (&layout, self->matrix, width, MAX (height - legend, 1), dossier_typesetter_measure, self->typesetter);
  dossier_matrix_painter_draw (&painter, self->matrix, &layout, cr);
  dossier_matrix_painter_draw_legend (&painter, self->matrix, 0, height - legend + SPACING, width, cr);
}

/**
 * dossier_scene_main_draw:
 * @self: what a scene may show
 * @content: the scene; its view says which
 * @width: how wide it is shown, in its own pixels
 * @height: how high
 * @cr: where to draw, the upper left being at 0,0
 */
void
dossier_scene_main_draw (DossierSceneMain *self, const DossierSceneContent *content, double width, double height, cairo_t *cr)
{
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  if (content->view == DOSSIER_SCENE_VIEW_MATRIX)
    draw_matrix (self, width, height, cr);
  else
    draw_balance (self, content, width, height, cr);
  cairo_restore (cr);
}
