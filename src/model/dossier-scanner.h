/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-arena.h"
#include "model/dossier-names.h"
#include "model/dossier-syntax.h"

G_BEGIN_DECLS

/**
 * DossierToken:
 * @DOSSIER_TOKEN_NONE: the scan has not begun
 * @DOSSIER_TOKEN_OBJECT_BEGIN: `{`
 * @DOSSIER_TOKEN_OBJECT_END: `}`
 * @DOSSIER_TOKEN_ARRAY_BEGIN: `[`
 * @DOSSIER_TOKEN_ARRAY_END: `]`
 * @DOSSIER_TOKEN_NAME: a name in an object and the colon behind it
 * @DOSSIER_TOKEN_STRING: a string that is a value
 * @DOSSIER_TOKEN_NUMBER: a number
 * @DOSSIER_TOKEN_TRUE: `true`
 * @DOSSIER_TOKEN_FALSE: `false`
 * @DOSSIER_TOKEN_NULL: `null`
 * @DOSSIER_TOKEN_END: the one value of the document is complete and nothing follows it; comes again when asked again
 * @DOSSIER_TOKEN_ERROR: the document is no JSON from here on; comes again when asked again
 *
 * What dossier_scanner_next() came upon.
 */
typedef enum
{
  DOSSIER_TOKEN_NONE,
  DOSSIER_TOKEN_OBJECT_BEGIN,
  DOSSIER_TOKEN_OBJECT_END,
  DOSSIER_TOKEN_ARRAY_BEGIN,
  DOSSIER_TOKEN_ARRAY_END,
  DOSSIER_TOKEN_NAME,
  DOSSIER_TOKEN_STRING,
  DOSSIER_TOKEN_NUMBER,
  DOSSIER_TOKEN_TRUE,
  DOSSIER_TOKEN_FALSE,
  DOSSIER_TOKEN_NULL,
  DOSSIER_TOKEN_END,
  DOSSIER_TOKEN_ERROR,
} DossierToken;

/**
 * DossierScanner:
 * @token: the current token
 * @escaped: whether the current name or string holds escapes, so that it must be decoded
 * @depth: how many objects and arrays are open; one that the current token opens counts, one that it closes does not
 * @text: (array length=length): the current token as it is written, in the document itself, not ended by NUL; of
 *   a name or string what stands between the quotes
 * @length: how many bytes @text has
 * @begin: where the current token begins, in bytes from the begin of the document; at its quote, if it has one
 * @end: where the current token ends, so many bytes from the begin of the document; behind its quote, if it has
 *   one; the colon behind a name does not count
 * @error: what is wrong, when the current token is %DOSSIER_TOKEN_ERROR
 * @error_offset: where, in bytes from the begin of the document; at most its length
 * @passes_nul: whether the escape of U+0000 is let pass, which is good JSON but no text; who asks only where something
 *   stands may set it
 *
 * A strict scan of JSON (RFC 8259) over bytes in memory, one token at a time. It goes through the bytes once,
 * copies nothing and does not recurse. That brackets match, that commas stand where they must, that strings are
 * UTF-8: all is decided before a token is given out, so what a caller sees of a document is always the begin of
 * a good one.
 *
 * ```c
 * g_auto (DossierScanner) scanner;
 *
 * dossier_scanner_init (&scanner, data, length, NULL);
 * if (dossier_scanner_next (&scanner) == DOSSIER_TOKEN_OBJECT_BEGIN)
 *   while (dossier_scanner_next (&scanner) == DOSSIER_TOKEN_NAME)
 *     dossier_scanner_skip_value (&scanner, NULL);
 * ```
 *
 * The fields above are there to be read, the last to be set; those below are private. It may live on the stack; it must not be copied.
 */
typedef struct
{
  DossierToken token;
  gboolean escaped;
  int depth;
  const char *text;
  gsize length;
  gsize begin;
  gsize end;
  DossierSyntax error;
  gsize error_offset;
  gboolean passes_nul;

  /*< private >*/
  int expected;
  const char *data;
  const char *cursor;
  const char *limit;
  DossierLimits limits;
  guint64 *open;
  gsize n_open_words;
  guint64 few_open[2];
} DossierScanner;

void dossier_scanner_init       (DossierScanner *self, const char *data, gsize length, const DossierLimits *limits);
void dossier_scanner_init_range (DossierScanner *self,
                                 const char *data,
                                 gsize begin,
                                 gsize end,
                                 const DossierLimits *limits);
void dossier_scanner_init_beside (DossierScanner *self, const DossierScanner *other, gsize begin);
void dossier_scanner_leave_object (DossierScanner *self, gsize end);
void dossier_scanner_clear      (DossierScanner *self);

DossierToken dossier_scanner_next       (DossierScanner *self);
gboolean     dossier_scanner_skip_value (DossierScanner *self, DossierNames *names);
void         dossier_scanner_add_name   (const DossierScanner *self, DossierNames *names);

gboolean      dossier_scanner_text_equals (const DossierScanner *self, const char *text);
gsize         dossier_scanner_decode      (const DossierScanner *self, char *buffer);
char         *dossier_scanner_get_string  (const DossierScanner *self, DossierArena *arena, gsize *length);
DossierSyntax dossier_scanner_get_integer (const DossierScanner *self, gint64 *value);
DossierSyntax dossier_scanner_get_number  (const DossierScanner *self, double *value);

void dossier_scanner_describe (const DossierScanner *self, char **message, char **suggestion);
void dossier_scanner_locate   (const char *data, gsize length, gsize offset, int *line, int *column);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DossierScanner, dossier_scanner_clear)

G_END_DECLS
