/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-report.h"

#include "model/dossier-arena.h"
#include "model/dossier-harmless.h"
#include "model/dossier-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define N_SEVERITIES (DOSSIER_SEVERITY_WARNING + 1)

typedef struct
{
  DossierDiagnostic diagnostic;
  int file;  /* which of the files that were named, in the order they were */
  int order; /* how many were added before */
} Entry;

struct _DossierReport
{
  gatomicrefcount ref_count;
  DossierArena *strings;
  GPtrArray *files; /* of the names of files */
  GArray *entries;  /* of Entry */
  gboolean sorted;
  int n_found[N_SEVERITIES];
  int n_kept[N_SEVERITIES];
};

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *one = a;
  const Entry *other = b;

  if (one->file != other->file)
    return one->file < other->file ? -1 : 1;
  if (one->diagnostic.line != other->diagnostic.line)
    return one->diagnostic.line < other->diagnostic.line ? -1 : 1;
  if (one->diagnostic.column != other->diagnostic.column)
    return one->diagnostic.column < other->diagnostic.column ? -1 : 1;

  return (one->order > other->order) - (one->order < other->order);
}

static void
sort (DossierReport *self)
{
  if (!self->sorted)
    g_array_sort (self->entries, compare_entries);
  self->sorted = TRUE;
}

/* Returns which file @name is, and makes *@copy the one copy of it. No name counts as a file of its own. */
static int
intern_file (DossierReport *self, const char *name, const char **copy)
{
  guint i;

  for (i = 0; i < self->files->len; i++)
    {
      *copy = g_ptr_array_index (self->files, i);
      if (g_strcmp0 (*copy, name) == 0)
        return (int) i;
    }

  *copy = dossier_arena_strdup (self->strings, name);
  g_ptr_array_add (self->files, (gpointer) *copy);

  return (int) i;
}

static const char *
get_stage_name (DossierStage stage)
{
  switch (stage)
    {
    case DOSSIER_STAGE_FILE:
      return "file";
    case DOSSIER_STAGE_SYNTAX:
      return "syntax";
    case DOSSIER_STAGE_SCHEMA:
      return "schema";
    case DOSSIER_STAGE_MEANING:
      return "meaning";
    default:
      g_assert_not_reached ();
    }
}

static DossierError
get_error_code (DossierStage stage)
{
  switch (stage)
    {
    case DOSSIER_STAGE_FILE:
      return DOSSIER_ERROR_FILE;
    case DOSSIER_STAGE_SYNTAX:
      return DOSSIER_ERROR_SYNTAX;
    case DOSSIER_STAGE_SCHEMA:
      return DOSSIER_ERROR_SCHEMA;
    case DOSSIER_STAGE_MEANING:
      return DOSSIER_ERROR_MEANING;
    default:
      g_assert_not_reached ();
    }
}

/* Appends @diagnostic in one line, with its severity if there is a word for it. */
static void
append_diagnostic (GString *text, const DossierDiagnostic *diagnostic, const char *severity)
{
  if (diagnostic->file != NULL)
    dossier_append_harmless (text, diagnostic->file, DOSSIER_HARMLESS_ONE_LINE);
  if (diagnostic->line > 0)
    g_string_append_printf (text, "%s%d", diagnostic->file != NULL ? ":" : "", diagnostic->line);
  if (diagnostic->line > 0 && diagnostic->column > 0)
    g_string_append_printf (text, ":%d", diagnostic->column);
  if (diagnostic->file != NULL || diagnostic->line > 0)
    g_string_append (text, ": ");

  if (severity != NULL)
    g_string_append_printf (text, "%s: ", severity);

  /* The pointer of the whole document is empty, and says nothing. */
  if (diagnostic->pointer != NULL && *diagnostic->pointer != '\0')
    {
      dossier_append_harmless (text, diagnostic->pointer, DOSSIER_HARMLESS_ONE_LINE);
      g_string_append (text, ": ");
    }

  dossier_append_harmless (text, diagnostic->message, DOSSIER_HARMLESS_ONE_LINE);
  if (diagnostic->suggestion != NULL)
    {
      g_string_append (text, "; ");
      dossier_append_harmless (text, diagnostic->suggestion, DOSSIER_HARMLESS_ONE_LINE);
    }
}

/**
 * dossier_report_new:
 *
 * Returns: (transfer full): an empty report
 */
DossierReport *
dossier_report_new (void)
{
  DossierReport *self = g_new0 (DossierReport, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->strings = dossier_arena_new ();
  self->files = g_ptr_array_new ();
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->sorted = TRUE;

  return self;
}

/**
 * dossier_report_ref:
 * @self: a report
 *
 * Returns: (transfer full): @self
 */
DossierReport *
dossier_report_ref (DossierReport *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * dossier_report_unref:
 * @self: (transfer full) (nullable): a report, or %NULL
 *
 * Gives a reference back, and frees @self with the last.
 */
void
dossier_report_unref (DossierReport *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;

  dossier_arena_free (self->strings);
  g_ptr_array_unref (self->files);
  g_array_unref (self->entries);
  g_free (self);
}

/**
 * dossier_report_has_room:
 * @self: a report
 * @severity: how bad it is
 *
 * Tells whether a finding would be kept. Whoever finds very many can save the work of putting into words what would
 * only be counted; see dossier_report_count().
 *
 * Returns: whether another of @severity would be kept
 */
gboolean
dossier_report_has_room (DossierReport *self, DossierSeverity severity)
{
  return self->n_kept[severity] < DOSSIER_REPORT_MOST;
}

/**
 * dossier_report_add:
 * @self: a report
 * @diagnostic: what was found; it is copied
 *
 * Adds a finding: keeps it, or when there are a hundred of its severity, counts it.
 */
void
dossier_report_add (DossierReport *self, const DossierDiagnostic *diagnostic)
{
  Entry entry = { .diagnostic = *diagnostic };
  DossierDiagnostic *copy = &entry.diagnostic;

  g_return_if_fail (diagnostic->message != NULL);

  dossier_report_count (self, diagnostic->severity);
  if (!dossier_report_has_room (self, diagnostic->severity))
    return;

  entry.file = intern_file (self, diagnostic->file, &copy->file);
  entry.order = (int) self->entries->len;
  copy->id = dossier_arena_strdup (self->strings, diagnostic->id);
  copy->pointer = dossier_arena_strdup (self->strings, diagnostic->pointer);
  copy->message = dossier_arena_strdup (self->strings, diagnostic->message);
  copy->suggestion = dossier_arena_strdup (self->strings, diagnostic->suggestion);

  g_array_append_val (self->entries, entry);
  self->n_kept[diagnostic->severity]++;
  self->sorted = FALSE;
}

/**
 * dossier_report_count:
 * @self: a report
 * @severity: how bad it is
 *
 * Counts a finding without keeping it.
 */
void
dossier_report_count (DossierReport *self, DossierSeverity severity)
{
  if (self->n_found[severity] < G_MAXINT)
    self->n_found[severity]++;
}

/**
 * dossier_report_add_error:
 * @self: a report
 * @file: (nullable): the file as it is shown to the user, if the message of @error does not name it
 * @error: why a file could not be read
 *
 * Adds an error of the stage %DOSSIER_STAGE_FILE.
 */
void
dossier_report_add_error (DossierReport *self, const char *file, const GError *error)
{
  DossierDiagnostic diagnostic = {
    .severity = DOSSIER_SEVERITY_ERROR,
    .stage = DOSSIER_STAGE_FILE,
    .id = "file",
    .file = file,
    .message = error->message,
  };

  dossier_report_add (self, &diagnostic);
}

/**
 * dossier_report_get_n_errors:
 * @self: a report
 *
 * Returns: how many errors were found, kept or not
 */
int
dossier_report_get_n_errors (DossierReport *self)
{
  return self->n_found[DOSSIER_SEVERITY_ERROR];
}

/**
 * dossier_report_get_n_warnings:
 * @self: a report
 *
 * Returns: how many warnings were found, kept or not
 */
int
dossier_report_get_n_warnings (DossierReport *self)
{
  return self->n_found[DOSSIER_SEVERITY_WARNING];
}

/**
 * dossier_report_get_n_kept:
 * @self: a report
 *
 * Returns: how many findings dossier_report_get() can give
 */
int
dossier_report_get_n_kept (DossierReport *self)
{
  return (int) self->entries->len;
}

/**
 * dossier_report_get:
 * @self: a report
 * @index: which finding, from 0
 *
 * Returns: (transfer none): a finding, of those that were kept; file by file, by line and column in each, and as
 *   they were added in one place; valid until another is added
 */
const DossierDiagnostic *
dossier_report_get (DossierReport *self, int index)
{
  g_return_val_if_fail (index >= 0 && index < (int) self->entries->len, NULL);

  sort (self);

  return &g_array_index (self->entries, Entry, index).diagnostic;
}

/**
 * dossier_diagnostic_to_text:
 * @diagnostic: a finding
 *
 * Returns: (transfer full): @diagnostic in one line without its end, in the form that compilers use and editors
 *   understand: `file:line:column: error: /pointer: message; suggestion`; harmless to print
 */
char *
dossier_diagnostic_to_text (const DossierDiagnostic *diagnostic)
{
  GString *text = g_string_new (NULL);

  append_diagnostic (text,
                     diagnostic,
                     diagnostic->severity == DOSSIER_SEVERITY_ERROR ? _ ("error") : _ ("warning"));

  return g_string_free (text, FALSE);
}

/**
 * dossier_report_to_text:
 * @self: a report
 *
 * Returns: (transfer full): every finding in a line, as dossier_diagnostic_to_text() writes it, and a line each for
 *   the errors and warnings that were not kept; empty if nothing was found; harmless to print
 */
char *
dossier_report_to_text (DossierReport *self)
{
  GString *text = g_string_new (NULL);
  int more;

  for (int i = 0; i < (int) self->entries->len; i++)
    {
      g_autofree char *line = dossier_diagnostic_to_text (dossier_report_get (self, i));

      g_string_append (text, line);
      g_string_append_c (text, '\n');
    }

  more = self->n_found[DOSSIER_SEVERITY_ERROR] - self->n_kept[DOSSIER_SEVERITY_ERROR];
  if (more > 0)
    {
      g_string_append_printf (text, ngettext ("and %d more error", "and %d more errors", (gulong) more), more);
      g_string_append_c (text, '\n');
    }

  more = self->n_found[DOSSIER_SEVERITY_WARNING] - self->n_kept[DOSSIER_SEVERITY_WARNING];
  if (more > 0)
    {
      g_string_append_printf (text, ngettext ("and %d more warning", "and %d more warnings", (gulong) more), more);
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

static void
add_string_member (JsonBuilder *builder, const char *name, const char *text)
{
  g_autofree char *valid = NULL;

  if (text == NULL)
    return;

  valid = g_utf8_make_valid (text, -1);
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, valid);
}

static void
add_integer_member (JsonBuilder *builder, const char *name, int value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

/**
 * dossier_report_to_json:
 * @self: a report
 *
 * Puts the report into an object with `errors` and `warnings`, how many were found, and `diagnostics`, an array of
 * objects with `severity`, `stage`, `id`, `file`, `line`, `column`, `pointer`, `message` and `suggestion`, each only
 * if it is there.
 *
 * Returns: (transfer full): the report as JSON
 */
JsonNode *
dossier_report_to_json (DossierReport *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  add_integer_member (builder, "errors", self->n_found[DOSSIER_SEVERITY_ERROR]);
  add_integer_member (builder, "warnings", self->n_found[DOSSIER_SEVERITY_WARNING]);

  json_builder_set_member_name (builder, "diagnostics");
  json_builder_begin_array (builder);
  for (int i = 0; i < (int) self->entries->len; i++)
    {
      const DossierDiagnostic *diagnostic = dossier_report_get (self, i);

      json_builder_begin_object (builder);
      add_string_member (builder, "severity", diagnostic->severity == DOSSIER_SEVERITY_ERROR ? "error" : "warning");
      add_string_member (builder, "stage", get_stage_name (diagnostic->stage));
      add_string_member (builder, "id", diagnostic->id);
      add_string_member (builder, "file", diagnostic->file);
      if (diagnostic->line > 0)
        add_integer_member (builder, "line", diagnostic->line);
      if (diagnostic->column > 0)
        add_integer_member (builder, "column", diagnostic->column);
      add_string_member (builder, "pointer", diagnostic->pointer);
      add_string_member (builder, "message", diagnostic->message);
      add_string_member (builder, "suggestion", diagnostic->suggestion);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  return json_builder_get_root (builder);
}

/**
 * dossier_report_to_json_text:
 * @self: a report
 *
 * Returns: (transfer full): what dossier_report_to_json() says, as indented text without a new line at its end; what
 *   could harm a terminal is escaped in it
 */
char *
dossier_report_to_json_text (DossierReport *self)
{
  g_autoptr (JsonNode) root = dossier_report_to_json (self);

  return dossier_json_to_text (root, TRUE);
}

/**
 * dossier_report_to_error:
 * @self: a report
 *
 * Returns: (transfer full) (nullable): the first error of the report in the domain %DOSSIER_ERROR, with the code of
 *   its stage, and how many there are besides; %NULL if there is none
 */
GError *
dossier_report_to_error (DossierReport *self)
{
  for (int i = 0; i < (int) self->entries->len; i++)
    {
      const DossierDiagnostic *diagnostic = dossier_report_get (self, i);
      g_autoptr (GString) text = NULL;
      int more = self->n_found[DOSSIER_SEVERITY_ERROR] - 1;

      if (diagnostic->severity != DOSSIER_SEVERITY_ERROR)
        continue;

      text = g_string_new (NULL);
      append_diagnostic (text, diagnostic, NULL);
      if (more > 0)
        {
          g_string_append_c (text, ' ');
          g_string_append_printf (text,
                                  ngettext ("(and %d more error)", "(and %d more errors)", (gulong) more),
                                  more);
        }

      return g_error_new_literal (DOSSIER_ERROR, (int) get_error_code (diagnostic->stage), text->str);
    }

  return NULL;
}
