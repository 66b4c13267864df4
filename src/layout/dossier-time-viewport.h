/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-time-order.h"
#include "model/dossier-span.h"

G_BEGIN_DECLS

/**
 * DOSSIER_TIME_FINEST:
 *
 * The smallest number of seconds a pixel can stand for: a second is then 128 pixels wide.
 */
#define DOSSIER_TIME_FINEST (1.0 / 128)

/**
 * DossierTimeViewport:
 * @origin: the second at the left edge
 * @fraction: how far the left edge lies within that second, 0 to 1 (exclusive)
 * @seconds_per_pixel: how much time a pixel stands for, at least %DOSSIER_TIME_FINEST
 * @width: how many pixels are seen, at least 1
 *
 * Which stretch of time is seen, and how large: a plain value.
 *
 * The place of the left edge is kept as a whole number and a fraction, because a double that counts seconds
 * from 1970 can no longer tell two seconds apart ten billion years away. All functions subtract whole seconds
 * first, and so nothing jitters at any zoom.
 */
typedef struct
{
  gint64 origin;
  double fraction;
  double seconds_per_pixel;
  double width;
} DossierTimeViewport;

void dossier_time_viewport_init (DossierTimeViewport *viewport, gint64 begin, gint64 end, double width);
double dossier_time_difference (gint64 later, gint64 earlier);

double dossier_time_viewport_get_x (const DossierTimeViewport *viewport, gint64 time);
double dossier_time_viewport_get_end_x (const DossierTimeViewport *viewport, gint64 last_second);
gint64 dossier_time_viewport_get_time (const DossierTimeViewport *viewport, double x);
void dossier_time_viewport_get_range (const DossierTimeViewport *viewport, gint64 *first, gint64 *last);
gboolean dossier_time_viewport_equal (const DossierTimeViewport *a, const DossierTimeViewport *b);

DossierTimeViewport dossier_time_viewport_clamped (const DossierTimeViewport *viewport);
DossierTimeViewport dossier_time_viewport_panned (const DossierTimeViewport *viewport, double pixels);
DossierTimeViewport dossier_time_viewport_zoomed (const DossierTimeViewport *viewport, double factor, double x);
DossierTimeViewport dossier_time_viewport_resized (const DossierTimeViewport *viewport, double width);
DossierTimeViewport dossier_time_viewport_fitted (const DossierTimeViewport *viewport,
                                                  gint64 begin,
                                                  gint64 end,
                                                  double margin);
DossierTimeViewport dossier_time_viewport_centred (const DossierTimeViewport *viewport, gint64 time);

double dossier_time_viewport_get_distance (const DossierTimeViewport *from,
                                           const DossierTimeViewport *to);
DossierTimeViewport dossier_time_viewport_between (const DossierTimeViewport *from,
                                                   const DossierTimeViewport *to,
                                                   double progress);

gboolean dossier_time_find_range (DossierTimeFunc get_time, gpointer data, int n_times, gint64 *begin, gint64 *end);

G_END_DECLS
