#!/bin/sh
# import clients, import appointments.
. tests/cli/lib.sh
practice

printf 'First name,Last name,Phone,Email\nDora,Weiss,555-0200,dora@example.com\nEd,Black,555-0201,\n,,,\nFay,Green,555-0202,fay@example.com\n' >"$dir/c.csv"
run import clients "$dir/c.csv" --dry-run
exits 0 "a dry run"
has "$out" "3 new" "says what would be"
has "$out" "dry run" "and that it was one"
run client find weiss --format json
is "$out" "[]" "and writes nothing"
run import clients "$dir/c.csv" --format tsv
exits 0 "import clients"
is "$out" "$(printf 'row\toutcome\tid\treason\n2\tnew\t4\t\n3\tnew\t5\t\n4\trefused\t\tno name and no phone\n5\tnew\t6\t')" "row by row"
run import clients "$dir/c.csv"
has "$out" "4 rows: 0 new, 0 changed, 3 same, 1 refused" "again changes nothing"
has "$out" "line 4: refused: no name and no phone" "the refused row is told"
run import clients "$dir/c.csv" --strict
exits 5 "strict"
run import clients - <"$dir/c.csv"
exits 2 "an empty list on stdin"
printf 'Wer;Tel\nGus Hall;555-0203\n' >"$dir/m.csv"
refuses 2 '' import clients "$dir/m.csv"
run import clients "$dir/m.csv" --map 'Wer=name,Tel=phone'
exits 0 "with a map"
refuses 2 'shoes' import clients "$dir/m.csv" --map 'Wer=shoes'
refuses 1 'cannot be read' import clients "$dir/none.csv"
run undo
exits 0 "an import is undone"
run client find hall --format json
is "$out" "[]" "as a whole"

printf 'Start Time,End Time,First Name,Last Name,Phone,Type,Calendar,Appointment ID\n"2026-11-24 10:00","2026-11-24 11:00",Ada,Smith,555-0100,Swedish massage,Mia,a1\n"2026-11-24 10:30","2026-11-24 11:30",Ben,Jones,555-0101,Swedish massage,Mia,a2\n"2026-11-24 12:00","2026-11-24 13:00",Ben,Jones,555-0101,Swedish massage,Asha,a3\n' >"$dir/a.csv"
run import appointments "$dir/a.csv"
exits 5 "therapists that are missing are asked for"
has "$err" "Asha" "by name"
has "$err" "--yes REASON" "and how to go on"
run agenda tue
has "$out" "no appointments" "nothing was written"
run import appointments "$dir/a.csv" --yes "taking over"
exits 0 "import appointments"
has "$out" "3 rows: 2 new, 0 changed, 0 same, 1 refused" "a double booking is refused"
has "$err" "frontdesk hours asha" "the new therapist's hours are missing"
run import appointments "$dir/a.csv" --format json
exits 0 "again"
has "$out" '"outcome":"same"' "the same"
run agenda tue --format tsv
is "$(printf '%s\n' "$out" | wc -l)" 3 "nothing twice"

printf 'First name,Last name,Phone,Birthday,Memo,Shoe size,Star sign\nHal,Moor,555-0300,99/99/1990,"slept badly",42,Leo\nIda,Noon,none,,,,,x,y\n' >"$dir/r.csv"
run import clients "$dir/r.csv"
has "$out" "line 2: new: left out: birth date 99/99/1990" "what a row leaves out is told as such"
has "$out" "line 3: new: left out: phone none; left out: 2 cells behind the last column" "each of it"
has "$out" "columns not taken over: Shoe size, Star sign" "the columns nobody asked for"
has "$out" "1 memo went to the clients' intake" "where memos went"
lacks "$out" "slept" "but not what they say"
run import clients "$dir/r.csv" --format tsv
lacks "$out" "Shoe size" "records are rows alone"

if [ -r "$shared/clients-square.csv" ]; then
	run -f "$dir/s.db" init --zone America/Los_Angeles
	run -f "$dir/s.db" import clients "$shared/clients-square.csv"
	exits 0 "500 clients"
	has "$out" "500 rows: 500 new, 0 changed, 0 same, 0 refused" "all accounted for"
	run -f "$dir/s.db" import clients "$shared/clients-square.csv"
	has "$out" "0 new, 0 changed, 500 same, 0 refused" "again nothing changes"
	for file in acuity-cp1252 names-semicolon-bom utf16 hostile invalid-utf8; do
		run -f "$dir/s.db" import clients "$shared/clients-$file.csv"
		exits 0 "$file"
		! LC_ALL=C tr -d '\n' <"$dir/out" | LC_ALL=C grep -q '[[:cntrl:]]'
		ok $? "$file: no control character goes out"
	done
	run -f "$dir/s.db" import appointments "$shared/appointments-acuity.csv" --dry-run
	exits 5 "a dry run exits as the real one"
	run -f "$dir/s.db" import appointments "$shared/appointments-acuity.csv" --yes "taking over"
	exits 0 "1,945 appointments"
	has "$out" "1945 rows:" "all accounted for"
	run -f "$dir/s.db" import appointments "$shared/appointments-acuity.csv"
	has "$out" "1945 rows: 0 new, 0 changed, 1945 same, 0 refused" "again nothing changes"
	run -f "$dir/s.db" agenda 2026-11-23 --format tsv
	is "$(printf '%s\n' "$out" | wc -l)" 14 "that Monday"
	run -f "$dir/s.db" check
	exits 0 "the file is sound"
else
	tests=$((tests + 1))
	echo "ok $tests - # SKIP no $shared"
fi
finish
