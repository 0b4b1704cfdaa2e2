#Requires -Version 7.2
# The second pass of a deployment, as in postdeploy.sh: webhooks that report uploads at once. It may be run again at any time, and
# may fail: posts are published without it.
$ErrorActionPreference = 'Stop'

foreach ($name in 'AZURE_SUBSCRIPTION_ID', 'AZURE_RESOURCE_GROUP', 'APP_NAME') {
  if (-not [Environment]::GetEnvironmentVariable($name)) {
    [Console]::Error.WriteLine("${name}: is not set. Run 'azd provision' first.")
    exit 1
  }
}

$tries = 60
$pause = 10
$script:words = ''

# What az said, then what it means and what to do.
function Stop-Hook([string] $message) {
  [Console]::Error.WriteLine($script:words)
  [Console]::Error.WriteLine("$message Posts are published all the same, some seconds later: the queue 'changes' reports every upload. Run 'azd hooks run postdeploy' to try again.")
  exit 1
}

# Every call names the subscription: az may have chosen another one. What az writes to its error stream is kept.
function Invoke-Azure {
  $all = az @args --subscription $env:AZURE_SUBSCRIPTION_ID --only-show-errors 2>&1
  $script:words = ($all | Where-Object { $_ -is [Management.Automation.ErrorRecord] }) -join [Environment]::NewLine
  $all | Where-Object { $_ -isnot [Management.Automation.ErrorRecord] }
}

Invoke-Azure account show --output none
if ($LASTEXITCODE -ne 0) {
  Stop-Hook "The Azure CLI cannot use the subscription $env:AZURE_SUBSCRIPTION_ID. Run 'az login' with an account that can."
}

$names = @(Invoke-Azure eventgrid system-topic event-subscription list --resource-group $env:AZURE_RESOURCE_GROUP `
    --system-topic-name $env:APP_NAME --query '[].name' --output tsv)
if ($LASTEXITCODE -ne 0) { Stop-Hook "The subscriptions of $env:APP_NAME could not be listed." }
if ($names -notcontains 'changes') {
  [Console]::Error.WriteLine("The topic $env:APP_NAME has no subscription 'changes', so that only the sweep publishes, every five minutes. Run 'azd provision'.")
  exit 1
}

# An earlier version had a function that deletes were reported to. Without it each delete would end as a failed delivery.
foreach ($old in 'posts-deleted', 'site-deleted') {
  if ($names -contains $old) {
    Invoke-Azure eventgrid system-topic event-subscription delete --resource-group $env:AZURE_RESOURCE_GROUP `
      --system-topic-name $env:APP_NAME --name $old --yes --output none
    if ($LASTEXITCODE -ne 0) { Stop-Hook "The old subscription $old could not be removed." }
  }
}

# Whether the host is up, has made the key, and knows the functions. The key itself is never shown.
function Test-Up {
  $key = Invoke-Azure functionapp keys list --resource-group $env:AZURE_RESOURCE_GROUP --name $env:APP_NAME `
    --query 'systemKeys.blobs_extension != null' --output tsv
  if ($LASTEXITCODE -ne 0 -or $key -ne 'true') { return $false }
  $null = Invoke-Azure functionapp function show --resource-group $env:AZURE_RESOURCE_GROUP --name $env:APP_NAME `
    --function-name PublishPost --output none
  return $LASTEXITCODE -eq 0
}

Write-Host "Waiting for $env:APP_NAME to be up ..."
for ($try = 1; -not (Test-Up); $try++) {
  # Waiting mends neither of these.
  if ($script:words -match 'AuthorizationFailed|az login') { Stop-Hook "You may not read the keys of $env:APP_NAME." }
  if ($try -ge $tries) {
    Stop-Hook "$env:APP_NAME is not up after $($tries * $pause) seconds. Its log stream in the portal says why."
  }
  Start-Sleep -Seconds $pause
}

Write-Host 'Adding the webhooks ...'
for ($try = 1; ; $try++) {
  Invoke-Azure deployment group create --resource-group $env:AZURE_RESOURCE_GROUP --name press-subscriptions `
    --template-file (Join-Path $PSScriptRoot '../subscriptions.bicep') --parameters "name=$env:APP_NAME" --output none
  if ($LASTEXITCODE -eq 0) { break }
  if ($try -ge 3) { Stop-Hook 'The webhooks could not be added.' }
  Start-Sleep -Seconds $pause
}

Write-Host "Index:  $env:INDEX_URL"
Write-Host "Site:   $env:SITE_URL"
Write-Host "Upload: $env:UPLOAD_COMMAND"
if ($env:CUSTOM_DOMAIN_PROOF) { Write-Host "DNS:    $env:CUSTOM_DOMAIN_PROOF" }
