/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-number.h"

#include <float.h>
#include <math.h>
#include <string.h>

static inline const char *
skip_digits (const char *p, const char *limit)
{
  while (p < limit && *p >= '0' && *p <= '9')
    p++;

  return p;
}

/**
 * dossier_number_scan:
 * @begin: a minus or a digit
 * @limit: the end of what can be read, above @begin
 * @end: (out): the end of the number; after an error where it is
 *
 * Finds the end of a number, and holds it against the grammar of RFC 8259. What clings to a number, a letter or a
 * second point, was meant as a part of it, and is an error here.
 *
 * Returns: %DOSSIER_SYNTAX_OK, or what is wrong: %DOSSIER_SYNTAX_TRUNCATED if nothing at all follows where a digit
 *   must, %DOSSIER_SYNTAX_MINUS, %DOSSIER_SYNTAX_LEADING_POINT, %DOSSIER_SYNTAX_LEADING_ZERO,
 *   %DOSSIER_SYNTAX_FRACTION, %DOSSIER_SYNTAX_EXPONENT, %DOSSIER_SYNTAX_NOT_A_NUMBER or %DOSSIER_SYNTAX_NUMBER
 */
DossierSyntax
dossier_number_scan (const char *begin, const char *limit, const char **end)
{
  const char *p = *begin == '-' ? begin + 1 : begin;
  const char *digits = p;

  *end = p = skip_digits (p, limit);
  if (p == digits)
    {
      if (p == limit)
        return DOSSIER_SYNTAX_TRUNCATED;
      if (*p != 'I' && *p != '.')
        return DOSSIER_SYNTAX_MINUS;
      *end = begin;
      return *p == 'I' ? DOSSIER_SYNTAX_NOT_A_NUMBER : DOSSIER_SYNTAX_LEADING_POINT;
    }
  if (*digits == '0' && p > digits + 1)
    {
      *end = digits;
      return DOSSIER_SYNTAX_LEADING_ZERO;
    }

  if (p < limit && *p == '.')
    {
      digits = p + 1;
      *end = p = skip_digits (digits, limit);
      if (p == digits)
        return p == limit ? DOSSIER_SYNTAX_TRUNCATED : DOSSIER_SYNTAX_FRACTION;
    }

  if (p < limit && (*p == 'e' || *p == 'E'))
    {
      digits = p + 1;
      if (digits < limit && (*digits == '+' || *digits == '-'))
        digits++;
      *end = p = skip_digits (digits, limit);
      if (p == digits)
        return p == limit ? DOSSIER_SYNTAX_TRUNCATED : DOSSIER_SYNTAX_EXPONENT;
    }

  if (p < limit && (g_ascii_isalnum (*p) || *p == '.' || *p == '_' || *p == '+' || *p == '-'))
    return DOSSIER_SYNTAX_NUMBER;

  return DOSSIER_SYNTAX_OK;
}

/* A number as it is written, taken apart: it is worth digits * 10^exponent. */
typedef struct
{
  gboolean negative;
  const char *digits; /* with the decimal point among them, if there is one; from the first that is not 0 */
  const char *end;    /* behind the last digit that is not 0 */
  gint64 exponent;    /* of the last of these digits; when there are none it says nothing */
} Parts;

/* No number is so long that an exponent beyond this could be made up for by its digits. */
#define LARGE_EXPONENT (G_GINT64_CONSTANT (1) << 40)

static void
take_apart (const char *text, gsize length, Parts *parts)
{
  const char *limit = text + length;
  const char *point = NULL;
  const char *p = text;
  gint64 written = 0;
  gboolean negative_exponent = FALSE;

  parts->negative = p < limit && *p == '-';
  if (parts->negative)
    p++;

  parts->digits = p;
  while (p < limit && *p != 'e' && *p != 'E')
    {
      if (*p == '.')
        point = p;
      p++;
    }
  parts->end = p;

  if (p < limit)
    {
      p++;
      negative_exponent = p < limit && *p == '-';
      if (p < limit && (*p == '-' || *p == '+'))
        p++;
      for (; p < limit; p++)
        written = MIN (written * 10 + (*p - '0'), LARGE_EXPONENT);
    }

  parts->exponent = negative_exponent ? -written : written;
  if (point != NULL)
    parts->exponent -= parts->end - point - 1;

  while (parts->end > parts->digits && (parts->end[-1] == '0' || parts->end[-1] == '.'))
    {
      if (parts->end[-1] == '0')
        parts->exponent++;
      parts->end--;
    }
  while (parts->digits < parts->end && (*parts->digits == '0' || *parts->digits == '.'))
    parts->digits++;
}

/* Puts the digits of @parts together. Returns whether they fit. */
static gboolean
collect_digits (const Parts *parts, guint64 *value)
{
  *value = 0;

  for (const char *p = parts->digits; p < parts->end; p++)
    {
      if (*p == '.')
        continue;
      if (!g_uint64_checked_mul (value, *value, 10) || !g_uint64_checked_add (value, *value, (guint64) (*p - '0')))
        return FALSE;
    }

  return TRUE;
}

/**
 * dossier_number_parse_integer:
 * @text: (array length=length): a number as RFC 8259 writes it
 * @length: how many bytes @text has
 * @value: (out): the number; not touched unless it is one
 *
 * A whole number is one in the sense of JSON Schema, however it is written: `1.0` and `1e2` are.
 *
 * Returns: %DOSSIER_SYNTAX_OK, %DOSSIER_SYNTAX_NOT_INTEGER or %DOSSIER_SYNTAX_INTEGER_RANGE
 */
DossierSyntax
dossier_number_parse_integer (const char *text, gsize length, gint64 *value)
{
  Parts parts;
  guint64 magnitude;
  guint64 most;

  take_apart (text, length, &parts);

  if (parts.digits == parts.end)
    {
      *value = 0;
      return DOSSIER_SYNTAX_OK;
    }

  /* The last digit that counts is not 0, so it must not stand behind the decimal point. */
  if (parts.exponent < 0)
    return DOSSIER_SYNTAX_NOT_INTEGER;

  if (!collect_digits (&parts, &magnitude))
    return DOSSIER_SYNTAX_INTEGER_RANGE;

  for (; parts.exponent > 0; parts.exponent--)
    {
      if (!g_uint64_checked_mul (&magnitude, magnitude, 10))
        return DOSSIER_SYNTAX_INTEGER_RANGE;
    }

  most = parts.negative ? (guint64) G_MAXINT64 + 1 : (guint64) G_MAXINT64;
  if (magnitude > most)
    return DOSSIER_SYNTAX_INTEGER_RANGE;

  /* In this order nothing overflows at the least integer either. */
  *value = parts.negative ? -(gint64) (magnitude - 1) - 1 : (gint64) magnitude;

  return DOSSIER_SYNTAX_OK;
}

/*
 * Where the digits and the power of ten are both doubles without error, one multiplication or division rounds once,
 * hence rightly: Clinger, "How to Read Floating Point Numbers Accurately", 1990. It needs arithmetic that does not
 * round twice.
 */
static gboolean
parse_simple_double (const Parts *parts, double *value)
{
#if FLT_EVAL_METHOD == 0
  static const double powers[] = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };
  guint64 digits;

  if (ABS (parts->exponent) > 22 || !collect_digits (parts, &digits) || digits > G_GUINT64_CONSTANT (1) << 53)
    return FALSE;

  if (parts->exponent < 0)
    *value = (double) digits / powers[-parts->exponent];
  else
    *value = (double) digits * powers[parts->exponent];
  if (parts->negative)
    *value = -*value;

  return TRUE;
#else
  return FALSE;
#endif
}

/**
 * dossier_number_parse_double:
 * @text: (array length=length): a number as RFC 8259 writes it
 * @length: how many bytes @text has
 * @value: (out): the double next to the number; not touched unless there is one
 *
 * The locale does not matter. A number too small for a double is 0, or the next subnormal one.
 *
 * Returns: %DOSSIER_SYNTAX_OK, or %DOSSIER_SYNTAX_NUMBER_RANGE for a number beyond the largest double
 */
DossierSyntax
dossier_number_parse_double (const char *text, gsize length, double *value)
{
  g_autofree char *copy = NULL;
  double parsed;
  Parts parts;

  take_apart (text, length, &parts);
  if (parts.digits == parts.end)
    {
      *value = parts.negative ? -0.0 : 0.0;
      return DOSSIER_SYNTAX_OK;
    }

  if (parse_simple_double (&parts, value))
    return DOSSIER_SYNTAX_OK;

  copy = g_strndup (text, length);
  parsed = g_ascii_strtod (copy, NULL);
  if (isinf (parsed))
    return DOSSIER_SYNTAX_NUMBER_RANGE;
  *value = parsed;

  return DOSSIER_SYNTAX_OK;
}
