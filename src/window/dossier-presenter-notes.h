/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-show.h"
#include "window/dossier-editing.h"

G_BEGIN_DECLS

/**
 * DossierPresenterNotes:
 *
 * The notes to the present scene, large enough to be read at a glance. They can be edited in the midst of a show: what is
 * typed goes into the story that is edited in the window from which the show was started, letter by letter, and can be
 * undone there.
 *
 * "edited" is emitted when an edit begins, and when it has ended.
 */
#define DOSSIER_TYPE_PRESENTER_NOTES (dossier_presenter_notes_get_type ())
G_DECLARE_FINAL_TYPE (DossierPresenterNotes, dossier_presenter_notes, DOSSIER, PRESENTER_NOTES, GtkWidget)

void dossier_presenter_notes_set_show (DossierPresenterNotes *self, DossierShow *show, DossierEditing *editing);
void dossier_presenter_notes_set_size (DossierPresenterNotes *self, int pixels);
void dossier_presenter_notes_scroll (DossierPresenterNotes *self, int direction);
gboolean dossier_presenter_notes_can_edit (DossierPresenterNotes *self);
gboolean dossier_presenter_notes_is_editing (DossierPresenterNotes *self);
gboolean dossier_presenter_notes_edit (DossierPresenterNotes *self);
gboolean dossier_presenter_notes_end_edit (DossierPresenterNotes *self);

G_END_DECLS
