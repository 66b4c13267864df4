/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "generated.h"

#include "model/dossier-reader.h"

#include <math.h>
#include <string.h>

/* So much is written at a time. */
#define CHUNK 65536

#define FIRST_YEAR 1900
#define LAST_YEAR 2025
#define N_CRISES 14

/* The records that events speak of are far fewer than the events, as in every collection of news. */
typedef struct
{
  GRand *random;
  GString *text;
  GeneratedForm form;
  GeneratedFunc func;
  gpointer user_data;
  gboolean stopped;

  const char *record; /* that of the collection that is open */
  int n_records;      /* so many of it are written */

  int n_states;
  int n_organisations;
  int n_persons;
  int n_groups;
  int n_places;
  int n_sources;
  int n_quotes;
  int n_ties;
  int n_reactions;
  int n_claims;
  int n_events;

  GPtrArray *names;         /* of the actors, in the order of pick_actor() */
  double crises[N_CRISES];  /* days since FIRST_YEAR, around which events crowd */
} Generator;

static const char *const kinds[][2] = {
  { "diplomacy", "Diplomacy" },
  { "trade", "Trade" },
  { "arms", "Arms" },
  { "conflict", "Conflict" },
  { "sanctions", "Sanctions" },
  { "protest", "Protest" },
  { "disaster", "Disasters and aid" },
  { "energy", "Energy" },
  { "science", "Science and space" },
  { "migration", "Migration" },
};

/* What happens, by kind: the words between who does it and whom it concerns, and those behind. */
static const char *const deeds[G_N_ELEMENTS (kinds)][4][2] = {
  { { "receives", " for talks on the border" }, { "and", " resume relations" }, { "recalls its envoy to", "" }, { "mediates between the neighbours of", "" } },
  { { "signs a trade agreement with", "" }, { "lifts the duties on grain from", "" }, { "and", " open a common port" }, { "halts deliveries to", "" } },
  { { "delivers shells to", "" }, { "and", " hold a naval exercise" }, { "shows a new missile to guests from", "" }, { "denies having sold drones to", "" } },
  { { "shells positions of", "" }, { "and", " agree on a ceasefire" }, { "closes the crossing to", "" }, { "accuses", " of an incursion" } },
  { { "imposes sanctions on banks of", "" }, { "vetoes the report on", "" }, { "evades the embargo by way of", "" }, { "extends the measures against", "" } },
  { { "calls a march against", "" }, { "and", " blame each other for the riots" }, { "strikes against the plans of", "" }, { "petitions", "" } },
  { { "sends tents and medicine to", "" }, { "and", " count the damage of the flood" }, { "asks", " for help after the earthquake" }, { "warns", " of a drought" } },
  { { "builds a pipeline to", "" }, { "and", " divide the water of the river" }, { "stops the gas for", "" }, { "offers oil to", " at half the price" } },
  { { "launches a satellite for", "" }, { "and", " share the data of a probe" }, { "admits students from", "" }, { "tests an engine bought from", "" } },
  { { "takes in people who fled from", "" }, { "and", " exchange prisoners" }, { "sends workers to", "" }, { "introduces visas for", "" } },
};

/* With quotes, an escape or letters beyond ASCII here and there, as people write. */
static const char *const summaries[] = {
  "The meeting lasted two hours; neither side took questions, and no document was shown.",
  "Three agencies carry the report, all of them by way of the same correspondent.",
  "Both speak of a \\\"new chapter\\\"; the text of the agreement was not published.",
  "Die Erklärung nennt weder Frist noch Summe; über beides wird weiter verhandelt.",
  "По сообщениям агентств, стороны договорились продолжить консультации.",
  "The figure rests on satellite images; an earlier estimate had been half as high.\\nIt was not corrected.",
  "대변인은 논평을 거부하였다.",
};

static const char *const quotes[] = {
  "the talks were held in an open and constructive atmosphere",
  "no further deliveries are planned at this time",
  "we will likely see more of this in the coming months",
  "a step that nobody had expected so soon",
  "könnte sich als Wendepunkt erweisen",
  "стороны подтвердили свои обязательства",
};

static const char *const roles[] = { "actor", "recipient", "host", "guest", "participant", "mediator", "subject", "speaker", "observer" };
static const char *const stances[] = { "condemns", "criticises", "is-concerned", "is-neutral", "declines-to-comment", "defends", "welcomes" };
static const char *const hypotheses[] = { "lasting", "passing" };

static int
draw (Generator *self, int n)
{
  return g_rand_int_range (self->random, 0, n);
}

static gboolean
happens (Generator *self, int percent)
{
  return draw (self, 100) < percent;
}

/* Few of a set are spoken of often, most of them seldom. */
static int
draw_skewed (Generator *self, int n)
{
  double chance = g_rand_double (self->random);

  return MIN (n - 1, (int) (chance * chance * chance * n));
}

static void G_GNUC_PRINTF (2, 3)
add (Generator *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (self->text, format, arguments);
  va_end (arguments);
}

static void
flush (Generator *self)
{
  if (!self->stopped && self->text->len > 0)
    self->stopped = !self->func (self->text->str, self->text->len, self->user_data);
  g_string_truncate (self->text, 0);
}

static void
begin_collection (Generator *self, const char *collection, const char *record)
{
  self->record = record;
  self->n_records = 0;
  if (self->form == GENERATED_JSON)
    add (self, ",\n\"%s\": [", collection);
}

static void
end_collection (Generator *self)
{
  if (self->form == GENERATED_JSON)
    add (self, "\n]");
}

static void
begin_record (Generator *self)
{
  if (self->form == GENERATED_LINES)
    add (self, "{\"%s\": {", self->record);
  else
    add (self, "%s\n{", self->n_records > 0 ? "," : "");
  self->n_records++;
}

static void
end_record (Generator *self)
{
  add (self, self->form == GENERATED_LINES ? "}}\n" : "}");
  if (self->text->len >= CHUNK)
    flush (self);
}

/* The actors are numbered through: states, organisations, persons, groups. */
static void
add_actor_id (Generator *self, int actor)
{
  if (actor < self->n_states)
    add (self, "\"state-%d\"", actor);
  else if ((actor -= self->n_states) < self->n_organisations)
    add (self, "\"organisation-%d\"", actor);
  else if ((actor -= self->n_organisations) < self->n_persons)
    add (self, "\"person-%d\"", actor);
  else
    add (self, "\"group-%d\"", actor - self->n_persons);
}

static int
pick_actor (Generator *self)
{
  if (happens (self, 55))
    return draw_skewed (self, self->n_states);

  return self->n_states + draw_skewed (self, self->n_organisations + self->n_persons + self->n_groups);
}

static int
pick_other_actor (Generator *self, int actor)
{
  int other = pick_actor (self);

  return other != actor ? other : (actor + 1) % (int) self->names->len;
}

static char *
make_word (Generator *self)
{
  static const char *const begins[] = { "Nor", "Sud", "Kes", "Var", "Mar", "Tol", "Ber", "Ost", "Lin", "Gra", "Zür", "Pel", "Jan", "Hol", "Řek" };
  static const char *const middles[] = { "", "", "da", "ri", "an", "lo", "ve", "mi", "tu", "e" };
  static const char *const ends[] = { "land", "via", "stan", "mark", "nia", "burg", "ov", "son", "berg", "ria" };

  return g_strconcat (begins[draw (self, G_N_ELEMENTS (begins))],
                      middles[draw (self, G_N_ELEMENTS (middles))],
                      ends[draw (self, G_N_ELEMENTS (ends))],
                      NULL);
}

static void
make_names (Generator *self)
{
  static const char *const offices[] = { "Ministry of Trade", "Ministry of Defence", "Central Bank", "Space Agency", "Navy", "Red Cross", "Railways" };
  static const char *const given[] = { "Ada", "Jun", "Ivan", "Mette", "Farid", "Chiara", "Søren", "Olga", "Min-ho", "Ruth" };

  for (int i = 0; i < self->n_states; i++)
    g_ptr_array_add (self->names, make_word (self));

  for (int i = 0; i < self->n_organisations; i++)
    g_ptr_array_add (self->names,
                     g_strdup_printf ("%s of %s",
                                      offices[draw (self, G_N_ELEMENTS (offices))],
                                      (const char *) g_ptr_array_index (self->names, i % self->n_states)));

  for (int i = 0; i < self->n_persons; i++)
    {
      g_autofree char *family = make_word (self);

      g_ptr_array_add (self->names, g_strdup_printf ("%s %s", given[draw (self, G_N_ELEMENTS (given))], family));
    }

  for (int i = 0; i < self->n_groups; i++)
    {
      g_autofree char *word = make_word (self);

      g_ptr_array_add (self->names, g_strdup_printf ("%s Group", word));
    }
}

/* A day since the begin of FIRST_YEAR: later times have more events, and every third event belongs to a crisis. */
static int
draw_day (Generator *self)
{
  const double n_days = (LAST_YEAR - FIRST_YEAR) * 365.25;
  double day;

  if (happens (self, 35))
    {
      double distance = -log (1 - g_rand_double (self->random)) * 40;

      day = self->crises[draw_skewed (self, N_CRISES)] + distance;
    }
  else
    day = n_days * (1 - pow (g_rand_double (self->random), 2.2));

  return CLAMP ((int) day, 0, (int) n_days - 1);
}

static void
format_day (int day, char buffer[16], int parts)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, FIRST_YEAR);
  g_date_add_days (&date, (guint) day);

  if (parts == 1)
    g_snprintf (buffer, 16, "%04d", g_date_get_year (&date));
  else if (parts == 2)
    g_snprintf (buffer, 16, "%04d-%02u", g_date_get_year (&date), (guint) g_date_get_month (&date));
  else
    g_snprintf (buffer, 16, "%04d-%02u-%02d", g_date_get_year (&date), (guint) g_date_get_month (&date), g_date_get_day (&date));
}

/* Most dates are days; some are less, or more, than that. */
static void
add_date (Generator *self)
{
  int day = draw_day (self);
  int chance = draw (self, 1000);
  char date[16];
  char end[16];

  if (chance >= 990)
    return;

  format_day (day, date, chance < 700 ? 3 : chance < 800 ? 2 : chance < 840 ? 1 : 3);

  if (chance < 840)
    add (self, ", \"date\": \"%s\"", date);
  else if (chance < 870)
    add (self, ", \"date\": \"%sT%02d:%02d:%02dZ\"", date, draw (self, 24), draw (self, 60), draw (self, 60));
  else if (chance < 905)
    add (self, ", \"date\": \"%s?\"", date);
  else if (chance < 925)
    add (self, ", \"date\": \"%.7s~\"", date);
  else if (chance < 970)
    {
      format_day (day + 1 + draw_skewed (self, 400), end, 3);
      add (self, ", \"date\": \"%s/%s\"", date, end);
    }
  else if (chance < 975)
    add (self, ", \"date\": \"%s/..\"", date);
  else if (chance < 978)
    add (self, ", \"date\": \"../%s\"", date);
  else if (chance < 985)
    add (self, ", \"date\": \"%.4s-%d\"", date, 21 + draw (self, 4));
  else
    add (self, ", \"date\": \"%.3sX\"", date);
}

static void
add_status (Generator *self)
{
  static const char *const statuses[] = { "alleged", "alleged", "speculated", "expected", "denied" };

  if (happens (self, 85))
    add (self, ", \"status\": \"reported\"");
  else
    add (self, ", \"status\": \"%s\"", statuses[draw (self, G_N_ELEMENTS (statuses))]);
}

static void
add_quotes (Generator *self, int percent)
{
  if (happens (self, percent))
    add (self, ", \"quotes\": [\"quote-%d\"]", draw (self, self->n_quotes));
}

static void
write_heading (Generator *self)
{
  add (self,
       "{%s\"dossier\": 1, \"title\": \"Relations of %d actors\", \"question\": \"Do they last?\", \"language\": \"en\", \"modified\": \"2026-11-24\"",
       self->form == GENERATED_JSON ? "\n" : "",
       (int) self->names->len);
  if (self->form == GENERATED_LINES)
    add (self, "}\n");
}

static void
write_kinds (Generator *self)
{
  begin_collection (self, "kinds", "kind");
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      begin_record (self);
      add (self, "\"id\": \"%s\", \"label\": \"%s\"", kinds[i][0], kinds[i][1]);
      end_record (self);
    }
  end_collection (self);

  begin_collection (self, "tie_kinds", "tie_kind");
  for (int i = 0; i < 4; i++)
    {
      static const char *const labels[] = { "Talks", "Arms", "Trade", "Conflict" };

      begin_record (self);
      add (self, "\"id\": \"tie-kind-%d\", \"label\": \"%s\"", i, labels[i]);
      end_record (self);
    }
  end_collection (self);
}

static void
write_places (Generator *self)
{
  begin_collection (self, "places", "place");
  for (int i = 0; i < self->n_places; i++)
    {
      g_autofree char *name = make_word (self);

      begin_record (self);
      add (self, "\"id\": \"place-%d\", \"name\": \"%s\"", i, name);
      if (i >= self->n_states)
        add (self, ", \"part_of\": \"place-%d\"", draw (self, i < 4 * self->n_states ? self->n_states : i));
      add (self, ", \"latitude\": %d.%d, \"longitude\": %d.%d", draw (self, 140) - 60, draw (self, 10), draw (self, 358) - 179, draw (self, 10));
      end_record (self);
    }
  end_collection (self);
}

static void
write_actors (Generator *self)
{
  int n = (int) self->names->len;

  begin_collection (self, "actors", "actor");
  for (int i = 0; i < n; i++)
    {
      int above = i - self->n_states;

      begin_record (self);
      add (self, "\"id\": ");
      add_actor_id (self, i);
      add (self,
           ", \"type\": \"%s\", \"name\": \"%s\"",
           i < self->n_states                                ? "state"
           : above < self->n_organisations                   ? "organisation"
           : above < self->n_organisations + self->n_persons ? "person"
                                                             : "group",
           (const char *) g_ptr_array_index (self->names, i));

      /* Organisations stand by their states, persons by an organisation and so, one further, by its state. */
      if (above >= 0 && above < self->n_organisations)
        {
          add (self, ", \"affiliations\": [{\"to\": ");
          add_actor_id (self, above % self->n_states);
          add (self, "}], \"place\": \"place-%d\"", above % self->n_states);
        }
      else if (above >= 0 && above < self->n_organisations + self->n_persons)
        {
          add (self, ", \"posts\": [{\"title\": \"Spokesperson\"}], \"affiliations\": [{\"to\": ");
          add_actor_id (self, self->n_states + draw (self, self->n_organisations));
          add (self, ", \"date\": \"%d/..\"}]", FIRST_YEAR + draw (self, LAST_YEAR - FIRST_YEAR));
        }
      else if (above >= 0)
        {
          add (self, ", \"members\": [");
          add_actor_id (self, draw (self, self->n_states));
          add (self, ", ");
          add_actor_id (self, draw (self, self->n_states));
          add (self, "]");
        }
      end_record (self);
    }
  end_collection (self);
}

static void
write_sources (Generator *self)
{
  begin_collection (self, "sources", "source");
  for (int i = 0; i < self->n_sources; i++)
    {
      g_autofree char *name = make_word (self);

      begin_record (self);
      add (self,
           "\"id\": \"source-%d\", \"csl\": {\"type\": \"article-newspaper\", \"title\": \"%s Herald\", \"issued\": {\"date-parts\": [[%d]]}}, \"reliability\": \"%c\"",
           i,
           name,
           LAST_YEAR - draw (self, 30),
           'A' + draw (self, 6));
      end_record (self);
    }
  end_collection (self);

  begin_collection (self, "quotes", "quote");
  for (int i = 0; i < self->n_quotes; i++)
    {
      begin_record (self);
      add (self,
           "\"id\": \"quote-%d\", \"source\": \"source-%d\", \"exact\": \"%s\", \"paragraph\": %d, \"speaker\": ",
           i,
           draw_skewed (self, self->n_sources),
           quotes[draw (self, G_N_ELEMENTS (quotes))],
           1 + draw (self, 40));
      add_actor_id (self, pick_actor (self));
      end_record (self);
    }
  end_collection (self);

  begin_collection (self, "hypotheses", "hypothesis");
  for (gsize i = 0; i < G_N_ELEMENTS (hypotheses); i++)
    {
      begin_record (self);
      add (self, "\"id\": \"%s\", \"title\": \"They are %s\"", hypotheses[i], hypotheses[i]);
      end_record (self);
    }
  end_collection (self);
}

static void
write_event (Generator *self, int index)
{
  int kind = draw_skewed (self, G_N_ELEMENTS (kinds));
  int first = pick_actor (self);
  int second = pick_other_actor (self, first);
  int n_more = happens (self, 20) ? 1 + draw_skewed (self, 4) : 0;
  const char *const *deed = deeds[kind][draw (self, 4)];
  g_autofree char *title = g_strdup_printf ("%s %s %s%s",
                                            (const char *) g_ptr_array_index (self->names, first),
                                            deed[0],
                                            (const char *) g_ptr_array_index (self->names, second),
                                            deed[1]);

  begin_record (self);
  if (happens (self, 2))
    add (self, "\"id\": \"event-%d\", \"title\": {\"en\": \"%s\", \"de\": \"Meldung %d\"}", index, title, index);
  else
    add (self, "\"id\": \"event-%d\", \"title\": \"%s\"", index, title);
  if (happens (self, 20))
    add (self, ", \"summary\": \"%s\"", summaries[draw (self, G_N_ELEMENTS (summaries))]);
  add (self, ", \"kind\": \"%s\"", kinds[kind][0]);
  add_date (self);
  if (index > 0 && happens (self, 2))
    add (self, ", \"part_of\": \"event-%d\"", draw (self, index));
  if (index > 0 && happens (self, 4))
    add (self, ", \"responds_to\": [\"event-%d\"]", draw (self, index));
  if (happens (self, 80))
    add (self, ", \"places\": [\"place-%d\"]", draw_skewed (self, self->n_places));

  add (self, ", \"participants\": [{\"actor\": ");
  add_actor_id (self, first);
  add (self, ", \"role\": \"actor\"}, {\"actor\": ");
  add_actor_id (self, second);
  add (self, ", \"role\": \"%s\"}", roles[draw (self, G_N_ELEMENTS (roles))]);
  for (int i = 0; i < n_more; i++)
    {
      add (self, ", {\"actor\": ");
      add_actor_id (self, pick_actor (self));
      add (self, "}");
    }
  add (self, "], \"weight\": %d", draw_skewed (self, 101));
  if (happens (self, 5))
    add (self, ", \"tags\": [\"checked\"]");
  add_status (self);
  if (happens (self, 3))
    add (self, ", \"credibility\": %d", 1 + draw (self, 6));
  add_quotes (self, 15);
  if (happens (self, 1))
    add (self, ", \"bearings\": [{\"hypothesis\": \"%s\", \"stance\": \"supports\"}]", hypotheses[draw (self, 2)]);
  end_record (self);
}

static void
write_ties (Generator *self)
{
  static const char *const signs[] = { "cooperative", "conflictual", "neutral" };

  begin_collection (self, "ties", "tie");
  for (int i = 0; i < self->n_ties; i++)
    {
      int from = pick_actor (self);
      int to = pick_other_actor (self, from);

      begin_record (self);
      add (self, "\"id\": \"tie-%d\", \"from\": ", i);
      add_actor_id (self, from);
      add (self, ", \"to\": ");
      add_actor_id (self, to);
      add (self, ", \"kind\": \"tie-kind-%d\", \"sign\": \"%s\"", draw (self, 4), signs[draw (self, 3)]);
      add_date (self);
      add (self, ", \"weight\": %d, \"events\": [\"event-%d\"]", draw (self, 101), draw (self, self->n_events));
      add_status (self);
      end_record (self);
    }
  end_collection (self);
}

static void
write_reactions (Generator *self)
{
  begin_collection (self, "reactions", "reaction");
  for (int i = 0; i < self->n_reactions; i++)
    {
      begin_record (self);
      add (self, "\"id\": \"reaction-%d\", \"to\": [\"event-%d\"], \"actors\": [", i, draw (self, self->n_events));
      add_actor_id (self, pick_actor (self));
      add (self, "], \"stance\": \"%s\"", stances[draw (self, G_N_ELEMENTS (stances))]);
      add_date (self);
      add_status (self);
      add_quotes (self, 50);
      end_record (self);
    }
  end_collection (self);

  begin_collection (self, "claims", "claim");
  for (int i = 0; i < self->n_claims; i++)
    {
      begin_record (self);
      add (self,
           "\"id\": \"claim-%d\", \"title\": \"More will follow\", \"type\": \"prediction\", \"about\": [\"event-%d\"]",
           i,
           draw (self, self->n_events));
      add_status (self);
      add_quotes (self, 100);
      add (self, ", \"bearings\": [{\"hypothesis\": \"%s\", \"stance\": \"opposes\"}]", hypotheses[draw (self, 2)]);
      end_record (self);
    }
  end_collection (self);
}

static void
init_counts (Generator *self, int n_events)
{
  int root = (int) sqrt (n_events);

  self->n_events = n_events;
  self->n_states = 12 + root / 10;
  self->n_organisations = 20 + root / 3;
  self->n_persons = 20 + root / 2;
  self->n_groups = 4 + root / 50;
  self->n_places = 40 + root / 2;
  self->n_sources = 10 + root / 4;
  self->n_quotes = 20 + n_events / 20;
  self->n_ties = 60 + 2 * root;
  self->n_reactions = n_events / 100;
  self->n_claims = n_events / 500;
}

/**
 * generated_write:
 * @n_events: how many events, at least one
 * @seed: the same makes the same dossier
 * @form: how it is written
 * @func: (scope call): takes the bytes, some ten thousand at a time
 * @user_data: for @func
 *
 * Writes a dossier without errors. Its events stand in no order of time.
 *
 * Returns: whether all was written; %FALSE if @func returned that
 */
gboolean
generated_write (int n_events, guint32 seed, GeneratedForm form, GeneratedFunc func, gpointer user_data)
{
  Generator self = { .form = form, .func = func, .user_data = user_data };

  g_return_val_if_fail (n_events > 0, FALSE);

  self.random = g_rand_new_with_seed (seed);
  self.text = g_string_sized_new (CHUNK + 4096);
  self.names = g_ptr_array_new_with_free_func (g_free);
  init_counts (&self, n_events);
  make_names (&self);
  for (int i = 0; i < N_CRISES; i++)
    self.crises[i] = (LAST_YEAR - FIRST_YEAR) * 365.25 * (1 - pow (g_rand_double (self.random), 2));

  write_heading (&self);
  write_kinds (&self);
  write_places (&self);
  write_actors (&self);
  write_sources (&self);
  begin_collection (&self, "events", "event");
  for (int i = 0; i < n_events && !self.stopped; i++)
    write_event (&self, i);
  end_collection (&self);
  write_ties (&self);
  write_reactions (&self);
  if (form == GENERATED_JSON)
    add (&self, "\n}\n");
  flush (&self);

  g_ptr_array_unref (self.names);
  g_string_free (self.text, TRUE);
  g_rand_free (self.random);

  return !self.stopped;
}

static gboolean
append_bytes (const char *data, gsize length, gpointer user_data)
{
  g_byte_array_append (user_data, (const guint8 *) data, (guint) length);

  return TRUE;
}

/**
 * generated_make_bytes:
 * @n_events: how many events, at least one
 * @seed: the same makes the same dossier
 * @form: how it is written
 *
 * Returns: (transfer full): a dossier without errors, in memory
 */
GBytes *
generated_make_bytes (int n_events, guint32 seed, GeneratedForm form)
{
  GByteArray *bytes = g_byte_array_new ();

  generated_write (n_events, seed, form, append_bytes, bytes);

  return g_byte_array_free_to_bytes (bytes);
}

/**
 * generated_read:
 * @n_events: how many events, at least one
 * @seed: the same makes the same dossier
 *
 * Returns: (transfer full): a dossier, read
 */
DossierDocument *
generated_read (int n_events, guint32 seed)
{
  g_autoptr (GBytes) bytes = generated_make_bytes (n_events, seed, GENERATED_JSON);
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (GError) error = NULL;
  DossierDocument *document = dossier_reader_read_bytes (bytes, NULL, NULL, report, NULL, &error);

  g_assert_no_error (error);

  return document;
}
