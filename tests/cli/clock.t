#!/bin/sh
# A practice with a clock of 12 hours reads its times so; records keep 24.
. tests/cli/lib.sh
practice
run set clock 12
exits 0 "set clock"

run book smith dt60 mia wed 14:30
has "$out" "Wed 25 Nov 2026 2:30pm Smith, Ada" "book"
run book jones sw60 jon wed 9:00
run agenda wed
is "$out" "$(printf '%s\n' \
    '9:00am–10:00am   - Jones, Ben                  Massage 60         Jon  One  #2 1R' \
    '2:30pm–3:30pm    - Smith, Ada                  Massage 60         Mia  One  #1 1R')" "agenda, in columns"
run agenda wed --format tsv
is "$(printf '%s\n' "$out" | cut -f3,4 | tail -1)" "$(printf '2026-11-25T14:30\t2026-11-25T15:30')" "records keep their form"
run show 1
has "$out" "Wed 25 Nov 2026, 2:30pm–3:30pm (turnover to 3:45pm)" "show"
has "$out" "Mon 23 Nov 2026, 9:00am by" "show: when it was changed"
run free sw60 mia wed ">15:30" first 1
has "$out" "3:45pm–4:45pm  Mia" "free"
run why lima dt60 mia wed 15:00
has "$out" "= Wed 25 Nov 2026, 3:00pm–4:00pm" "why: what was understood"
has "$out" "Mia is with Ada Smith 2:30pm–3:30pm" "why: what stands in the way"
refuses 4 'Mia is with Ada Smith 2:30pm–3:30pm' book lima dt60 mia wed 15:00
refuses 4 '2:30am does not exist' book lima sw60 mia 2027-03-28 2:30
run client find smith
has "$out" "2026-11-25 2:30pm" "client find"
run client show smith
has "$out" "next visit  2026-11-25 2:30pm" "client show"
has "$out" "2026-11-25  2:30pm–3:30pm" "client show: the visits"
run block mia fri 12-13
has "$out" "Fri 27 Nov 12:00pm–1:00pm" "block"
run block
has "$out" "2026-11-27 12:00pm  2026-11-27 1:00pm" "the list of blocks"
run closed fri-sat --reason holiday
has "$out" "Fri 27 Nov to Sat 28 Nov" "days are told without times"
run block
has "$out" "2026-11-27          2026-11-28 " "and listed so, the last one included"
run undo
is "$out" "Undone: Closed Fri 27 Nov 2026" "and undone so"
run block --format tsv
has "$out" "2026-11-27T12:00" "and its records"
run roster wed
has "$out" "2:30pm-3:30pm   Smith, Ada" "roster"
run export --format text
has "$out" "DTSTART;TZID=Europe/Berlin:20261125T143000" "a calendar file is as it was"
finish
