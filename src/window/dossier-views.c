/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-views.h"

#include "window/dossier-empty-advice.h"
#include "window/dossier-filter-bar.h"
#include "window/dossier-question-page.h"
#include "window/dossier-reactions-page.h"
#include "window/dossier-table-page.h"

struct _DossierViews
{
  GtkWidget parent_instance;

  DossierFilterBar *filters;
  DossierEmptyAdvice *advice;
  AdwViewStack *stack;
  AdwViewSwitcherBar *switcher;
  DossierCentre *centre;
  DossierReactionsPage *reactions;
  DossierQuestionPage *question;
  DossierTablePage *table;

  DossierView *view; /* of the window, NULL if nothing is open */
};

enum
{
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierViews, dossier_views, GTK_TYPE_WIDGET)

/* Gives the page in sight what it is to show. One that nobody has turned to yet has nothing: each walks over all events,
 * which for a large dossier is too much to do for every page whenever one is opened. */
static void
fill_page (DossierViews *self)
{
  GtkWidget *page = adw_view_stack_get_visible_child (self->stack);

  if (page == GTK_WIDGET (self->question))
    dossier_question_page_set_view (self->question, self->view);
  else if (page == GTK_WIDGET (self->table))
    dossier_table_page_set_view (self->table, self->view);
  else if (page == GTK_WIDGET (self->reactions))
    dossier_reactions_page_set_view (self->reactions, self->view);
}

/* Question and reactions have something to show without any event. */
static void
page_cb (DossierViews *self)
{
  GtkWidget *page = adw_view_stack_get_visible_child (self->stack);

  dossier_empty_advice_set_wanted (self->advice, page != GTK_WIDGET (self->question) && page != GTK_WIDGET (self->reactions));
  fill_page (self);
}

static void
failed_cb (DossierViews *self, const char *message)
{
  g_signal_emit (self, signals[FAILED], 0, message);
}

static void
dossier_views_dispose (GObject *object)
{
  DossierViews *self = DOSSIER_VIEWS (object);
  GtkWidget *child;

  g_clear_object (&self->view);
  if (self->stack != NULL)
    g_signal_handlers_disconnect_by_func (self->stack, page_cb, self);
  self->stack = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dossier_views_parent_class)->dispose (object);
}

static void
dossier_views_class_init (DossierViewsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_views_dispose;

  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (DOSSIER_TYPE_CENTRE);
  g_type_ensure (DOSSIER_TYPE_EMPTY_ADVICE);
  g_type_ensure (DOSSIER_TYPE_FILTER_BAR);
  g_type_ensure (DOSSIER_TYPE_QUESTION_PAGE);
  g_type_ensure (DOSSIER_TYPE_TABLE_PAGE);
  g_type_ensure (DOSSIER_TYPE_REACTIONS_PAGE);

  gtk_widget_class_set_template_from_resource (widget_class, "/dossier/ui/dossier-views.ui");
  gtk_widget_class_bind_template_child (widget_class, DossierViews, stack);
  gtk_widget_class_bind_template_child (widget_class, DossierViews, filters);
  gtk_widget_class_bind_template_child (widget_class, DossierViews, advice);
  gtk_widget_class_bind_template_child (widget_class, DossierViews, switcher);
  gtk_widget_class_bind_template_child (widget_class, DossierViews, centre);
  gtk_widget_class_bind_template_child (widget_class, DossierViews, question);
  gtk_widget_class_bind_template_child (widget_class, DossierViews, table);
  gtk_widget_class_bind_template_child (widget_class, DossierViews, reactions);
  gtk_widget_class_set_css_name (widget_class, "views");
}

static void
dossier_views_init (DossierViews *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (page_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filters, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * dossier_views_set_view:
 * @self: the views
 * @view: (nullable): the state of the window that they show, or %NULL for none
 */
void
dossier_views_set_view (DossierViews *self, DossierView *view)
{
  g_return_if_fail (DOSSIER_IS_VIEWS (self));

  dossier_filter_bar_set_view (self->filters, view);
  dossier_empty_advice_set_filter (self->advice, view != NULL ? dossier_view_get_filter (view) : NULL);
  dossier_centre_set_view (self->centre, view);

  /* No page goes on with what was open before. */
  if (g_set_object (&self->view, view))
    {
      dossier_question_page_set_view (self->question, NULL);
      dossier_table_page_set_view (self->table, NULL);
      dossier_reactions_page_set_view (self->reactions, NULL);
    }
  fill_page (self);
}

/**
 * dossier_views_get_stack:
 * @self: the views
 *
 * Returns: (transfer none): the pages, for a switcher
 */
AdwViewStack *
dossier_views_get_stack (DossierViews *self)
{
  g_return_val_if_fail (DOSSIER_IS_VIEWS (self), NULL);

  return self->stack;
}

/**
 * dossier_views_has_several:
 * @self: the views
 *
 * Returns: whether there is something to switch between
 */
gboolean
dossier_views_has_several (DossierViews *self)
{
  g_autoptr (GtkSelectionModel) pages = NULL;

  g_return_val_if_fail (DOSSIER_IS_VIEWS (self), FALSE);

  pages = adw_view_stack_get_pages (self->stack);

  return g_list_model_get_n_items (G_LIST_MODEL (pages)) > 1;
}

/**
 * dossier_views_get_centre:
 * @self: the views
 *
 * Returns: (transfer none): the page with timeline and map
 */
DossierCentre *
dossier_views_get_centre (DossierViews *self)
{
  g_return_val_if_fail (DOSSIER_IS_VIEWS (self), NULL);

  return self->centre;
}

/**
 * dossier_views_set_show_switcher:
 * @self: the views
 * @show: whether the switcher stands below them, as it does where the header bar has no room for it
 */
void
dossier_views_set_show_switcher (DossierViews *self, gboolean show)
{
  g_return_if_fail (DOSSIER_IS_VIEWS (self));

  adw_view_switcher_bar_set_reveal (self->switcher, show);
}

/* What a picture has around its view, in pixels: it is made as much higher as the page. */
#define AROUND_VIEW 120.0

/* No picture is smaller, however small the window is. */
#define LEAST_WIDTH  480.0
#define LEAST_HEIGHT 400.0

/**
 * dossier_views_describe_picture:
 * @self: the views
 * @options: are set to the page in sight, at its size. Filter, selection and theme are left alone. A table has no
 *   picture: for it, the timeline is described
 */
void
dossier_views_describe_picture (DossierViews *self, DossierViewPictureOptions *options)
{
  GtkWidget *page;

  g_return_if_fail (DOSSIER_IS_VIEWS (self) && options != NULL);

  page = adw_view_stack_get_visible_child (self->stack);
  dossier_centre_describe_picture (self->centre, options);
  if (page == GTK_WIDGET (self->reactions) || page == GTK_WIDGET (self->question))
    {
      options->view = page == GTK_WIDGET (self->reactions) ? DOSSIER_VIEW_MATRIX : DOSSIER_VIEW_QUESTION;
      options->width = gtk_widget_get_width (page);
      options->height = gtk_widget_get_height (page);
      options->has_dates = FALSE;
    }
  if (options->view == DOSSIER_VIEW_QUESTION)
    options->weighing = dossier_question_page_get_weighing (self->question);

  options->width = MAX (options->width, LEAST_WIDTH);
  options->height = MAX (options->height + AROUND_VIEW, LEAST_HEIGHT);
}

/**
 * dossier_views_get_look:
 * @self: the views
 * @look: (out): what is in sight of them, as a scene keeps it
 */
void
dossier_views_get_look (DossierViews *self, DossierSceneLook *look)
{
  GtkWidget *page;

  g_return_if_fail (DOSSIER_IS_VIEWS (self) && look != NULL);

  *look = (DossierSceneLook){ 0 };
  page = adw_view_stack_get_visible_child (self->stack);
  dossier_centre_get_look (self->centre, look);
  if (page == GTK_WIDGET (self->question))
    look->view = DOSSIER_SCENE_VIEW_QUESTION;
  else if (page == GTK_WIDGET (self->reactions))
    look->view = DOSSIER_SCENE_VIEW_MATRIX;
}

/**
 * dossier_views_show_look:
 * @self: the views
 * @look: what of a scene is to be in sight
 */
void
dossier_views_show_look (DossierViews *self, const DossierSceneLook *look)
{
  GtkWidget *page;

  g_return_if_fail (DOSSIER_IS_VIEWS (self) && look != NULL);

  page = look->view == DOSSIER_SCENE_VIEW_QUESTION ? GTK_WIDGET (self->question)
         : look->view == DOSSIER_SCENE_VIEW_MATRIX ? GTK_WIDGET (self->reactions)
                                                   : GTK_WIDGET (self->centre);
  adw_view_stack_set_visible_child (self->stack, page);
  dossier_centre_show_look (self->centre, look);
}
