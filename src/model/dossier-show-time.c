/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-show-private.h"

#include <math.h>
#include <string.h>

/**
 * dossier_show_is_clock_running:
 * @self: a show
 *
 * Returns: whether the stop watch runs; it starts when the first scene is left
 */
gboolean
dossier_show_is_clock_running (DossierShow *self)
{
  g_return_val_if_fail (DOSSIER_IS_SHOW (self), FALSE);

  return self->clock.is_running;
}

/**
 * dossier_show_toggle_clock:
 * @self: a show
 *
 * Stops the stop watch, or lets it go on.
 */
void
dossier_show_toggle_clock (DossierShow *self)
{
  g_return_if_fail (DOSSIER_IS_SHOW (self));

  dossier_show_clock_set_running (&self->clock, !self->clock.is_running, dossier_show_get_now (self));
  dossier_show_emit (self, DOSSIER_SHOW_STATE_CHANGED);
}

/**
 * dossier_show_reset_clock:
 * @self: a show
 *
 * Sets the stop watch back. If it does not run, it starts when the scene is left.
 */
void
dossier_show_reset_clock (DossierShow *self)
{
  g_return_if_fail (DOSSIER_IS_SHOW (self));

  dossier_show_clock_reset (&self->clock, dossier_show_get_now (self));
  dossier_show_emit (self, DOSSIER_SHOW_STATE_CHANGED);
}

/**
 * dossier_show_get_elapsed:
 * @self: a show
 *
 * Returns: what the stop watch shows, in seconds
 */
double
dossier_show_get_elapsed (DossierShow *self)
{
  g_return_val_if_fail (DOSSIER_IS_SHOW (self), 0);

  return (double) dossier_show_clock_get_elapsed (&self->clock, dossier_show_get_now (self)) / G_USEC_PER_SEC;
}

/**
 * dossier_show_get_scene_elapsed:
 * @self: a show
 *
 * Returns: for how many seconds the presenter has been at this scene
 */
double
dossier_show_get_scene_elapsed (DossierShow *self)
{
  g_return_val_if_fail (DOSSIER_IS_SHOW (self), 0);

  return (double) dossier_show_clock_get_elapsed (&self->scene_clock, dossier_show_get_now (self)) / G_USEC_PER_SEC;
}

static double *
dup_budgets (DossierShow *self)
{
  double *budgets = g_new (double, self->story->scenes.n);

  for (int i = 0; i < self->story->scenes.n; i++)
    budgets[i] = self->story->scenes.items[i].seconds;

  return budgets;
}

/**
 * dossier_show_get_planned:
 * @self: a show
 *
 * Returns: how many seconds all scenes that say it are to take, 0 if none says it
 */
double
dossier_show_get_planned (DossierShow *self)
{
  double seconds = 0;

  g_return_val_if_fail (DOSSIER_IS_SHOW (self), 0);

  for (int i = 0; i < self->story->scenes.n; i++)
    seconds += self->story->scenes.items[i].seconds;

  return seconds;
}

/**
 * dossier_show_get_deviation:
 * @self: a show
 *
 * Returns: by how many seconds the presenter is behind the schedule, as dossier_pace_get_deviation() has it
 */
double
dossier_show_get_deviation (DossierShow *self)
{
  g_autofree double *budgets = NULL;

  g_return_val_if_fail (DOSSIER_IS_SHOW (self), NAN);

  budgets = dup_budgets (self);

  return dossier_pace_get_deviation (budgets, self->story->scenes.n, self->position, dossier_show_get_elapsed (self));
}

/**
 * dossier_show_is_playing:
 * @self: a show
 *
 * Returns: whether it goes on by itself
 */
gboolean
dossier_show_is_playing (DossierShow *self)
{
  g_return_val_if_fail (DOSSIER_IS_SHOW (self), FALSE);

  return self->is_playing;
}

/**
 * dossier_show_set_playing:
 * @self: a show
 * @is_playing: whether it is to go on by itself, each scene staying as long as it says, or %DOSSIER_SHOW_SECONDS
 *
 * It waits while the audience is frozen, or sees black or white.
 */
void
dossier_show_set_playing (DossierShow *self, gboolean is_playing)
{
  g_return_if_fail (DOSSIER_IS_SHOW (self));

  if (self->is_playing == is_playing)
    return;

  self->is_playing = is_playing;
  dossier_show_update_play_clock (self);
  dossier_show_clock_reset (&self->play_clock, dossier_show_get_now (self));
  dossier_show_emit (self, DOSSIER_SHOW_STATE_CHANGED);
}

/**
 * dossier_show_is_looping:
 * @self: a show
 *
 * Returns: whether unattended play begins again after the last scene
 */
gboolean
dossier_show_is_looping (DossierShow *self)
{
  g_return_val_if_fail (DOSSIER_IS_SHOW (self), FALSE);

  return self->is_looping;
}

/**
 * dossier_show_set_looping:
 * @self: a show
 * @is_looping: whether unattended play is to begin again after the last scene
 */
void
dossier_show_set_looping (DossierShow *self, gboolean is_looping)
{
  g_return_if_fail (DOSSIER_IS_SHOW (self));

  if (self->is_looping == is_looping)
    return;

  self->is_looping = is_looping;
  dossier_show_emit (self, DOSSIER_SHOW_STATE_CHANGED);
}

/* By DossierShowTool. */
static const char tool_keys[] = "12534";

/* A digit that stayed alone is the key of a tool; a number that nobody confirms is forgotten. */
static void
settle_number (DossierShow *self)
{
  gint64 waited = dossier_show_get_now (self) - self->number_time;

  if (self->number->len == 0)
    return;

  if (waited >= DOSSIER_SHOW_NUMBER_WAIT)
    {
      dossier_show_clear_number (self);
      dossier_show_emit (self, DOSSIER_SHOW_STATE_CHANGED);
    }
  else if (waited >= DOSSIER_SHOW_TOOL_WAIT && self->number->len == 1 && !self->is_number_tool && strchr (tool_keys, self->number->str[0]) != NULL)
    {
      self->is_number_tool = TRUE;
      self->tool_before = self->tool;
      dossier_show_set_tool (self, (DossierShowTool) (strchr (tool_keys, self->number->str[0]) - tool_keys));
      dossier_show_emit (self, DOSSIER_SHOW_STATE_CHANGED);
    }
}

/**
 * dossier_show_tick:
 * @self: a show
 *
 * Does what is due; to be called a few times a second.
 */
void
dossier_show_tick (DossierShow *self)
{
  double seconds;

  g_return_if_fail (DOSSIER_IS_SHOW (self));

  settle_number (self);

  if (!self->is_playing)
    return;
  seconds = self->story->scenes.items[self->shown].seconds;
  if (dossier_show_clock_get_elapsed (&self->play_clock, dossier_show_get_now (self)) < (seconds > 0 ? seconds : DOSSIER_SHOW_SECONDS) * G_USEC_PER_SEC)
    return;

  if (self->position + 1 < self->story->scenes.n)
    dossier_show_move (self, self->position + 1);
  else if (self->is_looping && self->story->scenes.n > 1)
    dossier_show_move (self, 0);
  else if (!self->is_looping)
    dossier_show_set_playing (self, FALSE);
}
