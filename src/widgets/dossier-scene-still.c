/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-scene-still.h"

#include "widgets/dossier-scene-texture.h"
#include "widgets/dossier-style.h"

#include <math.h>

#define USUAL_PROPORTIONS (16.0 / 9.0)
#define MOST_OBLONG       4.0
#define SMALLEST_HEIGHT   68
#define CORNER_RADIUS     6.0f

struct _DossierSceneStill
{
  GtkWidget parent_instance;

  DossierSceneStills *stills;
  DossierShow *show; /* that is told where the pointer is, or NULL */
  int scene;         /* -1 for none */
  double proportions;
  GdkTexture *texture;
  int texture_scene;        /* which scene the texture shows: what is to be seen may not be painted yet */
  DossierSceneFrame *frame; /* of the texture, to know a fresh one by */
};

G_DEFINE_FINAL_TYPE (DossierSceneStill, dossier_scene_still, GTK_TYPE_WIDGET)

/* Where the picture lies: in the middle, at whole pixels. */
static graphene_rect_t
get_place (DossierSceneStill *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  int fitting_width = MIN (width, (int) floor (height * self->proportions));
  int fitting_height = MIN (height, (int) floor (fitting_width / self->proportions));

  return GRAPHENE_RECT_INIT ((float) ((width - fitting_width) / 2), (float) ((height - fitting_height) / 2), (float) fitting_width, (float) fitting_height);
}

/* Asks for the picture of the present size; shows the old one until it is there. */
static void
update (DossierSceneStill *self)
{
  graphene_rect_t place = get_place (self);
  DossierSceneFrame *frame;

  if (self->stills == NULL)
    return;
  if (self->scene < 0 || place.size.width < 1 || place.size.height < 1 || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      dossier_scene_stills_forget (self->stills, self);
      return;
    }

  frame = dossier_scene_stills_get (self->stills, self, self->scene, (int) place.size.width, (int) place.size.height, gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  if (frame == NULL || frame == self->frame)
    return;

  dossier_scene_frame_unref (self->frame);
  self->frame = dossier_scene_frame_ref (frame);
  g_set_object (&self->texture, NULL);
  self->texture = dossier_scene_texture_new (frame);
  self->texture_scene = self->scene;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (DossierSceneStill *self, double x, double y)
{
  graphene_rect_t place = get_place (self);
  double picture_x = (x - (double) place.origin.x) / (double) place.size.width;
  double picture_y = (y - (double) place.origin.y) / (double) place.size.height;
  gboolean is_inside = picture_x >= 0 && picture_x <= 1 && picture_y >= 0 && picture_y <= 1;

  if (self->show != NULL)
    dossier_show_set_point (self->show, is_inside ? picture_x : NAN, is_inside ? picture_y : NAN);
}

static void
draw (DossierSceneStill *self, double x, double y, gboolean begins)
{
  graphene_rect_t place = get_place (self);
  double picture_x = (x - (double) place.origin.x) / (double) place.size.width;
  double picture_y = (y - (double) place.origin.y) / (double) place.size.height;

  if (self->show != NULL && self->scene >= 0 && place.size.width >= 1)
    dossier_show_draw (self->show, self->scene, CLAMP (picture_x, 0, 1), CLAMP (picture_y, 0, 1), begins);
}

static void
drag_begin_cb (DossierSceneStill *self, double x, double y)
{
  draw (self, x, y, TRUE);
}

static void
drag_update_cb (DossierSceneStill *self, double dx, double dy, GtkGestureDrag *drag)
{
  double x, y;

  gtk_gesture_drag_get_start_point (drag, &x, &y);
  draw (self, x + dx, y + dy, FALSE);
}

static void
leave_cb (DossierSceneStill *self)
{
  if (self->show != NULL)
    dossier_show_set_point (self->show, NAN, NAN);
}

static void
dossier_scene_still_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  DossierSceneStill *self = DOSSIER_SCENE_STILL (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) ceil (SMALLEST_HEIGHT * self->proportions);
      *natural = for_size > 0 ? MAX (*minimum, (int) ceil (for_size * self->proportions)) : *minimum;
    }
  else
    {
      *minimum = SMALLEST_HEIGHT;
      *natural = for_size > 0 ? MAX (*minimum, (int) ceil (for_size / self->proportions)) : *minimum;
    }
}

static GtkSizeRequestMode
dossier_scene_still_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
dossier_scene_still_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  update (DOSSIER_SCENE_STILL (widget));
}

static void
dossier_scene_still_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (dossier_scene_still_parent_class)->map (widget);
  update (DOSSIER_SCENE_STILL (widget));
}

static void
dossier_scene_still_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (dossier_scene_still_parent_class)->unmap (widget);
  update (DOSSIER_SCENE_STILL (widget));
}

static void
dossier_scene_still_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DossierSceneStill *self = DOSSIER_SCENE_STILL (widget);
  graphene_rect_t place = get_place (self);
  GskRoundedRect outline;
  GdkRGBA ground;
  GdkRGBA border;
  double x, y;

  if (place.size.width < 1 || place.size.height < 1)
    return;

  dossier_style_to_rgba (&dossier_style_get_theme (dossier_style_get_default ())->view, &ground);
  dossier_style_to_rgba (&dossier_style_get_theme (dossier_style_get_default ())->grid, &border);
  gsk_rounded_rect_init_from_rect (&outline, &place, CORNER_RADIUS);
  if (self->scene < 0)
    {
      gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 1, 1, 1, 1 }, (GdkRGBA[4]){ border, border, border, border });
      return;
    }
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  if (self->texture != NULL && self->texture_scene == self->scene)
    gtk_snapshot_append_texture (snapshot, self->texture, &place);
  else
    gtk_snapshot_append_color (snapshot, &ground, &place);
  if (self->show != NULL)
    dossier_scene_texture_snapshot_ink (snapshot, dossier_show_get_ink (self->show), self->scene, &place);
  if (self->show != NULL && dossier_show_get_point (self->show, &x, &y))
    dossier_scene_texture_snapshot_tool (snapshot, dossier_show_get_tool (self->show), x, y, &place);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 1, 1, 1, 1 }, (GdkRGBA[4]){ border, border, border, border });
}

static void
dossier_scene_still_dispose (GObject *object)
{
  DossierSceneStill *self = DOSSIER_SCENE_STILL (object);

  dossier_scene_still_set_stills (self, NULL);
  dossier_scene_still_set_pointing_at (self, NULL);
  g_clear_object (&self->texture);
  g_clear_pointer (&self->frame, dossier_scene_frame_unref);

  G_OBJECT_CLASS (dossier_scene_still_parent_class)->dispose (object);
}

static void
dossier_scene_still_class_init (DossierSceneStillClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_scene_still_dispose;
  widget_class->measure = dossier_scene_still_measure;
  widget_class->get_request_mode = dossier_scene_still_get_request_mode;
  widget_class->size_allocate = dossier_scene_still_size_allocate;
  widget_class->map = dossier_scene_still_map;
  widget_class->unmap = dossier_scene_still_unmap;
  widget_class->snapshot = dossier_scene_still_snapshot;
  gtk_widget_class_set_css_name (widget_class, "scene-still");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
dossier_scene_still_init (DossierSceneStill *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->scene = self->texture_scene = -1;
  self->proportions = USUAL_PROPORTIONS;
  g_signal_connect_object (motion, "enter", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (update), NULL);
}

/**
 * dossier_scene_still_new:
 *
 * Returns: (transfer floating): a picture of no scene yet
 */
GtkWidget *
dossier_scene_still_new (void)
{
  return g_object_new (DOSSIER_TYPE_SCENE_STILL, NULL);
}

/**
 * dossier_scene_still_set_stills:
 * @self: a picture
 * @stills: (nullable): who paints it, or %NULL for nobody
 */
void
dossier_scene_still_set_stills (DossierSceneStill *self, DossierSceneStills *stills)
{
  g_return_if_fail (DOSSIER_IS_SCENE_STILL (self));

  if (self->stills == stills)
    return;
  if (self->stills != NULL)
    {
      dossier_scene_stills_forget (self->stills, self);
      g_signal_handlers_disconnect_by_func (self->stills, update, self);
    }
  g_set_object (&self->stills, stills);
  if (stills != NULL)
    {
      g_signal_connect_object (stills, "ready", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      update (self);
    }
}

/**
 * dossier_scene_still_set_scene:
 * @self: a picture
 * @scene: which scene, from 0; -1 for none
 */
void
dossier_scene_still_set_scene (DossierSceneStill *self, int scene)
{
  g_return_if_fail (DOSSIER_IS_SCENE_STILL (self));

  if (self->scene == scene)
    return;

  self->scene = scene;
  update (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * dossier_scene_still_get_scene:
 * @self: a picture
 *
 * Returns: the scene, -1 for none
 */
int
dossier_scene_still_get_scene (DossierSceneStill *self)
{
  g_return_val_if_fail (DOSSIER_IS_SCENE_STILL (self), -1);

  return self->scene;
}

/**
 * dossier_scene_still_set_proportions:
 * @self: a picture
 * @width_for_height: how many times wider it is than high
 *
 * What is more oblong than any screen, such as a window that somebody has pulled flat, is shown as if it were less so: the
 * window of the presenter has to be as wide as two of these pictures.
 */
void
dossier_scene_still_set_proportions (DossierSceneStill *self, double width_for_height)
{
  g_return_if_fail (DOSSIER_IS_SCENE_STILL (self) && width_for_height > 0);

  width_for_height = CLAMP (width_for_height, 1.0 / MOST_OBLONG, MOST_OBLONG);
  if (self->proportions == width_for_height)
    return;

  self->proportions = width_for_height;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * dossier_scene_still_set_pointing_at:
 * @self: a picture
 * @show: (nullable): what is told where the pointer is over the picture, and whose pointer is seen in it; %NULL for none
 */
void
dossier_scene_still_set_pointing_at (DossierSceneStill *self, DossierShow *show)
{
  g_return_if_fail (DOSSIER_IS_SCENE_STILL (self));

  if (self->show == show)
    return;
  if (self->show != NULL)
    g_signal_handlers_disconnect_by_func (self->show, gtk_widget_queue_draw, self);
  g_set_object (&self->show, show);
  if (show != NULL)
    g_signal_connect_object (show, "audience-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * dossier_scene_still_is_painted:
 * @self: a picture
 *
 * Returns: whether it shows its scene, and not nothing for the time being
 */
gboolean
dossier_scene_still_is_painted (DossierSceneStill *self)
{
  g_return_val_if_fail (DOSSIER_IS_SCENE_STILL (self), FALSE);

  return self->texture != NULL && self->texture_scene == self->scene;
}
