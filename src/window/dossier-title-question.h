/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DossierTitleFunc:
 * @title: (nullable): what was typed, not empty; %NULL if the question was not answered
 * @data: what was given along with the function
 */
typedef void (*DossierTitleFunc) (const char *title, gpointer data);

void dossier_title_question_ask (GtkWindow *parent, const char *heading, const char *accept, const char *title, DossierTitleFunc callback, gpointer data);

G_END_DECLS
