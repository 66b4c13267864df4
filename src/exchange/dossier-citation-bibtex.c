/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-citation.h"

#include <string.h>

/* An entry in the way of "BibTeXing" (Oren Patashnik, 1988), in UTF-8. */

static const struct
{
  const char *csl; /* types, with a space between two */
  const char *entry;
} entries[] = {
  { "article-journal article-magazine article-newspaper review", "article" },
  { "book", "book" },
  { "chapter entry entry-dictionary entry-encyclopedia", "incollection" },
  { "paper-conference", "inproceedings" },
  { "thesis", "phdthesis" },
  { "report", "techreport" },
  { "manuscript personal_communication", "unpublished" },
};

/* What TeX acts on. BibTeX counts braces even where a backslash stands before them, so these become commands. */
static void
append_escaped (GString *text, const char *words)
{
  for (const char *p = words; *p != '\0'; p++)
    {
      switch (*p)
        {
        case '\\':
          g_string_append (text, "\\textbackslash{}");
          break;
        case '{':
          g_string_append (text, "\\textbraceleft{}");
          break;
        case '}':
          g_string_append (text, "\\textbraceright{}");
          break;
        case '~':
          g_string_append (text, "\\textasciitilde{}");
          break;
        case '^':
          g_string_append (text, "\\textasciicircum{}");
          break;
        case '$':
        case '&':
        case '#':
        case '_':
        case '%':
          g_string_append_c (text, '\\');
          g_string_append_c (text, *p);
          break;
        default:
          /* Controls were made visible before. */
          g_string_append_c (text, *p);
          break;
        }
    }
}

static void
append_field (GString *text, const char *name, const char *words)
{
  if (words == NULL || *words == '\0')
    return;

  g_string_append_printf (text, ",\n  %s = {", name);
  append_escaped (text, words);
  g_string_append_c (text, '}');
}

/* Styles write a title in lower case, but for what stands in braces of its own. */
static void
append_title (GString *text, const char *name, const char *words)
{
  if (words == NULL)
    return;

  g_string_append_printf (text, ",\n  %s = {{", name);
  append_escaped (text, words);
  g_string_append (text, "}}");
}

/* Whether BibTeX would take a part of a name apart. */
static gboolean
is_parted (const char *part)
{
  g_autofree char *lower = g_utf8_strdown (part, -1);

  return strchr (part, ',') != NULL || strstr (lower, " and ") != NULL || g_str_has_prefix (lower, "and ") || g_str_has_suffix (lower, " and") || g_str_equal (lower, "and") || g_str_equal (lower, "others");
}

static void
append_name_part (GString *text, const char *separator, const char *part)
{
  gboolean braces;

  if (part == NULL)
    return;

  braces = is_parted (part);
  g_string_append_printf (text, "%s%s", separator, braces ? "{" : "");
  append_escaped (text, part);
  if (braces)
    g_string_append_c (text, '}');
}

static void
append_names (GString *text, DossierCitationItem *item, const char *variable)
{
  int n = dossier_citation_item_get_n_names (item, variable);

  if (n == 0)
    return;

  g_string_append_printf (text, ",\n  %s = {", variable);
  for (int i = 0; i < n; i++)
    {
      DossierCitationName name;

      dossier_citation_item_get_name (item, variable, i, &name);
      if (i > 0)
        g_string_append (text, " and ");

      /* A name without parts stands in braces, or BibTeX would find some. */
      if (name.literal != NULL || (name.given == NULL && name.particle == NULL && name.dropping == NULL && name.suffix == NULL))
        {
          g_string_append_c (text, '{');
          append_escaped (text, name.literal != NULL ? name.literal : name.family);
          g_string_append_c (text, '}');
          continue;
        }

      /* "von Last, Jr, First". */
      append_name_part (text, "", name.particle);
      append_name_part (text, name.particle != NULL ? " " : "", name.family);
      append_name_part (text, ", ", name.suffix);
      append_name_part (text, ", ", name.given != NULL ? name.given : "");
      append_name_part (text, " ", name.dropping);
    }
  g_string_append_c (text, '}');
}

/* In an address nothing is escaped, but what would end the field. */
static void
append_address (GString *text, DossierCitationItem *item)
{
  const char *doi = dossier_citation_item_get (item, "DOI");
  g_autofree char *link = doi == NULL ? dossier_citation_item_dup_link (item) : NULL;

  append_field (text, "doi", doi);
  if (link == NULL)
    return;

  g_string_append (text, ",\n  url = {");
  for (const char *p = link; *p != '\0'; p++)
    {
      if (*p == '{' || *p == '}' || *p == '\\' || *p == ' ')
        g_string_append_printf (text, "%%%02X", (guchar) *p);
      else
        g_string_append_c (text, *p);
    }
  g_string_append_c (text, '}');
}

static void
append_date (GString *text, DossierCitationItem *item)
{
  static const char *const months[] = { "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec" };
  DossierCitationDate date;

  dossier_citation_item_get_date (item, "issued", &date);
  if (!date.is_set)
    {
      append_field (text, "year", date.literal);
      return;
    }

  g_string_append_printf (text, ",\n  year = {%d}", date.year);
  if (date.month > 0)
    g_string_append_printf (text, ",\n  month = %s", months[date.month - 1]);
  if (date.day > 0)
    g_string_append_printf (text, ",\n  day = {%d}", date.day);
  if (date.circa)
    append_field (text, "note", "The date is not certain");
}

/* Pages are a range with two hyphens. */
static void
append_pages (GString *text, const char *page)
{
  g_autoptr (GString) pages = NULL;

  if (page == NULL)
    return;

  pages = g_string_new (page);
  g_string_replace (pages, "–", "-", 0);
  g_string_replace (pages, "--", "-", 0);
  g_string_replace (pages, "-", "--", 0);
  append_field (text, "pages", pages->str);
}

/**
 * dossier_citation_dup_bibtex:
 * @item: an item
 * @key: by which it is cited
 *
 * Returns: (transfer full): its entry, with a new line at its end
 */
char *
dossier_citation_dup_bibtex (DossierCitationItem *item, const char *key)
{
  GString *text = g_string_new (NULL);
  const char *entry = "misc";
  const char *container = dossier_citation_item_get (item, "container-title");
  const char *publisher = dossier_citation_item_get (item, "publisher");

  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    if (dossier_citation_item_is (item, entries[i].csl))
      entry = entries[i].entry;

  g_string_append_printf (text, "@%s{%s", entry, key);
  append_names (text, item, "author");
  append_names (text, item, "editor");
  append_title (text, "title", dossier_citation_item_get (item, "title"));

  if (g_str_equal (entry, "article"))
    append_field (text, "journal", container);
  else if (g_str_equal (entry, "incollection") || g_str_equal (entry, "inproceedings"))
    append_title (text, "booktitle", container);
  else if (container != NULL)
    append_field (text, "howpublished", container);
  else
    append_field (text, "howpublished", g_str_equal (entry, "misc") ? dossier_citation_item_get (item, "genre") : NULL);

  append_field (text, "volume", dossier_citation_item_get (item, "volume"));
  append_field (text, "number", dossier_citation_item_get (item, g_str_equal (entry, "article") ? "issue" : "number"));
  append_pages (text, dossier_citation_item_get (item, "page"));
  append_field (text, "edition", dossier_citation_item_get (item, "edition"));
  append_field (text,
                g_str_equal (entry, "techreport") ? "institution" : g_str_equal (entry, "phdthesis") ? "school"
                                                                                                      : "publisher",
                publisher);
  append_field (text, "address", dossier_citation_item_get (item, "publisher-place"));
  append_date (text, item);
  append_field (text, "isbn", dossier_citation_item_get (item, "ISBN"));
  append_field (text, "issn", dossier_citation_item_get (item, "ISSN"));
  append_address (text, item);
  append_field (text, "language", dossier_citation_item_get (item, "language"));
  g_string_append (text, "\n}\n");

  return g_string_free (text, FALSE);
}

/**
 * dossier_citation_dup_bibtex_keys:
 * @document: a document
 *
 * Returns: (transfer full): by source, the key of its entry: its id, which holds nothing that BibTeX takes amiss. BibTeX
 *   does not tell capitals from small letters; where ids differ in nothing else, the later ones get a number, with a sign
 *   before it that no id has
 */
char **
dossier_citation_dup_bibtex_keys (DossierDocument *document)
{
  int n = dossier_document_get_count (document, DOSSIER_RECORD_SOURCE);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  char **keys = g_new0 (char *, n + 1);

  for (int i = 0; i < n; i++)
    {
      const char *id = dossier_document_get_source (document, i)->id;
      char *lower = g_ascii_strdown (id, -1);
      int count = GPOINTER_TO_INT (g_hash_table_lookup (counts, lower)) + 1;

      keys[i] = count == 1 ? g_strdup (id) : g_strdup_printf ("%s+%d", id, count);
      g_hash_table_insert (counts, lower, GINT_TO_POINTER (count));
    }

  return keys;
}
