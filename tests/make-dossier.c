/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "generated.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* make-dossier N [--jsonl] [--seed S] [-o FILE]: writes a dossier of N events, to standard output if not to a file. */

static gboolean
write_to_file (const char *data, gsize length, gpointer user_data)
{
  return fwrite (data, 1, length, user_data) == length;
}

int
main (int argc, char **argv)
{
  g_autofree char *path = NULL;
  gboolean lines = FALSE;
  int seed = 1;
  const GOptionEntry entries[] = {
    { "jsonl", 0, 0, G_OPTION_ARG_NONE, &lines, "Write JSON Lines", NULL },
    { "seed", 0, 0, G_OPTION_ARG_INT, &seed, "Make another dossier", "S" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, "Write to FILE", "FILE" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("N - make a dossier of N events");
  g_autoptr (GError) error = NULL;
  guint64 n_events = 0;
  FILE *file = stdout;
  gboolean good;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2 ||
      !g_ascii_string_to_unsigned (argv[1], 10, 1, 10000000, &n_events, &error))
    {
      g_printerr ("%s\n", error != NULL ? error->message : "say how many events: make-dossier N");
      return 2;
    }

  if (path != NULL)
    file = fopen (path, "wb");

  good = file != NULL && generated_write ((int) n_events, (guint32) seed, lines ? GENERATED_LINES : GENERATED_JSON, write_to_file, file);
  if (file != NULL && fclose (file) != 0)
    good = FALSE;
  if (!good)
    g_printerr ("%s: %s\n", path != NULL ? path : "standard output", g_strerror (errno));

  return good ? 0 : 1;
}
