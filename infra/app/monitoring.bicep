// Where logs, traces and metrics go.
import { texts } from 'names.bicep'

@description('Name of the workspace and of Application Insights.')
param name string

@description('Region.')
param location string

@description('Tags of all resources.')
param tags texts

@description('For how many days logs are kept; 30 cost nothing extra.')
param retentionDays int = 30

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: retentionDays
    features: { disableLocalAuth: true }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: name
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableLocalAuth: true
  }
}

@description('Where telemetry is sent. It holds no secret: without the role of a publisher nothing is taken.')
output connectionString string = insights.properties.ConnectionString
