/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-input.h"

#include "exchange/dossier-view-picture.h"

#include <math.h>

/* Larger images only take longer. */
#define MOST_PIXELS 1600

/* Any view of any document, by the painters of the screen: it is drawn, and cairo finds no fault. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  FuzzInput input = { .data = data, .length = length };
  g_autoptr (DossierDocument) document = fuzz_input_take_bool (&input) ? fuzz_input_take_document (&input)
                                                                       : g_object_ref (fuzz_get_bundled ());
  g_autoptr (DossierFilter) filter = dossier_filter_new (document);
  g_autoptr (DossierViewPicture) made = NULL;
  DossierViewPictureOptions options = {
    .view = (DossierViewKind) fuzz_input_take (&input, DOSSIER_VIEW_QUESTION + 1),
    .width = fuzz_input_take_real (&input, 1, MOST_PIXELS),
    .height = fuzz_input_take_real (&input, 1, MOST_PIXELS),
    .theme = (DossierThemeFlags) fuzz_input_take (&input, 4),
    .facet = (DossierFacet) fuzz_input_take (&input, DOSSIER_N_LANE_FACETS),
    .filter = filter,
  };
  const DossierPicture *picture;
  gint64 time;
  cairo_surface_t *surface;
  cairo_t *cr;

  options.selected = fuzz_input_take_record (&input, document);
  options.has_dates = fuzz_input_take_bool (&input);
  options.begin = fuzz_input_take_time (&input);
  time = fuzz_input_take_time (&input);
  options.end = MAX (options.begin, time);
  if (fuzz_input_take_bool (&input))
    dossier_filter_set_words (filter, fuzz_input_take_text (&input));
  if (fuzz_input_take_bool (&input))
    dossier_filter_set_chosen (filter, DOSSIER_FACET_STATUS, (int) fuzz_input_take (&input, 6), TRUE);

  made = dossier_view_picture_new (document, &options);
  picture = dossier_view_picture_get (made);
  g_assert_true (picture->width >= 1 && picture->height >= 1 && picture->n_pages >= 1);

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                        MIN ((int) ceil (picture->width), MOST_PIXELS),
                                        MIN ((int) ceil (picture->height), MOST_PIXELS));
  cr = cairo_create (surface);
  for (int page = 0; page < MIN (picture->n_pages, 2); page++)
    picture->draw (cr, page, picture->data);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);

  return 0;
}
