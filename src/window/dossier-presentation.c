/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-presentation.h"

#include "window/dossier-monitors.h"
#include "window/dossier-settings.h"
#include "window/dossier-shortcuts-window.h"
#include "window/dossier-show-keys.h"

#include <glib/gi18n-lib.h>

/* The watch is looked at so often, and what is due is done. */
#define TICK_MS 100

/* Pixels of the letters of the notes; the setting that remembers them has the same bounds. */
#define NOTES_SIZE_USUAL    22
#define NOTES_SIZE_SMALLEST 12
#define NOTES_SIZE_LARGEST  60
#define NOTES_SIZE_STEP     2

struct _DossierPresentation
{
  GObject parent_instance;

  GtkWindow *from; /* weak: what it was started from may be closed meanwhile */
  DossierShow *show;
  DossierMonitors *monitors;
  DossierScreens screens;
  DossierAudienceWindow *audience;
  DossierPresenterWindow *console;
  GSimpleActionGroup *actions;
  guint tick_id;
  guint inhibit_cookie;
  int notes_size;
};

enum
{
  ENDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierPresentation, dossier_presentation, G_TYPE_OBJECT)

static const char *const blanks[] = {
  [DOSSIER_BLANK_NONE] = "none",
  [DOSSIER_BLANK_BLACK] = "black",
  [DOSSIER_BLANK_WHITE] = "white",
};

static const char *const tools[] = {
  [DOSSIER_SHOW_TOOL_NONE] = "none",
  [DOSSIER_SHOW_TOOL_POINTER] = "pointer",
  [DOSSIER_SHOW_TOOL_SPOTLIGHT] = "spotlight",
  [DOSSIER_SHOW_TOOL_PEN] = "pen",
  [DOSSIER_SHOW_TOOL_ERASER] = "eraser",
};

static void
set_state (DossierPresentation *self, const char *name, GVariant *state)
{
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), state);
}

/* The buttons of the console show how things are, however they came about. */
static void
update_actions (DossierPresentation *self)
{
  DossierPresenterNotes *notes;

  if (self->console == NULL)
    return;

  notes = dossier_presenter_window_get_notes (self->console);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "editing-notes")), dossier_presenter_notes_can_edit (notes));
  set_state (self, "blank", g_variant_new_string (blanks[dossier_show_get_blank (self->show)]));
  set_state (self, "tool", g_variant_new_string (tools[dossier_show_get_tool (self->show)]));
  set_state (self, "frozen", g_variant_new_boolean (dossier_show_is_frozen (self->show)));
  set_state (self, "playing", g_variant_new_boolean (dossier_show_is_playing (self->show)));
  set_state (self, "looping", g_variant_new_boolean (dossier_show_is_looping (self->show)));
  set_state (self, "bookmarked", g_variant_new_boolean (dossier_show_get_bookmark (self->show) == dossier_show_get_position (self->show)));
  set_state (self, "editing-notes", g_variant_new_boolean (dossier_presenter_notes_is_editing (notes)));
  set_state (self, "overview", g_variant_new_boolean (dossier_presenter_window_get_shows_overview (self->console)));
  set_state (self, "audience-fills", g_variant_new_boolean (dossier_audience_window_fills (self->audience)));
  set_state (self, "audience-monitor", g_variant_new_string (self->screens.audience >= 0 && self->screens.audience < dossier_monitors_get_n (self->monitors) ? dossier_monitors_get_name (self->monitors, self->screens.audience) : ""));
}

/* Puts both windows where they belong. */
static void
apply_screens (DossierPresentation *self)
{
  if (self->screens.audience >= 0)
    dossier_audience_window_fill (self->audience, dossier_monitors_get (self->monitors, self->screens.audience));
  if (self->screens.console >= 0)
    gtk_window_fullscreen_on_monitor (GTK_WINDOW (self->console), dossier_monitors_get (self->monitors, self->screens.console));
  else
    gtk_window_unfullscreen (GTK_WINDOW (self->console));
  update_actions (self);
}

static void
fill_monitors_menu (DossierPresentation *self)
{
  GMenu *menu = dossier_presenter_window_get_monitors_menu (self->console);

  g_menu_remove_all (menu);
  for (int i = 0; i < dossier_monitors_get_n (self->monitors); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (dossier_monitors_get_name (self->monitors, i), NULL);

      g_menu_item_set_action_and_target (item, "show.audience-monitor", "s", dossier_monitors_get_name (self->monitors, i));
      g_menu_append_item (menu, item);
    }
}

/* One came or went. While there is none at all, the windows wait for the next. */
static void
monitors_changed_cb (DossierPresentation *self)
{
  fill_monitors_menu (self);
  if (dossier_monitors_get_n (self->monitors) == 0)
    return;

  self->screens = dossier_monitors_choose (self->monitors, GTK_WIDGET (self->console));
  apply_screens (self);
}

static void
swap (DossierPresentation *self)
{
  if (dossier_monitors_get_n (self->monitors) < 2)
    {
      gboolean is_audience_in_front = gtk_window_is_active (GTK_WINDOW (self->audience));

      gtk_window_present (is_audience_in_front ? GTK_WINDOW (self->console) : GTK_WINDOW (self->audience));
      return;
    }

  self->screens = dossier_screens_swap (&self->screens, dossier_monitors_get_n (self->monitors));
  dossier_monitors_remember (self->monitors, self->screens.audience);
  apply_screens (self);
}

static void
toggle_fullscreen (DossierPresentation *self, gboolean in_audience)
{
  if (in_audience && dossier_audience_window_fills (self->audience))
    dossier_audience_window_unfill (self->audience);
  else if (in_audience && self->screens.audience >= 0)
    dossier_audience_window_fill (self->audience, dossier_monitors_get (self->monitors, self->screens.audience));
  else if (gtk_window_is_fullscreen (GTK_WINDOW (self->console)))
    gtk_window_unfullscreen (GTK_WINDOW (self->console));
  else
    gtk_window_fullscreen (GTK_WINDOW (self->console));
  update_actions (self);
}

static void
set_notes_size (DossierPresentation *self, int size)
{
  self->notes_size = CLAMP (size, NOTES_SIZE_SMALLEST, NOTES_SIZE_LARGEST);
  dossier_presenter_window_set_notes_size (self->console, self->notes_size);
}

/* As the last show left it. */
static int
recall_notes_size (void)
{
  GSettings *settings = dossier_settings_get ();

  return settings != NULL ? g_settings_get_int (settings, DOSSIER_SETTING_NOTES_SIZE) : NOTES_SIZE_USUAL;
}

/* Makes the notes larger or smaller by so many steps, for this show and the next. */
static void
step_notes_size (DossierPresentation *self, int steps)
{
  GSettings *settings = dossier_settings_get ();

  set_notes_size (self, self->notes_size + steps * NOTES_SIZE_STEP);
  if (settings != NULL)
    g_settings_set_int (settings, DOSSIER_SETTING_NOTES_SIZE, self->notes_size);
}

static void
step (DossierPresentation *self, int steps)
{
  if (!dossier_show_step (self->show, steps))
    dossier_presenter_window_say (self->console, steps > 0 ? _ ("This is the last scene") : _ ("This is the first scene"));
}

static void
set_overview (DossierPresentation *self, gboolean shows_overview)
{
  dossier_presenter_window_set_shows_overview (self->console, shows_overview);
  update_actions (self);
}

/* What only the presenter is to see has to be in sight of the presenter. */
static void
bring_console (DossierPresentation *self)
{
  if (!gtk_window_is_active (GTK_WINDOW (self->console)))
    gtk_window_present (GTK_WINDOW (self->console));
}

static void
show_help (DossierPresentation *self)
{
  int n_shortcuts;
  const DossierShortcut *shortcuts = dossier_show_keys_get_shortcuts (&n_shortcuts);
  DossierShortcutGroup group = { N_ ("Presentation"), shortcuts, n_shortcuts };

  bring_console (self);
  gtk_window_present (GTK_WINDOW (dossier_shortcuts_window_new_for_groups (GTK_WINDOW (self->console), &group, 1)));
}

/* What plays by itself would take the field away while somebody types, and the keys would be those of the show. */
static void
edit_notes (DossierPresentation *self)
{
  DossierPresenterNotes *notes = dossier_presenter_window_get_notes (self->console);

  bring_console (self);
  set_overview (self, FALSE);
  dossier_show_set_playing (self->show, FALSE);
  if (!dossier_presenter_notes_edit (notes))
    dossier_presenter_window_say (self->console, _ ("These notes can no longer be edited: the story was closed, or the scene taken out of it"));
}

static void
toggle_editing_notes (DossierPresentation *self)
{
  if (!dossier_presenter_notes_end_edit (dossier_presenter_window_get_notes (self->console)))
    edit_notes (self);
}

static void
escape (DossierPresentation *self)
{
  if (dossier_presenter_notes_end_edit (dossier_presenter_window_get_notes (self->console)))
    return;

  if (dossier_presenter_window_get_shows_overview (self->console))
    set_overview (self, FALSE);
  else if (!dossier_show_escape (self->show))
    dossier_presentation_end (self);
}

static void
go_back (DossierPresentation *self)
{
  if (!dossier_show_go_back (self->show))
    dossier_presenter_window_say (self->console, _ ("Nothing was jumped over yet"));
}

static void
return_to_bookmark (DossierPresentation *self)
{
  if (!dossier_show_return_to_bookmark (self->show))
    dossier_presenter_window_say (self->console, _ ("There is no bookmark yet"));
}

static void
do_command (DossierPresentation *self, DossierShowCommand command, gboolean in_audience)
{
  if (command >= DOSSIER_SHOW_DIGIT_0 && command <= DOSSIER_SHOW_DIGIT_9)
    {
      dossier_show_type_digit (self->show, (int) (command - DOSSIER_SHOW_DIGIT_0));
      return;
    }

  switch (command)
    {
    case DOSSIER_SHOW_NEXT:
      step (self, 1);
      break;
    case DOSSIER_SHOW_PREVIOUS:
      step (self, -1);
      break;
    case DOSSIER_SHOW_CONFIRM:
      if (!dossier_show_confirm_number (self->show))
        step (self, 1);
      break;
    case DOSSIER_SHOW_FIRST:
      dossier_show_go_to (self->show, 0);
      break;
    case DOSSIER_SHOW_LAST:
      dossier_show_go_to (self->show, dossier_show_get_n_scenes (self->show) - 1);
      break;
    case DOSSIER_SHOW_GO_TO:
      bring_console (self);
      set_overview (self, FALSE);
      dossier_presenter_window_ask_where (self->console);
      break;
    case DOSSIER_SHOW_OVERVIEW:
      bring_console (self);
      set_overview (self, !dossier_presenter_window_get_shows_overview (self->console));
      break;
    case DOSSIER_SHOW_BACK:
      go_back (self);
      break;
    case DOSSIER_SHOW_BOOKMARK:
      dossier_show_toggle_bookmark (self->show);
      break;
    case DOSSIER_SHOW_TO_BOOKMARK:
      return_to_bookmark (self);
      break;
    case DOSSIER_SHOW_BLACK:
      dossier_show_toggle_blank (self->show, DOSSIER_BLANK_BLACK);
      break;
    case DOSSIER_SHOW_WHITE:
      dossier_show_toggle_blank (self->show, DOSSIER_BLANK_WHITE);
      break;
    case DOSSIER_SHOW_FREEZE:
      dossier_show_toggle_frozen (self->show);
      break;
    case DOSSIER_SHOW_EDIT_NOTES:
      toggle_editing_notes (self);
      break;
    case DOSSIER_SHOW_NOTES_LARGER:
      step_notes_size (self, 1);
      break;
    case DOSSIER_SHOW_NOTES_SMALLER:
      step_notes_size (self, -1);
      break;
    case DOSSIER_SHOW_NOTES_DOWN:
      dossier_presenter_window_scroll_notes (self->console, 1);
      break;
    case DOSSIER_SHOW_NOTES_UP:
      dossier_presenter_window_scroll_notes (self->console, -1);
      break;
    case DOSSIER_SHOW_UNDO_STROKE:
      if (!dossier_show_undo_stroke (self->show))
        dossier_presenter_window_say (self->console, _ ("Nothing is drawn here"));
      break;
    case DOSSIER_SHOW_CLEAR_INK:
      if (!dossier_show_clear_ink (self->show))
        dossier_presenter_window_say (self->console, _ ("Nothing is drawn here"));
      break;
    case DOSSIER_SHOW_CLOCK:
      dossier_show_toggle_clock (self->show);
      break;
    case DOSSIER_SHOW_RESET_CLOCK:
      dossier_show_reset_clock (self->show);
      break;
    case DOSSIER_SHOW_PLAY:
      dossier_show_set_playing (self->show, !dossier_show_is_playing (self->show));
      break;
    case DOSSIER_SHOW_LOOP:
      dossier_show_set_looping (self->show, !dossier_show_is_looping (self->show));
      break;
    case DOSSIER_SHOW_SWAP:
      swap (self);
      break;
    case DOSSIER_SHOW_FULLSCREEN:
      toggle_fullscreen (self, in_audience);
      break;
    case DOSSIER_SHOW_HELP:
      show_help (self);
      break;
    case DOSSIER_SHOW_ESCAPE:
      escape (self);
      break;
    case DOSSIER_SHOW_NOTHING:
    case DOSSIER_SHOW_DIGIT_0:
    case DOSSIER_SHOW_DIGIT_9:
    default:
      break;
    }
}

static gboolean
audience_key_cb (DossierPresentation *self, guint keyval, guint keycode, GdkModifierType modifiers, GtkEventControllerKey *controller)
{
  DossierShowCommand command = dossier_show_keys_find_event (controller, keyval, keycode, modifiers);

  if (command == DOSSIER_SHOW_NOTHING)
    return GDK_EVENT_PROPAGATE;
  do_command (self, command, TRUE);

  return GDK_EVENT_STOP;
}

/* Whether GTK would activate what has the focus by that key, or move on from it. */
static gboolean
is_key_of_focus (DossierPresentation *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_space:
      return TRUE;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      return !dossier_presenter_window_get_shows_overview (self->console);
    default:
      return FALSE;
    }
}

/* Only what the focused button, list or entry has no use for comes here. */
static gboolean
console_key_cb (DossierPresentation *self, guint keyval, guint keycode, GdkModifierType modifiers, GtkEventControllerKey *controller)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->console));
  gboolean is_at_picture = dossier_presenter_window_is_at_picture (self->console);
  DossierShowCommand command = dossier_show_keys_find_event (controller, keyval, keycode, modifiers);

  /* In a menu, or where a name is typed. */
  if (focus != NULL && gtk_widget_get_native (focus) != GTK_NATIVE (self->console))
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_F6 && (is_at_picture || dossier_presenter_window_get_shows_overview (self->console)))
    {
      gtk_widget_child_focus (GTK_WIDGET (self->console), GTK_DIR_TAB_FORWARD);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_F6)
    {
      dossier_presenter_window_focus_picture (self->console);
      return GDK_EVENT_STOP;
    }

  /* Wherever the focus is but there, it is activated and goes on as everywhere. */
  if (command == DOSSIER_SHOW_NOTHING || (!is_at_picture && is_key_of_focus (self, keyval)))
    return GDK_EVENT_PROPAGATE;
  do_command (self, command, FALSE);

  return GDK_EVENT_STOP;
}

static void
clicked_cb (DossierPresentation *self, int n_press, double x, double y, GtkGestureSingle *gesture)
{
  DossierShowTool tool = dossier_show_get_tool (self->show);

  switch (gtk_gesture_single_get_current_button (gesture))
    {
    case GDK_BUTTON_PRIMARY:
      /* It was a stroke. */
      if (tool != DOSSIER_SHOW_TOOL_PEN && tool != DOSSIER_SHOW_TOOL_ERASER)
        step (self, 1);
      break;
    case GDK_BUTTON_SECONDARY:
      step (self, -1);
      break;
    default:
      break;
    }
}

static gboolean
scroll_cb (DossierPresentation *self, double dx, double dy)
{
  if (dy != 0)
    step (self, dy > 0 ? 1 : -1);

  return GDK_EVENT_STOP;
}

/* A click goes on, the other button goes back, and so does the wheel. */
static void
follow_pointer (DossierPresentation *self, GtkWidget *widget)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_object (click, "released", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, scroll);
}

static void
follow_keys (DossierPresentation *self, GtkWidget *window, GtkPropagationPhase phase, GCallback callback)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, phase);
  g_signal_connect_object (keys, "key-pressed", callback, self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (window, keys);
}

static const struct
{
  const char *name;
  DossierShowCommand command;
} named_commands[] = {
  { "next", DOSSIER_SHOW_NEXT },
  { "previous", DOSSIER_SHOW_PREVIOUS },
  { "go-to", DOSSIER_SHOW_GO_TO },
  { "notes-larger", DOSSIER_SHOW_NOTES_LARGER },
  { "notes-smaller", DOSSIER_SHOW_NOTES_SMALLER },
  { "clock", DOSSIER_SHOW_CLOCK },
  { "reset-clock", DOSSIER_SHOW_RESET_CLOCK },
  { "swap", DOSSIER_SHOW_SWAP },
  { "help", DOSSIER_SHOW_HELP },
};

static void
do_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *name = g_variant_get_string (parameter, NULL);

  if (g_str_equal (name, "end"))
    {
      dossier_presentation_end (data);
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (named_commands); i++)
    if (g_str_equal (name, named_commands[i].name))
      do_command (data, named_commands[i].command, FALSE);
}

static void
blank_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DossierPresentation *self = data;
  const char *name = g_variant_get_string (parameter, NULL);

  dossier_show_toggle_blank (self->show, g_str_equal (name, blanks[DOSSIER_BLANK_WHITE]) ? DOSSIER_BLANK_WHITE : DOSSIER_BLANK_BLACK);
}

static void
tool_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DossierPresentation *self = data;
  const char *name = g_variant_get_string (parameter, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tools); i++)
    if (g_str_equal (name, tools[i]))
      {
        dossier_show_set_tool (self->show, dossier_show_get_tool (self->show) == i ? DOSSIER_SHOW_TOOL_NONE : (DossierShowTool) i);
        break;
      }
}

static void
toggle_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  static const struct
  {
    const char *name;
    DossierShowCommand command;
  } toggles[] = {
    { "frozen", DOSSIER_SHOW_FREEZE },
    { "playing", DOSSIER_SHOW_PLAY },
    { "looping", DOSSIER_SHOW_LOOP },
    { "bookmarked", DOSSIER_SHOW_BOOKMARK },
    { "editing-notes", DOSSIER_SHOW_EDIT_NOTES },
    { "overview", DOSSIER_SHOW_OVERVIEW },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (toggles); i++)
    if (g_str_equal (g_action_get_name (G_ACTION (action)), toggles[i].name))
      do_command (data, toggles[i].command, FALSE);
}

static void
audience_fills_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  toggle_fullscreen (data, TRUE);
}

static void
audience_monitor_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DossierPresentation *self = data;
  const char *name = g_variant_get_string (parameter, NULL);

  for (int i = 0; i < dossier_monitors_get_n (self->monitors); i++)
    if (g_str_equal (dossier_monitors_get_name (self->monitors, i), name))
      dossier_monitors_remember (self->monitors, i);
  monitors_changed_cb (self);
}

static const GActionEntry entries[] = {
  { .name = "do", .activate = do_action, .parameter_type = "s" },
  { .name = "blank", .activate = blank_action, .parameter_type = "s", .state = "'none'" },
  { .name = "tool", .activate = tool_action, .parameter_type = "s", .state = "'none'" },
  { .name = "frozen", .activate = toggle_action, .state = "false" },
  { .name = "playing", .activate = toggle_action, .state = "false" },
  { .name = "looping", .activate = toggle_action, .state = "false" },
  { .name = "bookmarked", .activate = toggle_action, .state = "false" },
  { .name = "editing-notes", .activate = toggle_action, .state = "false" },
  { .name = "overview", .activate = toggle_action, .state = "false" },
  { .name = "audience-fills", .activate = audience_fills_action, .state = "true" },
  { .name = "audience-monitor", .activate = audience_monitor_action, .parameter_type = "s", .state = "''" },
};

static gboolean
tick_cb (gpointer data)
{
  DossierPresentation *self = data;
  GtkWidget *view = gtk_window_get_child (GTK_WINDOW (self->audience));
  int width = gtk_widget_get_width (view);
  int height = gtk_widget_get_height (view);

  dossier_show_tick (self->show);
  dossier_presenter_window_update_time (self->console);
  if (width > 0 && height > 0)
    dossier_presenter_window_set_proportions (self->console, (double) width / height);

  return G_SOURCE_CONTINUE;
}

static gboolean
end_cb (gpointer data)
{
  dossier_presentation_end (data);

  return G_SOURCE_REMOVE;
}

/* Whoever closes one of the windows has done with both; but who closes all that there are still has the other in hand. */
static gboolean
close_request_cb (DossierPresentation *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, end_cb, g_object_ref (self), g_object_unref);

  return GDK_EVENT_STOP;
}

static void
dossier_presentation_finalize (GObject *object)
{
  DossierPresentation *self = DOSSIER_PRESENTATION (object);

  g_clear_weak_pointer (&self->from);
  g_clear_object (&self->actions);
  g_clear_object (&self->monitors);
  g_clear_object (&self->show);

  G_OBJECT_CLASS (dossier_presentation_parent_class)->finalize (object);
}

static void
dossier_presentation_class_init (DossierPresentationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dossier_presentation_finalize;

  signals[ENDED] = g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dossier_presentation_init (DossierPresentation *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
}

/* No screen saver in the midst of a talk. */
static void
keep_awake (DossierPresentation *self)
{
  GtkApplication *application = gtk_window_get_application (self->from);

  if (application == NULL)
    return;

  gtk_window_set_application (GTK_WINDOW (self->audience), application);
  gtk_window_set_application (GTK_WINDOW (self->console), application);
  self->inhibit_cookie = gtk_application_inhibit (application,
                                                  GTK_WINDOW (self->audience),
                                                  GTK_APPLICATION_INHIBIT_IDLE | GTK_APPLICATION_INHIBIT_SUSPEND,
                                                  _ ("A story is being presented"));
}

/**
 * dossier_presentation_start:
 * @from: the window that it is started from
 * @editing: what is edited in it
 * @document: what is open in it, as it is edited
 * @story: the number of a story with a scene at least
 * @scene: the scene to begin with
 *
 * Returns: (transfer none): the show; it lives until it has ended
 */
DossierPresentation *
dossier_presentation_start (GtkWindow *from, DossierEditing *editing, DossierDocument *document, int story, int scene)
{
  DossierPresentation *self;

  g_return_val_if_fail (GTK_IS_WINDOW (from) && DOSSIER_IS_DOCUMENT (document), NULL);

  self = g_object_new (DOSSIER_TYPE_PRESENTATION, NULL);
  g_set_weak_pointer (&self->from, from);
  self->show = dossier_show_new (document, story, scene);
  self->monitors = dossier_monitors_new (gtk_widget_get_display (GTK_WIDGET (from)));
  self->screens = dossier_monitors_choose (self->monitors, GTK_WIDGET (from));
  self->audience = DOSSIER_AUDIENCE_WINDOW (dossier_audience_window_new (self->show));
  self->console = DOSSIER_PRESENTER_WINDOW (dossier_presenter_window_new (self->show, editing));
  gtk_widget_insert_action_group (GTK_WIDGET (self->console), "show", G_ACTION_GROUP (self->actions));

  follow_keys (self, GTK_WIDGET (self->audience), GTK_PHASE_CAPTURE, G_CALLBACK (audience_key_cb));
  follow_keys (self, GTK_WIDGET (self->console), GTK_PHASE_BUBBLE, G_CALLBACK (console_key_cb));
  follow_pointer (self, gtk_window_get_child (GTK_WINDOW (self->audience)));
  follow_pointer (self, dossier_presenter_window_get_picture (self->console));
  g_signal_connect_object (self->audience, "close-request", G_CALLBACK (close_request_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->console, "close-request", G_CALLBACK (close_request_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dossier_presenter_window_get_notes (self->console), "edited", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->monitors, "changed", G_CALLBACK (monitors_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->show, "scene-changed", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->show, "audience-changed", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->show, "state-changed", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);

  keep_awake (self);
  fill_monitors_menu (self);
  set_notes_size (self, recall_notes_size ());
  apply_screens (self);
  self->tick_id = g_timeout_add (TICK_MS, tick_cb, self);

  /* On one monitor the audience's window is in front, else the presenter works in the console. */
  if (self->screens.console < 0)
    gtk_window_present (GTK_WINDOW (self->console));
  gtk_window_present (GTK_WINDOW (self->audience));
  if (self->screens.console >= 0)
    gtk_window_present (GTK_WINDOW (self->console));

  return self;
}

/**
 * dossier_presentation_end:
 * @self: a show
 *
 * Closes both windows, and brings the one back that it was started from. @self may be gone then.
 */
void
dossier_presentation_end (DossierPresentation *self)
{
  GtkApplication *application;

  g_return_if_fail (DOSSIER_IS_PRESENTATION (self));

  if (self->console == NULL)
    return;

  application = gtk_window_get_application (GTK_WINDOW (self->audience));
  if (self->inhibit_cookie != 0)
    gtk_application_uninhibit (application, self->inhibit_cookie);
  self->inhibit_cookie = 0;
  g_clear_handle_id (&self->tick_id, g_source_remove);
  gtk_widget_insert_action_group (GTK_WIDGET (self->console), "show", NULL);
  gtk_window_destroy (GTK_WINDOW (self->console));
  self->console = NULL;
  gtk_window_destroy (GTK_WINDOW (self->audience));
  self->audience = NULL;
  if (self->from != NULL)
    gtk_window_present (self->from);

  g_signal_emit (self, signals[ENDED], 0);
  g_object_unref (self);
}

/**
 * dossier_presentation_get_show:
 * @self: a show
 *
 * Returns: (transfer none): where it is
 */
DossierShow *
dossier_presentation_get_show (DossierPresentation *self)
{
  g_return_val_if_fail (DOSSIER_IS_PRESENTATION (self), NULL);

  return self->show;
}

/**
 * dossier_presentation_get_audience:
 * @self: a show
 *
 * Returns: (transfer none) (nullable): the audience's window, %NULL once it has ended
 */
DossierAudienceWindow *
dossier_presentation_get_audience (DossierPresentation *self)
{
  g_return_val_if_fail (DOSSIER_IS_PRESENTATION (self), NULL);

  return self->audience;
}

/**
 * dossier_presentation_get_console:
 * @self: a show
 *
 * Returns: (transfer none) (nullable): the presenter's window, %NULL once it has ended
 */
DossierPresenterWindow *
dossier_presentation_get_console (DossierPresentation *self)
{
  g_return_val_if_fail (DOSSIER_IS_PRESENTATION (self), NULL);

  return self->console;
}

/**
 * dossier_presentation_raise:
 * @self: a show
 *
 * Brings its windows to the front.
 */
void
dossier_presentation_raise (DossierPresentation *self)
{
  g_return_if_fail (DOSSIER_IS_PRESENTATION (self));

  if (self->console == NULL)
    return;
  gtk_window_present (GTK_WINDOW (self->audience));
  gtk_window_present (GTK_WINDOW (self->console));
}
