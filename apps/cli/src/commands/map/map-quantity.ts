import {
  chosenQuantity,
  type InformationUnit,
  rateQuantities,
  type Service,
  services,
  sirQuantities,
  UnknownNameError,
} from '@isacnet/model'
import type { SiteDocument } from '../../documents/site-schema.js'

/** A quantity that the colours of a map show. */
export interface MapQuantity {
  /** As it is typed; a quantity of the law of the SIR by its canonical name. */
  readonly name: string
  readonly label: string
  readonly unit: string
  /** Whose it is, where that isn't said by the name. */
  readonly receiver?: string
  /** The quantity of the law of the SIR that has to be estimated for it. */
  readonly chosen?: string
  readonly of: (site: SiteDocument) => number | null
}

const ofSites: readonly MapQuantity[] = [
  { name: 'area', label: 'area of the cell', unit: 'km²', of: ({ area, sameAs }) => (sameAs === null ? area : null) },
  {
    name: 'requests',
    label: 'requests to null that a site gets',
    unit: '',
    of: ({ requests }) => requests?.mean ?? null,
  },
  {
    name: 'abandoned',
    label: 'share of them that it abandons',
    unit: '%',
    of: ({ abandonedShare }) => (abandonedShare === null ? null : 100 * abandonedShare.mean),
  },
]

/**
 * The quantity of a name: one of a site, one that follows from the rate, or one of the law of the SIR with its parameter.
 *
 * @throws {UnknownNameError} {InvalidParameterError} for another name, and a quantity that the service doesn't have.
 */
export const mapQuantity = (name: string, service: Service, unit: InformationUnit): MapQuantity => {
  const ofSite = ofSites.find((each) => each.name === name)
  if (ofSite !== undefined) return ofSite
  const { receiver } = services.find((each) => each.service === service)!
  const ofRate = rateQuantities.find(({ quantity }) => quantity === name)
  if (ofRate !== undefined) {
    const member = ofRate.quantity
    return {
      name,
      label: ofRate.heading,
      unit: ofRate.unit(unit),
      receiver,
      of: (site) => site[service]?.[member].mean ?? null,
    }
  }
  const known = sirQuantities().filter((each) => each.services.includes(service))
  if (!known.some(({ quantity }) => quantity === name.split(':')[0]))
    throw new UnknownNameError('quantity of a map', name, [
      ...ofSites.map((each) => each.name),
      ...rateQuantities.map(({ quantity }) => quantity),
      ...known.map(({ quantity }) => quantity),
    ])
  const chosen = chosenQuantity(name)
  return {
    name: chosen.name,
    label: chosen.heading,
    unit: chosen.quantity.unit(unit),
    receiver,
    chosen: chosen.name,
    of: (site) => site[service]?.quantities?.find((each) => each.name === chosen.name)?.mean ?? null,
  }
}
