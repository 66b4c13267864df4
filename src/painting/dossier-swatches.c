/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-swatches.h"

/* How much of the ground is mixed into the colour of an actor that belongs to another. */
#define QUIETER 0.3

/* The reader lets no circle of affiliations pass; a long chain is no reason to go deep. */
#define MAX_DEPTH 8

/* Swatches by index, each made when first asked for. */
typedef struct
{
  DossierSwatch *swatches;
  guint8 *made;
  int n;
} Table;

struct _DossierSwatches
{
  DossierDocument *document;
  DossierTheme theme;
  Table kinds;
  Table actors;
  Table hypotheses;
  int *palette_indexes;
};

static void
init_table (Table *table, int n)
{
  table->swatches = g_new0 (DossierSwatch, (gsize) n);
  table->made = g_new0 (guint8, (gsize) n);
  table->n = n;
}

static void
clear_table (Table *table)
{
  g_free (table->swatches);
  g_free (table->made);
}

static gboolean
stands_alone (const DossierActor *actor)
{
  return actor->affiliations.n == 0;
}

static DossierSwatch
make_actor (DossierSwatches *self, int index, int depth)
{
  const DossierActor *actor = dossier_document_get_actor (self->document, index);
  DossierColor color;

  if (dossier_color_parse (actor->color, &color))
    return dossier_theme_make_swatch (&self->theme, color);

  if (!stands_alone (actor) && depth < MAX_DEPTH)
    {
      DossierSwatch swatch = make_actor (self, actor->affiliations.items[0].to.ref.index, depth + 1);

      return depth > 0 ? swatch : dossier_theme_make_swatch (&self->theme, dossier_color_mix (swatch.mark, self->theme.view, QUIETER));
    }

  return *dossier_theme_get_actor (&self->theme, self->palette_indexes[index]);
}

/**
 * dossier_swatches_new:
 * @document: a document, which must live as long as its colours: they may hang at it
 * @theme: the theme; copied
 *
 * Returns: (transfer full): its colours; free them with dossier_swatches_free()
 */
DossierSwatches *
dossier_swatches_new (DossierDocument *document, const DossierTheme *theme)
{
  DossierSwatches *self = g_new0 (DossierSwatches, 1);
  int n_alone = 0;

  self->document = document;
  self->theme = *theme;
  init_table (&self->kinds, dossier_document_get_count (document, DOSSIER_RECORD_KIND));
  init_table (&self->actors, dossier_document_get_count (document, DOSSIER_RECORD_ACTOR));
  init_table (&self->hypotheses, dossier_document_get_count (document, DOSSIER_RECORD_HYPOTHESIS));

  /* Colours of the palette go to those that need one, so that the first ten of them differ. */
  self->palette_indexes = g_new0 (int, (gsize) self->actors.n);
  for (int i = 0; i < self->actors.n; i++)
    {
      const DossierActor *actor = dossier_document_get_actor (document, i);

      if (actor->color == NULL && stands_alone (actor))
        self->palette_indexes[i] = n_alone++;
    }

  return self;
}

/**
 * dossier_swatches_free:
 * @self: (nullable): colours, or %NULL
 */
void
dossier_swatches_free (DossierSwatches *self)
{
  if (self == NULL)
    return;

  clear_table (&self->kinds);
  clear_table (&self->actors);
  clear_table (&self->hypotheses);
  g_free (self->palette_indexes);
  g_free (self);
}

/**
 * dossier_swatches_get_kind:
 * @self: colours
 * @kind: index of a kind, or -1 for an event that has none
 *
 * Returns: (transfer none): the tones of the kind
 */
const DossierSwatch *
dossier_swatches_get_kind (DossierSwatches *self, int kind)
{
  DossierColor color;

  if (kind < 0 || kind >= self->kinds.n)
    return dossier_theme_get_hue (&self->theme, DOSSIER_HUE_NEUTRAL);

  if (!self->kinds.made[kind])
    {
      if (dossier_color_parse (dossier_document_get_kind (self->document, kind)->color, &color))
        self->kinds.swatches[kind] = dossier_theme_make_swatch (&self->theme, color);
      else
        self->kinds.swatches[kind] = *dossier_theme_get_kind (&self->theme, kind);
      self->kinds.made[kind] = TRUE;
    }

  return &self->kinds.swatches[kind];
}

/**
 * dossier_swatches_get_actor:
 * @self: colours
 * @actor: index of an actor
 *
 * Returns: (transfer none): the tones of the actor
 */
const DossierSwatch *
dossier_swatches_get_actor (DossierSwatches *self, int actor)
{
  g_return_val_if_fail (actor >= 0 && actor < self->actors.n, dossier_theme_get_hue (&self->theme, DOSSIER_HUE_NEUTRAL));

  if (!self->actors.made[actor])
    {
      self->actors.swatches[actor] = make_actor (self, actor, 0);
      self->actors.made[actor] = TRUE;
    }

  return &self->actors.swatches[actor];
}

/**
 * dossier_swatches_get_hypothesis:
 * @self: colours
 * @hypothesis: index of a hypothesis
 *
 * Returns: (transfer none): the tones of the hypothesis
 */
const DossierSwatch *
dossier_swatches_get_hypothesis (DossierSwatches *self, int hypothesis)
{
  DossierColor color;

  g_return_val_if_fail (hypothesis >= 0 && hypothesis < self->hypotheses.n,
                        dossier_theme_get_hue (&self->theme, DOSSIER_HUE_NEUTRAL));

  if (!self->hypotheses.made[hypothesis])
    {
      if (dossier_color_parse (dossier_document_get_hypothesis (self->document, hypothesis)->color, &color))
        self->hypotheses.swatches[hypothesis] = dossier_theme_make_swatch (&self->theme, color);
      else
        self->hypotheses.swatches[hypothesis] = *dossier_theme_get_kind (&self->theme, hypothesis);
      self->hypotheses.made[hypothesis] = TRUE;
    }

  return &self->hypotheses.swatches[hypothesis];
}
