/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window/dossier-actions.h"

G_BEGIN_DECLS

/**
 * DossierShowCommand:
 *
 * What a presenter can have done by a key, in both windows. %DOSSIER_SHOW_CONFIRM goes to the scene whose number was typed,
 * and on to the next if none was. %DOSSIER_SHOW_DIGIT_0 and the nine after it are typed numbers.
 */
typedef enum
{
  DOSSIER_SHOW_NOTHING,
  DOSSIER_SHOW_NEXT,
  DOSSIER_SHOW_PREVIOUS,
  DOSSIER_SHOW_CONFIRM,
  DOSSIER_SHOW_FIRST,
  DOSSIER_SHOW_LAST,
  DOSSIER_SHOW_GO_TO,
  DOSSIER_SHOW_OVERVIEW,
  DOSSIER_SHOW_BACK,
  DOSSIER_SHOW_BOOKMARK,
  DOSSIER_SHOW_TO_BOOKMARK,
  DOSSIER_SHOW_BLACK,
  DOSSIER_SHOW_WHITE,
  DOSSIER_SHOW_FREEZE,
  DOSSIER_SHOW_EDIT_NOTES,
  DOSSIER_SHOW_NOTES_LARGER,
  DOSSIER_SHOW_NOTES_SMALLER,
  DOSSIER_SHOW_NOTES_DOWN,
  DOSSIER_SHOW_NOTES_UP,
  DOSSIER_SHOW_UNDO_STROKE,
  DOSSIER_SHOW_CLEAR_INK,
  DOSSIER_SHOW_CLOCK,
  DOSSIER_SHOW_RESET_CLOCK,
  DOSSIER_SHOW_PLAY,
  DOSSIER_SHOW_LOOP,
  DOSSIER_SHOW_SWAP,
  DOSSIER_SHOW_FULLSCREEN,
  DOSSIER_SHOW_HELP,
  DOSSIER_SHOW_ESCAPE,
  DOSSIER_SHOW_DIGIT_0,
  DOSSIER_SHOW_DIGIT_9 = DOSSIER_SHOW_DIGIT_0 + 9,
} DossierShowCommand;

DossierShowCommand dossier_show_keys_find (guint keyval, GdkModifierType modifiers);
DossierShowCommand dossier_show_keys_find_event (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType modifiers);

const DossierShortcut *dossier_show_keys_get_shortcuts (int *n_shortcuts);

G_END_DECLS
