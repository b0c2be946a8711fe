/** In the order in which help lists them. presets.ts has the presets; only their names are needed at every start. */
export const PRESET_NAMES = [
  'logins',
  'failed-logins',
  'root',
  'iam',
  'errors',
  'denied',
  'changes',
  'network',
  'secrets',
  'no-mfa',
  'assumed-roles',
  'new-identities',
  'security-groups',
  'public-access',
  'trail-tampering',
] as const
export type PresetName = (typeof PRESET_NAMES)[number]
