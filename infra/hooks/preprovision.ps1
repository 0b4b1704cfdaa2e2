#Requires -Version 7.2
# Checks what would fail late or do harm, before anything is changed, as preprovision.sh does.
$ErrorActionPreference = 'Stop'

function Stop-Hook([string] $message) {
  [Console]::Error.WriteLine($message)
  exit 1
}

# azd and az log in separately, and az may have chosen another subscription: every call names it.
function Invoke-Azure {
  az @args --subscription $env:AZURE_SUBSCRIPTION_ID --only-show-errors
}

if ($env:AZURE_SUBSCRIPTION_ID) {
  Invoke-Azure account show --output none
  if ($LASTEXITCODE -ne 0) {
    Stop-Hook "The Azure CLI cannot use the subscription $env:AZURE_SUBSCRIPTION_ID. Run 'az login' with an account that can, then 'azd up' again."
  }
}

# Whoever deploys may upload, but a pipeline is nobody who writes posts.
if ($env:CI -eq 'true' -and -not $env:PRESS_AUTHORS) {
  Stop-Hook "PRESS_AUTHORS is not set: after a deployment from CI nobody could upload. Set it to the object ids of the authors, with commas between them ('az ad signed-in-user show --query id' prints yours)."
}

# Before the first deployment there is no site to protect.
if (-not $env:AZURE_RESOURCE_GROUP) { exit 0 }
# 'azd up' has asked for it by now, 'azd provision' has not. In another subscription a group of that name would be another group.
if (-not $env:AZURE_SUBSCRIPTION_ID) {
  Stop-Hook "AZURE_SUBSCRIPTION_ID is not set. Run 'azd env set AZURE_SUBSCRIPTION_ID ID' ('az account list --output table' shows yours)."
}
$group = Invoke-Azure group exists --name $env:AZURE_RESOURCE_GROUP
if ($LASTEXITCODE -ne 0) { Stop-Hook "The resource group $env:AZURE_RESOURCE_GROUP could not be looked up." }
if ($group -ne 'true') {
  Stop-Hook "There is no resource group $env:AZURE_RESOURCE_GROUP. Run 'az group create --name $env:AZURE_RESOURCE_GROUP --location REGION'."
}

# Filtered here, since cmd.exe, which runs az on Windows, drops the quotation marks that a query for this tag needs.
$apps = Invoke-Azure functionapp list --resource-group $env:AZURE_RESOURCE_GROUP --output json
if ($LASTEXITCODE -ne 0) { Stop-Hook "The apps of $env:AZURE_RESOURCE_GROUP could not be listed." }
$app = $apps | ConvertFrom-Json | Where-Object { $_.tags.'azd-env-name' -eq $env:AZURE_ENV_NAME } | Select-Object -First 1 -ExpandProperty name
if (-not $app) { exit 0 }

$live = Invoke-Azure functionapp config appsettings list --resource-group $env:AZURE_RESOURCE_GROUP --name $app `
  --query "[?name=='Press__PublicContainer'].value" --output tsv
if ($LASTEXITCODE -ne 0) { Stop-Hook "The settings of $app could not be read." }
$wanted = if ($env:PRESS_STATIC_WEBSITE -eq 'true') { '$web' } else { 'public' }
if ($live -and $live -ne $wanted -and $env:PRESS_MOVE_SITE -ne 'true') {
  $was = if ($live -eq 'public') { 'false' } else { 'true' }
  Stop-Hook "The site is live in the container '$live', and this deployment would move it to '$wanted': every address of every page would change. Set PRESS_STATIC_WEBSITE to $was to leave it, or PRESS_MOVE_SITE to true to move it."
}
