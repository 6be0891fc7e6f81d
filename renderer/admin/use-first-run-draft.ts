import { useEffect, useState } from 'react'
import { keepDraft, readKeptDrafts } from '../app/drafts.ts'
import { emptyDraft, type FirstRunDraft, type FirstRunStep } from './first-run.ts'

const place = 'first-run'

interface Kept {
  step: FirstRunStep
  draft: Omit<FirstRunDraft, 'password' | 'again'>
}

/**
 * What the first run has heard, kept on this computer until the station is set up: a reload goes on where it was. Passwords are never kept, so
 * it goes on at the account when it was past it.
 */
export function useFirstRunDraft() {
  const [step, setStep] = useState<FirstRunStep>('language')
  const [draft, setDraft] = useState<FirstRunDraft>(emptyDraft)
  const [isRead, setRead] = useState(false)
  useEffect(() => {
    readKeptDrafts(place)
      .then(([found]) => {
        if (!found) return
        const kept = found.value as Kept
        setDraft((typed) => (typed === emptyDraft ? { ...emptyDraft, ...kept.draft } : typed))
        setStep((shown) => (shown !== 'language' ? shown : kept.step === 'start' ? 'administrator' : kept.step))
      })
      .catch((error: unknown) => console.error('what the first run had heard cannot be read', error))
      .finally(() => setRead(true))
  }, [])
  useEffect(() => {
    if (!isRead || (step === 'language' && draft === emptyDraft)) return
    const { password: _password, again: _again, ...open } = draft
    keepDraft(place, { step, draft: open } satisfies Kept)
  }, [isRead, step, draft])
  return { step, setStep, draft, setDraft, forget: () => keepDraft(place, null) }
}
