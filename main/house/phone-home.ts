import type { PhoneHome } from '../../shared/kit/phone.ts'
import { homeOf } from '../../shared/presets/phone-home.ts'
import type { Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { companyOf } from './settings.ts'

/** The home area by today's policies: every number that is typed, looked up or brought by a file is read with it. */
export async function phoneHome(services: Pick<Services, 'now'>, reader: Reader): Promise<PhoneHome> {
  return homeOf((await companyOf(reader)).policies.at(services.now()).policy)
}
