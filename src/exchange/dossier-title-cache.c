/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-title-cache.h"

#include "model/dossier-date-text.h"
#include "model/dossier-fold.h"

#include <glib/gstdio.h>

/*
 * A file of the cache is a serialised GVariant, which can be read without trust in what it holds:
 *
 *   (u version, s uri, s title, a(y type, s id, s title, s date))
 *
 * It is named after the checksum of the URI.
 */
#define VERSION     1
#define FILE_TYPE   G_VARIANT_TYPE ("(ussa(ysss))")
#define FILE_SUFFIX ".titles"

/* A title of such length is told by its beginning. */
#define MOST_CHARACTERS 200

/* More than any file of ours comes to. */
#define MOST_BYTES (8 * 1024 * 1024)

#define NSEC_PER_SEC 1000000000

/* How well a title fits: whether a word that is searched for is a whole one, and whether the title begins with it. */
#define SCORE_ACTOR 2
#define SCORE_WHOLE 2
#define SCORE_FIRST 1

struct _DossierTitleCache
{
  char *folder;
};

/* One dossier of the cache. */
typedef struct
{
  char *name; /* of its file, without the suffix */
  gint64 used;
  GVariant *content;
} Entry;

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->name);
  g_clear_pointer (&entry->content, g_variant_unref);
  g_free (entry);
}

/**
 * dossier_title_cache_new:
 * @folder: (type filename): where its files are, or will be
 *
 * Returns: (transfer full): the cache
 */
DossierTitleCache *
dossier_title_cache_new (const char *folder)
{
  DossierTitleCache *self = g_new0 (DossierTitleCache, 1);

  self->folder = g_strdup (folder);

  return self;
}

/**
 * dossier_title_cache_free:
 * @self: (nullable): a cache
 *
 * Frees what is in memory. The files stay.
 */
void
dossier_title_cache_free (DossierTitleCache *self)
{
  if (self == NULL)
    return;

  g_free (self->folder);
  g_free (self);
}

static char *
make_path (DossierTitleCache *self, const char *name)
{
  g_autofree char *file = g_strconcat (name, FILE_SUFFIX, NULL);

  return g_build_filename (self->folder, file, NULL);
}

/* NULL if it is not of ours, too large, or damaged. */
static GVariant *
load (const char *path)
{
  g_autoptr (GVariant) content = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GStatBuf status;
  char *data;
  gsize length;
  guint version;

  if (g_stat (path, &status) != 0 || !S_ISREG (status.st_mode) || status.st_size > MOST_BYTES)
    return NULL;
  if (!g_file_get_contents (path, &data, &length, NULL))
    return NULL;

  bytes = g_bytes_new_take (data, length);
  content = g_variant_ref_sink (g_variant_new_from_bytes (FILE_TYPE, bytes, FALSE));
  g_variant_get_child (content, 0, "u", &version);
  if (version != VERSION || !g_variant_is_normal_form (content))
    return NULL;

  return g_steal_pointer (&content);
}

static int
compare_by_use (gconstpointer a, gconstpointer b)
{
  const Entry *one = *(const Entry *const *) a;
  const Entry *other = *(const Entry *const *) b;

  return (one->used < other->used) - (one->used > other->used);
}

/* Those that were used last first; without their content. */
static GPtrArray *
list_entries (DossierTitleCache *self)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (free_entry);
  GDir *folder = g_dir_open (self->folder, 0, NULL);
  const char *file;

  while (folder != NULL && (file = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, file, NULL);
      GStatBuf status;
      Entry *entry;

      if (!g_str_has_suffix (file, FILE_SUFFIX) || g_stat (path, &status) != 0)
        continue;

      entry = g_new0 (Entry, 1);
      entry->name = g_strndup (file, strlen (file) - strlen (FILE_SUFFIX));
      entry->used = (gint64) status.st_mtim.tv_sec * NSEC_PER_SEC + status.st_mtim.tv_nsec;
      g_ptr_array_add (entries, entry);
    }
  g_clear_pointer (&folder, g_dir_close);
  g_ptr_array_sort (entries, compare_by_use);

  return entries;
}

static void
add_title (GVariantBuilder *titles, DossierRecord type, const char *id, const char *title, const char *date)
{
  g_autofree char *begin = NULL;

  if (g_utf8_strlen (title, -1) > MOST_CHARACTERS)
    begin = g_utf8_substring (title, 0, MOST_CHARACTERS);
  g_variant_builder_add (titles, "(ysss)", (guchar) type, id, begin != NULL ? begin : title, date);
}

/* The actors, for there are fewer of them and they are asked for more, then the events. */
static GVariant *
make_titles (DossierDocument *document)
{
  const DossierRecord types[] = { DOSSIER_RECORD_ACTOR, DOSSIER_RECORD_EVENT };
  GVariantBuilder titles;
  int room = DOSSIER_TITLE_CACHE_MOST_TITLES;

  g_variant_builder_init (&titles, G_VARIANT_TYPE ("a(ysss)"));
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      int n = MIN (dossier_document_get_count (document, types[i]), room);

      room -= n;
      for (int j = 0; j < n; j++)
        {
          DossierRef ref = { types[i], j };
          g_autofree char *id = dossier_document_dup_id (document, ref);
          g_autofree char *title = dossier_document_dup_title (document, ref, NULL);
          g_autofree char *date = NULL;

          if (title == NULL)
            continue;
          if (types[i] == DOSSIER_RECORD_EVENT)
            {
              g_autoptr (DossierEvent) event = dossier_document_load_event (document, j);

              date = event->date.edtf != NULL ? dossier_edtf_to_text (event->date.edtf, DOSSIER_DATE_STYLE_LONG) : NULL;
            }
          add_title (&titles, types[i], id, title, date != NULL ? date : "");
        }
    }

  return g_variant_builder_end (&titles);
}

/**
 * dossier_title_cache_add:
 * @self: a cache
 * @file: the file of a dossier that was opened
 * @document: what it holds
 * @error: (nullable): why it could not be written
 *
 * Puts the titles of @document into the cache, in the place of what it knew of @file. The dossier that was opened longest
 * ago may have to leave it.
 *
 * Returns: whether it is there now
 */
gboolean
dossier_title_cache_add (DossierTitleCache *self, GFile *file, DossierDocument *document, GError **error)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *name = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);
  g_autofree char *path = make_path (self, name);
  g_autofree char *title = g_strdup (dossier_text_get (&dossier_document_get_heading (document)->title, NULL));
  g_autoptr (GVariant) content = g_variant_ref_sink (g_variant_new ("(uss@a(ysss))", VERSION, uri, title != NULL ? title : "", make_titles (document)));
  g_autoptr (GPtrArray) entries = NULL;

  g_mkdir_with_parents (self->folder, 0700);
  if (!g_file_set_contents_full (path, g_variant_get_data (content), (gssize) g_variant_get_size (content), G_FILE_SET_CONTENTS_CONSISTENT, 0600, error))
    return FALSE;

  entries = list_entries (self);
  for (guint i = DOSSIER_TITLE_CACHE_MOST_DOSSIERS; i < entries->len; i++)
    {
      g_autofree char *old = make_path (self, ((Entry *) g_ptr_array_index (entries, i))->name);

      g_unlink (old);
    }

  return TRUE;
}

/**
 * dossier_title_cache_clear:
 * @self: a cache
 *
 * Forgets all.
 */
void
dossier_title_cache_clear (DossierTitleCache *self)
{
  g_autoptr (GPtrArray) entries = list_entries (self);

  for (guint i = 0; i < entries->len; i++)
    {
      g_autofree char *path = make_path (self, ((Entry *) g_ptr_array_index (entries, i))->name);

      g_unlink (path);
    }
}

static DossierTitleHit *
make_hit (const Entry *entry, GVariant *record, int score)
{
  DossierTitleHit *hit = g_new0 (DossierTitleHit, 1);
  guchar type;

  g_variant_get (record, "(ysss)", &type, &hit->id, &hit->title, &hit->date);
  g_variant_get_child (entry->content, 1, "s", &hit->uri);
  g_variant_get_child (entry->content, 2, "s", &hit->dossier);
  hit->type = type == DOSSIER_RECORD_ACTOR ? DOSSIER_RECORD_ACTOR : DOSSIER_RECORD_EVENT;
  hit->key = g_strconcat (entry->name, "/", hit->id, NULL);
  hit->score = score;

  return hit;
}

/* In folded texts each word has a space before it. Returns -1 if a word is missing. */
static int
get_score (const char *title, const char *const *words)
{
  int score = 0;

  for (int i = 0; words[i] != NULL; i++)
    {
      const char *found = strstr (title, words[i]);
      char behind;

      if (found == NULL)
        return -1;
      behind = found[strlen (words[i])];
      score += behind == ' ' || behind == '\0' ? SCORE_WHOLE : 0;
      score += found == title ? SCORE_FIRST : 0;
    }

  return score;
}

static int
compare_by_score (gconstpointer a, gconstpointer b)
{
  const DossierTitleHit *one = *(const DossierTitleHit *const *) a;
  const DossierTitleHit *other = *(const DossierTitleHit *const *) b;

  return other->score - one->score;
}

static void
search_entry (const Entry *entry, const char *const *words, GPtrArray *hits)
{
  g_autoptr (GVariant) titles = g_variant_get_child_value (entry->content, 3);
  g_autoptr (GString) folded = g_string_new (NULL);

  for (gsize i = 0; i < g_variant_n_children (titles); i++)
    {
      g_autoptr (GVariant) record = g_variant_get_child_value (titles, i);
      const char *title;
      guchar type;
      int score;

      g_variant_get (record, "(y&s&s&s)", &type, NULL, &title, NULL);
      g_string_truncate (folded, 0);
      dossier_fold_append (folded, title);
      score = get_score (folded->str, words);
      if (score >= 0)
        g_ptr_array_add (hits, make_hit (entry, record, score + (type == DOSSIER_RECORD_ACTOR ? SCORE_ACTOR : 0)));
    }
}

/**
 * dossier_title_cache_search:
 * @self: a cache
 * @words: (array zero-terminated=1): words, or beginnings of words, in any spelling
 * @n_most: how many hits are wanted at most
 *
 * Returns: (transfer full) (element-type DossierTitleHit): the titles with all @words in them, those that fit best first,
 *   of equal ones those of the dossier that was opened last
 */
GPtrArray *
dossier_title_cache_search (DossierTitleCache *self, const char *const *words, int n_most)
{
  g_autoptr (GPtrArray) entries = list_entries (self);
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) dossier_title_hit_free);
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GPtrArray) folded = g_ptr_array_new_with_free_func (g_free);

  /* What is one word to who types may be several here, as "Jong-un" is. */
  for (int i = 0; words[i] != NULL; i++)
    dossier_fold_append (all, words[i]);
  for (const char *word = all->str; *word != '\0';)
    {
      const char *next = strchr (word + 1, ' ');

      next = next != NULL ? next : word + strlen (word);
      g_ptr_array_add (folded, g_strndup (word, (gsize) (next - word)));
      word = next;
    }
  if (folded->len == 0)
    return g_steal_pointer (&hits);
  g_ptr_array_add (folded, NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (entries, i);
      g_autofree char *path = make_path (self, entry->name);

      entry->content = load (path);
      if (entry->content != NULL)
        search_entry (entry, (const char *const *) folded->pdata, hits);
    }

  g_ptr_array_sort (hits, compare_by_score);
  if ((int) hits->len > n_most)
    g_ptr_array_set_size (hits, n_most);

  return g_steal_pointer (&hits);
}

/**
 * dossier_title_cache_lookup:
 * @self: a cache
 * @key: of a hit
 *
 * Returns: (transfer full) (nullable): the hit, with no score, or %NULL if it is not there any more
 */
DossierTitleHit *
dossier_title_cache_lookup (DossierTitleCache *self, const char *key)
{
  const char *id = strchr (key, '/');
  g_autofree char *name = id != NULL ? g_strndup (key, (gsize) (id - key)) : NULL;
  g_autofree char *path = NULL;
  Entry entry = { .name = name };
  g_autoptr (GVariant) content = NULL;
  g_autoptr (GVariant) titles = NULL;

  /* It comes from outside: nothing but a checksum names a file. */
  if (name == NULL || strspn (name, "0123456789abcdef") != strlen (name))
    return NULL;

  path = make_path (self, name);
  content = entry.content = load (path);
  if (content == NULL)
    return NULL;

  titles = g_variant_get_child_value (content, 3);
  for (gsize i = 0; i < g_variant_n_children (titles); i++)
    {
      g_autoptr (GVariant) record = g_variant_get_child_value (titles, i);
      const char *found;

      g_variant_get (record, "(y&s&s&s)", NULL, &found, NULL, NULL);
      if (g_str_equal (found, id + 1))
        return make_hit (&entry, record, 0);
    }

  return NULL;
}

/**
 * dossier_title_hit_free:
 * @hit: a hit
 *
 * Frees it.
 */
void
dossier_title_hit_free (DossierTitleHit *hit)
{
  g_free (hit->key);
  g_free (hit->uri);
  g_free (hit->id);
  g_free (hit->title);
  g_free (hit->date);
  g_free (hit->dossier);
  g_free (hit);
}
