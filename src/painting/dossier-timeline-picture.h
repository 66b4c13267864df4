/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "painting/dossier-timeline-painter.h"

G_BEGIN_DECLS

/**
 * DOSSIER_TIMELINE_MOST_PATCHES:
 *
 * How many patches dossier_timeline_picture_list_patches() finds at most.
 */
#define DOSSIER_TIMELINE_MOST_PATCHES 8

/**
 * DossierTimelineGround:
 * @top: y at which it begins
 * @bottom: y at which it ends
 * @color: its colour
 *
 * What lies below the events of a lane, from edge to edge.
 */
typedef struct
{
  double top;
  double bottom;
  DossierColor color;
} DossierTimelineGround;

/**
 * DossierTimelineGroundFunc:
 * @box: a part of the canvas
 * @color: what it is to be filled with
 * @data: what was passed on
 */
typedef void (*DossierTimelineGroundFunc) (const DossierTimelineBox *box, const DossierColor *color, gpointer data);

/**
 * DossierTimelinePicture:
 * @scene: what is painted, with words of its own
 * @surface: the timeline as it was painted, opaque: the whole canvas, and right of it two strips of the plot, @strip
 *   pixels wide each: what lies left of the view, and what lies right of it. Its device scale is @scale
 * @scale: device pixels for each pixel
 * @strip: width of the strips, 0 for none
 * @grounds: (element-type DossierTimelineGround): those of lanes that are set off
 * @selected: (element-type int): the events that are shown as selected, ascending
 * @selected_merged: the mark that holds one of them, as an index of @scene, or -1
 * @is_settling: whether events are on their way to other rows, so that the same looks different soon
 * @paint_usec: how long the processor laid it out and painted it, in microseconds
 * @ref_count: atomic
 *
 * The timeline, painted. It does not change; to see another stretch of time, it is moved or stretched until there is
 * a fresh one.
 */
typedef struct
{
  DossierTimelineScene scene;
  cairo_surface_t *surface;
  int scale;
  double strip;
  GArray *grounds;
  GArray *selected;
  int selected_merged;
  gboolean is_settling;
  gint64 paint_usec;
  int ref_count;
} DossierTimelinePicture;

/**
 * DossierTimelinePlace:
 * @dx: how far the plot is moved to the right, in pixels; whole device pixels unless it is stretched
 * @dy: how far the lanes are moved down
 * @stretch: by which factor the plot is stretched from its left edge
 * @is_moved: whether it is moved by less or more than nothing
 * @is_stretched: whether it is stretched
 *
 * Where a picture lies on a canvas that shows another stretch of time.
 */
typedef struct
{
  double dx;
  double dy;
  double stretch;
  gboolean is_moved;
  gboolean is_stretched;
} DossierTimelinePlace;

/**
 * DossierTimelinePiece:
 * @on_canvas: where it is to be seen; pixels of the canvas
 * @x: where the left edge of the surface comes to lie, in pixels of the canvas
 * @y: where its upper edge does
 * @stretch: how much wider than in the surface
 *
 * A part of the canvas that a part of the surface covers.
 */
typedef struct
{
  DossierTimelineBox on_canvas;
  double x;
  double y;
  double stretch;
} DossierTimelinePiece;

/**
 * DOSSIER_TIMELINE_MOST_PIECES:
 *
 * In how many pieces a picture lies on the canvas at most.
 */
#define DOSSIER_TIMELINE_MOST_PIECES 12

/**
 * DOSSIER_TIMELINE_MOST_GAPS:
 *
 * How many gaps there are at most around a picture that was moved.
 */
#define DOSSIER_TIMELINE_MOST_GAPS 4

DossierTimelinePicture *dossier_timeline_picture_new (void);
DossierTimelinePicture *dossier_timeline_picture_ref (DossierTimelinePicture *picture);
void dossier_timeline_picture_unref (DossierTimelinePicture *picture);
void dossier_timeline_picture_set_size (DossierTimelinePicture *picture,
                                        int width,
                                        int height,
                                        int strip,
                                        int scale);

void dossier_timeline_picture_place (const DossierTimelinePicture *picture,
                                     const DossierTimeViewport *viewport,
                                     double scroll,
                                     DossierTimelinePlace *place);
int dossier_timeline_picture_cut (const DossierTimelinePicture *picture,
                                  const DossierTimelinePlace *place,
                                  DossierTimelinePiece pieces[DOSSIER_TIMELINE_MOST_PIECES]);
int dossier_timeline_picture_list_gaps (const DossierTimelinePicture *picture,
                                        const DossierTimelinePlace *place,
                                        DossierTimelineBox gaps[DOSSIER_TIMELINE_MOST_GAPS]);
void dossier_timeline_picture_foreach_ground (const DossierTimelinePicture *picture,
                                              const DossierTimelinePlace *place,
                                              const DossierTheme *theme,
                                              DossierTimelineGroundFunc func,
                                              gpointer data);
int dossier_timeline_picture_choose_strip (const DossierTimelinePicture *picture,
                                           const DossierTimeViewport *viewport);
void dossier_timeline_picture_paint (const DossierTimelinePicture *picture,
                                     const DossierTimelinePlace *place,
                                     const DossierTheme *theme,
                                     cairo_t *cr);
DossierTimelineHit dossier_timeline_picture_hit (const DossierTimelinePicture *picture,
                                                 const DossierTimelinePlace *place,
                                                 double x,
                                                 double y);

int dossier_timeline_picture_list_patches (const DossierTimelinePicture *picture,
                                           const DossierTimelineState *state,
                                           DossierTimelineBox patches[DOSSIER_TIMELINE_MOST_PATCHES]);
void dossier_timeline_picture_paint_patch (const DossierTimelinePicture *picture,
                                           const DossierTimelinePainter *painter,
                                           const DossierTimelineState *state,
                                           const DossierTimelineBox *patch,
                                           cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierTimelinePicture, dossier_timeline_picture_unref)

G_END_DECLS
