/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Memory for arrays that may be very large. What malloc() keeps of it after it was freed, and how, depends on the
 * thread and on what else is there; these go to the system and come from it, whenever they are of more than some pages.
 */

gpointer dossier_pages_alloc  (gsize n, gsize size);
gpointer dossier_pages_resize (gpointer array, gsize n, gsize size);
void     dossier_pages_free   (gpointer array);

/* As g_new() and g_renew() are. */
#define dossier_pages_new(Type, n) ((Type *) dossier_pages_alloc ((n), sizeof (Type)))
#define dossier_pages_renew(Type, array, n) ((Type *) dossier_pages_resize ((array), (n), sizeof (Type)))

G_END_DECLS
