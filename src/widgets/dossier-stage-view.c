/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-stage-view.h"

#include "painting/dossier-scene-stage.h"
#include "widgets/dossier-scene-texture.h"
#include "widgets/dossier-style.h"

#include <math.h>

/* The pointer hides when it has rested for so long. */
#define POINTER_REST_MS 2000

struct _DossierStageView
{
  GtkWidget parent_instance;

  DossierShow *show;
  DossierSceneStage *stage;
  GdkTexture *texture; /* of the latest frame */
  int scene;           /* that the stage was told of, -1 for none */
  guint tick_id;
  guint rest_id;
};

G_DEFINE_FINAL_TYPE (DossierStageView, dossier_stage_view, GTK_TYPE_WIDGET)

static gboolean
has_animations (DossierStageView *self)
{
  gboolean enabled;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &enabled, NULL);

  return enabled;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  DossierStageView *self = DOSSIER_STAGE_VIEW (widget);

  dossier_scene_stage_ask (self->stage, gdk_frame_clock_get_frame_time (clock));
  if (dossier_scene_stage_is_gliding (self->stage) || dossier_scene_stage_is_busy (self->stage))
    return G_SOURCE_CONTINUE;

  self->tick_id = 0;

  return G_SOURCE_REMOVE;
}

static void
start_ticking (DossierStageView *self)
{
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static void
ready_cb (gpointer data)
{
  DossierStageView *self = data;

  g_set_object (&self->texture, NULL);
  self->texture = dossier_scene_texture_new (dossier_scene_stage_get_frame (self->stage));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* With a tool in hand, the pointer is the tool. */
static void
hide_pointer (DossierStageView *self)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
}

static gboolean
pointer_rests_cb (gpointer data)
{
  DossierStageView *self = data;

  self->rest_id = 0;
  hide_pointer (self);

  return G_SOURCE_REMOVE;
}

static void
audience_changed_cb (DossierStageView *self)
{
  int scene = dossier_show_get_shown (self->show);

  if (scene != self->scene)
    {
      /* Behind black or white nobody sees it come. */
      gboolean glides = self->scene >= 0 && has_animations (self) && dossier_show_get_blank (self->show) == DOSSIER_BLANK_NONE;
      const char *title = dossier_show_get_title (self->show, scene);

      self->scene = scene;
      dossier_scene_stage_show (self->stage, scene, glides);
      start_ticking (self);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
    }
  if (dossier_show_get_tool (self->show) != DOSSIER_SHOW_TOOL_NONE)
    hide_pointer (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
style_changed_cb (DossierStageView *self)
{
  dossier_scene_stage_set_theme (self->stage, dossier_style_get_theme (dossier_style_get_default ()));
  start_ticking (self);
}

static void
update_size (DossierStageView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (width < 1 || height < 1)
    return;
  dossier_scene_stage_set_size (self->stage, width, height, gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  start_ticking (self);
}

static void
motion_cb (DossierStageView *self, double x, double y)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (width < 1 || height < 1)
    return;

  dossier_show_set_point (self->show, CLAMP (x / width, 0, 1), CLAMP (y / height, 0, 1));
  if (dossier_show_get_tool (self->show) != DOSSIER_SHOW_TOOL_NONE)
    return;
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (POINTER_REST_MS, pointer_rests_cb, self);
}

static void
draw (DossierStageView *self, double x, double y, gboolean begins)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (width > 0 && height > 0)
    dossier_show_draw (self->show, self->scene, CLAMP (x / width, 0, 1), CLAMP (y / height, 0, 1), begins);
}

static void
drag_begin_cb (DossierStageView *self, double x, double y)
{
  draw (self, x, y, TRUE);
}

static void
drag_update_cb (DossierStageView *self, double dx, double dy, GtkGestureDrag *drag)
{
  double x, y;

  gtk_gesture_drag_get_start_point (drag, &x, &y);
  draw (self, x + dx, y + dy, FALSE);
}

static void
leave_cb (DossierStageView *self)
{
  dossier_show_set_point (self->show, NAN, NAN);
}

static void
dossier_stage_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  update_size (DOSSIER_STAGE_VIEW (widget));
}

static void
dossier_stage_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  static const GdkRGBA black = { 0, 0, 0, 1 };
  static const GdkRGBA white = { 1, 1, 1, 1 };
  DossierStageView *self = DOSSIER_STAGE_VIEW (widget);
  DossierBlank blank = dossier_show_get_blank (self->show);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  double x, y;
  GdkRGBA ground;

  if (blank != DOSSIER_BLANK_NONE)
    {
      gtk_snapshot_append_color (snapshot, blank == DOSSIER_BLANK_BLACK ? &black : &white, &bounds);
      return;
    }

  dossier_style_to_rgba (&dossier_style_get_theme (dossier_style_get_default ())->view, &ground);
  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture, &bounds);
  else
    gtk_snapshot_append_color (snapshot, &ground, &bounds);

  dossier_scene_texture_snapshot_ink (snapshot, dossier_show_get_ink (self->show), self->scene, &bounds);
  if (dossier_show_get_point (self->show, &x, &y))
    dossier_scene_texture_snapshot_tool (snapshot, dossier_show_get_tool (self->show), x, y, &bounds);
}

static void
dossier_stage_view_dispose (GObject *object)
{
  DossierStageView *self = DOSSIER_STAGE_VIEW (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  g_clear_pointer (&self->stage, dossier_scene_stage_free);
  g_clear_object (&self->texture);
  g_clear_object (&self->show);

  G_OBJECT_CLASS (dossier_stage_view_parent_class)->dispose (object);
}

static void
dossier_stage_view_class_init (DossierStageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_stage_view_dispose;
  widget_class->size_allocate = dossier_stage_view_size_allocate;
  widget_class->snapshot = dossier_stage_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "stage-view");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
dossier_stage_view_init (DossierStageView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->scene = -1;
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);

  g_signal_connect_object (motion, "enter", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (update_size), NULL);
  g_signal_connect_object (dossier_style_get_default (), "changed", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * dossier_stage_view_new:
 * @show: what is presented
 *
 * Returns: (transfer floating): what the audience sees of it
 */
GtkWidget *
dossier_stage_view_new (DossierShow *show)
{
  DossierStageView *self = g_object_new (DOSSIER_TYPE_STAGE_VIEW, NULL);

  self->show = g_object_ref (show);
  self->stage = dossier_scene_stage_new (dossier_show_get_document (show),
                                         dossier_show_get_story_index (show),
                                         dossier_style_get_theme (dossier_style_get_default ()),
                                         ready_cb,
                                         self);
  g_signal_connect_object (show, "audience-changed", G_CALLBACK (audience_changed_cb), self, G_CONNECT_SWAPPED);
  audience_changed_cb (self);

  return GTK_WIDGET (self);
}

/**
 * dossier_stage_view_is_gliding:
 * @self: what the audience sees
 *
 * Returns: whether the camera moves, or a picture is not painted yet
 */
gboolean
dossier_stage_view_is_gliding (DossierStageView *self)
{
  g_return_val_if_fail (DOSSIER_IS_STAGE_VIEW (self), FALSE);

  return self->tick_id != 0;
}
