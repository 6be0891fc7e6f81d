import {
  IconAddressBook,
  IconClipboardList,
  IconFileText,
  IconLayoutDashboard,
  IconPhoneCall,
  IconSettings,
  type Icon,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { Right } from '../shared/admin/rights.ts'
import type { Feature } from '../shared/kit/features.ts'

/** One screen: its address, its place in the rail and how to load it. */
export interface ScreenEntry {
  feature: Feature
  /** Address without the hash. The screen owns everything below it: `/tickets` also gets `/tickets/ID`. */
  path: `/${string}`
  icon: Icon
  /** Full text key, two or four characters: it stands under the icon. */
  text: string
  load: () => Promise<ComponentType>
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
    text: 'intake.screen',
    needs: 'intake.take',
    load: () => import('./intake/IntakeScreen.tsx').then((m) => m.IntakeScreen),
  },
  {
    feature: 'tickets',
    path: '/board',
    icon: IconLayoutDashboard,
    text: 'tickets.board.title',
    needs: 'tickets.board',
    load: () => import('./tickets/BoardScreen.tsx').then((m) => m.BoardScreen),
  },
  {
    feature: 'tickets',
    path: '/tickets',
    icon: IconClipboardList,
    text: 'tickets.title',
    needs: 'tickets.view',
    load: () => import('./tickets/TicketsScreen.tsx').then((m) => m.TicketsScreen),
  },
  {
    feature: 'sheets',
    path: '/sheets',
    icon: IconFileText,
    text: 'sheets.title',
    needs: 'sheets.print',
    load: () => import('./sheets/SheetsScreen.tsx').then((m) => m.SheetsScreen),
  },
  {
    feature: 'customers',
    path: '/customers/import',
    icon: IconAddressBook,
    text: 'customers.list.import',
    needs: 'customers.import',
    place: 'none',
    load: () => import('./customers/ImportScreen.tsx').then((m) => m.ImportScreen),
  },
  {
    feature: 'customers',
    path: '/customers',
    icon: IconAddressBook,
    text: 'customers.rail.archive',
    needs: 'customers.view',
    load: () => import('./customers/CustomersScreen.tsx').then((m) => m.CustomersScreen),
  },
  {
    feature: 'admin',
    path: '/settings',
    icon: IconSettings,
    text: 'admin.settings.rail',
    place: 'foot',
    load: () => import('./admin/SettingsScreen.tsx').then((m) => m.SettingsScreen),
  },
]

/** What stands instead of the shell before a member is in. */
export const doors: Readonly<
  Partial<Record<'firstRun' | 'newPassword' | 'signedOut' | 'trouble', () => Promise<ComponentType>>>
> = {
  firstRun: () => import('./admin/FirstRunScreen.tsx').then((m) => m.FirstRunScreen),
  newPassword: () => import('./admin/NewPasswordScreen.tsx').then((m) => m.NewPasswordScreen),
  signedOut: () => import('./admin/SignInScreen.tsx').then((m) => m.SignInScreen),
  trouble: () => import('./admin/StationTrouble.tsx').then((m) => m.StationTrouble),
}

/** Components without a picture of their own that stand while a member is in: they feed strip, badges and notices. */
export const standing: readonly (() => Promise<ComponentType>)[] = [
  () => import('./admin/RecoveryReminder.tsx').then((m) => m.RecoveryReminder),
  () => import('./admin/TroubleReminder.tsx').then((m) => m.TroubleReminder),
  () => import('./admin/AccountCommands.tsx').then((m) => m.AccountCommands),
  () => import('./customers/FindCustomers.tsx').then((m) => m.FindCustomers),
  () => import('./intake/LineWatcher.tsx').then((m) => m.LineWatcher),
  () => import('./tickets/FindTickets.tsx').then((m) => m.FindTickets),
]

/** Pages without shell, for printing: the address decides. */
export const papers: readonly { path: `/print/${string}`; load: () => Promise<ComponentType> }[] = [
  { path: '/print/sheets/:formId', load: () => import('./sheets/PrintSheetPage.tsx').then((m) => m.PrintSheetPage) },
]
