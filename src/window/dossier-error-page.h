/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-report.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DossierErrorPage:
 *
 * Says why a file cannot be shown: each thing that was found with where it stands, what is wrong and what would
 * be right. What was open before is one button away.
 */
#define DOSSIER_TYPE_ERROR_PAGE (dossier_error_page_get_type ())
G_DECLARE_FINAL_TYPE (DossierErrorPage, dossier_error_page, DOSSIER, ERROR_PAGE, GtkWidget)

void dossier_error_page_show (DossierErrorPage *self,
                              const char *file_name,
                              DossierReport *report,
                              const char *open_title);

G_END_DECLS
