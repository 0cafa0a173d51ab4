import { answerRequests } from '../answer-requests.js'
import { answerChosenRates, type ChosenRatesPart, type ChosenRatesRequest } from './chosen-rates.js'
import { answerCurves, type CurvesPart, type CurvesRequest } from './curves.js'

// One script for the numbers and the curves: it is loaded once, and each has a worker of its own.
answerRequests<ChosenRatesRequest | CurvesRequest, ChosenRatesPart | CurvesPart>((request, turn) =>
  'networks' in request ? answerCurves(request, turn) : answerChosenRates(request, turn),
)
