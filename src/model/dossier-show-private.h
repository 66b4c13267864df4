/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-show.h"

G_BEGIN_DECLS

struct _DossierShow
{
  GObject parent_instance;

  DossierDocument *document;
  const DossierStory *story;
  int story_index;
  DossierShowTimeFunc get_time;
  gpointer time_data;

  int position;
  int shown;       /* what the audience sees; another than the presenter's only while it is frozen */
  int bookmark;    /* -1 for none */
  GArray *history; /* of int: where the presenter jumped from, the last at the end */

  DossierBlank blank;
  gboolean is_frozen;
  DossierShowTool tool;
  DossierShowInk *ink;
  double x, y; /* of the pointer, 0 to 1 from the upper left corner of the picture; NAN if it is not there */

  GString *number;             /* typed, empty for none */
  gint64 number_time;          /* when its last digit was */
  gboolean is_number_tool;     /* whether it was taken for the key of a tool already */
  DossierShowTool tool_before; /* which one was in use before that */

  DossierShowClock clock;
  DossierShowClock scene_clock; /* how long the presenter is at the scene */
  DossierShowClock play_clock;  /* how long the audience has seen the scene in unattended play */
  gboolean is_playing;
  gboolean is_looping;
};

/**
 * DossierShowSignal:
 *
 * The signals of a show, in their order.
 */
typedef enum
{
  DOSSIER_SHOW_SCENE_CHANGED,
  DOSSIER_SHOW_AUDIENCE_CHANGED,
  DOSSIER_SHOW_STATE_CHANGED,
  DOSSIER_SHOW_N_SIGNALS,
} DossierShowSignal;

void dossier_show_emit (DossierShow *self, DossierShowSignal signal);
gint64 dossier_show_get_now (DossierShow *self);
void dossier_show_update_play_clock (DossierShow *self);
void dossier_show_clear_number (DossierShow *self);
void dossier_show_move (DossierShow *self, int position);

G_END_DECLS
