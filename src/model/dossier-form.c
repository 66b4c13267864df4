/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-form.h"

static const struct
{
  const char *suffix;
  DossierForm form;
} suffixes[] = {
  { ".dossier", DOSSIER_FORM_DOCUMENT },
  { ".json", DOSSIER_FORM_DOCUMENT },
  { ".dossierl", DOSSIER_FORM_LINES },
  { ".jsonl", DOSSIER_FORM_LINES },
};

/**
 * dossier_form_is_named:
 * @name: the name or the path of a file
 * @form: (out): the form that a file of that name has
 *
 * The name alone decides, so that a damaged file of the one form is never taken for a good one of the other. Capital
 * letters do not matter.
 *
 * Returns: whether @name ends as a dossier's does
 */
gboolean
dossier_form_is_named (const char *name, DossierForm *form)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      if (g_str_has_suffix (lower, suffixes[i].suffix))
        {
          *form = suffixes[i].form;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * dossier_form_of_file:
 * @file: (nullable): where a dossier comes from, %NULL if from memory
 *
 * Returns: the form that @file has by its name; %DOSSIER_FORM_DOCUMENT if that does not say
 */
DossierForm
dossier_form_of_file (GFile *file)
{
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  DossierForm form = DOSSIER_FORM_DOCUMENT;

  if (name != NULL)
    dossier_form_is_named (name, &form);

  return form;
}
