/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-question-page.h"

#include "widgets/dossier-balance-view.h"
#include "window/dossier-switch-bar.h"
#include "window/dossier-weights-table.h"

#include <glib/gi18n-lib.h>

/* What the table has at least, in pixels, and the least part of the rest that is still a view. */
#define LEAST_TABLE  200
#define LEAST_WEIGHED 120

/* The statements of more events are weighed in a thread, while the window goes on. */
#define MOST_AT_ONCE 20000

struct _DossierQuestionPage
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkWidget *both;     /* what is weighed above, the table below */
  GtkWidget *scroller; /* around what is weighed */
  GtkWidget *weighed;
  GtkWidget *question;
  DossierBalanceView *balance;
  DossierSwitchBar *switches;
  GtkWidget *order;
  GtkWidget *sensitivity;
  GtkWidget *sums;
  GtkWidget *weights;
  DossierWeightsTable *table;

  DossierView *view;
  DossierWeighing *weighing;
  GCancellable *waiting; /* while it is weighed in a thread, else NULL */
  guint fill_id;         /* until all parts of the page have what was weighed, else 0 */
  int n_filled;          /* how many of them have it */
};

G_DEFINE_FINAL_TYPE (DossierQuestionPage, dossier_question_page, GTK_TYPE_WIDGET)

/* How each sum comes about, a line for each side of each hypothesis. */
static char *
explain_sums (DossierQuestionPage *self)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < dossier_weighing_get_n_hypotheses (self->weighing); i++)
    {
      DossierRef ref = { DOSSIER_RECORD_HYPOTHESIS, i };
      g_autofree char *title = dossier_document_dup_title (dossier_weighing_get_document (self->weighing), ref, NULL);
      g_autofree char *against = dossier_weighing_explain_sum (self->weighing, i, DOSSIER_BEARING_OPPOSES);
      g_autofree char *in_favour = dossier_weighing_explain_sum (self->weighing, i, DOSSIER_BEARING_SUPPORTS);

      if (text->len > 0)
        g_string_append_c (text, '\n');
      /* Translators: a hypothesis, and how what weighs against it and for it adds up */
      g_string_append_printf (text, _ ("Against “%s”: %s\nFor “%s”: %s"), title, against, title, in_favour);
    }

  return g_string_free (text, FALSE);
}

static DossierQuestionPage *
get_page (GtkWidget *both)
{
  return DOSSIER_QUESTION_PAGE (gtk_widget_get_ancestor (both, DOSSIER_TYPE_QUESTION_PAGE));
}

static void
measure_both (GtkWidget *both, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  DossierQuestionPage *self = get_page (both);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    gtk_widget_measure (self->scroller, orientation, -1, minimum, natural, NULL, NULL);
  else
    {
      *minimum = LEAST_WEIGHED + LEAST_TABLE;
      *natural = 3 * LEAST_TABLE;
    }
  *minimum_baseline = *natural_baseline = -1;
}

/* What is weighed gets the height that it needs at this width, as far as that leaves room for the table. (A scrolled
 * window does not ask its child how high it is at a width.) */
static void
allocate_both (GtkWidget *both, int width, int height, int baseline)
{
  DossierQuestionPage *self = get_page (both);
  GskTransform *below;
  int natural, minimum;
  int upper;

  gtk_widget_measure (self->weighed, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  gtk_widget_measure (self->scroller, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
  /* The line below it is the scroller's own. */
  upper = MAX (MIN (natural + 1, height - LEAST_TABLE), minimum);
  below = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (0, (float) upper));
  gtk_widget_allocate (self->scroller, width, upper, -1, NULL);
  gtk_widget_allocate (GTK_WIDGET (self->table), width, MAX (height - upper, 1), -1, below);
}

static void
update (DossierQuestionPage *self)
{
  g_autofree char *order = dossier_weighing_explain_order (self->weighing);
  g_autofree char *sensitivity = dossier_weighing_explain_sensitivity (self->weighing);
  g_autofree char *sums = explain_sums (self);
  g_autofree char *weights = dossier_weighing_explain_weights (self->weighing);

  gtk_label_set_text (GTK_LABEL (self->order), order);
  gtk_label_set_text (GTK_LABEL (self->sensitivity), sensitivity);
  gtk_label_set_text (GTK_LABEL (self->sums), sums);
  gtk_label_set_text (GTK_LABEL (self->weights), weights);
}

static void
stop_filling (DossierQuestionPage *self)
{
  g_cancellable_cancel (self->waiting);
  g_clear_object (&self->waiting);
  g_clear_handle_id (&self->fill_id, g_source_remove);
}

/* Each part of the page takes its time with very many statements: one after the other, so that frames come between. */
static gboolean
fill_step (gpointer data)
{
  DossierQuestionPage *self = data;

  switch (self->n_filled++)
    {
    case 0:
      update (self);
      return G_SOURCE_CONTINUE;
    case 1:
      dossier_switch_bar_set_weighing (self->switches, self->weighing);
      return G_SOURCE_CONTINUE;
    default:
      dossier_weights_table_set_view (self->table, self->view, self->weighing);
      g_signal_connect_object (self->weighing, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      self->fill_id = 0;
      return G_SOURCE_REMOVE;
    }
}

static void
fill_at_once (DossierQuestionPage *self)
{
  g_clear_handle_id (&self->fill_id, g_source_remove);
  while (fill_step (self) == G_SOURCE_CONTINUE)
    ;
}

static void
show_weighing (DossierQuestionPage *self, DossierWeighing *weighing)
{
  DossierDocument *document = dossier_weighing_get_document (weighing);
  const char *question = dossier_text_get (&dossier_document_get_heading (document)->question, NULL);

  self->weighing = g_object_ref (weighing);
  if (dossier_weighing_get_n_hypotheses (weighing) == 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }

  gtk_label_set_text (GTK_LABEL (self->question), question != NULL ? question : "");
  gtk_widget_set_visible (self->question, question != NULL && *question != '\0');
  dossier_balance_view_set_view (self->balance, self->view, weighing);
  gtk_stack_set_visible_child_name (self->stack, "weighing");
  self->n_filled = 0;
  self->fill_id = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, fill_step, self, NULL);
}

static void
weigh_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, dossier_weighing_new (source), g_object_unref);
}

static void
weighed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DossierQuestionPage) self = data;
  g_autoptr (DossierWeighing) weighing = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Only who gives it up gets none: another document was opened, or the window was closed. */
  if (weighing == NULL)
    return;

  g_clear_object (&self->waiting);
  show_weighing (self, weighing);
}

static void
dossier_question_page_dispose (GObject *object)
{
  DossierQuestionPage *self = DOSSIER_QUESTION_PAGE (object);
  GtkWidget *child;

  stop_filling (self);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->weighing);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (dossier_question_page_parent_class)->dispose (object);
}

static void
dossier_question_page_class_init (DossierQuestionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_question_page_dispose;

  g_type_ensure (DOSSIER_TYPE_BALANCE_VIEW);
  g_type_ensure (DOSSIER_TYPE_SWITCH_BAR);
  g_type_ensure (DOSSIER_TYPE_WEIGHTS_TABLE);

  gtk_widget_class_set_template_from_resource (widget_class, "/dossier/ui/dossier-question-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DossierQuestionPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DossierQuestionPage, question);
  gtk_widget_class_bind_template_child (widget_class, DossierQuestionPage, both);
  gtk_widget_class_bind_template_child (widget_class, DossierQuestionPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, DossierQuestionPage, weighed);
  gtk_widget_class_bind_template_child (widget_class, DossierQuestionPage, balance);
  gtk_widget_class_bind_template_child (widget_class, DossierQuestionPage, switches);
  gtk_widget_class_bind_template_child (widget_class, DossierQuestionPage, order);
  gtk_widget_class_bind_template_child (widget_class, DossierQuestionPage, sensitivity);
  gtk_widget_class_bind_template_child (widget_class, DossierQuestionPage, sums);
  gtk_widget_class_bind_template_child (widget_class, DossierQuestionPage, weights);
  gtk_widget_class_bind_template_child (widget_class, DossierQuestionPage, table);
  gtk_widget_class_set_css_name (widget_class, "question-page");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
dossier_question_page_init (DossierQuestionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->both, gtk_custom_layout_new (NULL, measure_both, allocate_both));
}

/**
 * dossier_question_page_set_view:
 * @self: a page
 * @view: (nullable): the state of the window that it shows, or %NULL for none
 */
void
dossier_question_page_set_view (DossierQuestionPage *self, DossierView *view)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (DOSSIER_IS_QUESTION_PAGE (self));

  if (self->view == view)
    return;

  stop_filling (self);
  dossier_balance_view_set_view (self->balance, NULL, NULL);
  dossier_switch_bar_set_weighing (self->switches, NULL);
  dossier_weights_table_set_view (self->table, NULL, NULL);
  g_clear_object (&self->weighing);
  g_set_object (&self->view, view);
  if (view == NULL)
    return;

  if (dossier_document_get_count (dossier_view_get_document (view), DOSSIER_RECORD_EVENT) <= MOST_AT_ONCE)
    {
      g_autoptr (DossierWeighing) weighing = dossier_weighing_new (dossier_view_get_document (view));

      show_weighing (self, weighing);
      if (self->fill_id != 0)
        fill_at_once (self);
      return;
    }

  gtk_stack_set_visible_child_name (self->stack, "waiting");
  self->waiting = g_cancellable_new ();
  task = g_task_new (dossier_view_get_document (view), self->waiting, weighed_cb, g_object_ref (self));
  g_task_set_source_tag (task, dossier_question_page_set_view);
  g_task_run_in_thread (task, weigh_in_thread);
}

/**
 * dossier_question_page_get_weighing:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): what it weighs, %NULL if nothing is open
 */
DossierWeighing *
dossier_question_page_get_weighing (DossierQuestionPage *self)
{
  g_return_val_if_fail (DOSSIER_IS_QUESTION_PAGE (self), NULL);

  return self->weighing;
}
