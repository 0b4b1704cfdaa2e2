// The Functions app on a Flex Consumption plan.
import { containers, endpoints, scaleOptions, texts } from 'names.bicep'

@description('Name of the app and its plan.')
param name string

@description('Region.')
param location string

@description('Tags of all resources.')
param tags texts

@description('The identity that the app acts with.')
param identityName string

@description('Where the private account answers.')
param contentEndpoints endpoints

@description('Where the public account\'s blobs answer.')
param publicBlobEndpoint string

@description('The container of the pages.')
param publicContainer string

@description('Where telemetry is sent.')
param insightsConnectionString string

@description('Memory and number of instances.')
param scale scaleOptions

@description('Whether authors\' HTML is published as it is, scripts included.')
param trustHtml bool

@description('For how many seconds the index is answered without asking for a newer catalog.')
param catalogCacheSeconds int

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

// How the host and its triggers reach the private account: by the app's identity.
func byIdentity(connection string, account endpoints, clientId string) texts => {
  '${connection}__credential': 'managedidentity'
  '${connection}__clientId': clientId
  '${connection}__blobServiceUri': account.blob
  // Without the queues' address the blob trigger falls back to a connection string, which there is not.
  '${connection}__queueServiceUri': account.queue
}

var settings = union(
  byIdentity('AzureWebJobsStorage', contentEndpoints, identity.properties.clientId),
  byIdentity('ContentStorage', contentEndpoints, identity.properties.clientId),
  {
    AzureWebJobsStorage__tableServiceUri: contentEndpoints.table
    PublicStorage__blobServiceUri: publicBlobEndpoint
    Press__PublicContainer: publicContainer
    Press__TrustHtml: string(trustHtml)
    Press__CatalogCacheSeconds: string(catalogCacheSeconds)
    // Which identity the SDK takes, and that it looks for no other.
    AZURE_CLIENT_ID: identity.properties.clientId
    AZURE_TOKEN_CREDENTIALS: 'ManagedIdentityCredential'
    APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
    APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'Authorization=AAD;ClientId=${identity.properties.clientId}'
  }
)

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'app' })
  kind: 'functionapp,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    // Nothing else: Flex Consumption refuses ftpsState, alwaysOn, use32BitWorkerProcess and others with error 51021.
    siteConfig: { minTlsVersion: '1.2' }
    functionAppConfig: {
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        instanceMemoryMB: scale.instanceMemoryMB
        maximumInstanceCount: scale.maximumInstanceCount
        alwaysReady: scale.alwaysReadyInstances == 0
          ? []
          : [{ name: 'http', instanceCount: scale.alwaysReadyInstances }]
      }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${contentEndpoints.blob}${containers.deployment}'
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identity.id }
        }
      }
    }
  }

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: settings
  }

  // Code is uploaded with the identity of whoever deploys, never with a publishing password. Without a location Azure refuses
  // these two, though their types have none: "The parameter location has an invalid value"
  // (https://github.com/Azure/bicep-types-az/issues/1526).
  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    #disable-next-line BCP187
    location: location
    properties: { allow: false }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    #disable-next-line BCP187
    location: location
    properties: { allow: false }
  }
}

@description('Name of the app.')
output name string = app.name

@description('The host that the index answers at.')
output host string = app.properties.defaultHostName
