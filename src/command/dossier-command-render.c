/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command/dossier-command-render.h"

#include "command/dossier-command-document.h"
#include "command/dossier-command-paper.h"
#include "exchange/dossier-story-picture.h"
#include "model/dossier-calendar.h"
#include "model/dossier-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the options are parsed into. */
typedef struct
{
  char *output;
  char *view;
  char *lanes;
  char *size;
  char *from;
  char *to;
  char *as_of;
  char *open;
  char *select;
  char **filter;
  gboolean dark;
  gboolean high_contrast;
  double scale;
  DossierCommandPaper paper;
} Arguments;

static void
clear_arguments (Arguments *arguments)
{
  g_free (arguments->output);
  g_free (arguments->view);
  g_free (arguments->lanes);
  g_free (arguments->size);
  g_free (arguments->from);
  g_free (arguments->to);
  g_free (arguments->as_of);
  g_free (arguments->open);
  g_free (arguments->select);
  g_strfreev (arguments->filter);
  dossier_command_paper_clear (&arguments->paper);
}

static gboolean
is_story (const Arguments *arguments)
{
  return g_strcmp0 (arguments->view, "story") == 0;
}

static gboolean
fail (GError **error, const char *message)
{
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, message);

  return FALSE;
}

static gboolean
parse_view (const char *text, DossierViewPictureOptions *options, GError **error)
{
  if (text == NULL || g_str_equal (text, "timeline"))
    options->view = DOSSIER_VIEW_TIMELINE;
  else if (g_str_equal (text, "map"))
    options->view = DOSSIER_VIEW_MAP;
  else if (g_str_equal (text, "matrix"))
    options->view = DOSSIER_VIEW_MATRIX;
  else if (g_str_equal (text, "question"))
    options->view = DOSSIER_VIEW_QUESTION;
  else if (!g_str_equal (text, "story"))
    return fail (error, _ ("--view is timeline, map, matrix, question or story"));

  return TRUE;
}

static gboolean
parse_lanes (const char *text, DossierViewPictureOptions *options, GError **error)
{
  static const char *const names[DOSSIER_N_LANE_FACETS] = { "kind", "actor", "place", "status", "source" };

  if (text == NULL)
    return TRUE;

  for (int facet = 0; facet < DOSSIER_N_LANE_FACETS; facet++)
    {
      if (g_str_equal (text, names[facet]))
        {
          options->facet = (DossierFacet) facet;
          return TRUE;
        }
    }

  return fail (error, _ ("--lanes is kind, actor, place, status or source"));
}

static gboolean
parse_size (const Arguments *arguments, DossierViewPictureOptions *options, GError **error)
{
  const char *text = arguments->size;
  g_auto (GStrv) sides = NULL;
  guint64 width;
  guint64 height;

  if (text == NULL && is_story (arguments))
    {
      options->width = DOSSIER_STORY_WIDTH;
      options->height = DOSSIER_STORY_HEIGHT;
      return TRUE;
    }
  if (text == NULL)
    {
      options->width = 1440;
      options->height = options->view == DOSSIER_VIEW_TIMELINE || options->view == DOSSIER_VIEW_MATRIX ? 600 : 900;
      return TRUE;
    }

  sides = g_strsplit (text, "x", 3);
  if (g_strv_length (sides) != 2 ||
      !g_ascii_string_to_unsigned (sides[0], 10, 100, DOSSIER_EXPORT_MOST_PIXELS, &width, NULL) ||
      !g_ascii_string_to_unsigned (sides[1], 10, 100, DOSSIER_EXPORT_MOST_PIXELS, &height, NULL))
    return fail (error, _ ("--size is WIDTHxHEIGHT in pixels, such as 1440x600; each side has 100 to 32767"));

  options->width = (double) width;
  options->height = (double) height;

  return TRUE;
}

/* The day with which the date begins, from its first to its last second. */
static gboolean
parse_as_of (const Arguments *arguments, DossierViewPictureOptions *options, GError **error)
{
  DossierSpan span;
  int second;
  gint64 day;

  if (options->view != DOSSIER_VIEW_MAP)
    return fail (error, _ ("--as-of goes with --view=map"));
  if (arguments->from != NULL || arguments->to != NULL)
    return fail (error, _ ("--as-of does not go with --from and --to"));
  if (!dossier_date_read_span (arguments->as_of, strlen (arguments->as_of), &span, error))
    return FALSE;
  if (span.flags & DOSSIER_SPAN_UNKNOWN || span.start_earliest == DOSSIER_TIME_MIN)
    return fail (error, _ ("--as-of is a date that has a beginning, such as 2023-07-27"));

  day = dossier_calendar_from_seconds (span.start_earliest, &second);
  options->begin = dossier_calendar_to_seconds (day, 0);
  options->end = dossier_calendar_to_seconds (day, DOSSIER_SECONDS_PER_DAY - 1);
  options->has_dates = TRUE;

  return TRUE;
}

static gboolean
parse_dates (const Arguments *arguments, DossierViewPictureOptions *options, GError **error)
{
  DossierSpan from;
  DossierSpan to;

  if (arguments->as_of != NULL)
    return parse_as_of (arguments, options, error);
  if (arguments->from == NULL && arguments->to == NULL)
    return TRUE;

  if (arguments->from == NULL || arguments->to == NULL)
    return fail (error, _ ("--from and --to go together"));

  if (!dossier_date_read_span (arguments->from, strlen (arguments->from), &from, error) ||
      !dossier_date_read_span (arguments->to, strlen (arguments->to), &to, error))
    return FALSE;

  options->begin = from.start_earliest;
  options->end = to.end_latest;
  if (options->begin == DOSSIER_TIME_MIN || options->end == DOSSIER_TIME_MAX)
    return fail (error, _ ("--from and --to are dates without an open end, such as 2023-07 or 2024-03-29"));
  if (options->begin > options->end)
    return fail (error, _ ("--from lies after --to"));

  options->has_dates = TRUE;

  return TRUE;
}

static gboolean
parse_options (const Arguments *arguments, DossierViewPictureOptions *options, GError **error)
{
  DossierExportFormat format;

  if (is_story (arguments) && (arguments->from != NULL || arguments->to != NULL || arguments->as_of != NULL ||
                               arguments->select != NULL || arguments->open != NULL || arguments->filter != NULL || arguments->lanes != NULL))
    return fail (error, _ ("what a story shows, its scenes say: only --story, --scene, --handout, --size, --scale and the look go with it"));

  options->theme = (arguments->dark ? DOSSIER_THEME_DARK : DOSSIER_THEME_LIGHT) |
                   (arguments->high_contrast ? DOSSIER_THEME_HIGH_CONTRAST : 0);

  if (arguments->output == NULL)
    return fail (error, _ ("Say where the picture goes: dossier render FILE -o PICTURE"));

  if (arguments->open != NULL && arguments->select != NULL)
    return fail (error, _ ("--open does not go with --select"));

  if (!(arguments->scale > 0 && arguments->scale <= 16))
    return fail (error, _ ("--scale is above 0, and at most 16"));

  return dossier_export_guess_format (arguments->output, &format, error) && parse_view (arguments->view, options, error) &&
         parse_lanes (arguments->lanes, options, error) &&
         parse_size (arguments, options, error) && parse_dates (arguments, options, error) &&
         dossier_command_paper_check (&arguments->paper, is_story (arguments), arguments->view, arguments->output, arguments->size != NULL, error);
}

static gboolean
has_tie (DossierDocument *document, int actor, int other)
{
  for (int i = 0; i < dossier_document_get_count (document, DOSSIER_RECORD_TIE); i++)
    {
      const DossierTie *tie = dossier_document_get_tie (document, i);
      int from = tie->from.ref.index;
      int to = tie->to.ref.index;

      if ((from == actor && to == other) || (from == other && to == actor))
        return TRUE;
    }

  return FALSE;
}

/* Two ids of actors with ties between them. */
static gboolean
find_pair (DossierDocument *document, const char *text, DossierViewPictureOptions *options, GError **error)
{
  g_auto (GStrv) ids = g_strsplit (text, ",", 3);
  DossierRef refs[2];

  if (options->view != DOSSIER_VIEW_MAP)
    return fail (error, _ ("--open goes with --view=map"));
  if (g_strv_length (ids) != 2)
    return fail (error, _ ("--open is the ids of two actors with a comma between them"));

  for (int i = 0; i < 2; i++)
    {
      refs[i] = dossier_document_lookup (document, ids[i]);
      if (refs[i].type != DOSSIER_RECORD_ACTOR)
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("no actor has the id \"%s\""), ids[i]);
          return FALSE;
        }
    }
  if (!has_tie (document, refs[0].index, refs[1].index))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("there is no tie between \"%s\" and \"%s\""), ids[0], ids[1]);
      return FALSE;
    }

  options->has_pair = TRUE;
  options->actor = refs[0].index;
  options->other_actor = refs[1].index;

  return TRUE;
}

static gboolean
render (DossierDocument *document, const Arguments *arguments, DossierViewPictureOptions *options, GError **error)
{
  g_autoptr (DossierFilter) filter = NULL;
  g_autoptr (DossierViewPicture) picture = NULL;

  if (is_story (arguments))
    return dossier_command_paper_render (&arguments->paper, document, options, TRUE, arguments->output, arguments->scale, error);

  options->selected = DOSSIER_REF_NONE;
  if (arguments->select != NULL)
    {
      options->selected = dossier_document_lookup (document, arguments->select);
      if (!dossier_ref_is_set (options->selected))
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("nothing has the id \"%s\""), arguments->select);
          return FALSE;
        }
    }

  if (arguments->filter != NULL)
    {
      /* The statements are weighed, whichever events there are. */
      if (options->view == DOSSIER_VIEW_QUESTION)
        return fail (error, _ ("--filter does not go with --view question, which weighs every statement"));

      filter = dossier_command_make_filter (document, (const char *const *) arguments->filter, error);
      if (filter == NULL)
        return FALSE;
    }
  options->filter = filter;

  if (arguments->open != NULL && !find_pair (document, arguments->open, options, error))
    return FALSE;

  if (arguments->paper.poster != NULL)
    return dossier_command_paper_render (&arguments->paper, document, options, FALSE, arguments->output, arguments->scale, error);

  picture = dossier_view_picture_new (document, options);

  return dossier_export_to_file (dossier_view_picture_get (picture), arguments->output, arguments->scale, error);
}

/**
 * dossier_command_render:
 * @argc: how many arguments
 * @argv: the arguments; the first is the command's name
 *
 * `dossier render FILE -o PICTURE`: draws a view of a dossier into a PNG, SVG or PDF file.
 *
 * Returns: 0 if it was drawn, 1 if the file has errors or the picture cannot be written, 2 if the arguments are
 *   wrong
 */
int
dossier_command_render (int argc, char **argv)
{
  Arguments arguments = { .scale = 1 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &arguments.output, N_ ("The picture; its end names the format: .png, .svg or .pdf"), N_ ("PICTURE") },
    { "view", 0, 0, G_OPTION_ARG_STRING, &arguments.view, N_ ("What to draw: timeline (as a rule), map, matrix, question or story"), N_ ("VIEW") },
    { "lanes", 0, 0, G_OPTION_ARG_STRING, &arguments.lanes, N_ ("What the lanes stand for: kind (as a rule), actor, place, status or source"), N_ ("FACET") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &arguments.size, N_ ("Its size in pixels, such as 1440x600"), N_ ("WIDTHxHEIGHT") },
    { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &arguments.scale, N_ ("So many times as large, with finer detail (1)"), N_ ("FACTOR") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &arguments.from, N_ ("The first date in sight"), N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &arguments.to, N_ ("The last date in sight"), N_ ("DATE") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &arguments.as_of, N_ ("The day that the map shows"), N_ ("DATE") },
    { "open", 0, 0, G_OPTION_ARG_STRING, &arguments.open, N_ ("The two actors whose ties the map shows one by one"), N_ ("ID,ID") },
    { "select", 0, 0, G_OPTION_ARG_STRING, &arguments.select, N_ ("The record to set off"), N_ ("ID") },
    { "filter", 0, 0, G_OPTION_ARG_STRING_ARRAY, &arguments.filter, N_ ("Show only these events, such as kind=diplomacy; may be given several times"), N_ ("CONDITION") },
    { "story", 0, 0, G_OPTION_ARG_STRING, &arguments.paper.story, N_ ("Which story; the first as a rule"), N_ ("ID") },
    { "scene", 0, 0, G_OPTION_ARG_STRING, &arguments.paper.scene, N_ ("Only this scene of the story, by its id or number"), N_ ("ID|N") },
    { "handout", 0, 0, G_OPTION_ARG_NONE, &arguments.paper.handout, N_ ("The story as a handout on A4: pictures, notes and sources"), NULL },
    { "poster", 0, 0, G_OPTION_ARG_STRING, &arguments.paper.poster, N_ ("The whole timeline over several sheets of A3 or A4"), N_ ("PAPER") },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &arguments.dark, N_ ("Draw light on dark"), NULL },
    { "high-contrast", 0, 0, G_OPTION_ARG_NONE, &arguments.high_contrast, N_ ("Draw with high contrast"), NULL },
    { NULL },
  };
  /* Translators: the arguments of "dossier render". */
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("FILE - draw a dossier into a picture"));
  g_autoptr (DossierDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  DossierViewPictureOptions options = { 0 };
  DossierLimits limits;
  int status = 0;

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_group (context, dossier_command_new_limits_group (&limits));

  if (!g_option_context_parse (context, &argc, &argv, &error) || !parse_options (&arguments, &options, &error))
    status = 2;
  else if (argc != 2)
    {
      g_set_error_literal (&error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _ ("Name one file: dossier render FILE -o PICTURE"));
      status = 2;
    }
  else
    {
      document = dossier_command_open (argv[1], &limits);
      if (document == NULL)
        status = 1;
      else if (!render (document, &arguments, &options, &error))
        status = error->domain == G_OPTION_ERROR ? 2 : 1;
    }

  if (error != NULL)
    g_printerr ("%s\n", error->message);
  clear_arguments (&arguments);

  return status;
}
