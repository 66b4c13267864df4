/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-timeline-layout.h"

G_BEGIN_DECLS

/**
 * MANY_EVENTS_LANES:
 *
 * How many lanes there are.
 */
#define MANY_EVENTS_LANES 6

/**
 * ManyEvents:
 * @n: how many
 * @spans: (array length=n): when each was
 * @weights: (array length=n): 0 to 100
 * @lanes: (array length=n): the lane of each, which is also its kind
 * @hidden_lane: the lane whose events are filtered out, or -1
 *
 * Events that are made up, for tests and benchmarks: a century of them, crowded as news are, with some that last, some
 * of which only a month is known, some that go on, and a few without a date. The same number gives the same events.
 */
typedef struct
{
  int n;
  DossierSpan *spans;
  int *weights;
  int *lanes;
  int hidden_lane;
} ManyEvents;

ManyEvents *many_events_new (int n);
void many_events_free (ManyEvents *self);

void many_events_init_source (ManyEvents *self, DossierTimelineSource *source);
DossierTimelineLayout *many_events_new_layout (ManyEvents *self, DossierMeasureFunc measure, gpointer data);
void many_events_arrange (ManyEvents *self, DossierTimelineLayout *layout);
const DossierTimelineLane *many_events_get_lanes (void);
int many_events_get_lanes_of_event (int event, int *lanes, gpointer events);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ManyEvents, many_events_free)

G_END_DECLS
