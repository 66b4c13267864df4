/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-title-cache.h"
#include "model/dossier-reader.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  DossierTitleCache *cache;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("dossier-titles-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->cache = dossier_title_cache_new (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  dossier_title_cache_clear (fixture->cache);
  dossier_title_cache_free (fixture->cache);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

static DossierDocument *
read_text (const char *text)
{
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  DossierDocument *document = dossier_reader_read_bytes (bytes, NULL, dossier_limits_get_default (), report, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (document);

  return document;
}

static void
add (Fixture *fixture, const char *uri, const char *text)
{
  g_autoptr (DossierDocument) document = read_text (text);
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autoptr (GError) error = NULL;

  g_assert_true (dossier_title_cache_add (fixture->cache, file, document, &error));
  g_assert_no_error (error);
}

static const char harbour[] =
    "{\"dossier\": 1, \"title\": \"The Harbour\","
    " \"actors\": [{\"id\": \"a\", \"type\": \"person\", \"name\": \"Kim Jong-un\"}, {\"id\": \"b\", \"type\": \"state\", \"name\": \"대한민국\"}],"
    " \"events\": [{\"id\": \"m\", \"title\": \"Kim meets the Rösgrens\", \"date\": \"2024-03-29\"},"
    "              {\"id\": \"n\", \"title\": \"北京の会議\"},"
    "              {\"id\": \"k\", \"title\": \"Kimchi season\", \"date\": \"2024-11\"}]}";

/* Words as they are typed, and the ids of what is found, the best first. */
static void
test_search (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *words;
    const char *ids;
  } cases[] = {
    { "kim", "a m k" }, /* an actor, a whole word, the beginning of one */
    { "KIM jong", "a" },
    { "jong-un", "a" },
    { "un jong", "a" },
    { "rosgren", "m" },
    { "meets kim", "m" },
    { "im", "" },
    { "会議", "n" },
    { "대한", "b" },
    { "kim 2024", "" },
    { "  ", "" },
    { "", "" },
    { "-", "" },
  };

  add (fixture, "file:///harbour.dossier", harbour);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) words = g_strsplit (cases[i].words, " ", -1);
      g_autoptr (GPtrArray) hits = dossier_title_cache_search (fixture->cache, (const char *const *) words, 10);
      g_autoptr (GString) ids = g_string_new (NULL);

      for (guint j = 0; j < hits->len; j++)
        g_string_append_printf (ids, "%s%s", j > 0 ? " " : "", ((DossierTitleHit *) g_ptr_array_index (hits, j))->id);
      g_test_message ("%s", cases[i].words);
      g_assert_cmpstr (ids->str, ==, cases[i].ids);
    }
}

static DossierTitleHit *
find_one (Fixture *fixture, const char *word)
{
  const char *words[] = { word, NULL };
  g_autoptr (GPtrArray) hits = dossier_title_cache_search (fixture->cache, words, 1);

  return hits->len > 0 ? g_ptr_array_steal_index (hits, 0) : NULL;
}

static void
test_lookup (Fixture *fixture, gconstpointer data)
{
  const char *const strangers[] = { "", "/", "m", "../m", "0/m", "ffff/m", "harbour.titles/m" };
  g_autoptr (DossierTitleHit) hit = NULL;
  g_autoptr (DossierTitleHit) again = NULL;
  g_autofree char *missing = NULL;

  add (fixture, "file:///harbour.dossier", harbour);
  hit = find_one (fixture, "rosgrens");
  g_assert_nonnull (hit);
  again = dossier_title_cache_lookup (fixture->cache, hit->key);
  g_assert_nonnull (again);
  g_assert_cmpstr (again->uri, ==, "file:///harbour.dossier");
  g_assert_cmpstr (again->id, ==, "m");
  g_assert_cmpint (again->type, ==, DOSSIER_RECORD_EVENT);
  g_assert_cmpstr (again->title, ==, "Kim meets the Rösgrens");
  g_assert_cmpstr (again->date, ==, "29 March 2024");
  g_assert_cmpstr (again->dossier, ==, "The Harbour");

  missing = g_strconcat (hit->key, "x", NULL);
  g_assert_null (dossier_title_cache_lookup (fixture->cache, missing));
  for (gsize i = 0; i < G_N_ELEMENTS (strangers); i++)
    g_assert_null (dossier_title_cache_lookup (fixture->cache, strangers[i]));
}

/* The file that was opened longest ago goes; one that is opened again is known as it is now. */
static void
test_bounds (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) large = g_string_new ("{\"dossier\": 1, \"title\": \"Large\", \"events\": [");
  g_autoptr (DossierTitleHit) hit = NULL;
  const char *const words[] = { "title", NULL };
  g_autoptr (GPtrArray) hits = NULL;

  for (int i = 0; i <= DOSSIER_TITLE_CACHE_MOST_DOSSIERS; i++)
    {
      g_autofree char *uri = g_strdup_printf ("file:///%d.dossier", i);
      g_autofree char *text = g_strdup_printf ("{\"dossier\": 1, \"title\": \"T\", \"events\": [{\"id\": \"e\", \"title\": \"word%d\"}]}", i);

      add (fixture, uri, text);
      /* The file system may tell times only so finely. */
      g_usleep (12 * 1000);
    }
  g_assert_null (find_one (fixture, "word0"));
  for (int i = 1; i <= DOSSIER_TITLE_CACHE_MOST_DOSSIERS; i++)
    {
      g_autofree char *word = g_strdup_printf ("word%d", i);
      g_autoptr (DossierTitleHit) found = find_one (fixture, word);

      g_assert_nonnull (found);
    }

  for (int i = 0; i < DOSSIER_TITLE_CACHE_MOST_TITLES + 10; i++)
    g_string_append_printf (large, "%s{\"id\": \"e%d\", \"title\": \"title %d\"}", i > 0 ? "," : "", i, i);
  g_string_append (large, "]}");
  add (fixture, "file:///1.dossier", large->str);
  g_assert_null (find_one (fixture, "word1"));
  hits = dossier_title_cache_search (fixture->cache, words, 10 * DOSSIER_TITLE_CACHE_MOST_TITLES);
  g_assert_cmpint (hits->len, ==, DOSSIER_TITLE_CACHE_MOST_TITLES);
  hit = dossier_title_cache_lookup (fixture->cache, ((DossierTitleHit *) g_ptr_array_index (hits, 0))->key);
  g_assert_cmpstr (hit->title, ==, "title 0");
}

/* A damaged file counts as none, wherever the damage is. */
static void
test_damage (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *content = NULL;
  gsize length;

  add (fixture, "file:///harbour.dossier", harbour);
  folder = g_dir_open (fixture->folder, 0, NULL);
  path = g_build_filename (fixture->folder, g_dir_read_name (folder), NULL);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));

  for (gsize i = 0; i < length; i += 3)
    {
      g_autofree char *damaged = g_memdup2 (content, length);
      g_autoptr (DossierTitleHit) hit = NULL;

      damaged[i] = (char) ~damaged[i];
      g_assert_true (g_file_set_contents (path, damaged, (gssize) length, NULL));
      hit = find_one (fixture, "kim");
      g_assert_true (hit == NULL || g_utf8_validate (hit->title, -1, NULL));
      g_assert_true (g_file_set_contents (path, content, (gssize) i, NULL));
      g_assert_null (find_one (fixture, "kim"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/title-cache/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/title-cache/lookup", Fixture, NULL, set_up, test_lookup, tear_down);
  g_test_add ("/title-cache/bounds", Fixture, NULL, set_up, test_bounds, tear_down);
  g_test_add ("/title-cache/damage", Fixture, NULL, set_up, test_damage, tear_down);

  return g_test_run ();
}
