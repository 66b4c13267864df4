/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-view-picture-private.h"

#include "layout/dossier-map-arrangement.h"
#include "layout/dossier-map-content.h"
#include "layout/dossier-map-scene.h"
#include "painting/dossier-map-legend.h"
#include "painting/dossier-map-painter.h"
#include "painting/dossier-map-plot.h"

#include <glib/gi18n-lib.h>

/* Between the map and the edge of its room, in pixels. */
#define MARGIN 18.0

/* In a map lower than this the legend is about the lines only, in pixels. */
#define LEAST_FOR_ALL_SIGNS 520

struct _DossierMapViewPart
{
  DossierMap *map;
  DossierMapCamera camera;
  DossierMapScene *scene; /* %NULL if there are so many ties that the screen plots them, too */
  DossierMapPlot *plot;   /* instead of a scene */
  DossierMapPainter painter;
  DossierTypesetter *typesetter;
  int opened; /* the ribbon, -1 if there is none */
  double scale; /* from the view that the scene was made for to the room that it has */
};

/* Lays the map out for the room that it has. Returns from where all of it is seen. */
static DossierMapCamera
lay_out (DossierMapViewPart *self, const DossierViewPart *part)
{
  const DossierViewPictureOptions *options = part->options;
  const DossierRectangle room = { MARGIN, MARGIN, MAX (part->width - 2 * MARGIN, 1), MAX (part->height - 2 * MARGIN, 1) };
  DossierMapCamera camera;
  DossierRef selected = options->has_pair ? DOSSIER_REF_NONE : options->selected;
  int actor = options->has_pair ? options->actor : -1;
  int other = options->has_pair ? options->other_actor : -1;
  g_autofree gboolean *folded = NULL;

  folded = dossier_map_content_fold_all (part->document, dossier_map_content_is_crowded (part->document, room.width, room.height));
  self->map = dossier_map_content_read (part->document, NULL, folded);
  dossier_map_set_text (self->map, dossier_typesetter_measure, part->typesetter);
  dossier_map_arrangement_run (self->map, room.width / room.height, NULL);
  dossier_map_content_show (self->map,
                            part->document,
                            options->filter,
                            options->has_dates ? options->begin : DOSSIER_TIME_MIN,
                            options->has_dates ? options->end : DOSSIER_TIME_MAX);
  dossier_map_content_emphasise (self->map, part->related, selected, actor, other);

  camera = dossier_map_camera_fit (self->map, part->width, part->height, &room);
  self->opened = dossier_map_content_open (self->map, part->document, selected, actor, other);
  if (options->has_pair && self->opened >= 0)
    camera = dossier_map_camera_fit_ribbon (self->map, &camera, self->opened, &room);

  return camera;
}

/* Takes the map as somebody sees it. What lies over it on the screen keeps its room, so that all names stay where they
 * are. Returns from where it is seen. */
static DossierMapCamera
take_sight (DossierMapViewPart *self, const DossierViewPart *part)
{
  const DossierMapSight *sight = part->options->map_sight;

  self->map = dossier_map_copy (sight->map);
  dossier_map_set_text (self->map, dossier_typesetter_measure, part->typesetter);
  self->opened = sight->opened_ribbon;
  self->painter.look = sight->look;
  self->scale = part->width / sight->camera.width;

  return sight->camera;
}

/**
 * dossier_map_view_part_new:
 * @part: what to show, and how
 *
 * Returns: (transfer full): the actor map: as somebody sees it if that is known, else laid out
 */
DossierMapViewPart *
dossier_map_view_part_new (const DossierViewPart *part)
{
  DossierMapViewPart *self = g_new0 (DossierMapViewPart, 1);

  self->scale = 1;
  self->typesetter = part->typesetter;
  self->painter = (DossierMapPainter){
    .theme = part->theme,
    .typesetter = part->typesetter,
    .swatches = part->swatches,
    .hovered_node = -1,
    .hovered_strand = -1,
    .focused_node = -1,
    .focused_ribbon = -1,
    .is_brief = part->height < LEAST_FOR_ALL_SIGNS,
  };
  self->camera = part->options->map_sight != NULL ? take_sight (self, part) : lay_out (self, part);
  if (dossier_map_plot_is_needed (self->map, &self->camera))
    self->plot = dossier_map_plot_new (self->map, part->theme, part->swatches);
  else
    self->scene = dossier_map_scene_new (self->map, &self->camera, self->opened, dossier_typesetter_measure, part->typesetter);

  return self;
}

/**
 * dossier_map_view_part_free:
 * @self: (nullable): a map, or %NULL
 */
void
dossier_map_view_part_free (DossierMapViewPart *self)
{
  if (self == NULL)
    return;

  dossier_map_scene_free (self->scene);
  g_clear_pointer (&self->plot, dossier_map_plot_unref);
  dossier_map_free (self->map);
  g_free (self);
}

/**
 * dossier_map_view_part_draw:
 * @self: a map
 * @cr: where to draw, with its upper left corner at 0,0
 */
void
dossier_map_view_part_draw (DossierMapViewPart *self, cairo_t *cr)
{
  cairo_save (cr);
  cairo_scale (cr, self->scale, self->scale);
  if (self->plot != NULL)
    dossier_map_plot_draw (self->plot, &self->camera, self->typesetter, cr);
  else
    dossier_map_painter_draw (&self->painter, self->map, self->scene, cr);
  cairo_restore (cr);
}

/**
 * dossier_map_view_part_measure_legend:
 * @self: a map
 * @max_width: how wide its legend may be
 * @width: (out): how wide it is
 * @height: (out): how high it is
 */
void
dossier_map_view_part_measure_legend (DossierMapViewPart *self, double max_width, double *width, double *height)
{
  dossier_map_legend_measure (&self->painter, self->map, self->scene, max_width, width, height);
}

/**
 * dossier_map_view_part_draw_legend:
 * @self: a map
 * @x: its left
 * @y: its top
 * @max_width: how wide it may be
 * @cr: where to draw
 */
void
dossier_map_view_part_draw_legend (DossierMapViewPart *self, double x, double y, double max_width, cairo_t *cr)
{
  dossier_map_legend_draw (&self->painter, self->map, self->scene, x, y, max_width, cr);
}

/**
 * dossier_map_view_part_to_text:
 * @self: a map
 * @camera: from where to see it
 *
 * Returns: (transfer full): what is seen from there, as dossier_map_scene_to_text() writes it; for tests
 */
char *
dossier_map_view_part_to_text (DossierMapViewPart *self, const DossierMapCamera *camera)
{
  g_autoptr (DossierMapScene) scene = dossier_map_scene_new (self->map, camera, self->opened, dossier_typesetter_measure, self->typesetter);

  return dossier_map_scene_to_text (scene);
}

/**
 * dossier_map_view_part_describe:
 * @self: a map
 *
 * Returns: (transfer full): what is to be seen, in one sentence
 */
char *
dossier_map_view_part_describe (DossierMapViewPart *self)
{
  int n_actors = 0;
  int n_ties = 0;

  for (int i = 0; i < self->map->n_nodes; i++)
    n_actors += self->map->nodes[i].visible;
  for (int i = 0; i < self->map->n_ties; i++)
    n_ties += self->map->ties[i].visible;

  {
    g_autofree char *actors = g_strdup_printf (ngettext ("%d actor", "%d actors", (gulong) n_actors), n_actors);
    g_autofree char *ties = g_strdup_printf (ngettext ("%d tie", "%d ties", (gulong) n_ties), n_ties);

    /* Translators: such as: An actor map with 20 actors and 45 ties. */
    return g_strdup_printf (_ ("An actor map with %s and %s."), actors, ties);
  }
}
