/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GByteArray *packed_pdf_unpack (gconstpointer data, gsize length);

G_END_DECLS
