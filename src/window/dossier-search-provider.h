/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "exchange/dossier-title-cache.h"

G_BEGIN_DECLS

/**
 * DossierSearchProvider:
 *
 * Answers the search of GNOME Shell (org.gnome.Shell.SearchProvider2) with the events and actors of the dossiers that were
 * opened last. What is chosen there is told by the signals:
 * - "show" (char *uri, char *id, guint32 time): an event or an actor
 * - "search" (char *uri, char *words, guint32 time): all that a dossier has; the URI is %NULL if none has anything
 */
#define DOSSIER_TYPE_SEARCH_PROVIDER (dossier_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (DossierSearchProvider, dossier_search_provider, DOSSIER, SEARCH_PROVIDER, GObject)

DossierSearchProvider *dossier_search_provider_new      (GApplication *application);
gboolean               dossier_search_provider_export   (DossierSearchProvider *self,
                                                         GDBusConnection *connection,
                                                         const char *path,
                                                         GError **error);
void                   dossier_search_provider_withdraw (DossierSearchProvider *self);
void                   dossier_search_provider_remember (GFile *file,
                                                         DossierDocument *document);

G_END_DECLS
