import type { Service } from '@isacnet/model'
import { communicationMethodDefinitions } from '../communication/communication-methods.js'
import type { MethodDefinition } from '../method/method.js'
import { sensingMethodDefinitions } from '../sensing/sensing-methods.js'

/**
 * The methods of each service, `exact` first.
 *
 * @example
 * methodDefinitions.communication.find(({ method }) => method === 'theorem-1')?.title // 'Theorem 1, as printed'
 */
export const methodDefinitions: Readonly<Record<Service, readonly MethodDefinition[]>> = {
  communication: communicationMethodDefinitions,
  sensing: sensingMethodDefinitions,
}
