/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-centre.h"

#include "model/dossier-date-text.h"
#include "widgets/dossier-brush-zoom.h"
#include "widgets/dossier-compat.h"
#include "widgets/dossier-map-bars.h"
#include "widgets/dossier-map-loose-button.h"
#include "widgets/dossier-map-time-bar.h"
#include "widgets/dossier-map-view.h"
#include "widgets/dossier-overview-view.h"
#include "widgets/dossier-timeline-legend-view.h"
#include "widgets/dossier-timeline-view.h"
#include "widgets/dossier-wrap-layout.h"
#include "window/dossier-menus.h"
#include "window/dossier-range-popover.h"
#include "window/dossier-status-line.h"

#include <glib/gi18n-lib.h>

struct _DossierCentre
{
  GtkWidget parent_instance;

  GtkWidget *paned;
  GtkWidget *timeline_box;
  GtkWidget *map_box;
  DossierTimelineView *timeline;
  DossierBrushZoom *brush_zoom;
  DossierOverviewView *overview;
  DossierMapView *map;
  DossierMapTimeBar *map_time;
  GtkWidget *map_tools;
  GtkWidget *timeline_grow;
  GtkWidget *map_grow;
  GtkMenuButton *map_button;
  DossierStatusLine *status_line;
  GtkWidget *brush_label;
  GtkWidget *brush_button;
  GtkWidget *dates_button;
  DossierRangePopover *range_popover;
  GtkWidget *lanes;

  DossierView *view;
  char *shown;
};

enum
{
  PROP_0,
  PROP_SHOWN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DossierCentre, dossier_centre, GTK_TYPE_WIDGET)

static void
set_grow_button (GtkWidget *button, gboolean alone, const char *grow)
{
  const char *label = alone ? _ ("Show Timeline and Map") : grow;

  gtk_button_set_icon_name (GTK_BUTTON (button), alone ? "view-restore-symbolic" : "view-fullscreen-symbolic");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
set_shown (DossierCentre *self, const char *shown)
{
  gboolean only_timeline = g_str_equal (shown, "timeline");
  gboolean only_map = g_str_equal (shown, "map");

  if (g_strcmp0 (self->shown, shown) == 0 || (!only_timeline && !only_map && !g_str_equal (shown, "both")))
    return;

  g_free (self->shown);
  self->shown = g_strdup (shown);
  gtk_widget_set_visible (self->timeline_box, !only_map);
  gtk_widget_set_visible (self->map_box, !only_timeline);
  set_grow_button (self->timeline_grow, only_timeline, _ ("Show the Timeline Only"));
  set_grow_button (self->map_grow, only_map, _ ("Show the Map Only"));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWN]);
}

static void
update_brush (DossierCentre *self)
{
  gint64 begin, end;
  gboolean brushed = dossier_view_get_brush (self->view, &begin, &end);

  gtk_widget_set_visible (self->brush_button, brushed);
  if (brushed)
    {
      g_autofree char *from = dossier_time_to_text (begin, DOSSIER_PRECISION_DAY, DOSSIER_DATE_STYLE_LONG);
      g_autofree char *to = dossier_time_to_text (end, DOSSIER_PRECISION_DAY, DOSSIER_DATE_STYLE_LONG);
      /* Translators: the span of time that is selected, from a day to a day */
      g_autofree char *text = g_strdup_printf (_ ("%s to %s"), from, to);

      gtk_label_set_text (GTK_LABEL (self->brush_label), text);
    }
  else
    {
      gtk_label_set_text (GTK_LABEL (self->brush_label), "");
    }
}

static void
timeline_zoom_out_cb (DossierCentre *self)
{
  dossier_timeline_view_zoom (self->timeline, -1);
}

static void
timeline_zoom_in_cb (DossierCentre *self)
{
  dossier_timeline_view_zoom (self->timeline, 1);
}

static void
timeline_fit_cb (DossierCentre *self)
{
  dossier_timeline_view_zoom (self->timeline, 0);
}

static void
timeline_grow_cb (DossierCentre *self)
{
  set_shown (self, g_str_equal (self->shown, "timeline") ? "both" : "timeline");
}

static void
map_zoom_out_cb (DossierCentre *self)
{
  dossier_map_view_zoom (self->map, -1);
}

static void
map_zoom_in_cb (DossierCentre *self)
{
  dossier_map_view_zoom (self->map, 1);
}

static void
map_fit_cb (DossierCentre *self)
{
  dossier_map_view_zoom (self->map, 0);
}

static void
map_grow_cb (DossierCentre *self)
{
  set_shown (self, g_str_equal (self->shown, "map") ? "both" : "map");
}

/* The list is in the order of the facets. */
static void
lanes_cb (DossierCentre *self)
{
  dossier_timeline_view_set_facet (self->timeline, (DossierFacet) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->lanes)));
}

static void
clear_brush_cb (DossierCentre *self)
{
  dossier_view_unset_brush (self->view);
}

static void
dossier_centre_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SHOWN:
      g_value_set_string (value, DOSSIER_CENTRE (object)->shown);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dossier_centre_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SHOWN:
      set_shown (DOSSIER_CENTRE (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dossier_centre_dispose (GObject *object)
{
  DossierCentre *self = DOSSIER_CENTRE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (dossier_centre_parent_class)->dispose (object);
}

static void
dossier_centre_finalize (GObject *object)
{
  g_free (DOSSIER_CENTRE (object)->shown);

  G_OBJECT_CLASS (dossier_centre_parent_class)->finalize (object);
}

static void
dossier_centre_class_init (DossierCentreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dossier_centre_get_property;
  object_class->set_property = dossier_centre_set_property;
  object_class->dispose = dossier_centre_dispose;
  object_class->finalize = dossier_centre_finalize;

  properties[PROP_SHOWN] = g_param_spec_string ("shown", NULL, NULL, "both", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (DOSSIER_TYPE_BRUSH_ZOOM);
  g_type_ensure (DOSSIER_TYPE_RANGE_POPOVER);
  g_type_ensure (DOSSIER_TYPE_TIMELINE_VIEW);
  g_type_ensure (DOSSIER_TYPE_OVERVIEW_VIEW);
  g_type_ensure (DOSSIER_TYPE_MAP_VIEW);
  g_type_ensure (DOSSIER_TYPE_MAP_BARS);
  g_type_ensure (DOSSIER_TYPE_MAP_LOOSE_BUTTON);
  g_type_ensure (DOSSIER_TYPE_MAP_TIME_BAR);
  g_type_ensure (DOSSIER_TYPE_STATUS_LINE);
  g_type_ensure (DOSSIER_TYPE_TIMELINE_LEGEND_VIEW);

  gtk_widget_class_set_template_from_resource (widget_class, "/dossier/ui/dossier-centre.ui");
  gtk_widget_class_bind_template_child (widget_class, DossierCentre, paned);
  gtk_widget_class_bind_template_child (widget_class, DossierCentre, timeline_box);
  gtk_widget_class_bind_template_child (widget_class, DossierCentre, lanes);
  gtk_widget_class_bind_template_child (widget_class, DossierCentre, map_box);
  gtk_widget_class_bind_template_child (widget_class, DossierCentre, timeline);
  gtk_widget_class_bind_template_child (widget_class, DossierCentre, overview);
  gtk_widget_class_bind_template_child (widget_class, DossierCentre, brush_zoom);
  gtk_widget_class_bind_template_child (widget_class, DossierCentre, dates_button);
  gtk_widget_class_bind_template_child (widget_class, DossierCentre, range_popover);
  gtk_widget_class_bind_template_child (widget_class, DossierCentre, map);
  gtk_widget_class_bind_template_child (widget_class, DossierCentre, map_button);
  gtk_widget_class_bind_template_child (widget_class, DossierCentre, map_time);
  gtk_widget_class_bind_template_child (widget_class, DossierCentre, map_tools);
  gtk_widget_class_bind_template_child (widget_class, DossierCentre, timeline_grow);
  gtk_widget_class_bind_template_child (widget_class, DossierCentre, map_grow);
  gtk_widget_class_bind_template_child (widget_class, DossierCentre, status_line);
  gtk_widget_class_bind_template_child (widget_class, DossierCentre, brush_label);
  gtk_widget_class_bind_template_child (widget_class, DossierCentre, brush_button);
  gtk_widget_class_bind_template_callback (widget_class, timeline_zoom_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, timeline_zoom_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, timeline_fit_cb);
  gtk_widget_class_bind_template_callback (widget_class, timeline_grow_cb);
  gtk_widget_class_bind_template_callback (widget_class, lanes_cb);
  gtk_widget_class_bind_template_callback (widget_class, map_zoom_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, map_zoom_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, map_fit_cb);
  gtk_widget_class_bind_template_callback (widget_class, map_grow_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_brush_cb);
  gtk_widget_class_set_css_name (widget_class, "centre");
}

static void
dossier_centre_init (DossierCentre *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (self->map_button, dossier_menus_get ("map"));
  dossier_compat_name_dropdown (self->lanes, _("What the lanes of the timeline stand for"));

  gtk_widget_set_layout_manager (self->map_tools, dossier_wrap_layout_new (0));
  dossier_overview_view_set_timeline (self->overview, self->timeline);
  gtk_widget_insert_action_group (self->map_box, "map", dossier_map_view_get_actions (self->map));
  dossier_status_line_set_timeline (self->status_line, self->timeline);
  dossier_brush_zoom_set_timeline (self->brush_zoom, self->timeline);
  dossier_range_popover_set_timeline (self->range_popover, self->timeline);
  dossier_compat_name_dropdown (self->dates_button, _("Go to dates"));
  set_shown (self, "both");
}

/**
 * dossier_centre_set_view:
 * @self: a centre
 * @view: (nullable): the state of the window that it shows, or %NULL for none
 */
void
dossier_centre_set_view (DossierCentre *self, DossierView *view)
{
  g_return_if_fail (DOSSIER_IS_CENTRE (self));

  if (self->view == view)
    return;

  if (self->view != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->view, update_brush, self);
    }
  g_set_object (&self->view, view);
  dossier_timeline_view_set_view (self->timeline, view);
  dossier_map_view_set_view (self->map, view);
  dossier_map_time_bar_set_view (self->map_time, view);
  dossier_status_line_set_view (self->status_line, view);
  if (view == NULL)
    return;

  g_signal_connect_object (view, "brush-changed", G_CALLBACK (update_brush), self, G_CONNECT_SWAPPED);
  update_brush (self);
}

/* Of two views in sight, the one with the keyboard focus, or the timeline. */
static gboolean
is_map_meant (DossierCentre *self)
{
  return gtk_widget_has_focus (GTK_WIDGET (self->map)) || g_str_equal (self->shown, "map");
}

/**
 * dossier_centre_get_shown:
 * @self: the centre
 *
 * Returns: (transfer none): "both", "timeline" or "map"
 */
const char *
dossier_centre_get_shown (DossierCentre *self)
{
  g_return_val_if_fail (DOSSIER_IS_CENTRE (self), NULL);

  return self->shown;
}

/**
 * dossier_centre_zoom:
 * @self: a centre
 * @direction: 1 to zoom in, -1 to zoom out, 0 to show everything
 *
 * Zooms the view that has the keyboard focus, or the timeline.
 */
void
dossier_centre_zoom (DossierCentre *self, int direction)
{
  g_return_if_fail (DOSSIER_IS_CENTRE (self));

  if (is_map_meant (self))
    dossier_map_view_zoom (self->map, direction);
  else
    dossier_timeline_view_zoom (self->timeline, direction);
}

/**
 * dossier_centre_fit_selection:
 * @self: a centre
 *
 * Has the timeline show what is selected as large as it fits.
 */
void
dossier_centre_fit_selection (DossierCentre *self)
{
  g_return_if_fail (DOSSIER_IS_CENTRE (self));

  dossier_timeline_view_fit_selection (self->timeline);
}

/**
 * dossier_centre_ask_for_dates:
 * @self: a centre
 *
 * Asks which dates the timeline is to show.
 */
void
dossier_centre_ask_for_dates (DossierCentre *self)
{
  g_return_if_fail (DOSSIER_IS_CENTRE (self));

  if (g_str_equal (self->shown, "map"))
    set_shown (self, "both");
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->dates_button));
}

/**
 * dossier_centre_get_lanes:
 * @self: a centre in which something is open
 * @n_lanes: (out): how many lanes the timeline has
 *
 * Returns: (transfer none) (array length=n_lanes): its lanes from top to bottom
 */
const DossierTimelineLane *
dossier_centre_get_lanes (DossierCentre *self, int *n_lanes)
{
  *n_lanes = 0;
  g_return_val_if_fail (DOSSIER_IS_CENTRE (self), NULL);

  return dossier_timeline_view_get_lanes (self->timeline, n_lanes);
}

/**
 * dossier_centre_show_lane:
 * @self: a centre
 * @lane: a lane of the timeline
 *
 * Brings it into sight, and the keyboard to its first event in sight.
 */
void
dossier_centre_show_lane (DossierCentre *self, int lane)
{
  g_return_if_fail (DOSSIER_IS_CENTRE (self));

  if (g_str_equal (self->shown, "map"))
    set_shown (self, "both");
  dossier_timeline_view_show_lane (self->timeline, lane);
  gtk_widget_grab_focus (GTK_WIDGET (self->timeline));
}

/**
 * dossier_centre_get_look:
 * @self: a centre
 * @look: its dates, its camera and which view leads are set to what is in sight
 */
void
dossier_centre_get_look (DossierCentre *self, DossierSceneLook *look)
{
  const DossierTimeViewport *viewport;

  g_return_if_fail (DOSSIER_IS_CENTRE (self) && look != NULL);

  viewport = dossier_timeline_view_get_viewport (self->timeline);
  look->has_dates = viewport != NULL;
  if (viewport != NULL)
    dossier_time_viewport_get_range (viewport, &look->begin, &look->end);
  look->has_camera = dossier_map_view_get_seen (self->map, &look->x, &look->y, &look->zoom);
  look->view = g_str_equal (self->shown, "timeline") ? DOSSIER_SCENE_VIEW_TIMELINE
               : g_str_equal (self->shown, "map")    ? DOSSIER_SCENE_VIEW_MAP
                                                     : DOSSIER_SCENE_VIEW_BOTH;
}

/**
 * dossier_centre_show_look:
 * @self: a centre
 * @look: what to bring into sight; views that it does not lead with stay as they are
 *
 * Glides there, or goes there at once if motion is not wanted.
 */
void
dossier_centre_show_look (DossierCentre *self, const DossierSceneLook *look)
{
  const DossierTimeViewport *viewport;

  g_return_if_fail (DOSSIER_IS_CENTRE (self) && look != NULL);

  if (look->view == DOSSIER_SCENE_VIEW_TIMELINE || look->view == DOSSIER_SCENE_VIEW_MAP)
    set_shown (self, look->view == DOSSIER_SCENE_VIEW_TIMELINE ? "timeline" : "map");
  else if (look->view == DOSSIER_SCENE_VIEW_BOTH)
    set_shown (self, "both");

  viewport = dossier_timeline_view_get_viewport (self->timeline);
  if (look->has_dates && viewport != NULL)
    {
      DossierTimeViewport target;

      dossier_time_viewport_init (&target, look->begin, look->end, viewport->width);
      dossier_timeline_view_set_viewport (self->timeline, &target, TRUE);
    }

  if (look->has_camera)
    dossier_map_view_show_seen (self->map, look->x, look->y, look->zoom);
  else
    dossier_map_view_zoom (self->map, 0);
}

/**
 * dossier_centre_describe_picture:
 * @self: a centre in which something is open
 * @options: which view, its size, its lanes and its dates are set to what is in sight
 *
 * Describes the view that has the keyboard focus, or the timeline.
 */
void
dossier_centre_describe_picture (DossierCentre *self, DossierViewPictureOptions *options)
{
  GtkWidget *widget;

  g_return_if_fail (DOSSIER_IS_CENTRE (self) && self->view != NULL);

  options->view = is_map_meant (self) ? DOSSIER_VIEW_MAP : DOSSIER_VIEW_TIMELINE;
  widget = options->view == DOSSIER_VIEW_MAP ? GTK_WIDGET (self->map) : GTK_WIDGET (self->timeline);
  options->width = gtk_widget_get_width (widget);
  options->height = gtk_widget_get_height (widget);
  options->facet = dossier_timeline_view_get_facet (self->timeline);

  if (options->view == DOSSIER_VIEW_MAP)
    {
      dossier_view_get_period (self->view, &options->begin, &options->end);
      options->has_dates = options->begin > DOSSIER_TIME_MIN && options->end < DOSSIER_TIME_MAX;
    }
  else if (dossier_timeline_view_get_viewport (self->timeline) != NULL)
    {
      dossier_time_viewport_get_range (dossier_timeline_view_get_viewport (self->timeline), &options->begin, &options->end);
      options->has_dates = TRUE;
    }
}

/**
 * dossier_centre_get_map_sight:
 * @self: a centre
 *
 * Returns: (transfer full) (nullable): what is seen of the map, %NULL as long as there is none
 */
DossierMapSight *
dossier_centre_get_map_sight (DossierCentre *self)
{
  g_return_val_if_fail (DOSSIER_IS_CENTRE (self), NULL);

  return dossier_map_view_get_sight (self->map);
}

/**
 * dossier_centre_get_places:
 * @self: a centre
 * @view: whose map is meant
 *
 * Returns: (transfer full) (nullable): where the actors of the map stand, %NULL as long as there is none, or where
 *   something else is shown
 */
DossierPlaces *
dossier_centre_get_places (DossierCentre *self, DossierView *view)
{
  g_return_val_if_fail (DOSSIER_IS_CENTRE (self), NULL);

  return self->view == view ? dossier_map_view_get_places (self->map) : NULL;
}

/**
 * dossier_centre_set_saved:
 * @self: a centre
 * @document: what is open as it was saved now
 *
 * What is kept beside the document goes with that from now on.
 */
void
dossier_centre_set_saved (DossierCentre *self, DossierDocument *document)
{
  g_return_if_fail (DOSSIER_IS_CENTRE (self));

  dossier_map_view_set_saved (self->map, document);
}
