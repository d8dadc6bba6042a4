#include "secret.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

enum err
secret_read(const char *prompt, char *out, size_t size)
{
	struct termios before, quiet;
	bool asks = tcgetattr(STDIN_FILENO, &before) == 0;
	char *line;

	if (asks) {
		quiet = before;
		quiet.c_lflag &= ~(tcflag_t)ECHO;
		fputs(prompt, stderr);
		tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
	}
	setvbuf(stdin, NULL, _IONBF, 0); /* no copy of it stays behind */
	line = fgets(out, (int)size, stdin);
	if (asks) {
		tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
		fputc('\n', stderr);
	}
	if (line == NULL)
		return err_set(ERR_USAGE, "no PIN was given");
	out[strcspn(out, "\n")] = '\0';
	return ERR_OK;
}
