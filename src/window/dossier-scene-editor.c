/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-scene-editor.h"

#include <glib/gi18n-lib.h>

struct _DossierSceneEditor
{
  GtkWidget parent_instance;

  GtkWidget *title;
  GtkTextBuffer *caption;
  GtkTextBuffer *notes;
  GtkWidget *seconds;

  DossierStoryBook *book;
  DossierStoryDraft *story;
  DossierSceneDraft *scene; /* NULL for none */
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (DossierSceneEditor, dossier_scene_editor, GTK_TYPE_WIDGET)

static void
set_words (DossierSceneEditor *self, DossierSceneWords which, const char *words)
{
  if (self->scene != NULL && !self->is_updating)
    dossier_story_book_set_words (self->book, self->story, self->scene, which, words);
}

static void
title_changed_cb (DossierSceneEditor *self)
{
  set_words (self, DOSSIER_SCENE_TITLE, gtk_editable_get_text (GTK_EDITABLE (self->title)));
}

static char *
dup_text (GtkTextBuffer *buffer)
{
  GtkTextIter begin, end;

  gtk_text_buffer_get_bounds (buffer, &begin, &end);

  return gtk_text_buffer_get_text (buffer, &begin, &end, FALSE);
}

static void
caption_changed_cb (DossierSceneEditor *self)
{
  g_autofree char *text = dup_text (self->caption);

  set_words (self, DOSSIER_SCENE_CAPTION, text);
}

static void
notes_changed_cb (DossierSceneEditor *self)
{
  g_autofree char *text = dup_text (self->notes);

  set_words (self, DOSSIER_SCENE_NOTES, text);
}

static void
seconds_changed_cb (DossierSceneEditor *self)
{
  if (self->scene != NULL && !self->is_updating)
    dossier_story_book_set_seconds (self->book, self->story, self->scene, gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->seconds)));
}

/* Where the cursor is stays so, if what it is in is the same. */
static void
show_text (GtkTextBuffer *buffer, const char *text)
{
  g_autofree char *present = dup_text (buffer);

  if (!g_str_equal (present, text))
    gtk_text_buffer_set_text (buffer, text, -1);
}

static void
update (DossierSceneEditor *self)
{
  const char *title = self->scene != NULL ? dossier_scene_draft_get_words (self->scene, DOSSIER_SCENE_TITLE) : "";

  self->is_updating = TRUE;
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->title)), title))
    gtk_editable_set_text (GTK_EDITABLE (self->title), title);
  show_text (self->caption, self->scene != NULL ? dossier_scene_draft_get_words (self->scene, DOSSIER_SCENE_CAPTION) : "");
  show_text (self->notes, self->scene != NULL ? dossier_scene_draft_get_words (self->scene, DOSSIER_SCENE_NOTES) : "");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->seconds), self->scene != NULL ? dossier_scene_draft_get_seconds (self->scene) : 0);
  self->is_updating = FALSE;
}

/* Who goes to another field has finished with this one. */
static void
left_cb (DossierSceneEditor *self)
{
  if (self->book != NULL)
    dossier_story_book_end_typing (self->book);
}

static void
clear_scene (DossierSceneEditor *self)
{
  if (self->scene != NULL)
    g_signal_handlers_disconnect_by_func (self->scene, update, self);
  g_clear_object (&self->scene);
  g_clear_object (&self->story);
  g_clear_object (&self->book);
}

static void
dossier_scene_editor_dispose (GObject *object)
{
  DossierSceneEditor *self = DOSSIER_SCENE_EDITOR (object);
  GtkWidget *child;

  clear_scene (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dossier_scene_editor_parent_class)->dispose (object);
}

static void
dossier_scene_editor_class_init (DossierSceneEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_scene_editor_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "scene-editor");
}

static void
watch_focus (DossierSceneEditor *self, GtkWidget *field)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (field, focus);
}

static GtkWidget *
add_label (DossierSceneEditor *self, const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, NULL);

  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim");
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

/* A field of several lines. Returns: (transfer none): what is in it */
static GtkTextBuffer *
add_text (DossierSceneEditor *self, const char *name, int height, GCallback changed_func)
{
  GtkWidget *label = add_label (self, name);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *text = gtk_text_view_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (text), FALSE);
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), text);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), text);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), height);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 2 * height);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_widget_add_css_class (scrolled, "text-field");
  gtk_widget_set_parent (scrolled, GTK_WIDGET (self));
  g_signal_connect_object (buffer, "changed", changed_func, self, G_CONNECT_SWAPPED);
  watch_focus (self, text);

  return buffer;
}

static void
dossier_scene_editor_init (DossierSceneEditor *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *line;
  GtkWidget *time;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);

  self->title = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->title), _ ("Title"));
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->title), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->title), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Title"), -1);
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
  g_signal_connect_object (self->title, "changed", G_CALLBACK (title_changed_cb), self, G_CONNECT_SWAPPED);
  watch_focus (self, self->title);

  self->caption = add_text (self, _ ("Caption, for the audience"), 54, G_CALLBACK (caption_changed_cb));
  self->notes = add_text (self, _ ("Notes, for the presenter"), 96, G_CALLBACK (notes_changed_cb));

  line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  time = g_object_new (GTK_TYPE_LABEL, "label", _ ("Stays for, in seconds"), "xalign", 0.0, "hexpand", TRUE, "wrap", TRUE, "max-width-chars", 20, NULL);
  gtk_widget_add_css_class (time, "caption-heading");
  gtk_widget_add_css_class (time, "dim");
  self->seconds = gtk_spin_button_new_with_range (0, 3600, 5);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->seconds), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Stays for, in seconds"), -1);
  gtk_widget_set_tooltip_text (self->seconds, _ ("0 leaves it open"));
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->seconds), FALSE);
  g_signal_connect_object (self->seconds, "value-changed", G_CALLBACK (seconds_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), time);
  gtk_box_append (GTK_BOX (line), self->seconds);
  gtk_widget_set_parent (line, GTK_WIDGET (self));
}

/**
 * dossier_scene_editor_set_scene:
 * @self: an editor
 * @book: (nullable): the book of the story, %NULL for no scene
 * @story: (nullable): the story of the scene
 * @scene: (nullable): what is edited
 */
void
dossier_scene_editor_set_scene (DossierSceneEditor *self, DossierStoryBook *book, DossierStoryDraft *story, DossierSceneDraft *scene)
{
  g_return_if_fail (DOSSIER_IS_SCENE_EDITOR (self));

  if (self->scene == scene && self->book == book)
    return;

  left_cb (self);
  clear_scene (self);
  if (scene != NULL)
    {
      self->book = g_object_ref (book);
      self->story = g_object_ref (story);
      self->scene = g_object_ref (scene);
      g_signal_connect_object (scene, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }
  update (self);
}
