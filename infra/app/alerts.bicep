// What the operator is told. Only what lasts is grave: everything else the next sweep repairs within minutes.
import { queues, texts } from 'names.bicep'

@description('Name of the workspace and the topic, and prefix of the names.')
param name string

@description('Region.')
param location string

@description('Tags of all resources.')
param tags texts

@description('The private account, whose queues are watched.')
param contentAccountName string

@description('Who is told, by mail; nobody if empty.')
param email string

@description('The slowest that one answer of the index in twenty may be, in milliseconds.')
param slowMilliseconds int = 1000

// A new workspace has no such tables before the first telemetry, and a rule about an unknown table is refused: hence an empty table
// of the columns that are read, and a union that lets the others be missing.
// Functions are known by the attribute that the worker's telemetry gives them: requests over HTTP are named by method and route.
var invocations = '''
union isfuzzy=true (datatable(TimeGenerated: datetime, Success: bool, DurationMs: real, Properties: dynamic)[]), AppRequests, AppDependencies
| extend Function = tostring(Properties["faas.name"])
'''

var queries = [
  {
    name: 'nothing-is-published'
    description: 'For half an hour no sweep has succeeded: uploads stay unpublished.'
    query: '${invocations}| where Function == "Sweep" | summarize failed = countif(Success == false), well = countif(Success == true) | where failed > 0 and well == 0'
    severity: 1
    window: 'PT30M'
  }
  {
    name: 'failed-publishes'
    description: 'An upload or a delete failed. The next sweep tries it again.'
    query: '${invocations}| where Function in ("PublishPost", "ApplySite", "FollowChanges", "Sweep") and Success == false'
    severity: 2
    window: 'PT15M'
  }
  {
    name: 'slow-index'
    description: 'One answer of the index in twenty took longer than ${slowMilliseconds} ms.'
    query: '${invocations}| where Function == "ListPosts" | summarize slow = percentile(DurationMs, 95) | where slow > ${slowMilliseconds}'
    severity: 3
    window: 'PT15M'
  }
]

// Metrics count what lies there, whatever the logs say of it.
var metrics = [
  {
    name: 'messages-wait'
    description: 'Messages have waited for hours, probably in ${queues.poison} or webjobs-blobtrigger-poison: they failed five times. The sweep has published what they report; read and delete them.'
    scope: account::queueService.id
    namespace: 'Microsoft.Storage/storageAccounts/queueServices'
    metric: 'QueueMessageCount'
    // It is counted once an hour, over all queues of the account. Fewer than one in an average of six hours is a message on its way.
    aggregation: 'Average'
    operator: 'GreaterThanOrEqual'
    threshold: 1
    window: 'PT6H'
    frequency: 'PT1H'
    severity: 3
  }
  {
    name: 'dead-letters'
    description: 'Event Grid could not put an event into the queue ${queues.changes} and wrote it to dead-letters. The sweep publishes what it reports; the reason is in the blob.'
    scope: topic.id
    namespace: 'Microsoft.EventGrid/systemTopics'
    metric: 'DeadLetteredCount'
    aggregation: 'Total'
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT15M'
    frequency: 'PT15M'
    severity: 2
  }
]

resource account 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: contentAccountName

  resource queueService 'queueServices' existing = {
    name: 'default'
  }
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: name
}

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-07-01' existing = {
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

// The newest version that the Bicep of the oldest azd knows for certain.
#disable-next-line use-recent-api-versions
resource queryAlerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in queries: {
    name: '${name}-${rule.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: rule.name
      description: rule.description
      severity: rule.severity
      enabled: true
      // The workspace, not Application Insights: there the tables have other names (requests, dependencies).
      scopes: [workspace.id]
      evaluationFrequency: 'PT15M'
      windowSize: rule.window
      criteria: { allOf: [{ query: rule.query, timeAggregation: 'Count', operator: 'GreaterThan', threshold: 0 }] }
      autoMitigate: true
      actions: { actionGroups: email == '' ? [] : [people.id] }
    }
  }
]

module metricAlerts 'metric-alert.bicep' = [
  for rule in metrics: {
    name: 'alert-${rule.name}'
    params: { name: '${name}-${rule.name}', tags: tags, rule: rule, actionGroupId: email == '' ? '' : people.id }
  }
]

@description('Whom the probe tells; empty for nobody.')
output actionGroupId string = email == '' ? '' : people.id
