/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-scene-filter.h"

#include "model/dossier-range-text.h"

/**
 * dossier_scene_filter_is_set:
 * @saved: the filter that a scene keeps
 *
 * Returns: whether it asks for anything, and not for all events
 */
gboolean
dossier_scene_filter_is_set (const DossierSceneFilter *saved)
{
  return saved->actors.n > 0 || saved->kinds.n > 0 || saved->places.n > 0 || saved->sources.n > 0 || saved->statuses.n > 0 ||
         saved->date.edtf != NULL || saved->words != NULL;
}

static void
choose (DossierFilter *filter, DossierFacet facet, const DossierLinks *links)
{
  for (int i = 0; i < links->n; i++)
    if (dossier_ref_is_set (links->items[i].ref))
      dossier_filter_set_chosen (filter, facet, links->items[i].ref.index, TRUE);
}

/**
 * dossier_scene_filter_apply:
 * @saved: the filter that a scene of the document keeps
 * @filter: a filter of that document; what was chosen in it is let go
 *
 * Has @filter show the same as the main window does in that scene.
 */
void
dossier_scene_filter_apply (const DossierSceneFilter *saved, DossierFilter *filter)
{
  gint64 begin, end;

  g_return_if_fail (DOSSIER_IS_FILTER (filter));

  dossier_filter_freeze (filter);
  dossier_filter_clear (filter);

  choose (filter, DOSSIER_FACET_ACTOR, &saved->actors);
  choose (filter, DOSSIER_FACET_KIND, &saved->kinds);
  choose (filter, DOSSIER_FACET_PLACE, &saved->places);
  choose (filter, DOSSIER_FACET_SOURCE, &saved->sources);
  for (int i = 0; i < saved->statuses.n; i++)
    dossier_filter_set_chosen (filter, DOSSIER_FACET_STATUS, saved->statuses.items[i], TRUE);
  /* A stretch that is open at both ends holds nothing back. */
  if (saved->date.edtf != NULL && dossier_range_read (saved->date.edtf, &begin, &end, NULL))
    dossier_filter_set_dates (filter, begin, end);
  if (saved->words != NULL)
    dossier_filter_set_words (filter, saved->words);

  dossier_filter_thaw (filter);
}
