// One rule about a metric that the platform keeps.
import { texts } from 'names.bicep'

@description('Name of the rule.')
param name string

@description('Tags of the rule.')
param tags texts

@description('What is watched, in which windows, and what is too much.')
param rule {
  name: string
  description: string
  scope: string
  namespace: string
  metric: string
  aggregation: 'Average' | 'Total'
  operator: 'GreaterThan' | 'GreaterThanOrEqual'
  threshold: int
  window: string
  frequency: string
  severity: int
}

@description('Who is told; nobody if empty.')
param actionGroupId string

// The newest version that the Bicep of the oldest azd knows for certain.
#disable-next-line use-recent-api-versions
resource alert 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: name
  location: 'global'
  tags: tags
  properties: {
    description: rule.description
    severity: rule.severity
    enabled: true
    scopes: [rule.scope]
    evaluationFrequency: rule.frequency
    windowSize: rule.window
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: rule.name
          metricNamespace: rule.namespace
          metricName: rule.metric
          timeAggregation: rule.aggregation
          operator: rule.operator
          threshold: rule.threshold
          // A new resource has no value of it yet.
          skipMetricValidation: true
        }
      ]
    }
    autoMitigate: true
    actions: actionGroupId == '' ? [] : [{ actionGroupId: actionGroupId }]
  }
}
