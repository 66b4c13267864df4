/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-presenter-time.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * dossier_presenter_time_dup:
 * @seconds: at least 0
 *
 * Returns: (transfer full): minutes and seconds, with hours if there are any: "4:05", "1:04:05"
 */
char *
dossier_presenter_time_dup (double seconds)
{
  int whole = (int) floor (seconds);

  if (whole >= 3600)
    return g_strdup_printf ("%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);

  return g_strdup_printf ("%d:%02d", whole / 60, whole % 60);
}

/**
 * dossier_presenter_time_dup_of:
 * @seconds: how long it has lasted
 * @planned: how long it is to last, 0 if that is not known
 *
 * Returns: (transfer full): the one, and the other if it is known
 */
char *
dossier_presenter_time_dup_of (double seconds, double planned)
{
  g_autofree char *lasted = dossier_presenter_time_dup (seconds);
  g_autofree char *whole = NULL;

  if (!(planned > 0))
    return g_steal_pointer (&lasted);

  whole = dossier_presenter_time_dup (planned);

  /* Translators: how long a scene has been shown, and how long it is to be shown, in minutes and seconds */
  return g_strdup_printf (_ ("%s of %s"), lasted, whole);
}

/**
 * dossier_presenter_time_dup_planned:
 * @planned: how long the show is to last, in seconds; 0 if that is not known
 *
 * Returns: (transfer full): that, "" if it is not known
 */
char *
dossier_presenter_time_dup_planned (double planned)
{
  g_autofree char *whole = dossier_presenter_time_dup (planned);

  /* Translators: how long a show is to last, in minutes and seconds */
  return planned > 0 ? g_strdup_printf (_ ("of %s"), whole) : g_strdup ("");
}

/**
 * dossier_presenter_time_dup_pace:
 * @deviation: as dossier_pace_get_deviation() returns it
 *
 * Returns: (transfer full): "On time", "1:05 behind" or "1:20 ahead"; "" if it is not known
 */
char *
dossier_presenter_time_dup_pace (double deviation)
{
  g_autofree char *by = NULL;

  if (isnan (deviation))
    return g_strdup ("");

  by = dossier_presenter_time_dup (fabs (deviation));
  switch (dossier_pace_judge (deviation))
    {
    case DOSSIER_PACE_AHEAD:
      /* Translators: how far the presenter is ahead of the schedule, in minutes and seconds */
      return g_strdup_printf (_ ("%s ahead"), by);
    case DOSSIER_PACE_LATE:
    case DOSSIER_PACE_TOO_LATE:
      /* Translators: how far the presenter is behind the schedule, in minutes and seconds */
      return g_strdup_printf (_ ("%s behind"), by);
    case DOSSIER_PACE_UNKNOWN:
    case DOSSIER_PACE_ON_TIME:
    default:
      return g_strdup (_ ("On time"));
    }
}
