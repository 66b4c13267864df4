/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-locator.h"

#include "model/dossier-swar.h"

#define STEP ((gsize) 1 << 20)

typedef struct
{
  gint64 line;
  gint64 column;
} Position;

struct _DossierLocator
{
  const char *data;
  gsize length;
  GArray *positions; /* of Position, at 0, STEP, 2 * STEP and so on */
};

/*
 * Moves @position, which is that of the byte @from, to the byte @to. A line ends behind LF, and behind a CR that no
 * LF follows, so what follows a CR must be looked at, even if it is at @to.
 */
static void
advance (Position *position, const char *data, gsize length, gsize from, gsize to)
{
  while (from < to)
    {
      char c;

      while (to - from >= 8)
        {
          guint64 word = dossier_swar_load (data + from);
          guint64 continuation;

          if ((dossier_swar_find (word, '\n') | dossier_swar_find (word, '\r')) != 0)
            break;

          /* The bytes 10xxxxxx only continue a character. */
          continuation = word & ~(word << 1) & DOSSIER_SWAR_HIGHS;
          position->column += 8 - __builtin_popcountll (continuation);
          from += 8;
        }

      /* At most these eight, then it is worth another try. */
      for (int i = 0; i < 8 && from < to; i++)
        {
          c = data[from++];
          if (c == '\n' || (c == '\r' && (from == length || data[from] != '\n')))
            {
              position->line++;
              position->column = 1;
            }
          else if (((guchar) c & 0xc0) != 0x80)
            position->column++;
        }
    }
}

/**
 * dossier_locator_new:
 * @data: (array length=length): a document; it must neither change nor go away as long as the locator is in use
 * @length: how many bytes @data has
 *
 * Returns: (transfer full): a locator for @data; free it with dossier_locator_free()
 */
DossierLocator *
dossier_locator_new (const char *data, gsize length)
{
  DossierLocator *self = g_new0 (DossierLocator, 1);
  Position begin = { 1, 1 };

  self->data = data;
  self->length = length;
  self->positions = g_array_new (FALSE, FALSE, sizeof (Position));
  g_array_append_val (self->positions, begin);

  return self;
}

/**
 * dossier_locator_free:
 * @self: (nullable): a locator, or %NULL
 *
 * Frees @self.
 */
void
dossier_locator_free (DossierLocator *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->positions);
  g_free (self);
}

/**
 * dossier_locator_locate:
 * @self: a locator
 * @offset: a place in the document, in bytes from its begin, at most its length
 * @line: (out): the line of @offset, from 1
 * @column: (out): the character of @offset in its line, from 1
 *
 * Tells where a place is for people: CR, LF and CR LF end a line, and a column is a Unicode character.
 */
void
dossier_locator_locate (DossierLocator *self, gsize offset, int *line, int *column)
{
  Position position;
  gsize step = offset / STEP;

  g_return_if_fail (offset <= self->length);

  while (self->positions->len <= step)
    {
      gsize from = (self->positions->len - 1) * STEP;

      position = g_array_index (self->positions, Position, self->positions->len - 1);
      advance (&position, self->data, self->length, from, from + STEP);
      g_array_append_val (self->positions, position);
    }

  position = g_array_index (self->positions, Position, step);
  advance (&position, self->data, self->length, step * STEP, offset);

  *line = (int) MIN (position.line, G_MAXINT);
  *column = (int) MIN (position.column, G_MAXINT);
}
