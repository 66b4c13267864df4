/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DossierNoticeBar:
 *
 * A line above the views that says what is wrong with the file behind them, until it is put away or no longer so. What
 * it offers to do is an action of the window. (AdwBanner came with libadwaita 1.3.)
 */
#define DOSSIER_TYPE_NOTICE_BAR (dossier_notice_bar_get_type ())
G_DECLARE_FINAL_TYPE (DossierNoticeBar, dossier_notice_bar, DOSSIER, NOTICE_BAR, GtkWidget)

void dossier_notice_bar_show (DossierNoticeBar *self,
                              const char *message,
                              const char *action,
                              const char *label);
void dossier_notice_bar_hide (DossierNoticeBar *self);

G_END_DECLS
