// What the app's identity may do, each right where it is needed and with the reason for it.
import { roles } from 'names.bicep'

@description('The app\'s identity.')
param identityName string

@description('The private account.')
param contentAccountName string

@description('The public account.')
param publicAccountName string

@description('The container of the pages.')
param publicContainer string

@description('Application Insights.')
param insightsName string

// The platform's documents name these for a host with a blob trigger and diagnostic events:
// https://learn.microsoft.com/azure/azure-functions/functions-reference#connecting-to-host-storage-with-an-identity
var onContentAccount = [
  // The host makes containers of its own for keys, leases and blob receipts; sources, state and code lie here too.
  roles.blobOwner
  // The blob trigger hands blobs on by queues of its own, and puts into one what fails five times.
  roles.queueContributor
  // The host's diagnostic events.
  roles.tableContributor
  // Demanded of AzureWebJobsStorage by the blob trigger, with identities and all.
  roles.accountContributor
]

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource content 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: contentAccountName
}

resource everybody 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: publicAccountName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource pages 'containers' existing = {
      name: publicContainer
    }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource contentRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in onContentAccount: {
    name: guid(content.id, identity.id, role)
    scope: content
    properties: {
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

// Pages are written and deleted in this container and in no other.
resource pagesRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(everybody::blobs::pages.id, identity.id, roles.blobContributor)
  scope: everybody::blobs::pages
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobContributor)
  }
}

// Application Insights takes telemetry from identities alone.
resource telemetryRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, identity.id, roles.metricsPublisher)
  scope: insights
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.metricsPublisher)
  }
}
