#!/bin/sh
# The desk in tmux: open, book, leave. One test with somebody else's terminal.
B=${B:-build}
if ! command -v tmux >/dev/null; then
	echo "1..0 # SKIP tmux is not installed"
	exit 0
fi
dir=$(mktemp -d)
t() { tmux -L "frontdesk-$$" -f /dev/null "$@"; }
trap 't kill-server 2>/dev/null; rm -rf "$dir"' EXIT
n=0
ok() { # ok STATUS TEXT
	n=$((n + 1))
	if [ "$1" -eq 0 ]; then echo "ok $n - $2"; else echo "not ok $n - $2"; bad=1; fi
}
# Until the text is on the screen; tmux itself waits for nothing, so ask again a bounded number of times.
shows() {
	i=0
	while [ $i -lt 20000 ]; do
		t capture-pane -p 2>/dev/null | grep -qF "$1" && return 0
		i=$((i + 1))
	done
	t capture-pane -p | sed 's/^/# /'
	return 1
}

"$B/frontdesk" -f "$dir/p.db" --now 2026-11-23T09:00 demo >/dev/null
ok $? "a practice to look at"
"$B/frontdesk" -f "$dir/p.db" </dev/null >/dev/null 2>"$dir/err"
test $? -eq 2 && grep -q '^frontdesk: the screens need a terminal' "$dir/err"
ok $? "without a terminal: a sentence and exit 2"

LC_ALL=C.UTF-8 t new-session -d -x 80 -y 24 \
	"$B/frontdesk -f $dir/p.db --now 2026-11-23T09:00; echo status \$?; read x"
shows '? Help'
ok $? "it opens"
t send-keys g 'sun 12:00' Enter
shows 'Sun 29 Nov 2026'
ok $? "it goes to a day"
t send-keys '?'
shows 'Help: keys of this screen'
ok $? "it helps"
t send-keys Escape C-q
shows 'status 0'
ok $? "it leaves"
# The same session: a server whose last session is killed is dying, and a new one may still find it.
t respawn-pane -k "PS1='shell> ' bash --norc --noprofile -i"
shows 'shell>'
t send-keys "$B/frontdesk -f $dir/p.db --now 2026-11-23T09:00" Enter
shows '? Help'
t send-keys :suspend Enter
shows 'Stopped'
ok $? ":suspend goes to the shell"
t send-keys fg Enter
shows '? Help'
ok $? "and fg comes back"
t send-keys Space
shows 'Tue 24 Nov 2026'
ok $? "to where it was"
echo "1..$n"
exit ${bad:-0}
