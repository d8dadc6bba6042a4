#!/bin/sh
# What goes out: roster, export, files written beside and renamed, a full disk.
. tests/cli/lib.sh
practice
run book smith dt60 mia fri 10:00
run book jones sw90 jon fri 10:00
run book lima sw60 mia 2026-12-04 10:00
run book smith sw60 mia 2026-12-11 10:00

run roster fri
exits 0 "roster"
has "$out" "Desk roster, Fri 27 Nov 2026" "the day is named"
has "$out" "Smith, Ada" "who comes"
run roster --therapist jon fri
lacks "$out" "Smith, Ada" "one therapist's"
run roster --for room fri
has "$out" "One, Fri 27 Nov 2026" "the door's sheet"
lacks "$out" "Smith" "and no names on it"
run --now 2026-11-28T18:00 roster tomorrow
has "$out" "Mon 30 Nov 2026" "tomorrow is the next open day"
refuses 2 'desk, room' roster --for cat
refuses 2 'not a day' roster fri 14:00
run roster fri -o "$dir/roster.txt"
exits 0 "roster into a file"
has "$(cat "$dir/roster.txt")" "Smith, Ada" "it stands there"
is "$(stat -c %a "$dir/roster.txt")" 600 "for the person alone"

# On paper: an lp of our own, that keeps what it was told.
mkdir "$dir/bin"
cat >"$dir/bin/lp" <<'END'
#!/bin/sh
printf '%s\n' "$@" >"$HOME/lp.args"
cat >"$HOME/lp.in"
echo "request id is paper-1"
END
chmod 755 "$dir/bin/lp"
path=$PATH
PATH=$dir/bin:$path
run roster fri --print
exits 0 "roster --print"
has "$out" "request id is paper-1" "what lp says is passed on"
cmp -s "$dir/lp.in" "$dir/roster.txt"
ok $? "lp reads what a file would hold"
is "$(cat "$dir/lp.args")" "-t
frontdesk" "and is told nothing of the practice"
run roster fri --for room --print='big $(touch x); one'
is "$(cat "$dir/lp.args")" '-t
frontdesk
-d
big $(touch x); one' "a printer's name goes as it is, without a shell"
is "$(grep -c "$(printf '\f')" "$dir/lp.in")" 1 "one page a sheet"
refuses 2 'not both' roster fri --print -o "$dir/x"
printf '#!/bin/sh\nexit 3\n' >"$dir/bin/lp"
refuses 1 'lp ended with status 3' roster fri --print
printf '#!/bin/sh\nkill -9 $$\n' >"$dir/bin/lp"
refuses 1 'signal 9' roster fri --print
PATH=$path
status=0
PATH=$dir "$frontdesk" roster fri --print 2>"$dir/no-lp" || status=$?
is "$status" 1 "without an lp: exit 1"
has "$(cat "$dir/no-lp")" "frontdesk: not printed: there is no lp here" "which is said"

run export fri
exits 0 "export"
is "$(printf '%s\n' "$out" | grep -c '^BEGIN:VEVENT')" 2 "two events"
lacks "$out" "Smith" "nobody's name"
run export fri --detail full --therapist mia
has "$out" "SUMMARY:Smith\, Ada" "full detail tells the name"
run log today --format tsv
has "$out" "xport" "and stands in the log"
run export
is "$(printf '%s\n' "$out" | grep -c '^BEGIN:VEVENT')" 4 "without a range: the coming year"
run export --client smith --alarm 120
is "$(printf '%s\n' "$out" | grep -c '^BEGIN:VEVENT')" 2 "one client's"
has "$out" "TRIGGER:-PT" "with an alarm"
lacks "$out" "Drink water" "without the aftercare text"
run export --client smith --aftercare
has "$(printf '%s' "$out" | tr -d '\r' | sed ':a;N;$!ba;s/\n //g')" 'with Mia\nDrink water and take it easy today' "with it when asked"
refuses 2 '--aftercare is for a client' export --aftercare
run export --appointment 2 --detail full
exits 0 "one appointment in full"
run log --client jones --format tsv
has "$out" "Exported appointment #2 with full details	export	2" "the log names it, with its client"
run export --appointment 1 --utc
has "$out" "DTSTART:20261127T090000Z" "one appointment, in UTC"
run cancel 1
run export fri --with-cancelled
has "$out" "STATUS:CANCELLED" "cancelled ones on request"
run export --appointment 1
has "$err" "--with-cancelled" "a cancelled one alone is not passed over in silence"
refuses 2 'name of the file to write is empty' roster -o ''
refuses 2 'prints no records' roster --format json
run undo
refuses 2 'add --client or --appointment' export --alarm 20
refuses 2 'there are: busy' export --detail all
refuses 2 'needs -o FILE' export --split month
refuses 2 'it can be: month' export --split week -o x
refuses 3 'no appointment' export --appointment 99

run export 2026-11-01..2026-12-31 -o "$dir/book.ics"
exits 0 "export into a file"
has "$out" "4 appointments" "it says what was written"
cp "$dir/book.ics" "$dir/first.ics"
run export 2026-11-01..2026-12-31 -o "$dir/book.ics"
cmp -s "$dir/book.ics" "$dir/first.ics"
ok $? "the same again is the same bytes"
is "$(stat -c %a "$dir/book.ics")" 600 "for the person alone"
run export 2026-10-01..2026-12-31 --split month -o "$dir/book.ics"
exits 0 "a file a month"
is "$(cd "$dir" && echo book-*.ics)" "book-2026-11.ics book-2026-12.ics" "months without appointments have none"

# A link stays, its target is replaced; what is no file is written in place.
ln -s "$dir/book.ics" "$dir/link.ics"
echo old >"$dir/book.ics"
run export fri -o "$dir/link.ics"
[ -L "$dir/link.ics" ] && cmp -s "$dir/link.ics" "$dir/book.ics"
ok $? "a link stays a link"
run export fri -o /dev/null
exits 0 "into /dev/null"
[ -c /dev/null ]
ok $? "which is still there"

# Nothing partial: the old file is whole, nothing stands beside it.
echo old >"$dir/book.ics"
refuses 3 'no therapist' export --therapist asha -o "$dir/book.ics"
is "$(cat "$dir/book.ics")" old "an error leaves the old file"
refuses 1 'could not be written' export fri -o "$dir/none/book.ics"
refuses 1 'No space left' export fri -o /dev/full
is "$(cd "$dir" && echo book.ics.*)" "book.ics.*" "nothing stands beside it"
full() {
	status=0
	"$frontdesk" "$@" >/dev/full 2>"$dir/err" || status=$?
	out="" err=$(cat "$dir/err") last="frontdesk $* >/dev/full"
}
for command in "agenda fri" "agenda fri --format json" "export fri" "roster fri" "help" "log"; do
	# shellcheck disable=SC2086
	full $command
	exits 1 "$command to a full disk"
done
full book lima sw60 jon fri 13:00
exits 1 "a booking that cannot be told"
has "$err" "stays done" "is said to be done"
run agenda fri --client lima --format tsv
is "$(printf '%s\n' "$out" | wc -l)" 2 "and is"
# Stopped at any moment: the file is the old one or the new one, and nothing stands beside it.
i=0 torn=0
while [ $i -lt 25 ]; do
	echo old >"$dir/book.ics"
	"$frontdesk" export -o "$dir/book.ics" >/dev/null 2>&1 &
	[ $((i % 2)) -eq 0 ] && while [ "$(echo "$dir"/book.ics.*)" = "$dir/book.ics.*" ] && kill -0 $!; do :; done
	kill -TERM $!
	wait $! || :
	case $(tail -n 1 "$dir/book.ics" | tr -d '\r') in old | END:VCALENDAR) ;; *) torn=1 ;; esac
	i=$((i + 1))
done 2>/dev/null
is "$torn $(cd "$dir" && echo book.ics.*)" "0 book.ics.*" "stopped 25 times, nothing partial"
echo old >"$dir/book.ics"
(ulimit -f 1; run export fri -o "$dir/book.ics"; [ "$status" -eq 1 ] && [ "$(cat "$dir/book.ics")" = old ])
ok $? "a file-size limit is an error, and leaves the old file"
finish
