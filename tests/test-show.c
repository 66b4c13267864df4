/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "samples.h"

#include "model/dossier-show.h"

#include <math.h>

/* Five scenes of 10, 20, 0, 30 and 40 seconds; the third does not say how long it stays. */
#define DOCUMENT                                              \
  "{'dossier':1,'title':'T','stories':["                      \
  "{'id':'none','title':'None','scenes':[]},"                 \
  "{'id':'talk','title':'Talk','scenes':["                    \
  "{'id':'s1','title':'The question','seconds':10},"          \
  "{'id':'s2','title':'A summit in September','seconds':20}," \
  "{'id':'s3'},"                                              \
  "{'id':'s4','title':'Who objects','seconds':30},"           \
  "{'id':'s5','title':'Conclusion','seconds':40}]}]}"

typedef struct
{
  DossierDocument *document;
  DossierShow *show;
  gint64 now;
  int n_scene_changes;
  int n_audience_changes;
  int n_state_changes;
} Fixture;

static gint64
get_time (gpointer data)
{
  return ((Fixture *) data)->now;
}

static void
count_cb (DossierShow *show, int *n)
{
  (*n)++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->now = 1000 * G_USEC_PER_SEC;
  fixture->document = samples_read_good (DOCUMENT);
  fixture->show = dossier_show_new (fixture->document, 1, 0);
  dossier_show_set_time_func (fixture->show, get_time, fixture);
  g_signal_connect (fixture->show, "scene-changed", G_CALLBACK (count_cb), &fixture->n_scene_changes);
  g_signal_connect (fixture->show, "audience-changed", G_CALLBACK (count_cb), &fixture->n_audience_changes);
  g_signal_connect (fixture->show, "state-changed", G_CALLBACK (count_cb), &fixture->n_state_changes);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  DossierShow *gone = fixture->show;

  g_object_add_weak_pointer (G_OBJECT (gone), (gpointer *) &gone);
  g_object_unref (fixture->show);
  g_assert_null (gone);
  g_object_unref (fixture->document);
}

/* Waits, as a program does that looks after the show ten times a second. */
static void
wait_for (Fixture *fixture, double seconds)
{
  gint64 end = fixture->now + (gint64) (seconds * G_USEC_PER_SEC);

  while (fixture->now < end)
    {
      fixture->now = MIN (fixture->now + G_USEC_PER_SEC / 10, end);
      dossier_show_tick (fixture->show);
    }
}

static void
assert_at (Fixture *fixture, int position, int shown)
{
  g_assert_cmpint (dossier_show_get_position (fixture->show), ==, position);
  g_assert_cmpint (dossier_show_get_shown (fixture->show), ==, shown);
}

/*
 * What is done, letter by letter: > < a scene on or back, }{ the first and last, gN goes to the scene N, h back in the
 * history, m sets the bookmark, r returns to it, f freezes, b and w blank, e escapes.
 */
static void
do_steps (DossierShow *show, const char *steps)
{
  for (const char *p = steps; *p != '\0'; p++)
    switch (*p)
      {
      case '>':
        dossier_show_step (show, 1);
        break;
      case '<':
        dossier_show_step (show, -1);
        break;
      case '}':
        dossier_show_go_to (show, dossier_show_get_n_scenes (show) - 1);
        break;
      case '{':
        dossier_show_go_to (show, 0);
        break;
      case 'g':
        dossier_show_go_to (show, *++p - '1');
        break;
      case 'h':
        dossier_show_go_back (show);
        break;
      case 'm':
        dossier_show_toggle_bookmark (show);
        break;
      case 'r':
        dossier_show_return_to_bookmark (show);
        break;
      case 'f':
        dossier_show_toggle_frozen (show);
        break;
      case 'b':
        dossier_show_toggle_blank (show, DOSSIER_BLANK_BLACK);
        break;
      case 'w':
        dossier_show_toggle_blank (show, DOSSIER_BLANK_WHITE);
        break;
      case 'e':
        dossier_show_escape (show);
        break;
      default:
        g_assert_not_reached ();
      }
}

static void
test_moves (void)
{
  static const struct
  {
    const char *steps;
    int position, shown, bookmark;
    DossierBlank blank;
    gboolean is_frozen;
  } cases[] = {
    { "", 0, 0, -1, DOSSIER_BLANK_NONE, FALSE },
    { "<", 0, 0, -1, DOSSIER_BLANK_NONE, FALSE },
    { ">>", 2, 2, -1, DOSSIER_BLANK_NONE, FALSE },
    { ">>>>>>>", 4, 4, -1, DOSSIER_BLANK_NONE, FALSE },
    { "}", 4, 4, -1, DOSSIER_BLANK_NONE, FALSE },
    { "}h", 0, 0, -1, DOSSIER_BLANK_NONE, FALSE },
    { "h", 0, 0, -1, DOSSIER_BLANK_NONE, FALSE },
    /* A step is no jump: back leads to where the last jump began. */
    { ">g4>>h", 1, 1, -1, DOSSIER_BLANK_NONE, FALSE },
    { ">g4g2g5hhh", 1, 1, -1, DOSSIER_BLANK_NONE, FALSE },
    { "g3g3h", 0, 0, -1, DOSSIER_BLANK_NONE, FALSE },
    { ">m>>r", 1, 1, 1, DOSSIER_BLANK_NONE, FALSE },
    { ">m>>rh", 3, 3, 1, DOSSIER_BLANK_NONE, FALSE },
    { ">mm", 1, 1, -1, DOSSIER_BLANK_NONE, FALSE },
    { ">>r", 2, 2, -1, DOSSIER_BLANK_NONE, FALSE },
    { ">f>>", 3, 1, -1, DOSSIER_BLANK_NONE, TRUE },
    { ">f>>f", 3, 3, -1, DOSSIER_BLANK_NONE, FALSE },
    { ">f>>f>", 4, 4, -1, DOSSIER_BLANK_NONE, FALSE },
    { ">f>>e", 3, 3, -1, DOSSIER_BLANK_NONE, FALSE },
    { "b>", 1, 1, -1, DOSSIER_BLANK_BLACK, FALSE },
    { "bb", 0, 0, -1, DOSSIER_BLANK_NONE, FALSE },
    { "bw", 0, 0, -1, DOSSIER_BLANK_WHITE, FALSE },
    { "bww", 0, 0, -1, DOSSIER_BLANK_NONE, FALSE },
    { "fb>e", 1, 0, -1, DOSSIER_BLANK_NONE, TRUE },
    { "fb>ee", 1, 1, -1, DOSSIER_BLANK_NONE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture fixture = { 0 };

      g_test_message ("%s", cases[i].steps);
      set_up (&fixture, NULL);
      do_steps (fixture.show, cases[i].steps);
      assert_at (&fixture, cases[i].position, cases[i].shown);
      g_assert_cmpint (dossier_show_get_bookmark (fixture.show), ==, cases[i].bookmark);
      g_assert_cmpint (dossier_show_get_blank (fixture.show), ==, cases[i].blank);
      g_assert_cmpint (dossier_show_is_frozen (fixture.show), ==, cases[i].is_frozen);
      tear_down (&fixture, NULL);
    }
}

/* Whatever is done, in any order: the position is one of the story, and the audience is elsewhere only while frozen. */
static void
test_any_order (void)
{
  static const char letters[] = "><{}hmrfbwe";
  g_autoptr (GRand) random = g_rand_new_with_seed (6);
  Fixture fixture = { 0 };

  set_up (&fixture, NULL);
  for (int i = 0; i < 5000; i++)
    {
      char step[3] = { letters[g_rand_int_range (random, 0, (int) sizeof letters - 1)], 0, 0 };
      int shown = dossier_show_get_shown (fixture.show);
      gboolean was_frozen = dossier_show_is_frozen (fixture.show);

      if (g_rand_int_range (random, 0, 4) == 0)
        {
          step[0] = 'g';
          step[1] = (char) g_rand_int_range (random, '1', '6');
        }
      do_steps (fixture.show, step);
      g_assert_cmpint (dossier_show_get_position (fixture.show), >=, 0);
      g_assert_cmpint (dossier_show_get_position (fixture.show), <, 5);
      if (was_frozen && dossier_show_is_frozen (fixture.show))
        g_assert_cmpint (dossier_show_get_shown (fixture.show), ==, shown);
      if (!dossier_show_is_frozen (fixture.show))
        g_assert_cmpint (dossier_show_get_shown (fixture.show), ==, dossier_show_get_position (fixture.show));
    }
  tear_down (&fixture, NULL);
}

static void
test_signals (Fixture *fixture, gconstpointer data)
{
  dossier_show_step (fixture->show, 1);
  g_assert_cmpint (fixture->n_scene_changes, ==, 1);
  g_assert_cmpint (fixture->n_audience_changes, ==, 1);

  /* Nothing changes for an audience that is frozen, until it follows. */
  dossier_show_toggle_frozen (fixture->show);
  dossier_show_step (fixture->show, 1);
  g_assert_cmpint (fixture->n_scene_changes, ==, 2);
  g_assert_cmpint (fixture->n_audience_changes, ==, 1);
  dossier_show_toggle_frozen (fixture->show);
  g_assert_cmpint (fixture->n_audience_changes, ==, 2);
  dossier_show_toggle_frozen (fixture->show);
  dossier_show_toggle_frozen (fixture->show);
  g_assert_cmpint (fixture->n_audience_changes, ==, 2);

  /* Nor where there is nowhere to go. */
  dossier_show_go_to (fixture->show, 2);
  g_assert_true (dossier_show_step (fixture->show, 9));
  g_assert_false (dossier_show_step (fixture->show, 1));
  g_assert_cmpint (fixture->n_scene_changes, ==, 3);

  /* Where the pointer is matters to the audience with a tool only. */
  dossier_show_set_point (fixture->show, 0.5, 0.5);
  g_assert_cmpint (fixture->n_audience_changes, ==, 3);
  dossier_show_set_tool (fixture->show, DOSSIER_SHOW_TOOL_SPOTLIGHT);
  dossier_show_set_tool (fixture->show, DOSSIER_SHOW_TOOL_SPOTLIGHT);
  dossier_show_set_point (fixture->show, 0.6, 0.5);
  dossier_show_set_point (fixture->show, 0.6, 0.5);
  dossier_show_set_point (fixture->show, NAN, NAN);
  dossier_show_set_point (fixture->show, NAN, NAN);
  g_assert_cmpint (fixture->n_audience_changes, ==, 6);
}

static void
test_titles (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (dossier_show_get_title (fixture->show, 0), ==, "The question");
  g_assert_cmpstr (dossier_show_get_title (fixture->show, 2), ==, "s3");
  g_assert_cmpint (dossier_show_get_n_scenes (fixture->show), ==, 5);
  g_assert_cmpint (dossier_show_get_story_index (fixture->show), ==, 1);
  g_assert_cmpstr (dossier_show_get_story (fixture->show)->id, ==, "talk");
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *words;
    int scene;
  } cases[] = {
    { "1", 0 },
    { " 5 ", 4 },
    { "0", -1 },
    { "6", -1 },
    { "99999999999999999999999", -1 },
    { "", -1 },
    { "  ", -1 },
    { "summit", 1 },
    { "sept", 1 },
    { "SUMMIT", 1 },
    { "who", 3 },
    { "concl", 4 },
    { "s3", 2 },
    { "nowhere", -1 },
    { "-1", -1 },
  };
  g_autoptr (GArray) scenes = g_array_new (FALSE, FALSE, sizeof (int));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s”", cases[i].words);
      g_assert_cmpint (dossier_show_find (fixture->show, cases[i].words), ==, cases[i].scene);
    }

  dossier_show_list_found (fixture->show, "", scenes);
  g_assert_cmpuint (scenes->len, ==, 5);
  g_assert_cmpint (g_array_index (scenes, int, 3), ==, 3);
  dossier_show_list_found (fixture->show, "nowhere", scenes);
  g_assert_cmpuint (scenes->len, ==, 0);
}

static void
type (Fixture *fixture, const char *digits)
{
  for (const char *p = digits; *p != '\0'; p++)
    dossier_show_type_digit (fixture->show, *p - '0');
}

/* A number that is confirmed is a scene; a digit alone is a tool, but for what can still become of it. */
static void
test_digits (Fixture *fixture, gconstpointer data)
{
  g_assert_false (dossier_show_confirm_number (fixture->show));
  type (fixture, "4");
  g_assert_cmpstr (dossier_show_get_number (fixture->show), ==, "4");
  g_assert_true (dossier_show_confirm_number (fixture->show));
  g_assert_cmpstr (dossier_show_get_number (fixture->show), ==, "");
  assert_at (fixture, 3, 3);

  /* No scene has that number: one stays. */
  type (fixture, "42");
  g_assert_true (dossier_show_confirm_number (fixture->show));
  assert_at (fixture, 3, 3);

  /* At once it is no tool, soon it is, and a number still if it is confirmed then. */
  type (fixture, "5");
  wait_for (fixture, 0.3);
  g_assert_cmpint (dossier_show_get_tool (fixture->show), ==, DOSSIER_SHOW_TOOL_NONE);
  wait_for (fixture, 0.5);
  g_assert_cmpint (dossier_show_get_tool (fixture->show), ==, DOSSIER_SHOW_TOOL_SPOTLIGHT);
  g_assert_cmpstr (dossier_show_get_number (fixture->show), ==, "");
  g_assert_true (dossier_show_confirm_number (fixture->show));
  g_assert_cmpint (dossier_show_get_tool (fixture->show), ==, DOSSIER_SHOW_TOOL_NONE);
  assert_at (fixture, 4, 4);

  /* Not confirmed, it is forgotten and the tool stays. */
  type (fixture, "2");
  wait_for (fixture, 5);
  g_assert_cmpint (dossier_show_get_tool (fixture->show), ==, DOSSIER_SHOW_TOOL_POINTER);
  g_assert_cmpstr (dossier_show_get_number (fixture->show), ==, "");
  g_assert_false (dossier_show_confirm_number (fixture->show));
  type (fixture, "1");
  wait_for (fixture, 5);
  g_assert_cmpint (dossier_show_get_tool (fixture->show), ==, DOSSIER_SHOW_TOOL_NONE);

  /* Typed slowly, it is a number still. */
  type (fixture, "2");
  wait_for (fixture, 1);
  type (fixture, "1");
  g_assert_cmpint (dossier_show_get_tool (fixture->show), ==, DOSSIER_SHOW_TOOL_NONE);
  wait_for (fixture, 1);
  g_assert_cmpstr (dossier_show_get_number (fixture->show), ==, "21");
  g_assert_cmpint (dossier_show_get_tool (fixture->show), ==, DOSSIER_SHOW_TOOL_NONE);
  g_assert_true (dossier_show_escape (fixture->show));
  g_assert_cmpstr (dossier_show_get_number (fixture->show), ==, "");

  /* A digit that is no tool, and more than any story needs. */
  type (fixture, "7");
  wait_for (fixture, 1);
  g_assert_cmpint (dossier_show_get_tool (fixture->show), ==, DOSSIER_SHOW_TOOL_NONE);
  type (fixture, "12345");
  g_assert_cmpuint (strlen (dossier_show_get_number (fixture->show)), <, 5);
}

/* Each press takes back one thing, and only then is the show to be left. */
static void
test_escape (Fixture *fixture, gconstpointer data)
{
  g_assert_false (dossier_show_escape (fixture->show));

  dossier_show_set_playing (fixture->show, TRUE);
  type (fixture, "5");
  wait_for (fixture, 5);
  do_steps (fixture->show, "fb");
  type (fixture, "3");

  g_assert_true (dossier_show_escape (fixture->show));
  g_assert_cmpstr (dossier_show_get_number (fixture->show), ==, "");
  g_assert_true (dossier_show_escape (fixture->show));
  g_assert_cmpint (dossier_show_get_blank (fixture->show), ==, DOSSIER_BLANK_NONE);
  g_assert_true (dossier_show_escape (fixture->show));
  g_assert_false (dossier_show_is_frozen (fixture->show));
  g_assert_true (dossier_show_escape (fixture->show));
  g_assert_cmpint (dossier_show_get_tool (fixture->show), ==, DOSSIER_SHOW_TOOL_NONE);
  g_assert_true (dossier_show_escape (fixture->show));
  g_assert_false (dossier_show_is_playing (fixture->show));
  g_assert_false (dossier_show_escape (fixture->show));
}

/* The stop watch begins when the first scene is left; what it shows goes on only while it runs. */
static void
test_clock (Fixture *fixture, gconstpointer data)
{
  wait_for (fixture, 100);
  g_assert_false (dossier_show_is_clock_running (fixture->show));
  g_assert_cmpfloat (dossier_show_get_elapsed (fixture->show), ==, 0);
  g_assert_cmpfloat (dossier_show_get_scene_elapsed (fixture->show), ==, 100);

  dossier_show_step (fixture->show, 1);
  g_assert_true (dossier_show_is_clock_running (fixture->show));
  wait_for (fixture, 7);
  g_assert_cmpfloat (dossier_show_get_elapsed (fixture->show), ==, 7);
  dossier_show_step (fixture->show, 1);
  wait_for (fixture, 3);
  g_assert_cmpfloat (dossier_show_get_elapsed (fixture->show), ==, 10);
  g_assert_cmpfloat (dossier_show_get_scene_elapsed (fixture->show), ==, 3);

  /* Stopped, it stays so, and steps do not start it again. */
  dossier_show_toggle_clock (fixture->show);
  wait_for (fixture, 5);
  dossier_show_step (fixture->show, 1);
  wait_for (fixture, 5);
  g_assert_cmpfloat (dossier_show_get_elapsed (fixture->show), ==, 10);
  dossier_show_toggle_clock (fixture->show);
  wait_for (fixture, 5);
  g_assert_cmpfloat (dossier_show_get_elapsed (fixture->show), ==, 15);

  /* Set back while it runs, it runs on; while it stands, it starts with the next step. */
  dossier_show_reset_clock (fixture->show);
  wait_for (fixture, 2);
  g_assert_cmpfloat (dossier_show_get_elapsed (fixture->show), ==, 2);
  dossier_show_toggle_clock (fixture->show);
  dossier_show_reset_clock (fixture->show);
  wait_for (fixture, 2);
  g_assert_cmpfloat (dossier_show_get_elapsed (fixture->show), ==, 0);
  dossier_show_step (fixture->show, -1);
  wait_for (fixture, 2);
  g_assert_cmpfloat (dossier_show_get_elapsed (fixture->show), ==, 2);
}

static void
test_pace (void)
{
  static const double budgets[] = { 10, 20, 0, 30, 40 };
  static const double nothing[] = { 0, 0 };
  static const struct
  {
    int position;
    double elapsed;
    double deviation;
    DossierPace pace;
  } cases[] = {
    { 0, 0, 0, DOSSIER_PACE_ON_TIME },
    { 0, 10, 0, DOSSIER_PACE_ON_TIME },
    { 0, 25, 15, DOSSIER_PACE_ON_TIME },
    { 0, 26, 16, DOSSIER_PACE_LATE },
    { 0, 70, 60, DOSSIER_PACE_LATE },
    { 0, 71, 61, DOSSIER_PACE_TOO_LATE },
    { 1, 5, -5, DOSSIER_PACE_ON_TIME },
    { 1, 10, 0, DOSSIER_PACE_ON_TIME },
    { 1, 30, 0, DOSSIER_PACE_ON_TIME },
    /* The third counts as the mean of the others, 25 seconds. */
    { 2, 55, 0, DOSSIER_PACE_ON_TIME },
    { 2, 60, 5, DOSSIER_PACE_ON_TIME },
    { 3, 50, -5, DOSSIER_PACE_ON_TIME },
    { 4, 25, -60, DOSSIER_PACE_ON_TIME },
    { 4, 24, -61, DOSSIER_PACE_AHEAD },
    { 4, 125, 0, DOSSIER_PACE_ON_TIME },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double deviation = dossier_pace_get_deviation (budgets, G_N_ELEMENTS (budgets), cases[i].position, cases[i].elapsed);

      g_assert_cmpfloat (deviation, ==, cases[i].deviation);
      g_assert_cmpint (dossier_pace_judge (deviation), ==, cases[i].pace);
    }
  g_assert_cmpint (dossier_pace_judge (dossier_pace_get_deviation (nothing, 2, 1, 50)), ==, DOSSIER_PACE_UNKNOWN);
}

static void
test_planned (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpfloat (dossier_show_get_planned (fixture->show), ==, 100);
  dossier_show_step (fixture->show, 1);
  wait_for (fixture, 52);
  g_assert_cmpfloat (dossier_show_get_deviation (fixture->show), ==, 22);
}

/* Each scene stays as long as it says, but for the time in which the audience does not see it. */
static void
test_play (Fixture *fixture, gconstpointer data)
{
  dossier_show_set_playing (fixture->show, TRUE);
  wait_for (fixture, 9.9);
  assert_at (fixture, 0, 0);
  wait_for (fixture, 0.2);
  assert_at (fixture, 1, 1);

  wait_for (fixture, 10);
  dossier_show_toggle_blank (fixture->show, DOSSIER_BLANK_BLACK);
  wait_for (fixture, 100);
  assert_at (fixture, 1, 1);
  dossier_show_toggle_blank (fixture->show, DOSSIER_BLANK_BLACK);
  dossier_show_toggle_frozen (fixture->show);
  wait_for (fixture, 100);
  dossier_show_toggle_frozen (fixture->show);
  assert_at (fixture, 1, 1);
  wait_for (fixture, 9);
  assert_at (fixture, 1, 1);
  wait_for (fixture, 1.2);
  assert_at (fixture, 2, 2);

  wait_for (fixture, DOSSIER_SHOW_SECONDS - 0.5);
  assert_at (fixture, 2, 2);
  wait_for (fixture, 1);
  assert_at (fixture, 3, 3);

  /* At the end it stops; with a loop it begins again. */
  wait_for (fixture, 100);
  assert_at (fixture, 4, 4);
  g_assert_false (dossier_show_is_playing (fixture->show));
  g_assert_cmpint (dossier_show_get_next (fixture->show), ==, -1);
  dossier_show_set_looping (fixture->show, TRUE);
  g_assert_cmpint (dossier_show_get_next (fixture->show), ==, -1);
  dossier_show_set_playing (fixture->show, TRUE);
  g_assert_cmpint (dossier_show_get_next (fixture->show), ==, 0);
  wait_for (fixture, 40.5);
  assert_at (fixture, 0, 0);
  g_assert_true (dossier_show_is_playing (fixture->show));
  dossier_show_set_playing (fixture->show, FALSE);
  wait_for (fixture, 100);
  assert_at (fixture, 0, 0);
}

/* Strokes belong to the scene that they are over, and are taken back one by one, all at once, or where one rubs. */
static void
test_ink (Fixture *fixture, gconstpointer data)
{
  DossierShowInk *ink = dossier_show_get_ink (fixture->show);
  const DossierShowPoint *points;
  int n;

  /* Without a pen nothing is drawn. */
  dossier_show_draw (fixture->show, 0, 0.5, 0.5, TRUE);
  g_assert_cmpint (dossier_show_ink_get_n (ink), ==, 0);
  g_assert_false (dossier_show_undo_stroke (fixture->show));
  g_assert_false (dossier_show_clear_ink (fixture->show));

  dossier_show_set_tool (fixture->show, DOSSIER_SHOW_TOOL_PEN);
  dossier_show_draw (fixture->show, 0, 0.1, 0.1, TRUE);
  dossier_show_draw (fixture->show, 0, 0.1, 0.1, FALSE);
  dossier_show_draw (fixture->show, 0, 0.9, 0.1, FALSE);
  dossier_show_draw (fixture->show, 0, 0.2, 0.8, TRUE);
  dossier_show_draw (fixture->show, 1, 0.5, 0.5, TRUE);
  g_assert_cmpint (dossier_show_ink_get_n (ink), ==, 3);
  points = dossier_show_ink_get (ink, 0, 0, &n);
  g_assert_cmpint (n, ==, 2);
  g_assert_cmpfloat (points[1].x, ==, 0.9);
  g_assert_null (dossier_show_ink_get (ink, 0, 1, &n));
  g_assert_cmpint (n, ==, 0);

  g_assert_true (dossier_show_undo_stroke (fixture->show));
  g_assert_cmpint (dossier_show_ink_get_n (ink), ==, 2);
  g_assert_nonnull (dossier_show_ink_get (ink, 1, 1, &n));

  /* The eraser takes a stroke by any part of it, and those of this scene only. */
  dossier_show_set_tool (fixture->show, DOSSIER_SHOW_TOOL_ERASER);
  fixture->n_audience_changes = 0;
  dossier_show_draw (fixture->show, 0, 0.5, 0.5, TRUE);
  g_assert_cmpint (fixture->n_audience_changes, ==, 0);
  g_assert_cmpint (dossier_show_ink_get_n (ink), ==, 2);
  dossier_show_draw (fixture->show, 0, 0.5, 0.11, FALSE);
  g_assert_cmpint (fixture->n_audience_changes, ==, 1);
  g_assert_cmpint (dossier_show_ink_get_n (ink), ==, 1);

  dossier_show_step (fixture->show, 1);
  g_assert_true (dossier_show_clear_ink (fixture->show));
  g_assert_cmpint (dossier_show_ink_get_n (ink), ==, 0);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/show/moves", test_moves);
  g_test_add_func ("/show/any-order", test_any_order);
  g_test_add_func ("/show/pace", test_pace);
  add ("/show/signals", test_signals);
  add ("/show/titles", test_titles);
  add ("/show/find", test_find);
  add ("/show/digits", test_digits);
  add ("/show/escape", test_escape);
  add ("/show/clock", test_clock);
  add ("/show/planned", test_planned);
  add ("/show/ink", test_ink);
  add ("/show/play", test_play);

  return g_test_run ();
}
