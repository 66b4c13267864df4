/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DossierPaintThread:
 *
 * A thread that paints what was asked for last, and tells who asked when there is something to be seen. What is to be
 * painted, and what has been, belongs to who has the thread, and is looked at by both under its lock.
 */
typedef struct _DossierPaintThread DossierPaintThread;

/**
 * DossierPaintThreadFuncs:
 * @is_asked: whether there is something to paint; called in any thread, under the lock
 * @paint: paints one thing; called in the thread, under the lock, of which it lets go while it paints
 * @ready: (nullable): called in the main context of who has made the thread, after dossier_paint_thread_tell()
 *
 * What a thread does. All are called with the data that it was made with.
 */
typedef struct
{
  gboolean (*is_asked) (gpointer data);
  void (*paint) (gpointer data);
  void (*ready) (gpointer data);
} DossierPaintThreadFuncs;

DossierPaintThread *dossier_paint_thread_new           (const char *name, int priority, const DossierPaintThreadFuncs *funcs, gpointer data);
void                dossier_paint_thread_free          (DossierPaintThread *self);

void                dossier_paint_thread_lock          (DossierPaintThread *self);
void                dossier_paint_thread_unlock        (DossierPaintThread *self);
void                dossier_paint_thread_wake          (DossierPaintThread *self);
void                dossier_paint_thread_tell          (DossierPaintThread *self);

gboolean            dossier_paint_thread_is_busy       (DossierPaintThread *self);
gboolean            dossier_paint_thread_is_superseded (DossierPaintThread *self);
gboolean            dossier_paint_thread_wait          (DossierPaintThread *self, gint64 usec);

gint64              dossier_paint_thread_get_time      (void);

G_END_DECLS
