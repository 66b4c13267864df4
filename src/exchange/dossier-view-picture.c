/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-picture-view-private.h"

#include "model/dossier-date-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Around and between the parts, in pixels. */
#define MARGIN 18.0
#define SPACING 6.0

/* More sources are counted, and not named one by one. */
#define MOST_SOURCES 6

/* The share of the height that is asked for which the view itself keeps. Where legend and provenance need more than
 * the rest, the picture is higher: without them it would not say what it shows. */
#define LEAST_VIEW 0.4

/* A picture of just the height that was asked for stays so, however its parts add up. */
#define ROUNDING 0.01

/* How many lines the provenance takes at the most, and the height of a picture from which on it may. A small one has
 * one line, unless something is filtered out. */
#define MOST_LINES       6
#define HEIGHT_FOR_LINES 400.0

struct _DossierViewPicture
{
  DossierDocument *document;
  DossierViewPictureOptions options;
  DossierTheme theme;
  DossierTypesetter *typesetter;
  DossierSwatches *swatches;
  DossierRelated *related;
  DossierPictureView *view;
  char *question;
  char *provenance;
  GPtrArray *lines; /* of @provenance, as wide as the picture */
  double view_height;
  double header_height;
  double footer_height;
  double legend_height; /* 0 if there is none */
  char *title;
  char *description;
  DossierPicture picture;
};

static double
get_text_height (DossierViewPicture *self, const char *text, DossierTextStyle style)
{
  double width;
  double height;

  dossier_typesetter_measure (text, style, &width, &height, self->typesetter);

  return height;
}

static double
draw_text (DossierViewPicture *self, cairo_t *cr, const char *text, DossierTextStyle style, double x, double y, double max_width, const DossierColor *color)
{
  double width;
  double height;

  dossier_typesetter_measure (text, style, &width, &height, self->typesetter);
  dossier_typesetter_draw (self->typesetter, cr, text, style, x, y, max_width, color, NULL);

  return MIN (width, max_width);
}

static void
draw_header (DossierViewPicture *self, cairo_t *cr)
{
  double room = self->options.width - 2 * MARGIN;
  double x = MARGIN;

  x += draw_text (self, cr, self->title, DOSSIER_TEXT_NODE_LABEL_STRONG, x, SPACING * 2, room, &self->theme.text);
  x += 2 * SPACING;
  if (*self->question != '\0' && x < MARGIN + room)
    draw_text (self, cr, self->question, DOSSIER_TEXT_NODE_LABEL, x, SPACING * 2, MARGIN + room - x, &self->theme.dim_text);
}

static double
get_legend_height (DossierViewPicture *self, double room)
{
  double width;
  double height;

  dossier_picture_view_measure_legend (self->view, room, &width, &height);

  return height;
}

static void
draw_footer (DossierViewPicture *self, cairo_t *cr)
{
  double room = self->options.width - 2 * MARGIN;
  double y = self->header_height + self->view_height + SPACING;

  if (self->legend_height > 0)
    {
      dossier_picture_view_draw_legend (self->view, MARGIN, y, room, cr);
      y += self->legend_height + SPACING;
    }

  for (guint i = 0; i < self->lines->len; i++)
    {
      const char *line = g_ptr_array_index (self->lines, i);

      draw_text (self, cr, line, DOSSIER_TEXT_LEGEND, MARGIN, y, room, &self->theme.dim_text);
      y += get_text_height (self, line, DOSSIER_TEXT_LEGEND);
    }
}

static void
draw (cairo_t *cr, int page, gpointer data)
{
  DossierViewPicture *self = data;
  const DossierColor *ground = self->options.view == DOSSIER_VIEW_MAP ? &self->theme.background : &self->theme.view;

  dossier_color_set_source (ground, cr);
  cairo_paint (cr);

  draw_header (self, cr);
  draw_footer (self, cr);

  cairo_save (cr);
  cairo_translate (cr, 0, self->header_height);
  cairo_rectangle (cr, 0, 0, self->options.width, self->view_height);
  cairo_clip (cr);
  dossier_picture_view_draw (self->view, cr);
  cairo_restore (cr);
}

/* The question weighs every statement, whichever events are shown. */
static gboolean
is_filtered (DossierViewPicture *self)
{
  return self->options.filter != NULL && self->options.view != DOSSIER_VIEW_QUESTION && !dossier_filter_is_empty (self->options.filter);
}

/* What is seen on a screen: its shape stays. */
static gboolean
has_map_sight (DossierViewPicture *self)
{
  return self->options.view == DOSSIER_VIEW_MAP && self->options.map_sight != NULL;
}

/* What the dossier rests on: "Sources: Engman et al.; CNN" */
static char *
list_sources (DossierDocument *document)
{
  g_autoptr (GString) list = g_string_new (NULL);
  int n_more = 0;
  int n = 0;

  for (int i = 0; i < dossier_document_get_count (document, DOSSIER_RECORD_SOURCE); i++)
    {
      g_autofree char *title = NULL;

      /* What another source cites was not consulted itself. */
      if (dossier_document_get_source (document, i)->cited_by.id != NULL)
        continue;

      if (++n > MOST_SOURCES)
        {
          n_more++;
          continue;
        }

      title = dossier_document_dup_title (document, (DossierRef){ DOSSIER_RECORD_SOURCE, i }, NULL);
      g_string_append_printf (list, "%s%s", list->len > 0 ? "; " : "", title);
    }

  if (n_more > 0)
    {
      g_string_append (list, "; ");
      /* Translators: behind some sources that are named */
      g_string_append_printf (list, ngettext ("%'d other", "%'d others", (gulong) n_more), n_more);
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static gboolean
is_lightened (DossierViewPicture *self)
{
  return self->options.view == DOSSIER_VIEW_QUESTION && self->options.weighing != NULL && !dossier_weighing_is_whole (self->options.weighing);
}

/* What the reader does not see on the balance. */
static void
append_taken_off (DossierWeighing *weighing, GString *text)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (int by = 0; by < DOSSIER_N_SWITCHES; by++)
    for (int value = 0; value < dossier_weighing_get_n_values (weighing, (DossierSwitch) by); value++)
      {
        g_autofree char *title = NULL;

        if (dossier_weighing_get_on (weighing, (DossierSwitch) by, value))
          continue;

        title = dossier_weighing_dup_value_title (weighing, (DossierSwitch) by, value);
        g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", title);
      }

  /* Translators: what was switched off, such as: Taken off the balance: speculated, CNN. */
  g_string_append_printf (text, _ ("Taken off the balance: %s."), list->str);
}

static char *
describe_provenance (DossierViewPicture *self)
{
  g_autofree char *sources = list_sources (self->document);
  g_autofree char *selected = NULL;
  g_autofree char *filtered = is_filtered (self) ? dossier_filter_describe (self->options.filter) : NULL;
  GString *text = g_string_new (self->description);

  /* The timeline says itself what stretch it shows. */
  if (self->options.has_dates && self->options.view != DOSSIER_VIEW_TIMELINE)
    {
      g_autofree char *from = dossier_time_to_text (self->options.begin, DOSSIER_PRECISION_DAY, DOSSIER_DATE_STYLE_LONG);
      g_autofree char *to = dossier_time_to_text (self->options.end, DOSSIER_PRECISION_DAY, DOSSIER_DATE_STYLE_LONG);

      g_string_append_c (text, ' ');
      if (g_str_equal (from, to))
        /* Translators: which day a picture shows, such as: As of 1 June 2023. */
        g_string_append_printf (text, _ ("As of %s."), from);
      else
        /* Translators: which dates a picture shows, such as: From 1 June 2023 to 31 May 2024. */
        g_string_append_printf (text, _ ("From %s to %s."), from, to);
    }
  else if (!self->options.has_dates && !(is_filtered (self) && dossier_filter_has_test (self->options.filter, DOSSIER_FILTER_DATES)))
    {
      g_string_append_c (text, ' ');
      g_string_append (text, _ ("All dates."));
    }
  g_string_append_c (text, ' ');
  if (filtered != NULL)
    g_string_append_printf (text, "%s.", filtered);
  else if (is_lightened (self))
    append_taken_off (self->options.weighing, text);
  else
    g_string_append (text, _ ("Nothing is filtered out."));

  if (has_map_sight (self) && self->options.map_sight->is_narrowed)
    {
      g_string_append_c (text, ' ');
      g_string_append (text, _ ("Some actors were left out by hand."));
    }

  if (self->options.has_pair)
    {
      g_autofree char *name = dossier_document_dup_title (self->document, (DossierRef){ DOSSIER_RECORD_ACTOR, self->options.actor }, NULL);
      g_autofree char *other = dossier_document_dup_title (self->document, (DossierRef){ DOSSIER_RECORD_ACTOR, self->options.other_actor }, NULL);

      g_string_append_c (text, ' ');
      /* Translators: whose ties a picture shows one by one; two names. */
      g_string_append_printf (text, _ ("Opened: %s and %s."), name, other);
    }
  else if (dossier_ref_is_set (self->options.selected))
    {
      selected = dossier_document_dup_title (self->document, self->options.selected, NULL);
      g_string_append_c (text, ' ');
      /* Translators: what a picture sets off. */
      g_string_append_printf (text, _ ("Selected: %s."), selected);
    }

  if (*sources != '\0')
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, _ ("Source: %s"), sources);
    }

  return g_string_free (text, FALSE);
}

/* Parts the provenance into lines; the last one may be longer than there is room, and is cut when it is drawn. */
static void
wrap_provenance (DossierViewPicture *self, int most_lines)
{
  double room = self->options.width - 2 * MARGIN;
  g_auto (GStrv) words = g_strsplit (self->provenance, " ", -1);
  g_autoptr (GString) line = g_string_new (NULL);

  g_ptr_array_set_size (self->lines, 0);
  for (int i = 0; words[i] != NULL; i++)
    {
      g_autofree char *longer = line->len > 0 ? g_strconcat (line->str, " ", words[i], NULL) : g_strdup (words[i]);
      double width;
      double height;

      dossier_typesetter_measure (longer, DOSSIER_TEXT_LEGEND, &width, &height, self->typesetter);
      if (width > room && line->len > 0 && (int) self->lines->len + 1 < most_lines)
        {
          g_ptr_array_add (self->lines, g_strdup (line->str));
          g_string_assign (line, words[i]);
        }
      else
        {
          g_string_assign (line, longer);
        }
    }
  g_ptr_array_add (self->lines, g_strdup (line->str));
}

static void
make_view (DossierViewPicture *self)
{
  DossierViewPart part;

  if (has_map_sight (self))
    self->view_height = self->options.map_sight->camera.height * self->options.width / self->options.map_sight->camera.width;
  else
    self->view_height = MAX (self->options.height - self->header_height - self->footer_height, ceil (self->options.height * LEAST_VIEW));
  part = (DossierViewPart){
    .document = self->document,
    .options = &self->options,
    .theme = &self->theme,
    .typesetter = self->typesetter,
    .swatches = self->swatches,
    .related = self->related,
    .width = self->options.width,
    .height = self->view_height,
  };

  g_clear_pointer (&self->view, dossier_picture_view_free);
  self->view = dossier_picture_view_new (&part);
}

/* How high the legend is depends on what is in sight, and what is in sight on the room that the legend leaves. With
 * less room there may be less to explain, never more, so the second time it fits. */
static void
lay_out (DossierViewPicture *self)
{
  double room = self->options.width - 2 * MARGIN;

  self->header_height = get_text_height (self, self->title, DOSSIER_TEXT_NODE_LABEL_STRONG) + 4 * SPACING;
  self->footer_height = get_text_height (self, self->title, DOSSIER_TEXT_LEGEND) + 3 * SPACING;
  make_view (self);

  self->legend_height = get_legend_height (self, room);

  if (self->legend_height > 0)
    {
      self->footer_height += self->legend_height + SPACING;
      make_view (self);
    }

  self->description = dossier_picture_view_describe (self->view);
  self->provenance = describe_provenance (self);
  wrap_provenance (self, self->options.height >= HEIGHT_FOR_LINES || is_filtered (self) ? MOST_LINES : 1);

  if (self->lines->len > 1)
    {
      int n_lines = (int) self->lines->len;

      self->footer_height += (n_lines - 1) * get_text_height (self, self->title, DOSSIER_TEXT_LEGEND);
      make_view (self);
      g_free (self->description);
      g_free (self->provenance);
      self->description = dossier_picture_view_describe (self->view);
      self->provenance = describe_provenance (self);
      wrap_provenance (self, n_lines);
    }
}

/**
 * dossier_view_picture_new:
 * @document: a document
 * @options: what to show of it, and how
 *
 * Returns: (transfer full): the picture, laid out
 */
DossierViewPicture *
dossier_view_picture_new (DossierDocument *document, const DossierViewPictureOptions *options)
{
  DossierViewPicture *self = g_new0 (DossierViewPicture, 1);
  const DossierHeading *heading = dossier_document_get_heading (document);

  g_return_val_if_fail (options->width >= 1 && options->height >= 1, NULL);

  self->document = g_object_ref (document);
  self->options = *options;
  if (options->filter != NULL)
    g_object_ref (options->filter);
  if (options->weighing != NULL)
    g_object_ref (options->weighing);
  if (options->map_sight != NULL)
    dossier_map_sight_ref (options->map_sight);
  dossier_theme_init (&self->theme, options->theme);
  self->typesetter = dossier_typesetter_new (&self->theme);
  self->swatches = dossier_swatches_new (document, &self->theme);
  if (options->has_pair)
    self->related = dossier_related_new_pair (document, options->actor, options->other_actor);
  else if (dossier_ref_is_set (options->selected))
    self->related = dossier_related_new (document, options->selected);

  self->title = g_strdup (dossier_text_get (&heading->title, NULL));
  self->question = g_strdup (dossier_text_get (&heading->question, NULL));
  self->lines = g_ptr_array_new_with_free_func (g_free);
  lay_out (self);

  self->picture = (DossierPicture){
    .width = options->width,
    .height = MAX (has_map_sight (self) ? 0 : options->height, ceil (self->header_height + self->view_height + self->footer_height - ROUNDING)),
    .n_pages = 1,
    .title = self->title,
    .description = self->provenance,
    .draw = draw,
    .data = self,
  };

  return self;
}

/**
 * dossier_view_picture_free:
 * @self: (nullable): a picture, or %NULL
 */
void
dossier_view_picture_free (DossierViewPicture *self)
{
  if (self == NULL)
    return;

  dossier_picture_view_free (self->view);
  dossier_related_free (self->related);
  dossier_swatches_free (self->swatches);
  dossier_typesetter_free (self->typesetter);
  g_free (self->question);
  g_free (self->provenance);
  g_ptr_array_unref (self->lines);
  g_free (self->title);
  g_free (self->description);
  g_clear_object (&self->options.filter);
  g_clear_object (&self->options.weighing);
  g_clear_pointer (&self->options.map_sight, dossier_map_sight_unref);
  g_object_unref (self->document);
  g_free (self);
}

/**
 * dossier_view_picture_get:
 * @self: a picture
 *
 * Returns: (transfer none): what can be exported; valid as long as @self
 */
const DossierPicture *
dossier_view_picture_get (DossierViewPicture *self)
{
  return &self->picture;
}

/**
 * dossier_view_picture_list_titled:
 * @self: a picture
 *
 * Returns: (transfer full) (element-type int): the events of its timeline that have a mark of their own with their whole
 *   title, ascending; none for another view
 */
GArray *
dossier_view_picture_list_titled (DossierViewPicture *self)
{
  return dossier_picture_view_list_titled (self->view);
}
