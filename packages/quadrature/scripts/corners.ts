/// <reference types="node" />
/**
 * The worst point of each function over its documented domain, into golden/corners-record.json and README.md.
 *
 *   (cd golden && python3 corners.py --all FILE)
 *   pnpm corners FILE
 */
import { recordCorners } from '../../../tooling/checks/src/corner-points.js'
import { absolute, cornerFunctions } from '../golden/corner-points.js'

const [file] = process.argv.slice(2)
if (file === undefined) throw new Error('scripts/corners.ts FILE, which golden/corners.py --all writes')
recordCorners(new URL('../', import.meta.url), file, cornerFunctions, { absolute })
