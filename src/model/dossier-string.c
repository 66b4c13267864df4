/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-string.h"

#include "model/dossier-swar.h"

#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

static inline gboolean
is_continuation (char c)
{
  return ((guchar) c & 0xc0) == 0x80;
}

/* Returns the number that the four hexadecimal digits at @p write, or -1 if there are not four before @limit. */
static int
parse_hexadecimal (const char *p, const char *limit)
{
  int value = 0;

  if (limit - p < 4)
    return -1;

  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (p[i]);

      if (digit < 0)
        return -1;

      value = value << 4 | digit;
    }

  return value;
}

/* Passes over the escape at *@p, a backslash; after an error *@p stays. */
static DossierSyntax
scan_escape (const char **p, const char *limit, gboolean passes_nul)
{
  const char *backslash = *p;
  int unit;

  if (limit - backslash < 2)
    {
      *p = limit;
      return DOSSIER_SYNTAX_OK;
    }

  switch (backslash[1])
    {
    case '"':
    case '\\':
    case '/':
    case 'b':
    case 'f':
    case 'n':
    case 'r':
    case 't':
      *p = backslash + 2;
      return DOSSIER_SYNTAX_OK;

    case 'u':
      break;

    default:
      return DOSSIER_SYNTAX_ESCAPE;
    }

  unit = parse_hexadecimal (backslash + 2, limit);
  if (unit < 0)
    return DOSSIER_SYNTAX_HEXADECIMAL;
  if (unit == 0 && !passes_nul)
    return DOSSIER_SYNTAX_NUL;

  if (unit < 0xd800 || unit > 0xdfff)
    {
      *p = backslash + 6;
      return DOSSIER_SYNTAX_OK;
    }

  if (unit < 0xdc00 && limit - backslash >= 12 && backslash[6] == '\\' && backslash[7] == 'u')
    {
      int second = parse_hexadecimal (backslash + 8, limit);

      if (second >= 0xdc00 && second <= 0xdfff)
        {
          *p = backslash + 12;
          return DOSSIER_SYNTAX_OK;
        }
    }

  return DOSSIER_SYNTAX_SURROGATE;
}

/* See dossier_string_measure_character(); here where it can be inlined. */
static inline int
measure_character (const char *p, const char *limit)
{
  guchar first = (guchar) p[0];
  gsize left = (gsize) (limit - p);

  if (first < 0xc2)
    return 0;

  if (first < 0xe0)
    return left >= 2 && is_continuation (p[1]) ? 2 : 0;

  if (first < 0xf0)
    {
      if (left < 3 || !is_continuation (p[1]) || !is_continuation (p[2]) ||
          (first == 0xe0 && (guchar) p[1] < 0xa0) ||
          (first == 0xed && (guchar) p[1] > 0x9f))
        return 0;

      return 3;
    }

  if (first > 0xf4 || left < 4 || !is_continuation (p[1]) || !is_continuation (p[2]) || !is_continuation (p[3]) ||
      (first == 0xf0 && (guchar) p[1] < 0x90) ||
      (first == 0xf4 && (guchar) p[1] > 0x8f))
    return 0;

  return 4;
}

/**
 * dossier_string_measure_character:
 * @p: a byte that is not ASCII
 * @limit: the end of what can be read, above @p
 *
 * Tells UTF-8 by table 3-7 of the Unicode Standard, "Well-formed UTF-8 byte sequences".
 *
 * Returns: how many bytes the character at @p has, 2 to 4; 0 if that is no UTF-8
 */
int
dossier_string_measure_character (const char *p, const char *limit)
{
  return measure_character (p, limit);
}

/* Passes over what is plain ASCII and no quote, backslash or control character; stops at the first that is not, or where too
 * little is left to look at much at once. */
static inline const char *
pass_plain (const char *p, const char *limit)
{
#ifdef __SSE2__
  const __m128i quote = _mm_set1_epi8 ('"');
  const __m128i backslash = _mm_set1_epi8 ('\\');
  const __m128i space = _mm_set1_epi8 (' ');

  while (limit - p >= 16)
    {
      __m128i bytes = _mm_loadu_si128 ((const __m128i *) (gconstpointer) p);
      __m128i ends = _mm_or_si128 (_mm_cmpeq_epi8 (bytes, quote), _mm_cmpeq_epi8 (bytes, backslash));
      /* Taken as signed, all beyond ASCII lies below the space, too. */
      int special = _mm_movemask_epi8 (_mm_or_si128 (ends, _mm_cmplt_epi8 (bytes, space)));

      if (special != 0)
        return p + __builtin_ctz ((guint) special);

      p += 16;
    }
#endif

  while (limit - p >= 8)
    {
      guint64 word = dossier_swar_load (p);
      guint64 special = dossier_swar_find (word, '"') |
                        dossier_swar_find (word, '\\') |
                        dossier_swar_find_below (word, 0x20) |
                        (word & DOSSIER_SWAR_HIGHS);

      if (special != 0)
        return p + dossier_swar_first (special);

      p += 8;
    }

  return p;
}

/**
 * dossier_string_scan:
 * @p: the byte behind the quote that begins a string
 * @limit: the end of what can be read
 * @passes_nul: whether the escape of U+0000 is good here
 * @end: (out): the quote that ends the string; after an error where it is, or @limit if no quote ends the string
 * @escaped: (out): whether there are escapes in it
 *
 * Finds the end of a string, and proves what is in it. Most of it is passed over sixteen bytes at a time, or eight where the
 * processor has no SSE2.
 *
 * Returns: %DOSSIER_SYNTAX_OK, or what is wrong: %DOSSIER_SYNTAX_UNTERMINATED, %DOSSIER_SYNTAX_CONTROL,
 *   %DOSSIER_SYNTAX_ESCAPE, %DOSSIER_SYNTAX_HEXADECIMAL, %DOSSIER_SYNTAX_SURROGATE, %DOSSIER_SYNTAX_NUL or
 *   %DOSSIER_SYNTAX_UTF8
 */
DossierSyntax
dossier_string_scan (const char *p, const char *limit, gboolean passes_nul, const char **end, gboolean *escaped)
{
  DossierSyntax error = DOSSIER_SYNTAX_OK;

  *escaped = FALSE;

  while (error == DOSSIER_SYNTAX_OK)
    {
      p = pass_plain (p, limit);

      if (p == limit)
        error = DOSSIER_SYNTAX_UNTERMINATED;
      else if (*p == '"')
        break;
      else if (*p == '\\')
        {
          *escaped = TRUE;
          error = scan_escape (&p, limit, passes_nul);
        }
      else if ((guchar) *p < 0x20)
        error = DOSSIER_SYNTAX_CONTROL;
      else if ((guchar) *p < 0x80)
        {
          /* One of the last few bytes of the document. */
          p++;
        }
      else
        {
          /* Whoever writes one letter beyond ASCII mostly writes another. */
          do
            {
              int size = measure_character (p, limit);

              if (size == 0)
                {
                  error = DOSSIER_SYNTAX_UTF8;
                  break;
                }
              p += size;
            }
          while (p < limit && (guchar) *p >= 0x80);
        }
    }

  *end = p;

  return error;
}

/**
 * dossier_string_unescape:
 * @to: room for @length bytes and one more; may be @from
 * @from: (array length=length): what dossier_string_scan() found to be good
 * @length: how many bytes @from has
 *
 * Writes what stands at @from without its escapes, which is never longer, and NUL behind it. U+0000 itself becomes
 * U+FFFD, as a text in C would end there.
 *
 * Returns: how many bytes were written, without the NUL
 */
gsize
dossier_string_unescape (char *to, const char *from, gsize length)
{
  const char *limit = from + length;
  char *begin = to;

  while (from < limit)
    {
      const char *backslash = memchr (from, '\\', (gsize) (limit - from));
      gsize plain = (gsize) ((backslash != NULL ? backslash : limit) - from);

      memmove (to, from, plain);
      to += plain;
      from += plain;
      if (backslash == NULL)
        break;

      if (from[1] == 'u')
        {
          gunichar character = (gunichar) parse_hexadecimal (from + 2, limit);

          from += 6;
          if (character >= 0xd800 && character <= 0xdbff)
            {
              gunichar second = (gunichar) parse_hexadecimal (from + 2, limit);

              character = 0x10000 + ((character - 0xd800) << 10) + (second - 0xdc00);
              from += 6;
            }
          to += g_unichar_to_utf8 (character != 0 ? character : 0xfffd, to);
        }
      else
        {
          switch (from[1])
            {
            case 'b':
              *to++ = '\b';
              break;
            case 'f':
              *to++ = '\f';
              break;
            case 'n':
              *to++ = '\n';
              break;
            case 'r':
              *to++ = '\r';
              break;
            case 't':
              *to++ = '\t';
              break;
            default:
              *to++ = from[1];
              break;
            }
          from += 2;
        }
    }

  *to = '\0';

  return (gsize) (to - begin);
}
