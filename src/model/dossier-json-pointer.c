/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-json-pointer.h"

#include "model/dossier-pointer.h"
#include "model/dossier-scanner.h"

/* One step on the way from the root to the current token. */
typedef struct
{
  gboolean is_array;
  int index;        /* of the current item of an array, -1 before the first */
  char *name;       /* of the current member of an object, NULL before the first */
} Step;

static void
clear_step (gpointer data)
{
  g_clear_pointer (&((Step *) data)->name, g_free);
}

static char *
build_pointer (const GArray *steps)
{
  GString *pointer = g_string_new (NULL);

  for (guint i = 0; i < steps->len; i++)
    {
      const Step *step = &g_array_index (steps, Step, i);

      if (step->is_array && step->index >= 0)
        dossier_pointer_append_index (pointer, (gsize) step->index);
      else if (!step->is_array && step->name != NULL)
        dossier_pointer_append_name (pointer, step->name);
    }

  return g_string_free (pointer, FALSE);
}

/* Moves the innermost step on to what begins with @token. */
static void
advance (GArray *steps, const DossierScanner *scanner)
{
  Step *step = steps->len > 0 ? &g_array_index (steps, Step, steps->len - 1) : NULL;

  if (step == NULL)
    return;

  if (scanner->token == DOSSIER_TOKEN_NAME)
    {
      g_free (step->name);
      step->name = g_malloc (scanner->length + 1);
      dossier_scanner_decode (scanner, step->name);
    }
  else if (step->is_array && scanner->token != DOSSIER_TOKEN_ARRAY_END && scanner->token != DOSSIER_TOKEN_ERROR)
    step->index++;
}

/**
 * dossier_json_pointer_find:
 * @data: (array length=length): a document in JSON
 * @length: how many bytes it has
 * @limits: (nullable): the limits it was read within, %NULL for the default
 * @offsets: (array length=n_offsets): places in @data, in bytes, ascending
 * @n_offsets: how many places
 * @pointers: (out caller-allocates) (array length=n_offsets): for each a new string, the JSON pointer (RFC 6901) of
 *   the value that begins there or is the innermost around it; of a name, that of its member
 *
 * Tells where in a document places are, which were noted as offsets. Nobody has to keep track of the way to each
 * value while a good document is read: only one with errors is gone through again.
 */
void
dossier_json_pointer_find (const char *data,
                           gsize length,
                           const DossierLimits *limits,
                           const gsize *offsets,
                           int n_offsets,
                           char **pointers)
{
  g_auto (DossierScanner) scanner = { 0 };
  g_autoptr (GArray) steps = g_array_new (FALSE, TRUE, sizeof (Step));
  int n_found = 0;

  g_array_set_clear_func (steps, clear_step);
  dossier_scanner_init (&scanner, data, length, limits);
  scanner.passes_nul = TRUE;

  while (n_found < n_offsets)
    {
      DossierToken token = dossier_scanner_next (&scanner);
      gboolean over = token == DOSSIER_TOKEN_END || token == DOSSIER_TOKEN_ERROR;

      advance (steps, &scanner);

      while (n_found < n_offsets && (over || offsets[n_found] < scanner.end))
        pointers[n_found++] = build_pointer (steps);

      if (token == DOSSIER_TOKEN_OBJECT_BEGIN || token == DOSSIER_TOKEN_ARRAY_BEGIN)
        {
          Step step = { .is_array = token == DOSSIER_TOKEN_ARRAY_BEGIN, .index = -1 };

          g_array_append_val (steps, step);
        }
      else if (token == DOSSIER_TOKEN_OBJECT_END || token == DOSSIER_TOKEN_ARRAY_END)
        g_array_set_size (steps, steps->len - 1);
    }
}
