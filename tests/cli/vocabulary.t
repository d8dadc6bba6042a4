#!/bin/sh
# vocabulary: the practice's words and flags; list, add, edit, archive.
. tests/cli/lib.sh
practice

run vocabulary list
exits 0 "vocabulary list"
has "$out" "region" "the kinds"
has "$out" "flag" "flags among them"
run vocabulary list regions
has "$out" "low back" "the plural does"
run vocabulary list cause --format tsv
is "$(printf '%s\n' "$out" | head -2)" \
	"$(printf 'kind\tcode\tlabel\talso\tsection\tplace\tactive\ncause\tlift\tstrain from lifting\tlifting, lifted\t\t1\tyes')" "as a table"
run vocabulary list flag --format json
has "$out" '{"code":"fever","level":"STOP"' "flags as JSON"
for part in add list; do
	run help vocabulary "$part"
	has "$out" "nickname" "help has the kinds"
done
run help vocabulary edit
has "$out" "acknowledge" "and the fields"
refuses 2 'none of region, goal, cause, quality, condition, medication, technique, nickname, reason, flag' vocabulary list pains

run vocabulary add condition code=gout label=Gout also="uric acid,podagra" section=bones
exits 0 "vocabulary add"
has "$out" "uric acid, podagra" "what was added"
refuses 4 'taken by Gout' vocabulary add condition code=gout label=Other
refuses 2 'needs a code' vocabulary add condition label=Other
refuses 2 'needs more words' vocabulary add condition
run vocabulary edit condition podagra label="Gout, in flare"
exits 0 "vocabulary edit"
has "$out" "Gout, in flare" "by another word for it"
refuses 4 'archive gout and add another' vocabulary edit condition gout code=podagra
refuses 3 'no condition "zzz"' vocabulary edit condition zzz label=x
run undo
has "$out" "Changed condition Gout, in flare" "taken back"
run vocabulary archive condition gout
has "$out" "no" "vocabulary archive"
refuses 2 'only "back"' vocabulary archive condition gout now
run vocabulary archive condition gout back
exits 0 "and back"
has "$out" "yes" "it is there again"

run vocabulary add flag code=gouty name="Gout" level=LOCAL when=condition:gout prompt="Keep away from it" cap=2
exits 0 "a flag"
has "$out" "condition:gout" "with what raises it"
run vocabulary edit flag gouty level=stop blocks=dt expires=14 acknowledge=yes
has "$out" "STOP" "its level is changed"
run vocabulary list flag --format tsv
is "$(printf '%s\n' "$out" | grep '^gouty')" \
	"$(printf 'gouty\tSTOP\tGout\tcondition:gout\tKeep away from it\t2\tdt\t\t14\tyes\t10\tyes')" "and the rest"
refuses 2 'condition:nothing' vocabulary edit flag gouty when=condition:nothing
refuses 2 'none of STOP' vocabulary edit flag gouty level=grave
refuses 3 'no therapist has the skill "juggling"; there are: ' vocabulary add flag code=goutx name=Gout level=LOCAL \
    when=condition:gout prompt=Careful skill=juggling
refuses 3 'juggling' vocabulary edit flag gouty skill=juggling
refuses 3 'zz' vocabulary add flag code=goutx name=Gout level=LOCAL when=condition:gout prompt=Careful blocks="dt, zz"
run vocabulary edit flag gouty blocks="sw, dt"
run vocabulary list flag --format tsv
has "$(printf '%s\n' "$out" | grep '^gouty')" "$(printf '\tsw,dt\t')" "services may have blanks between"
run vocabulary archive flag gouty
has "$out" "active" "a flag is archived"
run vocabulary archive flag gouty back
exits 0 "and back"
run log --limit 3
has "$out" "Took back flag Gout" "the log has it"

# A nickname of the practice finds a look-alike.
run client add Wilhelmina Bauer
run client add Mina Bauer
exits 0 "another name"
run vocabulary add nickname code=wilhelmina label=Wilhelmina also="Minka"
exits 0 "a nickname"
refuses 5 'looks like' client add Minka Bauer
# --yes with a digit is that reason.
refuses 2 'no reason has the digit 9; there are: 1 client asked' book lima dt60 jon fri 16:30 --yes 9
run book lima dt60 jon fri 16:30 --yes 2
exits 0 "--yes 2"
run show 1
has "$out" "therapist agreed" "is the second reason"
run vocabulary add reason code=twins label="these are twins" place=9
run client add Minka Bauer --yes 9
exits 0 "a reason of one's own"
finish
