/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-story-book.h"

G_BEGIN_DECLS

GBytes *dossier_story_writer_write (DossierStoryBook *book, DossierDocument *document);

G_END_DECLS
