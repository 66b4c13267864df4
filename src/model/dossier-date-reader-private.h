/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-date.h"

G_BEGIN_DECLS

/**
 * DossierDateReader:
 * @text: (array length=length): what is read; it may hold any bytes
 * @length: how many bytes
 * @at: the next byte to read
 * @level: the level of EDTF of what was read so far
 * @error: (nullable): where an error goes
 *
 * Reads EDTF from left to right, without allocating anything but an error.
 */
typedef struct
{
  const char *text;
  gsize length;
  gsize at;
  int level;
  GError **error;
} DossierDateReader;

/**
 * DossierDateItemFunc:
 * @item: the next item of the expression
 * @user_data: what was passed along
 *
 * Takes one item of an expression, in the order in which they are written.
 */
typedef void (*DossierDateItemFunc) (const DossierDateItem *item, gpointer user_data);

gboolean dossier_date_reader_run (DossierDateReader *reader, DossierDateKind *kind, DossierDateItemFunc func, gpointer user_data);

gboolean dossier_date_reader_fail (DossierDateReader *reader, DossierDateError code, gsize at, const char *format, ...) G_GNUC_PRINTF (4, 5);
gboolean dossier_date_reader_fail_expected (DossierDateReader *reader, const char *expected);

G_END_DECLS
