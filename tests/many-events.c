/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "many-events.h"

#include "model/dossier-calendar.h"

#include <math.h>

#define DAY DOSSIER_SECONDS_PER_DAY

/* In days: how long all of it takes, and how long a crisis does, of which there are some. */
#define PERIOD   36525.0
#define CRISIS   240.0
#define N_CRISES 24

static void
get_span (int event, DossierSpan *span, gpointer data)
{
  *span = ((const ManyEvents *) data)->spans[event];
}

static gboolean
get_printed_span (int event, DossierSpan *span, gpointer data)
{
  *span = ((const ManyEvents *) data)->spans[event];
  span->start_earliest += 30 * DAY;
  span->end_latest = span->start_earliest + DAY - 1;

  return event % 50 == 7 && !(span->flags & DOSSIER_SPAN_UNKNOWN);
}

static int
get_kind (int event, gpointer data)
{
  return ((const ManyEvents *) data)->lanes[event];
}

static int
get_status (int event, gpointer data)
{
  return event % 8 < 4 ? DOSSIER_STATUS_REPORTED : event % 8 - 2;
}

static int
get_weight (int event, gpointer data)
{
  return ((const ManyEvents *) data)->weights[event];
}

static char *
dup_title (int event, gpointer data)
{
  static const char *const who[] = { "The minister", "A delegation", "The president", "Two ships", "The embassy", "An envoy", "The council" };
  static const char *const what[] = { "visits", "leaves for", "writes to", "warns", "signs with", "denies reports from", "receives a guest from" };
  static const char *const whom[] = { "the capital", "the port", "the north", "its neighbour", "the assembly of the union", "the press" };

  return g_strdup_printf ("%s %s %s (%d)",
                          who[event % (int) G_N_ELEMENTS (who)],
                          what[event / 7 % (int) G_N_ELEMENTS (what)],
                          whom[event / 3 % (int) G_N_ELEMENTS (whom)],
                          event);
}

static char *
dup_detail (int event, gpointer data)
{
  return g_strdup_printf ("No. %d", event);
}

static DossierSpan
make_span (GRand *random, gint64 start)
{
  DossierSpan span = { start, start + DAY - 1, start, start + DAY - 1, 0, DOSSIER_PRECISION_DAY, DOSSIER_PRECISION_DAY };
  int form = g_rand_int_range (random, 0, 100);

  if (form < 10)
    {
      gint64 length = (gint64) (exp (g_rand_double_range (random, 0, 7))) * DAY;

      span.end_earliest += length;
      span.end_latest += length;
      span.flags = DOSSIER_SPAN_INTERVAL;
    }
  else if (form < 16)
    {
      span.end_latest = span.start_latest = start + 30 * DAY - 1;
      span.start_precision = span.end_precision = DOSSIER_PRECISION_MONTH;
    }
  else if (form < 18)
    {
      span.flags = DOSSIER_SPAN_APPROXIMATE;
    }
  else if (form == 18 && g_rand_int_range (random, 0, 20) == 0)
    {
      span.end_earliest = span.end_latest = DOSSIER_TIME_MAX;
      span.flags = DOSSIER_SPAN_INTERVAL | DOSSIER_SPAN_OPEN_END;
    }
  else if (form == 19 && g_rand_int_range (random, 0, 20) == 0)
    {
      span = (DossierSpan){ DOSSIER_TIME_MIN, DOSSIER_TIME_MAX, DOSSIER_TIME_MIN, DOSSIER_TIME_MAX, DOSSIER_SPAN_UNKNOWN, 0, 0 };
    }

  return span;
}

/**
 * many_events_new:
 * @n: how many
 *
 * Returns: (transfer full): so many events
 */
ManyEvents *
many_events_new (int n)
{
  ManyEvents *self = g_new0 (ManyEvents, 1);
  g_autoptr (GRand) random = g_rand_new_with_seed (2024);
  gint64 begin = dossier_calendar_to_seconds (dossier_calendar_to_days (1925, 1, 1), 0);
  double crises[N_CRISES];

  for (int i = 0; i < N_CRISES; i++)
    crises[i] = g_rand_double_range (random, 0, PERIOD - CRISIS);

  self->n = n;
  self->hidden_lane = -1;
  self->spans = g_new (DossierSpan, n);
  self->weights = g_new (int, n);
  self->lanes = g_new (int, n);
  for (int i = 0; i < n; i++)
    {
      double day = g_rand_double (random) * PERIOD;

      if (g_rand_boolean (random))
        day = crises[g_rand_int_range (random, 0, N_CRISES)] + CRISIS * g_rand_double (random);
      self->spans[i] = make_span (random, begin + (gint64) (day * 86400) / 3600 * 3600);
      self->weights[i] = (int) (100 * pow (g_rand_double (random), 4));
      self->lanes[i] = (int) (MANY_EVENTS_LANES * pow (g_rand_double (random), 1.7));
    }

  return self;
}

/**
 * many_events_free:
 * @self: (nullable): events, or %NULL
 */
void
many_events_free (ManyEvents *self)
{
  if (self == NULL)
    return;

  g_free (self->spans);
  g_free (self->weights);
  g_free (self->lanes);
  g_free (self);
}

/**
 * many_events_init_source:
 * @self: events, which must live as long as what uses @source
 * @source: (out caller-allocates): a source
 */
void
many_events_init_source (ManyEvents *self, DossierTimelineSource *source)
{
  *source = (DossierTimelineSource){
    .n_events = self->n,
    .get_span = get_span,
    .get_printed_span = get_printed_span,
    .get_kind = get_kind,
    .get_status = get_status,
    .get_weight = get_weight,
    .dup_title = dup_title,
    .dup_detail = dup_detail,
    .data = self,
  };
}

/**
 * many_events_get_lanes:
 *
 * Returns: (transfer none) (array fixed-size=6): the lanes from top to bottom
 */
const DossierTimelineLane *
many_events_get_lanes (void)
{
  static const DossierTimelineLane lanes[MANY_EVENTS_LANES] = {
    { "Diplomacy", 0, FALSE },
    { "Arms", 1, FALSE },
    { "Trade", 2, FALSE },
    { "Statements", 3, FALSE },
    { "Exercises", 4, FALSE },
    { "Sanctions", 5, FALSE },
  };

  return lanes;
}

/**
 * many_events_get_lanes_of_event:
 * @event: an event
 * @lanes: (out): its lane
 * @events: the #ManyEvents
 *
 * A #DossierTimelineLanesFunc.
 *
 * Returns: 1, or 0 if the event is filtered out
 */
int
many_events_get_lanes_of_event (int event, int *lanes, gpointer events)
{
  const ManyEvents *self = events;

  lanes[0] = self->lanes[event];

  return lanes[0] == self->hidden_lane ? 0 : 1;
}

/**
 * many_events_new_layout:
 * @self: some events; must live as long as the layout
 * @measure: measures text
 * @data: for @measure
 *
 * Returns: (transfer full): a layout of them in their lanes
 */
DossierTimelineLayout *
many_events_new_layout (ManyEvents *self, DossierMeasureFunc measure, gpointer data)
{
  DossierTimelineSource source;
  DossierTimelineLayout *layout;

  many_events_init_source (self, &source);
  layout = dossier_timeline_layout_new (&source, measure, data);
  many_events_arrange (self, layout);

  return layout;
}

/**
 * many_events_arrange:
 * @self: some events
 * @layout: a layout of them
 *
 * Sorts them into their lanes anew, as when others are filtered out.
 */
void
many_events_arrange (ManyEvents *self, DossierTimelineLayout *layout)
{
  dossier_timeline_layout_set_lanes (layout, many_events_get_lanes (), MANY_EVENTS_LANES, many_events_get_lanes_of_event, self);
}
