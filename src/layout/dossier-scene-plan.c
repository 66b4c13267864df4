/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-scene-plan.h"

#include "layout/dossier-scene-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* All lengths are in units: fortieths of the height of the picture. */

/* Narrower pictures have the quotes below the map, not beside it. */
#define LEAST_WIDE 1.15

#define MARGIN        2.0
#define NARROW_MARGIN 1.6
#define GAP           1.4

#define KICKER_TOP      1.1
#define KICKER_HEIGHT   1.65
#define TITLE_TOP       2.75
#define TITLE_HEIGHT    3.55
#define CAPTION_TOP     6.3
#define CAPTION_HEIGHT  3.7
#define MAIN_TOP        10.4
#define MAIN_BOTTOM     36.2
#define PROGRESS_TOP    36.75
#define PROGRESS_HEIGHT 0.16
#define FOOT_TOP        37.25
#define FOOT_HEIGHT     1.7

/* What the timeline takes of the height where the map stands above it, and what statements take below a map. */
#define TIMELINE_HEIGHT 11.7
#define POINTS_HEIGHT   9.4

/* What the question takes of the height, above statements and quotes. */
#define QUESTION_SHARE 0.45
#define QUESTION_QUOTES 0.34

/* The column of the quotes. */
#define QUOTES_SHARE 0.41
#define LEAST_QUOTES 17.0
#define MOST_QUOTES  29.0

#define BAR       0.22
#define BAR_ROOM  1.0
#define SPACING   0.75
#define LEADING   0.2
#define LEAST_ROW 1.5

/* The room for "10 / 14". */
#define PROGRESS_ROOM 6.0

static const double kicker_sizes[] = { 1.2, 1.1, 1.0 };
static const double title_sizes[] = { 2.8, 2.5, 2.2, 1.9, 1.7, 1.5, 1.3 };
static const double caption_sizes[] = { 1.45, 1.35, 1.25, 1.15, 1.0 };
static const double quote_sizes[] = { 2.0, 1.8, 1.65, 1.5, 1.4, 1.3, 1.2, 1.1, 1.0 };
static const double point_sizes[] = { 1.4, 1.3, 1.2, 1.1, 1.0 };

typedef struct
{
  DossierDocument *document;
  DossierStoryContent *story;
  const DossierSceneContent *content;
  DossierScenePlan *plan;
  DossierSceneMeasureFunc measure;
  gpointer data;
} Planner;

/* A quote and who says it, or a statement and what it is. */
typedef struct
{
  char *main;
  char *small;
  DossierSceneRole main_role;
  DossierSceneRole small_role;
  gboolean small_first;
  DossierStatus status;
  DossierRef ref;
} Passage;

static void
clear_passage (gpointer data)
{
  Passage *passage = data;

  g_free (passage->main);
  g_free (passage->small);
}

static void
clear_text (gpointer data)
{
  g_free (((DossierSceneText *) data)->text);
}

static double
measure_text (const Planner *planner, const char *text, DossierSceneRole role, double size, double width)
{
  return planner->measure (text, role, size * planner->plan->unit, width, planner->data);
}

static void
add_text (const Planner *planner, const char *text, DossierSceneRole role, double size, const DossierRectangle *box, gboolean is_cut, DossierStatus status, DossierRef ref)
{
  DossierSceneText added = {
    .role = role,
    .text = g_strdup (text),
    .size = size * planner->plan->unit,
    .box = *box,
    .is_cut = is_cut,
    .status = status,
    .ref = ref,
  };

  g_array_append_val (planner->plan->texts, added);
}

/* The largest of some sizes at which a text fits; the last if it never does. */
static double
choose_size (const Planner *planner, const char *text, DossierSceneRole role, const double *sizes, gsize n_sizes, const DossierRectangle *box, double *height)
{
  double size = sizes[n_sizes - 1];

  for (gsize i = 0; i < n_sizes; i++)
    {
      size = sizes[i];
      *height = measure_text (planner, text, role, size, box->width);
      if (*height <= box->height)
        break;
    }

  return size;
}

static void
add_fitted (const Planner *planner, const char *text, DossierSceneRole role, const double *sizes, gsize n_sizes, const DossierRectangle *room)
{
  DossierRectangle box = *room;
  double height;
  double size;
  gboolean is_cut;

  if (*text == '\0')
    return;

  size = choose_size (planner, text, role, sizes, n_sizes, room, &height);
  is_cut = height > room->height;
  box.height = MIN (height, room->height);
  add_text (planner, text, role, size, &box, is_cut, DOSSIER_STATUS_NONE, DOSSIER_REF_NONE);
}

static void
add_header (const Planner *planner, double margin)
{
  DossierScenePlan *plan = planner->plan;
  double width = plan->width - 2 * margin * plan->unit;
  DossierRectangle kicker = { margin * plan->unit, KICKER_TOP * plan->unit, width, KICKER_HEIGHT * plan->unit };
  g_autofree char *words = dossier_scene_words_dup_kicker (planner->document, planner->content);
  DossierRectangle title = { margin * plan->unit, TITLE_TOP * plan->unit, width, TITLE_HEIGHT * plan->unit };
  DossierRectangle caption = { margin * plan->unit, CAPTION_TOP * plan->unit, width, CAPTION_HEIGHT * plan->unit };

  add_fitted (planner, words, DOSSIER_SCENE_KICKER, kicker_sizes, G_N_ELEMENTS (kicker_sizes), &kicker);
  add_fitted (planner, dossier_text_get (&planner->content->scene->title, NULL), DOSSIER_SCENE_TITLE, title_sizes, G_N_ELEMENTS (title_sizes), &title);
  add_fitted (planner, dossier_text_get (&planner->content->scene->caption, NULL), DOSSIER_SCENE_CAPTION, caption_sizes, G_N_ELEMENTS (caption_sizes), &caption);
}

static void
add_foot (const Planner *planner, int scene, double margin)
{
  DossierScenePlan *plan = planner->plan;
  double unit = plan->unit;
  int n = dossier_story_content_get_n_scenes (planner->story);
  g_autofree char *sources = dossier_scene_words_dup_sources (planner->document, planner->story, planner->content);
  /* Translators: which scene of how many, such as 3 / 14. */
  g_autofree char *progress = g_strdup_printf (_ ("%d / %d"), scene + 1, n);
  DossierRectangle left = { margin * unit, FOOT_TOP * unit, plan->width - (2 * margin + PROGRESS_ROOM) * unit, FOOT_HEIGHT * unit };
  DossierRectangle right = { plan->width - (margin + PROGRESS_ROOM) * unit, FOOT_TOP * unit, PROGRESS_ROOM * unit, FOOT_HEIGHT * unit };
  static const double least = 1.0;

  plan->progress = (DossierRectangle){ margin * unit, PROGRESS_TOP * unit, plan->width - 2 * margin * unit, PROGRESS_HEIGHT * unit };
  plan->share = (double) (scene + 1) / n;
  add_fitted (planner, sources, DOSSIER_SCENE_SOURCES, &least, 1, &left);
  add_fitted (planner, progress, DOSSIER_SCENE_PROGRESS, &least, 1, &right);
}

static double
measure_passage (const Planner *planner, const Passage *passage, double size, double width)
{
  double room = width - BAR_ROOM * planner->plan->unit;

  return measure_text (planner, passage->main, passage->main_role, size, room) +
         LEADING * planner->plan->unit +
         measure_text (planner, passage->small, passage->small_role, MAX (size * 0.75, 1), room);
}

/* Puts a passage into a box; where the box is too low, the longer part is cut. */
static void
add_passage (const Planner *planner, const Passage *passage, double size, const DossierRectangle *box)
{
  double unit = planner->plan->unit;
  double small_size = MAX (size * 0.75, 1);
  double x = box->x + BAR_ROOM * unit;
  double width = box->width - BAR_ROOM * unit;
  double main_height = measure_text (planner, passage->main, passage->main_role, size, width);
  double small_height = measure_text (planner, passage->small, passage->small_role, small_size, width);
  double room = box->height - LEADING * unit;
  double cut_small = MIN (small_height, MAX (room / 3, room - main_height));
  double cut_main = MIN (main_height, room - cut_small);
  double main_y = box->y + (passage->small_first ? cut_small + LEADING * unit : 0);
  double small_y = box->y + (passage->small_first ? 0 : cut_main + LEADING * unit);
  DossierRectangle main = { x, main_y, width, cut_main };
  DossierRectangle small = { x, small_y, width, cut_small };
  DossierSceneBar bar = { { box->x, box->y + 0.15 * unit, BAR * unit, cut_main + cut_small + LEADING * unit - 0.3 * unit }, passage->status };

  add_text (planner, passage->main, passage->main_role, size, &main, main_height > cut_main + 0.5, passage->status, passage->ref);
  add_text (planner, passage->small, passage->small_role, small_size, &small, small_height > cut_small + 0.5, passage->status, passage->ref);
  g_array_append_val (planner->plan->bars, bar);
}

/* How high the highest of some columns is, over which passages are dealt out one by one. */
static double
measure_columns (const Planner *planner, const GArray *passages, int n, double size, double width, int n_columns)
{
  double column = (width - (n_columns - 1) * GAP * planner->plan->unit) / n_columns;
  double highest = 0;

  for (int i = 0; i < n_columns; i++)
    {
      double height = 0;

      for (int j = i; j < n; j += n_columns)
        height += measure_passage (planner, &g_array_index (passages, Passage, j), size, column) + (j > i ? SPACING * planner->plan->unit : 0);
      highest = MAX (highest, height);
    }

  return highest;
}

/* As many passages as fit, as large as they do, in columns. Returns the height that they take. */
static double
add_passages (const Planner *planner, const GArray *passages, const double *sizes, gsize n_sizes, const DossierRectangle *room, int n_columns)
{
  double unit = planner->plan->unit;
  double column = (room->width - (n_columns - 1) * GAP * unit) / n_columns;
  double size = sizes[n_sizes - 1];
  int n = (int) passages->len;
  double bottom = room->y;

  for (gsize i = 0; i < n_sizes; i++)
    {
      size = sizes[i];
      if (measure_columns (planner, passages, n, size, room->width, n_columns) <= room->height)
        break;
    }
  while (n > 1 && measure_columns (planner, passages, n, size, room->width, n_columns) > room->height)
    n--;
  if (n == 0 || room->height < 2 * LEAST_ROW * unit)
    {
      planner->plan->n_left_out += (int) passages->len;
      return 0;
    }
  planner->plan->n_left_out += (int) passages->len - n;

  for (int i = 0; i < MIN (n_columns, n); i++)
    {
      double y = room->y;

      for (int j = i; j < n; j += n_columns)
        {
          const Passage *passage = &g_array_index (passages, Passage, j);
          DossierRectangle box = { room->x + i * (column + GAP * unit), y, column, measure_passage (planner, passage, size, column) };

          box.height = MIN (box.height, room->y + room->height - y);
          add_passage (planner, passage, size, &box);
          y += box.height + SPACING * unit;
        }
      bottom = MAX (bottom, y - SPACING * unit);
    }

  return bottom - room->y;
}

static GArray *
list_quotes (const Planner *planner)
{
  GArray *passages = g_array_new (FALSE, FALSE, sizeof (Passage));

  g_array_set_clear_func (passages, clear_passage);
  for (guint i = 0; i < planner->content->quotes->len; i++)
    {
      int quote = g_array_index (planner->content->quotes, int, i);
      Passage passage = {
        .main = dossier_scene_words_dup_quote (planner->document, quote),
        .small = dossier_scene_words_dup_speaker (planner->document, planner->story, quote),
        .main_role = DOSSIER_SCENE_QUOTE,
        .small_role = DOSSIER_SCENE_SPEAKER,
        .ref = { DOSSIER_RECORD_QUOTE, quote },
      };

      g_array_append_val (passages, passage);
    }

  return passages;
}

static GArray *
list_points (const Planner *planner)
{
  GArray *passages = g_array_new (FALSE, FALSE, sizeof (Passage));

  g_array_set_clear_func (passages, clear_passage);
  for (guint i = 0; i < planner->content->points->len; i++)
    {
      DossierRef ref = g_array_index (planner->content->points, DossierRef, i);
      Passage passage = {
        .main = dossier_scene_words_dup_point (planner->document, ref),
        .small = dossier_scene_words_dup_point_word (planner->document, ref),
        .main_role = DOSSIER_SCENE_POINT,
        .small_role = DOSSIER_SCENE_POINT_WORD,
        .small_first = TRUE,
        .status = dossier_scene_words_get_status (planner->document, ref),
        .ref = ref,
      };

      if (passage.status == DOSSIER_STATUS_NONE)
        passage.status = DOSSIER_STATUS_REPORTED;
      g_array_append_val (passages, passage);
    }

  return passages;
}

/* A part of a rectangle from its bottom, which is taken away from it. */
static DossierRectangle
take_bottom (DossierRectangle *room, double height, double gap)
{
  DossierRectangle taken = { room->x, room->y + room->height - height, room->width, height };

  room->height = MAX (room->height - height - gap, 0);

  return taken;
}

static void
set_view (DossierScenePlan *plan, const DossierRectangle *room)
{
  if (plan->view == DOSSIER_SCENE_VIEW_TIMELINE)
    plan->timeline = *room;
  else if (plan->view == DOSSIER_SCENE_VIEW_QUESTION || plan->view == DOSSIER_SCENE_VIEW_MATRIX)
    plan->main = *room;
  else
    plan->map = *room;
}

/* The question as wide as the picture; below it statements, and quotes beside them. */
static void
add_question (const Planner *planner, DossierRectangle room)
{
  DossierScenePlan *plan = planner->plan;
  double unit = plan->unit;
  g_autoptr (GArray) quotes = list_quotes (planner);
  g_autoptr (GArray) points = list_points (planner);
  DossierRectangle below, beside;

  if (quotes->len + points->len == 0)
    {
      set_view (plan, &room);
      return;
    }

  below = take_bottom (&room, room.height * (1 - QUESTION_SHARE), GAP * unit);
  set_view (plan, &room);
  if (quotes->len > 0)
    {
      double width = points->len > 0 ? below.width * QUESTION_QUOTES : below.width;

      beside = (DossierRectangle){ below.x + below.width - width, below.y, width, below.height };
      add_passages (planner, quotes, quote_sizes, G_N_ELEMENTS (quote_sizes), &beside, 1);
      below.width -= width + GAP * unit;
    }
  if (points->len > 0)
    add_passages (planner, points, point_sizes, G_N_ELEMENTS (point_sizes), &below, points->len > 1 ? 2 : 1);
}

/* From the top: what is shown beside the quotes; below it the timeline, or statements. */
static void
add_wide (const Planner *planner, DossierRectangle room)
{
  DossierScenePlan *plan = planner->plan;
  double unit = plan->unit;
  g_autoptr (GArray) quotes = list_quotes (planner);
  g_autoptr (GArray) points = list_points (planner);

  if (plan->view == DOSSIER_SCENE_VIEW_BOTH)
    {
      plan->timeline = take_bottom (&room, TIMELINE_HEIGHT * unit, GAP / 2 * unit);
      /* The timeline has no words at the edges of the picture. */
      plan->timeline.x = 0;
      plan->timeline.width = plan->width;
    }
  else if (points->len > 0)
    {
      DossierRectangle below = take_bottom (&room, POINTS_HEIGHT * unit, GAP * unit);
      int n_columns = points->len <= 3 ? (int) points->len : (points->len == 4 ? 2 : 3);

      add_passages (planner, points, point_sizes, G_N_ELEMENTS (point_sizes), &below, n_columns);
    }

  if (quotes->len > 0 || (points->len > 0 && plan->view == DOSSIER_SCENE_VIEW_BOTH))
    {
      double width = CLAMP (room.width * QUOTES_SHARE, LEAST_QUOTES * unit, MOST_QUOTES * unit);
      DossierRectangle column = { room.x + room.width - width, room.y, width, room.height };

      room.width -= width + GAP * unit;
      if (plan->view == DOSSIER_SCENE_VIEW_BOTH && points->len > 0)
        {
          DossierRectangle first = column;
          double taken;

          /* Statements get half of it, unless the quotes need more: these come first. */
          if (measure_columns (planner, quotes, (int) quotes->len, 1, width, 1) <= column.height / 2)
            first.height = column.height / 2;
          taken = add_passages (planner, quotes, quote_sizes + 3, G_N_ELEMENTS (quote_sizes) - 3, &first, 1);
          if (taken > 0)
            taken += SPACING * unit;
          column.y += taken;
          column.height -= taken;
          add_passages (planner, points, point_sizes + 2, G_N_ELEMENTS (point_sizes) - 2, &column, 1);
        }
      else
        {
          add_passages (planner, quotes, quote_sizes, G_N_ELEMENTS (quote_sizes), &column, 1);
        }
    }

  set_view (plan, &room);
}

/* One below the other, as on an upright sheet. */
static void
add_tall (const Planner *planner, DossierRectangle room)
{
  DossierScenePlan *plan = planner->plan;
  double unit = plan->unit;
  g_autoptr (GArray) quotes = list_quotes (planner);
  g_autoptr (GArray) points = list_points (planner);

  if (plan->view == DOSSIER_SCENE_VIEW_BOTH)
    plan->timeline = take_bottom (&room, room.height * 0.3, GAP / 2 * unit);
  if (points->len > 0)
    {
      DossierRectangle below = take_bottom (&room, room.height * 0.3, GAP * unit);

      add_passages (planner, points, point_sizes, G_N_ELEMENTS (point_sizes), &below, points->len > 2 ? 2 : 1);
    }
  if (quotes->len > 0)
    {
      DossierRectangle below = take_bottom (&room, room.height * 0.45, GAP * unit);

      add_passages (planner, quotes, quote_sizes, G_N_ELEMENTS (quote_sizes), &below, 1);
    }

  set_view (plan, &room);
}

/**
 * dossier_scene_plan_new:
 * @document: a document
 * @story: what a story of it rests on
 * @scene: which scene of the story
 * @width: of the picture, in pixels
 * @height: likewise
 * @measure: tells how high paragraphs are
 * @data: for @measure
 *
 * Returns: (transfer full): where everything is; free it with dossier_scene_plan_free()
 */
DossierScenePlan *
dossier_scene_plan_new (DossierDocument *document,
                        DossierStoryContent *story,
                        int scene,
                        double width,
                        double height,
                        DossierSceneMeasureFunc measure,
                        gpointer data)
{
  DossierScenePlan *plan = g_new0 (DossierScenePlan, 1);
  Planner planner = { document, story, dossier_story_content_get_scene (story, scene), plan, measure, data };
  gboolean is_wide = width >= height * LEAST_WIDE;
  double margin = is_wide ? MARGIN : NARROW_MARGIN;
  DossierRectangle room;

  plan->width = width;
  plan->height = height;
  plan->unit = height / DOSSIER_SCENE_UNITS;
  plan->view = planner.content->view;
  plan->texts = g_array_new (FALSE, FALSE, sizeof (DossierSceneText));
  g_array_set_clear_func (plan->texts, clear_text);
  plan->bars = g_array_new (FALSE, FALSE, sizeof (DossierSceneBar));

  room = (DossierRectangle){ margin * plan->unit, MAIN_TOP * plan->unit, width - 2 * margin * plan->unit, (MAIN_BOTTOM - MAIN_TOP) * plan->unit };
  add_header (&planner, margin);
  if (is_wide && plan->view == DOSSIER_SCENE_VIEW_QUESTION)
    add_question (&planner, room);
  else if (is_wide)
    add_wide (&planner, room);
  else
    add_tall (&planner, room);
  add_foot (&planner, scene, margin);

  return plan;
}

/**
 * dossier_scene_plan_free:
 * @plan: (nullable): a plan, or %NULL
 */
void
dossier_scene_plan_free (DossierScenePlan *plan)
{
  if (plan == NULL)
    return;

  g_array_unref (plan->texts);
  g_array_unref (plan->bars);
  g_free (plan);
}
