/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-reader.h"

G_BEGIN_DECLS

/*
 * What the commands that read a dossier have in common: the options that raise limits, and the reading itself.
 */

GOptionGroup    *dossier_command_new_limits_group (DossierLimits *limits);
DossierDocument *dossier_command_read             (const char *path, const DossierLimits *limits, DossierReport *report);
DossierDocument *dossier_command_open             (const char *path, const DossierLimits *limits);

G_END_DECLS
