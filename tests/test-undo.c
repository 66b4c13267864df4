/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-undo.h"

/* A change is a letter: doing it appends it, undoing it takes it away again. */
static void
apply (gpointer change, gboolean undo, gpointer data)
{
  GString *text = data;

  if (undo)
    {
      g_assert_cmpint (text->str[text->len - 1], ==, *(char *) change);
      g_string_truncate (text, text->len - 1);
    }
  else
    {
      g_string_append_c (text, *(char *) change);
    }
}

static void
do_letter (DossierUndo *undo, GString *text, char letter)
{
  char *change = g_new (char, 1);

  *change = letter;
  g_string_append_c (text, letter);
  dossier_undo_push (undo, change);
}

/* Letters are done, "-" undoes, "+" does again. */
static void
test_sequences (void)
{
  static const struct
  {
    const char *steps;
    const char *text;
    gboolean can_undo, can_redo;
  } cases[] = {
    { "", "", FALSE, FALSE },
    { "-", "", FALSE, FALSE },
    { "+", "", FALSE, FALSE },
    { "abc", "abc", TRUE, FALSE },
    { "abc-", "ab", TRUE, TRUE },
    { "abc---", "", FALSE, TRUE },
    { "abc----++", "ab", TRUE, TRUE },
    { "abc--+++", "abc", TRUE, FALSE },
    { "abc--d", "ad", TRUE, FALSE },
    { "abc--d+", "ad", TRUE, FALSE },
    { "abc--d--+", "a", TRUE, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (DossierUndo) undo = dossier_undo_new (apply, text, g_free);

      for (const char *step = cases[i].steps; *step != '\0'; step++)
        {
          if (*step == '-')
            g_assert_cmpint (dossier_undo_can_undo (undo), ==, dossier_undo_undo (undo));
          else if (*step == '+')
            g_assert_cmpint (dossier_undo_can_redo (undo), ==, dossier_undo_redo (undo));
          else
            do_letter (undo, text, *step);
        }
      g_assert_cmpstr (text->str, ==, cases[i].text);
      g_assert_cmpint (dossier_undo_can_undo (undo), ==, cases[i].can_undo);
      g_assert_cmpint (dossier_undo_can_redo (undo), ==, cases[i].can_redo);

      dossier_undo_clear (undo);
      g_assert_false (dossier_undo_can_undo (undo) || dossier_undo_can_redo (undo));
      g_assert_cmpstr (text->str, ==, cases[i].text);
    }
}

/* The oldest are forgotten, the newest stay. */
static void
test_depth (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (DossierUndo) undo = dossier_undo_new (apply, text, g_free);
  int n = 0;

  for (int i = 0; i < DOSSIER_UNDO_DEPTH + 50; i++)
    do_letter (undo, text, (char) ('a' + i % 26));
  while (dossier_undo_undo (undo))
    n++;
  g_assert_cmpint (n, ==, DOSSIER_UNDO_DEPTH);
  g_assert_cmpint (text->len, ==, 50);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/undo/sequences", test_sequences);
  g_test_add_func ("/undo/depth", test_depth);

  return g_test_run ();
}
