/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-help-page.h"

#include <string.h>

static const char *const kinds[] = { "heading", "paragraph", "item", "code", "picture", "table" };

/* "kind level|text|address|cell|cell", a block a line. */
static char *
dump (const char *page)
{
  g_autoptr (GPtrArray) blocks = dossier_help_page_read (page);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const DossierHelpBlock *block = g_ptr_array_index (blocks, i);

      g_string_append_printf (text, "%s %d", kinds[block->kind], block->level);
      if (block->text != NULL)
        g_string_append_printf (text, "|%s", block->text);
      if (block->address != NULL)
        g_string_append_printf (text, "|%s", block->address);
      for (guint j = 0; block->cells != NULL && j < block->cells->len; j++)
        g_string_append_printf (text, "|%s", (const char *) g_ptr_array_index (block->cells, j));
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

static void
test_blocks (void)
{
  static const char *const cases[][2] = {
    { "", "" },
    { "\n\n", "" },
    { "# A\n## B & C", "heading 1|A\nheading 2|B &amp; C\n" },
    { "#no heading", "paragraph 0|#no heading\n" },
    { "One\ntwo\n\nthree", "paragraph 0|One two\nparagraph 0|three\n" },
    { "- a\n  goes on\n- b", "item 0|a goes on\nitem 0|b\n" },
    { "1. a\n2. b", "item 1|a\nitem 2|b\n" },
    { "2024. b", "paragraph 0|2024. b\n" },
    { "```json\n{ *a* }\n\n  <b>\n```\nafter", "code 0|{ *a* }\n\n  <b>\nparagraph 0|after\n" },
    { "```\nnever ends", "code 0|never ends\n" },
    { "before\n![It & all](pictures/it.png)\nafter", "paragraph 0|before\npicture 0|It & all|pictures/it.png\nparagraph 0|after\n" },
    { "| to | do |\n|---|---|\n| a | `b` |\n| c |\n", "table 2|to|do|a|<tt>b</tt>|c|\n" },
    { "|", "paragraph 0||\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = dump (cases[i][0]);

      g_assert_cmpstr (text, ==, cases[i][1]);
    }
}

static void
test_words (void)
{
  static const char *const cases[][2] = {
    { "a *b* c", "a <i>b</i> c" },
    { "a **b *c* d** e", "a <b>b <i>c</i> d</b> e" },
    { "`a < *b*`", "<tt>a &lt; *b*</tt>" },
    { "2 * 3", "2 * 3" },
    { "**", "**" },
    { "`", "`" },
    { "[a](b.md)", "<a href=\"b.md\">a</a>" },
    { "[*a*](https://example.org/?x&y)", "<a href=\"https://example.org/?x&amp;y\"><i>a</i></a>" },
    { "[a](javascript:b)", "a" },
    { "[a](../dossier.1)", "a" },
    { "[a](../../b.md)", "a" },
    { "[a]", "[a]" },
    { "[a](b.md", "[a](b.md" },
    { "「*語*」", "「<i>語</i>」" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = dump (cases[i][0]);
      g_autofree char *expected = g_strdup_printf ("paragraph 0|%s\n", cases[i][1]);

      g_assert_cmpstr (text, ==, expected);
    }
}

/* What leads on from a piece of markup leads to a page that is there. */
static void
start_element_cb (GMarkupParseContext *context, const char *element, const char **names, const char **values, gpointer data, GError **error)
{
  g_autofree char *path = NULL;

  if (!g_str_equal (element, "a"))
    return;

  path = g_build_filename (g_getenv ("DOSSIER_DATA"), "help", values[0], NULL);
  g_assert_true (g_str_has_prefix (values[0], "https://") || g_file_test (path, G_FILE_TEST_IS_REGULAR));
  (*(int *) data)++;
}

static void
check_markup (const char *text, int *n_links)
{
  const GMarkupParser parser = { .start_element = start_element_cb };
  g_autofree char *whole = g_strconcat ("<m>", text, "</m>", NULL);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, n_links, NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, whole, -1, &error);
  g_assert_no_error (error);
}

/* Every page of the help is written in what is known of Markdown, and leads to what is there. */
static void
test_help (void)
{
  static const char *const names[] = { "index.md", "your-own-dossier.md" };
  int n_links = 0, n_pictures = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("DOSSIER_DATA"), "help", names[i], NULL);
      g_autofree char *page = NULL;
      g_autoptr (GPtrArray) blocks = NULL;

      g_assert_true (g_file_get_contents (path, &page, NULL, NULL));
      blocks = dossier_help_page_read (page);
      g_assert_cmpuint (blocks->len, >, 10);
      g_assert_cmpint (((DossierHelpBlock *) g_ptr_array_index (blocks, 0))->level, ==, 1);

      for (guint j = 0; j < blocks->len; j++)
        {
          const DossierHelpBlock *block = g_ptr_array_index (blocks, j);
          gboolean is_plain = block->kind == DOSSIER_HELP_BLOCK_CODE || block->kind == DOSSIER_HELP_BLOCK_PICTURE;

          if (block->kind == DOSSIER_HELP_BLOCK_PICTURE)
            {
              g_autofree char *picture = g_build_filename (g_getenv ("DOSSIER_DATA"), "help", block->address, NULL);

              g_assert_true (g_file_test (picture, G_FILE_TEST_IS_REGULAR));
              n_pictures++;
            }
          if (block->text != NULL && !is_plain)
            {
              check_markup (block->text, &n_links);
              /* Signs that are left over were meant to be something. */
              g_assert_null (strpbrk (block->text, "`[]|"));
              g_assert_null (strstr (block->text, "**"));
            }
          for (guint k = 0; block->cells != NULL && k < block->cells->len; k++)
            check_markup (g_ptr_array_index (block->cells, k), &n_links);
        }
    }
  g_assert_cmpint (n_pictures, >=, 3);
  g_assert_cmpint (n_links, >=, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/help-page/blocks", test_blocks);
  g_test_add_func ("/help-page/words", test_words);
  g_test_add_func ("/help-page/help", test_help);

  return g_test_run ();
}
