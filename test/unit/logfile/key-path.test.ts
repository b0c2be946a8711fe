import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { childPath, lastName, parseKeyPath, placeOfFile, TOP } from '../../../src/logfile/key-path.ts'
import { FOLDERS, parseFileName } from '../../../src/logfile/object-key.ts'

const ACCOUNT = '123456789012'
const NAME = `${ACCOUNT}_CloudTrail_us-east-1_20240818T1140Z_abcdefghijklmnop.json.gz`

// Prefixes that look like levels, one or several of them.
const prefix = fc
  .array(
    fc.constantFrom(
      '',
      'home',
      '999988887777',
      'eu-west-1',
      '2023',
      '08',
      '17',
      'o-abcdefghij',
      'CloudTrail',
      'AWSLogs',
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.map((part) => `${part}/`).join(''))

describe('by its path alone', () => {
  test('a folder below AWSLogs/ is what it is behind any prefix', () => {
    const tree = fc.record({
      organization: fc.option(fc.constant('o-exampleorgid'), { nil: undefined }),
      account: fc.stringMatching(/^\d{12}$/),
      folder: fc.constantFrom(...FOLDERS),
      region: fc.constantFrom('us-east-1', 'us-gov-west-1', 'us_east_1'),
      year: fc.constantFrom('2024', undefined),
      month: fc.constantFrom('08', undefined),
      day: fc.constantFrom('18', undefined),
    })
    fc.assert(
      fc.property(prefix, tree, (before, levels) => {
        const { organization, account, folder, region, year, month, day } = levels
        const date = year && [year, ...(month ? [month, ...(day ? [day] : [])] : [])]
        const names = [organization, account, folder, region, ...(date || [])].filter(
          (name) => name !== undefined,
        )
        expect(parseKeyPath(`${before}AWSLogs/${names.join('/')}/`)).toEqual({
          path: `${before}AWSLogs/${names.join('/')}/`,
          prefix: before,
          root: `${before}AWSLogs/${organization ? `${organization}/` : ''}`,
          awsLogs: true,
          ...(organization && { organization }),
          account,
          folder,
          region,
          ...(date && { year }),
          ...(date && date.length > 1 && { month }),
          ...(date && date.length > 2 && { day }),
        })
      }),
    )
  })

  test('a folder that is not below AWSLogs/ is a prefix, whatever it looks like', () => {
    const names = fc.array(
      fc.constantFrom(ACCOUNT, 'CloudTrail', 'us-east-1', '2024', '08', '18', 'o-abcdefghij', 'x'),
    )
    fc.assert(
      fc.property(names, (parts) => {
        const path = parts.map((part) => `${part}/`).join('')
        expect(parseKeyPath(path)).toEqual({ path, prefix: path, root: path, awsLogs: false })
      }),
    )
  })

  test.each([
    ['AWSLogs/123456789012/cloudtrail/us-east-1/', { folder: 'CloudTrail', region: 'us-east-1' }],
    ['awslogs/123456789012/CLOUDTRAIL-DIGEST/us-east-1/', { folder: 'CloudTrail-Digest', awsLogs: true }],
    ['AWSLogs/suffix/123456789012/CloudTrail/', { root: 'AWSLogs/suffix/', account: ACCOUNT }],
    ['AWSLogs/123456789012/Config/us-east-1/2024/', { folder: 'Config', isBeyond: true }],
    ['AWSLogs/123456789012/CloudTrail/us-east-1/2024/8/18/', { year: '2024', isBeyond: true }],
    ['AWSLogs/123456789012/CloudTrail/us-east-1/2024/08/18/11/', { day: '18', isBeyond: true }],
    ['AWSLogs/123456789012/CloudTrail/region=us-east-1/', { folder: 'CloudTrail', isBeyond: true }],
  ])('%s', (folder, expected) => {
    expect(parseKeyPath(folder)).toMatchObject(expected)
    const names = folder.slice(0, -1).split('/')
    expect(names.reduce(childPath, TOP)).toEqual(parseKeyPath(folder))
    expect(lastName(folder)).toBe(names.at(-1))
  })
})

const place = (folder: string) => placeOfFile(folder, parseFileName(NAME))

describe('by the name of a file', () => {
  test.each([
    ['us-east-1/2024/08/18/', { root: '', region: 'us-east-1', day: '18' }],
    ['x/us-east-1/2024/08/18/11/', { root: 'x/', region: 'us-east-1', day: '18' }],
    ['x/us-east-1/2024/08/', { root: 'x/', region: 'us-east-1', month: '08' }],
    ['x/us-east-1/', { root: 'x/', region: 'us-east-1' }],
    ['x/CloudTrail/us-east-1/2024/08/18/', { root: 'x/', folder: 'CloudTrail' }],
    [`x/${ACCOUNT}/cloudtrail/us-east-1/2024/08/18/`, { root: 'x/', account: ACCOUNT }],
    [`o-abcdefghij/${ACCOUNT}/CloudTrail/us-east-1/2024/`, { root: '', organization: 'o-abcdefghij' }],
  ])('%s', (folder, expected) => expect(place(folder)).toMatchObject(expected))

  test.each([
    'cases/2024/08/18/', // no Region above
    'eu-west-1/2024/08/18/', // another
    'x/y/',
    '',
  ])('not %s', (folder) => {
    expect(place(folder)).toEqual({ path: folder, prefix: folder, root: folder, awsLogs: false })
  })

  test('says nothing that the folders do not say', () => {
    expect(place('us-east-1/2024/08/17/')).not.toMatchObject({ day: '17' })
    expect(place('us-east-1/2023/08/18/').year).toBeUndefined()
  })
})
