/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-resolver.h"

#include "model/dossier-checks.h"
#include "model/dossier-document-private.h"
#include "model/dossier-event.h"
#include "model/dossier-suggest.h"

#include <glib/gi18n-lib.h>

/* With more records than that, nobody is asked whether he meant another id. */
#define MAX_CANDIDATES 100000

typedef struct
{
  DossierDocument *document;
  DossierProblems *problems;
} Resolver;

static gboolean
is_target (DossierRef ref, guint targets)
{
  return dossier_ref_is_set (ref) && (targets & (1u << ref.type)) != 0;
}

/* "an event, a tie or a claim" */
static char *
list_targets (guint targets)
{
  const guint any = ((1u << DOSSIER_N_RECORDS) - 1) & ~(1u << DOSSIER_RECORD_NONE);
  GString *list;
  int n = 0;

  if (targets == any)
    return g_strdup (_ ("something of the dossier"));

  list = g_string_new (NULL);

  for (int type = DOSSIER_RECORD_NONE + 1; type < DOSSIER_N_RECORDS; type++)
    {
      if ((targets & (1u << type)) == 0)
        continue;

      if (n++ > 0)
        g_string_append (list, (targets >> type) == 1 ? _ (" or ") : _ (", "));
      g_string_append (list, dossier_shape_get_record_name ((DossierRecord) type));
    }

  return g_string_free (list, FALSE);
}

static char *
find_nearest (Resolver *self, const char *id, guint targets)
{
  g_autoptr (GPtrArray) candidates = g_ptr_array_new_with_free_func (g_free);
  const char *nearest;

  for (int type = DOSSIER_RECORD_NONE + 1; type < DOSSIER_N_RECORDS; type++)
    {
      int n = dossier_document_get_count (self->document, (DossierRecord) type);

      if ((targets & (1u << type)) == 0 || (int) candidates->len + n > MAX_CANDIDATES)
        continue;

      for (int i = 0; i < n; i++)
        {
          DossierRef ref = { (DossierRecord) type, i };

          if (dossier_document_has_id (self->document, ref))
            g_ptr_array_add (candidates, dossier_document_dup_id (self->document, ref));
        }
    }

  nearest = dossier_suggest (id, (const char *const *) candidates->pdata, (int) candidates->len);

  return nearest != NULL ? g_strdup_printf (_ ("did you mean \"%s\"?"), nearest) : NULL;
}

static void
report_link (Resolver *self, const DossierLink *link, const DossierField *field, DossierRef ref)
{
  g_autofree char *targets = list_targets (field->targets);
  char *message;

  if (dossier_ref_is_set (ref))
    /* Translators: such as: "seoul" is a place where an actor belongs. */
    message = g_strdup_printf (_ ("\"%s\" is %s where %s belongs"), link->id, dossier_shape_get_record_name (ref.type), targets);
  else
    /* Translators: such as: nothing has the id "PRC", and an actor belongs here. */
    message = g_strdup_printf (_ ("nothing has the id \"%s\", and %s belongs here"), link->id, targets);

  dossier_problems_add (self->problems,
                        DOSSIER_SEVERITY_ERROR,
                        DOSSIER_STAGE_MEANING,
                        link->offset,
                        message,
                        dossier_problems_has_room (self->problems, DOSSIER_SEVERITY_ERROR) ? find_nearest (self, link->id, field->targets) : NULL);
}

static void
resolve_link (DossierLink *link, const DossierField *field, gconstpointer owner, gpointer data)
{
  Resolver *self = data;
  DossierRef ref = dossier_document_lookup (self->document, link->id);

  if (is_target (ref, field->targets))
    link->ref = ref;
  else
    report_link (self, link, field, ref);
}

/* The columns of an event do not know where its links are written: it is read once more for that. */
static void
report_event (int index, gpointer data)
{
  Resolver *self = data;
  g_autoptr (DossierEvent) event = dossier_event_new_unresolved (self->document, index);

  dossier_shape_foreach_link (dossier_shape_get_record (DOSSIER_RECORD_EVENT), event, resolve_link, self);
}

/* The columns of events tell so many records apart. Of hardly any document within the limits there are more. */
static void
check_counts (Resolver *self, DossierSymbols *symbols)
{
  gboolean is_good = !dossier_symbols_is_full (symbols);

  for (int type = DOSSIER_RECORD_NONE + 1; type < DOSSIER_N_RECORDS; type++)
    is_good &= dossier_document_get_count (self->document, (DossierRecord) type) < (int) DOSSIER_EVENT_LINKS_NOTHING;

  if (!is_good)
    dossier_problems_add (self->problems,
                          DOSSIER_SEVERITY_ERROR,
                          DOSSIER_STAGE_MEANING,
                          0,
                          g_strdup_printf (_ ("there are more records than %u of one type, or more ids that events refer to"), DOSSIER_EVENT_LINKS_NOTHING),
                          g_strdup (_ ("part the dossier in two")));
}

static void
resolve_events (Resolver *self, DossierSymbols *symbols, DossierEventFunc bad)
{
  DossierEvents *events = dossier_document_edit_events (self->document);
  int n_symbols = dossier_symbols_get_count (symbols);
  g_autofree DossierRef *refs = g_new (DossierRef, n_symbols);
  guint targets[DOSSIER_RELATION_SCENE + 1];

  for (int i = 0; i < n_symbols; i++)
    refs[i] = dossier_document_lookup (self->document, dossier_symbols_get_id (symbols, (guint32) i));
  for (int relation = 0; relation <= DOSSIER_RELATION_SCENE; relation++)
    targets[relation] = dossier_event_get_targets ((DossierRelation) relation);

  dossier_events_resolve (events, refs, (guint32) n_symbols, targets, bad, self);
}

/**
 * dossier_resolver_resolve:
 * @document: a document whose records are all read
 * @symbols: the ids that its events refer to
 * @problems: what is wrong with @document is added here
 *
 * Makes every reference point at its record, and checks what a schema cannot say.
 */
void
dossier_resolver_resolve (DossierDocument *document, DossierSymbols *symbols, DossierProblems *problems)
{
  Resolver self = { document, problems };

  for (int type = DOSSIER_RECORD_NONE + 1; type < DOSSIER_N_RECORDS; type++)
    {
      /* Events are columns, and scenes are walked with their stories. */
      if (type == DOSSIER_RECORD_EVENT || type == DOSSIER_RECORD_SCENE)
        continue;

      for (int i = 0; i < dossier_document_get_count (document, (DossierRecord) type); i++)
        dossier_shape_foreach_link (dossier_shape_get_record ((DossierRecord) type),
                                    dossier_document_get_record (document, (DossierRef){ (DossierRecord) type, i }),
                                    resolve_link,
                                    &self);
    }

  check_counts (&self, symbols);
  resolve_events (&self, symbols, report_event);

  /* What follows leans on references that hold. */
  if (dossier_problems_get_n_errors (problems) == 0)
    dossier_checks_run (document, problems);
}

static void
resolve_quietly (DossierLink *link, const DossierField *field, gconstpointer owner, gpointer data)
{
  Resolver *self = data;
  DossierRef ref = dossier_document_lookup (self->document, link->id);

  if (is_target (ref, field->targets))
    link->ref = ref;
}

/**
 * dossier_resolver_resolve_preview:
 * @document: a document of which only the begin is there
 * @symbols: the ids that its events refer to
 *
 * Makes the references that lead to a record point at it, and takes out the others.
 */
void
dossier_resolver_resolve_preview (DossierDocument *document, DossierSymbols *symbols)
{
  Resolver self = { document, NULL };

  for (int type = DOSSIER_RECORD_NONE + 1; type < DOSSIER_N_RECORDS; type++)
    {
      const DossierShape *shape = dossier_shape_get_record ((DossierRecord) type);

      if (type == DOSSIER_RECORD_EVENT || type == DOSSIER_RECORD_SCENE)
        continue;

      for (int i = 0; i < dossier_document_get_count (document, (DossierRecord) type); i++)
        {
          gpointer record = dossier_document_get_record (document, (DossierRef){ (DossierRecord) type, i });

          dossier_shape_foreach_link (shape, record, resolve_quietly, &self);
          dossier_shape_drop_loose_links (shape, record);
        }
    }

  resolve_events (&self, symbols, NULL);
}
