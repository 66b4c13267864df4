/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-separation.h"

#include <math.h>

#define EPSILON 1e-7

/*
 * Variables that touch form a block, which moves as a whole to the weighted mean of what its variables want.
 * The constraints that hold a block together (the active ones) form a tree in it.
 */

typedef struct
{
  int left;
  int right;
  double gap;
  gboolean active;
  double multiplier;
} Constraint;

typedef struct
{
  double desired;
  double weight;
  double offset; /* from the position of its block */
  int block;
  int next; /* the next variable of the same block, or -1 */
} Variable;

typedef struct
{
  int first; /* its first variable, -1 once it is merged into another */
  int last;
  int n_variables;
  double weight;
  double weighted_sum; /* of desired - offset */
  double position;
} Block;

struct _DossierSeparation
{
  int n_variables;
  Variable *variables;
  GArray *constraints;

  /* For each variable the constraints at its right end and at its left end. */
  int *in_offsets;
  int *in_constraints;
  int *out_offsets;
  int *out_constraints;

  GArray *blocks;

  /* Room for walking a block's tree: variables in the order met, the constraint that led to each, and the
   * pull that was summed up below each. */
  int *walk;
  int *walk_constraints;
  double *pulls;
};

static inline Constraint *
get_constraint (DossierSeparation *separation, int index)
{
  return &g_array_index (separation->constraints, Constraint, index);
}

static inline Block *
get_block (DossierSeparation *separation, int index)
{
  return &g_array_index (separation->blocks, Block, index);
}

static inline double
get_position (DossierSeparation *separation, int variable)
{
  const Variable *v = &separation->variables[variable];

  return get_block (separation, v->block)->position + v->offset;
}

static double
get_violation (DossierSeparation *separation, const Constraint *constraint)
{
  return get_position (separation, constraint->left) + constraint->gap - get_position (separation, constraint->right);
}

static void
append_variable (DossierSeparation *separation, int block_index, int variable)
{
  Block *block = get_block (separation, block_index);
  Variable *v = &separation->variables[variable];

  v->block = block_index;
  v->next = -1;
  if (block->first < 0)
    block->first = variable;
  else
    separation->variables[block->last].next = variable;
  block->last = variable;
  block->n_variables++;
  block->weight += v->weight;
  block->weighted_sum += v->weight * (v->desired - v->offset);
  block->position = block->weighted_sum / block->weight;
}

static int
add_block (DossierSeparation *separation)
{
  Block block = { .first = -1, .last = -1 };

  g_array_append_val (separation->blocks, block);

  return (int) separation->blocks->len - 1;
}

/* Joins the two blocks at the ends of a constraint, so that it holds exactly. Returns the block that remains. */
static int
merge (DossierSeparation *separation, int constraint_index)
{
  Constraint *constraint = get_constraint (separation, constraint_index);
  const Variable *left = &separation->variables[constraint->left];
  const Variable *right = &separation->variables[constraint->right];
  double distance = left->offset + constraint->gap - right->offset;
  int kept = left->block;
  int dropped = right->block;
  int variable;

  if (get_block (separation, kept)->n_variables < get_block (separation, dropped)->n_variables)
    {
      kept = right->block;
      dropped = left->block;
      distance = -distance;
    }

  constraint->active = TRUE;
  variable = get_block (separation, dropped)->first;
  while (variable >= 0)
    {
      int next = separation->variables[variable].next;

      separation->variables[variable].offset += distance;
      append_variable (separation, kept, variable);
      variable = next;
    }
  *get_block (separation, dropped) = (Block){ .first = -1, .last = -1 };

  return kept;
}

/* The most violated constraint between @block and what stands left of it, or right of it; -1 if none is. */
static int
find_most_violated (DossierSeparation *separation, int block, gboolean to_the_left)
{
  const int *offsets = to_the_left ? separation->in_offsets : separation->out_offsets;
  const int *constraints = to_the_left ? separation->in_constraints : separation->out_constraints;
  double worst = EPSILON;
  int found = -1;

  for (int v = get_block (separation, block)->first; v >= 0; v = separation->variables[v].next)
    for (int i = offsets[v]; i < offsets[v + 1]; i++)
      {
        const Constraint *constraint = get_constraint (separation, constraints[i]);
        int other = to_the_left ? constraint->left : constraint->right;
        double violation;

        if (separation->variables[other].block == block)
          continue;

        violation = get_violation (separation, constraint);
        if (violation > worst)
          {
            worst = violation;
            found = constraints[i];
          }
      }

  return found;
}

static void
merge_all (DossierSeparation *separation, int block, gboolean to_the_left)
{
  int constraint;

  while ((constraint = find_most_violated (separation, block, to_the_left)) >= 0)
    block = merge (separation, constraint);
}

/* Walks the tree of active constraints from @root. Returns how many variables it met. */
static int
walk_tree (DossierSeparation *separation, int root)
{
  int n_met = 1;

  separation->walk[0] = root;
  separation->walk_constraints[0] = -1;

  for (int i = 0; i < n_met; i++)
    {
      int v = separation->walk[i];

      for (int side = 0; side < 2; side++)
        {
          const int *offsets = side == 0 ? separation->in_offsets : separation->out_offsets;
          const int *constraints = side == 0 ? separation->in_constraints : separation->out_constraints;

          for (int j = offsets[v]; j < offsets[v + 1]; j++)
            {
              const Constraint *constraint = get_constraint (separation, constraints[j]);

              if (!constraint->active || constraints[j] == separation->walk_constraints[i])
                continue;

              separation->walk[n_met] = side == 0 ? constraint->left : constraint->right;
              separation->walk_constraints[n_met++] = constraints[j];
            }
        }
    }

  return n_met;
}

/* Finds the active constraint of @block that most holds its sides together against their will, or -1.
 * That one may be released. */
static int
find_released (DossierSeparation *separation, int block)
{
  int n_met = walk_tree (separation, get_block (separation, block)->first);
  double least = -EPSILON;
  int found = -1;

  for (int i = 0; i < n_met; i++)
    {
      const Variable *v = &separation->variables[separation->walk[i]];

      separation->pulls[separation->walk[i]] = v->weight * (get_position (separation, separation->walk[i]) - v->desired);
    }

  for (int i = n_met - 1; i > 0; i--)
    {
      int variable = separation->walk[i];
      Constraint *constraint = get_constraint (separation, separation->walk_constraints[i]);
      gboolean is_right = constraint->right == variable;

      constraint->multiplier = is_right ? separation->pulls[variable] : -separation->pulls[variable];
      separation->pulls[is_right ? constraint->left : constraint->right] += separation->pulls[variable];

      if (constraint->multiplier < least)
        {
          least = constraint->multiplier;
          found = separation->walk_constraints[i];
        }
    }

  return found;
}

/* Splits the block of a constraint in two at it; each goes where it wants, and then is merged with what
 * is in its way. */
static void
split (DossierSeparation *separation, int constraint_index)
{
  Constraint *constraint = get_constraint (separation, constraint_index);
  int ends[2] = { constraint->left, constraint->right };
  int old = separation->variables[ends[0]].block;

  constraint->active = FALSE;
  *get_block (separation, old) = (Block){ .first = -1, .last = -1 };

  for (int side = 0; side < 2; side++)
    {
      int n_met = walk_tree (separation, ends[side]);
      int block = side == 0 ? old : add_block (separation);

      for (int i = 0; i < n_met; i++)
        append_variable (separation, block, separation->walk[i]);
    }

  merge_all (separation, separation->variables[ends[0]].block, TRUE);
  merge_all (separation, separation->variables[ends[1]].block, FALSE);
}

static void
index_constraints (DossierSeparation *separation)
{
  int n = separation->n_variables;
  int n_constraints = (int) separation->constraints->len;
  g_autofree int *in_ends = NULL;
  g_autofree int *out_ends = NULL;

  separation->in_offsets = g_new0 (int, n + 1);
  separation->out_offsets = g_new0 (int, n + 1);
  separation->in_constraints = g_new (int, MAX (1, n_constraints));
  separation->out_constraints = g_new (int, MAX (1, n_constraints));

  for (int i = 0; i < n_constraints; i++)
    {
      separation->in_offsets[get_constraint (separation, i)->right + 1]++;
      separation->out_offsets[get_constraint (separation, i)->left + 1]++;
    }
  for (int i = 0; i < n; i++)
    {
      separation->in_offsets[i + 1] += separation->in_offsets[i];
      separation->out_offsets[i + 1] += separation->out_offsets[i];
    }

  in_ends = g_memdup2 (separation->in_offsets, sizeof (int) * (gsize) (n + 1));
  out_ends = g_memdup2 (separation->out_offsets, sizeof (int) * (gsize) (n + 1));
  for (int i = 0; i < n_constraints; i++)
    {
      separation->in_constraints[in_ends[get_constraint (separation, i)->right]++] = i;
      separation->out_constraints[out_ends[get_constraint (separation, i)->left]++] = i;
    }
}

/**
 * dossier_separation_new:
 * @n_variables: how many numbers there are
 *
 * Returns: (transfer full): a problem without constraints, in which every number wants to be 0 with weight 1
 */
DossierSeparation *
dossier_separation_new (int n_variables)
{
  DossierSeparation *separation = g_new0 (DossierSeparation, 1);

  g_return_val_if_fail (n_variables >= 0, separation);

  separation->n_variables = n_variables;
  separation->variables = g_new0 (Variable, MAX (1, n_variables));
  separation->constraints = g_array_new (FALSE, FALSE, sizeof (Constraint));
  separation->blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  separation->walk = g_new (int, n_variables + 1);
  separation->walk_constraints = g_new (int, n_variables + 1);
  separation->pulls = g_new (double, n_variables + 1);
  for (int i = 0; i < n_variables; i++)
    separation->variables[i].weight = 1;

  return separation;
}

/**
 * dossier_separation_free:
 * @separation: (nullable): a problem, or %NULL
 *
 * Frees @separation.
 */
void
dossier_separation_free (DossierSeparation *separation)
{
  if (separation == NULL)
    return;

  g_free (separation->variables);
  g_array_unref (separation->constraints);
  g_array_unref (separation->blocks);
  g_free (separation->in_offsets);
  g_free (separation->in_constraints);
  g_free (separation->out_offsets);
  g_free (separation->out_constraints);
  g_free (separation->walk);
  g_free (separation->walk_constraints);
  g_free (separation->pulls);
  g_free (separation);
}

/**
 * dossier_separation_set_desired:
 * @separation: a problem
 * @variable: which number, from 0
 * @desired: where it wants to be
 * @weight: how much it wants it; above 0
 */
void
dossier_separation_set_desired (DossierSeparation *separation, int variable, double desired, double weight)
{
  g_return_if_fail (variable >= 0 && variable < separation->n_variables);
  g_return_if_fail (weight > 0);

  separation->variables[variable].desired = desired;
  separation->variables[variable].weight = weight;
}

/**
 * dossier_separation_add:
 * @separation: a problem
 * @left: a number
 * @right: another
 * @gap: how much greater @right must be at least
 *
 * Adds a constraint. Constraints must not run in a circle.
 */
void
dossier_separation_add (DossierSeparation *separation, int left, int right, double gap)
{
  Constraint constraint = { .left = left, .right = right, .gap = gap };

  g_return_if_fail (left >= 0 && left < separation->n_variables);
  g_return_if_fail (right >= 0 && right < separation->n_variables && left != right);

  g_array_append_val (separation->constraints, constraint);
}

/**
 * dossier_separation_solve:
 * @separation: a problem, not solved before
 * @order: (array): the numbers in an order in which each comes behind all that must be left of it
 * @positions: (out caller-allocates) (array): room for the positions
 *
 * Finds the positions, to within 1e-6 of the gaps and of the best.
 *
 * Variable placement with separation constraints: Dwyer, Marriott, Stuckey: Fast node overlap removal
 * (Graph Drawing 2005). First every number is put as far to the left as it needs while blocks form; then
 * blocks that are held together against their will are split again until none is.
 */
void
dossier_separation_solve (DossierSeparation *separation, const int *order, double *positions)
{
  int n = separation->n_variables;
  int n_splits = 4 * n;
  gboolean changed = TRUE;

  g_return_if_fail (separation->in_offsets == NULL);

  index_constraints (separation);

  for (int i = 0; i < n; i++)
    append_variable (separation, add_block (separation), i);
  for (int i = 0; i < n; i++)
    merge_all (separation, separation->variables[order[i]].block, TRUE);

  /* In exact arithmetic this ends by itself. */
  while (changed && n_splits > 0)
    {
      changed = FALSE;
      for (int i = 0; i < (int) separation->blocks->len && n_splits > 0; i++)
        {
          int constraint;

          if (get_block (separation, i)->first < 0)
            continue;

          constraint = find_released (separation, i);
          if (constraint >= 0)
            {
              split (separation, constraint);
              changed = TRUE;
              n_splits--;
            }
        }
    }

  for (int i = 0; i < n; i++)
    positions[i] = get_position (separation, i);
}
