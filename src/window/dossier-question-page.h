/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-view.h"
#include "model/dossier-weighing.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DossierQuestionPage:
 *
 * The dossier's question and its possible answers, weighed: the balance, what can be taken off it, how it adds up, and
 * below that every statement that bears on an answer.
 */
#define DOSSIER_TYPE_QUESTION_PAGE (dossier_question_page_get_type ())
G_DECLARE_FINAL_TYPE (DossierQuestionPage, dossier_question_page, DOSSIER, QUESTION_PAGE, GtkWidget)

void dossier_question_page_set_view (DossierQuestionPage *self,
                                     DossierView *view);
DossierWeighing *dossier_question_page_get_weighing (DossierQuestionPage *self);

G_END_DECLS
