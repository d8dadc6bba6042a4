#!/bin/sh
# What is handed out: therapist's sheets, cards, aftercare slips, the intake form.
. tests/cli/lib.sh
practice
run set address "12 Elm Street, Springfield"
run set phone 555-0199
run set card_footer "See you soon"
run book smith dt60 mia fri 10:00
run book jones sw90 jon fri 10:00
run book smith sw60 mia 2026-12-11 10:00
run client edit smith preferred=Addie

# Marked words in every field that holds health.
told="goals=other:zgoal reason=zreason cause=lifting quality=aching worse=zworse better=zbetter sleep=zsleep work=zwork
    pressure=4 conditions=disc:zdisc medications=bloodthinner:zblood surgeries=zsurgery injuries=zinjury implants=zimplant
    allergies=zallergy oil=zoil position=no-prone music=zmusic draping=zdraping untouched=zuntouched note=znote
    +trB@3 lbL7 -ab"
# shellcheck disable=SC2086
run intake set smith $told
exits 0 "a client tells"
run --now 2026-11-27T11:00 visit 1 pain=6/2 pressure=4 feedback=deep s=zsubj o=zobj a=zassess p=zplan note=zvisit
exits 0 "a therapist writes"

run roster fri --for therapist
exits 0 "the therapists' sheets"
has "$out" "Therapist's sheet, Fri 27 Nov 2026, Mia" "Mia's"
has "$out" "Therapist's sheet, Fri 27 Nov 2026, Jon" "and Jon's"
has "$out" "10:00-11:00  Addie, first visit" "the client as they like to be called"
lacks "$out" "Smith" "and no more of the name"
has "$out" "Deep tissue massage 60, One" "service and room"
has "$out" "herniated disc or sciatica: " "a flag with its prompt"
has "$out" "Pressure at most 3." "and its cap"
has "$out" "4 firm (strong pressure: deep muscle" "the level liked, in full"
has "$out" "Focus: both upper trapezius" "regions in words"
has "$out" "|7    |" "and on the body"
has "$out" "zgoal" "goals"
has "$out" "no prone" "position"
has "$out" "zoil" "oil"
has "$out" "Worked on ____" "lines to write on"
lacks "$out" "zreason" "not the complaint"
has "$out" "No intake on file." "who has told nothing"
is "$(printf '%s\n' "$out" | awk '{ gsub(/[\200-\277]/, "") } length > 80' | wc -l)" 0 "at most 80 columns"
run roster fri --for therapist --therapist jon
lacks "$out" "Addie" "one therapist's"
run roster sat --for therapist --therapist mia
has "$out" "Nothing is booked." "a day without sessions says so"
run --now 2026-11-28T09:00 roster 2026-12-11 --for therapist
has "$out" "Last time  4 firm, too deep" "what was used last, and how it was"
has "$out" "Last plan  zplan" "and the plan"
run log today --client smith
has "$out" "Opened health" "the audit says who opened it"
run roster fri --for therapist -o "$dir/sheet.txt"
is "$(stat -c %a "$dir/sheet.txt")" 600 "in a file: for the person alone"

run card 1
exits 0 "a card"
for part in "Massage practice" "12 Elm Street, Springfield" "Friday 27 November 2026" "10:00 to 11:00, with Mia" \
    "please come 15 minutes earlier" "call us: 555-0199" "24 hours before" "See you soon"; do
	has "$out" "$part" "the card says: $part"
done
lacks "$out" "Smith" "nobody's name"
lacks "$out" "issue" "no treatment"
printf '%s\n' "$out" >"$dir/card.txt"
run card 3
lacks "$out" "first visit" "15 minutes earlier only at the first visit"

# The QR code as a picture, and back through an independent reader.
perl -CSD -e '
	use strict; use warnings; use utf8;
	my @row = grep { /[█▀▄]/ } <STDIN>;
	my $w = 0;
	for (@row) { chomp; $w = length if length > $w }
	my ($scale, @bit) = (4);
	for my $r ("", "", @row, "", "") {
		my @c = split //, $r . " " x ($w + 4 - length $r);
		push @bit, join("", map { (/[█▀]/ ? 1 : 0) x $scale } @c), join("", map { (/[█▄]/ ? 1 : 0) x $scale } @c);
	}
	@bit = map { my @c = split //; ($_) x $scale } @bit;
	print "P1\n", length $bit[0], " ", scalar @bit, "\n", map { join(" ", split //) . "\n" } @bit;
' <"$dir/card.txt" | sed 's/^/ /; s/^ P1/P1/' >"$dir/card.pbm"
if command -v zbarimg >/dev/null; then
	is "$(zbarimg -q --raw "$dir/card.pbm" 2>/dev/null | tr -d '\r')" 'BEGIN:VEVENT
SUMMARY:Massage practice
DTSTART:20261127T090000Z
DTEND:20261127T100000Z
LOCATION:12 Elm Street\, Springfield
END:VEVENT' "a phone reads practice, place and time, and nothing else"
else
	ok 0 "skip: no zbarimg here"
fi
run aftercare 1
exits 0 "an aftercare slip"
has "$out" "Drink water and take it easy today." "the practice's text"
has "$out" "555-0199" "where to call"
lacks "$out" "Smith" "nobody's name"
run intake form
has "$out" "Name                     ____" "a blank form"
has "$out" "[ ] herniated disc" "what there is to tick"
has "$out" "Signed ____" "a line to sign"
run intake form smith
has "$out" "Smith, Ada" "a form of a client"
has "$out" "[x] herniated disc: zdisc" "with what was told"
has "$out" "Effect on sleep          zsleep" "in their words too"
refuses 3 'no appointment' card 99
refuses 2 'not an appointment' aftercare soon
refuses 2 'not both' card 1 --print -o "$dir/x"
refuses 2 'desk, room, therapist' roster --for cat
run cancel 2 --by client
refuses 4 'is cancelled' card 2
refuses 4 'is cancelled' aftercare 2

# Nothing of all that on what lies about.
for sheet in "roster fri" "roster fri --for room" "card 1" "aftercare 1" "agenda fri" "export fri" "export --appointment 1" \
    "export fri --detail initials" "screen day" "screen clients" "screen print" "log today --client smith"; do
	# shellcheck disable=SC2086
	run $sheet
	lacks "$out" "z" "no marked word: $sheet" # of a practice whose other words have no z
done
# The desk prints what it may see.
run person add name=Owen
run person add login=dora name=Dora role=desk
run --as dora roster fri --for therapist
lacks "$out" "zgoal" "the desk prints no goals"
lacks "$out" "herniated" "nor what a flag is of"
has "$out" "Pressure at most 3." "but its prompt and cap"
has "$out" "Focus: both upper trapezius" "and regions"
has "$out" "no prone" "and preferences"
run --as dora --now 2026-11-28T09:00 roster 2026-12-11 --for therapist
lacks "$out" "zplan" "no plan"
run --as dora intake form smith
lacks "$out" "zreason" "and a form without the complaint"
finish
