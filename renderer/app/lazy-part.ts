import { createElement, lazy, type ComponentType } from 'react'

type Load = () => Promise<ComponentType>

const made = new Map<Load, ComponentType>()

/** The component a registry line loads, made lazy once a line, so going back and forth neither reloads nor loses it. */
export function lazyPart(load: Load): ComponentType {
  const known = made.get(load)
  if (known) return known
  const part = lazy(async () => ({ default: await load() }))
  made.set(load, part)
  return part
}

/** What a registry line loads, where it is not a route. */
export const LazyPart = ({ load }: { load: Load }) => createElement(lazyPart(load))
