/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-presenter-window.h"

#include "widgets/dossier-compat.h"
#include "widgets/dossier-style.h"
#include "window/dossier-chooser.h"
#include "window/dossier-presenter-notes.h"
#include "window/dossier-presenter-time.h"
#include "window/dossier-scene-grid.h"

#include <glib/gi18n-lib.h>

struct _DossierPresenterWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkLabel *elapsed;
  GtkLabel *planned;
  GtkWidget *pace_pill;
  GtkImage *pace_icon;
  GtkLabel *pace;
  GtkWidget *playing_pill;
  GtkImage *playing_icon;
  GtkLabel *playing;
  GtkLabel *time;
  GtkStack *pages;
  GtkPaned *columns;
  GtkPaned *rows;
  GtkLabel *position;
  GtkLabel *scene_time;
  DossierSceneStill *current;
  GtkWidget *sign;
  GtkImage *sign_icon;
  GtkLabel *sign_title;
  GtkLabel *sign_text;
  GtkLabel *number;
  GtkWidget *notes_hint;
  DossierPresenterNotes *notes;
  GtkLabel *next_title;
  DossierSceneStill *next;
  GtkListBox *list;
  DossierSceneGrid *grid;
  GtkWidget *header;
  GMenu *monitors_section;
  DossierChooser *chooser;

  DossierShow *show;
  DossierSceneStills *stills;
  gboolean has_proportions; /* whether the dividers were put where they belong */
};

G_DEFINE_FINAL_TYPE (DossierPresenterWindow, dossier_presenter_window, ADW_TYPE_WINDOW)

/* "3 of 14 · Who objects" */
static char *
dup_position (DossierPresenterWindow *self, int scene)
{
  /* Translators: number of a scene, how many there are, its title */
  return g_strdup_printf (_ ("%d of %d · %s"), scene + 1, dossier_show_get_n_scenes (self->show), dossier_show_get_title (self->show, scene));
}

static void
say (DossierPresenterWindow *self, const char *message)
{
  dossier_compat_announce (GTK_WIDGET (self->current), message);
}

/* Of the scene that is reached, a screen reader says what the audience reads, and where it stands. */
static void
announce_scene (DossierPresenterWindow *self, int scene)
{
  const DossierScene *record = dossier_show_get_scene (self->show, scene);
  const char *caption = dossier_text_get (&record->caption, NULL);
  /* Translators: title of a scene, its caption, its number, how many there are */
  g_autofree char *message = g_strdup_printf (_ ("%s. %s Scene %d of %d"),
                                              dossier_show_get_title (self->show, scene),
                                              caption,
                                              scene + 1,
                                              dossier_show_get_n_scenes (self->show));

  say (self, message);
}

static void
scroll_to_row (GtkListBoxRow *row)
{
  GtkWidget *list = gtk_widget_get_parent (GTK_WIDGET (row));
  GtkAdjustment *adjustment = gtk_list_box_get_adjustment (GTK_LIST_BOX (list));
  graphene_rect_t bounds;

  if (adjustment != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), list, &bounds))
    gtk_adjustment_clamp_page (adjustment,
                               (double) (bounds.origin.y - bounds.size.height),
                               (double) (bounds.origin.y + 2 * bounds.size.height));
}

static void
show_next (DossierPresenterWindow *self)
{
  int next = dossier_show_get_next (self->show);
  g_autofree char *title = NULL;

  /* Translators: title of the scene that comes next */
  title = next >= 0 ? g_strdup_printf (_ ("Next · %s"), dossier_show_get_title (self->show, next)) : g_strdup (_ ("This is the last scene"));
  gtk_label_set_text (self->next_title, title);
  dossier_scene_still_set_scene (self->next, next);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->next), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
scene_changed_cb (DossierPresenterWindow *self)
{
  int scene = dossier_show_get_position (self->show);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, scene);
  g_autofree char *position = dup_position (self, scene);

  dossier_scene_still_set_scene (self->current, scene);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->current), GTK_ACCESSIBLE_PROPERTY_LABEL, position, -1);
  gtk_label_set_text (self->position, position);
  gtk_list_box_select_row (self->list, row);
  scroll_to_row (row);
  show_next (self);
  dossier_presenter_window_update_time (self);
  announce_scene (self, scene);
}

static void
show_sign (DossierPresenterWindow *self, const char *icon, const char *title, const char *text)
{
  gboolean was_shown = gtk_widget_get_visible (self->sign) && g_str_equal (gtk_label_get_text (self->sign_title), title);

  gtk_image_set_from_icon_name (self->sign_icon, icon);
  gtk_label_set_text (self->sign_title, title);
  gtk_label_set_text (self->sign_text, text);
  gtk_widget_set_visible (self->sign, TRUE);
  gtk_widget_set_opacity (GTK_WIDGET (self->current), 0.35);
  if (!was_shown)
    say (self, title);
}

static void
hide_sign (DossierPresenterWindow *self)
{
  if (!gtk_widget_get_visible (self->sign))
    return;

  gtk_widget_set_visible (self->sign, FALSE);
  gtk_widget_set_opacity (GTK_WIDGET (self->current), 1);
  say (self, _ ("The audience sees the scene"));
}

/* What stands between the presenter and the audience is not to be overlooked. */
static void
update_sign (DossierPresenterWindow *self)
{
  DossierBlank blank = dossier_show_get_blank (self->show);
  g_autofree char *text = NULL;

  if (blank == DOSSIER_BLANK_BLACK)
    {
      show_sign (self, "view-conceal-symbolic", _ ("The Audience Sees Black"), _ ("B or Escape shows the scene again."));
    }
  else if (blank == DOSSIER_BLANK_WHITE)
    {
      show_sign (self, "view-conceal-symbolic", _ ("The Audience Sees White"), _ ("W or Escape shows the scene again."));
    }
  else if (dossier_show_is_frozen (self->show))
    {
      int shown = dossier_show_get_shown (self->show);

      if (shown == dossier_show_get_position (self->show))
        text = g_strdup (_ ("It will not see where you go. F or Escape lets it follow."));
      else
        /* Translators: number and title of a scene */
        text = g_strdup_printf (_ ("It still sees %d · %s. F or Escape lets it follow."), shown + 1, dossier_show_get_title (self->show, shown));
      show_sign (self, "media-playback-pause-symbolic", _ ("The Audience Is Frozen"), text);
    }
  else
    {
      hide_sign (self);
    }
}

static void
update_bookmark (DossierPresenterWindow *self)
{
  int bookmark = dossier_show_get_bookmark (self->show);

  for (int i = 0; i < dossier_show_get_n_scenes (self->show); i++)
    {
      GtkWidget *box = gtk_list_box_row_get_child (gtk_list_box_get_row_at_index (self->list, i));

      gtk_widget_set_visible (gtk_widget_get_last_child (box), i == bookmark);
    }
}

static void
update_playing (DossierPresenterWindow *self)
{
  gboolean is_looping = dossier_show_is_looping (self->show);
  gboolean is_playing = dossier_show_is_playing (self->show);
  const char *words = is_looping ? _ ("Plays by itself, again and again") : _ ("Plays by itself");

  if (is_playing != gtk_widget_get_visible (self->playing_pill))
    say (self, is_playing ? words : _ ("It no longer plays by itself"));
  gtk_widget_set_visible (self->playing_pill, is_playing);
  gtk_image_set_from_icon_name (self->playing_icon, is_looping ? "media-playlist-repeat-symbolic" : "media-playback-start-symbolic");
  gtk_label_set_text (self->playing, words);
}

static void
state_changed_cb (DossierPresenterWindow *self)
{
  const char *number = dossier_show_get_number (self->show);
  /* Translators: what stands over the picture while somebody types the number of a scene */
  g_autofree char *typed = g_strdup_printf (_ ("Scene %s?"), number);

  gtk_widget_set_visible (GTK_WIDGET (self->number), *number != '\0');
  gtk_label_set_text (self->number, typed);
  update_sign (self);
  update_bookmark (self);
  update_playing (self);
  show_next (self);
  dossier_presenter_window_update_time (self);
}

/* Over a whole monitor there is nothing to move or to close. */
static gboolean
is_windowed (DossierPresenterWindow *self, gboolean is_fullscreened)
{
  return !is_fullscreened;
}

/* The keys are those of the field now, or those of the show again. */
static void
notes_edited_cb (DossierPresenterWindow *self)
{
  gboolean is_editing = dossier_presenter_notes_is_editing (self->notes);

  gtk_widget_set_visible (self->notes_hint, is_editing);
  say (self, is_editing ? _ ("The notes are being edited. Escape ends it") : _ ("The notes are no longer edited"));
  if (!is_editing)
    gtk_widget_grab_focus (GTK_WIDGET (self->current));
}

static void
row_activated_cb (DossierPresenterWindow *self, GtkListBoxRow *row)
{
  dossier_show_go_to (self->show, gtk_list_box_row_get_index (row));
  dossier_presenter_window_focus_picture (self);
}

static void
grid_chosen_cb (DossierPresenterWindow *self, int scene)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "show.overview", NULL);
  dossier_show_go_to (self->show, scene);
}

static void
chosen_cb (DossierPresenterWindow *self, DossierChoice *choice)
{
  DossierDocument *document = dossier_show_get_document (self->show);
  const DossierScene *scene = dossier_document_get_scene (document, dossier_choice_get_ref (choice).index);

  for (int i = 0; i < dossier_show_get_n_scenes (self->show); i++)
    if (dossier_show_get_scene (self->show, i) == scene)
      dossier_show_go_to (self->show, i);
}

static void
add_row (DossierPresenterWindow *self, int scene)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  g_autofree char *number_text = g_strdup_printf ("%d", scene + 1);
  GtkWidget *number = gtk_label_new (number_text);
  GtkWidget *title = gtk_label_new (dossier_show_get_title (self->show, scene));
  GtkWidget *bookmark = gtk_image_new_from_icon_name ("user-bookmarks-symbolic");
  g_autofree char *label = g_strdup_printf (_ ("%d · %s"), scene + 1, dossier_show_get_title (self->show, scene));

  gtk_label_set_width_chars (GTK_LABEL (number), 2);
  gtk_label_set_xalign (GTK_LABEL (number), 1);
  gtk_widget_add_css_class (number, "dim");
  gtk_widget_add_css_class (number, "numeric");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_tooltip_text (title, dossier_show_get_title (self->show, scene));
  gtk_widget_set_visible (bookmark, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bookmark), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Bookmark"), -1);
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), bookmark);
  gtk_list_box_append (self->list, box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
style_changed_cb (DossierPresenterWindow *self)
{
  dossier_scene_stills_set_theme (self->stills, dossier_style_get_theme (dossier_style_get_default ()));
}

/* The picture takes three fifths of the width, the notes what it leaves below; from then on the presenter has the say. */
static void
dossier_presenter_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DossierPresenterWindow *self = DOSSIER_PRESENTER_WINDOW (widget);

  if (!self->has_proportions && width > 0)
    {
      self->has_proportions = TRUE;
      gtk_paned_set_position (self->columns, width * 3 / 5);
      gtk_paned_set_position (self->rows, height / 2);
    }

  GTK_WIDGET_CLASS (dossier_presenter_window_parent_class)->size_allocate (widget, width, height, baseline);
}

static void
dossier_presenter_window_dispose (GObject *object)
{
  DossierPresenterWindow *self = DOSSIER_PRESENTER_WINDOW (object);

  dossier_compat_empty_menus (GTK_WIDGET (self));
  if (self->chooser != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->chooser));
  self->chooser = NULL;
  g_clear_object (&self->stills);
  g_clear_object (&self->show);

  G_OBJECT_CLASS (dossier_presenter_window_parent_class)->dispose (object);
}

static void
dossier_presenter_window_class_init (DossierPresenterWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_presenter_window_dispose;
  widget_class->size_allocate = dossier_presenter_window_size_allocate;

  g_type_ensure (DOSSIER_TYPE_SCENE_STILL);
  g_type_ensure (DOSSIER_TYPE_SCENE_GRID);
  g_type_ensure (DOSSIER_TYPE_PRESENTER_NOTES);

  gtk_widget_class_set_template_from_resource (widget_class, "/dossier/ui/dossier-presenter-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DossierPresenterWindow, title);
  gtk_widget_class_bind_template_child (widget_class, DossierPresenterWindow, elapsed);
  gtk_widget_class_bind_template_child (widget_class, DossierPresenterWindow, planned);
  gtk_widget_class_bind_template_child (widget_class, DossierPresenterWindow, pace_pill);
  gtk_widget_class_bind_template_child (widget_class, DossierPresenterWindow, pace_icon);
  gtk_widget_class_bind_template_child (widget_class, DossierPresenterWindow, pace);
  gtk_widget_class_bind_template_child (widget_class, DossierPresenterWindow, playing_pill);
  gtk_widget_class_bind_template_child (widget_class, DossierPresenterWindow, playing_icon);
  gtk_widget_class_bind_template_child (widget_class, DossierPresenterWindow, playing);
  gtk_widget_class_bind_template_child (widget_class, DossierPresenterWindow, time);
  gtk_widget_class_bind_template_child (widget_class, DossierPresenterWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, DossierPresenterWindow, columns);
  gtk_widget_class_bind_template_child (widget_class, DossierPresenterWindow, rows);
  gtk_widget_class_bind_template_child (widget_class, DossierPresenterWindow, position);
  gtk_widget_class_bind_template_child (widget_class, DossierPresenterWindow, scene_time);
  gtk_widget_class_bind_template_child (widget_class, DossierPresenterWindow, current);
  gtk_widget_class_bind_template_child (widget_class, DossierPresenterWindow, sign);
  gtk_widget_class_bind_template_child (widget_class, DossierPresenterWindow, sign_icon);
  gtk_widget_class_bind_template_child (widget_class, DossierPresenterWindow, sign_title);
  gtk_widget_class_bind_template_child (widget_class, DossierPresenterWindow, sign_text);
  gtk_widget_class_bind_template_child (widget_class, DossierPresenterWindow, number);
  gtk_widget_class_bind_template_child (widget_class, DossierPresenterWindow, notes);
  gtk_widget_class_bind_template_child (widget_class, DossierPresenterWindow, notes_hint);
  gtk_widget_class_bind_template_child (widget_class, DossierPresenterWindow, next_title);
  gtk_widget_class_bind_template_child (widget_class, DossierPresenterWindow, next);
  gtk_widget_class_bind_template_child (widget_class, DossierPresenterWindow, list);
  gtk_widget_class_bind_template_child (widget_class, DossierPresenterWindow, grid);
  gtk_widget_class_bind_template_child (widget_class, DossierPresenterWindow, header);
  gtk_widget_class_bind_template_child (widget_class, DossierPresenterWindow, monitors_section);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, grid_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, is_windowed);
}

static void
dossier_presenter_window_init (DossierPresenterWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "presenter");

  self->chooser = DOSSIER_CHOOSER (dossier_chooser_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->chooser), self->header);
  g_signal_connect_object (self->chooser, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chooser, "closed", G_CALLBACK (dossier_presenter_window_focus_picture), self, G_CONNECT_SWAPPED);
}

/**
 * dossier_presenter_window_new:
 * @show: what is presented
 * @editing: where its story is edited
 *
 * Returns: (transfer none): the console; GTK owns it until it is closed
 */
GtkWidget *
dossier_presenter_window_new (DossierShow *show, DossierEditing *editing)
{
  DossierPresenterWindow *self = g_object_new (DOSSIER_TYPE_PRESENTER_WINDOW, NULL);
  const char *story = dossier_text_get (&dossier_show_get_story (show)->title, NULL);
  /* Translators: the title of the presenter's window; %s is the title of a story */
  g_autofree char *title = g_strdup_printf (_ ("%s: Presenter"), story);

  self->show = g_object_ref (show);
  self->stills = dossier_scene_stills_new (dossier_show_get_document (show),
                                           dossier_show_get_story_index (show),
                                           dossier_style_get_theme (dossier_style_get_default ()));
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (self->title, story);
  dossier_scene_still_set_stills (self->current, self->stills);
  dossier_scene_still_set_pointing_at (self->current, show);
  dossier_scene_still_set_stills (self->next, self->stills);
  dossier_scene_grid_set_show (self->grid, show, self->stills);
  dossier_presenter_notes_set_show (self->notes, show, editing);
  for (int i = 0; i < dossier_show_get_n_scenes (show); i++)
    add_row (self, i);
  gtk_widget_set_visible (self->sign, FALSE);

  g_signal_connect_object (self->notes, "edited", G_CALLBACK (notes_edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (show, "scene-changed", G_CALLBACK (scene_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (show, "scene-changed", G_CALLBACK (update_sign), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (show, "audience-changed", G_CALLBACK (update_sign), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (show, "state-changed", G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dossier_style_get_default (), "changed", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  scene_changed_cb (self);
  state_changed_cb (self);
  dossier_presenter_window_focus_picture (self);

  return GTK_WIDGET (self);
}

/**
 * dossier_presenter_window_get_monitors_menu:
 * @self: the console
 *
 * Returns: (transfer none): the part of its menu that lists the monitors
 */
GMenu *
dossier_presenter_window_get_monitors_menu (DossierPresenterWindow *self)
{
  g_return_val_if_fail (DOSSIER_IS_PRESENTER_WINDOW (self), NULL);

  return self->monitors_section;
}

/**
 * dossier_presenter_window_set_proportions:
 * @self: the console
 * @width_for_height: how many times wider than high what the audience sees is
 */
void
dossier_presenter_window_set_proportions (DossierPresenterWindow *self, double width_for_height)
{
  g_return_if_fail (DOSSIER_IS_PRESENTER_WINDOW (self));

  dossier_scene_still_set_proportions (self->current, width_for_height);
  dossier_scene_still_set_proportions (self->next, width_for_height);
  dossier_scene_grid_set_proportions (self->grid, width_for_height);
}

/* Colour, sign and word say the same. */
static void
show_pace (DossierPresenterWindow *self)
{
  static const struct
  {
    const char *css_class;
    const char *icon;
  } looks[] = {
    [DOSSIER_PACE_UNKNOWN] = { NULL, NULL },
    [DOSSIER_PACE_AHEAD] = { "ahead", "go-next-symbolic" },
    [DOSSIER_PACE_ON_TIME] = { "on-time", "emblem-ok-symbolic" },
    [DOSSIER_PACE_LATE] = { "late", "dialog-warning-symbolic" },
    [DOSSIER_PACE_TOO_LATE] = { "too-late", "dialog-error-symbolic" },
  };
  double deviation = dossier_show_get_deviation (self->show);
  DossierPace pace = dossier_pace_judge (deviation);
  g_autofree char *words = dossier_presenter_time_dup_pace (deviation);

  gtk_widget_set_visible (self->pace_pill, pace != DOSSIER_PACE_UNKNOWN);
  if (pace == DOSSIER_PACE_UNKNOWN || g_str_equal (gtk_label_get_text (self->pace), words))
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    if (looks[i].css_class != NULL)
      gtk_widget_remove_css_class (self->pace_pill, looks[i].css_class);
  gtk_widget_add_css_class (self->pace_pill, looks[pace].css_class);
  gtk_image_set_from_icon_name (self->pace_icon, looks[pace].icon);
  gtk_label_set_text (self->pace, words);
}

/**
 * dossier_presenter_window_update_time:
 * @self: the console
 *
 * Shows what time it is; to be called a few times a second.
 */
void
dossier_presenter_window_update_time (DossierPresenterWindow *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  /* Translators: the time of day, as strftime() has it */
  g_autofree char *time = g_date_time_format (now, _ ("%H:%M"));
  g_autofree char *elapsed = dossier_presenter_time_dup (dossier_show_get_elapsed (self->show));
  g_autofree char *planned = dossier_presenter_time_dup_planned (dossier_show_get_planned (self->show));
  const DossierScene *scene = dossier_show_get_scene (self->show, dossier_show_get_position (self->show));
  g_autofree char *scene_time = dossier_presenter_time_dup_of (dossier_show_get_scene_elapsed (self->show), scene->seconds);

  g_return_if_fail (DOSSIER_IS_PRESENTER_WINDOW (self));

  gtk_label_set_text (self->time, time);
  gtk_label_set_text (self->elapsed, elapsed);
  if (dossier_show_is_clock_running (self->show))
    gtk_widget_remove_css_class (GTK_WIDGET (self->elapsed), "stopped");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->elapsed), "stopped");
  gtk_label_set_text (self->planned, planned);
  gtk_label_set_text (self->scene_time, scene_time);
  show_pace (self);
}

/**
 * dossier_presenter_window_set_notes_size:
 * @self: the console
 * @pixels: how large the letters of the notes are to be
 */
void
dossier_presenter_window_set_notes_size (DossierPresenterWindow *self, int pixels)
{
  g_return_if_fail (DOSSIER_IS_PRESENTER_WINDOW (self));

  dossier_presenter_notes_set_size (self->notes, pixels);
}

/**
 * dossier_presenter_window_scroll_notes:
 * @self: the console
 * @direction: 1 to read on, -1 to read back
 */
void
dossier_presenter_window_scroll_notes (DossierPresenterWindow *self, int direction)
{
  g_return_if_fail (DOSSIER_IS_PRESENTER_WINDOW (self));

  dossier_presenter_notes_scroll (self->notes, direction);
}

/**
 * dossier_presenter_window_get_notes:
 * @self: the console
 *
 * Returns: (transfer none): the notes to the present scene
 */
DossierPresenterNotes *
dossier_presenter_window_get_notes (DossierPresenterWindow *self)
{
  g_return_val_if_fail (DOSSIER_IS_PRESENTER_WINDOW (self), NULL);

  return self->notes;
}

/**
 * dossier_presenter_window_set_shows_overview:
 * @self: the console
 * @shows_overview: whether all scenes are shown in the place of the current one
 */
void
dossier_presenter_window_set_shows_overview (DossierPresenterWindow *self, gboolean shows_overview)
{
  g_return_if_fail (DOSSIER_IS_PRESENTER_WINDOW (self));

  gtk_stack_set_visible_child_name (self->pages, shows_overview ? "overview" : "console");
  if (shows_overview)
    dossier_scene_grid_point_at (self->grid, dossier_show_get_position (self->show));
  else
    dossier_presenter_window_focus_picture (self);
}

/**
 * dossier_presenter_window_get_shows_overview:
 * @self: the console
 *
 * Returns: whether all scenes are shown
 */
gboolean
dossier_presenter_window_get_shows_overview (DossierPresenterWindow *self)
{
  g_return_val_if_fail (DOSSIER_IS_PRESENTER_WINDOW (self), FALSE);

  return g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "overview") == 0;
}

/**
 * dossier_presenter_window_ask_where:
 * @self: the console
 *
 * Asks for the scene to go to, by number or name.
 */
void
dossier_presenter_window_ask_where (DossierPresenterWindow *self)
{
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_object_unref);
  DossierDocument *document;

  g_return_if_fail (DOSSIER_IS_PRESENTER_WINDOW (self));

  document = dossier_show_get_document (self->show);
  for (int i = 0; i < dossier_show_get_n_scenes (self->show); i++)
    {
      g_autofree char *title = g_strdup_printf (_ ("%d · %s"), i + 1, dossier_show_get_title (self->show, i));
      DossierRef ref = dossier_document_lookup (document, dossier_show_get_scene (self->show, i)->id);

      g_ptr_array_add (choices, dossier_choice_new_record (title, i == dossier_show_get_position (self->show) ? _ ("here") : "", document, ref));
    }
  /* In the middle, right below the header bar. */
  gtk_popover_set_pointing_to (GTK_POPOVER (self->chooser),
                               &(GdkRectangle){ gtk_widget_get_width (self->header) / 2, gtk_widget_get_height (self->header), 1, 1 });
  dossier_chooser_ask (self->chooser, choices, _ ("Go to which scene? Its number or name"));
}

/**
 * dossier_presenter_window_say:
 * @self: the console
 * @message: what a screen reader is to say
 */
void
dossier_presenter_window_say (DossierPresenterWindow *self, const char *message)
{
  g_return_if_fail (DOSSIER_IS_PRESENTER_WINDOW (self));

  say (self, message);
}

/**
 * dossier_presenter_window_focus_picture:
 * @self: the console
 *
 * Takes the focus off the buttons, so that all keys are those of the show. Notes that are edited are no longer.
 */
void
dossier_presenter_window_focus_picture (DossierPresenterWindow *self)
{
  g_return_if_fail (DOSSIER_IS_PRESENTER_WINDOW (self));

  if (!dossier_presenter_notes_end_edit (self->notes))
    gtk_widget_grab_focus (GTK_WIDGET (self->current));
}

/**
 * dossier_presenter_window_is_at_picture:
 * @self: the console
 *
 * Returns: whether the keys are all those of the show, for no button has the focus
 */
gboolean
dossier_presenter_window_is_at_picture (DossierPresenterWindow *self)
{
  GtkWidget *focus;

  g_return_val_if_fail (DOSSIER_IS_PRESENTER_WINDOW (self), TRUE);

  focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus == NULL || focus == GTK_WIDGET (self->current);
}

/**
 * dossier_presenter_window_get_picture:
 * @self: the console
 *
 * Returns: (transfer none): the picture of the present scene
 */
GtkWidget *
dossier_presenter_window_get_picture (DossierPresenterWindow *self)
{
  g_return_val_if_fail (DOSSIER_IS_PRESENTER_WINDOW (self), NULL);

  return GTK_WIDGET (self->current);
}
