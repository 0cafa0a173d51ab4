import { type Service, services } from '@isacnet/model'
import type { SimulatedEstimate, SimulationReport } from '../../workers/simulation/simulation-report.js'
import { axisWindow, type Extent } from './axis-window.js'

/** The rates after so many trials, in nats. */
export interface RecordedRates extends Readonly<Record<Service, SimulatedEstimate>> {
  readonly trials: number
}

/** Enough for a picture. */
const mostRates = 400

/** Before there is an interval, so much of the mean is shown around it. */
const firstShare = 0.2

/** The reports of a simulation: the rates of all its reports, and all of the last one. */
export class SimulationRecord {
  rates: readonly RecordedRates[] = []
  last: SimulationReport | undefined
  /** The part of the axis that shows the rates as they are now, in nats. */
  readonly windows: Partial<Record<Service, Extent>> = {}

  add(report: SimulationReport): void {
    // One that was begun again begins anew.
    if (report.trials < (this.last?.trials ?? 0)) {
      this.rates = []
      for (const { service } of services) delete this.windows[service]
    }
    const { trials, communication, sensing } = report
    const known = trials === this.last?.trials ? this.rates.slice(0, -1) : this.rates
    this.rates = thinned([...known, { trials, communication: communication.rate, sensing: sensing.rate }])
    this.last = report
    for (const { service } of services)
      this.windows[service] = axisWindow(extentOf(this.rates, service), this.windows[service])
  }
}

/** The interval now; before there is one, the means. */
const extentOf = (rates: readonly RecordedRates[], service: Service): Extent => {
  const { mean, interval } = rates.at(-1)![service]
  if (interval !== undefined) return { low: interval[0], high: interval[1] }
  const means = rates.map(({ [service]: rate }) => rate.mean)
  return {
    low: Math.min(...means, (1 - firstShare) * mean),
    high: Math.max(...means, (1 + firstShare) * mean),
  }
}

/** A long history without every other entry, but for the first and the last. */
const thinned = (rates: readonly RecordedRates[]): readonly RecordedRates[] =>
  rates.length <= mostRates ? rates : rates.filter((_, index) => index % 2 === 0 || index === rates.length - 1)
