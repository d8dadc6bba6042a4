/* completion bash: verbs, their parts and their options, made from the command table. */
#include "verbs.h"

#include <stdio.h>
#include <string.h>

#include <frontdesk/str.h>

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

enum err
verb_completion(struct request *r)
{
	struct str verbs = {0}, options = {0};

	if (strcmp(r->args.v[0], "bash") != 0)
		return err_set(ERR_USAGE, "no completion for \"%s\"; there is: bash", r->args.v[0]);
	add_verbs(&verbs, NULL);
	add_options(&options, CMD_NONE);
	printf("_frontdesk() {\n"
	       "\tlocal cur=${COMP_WORDS[COMP_CWORD]} verb= part= words= options='%s' i w\n"
	       "\tfor ((i = 1; i < COMP_CWORD; i++)); do\n"
	       "\t\tw=${COMP_WORDS[i]}\n"
	       "\t\tcase $w in\n"
	       "\t\t-f|--file|--now|--as|--format) ((i++)) ;;\n"
	       "\t\t-*) ;;\n"
	       "\t\t*) if [[ -z $verb ]]; then verb=$w; elif [[ -z $part ]]; then part=$w; fi ;;\n"
	       "\t\tesac\n"
	       "\tdone\n",
	    str_text(&options));
	printf("\tcase \"$verb $part\" in\n");
	print_cases();
	printf("\tesac\n\tcase $verb in\n");
	print_parts();
	printf("\t'') words='%s' ;;\n\tesac\n", str_text(&verbs));
	printf("\t[[ -n $part ]] && words=\n"
	       "\t[[ $cur == -* ]] && words=$options\n"
	       "\tCOMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
	       "}\n"
	       "complete -o default -F _frontdesk frontdesk\n");
	str_release(&verbs);
	str_release(&options);
	return ERR_OK;
}
