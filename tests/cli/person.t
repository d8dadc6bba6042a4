#!/bin/sh
# person: who works here, and what they may do. The login of the tests is $me.
. tests/cli/lib.sh
me=$(id -un)
practice

run person list
exits 0 "person list"
has "$out" "everybody may do everything" "without persons"
run --as ana client add Zoe Young
exits 0 "--as is anybody's then"
refuses 4 "$me" person add login=ana name=Ana
run person add name=Rita
exits 0 "person add"
has "$out" "owner" "the first is the owner"
refuses 2 'needs a role' person add login=ana name=Ana
refuses 2 'none of owner, desk, therapist, read-only' person add login=ana role=boss
run person add login=ana name=Ana role=desk therapist=mia
exits 0 "a desk"
run person add login=bo name=Bo role=read-only
run person list --format tsv
is "$(printf '%s\n' "$out" | sed 1d | cut -f1-6 | grep -v "^$me")" "$(printf 'ana\tAna\tdesk\tmia\tno\tyes\nbo\tBo\tread-only\t\tno\tyes')" "person list"
run person edit bo name=Bob
has "$out" "Bob" "person edit"
refuses 3 'there are' person edit zz name=Z
run person archive bo
exits 0 "person archive"
run person archive bo back
has "$out" "yes" "and back"

# What they may do; the owner acts as them.
run --as ana client add Tom Jones
exits 0 "the desk writes"
refuses 4 'bo may only look' --as bo client add Jim Jones
refuses 4 'eve may only look' --as eve client add Jim Jones
run --as bo agenda
exits 0 "a reader reads"
mkdir "$dir/copies"
for day in 10 11 12 13 14 16 17 18 19 20; do
	run --now "2026-11-${day}T21:00" backup "$dir/copies"
done
there=$(cd "$dir/copies" && echo *)
run --now 2026-11-21T21:00 --as bo backup "$dir/copies"
is "$(cd "$dir/copies" && echo *)" "$there practice-2026-11-21-2100.db" "a reader's copy removes nobody's"
run --now 2026-11-21T21:01 backup "$dir/copies"
has "$out" "Removed $dir/copies/practice-2026-11-13-2100.db" "as the owner's does"
refuses 4 'for the owner, Rita; you are ana, desk' --as ana set name X
refuses 4 'for the owner' --as ana therapist add code=x name=X
refuses 4 'for the owner' --as ana person add login=x role=owner
refuses 4 'no owner would be left' person edit "$me" role=desk

run person edit ana role=owner
refuses 4 "one of login $me" --as ana person edit "$me" role=desk
run undo

# PINs come from stdin alone.
refuses 2 'only "off"' person pin ana 1234
lacks "$err" 1234 "a PIN is not repeated"
pin() {
	printf '%s\n' "$2" | "$frontdesk" person pin "$1" >"$dir/out" 2>"$dir/err"
	status=$? out=$(cat "$dir/out") err=$(cat "$dir/err") last="person pin $1"
}
pin ana 12
exits 2 "a short PIN"
pin ana 1234567890123
exits 2 "a long PIN"
lacks "$err" 12345 "is not repeated either"
pin ana 1234
exits 0 "a PIN"
is "$(sqlite3 "$FRONTDESK_FILE" "SELECT substr(pin, 1, 3) FROM person WHERE login = 'ana'")" '$y$' "is kept as a yescrypt hash"
run log
lacks "$out" '$y$' "which the log does not show"
has "$out" "Changed the PIN of Ana" "but that it was changed"
run undo
exits 0 "undo"
run person list --format tsv
is "$(printf '%s\n' "$out" | grep ^ana | cut -f5)" no "takes it back"
pin ana 1234
run person pin ana off
is "$status/$(sqlite3 "$FRONTDESK_FILE" "SELECT pin FROM person WHERE login = 'ana'")" 0/ "off takes it away"

# Someone whose login is no owner's cannot act as another.
sqlite3 "$FRONTDESK_FILE" "UPDATE person SET login = 'rita' WHERE login = '$me'"
refuses 4 "acting as ana is for the owner; you are $me" --as ana agenda
refuses 4 "$me may only look" client add Jim Jones
finish
