/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-timeline-arcs.h"

#include "layout/dossier-timeline-lanes.h"
#include "model/dossier-date.h"
#include "samples.h"

#include <math.h>
#include <string.h>

static const char sample[] =
    "{'dossier':1,'title':'T','language':'en',"
    "'actors':[{'id':'a','type':'state','name':'Norland'},{'id':'b','type':'state','name':'Sudland'},"
    "          {'id':'c','type':'state','name':'Westland'}],"
    "'events':[{'id':'e0','title':'A first step','date':'2024-01-04'},"
    "          {'id':'e1','title':'The deed','date':'2024-02-01','responds_to':['e0']},"
    "          {'id':'e2','title':'An answer','date':'2024-02-05','responds_to':['e1']},"
    "          {'id':'e3','title':'A protest','date':'2024-02-02','responds_to':['e1']}],"
    "'reactions':[{'id':'r0','to':['e1'],'actors':['a','b'],'stance':'criticises','date':'2024-02-02'},"
    "             {'id':'r1','to':['e1'],'actors':['c'],'stance':'criticises','date':'2024-02-02'},"
    "             {'id':'r2','to':['e1'],'actors':['c'],'stance':'welcomes','date':'2024-02-11'},"
    "             {'id':'r3','to':['e1'],'actors':['a'],'stance':'condemns','date':'2024-02-02','event':'e3'},"
    "             {'id':'r4','to':['e1'],'actors':['b'],'stance':'defends'}]}";

typedef struct
{
  DossierDocument *document;
  DossierTimelineSource source;
  DossierTimelineLayout *layout;
  DossierTimelineLanes *lanes;
  DossierTimelineArcs *arcs;
  DossierTimelineScene scene;
} Fixture;

static void
measure (const char *words, DossierTextStyle style, double *width, double *height, gpointer data)
{
  *width = 7.0 * (double) g_utf8_strlen (words, -1);
  *height = 15;
}

static void
open_document (Fixture *fixture, DossierDocument *document)
{
  fixture->document = document;
  dossier_timeline_source_init (&fixture->source, document);
  fixture->layout = dossier_timeline_layout_new (&fixture->source, measure, NULL);
  fixture->lanes = dossier_timeline_lanes_new (document, DOSSIER_FACET_KIND, NULL);
  dossier_timeline_lanes_apply (fixture->lanes, NULL, fixture->layout);
  fixture->arcs = dossier_timeline_arcs_new (document);
  dossier_timeline_scene_init (&fixture->scene);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  open_document (fixture, samples_read_good (sample));
}

static void
set_up_bundled (Fixture *fixture, gconstpointer data)
{
  open_document (fixture, samples_read_bundled (NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  dossier_timeline_scene_clear (&fixture->scene);
  dossier_timeline_arcs_free (fixture->arcs);
  dossier_timeline_lanes_free (fixture->lanes);
  dossier_timeline_layout_free (fixture->layout);
  g_object_unref (fixture->document);
}

static void
lay_out (Fixture *fixture, int event, const char *from, const char *to, double width, double height)
{
  DossierTimeViewport viewport;
  DossierSpan first, last;

  dossier_timeline_arcs_update (fixture->arcs, event, fixture->layout);
  dossier_timeline_layout_get_home (fixture->layout, width, &viewport);
  if (from != NULL)
    {
      g_assert_true (dossier_date_read_span (from, strlen (from), &first, NULL));
      g_assert_true (dossier_date_read_span (to, strlen (to), &last, NULL));
      dossier_time_viewport_init (&viewport, first.start_earliest, last.end_latest, viewport.width);
    }
  dossier_timeline_layout_update (fixture->layout, &viewport, width, height, 0, &fixture->scene);
}

/* "link: words; arc: words", with the edges that lead out of the view, and the hues. */
static char *
dump (Fixture *fixture)
{
  const DossierHue *hues = dossier_timeline_arcs_get_hues (fixture->arcs);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < fixture->scene.curves->len; i++)
    {
      const DossierTimelineCurve *curve = &g_array_index (fixture->scene.curves, DossierTimelineCurve, i);

      g_string_append_printf (text,
                              "%s%s%s%s: %s (%u)",
                              i > 0 ? "; " : "",
                              curve->is_link ? "link" : "arc",
                              curve->begins_outside ? " from outside" : "",
                              curve->ends_outside ? " to outside" : "",
                              curve->label,
                              (guint) hues[curve->arc]);
    }

  return g_string_free (text, FALSE);
}

/* What a selected event shows: reactions of one stance at one time together, a link only where no reaction says more,
   in both directions. */
static void
test_kinds (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *expected = g_strdup_printf ("link: 4 weeks later (%d); link: 4 days later (%d); arc: 3 criticise, 1 day later (%d); "
                                               "arc: Westland: welcome, 10 days later (%d); arc: Norland: condemnation, 1 day later (%d); "
                                               "arc: Sudland: defence (%d)",
                                               DOSSIER_HUE_CAUSE,
                                               DOSSIER_HUE_ANSWER,
                                               DOSSIER_HUE_CRITICISES,
                                               DOSSIER_HUE_WELCOMES,
                                               DOSSIER_HUE_CONDEMNS,
                                               DOSSIER_HUE_DEFENDS);

  lay_out (fixture, 1, "2023-12-25", "2024-03-10", 1400, 500);
  text = dump (fixture);
  g_assert_cmpstr (text, ==, expected);
}

/* An event that is itself a reaction leads back to what it is one to. */
static void
test_back (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *expected = g_strdup_printf ("arc: Norland: condemnation, 1 day later (%d)", DOSSIER_HUE_CONDEMNS);

  lay_out (fixture, 3, "2023-12-25", "2024-03-10", 1400, 500);
  text = dump (fixture);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_outside (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *none = NULL;
  g_autofree char *expected = g_strdup_printf ("link from outside: 4 weeks later (%d); link to outside: 4 days later (%d); "
                                               "arc to outside: 3 criticise, 1 day later (%d); arc to outside: Westland: welcome, 10 days later (%d); "
                                               "arc to outside: Norland: condemnation, 1 day later (%d); arc: Sudland: defence (%d)",
                                               DOSSIER_HUE_CAUSE,
                                               DOSSIER_HUE_ANSWER,
                                               DOSSIER_HUE_CRITICISES,
                                               DOSSIER_HUE_WELCOMES,
                                               DOSSIER_HUE_CONDEMNS,
                                               DOSSIER_HUE_DEFENDS);

  lay_out (fixture, 1, "2024-01-31", "2024-02-01T12:00:00Z", 1400, 500);
  text = dump (fixture);
  g_assert_cmpstr (text, ==, expected);

  /* Where neither end is in sight, there is nothing to be seen. */
  lay_out (fixture, 1, "2024-05-01", "2024-05-31", 1400, 500);
  none = dump (fixture);
  g_assert_cmpstr (none, ==, "");
}

/* An arc to a time arrives there, to a few pixels, and its label stands behind its end or over it. */
static void
test_delay_is_true (Fixture *fixture, gconstpointer data)
{
  lay_out (fixture, 1, "2024-01-01", "2024-03-01", 1400, 500);
  for (guint i = 0; i < fixture->scene.curves->len; i++)
    {
      const DossierTimelineCurve *curve = &g_array_index (fixture->scene.curves, DossierTimelineCurve, i);
      DossierSpan span;

      if (!g_str_has_prefix (curve->label, "Westland"))
        continue;
      g_assert_true (dossier_date_read_span ("2024-02-11", 10, &span, NULL));
      g_assert_cmpfloat_with_epsilon (curve->x[3],
                                      dossier_time_viewport_get_x (&fixture->scene.viewport, span.start_earliest) + fixture->scene.plot.x,
                                      1);
      g_assert_cmpfloat (curve->label_box.x + curve->label_box.width, >, curve->x[3]);
      return;
    }
  g_assert_not_reached ();
}

static gboolean
is_near (const DossierTimelineBox *box, const DossierTimelineBox *label)
{
  DossierTimelineBox wide = { label->x - 2, label->y - 2, label->width + 4, label->height + 4 };

  return dossier_timeline_box_intersects (box, &wide);
}

/* Whatever is selected: labels stay within the picture, and touch neither words nor merged marks nor the edge of the
   selected bar. */
static void
test_labels (Fixture *fixture, gconstpointer data)
{
  static const double sizes[][2] = { { 780, 330 }, { 1100, 460 }, { 1440, 800 } };
  const DossierTimelineScene *scene = &fixture->scene;
  int n_labels = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (int event = 0; event < fixture->source.n_events; event++)
      {
        int selected;

        lay_out (fixture, event, NULL, NULL, sizes[i][0], sizes[i][1]);
        selected = dossier_timeline_scene_find (scene, event);
        for (guint j = 0; j < scene->curves->len; j++)
          {
            const DossierTimelineCurve *curve = &g_array_index (scene->curves, DossierTimelineCurve, j);
            const DossierTimelineBox *label = &curve->label_box;

            for (int k = 0; k < 4; k++)
              {
                g_assert_cmpfloat (fabs (curve->x[k]), <, 4000);
                g_assert_cmpfloat (fabs (curve->y[k]), <, 4000);
              }
            if (dossier_timeline_box_is_empty (label))
              continue;

            n_labels++;
            g_assert_cmpfloat (label->x, >=, scene->plot.x);
            g_assert_cmpfloat (label->x + label->width, <=, scene->plot.x + scene->plot.width);
            g_assert_cmpfloat (label->y, >=, 0);
            g_assert_cmpfloat (label->y + label->height, <=, scene->axis_top);
            for (guint k = 0; k < scene->items->len; k++)
              {
                const DossierTimelineItem *item = dossier_timeline_scene_get_item (scene, k);

                g_assert_false (is_near (&item->title_box, label));
                g_assert_false (is_near (&item->sign_box, label));
                g_assert_false (is_near (&item->detail_box, label));
              }
            for (guint k = 0; k < scene->merged->len; k++)
              g_assert_false (is_near (&dossier_timeline_scene_get_merged (scene, k)->box, label));
            for (guint k = 0; k < j; k++)
              g_assert_false (is_near (&g_array_index (scene->curves, DossierTimelineCurve, k).label_box, label));
            if (selected >= 0 && dossier_timeline_scene_get_item (scene, selected)->box.width < 300)
              g_assert_false (is_near (&dossier_timeline_scene_get_item (scene, selected)->box, label));
          }
      }
  g_assert_cmpint (n_labels, >, 60);
}

/* In the foot of a lane lie the lines of events that have no room for a title: where there is another place, no label lies
   on them. */
static void
test_off_lines (Fixture *fixture, gconstpointer data)
{
  static const char *const ranges[][2] = {
    { "2023-12", "2024-05" }, { "2024-01", "2024-05" }, { "2024-02", "2024-05" }, { "2024-02", "2024-06" }, { "2024-03", "2024-04" },
  };
  static const double sizes[][2] = { { 600, 260 }, { 780, 310 }, { 780, 400 }, { 1440, 500 } };
  int veto = dossier_document_lookup (fixture->document, "event-veto").index;
  const DossierTimelineScene *scene = &fixture->scene;
  int n_lines = 0, n_labels = 0, n_struck = 0;

  for (gsize r = 0; r < G_N_ELEMENTS (ranges); r++)
    for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
      {
        lay_out (fixture, veto, ranges[r][0], ranges[r][1], sizes[i][0], sizes[i][1]);
        for (guint j = 0; j < scene->curves->len; j++)
          {
            const DossierTimelineBox *label = &g_array_index (scene->curves, DossierTimelineCurve, j).label_box;
            gboolean is_struck = FALSE;

            for (guint k = 0; k < scene->items->len; k++)
              {
                const DossierTimelineBox *box = &dossier_timeline_scene_get_item (scene, k)->box;

                n_lines += box->height < 8;
                is_struck |= box->height < 8 && dossier_timeline_box_intersects (box, label);
              }
            n_struck += is_struck;
            n_labels++;
          }
      }
  g_assert_cmpint (n_lines, >, 40);
  g_assert_cmpint (n_labels, >, 60);
  g_assert_cmpint (n_struck, <=, n_labels / 7);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/timeline-arcs/kinds", Fixture, NULL, set_up, test_kinds, tear_down);
  g_test_add ("/timeline-arcs/back", Fixture, NULL, set_up, test_back, tear_down);
  g_test_add ("/timeline-arcs/outside", Fixture, NULL, set_up, test_outside, tear_down);
  g_test_add ("/timeline-arcs/delay-is-true", Fixture, NULL, set_up, test_delay_is_true, tear_down);
  g_test_add ("/timeline-arcs/labels", Fixture, NULL, set_up_bundled, test_labels, tear_down);
  g_test_add ("/timeline-arcs/off-lines", Fixture, NULL, set_up_bundled, test_off_lines, tear_down);

  return g_test_run ();
}
