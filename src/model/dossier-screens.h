/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DossierScreens:
 * @audience: the monitor that the audience looks at, as a number from 0; -1 for none, which is only where there is none
 * @console: the monitor that the presenter's console fills; -1 for a window like any other
 *
 * Who sees what where: a plain value. Monitors are known by their names, for their numbers change as they come and go.
 */
typedef struct
{
  int audience;
  int console;
} DossierScreens;

DossierScreens dossier_screens_choose (const char *const *names, int n_names, int own, const char *remembered);
DossierScreens dossier_screens_swap (const DossierScreens *screens, int n_names);

char *dossier_screens_recall (const char *path, const char *const *names, int n_names, GError **error);
gboolean dossier_screens_remember (const char *path, const char *const *names, int n_names, const char *audience, GError **error);

G_END_DECLS
