/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-citation.h"

#include <string.h>

/* The Chicago Manual of Style, 17th edition, chapter 14: notes and bibliography. The words of the style are English, as
 * the style is. */

/* A bibliography names up to ten authors; of more, the first seven. */
#define MOST_NAMES  10
#define FIRST_NAMES 7

/* A short note names up to three. */
#define MOST_NOTE_NAMES 3

/* What is a part of something else or has no cover stands in quotation marks. */
#define QUOTED_TYPES                                                                                                 \
  "article article-journal article-magazine article-newspaper chapter entry entry-dictionary entry-encyclopedia "   \
  "interview paper-conference post post-weblog review speech thesis webpage manuscript broadcast personal_communication"
#define PERIODICAL_TYPES "article-journal article-magazine article-newspaper"

/* "Gogh, Vincent van": the first name, by which the entry is sorted. */
static char *
dup_inverted_name (const DossierCitationName *name)
{
  GString *text;

  if (name->literal != NULL)
    return g_strdup (name->literal);

  text = g_string_new (name->family);
  dossier_citation_append_part (text, ", ", name->given);
  dossier_citation_append_part (text, name->given != NULL ? " " : ", ", name->dropping);
  dossier_citation_append_part (text, name->given != NULL || name->dropping != NULL ? " " : ", ", name->particle);
  dossier_citation_append_part (text, ", ", name->suffix);

  return g_string_free (text, FALSE);
}

static char *
dup_names (DossierCitationItem *item, const char *variable, gboolean inverted)
{
  int n = dossier_citation_item_get_n_names (item, variable);
  int n_shown = n > MOST_NAMES ? FIRST_NAMES : n;
  GString *text;

  if (n == 0)
    return NULL;

  text = g_string_new (NULL);
  for (int i = 0; i < n_shown; i++)
    {
      DossierCitationName name;
      g_autofree char *words = NULL;

      dossier_citation_item_get_name (item, variable, i, &name);
      words = inverted && i == 0 ? dup_inverted_name (&name) : dossier_citation_dup_full_name (&name);
      if (i == 0)
        g_string_append (text, words);
      else if (i + 1 == n)
        g_string_append_printf (text, n == 2 && !inverted ? " and %s" : ", and %s", words);
      else
        g_string_append_printf (text, ", %s", words);
    }
  if (n_shown < n)
    g_string_append (text, ", et al.");

  return g_string_free (text, FALSE);
}

static void
append_day (GString *text, int year, int month, int day, int season)
{
  if (month > 0 && day > 0)
    g_string_append_printf (text, "%s %d, ", dossier_citation_get_month (month), day);
  else if (month > 0)
    g_string_append_printf (text, "%s ", dossier_citation_get_month (month));
  else if (season > 0)
    g_string_append_printf (text, "%s ", dossier_citation_get_season (season));

  /* Astronomers have a year 0, historians have not. */
  if (year <= 0)
    g_string_append_printf (text, "%d BCE", 1 - year);
  else
    g_string_append_printf (text, "%d", year);
}

static char *
dup_date (const DossierCitationDate *date, gboolean only_year)
{
  GString *text;

  if (!date->is_set)
    return date->literal != NULL ? g_strdup (date->literal) : NULL;

  text = g_string_new (date->circa ? "ca. " : NULL);
  append_day (text, date->year, only_year ? 0 : date->month, only_year ? 0 : date->day, only_year ? 0 : date->season);
  if (date->end_year != 0)
    {
      gboolean months = !only_year && date->end_month > 0;

      g_string_append (text, "–");
      append_day (text, date->end_year, months ? date->end_month : 0, months ? date->end_day : 0, 0);
    }

  return g_string_free (text, FALSE);
}

static char *
dup_title (DossierCitationItem *item)
{
  gboolean is_description;
  g_autofree char *title = dossier_citation_item_dup_title (item, &is_description);

  if (title == NULL || is_description || !dossier_citation_item_is (item, QUOTED_TYPES))
    return g_steal_pointer (&title);

  return g_strdup_printf ("“%s”", title);
}

/* "Stockholm: Institute": who brought it out, and where. */
static char *
dup_publisher (DossierCitationItem *item)
{
  const char *publisher = dossier_citation_item_get (item, "publisher");
  const char *place = dossier_citation_item_get (item, "publisher-place");

  if (publisher != NULL && place != NULL)
    return g_strdup_printf ("%s: %s", place, publisher);

  return g_strdup (publisher != NULL ? publisher : place);
}

/* "Nature 12, no. 3 (March 2024): 4–9", or "The Times, March 29, 2024". */
static void
append_periodical (GString *text, DossierCitationItem *item, const char *date, const char *year)
{
  const char *volume = dossier_citation_item_get (item, "volume");
  const char *issue = dossier_citation_item_get (item, "issue");
  const char *page = dossier_citation_item_get (item, "page");
  gboolean is_journal = dossier_citation_item_is (item, "article-journal");

  dossier_citation_append_part (text, ". ", dossier_citation_item_get (item, "container-title"));
  if (!is_journal)
    {
      dossier_citation_append_part (text, ", ", date);
      dossier_citation_append_part (text, ", ", page);
      return;
    }

  dossier_citation_append_part (text, " ", volume);
  if (issue != NULL)
    g_string_append_printf (text, "%s no. %s", volume != NULL ? "," : "", issue);
  if (date != NULL)
    g_string_append_printf (text, " (%s)", issue != NULL || volume == NULL ? date : year);
  dossier_citation_append_part (text, ": ", page);
}

static void
append_chapter (GString *text, DossierCitationItem *item)
{
  const char *container = dossier_citation_item_get (item, "container-title");
  g_autofree char *editors = dup_names (item, "editor", FALSE);
  const char *page = dossier_citation_item_get (item, "page");

  if (container != NULL)
    {
      g_autofree char *in = g_strdup_printf ("In %s", container);

      dossier_citation_append_part (text, ". ", in);
    }
  if (editors != NULL)
    {
      dossier_citation_append_part (text, ", edited by ", editors);
    }
  dossier_citation_append_part (text, ", ", page);
}

/* What is said in a speech's, a report's or a page's place: its kind, number, where it stands, who brought it out. */
static void
append_rest (GString *text, DossierCitationItem *item, const char *date)
{
  gboolean is_event = dossier_citation_item_is (item, "speech interview broadcast hearing");
  const char *number = dossier_citation_item_get (item, "number");
  const char *genre = dossier_citation_item_get (item, "genre");
  g_autofree char *publisher = dup_publisher (item);
  g_autofree char *kind = NULL;

  if (genre != NULL)
    {
      gunichar first = g_unichar_totitle (g_utf8_get_char (genre));
      char capital[7] = { 0 };

      g_unichar_to_utf8 (first, capital);
      kind = g_strconcat (capital, g_utf8_next_char (genre), NULL);
    }
  else if (is_event && dossier_citation_item_is (item, "speech"))
    {
      kind = g_strdup ("Speech");
    }

  dossier_citation_append_part (text, ". ", kind);
  dossier_citation_append_part (text, kind != NULL ? " " : ". ", number);
  dossier_citation_append_part (text, ". ", dossier_citation_item_get (item, "container-title"));
  if (is_event)
    {
      const char *event = dossier_citation_item_get (item, "event-title");

      dossier_citation_append_part (text, ", ", event != NULL ? event : dossier_citation_item_get (item, "event"));
      dossier_citation_append_part (text, ", ", dossier_citation_item_get (item, "event-place"));
      dossier_citation_append_part (text, ", ", publisher);
    }
  else
    {
      dossier_citation_append_part (text, ". ", publisher);
    }
  dossier_citation_append_part (text, publisher != NULL || is_event ? ", " : ". ", date);
}

static gboolean
is_book_like (DossierCitationItem *item)
{
  return dossier_citation_item_is (item, "book chapter entry-encyclopedia entry-dictionary thesis");
}

/**
 * dossier_citation_dup_chicago:
 * @item: an item
 *
 * Returns: (transfer full): its entry in a bibliography, on one line
 */
char *
dossier_citation_dup_chicago (DossierCitationItem *item)
{
  GString *text = g_string_new (NULL);
  g_autofree char *authors = dup_names (item, "author", TRUE);
  g_autofree char *title = dup_title (item);
  g_autofree char *link = dossier_citation_item_dup_link (item);
  g_autofree char *words = NULL;
  g_autofree char *year = NULL;
  DossierCitationDate date;

  dossier_citation_item_get_date (item, "issued", &date);
  words = dup_date (&date, FALSE);
  year = dup_date (&date, TRUE);

  if (authors == NULL)
    {
      authors = dup_names (item, "editor", TRUE);
      if (authors != NULL && !dossier_citation_item_is (item, "chapter"))
        {
          g_autofree char *names = g_steal_pointer (&authors);

          authors = g_strconcat (names, dossier_citation_item_get_n_names (item, "editor") > 1 ? ", eds" : ", ed", NULL);
        }
      else
        {
          g_clear_pointer (&authors, g_free);
        }
    }

  dossier_citation_append_part (text, ". ", authors);
  dossier_citation_append_part (text, ". ", title);

  if (dossier_citation_item_is (item, PERIODICAL_TYPES))
    {
      append_periodical (text, item, words, year);
    }
  else if (is_book_like (item))
    {
      g_autofree char *publisher = dup_publisher (item);

      if (!dossier_citation_item_is (item, "book thesis"))
        append_chapter (text, item);
      if (dossier_citation_item_get (item, "edition") != NULL && dossier_citation_item_is (item, "book"))
        {
          g_autofree char *edition = g_strdup_printf ("%s ed", dossier_citation_item_get (item, "edition"));

          dossier_citation_append_part (text, ". ", edition);
        }
      dossier_citation_append_part (text, ". ", publisher);
      dossier_citation_append_part (text, publisher != NULL ? ", " : ". ", year != NULL ? year : "n.d.");
    }
  else
    {
      append_rest (text, item, words);
    }

  /* A page without a date is cited with the day on which it was seen. */
  if (words == NULL && !is_book_like (item))
    {
      DossierCitationDate accessed;
      g_autofree char *seen = NULL;

      dossier_citation_item_get_date (item, "accessed", &accessed);
      seen = dup_date (&accessed, FALSE);
      if (seen != NULL)
        dossier_citation_append_part (text, ". Accessed ", seen);
      else
        dossier_citation_append_part (text, ". ", "n.d.");
    }

  dossier_citation_append_part (text, ". ", link);
  dossier_citation_end_sentence (text);

  return g_string_free (text, FALSE);
}

/* The last names of up to three authors, of more the first and "et al.". */
static char *
dup_note_names (DossierCitationItem *item)
{
  int n = dossier_citation_item_get_n_names (item, "author");
  int n_shown = n > MOST_NOTE_NAMES ? 1 : n;
  GString *text = g_string_new (NULL);

  for (int i = 0; i < n_shown; i++)
    {
      DossierCitationName name;
      g_autofree char *words = NULL;

      dossier_citation_item_get_name (item, "author", i, &name);
      words = dossier_citation_dup_last_name (&name);
      if (i > 0)
        g_string_append (text, n == 2 ? " and " : i + 1 == n ? ", and "
                                                             : ", ");
      g_string_append (text, words);
    }
  if (n_shown < n)
    g_string_append (text, " et al.");

  return g_string_free (text, FALSE);
}

/* The title without its subtitle. */
static char *
dup_short_title (DossierCitationItem *item)
{
  const char *chosen = dossier_citation_item_get (item, "title-short");
  gboolean is_description;
  g_autofree char *title = dossier_citation_item_dup_title (item, &is_description);
  char *colon;

  if (title == NULL)
    return NULL;

  colon = strstr (title, ": ");
  if (chosen != NULL)
    {
      g_free (title);
      title = g_strdup (chosen);
    }
  else if (colon != NULL && !is_description)
    {
      *colon = '\0';
    }

  if (is_description || !dossier_citation_item_is (item, QUOTED_TYPES))
    return g_steal_pointer (&title);

  return g_strdup_printf ("“%s”", title);
}

/**
 * dossier_citation_dup_chicago_note:
 * @item: an item
 * @quote: a quote of it
 *
 * Returns: (transfer full): the short form of a note that tells where @quote stands
 */
char *
dossier_citation_dup_chicago_note (DossierCitationItem *item, const DossierQuote *quote)
{
  GString *text = g_string_new (NULL);
  g_autofree char *names = dup_note_names (item);
  g_autofree char *title = dup_short_title (item);
  const char *section = dossier_text_get (&quote->section, "en");

  dossier_citation_append_part (text, ", ", names);
  dossier_citation_append_part (text, ", ", title);
  dossier_citation_append_part (text, ", ", quote->page);
  if (section != NULL && *section != '\0')
    {
      g_autofree char *under = g_strdup_printf ("under “%s”", section);

      dossier_citation_append_part (text, ", ", under);
    }
  if (quote->paragraph > 0)
    {
      g_autofree char *paragraph = g_strdup_printf ("para. %d", quote->paragraph);

      dossier_citation_append_part (text, ", ", paragraph);
    }
  dossier_citation_end_sentence (text);

  return g_string_free (text, FALSE);
}
