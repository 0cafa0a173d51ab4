import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { parse } from 'yaml'

const example = (name: string): string => fileURLToPath(new URL(`../examples/${name}`, import.meta.url))

it('the Slurm script is one that bash accepts, and asks for the shard of its task, be it resubmitted with others', () => {
  execFileSync('bash', ['-n', example('slurm.sh')])
  const command = execFileSync(
    'bash',
    ['-c', `isacnet() { echo "$@"; }; exec() { "$@"; }; set -- study.yaml 16; . ${example('slurm.sh')}`],
    {
      encoding: 'utf8',
      env: { ...process.env, SLURM_ARRAY_TASK_ID: '3', SLURM_ARRAY_TASK_COUNT: '2', SLURM_CPUS_PER_TASK: '4' },
    },
  )
  expect(command.trim()).toBe('sweep study.yaml --shard 3/16 --out study-shards/3-of-16 --threads 4 --resume --quiet')
})

it('the Kubernetes job is an indexed one whose pods have as many shards as it has completions', () => {
  const job = parse(readFileSync(example('kubernetes.yaml'), 'utf8'))
  expect([job.apiVersion, job.kind, job.spec.completionMode]).toEqual(['batch/v1', 'Job', 'Indexed'])
  const [container] = job.spec.template.spec.containers
  const script = `isacnet() { echo "$@"; }; ${container.args[0].replace('exec ', '')}`
  const command = execFileSync('sh', ['-c', script], {
    encoding: 'utf8',
    env: { ...process.env, JOB_COMPLETION_INDEX: '0' },
  })
  expect(command.trim()).toBe(
    `sweep /study/study.yaml --shard 1/${job.spec.completions} --out /data/shards/1-of-${job.spec.completions} --threads 4 --resume --quiet`,
  )
})
