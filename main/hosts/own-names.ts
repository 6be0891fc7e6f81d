import { hostname, networkInterfaces } from 'node:os'

/** Interfaces of virtual machines and containers: no other computer reaches this one by them. */
const virtual = /^(docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap|zt)|virtual|vEthernet|vmware/i

/** IPv4 addresses by which other computers may reach this one, the likeliest first. */
export function ownAddresses(): string[] {
  const found = Object.entries(networkInterfaces()).flatMap(([name, addresses = []]) =>
    addresses
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }) => ({ address, isVirtual: virtual.test(name) || address.startsWith('169.254.') })),
  )
  return found.sort((a, b) => Number(a.isVirtual) - Number(b.isVirtual)).map(({ address }) => address)
}

/** Every name and address this computer answers to, in lower case; IPv6 without brackets and zone. */
export function ownNames(): string[] {
  const name = hostname().toLowerCase()
  const local = name === '' || name.includes('.') ? [] : [`${name}.local`]
  const addresses = Object.values(networkInterfaces()).flatMap((each = []) => each.map(({ address }) => address))
  return [
    ...new Set(['localhost', ...(name ? [name] : []), ...local, '127.0.0.1', ...addresses.map(withoutZone)]),
  ].filter((each) => /^[\w.:-]+$/.test(each))
}

function withoutZone(address: string): string {
  return address.replace(/%.*$/, '').toLowerCase()
}
