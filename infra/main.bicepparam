using 'main.bicep'

// azd sets the first three; the others are set by hand: azd env set PRESS_ALERT_EMAIL you@example.com
// An empty value is none: that is how a workflow passes a variable that is not set.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'blog')
param location = readEnvironmentVariable('AZURE_LOCATION', 'koreacentral')

// Whoever deploys may upload. In CI that is a pipeline, which writes no posts, so people are named: object ids, separated by commas.
var isPipeline = readEnvironmentVariable('CI', '') == 'true'
var deployer = isPipeline ? '' : readEnvironmentVariable('AZURE_PRINCIPAL_ID', '')
var authorIds = split(replace(readEnvironmentVariable('PRESS_AUTHORS', ''), ' ', ''), ',')
var designerIds = split(replace(readEnvironmentVariable('PRESS_DESIGNERS', ''), ' ', ''), ',')
param authors = filter(union(authorIds, designerIds, [deployer]), id => id != '')
param designers = filter(union(designerIds, [deployer]), id => id != '')

var website = readEnvironmentVariable('PRESS_STATIC_WEBSITE', '')
var door = readEnvironmentVariable('PRESS_FRONT_DOOR', '')
param alertEmail = readEnvironmentVariable('PRESS_ALERT_EMAIL', '')
param staticWebsite = bool(empty(website) ? 'false' : website)
param frontDoor = bool(empty(door) ? 'false' : door)
param customDomain = readEnvironmentVariable('PRESS_CUSTOM_DOMAIN', '')
