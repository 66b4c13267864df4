/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DossierDateOrder:
 * @DOSSIER_DATE_ORDER_DAY_FIRST: 29 March 2024
 * @DOSSIER_DATE_ORDER_MONTH_FIRST: March 29, 2024
 * @DOSSIER_DATE_ORDER_YEAR_FIRST: 2024 March 29
 *
 * In which order a locale writes the parts of a date.
 */
typedef enum
{
  DOSSIER_DATE_ORDER_DAY_FIRST,
  DOSSIER_DATE_ORDER_MONTH_FIRST,
  DOSSIER_DATE_ORDER_YEAR_FIRST,
} DossierDateOrder;

/**
 * DossierLocaleForm:
 * @order: in which order the parts of a date stand
 * @has_12_hours: whether hours are counted to 12, twice a day
 * @year_mark: what stands behind a year, such as "年", or empty
 * @month_mark: what stands behind the number of a month, such as "月", or empty
 * @day_mark: what stands behind a day, such as "日", or empty
 * @has_gaps: whether a blank stands between a part with its mark and the next, as in Korean
 *
 * How people of a locale write dates and times, as far as the C library knows: it has formats of whole dates only,
 * and the axis of the timeline needs parts of them.
 */
typedef struct
{
  DossierDateOrder order;
  gboolean has_12_hours;
  char year_mark[16];
  char month_mark[16];
  char day_mark[16];
  gboolean has_gaps;
} DossierLocaleForm;

void dossier_locale_form_read (DossierLocaleForm *form,
                               const char *date_format,
                               const char *date_and_time_format,
                               const char *time_format);
void dossier_locale_form_get (DossierLocaleForm *form);
void dossier_locale_form_set (const DossierLocaleForm *form);

G_END_DECLS
