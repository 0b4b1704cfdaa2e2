// The two rights of the identity that Event Grid delivers with.
import { containers, queues, roles } from 'names.bicep'

@description('Object id of the identity.')
param principalId string

@description('The private account.')
param accountName string

resource account 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: accountName

  resource queueService 'queueServices' existing = {
    name: 'default'

    resource changes 'queues' existing = {
      name: queues.changes
    }
  }

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource deadLetters 'containers' existing = {
      name: containers.deadLetters
    }
  }
}

// It puts messages into one queue, and can read none.
resource mayDeliver 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account::queueService::changes.id, principalId, roles.queueSender)
  scope: account::queueService::changes
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.queueSender)
  }
}

// What cannot be delivered is written here.
resource mayPutAside 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account::blobs::deadLetters.id, principalId, roles.blobContributor)
  scope: account::blobs::deadLetters
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobContributor)
  }
}
