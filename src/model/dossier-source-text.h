/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The longest text of a source that is read, in bytes: some twenty thick books. */
#define DOSSIER_SOURCE_TEXT_MOST_BYTES (64 * 1024 * 1024)

/**
 * DossierFit:
 * @DOSSIER_FIT_UNKNOWN: there is no text to hold it against
 * @DOSSIER_FIT_EXACT: the words stand where the quote says, or it names no place and they stand in one only
 * @DOSSIER_FIT_MOVED: they stand in one place, and it is another one
 * @DOSSIER_FIT_AMBIGUOUS: they do not stand where the quote says, but in several other places
 * @DOSSIER_FIT_ORPHANED: they do not stand in the text
 *
 * How a quote fits the text of its source. It is never mended in silence: a quote that moved keeps the place that it
 * names, and the user is told.
 */
typedef enum
{
  DOSSIER_FIT_UNKNOWN,
  DOSSIER_FIT_EXACT,
  DOSSIER_FIT_MOVED,
  DOSSIER_FIT_AMBIGUOUS,
  DOSSIER_FIT_ORPHANED,
  DOSSIER_N_FITS,
} DossierFit;

/**
 * DossierSelector:
 * @exact: the words, at least one character
 * @prefix: (nullable): what stands before them
 * @suffix: (nullable): what stands after them
 * @start: how many code points of the text stand before them, -1 if the quote does not say
 *
 * What a quote says of its place: the TextQuoteSelector and the TextPositionSelector of W3C Web Annotation.
 */
typedef struct
{
  const char *exact;
  const char *prefix;
  const char *suffix;
  gint64 start;
} DossierSelector;

/**
 * DossierPlaceInText:
 * @fit: how the quote fits
 * @begin: where its words stand, in bytes; -1 unless @fit is exact or moved
 * @start: likewise, in code points
 */
typedef struct
{
  DossierFit fit;
  gint64 begin;
  gint64 start;
} DossierPlaceInText;

/**
 * DossierSourceText:
 *
 * The plain text of a source, in which places are counted in code points. It does not change.
 */
typedef struct _DossierSourceText DossierSourceText;

DossierSourceText *dossier_source_text_new  (GBytes *bytes, GError **error);
DossierSourceText *dossier_source_text_read (const char *folder, const char *name, gsize most_bytes, GCancellable *cancellable, GError **error);
void               dossier_source_text_free (DossierSourceText *self);

const char        *dossier_source_text_get_sha256 (DossierSourceText *self);
gsize              dossier_source_text_get_size   (DossierSourceText *self);
void               dossier_source_text_find       (DossierSourceText *self, const DossierSelector *selector, DossierPlaceInText *place);
void               dossier_source_text_dup_context (DossierSourceText *self, gint64 begin, const char *exact, int n_characters, char **before, char **behind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierSourceText, dossier_source_text_free)

G_END_DECLS
