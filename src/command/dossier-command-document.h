/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-filter.h"
#include "model/dossier-reader.h"

G_BEGIN_DECLS

/*
 * What the commands that read a dossier have in common: the options that raise limits, the reading itself, and
 * the filter.
 */

GOptionGroup    *dossier_command_new_limits_group (DossierLimits *limits);
DossierDocument *dossier_command_read             (const char *path, const DossierLimits *limits, DossierReport *report);
DossierDocument *dossier_command_open             (const char *path, const DossierLimits *limits);
DossierFilter   *dossier_command_make_filter      (DossierDocument *document, const char *const *conditions, GError **error);

G_END_DECLS
