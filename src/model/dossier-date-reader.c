/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-date-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/dossier-calendar.h"

/* What peek() answers at the end. It is not among the characters of EDTF. */
#define END '\0'

/* The digits of a year with Y cannot grow beyond this without being far beyond the limit. */
#define TOO_MANY_YEARS G_GINT64_CONSTANT (1000000000000000)

static char
peek_at (const DossierDateReader *reader, gsize at)
{
  return at < reader->length ? reader->text[at] : END;
}

static char
peek (const DossierDateReader *reader)
{
  return peek_at (reader, reader->at);
}

static gboolean
at_end (const DossierDateReader *reader)
{
  return reader->at >= reader->length;
}

static gboolean
starts_with (const DossierDateReader *reader, const char *prefix)
{
  gsize length = strlen (prefix);

  return reader->length - reader->at >= length && memcmp (reader->text + reader->at, prefix, length) == 0;
}

static gboolean
skip (DossierDateReader *reader, const char *prefix)
{
  if (!starts_with (reader, prefix))
    return FALSE;

  reader->at += strlen (prefix);
  return TRUE;
}

static void
raise_level (DossierDateReader *reader, int level)
{
  reader->level = MAX (reader->level, level);
}

/* Reads as many of ?, ~ and % as are allowed: none or one. */
static gboolean
read_qualifier (DossierDateReader *reader, int *qualifiers)
{
  static const char signs[] = "?~%";
  const char *sign;

  *qualifiers = 0;
  if (at_end (reader) || peek (reader) == END || (sign = strchr (signs, peek (reader))) == NULL)
    return TRUE;

  reader->at++;
  *qualifiers = (*sign != '~' ? DOSSIER_DATE_UNCERTAIN : 0) | (*sign != '?' ? DOSSIER_DATE_APPROXIMATE : 0);
  if (!at_end (reader) && peek (reader) != END && strchr (signs, peek (reader)) != NULL)
    return dossier_date_reader_fail (reader, DOSSIER_DATE_ERROR_SYNTAX, reader->at, _ ("one qualifier is enough: “%%” is both “?” and “~”"));

  return TRUE;
}

/* Reads @n digits, each of which may be X where @unspecified is given; they count as 0. */
static gboolean
read_digits (DossierDateReader *reader, int n, int *number, guint8 *unspecified, const char *expected)
{
  *number = 0;
  if (unspecified != NULL)
    *unspecified = 0;

  for (int i = 0; i < n; i++)
    {
      char c = peek (reader);

      *number *= 10;
      if (g_ascii_isdigit (c))
        *number += c - '0';
      else if (unspecified != NULL && c == 'X')
        *unspecified |= (guint8) (1u << (n - 1 - i));
      else if (n == 2 && i == 1 && (at_end (reader) || g_ascii_ispunct (c)))
        return dossier_date_reader_fail (reader, DOSSIER_DATE_ERROR_SYNTAX, reader->at - 1, _ ("%s must stand here: write 0%c"), _ (expected), reader->text[reader->at - 1]);
      else
        return dossier_date_reader_fail_expected (reader, expected);
      reader->at++;
    }

  return TRUE;
}

/* Reads the digits of a number without leading zeroes; a number that is far too large stays that. */
static gboolean
read_number (DossierDateReader *reader, gint64 *number, const char *expected)
{
  if (peek (reader) == '0')
    return dossier_date_reader_fail (reader, DOSSIER_DATE_ERROR_SYNTAX, reader->at, _ ("a number here does not begin with 0"));
  if (!g_ascii_isdigit (peek (reader)))
    return dossier_date_reader_fail_expected (reader, expected);

  for (*number = 0; g_ascii_isdigit (peek (reader)); reader->at++)
    *number = MIN (*number * 10 + (peek (reader) - '0'), TOO_MANY_YEARS);

  return TRUE;
}

static int
count_digits (gint64 number)
{
  int n = 1;

  for (number = ABS (number) / 10; number > 0; number /= 10)
    n++;

  return n;
}

/* Reads “S2” behind a year. */
static gboolean
read_significant_digits (DossierDateReader *reader, DossierDatePoint *point)
{
  gsize begin = reader->at;
  gint64 digits = 0;

  if (!skip (reader, "S"))
    return TRUE;
  if (point->year_unspecified != 0)
    return dossier_date_reader_fail (reader, DOSSIER_DATE_ERROR_SYNTAX, begin, _ ("a year has either unspecified digits (19XX) or significant ones (1950S2)"));
  if (!read_number (reader, &digits, N_ ("the number of significant digits")))
    return FALSE;
  if (digits > count_digits (point->year))
    return dossier_date_reader_fail (reader, DOSSIER_DATE_ERROR_NO_SUCH_DATE, begin + 1, ngettext ("the year has only %d digit", "the year has only %d digits", (gulong) count_digits (point->year)), count_digits (point->year));

  point->significant_digits = (guint8) digits;
  raise_level (reader, 2);

  return TRUE;
}

/* Reads “Y-17E7”, the Y being behind us. */
static gboolean
read_long_year (DossierDateReader *reader, DossierDatePoint *point)
{
  gsize begin = reader->at;
  gint64 number;
  gboolean has_exponent;

  raise_level (reader, 1);
  point->negative = skip (reader, "-");
  if (!read_number (reader, &number, N_ ("the number of a year")))
    return FALSE;

  has_exponent = skip (reader, "E");
  if (has_exponent)
    {
      gint64 exponent;

      raise_level (reader, 2);
      if (!read_number (reader, &exponent, N_ ("the number of zeroes")))
        return FALSE;
      for (; exponent > 0 && number < TOO_MANY_YEARS; exponent--)
        number *= 10;
    }
  else if (peek (reader) == 'X')
    {
      return dossier_date_reader_fail (reader, DOSSIER_DATE_ERROR_SYNTAX, reader->at, _ ("a year with “Y” has no unspecified digits, but significant ones, as Y171010000S3"));
    }
  else if (peek (reader) == 'e' || (peek (reader) == '.' && peek_at (reader, reader->at + 1) != '.'))
    {
      return dossier_date_reader_fail_expected (reader, N_ ("a digit or “E”"));
    }
  else if (number <= 9999)
    {
      return dossier_date_reader_fail (reader, DOSSIER_DATE_ERROR_SYNTAX, begin - 1, _ ("a year of at most four digits is written without “Y”, as %s%04d"), point->negative ? "-" : "", (int) number);
    }

  if (number > DOSSIER_YEAR_MAX)
    return dossier_date_reader_fail (reader, DOSSIER_DATE_ERROR_YEAR_LIMIT, begin, _ ("years end 200 billion before and after the year 0"));

  point->year = point->negative ? -number : number;
  if (!read_significant_digits (reader, point))
    return FALSE;
  if (peek (reader) == '-')
    return dossier_date_reader_fail (reader, DOSSIER_DATE_ERROR_SYNTAX, reader->at, _ ("a year with “Y” has no month"));

  return TRUE;
}

/* Reads “1985”, “-0217”, “19XX” or “1950S2”. */
static gboolean
read_year (DossierDateReader *reader, DossierDatePoint *point)
{
  gsize begin = reader->at;
  int number;

  if (skip (reader, "Y"))
    return read_long_year (reader, point);

  point->negative = skip (reader, "-");
  if (point->negative)
    raise_level (reader, 1);
  if (!read_digits (reader, 4, &number, &point->year_unspecified, N_ ("a year of four digits")))
    return FALSE;
  if (g_ascii_isdigit (peek (reader)))
    return dossier_date_reader_fail (reader, DOSSIER_DATE_ERROR_SYNTAX, reader->at, _ ("a year of more than four digits begins with “Y”; year, month and day are joined by “-”"));
  if (point->negative && number == 0 && point->year_unspecified == 0)
    return dossier_date_reader_fail (reader, DOSSIER_DATE_ERROR_NO_SUCH_DATE, begin, _ ("there is no year -0000; 0000 is 1 BCE, -0001 is 2 BCE"));

  point->year = point->negative ? -number : number;
  if (peek (reader) != 'S')
    return TRUE;

  if (!read_significant_digits (reader, point))
    return FALSE;
  if (peek (reader) == '-')
    return dossier_date_reader_fail (reader, DOSSIER_DATE_ERROR_SYNTAX, reader->at, _ ("a year with significant digits has no month"));

  return TRUE;
}

/* Whether some number from 1 to @last fits two digits of which some are unspecified. */
static gboolean
fits_some_number (int digits, guint8 unspecified, int last)
{
  for (int i = 1; i <= last; i++)
    if (dossier_date_digits_match (i, digits, unspecified))
      return TRUE;

  return FALSE;
}

/* Reads the two digits of a month or a day. */
static gboolean
read_date_part (DossierDateReader *reader, int *number, guint8 *unspecified, const char *expected)
{
  if (!read_digits (reader, 2, number, unspecified, expected))
    return FALSE;
  if (g_ascii_isdigit (peek (reader)))
    return dossier_date_reader_fail (reader, DOSSIER_DATE_ERROR_SYNTAX, reader->at, _ ("month and day have two digits each; an interval is written with “/”"));

  return TRUE;
}

/* Reads the “03” of 2024-03, or the “21” of 2024-21. */
static gboolean
read_month (DossierDateReader *reader, DossierDatePoint *point)
{
  gsize begin = reader->at;
  int number, first_month, n_months;

  if (!read_date_part (reader, &number, &point->month_unspecified, N_ ("a month of two digits")))
    return FALSE;

  if (point->month_unspecified == 0 && dossier_date_season_get_months (number, &first_month, &n_months))
    {
      point->form = DOSSIER_DATE_SEASON;
      point->season = (guint8) number;
      raise_level (reader, number <= 24 ? 1 : 2);
      return TRUE;
    }

  if (!fits_some_number (number, point->month_unspecified, 12))
    return dossier_date_reader_fail (reader, DOSSIER_DATE_ERROR_NO_SUCH_DATE, begin, _ ("there is no month %.2s; months are 01 to 12, seasons 21 to 41"), reader->text + begin);

  point->form = DOSSIER_DATE_MONTH;
  point->month = (guint8) number;

  return TRUE;
}

static gboolean
read_day (DossierDateReader *reader, DossierDatePoint *point)
{
  gsize begin = reader->at;
  int number;

  if (!read_date_part (reader, &number, &point->day_unspecified, N_ ("a day of two digits")))
    return FALSE;
  if (!fits_some_number (number, point->day_unspecified, 31))
    return dossier_date_reader_fail (reader, DOSSIER_DATE_ERROR_NO_SUCH_DATE, begin, _ ("there is no day %.2s; days are 01 to 31"), reader->text + begin);

  point->form = DOSSIER_DATE_DAY;
  point->day = (guint8) number;

  return TRUE;
}

/* Reads two digits that are not above @last. */
static gboolean
read_clock_part (DossierDateReader *reader, int last, int *number, const char *expected)
{
  gsize begin = reader->at;

  if (!read_digits (reader, 2, number, NULL, expected))
    return FALSE;
  if (*number > last)
    return dossier_date_reader_fail (reader, DOSSIER_DATE_ERROR_NO_SUCH_DATE, begin, _ ("%s must stand here: 00 to %d, not %02d"), _ (expected), last, *number);

  return TRUE;
}

static gboolean
read_zone (DossierDateReader *reader, DossierDatePoint *point)
{
  gsize begin = reader->at;
  gboolean west = peek (reader) == '-';
  int hours;
  int minutes = 0;

  if (skip (reader, "Z"))
    {
      point->zone = DOSSIER_DATE_ZONE_UTC;
      return TRUE;
    }
  if (!skip (reader, "+") && !skip (reader, "-"))
    return TRUE;

  if (!read_clock_part (reader, 23, &hours, N_ ("the hours that the zone is ahead of UTC or behind")))
    return FALSE;
  if (skip (reader, ":") && !read_clock_part (reader, 59, &minutes, N_ ("the minutes that the zone is ahead of UTC or behind")))
    return FALSE;
  if (west && hours == 0 && minutes == 0)
    return dossier_date_reader_fail (reader, DOSSIER_DATE_ERROR_SYNTAX, begin, _ ("UTC is written “Z” or “+00:00”"));

  point->zone = DOSSIER_DATE_ZONE_OFFSET;
  point->zone_minutes = (gint16) ((west ? -1 : 1) * (60 * hours + minutes));

  return TRUE;
}

/* Reads “10:30:00Z”, the T being behind us. */
static gboolean
read_time (DossierDateReader *reader, DossierDatePoint *point)
{
  int hour, minute, second;

  if (!read_clock_part (reader, 23, &hour, N_ ("an hour of two digits")))
    return FALSE;
  point->form = DOSSIER_DATE_HOUR;
  point->hour = (guint8) hour;

  if (skip (reader, ":"))
    {
      if (!read_clock_part (reader, 59, &minute, N_ ("a minute of two digits")))
        return FALSE;
      point->form = DOSSIER_DATE_MINUTE;
      point->minute = (guint8) minute;

      if (skip (reader, ":"))
        {
          if (!read_clock_part (reader, 59, &second, N_ ("a second of two digits")))
            return FALSE;
          point->form = DOSSIER_DATE_SECOND;
          point->second = (guint8) second;
        }
    }

  if (point->form != DOSSIER_DATE_SECOND)
    raise_level (reader, 2);
  if (g_ascii_isdigit (peek (reader)))
    return dossier_date_reader_fail (reader, DOSSIER_DATE_ERROR_SYNTAX, reader->at, _ ("hours, minutes and seconds are two digits each, joined by “:”"));
  if (peek (reader) == ',' || (peek (reader) == '.' && peek_at (reader, reader->at + 1) != '.'))
    return dossier_date_reader_fail (reader, DOSSIER_DATE_ERROR_SYNTAX, reader->at, _ ("a time is written to the second, without a fraction"));
  if (!read_zone (reader, point))
    return FALSE;
  if (peek (reader) == '?' || peek (reader) == '~' || peek (reader) == '%')
    return dossier_date_reader_fail (reader, DOSSIER_DATE_ERROR_SYNTAX, reader->at, _ ("a date with a time has no qualifier"));

  return TRUE;
}

/* Level 1 knows only 201X, 20XX, 2004-XX, 1985-04-XX and 1985-XX-XX. */
static int
level_of_unspecified (const DossierDatePoint *point)
{
  if (point->form == DOSSIER_DATE_YEAR && (point->year_unspecified == 1 || point->year_unspecified == 3))
    return 1;
  if (point->year_unspecified != 0)
    return 2;
  if (point->month_unspecified == 0 && point->day_unspecified == 0)
    return 0;
  if (point->month_unspecified != 0 && point->month_unspecified != 3)
    return 2;
  if (point->form == DOSSIER_DATE_DAY && point->day_unspecified != 3)
    return 2;

  return 1;
}

/* Finds what follows from the parts that were read, or that there is no such date. */
static gboolean
resolve (DossierDateReader *reader, DossierDatePoint *point, gsize begin, gsize day_begin)
{
  switch (dossier_date_point_resolve (point))
    {
    case DOSSIER_DATE_POINT_GOOD:
      return TRUE;

    case DOSSIER_DATE_POINT_YEAR_LIMIT:
      return dossier_date_reader_fail (reader, DOSSIER_DATE_ERROR_YEAR_LIMIT, begin, _ ("years end 200 billion before and after the year 0"));

    case DOSSIER_DATE_POINT_NO_SUCH_DAY:
    default:
      if (point->year_unspecified == 0 && point->month_unspecified == 0)
        {
          int days = dossier_calendar_days_in_month (point->year, point->month);

          return dossier_date_reader_fail (reader, DOSSIER_DATE_ERROR_NO_SUCH_DATE, day_begin, ngettext ("there is no day %.2s in that month, which has %d day", "there is no day %.2s in that month, which has %d days", (gulong) days), reader->text + day_begin, days);
        }
      return dossier_date_reader_fail (reader, DOSSIER_DATE_ERROR_NO_SUCH_DATE, day_begin, _ ("there is no day %.2s in any such month"), reader->text + day_begin);
    }
}

/* Reads one date. A qualifier before a part is for that part, one behind it is for it and all to its left. */
static gboolean
read_point (DossierDateReader *reader, DossierDatePoint *point)
{
  gsize begin = reader->at;
  gsize day_begin = begin;
  int before, behind;
  gboolean partly;

  *point = (DossierDatePoint){ .form = DOSSIER_DATE_YEAR };

  if (!read_qualifier (reader, &before) || !read_year (reader, point) || !read_qualifier (reader, &behind))
    return FALSE;
  partly = before != 0;
  point->year_qualifier = (guint8) (before | behind);

  if (skip (reader, "-"))
    {
      partly = partly || behind != 0;
      if (!read_qualifier (reader, &before) || !read_month (reader, point) || !read_qualifier (reader, &behind))
        return FALSE;
      partly = partly || before != 0;
      point->month_qualifier = (guint8) (before | behind);
      point->year_qualifier |= (guint8) behind;

      if (peek (reader) == '-' && point->form == DOSSIER_DATE_SEASON)
        return dossier_date_reader_fail (reader, DOSSIER_DATE_ERROR_SYNTAX, reader->at, _ ("a season has no day"));
      if (skip (reader, "-"))
        {
          partly = partly || behind != 0;
          if (!read_qualifier (reader, &before))
            return FALSE;
          day_begin = reader->at;
          if (!read_day (reader, point) || !read_qualifier (reader, &behind))
            return FALSE;
          partly = partly || before != 0;
          point->day_qualifier = (guint8) (before | behind);
          point->month_qualifier |= (guint8) behind;
          point->year_qualifier |= (guint8) behind;
        }
    }

  if (peek (reader) == 'T')
    {
      if (point->form != DOSSIER_DATE_DAY || point->year_unspecified != 0 || point->month_unspecified != 0 || point->day_unspecified != 0)
        return dossier_date_reader_fail (reader, DOSSIER_DATE_ERROR_SYNTAX, reader->at, _ ("only a whole day has a time, as 2024-03-29T10:30:00Z"));
      if (dossier_date_point_get_qualifiers (point) != 0)
        return dossier_date_reader_fail (reader, DOSSIER_DATE_ERROR_SYNTAX, reader->at, _ ("a date with a time has no qualifier"));
      reader->at++;
      if (!read_time (reader, point))
        return FALSE;
    }

  if (partly)
    raise_level (reader, 2);
  else if (dossier_date_point_get_qualifiers (point) != 0)
    raise_level (reader, 1);
  raise_level (reader, level_of_unspecified (point));

  return resolve (reader, point, begin, day_begin);
}

static gboolean
is_unspecified (const DossierDatePoint *point)
{
  return point->year_unspecified != 0 || point->month_unspecified != 0 || point->day_unspecified != 0;
}

/* Reads what stands behind the “/” of an interval. */
static gboolean
read_end_of_interval (DossierDateReader *reader, DossierDateItem *item)
{
  gsize begin = reader->at;

  item->is_range = TRUE;
  if (at_end (reader))
    item->last = (DossierDatePoint){ .form = DOSSIER_DATE_UNKNOWN };
  else if (skip (reader, ".."))
    item->last = (DossierDatePoint){ .form = DOSSIER_DATE_OPEN };
  else if (!read_point (reader, &item->last))
    return FALSE;

  if (!at_end (reader))
    return dossier_date_reader_fail_expected (reader, N_ ("the end"));
  if (!dossier_date_point_is_date (&item->first) && !dossier_date_point_is_date (&item->last))
    return dossier_date_reader_fail (reader, DOSSIER_DATE_ERROR_SYNTAX, begin, _ ("an interval has a date at one end at least"));

  dossier_date_point_resolve (&item->first);
  dossier_date_point_resolve (&item->last);
  if (!dossier_date_point_is_date (&item->first) || !dossier_date_point_is_date (&item->last))
    raise_level (reader, 1);
  if (is_unspecified (&item->first) || is_unspecified (&item->last))
    raise_level (reader, 2);
  if (item->first.form >= DOSSIER_DATE_HOUR || item->last.form >= DOSSIER_DATE_HOUR)
    raise_level (reader, 2);

  return TRUE;
}

/* Reads a date or an interval. */
static gboolean
read_date_or_interval (DossierDateReader *reader, DossierDateKind *kind, DossierDateItem *item)
{
  *kind = DOSSIER_DATE_INTERVAL;
  if (skip (reader, "/"))
    {
      item->first = (DossierDatePoint){ .form = DOSSIER_DATE_UNKNOWN };
      return read_end_of_interval (reader, item);
    }
  if (skip (reader, ".."))
    {
      item->first = (DossierDatePoint){ .form = DOSSIER_DATE_OPEN };
      if (!skip (reader, "/"))
        return dossier_date_reader_fail_expected (reader, N_ ("“/” and the end of an interval"));
      return read_end_of_interval (reader, item);
    }

  if (!read_point (reader, &item->first))
    return FALSE;
  if (skip (reader, "/"))
    return read_end_of_interval (reader, item);
  if (starts_with (reader, ".."))
    return dossier_date_reader_fail (reader, DOSSIER_DATE_ERROR_SYNTAX, reader->at, _ ("“..” between dates stands in a set, as in [1667..1672]; an interval has “/”"));
  if (!at_end (reader))
    return dossier_date_reader_fail_expected (reader, N_ ("the end or “/”"));

  *kind = DOSSIER_DATE_SINGLE;
  item->last = item->first;

  return TRUE;
}

/* Reads a member of a set: “1984”, “1667..1672”, “..1983” or “1984..”. */
static gboolean
read_member (DossierDateReader *reader, gboolean is_first, DossierDateItem *item)
{
  gsize begin = reader->at;

  *item = (DossierDateItem){ 0 };
  if (skip (reader, ".."))
    {
      if (!is_first)
        return dossier_date_reader_fail (reader, DOSSIER_DATE_ERROR_SYNTAX, begin, _ ("“..” without a date before it stands only at the beginning of a set"));
      item->is_range = TRUE;
      item->first.form = DOSSIER_DATE_OPEN;
      dossier_date_point_resolve (&item->first);
      return read_point (reader, &item->last);
    }

  if (!read_point (reader, &item->first))
    return FALSE;
  item->last = item->first;
  if (!starts_with (reader, ".."))
    return TRUE;

  begin = reader->at;
  skip (reader, "..");
  item->is_range = TRUE;
  if (peek (reader) == ']' || peek (reader) == '}')
    {
      item->last = (DossierDatePoint){ .form = DOSSIER_DATE_OPEN };
      dossier_date_point_resolve (&item->last);
      return TRUE;
    }
  if (peek (reader) == ',')
    return dossier_date_reader_fail (reader, DOSSIER_DATE_ERROR_SYNTAX, begin, _ ("“..” without a date behind it stands only at the end of a set"));
  if (!read_point (reader, &item->last))
    return FALSE;
  if (item->first.form != item->last.form)
    return dossier_date_reader_fail (reader, DOSSIER_DATE_ERROR_SYNTAX, begin, _ ("both ends of a range are years, or months, or days"));
  if (item->last.earliest < item->first.earliest)
    return dossier_date_reader_fail (reader, DOSSIER_DATE_ERROR_NO_SUCH_DATE, begin, _ ("the range runs backward"));

  return TRUE;
}

/* Reads “[1667,1670..1672]”. */
static gboolean
read_set (DossierDateReader *reader, DossierDateKind *kind, DossierDateItemFunc func, gpointer user_data)
{
  gboolean one_of = peek (reader) == '[';
  const char *close = one_of ? "]" : "}";

  *kind = one_of ? DOSSIER_DATE_ONE_OF : DOSSIER_DATE_ALL_OF;
  raise_level (reader, 2);
  reader->at++;

  for (gboolean is_first = TRUE;; is_first = FALSE)
    {
      DossierDateItem item;

      if (!read_member (reader, is_first, &item))
        return FALSE;
      func (&item, user_data);

      if (skip (reader, close))
        break;
      if (peek (reader) == '/')
        return dossier_date_reader_fail (reader, DOSSIER_DATE_ERROR_SYNTAX, reader->at, _ ("a set holds no intervals; a range in it is written with “..”, as [1667..1672]"));
      if (!skip (reader, ","))
        return dossier_date_reader_fail_expected (reader, one_of ? N_ ("“,” or “]”") : N_ ("“,” or “}”"));
    }

  if (!at_end (reader))
    return dossier_date_reader_fail_expected (reader, N_ ("the end"));

  return TRUE;
}

/**
 * dossier_date_reader_run:
 * @reader: a reader, with its text, length and error set and all else zero
 * @kind: (out): what the expression is
 * @func: (scope call): takes each item of the expression; those before an error are passed too
 * @user_data: passed to @func
 *
 * Reads the whole expression.
 *
 * Returns: whether it is valid; otherwise the error of @reader is set, %DOSSIER_DATE_ERROR
 */
gboolean
dossier_date_reader_run (DossierDateReader *reader, DossierDateKind *kind, DossierDateItemFunc func, gpointer user_data)
{
  DossierDateItem item = { 0 };

  if (reader->length == 0)
    {
      g_set_error_literal (reader->error, DOSSIER_DATE_ERROR, DOSSIER_DATE_ERROR_EMPTY, _ ("nothing is written; a date is written as 2024-03-29, 2024-03 or 2024"));
      return FALSE;
    }
  if (reader->length > DOSSIER_DATE_MAX_LENGTH)
    {
      g_set_error (reader->error, DOSSIER_DATE_ERROR, DOSSIER_DATE_ERROR_TOO_LONG, _ ("a date has at most %d bytes"), DOSSIER_DATE_MAX_LENGTH);
      return FALSE;
    }

  if (peek (reader) == '[' || peek (reader) == '{')
    return read_set (reader, kind, func, user_data);

  if (!read_date_or_interval (reader, kind, &item))
    return FALSE;
  func (&item, user_data);

  return TRUE;
}
