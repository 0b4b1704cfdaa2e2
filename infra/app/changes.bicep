// Reports every write and delete to the queue 'changes'. It needs no key and no running app, so it is part of the first pass:
// publishing works without ../subscriptions.bicep, which only makes it faster.
import { containers, queues, texts } from 'names.bicep'

@description('Name of the topic.')
param name string

@description('Region: that of the account.')
param location string

@description('Tags of all resources.')
param tags texts

@description('The private account.')
param accountName string

@description('The identity that delivers.')
param delivererName string

// The slash at the end keeps out a container 'posts2'.
func prefixOf(container string) string => '/blobServices/default/containers/${container}/'

resource account 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: accountName
}

resource deliverer 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: delivererName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: name
  location: location
  tags: tags
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${deliverer.id}': {} } }
  properties: { source: account.id, topicType: 'Microsoft.Storage.StorageAccounts' }

  // One subscription for all: the engine looks at what is there now, whatever an event says.
  resource changes 'eventSubscriptions' = {
    name: queues.changes
    properties: {
      deliveryWithResourceIdentity: {
        identity: { type: 'UserAssigned', userAssignedIdentity: deliverer.id }
        destination: {
          endpointType: 'StorageQueue'
          properties: {
            resourceId: account.id
            queueName: queues.changes
            // After a day the sweep has long published what a message reports.
            queueMessageTimeToLiveInSeconds: 86400
          }
        }
      }
      eventDeliverySchema: 'EventGridSchema'
      filter: {
        includedEventTypes: ['Microsoft.Storage.BlobCreated', 'Microsoft.Storage.BlobDeleted']
        advancedFilters: [
          {
            operatorType: 'StringBeginsWith'
            key: 'subject'
            values: [prefixOf(containers.posts), prefixOf(containers.site)]
          }
        ]
      }
      retryPolicy: { maxDeliveryAttempts: 30, eventTimeToLiveInMinutes: 1440 }
      deadLetterWithResourceIdentity: {
        identity: { type: 'UserAssigned', userAssignedIdentity: deliverer.id }
        deadLetterDestination: {
          endpointType: 'StorageBlob'
          properties: { resourceId: account.id, blobContainerName: containers.deadLetters }
        }
      }
    }
  }
}
