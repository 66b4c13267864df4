/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-records.h"

#include <locale.h>

static const char *const versions[] = {
  "de",
  "Hallo",
  "en",
  "Hello",
  "en-GB",
  "Hullo",
  "zh-Hans",
  "你好",
  "zh-Hant",
  "妳好",
  "ko",
  "안녕",
};
static const DossierText hello = { NULL, versions, G_N_ELEMENTS (versions) / 2 };

static void
test_languages (void)
{
  static const struct
  {
    const char *language;
    const char *text;
  } cases[] = {
    { "en", "Hello" },
    { "en-GB", "Hullo" },
    { "EN-gb", "Hullo" },
    { "en-US", "Hello" },
    { "de-AT", "Hallo" },
    { "ko", "안녕" },
    { "ko_KR.UTF-8", "안녕" },
    { "zh-Hant", "妳好" },
    { "zh", "你好" },
    { "k", "Hello" },
    { "kok", "Hello" },
    { "fr", "Hello" },
    { "", "Hello" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].language);
      g_assert_cmpstr (dossier_text_get (&hello, cases[i].language), ==, cases[i].text);
    }
}

/* Without a wish, the user's languages decide; the first that there is. */
static void
test_locale (void)
{
  static const struct
  {
    const char *language;
    const char *text;
  } cases[] = {
    { "ko_KR.UTF-8", "안녕" },
    { "fr_FR.UTF-8:de_DE.UTF-8", "Hallo" },
    { "zh_TW.UTF-8", "妳好" },
    { "zh_HK.UTF-8", "妳好" },
    { "zh_CN.UTF-8", "你好" },
    { "en_GB.UTF-8", "Hello" },
    { "C", "Hello" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_setenv ("LANGUAGE", cases[i].language, TRUE);
      g_test_message ("%s", cases[i].language);
      g_assert_cmpstr (dossier_text_get (&hello, NULL), ==, cases[i].text);
    }

  g_unsetenv ("LANGUAGE");
}

static void
test_others (void)
{
  static const char *const foreign[] = { "ru", "Привет", "fr", "Salut" };
  const DossierText nothing = { NULL, NULL, 0 };
  const DossierText empty = { "", NULL, 0 };
  const DossierText plain = { "Hello", NULL, 0 };
  const DossierText no_english = { NULL, foreign, 2 };

  g_assert_false (dossier_text_is_set (&nothing));
  g_assert_true (dossier_text_is_set (&empty));
  g_assert_true (dossier_text_is_set (&plain));
  g_assert_true (dossier_text_is_set (&hello));
  g_assert_cmpstr (dossier_text_get (&nothing, NULL), ==, "");
  g_assert_cmpstr (dossier_text_get (&plain, "ko"), ==, "Hello");

  /* The first, rather than none. */
  g_assert_cmpstr (dossier_text_get (&no_english, "ko"), ==, "Привет");
  g_assert_cmpstr (dossier_text_get (&no_english, "fr-CA"), ==, "Salut");
}

/* What a user reads, in which order. */
static void
test_ranks (void)
{
  g_setenv ("LANGUAGE", "ko:de", TRUE);
  g_setenv ("LC_ALL", "en_US.UTF-8", TRUE);
  setlocale (LC_ALL, "");
  g_assert_cmpint (dossier_language_get_rank ("ko"), ==, 0);
  g_assert_cmpint (dossier_language_get_rank ("de-AT"), ==, 1);
  g_assert_cmpint (dossier_language_get_rank ("en"), >, 1);
  g_assert_cmpint (dossier_language_get_rank ("fr"), ==, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/languages", test_languages);
  g_test_add_func ("/text/locale", test_locale);
  g_test_add_func ("/text/others", test_others);
  g_test_add_func ("/text/ranks", test_ranks);

  return g_test_run ();
}
