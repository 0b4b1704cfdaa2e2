// An identity of its own for each program that acts: the app, and Event Grid as it delivers.
import { texts } from 'names.bicep'

@description('Name of the identity.')
param name string

@description('Region.')
param location string

@description('Tags of all resources.')
param tags texts

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}

@description('Its object id. An identity that is deleted and made again has another one, and so its role assignments have other names.')
output principalId string = identity.properties.principalId
