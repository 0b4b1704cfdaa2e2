#!/bin/sh
# The second pass of a deployment: webhooks that report uploads at once. It needs the running app, whose host makes the key of the
# blob trigger's webhook when it starts. It may be run again at any time, and may fail: posts are published without it.
set -eu

: "${AZURE_SUBSCRIPTION_ID:?is not set. Run 'azd provision' first.}"
: "${AZURE_RESOURCE_GROUP:?is not set. Run 'azd provision' first, or set it to the resource group.}"
: "${APP_NAME:?is not set. Run 'azd provision' first: it is one of its outputs.}"

tries=60
pause=10
words=$(mktemp)
trap 'rm -f "$words"' EXIT

# What az said, then what it means and what to do.
stop() {
  cat "$words" >&2
  echo "$1 Posts are published all the same, some seconds later: the queue 'changes' reports every upload. Run 'azd hooks run postdeploy' to try again." >&2
  exit 1
}

# Every call names the subscription: az may have chosen another one.
azure() {
  az "$@" --subscription "$AZURE_SUBSCRIPTION_ID" --only-show-errors 2>"$words"
}

azure account show --output none ||
  stop "The Azure CLI cannot use the subscription $AZURE_SUBSCRIPTION_ID. Run 'az login' with an account that can."

names=$(azure eventgrid system-topic event-subscription list --resource-group "$AZURE_RESOURCE_GROUP" --system-topic-name "$APP_NAME" \
  --query "[].name" --output tsv) || stop "The subscriptions of $APP_NAME could not be listed."
if ! echo "$names" | grep -qx 'changes'; then
  echo "The topic $APP_NAME has no subscription 'changes', so that only the sweep publishes, every five minutes. Run 'azd provision'." >&2
  exit 1
fi

# An earlier version had a function that deletes were reported to. Without it each delete would end as a failed delivery.
for old in posts-deleted site-deleted; do
  if echo "$names" | grep -qx "$old"; then
    azure eventgrid system-topic event-subscription delete --resource-group "$AZURE_RESOURCE_GROUP" --system-topic-name "$APP_NAME" \
      --name "$old" --yes --output none || stop "The old subscription $old could not be removed."
  fi
done

# Whether the host is up, has made the key, and knows the functions. The key itself is never shown.
is_up() {
  key=$(azure functionapp keys list --resource-group "$AZURE_RESOURCE_GROUP" --name "$APP_NAME" \
    --query "systemKeys.blobs_extension != null" --output tsv) || return 1
  [ "$key" = true ] || return 1
  azure functionapp function show --resource-group "$AZURE_RESOURCE_GROUP" --name "$APP_NAME" --function-name PublishPost --output none
}

echo "Waiting for $APP_NAME to be up ..."
try=1
until is_up; do
  # Waiting mends neither of these.
  if grep -qE "AuthorizationFailed|az login" "$words"; then
    stop "You may not read the keys of $APP_NAME."
  fi
  if [ "$try" -ge "$tries" ]; then
    stop "$APP_NAME is not up after $((tries * pause)) seconds. Its log stream in the portal says why."
  fi
  try=$((try + 1))
  sleep "$pause"
done

echo "Adding the webhooks ..."
try=1
until azure deployment group create --resource-group "$AZURE_RESOURCE_GROUP" --name press-subscriptions \
  --template-file "$(dirname "$0")/../subscriptions.bicep" --parameters name="$APP_NAME" --output none; do
  # Event Grid asks the webhook whether it wants the events; a host that is just starting may answer too late.
  if [ "$try" -ge 3 ]; then
    stop "The webhooks could not be added."
  fi
  try=$((try + 1))
  sleep "$pause"
done

echo "Index:  ${INDEX_URL:-}"
echo "Site:   ${SITE_URL:-}"
echo "Upload: ${UPLOAD_COMMAND:-}"
if [ -n "${CUSTOM_DOMAIN_PROOF:-}" ]; then
  echo "DNS:    $CUSTOM_DOMAIN_PROOF"
fi
