/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-span.h"
#include "model/dossier-vocabulary.h"

G_BEGIN_DECLS

/**
 * DOSSIER_TIMELINE_MOST_MEMBERS:
 *
 * So many dates of a set are drawn apart; of one with more, only the whole is.
 */
#define DOSSIER_TIMELINE_MOST_MEMBERS 16

/**
 * DossierTimelineMember:
 * @begin: the first second of one date of a set, or %DOSSIER_TIME_MIN
 * @end: its last second, or %DOSSIER_TIME_MAX
 *
 * When an event happened, or may have happened, is not always one stretch: "in 1960 and in 1962", "in May or in July".
 */
typedef struct
{
  gint64 begin;
  gint64 end;
} DossierTimelineMember;

/**
 * DossierTimelineSource:
 * @n_events: how many events there are
 * @get_span: when an event happened
 * @get_printed_span: (nullable): when the source wrongly says it did; %FALSE if it says nothing else
 * @list_members: (nullable): of a set of dates, when each begins and ends: writes up to so many and returns how many the
 *   set has; less than two if it is no set
 * @get_kind: the index of its kind, at least 0
 * @get_status: its #DossierStatus
 * @get_weight: 0 to 100, how much it deserves room
 * @dup_title: (transfer full): what it is called, in UTF-8
 * @dup_detail: (nullable) (transfer full): a second line, such as its date in words; may return %NULL
 * @take_times: (nullable) (transfer full): the times of all events, if they are ready; may return %NULL
 * @data: for the functions
 *
 * Where the timeline has its events from: a document, or what a test makes up. The functions are called with an
 * index from 0 to @n_events, must be quick, and must always answer the same.
 */
typedef struct
{
  int n_events;
  void (*get_span) (int event, DossierSpan *span, gpointer data);
  gboolean (*get_printed_span) (int event, DossierSpan *span, gpointer data);
  int (*list_members) (int event, DossierTimelineMember *members, int most, gpointer data);
  int (*get_kind) (int event, gpointer data);
  int (*get_status) (int event, gpointer data);
  int (*get_weight) (int event, gpointer data);
  char *(*dup_title) (int event, gpointer data);
  char *(*dup_detail) (int event, gpointer data);
  struct _DossierTimelineTimes *(*take_times) (gpointer data);
  gpointer data;
} DossierTimelineSource;

G_END_DECLS
