import { useMutation } from '@tanstack/react-query'
import { api, queries } from '../app/api.ts'
import { useProblemText } from '../app/problem-text.ts'
import { sayNotice } from '../kit/notices.ts'

/** Ends the session on this seat and leads to the door. Drafts stay on this computer. */
export function useSignOut(): () => void {
  const explain = useProblemText()
  const signOut = useMutation(api.admin.signOut.mutationOptions())
  return () =>
    signOut.mutate(undefined, {
      onSuccess: () =>
        void queries
          .invalidateQueries({ queryKey: api.admin.house.queryKey() })
          .then(() => queries.removeQueries({ predicate: ({ queryKey }) => !isHouse(queryKey) })),
      onError: (error) => sayNotice(explain(error).what, { kind: 'late' }),
    })
}

/** What the door itself needs. */
const isHouse = (queryKey: readonly unknown[]) => JSON.stringify(queryKey[0]) === JSON.stringify(['admin', 'house'])
