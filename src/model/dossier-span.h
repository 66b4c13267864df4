/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DOSSIER_TIME_MIN:
 *
 * A start that is open or unknown. Times are seconds since 1970-01-01T00:00:00 UTC in the proleptic
 * Gregorian calendar: 64 bits reach 292 billion years either way, to the second.
 */
#define DOSSIER_TIME_MIN G_MININT64

/**
 * DOSSIER_TIME_MAX:
 *
 * An end that is open or unknown.
 */
#define DOSSIER_TIME_MAX G_MAXINT64

/**
 * DossierPrecision:
 *
 * How finely a date is known, from the finest to the coarsest. The date itself, not the interval it is part of.
 */
typedef enum
{
  DOSSIER_PRECISION_SECOND,
  DOSSIER_PRECISION_MINUTE,
  DOSSIER_PRECISION_HOUR,
  DOSSIER_PRECISION_DAY,
  DOSSIER_PRECISION_MONTH,
  DOSSIER_PRECISION_SEASON,
  DOSSIER_PRECISION_YEAR,
  DOSSIER_PRECISION_DECADE,
  DOSSIER_PRECISION_CENTURY,
  DOSSIER_PRECISION_COARSER,
} DossierPrecision;

/**
 * DossierSpanFlags:
 * @DOSSIER_SPAN_UNKNOWN: there is no date at all; the four times are open
 * @DOSSIER_SPAN_INTERVAL: a start and an end, not one date
 * @DOSSIER_SPAN_OPEN_START: it has always been so, or the start does not matter (`../1985`)
 * @DOSSIER_SPAN_OPEN_END: it goes on (`1985/..`)
 * @DOSSIER_SPAN_UNKNOWN_START: it began, nobody says when (`/1985`)
 * @DOSSIER_SPAN_UNKNOWN_END: it ended, nobody says when (`1985/`)
 * @DOSSIER_SPAN_UNCERTAIN: some part carries `?` or `%`
 * @DOSSIER_SPAN_APPROXIMATE: some part carries `~` or `%`
 * @DOSSIER_SPAN_ONE_OF: one of several dates (`[2023-08,2023-09]`)
 * @DOSSIER_SPAN_ALL_OF: each of several dates (`{1960,1962}`)
 */
typedef enum
{
  DOSSIER_SPAN_UNKNOWN = 1 << 0,
  DOSSIER_SPAN_INTERVAL = 1 << 1,
  DOSSIER_SPAN_OPEN_START = 1 << 2,
  DOSSIER_SPAN_OPEN_END = 1 << 3,
  DOSSIER_SPAN_UNKNOWN_START = 1 << 4,
  DOSSIER_SPAN_UNKNOWN_END = 1 << 5,
  DOSSIER_SPAN_UNCERTAIN = 1 << 6,
  DOSSIER_SPAN_APPROXIMATE = 1 << 7,
  DOSSIER_SPAN_ONE_OF = 1 << 8,
  DOSSIER_SPAN_ALL_OF = 1 << 9,
} DossierSpanFlags;

/**
 * DossierSpan:
 * @start_earliest: the first second at which it can have begun, or %DOSSIER_TIME_MIN
 * @start_latest: the last second at which it can have begun
 * @end_earliest: the first second at which it can have ended
 * @end_latest: the last second at which it can have ended, or %DOSSIER_TIME_MAX
 * @flags: #DossierSpanFlags
 * @start_precision: #DossierPrecision of the start, or of the one date
 * @end_precision: #DossierPrecision of the end; the same as @start_precision for one date
 *
 * When something happened, as numbers: what a date written in EDTF comes to. Seconds are inclusive.
 *
 * |[
 * 2024-03-29             begins and ends within the day: both ranges are 00:00:00 to 23:59:59 of it
 * 2024-03                begins and ends within the month
 * 2024-04-08/2024-04-09  begins within the 8th, ends within the 9th
 * 2024-04-11/..          begins within the 11th; the end is DOSSIER_TIME_MAX in both fields
 * ]|
 *
 * `?` and `~` do not widen the ranges: the standard gives them no width. They are flags, and are drawn.
 */
typedef struct
{
  gint64 start_earliest;
  gint64 start_latest;
  gint64 end_earliest;
  gint64 end_latest;
  guint16 flags;
  guint8 start_precision;
  guint8 end_precision;
} DossierSpan;

/**
 * dossier_span_get_known:
 * @span: a span that is not unknown
 * @begin: (out): its first second, where an open end is left out
 * @end: (out): its last one, likewise
 *
 * From when to when something is known to have been possible: where a picture of it can begin and end.
 */
static inline void
dossier_span_get_known (const DossierSpan *span, gint64 *begin, gint64 *end)
{
  *begin = span->start_earliest != DOSSIER_TIME_MIN ? span->start_earliest : span->end_earliest;
  if (*begin == DOSSIER_TIME_MIN)
    *begin = span->end_latest;

  *end = span->end_latest != DOSSIER_TIME_MAX ? span->end_latest : span->start_latest;
  if (*end == DOSSIER_TIME_MAX)
    *end = span->start_earliest;
}

static inline void
dossier_span_set_unknown (DossierSpan *span)
{
  *span = (DossierSpan){ DOSSIER_TIME_MIN, DOSSIER_TIME_MAX, DOSSIER_TIME_MIN, DOSSIER_TIME_MAX, DOSSIER_SPAN_UNKNOWN, 0, 0 };
}

G_END_DECLS
