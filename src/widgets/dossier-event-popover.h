/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-filter.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DossierEventPopover:
 *
 * Lists the events of a dense spot. "picked" (int event) is emitted when one of them is chosen.
 */
#define DOSSIER_TYPE_EVENT_POPOVER (dossier_event_popover_get_type ())
G_DECLARE_FINAL_TYPE (DossierEventPopover, dossier_event_popover, DOSSIER, EVENT_POPOVER, GtkPopover)

GtkWidget *dossier_event_popover_new (DossierDocument *document,
                                      const int *events,
                                      int n_events,
                                      DossierFilter *filter);
void dossier_event_popover_set_heading (DossierEventPopover *self,
                                        const char *heading);
void dossier_event_popover_add_footer (DossierEventPopover *self,
                                       GtkWidget *footer);
void dossier_event_popover_attach (DossierEventPopover *self,
                                   GtkWidget *parent);

G_END_DECLS
