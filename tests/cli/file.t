#!/bin/sh
# demo, backup, check; files that are not ours, damaged, newer, not writable.
. tests/cli/lib.sh

run demo --therapists 2 --rooms 2 --seed 7
exits 0 "demo"
run agenda --format tsv
[ "$(printf '%s\n' "$out" | wc -l)" -gt 3 ]
ok $? "today is booked"
refuses 4 already demo
run -f "$dir/again.db" demo --therapists 2 --rooms 2 --seed 7
run -f "$dir/again.db" agenda this month --format tsv
cp "$dir/out" "$dir/first"
run agenda this month --format tsv
[ "$(cut -f3- "$dir/first")" = "$(cut -f3- "$dir/out")" ]
ok $? "the same for the same seed"
refuses 2 '--clients "none"' -f "$dir/x.db" demo --clients none
refuses 2 '--years "0"' -f "$dir/x.db" demo --years 0
run client list
exits 2 "no such verb"

run check
exits 0 "check"
has "$out" "is sound; SQLite" "it says so, and which SQLite"
run check --deep
exits 0 "check --deep"

# A practice that a group shares.
group=$(id -gn)
shared_db=$dir/shared/practice.db
run -f "$shared_db" init --group "$group"
exits 0 "init --group"
is "$(stat -c '%a %G' "$dir/shared")" "2770 $group" "its folder is the group's"
is "$(stat -c '%a %G' "$shared_db")" "660 $group" "and so is the file"
(umask 022; "$frontdesk" -f "$shared_db" room add code=1 >/dev/null)
is "$(stat -c %a "$shared_db"-*)" "660
660" "with its log, whoever writes"
rm "$dir/shared"/*
run -f "$shared_db" init --group "$group"
exits 0 "a folder that is shared already"
refuses 2 'no group "no-such-group"' -f "$dir/other/practice.db" init --group no-such-group
refuses 2 'Atlantis' -f "$dir/other/practice.db" init --group "$group" --zone Atlantis
[ ! -e "$dir/other" ]
ok $? "what was refused leaves no folder"
refuses 4 "chgrp $group $dir and chmod 2770 $dir" -f "$dir/own.db" init --group "$group"
(unset FRONTDESK_FILE; "$frontdesk" init --group "$group") 2>"$dir/err"
is $? 2 "the usual place is nobody else's"

run backup "$dir/copy.db"
exits 0 "backup"
has "$out" "sha256" "what was written"
is "$(stat -c %a "$dir/copy.db")" 600 "for the person alone"
run -f "$dir/copy.db" check
exits 0 "the copy is sound"
"$frontdesk" backup - >"$dir/piped.db" 2>"$dir/err"
is $? 0 "backup to stdout"
run -f "$dir/piped.db" check --deep
exits 0 "the piped copy is sound"
is "$(cd "$dir" && echo practice.db.backup*)" "practice.db.backup*" "nothing is left beside the file"
refuses 1 "$dir/none/copy.db" backup "$dir/none/copy.db"

# Into a folder: generations. What was not made there by its date is never touched.
mkdir "$dir/copies"
cp "$dir/copy.db" "$dir/copies/practice-2020-01-01-0900.db"
run backup "$dir/copies/practice-by-hand.db"
for day in 2026-11-10 2026-11-11 2026-11-12 2026-11-13 2026-11-14 2026-11-16 2026-11-17 2026-11-18 \
    2026-11-19; do
	run --now "${day}T21:00" backup "$dir/copies"
	[ "$status" -eq 0 ] || echo "# $day: $err"
done
echo x >>"$dir/copies/practice-2026-11-12-2100.db"
is "$(cd "$dir/copies" && echo *-2026-11-1[0-3]-*)" \
    "practice-2026-11-12-2100.db practice-2026-11-13-2100.db" "the days of a week ago are gone"
run --now 2026-11-20T21:00 backup "$dir/copies"
run --now 2026-11-21T21:00 backup "$dir/copies"
exits 0 "a copy into a folder"
has "$out" "$dir/copies/practice-2026-11-21-2100.db: " "by its date"
has "$out" "Kept 8 copies in $dir/copies, removed 1" "how many stay"
has "$out" "Removed $dir/copies/practice-2026-11-13-2100.db" "which went"
has "$err" "practice-2026-11-12-2100.db is not as it was made, and was left" "what somebody changed stays"
is "$(cd "$dir/copies" && echo *)" "practice-2020-01-01-0900.db practice-2026-11-12-2100.db \
practice-2026-11-14-2100.db practice-2026-11-16-2100.db practice-2026-11-17-2100.db \
practice-2026-11-18-2100.db practice-2026-11-19-2100.db practice-2026-11-20-2100.db \
practice-2026-11-21-2100.db practice-by-hand.db" "seven days, and the last of the week before"
run log 2026-11-21 --format tsv
has "$out" "Removed the copy $dir/copies/practice-2026-11-13-2100.db" "the log says what was removed"
refuses 4 'is there already' --now 2026-11-21T21:00 backup "$dir/copies"
refuses 4 'is there already' --now 2026-11-21T21:00 backup "$dir/copies"
run --now 2026-11-13T07:00 backup "$dir/copies"
[ "$status" -eq 0 ] && [ -e "$dir/copies/practice-2026-11-13-0700.db" ]
ok $? "what was just made stays, whatever the clock says"

# The log of a practice is as good as the practice.
for end in "" -wal -shm -journal; do
	before=$(cksum "$dir/practice.db$end" 2>&1)
	refuses 4 "practice's file" export -o "$dir/practice.db$end"
	is "$(cksum "$dir/practice.db$end" 2>&1)" "$before" "practice.db$end is as it was"
done
refuses 4 "practice's file" backup "$dir/practice.db-journal"
run export -o "$dir/book.ics-wal"
exits 0 "another file may be called so"

# Stopped while it waits for another copy to the same name: what is not proved is not left.
if command -v flock >/dev/null && [ -r /proc/locks ]; then
	exec 9>"$dir/late.db.tmp"
	flock 9
	"$frontdesk" backup "$dir/late.db" >/dev/null 2>&1 9>&- &
	until grep -q -- "-> FLOCK .* $! " /proc/locks || ! kill -0 $! 2>/dev/null; do :; done
	kill -TERM $!
	wait $! 2>/dev/null || :
	exec 9>&-
	is "$(cd "$dir" && echo late.db*)" "late.db*" "backup stopped by SIGTERM leaves nothing"
fi

echo "this is a text, and long enough to be read as something else than an empty file" >"$dir/text"
refuses 7 '' -f "$dir/text" agenda
refuses 7 '' -f "$dir/text" check
: >"$dir/empty"
refuses 7 '' -f "$dir/empty" agenda
refuses 3 '' -f "$dir/none.db" check
ln -s "$dir/practice.db" "$dir/link.db"
run -f "$dir/link.db" agenda
[ "$status" -ne 0 ]
ok $? "a link is not opened: exit $status"

if command -v sqlite3 >/dev/null; then
	cp "$dir/copy.db" "$dir/newer.db"
	sqlite3 "$dir/newer.db" 'PRAGMA user_version = 9999'
	run -f "$dir/newer.db" agenda
	is "$status" 0 "a newer file can be looked at"
	has "$err" "newer version: it is read only" "which is said"
	refuses 7 'update frontdesk' -f "$dir/newer.db" client add Nina New
	sqlite3 "$dir/foreign.db" 'CREATE TABLE t(x); PRAGMA application_id = 7'
	refuses 7 '' -f "$dir/foreign.db" agenda
fi
cp "$dir/copy.db" "$dir/bad.db"
dd if=/dev/urandom of="$dir/bad.db" bs=4096 seek=20 count=40 conv=notrunc 2>/dev/null
run -f "$dir/bad.db" check --deep
exits 7 "a damaged file"
run -f "$dir/bad.db" check --salvage "$dir/saved.db"
exits 7 "salvage that could not save all"
has "$out" "rows saved" "what could be read"
has "$err" "rows may be missing of " "and of what there may be more"
run check --salvage "$dir/whole.db"
exits 0 "salvage of a sound file"
has "$out" "saved, 0 lost" "loses nothing"
run check --format json
is "$out" "[]" "a sound file has no problems, in json"
run -f "$dir/bad.db" check --format json
exits 7 "a damaged file, in json"
run backup "$dir/second.db" --format json
has "$out" '"file":"'"$dir/second.db"'","appointments":' "backup, in json"
refuses 2 'without --format' backup - --format json

# Two at the same moment: one wins, the other is told who.
run therapist list --format tsv
code=$(printf '%s\n' "$out" | sed -n 2p | cut -f1)
run client find a --limit 2 --format tsv
one=$(printf '%s\n' "$out" | sed -n 2p | cut -f1)
two=$(printf '%s\n' "$out" | sed -n 3p | cut -f1)
for id in "$one" "$two"; do
	("$frontdesk" book "#$id" sw60 "$code" 2027-06-02 10:00 --yes race >"$dir/won.$id" 2>"$dir/lost.$id"; echo $? >"$dir/rc.$id") &
done
wait
is "$(cat "$dir"/rc.* | sort | tr '\n' ' ')" "0 4 " "one wins, the other gets exit 4"
has "$(cat "$dir"/lost.*)" " is with " "naming the winner"

run screen day --size 80x24
if [ "$status" -eq 0 ]; then
	exits 0 "screen"
	is "$(printf '%s\n' "$out" | wc -l)" 24 "of 24 lines"
fi
refuses 2 'size like 80x24' screen day --size 80
refuses 2 'size like 80x24' screen day --size 80x24x2
refuses 2 'there are: ' screen nonsense
screens=${err##*there are: }
run help screen
has "$(printf '%s' "$out" | tr -s '\n ' '  ')" "Screens: $screens. Keys" "the help has every screen"
finish
