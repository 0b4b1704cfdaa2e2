// A blog that is published by uploading a file. One resource group holds all of it.
import { containers, resourceName, scaleOptions } from 'app/names.bicep'

@description('A short name for this deployment, and part of the names of its resources: at most 20 letters, digits and hyphens.')
@minLength(1)
param environmentName string

@description('Region.')
param location string = resourceGroup().location

@description('Object ids of those who may upload posts.')
param authors string[] = []

@description('Object ids of those who may change settings, layouts and style sheets.')
param designers string[] = []

@description('Whether authors\' HTML is published as it is, scripts included.')
param trustHtml bool = false

@description('For how many seconds the index is answered without asking for a newer catalog.')
@minValue(0)
@maxValue(3600)
param catalogCacheSeconds int = 5

@description('Memory of an instance, the most instances at a time, and how many wait for HTTP requests, so that none meets a cold start.')
param scale scaleOptions = { instanceMemoryMB: 2048, maximumInstanceCount: 40, alwaysReadyInstances: 0 }

@description('For how many days a deleted upload can be brought back.')
@minValue(7)
@maxValue(365)
param deletedDays int = 30

@description('Who is told when something is wrong, by mail; nobody if empty.')
param alertEmail string = ''

@description('Whether pages are served as a static website ($web), which knows index pages and 404 pages, rather than as plain blobs.')
param staticWebsite bool = false

@description('Whether Azure Front Door stands before pages and index.')
param frontDoor bool = false

@description('A host name of one\'s own for Front Door, such as blog.example.com; empty for none.')
param customDomain string = ''

var suffix = uniqueString(subscription().id, resourceGroup().id, environmentName)
var name = resourceName(environmentName, suffix)
var delivererName = '${name}-events'
var contentAccountName = 'pressc${suffix}'
var publicAccountName = 'pressp${suffix}'
var publicContainer = staticWebsite ? containers.staticWebsite : containers.everybody
var tags = { 'azd-env-name': environmentName }

module content 'app/content-storage.bicep' = {
  params: { name: contentAccountName, location: location, tags: tags, deletedDays: deletedDays }
}

module everybody 'app/public-storage.bicep' = {
  params: { name: publicAccountName, location: location, tags: tags, container: publicContainer }
}

module monitoring 'app/monitoring.bicep' = {
  params: { name: name, location: location, tags: tags }
}

module access 'app/access.bicep' = {
  dependsOn: [content, everybody, monitoring]
  params: {
    name: name
    delivererName: delivererName
    location: location
    tags: tags
    contentAccountName: contentAccountName
    publicAccountName: publicAccountName
    publicContainer: publicContainer
    authors: authors
    designers: designers
  }
}

module app 'app/functions.bicep' = {
  // Without its roles the app cannot start, nor its code be deployed.
  dependsOn: [access]
  params: {
    name: name
    location: location
    tags: tags
    identityName: name
    contentEndpoints: content.outputs.endpoints
    publicBlobEndpoint: everybody.outputs.blobEndpoint
    publicContainer: publicContainer
    insightsConnectionString: monitoring.outputs.connectionString
    scale: scale
    trustHtml: trustHtml
    catalogCacheSeconds: catalogCacheSeconds
  }
}

module changes 'app/changes.bicep' = {
  // Last of all: Event Grid checks whether it may write to queue and container, and rights take minutes to spread.
  dependsOn: [access, app]
  params: { name: name, location: location, tags: tags, accountName: contentAccountName, delivererName: delivererName }
}

module alerts 'app/alerts.bicep' = {
  dependsOn: [monitoring, changes]
  params: { name: name, location: location, tags: tags, contentAccountName: contentAccountName, email: alertEmail }
}

module probe 'app/probe.bicep' = if (alertEmail != '') {
  params: {
    name: name
    location: location
    tags: tags
    url: 'https://${app.outputs.host}/api/posts'
    actionGroupId: alerts.outputs.actionGroupId
  }
}

module door 'app/front-door.bicep' = if (frontDoor) {
  params: {
    name: name
    tags: tags
    pagesHost: everybody.outputs.host
    pagesPath: everybody.outputs.path
    indexHost: app.outputs.host
    customDomain: customDomain
  }
}

@description('The home page. On plain blobs the settings of the site need \'baseurl: /public\'.')
output SITE_URL string = frontDoor
  ? 'https://${door!.outputs.host}/'
  : 'https://${everybody.outputs.host}${everybody.outputs.path}/index.html'

@description('The index of posts.')
output INDEX_URL string = 'https://${frontDoor ? door!.outputs.host : app.outputs.host}/api/posts'

@description('How a folder is published.')
output UPLOAD_COMMAND string = 'press push FOLDER --storage ${content.outputs.endpoints.blob}'

@description('Where folders are pushed to.')
output CONTENT_ENDPOINT string = content.outputs.endpoints.blob

@description('The TXT record that proves that the custom domain is yours; empty without one.')
output CUSTOM_DOMAIN_PROOF string = frontDoor ? door!.outputs.domainProof : ''

@description('The app, its topic and its identity have one name.')
output APP_NAME string = app.outputs.name
