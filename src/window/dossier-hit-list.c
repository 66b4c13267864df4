/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-hit-list.h"

#include "model/dossier-date-text.h"
#include "model/dossier-search-index.h"
#include "model/dossier-suggest.h"
#include "widgets/dossier-emblem.h"
#include "widgets/dossier-prose.h"
#include "window/dossier-record-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More than that nobody reads: another word narrows it down. */
#define MOST_HITS 100

/* How much of the text around what was found is shown, in characters. */
#define CONTEXT_BEFORE 24
#define CONTEXT_BEHIND 72

/* A title that is longer is cut, in characters: some are whole quotes. */
#define MOST_TITLE 100

/* Among so many names a word that is nearly one of them is looked for. */
#define MOST_NAMES 4096

/* What is limited to the period in sight is looked for again once that rests. */
#define REST_MS 200

/* So many words are tried without one of them. */
#define MOST_TRIED 6

struct _DossierHitList
{
  GtkWidget parent_instance;

  GtkWidget *pages;
  GtkWidget *count;
  GtkWidget *rows;
  GtkWidget *advice;

  DossierView *view;
  char *words;
  DossierSearchIndex *index; /* NULL until someone searches */
  GCancellable *searching;
  gboolean is_selecting;     /* a row is selected since its record is */
  gboolean is_limited;       /* to the period in sight */
  guint rest_id;
};

enum
{
  WORDS_ADVISED,
  FOUND,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierHitList, dossier_hit_list, GTK_TYPE_WIDGET)

/* Other words that find something. */
typedef struct
{
  char *words;
  int n_found;
} Advice;

static void
clear_advice (gpointer data)
{
  g_free (((Advice *) data)->words);
}

/* What goes to the other thread, and comes back. */
typedef struct
{
  DossierDocument *document;
  char *words;
  gboolean is_limited;
  gint64 begin, end;
  DossierSearchIndex *index; /* is made if there is none */
  DossierSearchResult *result;
  GArray *advice; /* Advice, best first */
} Search;

static void
free_search (gpointer data)
{
  Search *search = data;

  g_object_unref (search->document);
  g_free (search->words);
  dossier_search_index_unref (search->index);
  dossier_search_result_free (search->result);
  g_array_unref (search->advice);
  g_free (search);
}

static DossierSearchResult *
run (Search *search, const char *words, int n_most, GCancellable *cancellable)
{
  if (search->is_limited)
    return dossier_search_index_run_within (search->index, words, search->begin, search->end, n_most, cancellable);

  return dossier_search_index_run (search->index, words, n_most, cancellable);
}

static void
try_advice (Search *search, const char *words, GCancellable *cancellable)
{
  g_autoptr (DossierSearchResult) result = run (search, words, 1, cancellable);

  if (result != NULL && result->n_found > 0)
    {
      Advice advice = { g_strdup (words), result->n_found };

      g_array_append_val (search->advice, advice);
    }
}

static void
add_names (GPtrArray *names, const char *text)
{
  g_auto (GStrv) words = text != NULL ? g_strsplit_set (text, " -–,.()", -1) : NULL;

  for (int i = 0; words != NULL && words[i] != NULL && names->len < MOST_NAMES; i++)
    if (*words[i] != '\0')
      g_ptr_array_add (names, g_utf8_strdown (words[i], -1));
}

/* The words of names of actors and places, among which a slip is looked for. */
static GPtrArray *
collect_names (DossierDocument *document)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < dossier_document_get_count (document, DOSSIER_RECORD_ACTOR) && names->len < MOST_NAMES; i++)
    {
      const DossierActor *actor = dossier_document_get_actor (document, i);

      add_names (names, dossier_text_get (&actor->name, NULL));
      for (int j = 0; j < actor->names.n; j++)
        add_names (names, actor->names.items[j].text);
    }
  for (int i = 0; i < dossier_document_get_count (document, DOSSIER_RECORD_PLACE) && names->len < MOST_NAMES; i++)
    add_names (names, dossier_text_get (&dossier_document_get_place (document, i)->name, NULL));

  return names;
}

/* Nothing holds all words: with one replaced by a name that is much like it, or without one, something may. */
static void
seek_advice (Search *search, GCancellable *cancellable)
{
  g_auto (GStrv) words = g_strsplit (search->words, " ", -1);
  g_autoptr (GPtrArray) names = collect_names (search->document);
  int n = (int) g_strv_length (words);

  for (int i = 0; i < n && i < MOST_TRIED; i++)
    {
      g_autofree char *lower = g_utf8_strdown (words[i], -1);
      const char *near = dossier_suggest (lower, (const char *const *) names->pdata, (int) names->len);

      if (*words[i] != '\0' && near != NULL && g_strcmp0 (near, lower) != 0)
        {
          char *own = words[i];
          g_autofree char *changed = NULL;

          words[i] = (char *) near;
          changed = g_strjoinv (" ", words);
          words[i] = own;
          try_advice (search, changed, cancellable);
        }
    }

  for (int i = 0; n > 1 && i < n && i < MOST_TRIED; i++)
    {
      g_autoptr (GString) rest = g_string_new (NULL);

      for (int j = 0; j < n; j++)
        if (j != i && *words[j] != '\0')
          g_string_append_printf (rest, "%s%s", rest->len > 0 ? " " : "", words[j]);
      if (*words[i] != '\0' && rest->len > 0)
        try_advice (search, rest->str, cancellable);
    }
}

static void
search_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Search *search = data;

  if (search->index == NULL)
    search->index = dossier_search_index_new (search->document, cancellable);
  if (search->index != NULL && search->words != NULL)
    {
      search->result = run (search, search->words, MOST_HITS, cancellable);
      if (search->result != NULL && search->result->n_found == 0)
        seek_advice (search, cancellable);
    }

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_boolean (task, TRUE);
}

/* Sets off where the words stand in a label: by attributes, for a dossier's text is never markup. */
static void
emphasise (GtkLabel *label, const char *words)
{
  g_autoptr (GArray) ranges = dossier_search_find_ranges (words, gtk_label_get_text (label));
  PangoAttrList *attributes = pango_attr_list_new ();

  for (guint i = 0; i < ranges->len; i++)
    {
      const DossierRange *range = &g_array_index (ranges, DossierRange, i);
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
      PangoAttribute *line = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);

      bold->start_index = line->start_index = (guint) range->begin;
      bold->end_index = line->end_index = (guint) range->end;
      pango_attr_list_insert (attributes, bold);
      pango_attr_list_insert (attributes, line);
    }

  gtk_label_set_attributes (label, attributes);
  pango_attr_list_unref (attributes);
}

/* A long title, cut at the end of a word. */
static char *
dup_short_title (const char *title)
{
  const char *end;

  if (g_utf8_strlen (title, -1) <= MOST_TITLE)
    return g_strdup (title);

  end = g_utf8_offset_to_pointer (title, MOST_TITLE);
  while (end > title && !g_unichar_isspace (g_utf8_get_char (end)))
    end = g_utf8_prev_char (end);
  if (end == title)
    end = g_utf8_offset_to_pointer (title, MOST_TITLE);

  return g_strdup_printf ("%.*s…", (int) (end - title), title);
}

static GtkWidget *
make_label (const char *text, gboolean is_caption)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  dossier_prose_wrap (GTK_LABEL (label));
  if (is_caption)
    {
      gtk_widget_add_css_class (label, "dim");
      gtk_widget_add_css_class (label, "caption");
    }

  return label;
}

/* The words of the hit with some of what stands around them. */
static char *
dup_snippet (const DossierHit *hit)
{
  const char *begin = hit->text + hit->begin;
  const char *last = hit->text + hit->end;
  gsize size = strlen (hit->text);

  for (int i = 0; i < CONTEXT_BEFORE && begin > hit->text; i++)
    begin = g_utf8_prev_char (begin);
  /* From the begin of a word. */
  while (begin > hit->text && begin < hit->text + hit->begin && !g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (begin))))
    begin = g_utf8_next_char (begin);
  for (int i = 0; i < CONTEXT_BEHIND && last < hit->text + size; i++)
    last = g_utf8_next_char (last);

  return g_strdup_printf ("%s%.*s%s", begin > hit->text ? "…" : "", (int) (last - begin), begin, *last != '\0' ? "…" : "");
}

/* What tells one record from another of the same title: when, or from where. */
static char *
dup_detail (DossierDocument *document, DossierRef ref)
{
  if (ref.type == DOSSIER_RECORD_EVENT)
    {
      g_autoptr (DossierEvent) event = dossier_document_load_event (document, ref.index);

      return event->date.edtf != NULL ? dossier_edtf_to_text (event->date.edtf, DOSSIER_DATE_STYLE_LONG) : NULL;
    }
  if (ref.type == DOSSIER_RECORD_QUOTE)
    {
      const DossierQuote *quote = dossier_document_get_quote (document, ref.index);
      g_autofree char *source = dossier_document_dup_title (document, quote->source.ref, NULL);
      const char *section = dossier_text_get (&quote->section, NULL);

      return section[0] != '\0' ? g_strdup_printf ("%s · %s", source, section) : g_steal_pointer (&source);
    }

  return NULL;
}

static GtkWidget *
make_row (DossierHitList *self, const DossierHit *hit)
{
  DossierDocument *document = dossier_view_get_document (self->view);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = dossier_prose_row_new (9);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *name = dossier_document_dup_title (document, hit->ref, NULL);
  g_autofree char *detail = dup_detail (document, hit->ref);
  g_autofree char *label = g_strdup_printf ("%s, %s", name, dossier_record_get_type_name (hit->ref.type));
  g_autofree char *short_name = dup_short_title (name);
  GtkWidget *title = make_label (short_name, FALSE);
  DossierRef *ref = g_new (DossierRef, 1);

  *ref = hit->ref;
  g_object_set_data_full (G_OBJECT (row), "ref", ref, g_free);

  emphasise (GTK_LABEL (title), self->words);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (lines), title);
  if (detail != NULL)
    gtk_box_append (GTK_BOX (lines), make_label (detail, TRUE));
  if (hit->text != NULL && (g_strcmp0 (hit->text, name) != 0 || g_utf8_strlen (name, -1) > MOST_TITLE))
    {
      g_autofree char *snippet = dup_snippet (hit);
      GtkWidget *found = make_label (snippet, TRUE);

      emphasise (GTK_LABEL (found), self->words);
      gtk_box_append (GTK_BOX (lines), found);
    }

  if (hit->ref.type == DOSSIER_RECORD_ACTOR || hit->ref.type == DOSSIER_RECORD_EVENT)
    {
      GtkWidget *emblem = dossier_emblem_new (20);
      DossierRef shown = hit->ref;

      if (hit->ref.type == DOSSIER_RECORD_EVENT)
        shown = (DossierRef){ DOSSIER_RECORD_KIND, dossier_events_get_kind (dossier_document_get_events (document), hit->ref.index) };
      dossier_emblem_show_record (DOSSIER_EMBLEM (emblem), document, shown);
      gtk_widget_set_valign (emblem, gtk_widget_get_last_child (lines) == title ? GTK_ALIGN_CENTER : GTK_ALIGN_START);
      dossier_prose_row_append (box, emblem);
    }
  dossier_prose_row_append (box, lines);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return row;
}

static const DossierRef *
get_ref (GtkListBoxRow *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), "ref") : NULL;
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  DossierRecord type = get_ref (row)->type;
  GtkWidget *label;

  if (before != NULL && get_ref (before)->type == type)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = gtk_label_new (dossier_record_get_group_name (type));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "group-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
remove_rows (DossierHitList *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->rows), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->rows), GTK_WIDGET (row));
}

/* Groups in the order of their best hits; within them the order is kept. */
static void
add_rows (DossierHitList *self, const DossierSearchResult *result)
{
  gboolean done[DOSSIER_N_RECORDS] = { FALSE };
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (DossierRef));

  for (guint i = 0; i < result->hits->len; i++)
    {
      DossierRecord type = ((const DossierHit *) g_ptr_array_index (result->hits, i))->ref.type;

      if (done[type])
        continue;
      done[type] = TRUE;
      for (guint j = i; j < result->hits->len; j++)
        {
          const DossierHit *hit = g_ptr_array_index (result->hits, j);

          if (hit->ref.type != type)
            continue;
          gtk_list_box_append (GTK_LIST_BOX (self->rows), make_row (self, hit));
          g_array_append_val (refs, hit->ref);
        }
    }

  dossier_hits_set (dossier_view_get_hits (self->view), (const DossierRef *) refs->data, (int) refs->len, result->events);
}

static void
advise_cb (GtkButton *button, DossierHitList *self)
{
  g_signal_emit (self, signals[WORDS_ADVISED], 0, g_object_get_data (G_OBJECT (button), "words"));
}

static void
show_advice (DossierHitList *self, GArray *advice)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->advice)) != NULL)
    gtk_box_remove (GTK_BOX (self->advice), child);

  for (guint i = 0; i < advice->len; i++)
    {
      const Advice *other = &g_array_index (advice, Advice, i);
      /* Translators: other words to search for, and how often they are found: "kim veto" (3) */
      g_autofree char *text = g_strdup_printf (_ ("“%s” (%d)"), other->words, other->n_found);
      GtkWidget *button = gtk_button_new ();
      GtkWidget *label = gtk_label_new (text);

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
      gtk_button_set_child (GTK_BUTTON (button), label);
      g_object_set_data_full (G_OBJECT (button), "words", g_strdup (other->words), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (advise_cb), self, 0);
      gtk_box_append (GTK_BOX (self->advice), button);
    }
}

static void
update_count (DossierHitList *self, const DossierSearchResult *result)
{
  g_autofree char *found = g_strdup_printf (ngettext ("%'d found", "%'d found", (gulong) result->n_found), result->n_found);
  g_autofree char *text = NULL;

  if (result->n_found > (int) result->hits->len)
    /* Translators: such as: 1,234 found, the best 100 listed */
    text = g_strdup_printf (_ ("%s, the best %u listed"), found, result->hits->len);
  gtk_label_set_text (GTK_LABEL (self->count), text != NULL ? text : found);
}

/* The row of what is selected is selected, too. */
static void
follow_selection (DossierHitList *self)
{
  DossierRef selected = dossier_view_get_selection (self->view);
  GtkListBoxRow *row;

  self->is_selecting = TRUE;
  gtk_list_box_select_row (GTK_LIST_BOX (self->rows), NULL);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->rows), i)) != NULL; i++)
    if (dossier_ref_equal (*get_ref (row), selected))
      {
        GtkWidget *viewport = gtk_widget_get_ancestor (self->rows, GTK_TYPE_SCROLLED_WINDOW);
        GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (viewport));
        double x, y;

        gtk_list_box_select_row (GTK_LIST_BOX (self->rows), row);
        if (gtk_widget_translate_coordinates (GTK_WIDGET (row), self->rows, 0, 0, &x, &y))
          gtk_adjustment_clamp_page (adjustment, y, y + gtk_widget_get_height (GTK_WIDGET (row)));
        break;
      }
  self->is_selecting = FALSE;
}

static void
searched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DossierHitList) self = data;
  Search *search = g_task_get_task_data (G_TASK (result));

  /* Only the search that was asked for last is of interest. */
  if (g_task_get_cancellable (G_TASK (result)) != self->searching || !g_task_propagate_boolean (G_TASK (result), NULL))
    return;

  g_clear_object (&self->searching);
  if (self->index == NULL && search->index != NULL)
    self->index = dossier_search_index_ref (search->index);
  if (search->result == NULL)
    return;

  remove_rows (self);
  update_count (self, search->result);
  add_rows (self, search->result);
  show_advice (self, search->advice);
  follow_selection (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), search->result->n_found > 0 ? "hits" : "none");
  g_signal_emit (self, signals[FOUND], 0);
}

static void
stop_searching (DossierHitList *self)
{
  if (self->searching != NULL)
    g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
}

static void
start (DossierHitList *self, const char *words)
{
  g_autoptr (GTask) task = NULL;
  Search *search;

  stop_searching (self);
  search = g_new0 (Search, 1);
  search->document = g_object_ref (dossier_view_get_document (self->view));
  search->words = g_strdup (words);
  search->index = self->index != NULL ? dossier_search_index_ref (self->index) : NULL;
  search->is_limited = self->is_limited && dossier_view_get_sight (self->view, &search->begin, &search->end);
  search->advice = g_array_new (FALSE, FALSE, sizeof (Advice));
  g_array_set_clear_func (search->advice, clear_advice);

  self->searching = g_cancellable_new ();
  /* No widget is the source of what runs in a thread, for it may be let go of last there. */
  task = g_task_new (NULL, self->searching, searched_cb, g_object_ref (self));
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, search, free_search);
  g_task_run_in_thread (task, search_in_thread);
}

static gboolean
rested_cb (gpointer data)
{
  DossierHitList *self = data;

  self->rest_id = 0;
  if (self->words != NULL && *self->words != '\0')
    start (self, self->words);

  return G_SOURCE_REMOVE;
}

static void
sight_changed_cb (DossierHitList *self)
{
  if (!self->is_limited)
    return;

  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST_MS, rested_cb, self);
}

static void
row_activated_cb (DossierHitList *self, GtkListBoxRow *row)
{
  DossierRef ref = *get_ref (row);

  if (self->is_selecting)
    return;

  dossier_view_select (self->view, ref);
  dossier_view_reveal (self->view, ref);
}

static void
dossier_hit_list_dispose (GObject *object)
{
  DossierHitList *self = DOSSIER_HIT_LIST (object);

  stop_searching (self);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_pointer (&self->pages, gtk_widget_unparent);
  g_clear_pointer (&self->index, dossier_search_index_unref);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (dossier_hit_list_parent_class)->dispose (object);
}

static void
dossier_hit_list_finalize (GObject *object)
{
  g_free (DOSSIER_HIT_LIST (object)->words);

  G_OBJECT_CLASS (dossier_hit_list_parent_class)->finalize (object);
}

static void
dossier_hit_list_class_init (DossierHitListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_hit_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = dossier_hit_list_finalize;

  signals[WORDS_ADVISED] = g_signal_new ("words-advised", DOSSIER_TYPE_HIT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FOUND] = g_signal_new ("found", DOSSIER_TYPE_HIT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/dossier/ui/dossier-hit-list.ui");
  gtk_widget_class_bind_template_child (widget_class, DossierHitList, pages);
  gtk_widget_class_bind_template_child (widget_class, DossierHitList, count);
  gtk_widget_class_bind_template_child (widget_class, DossierHitList, rows);
  gtk_widget_class_bind_template_child (widget_class, DossierHitList, advice);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
dossier_hit_list_init (DossierHitList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->rows), update_header, NULL, NULL);
}

/**
 * dossier_hit_list_set_view:
 * @self: a list
 * @view: (nullable): the state of the window that it searches and selects in, or %NULL for none
 */
void
dossier_hit_list_set_view (DossierHitList *self, DossierView *view)
{
  g_return_if_fail (DOSSIER_IS_HIT_LIST (self));

  if (self->view == view)
    return;

  stop_searching (self);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  remove_rows (self);
  g_clear_pointer (&self->index, dossier_search_index_unref);
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  g_set_object (&self->view, view);
  if (view == NULL)
    return;
  g_signal_connect_object (view, "selection-changed", G_CALLBACK (follow_selection), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "sight-changed", G_CALLBACK (sight_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * dossier_hit_list_prepare:
 * @self: a list
 *
 * Someone is about to search: what that needs is made while they type.
 */
void
dossier_hit_list_prepare (DossierHitList *self)
{
  g_return_if_fail (DOSSIER_IS_HIT_LIST (self));

  if (self->view != NULL && self->index == NULL && self->searching == NULL)
    start (self, NULL);
}

/**
 * dossier_hit_list_search:
 * @self: a list
 * @words: what to look for; nothing ends the search
 */
void
dossier_hit_list_search (DossierHitList *self, const char *words)
{
  g_return_if_fail (DOSSIER_IS_HIT_LIST (self));

  g_free (self->words);
  self->words = g_strdup (words);
  if (self->view == NULL)
    return;

  if (*words != '\0')
    {
      start (self, words);
      return;
    }

  stop_searching (self);
  remove_rows (self);
  gtk_label_set_text (GTK_LABEL (self->count), "");
  dossier_hits_clear (dossier_view_get_hits (self->view));
}

/**
 * dossier_hit_list_get_limited:
 * @self: a list
 *
 * Returns: whether only what may lie in the period in sight is looked for
 */
gboolean
dossier_hit_list_get_limited (DossierHitList *self)
{
  g_return_val_if_fail (DOSSIER_IS_HIT_LIST (self), FALSE);

  return self->is_limited;
}

/**
 * dossier_hit_list_set_limited:
 * @self: a list
 * @is_limited: whether only what has a date that may lie in the period that the timeline shows is looked for; then the
 *   list follows the timeline
 */
void
dossier_hit_list_set_limited (DossierHitList *self, gboolean is_limited)
{
  g_return_if_fail (DOSSIER_IS_HIT_LIST (self));

  if (self->is_limited == is_limited)
    return;

  self->is_limited = is_limited;
  if (self->view != NULL && self->words != NULL && *self->words != '\0')
    start (self, self->words);
}

/**
 * dossier_hit_list_is_searching:
 * @self: a list
 *
 * Returns: whether it still looks for the words it was given last; "found" is emitted when it does no longer
 */
gboolean
dossier_hit_list_is_searching (DossierHitList *self)
{
  g_return_val_if_fail (DOSSIER_IS_HIT_LIST (self), FALSE);

  return self->searching != NULL;
}

/**
 * dossier_hit_list_rest:
 * @self: a list
 *
 * Nobody is about to search any more. If nothing is searched for, what it takes is given back.
 */
void
dossier_hit_list_rest (DossierHitList *self)
{
  g_return_if_fail (DOSSIER_IS_HIT_LIST (self));

  if (self->words != NULL && *self->words != '\0')
    return;

  stop_searching (self);
  g_clear_pointer (&self->index, dossier_search_index_unref);
}
