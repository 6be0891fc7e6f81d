import { useTranslation } from 'react-i18next'
import type { Language } from '../../../shared/kit/words.ts'
import type { Policy, SpokenPart } from '../../../shared/presets/schema.ts'
import { freeCode } from './free-code.ts'
import { ListPart } from './ListPart.tsx'
import { sameText, TextCell } from './TextCell.tsx'

/** 话术: the parts of opening and closing, and the steps beside the form. `{{company}}` is the company's name. */
export function ScriptPart({ policy, onChange }: { policy: Policy; onChange: (part: Partial<Policy>) => void }) {
  const { t, i18n } = useTranslation()
  const language = i18n.language as Language
  const { script } = policy
  const spoken = (name: 'greeting' | 'closing', rule: 'greetingRule' | 'closingRule', part: SpokenPart['part']) => (
    <ListPart
      head={t(`admin.policy.${name}`)}
      items={script[name]}
      nameOf={({ text }) => text[language]}
      onChange={(parts) => onChange({ script: { ...script, [name]: parts, [rule]: 'house' } })}
      make={() => ({ part, text: sameText(t('admin.policy.newLine')) })}
    >
      {(item, change) => (
        <TextCell label={t('admin.policy.name')} text={item.text} onChange={(text) => change({ text })} />
      )}
    </ListPart>
  )
  return (
    <>
      {spoken('greeting', 'greetingRule', 'greeting')}
      {spoken('closing', 'closingRule', 'goodbye')}
      <ListPart
        head={t('admin.policy.steps')}
        items={script.steps}
        nameOf={({ text }) => text[language]}
        onChange={(steps) => onChange({ script: { ...script, steps } })}
        make={() => ({ code: freeCode(script.steps), text: sameText(t('admin.policy.newLine')) })}
      >
        {(item, change) => (
          <TextCell label={t('admin.policy.name')} text={item.text} onChange={(text) => change({ text })} />
        )}
      </ListPart>
    </>
  )
}
