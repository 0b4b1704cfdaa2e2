// Who acts, and what each may do: the app, Event Grid as it delivers, authors and designers.
import { texts } from 'names.bicep'

@description('Name of the app\'s identity, and of Application Insights.')
param name string

@description('Name of the identity that Event Grid delivers with.')
param delivererName string

@description('Region.')
param location string

@description('Tags of all resources.')
param tags texts

@description('The private account.')
param contentAccountName string

@description('The public account.')
param publicAccountName string

@description('The container of the pages.')
param publicContainer string

@description('Object ids of those who may upload posts.')
param authors string[]

@description('Object ids of those who may change settings, layouts and style sheets.')
param designers string[]

module app 'identity.bicep' = {
  name: 'app-identity'
  params: { name: name, location: location, tags: tags }
}

module deliverer 'identity.bicep' = {
  name: 'deliverer-identity'
  params: { name: delivererName, location: location, tags: tags }
}

module roles 'roles.bicep' = {
  params: {
    // Known only when the identity exists, and so a preview does not show these assignments: an identity that was deleted and made
    // again needs others.
    #disable-next-line what-if-short-circuiting
    principalId: app.outputs.principalId
    contentAccountName: contentAccountName
    publicAccountName: publicAccountName
    publicContainer: publicContainer
    insightsName: name
  }
}

module delivererRoles 'deliverer.bicep' = {
  params: {
    #disable-next-line what-if-short-circuiting
    principalId: deliverer.outputs.principalId
    accountName: contentAccountName
  }
}

module people 'people.bicep' = {
  params: { contentAccountName: contentAccountName, authors: authors, designers: designers }
}
