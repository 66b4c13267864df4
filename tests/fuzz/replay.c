/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-input.h"

#include <string.h>

static void
run (gconstpointer user_data)
{
  g_autofree char *contents = NULL;
  g_autofree guint8 *data = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (user_data, &contents, &length, &error);
  g_assert_no_error (error);

  /* In memory of exactly that size, so that a tool that watches memory sees every step beyond it. */
  data = length > 0 ? g_memdup2 (contents, length) : NULL;
  g_assert_cmpint (LLVMFuzzerTestOneInput (data, length), ==, 0);
}

/* Gives a program of the fuzzer all files of some folders, with any compiler: replay FOLDER... */
int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  g_test_init (&argc, &argv, NULL);

  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GDir) folder = g_dir_open (argv[i], 0, &error);
      const char *name;

      g_assert_no_error (error);
      while ((name = g_dir_read_name (folder)) != NULL)
        {
          g_autofree char *test = g_strconcat ("/replay/", name, NULL);

          g_ptr_array_add (paths, g_build_filename (argv[i], name, NULL));
          g_test_add_data_func (test, g_ptr_array_index (paths, paths->len - 1), run);
        }
    }

  return g_test_run ();
}
