import {
  IconArrowBackUp,
  IconBan,
  IconBellRinging,
  IconClockCheck,
  IconNote,
  IconTool,
  IconTruckDelivery,
} from '@tabler/icons-react'
import { dotted, spaced, type EntryTellers } from '../kit/timeline-entry.ts'

/** How the steps of a case read in its customer's timeline. */
export const ticketEntries: EntryTellers = {
  'tickets.dispatch': {
    sign: () => IconTruckDelivery,
    tell: ({ entry: { title, detail, reason, by }, thing, t, when }) => ({
      word: t('ticketsTimeline.dispatch'),
      what: dotted(title, detail && t('ticketsTimeline.visit', { time: when(detail) })),
      more: dotted(reason, thing, by && t('ticketsTimeline.technician', { name: by })),
    }),
    brief: ({ entry: { title, detail, by }, t, when }) =>
      spaced(t('ticketsTimeline.dispatch'), detail ? when(detail) : title, by),
  },
  'tickets.result': {
    sign: () => IconTool,
    tell: ({ entry: { title, detail, by }, thing, t }) => ({
      word: t('ticketsTimeline.result'),
      what: title,
      more: dotted(thing || detail, by && t('ticketsTimeline.technician', { name: by })),
    }),
    brief: ({ entry: { title }, t }) => spaced(t('ticketsTimeline.result'), title),
  },
  'tickets.cancel': {
    sign: () => IconBan,
    tell: ({ entry: { title, detail, reason }, thing, t }) => ({
      word: t('ticketsTimeline.cancel'),
      what: dotted(title, reason),
      more: thing || detail,
    }),
    brief: ({ entry: { title, reason }, t }) => spaced(t('ticketsTimeline.cancel'), title, reason),
  },
  'tickets.chase': {
    sign: () => IconBellRinging,
    tell: ({ entry: { title, detail, by }, thing, t }) => ({
      word: t('ticketsTimeline.chase'),
      what: dotted(title, detail),
      more: dotted(thing, by && t('ticketsTimeline.entered', { name: by })),
    }),
    brief: ({ entry: { title }, t }) => spaced(t('ticketsTimeline.chase'), title),
  },
  'tickets.moment': {
    sign: () => IconClockCheck,
    tell: ({ entry: { title, detail, reason, by }, thing, t, when }) => ({
      word: t('ticketsTimeline.moment'),
      what: dotted(t(`ticketsTimeline.event.${title}`), detail && when(detail), reason),
      more: dotted(thing, by && t('ticketsTimeline.written', { name: by })),
    }),
    brief: ({ entry: { title, detail }, t, when }) =>
      spaced(t(`ticketsTimeline.event.${title}`), detail && when(detail)),
  },
  'tickets.withdrawal': {
    sign: () => IconArrowBackUp,
    tell: ({ entry: { title, detail, reason, by }, thing, t }) => ({
      word: t(`ticketsTimeline.withdrawal.${detail}`),
      what: dotted(title, reason),
      more: dotted(thing, by && t('ticketsTimeline.written', { name: by })),
    }),
    brief: ({ entry: { title, detail }, t }) => spaced(t(`ticketsTimeline.withdrawal.${detail}`), title),
  },
  'tickets.note': {
    sign: () => IconNote,
    tell: ({ entry: { title, detail, by }, thing, t }) => ({
      word: t('ticketsTimeline.note'),
      what: dotted(title, detail),
      more: dotted(thing, by && t('ticketsTimeline.written', { name: by })),
    }),
    brief: ({ entry: { title }, t }) => spaced(t('ticketsTimeline.note'), title),
  },
}
