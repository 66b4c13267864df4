/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-reader.h"
#include "widgets/dossier-overview-view.h"
#include "widgets/dossier-timeline-view-private.h"

#include <adwaita.h>

#define WIDTH  1200
#define HEIGHT 500

#define PATIENCE_US (20 * G_USEC_PER_SEC)

typedef struct
{
  DossierDocument *document;
  DossierView *view;
  GtkWidget *window;
  DossierTimelineView *timeline;
  int n_frames;
} Fixture;

static void
paint_cb (Fixture *fixture)
{
  fixture->n_frames++;
}

static void
run_for (int milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

/* Runs until no frame was drawn for half a second. */
static void
settle (Fixture *fixture)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE_US;
  int n_before;

  do
    {
      n_before = fixture->n_frames;
      run_for (500);
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
    }
  while (fixture->n_frames != n_before || fixture->n_frames == 0);
}

static void
run_frames (Fixture *fixture, int n)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE_US;
  int until = fixture->n_frames + n;

  while (fixture->n_frames < until)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (500);
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
    }
}

static DossierDocument *
read_bundled (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("DOSSIER_DATA"), "russia-dprk.dossier", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (GError) error = NULL;
  DossierDocument *document = dossier_reader_read_file (file, NULL, report, NULL, &error);

  g_assert_no_error (error);

  return document;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->document = read_bundled ();
  fixture->view = dossier_view_new (fixture->document);
  fixture->timeline = g_object_new (DOSSIER_TYPE_TIMELINE_VIEW, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->timeline));
  dossier_timeline_view_set_view (fixture->timeline, fixture->view);
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_signal_connect_swapped (gtk_widget_get_frame_clock (fixture->window), "after-paint", G_CALLBACK (paint_cb), fixture);
  settle (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->timeline), (gpointer *) &fixture->timeline);
  g_object_add_weak_pointer (G_OBJECT (fixture->document), (gpointer *) &fixture->document);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->view);
  g_object_unref (fixture->document);
  run_for (50);

  /* Nothing is left of it: no thread holds what it painted. */
  g_assert_null (fixture->timeline);
  g_assert_null (fixture->document);
}

/* What a snapshot is made of. */
typedef struct
{
  int n_textures;
  GdkTexture *texture;
  double painted; /* pixels of nodes that are painted anew */
} Nodes;

static void
gather (GskRenderNode *node, Nodes *nodes)
{
  graphene_rect_t bounds;

  gsk_render_node_get_bounds (node, &bounds);
  switch ((int) gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        gather (gsk_container_node_get_child (node, i), nodes);
      break;
    case GSK_CLIP_NODE:
      gather (gsk_clip_node_get_child (node), nodes);
      break;
    case GSK_TEXTURE_NODE:
      nodes->n_textures++;
      nodes->texture = gsk_texture_node_get_texture (node);
      break;
    default:
      nodes->painted += (double) bounds.size.width * (double) bounds.size.height;
      break;
    }
}

static void
take_snapshot (Fixture *fixture, Nodes *nodes)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  *nodes = (Nodes){ 0 };
  GTK_WIDGET_GET_CLASS (fixture->timeline)->snapshot (GTK_WIDGET (fixture->timeline), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  gather (node, nodes);
}

/* Nothing changes: nothing is drawn. */
static void
test_idle (Fixture *fixture, gconstpointer data)
{
  fixture->n_frames = 0;
  run_for (2000);
  g_assert_cmpint (fixture->n_frames, ==, 0);

  /* And the counter counts. */
  gtk_widget_queue_draw (GTK_WIDGET (fixture->timeline));
  run_frames (fixture, 1);
}

/* The pointer comes upon an event: of what is on the screen a small part is painted anew, and nothing uploaded. */
static void
test_hover (Fixture *fixture, gconstpointer data)
{
  int width = gtk_widget_get_width (GTK_WIDGET (fixture->timeline));
  int height = gtk_widget_get_height (GTK_WIDGET (fixture->timeline));
  DossierTimelinePicture *picture = fixture->timeline->picture;
  Nodes before, after;

  take_snapshot (fixture, &before);
  g_assert_cmpint (before.n_textures, ==, 1);
  g_assert_cmpfloat (before.painted, ==, 0);

  for (guint i = 0; i < picture->scene.items->len; i++)
    {
      const DossierTimelineItem *item = dossier_timeline_scene_get_item (&picture->scene, i);

      if (item->box.width > width / 4.0)
        continue;
      DOSSIER_CANVAS_GET_CLASS (fixture->timeline)->point (DOSSIER_CANVAS (fixture->timeline), item->box.x + 2, item->box.y + item->box.height / 2);
      take_snapshot (fixture, &after);
      g_assert_true (after.texture == before.texture);
      g_assert_cmpint (after.n_textures, ==, 1);
      g_assert_cmpfloat (after.painted, >, 0);
      g_assert_cmpfloat (after.painted, <=, 0.1 * width * height);
    }
  run_frames (fixture, 1);
  g_assert_true (fixture->timeline->picture == picture);
}

/* A click shows in the next frame, whether or not there is a fresh picture by then. */
static void
test_selection (Fixture *fixture, gconstpointer data)
{
  const DossierTimelineItem *item = dossier_timeline_scene_get_item (&fixture->timeline->scene, 3);
  int event = item->event;
  Nodes nodes;

  dossier_view_select (fixture->view, (DossierRef){ DOSSIER_RECORD_EVENT, event });
  take_snapshot (fixture, &nodes);
  g_assert_cmpfloat (nodes.painted, >, 0);

  settle (fixture);
  g_assert_cmpuint (fixture->timeline->picture->selected->len, ==, 1);
  g_assert_cmpint (g_array_index (fixture->timeline->picture->selected, int, 0), ==, event);
}

/* Panning goes by whole pixels and zooming by any amount; at rest the picture is of just what is to be seen. */
static void
test_motion (Fixture *fixture, gconstpointer data)
{
  DossierCanvasClass *klass = DOSSIER_CANVAS_GET_CLASS (fixture->timeline);
  DossierCanvas *canvas = DOSSIER_CANVAS (fixture->timeline);
  DossierTimeViewport before = *dossier_timeline_view_get_viewport (fixture->timeline);
  DossierTimelinePlace place;
  double moved;

  for (int i = 0; i < 30; i++)
    klass->pan (canvas, 0.3, 0, FALSE);
  moved = dossier_time_viewport_get_x (dossier_timeline_view_get_viewport (fixture->timeline), before.origin) -
          dossier_time_viewport_get_x (&before, before.origin);
  g_assert_cmpfloat_with_epsilon (moved, 9, 1e-6);

  for (int i = 0; i < 20; i++)
    {
      klass->zoom (canvas, i % 3 == 0 ? 1.4 : 0.8, 500, 100);
      klass->pan (canvas, i * 7, 0, FALSE);
      run_frames (fixture, 1);
    }
  settle (fixture);
  dossier_timeline_picture_place (fixture->timeline->picture, dossier_timeline_view_get_viewport (fixture->timeline), 0, &place);
  g_assert_false (place.is_moved);
}

/* Another dossier comes while the first is being painted, again and again. */
static void
test_swap (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DossierDocument) document = read_bundled ();
  g_autoptr (DossierView) other = dossier_view_new (document);

  for (int i = 0; i < 30; i++)
    {
      dossier_timeline_view_set_view (fixture->timeline, i % 3 == 2 ? NULL : i % 3 == 1 ? other
                                                                                        : fixture->view);
      run_for (i % 4 * 5);
      if (i % 3 != 2)
        dossier_filter_set_words (dossier_view_get_filter (i % 3 == 1 ? other : fixture->view), i % 2 ? "Kim" : NULL);
    }
  dossier_timeline_view_set_view (fixture->timeline, fixture->view);
  settle (fixture);
  g_assert_nonnull (fixture->timeline->picture);
}

/* Between two dossiers the timeline shows no stretch of time, and the strip that was drawn for the one is still there: nothing
 * that is done to it then moves anything. */
static void
test_overview_between (Fixture *fixture, gconstpointer data)
{
  DossierCanvas *overview = g_object_ref_sink (g_object_new (DOSSIER_TYPE_OVERVIEW_VIEW, NULL));
  DossierCanvasClass *klass = DOSSIER_CANVAS_GET_CLASS (overview);
  static const guint keys[] = { GDK_KEY_Left, GDK_KEY_Right, GDK_KEY_Up, GDK_KEY_Down, GDK_KEY_Page_Up, GDK_KEY_Page_Down, GDK_KEY_Home };

  dossier_overview_view_set_timeline (DOSSIER_OVERVIEW_VIEW (overview), fixture->timeline);
  klass->update (overview, WIDTH, 48);
  g_assert_true (klass->grab (overview, WIDTH / 2, 24, 0));
  dossier_timeline_view_set_view (fixture->timeline, NULL);
  g_assert_null (dossier_timeline_view_get_viewport (fixture->timeline));

  klass->drag (overview, WIDTH / 3, 24);
  klass->drop (overview, WIDTH / 3, 24);
  klass->pan (overview, 10, 0, TRUE);
  klass->zoom (overview, 0.8, 100, 24);
  klass->click (overview, 1, 1, 24, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    klass->press_key (overview, keys[i], 0);
  g_assert_null (dossier_timeline_view_get_viewport (fixture->timeline));

  g_object_unref (overview);
  dossier_timeline_view_set_view (fixture->timeline, fixture->view);
  settle (fixture);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/frames/idle", test_idle },
    { "/frames/hover", test_hover },
    { "/frames/selection", test_selection },
    { "/frames/motion", test_motion },
    { "/frames/swap", test_swap },
    { "/frames/overview-between", test_overview_between },
  };

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
