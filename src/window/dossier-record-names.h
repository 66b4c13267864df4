/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-records.h"

G_BEGIN_DECLS

const char *dossier_record_get_type_name (DossierRecord type);
const char *dossier_record_get_group_name (DossierRecord type);

G_END_DECLS
