import {
  chosenServiceQuantity,
  fromNats,
  type InformationUnit,
  inUnit,
  type ParameterName,
  parameterDefinitions,
} from '@isacnet/model'
import type { SpatialAllocation } from '@isacnet/optimization'
import { html, withSymbols } from '../../../charts/element.js'
import type { RegionPart } from '../../workers/region/region-worker.js'
import { allocationText, deviationText, rateText } from '../number-format.js'
import { quantityUnit } from '../quantity-unit.js'

type Optimum = NonNullable<RegionPart['optimum']>

const constraintNames: Readonly<Record<string, string>> = {
  minCommunicationClusterSize: 'L ≥',
  minSensingClusterSize: 'Q ≥',
  minCommunicationRate: 'R_c ≥',
  minSensingRate: 'R_s ≥',
}

const symbolOf = (constraint: string): string =>
  constraintNames[constraint] ??
  `${parameterDefinitions.find(({ name }) => name === (constraint as ParameterName))?.symbol ?? constraint} =`

/** The value of the objective, in words. */
const valueText = (
  { communication, sensing, value }: Optimum,
  objective: string,
  weight: number,
  unit: InformationUnit,
): string => {
  const aseUnit = quantityUnit('ase', unit)
  const text = (nats: number): string => rateText(fromNats(nats, unit))
  const parts = `T_c = ${text(communication.ase)} and T_s = ${text(sensing.ase)}`
  if (objective === 'sum')
    return `${weight.toFixed(2)} · T_c + ${(1 - weight).toFixed(2)} · T_s = ${text(value)} ${aseUnit}, of ${parts}`
  if (objective === 'communication' || objective === 'sensing') return `${parts} (${aseUnit})`
  const { quantity, heading } = chosenServiceQuantity(objective).chosen
  const sign = quantity.grows ? 1 : -1
  const ofUnit = quantity.unit(unit)
  return `${heading} ${rateText(inUnit(quantity, sign * value, unit))}${ofUnit === '' ? '' : ` ${ofUnit}`}, with ${parts}`
}

/**
 * Why the optimum is where it is: its parts, what ties with it, what comes next, and which constraints hold it down.
 *
 * @param use - takes an allocation for the network.
 */
export const whyThisPoint = (
  optimum: { readonly found: Optimum; readonly weight: number; readonly objective: string } | undefined,
  unit: InformationUnit,
  use: (allocation: SpatialAllocation) => void,
): HTMLElement[] => {
  if (optimum === undefined) return []
  const { found, weight, objective } = optimum
  const { value, ties, runnersUp, binding, degreesOfFreedomLeft, examined, pruned } = found
  const text = (nats: number): string => rateText(fromNats(nats, unit))
  const left =
    degreesOfFreedomLeft >= 0
      ? `${degreesOfFreedomLeft} degrees of freedom are left for gain`
      : 'more is asked than base stations can grant'
  const sentence = (...parts: readonly (Node | string)[]): HTMLElement => html('li', {}, ...parts)
  return [
    html(
      'ul',
      {},
      sentence(...withSymbols(`${valueText(found, objective, weight, unit)}; ${left}.`)),
      sentence(
        pruned === 0
          ? `All ${examined} allocations that were searched were evaluated.`
          : `Certified: ${examined} allocations were examined, ${pruned} ruled out by a proved bound.`,
      ),
      ...(ties.length === 0
        ? []
        : [
            sentence(
              `Not to be told apart from it: ${ties.map(({ allocation }) => allocationText(allocation)).join('; ')}.`,
            ),
          ]),
      ...runnersUp.map((next, place) => {
        const button = html('button', { type: 'button', 'data-use': `next-${place + 1}` }, 'Use this')
        button.addEventListener('click', () => use(next.allocation))
        return sentence(
          `Next: ${allocationText(next.allocation)} (${deviationText(Math.abs(next.value / value) - 1)}) `,
          button,
        )
      }),
      ...binding.map(({ constraint, limit, relaxedTo, value: relaxed }) =>
        sentence(
          ...withSymbols(
            `${symbolOf(constraint)} ${limit} binds: with ${relaxedTo} it would be ${text(Math.abs(relaxed))} (${deviationText(relaxed / value - 1)}).`,
          ),
        ),
      ),
    ),
  ]
}
