/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DossierBox:
 * @x: its middle, to the right
 * @y: its middle, downward
 * @half_width: half of its width, at least 0
 * @half_height: half of its height, at least 0
 * @fixed: whether it must stay where it is
 *
 * A rectangle that shall not lie on others.
 */
typedef struct
{
  double x;
  double y;
  double half_width;
  double half_height;
  gboolean fixed;
} DossierBox;

int dossier_overlap_removal_count (const DossierBox *boxes, int n_boxes, double gap);
int dossier_overlap_removal_push (DossierBox *boxes, int n_boxes, double gap);
void dossier_overlap_removal_run (DossierBox *boxes, int n_boxes, double gap);

G_END_DECLS
