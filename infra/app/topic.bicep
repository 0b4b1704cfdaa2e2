// Where the private account tells of uploads and deletes. Who is told is in ../subscriptions.bicep, since the app has to be there first.
import { texts } from 'names.bicep'

@description('Name of the topic.')
param name string

@description('Region.')
param location string

@description('Tags of all resources.')
param tags texts

@description('The private account.')
param accountName string

@description('The identity that writes dead letters.')
param identityName string

resource account 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: accountName
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: name
  location: location
  tags: tags
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
  properties: {
    source: account.id
    topicType: 'Microsoft.Storage.StorageAccounts'
  }
}
