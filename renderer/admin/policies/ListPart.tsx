import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../kit/IconButton.tsx'
import { KeyButton } from '../../kit/KeyButton.tsx'
import { LedgerBlock, LedgerCell, LedgerRow } from '../../kit/LedgerForm.tsx'
import look from './policy.module.css'

interface ListPartProps<Item> {
  head: string
  items: readonly Item[]
  /** What a line is called for who cannot see it. */
  nameOf: (item: Item) => string
  onChange: (items: Item[]) => void
  /** Cells of a line; `change` puts another in its place. */
  children: (item: Item, change: (part: Partial<Item>) => void) => ReactNode
  /** A fresh line; absent: none can be added. */
  make?: (() => Item) | undefined
  /** Fewer than these may not remain. */
  least?: number
}

/** Any list of the policies: lines in their order, moved, taken out and added. */
export function ListPart<Item>({ head, items, nameOf, onChange, children, make, least = 0 }: ListPartProps<Item>) {
  const { t } = useTranslation()
  const swap = (at: number, by: number) => {
    const next = [...items]
    const [moved] = next.splice(at, 1)
    next.splice(at + by, 0, moved!)
    onChange(next)
  }
  return (
    <LedgerBlock head={head}>
      {items.map((item, at) => (
        <LedgerRow key={at} columns="minmax(0, 1fr) auto">
          <div className={look.cells}>
            {children(item, (part) => onChange(items.map((each, nth) => (nth === at ? { ...each, ...part } : each))))}
          </div>
          <div className={look.signs}>
            {at > 0 ? (
              <IconButton
                icon={IconArrowUp}
                label={t('admin.policy.up', { name: nameOf(item) })}
                onClick={() => swap(at, -1)}
              />
            ) : null}
            {at < items.length - 1 ? (
              <IconButton
                icon={IconArrowDown}
                label={t('admin.policy.down', { name: nameOf(item) })}
                onClick={() => swap(at, 1)}
              />
            ) : null}
            {items.length > least ? (
              <IconButton
                icon={IconX}
                label={t('admin.policy.remove', { name: nameOf(item) })}
                onClick={() => onChange(items.filter((_, nth) => nth !== at))}
              />
            ) : null}
          </div>
        </LedgerRow>
      ))}
      {make ? (
        <LedgerRow>
          <LedgerCell>
            <KeyButton isSmall icon={IconPlus} onClick={() => onChange([...items, make()])}>
              {t('admin.policy.add')}
            </KeyButton>
          </LedgerCell>
        </LedgerRow>
      ) : null}
    </LedgerBlock>
  )
}
