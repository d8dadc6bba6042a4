#!/bin/sh
# log, undo, redo; who did it.
. tests/cli/lib.sh
practice

refuses 2 'a number of steps' undo x
refuses 2 'a number of steps' undo 0
run --as ana book smith dt60 mia fri 10:00
run --as ana book jones sw60 jon fri 10:00
run --as ana cancel 1
run --as ana undo
exits 0 "undo"
is "$out" "Undone: Cancelled Fri 27 Nov 2026 10:00 Smith, Ada · Massage 60 · Mia" "it says what"
run --as ana redo
exits 0 "redo"
has "$out" "Done again: Cancelled" "it says what"
run --as ana undo 2 --format tsv
is "$(printf '%s\n' "$out" | cut -c1-9)" "$(printf 'step\nCancelled\nBooked Fr')" "two steps, newest first"
run --as ana undo 9
exits 3 "more than there are"
has "$out" "Undone: Booked" "what there was is undone"
has "$err" "1 of 9 steps" "and told"
refuses 3 'nothing to undo' --as ana undo
refuses 3 'nothing' --as ben redo
run agenda fri --format json
is "$out" "[]" "nothing is booked any more"

run --as ana book smith dt60 mia fri 10:00 --format tsv
id=$(printf '%s\n' "$out" | tail -1 | cut -f1)
run --as ben move "$id" 11:00
exits 0 "someone else moves it"
refuses 6 'ben' --as ana undo
run --as ben undo
exits 0 "who moved it may undo"

run log --appointment "$id" --format tsv
exits 0 "log of one appointment"
is "$(printf '%s\n' "$out" | head -1)" "$(printf 'at\twho\tdesk\taction\trecord\tid\told\tnew\treason')" "the record"
has "$out" "$(printf '2026-11-23T08:00:00Z\tana')" "who and when, in UTC"
run log --client smith
has "$out" "2026-11-23 09:00  ana  Booked Fri 27 Nov 2026 10:00 Smith, Ada · Massage 60 · Mia  appointment #$id" "log of one client, in the practice's time, a step a line"
is "$(printf '%s\n' "$out" | grep -c '^    start_m=2026-11-27T10:00 .* → start_m=2026-11-27T11:00 ')" 1 "what changed stands below"
lacks "$out" "Jones" "and of no other"
run log today --limit 2 --format tsv
is "$(printf '%s\n' "$out" | wc -l)" 3 "the newest two"
run log 2020
is "$out" "nothing was done" "an empty log says so"
run log --format json --limit 1
has "$out" '"who":' "json"
refuses 2 '--limit' log --limit -1
refuses 2 'frix' log frix

# Health never stands in the log: what the caller said is kept as intake.
run book lima sw60 mia thu 10:00 '!herniated disc'
run log today
lacks "$out" "herniated" "no health in the log"
run agenda thu --format json
lacks "$out" "herniated" "nor in the agenda"
finish
