// The second pass: tells the app of uploads and deletes. It needs the deployed app, for the key of its webhook and for its
// function's own resource; the hook 'postdeploy' runs it, and may run it again.
import { containers } from 'app/names.bicep'

@description('The name that the app, its identity and the topic of the private account have.')
param name string

@description('The private account, which keeps what could not be delivered.')
param contentAccountName string

// A blob is complete after these, and after no other operation that tells of a created blob.
var writes = ['PutBlob', 'PutBlockList', 'CopyBlob', 'FlushWithClose']

var uploads = [
  { container: containers.posts, function: 'PublishPost' }
  { container: containers.site, function: 'ApplySite' }
]

var retry = { maxDeliveryAttempts: 30, eventTimeToLiveInMinutes: 1440 }

var deadLetters = {
  identity: { type: 'UserAssigned', userAssignedIdentity: identity.id }
  deadLetterDestination: {
    endpointType: 'StorageBlob'
    properties: { resourceId: account.id, blobContainerName: containers.deadLetters }
  }
}

// The slash at the end keeps out a container 'posts2'.
func prefixOf(container string) string => '/blobServices/default/containers/${container}/'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: name
}

resource account 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: contentAccountName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: name
}

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: name

  // The types do not have it, though it is there.
  #disable-next-line BCP081
  resource host 'host' existing = {
    name: 'default'
  }

  resource retract 'functions' existing = {
    name: 'RetractPost'
  }
}

resource created 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = [
  for upload in uploads: {
    parent: topic
    name: '${upload.container}-created'
    properties: {
      destination: {
        endpointType: 'WebHook'
        properties: {
          endpointUrl: 'https://${app.properties.defaultHostName}/runtime/webhooks/blobs?functionName=Host.Functions.${upload.function}&code=${app::host.listKeys().systemKeys.blobs_extension}'
        }
      }
      filter: {
        includedEventTypes: ['Microsoft.Storage.BlobCreated']
        subjectBeginsWith: prefixOf(upload.container)
        advancedFilters: [{ operatorType: 'StringIn', key: 'data.api', values: writes }]
      }
      retryPolicy: retry
      deadLetterWithResourceIdentity: deadLetters
    }
  }
]

resource deleted 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = [
  for upload in uploads: {
    parent: topic
    name: '${upload.container}-deleted'
    properties: {
      destination: { endpointType: 'AzureFunction', properties: { resourceId: app::retract.id } }
      // The form that the function's binding reads; a CloudEvent would be refused.
      eventDeliverySchema: 'EventGridSchema'
      filter: {
        includedEventTypes: ['Microsoft.Storage.BlobDeleted']
        subjectBeginsWith: prefixOf(upload.container)
      }
      retryPolicy: retry
      deadLetterWithResourceIdentity: deadLetters
    }
  }
]
