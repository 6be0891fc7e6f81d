import { IconClipboardText, IconPhoneCall, IconPhoneOutgoing } from '@tabler/icons-react'
import { dotted, spaced, type EntryTellers } from '../kit/timeline-entry.ts'

/** How calls and lines of the register read in a customer's timeline. */
export const intakeEntries: EntryTellers = {
  'intake.call': {
    sign: ({ title }) => (title === 'out' ? IconPhoneOutgoing : IconPhoneCall),
    tell: ({ entry: { title, detail, by }, t }) => ({
      word: t(title === 'out' ? 'intakeTimeline.callOut' : 'intakeTimeline.call'),
      what: detail,
      more: by && t('intakeTimeline.answered', { name: by }),
    }),
    brief: ({ entry: { title, detail, verdict }, t }) =>
      spaced(
        t(title === 'out' ? 'intakeTimeline.callOut' : 'intakeTimeline.call'),
        verdict === 'lost' ? t('intakeTimeline.lost') : detail,
      ),
  },
  'intake.register': {
    sign: () => IconClipboardText,
    tell: ({ entry: { title, detail, outcome, by }, thing, t }) => ({
      word: t(outcome ? `intake.outcome.${outcome}` : 'intakeTimeline.register'),
      what: title,
      more: dotted(thing || detail, by && t('intakeTimeline.taken', { name: by })),
    }),
    brief: ({ entry: { title, detail, outcome }, t }) =>
      spaced(t(outcome ? `intake.outcome.${outcome}` : 'intakeTimeline.register'), detail, title),
  },
}
