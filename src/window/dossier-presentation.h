/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-show.h"
#include "window/dossier-audience-window.h"
#include "window/dossier-presenter-window.h"

G_BEGIN_DECLS

/**
 * DossierPresentation:
 *
 * Runs a show: opens the window of the audience and the console of the presenter on their monitors, follows as monitors
 * come and go, and does what keys, clicks, wheel, clickers and buttons ask for in either window. It touches nothing else:
 * whatever window it was started from is as it was when it ends.
 *
 * It keeps itself alive until it has ended.
 *
 * Signals: "ended": both windows are gone.
 */
#define DOSSIER_TYPE_PRESENTATION (dossier_presentation_get_type ())
G_DECLARE_FINAL_TYPE (DossierPresentation, dossier_presentation, DOSSIER, PRESENTATION, GObject)

DossierPresentation *dossier_presentation_start (GtkWindow *from, DossierEditing *editing, DossierDocument *document, int story, int scene);
void dossier_presentation_end (DossierPresentation *self);

DossierShow *dossier_presentation_get_show (DossierPresentation *self);
DossierAudienceWindow *dossier_presentation_get_audience (DossierPresentation *self);
DossierPresenterWindow *dossier_presentation_get_console (DossierPresentation *self);
void dossier_presentation_raise (DossierPresentation *self);

G_END_DECLS
