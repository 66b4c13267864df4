/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DossierIdTable:
 *
 * Finds a number by its id among millions. Ids are not kept: eight bytes a number are, and a function tells the
 * id of a number when two have to be compared. A hash table of GLib would take ten times as much.
 */
typedef struct _DossierIdTable DossierIdTable;

/**
 * DossierIdFunc:
 * @value: a number that was added
 * @length: (out): how many bytes its id has
 *
 * Returns: (transfer none): the id of @value, not ended by NUL
 */
typedef const char *(*DossierIdFunc) (guint32 value, gsize *length, gconstpointer data);

DossierIdTable *dossier_id_table_new    (DossierIdFunc func, gconstpointer data);
void            dossier_id_table_free   (DossierIdTable *table);
gboolean        dossier_id_table_add    (DossierIdTable *table, const char *id, gsize length, guint32 value, guint32 *earlier);
void            dossier_id_table_reserve (DossierIdTable *table, guint32 n);
guint32         dossier_id_table_hash   (const DossierIdTable *table, const char *id, gsize length);
void            dossier_id_table_prefetch (const DossierIdTable *table, guint32 hash);
gboolean        dossier_id_table_add_hashed (DossierIdTable *table,
                                             guint32 hash,
                                             const char *id,
                                             gsize length,
                                             guint32 value,
                                             guint32 *earlier);
gboolean        dossier_id_table_add_value (DossierIdTable *table, guint32 hash, guint32 value);
gboolean        dossier_id_table_lookup (const DossierIdTable *table, const char *id, gsize length, guint32 *value);
gboolean        dossier_id_table_lookup_hashed (const DossierIdTable *table, guint32 hash, const char *id, gsize length, guint32 *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierIdTable, dossier_id_table_free)

G_END_DECLS
