/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-map-period.h"

#include "model/dossier-calendar.h"

/* How much of the moments at either end is left out: what lies centuries away must not make a day too small to be
 * pointed at. */
#define OUTLYING 0.02

static int
compare_moments (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return (left > right) - (left < right);
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
 * begins or ends, without the outlying fiftieth at either end.
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
  guint outlying;
  int second;

  for (int i = 0; i < n_ties; i++)
    add_ends (moments, &dossier_document_get_tie (document, i)->date.span);
  for (int i = 0; i < n_events; i++)
    {
      DossierSpan span;

      dossier_events_get_span (events, i, &span);
      add_ends (moments, &span);
    }
  if (moments->len == 0)
    return FALSE;

  g_array_sort (moments, compare_moments);
  outlying = (guint) (OUTLYING * moments->len);
  *begin = dossier_calendar_to_seconds (dossier_calendar_from_seconds (g_array_index (moments, gint64, outlying), &second), 0);
  *end = dossier_calendar_to_seconds (dossier_calendar_from_seconds (g_array_index (moments, gint64, moments->len - 1 - outlying), &second),
                                      DOSSIER_SECONDS_PER_DAY - 1);

  return TRUE;
}
