/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-span.h"

G_BEGIN_DECLS

/**
 * DOSSIER_TIME_LABEL_SIZE:
 *
 * Room for the longest label of a tick, in bytes, with the closing NUL. What is longer is cut between characters.
 */
#define DOSSIER_TIME_LABEL_SIZE 96

/**
 * DossierTimeUnit:
 * @DOSSIER_TIME_UNIT_SECOND: seconds
 * @DOSSIER_TIME_UNIT_MINUTE: minutes
 * @DOSSIER_TIME_UNIT_HOUR: hours
 * @DOSSIER_TIME_UNIT_DAY: days; a step of several is to the round days of each month
 * @DOSSIER_TIME_UNIT_MONTH: months
 * @DOSSIER_TIME_UNIT_YEAR: years; steps of several meet the round numbers as people count, without a year 0
 * @DOSSIER_TIME_UNIT_ERA: before and after the year 1
 *
 * What the steps of an axis are counted in.
 */
typedef enum
{
  DOSSIER_TIME_UNIT_SECOND,
  DOSSIER_TIME_UNIT_MINUTE,
  DOSSIER_TIME_UNIT_HOUR,
  DOSSIER_TIME_UNIT_DAY,
  DOSSIER_TIME_UNIT_MONTH,
  DOSSIER_TIME_UNIT_YEAR,
  DOSSIER_TIME_UNIT_ERA,
} DossierTimeUnit;

/**
 * DossierTimeStep:
 * @unit: what is counted
 * @count: how many of them, at least 1; of days 1, 2, 5, 10 or 15, of smaller units and of months a divisor of
 *   the next larger
 *
 * The distance of two ticks.
 */
typedef struct
{
  DossierTimeUnit unit;
  gint64 count;
} DossierTimeStep;

/**
 * DossierTimeForm:
 * @DOSSIER_TIME_FORM_SHORT: as short as it can be understood beside its neighbours: "Sep", "8"
 * @DOSSIER_TIME_FORM_LONG: where there is room: "September", "Fri 8"
 * @DOSSIER_TIME_FORM_SHORT_WITH_ERA: short, for a row that stands alone: nothing else says which era a year is in
 * @DOSSIER_TIME_FORM_WITHIN_SHORT: for the row that says within what others lie: "Sep 2023", "1990s"
 * @DOSSIER_TIME_FORM_WITHIN_LONG: the same where there is room: "September 2023"
 *
 * How a tick is written.
 */
typedef enum
{
  DOSSIER_TIME_FORM_SHORT,
  DOSSIER_TIME_FORM_LONG,
  DOSSIER_TIME_FORM_SHORT_WITH_ERA,
  DOSSIER_TIME_FORM_WITHIN_SHORT,
  DOSSIER_TIME_FORM_WITHIN_LONG,
} DossierTimeForm;

double dossier_time_step_get_seconds (DossierTimeStep step);
gint64 dossier_time_step_floor (DossierTimeStep step, gint64 time);
gboolean dossier_time_step_next (DossierTimeStep step, gint64 *time);
void dossier_time_step_format (DossierTimeStep step,
                               gint64 time,
                               DossierTimeForm form,
                               char label[DOSSIER_TIME_LABEL_SIZE]);

G_END_DECLS
