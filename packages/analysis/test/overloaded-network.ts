import { isNetwork, type Network, paperNetwork } from '@isacnet/model'

/** A network as `defineNetwork` doesn't make any yet: its BSs are asked for more than they can do, K·L = 100 with M_t = 20. */
export const overloaded = ((): Network => {
  const changed: unknown = Object.assign(Object.create(Object.getPrototypeOf(paperNetwork)), paperNetwork, {
    usersPerCell: 50,
    communicationClusterSize: 2,
  })
  if (!isNetwork(changed)) throw new Error('networks are recognised by something else')
  return changed
})()
