/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-measure.h"
#include "layout/dossier-timeline-source.h"

G_BEGIN_DECLS

/**
 * DossierTimelineTitle:
 * @title: what an event is called
 * @detail: (nullable): a second line
 * @sign: (nullable): "c." or "?" for what is dated so; static
 * @style: how the title is set: weighty events are set off
 * @members: (nullable) (array length=n_members): the dates of a set
 * @n_members: how many
 * @width: of the sign, the gap behind it, and the whole title, in pixels
 * @sign_width: of the sign with the gap behind it; 0 for none
 * @height: of the title
 * @detail_width: of the second line
 * @detail_height: of the second line
 *
 * The words of an event, measured, and what else must be read of it to be drawn.
 */
typedef struct
{
  char *title;
  char *detail;
  const char *sign;
  DossierTimelineMember *members;
  int n_members;
  DossierTextStyle style;
  double width;
  double sign_width;
  double height;
  double detail_width;
  double detail_height;

  guint last_used;
} DossierTimelineTitle;

/**
 * DossierTimelineTitles:
 *
 * The words of the events that were shown last. Of a million events, only those are asked and measured that have
 * a chance of being read.
 */
typedef struct _DossierTimelineTitles DossierTimelineTitles;

DossierTimelineTitles *dossier_timeline_titles_new (const DossierTimelineSource *source,
                                                    DossierMeasureFunc measure,
                                                    gpointer data);
void dossier_timeline_titles_free (DossierTimelineTitles *titles);
const DossierTimelineTitle *dossier_timeline_titles_get (DossierTimelineTitles *titles, int event);
void dossier_timeline_titles_age (DossierTimelineTitles *titles);
void dossier_timeline_titles_clear (DossierTimelineTitles *titles);
double dossier_timeline_titles_get_count_width (DossierTimelineTitles *titles, int count);
void dossier_timeline_format_count (int count, char label[16]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierTimelineTitles, dossier_timeline_titles_free)

G_END_DECLS
