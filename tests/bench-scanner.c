/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-scanner.h"

#include <string.h>

/*
 * How fast a dossier is scanned, beside what can be no slower: looking at each byte once for one value (memchr), and
 * for whether it is UTF-8 (g_utf8_validate). All run in turn, several times, and the fastest of each counts; the
 * ratios say more than the figures, which depend on the machine.
 */

#define SIZE   ((gsize) 16 << 20)
#define ROUNDS 7

typedef gsize (*Measured) (const char *data, gsize length);

static gsize
run_memchr (const char *data, gsize length)
{
  return memchr (data, '\0', length) == NULL;
}

static gsize
run_validate (const char *data, gsize length)
{
  return (gsize) g_utf8_validate_len (data, length, NULL);
}

static gsize
run_tokens (const char *data, gsize length)
{
  g_auto (DossierScanner) scanner = { 0 };
  gsize n = 0;

  dossier_scanner_init (&scanner, data, length, NULL);
  while (dossier_scanner_next (&scanner) < DOSSIER_TOKEN_END)
    n++;
  g_assert_cmpint (scanner.token, ==, DOSSIER_TOKEN_END);

  return n;
}

static gsize
run_skip (const char *data, gsize length)
{
  g_auto (DossierScanner) scanner = { 0 };

  dossier_scanner_init (&scanner, data, length, NULL);

  return (gsize) dossier_scanner_skip_value (&scanner, NULL);
}

static gsize
run_skip_names (const char *data, gsize length)
{
  g_auto (DossierScanner) scanner = { 0 };
  g_autoptr (DossierNames) names = dossier_names_new ();

  dossier_scanner_init (&scanner, data, length, NULL);

  return (gsize) dossier_scanner_skip_value (&scanner, names);
}

static gsize
run_locate (const char *data, gsize length)
{
  int line, column;

  dossier_scanner_locate (data, length, length, &line, &column);

  return (gsize) line;
}

/* Makes a document of events, as a program writes it or as a person does. */
static char *
make_dossier (gboolean pretty, const char *words)
{
  const char *line = pretty ? "\n      " : "";
  const char *space = pretty ? " " : "";
  GString *text = g_string_sized_new (SIZE + 4096);

  g_string_append_printf (text, "{%s\"events\":%s[", pretty ? "\n  " : "", space);
  for (int i = 0; text->len < SIZE; i++)
    {
      g_string_append_printf (text, "%s%s{", i > 0 ? "," : "", pretty ? "\n    " : "");
      g_string_append_printf (text, "%s\"id\":%s\"event-%d\",", line, space, i);
      g_string_append_printf (text, "%s\"kind\":%s\"meeting\",", line, space);
      g_string_append_printf (text, "%s\"title\":%s\"%s\",", line, space, words);
      g_string_append_printf (text, "%s\"date\":%s\"2024-%02d-%02d\",", line, space, i % 12 + 1, i % 28 + 1);
      g_string_append_printf (text, "%s\"weight\":%s%d.%d,", line, space, i % 7, i % 10);
      g_string_append_printf (text, "%s\"participants\":%s[{\"actor\":%s\"RUS\",%s\"role\":%s\"host\"},", line, space, space, space, space);
      g_string_append_printf (text, "%s{\"actor\":%s\"PRK\",%s\"role\":%s\"guest\"}],", space, space, space, space);
      g_string_append_printf (text, "%s\"summary\":%s\"%s; %s, \\\"%s\\\".\"%s}", line, space, words, words, words, pretty ? "\n    " : "");
    }
  g_string_append (text, pretty ? "\n  ]\n}\n" : "]}");

  return g_string_free (text, FALSE);
}

static void
measure (const char *title, const char *data)
{
  static const struct
  {
    const char *name;
    Measured run;
  } measured[] = {
    { "memchr", run_memchr },
    { "g_utf8_validate", run_validate },
    { "tokens", run_tokens },
    { "skip", run_skip },
    { "skip, names held against each other", run_skip_names },
    { "line and column of the end", run_locate },
  };
  gsize length = strlen (data);
  double best[G_N_ELEMENTS (measured)];

  for (gsize i = 0; i < G_N_ELEMENTS (measured); i++)
    best[i] = G_MAXDOUBLE;

  for (int round = 0; round < ROUNDS; round++)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (measured); i++)
        {
          gint64 begin = g_get_monotonic_time ();

          g_assert_cmpuint (measured[i].run (data, length), >, 0);
          best[i] = MIN (best[i], MAX (1, g_get_monotonic_time () - begin));
        }
    }

  g_print ("%s, %.1f MB\n", title, (double) length / 1e6);
  for (gsize i = 0; i < G_N_ELEMENTS (measured); i++)
    g_print ("  %-36s %7.0f MB/s  %6.2f times memchr  %5.2f times g_utf8_validate\n",
             measured[i].name,
             (double) length / best[i],
             best[i] / best[0],
             best[i] / best[1]);
}

int
main (int argc, char *argv[])
{
  g_autofree char *pretty = make_dossier (TRUE, "The president received the minister of foreign affairs");
  g_autofree char *compact = make_dossier (FALSE, "The president received the minister of foreign affairs");
  g_autofree char *cyrillic = make_dossier (FALSE, "Президент принял министра иностранных дел");
  g_autofree char *korean = make_dossier (FALSE, "대통령이 외무상을 접견하였다");

  measure ("indented", pretty);
  measure ("on one line", compact);
  measure ("on one line, in Russian", cyrillic);
  measure ("on one line, in Korean", korean);

  return 0;
}
