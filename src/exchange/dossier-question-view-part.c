/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-picture-view-private.h"

#include "painting/dossier-balance-painter.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MARGIN  18.0
#define SPACING 12.0

/* A row of the table, and its columns from the right, in pixels. */
#define ROW_HEIGHT    24.0
#define STANCE_WIDTH  110.0
#define HEDGE_WIDTH   140.0
#define LEAST_TITLE   160.0

struct _DossierQuestionViewPart
{
  DossierWeighing *weighing;
  DossierBalanceLayout *layout;
  DossierBalancePainter painter;
  GPtrArray *lines; /* of char*: the sums in words */
  int *rows;        /* weights in the order of the table */
  double width;
  double height;
  double line_height;
};

static double
measure (DossierQuestionViewPart *self, const char *text, DossierTextStyle style, double *height)
{
  double width;

  dossier_typesetter_measure (text, style, &width, height, self->painter.typesetter);

  return width;
}

/* Breaks a text into lines between its words. */
static void
wrap (DossierQuestionViewPart *self, const char *text, double max_width)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autoptr (GString) line = g_string_new (NULL);
  double height;

  for (int i = 0; words[i] != NULL; i++)
    {
      gsize length = line->len;

      g_string_append_printf (line, "%s%s", length > 0 ? " " : "", words[i]);
      if (length == 0 || measure (self, line->str, DOSSIER_TEXT_LEGEND, &height) <= max_width)
        continue;

      g_string_truncate (line, length);
      g_ptr_array_add (self->lines, g_strdup (line->str));
      g_string_assign (line, words[i]);
    }
  if (line->len > 0)
    g_ptr_array_add (self->lines, g_strdup (line->str));
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const DossierWeight *one = dossier_weighing_get_weight (data, *(const int *) a);
  const DossierWeight *other = dossier_weighing_get_weight (data, *(const int *) b);

  if (one->diagnosticity != other->diagnosticity)
    return one->diagnosticity > other->diagnosticity ? -1 : 1;
  if (one->weight != other->weight)
    return one->weight > other->weight ? -1 : 1;

  return one->place - other->place;
}

/**
 * dossier_question_view_part_new:
 * @part: what to show, and how
 *
 * Returns: (transfer full): the question and its answers, weighed and laid out
 */
DossierQuestionViewPart *
dossier_question_view_part_new (const DossierViewPart *part)
{
  DossierQuestionViewPart *self = g_new0 (DossierQuestionViewPart, 1);
  int n;

  self->weighing = part->options->weighing != NULL ? g_object_ref (part->options->weighing) : dossier_weighing_new (part->document);
  self->layout = dossier_balance_layout_new (self->weighing, part->width);
  self->painter = (DossierBalancePainter){
    .theme = part->theme,
    .typesetter = part->typesetter,
    .swatches = part->swatches,
    .hovered = -1,
    .focused = -1,
    .selected = dossier_weighing_find (self->weighing, part->options->selected),
  };
  self->width = part->width;
  self->height = part->height;

  self->lines = g_ptr_array_new_with_free_func (g_free);
  if (dossier_weighing_get_n_hypotheses (self->weighing) > 0)
    {
      g_autofree char *order = dossier_weighing_explain_order (self->weighing);
      g_autofree char *sensitivity = dossier_weighing_explain_sensitivity (self->weighing);

      wrap (self, order, part->width - 2 * MARGIN);
      wrap (self, sensitivity, part->width - 2 * MARGIN);
    }
  measure (self, "Åg", DOSSIER_TEXT_LEGEND, &self->line_height);

  n = dossier_weighing_get_n_weights (self->weighing);
  self->rows = g_new (int, MAX (n, 1));
  for (int i = 0; i < n; i++)
    self->rows[i] = i;
  g_qsort_with_data (self->rows, n, sizeof *self->rows, compare_rows, self->weighing);

  return self;
}

/**
 * dossier_question_view_part_free:
 * @self: (nullable): a view, or %NULL
 */
void
dossier_question_view_part_free (DossierQuestionViewPart *self)
{
  if (self == NULL)
    return;

  dossier_balance_layout_free (self->layout);
  g_ptr_array_unref (self->lines);
  g_free (self->rows);
  g_object_unref (self->weighing);
  g_free (self);
}

static void
draw_text (DossierQuestionViewPart *self, cairo_t *cr, const char *text, DossierTextStyle style, double x, double y, double max_width, const DossierColor *color)
{
  dossier_typesetter_draw (self->painter.typesetter, cr, text, style, x, floor (y), max_width, color, NULL);
}

static void
draw_stance (DossierQuestionViewPart *self, int stance, double x, double y, cairo_t *cr)
{
  const DossierSwatch *swatch = dossier_theme_get_hue (self->painter.theme, dossier_palette_get_hue_of_bearing ((DossierBearingStance) stance));
  const char *text = stance == DOSSIER_BEARING_SUPPORTS  ? C_ ("bearing", "for")
                     : stance == DOSSIER_BEARING_OPPOSES ? C_ ("bearing", "against")
                     : stance == DOSSIER_BEARING_NEUTRAL ? C_ ("bearing", "neutral")
                                                         : "–";
  double height;
  double width = measure (self, text, DOSSIER_TEXT_LEGEND, &height);

  if (stance != DOSSIER_BEARING_NONE)
    {
      double radius = height / 2 + 1;

      cairo_new_sub_path (cr);
      cairo_arc (cr, x + width + radius, y + height / 2, radius, -G_PI_2, G_PI_2);
      cairo_arc (cr, x + radius, y + height / 2, radius, G_PI_2, 1.5 * G_PI);
      cairo_close_path (cr);
      dossier_color_set_source (&swatch->soft, cr);
      cairo_fill (cr);
    }
  draw_text (self, cr, text, DOSSIER_TEXT_LEGEND, x + height / 2 + 1, y, -1, stance != DOSSIER_BEARING_NONE ? &swatch->text : &self->painter.theme->dim_text);
}

static int
count_rows_in_room (DossierQuestionViewPart *self, double y)
{
  int n = dossier_weighing_get_n_weights (self->weighing);
  int room = (int) floor ((self->height - y) / ROW_HEIGHT) - 1;

  if (room >= n)
    return n;

  /* The last line says how many there are besides. */
  return MAX (room - 1, 0);
}

static void
draw_table (DossierQuestionViewPart *self, double y, cairo_t *cr)
{
  const DossierTheme *theme = self->painter.theme;
  DossierDocument *document = dossier_weighing_get_document (self->weighing);
  int n_hypotheses = dossier_weighing_get_n_hypotheses (self->weighing);
  double stances_x = self->width - MARGIN - n_hypotheses * STANCE_WIDTH;
  double hedge_x = stances_x - HEDGE_WIDTH;
  int n_rows = count_rows_in_room (self, y);
  int n_more = dossier_weighing_get_n_weights (self->weighing) - n_rows;

  if (n_rows == 0 || hedge_x < MARGIN + LEAST_TITLE)
    return;

  draw_text (self, cr, _ ("Claim or event"), DOSSIER_TEXT_BADGE, MARGIN, y + 4, -1, &theme->dim_text);
  draw_text (self, cr, _ ("Hedge"), DOSSIER_TEXT_BADGE, hedge_x, y + 4, -1, &theme->dim_text);
  for (int i = 0; i < n_hypotheses; i++)
    {
      g_autofree char *title = dossier_document_dup_title (document, (DossierRef){ DOSSIER_RECORD_HYPOTHESIS, i }, NULL);

      draw_text (self, cr, title, DOSSIER_TEXT_BADGE, stances_x + i * STANCE_WIDTH, y + 4, STANCE_WIDTH - 6, &theme->dim_text);
    }

  for (int i = 0; i < n_rows; i++)
    {
      const DossierWeight *weight = dossier_weighing_get_weight (self->weighing, self->rows[i]);
      double row_y = y + (i + 1) * ROW_HEIGHT;
      double text_y = row_y + (ROW_HEIGHT - self->line_height) / 2;

      cairo_set_line_width (cr, 1);
      dossier_color_set_source (&theme->grid, cr);
      cairo_move_to (cr, MARGIN, floor (row_y) + 0.5);
      cairo_line_to (cr, self->width - MARGIN, floor (row_y) + 0.5);
      cairo_stroke (cr);
      draw_text (self, cr, weight->title, DOSSIER_TEXT_LEGEND, MARGIN, text_y, hedge_x - MARGIN - SPACING, &theme->text);
      draw_text (self, cr, dossier_hedge_get_label (weight->hedge), DOSSIER_TEXT_LEGEND, hedge_x, text_y, HEDGE_WIDTH - SPACING, &theme->dim_text);
      for (int j = 0; j < n_hypotheses; j++)
        draw_stance (self, weight->stances[j], stances_x + j * STANCE_WIDTH, floor (text_y), cr);
    }

  if (n_more > 0)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %d more", "and %d more", (gulong) n_more), n_more);

      draw_text (self, cr, more, DOSSIER_TEXT_LEGEND, MARGIN, y + (n_rows + 1) * ROW_HEIGHT + 4, -1, &theme->dim_text);
    }
}

/**
 * dossier_question_view_part_draw:
 * @self: a view
 * @cr: where to draw, with its upper left corner at 0,0
 *
 * Draws the balance, below it the sums in words, and as many of the statements as there is room for.
 */
void
dossier_question_view_part_draw (DossierQuestionViewPart *self, cairo_t *cr)
{
  double y = self->layout->height;

  dossier_balance_painter_draw (&self->painter, self->weighing, self->layout, cr);
  for (guint i = 0; i < self->lines->len; i++)
    {
      draw_text (self, cr, g_ptr_array_index (self->lines, i), DOSSIER_TEXT_LEGEND, MARGIN, y, self->width - 2 * MARGIN, &self->painter.theme->text);
      y += self->line_height + 3;
    }
  draw_table (self, y + SPACING, cr);
}

/**
 * dossier_question_view_part_measure_legend:
 * @self: a view
 * @max_width: how wide its legend may be
 * @width: (out): how wide it is
 * @height: (out): how high it is
 */
void
dossier_question_view_part_measure_legend (DossierQuestionViewPart *self, double max_width, double *width, double *height)
{
  *width = max_width;
  *height = self->layout->n_blocks > 0 ? dossier_balance_painter_get_legend_height (&self->painter, max_width) : 0;
}

/**
 * dossier_question_view_part_draw_legend:
 * @self: a view
 * @x: its left
 * @y: its top
 * @max_width: how wide it may be
 * @cr: where to draw
 */
void
dossier_question_view_part_draw_legend (DossierQuestionViewPart *self, double x, double y, double max_width, cairo_t *cr)
{
  dossier_balance_painter_draw_legend (&self->painter, x, y, max_width, cr);
}

/**
 * dossier_question_view_part_describe:
 * @self: a view
 *
 * Returns: (transfer full): what is to be seen, in a sentence
 */
char *
dossier_question_view_part_describe (DossierQuestionViewPart *self)
{
  int n_hypotheses = dossier_weighing_get_n_hypotheses (self->weighing);
  int n_weights = dossier_weighing_get_n_weights (self->weighing);

  if (n_hypotheses == 0)
    return g_strdup (_ ("No possible answers to weigh."));

  {
    g_autofree char *answers = g_strdup_printf (ngettext ("%d possible answer", "%d possible answers", (gulong) n_hypotheses), n_hypotheses);

    /* Translators: such as: 2 possible answers, weighed by 121 statements. */
    return g_strdup_printf (ngettext ("%s, weighed by %d statement.", "%s, weighed by %d statements.", (gulong) n_weights), answers, n_weights);
  }
}
