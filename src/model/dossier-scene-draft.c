/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-scene-draft.h"

#include "model/dossier-object-text.h"
#include "model/dossier-records.h"
#include "model/dossier-story-draft-private.h"

struct _DossierSceneDraft
{
  GObject parent_instance;

  char *text; /* of the object, as it is in the document or will be */
  char *lead; /* the white space before it in its list */
  JsonObject *object;
  char *words[DOSSIER_SCENE_NOTES + 1];
};

static const char *const members[] = {
  [DOSSIER_SCENE_TITLE] = "title",
  [DOSSIER_SCENE_CAPTION] = "caption",
  [DOSSIER_SCENE_NOTES] = "notes",
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierSceneDraft, dossier_scene_draft, G_TYPE_OBJECT)

/* The language in which a text for people is shown, NULL if it is given in one only. */
static const char *
choose_language (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GList) languages = NULL;
  DossierText text = { 0 };
  const char *shown;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;

  versions = g_ptr_array_new ();
  languages = json_object_get_members (json_node_get_object (node));
  for (GList *link = languages; link != NULL; link = link->next)
    {
      g_ptr_array_add (versions, link->data);
      g_ptr_array_add (versions, (gpointer) json_object_get_string_member (json_node_get_object (node), link->data));
    }

  text.versions = (const char *const *) versions->pdata;
  text.n_versions = (int) versions->len / 2;
  shown = dossier_text_get (&text, NULL);
  for (guint i = 0; i < versions->len; i += 2)
    if (g_ptr_array_index (versions, i + 1) == shown)
      return g_ptr_array_index (versions, i);

  return NULL;
}

/* Returns: (transfer full): what a text for people says to the user, "" if it is not there */
char *
dossier_words_get (JsonObject *object, const char *member)
{
  const char *language = choose_language (object, member);

  if (language != NULL)
    return g_strdup (json_object_get_string_member (json_object_get_object_member (object, member), language));

  return g_strdup (json_object_get_string_member_with_default (object, member, ""));
}

/* Returns: (transfer full): @text, that of @object, with other words for the user; those in other languages stay */
char *
dossier_words_set (const char *text, JsonObject *object, const char *member, const char *words)
{
  const char *language = choose_language (object, member);
  g_autofree char *quoted = *words != '\0' ? dossier_text_quote (words) : NULL;

  if (language != NULL)
    {
      DossierTextRange range;
      g_autofree char *versions = NULL;
      g_autofree char *changed = NULL;

      dossier_object_text_find (text, member, &range);
      versions = g_strndup (text + range.begin, range.end - range.begin);
      changed = dossier_object_text_set (versions, language, quoted != NULL ? quoted : "\"\"");

      return dossier_object_text_set (text, member, changed);
    }

  return dossier_object_text_set (text, member, quoted);
}

static void
dossier_scene_draft_finalize (GObject *object)
{
  DossierSceneDraft *self = DOSSIER_SCENE_DRAFT (object);

  g_free (self->text);
  g_free (self->lead);
  json_object_unref (self->object);
  for (gsize i = 0; i < G_N_ELEMENTS (self->words); i++)
    g_free (self->words[i]);

  G_OBJECT_CLASS (dossier_scene_draft_parent_class)->finalize (object);
}

static void
dossier_scene_draft_class_init (DossierSceneDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dossier_scene_draft_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dossier_scene_draft_init (DossierSceneDraft *self)
{
}

/* @text: of an object of the schema's shape; @lead: the white space before it in its list */
DossierSceneDraft *
dossier_scene_draft_new (const char *text, const char *lead)
{
  DossierSceneDraft *self = g_object_new (DOSSIER_TYPE_SCENE_DRAFT, NULL);

  self->lead = g_strdup (lead);
  dossier_scene_draft_set_text (self, text);

  return self;
}

const char *
dossier_scene_draft_get_text (DossierSceneDraft *self)
{
  return self->text;
}

const char *
dossier_scene_draft_get_lead (DossierSceneDraft *self)
{
  return self->lead;
}

/* Nothing happens if it is the same. */
void
dossier_scene_draft_set_text (DossierSceneDraft *self, const char *text)
{
  g_autoptr (JsonNode) node = NULL;

  if (g_strcmp0 (self->text, text) == 0)
    return;

  node = json_from_string (text, NULL);
  g_assert (node != NULL && JSON_NODE_HOLDS_OBJECT (node));
  g_free (self->text);
  self->text = g_strdup (text);
  g_clear_pointer (&self->object, json_object_unref);
  self->object = json_node_dup_object (node);
  for (gsize i = 0; i < G_N_ELEMENTS (self->words); i++)
    {
      g_free (self->words[i]);
      self->words[i] = dossier_words_get (self->object, members[i]);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * dossier_scene_draft_get_id:
 * @self: a scene
 *
 * Returns: (transfer none): its id
 */
const char *
dossier_scene_draft_get_id (DossierSceneDraft *self)
{
  g_return_val_if_fail (DOSSIER_IS_SCENE_DRAFT (self), NULL);

  return json_object_get_string_member_with_default (self->object, "id", "");
}

/**
 * dossier_scene_draft_get_words:
 * @self: a scene
 * @words: which
 *
 * Returns: (transfer none): the text, in the language that suits the user best; "" if there is none. Plain text
 */
const char *
dossier_scene_draft_get_words (DossierSceneDraft *self, DossierSceneWords words)
{
  g_return_val_if_fail (DOSSIER_IS_SCENE_DRAFT (self), NULL);

  return self->words[words];
}

/**
 * dossier_scene_draft_get_seconds:
 * @self: a scene
 *
 * Returns: how long it stays, 0 if that is not said
 */
double
dossier_scene_draft_get_seconds (DossierSceneDraft *self)
{
  g_return_val_if_fail (DOSSIER_IS_SCENE_DRAFT (self), 0);

  return json_object_get_double_member_with_default (self->object, "seconds", 0);
}

/**
 * dossier_scene_draft_get_object:
 * @self: a scene
 *
 * Returns: (transfer none): all of it, with the ids as they are written; not to be changed. It stays as it is until the
 *   scene changes
 */
JsonObject *
dossier_scene_draft_get_object (DossierSceneDraft *self)
{
  g_return_val_if_fail (DOSSIER_IS_SCENE_DRAFT (self), NULL);

  return self->object;
}
