/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DossierArena:
 *
 * Memory that is handed out in small pieces and given back all at once.
 *
 * A document makes hundreds of thousands of small strings and lists that live exactly as long as it does;
 * and the reader makes the same for every single event, to forget them at the next. One block each would
 * cost 16 bytes and a call to free().
 *
 * An arena is not safe for use from two threads at a time.
 */
typedef struct _DossierArena DossierArena;

DossierArena *dossier_arena_new   (void);
void          dossier_arena_free  (DossierArena *arena);
void          dossier_arena_reset (DossierArena *arena);

gpointer      dossier_arena_alloc (DossierArena *arena, gsize size);
char         *dossier_arena_strndup (DossierArena *arena, const char *text, gsize length);
char         *dossier_arena_strdup  (DossierArena *arena, const char *text);
gsize         dossier_arena_get_size (DossierArena *arena);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierArena, dossier_arena_free)

G_END_DECLS
