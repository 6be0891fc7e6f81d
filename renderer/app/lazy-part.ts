import { createElement, lazy, type ComponentType } from 'react'
import { fetchWords, type WordsPrefix } from './i18n.ts'

/** A component that is fetched when it is first shown, and the texts it speaks beside those of the shell. */
export interface Part<Props extends object = object> {
  load: () => Promise<ComponentType<Props>>
  /** tests/fences holds these to the keys that the component's own modules name. */
  words: readonly WordsPrefix[]
}

const made = new Map<object, unknown>()

/**
 * The component of a part, made lazy once, so going back and forth neither reloads nor loses it. It stands only when its
 * words are there: nobody sees a key instead of a text.
 */
export function lazyPart<Props extends object>(part: Part<Props>): ComponentType<Props> {
  const known = made.get(part) as ComponentType<Props> | undefined
  if (known) return known
  const component: ComponentType<Props> = lazy(async () => {
    const [loaded] = await Promise.all([part.load(), fetchWords(part.words)])
    return { default: loaded }
  })
  made.set(part, component)
  return component
}

/** What a registry line loads, where it is not a route. */
export const LazyPart = ({ part }: { part: Part }) => createElement(lazyPart(part))
