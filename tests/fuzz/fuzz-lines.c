/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-input.h"

/* Any bytes as a dossier in JSON Lines. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  fuzz_read_all (data, length, DOSSIER_FORM_LINES);

  return 0;
}
