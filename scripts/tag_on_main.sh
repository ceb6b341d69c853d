#!/usr/bin/env bash
# Checks that the commit of a tag is on the remote's main branch, since only reviewed code may be released. Exits with 1
# when it is not. Takes the tag's name as its argument. Needs a clone with the whole history.
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
