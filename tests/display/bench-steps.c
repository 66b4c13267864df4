/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "driver.h"
#include "generated.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <time.h>

/*
 * For how long the window stands still with very many events: the longest step of its main loop in each thing that is
 * done with it, on the clock and in processor time of its thread, which other programs lengthen less. With a number it
 * takes so many events, with a name those of a file.
 */

#define N_EVENTS  1000000
#define GOAL_STEP 0.050 /* seconds of processor time, which are three frames */

/* So long nothing happens until something is done; and so long that is waited for. */
#define REST     0.5
#define UNREST   5.0
#define PATIENCE 300.0

typedef struct
{
  double elapsed;
  double processor;
} Step;

static DossierWindow *window;

static double
get_thread_seconds (void)
{
  struct timespec spec;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &spec);

  return (double) spec.tv_sec + (double) spec.tv_nsec / 1e9;
}

static double
get_seconds (void)
{
  return (double) g_get_monotonic_time () / 1e6;
}

static void
take_longer (Step *longest, double begin, double processor_begin)
{
  longest->elapsed = MAX (longest->elapsed, get_seconds () - begin);
  longest->processor = MAX (longest->processor, get_thread_seconds () - processor_begin);
}

/* Does something and what it leads to, until @condition has come to pass and nothing has happened for @rest_seconds. */
static void
run (const char *name, void (*act) (void), gboolean (*condition) (void), double rest_seconds)
{
  Step longest = { 0 };
  double begin = get_seconds ();
  double processor_begin = get_thread_seconds ();
  double first = begin;
  double rest = begin;

  act ();
  take_longer (&longest, begin, processor_begin);

  while (get_seconds () - rest < rest_seconds || (condition != NULL && !condition ()))
    {
      begin = get_seconds ();
      processor_begin = get_thread_seconds ();
      if (g_main_context_iteration (NULL, FALSE))
        {
          take_longer (&longest, begin, processor_begin);
          rest = get_seconds ();
        }
      else
        g_usleep (500);
      g_assert_cmpfloat (get_seconds () - first, <, PATIENCE);
      /* What is never at rest, such as a clock, does not keep it. */
      if (get_seconds () - first > UNREST && (condition == NULL || condition ()))
        break;
    }

  g_print ("  %-28s longest step %6.1f ms, goal %2.0f, %6.1f ms on the clock%s\n",
           name,
           longest.processor * 1000,
           GOAL_STEP * 1000,
           longest.elapsed * 1000,
           longest.processor <= GOAL_STEP ? "" : "  (missed)");
}

static GFile *file;

static void
open_file (void)
{
  dossier_window_open (window, file);
}

static DossierDocument *
get_document (void)
{
  return dossier_view_get_document (dossier_window_get_view (window));
}

static gboolean
is_preview (void)
{
  return dossier_document_is_preview (get_document ());
}

static gboolean
is_whole (void)
{
  return !is_preview () && dossier_document_get_file (get_document ()) == file;
}

static gboolean
is_open (void)
{
  return is_preview () || is_whole ();
}

static void
do_nothing (void)
{
}

static AdwViewStack *
get_stack (void)
{
  return ADW_VIEW_STACK (driver_find_child (GTK_WIDGET (window), ADW_TYPE_VIEW_STACK));
}

static void
show_question (void)
{
  adw_view_stack_set_visible_child_name (get_stack (), "question");
}

static void
show_reactions (void)
{
  adw_view_stack_set_visible_child_name (get_stack (), "reactions");
}

static void
show_table (void)
{
  adw_view_stack_set_visible_child_name (get_stack (), "table");
}

static void
show_explore (void)
{
  adw_view_stack_set_visible_child_name (get_stack (), "explore");
}

static void
select_event (void)
{
  dossier_view_select (dossier_window_get_view (window), (DossierRef){ DOSSIER_RECORD_EVENT, 1000 });
}

static void
select_actor (void)
{
  dossier_view_select (dossier_window_get_view (window), (DossierRef){ DOSSIER_RECORD_ACTOR, 0 });
}

static void
filter (void)
{
  dossier_filter_set_chosen (dossier_view_get_filter (dossier_window_get_view (window)), DOSSIER_FACET_STATUS, DOSSIER_STATUS_REPORTED, TRUE);
}

/* The button below @widget whose label ends with @word. */
static gboolean
is_button (GtkWidget *widget, gconstpointer word)
{
  const char *label = GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) ? gtk_button_get_label (GTK_BUTTON (widget)) : NULL;

  return label != NULL && g_str_has_suffix (label, word);
}

static void
list_filtered (void)
{
  GtkWidget *button = driver_find (GTK_WIDGET (window), is_button, " filtered");

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
write_to_file (const char *data, gsize length, gpointer user_data)
{
  return fwrite (data, 1, length, user_data) == length;
}

static char *
make_file (int n_events)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  FILE *stream;

  g_close (g_file_open_tmp ("XXXXXX.dossier", &path, &error), NULL);
  g_assert_no_error (error);
  stream = g_fopen (path, "wb");
  g_assert_true (generated_write (n_events, 1, GENERATED_JSON, write_to_file, stream));
  g_assert_cmpint (fclose (stream), ==, 0);

  return g_steal_pointer (&path);
}

int
main (int argc, char *argv[])
{
  g_autofree char *made = NULL;
  guint64 n_events = N_EVENTS;

  adw_init ();
  if (argc != 2 || g_ascii_string_to_unsigned (argv[1], 10, 1, 10000000, &n_events, NULL))
    made = make_file ((int) n_events);
  file = g_file_new_for_path (made != NULL ? made : argv[1]);

  window = driver_open_bundled (1440, 900);
  run ("until its first events", open_file, is_open, 0);
  run ("until all of them", do_nothing, is_whole, REST);
  g_print ("%d events\n", dossier_document_get_count (get_document (), DOSSIER_RECORD_EVENT));
  run ("an event is selected", select_event, NULL, REST);
  run ("an actor is selected", select_actor, NULL, REST);
  run ("events are filtered", filter, NULL, REST);
  run ("the filtered are listed", list_filtered, NULL, REST);
  run ("to the table", show_table, NULL, REST);
  run ("to the reactions", show_reactions, NULL, REST);
  run ("to the question", show_question, NULL, REST);
  run ("back", show_explore, NULL, REST);
  driver_close (window);

  if (made != NULL)
    g_unlink (made);
  g_object_unref (file);

  return 0;
}
