/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/dossier-view-picture.h"

G_BEGIN_DECLS

/*
 * What is in sight as a file: a picture, or tables. The end of the file's name tells in which format: .png, .svg, .pdf;
 * .csv (the events); .graphml, .gexf; .bib, .csl.json; and a folder gets all tables.
 */

gboolean dossier_view_file_has_format   (const char *path);
void     dossier_view_file_write_async  (DossierDocument *document,
                                         const DossierViewPictureOptions *options,
                                         const char *path,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer data);
gboolean dossier_view_file_write_finish (GAsyncResult *result, GError **error);

G_END_DECLS
