/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-details.h"

#include "exchange/dossier-citation.h"
#include "widgets/dossier-compat.h"
#include "widgets/dossier-style.h"
#include "window/dossier-details-private.h"

#include <glib/gi18n-lib.h>

struct _DossierDetails
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  DossierView *view;
  DossierVerification *verification; /* of the quotes of its document, NULL until it is there */
  GCancellable *verifying;
  DossierDetailsFilling *filling; /* of its page, NULL if there is none */
};

enum
{
  SHOW_LINK,
  COPIED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierDetails, dossier_details, GTK_TYPE_WIDGET)

static void
add_record (DossierDetailsPage *page, DossierRef ref)
{
  switch (ref.type)
    {
    case DOSSIER_RECORD_EVENT:
      dossier_details_page_add_event (page, ref.index);
      break;
    case DOSSIER_RECORD_ACTOR:
      dossier_details_page_add_actor (page, ref.index);
      break;
    case DOSSIER_RECORD_TIE:
      dossier_details_page_add_tie (page, ref.index);
      break;
    case DOSSIER_RECORD_CLAIM:
      dossier_details_page_add_claim (page, ref.index);
      break;
    case DOSSIER_RECORD_REACTION:
      dossier_details_page_add_reaction (page, ref.index);
      break;
    case DOSSIER_RECORD_QUOTE:
      dossier_details_page_add_quote (page, ref.index);
      break;
    case DOSSIER_RECORD_NOTE:
      dossier_details_page_add_note (page, ref.index);
      break;
    case DOSSIER_RECORD_PLACE:
      dossier_details_page_add_place (page, ref.index);
      break;
    case DOSSIER_RECORD_SOURCE:
      dossier_details_page_add_source (page, ref.index);
      break;
    case DOSSIER_RECORD_HYPOTHESIS:
      dossier_details_page_add_hypothesis (page, ref.index);
      break;
    case DOSSIER_RECORD_NONE:
      dossier_details_page_add_dossier (page);
      break;
    case DOSSIER_RECORD_KIND:
    case DOSSIER_RECORD_TIE_KIND:
    case DOSSIER_RECORD_STORY:
    case DOSSIER_RECORD_SCENE:
    case DOSSIER_N_RECORDS:
    default:
      dossier_details_page_add_other (page, ref);
      break;
    }
}

static void
update (DossierDetails *self)
{
  DossierDetailsPage page = { .details = self, .status = -1 };
  int actor, other, n_events;
  const int *events;

  g_clear_pointer (&self->filling, dossier_details_filling_free);
  dossier_compat_hold_icons (self->scroller);
  dossier_compat_empty_menus (self->scroller);
  if (self->view == NULL)
    {
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), NULL);
      return;
    }

  page.view = self->view;
  page.document = dossier_view_get_document (self->view);
  page.verification = self->verification;
  page.filling = self->filling = dossier_details_filling_new ();
  page.box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_widget_add_css_class (page.box, "content");

  if (dossier_view_get_pair (self->view, &actor, &other))
    dossier_details_page_add_pair (&page, actor, other);
  else if ((events = dossier_view_get_events (self->view, &n_events)) != NULL && n_events > 1)
    dossier_details_page_add_events (&page, events, n_events);
  else
    add_record (&page, dossier_view_get_selection (self->view));

  dossier_details_filling_start (self->filling, page.box);

  /* A new page begins at its top. */
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), page.box);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

static void
verified_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DossierDetails) self = data;
  g_autoptr (DossierVerification) verification = dossier_verification_new_finish (result, NULL);

  /* It was cancelled: another document is shown, or none. */
  if (g_task_get_cancellable (G_TASK (result)) != self->verifying || verification == NULL)
    return;

  g_clear_object (&self->verifying);
  self->verification = g_steal_pointer (&verification);
  update (self);
}

/* Reads the texts of the sources and holds the quotes against them, while the user reads already. */
static void
start_verification (DossierDetails *self)
{
  if (self->verifying != NULL)
    g_cancellable_cancel (self->verifying);
  g_clear_object (&self->verifying);
  g_clear_pointer (&self->filling, dossier_details_filling_free);
  g_clear_pointer (&self->verification, dossier_verification_free);
  if (self->view == NULL)
    return;

  self->verifying = g_cancellable_new ();
  dossier_verification_new_async (dossier_view_get_document (self->view), self->verifying, verified_cb, g_object_ref (self));
}

static void
copy_quote_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DossierDetails *self = DOSSIER_DETAILS (widget);
  DossierDocument *document = self->view != NULL ? dossier_view_get_document (self->view) : NULL;
  g_autofree char *text = NULL;
  gint32 index, style;

  g_variant_get (parameter, "(ii)", &index, &style);
  if (document == NULL || index < 0 || index >= dossier_document_get_count (document, DOSSIER_RECORD_QUOTE) || style >= (gint32) DOSSIER_N_CITATIONS)
    return;

  if (style < 0)
    {
      dossier_details_copy (self, dossier_document_get_quote (document, index)->exact, _ ("Quote copied"));
      return;
    }

  text = dossier_citation_dup_quote (document, index, (DossierCitationStyle) style);
  dossier_details_copy (self, text, _ ("Citation copied"));
}

static void
copy_source_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DossierDetails *self = DOSSIER_DETAILS (widget);
  DossierDocument *document = self->view != NULL ? dossier_view_get_document (self->view) : NULL;
  g_autofree char *text = NULL;
  gint32 index, style;

  g_variant_get (parameter, "(ii)", &index, &style);
  if (document == NULL || index < 0 || index >= dossier_document_get_count (document, DOSSIER_RECORD_SOURCE) || style < 0 || style >= (gint32) DOSSIER_N_CITATIONS)
    return;

  text = dossier_citation_dup_source (document, index, (DossierCitationStyle) style);
  dossier_details_copy (self, text, _ ("Citation copied"));
}

static void
dossier_details_dispose (GObject *object)
{
  DossierDetails *self = DOSSIER_DETAILS (object);

  if (self->verifying != NULL)
    g_cancellable_cancel (self->verifying);
  g_clear_object (&self->verifying);
  g_clear_pointer (&self->verification, dossier_verification_free);
  g_clear_pointer (&self->filling, dossier_details_filling_free);
  if (self->scroller != NULL)
    dossier_compat_empty_menus (self->scroller);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (dossier_details_parent_class)->dispose (object);
}

static void
dossier_details_class_init (DossierDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_details_dispose;

  signals[SHOW_LINK] = g_signal_new ("show-link", DOSSIER_TYPE_DETAILS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[COPIED] = g_signal_new ("copied", DOSSIER_TYPE_DETAILS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "details.copy-quote", "(ii)", copy_quote_action);
  gtk_widget_class_install_action (widget_class, "details.copy-source", "(ii)", copy_source_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "details-panel");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
}

static void
dossier_details_init (DossierDetails *self)
{
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Details"), -1);

  g_signal_connect_object (dossier_style_get_default (), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/**
 * dossier_details_set_view:
 * @self: a panel
 * @view: (nullable): the state whose selection it shows, or %NULL for none
 */
void
dossier_details_set_view (DossierDetails *self, DossierView *view)
{
  g_return_if_fail (DOSSIER_IS_DETAILS (self));

  if (self->view == view)
    return;

  if (self->view != NULL)
    g_signal_handlers_disconnect_by_func (self->view, update, self);
  g_set_object (&self->view, view);
  start_verification (self);
  if (view != NULL)
    g_signal_connect_object (view, "selection-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * dossier_details_copy:
 * @self: a panel
 * @text: what goes on the clipboard
 * @message: what the user is told
 */
void
dossier_details_copy (DossierDetails *self, const char *text, const char *message)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  g_signal_emit (self, signals[COPIED], 0, message);
}

/**
 * dossier_details_show_link:
 * @self: a panel
 * @uri: a harmless address that the user wants to follow
 */
void
dossier_details_show_link (DossierDetails *self, const char *uri)
{
  g_signal_emit (self, signals[SHOW_LINK], 0, uri);
}
