/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-screens.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DossierMonitors:
 *
 * The monitors of a display, by name, as they come and go; and which of them the audience looked at when just these were
 * there.
 *
 * Signals: "changed": one came or went.
 */
#define DOSSIER_TYPE_MONITORS (dossier_monitors_get_type ())
G_DECLARE_FINAL_TYPE (DossierMonitors, dossier_monitors, DOSSIER, MONITORS, GObject)

DossierMonitors *dossier_monitors_new (GdkDisplay *display);

int dossier_monitors_get_n (DossierMonitors *self);
GdkMonitor *dossier_monitors_get (DossierMonitors *self, int index);
const char *dossier_monitors_get_name (DossierMonitors *self, int index);
DossierScreens dossier_monitors_choose (DossierMonitors *self, GtkWidget *own);
void dossier_monitors_remember (DossierMonitors *self, int audience);

G_END_DECLS
