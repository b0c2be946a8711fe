// An event as the service returns it.

export interface HistoryEvent {
  readonly EventId?: string | undefined
  readonly EventTime?: Date | undefined
  readonly CloudTrailEvent?: string | undefined
}
