/* eslint-disable @typescript-eslint/consistent-type-imports -- an import would make this a module, which declares no other */

/** Made by build/words-plugin.ts: the texts of one prefix in one language by full key, each a file fetched when asked for. */
declare module 'virtual:words' {
  type Load = () => Promise<{ texts: Readonly<Record<string, string>> }>
  type Prefix = keyof typeof import('../../shared/words.ts').allWords
  export const loaders: Readonly<Record<import('../../shared/kit/words.ts').Language, Readonly<Record<Prefix, Load>>>>
}
