/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-map-period.h"

#include "model/dossier-calendar.h"

/* Of more events only some are looked at, evenly many: where a fiftieth of them ends, they tell as well. */
#define MOST_EVENTS 50000

/* How much of the moments at either end is left out: what lies centuries away must not make a day too small to be
 * pointed at. */
#define OUTLYING 0.02

static gint64
get_middle (gint64 a, gint64 b, gint64 c)
{
  return MAX (MIN (a, b), MIN (MAX (a, b), c));
}

/* Puts the moment that is the @nth when they are in order in its place, none that is later before it and none that is
 * earlier after it, in the time that it takes to look at each a few times (C. A. R. Hoare, Algorithm 65: FIND,
 * Communications of the ACM 4, 1961). Two million are too many to sort for the sake of two. */
static gint64
find_moment (gint64 *moments, gsize n, gsize nth)
{
  gssize low = 0;
  gssize high = (gssize) n - 1;

  while (low < high)
    {
      gint64 pivot = get_middle (moments[low], moments[low + (high - low) / 2], moments[high]);
      gssize i = low;
      gssize j = high;

      while (i <= j)
        {
          while (moments[i] < pivot)
            i++;
          while (moments[j] > pivot)
            j--;
          if (i <= j)
            {
              gint64 moment = moments[i];

              moments[i++] = moments[j];
              moments[j--] = moment;
            }
        }
      if (j < (gssize) nth)
        low = i;
      if (i > (gssize) nth)
        high = j;
    }

  return moments[nth];
}

static void
add_ends (GArray *moments, const DossierSpan *span)
{
  if (span->flags & DOSSIER_SPAN_UNKNOWN)
    return;

  if (span->start_earliest > DOSSIER_TIME_MIN)
    g_array_append_val (moments, span->start_earliest);
  if (span->end_latest < DOSSIER_TIME_MAX)
    g_array_append_val (moments, span->end_latest);
}

/**
 * dossier_map_period_read:
 * @document: a document
 * @begin: (out): the first second of its first day
 * @end: (out): the last second of its last day
 *
 * Finds the period in which the map of @document changes: from the first to the last moment at which a tie or an event
 * begins or ends, without the outlying fiftieth at either end. Of very many events, it is found by some of them.
 *
 * Returns: whether there is one: whether anything has a date
 */
gboolean
dossier_map_period_read (DossierDocument *document, gint64 *begin, gint64 *end)
{
  const DossierEvents *events = dossier_document_get_events (document);
  int n_events = dossier_document_get_count (document, DOSSIER_RECORD_EVENT);
  int n_ties = dossier_document_get_count (document, DOSSIER_RECORD_TIE);
  g_autoptr (GArray) moments = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 *found;
  gint64 first, last;
  gsize outlying;
  int second;

  for (int i = 0; i < n_ties; i++)
    add_ends (moments, &dossier_document_get_tie (document, i)->date.span);
  for (int i = 0; i < n_events; i += MAX (n_events / MOST_EVENTS, 1))
    {
      DossierSpan span;

      dossier_events_get_span (events, i, &span);
      add_ends (moments, &span);
    }
  if (moments->len == 0)
    return FALSE;

  outlying = (gsize) (OUTLYING * moments->len);
  found = (gint64 *) (void *) moments->data;
  first = find_moment (found, moments->len, outlying);
  last = find_moment (found, moments->len, moments->len - 1 - outlying);
  *begin = dossier_calendar_to_seconds (dossier_calendar_from_seconds (first, &second), 0);
  *end = dossier_calendar_to_seconds (dossier_calendar_from_seconds (last, &second), DOSSIER_SECONDS_PER_DAY - 1);

  return TRUE;
}
