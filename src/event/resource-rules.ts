// Which parameters name a resource, and of what type: data derived from 1,326 rows of real console exports.
// CloudTrail's own rules are not published, so this is a best effort. resources.ts walks the record.

/**
 * [type, keys, events]. The keys are separated by spaces. `key` matches at any depth; `parent.key` matches only under
 * that parent (`requestParameters` and `responseElements` are the topmost parents) and takes precedence over a plain
 * `key`. Type undefined: the console shows the name without a type. Events: only for event names that match.
 */
export type ResourceRule = readonly [type: string | undefined, keys: string, events?: RegExp]

export interface ServiceRules {
  readonly rules: readonly ResourceRule[]
  /** Events whose response adds nothing to what the console shows. */
  readonly requestOnly?: RegExp
  /** Events that name nothing unless they succeed. */
  readonly responseNeeded?: RegExp
  /** Read calls also create something worth naming, such as credentials. */
  readonly readsAnswer?: boolean
}

/** By the first label of the event source: `ec2` for `ec2.amazonaws.com`. */
export const SERVICE_RULES: ReadonlyMap<string, ServiceRules> = new Map<string, ServiceRules>([
  [
    'iam',
    {
      rules: [
        ['AWS::IAM::User', 'userName newUserName user.arn user.userId'],
        ['AWS::IAM::Group', 'groupName newGroupName group.arn group.groupId'],
        ['AWS::IAM::Role', 'roleName role.arn role.roleId'],
        ['AWS::IAM::Policy', 'policyName policyArn policy.arn policy.policyId'],
        [
          'AWS::IAM::InstanceProfile',
          'instanceProfileName instanceProfile.arn instanceProfile.instanceProfileId',
        ],
        ['AWS::IAM::AccessKey', 'accessKeyId'],
        ['AWS::IAM::MfaDevice', 'serialNumber virtualMFADeviceName'],
        ['AWS::IAM::AccountAlias', 'accountAlias'],
        ['AWS::IAM::OpenIDConnectProvider', 'openIDConnectProviderArn'],
        ['AWS::IAM::SamlProvider', 'sAMLProviderArn'],
        [
          'AWS::IAM::ServerCertificate',
          'serverCertificateName newServerCertificateName serverCertificateMetadata.arn serverCertificateMetadata.serverCertificateId',
        ],
        ['AWS::IAM::SigningCertificate', 'certificateId'],
        ['AWS::IAM::SshPublicKey', 'sSHPublicKeyId'],
      ],
    },
  ],
  [
    'sts',
    {
      readsAnswer: true,
      rules: [
        ['AWS::IAM::Role', 'requestParameters.roleArn'],
        ['AWS::IAM::AccessKey', 'credentials.accessKeyId'],
        [
          'AWS::STS::AssumedRole',
          'requestParameters.roleSessionName assumedRoleUser.arn assumedRoleUser.assumedRoleId',
        ],
      ],
    },
  ],
  [
    'cloudtrail',
    {
      requestOnly: /^UpdateTrail$/,
      rules: [
        ['AWS::CloudTrail::Trail', 'requestParameters.name responseElements.name', /Trail|Logging/],
        ['AWS::CloudTrail::Trail', 'trailName trailARN'],
        ['AWS::S3::Bucket', 's3BucketName'],
        ['AWS::IAM::Role', 'cloudWatchLogsRoleArn'],
        ['AWS::Logs::LogGroup', 'cloudWatchLogsLogGroupArn'],
      ],
    },
  ],
  ['s3', { rules: [['AWS::S3::Bucket', 'requestParameters.bucketName']] }],
  [
    'ec2',
    {
      // The request of a failed RunInstances names an image, a subnet, …, but the console shows none of them.
      responseNeeded: /^RunInstances$/,
      rules: [
        ['AWS::EC2::Instance', 'instanceId'],
        ['AWS::EC2::Ami', 'imageId sourceImageId'],
        ['AWS::EC2::VPC', 'vpcId'],
        ['AWS::EC2::Subnet', 'subnetId subnetIdSet'],
        ['AWS::EC2::PlacementGroup', 'groupName groupId', /PlacementGroup/],
        ['AWS::EC2::PlacementGroup', 'placement.groupName placement.groupId'],
        ['AWS::EC2::SecurityGroup', 'groupId groupName securityGroupId'],
        ['AWS::EC2::NetworkInterface', 'networkInterfaceId networkInterfaceIdSet'],
        ['AWS::EC2::NetworkInterfaceAttachment', 'attachmentId', /NetworkInterface$/],
        ['AWS::EC2::KeyPair', 'keyName'],
        ['AWS::EC2::InternetGateway', 'internetGatewayId'],
        ['AWS::EC2::RouteTable', 'routeTableId routeTableIdSet'],
        [undefined, 'requestParameters.gatewayId', /Route$/],
        [
          'AWS::EC2::SubnetRouteTableAssociation',
          'requestParameters.associationId responseElements.associationId newAssociationId',
          /RouteTable/,
        ],
        ['AWS::EC2::VPCEndpoint', 'vpcEndpointId'],
        ['AWS::EC2::Volume', 'volumeId'],
        ['AWS::EC2::Snapshot', 'snapshotId sourceSnapshotId'],
        ['AWS::EC2::EIP', 'allocationId publicIp', /Address|NatGateway/],
        [
          'AWS::EC2::EIPAssociation',
          'requestParameters.associationId responseElements.associationId',
          /Address/,
        ],
        ['AWS::EC2::LaunchTemplate', 'launchTemplateId launchTemplateName'],
        ['AWS::EC2::NatGateway', 'natGatewayId'],
        ['AWS::EC2::NetworkAcl', 'networkAclId'],
        ['AWS::EC2::SubnetNetworkAclAssociation', 'associationId newAssociationId', /NetworkAclAssociation/],
        ['AWS::EC2::CustomerGateway', 'customerGatewayId'],
        ['AWS::EC2::VPNGateway', 'vpnGatewayId'],
        ['AWS::EC2::VPNConnection', 'vpnConnectionId'],
        ['AWS::EC2::VPCPeeringConnection', 'vpcPeeringConnectionId'],
        ['AWS::EC2::DHCPOptions', 'dhcpOptionsId', /DhcpOptions/],
        ['AWS::EC2::FlowLog', 'flowLogId flowLogIdSet'],
        ['AWS::EC2::Host', 'hostId'],
        ['AWS::EC2::SpotInstanceRequest', 'spotInstanceRequestId'],
        ['AWS::EC2::SpotFleetRequest', 'spotFleetRequestId'],
        ['AWS::EC2::TransitGateway', 'transitGatewayId'],
        ['AWS::IAM::InstanceProfile', 'iamInstanceProfile.arn iamInstanceProfile.name iamInstanceProfile.id'],
        [undefined, 'resourceId', /^(?:Create|Delete)Tags$/],
      ],
    },
  ],
  ['ec2-instance-connect', { rules: [['AWS::EC2::Instance', 'instanceId']] }],
  [
    'secretsmanager',
    {
      requestOnly: /^/,
      rules: [
        ['AWS::SecretsManager::Secret', 'requestParameters.name', /^CreateSecret$/],
        ['AWS::SecretsManager::Secret', 'requestParameters.secretId'],
      ],
    },
  ],
  [
    'sns',
    {
      rules: [
        ['AWS::SNS::Topic', 'topicArn'],
        ['AWS::SNS::Subscription', 'subscriptionArn'],
      ],
    },
  ],
  [
    'cloudformation',
    {
      rules: [
        ['AWS::CloudFormation::Stack', 'stackId'],
        // For CreateStack the console shows only the ARN in the response.
        ['AWS::CloudFormation::Stack', 'requestParameters.stackName', /^(?!CreateStack$)/],
      ],
    },
  ],
  [
    'autoscaling',
    {
      rules: [
        ['AWS::AutoScaling::AutoScalingGroup', 'autoScalingGroupName'],
        ['AWS::AutoScaling::LaunchConfiguration', 'launchConfigurationName', /LaunchConfiguration/],
        ['AWS::AutoScaling::ScalingPolicy', 'policyName policyARN', /Policy/],
        ['AWS::AutoScaling::ScheduledAction', 'scheduledActionName'],
        ['AWS::SNS::Topic', 'topicARN'],
      ],
    },
  ],
  ['monitoring', { rules: [['AWS::CloudWatch::Alarm', 'alarmName alarmNames']] }],
  [
    'elasticloadbalancing',
    {
      rules: [
        ['AWS::ElasticLoadBalancing::LoadBalancer', 'loadBalancerName'],
        ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'loadBalancerArn'],
        ['AWS::ElasticLoadBalancingV2::Listener', 'listenerArn'],
        ['AWS::ElasticLoadBalancingV2::TargetGroup', 'targetGroupArn'],
      ],
    },
  ],
  [
    'eks',
    {
      rules: [
        ['AWS::EKS::Cluster', 'clusterName'],
        ['AWS::EKS::Cluster', 'requestParameters.name cluster.name cluster.arn', /Cluster/],
      ],
    },
  ],
  ['eks-auth', { rules: [['AWS::EKS::Cluster', 'clusterName']] }],
  ['lambda', { rules: [['AWS::Lambda::Function', 'functionName functionArn']] }],
  ['dynamodb', { rules: [['AWS::DynamoDB::Table', 'requestParameters.tableName']] }],
  ['acm', { rules: [['AWS::ACM::Certificate', 'certificateArn']] }],
  [
    'codepipeline',
    {
      rules: [
        ['AWS::CodePipeline::Pipeline', 'pipelineName pipeline.name'],
        ['AWS::CodePipeline::Pipeline', 'requestParameters.name', /Pipeline/],
      ],
    },
  ],
  [
    'rds',
    {
      rules: [
        ['AWS::RDS::DBInstance', 'dBInstanceIdentifier dBInstanceArn'],
        ['AWS::RDS::DBCluster', 'dBClusterIdentifier dBClusterArn'],
        [
          'AWS::RDS::DBSnapshot',
          'dBSnapshotIdentifier dBSnapshotArn sourceDBSnapshotIdentifier targetDBSnapshotIdentifier finalDBSnapshotIdentifier',
        ],
        ['AWS::RDS::DBClusterSnapshot', 'dBClusterSnapshotIdentifier dBClusterSnapshotArn'],
        ['AWS::RDS::DBSubnetGroup', 'dBSubnetGroupName dBSubnetGroupArn'],
        ['AWS::RDS::DBParameterGroup', 'dBParameterGroupName dBParameterGroupArn'],
        ['AWS::RDS::DBClusterParameterGroup', 'dBClusterParameterGroupName dBClusterParameterGroupArn'],
        ['AWS::RDS::DBSecurityGroup', 'dBSecurityGroupName dBSecurityGroupArn'],
        ['AWS::RDS::DBOptionGroup', 'optionGroupName optionGroupArn'],
        ['AWS::RDS::EventSubscription', 'subscriptionName eventSubscriptionArn'],
        ['AWS::RDS::ReservedDBInstance', 'reservedDBInstanceId'],
      ],
    },
  ],
  [
    'redshift',
    {
      rules: [
        ['AWS::Redshift::Cluster', 'clusterIdentifier'],
        ['AWS::Redshift::ClusterSnapshot', 'snapshotIdentifier'],
        ['AWS::Redshift::ClusterSubnetGroup', 'clusterSubnetGroupName'],
        ['AWS::Redshift::ClusterParameterGroup', 'parameterGroupName'],
        ['AWS::Redshift::ClusterSecurityGroup', 'clusterSecurityGroupName'],
        ['AWS::Redshift::EventSubscription', 'subscriptionName'],
        ['AWS::Redshift::HsmClientCertificate', 'hsmClientCertificateIdentifier'],
        ['AWS::Redshift::HsmConfiguration', 'hsmConfigurationIdentifier'],
      ],
    },
  ],
])

/** Parts of a record that hold documents, secrets or free-form text, where a known key has no meaning. */
export const OPAQUE_KEYS: ReadonlySet<string> = new Set([
  'policyDocument',
  'assumeRolePolicyDocument',
  'bucketPolicy',
  'templateBody',
  'userData',
  'launchTemplateData',
  'environment',
  'tags',
  'tag',
  'tagSet',
  'tagList',
  'tagsList',
  'tagSpecification',
  'tagSpecificationSet',
  'ipPermissions', // the peers of a security group's rules, not the group
  'referencedGroupInfo',
  'securityGroupRule',
])
