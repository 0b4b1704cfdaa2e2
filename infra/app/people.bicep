// What authors and designers may do: two rights, since a layout can do more harm than a post.
import { containers, roles } from 'names.bicep'

@description('The private account.')
param contentAccountName string

@description('Object ids of those who may upload posts.')
param authors string[]

@description('Object ids of those who may change settings, layouts and style sheets.')
param designers string[]

var everyone = union(authors, designers)

resource account 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: contentAccountName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource posts 'containers' existing = {
      name: containers.posts
    }

    resource site 'containers' existing = {
      name: containers.site
    }

    resource press 'containers' existing = {
      name: containers.press
    }
  }
}

resource authorRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for person in authors: {
    name: guid(account::blobs::posts.id, person, roles.blobContributor)
    scope: account::blobs::posts
    properties: {
      principalId: person
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobContributor)
    }
  }
]

resource designerRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for person in designers: {
    name: guid(account::blobs::site.id, person, roles.blobContributor)
    scope: account::blobs::site
    properties: {
      principalId: person
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobContributor)
    }
  }
]

// 'press push' and 'press status' read the receipts.
resource receiptRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for person in everyone: {
    name: guid(account::blobs::press.id, person, roles.blobReader)
    scope: account::blobs::press
    properties: {
      principalId: person
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobReader)
    }
  }
]
