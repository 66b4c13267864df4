/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-map-look.h"
#include "layout/dossier-map-scene.h"
#include "painting/dossier-swatches.h"
#include "painting/dossier-typesetter.h"

G_BEGIN_DECLS

/**
 * DossierMapPainter:
 * @theme: the look
 * @typesetter: draws text; made for @theme
 * @swatches: (nullable): the colours of the document's actors, %NULL for those of the theme
 * @hovered_node: the node of the map that the pointer is on, -1 for none; its name is shown in any case
 * @hovered_strand: the strand of the scene that the pointer is on, -1 for none; likewise
 * @focused_node: the node that has the keyboard focus, -1 for none
 * @focused_ribbon: the ribbon that has it, -1 for none
 * @look: what hulls are drawn around and what makes marks larger, for the legend
 * @is_brief: whether the legend says only what kinds of lines there are, as there is little room
 *
 * What is needed to draw a scene of the map. Fill it in and pass it: it holds nothing of its own.
 */
typedef struct
{
  const DossierTheme *theme;
  DossierTypesetter *typesetter;
  DossierSwatches *swatches;
  int hovered_node;
  int hovered_strand;
  int focused_node;
  int focused_ribbon;
  DossierMapLook look;
  gboolean is_brief;
} DossierMapPainter;

void dossier_map_painter_draw_pin (const DossierTheme *theme, double x, double y, cairo_t *cr);
void dossier_map_painter_draw (const DossierMapPainter *painter,
                               const DossierMap *map,
                               const DossierMapScene *scene,
                               cairo_t *cr);
void dossier_map_painter_draw_over (const DossierMapPainter *painter,
                                    const DossierMap *map,
                                    const DossierMapScene *scene,
                                    cairo_t *cr);

G_END_DECLS
