#!/bin/sh
# Where health must not stand. A month of work in which every text of health holds a mark: zxq what was told and
# written of a client, zxv the practice's own words and flags. Then all that goes over the counter, out of the
# house, into a log or a name is looked through.
#
# What was typed (zzt) may be named by the error of that very command: whoever typed it sees it anyway, and must
# know which word is meant. Flags and what to do about them are said where somebody books or starts: that is what
# they are for. Both stand nowhere else.
. tests/cli/lib.sh
practice
told='zxq[a-z]*' typed='zzt[a-z]*' ours='zxv[a-z]*'
# What has no place for a mark, told so that it is met nowhere else.
facts='no.prone|2027-04-17|17 Apr 2027|forearm|faL|ftR'
every="$told|$typed|$ours|$facts"

# clean MARKS WHAT: none of them stands in what the last run printed, but for the folder's random name.
clean() {
	found=$(printf '%s\n%s\n' "$out" "$err" | tr -d '\r' | sed -e "s|$dir||g" -e ':a' -e '$!N' -e 's/\n //' -e ta -e P -e D |
	    grep -Eio "$1" | sort -u | tr '\n' ' ')
	[ -z "$found" ]
	ok $? "$2"
	[ -z "$found" ] || printf '# found: %s\n' "$found"
}
# scan PART COMMAND…: it says this part, and no health.
scan() {
	part=$1
	shift
	run "$@"
	case $status$out in 0*"$part"*) clean "$every" "no health: $*" ;; *) ok 1 "it says $part: $*" ;; esac
}
# does COMMAND…: a step of the month, whose own words tell no more than flags.
does() {
	run "$@"
	[ "$status" -eq 0 ] || exits 0 "$*"
	clean "$told|$typed|$facts" "nothing told: $1 $2 on $day"
}
# tells COMMAND…: it may show what it is about.
tells() {
	run "$@"
	[ "$status" -eq 0 ] || exits 0 "$*"
}
# number DAY CLIENT: of the appointment
number() {
	"$frontdesk" agenda "$1" --client "$2" --format tsv | sed 1d | cut -f1 | tail -1
}
# fields COMMAND: those that its help lists
fields() {
	# shellcheck disable=SC2086
	"$frontdesk" help $1 | sed -n '/^Fields:/,/^$/s/^  \([a-z]*\) .*/\1/p'
}

# --- The practice's own words, before the month ---------------------------------------------------
export FRONTDESK_NOW=2026-10-30T09:00
for kind in goal cause quality condition medication region technique; do
	tells vocabulary add $kind "code=zxv$(printf '%.4s' $kind)" label="zxv$kind in words"
done
tells vocabulary add flag code=zxvflag name="zxvname of it" level=ADAPT when=condition:zxvcond prompt="zxvprompt." \
    cap=3 acknowledge=yes

# --- What is told in each field ---------------------------------------------------------------------
intake_value() {
	case $1 in
	goals) echo "zxvgoal:zxqgoals" ;;
	cause) echo "zxvcaus:zxqcause" ;;
	quality) echo "zxvqual:zxqquality" ;;
	conditions) echo "zxvcond:zxqconditions,fracture@2026-10-30:faL zxqfracture" ;;
	medications) echo "zxvmedi:zxqmedications" ;;
	onset) echo acute ;;
	pain | worst | best) echo 6 ;;
	pressure) echo 4 ;;
	due) echo 2027-04-17 ;;
	position) echo no-prone,step ;;
	talk) echo quiet ;;
	*) echo "zxq$1 and $2" ;;
	esac
}
visit_value() {
	case $1 in
	pain) echo 6/2 ;;
	pressure) echo 3 ;;
	feedback) echo deep ;;
	comfort) echo 5 ;;
	regions) echo "zxvregiL ftR" ;;
	techniques) echo zxvtech ;;
	again) echo "2w x4" ;;
	aftercare) echo yes ;;
	*) echo "zxq$1 in the session" ;;
	esac
}
clearance_value() {
	case $1 in
	flag) echo zxvflag ;;
	on) echo "$day" ;;
	until) echo 2026-12-31 ;;
	*) echo "zxqclear$1" ;;
	esac
}
consent_value() {
	case $1 in
	kind) echo treatment ;;
	on) echo "$day" ;;
	*) echo "zxqconsent$1" ;;
	esac
}
intake_fields=$(fields "intake set") visit_fields=$(fields visit) clearance_fields=$(fields clearance)
consent_fields=$(fields consent)
# with KIND TEXT COMMAND…: the command with every field there is
with() {
	kind=$1 text=$2
	shift 2
	for field in $(eval "echo \$${kind}_fields"); do
		set -- "$@" "$field=$("${kind}_value" "$field" "$text")"
	done
	tells "$@"
}
intake_of() {
	with intake "$2" intake set "$1" note="zxqnote $2" "zxvregiL7" "+trB" "-ab" "faL=numb"
}

# --- The month --------------------------------------------------------------------------------------
n=0 days=''
for day in 2026-11-02 2026-11-03 2026-11-04 2026-11-05 2026-11-06 2026-11-09 2026-11-10 2026-11-11 2026-11-12 \
    2026-11-13 2026-11-16 2026-11-17 2026-11-18 2026-11-19 2026-11-20 2026-11-23 2026-11-24 2026-11-25 2026-11-26 \
    2026-11-27; do
	days="$days $day" n=$((n + 1))
	export FRONTDESK_NOW="${day}T08:30"
	case $((n % 3)) in 0) who=ada other=ben ;; 1) who=ben other=cleo ;; 2) who=cleo other=ada ;; esac
	# Heard on the phone, then told on paper at the counter.
	does book $who sw60 mia 10:00 "!zxvcond:zxqheard$n" "!zxvregiL7" --yes "therapist agreed"
	does book $other sw60 jon 14:00 --yes "therapist agreed"
	a=$(number $day $who) b=$(number $day $other)
	intake_of $who "day $n"
	does undo
	does redo
	tells intake nochange $who
	with consent - consent $who
	tells consent $who kind=data version=zxqversion
	with clearance - clearance $who
	tells clearance $who end $n
	FRONTDESK_NOW="${day}T09:55"
	does status "$a" arrived
	does ack "$a" --by mia --phone
	FRONTDESK_NOW="${day}T10:00"
	does status "$a" started --reason "as agreed"
	FRONTDESK_NOW="${day}T11:00"
	does status "$a" completed
	with visit - visit "$a"
	tells visit "$a" sign
	tells visit "$a" add "zxqaddendum $n"
	does undo
	does redo
	# What becomes of the other one.
	does move "$b" 15:00 --yes "asked for"
	does undo
	does redo
	does cancel "$b" --by client
	does undo
	scan Mia roster
	scan One roster --for room
done
# told FIELD: a word of it that is shown again
shown() {
	case $1 in
	due) echo "17 Apr 2027" ;;
	position) echo "no prone" ;;
	*) intake_value "$1" "" | grep -o 'zxq[a-z]*' | head -1 || intake_value "$1" "" ;;
	esac
}
run intake show ada
for field in $intake_fields; do
	has "$out" "$(shown "$field")" "there was something to be found: $field"
done
run visit "$a"
has "$out" "zxqs in the session" "and of sessions"
has "$out" "zxqaddendum" "and what was added"
run log --client ada
has "$out" "Intake of Smith, Ada" "and it was logged"

# --- Notes of an import -----------------------------------------------------------------------------
export FRONTDESK_NOW=2026-11-27T18:00
printf 'First name,Last name,Phone,Birthday,Memo,zxqhead\nDora,Weiss,555-0200,zztbirth,"zxqmemo, zxvcond","zxqcell"\n,,,,"zxqnobody",\n' >"$dir/c.csv"
run import clients "$dir/c.csv"
exits 0 "clients come with memos"
clean 'zxqmemo|zxqcell|zxqnobody|zxv[a-z]*' "and nothing of them is said"
printf 'Start Time,End Time,First Name,Last Name,Phone,Type,Calendar,Appointment ID,Notes\n"2026-11-30 10:00","2026-11-30 11:00",Ada,Smith,555-0100,Swedish massage,Mia,a1,"zxqimported zxvcond"\n"2026-11-30 10:30","2026-11-30 11:30",Ben,Jones,555-0101,Swedish massage,Mia,a2,"zxqrefused"\n' >"$dir/a.csv"
run import appointments "$dir/a.csv" --yes "taking over"
exits 0 "appointments come with notes"
clean "$every" "and nothing of them is said"
run intake review
has "$out" "condition:zxvcond" "they are read for words"
tells intake review intake "$(printf '%s\n' "$out" | sed -n 's/^intake *\([0-9]*\).*/\1/p' | head -1)" condition:zxvcond
clean "$every" "and taken without saying them"
run intake review visit "$(run intake review --format tsv && printf '%s\n' "$out" | sed -n 's/^visit	\([0-9]*\).*/\1/p' | head -1)"
clean "$every" "or passed by"

# --- Refused ------------------------------------------------------------------------------------------
# wrong WORD COMMAND…: refused with the word at fault and nothing else that was typed or told.
wrong() {
	word=$1
	shift
	run "$@"
	case $status$err in 0*) ok 1 "refused: $*" ;; *"$word"*) clean "$told|2027|forearm" "refused: $*" ;;
	*) ok 1 "it names $word: $*" ;; esac
}
for field in goals cause onset pain worst best quality pressure conditions medications due position talk; do
	wrong zzt intake set ada reason="zxqagain" "$field=zzt$field"
	wrong zzt book ada sw60 mia 2026-12-01T10:00 '!zxvcond:zxqagain' "!$field=zzt$field"
done
wrong zzt intake set ada reason=zxqagain zztfield=zxqvalue
wrong zzt intake set ada note=zxqagain zztplace
wrong lbX intake set ada reason=zxqagain lbX7
wrong zztsource intake set ada reason=zxqagain source=zztsource
wrong 'nothing new' intake set ada pain=6
wrong zztcond book ada sw60 mia 2026-12-01T10:00 '!zxvcond:zxqagain' '!zztcond'
wrong '' book ada sw60 mia 2026-12-01T10:00 '!zxvcond:zxqagain'
wrong '' book ada dt60 mia 2026-12-01T10:00 '!zxvcond:zxqagain' --hold
wrong '' why ada dt60 mia 2026-12-01T10:00 '!zztagain'
for field in pain pressure feedback comfort regions techniques again aftercare; do
	wrong zzt visit "$(number 2026-11-27 "$other")" s=zxqagain "$field=zzt$field"
done
wrong zzt visit "$b" note=zxqagain zztfield=zxqvalue
wrong zzt visit "$b" note=zxqagain zztword
wrong signed visit "$a" s=zxqagain
wrong signed visit "$a" sign
wrong signed visit "$b" add zxqagain
wrong zztflag clearance ada by=zxqagain flag=zztflag
wrong zztday clearance ada by=zxqagain flag=zxvflag until=zztday
wrong 'for a flag' clearance ada by=zxqagain note=zxqagain
wrong 'given by' clearance ada flag=zxvflag note=zxqagain
wrong zztfield clearance ada flag=zxvflag by=zxqagain zztfield=zxqvalue
wrong zzt consent ada version=zxqagain kind=zztkind
wrong guardian consent ada version=zxqagain kind=minor
wrong zztflag ack "$a" zztflag --by mia --phone
wrong '' ack "$a" zxvflag --by zztnobody --phone
wrong 'no note' intake review intake 1 condition:zztcond
wrong 'no note' intake review visit 999 condition:zxvcond
wrong zztnobody intake set zztnobody reason=zxqagain
wrong zztnobody flags zztnobody
wrong zztnobody client show zztnobody
wrong '' show 999
wrong zztdetail export --detail zztdetail
wrong zzttitle status "$b" zzttitle
run status "$b" started
clean "$told|$facts" "refused: started before they came"
for word in zxqreason zxvname zxqmemo zxqconditions zxqs; do
	run client find $word
	has "$out" "no client" "nobody is found by $word"
done

# --- Over the counter, out of the house ---------------------------------------------------------------
for day in $days; do
	scan Mia agenda "$day"
done
for form in text tsv json; do
	scan Smith agenda 2026-11-01..2026-11-30 --format $form
	scan 1 agenda 2026-11-01..2026-11-30 --client ada --format $form
	scan Smith client show ada --format $form
	scan Smith client find smith --format $form
	scan Lima show "$a" --format $form
	scan Intake log 2026-11-01..2026-11-30 --format $form
	scan Intake log --client ada --format $form
	scan "$a" log --appointment "$a" --format $form
	scan '' free sw60 mia --limit 3 --format $form
done
scan Mia roster 2026-11-30 --for desk
scan Mia roster 2026-11-30 --therapist mia
scan One roster 2026-11-30 --for room
scan Jon card "$b"
scan water aftercare "$b"
for detail in busy service initials full; do
	scan BEGIN:VEVENT export 2026-11-01..2026-12-31 --detail $detail
	scan BEGIN:VEVENT export 2026-11-01..2026-12-31 --detail $detail --client ada --aftercare --alarm 60 --with-cancelled
	scan BEGIN:VEVENT export --appointment "$b" --detail $detail
done
run export 2026-11-01..2026-12-31 --detail full
has "$out" "Ada" "a full one has names"
scan sound check --deep
scan words completion bash

# --- Lists on the screens ------------------------------------------------------------------------------
at="g[2026-11-27] Enter g[15:00] Enter"
for size in 80x24 160x50; do
	scan Mia screen day --size $size
	for keys in "$at" "v $at" "v v $at" "z $at" "$at Down" "g[2026-11-26] Enter" "F" "P" "P Down Enter" "C" "C /[smith] Enter" \
	    "C v" "H" "H Down Down Enter" "O"; do
		scan Day screen day --size $size --keys "$keys"
	done
done
# What is half typed is listed by whose it is, and what is saved is said without what it says.
for form in "n [ada sw60 !zxvcond:zxqparked]" "n [ada sw60 !zxvcond:zxqparked] Enter" "$at h Tab [zxqparked]" \
    "$at d [6/2] Tab [3] Tab Tab Tab [faL]"; do
	scan "just now" screen day --size 160x50 --keys "$form Esc O"
done
scan Day screen day --size 160x50 --keys "$at h Tab Ctrl-U [zxqsaved] Ctrl-S D"
scan Day screen day --size 160x50 --keys "$at d [6/2] Tab [3] Ctrl-S D"
run intake show ada
has "$out" zxqsaved "it was saved"
scan Day screen day --size 160x50 --keys "u u"

# --- Half a form, and the program crashes --------------------------------------------------------------
state=$dir/.local/state/frontdesk
t() { tmux -L "frontdesk-scan-$$" -f /dev/null "$@"; }
# until COMMAND…: asked again a bounded number of times
until_so() {
	i=0
	while [ $i -lt 20000 ]; do
		"$@" >/dev/null 2>&1 && return 0
		i=$((i + 1))
	done
	return 1
}
on_screen() { t capture-pane -p | grep -qF "$1"; }
half_typed() { grep -qr zxqcrash "$state/drafts"; }
crash() {
	trap 't kill-server 2>/dev/null; rm -rf "$dir"' EXIT
	unset XDG_STATE_HOME
	t new-session -d -x 100 -y 40 "exec $frontdesk"
	pid=$(t display-message -p '#{pane_pid}')
	until_so on_screen '? Help'
	t send-keys g 2026-11-27 Enter g 15:00 Enter
	until_so on_screen '27 Nov 2026'
	t send-keys h Tab zxqcrash
	until_so half_typed
	ok $? "half a form is a draft"
	kill -ABRT "$pid"
	until_so test -s "$state/crash.log"
	ok $? "a crash is logged"
	out=$(cat "$state/crash.log") err=
	clean "$every" "and tells nothing of health"
}
if command -v tmux >/dev/null; then
	crash
else
	echo "# tmux is not installed: no crash on the screens"
fi

# --- Names of files, what is logged, what is kept ------------------------------------------------------
mkdir "$dir/files"
tells export 2026-11-01..2026-12-31 --detail full --split month --output "$dir/files/month.ics"
tells export 2026-11-01..2026-12-31 --detail full --client ada --output "$dir/files/ada.ics"
tells roster 2026-11-27 --for therapist --output "$dir/files/mia.txt"
tells intake form ada --output "$dir/files/form.txt"
tells backup "$dir/files"
out=$(cd "$dir" && find .) err=
has "$out" practice.db "there are files, drafts and the log among them"
clean "$every" "no name of a file: the data, drafts, copies, what was written"
out=$(cat "$dir"/files/*.ics) err=
clean "$every" "no calendar file"
out=$(sqlite3 "$dir/practice.db" "SELECT * FROM audit WHERE record NOT IN ('word', 'flag'); SELECT label FROM undo WHERE at > unixepoch('2026-11-01'); SELECT * FROM undo_row")
has "$out" "Intake of Smith, Ada" "the audit tells of intakes"
clean "$every" "and not what they say"
# Every other table, but those that are marked as health and what undo keeps.
health='intake intake_item intake_region clearance acknowledgement consent visit visit_region visit_addendum'
for table in $(sqlite3 "$dir/practice.db" .tables); do
	case " $health vocabulary flag_rule undo undo_part audit " in *" $table "*) continue ;; esac
	out=$(sqlite3 "$dir/practice.db" "SELECT * FROM $table")
	clean "$every" "nothing in the table $table"
done
finish
