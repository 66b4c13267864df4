/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "painting/dossier-typesetter.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DossierCanvasMark:
 * @id: a number by which the canvas knows what it stands for
 * @x: left edge in pixels
 * @y: upper edge
 * @width: in pixels
 * @height: in pixels
 * @label: (transfer full): its name in the user's language
 *
 * Something that is drawn and can be named and activated.
 */
typedef struct
{
  int id;
  double x;
  double y;
  double width;
  double height;
  char *label;
} DossierCanvasMark;

#define DOSSIER_TYPE_CANVAS (dossier_canvas_get_type ())
G_DECLARE_DERIVABLE_TYPE (DossierCanvas, dossier_canvas, DOSSIER, CANVAS, GtkWidget)

/**
 * DossierCanvasClass:
 * @update: lay out what is drawn for this size; called before it is drawn, and only if something changed
 * @draw: draw it; all that takes thought was done in @update
 * @pan: the user moves the view: what is seen goes by so many pixels to the right and downward. @is_wheel says that
 *   it was a wheel, which knows one direction only
 * @zoom: the user zooms by a factor; what is at the point stays there
 * @point: the pointer is at the point, or (NAN, NAN) if it left
 * @click: a click at the point, the n-th in a row
 * @grab: a drag is about to begin at the point; returns whether it belongs to what is there. Otherwise it pans
 * @drag: what was grabbed is at the point
 * @drop: it was let go
 * @hold: a finger rests at the point for long; returns whether that meant something, so that it is no click
 * @press_key: a key was pressed; returns whether it was used
 * @dup_tooltip: (transfer full) (nullable): what is to be said of the point, in plain text
 * @glide: an animation is so far, 0 to 1
 * @list_marks: appends what assistive technology is to meet, visible things only
 * @activate_mark: one of them was activated
 * @theme_changed: colours or fonts are others; an update follows
 *
 * What the canvases have in common: gestures, kinetic motion, animation, the typesetter, and being heard.
 */
struct _DossierCanvasClass
{
  GtkWidgetClass parent_class;

  void (*update) (DossierCanvas *self, int width, int height);
  void (*draw) (DossierCanvas *self, cairo_t *cr);
  void (*pan) (DossierCanvas *self, double dx, double dy, gboolean is_wheel);
  void (*zoom) (DossierCanvas *self, double factor, double x, double y);
  void (*point) (DossierCanvas *self, double x, double y);
  void (*click) (DossierCanvas *self, int n_press, double x, double y, GdkModifierType modifiers);
  gboolean (*grab) (DossierCanvas *self, double x, double y, GdkModifierType modifiers);
  void (*drag) (DossierCanvas *self, double x, double y);
  void (*drop) (DossierCanvas *self, double x, double y);
  gboolean (*hold) (DossierCanvas *self, double x, double y);
  gboolean (*press_key) (DossierCanvas *self, guint keyval, GdkModifierType modifiers);
  char *(*dup_tooltip) (DossierCanvas *self, double x, double y);
  void (*glide) (DossierCanvas *self, double progress);
  void (*list_marks) (DossierCanvas *self, GArray *marks);
  void (*activate_mark) (DossierCanvas *self, int id);
  void (*theme_changed) (DossierCanvas *self);

  /*< private >*/
  gpointer padding[4];
};

const DossierTheme *dossier_canvas_get_theme (DossierCanvas *self);
DossierTypesetter *dossier_canvas_get_typesetter (DossierCanvas *self);
void dossier_canvas_queue_update (DossierCanvas *self);
void dossier_canvas_start_glide (DossierCanvas *self);
void dossier_canvas_stop (DossierCanvas *self);
void dossier_canvas_begin_pinch (DossierCanvas *self, double x, double y);
void dossier_canvas_pinch (DossierCanvas *self, double scale, double x, double y);
gboolean dossier_canvas_is_gliding (DossierCanvas *self);
void dossier_canvas_announce (DossierCanvas *self,
                              const char *message);

G_END_DECLS
