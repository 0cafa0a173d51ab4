import { type InformationUnit, quantityOf, type RateQuantityName } from '@isacnet/model'

/** The unit of a quantity that follows from a rate, such as `nat/s/Hz/km²`. */
export const quantityUnit = (value: RateQuantityName, unit: InformationUnit): string => quantityOf(value).unit(unit)
