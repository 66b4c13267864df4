/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-file-filling.h"

#include <errno.h>
#include <unistd.h>

/* How much is read at a time, between two looks at whether to go on. */
#define PIECE ((gsize) 4 << 20)

/* Of a file that is cached, most of the time goes into memory that is new: the system clears it before it is written.
 * Threads share that work; fewer bytes than that are not worth one, and more threads wait for memory. */
#define WORTH_THREADS ((gsize) 32 << 20)
#define MOST_THREADS  4

typedef struct
{
  const DossierFileFilling *filling;

  GMutex mutex;
  gsize next;                      /* where the next piece begins */
  gsize at[MOST_THREADS];          /* where the piece of each thread begins; size if it has none */
  gsize end;                       /* where the file has ended, if before its size */
  int failed;                      /* what errno was, 0 if all is well */
} Work;

typedef struct
{
  Work *work;
  int number;
} Worker;

/* Reads up to @n bytes, fewer only at the end of the file. Returns how many, -1 with errno set if that failed. */
static gssize
read_piece (int fd, char *buffer, gsize n, gsize offset)
{
  gsize done = 0;

  while (done < n)
    {
      gssize n_read = pread (fd, buffer + done, n - done, (off_t) (offset + done));

      if (n_read < 0 && errno == EINTR)
        continue;
      if (n_read < 0)
        return -1;
      if (n_read == 0)
        break;

      done += (gsize) n_read;
    }

  return (gssize) done;
}

/* Up to where everything is there: no thread is at work before it. */
static gsize
get_prefix (Work *work)
{
  gsize prefix = MIN (work->next, work->filling->size);

  for (int i = 0; i < MOST_THREADS; i++)
    prefix = MIN (prefix, work->at[i]);

  return MIN (prefix, work->end);
}

/* Gives back the piece that a thread has, and takes the next. Returns FALSE if there is none, or it is not wanted. */
static gboolean
take_piece (Worker *worker, gsize *prefix)
{
  Work *work = worker->work;
  gsize size = work->filling->size;
  gboolean goes_on;

  g_mutex_lock (&work->mutex);
  work->at[worker->number] = size;
  *prefix = get_prefix (work);
  goes_on = work->next < size && work->failed == 0 && work->end == size;
  if (goes_on)
    {
      work->at[worker->number] = work->next;
      work->next += PIECE;
    }
  g_mutex_unlock (&work->mutex);

  return goes_on;
}

static gpointer
read_pieces (gpointer data)
{
  Worker *worker = data;
  Work *work = worker->work;
  const DossierFileFilling *filling = work->filling;
  gboolean is_caller = worker->number == 0;
  gsize prefix;

  while (!g_cancellable_is_cancelled (filling->cancellable) && take_piece (worker, &prefix))
    {
      gsize begin = work->at[worker->number];
      gsize n = MIN (PIECE, filling->size - begin);
      gssize n_read;

      if (is_caller && prefix > 0 && filling->progress != NULL)
        filling->progress (filling->buffer, prefix, filling->size, filling->user_data);

      n_read = read_piece (filling->fd, filling->buffer + begin, n, begin);
      g_mutex_lock (&work->mutex);
      if (n_read < 0)
        work->failed = errno;
      else if ((gsize) n_read < n)
        work->end = MIN (work->end, begin + (gsize) n_read);
      g_mutex_unlock (&work->mutex);
    }

  return NULL;
}

/**
 * dossier_file_fill:
 * @filling: what is to be read
 * @n_read: (out): how many bytes of it are there; less than its size if the file ends before, or it was cancelled
 *
 * Reads a file into memory, a large one by several threads.
 *
 * Returns: %FALSE if the system could not read it, with errno set
 */
gboolean
dossier_file_fill (const DossierFileFilling *filling, gsize *n_read)
{
  Work work = { .filling = filling, .end = filling->size };
  Worker workers[MOST_THREADS];
  GThread *threads[MOST_THREADS] = { NULL };
  int n_threads = filling->size >= WORTH_THREADS ? (int) MIN (g_get_num_processors (), MOST_THREADS) : 1;

  g_mutex_init (&work.mutex);
  for (int i = 0; i < MOST_THREADS; i++)
    {
      workers[i] = (Worker){ &work, i };
      work.at[i] = filling->size;
    }

  for (int i = 1; i < n_threads; i++)
    threads[i] = g_thread_new ("read file", read_pieces, &workers[i]);
  read_pieces (&workers[0]);
  for (int i = 1; i < n_threads; i++)
    g_thread_join (threads[i]);

  *n_read = get_prefix (&work);
  if (work.failed == 0 && *n_read == filling->size && filling->progress != NULL)
    filling->progress (filling->buffer, filling->size, filling->size, filling->user_data);
  g_mutex_clear (&work.mutex);
  errno = work.failed;

  return work.failed == 0;
}
