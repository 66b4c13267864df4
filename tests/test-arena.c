/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-arena.h"

#include <stdalign.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

static void
test_pieces (void)
{
  g_autoptr (DossierArena) arena = dossier_arena_new ();
  char *strings[1000];

  for (int i = 0; i < 1000; i++)
    {
      char *zeroes = dossier_arena_alloc (arena, (gsize) i);

      g_assert_cmpuint ((uintptr_t) zeroes % alignof (max_align_t), ==, 0);
      for (int j = 0; j < i; j++)
        g_assert_cmpint (zeroes[j], ==, 0);
      if (i > 0)
        memset (zeroes, 0xff, (gsize) i);

      strings[i] = dossier_arena_strndup (arena, "abcdefghij", (gsize) i % 11);
    }

  for (int i = 0; i < 1000; i++)
    g_assert_true (strlen (strings[i]) == (gsize) i % 11 && strncmp (strings[i], "abcdefghij", (gsize) i % 11) == 0);
}

static void
test_large (void)
{
  g_autoptr (DossierArena) arena = dossier_arena_new ();
  char *large = dossier_arena_alloc (arena, 1 << 20);

  large[(1 << 20) - 1] = 1;
  g_assert_cmpuint (dossier_arena_get_size (arena), >=, 1 << 20);
  g_assert_cmpstr (dossier_arena_strdup (arena, "behind"), ==, "behind");
  g_assert_null (dossier_arena_strdup (arena, NULL));
}

static void
test_reset (void)
{
  g_autoptr (DossierArena) arena = dossier_arena_new ();
  gsize first;

  dossier_arena_reset (arena);
  dossier_arena_alloc (arena, 10);
  first = dossier_arena_get_size (arena);

  for (int i = 0; i < 100; i++)
    {
      for (int j = 0; j < 100; j++)
        dossier_arena_alloc (arena, 1000);
      dossier_arena_reset (arena);
    }

  g_assert_cmpuint (dossier_arena_get_size (arena), ==, first);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arena/pieces", test_pieces);
  g_test_add_func ("/arena/large", test_large);
  g_test_add_func ("/arena/reset", test_reset);

  return g_test_run ();
}
