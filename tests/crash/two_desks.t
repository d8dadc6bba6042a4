#!/bin/sh
# Two processes book the same therapist at the same moment: one wins, the other gets exit 4 and its name.
bin=${B:-build}/frontdesk
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
export FRONTDESK_FILE="$dir/p.db" FRONTDESK_NOW=2026-11-23T09:00
rounds=20 n=0 bad=0
{
	"$bin" init --name Test --zone UTC &&
	"$bin" therapist add code=mia name=Mia &&
	"$bin" hours mia mon-sat 8-20 &&
	"$bin" client add Ada Smith phone=555-0101 &&
	"$bin" client add Kim Park phone=555-0102
} >/dev/null || { echo 'Bail out! no practice'; exit 1; }

# race N WHEN: both start, each leaves its exit status and what it said.
race() {
	for who in smith park; do
		{ "$bin" book $who nk30 mia $2 >"$dir/$who.out" 2>"$dir/$who.err"; echo $? >"$dir/$who.rc"; } &
	done
	wait
	echo "$(cat "$dir/smith.rc")$(cat "$dir/park.rc")"
}
while [ $n -lt $rounds ]; do
	n=$((n + 1))
	hour=$((8 + n % 10)) day=$((24 + n / 10))
	case $(race $n "2026-11-$day $hour:00") in
	04) loser=park winner='Ada Smith' ;;
	40) loser=smith winner='Kim Park' ;;
	*) echo "not ok $n - one wins, one is refused"; sed 's/^/# /' "$dir"/*.rc "$dir"/*.err; continue ;;
	esac
	if grep -q "$winner" "$dir/$loser.err"; then
		echo "ok $n - one wins, the other is told: $(cat "$dir/$loser.err")"
	else
		echo "not ok $n - the winner is named"; sed 's/^/# /' "$dir/$loser.err"
	fi
done
echo "1..$n"
