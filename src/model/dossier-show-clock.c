/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-show-clock.h"

#include <math.h>

/**
 * dossier_show_clock_set_running:
 * @clock: a stop watch
 * @is_running: whether it is to run
 * @now: the time, in microseconds
 */
void
dossier_show_clock_set_running (DossierShowClock *clock, gboolean is_running, gint64 now)
{
  if (clock->is_running == is_running)
    return;

  if (is_running)
    clock->began = now;
  else
    clock->before += now - clock->began;
  clock->is_running = is_running;
}

/**
 * dossier_show_clock_reset:
 * @clock: a stop watch
 * @now: the time, in microseconds
 *
 * Begins at nought again; it runs if it ran before.
 */
void
dossier_show_clock_reset (DossierShowClock *clock, gint64 now)
{
  clock->before = 0;
  clock->began = now;
}

/**
 * dossier_show_clock_get_elapsed:
 * @clock: a stop watch
 * @now: the time, in microseconds
 *
 * Returns: how long it ran altogether, in microseconds
 */
gint64
dossier_show_clock_get_elapsed (const DossierShowClock *clock, gint64 now)
{
  return clock->before + (clock->is_running ? now - clock->began : 0);
}

/**
 * dossier_pace_get_deviation:
 * @budgets: (array length=n_budgets): how many seconds each scene may take, in order; 0 if it does not say. Such a scene
 *   counts as much as the others do on average
 * @n_budgets: how many scenes there are
 * @position: which of them is shown
 * @elapsed: how many seconds the talk lasts
 *
 * A scene is in time while the schedule is within it, so the deviation is 0 from its planned beginning to its planned end.
 *
 * Returns: how many seconds the talk is behind its schedule, negative if it is ahead; NAN if no scene says how long it may
 *   take
 */
double
dossier_pace_get_deviation (const double *budgets, int n_budgets, int position, double elapsed)
{
  double given = 0, mean, begin = 0, end;
  int n_given = 0;

  for (int i = 0; i < n_budgets; i++)
    if (budgets[i] > 0)
      {
        given += budgets[i];
        n_given++;
      }
  if (n_given == 0)
    return NAN;

  mean = given / n_given;
  for (int i = 0; i < position; i++)
    begin += budgets[i] > 0 ? budgets[i] : mean;
  end = begin + (budgets[position] > 0 ? budgets[position] : mean);

  return elapsed < begin ? elapsed - begin : MAX (elapsed - end, 0);
}

/**
 * dossier_pace_judge:
 * @deviation: as dossier_pace_get_deviation() returns it
 *
 * Returns: what to say of it
 */
DossierPace
dossier_pace_judge (double deviation)
{
  if (isnan (deviation))
    return DOSSIER_PACE_UNKNOWN;
  if (deviation < -DOSSIER_PACE_FAR)
    return DOSSIER_PACE_AHEAD;
  if (deviation > DOSSIER_PACE_FAR)
    return DOSSIER_PACE_TOO_LATE;

  return deviation > DOSSIER_PACE_NEAR ? DOSSIER_PACE_LATE : DOSSIER_PACE_ON_TIME;
}
