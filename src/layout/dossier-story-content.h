/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-filter.h"

G_BEGIN_DECLS

/**
 * DossierSceneContent:
 * @scene: the scene
 * @view: what it shows, never %DOSSIER_SCENE_VIEW_NONE
 * @selected: the record that it is about, or %DOSSIER_REF_NONE
 * @begin: the first second in sight
 * @end: the last one, after @begin
 * @has_as_of: whether the map is that of one day
 * @as_of: the first second of that day
 * @filter: (nullable): what it lets through, %NULL for everything
 * @events: (element-type int): the events that it sets off, ascending
 * @shown: (nullable) (element-type int): the events of its timeline, ascending: those that it sets off, and those that its
 *   filter lets through if it has one; %NULL for all, where it has neither
 * @actors: (element-type int): who is named on its map: those it sets off, the ends of its ties, and who takes part in
 *   its events; ascending
 * @ties: (element-type int): the ties that it sets off, and those that its events bear out between its actors; ascending
 * @points: (element-type DossierRef): the claims, reactions, notes and hypotheses that it sets off, in its order
 * @quotes: (element-type int): its quotes, in its order, then those that it sets off
 * @sources: (element-type int): what its quotes stand in, in the order of the quotes; each once
 *
 * What a scene rests on, looked up.
 */
typedef struct
{
  const DossierScene *scene;
  DossierSceneView view;
  DossierRef selected;
  gint64 begin;
  gint64 end;
  gboolean has_as_of;
  gint64 as_of;
  DossierFilter *filter;
  GArray *events;
  GArray *shown;
  GArray *actors;
  GArray *ties;
  GArray *points;
  GArray *quotes;
  GArray *sources;
} DossierSceneContent;

/**
 * DossierStoryContent:
 *
 * What the scenes of a story rest on, and the numbers by which it cites its sources: 1 for the one that is quoted first,
 * the same in every scene and on paper.
 */
typedef struct _DossierStoryContent DossierStoryContent;

gboolean dossier_scene_content_sets_off (const DossierSceneContent *content, DossierRef ref);

DossierStoryContent *dossier_story_content_new (DossierDocument *document, int story);
void dossier_story_content_free (DossierStoryContent *self);

const DossierStory *dossier_story_content_get_story (DossierStoryContent *self);
int dossier_story_content_get_n_scenes (DossierStoryContent *self);
const DossierSceneContent *dossier_story_content_get_scene (DossierStoryContent *self, int scene);
int dossier_story_content_get_n_sources (DossierStoryContent *self);
int dossier_story_content_get_source (DossierStoryContent *self, int number);
int dossier_story_content_get_number (DossierStoryContent *self, int source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierStoryContent, dossier_story_content_free)

G_END_DECLS
