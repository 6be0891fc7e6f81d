import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from './IconButton.tsx'
import { KeyButton } from './KeyButton.tsx'
import look from './NoticeLine.module.css'
import { dismissNotice, useNotices } from './notices.ts'
import { Verdict } from './Verdict.tsx'

/** Where notices stand; the shell has one. Say something with `sayNotice`. */
export function NoticeLine() {
  const { t } = useTranslation()
  const notices = useNotices()
  return (
    <section className={look.region} role="status" aria-label={t('kit.notice.region')}>
      {notices.map(({ id, text, kind, undo, step }) => (
        <div key={id} className={look.notice} data-notice>
          <span className={look.text}>{kind === 'plain' ? text : <Verdict kind={kind}>{text}</Verdict>}</span>
          {step ? (
            <KeyButton
              isSmall
              keyCap={step.keyCap}
              onClick={() => {
                step.run()
                dismissNotice(id)
              }}
            >
              {step.text}
            </KeyButton>
          ) : null}
          {undo ? (
            <KeyButton
              isSmall
              onClick={() => {
                undo()
                dismissNotice(id)
              }}
            >
              {t('kit.button.undo')}
            </KeyButton>
          ) : null}
          <IconButton icon={IconX} label={t('kit.button.close')} onClick={() => dismissNotice(id)} />
        </div>
      ))}
    </section>
  )
}
