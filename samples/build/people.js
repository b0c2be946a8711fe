// @ts-check
// What the people and the pipeline of the sample organization do on a working day.

import {
  DEVELOPMENT,
  IRELAND,
  MANAGEMENT,
  OREGON,
  PRODUCTION,
  VIRGINIA,
  CLI,
  alice,
  arnav,
  deployer,
  jorge,
  maryMajor,
} from './cast.js'
import { credentials, fromConsole, inTurn, roleResource, s3Extra, signIn } from './calls.js'
import { seeded } from './random.js'
import { record } from './record.js'

/** @typedef {import('./background.js').Activity} Activity */

/** @type {Activity} */
export function aliceLooksAround(random, start) {
  const instance = 'i-0abc0123456789def'
  const volume = random.resourceId('vol')
  return inTurn(random, start, { who: alice(PRODUCTION, start), account: PRODUCTION, region: IRELAND }, [
    {
      call: 'ec2:DescribeInstances',
      params: { maxResults: 50, instancesSet: {}, filterSet: {} },
      extra: fromConsole,
    },
    {
      call: 'ec2:DescribeSecurityGroups',
      params: { maxResults: 1000, securityGroupSet: {}, filterSet: {} },
      extra: fromConsole,
    },
    {
      call: 'monitoring:DescribeAlarms',
      params: { maxRecords: 100, stateValue: 'ALARM' },
      extra: fromConsole,
    },
    {
      call: 'ec2:CreateTags',
      params: {
        resourcesSet: { items: [{ resourceId: volume }] },
        tagSet: { items: [{ key: 'owner', value: 'payments' }] },
      },
      response: { requestId: random.uuid(), _return: true },
      extra: fromConsole,
    },
    {
      call: 'ec2:RebootInstances',
      params: { instancesSet: { items: [{ instanceId: instance }] } },
      response: { requestId: random.uuid(), _return: true },
      extra: fromConsole,
    },
    {
      call: 'ssm:StartSession',
      ip: '2001:db8:85a3::8a2e:370:7334',
      params: { target: instance },
      response: {
        sessionId: `alice@example.com-${random.hex(17)}`,
        tokenValue: 'Value hidden due to security reasons.',
        streamUrl: `wss://ssmmessages.${IRELAND}.amazonaws.com/v1/data-channel/example`,
      },
      extra: { readOnly: false },
    },
  ])
}

/** @type {Activity} */
export function jorgeSignsIn(random, start) {
  const login = record(random, signIn(start, { who: jorge(undefined), account: PRODUCTION, mfa: 'Yes' }))
  const common = { who: jorge({ created: start, mfa: true }), account: PRODUCTION, region: IRELAND }
  return [
    login,
    ...inTurn(random, start, common, [
      { call: 'rds:DescribeDBInstances', params: { maxRecords: 100 }, extra: fromConsole },
      {
        call: 'logs:StartQuery',
        params: {
          logGroupNames: ['/ecs/payments'],
          queryString: 'fields @timestamp, @message | sort @timestamp desc | limit 20',
          startTime: Math.floor(start / 1000) - 3600,
          endTime: Math.floor(start / 1000),
        },
        response: { queryId: random.uuid() },
        extra: { readOnly: true, ...fromConsole },
      },
      {
        call: 'rds:ModifyDBInstance',
        params: {
          dBInstanceIdentifier: 'payments-1',
          allowMajorVersionUpgrade: false,
          applyImmediately: true,
          masterUserPassword: '****',
          backupRetentionPeriod: random.between(7, 30),
        },
        response: { dBInstanceIdentifier: 'payments-1', dBInstanceStatus: 'available', engine: 'postgres' },
        extra: fromConsole,
      },
    ]),
  ]
}

/** @type {Activity} */
export function arnavExperiments(random, start) {
  const instance = random.resourceId('i')
  const bucket = `arnav-scratch-${random.hex(8)}`
  const item = (/** @type {string} */ state) => ({
    instancesSet: {
      items: [{ instanceId: instance, currentState: { code: state === 'pending' ? 0 : 32, name: state } }],
    },
  })
  return inTurn(random, start, { who: arnav(), account: DEVELOPMENT, region: OREGON }, [
    { call: 'sts:GetCallerIdentity', agent: `${CLI}sts.get-caller-identity`, response: null },
    {
      call: 'ec2:RunInstances',
      agent: `${CLI}ec2.run-instances`,
      params: {
        instancesSet: {
          items: [{ imageId: 'ami-0123456789abcdef0', minCount: 1, maxCount: 1, keyName: 'arnav' }],
        },
        instanceType: 't3.micro',
        disableApiTermination: false,
      },
      response: {
        requestId: random.uuid(),
        reservationId: random.resourceId('r'),
        ownerId: DEVELOPMENT,
        instancesSet: {
          items: [
            {
              instanceId: instance,
              imageId: 'ami-0123456789abcdef0',
              instanceState: { code: 0, name: 'pending' },
              subnetId: 'subnet-0fedcba9876543210',
              vpcId: 'vpc-01234567890abcdef',
              keyName: 'arnav',
              groupSet: { items: [{ groupId: 'sg-0123456789abcdef0', groupName: 'default' }] },
            },
          ],
        },
      },
    },
    {
      call: 'ec2:RunInstances',
      agent: `${CLI}ec2.run-instances`,
      params: {
        instancesSet: { items: [{ imageId: 'ami-0123456789abcdef0', minCount: 1, maxCount: 1 }] },
        instanceType: 'p5.48xlarge',
      },
      error: [
        'Client.UnauthorizedOperation',
        `You are not authorized to perform this operation. User: arn:aws:iam::${DEVELOPMENT}:user/arnav is not authorized to perform: ec2:RunInstances with an explicit deny in a service control policy`,
      ],
    },
    {
      call: 's3:CreateBucket',
      agent: `[${CLI}s3.mb]`,
      params: {
        CreateBucketConfiguration: { LocationConstraint: OREGON },
        bucketName: bucket,
        Host: `s3.${OREGON}.amazonaws.com`,
      },
      extra: s3Extra(random, bucket, DEVELOPMENT),
    },
    {
      call: 'ec2:DescribeInstances',
      params: { instancesSet: { items: [{ instanceId: instance }] }, filterSet: {} },
    },
    {
      call: 's3:DeleteBucket',
      agent: `[${CLI}s3.rb]`,
      params: { bucketName: bucket, Host: `${bucket}.s3.${OREGON}.amazonaws.com` },
      ...(random.int(2) === 0 && {
        error: /** @type {const} */ (['BucketNotEmpty', 'The bucket you tried to delete is not empty']),
      }),
      extra: s3Extra(random, bucket, DEVELOPMENT),
    },
    {
      call: 'ec2:TerminateInstances',
      agent: `${CLI}ec2.terminate-instances`,
      params: { instancesSet: { items: [{ instanceId: instance }] } },
      response: { requestId: random.uuid(), ...item('shutting-down') },
    },
  ])
}

/** The pipeline signs in with its own token, then takes a role in production: one act, recorded in both accounts.
 * @type {Activity} */
export function deploys(random, start) {
  const run = String(random.between(1000, 9999))
  const provider = `arn:aws:iam::${DEVELOPMENT}:oidc-provider/token.actions.githubusercontent.com`
  const subject = 'repo:example-corp/payments:ref:refs/heads/main'
  const token = {
    identity: {
      type: 'WebIdentityUser',
      principalId: `${provider}:sts.amazonaws.com:${subject}`,
      userName: subject,
      identityProvider: provider,
    },
    ip: '192.0.2.140',
    agent: 'aws-sdk-nodejs-v3/3.628.0',
  }
  const federated = record(random, {
    at: start,
    call: 'sts:AssumeRoleWithWebIdentity',
    who: token,
    account: DEVELOPMENT,
    region: VIRGINIA,
    params: {
      roleArn: `arn:aws:iam::${DEVELOPMENT}:role/Pipeline`,
      roleSessionName: `run-${run}`,
      durationSeconds: 3600,
    },
    response: {
      subjectFromWebIdentityToken: subject,
      provider,
      audience: 'sts.amazonaws.com',
      ...credentials(random, DEVELOPMENT, 'Pipeline', `run-${run}`, start),
    },
    extra: { resources: [roleResource(DEVELOPMENT, 'Pipeline')] },
  })
  const pipeline = { ...deployer(DEVELOPMENT, run, start), agent: 'aws-sdk-nodejs-v3/3.628.0' }
  const shared = random.uuid()
  const assumed = [DEVELOPMENT, PRODUCTION].map((account) =>
    record(random, {
      at: start + 4000,
      call: 'sts:AssumeRole',
      who:
        account === DEVELOPMENT
          ? pipeline
          : {
              ...pipeline,
              identity: {
                type: 'AWSAccount',
                principalId: pipeline.identity?.['principalId'],
                accountId: DEVELOPMENT,
              },
            },
      account,
      region: VIRGINIA,
      params: {
        roleArn: `arn:aws:iam::${PRODUCTION}:role/Deploy`,
        roleSessionName: `terraform-${run}`,
        externalId: 'example-deployments',
      },
      response: credentials(seeded(`deploy ${run}`), PRODUCTION, 'Deploy', `terraform-${run}`, start),
      extra: { resources: [roleResource(PRODUCTION, 'Deploy')], sharedEventID: shared },
    }),
  )
  const group = random.resourceId('sg')
  return [
    federated,
    ...assumed,
    ...inTurn(
      random,
      start + 6000,
      { who: deployer(PRODUCTION, run, start), account: PRODUCTION, region: IRELAND },
      [
        {
          call: 'ec2:DescribeVpcs',
          params: { vpcSet: { items: [{ vpcId: 'vpc-0a1b2c3d4e5f60718' }] }, filterSet: {} },
        },
        {
          call: 'ec2:CreateSecurityGroup',
          params: {
            groupName: `payments-${run}`,
            groupDescription: 'Managed by Terraform',
            vpcId: 'vpc-0a1b2c3d4e5f60718',
          },
          response: { requestId: random.uuid(), _return: true, groupId: group },
        },
        {
          call: 'ec2:AuthorizeSecurityGroupIngress',
          params: {
            groupId: group,
            ipPermissions: {
              items: [
                {
                  ipProtocol: 'tcp',
                  fromPort: 443,
                  toPort: 443,
                  groups: {},
                  ipRanges: { items: [{ cidrIp: '203.0.113.0/24' }] },
                  ipv6Ranges: {},
                  prefixListIds: {},
                },
              ],
            },
          },
          response: { requestId: random.uuid(), _return: true },
        },
        {
          call: 'lambda:UpdateFunctionCode20150331v2',
          params: {
            functionName: 'nightly-export',
            s3Bucket: 'example-artifacts',
            s3Key: `nightly-export/${run}.zip`,
            publish: false,
            dryRun: false,
          },
          response: {
            functionName: 'nightly-export',
            functionArn: `arn:aws:lambda:${IRELAND}:${PRODUCTION}:function:nightly-export`,
            runtime: 'python3.12',
            codeSize: 48_113,
            version: '$LATEST',
          },
          extra: { apiVersion: '2015-03-31' },
        },
        {
          call: 'ecs:UpdateService',
          params: {
            cluster: 'production',
            service: 'payments',
            taskDefinition: `payments:${random.between(100, 400)}`,
            forceNewDeployment: false,
          },
          response: {
            service: {
              serviceName: 'payments',
              clusterArn: `arn:aws:ecs:${IRELAND}:${PRODUCTION}:cluster/production`,
              status: 'ACTIVE',
              desiredCount: 4,
            },
          },
        },
        {
          call: 'monitoring:PutMetricAlarm',
          params: {
            alarmName: 'payments-5xx',
            comparisonOperator: 'GreaterThanThreshold',
            evaluationPeriods: 2,
            threshold: 5,
            metricName: 'HTTPCode_Target_5XX_Count',
            namespace: 'AWS/ApplicationELB',
          },
        },
      ],
    ),
  ]
}

/** @type {Activity} */
export function maryChecksCosts(random, start) {
  const login = record(
    random,
    signIn(start, {
      who: { ...maryMajor(start), identity: withoutKey(maryMajor(start).identity) },
      account: MANAGEMENT,
      mfa: 'Yes',
    }),
  )
  return [
    login,
    ...inTurn(random, start, { who: maryMajor(start), account: MANAGEMENT, region: VIRGINIA }, [
      {
        call: 'ce:GetCostAndUsage',
        params: {
          granularity: 'DAILY',
          metrics: ['UnblendedCost'],
          timePeriod: { start: '2024-08-01', end: '2024-08-31' },
        },
        extra: fromConsole,
      },
      {
        call: 'billingconsole:GetPaymentPreference',
        extra: { readOnly: false, eventType: 'AwsConsoleAction', ...fromConsole },
      },
      {
        call: 'budgets:DescribeBudgets',
        params: { accountId: MANAGEMENT, maxResults: 100 },
        extra: fromConsole,
      },
    ]),
  ]
}

function withoutKey(/** @type {import('./record.js').Json | null} */ identity) {
  const { accessKeyId: _key, sessionContext: _session, ...rest } = identity ?? {}
  return rest
}
