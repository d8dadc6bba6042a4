/*
 * measure RUNS [-a FILE] COMMAND...: runs the command so often, its output thrown away, and prints
 * the median of the milliseconds and the largest memory in KiB, TAB separated. With -a each run
 * takes the next line of FILE as one more argument. A run that fails fails the measure.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { RUNS_MAX = 1000, WORDS_MAX = 100, LINE_SIZE = 1000 };

static double
now_ms(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static _Noreturn void
become(char *const *argv)
{
	int null = open("/dev/null", O_RDWR);

	if (null >= 0) {
		(void)dup2(null, STDIN_FILENO);
		(void)dup2(null, STDOUT_FILENO);
	}
	(void)execvp(argv[0], argv);
	perror(argv[0]);
	_exit(127);
}

/* One run: its time, and its memory when that is more than *peak; false: it failed. */
static int
run(char *const *argv, double *ms, long *peak)
{
	double from = now_ms();
	struct rusage used;
	int status = 0;
	pid_t pid = fork();

	if (pid == 0)
		become(argv);
	if (pid < 0 || wait4(pid, &status, 0, &used) != pid)
		return 0;
	*ms = now_ms() - from;
	if (used.ru_maxrss > *peak)
		*peak = used.ru_maxrss;
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static int
by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

int
main(int argc, char **argv)
{
	static double ms[RUNS_MAX];
	char *words[WORDS_MAX + 2], line[LINE_SIZE];
	int n = argc > 2 ? (int)strtol(argv[1], NULL, 10) : 0, first = 2, count = 0;
	FILE *more = NULL;
	long peak = 0;

	if (argc > 5 && strcmp(argv[2], "-a") == 0) {
		more = fopen(argv[3], "r");
		first = 4;
	}
	if (n < 1 || n > RUNS_MAX || argc - first > WORDS_MAX || (first == 4 && more == NULL)) {
		fputs("usage: measure RUNS [-a FILE] COMMAND...\n", stderr);
		return EXIT_FAILURE;
	}
	while (first + count < argc) {
		words[count] = argv[first + count];
		count++;
	}
	words[count] = words[count + 1] = NULL;
	for (int i = 0; i < n; i++) {
		if (more != NULL && fgets(line, sizeof(line), more) == NULL)
			return EXIT_FAILURE;
		if (more != NULL) {
			line[strcspn(line, "\n")] = '\0';
			words[count] = line;
		}
		if (!run(words, &ms[i], &peak))
			return EXIT_FAILURE;
	}
	if (more != NULL)
		fclose(more);
	qsort(ms, (size_t)n, sizeof(ms[0]), by_size);
	printf("%.1f\t%ld\n", ms[n / 2], peak);
	return EXIT_SUCCESS;
}
