/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-settings.h"

/* What the program was started as, for its own folder is that of the build then. */
#define PROGRAM_LINK "/proc/self/exe"

static const char *const keys[] = {
  DOSSIER_SETTING_WINDOW_SIZE,
  DOSSIER_SETTING_WINDOW_MAXIMIZED,
  DOSSIER_SETTING_SHOW_FILTERS,
  DOSSIER_SETTING_SHOW_DETAILS,
  DOSSIER_SETTING_STYLE,
  DOSSIER_SETTING_RESTORE_SESSION,
  DOSSIER_SETTING_SESSION,
  DOSSIER_SETTING_SEARCH_PROVIDER,
  DOSSIER_SETTING_NOTES_SIZE,
};

/* Of a program that is not installed the schema lies where it was built, in src/../data. */
static GSettingsSchemaSource *
open_source_of_build (void)
{
  GSettingsSchemaSource *installed = g_settings_schema_source_get_default ();
  g_autofree char *program = g_file_read_link (PROGRAM_LINK, NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *data = folder != NULL ? g_build_filename (folder, "..", "data", NULL) : NULL;
  GSettingsSchemaSource *source = NULL;

  if (data != NULL)
    source = g_settings_schema_source_new_from_directory (data, installed, TRUE, NULL);
  if (source == NULL && installed != NULL)
    source = g_settings_schema_source_ref (installed);

  return source;
}

/**
 * dossier_settings_load:
 * @source: (nullable): where schemas are, or %NULL for nowhere
 * @schema_id: the schema
 *
 * GLib ends a program that asks for a schema or a key that is not installed. One of another version may well be, so
 * this one looks before it asks.
 *
 * Returns: (transfer full) (nullable): the settings, or %NULL if @source lacks the schema or one of its keys
 */
GSettings *
dossier_settings_load (GSettingsSchemaSource *source, const char *schema_id)
{
  g_autoptr (GSettingsSchema) schema = source != NULL ? g_settings_schema_source_lookup (source, schema_id, TRUE) : NULL;

  if (schema == NULL)
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (!g_settings_schema_has_key (schema, keys[i]))
      {
        g_message ("The settings lack “%s”, so nothing is remembered", keys[i]);
        return NULL;
      }

  return g_settings_new_full (schema, NULL, NULL);
}

/**
 * dossier_settings_get:
 *
 * Returns: (transfer none) (nullable): the user's settings, or %NULL if their schema is not installed: then nothing is
 *   remembered
 */
GSettings *
dossier_settings_get (void)
{
  static GSettings *settings;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      g_autoptr (GSettingsSchemaSource) source = open_source_of_build ();

      settings = dossier_settings_load (source, APPLICATION_ID);
      g_once_init_leave (&once, 1);
    }

  return settings;
}

/**
 * dossier_settings_get_boolean:
 * @key: one of the keys
 * @otherwise: what holds without settings
 *
 * Returns: what the user has set
 */
gboolean
dossier_settings_get_boolean (const char *key, gboolean otherwise)
{
  GSettings *settings = dossier_settings_get ();

  return settings != NULL ? g_settings_get_boolean (settings, key) : otherwise;
}
