/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-date-point.h"
#include "model/dossier-span.h"

/*
 * Dates in EDTF: the Extended Date/Time Format of the Library of Congress (4 February 2019), which is a profile
 * of ISO 8601-2:2019. Levels 0, 1 and 2 are read in full.
 *
 * What to write for what a source says:
 *
 * |[
 * 29 March 2024                     2024-03-29
 * 8 to 9 April 2024 (throughout)    2024-04-08/2024-04-09
 * since 11 April 2024               2024-04-11/..
 * began in 2019, ended some time    2019/
 * spring 2001, 2nd quarter of 2001  2001-21, 2001-34
 * the 1960s, the 20th century       196X, 19XX
 * some day in April 1985            1985-04-XX
 * around 1950                       1950~
 * possibly March 2024               2024-03?
 * 218 BCE                           -0217       (the year 0000 is 1 BCE)
 * 13.8 billion years ago            Y-138E8
 * August or September 2023          [2023-08,2023-09]
 * both in 1960 and in 1962          {1960,1962}
 * before 2019                       [..2018]
 * some day from 8 to 9 April 2024   [2024-04-08..2024-04-09]
 * late March 2024                   [2024-03-21~..2024-03-31~]
 * throughout late March 2024        2024-03-21~/2024-03-31~
 * early 2024                        [2024-01~..2024-04~]
 * early in the 1960s                [1960~..1963~]
 * ]|
 *
 * EDTF has no sign for "early", "mid" and "late". What comes nearest is a choice among the days of a third
 * of the month: one of them, both ends approximate. An interval would say that it lasted throughout. The thirds
 * are the days 1 to 10, 11 to 20 and 21 to the last; the months 1 to 4, 5 to 8 and 9 to 12; the years 0 to 3,
 * 4 to 6 and 7 to 9. The texts of dossier-date-text.h name these, and only these, "early", "mid" and "late".
 *
 * Read beyond EDTF, because ISO 8601 has it and honest dates need it: times without seconds or minutes
 * (`2024-03-29T10:30Z`, `2024-03-29T10Z`), and times in intervals and sets. Such dates are of level 2.
 */

G_BEGIN_DECLS

/**
 * DOSSIER_DATE_MAX_LENGTH:
 *
 * The longest expression that is read, in bytes.
 */
#define DOSSIER_DATE_MAX_LENGTH 512

/**
 * DOSSIER_DATE_ERROR:
 *
 * Why a date was not understood. The message is translated; it says at which character, counted from 1, what is
 * wrong and what would be right.
 */
#define DOSSIER_DATE_ERROR (dossier_date_error_quark ())

/**
 * DossierDateError:
 * @DOSSIER_DATE_ERROR_EMPTY: nothing is written
 * @DOSSIER_DATE_ERROR_TOO_LONG: more than %DOSSIER_DATE_MAX_LENGTH bytes are written
 * @DOSSIER_DATE_ERROR_SYNTAX: it is not written as EDTF
 * @DOSSIER_DATE_ERROR_NO_SUCH_DATE: it is well written, but there is no such month, day or time
 * @DOSSIER_DATE_ERROR_YEAR_LIMIT: it lies before %DOSSIER_YEAR_MIN or after %DOSSIER_YEAR_MAX
 */
typedef enum
{
  DOSSIER_DATE_ERROR_EMPTY,
  DOSSIER_DATE_ERROR_TOO_LONG,
  DOSSIER_DATE_ERROR_SYNTAX,
  DOSSIER_DATE_ERROR_NO_SUCH_DATE,
  DOSSIER_DATE_ERROR_YEAR_LIMIT,
} DossierDateError;

GQuark dossier_date_error_quark (void);

/**
 * DossierDateKind:
 * @DOSSIER_DATE_SINGLE: one date: one item, with @first and @last the same
 * @DOSSIER_DATE_INTERVAL: from one date to another: one item; one of its ends may be open or unknown
 * @DOSSIER_DATE_ONE_OF: one of several dates, `[…]`
 * @DOSSIER_DATE_ALL_OF: each of several dates, `{…}`
 */
typedef enum
{
  DOSSIER_DATE_SINGLE,
  DOSSIER_DATE_INTERVAL,
  DOSSIER_DATE_ONE_OF,
  DOSSIER_DATE_ALL_OF,
} DossierDateKind;

/**
 * DossierDateItem:
 * @first: the date, or the first one
 * @last: the last one, the same as @first if it is one date
 * @is_range: whether @first and @last are two dates and what lies between them is meant too
 *
 * A date or a range of dates. `@first` of a range in a set may be open (`..1983`), or @last (`1984..`).
 */
typedef struct
{
  DossierDatePoint first;
  DossierDatePoint last;
  gboolean is_range;
} DossierDateItem;

/**
 * DossierDate:
 * @kind: what it is
 * @level: the level of EDTF that one must know to read it: 0, 1 or 2
 * @span: what it comes to in numbers
 * @n_items: how many @items there are, at least 1
 * @items: (array length=n_items): as they are written
 *
 * A date as it is written in EDTF. It does not change once it is read, and may be used from several threads.
 */
typedef struct
{
  DossierDateKind kind;
  int level;
  DossierSpan span;
  int n_items;
  DossierDateItem items[];
} DossierDate;

DossierDate *dossier_date_parse (const char *text, gssize length, GError **error);
void dossier_date_free (DossierDate *date);
gboolean dossier_date_read_span (const char *text, gsize length, DossierSpan *span, GError **error);

gboolean dossier_span_is_backward (const DossierSpan *span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierDate, dossier_date_free)

G_END_DECLS
