/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-monitors.h"

/* As monitors come and go, several things change at once, and what is known of a new one comes in bit by bit. */
#define SETTLING_MS 250

struct _DossierMonitors
{
  GObject parent_instance;

  GdkDisplay *display;
  GListModel *monitors;
  GPtrArray *names; /* of char *, in their order, with a NULL at the end */
  guint settling_id;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierMonitors, dossier_monitors, G_TYPE_OBJECT)

/* "Dell U2720Q (DP-1)": the plug tells two of the same make apart. */
static char *
dup_name (GdkMonitor *monitor)
{
  const char *manufacturer = gdk_monitor_get_manufacturer (monitor);
  const char *model = gdk_monitor_get_model (monitor);
  const char *connector = gdk_monitor_get_connector (monitor);
  g_autoptr (GString) name = g_string_new (NULL);

  if (manufacturer != NULL && *manufacturer != '\0')
    g_string_append (name, manufacturer);
  if (model != NULL && *model != '\0')
    g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", model);
  if (connector != NULL && *connector != '\0' && !g_str_equal (connector, name->str))
    g_string_append_printf (name, name->len > 0 ? " (%s)" : "%s", connector);

  return g_string_free (g_steal_pointer (&name), FALSE);
}

static void
read_names (DossierMonitors *self)
{
  g_ptr_array_set_size (self->names, 0);
  for (guint i = 0; i < g_list_model_get_n_items (self->monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (self->monitors, i);

      g_ptr_array_add (self->names, dup_name (monitor));
    }
  g_ptr_array_add (self->names, NULL);
}

static gboolean
settled_cb (gpointer data)
{
  DossierMonitors *self = data;

  self->settling_id = 0;
  read_names (self);
  g_signal_emit (self, signals[CHANGED], 0);

  return G_SOURCE_REMOVE;
}

static void
items_changed_cb (DossierMonitors *self)
{
  read_names (self);
  g_clear_handle_id (&self->settling_id, g_source_remove);
  self->settling_id = g_timeout_add (SETTLING_MS, settled_cb, self);
}

/* Beside what else the program keeps for its user. */
static char *
dup_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "dossier", "screens.ini", NULL);
}

static void
dossier_monitors_finalize (GObject *object)
{
  DossierMonitors *self = DOSSIER_MONITORS (object);

  g_clear_handle_id (&self->settling_id, g_source_remove);
  g_ptr_array_unref (self->names);
  g_object_unref (self->display);

  G_OBJECT_CLASS (dossier_monitors_parent_class)->finalize (object);
}

static void
dossier_monitors_class_init (DossierMonitorsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dossier_monitors_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dossier_monitors_init (DossierMonitors *self)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
}

/**
 * dossier_monitors_new:
 * @display: a display
 *
 * Returns: (transfer full): its monitors
 */
DossierMonitors *
dossier_monitors_new (GdkDisplay *display)
{
  DossierMonitors *self = g_object_new (DOSSIER_TYPE_MONITORS, NULL);

  self->display = g_object_ref (display);
  self->monitors = gdk_display_get_monitors (display);
  read_names (self);
  g_signal_connect_object (self->monitors, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * dossier_monitors_get_n:
 * @self: the monitors
 *
 * Returns: how many there are; 0 for a moment, while the only one is exchanged
 */
int
dossier_monitors_get_n (DossierMonitors *self)
{
  g_return_val_if_fail (DOSSIER_IS_MONITORS (self), 0);

  return (int) self->names->len - 1;
}

/**
 * dossier_monitors_get:
 * @self: the monitors
 * @index: which, from 0
 *
 * Returns: (transfer none): that monitor
 */
GdkMonitor *
dossier_monitors_get (DossierMonitors *self, int index)
{
  g_autoptr (GdkMonitor) monitor = NULL;

  g_return_val_if_fail (DOSSIER_IS_MONITORS (self) && index >= 0 && index < dossier_monitors_get_n (self), NULL);

  /* The list holds it. */
  monitor = g_list_model_get_item (self->monitors, (guint) index);

  return monitor;
}

/**
 * dossier_monitors_get_name:
 * @self: the monitors
 * @index: which, from 0
 *
 * Returns: (transfer none): what people may know it by
 */
const char *
dossier_monitors_get_name (DossierMonitors *self, int index)
{
  g_return_val_if_fail (DOSSIER_IS_MONITORS (self) && index >= 0 && index < dossier_monitors_get_n (self), NULL);

  return g_ptr_array_index (self->names, index);
}

/**
 * dossier_monitors_choose:
 * @self: the monitors
 * @own: a widget in the window that the presenter works with
 *
 * Returns: who is to see what where, as it was when the same monitors were there, or as it seems best
 */
DossierScreens
dossier_monitors_choose (DossierMonitors *self, GtkWidget *own)
{
  const char *const *names = (const char *const *) self->names->pdata;
  GtkNative *native = gtk_widget_get_native (own);
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;
  GdkMonitor *monitor = surface != NULL ? gdk_display_get_monitor_at_surface (self->display, surface) : NULL;
  g_autofree char *path = dup_path ();
  g_autofree char *remembered = NULL;
  g_autoptr (GError) error = NULL;
  int index = -1;

  for (int i = 0; i < dossier_monitors_get_n (self); i++)
    if (monitor != NULL && dossier_monitors_get (self, i) == monitor)
      index = i;

  remembered = dossier_screens_recall (path, names, dossier_monitors_get_n (self), &error);
  if (error != NULL)
    g_message ("Which screen the audience looked at is not known: %s", error->message);

  return dossier_screens_choose (names, dossier_monitors_get_n (self), index, remembered);
}

/**
 * dossier_monitors_remember:
 * @self: the monitors
 * @audience: the one that the audience is to look at when these are there again
 */
void
dossier_monitors_remember (DossierMonitors *self, int audience)
{
  g_autofree char *path = dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_return_if_fail (DOSSIER_IS_MONITORS (self) && audience >= 0 && audience < dossier_monitors_get_n (self));

  g_mkdir_with_parents (folder, 0700);
  if (!dossier_screens_remember (path, (const char *const *) self->names->pdata, dossier_monitors_get_n (self), dossier_monitors_get_name (self, audience), &error))
    g_message ("Which screen the audience looks at will not be remembered: %s", error->message);
}
