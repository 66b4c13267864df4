/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-timeline-packing.h"

#include "layout/dossier-time-viewport.h"
#include "layout/dossier-timeline-scene.h"

#include <math.h>

/* What a title is given where the rows are found, and at most in the end. */
#define HOME_TITLE_ROOM 190.0
#define MOST_TITLE_ROOM 320.0

/* Events in one bucket compete for being seen; a bucket is a power of two of seconds and at least so wide. */
#define BUCKET_WIDTH 64.0

/* How many of a bucket, and of what lasts from before the stretch, can be drawn one by one. */
#define MOST_OF_BUCKET  8
#define MOST_OF_LASTING 16

/* Marks closer than this are merged. */
#define MERGE_GAP 4.0

/* What surrounds a count in its mark. */
#define COUNT_PADDING 10.0

/* Where more begin in a bucket, those without a row are merged as they are, and not looked at one by one. */
#define MOST_TOLD_APART 64

/* More rows than any lane is given. */
#define MOST_HOME_ROWS 64

static double
get_position (const DossierTimelinePacking *packing, gint64 time)
{
  if (time == DOSSIER_TIME_MIN)
    return -INFINITY;
  if (time == DOSSIER_TIME_MAX)
    return INFINITY;

  return dossier_time_difference (time, packing->begin) / packing->seconds_per_pixel;
}

static DossierTimelinePlaced
make_candidate (const DossierTimelinePacking *packing, const DossierTimelineIndex *index, int lane, int place)
{
  gint64 end = dossier_timeline_index_get_end (index, lane, place);
  DossierTimelinePlaced candidate = {
    .place = place,
    .event = dossier_timeline_index_get_event (index, lane, place),
    .rank = dossier_timeline_index_get_rank (index, lane, place),
    .row = -1,
    .track = -1,
    .left = get_position (packing, dossier_timeline_index_get_start (index, lane, place)),
  };

  candidate.ink_right = get_position (packing, end) + 1 / packing->seconds_per_pixel;
  candidate.ink_right = MAX (candidate.ink_right, candidate.left + DOSSIER_TIMELINE_MARK_WIDTH);
  candidate.right = candidate.ink_right;

  return candidate;
}

static double
get_right (const DossierTimelinePlaced *candidate, double title_room)
{
  double right = candidate->left + DOSSIER_TIMELINE_INDENT + title_room + DOSSIER_TIMELINE_PADDING;

  return MAX (right, candidate->ink_right);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  return ((const DossierTimelinePlaced *) a)->place - ((const DossierTimelinePlaced *) b)->place;
}

/* By weight, and among equals by time. */
static int
compare_weights (gconstpointer a, gconstpointer b)
{
  guint32 one = ((const DossierTimelinePlaced *) a)->rank >> 25;
  guint32 other = ((const DossierTimelinePlaced *) b)->rank >> 25;

  if (one != other)
    return one > other ? -1 : 1;

  return compare_places (a, b);
}

static gboolean
place_in_rows (DossierTimelinePlaced *candidate, DossierTimelineRows *rows, int n_rows, double title_room)
{
  double right = title_room > 0 ? get_right (candidate, title_room) : candidate->ink_right;

  for (int row = 0; row < n_rows; row++)
    {
      if (dossier_timeline_rows_get_room (rows, row, candidate->left) >= right + DOSSIER_TIMELINE_GAP)
        {
          dossier_timeline_rows_take (rows, row, candidate->left, right + DOSSIER_TIMELINE_GAP);
          candidate->row = row;
          candidate->right = right;
          candidate->title_room = title_room;
          return TRUE;
        }
    }

  return FALSE;
}

/* Gives what is free to the right to titles that are cut. */
static void
widen_titles (GArray *candidates, DossierTimelineTitles *titles, DossierTimelineRows *rows)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      DossierTimelinePlaced *candidate = &g_array_index (candidates, DossierTimelinePlaced, i);
      const DossierTimelineTitle *title;
      double width, with_detail, room, right;

      if (candidate->row < 0 || candidate->title_room == 0)
        continue;

      title = dossier_timeline_titles_get (titles, candidate->event);
      width = with_detail = MIN (title->width, MOST_TITLE_ROOM);
      if (title->detail != NULL && title->width <= MOST_TITLE_ROOM &&
          candidate->ink_right - candidate->left > DOSSIER_TIMELINE_MARK_WIDTH)
        with_detail = title->width + DOSSIER_TIMELINE_DETAIL_GAP + title->detail_width;
      if (with_detail <= candidate->title_room)
        continue;

      room = dossier_timeline_rows_get_room (rows, candidate->row, candidate->right + DOSSIER_TIMELINE_GAP);
      room = MAX (room, candidate->right + DOSSIER_TIMELINE_GAP);
      if (get_right (candidate, with_detail) <= room - DOSSIER_TIMELINE_GAP)
        width = with_detail;
      if (width <= candidate->title_room)
        continue;
      right = MIN (get_right (candidate, width), room - DOSSIER_TIMELINE_GAP);
      if (right > candidate->right)
        {
          candidate->right = right;
          dossier_timeline_rows_widen (rows, candidate->row, candidate->left, right + DOSSIER_TIMELINE_GAP);
        }
      if (isfinite (candidate->left))
        candidate->title_room = MIN (width,
                                     candidate->right - candidate->left - DOSSIER_TIMELINE_INDENT -
                                         DOSSIER_TIMELINE_PADDING);
      else
        candidate->title_room = width;
    }
}

/* Puts each where it stands at every zoom, if it is seen there at this one, in the first so many rows. */
static void
place_in_spots (DossierTimelinePacking *packing,
                const DossierTimelineIndex *index,
                int lane,
                DossierTimelineTitles *titles,
                DossierTimelineRows *rows,
                int n_rows)
{
  dossier_timeline_rows_reset (rows, n_rows);
  g_array_set_size (packing->placed, 0);
  for (guint i = 0; i < packing->spots->len; i++)
    {
      const DossierTimelineSpot *spot = &g_array_index (packing->spots, DossierTimelineSpot, i);
      DossierTimelinePlaced candidate = make_candidate (packing, index, lane, spot->place);

      if (spot->row >= 0 && spot->row < n_rows && packing->seconds_per_pixel <= spot->mark_scale)
        {
          candidate.row = spot->row;
          if (packing->seconds_per_pixel <= spot->title_scale)
            {
              candidate.title_room = MIN (dossier_timeline_titles_get (titles, candidate.event)->width, DOSSIER_TIMELINE_LEAST_TITLE);
              candidate.right = get_right (&candidate, candidate.title_room);
            }
          dossier_timeline_rows_take (rows, candidate.row, candidate.left, candidate.right + DOSSIER_TIMELINE_GAP);
        }
      g_array_append_val (packing->placed, candidate);
    }
}

static gboolean
is_long (const DossierTimelinePlaced *candidate)
{
  return candidate->ink_right - candidate->left > 2 * DOSSIER_TIMELINE_MARK_WIDTH;
}

/* Long events without a row are drawn as thin lines at the foot. Returns whether now all have a place. */
static gboolean
lay_tracks (DossierTimelinePacking *packing, DossierTimelineRows *rows, int n_tracks)
{
  gboolean all = TRUE;

  packing->n_tracks = 0;
  dossier_timeline_rows_reset (rows, n_tracks);
  for (guint i = 0; i < packing->placed->len; i++)
    {
      DossierTimelinePlaced *candidate = &g_array_index (packing->placed, DossierTimelinePlaced, i);

      candidate->track = -1;
      for (int track = 0; track < n_tracks && candidate->row < 0 && candidate->track < 0 && is_long (candidate); track++)
        if (dossier_timeline_rows_get_room (rows, track, candidate->left) >= candidate->ink_right + MERGE_GAP)
          {
            dossier_timeline_rows_take (rows, track, candidate->left, candidate->ink_right + MERGE_GAP);
            candidate->track = track;
            candidate->right = candidate->ink_right;
            packing->n_tracks = MAX (packing->n_tracks, track + 1);
          }
      all &= candidate->row >= 0 || candidate->track >= 0;
    }

  return all;
}

/* Returns whether now all have a place. */
static gboolean
place_and_lay (DossierTimelinePacking *packing,
               const DossierTimelineIndex *index,
               int lane,
               DossierTimelineTitles *titles,
               DossierTimelineRows *rows,
               int n_rows)
{
  place_in_spots (packing, index, lane, titles, rows, n_rows);
  widen_titles (packing->placed, titles, rows);
  g_array_sort (packing->placed, compare_weights);

  return lay_tracks (packing, rows, DOSSIER_TIMELINE_MOST_TRACKS);
}

static int
get_bucket_shift (double seconds_per_pixel)
{
  int shift = 0;

  while (shift < 62 && (double) (G_GINT64_CONSTANT (1) << shift) / seconds_per_pixel < BUCKET_WIDTH)
    shift++;

  return shift;
}

/* The first second of a bucket; buckets before 1970 are negative, and those must not be shifted. */
static gint64
get_bucket_begin (gint64 bucket, int shift)
{
  gint64 begin;

  if (__builtin_mul_overflow (bucket, G_GINT64_CONSTANT (1) << shift, &begin))
    return bucket < 0 ? DOSSIER_TIME_MIN + 1 : DOSSIER_TIME_MAX;

  return begin;
}

static void
add_spot (DossierTimelinePacking *packing, int place)
{
  DossierTimelineSpot spot = { .place = place, .row = -1 };

  g_array_append_val (packing->spots, spot);
}

/* The weightiest of each bucket, and what lasts from before. Returns whether those are all there are. */
static gboolean
gather_spots (DossierTimelinePacking *packing, const DossierTimelineIndex *index, int lane, int shift)
{
  int n = dossier_timeline_index_get_n_events (index, lane);
  int first = 0;
  int behind = n;
  int places[MAX (MOST_OF_BUCKET, MOST_OF_LASTING)];
  int most, n_places, count;

  g_array_set_size (packing->spots, 0);
  if (n > DOSSIER_TIMELINE_FEW)
    {
      first = dossier_timeline_index_count_begun (index, lane, packing->begin);
      behind = dossier_timeline_index_count_begun (index, lane, packing->end);
      count = dossier_timeline_index_find_lasting (index, lane, first, packing->begin, places, MOST_OF_LASTING);
      for (int i = 0; i < count; i++)
        add_spot (packing, places[i]);
    }

  if (behind - first <= DOSSIER_TIMELINE_FEW)
    {
      for (int place = first; place < behind; place++)
        add_spot (packing, place);
      return TRUE;
    }

  most = CLAMP (2 * (packing->n_rows - 1), 1, MOST_OF_BUCKET);
  for (gint64 bucket = packing->begin >> shift; bucket <= packing->end >> shift; bucket++)
    {
      int bucket_behind = bucket == packing->end >> shift
                              ? behind
                              : dossier_timeline_index_count_begun (index, lane, get_bucket_begin (bucket + 1, shift));
      n_places = dossier_timeline_index_find_weightiest (index, lane, first, bucket_behind, places, most);
      for (int i = 0; i < n_places; i++)
        add_spot (packing, places[i]);
      first = bucket_behind;
    }

  return FALSE;
}

static int
compare_spots (gconstpointer a, gconstpointer b)
{
  return ((const DossierTimelineSpot *) a)->place - ((const DossierTimelineSpot *) b)->place;
}

/* Where the events stand: of a small lane all, once and for all; of a large one those that count in this stretch, for as
   long as it is seen and nobody looks much closer. */
static void
update_spots (DossierTimelinePacking *packing,
              const DossierTimelineIndex *index,
              int lane,
              const int *homes,
              double home_scale,
              DossierTimelineTitles *titles)
{
  gboolean is_small = dossier_timeline_index_get_n_events (index, lane) <= DOSSIER_TIMELINE_FEW;
  int shift = get_bucket_shift (packing->seconds_per_pixel);

  if (packing->spots_rows == packing->n_rows &&
      (is_small || (packing->spots_begin == packing->begin && packing->spots_end == packing->end && packing->spots_shift == shift)))
    return;

  packing->has_all = gather_spots (packing, index, lane, shift);
  g_array_sort (packing->spots, compare_spots);
  dossier_timeline_spots_find (index,
                               lane,
                               packing->n_rows,
                               homes,
                               home_scale,
                               is_small ? titles : NULL,
                               (DossierTimelineSpot *) (gpointer) packing->spots->data,
                               (int) packing->spots->len);
  packing->spots_begin = packing->begin;
  packing->spots_end = packing->end;
  packing->spots_shift = shift;
  packing->spots_rows = packing->n_rows;
}

/* What has neither row nor track is left to be merged. */
static void
forget_homeless (GArray *candidates)
{
  for (guint i = candidates->len; i > 0; i--)
    {
      const DossierTimelinePlaced *candidate = &g_array_index (candidates, DossierTimelinePlaced, i - 1);

      if (candidate->row < 0 && candidate->track < 0)
        g_array_remove_index_fast (candidates, i - 1);
    }
}

static void
end_cluster (DossierTimelinePacking *packing, DossierTimelineCluster *cluster)
{
  if (cluster->count > 0)
    g_array_append_val (packing->clusters, *cluster);
  *cluster = (DossierTimelineCluster){ 0 };
}

/* Adds one event to the cluster, or ends that and begins another. */
static void
add_to_cluster (DossierTimelinePacking *packing,
                DossierTimelineCluster *cluster,
                const DossierTimelinePlaced *one,
                gint64 start,
                int shift,
                DossierTimelineTitles *titles)
{
  double right = one->left + DOSSIER_TIMELINE_MARK_WIDTH;

  /* Long rows of events are told in pieces of a bucket each, as soon as the piece is wide enough for its count. */
  if (cluster->count > 0 && start >> shift != cluster->last >> shift &&
      one->left > cluster->left + COUNT_PADDING + dossier_timeline_titles_get_count_width (titles, cluster->count))
    {
      cluster->right = MIN (cluster->right, one->left - 1);
      end_cluster (packing, cluster);
    }
  else if (cluster->count > 0 && one->left >= cluster->right + MERGE_GAP)
    {
      end_cluster (packing, cluster);
    }

  if (cluster->count == 0)
    {
      double width = DOSSIER_TIMELINE_MARK_WIDTH;
      gboolean is_mark = !is_long (one);

      /* A long one has no room to be drawn as long as it is. */
      if (!is_mark)
        width = dossier_timeline_titles_get_count_width (titles, 1) + COUNT_PADDING;
      *cluster = (DossierTimelineCluster){
        .first = start,
        .last = start,
        .left = one->left,
        .right = one->left + width,
        .count = 1,
        .event = one->event,
        .rank = one->rank,
        .is_mark = is_mark,
      };
      return;
    }

  cluster->count++;
  cluster->last = start;
  cluster->is_mark = FALSE;
  if (one->rank > cluster->rank)
    {
      cluster->event = one->event;
      cluster->rank = one->rank;
    }
  cluster->right = MAX (cluster->right, right);
  cluster->right = MAX (cluster->right,
                        cluster->left + COUNT_PADDING +
                            dossier_timeline_titles_get_count_width (titles, cluster->count));
}

/* Merges what has no row, bucket by bucket. */
static void
merge_rest (DossierTimelinePacking *packing,
            const DossierTimelineIndex *index,
            int lane,
            DossierTimelineTitles *titles)
{
  int shift = get_bucket_shift (packing->seconds_per_pixel);
  int n = dossier_timeline_index_get_n_events (index, lane);
  DossierTimelineCluster cluster = { 0 };
  int first = 0;
  int behind = n;
  guint next_placed = 0;

  if (n > DOSSIER_TIMELINE_FEW)
    {
      first = dossier_timeline_index_count_begun (index, lane, packing->begin);
      behind = dossier_timeline_index_count_begun (index, lane, packing->end);
    }
  else
    {
      /* What has no start has no place either; it is counted as lasting wherever it is. */
      first = dossier_timeline_index_count_begun (index, lane, DOSSIER_TIME_MIN + 1);
    }

  while (first < behind)
    {
      gint64 bucket = dossier_timeline_index_get_start (index, lane, first) >> shift;
      int bucket_behind = bucket >= G_MAXINT64 >> shift
                              ? behind
                              : dossier_timeline_index_count_begun (index, lane, get_bucket_begin (bucket + 1, shift));
      int n_placed = 0;
      guint first_placed;

      bucket_behind = MIN (bucket_behind, behind);
      while (next_placed < packing->placed->len &&
             g_array_index (packing->placed, DossierTimelinePlaced, next_placed).place < first)
        next_placed++;
      first_placed = next_placed;
      while (next_placed < packing->placed->len &&
             g_array_index (packing->placed, DossierTimelinePlaced, next_placed).place < bucket_behind)
        {
          next_placed++;
          n_placed++;
        }

      if (bucket_behind - first > MOST_TOLD_APART)
        {
          double left = get_position (packing, MAX (get_bucket_begin (bucket, shift), packing->begin));

          end_cluster (packing, &cluster);
          if (packing->clusters->len > 0)
            left = MAX (left,
                        g_array_index (packing->clusters, DossierTimelineCluster, packing->clusters->len - 1).right + 1);
          cluster = (DossierTimelineCluster){
            .first = dossier_timeline_index_get_start (index, lane, first),
            .last = dossier_timeline_index_get_start (index, lane, bucket_behind - 1),
            .left = left,
            .right = MAX (left + 1, get_position (packing, MIN (get_bucket_begin (bucket + 1, shift), packing->end)) - 1),
            .count = bucket_behind - first - n_placed,
            .event = -1,
          };
          end_cluster (packing, &cluster);
        }
      else
        {
          guint at = first_placed;

          for (int place = first; place < bucket_behind; place++)
            {
              DossierTimelinePlaced one;

              if (at < packing->placed->len && g_array_index (packing->placed, DossierTimelinePlaced, at).place == place)
                {
                  at++;
                  continue;
                }
              one = make_candidate (packing, index, lane, place);
              add_to_cluster (packing,
                              &cluster,
                              &one,
                              dossier_timeline_index_get_start (index, lane, place),
                              shift,
                              titles);
            }
        }
      first = bucket_behind;
    }
  end_cluster (packing, &cluster);
}

/* Where there is room behind a cluster, the weightiest of its events is told by name. */
static void
name_clusters (DossierTimelinePacking *packing, DossierTimelineTitles *titles)
{
  for (guint i = 0; i < packing->clusters->len; i++)
    {
      DossierTimelineCluster *cluster = &g_array_index (packing->clusters, DossierTimelineCluster, i);
      double x = cluster->is_mark ? cluster->left + DOSSIER_TIMELINE_INDENT : cluster->right + DOSSIER_TIMELINE_PADDING;
      double room = INFINITY;

      if (cluster->event < 0)
        continue;

      if (i + 1 < packing->clusters->len)
        room = cluster[1].left - x - DOSSIER_TIMELINE_PADDING - DOSSIER_TIMELINE_GAP;
      if (room >= DOSSIER_TIMELINE_LEAST_ROOM)
        {
          double width = dossier_timeline_titles_get (titles, cluster->event)->width;

          if (room >= MIN (width, DOSSIER_TIMELINE_LEAST_TITLE))
            cluster->title_room = MIN (room, MIN (width, MOST_TITLE_ROOM));
        }
    }
}

/**
 * dossier_timeline_packing_init:
 * @packing: (out caller-allocates): a packing
 */
void
dossier_timeline_packing_init (DossierTimelinePacking *packing)
{
  *packing = (DossierTimelinePacking){
    .placed = g_array_new (FALSE, FALSE, sizeof (DossierTimelinePlaced)),
    .clusters = g_array_new (FALSE, FALSE, sizeof (DossierTimelineCluster)),
    .spots = g_array_new (FALSE, FALSE, sizeof (DossierTimelineSpot)),
  };
}

/**
 * dossier_timeline_packing_clear:
 * @packing: a packing; a cleared one is left alone
 */
void
dossier_timeline_packing_clear (DossierTimelinePacking *packing)
{
  g_clear_pointer (&packing->placed, g_array_unref);
  g_clear_pointer (&packing->clusters, g_array_unref);
  g_clear_pointer (&packing->spots, g_array_unref);
}

/**
 * dossier_timeline_packing_update:
 * @packing: a packing; its zoom, stretch and number of rows say what is wanted, 0 rows that all is to be merged
 * @index: the events
 * @lane: which lane
 * @homes: (nullable): by place, the row each would like best, from dossier_timeline_packing_find_homes(); %NULL for a
 *   large lane
 * @home_scale: how many seconds a pixel stands for where the whole is seen
 * @titles: the words
 * @rows: to work with
 *
 * Gives each event of the stretch a row: the weightiest first, each as much of its title as there is room for.
 * Those that find no room are merged with their neighbours in the last row.
 */
void
dossier_timeline_packing_update (DossierTimelinePacking *packing,
                                 const DossierTimelineIndex *index,
                                 int lane,
                                 const int *homes,
                                 double home_scale,
                                 DossierTimelineTitles *titles,
                                 DossierTimelineRows *rows)
{
  gboolean all;

  g_array_set_size (packing->placed, 0);
  g_array_set_size (packing->clusters, 0);
  packing->n_tracks = 0;

  if (packing->n_rows > 0)
    {
      /* The last row is theirs only if nothing is to be merged in it. */
      update_spots (packing, index, lane, homes, home_scale, titles);
      all = packing->has_all && place_and_lay (packing, index, lane, titles, rows, packing->n_rows);
      if (!all)
        place_and_lay (packing, index, lane, titles, rows, packing->n_rows - 1);

      forget_homeless (packing->placed);
      g_array_sort (packing->placed, compare_places);
      if (all)
        return;
    }

  merge_rest (packing, index, lane, titles);
  name_clusters (packing, titles);
}

/**
 * dossier_timeline_packing_find_homes:
 * @index: the events
 * @lane: a lane of at most %DOSSIER_TIMELINE_FEW events
 * @seconds_per_pixel: the zoom at which the whole is seen
 * @titles: the words
 * @rows: to work with
 * @homes: (out) (array): by place, a row
 *
 * Finds rows from left to right as if there were any number, so that at every zoom each event has a row to come
 * back to, and neighbours have different ones.
 *
 * Returns: how many rows there would be
 */
int
dossier_timeline_packing_find_homes (const DossierTimelineIndex *index,
                                     int lane,
                                     double seconds_per_pixel,
                                     DossierTimelineTitles *titles,
                                     DossierTimelineRows *rows,
                                     int *homes)
{
  int n = dossier_timeline_index_get_n_events (index, lane);
  DossierTimelinePacking packing = { .seconds_per_pixel = seconds_per_pixel };
  int n_rows = 0;

  g_return_val_if_fail (n <= DOSSIER_TIMELINE_FEW, 0);

  dossier_timeline_rows_reset (rows, MOST_HOME_ROWS);
  for (int place = 0; place < n; place++)
    {
      DossierTimelinePlaced candidate = make_candidate (&packing, index, lane, place);
      double width = MIN (dossier_timeline_titles_get (titles, candidate.event)->width, HOME_TITLE_ROOM);

      homes[place] = place_in_rows (&candidate, rows, MOST_HOME_ROWS, width) ? candidate.row
                                                                                : place % MOST_HOME_ROWS;
      n_rows = MAX (n_rows, homes[place] + 1);
    }

  return n_rows;
}
