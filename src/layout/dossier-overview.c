/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-overview.h"

/* How much more than the time in which most events lie is seen at either side, as a share of it. */
#define WIDER 0.6

/* What the timeline shows is never narrower than this, so that it can be grasped. */
#define LEAST_WINDOW 12.0

static int
count_between (const DossierTimelineIndex *index, int lane, gint64 begin, gint64 end)
{
  return dossier_timeline_index_count_begun (index, lane, end) - dossier_timeline_index_count_begun (index, lane, begin);
}

/**
 * dossier_overview_init:
 * @overview: (out caller-allocates): an overview
 */
void
dossier_overview_init (DossierOverview *overview)
{
  *overview = (DossierOverview){ .counts = g_array_new (FALSE, TRUE, sizeof (int)), .totals = g_array_new (FALSE, TRUE, sizeof (int)) };
  dossier_time_axis_init (&overview->axis);
  overview->axis.has_one_row = TRUE;
}

/**
 * dossier_overview_clear:
 * @overview: an overview
 *
 * Frees what it holds.
 */
void
dossier_overview_clear (DossierOverview *overview)
{
  g_clear_pointer (&overview->counts, g_array_unref);
  g_clear_pointer (&overview->totals, g_array_unref);
  dossier_time_axis_clear (&overview->axis);
}

/**
 * dossier_overview_update:
 * @overview: an overview
 * @index: the events
 * @home: the time in which most of them lie
 * @shown: what the timeline shows
 * @width: of the strip in pixels, at least 1
 * @measure: measures text
 * @data: what to call @measure with
 *
 * Lays out the strip: the time in which most events lie and some more, and whatever the timeline shows.
 */
void
dossier_overview_update (DossierOverview *overview,
                         const DossierTimelineIndex *index,
                         const DossierTimeViewport *home,
                         const DossierTimeViewport *shown,
                         double width,
                         DossierMeasureFunc measure,
                         gpointer data)
{
  DossierTimeViewport wide = dossier_time_viewport_zoomed (home, 1 / (1 + 2 * WIDER), home->width / 2);
  gint64 begin, end, shown_begin, shown_end;

  dossier_time_viewport_get_range (&wide, &begin, &end);
  dossier_time_viewport_get_range (shown, &shown_begin, &shown_end);
  dossier_time_viewport_init (&overview->viewport, MIN (begin, shown_begin), MAX (end, shown_end), width);
  dossier_time_axis_update (&overview->axis, &overview->viewport, measure, data);

  overview->window_begin = MAX (0, dossier_time_viewport_get_x (&overview->viewport, shown_begin));
  overview->window_end = MIN (width, dossier_time_viewport_get_end_x (&overview->viewport, shown_end));
  if (overview->window_end - overview->window_begin < LEAST_WINDOW)
    {
      double middle = (overview->window_begin + overview->window_end) / 2;

      overview->window_begin = CLAMP (middle - LEAST_WINDOW / 2, 0, MAX (0, width - LEAST_WINDOW));
      overview->window_end = overview->window_begin + LEAST_WINDOW;
    }

  overview->n_columns = (int) (width / DOSSIER_OVERVIEW_COLUMN);
  overview->n_lanes = dossier_timeline_index_get_n_lanes (index);
  overview->most = 0;
  g_array_set_size (overview->totals, 0);
  g_array_set_size (overview->counts, 0);
  for (int i = 0; i < overview->n_columns; i++)
    {
      gint64 from = dossier_time_viewport_get_time (&overview->viewport, i * DOSSIER_OVERVIEW_COLUMN);
      gint64 to = dossier_time_viewport_get_time (&overview->viewport, (i + 1) * DOSSIER_OVERVIEW_COLUMN);
      int total = count_between (index, DOSSIER_TIMELINE_ALL, from, to);

      g_array_append_val (overview->totals, total);
      overview->most = MAX (overview->most, total);
      for (int lane = 0; lane < overview->n_lanes; lane++)
        {
          int count = total > 0 ? count_between (index, lane, from, to) : 0;

          g_array_append_val (overview->counts, count);
        }
    }
}
