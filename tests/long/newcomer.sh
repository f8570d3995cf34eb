#!/usr/bin/env bash
# A newcomer's walk: from a clone of the project to a built Hexo page for each of three posts. Prints what each step took.
#   tests/long/newcomer.sh [repository] [feed]
# Needs git, npm and the npm registry. What the variables of news-scrape say counts, such as NEWS_SCRAPE_PROXY.
set -euo pipefail
repository=$(realpath "${1:-$(dirname "$0")/../..}")
feed=${2:-sina/china}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"

step() {
  local name=$1 start=$EPOCHREALTIME
  shift
  "$@" >log 2>&1 || { cat log >&2; echo "failed: $name" >&2; exit 1; }
  printf '%6.1f s  %s\n' "$(awk "BEGIN { print $EPOCHREALTIME - $start }")" "$name"
}
inside() { (cd "$1" && shift && "$@"); }

started=$EPOCHREALTIME
step 'git clone' git clone --quiet "$repository" news-scrape
step 'npm install' inside news-scrape npm install --prefer-offline --no-audit --no-fund
step 'npx news-scrape fetch demo --out posts' inside news-scrape npx news-scrape fetch demo --out posts
step 'npm install -g .' inside news-scrape npm install --global --prefix "$scratch/prefix" .
PATH="$scratch/prefix/bin:$PATH"
# What `hexo init` does, which clones a starter from the network.
step 'a new blog with Hexo' cp -r news-scrape/tests/support/hexo-starter blog
step 'npm install (Hexo)' inside blog npm install --prefer-offline --no-audit --no-fund
step 'news-scrape init' inside blog news-scrape init --yes --feed "$feed"
step 'news-scrape fetch --limit 3' inside blog news-scrape fetch --limit 3
step 'npx hexo generate' inside blog npx hexo generate --bail
printf '%6.1f s  in all\n' "$(awk "BEGIN { print $EPOCHREALTIME - $started }")"

pages=$(find blog/public/20* -name index.html | wc -l)
echo "$(find news-scrape/posts -name '*.md' | wc -l) posts of the demo, $pages pages in the blog"
[ "$pages" -eq 3 ]
