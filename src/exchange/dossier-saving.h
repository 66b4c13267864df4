/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-document.h"

G_BEGIN_DECLS

/**
 * DossierSavingError:
 * @DOSSIER_SAVING_ERROR_CHANGED: the file is no longer what was read from it: someone else has written into it
 * @DOSSIER_SAVING_ERROR_READ_ONLY: the file, or the folder that it is in, may not be written into
 * @DOSSIER_SAVING_ERROR_UNREADABLE: what was to be written is no dossier; nothing was
 *
 * Why a document was not saved, where something can be done about it. Else the error is a #DossierError. The file is as
 * it was in any case.
 */
typedef enum
{
  DOSSIER_SAVING_ERROR_CHANGED,
  DOSSIER_SAVING_ERROR_READ_ONLY,
  DOSSIER_SAVING_ERROR_UNREADABLE,
} DossierSavingError;

#define DOSSIER_SAVING_ERROR (dossier_saving_error_quark ())
GQuark dossier_saving_error_quark (void);

gboolean dossier_saving_can_write (GFile *file);
DossierDocument *dossier_saving_save (GBytes *bytes, DossierForm form, GFile *file, GBytes *expected, GError **error);
void dossier_saving_save_async (GBytes *bytes, DossierForm form, GFile *file, GBytes *expected, GAsyncReadyCallback callback, gpointer data);
DossierDocument *dossier_saving_save_finish (GAsyncResult *result, GError **error);

G_END_DECLS
