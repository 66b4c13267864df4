/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window/dossier-editing.h"
#include "window/dossier-recovery.h"

G_BEGIN_DECLS

/* Editing has two files: dossier-editing-saving.c writes, dossier-editing.c has all else. */

/* What was asked for to go on once nothing can be lost any more. */
typedef struct
{
  DossierEditingFunc go_on;
  gpointer data;
  GDestroyNotify free_data;
} DossierEditingPending;

struct _DossierEditing
{
  GObject parent_instance;

  GtkWindow *window; /* (unowned): owns us; NULL once it is gone */
  DossierView *view;
  DossierStoryBook *book;     /* NULL if nothing can be edited */
  DossierRecovery *recovery;
  DossierDocument *document;  /* what the file holds; at first, what is open */
  gboolean is_beside;         /* what is edited is kept beside the dossier, not in it */
  GPtrArray *saving;          /* the state of the book that is being saved, NULL if none is */
  DossierEditingPending *pending;
  DossierEditingPlacesFunc get_places; /* NULL if there is no map */
  gpointer places_data;
};

void dossier_editing_tell (DossierEditing *self, const char *message);
/* The file that is edited, %NULL if it has none. */
GFile *dossier_editing_get_file (DossierEditing *self);
const char *dossier_editing_get_title (DossierEditing *self);

/* Does what was waited for; soon: when the dialog that is being answered is closed. */
void dossier_editing_go_on (DossierEditing *self);
void dossier_editing_go_on_soon (DossierEditing *self);
/* What was waited for is not to be done after all. */
void dossier_editing_drop_pending (DossierEditing *self);

/* Called with the id of the answer when the dialog is closed. */
AdwMessageDialog *dossier_editing_make_dialog (DossierEditing *self, const char *heading, const char *body, GCallback response_cb);
void dossier_editing_show_dialog (AdwMessageDialog *dialog, const char *chosen, const char *closing);

/* Returns: (transfer full) (nullable): the places that are to be saved, NULL if the file has them */
DossierPlaces *dossier_editing_find_places (DossierEditing *self);

G_END_DECLS
