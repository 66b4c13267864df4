/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-panes.h"

#include "widgets/dossier-style.h"

#include <adwaita.h>

/* The width, in pixels, that a panel must leave to the content to stand beside it, and more where letters are large. */
#define LEAST_CONTENT 480

#define DURATION 250

/* From the lightest to the darkest that lies over the content while a panel is out. */
#define SCRIM_ALPHA 0.3

typedef struct
{
  DossierPanes *panes;
  GtkWidget *widget;
  AdwAnimation *animation;
  double progress; /* 0 away, 1 seen */
  gboolean docked; /* stands beside the content */
  gboolean wanted; /* is seen when it is docked */
  gboolean open;   /* is seen when it is not */
} Side;

enum
{
  START,
  END,
  N_SIDES,
};

struct _DossierPanes
{
  GtkWidget parent_instance;

  GtkWidget *content;
  Side sides[N_SIDES];
};

enum
{
  PROP_0,
  PROP_START,
  PROP_CONTENT,
  PROP_END,
  PROP_SHOW_START,
  PROP_SHOW_END,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void dossier_panes_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DossierPanes,
                               dossier_panes,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, dossier_panes_buildable_init))

static gboolean
is_shown (const Side *side)
{
  return side->docked ? side->wanted : side->open;
}

static void
notify_shown (DossierPanes *self, Side *side)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[side == &self->sides[START] ? PROP_SHOW_START : PROP_SHOW_END]);
}

static void
set_progress (double value, gpointer data)
{
  Side *side = data;

  side->progress = value;
  if (side->widget != NULL)
    gtk_widget_set_child_visible (side->widget, value > 0);
  gtk_widget_queue_allocate (GTK_WIDGET (side->panes));
}

static void
animate (Side *side)
{
  double target = is_shown (side) ? 1 : 0;

  /* A step of the animation asks for an allocation, in which the panels fold and unfold: no loop. */
  if (side->progress == target && adw_animation_get_state (side->animation) != ADW_ANIMATION_PLAYING)
    return;

  adw_timed_animation_set_value_from (ADW_TIMED_ANIMATION (side->animation), side->progress);
  adw_timed_animation_set_value_to (ADW_TIMED_ANIMATION (side->animation), target);
  adw_animation_play (side->animation);
}

static void
set_shown (DossierPanes *self, Side *side, gboolean show)
{
  if (is_shown (side) == show)
    return;

  if (side->docked)
    side->wanted = show;
  else
    side->open = show;

  /* There is room for one panel over the content. */
  if (!side->docked && show)
    for (int i = 0; i < N_SIDES; i++)
      if (&self->sides[i] != side && !self->sides[i].docked)
        set_shown (self, &self->sides[i], FALSE);

  animate (side);
  notify_shown (self, side);
}

static void
set_docked (DossierPanes *self, Side *side, gboolean docked)
{
  gboolean before = is_shown (side);

  if (side->docked == docked)
    return;

  side->docked = docked;
  side->open = FALSE;
  if (side->widget != NULL)
    {
      if (docked)
        gtk_widget_remove_css_class (side->widget, "folded");
      else
        gtk_widget_add_css_class (side->widget, "folded");
    }

  /* Folding is no motion of its own: the window is being resized. */
  adw_animation_reset (side->animation);
  side->progress = is_shown (side) ? 1 : 0;
  if (side->widget != NULL)
    gtk_widget_set_child_visible (side->widget, side->progress > 0);

  if (before != is_shown (side))
    notify_shown (self, side);
}

/* A side is as wide as it asks to be at least, not as the longest name in it would have it: the views need the room. */
static int
measure_width (GtkWidget *widget)
{
  int minimum = 0;

  if (widget != NULL)
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return minimum;
}

static void
allocate_at (GtkWidget *widget, int x, int width, int height)
{
  GskTransform *transform;

  if (widget == NULL || !gtk_widget_get_child_visible (widget))
    return;

  transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) x, 0));
  gtk_widget_allocate (widget, width, height, -1, transform);
}

static void
pressed_outside_cb (DossierPanes *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  /* The second of a double click goes where the first one went, which may have brought the panel out. */
  if (n_press > 1)
    return;

  for (int i = 0; i < N_SIDES; i++)
    {
      Side *side = &self->sides[i];
      graphene_rect_t bounds;

      if (side->docked || !side->open || !gtk_widget_compute_bounds (side->widget, GTK_WIDGET (self), &bounds))
        continue;

      if (!graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
        {
          gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
          set_shown (self, side, FALSE);
        }
    }
}

static gboolean
key_pressed_cb (DossierPanes *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean closed = FALSE;

  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  for (int i = 0; i < N_SIDES; i++)
    if (!self->sides[i].docked && self->sides[i].open)
      {
        set_shown (self, &self->sides[i], FALSE);
        closed = TRUE;
      }

  return closed ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static void
dossier_panes_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  DossierPanes *self = DOSSIER_PANES (widget);
  GtkWidget *children[] = { self->content, self->sides[START].widget, self->sides[END].widget };

  *minimum = *natural = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (children); i++)
    {
      int child_minimum, child_natural;

      if (children[i] == NULL)
        continue;
      gtk_widget_measure (children[i], orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? *natural + child_natural : MAX (*natural, child_natural);
    }
}

static void
dossier_panes_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DossierPanes *self = DOSSIER_PANES (widget);
  Side *start = &self->sides[START];
  Side *end = &self->sides[END];
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int start_width = MIN (measure_width (start->widget), width);
  int end_width = MIN (measure_width (end->widget), width);
  int least_content = dossier_style_scale_width (dossier_style_get_default (), LEAST_CONTENT);
  int before, behind, content_minimum, start_x, end_x;

  /* The details fold first: the filters are narrower, and a selection brings the details out. */
  set_docked (self, start, width - start_width >= least_content);
  set_docked (self, end, width - start_width - end_width >= least_content);

  before = start->docked ? (int) (start_width * start->progress) : 0;
  behind = end->docked ? (int) (end_width * end->progress) : 0;
  start_x = (int) (start_width * (start->progress - 1));
  end_x = width - (int) (end_width * end->progress);

  if (self->content != NULL)
    {
      int content_width = width - before - behind;

      gtk_widget_measure (self->content, GTK_ORIENTATION_HORIZONTAL, -1, &content_minimum, NULL, NULL, NULL);
      content_width = MAX (content_width, content_minimum);
      allocate_at (self->content, is_rtl ? width - before - content_width : before, content_width, height);
    }
  allocate_at (start->widget, is_rtl ? width - start_width - start_x : start_x, start_width, height);
  allocate_at (end->widget, is_rtl ? width - end_width - end_x : end_x, end_width, height);
}

static void
dossier_panes_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DossierPanes *self = DOSSIER_PANES (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  if (self->content != NULL)
    gtk_widget_snapshot_child (widget, self->content, snapshot);

  for (int i = 0; i < N_SIDES; i++)
    {
      Side *side = &self->sides[i];

      if (side->widget == NULL || side->progress <= 0)
        continue;
      if (!side->docked)
        {
          GdkRGBA scrim = { 0, 0, 0, (float) (SCRIM_ALPHA * side->progress) };

          gtk_snapshot_append_color (snapshot, &scrim, &GRAPHENE_RECT_INIT (0, 0, width, height));
        }
      gtk_widget_snapshot_child (widget, side->widget, snapshot);
    }

  gtk_snapshot_pop (snapshot);
}

static void
set_child (DossierPanes *self, GtkWidget **place, GtkWidget *child)
{
  if (*place == child)
    return;

  g_clear_pointer (place, gtk_widget_unparent);
  *place = child;
  if (child != NULL)
    {
      /* The last child is picked first: a panel lies over the content. */
      if (place == &self->content)
        gtk_widget_insert_after (child, GTK_WIDGET (self), NULL);
      else
        gtk_widget_set_parent (child, GTK_WIDGET (self));
    }
}

static void
dossier_panes_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DossierPanes *self = DOSSIER_PANES (object);

  switch (id)
    {
    case PROP_START:
      g_value_set_object (value, self->sides[START].widget);
      break;
    case PROP_CONTENT:
      g_value_set_object (value, self->content);
      break;
    case PROP_END:
      g_value_set_object (value, self->sides[END].widget);
      break;
    case PROP_SHOW_START:
      g_value_set_boolean (value, is_shown (&self->sides[START]));
      break;
    case PROP_SHOW_END:
      g_value_set_boolean (value, is_shown (&self->sides[END]));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dossier_panes_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DossierPanes *self = DOSSIER_PANES (object);

  switch (id)
    {
    case PROP_START:
      set_child (self, &self->sides[START].widget, g_value_get_object (value));
      break;
    case PROP_CONTENT:
      set_child (self, &self->content, g_value_get_object (value));
      break;
    case PROP_END:
      set_child (self, &self->sides[END].widget, g_value_get_object (value));
      break;
    case PROP_SHOW_START:
      set_shown (self, &self->sides[START], g_value_get_boolean (value));
      break;
    case PROP_SHOW_END:
      set_shown (self, &self->sides[END], g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dossier_panes_dispose (GObject *object)
{
  DossierPanes *self = DOSSIER_PANES (object);

  for (int i = 0; i < N_SIDES; i++)
    {
      g_clear_object (&self->sides[i].animation);
      g_clear_pointer (&self->sides[i].widget, gtk_widget_unparent);
    }
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (dossier_panes_parent_class)->dispose (object);
}

static void
dossier_panes_buildable_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  g_warning ("Children of DossierPanes are set by its properties");
}

static void
dossier_panes_buildable_init (GtkBuildableIface *iface)
{
  iface->add_child = dossier_panes_buildable_add_child;
}

static void
dossier_panes_class_init (DossierPanesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = dossier_panes_get_property;
  object_class->set_property = dossier_panes_set_property;
  object_class->dispose = dossier_panes_dispose;

  widget_class->measure = dossier_panes_measure;
  widget_class->size_allocate = dossier_panes_size_allocate;
  widget_class->snapshot = dossier_panes_snapshot;

  properties[PROP_START] = g_param_spec_object ("start", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_END] = g_param_spec_object ("end", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_SHOW_START] = g_param_spec_boolean ("show-start", NULL, NULL, TRUE, flags);
  properties[PROP_SHOW_END] = g_param_spec_boolean ("show-end", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "panes");
}

static void
dossier_panes_init (DossierPanes *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  for (int i = 0; i < N_SIDES; i++)
    {
      Side *side = &self->sides[i];

      side->panes = self;
      side->docked = side->wanted = TRUE;
      side->progress = 1;
      side->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, DURATION, adw_callback_animation_target_new (set_progress, side, NULL));
    }

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_outside_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * dossier_panes_set_show_start:
 * @self: panes
 * @show: whether the panel at the start is to be seen
 *
 * In a narrow window it comes out over the content.
 */
void
dossier_panes_set_show_start (DossierPanes *self, gboolean show)
{
  g_return_if_fail (DOSSIER_IS_PANES (self));

  set_shown (self, &self->sides[START], show);
}

/**
 * dossier_panes_get_show_start:
 * @self: panes
 *
 * Returns: whether the panel at the start is seen
 */
gboolean
dossier_panes_get_show_start (DossierPanes *self)
{
  g_return_val_if_fail (DOSSIER_IS_PANES (self), FALSE);

  return is_shown (&self->sides[START]);
}

/**
 * dossier_panes_set_show_end:
 * @self: panes
 * @show: whether the panel at the end is to be seen
 *
 * In a narrow window it comes out over the content.
 */
void
dossier_panes_set_show_end (DossierPanes *self, gboolean show)
{
  g_return_if_fail (DOSSIER_IS_PANES (self));

  set_shown (self, &self->sides[END], show);
}

/**
 * dossier_panes_get_show_end:
 * @self: panes
 *
 * Returns: whether the panel at the end is seen
 */
gboolean
dossier_panes_get_show_end (DossierPanes *self)
{
  g_return_val_if_fail (DOSSIER_IS_PANES (self), FALSE);

  return is_shown (&self->sides[END]);
}

/**
 * dossier_panes_wants_start:
 * @self: panes
 *
 * Returns: whether the panel at the start is seen wherever it has room beside the content
 */
gboolean
dossier_panes_wants_start (DossierPanes *self)
{
  g_return_val_if_fail (DOSSIER_IS_PANES (self), FALSE);

  return self->sides[START].wanted;
}

/**
 * dossier_panes_wants_end:
 * @self: panes
 *
 * Returns: whether the panel at the end is seen wherever it has room beside the content
 */
gboolean
dossier_panes_wants_end (DossierPanes *self)
{
  g_return_val_if_fail (DOSSIER_IS_PANES (self), FALSE);

  return self->sides[END].wanted;
}

/**
 * dossier_panes_bring_out_end:
 * @self: panes
 *
 * Has the panel at the end come out over the content where it is folded. One that stands beside the content, or was put
 * away there, stays as it is.
 */
void
dossier_panes_bring_out_end (DossierPanes *self)
{
  g_return_if_fail (DOSSIER_IS_PANES (self));

  if (!self->sides[END].docked)
    set_shown (self, &self->sides[END], TRUE);
}

/**
 * dossier_panes_is_over:
 * @self: panes
 *
 * Returns: whether a panel lies over the content
 */
gboolean
dossier_panes_is_over (DossierPanes *self)
{
  g_return_val_if_fail (DOSSIER_IS_PANES (self), FALSE);

  for (int i = 0; i < N_SIDES; i++)
    if (!self->sides[i].docked && self->sides[i].open)
      return TRUE;

  return FALSE;
}

/**
 * dossier_panes_close_overlays:
 * @self: panes
 *
 * Puts away a panel that lies over the content.
 */
void
dossier_panes_close_overlays (DossierPanes *self)
{
  g_return_if_fail (DOSSIER_IS_PANES (self));

  for (int i = 0; i < N_SIDES; i++)
    if (!self->sides[i].docked)
      set_shown (self, &self->sides[i], FALSE);
}
