/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DossierShortcut:
 * @action: (nullable): the detailed name of an action, %NULL for keys and gestures that a canvas handles itself
 * @accels: up to three accelerators, as GTK parses them; unused ones are %NULL
 * @gesture: (nullable): words for what is not a key, such as "Ctrl + scroll"; untranslated
 * @title: what it does, untranslated
 */
typedef struct
{
  const char *action;
  const char *accels[3];
  const char *gesture;
  const char *title;
} DossierShortcut;

/**
 * DossierShortcutGroup:
 * @title: what they have in common, untranslated
 * @shortcuts: the shortcuts
 * @n_shortcuts: how many
 */
typedef struct
{
  const char *title;
  const DossierShortcut *shortcuts;
  int n_shortcuts;
} DossierShortcutGroup;

const DossierShortcutGroup *dossier_actions_get_shortcuts (int *n_groups);
void dossier_actions_set_accels (GtkApplication *application);

G_END_DECLS
