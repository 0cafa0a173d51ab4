import type { InformationUnit } from '@isacnet/model'

export const rateUnit = (unit: InformationUnit): string => (unit === 'bits' ? 'bit/s/Hz' : 'nat/s/Hz')

export const aseUnit = (unit: InformationUnit): string => `${rateUnit(unit)}/km²`
