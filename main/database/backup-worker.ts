import { parentPort, workerData } from 'node:worker_threads'
import { type CopyOrder, copyDatabase } from './copy-database.ts'

/** Copies one database off the station's thread and says what the copy came to. */
parentPort?.postMessage(copyDatabase(workerData as CopyOrder))
