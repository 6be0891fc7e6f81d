/** When the scheduler looked: by this station's clock, and by the one that all stations of the database share. */
export interface Look {
  ownAt: string
  sharedAt: string
}
