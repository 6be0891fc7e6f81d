import { useMantineColorScheme } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../shared/kit/words.ts'
import { host } from './host.ts'
import { useShell } from './shell-state.ts'

/** Keeps the desktop's menus, colours and closing question in step with the page, and goes where the desktop wants. */
export function useDesktop(navigate: (path: string) => void): void {
  const { colorScheme } = useMantineColorScheme()
  const { i18n } = useTranslation()
  const isLineOpen = useShell(({ line }) => line.state === 'open' || line.state === 'held')
  useEffect(() => void host.desktop?.setTheme(colorScheme), [colorScheme])
  useEffect(() => void host.desktop?.setLanguage(i18n.language as Language), [i18n.language])
  useEffect(() => void host.desktop?.setLineOpen(isLineOpen), [isLineOpen])
  useEffect(() => host.desktop?.onRoute((path) => navigate(path.replace(/^#/, ''))), [navigate])
}
