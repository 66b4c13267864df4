/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/*
 * Eight bytes at a time in one 64-bit word ("SIMD within a register"): it looks through text several times faster
 * than byte by byte, on any processor. See Sean Anderson's Bit Twiddling Hacks, "Determine if a word has a byte equal
 * to n" and "less than n".
 *
 * What is found is the top bit of a byte. Since the subtractions borrow from the byte above, bits above the lowest
 * one that is set may be wrong; that one is right, and so is that there is none.
 */

/* Every byte 1, and the top bit of every byte. */
#define DOSSIER_SWAR_ONES  G_GUINT64_CONSTANT (0x0101010101010101)
#define DOSSIER_SWAR_HIGHS G_GUINT64_CONSTANT (0x8080808080808080)

/* Returns the eight bytes at @p, which need not be aligned; the first of them in the lowest bits. */
static inline guint64
dossier_swar_load (const char *p)
{
  guint64 word;

  memcpy (&word, p, sizeof word);

  return GUINT64_FROM_LE (word);
}

/* Sets the top bit of every byte of @word that is @byte. */
static inline guint64
dossier_swar_find (guint64 word, guchar byte)
{
  guint64 difference = word ^ (DOSSIER_SWAR_ONES * byte);

  return (difference - DOSSIER_SWAR_ONES) & ~difference & DOSSIER_SWAR_HIGHS;
}

/* Sets the top bit of every byte of @word that is less than @byte, which is at most 128. */
static inline guint64
dossier_swar_find_below (guint64 word, guchar byte)
{
  return (word - DOSSIER_SWAR_ONES * byte) & ~word & DOSSIER_SWAR_HIGHS;
}

/* Returns which byte of @found, which is not 0, is the first with its top bit set: 0 to 7. */
static inline int
dossier_swar_first (guint64 found)
{
  return __builtin_ctzll (found) >> 3;
}

G_END_DECLS
