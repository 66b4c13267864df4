/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-problems.h"

#include "model/dossier-json-pointer.h"
#include "model/dossier-locator.h"

#include <string.h>

/* So many of each severity are kept; a file that is no dossier at all may have millions. */
#define MAX_KEPT DOSSIER_REPORT_MOST

typedef struct
{
  gsize offset;
  DossierSeverity severity;
  DossierStage stage;
  char *message;
  char *suggestion;
} Problem;

struct _DossierProblems
{
  GArray *problems; /* Problem, in the order they were found */
  int n_errors;     /* those that were not kept too */
  int n_warnings;
};

static void
clear_problem (gpointer data)
{
  Problem *problem = data;

  g_clear_pointer (&problem->message, g_free);
  g_clear_pointer (&problem->suggestion, g_free);
}

static int
compare_problems (gconstpointer a, gconstpointer b)
{
  const Problem *first = a;
  const Problem *second = b;

  return (first->offset > second->offset) - (first->offset < second->offset);
}

/**
 * dossier_problems_new:
 *
 * Returns: (transfer full): no problems
 */
DossierProblems *
dossier_problems_new (void)
{
  DossierProblems *self = g_new0 (DossierProblems, 1);

  self->problems = g_array_new (FALSE, FALSE, sizeof (Problem));
  g_array_set_clear_func (self->problems, clear_problem);

  return self;
}

/**
 * dossier_problems_free:
 * @self: (nullable): problems, or %NULL
 */
void
dossier_problems_free (DossierProblems *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->problems);
  g_free (self);
}

/**
 * dossier_problems_add:
 * @self: problems
 * @severity: how bad it is
 * @stage: what the document fails in
 * @offset: where it is, in bytes from the begin of the document
 * @message: (transfer full): what is wrong
 * @suggestion: (transfer full) (nullable): what would be right
 */
void
dossier_problems_add (DossierProblems *self,
                      DossierSeverity severity,
                      DossierStage stage,
                      gsize offset,
                      char *message,
                      char *suggestion)
{
  Problem problem = { offset, severity, stage, message, suggestion };
  int *n = severity == DOSSIER_SEVERITY_ERROR ? &self->n_errors : &self->n_warnings;

  (*n)++;
  if (*n <= MAX_KEPT)
    g_array_append_val (self->problems, problem);
  else
    clear_problem (&problem);
}

/**
 * dossier_problems_join:
 * @self: problems
 * @other: problems that were found behind those of @self; it is empty afterwards
 *
 * Adds all of @other to @self.
 */
void
dossier_problems_join (DossierProblems *self, DossierProblems *other)
{
  int n_left[] = {
    [DOSSIER_SEVERITY_ERROR] = other->n_errors,
    [DOSSIER_SEVERITY_WARNING] = other->n_warnings,
  };

  for (guint i = 0; i < other->problems->len; i++)
    {
      Problem *problem = &g_array_index (other->problems, Problem, i);

      dossier_problems_add (self,
                            problem->severity,
                            problem->stage,
                            problem->offset,
                            g_steal_pointer (&problem->message),
                            g_steal_pointer (&problem->suggestion));
      n_left[problem->severity]--;
    }

  /* Those that it has counted only. */
  self->n_errors += n_left[DOSSIER_SEVERITY_ERROR];
  self->n_warnings += n_left[DOSSIER_SEVERITY_WARNING];

  g_array_set_size (other->problems, 0);
  other->n_errors = 0;
  other->n_warnings = 0;
}

/**
 * dossier_problems_has_room:
 * @self: problems
 * @severity: how bad it is
 *
 * Whoever finds very many can save the work of looking for what would be right, where that would only be counted.
 *
 * Returns: whether another of @severity would be kept
 */
gboolean
dossier_problems_has_room (DossierProblems *self, DossierSeverity severity)
{
  return (severity == DOSSIER_SEVERITY_ERROR ? self->n_errors : self->n_warnings) < MAX_KEPT;
}

/**
 * dossier_problems_get_n_errors:
 * @self: problems
 *
 * Returns: how many errors were added
 */
int
dossier_problems_get_n_errors (DossierProblems *self)
{
  return self->n_errors;
}

/* As dossier_json_pointer_find(), but each line is a document. */
static void
find_pointers_in_lines (const char *data, gsize length, const DossierLimits *limits, gsize *offsets, int n, char **pointers)
{
  for (int i = 0, behind = 0; i < n; i = behind)
    {
      gsize begin = offsets[i];
      const char *newline;
      gsize end;

      while (begin > 0 && data[begin - 1] != '\n')
        begin--;
      newline = offsets[i] < length ? memchr (data + offsets[i], '\n', length - offsets[i]) : NULL;
      end = newline != NULL ? (gsize) (newline - data) : length;

      for (behind = i; behind < n && offsets[behind] <= end; behind++)
        offsets[behind] -= begin;
      dossier_json_pointer_find (data + begin, end - begin, limits, offsets + i, behind - i, pointers + i);
    }
}

/**
 * dossier_problems_get_count:
 * @self: problems
 *
 * Returns: how many errors and warnings were added
 */
int
dossier_problems_get_count (DossierProblems *self)
{
  return self->n_errors + self->n_warnings;
}

/**
 * dossier_problems_report:
 * @self: problems
 * @data: (array length=length): the document
 * @length: how many bytes it has
 * @file_name: (nullable): what the document is called in messages
 * @form: in which form it is; in JSON Lines a JSON pointer leads from the begin of its line
 * @limits: (nullable): the limits within which it was read
 * @report: where to put the problems, in the order of the document
 */
void
dossier_problems_report (DossierProblems *self,
                         const char *data,
                         gsize length,
                         const char *file_name,
                         DossierForm form,
                         const DossierLimits *limits,
                         DossierReport *report)
{
  int n = (int) self->problems->len;
  g_autoptr (DossierLocator) locator = dossier_locator_new (data, length);
  g_autofree gsize *offsets = g_new (gsize, n);
  g_autofree char **pointers = g_new0 (char *, n);

  g_array_sort (self->problems, compare_problems);

  for (int i = 0; i < n; i++)
    offsets[i] = g_array_index (self->problems, Problem, i).offset;

  if (n > 0 && form == DOSSIER_FORM_LINES)
    find_pointers_in_lines (data, length, limits, offsets, n, pointers);
  else if (n > 0)
    dossier_json_pointer_find (data, length, limits, offsets, n, pointers);

  for (int i = 0; i < n; i++)
    {
      const Problem *problem = &g_array_index (self->problems, Problem, i);
      int line;
      int column;

      dossier_locator_locate (locator, problem->offset, &line, &column);
      dossier_report_add (report,
                          &(DossierDiagnostic){
                            .severity = problem->severity,
                            .stage = problem->stage,
                            .file = file_name,
                            .line = line,
                            .column = column,
                            .pointer = pointers[i],
                            .message = problem->message,
                            .suggestion = problem->suggestion,
                          });
      g_free (pointers[i]);
    }

  for (int i = MAX_KEPT; i < self->n_errors; i++)
    dossier_report_count (report, DOSSIER_SEVERITY_ERROR);
  for (int i = MAX_KEPT; i < self->n_warnings; i++)
    dossier_report_count (report, DOSSIER_SEVERITY_WARNING);
}
