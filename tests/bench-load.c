/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "generated.h"

#include "layout/dossier-timeline-lanes.h"
#include "layout/dossier-timeline-layout.h"
#include "layout/dossier-timeline-preparation.h"
#include "model/dossier-loader.h"
#include "painting/dossier-timeline-painter.h"
#include "painting/dossier-typesetter.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

/*
 * What it takes from a file to the timeline, beside what json-glib takes to parse the same bytes. Each is measured in a
 * process of its own, so that the memory of the one is not that of the other; they take turns, and the quickest run of
 * each counts. A file is read as the window reads it: by a loader, with the first frame of its first events, and the
 * first of all events, laid out and painted into a picture of 1920 by 1080 pixels.
 */

#define WIDTH  1920
#define HEIGHT 1080

#define GOAL_FULL   0.10 /* of json-glib's time, to the first frame of all events */
#define GOAL_FIRST  0.02 /* of json-glib's time, to the first frame of any event */
#define GOAL_MEMORY 1.40 /* of the file */

/* Of a hundred thousand events, more than that fails. A process without any takes as much as such a file. */
#define BOUND_EVENTS 100000
#define BOUND_MEMORY 2.60 /* of the file */

/* What a process measured. Times are in seconds. */
typedef struct
{
  double parse; /* json-glib alone */
  double first;
  double read;
  double full;
  double processor; /* what all threads spent until then */
  double memory; /* the most that was in use until then, in bytes */
  double memory_asked; /* the same once it is known what refers to what, which the first selection asks for */
} Measured;

static double
get_peak (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, "VmHWM:");

  return line != NULL ? g_ascii_strtod (line + strlen ("VmHWM:"), NULL) * 1024 : 0;
}

static double
get_processor_seconds (void)
{
  struct timespec spec;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &spec);

  return (double) spec.tv_sec + (double) spec.tv_nsec / 1e9;
}

static double
get_seconds (void)
{
  return (double) g_get_monotonic_time () / 1e6;
}

typedef struct
{
  GMainLoop *loop;
  double begin;
  double processor_begin;
  Measured measured;
} Load;

/* A window has its fonts, and the pictures of their letters, long before a file is opened. */
static DossierTheme theme;
static DossierTypesetter *typesetter;

/* Lays out and paints the timeline of @document as the window first shows it; calls @painted while all that is still there. */
static void
paint (DossierDocument *document, Load *load, void (*painted) (DossierDocument *document, Load *load))
{
  DossierTimelineSource source;
  DossierTimeViewport viewport;
  DossierTimelineScene scene;
  DossierTimelineState state = DOSSIER_TIMELINE_STATE_NONE;
  g_autoptr (DossierFilter) filter = dossier_filter_new (document);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  DossierTimelineLayout *layout;
  DossierTimelineLanes *lanes;
  DossierTimelinePainter painter;
  DossierSwatches *swatches;

  dossier_timeline_source_init (&source, document);
  layout = dossier_timeline_layout_new (&source, dossier_typesetter_measure, typesetter);
  lanes = dossier_timeline_lanes_new (document, DOSSIER_FACET_KIND, NULL);
  dossier_timeline_lanes_apply (lanes, filter, layout);

  dossier_timeline_layout_get_home (layout, WIDTH, &viewport);
  dossier_timeline_scene_init (&scene);
  dossier_timeline_layout_update (layout, &viewport, WIDTH, HEIGHT, 0, &scene);
  swatches = dossier_swatches_new (document, &theme);
  painter = (DossierTimelinePainter){ &theme, swatches, typesetter };
  dossier_timeline_paint (&painter, &scene, &state, cr);
  cairo_surface_flush (surface);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (scene.counts.shown + scene.counts.merged, >, 0);
  if (painted != NULL)
    painted (document, load);

  dossier_timeline_scene_clear (&scene);
  dossier_timeline_lanes_free (lanes);
  dossier_timeline_layout_free (layout);
  dossier_swatches_free (swatches);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* In the process of json-glib. */
static void
run_json_glib (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize length;
  double begin, processor;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  begin = get_seconds ();
  processor = get_processor_seconds ();
  json_parser_load_from_data (parser, data, (gssize) length, &error);
  g_assert_no_error (error);
  g_print ("%f 0 0 0 %f %f 0\n", get_seconds () - begin, get_processor_seconds () - processor, get_peak ());
}

static void
preview_painted_cb (DossierDocument *preview, Load *load)
{
  load->measured.first = get_seconds () - load->begin;
}

static void
preview_cb (DossierLoader *loader, DossierDocument *preview, Load *load)
{
  paint (preview, load, preview_painted_cb);
}

static void
painted_cb (DossierDocument *document, Load *load)
{
  load->measured.full = get_seconds () - load->begin;
  load->measured.processor = get_processor_seconds () - load->processor_begin;
  if (load->measured.first == 0)
    load->measured.first = load->measured.full;
  load->measured.memory = get_peak ();
  dossier_document_prepare (document);
  load->measured.memory_asked = get_peak ();
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Load *load = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DossierDocument) document = dossier_loader_load_finish (DOSSIER_LOADER (source), result, &error);

  g_assert_no_error (error);
  load->measured.read = get_seconds () - load->begin;
  paint (document, load, painted_cb);
  g_main_loop_quit (load->loop);
}

/* In the process that reads as the window does. */
static void
run_load (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (DossierLoader) loader = dossier_loader_new (file, NULL);
  Load load = { .loop = g_main_loop_new (NULL, FALSE) };
  g_autoptr (GBytes) sample = generated_make_bytes (2000, 2, GENERATED_JSON);
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (DossierDocument) document = dossier_reader_read_bytes (sample, NULL, NULL, report, NULL, NULL);

  dossier_theme_init (&theme, DOSSIER_THEME_LIGHT);
  typesetter = dossier_typesetter_new (&theme);
  paint (document, NULL, NULL);

  g_signal_connect (loader, "preview", G_CALLBACK (preview_cb), &load);
  load.begin = get_seconds ();
  load.processor_begin = get_processor_seconds ();
  dossier_loader_set_preparation (loader, dossier_timeline_prepare_times, dossier_timeline_prepare_lanes);
  dossier_loader_load_async (loader, NULL, loaded_cb, &load);
  g_main_loop_run (load.loop);
  g_main_loop_unref (load.loop);
  dossier_typesetter_free (typesetter);
  g_print ("0 %f %f %f %f %f %f\n", load.measured.first, load.measured.read, load.measured.full, load.measured.processor, load.measured.memory, load.measured.memory_asked);
}

static Measured
measure (const char *program, const char *what, const char *path)
{
  const char *arguments[] = { program, what, path, NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  Measured measured;
  int status;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sscanf (output, "%lf %lf %lf %lf %lf %lf %lf", &measured.parse, &measured.first, &measured.read, &measured.full, &measured.processor, &measured.memory, &measured.memory_asked), ==, 7);

  return measured;
}

static Measured
take_best (Measured one, Measured other)
{
  return (Measured){
    MIN (one.parse, other.parse),
    MIN (one.first, other.first),
    MIN (one.read, other.read),
    MIN (one.full, other.full),
    MIN (one.processor, other.processor),
    MIN (one.memory, other.memory),
    MIN (one.memory_asked, other.memory_asked),
  };
}

static gboolean
write_to_file (const char *data, gsize length, gpointer user_data)
{
  return fwrite (data, 1, length, user_data) == length;
}

static double
make_file (const char *path, int n_events, GeneratedForm form)
{
  FILE *stream = g_fopen (path, "wb");
  double size;

  g_assert_nonnull (stream);
  g_assert_true (generated_write (n_events, 1, form, write_to_file, stream));
  size = (double) ftell (stream);
  g_assert_cmpint (fclose (stream), ==, 0);

  return size;
}

/* The goals are those of a million events: of few, the one frame takes longer than all the rest. */
static void
compare (int n_events, const char *name, double ratio, double goal)
{
  if (n_events >= 1000000)
    g_print ("    %-28s goal %5.2f, reached %6.3f%s\n", name, goal, ratio, ratio <= goal ? "" : "  (missed)");
  else
    g_print ("    %-28s             reached %6.3f\n", name, ratio);
}

/* Returns: whether the memory is within its bound */
static gboolean
bench (const char *program, const char *folder, int n_events, int n_rounds)
{
  g_autofree char *path = g_build_filename (folder, "bench.dossier", NULL);
  g_autofree char *lines_path = g_build_filename (folder, "bench.dossierl", NULL);
  double size = make_file (path, n_events, GENERATED_JSON);
  double lines_size = make_file (lines_path, n_events, GENERATED_LINES);
  Measured json_glib = { 0 }, document = { 0 }, lines = { 0 };

  for (int round = 0; round < n_rounds; round++)
    {
      Measured one = measure (program, "load", path);
      Measured two = measure (program, "load", lines_path);
      Measured three = measure (program, "json-glib", path);

      document = round > 0 ? take_best (document, one) : one;
      lines = round > 0 ? take_best (lines, two) : two;
      json_glib = round > 0 ? take_best (json_glib, three) : three;
    }

  g_print ("%d events, %.1f MB\n", n_events, size / 1e6);
  g_print ("  json-glib: parsed in %.3f s, %.0f MB (%.2f of the file)\n", json_glib.parse, json_glib.memory / 1e6, json_glib.memory / size);
  g_print ("  JSON: first events %.3f s, read %.3f s, first full frame %.3f s, %.0f MB\n", document.first, document.read, document.full, document.memory / 1e6);
  compare (n_events, "first full frame / json-glib", document.full / json_glib.parse, GOAL_FULL);
  compare (n_events, "  the same in processor time", document.processor / json_glib.processor, GOAL_FULL);
  compare (n_events, "first events / json-glib", document.first / json_glib.parse, GOAL_FIRST);
  compare (n_events, "peak memory / file", document.memory / size, GOAL_MEMORY);
  compare (n_events, "  after the first selection", document.memory_asked / size, GOAL_MEMORY);
  g_print ("  JSON Lines: first events %.3f s, read %.3f s, first full frame %.3f s, %.0f MB\n", lines.first, lines.read, lines.full, lines.memory / 1e6);
  compare (n_events, "first full frame / json-glib", lines.full / json_glib.parse, GOAL_FULL);
  compare (n_events, "  the same in processor time", lines.processor / json_glib.processor, GOAL_FULL);
  compare (n_events, "first events / json-glib", lines.first / json_glib.parse, GOAL_FIRST);
  compare (n_events, "peak memory / file", lines.memory / lines_size, GOAL_MEMORY);
  compare (n_events, "  after the first selection", lines.memory_asked / lines_size, GOAL_MEMORY);

  g_unlink (path);
  g_unlink (lines_path);

  return n_events != BOUND_EVENTS || (document.memory <= BOUND_MEMORY * size && lines.memory <= BOUND_MEMORY * lines_size);
}

/* Without arguments it measures all; with a number, dossiers of so many events; with two, it is what it has started. */
int
main (int argc, char *argv[])
{
  g_autofree char *folder = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_bounded = TRUE;

  if (argc == 3 && g_str_equal (argv[1], "json-glib"))
    {
      run_json_glib (argv[2]);
      return 0;
    }
  if (argc == 3 && g_str_equal (argv[1], "load"))
    {
      run_load (argv[2]);
      return 0;
    }

  folder = g_dir_make_tmp ("dossier-XXXXXX", &error);
  g_assert_no_error (error);
  if (argc == 2)
    is_bounded = bench (argv[0], folder, (int) g_ascii_strtoll (argv[1], NULL, 10), 3);
  else
    {
      bench (argv[0], folder, 1000, 5);
      is_bounded = bench (argv[0], folder, BOUND_EVENTS, 3);
      bench (argv[0], folder, 1000000, 3);
    }
  g_rmdir (folder);

  if (!is_bounded)
    g_printerr ("%d events took more than %.2f times their file\n", BOUND_EVENTS, BOUND_MEMORY);

  return is_bounded ? 0 : 1;
}
