/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-mark.h"

struct _DossierMark
{
  GtkWidget parent_instance;

  int id;
  char *label;
};

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierMark, dossier_mark, GTK_TYPE_WIDGET)

static void
activate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[ACTIVATED], 0);
}

static void
dossier_mark_finalize (GObject *object)
{
  g_free (DOSSIER_MARK (object)->label);

  G_OBJECT_CLASS (dossier_mark_parent_class)->finalize (object);
}

static void
dossier_mark_class_init (DossierMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dossier_mark_finalize;

  signals[ACTIVATED] = g_signal_new ("activated", DOSSIER_TYPE_MARK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "mark.activate", NULL, activate_action);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_set_css_name (widget_class, "mark");
}

static void
dossier_mark_init (DossierMark *self)
{
  /* The canvas below answers the pointer and has the focus. */
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
}

/**
 * dossier_mark_new:
 *
 * Returns: (transfer floating): a mark that stands for nothing yet
 */
GtkWidget *
dossier_mark_new (void)
{
  return g_object_new (DOSSIER_TYPE_MARK, NULL);
}

/**
 * dossier_mark_set:
 * @self: a mark
 * @id: a number by which the canvas knows what it stands for
 * @label: its name in the user's language
 */
void
dossier_mark_set (DossierMark *self, int id, const char *label)
{
  g_return_if_fail (DOSSIER_IS_MARK (self));

  self->id = id;
  if (g_strcmp0 (self->label, label) == 0)
    return;

  g_free (self->label);
  self->label = g_strdup (label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * dossier_mark_get_id:
 * @self: a mark
 *
 * Returns: the number by which the canvas knows what it stands for
 */
int
dossier_mark_get_id (DossierMark *self)
{
  g_return_val_if_fail (DOSSIER_IS_MARK (self), -1);

  return self->id;
}
