/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DossierShowInk:
 *
 * What a presenter has drawn over scenes with the pen: strokes, each of a scene. It is forgotten when the show ends.
 */
typedef struct _DossierShowInk DossierShowInk;

/**
 * DossierShowPoint:
 * @x: from the left edge of the picture, 0 to 1
 * @y: from its upper edge, 0 to 1
 */
typedef struct
{
  double x;
  double y;
} DossierShowPoint;

/** DOSSIER_SHOW_ERASER: how far the eraser reaches, as a share of the picture's width and height alike */
#define DOSSIER_SHOW_ERASER 0.02

DossierShowInk *dossier_show_ink_new (void);
void dossier_show_ink_free (DossierShowInk *self);

void dossier_show_ink_begin (DossierShowInk *self, int scene, double x, double y);
void dossier_show_ink_extend (DossierShowInk *self, double x, double y);
gboolean dossier_show_ink_erase (DossierShowInk *self, int scene, double x, double y);
gboolean dossier_show_ink_undo (DossierShowInk *self, int scene);
gboolean dossier_show_ink_clear (DossierShowInk *self, int scene);

int dossier_show_ink_get_n (DossierShowInk *self);
const DossierShowPoint *dossier_show_ink_get (DossierShowInk *self, int stroke, int scene, int *n_points);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierShowInk, dossier_show_ink_free)

G_END_DECLS
