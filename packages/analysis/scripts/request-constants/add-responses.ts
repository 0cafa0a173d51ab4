import {
  nearestIndex,
  poissonProcess,
  type RandomStream,
  uniformInVoronoiCell,
  voronoiCell,
} from '@isacnet/stochastic-geometry'
import { at, clusterSizes, features, place, responses, smallDegrees, wantedResponses } from './response-blocks.js'
import { sensingThinning, singleCellThinning, type Thinning, tilts, userThinning } from './tilts.js'

/** Neighbours that are asked for. */
const ranks = clusterSizes

/** BSs within this distance of the receiver are heard one by one; those beyond by their mean. */
const reach = 4

const thinnings = {
  user: tilts.map(userThinning),
  single: tilts.map(singleCellThinning),
  sensing: (['bs-centric', 'target-centric'] as const).map((kind) => tilts.map((tilt) => sensingThinning(tilt, kind))),
}

/** The weight of the untilted network beside tilted ones in a fit. */
const untiltedWeight = 4

const wantedOf = Array.from({ length: 3 * clusterSizes * clusterSizes }, (_, k) =>
  Int32Array.from(
    wantedResponses(
      Math.floor(k / clusterSizes / clusterSizes),
      (Math.floor(k / clusterSizes) % clusterSizes) + 1,
      k % clusterSizes,
    ),
  ),
)

/** Beyond this exponent, a tilted weight is nothing. */
const mostExponent = 12

/**
 * Adds the normal equations of the responses of requests to the interference that a receiver hears, $\mathrm E[N\,e^{-zI}]/\mathrm E\,e^{-zI}$, on the
 * geometry of its cluster and on how far the weight $e^{-zI}$ thins the network. The response of a BS of the cluster is weighted by W, by what it
 * would be heard with.
 */
export const addResponses = (
  side: number,
  usersPerCell: number,
  every: number,
  stream: RandomStream,
  sums: Float64Array,
): void => {
  const torus = { kind: 'torus', width: side, height: side } as const
  const pattern = poissonProcess(1).sample(torus, stream)
  const index = nearestIndex(pattern, torus)
  const stations = pattern.x.length
  const M = usersPerCell
  const area = new Float64Array(stations)
  const neighbours = new Int32Array(stations * (ranks - 1))
  const nearest = new Int32Array(stations * M * ranks)
  const users = { x: new Float64Array(stations * M), y: new Float64Array(stations * M) }
  const own = new Int32Array(ranks)
  const asked = new Float64Array(stations * ranks)
  /** The same by the first and by the second half of each cell's users but the one who may be the receiver. */
  const halfOfUsers = (M - 1) / 2
  const askedByHalf = [new Float64Array(stations * ranks), new Float64Array(stations * ranks)] as const
  const degree = new Float64Array(stations * ranks)
  for (let s = 0; s < stations; s++) {
    index.nearestSeveral(pattern.x[s]!, pattern.y[s]!, ranks, own)
    for (let i = 1; i < ranks; i++) {
      neighbours[s * (ranks - 1) + i - 1] = own[i]!
      for (let q = i; q < ranks; q++) degree[own[i]! * ranks + q]! += 1
    }
    const cell = voronoiCell(index, s)
    const { x, y } = cell.corners
    for (let i = 0; i < x.length; i++) {
      const j = i + 1 === x.length ? 0 : i + 1
      area[s]! += (x[i]! * y[j]! - x[j]! * y[i]!) / 2
    }
    const places = uniformInVoronoiCell(cell, M, stream)
    for (let k = 0; k < M; k++) {
      const user = s * M + k
      users.x[user] = places.x[k]!
      users.y[user] = places.y[k]!
      index.nearestSeveral(places.x[k]!, places.y[k]!, ranks, nearest.subarray(user * ranks, (user + 1) * ranks))
      const half = askedByHalf[k <= halfOfUsers ? 0 : 1]
      for (let i = 1; i < ranks; i++)
        for (let l = i; l < ranks; l++) {
          asked[nearest[user * ranks + i]! * ranks + l]! += 1 / M
          if (k > 0) half[nearest[user * ranks + i]! * ranks + l]! += 1 / halfOfUsers
        }
    }
  }
  const values = new Float64Array(clusterSizes * responses)
  const feature = new Float64Array(features)
  const ids = new Int32Array(ranks)

  /** Requests of each kind at the BSs of the cluster. The receiver itself doesn't count: of its cell-mates, the others ask. */
  const readValues = (s: number, user: number): void => {
    for (let r = 0; r < ranks; r++) {
      const b = ids[r]!
      const row = r * responses
      for (let l = 1; l < ranks; l++) {
        let mates = 0
        let me = 0
        if (r > 0)
          for (let k = 0; k < M; k++)
            for (let i = 1; i <= l; i++)
              if (nearest[(s * M + k) * ranks + i] === b) {
                if (s * M + k === user) me = 1
                else mates += 1
              }
        // The share of the own cell by its other users.
        const share = mates / (M - 1)
        values[row + l - 1] = asked[b * ranks + l]! - (mates + me) / M + share
        values[row + 6 + l] = degree[b * ranks + l]!
        shares[r * ranks + l] = share
      }
    }
  }
  const shares = new Float64Array(ranks * ranks)

  const addFeatures = (kind: number, size: number, rank: number, weight: number): void => {
    const where = place(kind, size, rank)
    values[rank * responses + 14] = size > 1 ? shares[rank * ranks + size - 1]! : 0
    for (let p = 0; p < features; p++) {
      const weighted = weight * feature[p]!
      if (weighted === 0) continue
      const row = at.normal + (where * features + p) * features
      for (let r = 0; r <= p; r++) sums[row + r]! += weighted * feature[r]!
      const moments = at.moments + (where * features + p) * responses
      const wanted = wantedOf[where]!
      for (let k = 0; k < wanted.length; k++) {
        const y = wanted[k]!
        sums[moments + y]! += weighted * values[rank * responses + y]!
      }
    }
  }
  const setFeatures = (ratio: number, [A, B]: Thinning): void => {
    feature[0] = 1
    feature[1] = ratio
    feature[2] = A
    feature[3] = B
    feature[4] = A * A
    feature[5] = A * B
    feature[6] = B * B
    for (let k = 2; k < 7; k++) feature[k + 5] = ratio * feature[k]!
  }
  const untilted: Thinning = [0, 0]
  const addUntilted = (kind: number, size: number, ratio: number, weight: number): void => {
    setFeatures(ratio, untilted)
    addFeatures(kind, size, 0, untiltedWeight * weight)
    for (let r = 0; r < size; r++) {
      values[r * responses + 14] = size > 1 ? shares[r * ranks + size - 1]! : 0
      const mean = at.mean + place(kind, size, r) * responses
      for (let y = 0; y < responses; y++) sums[mean + y]! += weight * values[r * responses + y]!
    }
  }

  const lnPower = new Float64Array(400)
  const heard = new Int32Array(400)
  /** BSs heard around a place, and minus ln of their squared distances. */
  const listen = (x: number, y: number, except: number): number => {
    let count = 0
    for (const b of index.within(x, y, reach)) {
      if (b === except) continue
      heard[count] = b
      lnPower[count] = -Math.log(index.squaredDistance(x, y, b))
      count++
    }
    return count
  }
  const exponents = new Float64Array(400)
  const gammaExponents = new Map<string, Float64Array>()
  /** $\ln(1+z\tau^{-\alpha/2})$ of each BS heard; z and α of a tilt, τ relative to this squared distance. */
  const logarithms = (alpha: number, z: number, lnReference: number, count: number): Float64Array => {
    const key = `${alpha} ${z}`
    let made = gammaExponents.get(key)
    if (made === undefined) {
      made = new Float64Array(400)
      gammaExponents.set(key, made)
    }
    const lnZ = Math.log(z)
    for (let i = 0; i < count; i++) made[i] = Math.log1p(Math.exp(lnZ + (alpha / 2) * (lnReference + lnPower[i]!)))
    return made
  }
  const tail = ({ pathLossExponent: alpha, z }: (typeof tilts)[number], lnReference: number): number =>
    (2 * Math.PI * z * Math.exp((alpha / 2) * lnReference) * reach ** (2 - alpha)) / (alpha - 2)
  /** $W = 1-(1+x)^{-\kappa}$ of a BS that gave up, $\kappa = 2K/(K+1)$. */
  const complement = (K: number, lnArgument: number): number => {
    const kappa = (2 * K) / (K + 1)
    return -Math.expm1(-kappa * Math.log1p((Math.exp(lnArgument) * K) / kappa))
  }

  const addUser = (s: number, user: number): void => {
    const weight = area[s]!
    const ux = users.x[user]!
    const uy = users.y[user]!
    for (let r = 0; r < ranks; r++) ids[r] = nearest[user * ranks + r]!
    readValues(s, user)
    const squared = Array.from(ids, (b) => index.squaredDistance(ux, uy, b))
    const count = listen(ux, uy, -1)
    for (let n = 1; n <= clusterSizes; n++) {
      const ratio = n === 1 ? 0 : squared[0]! / squared[n - 1]! - 1 / n
      const lnReference = Math.log(squared[n - 1]!)
      addUntilted(0, n, ratio, weight)
      const [first, second] = askedByHalf
      for (let r = 1; r < n; r++) {
        const serving = s * ranks + n - 1
        const other = ids[r]! * ranks + n - 1
        const k = (n - 1) * clusterSizes + r
        sums[at.joint + k]! += (weight * (first[serving]! * second[other]! + second[serving]! * first[other]!)) / 2
        sums[at.joint + clusterSizes * clusterSizes + k]! +=
          (weight * (first[serving]! * first[other]! + second[serving]! * second[other]!)) / 2
      }
      tilts.forEach((tilt, t) => {
        const { usersPerCell: K, pathLossExponent: alpha, z } = tilt
        if (K === tilts[0]!.usersPerCell) {
          const made = logarithms(alpha, z, lnReference, count)
          for (let i = 0; i < count; i++) exponents[i] = made[i]!
        }
        let sum = tail(tilt, lnReference)
        // The cluster's own BSs are at or within the reference distance.
        for (let i = 0; i < count; i++) if (lnReference + lnPower[i]! < -1e-12) sum += exponents[i]!
        sum *= K
        if (sum > mostExponent) return
        const tilted = weight * Math.exp(-sum)
        setFeatures(ratio, thinnings.user[t]!)
        addFeatures(0, n, 0, tilted)
        for (let r = 1; r < n; r++)
          addFeatures(
            0,
            n,
            r,
            tilted * complement(K, Math.log(z) + (alpha / 2) * (lnReference - Math.log(squared[r]!))),
          )
        if (n === 1) {
          addDegreeLaw(at.degreeNormal, at.degreeMoments, ids[0]!, tilted)
          for (let i = 0; i < count; i++)
            if (lnReference + lnPower[i]! < -1e-12)
              addDegreeLaw(
                at.interfererNormal,
                at.interfererMoments,
                heard[i]!,
                -tilted * Math.expm1(-K * exponents[i]!),
              )
        }
      })
      if (n === 1) {
        setFeatures(0, untilted)
        addDegreeLaw(at.degreeNormal, at.degreeMoments, ids[0]!, untiltedWeight * weight)
      }
    }
  }
  const addDegreeLaw = (normal: number, moments: number, b: number, weight: number): void => {
    for (let p = 0; p < 7; p++) {
      const weighted = weight * feature[p]!
      for (let r = 0; r <= p; r++) sums[normal + p * features + r]! += weighted * feature[r]!
      for (let q = 0; q < 7; q++)
        sums[moments + (p * 7 + q) * smallDegrees + Math.min(smallDegrees - 1, degree[b * ranks + q + 1]!)]! += weighted
    }
  }

  const addTarget = (s: number, user: number): void => {
    const weight = area[s]!
    const [bx, by] = [pattern.x[s]!, pattern.y[s]!]
    const squaredToTarget = Array.from({ length: ranks }, (_, r) =>
      index.squaredDistance(users.x[user]!, users.y[user]!, nearest[user * ranks + r]!),
    )
    const lnReference = Math.log(squaredToTarget[0]!)
    const count = listen(bx, by, s)
    for (let kind = 1; kind <= 2; kind++) {
      ids[0] = s
      for (let r = 1; r < ranks; r++)
        ids[r] = kind === 1 ? neighbours[s * (ranks - 1) + r - 1]! : nearest[user * ranks + r]!
      readValues(s, user)
      const lnDistance = Array.from(ids, (b) => Math.log(index.squaredDistance(bx, by, b)))
      for (let n = kind; n <= clusterSizes; n++) {
        const within =
          n === 1
            ? 0
            : kind === 2
              ? squaredToTarget[n - 1]! / squaredToTarget[0]! - 1
              : meanWithin(Math.exp((lnDistance[n - 1]! - lnReference) / 2))
        const ratio = n === 1 ? 0 : 1 / (1 + within) - 1 / n
        addUntilted(kind, n, ratio, weight)
        tilts.forEach((tilt, t) => {
          const { usersPerCell: K, pathLossExponent: alpha, z } = tilt
          const made =
            K === tilts[0]!.usersPerCell && n === kind && kind === 1
              ? logarithms(alpha, z, lnReference, count)
              : gammaExponents.get(`${alpha} ${z}`)!
          let sum = tail(tilt, lnReference)
          for (let i = 0; i < count; i++) {
            let cluster = false
            for (let r = 1; r < n; r++) if (ids[r] === heard[i]) cluster = true
            if (!cluster) sum += made[i]!
          }
          sum *= K
          if (sum > mostExponent) return
          const tilted = weight * Math.exp(-sum)
          setFeatures(ratio, n === 1 ? thinnings.single[t]! : thinnings.sensing[kind - 1]![t]!(Math.log(within)))
          addFeatures(kind, n, 0, tilted)
          for (let r = 1; r < n; r++)
            addFeatures(kind, n, r, tilted * complement(K, Math.log(z) + (alpha / 2) * (lnReference - lnDistance[r]!)))
        })
      }
    }
  }
  for (let s = 0; s < stations; s += every) {
    const user = s * M
    sums[at.weight]! += area[s]!
    addUser(s, user)
    addTarget(s, user)
  }
}

/** $A(t)$, the mean number of BSs within t around the serving BS of a target at distance 1. */
const meanWithin = (t: number): number => {
  if (t >= 2) return t * t - 1
  return (t * t) / 2 + (2 / Math.PI) * (((t * t) / 2 - 1) * Math.asin(t / 2) + (t / 2) * Math.sqrt(1 - (t * t) / 4))
}
