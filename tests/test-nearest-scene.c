/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "samples.h"

#include "model/dossier-nearest-scene.h"

#define DOCUMENT                                                                                                     \
  "{'dossier':1,'title':'T','kinds':[{'id':'k','label':'K'}],'actors':["                                             \
  "{'id':'a','type':'state','name':'A'},{'id':'b','type':'state','name':'B'},{'id':'c','type':'state','name':'C'}]," \
  "'stories':[{'id':'s','title':'S','scenes':["                                                                      \
  "{'id':'s1','date':'2000/2009','select':'a'},"                                                                     \
  "{'id':'s2','date':'2005/2006','select':'b','emphasis':['a']},"                                                    \
  "{'id':'s3','date':'2005-03','emphasis':['b']},"                                                                   \
  "{'id':'s4'}]}]}"

static gint64
get_second (int year)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (year, 1, 1, 0, 0, 0);

  return g_date_time_to_unix (time);
}

static void
test_find (void)
{
  static const struct
  {
    const char *selected;
    int from, to; /* years, 0 for no dates in sight */
    int scene;
  } cases[] = {
    { NULL, 0, 0, 0 },
    { NULL, 2000, 2010, 0 },
    { NULL, 2005, 2007, 1 },
    { NULL, 2005, 2006, 1 },
    { NULL, 1900, 1901, 0 },
    { "a", 0, 0, 0 },
    { "b", 0, 0, 1 },
    { "b", 2005, 2006, 1 },
    { "a", 2005, 2007, 0 },
    { "c", 2005, 2007, 1 },
    { "c", 0, 0, 0 },
  };
  g_autoptr (DossierDocument) document = samples_read_good (DOCUMENT);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DossierRef selected = cases[i].selected != NULL ? samples_find (document, cases[i].selected) : DOSSIER_REF_NONE;
      gint64 begin = cases[i].from != 0 ? get_second (cases[i].from) : 0;
      gint64 end = cases[i].to != 0 ? get_second (cases[i].to) - 1 : 0;

      g_test_message ("case %d", (int) i);
      g_assert_cmpint (dossier_nearest_scene_find (dossier_document_get_story (document, 0), selected, begin, end), ==, cases[i].scene);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/nearest-scene/find", test_find);

  return g_test_run ();
}
