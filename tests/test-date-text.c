/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-calendar.h"
#include "model/dossier-date-text.h"
#include "model/dossier-delay-text.h"

#include <locale.h>
#include <string.h>

static const struct
{
  const char *edtf;
  const char *long_text;
  const char *short_text;
} texts[] = {
  { "2024-03-29", "29 March 2024", "29 Mar 2024" },
  { "2024-03", "March 2024", "Mar 2024" },
  { "2024", "2024", "2024" },
  { "0985-05-06", "6 May 985 CE", "6 May 985 CE" },
  { "0001", "1 CE", "1 CE" },
  { "Y12345", "12345 CE", "12345 CE" },

  /* No year 0 */
  { "0000", "1 BCE", "1 BCE" },
  { "0000-12-25", "25 December 1 BCE", "25 Dec 1 BCE" },
  { "-0217", "218 BCE", "218 BCE" },
  { "-0043-03-15", "15 March 44 BCE", "15 Mar 44 BCE" },
  { "-0217/-0201", "218–202 BCE", "218–202 BCE" },
  { "-0026/0014", "27 BCE – 14 CE", "27 BCE – 14 CE" },
  { "-0001/0000", "2–1 BCE", "2–1 BCE" },
  { "[..-0001]", "before 1 BCE", "before 1 BCE" },
  { "Y-11700", "11701 BCE", "11701 BCE" },

  /* Thousands, millions and billions of years */
  { "Y-99999", "100000 BCE", "100000 BCE" },
  { "Y-100000", "100 thousand years ago", "100 kya" },
  { "Y-250E3", "250 thousand years ago", "250 kya" },
  { "Y-999499", "999 thousand years ago", "999 kya" },
  { "Y-999500", "1 million years ago", "1 Mya" },
  { "Y-17E7", "170 million years ago", "170 Mya" },
  { "Y-170000002", "170 million years ago", "170 Mya" },
  { "Y-65500000~", "around 65.5 million years ago", "c. 65.5 Mya" },
  { "Y-138E8", "13.8 billion years ago", "13.8 Gya" },
  { "Y-454E7", "4.54 billion years ago", "4.54 Gya" },
  { "Y170000002", "170 million years from now", "in 170 Myr" },
  { "Y5E9", "5 billion years from now", "in 5 Gyr" },
  { "Y-252E6/Y-201E6", "252 million years ago – 201 million years ago", "252 Mya – 201 Mya" },

  /* Times */
  { "1985-04-12T23:20:30", "12 April 1985, 23:20:30", "12 Apr 1985, 23:20" },
  { "1985-04-12T23:20:30Z", "12 April 1985, 23:20:30 UTC", "12 Apr 1985, 23:20 UTC" },
  { "1985-04-12T23:20:30+00:00", "12 April 1985, 23:20:30 UTC", "12 Apr 1985, 23:20 UTC" },
  { "1985-04-12T23:20:30-04", "12 April 1985, 23:20:30 UTC−04:00", "12 Apr 1985, 23:20 UTC−04:00" },
  { "2024-03-29T05:07+09:30", "29 March 2024, 05:07 UTC+09:30", "29 Mar 2024, 05:07 UTC+09:30" },
  { "2024-03-29T10Z", "29 March 2024, 10 h UTC", "29 Mar 2024, 10 h UTC" },
  { "2024-03-29T10:00Z/2024-03-29T12:30Z", "29 March 2024, 10:00–12:30 UTC", "29 Mar 2024, 10:00–12:30 UTC" },
  { "2024-03-29T22:00Z/2024-03-30T02:00Z", "29 March 2024, 22:00 UTC – 30 March 2024, 02:00 UTC", "29 Mar 2024, 22:00 UTC – 30 Mar 2024, 02:00 UTC" },
  { "2024-03-29T10:00Z/2024-03-29T12:30+01", "29 March 2024, 10:00 UTC – 29 March 2024, 12:30 UTC+01:00", "29 Mar 2024, 10:00 UTC – 29 Mar 2024, 12:30 UTC+01:00" },

  /* Intervals */
  { "2024-04-08/2024-04-09", "8–9 April 2024", "8–9 Apr 2024" },
  { "2024-03-30/2024-04-02", "30 March – 2 April 2024", "30 Mar – 2 Apr 2024" },
  { "2023-12-30/2024-01-02", "30 December 2023 – 2 January 2024", "30 Dec 2023 – 2 Jan 2024" },
  { "2024-03/2024-04", "March–April 2024", "Mar–Apr 2024" },
  { "2023-12/2024-01", "December 2023 – January 2024", "Dec 2023 – Jan 2024" },
  { "1964/2008", "1964–2008", "1964–2008" },
  { "2004-02-01/2005", "1 February 2004 – 2005", "1 Feb 2004 – 2005" },
  { "2024-03-29/2024-03-29", "29 March 2024", "29 Mar 2024" },
  { "1984~/2004~", "around 1984–2004", "c. 1984–2004" },
  { "1984~/2004", "around 1984 – 2004", "c. 1984 – 2004" },
  { "1984?/2004%", "possibly 1984 – possibly around 2004", "1984? – c. 2004?" },
  { "2004-06-XX/2004-07-03", "some day in June 2004 – 3 July 2004", "some day in Jun 2004 – 3 Jul 2004" },
  { "2001-21/2003-24", "spring 2001 – winter 2003", "spring 2001 – winter 2003" },
  { "196X/197X", "1960s–1970s", "1960s–1970s" },
  { "2005/2004", "2005–2004", "2005–2004" },

  /* Ends that are open or unknown */
  { "2024-04-11/..", "since 11 April 2024", "since 11 Apr 2024" },
  { "../2019", "until 2019", "until 2019" },
  { "1985/", "from 1985, end unknown", "1985 – ?" },
  { "/1985-04", "until April 1985, start unknown", "? – Apr 1985" },
  { "2019~/..", "since around 2019", "since c. 2019" },

  /* Unspecified digits */
  { "196X", "1960s", "1960s" },
  { "19XX", "20th century", "20th century" },
  { "20XX", "21st century", "21st century" },
  { "21XX", "22nd century", "22nd century" },
  { "22XX", "23rd century", "23rd century" },
  { "10XX", "11th century", "11th century" },
  { "11XX", "12th century", "12th century" },
  { "12XX", "13th century", "13th century" },
  { "00XX", "1st century", "1st century" },
  { "-01XX", "2nd century BCE", "2nd century BCE" },
  { "-021X", "between 220 BCE and 211 BCE", "between 220 BCE and 211 BCE" },
  { "1XXX", "between 1000 and 1999", "between 1000 and 1999" },
  { "XXXX", "date unknown", "date unknown" },
  { "XXXX-XX-XX", "date unknown", "date unknown" },
  { "XXXX-12-25", "25 December, year unknown", "25 Dec, year unknown" },
  { "156X-12-25", "25 December, 1560s", "25 Dec, 1560s" },
  { "2004-XX", "some month in 2004", "some month in 2004" },
  { "201X-XX", "some month, 2010s", "some month, 2010s" },
  { "1985-04-XX", "some day in April 1985", "some day in Apr 1985" },
  { "1985-XX-XX", "some day in 1985", "some day in 1985" },
  { "201X-XX-XX", "some day, 2010s", "some day, 2010s" },
  { "1985-XX-12", "day 12 of some month in 1985", "day 12 of some month in 1985" },
  { "1984-1X", "between October and December 1984", "between Oct and Dec 1984" },
  { "2024-03-2X", "between 20 and 29 March 2024", "between 20 and 29 Mar 2024" },
  { "2024-1X-05", "between 5 October and 5 December 2024", "between 5 Oct and 5 Dec 2024" },

  /* Significant digits */
  { "1950S2", "around 1950 (1900–1999)", "c. 1950" },
  { "1950S4", "1950", "1950" },
  { "1950S2~", "around 1950 (1900–1999)", "c. 1950" },
  { "1950S2?", "possibly around 1950 (1900–1999)", "c. 1950?" },
  { "Y171010000S3", "around 171 million years from now", "c. in 171 Myr" },

  /* Seasons */
  { "2001-21", "spring 2001", "spring 2001" },
  { "2001-22", "summer 2001", "summer 2001" },
  { "2001-23", "autumn 2001", "autumn 2001" },
  { "2001-24", "winter 2001", "winter 2001" },
  { "2001-25", "spring 2001 (northern hemisphere)", "spring 2001" },
  { "2001-32", "winter 2001 (southern hemisphere)", "winter 2001" },
  { "2001-33", "first quarter of 2001", "Q1 2001" },
  { "2001-36", "fourth quarter of 2001", "Q4 2001" },
  { "2001-37", "first third of 2001", "T1 2001" },
  { "2001-39", "last third of 2001", "T3 2001" },
  { "2001-40", "first half of 2001", "H1 2001" },
  { "2001-41", "second half of 2001", "H2 2001" },
  { "-0217-21", "spring 218 BCE", "spring 218 BCE" },
  { "2001-21~", "around spring 2001", "c. spring 2001" },

  /* Qualifiers */
  { "1950~", "around 1950", "c. 1950" },
  { "2024-03?", "possibly March 2024", "Mar 2024?" },
  { "2004-06-11%", "possibly around 11 June 2004", "c. 11 Jun 2004?" },
  { "2004?-06-11", "11 June 2004 (year uncertain)", "11 Jun 2004?" },
  { "2004-06~-11", "11 June 2004 (year approximate, month approximate)", "c. 11 Jun 2004" },
  { "?2004-06-~11", "11 June 2004 (year uncertain, day approximate)", "c. 11 Jun 2004?" },
  { "2004-%06-11", "11 June 2004 (month uncertain and approximate)", "c. 11 Jun 2004?" },
  { "2001-?21", "spring 2001 (season uncertain)", "spring 2001?" },
  { "?2004-?06-?11", "possibly 11 June 2004", "11 Jun 2004?" },
  { "201X~", "around 2010s", "c. 2010s" },

  /* Sets */
  { "[2023-08,2023-09]", "August or September 2023", "Aug or Sep 2023" },
  { "[2023-08,2024-09]", "August 2023 or September 2024", "Aug 2023 or Sep 2024" },
  { "[2024-04-08,2024-04-09,2024-04-12]", "8, 9 or 12 April 2024", "8, 9 or 12 Apr 2024" },
  { "[2024-03-30,2024-04-02]", "30 March or 2 April 2024", "30 Mar or 2 Apr 2024" },
  { "[1667,1668,1670..1672]", "1667, 1668 or 1670–1672", "1667, 1668 or 1670–1672" },
  { "[1667,1760-12]", "1667 or December 1760", "1667 or Dec 1760" },
  { "[1984]", "1984", "1984" },
  { "[..2018]", "before 2019", "before 2019" },
  { "[..2018~]", "around 2018 or earlier", "c. 2018 or earlier" },
  { "[..1760-12-03]", "3 December 1760 or earlier", "3 Dec 1760 or earlier" },
  { "[1760-12..]", "December 1760 or later", "Dec 1760 or later" },
  { "[1760-01,1760-02,1760-12..]", "January 1760, February 1760 or December 1760 or later", "Jan 1760, Feb 1760 or Dec 1760 or later" },
  { "[2024-04-08..2024-04-10]", "between 8 and 10 April 2024", "between 8 and 10 Apr 2024" },
  { "[1984?,1986?]", "possibly 1984 or 1986", "1984 or 1986?" },
  { "[1984?,1986]", "possibly 1984 or 1986", "1984? or 1986" },
  { "{1960,1962}", "1960 and 1962", "1960 and 1962" },
  { "{1960,1961-12}", "1960 and December 1961", "1960 and Dec 1961" },
  { "{2024-03,2024-05,2024-07}", "March, May and July 2024", "Mar, May and Jul 2024" },
  { "{1670..1672}", "1670–1672", "1670–1672" },
  { "{..1984}", "all up to 1984", "all up to 1984" },
  { "{1984..}", "all from 1984 on", "all from 1984 on" },

  /* Thirds */
  { "[2024-03-21~..2024-03-31~]", "late March 2024", "late Mar 2024" },
  { "[2024-03-11~..2024-03-20~]", "mid-March 2024", "mid-Mar 2024" },
  { "[2024-03-01~..2024-03-10~]", "early March 2024", "early Mar 2024" },
  { "2024-03-21~/2024-03-31~", "late March 2024", "late Mar 2024" },
  { "[2024-02-21~..2024-02-29~]", "late February 2024", "late Feb 2024" },
  { "[2024-02-21~..2024-02-28~]", "around 21–28 February 2024", "c. 21–28 Feb 2024" },
  { "[2024-03-21..2024-03-31]", "between 21 and 31 March 2024", "between 21 and 31 Mar 2024" },
  { "[2024-03-21%..2024-03-31%]", "possibly late March 2024", "late Mar 2024?" },
  { "[2024-03-21~..2024-03-31]", "between around 21 March 2024 and 31 March 2024", "between c. 21 Mar 2024 and 31 Mar 2024" },
  { "[2024-01~..2024-04~]", "early 2024", "early 2024" },
  { "2024-05~/2024-08~", "mid-2024", "mid-2024" },
  { "[2024-09~..2024-12~]", "late 2024", "late 2024" },
  { "[1960~..1963~]", "early 1960s", "early 1960s" },
  { "[1964~..1966~]", "mid-1960s", "mid-1960s" },
  { "[1967~..1969~]", "late 1960s", "late 1960s" },
  { "[-0217-03-21~..-0217-03-31~]", "late March 218 BCE", "late Mar 218 BCE" },
};

static void
test_texts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *long_text = dossier_edtf_to_text (texts[i].edtf, DOSSIER_DATE_STYLE_LONG);
      g_autofree char *short_text = dossier_edtf_to_text (texts[i].edtf, DOSSIER_DATE_STYLE_SHORT);

      if (g_strcmp0 (long_text, texts[i].long_text) != 0 || g_strcmp0 (short_text, texts[i].short_text) != 0)
        g_test_fail_printf ("%s: “%s”, “%s”; not “%s”, “%s”", texts[i].edtf, long_text, short_text, texts[i].long_text, texts[i].short_text);
    }
}

static void
test_unknown (void)
{
  g_autofree char *unknown = dossier_edtf_to_text (NULL, DOSSIER_DATE_STYLE_LONG);

  g_assert_cmpstr (unknown, ==, "date unknown");
  g_assert_null (dossier_edtf_to_text ("2023-02-30", DOSSIER_DATE_STYLE_LONG));
  g_assert_null (dossier_edtf_to_text ("", DOSSIER_DATE_STYLE_SHORT));
}

static void
test_instants (void)
{
  static const struct
  {
    gint64 time;
    DossierPrecision precision;
    const char *text;
  } instants[] = {
    { 1711704615, DOSSIER_PRECISION_SECOND, "29 March 2024, 09:30:15" },
    { 1711704615, DOSSIER_PRECISION_MINUTE, "29 March 2024, 09:30" },
    { 1711704615, DOSSIER_PRECISION_HOUR, "29 March 2024, 09 h" },
    { 1711704615, DOSSIER_PRECISION_DAY, "29 March 2024" },
    { 1711704615, DOSSIER_PRECISION_MONTH, "March 2024" },
    { 1711704615, DOSSIER_PRECISION_SEASON, "first quarter of 2024" },
    { 1711704615, DOSSIER_PRECISION_YEAR, "2024" },
    { 1711704615, DOSSIER_PRECISION_DECADE, "2020s" },
    { 1711704615, DOSSIER_PRECISION_CENTURY, "21st century" },
    { 1711704615, DOSSIER_PRECISION_COARSER, "2024" },
    { 0, DOSSIER_PRECISION_DAY, "1 January 1970" },
    { -1, DOSSIER_PRECISION_SECOND, "31 December 1969, 23:59:59" },
    { -69000000000, DOSSIER_PRECISION_CENTURY, "3rd century BCE" },
    { -69000000000, DOSSIER_PRECISION_DECADE, "218 BCE" },
    { G_GINT64_CONSTANT (6000000000000000000), DOSSIER_PRECISION_DECADE, "190 billion years from now" },
    { DOSSIER_TIME_MIN, DOSSIER_PRECISION_DAY, "date unknown" },
    { DOSSIER_TIME_MAX, DOSSIER_PRECISION_YEAR, "date unknown" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (instants); i++)
    {
      g_autofree char *text = dossier_time_to_text (instants[i].time, instants[i].precision, DOSSIER_DATE_STYLE_LONG);

      g_assert_cmpstr (text, ==, instants[i].text);
    }
}

static void
test_delays (void)
{
  const gint64 day = DOSSIER_SECONDS_PER_DAY;
  const gint64 noon = 19811 * day + 43200; /* 2024-03-29 */
  const struct
  {
    gint64 delay;
    DossierPrecision precision;
    const char *long_text;
    const char *short_text;
  } delays[] = {
    { 0, DOSSIER_PRECISION_DAY, "the same day", "the same day" },
    { 3600, DOSSIER_PRECISION_DAY, "the same day", "the same day" },
    { 0, DOSSIER_PRECISION_SECOND, "at the same time", "at the same time" },
    { 1, DOSSIER_PRECISION_SECOND, "1 second later", "+1 s" },
    { 59, DOSSIER_PRECISION_SECOND, "59 seconds later", "+59 s" },
    { 600, DOSSIER_PRECISION_MINUTE, "10 minutes later", "+10 min" },
    { -601, DOSSIER_PRECISION_SECOND, "about 10 minutes earlier", "−10 min" },
    { 7200, DOSSIER_PRECISION_HOUR, "2 hours later", "+2 h" },
    { 2 * day - 3600, DOSSIER_PRECISION_SECOND, "47 hours later", "+47 h" },
    { day, DOSSIER_PRECISION_DAY, "1 day later", "+1 d" },
    { 3 * day, DOSSIER_PRECISION_DAY, "3 days later", "+3 d" },
    { -3 * day, DOSSIER_PRECISION_DAY, "3 days earlier", "−3 d" },
    { 43201, DOSSIER_PRECISION_DAY, "1 day later", "+1 d" },
    { 13 * day, DOSSIER_PRECISION_DAY, "13 days later", "+13 d" },
    { 14 * day, DOSSIER_PRECISION_DAY, "2 weeks later", "+2 wk" },
    { 35 * day, DOSSIER_PRECISION_DAY, "5 weeks later", "+5 wk" },
    { 37 * day, DOSSIER_PRECISION_DAY, "about 5 weeks later", "+5 wk" },
    { 92 * day, DOSSIER_PRECISION_DAY, "3 months later", "+3 mo" }, /* 2024-06-29 */
    { 91 * day, DOSSIER_PRECISION_DAY, "about 3 months later", "+3 mo" },
    { 365 * day, DOSSIER_PRECISION_DAY, "12 months later", "+12 mo" },
    { 730 * day, DOSSIER_PRECISION_DAY, "2 years later", "+2 yr" },
    { -731 * day, DOSSIER_PRECISION_DAY, "2 years earlier", "−2 yr" },
    { G_GINT64_CONSTANT (31556952) * 250000, DOSSIER_PRECISION_YEAR, "250 thousand years later", "+250 kyr" },
    { -G_GINT64_CONSTANT (31556952) * 66000000, DOSSIER_PRECISION_YEAR, "66 million years earlier", "−66 Myr" },
    { G_GINT64_CONSTANT (31556952) * 4540000000, DOSSIER_PRECISION_YEAR, "4.54 billion years later", "+4.54 Gyr" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (delays); i++)
    {
      g_autofree char *long_text = dossier_delay_to_text (noon, noon + delays[i].delay, delays[i].precision, DOSSIER_DATE_STYLE_LONG);
      g_autofree char *short_text = dossier_delay_to_text (noon, noon + delays[i].delay, delays[i].precision, DOSSIER_DATE_STYLE_SHORT);

      g_assert_cmpstr (long_text, ==, delays[i].long_text);
      g_assert_cmpstr (short_text, ==, delays[i].short_text);
    }

  /* No overflow from one end of time to the other. */
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *text = dossier_delay_to_text (i == 0 ? DOSSIER_TIME_MIN : DOSSIER_TIME_MAX, i == 0 ? DOSSIER_TIME_MAX : DOSSIER_TIME_MIN, DOSSIER_PRECISION_SECOND, DOSSIER_DATE_STYLE_LONG);

      g_assert_true (g_str_has_suffix (text, i == 0 ? "585 billion years later" : "585 billion years earlier"));
    }
}

static void
test_delays_of_spans (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *text;
  } delays[] = {
    { "2024-03-28", "2024-03-31", "3 days later" },
    { "2024-03-31", "2024-03-28", "3 days earlier" },
    { "2024-03-28", "2024-03-28", "the same day" },
    { "2024-03-28/2024-03-30", "2024-03-29", "1 day later" },
    { "2024-03-28T10:00:00Z", "2024-03-29", "1 day later" },
    { "2024-03-28T10:00:00Z", "2024-03-28T10:45:00Z", "45 minutes later" },
    { "2024-03-28T10:00:00Z", "2024-03-28T12:45:00+02", "45 minutes later" },
    { "2024-03-28", "2024-04", "about 3 weeks later" },
    { "2024-03-28", "2024-03", "about the same time" },
    { "2024-03-28", "2024-03-31?", "about 3 days later" },
    { "2020", "2024", "about 4 years later" },
    { "2024-03-28", "2024-06-28/..", "3 months later" },
    { "2024-03-28", "../2024-06-28", NULL },
    { "/2024", "2024-06-28", NULL },
    { "[..2018]", "2024-06-28", NULL },
    { "Y-66E6", "2024", "about 66 million years later" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (delays); i++)
    {
      DossierSpan from, to;
      g_autofree char *text = NULL;

      g_assert_true (dossier_date_read_span (delays[i].from, strlen (delays[i].from), &from, NULL));
      g_assert_true (dossier_date_read_span (delays[i].to, strlen (delays[i].to), &to, NULL));
      text = dossier_span_delay_to_text (&from, &to, DOSSIER_DATE_STYLE_LONG);
      g_assert_cmpstr (text, ==, delays[i].text);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-text/texts", test_texts);
  g_test_add_func ("/date-text/unknown", test_unknown);
  g_test_add_func ("/date-text/instants", test_instants);
  g_test_add_func ("/date-text/delays", test_delays);
  g_test_add_func ("/date-text/delays-of-spans", test_delays_of_spans);

  return g_test_run ();
}
