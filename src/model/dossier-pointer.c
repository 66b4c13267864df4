/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-pointer.h"

/**
 * dossier_pointer_append_name:
 * @pointer: a JSON pointer
 * @name: the name of a field in the object that @pointer names
 *
 * Makes @pointer name the field, with `~` and `/` escaped as RFC 6901 asks.
 */
void
dossier_pointer_append_name (GString *pointer, const char *name)
{
  g_string_append_c (pointer, '/');

  for (; *name != '\0'; name++)
    {
      if (*name == '~')
        g_string_append (pointer, "~0");
      else if (*name == '/')
        g_string_append (pointer, "~1");
      else
        g_string_append_c (pointer, *name);
    }
}

/**
 * dossier_pointer_append_index:
 * @pointer: a JSON pointer
 * @index: the index of an item of the array that @pointer names, from 0
 *
 * Makes @pointer name the item.
 */
void
dossier_pointer_append_index (GString *pointer, gsize index)
{
  g_string_append_printf (pointer, "/%" G_GSIZE_FORMAT, index);
}
