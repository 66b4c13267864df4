/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-changes.h"

/* Two owners, each with a text of its own; a change is a letter at its end. */
static void
apply (gpointer change, gboolean undo, gpointer owner)
{
  GString *text = owner;

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
count_cb (int *n)
{
  (*n)++;
}

/* Small letters are the first owner's, capitals the second's; "-" undoes, "+" does again, "1" and "2" forget. */
static void
test_sequences (void)
{
  static const struct
  {
    const char *steps;
    const char *first, *second;
    const char *undo; /* the title of what is undone next, NULL for none */
  } cases[] = {
    { "", "", "", NULL },
    { "-+", "", "", NULL },
    { "aBc", "ac", "B", "c" },
    { "aBc-", "a", "B", "B" },
    { "aBc--", "a", "", "a" },
    { "aBc---+++", "ac", "B", "c" },
    { "aBc-D", "a", "BD", "D" },
    { "aBcD2", "ac", "BD", "c" },
    { "aBcD1-", "ac", "B", "B" },
    { "aBcD--2", "a", "B", "a" },
    { "aBcD--2+", "ac", "B", "c" },
    { "aBcD---1+", "a", "B", "B" },
    { "aB12", "a", "B", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DossierChanges) changes = dossier_changes_new ();
      g_autoptr (GString) first = g_string_new (NULL);
      g_autoptr (GString) second = g_string_new (NULL);
      int n_signals = 0;

      g_signal_connect_swapped (changes, "changed", G_CALLBACK (count_cb), &n_signals);
      for (const char *step = cases[i].steps; *step != '\0'; step++)
        {
          GString *owner = g_ascii_islower (*step) ? first : second;
          int before = n_signals;
          gboolean happens = TRUE;

          if (*step == '-')
            happens = dossier_changes_undo (changes) != NULL;
          else if (*step == '+')
            happens = dossier_changes_redo (changes) != NULL;
          else if (g_ascii_isdigit (*step))
            dossier_changes_forget (changes, *step == '1' ? first : second);
          else
            {
              char title[] = { *step, '\0' };
              char *change = g_new (char, 1);

              *change = *step;
              g_string_append_c (owner, *step);
              dossier_changes_push (changes, owner, title, apply, change, g_free);
              g_assert_true (dossier_changes_peek (changes, owner) == change);
              g_assert_null (dossier_changes_peek (changes, owner == first ? second : first));
            }
          g_assert_cmpint (n_signals - before, ==, happens);
        }
      g_assert_cmpstr (first->str, ==, cases[i].first);
      g_assert_cmpstr (second->str, ==, cases[i].second);
      g_assert_cmpint (dossier_changes_can_undo (changes), ==, cases[i].undo != NULL);
      if (dossier_changes_can_redo (changes))
        g_assert_null (dossier_changes_peek (changes, first));
      g_assert_cmpstr (dossier_changes_undo (changes), ==, cases[i].undo);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/changes/sequences", test_sequences);

  return g_test_run ();
}
