#!/bin/sh
# What is not understood touches nothing: options, verbs, words; help, version, completion.
. tests/cli/lib.sh

refuses 2 'did you mean book?' bok
refuses 2 'unknown command "frobnicate"' frobnicate
refuses 2 'unknown command "report"; see frontdesk help' report use
for verb in help 'screen day' 'completion bash'; do
	# shellcheck disable=SC2086
	refuses 2 'prints no records' $verb --format json
done
refuses 2 'there are: list, add, edit, archive' therapist
refuses 2 'there are: clients, appointments' import
refuses 2 'unknown or unclear option --bogus' --bogus agenda
refuses 2 'unknown option -z' agenda -z
refuses 2 '--limit needs a value' free dt60 --limit
refuses 2 '-f needs a value' agenda -f
refuses 2 '--utc takes no value' export --utc=yes
refuses 2 'book does not take --therapist' book smith --therapist mia
refuses 2 '--limit needs a command' --limit 3
refuses 2 'show needs more words; usage: frontdesk show APPT' show
refuses 2 '"2" is one word too many' show 1 2
refuses 2 '--format "xml" is none of text, tsv, json' --format xml agenda
refuses 2 'not a time like 2026-11-23T09:00' --now tomorrow agenda
refuses 2 'or 10:20' --now 25:99 agenda
refuses 2 'or 10:20' --now 'fri 10:20' agenda
refuses 2 'or 10:20' --now 10-11 agenda
refuses 3 'make one with frontdesk init' --now 10:20 agenda
refuses 2 '--as needs a name' --as '' agenda
refuses 2 'the screens need a terminal'
refuses 3 'make one with frontdesk init' agenda
[ ! -e "$FRONTDESK_FILE" ]
ok $? "nothing was made"

FRONTDESK_FILE='' HOME='' refuses 2 'name one with -f FILE' agenda
FRONTDESK_FILE='' XDG_DATA_HOME=relative refuses 3 "$dir/.local/share/frontdesk/practice.db" agenda
FRONTDESK_FILE='' XDG_DATA_HOME=$dir/data refuses 3 "$dir/data/frontdesk/practice.db" agenda
refuses 3 "$dir/other.db" -f "$dir/other.db" agenda
refuses 3 "$dir/other.db" agenda --file="$dir/other.db"

# Every verb of the help has its own page, and does not fall over without words and file.
run help
exits 0 "help"
is "$err" "" "help says nothing on stderr"
has "$out" "Exit status" "help tells the exit statuses"
verbs=$(printf '%s\n' "$out" | sed -n '/^$/,/^$/s/^  \([a-z]*\( [a-z]*\)\{0,1\}\)  .*/\1/p')
[ "$(printf '%s\n' "$verbs" | wc -l)" -ge 40 ]
ok $? "help lists the verbs"
is "$(printf '%s\n' "$verbs" | head -1 | tr -d ' ')" init "what is done first stands first"
run --help
has "$out" "usage: frontdesk" "--help"
printf '%s\n' "$verbs" >"$dir/verbs"
while read -r verb; do
	# shellcheck disable=SC2086
	run help $verb
	has "$out" "frontdesk $verb" "help $verb"
	# shellcheck disable=SC2086
	run $verb --help
	has "$out" "frontdesk $verb" "$verb --help"
	case $verb in help | init | demo) continue ;; esac
	# shellcheck disable=SC2086
	run -f "$dir/none.db" $verb
	case $status in 2 | 3) ok 0 "$verb alone: exit $status" ;; *) ok 1 "$verb alone" ;; esac
done <"$dir/verbs"
run help client
has "$out" "frontdesk client archive C [back]" "help of a verb with parts"
refuses 2 'no command "nonsense"' help nonsense
run help therapist add
has "$out" "Skills, comma separated" "help tells the fields"
run help set
has "$out" "late_cancel" "help tells the settings"
run help status
has "$out" "noshow" "help tells the states"
run help screen
has "$out" "Screens: day" "help names the screens"
run help export
has "$out" "from today on for a year" "help tells the usual range"
has "$out" "Only that the time is taken" "and the details"
run help agenda
has "$out" "id uid start end client_id client therapist" "help tells the record"

run --version
exits 0 "version"
has "$out" "schema" "version tells the schema"

refuses 2 'there is: bash' completion zsh
run completion bash
exits 0 "completion"
if command -v bash >/dev/null; then
	cat >"$dir/complete.bash" <<-'EOF'
	source "$1"
	shift
	COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
	_frontdesk
	echo "${COMPREPLY[*]}"
	EOF
	completes() { last="completes $*"; out=$(bash "$dir/complete.bash" "$dir/out" frontdesk "$@"); }
	cp "$dir/out" "$dir/script"
	completes ag
	is "$out" "agenda" "a verb is completed"
	completes client a
	is "$out" "add archive" "the part of a verb is completed"
	completes -f x.db book smith --n
	is "$out" "--now --note" "options of the verb are completed"
	completes client add --d
	is "$out" "--dry-run" "options of a verb with parts are completed"
	completes status 12 no
	is "$out" "noshow" "a state is completed"
	completes status no
	is "$out" "" "but no appointment's number"
	completes set late
	is "$out" "late_cancel" "a setting is completed"
	completes set grid 1
	is "$out" "" "but no value"
	completes help ag
	is "$out" "agenda" "a command is completed for help"
	completes help client e
	is "$out" "edit" "and its part"
	completes export --detail f
	is "$out" "full" "an option's words are completed"
	completes export --detail full --al
	is "$out" "--alarm" "and passed over behind it"
	completes --format t
	is "$out" "text tsv" "those of every command too"
	completes show --th
	is "$out" "" "no option that the verb does not take"
else
	echo "# no bash: completion not tried"
fi
finish
