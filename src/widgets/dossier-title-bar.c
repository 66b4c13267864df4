/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-title-bar.h"

/* Between the title and the switcher, in pixels. */
#define SPACING 18

/* How much of a long title has to be seen beside the switcher, in pixels; an ellipsis stands for the rest. */
#define LEAST_TITLE 180

struct _DossierTitleBar
{
  GtkWidget parent_instance;

  GtkWidget *titles;
  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *switcher;
  gboolean show_views;
  gboolean is_narrow;
  guint notify_id;
};

enum
{
  PROP_0,
  PROP_IS_NARROW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DossierTitleBar, dossier_title_bar, GTK_TYPE_WIDGET)

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

/* The title stands at the beginning beside the switcher, and in the middle without. */
static gboolean
notify_narrow_cb (gpointer data)
{
  DossierTitleBar *self = data;
  float align = self->is_narrow || !self->show_views ? 0.5f : 0;

  self->notify_id = 0;
  gtk_label_set_xalign (GTK_LABEL (self->title), align);
  gtk_label_set_xalign (GTK_LABEL (self->subtitle), align);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_NARROW]);

  return G_SOURCE_REMOVE;
}

/* Who listens changes what else is in the window, which must not happen within an allocation. */
static void
queue_notify (DossierTitleBar *self)
{
  if (self->notify_id == 0)
    self->notify_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, notify_narrow_cb, self, NULL);
}

static void
measure_child (GtkWidget *child, GtkOrientation orientation, int *minimum, int *natural)
{
  gtk_widget_measure (child, orientation, -1, minimum, natural, NULL, NULL);
}

static void
dossier_title_bar_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  DossierTitleBar *self = DOSSIER_TITLE_BAR (widget);
  int minimum_titles, natural_titles;
  int minimum_switcher, natural_switcher;

  measure_child (self->titles, orientation, &minimum_titles, &natural_titles);
  measure_child (self->switcher, orientation, &minimum_switcher, &natural_switcher);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      /* The title is the window's, too: in the narrowest, what can be done is worth more than its first letters. */
      *minimum = 0;
      *natural = natural_titles + (self->show_views ? SPACING + natural_switcher : 0);
    }
  else
    {
      *minimum = MAX (minimum_titles, minimum_switcher);
      *natural = MAX (natural_titles, natural_switcher);
    }
}

static void
allocate_at (GtkWidget *child, int x, int width, int height)
{
  gtk_widget_allocate (child, width, height, -1, gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) x, 0)));
}

static void
dossier_title_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DossierTitleBar *self = DOSSIER_TITLE_BAR (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean has_switcher;
  gboolean is_narrow;
  int minimum_titles, natural_titles, switcher_width;
  int titles_width, switcher_x;

  measure_child (self->titles, GTK_ORIENTATION_HORIZONTAL, &minimum_titles, &natural_titles);
  measure_child (self->switcher, GTK_ORIENTATION_HORIZONTAL, NULL, &switcher_width);

  is_narrow = width - switcher_width < MIN (natural_titles, LEAST_TITLE) + SPACING;
  has_switcher = self->show_views && !is_narrow;
  gtk_widget_set_child_visible (self->switcher, has_switcher);
  if (is_narrow != self->is_narrow)
    {
      self->is_narrow = is_narrow;
      queue_notify (self);
    }

  gtk_widget_set_child_visible (self->titles, width >= minimum_titles);
  if (!has_switcher && width < minimum_titles)
    return;
  if (!has_switcher)
    {
      allocate_at (self->titles, 0, width, height);
      return;
    }

  /* In the middle, unless the title needs the room. */
  switcher_x = MAX ((width - switcher_width) / 2, MIN (natural_titles, width - switcher_width - SPACING) + SPACING);
  titles_width = MIN (natural_titles, switcher_x - SPACING);
  switcher_x = MIN (switcher_x, width - switcher_width);
  allocate_at (self->titles, is_rtl ? width - titles_width : 0, titles_width, height);
  allocate_at (self->switcher, is_rtl ? width - switcher_x - switcher_width : switcher_x, switcher_width, height);
}

static void
dossier_title_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_IS_NARROW:
      g_value_set_boolean (value, DOSSIER_TITLE_BAR (object)->is_narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dossier_title_bar_dispose (GObject *object)
{
  DossierTitleBar *self = DOSSIER_TITLE_BAR (object);

  g_clear_handle_id (&self->notify_id, g_source_remove);
  g_clear_pointer (&self->titles, gtk_widget_unparent);
  g_clear_pointer (&self->switcher, gtk_widget_unparent);

  G_OBJECT_CLASS (dossier_title_bar_parent_class)->dispose (object);
}

static void
dossier_title_bar_class_init (DossierTitleBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dossier_title_bar_get_property;
  object_class->dispose = dossier_title_bar_dispose;
  widget_class->measure = dossier_title_bar_measure;
  widget_class->size_allocate = dossier_title_bar_size_allocate;

  properties[PROP_IS_NARROW] = g_param_spec_boolean ("is-narrow", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "title-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dossier_title_bar_init (DossierTitleBar *self)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);

  self->titles = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_valign (self->titles, GTK_ALIGN_CENTER);
  self->title = make_label ("title");
  self->subtitle = make_label ("subtitle");
  gtk_box_append (GTK_BOX (self->titles), self->title);
  gtk_box_append (GTK_BOX (self->titles), self->subtitle);
  gtk_widget_set_parent (self->titles, GTK_WIDGET (self));

  self->switcher = adw_view_switcher_new ();
  adw_view_switcher_set_policy (ADW_VIEW_SWITCHER (self->switcher), ADW_VIEW_SWITCHER_POLICY_WIDE);
  gtk_widget_set_parent (self->switcher, GTK_WIDGET (self));
}

/**
 * dossier_title_bar_set_title:
 * @self: a title bar
 * @title: plain text
 * @subtitle: (nullable): plain text, %NULL or "" for none
 */
void
dossier_title_bar_set_title (DossierTitleBar *self, const char *title, const char *subtitle)
{
  g_return_if_fail (DOSSIER_IS_TITLE_BAR (self));

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->subtitle), subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (self->subtitle, subtitle != NULL && *subtitle != '\0');
  gtk_widget_set_tooltip_text (self->titles, title);
}

/**
 * dossier_title_bar_set_stack:
 * @self: a title bar
 * @stack: the views
 */
void
dossier_title_bar_set_stack (DossierTitleBar *self, AdwViewStack *stack)
{
  g_return_if_fail (DOSSIER_IS_TITLE_BAR (self) && ADW_IS_VIEW_STACK (stack));

  adw_view_switcher_set_stack (ADW_VIEW_SWITCHER (self->switcher), stack);
}

/**
 * dossier_title_bar_set_show_views:
 * @self: a title bar
 * @show: whether there are views to switch between
 */
void
dossier_title_bar_set_show_views (DossierTitleBar *self, gboolean show)
{
  g_return_if_fail (DOSSIER_IS_TITLE_BAR (self));

  if (self->show_views == show)
    return;

  self->show_views = show;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  queue_notify (self);
}

/**
 * dossier_title_bar_is_narrow:
 * @self: a title bar
 *
 * Returns: whether the switcher finds no room in it
 */
gboolean
dossier_title_bar_is_narrow (DossierTitleBar *self)
{
  g_return_val_if_fail (DOSSIER_IS_TITLE_BAR (self), FALSE);

  return self->is_narrow;
}
