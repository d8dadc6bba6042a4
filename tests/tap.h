/*
 * The Test Anything Protocol for C tests. Every check is an assertion line; done() prints the plan
 * and is main's return value. A test that cannot run says skip_all() with the reason.
 */
#ifndef TAP_H
#define TAP_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int tap_count, tap_bad;

#define ok(condition, ...) \
	do { \
		int tap_pass = !!(condition); \
		tap_bad += !tap_pass; \
		printf("%sok %d - ", tap_pass ? "" : "not ", ++tap_count); \
		printf(__VA_ARGS__); \
		putchar('\n'); \
		if (!tap_pass) \
			printf("# %s:%d: %s\n", __FILE__, __LINE__, #condition); \
	} while (0)

#define is_str(got, want, ...) \
	do { \
		const char *tap_got = (got), *tap_want = (want); \
		int tap_eq = \
		    tap_got != NULL && tap_want != NULL && strcmp(tap_got, tap_want) == 0; \
		ok(tap_eq, __VA_ARGS__); \
		if (!tap_eq) \
			printf("#  got: %s\n# want: %s\n", tap_got ? tap_got : "(null)", \
			    tap_want ? tap_want : "(null)"); \
	} while (0)

#define is_int(got, want, ...) \
	do { \
		int64_t tap_got = (int64_t)(got), tap_want = (int64_t)(want); \
		ok(tap_got == tap_want, __VA_ARGS__); \
		if (tap_got != tap_want) \
			printf("#  got: %lld\n# want: %lld\n", (long long)tap_got, \
			    (long long)tap_want); \
	} while (0)

#define skip_all(reason) (printf("1..0 # SKIP %s\n", reason), exit(0))
#define done() (printf("1..%d\n", tap_count), tap_bad != 0)

#endif
