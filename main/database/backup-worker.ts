import { parentPort, workerData } from 'node:worker_threads'
import { type CopyOrder, copyDatabase } from './copy-database.ts'

/** Copies one database off the station's thread and says how many bytes the copy has. */
parentPort?.postMessage(copyDatabase(workerData as CopyOrder))
