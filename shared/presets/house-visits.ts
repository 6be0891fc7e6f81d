/**
 * What a desk reckons visits and deadlines with where its policies say nothing else; no paper has a figure. A visit without an agreed end lasts
 * an hour, nobody is offered sooner than in half an hour, and what is due within half an hour is due soon.
 */
export const houseVisits = { usualMinutes: 60, leadMinutes: 30, soonMinutes: 30, rule: 'house' } as const
