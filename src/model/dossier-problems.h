/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-form.h"
#include "model/dossier-limits.h"
#include "model/dossier-report.h"

G_BEGIN_DECLS

/**
 * DossierProblems:
 *
 * What is wrong with a document, by where it stands in its bytes. Line, column and JSON pointer are found when
 * they are asked for: a good document never pays for them.
 */
typedef struct _DossierProblems DossierProblems;

DossierProblems *dossier_problems_new  (void);
void             dossier_problems_free (DossierProblems *self);
void             dossier_problems_add  (DossierProblems *self,
                                        DossierSeverity severity,
                                        DossierStage stage,
                                        gsize offset,
                                        char *message,
                                        char *suggestion);
void             dossier_problems_join (DossierProblems *self, DossierProblems *other);
gboolean         dossier_problems_has_room (DossierProblems *self, DossierSeverity severity);
int              dossier_problems_get_n_errors (DossierProblems *self);
int              dossier_problems_get_count (DossierProblems *self);
void             dossier_problems_report (DossierProblems *self,
                                          const char *data,
                                          gsize length,
                                          const char *file_name,
                                          DossierForm form,
                                          const DossierLimits *limits,
                                          DossierReport *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierProblems, dossier_problems_free)

G_END_DECLS
