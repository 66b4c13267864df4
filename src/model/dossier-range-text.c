/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-range-text.h"

#include "model/dossier-calendar.h"
#include "model/dossier-date-words-private.h"
#include "model/dossier-locale-form.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A name of a month may be cut off, but not before this many letters. */
#define LEAST_MONTH 3

/* A date in words; what is not said is 0. */
typedef struct
{
  gint64 year;
  gboolean has_year;
  int month;
  int day;
  int number; /* one to 31 of which it is not known yet whether it is a day or a year, 0 if there is none */
} Words;

static const char *const english_months[] = {
  "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"
};

/* What stands between two dates; the longest first. */
static const char *const separators[] = { "…", "–", "—", " - ", "..", NULL };

static char *
fold (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return g_utf8_normalize (folded, -1, G_NORMALIZE_ALL_COMPOSE);
}

static gboolean
begins_with (const char *name, const char *word)
{
  g_autofree char *folded_name = fold (name);
  g_autofree char *folded_word = fold (word);
  gsize length = strlen (folded_word);

  if (length > 0 && folded_word[length - 1] == '.')
    folded_word[--length] = '\0';

  return g_utf8_strlen (folded_word, -1) >= LEAST_MONTH && g_str_has_prefix (folded_name, folded_word);
}

/* The number of a month by its name in the user's language or in English, 0 if it is none. */
static int
find_month (const char *word)
{
  for (int month = 1; month <= 12; month++)
    {
      g_autoptr (GDateTime) time = g_date_time_new_utc (2023, month, 1, 0, 0, 0);
      g_autofree char *alone = g_date_time_format (time, "%OB");
      g_autofree char *within = g_date_time_format (time, "%B");
      g_autofree char *shortened = g_date_time_format (time, "%b");

      if (begins_with (english_months[month - 1], word) || begins_with (alone, word) || begins_with (within, word) || begins_with (shortened, word))
        return month;
    }

  return 0;
}

static gboolean
is_number (const char *word)
{
  return word[0] != '\0' && strspn (word, "0123456789") == strlen (word) && strlen (word) <= 12;
}

static gboolean
is_before_christ (const char *word)
{
  return g_ascii_strcasecmp (word, "BCE") == 0 || g_ascii_strcasecmp (word, "BC") == 0 || g_strcmp0 (word, C_ ("era", "BCE")) == 0;
}

/* Before the number of a month that is marked as one; no name of a month begins so. */
#define MONTH_SIGN '#'

/* "2023年5月12日" is made " 2023 #5 12 ", so that it can be told apart as words are. */
static char *
dup_without_marks (const char *text)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  DossierLocaleForm form;
  gsize begin = 0; /* of the digits before the mark, in @plain */

  dossier_locale_form_get (&form);
  if (form.month_mark[0] == '\0')
    return g_strdup (text);

  while (*text != '\0')
    {
      const char *marks[] = { form.year_mark, form.month_mark, form.day_mark };
      const char *mark = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (marks) && mark == NULL; i++)
        if (marks[i][0] != '\0' && g_str_has_prefix (text, marks[i]) && plain->len > begin)
          mark = marks[i];

      if (mark == NULL)
        {
          g_string_append_c (plain, *text);
          if (!g_ascii_isdigit (*text))
            begin = plain->len;
          text++;
          continue;
        }

      if (g_str_equal (mark, form.month_mark))
        g_string_insert_c (plain, (gssize) begin, MONTH_SIGN);
      g_string_append_c (plain, ' ');
      begin = plain->len;
      text += strlen (mark);
    }

  return g_string_free (g_steal_pointer (&plain), FALSE);
}

/* A month that is marked as one, by its number; 0 if @word is none. */
static int
read_marked_month (const char *word)
{
  gint64 month = word[0] == MONTH_SIGN ? g_ascii_strtoll (word + 1, NULL, 10) : 0;

  return month >= 1 && month <= 12 ? (int) month : 0;
}

/* "29 de marzo de 2024": whether @word only joins others. */
static gboolean
is_joint (const char *word)
{
  /* Translators: what may stand between day, month and year of a date that a user types, such as “de” in Spanish */
  return g_strcmp0 (word, C_ ("within typed dates", "of")) == 0 || g_ascii_strcasecmp (word, "of") == 0;
}

static gboolean
fail (const char *text, GError **error)
{
  g_set_error (error, DOSSIER_DATE_ERROR, DOSSIER_DATE_ERROR_SYNTAX, _ ("“%s” is not understood: write 2023-05/2023-11, May 2023 or 1953 to 1960"), text);

  return FALSE;
}

/* "12 September 2023", "Sept. 12, 2023", "May", "1953", "218 BCE", "12". */
static gboolean
read_words (const char *text, Words *out_words, GError **error)
{
  g_autofree char *plain = dup_without_marks (text);
  g_autofree char *first_day = dossier_date_words_day (1);
  g_auto (GStrv) words = g_strsplit_set (plain, " ,\t", -1);
  Words found = { 0 };

  for (int i = 0; words[i] != NULL; i++)
    {
      gsize length = strlen (words[i]);
      int month;

      if (length == 0 || is_joint (words[i]))
        continue;

      /* "1er", in French. */
      if (g_str_equal (words[i], first_day))
        words[i][1] = '\0';

      /* "12." is a day, as some languages write it. */
      if (length <= 3 && length > 1 && words[i][length - 1] == '.' && g_ascii_isdigit (words[i][0]))
        words[i][length - 1] = '\0';

      if (is_number (words[i]))
        {
          gint64 number = g_ascii_strtoll (words[i], NULL, 10);

          if (number >= 1 && number <= 31 && strlen (words[i]) <= 2 && found.number == 0)
            found.number = (int) number;
          else if (!found.has_year)
            {
              found.year = number;
              found.has_year = TRUE;
            }
          else
            return fail (text, error);
        }
      else if (is_before_christ (words[i]))
        {
          if (!found.has_year && found.number == 0)
            return fail (text, error);
          if (!found.has_year)
            found.year = found.number;
          found.number = found.has_year ? found.number : 0;
          found.has_year = TRUE;
          /* There is no year 0: 1 BCE is what EDTF writes as 0000. */
          found.year = 1 - found.year;
        }
      else if (((month = read_marked_month (words[i])) > 0 || (month = find_month (words[i])) > 0) && found.month == 0)
        {
          found.month = month;
        }
      else
        {
          return fail (text, error);
        }
    }

  if (found.month == 0 && found.number == 0 && !found.has_year)
    return fail (text, error);

  *out_words = found;

  return TRUE;
}

static char *
write_year (gint64 year)
{
  if (ABS (year) > 9999)
    return g_strdup_printf ("Y%" G_GINT64_FORMAT, year);

  return g_strdup_printf ("%s%04d", year < 0 ? "-" : "", (int) ABS (year));
}

static char *
write_words (const Words *words, const char *text, GError **error)
{
  g_autofree char *year = NULL;

  if (!words->has_year || (words->day > 0 && words->month == 0))
    {
      fail (text, error);
      return NULL;
    }

  /* The reader of EDTF would say so, too, but at a place in what was not typed. */
  if (words->day > 0 && ABS (words->year) <= 9999 && words->day > dossier_calendar_days_in_month (words->year, words->month))
    {
      /* Translators: of a date that was typed, such as 31 June 2023 */
      g_set_error (error, DOSSIER_DATE_ERROR, DOSSIER_DATE_ERROR_NO_SUCH_DATE,
                   _ ("that month has no day %d, but %d days"),
                   words->day, dossier_calendar_days_in_month (words->year, words->month));
      return NULL;
    }

  year = write_year (words->year);
  if (words->day > 0)
    return g_strdup_printf ("%s-%02d-%02d", year, words->month, words->day);
  if (words->month > 0)
    return g_strdup_printf ("%s-%02d", year, words->month);

  return g_steal_pointer (&year);
}

/* A number below 32 is a day beside a month, else a year. */
static void
settle_number (Words *words)
{
  if (words->number == 0)
    return;

  if (words->month > 0)
    {
      words->day = words->number;
    }
  else if (!words->has_year)
    {
      words->year = words->number;
      words->has_year = TRUE;
    }
  words->number = 0;
}

/* What the one leaves out the other says: "May to November 2023", "12–14 September 2023", "May 2023 – June". */
static void
complete (Words *from, Words *to)
{
  settle_number (to);
  if (from->month == 0 && from->number > 0 && to->month > 0 && !from->has_year)
    from->month = to->month;
  settle_number (from);
  if (!from->has_year && to->has_year)
    {
      from->year = to->year;
      from->has_year = TRUE;
    }
  else if (!to->has_year && from->has_year)
    {
      to->year = from->year;
      to->has_year = TRUE;
    }
}

/* Whether it can only be meant as EDTF: then that says best what is wrong. */
static gboolean
looks_like_edtf (const char *text)
{
  gboolean has_year = strspn (text, "0123456789X") >= 4 || strchr ("-Y[{", text[0]) != NULL;

  return has_year && strspn (text, "0123456789-/.:TXYZES~?%[]{},+") == strlen (text) && strpbrk (text, "-/XY[{") != NULL;
}

/* Splits at " to " or a dash. Returns FALSE if there is none. */
static gboolean
split (const char *text, char **from, char **to)
{
  /* Translators: between two dates that a user types, with a space before and after it */
  const char *translated = C_ ("between typed dates", " to ");
  const char *const words[] = { translated, " to ", " until " };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *at = strstr (text, words[i]);

      if (at != NULL)
        {
          *from = g_strndup (text, (gsize) (at - text));
          *to = g_strdup (at + strlen (words[i]));
          return TRUE;
        }
    }
  for (int i = 0; separators[i] != NULL; i++)
    {
      const char *at = strstr (text, separators[i]);

      if (at != NULL)
        {
          *from = g_strndup (text, (gsize) (at - text));
          *to = g_strdup (at + strlen (separators[i]));
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
is_edtf (const char *text, GError **error)
{
  DossierSpan span;

  return dossier_date_read_span (text, strlen (text), &span, error);
}

/**
 * dossier_range_to_edtf:
 * @text: a stretch of time as somebody types it: EDTF, or dates in words with the months' names in the user's language
 *   or in English; two of them with "to" or a dash between. What one of two leaves out the other says
 * @error: #DOSSIER_DATE_ERROR
 *
 * |[
 * 2023-05/2023-11          2023-05/2023-11
 * May 2023                 2023-05
 * May to November 2023     2023-05/2023-11
 * 12–14 September 2023     2023-09-12/2023-09-14
 * Sept. 12, 2023           2023-09-12
 * 1953 to 1960             1953/1960
 * 218 BCE – 30 BCE         -0217/-0029
 * ]|
 *
 * Returns: (transfer full) (nullable): the same in EDTF, or %NULL with @error
 */
char *
dossier_range_to_edtf (const char *text, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *from_text = NULL;
  g_autofree char *to_text = NULL;
  g_autofree char *from_edtf = NULL;
  g_autofree char *to_edtf = NULL;
  g_autofree char *edtf = NULL;
  Words from, to;

  if (stripped[0] == '\0')
    {
      g_set_error_literal (error, DOSSIER_DATE_ERROR, DOSSIER_DATE_ERROR_EMPTY, _ ("no date is written"));
      return NULL;
    }
  if (strlen (stripped) > DOSSIER_DATE_MAX_LENGTH)
    {
      g_set_error_literal (error, DOSSIER_DATE_ERROR, DOSSIER_DATE_ERROR_TOO_LONG, _ ("that is too long for a date"));
      return NULL;
    }

  if (is_edtf (stripped, NULL))
    return g_steal_pointer (&stripped);
  if (looks_like_edtf (stripped) && !strstr (stripped, ".."))
    {
      is_edtf (stripped, error);
      return NULL;
    }

  if (split (stripped, &from_text, &to_text))
    {
      if (!read_words (from_text, &from, error) || !read_words (to_text, &to, error))
        return NULL;
      complete (&from, &to);
      from_edtf = write_words (&from, stripped, error);
      to_edtf = from_edtf != NULL ? write_words (&to, stripped, error) : NULL;
      if (to_edtf == NULL)
        return NULL;
      edtf = g_strdup_printf ("%s/%s", from_edtf, to_edtf);
    }
  else
    {
      if (!read_words (stripped, &from, error))
        return NULL;
      settle_number (&from);
      edtf = write_words (&from, stripped, error);
      if (edtf == NULL)
        return NULL;
    }

  /* The year may be none that EDTF can write, or out of reach. */
  return is_edtf (edtf, error) ? g_steal_pointer (&edtf) : NULL;
}

/**
 * dossier_range_read:
 * @edtf: a date in EDTF
 * @first: (out): its first second, %DOSSIER_TIME_MIN if it has no begin
 * @last: (out): its last second, %DOSSIER_TIME_MAX if it has no end
 * @error: #DOSSIER_DATE_ERROR
 *
 * Returns: whether it is a stretch of time: one that runs forward, and is not open at both ends
 */
gboolean
dossier_range_read (const char *edtf, gint64 *first, gint64 *last, GError **error)
{
  DossierSpan span;

  if (!dossier_date_read_span (edtf, strlen (edtf), &span, error))
    return FALSE;

  *first = span.start_earliest;
  *last = span.end_latest;
  if (*first == DOSSIER_TIME_MIN && *last == DOSSIER_TIME_MAX)
    {
      g_set_error_literal (error, DOSSIER_DATE_ERROR, DOSSIER_DATE_ERROR_NO_SUCH_DATE, _ ("both ends are open"));
      return FALSE;
    }
  if (dossier_span_is_backward (&span) || *first > *last)
    {
      g_set_error_literal (error, DOSSIER_DATE_ERROR, DOSSIER_DATE_ERROR_NO_SUCH_DATE, _ ("it ends before it begins"));
      return FALSE;
    }

  return TRUE;
}

/* Begin and end of a stretch, as a day and the one after its last; either may be open. */
typedef struct
{
  gint64 day;
  gboolean is_open;
} Edge;

/* How coarsely it can be written: as years, as months, or as days. */
static DossierPrecision
find_precision (const Edge edges[2])
{
  DossierPrecision precision = DOSSIER_PRECISION_YEAR;

  for (int i = 0; i < 2; i++)
    {
      gint64 year;
      int month, day;

      if (edges[i].is_open)
        continue;

      dossier_calendar_from_days (edges[i].day, &year, &month, &day);
      if (day != 1)
        return DOSSIER_PRECISION_DAY;
      if (month != 1)
        precision = DOSSIER_PRECISION_MONTH;
    }

  return precision;
}

/* A day, its month or its year as EDTF. */
static char *
write_day (gint64 days, DossierPrecision precision)
{
  Words words = { .has_year = TRUE };
  int month, day;

  dossier_calendar_from_days (days, &words.year, &month, &day);
  /* A year of more than four digits has no months. */
  if (ABS (words.year) <= 9999)
    {
      words.month = precision == DOSSIER_PRECISION_YEAR ? 0 : month;
      words.day = precision == DOSSIER_PRECISION_DAY ? day : 0;
    }

  return write_words (&words, "", NULL);
}

/**
 * dossier_range_from_times:
 * @first: the first second of a stretch of time, %DOSSIER_TIME_MIN if it has no begin
 * @last: its last second, not before @first; %DOSSIER_TIME_MAX if it has no end
 *
 * Writes the days that the stretch touches, as whole months or years where they are that: 2023-05/2023-11,
 * 2024-01-16, 2023/... Years of more than four digits are written whole.
 *
 * Returns: (transfer full): the stretch in EDTF, which dossier_range_to_edtf() understands
 */
char *
dossier_range_from_times (gint64 first, gint64 last)
{
  const Edge edges[2] = {
    { dossier_calendar_from_seconds (first, NULL), first == DOSSIER_TIME_MIN },
    { dossier_calendar_from_seconds (last, NULL) + 1, last == DOSSIER_TIME_MAX },
  };
  DossierPrecision precision;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  g_return_val_if_fail (first <= last, NULL);

  precision = find_precision (edges);
  from = edges[0].is_open ? g_strdup ("..") : write_day (edges[0].day, precision);
  to = edges[1].is_open ? g_strdup ("..") : write_day (edges[1].day - 1, precision);

  return g_str_equal (from, to) && !edges[0].is_open ? g_steal_pointer (&from) : g_strdup_printf ("%s/%s", from, to);
}
