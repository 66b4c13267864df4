/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command/dossier-command-paper.h"

#include "exchange/dossier-handout.h"
#include "exchange/dossier-story-picture.h"
#include "exchange/dossier-timeline-poster.h"

#include <glib/gi18n-lib.h>

/**
 * dossier_command_paper_clear:
 * @paper: what was told
 *
 * Frees what @paper holds.
 */
void
dossier_command_paper_clear (DossierCommandPaper *paper)
{
  g_free (paper->story);
  g_free (paper->scene);
  g_free (paper->poster);
}

static gboolean
fail (GError **error, const char *message)
{
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, message);

  return FALSE;
}

/* Which paper, -1 for none of ours. */
static int
find_paper (const char *name)
{
  static const char *const names[] = { "A4", "A3" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (name, names[i]) == 0)
      return (int) i;

  return -1;
}

/**
 * dossier_command_paper_check:
 * @paper: what was told
 * @is_story: whether the view is a story
 * @view: (nullable): --view as it was given
 * @output: where the picture goes
 * @has_size: whether --size was given
 * @error: %G_OPTION_ERROR_BAD_VALUE if some of it does not go together
 *
 * Returns: whether it can be done
 */
gboolean
dossier_command_paper_check (const DossierCommandPaper *paper, gboolean is_story, const char *view, const char *output, gboolean has_size, GError **error)
{
  DossierExportFormat format;

  if (!dossier_export_guess_format (output, &format, error))
    return FALSE;
  if (!is_story && (paper->story != NULL || paper->scene != NULL || paper->handout))
    return fail (error, _ ("--story, --scene and --handout go with --view=story"));
  if (paper->scene != NULL && paper->handout)
    return fail (error, _ ("--scene does not go with --handout"));
  if (paper->handout && has_size)
    return fail (error, _ ("--size does not go with --handout, which is A4"));
  if (is_story && paper->scene == NULL && format != DOSSIER_EXPORT_PDF)
    return fail (error, _ ("a story has several pages, and becomes a .pdf; with --scene, one scene of it can be a .png or .svg"));

  if (paper->poster == NULL)
    return TRUE;
  if (view != NULL && !g_str_equal (view, "timeline"))
    return fail (error, _ ("--poster goes with --view=timeline"));
  if (find_paper (paper->poster) < 0)
    return fail (error, _ ("--poster is A3 or A4"));
  if (has_size)
    return fail (error, _ ("--size does not go with --poster, which is as large as it has to be"));
  if (format != DOSSIER_EXPORT_PDF)
    return fail (error, _ ("a poster has several sheets, and becomes a .pdf"));

  return TRUE;
}

static gboolean
render_poster (const DossierCommandPaper *paper, DossierDocument *document, const DossierViewPictureOptions *options, const char *output, double scale, GError **error)
{
  g_autoptr (DossierTimelinePoster) poster = dossier_timeline_poster_new (document, options, (DossierPaper) find_paper (paper->poster));

  return dossier_export_to_file (dossier_timeline_poster_get (poster), output, scale, error);
}

static gboolean
render_story (const DossierCommandPaper *paper, DossierDocument *document, const DossierViewPictureOptions *options, const char *output, double scale, GError **error)
{
  g_autoptr (GError) wrong = NULL;
  g_autoptr (DossierStoryPicture) pages = NULL;
  int story = dossier_story_picture_find (document, paper->story, &wrong);
  int scene = -1;

  if (story >= 0 && paper->scene != NULL)
    scene = dossier_story_picture_find_scene (document, story, paper->scene, &wrong);
  if (wrong != NULL)
    return fail (error, wrong->message);

  if (paper->handout)
    {
      g_autoptr (DossierHandout) handout = dossier_handout_new (document, story, options->theme);

      return dossier_export_to_file (dossier_handout_get (handout), output, scale, error);
    }

  pages = dossier_story_picture_new (document, story, scene, options->width, options->height, options->theme);

  return dossier_export_to_file (dossier_story_picture_get (pages), output, scale, error);
}

/**
 * dossier_command_paper_render:
 * @paper: what was told; checked
 * @document: a document
 * @options: how it looks, and what of the timeline a poster shows
 * @is_story: whether it is a story; else it is a poster
 * @output: where it goes
 * @scale: so many times as large
 * @error: %G_OPTION_ERROR_BAD_VALUE if there is no such story or scene, #DOSSIER_ERROR_FILE if it cannot be written
 *
 * Returns: whether it was written
 */
gboolean
dossier_command_paper_render (const DossierCommandPaper *paper,
                              DossierDocument *document,
                              const DossierViewPictureOptions *options,
                              gboolean is_story,
                              const char *output,
                              double scale,
                              GError **error)
{
  if (is_story)
    return render_story (paper, document, options, output, scale, error);

  return render_poster (paper, document, options, output, scale, error);
}
