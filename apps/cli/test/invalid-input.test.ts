import { communicationMethods } from '@isacnet/analysis'
import { simulationParameters } from '@isacnet/simulation'
import { describe, expect, it } from 'vitest'
import { capture } from './captured-io.js'

const deployments = simulationParameters.flatMap((parameter) =>
  parameter.name === 'deployment' ? parameter.permitted : [],
)

const invalid: readonly (readonly [argv: string, message: string])[] = [
  ['evaluate --set alpha=2', 'pathLossExponent (α) must be a finite number > 2, got 2'],
  [
    'evaluate --set α=NaN',
    'pathLossExponent (α) must be a finite number > 2, got ‘NaN’, which is not a decimal number',
  ],
  ['evaluate --set K=0', 'usersPerCell (K) must be an integer ≥ 1, got 0'],
  ['evaluate --set K=2.5', 'usersPerCell (K) must be an integer ≥ 1, got 2.5'],
  [
    'simulate --set K=8 --set L=2 --set J=5 --set Q=2',
    'K·L + J·(Q−1) = 8·2 + 5·(2−1) = 21 degrees of freedom are asked for, but transmitAntennas (M_t) = 20 permits at most 20 where every request is granted; method ‘actual-requests’ and fidelity ‘channel’ take such a network',
  ],
  ['evaluate --set J=11', 'targetsPerCell (J) must be an integer ≥ 1 and ≤ maxTargetsPerCell (J_max) = 10, got 11'],
  ['evaluate --set userPerCell=3', /^unknown parameter ‘userPerCell’: did you mean ‘usersPerCell’\? permitted: /],
  ['evaluate --set K5', '--set must be name=value, got ‘K5’'],
  ['evaluate --set =5', '--set must be name=value, got ‘=5’'],
  [
    'evaluate --set lambda=1e400',
    'baseStationDensity (λ_b) must be a finite number > 0, got ‘1e400’, which is too large for a number',
  ],
  [
    'evaluate --set N0=1e-400',
    'noisePower (N₀) must be a finite number ≥ 0, got ‘1e-400’, which is too small for a number',
  ],
  ['evaluate --set K=', 'usersPerCell (K) must be an integer ≥ 1, got an empty value'],
  ['evaluate --set K=0x10', 'usersPerCell (K) must be an integer ≥ 1, got ‘0x10’, which is not a decimal number'],
  [
    'evaluate --set K=Infinity',
    'usersPerCell (K) must be an integer ≥ 1, got ‘Infinity’, which is not a decimal number',
  ],
  ['evaluate --set K=3 --set usersPerCell=4', 'usersPerCell (K) must be given once, got ‘K=3’ and ‘usersPerCell=4’'],
  ['evaluate --set', "option '--set <name=value>' argument missing"],
  ['simulate --set K=20 --set Q=2', /= 21 degrees of freedom are asked for/],
  ['evaluate --sett K=5', "unknown option '--sett' (Did you mean --set?)"],
  ['evaluate K=5', /too many arguments/],
  [
    'evaluate --communication-method exakt',
    `unknown communication method ‘exakt’: did you mean ‘exact’? permitted: ${communicationMethods.join(', ')}`,
  ],
  ['evaluate --sensing-method theorem3', /^unknown sensing method ‘theorem3’: did you mean ‘theorem-3’\?/],
  ['evaluate --sensing-method theorem-3', 'method ‘theorem-3’ requires sensingClusterSize (Q) ≥ 2, got 1'],
  ['evaluate --sensing-clusters target', /^unknown kind of sensing clusters ‘target’/],
  ['evaluate --unit bit', 'unknown unit ‘bit’: did you mean ‘bits’? permitted: nats, bits'],
  ['evaluate --compare --sensing-method exact', '--sensing-method must be left out with --compare, got ‘exact’'],
  ['optimize --objective comunication', /^unknown objective ‘comunication’: did you mean ‘communication’\?/],
  ['optimize --objective sensing --rho 0.3', '--rho must be left out with --objective sensing, got ‘0.3’'],
  ['optimize --rho 1.5', 'rho (ρ) must be a number ≥ 0 and ≤ 1, got 1.5'],
  ['optimize --rho half', 'rho (ρ) must be a number ≥ 0 and ≤ 1, got ‘half’, which is not a decimal number'],
  ['optimize --set K=5', 'usersPerCell (K) must be left out of --set, because it is what is chosen, got 5'],
  ['optimize --max-targets 0', '--max-targets must be an integer ≥ 1, got ‘0’'],
  [
    'optimize --max-targets 3 --set Jmax=4',
    'maxTargetsPerCell (J_max) must be given once, got --set …=4 and --max-targets 3',
  ],
  ['optimize --min-sensing-rate=-1', '--min-sensing-rate must be a finite number ≥ 0, got -1'],
  ['optimize --min-sensing-cluster-size 2.5', '--min-sensing-cluster-size must be an integer ≥ 1, got ‘2.5’'],
  ['optimize --runners-up -1', '--runners-up must be an integer ≥ 0 and ≤ 1000, got ‘-1’'],
  [
    'optimize --sensing-method proposition-3',
    '--sensing-method must be one for every Q: exact, no-hole, theorem-3; got ‘proposition-3’',
  ],
  [
    'optimize --sensing-method no-hole --sensing-clusters target-centric',
    'method ‘no-hole’ requires bs-centric clusters, got target-centric',
  ],
  [
    'optimize --min-communication-cluster-size 21',
    'no allocation is feasible: --min-communication-cluster-size must be at most 20 with transmitAntennas (M_t) = 20, got 21',
  ],
  [
    'optimize --min-sensing-rate 9 --unit bits',
    /^no allocation is feasible: --min-sensing-rate must be at most 5\.725464 bit\/s\/Hz \(K = 3, L = 1, J = 1, Q = 18\) with transmitAntennas \(M_t\) = 20, got 9 bit\/s\/Hz$/,
  ],
  ['region --metric ases', /^unknown metric ‘ases’: did you mean ‘ase’\?/],
  [
    'region --out region.pdf',
    '--out must be a file that ends in .svg, .png, .csv, .json, which says what it is, got ‘region.pdf’',
  ],
  ['region --out /dev/null/region.svg', /^--out must be a file that can be written, got ‘\/dev\/null\/region.svg’: /],
  ['simulate --set K=0', 'usersPerCell (K) must be an integer ≥ 1, got 0'],
  ['simulate --set L=30', /= 30 degrees of freedom are asked for/],
  ['simulate --trials 0', 'trials must be an integer ≥ 1, got ‘0’'],
  ['simulate --trials 1.5', 'trials must be an integer ≥ 1, got ‘1.5’'],
  ['simulate --trials many', 'trials must be an integer ≥ 1, got ‘many’, which is not a decimal number'],
  ['simulate --trials 10 --relative-error 1%', '--relative-error must be left out with --trials, got ‘1%’'],
  ['simulate --relative-error 0', 'relativeError must be between 0 and 1, got ‘0’'],
  ['simulate --relative-error 200%', 'relativeError must be between 0 and 1, got ‘200%’'],
  ['simulate --confidence 1', 'confidence must be between 0 and 1, got ‘1’'],
  ['simulate --confidence 95', 'confidence must be between 0 and 1, got ‘95’'],
  ['simulate --relative-bias 0', 'relativeBias must be between 0 and 1, got 0'],
  ['simulate --threads 0', 'threads must be an integer ≥ 1 and ≤ 1024, got ‘0’'],
  ['simulate --threads 1e9', 'threads must be an integer ≥ 1 and ≤ 1024, got ‘1e9’'],
  ['simulate --seed=', /^seed must be an integer from .* or a string that isn’t empty, got an empty value$/],
  ['simulate --unit nat', 'unknown unit ‘nat’: did you mean ‘nats’? permitted: nats, bits'],
  ['simulate --fidelity chanel', 'unknown fidelity ‘chanel’: did you mean ‘channel’? permitted: gain-law, channel'],
  ['simulate --typical users', /^unknown kind of typical receiver ‘users’: did you mean ‘user’\?/],
  ['simulate --sensing-clusters bs', /^unknown kind of sensing clusters ‘bs’:/],
  ['simulate --precoders law', /^unknown kind of precoders ‘law’:/],
  ['simulate --assumptions mean-request', /^unknown assumption ‘mean-request’: did you mean ‘mean-requests’\?/],
  ['simulate --assumptions gamma-gains', 'assumptions must be none, unless the fidelity is channel, got gamma-gains'],
  ['simulate --precoders literal', 'precoders must be sampled-in-law, unless the fidelity is channel, got literal'],
  [
    'simulate --hard-core-distance 1',
    /^hardCoreDistance must be ≥ 0 and less than 0\.5352 km for 1 base stations per km², got 1$/,
  ],
  ['simulate --hard-core-distance 0.1 --typical cell', /^typical must be user, if the deployment is matern, got cell$/],
  [
    'simulate --hard-core-distance 1m',
    'hardCoreDistance must be a number of km, got ‘1m’, which is not a decimal number',
  ],
  ['simulate --deployment strauss', `unknown deployment ‘strauss’: permitted: ${deployments.join(', ')}`],
  [
    'topology --deployment poisson --hard-core-distance 0.1',
    'hardCoreDistance must be 0, unless the deployment is matern, got 0.1',
  ],
  ['simulate --out=', '--out must be a file, got an empty value'],
  ['simulate --out /dev/null', '--out must be a file that can be written, got ‘/dev/null’: it is not a regular file'],
  ['simulate --out /tmp/', '--out must be a file that can be written, got ‘/tmp/’: it is the name of a directory'],
  [
    'simulate --resume /dev/null/x',
    '--resume must be a file that isacnet simulate --out wrote, got ‘/dev/null/x’: part of the path is a file',
  ],
  [
    'simulate --resume no-such-file.json',
    '--resume must be a file that isacnet simulate --out wrote, got ‘no-such-file.json’: there is no such file',
  ],
  ['validate --significance 0', 'significance must be between 0 and 1, got ‘0’'],
  ['validate --typical cell', /^unknown option '--typical'/],
  ['validate --fidelity gainlaw', /^unknown fidelity ‘gainlaw’: did you mean ‘gain-law’\?/],
  ['evalute', "unknown command 'evalute' (Did you mean evaluate?)"],
  ['reproduce', "missing required argument 'figures'"],
  ['reproduce fig3', /^unknown figure ‘fig3’: did you mean ‘fig\d+’\? permitted: fig4, fig5, .*, fig12,.* all$/],
  ['reproduce fig5 --format svg,pgf', /^unknown format ‘pgf’:.* permitted: svg, png, csv, json, pgfplots$/],
  ['reproduce fig5 --format=', /^unknown format ‘’: permitted: /],
  ['reproduce fig5 --out=', '--out must be a directory, got an empty value'],
  [
    'reproduce fig5 --out /dev/null',
    '--out must be a directory that can be written, got ‘/dev/null’: there is a file of that name',
  ],
  [
    'reproduce fig5 --out /dev/null/below',
    '--out must be a directory that can be written, got ‘/dev/null/below’: part of the path is a file',
  ],
  ['reproduce fig5 --out /proc/isacnet', /^--out must be a directory that can be written, got ‘\/proc\/isacnet’: /],
  ['complete bsh', 'unknown shell ‘bsh’: did you mean ‘bash’? permitted: bash, zsh, fish, powershell'],
  ['complete', 'unknown shell ‘’: permitted: bash, zsh, fish, powershell'],
] as unknown as readonly (readonly [string, string])[]

describe('invalid input', () => {
  it.each(invalid)('isacnet %s', async (argv, message: string | RegExp) => {
    const { exitCode, stdout, stderr } = await capture(argv.split(' '))
    expect(exitCode).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/^isacnet: [^\n]+\n$/)
    const line = stderr.slice('isacnet: '.length, -1)
    if (typeof message === 'string') expect(line).toBe(message)
    else expect(line).toMatch(message)
  })

  it('keeps to one line even when the input has more', async () => {
    const { exitCode, stderr } = await capture(['evaluate', '--set', 'one\ntwo=3'])
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(/^isacnet: unknown parameter ‘one two’[^\n]*\n$/)
  })

  it('takes blanks around a number for no number', async () => {
    expect((await capture(['evaluate', '--set', 'K= 5'])).stderr).toContain('got ‘ 5’, which is not a decimal number')
  })
})
