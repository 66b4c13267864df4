/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-yielding.h"

/* A window that is narrower is narrow, in pixels. More than the least that a bar with all its children needs, for else no
 * window could become so narrow. */
#define NARROW 560

struct _DossierYielding
{
  GtkWidget parent_instance;

  GtkWidget *child;
  gboolean is_narrow; /* the window was, when we were measured last */
  guint resize_id;
};

enum
{
  PROP_0,
  PROP_CHILD,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DossierYielding, dossier_yielding, GTK_TYPE_WIDGET)

static int
measure_width (GtkWidget *child)
{
  int minimum = 0;

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return minimum;
}

/* Before it has a size, it is that which it asks for. */
static gboolean
is_in_narrow_window (DossierYielding *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  int width = root != NULL ? gtk_widget_get_width (GTK_WIDGET (root)) : 0;
  int height;

  if (width == 0 && GTK_IS_WINDOW (root))
    gtk_window_get_default_size (GTK_WINDOW (root), &width, &height);

  return width > 0 && width < NARROW;
}

static gboolean
resize_cb (gpointer data)
{
  DossierYielding *self = data;

  self->resize_id = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

/* Within an allocation nothing can be asked for. */
static void
watch (DossierYielding *self)
{
  if (self->is_narrow != is_in_narrow_window (self) && self->resize_id == 0)
    self->resize_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, resize_cb, self, NULL);
}

/* What keeps its size in a window that changes its own is not allocated anew. */
static void
dossier_yielding_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (dossier_yielding_parent_class)->root (widget);

  if (GTK_IS_WINDOW (gtk_widget_get_root (widget)))
    g_signal_connect_object (gtk_widget_get_root (widget), "notify::default-width", G_CALLBACK (watch), widget, G_CONNECT_SWAPPED);
}

static void
dossier_yielding_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), watch, widget);

  GTK_WIDGET_CLASS (dossier_yielding_parent_class)->unroot (widget);
}

static void
dossier_yielding_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  DossierYielding *self = DOSSIER_YIELDING (widget);

  *minimum = *natural = 0;
  if (self->child == NULL)
    return;

  gtk_widget_measure (self->child, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      self->is_narrow = is_in_narrow_window (self);
      *minimum = self->is_narrow ? 0 : *minimum;
    }
}

static void
dossier_yielding_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DossierYielding *self = DOSSIER_YIELDING (widget);
  gboolean has_room = width >= measure_width (self->child);

  if (self->child == NULL)
    return;

  watch (self);
  gtk_widget_set_child_visible (self->child, has_room);
  if (has_room)
    gtk_widget_allocate (self->child, width, height, -1, NULL);
}

static void
dossier_yielding_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, DOSSIER_YIELDING (object)->child);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dossier_yielding_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  DossierYielding *self = DOSSIER_YIELDING (object);

  switch (prop_id)
    {
    case PROP_CHILD:
      g_clear_pointer (&self->child, gtk_widget_unparent);
      self->child = g_value_get_object (value);
      if (self->child != NULL)
        gtk_widget_set_parent (self->child, GTK_WIDGET (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dossier_yielding_dispose (GObject *object)
{
  DossierYielding *self = DOSSIER_YIELDING (object);

  g_clear_handle_id (&self->resize_id, g_source_remove);
  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (dossier_yielding_parent_class)->dispose (object);
}

static void
dossier_yielding_class_init (DossierYieldingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dossier_yielding_dispose;
  object_class->get_property = dossier_yielding_get_property;
  object_class->set_property = dossier_yielding_set_property;
  widget_class->root = dossier_yielding_root;
  widget_class->unroot = dossier_yielding_unroot;
  widget_class->measure = dossier_yielding_measure;
  widget_class->size_allocate = dossier_yielding_size_allocate;

  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dossier_yielding_init (DossierYielding *self)
{
}
