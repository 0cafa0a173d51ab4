#!/usr/bin/env bash
# One shard of a study for each task of a Slurm job array:
#   sbatch --array=1-16 slurm.sh study.yaml
# When all have ended, on any machine: isacnet merge study-shards/* --out study-results
#SBATCH --job-name=isacnet
#SBATCH --cpus-per-task=4
#SBATCH --time=04:00:00
#SBATCH --requeue
set -euo pipefail

study=${1:?the scenario file is missing}

# --resume goes on where a task that was requeued had got to; a new task begins.
exec isacnet sweep "$study" \
  --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" \
  --out "study-shards/$SLURM_ARRAY_TASK_ID" \
  --threads "$SLURM_CPUS_PER_TASK" \
  --resume --quiet
