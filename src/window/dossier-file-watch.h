/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-document.h"
#include "model/dossier-report.h"

G_BEGIN_DECLS

/**
 * DossierFileWatch:
 *
 * Reads a dossier again whenever its file is changed by somebody else. What is only half written, or is being replaced,
 * is waited for.
 *
 * Signals:
 * - "reloaded" (DossierDocument *): the file was changed, and this is what it holds now
 * - "failed" (DossierReport *): the file was changed, or is gone, and this is why it cannot be read
 */
#define DOSSIER_TYPE_FILE_WATCH (dossier_file_watch_get_type ())
G_DECLARE_FINAL_TYPE (DossierFileWatch, dossier_file_watch, DOSSIER, FILE_WATCH, GObject)

DossierFileWatch *dossier_file_watch_new       (void);
void              dossier_file_watch_set_file  (DossierFileWatch *self, GFile *file);
void              dossier_file_watch_take_note (DossierFileWatch *self);

G_END_DECLS
