/*
 * embed migrations|seeds FILE…: prints the C source of embedded_migrations or embedded_seeds
 * (include/frontdesk/embedded.h) with the files' names and texts.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One character of a literal. Octal escapes have three digits: what follows may be a digit. */
static void
print_char(int c)
{
	if (c == '\n')
		fputs("\\n\"\n\t    \"", stdout);
	else if (c == '"' || c == '\\' || c == '?') /* two ? could begin a trigraph */
		printf("\\%c", c);
	else if (c >= ' ' && c <= '~')
		putchar(c);
	else
		printf("\\%03o", (unsigned)c);
}

static int
print_file(const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash == NULL ? path : slash + 1;
	FILE *f = fopen(path, "rb");
	int c, bad;

	if (f == NULL) {
		perror(path);
		return -1;
	}
	printf("\t{%ld, \"%s\",\n\t    \"", strtol(name, NULL, 10), name);
	while ((c = getc(f)) != EOF && c != '\0')
		print_char(c);
	puts("\"},");
	bad = c == '\0' || ferror(f);
	if (bad)
		fprintf(stderr, "embed: %s cannot be read, or holds a NUL\n", path);
	fclose(f);
	return bad ? -1 : 0;
}

int
main(int argc, char **argv)
{
	int kind_len;

	if (argc < 2 || (strcmp(argv[1], "migrations") != 0 && strcmp(argv[1], "seeds") != 0)) {
		fputs("usage: embed migrations|seeds FILE...\n", stderr);
		return EXIT_FAILURE;
	}
	printf("/* Made by src/gen/embed.c. */\n#include <frontdesk/embedded.h>\n\n");
	printf("const struct embedded embedded_%s[] = {\n", argv[1]);
	for (int i = 2; i < argc; i++) {
		if (print_file(argv[i]) != 0)
			return EXIT_FAILURE;
	}
	/* The count's name is in the singular; the end mark keeps an empty table valid C. */
	kind_len = (int)strlen(argv[1]) - 1;
	printf("\t{0, NULL, NULL},\n};\n");
	printf("const size_t embedded_%.*s_count = %d;\n", kind_len, argv[1], argc - 2);
	return fflush(stdout) == 0 && !ferror(stdout) ? EXIT_SUCCESS : EXIT_FAILURE;
}
