/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-show-keys.h"

#include <glib/gi18n-lib.h>

#define MOST_KEYS 9

#define MODIFIERS (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)

typedef struct
{
  guint keyval;
  GdkModifierType modifiers;
} Key;

/* Unused keys are 0. Clickers send Page Up and Page Down, and for the black screen "b" or a full stop. */
static const struct
{
  DossierShowCommand command;
  Key keys[MOST_KEYS];
} commands[] = {
  { DOSSIER_SHOW_NEXT, { { GDK_KEY_Right, 0 }, { GDK_KEY_Down, 0 }, { GDK_KEY_Page_Down, 0 }, { GDK_KEY_space, 0 }, { GDK_KEY_n, 0 }, { GDK_KEY_Page_Down, GDK_SHIFT_MASK }, { GDK_KEY_KP_Page_Down, 0 }, { GDK_KEY_KP_Right, 0 }, { GDK_KEY_KP_Down, 0 } } },
  { DOSSIER_SHOW_PREVIOUS, { { GDK_KEY_Left, 0 }, { GDK_KEY_Up, 0 }, { GDK_KEY_Page_Up, 0 }, { GDK_KEY_BackSpace, 0 }, { GDK_KEY_p, 0 }, { GDK_KEY_Page_Up, GDK_SHIFT_MASK }, { GDK_KEY_KP_Page_Up, 0 }, { GDK_KEY_KP_Left, 0 }, { GDK_KEY_KP_Up, 0 } } },
  { DOSSIER_SHOW_CONFIRM, { { GDK_KEY_Return, 0 }, { GDK_KEY_KP_Enter, 0 }, { GDK_KEY_ISO_Enter, 0 } } },
  { DOSSIER_SHOW_FIRST, { { GDK_KEY_Home, 0 }, { GDK_KEY_KP_Home, 0 } } },
  { DOSSIER_SHOW_LAST, { { GDK_KEY_End, 0 }, { GDK_KEY_KP_End, 0 } } },
  { DOSSIER_SHOW_GO_TO, { { GDK_KEY_g, 0 } } },
  { DOSSIER_SHOW_OVERVIEW, { { GDK_KEY_o, 0 }, { GDK_KEY_Tab, 0 }, { GDK_KEY_KP_Tab, 0 } } },
  { DOSSIER_SHOW_BACK, { { GDK_KEY_BackSpace, GDK_SHIFT_MASK } } },
  { DOSSIER_SHOW_BOOKMARK, { { GDK_KEY_m, 0 } } },
  { DOSSIER_SHOW_TO_BOOKMARK, { { GDK_KEY_m, GDK_SHIFT_MASK } } },
  { DOSSIER_SHOW_BLACK, { { GDK_KEY_b, 0 }, { GDK_KEY_period, 0 }, { GDK_KEY_KP_Decimal, 0 } } },
  { DOSSIER_SHOW_WHITE, { { GDK_KEY_w, 0 } } },
  { DOSSIER_SHOW_FREEZE, { { GDK_KEY_f, 0 } } },
  { DOSSIER_SHOW_EDIT_NOTES, { { GDK_KEY_e, 0 } } },
  { DOSSIER_SHOW_NOTES_LARGER, { { GDK_KEY_plus, 0 }, { GDK_KEY_equal, 0 }, { GDK_KEY_KP_Add, 0 }, { GDK_KEY_plus, GDK_CONTROL_MASK }, { GDK_KEY_equal, GDK_CONTROL_MASK }, { GDK_KEY_KP_Add, GDK_CONTROL_MASK } } },
  { DOSSIER_SHOW_NOTES_SMALLER, { { GDK_KEY_minus, 0 }, { GDK_KEY_KP_Subtract, 0 }, { GDK_KEY_minus, GDK_CONTROL_MASK }, { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK } } },
  { DOSSIER_SHOW_NOTES_DOWN, { { GDK_KEY_Down, GDK_CONTROL_MASK } } },
  { DOSSIER_SHOW_NOTES_UP, { { GDK_KEY_Up, GDK_CONTROL_MASK } } },
  { DOSSIER_SHOW_UNDO_STROKE, { { GDK_KEY_z, GDK_CONTROL_MASK } } },
  { DOSSIER_SHOW_CLEAR_INK, { { GDK_KEY_c, 0 } } },
  { DOSSIER_SHOW_CLOCK, { { GDK_KEY_t, 0 } } },
  { DOSSIER_SHOW_RESET_CLOCK, { { GDK_KEY_t, GDK_CONTROL_MASK } } },
  { DOSSIER_SHOW_PLAY, { { GDK_KEY_a, 0 } } },
  { DOSSIER_SHOW_LOOP, { { GDK_KEY_l, 0 } } },
  { DOSSIER_SHOW_SWAP, { { GDK_KEY_s, 0 } } },
  { DOSSIER_SHOW_FULLSCREEN, { { GDK_KEY_F11, 0 } } },
  { DOSSIER_SHOW_HELP, { { GDK_KEY_question, 0 }, { GDK_KEY_question, GDK_CONTROL_MASK }, { GDK_KEY_F1, 0 }, { GDK_KEY_F1, GDK_CONTROL_MASK } } },
  { DOSSIER_SHOW_ESCAPE, { { GDK_KEY_Escape, 0 } } },
};

/* As the shortcuts window lists them; what a key does is held against the table above by a test. */
static const DossierShortcut shortcuts[] = {
  { NULL, { "Right", "Page_Down", "space" }, N_ ("Click, wheel down"), N_ ("Next scene; N and Return, too") },
  { NULL, { "Left", "Page_Up", "BackSpace" }, N_ ("Right click, wheel up"), N_ ("Scene before; P, too") },
  { NULL, { "Home", "End" }, NULL, N_ ("First and last scene") },
  { NULL, { "g" }, NULL, N_ ("Go to a scene by its number or name") },
  { NULL, { NULL }, N_ ("Digits, then Return"), N_ ("Go to the scene of that number") },
  { NULL, { "o", "Tab" }, NULL, N_ ("All scenes at a glance") },
  { NULL, { "<Shift>BackSpace" }, NULL, N_ ("Back to where one jumped from") },
  { NULL, { "m", "<Shift>m" }, NULL, N_ ("Set the bookmark; return to it") },
  { NULL, { "b", "period" }, NULL, N_ ("Black screen for the audience, and back") },
  { NULL, { "w" }, NULL, N_ ("White screen for the audience, and back") },
  { NULL, { "f" }, NULL, N_ ("Freeze what the audience sees, and let it follow again") },
  { NULL, { "2", "5", "1" }, NULL, N_ ("Large pointer, spotlight, neither") },
  { NULL, { "3", "4" }, NULL, N_ ("Pen and eraser") },
  { NULL, { "<Control>z", "c" }, NULL, N_ ("Take back the last stroke, all strokes") },
  { NULL, { "e" }, NULL, N_ ("Edit the notes; Escape ends it") },
  { NULL, { "plus", "minus" }, NULL, N_ ("Larger and smaller notes") },
  { NULL, { "<Control>Down", "<Control>Up" }, NULL, N_ ("Read on in the notes, and back") },
  { NULL, { "t", "<Control>t" }, NULL, N_ ("Stop the watch or let it run; set it back") },
  { NULL, { "a", "l" }, NULL, N_ ("Let it play by itself; begin again at the end") },
  { NULL, { "s" }, NULL, N_ ("Swap the screens; with one, bring the other window to the front") },
  { NULL, { "F11" }, NULL, N_ ("Let the window fill the screen, or not") },
  { NULL, { "F6" }, NULL, N_ ("From the picture to the buttons, and back") },
  { NULL, { "question" }, NULL, N_ ("These keys") },
  { NULL, { "Escape" }, NULL, N_ ("Take back what hides the scene, then leave the show") },
};

/* That Shift was held to type a "?" is no matter, nor is Caps Lock. */
static gboolean
is_shift_needed_to_type (guint keyval)
{
  gunichar character = gdk_keyval_to_unicode (keyval);

  return character > ' ' && !g_unichar_isalpha (character);
}

/**
 * dossier_show_keys_find:
 * @keyval: a key
 * @modifiers: what is held with it
 *
 * Returns: what it has done, %DOSSIER_SHOW_NOTHING if nothing
 */
DossierShowCommand
dossier_show_keys_find (guint keyval, GdkModifierType modifiers)
{
  guint lower = gdk_keyval_to_lower (keyval);
  GdkModifierType held = modifiers & MODIFIERS;

  if (is_shift_needed_to_type (lower))
    held &= ~GDK_SHIFT_MASK;

  if (held == 0 && lower >= GDK_KEY_0 && lower <= GDK_KEY_9)
    return DOSSIER_SHOW_DIGIT_0 + (DossierShowCommand) (lower - GDK_KEY_0);
  if (held == 0 && lower >= GDK_KEY_KP_0 && lower <= GDK_KEY_KP_9)
    return DOSSIER_SHOW_DIGIT_0 + (DossierShowCommand) (lower - GDK_KEY_KP_0);

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    for (gsize j = 0; j < MOST_KEYS && commands[i].keys[j].keyval != 0; j++)
      if (commands[i].keys[j].keyval == lower && commands[i].keys[j].modifiers == held)
        return commands[i].command;

  return DOSSIER_SHOW_NOTHING;
}

/**
 * dossier_show_keys_find_event:
 * @controller: what is told of the key
 * @keyval: the key
 * @keycode: its place on the keyboard
 * @modifiers: what is held with it
 *
 * Where the letters of the keyboard are of another script, the key counts for the Latin letter of one of its other layouts.
 *
 * Returns: what it has done, %DOSSIER_SHOW_NOTHING if nothing
 */
DossierShowCommand
dossier_show_keys_find_event (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType modifiers)
{
  DossierShowCommand command = dossier_show_keys_find (keyval, modifiers);
  GdkDisplay *display = gtk_widget_get_display (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));
  g_autofree guint *keyvals = NULL;
  int n_keyvals;

  if (command != DOSSIER_SHOW_NOTHING || gdk_keyval_to_unicode (keyval) < 0x80 || !gdk_display_map_keycode (display, keycode, NULL, &keyvals, &n_keyvals))
    return command;

  for (int i = 0; i < n_keyvals && command == DOSSIER_SHOW_NOTHING; i++)
    command = dossier_show_keys_find (keyvals[i], modifiers);

  return command;
}

/**
 * dossier_show_keys_get_shortcuts:
 * @n_shortcuts: (out): how many
 *
 * Returns: (transfer none): all keys of the show, for reading
 */
const DossierShortcut *
dossier_show_keys_get_shortcuts (int *n_shortcuts)
{
  *n_shortcuts = G_N_ELEMENTS (shortcuts);

  return shortcuts;
}
