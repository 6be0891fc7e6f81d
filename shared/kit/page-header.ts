/** Header in which a page says which member it was opened for: windows of one browser share the session of whoever came in last. */
export const pageHeader = 'x-gendan-member'
