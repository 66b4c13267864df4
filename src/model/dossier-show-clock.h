/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DossierShowClock:
 * @began: when it was started last, in microseconds of a clock that never goes back; meaningless while it stands
 * @before: how long it ran before that, in microseconds
 * @is_running: whether it runs
 *
 * A stop watch: a plain value, all zero at first. Each function is told what time it is, so that a test needs no patience.
 */
typedef struct
{
  gint64 began;
  gint64 before;
  gboolean is_running;
} DossierShowClock;

void dossier_show_clock_set_running (DossierShowClock *clock, gboolean is_running, gint64 now);
void dossier_show_clock_reset (DossierShowClock *clock, gint64 now);
gint64 dossier_show_clock_get_elapsed (const DossierShowClock *clock, gint64 now);

/**
 * DossierPace:
 * @DOSSIER_PACE_UNKNOWN: no scene says how long it is to stay
 * @DOSSIER_PACE_AHEAD: more than %DOSSIER_PACE_FAR before the schedule
 * @DOSSIER_PACE_ON_TIME: within %DOSSIER_PACE_NEAR of it, or before it by no more than %DOSSIER_PACE_FAR
 * @DOSSIER_PACE_LATE: behind it
 * @DOSSIER_PACE_TOO_LATE: behind it by more than %DOSSIER_PACE_FAR
 *
 * How a talk keeps to its time.
 */
typedef enum
{
  DOSSIER_PACE_UNKNOWN,
  DOSSIER_PACE_AHEAD,
  DOSSIER_PACE_ON_TIME,
  DOSSIER_PACE_LATE,
  DOSSIER_PACE_TOO_LATE,
} DossierPace;

/** DOSSIER_PACE_NEAR: so many seconds behind the schedule are not worth a word */
#define DOSSIER_PACE_NEAR 15.0

/** DOSSIER_PACE_FAR: more seconds than this off the schedule are too many */
#define DOSSIER_PACE_FAR 60.0

double dossier_pace_get_deviation (const double *budgets, int n_budgets, int position, double elapsed);
DossierPace dossier_pace_judge (double deviation);

G_END_DECLS
