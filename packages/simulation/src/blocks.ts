export { simulationBlocks } from './blocks/simulation-blocks.js'
