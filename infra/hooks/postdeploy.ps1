# The second pass of a deployment, as in postdeploy.sh: tells the app of uploads and deletes. It may be run again at any time.
$ErrorActionPreference = 'Stop'

foreach ($name in 'AZURE_RESOURCE_GROUP', 'APP_NAME', 'CONTENT_ACCOUNT_NAME') {
  if (-not [Environment]::GetEnvironmentVariable($name)) { throw "$name is not set. Run 'azd provision' first." }
}

$tries = 60
$pause = 10

# Whether the host is up, has made the key of the blob trigger's webhook, and knows the function that deletes are told to.
function Test-Up {
  $key = az functionapp keys list --resource-group $env:AZURE_RESOURCE_GROUP --name $env:APP_NAME --query 'systemKeys.blobs_extension != null' --output tsv 2>$null
  if ($LASTEXITCODE -ne 0 -or $key -ne 'true') { return $false }
  az functionapp function show --resource-group $env:AZURE_RESOURCE_GROUP --name $env:APP_NAME --function-name RetractPost --output none 2>$null
  return $LASTEXITCODE -eq 0
}

Write-Host "Waiting for $env:APP_NAME to be up ..."
for ($try = 1; -not (Test-Up); $try++) {
  if ($try -ge $tries) { throw "$env:APP_NAME is not up after $($tries * $pause) seconds. See its log stream in the portal, then run 'azd hooks run postdeploy'." }
  Start-Sleep -Seconds $pause
}

Write-Host 'Telling it of uploads and deletes ...'
for ($try = 1; ; $try++) {
  az deployment group create --resource-group $env:AZURE_RESOURCE_GROUP --name press-subscriptions `
    --template-file (Join-Path $PSScriptRoot '../subscriptions.bicep') `
    --parameters name=$env:APP_NAME contentAccountName=$env:CONTENT_ACCOUNT_NAME --only-show-errors --output none
  if ($LASTEXITCODE -eq 0) { break }
  if ($try -ge 3) { throw "The subscriptions could not be made. Run 'azd hooks run postdeploy' to try again." }
  Start-Sleep -Seconds $pause
}

Write-Host "Index:  $env:INDEX_URL"
Write-Host "Site:   $env:SITE_URL"
Write-Host "Upload: $env:UPLOAD_COMMAND"
