/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-show-private.h"

#include <math.h>

/**
 * dossier_show_get_shown:
 * @self: a show
 *
 * Returns: the scene that the audience sees, or would see if it were not black or white
 */
int
dossier_show_get_shown (DossierShow *self)
{
  g_return_val_if_fail (DOSSIER_IS_SHOW (self), 0);

  return self->shown;
}

/**
 * dossier_show_get_blank:
 * @self: a show
 *
 * Returns: what hides the scene from the audience
 */
DossierBlank
dossier_show_get_blank (DossierShow *self)
{
  g_return_val_if_fail (DOSSIER_IS_SHOW (self), DOSSIER_BLANK_NONE);

  return self->blank;
}

/**
 * dossier_show_toggle_blank:
 * @self: a show
 * @blank: black or white
 *
 * Hides the scene from the audience by it; shows it again if it is hidden by just that.
 */
void
dossier_show_toggle_blank (DossierShow *self, DossierBlank blank)
{
  g_return_if_fail (DOSSIER_IS_SHOW (self));

  self->blank = self->blank == blank ? DOSSIER_BLANK_NONE : blank;
  dossier_show_update_play_clock (self);
  dossier_show_emit (self, DOSSIER_SHOW_AUDIENCE_CHANGED);
}

/**
 * dossier_show_is_frozen:
 * @self: a show
 *
 * Returns: whether the audience goes on seeing what it saw, wherever the presenter goes
 */
gboolean
dossier_show_is_frozen (DossierShow *self)
{
  g_return_val_if_fail (DOSSIER_IS_SHOW (self), FALSE);

  return self->is_frozen;
}

/**
 * dossier_show_toggle_frozen:
 * @self: a show
 *
 * Freezes what the audience sees, or lets it follow to where the presenter has gone.
 */
void
dossier_show_toggle_frozen (DossierShow *self)
{
  gboolean follows;

  g_return_if_fail (DOSSIER_IS_SHOW (self));

  self->is_frozen = !self->is_frozen;
  follows = !self->is_frozen && self->shown != self->position;
  if (follows)
    {
      self->shown = self->position;
      dossier_show_clock_reset (&self->play_clock, dossier_show_get_now (self));
    }
  dossier_show_update_play_clock (self);
  dossier_show_emit (self, DOSSIER_SHOW_STATE_CHANGED);
  if (follows)
    dossier_show_emit (self, DOSSIER_SHOW_AUDIENCE_CHANGED);
}

/**
 * dossier_show_get_tool:
 * @self: a show
 *
 * Returns: what the pointer is to the audience
 */
DossierShowTool
dossier_show_get_tool (DossierShow *self)
{
  g_return_val_if_fail (DOSSIER_IS_SHOW (self), DOSSIER_SHOW_TOOL_NONE);

  return self->tool;
}

/**
 * dossier_show_set_tool:
 * @self: a show
 * @tool: what the pointer is to be to the audience
 */
void
dossier_show_set_tool (DossierShow *self, DossierShowTool tool)
{
  g_return_if_fail (DOSSIER_IS_SHOW (self));

  if (self->tool == tool)
    return;

  self->tool = tool;
  dossier_show_emit (self, DOSSIER_SHOW_AUDIENCE_CHANGED);
}

/**
 * dossier_show_get_point:
 * @self: a show
 * @x: (out): from the left edge of the picture, 0 to 1
 * @y: (out): from its upper edge, 0 to 1
 *
 * Returns: whether the pointer is upon the picture; else neither is set
 */
gboolean
dossier_show_get_point (DossierShow *self, double *x, double *y)
{
  g_return_val_if_fail (DOSSIER_IS_SHOW (self), FALSE);

  if (isnan (self->x))
    return FALSE;
  *x = self->x;
  *y = self->y;

  return TRUE;
}

/**
 * dossier_show_set_point:
 * @self: a show
 * @x: from the left edge of the picture, 0 to 1; NAN if the pointer is not upon it
 * @y: from its upper edge, likewise
 *
 * Where the pointer is, be it over what the audience sees or over the presenter's picture of it.
 */
void
dossier_show_set_point (DossierShow *self, double x, double y)
{
  g_return_if_fail (DOSSIER_IS_SHOW (self));

  if ((isnan (x) && isnan (self->x)) || (x == self->x && y == self->y))
    return;

  self->x = x;
  self->y = y;
  if (self->tool != DOSSIER_SHOW_TOOL_NONE)
    dossier_show_emit (self, DOSSIER_SHOW_AUDIENCE_CHANGED);
}

/**
 * dossier_show_get_ink:
 * @self: a show
 *
 * Returns: (transfer none): what was drawn over its scenes
 */
DossierShowInk *
dossier_show_get_ink (DossierShow *self)
{
  g_return_val_if_fail (DOSSIER_IS_SHOW (self), NULL);

  return self->ink;
}

/**
 * dossier_show_draw:
 * @self: a show
 * @scene: over which scene
 * @x: where the pointer is, from the left edge of the picture, 0 to 1
 * @y: likewise, from its upper edge
 * @begins: whether it has just been put down there; else it has come from where it was before
 *
 * Draws with the pen, or takes away with the eraser, whichever of them is in use.
 */
void
dossier_show_draw (DossierShow *self, int scene, double x, double y, gboolean begins)
{
  g_return_if_fail (DOSSIER_IS_SHOW (self) && scene >= 0 && scene < self->story->scenes.n);

  if (self->tool == DOSSIER_SHOW_TOOL_PEN && begins)
    dossier_show_ink_begin (self->ink, scene, x, y);
  else if (self->tool == DOSSIER_SHOW_TOOL_PEN)
    dossier_show_ink_extend (self->ink, x, y);
  else if (self->tool != DOSSIER_SHOW_TOOL_ERASER || !dossier_show_ink_erase (self->ink, scene, x, y))
    return;

  dossier_show_emit (self, DOSSIER_SHOW_AUDIENCE_CHANGED);
}

/**
 * dossier_show_undo_stroke:
 * @self: a show
 *
 * Takes away what was drawn last over the presenter's scene.
 *
 * Returns: whether there was anything
 */
gboolean
dossier_show_undo_stroke (DossierShow *self)
{
  g_return_val_if_fail (DOSSIER_IS_SHOW (self), FALSE);

  if (!dossier_show_ink_undo (self->ink, self->position))
    return FALSE;
  dossier_show_emit (self, DOSSIER_SHOW_AUDIENCE_CHANGED);

  return TRUE;
}

/**
 * dossier_show_clear_ink:
 * @self: a show
 *
 * Takes away all that was drawn over the presenter's scene.
 *
 * Returns: whether there was anything
 */
gboolean
dossier_show_clear_ink (DossierShow *self)
{
  g_return_val_if_fail (DOSSIER_IS_SHOW (self), FALSE);

  if (!dossier_show_ink_clear (self->ink, self->position))
    return FALSE;
  dossier_show_emit (self, DOSSIER_SHOW_AUDIENCE_CHANGED);

  return TRUE;
}
