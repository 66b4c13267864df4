/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-scene-row.h"

#include "model/dossier-date-text.h"

#include <glib/gi18n-lib.h>

struct _DossierSceneRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *number;
  GtkWidget *names; /* a stack: the title, or an entry for another */
  GtkWidget *title;
  GtkWidget *entry;
  GtkWidget *facts;

  DossierSceneDraft *scene;
  int position; /* from 1, 0 if not known */
};

enum
{
  RENAMED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierSceneRow, dossier_scene_row, GTK_TYPE_LIST_BOX_ROW)

/* Its dates and how long it stays, as far as it says so. */
static char *
describe (DossierSceneDraft *scene)
{
  const char *date = json_object_get_string_member_with_default (dossier_scene_draft_get_object (scene), "date", NULL);
  g_autofree char *dates = date != NULL ? dossier_edtf_to_text (date, DOSSIER_DATE_STYLE_SHORT) : NULL;
  double seconds = dossier_scene_draft_get_seconds (scene);
  g_autofree char *time = NULL;

  if (seconds > 0)
    /* Translators: how long a scene stays, in minutes and seconds */
    time = g_strdup_printf (_ ("%d:%02d"), (int) (seconds / 60), (int) seconds % 60);
  if (dates != NULL && time != NULL)
    /* Translators: the dates of a scene, and how long it stays */
    return g_strdup_printf (_ ("%s · %s"), dates, time);

  return g_strdup (dates != NULL ? dates : time != NULL ? time
                                                        : "");
}

/* Only what is cut has to be told in full. */
static gboolean
tooltip_cb (DossierSceneRow *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (self->title))))
    return FALSE;

  gtk_tooltip_set_text (tooltip, gtk_label_get_text (GTK_LABEL (self->title)));

  return TRUE;
}

static void
name_row (DossierSceneRow *self)
{
  /* Translators: a scene of a story: its number and its title */
  g_autofree char *name = g_strdup_printf (_ ("%d. %s"), self->position, gtk_label_get_text (GTK_LABEL (self->title)));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update (DossierSceneRow *self)
{
  const char *title = dossier_scene_draft_get_words (self->scene, DOSSIER_SCENE_TITLE);
  g_autofree char *facts = describe (self->scene);

  gtk_label_set_text (GTK_LABEL (self->title), *title != '\0' ? title : _ ("Untitled"));
  gtk_label_set_text (GTK_LABEL (self->facts), facts);
  gtk_widget_set_visible (self->facts, *facts != '\0');
  name_row (self);
}

static void
end_renaming (DossierSceneRow *self, gboolean accept)
{
  g_autofree char *title = NULL;

  if (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->names)), "entry") != 0)
    return;

  title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  gtk_stack_set_visible_child_name (GTK_STACK (self->names), "title");
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (accept)
    g_signal_emit (self, signals[RENAMED], 0, title);
}

static void
accept_cb (DossierSceneRow *self)
{
  end_renaming (self, TRUE);
}

static void
left_cb (DossierSceneRow *self)
{
  g_autofree char *title = NULL;

  /* Who clicks elsewhere means what is typed; the focus stays where the click was. */
  if (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->names)), "entry") != 0)
    return;
  title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  gtk_stack_set_visible_child_name (GTK_STACK (self->names), "title");
  g_signal_emit (self, signals[RENAMED], 0, title);
}

static gboolean
key_cb (DossierSceneRow *self, guint keyval)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  end_renaming (self, FALSE);

  return GDK_EVENT_STOP;
}

static void
dossier_scene_row_dispose (GObject *object)
{
  g_clear_object (&DOSSIER_SCENE_ROW (object)->scene);

  G_OBJECT_CLASS (dossier_scene_row_parent_class)->dispose (object);
}

static void
dossier_scene_row_class_init (DossierSceneRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dossier_scene_row_dispose;

  signals[RENAMED] = g_signal_new ("renamed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "max-width-chars", 20, "hexpand", TRUE, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
dossier_scene_row_init (DossierSceneRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->number = g_object_new (GTK_TYPE_LABEL, "xalign", 1.0, "width-chars", 2, "valign", GTK_ALIGN_BASELINE, NULL);
  gtk_widget_add_css_class (self->number, "dim");
  gtk_widget_add_css_class (self->number, "numeric");

  self->title = make_label (NULL);
  gtk_widget_set_has_tooltip (self->title, TRUE);
  g_signal_connect_object (self->title, "query-tooltip", G_CALLBACK (tooltip_cb), self, G_CONNECT_SWAPPED);
  self->entry = gtk_entry_new ();
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Title of the scene"), -1);
  self->names = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->names), FALSE);
  gtk_stack_add_named (GTK_STACK (self->names), self->title, "title");
  gtk_stack_add_named (GTK_STACK (self->names), self->entry, "entry");
  self->facts = make_label ("caption");
  gtk_widget_add_css_class (self->facts, "dim");

  g_signal_connect_object (self->entry, "activate", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, focus);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->entry, keys);

  gtk_widget_set_valign (column, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (column), self->names);
  gtk_box_append (GTK_BOX (column), self->facts);
  gtk_box_append (GTK_BOX (box), self->number);
  gtk_box_append (GTK_BOX (box), column);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

/**
 * dossier_scene_row_new:
 * @scene: a scene
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
dossier_scene_row_new (DossierSceneDraft *scene)
{
  DossierSceneRow *self = g_object_new (DOSSIER_TYPE_SCENE_ROW, NULL);

  self->scene = g_object_ref (scene);
  g_signal_connect_object (scene, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * dossier_scene_row_get_scene:
 * @self: a row
 *
 * Returns: (transfer none): its scene
 */
DossierSceneDraft *
dossier_scene_row_get_scene (DossierSceneRow *self)
{
  g_return_val_if_fail (DOSSIER_IS_SCENE_ROW (self), NULL);

  return self->scene;
}

/**
 * dossier_scene_row_set_number:
 * @self: a row
 * @number: which of the story's scenes it is, from 1
 */
void
dossier_scene_row_set_number (DossierSceneRow *self, int number)
{
  g_autofree char *text = g_strdup_printf ("%d", number);

  g_return_if_fail (DOSSIER_IS_SCENE_ROW (self));

  gtk_label_set_text (GTK_LABEL (self->number), text);
  self->position = number;
  name_row (self);
}

/**
 * dossier_scene_row_rename:
 * @self: a row
 *
 * Lets the user type another title in the place of the present one.
 */
void
dossier_scene_row_rename (DossierSceneRow *self)
{
  g_return_if_fail (DOSSIER_IS_SCENE_ROW (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), dossier_scene_draft_get_words (self->scene, DOSSIER_SCENE_TITLE));
  gtk_stack_set_visible_child_name (GTK_STACK (self->names), "entry");
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}
