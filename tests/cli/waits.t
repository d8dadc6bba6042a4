#!/bin/sh
# What was booked against a flag waits for the therapist, whatever the flag asks for by itself.
. tests/cli/lib.sh
practice

ok_of_therapist="subject to the therapist's OK"
id_of() { "$frontdesk" agenda "$1" --format tsv | sed 1d | grep "$2" | cut -f1; }
# waits_for CLIENT DAY LEVEL: it is asked at the booking, in the list, at the start; once said, no more.
waits_for() {
	refuses 5 "the therapist must acknowledge" book "$1" dt60 mia "$2T10:00"
	run book "$1" dt60 mia "$2T10:00" --yes "$ok_of_therapist"
	exits 0 "$1 is booked so"
	id=$(id_of "$2" "$1")
	run ack
	has "$out" "#$id waits: $3" "$1: it stands in the list"
	run status "$id" arrived --now "$2T09:55"
	refuses 5 "must acknowledge" status "$id" started --now "$2T10:00"
	run ack "$id" --by mia --phone --now "$2T09:56"
	exits 0 "$1: the therapist knows"
	run ack --now "$2T09:57"
	lacks "$out" "#$id" "$1: nothing waits"
	run status "$id" started --now "$2T10:00"
	lacks "$err" "acknowledge" "$1: nor at the start"
}

# Flags that ask for nobody by themselves, below what deep tissue needs.
n=20
for client in Diana:conditions=diabetes Artur:conditions=arthritis Doll:conditions=diabetes,arthritis; do
	n=$((n + 1))
	run client add "${client%%:*}" Cap phone=555-08"$n"
	run intake set "${client%%:*}" "${client#*:}"
done
waits_for Diana 2026-12-01 ADAPT
waits_for Artur 2026-12-02 ADAPT
waits_for Doll 2026-12-03 ADAPT

# A clinician's leave lifts no cap.
run client add Carl Cap phone=555-0810
run intake set Carl conditions=cancer
run clearance Carl flag=cancer by="Dr. X"
waits_for Carl 2026-12-04 ADAPT

# What is liked counts as what is needed.
run client add Lia Cap phone=555-0811
run intake set Lia conditions=diabetes pressure=3
run book Lia sw60 mia 2026-12-07T10:00
exits 0 "within the cap"
run ack
has "$out" "Nothing waits" "nothing waits"
run intake set Lia pressure=4
run ack
has "$out" "#$(id_of 2026-12-07 Lia) waits: ADAPT" "more is liked than is allowed"
refuses 5 "pressure 4 is liked; diabetes caps at 3" book Lia sw60 mia 2026-12-08T10:00

run client add Pla Ce phone=555-0816
run intake set Pla conditions=diabetes lbL7@5
refuses 5 "more is liked at a place; diabetes caps at 3" book Pla sw60 mia 2026-12-08T12:00

# Of what suits equally the practice's first is offered.
run client add Way Hart phone=555-0818
refuses 5 "CLEAR heart" book Way dt60 mia 2026-12-08T15:00 '!heart'
has "$err" "1 Swedish" "no fancy name by the alphabet"

# A leave is for what was known when it was given.
run client add Vera Dict phone=555-0817
run clearance Vera flag=surgery by="Dr. Lee" on=2025-01-12
run intake set Vera conditions=surgery@2026-11-15
refuses 5 "CLEAR surgery" book Vera sw60 mia 2026-12-08T14:00
run intake set Vera conditions=-surgery,+heart
run clearance Vera flag=heart by="Dr. Lee" on=2026-11-01
run book Vera sw60 mia 2026-12-08T14:00
exits 0 "an older letter for what was told before it came"
run intake set Vera conditions=+stroke --now 2026-11-24T09:00
refuses 5 "CLEAR heart" book Vera sw60 mia 2026-12-08T16:00 --now 2026-11-24T09:01
run clearance Vera flag=heart by="Dr. Lee" --now 2026-11-24T10:00
run book Vera sw60 mia 2026-12-08T16:00 --now 2026-11-24T10:01
exits 0 "and a new one, for all of it"

# A service that is not given, a skill that is wanting.
run client add Ari Scent phone=555-0812
run intake set Ari allergies=fragrance
refuses 5 "is not given with" book Ari ar60 jon 2026-12-09T10:00
run book Ari ar60 jon 2026-12-09T10:00 --yes "$ok_of_therapist"
run ack
has "$out" "waits: INFO" "what is not to be given waits"

# The line of the first way on books it, whether the therapist has to be asked all the same or not.
way_one() { printf '%s\n' "$err" | sed -n 's/^  1 .*: \(book .*\)$/\1/p'; }
for client in Ways:conditions=disc Otto:conditions=diabetes; do
	n=$((n + 1))
	run client add "${client%%:*}" On phone=555-08"$n"
	run intake set "${client%%:*}" "${client#*:}"
	refuses 5 "caps at 3" book "${client%%:*}" dt60 mia 2026-12-10T1"$((n % 10))":00
	line=$(way_one)
	[ -n "$line" ]
	ok $? "a way on is offered"
	eval "run $line"
	exits 0 "and what is printed books it: $line"
done

# What was acknowledged is the rule as it was.
run book Diana dt60 mia 2026-12-11T10:00 --yes "$ok_of_therapist" --now 2026-12-01T11:00
id=$(id_of 2026-12-11 Diana)
run ack --now 2026-12-01T11:01
lacks "$out" "#$id " "Mia knows"
run vocabulary edit flag diabetes level=STOP --now 2026-12-01T12:00
run ack --now 2026-12-01T12:01
has "$out" "#$id waits: STOP" "of the rule that was"
run vocabulary edit flag diabetes level=ADAPT --now 2026-12-01T12:02

# Each session by the flags of its own day: a trimester on, and a fever long over.
run client add Tess Term phone=555-0814
run intake set Tess due=2027-05-25 pressure=2
run book Tess sw60 mia 2026-11-23T16:00
exits 0 "in the first trimester anybody may"
run ack
lacks "$out" "Term, Tess" "and nothing waits"
refuses 5 "wants a therapist with the skill prenatal" book Tess sw60 mia 2026-11-27T16:00
run book Tess sw60 mia 2026-11-27T16:00 --yes "$ok_of_therapist"
run ack
has "$out" "#$(id_of 2026-11-27 Tess) waits: ADAPT" "in the second it waits"
run client add Fay Ver phone=555-0815
run intake set Fay conditions=fever
run book Fay sw60 mia 2026-12-14T10:00
exits 0 "in three weeks anybody may"
run ack
lacks "$out" "#$(id_of 2026-12-14 Fay) " "who will be well again is not waited for"

# A STOP told meanwhile holds from whatever state a session would begin.
run client add Stan Dup phone=555-0830
run book Stan sw60 mia 2026-12-15T10:00
id=$(id_of 2026-12-15 Stan)
for kind in treatment data; do run consent Stan kind=$kind; done
run intake set Stan conditions=fever --now 2026-12-14T10:00
for left in left void practice noshow; do
	run status "$id" "$left" --now 2026-12-15T10:20 --force
	exits 0 "$left"
	refuses 4 'the therapist speaks with the client first' status "$id" started --force --now 2026-12-15T10:21
	refuses 4 'the therapist speaks with the client first' status "$id" completed --force --now 2026-12-15T10:21
done

# Nor is it begun by doing again what was done before it was told.
run client add Rita Do phone=555-0833
run book Rita sw60 mia 2026-12-18T10:00
id=$(id_of 2026-12-18 Rita)
for kind in treatment data; do run consent Rita kind=$kind; done
run intake set Rita oil=almond
run status "$id" arrived --now 2026-12-18T09:55 --as ann
run status "$id" started --now 2026-12-18T10:00 --as ann
exits 0 "in session"
run undo --as ann --now 2026-12-18T10:00
run intake set Rita conditions=fever --as bob --now 2026-12-18T10:01
refuses 4 'the therapist speaks with the client first' redo --as ann --now 2026-12-18T10:02
run ack "$id" --by mia --phone --as bob --now 2026-12-18T10:03
run redo --as ann --now 2026-12-18T10:04
exits 0 "when the therapist has spoken with her it may"
run status "$id" arrived --force --as ann --now 2026-12-18T10:05
run intake set Rita conditions=+clot --as bob --now 2026-12-18T10:06
refuses 4 'the therapist speaks with the client first' undo --as ann --now 2026-12-18T10:07
run book Rita sw60 mia 2026-12-18T12:00 --yes "$ok_of_therapist" --as cid
id=$(id_of 2026-12-18 'T12:00')
run ack "$id" --by mia --phone --as cid --now 2026-12-18T11:54
run status "$id" started --force --as cid --now 2026-12-18T11:55
exits 0 "in session"
run intake set Rita conditions=+saddle --as cid --now 2026-12-18T11:56
run status "$id" arrived --force --as cid --now 2026-12-18T11:57
run undo --as cid --now 2026-12-18T11:58
exits 0 "what one told oneself is no news: one's steps go back in their order"

# A move asks what was not answered where it stood: told since, or of another day.
export FRONTDESK_NOW=2026-12-20T10:00
move_asks() { refuses 5 "$1" move "$2" "$3" --as bob; }
run client add Moe Ves phone=555-0834
run book Moe sw60 mia 2026-12-21T10:00
id=$(id_of 2026-12-21 Moe)
run move "$id" 2026-12-21T11:00
exits 0 "nothing is told"
run intake set Moe conditions=fever,diabetes --now 2026-12-20T10:01
move_asks 'STOP fever' "$id" 2026-12-21T12:00
run move "$id" 2026-12-28T10:00
exits 0 "when he will be well again"
lacks "$out" "STOP fever" "nothing is said of it"
move_asks 'STOP fever' "$id" 2026-12-22T12:00
run move "$id" 2026-12-22T12:00 --yes "$ok_of_therapist" --now 2026-12-20T10:02
exits 0 "for a reason"
run move "$id" 2026-12-22T14:00
exits 0 "what was answered is not asked again"
has "$out" "STOP fever" "but told"
run intake set Carl conditions=+heart
run clearance Carl flag=heart by="Dr. X" until=2026-12-22
run book Carl sw60 mia 2026-12-22T16:00
exits 0 "cleared until that day"
move_asks 'CLEAR heart' "$(id_of 2026-12-22 Carl)" 2026-12-23T16:00

export FRONTDESK_NOW=2026-11-23T09:00

# Who came late and has not begun waits still.
run client add Lou Late phone=555-0835
run book Lou sw60 mia 2026-12-29T10:00
id=$(id_of 2026-12-29 Lou)
run intake set Lou conditions=fever --now 2026-12-29T09:59
run status "$id" arrived --now 2026-12-29T10:05
run ack --now 2026-12-29T10:06
has "$out" "#$id waits: STOP" "after its time, too"

# All that is asked before a session is asked at once, and the log says in spite of what it began.
run client add Olga Order phone=555-0831
run book Olga sw60 mia 2026-12-16T10:00
id=$(id_of 2026-12-16 Olga)
run intake set Olga conditions=heart
run status "$id" started --now 2026-12-16T10:00
has "$err" "arrived before" "the order"
has "$err" "CLEAR heart" "the flag"
has "$err" "consent to" "and the papers, together"
run status "$id" started --force --now 2026-12-16T10:00
exits 0 "all the same"
run log 2026-12-16
has "$out" "in spite of: a clinician's OK missing, consent missing" "is in the log"
lacks "$out" "heart" "without what it is"

# An imported note that nobody has read stands in the way of the start.
printf 'First Name,Last Name,Phone,Memo\nUna,Read,555-0832,"heart attack 2019"\n' >"$dir/una.csv"
run import clients "$dir/una.csv"
run intake set Una oil=almond
for kind in treatment data; do run consent Una kind=$kind; done
run book Una sw60 mia 2026-12-17T10:00
id=$(id_of 2026-12-17 Una)
run status "$id" arrived --now 2026-12-17T09:55
refuses 5 "an imported note waits to be read" status "$id" started --now 2026-12-17T10:00
finish
