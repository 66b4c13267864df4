/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-graphml.h"

#include "exchange/dossier-network.h"
#include "exchange/dossier-xml.h"

/* What a column is called in the head; nodes and edges have some names in common. */
static const char *const prefixes[] = { "node_", "edge_" };

static const char *
get_type (DossierNetworkType type)
{
  switch (type)
    {
    case DOSSIER_NETWORK_BOOLEAN:
      return "boolean";
    case DOSSIER_NETWORK_INTEGER:
      return "int";
    case DOSSIER_NETWORK_DOUBLE:
      return "double";
    case DOSSIER_NETWORK_STRING:
    default:
      return "string";
    }
}

static void
write_keys (GString *xml, DossierNetworkSide side)
{
  for (int i = 0; i < dossier_network_get_n_columns (side); i++)
    g_string_append_printf (xml,
                            "  <key id=\"%s%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n",
                            prefixes[side],
                            dossier_network_get_name (side, i),
                            side == DOSSIER_NETWORK_ACTORS ? "node" : "edge",
                            dossier_network_get_name (side, i),
                            get_type (dossier_network_get_type (side, i)));
}

static void
write_values (GString *xml, DossierNetwork *network, DossierNetworkSide side, int index)
{
  for (int i = 0; i < dossier_network_get_n_columns (side); i++)
    {
      g_autofree char *value = dossier_network_dup_value (network, side, i, index);

      if (value == NULL)
        continue;
      g_string_append_printf (xml, "      <data key=\"%s%s\">", prefixes[side], dossier_network_get_name (side, i));
      dossier_xml_append_text (xml, value);
      g_string_append (xml, "</data>\n");
    }
}

static void
write_edge (GString *xml, DossierNetwork *network, int index)
{
  const DossierTie *tie = dossier_document_get_tie (dossier_network_get_document (network), index);

  g_string_append (xml, "    <edge");
  dossier_xml_append_attribute (xml, "id", tie->id);
  dossier_xml_append_attribute (xml, "source", tie->from.id);
  dossier_xml_append_attribute (xml, "target", tie->to.id);
  if (!tie->directed)
    g_string_append (xml, " directed=\"false\"");
  g_string_append (xml, ">\n");
  write_values (xml, network, DOSSIER_NETWORK_TIES, index);
  g_string_append (xml, "    </edge>\n");
}

/**
 * dossier_graphml_write:
 * @document: a document
 * @filter: (nullable): without ties that refer to events of which it shows none; %NULL for all
 *
 * Writes its actors and ties as GraphML (Brandes, Eiglsperger, Herman, Himsolt, Marshall: GraphML progress report, Graph
 * Drawing 2001), which most programs for the analysis of networks read: a node for each actor, an edge for each tie
 * with its quotes. GraphML knows no time; dates are attributes.
 *
 * Returns: (transfer full): the file
 */
GBytes *
dossier_graphml_write (DossierDocument *document, DossierFilter *filter)
{
  g_autoptr (DossierNetwork) network = dossier_network_new (document);
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\""
                               " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                               " xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns"
                               " http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n"
                               "  <key id=\"graph_title\" for=\"graph\" attr.name=\"title\" attr.type=\"string\"/>\n");

  write_keys (xml, DOSSIER_NETWORK_ACTORS);
  write_keys (xml, DOSSIER_NETWORK_TIES);
  g_string_append (xml, "  <graph id=\"dossier\" edgedefault=\"directed\">\n    <data key=\"graph_title\">");
  dossier_xml_append_text (xml, dossier_text_get (&dossier_document_get_heading (document)->title, NULL));
  g_string_append (xml, "</data>\n");

  for (int i = 0; i < dossier_document_get_count (document, DOSSIER_RECORD_ACTOR); i++)
    {
      g_string_append (xml, "    <node");
      dossier_xml_append_attribute (xml, "id", dossier_document_get_actor (document, i)->id);
      g_string_append (xml, ">\n");
      write_values (xml, network, DOSSIER_NETWORK_ACTORS, i);
      g_string_append (xml, "    </node>\n");
    }
  for (int i = 0; i < dossier_document_get_count (document, DOSSIER_RECORD_TIE); i++)
    if (filter == NULL || dossier_filter_keeps (filter, (DossierRef){ DOSSIER_RECORD_TIE, i }))
      write_edge (xml, network, i);
  g_string_append (xml, "  </graph>\n</graphml>\n");

  return g_string_free_to_bytes (xml);
}
