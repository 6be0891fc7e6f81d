import type { SampleLeft } from '../../shared/admin/schema.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader, Tx } from '../database/database.ts'

/** The sample company as the house needs it: it stands above the features, so the registry hands it in. */
export interface SampleCompany {
  /** What takes long, before the write; answers what fills a station whose company was just written, inside it. */
  prepare(services: Services): Promise<(services: Services, tx: Tx) => Promise<void>>
  /** What the sample still holds; null without a sample. */
  read(services: Services, reader: Reader): Promise<SampleLeft | null>
  remove(services: Services, seat: Seat, input: { name: string }): Promise<SampleLeft>
}
