/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-input.h"

#include "model/dossier-calendar.h"
#include "model/dossier-reader.h"
#include "model/dossier-verification.h"

#include <stdlib.h>
#include <string.h>

/* Texts that have broken programs: empty and endless ones, markup and formats, controls, marks that turn the direction or
 * join letters, characters of every length and script. */
static const char *const texts[] = {
  "A",
  "",
  " ",
  "Kim Jong-un",
  "Zürich",
  "<b>bold</b> &amp; <script>",
  "%s%n%d",
  "=SUM(A1:A9)",
  "\n\t\r",
  "\x01\x1b[31mred\x07",
  "\u202eright to left\u202c",
  "\u2066isolated\u2069\u200f",
  "a\u200bb\u200dc\ufeffd",
  "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301",
  "조선민주주의인민공화국",
  "العلاقات الروسية الكورية",
  "तत्त्वमसि",
  "\U0001f468\u200d\U0001f469\u200d\U0001f467\U0001f1f0\U0001f1f5",
  "\U0010ffff\ufffe\ufffd",
  "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen",
  "http://example.org/a?b=c&d#e",
};

static const char *const dates[] = {
  "2024-03-29",
  "2023-09/2023-10",
  "2024-04-11/..",
  "../1991",
  "2019/",
  "-0218",
  "202X",
  "1985-04-XX",
  "2024-03?",
  "[2024-03-21~..2024-03-31~]",
  "{1960,1962}",
  "Y-138E8",
  "Y1E9",
  "2024-03-29T10:30:01Z",
  "2024-03-29T10:30:01Z/2024-03-29T10:30:02Z",
  "0000",
};

static const char *const statuses[] = { "reported", "alleged", "speculated", "expected", "denied" };

static const char *const signs[] = { "cooperative", "conflictual", "neutral" };

static const char *const stances[] = { "condemns", "welcomes", "is-neutral" };

/**
 * fuzz_input_take:
 * @self: bytes
 * @n: how many answers there are, at least 1
 *
 * Returns: one of 0 to @n - 1
 */
guint32
fuzz_input_take (FuzzInput *self, guint32 n)
{
  guint32 value = 0;

  for (guint32 room = n - 1; room > 0 && self->at < self->length; room >>= 8)
    value = value << 8 | self->data[self->at++];

  return value % n;
}

gboolean
fuzz_input_take_bool (FuzzInput *self)
{
  return fuzz_input_take (self, 2) != 0;
}

double
fuzz_input_take_real (FuzzInput *self, double least, double most)
{
  return least + (most - least) * fuzz_input_take (self, 65536) / 65535;
}

/**
 * fuzz_input_take_time:
 * @self: bytes
 *
 * Returns: a second of a #DossierSpan: mostly of our days, sometimes of the first or the last that there are
 */
gint64
fuzz_input_take_time (FuzzInput *self)
{
  static const double reaches[] = { 1, 3600, 3.2e7, 3.2e9, 3.2e13, 3.2e16, 6.3e18 };

  return (gint64) (fuzz_input_take_real (self, -1, 1) * reaches[fuzz_input_take (self, G_N_ELEMENTS (reaches))]);
}

const char *
fuzz_input_take_text (FuzzInput *self)
{
  return texts[fuzz_input_take (self, G_N_ELEMENTS (texts))];
}

/**
 * fuzz_input_take_rest:
 * @self: bytes
 *
 * Returns: (transfer full): all that is left, as UTF-8
 */
char *
fuzz_input_take_rest (FuzzInput *self)
{
  /* Without a byte there is no memory either. */
  char *text = self->length > 0 ? g_utf8_make_valid ((const char *) self->data + self->at, (gssize) (self->length - self->at)) : g_strdup ("");

  self->at = self->length;

  return text;
}

static void
append_string (GString *json, const char *text)
{
  g_string_append_c (json, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (json, '\\');
      if ((guchar) *p < 0x20)
        g_string_append_printf (json, "\\u%04x", (guchar) *p);
      else
        g_string_append_c (json, *p);
    }
  g_string_append_c (json, '"');
}

static void
append_text (FuzzInput *self, GString *json, const char *name)
{
  g_string_append_printf (json, ",\"%s\":", name);
  append_string (json, fuzz_input_take_text (self));
}

static void
append_date (FuzzInput *self, GString *json)
{
  if (!fuzz_input_take_bool (self))
    return;

  g_string_append (json, ",\"date\":");
  if (fuzz_input_take_bool (self))
    append_string (json, dates[fuzz_input_take (self, G_N_ELEMENTS (dates))]);
  else
    g_string_append_printf (json, "\"%04u-%02u\"", fuzz_input_take (self, 4) * 7 + 2000, fuzz_input_take (self, 12) + 1);
}

static void
append_ids (FuzzInput *self, GString *json, const char *name, char letter, guint32 n)
{
  guint32 n_taken = n > 0 ? fuzz_input_take (self, 4) : 0;

  if (n_taken == 0)
    return;

  g_string_append_printf (json, ",\"%s\":[", name);
  for (guint32 i = 0; i < n_taken; i++)
    g_string_append_printf (json, "%s\"%c%u\"", i > 0 ? "," : "", letter, fuzz_input_take (self, n));
  g_string_append_c (json, ']');
}

static void
append_status (FuzzInput *self, GString *json)
{
  if (fuzz_input_take_bool (self))
    g_string_append_printf (json, ",\"status\":\"%s\"", statuses[fuzz_input_take (self, G_N_ELEMENTS (statuses))]);
}

static void
append_actors (FuzzInput *self, GString *json, guint32 n)
{
  static const char *const types[] = { "state", "person", "organisation", "group" };

  for (guint32 i = 0; i < n; i++)
    {
      g_string_append_printf (json, "%s{\"id\":\"a%u\",\"type\":\"%s\"", i > 0 ? "," : "", i, types[fuzz_input_take (self, G_N_ELEMENTS (types))]);
      append_text (self, json, "name");
      if (i > 0 && fuzz_input_take_bool (self))
        g_string_append_printf (json, ",\"affiliations\":[{\"to\":\"a%u\"}]", fuzz_input_take (self, i));
      g_string_append_c (json, '}');
    }
}

static void
append_events (FuzzInput *self, GString *json, guint32 n, guint32 n_actors)
{
  for (guint32 i = 0; i < n; i++)
    {
      g_string_append_printf (json, "%s{\"id\":\"e%u\",\"weight\":%u", i > 0 ? "," : "", i, fuzz_input_take (self, 101));
      append_text (self, json, "title");
      append_text (self, json, "summary");
      append_date (self, json);
      append_status (self, json);
      append_ids (self, json, "quotes", 'q', 4);
      append_ids (self, json, "responds_to", 'e', i);
      if (fuzz_input_take_bool (self))
        g_string_append_printf (json, ",\"kind\":\"k%u\"", fuzz_input_take (self, 3));
      if (n_actors > 0 && fuzz_input_take_bool (self))
        g_string_append_printf (json, ",\"participants\":[{\"actor\":\"a%u\"},{\"actor\":\"a%u\"}]", fuzz_input_take (self, n_actors), fuzz_input_take (self, n_actors));
      g_string_append_c (json, '}');
    }
}

static void
append_ties (FuzzInput *self, GString *json, guint32 n, guint32 n_actors)
{
  for (guint32 i = 0; i < n; i++)
    {
      guint32 from = fuzz_input_take (self, n_actors);
      guint32 to = (from + 1 + fuzz_input_take (self, n_actors - 1)) % n_actors;

      g_string_append_printf (json, "%s{\"id\":\"t%u\",\"from\":\"a%u\",\"to\":\"a%u\",\"kind\":\"tk\",\"sign\":\"%s\"", i > 0 ? "," : "", i, from, to, signs[fuzz_input_take (self, G_N_ELEMENTS (signs))]);
      append_date (self, json);
      append_status (self, json);
      append_ids (self, json, "quotes", 'q', 4);
      append_text (self, json, "label");
      g_string_append_c (json, '}');
    }
}

static void
append_reactions (FuzzInput *self, GString *json, guint32 n, guint32 n_actors, guint32 n_events)
{
  for (guint32 i = 0; i < n; i++)
    {
      g_string_append_printf (json, "%s{\"id\":\"r%u\",\"to\":[\"e%u\"],\"actors\":[\"a%u\"],\"stance\":\"%s\"", i > 0 ? "," : "", i, fuzz_input_take (self, n_events), fuzz_input_take (self, n_actors), stances[fuzz_input_take (self, G_N_ELEMENTS (stances))]);
      append_date (self, json);
      append_ids (self, json, "quotes", 'q', 4);
      g_string_append_c (json, '}');
    }
}

/**
 * fuzz_input_take_document:
 * @self: bytes
 *
 * Returns: (transfer full): a good document of some events, actors and ties, with texts and dates of every sort
 */
DossierDocument *
fuzz_input_take_document (FuzzInput *self)
{
  guint32 n_actors = fuzz_input_take (self, 24);
  guint32 n_events = fuzz_input_take (self, 48);
  guint32 n_ties = n_actors > 1 ? fuzz_input_take (self, 48) : 0;
  guint32 n_reactions = n_actors > 0 && n_events > 0 ? fuzz_input_take (self, 12) : 0;
  g_autoptr (GString) json = g_string_new ("{\"dossier\":1");
  DossierDocument *document;

  append_text (self, json, "title");
  append_text (self, json, "question");
  g_string_append (json, ",\"tie_kinds\":[{\"id\":\"tk\",\"label\":\"Tie\"}],\"kinds\":[");
  for (int i = 0; i < 3; i++)
    {
      g_string_append_printf (json, "%s{\"id\":\"k%d\"", i > 0 ? "," : "", i);
      append_text (self, json, "label");
      g_string_append_c (json, '}');
    }
  g_string_append (json, "],\"sources\":[{\"id\":\"s\",\"csl\":{\"type\":\"article\"");
  append_text (self, json, "title");
  append_text (self, json, "URL");
  g_string_append (json, "}}],\"quotes\":[");
  for (int i = 0; i < 4; i++)
    g_string_append_printf (json, "%s{\"id\":\"q%d\",\"source\":\"s\",\"exact\":\"words %d\"}", i > 0 ? "," : "", i, i);
  g_string_append (json, "],\"hypotheses\":[{\"id\":\"h0\",\"title\":\"Long-term\"},{\"id\":\"h1\",\"title\":\"Ad hoc\"}],\"actors\":[");
  append_actors (self, json, n_actors);
  g_string_append (json, "],\"events\":[");
  append_events (self, json, n_events, n_actors);
  g_string_append (json, "],\"ties\":[");
  append_ties (self, json, n_ties, n_actors);
  g_string_append (json, "],\"reactions\":[");
  append_reactions (self, json, n_reactions, n_actors, n_events);
  g_string_append (json, "]}");

  document = fuzz_read ((const guint8 *) json->str, json->len, DOSSIER_FORM_DOCUMENT);
  if (document == NULL)
    g_error ("This was meant to be good: %s", json->str);

  return document;
}

/**
 * fuzz_input_take_record:
 * @self: bytes
 * @document: a document
 *
 * Returns: a record of @document, or none
 */
DossierRef
fuzz_input_take_record (FuzzInput *self, DossierDocument *document)
{
  static const DossierRecord types[] = { DOSSIER_RECORD_EVENT, DOSSIER_RECORD_ACTOR, DOSSIER_RECORD_TIE, DOSSIER_RECORD_REACTION };
  DossierRecord type = types[fuzz_input_take (self, G_N_ELEMENTS (types))];
  int n = dossier_document_get_count (document, type);

  return n > 0 && fuzz_input_take_bool (self) ? (DossierRef){ type, (int) fuzz_input_take (self, (guint32) n) } : DOSSIER_REF_NONE;
}

/**
 * fuzz_read:
 * @data: (array length=length): any bytes
 * @length: how many
 * @form: as what they are read
 *
 * Reads them by the way of the program. Either there is a document or there is an error, and then the report has one too.
 *
 * Returns: (transfer full) (nullable): the document, if it is one
 */
DossierDocument *
fuzz_read (const guint8 *data, gsize length, DossierForm form)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = form == DOSSIER_FORM_LINES ? g_file_new_for_path ("fuzz.dossierl") : NULL;
  DossierDocument *document = dossier_reader_read_bytes (bytes, file, NULL, report, NULL, &error);
  g_autofree char *text = dossier_report_to_text (report);

  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_true ((document == NULL) == (error != NULL));
  g_assert_true ((document == NULL) == (dossier_report_get_n_errors (report) > 0));

  return document;
}

/**
 * fuzz_read_all:
 * @data: (array length=length): any bytes
 * @length: how many
 * @form: as what they are read
 *
 * Reads them, and if they are a document, everything of it: each record by its id, what refers to it, its quotes in the
 * texts of the sources.
 */
void
fuzz_read_all (const guint8 *data, gsize length, DossierForm form)
{
  g_autoptr (DossierDocument) document = fuzz_read (data, length, form);
  g_autoptr (DossierVerification) verification = NULL;

  if (document == NULL)
    return;

  for (DossierRecord type = DOSSIER_RECORD_NONE + 1; type < DOSSIER_N_RECORDS; type++)
    for (int i = 0; i < dossier_document_get_count (document, type); i++)
      {
        DossierRef ref = { type, i };
        g_autofree char *id = dossier_document_dup_id (document, ref);
        g_autofree char *title = dossier_document_dup_title (document, ref, "ko");
        DossierRef found = dossier_document_lookup (document, id);

        g_assert_true (g_utf8_validate (title, -1, NULL));
        g_assert_true (found.type == ref.type && found.index == ref.index);
        for (int j = 0; j < dossier_document_get_n_referrers (document, ref); j++)
          g_assert_cmpint (dossier_document_get_referrer (document, ref, j).from.type, !=, DOSSIER_RECORD_NONE);
      }
  verification = dossier_verification_new (document, NULL);
}

/**
 * fuzz_get_bundled:
 *
 * Returns: (transfer none): the dossier that comes with the program, read once
 */
DossierDocument *
fuzz_get_bundled (void)
{
  static DossierDocument *document;

  if (document == NULL)
    {
      g_autofree char *path = g_build_filename (g_getenv ("DOSSIER_DATA"), "russia-dprk.dossier", NULL);
      g_autofree char *contents = NULL;
      g_autoptr (GError) error = NULL;
      gsize length;

      if (!g_file_get_contents (path, &contents, &length, &error))
        g_error ("%s", error->message);
      document = fuzz_read ((const guint8 *) contents, length, DOSSIER_FORM_DOCUMENT);
    }

  return document;
}

/* libFuzzer keeps the input of what ends with abort(), not of the trap by which GLib ends at a warning. */
static GLogWriterOutput
abort_at_warning (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  GLogWriterOutput output = g_log_writer_default (level & ~G_LOG_FLAG_FATAL, fields, n_fields, data);

  if (level & (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING))
    abort ();

  return output;
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_log_set_writer_func (abort_at_warning, NULL, NULL);

  return 0;
}
