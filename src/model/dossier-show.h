/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-document.h"
#include "model/dossier-show-clock.h"
#include "model/dossier-show-ink.h"

G_BEGIN_DECLS

/**
 * DossierBlank:
 * @DOSSIER_BLANK_NONE: the audience sees the scene
 * @DOSSIER_BLANK_BLACK: it sees nothing but black
 * @DOSSIER_BLANK_WHITE: it sees nothing but white
 */
typedef enum
{
  DOSSIER_BLANK_NONE,
  DOSSIER_BLANK_BLACK,
  DOSSIER_BLANK_WHITE,
} DossierBlank;

/**
 * DossierShowTool:
 * @DOSSIER_SHOW_TOOL_NONE: the pointer means nothing to the audience
 * @DOSSIER_SHOW_TOOL_POINTER: it is a large dot
 * @DOSSIER_SHOW_TOOL_SPOTLIGHT: all but its surroundings is dark
 * @DOSSIER_SHOW_TOOL_PEN: it draws
 * @DOSSIER_SHOW_TOOL_ERASER: it takes away what was drawn
 */
typedef enum
{
  DOSSIER_SHOW_TOOL_NONE,
  DOSSIER_SHOW_TOOL_POINTER,
  DOSSIER_SHOW_TOOL_SPOTLIGHT,
  DOSSIER_SHOW_TOOL_PEN,
  DOSSIER_SHOW_TOOL_ERASER,
} DossierShowTool;

/**
 * DossierShow:
 *
 * A story that is being presented: which scene the presenter is at and which one the audience sees, what hides it, where
 * the presenter came from, how long it takes. The windows read it, and tell it what is to happen; it knows none of them.
 *
 * Scenes are counted from 0; what people type and read counts from 1.
 *
 * Signals, each after the change:
 * - "scene-changed": the presenter is at another scene
 * - "audience-changed": the audience is to see something else: another scene, black or white, another tool, the pointer at
 *   another place, or what was drawn
 * - "state-changed": anything else that a presenter is told: what is frozen, bookmarked, typed, playing; the stop watch
 *   was started, stopped or set back
 */
#define DOSSIER_TYPE_SHOW (dossier_show_get_type ())
G_DECLARE_FINAL_TYPE (DossierShow, dossier_show, DOSSIER, SHOW, GObject)

/**
 * DossierShowTimeFunc:
 * @data: what was given along with the function
 *
 * Returns: the time in microseconds, of a clock that never goes back
 */
typedef gint64 (*DossierShowTimeFunc) (gpointer data);

/** DOSSIER_SHOW_SECONDS: how long a scene stays in unattended play that does not say it, in seconds */
#define DOSSIER_SHOW_SECONDS 20.0

/** DOSSIER_SHOW_TOOL_WAIT: so long a typed digit may still become a number before it is a tool, in microseconds */
#define DOSSIER_SHOW_TOOL_WAIT (G_USEC_PER_SEC * 6 / 10)

/** DOSSIER_SHOW_NUMBER_WAIT: so long a typed number waits to be confirmed before it is forgotten, in microseconds */
#define DOSSIER_SHOW_NUMBER_WAIT (G_USEC_PER_SEC * 4)

DossierShow *dossier_show_new (DossierDocument *document, int story, int scene);
void dossier_show_set_time_func (DossierShow *self, DossierShowTimeFunc get_time, gpointer data);

DossierDocument *dossier_show_get_document (DossierShow *self);
int dossier_show_get_story_index (DossierShow *self);
const DossierStory *dossier_show_get_story (DossierShow *self);
int dossier_show_get_n_scenes (DossierShow *self);
const DossierScene *dossier_show_get_scene (DossierShow *self, int scene);
const char *dossier_show_get_title (DossierShow *self, int scene);

/* Where the presenter is. */
int dossier_show_get_position (DossierShow *self);
int dossier_show_get_next (DossierShow *self);
gboolean dossier_show_step (DossierShow *self, int steps);
void dossier_show_go_to (DossierShow *self, int scene);
gboolean dossier_show_can_go_back (DossierShow *self);
gboolean dossier_show_go_back (DossierShow *self);
int dossier_show_get_bookmark (DossierShow *self);
void dossier_show_toggle_bookmark (DossierShow *self);
gboolean dossier_show_return_to_bookmark (DossierShow *self);
int dossier_show_find (DossierShow *self, const char *words);
void dossier_show_list_found (DossierShow *self, const char *words, GArray *scenes);

/* A number that is being typed. */
void dossier_show_type_digit (DossierShow *self, int digit);
const char *dossier_show_get_number (DossierShow *self);
gboolean dossier_show_confirm_number (DossierShow *self);

/* What the audience sees. */
int dossier_show_get_shown (DossierShow *self);
DossierBlank dossier_show_get_blank (DossierShow *self);
void dossier_show_toggle_blank (DossierShow *self, DossierBlank blank);
gboolean dossier_show_is_frozen (DossierShow *self);
void dossier_show_toggle_frozen (DossierShow *self);
DossierShowTool dossier_show_get_tool (DossierShow *self);
void dossier_show_set_tool (DossierShow *self, DossierShowTool tool);
gboolean dossier_show_get_point (DossierShow *self, double *x, double *y);
void dossier_show_set_point (DossierShow *self, double x, double y);
DossierShowInk *dossier_show_get_ink (DossierShow *self);
void dossier_show_draw (DossierShow *self, int scene, double x, double y, gboolean begins);
gboolean dossier_show_undo_stroke (DossierShow *self);
gboolean dossier_show_clear_ink (DossierShow *self);

/* Time. */
gboolean dossier_show_is_clock_running (DossierShow *self);
void dossier_show_toggle_clock (DossierShow *self);
void dossier_show_reset_clock (DossierShow *self);
double dossier_show_get_elapsed (DossierShow *self);
double dossier_show_get_scene_elapsed (DossierShow *self);
double dossier_show_get_planned (DossierShow *self);
double dossier_show_get_deviation (DossierShow *self);

/* Unattended play. */
gboolean dossier_show_is_playing (DossierShow *self);
void dossier_show_set_playing (DossierShow *self, gboolean is_playing);
gboolean dossier_show_is_looping (DossierShow *self);
void dossier_show_set_looping (DossierShow *self, gboolean is_looping);
void dossier_show_tick (DossierShow *self);

gboolean dossier_show_escape (DossierShow *self);

G_END_DECLS
