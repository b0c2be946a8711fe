// What a call needed.

export interface Permission {
  /** `s3:GetObject` */
  readonly action: string
  /** ARNs, or `*` alone. */
  readonly resources: readonly string[]
}
