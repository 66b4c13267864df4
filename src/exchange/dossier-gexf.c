/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-gexf.h"

#include "exchange/dossier-network.h"
#include "exchange/dossier-xml.h"
#include "model/dossier-calendar.h"

/* Attributes that change with time, beside the columns. */
#define ATTRIBUTE_AFFILIATION "affiliation"
#define ATTRIBUTE_POST        "post"

static const char *
get_type (DossierNetworkType type)
{
  switch (type)
    {
    case DOSSIER_NETWORK_BOOLEAN:
      return "boolean";
    case DOSSIER_NETWORK_INTEGER:
      return "integer";
    case DOSSIER_NETWORK_DOUBLE:
      return "double";
    case DOSSIER_NETWORK_STRING:
    default:
      return "string";
    }
}

static void
write_attributes (GString *xml, DossierNetworkSide side)
{
  g_string_append_printf (xml, "    <attributes class=\"%s\" mode=\"static\">\n", side == DOSSIER_NETWORK_ACTORS ? "node" : "edge");
  for (int i = 0; i < dossier_network_get_n_columns (side); i++)
    g_string_append_printf (xml,
                            "      <attribute id=\"%s\" title=\"%s\" type=\"%s\"/>\n",
                            dossier_network_get_name (side, i),
                            dossier_network_get_name (side, i),
                            get_type (dossier_network_get_type (side, i)));
  g_string_append (xml, "    </attributes>\n");
}

/* A day, if it is one that a date of XML Schema can be: not an open end, and of a year with four digits. */
static char *
dup_day (gint64 time)
{
  gint64 year;
  int month;
  int day;

  if (time == DOSSIER_TIME_MIN || time == DOSSIER_TIME_MAX)
    return NULL;

  dossier_calendar_from_days (dossier_calendar_from_seconds (time, NULL), &year, &month, &day);

  return year >= 1 && year <= 9999 ? g_strdup_printf ("%04d-%02d-%02d", (int) year, month, day) : NULL;
}

/* Start and end as attributes; an end that is open is not written. Returns whether any was. */
static gboolean
write_span (GString *xml, const DossierDateField *date)
{
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  if (date->edtf == NULL || (date->span.flags & DOSSIER_SPAN_UNKNOWN))
    return FALSE;

  start = dup_day (date->span.start_earliest);
  end = dup_day (date->span.end_latest);
  dossier_xml_append_attribute (xml, "start", start);
  dossier_xml_append_attribute (xml, "end", end);

  return start != NULL || end != NULL;
}

static void
write_value (GString *xml, const char *attribute, const char *value, const DossierDateField *date)
{
  if (value == NULL)
    return;

  g_string_append (xml, "          <attvalue");
  dossier_xml_append_attribute (xml, "for", attribute);
  dossier_xml_append_attribute (xml, "value", value);
  if (date != NULL)
    write_span (xml, date);
  g_string_append (xml, "/>\n");
}

static void
write_values (GString *xml, DossierNetwork *network, DossierNetworkSide side, int index)
{
  for (int i = 0; i < dossier_network_get_n_columns (side); i++)
    {
      g_autofree char *value = dossier_network_dup_value (network, side, i, index);

      write_value (xml, dossier_network_get_name (side, i), value, NULL);
    }
}

static void
write_color (GString *xml, const char *color)
{
  guint64 rgb;

  if (color == NULL || !g_ascii_string_to_unsigned (color + 1, 16, 0, 0xffffff, &rgb, NULL))
    return;

  g_string_append_printf (xml, "        <viz:color r=\"%u\" g=\"%u\" b=\"%u\"/>\n", (guint) (rgb >> 16), (guint) (rgb >> 8) & 0xff, (guint) rgb & 0xff);
}

static void
write_node (GString *xml, DossierNetwork *network, int index)
{
  const DossierActor *actor = dossier_document_get_actor (dossier_network_get_document (network), index);
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  double x;
  double y;

  g_string_append (xml, "      <node");
  dossier_xml_append_attribute (xml, "id", actor->id);
  dossier_xml_append_attribute (xml, "label", dossier_text_get (&actor->name, NULL));
  g_string_append (xml, ">\n        <attvalues>\n");
  write_values (xml, network, DOSSIER_NETWORK_ACTORS, index);
  for (int i = 0; i < actor->affiliations.n; i++)
    write_value (xml, ATTRIBUTE_AFFILIATION, actor->affiliations.items[i].to.id, &actor->affiliations.items[i].date);
  for (int i = 0; i < actor->posts.n; i++)
    write_value (xml, ATTRIBUTE_POST, dossier_text_get (&actor->posts.items[i].title, NULL), &actor->posts.items[i].date);
  g_string_append (xml, "        </attvalues>\n");

  write_color (xml, actor->color);
  /* In pictures of this format, y goes upward. */
  dossier_network_get_place (network, index, &x, &y);
  g_string_append_printf (xml, "        <viz:position x=\"%s\"", g_ascii_formatd (number, sizeof number, "%.3f", x));
  g_string_append_printf (xml, " y=\"%s\" z=\"0.0\"/>\n", g_ascii_formatd (number, sizeof number, "%.3f", -y));
  g_string_append (xml, "      </node>\n");
}

static void
write_edge (GString *xml, DossierNetwork *network, int index)
{
  const DossierTie *tie = dossier_document_get_tie (dossier_network_get_document (network), index);
  gsize before;

  g_string_append (xml, "      <edge");
  dossier_xml_append_attribute (xml, "id", tie->id);
  dossier_xml_append_attribute (xml, "source", tie->from.id);
  dossier_xml_append_attribute (xml, "target", tie->to.id);
  dossier_xml_append_attribute (xml, "type", tie->directed ? "directed" : "undirected");
  if (dossier_text_is_set (&tie->label))
    dossier_xml_append_attribute (xml, "label", dossier_text_get (&tie->label, NULL));
  dossier_xml_append_attribute (xml, "kind", tie->kind.id);
  g_string_append_printf (xml, " weight=\"%d.0\">\n        <attvalues>\n", tie->weight);
  write_values (xml, network, DOSSIER_NETWORK_TIES, index);
  g_string_append (xml, "        </attvalues>\n");

  before = xml->len;
  g_string_append (xml, "        <spells>\n          <spell");
  if (write_span (xml, &tie->date))
    g_string_append (xml, "/>\n        </spells>\n");
  else
    g_string_truncate (xml, before);
  g_string_append (xml, "      </edge>\n");
}

static void
write_meta (GString *xml, DossierDocument *document)
{
  const DossierHeading *heading = dossier_document_get_heading (document);
  g_autofree char *modified = heading->modified.edtf != NULL ? dup_day (heading->modified.span.start_earliest) : NULL;

  g_string_append (xml, "  <meta");
  dossier_xml_append_attribute (xml, "lastmodifieddate", modified);
  g_string_append (xml, ">\n    <creator>Dossier</creator>\n    <description>");
  dossier_xml_append_text (xml, dossier_text_get (&heading->title, NULL));
  g_string_append (xml, "</description>\n  </meta>\n");
}

/**
 * dossier_gexf_write:
 * @document: a document
 * @filter: (nullable): without ties that refer to events of which it shows none; %NULL for all
 *
 * Writes its actors and ties as GEXF 1.3, the format of Gephi, with time: a tie has a spell from the first day on which it
 * can have held to the last, posts and affiliations hold as long as they do, and what is not dated is always there. Days
 * outside the years 1 to 9999 are left open, as the format has none; the dates as written are attributes.
 *
 * Returns: (transfer full): the file
 */
GBytes *
dossier_gexf_write (DossierDocument *document, DossierFilter *filter)
{
  g_autoptr (DossierNetwork) network = dossier_network_new (document);
  int n_actors = dossier_document_get_count (document, DOSSIER_RECORD_ACTOR);
  int n_ties = dossier_document_get_count (document, DOSSIER_RECORD_TIE);
  int n_kept = 0;
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">\n");

  for (int i = 0; i < n_ties; i++)
    n_kept += filter == NULL || dossier_filter_keeps (filter, (DossierRef){ DOSSIER_RECORD_TIE, i });

  write_meta (xml, document);
  g_string_append (xml, "  <graph defaultedgetype=\"directed\" idtype=\"string\" mode=\"dynamic\" timeformat=\"date\" timerepresentation=\"interval\">\n");
  write_attributes (xml, DOSSIER_NETWORK_ACTORS);
  g_string_append (xml,
                   "    <attributes class=\"node\" mode=\"dynamic\">\n"
                   "      <attribute id=\"" ATTRIBUTE_AFFILIATION "\" title=\"affiliation\" type=\"string\"/>\n"
                   "      <attribute id=\"" ATTRIBUTE_POST "\" title=\"post\" type=\"string\"/>\n"
                   "    </attributes>\n");
  write_attributes (xml, DOSSIER_NETWORK_TIES);

  g_string_append_printf (xml, "    <nodes count=\"%d\">\n", n_actors);
  for (int i = 0; i < n_actors; i++)
    write_node (xml, network, i);
  g_string_append_printf (xml, "    </nodes>\n    <edges count=\"%d\">\n", n_kept);
  for (int i = 0; i < n_ties; i++)
    if (filter == NULL || dossier_filter_keeps (filter, (DossierRef){ DOSSIER_RECORD_TIE, i }))
      write_edge (xml, network, i);
  g_string_append (xml, "    </edges>\n  </graph>\n</gexf>\n");

  return g_string_free_to_bytes (xml);
}
