// A look from outside, at three places of the world. It costs more than all the rest of a small blog, so there is one only where
// somebody is told of what it sees.
import { texts } from 'names.bicep'

@description('Name of Application Insights, and prefix of the names.')
param name string

@description('Region.')
param location string

@description('Tags of all resources.')
param tags texts

@description('The URL that is looked at.')
param url string

@description('Who is told.')
param actionGroupId string

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: name
}

resource outside 'Microsoft.Insights/webtests@2022-06-15' = {
  name: '${name}-index'
  location: location
  tags: union(tags, { 'hidden-link:${insights.id}': 'Resource' })
  kind: 'standard'
  properties: {
    Name: 'index'
    SyntheticMonitorId: '${name}-index'
    Kind: 'standard'
    Enabled: true
    Frequency: 900
    Timeout: 30
    // Three tries before a place counts as failed, so that one lost packet wakes nobody.
    RetryEnabled: true
    Locations: [{ Id: 'apac-jp-kaw-edge' }, { Id: 'emea-nl-ams-azr' }, { Id: 'us-ca-sjc-azr' }]
    Request: { RequestUrl: url, HttpVerb: 'GET' }
    ValidationRules: { ExpectedHttpStatusCode: 200, SSLCheck: true, SSLCertRemainingLifetimeCheck: 7 }
  }
}

// The newest version that the Bicep of the oldest azd knows for certain.
#disable-next-line use-recent-api-versions
resource unavailable 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-index-unavailable'
  location: 'global'
  tags: tags
  properties: {
    description: 'The index does not answer in two places of the world.'
    severity: 1
    enabled: true
    scopes: [outside.id, insights.id]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT30M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: outside.id
      componentId: insights.id
      failedLocationCount: 2
    }
    actions: [{ actionGroupId: actionGroupId }]
  }
}
