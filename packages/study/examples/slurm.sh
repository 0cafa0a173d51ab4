#!/usr/bin/env bash
# One shard of a study for each task of a Slurm job array:
#   sbatch --array=1-16 slurm.sh study.yaml 16
# Tasks that failed are resubmitted alone: sbatch --array=3,7 slurm.sh study.yaml 16
# When all have ended, on any machine: isacnet merge study-shards/*-of-16 --out study-results
#SBATCH --job-name=isacnet
#SBATCH --cpus-per-task=4
#SBATCH --time=04:00:00
#SBATCH --requeue
set -euo pipefail

study=${1:?the scenario file is missing}
# Of the study, not of this array, which may have some of its tasks only.
shards=${2:?the number of shards is missing}

# --resume goes on where a task that was requeued had got to, a minute after the last sign of life of a machine that went down; a new task
# begins.
exec isacnet sweep "$study" \
  --shard "$SLURM_ARRAY_TASK_ID/$shards" \
  --out "study-shards/$SLURM_ARRAY_TASK_ID-of-$shards" \
  --threads "$SLURM_CPUS_PER_TASK" \
  --resume --quiet
