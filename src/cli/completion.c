/* completion bash: verbs, their parts, options and words, made from the tables of the program. */
#include "verbs.h"

#include <stdio.h>
#include <string.h>

#include <frontdesk/appt.h>
#include <frontdesk/setting.h>
#include <frontdesk/str.h>
#include <frontdesk/vocabulary.h>

/* First words of all commands (verb NULL), or the second words behind one. */
static void
add_verbs(struct str *out, const char *verb)
{
	struct str last = {0};

	for (enum cmd c = CMD_NONE + 1; c < CMD_COUNT; c++) {
		const char *name = commands[c].name;
		size_t n = strcspn(name, " ");

		if ((commands[c].where & IN_CLI) == 0)
			continue;
		if (verb == NULL &&
		    (strlen(str_text(&last)) != n || strncmp(str_text(&last), name, n) != 0))
			str_addf(out, "%s%.*s", out->n > 0 ? " " : "", (int)n, name);
		if (verb != NULL && strlen(verb) == n && strncmp(verb, name, n) == 0 &&
		    name[n] == ' ')
			str_addf(out, "%s%s", out->n > 0 ? " " : "", name + n + 1);
		str_clear(&last);
		str_addn(&last, name, n);
	}
	str_release(&last);
}

static void
add_options(struct str *out, enum cmd c)
{
	for (int i = 0; i < OPTION_COUNT; i++)
		if (c == CMD_NONE ? option_rows[i].global : command_takes(c, option_rows[i].name))
			str_addf(out, "%s--%s", out->n > 0 ? " " : "", option_rows[i].name);
}

/* What each command takes: 'book '*) whatever follows, 'client add') with both its words. */
static void
print_cases(void)
{
	struct str words = {0};

	for (enum cmd c = CMD_NONE + 1; c < CMD_COUNT; c++) {
		if ((commands[c].where & IN_CLI) == 0)
			continue;
		str_clear(&words);
		add_options(&words, c);
		if (words.n > 0)
			printf("\t'%s%s) options=\"$options %s\" ;;\n", commands[c].name,
			    strchr(commands[c].name, ' ') != NULL ? "'" : " '*", str_text(&words));
	}
	str_release(&words);
}

static void
print_parts(void)
{
	struct str parts = {0}, done = {0};

	for (enum cmd c = CMD_NONE + 1; c < CMD_COUNT; c++) {
		struct str verb = {0};

		str_addn(&verb, commands[c].name, strcspn(commands[c].name, " "));
		str_clear(&parts);
		if ((commands[c].where & IN_CLI) != 0 &&
		    strcmp(str_text(&verb), str_text(&done)) != 0)
			add_verbs(&parts, str_text(&verb));
		if (parts.n > 0) {
			printf("\t%s) words='%s' ;;\n", str_text(&verb), str_text(&parts));
			str_clear(&done);
			str_add(&done, str_text(&verb));
		}
		str_release(&verb);
	}
	str_release(&parts);
	str_release(&done);
}

/* "-f|--file|--now": options whose value is a word of its own. */
static void
add_options_with_value(struct str *out)
{
	for (int i = 0; i < OPTION_COUNT; i++) {
		const struct option_row *o = &option_rows[i];

		if (o->arg[0] == '\0' || o->arg[0] == '[')
			continue;
		str_add(out, out->n > 0 ? "|" : "");
		if (o->letter != 0)
			str_addf(out, "-%c|", o->letter);
		str_addf(out, "--%s", o->name);
	}
}

/* Values that are one of some words, as the option's row has them: "busy|service|initials|full". */
static void
print_values(void)
{
	for (int i = 0; i < OPTION_COUNT; i++) {
		const struct option_row *o = &option_rows[i];
		struct str words = {0};

		if (strchr(o->arg, '|') == NULL)
			continue;
		for (const char *c = o->arg; *c != '\0'; c++)
			str_addc(&words, *c == '|' ? ' ' : *c);
		printf("\t--%s) words='%s' ;;\n", o->name, str_text(&words));
		str_release(&words);
	}
}

/* The words behind set, status, vocabulary and its part, completion and screen. */
static void
print_words(void)
{
	printf("\t'set ') words='");
	for (enum setting id = 0; id < SETTING_COUNT; id++)
		printf("%s%s", id > 0 ? " " : "", setting_rows[id].key);
	printf("' ;;\n\t'status '?*) words='");
	for (enum appt_state s = 0; s < APPT_STATE_COUNT; s++)
		printf("%s%s", s > 0 ? " " : "", appt_state_word(s));
	printf("' ;;\n\t'vocabulary '?*) words='");
#define X(id, word, help) printf("%s ", word);
	VOCABULARY_LIST(X)
#undef X
	printf("flag' ;;\n\t'completion ') words=bash ;;\n\t'screen ') words=day ;;\n");
}

/* Finds the verb and the word behind it. */
static void
print_scan(const char *options)
{
	struct str with_value = {0};

	add_options_with_value(&with_value);
	printf("_frontdesk() {\n"
	       "\tlocal cur=${COMP_WORDS[COMP_CWORD]} verb= part= words= options='%s' i w\n"
	       "\tfor ((i = 1; i < COMP_CWORD; i++)); do\n"
	       "\t\tw=${COMP_WORDS[i]}\n"
	       "\t\tcase $w in\n"
	       "\t\t%s) ((i++)) ;;\n"
	       "\t\t-*) ;;\n"
	       "\t\t*) if [[ -z $verb ]]; then verb=$w; elif [[ -z $part ]]; then part=$w; fi ;;\n"
	       "\t\tesac\n"
	       "\tdone\n",
	    options, str_text(&with_value));
	str_release(&with_value);
}

enum err
verb_completion(struct request *r)
{
	struct str verbs = {0}, options = {0};

	if (strcmp(r->args.v[0], "bash") != 0)
		return err_set(ERR_USAGE, "no completion for \"%s\"; there is: bash", r->args.v[0]);
	add_verbs(&verbs, NULL);
	add_options(&options, CMD_NONE);
	print_scan(str_text(&options));
	printf("\tcase \"$verb $part\" in\n");
	print_cases();
	printf("\tesac\n\t[[ $verb == help ]] && verb=$part part= options=\n\tcase $verb in\n");
	print_parts();
	printf("\t'') words='%s' ;;\n\tesac\n", str_text(&verbs));
	printf("\t[[ -n $part ]] && words=\n\tcase \"$verb $part\" in\n");
	print_words();
	printf("\tesac\n\t[[ $cur == -* ]] && words=$options\n"
	       "\tcase ${COMP_WORDS[COMP_CWORD - 1]} in\n");
	print_values();
	printf("\tesac\n"
	       "\tCOMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
	       "}\n"
	       "complete -o default -F _frontdesk frontdesk\n");
	str_release(&verbs);
	str_release(&options);
	return ERR_OK;
}
