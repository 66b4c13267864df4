/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window/dossier-choice.h"
#include "window/dossier-editing.h"
#include "window/dossier-presentation.h"

G_BEGIN_DECLS

/**
 * DossierPresenting:
 *
 * How a window comes to present a story of what is open in it, with all that was edited, saved or not: which story, from
 * which scene on, and that there is one show at a time.
 *
 * Signals:
 * - "told" (message): why nothing is presented
 * - "asked" (GPtrArray of DossierChoice): which of these stories is it to be? dossier_presenting_choose() is the answer
 */
#define DOSSIER_TYPE_PRESENTING (dossier_presenting_get_type ())
G_DECLARE_FINAL_TYPE (DossierPresenting, dossier_presenting, DOSSIER, PRESENTING, GObject)

/**
 * DossierPresentingSight:
 * @is_from_here: whether to begin with the scene that is most like what is seen, and not with the first
 * @selected: what is selected
 * @begin: the first second in sight
 * @end: the last one; not after @begin if no dates are in sight
 *
 * What is seen in the window as it begins.
 */
typedef struct
{
  gboolean is_from_here;
  DossierRef selected;
  gint64 begin;
  gint64 end;
} DossierPresentingSight;

DossierPresenting *dossier_presenting_new (GtkWindow *window, DossierEditing *editing);

gboolean dossier_presenting_has_story (DossierPresenting *self);
void dossier_presenting_begin (DossierPresenting *self, const DossierPresentingSight *sight);
gboolean dossier_presenting_choose (DossierPresenting *self, DossierChoice *choice);

G_END_DECLS
