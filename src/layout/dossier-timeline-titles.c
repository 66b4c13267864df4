/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-timeline-titles.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Beyond this many, those that the last frame had no use for are forgotten. */
#define MOST_TITLES 8192

/* Between the sign of a date and the title. */
#define SIGN_GAP 4.0

/* From this weight on, a title is set off. */
#define WEIGHTY 80

struct _DossierTimelineTitles
{
  DossierTimelineSource source;
  DossierMeasureFunc measure;
  gpointer data;
  GHashTable *titles; /* by event */
  guint age;
  double count_widths[16]; /* by the number of characters; 0 is not measured */
};

static void
free_title (gpointer data)
{
  DossierTimelineTitle *title = data;

  g_free (title->title);
  g_free (title->detail);
  g_free (title->members);
  g_free (title);
}

static gboolean
is_unused (gpointer key, gpointer value, gpointer data)
{
  const DossierTimelineTitles *titles = data;
  const DossierTimelineTitle *title = value;

  return title->last_used + 1 < titles->age;
}

static const char *
get_sign (const DossierTimelineSource *source, int event)
{
  DossierSpan span;

  source->get_span (event, &span, source->data);
  if (span.flags & DOSSIER_SPAN_UNCERTAIN)
    /* Translators: before the title of an event whose date is uncertain */
    return C_ ("uncertain date", "?");
  if (span.flags & DOSSIER_SPAN_APPROXIMATE)
    /* Translators: before the title of an event whose date is approximate: circa */
    return C_ ("approximate date", "c.");

  return NULL;
}

/* Only of what is a set are the dates asked for: that takes reading the event. */
static void
read_members (DossierTimelineTitle *title, const DossierTimelineSource *source, int event)
{
  DossierTimelineMember members[DOSSIER_TIMELINE_MOST_MEMBERS];
  DossierSpan span;
  int n;

  source->get_span (event, &span, source->data);
  if (source->list_members == NULL || !(span.flags & (DOSSIER_SPAN_ONE_OF | DOSSIER_SPAN_ALL_OF)))
    return;

  n = source->list_members (event, members, DOSSIER_TIMELINE_MOST_MEMBERS, source->data);
  if (n < 2 || n > DOSSIER_TIMELINE_MOST_MEMBERS)
    return;

  title->members = g_memdup2 (members, (gsize) n * sizeof *members);
  title->n_members = n;
}

/**
 * dossier_timeline_titles_new:
 * @source: where the words come from; copied
 * @measure: measures them
 * @data: for @measure
 *
 * Returns: (transfer full): no titles yet
 */
DossierTimelineTitles *
dossier_timeline_titles_new (const DossierTimelineSource *source, DossierMeasureFunc measure, gpointer data)
{
  DossierTimelineTitles *titles = g_new0 (DossierTimelineTitles, 1);

  titles->source = *source;
  titles->measure = measure;
  titles->data = data;
  titles->titles = g_hash_table_new_full (NULL, NULL, NULL, free_title);

  return titles;
}

/**
 * dossier_timeline_titles_free:
 * @titles: (nullable): titles, or %NULL
 */
void
dossier_timeline_titles_free (DossierTimelineTitles *titles)
{
  if (titles == NULL)
    return;

  g_hash_table_unref (titles->titles);
  g_free (titles);
}

/**
 * dossier_timeline_titles_get:
 * @titles: titles
 * @event: the index of an event
 *
 * Returns: (transfer none): its words; valid at least until dossier_timeline_titles_age() was called twice
 */
const DossierTimelineTitle *
dossier_timeline_titles_get (DossierTimelineTitles *titles, int event)
{
  const DossierTimelineSource *source = &titles->source;
  DossierTimelineTitle *title = g_hash_table_lookup (titles->titles, GINT_TO_POINTER (event));

  if (title == NULL)
    {
      title = g_new0 (DossierTimelineTitle, 1);
      title->title = source->dup_title (event, source->data);
      if (source->dup_detail != NULL)
        title->detail = source->dup_detail (event, source->data);
      read_members (title, source, event);
      title->style = source->get_weight (event, source->data) >= WEIGHTY ? DOSSIER_TEXT_CARD_TITLE
                                                                         : DOSSIER_TEXT_MARK_LABEL;

      /* A tenth of a pixel more than measured, for what the painter rounds. */
      titles->measure (title->title, title->style, &title->width, &title->height, titles->data);
      title->sign = get_sign (source, event);
      if (title->sign != NULL)
        {
          double height;

          titles->measure (title->sign, DOSSIER_TEXT_BADGE, &title->sign_width, &height, titles->data);
          title->sign_width += SIGN_GAP;
        }
      title->width = ceil ((title->sign_width + title->width) * 10) / 10;
      if (title->detail != NULL)
        {
          titles->measure (title->detail,
                           DOSSIER_TEXT_CARD_DETAIL,
                           &title->detail_width,
                           &title->detail_height,
                           titles->data);
          title->detail_width = ceil (title->detail_width * 10) / 10;
        }
      g_hash_table_insert (titles->titles, GINT_TO_POINTER (event), title);
    }

  title->last_used = titles->age;

  return title;
}

/**
 * dossier_timeline_titles_age:
 * @titles: titles
 *
 * To be called once a frame, before it asks for anything: forgets what has long not been asked for, if there is much.
 */
void
dossier_timeline_titles_age (DossierTimelineTitles *titles)
{
  titles->age++;
  if (g_hash_table_size (titles->titles) > MOST_TITLES)
    g_hash_table_foreach_remove (titles->titles, is_unused, titles);
}

/**
 * dossier_timeline_titles_clear:
 * @titles: titles
 *
 * Forgets everything, as when fonts have changed.
 */
void
dossier_timeline_titles_clear (DossierTimelineTitles *titles)
{
  g_hash_table_remove_all (titles->titles);
  for (gsize i = 0; i < G_N_ELEMENTS (titles->count_widths); i++)
    titles->count_widths[i] = 0;
}

/**
 * dossier_timeline_titles_get_count_width:
 * @titles: titles
 * @count: a number of events
 *
 * Returns: how wide what dossier_timeline_format_count() makes of @count is at most, in pixels
 */
double
dossier_timeline_titles_get_count_width (DossierTimelineTitles *titles, int count)
{
  char label[16];
  glong length;

  dossier_timeline_format_count (count, label);
  length = g_utf8_strlen (label, -1);
  if (titles->count_widths[length] == 0)
    {
      double width, height;

      /* All digits count as the widest. */
      for (char *p = label; *p != '\0'; p++)
        if (g_ascii_isdigit (*p))
          *p = '8';
      titles->measure (label, DOSSIER_TEXT_BADGE, &width, &height, titles->data);
      titles->count_widths[length] = width;
    }

  return titles->count_widths[length];
}

/**
 * dossier_timeline_format_count:
 * @count: a number of events, at least 1
 * @label: (out caller-allocates): "+12", "+3.4k", "+12k", "+1.2M"
 *
 * Writes how many events are merged, in little room.
 */
void
dossier_timeline_format_count (int count, char label[16])
{
  if (count < 1000)
    g_snprintf (label, 16, "+%d", count);
  else if (count < 10000)
    g_snprintf (label, 16, "+%d.%dk", count / 1000, count / 100 % 10);
  else if (count < 1000000)
    g_snprintf (label, 16, "+%dk", count / 1000);
  else
    g_snprintf (label, 16, "+%d.%dM", count / 1000000, count / 100000 % 10);
}
