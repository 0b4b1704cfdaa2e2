using 'main.bicep'

// azd sets these; each may be set by hand as well: azd env set PRESS_ALERT_EMAIL you@example.com
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'blog')
param location = readEnvironmentVariable('AZURE_LOCATION', 'koreacentral')

// Who deploys may upload.
var deployer = readEnvironmentVariable('AZURE_PRINCIPAL_ID', '')
param authors = empty(deployer) ? [] : [deployer]
param designers = empty(deployer) ? [] : [deployer]

param alertEmail = readEnvironmentVariable('PRESS_ALERT_EMAIL', '')
param staticWebsite = bool(readEnvironmentVariable('PRESS_STATIC_WEBSITE', 'false'))
param frontDoor = bool(readEnvironmentVariable('PRESS_FRONT_DOOR', 'false'))
param customDomain = readEnvironmentVariable('PRESS_CUSTOM_DOMAIN', '')
