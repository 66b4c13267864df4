/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean dossier_address_is_harmless (const char *uri,
                                      char **host);

G_END_DECLS
