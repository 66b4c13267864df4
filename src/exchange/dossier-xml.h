/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void dossier_xml_append_text (GString *xml, const char *text);
void dossier_xml_append_attribute (GString *xml, const char *name, const char *value);

G_END_DECLS
