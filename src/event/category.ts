export const CATEGORIES = ['Management', 'Data', 'Insight', 'NetworkActivity', 'Aggregated'] as const
export type Category = (typeof CATEGORIES)[number]
