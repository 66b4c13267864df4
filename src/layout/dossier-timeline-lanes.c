/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-timeline-lanes.h"

#include "layout/dossier-timeline-layout-private.h"
#include "layout/dossier-timeline-preparation.h"
#include "model/dossier-date-text.h"
#include "model/dossier-facets.h"

#include <glib/gi18n-lib.h>

/* So many actors, places or sources have lanes of their own. */
#define MOST_OWN_LANES 9

struct _DossierTimelineLanes
{
  DossierDocument *document;
  DossierFacets *facets; /* of the document */
  DossierFacet facet;
  DossierFilter *filter; /* while it is applied */
  guint8 *hidden;        /* (nullable): by event, in a copy: whether it is filtered out */
  GArray *lanes;         /* of DossierTimelineLane, from top to bottom */
  int *lane_of_value;    /* by value of the facet: a lane */
  int n_values;
  int other_lane; /* of what has no value, or one without a lane */
  gboolean is_reordered;
};

/* What is gathered of one event. */
typedef struct
{
  DossierTimelineLanes *lanes;
  int *found;
  int n;
} Gathering;

static void
add_lane_of_value (int value, gpointer data)
{
  Gathering *gathering = data;
  int lane = gathering->lanes->lane_of_value[value];

  for (int i = 0; i < gathering->n; i++)
    if (gathering->found[i] == lane)
      return;

  if (gathering->n < DOSSIER_TIMELINE_MOST_LANES)
    gathering->found[gathering->n++] = lane;
}

/* How many events have each value, while they are counted by the sets of values that they have in common. */
typedef struct
{
  int *counts;
  int amount; /* how many events have the set */
  gboolean is_empty;
} Count;

static void
count_value (int value, gpointer data)
{
  Count *count = data;

  count->counts[value] += count->amount;
  count->is_empty = FALSE;
}

/* Returns: whether any event has no value at all. */
static gboolean
count_values (DossierTimelineLanes *lanes, int *counts)
{
  const guint32 *sets = dossier_facets_get_sets (lanes->facets, lanes->facet);
  int n_sets = dossier_facets_get_n_sets (lanes->facets, lanes->facet);
  int n_events = dossier_document_get_count (lanes->document, DOSSIER_RECORD_EVENT);
  g_autofree int *n_of_set = g_new0 (int, n_sets + 1);
  gboolean has_none = FALSE;

  for (int event = 0; event < n_events; event++)
    n_of_set[sets[event]]++;

  for (int set = 0; set < n_sets; set++)
    {
      Count count = { counts, n_of_set[set], TRUE };

      dossier_facets_foreach_of_set (lanes->facets, lanes->facet, set, count_value, &count);
      has_none |= count.is_empty && n_of_set[set] > 0;
    }

  return has_none;
}

static int
get_lanes_of_event (int event, int *found, gpointer data)
{
  DossierTimelineLanes *lanes = data;
  Gathering gathering = { .lanes = lanes, .found = found };

  if (lanes->filter != NULL && !dossier_filter_shows (lanes->filter, event))
    return 0;
  if (lanes->hidden != NULL && lanes->hidden[event])
    return 0;

  dossier_facets_foreach (lanes->facets, lanes->facet, event, add_lane_of_value, &gathering);

  /* What has a lane of its own need not be among the others as well. */
  if (gathering.n > 1)
    for (int i = 0; i < gathering.n; i++)
      if (found[i] == lanes->other_lane)
        {
          found[i] = found[--gathering.n];
          break;
        }
  if (gathering.n == 0)
    found[gathering.n++] = lanes->other_lane;

  return gathering.n;
}

static char *
dup_value_title (DossierTimelineLanes *lanes, int value, const char *language)
{
  if (lanes->facet == DOSSIER_FACET_STATUS)
    return dossier_facet_dup_title (lanes->document, lanes->facet, value);

  return dossier_document_dup_title (lanes->document, (DossierRef){ dossier_facet_get_record (lanes->facet), value }, language);
}

static int
compare_counts (gconstpointer a, gconstpointer b, gpointer data)
{
  const int *counts = data;
  int one = *(const int *) a;
  int other = *(const int *) b;

  return counts[one] != counts[other] ? counts[other] - counts[one] : one - other;
}

static void
add_lane (DossierTimelineLanes *lanes, char *title, int kind)
{
  DossierTimelineLane lane = { .title = title, .kind = kind };

  g_array_append_val (lanes->lanes, lane);
}

static void
clear_lane (gpointer data)
{
  g_free ((char *) ((DossierTimelineLane *) data)->title);
}

/* Kinds and statuses keep the order of the document; of the others, those with most events have a lane. */
static void
choose_lanes (DossierTimelineLanes *lanes, const char *language)
{
  g_autofree int *counts = g_new0 (int, lanes->n_values + 1);
  g_autofree int *order = g_new (int, lanes->n_values + 1);
  gboolean by_count = lanes->facet != DOSSIER_FACET_KIND && lanes->facet != DOSSIER_FACET_STATUS;
  gboolean has_others = count_values (lanes, counts);

  for (int value = 0; value < lanes->n_values; value++)
    order[value] = value;
  if (by_count)
    g_qsort_with_data (order, lanes->n_values, sizeof (int), compare_counts, counts);

  for (int i = 0; i < lanes->n_values; i++)
    {
      int value = order[i];

      if (counts[value] == 0)
        continue;
      if (by_count && lanes->lanes->len >= MOST_OWN_LANES)
        {
          has_others = TRUE;
          break;
        }
      lanes->lane_of_value[value] = (int) lanes->lanes->len;
      add_lane (lanes,
                dup_value_title (lanes, value, language),
                lanes->facet == DOSSIER_FACET_KIND ? value : -1);
    }

  lanes->other_lane = (int) lanes->lanes->len;
  for (int value = 0; value < lanes->n_values; value++)
    if (lanes->lane_of_value[value] < 0)
      lanes->lane_of_value[value] = lanes->other_lane;
  if (has_others || lanes->lanes->len == 0)
    /* Translators: the row of the timeline for all that has no row of its own */
    add_lane (lanes, g_strdup (C_ ("lane", "Other")), -1);
}

/**
 * dossier_timeline_lanes_new:
 * @document: a document
 * @facet: by what its events are sorted into lanes
 * @language: (nullable): which language titles are wanted in
 *
 * Returns: (transfer full): the lanes of @document
 */
DossierTimelineLanes *
dossier_timeline_lanes_new (DossierDocument *document, DossierFacet facet, const char *language)
{
  DossierTimelineLanes *lanes = g_new0 (DossierTimelineLanes, 1);

  lanes->document = g_object_ref (document);
  lanes->facets = dossier_facets_get (document);
  lanes->facet = facet;
  lanes->lanes = g_array_new (FALSE, TRUE, sizeof (DossierTimelineLane));
  g_array_set_clear_func (lanes->lanes, clear_lane);
  lanes->n_values = dossier_facets_get_n_values (lanes->facets, facet);
  lanes->lane_of_value = g_new (int, lanes->n_values + 1);
  for (int value = 0; value < lanes->n_values; value++)
    lanes->lane_of_value[value] = -1;
  choose_lanes (lanes, language);

  return lanes;
}

/**
 * dossier_timeline_lanes_free:
 * @lanes: (nullable): lanes, or %NULL
 */
void
dossier_timeline_lanes_free (DossierTimelineLanes *lanes)
{
  if (lanes == NULL)
    return;

  g_array_unref (lanes->lanes);
  g_free (lanes->hidden);
  g_free (lanes->lane_of_value);
  g_object_unref (lanes->document);
  g_free (lanes);
}

/**
 * dossier_timeline_lanes_get_lanes:
 * @lanes: lanes
 * @n_lanes: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_lanes): the lanes, from top to bottom
 */
const DossierTimelineLane *
dossier_timeline_lanes_get_lanes (DossierTimelineLanes *lanes, int *n_lanes)
{
  *n_lanes = (int) lanes->lanes->len;

  return (const DossierTimelineLane *) (gconstpointer) lanes->lanes->data;
}

/**
 * dossier_timeline_lanes_get_value:
 * @lanes: lanes
 * @lane: one of them
 *
 * Returns: the value of the facet that the lane stands for; -1 for that of what has no lane of its own
 */
int
dossier_timeline_lanes_get_value (DossierTimelineLanes *lanes, int lane)
{
  if (lane != lanes->other_lane)
    for (int value = 0; value < lanes->n_values; value++)
      if (lanes->lane_of_value[value] == lane)
        return value;

  return -1;
}

/**
 * dossier_timeline_lanes_move:
 * @lanes: lanes
 * @lane: one of them
 * @to: where it is to stand
 *
 * Moves a lane up or down among the others. Takes effect with dossier_timeline_lanes_apply().
 */
void
dossier_timeline_lanes_move (DossierTimelineLanes *lanes, int lane, int to)
{
  int step = to > lane ? 1 : -1;
  DossierTimelineLane *array = (DossierTimelineLane *) (gpointer) lanes->lanes->data;

  g_return_if_fail (lane >= 0 && lane < (int) lanes->lanes->len && to >= 0 && to < (int) lanes->lanes->len);

  lanes->is_reordered = TRUE;
  for (; lane != to; lane += step)
    {
      DossierTimelineLane moved = array[lane];

      array[lane] = array[lane + step];
      array[lane + step] = moved;

      for (int value = 0; value < lanes->n_values; value++)
        {
          if (lanes->lane_of_value[value] == lane)
            lanes->lane_of_value[value] = lane + step;
          else if (lanes->lane_of_value[value] == lane + step)
            lanes->lane_of_value[value] = lane;
        }
      if (lanes->other_lane == lane)
        lanes->other_lane = lane + step;
      else if (lanes->other_lane == lane + step)
        lanes->other_lane = lane;
    }
}

/**
 * dossier_timeline_lanes_set_folded:
 * @lanes: lanes
 * @lane: one of them
 * @is_folded: whether only the number of its events is shown
 *
 * Takes effect with dossier_timeline_lanes_apply().
 */
void
dossier_timeline_lanes_set_folded (DossierTimelineLanes *lanes, int lane, gboolean is_folded)
{
  g_return_if_fail (lane >= 0 && lane < (int) lanes->lanes->len);

  g_array_index (lanes->lanes, DossierTimelineLane, lane).is_folded = is_folded;
}

/**
 * dossier_timeline_lanes_sort:
 * @lanes: lanes
 * @index: an index of the same document that nobody else holds
 *
 * Sorts all events into their lanes. May be called in any thread, as long as nobody else has @lanes.
 */
void
dossier_timeline_lanes_sort (DossierTimelineLanes *lanes, DossierTimelineIndex *index)
{
  dossier_timeline_index_arrange (index, (int) lanes->lanes->len, get_lanes_of_event, lanes);
}

/* The events in these lanes, if that is what was prepared while the document was read. */
static DossierTimelineIndex *
take_ready (DossierTimelineLanes *lanes, DossierFilter *filter)
{
  if (lanes->facet != DOSSIER_FACET_KIND || lanes->is_reordered)
    return NULL;
  if (filter != NULL && dossier_filter_get_n_shown (filter) < dossier_document_get_count (lanes->document, DOSSIER_RECORD_EVENT))
    return NULL;

  return dossier_timeline_take_lanes (lanes->document);
}

/**
 * dossier_timeline_lanes_apply:
 * @lanes: lanes
 * @filter: (nullable): which events are shown; %NULL for all
 * @layout: a layout of the same document
 *
 * Sorts the events into their lanes; to be called again whenever @filter has changed.
 */
void
dossier_timeline_lanes_apply (DossierTimelineLanes *lanes, DossierFilter *filter, DossierTimelineLayout *layout)
{
  int n_lanes;
  const DossierTimelineLane *array = dossier_timeline_lanes_get_lanes (lanes, &n_lanes);
  DossierTimelineIndex *ready = take_ready (lanes, filter);

  if (ready != NULL)
    {
      dossier_timeline_layout_take_lanes (layout, array, n_lanes, ready);
      return;
    }

  lanes->filter = filter;
  dossier_timeline_layout_set_lanes (layout, array, n_lanes, get_lanes_of_event, lanes);
  lanes->filter = NULL;
}

static void
free_lanes (gpointer data)
{
  dossier_timeline_lanes_free (data);
}

/* What another thread may ask where events belong. The titles stay here. */
static DossierTimelineLanes *
copy_for_thread (DossierTimelineLanes *lanes, DossierFilter *filter)
{
  DossierTimelineLanes *copy = g_new0 (DossierTimelineLanes, 1);

  copy->document = g_object_ref (lanes->document);
  copy->facets = dossier_facets_get (lanes->document);
  copy->facet = lanes->facet;
  copy->lanes = g_array_new (FALSE, TRUE, sizeof (DossierTimelineLane));
  copy->n_values = lanes->n_values;
  copy->lane_of_value = g_memdup2 (lanes->lane_of_value, (gsize) (lanes->n_values + 1) * sizeof (int));
  copy->other_lane = lanes->other_lane;
  copy->hidden = filter != NULL ? dossier_filter_list_hidden (filter) : NULL;

  return copy;
}

/**
 * dossier_timeline_lanes_apply_async:
 * @lanes: lanes
 * @filter: (nullable): which events are shown; %NULL for all
 * @layout: a layout of the same document
 * @cancellable: (nullable): gives up
 * @callback: is to call dossier_timeline_layout_set_lanes_finish() unless @cancellable was cancelled
 * @data: for @callback
 *
 * As dossier_timeline_lanes_apply(), in a thread; what lanes and filter are now counts, whatever becomes of them.
 */
void
dossier_timeline_lanes_apply_async (DossierTimelineLanes *lanes,
                                    DossierFilter *filter,
                                    DossierTimelineLayout *layout,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer data)
{
  int n_lanes;
  const DossierTimelineLane *array = dossier_timeline_lanes_get_lanes (lanes, &n_lanes);

  dossier_timeline_layout_set_lanes_async (layout, array, n_lanes, get_lanes_of_event, copy_for_thread (lanes, filter), free_lanes, cancellable, callback, data);
}

static void
get_span (int event, DossierSpan *span, gpointer data)
{
  dossier_events_get_span (dossier_document_get_events (data), event, span);
}

static gboolean
get_printed_span (int event, DossierSpan *span, gpointer data)
{
  return dossier_events_get_printed_span (dossier_document_get_events (data), event, span);
}

static int
list_members (int event, DossierTimelineMember *members, int most, gpointer data)
{
  g_autoptr (DossierEvent) loaded = dossier_document_load_event (data, event);
  g_autoptr (DossierDate) date = NULL;

  if (loaded == NULL || loaded->date.edtf == NULL)
    return 0;

  date = dossier_date_parse (loaded->date.edtf, -1, NULL);
  if (date == NULL || (date->kind != DOSSIER_DATE_ONE_OF && date->kind != DOSSIER_DATE_ALL_OF))
    return 0;

  for (int i = 0; i < MIN (date->n_items, most); i++)
    members[i] = (DossierTimelineMember){ date->items[i].first.earliest, date->items[i].last.latest };

  return date->n_items;
}

static int
get_kind (int event, gpointer data)
{
  return MAX (dossier_events_get_kind (dossier_document_get_events (data), event), 0);
}

static int
get_status (int event, gpointer data)
{
  return dossier_events_get_status (dossier_document_get_events (data), event);
}

static int
get_weight (int event, gpointer data)
{
  return dossier_events_get_weight (dossier_document_get_events (data), event);
}

static char *
dup_title (int event, gpointer data)
{
  return dossier_document_dup_title (data, (DossierRef){ DOSSIER_RECORD_EVENT, event }, NULL);
}

static char *
dup_detail (int event, gpointer data)
{
  g_autoptr (DossierEvent) loaded = dossier_document_load_event (data, event);

  if (loaded == NULL || loaded->date.edtf == NULL)
    return NULL;

  return dossier_edtf_to_text (loaded->date.edtf, DOSSIER_DATE_STYLE_SHORT);
}

static DossierTimelineTimes *
take_times (gpointer data)
{
  return dossier_timeline_take_times (data);
}

/**
 * dossier_timeline_source_init:
 * @source: (out caller-allocates): a source
 * @document: whose events; it must live as long as what uses @source
 *
 * Makes the events of a document a source for the timeline.
 */
void
dossier_timeline_source_init (DossierTimelineSource *source, DossierDocument *document)
{
  *source = (DossierTimelineSource){
    .n_events = dossier_document_get_count (document, DOSSIER_RECORD_EVENT),
    .get_span = get_span,
    .get_printed_span = get_printed_span,
    .list_members = list_members,
    .get_kind = get_kind,
    .get_status = get_status,
    .get_weight = get_weight,
    .dup_title = dup_title,
    .dup_detail = dup_detail,
    .take_times = take_times,
    .data = document,
  };
}
