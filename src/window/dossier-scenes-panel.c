/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-scenes-panel.h"

#include "model/dossier-scene-look.h"
#include "widgets/dossier-compat.h"
#include "window/dossier-menus.h"
#include "window/dossier-scene-editor.h"
#include "window/dossier-scene-row.h"
#include "window/dossier-title-question.h"

#include <glib/gi18n-lib.h>

struct _DossierScenesPanel
{
  GtkWidget parent_instance;

  GtkStack *pages;
  GtkDropDown *stories;
  GtkWidget *story_button;
  GtkListBox *list;
  GtkRevealer *editor_revealer;
  DossierSceneEditor *editor;
  GtkWidget *menu;

  DossierEditing *editing; /* NULL at first */
  DossierViews *views;     /* (unowned): of the same window */
  DossierView *view;
  DossierStoryBook *book;   /* NULL if nothing can be edited */
  DossierStoryDraft *story; /* that is shown, NULL for none */
  GSimpleActionGroup *actions;
  gboolean is_updating;
};

enum
{
  SHOWN,
  TOLD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierScenesPanel, dossier_scenes_panel, GTK_TYPE_WIDGET)

static void
tell (DossierScenesPanel *self, const char *message, gboolean can_be_undone)
{
  g_signal_emit (self, signals[TOLD], 0, message, can_be_undone);
}

/* The scene that is chosen, NULL if none is. */
static DossierSceneDraft *
get_scene (DossierScenesPanel *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? dossier_scene_row_get_scene (DOSSIER_SCENE_ROW (row)) : NULL;
}

static int
get_index (DossierScenesPanel *self)
{
  return self->story != NULL ? dossier_story_draft_find_scene (self->story, get_scene (self)) : -1;
}

static void
set_enabled (DossierScenesPanel *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), enabled);
}

static void
update_actions (DossierScenesPanel *self)
{
  int index = get_index (self);

  set_enabled (self, "show", index >= 0);
  set_enabled (self, "update", index >= 0);
  set_enabled (self, "rename", index >= 0);
  set_enabled (self, "duplicate", index >= 0);
  set_enabled (self, "delete", index >= 0);
  set_enabled (self, "move-up", index > 0);
  set_enabled (self, "move-down", index >= 0 && index < dossier_story_draft_get_n_scenes (self->story) - 1);
  set_enabled (self, "rename-story", self->story != NULL);
  set_enabled (self, "delete-story", self->story != NULL);
  set_enabled (self, "new-story", self->book != NULL);
}

static void
row_selected_cb (DossierScenesPanel *self)
{
  DossierSceneDraft *scene = get_scene (self);

  dossier_scene_editor_set_scene (self->editor, self->book, self->story, scene);
  gtk_revealer_set_reveal_child (self->editor_revealer, scene != NULL);
  update_actions (self);
}

static void
number_rows (DossierScenesPanel *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    dossier_scene_row_set_number (DOSSIER_SCENE_ROW (row), i + 1);
  update_actions (self);
}

/* Chooses a scene, and has the keyboard be on it if @focus says so. */
static void
choose_index (DossierScenesPanel *self, int index, gboolean focus)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);

  if (row == NULL)
    return;

  gtk_list_box_select_row (self->list, row);
  if (focus)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* What came or went is chosen, or what is in its place: whoever undoes sees what was undone. */
static void
scenes_changed_cb (DossierScenesPanel *self, guint position, guint n_removed, guint n_added)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean has_focus = focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list));
  int n = dossier_story_draft_get_n_scenes (self->story);

  number_rows (self);
  if (n_added > 0 || get_scene (self) == NULL)
    choose_index (self, CLAMP ((int) position, 0, n - 1), has_focus);
  update_actions (self);
}

static void
renamed_cb (DossierScenesPanel *self, const char *title, DossierSceneRow *row)
{
  if (*title != '\0')
    dossier_story_book_set_words (self->book, self->story, dossier_scene_row_get_scene (row), DOSSIER_SCENE_TITLE, title);
  dossier_story_book_end_typing (self->book);
}

static void
popup_menu (DossierScenesPanel *self, GtkWidget *row, double x, double y)
{
  double at_x, at_y;

  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  gtk_widget_grab_focus (row);
  gtk_widget_translate_coordinates (row, GTK_WIDGET (self), x, y, &at_x, &at_y);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int) at_x, (int) at_y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* The keyboard is again on the scene that the menu was about, unless that has begun to be renamed. */
static void
menu_closed_cb (DossierScenesPanel *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (row != NULL && !GTK_IS_TEXT (focus))
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
secondary_cb (GtkGestureClick *gesture, int n_press, double x, double y, DossierScenesPanel *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  popup_menu (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)), x, y);
}

/* Dragging a row to another place */

static GdkContentProvider *
prepare_drag_cb (GtkDragSource *source, double x, double y, DossierScenesPanel *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);

  return gdk_content_provider_new_typed (DOSSIER_TYPE_SCENE_DRAFT, dossier_scene_row_get_scene (DOSSIER_SCENE_ROW (row)));
}

/* Which place a row is dropped at: before the row in whose upper half the pointer is. */
static int
find_place (DossierScenesPanel *self, double y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);
  graphene_rect_t bounds;

  if (row == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    return y <= 0 ? 0 : dossier_story_draft_get_n_scenes (self->story);

  return gtk_list_box_row_get_index (row) + (y > bounds.origin.y + bounds.size.height / 2);
}

static void
mark_place (DossierScenesPanel *self, int place)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (row), "drop-before");
      gtk_widget_remove_css_class (GTK_WIDGET (row), "drop-after");
    }
  if (place < 0 || self->story == NULL)
    return;

  row = gtk_list_box_get_row_at_index (self->list, place);
  if (row != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (row), "drop-before");
  else if ((row = gtk_list_box_get_row_at_index (self->list, place - 1)) != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (row), "drop-after");
}

static GdkDragAction
drag_motion_cb (DossierScenesPanel *self, double x, double y)
{
  if (self->story == NULL)
    return 0;

  mark_place (self, find_place (self, y));

  return GDK_ACTION_MOVE;
}

static void
drag_leave_cb (DossierScenesPanel *self)
{
  mark_place (self, -1);
}

static gboolean
drop_cb (DossierScenesPanel *self, const GValue *value, double x, double y)
{
  int place = self->story != NULL ? find_place (self, y) : -1;
  int from = self->story != NULL ? dossier_story_draft_find_scene (self->story, g_value_get_object (value)) : -1;

  mark_place (self, -1);
  /* From another window, or another story. */
  if (from < 0)
    return FALSE;

  dossier_story_book_move_scene (self->book, self->story, from, place > from ? place - 1 : place);

  return TRUE;
}

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  DossierScenesPanel *self = data;
  GtkWidget *row = dossier_scene_row_new (item);
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkDragSource *drag = gtk_drag_source_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (secondary, "pressed", G_CALLBACK (secondary_cb), self, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (secondary));
  gtk_drag_source_set_actions (drag, GDK_ACTION_MOVE);
  g_signal_connect_object (drag, "prepare", G_CALLBACK (prepare_drag_cb), self, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_object (row, "renamed", G_CALLBACK (renamed_cb), self, G_CONNECT_SWAPPED);

  return row;
}

/* Which story is shown */

static void
show_story (DossierScenesPanel *self, DossierStoryDraft *story)
{
  if (self->story == story)
    return;

  if (self->story != NULL)
    g_signal_handlers_disconnect_by_func (self->story, scenes_changed_cb, self);
  g_set_object (&self->story, story);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (story), make_row, self, NULL);
  if (story != NULL)
    g_signal_connect_object (story, "items-changed", G_CALLBACK (scenes_changed_cb), self, G_CONNECT_SWAPPED);
  number_rows (self);
  row_selected_cb (self);
}

static void
story_chosen_cb (DossierScenesPanel *self)
{
  guint chosen = gtk_drop_down_get_selected (self->stories);

  if (!self->is_updating && self->book != NULL && chosen < (guint) dossier_story_book_get_n_stories (self->book))
    show_story (self, dossier_story_book_get_story (self->book, (int) chosen));
}

/* The titles of the stories, which may be others, and the one that is shown, or the first. */
static void
update_stories (DossierScenesPanel *self)
{
  int n = self->book != NULL ? dossier_story_book_get_n_stories (self->book) : 0;
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  GListModel *present = gtk_drop_down_get_model (self->stories);
  gboolean same = present != NULL && (int) g_list_model_get_n_items (present) == n;
  int shown = 0;

  for (int i = 0; i < n; i++)
    {
      DossierStoryDraft *story = dossier_story_book_get_story (self->book, i);

      gtk_string_list_append (titles, dossier_story_draft_get_title (story));
      same = same && g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (present), (guint) i), dossier_story_draft_get_title (story));
      if (story == self->story)
        shown = i;
    }

  self->is_updating = TRUE;
  if (!same)
    gtk_drop_down_set_model (self->stories, G_LIST_MODEL (titles));
  if (n > 0)
    gtk_drop_down_set_selected (self->stories, (guint) shown);
  self->is_updating = FALSE;
  show_story (self, n > 0 ? dossier_story_book_get_story (self->book, shown) : NULL);
  gtk_stack_set_visible_child_name (self->pages, self->book == NULL ? "waiting" : n > 0 ? "story"
                                                                                        : "none");
}

static void
book_changed_cb (DossierScenesPanel *self)
{
  update_stories (self);
}

static void
editing_changed_cb (DossierScenesPanel *self)
{
  DossierStoryBook *book = dossier_editing_get_book (self->editing);

  if (self->book == book)
    return;

  if (self->book != NULL)
    g_signal_handlers_disconnect_by_func (self->book, book_changed_cb, self);
  show_story (self, NULL);
  g_set_object (&self->book, book);
  if (book != NULL)
    g_signal_connect_object (book, "changed", G_CALLBACK (book_changed_cb), self, G_CONNECT_SWAPPED);
  update_stories (self);
  update_actions (self);
}

/* What can be done */

static void
show_scene (DossierScenesPanel *self, DossierSceneDraft *scene)
{
  DossierSceneLook look;

  if (self->view == NULL)
    return;

  dossier_scene_look_restore (&look, dossier_scene_draft_get_object (scene), self->view);
  dossier_views_show_look (self->views, &look);
  g_signal_emit (self, signals[SHOWN], 0);
}

static void
row_activated_cb (DossierScenesPanel *self, GtkListBoxRow *row)
{
  show_scene (self, dossier_scene_row_get_scene (DOSSIER_SCENE_ROW (row)));
}

static GPtrArray *
look_at_view (DossierScenesPanel *self, DossierSceneLook *look)
{
  int n_lost;
  GPtrArray *members;

  dossier_views_get_look (self->views, look);
  members = dossier_scene_look_list (look, self->view, &n_lost);
  if (n_lost > 0)
    {
      g_autofree char *message = g_strdup_printf (ngettext ("A scene cannot keep %d of the conditions that events are filtered by", "A scene cannot keep %d of the conditions that events are filtered by", (gulong) n_lost), n_lost);

      tell (self, message, FALSE);
    }

  return members;
}

static void
show_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  show_scene (data, get_scene (data));
}

/* What is set off by hand, and is not what is selected, stays. */
static void
update_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DossierScenesPanel *self = data;
  DossierSceneLook look;
  g_autoptr (GPtrArray) members = NULL;

  if (self->view == NULL)
    return;

  members = look_at_view (self, &look);
  dossier_scene_look_keep_written (members, dossier_scene_draft_get_object (get_scene (self)));
  dossier_story_book_set_look (self->book, self->story, get_scene (self), members);
  tell (self, _ ("The scene shows this view"), TRUE);
}

static void
rename_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DossierScenesPanel *self = data;

  dossier_scene_row_rename (DOSSIER_SCENE_ROW (gtk_list_box_get_selected_row (self->list)));
}

static void
duplicate_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DossierScenesPanel *self = data;

  dossier_story_book_duplicate_scene (self->book, self->story, get_index (self));
}

static void
delete_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DossierScenesPanel *self = data;
  g_autofree char *message = g_strdup_printf (_ ("“%s” deleted"), dossier_scene_draft_get_words (get_scene (self), DOSSIER_SCENE_TITLE));

  dossier_story_book_remove_scene (self->book, self->story, get_index (self));
  tell (self, message, TRUE);
}

static void
move_by (DossierScenesPanel *self, int step)
{
  int index = get_index (self);

  dossier_story_book_move_scene (self->book, self->story, index, index + step);
}

static void
move_up_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  move_by (data, -1);
}

static void
move_down_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  move_by (data, 1);
}

static void
story_renamed_cb (const char *title, gpointer data)
{
  g_autoptr (DossierScenesPanel) self = data;

  if (title != NULL && self->story != NULL)
    dossier_story_book_rename_story (self->book, self->story, title);
}

static void
rename_story_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DossierScenesPanel *self = data;

  dossier_title_question_ask (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("Rename Story"), _ ("_Rename"), dossier_story_draft_get_title (self->story), story_renamed_cb, g_object_ref (self));
}

static void
story_named_cb (const char *title, gpointer data)
{
  g_autoptr (DossierScenesPanel) self = data;
  DossierStoryDraft *story;

  if (title == NULL || self->book == NULL)
    return;

  story = dossier_story_book_add_story (self->book, title);
  show_story (self, story);
  update_stories (self);
}

static void
new_story_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DossierScenesPanel *self = data;

  dossier_title_question_ask (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("New Story"), _ ("_Add"), "", story_named_cb, g_object_ref (self));
}

static void
delete_story_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DossierScenesPanel *self = data;
  g_autofree char *message = g_strdup_printf (_ ("“%s” deleted"), dossier_story_draft_get_title (self->story));

  dossier_story_book_remove_story (self->book, self->story);
  tell (self, message, TRUE);
}

static const GActionEntry entries[] = {
  { "show", show_cb, NULL, NULL, NULL, { 0 } },
  { "update", update_cb, NULL, NULL, NULL, { 0 } },
  { "rename", rename_cb, NULL, NULL, NULL, { 0 } },
  { "duplicate", duplicate_cb, NULL, NULL, NULL, { 0 } },
  { "delete", delete_cb, NULL, NULL, NULL, { 0 } },
  { "move-up", move_up_cb, NULL, NULL, NULL, { 0 } },
  { "move-down", move_down_cb, NULL, NULL, NULL, { 0 } },
  { "rename-story", rename_story_cb, NULL, NULL, NULL, { 0 } },
  { "new-story", new_story_cb, NULL, NULL, NULL, { 0 } },
  { "delete-story", delete_story_cb, NULL, NULL, NULL, { 0 } },
};

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  DossierScenesPanel *self = data;
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row == NULL)
    return GDK_EVENT_PROPAGATE;

  popup_menu (self, GTK_WIDGET (row), 24, gtk_widget_get_height (GTK_WIDGET (row)) / 2.0);

  return GDK_EVENT_STOP;
}

/* What is typed in an entry of the list is for that. */
static gboolean
key_cb (GtkWidget *widget, GVariant *name, gpointer data)
{
  DossierScenesPanel *self = data;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (GTK_IS_TEXT (focus) || !g_action_group_get_action_enabled (G_ACTION_GROUP (self->actions), g_variant_get_string (name, NULL)))
    return GDK_EVENT_PROPAGATE;

  g_action_group_activate_action (G_ACTION_GROUP (self->actions), g_variant_get_string (name, NULL), NULL);

  return GDK_EVENT_STOP;
}

static void
add_keys (DossierScenesPanel *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  const struct
  {
    const char *keys;
    const char *action;
  } shortcuts[] = {
    { "F2", "rename" },
    { "Delete", "delete" },
    { "<Control>d", "duplicate" },
    { "<Control>u", "update" },
    { "<Alt>Up", "move-up" },
    { "<Alt>Down", "move-down" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcuts[i].keys), gtk_callback_action_new (key_cb, self, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_string (shortcuts[i].action));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Shift>F10|Menu"), gtk_callback_action_new (menu_key_cb, self, NULL)));
  /* Before the list takes them for its own: Alt and an arrow would go from row to row. */
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->list), controller);
}

static void
dossier_scenes_panel_dispose (GObject *object)
{
  DossierScenesPanel *self = DOSSIER_SCENES_PANEL (object);
  GtkWidget *child;

  if (self->editor != NULL)
    show_story (self, NULL);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->editor = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->book);
  g_clear_object (&self->view);
  g_clear_object (&self->editing);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (dossier_scenes_panel_parent_class)->dispose (object);
}

static void
dossier_scenes_panel_class_init (DossierScenesPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_scenes_panel_dispose;

  signals[SHOWN] = g_signal_new ("shown", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TOLD] = g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  g_type_ensure (DOSSIER_TYPE_SCENE_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class, "/dossier/ui/dossier-scenes-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, DossierScenesPanel, pages);
  gtk_widget_class_bind_template_child (widget_class, DossierScenesPanel, stories);
  gtk_widget_class_bind_template_child (widget_class, DossierScenesPanel, story_button);
  gtk_widget_class_bind_template_child (widget_class, DossierScenesPanel, list);
  gtk_widget_class_bind_template_child (widget_class, DossierScenesPanel, editor_revealer);
  gtk_widget_class_bind_template_child (widget_class, DossierScenesPanel, editor);
  gtk_widget_class_set_css_name (widget_class, "scenes-panel");
}

static void
setup_title_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  gtk_list_item_set_child (item, label);
}

static void
bind_title_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* A long title is cut, not the panel made wide. */
static void
set_up_stories (DossierScenesPanel *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_title_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_title_cb), NULL);
  gtk_drop_down_set_factory (self->stories, factory);
  dossier_compat_name_dropdown (GTK_WIDGET (self->stories), _ ("Story"));
}

static void
dossier_scenes_panel_init (DossierScenesPanel *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (DOSSIER_TYPE_SCENE_DRAFT, GDK_ACTION_MOVE);

  gtk_widget_init_template (GTK_WIDGET (self));

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "scenes", G_ACTION_GROUP (self->actions));
  set_up_stories (self);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->story_button), dossier_menus_get ("story"));
  dossier_compat_name_dropdown (self->story_button, _ ("What Can Be Done with the Story"));

  self->menu = gtk_popover_menu_new_from_model (dossier_menus_get ("scene"));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (menu_closed_cb), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (self->stories, "notify::selected", G_CALLBACK (story_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drop, "motion", G_CALLBACK (drag_motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drop, "leave", G_CALLBACK (drag_leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (drop));
  add_keys (self);
  update_actions (self);
}

/**
 * dossier_scenes_panel_set_editing:
 * @self: a panel
 * @editing: what is edited in its window
 * @views: the views of its window, which have to outlive it
 */
void
dossier_scenes_panel_set_editing (DossierScenesPanel *self, DossierEditing *editing, DossierViews *views)
{
  g_return_if_fail (DOSSIER_IS_SCENES_PANEL (self) && DOSSIER_IS_EDITING (editing));

  self->editing = g_object_ref (editing);
  self->views = views;
  g_signal_connect_object (editing, "changed", G_CALLBACK (editing_changed_cb), self, G_CONNECT_SWAPPED);
  editing_changed_cb (self);
}

/**
 * dossier_scenes_panel_set_view:
 * @self: a panel
 * @view: (nullable): the state of the window that scenes are made from and shown in, or %NULL for none
 */
void
dossier_scenes_panel_set_view (DossierScenesPanel *self, DossierView *view)
{
  g_return_if_fail (DOSSIER_IS_SCENES_PANEL (self));

  g_set_object (&self->view, view);
}

/**
 * dossier_scenes_panel_add_scene:
 * @self: a panel
 *
 * Adds a scene from what the window shows, behind the one that is chosen, or as the last; with no story yet, one is begun.
 */
void
dossier_scenes_panel_add_scene (DossierScenesPanel *self)
{
  DossierSceneLook look;
  g_autoptr (GPtrArray) members = NULL;
  g_autofree char *title = NULL;
  g_autofree char *message = NULL;
  DossierSceneDraft *scene;
  int position;

  g_return_if_fail (DOSSIER_IS_SCENES_PANEL (self));

  if (self->book == NULL || self->view == NULL)
    return;

  members = look_at_view (self, &look);
  title = dossier_scene_look_propose_title (&look, self->view);
  position = get_index (self) >= 0 ? get_index (self) + 1 : self->story != NULL ? dossier_story_draft_get_n_scenes (self->story)
                                                                                : 0;
  if (self->story != NULL)
    scene = dossier_story_book_add_scene (self->book, self->story, position, title, members);
  else
    scene = dossier_story_book_add_first_scene (self->book, _ ("Briefing"), title, members);

  choose_index (self, dossier_story_draft_find_scene (self->story, scene), FALSE);
  message = g_strdup_printf (_ ("Scene %d added: %s"), position + 1, title);
  tell (self, message, TRUE);
}

/**
 * dossier_scenes_panel_get_chosen:
 * @self: a panel
 * @story: (out) (transfer none): the id of the story that is shown
 * @scene: (out) (transfer none) (nullable): that of the scene that is chosen, %NULL for none
 *
 * Returns: whether there is a story
 */
gboolean
dossier_scenes_panel_get_chosen (DossierScenesPanel *self, const char **story, const char **scene)
{
  g_return_val_if_fail (DOSSIER_IS_SCENES_PANEL (self), FALSE);

  if (self->story == NULL)
    return FALSE;

  *story = dossier_story_draft_get_id (self->story);
  *scene = get_scene (self) != NULL ? dossier_scene_draft_get_id (get_scene (self)) : NULL;

  return TRUE;
}
