/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-map-view-private.h"

#include "layout/dossier-map-network.h"
#include "layout/dossier-paths.h"
#include "widgets/dossier-compat.h"

#include <glib/gi18n-lib.h>

/* The names of choices in menus, in the order of their enumerations. */
static const char *const hulls[] = { "affiliation", "community", "none", NULL };
static const char *const sizes[] = { "weight", "degree", "betweenness", NULL };
static const char *const betweens[] = { "path", "common", NULL };
static const char *const steps[] = { "1", "2", "3", NULL };

static int
find_choice (const char *const *choices, GVariant *value)
{
  const char *name = g_variant_get_string (value, NULL);

  for (int i = 0; choices[i] != NULL; i++)
    if (g_str_equal (choices[i], name))
      return i;

  return -1;
}

static void
choose_hulls (GSimpleAction *action, GVariant *value, gpointer data)
{
  DossierMapView *self = data;
  int choice = find_choice (hulls, value);

  if (choice < 0)
    return;
  g_simple_action_set_state (action, value);
  self->look.hulls = (DossierMapHulls) choice;
  dossier_map_view_arrange_anew (self, FALSE);
}

static void
choose_size (GSimpleAction *action, GVariant *value, gpointer data)
{
  DossierMapView *self = data;
  int choice = find_choice (sizes, value);

  if (choice < 0)
    return;
  g_simple_action_set_state (action, value);
  self->look.size = (DossierMapSize) choice;
  dossier_map_view_arrange_anew (self, FALSE);
}

static void
choose_between (GSimpleAction *action, GVariant *value, gpointer data)
{
  DossierMapView *self = data;
  int choice = find_choice (betweens, value);

  if (choice < 0)
    return;
  g_simple_action_set_state (action, value);
  self->between = (DossierMapBetween) choice;
  dossier_map_view_apply (self);
}

static void
choose_steps (GSimpleAction *action, GVariant *value, gpointer data)
{
  DossierMapView *self = data;
  int choice = find_choice (steps, value);

  if (choice < 0)
    return;
  g_simple_action_set_state (action, value);
  self->n_steps = choice + 1;
  dossier_map_view_apply (self);
}

/* The actor that a menu or a key is about. */
static int
get_target (DossierMapView *self)
{
  int node = self->menu_node >= 0 ? self->menu_node : self->focused_node;

  return self->map != NULL && node < self->map->n_nodes ? node : -1;
}

static void
pin_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (get_target (data) >= 0)
    dossier_map_view_set_pinned (data, get_target (data), TRUE);
}

static void
unpin_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (get_target (data) >= 0)
    dossier_map_view_set_pinned (data, get_target (data), FALSE);
}

static void
unpin_all_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (((DossierMapView *) data)->map != NULL)
    dossier_map_view_unpin_all (data);
}

/* Only what is around an actor stays. */
static void
focus_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DossierMapView *self = data;
  int node = get_target (self);
  g_autoptr (DossierAdjacency) network = NULL;
  g_autofree gboolean *kept = NULL;

  if (node < 0)
    return;

  network = dossier_map_network_new (self->map, DOSSIER_MAP_NETWORK_ALL);
  kept = g_new0 (gboolean, MAX (1, self->map->n_nodes));
  dossier_paths_find_neighbourhood (network, &node, 1, self->n_steps, kept);
  dossier_map_view_keep (self, g_steal_pointer (&kept));
  dossier_map_view_select_node (self, node);
}

/* Only what is chosen stays, or the actor alone with whom it stands beside. */
static void
hide_others_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DossierMapView *self = data;
  int node = get_target (self);
  gboolean *kept;

  if (node < 0)
    return;

  kept = g_new0 (gboolean, MAX (1, self->map->n_nodes));
  for (int i = 0; i < self->map->n_nodes; i++)
    kept[i] = i == node || (self->map->nodes[node].chosen ? self->map->nodes[i].chosen : self->map->nodes[i].parent == node);
  dossier_map_view_keep (self, kept);
}

static void
show_all_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dossier_map_view_keep (data, NULL);
}

static void
fold_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (get_target (data) >= 0)
    dossier_map_view_fold_state (data, get_target (data), TRUE);
}

static void
unfold_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (get_target (data) >= 0)
    dossier_map_view_fold_state (data, get_target (data), FALSE);
}

static void
stop_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dossier_map_view_stop_arranging (data);
}

/* All but what is pinned. */
static void
arrange_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dossier_map_view_arrange_anew (data, TRUE);
}

/* Has the menus say how the map looks. */
void
dossier_map_view_show_look (DossierMapView *self)
{
  GActionMap *map = G_ACTION_MAP (self->actions);

  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "hulls")), g_variant_new_string (hulls[self->look.hulls]));
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "size")), g_variant_new_string (sizes[self->look.size]));
}

static const GActionEntry entries[] = {
  { "hulls", NULL, "s", "'affiliation'", choose_hulls, { 0 } },
  { "size", NULL, "s", "'weight'", choose_size, { 0 } },
  { "between", NULL, "s", "'path'", choose_between, { 0 } },
  { "steps", NULL, "s", "'1'", choose_steps, { 0 } },
  { "pin", pin_cb, NULL, NULL, NULL, { 0 } },
  { "unpin", unpin_cb, NULL, NULL, NULL, { 0 } },
  { "unpin-all", unpin_all_cb, NULL, NULL, NULL, { 0 } },
  { "focus", focus_cb, NULL, NULL, NULL, { 0 } },
  { "hide-others", hide_others_cb, NULL, NULL, NULL, { 0 } },
  { "show-all", show_all_cb, NULL, NULL, NULL, { 0 } },
  { "fold", fold_cb, NULL, NULL, NULL, { 0 } },
  { "stop", stop_cb, NULL, NULL, NULL, { 0 } },
  { "arrange", arrange_cb, NULL, NULL, NULL, { 0 } },
  { "unfold", unfold_cb, NULL, NULL, NULL, { 0 } },
};

static void
set_enabled (DossierMapView *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), enabled);
}

void
dossier_map_view_update_actions (DossierMapView *self)
{
  gboolean any_pinned = FALSE;

  for (int i = 0; self->map != NULL && i < self->map->n_nodes; i++)
    any_pinned |= self->map->nodes[i].pinned;

  set_enabled (self, "unpin-all", any_pinned);
  set_enabled (self, "show-all", self->kept != NULL);
}

void
dossier_map_view_make_actions (DossierMapView *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "map", G_ACTION_GROUP (self->actions));
  dossier_map_view_update_actions (self);
}

/* Whether anybody is folded into @node, and whether anybody beside it could be. */
static void
find_folded (DossierMapView *self, int node, gboolean *has_folded, gboolean *can_fold)
{
  *has_folded = *can_fold = FALSE;
  for (int i = 0; i < self->map->n_nodes; i++)
    {
      int above = self->map->nodes[i].parent;

      *has_folded |= i != node && self->map->nodes[i].shown_as == node;
      for (; above >= 0 && above != node; above = self->map->nodes[above].parent)
        ;
      *can_fold |= above == node && self->map->nodes[i].shown_as == i;
    }
  *can_fold &= self->map->nodes[node].type == DOSSIER_ACTOR_TYPE_STATE;
}

static GMenuModel *
make_menu (DossierMapView *self, int node)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) own = g_menu_new ();
  g_autoptr (GMenu) all = g_menu_new ();

  if (node >= 0)
    {
      gboolean has_folded, can_fold;

      find_folded (self, node, &has_folded, &can_fold);
      g_menu_append (own, self->map->nodes[node].pinned ? _ ("_Unpin") : _ ("_Pin"), self->map->nodes[node].pinned ? "map.unpin" : "map.pin");
      g_menu_append (own, _ ("_Focus on Neighbourhood"), "map.focus");
      g_menu_append (own, _ ("_Hide Others"), "map.hide-others");
      if (can_fold)
        g_menu_append (own, _ ("Fold P_eople In"), "map.fold");
      if (has_folded)
        g_menu_append (own, _ ("Show P_eople Beside It"), "map.unfold");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (own));
    }

  g_menu_append (all, _ ("Show _All Actors"), "map.show-all");
  g_menu_append (all, _ ("Unp_in All"), "map.unpin-all");
  g_menu_append (all, _ ("_Lay Out Anew"), "map.arrange");
  g_menu_append (all, _ ("Un_do"), "win.undo");
  g_menu_append (all, _ ("_Redo"), "win.redo");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));

  return G_MENU_MODEL (menu);
}

/* Shows what can be done with an actor, or with the map where @node is -1. */
void
dossier_map_view_show_menu (DossierMapView *self, int node, double x, double y)
{
  g_autoptr (GMenuModel) model = make_menu (self, node);

  self->menu_node = node;
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (model);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  else
    {
      dossier_compat_empty_menus (self->menu);
      gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
    }

  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}
