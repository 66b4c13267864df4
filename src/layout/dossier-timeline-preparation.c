/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-timeline-preparation.h"

/* Both belong to a document. */
static const char times_key[] = "dossier-timeline-times";
static const char lanes_key[] = "dossier-timeline-lanes";

static void
unref_times (gpointer times)
{
  dossier_timeline_times_unref (times);
}

static void
unref_index (gpointer index)
{
  dossier_timeline_index_unref (index);
}

/**
 * dossier_timeline_prepare_times:
 * @document: a document that is being read, of whose events the dates and weights are all there
 *
 * Puts its events in the order of time. May be called in any thread while others go on with the links of @document.
 */
void
dossier_timeline_prepare_times (DossierDocument *document)
{
  DossierTimelineSource source;

  dossier_timeline_source_init (&source, document);
  g_object_set_data_full (G_OBJECT (document), times_key, dossier_timeline_times_new (&source), unref_times);
}

/**
 * dossier_timeline_prepare_lanes:
 * @document: a document that was read
 *
 * Sorts its events into the lanes in which they are shown at first, by their kinds. May be called in any thread.
 */
void
dossier_timeline_prepare_lanes (DossierDocument *document)
{
  g_autoptr (DossierTimelineLanes) lanes = dossier_timeline_lanes_new (document, DOSSIER_FACET_KIND, NULL);
  DossierTimelineTimes *times = g_object_get_data (G_OBJECT (document), times_key);
  DossierTimelineIndex *index;
  DossierTimelineSource source;

  dossier_timeline_source_init (&source, document);
  index = dossier_timeline_index_new_from_times (times != NULL ? dossier_timeline_times_ref (times) : dossier_timeline_times_new (&source));
  dossier_timeline_lanes_sort (lanes, index);
  g_object_set_data_full (G_OBJECT (document), lanes_key, index, unref_index);
}

/**
 * dossier_timeline_take_times:
 * @document: a document
 *
 * Returns: (transfer full) (nullable): the times of its events, if they are ready and nobody has taken them
 */
DossierTimelineTimes *
dossier_timeline_take_times (DossierDocument *document)
{
  return g_object_steal_data (G_OBJECT (document), times_key);
}

/**
 * dossier_timeline_take_lanes:
 * @document: a document
 *
 * Returns: (transfer full) (nullable): all its events in lanes by their kinds, as dossier_timeline_lanes_new() orders
 *   them, if that is ready and nobody has taken it
 */
DossierTimelineIndex *
dossier_timeline_take_lanes (DossierDocument *document)
{
  return g_object_steal_data (G_OBJECT (document), lanes_key);
}
