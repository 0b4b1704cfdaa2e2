#!/bin/sh
# Checks what would fail late or do harm, before anything is changed: the Azure CLI's account, who may upload, and that a live site
# stays at its addresses.
set -eu

stop() {
  echo "$1" >&2
  exit 1
}

# azd and az log in separately, and az may have chosen another subscription: every call names it.
azure() {
  az "$@" --subscription "$AZURE_SUBSCRIPTION_ID" --only-show-errors
}

if [ -n "${AZURE_SUBSCRIPTION_ID:-}" ]; then
  azure account show --output none ||
    stop "The Azure CLI cannot use the subscription $AZURE_SUBSCRIPTION_ID. Run 'az login' with an account that can, then 'azd up' again."
fi

# Whoever deploys may upload, but a pipeline is nobody who writes posts.
if [ "${CI:-}" = true ] && [ -z "${PRESS_AUTHORS:-}" ]; then
  stop "PRESS_AUTHORS is not set: after a deployment from CI nobody could upload. Set it to the object ids of the authors, with commas between them ('az ad signed-in-user show --query id' prints yours)."
fi

# Before the first deployment there is no site to protect.
[ -n "${AZURE_RESOURCE_GROUP:-}" ] || exit 0
# 'azd up' has asked for it by now, 'azd provision' has not. In another subscription a group of that name would be another group.
[ -n "${AZURE_SUBSCRIPTION_ID:-}" ] ||
  stop "AZURE_SUBSCRIPTION_ID is not set. Run 'azd env set AZURE_SUBSCRIPTION_ID ID' ('az account list --output table' shows yours)."
group=$(azure group exists --name "$AZURE_RESOURCE_GROUP") || stop "The resource group $AZURE_RESOURCE_GROUP could not be looked up."
[ "$group" = true ] || stop "There is no resource group $AZURE_RESOURCE_GROUP. Run 'az group create --name $AZURE_RESOURCE_GROUP --location REGION'."

app=$(azure functionapp list --resource-group "$AZURE_RESOURCE_GROUP" --query "[?tags.\"azd-env-name\"=='${AZURE_ENV_NAME:-}'].name" --output tsv) ||
  stop "The apps of $AZURE_RESOURCE_GROUP could not be listed."
[ -n "$app" ] || exit 0

live=$(azure functionapp config appsettings list --resource-group "$AZURE_RESOURCE_GROUP" --name "$app" \
  --query "[?name=='Press__PublicContainer'].value" --output tsv) || stop "The settings of $app could not be read."
case $(echo "${PRESS_STATIC_WEBSITE:-}" | tr '[:upper:]' '[:lower:]') in
  true) wanted="\$web" ;;
  *) wanted=public ;;
esac
if [ -n "$live" ] && [ "$live" != "$wanted" ] && [ "${PRESS_MOVE_SITE:-}" != true ]; then
  [ "$live" = public ] && was=false || was=true
  stop "The site is live in the container '$live', and this deployment would move it to '$wanted': every address of every page would change. Set PRESS_STATIC_WEBSITE to $was to leave it, or PRESS_MOVE_SITE to true to move it."
fi
