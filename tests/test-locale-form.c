/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-date-text.h"
#include "model/dossier-locale-form.h"

#include <locale.h>

#define DAY_FIRST   DOSSIER_DATE_ORDER_DAY_FIRST
#define MONTH_FIRST DOSSIER_DATE_ORDER_MONTH_FIRST
#define YEAR_FIRST  DOSSIER_DATE_ORDER_YEAR_FIRST

typedef struct
{
  const char *date;
  const char *date_and_time;
  const char *time;
  DossierDateOrder order;
  gboolean has_12_hours;
  const char *year_mark;
  const char *month_mark;
  const char *day_mark;
  gboolean has_gaps;
} Case;

/* What glibc 2.36 has for these languages and countries. */
static void
test_read (void)
{
  static const Case cases[] = {
    /* en_US, en_GB, de_DE, fr_FR */
    { "%m/%d/%Y", "%a %d %b %Y %r %Z", "%r", MONTH_FIRST, TRUE, "", "", "", FALSE },
    { "%d/%m/%y", "%a %d %b %Y %T %Z", "%T", DAY_FIRST, FALSE, "", "", "", FALSE },
    { "%d.%m.%Y", "%a %d %b %Y %T %Z", "%T", DAY_FIRST, FALSE, "", "", "", FALSE },
    { "%d/%m/%Y", "%a %d %b %Y %T", "%T", DAY_FIRST, FALSE, "", "", "", FALSE },
    /* sv_SE, en_CA: digits as in ISO 8601, words otherwise */
    { "%Y-%m-%d", "%a %e %b %Y %H:%M:%S", "%H:%M:%S", DAY_FIRST, FALSE, "", "", "", FALSE },
    { "%Y-%m-%d", "%a %d %b %Y %r", "%r", DAY_FIRST, TRUE, "", "", "", FALSE },
    /* ja_JP, ko_KR, hu_HU, lt_LT */
    { "%Y年%m月%d日", "%Y年%m月%d日 %H時%M分%S秒", "%H時%M分%S秒", YEAR_FIRST, FALSE, "年", "月", "日", FALSE },
    { "%Y년 %m월 %d일", "%x (%a) %r", "%H시 %M분 %S초", YEAR_FIRST, FALSE, "년", "월", "일", TRUE },
    { "%Y-%m-%d", "%Y. %b. %-e., %A, %H:%M:%S %Z", "%H:%M:%S", YEAR_FIRST, FALSE, "", "", "", FALSE },
    { "%Y-%m-%d", "%Y m. %B %d d. %T", "%T", YEAR_FIRST, FALSE, "", "", "", FALSE },
    /* ar_EG, fa_IR, en_IN */
    { "%d %b, %Y", "%d %b, %Y %I:%M:%S %p", "%Z %I:%M:%S %p", DAY_FIRST, TRUE, "", "", "", FALSE },
    { "%Oy/%Om/%Od", "%A %Oe %B %Oy، %OH:%OM:%OS", "%OH:%OM:%OS", DAY_FIRST, FALSE, "", "", "", FALSE },
    { "%d/%m/%y", "%A %d %B %Y %I:%M:%S %p", "%I:%M:%S %p %Z", DAY_FIRST, TRUE, "", "", "", FALSE },
    { "%D", "%D %T", "%T", MONTH_FIRST, FALSE, "", "", "", FALSE },
    { "%F", "%F %T", "%T", YEAR_FIRST, FALSE, "", "", "", FALSE },
    /* What no locale has */
    { "", "", "", DAY_FIRST, FALSE, "", "", "", FALSE },
    { "%", "%", "%", DAY_FIRST, FALSE, "", "", "", FALSE },
    { "%-", "%E", "%%I", DAY_FIRST, FALSE, "", "", "", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DossierLocaleForm form;

      dossier_locale_form_read (&form, cases[i].date, cases[i].date_and_time, cases[i].time);
      g_assert_cmpint (form.order, ==, cases[i].order);
      g_assert_cmpint (form.has_12_hours, ==, cases[i].has_12_hours);
      g_assert_cmpstr (form.year_mark, ==, cases[i].year_mark);
      g_assert_cmpstr (form.month_mark, ==, cases[i].month_mark);
      g_assert_cmpstr (form.day_mark, ==, cases[i].day_mark);
      g_assert_cmpint (form.has_gaps, ==, cases[i].has_gaps);
    }
}

static void
assert_text (const DossierLocaleForm *form, const char *edtf, const char *expected)
{
  g_autofree char *text = NULL;

  dossier_locale_form_set (form);
  text = dossier_edtf_to_text (edtf, DOSSIER_DATE_STYLE_LONG);
  dossier_locale_form_set (NULL);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_texts (void)
{
  const DossierLocaleForm american = { MONTH_FIRST, TRUE, "", "", "", FALSE };
  const DossierLocaleForm hungarian = { YEAR_FIRST, FALSE, "", "", "", FALSE };
  const DossierLocaleForm japanese = { YEAR_FIRST, FALSE, "年", "月", "日", FALSE };
  const DossierLocaleForm korean = { YEAR_FIRST, FALSE, "년", "월", "일", TRUE };

  assert_text (NULL, "2024-03-29", "29 March 2024");
  assert_text (&american, "2024-03-29", "March 29, 2024");
  assert_text (&american, "2024-03", "March 2024");
  assert_text (&american, "2024-04-08/2024-04-09", "April 8–9, 2024");
  assert_text (&american, "2024-03-29T15:30:00Z", "March 29, 2024, 3:30:00 PM UTC");
  assert_text (&american, "2024-03-29T00:05Z", "March 29, 2024, 12:05 AM UTC");
  assert_text (&american, "-0217-03", "March 218 BCE");
  assert_text (&hungarian, "2024-03-29", "2024 March 29");
  assert_text (&hungarian, "2024-03-29T15:30Z", "2024 March 29, 15:30 UTC");
  assert_text (&japanese, "2024-03-29", "2024年3月29日");
  assert_text (&japanese, "2024-03", "2024年3月");
  assert_text (&japanese, "-0217-03", "218 BCE 3月");
  assert_text (&korean, "2024-03-29", "2024년 3월 29일");
  assert_text (&korean, "2024-04-08/2024-04-09", "2024년 4월 8일–9일");
}

/* Without customs of its own, the order of the program's language. */
static void
test_c (void)
{
  DossierLocaleForm form;

  dossier_locale_form_get (&form);
  g_assert_cmpint (form.order, ==, DAY_FIRST);
  g_assert_false (form.has_12_hours);
}

int
main (int argc, char *argv[])
{
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  setlocale (LC_ALL, "");

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/locale-form/read", test_read);
  g_test_add_func ("/locale-form/texts", test_texts);
  g_test_add_func ("/locale-form/c", test_c);

  return g_test_run ();
}
