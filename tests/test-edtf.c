/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "model/dossier-calendar.h"
#include "model/dossier-date-text.h"

/*
 * The table is tests/data/edtf.tsv; what its columns hold is written on top of it.
 */

typedef struct
{
  char *text;
  gboolean valid;
  int level;  /* of a valid one */
  char *code; /* of an invalid one */
  char *earliest;
  char *latest;
  char *flags;        /* of a valid one */
  char *message_part; /* of an invalid one */
} Row;

static void
row_free (Row *row)
{
  g_free (row->text);
  g_free (row->code);
  g_free (row->earliest);
  g_free (row->latest);
  g_free (row->flags);
  g_free (row->message_part);
  g_free (row);
}

static GPtrArray *
load_rows (void)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "edtf.tsv", NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);

  for (int i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = NULL;
      Row *row;

      if (lines[i][0] == '#' || lines[i][0] == '\0')
        continue;

      cells = g_strsplit (lines[i], "\t", -1);
      row = g_new0 (Row, 1);
      row->text = g_strcompress (cells[0]);
      row->valid = g_ascii_isdigit (cells[1][0]);
      if (row->valid)
        {
          g_assert_cmpuint (g_strv_length (cells), ==, 5);
          row->level = cells[1][0] - '0';
          row->earliest = g_strdup (cells[2]);
          row->latest = g_strdup (cells[3]);
          row->flags = g_strdup (cells[4]);
        }
      else
        {
          g_assert_cmpuint (g_strv_length (cells), ==, 3);
          row->code = g_strdup (cells[1]);
          row->message_part = g_strdup (cells[2]);
        }
      g_ptr_array_add (rows, row);
    }

  return g_steal_pointer (&rows);
}

/* An instant as the table writes it: a day, with the time where it is not the first or last second of one. */
static char *
write_time (gint64 time, gboolean is_end)
{
  gint64 year;
  int month, day, second;

  if (time == DOSSIER_TIME_MIN || time == DOSSIER_TIME_MAX)
    return g_strdup ("-");

  dossier_calendar_from_days (dossier_calendar_from_seconds (time, &second), &year, &month, &day);
  if (second == (is_end ? 86399 : 0))
    return g_strdup_printf ("%" G_GINT64_FORMAT "-%02d-%02d", year, month, day);

  return g_strdup_printf ("%" G_GINT64_FORMAT "-%02d-%02dT%02d:%02d:%02d", year, month, day, second / 3600, second / 60 % 60, second % 60);
}

/* The flags of a span as letters, then the precision of start and end as digits. */
static char *
write_flags (const DossierSpan *span)
{
  static const struct
  {
    DossierSpanFlags flag;
    char letter;
  } letters[] = {
    { DOSSIER_SPAN_UNKNOWN, '!' },
    { DOSSIER_SPAN_INTERVAL, 'i' },
    { DOSSIER_SPAN_OPEN_START, '<' },
    { DOSSIER_SPAN_OPEN_END, '>' },
    { DOSSIER_SPAN_UNKNOWN_START, '(' },
    { DOSSIER_SPAN_UNKNOWN_END, ')' },
    { DOSSIER_SPAN_UNCERTAIN, '?' },
    { DOSSIER_SPAN_APPROXIMATE, '~' },
    { DOSSIER_SPAN_ONE_OF, 'o' },
    { DOSSIER_SPAN_ALL_OF, 'a' },
  };
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    if ((span->flags & letters[i].flag) != 0)
      g_string_append_c (text, letters[i].letter);
  g_string_append_printf (text, "%d%d", span->start_precision, span->end_precision);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_valid (void)
{
  g_autoptr (GPtrArray) rows = load_rows ();
  int n_valid = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = rows->pdata[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (DossierDate) date = NULL;
      g_autofree char *earliest = NULL;
      g_autofree char *latest = NULL;
      g_autofree char *flags = NULL;

      if (!row->valid)
        continue;

      n_valid++;
      date = dossier_date_parse (row->text, -1, &error);
      if (date == NULL)
        {
          g_test_fail_printf ("%s: %s", row->text, error->message);
          continue;
        }

      earliest = write_time (date->span.start_earliest, FALSE);
      latest = write_time (date->span.end_latest, TRUE);
      flags = write_flags (&date->span);
      if (date->level != row->level || !g_str_equal (earliest, row->earliest) || !g_str_equal (latest, row->latest) || !g_str_equal (flags, row->flags))
        g_test_fail_printf ("%s: read as level %d, %s, %s, %s; not as level %d, %s, %s, %s", row->text, date->level, earliest, latest, flags, row->level, row->earliest, row->latest, row->flags);
    }

  g_assert_cmpint (n_valid, >, 250);
}

static void
test_invalid (void)
{
  static const char *const codes[] = { "empty", "too-long", "syntax", "no-such", "limit" };
  g_autoptr (GPtrArray) rows = load_rows ();
  int n_invalid = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = rows->pdata[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (DossierDate) date = NULL;

      if (row->valid)
        continue;

      n_invalid++;
      date = dossier_date_parse (row->text, -1, &error);
      if (date != NULL)
        {
          g_test_fail_printf ("%s: read, though it is not valid", row->text);
          continue;
        }
      g_assert_cmpuint (error->domain, ==, DOSSIER_DATE_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      if (!g_str_equal (codes[error->code], row->code) || strstr (error->message, row->message_part) == NULL)
        g_test_fail_printf ("%s: “%s” (%s), not “%s” (%s)", row->text, error->message, codes[error->code], row->message_part, row->code);
    }

  g_assert_cmpint (n_invalid, >, 150);
}

/* Asserts that both readers agree on @length bytes of @text, and that the span is sound. Returns whether it is valid. */
static gboolean
assert_agreement (const char *text, gsize length)
{
  /* Of exactly that size, so that a sanitizer sees who reads on. */
  g_autofree char *bytes = length > 0 ? g_memdup2 (text, length) : g_strdup ("");
  g_autoptr (GError) parse_error = NULL;
  g_autoptr (GError) read_error = NULL;
  g_autoptr (DossierDate) date = dossier_date_parse (bytes, (gssize) length, &parse_error);
  DossierSpan span = { 0 };
  gboolean valid = dossier_date_read_span (bytes, length, &span, &read_error);

  g_assert_true (valid == (date != NULL));
  g_assert_true (dossier_date_read_span (bytes, length, &span, NULL) == valid);
  if (!valid)
    {
      g_assert_error (read_error, DOSSIER_DATE_ERROR, parse_error->code);
      g_assert_cmpstr (read_error->message, ==, parse_error->message);
      g_assert_true (g_utf8_validate (read_error->message, -1, NULL));
      g_assert_null (strpbrk (read_error->message, "\033\n\t"));
      return FALSE;
    }

  g_assert_cmpint (span.start_earliest, ==, date->span.start_earliest);
  g_assert_cmpint (span.start_latest, ==, date->span.start_latest);
  g_assert_cmpint (span.end_earliest, ==, date->span.end_earliest);
  g_assert_cmpint (span.end_latest, ==, date->span.end_latest);
  g_assert_cmpint (span.flags, ==, date->span.flags);
  g_assert_cmpint (span.start_precision, ==, date->span.start_precision);
  g_assert_cmpint (span.end_precision, ==, date->span.end_precision);

  g_assert_cmpint (date->level, >=, 0);
  g_assert_cmpint (date->level, <=, 2);
  g_assert_cmpint (date->n_items, >=, 1);
  if (!dossier_span_is_backward (&span))
    {
      g_assert_cmpint (span.start_earliest, <=, span.start_latest);
      g_assert_cmpint (span.end_earliest, <=, span.end_latest);
      g_assert_cmpint (span.start_earliest, <=, span.end_latest);
    }

  /* Whatever is valid can be told. */
  for (int style = DOSSIER_DATE_STYLE_LONG; style <= DOSSIER_DATE_STYLE_SHORT; style++)
    {
      g_autofree char *told = dossier_date_to_text (date, style);

      g_assert_cmpuint (strlen (told), >, 0);
      g_assert_true (g_utf8_validate (told, -1, NULL));
      g_assert_null (strstr (told, "(null)"));
      g_assert_null (strchr (told, '%'));
    }

  return TRUE;
}

/* Changes one place of @text: a character is put in, taken out, put in place of another, or doubled. */
static void
mutate (GString *text)
{
  static const char alphabet[] = "0123456789012345678901234567890123456789----//..XXXYYESTZ?~%[]{},,:+ u\xc3\xa9";
  gssize at = g_test_rand_int_range (0, (gint32) text->len + 1);
  char c = alphabet[g_test_rand_int_range (0, sizeof alphabet - 1)];

  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      g_string_insert_c (text, at, c);
      break;
    case 1:
      if (at < (gssize) text->len)
        g_string_erase (text, at, 1);
      break;
    case 2:
      if (at < (gssize) text->len)
        text->str[at] = c;
      break;
    default:
      if (at < (gssize) text->len)
        g_string_insert_c (text, at, text->str[at]);
      break;
    }
}

static void
test_agreement (void)
{
  g_autoptr (GPtrArray) rows = load_rows ();
  int n_valid = 0;
  int n_invalid = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = rows->pdata[i];

      g_assert_true (assert_agreement (row->text, strlen (row->text)) == row->valid);

      /* Every beginning of it, and many things that it is not far from. */
      for (gsize length = 0; length < strlen (row->text); length++)
        assert_agreement (row->text, length);

      for (int j = 0; j < 200; j++)
        {
          g_autoptr (GString) text = g_string_new (row->text);
          int n_mutations = g_test_rand_int_range (1, 4);

          for (int k = 0; k < n_mutations; k++)
            mutate (text);
          if (assert_agreement (text->str, text->len))
            n_valid++;
          else
            n_invalid++;
        }
    }

  g_test_message ("%d mutations were valid, %d were not", n_valid, n_invalid);
  g_assert_cmpint (n_valid, >, 1000);
  g_assert_cmpint (n_invalid, >, 1000);
}

/* Every day of many years, and what is next to a day but none, by the quick way and the long one. */
static void
test_days (void)
{
  for (int year = 0; year <= 9999; year += year < 2100 && year > 1890 ? 1 : 97)
    for (int month = 0; month <= 13; month++)
      for (int day = 0; day <= 32; day++)
        {
          char text[16];
          gboolean valid = month >= 1 && month <= 12 && day >= 1 && day <= dossier_calendar_days_in_month (year, month);

          g_snprintf (text, sizeof text, "%04d-%02d-%02d", year, month, day);
          g_assert_true (assert_agreement (text, 10) == valid);
        }
}

static void
test_spans (void)
{
  static const struct
  {
    const char *text;
    const char *start_earliest;
    const char *start_latest;
    const char *end_earliest;
    const char *end_latest;
  } spans[] = {
    { "2024-03-29", "2024-3-29", "2024-3-29", "2024-3-29", "2024-3-29" },
    { "2024-03", "2024-3-1", "2024-3-31", "2024-3-1", "2024-3-31" },
    { "2024-04-08/2024-04-09", "2024-4-8", "2024-4-8", "2024-4-9", "2024-4-9" },
    { "2024-03/2025", "2024-3-1", "2024-3-31", "2025-1-1", "2025-12-31" },
    { "2024-03/..", "2024-3-1", "2024-3-31", "-", "-" },
    { "2024-03/", "2024-3-1", "2024-3-31", "2024-3-1", "-" },
    { "../2024-03", "-", "-", "2024-3-1", "2024-3-31" },
    { "/2024-03", "-", "2024-3-31", "2024-3-1", "2024-3-31" },
    { "[2023-08,2023-10]", "2023-8-1", "2023-10-31", "2023-8-1", "2023-10-31" },
    { "{2023-08,2023-10}", "2023-8-1", "2023-8-31", "2023-10-1", "2023-10-31" },
    { "{2023-10,2023-08}", "2023-8-1", "2023-8-31", "2023-10-1", "2023-10-31" },
    { "[..2023]", "-", "2023-12-31", "-", "2023-12-31" },
    { "[2023..]", "2023-1-1", "-", "2023-1-1", "-" },
    { "{..2023}", "-", "-", "2023-1-1", "2023-12-31" },
    { "{2023..}", "2023-1-1", "2023-12-31", "-", "-" },
    { "{1670..1672}", "1670-1-1", "1670-12-31", "1672-1-1", "1672-12-31" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      DossierSpan span;
      const char *expected[] = { spans[i].start_earliest, spans[i].start_latest, spans[i].end_earliest, spans[i].end_latest };

      g_assert_true (dossier_date_read_span (spans[i].text, strlen (spans[i].text), &span, NULL));
      for (int j = 0; j < 4; j++)
        {
          gint64 time = j == 0 ? span.start_earliest : j == 1 ? span.start_latest
                                                   : j == 2   ? span.end_earliest
                                                              : span.end_latest;
          int year, month, day, second;
          gint64 days;

          if (g_str_equal (expected[j], "-"))
            {
              g_assert_true (time == DOSSIER_TIME_MIN || time == DOSSIER_TIME_MAX);
              continue;
            }
          g_assert_cmpint (sscanf (expected[j], "%d-%d-%d", &year, &month, &day), ==, 3);
          days = dossier_calendar_from_seconds (time, &second);
          g_assert_cmpint (days, ==, dossier_calendar_to_days (year, month, day));
          g_assert_cmpint (second, ==, j % 2 == 0 ? 0 : 86399);
        }
    }
}

static void
test_backward (void)
{
  static const struct
  {
    const char *text;
    gboolean backward;
  } intervals[] = {
    { "2005/2004", TRUE },
    { "2005/2004-12", TRUE },
    { "2024-04-09/2024-04-08", TRUE },
    { "2024-03-29T10:30:00Z/2024-03-29T10:29:59Z", TRUE },
    { "2024-03-29T10:30:00Z/2024-03-29T10:30:00+01", TRUE },
    { "-0201/-0217", TRUE },
    { "Y-16E7/Y-17E7", TRUE },
    { "2004-06-15/2004-06", FALSE },
    { "2004/2004-06", FALSE },
    { "2004-06/2004", FALSE },
    { "2024-04-08/2024-04-08", FALSE },
    { "20XX/2001", FALSE },
    { "2004/..", FALSE },
    { "2004/", FALSE },
    { "../2004", FALSE },
    { "/2004", FALSE },
    { "2004", FALSE },
    { "[2005,2004]", FALSE },
    { "{2005,2004}", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (intervals); i++)
    {
      DossierSpan span;

      g_assert_true (dossier_date_read_span (intervals[i].text, strlen (intervals[i].text), &span, NULL));
      if (dossier_span_is_backward (&span) != intervals[i].backward)
        g_test_fail_printf ("%s", intervals[i].text);
    }
}

static void
test_length (void)
{
  g_autoptr (GString) text = g_string_new ("[");
  g_autoptr (GError) error = NULL;
  g_autoptr (DossierDate) date = NULL;
  g_autoptr (DossierDate) too_long = NULL;

  for (int year = 1000; year <= 1100; year++)
    g_string_append_printf (text, "%d,", year);
  g_string_append (text, "?2000]");
  g_assert_cmpuint (text->len, ==, DOSSIER_DATE_MAX_LENGTH);
  date = dossier_date_parse (text->str, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (date->n_items, ==, 102);
  g_assert_cmpint (date->items[101].first.year, ==, 2000);

  g_string_append_c (text, ' ');
  too_long = dossier_date_parse (text->str, -1, &error);
  g_assert_null (too_long);
  g_assert_error (error, DOSSIER_DATE_ERROR, DOSSIER_DATE_ERROR_TOO_LONG);
}

/* Bytes behind the given length are not read, and NUL is a character like others. */
static void
test_bytes (void)
{
  g_autoptr (DossierDate) date = dossier_date_parse ("2024-03-29", 7, NULL);
  g_autoptr (DossierDate) nothing = dossier_date_parse ("2024", 0, NULL);

  g_assert_cmpint (date->items[0].first.form, ==, DOSSIER_DATE_MONTH);
  g_assert_null (nothing);
  g_assert_false (assert_agreement ("2024\0", 5));
  g_assert_false (assert_agreement ("2024?\0", 6));
  g_assert_false (assert_agreement ("2024\0"
                                    "01",
                                    7));
  g_assert_false (assert_agreement ("\0", 1));
  g_assert_false (assert_agreement ("2024-03-2\0", 10));
  g_assert_false (assert_agreement ("2024/\0", 6));
}

/* What is kept beside the span, for who writes or explains a date. */
static void
test_items (void)
{
  g_autoptr (DossierDate) qualified = dossier_date_parse ("?2004-06~-1X", -1, NULL);
  g_autoptr (DossierDate) time = dossier_date_parse ("-0043-03-15T05:06:07-01:30", -1, NULL);
  g_autoptr (DossierDate) significant = dossier_date_parse ("Y-3388E2S3", -1, NULL);
  g_autoptr (DossierDate) set = dossier_date_parse ("{..1960,19X1-22,1984..}", -1, NULL);
  const DossierDatePoint *point;

  point = &qualified->items[0].first;
  g_assert_cmpint (point->form, ==, DOSSIER_DATE_DAY);
  g_assert_cmpint (point->year_qualifier, ==, DOSSIER_DATE_UNCERTAIN | DOSSIER_DATE_APPROXIMATE);
  g_assert_cmpint (point->month_qualifier, ==, DOSSIER_DATE_APPROXIMATE);
  g_assert_cmpint (point->day_qualifier, ==, 0);
  g_assert_cmpint (point->day, ==, 10);
  g_assert_cmpint (point->day_unspecified, ==, 1);

  point = &time->items[0].last;
  g_assert_cmpint (time->kind, ==, DOSSIER_DATE_SINGLE);
  g_assert_cmpint (point->form, ==, DOSSIER_DATE_SECOND);
  g_assert_cmpint (point->year, ==, -43);
  g_assert_cmpint (point->month, ==, 3);
  g_assert_cmpint (point->day, ==, 15);
  g_assert_cmpint (point->hour, ==, 5);
  g_assert_cmpint (point->minute, ==, 6);
  g_assert_cmpint (point->second, ==, 7);
  g_assert_cmpint (point->zone, ==, DOSSIER_DATE_ZONE_OFFSET);
  g_assert_cmpint (point->zone_minutes, ==, -90);

  point = &significant->items[0].first;
  g_assert_cmpint (point->year, ==, -338800);
  g_assert_cmpint (point->first_year, ==, -338999);
  g_assert_cmpint (point->last_year, ==, -338000);
  g_assert_cmpint (point->significant_digits, ==, 3);

  g_assert_cmpint (set->kind, ==, DOSSIER_DATE_ALL_OF);
  g_assert_cmpint (set->n_items, ==, 3);
  g_assert_true (set->items[0].is_range);
  g_assert_cmpint (set->items[0].first.form, ==, DOSSIER_DATE_OPEN);
  g_assert_cmpint (set->items[0].last.year, ==, 1960);
  g_assert_false (set->items[1].is_range);
  g_assert_cmpint (set->items[1].first.season, ==, 22);
  g_assert_cmpint (set->items[1].first.year_unspecified, ==, 2);
  g_assert_true (set->items[2].is_range);
  g_assert_cmpint (set->items[2].last.form, ==, DOSSIER_DATE_OPEN);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edtf/valid", test_valid);
  g_test_add_func ("/edtf/invalid", test_invalid);
  g_test_add_func ("/edtf/agreement", test_agreement);
  g_test_add_func ("/edtf/days", test_days);
  g_test_add_func ("/edtf/spans", test_spans);
  g_test_add_func ("/edtf/backward", test_backward);
  g_test_add_func ("/edtf/length", test_length);
  g_test_add_func ("/edtf/bytes", test_bytes);
  g_test_add_func ("/edtf/items", test_items);

  return g_test_run ();
}
