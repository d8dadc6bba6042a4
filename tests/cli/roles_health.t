#!/bin/sh
# Who sees and writes what of health: the owner, the desk, therapists, who may only look (design: desk.md 6).
. tests/cli/lib.sh
me=$(id -un)
practice
for words in "name=Rita" "login=ana name=Ana role=desk" "login=mi name=Mia role=therapist therapist=mia" \
    "login=jo name=Jon role=therapist therapist=jon" "login=bo name=Bo role=read-only"; do
	# shellcheck disable=SC2086
	run person add $words
	exits 0 "person $words"
done
pin() {
	printf '%s\n' "$2" | "$frontdesk" person pin "$1" >/dev/null 2>&1
}
pin mi 2468
# as WHO COMMAND…, and what it prints has or lacks
as() {
	who=$1
	shift
	run --as "$who" "$@"
}

# --- Told: what each may write -----------------------------------------------------------------------
as ana intake set ada source=paper pressure=4 conditions=disc:zxcondition medications=warfarin:zxmedication \
    reason=zxreason surgeries="zxsurgery 2019" position=no-prone untouched=zxuntouched note=zxnote +trB lbL7
exits 0 "the desk writes down what a client tells"
as ana intake set ada oil=almond
exits 0 "and adds to what it does not see"
as ana intake set ada reason="zxreason, herniated disc, stroke"
has "$out" "Named but not told: herniated disc, stroke;" "what it named itself, whatever is told"
as mi intake set ada reason="zxreason, herniated disc, stroke" worse=zxworse
exits 0 "a therapist tells more"
has "$out" "Named but not told: stroke;" "and is told what is not"
as ana intake show ada
lacks "$out" "Named" "which the desk is not"
as ana intake nochange ada
exits 0 "the desk stamps no change"
as ana consent ada kind=treatment version=2026
exits 0 "the desk takes consents"
as ana consent ada kind=data
as ana clearance ada flag=disc by="Dr. Lee"
exits 0 "and papers"
run book ada sw60 mia 2026-11-23T10:00 --yes "therapist agreed"
appt=$("$frontdesk" agenda 2026-11-23 --format tsv | sed 1d | cut -f1)
for who in bo eve; do
	for words in "intake set ada pain=3" "intake nochange ada" "consent ada kind=photo" "consent ada end data" \
	    "clearance ada flag=disc by=Lee" "clearance ada end 1" "ack $appt --by mia --phone" "visit $appt pain=5/3" \
	    "visit $appt s=zx" "visit $appt sign" "visit $appt add zx" "intake review intake 1 none"; do
		# shellcheck disable=SC2086
		refuses 4 '' --as $who $words
		lacks "$out" zx "and tells nothing"
	done
done

# --- What each sees of what was told -----------------------------------------------------------------
secrets="zxcondition zxmedication zxreason zxsurgery zxnote zxworse"
for who in "$me" mi jo; do
	as "$who" intake show ada
	for word in zxcondition zxmedication zxreason zxsurgery zxworse; do
		has "$out" $word "$who sees $word"
	done
	as "$who" intake show ada --format tsv
	has "$out" zxcondition "as a record too"
done
for words in "intake show ada" "flags ada" "clearance ada" "intake form ada" \
    "roster 2026-11-23 --for therapist" "visit $appt"; do
	# shellcheck disable=SC2086
	refuses 4 'eve is none' --as eve $words
	lacks "$out" zx "and a stranger is told nothing"
done
for who in ana bo; do
	as "$who" intake show ada
	has "$out" "firm" "$who sees the pressure"
	has "$out" "both upper trapezius" "the places"
	has "$out" "no prone" "the comfort"
	has "$out" "ADAPT" "the level of a flag"
	has "$out" "No deep work beside the spine" "and what to do"
	for format in text tsv json; do
		as "$who" intake show ada --format $format
		for word in $secrets; do
			lacks "$out" $word "$who does not see $word as $format"
		done
	done
	as "$who" flags ada
	has "$out" "ADAPT" "$who lists flags"
	lacks "$out" zx "and no answers"
	lacks "$out" "herniated disc" "and not what it is"
	as "$who" intake show ada
	lacks "$out" "herniated disc" "nor do the flags of the intake say it"
	as "$who" intake form ada
	for word in $secrets; do
		lacks "$out" $word "nor $word on paper"
	done
	as "$who" roster 2026-11-23 --for therapist
	has "$out" "No deep work beside" "$who prints a therapist's sheet"
	for word in $secrets herniated; do
		lacks "$out" $word "without $word"
	done
	refuses 4 "the therapists' and the owner's" --as "$who" intake review
done
refuses 4 "the therapists' and the owner's" --as eve intake review
as mi intake review
exits 0 "a therapist reads imported notes"
as mi roster 2026-11-23 --for therapist
has "$out" herniated "and the name of a flag on paper"

# --- What is found of a booking ----------------------------------------------------------------------
as mi intake set cleo source=paper conditions=stroke
run book cleo dt60 mia 2026-11-26T10:00 --yes "therapist agreed"
later=$("$frontdesk" agenda 2026-11-26 --format tsv | sed 1d | cut -f1)
run book cleo sw60 mia 2026-11-23T11:30 --yes "therapist agreed"
today=$("$frontdesk" agenda 2026-11-23 --format tsv | sed 1d | tail -n 1 | cut -f1)
run --now 2026-11-23T11:25 status "$today" arrived
# said WHO all|some: what is found by every way there is; each tells the level
said() {
	all=
	for words in "why cleo dt60 mia 2026-11-25T10:00" "why cleo dt60 mia 2026-11-25T10:00 --format tsv" \
	    "why cleo dt60 mia 2026-11-25T10:00 --format json" "book cleo dt60 mia 2026-11-25T10:00" \
	    "book cleo dt60 mia 2026-11-25T10:00 --dry-run" "move $later 2026-11-26T11:00 jon" \
	    "--now 2026-11-23T11:30 status $today started"; do
		# shellcheck disable=SC2086
		as "$1" $words
		[ "$2" != all ] || has "$out$err" "CLEAR" "$1: $words tells the level"
		all="$all $out $err"
	done
}
for who in "$me" mi jo; do
	said "$who" all
	has "$all" "CLEAR heart disease, stroke or aneurysm: Ask for a doctor's OK." "and to $who the name"
done
said ana all
for part in "CLEAR: Ask for a doctor's OK." \
	"Deep tissue massage needs pressure 4; a CLEAR flag caps at 2: the therapist must acknowledge"; do
	has "$all" "$part" "the desk is told: $part"
done
lacks "$all" stroke "and no name"
said bo some
has "$all" "CLEAR: Ask for a doctor's OK." "who may only look is told what to do"
lacks "$all" stroke "and no name"
said eve some
has "$all" "a CLEAR flag stands" "a stranger, that a flag stands"
for part in stroke doctor caps aneurysm; do
	lacks "$all" "$part" "and not $part"
done
as ana visit "$appt"
as eve why ada dt60 mia 2026-11-25T10:00
lacks "$out" firm "nor the pressure that is liked"
run --now 2026-11-23T11:25 status "$today" booked
for id in "$today" "$later"; do
	run status "$id" void
	exits 0 "booked in error"
done

# --- A therapist knows, by PIN -----------------------------------------------------------------------
# enter PIN COMMAND…: the PIN comes from a pipe
enter() {
	status=0 typed=$1
	shift
	printf '%s\n' "$typed" | "$frontdesk" "$@" >"$dir/out" 2>"$dir/err" || status=$?
	out=$(cat "$dir/out") err=$(cat "$dir/err") last="frontdesk $*"
}
run ack
has "$out" "Smith" "it waits for her OK"
has "$out" "waits: ADAPT" "and what level"
as mi ack
has "$out" "Smith" "she sees her own"
as jo ack
lacks "$out" "Smith" "another therapist his"
as jo ack --by mia
has "$out" "Smith" "unless he asks"
enter 1357 --as ana ack "$appt" --by mia
exits 4 "a wrong PIN"
has "$err" "not the PIN of Mia" "is refused"
lacks "$err" 1357 "and not repeated"
run ack
has "$out" "Smith" "and it still waits"
run log
has "$out" "Wrong PIN" "a wrong one is logged"
lacks "$out" 1357 "and not what it was"
enter 2468 --as ana ack "$appt" --by jon
exits 4 "of someone who has none"
has "$err" "Jon has no PIN" "it is said"
enter '' --as ana ack "$appt" --by mia
exits 4 "an empty one"
enter 2468 --as bo ack "$appt" --by mia
exits 4 "who may only look notes nothing, by no PIN"
enter 2468 --as ana ack "$appt" --by mia
exits 0 "the right PIN"
run ack
has "$out" "Nothing waits" "and it waits no more"
run flags ada
has "$out" "mia" "who knows stands with the flag"
run log
lacks "$out$err" 2468 "the log does not know the PIN"

# --- The session --------------------------------------------------------------------------------------
run --now 2026-11-23T09:55 status "$appt" arrived
run --now 2026-11-23T10:00 status "$appt" started
run --now 2026-11-23T11:00 status "$appt" completed
export FRONTDESK_NOW=2026-11-23T11:05
as ana visit "$appt" pain=6
as ana visit "$appt" pain=/2
has "$out" "6 before, 2 after" "what is told afterwards takes nothing back"
for words in pressure=5 regions=lbL@5; do
	as ana visit "$appt" "$words"
	exits 0 "it happened: $words"
	has "$out" "Noted; pressure 5 is above the cap of 3." "and is above what the flags allow"
done
as ana visit "$appt" pressure=3 regions=lbL@3
lacks "$out" "above the cap" "3 is not"
run log
lacks "$out" "above the cap" "nor is it said in the log"
as ana visit "$appt" pain=6/2 pressure=3 feedback=right regions=lbL again="2w x4" aftercare=yes
exits 0 "the desk notes pain and pressure"
for field in s o a p note; do
	refuses 4 "the therapists' and the owner's" --as ana visit "$appt" $field=zxdesk
	as mi visit "$appt" $field=zxsoap
	exits 0 "a therapist writes $field"
done
refuses 4 "the therapists' and the owner's" --as ana visit "$appt" sign
refuses 4 'not yours' --as jo visit "$appt" sign
as mi visit "$appt" sign
exits 0 "her own session is signed"
refuses 4 'signed' --as ana visit "$appt" pain=1/1
refuses 4 "the therapists' and the owner's" --as ana visit "$appt" add zxdesk
as mi visit "$appt" add zxadded
exits 0 "and added to"
for who in ana bo; do
	for format in text tsv json; do
		as "$who" visit "$appt" --format $format
		exits 0 "$who reads the visit as $format"
		lacks "$out" zx "without S, O, A, P, note and what was added"
		has "$out" 6 "but with the pain"
	done
	as "$who" roster 2026-11-23 --for therapist
	lacks "$out" zxsoap "nor the last plan on paper"
done
for who in "$me" mi jo; do
	as "$who" visit "$appt"
	has "$out" zxsoap "$who sees all of it"
	has "$out" zxadded "and what was added"
done
refuses 4 '' --as bo undo

# --- Who opened what, once a day ----------------------------------------------------------------------
opened() {
	sqlite3 "$FRONTDESK_FILE" "SELECT count(*) FROM audit WHERE action = 'Opened health' AND who = '$1' AND record = 'intake' AND record_id = $2"
}
is "$(opened eve 1)" 0 "a stranger opened nothing"
for who in ana mi jo bo; do
	is "$(opened $who 1)" 1 "$who opened Ada's record today, which is told once"
	is "$(opened $who 2)" 0 "and not Ben's"
done
for words in "intake show ben" "flags ben" "clearance ben" "intake form ben" "consent ben"; do
	# shellcheck disable=SC2086
	as bo $words
done
is "$(opened bo 2)" 1 "whatever of it is read"
run --now 2026-11-24T09:00 --as ana flags ada
is "$(opened ana 1)" 2 "on the next day it is told again"
as ana client show ada
as ana agenda
as ana roster
is "$(opened ana 2)" 0 "what shows no health opens nothing"
printf 'First Name,Last Name,Phone,Notes\nUma,Wolf,555-0500,"slipped disc"\nTed,Fox,555-0501,"warfarin"\n' >"$dir/list.csv"
run import clients "$dir/list.csv"
exits 0 "two notes come with an import"
uma=$(sqlite3 "$FRONTDESK_FILE" "SELECT id FROM client WHERE last = 'Wolf'")
as mi intake review
has "$out" "slipped disc" "they are read"
is "$(opened mi "$uma")$(opened mi $((uma + 1)))" 11 "which opens the record of each"
steps=$(sqlite3 "$FRONTDESK_FILE" "SELECT count(*) FROM audit")
as mi intake review
is "$(sqlite3 "$FRONTDESK_FILE" "SELECT count(*) FROM audit")" "$steps" "once a day"
note=$(printf '%s' "$out" | sed -n 's/^intake  *\([0-9]*\) .*disc.*/\1/p')
as jo intake review intake "$note" none
is "$(opened jo "$uma")" 1 "and so is a note marked as read"
as "$me" intake set ben conditions=+stroke
run book ben sw60 mia 2026-11-26T14:00 --yes "therapist agreed"
waits=$("$frontdesk" agenda 2026-11-26 --format tsv | sed -n "\$p" | cut -f1)
as bo ack "$waits" --by mia --phone
as ana ack "$waits" --by mia --phone
exits 0 "acknowledged by phone"
is "$(opened ana 2)" 1 "which opens the record, too"

# --- A file that cannot be written --------------------------------------------------------------------
sqlite3 "$FRONTDESK_FILE" "PRAGMA user_version = 9999"
before=$(sqlite3 "$FRONTDESK_FILE" "SELECT count(*) FROM audit")
as mi intake show ada
exits 0 "a file of a newer version is read"
has "$out" zxcondition "with all of it"
as ana intake show ada
lacks "$out" zxcondition "by those who may"
as mi visit "$appt"
has "$out" zxsoap "and its sessions"
refuses 7 'update frontdesk' --as mi intake set ada pain=2
is "$(sqlite3 "$FRONTDESK_FILE" "SELECT count(*) FROM audit")" "$before" "and nothing is written"
finish
