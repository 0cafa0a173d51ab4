import { defineNetwork } from '@isacnet/model'
import { inTurns, type Turn } from '../answer-requests.js'
import { type ShownRequests, shownRequests } from './requests.js'
import { isNoNetwork, type NetworkRates, networkRatesSteps, type RatesRequest } from './sweep.js'

/** The explorer's request for the rates of the network that is chosen. */
export interface ChosenRatesRequest extends RatesRequest {
  /** Whether the law of the requests is wanted, too. */
  readonly withRequests: boolean
}

export interface ChosenRatesPart {
  /** `null` if the values make no network. */
  readonly rates: NetworkRates | null
  /** The requests to null; `null` if there are none, or they aren't wanted. */
  readonly requests: ShownRequests | null
}

/** Answers a request for the rates of the network that is chosen. */
export const answerChosenRates = async (request: ChosenRatesRequest, turn: Turn<ChosenRatesPart>): Promise<void> => {
  const rates = await ratesOf(request, turn)
  const wanted = rates !== null && request.withRequests
  turn.post({ rates, requests: wanted ? shownRequests(defineNetwork(request.values), request.clusters) : null }, true)
}

const ratesOf = async (request: ChosenRatesRequest, turn: Turn<ChosenRatesPart>): Promise<NetworkRates | null> => {
  try {
    return await inTurns(networkRatesSteps(request), turn)
  } catch (error) {
    if (isNoNetwork(error)) return null
    throw error
  }
}
