/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-input.h"

#include "model/dossier-date-text.h"
#include "model/dossier-date.h"
#include "model/dossier-range-text.h"

#include <string.h>

/* Any text as a date: by the quick way and by the full one, which must agree, and as what a person types. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  FuzzInput input = { .data = data, .length = length };
  g_autofree char *text = fuzz_input_take_rest (&input);
  g_autoptr (GError) full_error = NULL;
  g_autoptr (GError) quick_error = NULL;
  g_autoptr (DossierDate) date = dossier_date_parse (text, -1, &full_error);
  g_autofree char *typed = NULL;
  DossierSpan span;
  gboolean good = dossier_date_read_span (text, strlen (text), &span, &quick_error);

  g_assert_true (good == (date != NULL));
  if (good)
    {
      g_assert_cmpint (span.start_earliest, ==, date->span.start_earliest);
      g_assert_cmpint (span.start_latest, ==, date->span.start_latest);
      g_assert_cmpint (span.end_earliest, ==, date->span.end_earliest);
      g_assert_cmpint (span.end_latest, ==, date->span.end_latest);
      g_assert_cmpint (span.flags, ==, date->span.flags);
      for (DossierDateStyle style = DOSSIER_DATE_STYLE_LONG; style <= DOSSIER_DATE_STYLE_SHORT; style++)
        {
          g_autofree char *words = dossier_date_to_text (date, style);

          g_assert_true (*words != '\0' && g_utf8_validate (words, -1, NULL));
        }
    }
  else
    {
      g_assert_cmpstr (full_error->message, ==, quick_error->message);
    }

  /* What is taken for a range is a date. It may run backward, which its reader tells. */
  typed = dossier_range_to_edtf (text, NULL);
  if (typed != NULL)
    {
      gint64 first, last;

      g_assert_true (dossier_date_read_span (typed, strlen (typed), &span, NULL));
      if (dossier_range_read (typed, &first, &last, NULL))
        g_assert_cmpint (first, <=, last);
    }

  return 0;
}
