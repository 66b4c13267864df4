/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-calendar.h"
#include "model/dossier-date-text.h"
#include "model/dossier-delay-text.h"
#include "model/dossier-range-text.h"
#include "model/dossier-view-sentence.h"

#include "samples.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

/*
 * Dates, delays, numbers and whole sentences as each language writes them, with the translations of this build.
 * golden/languages.txt holds what is right, in a block for each language; with DOSSIER_WRITE_GOLDEN it is written anew.
 * A locale that the system lacks is made by localedef.
 */

static const struct
{
  const char *language;
  const char *locale;
} languages[] = {
  { "de", "de_DE" }, { "ko", "ko_KR" }, { "ru", "ru_RU" }, { "zh_CN", "zh_CN" }, { "ja", "ja_JP" }, { "fr", "fr_FR" },
  { "sv", "sv_SE" }, { "es", "es_ES" }, { "ar", "ar_EG" },
};

static const char *const dates[] = {
  "2024-03-29", "2024-03", "2024", "2024-04-08/2024-04-09", "2024-03-30/2024-04-02", "2023-05/2023-11", "1953/1960", "-0217-03-01",
  "-0217", "2024-03~", "2024-03-01~/2024-03-10~", "2024-05-01?", "196X", "19XX", "-02XX", "[2024-04-08..2024-04-09]",
  "[2024-04,2024-06]", "2024-21", "2024-35", "2024-03-29T15:30:00Z", "2024-04-11/..", "../2018", "/2018-05", "XXXX-12-XX",
  "Y12024", "Y-65000000",
};

static const char sample[] =
    "{'dossier':1,'title':'x','kinds':[{'id':'k','label':'K'}],"
    "'actors':[{'id':'RU','type':'state','name':{'en':'Russia','de':'Russland','ko':'러시아','ru':'Россия','zh-Hans':'俄罗斯',"
    "'ja':'ロシア','fr':'Russie','sv':'Ryssland','es':'Rusia','ar':'روسيا'}}],'events':["
    "{'id':'a','title':'A','kind':'k','date':'2023-05-02','participants':[{'actor':'RU','role':'participant'}]},"
    "{'id':'b','title':'B','kind':'k','date':'2023-07-27','participants':[{'actor':'RU','role':'participant'}]},"
    "{'id':'c','title':'C','kind':'k','date':'2023-11-21'}]}";

/* Where localedef puts what the system lacks; NULL until it is needed. */
static char *made_folder = NULL;

static void
make_locale (const char *locale)
{
  g_autofree char *path = NULL;
  g_autofree char *errors = NULL;
  g_autoptr (GError) error = NULL;
  const char *arguments[] = { "localedef", "-i", locale, "-f", "UTF-8", NULL, NULL };
  int status;

  if (made_folder == NULL)
    {
      made_folder = g_dir_make_tmp ("dossier-locales-XXXXXX", &error);
      g_assert_no_error (error);
      g_setenv ("LOCPATH", made_folder, TRUE);
    }
  path = g_strdup_printf ("%s/%s.UTF-8", made_folder, locale);
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return;

  arguments[5] = path;
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, &errors, &status, &error);
  g_assert_no_error (error);
  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    g_error ("localedef -i %s: %s", locale, errors);
}

static void
choose (const char *language, const char *locale)
{
  g_autofree char *name = g_strdup_printf ("%s.UTF-8", locale);

  g_setenv ("LANGUAGE", language, TRUE);
  g_setenv ("LC_ALL", name, TRUE);
  /* Once it has looked there, the C library takes what it did not find in a folder for absent for ever. */
  if (made_folder != NULL || setlocale (LC_ALL, "") == NULL)
    {
      make_locale (locale);
      g_assert_nonnull (setlocale (LC_ALL, ""));
    }
}

static void
add_delays (GString *text)
{
  static const gint64 days[] = { 0, 1, 2, 5, 14, 120, 1100, -3 };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *delay = dossier_delay_to_text (0, days[i] * DOSSIER_SECONDS_PER_DAY, DOSSIER_PRECISION_DAY, DOSSIER_DATE_STYLE_LONG);
      g_autofree char *short_delay = dossier_delay_to_text (0, days[i] * DOSSIER_SECONDS_PER_DAY, DOSSIER_PRECISION_DAY, DOSSIER_DATE_STYLE_SHORT);

      g_string_append_printf (text, "%d days\t%s | %s\n", (int) days[i], delay, short_delay);
    }
}

/* What is written for a span, typed again, is the same span. */
static void
add_typed (GString *text)
{
  static const char *const spans[] = { "2023-05", "2023-05-12", "2023-05/2023-11" };

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_autofree char *written = dossier_edtf_to_text (spans[i], DOSSIER_DATE_STYLE_LONG);
      g_autofree char *read = dossier_range_to_edtf (written, NULL);

      g_string_append_printf (text, "typed\t%s = %s\n", written, read != NULL ? read : "not understood");
    }
}

static void
add_sentences (GString *text)
{
  g_autofree char *json = samples_make_json (sample);
  g_autoptr (DossierDocument) document = samples_read_good (json);
  g_autofree char *sentence = dossier_describe_events (document, NULL, DOSSIER_TIME_MIN, DOSSIER_TIME_MAX, -1);

  g_string_append_printf (text, "sentence\t%s\n", sentence);
  for (int n = 1; n <= 1234567; n = n < 3 ? n + 1 : n < 5 ? 5 : n < 21 ? 21 : n < 1234567 ? 1234567 : n + 1)
    {
      g_string_append (text, "number\t");
      g_string_append_printf (text, ngettext ("%'d of %'d event shown", "%'d of %'d events shown", (gulong) n), n, n);
      g_string_append_c (text, '\n');
    }
  g_string_append_printf (text, "fraction\t%.3g\n", 0.675);
}

static char *
write_all (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      choose (languages[i].language, languages[i].locale);
      g_string_append_printf (text, "%s[%s]\n", i > 0 ? "\n" : "", languages[i].language);
      for (guint date = 0; date < G_N_ELEMENTS (dates); date++)
        {
          g_autofree char *long_text = dossier_edtf_to_text (dates[date], DOSSIER_DATE_STYLE_LONG);
          g_autofree char *short_text = dossier_edtf_to_text (dates[date], DOSSIER_DATE_STYLE_SHORT);

          g_string_append_printf (text, "%s\t%s | %s\n", dates[date], long_text, short_text);
        }
      add_delays (text);
      add_typed (text);
      add_sentences (text);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_golden (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "golden", "languages.txt", NULL);
  g_autofree char *text = write_all ();
  g_autofree char *expected = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) expected_lines = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("DOSSIER_WRITE_GOLDEN") != NULL)
    {
      g_file_set_contents (path, text, -1, &error);
      g_assert_no_error (error);
      return;
    }

  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  expected_lines = g_strsplit (expected, "\n", -1);
  for (int i = 0; lines[i] != NULL && expected_lines[i] != NULL; i++)
    g_assert_cmpstr (lines[i], ==, expected_lines[i]);
  g_assert_cmpint ((int) g_strv_length (lines), ==, (int) g_strv_length (expected_lines));
}

/* Whatever a language makes of it, what is written is understood when it is typed. */
static void
test_typed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    for (int month = 1; month <= 12; month++)
      {
        g_autofree char *edtf = g_strdup_printf ("2023-%02d-%02d", month, month == 1 ? 1 : 2 * month);
        g_autofree char *written = NULL;
        g_autofree char *read = NULL;

        choose (languages[i].language, languages[i].locale);
        written = dossier_edtf_to_text (edtf, DOSSIER_DATE_STYLE_LONG);
        read = dossier_range_to_edtf (written, NULL);
        g_assert_cmpstr (read, ==, edtf);
      }
}

/* The bundled dossier speaks Korean, Russian and Chinese: what is shown by its name has another one there. */
static void
test_bundled (void)
{
  static const DossierRecord types[] = {
    DOSSIER_RECORD_KIND, DOSSIER_RECORD_TIE_KIND, DOSSIER_RECORD_PLACE, DOSSIER_RECORD_ACTOR, DOSSIER_RECORD_HYPOTHESIS,
    DOSSIER_RECORD_EVENT, DOSSIER_RECORD_CLAIM, DOSSIER_RECORD_STORY,
  };
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (DossierDocument) document = samples_read_bundled (report);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      gboolean spoken = strstr ("ko ru zh_CN", languages[i].language) != NULL;

      choose (languages[i].language, languages[i].locale);
      for (guint type = 0; type < G_N_ELEMENTS (types); type++)
        for (int index = 0; index < dossier_document_get_count (document, types[type]); index++)
          {
            DossierRef ref = { types[type], index };
            g_autofree char *english = dossier_document_dup_title (document, ref, "en");
            g_autofree char *own = dossier_document_dup_title (document, ref, NULL);
            g_autofree char *upper = g_utf8_strup (english, -1);

            /* Abbreviations are the same everywhere. */
            if (!spoken || g_str_equal (english, upper))
              g_assert_cmpstr (own, ==, english);
            else
              g_assert_cmpstr (own, !=, english);
          }
      for (int index = 0; index < dossier_document_get_count (document, DOSSIER_RECORD_QUOTE); index++)
        g_assert_cmpint (dossier_document_get_quote (document, index)->translations.n, >=, 3);
    }
}

static void
remove_made (void)
{
  const char *arguments[] = { "rm", "-r", made_folder, NULL };

  if (made_folder != NULL)
    g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

int
main (int argc, char *argv[])
{
  int status;

  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("DOSSIER_TRANSLATIONS"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/languages/golden", test_golden);
  g_test_add_func ("/languages/typed", test_typed);
  g_test_add_func ("/languages/bundled", test_bundled);
  status = g_test_run ();
  remove_made ();

  return status;
}
