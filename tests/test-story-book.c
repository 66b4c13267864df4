/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-story-writer.h"
#include "model/dossier-reader.h"

#include "samples.h"

#include <string.h>

/* As a person has laid it out, with fields that nobody knows and a number that no machine holds. */
static const char *const sample =
    "{\n"
    "  \"dossier\": 1,\n"
    "  \"title\": \"T\",\n"
    "  \"actors\": [ { \"id\": \"a\", \"type\": \"state\", \"name\": \"A\" } ],\n"
    "  \"stories\": [\n"
    "    {\n"
    "      \"id\": \"first\",\n"
    "      \"x-mine\": 123456789012345678901234567890,\n"
    "      \"title\": {\"en\": \"First\", \"de\": \"Erste\"},\n"
    "      \"scenes\": [\n"
    "        { \"id\": \"s1\",   \"title\": \"One\", \"x-huge\": 1.50e2 },\n"
    "        {\n"
    "          \"id\": \"s2\",\n"
    "          \"caption\": {\"en\": \"Two\", \"de\": \"Zwei\"},\n"
    "          \"seconds\": 60\n"
    "        },\n"
    "        { \"id\": \"s3\", \"title\": \"Three\" }\n"
    "      ]\n"
    "    }\n"
    "  ]\n"
    "}\n";

static const char *const lines =
    "{\"dossier\": 1, \"title\": \"T\"}\n"
    "{\"story\": {\"id\": \"first\", \"title\": \"First\", \"scenes\": [{\"id\": \"s1\", \"x\": 1e400}]}}\n"
    "{\"actor\": {\"id\": \"a\", \"type\": \"state\", \"name\": \"A\"}}\n";

typedef struct
{
  DossierDocument *document;
  DossierChanges *changes;
  DossierStoryBook *book;
} Fixture;

static DossierDocument *
read_text (const char *text, gsize length, gboolean as_lines)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (GFile) file = g_file_new_for_path (as_lines ? "/x.dossierl" : "/x.dossier");
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (GError) error = NULL;
  DossierDocument *document = dossier_reader_read_bytes (bytes, file, NULL, report, NULL, &error);

  g_assert_no_error (error);

  return document;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const char *text = data != NULL ? data : sample;

  fixture->document = read_text (text, strlen (text), data == lines);
  fixture->changes = dossier_changes_new ();
  fixture->book = dossier_story_book_new (fixture->document, fixture->changes);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->book), (gpointer *) &fixture->book);
  g_object_unref (fixture->book);
  g_assert_null (fixture->book);
  g_assert_false (dossier_changes_can_undo (fixture->changes));
  g_object_unref (fixture->changes);
  g_object_unref (fixture->document);
}

/* What is written, which reads again. */
static char *
write_book (Fixture *fixture)
{
  g_autoptr (GBytes) bytes = dossier_story_writer_write (fixture->book, fixture->document);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr (DossierDocument) document = read_text (text, length, dossier_document_get_form (fixture->document) == DOSSIER_FORM_LINES);

  return g_strndup (text, length);
}

static char *
replace (const char *text, const char *old, const char *new)
{
  g_auto (GStrv) parts = g_strsplit (text, old, 2);

  g_assert_cmpint (g_strv_length (parts), ==, 2);

  return g_strjoinv (new, parts);
}

static void
assert_writes (Fixture *fixture, const char *expected)
{
  g_autofree char *text = write_book (fixture);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_untouched (Fixture *fixture, gconstpointer data)
{
  g_assert_false (dossier_story_book_is_changed (fixture->book));
  g_assert_cmpint (dossier_story_book_get_n_stories (fixture->book), ==, 1);
  assert_writes (fixture, data != NULL ? data : sample);
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  DossierStoryDraft *story = dossier_story_book_get_story (fixture->book, 0);
  DossierSceneDraft *first = dossier_story_draft_get_scene (story, 0);
  DossierSceneDraft *second = dossier_story_draft_get_scene (story, 1);
  g_autofree char *title = replace (sample, "\"One\"", "\"Ein “a”\\n\"");
  g_autofree char *caption = replace (title, "\"Two\"", "\"2\"");
  g_autofree char *notes = replace (caption, "\"Three\" }", "\"Three\", \"notes\": \"N\" }");
  g_autofree char *seconds = replace (notes, "60", "7.5");
  g_autofree char *no_seconds = replace (notes, ",\n          \"seconds\": 60", "");

  g_assert_cmpstr (dossier_scene_draft_get_words (first, DOSSIER_SCENE_TITLE), ==, "One");
  g_assert_cmpstr (dossier_scene_draft_get_words (first, DOSSIER_SCENE_NOTES), ==, "");
  g_assert_cmpstr (dossier_scene_draft_get_words (second, DOSSIER_SCENE_CAPTION), ==, "Two");
  g_assert_cmpfloat (dossier_scene_draft_get_seconds (second), ==, 60);

  dossier_story_book_set_words (fixture->book, story, first, DOSSIER_SCENE_TITLE, "Ein “a”\n");
  assert_writes (fixture, title);
  dossier_story_book_set_words (fixture->book, story, second, DOSSIER_SCENE_CAPTION, "2");
  assert_writes (fixture, caption);
  dossier_story_book_set_words (fixture->book, story, dossier_story_draft_get_scene (story, 2), DOSSIER_SCENE_NOTES, "N");
  assert_writes (fixture, notes);
  dossier_story_book_set_seconds (fixture->book, story, second, 7.5);
  assert_writes (fixture, seconds);
  dossier_story_book_set_seconds (fixture->book, story, second, 0);
  assert_writes (fixture, no_seconds);
  g_assert_true (dossier_story_book_is_changed (fixture->book));

  for (int i = 0; i < 5; i++)
    g_assert_nonnull (dossier_changes_undo (fixture->changes));
  assert_writes (fixture, sample);
  g_assert_false (dossier_story_book_is_changed (fixture->book));
  g_assert_null (dossier_changes_undo (fixture->changes));
}

/* What is typed without a pause is one change; another text begins another. */
static void
test_typing (Fixture *fixture, gconstpointer data)
{
  DossierStoryDraft *story = dossier_story_book_get_story (fixture->book, 0);
  DossierSceneDraft *scene = dossier_story_draft_get_scene (story, 0);

  dossier_story_book_set_words (fixture->book, story, scene, DOSSIER_SCENE_NOTES, "a");
  dossier_story_book_set_words (fixture->book, story, scene, DOSSIER_SCENE_NOTES, "ab");
  dossier_story_book_set_words (fixture->book, story, scene, DOSSIER_SCENE_NOTES, "abc");
  dossier_story_book_end_typing (fixture->book);
  dossier_story_book_set_words (fixture->book, story, scene, DOSSIER_SCENE_NOTES, "abcd");
  dossier_story_book_set_words (fixture->book, story, scene, DOSSIER_SCENE_TITLE, "t");
  dossier_story_book_set_words (fixture->book, story, scene, DOSSIER_SCENE_TITLE, "tt");

  g_assert_cmpstr (dossier_changes_undo (fixture->changes), ==, "Title changed");
  g_assert_cmpstr (dossier_scene_draft_get_words (scene, DOSSIER_SCENE_TITLE), ==, "One");
  g_assert_cmpstr (dossier_changes_undo (fixture->changes), ==, "Notes changed");
  g_assert_cmpstr (dossier_scene_draft_get_words (scene, DOSSIER_SCENE_NOTES), ==, "abc");
  dossier_changes_undo (fixture->changes);
  g_assert_cmpstr (dossier_scene_draft_get_words (scene, DOSSIER_SCENE_NOTES), ==, "");
  dossier_changes_redo (fixture->changes);
  g_assert_cmpstr (dossier_scene_draft_get_words (scene, DOSSIER_SCENE_NOTES), ==, "abc");
  /* After an undo a new word is a change of its own, not part of the one that was redone. */
  dossier_story_book_set_words (fixture->book, story, scene, DOSSIER_SCENE_NOTES, "abce");
  dossier_changes_undo (fixture->changes);
  g_assert_cmpstr (dossier_scene_draft_get_words (scene, DOSSIER_SCENE_NOTES), ==, "abc");
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  DossierStoryDraft *story = dossier_story_book_get_story (fixture->book, 0);
  DossierSceneDraft *third = dossier_story_draft_get_scene (story, 2);
  const char *second_text = "        {\n          \"id\": \"s2\",\n          \"caption\": {\"en\": \"Two\", \"de\": \"Zwei\"},\n          \"seconds\": 60\n        }";
  g_autofree char *whole = g_strconcat (second_text, ",\n        { \"id\": \"s3\", \"title\": \"Three\" }", NULL);
  g_autofree char *swapped = g_strconcat ("        { \"id\": \"s3\", \"title\": \"Three\" },\n", second_text, NULL);
  g_autofree char *moved = replace (sample, whole, swapped);
  g_autofree char *removed = replace (sample, ",\n        { \"id\": \"s3\", \"title\": \"Three\" }", "");
  g_autofree char *copied = replace (sample,
                                     "{ \"id\": \"s1\",   \"title\": \"One\", \"x-huge\": 1.50e2 },\n",
                                     "{ \"id\": \"s1\",   \"title\": \"One\", \"x-huge\": 1.50e2 },\n"
                                     "        { \"id\": \"scene-one\",   \"title\": \"One\", \"x-huge\": 1.50e2 },\n");

  dossier_story_book_move_scene (fixture->book, story, 2, 1);
  g_assert_true (dossier_story_draft_get_scene (story, 1) == third);
  assert_writes (fixture, moved);
  dossier_story_book_move_scene (fixture->book, story, 1, 3);
  dossier_story_book_move_scene (fixture->book, story, 1, -1);
  assert_writes (fixture, moved);
  dossier_changes_undo (fixture->changes);
  assert_writes (fixture, sample);

  dossier_story_book_remove_scene (fixture->book, story, 2);
  assert_writes (fixture, removed);
  dossier_changes_undo (fixture->changes);
  g_assert_true (dossier_story_draft_get_scene (story, 2) == third);

  dossier_story_book_duplicate_scene (fixture->book, story, 0);
  assert_writes (fixture, copied);
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) look = g_ptr_array_new ();
  DossierStoryDraft *story = dossier_story_book_get_story (fixture->book, 0);
  DossierStoryDraft *added;
  DossierSceneDraft *scene;
  g_autofree char *inserted = replace (sample,
                                       "        { \"id\": \"s1\"",
                                       "        {\n"
                                       "          \"id\": \"scene-what-now\",\n"
                                       "          \"title\": \"What now?\",\n"
                                       "          \"select\": \"a\"\n"
                                       "        },\n"
                                       "        { \"id\": \"s1\"");
  g_autofree char *two = replace (inserted,
                                  "      ]\n    }\n  ]\n}\n",
                                  "      ]\n    },\n"
                                  "    {\n"
                                  "      \"id\": \"story-what-now\",\n"
                                  "      \"title\": \"What Now\",\n"
                                  "      \"scenes\": [\n"
                                  "        {\n"
                                  "          \"id\": \"scene-what-now-2\",\n"
                                  "          \"title\": \"What now\"\n"
                                  "        },\n"
                                  "        {\n"
                                  "          \"id\": \"scene-1\",\n"
                                  "          \"title\": \"北\"\n"
                                  "        }\n"
                                  "      ]\n"
                                  "    }\n"
                                  "  ]\n}\n");

  g_ptr_array_add (look, (gpointer) "date");
  g_ptr_array_add (look, NULL);
  g_ptr_array_add (look, (gpointer) "select");
  g_ptr_array_add (look, (gpointer) "\"a\"");
  scene = dossier_story_book_add_scene (fixture->book, story, 0, "What now?", look);
  g_assert_cmpstr (dossier_scene_draft_get_id (scene), ==, "scene-what-now");
  assert_writes (fixture, inserted);

  added = dossier_story_book_add_story (fixture->book, "What Now");
  dossier_story_book_add_scene (fixture->book, added, 0, "What now", NULL);
  dossier_story_book_add_scene (fixture->book, added, 1, "北", NULL);
  assert_writes (fixture, two);

  dossier_story_book_remove_story (fixture->book, added);
  assert_writes (fixture, inserted);
  dossier_changes_undo (fixture->changes);
  assert_writes (fixture, two);
}

/* Ids are made of titles: ASCII, not too long, cut between words, and each there once. */
static void
test_ids (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *title;
    const char *id;
  } cases[] = {
    { "The summit", "scene-the-summit" },
    { "The summit", "scene-the-summit-2" },
    { "  “Größe” — été!  ", "scene-grosse-ete" },
    { "", "scene-1" },
    { "北京", "scene-2" },
    { "Kim receives Shoigu and a Chinese official", "scene-kim-receives-shoigu-and-a-chinese" },
    { "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "scene-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" },
    { "S1", "scene-s1" },
  };
  DossierStoryDraft *story = dossier_story_book_get_story (fixture->book, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (dossier_scene_draft_get_id (dossier_story_book_add_scene (fixture->book, story, 0, cases[i].title, NULL)), ==, cases[i].id);
}

/* A look takes the place of another, and what is not in it goes. */
static void
test_look (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) look = g_ptr_array_new ();
  DossierStoryDraft *story = dossier_story_book_get_story (fixture->book, 0);
  g_autofree char *set = replace (sample, "\"title\": \"Three\" }", "\"title\": \"Three\", \"date\": \"2024\", \"select\": \"a\" }");
  g_autofree char *unset = replace (sample, "\"title\": \"Three\" }", "\"title\": \"Three\", \"select\": \"a\" }");

  g_ptr_array_add (look, (gpointer) "date");
  g_ptr_array_add (look, (gpointer) "\"2024\"");
  g_ptr_array_add (look, (gpointer) "select");
  g_ptr_array_add (look, (gpointer) "\"a\"");
  dossier_story_book_set_look (fixture->book, story, dossier_story_draft_get_scene (story, 2), look);
  assert_writes (fixture, set);
  look->pdata[1] = NULL;
  dossier_story_book_set_look (fixture->book, story, dossier_story_draft_get_scene (story, 2), look);
  assert_writes (fixture, unset);
}

/* JSON Lines: each record stays on one line, what is new too. */
static void
test_lines (Fixture *fixture, gconstpointer data)
{
  DossierStoryDraft *story = dossier_story_book_get_story (fixture->book, 0);
  DossierStoryDraft *added;
  g_autofree char *one = replace (lines, "1e400}]", "1e400},{\"id\": \"scene-two\", \"title\": \"Two\"}]");
  g_autofree char *two = g_strconcat (one, "{\"story\": {\"id\": \"story-more\", \"title\": \"More\", \"scenes\": [{\"id\": \"scene-x\", \"title\": \"x\"}]}}\n", NULL);
  g_autofree char *none = replace (lines, "{\"story\": {\"id\": \"first\", \"title\": \"First\", \"scenes\": [{\"id\": \"s1\", \"x\": 1e400}]}}\n", "");

  dossier_story_book_add_scene (fixture->book, story, 1, "Two", NULL);
  assert_writes (fixture, one);
  added = dossier_story_book_add_story (fixture->book, "More");
  dossier_story_book_add_scene (fixture->book, added, 0, "x", NULL);
  assert_writes (fixture, two);
  dossier_story_book_remove_story (fixture->book, added);
  dossier_story_book_remove_story (fixture->book, story);
  assert_writes (fixture, none);
}

/* A dossier without any story gets one. */
static void
test_first_story (Fixture *fixture, gconstpointer data)
{
  DossierStoryDraft *story = dossier_story_book_add_story (fixture->book, "S");
  g_autofree char *text = NULL;
  g_autoptr (DossierDocument) document = NULL;

  dossier_story_book_add_scene (fixture->book, story, 0, "A", NULL);
  text = write_book (fixture);
  document = read_text (text, strlen (text), FALSE);
  g_assert_cmpint (dossier_document_get_count (document, DOSSIER_RECORD_STORY), ==, 1);
  g_assert_cmpint (dossier_document_get_count (document, DOSSIER_RECORD_SCENE), ==, 1);
}

/* Others replace them all, as one change; what says the same stays the same object. */
static void
test_replace (Fixture *fixture, gconstpointer data)
{
  DossierStoryDraft *story = dossier_story_book_get_story (fixture->book, 0);
  g_autofree char *before = dossier_story_book_dup_text (fixture->book);
  g_autofree char *after = NULL;

  dossier_story_book_replace (fixture->book, before, "Nothing");
  g_assert_false (dossier_changes_can_undo (fixture->changes));
  g_assert_true (dossier_story_book_get_story (fixture->book, 0) == story);

  dossier_story_book_replace (fixture->book, "[{\"id\": \"x\", \"title\": \"X\", \"scenes\": []}]", "Restored");
  g_assert_cmpstr (dossier_story_draft_get_title (dossier_story_book_get_story (fixture->book, 0)), ==, "X");
  g_assert_true (dossier_story_book_is_changed (fixture->book));
  g_assert_cmpstr (dossier_changes_undo (fixture->changes), ==, "Restored");
  after = dossier_story_book_dup_text (fixture->book);
  g_assert_cmpstr (after, ==, before);
}

static void
edit_at_random (Fixture *fixture, GRand *random)
{
  int n_stories = dossier_story_book_get_n_stories (fixture->book);
  DossierStoryDraft *story = n_stories > 0 ? dossier_story_book_get_story (fixture->book, g_rand_int_range (random, 0, n_stories)) : NULL;
  int n = story != NULL ? dossier_story_draft_get_n_scenes (story) : 0;
  int i = n > 0 ? g_rand_int_range (random, 0, n) : 0;
  g_autofree char *word = g_strdup_printf ("W%d", g_rand_int_range (random, 0, 6));

  switch (story == NULL ? 0 : n == 0 ? g_rand_int_range (random, 0, 4) : g_rand_int_range (random, 0, 12))
    {
    case 0:
      dossier_story_book_add_story (fixture->book, word);
      break;
    case 1:
      dossier_story_book_rename_story (fixture->book, story, word);
      break;
    case 2:
      if (g_rand_int_range (random, 0, 3) == 0)
        dossier_story_book_remove_story (fixture->book, story);
      break;
    case 3:
    case 4:
      dossier_story_book_add_scene (fixture->book, story, g_rand_int_range (random, 0, n + 1), word, NULL);
      break;
    case 5:
      dossier_story_book_duplicate_scene (fixture->book, story, i);
      break;
    case 6:
      dossier_story_book_remove_scene (fixture->book, story, i);
      break;
    case 7:
    case 8:
      dossier_story_book_move_scene (fixture->book, story, i, g_rand_int_range (random, 0, n));
      break;
    case 9:
      dossier_story_book_set_seconds (fixture->book, story, dossier_story_draft_get_scene (story, i), g_rand_int_range (random, 0, 3));
      break;
    default:
      dossier_story_book_set_words (fixture->book, story, dossier_story_draft_get_scene (story, i), (DossierSceneWords) g_rand_int_range (random, 0, 3), word);
      break;
    }
}

/* Whatever is done: every state on the way reads, and undone and done again all is as it was at each step. */
static void
test_random (Fixture *fixture, gconstpointer data)
{
  for (int seed = 0; seed < 40; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) seed);
      g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *begin = write_book (fixture);
      int n_done = 0;

      g_ptr_array_add (states, g_strdup (begin));
      for (int step = 0; step < 30; step++)
        {
          char *state;

          edit_at_random (fixture, random);
          state = write_book (fixture);
          /* Typing goes on with the change before it. */
          if (g_strcmp0 (state, g_ptr_array_index (states, states->len - 1)) == 0)
            g_free (state);
          else
            g_ptr_array_add (states, state);
          dossier_story_book_end_typing (fixture->book);
        }

      while (n_done < (int) states->len - 1)
        {
          g_autofree char *state = NULL;

          g_assert_nonnull (dossier_changes_undo (fixture->changes));
          n_done++;
          state = write_book (fixture);
          g_assert_cmpstr (state, ==, g_ptr_array_index (states, states->len - 1 - (guint) n_done));
        }
      for (guint i = 1; i < states->len; i++)
        {
          g_autofree char *state = NULL;

          g_assert_nonnull (dossier_changes_redo (fixture->changes));
          state = write_book (fixture);
          g_assert_cmpstr (state, ==, g_ptr_array_index (states, i));
        }
      while (n_done-- > 0)
        dossier_changes_undo (fixture->changes);
    }
  g_assert_false (dossier_story_book_is_changed (fixture->book));
}

/* The bundled dossier: a scene edited changes its line alone. */
static void
test_bundled (void)
{
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (DossierDocument) document = samples_read_bundled (report);
  g_autoptr (DossierChanges) changes = dossier_changes_new ();
  g_autoptr (DossierStoryBook) book = dossier_story_book_new (document, changes);
  DossierStoryDraft *story = dossier_story_book_get_story (book, 0);
  g_autoptr (GBytes) bytes = NULL;
  g_auto (GStrv) before = NULL;
  g_auto (GStrv) after = NULL;
  g_autofree char *old = g_strndup (g_bytes_get_data (dossier_document_get_bytes (document), NULL), g_bytes_get_size (dossier_document_get_bytes (document)));
  g_autofree char *new = NULL;
  int n_differ = 0;

  dossier_story_book_set_words (book, story, dossier_story_draft_get_scene (story, 3), DOSSIER_SCENE_CAPTION, "Another caption");
  bytes = dossier_story_writer_write (book, document);
  new = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  before = g_strsplit (old, "\n", -1);
  after = g_strsplit (new, "\n", -1);
  g_assert_cmpint (g_strv_length (before), ==, g_strv_length (after));
  for (guint i = 0; before[i] != NULL; i++)
    n_differ += !g_str_equal (before[i], after[i]);
  g_assert_cmpint (n_differ, ==, 1);
}

int
main (int argc, char **argv)
{
  static const char *const bare = "{\"dossier\": 1, \"title\": \"T\"}";

  g_test_init (&argc, &argv, NULL);
#define ADD(name, data, function) g_test_add ("/story-book/" name, Fixture, data, set_up, function, tear_down)
  ADD ("untouched", NULL, test_untouched);
  ADD ("untouched-lines", lines, test_untouched);
  ADD ("words", NULL, test_words);
  ADD ("typing", NULL, test_typing);
  ADD ("order", NULL, test_order);
  ADD ("new", NULL, test_new);
  ADD ("ids", NULL, test_ids);
  ADD ("look", NULL, test_look);
  ADD ("lines", lines, test_lines);
  ADD ("first-story", bare, test_first_story);
  ADD ("replace", NULL, test_replace);
  ADD ("random", NULL, test_random);
  ADD ("random-lines", lines, test_random);
  g_test_add_func ("/story-book/bundled", test_bundled);

  return g_test_run ();
}
