#!/bin/sh
# book, free, why.
. tests/cli/lib.sh
practice

run book smith dt60 mia fri 3pm --note "wants the warm table"
exits 0 "book"
has "$out" "Booked #1: Fri 27 Nov 2026 15:00 Smith, Ada · Massage 60 · Mia · One · 95.00 EUR" "what was booked"
has "$out" "first visit" "and what to know"
run book jones dt60 mia fri 17:00 --format tsv
exits 0 "book, as a record"
is "$(printf '%s\n' "$out" | cut -f1,3-12)" "$(printf 'id\tstart\tend\tclient_id\tclient\ttherapist\tservice\tminutes\tturnover\troom\tstate\n2\t2026-11-27T17:00\t2026-11-27T18:00\t2\tBen Jones\tmia\tdt\t60\t15\t1\t-')" "the record"

refuses 4 'Mia is with Ada Smith' book lima dt60 mia fri 15:30
is "$out" "" "text refusals go to stderr alone"
run book lima dt60 mia fri 15:30 --format json
exits 4 "refused"
has "$out" '{"level":"hard","code":"therapist-busy","text":"Mia is with Ada Smith 15:00–16:00 (turnover to 16:15)"}' "findings as json on stdout"
has "$err" "frontdesk: Mia is with" "the sentence on stderr"
run book lima dt60 mia fri 15:30 --format tsv
has "$out" "$(printf 'hard\ttherapist-busy\t')" "findings as tsv"
refuses 5 '--yes REASON' book lima dt60 jon fri 16:30
run book lima sw45 mia fri 16:00 --dry-run
exits 5 "a dry run exits as the real one"
run book lima sw60 jon fri 9:00 --dry-run
exits 0 "a dry run"
has "$out" "Would book: Fri 27 Nov 2026 09:00" "a dry run says so"
run book lima dt60 jon fri 16:30 --yes "she asked"
exits 0 "with a reason it is booked"
run show 3
has "$out" "Reason      she asked" "the reason is kept"

refuses 2 'no service' book lima mia fri 3pm
refuses 2 'no time' book lima dt60 mia
refuses 2 'no client' book dt60 mia fri 3pm
refuses 2 '25:99' book lima dt60 25:99
refuses 3 'no client "nobody"' book nobody dt60 mia fri 3pm
refuses 4 'does not exist' book lima sw60 mia 2027-03-28 2:30
run book lima sw jon 30 nov 9:30 -10:15
exits 0 "an end that looks like an option"
has "$out" "Massage 45" "and means the end"

run book "New Person" 555-0177 sw60 jon 1 dec 9:00 --hold=tue 12:00
[ "$status" -ne 0 ]
ok $? "a value behind a blank is not the option's"
run book New Person 555-0177 sw60 jon 1 dec 9:00 --hold="mon 12:00"
exits 0 "a name and a phone are enough to hold a time"
run show 5
has "$out" "~ held" "it is held"
has "$out" "Held until  Mon 23 Nov 2026, 12:00" "until then"
run --now 2026-11-23T12:00 show 5
has "$out" "~ held, the hold has run out" "then it has run out"
run --now 2026-11-23T12:00 agenda 2026-12-01
has "$out" "the hold has run out" "in the agenda too"
run --now 2026-11-23T12:00 book lima sw60 jon 1 dec 9:00
has "$err" "that hold has run out" "its time is taken until the desk gives it back"
refuses 3 'no client "Other Person"' book Other Person sw60 jon 1 dec 11:00

run book smith + jones cp60 mia + jon 2 dec 10:00
exits 0 "a couple"
is "$(printf '%s\n' "$out" | grep -c '^Booked')" 2 "both rows are told"
run agenda 2026-12-02 --format tsv
is "$(printf '%s\n' "$out" | tail -n +2 | cut -f11,16 | sort -u)" "$(printf '2\t6')" "one room, one party"

run show 6
has "$out" "Together    Jones, Ben (#2), Jon, appointment #7, booked" "show tells the other one"
run cancel 7 --dry-run
is "$(printf '%s\n' "$out" | grep -c '^Would be cancelled: Wed')" 2 "both rows would be cancelled"
run cancel 7
is "$(printf '%s\n' "$out" | cut -c1-17)" "$(printf 'Now cancelled #7:\nNow cancelled #6:')" "both rows are told"
run status 6 booked
is "$(printf '%s\n' "$out" | cut -c1-14)" "$(printf 'Now booked #6:\nNow booked #7:')" "and come back together"
run cancel 7 --format tsv
is "$(printf '%s\n' "$out" | cut -f1,12)" "$(printf 'id\tstate\n7\tx\n6\tx')" "both, in tsv"
run undo
is "$out" "Undone: Cancelled Wed 2 Dec 2026 10:00 Jones, Ben & Smith, Ada · Couples 60 · Jon & Mia" "both are undone"
run status 6 confirmed
is "$(printf '%s\n' "$out" | wc -l)" 1 "who confirms is said of each"

run book smith sw60 mia thu 10:00
run book jones sw60 jon thu 10:00
refuses 4 'nobody is free then: Jon is with Ben Jones 10:00–11:00' book lima sw60 thu 10:00
lacks "$err" "hard" "the sentence is not said twice"
refuses 5 'nobody is free then: Jon does not work on Sun 29 Nov; Mia does not work on Sun 29 Nov; say why' book lima sw60 sun 10:00
run book lima sw60 mia thu 10:00
is "$(printf '%s\n' "$err" | head -1)" "frontdesk: Mia is with Ada Smith 10:00–11:00 (turnover to 11:15)" "but of who was named as ever"

run why lima dt60 mia fri 15:30
exits 0 "why"
has "$out" "= Fri 27 Nov 2026, 15:30–16:30" "what was understood"
has "$out" "hard    Mia is with Ada Smith" "what stands in the way"
has "$out" ", Mia, " "of whom"
run why lima sw60 fri 11:00
has "$out" ", any: " "nobody was named: who was chosen for it"
run why lima dt60 mia thu 9:30 --format json
exits 0 "why, as json"
run why smith bk30 mia wed 9:00
has "$out" "notice  no intake yet" "that nothing was told yet"
run intake set '#1' pressure=3
run why smith bk30 mia wed 9:00
has "$out" "nothing stands in the way" "or that nothing does"

run free dt60 mia fri --limit 2 --format tsv
exits 0 "free"
is "$out" "$(printf 'start\tend\ttherapist\troom\tservice\tminutes\tmarks\n2026-11-27T09:00\t2026-11-27T10:00\tmia\t1\tdt\t60\tt\n2026-11-27T09:15\t2026-11-27T10:15\tmia\t1\tdt\t60\to')" "free times in order"
run free dt60 mia fri first 1
is "$out" "Fri 27 Nov 2026, 09:00–10:00  Mia, One" "free, for people"
run free sw60
is "$(printf '%s\n' "$out" | wc -l)" 21 "only the first twenty, for people"
more=$(printf '%s\n' "$out" | sed -n 's/^… and \([0-9]*\) more; --limit N or fewer days$/\1/p')
run free sw60 --format tsv
is "$(printf '%s\n' "$out" | wc -l)" "$((more + 21))" "and how many more: records hold all"
run free sw60 --limit 30
is "$(printf '%s\n' "$out" | wc -l)" 30 "as many as are wanted"
run free sw60 first 25
is "$(printf '%s\n' "$out" | wc -l)" 25 "by words as well"
run free dt60 mia 2026-11-29
exits 0 "no free time is no failure"
is "$out" "no free time" "no free time says so"
run service edit dt prices=60=none from=2026-12-07
exits 0 "a length of a service ends"
refuses 5 'Deep tissue massage has no 60 minutes; it has 90' book smith dt60 mia 2026-12-07 15:00
run book smith dt60 mia 2026-12-04 16:30
exits 0 "until that day it is as it was"
run free dt60 mia 2026-12-07
is "$out" "no free time" "nor is it offered"
run book smith dt mia 2026-12-08 9:00
lacks "$out" "60" "what comes by itself is another length"
refuses 2 'Sun 22 Nov 2026 is past' free dt60 yesterday
refuses 2 '--limit "0"' free dt60 --limit 0
refuses 2 '--limit "x"' free dt60 --limit x
finish
