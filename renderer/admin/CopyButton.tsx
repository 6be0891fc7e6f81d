import { IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { host } from '../app/host.ts'
import { KeyButton } from '../kit/KeyButton.tsx'
import { sayNotice } from '../kit/notices.ts'

/** Copies a text and says so. `label` is translated; absent it says 复制. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const { t } = useTranslation()
  const copy = async () => {
    await (host.desktop ? host.desktop.copyText(text) : navigator.clipboard.writeText(text))
    sayNotice(t('admin.lan.copied'))
  }
  return (
    <KeyButton isSmall icon={IconCopy} onClick={() => void copy()}>
      {label ?? t('admin.lan.copy')}
    </KeyButton>
  )
}
