/*
 * Reads a page of the manual on stdin and prints it with its lists, which are made from the tables
 * (commands.def, options.def, SETTING_LIST, ERR_LIST, APPT_STATE_LIST, SIGN_LIST), so that nothing
 * of them is written twice. A line `.\" LIST name` of the page stands for a list; `.Os` gets the
 * version.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <frontdesk/appt.h>
#include <frontdesk/client.h>
#include <frontdesk/command.h>
#include <frontdesk/desk_health.h>
#include <frontdesk/desk_person.h>
#include <frontdesk/desk_practice.h>
#include <frontdesk/setting.h>
#include <frontdesk/sign.h>

static const struct command rows[] = {
#define COMMAND(id, name, where, keys, args, label, help) {name, where, keys, args, label, help},
#include <frontdesk/commands.def>
#undef COMMAND
};

static const struct option_row flags[] = {
#define OPTION(id, name, arg, letter, help) \
	{name, arg, help, letter, OPTION_##id <= OPTION_VERSION},
#include <frontdesk/options.def>
#undef OPTION
};

static const struct setting_row settings[] = {
#define X(id, key, label, kind, choices, fallback, help) \
	{key, label, choices, fallback, help, SETTING_##kind},
    SETTING_LIST(X)
#undef X
};

/* The FIELD=VALUE words of one kind of record. */
struct field {
	const char *name, *help;
};
#define X(name, label, help) {#name, help},
static const struct field therapist_fields[] = {THERAPIST_FIELD_LIST(X){NULL, NULL}};
static const struct field room_fields[] = {ROOM_FIELD_LIST(X){NULL, NULL}};
static const struct field service_fields[] = {SERVICE_FIELD_LIST(X){NULL, NULL}};
static const struct field person_fields[] = {PERSON_FIELD_LIST(X){NULL, NULL}};
static const struct field client_fields[] = {CLIENT_TEXT_LIST(X) CLIENT_OTHER_LIST(X){NULL, NULL}};
static const struct field vocabulary_fields[] = {VOCABULARY_FIELD_LIST(X){NULL, NULL}};
static const struct field flag_fields[] = {FLAG_FIELD_LIST(X){NULL, NULL}};
static const struct field clearance_fields[] = {CLEARANCE_FIELD_LIST(X){NULL, NULL}};
static const struct field consent_fields[] = {CONSENT_FIELD_LIST(X){NULL, NULL}};
#undef X
#define X(id, word, kind, choices, section, label) {word, label},
static const struct field intake_fields[] = {INTAKE_FIELD_LIST(X){NULL, NULL}};
#undef X
#define X(id, word, label) {word, label},
static const struct field visit_fields[] = {VISIT_FIELD_LIST(X){NULL, NULL}};
#undef X
#define X(id, word, help) {word, help},
static const struct field kinds[] = {VOCABULARY_LIST(X){"flag", FLAGS_ARE}, {NULL, NULL}};
#undef X

static const struct {
	int status;
	const char *text;
} statuses[] = {
#define X(id, status, text) {status, text},
    ERR_LIST(X)
#undef X
};

/* What the characters of the day's grid say. */
static const struct {
	const char *text;
	char sign[8];
	const char *ascii; /* NULL: the same */
} signs[] = {
#define X(id, character, word, holds, title) {.text = title, .sign = {character}},
    APPT_STATE_LIST(X)
#undef X
#define X(id, utf8, ascii, text) {text, utf8, ascii},
	SIGN_LIST(X)
#undef X
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* n bytes of text that say nothing to roff: neither a macro, nor an escape, nor a delimiter. */
static void
plain(const char *s, size_t n)
{
	fputs("\\&", stdout);
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '\\')
			fputs("\\e", stdout);
		else if (s[i] == '"')
			fputs("\\(dq", stdout);
		else if (s[i] == '-')
			fputs("\\-", stdout);
		else
			putchar(s[i]);
	}
}

/* One quoted argument of a macro. */
static void
argument(const char *s, size_t n)
{
	fputs(" \"", stdout);
	plain(s, n);
	putchar('"');
}

/* A line of running text; help texts are written without a final stop. */
static void
sentence(const char *s)
{
	plain(s, strlen(s));
	puts(".");
}

static void
list_commands(unsigned where)
{
	puts(".Bl -tag -width Ds");
	for (size_t i = 0; i < COUNT(rows); i++) {
		if ((rows[i].where & where) == 0)
			continue;
		fputs(".It Ic", stdout);
		argument(rows[i].name, strlen(rows[i].name));
		if (rows[i].args[0] != '\0') {
			fputs(" No", stdout);
			argument(rows[i].args, strlen(rows[i].args));
		}
		putchar('\n');
		sentence(rows[i].help);
	}
	puts(".El");
}

static void
list_keys(unsigned where)
{
	puts(".Bl -tag -width Backspace");
	for (size_t i = 0; i < COUNT(rows); i++) {
		if (!command_listed(rows[i].where, where))
			continue;
		fputs(".It Ic", stdout);
		if (rows[i].keys[0] == '\0') /* by its name alone */
			fputs(" \\&:", stdout);
		for (const char *key = rows[i].keys; *key != '\0'; key += strspn(key, " ")) {
			argument(key, strcspn(key, " "));
			key += strcspn(key, " ");
		}
		putchar('\n');
		sentence(rows[i].help);
		fputs(".Pq", stdout);
		argument(rows[i].name, strlen(rows[i].name));
		putchar('\n');
	}
	puts(".El");
}

static void
list_options(bool global)
{
	puts(".Bl -tag -width Ds");
	for (size_t i = 0; i < COUNT(flags); i++) {
		if (flags[i].global != global)
			continue;
		fputs(".It", stdout);
		if (flags[i].letter != '\0')
			printf(" Fl %c ,", flags[i].letter);
		fputs(" Fl", stdout);
		printf(" \\-%s", flags[i].name);
		if (flags[i].arg[0] == '[') {
			fputs(" Ns Oo = Ns Ar", stdout);
			argument(flags[i].arg + 1, strcspn(flags[i].arg + 1, "]"));
			fputs(" Oc", stdout);
		} else if (flags[i].arg[0] != '\0') {
			fputs(" Ar", stdout);
			argument(flags[i].arg, strlen(flags[i].arg));
		}
		putchar('\n');
		sentence(flags[i].help);
	}
	puts(".El");
}

static void
list_settings(void)
{
	puts(".Bl -tag -width Ds");
	for (size_t i = 0; i < COUNT(settings); i++) {
		fputs(".It Ic", stdout);
		argument(settings[i].key, strlen(settings[i].key));
		putchar('\n');
		sentence(settings[i].help);
		if (settings[i].choices[0] != '\0') {
			fputs("One of: ", stdout);
			sentence(settings[i].choices);
		}
		if (settings[i].fallback[0] != '\0' && settings[i].kind != SETTING_LINES) {
			fputs("At first: ", stdout);
			sentence(settings[i].fallback);
		}
	}
	puts(".El");
}

/* A subsection for each mode of the screens. */
static void
list_modes(void)
{
	static const struct {
		unsigned where;
		const char *title;
	} modes[] = {
		{IN_PLACES, "On every screen"},
#define X(id, bit, title) {IN_##id, title},
		MODE_LIST(X)
#undef X
	};

	for (size_t i = 0; i < COUNT(modes); i++) {
		bool any = false;

		for (size_t k = 0; k < COUNT(rows); k++)
			any = any || command_listed(rows[k].where, modes[i].where);
		if (!any)
			continue;
		printf(".Ss \\&%s\n", modes[i].title);
		list_keys(modes[i].where);
	}
}

static void
list_fields(const struct field *f)
{
	puts(".Bl -tag -width description -compact");
	for (; f->name != NULL; f++) {
		fputs(".It Ic", stdout);
		argument(f->name, strlen(f->name));
		putchar('\n');
		sentence(f->help);
	}
	puts(".El");
}

static void
list_signs(void)
{
	puts(".Bl -tag -width Ds -compact");
	for (size_t i = 0; i < COUNT(signs); i++) {
		const char *sign = signs[i].sign;

		fputs(".It Ic", stdout);
		argument(sign, strlen(sign));
		if (signs[i].ascii != NULL && strcmp(sign, signs[i].ascii) != 0) {
			fputs(" No or Ic", stdout);
			argument(signs[i].ascii, strlen(signs[i].ascii));
		}
		putchar('\n');
		sentence(signs[i].text);
	}
	puts(".El");
}

static void
list_statuses(void)
{
	puts(".Bl -tag -width Ds");
	for (size_t i = 0; i < COUNT(statuses); i++) {
		printf(".It %d\n", statuses[i].status);
		sentence(statuses[i].text);
	}
	puts(".El");
}

/* Each prints the list of that name; false: there is none. */
static bool
list_of_fields(const char *name)
{
	static const struct {
		const char *name;
		const struct field *fields;
	} records[] = {
	    {"fields therapist", therapist_fields},
	    {"fields intake", intake_fields},
	    {"fields visit", visit_fields},
	    {"fields clearance", clearance_fields},
	    {"fields consent", consent_fields},
	    {"fields room", room_fields},
	    {"fields service", service_fields},
	    {"fields person", person_fields},
	    {"fields client", client_fields},
	    {"fields word", vocabulary_fields},
	    {"fields flag", flag_fields},
	    {"kinds", kinds},
	};

	for (size_t i = 0; i < COUNT(records); i++) {
		if (strcmp(name, records[i].name) == 0) {
			list_fields(records[i].fields);
			return true;
		}
	}
	return false;
}

static bool
list(const char *name)
{
	if (strcmp(name, "keys") == 0)
		list_modes();
	else if (strcmp(name, "commands") == 0)
		list_commands(IN_CLI);
	else if (strcmp(name, "global options") == 0)
		list_options(true);
	else if (strcmp(name, "options") == 0)
		list_options(false);
	else if (strcmp(name, "settings") == 0)
		list_settings();
	else if (strcmp(name, "signs") == 0)
		list_signs();
	else if (strcmp(name, "statuses") == 0)
		list_statuses();
	else
		return list_of_fields(name);
	return true;
}

int
main(void)
{
	static const char mark[] = ".\\\" LIST ";
	char line[1000];

	while (fgets(line, sizeof(line), stdin) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		if (strcmp(line, ".Os") == 0) {
			puts(".Os frontdesk " VERSION);
		} else if (strncmp(line, mark, sizeof(mark) - 1) != 0) {
			puts(line);
		} else if (!list(line + sizeof(mark) - 1)) {
			fprintf(
			    stderr, "manual: there is no list \"%s\"\n", line + sizeof(mark) - 1);
			return EXIT_FAILURE;
		}
	}
	return fflush(stdout) == 0 && !ferror(stdout) && !ferror(stdin) ? EXIT_SUCCESS
									: EXIT_FAILURE;
}
