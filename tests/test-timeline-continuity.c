/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "many-events.h"
#include "samples.h"

#include "layout/dossier-timeline-lanes.h"
#include "model/dossier-calendar.h"
#include "painting/dossier-typesetter.h"

#include <math.h>

/*
 * Zooming from the age of the universe to an hour, by a hundredth at a time: what is drawn before and after a step is
 * compared. An event that keeps its row lies where the step takes it; how often it takes another row, and how often what
 * is written of it comes, goes or changes its width by more than some pixels at once, is counted, and bounded.
 *
 * What was measured when this was written stands beside the bounds: this is how calm zooming is, and must not get worse.
 */

#define WIDTH  1200
#define HEIGHT 520
#define STEP   1.01

/* More than this at once is seen as a jump: of a width in pixels, beyond what the zoom itself does; of an opacity. */
#define WIDTH_JUMP   8.0
#define OPACITY_JUMP 0.12

/* How many of a thousand may do so. Measured in the bundled dossier: 0.6 rows, 0.4 words, 0.2 widths; in those that are
 * made up and more crowded: 1.0, 2.8, 2.4 with a place for each event at all zooms, and 4.4, 2.6, 3.5 where there are too
 * many for that; opacities: none. */
#define ROWS_BUNDLED   1
#define WORDS_BUNDLED  1
#define WIDTHS_BUNDLED 1
#define OPACITIES      1

/* In events that are seen before and after a step. */
typedef struct
{
  int n_steps;
  int n_kept;
  int n_rows;      /* that take another row */
  int n_words;     /* whose title comes or goes */
  int n_widths;    /* whose title changes its width by a jump */
  int n_opacities; /* whose title changes its opacity by a jump */
  double most_drift; /* in pixels: how far a mark is from where the step takes it */
} Changes;

static const DossierTimelineItem *
find_item (const DossierTimelineScene *scene, const DossierTimelineItem *same)
{
  for (guint i = 0; i < scene->items->len; i++)
    {
      const DossierTimelineItem *item = dossier_timeline_scene_get_item (scene, i);

      if (item->event == same->event && item->lane == same->lane)
        return item;
    }

  return NULL;
}

static void
compare (const DossierTimelineScene *before, const DossierTimelineScene *after, double anchor, Changes *changes)
{
  double stretch = before->viewport.seconds_per_pixel / after->viewport.seconds_per_pixel;
  double left = before->plot.x;
  double right = left + before->plot.width;

  changes->n_steps++;
  for (guint i = 0; i < before->items->len; i++)
    {
      const DossierTimelineItem *item = dossier_timeline_scene_get_item (before, i);
      const DossierTimelineItem *same = find_item (after, item);
      gboolean has_words = !dossier_timeline_box_is_empty (&item->title_box);

      /* At the edges events leave. */
      if (same == NULL || item->span_flags & DOSSIER_SPAN_UNKNOWN || item->begin < left + 20 || item->begin > right - 100 ||
          same->begin < left + 20 || same->begin > right - 100)
        continue;

      changes->n_kept++;
      changes->most_drift = MAX (changes->most_drift, fabs (same->begin - left - anchor - (item->begin - left - anchor) * stretch));
      if (fabs (same->box.y - item->box.y) > 1)
        changes->n_rows++;
      else if (has_words != !dossier_timeline_box_is_empty (&same->title_box))
        changes->n_words++;
      else if (has_words && fabs (same->title_box.width - item->title_box.width) > WIDTH_JUMP)
        changes->n_widths++;
      if (has_words && !dossier_timeline_box_is_empty (&same->title_box) && fabs (same->title_opacity - item->title_opacity) > OPACITY_JUMP)
        changes->n_opacities++;
    }
}

static void
zoom_through (DossierTimelineLayout *layout, gint64 time, Changes *changes)
{
  gint64 begin = dossier_calendar_to_seconds (dossier_calendar_to_days (-13800000000, 1, 1), 0);
  DossierTimelineScene scenes[2];
  DossierTimeViewport viewport;
  double plot_x, plot_width, anchor;
  int at = 0;

  *changes = (Changes){ 0 };
  dossier_timeline_scene_init (&scenes[0]);
  dossier_timeline_scene_init (&scenes[1]);
  dossier_timeline_layout_get_plot (layout, WIDTH, &plot_x, &plot_width);
  anchor = floor (plot_width / 2);
  dossier_time_viewport_init (&viewport, begin, time + (time - begin) / 2, plot_width);
  viewport = dossier_time_viewport_panned (&viewport, dossier_time_viewport_get_x (&viewport, time) - anchor);
  dossier_timeline_layout_update (layout, &viewport, WIDTH, HEIGHT, 0, &scenes[at]);
  while (viewport.seconds_per_pixel * plot_width > 3600)
    {
      viewport = dossier_time_viewport_zoomed (&viewport, STEP, anchor);
      viewport = dossier_time_viewport_panned (&viewport, dossier_time_viewport_get_x (&viewport, time) - anchor);
      at = 1 - at;
      dossier_timeline_layout_update (layout, &viewport, WIDTH, HEIGHT, 0, &scenes[at]);
      compare (&scenes[1 - at], &scenes[at], dossier_time_viewport_get_x (&viewport, time), changes);
    }
  dossier_timeline_scene_clear (&scenes[0]);
  dossier_timeline_scene_clear (&scenes[1]);

  g_test_message ("%d steps, %d events seen before and after: %d took another row, the title of %d came or went, of %d changed its width by more than %g pixels, of %d its opacity by more than %g; drift %g",
                  changes->n_steps,
                  changes->n_kept,
                  changes->n_rows,
                  changes->n_words,
                  changes->n_widths,
                  WIDTH_JUMP,
                  changes->n_opacities,
                  OPACITY_JUMP,
                  changes->most_drift);
  g_assert_cmpint (changes->n_steps, >, 2500);
  g_assert_cmpint (changes->n_kept, >, 5000);
  g_assert_cmpfloat (changes->most_drift, <, 0.01);
}

static void
test_bundled (void)
{
  g_autoptr (DossierDocument) document = samples_read_bundled (NULL);
  g_autoptr (DossierTimelineLanes) lanes = dossier_timeline_lanes_new (document, DOSSIER_FACET_KIND, NULL);
  g_autoptr (DossierTimelineLayout) layout = NULL;
  DossierTypesetter *typesetter;
  DossierTimelineSource source;
  DossierTheme theme;
  Changes changes;

  dossier_theme_init (&theme, DOSSIER_THEME_LIGHT);
  typesetter = dossier_typesetter_new (&theme);
  dossier_timeline_source_init (&source, document);
  layout = dossier_timeline_layout_new (&source, dossier_typesetter_measure, typesetter);
  dossier_timeline_lanes_apply (lanes, NULL, layout);
  zoom_through (layout, dossier_calendar_to_seconds (dossier_calendar_to_days (2023, 9, 13), 0), &changes);
  g_assert_cmpint (changes.n_rows * 1000, <=, changes.n_kept * ROWS_BUNDLED);
  g_assert_cmpint (changes.n_words * 1000, <=, changes.n_kept * WORDS_BUNDLED);
  g_assert_cmpint (changes.n_widths * 1000, <=, changes.n_kept * WIDTHS_BUNDLED);
  g_assert_cmpint (changes.n_opacities * 1000, <=, changes.n_kept * OPACITIES);
  dossier_typesetter_free (typesetter);
}

/* How many may change of a thousand. */
typedef struct
{
  int n_events;
  int rows;
  int words;
  int widths;
} Bounds;

static void
test_made_up (gconstpointer data)
{
  const Bounds *bounds = data;
  g_autoptr (ManyEvents) events = many_events_new (bounds->n_events);
  g_autoptr (DossierTimelineLayout) layout = NULL;
  DossierTypesetter *typesetter;
  DossierTheme theme;
  Changes changes;

  dossier_theme_init (&theme, DOSSIER_THEME_LIGHT);
  typesetter = dossier_typesetter_new (&theme);
  layout = many_events_new_layout (events, dossier_typesetter_measure, typesetter);
  zoom_through (layout, dossier_calendar_to_seconds (dossier_calendar_to_days (1962, 10, 22), 0), &changes);
  g_assert_cmpint (changes.n_rows * 1000, <=, changes.n_kept * bounds->rows);
  g_assert_cmpint (changes.n_words * 1000, <=, changes.n_kept * bounds->words);
  g_assert_cmpint (changes.n_widths * 1000, <=, changes.n_kept * bounds->widths);
  g_assert_cmpint (changes.n_opacities * 1000, <=, changes.n_kept * OPACITIES);
  dossier_typesetter_free (typesetter);
}

static const Bounds thousand = { 1000, 2, 4, 4 };
static const Bounds many = { 30000, 6, 4, 5 };

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline-continuity/bundled", test_bundled);
  g_test_add_data_func ("/timeline-continuity/made-up", &thousand, test_made_up);
  g_test_add_data_func ("/timeline-continuity/many", &many, test_made_up);

  return g_test_run ();
}
