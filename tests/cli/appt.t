#!/bin/sh
# agenda, show, move, cancel, status, rebook.
. tests/cli/lib.sh
practice

run agenda
exits 0 "an empty day"
is "$out" "no appointments Mon 23 Nov 2026" "an empty day says so"
run agenda --format tsv
is "$(printf '%s\n' "$out" | wc -l)" 1 "only the header, in tsv"

run book smith dt60 mia mon 10:00
run book jones sw90 jon mon 10:00
run book lima sw60 mia tue 10:00
run agenda
is "$out" "$(printf '%s\n' '10:00–11:00  - Smith, Ada                  Massage 60         Mia  One  #1 1R' \
    '10:00–11:30  - Jones, Ben                  Massage 90         Jon  Two  #2 1R')" "today, a line an appointment"
run agenda mon-tue
has "$out" "Tue 24 Nov 2026" "a heading a day"
run agenda 2026-11-01..2026-11-30 --therapist jon --format tsv
is "$(printf '%s\n' "$out" | cut -f1)" "$(printf 'id\n2')" "by therapist"
run agenda this week --room 1 --format tsv
is "$(printf '%s\n' "$out" | cut -f1)" "$(printf 'id\n1\n3')" "by room"
run agenda this week --client lima --format tsv
is "$(printf '%s\n' "$out" | cut -f1)" "$(printf 'id\n3')" "by client"
run agenda --client lima
has "$out" "Tue 24 Nov 2026" "of a client, what is to come"
run agenda --client lima mon
is "$out" "no appointments Mon 23 Nov 2026" "or the range that is asked"
run --now 2026-11-25T09:00 agenda --client lima
is "$out" "no appointments to come" "a client without any"
refuses 2 'frix' agenda frix
refuses 3 'no therapist' agenda --therapist asha
refuses 3 'no room' agenda --room 9
refuses 3 'no client' agenda --client nobody
run agenda --format json
exits 0 "json"
if command -v python3 >/dev/null; then
	printf '%s' "$out" | python3 -c 'import json,sys; a=json.load(sys.stdin); assert a[0]["note"] is None and a[0]["price"] == 95 and a[0]["paid"] == 0 and a[0]["state"] == "-"'
	ok $? "it is json: null for nothing, numbers bare"
fi

run show '#1'
exits 0 "show"
has "$out" "When        Mon 23 Nov 2026, 10:00–11:00 (turnover to 11:15)" "show tells when"
has "$out" "Phone       555-0100" "show tells the phone"
run show 1 --format json
has "$out" '"client":"Ada Smith"' "show, as json"
refuses 3 'no appointment #99' show 99
refuses 2 'not an appointment' show abc
refuses 2 'not an appointment' show 0
refuses 2 'not an appointment' show 99999999999999999999

run move 1 14:00
exits 0 "move"
has "$out" "Moved #1: Mon 23 Nov 2026 14:00" "a time alone keeps the day"
refuses 5 'Jon lacks a skill for Massage' move 1 wed jon
run move 1 wed jon --yes "Mia is ill"
exits 0 "with a reason"
has "$out" "Moved #1: Wed 25 Nov 2026 14:00 Smith, Ada · Massage 60 · Jon" "a day and a therapist"
run move 1 mon 10:00 --dry-run
exits 4 "a dry run exits as the real one"
refuses 4 'Jon is with Ben Jones' move 1 mon 10:00
refuses 2 'blue' move 1 blue
refuses 3 'no appointment' move 99 fri
run move 2 tue --dry-run
exits 0 "a dry run"
has "$out" "Would move: Tue 24 Nov 2026 10:00" "a dry run says so"
run show 2
has "$out" "Mon 23 Nov 2026, 10:00" "and writes nothing"

run status 2 confirmed
exits 0 "status by word"
has "$out" "Now confirmed #2" "it says what is now"
run status 2 @
exits 0 "status by character"
refuses 4 'on that day' status 3 '='
run status 2 '=' --format json
exits 5 "out of order asks"
run status 2 '=' --force --reason "in a hurry"
exits 0 "and is forced"
refuses 4 '' status 3 arrived
run book jones sw60 mia today 17:00
refuses 5 'has not begun; a no-show is known only then; --force does it all the same' status 4 noshow
run --now 2026-11-23T17:16 agenda
has "$out" "no-show? 16 min late, 44 of 60 min left" "the agenda says what the clock does"
run --now 2026-11-23T17:16 show 4
has "$out" "#4  - booked, no-show? 16 min late, 44 of 60 min left" "so does show"
run --now 2026-11-23T17:16 status 4 noshow
exits 0 "then it needs no force"
run status 4 void --force
refuses 5 'Tue 24 Nov 2026; arrived is marked on the day itself; --force' --now 2026-11-25T09:00 status 3 arrived
refuses 2 'there are: held booked' status 3 gone
refuses 2 'needs more words' status 3
run status 3 message
exits 0 "a message was left"
has "$out" "Message left #3: " "says so"
run status 3 message off
exits 0 "and was not"
has "$out" "No message left #3: " "says so, too"
refuses 2 '"on" is not off' status 3 message on
refuses 2 '"off" is one word too many' status 3 booked off

run cancel 3 --dry-run
exits 0 "cancel, dry"
has "$out" "Would be" "a dry run says so"
run cancel 3 --by practice --reason "Mia is ill"
exits 0 "cancel by the practice"
run show 3 --format json
has "$out" '"state":"p"' "cancelled by the practice"
refuses 5 'is "cancelled by the practice"; take that back first; --force' status 3 confirmed
run status 3 booked
exits 0 "taken back"
run cancel 3
has "$out" "Now cancelled" "by the client, in time"
run --now 2026-11-24T12:00 cancel 1
has "$out" "Now cancelled" "a day before"
run status 1 booked
run --now 2026-11-25T12:00 cancel 1
has "$out" "Now cancelled late" "late by the clock"
refuses 2 'client, practice' cancel 2 --by me
run book jones sw60 mia tue 10:00
refuses 4 'booked again' status 3 booked

run rebook 5 4w
exits 0 "rebook"
has "$out" "Tue 22 Dec 2026 10:00 Jones, Ben" "the same four weeks on"
run rebook 5 fri 9:00 --dry-run --format tsv
exits 0 "rebook, dry"
refuses 4 'Mia is with' rebook 5 2026-12-22
refuses 2 'frix' rebook 5 frix

# A couple is split on purpose.
run book smith + jones sw60 2027-01-13 10:00 --yes test
exits 0 "a couple"
couple=$(echo "$out" | sed -n '1s/^Booked #\([0-9]*\).*/\1/p')
refuses 2 'is no service' split "$couple" jon
refuses 4 "no couple's" split 5
run split "$couple" --dry-run --yes test
exits 0 "split, dry"
run split "$couple" --yes test
exits 0 "split"
has "$out" "Split #$couple" "both rows"
run show "$couple"
lacks "$out" Together "neither has the other"
run undo
run show "$couple"
has "$out" Together "one step back"
finish
