/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * The one place for what differs between the oldest GTK and libadwaita we build with (4.8, 1.2) and newer ones:
 * calls that became deprecated without a successor in the old, and calls that the old does not know.
 */

/**
 * DossierCompatFileFunc:
 * @file: (nullable) (transfer none): the file that was chosen, or %NULL if none was
 * @data: what was given along with the function
 */
typedef void (*DossierCompatFileFunc) (GFile *file,
                                       gpointer data);

void dossier_compat_choose_file (GtkWindow *parent,
                                 const char *title,
                                 DossierCompatFileFunc callback,
                                 gpointer data);
void dossier_compat_choose_export (GtkWindow *parent,
                                   const char *title,
                                   const char *name,
                                   DossierCompatFileFunc callback,
                                   gpointer data);
void dossier_compat_show_uri (GtkWindow *parent,
                              const char *uri,
                              const char *host);
void dossier_compat_show_about (GtkWindow *parent);
void dossier_compat_name_dropdown (GtkWidget *widget,
                                   const char *name);
void dossier_compat_name_menus (GtkWidget *widget);
void dossier_compat_hush_tooltip (GtkWidget *button,
                                  GtkWidget *popover);
void dossier_compat_hush_tooltips (GtkWidget *widget);
void dossier_compat_empty_menus (GtkWidget *widget);
void dossier_compat_keep_keys (GtkWidget *widget);
void dossier_compat_hold_icons (GtkWidget *widget);
void dossier_compat_announce (GtkWidget *widget,
                              const char *message);

G_END_DECLS
