// The account that everybody can read. Nothing but pages lies in it.
import { containers, texts } from 'names.bicep'

@description('Name of the account.')
param name string

@description('Region.')
param location string

@description('Tags of all resources.')
param tags texts

@description('The container of the pages. One of its names makes a static website of it, which knows index pages and 404 pages.')
param container string

var isWebsite = container == containers.staticWebsite

resource account 'Microsoft.Storage/storageAccounts@2026-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: {
    accessTier: 'Hot'
    // A website is read without it.
    allowBlobPublicAccess: !isWebsite
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      cors: {
        corsRules: [
          {
            allowedMethods: ['GET', 'HEAD', 'OPTIONS']
            allowedOrigins: ['*']
            allowedHeaders: ['*']
            exposedHeaders: ['ETag']
            maxAgeInSeconds: 86400
          }
        ]
      }
      staticWebsite: isWebsite
        ? { enabled: true, indexDocument: 'index.html', errorDocument404Path: '404.html' }
        : { enabled: false }
    }

    resource pages 'containers' = {
      name: container
      // Reading blobs is the only right; listing them is not among it.
      properties: { publicAccess: isWebsite ? 'None' : 'Blob' }
    }
  }
}

var host = isWebsite ? account.properties.primaryEndpoints.web : account.properties.primaryEndpoints.blob

@description('The address of the blob service, which the engine writes to.')
output blobEndpoint string = account.properties.primaryEndpoints.blob

@description('The host that readers ask.')
output host string = split(host, '/')[2]

@description('The path on that host below which the pages lie; empty for the root.')
output path string = isWebsite ? '' : '/${container}'
