/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-date-words-private.h"

#include "model/dossier-locale-form.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/**
 * dossier_date_words_fill:
 * @pattern: a translated text with one %s, or with none, such as a plural form that says the number in words
 * @value: what goes there
 *
 * Like g_strdup_printf(), for patterns that come from a table, where no compiler checks them.
 *
 * Returns: (transfer full): @pattern with @value in it
 */
char *
dossier_date_words_fill (const char *pattern, const char *value)
{
  const char *place = strstr (pattern, "%s");

  if (place == NULL)
    return g_strdup (pattern);

  return g_strdup_printf ("%.*s%s%s", (int) (place - pattern), pattern, value, place + 2);
}

/* A number as users write it, after rounding to three digits, with no zeroes behind the decimal point. */
static char *
write_three_digits (double number)
{
  int n_decimals = number < 10 ? 2 : number < 100 ? 1
                                                  : 0;
  g_autofree char *digits = g_strdup_printf ("%.*f", n_decimals, number);
  gsize length = strlen (digits);

  if (n_decimals > 0)
    {
      while (digits[length - 1] == '0')
        length--;
      /* What is left at the end if all were zeroes is the decimal point of the locale. */
      while (!g_ascii_isdigit (digits[length - 1]))
        length--;
    }

  return g_strndup (digits, length);
}

/**
 * dossier_date_words_large_number:
 * @number: at least 1000
 * @thousands: (out): of what the text counts: 1 for thousands, 2 for millions, 3 for billions
 * @plural: (out): what to hand to ngettext() for the text
 *
 * Returns: (transfer full): @number in thousands, millions or billions, with at most three digits: "13.8"
 */
char *
dossier_date_words_large_number (gint64 number, int *thousands, gulong *plural)
{
  double rest = (double) number / 1000;

  *thousands = 1;
  while (rest >= 999.5 && *thousands < 3)
    {
      rest /= 1000;
      ++*thousands;
    }
  *plural = (gulong) ceil (rest);

  return write_three_digits (rest);
}

/* The name of a month without a day. Some locales begin it with a capital, as in a calendar, though it has none
 * within a sentence. */
static char *
dup_month_alone (GDateTime *date)
{
  g_autofree char *beside_day = g_date_time_format (date, "%B");
  g_autofree char *alone = g_date_time_format (date, "%OB");
  g_autofree char *first = NULL;

  if (!g_unichar_islower (g_utf8_get_char (beside_day)) || !g_unichar_isupper (g_utf8_get_char (alone)))
    return g_steal_pointer (&alone);

  first = g_utf8_strdown (alone, g_utf8_next_char (alone) - alone);

  return g_strconcat (first, g_utf8_next_char (alone), NULL);
}

/**
 * dossier_date_words_month:
 * @month: 1 to 12
 * @with_day: whether a day stands beside it: some languages have another form of the name there
 * @style: "April" or "Apr"
 *
 * Returns: (transfer full): the name of a month, or its number where the locale marks it as a month: "4月"
 */
char *
dossier_date_words_month (int month, gboolean with_day, DossierDateStyle style)
{
  g_autoptr (GDateTime) date = g_date_time_new_utc (2000, month, 1, 0, 0, 0);
  DossierLocaleForm form;
  char *name;

  dossier_locale_form_get (&form);
  if (form.month_mark[0] != '\0')
    return g_strdup_printf ("%d%s", month, form.month_mark);

  if (style == DOSSIER_DATE_STYLE_LONG)
    name = with_day ? g_date_time_format (date, "%B") : dup_month_alone (date);
  else
    name = g_date_time_format (date, with_day ? "%b" : "%Ob");

  /* Where months are numbers, those of one digit have a blank before them. */
  return g_strstrip (name);
}

static char *
add_year_before (const DossierLocaleForm *form, const char *rest, const char *year)
{
  const char *gap = form->has_gaps ? " " : "";

  /* Only a number takes the mark, and not what a year before the common era or one far away is written as. */
  if (form->year_mark[0] != '\0' && strspn (year, "0123456789") == strlen (year))
    return g_strdup_printf ("%s%s%s%s", year, form->year_mark, gap, rest);
  if (form->year_mark[0] != '\0' && g_str_has_suffix (year, form->year_mark))
    return g_strdup_printf ("%s%s%s", year, gap, rest);

  /* Translators: a month, or a month and a day, and a year, where the year stands first: “2024 April 8” */
  return g_strdup_printf (C_ ("year and rest", "%2$s %1$s"), rest, year);
}

/**
 * dossier_date_words_day:
 * @day: 1 to 31
 *
 * Returns: (transfer full): a day as it stands beside the name of its month: "8", or "8.", "1er" or "8日" where that is
 *   the custom; dossier_date_words_day_and_month() takes it, or several
 */
char *
dossier_date_words_day (int day)
{
  DossierLocaleForm form;

  dossier_locale_form_get (&form);
  if (form.day_mark[0] != '\0')
    return g_strdup_printf ("%d%s", day, form.day_mark);

  if (day == 1)
    /* Translators: the first day of a month, before or behind the name of the month; in French it is “%der” */
    return g_strdup_printf (C_ ("first day before a month", "%d"), day);

  /* Translators: a day of a month, before or behind the name of the month; in German it is “%d.” */
  return g_strdup_printf (C_ ("day before a month", "%d"), day);
}

/**
 * dossier_date_words_day_and_month:
 * @days: a day as dossier_date_words_day() writes it, or several as "8–9"
 * @month: 1 to 12
 * @style: how long the name of the month may be
 *
 * Returns: (transfer full): "8–9 April", or "April 8–9" where that is the custom
 */
char *
dossier_date_words_day_and_month (const char *days, int month, DossierDateStyle style)
{
  g_autofree char *name = dossier_date_words_month (month, TRUE, style);
  DossierLocaleForm form;

  dossier_locale_form_get (&form);
  if (form.day_mark[0] != '\0')
    return g_strdup_printf ("%s%s%s", name, form.has_gaps ? " " : "", days);
  if (form.order != DOSSIER_DATE_ORDER_DAY_FIRST)
    /* Translators: a day, or several as in “8–9”, and the name of a month, where the month stands first: “April 8–9” */
    return g_strdup_printf (C_ ("month and day", "%2$s %1$s"), days, name);

  /* Translators: a day, or several as in “8–9”, and the name of a month */
  return g_strdup_printf (C_ ("day and month", "%1$s %2$s"), days, name);
}

/**
 * dossier_date_words_add_year_to_day:
 * @day_and_month: a day and a month, or several
 * @year: the year of all of them
 *
 * Returns: (transfer full): "8 April 2024", or "April 8, 2024" where that is the custom
 */
char *
dossier_date_words_add_year_to_day (const char *day_and_month, const char *year)
{
  DossierLocaleForm form;

  dossier_locale_form_get (&form);
  if (form.order == DOSSIER_DATE_ORDER_YEAR_FIRST)
    return add_year_before (&form, day_and_month, year);
  if (form.order == DOSSIER_DATE_ORDER_MONTH_FIRST)
    /* Translators: a month and a day, as “April 8” or “March 30 – April 2”, and a year, as “2024” or “218 BCE” */
    return g_strdup_printf (C_ ("month, day and year", "%1$s, %2$s"), day_and_month, year);

  /* Translators: a day and a month, as “8 April” or “30 March – 2 April”, and a year, as “2024” or “218 BCE” */
  return g_strdup_printf (C_ ("day and year", "%1$s %2$s"), day_and_month, year);
}

/**
 * dossier_date_words_add_year_to_month:
 * @month: a month, or several
 * @year: the year of all of them
 *
 * Returns: (transfer full): "April 2024", or "2024 April" where that is the custom
 */
char *
dossier_date_words_add_year_to_month (const char *month, const char *year)
{
  DossierLocaleForm form;

  dossier_locale_form_get (&form);
  if (form.order == DOSSIER_DATE_ORDER_YEAR_FIRST)
    return add_year_before (&form, month, year);

  /* Translators: the name of a month, or several as in “April–May”, and a year, as “2024” or “218 BCE” */
  return g_strdup_printf (C_ ("month and year", "%1$s %2$s"), month, year);
}

/**
 * dossier_date_words_add_inexact_year:
 * @what: a day or a month
 * @year: a year that is not exactly known
 *
 * Returns: (transfer full): "25 December, 1560s"
 */
char *
dossier_date_words_add_inexact_year (const char *what, const char *year)
{
  /* Translators: a day or a month, and a year that is not exactly known: “25 December, 1560s”, “December, year unknown” */
  return g_strdup_printf (C_ ("date and inexact year", "%1$s, %2$s"), what, year);
}

/* A year that is told in thousands, millions or billions. */
static char *
write_large_year (gint64 year, DossierDateStyle style)
{
  int thousands;
  gulong plural;
  g_autofree char *number = dossier_date_words_large_number (ABS (year), &thousands, &plural);
  const char *pattern;

  if (style == DOSSIER_DATE_STYLE_SHORT)
    {
      static const char *const patterns[][2] = {
        /* Translators: thousand years from now, and ago, in as little space as possible */
        { N_ ("in %s kyr"), N_ ("%s kya") },
        /* Translators: million years from now, and ago */
        { N_ ("in %s Myr"), N_ ("%s Mya") },
        /* Translators: billion (a thousand million) years from now, and ago */
        { N_ ("in %s Gyr"), N_ ("%s Gya") },
      };

      pattern = _ (patterns[thousands - 1][year < 0]);
    }
  else if (thousands == 1)
    {
      pattern = year < 0 ? ngettext ("%s thousand years ago", "%s thousand years ago", plural)
                         : ngettext ("%s thousand years from now", "%s thousand years from now", plural);
    }
  else if (thousands == 2)
    {
      pattern = year < 0 ? ngettext ("%s million years ago", "%s million years ago", plural)
                         : ngettext ("%s million years from now", "%s million years from now", plural);
    }
  else
    {
      /* Translators: a billion is a thousand million here and below */
      pattern = year < 0 ? ngettext ("%s billion years ago", "%s billion years ago", plural)
                         : ngettext ("%s billion years from now", "%s billion years from now", plural);
    }

  return dossier_date_words_fill (pattern, number);
}

/**
 * dossier_date_words_bce:
 * @years: a year as dossier_date_words_bce_number() writes it, or several
 *
 * Returns: (transfer full): "218 BCE"
 */
char *
dossier_date_words_bce (const char *years)
{
  /* Translators: a year before the common era, or several as in “218–202” */
  return g_strdup_printf (C_ ("year", "%s BCE"), years);
}

/**
 * dossier_date_words_bce_number:
 * @year: an astronomical year, at most 0
 *
 * Returns: (transfer full): its number before the common era, which knows no year 0
 */
char *
dossier_date_words_bce_number (gint64 year)
{
  return g_strdup_printf (year > -9999 ? "%d" : "%'d", (int) (1 - year));
}

/**
 * dossier_date_words_year:
 * @year: an astronomical year
 * @style: how long the text may be
 *
 * Returns: (transfer full): "1985", or "1985年" where years are marked, "218 BCE", "13.8 billion years ago". The two thousand years from the year 0
 *   until now are not reckoned in with so many.
 */
char *
dossier_date_words_year (gint64 year, DossierDateStyle style)
{
  if (ABS (year) >= DOSSIER_DATE_LARGE_YEAR)
    return write_large_year (year, style);

  if (year <= 0)
    {
      g_autofree char *number = dossier_date_words_bce_number (year);

      return dossier_date_words_bce (number);
    }
  if (year >= 1000 && year <= 9999)
    {
      DossierLocaleForm form;

      dossier_locale_form_get (&form);
      return g_strdup_printf ("%d%s", (int) year, form.year_mark);
    }

  /* Translators: a year of the common era so early or late that its number alone would not be taken for one */
  return g_strdup_printf (C_ ("year", "%'d CE"), (int) year);
}

/* The number of a century in the numerals that the user's language counts centuries in. */
static char *
write_century_number (int century)
{
  static const struct
  {
    int value;
    const char *numeral;
  } numerals[] = {
    { 1000, "M" }, { 900, "CM" }, { 500, "D" }, { 400, "CD" }, { 100, "C" }, { 90, "XC" }, { 50, "L" },
    { 40, "XL" }, { 10, "X" }, { 9, "IX" }, { 5, "V" }, { 4, "IV" }, { 1, "I" },
  };
  GString *text;

  /* Translators: “roman” if centuries are counted in Roman numerals, as in “siglo XX”; otherwise leave “arabic” */
  if (!g_str_equal (C_ ("numerals of centuries", "arabic"), "roman") || century >= 4000)
    return g_strdup_printf ("%d", century);

  text = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (numerals); i++)
    for (; century >= numerals[i].value; century -= numerals[i].value)
      g_string_append (text, numerals[i].numeral);

  return g_string_free (text, FALSE);
}

/**
 * dossier_date_words_century:
 * @century: its number, from 1
 * @before: whether it lies before the common era
 *
 * Returns: (transfer full): "20th century"
 */
char *
dossier_date_words_century (int century, gboolean before)
{
  /* English has four endings; teens have but one. */
  int ending = century % 100 / 10 == 1 ? 0 : century % 10;
  g_autofree char *number = write_century_number (century);

  switch (ending)
    {
    case 1:
      /* Translators: a century whose number ends in 1 in English, but for 11; the four are one in many languages */
      return dossier_date_words_fill (before ? _ ("%sst century BCE") : _ ("%sst century"), number);

    case 2:
      /* Translators: a century whose number ends in 2 in English, but for 12 */
      return dossier_date_words_fill (before ? _ ("%snd century BCE") : _ ("%snd century"), number);

    case 3:
      /* Translators: a century whose number ends in 3 in English, but for 13 */
      return dossier_date_words_fill (before ? _ ("%srd century BCE") : _ ("%srd century"), number);

    default:
      /* Translators: a century whose number ends otherwise in English */
      return dossier_date_words_fill (before ? _ ("%sth century BCE") : _ ("%sth century"), number);
    }
}

/**
 * dossier_date_words_season:
 * @season: 21 to 41, as EDTF numbers them
 * @year: the year
 * @style: how long the text may be
 *
 * Returns: (transfer full): "spring 2001", "second quarter of 2001"
 */
char *
dossier_date_words_season (int season, const char *year, DossierDateStyle style)
{
  static const char *const long_patterns[] = {
    N_ ("spring %s"),
    N_ ("summer %s"),
    N_ ("autumn %s"),
    N_ ("winter %s"),
    N_ ("spring %s (northern hemisphere)"),
    N_ ("summer %s (northern hemisphere)"),
    N_ ("autumn %s (northern hemisphere)"),
    N_ ("winter %s (northern hemisphere)"),
    N_ ("spring %s (southern hemisphere)"),
    N_ ("summer %s (southern hemisphere)"),
    N_ ("autumn %s (southern hemisphere)"),
    N_ ("winter %s (southern hemisphere)"),
    N_ ("first quarter of %s"),
    N_ ("second quarter of %s"),
    N_ ("third quarter of %s"),
    N_ ("fourth quarter of %s"),
    N_ ("first third of %s"),
    N_ ("second third of %s"),
    N_ ("last third of %s"),
    N_ ("first half of %s"),
    N_ ("second half of %s"),
  };
  static const char *const short_patterns[] = {
    /* Translators: the first quarter of a year */
    N_ ("Q1 %s"),
    /* Translators: the second quarter of a year */
    N_ ("Q2 %s"),
    /* Translators: the third quarter of a year */
    N_ ("Q3 %s"),
    /* Translators: the fourth quarter of a year */
    N_ ("Q4 %s"),
    /* Translators: the first third of a year */
    N_ ("T1 %s"),
    /* Translators: the second third of a year */
    N_ ("T2 %s"),
    /* Translators: the last third of a year */
    N_ ("T3 %s"),
    /* Translators: the first half of a year */
    N_ ("H1 %s"),
    /* Translators: the second half of a year */
    N_ ("H2 %s"),
  };

  const char *pattern;

  if (style == DOSSIER_DATE_STYLE_LONG)
    pattern = long_patterns[season - 21];
  else if (season >= 33)
    pattern = short_patterns[season - 33];
  else
    pattern = long_patterns[(season - 21) % 4];

  return dossier_date_words_fill (_ (pattern), year);
}

/**
 * dossier_date_words_clock:
 * @point: a date with a time of day
 * @style: whether seconds are written
 *
 * Returns: (transfer full): the time of day of @point: "10:30", or "10:30 AM" where hours are counted to 12
 */
char *
dossier_date_words_clock (const DossierDatePoint *point, DossierDateStyle style)
{
  DossierLocaleForm form;

  dossier_locale_form_get (&form);
  if (form.has_12_hours)
    {
      g_autoptr (GDateTime) time = g_date_time_new_utc (2000, 1, 1, point->hour, point->minute, point->second);

      if (point->form == DOSSIER_DATE_HOUR)
        /* Translators: as in g_date_time_format(): within the hour that begins at this one of 12: “3 PM” */
        /* xgettext:no-c-format */
        return g_date_time_format (time, C_ ("hour of 12", "%-I %p"));
      if (point->form == DOSSIER_DATE_MINUTE || style == DOSSIER_DATE_STYLE_SHORT)
        /* Translators: as in g_date_time_format(): hour and minute, “3:30 PM” */
        /* xgettext:no-c-format */
        return g_date_time_format (time, C_ ("time of 12", "%-I:%M %p"));
      /* Translators: as in g_date_time_format(): hour, minute and second, “3:30:00 PM” */
      /* xgettext:no-c-format */
      return g_date_time_format (time, C_ ("time of 12", "%-I:%M:%S %p"));
    }

  if (point->form == DOSSIER_DATE_HOUR)
    /* Translators: within the hour that begins at this one of 24 */
    return g_strdup_printf (C_ ("hour", "%02d h"), point->hour);
  if (point->form == DOSSIER_DATE_MINUTE || style == DOSSIER_DATE_STYLE_SHORT)
    /* Translators: hour and minute */
    return g_strdup_printf (C_ ("time", "%02d:%02d"), point->hour, point->minute);

  /* Translators: hour, minute and second */
  return g_strdup_printf (C_ ("time", "%02d:%02d:%02d"), point->hour, point->minute, point->second);
}

/**
 * dossier_date_words_add_zone:
 * @clock: a time of day, or several
 * @point: a date with a time of day
 *
 * Returns: (transfer full): @clock with the zone of @point, if one is written: "10:30 UTC"
 */
char *
dossier_date_words_add_zone (const char *clock, const DossierDatePoint *point)
{
  int minutes = ABS (point->zone_minutes);

  if (point->zone == DOSSIER_DATE_ZONE_LOCAL)
    return g_strdup (clock);
  if (point->zone_minutes == 0)
    /* Translators: a time of day in coordinated universal time */
    return g_strdup_printf (_ ("%s UTC"), clock);

  /* Translators: a time of day, and how far its zone is from UTC: a sign, hours and minutes */
  return g_strdup_printf (_ ("%s UTC%s%02d:%02d"), clock, point->zone_minutes < 0 ? "−" : "+", minutes / 60, minutes % 60);
}

/**
 * dossier_date_words_add_clock:
 * @day: a day
 * @clock: a time of day, or several
 *
 * Returns: (transfer full): "29 March 2024, 10:30 UTC"
 */
char *
dossier_date_words_add_clock (const char *day, const char *clock)
{
  /* Translators: a day and a time of day */
  return g_strdup_printf (C_ ("day and time", "%1$s, %2$s"), day, clock);
}
