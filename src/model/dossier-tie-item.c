/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-tie-item.h"

#include "model/dossier-date-text.h"

#include <glib/gi18n-lib.h>

struct _DossierTieItem
{
  GObject parent_instance;

  DossierDocument *document;
  int tie;
};

G_DEFINE_FINAL_TYPE (DossierTieItem, dossier_tie_item, G_TYPE_OBJECT)

static void
dossier_tie_item_finalize (GObject *object)
{
  g_object_unref (DOSSIER_TIE_ITEM (object)->document);

  G_OBJECT_CLASS (dossier_tie_item_parent_class)->finalize (object);
}

static void
dossier_tie_item_class_init (DossierTieItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dossier_tie_item_finalize;
}

static void
dossier_tie_item_init (DossierTieItem *self)
{
}

static const DossierTie *
get_record (DossierTieItem *self)
{
  return dossier_document_get_tie (self->document, self->tie);
}

static DossierStatus
get_status (const DossierTie *tie)
{
  return tie->statement.status != DOSSIER_STATUS_NONE ? (DossierStatus) tie->statement.status : DOSSIER_STATUS_REPORTED;
}

/**
 * dossier_tie_item_new:
 * @document: a document
 * @tie: the index of one of its ties
 *
 * Returns: (transfer full): an item
 */
DossierTieItem *
dossier_tie_item_new (DossierDocument *document, int tie)
{
  DossierTieItem *self = g_object_new (DOSSIER_TYPE_TIE_ITEM, NULL);

  self->document = g_object_ref (document);
  self->tie = tie;

  return self;
}

/**
 * dossier_tie_item_get_tie:
 * @self: an item
 *
 * Returns: the index of its tie
 */
int
dossier_tie_item_get_tie (DossierTieItem *self)
{
  g_return_val_if_fail (DOSSIER_IS_TIE_ITEM (self), -1);

  return self->tie;
}

/**
 * dossier_tie_item_dup_text:
 * @self: an item
 * @column: what to tell
 *
 * Returns: (transfer full): that, in the user's language; empty if there is nothing to tell
 */
char *
dossier_tie_item_dup_text (DossierTieItem *self, DossierTieColumn column)
{
  const DossierTie *tie = get_record (self);

  g_return_val_if_fail (DOSSIER_IS_TIE_ITEM (self), NULL);

  switch (column)
    {
    case DOSSIER_TIE_COLUMN_FROM:
      return dossier_document_dup_title (self->document, tie->from.ref, NULL);
    case DOSSIER_TIE_COLUMN_TO:
      return dossier_document_dup_title (self->document, tie->to.ref, NULL);
    case DOSSIER_TIE_COLUMN_LABEL:
      return g_strdup (dossier_text_get (&tie->label, NULL) != NULL ? dossier_text_get (&tie->label, NULL) : "");
    case DOSSIER_TIE_COLUMN_KIND:
      return dossier_document_dup_title (self->document, tie->kind.ref, NULL);
    case DOSSIER_TIE_COLUMN_SIGN:
      return g_strdup (dossier_vocabulary_get_label (DOSSIER_VOCABULARY_SIGN, tie->sign));
    case DOSSIER_TIE_COLUMN_STATUS:
      return g_strdup (dossier_vocabulary_get_label (DOSSIER_VOCABULARY_STATUS, (int) get_status (tie)));
    case DOSSIER_TIE_COLUMN_WEIGHT:
      return g_strdup_printf ("%d", tie->weight);
    case DOSSIER_TIE_COLUMN_DATE:
      return tie->date.edtf != NULL ? dossier_edtf_to_text (tie->date.edtf, DOSSIER_DATE_STYLE_LONG) : g_strdup ("");
    case DOSSIER_TIE_COLUMN_QUOTES:
      return g_strdup_printf ("%d", tie->statement.quotes.n);
    case DOSSIER_N_TIE_COLUMNS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static int
compare_numbers (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

/**
 * dossier_tie_item_compare:
 * @self: an item
 * @other: another of the same document
 * @column: by what
 *
 * Puts two ties in order: numbers and dates by their size, words as the user's language has it. What has no date comes
 * last.
 *
 * Returns: less than, equal to or greater than 0
 */
int
dossier_tie_item_compare (DossierTieItem *self, DossierTieItem *other, DossierTieColumn column)
{
  const DossierTie *left = get_record (self);
  const DossierTie *right = get_record (other);

  switch (column)
    {
    case DOSSIER_TIE_COLUMN_WEIGHT:
      return compare_numbers (left->weight, right->weight);
    case DOSSIER_TIE_COLUMN_QUOTES:
      return compare_numbers (left->statement.quotes.n, right->statement.quotes.n);
    case DOSSIER_TIE_COLUMN_SIGN:
      return compare_numbers (left->sign, right->sign);
    case DOSSIER_TIE_COLUMN_STATUS:
      return compare_numbers (get_status (left), get_status (right));
    case DOSSIER_TIE_COLUMN_DATE:
      {
        gboolean left_unknown = (left->date.span.flags & DOSSIER_SPAN_UNKNOWN) != 0;
        gboolean right_unknown = (right->date.span.flags & DOSSIER_SPAN_UNKNOWN) != 0;

        if (left_unknown != right_unknown)
          return left_unknown ? 1 : -1;
        if (left->date.span.start_earliest != right->date.span.start_earliest)
          return compare_numbers (left->date.span.start_earliest, right->date.span.start_earliest);
        return compare_numbers (left->date.span.end_latest, right->date.span.end_latest);
      }
    case DOSSIER_TIE_COLUMN_FROM:
    case DOSSIER_TIE_COLUMN_TO:
    case DOSSIER_TIE_COLUMN_LABEL:
    case DOSSIER_TIE_COLUMN_KIND:
    case DOSSIER_N_TIE_COLUMNS:
    default:
      {
        g_autofree char *left_text = dossier_tie_item_dup_text (self, column);
        g_autofree char *right_text = dossier_tie_item_dup_text (other, column);

        return g_utf8_collate (left_text, right_text);
      }
    }
}

/**
 * dossier_tie_column_get_title:
 * @column: a column
 *
 * Returns: its heading, in the user's language
 */
const char *
dossier_tie_column_get_title (DossierTieColumn column)
{
  static const char *const titles[] = {
    /* Translators: heading of a column of a table of ties: the actor that a tie goes out from */
    [DOSSIER_TIE_COLUMN_FROM] = N_ ("From"),
    /* Translators: likewise: the actor that it goes to */
    [DOSSIER_TIE_COLUMN_TO] = N_ ("To"),
    [DOSSIER_TIE_COLUMN_LABEL] = N_ ("Tie"),
    [DOSSIER_TIE_COLUMN_KIND] = N_ ("Kind"),
    [DOSSIER_TIE_COLUMN_SIGN] = N_ ("Sign"),
    [DOSSIER_TIE_COLUMN_STATUS] = N_ ("Status"),
    [DOSSIER_TIE_COLUMN_WEIGHT] = N_ ("Weight"),
    [DOSSIER_TIE_COLUMN_DATE] = N_ ("Date"),
    [DOSSIER_TIE_COLUMN_QUOTES] = N_ ("Quotes"),
  };

  g_return_val_if_fail (column < DOSSIER_N_TIE_COLUMNS, NULL);

  return _ (titles[column]);
}

/**
 * dossier_tie_column_is_number:
 * @column: a column
 *
 * Returns: whether what it tells are numbers, which are set to the right
 */
gboolean
dossier_tie_column_is_number (DossierTieColumn column)
{
  return column == DOSSIER_TIE_COLUMN_WEIGHT || column == DOSSIER_TIE_COLUMN_QUOTES;
}
