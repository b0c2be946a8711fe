// @ts-check
// The accounts of the sample organization and everyone who calls in them. Names, keys and addresses are those that
// documentation uses: example keys, the address blocks of RFC 5737 and RFC 3849.

import { assumedRole, iamUser, otherAccount, root } from './identity.js'

/** @typedef {import('./record.js').Caller} Caller */

export const ORGANIZATION = 'o-exampleorgid'
export const MANAGEMENT = '111122223333'
export const PRODUCTION = '444455556666'
export const DEVELOPMENT = '777788889999'
/** An account ID is text: this one loses its zeros in a spreadsheet. */
export const LOG_ARCHIVE = '000123456789'

export const VIRGINIA = 'us-east-1'
export const IRELAND = 'eu-west-1'
export const OREGON = 'us-west-2'

export const CUSTOMER_BUCKET = 'example-customer-exports'
export const REPORTING_KEY = 'AKIAI44QH8DHBEXAMPLE'
/** The address of the story: no one else calls from 198.51.100.0/24. */
export const STRANGE_ADDRESS = '198.51.100.73'

export const CHROME =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/127.0.0.0 Safari/537.36'
export const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:109.0) Gecko/20100101 Firefox/115.0'
export const CLI =
  'aws-cli/2.17.32 md/awscrt#1.0.2 ua/2.0 os/macos#23.6.0 md/arch#arm64 lang/python#3.11.9 md/pyimpl#CPython cfg/retry-mode#standard md/command#'
const TERRAFORM =
  'APN/1.0 HashiCorp/1.0 Terraform/1.9.4 (+https://www.terraform.io) terraform-provider-aws/5.62.0 aws-sdk-go-v2/1.30.3'
const BOTO = 'Boto3/1.34.158 md/Botocore#1.34.158 ua/2.0 os/linux#5.10.220 md/arch#x86_64 lang/python#3.12.4'

/** @returns {Caller} an administrator who came through IAM Identity Center */
export function alice(/** @type {string} */ account, /** @type {number} */ created) {
  const identity = assumedRole({
    account,
    role: 'AWSReservedSSO_AdministratorAccess_0123456789abcdef',
    path: `aws-reserved/sso.amazonaws.com/${IRELAND}/`,
    id: 'AROA3XFRBF23ZEXAMPLE1',
    session: 'alice@example.com',
    key: 'ASIAI44QH8DHBEXAMPLE',
    created,
  })
  return { identity, ip: '203.0.113.21', agent: CHROME }
}

/** @returns {Caller} a developer with a long-lived key */
export function arnav() {
  const identity = iamUser({
    account: DEVELOPMENT,
    name: 'arnav',
    id: 'AIDAIARNAVEXAMPLEUSR1',
    key: 'AKIAIOSFODNN7EXAMPLE',
  })
  return { identity, ip: '192.0.2.85', agent: `${CLI}ec2.describe-instances` }
}

/** @returns {Caller} finance, in the management account, signed in with MFA */
export function maryMajor(/** @type {number} */ created) {
  const session = { created, mfa: true }
  const identity = iamUser({
    account: MANAGEMENT,
    name: 'Mary_Major',
    id: 'AIDAJ45Q7YFFAREXAMPLE',
    key: 'ASIAMARYMAJOREXAMPLE',
    session,
  })
  return { identity, ip: '203.0.113.67', agent: FIREFOX }
}

/** @returns {Caller} without a key while signing in, with the session's key after that */
export function jorge(
  /** @type {{ created: number, mfa: boolean } | undefined} */ session,
  ip = '203.0.113.25',
) {
  const user = { account: PRODUCTION, name: 'jorge_souza', id: 'AIDAIJORGESOUZAEXMPL1' }
  const identity = iamUser(session ? { ...user, key: 'ASIAJORGESOUZEXAMPLE', session } : user)
  return { identity, ip, agent: session && ip !== STRANGE_ADDRESS ? CHROME : FIREFOX }
}

/** @returns {Caller} the reporting job's user: one key since 2022, another since the night of the story */
export function reporting(key = 'AKIAREPORTING1EXAMPL', ip = '192.0.2.44', agent = BOTO) {
  return {
    identity: iamUser({ account: PRODUCTION, name: 'svc_reporting', id: 'AIDAIREPORTINGEXMPL1', key }),
    ip,
    agent,
  }
}

/** @returns {Caller} */
export function rootUser(/** @type {string} */ account, /** @type {number | undefined} */ created) {
  const session = created === undefined ? undefined : { created, mfa: true }
  return {
    identity: root(account, session && 'ASIAROOTSESSNEXAMPLE', session),
    ip: '203.0.113.10',
    agent: CHROME,
  }
}

/** @returns {Caller} the pipeline, after it took on the role that deploys */
export function deployer(
  /** @type {string} */ account,
  /** @type {string} */ run,
  /** @type {number} */ created,
) {
  const identity = assumedRole({
    account,
    role: 'Deploy',
    id: 'AROAEXAMPLEROLEID0001',
    session: `terraform-${run}`,
    key: 'ASIADEPLOYROLEXAMPLE',
    created,
  })
  return { identity, ip: '192.0.2.140', agent: TERRAFORM }
}

/** @returns {Caller} a web server with an instance role and IMDSv2 */
export function webServer(/** @type {string} */ instance, /** @type {number} */ created) {
  const identity = assumedRole({
    account: PRODUCTION,
    role: 'WebServer',
    id: 'AROAEXAMPLEROLEID0002',
    session: instance,
    key: 'ASIAWEBSERVEREXAMPLE',
    created,
    context: { ec2RoleDelivery: '2.0' },
  })
  return { identity, ip: '203.0.113.180', agent: BOTO }
}

/** @returns {Caller} a Lambda function's role; Lambda fetched its credentials */
export function nightlyExport(/** @type {number} */ created) {
  const identity = {
    ...assumedRole({
      account: PRODUCTION,
      role: 'NightlyExport',
      id: 'AROAEXAMPLEROLEID0003',
      session: 'nightly-export',
      key: 'ASIANIGHTLYEXEXAMPLE',
      created,
    }),
    inScopeOf: {
      sourceArn: `arn:aws:lambda:${IRELAND}:${PRODUCTION}:function:nightly-export`,
      sourceAccount: PRODUCTION,
      issuerType: 'AWS::Lambda::Function',
      credentialsIssuedTo: `arn:aws:lambda:${IRELAND}:${PRODUCTION}:function:nightly-export`,
    },
  }
  return { identity, ip: '192.0.2.9', agent: `${BOTO} exec-env/AWS_Lambda_python3.12` }
}

/** @returns {Caller} Auto Scaling's service-linked role */
export function autoScaling(/** @type {string} */ account, /** @type {number} */ created) {
  const host = 'autoscaling.amazonaws.com'
  const identity = assumedRole({
    account,
    role: 'AWSServiceRoleForAutoScaling',
    path: `aws-service-role/${host}/`,
    id: 'AROAEXAMPLEROLEID0004',
    session: 'AutoScaling',
    created,
    invokedBy: host,
  })
  return { identity, ip: host, agent: host }
}

/** @returns {Caller} */
export function anyone(/** @type {string} */ ip, /** @type {string} */ agent) {
  return { identity: { ...otherAccount('', 'ANONYMOUS_PRINCIPAL') }, ip, agent }
}
