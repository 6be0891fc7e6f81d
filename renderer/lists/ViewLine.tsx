import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ViewWish } from '../../shared/lists/schema.ts'
import { saysNothing } from '../../shared/kit/seen-text.ts'
import { client } from '../app/api.ts'
import { useCommands } from '../app/hotkeys.ts'
import { newId } from '../app/new-id.ts'
import { useProblemText } from '../app/problem-text.ts'
import { useShell } from '../app/shell-state.ts'
import { KeyButton } from '../kit/KeyButton.tsx'
import { sayNotice } from '../kit/notices.ts'
import look from './List.module.css'
import type { ListState } from './use-list-state.ts'
import { keepShown, showKept, type ViewsInHand } from './use-views.ts'

interface ViewLineProps {
  views: ViewsInHand
  state: ListState
  /** Conditions that stand outside the list's own: the tab it is under. */
  fixed: Readonly<Record<string, string>>
}

/** Under the bar, while a view is on screen or what was asked for is not kept yet: keep it, name it, share it, begin with it, remove it. */
export function ViewLine({ views, state, fixed }: ViewLineProps) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const mayShare = useShell(({ member }) => member)?.may('lists.share') ?? false
  const [draft, setDraft] = useState<{ name: string; isShared: boolean } | null>(null)
  const { list, kept, view, choose } = views
  const { isChanged, revert } = state
  const wish: ViewWish = { ...state.wish, filters: { ...state.wish.filters, ...fixed } }

  const tried = (work: () => Promise<void>) => () =>
    void work().catch((error: unknown) => sayNotice(problemText(error).what, { kind: 'late' }))
  const save = async (isShared: boolean, sent: Parameters<typeof client.lists.save.mutate>[0]) => {
    const saved = await (isShared ? client.lists.saveShared : client.lists.save).mutate(sent)
    showKept(list, (before) => ({ ...before, views: [...before.views.filter(({ id }) => id !== saved.id), saved] }))
    setDraft(null)
    sayNotice(t('lists.view.saved', { name: saved.name }), { kind: 'ok' })
    choose(saved)
  }
  const saveNew = tried(async () => {
    if (draft && !saysNothing(draft.name)) await save(draft.isShared, { id: newId(), list, wish, name: draft.name })
  })
  const saveOver = tried(async () => {
    if (view) await save(view.isShared, { id: view.id, version: view.version, list, name: view.name, wish })
  })
  const name = () => setDraft({ name: view ? view.name : '', isShared: false })
  const keep = () => (view?.isMine ? saveOver() : name())
  const remove = tried(async () => {
    if (!view) return
    await client.lists.remove.mutate({ id: view.id })
    choose(null)
    showKept(list, (before) => ({ ...before, views: before.views.filter(({ id }) => id !== view.id) }))
    const again = { id: view.id, list, name: view.name, wish: view.wish }
    sayNotice(t('lists.view.removed', { name: view.name }), { undo: tried(() => save(view.isShared, again)) })
  })
  const begins = kept.defaultViewId !== null && kept.defaultViewId === view?.id
  const beginWith = tried(async () => {
    const defaultViewId = begins ? null : (view?.id ?? null)
    const send = () => client.lists.keep.mutate({ list, defaultViewId })
    await keepShown(list, (before) => ({ ...before, defaultViewId }), send)
  })

  useCommands([
    ...(isChanged ? [{ id: 'lists.save', text: 'lists.view.saveCommand', keys: ['Alt+S'], run: keep }] : []),
    ...(draft
      ? [
          {
            id: 'lists.unname',
            text: 'lists.view.revert',
            keys: ['Escape'],
            isUnlisted: true,
            run: () => setDraft(null),
          },
        ]
      : []),
  ])
  if (draft) {
    return (
      <form
        className={look.line}
        onSubmit={(event) => {
          event.preventDefault()
          saveNew()
        }}
      >
        <label className={look.field}>
          {t('lists.view.name')}
          <input
            autoFocus
            maxLength={40}
            className={look.input}
            value={draft.name}
            onChange={({ target }) => setDraft({ ...draft, name: target.value })}
          />
        </label>
        {mayShare ? (
          <label className={look.field}>
            <input
              type="checkbox"
              checked={draft.isShared}
              onChange={({ target }) => setDraft({ ...draft, isShared: target.checked })}
            />
            {t('lists.view.share')}
          </label>
        ) : null}
        <KeyButton isSmall keyCap="Enter" onClick={saveNew}>
          {t('lists.view.save')}
        </KeyButton>
        <KeyButton isSmall look="quiet" keyCap="Esc" onClick={() => setDraft(null)}>
          {t('lists.view.revert')}
        </KeyButton>
      </form>
    )
  }
  if (!view && !isChanged) return null
  return (
    <div className={look.line}>
      {isChanged ? (
        <>
          <span>{t('lists.view.changed')}</span>
          <KeyButton isSmall keyCap="Alt+S" onClick={keep}>
            {t('lists.view.save')}
          </KeyButton>
          {view ? (
            <KeyButton isSmall look="quiet" onClick={name}>
              {t('lists.view.saveAs')}
            </KeyButton>
          ) : null}
          <KeyButton isSmall look="quiet" onClick={revert}>
            {t('lists.view.revert')}
          </KeyButton>
        </>
      ) : null}
      {view ? (
        <>
          <label className={look.field}>
            <input type="checkbox" checked={begins} onChange={beginWith} />
            {t('lists.view.default')}
          </label>
          {view.isMine ? (
            <KeyButton isSmall look="quiet" onClick={remove}>
              {t('lists.view.remove')}
            </KeyButton>
          ) : null}
        </>
      ) : null}
    </div>
  )
}
