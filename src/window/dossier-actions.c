/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-actions.h"

#include "window/dossier-show-keys.h"

#include <glib/gi18n-lib.h>

static const DossierShortcut general[] = {
  { "win.open", { "<Control>o" }, NULL, N_ ("Open a dossier") },
  { "app.new-window", { "<Control>n" }, NULL, N_ ("New window") },
  { "win.save", { "<Control>s" }, NULL, N_ ("Save") },
  { "win.save-as", { "<Control><Shift>s" }, NULL, N_ ("Save as another file") },
  { "win.export", { "<Control>e" }, NULL, N_ ("Export what is in sight, in the format that the name ends in") },
  { "win.export-tables", { "<Control><Shift>e" }, NULL, N_ ("Export all tables into a folder") },
  { "win.undo", { "<Control>z" }, NULL, N_ ("Undo the last change") },
  { "win.redo", { "<Control><Shift>z" }, NULL, N_ ("Do again what was undone") },
  { "win.present", { "F5" }, NULL, N_ ("Present a story from its first scene") },
  { "win.present-from-here", { "<Shift>F5" }, NULL, N_ ("Present it from the scene that is most like what is seen") },
  { "win.search", { "<Control>f" }, NULL, N_ ("Search") },
  { NULL, { "Return", "<Shift>Return" }, NULL, N_ ("In the search: next hit, hit before") },
  { "win.go-to", { "<Control>p" }, NULL, N_ ("Go to a lane or an actor") },
  { "win.show-commands", { "<Control><Shift>p" }, NULL, N_ ("All commands") },
  { "win.back", { "<Alt>Left" }, NULL, N_ ("Back to what was selected before") },
  { "win.forward", { "<Alt>Right" }, NULL, N_ ("Forward again") },
  { "win.show-filters", { "<Control>F9" }, NULL, N_ ("Show or hide the filters") },
  { "win.show-scenes", { "F8" }, NULL, N_ ("Show or hide the scenes") },
  { "win.show-details", { "F9" }, NULL, N_ ("Show or hide the details") },
  { "win.clear-filters", { "<Control><Shift>k" }, NULL, N_ ("Clear the filters") },
  { "win.show-dossier", { "<Control>i" }, NULL, N_ ("About the dossier") },
  { "win.page::explore", { "<Alt>1" }, NULL, N_ ("Timeline and map, whatever else is shown") },
  { "win.page::table", { "<Alt>2" }, NULL, N_ ("Table of the events") },
  { "win.page::reactions", { "<Alt>3" }, NULL, N_ ("Who reacted to what") },
  { "win.page::question", { "<Alt>4" }, NULL, N_ ("The question and its answers, weighed") },
  { "win.centre::both", { "<Control>1" }, NULL, N_ ("Timeline and map") },
  { "win.centre::timeline", { "<Control>2" }, NULL, N_ ("Timeline only") },
  { "win.centre::map", { "<Control>3" }, NULL, N_ ("Map only") },
  { "app.preferences", { "<Control>comma" }, NULL, N_ ("Preferences") },
  { "win.show-shortcuts", { "<Control>question", "<Control>F1" }, NULL, N_ ("Keyboard shortcuts") },
  { "app.help", { "F1" }, NULL, N_ ("Help") },
  { "window.close", { "<Control>w" }, NULL, N_ ("Close the window") },
  { "app.quit", { "<Control>q" }, NULL, N_ ("Quit") },
};

static const DossierShortcut canvases[] = {
  { NULL, { NULL }, N_ ("Scroll"), N_ ("Move the view") },
  { NULL, { NULL }, N_ ("Ctrl + scroll, pinch"), N_ ("Zoom at the pointer") },
  { NULL, { NULL }, N_ ("Drag, middle button anywhere"), N_ ("Move the view") },
  { NULL, { NULL }, N_ ("Shift + scroll"), N_ ("Move the view to the sides") },
  { "win.zoom-in", { "<Control>plus", "<Control>equal", "<Control>KP_Add" }, NULL, N_ ("Zoom in") },
  { "win.zoom-out", { "<Control>minus", "<Control>KP_Subtract" }, NULL, N_ ("Zoom out") },
  { "win.zoom-fit", { "<Control>0", "<Control>KP_0" }, NULL, N_ ("Show everything") },
  { "win.go-to-dates", { "<Control>l" }, NULL, N_ ("Go to dates that are typed") },
  { "win.fit-selection", { "<Control>Return", "<Control>KP_Enter" }, NULL, N_ ("Fit the selection in the timeline") },
  { NULL, { "f" }, NULL, N_ ("Bring the selection into the middle; again: fit it") },
  { NULL, { "Escape" }, NULL, N_ ("Clear the span, then the selection") },
};

static const DossierShortcut timeline[] = {
  { NULL, { NULL }, N_ ("Shift + drag"), N_ ("Select a span of time; drag its edges to change it") },
  { NULL, { NULL }, N_ ("Drag on the axis"), N_ ("Zoom to a span") },
  { NULL, { NULL }, N_ ("Double click"), N_ ("Fit the event") },
  { NULL, { "z" }, NULL, N_ ("Zoom to the selected span or events") },
  { NULL, { NULL }, N_ ("Ctrl + click, long press"), N_ ("Take an event into the selection, or out of it") },
  { NULL, { NULL }, N_ ("Shift + click"), N_ ("Select all events up to this one") },
  { NULL, { NULL }, N_ ("Ctrl + Shift + drag"), N_ ("Select all events in a rectangle") },
  { NULL, { "<Control>space" }, NULL, N_ ("Take the event in focus into the selection, or out of it") },
  { NULL, { "<Shift>Left", "<Shift>Right" }, NULL, N_ ("Select more events before or after") },
  { NULL, { "Left", "Right" }, NULL, N_ ("Event before, event after") },
  { NULL, { "Up", "Down" }, NULL, N_ ("Lane above, lane below") },
  { NULL, { "<Control><Shift>Left", "<Control><Shift>Right" }, NULL, N_ ("Fold the lane, unfold it") },
  { NULL, { "<Control><Shift>Up", "<Control><Shift>Down" }, NULL, N_ ("Move the lane up or down") },
  { NULL, { "Menu", "<Shift>F10" }, NULL, N_ ("What can be done with the lane") },
  { NULL, { NULL }, N_ ("Drag the title of a lane"), N_ ("Move the lane up or down") },
  { NULL, { "comma", "period" }, NULL, N_ ("Event before and after in the lane") },
  { NULL, { "Home", "End" }, NULL, N_ ("First and last event") },
  { NULL, { "q" }, NULL, N_ ("Show or hide the details") },
  { NULL, { "w", "s" }, NULL, N_ ("Zoom in and out") },
  { NULL, { "a", "d" }, NULL, N_ ("Earlier and later") },
  { NULL, { "Page_Up", "Page_Down" }, NULL, N_ ("Earlier and later by most of what is seen") },
};

static const DossierShortcut overview[] = {
  { NULL, { NULL }, N_ ("Drag the window, or one of its sides"), N_ ("Move it, make it wider or narrower") },
  { NULL, { NULL }, N_ ("Drag beside the window"), N_ ("Draw a new one") },
  { NULL, { NULL }, N_ ("Double click"), N_ ("Show the whole period") },
  { NULL, { "Left", "Right" }, NULL, N_ ("Move the window") },
  { NULL, { "<Shift>Left", "<Shift>Right" }, NULL, N_ ("Move its end") },
  { NULL, { "Up", "Down" }, NULL, N_ ("Make it wider or narrower") },
};

static const DossierShortcut table[] = {
  { NULL, { "Return" }, NULL, N_ ("Show the event in the timeline") },
  { NULL, { NULL }, N_ ("Ctrl + click, Shift + click"), N_ ("Select several events") },
  { NULL, { "<Control>c" }, NULL, N_ ("Copy the selected rows for a spreadsheet") },
};

static const DossierShortcut map[] = {
  { NULL, { "Left", "Right" }, NULL, N_ ("Along a tie that leads there, or to the next actor; up and down likewise") },
  { NULL, { "Page_Up", "Page_Down" }, NULL, N_ ("From one tie of the actor to the next") },
  { NULL, { "Return" }, NULL, N_ ("Select the actor; open the tie into its statements") },
  { NULL, { NULL }, N_ ("Ctrl + click, Shift + click"), N_ ("What is between the selected actor and another: ties, or the shortest path") },
  { NULL, { NULL }, N_ ("Double click"), N_ ("Bring into the middle") },
  { NULL, { NULL }, N_ ("Drag an actor"), N_ ("Move it and pin it") },
  { NULL, { NULL }, N_ ("Shift + drag"), N_ ("Choose several actors by a line around them") },
  { NULL, { "<Control><Shift>Left", "<Control><Shift>Right" }, NULL, N_ ("Move the actor, or all that are chosen; up and down likewise") },
  { NULL, { "p" }, NULL, N_ ("Pin or unpin the actor") },
  { NULL, { "<Shift>F10" }, NULL, N_ ("What can be done with the actor") },
};

static const DossierShortcut scenes[] = {
  { "win.add-scene", { "<Control><Shift>n" }, NULL, N_ ("Add a scene from this view") },
  { NULL, { "Return" }, NULL, N_ ("Show the scene") },
  { NULL, { "<Control>u" }, NULL, N_ ("Update the scene from this view") },
  { NULL, { "F2" }, NULL, N_ ("Rename the scene") },
  { NULL, { "<Control>d" }, NULL, N_ ("Duplicate the scene") },
  { NULL, { "Delete" }, NULL, N_ ("Delete the scene") },
  { NULL, { "<Alt>Up", "<Alt>Down" }, NULL, N_ ("Move the scene up or down") },
  { NULL, { NULL }, N_ ("Drag a scene"), N_ ("Move it to another place") },
  { NULL, { "<Shift>F10" }, NULL, N_ ("What can be done with the scene") },
};

/* The last one's are told by those who know them. */
static DossierShortcutGroup groups[] = {
  { N_ ("General"), general, G_N_ELEMENTS (general) },
  { N_ ("Timeline and Map"), canvases, G_N_ELEMENTS (canvases) },
  { N_ ("Timeline"), timeline, G_N_ELEMENTS (timeline) },
  { N_ ("Overview"), overview, G_N_ELEMENTS (overview) },
  { N_ ("Table"), table, G_N_ELEMENTS (table) },
  { N_ ("Map"), map, G_N_ELEMENTS (map) },
  { N_ ("Scenes"), scenes, G_N_ELEMENTS (scenes) },
  { N_ ("Presentation"), NULL, 0 },
};

/**
 * dossier_actions_get_shortcuts:
 * @n_groups: (out): how many groups there are
 *
 * Returns: (transfer none): every key and gesture of the program, as the shortcuts window lists them
 */
const DossierShortcutGroup *
dossier_actions_get_shortcuts (int *n_groups)
{
  DossierShortcutGroup *last = &groups[G_N_ELEMENTS (groups) - 1];

  *n_groups = G_N_ELEMENTS (groups);
  last->shortcuts = dossier_show_keys_get_shortcuts (&last->n_shortcuts);

  return groups;
}

/**
 * dossier_actions_set_accels:
 * @application: the application
 *
 * Gives the actions their keys.
 */
void
dossier_actions_set_accels (GtkApplication *application)
{
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    for (int j = 0; j < groups[i].n_shortcuts; j++)
      {
        const DossierShortcut *shortcut = &groups[i].shortcuts[j];
        const char *accels[G_N_ELEMENTS (shortcut->accels) + 1] = { NULL };

        if (shortcut->action == NULL)
          continue;
        for (gsize k = 0; k < G_N_ELEMENTS (shortcut->accels); k++)
          accels[k] = shortcut->accels[k];
        gtk_application_set_accels_for_action (application, shortcut->action, accels);
      }
}
