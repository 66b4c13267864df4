/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-map-scene.h"

#include <math.h>

/* A number to a tenth of a pixel, with a point in every locale and without a negative zero. */
static void
append_number (GString *text, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  double rounded = floor (number * 10 + 0.5) / 10;

  g_string_append_c (text, ' ');
  g_string_append (text, g_ascii_formatd (buffer, sizeof buffer, "%.1f", rounded == 0 ? 0 : rounded));
}

static void
append_point (GString *text, DossierPoint point)
{
  append_number (text, point.x);
  append_number (text, point.y);
}

static void
append_rectangle (GString *text, const DossierRectangle *rectangle)
{
  append_number (text, rectangle->x);
  append_number (text, rectangle->y);
  append_number (text, rectangle->width);
  append_number (text, rectangle->height);
}

/* Line ends become blanks, so that a thing stays on its line. */
static void
append_string (GString *text, const char *string)
{
  g_autofree char *line = g_strdelimit (g_strdup (string), "\n", ' ');

  g_string_append_printf (text, " \"%s\"", line);
}

/**
 * dossier_map_scene_to_text:
 * @scene: a scene
 *
 * Writes down the scene, a line for each thing that is drawn, from the back to the front, with coordinates to
 * a tenth of a pixel. What two builds draw is the same if this is.
 *
 * Returns: (transfer full): the text
 */
char *
dossier_map_scene_to_text (const DossierMapScene *scene)
{
  GString *text = g_string_new ("view");

  append_number (text, scene->camera.width);
  append_number (text, scene->camera.height);
  g_string_append_c (text, '\n');

  for (int i = 0; i < scene->n_hulls; i++)
    {
      const DossierMapSceneHull *hull = &scene->hulls[i];

      for (int j = 0; j < hull->n_outlines; j++)
        {
          const DossierMapSceneOutline *outline = &scene->outlines[hull->first_outline + j];
          double left = G_MAXDOUBLE, right = -G_MAXDOUBLE, top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

          for (int k = 0; k < outline->n_points; k++)
            {
              DossierPoint point = scene->points[outline->first_point + k];

              left = MIN (left, point.x);
              right = MAX (right, point.x);
              top = MIN (top, point.y);
              bottom = MAX (bottom, point.y);
            }
          g_string_append_printf (text, "hull %d", hull->group);
          append_rectangle (text, &(DossierRectangle){ left, top, right - left, bottom - top });
          g_string_append_printf (text, "%s\n", hull->dimmed ? " dimmed" : "");
        }
    }

  for (int i = 0; i < scene->n_bands; i++)
    {
      const DossierMapSceneBand *band = &scene->bands[i];

      g_string_append_printf (text, "band %d", band->ribbon);
      append_number (text, band->width);
      append_point (text, band->line.start);
      append_point (text, band->line.end);
      g_string_append_printf (text, "%s%s\n", band->opened ? " opened" : "", band->dimmed ? " dimmed" : "");
    }

  for (int i = 0; i < scene->n_strands; i++)
    {
      const DossierMapSceneStrand *strand = &scene->strands[i];

      g_string_append_printf (text,
                              "strand %d %s %s of %d",
                              strand->ribbon,
                              dossier_vocabulary_get_key (DOSSIER_VOCABULARY_SIGN, (int) strand->sign),
                              dossier_vocabulary_get_key (DOSSIER_VOCABULARY_STATUS, (int) strand->status),
                              strand->n_ties);
      append_number (text, strand->width);
      if (strand->has_line)
        {
          g_string_append (text, " line");
          append_point (text, strand->line.start);
          append_point (text, strand->line.control);
          append_point (text, strand->line.end);
        }
      for (int j = 0; j < 2; j++)
        if (strand->has_arrow[j])
          {
            g_string_append (text, " arrow");
            append_point (text, strand->arrows[j][0]);
          }
      if (strand->n_ticks > 0)
        g_string_append_printf (text, " ticks %d", strand->n_ticks);
      if (strand->has_bead)
        g_string_append (text, " bead");
      if (strand->is_struck)
        g_string_append (text, " struck");
      if (strand->disputed)
        g_string_append (text, " disputed");
      if (strand->inferred)
        g_string_append (text, " inferred");
      if (strand->presence < 1)
        g_string_append_printf (text, " there %d%%", (int) (strand->presence * 100 + 0.5));
      if (strand->has_label)
        {
          g_string_append (text, " label");
          append_rectangle (text, &strand->label_box);
          if (strand->label_direction.y != 0)
            {
              g_string_append (text, " along");
              append_number (text, strand->label_direction.x * 100);
              append_number (text, strand->label_direction.y * 100);
            }
          append_string (text, strand->label);
        }
      g_string_append_printf (text, "%s%s\n", strand->selected ? " selected" : "", strand->dimmed ? " dimmed" : "");
    }

  if (scene->strip.is_shown)
    {
      g_string_append_printf (text, "strip of %d", scene->strip.n_ticks);
      append_point (text, scene->strip.line.start);
      append_point (text, scene->strip.line.end);
      g_string_append_c (text, '\n');
    }

  for (int i = 0; i < scene->n_nodes; i++)
    {
      static const char *const sides[] = { "hidden", "below", "above", "right", "left" };
      const DossierMapSceneNode *node = &scene->nodes[i];
      const DossierMapNode *map_node = &scene->map->nodes[node->node];

      g_string_append_printf (text, "node %d %s", node->node, node->outline.corner < node->outline.half ? "square" : "circle");
      append_point (text, node->outline.middle);
      append_number (text, node->outline.half);
      if (node->symbol[0] != '\0')
        append_string (text, node->symbol);
      g_string_append_printf (text, " label %s", sides[node->label_side]);
      if (node->label_side != DOSSIER_LABEL_HIDDEN)
        {
          append_rectangle (text, &node->label);
          append_string (text, map_node->label);
        }
      if (node->has_post)
        {
          g_string_append (text, " post");
          append_rectangle (text, &node->post);
          append_string (text, map_node->post);
        }
      g_string_append_printf (text,
                              "%s%s%s%s\n",
                              map_node->selected ? " selected" : "",
                              map_node->dimmed ? " dimmed" : "",
                              node->is_beneath ? " beneath" : "",
                              map_node->faint ? " faint" : "");
    }

  return g_string_free (text, FALSE);
}
