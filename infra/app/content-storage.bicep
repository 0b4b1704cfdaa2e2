// The private account: sources, the engine's state, and what the platform keeps for itself.
import { containers, endpoints, queues, texts } from 'names.bicep'

@description('Name of the account.')
param name string

@description('Region.')
param location string

@description('Tags of all resources.')
param tags texts

@description('For how many days a deleted upload can be brought back.')
param deletedDays int

var sources = [containers.posts, containers.site]
var internals = [containers.press, containers.deployment, containers.deadLetters]

resource account 'Microsoft.Storage/storageAccounts@2025-08-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      // No upload is ever lost: an overwritten one is a version, a deleted one comes back.
      isVersioningEnabled: true
      deleteRetentionPolicy: { enabled: true, days: deletedDays }
      containerDeleteRetentionPolicy: { enabled: true, days: deletedDays }
    }

    resource container 'containers' = [
      for container in concat(sources, internals): {
        name: container
        properties: { publicAccess: 'None' }
      }
    ]
  }

  resource queueService 'queueServices' = {
    name: 'default'

    // Both are made here: a trigger logs a warning each time it polls a queue that does not exist.
    resource queue 'queues' = [
      for queue in [queues.changes, queues.poison]: {
        name: queue
      }
    ]
  }

  // Versioning is for the whole account. Of the engine's own files and the host's, which they make again, versions are of no use.
  resource lifecycle 'managementPolicies' = {
    name: 'default'
    dependsOn: [blobs]
    properties: {
      policy: {
        rules: [
          {
            name: 'forget-versions-of-what-can-be-made-again'
            type: 'Lifecycle'
            enabled: true
            definition: {
              filters: {
                blobTypes: ['blockBlob']
                // The last are the host's own containers, whose leases and status are written every few seconds.
                prefixMatch: ['${containers.press}/', '${containers.deployment}/', 'azure-webjobs-']
              }
              actions: { version: { delete: { daysAfterCreationGreaterThan: 1 } } }
            }
          }
        ]
      }
    }
  }
}

@description('Where its services answer.')
output endpoints endpoints = {
  blob: account.properties.primaryEndpoints.blob
  queue: account.properties.primaryEndpoints.queue
  table: account.properties.primaryEndpoints.table
}
