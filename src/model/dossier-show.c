/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-show-private.h"

#include "model/dossier-fuzzy.h"

#include <math.h>

/* More digits than any story has scenes. */
#define MOST_DIGITS 4

static guint signals[DOSSIER_SHOW_N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierShow, dossier_show, G_TYPE_OBJECT)

static gint64
get_monotonic_time (gpointer data)
{
  return g_get_monotonic_time ();
}

/**
 * dossier_show_get_now:
 * @self: a show
 *
 * Returns: what time it is, in microseconds
 */
gint64
dossier_show_get_now (DossierShow *self)
{
  return self->get_time (self->time_data);
}

/**
 * dossier_show_emit:
 * @self: a show
 * @signal: which of its signals
 */
void
dossier_show_emit (DossierShow *self, DossierShowSignal signal)
{
  g_signal_emit (self, signals[signal], 0);
}

/**
 * dossier_show_update_play_clock:
 * @self: a show
 *
 * Unattended play waits while the audience does not see the scene.
 */
void
dossier_show_update_play_clock (DossierShow *self)
{
  dossier_show_clock_set_running (&self->play_clock,
                                  self->is_playing && self->blank == DOSSIER_BLANK_NONE && !self->is_frozen,
                                  dossier_show_get_now (self));
}

/**
 * dossier_show_clear_number:
 * @self: a show
 *
 * Forgets what was typed.
 */
void
dossier_show_clear_number (DossierShow *self)
{
  g_string_truncate (self->number, 0);
  self->is_number_tool = FALSE;
}

/**
 * dossier_show_move:
 * @self: a show
 * @position: the scene that the presenter comes to
 */
void
dossier_show_move (DossierShow *self, int position)
{
  gint64 now = dossier_show_get_now (self);

  if (position == self->position)
    return;

  /* It starts when the scene is left that the talk began with, and stays as it was set from then on. */
  if (!self->clock.is_running && dossier_show_clock_get_elapsed (&self->clock, now) == 0)
    dossier_show_clock_set_running (&self->clock, TRUE, now);
  self->position = position;
  dossier_show_clock_reset (&self->scene_clock, now);
  if (!self->is_frozen)
    {
      self->shown = position;
      dossier_show_clock_reset (&self->play_clock, now);
    }

  dossier_show_emit (self, DOSSIER_SHOW_SCENE_CHANGED);
  if (!self->is_frozen)
    dossier_show_emit (self, DOSSIER_SHOW_AUDIENCE_CHANGED);
}

static void
dossier_show_finalize (GObject *object)
{
  DossierShow *self = DOSSIER_SHOW (object);

  dossier_show_ink_free (self->ink);
  g_string_free (self->number, TRUE);
  g_array_unref (self->history);
  g_object_unref (self->document);

  G_OBJECT_CLASS (dossier_show_parent_class)->finalize (object);
}

static void
dossier_show_class_init (DossierShowClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dossier_show_finalize;

  signals[DOSSIER_SHOW_SCENE_CHANGED] = g_signal_new ("scene-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DOSSIER_SHOW_AUDIENCE_CHANGED] = g_signal_new ("audience-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DOSSIER_SHOW_STATE_CHANGED] = g_signal_new ("state-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dossier_show_init (DossierShow *self)
{
  self->get_time = get_monotonic_time;
  self->bookmark = -1;
  self->history = g_array_new (FALSE, FALSE, sizeof (int));
  self->number = g_string_new (NULL);
  self->ink = dossier_show_ink_new ();
  self->x = self->y = NAN;
}

/**
 * dossier_show_new:
 * @document: a dossier
 * @story: the number of a story in it, from 0, that has a scene at least
 * @scene: the scene to begin with
 *
 * Returns: (transfer full): the story, about to be told
 */
DossierShow *
dossier_show_new (DossierDocument *document, int story, int scene)
{
  DossierShow *self;

  g_return_val_if_fail (DOSSIER_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (story >= 0 && story < dossier_document_get_count (document, DOSSIER_RECORD_STORY), NULL);
  g_return_val_if_fail (scene >= 0 && scene < dossier_document_get_story (document, story)->scenes.n, NULL);

  self = g_object_new (DOSSIER_TYPE_SHOW, NULL);
  self->document = g_object_ref (document);
  self->story = dossier_document_get_story (document, story);
  self->story_index = story;
  self->position = self->shown = scene;
  dossier_show_clock_set_running (&self->scene_clock, TRUE, dossier_show_get_now (self));

  return self;
}

/**
 * dossier_show_set_time_func:
 * @self: a show that has just begun
 * @get_time: tells the time from now on, in the place of g_get_monotonic_time()
 * @data: for @get_time
 */
void
dossier_show_set_time_func (DossierShow *self, DossierShowTimeFunc get_time, gpointer data)
{
  g_return_if_fail (DOSSIER_IS_SHOW (self));

  self->get_time = get_time;
  self->time_data = data;
  self->scene_clock = (DossierShowClock){ dossier_show_get_now (self), 0, TRUE };
}

/**
 * dossier_show_get_document:
 * @self: a show
 *
 * Returns: (transfer none): the dossier
 */
DossierDocument *
dossier_show_get_document (DossierShow *self)
{
  g_return_val_if_fail (DOSSIER_IS_SHOW (self), NULL);

  return self->document;
}

/**
 * dossier_show_get_story_index:
 * @self: a show
 *
 * Returns: the number of the story that is told, from 0
 */
int
dossier_show_get_story_index (DossierShow *self)
{
  g_return_val_if_fail (DOSSIER_IS_SHOW (self), 0);

  return self->story_index;
}

/**
 * dossier_show_get_story:
 * @self: a show
 *
 * Returns: (transfer none): the story that is told
 */
const DossierStory *
dossier_show_get_story (DossierShow *self)
{
  g_return_val_if_fail (DOSSIER_IS_SHOW (self), NULL);

  return self->story;
}

/**
 * dossier_show_get_n_scenes:
 * @self: a show
 *
 * Returns: how many scenes there are, one at least
 */
int
dossier_show_get_n_scenes (DossierShow *self)
{
  g_return_val_if_fail (DOSSIER_IS_SHOW (self), 0);

  return self->story->scenes.n;
}

/**
 * dossier_show_get_scene:
 * @self: a show
 * @scene: which scene, from 0
 *
 * Returns: (transfer none): that scene
 */
const DossierScene *
dossier_show_get_scene (DossierShow *self, int scene)
{
  g_return_val_if_fail (DOSSIER_IS_SHOW (self) && scene >= 0 && scene < self->story->scenes.n, NULL);

  return &self->story->scenes.items[scene];
}

/**
 * dossier_show_get_title:
 * @self: a show
 * @scene: which scene, from 0
 *
 * Returns: what it is called; its id, if it has no title
 */
const char *
dossier_show_get_title (DossierShow *self, int scene)
{
  const DossierScene *record = dossier_show_get_scene (self, scene);

  if (record == NULL)
    return NULL;

  return dossier_text_is_set (&record->title) ? dossier_text_get (&record->title, NULL) : record->id;
}

/**
 * dossier_show_get_position:
 * @self: a show
 *
 * Returns: the scene that the presenter is at
 */
int
dossier_show_get_position (DossierShow *self)
{
  g_return_val_if_fail (DOSSIER_IS_SHOW (self), 0);

  return self->position;
}

/**
 * dossier_show_get_next:
 * @self: a show
 *
 * Returns: the scene that comes next, -1 if this is the last
 */
int
dossier_show_get_next (DossierShow *self)
{
  g_return_val_if_fail (DOSSIER_IS_SHOW (self), -1);

  if (self->position + 1 < self->story->scenes.n)
    return self->position + 1;

  return self->is_playing && self->is_looping ? 0 : -1;
}

/**
 * dossier_show_step:
 * @self: a show
 * @steps: how many scenes forward, backward if negative
 *
 * Goes on, at most to the first or last scene.
 *
 * Returns: whether there was anywhere to go
 */
gboolean
dossier_show_step (DossierShow *self, int steps)
{
  int position;

  g_return_val_if_fail (DOSSIER_IS_SHOW (self), FALSE);

  position = CLAMP (self->position + steps, 0, self->story->scenes.n - 1);
  if (position == self->position)
    return FALSE;
  dossier_show_move (self, position);

  return TRUE;
}

/**
 * dossier_show_go_to:
 * @self: a show
 * @scene: a scene
 *
 * Jumps there; dossier_show_go_back() leads back.
 */
void
dossier_show_go_to (DossierShow *self, int scene)
{
  g_return_if_fail (DOSSIER_IS_SHOW (self) && scene >= 0 && scene < self->story->scenes.n);

  if (scene == self->position)
    return;

  g_array_append_val (self->history, self->position);
  dossier_show_move (self, scene);
}

/**
 * dossier_show_can_go_back:
 * @self: a show
 *
 * Returns: whether the presenter jumped here from anywhere
 */
gboolean
dossier_show_can_go_back (DossierShow *self)
{
  g_return_val_if_fail (DOSSIER_IS_SHOW (self), FALSE);

  return self->history->len > 0;
}

/**
 * dossier_show_go_back:
 * @self: a show
 *
 * Goes to the scene that the presenter jumped from last.
 *
 * Returns: whether there was one
 */
gboolean
dossier_show_go_back (DossierShow *self)
{
  int position;

  if (!dossier_show_can_go_back (self))
    return FALSE;

  position = g_array_index (self->history, int, self->history->len - 1);
  g_array_set_size (self->history, self->history->len - 1);
  dossier_show_move (self, position);

  return TRUE;
}

/**
 * dossier_show_get_bookmark:
 * @self: a show
 *
 * Returns: the scene with the bookmark, -1 for none
 */
int
dossier_show_get_bookmark (DossierShow *self)
{
  g_return_val_if_fail (DOSSIER_IS_SHOW (self), -1);

  return self->bookmark;
}

/**
 * dossier_show_toggle_bookmark:
 * @self: a show
 *
 * Puts the bookmark at this scene; takes it away if it is there.
 */
void
dossier_show_toggle_bookmark (DossierShow *self)
{
  g_return_if_fail (DOSSIER_IS_SHOW (self));

  self->bookmark = self->bookmark == self->position ? -1 : self->position;
  dossier_show_emit (self, DOSSIER_SHOW_STATE_CHANGED);
}

/**
 * dossier_show_return_to_bookmark:
 * @self: a show
 *
 * Returns: whether there is one
 */
gboolean
dossier_show_return_to_bookmark (DossierShow *self)
{
  g_return_val_if_fail (DOSSIER_IS_SHOW (self), FALSE);

  if (self->bookmark < 0)
    return FALSE;
  dossier_show_go_to (self, self->bookmark);

  return TRUE;
}

/* A scene that was found. */
typedef struct
{
  int scene;
  int score;
} Found;

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *one = a;
  const Found *other = b;

  return one->score != other->score ? other->score - one->score : one->scene - other->scene;
}

static gboolean
is_number (const char *words)
{
  if (*words == '\0')
    return FALSE;
  for (const char *p = words; *p != '\0'; p++)
    if (!g_ascii_isdigit (*p))
      return FALSE;

  return TRUE;
}

/**
 * dossier_show_list_found:
 * @self: a show
 * @words: the number of a scene, from 1, or letters of its title; nothing for all scenes
 * @scenes: (element-type int): is set to the scenes that may be meant, what fits best first
 */
void
dossier_show_list_found (DossierShow *self, const char *words, GArray *scenes)
{
  g_autofree char *stripped = g_strstrip (g_strdup (words));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));

  g_return_if_fail (DOSSIER_IS_SHOW (self));

  g_array_set_size (scenes, 0);
  for (int i = 0; i < self->story->scenes.n; i++)
    {
      Found one = { i, 0 };

      if (is_number (stripped))
        {
          g_autofree char *number = g_strdup_printf ("%d", i + 1);

          /* The number itself before those that begin like it. */
          if (!g_str_has_prefix (number, stripped))
            continue;
          one.score = g_str_equal (number, stripped) ? 1 : 0;
        }
      else
        {
          one.score = dossier_fuzzy_match (stripped, dossier_show_get_title (self, i));
          if (one.score < 0)
            continue;
        }
      g_array_append_val (found, one);
    }

  g_array_sort (found, compare_found);
  for (guint i = 0; i < found->len; i++)
    g_array_append_val (scenes, g_array_index (found, Found, i).scene);
}

/**
 * dossier_show_find:
 * @self: a show
 * @words: the number of a scene, from 1, or letters of its title
 *
 * Returns: the scene that is meant, -1 if there is none of that number or name
 */
int
dossier_show_find (DossierShow *self, const char *words)
{
  g_autoptr (GArray) scenes = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree char *stripped = g_strstrip (g_strdup (words));

  g_return_val_if_fail (DOSSIER_IS_SHOW (self), -1);

  if (is_number (stripped))
    {
      guint64 number = g_ascii_strtoull (stripped, NULL, 10);

      return number >= 1 && number <= (guint64) self->story->scenes.n ? (int) number - 1 : -1;
    }
  if (*stripped == '\0')
    return -1;
  dossier_show_list_found (self, stripped, scenes);

  return scenes->len > 0 ? g_array_index (scenes, int, 0) : -1;
}

/**
 * dossier_show_type_digit:
 * @self: a show
 * @digit: 0 to 9
 *
 * A number, once confirmed, is a scene to go to. A single digit that no other follows soon is the key of a tool: 1 none,
 * 2 the pointer, 5 the spotlight, 3 the pen, 4 the eraser. It takes dossier_show_tick() to notice that.
 */
void
dossier_show_type_digit (DossierShow *self, int digit)
{
  g_return_if_fail (DOSSIER_IS_SHOW (self) && digit >= 0 && digit <= 9);

  if (self->number->len == MOST_DIGITS)
    dossier_show_clear_number (self);
  if (self->is_number_tool)
    {
      self->is_number_tool = FALSE;
      dossier_show_set_tool (self, self->tool_before);
    }
  g_string_append_c (self->number, (char) ('0' + digit));
  self->number_time = dossier_show_get_now (self);
  dossier_show_emit (self, DOSSIER_SHOW_STATE_CHANGED);
}

/**
 * dossier_show_get_number:
 * @self: a show
 *
 * Returns: what is being typed, "" for nothing, and once it was taken for the key of a tool
 */
const char *
dossier_show_get_number (DossierShow *self)
{
  g_return_val_if_fail (DOSSIER_IS_SHOW (self), "");

  return self->is_number_tool ? "" : self->number->str;
}

/**
 * dossier_show_confirm_number:
 * @self: a show
 *
 * Goes to the scene of the number that was typed, if there is one.
 *
 * Returns: whether a number was typed
 */
gboolean
dossier_show_confirm_number (DossierShow *self)
{
  int scene;

  g_return_val_if_fail (DOSSIER_IS_SHOW (self), FALSE);

  if (self->number->len == 0)
    return FALSE;

  if (self->is_number_tool)
    dossier_show_set_tool (self, self->tool_before);
  scene = dossier_show_find (self, self->number->str);
  dossier_show_clear_number (self);
  dossier_show_emit (self, DOSSIER_SHOW_STATE_CHANGED);
  if (scene >= 0)
    dossier_show_go_to (self, scene);

  return TRUE;
}

/**
 * dossier_show_escape:
 * @self: a show
 *
 * Takes back one thing that stands between the presenter and the plain show: a typed number, black or white, the freezing,
 * a tool, unattended play; in that order.
 *
 * Returns: whether there was any; if not, it is the show itself that is to be left
 */
gboolean
dossier_show_escape (DossierShow *self)
{
  g_return_val_if_fail (DOSSIER_IS_SHOW (self), FALSE);

  if (self->number->len > 0 && !self->is_number_tool)
    {
      dossier_show_clear_number (self);
      dossier_show_emit (self, DOSSIER_SHOW_STATE_CHANGED);
    }
  else if (self->blank != DOSSIER_BLANK_NONE)
    dossier_show_toggle_blank (self, self->blank);
  else if (self->is_frozen)
    dossier_show_toggle_frozen (self);
  else if (self->tool != DOSSIER_SHOW_TOOL_NONE)
    {
      dossier_show_clear_number (self);
      dossier_show_set_tool (self, DOSSIER_SHOW_TOOL_NONE);
    }
  else if (self->is_playing)
    dossier_show_set_playing (self, FALSE);
  else
    return FALSE;

  return TRUE;
}
