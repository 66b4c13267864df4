/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command/dossier-command-check.h"

/* `dossier check` alone, for tests in other languages: it can be built and run where the window cannot. */
int
main (int argc, char *argv[])
{
  return dossier_command_check (argc, argv);
}
