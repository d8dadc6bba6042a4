#!/bin/sh
# client add, find, show, edit, archive.
. tests/cli/lib.sh
practice

run client add Zoë Åkesson phone="+49 30 555 0199" email=zoe@example.com birth=1979-03-04 prefers=mia
exits 0 "client add"
has "$out" "Added client #4: Åkesson, Zoë" "it says who and which number"
run client find akesson --format tsv
is "$out" "$(printf 'id\tfirst\tlast\tpreferred\tphone\temail\tbirth\ttherapist\tlast_visit\tnext_visit\tvisits\tstate\n4\tZoë\tÅkesson\t\t+49 30 555 0199\tzoe@example.com\t1979-03-04\tmia\t\t\t0\tactive')" "the record, found without accents"
run client find 0199
has "$out" "Åkesson" "found by the end of the phone"
run client find nobody
exits 0 "an empty search is no failure"
has "$out" 'no client "nobody"' "an empty search says so"
run client find nobody --format json
is "$out" "[]" "an empty search in json"

# A name one slip away is offered, and never taken.
run client find smyth
exits 0 "a search that nobody fits"
is "$out" 'no client "smyth"; similar: #1 Smith, Ada ..00' "offers whom a slip hides"
run client find addam smiht
is "$out" 'no client "addam smiht"' "not when two slips are in one word"
run client find adda smiht
has "$out" 'similar: #1 Smith, Ada' "one in each word is offered"
run client find smyth --format tsv
is "$(printf '%s\n' "$out" | wc -l)" 1 "no offer in a table for programs"
run client find smyth --format json
is "$out" "[]" "nor in json"
run client find 1234
is "$out" "no phone with 1234; a client's number is written '#1234'" "a phone has no slips"
refuses 3 'no client "smyth"; similar: #1 Smith, Ada' client show smyth
refuses 3 'no client "smyth"; similar: #1 Smith, Ada' book smyth sw60 mia fri 10:00
refuses 3 'no client "smyth"; similar: #1 Smith, Ada' client archive smyth
run client find smith
lacks "$out" similar "whoever fits is enough"

# Nor is somebody added who may be known, but for a slip.
for name in "Ada Smyth" "Ada Zmith" "Ade Smith" "Adda Smith" "Smith Ada"; do
	refuses 5 'looks like #1 Smith, Ada (similar name)' client add $name
done
run client add Anna Smyth --dry-run
exits 0 "another first name is somebody else"

refuses 5 'looks like' client add Ada Smith phone=555-0100
run client add Ada Smith phone=555-0100 --format json
exits 5 "a look-alike asks"
has "$out" '"code":"same-client"' "the finding goes out as json"
run client add Ada Smith phone=555-0100 --dry-run --yes "her daughter"
exits 0 "a dry run"
has "$out" "Would add client" "a dry run says so"
run client find smith --format tsv
is "$(printf '%s\n' "$out" | wc -l)" 2 "and writes nothing"
run client add Ada Smith phone=555-0100 --yes "her daughter" --format json
exits 0 "with a reason it is added"
has "$out" '"id":5,"first":"Ada"' "the record of the new client"
refuses 2 'shoes' client add Eve shoes=42
refuses 2 'needs a name or a phone' client add phone= first=

refuses 3 '"smith" could be 2 clients: #1' client show smith
refuses 3 'no client "nobody"' client show nobody
refuses 3 '#99' client show '#99'
run client edit '#1' last=Sutton note="prefers mornings"
exits 0 "client edit"
run client find smith --format tsv
has "$out" "Sutton" "found by the former name"
run client show sutton
exits 0 "client show"
has "$out" "formerly    Ada Smith" "the former name"
has "$out" "note        prefers mornings" "the desk's note"
run client edit '#4' guardian='#1' guardian_phone="030 1"
exits 0 "a guardian who is a client"
run client show '#4'
has "$out" "#1 Sutton, Ada" "is shown by number and name"
has "$out" "030 1" "with the phone"
run client edit '#4' guardian="Tove Lind"
exits 0 "a guardian who is none"
run client show '#4'
has "$out" "Tove Lind" "is shown by name"
lacks "$out" "Sutton" "and takes the other's place"
refuses 2 'guardian #4 is the client; name somebody else' client edit '#4' guardian='#4'
refuses 3 'no client #99' client edit '#4' guardian='#99'
refuses 2 'needs FIELD=VALUE' client edit sutton jones
refuses 2 'needs a client first' client edit phone=1 note=2
refuses 2 'not-an-email' client edit sutton email=not-an-email
run client archive sutton
exits 0 "client archive"
run book sutton sw60 mia fri 10:00
exits 4 "an archived client is not booked"
run client archive sutton back
run client show '#1' --format json
has "$out" '"state":"active"' "taken back"

run book sutton sw60 mia fri 10:00
run client show sutton
has "$out" "2026-11-27  10:00–11:00  - Massage 60" "the visits are listed"
lacks "$out" "usual" "nothing is usual yet"
run book sutton sw60 mia 2026-11-30 10:00
run --now 2026-12-01T09:00 client show sutton
has "$out" "usual       Massage 60, Mia" "what they had twice is their usual"

# On a terminal a table is as wide as it; a phone and a date are never cut.
if command -v script >/dev/null; then
	for command in "set" "service list" "client find sutton"; do
		last="on 70 columns: $command"
		script -qec "stty cols 70; '$frontdesk' $command" /dev/null </dev/null >"$dir/out" 2>&1
		out=$(tr -d '\r' <"$dir/out")
		[ "$(printf '%s\n' "$out" | wc -L)" -le 70 ] && [ "$(printf '%s\n' "$out" | wc -l)" -gt 1 ]
		ok $? "$command: cut to the terminal's width"
	done
	has "$out" "555-0100" "the phone is whole"
	has "$out" "2026-11-27 10:00" "the next visit too"
else
	tests=$((tests + 1))
	echo "ok $tests - # SKIP no script(1)"
fi

# Who told nothing but a phone is called by it.
run client add phone="555 0777"
has "$out" ": 555 0777" "client add"
id=$(printf '%s\n' "$out" | sed 's/.*#\([0-9]*\):.*/\1/')
run book "#$id" sw60 mia 2026-12-03 10:00
has "$out" " 555 0777 · Massage 60" "book"
run agenda 2026-12-03
has "$out" "- 555 0777 " "agenda"
run roster 2026-12-03
has "$out" "555 0777 " "roster"
run client show "#$id"
has "$out" "messages    not to be left" "whether a message may be left"

# A hit tells the year of birth, the last visit and the next.
run --now 2026-12-01T09:00 client find zoë
has "$out" "1979" "the year of birth"
run --now 2026-12-04T09:00 client find 0777
has "$out" "2026-12-03" "the last visit"

# A control character never reaches the terminal.
run client edit sutton "note=red$(printf '\033')[31mred"
run client show sutton
case $out in *"$(printf '\033')"*) ok 1 "no escape sequence goes out" ;; *) ok 0 "no escape sequence goes out" ;; esac
refuses 3 'no client "red[31m"' client show "red$(printf '\033')[31m"
finish
