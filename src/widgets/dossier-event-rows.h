/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DossierEventRows:
 *
 * So many rows, as a #GListModel for who looks up what they show by their position. A row is made when it is asked
 * for: a list of a million events costs no more than what is seen of it.
 */
#define DOSSIER_TYPE_EVENT_ROWS (dossier_event_rows_get_type ())
G_DECLARE_FINAL_TYPE (DossierEventRows, dossier_event_rows, DOSSIER, EVENT_ROWS, GObject)

DossierEventRows *dossier_event_rows_new (guint n_rows);

G_END_DECLS
