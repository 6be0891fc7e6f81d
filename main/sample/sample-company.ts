import type { SampleCompany } from '../admin/sample-company.ts'
import { hashSamplePasswords, openSample } from './open-sample.ts'
import { readSample, removeSample } from './remove-sample.ts'

/** 禾炊厨具: forty kitchens and three weeks of work, to look around in. */
export const sampleCompany: SampleCompany = {
  prepare: async (services) => {
    const hashes = await hashSamplePasswords(services)
    return (station, tx) => openSample(station, tx, hashes)
  },
  read: readSample,
  remove: removeSample,
}
