#!/bin/sh
# The second pass of a deployment: tells the app of uploads and deletes. It needs the running app, whose host makes the key of the
# blob trigger's webhook when it starts. It may be run again at any time.
set -eu

: "${AZURE_RESOURCE_GROUP:?is not set. Run 'azd deploy', or set it to the resource group.}"
: "${APP_NAME:?is not set. Run 'azd provision' first: it is one of its outputs.}"
: "${CONTENT_ACCOUNT_NAME:?is not set. Run 'azd provision' first: it is one of its outputs.}"

tries=60
pause=10

# Whether the host is up, has made the key, and knows the function that deletes are told to. The key itself is never shown.
is_up() {
  key=$(az functionapp keys list --resource-group "$AZURE_RESOURCE_GROUP" --name "$APP_NAME" --query "systemKeys.blobs_extension != null" --output tsv 2>/dev/null) || return 1
  [ "$key" = true ] || return 1
  az functionapp function show --resource-group "$AZURE_RESOURCE_GROUP" --name "$APP_NAME" --function-name RetractPost --output none 2>/dev/null
}

echo "Waiting for $APP_NAME to be up ..."
try=1
until is_up; do
  if [ "$try" -ge "$tries" ]; then
    echo "$APP_NAME is not up after $((tries * pause)) seconds. See its log stream in the portal, then run 'azd hooks run postdeploy'." >&2
    exit 1
  fi
  try=$((try + 1))
  sleep "$pause"
done

echo "Telling it of uploads and deletes ..."
try=1
until az deployment group create --resource-group "$AZURE_RESOURCE_GROUP" --name press-subscriptions \
  --template-file "$(dirname "$0")/../subscriptions.bicep" \
  --parameters name="$APP_NAME" contentAccountName="$CONTENT_ACCOUNT_NAME" --only-show-errors --output none; do
  # Event Grid asks the webhook whether it wants to be told; a host that is just starting may answer too late.
  if [ "$try" -ge 3 ]; then
    echo "The subscriptions could not be made. Run 'azd hooks run postdeploy' to try again." >&2
    exit 1
  fi
  try=$((try + 1))
  sleep "$pause"
done

echo "Index:  ${INDEX_URL:-}"
echo "Site:   ${SITE_URL:-}"
echo "Upload: ${UPLOAD_COMMAND:-}"
