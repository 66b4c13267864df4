/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * JSON pointers (RFC 6901), which name a place in a document: "" is the whole, "/events/3/title" a field of the
 * fourth event.
 */

void dossier_pointer_append_name  (GString *pointer, const char *name);
void dossier_pointer_append_index (GString *pointer, gsize index);

G_END_DECLS
