/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-timeline-scene.h"
#include "painting/dossier-swatches.h"
#include "painting/dossier-typesetter.h"

G_BEGIN_DECLS

/**
 * DossierTimelineState:
 * @selected: (nullable) (array length=n_selected): the events that are selected, ascending
 * @n_selected: how many
 * @selected_merged: the merged mark that holds it, as an index of the scene, or -1
 * @hovered: the event under the pointer, or -1
 * @focused: the event that has the keyboard focus, or -1
 * @hovered_merged: the merged mark under the pointer, as an index of the scene, or -1
 * @focused_merged: the merged mark that has the focus, or -1
 * @is_related: (nullable): whether an event belongs to what is selected; the others are dimmed. %NULL dims none
 * @data: for @is_related
 * @arc_hues: (nullable): by the index of the arc, its colour; %NULL gives all that of what is selected
 * @has_brush: whether a span is brushed
 * @brush_begin: its first second
 * @brush_end: its last
 * @band: (nullable): a rubber band that is being drawn, in pixels of the canvas
 * @faded: how much of the events is taken away, 0 to 1, as where others will take their place
 * @has_as_of: whether a single day is looked at, which is shown by a line
 * @as_of: a second of it; the day stands in a badge on the axis
 * @has_cursor: whether there is a line that shows a date
 * @cursor_x: where, in pixels from the left edge of the canvas
 * @cursor_label: (nullable): that date, in a badge on the axis
 *
 * What a frame shows beside the scene itself, and what changes without a new layout.
 */
typedef struct
{
  const int *selected;
  int n_selected;
  int selected_merged;
  int hovered;
  int focused;
  int hovered_merged;
  int focused_merged;
  gboolean (*is_related) (int event, gpointer data);
  gpointer data;
  const DossierHue *arc_hues;
  gboolean has_brush;
  gint64 brush_begin;
  gint64 brush_end;
  const DossierTimelineBox *band;
  double faded;
  gboolean has_as_of;
  gint64 as_of;
  gboolean has_cursor;
  double cursor_x;
  const char *cursor_label;
} DossierTimelineState;

/* The state in which nothing is selected, hovered, focused, brushed or pointed at. */
#define DOSSIER_TIMELINE_STATE_NONE \
  ((DossierTimelineState){          \
      .selected_merged = -1,        \
      .hovered = -1,                \
      .focused = -1,                \
      .hovered_merged = -1,         \
      .focused_merged = -1,         \
  })

/**
 * DossierTimelinePainter:
 * @theme: how it looks
 * @swatches: (nullable): the colours of the dossier's kinds; %NULL for those of the theme
 * @typesetter: draws the words; the scene was measured by it
 *
 * What painting needs beside the scene.
 */
typedef struct
{
  const DossierTheme *theme;
  DossierSwatches *swatches;
  DossierTypesetter *typesetter;
} DossierTimelinePainter;

gboolean dossier_timeline_get_ground (const DossierTimelinePainter *painter,
                                      const DossierTimelineScene *scene,
                                      int band,
                                      DossierColor *color);
void dossier_timeline_paint_ground (const DossierTimelinePainter *painter,
                                    const DossierTimelineScene *scene,
                                    const DossierTimelineState *state,
                                    cairo_t *cr);
void dossier_timeline_paint_over (const DossierTimelinePainter *painter,
                                  const DossierTimelineScene *scene,
                                  const DossierTimelineState *state,
                                  cairo_t *cr);
void dossier_timeline_paint (const DossierTimelinePainter *painter,
                             const DossierTimelineScene *scene,
                             const DossierTimelineState *state,
                             cairo_t *cr);

G_END_DECLS
