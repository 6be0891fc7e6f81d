import 'reflect-metadata' // what the library below stands on
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  X509Certificate,
} from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { join } from 'node:path'
import * as x509 from '@peculiar/x509'
import { z } from 'zod'
import { writeDurably } from '../database/durable-file.ts'

/** What a TLS server needs, and the fingerprint people compare. */
export interface LanCertificate {
  /** PEM. */
  certificate: string
  /** PEM, PKCS #8. */
  privateKey: string
  /** SHA-256 of the certificate, 64 hexadecimal digits. */
  fingerprint: string
}

interface Wanted {
  /** Folder of the station. */
  folder: string
  /** Key of the station, 64 hexadecimal digits: the private key lies sealed under it. */
  stationKey: string
  /** Names and addresses by which other computers reach this one. */
  names: readonly string[]
  /** Names it must hold: one without them is made anew. */
  needed?: readonly string[]
  now: Date
}

const [validDays, renewedBeforeDays] = [3_650, 400]
const dayMs = 86_400_000
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const kept = z.object({ certificate: z.string(), sealedKey: z.string() })

/**
 * The certificate of this station on the network, signed by itself: made when first asked for, kept in `lan-certificate.json`
 * (mode 0600, private key sealed), renewed more than a year before its end. A renewed one keeps its key, so that a desktop that
 * was paired with it goes on without asking.
 */
export async function readLanCertificate(wanted: Wanted): Promise<LanCertificate> {
  const file = join(wanted.folder, 'lan-certificate.json')
  const before = readKept(file, wanted.stationKey)
  if (before && isGood(before.certificate, wanted)) return answer(before.certificate, before.key)
  const key = before?.key ?? generateKeyPairSync('ec', { namedCurve: algorithm.namedCurve }).privateKey
  const certificate = await selfSigned(key, wanted)
  const sealedKey = seal(wanted.stationKey, key.export({ type: 'pkcs8', format: 'der' }))
  writeDurably(file, JSON.stringify({ certificate, sealedKey } satisfies z.infer<typeof kept>))
  return answer(certificate, key)
}

function answer(certificate: string, key: KeyObject): LanCertificate {
  return {
    certificate,
    privateKey: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    fingerprint: new X509Certificate(certificate).fingerprint256.replaceAll(':', '').toLowerCase(),
  }
}

function isGood(certificate: string, { now, needed = [] }: Wanted): boolean {
  const { validTo, subjectAltName = '' } = new X509Certificate(certificate)
  const held = subjectAltName.split(', ').map((entry) => entry.replace(/^(DNS|IP Address):/, '').toLowerCase())
  const endsLate = Date.parse(validTo) - now.getTime() > renewedBeforeDays * dayMs
  return endsLate && needed.every((name) => held.includes(name.toLowerCase()))
}

/** null without a readable one: a certificate is not worth a locked door, the desktops that know it are told of the change. */
function readKept(file: string, stationKey: string): { certificate: string; key: KeyObject } | null {
  if (!existsSync(file)) return null
  try {
    const { certificate, sealedKey } = kept.parse(JSON.parse(readFileSync(file, 'utf8')))
    const key = createPrivateKey({ key: unseal(stationKey, sealedKey), format: 'der', type: 'pkcs8' })
    return new X509Certificate(certificate).checkPrivateKey(key) ? { certificate, key } : null
  } catch {
    return null
  }
}

async function selfSigned(key: KeyObject, { names, needed = [], now }: Wanted): Promise<string> {
  const { subtle } = crypto
  const privateBytes = key.export({ type: 'pkcs8', format: 'der' })
  const publicBytes = createPublicKey(key).export({ type: 'spki', format: 'der' })
  const keys = {
    privateKey: await subtle.importKey('pkcs8', privateBytes, algorithm, true, ['sign']),
    publicKey: await subtle.importKey('spki', publicBytes, algorithm, true, ['verify']),
  }
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: `00${randomBytes(15).toString('hex')}`,
    name: 'CN=Gendan station',
    notBefore: new Date(now.getTime() - dayMs), // a seat's clock may be behind
    notAfter: new Date(now.getTime() + validDays * dayMs),
    keys,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(
        [...new Set([...names, ...needed])].map((value) => ({
          type: isIP(value) ? ('ip' as const) : ('dns' as const),
          value,
        })),
      ),
    ],
  })
  return certificate.toString('pem')
}

const sealingKey = (stationKey: string) => createHmac('sha256', Buffer.from(stationKey, 'hex')).update('lan').digest()

function seal(stationKey: string, content: Buffer): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', sealingKey(stationKey), iv)
  const sealed = Buffer.concat([cipher.update(content), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64')
}

function unseal(stationKey: string, text: string): Buffer {
  const bytes = Buffer.from(text, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(stationKey), bytes.subarray(0, 12), { authTagLength: 16 })
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
}
