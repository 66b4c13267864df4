/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-document.h"

G_BEGIN_DECLS

/**
 * FuzzInput:
 * @data: (array length=length): what the fuzzer thought of
 * @length: how many bytes
 * @at: the next byte that is taken
 *
 * Bytes of a fuzzer as a row of decisions. When they are used up, every further decision is 0: the same bytes always
 * come to the same.
 */
typedef struct
{
  const guint8 *data;
  gsize length;
  gsize at;
} FuzzInput;

/* What each program of the fuzzer has: it gives back 0, and everything that is wrong ends the program. */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize length);
int LLVMFuzzerInitialize (int *argc, char ***argv);

guint32     fuzz_input_take      (FuzzInput *self, guint32 n);
gboolean    fuzz_input_take_bool (FuzzInput *self);
double      fuzz_input_take_real (FuzzInput *self, double least, double most);
gint64      fuzz_input_take_time (FuzzInput *self);
const char *fuzz_input_take_text (FuzzInput *self);
char       *fuzz_input_take_rest (FuzzInput *self);

DossierDocument *fuzz_input_take_document (FuzzInput *self);
DossierRef       fuzz_input_take_record   (FuzzInput *self, DossierDocument *document);

void             fuzz_read_all    (const guint8 *data, gsize length, DossierForm form);
DossierDocument *fuzz_read        (const guint8 *data, gsize length, DossierForm form);
DossierDocument *fuzz_get_bundled (void);

G_END_DECLS
