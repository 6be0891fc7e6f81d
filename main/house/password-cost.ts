import type { PasswordCost } from '../api/context.ts'

/** Of every real station: argon2id with 64 MiB, 3 passes, 1 lane. */
export const passwordCost: PasswordCost = { memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 }
