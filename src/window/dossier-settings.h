/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The keys of data/dossier.gschema.xml.in, which says what each means. */
#define DOSSIER_SETTING_WINDOW_SIZE      "window-size"
#define DOSSIER_SETTING_WINDOW_MAXIMIZED "window-maximized"
#define DOSSIER_SETTING_SHOW_FILTERS     "show-filters"
#define DOSSIER_SETTING_SHOW_DETAILS     "show-details"
#define DOSSIER_SETTING_STYLE            "style"
#define DOSSIER_SETTING_RESTORE_SESSION  "restore-session"
#define DOSSIER_SETTING_SESSION          "session"
#define DOSSIER_SETTING_SEARCH_PROVIDER  "search-provider"
#define DOSSIER_SETTING_NOTES_SIZE       "notes-size"

GSettings *dossier_settings_get         (void);
GSettings *dossier_settings_load        (GSettingsSchemaSource *source, const char *schema_id);
gboolean   dossier_settings_get_boolean (const char *key, gboolean otherwise);

G_END_DECLS
