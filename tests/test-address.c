/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-address.h"

static const struct
{
  const char *uri;
  const char *host; /* NULL if it must not be a link */
} cases[] = {
  { "https://www.isdp.eu/publication/x?y=1#z", "www.isdp.eu" },
  { "http://example.org", "example.org" },
  { "HTTPS://EXAMPLE.org:8080/", "example.org" },
  { "https://b\xc3\xbc"
    "cher.example/",
    "xn--bcher-kva.example" },
  { "https://[2001:db8::1]/", "2001:db8::1" },
  { "javascript:alert(1)", NULL },
  { "file:///etc/passwd", NULL },
  { "data:text/html,x", NULL },
  { "ftp://example.org/", NULL },
  { "https://paypal.com@evil.example/", NULL },
  { "https://user:word@evil.example/", NULL },
  { "https://@evil.example/", NULL },
  { "https:///path", NULL },
  { "https:", NULL },
  { "//example.org/", NULL },
  { "example.org", NULL },
  { "https://exa mple.org/", NULL },
  { "https://example.org%2f.evil.example/", NULL },
  { "https://example.org%00.evil.example/", NULL },
  { "", NULL },
  { NULL, NULL },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *host = NULL;
      gboolean harmless = dossier_address_is_harmless (cases[i].uri, &host);

      g_test_message ("%s", cases[i].uri != NULL ? cases[i].uri : "(none)");
      g_assert_cmpint (harmless, ==, cases[i].host != NULL);
      g_assert_cmpstr (host, ==, cases[i].host);
    }
}

static void
test_long (void)
{
  g_autofree char *filler = g_strnfill (10000, 'a');
  g_autofree char *uri = g_strconcat ("https://example.org/", filler, NULL);

  g_assert_false (dossier_address_is_harmless (uri, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/address/cases", test_cases);
  g_test_add_func ("/address/long", test_long);

  return g_test_run ();
}
