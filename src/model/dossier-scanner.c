/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-scanner.h"

#include "model/dossier-locator.h"
#include "model/dossier-number.h"
#include "model/dossier-string.h"
#include "model/dossier-swar.h"

#include <string.h>

/* What the grammar lets stand next. */
enum
{
  EXPECT_DOCUMENT,
  EXPECT_VALUE,
  EXPECT_VALUE_OR_END,
  EXPECT_NAME_OR_END,
  EXPECT_COMMA_OR_END,
  EXPECT_NOTHING,
  EXPECT_NOTHING_AFTER_ERROR,
};

/* Which of the two kinds of container is open; one bit a level in DossierScanner.open. */
enum
{
  ARRAY,
  OBJECT,
};

#define SPACES (DOSSIER_SWAR_ONES * ' ')

static inline const char *
skip_space (const char *p, const char *limit)
{
  while (p < limit)
    {
      if (*p == ' ')
        {
          while (limit - p >= 8 && dossier_swar_load (p) == SPACES)
            p += 8;
          while (p < limit && *p == ' ')
            p++;
        }
      else if (*p == '\n' || *p == '\r' || *p == '\t')
        p++;
      else
        break;
    }

  return p;
}

static DossierToken
fail (DossierScanner *self, DossierSyntax error, const char *at)
{
  self->error = error;
  self->error_offset = (gsize) (at - self->data);
  self->expected = EXPECT_NOTHING_AFTER_ERROR;
  self->cursor = at;
  self->escaped = FALSE;
  self->text = at;
  self->length = 0;
  self->begin = self->error_offset;
  self->end = self->error_offset;

  return self->token = DOSSIER_TOKEN_ERROR;
}

static inline DossierToken
give (DossierScanner *self, DossierToken token, const char *from, const char *to)
{
  self->text = from;
  self->length = (gsize) (to - from);
  self->begin = (gsize) (from - self->data);
  self->end = (gsize) (to - self->data);
  self->escaped = FALSE;
  self->cursor = to;

  return self->token = token;
}

static inline int
get_innermost (const DossierScanner *self)
{
  int level = self->depth - 1;

  return (self->open[level >> 6] >> (level & 63)) & 1;
}

static DossierToken
open_container (DossierScanner *self, int kind, const char *p)
{
  gsize word = (gsize) self->depth >> 6;
  guint64 bit = G_GUINT64_CONSTANT (1) << (self->depth & 63);

  if (self->depth >= self->limits.max_depth)
    return fail (self, DOSSIER_SYNTAX_TOO_DEEP, p);

  if (word == self->n_open_words)
    {
      gsize n_words = self->n_open_words * 2;
      guint64 *open = g_new (guint64, n_words);

      memcpy (open, self->open, self->n_open_words * sizeof *open);
      if (self->open != self->few_open)
        g_free (self->open);
      self->open = open;
      self->n_open_words = n_words;
    }

  if (kind == OBJECT)
    self->open[word] |= bit;
  else
    self->open[word] &= ~bit;
  self->depth++;

  if (kind == OBJECT)
    {
      self->expected = EXPECT_NAME_OR_END;
      return give (self, DOSSIER_TOKEN_OBJECT_BEGIN, p, p + 1);
    }

  self->expected = EXPECT_VALUE_OR_END;
  return give (self, DOSSIER_TOKEN_ARRAY_BEGIN, p, p + 1);
}

/* After a value the grammar only asks whether it was the outermost. */
static inline void
expect_after_value (DossierScanner *self)
{
  self->expected = self->depth > 0 ? EXPECT_COMMA_OR_END : EXPECT_NOTHING;
}

static inline DossierToken
close_container (DossierScanner *self, const char *p)
{
  int kind = get_innermost (self);

  if (*p != (kind == OBJECT ? '}' : ']'))
    return fail (self, DOSSIER_SYNTAX_BRACKET, p);

  self->depth--;
  expect_after_value (self);

  return give (self, kind == OBJECT ? DOSSIER_TOKEN_OBJECT_END : DOSSIER_TOKEN_ARRAY_END, p, p + 1);
}

/* Makes the string whose quote is at @quote the current token, but for which kind of token it is. */
static inline gboolean
scan_string (DossierScanner *self, const char *quote)
{
  const char *end;
  gboolean escaped;
  DossierSyntax error = dossier_string_scan (quote + 1, self->limit, self->passes_nul, &end, &escaped);

  if (error == DOSSIER_SYNTAX_OK && (gsize) (end - quote - 1) > self->limits.max_string)
    error = DOSSIER_SYNTAX_STRING_TOO_LONG;

  if (error != DOSSIER_SYNTAX_OK)
    {
      /* Where a string begins says more than where the document ends. */
      fail (self, error, error == DOSSIER_SYNTAX_UNTERMINATED || error == DOSSIER_SYNTAX_STRING_TOO_LONG ? quote : end);
      return FALSE;
    }

  self->text = quote + 1;
  self->length = (gsize) (end - quote - 1);
  self->begin = (gsize) (quote - self->data);
  self->end = (gsize) (end + 1 - self->data);
  self->escaped = escaped;
  self->cursor = end + 1;

  return TRUE;
}

static DossierToken
scan_name (DossierScanner *self, const char *p)
{
  if (!scan_string (self, p))
    return self->token;

  p = skip_space (self->cursor, self->limit);
  if (p == self->limit)
    return fail (self, DOSSIER_SYNTAX_TRUNCATED, p);
  if (*p != ':')
    return fail (self, *p == '/' || *p == '#' ? DOSSIER_SYNTAX_COMMENT : DOSSIER_SYNTAX_COLON, p);

  self->cursor = p + 1;
  self->expected = EXPECT_VALUE;

  return self->token = DOSSIER_TOKEN_NAME;
}

static DossierToken
scan_number (DossierScanner *self, const char *begin)
{
  const char *end;
  DossierSyntax error = dossier_number_scan (begin, self->limit, &end);

  if (error != DOSSIER_SYNTAX_OK)
    return fail (self, error, end);
  if ((gsize) (end - begin) > self->limits.max_number)
    return fail (self, DOSSIER_SYNTAX_NUMBER_TOO_LONG, begin);

  expect_after_value (self);

  return give (self, DOSSIER_TOKEN_NUMBER, begin, end);
}

static DossierToken
scan_word (DossierScanner *self, const char *begin)
{
  static const struct
  {
    const char *word;
    gsize length;
    DossierToken token;
  } words[] = {
    { "true", 4, DOSSIER_TOKEN_TRUE },
    { "false", 5, DOSSIER_TOKEN_FALSE },
    { "null", 4, DOSSIER_TOKEN_NULL },
  };
  const char *p = begin;
  gsize length;

  while (p < self->limit && (g_ascii_isalnum (*p) || *p == '_'))
    p++;
  length = (gsize) (p - begin);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (length == words[i].length && memcmp (begin, words[i].word, length) == 0)
        {
          expect_after_value (self);
          return give (self, words[i].token, begin, p);
        }

      if (p == self->limit && length < words[i].length && memcmp (begin, words[i].word, length) == 0)
        return fail (self, DOSSIER_SYNTAX_TRUNCATED, p);
    }

  if ((length == 3 && g_ascii_strncasecmp (begin, "nan", 3) == 0) ||
      (length == 3 && g_ascii_strncasecmp (begin, "inf", 3) == 0) ||
      (length == 8 && g_ascii_strncasecmp (begin, "infinity", 8) == 0))
    return fail (self, DOSSIER_SYNTAX_NOT_A_NUMBER, begin);

  return fail (self, DOSSIER_SYNTAX_WORD, begin);
}

/* Whether one of the quotation marks that word processors make of a straight quote is at @p. */
static gboolean
is_other_quote (const char *p, const char *limit)
{
  static const char quotes[][4] = { "\u2018", "\u2019", "\u201a", "\u201c", "\u201d", "\u201e", "\u00ab", "\u00bb" };

  if (*p == '\'' || *p == '`')
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      gsize size = strlen (quotes[i]);

      if ((gsize) (limit - p) >= size && memcmp (p, quotes[i], size) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Finds the best words for what is at @p, which cannot stand there; @otherwise if it is fit for another place. */
static DossierToken
fail_at (DossierScanner *self, const char *p, DossierSyntax otherwise)
{
  if (p == self->limit)
    return fail (self, DOSSIER_SYNTAX_TRUNCATED, p);

  if (*p == '/' || *p == '#')
    return fail (self, DOSSIER_SYNTAX_COMMENT, p);

  if ((guchar) *p >= 0x80 && dossier_string_measure_character (p, self->limit) == 0)
    return fail (self, DOSSIER_SYNTAX_UTF8, p);

  if (is_other_quote (p, self->limit))
    return fail (self, DOSSIER_SYNTAX_QUOTE, p);

  if (*p == '\0' || (!g_ascii_isalnum (*p) && strchr ("{}[],:\"+-._$", *p) == NULL))
    return fail (self, DOSSIER_SYNTAX_CHARACTER, p);

  return fail (self, otherwise, p);
}

static DossierToken
scan_value (DossierScanner *self, const char *p)
{
  if (p == self->limit)
    return fail (self, DOSSIER_SYNTAX_TRUNCATED, p);

  switch (*p)
    {
    case '"':
      if (!scan_string (self, p))
        return self->token;
      expect_after_value (self);
      return self->token = DOSSIER_TOKEN_STRING;

    case '{':
      return open_container (self, OBJECT, p);

    case '[':
      return open_container (self, ARRAY, p);

    case '-':
    case '0':
    case '1':
    case '2':
    case '3':
    case '4':
    case '5':
    case '6':
    case '7':
    case '8':
    case '9':
      return scan_number (self, p);

    case '+':
      return fail (self, DOSSIER_SYNTAX_LEADING_PLUS, p);

    case '.':
      return fail (self, DOSSIER_SYNTAX_LEADING_POINT, p);

    case ']':
    case '}':
      if (self->depth == 0)
        return fail (self, DOSSIER_SYNTAX_BRACKET, p);
      return fail (self, DOSSIER_SYNTAX_VALUE, p);

    default:
      if (g_ascii_isalpha (*p) || *p == '_' || *p == '$')
        return scan_word (self, p);
      return fail_at (self, p, DOSSIER_SYNTAX_VALUE);
    }
}

/* Tells what else begins here than a JSON document in UTF-8 without a mark, if it does. */
static DossierSyntax
check_begin (const char *data, gsize length)
{
  const guchar *bytes = (const guchar *) data;

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    return DOSSIER_SYNTAX_BYTE_ORDER_MARK;

  if (length >= 2 && ((bytes[0] == 0xff && bytes[1] == 0xfe) || (bytes[0] == 0xfe && bytes[1] == 0xff)))
    return DOSSIER_SYNTAX_UTF16;

  /* Without a mark: the first character of JSON is ASCII, so in UTF-16 and UTF-32 there is a NUL beside it. */
  if (length >= 2 && (bytes[0] == 0) != (bytes[1] == 0))
    return DOSSIER_SYNTAX_UTF16;
  if (length >= 4 && bytes[0] == 0 && bytes[1] == 0 && bytes[2] == 0 && bytes[3] != 0)
    return DOSSIER_SYNTAX_UTF16;

  return DOSSIER_SYNTAX_OK;
}

static DossierToken
scan_document (DossierScanner *self)
{
  gsize length = (gsize) (self->limit - self->cursor);
  const char *p;
  DossierSyntax error;

  if (length > self->limits.max_bytes)
    return fail (self, DOSSIER_SYNTAX_TOO_LARGE, self->cursor);

  error = check_begin (self->cursor, length);
  if (error != DOSSIER_SYNTAX_OK)
    return fail (self, error, self->cursor);

  p = skip_space (self->cursor, self->limit);
  if (p == self->limit)
    return fail (self, DOSSIER_SYNTAX_EMPTY, p);

  return scan_value (self, p);
}

static DossierToken
scan_after_value (DossierScanner *self, const char *p)
{
  if (p == self->limit)
    return fail (self, DOSSIER_SYNTAX_TRUNCATED, p);

  if (*p == ',')
    {
      const char *comma = p;
      gboolean in_object = get_innermost (self) == OBJECT;

      p = skip_space (p + 1, self->limit);
      if (p < self->limit && (*p == ']' || *p == '}'))
        return fail (self, DOSSIER_SYNTAX_TRAILING_COMMA, comma);

      if (!in_object)
        return scan_value (self, p);
      if (p < self->limit && *p == '"')
        return scan_name (self, p);
      return fail_at (self, p, DOSSIER_SYNTAX_NAME);
    }

  if (*p == ']' || *p == '}')
    return close_container (self, p);

  return fail_at (self, p, DOSSIER_SYNTAX_COMMA);
}

/**
 * dossier_scanner_init:
 * @self: a scanner, which may be uninitialised
 * @data: (array length=length): a document; it must neither change nor go away as long as @self is in use
 * @length: how many bytes @data has
 * @limits: (nullable): how much the document may ask for, %NULL for the default; it is copied
 *
 * Begins a scan of @data. Free what it comes to hold with dossier_scanner_clear().
 */
void
dossier_scanner_init (DossierScanner *self, const char *data, gsize length, const DossierLimits *limits)
{
  dossier_scanner_init_range (self, data, 0, length, limits);
}

/**
 * dossier_scanner_init_range:
 * @self: a scanner, which may be uninitialised
 * @data: a document; it must neither change nor go away as long as @self is in use
 * @begin: where in @data the value to scan begins, in bytes
 * @end: where in @data it ends
 * @limits: (nullable): how much the value may ask for, %NULL for the default; it is copied
 *
 * Begins a scan of a part of a document that is a document in itself: a line of JSON Lines, or a value that an
 * earlier scan has found. Offsets count from @data all the same.
 */
void
dossier_scanner_init_range (DossierScanner *self, const char *data, gsize begin, gsize end, const DossierLimits *limits)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (begin <= end);
  g_return_if_fail (data != NULL || end == 0);
  g_return_if_fail (limits == NULL || dossier_limits_are_valid (limits));

  /* So that no pointer is ever compared with, or moved from, NULL. */
  if (data == NULL)
    data = "";

  *self = (DossierScanner){
    .token = DOSSIER_TOKEN_NONE,
    .text = data + begin,
    .begin = begin,
    .end = begin,
    .expected = EXPECT_DOCUMENT,
    .data = data,
    .cursor = data + begin,
    .limit = data + end,
    .limits = limits != NULL ? *limits : *dossier_limits_get_default (),
    .open = self->few_open,
    .n_open_words = G_N_ELEMENTS (self->few_open),
  };
}

/**
 * dossier_scanner_init_beside:
 * @self: a scanner, which may be uninitialised
 * @other: a scanner that is within a list, behind one of its values
 * @begin: where another value of the same list begins, in bytes from the begin of the document
 *
 * Begins a scan of the same document in the middle of the list, as if @other had come to @begin.
 */
void
dossier_scanner_init_beside (DossierScanner *self, const DossierScanner *other, gsize begin)
{
  *self = *other;
  self->token = DOSSIER_TOKEN_NONE;
  self->cursor = self->data + begin;
  self->expected = EXPECT_VALUE;
  self->open = self->few_open;
  if (other->open != other->few_open)
    self->open = g_memdup2 (other->open, other->n_open_words * sizeof (guint64));
}

/**
 * dossier_scanner_leave_object:
 * @self: a scanner, whose current token begins an object
 * @end: a place behind an object of the same list, in bytes from the begin of the document
 *
 * Goes on behind another object, which somebody else has found to be good, with all that stands between the two.
 */
void
dossier_scanner_leave_object (DossierScanner *self, gsize end)
{
  g_return_if_fail (self->token == DOSSIER_TOKEN_OBJECT_BEGIN);

  self->depth--;
  expect_after_value (self);
  give (self, DOSSIER_TOKEN_OBJECT_END, self->data + end - 1, self->data + end);
}

/**
 * dossier_scanner_clear:
 * @self: a scanner, initialised or zeroed
 *
 * Frees what @self holds. It must be initialised again before it is used again.
 */
void
dossier_scanner_clear (DossierScanner *self)
{
  if (self->open != self->few_open)
    g_free (self->open);
  memset (self, 0, sizeof *self);
}

/**
 * dossier_scanner_next:
 * @self: a scanner
 *
 * Goes on to the next token of the document.
 *
 * Returns: the new current token; %DOSSIER_TOKEN_END once the document is complete, %DOSSIER_TOKEN_ERROR once it is
 *   no JSON, with code and place in @self
 */
DossierToken
dossier_scanner_next (DossierScanner *self)
{
  const char *p;

  if (self->expected == EXPECT_NOTHING_AFTER_ERROR)
    return self->token;

  if (self->expected == EXPECT_DOCUMENT)
    return scan_document (self);

  p = skip_space (self->cursor, self->limit);

  switch (self->expected)
    {
    case EXPECT_COMMA_OR_END:
      return scan_after_value (self, p);

    case EXPECT_VALUE_OR_END:
      if (p < self->limit && (*p == ']' || *p == '}'))
        return close_container (self, p);
      return scan_value (self, p);

    case EXPECT_VALUE:
      return scan_value (self, p);

    case EXPECT_NAME_OR_END:
      if (p < self->limit && *p == '"')
        return scan_name (self, p);
      if (p < self->limit && (*p == ']' || *p == '}'))
        return close_container (self, p);
      return fail_at (self, p, DOSSIER_SYNTAX_NAME);

    case EXPECT_NOTHING:
      if (p == self->limit)
        return give (self, DOSSIER_TOKEN_END, p, p);
      return fail_at (self, p, *p == ']' || *p == '}' ? DOSSIER_SYNTAX_BRACKET : DOSSIER_SYNTAX_TRAILING);

    default:
      g_assert_not_reached ();
    }
}

static gboolean
skip_value (DossierScanner *self, DossierNames *names)
{
  DossierToken token = self->token;
  const char *text;
  gsize begin;
  int depth;

  if (token == DOSSIER_TOKEN_NAME || token == DOSSIER_TOKEN_NONE)
    token = dossier_scanner_next (self);

  if (token != DOSSIER_TOKEN_OBJECT_BEGIN && token != DOSSIER_TOKEN_ARRAY_BEGIN)
    return token != DOSSIER_TOKEN_ERROR;

  text = self->text;
  begin = self->begin;
  depth = self->depth;

  while (depth <= self->depth)
    {
      if (names != NULL)
        {
          if (token == DOSSIER_TOKEN_OBJECT_BEGIN)
            dossier_names_open (names);
          else if (token == DOSSIER_TOKEN_OBJECT_END)
            dossier_names_close (names);
          else if (token == DOSSIER_TOKEN_NAME)
            dossier_scanner_add_name (self, names);
        }

      token = dossier_scanner_next (self);
      if (token == DOSSIER_TOKEN_ERROR)
        return FALSE;
    }

  if (names != NULL && token == DOSSIER_TOKEN_OBJECT_END)
    dossier_names_close (names);

  self->text = text;
  self->begin = begin;
  self->length = self->end - begin;

  return TRUE;
}

/**
 * dossier_scanner_skip_value:
 * @self: a scanner
 * @names: (nullable): where to look for names that stand twice in an object, or %NULL
 *
 * Goes to the end of a value, whatever it holds; it is held against the grammar as strictly as any other. Which
 * value, depends on the current token: after a name, or before the first token, the value that follows; at the
 * begin of an object or array, that; at any other value it is there already. Without @names nothing but the grammar
 * counts: the escape of U+0000 is good, too, which else no text may hold.
 *
 * Afterwards the current token is the last of the value, but its text and its offsets are those of the value as a
 * whole. Names that stand twice are no error, they are left in @names; after an error it must be reset.
 *
 * Returns: whether the value was good; otherwise the current token is %DOSSIER_TOKEN_ERROR
 */
gboolean
dossier_scanner_skip_value (DossierScanner *self, DossierNames *names)
{
  gboolean passed_nul = self->passes_nul;
  gboolean good;

  self->passes_nul |= names == NULL;
  good = skip_value (self, names);
  self->passes_nul = passed_nul;

  return good;
}

/**
 * dossier_scanner_add_name:
 * @self: a scanner, whose current token is a name
 * @names: the names of the object that is open, and of those around it
 *
 * Adds the current name to @names.
 */
void
dossier_scanner_add_name (const DossierScanner *self, DossierNames *names)
{
  g_return_if_fail (self->token == DOSSIER_TOKEN_NAME);

  if (self->escaped)
    {
      g_autofree char *decoded = g_malloc (self->length + 1);
      gsize length = dossier_scanner_decode (self, decoded);

      dossier_names_add_copy (names, decoded, length, self->begin);
    }
  else
    dossier_names_add (names, self->text, self->length, self->begin);
}

/**
 * dossier_scanner_text_equals:
 * @self: a scanner, whose current token is a name or a string
 * @text: a string in UTF-8
 *
 * Returns: whether the current name or string is @text, however it is written
 */
gboolean
dossier_scanner_text_equals (const DossierScanner *self, const char *text)
{
  gsize length = strlen (text);

  g_return_val_if_fail (self->token == DOSSIER_TOKEN_NAME || self->token == DOSSIER_TOKEN_STRING, FALSE);

  if (self->escaped)
    {
      g_autofree char *decoded = NULL;

      /* A character takes at most twelve bytes as two escapes, and at least one without. */
      if (self->length < length || self->length / 12 > length)
        return FALSE;

      decoded = g_malloc (self->length + 1);
      return dossier_scanner_decode (self, decoded) == length && memcmp (decoded, text, length) == 0;
    }

  return self->length == length && memcmp (self->text, text, length) == 0;
}

/**
 * dossier_scanner_decode:
 * @self: a scanner, whose current token is a name or a string
 * @buffer: (out caller-allocates): room for one byte more than the current token has
 *
 * Writes the current name or string to @buffer without its escapes, as valid UTF-8 without NUL, and NUL behind it.
 *
 * Returns: how many bytes were written, without the NUL
 */
gsize
dossier_scanner_decode (const DossierScanner *self, char *buffer)
{
  g_return_val_if_fail (self->token == DOSSIER_TOKEN_NAME || self->token == DOSSIER_TOKEN_STRING, 0);

  if (self->escaped)
    return dossier_string_unescape (buffer, self->text, self->length);

  memcpy (buffer, self->text, self->length);
  buffer[self->length] = '\0';

  return self->length;
}

/**
 * dossier_scanner_get_string:
 * @self: a scanner, whose current token is a name or a string
 * @arena: where to put the text
 * @length: (out) (optional): how many bytes the text has
 *
 * Returns: (transfer none): the current name or string without its escapes, as valid UTF-8 that ends with NUL and
 *   lives as long as @arena
 */
char *
dossier_scanner_get_string (const DossierScanner *self, DossierArena *arena, gsize *length)
{
  char *text;
  gsize decoded = self->length;

  g_return_val_if_fail (self->token == DOSSIER_TOKEN_NAME || self->token == DOSSIER_TOKEN_STRING, NULL);

  /* What an escape stands for is never longer than the escape, so it is decoded where it is. */
  text = dossier_arena_strndup (arena, self->text, self->length);
  if (self->escaped)
    decoded = dossier_string_unescape (text, text, self->length);

  if (length != NULL)
    *length = decoded;

  return text;
}

/**
 * dossier_scanner_get_integer:
 * @self: a scanner, whose current token is a number
 * @value: (out): the number; not touched unless it is one
 *
 * A whole number is one in the sense of JSON Schema, however it is written: `1.0` and `1e2` are.
 *
 * Returns: %DOSSIER_SYNTAX_OK, %DOSSIER_SYNTAX_NOT_INTEGER or %DOSSIER_SYNTAX_INTEGER_RANGE; the scan can go on
 */
DossierSyntax
dossier_scanner_get_integer (const DossierScanner *self, gint64 *value)
{
  g_return_val_if_fail (self->token == DOSSIER_TOKEN_NUMBER, DOSSIER_SYNTAX_NUMBER);

  return dossier_number_parse_integer (self->text, self->length, value);
}

/**
 * dossier_scanner_get_number:
 * @self: a scanner, whose current token is a number
 * @value: (out): the double next to the number; not touched unless there is one
 *
 * Returns: %DOSSIER_SYNTAX_OK or %DOSSIER_SYNTAX_NUMBER_RANGE; the scan can go on
 */
DossierSyntax
dossier_scanner_get_number (const DossierScanner *self, double *value)
{
  g_return_val_if_fail (self->token == DOSSIER_TOKEN_NUMBER, DOSSIER_SYNTAX_NUMBER);

  return dossier_number_parse_double (self->text, self->length, value);
}

/**
 * dossier_scanner_describe:
 * @self: a scanner, whose current token is an error
 * @message: (out) (transfer full): what is wrong, for the user
 * @suggestion: (out) (transfer full) (nullable): what would be right, for the user
 *
 * Puts the error into words. See dossier_syntax_describe().
 */
void
dossier_scanner_describe (const DossierScanner *self, char **message, char **suggestion)
{
  g_return_if_fail (self->token == DOSSIER_TOKEN_ERROR);

  dossier_syntax_describe (self->error,
                           self->data,
                           (gsize) (self->limit - self->data),
                           self->error_offset,
                           &self->limits,
                           message,
                           suggestion);
}

/**
 * dossier_scanner_locate:
 * @data: (array length=length): a document
 * @length: how many bytes @data has
 * @offset: a place in @data, in bytes from its begin, at most @length
 * @line: (out): the line of @offset, from 1
 * @column: (out): the character of @offset in its line, from 1
 *
 * Tells where a place is for people: CR, LF and CR LF end a line, and a column is a Unicode character. This goes
 * through the document from its begin; for many places in one document, use a DossierLocator.
 */
void
dossier_scanner_locate (const char *data, gsize length, gsize offset, int *line, int *column)
{
  g_autoptr (DossierLocator) locator = dossier_locator_new (data, length);

  dossier_locator_locate (locator, offset, line, column);
}
