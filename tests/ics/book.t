#!/bin/sh
# A real diary, taken over and exported by the program: the readers of others find the starts, ends
# and UIDs that `agenda` tells, and nothing of what a calendar must not hold.
B=${B:-build}
data=${FRONTDESK_SHARED:-../shared}/data
LC_ALL=C.UTF-8
NODE_PATH=$PWD/build-oracles/node_modules
export LC_ALL NODE_PATH
. tests/ics/khal.sh
n=0
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
zone=America/New_York

ok() {
	n=$((n + 1))
	if test "$1" -eq 0; then
		echo "ok $n - $2"
	else
		echo "not ok $n - $2"
	fi
}

skip() {
	n=$((n + 1))
	echo "ok $n - $1 # SKIP $2"
}

frontdesk() {
	"$B/frontdesk" -f "$tmp/practice.frontdesk" --now 2026-11-01T08:00 "$@"
}

# found NAME COMMAND...: the command prints UID, UTC, UTC, start, end of the calendar on stdin.
found() {
	name=$1
	shift
	"$@" < "$tmp/a.ics" 2> /dev/null | cut -f 1,4,5 | sort > "$tmp/got"
	cmp -s "$tmp/want" "$tmp/got"
	ok $? "$name finds what the file holds"
}

if ! test -x "$B/frontdesk"; then
	echo "1..0 # SKIP $B/frontdesk is not built"
	exit 0
fi
if ! test -r "$data/appointments-acuity.csv"; then
	echo "1..0 # SKIP no $data"
	exit 0
fi
{
	frontdesk init --zone $zone
	frontdesk import clients "$data/clients-square.csv"
	frontdesk import appointments "$data/appointments-acuity.csv" --yes "taken over"
} > "$tmp/log" 2>&1
range=2026-11-01..2026-11-30
frontdesk export $range -o "$tmp/a.ics" > "$tmp/log" 2>&1
ok $? "exported"
frontdesk export $range > "$tmp/b.ics" 2> "$tmp/log"
cmp -s "$tmp/a.ics" "$tmp/b.ics"
ok $? "again: the same bytes"
test "$(stat -c %a "$tmp/a.ics")" = 600
ok $? "for its owner only"

frontdesk agenda $range --format tsv > "$tmp/agenda"
# uid start end state of what holds, held ones left out
awk -F '\t' 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
    $at["state"] ~ /^(booked|confirmed|arrived|started|completed|[-+@*=])$/ {
	print $at["uid"] "\t" $at["start"] "\t" $at["end"] }' "$tmp/agenda" | sort > "$tmp/want"
test "$(wc -l < "$tmp/want")" -gt 100
ok $? "the month is full"

if test -x "$B/tests/ics/libical_dump"; then
	found libical "$B/tests/ics/libical_dump"
else
	skip libical "$B/tests/ics/libical_dump is not built"
fi
if /usr/bin/python3 -c 'import icalendar' 2> /dev/null; then
	found python3-icalendar /usr/bin/python3 tests/ics/read_icalendar.py
else
	skip python3-icalendar "no python3-icalendar"
fi
if command -v node > /dev/null && test -d build-oracles/node_modules/ical.js; then
	found ical.js node tests/ics/read_icaljs.cjs
else
	skip ical.js "not installed: make deps-oracles"
fi
if command -v khal > /dev/null; then
	khal_list $zone "$tmp/a.ics" > "$tmp/got"
	cmp -s "$tmp/want" "$tmp/got"
	ok $? "khal finds what the file holds"
else
	skip khal "no khal"
fi

# Names, phones and mail of the client list stand in no calendar below `full`.
frontdesk export $range --detail initials > "$tmp/c.ics" 2> "$tmp/log"
! grep -v -e ^UID: -e ^DT -e ^LAST "$tmp/c.ics" | grep -q -e @ -e Smith -e Müller -e 555
ok $? "no name, mail or phone with initials"
grep -q '^SUMMARY:.*\..*\\, .* 60' "$tmp/c.ics"
ok $? "but the initials and the service"
awk '{ sub(/\r$/, "") } length($0) > 75 { exit 1 }' "$tmp/c.ics"
ok $? "no long line"
echo "1..$n"
