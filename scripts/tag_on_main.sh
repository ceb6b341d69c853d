#!/usr/bin/env bash
# Ends with 1 unless main, as the remote has it, contains the tag's commit: only what was reviewed is released.
# Takes the tag's name. Needs the whole history.
set -euo pipefail

tag=$1
git rev-parse --verify --quiet "refs/tags/$tag^{commit}" >/dev/null || {
  echo "There is no tag $tag here." >&2
  exit 1
}
git rev-parse --verify --quiet refs/remotes/origin/main >/dev/null || {
  echo "The branch origin/main is not here: fetch it with its whole history." >&2
  exit 1
}
git merge-base --is-ancestor "refs/tags/$tag^{commit}" refs/remotes/origin/main || {
  echo "$tag is not on main: merge its commit first, then tag the commit that main has." >&2
  exit 1
}
