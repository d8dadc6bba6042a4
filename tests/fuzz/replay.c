/*
 * Runs a fuzzer over its corpus without libFuzzer: tests/fuzz/NAME_fuzz.c is linked with this file
 * and reads every file of tests/fuzz/corpus/NAME/. A fault ends the program, and so fails the test.
 */
#include <dirent.h>
#include <stdint.h>

#include "../tap.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The file's bytes, in memory of exactly their size, so that a sanitizer sees one byte too many. */
static uint8_t *
read_file(const char *path, size_t *size)
{
	FILE *f = fopen(path, "rb");
	uint8_t *bytes = NULL;
	long length;

	if (f == NULL)
		return NULL;
	if (fseek(f, 0, SEEK_END) == 0 && (length = ftell(f)) >= 0) {
		rewind(f);
		*size = (size_t)length;
		bytes = malloc(*size);
		if (bytes != NULL && fread(bytes, 1, *size, f) != *size) {
			free(bytes);
			bytes = NULL;
		}
	}
	fclose(f);
	return bytes;
}

static void
replay(const char *path)
{
	size_t size = 0;
	uint8_t *bytes = read_file(path, &size);

	if (bytes != NULL)
		(void)LLVMFuzzerTestOneInput(bytes, size);
	ok(bytes != NULL, "%s", path);
	fflush(stdout);
	free(bytes);
}

int
main(int argc, char **argv)
{
	const char *slash = strrchr(argv[0], '/');
	const char *name = slash == NULL ? argv[0] : slash + 1;
	const char *end = strstr(name, "_fuzz");
	struct dirent **files = NULL;
	char folder[256], path[512];
	int n;

	(void)argc;
	(void)snprintf(folder, sizeof(folder), "tests/fuzz/corpus/%.*s",
	    end == NULL ? (int)strlen(name) : (int)(end - name), name);
	n = scandir(folder, &files, NULL, alphasort);
	ok(n > 2, "%s holds something", folder);
	for (int i = 0; i < n; i++) {
		(void)snprintf(path, sizeof(path), "%s/%s", folder, files[i]->d_name);
		if (files[i]->d_name[0] != '.')
			replay(path);
		free(files[i]);
	}
	free(files);
	return done();
}
