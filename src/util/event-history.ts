// The limit of CloudTrail's Event history, for its source and for links to its page in the console.

/** Milliseconds for which it holds an event. */
export const RETENTION = 90 * 86_400_000
