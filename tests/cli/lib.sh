# shellcheck shell=sh disable=SC2034
# Helpers of the command line's tests: run the program once, then look at what it did.
# Sourced from the top of the tree; every run has its own folder, clock, zone and locale.
frontdesk=${FRONTDESK:-$PWD/${B:-build}/frontdesk}
shared=${FRONTDESK_SHARED:-$PWD/../shared}/data
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
export FRONTDESK_NOW=2026-11-23T09:00 FRONTDESK_FILE="$dir/practice.db" HOME="$dir" LC_ALL=C.UTF-8 TZ=UTC
unset XDG_DATA_HOME FRONTDESK_SYNC_FD
tests=0 failures=0

# Runs the program; what it did stands in $status, $out and $err.
run() {
	status=0
	"$frontdesk" "$@" >"$dir/out" 2>"$dir/err" </dev/null || status=$?
	out=$(cat "$dir/out")
	err=$(cat "$dir/err")
	last="frontdesk $*"
}

# ok CONDITION-STATUS WHAT
ok() {
	tests=$((tests + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $tests - $2"
	else
		failures=$((failures + 1))
		echo "not ok $tests - $2"
		printf '%s\n' "$last" "status $status" "$out" "$err" | sed 's/^/# /'
	fi
}

# exits STATUS WHAT: of the last run; only errors speak on stderr, and they do.
exits() {
	[ "$status" -eq "$1" ] && { [ "$1" -eq 0 ] || [ -n "$err" ]; }
	ok $? "$2: exit $1"
}

# is GOT WANT WHAT
is() {
	[ "$1" = "$2" ]
	ok $? "$3"
	[ "$1" = "$2" ] || printf '# want: %s\n' "$2"
}

# has TEXT PART WHAT · lacks TEXT PART WHAT
has() {
	case $1 in *"$2"*) ok 0 "$3" ;; *) ok 1 "$3"; printf '# want: %s\n' "$2" ;; esac
}
lacks() {
	case $1 in *"$2"*) ok 1 "$3" ;; *) ok 0 "$3" ;; esac
}

# refuses STATUS PART COMMAND…: it ends so, says so, and prints nothing else.
refuses() {
	want=$1 part=$2
	shift 2
	run "$@"
	case $status/$err in "$want/frontdesk: "*"$part"*) ok 0 "refused ($want): $*" ;;
	*) ok 1 "refused ($want): $*"; printf '# want: %s\n' "$part" ;; esac
}

# A practice of two therapists, two rooms, three clients; nothing is booked.
practice() {
	for words in "init --zone Europe/Berlin" \
	    "therapist add code=mia name=Mia gender=F skills=deep-tissue,back-pain" \
	    "therapist add code=jon name=Jon gender=M" \
	    "hours mia mon-fri 9-13 14-18" "hours jon mon-fri 9-17" \
	    "room add code=1 name=One" "room add code=2 name=Two capacity=2" \
	    "client add Ada Smith phone=555-0100" "client add Ben Jones phone=555-0101" \
	    "client add Cleo Lima phone=555-0102"; do
		# shellcheck disable=SC2086
		run $words
		[ "$status" -eq 0 ] || { echo "Bail out! $words: $err"; exit 1; }
	done
}

skip_all() {
	echo "1..0 # SKIP $1"
	exit 0
}

finish() {
	echo "1..$tests"
	[ "$failures" -eq 0 ]
}
