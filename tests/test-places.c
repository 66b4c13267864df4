/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "samples.h"

#include "exchange/dossier-places-store.h"
#include "layout/dossier-map-arrangement.h"
#include "layout/dossier-map-content.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <utime.h>

#define ASPECT 1.75

static const char *const sample =
    "{'dossier': 1, 'title': 'T', 'actors': ["
    "{'id': 'a', 'type': 'state', 'name': 'A'},"
    "{'id': 'b', 'type': 'state', 'name': 'B'},"
    "{'id': 'c', 'type': 'state', 'name': 'C'},"
    "{'id': 'p', 'type': 'person', 'name': 'P', 'affiliations': [{'to': 'a'}]}"
    "], 'tie_kinds': [{'id': 'k', 'label': 'K'}], 'ties': ["
    "{'id': 't1', 'kind': 'k', 'from': 'a', 'to': 'b', 'sign': 'neutral'},"
    "{'id': 't2', 'kind': 'k', 'from': 'b', 'to': 'c', 'sign': 'neutral'},"
    "{'id': 't3', 'kind': 'k', 'from': 'p', 'to': 'c', 'sign': 'neutral'}]}";

/* The map of a document, with a mark for letters: no name is wider than another. */
static void
measure (const char *text, DossierTextStyle style, double *width, double *height, gpointer data)
{
  *width = 60;
  *height = 14;
}

static DossierMap *
read_map (DossierDocument *document, gboolean folded)
{
  g_autofree gboolean *all = dossier_map_content_fold_all (document, folded);
  DossierMap *map = dossier_map_content_read (document, NULL, all);

  dossier_map_set_text (map, measure, NULL);

  return map;
}

static DossierMap *
arrange_map (DossierDocument *document, gboolean folded)
{
  DossierMap *map = read_map (document, folded);

  g_assert_true (dossier_map_arrangement_run (map, ASPECT, NULL));

  return map;
}

static char *
make_directory (void)
{
  g_autoptr (GError) error = NULL;
  char *directory = g_dir_make_tmp ("dossier-places-XXXXXX", &error);

  g_assert_no_error (error);

  return directory;
}

static void
remove_directory (const char *directory)
{
  g_autoptr (GDir) listing = g_dir_open (directory, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (listing)) != NULL)
    {
      g_autofree char *path = g_build_filename (directory, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (directory), ==, 0);
}

/* Moves B and pins it, and keeps that. */
static void
keep_moved (DossierDocument *document, DossierMap *map, const char *directory)
{
  g_autoptr (DossierPlacesStore) store = dossier_places_store_new (document, directory);
  g_autoptr (DossierPlaces) places = NULL;

  map->nodes[1].x = 1234.5;
  map->nodes[1].y = -77.25;
  map->nodes[1].pinned = TRUE;
  places = dossier_places_new (map, ASPECT, FALSE);
  dossier_places_store_keep (store, places);
}

static DossierPlaces *
load (DossierDocument *document, const char *directory)
{
  g_autoptr (DossierPlacesStore) store = dossier_places_store_new (document, directory);
  g_autoptr (GError) error = NULL;
  DossierPlaces *places = dossier_places_store_load (store, &error);

  g_assert_no_error (error);

  return places;
}

/* Moves B onto A and pins it, and keeps that. */
static void
keep_moved_onto (DossierDocument *document, DossierMap *map, const char *directory)
{
  g_autoptr (DossierPlacesStore) store = dossier_places_store_new (document, directory);
  g_autoptr (DossierPlaces) places = NULL;

  map->nodes[1].x = map->nodes[0].x + 4;
  map->nodes[1].y = map->nodes[0].y;
  map->nodes[1].pinned = TRUE;
  places = dossier_places_new (map, ASPECT, FALSE);
  dossier_places_store_keep (store, places);
}

/* The next session has the picture of the last: what was moved is there and pinned, and nobody else has moved. */
static void
test_round_trip (void)
{
  g_autofree char *directory = make_directory ();
  g_autoptr (DossierDocument) document = samples_read_good (sample);
  g_autoptr (DossierMap) map = arrange_map (document, FALSE);
  g_autoptr (DossierMap) next = read_map (document, FALSE);
  g_autoptr (DossierPlaces) places = NULL;

  places = load (document, directory);
  g_assert_null (places);
  keep_moved (document, map, directory);
  places = load (document, directory);
  g_assert_nonnull (places);
  g_assert_true (dossier_places_apply (places, next, ASPECT));
  g_assert_true (dossier_map_arrangement_run (next, ASPECT, NULL));
  for (int i = 0; i < map->n_nodes; i++)
    {
      g_assert_cmpfloat_with_epsilon (next->nodes[i].x, map->nodes[i].x, 0.1);
      g_assert_cmpfloat_with_epsilon (next->nodes[i].y, map->nodes[i].y, 0.1);
      g_assert_cmpint (next->nodes[i].pinned, ==, i == 1);
    }
  g_assert_cmpfloat (next->nodes[1].x, ==, 1234.5);
  g_assert_cmpfloat (next->nodes[1].y, ==, -77.25);

  remove_directory (directory);
}

/* Who was put onto somebody is not pushed away, nor is the other one. */
static void
test_onto (void)
{
  g_autofree char *directory = make_directory ();
  g_autoptr (DossierDocument) document = samples_read_good (sample);
  g_autoptr (DossierMap) map = arrange_map (document, FALSE);
  g_autoptr (DossierMap) next = read_map (document, FALSE);
  g_autoptr (DossierPlaces) places = NULL;

  keep_moved_onto (document, map, directory);
  places = load (document, directory);
  g_assert_true (dossier_places_apply (places, next, ASPECT));
  g_assert_true (dossier_map_arrangement_run (next, ASPECT, NULL));
  for (int i = 0; i < map->n_nodes; i++)
    {
      g_assert_cmpfloat_with_epsilon (next->nodes[i].x, map->nodes[i].x, 0.1);
      g_assert_cmpfloat_with_epsilon (next->nodes[i].y, map->nodes[i].y, 0.1);
    }

  remove_directory (directory);
}

/* Equal places are not written again, others are. */
static void
test_unchanged (void)
{
  g_autofree char *directory = make_directory ();
  g_autoptr (DossierDocument) document = samples_read_good (sample);
  g_autoptr (DossierMap) map = arrange_map (document, FALSE);
  DossierPlacesStore *store;
  g_autoptr (DossierPlaces) loaded = NULL;
  g_autoptr (DossierPlaces) again = NULL;
  g_autofree char *path = NULL;

  keep_moved (document, map, directory);
  store = dossier_places_store_new (document, directory);
  path = g_strdup (dossier_places_store_get_path (store));
  loaded = dossier_places_store_load (store, NULL);
  g_assert_cmpint (g_unlink (path), ==, 0);
  again = dossier_places_new (map, ASPECT, FALSE);
  dossier_places_store_keep (store, again);
  dossier_places_store_free (store);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  map->nodes[0].x += 1;
  keep_moved (document, map, directory);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));

  remove_directory (directory);
}

/* What a room of another shape, or other people in sight, would not fit is found anew; what was pinned stays. */
static void
test_other_room (void)
{
  g_autofree char *directory = make_directory ();
  g_autoptr (DossierDocument) document = samples_read_good (sample);
  g_autoptr (DossierMap) map = arrange_map (document, FALSE);
  g_autoptr (DossierPlaces) places = NULL;

  keep_moved (document, map, directory);
  places = load (document, directory);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (DossierMap) next = read_map (document, i == 1);

      g_assert_false (dossier_places_apply (places, next, i == 0 ? 2 * ASPECT : ASPECT));
      g_assert_false (next->nodes[0].placed);
      g_assert_true (next->nodes[1].placed && next->nodes[1].pinned);
      g_assert_true (dossier_map_arrangement_run (next, ASPECT, NULL));
      g_assert_cmpfloat (next->nodes[1].x, ==, 1234.5);
    }

  remove_directory (directory);
}

/* Who is folded stays so if a person chose it, and else is for the room to decide. */
static void
test_folding (void)
{
  g_autoptr (DossierDocument) document = samples_read_good (sample);
  g_autoptr (DossierMap) map = arrange_map (document, TRUE);

  for (int chosen = 0; chosen < 2; chosen++)
    {
      g_autoptr (DossierPlaces) places = dossier_places_new (map, ASPECT, chosen);
      g_autoptr (GBytes) bytes = dossier_places_write (places, document);
      g_autoptr (GError) error = NULL;
      g_autoptr (DossierPlaces) read = dossier_places_read (bytes, document, &error);
      g_autofree gboolean *folding = NULL;

      g_assert_no_error (error);
      folding = dossier_places_dup_folding (read);
      g_assert_true ((folding != NULL) == chosen);
      if (folding != NULL)
        g_assert_true (folding[0] && !folding[1] && !folding[2]);
    }
}

/* Actors that are gone are passed over, new ones find their place beside those that stay. */
static void
test_actors_gone (void)
{
  g_autoptr (DossierDocument) document = samples_read_good (sample);
  g_autoptr (DossierDocument) other = samples_read_good ("{'dossier': 1, 'title': 'T', 'actors': ["
                                                         "{'id': 'n', 'type': 'state', 'name': 'N'},"
                                                         "{'id': 'c', 'type': 'state', 'name': 'C'},"
                                                         "{'id': 'a', 'type': 'state', 'name': 'A'}"
                                                         "], 'tie_kinds': [{'id': 'k', 'label': 'K'}], 'ties': ["
                                                         "{'id': 't1', 'kind': 'k', 'from': 'a', 'to': 'n', 'sign': 'neutral'},"
                                                         "{'id': 't2', 'kind': 'k', 'from': 'n', 'to': 'c', 'sign': 'neutral'}]}");
  g_autoptr (DossierMap) map = arrange_map (document, FALSE);
  g_autoptr (DossierMap) next = read_map (other, FALSE);
  g_autoptr (DossierPlaces) places = dossier_places_new (map, ASPECT, FALSE);
  g_autoptr (GBytes) bytes = dossier_places_write (places, document);
  g_autoptr (GError) error = NULL;
  g_autoptr (DossierPlaces) read = dossier_places_read (bytes, other, &error);

  g_assert_no_error (error);
  g_assert_true (dossier_places_apply (read, next, ASPECT));
  g_assert_false (next->nodes[0].placed);
  g_assert_true (dossier_map_arrangement_run (next, ASPECT, NULL));
  g_assert_cmpfloat_with_epsilon (next->nodes[1].x, map->nodes[2].x, 0.1);
  g_assert_cmpfloat_with_epsilon (next->nodes[2].x, map->nodes[0].x, 0.1);
  g_assert_true (isfinite (next->nodes[0].x));
}

static void
test_malformed (void)
{
  static const struct
  {
    const char *text;
    int code; /* of DOSSIER_ERROR, -1 for JSON_PARSER_ERROR */
  } cases[] = {
    { "", DOSSIER_ERROR_FILE },
    { "{", -1 },
    { "\001\377", -1 },
    { "[]", DOSSIER_ERROR_SCHEMA },
    { "3", DOSSIER_ERROR_SCHEMA },
    { "{}", DOSSIER_ERROR_SCHEMA },
    { "{\"places\": 2, \"aspect\": 1, \"folded\": [], \"actors\": {}}", DOSSIER_ERROR_SCHEMA },
    { "{\"places\": 1, \"aspect\": 0, \"folded\": [], \"actors\": {}}", DOSSIER_ERROR_SCHEMA },
    { "{\"places\": 1, \"aspect\": \"wide\", \"folded\": [], \"actors\": {}}", DOSSIER_ERROR_SCHEMA },
    { "{\"places\": 1, \"aspect\": 1, \"folded\": {}, \"actors\": {}}", DOSSIER_ERROR_SCHEMA },
    { "{\"places\": 1, \"aspect\": 1, \"folded\": [1], \"actors\": {}}", DOSSIER_ERROR_SCHEMA },
    { "{\"places\": 1, \"aspect\": 1, \"folded\": [], \"actors\": []}", DOSSIER_ERROR_SCHEMA },
    { "{\"places\": 1, \"aspect\": 1, \"folded\": [], \"actors\": {\"a\": 1}}", DOSSIER_ERROR_SCHEMA },
    { "{\"places\": 1, \"aspect\": 1, \"folded\": [], \"actors\": {\"a\": {\"x\": 1}}}", DOSSIER_ERROR_SCHEMA },
    { "{\"places\": 1, \"aspect\": 1, \"folded\": [], \"actors\": {\"a\": {\"x\": 1, \"y\": 1e300}}}", DOSSIER_ERROR_SCHEMA },
    { "{\"places\": 1, \"aspect\": 1, \"folded\": [], \"actors\": {\"a\": {\"x\": 1, \"y\": 1, \"pinned\": 1}}}", DOSSIER_ERROR_SCHEMA },
  };
  g_autofree char *directory = make_directory ();
  g_autoptr (DossierDocument) document = samples_read_good (sample);
  g_autoptr (DossierPlacesStore) store = dossier_places_store_new (document, directory);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DossierPlaces) places = NULL;

      g_assert_true (g_file_set_contents (dossier_places_store_get_path (store), cases[i].text, -1, NULL));
      places = dossier_places_store_load (store, &error);
      g_assert_null (places);
      g_assert_nonnull (error);
      g_assert_true (error->domain == (cases[i].code < 0 ? JSON_PARSER_ERROR : DOSSIER_ERROR));
      if (cases[i].code >= 0)
        g_assert_cmpint (error->code, ==, cases[i].code);
    }

  remove_directory (directory);
}

/* Only so many are kept, and the last among them. */
static void
test_thinned_out (void)
{
  g_autofree char *directory = make_directory ();
  g_autoptr (DossierDocument) document = samples_read_good (sample);
  g_autoptr (DossierMap) map = arrange_map (document, FALSE);
  g_autoptr (DossierPlacesStore) store = dossier_places_store_new (document, directory);
  g_autoptr (GDir) listing = NULL;
  int n = 0;

  for (int i = 0; i < 230; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%d.json", directory, i);
      struct utimbuf then = { 1000 + i, 1000 + i };

      g_assert_true (g_file_set_contents (path, "{}", -1, NULL));
      g_assert_cmpint (g_utime (path, &then), ==, 0);
    }
  keep_moved (document, map, directory);
  listing = g_dir_open (directory, 0, NULL);
  while (g_dir_read_name (listing) != NULL)
    n++;
  g_assert_cmpint (n, ==, 200);
  g_assert_true (g_file_test (dossier_places_store_get_path (store), G_FILE_TEST_EXISTS));

  remove_directory (directory);
}

static DossierDocument *
save (DossierDocument *document, const DossierPlaces *places, int n_changed)
{
  g_autoptr (DossierWriter) writer = dossier_writer_new (document);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (GError) error = NULL;
  DossierDocument *saved;

  g_assert_cmpint (dossier_places_save (places, document, writer), ==, n_changed);
  bytes = dossier_writer_write (writer);
  saved = dossier_reader_read_bytes (bytes, NULL, NULL, report, NULL, &error);
  g_assert_no_error (error);

  return saved;
}

/* Saved into the document itself, they are those of whoever opens it; a second time nothing is left to save. What others
 * have saved there is right, against what was kept before. */
static void
test_saved (void)
{
  g_autofree char *directory = make_directory ();
  g_autoptr (DossierDocument) document = samples_read_good (sample);
  g_autoptr (DossierMap) map = arrange_map (document, FALSE);
  g_autoptr (DossierPlaces) places = NULL;
  g_autoptr (DossierPlaces) kept = NULL;
  g_autoptr (DossierDocument) saved = NULL;
  g_autoptr (DossierDocument) again = NULL;
  g_autoptr (DossierMap) next = NULL;

  keep_moved (document, map, directory);
  places = dossier_places_new (map, ASPECT, FALSE);
  saved = save (document, places, 4);
  again = save (saved, places, 0);
  next = arrange_map (again, FALSE);
  for (int i = 0; i < map->n_nodes; i++)
    {
      g_assert_cmpfloat_with_epsilon (next->nodes[i].x, map->nodes[i].x, 0.1);
      g_assert_cmpint (next->nodes[i].pinned, ==, map->nodes[i].pinned);
    }

  kept = load (saved, directory);
  g_assert_null (kept);

  remove_directory (directory);
}

/* What the layout alone decides need not be saved; what a person moved, pinned or let go of does, until it is. */
static void
test_chosen (void)
{
  g_autoptr (DossierDocument) document = samples_read_good (sample);
  g_autoptr (DossierMap) map = arrange_map (document, FALSE);
  g_autoptr (DossierPlaces) arranged = dossier_places_new (map, ASPECT, FALSE);
  g_autoptr (DossierPlaces) pinned = NULL;
  g_autoptr (DossierPlaces) let_go = NULL;
  g_autoptr (DossierDocument) saved = NULL;

  g_assert_false (dossier_places_is_chosen (arranged, document));

  map->nodes[1].x += 40;
  map->nodes[1].pinned = TRUE;
  pinned = dossier_places_new (map, ASPECT, FALSE);
  g_assert_true (dossier_places_is_chosen (pinned, document));
  saved = save (document, pinned, 4);
  g_assert_false (dossier_places_is_chosen (pinned, saved));

  /* Of what is not pinned the layout makes what it wants. */
  map->nodes[0].x += 3;
  map->nodes[1].pinned = FALSE;
  let_go = dossier_places_new (map, ASPECT, FALSE);
  g_assert_true (dossier_places_is_chosen (let_go, saved));
  g_assert_false (dossier_places_is_chosen (let_go, document));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/places/round-trip", test_round_trip);
  g_test_add_func ("/places/onto", test_onto);
  g_test_add_func ("/places/unchanged", test_unchanged);
  g_test_add_func ("/places/other-room", test_other_room);
  g_test_add_func ("/places/folding", test_folding);
  g_test_add_func ("/places/actors-gone", test_actors_gone);
  g_test_add_func ("/places/malformed", test_malformed);
  g_test_add_func ("/places/thinned-out", test_thinned_out);
  g_test_add_func ("/places/saved", test_saved);
  g_test_add_func ("/places/chosen", test_chosen);

  return g_test_run ();
}
