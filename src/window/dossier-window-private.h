/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-loader.h"
#include "widgets/dossier-panes.h"
#include "widgets/dossier-title-bar.h"
#include "window/dossier-chooser.h"
#include "window/dossier-details.h"
#include "window/dossier-error-page.h"
#include "window/dossier-file-watch.h"
#include "window/dossier-loading-bar.h"
#include "window/dossier-notice-bar.h"
#include "window/dossier-presenting.h"
#include "window/dossier-start-panel.h"
#include "window/dossier-views.h"
#include "window/dossier-window.h"

G_BEGIN_DECLS

/*
 * The window has three files: dossier-window.c has its parts and keeps them in step, dossier-window-reading.c gets dossiers
 * into it, dossier-window-actions.c does what is asked for by name.
 */

struct _DossierWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  DossierTitleBar *title;
  GtkWidget *open_button;
  GtkMenuButton *menu_button;
  GtkWidget *filters_button;
  GtkWidget *details_button;
  GtkWidget *search_button;
  GtkWidget *present_button;
  GtkWidget *history_box;
  GtkStack *pages;
  AdwStatusPage *empty_page;
  AdwStatusPage *loading_page;
  GtkProgressBar *progress;
  DossierErrorPage *error_page;
  DossierLoadingBar *loading_bar;
  DossierNoticeBar *notice;
  DossierPanes *panes;
  DossierStartPanel *start_panel;
  DossierViews *views;
  DossierDetails *details;
  GtkWidget *header;
  DossierChooser *chooser;

  DossierEditing *editing;
  AdwToast *undo_toast; /* (unowned): offers to undo the last change; NULL if there is none */
  DossierView *view;
  DossierView *view_before; /* what was open before the preview that is shown now, NULL if nothing was */
  char *document_title; /* of what is open, NULL if nothing is */
  DossierLoader *loader; /* of what is being read, NULL if nothing is */
  GCancellable *reading;
  JsonObject *filtered; /* what was filtered in the preview when all was read, NULL before */
  guint loading_id;
  DossierPresenting *presenting;
  DossierDestination *destination; /* where to go once all is read, NULL to stay at the beginning */
  DossierFileWatch *watch;
  DossierReport *failure; /* why the file that was changed since cannot be read, NULL if it can */
};

/* Brings a page to the top: "empty", "loading", "error" or "explore". */
void dossier_window_show_page (DossierWindow *self, const char *name);
/* What is open, or that nothing is. */
void dossier_window_show_open_document (DossierWindow *self);
/* Shows @view everywhere; with %NULL, that nothing is open. */
void dossier_window_show_view (DossierWindow *self, DossierView *view);
/* Whether only the first events of what is being read are shown. */
gboolean dossier_window_is_previewing (DossierWindow *self);
/* Says @what in passing. */
void dossier_window_tell (DossierWindow *self, const char *what);
/* Returns: (transfer full): the name of @file without its folder */
char *dossier_window_dup_display_name (GFile *file);

void dossier_window_install_reading_actions (GtkWidgetClass *widget_class);
void dossier_window_init_reading (DossierWindow *self);
/* Lets go of what was needed for reading. */
void dossier_window_stop_loading (DossierWindow *self);

void dossier_window_install_actions (GtkWidgetClass *widget_class);
/* What is asked for by typing is chosen in a popover of its own. */
void dossier_window_init_chooser (DossierWindow *self);

G_END_DECLS
