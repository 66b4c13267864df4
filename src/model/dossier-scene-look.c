/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-scene-look.h"

#include "model/dossier-calendar.h"
#include "model/dossier-date-text.h"
#include "model/dossier-object-text.h"
#include "model/dossier-range-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A stretch in sight that is longer is told in days, a shorter one to the second. */
#define SHORT_STRETCH (4 * DOSSIER_SECONDS_PER_DAY)

/* Of the quotes of what is selected, so many are those of the moment. */
#define MOST_QUOTES 3

/* The facets that the filter of a scene has, and their names in it. */
static const struct
{
  DossierFacet facet;
  const char *member;
} facets[] = {
  { DOSSIER_FACET_ACTOR, "actors" },
  { DOSSIER_FACET_KIND, "kinds" },
  { DOSSIER_FACET_PLACE, "places" },
  { DOSSIER_FACET_SOURCE, "sources" },
  { DOSSIER_FACET_STATUS, "statuses" },
};

/* @value: (transfer full) (nullable) */
static void
add_member (GPtrArray *members, const char *name, char *value)
{
  g_ptr_array_add (members, g_strdup (name));
  g_ptr_array_add (members, value);
}

static char *
write_list (GPtrArray *ids)
{
  g_autoptr (GString) text = g_string_new ("[");

  if (ids->len == 0)
    return NULL;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *quoted = dossier_text_quote (g_ptr_array_index (ids, i));

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : " ", quoted);
    }
  g_string_append (text, " ]");

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* In units of the layout, a thousandth of which nobody sees. */
static char *
write_number (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.7g", round (number * 1000) / 1000));
}

static char *
write_camera (const DossierSceneLook *look)
{
  char zoom[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *x = NULL;
  g_autofree char *y = NULL;

  if (!look->has_camera)
    return NULL;

  x = write_number (look->x);
  y = write_number (look->y);

  return g_strdup_printf ("{ \"x\": %s, \"y\": %s, \"zoom\": %s }", x, y, g_ascii_formatd (zoom, sizeof zoom, "%.5g", look->zoom));
}

static gint64
round_to_day (gint64 time)
{
  int second;
  gint64 day = dossier_calendar_from_seconds (time, &second);

  return (day + (second >= DOSSIER_SECONDS_PER_DAY / 2)) * DOSSIER_SECONDS_PER_DAY;
}

/**
 * dossier_scene_look_write_dates:
 * @begin: the first second of a stretch of time
 * @end: the last one, not before @begin
 *
 * A stretch of more than a few days is rounded to days: what is written is read back as nearly the same, and written
 * again as exactly the same.
 *
 * Returns: (transfer full): it in EDTF
 */
char *
dossier_scene_look_write_dates (gint64 begin, gint64 end)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (dossier_calendar_from_seconds (begin, NULL) < dossier_calendar_to_days (DOSSIER_YEAR_MIN + 1, 1, 1) ||
      dossier_calendar_from_seconds (end, NULL) > dossier_calendar_to_days (DOSSIER_YEAR_MAX - 1, 1, 1))
    return dossier_range_from_times (begin, end);
  if ((double) end - (double) begin + 1 >= SHORT_STRETCH)
    return dossier_range_from_times (round_to_day (begin), round_to_day (end + 1) - 1);

  from = dossier_calendar_to_iso (begin, TRUE);
  to = dossier_calendar_to_iso (end, TRUE);
  /* A year of more than four digits has no days in EDTF, to say nothing of seconds. */
  if (*from == 'Y' || *to == 'Y')
    return dossier_range_from_times (begin, end);

  return g_strdup_printf ("%sZ/%sZ", from, to);
}

static char *
quote_take (char *text)
{
  g_autofree char *taken = text;

  return taken != NULL ? dossier_text_quote (taken) : NULL;
}

/* The id of a record, or that of the status of that number. */
static char *
dup_value_id (DossierFilter *filter, DossierFacet facet, int value)
{
  DossierRecord record = facet == DOSSIER_FACET_ACTOR    ? DOSSIER_RECORD_ACTOR
                         : facet == DOSSIER_FACET_KIND   ? DOSSIER_RECORD_KIND
                         : facet == DOSSIER_FACET_PLACE  ? DOSSIER_RECORD_PLACE
                         : facet == DOSSIER_FACET_SOURCE ? DOSSIER_RECORD_SOURCE
                                                         : DOSSIER_RECORD_NONE;

  if (record != DOSSIER_RECORD_NONE)
    return dossier_document_dup_id (dossier_filter_get_document (filter), (DossierRef){ record, value });

  return value > 0 ? g_strdup (dossier_vocabulary_get_key (DOSSIER_VOCABULARY_STATUS, value)) : NULL;
}

/* What a scene can say of a filter. What it cannot is counted: other facets, what is negated, "none". */
static char *
write_filter (DossierFilter *filter, int *n_lost)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 begin, end;
  int n_kept = 0;
  int n_tests = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (facets); i++)
    {
      g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *list = NULL;

      if (dossier_filter_get_n_chosen (filter, facets[i].facet) == 0 || dossier_filter_get_negated (filter, facets[i].facet))
        continue;

      for (int value = 0; value < dossier_filter_get_n_values (filter, facets[i].facet); value++)
        {
          char *id = dossier_filter_get_chosen (filter, facets[i].facet, value) ? dup_value_id (filter, facets[i].facet, value) : NULL;

          if (id != NULL)
            g_ptr_array_add (ids, id);
        }
      list = write_list (ids);
      if (list == NULL)
        continue;
      g_string_append_printf (text, "%s\"%s\": %s", text->len > 0 ? ", " : "", facets[i].member, list);
      n_kept++;
    }

  if (dossier_filter_get_dates (filter, &begin, &end))
    {
      g_autofree char *dates = dossier_range_from_times (begin, end);

      g_string_append_printf (text, "%s\"date\": \"%s\"", text->len > 0 ? ", " : "", dates);
      n_kept++;
    }
  if (dossier_filter_get_words (filter) != NULL)
    {
      g_autofree char *words = dossier_text_quote (dossier_filter_get_words (filter));

      g_string_append_printf (text, "%s\"words\": %s", text->len > 0 ? ", " : "", words);
      n_kept++;
    }

  for (int test = 0; test < DOSSIER_N_FILTER_TESTS; test++)
    n_tests += dossier_filter_has_test (filter, test);
  *n_lost = n_tests - n_kept;

  return text->len > 0 ? g_strdup_printf ("{ %s }", text->str) : NULL;
}

static void
add_ids (DossierDocument *document, const DossierLinks *links, GPtrArray *ids)
{
  for (int i = 0; i < links->n && ids->len < MOST_QUOTES; i++)
    g_ptr_array_add (ids, dossier_document_dup_id (document, links->items[i].ref));
}

/* The quotes that bear out what is selected, the first of them. */
static char *
write_quotes (DossierDocument *document, DossierRef selected)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  if (selected.type == DOSSIER_RECORD_QUOTE)
    {
      g_ptr_array_add (ids, dossier_document_dup_id (document, selected));
    }
  else if (selected.type == DOSSIER_RECORD_EVENT)
    {
      g_autoptr (DossierEvent) event = dossier_document_load_event (document, selected.index);

      add_ids (document, &event->statement.quotes, ids);
    }
  else if (selected.type == DOSSIER_RECORD_TIE)
    {
      add_ids (document, &dossier_document_get_tie (document, selected.index)->statement.quotes, ids);
    }
  else if (selected.type == DOSSIER_RECORD_REACTION)
    {
      add_ids (document, &dossier_document_get_reaction (document, selected.index)->statement.quotes, ids);
    }
  else if (selected.type == DOSSIER_RECORD_CLAIM)
    {
      add_ids (document, &dossier_document_get_claim (document, selected.index)->statement.quotes, ids);
    }

  return write_list (ids);
}

/* Several events, or a pair of actors: what is selected without being one record is what is set off. */
static char *
write_emphasis (DossierView *view)
{
  DossierDocument *document = dossier_view_get_document (view);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  int n_events, actor, other;
  const int *events = dossier_view_get_events (view, &n_events);

  if (dossier_view_get_pair (view, &actor, &other))
    {
      g_ptr_array_add (ids, dossier_document_dup_id (document, (DossierRef){ DOSSIER_RECORD_ACTOR, actor }));
      g_ptr_array_add (ids, dossier_document_dup_id (document, (DossierRef){ DOSSIER_RECORD_ACTOR, other }));
    }
  else if (n_events > 1)
    {
      for (int i = 0; i < n_events; i++)
        g_ptr_array_add (ids, dossier_document_dup_id (document, (DossierRef){ DOSSIER_RECORD_EVENT, events[i] }));
    }

  return write_list (ids);
}

/**
 * dossier_scene_look_list:
 * @look: what a window shows
 * @view: what its views share: selection, filter and the day of the map
 * @n_lost: (out): how many tests of the filter a scene cannot keep
 *
 * Returns: (transfer full) (element-type utf8): the members of a scene that shows the same, a name and the text of the
 *   value in turn; the value is %NULL where a scene is not to have it
 */
GPtrArray *
dossier_scene_look_list (const DossierSceneLook *look, DossierView *view, int *n_lost)
{
  GPtrArray *members = g_ptr_array_new_with_free_func (g_free);
  DossierDocument *document = dossier_view_get_document (view);
  DossierRef selected = dossier_view_get_selection (view);
  gint64 moment;

  add_member (members, "date", look->has_dates ? quote_take (dossier_scene_look_write_dates (look->begin, look->end)) : NULL);
  add_member (members, "as_of", dossier_view_get_as_of (view, &moment) ? quote_take (dossier_calendar_to_iso (moment, FALSE)) : NULL);
  add_member (members, "camera", write_camera (look));
  add_member (members, "select", dossier_ref_is_set (selected) ? quote_take (dossier_document_dup_id (document, selected)) : NULL);
  add_member (members, "emphasis", write_emphasis (view));
  add_member (members, "quotes", write_quotes (document, selected));
  add_member (members, "filter", write_filter (dossier_view_get_filter (view), n_lost));
  add_member (members, "view", look->view != DOSSIER_SCENE_VIEW_NONE ? dossier_text_quote (dossier_vocabulary_get_key (DOSSIER_VOCABULARY_SCENE_VIEW, look->view)) : NULL);

  return members;
}

static const char *
get_string (JsonObject *object, const char *name)
{
  return json_object_get_string_member_with_default (object, name, NULL);
}

static JsonArray *
get_array (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static int
find_member (GPtrArray *members, const char *name)
{
  for (guint i = 0; i < members->len; i += 2)
    if (g_str_equal (g_ptr_array_index (members, i), name))
      return (int) i;

  return -1;
}

/**
 * dossier_scene_look_keep_written:
 * @members: (element-type utf8): what dossier_scene_look_list() returned; some are taken out
 * @scene: a scene that is to show that
 *
 * For a scene that is updated: as long as the same is selected, what it sets off and which quotes are those of the moment
 * was somebody's choice, and stays.
 */
void
dossier_scene_look_keep_written (GPtrArray *members, JsonObject *scene)
{
  static const char *const chosen[] = { "emphasis", "quotes" };
  int select = find_member (members, "select");
  const char *written = get_string (scene, "select");
  g_autofree char *quoted = written != NULL ? dossier_text_quote (written) : NULL;

  if (select >= 0 && g_strcmp0 (g_ptr_array_index (members, select + 1), quoted) != 0)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (chosen); i++)
    {
      int at = find_member (members, chosen[i]);

      if (at >= 0 && (quoted != NULL || g_ptr_array_index (members, at + 1) == NULL) && json_object_has_member (scene, chosen[i]))
        g_ptr_array_remove_range (members, (guint) at, 2);
    }
}

static void
restore_filter (DossierFilter *filter, JsonObject *saved)
{
  gint64 begin, end;

  dossier_filter_freeze (filter);
  dossier_filter_clear (filter);

  for (gsize i = 0; saved != NULL && i < G_N_ELEMENTS (facets); i++)
    {
      JsonArray *ids = get_array (saved, facets[i].member);

      for (guint j = 0; ids != NULL && j < json_array_get_length (ids); j++)
        {
          const char *id = json_array_get_string_element (ids, j);
          int value = facets[i].facet == DOSSIER_FACET_STATUS ? dossier_vocabulary_lookup (DOSSIER_VOCABULARY_STATUS, id)
                                                              : dossier_document_lookup (dossier_filter_get_document (filter), id).index;

          if (value >= 0)
            dossier_filter_set_chosen (filter, facets[i].facet, value, TRUE);
        }
    }
  if (saved != NULL && get_string (saved, "date") != NULL && dossier_range_read (get_string (saved, "date"), &begin, &end, NULL))
    dossier_filter_set_dates (filter, begin, end);
  if (saved != NULL && get_string (saved, "words") != NULL)
    dossier_filter_set_words (filter, get_string (saved, "words"));

  dossier_filter_thaw (filter);
}

/* One record, or several events, or a pair of actors, as dossier_scene_look_list() wrote them; else nothing. */
static void
restore_selection (DossierView *view, JsonObject *scene)
{
  DossierDocument *document = dossier_view_get_document (view);
  JsonArray *emphasis = get_array (scene, "emphasis");
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GArray) actors = g_array_new (FALSE, FALSE, sizeof (int));
  guint n = emphasis != NULL ? json_array_get_length (emphasis) : 0;

  if (get_string (scene, "select") != NULL)
    {
      dossier_view_select (view, dossier_document_lookup (document, get_string (scene, "select")));
      return;
    }

  for (guint i = 0; i < n; i++)
    {
      DossierRef ref = dossier_document_lookup (document, json_array_get_string_element (emphasis, i));

      if (ref.type == DOSSIER_RECORD_EVENT)
        g_array_append_val (events, ref.index);
      else if (ref.type == DOSSIER_RECORD_ACTOR)
        g_array_append_val (actors, ref.index);
    }

  if (events->len > 0 && events->len == n)
    dossier_view_select_events (view, (const int *) events->data, (int) events->len);
  else if (actors->len == 2 && n == 2)
    dossier_view_select_pair (view, g_array_index (actors, int, 0), g_array_index (actors, int, 1));
  else
    dossier_view_select (view, DOSSIER_REF_NONE);
}

static void
restore_camera (DossierSceneLook *look, JsonObject *scene)
{
  JsonNode *node = json_object_get_member (scene, "camera");
  JsonObject *camera = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  if (camera == NULL)
    return;

  look->has_camera = TRUE;
  look->x = json_object_get_double_member_with_default (camera, "x", 0);
  look->y = json_object_get_double_member_with_default (camera, "y", 0);
  look->zoom = json_object_get_double_member_with_default (camera, "zoom", 1);
}

/**
 * dossier_scene_look_restore:
 * @look: (out): what a window shows of the scene
 * @scene: an object of the schema's shape
 * @view: has selection, filter and the day of the map be those of the scene; what is brushed is let go
 */
void
dossier_scene_look_restore (DossierSceneLook *look, JsonObject *scene, DossierView *view)
{
  JsonNode *filter = json_object_get_member (scene, "filter");
  const char *as_of = get_string (scene, "as_of");
  const char *shown = get_string (scene, "view");
  DossierSpan span;

  *look = (DossierSceneLook){ .view = shown != NULL ? MAX (dossier_vocabulary_lookup (DOSSIER_VOCABULARY_SCENE_VIEW, shown), DOSSIER_SCENE_VIEW_NONE) : DOSSIER_SCENE_VIEW_NONE };
  restore_filter (dossier_view_get_filter (view), filter != NULL && JSON_NODE_HOLDS_OBJECT (filter) ? json_node_get_object (filter) : NULL);
  dossier_view_unset_brush (view);
  if (as_of != NULL && dossier_date_read_span (as_of, strlen (as_of), &span, NULL) && span.start_earliest != DOSSIER_TIME_MIN)
    dossier_view_set_as_of (view, span.start_earliest);
  else
    dossier_view_unset_as_of (view);
  restore_selection (view, scene);
  restore_camera (look, scene);

  /* A stretch that is open at one end is shown as far as it is known. */
  if (get_string (scene, "date") != NULL && dossier_date_read_span (get_string (scene, "date"), strlen (get_string (scene, "date")), &span, NULL) && !(span.flags & DOSSIER_SPAN_UNKNOWN))
    {
      dossier_span_get_known (&span, &look->begin, &look->end);
      look->has_dates = look->begin <= look->end && look->begin != DOSSIER_TIME_MIN && look->end != DOSSIER_TIME_MAX;
    }
}

/**
 * dossier_scene_look_propose_title:
 * @look: what a window shows
 * @view: what its views share
 *
 * Returns: (transfer full): what a scene of that could be called: like what is selected, or else by its dates; "" if
 *   there is neither
 */
char *
dossier_scene_look_propose_title (const DossierSceneLook *look, DossierView *view)
{
  DossierDocument *document = dossier_view_get_document (view);
  DossierRef selected = dossier_view_get_selection (view);
  int actor, other;

  if (dossier_ref_is_set (selected))
    return dossier_document_dup_title (document, selected, NULL);
  if (dossier_view_get_pair (view, &actor, &other))
    {
      g_autofree char *first = dossier_document_dup_title (document, (DossierRef){ DOSSIER_RECORD_ACTOR, actor }, NULL);
      g_autofree char *second = dossier_document_dup_title (document, (DossierRef){ DOSSIER_RECORD_ACTOR, other }, NULL);

      /* Translators: the title of a scene: one actor and another */
      return g_strdup_printf (_ ("%s and %s"), first, second);
    }
  if (look->has_dates)
    {
      g_autofree char *dates = dossier_range_from_times (look->begin, look->end);
      char *text = dossier_edtf_to_text (dates, DOSSIER_DATE_STYLE_LONG);

      if (text != NULL)
        return text;
    }

  return g_strdup ("");
}
