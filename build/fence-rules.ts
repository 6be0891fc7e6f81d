import { type ICruiseOptions, type IRegularForbiddenRuleType } from 'dependency-cruiser'
import { features } from '../shared/kit/features.ts'
import { knowsNoFeature } from './rooms.ts'

const feature = `(${features.join('|')})`
const notTypeOnly = { dependencyTypesNot: ['type-only' as const] }

function forbid(
  name: string,
  from: IRegularForbiddenRuleType['from'],
  to: IRegularForbiddenRuleType['to'],
): IRegularForbiddenRuleType {
  return { name, severity: 'error', from, to }
}

/** The layers of the house: shared ← main ← (types only) renderer. In which order the rooms of main stand says `rooms.ts`. */
export const fences: IRegularForbiddenRuleType[] = [
  // Types count: a ring of types is one, too, for whoever reads it.
  forbid('no rings', {}, { circular: true }),
  // virtual: is what build/words-plugin.ts makes.
  forbid('every import is found', {}, { couldNotResolve: true, pathNot: '^virtual:' }),
  forbid('shared is pure: zod and itself', { path: '^shared/' }, { pathNot: ['^shared/', '^node_modules/zod/'] }),
  forbid('main knows no page', { path: '^main/' }, { path: '^renderer/' }),
  forbid('renderer is a page, main only lends it types', { path: '^renderer/' }, { path: '^main/', ...notTypeOnly }),
  forbid(
    'renderer names main in app/api.ts alone',
    { path: '^renderer/', pathNot: '^renderer/app/api\\.ts$' },
    { path: '^main/' },
  ),
  forbid(
    'a seat gets its trade and the others from the station',
    { path: '^renderer/' },
    { path: '^shared/presets/(catalog|p\\d\\d-)' },
  ),
  forbid('renderer has no Node', { path: '^renderer/' }, { dependencyTypes: ['core'] }),
  forbid(
    'only the desktop knows Electron',
    { pathNot: '^(main/desktop|tests/desktop)/' },
    { path: '^(node_modules/)?electron(-updater)?(/|$)' },
  ),
  forbid(
    'nothing leans on the desktop',
    { path: '^(shared|main|renderer)/', pathNot: '^main/desktop/' },
    { path: '^main/desktop/' },
  ),
  forbid(
    'feature to feature through public.ts',
    { path: `^main/${feature}/` },
    { path: `^main/${feature}/`, pathNot: ['^main/$1/', '/public\\.ts$'] },
  ),
  forbid(
    'the rooms below and the station know no feature',
    { path: `^main/(${knowsNoFeature.join('|')})(/|\\.ts$)` },
    { path: `^main/${feature}/` },
  ),
  forbid(
    'pages of a feature meet those of another through public.ts',
    { path: `^renderer/${feature}/` },
    { path: `^renderer/${feature}/`, pathNot: ['^renderer/$1/', '/public\\.ts$'] },
  ),
  forbid('the product needs no test', { path: '^(shared|main|renderer|build)/' }, { path: '^tests/' }),
  forbid('the product needs no build script', { path: '^(shared|main|renderer)/' }, { path: '^build/(?!icons/)' }),
  forbid(
    'the product ships what it imports',
    { path: '^(shared|main|renderer)/' },
    { dependencyTypes: ['npm-dev'], pathNot: '^node_modules/(electron|@types)/', ...notTypeOnly },
  ),
]

/** How imports are found: types too, since rings by type count. */
export const howToLook: ICruiseOptions = {
  doNotFollow: { path: 'node_modules' },
  exclude: { path: '^(out|dist|coverage)/' },
  tsPreCompilationDeps: true,
  tsConfig: { fileName: 'tsconfig.json' },
  enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
}
