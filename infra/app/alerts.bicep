// What the operator is told of, and a look from outside every five minutes.
import { texts } from 'names.bicep'

@description('Name of Application Insights, and prefix of the names.')
param name string

@description('Region.')
param location string

@description('Tags of all resources.')
param tags texts

@description('Who is told, by mail; nobody if empty.')
param email string

@description('The URL that is looked at from outside.')
param indexUrl string

@description('The slowest that one answer of the index in twenty may be, in milliseconds.')
param slowMilliseconds int = 1000

// Functions are known by the attribute that the worker's telemetry gives them: requests over HTTP are named by method and route.
var invocations = 'union AppRequests, AppDependencies | extend Function = tostring(Properties["faas.name"])'

var rules = [
  {
    name: 'failed-publishes'
    description: 'Something that was uploaded or deleted could not be dealt with.'
    query: '${invocations} | where Function in ("PublishPost", "ApplySite", "RetractPost", "Sweep") and Success == false'
    severity: 2
  }
  {
    name: 'poison-messages'
    description: 'The blob trigger has given something up after five times; it lies in the queue webjobs-blobtrigger-poison of the private account.'
    query: 'AppTraces | where Message has "webjobs-blobtrigger-poison"'
    severity: 1
  }
  {
    name: 'slow-index'
    description: 'One answer of the index in twenty took longer than ${slowMilliseconds} ms.'
    query: '${invocations} | where Function == "ListPosts" | summarize slow = percentile(DurationMs, 95) | where slow > ${slowMilliseconds}'
    severity: 3
  }
]

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: name
}

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = if (email != '') {
  name: name
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'press'
    emailReceivers: [{ name: 'operator', emailAddress: email, useCommonAlertSchema: true }]
  }
}

resource alerts 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [
  for rule in rules: {
    name: '${name}-${rule.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: rule.name
      description: rule.description
      severity: rule.severity
      enabled: true
      scopes: [insights.id]
      evaluationFrequency: 'PT15M'
      windowSize: 'PT15M'
      criteria: {
        allOf: [{ query: rule.query, timeAggregation: 'Count', operator: 'GreaterThan', threshold: 0 }]
      }
      autoMitigate: true
      actions: { actionGroups: email == '' ? [] : [people.id] }
    }
  }
]

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
    Frequency: 300
    Timeout: 30
    RetryEnabled: true
    Locations: [{ Id: 'apac-jp-kaw-edge' }, { Id: 'emea-nl-ams-azr' }, { Id: 'us-ca-sjc-azr' }]
    Request: { RequestUrl: indexUrl, HttpVerb: 'GET' }
    ValidationRules: { ExpectedHttpStatusCode: 200, SSLCheck: true, SSLCertRemainingLifetimeCheck: 7 }
  }
}

resource unavailable 'Microsoft.Insights/metricAlerts@2026-01-01' = {
  name: '${name}-index-unavailable'
  location: 'global'
  tags: tags
  properties: {
    description: 'The index does not answer in two places of the world.'
    severity: 1
    enabled: true
    scopes: [outside.id, insights.id]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: outside.id
      componentId: insights.id
      failedLocationCount: 2
    }
    actions: email == '' ? [] : [{ actionGroupId: people.id }]
  }
}
