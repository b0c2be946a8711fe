// The questions that auditors ask first, each as an ordinary list of clauses. They follow the alarms of the CIS AWS
// Foundations Benchmark where it has one, brought up to date; `changes` is the console's own default filter.

import type { TextField } from '../event/field-table.ts'
import { UsageError } from '../util/usage-error.ts'
import { allOf, type Clause, type Filter } from './clause.ts'
import { parsePattern } from './pattern/parse.ts'
import { PRESET_NAMES, type PresetName } from './preset-names.ts'

export interface Preset {
  readonly name: PresetName
  /** The question, in one sentence. */
  readonly asks: string
  readonly filter: Filter
  /** The default columns of a table of its results. */
  readonly columns: readonly string[]
}

/** Throws UsageError for an unknown name. */
export function presetOf(name: string): Preset {
  const found = PRESETS.find((preset) => preset.name === name)
  if (found) return found
  throw new UsageError(`unknown preset '${name}'`, `the presets are ${PRESET_NAMES.join(', ')}`)
}

const DENIALS = words(`
  *AccessDenied* *UnauthorizedOperation* *UnauthorizedAccess* *AuthorizationError* *NotAuthorized*
  *Unauthorized *UnauthorizedException *Forbidden* AllAccessDisabled`)

const NETWORK_NAMES = words(`
  *SecurityGroup* *NetworkAcl* *NetworkInterfaceAttribute* *PrefixList* *Vpc* *Subnet* *Route* *Gateway*
  *DhcpOptions* *Vpn* *Connection *VirtualInterface *Address *FlowLogs *Firewall* *RuleGroup*
  *HostedZone* *ResourceRecordSets`)

const SECRET_NAMES = words(`
  GetSecretValue BatchGetSecretValue PutSecretValue UpdateSecret DeleteSecret RestoreSecret RotateSecret
  PutResourcePolicy DeleteResourcePolicy ReplicateSecretToRegions GetParameter* PutParameter DeleteParameter*
  DisableKey ScheduleKeyDeletion DeleteImportedKeyMaterial PutKeyPolicy CreateGrant GetPasswordData`)

const SIGN_IN_SOURCES = ['signin', 'sso']
const SIGN_IN_NAMES = words(`
  ConsoleLogin UserAuthentication CredentialChallenge CredentialVerification Authenticate Federate
  SwitchRole GetSigninToken PasswordRecoveryRequested PasswordRecoveryCompleted`)

const NEW_IDENTITY_NAMES = words(`
  CreateUser CreateRole CreateServiceLinkedRole CreateAccessKey CreateLoginProfile UpdateLoginProfile
  CreateServiceSpecificCredential UploadSSHPublicKey UploadSigningCertificate CreateVirtualMFADevice
  CreateSAMLProvider CreateOpenIDConnectProvider CreateTrustAnchor CreateProfile CreatePermissionSet
  CreateAccountAssignment CreateAccount CreateGovCloudAccount InviteAccountToOrganization AdminCreateUser`)

const PUBLIC_ACCESS_NAMES = words(`
  PutBucketPolicy PutBucketAcl PutObjectAcl *PublicAccessBlock* PutBucketWebsite CreateAccessPoint PutAccessPointPolicy
  ModifySnapshotAttribute ModifyImageAttribute ModifyFpgaImageAttribute *BlockPublicAccess*
  ModifyDBSnapshotAttribute ModifyDBClusterSnapshotAttribute AuthorizeSnapshotAccess AddPermission*
  AddLayerVersionPermission* CreateFunctionUrlConfig SetRepositoryPolicy PutKeyPolicy CreateGrant PutResourcePolicy
  SetQueueAttributes SetTopicAttributes CreateResourceShare AssociateResourceShare UpdateResourceShare
  PutRegistryPolicy SetVaultAccessPolicy`)

const WATCHERS = words(`
  cloudtrail config guardduty securityhub access-analyzer macie2 inspector2 detective ec2 logs monitoring events`)

const TAMPERING_NAMES = words(`
  StopLogging DeleteTrail UpdateTrail PutEventSelectors PutInsightSelectors
  DeleteEventDataStore UpdateEventDataStore StopEventDataStoreIngestion DeregisterOrganizationDelegatedAdmin
  StopConfigurationRecorder DeleteConfigurationRecorder PutConfigurationRecorder
  DeleteDeliveryChannel PutDeliveryChannel DeleteConfigRule DeleteRetentionConfiguration
  DeleteDetector UpdateDetector CreateFilter CreateIPSet UpdateIPSet DeletePublishingDestination
  DisassociateFrom*Account DisassociateMembers DeleteMembers StopMonitoringMembers DisableOrganizationAdminAccount
  DisableSecurityHub BatchDisableStandards DeleteAnalyzer DisableMacie Disable DeleteGraph
  DeleteFlowLogs DeleteLogGroup DeleteLogStream PutRetentionPolicy DisassociateKmsKey
  DeleteMetricFilter DeleteSubscriptionFilter DeleteAlarms DisableAlarmActions DisableRule DeleteRule`)

const WHO_DID_WHAT = words('id event-time event-name user-name target source-ip account')
const SIGN_IN = words('id event-time event-name user-name source-ip mfa account')
const FAILURE = words('id event-time event-name error-code user-name source-ip account')

const QUESTIONS: Readonly<
  Record<
    PresetName,
    { readonly asks: string; readonly clauses: readonly Filter[]; readonly columns?: readonly string[] }
  >
> = {
  logins: {
    columns: SIGN_IN,
    asks: 'Who signed in to the console or to IAM Identity Center, switched roles, or tried to?',
    clauses: [anyOf('event-source', SIGN_IN_SOURCES), anyOf('event-name', SIGN_IN_NAMES)],
  },
  'failed-logins': {
    columns: SIGN_IN,
    asks: 'Who tried to sign in, and failed?',
    clauses: [anyOf('event-source', SIGN_IN_SOURCES), anyOf('event-name', SIGN_IN_NAMES), { kind: 'errors' }],
  },
  root: {
    asks: 'What did the root user do, apart from calls by services on its behalf?',
    clauses: [
      anyOf('identity-type', ['Root']),
      anyOf('event-type', ['!AwsServiceEvent']),
      pattern('{ $.userIdentity.invokedBy NOT EXISTS }'),
    ],
  },
  iam: {
    asks: 'Who changed users, roles, groups, policies, keys, identity providers or the organization?',
    clauses: [
      anyOf('event-source', words('iam sso sso-directory identitystore rolesanywhere organizations')),
      { kind: 'read-only', value: false },
    ],
  },
  errors: { columns: FAILURE, asks: 'What failed, sign-ins included?', clauses: [{ kind: 'errors' }] },
  denied: {
    columns: FAILURE,
    asks: 'What was denied for lack of permissions?',
    clauses: [anyOf('error-code', DENIALS)],
  },
  changes: {
    asks: 'What was changed (everything that is not read-only)?',
    clauses: [{ kind: 'read-only', value: false }],
  },
  network: {
    asks: 'Who changed networks: VPCs, subnets, routes, gateways, firewalls, connections, DNS zones?',
    clauses: [
      anyOf('event-source', words('ec2 network-firewall directconnect route53')),
      anyOf('event-name', NETWORK_NAMES),
      { kind: 'read-only', value: false },
    ],
  },
  secrets: {
    asks: 'Who read, changed or deleted secrets, parameters or passwords, or opened or disabled keys?',
    clauses: [anyOf('event-source', words('secretsmanager ssm kms ec2')), anyOf('event-name', SECRET_NAMES)],
  },
  'no-mfa': {
    columns: SIGN_IN,
    asks: 'Which users, including root, signed in to the console without MFA?',
    clauses: [
      anyOf('event-name', ['ConsoleLogin']),
      // Sign-ins through an identity provider are always recorded without MFA; the provider may have required it.
      anyOf('identity-type', ['IAMUser', 'Root']),
      { kind: 'mfa', value: false },
      pattern('{ $.responseElements.ConsoleLogin = "Success" }'),
    ],
  },
  'assumed-roles': {
    asks: 'Who assumed a role or obtained temporary credentials, apart from services?',
    clauses: [
      anyOf('event-source', words('sts signin eks-auth rolesanywhere')),
      anyOf(
        'event-name',
        words('AssumeRole* AssumeRoot SwitchRole GetFederationToken GetSessionToken CreateSession'),
      ),
      anyOf('identity-type', ['!AWSService']),
    ],
  },
  'new-identities': {
    asks: 'Which users, roles, keys, passwords, identity providers and accounts were created?',
    clauses: [
      anyOf(
        'event-source',
        words('iam sso sso-directory identitystore rolesanywhere organizations cognito-idp'),
      ),
      anyOf('event-name', NEW_IDENTITY_NAMES),
    ],
  },
  'security-groups': {
    asks: 'Who changed security groups, their rules, or what they apply to?',
    clauses: [
      { kind: 'read-only', value: false },
      {
        kind: 'any',
        of: [
          anyOf('event-name', words('*SecurityGroup*')),
          allOf([
            anyOf('event-source', ['ec2']),
            anyOf('event-name', words('ModifyInstanceAttribute ModifyNetworkInterfaceAttribute')),
            pattern('{ $.requestParameters.groupSet EXISTS }'),
          ]),
        ],
      },
    ],
  },
  'public-access': {
    asks: 'Who opened buckets, snapshots, images, queues, functions or keys to others, or removed the protection against it?',
    clauses: [anyOf('event-name', PUBLIC_ACCESS_NAMES), { kind: 'read-only', value: false }],
  },
  'trail-tampering': {
    asks: 'Who stopped, deleted or weakened monitoring: trails, Config, GuardDuty, flow logs, alarms?',
    clauses: [anyOf('event-source', WATCHERS), anyOf('event-name', TAMPERING_NAMES)],
  },
}

/** In the order in which help lists them. */
export const PRESETS: readonly Preset[] = PRESET_NAMES.map((name) => {
  const { asks, clauses, columns = WHO_DID_WHAT } = QUESTIONS[name]
  return { name, asks, filter: allOf(clauses), columns }
})

function anyOf(field: TextField, values: readonly string[]): Clause {
  return { kind: 'text', field, values }
}

function pattern(source: string): Clause {
  return { kind: 'pattern', node: parsePattern(source) }
}

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/)
}
