/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Random numbers that are the same on every machine and in every build, and a hash of ids to seed them
 * with. GRand would do for the numbers, but not be promised to stay the same.
 *
 * The generator is SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators,
 * OOPSLA 2014). It is not for secrets.
 */

/**
 * DossierRandom:
 * @state: where the sequence stands; any value is a good seed
 *
 * A sequence of random numbers. It is a value: copy it to fork the sequence.
 */
typedef struct
{
  guint64 state;
} DossierRandom;

/**
 * dossier_random_mix:
 * @value: any number
 *
 * Returns: @value with its bits spread, so that numbers close to each other come far apart
 */
static inline guint64
dossier_random_mix (guint64 value)
{
  value = (value ^ (value >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  value = (value ^ (value >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);

  return value ^ (value >> 31);
}

/**
 * dossier_random_next:
 * @random: a sequence
 *
 * Returns: its next 64 bits
 */
static inline guint64
dossier_random_next (DossierRandom *random)
{
  random->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return dossier_random_mix (random->state);
}

/**
 * dossier_random_below:
 * @random: a sequence
 * @bound: at least 1
 *
 * Returns: a number from 0 to @bound - 1; the bias is below @bound / 2^32
 */
static inline guint32
dossier_random_below (DossierRandom *random, guint32 bound)
{
  /* Lemire's multiplication instead of a division: this runs for every pair of actors in every round. */
  return (guint32) (((dossier_random_next (random) >> 32) * bound) >> 32);
}

/**
 * dossier_random_unit:
 * @random: a sequence
 *
 * Returns: a number from 0 to below 1
 */
static inline double
dossier_random_unit (DossierRandom *random)
{
  return (double) (dossier_random_next (random) >> 11) * 0x1p-53;
}

/**
 * dossier_random_seed_of:
 * @id: (nullable): a string
 *
 * Returns: a seed that depends on the bytes of @id and on nothing else (FNV-1a, mixed)
 */
static inline guint64
dossier_random_seed_of (const char *id)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (const char *c = id; c != NULL && *c != '\0'; c++)
    hash = (hash ^ (guchar) *c) * G_GUINT64_CONSTANT (0x100000001b3);

  return dossier_random_mix (hash);
}

G_END_DECLS
