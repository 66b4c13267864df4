/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-timeline-layout.h"
#include "layout/dossier-timeline-packing.h"

/*
 * What the files share that fill in a scene: dossier-timeline-layout.c has the lanes and hands out room,
 * dossier-timeline-item-layout.c puts single events there, dossier-timeline-merged-layout.c what is left.
 */

G_BEGIN_DECLS

/* Heights in pixels, for a line of letters that is at most as high as USUAL_LINE; rows and axis are higher for larger
   ones. A row is as high as there is room, within these; from the tall one on, cards have two lines. */
#define USUAL_LINE    18.0
#define LEAST_ROW     24.0
#define COMMON_ROW    30.0
#define TALL_ROW      44.0
#define TALLEST_ROW   48.0
#define ROW_GAP       4.0
#define LEAST_CARD    18.0
#define LANE_PADDING  3.0
#define LANE_FOOT     8.0
#define TRACK_HEIGHT  2.0
#define TRACK_STEP    3.0
#define FOLDED_HEIGHT 22.0

/* Left of titles, and between the edge of the canvas and what stands there. */
#define SIDE_PADDING 12.0

/* Before the title of a lane stands the sign that says whether it is folded. */
#define FOLD_SIGN    8.0
#define FOLD_SIGN_X  9.0
#define TITLE_INDENT 22.0

/* A lane, with what is kept of it from frame to frame. */
typedef struct
{
  char *title;
  int kind;
  gboolean is_folded;
  double title_width;
  double title_height;

  int n_wanted; /* rows, if there were room for all */
  int *homes;   /* by place; NULL for a large lane */
  DossierTimelinePacking packing;
  gboolean is_packed;

  /* As laid out. */
  double top;
  double height;
  int n_rows;
} DossierTimelineLaneLayout;

struct _DossierTimelineLayout
{
  DossierTimelineSource source;
  DossierMeasureFunc measure;
  gpointer data;
  DossierTimelineIndex *index;
  DossierTimelineTitles *titles;
  DossierTimelineRows *rows;
  GArray *lanes; /* of DossierTimelineLaneLayout */
  GArray *arcs;  /* of DossierTimelineArc, with labels of their own */
  gboolean is_expanded;
  gboolean has_dates; /* whether any event has one, shown or not */
  double unit; /* how many times the usual a line of letters is high, at least 1 */
  guint generation; /* changes with whatever the layout is told */
  guint fonts_age; /* counts how often fonts have changed */

  /* For which width the home rows were found; 0 for none. */
  double homes_width;
  double home_scale; /* seconds for each pixel, there */

  /* What was found of all events, for it takes a look at each: TRUE once it was. */
  gboolean has_range, has_home;
  gboolean is_dated; /* whether there is a range at all */
  gint64 range_begin, range_end;
  gint64 home_begin, home_end;

  GArray *drawn; /* of int: the events of the present frame */
};

static inline DossierTimelineLaneLayout *
dossier_timeline_layout_get_lane (DossierTimelineLayout *layout, int lane)
{
  return &g_array_index (layout->lanes, DossierTimelineLaneLayout, lane);
}

/* A row gives up the gap to the next only as far as words do not need it. */
static inline double
dossier_timeline_layout_get_row_gap (const DossierTimelineLayout *layout, double row_height, double gap)
{
  return CLAMP (row_height - LEAST_CARD * layout->unit, 2, gap);
}

void dossier_timeline_layout_take_lanes (DossierTimelineLayout *layout,
                                         const DossierTimelineLane *lanes,
                                         int n_lanes,
                                         DossierTimelineIndex *index);
DossierTimelineItem *dossier_timeline_layout_add_item (DossierTimelineLayout *layout,
                                                       int lane,
                                                       int event,
                                                       double y,
                                                       double row_height,
                                                       DossierTimelineScene *scene);
void dossier_timeline_layout_place_item (DossierTimelineLayout *layout,
                                         DossierTimelineItem *item,
                                         double right,
                                         double title_room,
                                         DossierTimelineScene *scene);
void dossier_timeline_layout_add_lane (DossierTimelineLayout *layout,
                                       int lane,
                                       double row_height,
                                       DossierTimelineScene *scene);
void dossier_timeline_layout_add_merged (DossierTimelineLayout *layout,
                                         int lane,
                                         double y,
                                         double row_height,
                                         DossierTimelineScene *scene);
void dossier_timeline_layout_add_merged_undated (DossierTimelineLayout *layout,
                                                 int lane,
                                                 int n_before,
                                                 double x,
                                                 double y,
                                                 double row_height,
                                                 DossierTimelineScene *scene);

G_END_DECLS
