/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command/dossier-command.h"

#include "command/dossier-command-check.h"
#include "command/dossier-command-convert.h"
#include "command/dossier-command-date.h"
#include "command/dossier-command-query.h"
#include "command/dossier-command-render.h"

/* What can be done without a display. Each takes its own name as argv[0]. */
static const struct
{
  const char *name;
  int (*run) (int argc, char **argv);
} commands[] = {
  { "check", dossier_command_check },
  { "convert", dossier_command_convert },
  { "date", dossier_command_date },
  { "query", dossier_command_query },
  { "render", dossier_command_render },
};

/**
 * dossier_command_run:
 * @argc: how many arguments the program got, with its own name
 * @argv: (array length=argc): the arguments
 * @handled: (out): whether the first of them is a command; if not, it is up to the window. A file that bears
 *   the name of a command is opened as ./NAME
 *
 * Runs a command that needs no display.
 *
 * Returns: the exit status, if @handled
 */
int
dossier_command_run (int argc, char **argv, gboolean *handled)
{
  *handled = FALSE;
  if (argc < 2)
    return 0;

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (argv[1], commands[i].name))
      {
        *handled = TRUE;
        return commands[i].run (argc - 1, argv + 1);
      }

  return 0;
}
