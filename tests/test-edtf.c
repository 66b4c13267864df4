/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "model/dossier-calendar.h"
#include "model/dossier-date.h"

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

  g_assert_cmpint (n_valid, >, 20);
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

  g_assert_cmpint (n_invalid, >, 10);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edtf/valid", test_valid);
  g_test_add_func ("/edtf/invalid", test_invalid);

  return g_test_run ();
}
