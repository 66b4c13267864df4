/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-locale-form.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>

/* What is used in place of the locale's; unset if has_chosen is not. */
static DossierLocaleForm chosen;
static gboolean has_chosen;

/* The next conversion of a strftime() format, without flags and modifiers; NUL at its end. */
static char
read_conversion (const char **format)
{
  const char *at = strchr (*format, '%');

  if (at == NULL)
    return '\0';

  at++;
  while (*at != '\0' && strchr ("-_0^#EO", *at) != NULL)
    at++;
  *format = *at != '\0' ? at + 1 : at;

  return *at;
}

/* Returns FALSE if the format does not name day, month and year. */
static gboolean
find_order (const char *format, DossierDateOrder *order)
{
  char first = '\0';
  char conversion;

  while ((conversion = read_conversion (&format)) != '\0')
    switch (conversion)
      {
      case 'd':
      case 'e':
        *order = first == 'm' ? DOSSIER_DATE_ORDER_MONTH_FIRST : DOSSIER_DATE_ORDER_DAY_FIRST;
        return TRUE;
      case 'm':
      case 'b':
      case 'B':
      case 'h':
        first = 'm';
        break;
      case 'D':
        *order = DOSSIER_DATE_ORDER_MONTH_FIRST;
        return TRUE;
      case 'F':
      case 'y':
      case 'Y':
      case 'G':
      case 'C':
        *order = DOSSIER_DATE_ORDER_YEAR_FIRST;
        return TRUE;
      default:
        break;
      }

  return FALSE;
}

/* Letters right behind a conversion belong to the number; signs and blanks only part it from the next. Returns
 * whether a blank follows. */
static gboolean
read_mark (const char *format, const char *conversions, char mark[16])
{
  char conversion;
  gsize length = 0;

  mark[0] = '\0';
  while ((conversion = read_conversion (&format)) != '\0')
    if (strchr (conversions, conversion) != NULL)
      {
        while (g_unichar_isalpha (g_utf8_get_char (format + length)) && length < 12)
          length = (gsize) (g_utf8_next_char (format + length) - format);
        memcpy (mark, format, length);
        mark[length] = '\0';
        return format[length] == ' ';
      }

  return FALSE;
}

/**
 * dossier_locale_form_read:
 * @form: (out caller-allocates): how dates and times are written
 * @date_format: the date format of a locale, as for strftime(), in UTF-8
 * @date_and_time_format: its format for a date with a time
 * @time_format: its format for a time
 *
 * Finds out from whole formats how their parts are written. Many locales that count days first have the order of
 * ISO 8601 for dates in digits; it is the other format then that has the order of words.
 */
void
dossier_locale_form_read (DossierLocaleForm *form,
                          const char *date_format,
                          const char *date_and_time_format,
                          const char *time_format)
{
  char conversion;

  *form = (DossierLocaleForm){ .order = DOSSIER_DATE_ORDER_DAY_FIRST };

  if (find_order (date_format, &form->order) && form->order == DOSSIER_DATE_ORDER_YEAR_FIRST)
    find_order (date_and_time_format, &form->order);
  if (form->order == DOSSIER_DATE_ORDER_YEAR_FIRST)
    {
      form->has_gaps = read_mark (date_format, "yYG", form->year_mark) && form->year_mark[0] != '\0';
      read_mark (date_format, "m", form->month_mark);
      read_mark (date_format, "de", form->day_mark);
    }

  while ((conversion = read_conversion (&time_format)) != '\0')
    form->has_12_hours |= strchr ("Ilrp", conversion) != NULL;
}

/**
 * dossier_locale_form_get:
 * @form: (out caller-allocates): how dates and times are written where the program runs
 *
 * Asks the locale of the process for times. "C" has no customs of its own: there it is the order of the program's
 * own language, and 24 hours.
 */
void
dossier_locale_form_get (DossierLocaleForm *form)
{
  const char *locale = setlocale (LC_TIME, NULL);

  if (has_chosen)
    {
      *form = chosen;
      return;
    }

  if (locale == NULL || g_str_equal (locale, "POSIX") || (locale[0] == 'C' && (locale[1] == '\0' || locale[1] == '.')))
    {
      *form = (DossierLocaleForm){ .order = DOSSIER_DATE_ORDER_DAY_FIRST };
      return;
    }

  dossier_locale_form_read (form, nl_langinfo (D_FMT), nl_langinfo (D_T_FMT), nl_langinfo (T_FMT));
  if (nl_langinfo (AM_STR)[0] == '\0')
    form->has_12_hours = FALSE;
  if (!g_utf8_validate (form->year_mark, -1, NULL) || !g_utf8_validate (form->month_mark, -1, NULL) || !g_utf8_validate (form->day_mark, -1, NULL))
    form->year_mark[0] = form->month_mark[0] = form->day_mark[0] = '\0';
}

/**
 * dossier_locale_form_set:
 * @form: (nullable): how dates and times are to be written whatever the locale; %NULL for as it has them
 *
 * For tests, which must not depend on the locales that are installed. To be called while there is but one thread.
 */
void
dossier_locale_form_set (const DossierLocaleForm *form)
{
  has_chosen = form != NULL;
  if (form != NULL)
    chosen = *form;
}
