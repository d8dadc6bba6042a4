/*
 * Errors: one list. The enum, its names, the exit statuses and the manual's EXIT STATUS
 * come from ERR_LIST (design: commands.md, "exit").
 *
 * A function that can fail returns enum err and is MUST_CHECK; results come back through its
 * last pointer arguments and are untouched unless it returns ERR_OK. err_set() records the
 * sentence for a person; only the faces print it. The sentence starts in lower case, has no
 * final stop and never holds health data.
 */
#ifndef FRONTDESK_ERR_H
#define FRONTDESK_ERR_H

#define ERR_LIST(X) \
	X(OK, 0, "Done") \
	X(FAILED, 1, "The program or the file system failed; the sentence says what is safe") \
	X(USAGE, 2, "Not understood: an unknown command, option, word or date; nothing touched") \
	X(NOT_FOUND, 3, "No such record, or several match; nothing to undo") \
	X(REFUSED, 4, "Refused by a rule of the practice, or not allowed for this person") \
	X(NEEDS_YES, 5, "Needs a yes: repeat with --yes and a reason") \
	X(BUSY, 6, "The file is busy, or someone else changed the record meanwhile") \
	X(DAMAGED, 7, "The file is damaged, newer than this program, or not a frontdesk file")

enum err {
#define X(id, status, text) ERR_##id = status,
	ERR_LIST(X)
#undef X
};

#define MUST_CHECK __attribute__((warn_unused_result))
#define PRINTF_LIKE(format_at, args_at) __attribute__((format(printf, format_at, args_at)))

/*
 * err_set(code, fmt, …) records the sentence (cut at 1,000 bytes, at a character) and returns the
 * code. It is a macro so that whoever reads one source, compiler or analyzer, sees what comes back.
 */
#define err_set(code, ...) (err_record(__VA_ARGS__), err_code(code))
void err_record(const char *fmt, ...) PRINTF_LIKE(1, 2);
static inline enum err
err_code(enum err code)
{
	return code;
}
/* The sentence of the last err_set() of this thread; never NULL. */
const char *err_message(void);
/* What the code means, for the manual. */
const char *err_meaning(enum err code);

#endif
