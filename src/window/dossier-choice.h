/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-document.h"

G_BEGIN_DECLS

/**
 * DossierChoice:
 *
 * Something that can be chosen by its name: a command, or a place to go to.
 */
#define DOSSIER_TYPE_CHOICE (dossier_choice_get_type ())
G_DECLARE_FINAL_TYPE (DossierChoice, dossier_choice, DOSSIER, CHOICE, GObject)

DossierChoice *dossier_choice_new_command (const char *title,
                                           const char *detail,
                                           const char *keys,
                                           const char *action);
DossierChoice *dossier_choice_new_record (const char *title,
                                          const char *detail,
                                          DossierDocument *document,
                                          DossierRef ref);
DossierChoice *dossier_choice_new_lane (const char *title,
                                        const char *detail,
                                        int lane);
const char *dossier_choice_get_title (DossierChoice *self);
const char *dossier_choice_get_detail (DossierChoice *self);
const char *dossier_choice_get_keys (DossierChoice *self);
const char *dossier_choice_get_action (DossierChoice *self);
DossierDocument *dossier_choice_get_document (DossierChoice *self);
DossierRef dossier_choice_get_ref (DossierChoice *self);
int dossier_choice_get_lane (DossierChoice *self);

G_END_DECLS
