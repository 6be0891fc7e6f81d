import {
  IconAddressBook,
  IconClipboardList,
  IconFileText,
  IconLayoutDashboard,
  IconPhoneCall,
  IconSettings,
  type Icon,
} from '@tabler/icons-react'
import type { Right } from '../shared/admin/rights.ts'
import type { Feature } from '../shared/kit/features.ts'
import type { Part } from './app/lazy-part.ts'

/** One screen: its address, its place in the rail and how to load it. */
export interface ScreenEntry extends Part {
  feature: Feature
  /** Address without the hash. The screen owns everything below it: `/tickets` also gets `/tickets/ID`. */
  path: `/${string}`
  icon: Icon
  /** Full text key of the shell's own texts, two or four characters: it stands under the icon. */
  text: `kit.${string}`
  /** Right a member must hold to see it; absent = everyone signed in. */
  needs?: Right
  /** `rail` by default; `foot` at its lower end; `none` for pages reached by link only. */
  place?: 'rail' | 'foot' | 'none'
}

/** Screens in the order of the rail. One line a screen: `load: () => import('./x/XScreen.tsx').then((m) => m.XScreen)`. */
export const screens: readonly ScreenEntry[] = [
  {
    feature: 'intake',
    path: '/intake',
    icon: IconPhoneCall,
    text: 'kit.screen.intake',
    needs: 'intake.take',
    words: ['intake', 'intakeTimeline', 'presets', 'ticketsTimeline'],
    load: () => import('./intake/IntakeScreen.tsx').then((m) => m.IntakeScreen),
  },
  {
    feature: 'tickets',
    path: '/board',
    icon: IconLayoutDashboard,
    text: 'kit.screen.board',
    needs: 'tickets.board',
    words: ['admin', 'customers', 'intake', 'lists', 'tickets'],
    load: () => import('./tickets/BoardScreen.tsx').then((m) => m.BoardScreen),
  },
  {
    feature: 'tickets',
    path: '/tickets',
    icon: IconClipboardList,
    text: 'kit.screen.tickets',
    needs: 'tickets.view',
    words: ['admin', 'customers', 'history', 'intake', 'lists', 'sheets', 'tickets'],
    load: () => import('./tickets/TicketsScreen.tsx').then((m) => m.TicketsScreen),
  },
  {
    feature: 'sheets',
    path: '/sheets',
    icon: IconFileText,
    text: 'kit.screen.sheets',
    needs: 'sheets.print',
    words: ['sheets'],
    load: () => import('./sheets/SheetsScreen.tsx').then((m) => m.SheetsScreen),
  },
  {
    feature: 'customers',
    path: '/customers/import',
    icon: IconAddressBook,
    text: 'kit.screen.import',
    needs: 'customers.import',
    place: 'none',
    words: ['customers'],
    load: () => import('./customers/ImportScreen.tsx').then((m) => m.ImportScreen),
  },
  {
    feature: 'customers',
    path: '/customers',
    icon: IconAddressBook,
    text: 'kit.screen.archive',
    needs: 'customers.view',
    words: [
      'admin',
      'customers',
      'history',
      'intake',
      'intakeTimeline',
      'lists',
      'products',
      'tickets',
      'ticketsTimeline',
    ],
    load: () => import('./customers/CustomersScreen.tsx').then((m) => m.CustomersScreen),
  },
  {
    feature: 'admin',
    path: '/settings',
    icon: IconSettings,
    text: 'kit.screen.settings',
    place: 'foot',
    words: ['admin', 'door', 'history', 'lists', 'tickets'],
    load: () => import('./admin/SettingsScreen.tsx').then((m) => m.SettingsScreen),
  },
]

/** What stands instead of the shell before a member is in. */
export const doors: Readonly<Record<'firstRun' | 'newPassword' | 'signedOut' | 'trouble', Part>> = {
  firstRun: {
    words: ['admin', 'door'],
    load: () => import('./admin/FirstRunScreen.tsx').then((m) => m.FirstRunScreen),
  },
  newPassword: {
    words: ['admin', 'door'],
    load: () => import('./admin/NewPasswordScreen.tsx').then((m) => m.NewPasswordScreen),
  },
  signedOut: { words: ['door'], load: () => import('./admin/SignInScreen.tsx').then((m) => m.SignInScreen) },
  trouble: {
    words: ['admin', 'desktop', 'door'],
    load: () => import('./admin/StationTrouble.tsx').then((m) => m.StationTrouble),
  },
}

/** Components without a picture of their own that stand while a member is in: they feed strip, badges and notices. */
export const standing: readonly Part[] = [
  { words: [], load: () => import('./admin/RecoveryReminder.tsx').then((m) => m.RecoveryReminder) },
  { words: [], load: () => import('./admin/SpaceWarning.tsx').then((m) => m.SpaceWarning) },
  { words: [], load: () => import('./admin/TroubleReminder.tsx').then((m) => m.TroubleReminder) },
  { words: ['door'], load: () => import('./admin/AccountCommands.tsx').then((m) => m.AccountCommands) },
  { words: [], load: () => import('./customers/FindCustomers.tsx').then((m) => m.FindCustomers) },
  { words: ['intake'], load: () => import('./intake/LineWatcher.tsx').then((m) => m.LineWatcher) },
  { words: [], load: () => import('./tickets/FindTickets.tsx').then((m) => m.FindTickets) },
]

/** Pages without shell, for printing: the address decides. */
export const papers: readonly (Part & { path: `/print/${string}` })[] = [
  {
    path: '/print/sheets/:formId',
    words: [],
    load: () => import('./sheets/PrintSheetPage.tsx').then((m) => m.PrintSheetPage),
  },
]
