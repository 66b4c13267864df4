/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DossierAscending:
 *
 * Millions of numbers that never fall, such as where records begin in a file, in a quarter of the memory or less: 64
 * of them share a base, and each takes as many bytes as the last of the 64 is away from it, from one to eight (a frame
 * of reference; Goldstein, Ramakrishnan and Shaft, Compressing relations and indexes, 1998). Numbers far apart, or of
 * 64 bits, need no care.
 *
 * Any number of threads may read it while nobody appends.
 */
typedef struct _DossierAscending DossierAscending;

DossierAscending *dossier_ascending_new       (void);
void              dossier_ascending_free      (DossierAscending *self);
void              dossier_ascending_append    (DossierAscending *self, guint64 number);
void              dossier_ascending_trim      (DossierAscending *self);
guint32           dossier_ascending_get_count (const DossierAscending *self);
guint64           dossier_ascending_get       (const DossierAscending *self, guint32 index);
guint32           dossier_ascending_find      (const DossierAscending *self, guint64 number);
gsize             dossier_ascending_get_size  (const DossierAscending *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierAscending, dossier_ascending_free)

G_END_DECLS
