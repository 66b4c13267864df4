/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window/dossier-application.h"
#include "window/dossier-window.h"

G_BEGIN_DECLS

/* A window with the bundled dossier, driven by what the X server sends. */

/* How long is waited for what should come to pass. */
#define DRIVER_PATIENCE_US (60 * G_USEC_PER_SEC)

/* When nothing has happened for so long, all that was asked for is done; and how long that is waited for at most. */
#define DRIVER_REST_US   (60 * 1000)
#define DRIVER_UNREST_US (2 * G_USEC_PER_SEC)

/**
 * DriverCondition:
 * @data: what the test knows
 *
 * Returns: whether it has come to pass
 */
typedef gboolean (*DriverCondition) (gpointer data);

/**
 * DriverMatch:
 * @widget: a widget
 * @data: what is looked for
 *
 * Returns: whether it is that
 */
typedef gboolean (*DriverMatch) (GtkWidget *widget, gconstpointer data);

DossierApplication *driver_start (int *argc, char ***argv);
void driver_set_application (AdwApplication *application);
void driver_forget_places (void);
DossierWindow *driver_open_bundled (int width, int height);
void driver_close (DossierWindow *window);
void driver_run_for (int milliseconds);
void driver_settle (int milliseconds);
void driver_wait_for (DriverCondition condition, gpointer data);
GtkWidget *driver_find (GtkWidget *widget, DriverMatch matches, gconstpointer data);
GtkWidget *driver_find_child (GtkWidget *widget, GType type);
gboolean driver_has_label (GtkWidget *widget, const char *text);
void driver_xdotool (const char *first, ...) G_GNUC_NULL_TERMINATED;
void driver_move_to (GtkWidget *widget, double x, double y);
void driver_click (GtkWidget *widget);
void driver_type (const char *text);

G_END_DECLS
