import { fromNats, type InformationUnit, type ParameterName, parameterDefinitions } from '@isacnet/model'
import { html } from '../../charts/element.js'
import type { RegionPart } from '../workers/region-worker.js'
import { allocationText, deviationText, rateText } from './number-format.js'
import { quantityUnit } from './quantity-unit.js'

type Optimum = NonNullable<RegionPart['optimum']>

const constraintNames: Readonly<Record<string, string>> = {
  minCommunicationClusterSize: 'L_th',
  minSensingClusterSize: 'Q_th',
  minCommunicationRate: 'r_c',
  minSensingRate: 'r_s',
}

const symbolOf = (constraint: string): string =>
  parameterDefinitions.find(({ name }) => name === (constraint as ParameterName))?.symbol ??
  constraintNames[constraint] ??
  constraint

/**
 * Why the optimum is where it is: its parts, what ties with it, what comes next, and which constraints hold it down.
 *
 * @param weight - that the optimum was asked for.
 */
export const whyThisPoint = (optimum: Optimum | undefined, weight: number, unit: InformationUnit): HTMLElement[] => {
  if (optimum === undefined) return []
  const aseUnit = quantityUnit('ase', unit)
  const text = (nats: number): string => rateText(fromNats(nats, unit))
  const { communication, sensing, value, ties, runnersUp, binding, degreesOfFreedomLeft, examined, pruned } = optimum
  const sentences = [
    `${weight.toFixed(2)} · T_c + ${(1 - weight).toFixed(2)} · T_s = ${text(value)} ${aseUnit}, of T_c = ${text(communication.ase)} and T_s = ${text(sensing.ase)}; ` +
      `${degreesOfFreedomLeft} degrees of freedom are left for gain.`,
    `Certified: ${examined} allocations were examined, ${pruned} ruled out by a proved bound.`,
    ...(ties.length === 0
      ? []
      : [`Not to be told apart from it: ${ties.map(({ allocation }) => allocationText(allocation)).join('; ')}.`]),
    ...(runnersUp.length === 0
      ? []
      : [
          `Next: ${runnersUp.map((next) => `${allocationText(next.allocation)} (${deviationText(next.value / value - 1)})`).join('; ')}.`,
        ]),
    ...binding.map(
      ({ constraint, limit, relaxedTo, value: relaxed }) =>
        `${symbolOf(constraint)} = ${limit} binds: with ${relaxedTo} it would be ${text(relaxed)} (${deviationText(relaxed / value - 1)}).`,
    ),
  ]
  return [
    html('h2', {}, 'Why this point: ', html('span', { 'data-result': 'optimum' }, allocationText(optimum.allocation))),
    html('ul', {}, ...sentences.map((sentence) => html('li', {}, sentence))),
  ]
}
