/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-search-provider.h"

#include "window/dossier-settings.h"

#include <glib/gi18n-lib.h>

#define INTERFACE "org.gnome.Shell.SearchProvider2"

/* The shell shows about five, and says that there are more. */
#define MOST_HITS 20

static const char introspection[] =
    "<node>"
    "  <interface name='" INTERFACE "'>"
    "    <method name='GetInitialResultSet'>"
    "      <arg type='as' name='terms' direction='in'/>"
    "      <arg type='as' name='results' direction='out'/>"
    "    </method>"
    "    <method name='GetSubsearchResultSet'>"
    "      <arg type='as' name='previous_results' direction='in'/>"
    "      <arg type='as' name='terms' direction='in'/>"
    "      <arg type='as' name='results' direction='out'/>"
    "    </method>"
    "    <method name='GetResultMetas'>"
    "      <arg type='as' name='identifiers' direction='in'/>"
    "      <arg type='aa{sv}' name='metas' direction='out'/>"
    "    </method>"
    "    <method name='ActivateResult'>"
    "      <arg type='s' name='identifier' direction='in'/>"
    "      <arg type='as' name='terms' direction='in'/>"
    "      <arg type='u' name='timestamp' direction='in'/>"
    "    </method>"
    "    <method name='LaunchSearch'>"
    "      <arg type='as' name='terms' direction='in'/>"
    "      <arg type='u' name='timestamp' direction='in'/>"
    "    </method>"
    "  </interface>"
    "</node>";

struct _DossierSearchProvider
{
  GObject parent_instance;

  GApplication *application; /* owns the provider */
  DossierTitleCache *cache;
  GDBusConnection *connection; /* NULL while it is on no bus */
  guint id;
};

enum
{
  SHOW,
  SEARCH,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierSearchProvider, dossier_search_provider, G_TYPE_OBJECT)

static DossierTitleCache *
open_cache (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "dossier", "titles", NULL);

  return dossier_title_cache_new (folder);
}

static gboolean
is_wanted (void)
{
  return dossier_settings_get_boolean (DOSSIER_SETTING_SEARCH_PROVIDER, TRUE);
}

static GVariant *
search (DossierSearchProvider *self, const char *const *terms)
{
  g_autoptr (GPtrArray) hits = NULL;
  GVariantBuilder keys;

  g_variant_builder_init (&keys, G_VARIANT_TYPE ("as"));
  if (is_wanted ())
    {
      hits = dossier_title_cache_search (self->cache, terms, MOST_HITS);
      for (guint i = 0; i < hits->len; i++)
        g_variant_builder_add (&keys, "s", ((DossierTitleHit *) g_ptr_array_index (hits, i))->key);
    }

  return g_variant_new ("(as)", &keys);
}

/* When it was, and where it stands. */
static char *
describe (const DossierTitleHit *hit)
{
  if (hit->date[0] != '\0')
    /* Translators: of an event that the desktop's search has found: its date, the title of its dossier */
    return g_strdup_printf (C_ ("search result", "%s · %s"), hit->date, hit->dossier);

  return g_strdup (hit->dossier);
}

static GVariant *
make_metas (DossierSearchProvider *self, const char *const *keys)
{
  g_autoptr (GIcon) icon = g_themed_icon_new (APPLICATION_ID);
  GVariantBuilder metas;

  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (int i = 0; keys[i] != NULL && is_wanted (); i++)
    {
      g_autoptr (DossierTitleHit) hit = dossier_title_cache_lookup (self->cache, keys[i]);
      g_autofree char *description = NULL;

      if (hit == NULL)
        continue;

      description = describe (hit);
      g_variant_builder_open (&metas, G_VARIANT_TYPE ("a{sv}"));
      g_variant_builder_add (&metas, "{sv}", "id", g_variant_new_string (keys[i]));
      g_variant_builder_add (&metas, "{sv}", "name", g_variant_new_string (hit->title));
      g_variant_builder_add (&metas, "{sv}", "description", g_variant_new_string (description));
      g_variant_builder_add (&metas, "{sv}", "icon", g_icon_serialize (icon));
      g_variant_builder_close (&metas);
    }

  return g_variant_new ("(aa{sv})", &metas);
}

static void
activate (DossierSearchProvider *self, const char *key, guint32 time)
{
  g_autoptr (DossierTitleHit) hit = dossier_title_cache_lookup (self->cache, key);

  if (hit != NULL)
    g_signal_emit (self, signals[SHOW], 0, hit->uri, hit->id, time);
}

/* In the dossier with the best of what is found. */
static void
launch (DossierSearchProvider *self, const char *const *terms, guint32 time)
{
  g_autoptr (GPtrArray) hits = dossier_title_cache_search (self->cache, terms, 1);
  const DossierTitleHit *best = hits->len > 0 ? g_ptr_array_index (hits, 0) : NULL;
  g_autofree char *words = g_strjoinv (" ", (char **) terms);

  g_signal_emit (self, signals[SEARCH], 0, best != NULL ? best->uri : NULL, words, time);
}

static void
call_cb (GDBusConnection *connection,
         const char *sender,
         const char *path,
         const char *interface,
         const char *method,
         GVariant *parameters,
         GDBusMethodInvocation *invocation,
         gpointer data)
{
  DossierSearchProvider *self = data;
  GVariant *answer = NULL;
  g_auto (GStrv) terms = NULL;
  const char *key;
  guint32 time;

  /* Started for a search alone, the program stays for a while after the last question. */
  g_application_hold (self->application);

  if (g_str_equal (method, "GetInitialResultSet"))
    {
      g_variant_get (parameters, "(^as)", &terms);
      answer = search (self, (const char *const *) terms);
    }
  else if (g_str_equal (method, "GetSubsearchResultSet"))
    {
      g_variant_get (parameters, "(^as^as)", NULL, &terms);
      answer = search (self, (const char *const *) terms);
    }
  else if (g_str_equal (method, "GetResultMetas"))
    {
      g_variant_get (parameters, "(^as)", &terms);
      answer = make_metas (self, (const char *const *) terms);
    }
  else if (g_str_equal (method, "ActivateResult"))
    {
      g_variant_get (parameters, "(&s^asu)", &key, &terms, &time);
      activate (self, key, time);
    }
  else
    {
      g_variant_get (parameters, "(^asu)", &terms, &time);
      launch (self, (const char *const *) terms, time);
    }

  g_dbus_method_invocation_return_value (invocation, answer);
  g_application_release (self->application);
}

static void
dossier_search_provider_finalize (GObject *object)
{
  DossierSearchProvider *self = DOSSIER_SEARCH_PROVIDER (object);

  dossier_title_cache_free (self->cache);
  g_clear_object (&self->connection);

  G_OBJECT_CLASS (dossier_search_provider_parent_class)->finalize (object);
}

static void
dossier_search_provider_class_init (DossierSearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dossier_search_provider_finalize;

  signals[SHOW] = g_signal_new ("show", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_UINT);
  signals[SEARCH] = g_signal_new ("search", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_UINT);
}

static void
dossier_search_provider_init (DossierSearchProvider *self)
{
  self->cache = open_cache ();
}

/**
 * dossier_search_provider_new:
 * @application: the application, which lives as long as the provider
 *
 * Returns: (transfer full): a provider that is not on a bus yet
 */
DossierSearchProvider *
dossier_search_provider_new (GApplication *application)
{
  DossierSearchProvider *self = g_object_new (DOSSIER_TYPE_SEARCH_PROVIDER, NULL);

  self->application = application;

  return self;
}

/**
 * dossier_search_provider_export:
 * @self: a provider
 * @connection: a bus
 * @path: of the application there
 * @error: (nullable): why it could not be done
 *
 * Answers at "SearchProvider" below @path, where data/dossier.search-provider.ini says it is.
 *
 * Returns: whether it does
 */
gboolean
dossier_search_provider_export (DossierSearchProvider *self, GDBusConnection *connection, const char *path, GError **error)
{
  static const GDBusInterfaceVTable functions = { .method_call = call_cb };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (introspection, error);
  g_autofree char *own_path = g_strconcat (path, "/SearchProvider", NULL);

  if (node == NULL)
    return FALSE;

  self->id = g_dbus_connection_register_object (connection, own_path, node->interfaces[0], &functions, self, NULL, error);
  if (self->id != 0)
    g_set_object (&self->connection, connection);

  return self->id != 0;
}

/**
 * dossier_search_provider_withdraw:
 * @self: a provider
 *
 * Takes it off the bus that it is on, if any.
 */
void
dossier_search_provider_withdraw (DossierSearchProvider *self)
{
  g_return_if_fail (DOSSIER_IS_SEARCH_PROVIDER (self));

  if (self->connection != NULL)
    g_dbus_connection_unregister_object (self->connection, self->id);
  g_clear_object (&self->connection);
}

static void
remember_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  static GMutex mutex;
  g_autoptr (DossierTitleCache) cache = open_cache ();
  g_autoptr (GError) error = NULL;

  g_mutex_lock (&mutex);
  if (data == NULL)
    dossier_title_cache_clear (cache);
  else if (!dossier_title_cache_add (cache, data, source, &error))
    g_message ("The desktop's search will not find this dossier: %s", error->message);
  g_mutex_unlock (&mutex);
}

/**
 * dossier_search_provider_remember:
 * @file: (nullable): a file that was opened
 * @document: (nullable): what it holds; %NULL to forget all that was remembered
 *
 * Has the search find what is in @document from now on, if the user wants that.
 */
void
dossier_search_provider_remember (GFile *file, DossierDocument *document)
{
  g_autoptr (GTask) task = g_task_new (document, NULL, NULL, NULL);

  if (document != NULL && (!is_wanted () || g_file_has_uri_scheme (file, "resource")))
    return;

  g_task_set_source_tag (task, dossier_search_provider_remember);
  if (file != NULL)
    g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, remember_in_thread);
}
