// One host before pages and index, with a name of one's own.
import { texts } from 'names.bicep'

@description('Name of the profile and its endpoint.')
param name string

@description('Tags of all resources.')
param tags texts

@description('The host of the pages.')
param pagesHost string

@description('The path on that host below which the pages lie; empty for the root.')
param pagesPath string

@description('The host of the index.')
param indexHost string

@description('A host name of one\'s own, such as blog.example.com; empty for none.')
param customDomain string

var origins = [
  { name: 'pages', host: pagesHost }
  { name: 'index', host: indexHost }
]

resource profile 'Microsoft.Cdn/profiles@2025-06-01' = {
  name: name
  location: 'global'
  tags: tags
  sku: { name: 'Standard_AzureFrontDoor' }

  resource endpoint 'afdEndpoints' = {
    name: name
    location: 'global'
    tags: tags
  }

  resource domain 'customDomains' = if (customDomain != '') {
    name: 'own'
    properties: {
      hostName: customDomain
      tlsSettings: { certificateType: 'ManagedCertificate', minimumTlsVersion: 'TLS12' }
    }
  }

  resource groups 'originGroups' = [
    for origin in origins: {
      name: origin.name
      properties: {
        // No probes: with one origin in a group they choose nothing, and every edge of the network would send them.
        loadBalancingSettings: { sampleSize: 4, successfulSamplesRequired: 3 }
      }
    }
  ]

  // A container knows no index pages: /ko/ is asked for as /ko/index.html.
  resource rules 'ruleSets' = {
    name: 'indexPages'

    resource rule 'rules' = {
      name: 'folders'
      properties: {
        order: 1
        conditions: [
          {
            name: 'UrlPath'
            parameters: {
              typeName: 'DeliveryRuleUrlPathMatchConditionParameters'
              operator: 'RegEx'
              matchValues: ['(^|/)$']
            }
          }
        ]
        actions: [
          {
            name: 'UrlRewrite'
            parameters: {
              typeName: 'DeliveryRuleUrlRewriteActionParameters'
              sourcePattern: '/'
              destination: '/{url_path}index.html'
              preserveUnmatchedPath: false
            }
          }
        ]
      }
    }
  }
}

resource originOf 'Microsoft.Cdn/profiles/originGroups/origins@2025-06-01' = [
  for (origin, i) in origins: {
    parent: profile::groups[i]
    name: origin.name
    properties: { hostName: origin.host, originHostHeader: origin.host, enforceCertificateNameCheck: true }
  }
]

var domains = customDomain == '' ? [] : [{ id: profile::domain.id }]

resource pages 'Microsoft.Cdn/profiles/afdEndpoints/routes@2025-06-01' = {
  parent: profile::endpoint
  name: 'pages'
  dependsOn: [originOf]
  properties: {
    originGroup: { id: profile::groups[0].id }
    originPath: pagesPath == '' ? null : pagesPath
    ruleSets: [{ id: profile::rules.id }]
    patternsToMatch: ['/*']
    customDomains: domains
    // Else the endpoint's own host answers 404 as soon as there is a custom domain.
    linkToDefaultDomain: 'Enabled'
    supportedProtocols: ['Http', 'Https']
    httpsRedirect: 'Enabled'
    forwardingProtocol: 'HttpsOnly'
    cacheConfiguration: {
      queryStringCachingBehavior: 'IgnoreQueryString'
      compressionSettings: {
        isCompressionEnabled: true
        contentTypesToCompress: ['text/html', 'text/css', 'text/javascript', 'application/json', 'application/xml']
      }
    }
  }
}

resource index 'Microsoft.Cdn/profiles/afdEndpoints/routes@2025-06-01' = {
  parent: profile::endpoint
  name: 'index'
  dependsOn: [originOf]
  properties: {
    originGroup: { id: profile::groups[1].id }
    patternsToMatch: ['/api/*']
    customDomains: domains
    // Else the endpoint's own host answers 404 as soon as there is a custom domain.
    linkToDefaultDomain: 'Enabled'
    supportedProtocols: ['Https']
    httpsRedirect: 'Disabled'
    forwardingProtocol: 'HttpsOnly'
    cacheConfiguration: { queryStringCachingBehavior: 'UseQueryString' }
  }
}

@description('The host that readers ask.')
output host string = customDomain == '' ? profile::endpoint.properties.hostName : customDomain

@description('The TXT record that proves that the domain is yours; Front Door makes no certificate before it is there. Empty without a domain.')
output domainProof string = customDomain == ''
  ? ''
  : '_dnsauth.${customDomain} TXT ${profile::domain!.properties.validationProperties.validationToken}'
