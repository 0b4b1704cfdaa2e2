// What the app's identity may do, each right where it is needed and with the reason for it.
import { roles } from 'names.bicep'

@description('Object id of the app\'s identity. It is part of the names of the assignments: those of a deleted identity cannot be taken over.')
param principalId string

@description('The private account.')
param contentAccountName string

@description('The public account.')
param publicAccountName string

@description('The container of the pages.')
param publicContainer string

@description('Application Insights.')
param insightsName string

// What the platform's documents name for a host with a blob trigger and diagnostic events, less the right to manage the account
// itself ('Storage Account Contributor'), which could hand out its keys and open it to the public:
// https://learn.microsoft.com/azure/azure-functions/functions-reference#connecting-to-host-storage-with-an-identity
var onContentAccount = [
  // The host makes containers of its own for keys, leases and blob receipts; sources, state and code lie here too.
  roles.blobOwner
  // The queue trigger reads the queue of changes, the blob trigger hands blobs on by queues of its own, and both put aside into others
  // what fails five times.
  roles.queueContributor
  // The host's diagnostic events.
  roles.tableContributor
]

resource content 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: contentAccountName
}

resource everybody 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
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
    name: guid(content.id, principalId, role)
    scope: content
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

// Pages are written and deleted in this container and in no other.
resource pagesRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(everybody::blobs::pages.id, principalId, roles.blobContributor)
  scope: everybody::blobs::pages
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobContributor)
  }
}

// Application Insights takes telemetry from identities alone.
resource telemetryRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, principalId, roles.metricsPublisher)
  scope: insights
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.metricsPublisher)
  }
}
