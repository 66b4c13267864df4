/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-show-clock.h"

G_BEGIN_DECLS

/* Times as a presenter reads them at a glance. */

char *dossier_presenter_time_dup (double seconds);
char *dossier_presenter_time_dup_of (double seconds, double planned);
char *dossier_presenter_time_dup_planned (double planned);
char *dossier_presenter_time_dup_pace (double deviation);

G_END_DECLS
