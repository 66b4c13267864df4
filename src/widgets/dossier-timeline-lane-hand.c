/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-timeline-view-private.h"

#include "layout/dossier-timeline-walk.h"
#include "widgets/dossier-compat.h"

#include <glib/gi18n-lib.h>

/* What can be done with a lane: by its menu, by keys for the lane of the event that the keyboard is on, and by dragging its
 * title. */

/**
 * dossier_timeline_view_find_lane:
 * @self: a timeline view
 * @band: a lane of its scene
 *
 * While lanes are being sorted anew, others are drawn than there will be.
 *
 * Returns: the number by now of the lane that is drawn there; -1 if it is gone
 */
int
dossier_timeline_view_find_lane (DossierTimelineView *self, const DossierTimelineBand *band)
{
  int n_lanes = 0;
  const DossierTimelineLane *lanes = self->lanes != NULL ? dossier_timeline_lanes_get_lanes (self->lanes, &n_lanes) : NULL;

  if (band->lane < n_lanes && g_strcmp0 (lanes[band->lane].title, band->title) == 0)
    return band->lane;

  for (int lane = 0; lane < n_lanes; lane++)
    if (g_strcmp0 (lanes[lane].title, band->title) == 0)
      return lane;

  return -1;
}

/* The lane that is drawn at a height; -1 if none is. */
static int
find_lane_at (DossierTimelineView *self, double y)
{
  if (y < 0 || y >= self->scene.axis_top)
    return -1;

  for (guint i = 0; i < self->scene.bands->len; i++)
    {
      const DossierTimelineBand *band = dossier_timeline_scene_get_band (&self->scene, i);

      if (y >= band->box.y && y < band->box.y + band->box.height)
        return dossier_timeline_view_find_lane (self, band);
    }

  return -1;
}

static int
count_lanes (DossierTimelineView *self)
{
  int n_lanes = 0;

  if (self->lanes != NULL)
    dossier_timeline_lanes_get_lanes (self->lanes, &n_lanes);

  return n_lanes;
}

static const DossierTimelineLane *
get_lane (DossierTimelineView *self, int lane)
{
  int n_lanes;

  return &dossier_timeline_lanes_get_lanes (self->lanes, &n_lanes)[lane];
}

/* The lane whose menu is open, else that of the event that the keyboard is on, else the first. -1 if there is none. */
static int
find_meant_lane (DossierTimelineView *self)
{
  const DossierTimelineIndex *index;
  DossierSpan span;
  int n_lanes = count_lanes (self);

  if (self->menu_lane >= 0 && self->menu_lane < n_lanes)
    return self->menu_lane;
  if (n_lanes == 0)
    return -1;
  if (self->focused < 0)
    return 0;

  index = dossier_timeline_layout_get_index (self->layout);
  dossier_timeline_view_get_span (self, self->focused, &span);
  for (int lane = 0; lane < n_lanes; lane++)
    if (dossier_timeline_walk_find (index, lane, self->focused, span.start_earliest) >= 0)
      return lane;

  return 0;
}

static void
set_folded (DossierTimelineView *self, int lane, gboolean is_folded)
{
  dossier_timeline_lanes_set_folded (self->lanes, lane, is_folded);
  dossier_timeline_layout_set_folded (self->layout, lane, is_folded);
  dossier_canvas_queue_update (DOSSIER_CANVAS (self));
}

static void
fold_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (widget);
  int lane = find_meant_lane (self);
  g_autofree char *message = NULL;
  gboolean is_folded;

  if (lane < 0)
    return;

  is_folded = g_str_equal (name, "lane.toggle") ? !get_lane (self, lane)->is_folded : g_str_equal (name, "lane.fold");
  set_folded (self, lane, is_folded);

  /* Translators: said of a lane of the timeline */
  message = g_strdup_printf (is_folded ? _ ("%s, folded") : _ ("%s, unfolded"), get_lane (self, lane)->title);
  dossier_canvas_announce (DOSSIER_CANVAS (self), message);
}

static void
fold_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (widget);

  for (int lane = 0; lane < count_lanes (self); lane++)
    set_folded (self, lane, g_str_equal (name, "lane.fold-all"));
}

/* Lets a lane stand elsewhere among the others. */
static void
move_lane (DossierTimelineView *self, int lane, int to)
{
  g_autofree char *message = NULL;

  if (lane < 0 || to < 0 || to >= count_lanes (self) || to == lane)
    return;

  dossier_timeline_lanes_move (self->lanes, lane, to);
  dossier_timeline_view_apply_lanes (self);

  /* Translators: a lane of the timeline after it was moved: its name, its number among how many */
  message = g_strdup_printf (_ ("%s, lane %d of %d"), get_lane (self, to)->title, to + 1, count_lanes (self));
  dossier_canvas_announce (DOSSIER_CANVAS (self), message);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (widget);
  int lane = find_meant_lane (self);
  int step = g_str_equal (name, "lane.move-up") ? -1 : 1;

  if (lane < 0)
    return;

  move_lane (self, lane, lane + step);
  if (self->menu_lane >= 0)
    self->menu_lane = CLAMP (lane + step, 0, count_lanes (self) - 1);
}

static void
show_only_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (widget);
  int lane = find_meant_lane (self);
  int value = lane >= 0 ? dossier_timeline_lanes_get_value (self->lanes, lane) : -1;
  DossierFilter *filter;

  if (value < 0)
    return;

  filter = dossier_view_get_filter (self->view);
  dossier_filter_freeze (filter);
  for (int i = 0; i < dossier_filter_get_n_values (filter, self->facet); i++)
    dossier_filter_set_chosen (filter, self->facet, i, i == value);
  dossier_filter_set_negated (filter, self->facet, FALSE);
  dossier_filter_thaw (filter);
}

static GMenuModel *
make_menu (DossierTimelineView *self, int lane)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) one = g_menu_new ();
  g_autoptr (GMenu) all = g_menu_new ();

  g_menu_append (one, get_lane (self, lane)->is_folded ? _ ("_Unfold") : _ ("_Fold"), "lane.toggle");
  g_menu_append (one, _ ("Move _Up"), "lane.move-up");
  g_menu_append (one, _ ("Move _Down"), "lane.move-down");
  g_menu_append (one, _ ("Show _Only This"), "lane.show-only");
  g_menu_append (all, _ ("Fold _All"), "lane.fold-all");
  g_menu_append (all, _ ("U_nfold All"), "lane.unfold-all");
  g_menu_append_section (menu, get_lane (self, lane)->title, G_MENU_MODEL (one));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));

  return G_MENU_MODEL (menu);
}

static void
enable_actions (DossierTimelineView *self, int lane)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "lane.move-up", lane < 0 || lane > 0);
  gtk_widget_action_set_enabled (widget, "lane.move-down", lane < 0 || lane + 1 < count_lanes (self));
  gtk_widget_action_set_enabled (widget, "lane.show-only", lane < 0 || dossier_timeline_lanes_get_value (self->lanes, lane) >= 0);
}

static gboolean
forget_menu_cb (gpointer data)
{
  GtkWidget *menu = data;
  GtkWidget *view = gtk_widget_get_parent (menu);

  /* Its parent may have gone first. */
  if (view != NULL)
    {
      DOSSIER_TIMELINE_VIEW (view)->menu_lane = -1;
      enable_actions (DOSSIER_TIMELINE_VIEW (view), -1);
      dossier_compat_empty_menus (menu);
      gtk_widget_unparent (menu);
    }

  return G_SOURCE_REMOVE;
}

/* What was chosen is done after the menu is closed. */
static void
menu_closed_cb (GtkWidget *menu)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, forget_menu_cb, g_object_ref (menu), g_object_unref);
}

static void
pop_up_menu (DossierTimelineView *self, int lane, double x, double y)
{
  g_autoptr (GMenuModel) model = make_menu (self, lane);
  GtkWidget *menu = gtk_popover_menu_new_from_model (model);

  self->menu_lane = lane;
  enable_actions (self, lane);
  gtk_widget_set_parent (menu, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (menu), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  g_signal_connect (menu, "closed", G_CALLBACK (menu_closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (menu));
  gtk_widget_trigger_tooltip_query (GTK_WIDGET (self));
}

static void
pop_up_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (widget);
  int lane = find_meant_lane (self);

  if (lane < 0 || self->picture == NULL)
    return;

  for (guint i = 0; i < self->scene.bands->len; i++)
    {
      const DossierTimelineBand *band = dossier_timeline_scene_get_band (&self->scene, i);

      if (dossier_timeline_view_find_lane (self, band) == lane)
        pop_up_menu (self, lane, band->title_box.x, CLAMP (band->title_box.y + band->title_box.height, 0, self->scene.axis_top));
    }
}

static void
secondary_pressed_cb (DossierTimelineView *self, int n_press, double x, double y, GtkGesture *gesture)
{
  int lane = self->picture != NULL ? find_lane_at (self, y) : -1;

  if (lane < 0)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  pop_up_menu (self, lane, x, y);
}

/**
 * dossier_timeline_view_toggle_lane:
 * @self: a timeline view
 * @lane: the number of a lane; nothing is done with -1
 *
 * Folds it, or unfolds it.
 */
void
dossier_timeline_view_toggle_lane (DossierTimelineView *self, int lane)
{
  if (lane < 0)
    return;

  self->menu_lane = lane;
  fold_action (GTK_WIDGET (self), "lane.toggle", NULL);
  self->menu_lane = -1;
}

/**
 * dossier_timeline_view_dup_lane_label:
 * @self: a timeline view
 * @band: a lane of its scene
 *
 * Returns: (transfer full): what assistive technology says of it: "Lane Diplomacy, 27 events, folded"
 */
char *
dossier_timeline_view_dup_lane_label (DossierTimelineView *self, const DossierTimelineBand *band)
{
  g_autofree char *events = g_strdup_printf (ngettext ("%'d event", "%'d events", (gulong) band->count), band->count);

  /* Translators: a lane of the timeline as a screen reader says it: its name, how many events, whether it is folded */
  return g_strdup_printf (band->is_folded ? _ ("Lane %s, %s, folded") : _ ("Lane %s, %s"), band->title, events);
}

/**
 * dossier_timeline_view_grab_lane:
 * @self: a timeline view
 * @x: where a drag begins in pixels
 * @y: likewise
 *
 * Takes a lane by its title.
 *
 * Returns: whether there is one
 */
gboolean
dossier_timeline_view_grab_lane (DossierTimelineView *self, double x, double y)
{
  if (x >= self->scene.plot.x || self->scene.bands == NULL)
    return FALSE;

  self->dragged_lane = find_lane_at (self, y);
  self->lane_target = self->dragged_lane;

  return self->dragged_lane >= 0;
}

/**
 * dossier_timeline_view_drag_lane:
 * @self: a timeline view
 * @y: where the lane that was taken is, in pixels
 *
 * Finds where it would stand: where the middle of another is passed, that gives way.
 */
void
dossier_timeline_view_drag_lane (DossierTimelineView *self, double y)
{
  int target = self->dragged_lane;

  for (guint i = 0; i < self->scene.bands->len; i++)
    {
      const DossierTimelineBand *band = dossier_timeline_scene_get_band (&self->scene, i);
      double middle = band->box.y + band->box.height / 2;
      int lane = dossier_timeline_view_find_lane (self, band);

      if (lane >= 0 && lane < self->dragged_lane && y < middle)
        target = MIN (target, lane);
      if (lane > self->dragged_lane && y > middle)
        target = MAX (target, lane);
    }
  self->lane_target = target;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
}

/**
 * dossier_timeline_view_drop_lane:
 * @self: a timeline view
 *
 * Lets the lane that was taken stand where it was dragged to.
 */
void
dossier_timeline_view_drop_lane (DossierTimelineView *self)
{
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  move_lane (self, self->dragged_lane, self->lane_target);
  self->dragged_lane = -1;
}

/**
 * dossier_timeline_view_get_lane_drop:
 * @self: a timeline view
 * @taken: (out): the lane that is dragged
 * @y: (out): at what height a line shows where it will stand
 *
 * Returns: whether a lane is being dragged
 */
gboolean
dossier_timeline_view_get_lane_drop (DossierTimelineView *self, DossierTimelineBox *taken, double *y)
{
  if (self->drag != DOSSIER_TIMELINE_DRAG_LANE)
    return FALSE;

  for (guint i = 0; i < self->scene.bands->len; i++)
    {
      const DossierTimelineBand *band = dossier_timeline_scene_get_band (&self->scene, i);

      if (dossier_timeline_view_find_lane (self, band) == self->dragged_lane)
        *taken = band->box;
      if (dossier_timeline_view_find_lane (self, band) == self->lane_target)
        *y = self->lane_target > self->dragged_lane ? band->box.y + band->box.height : band->box.y;
    }

  return TRUE;
}

/**
 * dossier_timeline_view_add_lane_actions:
 * @widget_class: the class of timeline views
 *
 * Installs what can be done with a lane, and the keys for it.
 */
void
dossier_timeline_view_add_lane_actions (GtkWidgetClass *widget_class)
{
  const GdkModifierType modifiers = GDK_CONTROL_MASK | GDK_SHIFT_MASK;

  gtk_widget_class_install_action (widget_class, "lane.toggle", NULL, fold_action);
  gtk_widget_class_install_action (widget_class, "lane.fold", NULL, fold_action);
  gtk_widget_class_install_action (widget_class, "lane.unfold", NULL, fold_action);
  gtk_widget_class_install_action (widget_class, "lane.fold-all", NULL, fold_all_action);
  gtk_widget_class_install_action (widget_class, "lane.unfold-all", NULL, fold_all_action);
  gtk_widget_class_install_action (widget_class, "lane.move-up", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "lane.move-down", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "lane.show-only", NULL, show_only_action);
  gtk_widget_class_install_action (widget_class, "lane.menu", NULL, pop_up_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, modifiers, "lane.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, modifiers, "lane.move-down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, modifiers, "lane.fold", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, modifiers, "lane.unfold", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "lane.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "lane.menu", NULL);
}

/**
 * dossier_timeline_view_init_lane_hand:
 * @self: a timeline view
 *
 * Has it listen to clicks that ask for the menu of a lane.
 */
void
dossier_timeline_view_init_lane_hand (DossierTimelineView *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  self->menu_lane = self->dragged_lane = -1;
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (gesture, "pressed", G_CALLBACK (secondary_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
}
