import { hash, verify } from '@node-rs/argon2'
import type { Services } from '../api/context.ts'

/** A password as it is stored, argon2id (the package's default kind) at the station's cost. Runs off the main thread, about 0.2 s by design. */
export async function hashPassword(
  { passwordCost }: Pick<Services, 'passwordCost'>,
  password: string,
): Promise<string> {
  return hash(password.normalize('NFKC'), passwordCost)
}

/** Whether it is the password. Where none was ever set, stored as no hash at all, nothing fits. */
export async function passwordFits(stored: string, password: string): Promise<boolean> {
  return stored.startsWith('$argon2id$') && verify(stored, password.normalize('NFKC'))
}
