#!/usr/bin/env bash
# Tests of ./gridward itself, on clusters of their own in a temporary folder. Each test is a function whose name is a
# sentence; run one with: src/test/sh/gridward_test.sh NAME
set -uo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd -P)
TEMPORARY=$(mktemp -d /tmp/gridward-test.XXXXXX)
WORK="$TEMPORARY/格 守" # every path below has a space and Chinese characters
mkdir "$WORK"
export GRIDWARD_HOME=$WORK/home
unset GRIDWARD_DB_URL GRIDWARD_PORT GRIDWARD_BIND GRIDWARD_JURISDICTION
PASSED=0
FAILED=0

gridward() { "$ROOT/gridward" "$@" >"$WORK/out" 2>"$WORK/err"; }

fail() {
  echo "    $*"
  sed 's/^/    | /' "$WORK/out" "$WORK/err"
  return 1
}

ends_with() {
  local wanted=$1 status=0
  shift
  gridward "$@" || status=$?
  [ $status = "$wanted" ] || fail "./gridward $* ended with $status, not $wanted"
}

says() { cat "$WORK/out" "$WORK/err" | grep -qF -- "$1" || fail "nothing said: $1"; }

sql() {
  local url
  url=$(sed -n 's/^url=jdbc://p' "$1")
  PGPASSWORD=$(sed -n 's/^password=//p' "$1") psql -X -q -A -t -v ON_ERROR_STOP=1 -U gridward -d "$url" -c "$2"
}

start_cluster() { ends_with 0 cluster start "$WORK/$1" --throwaway && cp "$WORK/out" "$WORK/$1.env"; }

# ---------------------------------------------------------------------------------------------- usage

every_subcommand_is_in_the_help_and_has_an_example() {
  local sub
  ends_with 0 --help || return 1
  for sub in up stop status test import export locate verify-receipt bench calendar user backup restore; do
    ends_with 0 --help && says "  $sub " || return 1
    ends_with 0 "$sub" --help && says "Usage: ./gridward $sub" && says "Example:  " || return 1
  done
  ends_with 0 import grids --layer beat --help && says "Usage: ./gridward import" || return 1
}

wrong_usage_ends_with_status_2() {
  ends_with 2 && ends_with 2 fly && ends_with 2 up --fast && ends_with 2 up --jurisdiction &&
    ends_with 2 up --jurisdiction 1,2,3 && ends_with 2 stop now && ends_with 2 status now && ends_with 2 cluster &&
    ends_with 2 cluster start && ends_with 2 cluster start "$WORK/x" --fast || return 1
  GRIDWARD_PORT=http ends_with 2 up && says "GRIDWARD_PORT='http'" && GRIDWARD_PORT=70000 ends_with 2 status
}

a_home_that_cannot_be_made_is_named() {
  touch "$WORK/file"
  GRIDWARD_HOME=$WORK/file/home ends_with 1 status && says "$WORK/file/home"
}

status_of_an_empty_home_says_stopped() {
  ends_with 1 status && says "server    stopped" && says "database  stopped" && ends_with 0 stop && says "Nothing runs"
}

a_port_in_use_is_named_with_the_way_out() {
  local port
  start_cluster one && port=$(cat "$WORK/one/port") || return 1
  GRIDWARD_PORT=$port ends_with 1 up --detach && says "port $port is in use" && says "GRIDWARD_PORT=" || return 1
  GRIDWARD_PORT=$((port - 1)) ends_with 1 up --detach && says "port $port is in use"
}

# ----------------------------------------------------------------------------------------- the cluster

a_cluster_starts_with_its_extensions_and_checksums() {
  start_cluster one || return 1
  [ "$(sql "$WORK/one.env" "SELECT count(*) FROM pg_extension WHERE extname IN ('postgis', 'btree_gist')")" = 2 ] &&
    [ "$(sql "$WORK/one.env" 'SHOW data_checksums')" = on ] && [ "$(sql "$WORK/one.env" 'SHOW server_encoding')" = UTF8 ] &&
    [ "$(sql "$WORK/one.env" 'SHOW fsync')" = off ] || fail "settings of the cluster"
}

starting_twice_changes_nothing() {
  local pid
  pid=$(head -n 1 "$WORK/one/data/postmaster.pid")
  start_cluster one && [ "$(head -n 1 "$WORK/one/data/postmaster.pid")" = "$pid" ] || fail "another postmaster runs"
}

a_database_is_made_from_the_template() {
  sql "$WORK/one.env" "CREATE DATABASE made TEMPLATE gridward_template" &&
    sed 's|/gridward$|/made|' "$WORK/one.env" >"$WORK/made.env" &&
    [ "$(sql "$WORK/made.env" "SELECT round(ST_Area(ST_MakeEnvelope(0, 0, 2, 3)))")" = 6 ] || fail "no PostGIS in it"
}

a_wrong_password_is_refused() {
  sed 's/^password=.*/password=wrong/' "$WORK/one.env" >"$WORK/wrong.env"
  ! sql "$WORK/wrong.env" "SELECT 1" >"$WORK/out" 2>"$WORK/err" && says "password authentication failed"
}

what_was_committed_is_there_after_a_kill() {
  sql "$WORK/one.env" "CREATE TABLE kept AS SELECT 42 AS answer"
  kill -9 "$(head -n 1 "$WORK/one/data/postmaster.pid")"
  start_cluster one && [ "$(sql "$WORK/one.env" "SELECT answer FROM kept")" = 42 ] || fail "the row is gone"
}

a_stale_pid_file_that_names_another_process_does_not_stop_the_start() {
  ends_with 0 cluster stop "$WORK/one" || return 1
  printf '%s\n%s\n' $$ "$WORK/one/data" >"$WORK/one/data/postmaster.pid"
  chown --reference="$WORK/one/data" "$WORK/one/data/postmaster.pid"
  start_cluster one
}

two_clusters_run_side_by_side() {
  ends_with 0 cluster start "$WORK/two" && cp "$WORK/out" "$WORK/two.env" || return 1
  [ "$(sql "$WORK/two.env" 'SHOW fsync')" = on ] && [ "$(sql "$WORK/two.env" 'SHOW full_page_writes')" = on ] &&
    [ "$(sql "$WORK/two.env" 'SHOW synchronous_commit')" = on ] || fail "not durable" || return 1
  ends_with 0 cluster stop "$WORK/two" && [ "$(sql "$WORK/one.env" "SELECT 1")" = 1 ] || fail "the first one stopped too"
}

a_port_taken_meanwhile_is_given_up() {
  local port
  port=$(cat "$WORK/one/port")
  ends_with 0 cluster stop "$WORK/one" && echo "$port" >"$WORK/two/port" && ends_with 0 cluster start "$WORK/two" &&
    [ "$(cat "$WORK/two/port")" = "$port" ] || return 1
  start_cluster one && [ "$(cat "$WORK/one/port")" != "$port" ] && [ "$(sql "$WORK/one.env" "SELECT 1")" = 1 ] &&
    ends_with 0 cluster stop "$WORK/two"
}

stopping_ends_every_process_and_may_be_repeated() {
  local socket
  socket=$(cat "$WORK/one/socket")
  ends_with 0 cluster stop "$WORK/one" && ends_with 0 cluster stop "$WORK/one" || return 1
  [ ! -e "$socket" ] && [ ! -e "$WORK/one/data/postmaster.pid" ] || fail "something is left"
}

# ---------------------------------------------------------------------------------- backup and restore

a_backup_brings_everything_back_and_a_torn_one_changes_nothing() {
  local db=$GRIDWARD_HOME/db
  ends_with 0 cluster start "$db" && cp "$WORK/out" "$WORK/home.env" && sql "$WORK/home.env" "CREATE TABLE kept AS SELECT 7 AS answer" &&
    ends_with 0 cluster stop "$db" && mkdir -p "$GRIDWARD_HOME/photos/01" && echo light >"$GRIDWARD_HOME/photos/01/a.jpg" &&
    ends_with 0 backup "$WORK/backup.tar.gz" || return 1
  head -c 100000 "$WORK/backup.tar.gz" >"$WORK/torn.tar.gz"
  ends_with 1 restore "$WORK/torn.tar.gz" && says "nothing was changed" || return 1
  ends_with 0 cluster start "$db" && sql "$WORK/home.env" "DROP TABLE kept" && ends_with 0 cluster stop "$db" || return 1
  rm -r "$GRIDWARD_HOME/photos"
  ends_with 0 restore "$WORK/backup.tar.gz" && ends_with 0 cluster start "$db" &&
    [ "$(sql "$WORK/home.env" "SELECT answer FROM kept")" = 7 ] && ends_with 0 cluster stop "$db" || fail "the row is gone"
  [ "$(cat "$GRIDWARD_HOME/photos/01/a.jpg")" = light ] || fail "the photo is gone"
}

# ------------------------------------------------------------------------------------------------ run

TESTS="every_subcommand_is_in_the_help_and_has_an_example
  wrong_usage_ends_with_status_2
  a_home_that_cannot_be_made_is_named
  status_of_an_empty_home_says_stopped
  a_port_in_use_is_named_with_the_way_out
  a_cluster_starts_with_its_extensions_and_checksums
  starting_twice_changes_nothing
  a_database_is_made_from_the_template
  a_wrong_password_is_refused
  what_was_committed_is_there_after_a_kill
  a_stale_pid_file_that_names_another_process_does_not_stop_the_start
  two_clusters_run_side_by_side
  a_port_taken_meanwhile_is_given_up
  stopping_ends_every_process_and_may_be_repeated
  a_backup_brings_everything_back_and_a_torn_one_changes_nothing"

clean_up() {
  "$ROOT/gridward" cluster stop "$WORK/one"
  "$ROOT/gridward" cluster stop "$WORK/two"
  "$ROOT/gridward" cluster stop "$GRIDWARD_HOME/db"
  rm -rf "$TEMPORARY"
}
trap clean_up EXIT

for test in ${1:-$TESTS}; do
  if $test; then
    echo "ok    ${test//_/ }"
    PASSED=$((PASSED + 1))
  else
    echo "FAIL  ${test//_/ }"
    FAILED=$((FAILED + 1))
  fi
done
echo "$PASSED passed, $FAILED failed"
[ $FAILED = 0 ]
