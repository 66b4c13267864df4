/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-vocabulary.h"

/* A word leads to its value and back, and each has a label. */
static void
test_terms (void)
{
  for (int i = 0; i < DOSSIER_N_VOCABULARIES; i++)
    {
      DossierVocabulary vocabulary = (DossierVocabulary) i;
      int n_terms;
      const DossierTerm *terms = dossier_vocabulary_get_terms (vocabulary, &n_terms);

      g_assert_cmpint (n_terms, >, 0);
      for (int value = 1; value <= n_terms; value++)
        {
          const char *label = dossier_vocabulary_get_label (vocabulary, value);

          g_assert_cmpstr (dossier_vocabulary_get_key (vocabulary, value), ==, terms[value - 1].key);
          g_assert_cmpint (dossier_vocabulary_lookup (vocabulary, terms[value - 1].key), ==, value);
          g_assert_cmpstr (label, !=, "");

          /* PLOVER's own words are shown as they are. */
          g_assert_cmpint (terms[value - 1].label == NULL, ==, vocabulary >= DOSSIER_VOCABULARY_PLOVER_TYPE);
          g_assert_cmpstr (label, ==, terms[value - 1].label != NULL ? terms[value - 1].label : terms[value - 1].key);
        }

      g_assert_null (dossier_vocabulary_get_key (vocabulary, 0));
      g_assert_null (dossier_vocabulary_get_label (vocabulary, 0));
      g_assert_cmpint (dossier_vocabulary_lookup (vocabulary, ""), ==, 0);
      g_assert_cmpint (dossier_vocabulary_lookup (vocabulary, "nothing"), ==, 0);
    }
}

/* The enumerations count as the lists do. */
static void
test_enumerations (void)
{
  static const struct
  {
    DossierVocabulary vocabulary;
    int last;
    const char *key;
  } cases[] = {
    { DOSSIER_VOCABULARY_STATUS, DOSSIER_STATUS_DENIED, "denied" },
    { DOSSIER_VOCABULARY_RELIABILITY, DOSSIER_RELIABILITY_F, "F" },
    { DOSSIER_VOCABULARY_LIKELIHOOD, DOSSIER_LIKELIHOOD_ALMOST_CERTAIN, "almost-certain" },
    { DOSSIER_VOCABULARY_CONFIDENCE, DOSSIER_CONFIDENCE_HIGH, "high" },
    { DOSSIER_VOCABULARY_ACTOR_TYPE, DOSSIER_ACTOR_TYPE_GROUP, "group" },
    { DOSSIER_VOCABULARY_NAME_TYPE, DOSSIER_NAME_TYPE_NATIVE, "native" },
    { DOSSIER_VOCABULARY_ROLE, DOSSIER_ROLE_OBSERVER, "observer" },
    { DOSSIER_VOCABULARY_SIGN, DOSSIER_SIGN_NEUTRAL, "neutral" },
    { DOSSIER_VOCABULARY_STANCE, DOSSIER_STANCE_WELCOMES, "welcomes" },
    { DOSSIER_VOCABULARY_BEARING, DOSSIER_BEARING_NEUTRAL, "neutral" },
    { DOSSIER_VOCABULARY_CLAIM_TYPE, DOSSIER_CLAIM_TYPE_QUESTION, "question" },
    { DOSSIER_VOCABULARY_NOTE_TYPE, DOSSIER_NOTE_TYPE_CONTEXT, "context" },
    { DOSSIER_VOCABULARY_SCENE_VIEW, DOSSIER_SCENE_VIEW_MATRIX, "matrix" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int n_terms;

      dossier_vocabulary_get_terms (cases[i].vocabulary, &n_terms);
      g_assert_cmpint (n_terms, ==, cases[i].last);
      g_assert_cmpstr (dossier_vocabulary_get_key (cases[i].vocabulary, cases[i].last), ==, cases[i].key);
    }

  g_assert_cmpint (dossier_vocabulary_lookup (DOSSIER_VOCABULARY_STANCE, "declines-to-comment"), ==, DOSSIER_STANCE_DECLINES_TO_COMMENT);
  g_assert_cmpint (dossier_vocabulary_lookup (DOSSIER_VOCABULARY_LIKELIHOOD, "roughly-even-chance"), ==, DOSSIER_LIKELIHOOD_ROUGHLY_EVEN);
  g_assert_cmpint (dossier_vocabulary_lookup (DOSSIER_VOCABULARY_CLAIM_TYPE, "prediction"), ==, DOSSIER_CLAIM_TYPE_PREDICTION);
}

static void
test_headings (void)
{
  g_autofree char *reported = dossier_vocabulary_dup_heading (DOSSIER_VOCABULARY_STATUS, DOSSIER_STATUS_REPORTED);
  g_autofree char *likely = dossier_vocabulary_dup_heading (DOSSIER_VOCABULARY_LIKELIHOOD, DOSSIER_LIKELIHOOD_VERY_LIKELY);

  g_assert_cmpstr (reported, ==, "Reported");
  g_assert_cmpstr (likely, ==, "Very likely");
  g_assert_null (dossier_vocabulary_dup_heading (DOSSIER_VOCABULARY_STATUS, DOSSIER_STATUS_NONE));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vocabulary/terms", test_terms);
  g_test_add_func ("/vocabulary/headings", test_headings);
  g_test_add_func ("/vocabulary/enumerations", test_enumerations);

  return g_test_run ();
}
