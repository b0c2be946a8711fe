// The known Regions, for `history:all` and to detect typing errors. A Region that is newer than this list can still be
// named.

import { didYouMean } from '../../util/did-you-mean.ts'
import { partitionOf } from '../../util/partition.ts'

const COMMERCIAL =
  `us-east-1 us-east-2 us-west-1 us-west-2 af-south-1 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2
  ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4
  ap-southeast-5 ap-southeast-6 ap-southeast-7 ca-central-1 ca-west-1 eu-central-1 eu-central-2
  eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 il-central-1 me-central-1 me-south-1
  mx-central-1 sa-east-1`.split(/\s+/)
const PARTITIONS: Readonly<Record<string, readonly string[]>> = {
  aws: COMMERCIAL,
  'aws-cn': ['cn-north-1', 'cn-northwest-1'],
  'aws-us-gov': ['us-gov-east-1', 'us-gov-west-1'],
}
const FORM =
  /^(?:[a-z]{2}|us-gov|us-iso[a-z]?|eu-isoe|eusc-de)-(?:north|south|east|west|central|northeast|northwest|southeast|southwest)-\d{1,2}$/

/** All known Regions of the partition that this Region belongs to. */
export function regionsBeside(region: string): readonly string[] {
  return PARTITIONS[partitionOf(region)] ?? [region]
}

/** Undefined if the text has the form of a Region; otherwise the Region that was probably meant, if there is one. */
export function notARegion(text: string): { readonly meant: string | undefined } | undefined {
  if (FORM.test(text)) return undefined
  return { meant: didYouMean(text, Object.values(PARTITIONS).flat()) }
}
