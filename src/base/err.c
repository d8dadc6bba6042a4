#include <frontdesk/err.h>

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { MESSAGE_MAX = 1000, CHAR_MAX_BYTES = 4 };

static _Thread_local char message[MESSAGE_MAX + 1];

void
err_record(const char *fmt, ...)
{
	/* Formatted aside, because the last message may be among the arguments. */
	char full[MESSAGE_MAX + CHAR_MAX_BYTES + 1] = "";
	size_t n;
	va_list ap;

	va_start(ap, fmt);
	(void)vsnprintf(full, sizeof(full), fmt, ap);
	va_end(ap);
	n = strlen(full);
	if (n > MESSAGE_MAX) {
		n = MESSAGE_MAX;
		while (n > 0 && ((unsigned char)full[n] & 0xC0) == 0x80)
			n--;
	}
	memcpy(message, full, n);
	message[n] = '\0';
}

const char *
err_message(void)
{
	return message;
}

const char *
err_meaning(enum err code)
{
	switch (code) {
#define X(id, status, text) \
	case ERR_##id: \
		return text;
		ERR_LIST(X)
#undef X
	}
	return "";
}
