/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-map-painter.h"

#include "painting/dossier-dimming.h"
#include "painting/dossier-tie-painter.h"

#include <string.h>

/* Of letters on a mark that stands back. */
#define LEAST_CONTRAST 3.0

/* How dense the ground of an opened ribbon is. */
#define OPENED_GROUND 0.86

/* How much of a mark below it is left, also where it looks out from under that ground: else it seemed to be cut in two. */
#define BENEATH 0.3

/* How dense the ground of a name is that lies on lines, and how round its corners are, in pixels. */
#define NAME_GROUND 0.88
#define NAME_CORNER 4.0

static const DossierSwatch *
get_swatch (const DossierMapPainter *painter, const DossierMap *map, int node)
{
  if (painter->swatches != NULL && map->nodes[node].actor >= 0)
    return dossier_swatches_get_actor (painter->swatches, map->nodes[node].actor);

  return dossier_theme_get_actor (painter->theme, node);
}

static DossierColor
dim (const DossierMapPainter *painter, DossierColor color, gboolean dimmed, double rest)
{
  return dimmed ? dossier_color_mix (painter->theme->view, color, rest) : color;
}

static void
trace_outline (const DossierOutline *outline, double grow, cairo_t *cr)
{
  double half = outline->half + grow;
  double corner = MAX (outline->corner + grow, 0);
  double x = outline->middle.x;
  double y = outline->middle.y;

  cairo_new_sub_path (cr);
  if (outline->corner >= outline->half)
    {
      cairo_arc (cr, x, y, half, 0, 2 * G_PI);
    }
  else
    {
      cairo_arc (cr, x + half - corner, y - half + corner, corner, -G_PI / 2, 0);
      cairo_arc (cr, x + half - corner, y + half - corner, corner, 0, G_PI / 2);
      cairo_arc (cr, x - half + corner, y + half - corner, corner, G_PI / 2, G_PI);
      cairo_arc (cr, x - half + corner, y - half + corner, corner, G_PI, 3 * G_PI / 2);
    }
  cairo_close_path (cr);
}

static void
draw_hulls (const DossierMapPainter *painter, const DossierMap *map, const DossierMapScene *scene, cairo_t *cr)
{
  for (int i = 0; i < scene->n_hulls; i++)
    {
      const DossierMapSceneHull *hull = &scene->hulls[i];
      int owner = map->groups[hull->group].owner;
      DossierColor color = painter->theme->band;

      if (owner >= 0)
        color = dossier_color_mix (painter->theme->view, get_swatch (painter, map, owner)->mark, hull->dimmed ? 0.025 : (painter->theme->flags & DOSSIER_THEME_DARK ? 0.17 : 0.085));

      /* The outlines of a hull overlap: one path, filled once, has the same tint everywhere. */
      for (int j = 0; j < hull->n_outlines; j++)
        {
          const DossierMapSceneOutline *outline = &scene->outlines[hull->first_outline + j];

          cairo_new_sub_path (cr);
          for (int k = 0; k < outline->n_points; k++)
            cairo_line_to (cr, scene->points[outline->first_point + k].x, scene->points[outline->first_point + k].y);
          cairo_close_path (cr);
        }
      cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING);
      dossier_color_set_source (&color, cr);
      cairo_fill (cr);
    }
}

static void
draw_band (const DossierMapPainter *painter, const DossierMapSceneBand *band, cairo_t *cr)
{
  const DossierTheme *theme = painter->theme;
  DossierColor color = dossier_color_mix (theme->view, theme->text, band->dimmed ? 0.02 : (band->opened ? 0.045 : 0.06));

  if (band->opened)
    {
      DossierCurve back = { band->sides[1].end, band->sides[1].control, band->sides[1].start };

      /* What lies below stays to be seen, but no more than that. */
      color = dossier_color_with_alpha (color, OPENED_GROUND);
      dossier_color_set_source (&color, cr);
      dossier_tie_painter_trace (&band->sides[0], cr);
      cairo_line_to (cr, back.start.x, back.start.y);
      dossier_tie_painter_extend (&back, cr);
      cairo_close_path (cr);
      cairo_fill (cr);
    }
  else
    {
      dossier_color_set_source (&color, cr);
      dossier_tie_painter_trace (&band->line, cr);
      cairo_set_line_width (cr, band->width);
      cairo_stroke (cr);
    }
}

static int
find_opened (const DossierMapScene *scene)
{
  for (int i = 0; i < scene->n_bands; i++)
    if (scene->bands[i].opened)
      return scene->bands[i].ribbon;

  return -1;
}

/* The lines, with the ground of each ribbon of several: those of the opened one, or all the others. */
static void
draw_ribbons (const DossierMapPainter *painter, const DossierMapScene *scene, gboolean opened, cairo_t *cr)
{
  int opened_ribbon = find_opened (scene);

  for (int i = 0; i < scene->n_bands; i++)
    if (scene->bands[i].opened == opened)
      draw_band (painter, &scene->bands[i], cr);

  for (int i = 0; i < scene->n_strands; i++)
    {
      const DossierMapSceneStrand *strand = &scene->strands[i];

      if ((strand->ribbon == opened_ribbon) == opened)
        dossier_tie_painter_draw (strand, scene->ticks, painter->theme, i == painter->hovered_strand || strand->ribbon == painter->focused_ribbon, cr);
    }
}

/* When an opened ribbon was borne out: a tick for each event. */
static void
draw_strip (const DossierMapPainter *painter, const DossierMapScene *scene, cairo_t *cr)
{
  const DossierTheme *theme = painter->theme;

  if (!scene->strip.is_shown)
    return;

  dossier_tie_painter_trace (&scene->strip.line, cr);
  dossier_color_set_source (&theme->border, cr);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  dossier_color_set_source (&theme->dim_text, cr);
  cairo_set_line_width (cr, 2);
  for (int i = 0; i < scene->strip.n_ticks; i++)
    {
      const DossierMapSceneTick *tick = &scene->ticks[scene->strip.first_tick + i];

      cairo_move_to (cr, tick->from.x, tick->from.y);
      cairo_line_to (cr, tick->to.x, tick->to.y);
    }
  cairo_stroke (cr);
  for (int i = 0; i < 2; i++)
    if (scene->strip.labels[i][0] != '\0')
      dossier_typesetter_draw (painter->typesetter,
                               cr,
                               scene->strip.labels[i],
                               DOSSIER_TEXT_TIE_LABEL,
                               scene->strip.label_boxes[i].x,
                               scene->strip.label_boxes[i].y,
                               -1,
                               &theme->dim_text,
                               &theme->view);
}

static void
draw_mark (const DossierMapPainter *painter, const DossierMap *map, const DossierMapSceneNode *node, cairo_t *cr)
{
  const DossierTheme *theme = painter->theme;
  const DossierMapNode *map_node = &map->nodes[node->node];
  const DossierSwatch *swatch = get_swatch (painter, map, node->node);
  DossierColor mark = dim (painter, swatch->mark, map_node->dimmed, DOSSIER_DIMMED);
  DossierColor on_mark = dim (painter, swatch->on_mark, map_node->dimmed, DOSSIER_DIMMED_TEXT);

  if (map_node->dimmed)
    on_mark = dossier_color_for_contrast (on_mark, mark, LEAST_CONTRAST);

  /* A rim in the colour of the ground keeps the mark apart from the lines that pass it. */
  trace_outline (&node->outline, 2, cr);
  dossier_color_set_source (&theme->view, cr);
  cairo_fill (cr);

  if (map_node->selected || node->node == painter->hovered_node)
    {
      DossierColor ring = dossier_color_mix (theme->view, map_node->selected ? theme->accent : mark, map_node->selected ? 0.55 : 0.4);

      trace_outline (&node->outline, 4.5, cr);
      dossier_color_set_source (&ring, cr);
      cairo_fill (cr);
    }
  if (node->node == painter->focused_node)
    {
      trace_outline (&node->outline, 7.5, cr);
      dossier_color_set_source (&theme->focus, cr);
      cairo_set_line_width (cr, 2);
      cairo_stroke (cr);
    }

  if (map_node->chosen)
    {
      const double dash[] = { 3, 2 };

      trace_outline (&node->outline, 6, cr);
      dossier_color_set_source (&theme->accent, cr);
      cairo_set_line_width (cr, 1.5);
      cairo_set_dash (cr, dash, 2, 0);
      cairo_stroke (cr);
      cairo_set_dash (cr, NULL, 0, 0);
    }

  if (map_node->presence < 1)
    {
      /* What has no part is hollow; what comes or goes, in between. */
      DossierColor ground = dossier_color_mix (theme->view, mark, 0.12 + 0.88 * map_node->presence);

      trace_outline (&node->outline, -0.75, cr);
      dossier_color_set_source (&ground, cr);
      cairo_fill_preserve (cr);
      mark = dossier_color_mix (theme->view, mark, 0.55 + 0.45 * map_node->presence);
      dossier_color_set_source (&mark, cr);
      cairo_set_line_width (cr, 1.5);
      cairo_stroke (cr);
      if (map_node->presence < 0.5)
        on_mark = dim (painter, swatch->text, map_node->dimmed, DOSSIER_DIMMED_TEXT);
    }
  else
    {
      trace_outline (&node->outline, 0, cr);
      dossier_color_set_source (&mark, cr);
      cairo_fill (cr);
    }

  if (map_node->type == DOSSIER_ACTOR_TYPE_GROUP && node->outline.half > 9)
    {
      /* A second line within: more than one. */
      DossierColor line = dossier_color_with_alpha (on_mark, 0.45);

      trace_outline (&node->outline, -3.2, cr);
      dossier_color_set_source (&line, cr);
      cairo_set_line_width (cr, 1.2);
      cairo_stroke (cr);
    }

  if (node->symbol[0] != '\0')
    {
      double width;
      double height;

      dossier_typesetter_measure (node->symbol, node->symbol_style, &width, &height, painter->typesetter);
      dossier_typesetter_draw (painter->typesetter,
                               cr,
                               node->symbol,
                               node->symbol_style,
                               node->outline.middle.x - width / 2,
                               node->outline.middle.y - height / 2,
                               -1,
                               &on_mark,
                               NULL);
    }
}

/**
 * dossier_map_painter_draw_pin:
 * @theme: the look
 * @x: its point, in pixels
 * @y: likewise
 * @cr: where to draw
 *
 * Draws the sign of what a person put where it stands: a pin with a round head.
 */
void
dossier_map_painter_draw_pin (const DossierTheme *theme, double x, double y, cairo_t *cr)
{
  for (int pass = 0; pass < 2; pass++)
    {
      dossier_color_set_source (pass == 0 ? &theme->view : &theme->text, cr);
      cairo_set_line_width (cr, pass == 0 ? 4 : 1.5);
      cairo_move_to (cr, x, y);
      cairo_line_to (cr, x + 4, y - 5);
      cairo_stroke (cr);
      cairo_arc (cr, x + 5, y - 6, pass == 0 ? 4.5 : 3, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

/* Draws a name line by line, each set towards the mark. */
static void
draw_lines (const DossierMapPainter *painter,
            const char *label,
            int n_lines,
            DossierTextStyle style,
            const DossierRectangle *box,
            DossierLabelSide side,
            const DossierColor *color,
            const DossierColor *halo,
            cairo_t *cr)
{
  g_auto (GStrv) lines = g_strsplit (label, "\n", -1);
  double line_height = box->height / n_lines;

  for (int i = 0; lines[i] != NULL; i++)
    {
      double width;
      double height;
      double x = box->x;

      if (lines[i][0] == '\0')
        continue;

      dossier_typesetter_measure (lines[i], style, &width, &height, painter->typesetter);
      if (side == DOSSIER_LABEL_LEFT)
        x += box->width - width;
      else if (side != DOSSIER_LABEL_RIGHT)
        x += (box->width - width) / 2;

      dossier_typesetter_draw (painter->typesetter, cr, lines[i], style, x, box->y + i * line_height, -1, color, halo);
    }
}

/* What lies below a name stays to be seen, but no longer runs through the letters. */
static void
draw_ground_of_name (const DossierMapPainter *painter, const DossierRectangle *box, cairo_t *cr)
{
  DossierColor ground = dossier_color_with_alpha (painter->theme->view, NAME_GROUND);
  double left = box->x - 2, right = box->x + box->width + 2;
  double top = box->y, bottom = box->y + box->height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - NAME_CORNER, top + NAME_CORNER, NAME_CORNER, -G_PI_2, 0);
  cairo_arc (cr, right - NAME_CORNER, bottom - NAME_CORNER, NAME_CORNER, 0, G_PI_2);
  cairo_arc (cr, left + NAME_CORNER, bottom - NAME_CORNER, NAME_CORNER, G_PI_2, G_PI);
  cairo_arc (cr, left + NAME_CORNER, top + NAME_CORNER, NAME_CORNER, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
  dossier_color_set_source (&ground, cr);
  cairo_fill (cr);
}

static void
draw_name (const DossierMapPainter *painter, const DossierMap *map, const DossierMapSceneNode *node, cairo_t *cr)
{
  const DossierTheme *theme = painter->theme;
  const DossierMapNode *map_node = &map->nodes[node->node];
  DossierColor color = map_node->faint ? theme->dim_text : theme->text;

  if (node->label_side == DOSSIER_LABEL_HIDDEN)
    return;

  color = dim (painter, color, map_node->dimmed, map_node->faint ? DOSSIER_DIMMED_DIM_TEXT : DOSSIER_DIMMED_TEXT);
  if (node->label_is_crossed)
    draw_ground_of_name (painter, &node->label, cr);
  draw_lines (painter, map_node->label, map_node->n_lines, node->label_style, &node->label, node->label_side, &color, &theme->view, cr);
  if (node->has_post)
    dossier_typesetter_draw (painter->typesetter, cr, map_node->post, DOSSIER_TEXT_TIE_LABEL, node->post.x, node->post.y, -1, &theme->dim_text, &theme->view);
}

/* A label on a ground of its own, for what the pointer is on and whose label has found no room. */
static void
draw_tag (const DossierMapPainter *painter,
          const DossierMapScene *scene,
          const char *label,
          int n_lines,
          DossierTextStyle style,
          double x,
          double y,
          cairo_t *cr)
{
  const DossierTheme *theme = painter->theme;
  DossierRectangle box;
  double width;
  double height;

  dossier_typesetter_measure (label, style, &width, &height, painter->typesetter);
  box = (DossierRectangle){ x - width / 2, y, width, height };
  box.x = CLAMP (box.x, 8, MAX (8, scene->camera.width - width - 8));
  box.y = CLAMP (box.y, 4, MAX (4, scene->camera.height - height - 4));

  cairo_new_sub_path (cr);
  cairo_arc (cr, box.x + width, box.y + 4, 6, -G_PI / 2, 0);
  cairo_arc (cr, box.x + width, box.y + height - 4, 6, 0, G_PI / 2);
  cairo_arc (cr, box.x, box.y + height - 4, 6, G_PI / 2, G_PI);
  cairo_arc (cr, box.x, box.y + 4, 6, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
  dossier_color_set_source (&theme->background, cr);
  cairo_fill_preserve (cr);
  dossier_color_set_source (&theme->border, cr);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);

  draw_lines (painter, label, n_lines, style, &box, DOSSIER_LABEL_BELOW, &theme->text, NULL, cr);
}

/* What the pointer is on and what is selected has its name shown in any case. */
static void
draw_tags (const DossierMapPainter *painter, const DossierMap *map, const DossierMapScene *scene, cairo_t *cr)
{
  for (int i = 0; i < scene->n_nodes; i++)
    {
      const DossierMapSceneNode *node = &scene->nodes[i];

      gboolean is_hidden = node->label_side == DOSSIER_LABEL_HIDDEN;

      if ((node->node == painter->hovered_node && (is_hidden || map->nodes[node->node].dimmed)) ||
          (map->nodes[node->node].selected && is_hidden))
        draw_tag (painter,
                  scene,
                  map->nodes[node->node].label,
                  map->nodes[node->node].n_lines,
                  node->label_style,
                  node->outline.middle.x,
                  node->outline.middle.y + node->outline.half + 8,
                  cr);
    }

  if (painter->hovered_strand >= 0 && painter->hovered_strand < scene->n_strands)
    {
      const DossierMapSceneStrand *strand = &scene->strands[painter->hovered_strand];

      if (!strand->has_label && strand->label[0] != '\0' && strand->has_line)
        {
          DossierPoint middle = dossier_curve_get_point (&strand->line, 0.5);

          draw_tag (painter, scene, strand->label, 1, DOSSIER_TEXT_TIE_LABEL, middle.x, middle.y + 10, cr);
        }
    }
}

static void
draw_words (const DossierMapPainter *painter, const DossierMapSceneStrand *strand, const DossierColor *color, cairo_t *cr)
{
  const DossierRectangle *box = &strand->label_box;
  const DossierPoint *direction = &strand->label_direction;
  cairo_matrix_t matrix;

  cairo_save (cr);
  cairo_matrix_init (&matrix,
                     direction->x,
                     direction->y,
                     -direction->y,
                     direction->x,
                     box->x + box->width / 2,
                     box->y + box->height / 2);
  cairo_transform (cr, &matrix);
  dossier_typesetter_draw (painter->typesetter,
                           cr,
                           strand->label,
                           DOSSIER_TEXT_TIE_LABEL,
                           -box->width / 2,
                           -box->height / 2,
                           -1,
                           color,
                           &painter->theme->view);
  cairo_restore (cr);
}

/**
 * dossier_map_painter_draw:
 * @painter: the look, and what the pointer is on
 * @map: the map that @scene was made of
 * @scene: what to draw
 * @cr: where to draw, its origin being the upper left of the view; its state is as before in the end
 *
 * Draws the map, on top of what is there: the ground is the caller's.
 */
void
dossier_map_painter_draw (const DossierMapPainter *painter, const DossierMap *map, const DossierMapScene *scene, cairo_t *cr)
{
  cairo_save (cr);
  cairo_new_path (cr);

  draw_hulls (painter, map, scene, cr);
  draw_ribbons (painter, scene, FALSE, cr);
  for (int i = 0; i < scene->n_nodes; i++)
    if (scene->nodes[i].is_beneath)
      {
        cairo_push_group (cr);
        draw_mark (painter, map, &scene->nodes[i], cr);
        cairo_pop_group_to_source (cr);
        cairo_paint_with_alpha (cr, BENEATH);
      }
  draw_ribbons (painter, scene, TRUE, cr);
  draw_strip (painter, scene, cr);
  for (int i = 0; i < scene->n_nodes; i++)
    if (!scene->nodes[i].is_beneath)
      draw_mark (painter, map, &scene->nodes[i], cr);
  for (int i = 0; i < scene->n_nodes; i++)
    if (map->nodes[scene->nodes[i].node].pinned)
      dossier_map_painter_draw_pin (painter->theme,
                                    scene->nodes[i].outline.middle.x + 0.66 * scene->nodes[i].outline.half,
                                    scene->nodes[i].outline.middle.y - 0.66 * scene->nodes[i].outline.half,
                                    cr);
  for (int i = 0; i < scene->n_strands; i++)
    {
      const DossierMapSceneStrand *strand = &scene->strands[i];
      const DossierSwatch *swatch = dossier_theme_get_hue (painter->theme, dossier_palette_get_hue_of_sign (strand->sign));

      if (strand->has_label)
        draw_words (painter, strand, &swatch->text, cr);
    }
  for (int i = 0; i < scene->n_nodes; i++)
    draw_name (painter, map, &scene->nodes[i], cr);
  draw_tags (painter, map, scene, cr);

  cairo_restore (cr);
}

/**
 * dossier_map_painter_draw_over:
 * @painter: the look, and what the pointer is on
 * @map: the map that @scene was made of
 * @scene: what was drawn, with nothing pointed at
 * @cr: where to draw; its state is as before in the end
 *
 * Draws what the pointer and the keyboard are on once more, on top of the map: for a picture of it that is kept.
 */
void
dossier_map_painter_draw_over (const DossierMapPainter *painter, const DossierMap *map, const DossierMapScene *scene, cairo_t *cr)
{
  cairo_save (cr);
  cairo_new_path (cr);

  for (int i = 0; i < scene->n_strands; i++)
    {
      const DossierMapSceneStrand *strand = &scene->strands[i];

      if (i != painter->hovered_strand && strand->ribbon != painter->focused_ribbon)
        continue;
      dossier_tie_painter_draw (strand, scene->ticks, painter->theme, TRUE, cr);
      if (strand->has_label)
        draw_words (painter, strand, &dossier_theme_get_hue (painter->theme, dossier_palette_get_hue_of_sign (strand->sign))->text, cr);
    }
  for (int i = 0; i < scene->n_nodes; i++)
    if (scene->nodes[i].node == painter->hovered_node || scene->nodes[i].node == painter->focused_node)
      {
        draw_mark (painter, map, &scene->nodes[i], cr);
        draw_name (painter, map, &scene->nodes[i], cr);
      }
  draw_tags (painter, map, scene, cr);

  cairo_restore (cr);
}
