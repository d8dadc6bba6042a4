#!/bin/sh
# alert add, list, edit, end; and where they show: book, why, status, roster, client show.
. tests/cli/lib.sh
practice

run alert list smith
exits 0 "alert list"
is "$out" "no alerts; add one: frontdesk alert add '#1' TEXT" "without any it says how to add one"
run alert add smith pays at the desk --until fri
exits 0 "alert add"
is "$out" "Added alert #1 of Smith, Ada: pays at the desk (booking, check-in; until Fri 27 Nov 2026)" "it says what shows where, and until when"
run alert add "ada smith" "her daughter waits" --at roster --format json
exits 0 "who, in quotes"
has "$out" '{"id":2,"text":"her daughter waits","at":"roster","until":null}' "its record"
run alert list ada smith --format tsv
is "$out" "$(printf 'id\ttext\tat\tuntil\n1\tpays at the desk\tbooking,check-in\t2026-11-27\n2\ther daughter waits\troster\t')" "the list"
run client show smith
has "$out" "alert       pays at the desk (booking, check-in; until Fri 27 Nov 2026)" "client show"
run --now 2026-11-28T09:00 client show smith
lacks "$out" "pays" "not when its days are over"
has "$out" "alert       her daughter waits (roster)" "but the others"

refuses 2 '"lobby" is none of booking, check-in, roster' alert add smith x --at booking,lobby
refuses 2 'shows at one place' alert add smith x --at ,
refuses 2 '"friyay"' alert add smith x --until friyay
refuses 2 '"yesterday" has passed (Sun 22 Nov 2026)' alert add smith x --until yesterday
refuses 2 'is not a day' alert add smith x --until "fri 14:00"
refuses 2 'needs a text' alert add smith ""
refuses 3 'no client "nobody"' alert add nobody x
refuses 3 'no alert "7"; there are: 1, 2' alert end smith 7
refuses 3 'client #2 has no alerts' alert end jones 1
refuses 2 'needs a new text, --at or --until' alert edit smith 1
run alert list smith --format tsv
is "$(printf '%s\n' "$out" | wc -l)" 3 "what was refused is not there"

run why smith sw60 mia fri 10:00 --format tsv
has "$out" "$(printf 'notice\talert')" "why, for programs"
run book smith sw60 mia 10:00
exits 0 "it refuses nothing"
has "$out" "  Alert: pays at the desk" "book"
lacks "$out" "daughter" "what is for the roster is not told at booking"
run status 1 confirmed
lacks "$out" "Alert" "nobody has come"
run status 1 arrived
has "$out" "  Alert: pays at the desk" "status arrived"
run roster
has "$out" "            Alert: her daughter waits" "the desk's roster"
run roster --for room
lacks "$out" "daughter" "not the room's"
run export today --client smith --detail full
lacks "$out" "daughter" "nor a calendar"
lacks "$out" "pays" "of any place"

run alert edit smith 1 pays by card --at booking
is "$out" "Changed alert #1 of Smith, Ada: pays by card (booking; until Fri 27 Nov 2026)" "alert edit: what is not named stays"
run alert edit smith '#1' --until none
is "$out" "Changed alert #1 of Smith, Ada: pays by card (booking)" "without an end"
run alert end smith 1
is "$out" "Ended alert #1 of Smith, Ada: pays by card (booking)" "alert end"
run book smith sw60 mia thu 10:00
lacks "$out" "Alert" "it shows no more"
run undo
run undo
is "$out" "Undone: Ended an alert of client #1 Smith, Ada" "undo does not say what it said"
run alert list smith --format tsv
has "$out" "pays by card" "it is back"
run log --client smith
has "$out" "Added an alert of client #1 Smith, Ada" "the log says that there was one"
lacks "$out" "pays" "not what it said"
lacks "$out" "daughter" "of none"
run help alert add
has "$out" "Fields of tsv and json: id text at until" "help tells the fields"
finish
