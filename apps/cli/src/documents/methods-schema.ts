import { communicationMethods, sensingMethods } from '@isacnet/analysis'
import { sensingClusterKinds } from '@isacnet/model'
import * as z from 'zod/mini'
import { described, text } from './described-schema.js'

export const communicationMethod = described(z.enum(communicationMethods), 'method')
export const sensingMethod = described(z.enum(sensingMethods), 'method')
export const sensingClusters = described(z.enum(sensingClusterKinds), 'which base stations null towards a target')

export const notApplicable = text('why the method says nothing about this network')
