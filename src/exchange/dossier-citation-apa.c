/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-citation.h"

#include <string.h>

/* Publication Manual of the American Psychological Association, 7th edition, chapters 8 to 10. The words of the style
 * are English, as the style is. */

/* A reference names up to twenty authors; of more, the first nineteen and the last. */
#define MOST_NAMES  20
#define FIRST_NAMES 19

/* "J.-P.", "M. A.": of given names that are written with letters. A name in another script stays whole. */
static void
append_initials (GString *text, const char *given)
{
  gboolean begins = TRUE;
  gboolean hyphen = FALSE;
  gsize before = text->len;

  for (const char *p = given; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      GUnicodeScript script = g_unichar_get_script (c);

      if (c == '-' || c == 0x2010 || g_unichar_isspace (c) || c == '.')
        {
          hyphen = c == '-' || c == 0x2010;
          begins = TRUE;
          continue;
        }
      if (!begins)
        continue;

      if (script != G_UNICODE_SCRIPT_LATIN && script != G_UNICODE_SCRIPT_GREEK && script != G_UNICODE_SCRIPT_CYRILLIC)
        {
          g_string_truncate (text, before);
          g_string_append (text, given);
          return;
        }

      if (text->len > before)
        g_string_append (text, hyphen ? "-" : " ");
      g_string_append_unichar (text, g_unichar_toupper (c));
      g_string_append_c (text, '.');
      begins = FALSE;
      hyphen = FALSE;
    }
}

/* "van Gogh, V.", or with the initials first. */
static char *
dup_name (const DossierCitationName *name, gboolean inverted)
{
  g_autofree char *last = dossier_citation_dup_last_name (name);
  GString *text;

  if (name->literal != NULL)
    return g_steal_pointer (&last);

  text = g_string_new (inverted ? last : NULL);
  if (name->given != NULL)
    {
      if (inverted)
        g_string_append (text, ", ");
      append_initials (text, name->given);
      dossier_citation_append_part (text, " ", name->dropping);
    }
  if (!inverted)
    dossier_citation_append_part (text, " ", last);
  dossier_citation_append_part (text, inverted ? ", " : " ", name->suffix);

  return g_string_free (text, FALSE);
}

static char *
dup_names (DossierCitationItem *item, const char *variable, gboolean inverted)
{
  int n = dossier_citation_item_get_n_names (item, variable);
  GString *text;

  if (n == 0)
    return NULL;

  text = g_string_new (NULL);
  for (int i = 0; i < n; i++)
    {
      DossierCitationName name;
      g_autofree char *words = NULL;

      if (n > MOST_NAMES && i >= FIRST_NAMES && i + 1 < n)
        continue;

      dossier_citation_item_get_name (item, variable, i, &name);
      words = dup_name (&name, inverted);
      if (i > 0 && i + 1 == n)
        g_string_append (text, n > MOST_NAMES ? ", … " : n == 2 && !inverted ? " & "
                                                                             : ", & ");
      else if (i > 0)
        g_string_append (text, ", ");
      g_string_append (text, words);
    }

  return g_string_free (text, FALSE);
}

static void
append_year (GString *text, int year)
{
  if (year <= 0)
    g_string_append_printf (text, "%d B.C.E.", 1 - year);
  else
    g_string_append_printf (text, "%d", year);
}

/* "2024, March 29", "ca. 2024", "n.d.". Only what comes out on a day is told with it. */
static char *
dup_date (DossierCitationItem *item, gboolean only_year)
{
  gboolean is_dated = !only_year && !dossier_citation_item_is (item, "article-journal book chapter thesis");
  DossierCitationDate date;
  GString *text;

  dossier_citation_item_get_date (item, "issued", &date);
  if (!date.is_set)
    return g_strdup (date.literal != NULL ? date.literal : "n.d.");

  text = g_string_new (date.circa ? "ca. " : NULL);
  append_year (text, date.year);
  if (date.end_year != 0 && date.end_year != date.year)
    {
      g_string_append (text, "–");
      append_year (text, date.end_year);
    }
  else if (is_dated && date.month > 0)
    {
      g_string_append_printf (text, ", %s", dossier_citation_get_month (date.month));
      if (date.day > 0)
        g_string_append_printf (text, " %d", date.day);
      if (date.end_year != 0 && date.end_month == date.month && date.end_day > 0)
        g_string_append_printf (text, "–%d", date.end_day);
      else if (date.end_year != 0 && date.end_month > 0)
        {
          g_string_append_printf (text, "–%s", dossier_citation_get_month (date.end_month));
          if (date.end_day > 0)
            g_string_append_printf (text, " %d", date.end_day);
        }
    }
  else if (is_dated && date.season > 0)
    {
      g_string_append_printf (text, ", %s", dossier_citation_get_season (date.season));
    }

  return g_string_free (text, FALSE);
}

/* What stands in brackets behind a title that does not say what it is. */
static char *
dup_kind (DossierCitationItem *item)
{
  static const char *const kinds[][2] = {
    { "speech", "Speech" },
    { "post-weblog", "Blog post" },
    { "post", "Online post" },
    { "interview", "Interview" },
    { "broadcast", "Broadcast" },
    { "dataset", "Data set" },
    { "map", "Map" },
    { "thesis", "Thesis" },
    { "personal_communication", "Personal communication" },
  };
  const char *genre = dossier_citation_item_get (item, "genre");
  char capital[7] = { 0 };

  if (dossier_citation_item_is (item, "report book chapter article-journal article-newspaper article-magazine treaty webpage"))
    return NULL;

  if (genre != NULL)
    {
      g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (genre)), capital);
      return g_strdup_printf (" [%s%s]", capital, g_utf8_next_char (genre));
    }

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (dossier_citation_item_is (item, kinds[i][0]))
      return g_strdup_printf (" [%s]", kinds[i][1]);

  return NULL;
}

static char *
dup_title (DossierCitationItem *item)
{
  gboolean is_description;
  g_autofree char *title = dossier_citation_item_dup_title (item, &is_description);
  const char *number = dossier_citation_item_get (item, "number");
  g_autofree char *kind = NULL;

  if (title == NULL || is_description)
    return g_steal_pointer (&title);

  if (number != NULL && dossier_citation_item_is (item, "report"))
    {
      const char *genre = dossier_citation_item_get (item, "genre");

      return g_strdup_printf ("%s (%s No. %s)", title, genre != NULL ? genre : "Report", number);
    }
  if (dossier_citation_item_get (item, "edition") != NULL && dossier_citation_item_is (item, "book"))
    return g_strdup_printf ("%s (%s ed.)", title, dossier_citation_item_get (item, "edition"));

  kind = dup_kind (item);

  return g_strconcat (title, kind, NULL);
}

/* "Nature, 12(3), 4–9", or what it stands in. */
static void
append_container (GString *text, DossierCitationItem *item)
{
  const char *container = dossier_citation_item_get (item, "container-title");
  const char *volume = dossier_citation_item_get (item, "volume");
  const char *issue = dossier_citation_item_get (item, "issue");
  const char *page = dossier_citation_item_get (item, "page");

  if (dossier_citation_item_is (item, "chapter entry-encyclopedia entry-dictionary paper-conference") && container != NULL)
    {
      g_autofree char *editors = dup_names (item, "editor", FALSE);
      GString *in = g_string_new ("In ");
      g_autofree char *words = NULL;

      if (editors != NULL)
        g_string_append_printf (in, "%s (%s), ", editors, dossier_citation_item_get_n_names (item, "editor") > 1 ? "Eds." : "Ed.");
      g_string_append (in, container);
      if (page != NULL)
        g_string_append_printf (in, " (%s %s)", strchr (page, '-') != NULL || strstr (page, "–") != NULL ? "pp." : "p.", page);
      words = g_string_free (in, FALSE);
      dossier_citation_append_part (text, ". ", words);
      return;
    }

  dossier_citation_append_part (text, ". ", container);
  if (dossier_citation_item_is (item, "article-journal article-magazine article-newspaper"))
    {
      dossier_citation_append_part (text, ", ", volume);
      if (issue != NULL)
        g_string_append_printf (text, "%s(%s)", volume != NULL ? "" : ", ", issue);
      dossier_citation_append_part (text, ", ", page);
    }
}

/* Who brought it out, unless that is who wrote it, or it stands in a periodical. */
static void
append_publisher (GString *text, DossierCitationItem *item, const char *authors)
{
  const char *publisher = dossier_citation_item_get (item, "publisher");

  if (dossier_citation_item_is (item, "speech interview hearing"))
    {
      const char *event = dossier_citation_item_get (item, "event-title");

      dossier_citation_append_part (text, ". ", event != NULL ? event : dossier_citation_item_get (item, "event"));
      dossier_citation_append_part (text, event != NULL ? ", " : ". ", dossier_citation_item_get (item, "event-place"));
    }
  if (dossier_citation_item_is (item, "article-journal article-magazine article-newspaper") || g_strcmp0 (publisher, authors) == 0)
    return;

  dossier_citation_append_part (text, ". ", publisher);
}

/* A treaty is cited by its name and day: "Treaty of Rome, March 25, 1957, 298 U.N.T.S. 3". */
static char *
dup_treaty (DossierCitationItem *item)
{
  g_autofree char *title = dup_title (item);
  g_autofree char *link = dossier_citation_item_dup_link (item);
  GString *text = g_string_new (title);
  DossierCitationDate date;

  dossier_citation_item_get_date (item, "issued", &date);
  if (date.is_set)
    {
      g_string_append (text, ", ");
      if (date.month > 0)
        g_string_append_printf (text, "%s ", dossier_citation_get_month (date.month));
      if (date.day > 0)
        g_string_append_printf (text, "%d, ", date.day);
      append_year (text, date.year);
    }
  dossier_citation_append_part (text, ", ", dossier_citation_item_get (item, "number"));
  dossier_citation_append_part (text, ", ", link);
  if (link == NULL)
    dossier_citation_end_sentence (text);

  return g_string_free (text, FALSE);
}

/**
 * dossier_citation_dup_apa:
 * @item: an item
 *
 * Returns: (transfer full): its entry in a list of references, on one line
 */
char *
dossier_citation_dup_apa (DossierCitationItem *item)
{
  GString *text;
  g_autofree char *authors = dup_names (item, "author", TRUE);
  g_autofree char *title = dup_title (item);
  g_autofree char *date = dup_date (item, FALSE);
  g_autofree char *link = dossier_citation_item_dup_link (item);
  g_autofree char *dated = g_strdup_printf ("(%s)", date);

  if (dossier_citation_item_is (item, "treaty"))
    return dup_treaty (item);

  if (authors == NULL && !dossier_citation_item_is (item, "chapter"))
    {
      g_autofree char *editors = dup_names (item, "editor", TRUE);

      if (editors != NULL)
        authors = g_strdup_printf ("%s (%s)", editors, dossier_citation_item_get_n_names (item, "editor") > 1 ? "Eds." : "Ed.");
    }

  /* Without an author the title comes first. */
  text = g_string_new (NULL);
  dossier_citation_append_part (text, ". ", authors != NULL ? authors : title);
  if (text->len > 0 && (authors != NULL || g_str_has_suffix (text->str, "?") || g_str_has_suffix (text->str, "!")))
    dossier_citation_end_sentence (text);
  else if (text->len > 0)
    g_string_append_c (text, '.');
  dossier_citation_append_part (text, " ", dated);
  if (authors != NULL)
    dossier_citation_append_part (text, ". ", title);

  append_container (text, item);
  append_publisher (text, item, authors);
  if (link != NULL)
    dossier_citation_append_part (text, ". ", link);
  else
    dossier_citation_end_sentence (text);

  return g_string_free (text, FALSE);
}

/**
 * dossier_citation_dup_apa_note:
 * @item: an item
 * @quote: a quote of it
 *
 * Returns: (transfer full): what stands in the text behind the words of @quote, in parentheses
 */
char *
dossier_citation_dup_apa_note (DossierCitationItem *item, const DossierQuote *quote)
{
  int n = dossier_citation_item_get_n_names (item, "author");
  GString *text = g_string_new ("(");
  g_autofree char *date = dup_date (item, TRUE);
  const char *section = dossier_text_get (&quote->section, "en");

  for (int i = 0; i < (n > 2 ? 1 : n); i++)
    {
      DossierCitationName name;
      g_autofree char *last = NULL;

      dossier_citation_item_get_name (item, "author", i, &name);
      last = dossier_citation_dup_last_name (&name);
      g_string_append_printf (text, "%s%s", i > 0 ? " & " : "", last);
    }
  if (n > 2)
    g_string_append (text, " et al.");
  if (n == 0)
    {
      gboolean is_description;
      g_autofree char *title = dossier_citation_item_dup_title (item, &is_description);

      if (title != NULL)
        g_string_append_printf (text, is_description ? "%s" : "“%s”", title);
    }

  g_string_append_printf (text, "%s%s", text->len > 1 ? ", " : "", date);
  if (quote->page != NULL)
    g_string_append_printf (text, ", p. %s", quote->page);
  if (section != NULL && *section != '\0')
    g_string_append_printf (text, ", %s section", section);
  if (quote->paragraph > 0)
    g_string_append_printf (text, ", para. %d", quote->paragraph);
  g_string_append_c (text, ')');

  return g_string_free (text, FALSE);
}
