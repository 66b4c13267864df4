/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-filter.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DossierDateFilter:
 *
 * The part of the filters in which dates are typed: as EDTF or in words, see dossier_range_to_edtf(). Below the entry it
 * says how they are understood, or what is wrong with them. They are filtered by once Enter is pressed, and what is
 * filtered by from elsewhere stands in the entry.
 */
#define DOSSIER_TYPE_DATE_FILTER (dossier_date_filter_get_type ())
G_DECLARE_FINAL_TYPE (DossierDateFilter, dossier_date_filter, DOSSIER, DATE_FILTER, GtkWidget)

void dossier_date_filter_set_filter (DossierDateFilter *self,
                                     DossierFilter *filter);

G_END_DECLS
