/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-filter.h"

static gboolean
shows_any (DossierFilter *filter, const DossierLinks *links, gboolean *has_event)
{
  gboolean any = FALSE;

  for (int i = 0; i < links->n; i++)
    if (links->items[i].ref.type == DOSSIER_RECORD_EVENT)
      {
        *has_event = TRUE;
        any |= dossier_filter_shows (filter, links->items[i].ref.index);
      }

  return any;
}

/**
 * dossier_filter_keeps:
 * @self: a filter
 * @ref: a record
 *
 * Returns: whether it is an event that is shown, or a tie, a reaction, a claim or a quote that refers to one that is;
 *   what refers to no event is not filtered
 */
gboolean
dossier_filter_keeps (DossierFilter *self, DossierRef ref)
{
  DossierDocument *document = dossier_filter_get_document (self);
  DossierRecord type = ref.type;
  int index = ref.index;
  gboolean has_event = FALSE;
  gboolean any = FALSE;

  if (type == DOSSIER_RECORD_EVENT)
    return dossier_filter_shows (self, index);

  if (type == DOSSIER_RECORD_TIE)
    any = shows_any (self, &dossier_document_get_tie (document, index)->events, &has_event);
  else if (type == DOSSIER_RECORD_REACTION)
    any = shows_any (self, &dossier_document_get_reaction (document, index)->to, &has_event);
  else if (type == DOSSIER_RECORD_CLAIM)
    any = shows_any (self, &dossier_document_get_claim (document, index)->about, &has_event);
  else if (type == DOSSIER_RECORD_QUOTE)
    {
      for (int i = 0; i < dossier_document_get_n_referrers (document, ref); i++)
        {
          DossierRef from = dossier_document_get_referrer (document, ref, i).from;

          if (from.type == DOSSIER_RECORD_EVENT)
            {
              has_event = TRUE;
              any |= dossier_filter_shows (self, from.index);
            }
        }
    }

  return any || !has_event;
}
