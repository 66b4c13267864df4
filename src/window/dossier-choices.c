/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-choices.h"

#include "window/dossier-actions.h"

#include <glib/gi18n-lib.h>

/**
 * dossier_choices_of_commands:
 * @chooser: a chooser inside of a window
 *
 * Returns: (transfer full) (element-type DossierChoice): the commands of the shortcuts window that can be given now,
 *   each with its keys
 */
GPtrArray *
dossier_choices_of_commands (DossierChooser *chooser)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func (g_object_unref);
  int n_groups;
  const DossierShortcutGroup *groups = dossier_actions_get_shortcuts (&n_groups);

  for (int i = 0; i < n_groups; i++)
    for (int j = 0; j < groups[i].n_shortcuts; j++)
      {
        const DossierShortcut *shortcut = &groups[i].shortcuts[j];
        g_autofree char *keys = NULL;
        GdkModifierType modifiers;
        guint keyval;

        if (shortcut->action == NULL || !dossier_chooser_can_activate (chooser, shortcut->action))
          continue;

        if (shortcut->accels[0] != NULL && gtk_accelerator_parse (shortcut->accels[0], &keyval, &modifiers))
          keys = gtk_accelerator_get_label (keyval, modifiers);
        g_ptr_array_add (choices, dossier_choice_new_command (_ (shortcut->title), _ (groups[i].title), keys, shortcut->action));
      }

  return choices;
}

/**
 * dossier_choices_of_places:
 * @document: a document
 * @lanes: (array length=n_lanes): the lanes of the timeline
 * @n_lanes: how many
 *
 * Returns: (transfer full) (element-type DossierChoice): where one can go: the lanes, then the actors
 */
GPtrArray *
dossier_choices_of_places (DossierDocument *document, const DossierTimelineLane *lanes, int n_lanes)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func (g_object_unref);
  int n_actors = dossier_document_get_count (document, DOSSIER_RECORD_ACTOR);

  for (int i = 0; i < n_lanes; i++)
    g_ptr_array_add (choices, dossier_choice_new_lane (lanes[i].title, _ ("Lane"), i));

  for (int i = 0; i < n_actors; i++)
    {
      const DossierActor *actor = dossier_document_get_actor (document, i);
      g_autofree char *type = dossier_vocabulary_dup_heading (DOSSIER_VOCABULARY_ACTOR_TYPE, actor->type);

      g_ptr_array_add (choices, dossier_choice_new_record (dossier_text_get (&actor->name, NULL), type != NULL ? type : "", document, (DossierRef){ DOSSIER_RECORD_ACTOR, i }));
    }

  return choices;
}
