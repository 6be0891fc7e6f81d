import { hash, verify } from '@node-rs/argon2'

/** argon2id, 64 MiB, 3 passes, 1 lane (the package's default kind is argon2id). */
const cost = { memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 }

/** A password as it is stored. Runs off the main thread, about 0.2 s by design. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost)
}

/** Whether it is the password. Where none was ever set, stored as no hash at all, nothing fits. */
export async function passwordFits(stored: string, password: string): Promise<boolean> {
  return stored.startsWith('$argon2id$') && verify(stored, password.normalize('NFKC'))
}
