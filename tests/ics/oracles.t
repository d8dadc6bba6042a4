#!/bin/sh
# Readers of others must find in our calendars what is in the book: UID, start and end in UTC and by
# the wall, summary. A reader that is not installed is skipped, visibly.
B=${B:-build}
LC_ALL=C.UTF-8
NODE_PATH=$PWD/build-oracles/node_modules
export LC_ALL NODE_PATH
. tests/ics/khal.sh
n=0
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT

zones="Europe/Berlin America/New_York Europe/Dublin Pacific/Chatham Asia/Kolkata Australia/Lord_Howe \
Africa/Casablanca America/Santiago Asia/Jerusalem Africa/Cairo UTC"
# khal reads by its own zone data, calcurse by the system's: a few zones will do, they are slow.
few="Europe/Berlin America/New_York Africa/Casablanca"

# check WHAT WANT GOT
check() {
	n=$((n + 1))
	if cmp -s "$2" "$3" && test -s "$2"; then
		echo "ok $n - $1"
	else
		echo "not ok $n - $1"
		diff "$2" "$3" | head -6 | sed 's/^/# /'
	fi
}

skip() {
	n=$((n + 1))
	echo "ok $n - $1 # SKIP $2"
}

# read_by NAME COLUMNS COMMAND...: each zone's calendar through the command, which prints these columns.
read_by() {
	name=$1 columns=$2
	shift 2
	for zone in $zones; do
		if test "$name $zone" = "node-ical Africa/Casablanca"; then
			skip "$name: $zone" "it reads by the zones of its node, which may be older"
			continue
		fi
		"$B/tests/ics/sample" ics "$zone" > "$tmp/in.ics"
		"$B/tests/ics/sample" rows "$zone" | cut -f "$columns" > "$tmp/want"
		"$@" < "$tmp/in.ics" > "$tmp/got" 2> "$tmp/errors"
		check "$name: $zone" "$tmp/want" "$tmp/got"
		head -3 "$tmp/errors" | sed 's/^/# /'
	done
	# In UTC there is no wall to compare.
	"$B/tests/ics/sample" ics Europe/Berlin utc > "$tmp/in.ics"
	"$B/tests/ics/sample" rows Europe/Berlin | cut -f 1,2,3 > "$tmp/want"
	"$@" < "$tmp/in.ics" 2> /dev/null | cut -f 1,2,3 > "$tmp/got"
	check "$name: Europe/Berlin in UTC" "$tmp/want" "$tmp/got"
}

by_node() {
	name=$1 package=$2 columns=$3 script=$4
	if ! command -v node > /dev/null; then
		skip "$name" "no node"
	elif ! test -d "build-oracles/node_modules/$package"; then
		skip "$name" "not installed: make deps-oracles"
	else
		read_by "$name" "$columns" node "$script"
	fi
}

calcurse_list() {
	rm -rf "$tmp/calcurse"
	mkdir -p "$tmp/calcurse"
	TZ=$1 calcurse -q -D "$tmp/calcurse" -i "$tmp/in.ics" > /dev/null 2>&1
	TZ=$1 calcurse -q -D "$tmp/calcurse" -G |
	    sed -n 's,^\(..\)/\(..\)/\(....\) @ \(.....\) -> \(..\)/\(..\)/\(....\) @ \(.....\).*,\3-\1-\2T\4	\7-\5-\6T\8,p' |
	    sort -u
}

if ! test -x "$B/tests/ics/sample"; then
	echo "1..0 # SKIP $B/tests/ics/sample is not built"
	exit 0
fi
if test -x "$B/tests/ics/libical_dump"; then
	read_by libical 1,2,3,4,5,6 "$B/tests/ics/libical_dump"
else
	skip libical "$B/tests/ics/libical_dump is not built"
fi
if /usr/bin/python3 -c 'import icalendar' 2> /dev/null; then
	read_by python3-icalendar 1,2,3,4,5,6 /usr/bin/python3 tests/ics/read_icalendar.py
else
	skip python3-icalendar "no python3-icalendar"
fi
by_node ical.js ical.js 1,2,3,4,5,6 tests/ics/read_icaljs.cjs
by_node node-ical node-ical 1,2,3,6 tests/ics/read_nodeical.cjs
for zone in $few; do
	"$B/tests/ics/sample" ics "$zone" > "$tmp/in.ics"
	if command -v khal > /dev/null; then
		"$B/tests/ics/sample" rows "$zone" | cut -f 1,4,5 | sort > "$tmp/want"
		khal_list "$zone" "$tmp/in.ics" > "$tmp/got"
		check "khal: $zone" "$tmp/want" "$tmp/got"
	else
		skip "khal: $zone" "no khal"
	fi
	if command -v calcurse > /dev/null; then
		"$B/tests/ics/sample" rows "$zone" | cut -f 4,5 | sort -u > "$tmp/want"
		calcurse_list "$zone" > "$tmp/got"
		check "calcurse: $zone" "$tmp/want" "$tmp/got"
	else
		skip "calcurse: $zone" "no calcurse"
	fi
done
echo "1..$n"
