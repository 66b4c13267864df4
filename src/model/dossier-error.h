/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DossierError:
 * @DOSSIER_ERROR_FILE: a file could not be read or written
 * @DOSSIER_ERROR_SYNTAX: its bytes are no JSON
 * @DOSSIER_ERROR_SCHEMA: it is JSON, but has not the form of a dossier
 * @DOSSIER_ERROR_MEANING: it has the form of a dossier, but contradicts itself: an id is missing or there twice, a
 *   quote is not where it should be, an interval runs backward
 * @DOSSIER_ERROR_CANCELLED: it was given up because someone asked for that
 *
 * Why a dossier could not be read or written. The messages are translated, and harmless to print.
 */
typedef enum
{
  DOSSIER_ERROR_FILE,
  DOSSIER_ERROR_SYNTAX,
  DOSSIER_ERROR_SCHEMA,
  DOSSIER_ERROR_MEANING,
  DOSSIER_ERROR_CANCELLED,
} DossierError;

#define DOSSIER_ERROR (dossier_error_quark ())
GQuark dossier_error_quark (void);

G_END_DECLS
