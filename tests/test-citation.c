/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-citation.h"

#include "samples.h"

#include <string.h>

/* A document with one source, whose item is @csl, with ' in the place of ". */
static DossierDocument *
make_document (const char *csl)
{
  g_autofree char *text = g_strdup_printf ("{'dossier': 1, 'title': 'T', 'sources': [{'id': 'src', 'csl': %s}], 'quotes': ["
                                           "{'id': 'q', 'source': 'src', 'exact': 'words', 'section': 'Part', 'paragraph': 5},"
                                           "{'id': 'p', 'source': 'src', 'exact': 'words', 'page': '12'}]}",
                                           csl);

  return samples_read_good (text);
}

/* All sources of the bundled dossier in the four forms: data/citations holds what is expected. With DOSSIER_UPDATE=1
 * in the environment it is written anew. */
static void
test_golden (void)
{
  static const char *const files[DOSSIER_N_CITATIONS] = { "chicago.txt", "apa.txt", "bibtex.bib", "csl.json" };
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (DossierDocument) document = samples_read_bundled (report);

  g_assert_cmpint (dossier_document_get_count (document, DOSSIER_RECORD_SOURCE), ==, 19);
  for (int i = 0; i < DOSSIER_N_CITATIONS; i++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "citations", files[i], NULL);
      g_autofree char *made = dossier_citation_dup_bibliography (document, (DossierCitationStyle) i);
      g_autofree char *expected = NULL;
      g_autoptr (GError) error = NULL;

      if (g_getenv ("DOSSIER_UPDATE") != NULL)
        g_file_set_contents (path, made, -1, &error);
      g_assert_no_error (error);
      g_file_get_contents (path, &expected, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (made, ==, expected);
    }
}

/* One item of each type, and what is hard about names and dates. */
static void
test_types (void)
{
  static const struct
  {
    const char *csl;
    const char *chicago;
    const char *apa;
  } cases[] = {
    { "{'type': 'book', 'title': 'The Harbour', 'author': [{'family': 'Ibsen', 'given': 'Anna Maria'}], 'publisher': 'Quay Press', 'publisher-place': 'Oslo', 'issued': {'date-parts': [[1999, 5]]}, 'edition': '2nd'}",
      "Ibsen, Anna Maria. The Harbour. 2nd ed. Oslo: Quay Press, 1999.",
      "Ibsen, A. M. (1999). The Harbour (2nd ed.). Quay Press." },
    { "{'type': 'chapter', 'title': 'Tides', 'author': [{'family': 'Gogh', 'given': 'Vincent', 'non-dropping-particle': 'van'}, {'family': 'Tocqueville', 'given': 'Alexis', 'dropping-particle': 'de'}], 'editor': [{'family': 'Lind', 'given': 'Jean-Paul'}, {'family': 'Roe', 'given': 'Ann'}], 'container-title': 'Waters', 'page': '4-9', 'publisher': 'Quay Press', 'issued': '2001'}",
      "Gogh, Vincent van, and Alexis de Tocqueville. “Tides.” In Waters, edited by Jean-Paul Lind and Ann Roe, 4-9. Quay Press, 2001.",
      "van Gogh, V., & Tocqueville, A. de. (2001). Tides. In J.-P. Lind & A. Roe (Eds.), Waters (pp. 4-9). Quay Press." },
    { "{'type': 'article-journal', 'title': 'Do ships sail?', 'author': [{'family': 'King', 'given': 'M. L.', 'suffix': 'Jr.'}], 'container-title': 'Sea Studies', 'volume': 12, 'issue': '3', 'page': '4–9', 'issued': {'date-parts': [[2020, 6, 1]]}, 'DOI': '10.1000/182'}",
      "King, M. L., Jr. “Do ships sail?” Sea Studies 12, no. 3 (June 1, 2020): 4–9. https://doi.org/10.1000/182.",
      "King, M. L., Jr. (2020). Do ships sail? Sea Studies, 12(3), 4–9. https://doi.org/10.1000/182" },
    { "{'type': 'article-newspaper', 'title': 'Fog', 'container-title': 'The Daily', 'issued': '2024-03-29', 'URL': 'https://example.org/fog'}",
      "“Fog.” The Daily, March 29, 2024. https://example.org/fog.",
      "Fog. (2024, March 29). The Daily. https://example.org/fog" },
    { "{'type': 'webpage', 'title': 'Home', 'container-title': 'Site', 'accessed': {'date-parts': [[2024, 5, 2]]}, 'URL': 'javascript:alert(1)'}",
      "“Home.” Site. Accessed May 2, 2024.",
      "Home. (n.d.). Site." },
    { "{'type': 'report', 'title': 'On salt', 'author': [{'literal': 'Salt Board'}], 'publisher': 'Salt Board', 'number': '7', 'issued': {'raw': '2019~'}}",
      "Salt Board. On salt. 7. Salt Board, ca. 2019.",
      "Salt Board. (ca. 2019). On salt (Report No. 7)." },
    { "{'type': 'speech', 'title': 'To the crew', 'author': [{'family': 'Ek', 'given': 'Bo'}], 'event-title': 'Launch', 'event-place': 'Bergen', 'issued': '1921-21'}",
      "Ek, Bo. “To the crew.” Speech, Launch, Bergen, Spring 1921.",
      "Ek, B. (1921, Spring). To the crew [Speech]. Launch, Bergen." },
    { "{'type': 'treaty', 'title': 'Treaty of the Sound', 'issued': {'date-parts': [['1857', '3', '14']]}, 'number': '116 C.T.S. 357'}",
      "Treaty of the Sound. 116 C.T.S. 357. March 14, 1857.",
      "Treaty of the Sound, March 14, 1857, 116 C.T.S. 357." },
    { "{'type': 'article', 'title': 'On dates', 'author': [{'family': '김', 'given': '정은'}], 'issued': '2024-04-08/2024-04-09'}",
      "김, 정은. “On dates.” April 8, 2024–April 9, 2024.",
      "김, 정은. (2024, April 8–9). On dates." },
    { "{'type': 'book', 'title': 'Histories', 'author': [{'given': 'Herodotus'}], 'issued': {'date-parts': [[-429]]}}",
      "Herodotus. Histories. 430 BCE.",
      "Herodotus. (430 B.C.E.). Histories." },
    { "{'type': 'book', 'title': 'Essays', 'editor': [{'family': 'Roe', 'given': 'Ann'}], 'issued': {'literal': 'last spring'}}",
      "Roe, Ann, ed. Essays. last spring.",
      "Roe, A. (Ed.). (last spring). Essays." },
    /* What has the wrong type is as if it were not there. */
    { "{'type': 'book', 'title': ['no'], 'author': 'nobody', 'editor': [1, {}], 'issued': {'date-parts': [[1e9]]}, 'publisher': null}",
      "n.d.",
      "(n.d.)." },
    { "{'type': 'webpage', 'title': 'Two\\n lines\\u0007 '}",
      "“Two lines\\u0007.” n.d.",
      "Two lines\\u0007. (n.d.)." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DossierDocument) document = make_document (cases[i].csl);
      g_autofree char *chicago = dossier_citation_dup_source (document, 0, DOSSIER_CITATION_CHICAGO);
      g_autofree char *apa = dossier_citation_dup_source (document, 0, DOSSIER_CITATION_APA);

      g_test_message ("%s", cases[i].csl);
      g_assert_cmpstr (chicago, ==, cases[i].chicago);
      g_assert_cmpstr (apa, ==, cases[i].apa);
    }
}

/* Many authors are cut short, each style in its own way. */
static void
test_many (void)
{
  for (int n = 1; n <= 25; n++)
    {
      g_autoptr (GString) csl = g_string_new ("{'type': 'book', 'title': 'T', 'issued': '2000', 'author': [");
      g_autoptr (DossierDocument) document = NULL;
      g_autofree char *chicago = NULL;
      g_autofree char *apa = NULL;

      for (int i = 1; i <= n; i++)
        g_string_append_printf (csl, "%s{'family': 'F%d', 'given': 'G%d'}", i > 1 ? ", " : "", i, i);
      g_string_append (csl, "]}");
      document = make_document (csl->str);
      chicago = dossier_citation_dup_source (document, 0, DOSSIER_CITATION_CHICAGO);
      apa = dossier_citation_dup_source (document, 0, DOSSIER_CITATION_APA);

      g_assert_true (g_str_has_prefix (chicago, "F1, G1"));
      g_assert_cmpint (strstr (chicago, "G7 F7, et al. T.") != NULL, ==, n > 10);
      g_assert_cmpint (strstr (chicago, "G8 F8") != NULL, ==, n >= 8 && n <= 10);
      g_assert_cmpint (strstr (apa, "F19, G., … F") != NULL, ==, n > 20);
      g_assert_cmpint (strstr (apa, ", & ") != NULL, ==, n >= 2 && n <= 20);
    }
}

/* A quote is cited with where it stands. */
static void
test_quotes (void)
{
  const char *csl = "{'type': 'webpage', 'title': 'Tides: a study', 'author': [{'family': 'A', 'given': 'X'}, {'family': 'B', 'given': 'Y'}, {'family': 'C', 'given': 'Z'}], 'issued': '2024-04~'}";
  g_autoptr (DossierDocument) document = make_document (csl);
  g_autofree char *chicago = dossier_citation_dup_quote (document, 0, DOSSIER_CITATION_CHICAGO);
  g_autofree char *apa = dossier_citation_dup_quote (document, 0, DOSSIER_CITATION_APA);
  g_autofree char *chicago_page = dossier_citation_dup_quote (document, 1, DOSSIER_CITATION_CHICAGO);
  g_autofree char *apa_page = dossier_citation_dup_quote (document, 1, DOSSIER_CITATION_APA);
  g_autofree char *bibtex = dossier_citation_dup_quote (document, 1, DOSSIER_CITATION_BIBTEX);

  g_assert_cmpstr (chicago, ==, "“words”\n\nA, B, and C, “Tides,” under “Part,” para. 5.\n\nA, X, Y B, and Z C. “Tides: a study.” ca. April 2024.");
  g_assert_cmpstr (apa, ==, "“words” (A et al., ca. 2024, Part section, para. 5).\n\nA, X., B, Y., & C, Z. (ca. 2024, April). Tides: a study.");
  g_assert_true (g_str_has_prefix (chicago_page, "“words”\n\nA, B, and C, “Tides,” 12.\n"));
  g_assert_true (g_str_has_prefix (apa_page, "“words” (A et al., ca. 2024, p. 12).\n"));
  g_assert_true (g_str_has_prefix (bibtex, "@misc{src,\n"));
}

/* Nothing of an item can end its field, and no two keys are the same. */
static void
test_bibtex (void)
{
  g_autoptr (DossierDocument) document = samples_read_good (
      "{'dossier': 1, 'title': 'T', 'sources': ["
      "{'id': 'Same', 'csl': {'type': 'book', 'title': '50% of {x}_1 \\\\& ~^$#', 'author': [{'literal': 'Salt and Sons, Inc.'}, {'family': 'de la Cruz and Sons', 'given': 'A, B'}]}},"
      "{'id': 'same', 'csl': {'type': 'article-journal', 'page': '4–9', 'issue': 2, 'container-title': 'J', 'URL': 'https://example.org/a_{b}%20c'}},"
      "{'id': 'SAME', 'csl': {'type': 'thesis', 'publisher': 'U', 'issued': '2000-12-31?'}}]}");
  g_autofree char *text = dossier_citation_dup_bibliography (document, DOSSIER_CITATION_BIBTEX);
  int depth = 0;

  g_assert_cmpstr (text,
                   ==,
                   "@book{Same,\n"
                   "  author = {{Salt and Sons, Inc.} and {de la Cruz and Sons}, {A, B}},\n"
                   "  title = {{50\\% of \\textbraceleft{}x\\textbraceright{}\\_1 \\textbackslash{}\\& \\textasciitilde{}\\textasciicircum{}\\$\\#}}\n"
                   "}\n"
                   "\n"
                   "@article{same+2,\n"
                   "  journal = {J},\n"
                   "  number = {2},\n"
                   "  pages = {4--9},\n"
                   "  url = {https://example.org/a_%7Bb%7D%20c}\n"
                   "}\n"
                   "\n"
                   "@phdthesis{SAME+3,\n"
                   "  school = {U},\n"
                   "  year = {2000},\n"
                   "  month = dec,\n"
                   "  day = {31},\n"
                   "  note = {The date is not certain}\n"
                   "}\n");
  for (const char *p = text; *p != '\0'; p++)
    {
      depth += *p == '{' ? 1 : *p == '}' ? -1
                                         : 0;
      g_assert_cmpint (depth, >=, 0);
    }
  g_assert_cmpint (depth, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/citation/golden", test_golden);
  g_test_add_func ("/citation/types", test_types);
  g_test_add_func ("/citation/many", test_many);
  g_test_add_func ("/citation/quotes", test_quotes);
  g_test_add_func ("/citation/bibtex", test_bibtex);

  return g_test_run ();
}
