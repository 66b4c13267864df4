/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "driver.h"

#include <glib/gstdio.h>

static AdwApplication *used_application;

/* Windows that are opened from now on belong to it: the keys of actions are the application's. */
void
driver_set_application (AdwApplication *application)
{
  used_application = application;
}

/* Whether that is what libadwaita 1.7 says of the heading of its own AdwMessageDialog when it asks how high that would be
 * were it narrower than it can be. */
static gboolean
is_about_heading (const char *message)
{
  gpointer label;

  return sscanf (message, "Trying to measure GtkLabel %p for width of ", &label) == 1 &&
         gtk_widget_get_ancestor (label, ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

/* Every warning ends a test, but for one that GTK 4.8 has when a frame comes before a widget's part was given its place, and
 * one of libadwaita's. */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_strcmp0 (fields[i].key, "MESSAGE") == 0 && (g_str_has_suffix (fields[i].value, " without a current allocation") || is_about_heading (fields[i].value)))
      return G_LOG_WRITER_HANDLED;

  return g_log_writer_default (level, fields, n_fields, data);
}

static void
bear_with_libraries (void)
{
  static gboolean done;

  if (!done)
    g_log_set_writer_func (write_log, NULL, NULL);
  done = TRUE;
}

/**
 * driver_start:
 * @argc: of main()
 * @argv: likewise
 *
 * Begins a test program with the application, to which the windows and the keys of actions belong.
 *
 * Returns: (transfer full): the application
 */
DossierApplication *
driver_start (int *argc, char ***argv)
{
  DossierApplication *application;
  g_autoptr (GError) error = NULL;

  g_test_init (argc, argv, NULL);
  adw_init ();
  bear_with_libraries ();
  application = dossier_application_new ();
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  driver_set_application (ADW_APPLICATION (application));

  return application;
}

static gboolean
has_view (gpointer window)
{
  return dossier_window_get_view (window) != NULL;
}

/* What a test has moved is not there for the next. */
void
driver_forget_places (void)
{
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "dossier", "places", NULL);
  g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
  const char *name;

  /* Nothing of the user's. */
  g_assert_nonnull (g_getenv ("XDG_STATE_HOME"));
  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_assert_cmpint (g_unlink (file), ==, 0);
    }
}

/* A window of that size in which the bundled dossier is shown. */
DossierWindow *
driver_open_bundled (int width, int height)
{
  DossierWindow *window;

  bear_with_libraries ();
  window = dossier_window_new (used_application);
  driver_forget_places ();
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  dossier_window_open_bundled (window);
  driver_wait_for (has_view, window);
  driver_settle (500);

  return window;
}

/* Nothing holds on to a window that is closed. */
void
driver_close (DossierWindow *window)
{
  GtkWindow *gone = GTK_WINDOW (window);

  g_object_add_weak_pointer (G_OBJECT (gone), (gpointer *) &gone);
  gtk_window_destroy (gone);
  driver_run_for (300);
  g_assert_null (gone);
}

void
driver_run_for (int milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

/* For that long at least, and then until nothing has happened for a while: a slow machine, or one that works under
 * sanitizers, is given the time it needs. What never rests, such as an animation without end, is left in the end. */
void
driver_settle (int milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;
  gint64 now, happened = 0;

  do
    {
      if (g_main_context_iteration (NULL, FALSE))
        happened = g_get_monotonic_time ();
      else
        g_usleep (1000);
      now = g_get_monotonic_time ();
    }
  while (now < end || (now - happened < DRIVER_REST_US && now < end + DRIVER_UNREST_US));
}

void
driver_wait_for (DriverCondition condition, gpointer data)
{
  gint64 deadline = g_get_monotonic_time () + DRIVER_PATIENCE_US;

  while (!condition (data))
    {
      if (g_get_monotonic_time () > deadline)
        g_error ("it did not come to pass");
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

/* The widget itself, or the first below it that @matches; %NULL if there is none. */
GtkWidget *
driver_find (GtkWidget *widget, DriverMatch matches, gconstpointer data)
{
  if (matches (widget, data))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = driver_find (child, matches, data);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_of_type (GtkWidget *widget, gconstpointer type)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, *(const GType *) type);
}

/* The widget itself, or the first below it of that type; %NULL if there is none. */
GtkWidget *
driver_find_child (GtkWidget *widget, GType type)
{
  return driver_find (widget, is_of_type, &type);
}

static gboolean
is_label_in_sight (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0 && gtk_widget_get_mapped (widget);
}

/* Whether a label with that text is on the screen. */
gboolean
driver_has_label (GtkWidget *widget, const char *text)
{
  return driver_find (widget, is_label_in_sight, text) != NULL;
}

/* Has the X server be sent keys and motions, and what comes of them be handled. */
void
driver_xdotool (const char *first, ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  va_list list;
  int status;

  g_ptr_array_add (arguments, (gpointer) "xdotool");
  va_start (list, first);
  for (const char *argument = first; argument != NULL; argument = va_arg (list, const char *))
    g_ptr_array_add (arguments, (gpointer) argument);
  va_end (list);
  g_ptr_array_add (arguments, NULL);
  g_spawn_sync (NULL, (char **) arguments->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  driver_run_for (60);
}

/* Without a window manager a window lies in the upper left corner of the screen; a popover counts from there. */
void
driver_move_to (GtkWidget *widget, double x, double y)
{
  GtkNative *native = gtk_widget_get_native (widget);
  double offset_x, offset_y, root_x, root_y;
  g_autofree char *at_x = NULL;
  g_autofree char *at_y = NULL;

  gtk_native_get_surface_transform (native, &offset_x, &offset_y);
  if (GTK_IS_POPOVER (native))
    {
      offset_x += gdk_popup_get_position_x (GDK_POPUP (gtk_native_get_surface (native)));
      offset_y += gdk_popup_get_position_y (GDK_POPUP (gtk_native_get_surface (native)));
    }
  g_assert_true (gtk_widget_translate_coordinates (widget, GTK_WIDGET (native), x, y, &root_x, &root_y));
  at_x = g_strdup_printf ("%d", (int) (root_x + offset_x));
  at_y = g_strdup_printf ("%d", (int) (root_y + offset_y));
  driver_xdotool ("mousemove", at_x, at_y, NULL);
}

/* In its middle. */
void
driver_click (GtkWidget *widget)
{
  driver_move_to (widget, gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) / 2.0);
  driver_xdotool ("click", "1", NULL);
  driver_settle (200);
}

void
driver_type (const char *text)
{
  driver_xdotool ("type", "--delay", "20", text, NULL);
  driver_run_for (200);
}
