// The second pass: webhooks that report an upload to the app at once, where the queue is read some seconds later. They need the
// deployed app, for the key of its webhook; the hook 'postdeploy' runs this, and may run it again.
import { containers } from 'app/names.bicep'

@description('The name that the app and the topic of the private account have.')
param name string

// A blob is complete after these, and after no other operation that reports a created blob.
var writes = ['PutBlob', 'PutBlockList', 'CopyBlob', 'FlushWithClose']

var uploads = [
  { container: containers.posts, function: 'PublishPost' }
  { container: containers.site, function: 'ApplySite' }
]

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
        // The slash at the end keeps out a container 'posts2'.
        subjectBeginsWith: '/blobServices/default/containers/${upload.container}/'
        advancedFilters: [{ operatorType: 'StringIn', key: 'data.api', values: writes }]
      }
      // No dead letters and no long retry: the queue has the same event.
      retryPolicy: { maxDeliveryAttempts: 10, eventTimeToLiveInMinutes: 60 }
    }
  }
]
