/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-scene-grid.h"

#include <glib/gi18n-lib.h>

#define STILL_WIDTH 256

struct _DossierSceneGrid
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *flow;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierSceneGrid, dossier_scene_grid, GTK_TYPE_WIDGET)

static void
activated_cb (DossierSceneGrid *self, GtkFlowBoxChild *child)
{
  g_signal_emit (self, signals[CHOSEN], 0, gtk_flow_box_child_get_index (child));
}

/* Until a frame has laid the grid out it has no lines, and looking for the next one GTK would never come to an end. */
static gboolean
move_cursor_cb (GtkWidget *flow, GtkMovementStep step, int count, gboolean extend, gboolean modify, gpointer data)
{
  if (gtk_widget_get_width (flow) == 0)
    g_signal_stop_emission_by_name (flow, "move-cursor");

  return TRUE;
}

static GtkWidget *
get_still (GtkFlowBoxChild *child)
{
  return gtk_widget_get_first_child (gtk_flow_box_child_get_child (child));
}

static void
add_scene (DossierSceneGrid *self, DossierShow *show, DossierSceneStills *stills, int scene)
{
  GtkWidget *child = gtk_flow_box_child_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *still = dossier_scene_still_new ();
  GtkWidget *label;
  /* Translators: the number of a scene and its title */
  g_autofree char *text = g_strdup_printf (_ ("%d · %s"), scene + 1, dossier_show_get_title (show, scene));

  dossier_scene_still_set_scene (DOSSIER_SCENE_STILL (still), scene);
  dossier_scene_still_set_stills (DOSSIER_SCENE_STILL (still), stills);
  gtk_widget_set_size_request (still, STILL_WIDTH, STILL_WIDTH * 9 / 16);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  label = gtk_label_new (text);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 1);
  gtk_widget_set_tooltip_text (label, text);
  gtk_box_append (GTK_BOX (box), still);
  gtk_box_append (GTK_BOX (box), label);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (still), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_flow_box_append (GTK_FLOW_BOX (self->flow), child);
}

static void
dossier_scene_grid_dispose (GObject *object)
{
  DossierSceneGrid *self = DOSSIER_SCENE_GRID (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (dossier_scene_grid_parent_class)->dispose (object);
}

static void
dossier_scene_grid_class_init (DossierSceneGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_scene_grid_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "scene-grid");

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
dossier_scene_grid_init (DossierSceneGrid *self)
{
  self->flow = gtk_flow_box_new ();
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (self->flow), TRUE);
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->flow), GTK_SELECTION_BROWSE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->flow), 12);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (self->flow), 12);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->flow), 8);
  gtk_widget_set_valign (self->flow, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->flow), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("All scenes"), -1);
  g_signal_connect (self->flow, "move-cursor", G_CALLBACK (move_cursor_cb), NULL);
  g_signal_connect_swapped (self->flow, "child-activated", G_CALLBACK (activated_cb), self);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->flow);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * dossier_scene_grid_set_show:
 * @self: a grid that shows nothing yet
 * @show: what is presented
 * @stills: who paints it
 */
void
dossier_scene_grid_set_show (DossierSceneGrid *self, DossierShow *show, DossierSceneStills *stills)
{
  g_return_if_fail (DOSSIER_IS_SCENE_GRID (self));

  for (int i = 0; i < dossier_show_get_n_scenes (show); i++)
    add_scene (self, show, stills, i);
}

/**
 * dossier_scene_grid_set_proportions:
 * @self: a grid
 * @width_for_height: how many times wider the scenes are than high
 */
void
dossier_scene_grid_set_proportions (DossierSceneGrid *self, double width_for_height)
{
  GtkFlowBoxChild *child;

  g_return_if_fail (DOSSIER_IS_SCENE_GRID (self));

  for (int i = 0; (child = gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (self->flow), i)) != NULL; i++)
    {
      dossier_scene_still_set_proportions (DOSSIER_SCENE_STILL (get_still (child)), width_for_height);
      gtk_widget_set_size_request (get_still (child), STILL_WIDTH, (int) (STILL_WIDTH / width_for_height));
    }
}

/**
 * dossier_scene_grid_point_at:
 * @self: a grid
 * @scene: the scene from which the arrow keys lead on
 */
void
dossier_scene_grid_point_at (DossierSceneGrid *self, int scene)
{
  GtkFlowBoxChild *child;

  g_return_if_fail (DOSSIER_IS_SCENE_GRID (self));

  child = gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (self->flow), scene);
  if (child == NULL)
    return;
  gtk_flow_box_select_child (GTK_FLOW_BOX (self->flow), child);
  /* Unlike to grab the focus, it tells the box where the arrow keys start. */
  gtk_widget_child_focus (GTK_WIDGET (child), GTK_DIR_TAB_FORWARD);
}
