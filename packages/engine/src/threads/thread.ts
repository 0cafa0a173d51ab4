/// <reference types="node" />
import { workerData } from 'node:worker_threads'
import { blockAnswers } from './block-answers.js'
import { loadWork } from './sources.js'

const { module } = workerData as { readonly module: string }

/** The program of a pool's threads: a promise, so that it is ready when its work's module is loaded. */
export default loadWork(module).then(({ default: prepare }) => blockAnswers(prepare))
