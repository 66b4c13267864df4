/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/dossier-writer.h"
#include "model/dossier-story-book.h"

G_BEGIN_DECLS

void dossier_story_writer_add (DossierStoryBook *book, DossierDocument *document, DossierWriter *writer);
GBytes *dossier_story_writer_write (DossierStoryBook *book, DossierDocument *document);

G_END_DECLS
