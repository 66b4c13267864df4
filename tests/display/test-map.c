/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "driver.h"

#include "exchange/dossier-view-picture-private.h"
#include "model/dossier-date.h"
#include "model/dossier-tie-item.h"
#include "widgets/dossier-map-time-bar.h"
#include "widgets/dossier-map-view-private.h"
#include "widgets/dossier-tie-table.h"
#include "window/dossier-application.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#define PATIENCE_US (20 * G_USEC_PER_SEC)

typedef struct
{
  DossierWindow *window;
  DossierMapView *map;
  DossierMapTimeBar *time;
  DossierView *view;
  DossierDocument *document;
} Fixture;

static AdwApplication *used_application;

typedef gboolean (*Condition) (Fixture *fixture);

/* Runs the main loop until @condition holds. */
static void
wait_for (Fixture *fixture, Condition condition)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE_US;

  while (!condition (fixture))
    {
      if (g_get_monotonic_time () > deadline)
        g_error ("it did not come to pass");
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static gboolean
has_scene (Fixture *fixture)
{
  fixture->map = DOSSIER_MAP_VIEW (driver_find_child (GTK_WIDGET (fixture->window), DOSSIER_TYPE_MAP_VIEW));

  return fixture->map != NULL && fixture->map->scene != NULL && fixture->map->scene->n_nodes > 0;
}

static gboolean
is_at_rest (Fixture *fixture)
{
  return adw_animation_get_state (fixture->map->fade) != ADW_ANIMATION_PLAYING;
}

static void
open_window (Fixture *fixture)
{
  fixture->window = dossier_window_new (used_application);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1440, 900);
  gtk_window_present (GTK_WINDOW (fixture->window));
  dossier_window_open_bundled (fixture->window);
  wait_for (fixture, has_scene);
  fixture->time = DOSSIER_MAP_TIME_BAR (driver_find_child (GTK_WIDGET (fixture->window), DOSSIER_TYPE_MAP_TIME_BAR));
  fixture->view = dossier_window_get_view (fixture->window);
  fixture->document = dossier_view_get_document (fixture->view);
  driver_settle (300);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  driver_forget_places ();
  open_window (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWindow *gone = GTK_WINDOW (fixture->window);

  g_object_add_weak_pointer (G_OBJECT (gone), (gpointer *) &gone);
  gtk_window_destroy (gone);
  driver_settle (300);
  g_assert_null (gone);
}

/* Has the X server send a key to the window. */
static void
press_in_window (const char *key)
{
  const char *arguments[] = { "xdotool", "key", key, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  driver_settle (300);
}

static int
find_node (Fixture *fixture, const char *id)
{
  return fixture->map->map->nodes[dossier_document_lookup (fixture->document, id).index].shown_as;
}

static void
press (Fixture *fixture, guint key, GdkModifierType modifiers)
{
  g_assert_true (DOSSIER_CANVAS_GET_CLASS (fixture->map)->press_key (DOSSIER_CANVAS (fixture->map), key, modifiers));
  driver_settle (50);
}

static void
click_node (Fixture *fixture, int node, GdkModifierType modifiers)
{
  DossierPoint point = dossier_map_camera_project (&fixture->map->camera, fixture->map->map->nodes[node].x, fixture->map->map->nodes[node].y);

  DOSSIER_CANVAS_GET_CLASS (fixture->map)->click (DOSSIER_CANVAS (fixture->map), 1, point.x, point.y, modifiers);
  driver_settle (50);
}

static int
count_visible (Fixture *fixture)
{
  int n = 0;

  for (int i = 0; i < fixture->map->map->n_ties; i++)
    n += fixture->map->map->ties[i].visible;

  return n;
}

static void
test_select (Fixture *fixture, gconstpointer data)
{
  int russia = find_node (fixture, "russia");

  click_node (fixture, russia, 0);
  g_assert_true (dossier_ref_equal (dossier_view_get_selection (fixture->view), dossier_document_lookup (fixture->document, "russia")));
  g_assert_true (fixture->map->map->nodes[russia].selected);
  press (fixture, GDK_KEY_Escape, 0);
  g_assert_false (dossier_view_has_selection (fixture->view));
}

/* A click on a ribbon opens it into its statements where it stands; two clicks make room for them; Escape closes it and
 * puts the map back. */
static void
test_open_ribbon (Fixture *fixture, gconstpointer data)
{
  int ribbon = dossier_map_find_ribbon (fixture->map->map, find_node (fixture, "russia"), find_node (fixture, "ukraine"));
  DossierMapCamera before = fixture->map->camera;
  int n_strands = 0;

  g_assert_cmpint (ribbon, >=, 0);
  for (int i = 0; i < fixture->map->scene->n_strands; i++)
    if (fixture->map->scene->strands[i].ribbon == ribbon)
      {
        DossierPoint middle = dossier_curve_get_point (&fixture->map->scene->strands[i].line, 0.5);

        DOSSIER_CANVAS_GET_CLASS (fixture->map)->click (DOSSIER_CANVAS (fixture->map), 1, middle.x, middle.y, 0);
        break;
      }
  driver_settle (700);
  g_assert_cmpint (fixture->map->opened_ribbon, ==, ribbon);
  for (int i = 0; i < fixture->map->scene->n_strands; i++)
    n_strands += fixture->map->scene->strands[i].ribbon == ribbon;
  g_assert_cmpint (n_strands, ==, fixture->map->map->ribbons[ribbon].n_ties);
  g_assert_cmpfloat (fixture->map->camera.scale, ==, before.scale);
  g_assert_true (fixture->map->scene->strip.is_shown);

  for (int i = 0; i < fixture->map->scene->n_strands; i++)
    if (fixture->map->scene->strands[i].ribbon == ribbon)
      {
        DossierPoint middle = dossier_curve_get_point (&fixture->map->scene->strands[i].line, 0.5);

        DOSSIER_CANVAS_GET_CLASS (fixture->map)->click (DOSSIER_CANVAS (fixture->map), 2, middle.x, middle.y, 0);
        break;
      }
  driver_settle (700);
  g_assert_cmpint (fixture->map->opened_ribbon, ==, ribbon);
  g_assert_cmpfloat (fixture->map->camera.scale, >, before.scale);

  press (fixture, GDK_KEY_Escape, 0);
  driver_settle (700);
  g_assert_cmpint (fixture->map->opened_ribbon, ==, -1);
  g_assert_cmpfloat_with_epsilon (fixture->map->camera.scale, before.scale, 1e-6);
  g_assert_cmpfloat_with_epsilon (fixture->map->camera.x, before.x, 1e-6);
}

/* Who has no ties in sight is counted and listed, more on a day than in all of time, and can be chosen from the list. */
static void
test_loose (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) loose = dossier_map_view_list_loose (fixture->map);
  gint64 begin, end;
  int n_all, n_day;

  g_object_get (fixture->map, "n-loose", &n_all, NULL);
  g_assert_cmpint (n_all, >, 0);
  g_assert_cmpint (n_all, ==, loose->len);
  dossier_map_view_choose_actor (fixture->map, g_array_index (loose, int, 0));
  g_assert_cmpint (dossier_view_get_selection (fixture->view).type, ==, DOSSIER_RECORD_ACTOR);
  g_assert_cmpstr (dossier_map_view_get_name (fixture->map, dossier_view_get_selection (fixture->view).index), ==, dossier_map_view_get_name (fixture->map, g_array_index (loose, int, 0)));

  dossier_view_get_period (fixture->view, &begin, &end);
  dossier_view_set_as_of (fixture->view, begin);
  driver_settle (700);
  g_object_get (fixture->map, "n-loose", &n_day, NULL);
  g_assert_cmpint (n_day, >, n_all);
}

/* The ties of a day are fewer than those of all, and come back. */
static void
test_as_of (Fixture *fixture, gconstpointer data)
{
  int n_all = count_visible (fixture);
  int n_then;
  DossierSpan span;
  gint64 moment;

  g_assert_true (dossier_date_read_span ("2021-06-01", 10, &span, NULL));
  dossier_view_set_as_of (fixture->view, span.start_earliest);
  wait_for (fixture, is_at_rest);
  driver_settle (50);
  n_then = count_visible (fixture);
  g_assert_cmpint (n_then, >, 0);
  g_assert_cmpint (n_then, <, n_all);

  /* A span that is brushed is looked at instead. */
  dossier_view_set_brush (fixture->view, span.start_earliest, span.start_earliest + 86400);
  g_assert_false (dossier_view_get_as_of (fixture->view, &moment));
  dossier_view_unset_brush (fixture->view);
  wait_for (fixture, is_at_rest);
  driver_settle (50);
  g_assert_cmpint (count_visible (fixture), ==, n_all);
}

static void
drag (Fixture *fixture, const DossierPoint *points, int n_points, GdkModifierType modifiers)
{
  DossierCanvasClass *klass = DOSSIER_CANVAS_GET_CLASS (fixture->map);

  g_assert_true (klass->grab (DOSSIER_CANVAS (fixture->map), points[0].x, points[0].y, modifiers));
  for (int i = 1; i < n_points; i++)
    klass->drag (DOSSIER_CANVAS (fixture->map), points[i].x, points[i].y);
  klass->drop (DOSSIER_CANVAS (fixture->map), points[n_points - 1].x, points[n_points - 1].y);
  driver_settle (50);
}

/* Several are chosen by a line around them, moved together, and the move is undone and done again. */
static void
test_lasso (Fixture *fixture, gconstpointer data)
{
  DossierMap *map = fixture->map->map;
  int nodes[] = { find_node (fixture, "japan"), find_node (fixture, "western-embassies") };
  DossierPoint line[64];
  DossierPoint at[2];
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE, top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;
  double before_x[2];
  double others = 0;
  double others_after = 0;
  int n_chosen = 0;

  for (int i = 0; i < 2; i++)
    {
      at[i] = dossier_map_camera_project (&fixture->map->camera, map->nodes[nodes[i]].x, map->nodes[nodes[i]].y);
      before_x[i] = map->nodes[nodes[i]].x;
      left = MIN (left, at[i].x - 4);
      right = MAX (right, at[i].x + 4);
      top = MIN (top, at[i].y - 4);
      bottom = MAX (bottom, at[i].y + 4);
    }
  line[0] = (DossierPoint){ left, top };
  line[1] = (DossierPoint){ right, top };
  line[2] = (DossierPoint){ right, bottom };
  line[3] = (DossierPoint){ left, bottom };
  drag (fixture, line, 4, GDK_SHIFT_MASK);
  g_assert_true (map->nodes[nodes[0]].chosen && map->nodes[nodes[1]].chosen);
  for (int i = 0; i < map->n_nodes; i++)
    {
      n_chosen += map->nodes[i].chosen;
      others += map->nodes[i].chosen ? 0 : map->nodes[i].x;
    }
  g_assert_cmpint (n_chosen, <, map->n_nodes / 2);

  line[0] = at[0];
  line[1] = (DossierPoint){ at[0].x + 20, at[0].y };
  line[2] = (DossierPoint){ at[0].x + 40, at[0].y };
  drag (fixture, line, 3, 0);
  for (int i = 0; i < 2; i++)
    {
      g_assert_cmpfloat_with_epsilon (map->nodes[nodes[i]].x - before_x[i], 40 / fixture->map->camera.scale, 1e-6);
      g_assert_true (map->nodes[nodes[i]].pinned);
    }
  for (int i = 0; i < map->n_nodes; i++)
    others_after += map->nodes[i].chosen ? 0 : map->nodes[i].x;
  g_assert_cmpfloat (others_after, ==, others);

  gtk_widget_activate_action (GTK_WIDGET (fixture->map), "win.undo", NULL);
  driver_settle (50);
  for (int i = 0; i < 2; i++)
    {
      g_assert_cmpfloat (map->nodes[nodes[i]].x, ==, before_x[i]);
      g_assert_false (map->nodes[nodes[i]].pinned);
    }
  gtk_widget_activate_action (GTK_WIDGET (fixture->map), "win.redo", NULL);
  driver_settle (50);
  g_assert_cmpfloat (map->nodes[nodes[1]].x, !=, before_x[1]);

  /* Escape first lets go of what is chosen. */
  press (fixture, GDK_KEY_Escape, 0);
  g_assert_false (map->nodes[nodes[0]].chosen);
}

/* Two actors without a tie: the path between them is set off, and on demand whom both know. */
static void
test_path (Fixture *fixture, gconstpointer data)
{
  DossierMap *map = fixture->map->map;
  int japan = find_node (fixture, "japan");
  int ukraine = find_node (fixture, "ukraine");
  int n_set_off = 0;

  g_assert_cmpint (dossier_map_find_ribbon (map, japan, ukraine), ==, -1);
  click_node (fixture, japan, 0);
  click_node (fixture, ukraine, GDK_CONTROL_MASK);
  for (int i = 0; i < map->n_nodes; i++)
    n_set_off += !map->nodes[i].dimmed && map->nodes[i].visible;
  g_assert_cmpint (n_set_off, ==, 4);
  g_assert_false (map->nodes[find_node (fixture, "north-korea")].dimmed);
  g_assert_false (map->nodes[find_node (fixture, "russia")].dimmed);

  g_action_group_change_action_state (dossier_map_view_get_actions (fixture->map), "between", g_variant_new_string ("common"));
  driver_settle (50);
  n_set_off = 0;
  for (int i = 0; i < map->n_nodes; i++)
    n_set_off += !map->nodes[i].dimmed && map->nodes[i].visible;
  g_assert_cmpint (n_set_off, ==, 2);
}

/* Only an actor's neighbourhood is shown, until all are wanted again. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  gboolean narrowed;
  int n_all = fixture->map->scene->n_nodes;

  fixture->map->focused_node = find_node (fixture, "ukraine");
  g_action_group_activate_action (dossier_map_view_get_actions (fixture->map), "focus", NULL);
  driver_settle (500);
  g_object_get (fixture->map, "narrowed", &narrowed, NULL);
  g_assert_true (narrowed);
  g_assert_cmpint (fixture->map->scene->n_nodes, ==, 2);
  g_action_group_activate_action (dossier_map_view_get_actions (fixture->map), "show-all", NULL);
  driver_settle (500);
  g_object_get (fixture->map, "narrowed", &narrowed, NULL);
  g_assert_false (narrowed);
  g_assert_cmpint (fixture->map->scene->n_nodes, ==, n_all);
}

static gboolean
has_people (Fixture *fixture)
{
  return has_scene (fixture) && fixture->map->map->nodes[dossier_document_lookup (fixture->document, "putin").index].visible;
}

/* One state is unfolded, the others stay as they are, and who was there stays where it was, about. */
static void
test_fold (Fixture *fixture, gconstpointer data)
{
  int russia = find_node (fixture, "russia");
  int putin = dossier_document_lookup (fixture->document, "putin").index;
  int kim = dossier_document_lookup (fixture->document, "kim-jong-un").index;

  g_assert_true (fixture->map->folded);
  g_assert_false (fixture->map->map->nodes[putin].visible);
  fixture->map->focused_node = russia;
  g_action_group_activate_action (dossier_map_view_get_actions (fixture->map), "unfold", NULL);
  wait_for (fixture, has_people);
  g_assert_false (fixture->map->map->nodes[kim].visible);
}

/* The keys walk along ties, and open the one that they look along. */
static void
test_keys (Fixture *fixture, gconstpointer data)
{
  int russia = find_node (fixture, "russia");
  g_autofree char *label = NULL;

  gtk_widget_grab_focus (GTK_WIDGET (fixture->map));
  click_node (fixture, russia, 0);
  g_assert_cmpint (fixture->map->focused_node, ==, russia);
  label = dossier_map_view_dup_node_label (fixture->map, russia);
  g_assert_nonnull (g_strstr_len (label, -1, "Russia, state, "));
  g_assert_nonnull (g_strstr_len (label, -1, " of "));

  press (fixture, GDK_KEY_Page_Down, 0);
  g_assert_cmpint (fixture->map->focused_ribbon, >=, 0);
  press (fixture, GDK_KEY_Return, 0);
  driver_settle (400);
  g_assert_cmpint (fixture->map->opened_ribbon, >=, 0);
  press (fixture, GDK_KEY_Escape, 0);
  press (fixture, GDK_KEY_Right, 0);
  g_assert_cmpint (fixture->map->focused_ribbon, ==, -1);
  press (fixture, GDK_KEY_p, 0);
  g_assert_true (fixture->map->map->nodes[fixture->map->focused_node].pinned);
}

static gboolean
has_stopped (Fixture *fixture)
{
  return !dossier_map_time_bar_is_playing (fixture->time);
}

/* Time runs, forward, and can be stopped. */
static void
test_play (Fixture *fixture, gconstpointer data)
{
  gint64 first, later, last;

  dossier_map_time_bar_set_playing (fixture->time, TRUE);
  g_assert_true (dossier_view_get_as_of (fixture->view, &first));
  driver_settle (600);
  g_assert_true (dossier_map_time_bar_is_playing (fixture->time));
  g_assert_true (dossier_view_get_as_of (fixture->view, &later));
  g_assert_cmpint (later, >, first);
  dossier_map_time_bar_set_playing (fixture->time, FALSE);
  g_assert_true (has_stopped (fixture));
  driver_settle (200);
  g_assert_true (dossier_view_get_as_of (fixture->view, &last));
  driver_settle (200);
  g_assert_true (dossier_view_get_as_of (fixture->view, &later));
  g_assert_cmpint (later, ==, last);

  /* Who leaves the day stops time. */
  dossier_map_time_bar_set_playing (fixture->time, TRUE);
  dossier_view_unset_as_of (fixture->view);
  g_assert_true (has_stopped (fixture));
}

static gboolean
is_arranged (Fixture *fixture)
{
  return fixture->map->map != NULL && fixture->map->arranging == NULL && fixture->map->progress == NULL;
}

static gboolean
has_settled (Fixture *fixture)
{
  return is_arranged (fixture) && adw_animation_get_state (fixture->map->settle) != ADW_ANIMATION_PLAYING;
}

/* An arrangement anew begins with the picture that was there, and ends where it is bound for. */
static void
test_settle (Fixture *fixture, gconstpointer data)
{
  int kim = dossier_document_lookup (fixture->document, "kim-jong-un").index;
  int korea = dossier_document_lookup (fixture->document, "north-korea").index;
  g_autofree DossierPoint *before = NULL;
  double longest = 0;

  wait_for (fixture, has_settled);
  dossier_map_view_set_folded (fixture->map, !fixture->map->folded);
  g_assert_nonnull (fixture->map->progress);
  g_assert_false (dossier_map_view_shows_sign (fixture->map));
  wait_for (fixture, is_arranged);
  wait_for (fixture, has_settled);
  dossier_map_view_set_folded (fixture->map, !fixture->map->folded);

  before = g_new (DossierPoint, fixture->map->map->n_nodes);
  for (int i = 0; i < fixture->map->map->n_nodes; i++)
    before[i] = (DossierPoint){ fixture->map->map->nodes[i].x, fixture->map->map->nodes[i].y };
  wait_for (fixture, is_arranged);
  for (int i = 0; i < fixture->map->map->n_nodes; i++)
    {
      DossierPoint from = g_array_index (fixture->map->settling, DossierPoint, 2 * i);
      DossierPoint to = g_array_index (fixture->map->settling, DossierPoint, 2 * i + 1);

      if (i == korea)
        g_assert_true (from.x == before[i].x && from.y == before[i].y);
      longest = MAX (longest, hypot (to.x - from.x, to.y - from.y));
    }
  g_assert_cmpfloat (longest, >, 1);
  g_assert_true (kim >= 0);

  wait_for (fixture, has_settled);
  for (int i = 0; i < fixture->map->map->n_nodes; i++)
    {
      DossierPoint to = g_array_index (fixture->map->settling, DossierPoint, 2 * i + 1);

      g_assert_true (fixture->map->map->nodes[i].x == to.x && fixture->map->map->nodes[i].y == to.y);
    }
}

/* What takes long is told, and what is not wanted any more is not waited for. */
static void
test_sign (Fixture *fixture, gconstpointer data)
{
  DossierProgress *first, *second;

  wait_for (fixture, has_settled);
  first = g_atomic_rc_box_acquire (dossier_map_view_watch_arranging (fixture->map));
  g_assert_false (dossier_map_view_shows_sign (fixture->map));
  driver_settle (600);
  g_assert_true (dossier_map_view_shows_sign (fixture->map));

  dossier_map_view_arrange_anew (fixture->map, TRUE);
  second = fixture->map->progress;
  g_assert_true (second != first);
  wait_for (fixture, has_settled);
  g_assert_false (dossier_map_view_shows_sign (fixture->map));
  g_assert_cmpfloat (dossier_progress_get (first), ==, 0);
  g_atomic_rc_box_release (first);
}

/* The picture that is exported has the lines, marks and words of the screen, in the same places. */
static void
test_export (Fixture *fixture, gconstpointer data)
{
  const double height = fixture->map->camera.height - DOSSIER_MAP_VIEW_EDGE_TOP - DOSSIER_MAP_VIEW_EDGE;
  int korea = dossier_document_lookup (fixture->document, "north-korea").index;
  int russia = dossier_document_lookup (fixture->document, "russia").index;
  DossierSpan span;

  g_assert_true (dossier_date_read_span ("2023-09-13", 10, &span, NULL));
  for (int i = 0; i < 4; i++)
    {
      DossierViewPictureOptions options = { .view = DOSSIER_VIEW_MAP, .selected = DOSSIER_REF_NONE };
      DossierViewPart part = { .document = fixture->document, .options = &options };
      DossierMapViewPart *picture;
      g_autofree char *exported = NULL;
      g_autofree char *shown = NULL;

      if (i % 2 == 1)
        dossier_view_set_as_of (fixture->view, span.start_earliest);
      else
        dossier_view_unset_as_of (fixture->view);
      if (i >= 2)
        dossier_view_select_pair (fixture->view, korea, russia);
      wait_for (fixture, has_settled);
      driver_settle (100);
      wait_for (fixture, is_at_rest);
      driver_settle (300);

      options.has_dates = i % 2 == 1;
      dossier_view_get_period (fixture->view, &options.begin, &options.end);
      options.has_pair = i >= 2;
      options.actor = korea;
      options.other_actor = russia;
      part.theme = dossier_canvas_get_theme (DOSSIER_CANVAS (fixture->map));
      part.typesetter = dossier_canvas_get_typesetter (DOSSIER_CANVAS (fixture->map));
      part.related = i >= 2 ? dossier_view_get_related (fixture->view) : NULL;

      /* The same room within its margins. */
      part.height = height + 36;
      part.width = height * fixture->map->aspect + 36;
      picture = dossier_map_view_part_new (&part);
      exported = dossier_map_view_part_to_text (picture, &fixture->map->camera);
      shown = dossier_map_scene_to_text (fixture->map->scene);
      g_assert_cmpint (fixture->map->opened_ribbon >= 0, ==, i >= 2);
      g_assert_cmpstr (exported, ==, shown);
      dossier_map_view_part_free (picture);
    }
}

/* Whether some path of the picture is as large as a mark, and has its middle where the mark is: @x exactly, and @y below
 * what stands above the map, which is found out where @above is NAN. The picture is @scale times as large. */
static gboolean
find_mark (const char *svg, double scale, double x, double y, double radius, double *above)
{
  for (const char *at = strstr (svg, " d=\"M"); at != NULL; at = strstr (at + 1, " d=\"M"))
    {
      double least[2] = { G_MAXDOUBLE, G_MAXDOUBLE };
      double most[2] = { -G_MAXDOUBLE, -G_MAXDOUBLE };
      const char *c = at + 4;
      double middle;
      int n = 0;

      while (*c != '"' && *c != '\0')
        {
          char *end;
          double number = g_ascii_strtod (c, &end);

          if (end == c)
            {
              c++;
              continue;
            }
          number /= scale;
          least[n % 2] = MIN (least[n % 2], number);
          most[n % 2] = MAX (most[n % 2], number);
          n++;
          c = end;
        }
      if (fabs (most[0] - least[0] - 2 * radius) > 1 || fabs (most[1] - least[1] - 2 * radius) > 1 || fabs ((least[0] + most[0]) / 2 - x) > 0.5)
        continue;

      middle = (least[1] + most[1]) / 2;
      if (isnan (*above))
        *above = middle - y;
      if (fabs (middle - y - *above) <= 0.5)
        return TRUE;
    }

  return FALSE;
}

/* What the window exports is what is seen: who was moved stands there, among communities, enlarged as on the screen. */
static void
test_export_seen (Fixture *fixture, gconstpointer data)
{
  GActionGroup *actions = dossier_map_view_get_actions (fixture->map);
  int korea = find_node (fixture, "north-korea");
  int russia = find_node (fixture, "russia");
  g_autofree char *folder = g_dir_make_tmp ("dossier-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "map.svg", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *svg = NULL;
  g_autoptr (GError) error = NULL;
  DossierPoint places[2];
  double above = NAN;
  double scale;
  gboolean exported = FALSE;

  wait_for (fixture, has_settled);
  g_action_group_change_action_state (actions, "hulls", g_variant_new_string ("community"));
  wait_for (fixture, has_settled);
  driver_settle (300);
  dossier_map_view_begin_drag (fixture->map, korea);
  dossier_map_view_move_by (fixture->map, korea, 60, 35);
  dossier_map_view_end_drag (fixture->map);
  dossier_map_view_zoom (fixture->map, 1);
  driver_settle (600);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (fixture->map)));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.export-to", "s", uri));
  for (gint64 deadline = g_get_monotonic_time () + PATIENCE_US; !exported && g_get_monotonic_time () < deadline;)
    {
      driver_settle (50);
      exported = driver_has_label (GTK_WIDGET (fixture->window), "Saved as “map.svg”");
    }
  g_assert_true (exported);
  g_file_get_contents (path, &svg, NULL, &error);
  g_assert_no_error (error);
  scale = g_ascii_strtod (strstr (svg, " width=\"") + strlen (" width=\""), NULL) / fixture->map->camera.width;
  for (int i = 0; i < 2; i++)
    {
      int node = i == 0 ? korea : russia;

      places[i] = dossier_map_camera_project (&fixture->map->camera, fixture->map->map->nodes[node].x, fixture->map->map->nodes[node].y);
      g_assert_true (find_mark (svg, scale, places[i].x, places[i].y, dossier_map_camera_get_radius (fixture->map->map, fixture->map->camera.scale, node), &above));
    }
  g_assert_cmpfloat (above, >, 10);
  g_assert_cmpfloat (above, <, 80);

  /* Where nobody stands there is no mark. */
  g_assert_false (find_mark (svg, scale, places[0].x + 10, places[0].y, dossier_map_camera_get_radius (fixture->map->map, fixture->map->camera.scale, korea), &above));
  g_remove (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Moves are undone from anywhere in the window, but where there is text to be undone. */
static void
test_undo_anywhere (Fixture *fixture, gconstpointer data)
{
  int node = find_node (fixture, "north-korea");
  GtkWidget *entry;
  double x;

  wait_for (fixture, has_settled);
  x = fixture->map->map->nodes[node].x;
  dossier_map_view_begin_drag (fixture->map, node);
  dossier_map_view_move_by (fixture->map, node, 25, 0);
  dossier_map_view_end_drag (fixture->map);
  g_assert_cmpfloat (fixture->map->map->nodes[node].x, >, x + 20);

  entry = driver_find_child (GTK_WIDGET (fixture->window), GTK_TYPE_TEXT);
  g_assert_nonnull (entry);
  g_assert_true (gtk_widget_grab_focus (entry));
  driver_settle (200);
  press_in_window ("ctrl+z");
  g_assert_cmpfloat (fixture->map->map->nodes[node].x, >, x + 20);

  gtk_root_set_focus (GTK_ROOT (fixture->window), driver_find_child (GTK_WIDGET (fixture->time), GTK_TYPE_BUTTON));
  driver_settle (200);
  press_in_window ("ctrl+z");
  g_assert_cmpfloat_with_epsilon (fixture->map->map->nodes[node].x, x, 1e-6);
  press_in_window ("ctrl+shift+z");
  g_assert_cmpfloat (fixture->map->map->nodes[node].x, >, x + 20);
}

static void
test_table (Fixture *fixture, gconstpointer data)
{
  DossierTieTable *table = NULL;
  GListModel *rows;
  DossierRef arms = dossier_document_lookup (fixture->document, "tie-arms");
  int n_all;
  DossierSpan span;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.page", "s", "table");
  driver_settle (300);
  table = DOSSIER_TIE_TABLE (driver_find_child (GTK_WIDGET (fixture->window), DOSSIER_TYPE_TIE_TABLE));
  g_assert_nonnull (table);
  gtk_stack_set_visible_child_name (GTK_STACK (gtk_widget_get_ancestor (GTK_WIDGET (table), GTK_TYPE_STACK)), "ties");
  driver_settle (300);
  rows = dossier_tie_table_get_rows (table);
  n_all = dossier_document_get_count (fixture->document, DOSSIER_RECORD_TIE);
  g_assert_cmpint (dossier_tie_table_get_n_shown (table), ==, n_all);

  /* In order, both ways. */
  for (int column = 0; column < DOSSIER_N_TIE_COLUMNS; column++)
    for (int descending = 0; descending < 2; descending++)
      {
        dossier_tie_table_sort (table, column, descending);
        for (guint i = 1; i < g_list_model_get_n_items (rows); i++)
          {
            g_autoptr (DossierTieItem) before = g_list_model_get_item (rows, i - 1);
            g_autoptr (DossierTieItem) after = g_list_model_get_item (rows, i);
            int order = dossier_tie_item_compare (before, after, (DossierTieColumn) column);

            g_assert_cmpint (descending ? -order : order, <=, 0);
          }
      }

  /* The same day and the same filters as the map, and no row that is gone is selected. */
  dossier_view_select (fixture->view, arms);
  g_assert_true (dossier_date_read_span ("2021-06-01", 10, &span, NULL));
  dossier_view_set_as_of (fixture->view, span.start_earliest);
  g_assert_cmpint (dossier_tie_table_get_n_shown (table), <, n_all);
  g_assert_true (dossier_ref_equal (dossier_view_get_selection (fixture->view), arms));
  dossier_view_unset_as_of (fixture->view);
  g_assert_cmpint (dossier_tie_table_get_n_shown (table), ==, n_all);
}

/* What takes too long is stopped: the map stays as it is, and so do the controls; the next arrangement runs. */
static void
test_stop (Fixture *fixture, gconstpointer data)
{
  GActionGroup *actions = dossier_map_view_get_actions (fixture->map);
  DossierMap *map = fixture->map->map;
  gboolean folded = fixture->map->folded;
  g_autoptr (GVariant) hulls = NULL;
  gboolean arranging;

  dossier_map_view_set_folded (fixture->map, !folded);
  g_action_group_change_action_state (actions, "hulls", g_variant_new_string ("community"));
  g_assert_nonnull (fixture->map->arranging);
  g_usleep (350 * 1000);
  driver_run_for (0);
  g_action_group_activate_action (actions, "stop", NULL);
  g_assert_null (fixture->map->arranging);
  driver_settle (300);
  g_assert_true (fixture->map->map == map);
  g_assert_cmpint (fixture->map->folded, ==, folded);
  g_assert_cmpint (fixture->map->look.hulls, ==, DOSSIER_MAP_HULLS_AFFILIATION);
  hulls = g_action_group_get_action_state (actions, "hulls");
  g_assert_cmpstr (g_variant_get_string (hulls, NULL), ==, "affiliation");
  g_object_get (fixture->map, "arranging", &arranging, NULL);
  g_assert_false (arranging);

  g_action_group_activate_action (actions, "arrange", NULL);
  wait_for (fixture, is_arranged);
  driver_settle (600);
  g_assert_true (fixture->map->map != map);
}

/* A map of which nothing is left says why: here, what is denied is wanted, and nothing is. */
static void
test_notice (Fixture *fixture, gconstpointer data)
{
  DossierFilter *filter = dossier_view_get_filter (fixture->view);

  g_assert_null (dossier_map_view_find_notice (fixture->map));
  dossier_filter_set_chosen (filter, DOSSIER_FACET_STATUS, DOSSIER_STATUS_DENIED, TRUE);
  wait_for (fixture, is_at_rest);
  driver_settle (50);
  g_assert_cmpint (count_visible (fixture), ==, 0);
  g_assert_nonnull (dossier_map_view_find_notice (fixture->map));
  dossier_filter_clear (filter);
  wait_for (fixture, is_at_rest);
  driver_settle (50);
  g_assert_null (dossier_map_view_find_notice (fixture->map));
}

/* The next window has the map as the last left it: who was moved stands there, pinned, and nobody else has moved. */
static void
test_places (Fixture *fixture, gconstpointer data)
{
  DossierMap *map = fixture->map->map;
  int japan = find_node (fixture, "japan");
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (DossierPoint));
  DossierPoint line[3];

  line[0] = dossier_map_camera_project (&fixture->map->camera, map->nodes[japan].x, map->nodes[japan].y);
  line[1] = (DossierPoint){ line[0].x + 10, line[0].y + 6 };
  line[2] = (DossierPoint){ line[0].x + 20, line[0].y + 12 };
  drag (fixture, line, 3, 0);
  g_assert_true (map->nodes[japan].pinned);
  for (int i = 0; i < map->n_nodes; i++)
    {
        DossierPoint place = { map->nodes[i].x, map->nodes[i].y };

        g_array_append_val (before, place);
      }

  tear_down (fixture, NULL);
  open_window (fixture);
  map = fixture->map->map;
  g_assert_true (map->nodes[japan].pinned);
  for (int i = 0; i < map->n_nodes; i++)
    {
      if (!map->nodes[i].visible || map->nodes[i].loose)
        continue;
      g_assert_cmpfloat_with_epsilon (map->nodes[i].x, g_array_index (before, DossierPoint, i).x, 1);
      g_assert_cmpfloat_with_epsilon (map->nodes[i].y, g_array_index (before, DossierPoint, i).y, 1);
    }
}

/* Who is folded by hand stays so in the next window. */
static void
test_folding_kept (Fixture *fixture, gconstpointer data)
{
  gboolean folded = fixture->map->folded;

  dossier_map_view_set_folded (fixture->map, !folded);
  driver_settle (1500);
  tear_down (fixture, NULL);
  open_window (fixture);
  g_assert_cmpint (fixture->map->folded, ==, !folded);
}

int
main (int argc, char **argv)
{
  g_autoptr (DossierApplication) application = driver_start (&argc, &argv);

  used_application = ADW_APPLICATION (application);

#define ADD(path, function) g_test_add ("/map/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("select", test_select);
  ADD ("open-ribbon", test_open_ribbon);
  ADD ("loose", test_loose);
  ADD ("as-of", test_as_of);
  ADD ("play", test_play);
  ADD ("lasso", test_lasso);
  ADD ("path", test_path);
  ADD ("focus", test_focus);
  ADD ("fold", test_fold);
  ADD ("keys", test_keys);
  ADD ("table", test_table);
  ADD ("settle", test_settle);
  ADD ("sign", test_sign);
  ADD ("export", test_export);
  ADD ("export-seen", test_export_seen);
  ADD ("undo-anywhere", test_undo_anywhere);
  ADD ("notice", test_notice);
  ADD ("stop", test_stop);
  ADD ("places", test_places);
  ADD ("folding-kept", test_folding_kept);

  return g_test_run ();
}
