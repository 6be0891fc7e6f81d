import '@mantine/core/styles/baseline.layer.css'
import '@mantine/core/styles/default-css-variables.layer.css'
import '@mantine/core/styles/global.layer.css'
import '@mantine/core/styles/VisuallyHidden.layer.css'
import '@mantine/core/styles/UnstyledButton.layer.css'
import '@mantine/core/styles/Popover.layer.css'
import '@mantine/core/styles/Menu.layer.css'
import './base.css'
import { localStorageColorSchemeManager, MantineProvider, type MantineColorScheme } from '@mantine/core'
import type { ReactNode } from 'react'
import { cssVariables, sizeSteps, theme } from './theme.ts'

const schemes = localStorageColorSchemeManager({ key: 'gendan.scheme' })

/** Mantine with our tokens: light, dark or as the system, remembered on this computer. `forced` is for paper and tests. */
export function ThemeProvider({ children, forced }: { children: ReactNode; forced?: 'light' | 'dark' }) {
  const wanted: MantineColorScheme = 'auto'
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={schemes}
      defaultColorScheme={wanted}
      {...(forced ? { forceColorScheme: forced } : {})}
    >
      <style href="gendan-size-steps" precedence="size-steps">
        {sizeSteps}
      </style>
      {children}
    </MantineProvider>
  )
}
