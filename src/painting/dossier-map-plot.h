/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-map-camera.h"
#include "painting/dossier-swatches.h"
#include "painting/dossier-typesetter.h"

G_BEGIN_DECLS

/** DOSSIER_MAP_PLOT_MOST_RIBBONS: with more ribbons in sight than these, a map is plotted */
#define DOSSIER_MAP_PLOT_MOST_RIBBONS 1500

/**
 * DossierMapPlot:
 *
 * What a map with too many ties in sight to be read one by one is drawn from: every actor a dot, every pair a line in
 * the colour of its weightiest sign, and the names of the weightiest. It holds nothing of the map, so that another thread
 * may draw from it; it never changes.
 */
typedef struct _DossierMapPlot DossierMapPlot;

DossierMapPlot *dossier_map_plot_new (const DossierMap *map, const DossierTheme *theme, DossierSwatches *swatches);
DossierMapPlot *dossier_map_plot_ref (DossierMapPlot *plot);
void dossier_map_plot_unref (DossierMapPlot *plot);

gboolean dossier_map_plot_is_needed (const DossierMap *map, const DossierMapCamera *camera);
int dossier_map_plot_get_n_lines (const DossierMapPlot *plot);
cairo_surface_t *dossier_map_plot_make_ground (const DossierMapPlot *plot, const DossierMapCamera *camera, double margin, int scale);
int dossier_map_plot_add_lines (const DossierMapPlot *plot,
                                cairo_surface_t *surface,
                                const DossierMapCamera *camera,
                                double margin,
                                int first,
                                int n_lines);
void dossier_map_plot_add_nodes (const DossierMapPlot *plot,
                                 cairo_surface_t *surface,
                                 const DossierMapCamera *camera,
                                 double margin,
                                 DossierTypesetter *typesetter);
void dossier_map_plot_draw (const DossierMapPlot *plot, const DossierMapCamera *camera, DossierTypesetter *typesetter, cairo_t *cr);
int dossier_map_plot_hit (const DossierMapPlot *plot, const DossierMapCamera *camera, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierMapPlot, dossier_map_plot_unref)

G_END_DECLS
