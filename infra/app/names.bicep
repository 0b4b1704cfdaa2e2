// What several modules have to agree on, and src/Press.Storage with them.

@export()
@description('The containers that authors and designers upload to, and the engine\'s own.')
var containers = {
  posts: 'posts'
  site: 'site'
  press: 'press'
  everybody: 'public'
  staticWebsite: '$web'
  deployment: 'deployment'
  deadLetters: 'dead-letters'
}

@export()
@description('The queue that reports every write and delete, and where its trigger puts what fails five times.')
var queues = { changes: 'changes', poison: 'changes-poison' }

@export()
@description('Built-in roles: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles')
var roles = {
  blobReader: '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'
  blobContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  blobOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  queueContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  queueSender: 'c6a89b2d-59bc-44d0-9896-0f6e12d7b80a'
  tableContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  metricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
}

var hostLetters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-'

@export()
@description('The name of the app and of most resources. azd allows names of environments that no host name may have.')
func resourceName(environmentName string, suffix string) string =>
  length(environmentName) > 20 || !empty(filter(
      range(0, length(environmentName)),
      i => !contains(hostLetters, substring(environmentName, i, 1))
    ))
    ? fail('The environment is called \'${environmentName}\'. Its name becomes part of host names: use at most 20 letters, digits and hyphens, as in \'azd env new my-blog\'.')
    : 'press-${environmentName}-${suffix}'

@export()
@description('Names and values, all text: tags, or settings of an app.')
type texts = { *: string }

@export()
@description('Where the services of a storage account answer.')
type endpoints = { blob: string, queue: string, table: string }

@export()
@description('Memory and number of instances.')
type scaleOptions = {
  instanceMemoryMB: 512 | 2048 | 4096

  @minValue(40)
  @maxValue(1000)
  maximumInstanceCount: int

  @description('They cost even when idle.')
  @minValue(0)
  @maxValue(10)
  alwaysReadyInstances: int
}
