/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-error.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * DossierSeverity:
 * @DOSSIER_SEVERITY_ERROR: the dossier cannot be used
 * @DOSSIER_SEVERITY_WARNING: it can, but something in it may not be meant
 *
 * How bad it is.
 */
typedef enum
{
  DOSSIER_SEVERITY_ERROR,
  DOSSIER_SEVERITY_WARNING,
} DossierSeverity;

/**
 * DossierStage:
 * @DOSSIER_STAGE_FILE: reading the file
 * @DOSSIER_STAGE_SYNTAX: its bytes, against RFC 8259
 * @DOSSIER_STAGE_SCHEMA: its form, against the JSON Schema of dossiers
 * @DOSSIER_STAGE_MEANING: what no schema can say: that ids are unique, references exist, intervals run forward
 *
 * Which check found it.
 */
typedef enum
{
  DOSSIER_STAGE_FILE,
  DOSSIER_STAGE_SYNTAX,
  DOSSIER_STAGE_SCHEMA,
  DOSSIER_STAGE_MEANING,
} DossierStage;

/**
 * DossierDiagnostic:
 * @severity: how bad it is
 * @stage: which check found it
 * @id: (nullable): a name of this kind of finding that stays the same, for programs: "unknown-field"
 * @file: (nullable): the file as it is shown to the user
 * @line: the line, from 1; 0 if there is none to name
 * @column: the character in the line, from 1; 0 if there is none to name
 * @pointer: (nullable): the JSON pointer (RFC 6901) of the value
 * @message: what is wrong, translated, without a full stop
 * @suggestion: (nullable): what would be right, translated, without a full stop
 *
 * One thing that was found in a dossier. Its texts may quote the dossier: they are made harmless where they are
 * printed, not here.
 */
typedef struct
{
  DossierSeverity severity;
  DossierStage stage;
  const char *id;
  const char *file;
  int line;
  int column;
  const char *pointer;
  const char *message;
  const char *suggestion;
} DossierDiagnostic;

/* So many errors are kept, and so many warnings; those beyond are counted. */
#define DOSSIER_REPORT_MOST 100

/**
 * DossierReport:
 *
 * What was found in one or more dossiers: the first hundred errors and the first hundred warnings, and how many
 * there are. It is counted by references; it must not be added to from two threads at a time.
 */
typedef struct _DossierReport DossierReport;

DossierReport *dossier_report_new   (void);
DossierReport *dossier_report_ref   (DossierReport *self);
void           dossier_report_unref (DossierReport *self);

gboolean dossier_report_has_room  (DossierReport *self, DossierSeverity severity);
void     dossier_report_add       (DossierReport *self, const DossierDiagnostic *diagnostic);
void     dossier_report_count     (DossierReport *self, DossierSeverity severity);
void     dossier_report_add_error (DossierReport *self, const char *file, const GError *error);

int                      dossier_report_get_n_errors   (DossierReport *self);
int                      dossier_report_get_n_warnings (DossierReport *self);
int                      dossier_report_get_n_kept     (DossierReport *self);
const DossierDiagnostic *dossier_report_get            (DossierReport *self, int index);

char     *dossier_diagnostic_to_text  (const DossierDiagnostic *diagnostic);
char     *dossier_report_to_text      (DossierReport *self);
JsonNode *dossier_report_to_json      (DossierReport *self);
char     *dossier_report_to_json_text (DossierReport *self);
GError   *dossier_report_to_error     (DossierReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierReport, dossier_report_unref)

G_END_DECLS
