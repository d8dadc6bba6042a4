#!/bin/sh
# Health by commands: the client of the article the program began with, from an empty file to the trend.
. tests/cli/lib.sh
practice
run room add code=3 name=Three
run set hours "mon-sat 8-20"

# Heard on the phone, flagged, booked subject to the therapist's OK.
refuses 5 'herniated disc' book nora field dt60 jon fri 10:00 '!disc' '!+ubB' '!+nk' '!lb7' --hold
has "$err" "needs pressure 4" "the pressure is named"
has "$err" "caps at 3" "and the cap"
has "$err" "1 Back massage" "a way on: a service that fits"
has "$err" "with Mia" "with a therapist who knows backs"
has "$err" "subject to the therapist's OK" "or as asked"
has "$err" "Say: " "and what to say"
has "$err" "OK: --yes \"subject to the therapist's OK\"" "and what is typed for it"
has "$err" 'call back: --hold --yes "call back"' "for each way"
has "$err" ' mia 2026-11-27T' "the line of the first too"
run client add Nora Field phone=555-0200
exits 0 "the client"
refuses 3 'zebra' book nora field bk60 mia fri 10:00 '!zebra'
run book nora field bk60 mia fri 10:00 '!disc' '!+ubB' '!+nk' '!lb7' --yes "subject to the therapist's OK"
exits 0 "booked with the back-pain therapist"
has "$out" "kept with the client's intake" "what was heard is kept"
lacks "$out" "disc, " "and is not said again"
appt=$(frontdesk_id() { "$frontdesk" agenda fri --format tsv | sed 1d | cut -f1; }; frontdesk_id)

run intake show nora
exits 0 "intake show"
has "$out" "herniated disc" "what was heard"
has "$out" "phone" "by phone"
run flags nora --on fri --format tsv
has "$out" "$(printf 'ADAPT\tdisc\t')" "the flag"
run ack
has "$out" "Field" "it waits for the therapist's OK"
refuses 2 'needs --by' ack "$appt" disc
refuses 2 'no PIN' ack "$appt" disc --by mia
run ack "$appt" disc --by mia --phone
exits 0 "acknowledged by phone"
refuses 4 'nothing left' ack "$appt" --by mia --phone
run ack
has "$out" "Nothing waits" "nothing waits any more"
run book nora field bk60 mia 2026-12-04T10:00
exits 0 "what the therapist knows is not asked again"
run book nora field bk60 mia 2026-12-03T10:00 '!disc' --dry-run
exits 0 "nor when it is heard again"
refuses 5 'must acknowledge' book nora field bk60 mia 2026-12-03T10:00 '!kn3'
run intake show nora --format tsv
lacks "$out" "kn3" "what is not booked is not kept"

# The whole intake on paper, places of the body in the notation.
run intake set nora source=paper goals=pain cause=lift onset=chronic pain=6 worst=8 best=3 pressure=3 +trB lbL7 -ab
exits 0 "intake set"
run intake show nora --format tsv
has "$out" "$(printf 'region\t-ab')" "avoid the abdomen"
has "$out" "$(printf 'region\tlbL7')" "low back left, 7"
has "$out" "$(printf 'pain\t6')" "pain"
refuses 4 'tells nothing new' intake set nora pain=6
run intake set nora note="walks again"
exits 0 "a note alone"
refuses 4 'tells nothing new' intake set nora pain=6
refuses 2 'zz' intake set nora pain=zz
refuses 2 'qqL' intake set nora qqL7=1
run intake show nora
has "$out" "Pressure liked " "labels are whole"
has "$out" "Pain now, 0 to 10 " "the longest too"
refuses 2 '"lbX7"' intake set '#1' lbX7
refuses 2 '"L7"' intake set '#1' lb L7
refuses 2 '"hdX"' intake set nora hdX
refuses 2 '"zzL3"' intake set nora field zzL3
refuses 3 '"zora"' intake set zora pain=3
refuses 2 '"lbL7"' clearance '#1' lbL7 flag=disc
refuses 2 "not a clearance's number" clearance nora end foo
refuses 2 "not a note's number" intake review intake foo none
run intake nochange nora
exits 0 "no change"

# Before hands are laid on.
run --now 2026-11-27T09:50 status "$appt" arrived
exits 0 "arrived"
refuses 5 'the therapist must acknowledge' --now 2026-11-27T10:00 status "$appt" started
has "$err" "consent to treatment and keeping health data is missing" "and every other thing that is missing"
has "$err" "--force does it all the same" "how it is done all the same"
lacks "$err" "--yes" "which is not --yes"
run consent nora kind=treatment version=2026
exits 0 "consent to treatment"
run consent nora kind=data
has "$out" "data" "consent to data"
run --now 2026-11-27T10:00 ack "$appt" disc --by mia --phone
exits 0 "a new intake asks the therapist again"
run --now 2026-11-27T10:00 status "$appt" started
exits 0 "started"
run --now 2026-11-27T11:00 status "$appt" completed
exits 0 "finished"

# Three visits, and the trend.
visit() {
	run --now "$1T10:59" visit "$2" pain="$3" pressure=3 feedback="$4" regions="lbL trB" again="2w x4" aftercare=yes
	exits 0 "visit of $1"
}
visit 2026-11-27 "$appt" 6/4 right
for day in 2026-12-11 2026-12-18; do
	run --now 2026-11-27T11:05 book nora field bk60 mia "${day}T10:00" --yes "therapist agreed"
	exits 0 "booked $day"
	run --now "${day}T10:00" ack "$(printf '%s\n' "$out" | sed -n 's/.*#\([0-9]*\).*/\1/p' | head -1)" --by mia --phone
done
second=$("$frontdesk" agenda 2026-12-11 --format tsv | sed 1d | cut -f1)
third=$("$frontdesk" agenda 2026-12-18 --format tsv | sed 1d | cut -f1)
for one in "2026-12-11 $second" "2026-12-18 $third"; do
	# shellcheck disable=SC2086
	set -- $one
	for state in arrived started completed; do
		run --now "$1T10:50" status "$2" $state --force
		exits 0 "$state on $1"
	done
done
visit 2026-12-11 "$second" 5/3 right
visit 2026-12-18 "$third" 4/1 deep
run --now 2026-12-18T11:10 visit "$third"
has "$out" "over 3 visits" "the trend after three visits"
has "$out" "*" "a change of two and more is marked"
run --now 2026-12-18T11:10 why nora field bk60 mia 2027-01-08T10:00
has "$out" "last: 3, too deep" "the next booking shows last time"

# What the program says of the next time, it reads.
for again in "every 2 weeks, 4 times" "every 2 weeks x 4" "every 2 weeks x4" "2w x4"; do
	run --now 2026-12-18T11:12 visit "$third" again=
	run --now 2026-12-18T11:12 visit "$third" again="$again"
	has "$out" "every 2 weeks, 4 times" "$again"
done
for again in "every 2 weeks" "every week" "in 10 days" "in a week"; do
	run --now 2026-12-18T11:12 visit "$third" again="$again"
	has "$out" "$again" "$again"
done
refuses 2 'no interval' --now 2026-12-18T11:12 visit "$third" again="every blue moon"
refuses 3 'no therapist has the skill "zz"' vocabulary edit flag disc skill=zz

# What is signed is added to.
run --now 2026-12-18T11:15 visit "$third" s="better when walking" p="same again"
exits 0 "S and P"
run --now 2026-12-18T11:16 visit "$third" sign
exits 0 "signed"
refuses 4 'signed' --now 2026-12-18T11:17 visit "$third" pain=4/2
run --now 2026-12-18T11:18 visit "$third" add "asked for ice"
has "$out" "asked for ice" "an addendum"

# What is not there, has not begun or was cancelled has no session to write of.
refuses 3 'no appointment #999' visit 999 pain=6/2
run book nora field bk60 mia 2027-02-05T10:00 --yes "therapist agreed"
exits 0 "one to come"
coming=$("$frontdesk" agenda 2027-02-05 --format tsv | sed 1d | cut -f1)
refuses 4 'has not begun' visit "$coming" pain=6/2
refuses 4 'has not begun' visit "$coming" sign
run cancel "$coming"
refuses 4 'there was no session' --now 2027-02-05T12:00 visit "$coming" pain=6/2

# A fever: nobody starts until the therapist has spoken with the client.
run book ben jones sw60 jon wed 10:00
ben=$("$frontdesk" agenda wed --format tsv | sed 1d | cut -f1)
run intake set ben conditions=fever
run consent ben kind=treatment
run consent ben kind=data
run --now 2026-11-25T09:55 status "$ben" arrived
refuses 4 'STOP' --now 2026-11-25T10:00 status "$ben" started --force
run --now 2026-11-25T10:01 ack "$ben" --by jon --phone
run --now 2026-11-25T10:02 status "$ben" started
exits 0 "the therapist has spoken with him"
run flags ben --on 2026-12-10 --format tsv
lacks "$out" "fever" "it has run out"

# The desk's roster lies on the counter: that there is something to know of, never what.
run intake set ben conditions=fever
run roster wed
has "$out" "! Jones, Ben" "the desk's roster has a mark"
lacks "$out" "fever" "and no more"
run undo

# A clinician's leave.
run intake set cleo conditions=surgery@2026-11-01
run flags cleo
has "$out" "CLEAR" "recent surgery"
refuses 3 'zz' clearance cleo flag=zz by="Dr. Lee"
run clearance cleo flag=surgery by="Dr. Lee" until=2026-12-31
exits 0 "clearance"
run flags cleo --format tsv
has "$out" "yes" "cleared"
run flags cleo
has "$out" "Cleared" "which has a column of its own"
run clearance cleo end 1
run flags cleo --format tsv
lacks "$out" "yes" "ended"

# A flag of a place says where it is.
run intake set cleo "conditions=+fracture@2026-11-20:faL knR" hnL=bruise
exits 0 "places behind a condition"
run intake show cleo
has "$out" "Keep away from the place. Left forearm, right knee. Until" "the flag says where it is"
run flags cleo --format tsv
has "$out" "$(printf '\tleft hand')" "where the bruise is"

# Under 18: no session without the guardian's consent, whoever forces it.
run client add Kit Young phone=555-0300 birth=2012-01-01
run intake set kit pressure=2
run book kit young sw60 jon wed 13:00
has "$out$err" "guardian" "said when booking"
kit=$("$frontdesk" agenda wed --client kit --format tsv | sed 1d | cut -f1)
run --now 2026-11-25T13:00 status "$kit" arrived
refuses 4 'guardian' --now 2026-11-25T13:00 status "$kit" started --force
refuses 2 'guardian gives it' consent kit kind=minor
run consent kit kind=minor by="Anna Young"
run --now 2026-11-25T13:01 status "$kit" started --force
exits 0 "with the guardian's consent"

# How far a pregnancy is, today and on the day of a session.
run client add Mara Due phone=555-0350
run intake set mara due=2027-02-12
run intake show mara
has "$out" "Fri 12 Feb 2027, week 28, third trimester" "week and trimester"
run intake show mara --format tsv
has "$out" "week 28, third trimester" "as a record too"
run intake form mara
has "$out" "week 28, third trimester" "on the form"
run book mara due sw60 jon 2026-12-07T10:00 --yes "therapist agreed"
run roster 2026-12-07 --for therapist
has "$out" "Fri 12 Feb 2027, week 30, third trimester" "on the therapist's sheet by then"

run --now 2026-11-24T09:00 intake nochange mara
run --now 2026-11-25T09:00 intake show mara
has "$out" "no change, asked on Tue 24 Nov 2026" "when it was asked, and no promise"
run help flags
has "$out" "On this day" "the help of an option is of its command"
lacks "$out" "usual" "and of no other"
run help cancel
has "$out" "client or practice" "who cancelled"

run intake history nora --format tsv
exits 0 "every version"
has "$out" "paper" "where it was told"
has "$out" "no change" "also that nothing changed"
run intake history nora
has "$out" "Pressure liked: " "and what changed"

# Free time knows who may lay hands on whom.
run client add Lena Back phone=555-0400
run intake set lena conditions=disc
run free lena back sw60 fri --format tsv
has "$out" "$(printf '\tmia\t')" "with the back-pain therapist"
lacks "$out" "$(printf '\tjon\t')" "with nobody else"
run free sw60 fri --format tsv
has "$out" "$(printf '\tjon\t')" "who is free for others"

# Notes of an import are read for words that name a flag.
printf 'First Name,Last Name,Phone,Notes\nUma,Wolf,555-0500,"had a slipped disc, takes warfarin"\nTed,Fox,555-0501,"likes the window open"\n' > "$dir/list.csv"
run import clients "$dir/list.csv"
exits 0 "import"
run intake review
has "$out" "condition:disc" "a condition that it names"
has "$out" "medication:bloodthinner" "a medication"
note=$("$frontdesk" intake review --format tsv | sed 1d | cut -f2)
refuses 3 'no note' intake review intake 999 none
lacks "$out" "window" "a note that names none does not wait"
run intake show uma
has "$out" "note waits to be read" "it is said with the intake"
run why uma wolf sw60 jon thu 10:00
has "$out" "note waits to be read" "and when booking"
run book uma wolf sw60 jon thu 10:00
exits 0 "a session of hers"
run roster thu --for therapist
has "$out" "note waits to be read" "and on the therapist's sheet"
refuses 2 'or none' intake review intake "$note"
run intake review
has "$out" "condition:disc" "which reads nothing"
run intake review intake "$note" medication:bloodthinner
exits 0 "what is right is taken"
run flags uma --format tsv
has "$out" "bleeding" "and raises its flag"
lacks "$out" "disc" "the rest is not"
run intake review
has "$out" "No imported note waits" "and is not asked of again"
run intake show uma
lacks "$out" "waits to be read" "nor said"
run undo
run intake review intake "$note" none
exits 0 "none of it may be right"
run flags uma --format tsv
lacks "$out" "bleeding" "then nothing is taken"
run intake review
has "$out" "No imported note waits" "and it is read"

# A clinician's leave is to be massaged, not to go deep.
run client add Rob Article phone=555-0700
run intake set rob conditions=cancer
run clearance rob flag=cancer by="Dr. X"
refuses 5 'caps at 2' book rob article dt60 mia fri 15:00
lacks "$err" "CLEAR cancer in treatment: Ask" "what the leave is for is asked no more"
refuses 5 'pressure 5 is asked for' book rob article bk60 mia fri 15:00 '!p5'
run book rob article sw60 mia fri 15:00
exits 0 "what is light is booked"

# A way on is never what was just refused.
run client add Wes Way phone=555-0701
run intake set wes conditions=disc
refuses 5 'must acknowledge' book wes way bk60 mia 2026-12-15T10:00
lacks "$err" "1 Back massage" "no way on that is the same"
has "$err" "2 As asked" "the others stand"

# The OK is that of who gives the session.
run book wes way dt60 jon 2026-12-16T10:00 --yes "subject to the therapist's OK"
jons=$("$frontdesk" agenda 2026-12-16 --format tsv | sed 1d | cut -f1)
refuses 4 'the session is with Jon, not with Mia' ack "$jons" disc --by mia --phone
run ack "$jons" disc --by jon --phone
exits 0 "of the therapist of the session"
refuses 5 'must acknowledge' book wes way dt60 mia 2026-12-16T14:00

# The way on keeps what is asked for when only the therapist's OK is missing, and its length.
run client add Asa Thma phone=555-0702
refuses 5 'Ask for a doctor' book asa thma bk60 mia 2026-12-17T10:00 '!asthma'
lacks "$err" "Aroma" "no scents for whom they are forbidden to"
refuses 5 'is not given with' book asa thma ar60 mia 2026-12-17T10:00 '!fragrance'
lacks "$err" "1 Aroma" "the way on is another service"
has "$err" " 60 with Mia" "of the same length"

# Words that name what is not told are offered, and stay so until it is told; the log has none of it.
run client add Nam Ed phone=555-0790
run intake set nam reason="slipped disc, takes warfarin"
has "$out" "Named but not told: herniated disc, blood thinner; tell it as conditions=+disc medications=+bloodthinner." "in their words"
run intake set nam note="had a stroke last year"
has "$out" "Named but not told: stroke; tell it as conditions=+stroke." "in the note"
lacks "$out" "disc" "once, when it is said"
run intake show nam
has "$out" "! Named but not told: herniated disc, stroke" "until it is told"
run intake set nam conditions=+disc,stroke@past medications=+bloodthinner
lacks "$out" "Named" "told"
run intake show nam
lacks "$out" "Named" "nothing more is asked"
has "$out" "CLEAR heart disease" "and the flags are raised"
run log --limit 6
lacks "$out" "isc" "nothing of it is in the log"
lacks "$out" "troke" "nor of the note"
run intake set nam conditions=+"other:heart attack" medications=+other:xarelto
exits 0 "what is on no list"
run intake set nam conditions= medications=other:xarelto
run flags nam --format tsv
has "$out" "$(printf 'ADAPT\tbleeding')" "raises what it names"
refuses 2 '"deep vein" may mean: clot (condition, blood clot)' book nam ed bk60 mia 2026-12-17T10:00 '!deep vein'

# What is acute is so for six weeks, unless it is told anew.
run client add Ona Set phone=555-0703
run intake set ona conditions=disc onset=acute medications=painkiller
run flags ona --format tsv
has "$out" "$(printf 'CLEAR\tdisc-acute')" "acute today"
has "$out" "$(printf '\tdulled')" "and a painkiller today"
run flags ona --on 2026-11-27 --format tsv
has "$out" "$(printf '\tdulled')" "who takes one takes it on the day of the session"
run flags ona --on 2027-01-04 --format tsv
lacks "$out" "disc-acute" "six weeks on it is no longer acute"
run --now 2027-01-04T09:00 intake set ona onset=acute
exits 0 "it is acute again"
run flags ona --on 2027-01-05 --format tsv
has "$out" "disc-acute" "and told anew"

# A birth long past is no pregnancy, and says so.
refuses 2 'more than 3 weeks ago' intake set ona due=2026-10-15
run intake set ona due=2026-11-20
exits 0 "overdue is none the less"

# What is not meant is not taken, and what is taken is said.
refuses 2 'conditions=+epilepsy' intake set ona +conditions=epilepsy
refuses 3 'legweak' intake set ona conditions=+foo
run intake set ona conditions=+epilepsy lbL7 conditions=-disc
has "$out" "Conditions: epilepsy" "what was understood"
has "$out" "left low back: pain 7; conditions=-disc." "places, and what was taken away"
lacks "$out" "overdue" "and nothing else"

# Focus and avoid exclude each other; a STOP has no clearance, and nothing is signed tomorrow.
run intake set ona +nk
run intake set ona -nk
run intake show ona --format tsv
lacks "$out" "$(printf '\t+nk')" "the later takes the place of the other"
refuses 4 'is a STOP' clearance ona flag=fever by="Dr. X"
refuses 2 'time to come' clearance ona flag=surgery by="Dr. X" on=2027-05-01
refuses 2 'time to come' consent ona kind=data on=2027-05-01

# What is said to the caller is of what is open; and skills that nobody has are not looked for in vain.
refuses 5 'adapt the pressure' book rob article dt60 mia 2026-12-17T14:00
run client add Vi Vain phone=555-0704
run intake set vi conditions=disc due=2027-02-12
run free vi vain sw60 2026-12-17 --format tsv
has "$out" "$(printf '\tmia\t')" "two skills that nobody has both of leave somebody to be asked about"

# A surgery told in free words, which name no condition; a practice of before changes its own rule.
run client add Sue Scar phone=555-0705
run intake set sue surgeries="hip replaced 10 Nov"
run flags sue
has "$out" "surgery less than 6 weeks ago" "a surgery told in free words is a recent one"
run intake set sue surgeries="hip replaced 10 Sep"
run flags sue
lacks "$out" "surgery" "an older one is not"
run intake set sue surgeries="hip 2019"
run flags sue
lacks "$out" "surgery" "nor one of a year that is over"
run vocabulary edit flag surgery when='condition:surgery<42d'
run intake set sue surgeries="hip replaced 10 Nov"
run flags sue
lacks "$out" "surgery" "a rule of before stays as it is"
run vocabulary edit flag surgery when='condition:surgery<42d told:surgeries<42d'
exits 0 "and takes the new term"
run flags sue
has "$out" "surgery less than 6 weeks ago" "which counts for what was told before"
refuses 2 '"told:music": "music" is no field' vocabulary edit flag surgery when=told:music

# Who opened what stands in the log, and never what it says.
run log --client nora
has "$out" "Opened health" "who opened the record"
for word in disc lift "better when" "asked for ice" "lbL"; do
	lacks "$out" "$word" "the log does not say $word"
done
finish
