/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DossierNames:
 *
 * Finds names that stand twice in one object of a document, in any number of objects within each other, in
 * O(n log n) at worst and without trust in a hash function.
 *
 * Open it where an object begins, add each of its names, close it where the object ends. What was found so far is
 * kept until it is taken. One of these serves for many documents, and keeps its memory.
 */
typedef struct _DossierNames DossierNames;

/**
 * DossierDuplicate:
 * @first: where the name stands for the first time, in bytes from the begin of the document
 * @again: where the same name stands again in the same object
 *
 * A name that stands twice in one object.
 */
typedef struct
{
  gsize first;
  gsize again;
} DossierDuplicate;

DossierNames *dossier_names_new   (void);
void          dossier_names_free  (DossierNames *self);
void          dossier_names_reset (DossierNames *self);

void dossier_names_open     (DossierNames *self);
void dossier_names_add      (DossierNames *self, const char *text, gsize length, gsize offset);
void dossier_names_add_copy (DossierNames *self, const char *text, gsize length, gsize offset);
void dossier_names_close    (DossierNames *self);

void dossier_names_clear_duplicates (DossierNames *self);
const DossierDuplicate *dossier_names_get_duplicates (DossierNames *self, int *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierNames, dossier_names_free)

G_END_DECLS
