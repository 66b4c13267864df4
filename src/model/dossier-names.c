/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-names.h"

#include "model/dossier-arena.h"

#include <stdlib.h>
#include <string.h>

/* As many names are compared each with each; more are sorted. */
#define FEW 12

/* As many duplicates are kept as errors are shown. */
#define MOST_DUPLICATES 100

typedef struct
{
  const char *text;
  gsize length;
  gsize offset;
} Name;

struct _DossierNames
{
  GArray *names;      /* of Name, those of all open objects, the outermost object first */
  GArray *objects;    /* of guint, where in names each open object begins */
  GArray *duplicates; /* of DossierDuplicate */
  DossierArena *copies;
};

static int
compare_text (const Name *a, const Name *b)
{
  if (a->length != b->length)
    return a->length < b->length ? -1 : 1;

  return a->length > 0 ? memcmp (a->text, b->text, a->length) : 0;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const Name *one = a;
  const Name *other = b;
  int order = compare_text (one, other);

  if (order != 0)
    return order;

  return (one->offset > other->offset) - (one->offset < other->offset);
}

static void
add_duplicate (DossierNames *self, const Name *first, const Name *again)
{
  DossierDuplicate duplicate = { first->offset, again->offset };

  if (self->duplicates->len < MOST_DUPLICATES)
    g_array_append_val (self->duplicates, duplicate);
}

/**
 * dossier_names_new:
 *
 * Returns: (transfer full): a checker that knows no names; free it with dossier_names_free()
 */
DossierNames *
dossier_names_new (void)
{
  DossierNames *self = g_new0 (DossierNames, 1);

  self->names = g_array_new (FALSE, FALSE, sizeof (Name));
  self->objects = g_array_new (FALSE, FALSE, sizeof (guint));
  self->duplicates = g_array_new (FALSE, FALSE, sizeof (DossierDuplicate));
  self->copies = dossier_arena_new ();

  return self;
}

/**
 * dossier_names_free:
 * @self: (nullable): a checker, or %NULL
 *
 * Frees @self.
 */
void
dossier_names_free (DossierNames *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->names);
  g_array_unref (self->objects);
  g_array_unref (self->duplicates);
  dossier_arena_free (self->copies);
  g_free (self);
}

/**
 * dossier_names_reset:
 * @self: a checker
 *
 * Forgets all names, open objects and duplicates, for another document, or after an error.
 */
void
dossier_names_reset (DossierNames *self)
{
  g_array_set_size (self->names, 0);
  g_array_set_size (self->objects, 0);
  g_array_set_size (self->duplicates, 0);
  dossier_arena_reset (self->copies);
}

/**
 * dossier_names_clear_duplicates:
 * @self: a checker
 *
 * Forgets the duplicates that were found so far, and nothing else: objects may be open.
 */
void
dossier_names_clear_duplicates (DossierNames *self)
{
  g_array_set_size (self->duplicates, 0);
}

/**
 * dossier_names_open:
 * @self: a checker
 *
 * Begins an object, within the one that is open, if any.
 */
void
dossier_names_open (DossierNames *self)
{
  g_array_append_val (self->objects, self->names->len);
}

/**
 * dossier_names_add:
 * @self: a checker, in which an object is open
 * @text: (array length=length): a name, without escapes; it must not go away before the object is closed
 * @length: how many bytes @text has
 * @offset: where the name stands, in bytes from the begin of the document
 *
 * Adds a name to the innermost object.
 */
void
dossier_names_add (DossierNames *self, const char *text, gsize length, gsize offset)
{
  Name name = { text, length, offset };

  g_return_if_fail (self->objects->len > 0);

  g_array_append_val (self->names, name);
}

/**
 * dossier_names_add_copy:
 * @self: a checker, in which an object is open
 * @text: (array length=length): a name, without escapes
 * @length: how many bytes @text has
 * @offset: where the name stands, in bytes from the begin of the document
 *
 * Adds a name to the innermost object, and keeps a copy of it.
 */
void
dossier_names_add_copy (DossierNames *self, const char *text, gsize length, gsize offset)
{
  dossier_names_add (self, dossier_arena_strndup (self->copies, text, length), length, offset);
}

/**
 * dossier_names_close:
 * @self: a checker, in which an object is open
 *
 * Ends the innermost object, and looks for names that stand in it twice. The first hundred duplicates are kept.
 */
void
dossier_names_close (DossierNames *self)
{
  Name *names;
  guint begin, n;

  g_return_if_fail (self->objects->len > 0);

  begin = g_array_index (self->objects, guint, self->objects->len - 1);
  names = &g_array_index (self->names, Name, begin);
  n = self->names->len - begin;

  if (n <= FEW)
    {
      for (guint i = 1; i < n; i++)
        {
          for (guint j = 0; j < i; j++)
            {
              if (compare_text (&names[j], &names[i]) == 0)
                {
                  add_duplicate (self, &names[j], &names[i]);
                  break;
                }
            }
        }
    }
  else
    {
      guint first = 0;

      qsort (names, n, sizeof *names, compare_names);
      for (guint i = 1; i < n; i++)
        {
          if (compare_text (&names[first], &names[i]) == 0)
            add_duplicate (self, &names[first], &names[i]);
          else
            first = i;
        }
    }

  g_array_set_size (self->names, begin);
  g_array_set_size (self->objects, self->objects->len - 1);
  if (self->objects->len == 0)
    dossier_arena_reset (self->copies);
}

/**
 * dossier_names_get_duplicates:
 * @self: a checker
 * @n: (out): how many there are, at most 100
 *
 * Returns: (transfer none) (array length=n): the names that stood twice in objects closed since @self was made,
 *   reset or cleared; in no order that matters; valid until @self is used for something else
 */
const DossierDuplicate *
dossier_names_get_duplicates (DossierNames *self, int *n)
{
  *n = (int) self->duplicates->len;

  return &g_array_index (self->duplicates, DossierDuplicate, 0);
}
