/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-time-axis.h"
#include "layout/dossier-timeline-index.h"

G_BEGIN_DECLS

/**
 * DOSSIER_TIMELINE_MARGIN:
 *
 * How far beyond the canvas coordinates go at most, in pixels. What lasts longer is cut there.
 */
#define DOSSIER_TIMELINE_MARGIN 64.0

/**
 * DOSSIER_TIMELINE_MARK_WIDTH:
 *
 * How wide the mark of an event is at least, in pixels.
 */
#define DOSSIER_TIMELINE_MARK_WIDTH 6.0

/**
 * DossierTimelineBox:
 *
 * A rectangle on the canvas: pixels from its upper left corner, x to the right, y downward.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} DossierTimelineBox;

/**
 * DossierTimelineStretch:
 * @begin: x from which on a date of a set is; cut at the margin
 * @end: x up to which it is; at least the width of a mark from @begin
 *
 * One date of a set, on the canvas.
 */
typedef struct
{
  double begin;
  double end;
} DossierTimelineStretch;

/**
 * DossierTimelineForm:
 * @DOSSIER_TIMELINE_FORM_MARK: a mark or bar without words
 * @DOSSIER_TIMELINE_FORM_LABEL: with its title, maybe shortened
 * @DOSSIER_TIMELINE_FORM_CARD: with its whole title in a frame
 *
 * How much of an event there is room for.
 */
typedef enum
{
  DOSSIER_TIMELINE_FORM_MARK,
  DOSSIER_TIMELINE_FORM_LABEL,
  DOSSIER_TIMELINE_FORM_CARD,
} DossierTimelineForm;

/**
 * DossierTimelineItem:
 * @event: its index
 * @lane: the lane it is in
 * @kind: the index of its kind
 * @status: its #DossierStatus
 * @weight: 0 to 100
 * @span_flags: #DossierSpanFlags
 * @form: how much of it there is room for
 * @box: all of it: what is hit, and what is framed
 * @begin: x from which on it is possible; cut at the margin
 * @sure_begin: x at which it has surely begun, at least @begin
 * @sure_end: x up to which it surely lasts; not after @sure_begin if there is no such time
 * @end: x up to which it is possible; at least the width of a mark from @begin
 * @uncut: @begin, @sure_begin, @sure_end and @end where they would be without the margin; infinite where open
 * @first_stretch: the first date of a set in the stretches of the scene
 * @n_stretches: how many dates it has; 0 for what is no set
 * @begins_before: whether it goes on beyond the left edge
 * @ends_after: whether it goes on beyond the right edge
 * @has_printed: whether the source prints another date
 * @printed_begin: x at which that begins; cut at the margin
 * @printed_end: x at which it ends
 * @sign: (transfer none) (nullable): "c." or "?" before the title of what is dated so
 * @sign_box: where that stands; empty if there is no room
 * @title: (transfer none): its title; valid until the next layout
 * @title_style: how the title is set
 * @title_box: where the title stands; empty if there is no room
 * @is_shortened: whether the title ends in an ellipsis
 * @title_opacity: 0 to 1: titles grow in as room grows
 * @detail: (transfer none) (nullable): its date in words, or %NULL
 * @detail_opacity: 0 to 1: it grows in as the event becomes wider than a mark
 * @detail_box: where that stands: below the title, or behind it, where it may lie beyond @box
 *
 * An event that is drawn by itself.
 */
typedef struct
{
  int event;
  int lane;
  int kind;
  int status;
  int weight;
  guint span_flags;
  DossierTimelineForm form;
  DossierTimelineBox box;
  double begin;
  double sure_begin;
  double sure_end;
  double end;
  double uncut[4];
  int first_stretch;
  int n_stretches;
  gboolean begins_before;
  gboolean ends_after;
  gboolean has_printed;
  double printed_begin;
  double printed_end;
  const char *sign;
  DossierTimelineBox sign_box;
  const char *title;
  DossierTextStyle title_style;
  DossierTimelineBox title_box;
  gboolean is_shortened;
  double title_opacity;
  const char *detail;
  double detail_opacity;
  DossierTimelineBox detail_box;
} DossierTimelineItem;

/**
 * DossierTimelineMerged:
 * @lane: the lane it is in
 * @kind: the kind most of its events have as far as that is known, for its colour
 * @count: how many events
 * @is_lasting: whether it holds what has begun before the view
 * @is_undated: whether it holds what has no date
 * @first: it holds events that begin from this second on; not if @is_undated
 * @last: up to this one
 * @box: where it is
 * @label: "+12"
 * @label_box: where that stands; empty if there is no room
 * @title: (transfer none) (nullable): the title of the weightiest, beside the mark, or %NULL
 * @title_style: how that is set
 * @title_box: where it stands; empty if there is no room
 * @first_column: its first column of density in the scene
 * @n_columns: how many it has
 *
 * Several events for which there is no room. dossier_timeline_layout_list_merged() tells which.
 */
typedef struct
{
  int lane;
  int kind;
  int count;
  gboolean is_lasting;
  gboolean is_undated;
  gint64 first;
  gint64 last;
  DossierTimelineBox box;
  char label[16];
  DossierTimelineBox label_box;
  const char *title;
  DossierTextStyle title_style;
  DossierTimelineBox title_box;
  int first_column;
  int n_columns;
} DossierTimelineMerged;

/**
 * DossierTimelineColumn:
 * @x: its left edge
 * @width: its width
 * @share: how high it is, 0 to 1 of the height of its mark: it grows with the root of the number of events
 *
 * How many events begin in some pixels.
 */
typedef struct
{
  double x;
  double width;
  double share;
} DossierTimelineColumn;

/**
 * DossierTimelineBand:
 * @lane: which lane
 * @kind: the kind whose colour it has, or -1
 * @box: the whole band, from edge to edge of the canvas
 * @title: (transfer none): its title
 * @fold_box: where the sign stands that says whether it is folded
 * @title_box: where the title stands
 * @is_shortened: whether the title ends in an ellipsis
 * @is_folded: whether it is folded
 * @count: how many of its events are shown, in sight or not
 * @count_label: the same in digits
 * @count_box: where that stands; empty if there is no room
 *
 * A lane.
 */
typedef struct
{
  int lane;
  int kind;
  DossierTimelineBox box;
  const char *title;
  DossierTimelineBox fold_box;
  DossierTimelineBox title_box;
  gboolean is_shortened;
  gboolean is_folded;
  int count;
  char count_label[16];
  DossierTimelineBox count_box;
} DossierTimelineBand;

/**
 * DossierTimelineCurve:
 * @arc: its index in what the layout was given
 * @is_link: whether it is between two events of which one answers the other; drawn broken
 * @x: where it leaves, the two points that draw it out, and where it arrives: a cubic Bézier curve
 * @y: the same downward
 * @begins_outside: whether it comes from out of the view
 * @ends_outside: whether it leads out of the view
 * @label: (transfer none): what is written on it
 * @label_box: where; empty if there is no room
 *
 * An arc from an event to what it led to.
 */
typedef struct
{
  int arc;
  gboolean is_link;
  double x[4];
  double y[4];
  gboolean begins_outside;
  gboolean ends_outside;
  const char *label;
  DossierTimelineBox label_box;
} DossierTimelineCurve;

/**
 * DossierTimelineCounts:
 * @shown: events that pass the filter
 * @drawn: those that are drawn by themselves, without date or with one in sight
 * @merged: those in sight that are part of a merged mark
 * @earlier: those that ended before the view
 * @later: those that begin after it
 * @undated: those without a date; a part of @drawn and @merged
 *
 * What has become of all events: @shown is the sum of drawn, merged, earlier and later.
 */
typedef struct
{
  int shown;
  int drawn;
  int merged;
  int earlier;
  int later;
  int undated;
} DossierTimelineCounts;

/**
 * DossierTimelineScene:
 * @width: of the canvas, in pixels
 * @height: of the canvas
 * @plot: where time is drawn: right of the titles, above the axis; x 0 of the viewport is its left edge
 * @axis_top: y of the axis below it
 * @content_height: how high all lanes are together
 * @scroll: how much of that is above the canvas
 * @has_undated: whether there is a column for what has no date, right of @plot
 * @undated_box: that column
 * @undated_title: (transfer none): its title
 * @undated_title_box: where that stands, on the axis
 * @earlier_label: "8 earlier", or empty
 * @earlier_box: where that stands, on the axis
 * @later_label: "3 later", or empty
 * @later_box: where that stands, on the axis
 * @viewport: what is seen
 * @axis: its ticks; their x count from the left edge of @plot
 * @bands: (element-type DossierTimelineBand): lanes from top to bottom
 * @items: (element-type DossierTimelineItem): events, lane by lane
 * @stretches: (element-type DossierTimelineStretch): dates of sets, item by item
 * @merged: (element-type DossierTimelineMerged): merged marks, lane by lane
 * @columns: (element-type DossierTimelineColumn): columns of merged marks
 * @curves: (element-type DossierTimelineCurve): arcs
 * @notice: (transfer none) (nullable): why there is nothing to be seen, or %NULL
 * @notice_box: where that stands
 * @counts: what has become of all events
 * @index: (nullable): the events in the lanes that they were in, %NULL in an empty scene
 * @words: (element-type char): the words that the scene has of its own
 * @fonts_age: which fonts the labels of @axis were measured in, as the layout counts
 *
 * All that a frame of the timeline draws, in numbers. No two boxes of text intersect.
 */
typedef struct
{
  double width;
  double height;
  DossierTimelineBox plot;
  double axis_top;
  double content_height;
  double scroll;
  gboolean has_undated;
  DossierTimelineBox undated_box;
  const char *undated_title;
  DossierTimelineBox undated_title_box;
  char earlier_label[48];
  DossierTimelineBox earlier_box;
  char later_label[48];
  DossierTimelineBox later_box;
  DossierTimeViewport viewport;
  DossierTimeAxis axis;
  GArray *bands;
  GArray *items;
  GArray *stretches;
  GArray *merged;
  GArray *columns;
  GArray *curves;
  const char *notice;
  DossierTimelineBox notice_box;
  DossierTimelineCounts counts;
  DossierTimelineIndex *index;
  GArray *words;
  guint fonts_age;
} DossierTimelineScene;

/**
 * DossierTimelinePart:
 * @DOSSIER_TIMELINE_PART_NOTHING: the empty canvas
 * @DOSSIER_TIMELINE_PART_ITEM: an item; the index is of @items
 * @DOSSIER_TIMELINE_PART_MERGED: a merged mark; the index is of @merged
 * @DOSSIER_TIMELINE_PART_CURVE: the label of an arc; the index is of @curves
 * @DOSSIER_TIMELINE_PART_BAND: the title of a lane; the index is of @bands
 * @DOSSIER_TIMELINE_PART_FINE_TICK: the upper row of the axis; the index is of the fine ticks, or -1
 * @DOSSIER_TIMELINE_PART_COARSE_TICK: the lower row; the index is of the coarse ticks, or -1
 * @DOSSIER_TIMELINE_PART_EARLIER: the sign that there is more on the left
 * @DOSSIER_TIMELINE_PART_LATER: the same on the right
 *
 * What can be under the pointer.
 */
typedef enum
{
  DOSSIER_TIMELINE_PART_NOTHING,
  DOSSIER_TIMELINE_PART_ITEM,
  DOSSIER_TIMELINE_PART_MERGED,
  DOSSIER_TIMELINE_PART_CURVE,
  DOSSIER_TIMELINE_PART_BAND,
  DOSSIER_TIMELINE_PART_FINE_TICK,
  DOSSIER_TIMELINE_PART_COARSE_TICK,
  DOSSIER_TIMELINE_PART_EARLIER,
  DOSSIER_TIMELINE_PART_LATER,
} DossierTimelinePart;

/**
 * DossierTimelineHit:
 * @part: what is there
 * @index: which of them
 */
typedef struct
{
  DossierTimelinePart part;
  int index;
} DossierTimelineHit;

void dossier_timeline_scene_init (DossierTimelineScene *scene);
void dossier_timeline_scene_clear (DossierTimelineScene *scene);
void dossier_timeline_scene_keep_words (DossierTimelineScene *scene);
DossierTimelineHit dossier_timeline_scene_hit (const DossierTimelineScene *scene, double x, double y);
int dossier_timeline_scene_find (const DossierTimelineScene *scene, int event);
char *dossier_timeline_scene_dump (const DossierTimelineScene *scene);

#define dossier_timeline_scene_get_item(scene, i)   (&g_array_index ((scene)->items, DossierTimelineItem, (i)))
#define dossier_timeline_scene_get_merged(scene, i) (&g_array_index ((scene)->merged, DossierTimelineMerged, (i)))
#define dossier_timeline_scene_get_band(scene, i)   (&g_array_index ((scene)->bands, DossierTimelineBand, (i)))

static inline gboolean
dossier_timeline_box_is_empty (const DossierTimelineBox *box)
{
  return !(box->width > 0 && box->height > 0);
}

static inline gboolean
dossier_timeline_box_intersects (const DossierTimelineBox *a, const DossierTimelineBox *b)
{
  return !dossier_timeline_box_is_empty (a) && !dossier_timeline_box_is_empty (b) && a->x < b->x + b->width &&
         b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

static inline gboolean
dossier_timeline_box_contains (const DossierTimelineBox *box, double x, double y)
{
  return x >= box->x && x < box->x + box->width && y >= box->y && y < box->y + box->height;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DossierTimelineScene, dossier_timeline_scene_clear)

G_END_DECLS
