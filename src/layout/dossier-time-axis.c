/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-time-axis.h"

#include "model/dossier-calendar.h"

#include <string.h>

/* From the line of a tick to its label, and from a label to whatever follows, in pixels. */
#define LABEL_INDENT 5.0
#define LABEL_GAP    10.0

/* Closer than this, ticks are no help even where their labels are short. */
#define LEAST_DISTANCE 38.0

/* What they lie within needs this much room, so that it can say what it is. */
#define LEAST_COARSE_DISTANCE 100.0

/* More ticks than any screen is wide; a guard, not a limit that is met. */
#define MOST_TICKS 10000

typedef struct
{
  DossierTimeStep fine;
  DossierTimeStep coarse;
} Pair;

static const Pair pairs[] = {
  { { DOSSIER_TIME_UNIT_SECOND, 1 }, { DOSSIER_TIME_UNIT_DAY, 1 } },
  { { DOSSIER_TIME_UNIT_SECOND, 2 }, { DOSSIER_TIME_UNIT_DAY, 1 } },
  { { DOSSIER_TIME_UNIT_SECOND, 5 }, { DOSSIER_TIME_UNIT_DAY, 1 } },
  { { DOSSIER_TIME_UNIT_SECOND, 10 }, { DOSSIER_TIME_UNIT_DAY, 1 } },
  { { DOSSIER_TIME_UNIT_SECOND, 30 }, { DOSSIER_TIME_UNIT_DAY, 1 } },
  { { DOSSIER_TIME_UNIT_MINUTE, 1 }, { DOSSIER_TIME_UNIT_DAY, 1 } },
  { { DOSSIER_TIME_UNIT_MINUTE, 2 }, { DOSSIER_TIME_UNIT_DAY, 1 } },
  { { DOSSIER_TIME_UNIT_MINUTE, 5 }, { DOSSIER_TIME_UNIT_DAY, 1 } },
  { { DOSSIER_TIME_UNIT_MINUTE, 10 }, { DOSSIER_TIME_UNIT_DAY, 1 } },
  { { DOSSIER_TIME_UNIT_MINUTE, 30 }, { DOSSIER_TIME_UNIT_DAY, 1 } },
  { { DOSSIER_TIME_UNIT_HOUR, 1 }, { DOSSIER_TIME_UNIT_DAY, 1 } },
  { { DOSSIER_TIME_UNIT_HOUR, 2 }, { DOSSIER_TIME_UNIT_DAY, 1 } },
  { { DOSSIER_TIME_UNIT_HOUR, 3 }, { DOSSIER_TIME_UNIT_DAY, 1 } },
  { { DOSSIER_TIME_UNIT_HOUR, 6 }, { DOSSIER_TIME_UNIT_DAY, 1 } },
  { { DOSSIER_TIME_UNIT_HOUR, 12 }, { DOSSIER_TIME_UNIT_DAY, 1 } },
  { { DOSSIER_TIME_UNIT_DAY, 1 }, { DOSSIER_TIME_UNIT_MONTH, 1 } },
  { { DOSSIER_TIME_UNIT_DAY, 2 }, { DOSSIER_TIME_UNIT_MONTH, 1 } },
  { { DOSSIER_TIME_UNIT_DAY, 5 }, { DOSSIER_TIME_UNIT_MONTH, 1 } },
  { { DOSSIER_TIME_UNIT_DAY, 10 }, { DOSSIER_TIME_UNIT_MONTH, 1 } },
  { { DOSSIER_TIME_UNIT_DAY, 15 }, { DOSSIER_TIME_UNIT_MONTH, 1 } },
  { { DOSSIER_TIME_UNIT_MONTH, 1 }, { DOSSIER_TIME_UNIT_YEAR, 1 } },
  { { DOSSIER_TIME_UNIT_MONTH, 2 }, { DOSSIER_TIME_UNIT_YEAR, 1 } },
  { { DOSSIER_TIME_UNIT_MONTH, 3 }, { DOSSIER_TIME_UNIT_YEAR, 1 } },
  { { DOSSIER_TIME_UNIT_MONTH, 6 }, { DOSSIER_TIME_UNIT_YEAR, 1 } },
  { { DOSSIER_TIME_UNIT_YEAR, 1 }, { DOSSIER_TIME_UNIT_YEAR, 10 } },
  { { DOSSIER_TIME_UNIT_YEAR, 2 }, { DOSSIER_TIME_UNIT_YEAR, 10 } },
  { { DOSSIER_TIME_UNIT_YEAR, 5 }, { DOSSIER_TIME_UNIT_YEAR, 10 } },
};

static const int multiples[] = { 1, 2, 5 };

/* From the finest on; beyond the table come tens of years, hundreds, and so on. Returns FALSE after the last. */
static gboolean
get_pair (int index, Pair *pair)
{
  gint64 years = 10;

  if (index < (int) G_N_ELEMENTS (pairs))
    {
      *pair = pairs[index];
      return TRUE;
    }

  index -= (int) G_N_ELEMENTS (pairs);
  for (int i = 0; i < index / 3; i++)
    years *= 10;
  if (years > DOSSIER_YEAR_MAX)
    return FALSE;

  pair->fine = (DossierTimeStep){ DOSSIER_TIME_UNIT_YEAR, years * multiples[index % 3] };
  pair->coarse = years < 1000 ? (DossierTimeStep){ DOSSIER_TIME_UNIT_YEAR, years * 10 }
                              : (DossierTimeStep){ DOSSIER_TIME_UNIT_ERA, 1 };

  return TRUE;
}

/* A view that moves asks for the same labels again and again: each has a few places among those that are kept, and
   takes that of another where none is free: of the one that was not asked for the longest. */
#define N_LABELS 512
#define N_PLACES 8

struct _DossierTimeAxisLabel
{
  DossierTimeStep step; /* its count is 0 where the place is empty */
  gint64 time;
  DossierTimeForm form;
  DossierTextStyle style;
  guint64 asked; /* when it was asked for last, counted in labels */
  double width;
  char text[DOSSIER_TIME_LABEL_SIZE];
};

typedef struct _DossierTimeAxisLabel Label;

static const Label *
get_label (DossierTimeAxis *axis,
           DossierTimeStep step,
           gint64 time,
           DossierTimeForm form,
           DossierTextStyle style,
           DossierMeasureFunc measure,
           gpointer data)
{
  guint64 key = (guint64) time * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + (guint64) step.count * 977 +
                (guint64) step.unit * 61 + (guint64) form * 7 + style;
  guint first = (guint) ((key ^ key >> 29 ^ key >> 47) % N_LABELS);
  Label *label = &axis->labels[first];
  double height;

  axis->n_asked++;
  for (guint i = 0; i < N_PLACES; i++)
    {
      Label *kept = &axis->labels[(first + i) % N_LABELS];

      if (kept->step.count == 0)
        {
          label = kept;
          break;
        }
      if (kept->step.count == step.count && kept->step.unit == step.unit && kept->time == time &&
          kept->form == form && kept->style == style)
        {
          kept->asked = axis->n_asked;
          return kept;
        }
      if (kept->asked < label->asked)
        label = kept;
    }

  label->asked = axis->n_asked;
  label->step = step;
  label->time = time;
  label->form = form;
  label->style = style;
  dossier_time_step_format (step, time, form, label->text);
  measure (label->text, style, &label->width, &height, data);

  return label;
}

/* The widest label of this kind, so that the steps do not change while the view only moves. */
static double
measure_widest (DossierTimeAxis *axis,
                DossierTimeStep step,
                DossierTimeForm form,
                const DossierTimeViewport *viewport,
                DossierMeasureFunc measure,
                gpointer data)
{
  double widest = 0;
  gint64 first, last;

  switch (step.unit)
    {
    case DOSSIER_TIME_UNIT_SECOND:
    case DOSSIER_TIME_UNIT_MINUTE:
    case DOSSIER_TIME_UNIT_HOUR:
      return get_label (axis, step, 22 * 3600, form, DOSSIER_TEXT_TICK_MINOR, measure, data)->width;
    case DOSSIER_TIME_UNIT_DAY:
      for (int day = 20; day < 27; day++)
        {
          gint64 time = day * DOSSIER_SECONDS_PER_DAY;

          widest = MAX (widest, get_label (axis, step, time, form, DOSSIER_TEXT_TICK_MINOR, measure, data)->width);
        }
      return widest;
    case DOSSIER_TIME_UNIT_MONTH:
      for (int month = 1; month <= 12; month++)
        {
          gint64 time = dossier_calendar_to_seconds (dossier_calendar_to_days (2000, month, 1), 0);

          widest = MAX (widest, get_label (axis, step, time, form, DOSSIER_TEXT_TICK_MINOR, measure, data)->width);
        }
      return widest;
    case DOSSIER_TIME_UNIT_YEAR:
    case DOSSIER_TIME_UNIT_ERA:
    default:
      dossier_time_viewport_get_range (viewport, &first, &last);
      first = dossier_time_step_floor (step, first);
      last = dossier_time_step_floor (step, last);
      widest = get_label (axis, step, first, form, DOSSIER_TEXT_TICK_MINOR, measure, data)->width;
      return MAX (widest, get_label (axis, step, last, form, DOSSIER_TEXT_TICK_MINOR, measure, data)->width);
    }
}

/* The finest steps whose labels have room. */
static DossierTimeForm
choose_steps (DossierTimeAxis *axis,
              const DossierTimeViewport *viewport,
              DossierMeasureFunc measure,
              gpointer data)
{
  DossierTimeForm short_form = axis->has_one_row ? DOSSIER_TIME_FORM_SHORT_WITH_ERA : DOSSIER_TIME_FORM_SHORT;
  Pair pair;

  for (int i = 0; get_pair (i, &pair); i++)
    {
      double distance = dossier_time_step_get_seconds (pair.fine) / viewport->seconds_per_pixel;
      double coarse_distance = dossier_time_step_get_seconds (pair.coarse) / viewport->seconds_per_pixel;

      axis->fine_step = pair.fine;
      axis->coarse_step = pair.coarse;

      if (distance < LEAST_DISTANCE || coarse_distance < LEAST_COARSE_DISTANCE)
        continue;
      if (!axis->has_one_row &&
          distance >= measure_widest (axis, pair.fine, DOSSIER_TIME_FORM_LONG, viewport, measure, data) + 2 * LABEL_GAP)
        return DOSSIER_TIME_FORM_LONG;
      if (distance >= measure_widest (axis, pair.fine, short_form, viewport, measure, data) + LABEL_GAP)
        return short_form;
    }

  return short_form;
}

static gint64
clamp_to_calendar (gint64 time)
{
  return CLAMP (time,
                dossier_calendar_to_seconds (dossier_calendar_to_days (DOSSIER_YEAR_MIN, 1, 1), 0),
                dossier_calendar_to_seconds (dossier_calendar_to_days (DOSSIER_YEAR_MAX, 12, 31), 0));
}

/* The next tick that stands further right: at the coarsest zooms two can fall upon one point. */
static gboolean
go_on (DossierTimeStep step, const DossierTimeViewport *viewport, gint64 *time, double *x)
{
  double before = *x;

  do
    {
      if (!dossier_time_step_next (step, time))
        return FALSE;
      *x = dossier_time_viewport_get_x (viewport, *time);
    }
  while (*x <= before);

  return TRUE;
}

static void
add_fine_ticks (DossierTimeAxis *axis,
                const DossierTimeViewport *viewport,
                DossierTimeForm form,
                DossierMeasureFunc measure,
                gpointer data)
{
  gint64 first, last, time;
  double x, free_from = -1;
  gboolean more = TRUE;

  dossier_time_viewport_get_range (viewport, &first, &last);
  time = dossier_time_step_floor (axis->fine_step, clamp_to_calendar (first));
  x = dossier_time_viewport_get_x (viewport, time);

  for (int i = 0; i < MOST_TICKS && more && x <= viewport->width; i++)
    {
      DossierTimeTick tick = { .time = time, .x = x, .label_x = x + LABEL_INDENT };

      if (x >= 0)
        {
          const Label *label = get_label (axis, axis->fine_step, time, form, DOSSIER_TEXT_TICK_MINOR, measure, data);

          memcpy (tick.label, label->text, sizeof tick.label);
          if (tick.label_x >= free_from && tick.label_x + label->width <= viewport->width)
            {
              tick.label_width = label->width;
              free_from = tick.label_x + label->width + LABEL_GAP / 2;
            }
          g_array_append_val (axis->fine, tick);
        }

      more = go_on (axis->fine_step, viewport, &time, &x);
    }
}

static void
add_coarse_ticks (DossierTimeAxis *axis, const DossierTimeViewport *viewport, DossierMeasureFunc measure, gpointer data)
{
  static const DossierTimeForm forms[] = { DOSSIER_TIME_FORM_WITHIN_LONG, DOSSIER_TIME_FORM_WITHIN_SHORT };
  gint64 first, last, time;
  double x;
  gboolean more = TRUE;

  dossier_time_viewport_get_range (viewport, &first, &last);
  time = dossier_time_step_floor (axis->coarse_step, clamp_to_calendar (first));
  x = dossier_time_viewport_get_x (viewport, time);

  for (int i = 0; i < MOST_TICKS && more && x <= viewport->width; i++)
    {
      DossierTimeTick tick = { .time = time, .x = x, .label_x = MAX (x, 0) + LABEL_INDENT };
      double room;

      more = go_on (axis->coarse_step, viewport, &time, &x);
      room = (more ? MIN (x, viewport->width) : viewport->width) - tick.label_x;

      for (gsize j = 0; j < G_N_ELEMENTS (forms) && tick.label_width == 0; j++)
        {
          const Label *label = get_label (axis, axis->coarse_step, tick.time, forms[j], DOSSIER_TEXT_TICK_MAJOR, measure, data);

          memcpy (tick.label, label->text, sizeof tick.label);
          if (label->width + (more ? LABEL_GAP / 2 : 0) <= room)
            tick.label_width = label->width;
        }
      g_array_append_val (axis->coarse, tick);
    }
}

/**
 * dossier_time_axis_init:
 * @axis: (out caller-allocates): an axis
 *
 * Makes an axis without ticks; free what it holds with dossier_time_axis_clear().
 */
void
dossier_time_axis_init (DossierTimeAxis *axis)
{
  *axis = (DossierTimeAxis){
    .fine = g_array_new (FALSE, FALSE, sizeof (DossierTimeTick)),
    .coarse = g_array_new (FALSE, FALSE, sizeof (DossierTimeTick)),
    .labels = g_new0 (Label, N_LABELS),
  };
}

/**
 * dossier_time_axis_clear:
 * @axis: an axis; a zeroed or cleared one is left alone
 */
void
dossier_time_axis_clear (DossierTimeAxis *axis)
{
  g_clear_pointer (&axis->fine, g_array_unref);
  g_clear_pointer (&axis->coarse, g_array_unref);
  g_clear_pointer (&axis->labels, g_free);
}

/**
 * dossier_time_axis_fonts_changed:
 * @axis: an axis
 *
 * Has all labels measured anew by the next update; also what to do when the locale has changed.
 */
void
dossier_time_axis_fonts_changed (DossierTimeAxis *axis)
{
  for (int i = 0; i < N_LABELS; i++)
    axis->labels[i].step.count = 0;
}

/**
 * dossier_time_axis_update:
 * @axis: an axis
 * @viewport: what is seen
 * @measure: measures the labels, %DOSSIER_TEXT_TICK_MINOR and %DOSSIER_TEXT_TICK_MAJOR
 * @data: for @measure
 *
 * Finds the ticks of @viewport, and the room for their labels.
 */
void
dossier_time_axis_update (DossierTimeAxis *axis,
                          const DossierTimeViewport *viewport,
                          DossierMeasureFunc measure,
                          gpointer data)
{
  DossierTimeForm form;

  g_array_set_size (axis->fine, 0);
  g_array_set_size (axis->coarse, 0);

  form = choose_steps (axis, viewport, measure, data);
  add_fine_ticks (axis, viewport, form, measure, data);
  add_coarse_ticks (axis, viewport, measure, data);
}
