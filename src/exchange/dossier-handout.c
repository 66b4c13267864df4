/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-handout.h"

#include "exchange/dossier-citation.h"
#include "exchange/dossier-story-imprint.h"
#include "exchange/dossier-story-picture.h"
#include "layout/dossier-scene-words.h"
#include "model/dossier-address.h"
#include "painting/dossier-paragraphs.h"
#include "painting/dossier-scene-picture.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

/* All in pixels, 96 to the inch. */
#define MARGIN      (15.0 / 25.4 * 96)
#define FOOT        24.0
#define FOOT_SIZE   11.0
#define WIDTH       (DOSSIER_A4_SHORT - 2 * MARGIN)
#define BOTTOM      (DOSSIER_A4_LONG - MARGIN - FOOT)
#define SCENE_SPACE 20.0
#define TEXT_SPACE  7.0

#define TITLE_SIZE   25.0
#define HEADING_SIZE 16.0
#define BODY_SIZE    13.5
#define SOURCE_SIZE  12.5

/* Sources hang from their numbers. */
#define NUMBER_WIDTH 34.0

/* A picture has so much room below it on its page that its notes can begin there. */
#define LEAST_BELOW 84.0

/* Something on a page: a picture, or some lines of a paragraph. */
typedef struct
{
  int page;
  double x;
  double y;
  int scene;           /* -1 for a paragraph */
  PangoLayout *layout; /* NULL for a picture */
  double size;         /* of its letters */
  int first_line;
  int n_lines;
  gboolean is_dim;
  char *address; /* (nullable): where it leads */
} Piece;

/* What is flowing. */
typedef struct
{
  GArray *pieces;
  DossierParagraphs *paragraphs;
  int page;
  double y;
} Flow;

struct _DossierHandout
{
  DossierDocument *document;
  DossierTheme theme;
  DossierParagraphs *paragraphs;
  DossierScenePicture *scenes;
  GArray *pieces;
  GStringChunk *strings;
  DossierStoryImprint imprint;
  DossierPicture picture;
};

static void
clear_piece (gpointer data)
{
  Piece *piece = data;

  g_clear_object (&piece->layout);
  g_free (piece->address);
}

static void
turn_page (Flow *flow)
{
  flow->page++;
  flow->y = MARGIN;
}

/* Sets a paragraph, over as many pages as it takes. */
static void
set_text (Flow *flow, const char *text, DossierSceneRole role, double size, double indent, gboolean is_dim, const char *address)
{
  PangoLayout *layout;
  int n_lines;
  int first = 0;

  if (*text == '\0')
    return;

  layout = dossier_paragraphs_get_layout (flow->paragraphs, text, role, size, WIDTH - indent);
  n_lines = pango_layout_get_line_count (layout);
  while (first < n_lines)
    {
      Piece piece = { .page = flow->page, .x = MARGIN + indent, .y = flow->y, .scene = -1, .size = size, .first_line = first, .is_dim = is_dim };
      double y = flow->y;

      while (first < n_lines)
        {
          double height = dossier_paragraphs_measure_line (flow->paragraphs, layout, first, size);

          if (y + height > BOTTOM && y > MARGIN)
            break;
          y += height;
          first++;
          piece.n_lines++;
        }
      flow->y = y;
      if (piece.n_lines > 0)
        {
          piece.layout = g_object_ref (layout);
          piece.address = g_strdup (address);
          g_array_append_val (flow->pieces, piece);
        }
      if (first < n_lines)
        turn_page (flow);
    }
}

/* A heading stays with what follows it. */
static void
set_heading (Flow *flow, const char *text, double size, double room)
{
  if (flow->y + size + room > BOTTOM)
    turn_page (flow);
  set_text (flow, text, DOSSIER_SCENE_TITLE, size, 0, FALSE, NULL);
}

static void
set_picture (Flow *flow, int scene, double height)
{
  Piece piece = { .scene = scene, .x = MARGIN };

  if (flow->y > MARGIN)
    flow->y += SCENE_SPACE;
  if (flow->y + height + LEAST_BELOW > BOTTOM)
    turn_page (flow);

  piece.page = flow->page;
  piece.y = flow->y;
  g_array_append_val (flow->pieces, piece);
  flow->y += height + TEXT_SPACE + 3;
}

/* All words of a scene that its picture has no room for. */
static void
set_words (Flow *flow, DossierDocument *document, DossierStoryContent *story, int scene)
{
  const DossierSceneContent *content = dossier_story_content_get_scene (story, scene);

  set_text (flow, dossier_text_get (&content->scene->caption, NULL), DOSSIER_SCENE_CAPTION, BODY_SIZE, 0, TRUE, NULL);
  flow->y += TEXT_SPACE;
  for (guint i = 0; i < content->quotes->len; i++)
    {
      int quote = g_array_index (content->quotes, int, i);
      g_autofree char *words = dossier_scene_words_dup_quote (document, quote);
      g_autofree char *speaker = dossier_scene_words_dup_speaker (document, story, quote);

      set_text (flow, words, DOSSIER_SCENE_QUOTE, BODY_SIZE, NUMBER_WIDTH, FALSE, NULL);
      set_text (flow, speaker, DOSSIER_SCENE_SPEAKER, SOURCE_SIZE, NUMBER_WIDTH, TRUE, NULL);
      flow->y += TEXT_SPACE;
    }
  for (guint i = 0; i < content->points->len; i++)
    {
      DossierRef ref = g_array_index (content->points, DossierRef, i);
      g_autofree char *word = dossier_scene_words_dup_point_word (document, ref);
      g_autofree char *point = dossier_scene_words_dup_point (document, ref);

      set_text (flow, word, DOSSIER_SCENE_POINT_WORD, SOURCE_SIZE, NUMBER_WIDTH, TRUE, NULL);
      set_text (flow, point, DOSSIER_SCENE_POINT, BODY_SIZE, NUMBER_WIDTH, FALSE, NULL);
      flow->y += TEXT_SPACE;
    }
}

static void
set_sources (Flow *flow, DossierDocument *document, DossierStoryContent *story)
{
  if (dossier_story_content_get_n_sources (story) == 0)
    return;

  flow->y += SCENE_SPACE;
  set_heading (flow, _ ("Sources"), HEADING_SIZE, 4 * SOURCE_SIZE);
  flow->y += TEXT_SPACE;
  for (int number = 1; number <= dossier_story_content_get_n_sources (story); number++)
    {
      int source = dossier_story_content_get_source (story, number);
      g_autoptr (DossierCitationItem) item = dossier_citation_item_new (document, source);
      g_autofree char *citation = dossier_citation_dup_source (document, source, DOSSIER_CITATION_CHICAGO);
      g_autofree char *label = g_strdup_printf ("[%d]", number);
      g_autofree char *link = dossier_citation_item_dup_link (item);
      const char *address = link != NULL && dossier_address_is_harmless (link, NULL) ? link : NULL;
      double y;

      if (flow->y + 2 * SOURCE_SIZE > BOTTOM)
        turn_page (flow);
      y = flow->y;
      set_text (flow, label, DOSSIER_SCENE_SOURCES, SOURCE_SIZE, 0, TRUE, NULL);
      flow->y = y;
      set_text (flow, citation, DOSSIER_SCENE_SOURCES, SOURCE_SIZE, NUMBER_WIDTH, FALSE, address);
      flow->y += TEXT_SPACE;
    }
}

/* Returns how many pages that are. */
static int
flow_story (DossierHandout *self, int story)
{
  const DossierStory *shown = dossier_document_get_story (self->document, story);
  DossierStoryContent *content = dossier_scene_picture_get_story (self->scenes);
  Flow flow = { self->pieces, self->paragraphs, 0, MARGIN };

  set_text (&flow, dossier_text_get (&shown->title, NULL), DOSSIER_SCENE_TITLE, TITLE_SIZE, 0, FALSE, NULL);
  set_text (&flow, dossier_text_get (&shown->summary, NULL), DOSSIER_SCENE_CAPTION, BODY_SIZE, 0, TRUE, NULL);
  for (int i = 0; i < shown->scenes.n; i++)
    {
      const DossierScene *scene = &shown->scenes.items[i];
      DossierHeadingPlace place;
      g_autofree char *heading = g_strdup_printf ("%d  %s", i + 1, dossier_text_get (&scene->title, NULL));

      set_picture (&flow, i, WIDTH * DOSSIER_STORY_HEIGHT / DOSSIER_STORY_WIDTH);
      place = (DossierHeadingPlace){ g_string_chunk_insert (self->strings, heading), flow.page, g_array_index (flow.pieces, Piece, flow.pieces->len - 1).y };
      g_array_append_val (self->imprint.headings, place);

      set_heading (&flow, heading, HEADING_SIZE, 2 * BODY_SIZE);
      flow.y += TEXT_SPACE / 2;
      set_text (&flow, dossier_text_get (&scene->notes, NULL), DOSSIER_SCENE_CAPTION, BODY_SIZE, 0, FALSE, NULL);
      if (!dossier_scene_picture_is_complete (self->scenes, i))
        {
          flow.y += TEXT_SPACE;
          set_words (&flow, self->document, content, i);
        }
    }
  set_sources (&flow, self->document, content);

  return flow.page + 1;
}

static void
draw_lines (DossierHandout *self, const Piece *piece, cairo_t *cr)
{
  PangoLayoutIter *iterator = pango_layout_get_iter (piece->layout);
  double y = piece->y;
  int line = 0;

  dossier_color_set_source (piece->is_dim ? &self->theme.dim_text : &self->theme.text, cr);
  do
    {
      PangoRectangle box;

      pango_layout_iter_get_line_extents (iterator, NULL, &box);
      if (line >= piece->first_line && line < piece->first_line + piece->n_lines)
        {
          cairo_move_to (cr, piece->x + (double) box.x / PANGO_SCALE, y + (double) (pango_layout_iter_get_baseline (iterator) - box.y) / PANGO_SCALE);
          pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iterator));
          y += dossier_paragraphs_measure_line (self->paragraphs, piece->layout, line, piece->size);
        }
      line++;
    }
  while (pango_layout_iter_next_line (iterator));
  pango_layout_iter_free (iterator);
}

/* In a PDF, a citation leads to its source. */
static void
draw_text (DossierHandout *self, const Piece *piece, cairo_t *cr)
{
  g_autofree char *attributes = NULL;

  /* What would end the attribute is no part of a link. */
  if (piece->address == NULL || strpbrk (piece->address, "'\\") != NULL)
    {
      draw_lines (self, piece, cr);
      return;
    }

  attributes = g_strdup_printf ("uri='%s'", piece->address);
  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
  draw_lines (self, piece, cr);
  cairo_tag_end (cr, CAIRO_TAG_LINK);
}

static void
draw_scene (DossierHandout *self, const Piece *piece, cairo_t *cr)
{
  double height = WIDTH * DOSSIER_STORY_HEIGHT / DOSSIER_STORY_WIDTH;
  DossierSceneState state;

  cairo_save (cr);
  cairo_translate (cr, piece->x, piece->y);
  dossier_scene_picture_get_state (self->scenes, piece->scene, &state);
  dossier_scene_picture_draw (self->scenes, &state, cr);
  cairo_rectangle (cr, 0, 0, WIDTH, height);
  cairo_set_line_width (cr, 0.75);
  dossier_color_set_source (&self->theme.border, cr);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_foot (DossierHandout *self, int page, cairo_t *cr)
{
  /* Translators: the foot of a page: the title of a story, which page, of how many. */
  g_autofree char *foot = g_strdup_printf (_ ("%s · %d / %d"), self->imprint.title, page + 1, self->picture.n_pages);
  PangoLayout *layout = dossier_paragraphs_get_layout (self->paragraphs, foot, DOSSIER_SCENE_PROGRESS, FOOT_SIZE, WIDTH);

  dossier_color_set_source (&self->theme.dim_text, cr);
  cairo_move_to (cr, MARGIN, BOTTOM + FOOT - FOOT_SIZE);
  pango_cairo_show_layout (cr, layout);
}

static void
draw (cairo_t *cr, int page, gpointer data)
{
  DossierHandout *self = data;

  dossier_color_set_source (&self->theme.view, cr);
  cairo_paint (cr);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);

      if (piece->page != page)
        continue;
      if (piece->layout == NULL)
        draw_scene (self, piece, cr);
      else
        draw_text (self, piece, cr);
    }
  draw_foot (self, page, cr);
}

/**
 * dossier_handout_new:
 * @document: a document
 * @story: which of its stories
 * @theme: light or dark
 *
 * Returns: (transfer full): the handout
 */
DossierHandout *
dossier_handout_new (DossierDocument *document, int story, DossierThemeFlags theme)
{
  DossierHandout *self = g_new0 (DossierHandout, 1);
  int n_pages;

  self->document = g_object_ref (document);
  dossier_theme_init (&self->theme, theme);
  self->paragraphs = dossier_paragraphs_new (&self->theme);
  self->scenes = dossier_scene_picture_new (document, story, &self->theme);
  dossier_scene_picture_set_size (self->scenes, WIDTH, WIDTH * DOSSIER_STORY_HEIGHT / DOSSIER_STORY_WIDTH, 1);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_array_set_clear_func (self->pieces, clear_piece);
  dossier_story_imprint_init (&self->imprint, document, story);
  self->strings = g_string_chunk_new (512);
  n_pages = flow_story (self, story);

  self->picture = (DossierPicture){
    .width = DOSSIER_A4_SHORT,
    .height = DOSSIER_A4_LONG,
    .n_pages = n_pages,
    .draw = draw,
    .data = self,
  };
  dossier_story_imprint_show (&self->imprint, &self->picture);

  return self;
}

/**
 * dossier_handout_free:
 * @self: (nullable): a handout, or %NULL
 */
void
dossier_handout_free (DossierHandout *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->pieces);
  g_string_chunk_free (self->strings);
  dossier_scene_picture_free (self->scenes);
  dossier_paragraphs_free (self->paragraphs);
  dossier_story_imprint_clear (&self->imprint);
  g_object_unref (self->document);
  g_free (self);
}

/**
 * dossier_handout_get:
 * @self: a handout
 *
 * Returns: (transfer none): what can be exported; valid as long as @self
 */
const DossierPicture *
dossier_handout_get (DossierHandout *self)
{
  return &self->picture;
}
