/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-timeline-lanes.h"
#include "model/dossier-date.h"
#include "painting/dossier-timeline-item-painter-private.h"
#include "painting/dossier-timeline-legend.h"
#include "samples.h"

#include <string.h>

/* How honestly dates are shown: sets, and that there is nothing to show. */

static void
measure (const char *words, DossierTextStyle style, double *width, double *height, gpointer data)
{
  *width = 7.0 * (double) g_utf8_strlen (words, -1);
  *height = 15;
}

static void
lay_out (DossierDocument *document, DossierFilter *filter, const char *from, const char *to, DossierTimelineScene *scene)
{
  g_autoptr (DossierTimelineLanes) lanes = dossier_timeline_lanes_new (document, DOSSIER_FACET_KIND, NULL);
  g_autoptr (DossierTimelineLayout) layout = NULL;
  DossierTimelineSource source;
  DossierTimeViewport viewport;
  DossierSpan first, last;

  dossier_timeline_source_init (&source, document);
  layout = dossier_timeline_layout_new (&source, measure, NULL);
  dossier_timeline_lanes_apply (lanes, filter, layout);
  dossier_timeline_layout_get_home (layout, 1000, &viewport);
  g_assert_true (dossier_date_read_span (from, strlen (from), &first, NULL));
  g_assert_true (dossier_date_read_span (to, strlen (to), &last, NULL));
  dossier_time_viewport_init (&viewport, first.start_earliest, last.end_latest, viewport.width);
  dossier_timeline_layout_update (layout, &viewport, 1000, 300, 0, scene);
  dossier_timeline_scene_keep_words (scene);
}

static DossierDocument *
read_events (const char *events)
{
  g_autofree char *text = g_strdup_printf ("{'dossier':1,'title':'T','language':'en','kinds':[{'id':'k','label':'K'}],'events':[%s]}", events);

  return samples_read_good (text);
}

/* "2024-01-01..2024-01-31 or 2024-04-01..2024-04-30", to a day. */
static char *
dump_stretches (const DossierTimelineScene *scene)
{
  const DossierTimelineItem *item = dossier_timeline_scene_get_item (scene, 0);
  GString *text = g_string_new (NULL);

  for (int i = 0; i < item->n_stretches; i++)
    {
      const DossierTimelineStretch *stretch = &g_array_index (scene->stretches, DossierTimelineStretch, item->first_stretch + i);
      gint64 begin = dossier_time_viewport_get_time (&scene->viewport, stretch->begin - scene->plot.x + 0.01);
      gint64 end = dossier_time_viewport_get_time (&scene->viewport, stretch->end - scene->plot.x - 0.01);
      g_autoptr (GDateTime) first = g_date_time_new_from_unix_utc (begin);
      g_autoptr (GDateTime) last = g_date_time_new_from_unix_utc (end);
      g_autofree char *from = g_date_time_format (first, "%Y-%m-%d");
      g_autofree char *to = g_date_time_format (last, "%Y-%m-%d");

      g_string_append_printf (text, "%s%s..%s", i == 0 ? "" : item->span_flags & DOSSIER_SPAN_ONE_OF ? " or " : " and ", from, to);
    }

  return g_string_free (text, FALSE);
}

static void
test_sets (void)
{
  static const struct
  {
    const char *edtf;
    const char *expected;
  } cases[] = {
    { "[2024-01,2024-04]", "2024-01-01..2024-01-31 or 2024-04-01..2024-04-30" },
    { "{2024-02,2024-04,2024-05}", "2024-02-01..2024-02-29 and 2024-04-01..2024-04-30 and 2024-05-01..2024-05-31" },
    { "[2024-01-10..2024-01-20,2024-03]", "2024-01-10..2024-01-20 or 2024-03-01..2024-03-31" },
    { "[2024-02-01..2024-02-10]", "" },
    { "2024-02", "" },
    { "2024-02/2024-04", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *event = g_strdup_printf ("{'id':'a','title':'A','date':'%s','kind':'k'}", cases[i].edtf);
      g_autoptr (DossierDocument) document = read_events (event);
      g_auto (DossierTimelineScene) scene = { 0 };
      g_autofree char *text = NULL;

      dossier_timeline_scene_init (&scene);
      lay_out (document, NULL, "2024-01", "2024-06", &scene);
      text = dump_stretches (&scene);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

/* A set that goes on for ever, or has more dates than can be told apart, is drawn as a whole. */
static void
test_sets_without_end (void)
{
  g_autoptr (GString) event = g_string_new ("{'id':'a','title':'A','kind':'k','date':'{");
  g_autoptr (DossierDocument) many = NULL;
  g_autoptr (DossierDocument) open = read_events ("{'id':'a','title':'A','date':'[..2024-01,2024-04..]','kind':'k'}");
  g_auto (DossierTimelineScene) scene = { 0 };

  dossier_timeline_scene_init (&scene);
  lay_out (open, NULL, "2024-01", "2024-06", &scene);
  for (guint i = 0; i < scene.stretches->len; i++)
    {
      const DossierTimelineStretch *stretch = &g_array_index (scene.stretches, DossierTimelineStretch, i);

      g_assert_cmpfloat (stretch->begin, >=, scene.plot.x - DOSSIER_TIMELINE_MARGIN);
      g_assert_cmpfloat (stretch->end, <=, scene.plot.x + scene.plot.width + DOSSIER_TIMELINE_MARGIN);
      g_assert_cmpfloat (stretch->begin, <, stretch->end);
    }
  g_assert_cmpuint (scene.stretches->len, ==, 2);

  for (int i = 0; i < 20; i++)
    g_string_append_printf (event, "%s2024-03-%02d", i > 0 ? "," : "", i + 1);
  g_string_append (event, "}'}");
  many = read_events (event->str);
  lay_out (many, NULL, "2024-01", "2024-06", &scene);
  g_assert_cmpuint (scene.stretches->len, ==, 0);
  g_assert_cmpuint (scene.items->len, ==, 1);
}

static void
assert_notice (DossierDocument *document, DossierFilter *filter, const char *date, const char *expected)
{
  g_auto (DossierTimelineScene) scene = { 0 };

  dossier_timeline_scene_init (&scene);
  lay_out (document, filter, date, date, &scene);
  g_assert_cmpstr (scene.notice, ==, expected);
  g_assert_true ((expected == NULL) == dossier_timeline_box_is_empty (&scene.notice_box));
  if (expected != NULL)
    {
      g_assert_cmpfloat (scene.notice_box.x, >=, scene.plot.x);
      g_assert_cmpfloat (scene.notice_box.x + scene.notice_box.width, <=, scene.plot.x + scene.plot.width);
      g_assert_cmpfloat (scene.notice_box.y + scene.notice_box.height, <=, scene.axis_top);
    }
}

static void
test_notices (void)
{
  g_autoptr (DossierDocument) empty = read_events ("");
  g_autoptr (DossierDocument) undated = read_events ("{'id':'a','title':'A','kind':'k'}");
  g_autoptr (DossierDocument) some = read_events ("{'id':'a','title':'A','kind':'k'},{'id':'b','title':'B','date':'2024-03','kind':'k','status':'alleged'}");
  g_autoptr (DossierFilter) filter = dossier_filter_new (some);
  g_auto (DossierTimelineScene) scene = { 0 };

  assert_notice (empty, NULL, "2024", "This dossier has no events");
  assert_notice (undated, NULL, "2024", "No event has a date");
  assert_notice (some, NULL, "2024", NULL);
  assert_notice (some, NULL, "1999", "No event at this time");
  dossier_filter_set_words (filter, "nothing has these words");
  assert_notice (some, filter, "2024", "The filters hide all events");
  dossier_filter_clear (filter);
  dossier_filter_set_chosen (filter, DOSSIER_FACET_STATUS, DOSSIER_STATUS_REPORTED, TRUE);
  assert_notice (some, filter, "2024", "No event that the filters show has a date");

  /* Without any date there is no time to count. */
  dossier_timeline_scene_init (&scene);
  lay_out (undated, NULL, "2024", "2024", &scene);
  g_assert_cmpuint (scene.axis.fine->len, ==, 0);
  g_assert_cmpuint (scene.axis.coarse->len, ==, 0);
  g_assert_cmpuint (scene.items->len, ==, 1);
}

/* Every sign states its rule, and leaves the context usable. */
static void
test_legend (void)
{
  DossierTheme theme;
  g_autoptr (DossierTypesetter) typesetter = NULL;
  DossierTimelinePainter painter;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 40, 24);
  int n_signs = dossier_timeline_legend_get_n_signs ();
  DossierTimelineLegendGroup before = DOSSIER_TIMELINE_LEGEND_DATES;

  dossier_theme_init (&theme, DOSSIER_THEME_LIGHT);
  typesetter = dossier_typesetter_new (&theme);
  painter = (DossierTimelinePainter){ &theme, NULL, typesetter };
  g_assert_cmpint (n_signs, >, 15);
  for (int sign = 0; sign < n_signs; sign++)
    {
      cairo_t *cr = cairo_create (surface);
      DossierTimelineLegendGroup group;
      const char *rule = dossier_timeline_legend_get_sign (sign, &group);
      gboolean is_drawn = FALSE;

      g_assert_cmpuint (strlen (rule), >, 10);
      g_assert_cmpint (group, >=, before);
      before = group;

      cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
      cairo_paint (cr);
      cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
      dossier_timeline_legend_draw_sign (&painter, sign, 5, 12, cr);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      for (int i = 0; i < 24 * cairo_image_surface_get_stride (surface); i++)
        is_drawn |= cairo_image_surface_get_data (surface)[i] != 0;
      g_assert_true (is_drawn);
    }
  g_assert_cmpint (before, ==, DOSSIER_TIMELINE_LEGEND_ARCS);
  cairo_surface_destroy (surface);
}

static int
get_alpha (cairo_surface_t *surface, int x, int y)
{
  const guint32 *row = (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (surface) + (gsize) y * (gsize) cairo_image_surface_get_stride (surface));

  return (int) (row[x] >> 24);
}

/* Within a month in which something began, on whichever day, each hour is about as sure as the next: what is cut at the edges
   of a view fades there no sooner. */
static void
test_cut_gradient (void)
{
  g_autoptr (DossierDocument) document = read_events ("{'id':'a','title':'A','date':'2023-09/..','kind':'k'}");
  g_auto (DossierTimelineScene) scene = { 0 };
  const DossierTimelineItem *item;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1000, 300);
  cairo_t *cr = cairo_create (surface);
  const DossierColor color = { 0, 0, 0, 1 };
  int y, left, middle, right;

  dossier_timeline_scene_init (&scene);
  lay_out (document, NULL, "2023-09-12T08:00Z", "2023-09-12T09:00Z", &scene);
  item = dossier_timeline_scene_get_item (&scene, 0);
  y = (int) (item->box.y + item->box.height / 2);
  dossier_timeline_paint_span (cr, item, &color, 1);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  left = get_alpha (surface, (int) scene.plot.x + 5, y);
  middle = get_alpha (surface, (int) (scene.plot.x + scene.plot.width / 2), y);
  right = get_alpha (surface, (int) (scene.plot.x + scene.plot.width) - 5, y);
  g_assert_cmpint (middle, >, 10);
  g_assert_cmpint (middle, <, 60);
  g_assert_cmpint (ABS (left - middle), <=, 1);
  g_assert_cmpint (ABS (right - middle), <=, 1);
  cairo_surface_destroy (surface);
}

/* Once an event is wider than a mark, the date stands behind the title where there is room. */
static void
test_detail (void)
{
  g_autoptr (DossierDocument) document = read_events ("{'id':'a','title':'The talks','date':'2024-03-10','kind':'k'}");
  g_auto (DossierTimelineScene) scene = { 0 };
  const DossierTimelineItem *item;

  dossier_timeline_scene_init (&scene);
  lay_out (document, NULL, "2024", "2024", &scene);
  item = dossier_timeline_scene_get_item (&scene, 0);
  g_assert_true (dossier_timeline_box_is_empty (&item->detail_box) || item->detail_box.y > item->title_box.y + 10);

  lay_out (document, NULL, "2024-03-01", "2024-03-20", &scene);
  item = dossier_timeline_scene_get_item (&scene, 0);
  g_assert_cmpstr (item->detail, ==, "10 Mar 2024");
  g_assert_false (dossier_timeline_box_is_empty (&item->detail_box));
  g_assert_cmpint (item->form, ==, DOSSIER_TIMELINE_FORM_CARD);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline-dates/sets", test_sets);
  g_test_add_func ("/timeline-dates/sets-without-end", test_sets_without_end);
  g_test_add_func ("/timeline-dates/notices", test_notices);
  g_test_add_func ("/timeline-dates/cut-gradient", test_cut_gradient);
  g_test_add_func ("/timeline-dates/detail", test_detail);
  g_test_add_func ("/timeline-dates/legend", test_legend);

  return g_test_run ();
}
