/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-choice.h"

struct _DossierChoice
{
  GObject parent_instance;

  char *title;
  char *detail;
  char *keys;
  char *action;
  DossierDocument *document;
  DossierRef ref;
  int lane;
};

G_DEFINE_FINAL_TYPE (DossierChoice, dossier_choice, G_TYPE_OBJECT)

static void
dossier_choice_finalize (GObject *object)
{
  DossierChoice *self = DOSSIER_CHOICE (object);

  g_free (self->title);
  g_free (self->detail);
  g_free (self->keys);
  g_free (self->action);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (dossier_choice_parent_class)->finalize (object);
}

static void
dossier_choice_class_init (DossierChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dossier_choice_finalize;
}

static void
dossier_choice_init (DossierChoice *self)
{
  self->ref = DOSSIER_REF_NONE;
  self->lane = -1;
}

static DossierChoice *
choice_new (const char *title, const char *detail)
{
  DossierChoice *self = g_object_new (DOSSIER_TYPE_CHOICE, NULL);

  self->title = g_strdup (title);
  self->detail = g_strdup (detail);

  return self;
}

/**
 * dossier_choice_new_command:
 * @title: what it does, in the user's language
 * @detail: where it belongs
 * @keys: (nullable): the keys that do the same
 * @action: the detailed name of its action
 *
 * Returns: (transfer full): a command
 */
DossierChoice *
dossier_choice_new_command (const char *title, const char *detail, const char *keys, const char *action)
{
  DossierChoice *self = choice_new (title, detail);

  self->keys = g_strdup (keys);
  self->action = g_strdup (action);

  return self;
}

/**
 * dossier_choice_new_record:
 * @title: its name
 * @detail: what it is
 * @document: the document that it is of
 * @ref: the record
 *
 * Returns: (transfer full): a record to go to
 */
DossierChoice *
dossier_choice_new_record (const char *title, const char *detail, DossierDocument *document, DossierRef ref)
{
  DossierChoice *self = choice_new (title, detail);

  self->document = g_object_ref (document);
  self->ref = ref;

  return self;
}

/**
 * dossier_choice_new_lane:
 * @title: its title
 * @detail: what it is
 * @lane: its number
 *
 * Returns: (transfer full): a lane of the timeline to go to
 */
DossierChoice *
dossier_choice_new_lane (const char *title, const char *detail, int lane)
{
  DossierChoice *self = choice_new (title, detail);

  self->lane = lane;

  return self;
}

/**
 * dossier_choice_get_title:
 * @self: a choice
 *
 * Returns: (transfer none): by what it is found
 */
const char *
dossier_choice_get_title (DossierChoice *self)
{
  g_return_val_if_fail (DOSSIER_IS_CHOICE (self), NULL);

  return self->title;
}

/**
 * dossier_choice_get_detail:
 * @self: a choice
 *
 * Returns: (transfer none): what it is, or where it belongs
 */
const char *
dossier_choice_get_detail (DossierChoice *self)
{
  g_return_val_if_fail (DOSSIER_IS_CHOICE (self), NULL);

  return self->detail;
}

/**
 * dossier_choice_get_keys:
 * @self: a choice
 *
 * Returns: (transfer none) (nullable): the keys that do the same
 */
const char *
dossier_choice_get_keys (DossierChoice *self)
{
  g_return_val_if_fail (DOSSIER_IS_CHOICE (self), NULL);

  return self->keys;
}

/**
 * dossier_choice_get_action:
 * @self: a choice
 *
 * Returns: (transfer none) (nullable): the detailed name of its action, %NULL if it is no command
 */
const char *
dossier_choice_get_action (DossierChoice *self)
{
  g_return_val_if_fail (DOSSIER_IS_CHOICE (self), NULL);

  return self->action;
}

/**
 * dossier_choice_get_document:
 * @self: a choice
 *
 * Returns: (transfer none) (nullable): the document of its record
 */
DossierDocument *
dossier_choice_get_document (DossierChoice *self)
{
  g_return_val_if_fail (DOSSIER_IS_CHOICE (self), NULL);

  return self->document;
}

/**
 * dossier_choice_get_ref:
 * @self: a choice
 *
 * Returns: the record to go to, %DOSSIER_REF_NONE if it is something else
 */
DossierRef
dossier_choice_get_ref (DossierChoice *self)
{
  g_return_val_if_fail (DOSSIER_IS_CHOICE (self), DOSSIER_REF_NONE);

  return self->ref;
}

/**
 * dossier_choice_get_lane:
 * @self: a choice
 *
 * Returns: the lane to go to, -1 if it is something else
 */
int
dossier_choice_get_lane (DossierChoice *self)
{
  g_return_val_if_fail (DOSSIER_IS_CHOICE (self), -1);

  return self->lane;
}
