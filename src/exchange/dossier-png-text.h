/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void dossier_png_add_text (GByteArray *png,
                           const char *keyword,
                           const char *text);

G_END_DECLS
