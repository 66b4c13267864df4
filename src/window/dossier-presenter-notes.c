/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-presenter-notes.h"

#include <glib/gi18n-lib.h>

#define READING "reading"
#define EDITING "editing"

/* Between the notes and the bar that scrolls them, and around the field in which they are edited. */
#define MARGIN 12

#define LEAST_HEIGHT 120

struct _DossierPresenterNotes
{
  GtkWidget parent_instance;

  GtkWidget *stack;
  GtkWidget *label;
  GtkWidget *field;
  GtkTextBuffer *buffer; /* of the field */
  GtkTextTag *tag;       /* of all that is in it */

  DossierShow *show;
  DossierEditing *editing;
  DossierStoryBook *book;   /* in which the story was when the show began */
  DossierSceneDraft *scene; /* NULL if it is no longer in the book */
  gboolean is_updating;
};

enum
{
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierPresenterNotes, dossier_presenter_notes, GTK_TYPE_WIDGET)

static DossierStoryDraft *
find_story (DossierPresenterNotes *self)
{
  return self->book != NULL ? dossier_story_book_find_story (self->book, dossier_show_get_story (self->show)->id) : NULL;
}

static DossierSceneDraft *
find_scene (DossierPresenterNotes *self)
{
  DossierStoryDraft *story = find_story (self);
  const char *id = dossier_show_get_scene (self->show, dossier_show_get_position (self->show))->id;

  for (int i = 0; story != NULL && i < dossier_story_draft_get_n_scenes (story); i++)
    if (g_str_equal (dossier_scene_draft_get_id (dossier_story_draft_get_scene (story, i)), id))
      return dossier_story_draft_get_scene (story, i);

  return NULL;
}

/* As they are edited, or as they were when the show began. */
static const char *
get_text (DossierPresenterNotes *self)
{
  const DossierScene *scene = dossier_show_get_scene (self->show, dossier_show_get_position (self->show));

  if (self->scene != NULL)
    return dossier_scene_draft_get_words (self->scene, DOSSIER_SCENE_NOTES);

  return dossier_text_is_set (&scene->notes) ? dossier_text_get (&scene->notes, NULL) : "";
}

static char *
dup_typed (DossierPresenterNotes *self)
{
  GtkTextIter begin, end;

  gtk_text_buffer_get_bounds (self->buffer, &begin, &end);

  return gtk_text_buffer_get_text (self->buffer, &begin, &end, FALSE);
}

static void
apply_tag (DossierPresenterNotes *self)
{
  GtkTextIter begin, end;

  gtk_text_buffer_get_bounds (self->buffer, &begin, &end);
  gtk_text_buffer_apply_tag (self->buffer, self->tag, &begin, &end);
}

/* Where the cursor is stays so, if what it is in is the same. */
static void
update (DossierPresenterNotes *self)
{
  const char *text = get_text (self);
  g_autofree char *typed = dup_typed (self);

  gtk_label_set_text (GTK_LABEL (self->label), *text != '\0' ? text : _ ("There are no notes to this scene."));
  if (*text != '\0')
    gtk_widget_remove_css_class (self->label, "dim");
  else
    gtk_widget_add_css_class (self->label, "dim");

  if (g_str_equal (typed, text))
    return;
  self->is_updating = TRUE;
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, text, -1);
  apply_tag (self);
  gtk_text_buffer_end_irreversible_action (self->buffer);
  self->is_updating = FALSE;
}

static void
set_scene (DossierPresenterNotes *self, DossierSceneDraft *scene)
{
  if (self->scene != NULL)
    g_signal_handlers_disconnect_by_func (self->scene, update, self);
  g_set_object (&self->scene, scene);
  if (scene != NULL)
    g_signal_connect_object (scene, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

static GtkAdjustment *
get_adjustment (DossierPresenterNotes *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (gtk_stack_get_visible_child (GTK_STACK (self->stack))));
}

static void
scene_changed_cb (DossierPresenterNotes *self)
{
  dossier_presenter_notes_end_edit (self);
  set_scene (self, find_scene (self));
  update (self);
  gtk_adjustment_set_value (get_adjustment (self), 0);
}

/* The scene may have been taken out of the story, or put back. */
static void
book_changed_cb (DossierPresenterNotes *self)
{
  DossierSceneDraft *scene = find_scene (self);

  if (scene == self->scene)
    return;

  set_scene (self, scene);
  if (!dossier_presenter_notes_can_edit (self))
    dossier_presenter_notes_end_edit (self);
  update (self);
}

static void
typed_cb (DossierPresenterNotes *self)
{
  g_autofree char *text = NULL;

  if (self->is_updating)
    return;

  /* Its window was closed meanwhile: nobody would save it. */
  if (!dossier_presenter_notes_can_edit (self))
    {
      dossier_presenter_notes_end_edit (self);
      update (self);
      return;
    }

  apply_tag (self);
  text = dup_typed (self);
  dossier_story_book_set_words (self->book, find_story (self), self->scene, DOSSIER_SCENE_NOTES, text);
}

static void
dossier_presenter_notes_dispose (GObject *object)
{
  DossierPresenterNotes *self = DOSSIER_PRESENTER_NOTES (object);

  if (self->book != NULL && dossier_presenter_notes_is_editing (self))
    dossier_story_book_end_typing (self->book);
  set_scene (self, NULL);
  g_clear_object (&self->book);
  g_clear_object (&self->editing);
  g_clear_object (&self->show);
  g_clear_pointer (&self->stack, gtk_widget_unparent);

  G_OBJECT_CLASS (dossier_presenter_notes_parent_class)->dispose (object);
}

static void
dossier_presenter_notes_class_init (DossierPresenterNotesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_presenter_notes_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_page (DossierPresenterNotes *self, const char *name, GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), LEAST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  gtk_stack_add_named (GTK_STACK (self->stack), scroller, name);
}

static void
dossier_presenter_notes_init (DossierPresenterNotes *self)
{
  self->stack = gtk_stack_new ();
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));

  self->label = g_object_new (GTK_TYPE_LABEL,
                              "wrap", TRUE,
                              "wrap-mode", PANGO_WRAP_WORD_CHAR,
                              "xalign", 0.0,
                              "yalign", 0.0,
                              "margin-end", MARGIN,
                              NULL);
  add_page (self, READING, self->label);

  self->field = gtk_text_view_new ();
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->field));
  self->tag = gtk_text_buffer_create_tag (self->buffer, NULL, NULL);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->field), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->field), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->field), MARGIN);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->field), MARGIN);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->field), MARGIN);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->field), MARGIN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->field), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Notes"), -1);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  add_page (self, EDITING, self->field);
  gtk_widget_add_css_class (gtk_widget_get_parent (self->field), "notes-field");
}

/**
 * dossier_presenter_notes_set_show:
 * @self: notes
 * @show: what is presented
 * @editing: where its story is edited
 *
 * Shows the notes of that show, from now on; to be called once.
 */
void
dossier_presenter_notes_set_show (DossierPresenterNotes *self, DossierShow *show, DossierEditing *editing)
{
  g_return_if_fail (DOSSIER_IS_PRESENTER_NOTES (self) && self->show == NULL);

  self->show = g_object_ref (show);
  self->editing = g_object_ref (editing);
  g_set_object (&self->book, dossier_editing_get_book (editing));
  g_signal_connect_object (show, "scene-changed", G_CALLBACK (scene_changed_cb), self, G_CONNECT_SWAPPED);
  if (self->book != NULL)
    g_signal_connect_object (self->book, "changed", G_CALLBACK (book_changed_cb), self, G_CONNECT_SWAPPED);
  scene_changed_cb (self);
}

/**
 * dossier_presenter_notes_set_size:
 * @self: notes
 * @pixels: how large the letters are to be
 */
void
dossier_presenter_notes_set_size (DossierPresenterNotes *self, int pixels)
{
  PangoAttrList *attributes;
  PangoFontDescription *font;

  g_return_if_fail (DOSSIER_IS_PRESENTER_NOTES (self));

  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_size_new_absolute (pixels * PANGO_SCALE));
  pango_attr_list_insert (attributes, pango_attr_line_height_new (1.25));
  gtk_label_set_attributes (GTK_LABEL (self->label), attributes);
  pango_attr_list_unref (attributes);

  font = pango_font_description_new ();
  pango_font_description_set_absolute_size (font, pixels * PANGO_SCALE);
  g_object_set (self->tag, "font-desc", font, "pixels-inside-wrap", pixels / 4, NULL);
  pango_font_description_free (font);
}

/**
 * dossier_presenter_notes_scroll:
 * @self: notes
 * @direction: 1 to read on, -1 to read back
 */
void
dossier_presenter_notes_scroll (DossierPresenterNotes *self, int direction)
{
  GtkAdjustment *adjustment;

  g_return_if_fail (DOSSIER_IS_PRESENTER_NOTES (self));

  adjustment = get_adjustment (self);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + direction * gtk_adjustment_get_page_size (adjustment) / 2);
}

/**
 * dossier_presenter_notes_can_edit:
 * @self: notes
 *
 * Returns: whether the scene is still in the story that is open in the window from which the show was started
 */
gboolean
dossier_presenter_notes_can_edit (DossierPresenterNotes *self)
{
  g_return_val_if_fail (DOSSIER_IS_PRESENTER_NOTES (self), FALSE);

  return self->scene != NULL && dossier_editing_get_book (self->editing) == self->book;
}

/**
 * dossier_presenter_notes_is_editing:
 * @self: notes
 *
 * Returns: whether they are being edited
 */
gboolean
dossier_presenter_notes_is_editing (DossierPresenterNotes *self)
{
  g_return_val_if_fail (DOSSIER_IS_PRESENTER_NOTES (self), FALSE);

  return self->stack != NULL && g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), EDITING) == 0;
}

/**
 * dossier_presenter_notes_edit:
 * @self: notes
 *
 * Lets them be edited, with the cursor at their end.
 *
 * Returns: whether they can be
 */
gboolean
dossier_presenter_notes_edit (DossierPresenterNotes *self)
{
  GtkTextIter end;

  g_return_val_if_fail (DOSSIER_IS_PRESENTER_NOTES (self), FALSE);

  if (!dossier_presenter_notes_can_edit (self))
    return FALSE;

  gtk_text_buffer_get_end_iter (self->buffer, &end);
  gtk_text_buffer_place_cursor (self->buffer, &end);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), EDITING);
  gtk_widget_grab_focus (self->field);
  g_signal_emit (self, signals[EDITED], 0);

  return TRUE;
}

/**
 * dossier_presenter_notes_end_edit:
 * @self: notes
 *
 * What was typed stays: it is in the story already.
 *
 * Returns: whether they were being edited
 */
gboolean
dossier_presenter_notes_end_edit (DossierPresenterNotes *self)
{
  g_return_val_if_fail (DOSSIER_IS_PRESENTER_NOTES (self), FALSE);

  if (!dossier_presenter_notes_is_editing (self))
    return FALSE;

  dossier_story_book_end_typing (self->book);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), READING);
  g_signal_emit (self, signals[EDITED], 0);

  return TRUE;
}
