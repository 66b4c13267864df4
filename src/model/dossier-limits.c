/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-limits.h"

/**
 * dossier_limits_get_default:
 *
 * The limits of a document that nobody asked to be read with others:
 *
 * - 1 GiB: a million events with their words take about 300 MB.
 * - 128 levels: the format itself needs 8, fields that it does not know may nest as citations do. So few that
 *   a later reader of such a field may recurse.
 * - 16 MiB a string: more than any book.
 * - 1,000 bytes a number: 17 digits tell every double from its neighbours, and 767 decide on which side of the
 *   middle between two of them any number lies.
 *
 * Returns: (transfer none): the default limits
 */
const DossierLimits *
dossier_limits_get_default (void)
{
  static const DossierLimits limits = {
    .max_bytes = (gsize) 1 << 30,
    .max_depth = 128,
    .max_string = (gsize) 16 << 20,
    .max_number = 1000,
  };

  return &limits;
}

/**
 * dossier_limits_are_valid:
 * @limits: limits
 *
 * Returns: whether none of @limits is negative or above its ceiling
 */
gboolean
dossier_limits_are_valid (const DossierLimits *limits)
{
  g_return_val_if_fail (limits != NULL, FALSE);

  return limits->max_bytes <= DOSSIER_LIMITS_MOST_BYTES &&
         limits->max_depth >= 0 && limits->max_depth <= DOSSIER_LIMITS_MOST_DEPTH &&
         limits->max_string <= DOSSIER_LIMITS_MOST_STRING &&
         limits->max_number <= DOSSIER_LIMITS_MOST_NUMBER;
}
