#!/bin/sh
# init, set, therapist, room, service, hours, block, unblock, closed.
. tests/cli/lib.sh

refuses 2 'no time zone "Mars/Base"' init --zone Mars/Base
[ ! -e "$FRONTDESK_FILE" ]
ok $? "a refused init leaves no file"
run init --name "Hill Massage" --zone Europe/Berlin
exits 0 "init"
has "$out" "Hill Massage, zone Europe/Berlin" "init says what it made"
is "$(stat -c %a "$FRONTDESK_FILE")" 600 "the file is for the person alone"
refuses 4 already init
FRONTDESK_FILE='' XDG_DATA_HOME="$dir/a/b" run init --zone UTC
exits 0 "init makes the usual folder"
is "$(stat -c %a "$dir/a/b/frontdesk")" 700 "the folder is for the person alone"
printf 'a\tb\n' >"$dir/wrong.tsv"
refuses 2 'lacks the columns code, name, prices' -f "$dir/s.db" init --services "$dir/wrong.tsv"
refuses 1 'cannot be read' -f "$dir/s.db" init --services "$dir/none.tsv"
printf 'code\tname\tlabel\tprices\tturnover\tpressure\tskills\tpeople\tdescription\nzz\tZen\tZen\t60=80\t10\t0\t\t1\tCalm\n' >"$dir/s.tsv"
run -f "$dir/s.db" init --services "$dir/s.tsv"
exits 0 "init with services of one's own"
run -f "$dir/s.db" service list --format tsv
is "$(printf '%s\n' "$out" | cut -f1-4)" "$(printf 'code\tname\tlabel\tprices\nzz\tZen\tZen\t60=80.00')" "only those are there"

TZ=:Europe/Paris run -f "$dir/tz.db" init
has "$out" "zone Europe/Paris" "the zone of \$TZ is taken when nobody says"
TZ=XYZ8 run -f "$dir/tz2.db" init
exits 0 "a \$TZ that names none is passed over"

run set
exits 0 "set"
has "$out" "late_cancel" "set lists all"
run set grid 10
exits 0 "set a key"
run set grid --format tsv
is "$(printf '%s\n' "$out" | cut -f1,2)" "$(printf 'key\tvalue\ngrid\t10')" "set shows one"
run set name The Quiet Room
run set name --format json
has "$out" '"value":"The Quiet Room"' "a value of several words"
refuses 2 'grid "7" is none of' set grid 7
refuses 2 'no setting "gird"' set gird 15
refuses 2 'no time zone' set zone Mars/Base

run therapist list
exits 0 "therapist list"
has "$out" "no therapists yet" "an empty list says so"
run therapist list --format json
is "$out" "[]" "an empty list in json"
run therapist add code=mia name=Mia gender=F skills=deep-tissue,back-pain
exits 0 "therapist add"
run therapist add code=jon name=Jon
run therapist edit mia name="Mia Berg" room=
exits 0 "therapist edit"
has "$out" "Mia Berg" "the change is shown"
refuses 2 'colour' therapist edit mia colour=mauve
refuses 2 'shoes' therapist edit mia shoes=42
refuses 3 'there are: jon, mia' therapist edit asha name=Asha
refuses 4 'jon' therapist add code=jon name=Jonas
run therapist archive jon
exits 0 "therapist archive"
run therapist list --format tsv
is "$(printf '%s\n' "$out" | cut -f1,2,9)" "$(printf 'code\tname\tactive\njon\tJon\tno\nmia\tMia Berg\tyes')" "archived"
refuses 2 'only "back"' therapist archive jon again
run therapist archive jon back
has "$out" "yes" "taken back"

run room list
has "$out" "no rooms yet" "no rooms"
run room add code=1 name="Room 1"
exits 0 "room add"
run room edit 1 capacity=2 step_free=yes
run room list --format tsv
is "$out" "$(printf 'code\tname\tcapacity\tstep_free\tlocation\tactive\n1\tRoom 1\t2\tyes\t\tyes')" "room list"
refuses 2 '"9"' room edit 1 capacity=9
run room archive 1
has "$out" "no" "room archive"
run room archive 1 back

run service add code=zz name=Zen prices=60=80,90=110.50 turnover=10
exits 0 "service add"
has "$out" "60=80.00,90=110.50" "prices as typed"
run service edit zz description="Very quiet"
exits 0 "service edit"
run service list --format json
has "$out" '"description":"Very quiet"' "service list"
run service edit zz prices=60=none
exits 0 "a length ends"
has "$out" "90=110.50" "the others stay"
lacks "$out" "60=" "it is not offered"
refuses 4 'archive it: service archive zz' service edit zz prices=90=none
run log
has "$out" "Changed service Zen" "in the log"
run service archive zz
exits 0 "service archive"
run service archive zz back
refuses 3 'no service "qq"' service edit qq name=Q

run hours mia
has "$out" "no hours yet" "no hours"
run hours mia mon-fri 9-13 14-18
exits 0 "hours are set"
run hours mia --format tsv
is "$out" "$(printf 'therapist\thours\tfrom\tuntil\tweek\nmia\tmon-fri 9-13 14-18\t2026-11-23\t\t')" "hours are shown"
run hours mia mon-thu 10-16 --from 2026-12-01
run hours mia --format tsv
has "$out" "$(printf 'mon-fri 9-13 14-18\t2026-11-23\t2026-12-01')" "the old ones end"
has "$out" "$(printf 'mon-thu 10-16 fri 9-13 14-18\t2026-12-01')" "when the new ones begin"
run hours jon mon 9-17 --cycle 1/2
run hours jon tue 9-17 --cycle 2/2
has "$out" "1/2" "the first week of two"
has "$out" "2/2" "the second week of two"
refuses 2 '--cycle "3/2"' hours jon mon 9-17 --cycle 3/2
refuses 2 'need the hours' hours jon --from fri
refuses 2 '25-30' hours jon mon 25-30
refuses 3 'no therapist "asha"' hours asha

run hours mia 10-12 13-15 --on fri
exits 0 "other hours on one day"
has "$out" "Mia Berg's hours are changed on Fri 27 Nov" "which day"
run hours mia --format tsv
has "$out" "$(printf 'mia\t10:00-12:00 13:00-15:00\t2026-11-27\t2026-11-28\t')" "they are shown"
run hours mia off --on thu
has "$out" "off" "not working on one day"
run hours mia usual --on fri
run hours mia usual --on thu
lacks "$out" "2026-11-27" "taken back"
refuses 2 'of one day' hours mia 9-12 --on fri --from mon
refuses 2 'need the hours' hours mia --on fri
run client add Ada Smith phone=555-0100
run book smith sw60 mia fri 10:00
exits 0 "a booking"
run block mia fri 9-11 --reason dentist
exits 0 "block"
has "$out" "Mia Berg is kept free Fri 27 Nov 09:00–11:00; give it back: frontdesk unblock 1" "how to give it back"
has "$out" "Smith, Ada" "who is in the way"
refuses 4 'kept free already, by block 1' block mia fri 9-11
run block mia fri 9-10
exits 0 "another time is another block"
run unblock 2
refuses 5 'Mia Berg is off' book smith sw60 mia fri 9-10
refuses 3 'no therapist "asha"' block asha fri
refuses 2 'needs a day' block mia
run block
exits 0 "blocks are listed"
has "$out" dentist "with their reason"
run block --format tsv
has "$out" "1	mia	2026-11-27T09:00	2026-11-27T11:00" "with number and times"
run block 1 2026-12-01 --weekly
exits 0 "a room is blocked, every week"
run unblock 1
exits 0 "unblock"
refuses 3 '#1' unblock 1
refuses 2 'not a block' unblock one
run hours mia off
is "$(printf '%s\n' "$out" | head -2)" "$(printf '%s\n' "Mia Berg's hours are changed from Mon 23 Nov" \
    "1 booking in the way; nothing was moved:")" "hours that leave a booking outside"
lacks "$out" "more:" "one is listed whole"
refuses 2 'needs --reason' closed 2026-12-24
run closed 2026-12-24..2026-12-26 --reason Christmas
exits 0 "closed"
run block all 2026-12-31 --reason inventory --format json
has "$out" '"who":"all","start":"2026-12-31T00:00"' "the new block, in json"
has "$out" '"in_the_way":null' "nobody is in its way"
run unblock "$(printf '%s\n' "$out" | sed -n 's/.*"id":\([0-9]*\),.*/\1/p')" --format json
has "$out" '{"id":' "its number gives it back"

# Who leaves keeps the bookings: how many, and where they are.
run book smith sw60 jon 2026-12-01 9:00 --yes "no hours"
run book smith sw60 jon 2026-12-15 9:00 --yes "no hours"
run therapist archive jon
has "$out" "2 bookings to come stay; list them: frontdesk agenda today..2026-12-15 --therapist jon" "therapist archive"
run agenda today..2026-12-15 --therapist jon --format tsv
is "$(printf '%s\n' "$out" | wc -l)" 3 "there they are"
run therapist archive jon back
lacks "$out" "to come" "nothing of it when taken back"
run room archive 1
has "$out" "3 bookings to come stay; list them: frontdesk agenda today..2026-12-15 --room 1" "room archive"
run room archive 1 --format tsv
lacks "$out" "to come" "records are as they were"
run room archive 1 back

# A full diary: the outcome stands first, and the list has an end.
run -f "$dir/full.db" demo --seed 7
run -f "$dir/full.db" therapist list --format tsv
who=$(printf '%s\n' "$out" | sed -n 2p | cut -f1)
run -f "$dir/full.db" hours "$who" off
has "$(printf '%s\n' "$out" | head -1)" "hours are changed from Mon 23 Nov" "the outcome first"
is "$(printf '%s\n' "$out" | grep -c ' #[0-9]')" 20 "twenty of those in the way"
command=$(printf '%s\n' "$out" | sed -n 's/^… and [0-9]* more: frontdesk //p')
has "$command" "--therapist $who" "and how to see them all"
all=$(printf '%s\n' "$out" | sed -n 's/ bookings in the way.*//p')
# shellcheck disable=SC2086
run -f "$dir/full.db" $command
[ "$(printf '%s\n' "$out" | grep -c ' #[0-9]')" -ge "$all" ]
ok $? "which lists them"
finish
