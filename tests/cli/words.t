#!/bin/sh
# Each refusal names the word at fault, and what stands in the way names its culprit.
. tests/cli/lib.sh
practice
run book smith sw60 mia 24 nov 10:00

# No service, no time, no client: which word it is.
for words in mia today female '#2' 'jones mia'; do
	refuses 2 'no service in the line' free $words
done
refuses 2 'no service "xx60"' free xx60 mia
refuses 2 'no service in the line' why '#2' fri 11
refuses 2 'no service "xt60"' book '#2' xt60 room:2 fri 9:00 jon
refuses 2 '"3qm" is not a time' book jones sw60 fri 3qm
refuses 2 'no time in the line' book jones sw60 fri
refuses 3 '"mai" is no therapist, room or day; did you mean mia?' book ben jones sw60 mai fri 3pm
refuses 3 'no client "ben smith"' book ben smith sw60 fri 3pm
refuses 3 '"jno" is no therapist' book ada smith jno + jones cp60 fri 3pm
FRONTDESK_NOW=garbage run agenda
has "$err" 'FRONTDESK_NOW "garbage" is not' "the variable is named"
refuses 2 '--now "garbage"' --now garbage agenda

# What was heard ends with its words, wherever it stands.
run book '#2' '!lb7' sw60 jon 24 nov 14:00
exits 0 "heard in the middle"
has "$out" "what was heard is kept" "it is told that it is kept"
lacks "$out" "lb7" "not what it is"
run therapist edit jon skills=prenatal
run therapist edit mia skills=deep-tissue,back-pain,prenatal
run book '!low back' '#2' sw60 '!preg' 12.2. jon 25 nov 14:00
exits 0 "of several words, and with its date"
has "$out" "Wed 25 Nov 2026 14:00 Jones, Ben" "the rest is the line's"
refuses 2 'said when booking' move 2 '!lb7' fri
refuses 2 'said when booking' free '!lb7' sw60
lacks "$err" lb7 "and not repeated"

# A reason is a reason.
refuses 2 '--yes needs the reason' book lima sw60 jon sun 10:00 --yes ''
refuses 2 '--yes needs the reason' book lima sw60 jon sun 10:00 --yes ' '
refuses 2 '--yes needs the reason' set zone Europe/Paris --yes ''
refuses 2 '--yes needs the reason' client add Ada Smyth --yes ''
refuses 2 '--yes needs the reason' move 2 fri --yes ''

# A hold ends in the time to come.
refuses 2 'a hold ends in the time to come; Sun 22 Nov 2026 23:59 has passed' \
    book lima sw60 jon fri 16:00 --hold=yesterday
refuses 2 'has passed' book lima sw60 jon fri 16:00 --hold="today 9:00"
refuses 2 'has passed' book lima sw60 jon today 8:00 --hold --yes late

# Two clients.
run book smith + jones sw60 mia + jon 26 nov 10:00 --format tsv
is "$(printf '%s\n' "$out" | tail -n +2 | cut -f17)" "$(printf '85.00\n85.00')" "each pays the service of one"
run why smith + jones sw60 30 nov 10:00
has "$out" "85.00 EUR each" "and it is said before"
run book smith + jones cp60 mia + jon 27 nov 9:00 --format tsv
couple=$(printf '%s\n' "$out" | sed -n 2p | cut -f1)
is "$(printf '%s\n' "$out" | tail -n +2 | cut -f17)" "$(printf '180.00\n0.00')" "a couple's service is paid once"
run move "$couple" 90m
run agenda 27 nov --format tsv
is "$(printf '%s\n' "$out" | tail -n +2 | cut -f17)" "$(printf '250.00\n0.00')" "and once when it grows"
refuses 2 'both clients are #1' book smith + '#1' cp60 30 nov 10:00
run book smith + lima cp60 30 nov 10:00
has "$out" "  Cleo Lima: first visit" "whose first visit it is"

# Why there is none.
run book jones sw60 mia 1 dec 10:00
run book lima sw60 jon 1 dec 10:30
run client add Dora West
refuses 4 'nobody is free then: Jon is with Cleo Lima 10:30–11:30 (turnover to 11:45); Mia is with Ben Jones 10:00–11:00 (turnover to 11:15)' \
    book west sw60 1 dec 10:30
run therapist add code=lea name=Lea gender=F
run hours lea mon-fri 9-17
refuses 4 'no room for Massage is free 10:30–11:30; 1: Ben Jones 10:00–11:00; 2: Cleo Lima 10:30–11:30' \
    book west sw60 lea 1 dec 10:30
run therapist add code=leo name=Leo gender=M
run hours leo mon-fri 9-17
run book smith + west cp60 lea + leo 1 dec 10:30
is "$(printf '%s\n' "$err" | grep -c 'no room')" 1 "said once of a couple"

# Codes are of one kind.
for word in fri 1 DT dt60 any may first; do
	refuses 4 "$word\" " therapist add code=$word name=Xaver
done
refuses 4 '"dt" is taken by Deep tissue massage (service dt)' room add code=dt name=Three
refuses 4 '"mia" is taken by Mia (therapist mia)' service edit dt code=mia
run therapist edit mia code=mia name=Mia
exits 0 "its own code is its own"

# States.
run book lima sw60 jon today 9:00
n=$(printf '%s\n' "$out" | sed -n 's/^Booked #\([0-9]*\).*/\1/p')
run status "$n" arrived
run status "$n" started --force
refuses 4 'take it back to arrived first, or cancel it by the practice or as booked in error' cancel "$n"
refuses 5 '--force does it all the same' cancel "$n" --by practice
run cancel "$n" --by practice --force --dry-run
exits 0 "out of order all the same"
run status "$n" completed
refuses 5 'take it back to in session first' status "$n" booked
refuses 5 'take it back to in session first' status "$n" arrived

# Nothing changed.
run show 1 --format tsv
before=$(printf '%s\n' "$out" | cut -f19)
run move 1 room:1 10:00
exits 0 "where it stands already"
has "$out" "Nothing changed #1: Tue 24 Nov" "and it is said"
run show 1 --format tsv
is "$(printf '%s\n' "$out" | cut -f19)" "$before" "nothing was written"
run move 1 room:2
has "$out" "Moved #1" "another room is another place"

# Again: the nearest free times; an old visit counts from now.
refuses 4 'Ada Smith is booked' rebook 1 2d
has "$err" "free that day: 11:15 Mia, 11:30 Mia, 11:45 Mia" "what is free instead"
run --now 2027-03-10T09:00 rebook 1 4w --dry-run
has "$out" "Would book: Tue 6 Apr 2027 10:00" "four weeks after the last Tuesday"
run --now 2027-03-10T09:00 rebook 1 10d --dry-run --yes x
has "$out" "Would book: Sat 20 Mar 2027 10:00" "days from today"
run rebook 1 4w --dry-run
has "$out" "Would book: Tue 22 Dec 2026 10:00" "four weeks after it while that is to come"

# Clients and settings.
refuses 2 'birth 2030-02-03 is in the future' client add Baby Futuro birth=3.2.2030
refuses 2 'birth 2030-02-03 is in the future' client edit '#3' birth=3.2.2030
refuses 2 'phone "abc" has no figures' client edit '#3' phone=abc
run client edit '#3' phone=1-2
refuses 2 'needs a name or a phone' client edit '#3' first= last=
refuses 2 'not three capital letters' set currency US
refuses 2 'cannot be empty' set name ''
refuses 2 'cannot be empty' -f "$dir/new.db" init --name ''

# Turnover of one appointment.
run book west sw60 mia 2 dec 9:00 turnover=30 --format tsv
is "$(printf '%s\n' "$out" | tail -1 | cut -f10)" 30 "its own turnover"
n=$(printf '%s\n' "$out" | tail -1 | cut -f1)
refuses 5 'turnover 30' book lima sw60 mia 2 dec 10:15
run move "$n" 10:00 --format tsv
is "$(printf '%s\n' "$out" | tail -1 | cut -f10)" 30 "goes along"
run move "$n" turnover=0 --format tsv
is "$(printf '%s\n' "$out" | tail -1 | cut -f10)" 0 "and may change"
run move "$n" 9:00 --format tsv
is "$(printf '%s\n' "$out" | tail -1 | cut -f10)" 0 "none goes along too"
run why west sw60 mia 3 dec 9:00 turnover=45
has "$out" "turnover 45" "echoed"
refuses 2 '"turnover=x": write the minutes' book west sw60 mia 3 dec 9:00 turnover=x

# Hours: the days that are not named stay.
run hours lea tue off --from 2026-12-01
has "$out" "mon,wed-fri 9-17" "the week as it will be"
run hours lea --format tsv
is "$(printf '%s\n' "$out" | tail -n +2)" "$(printf 'lea\tmon-fri 9-17\t2026-11-23\t2026-12-01\t\nlea\tmon,wed-fri 9-17\t2026-12-01\t\t')" "what was and what will be"
run hours lea mon 9-12 --cycle 1/2 --from 2026-12-07
has "$out" "mon 9-12 wed-fri 9-17" "in the week of the cycle"
has "$out" "mon,wed-fri 9-17" "the other week stays"
run hours lea fri off --from 2027-01-04
is "$(printf '%s\n' "$out" | grep -c '  2027-01-04 \{9,\}[12]/2$')" 2 "said of no week, it is of each"
run hours lea off --from 2027-02-01
has "$out" "off" "an end is shown"

# Prices to come.
run service edit dt prices=60=100,90=none from=1.12.2026
has "$out" "60=95.00,90=130.00  from 1 Dec 2026: 60=100.00,90=none" "what counts, and what will"
run service list --format tsv
has "$out" "from 1 Dec 2026: 60=100.00,90=none" "in the list too"

# In the way: whom to call, and what to offer.
run block mia 24 nov --reason ill
has "$out" "555-0100 · free: 10:00 Lea, 10:00 Leo, 10:00 Jon" "phone and alternatives"
run undo
run block mia 24 nov --format tsv
is "$(printf '%s\n' "$out" | cut -f7)" "$(printf 'in_the_way\n1')" "in records: which appointments"
run undo
run hours mia tue off --format json
has "$out" '"phone":"555-0100","free":"2026-11-24T' "of hours"
run undo
run closed 24 nov --reason flood --format json
has "$out" '"in_the_way":"1,2"' "of a closure"

# A diary: its services, and one number twice.
cat >"$dir/diary.csv" <<'CSV'
id,start,end,name,service,therapist,price
7,2026-12-14 10:00,11:00,Emil North,Reiki 60,Jon,90
8,2026-12-14 13:00,14:30,Emil North,Reiki 90,Jon,120
7,2026-12-14 11:30,12:30,Emil North,Reiki 60,Jon,95
7,2026-12-14 10:00,11:00,Emil North,Reiki 60,Jon,90
CSV
run import appointments "$dir/diary.csv" --yes "new here" --format tsv
is "$(printf '%s\n' "$out" | tail -n +2 | cut -f2,4)" "$(printf '%s\n' "new	" "new	" \
    "refused	the same number as line 2, but not the same start, end, price" "same	the same as line 2")" "a number twice"
run service list --format tsv
has "$out" "$(printf 're\tReiki\tMassage\t60=90.00\t\t15\t')" "the service without its minutes, with turnover"
finish
