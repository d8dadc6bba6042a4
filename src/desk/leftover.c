#include <frontdesk/safe_file.h>

#include <signal.h>
#include <stddef.h>
#include <unistd.h>

static const char *volatile left_file, *volatile left_whole, *volatile left_folder;

static void
on_stop(int signal_number)
{
	if (left_file != NULL)
		unlink(left_file);
	if (left_whole != NULL)
		unlink(left_whole);
	if (left_folder != NULL)
		rmdir(left_folder);
	raise(signal_number); /* SA_RESETHAND: now it ends the program */
}

/* One that was told to be ignored (nohup) stays ignored. */
static void catch (int signal_number)
{
	struct sigaction now, stop = {.sa_handler = on_stop, .sa_flags = (int)SA_RESETHAND};

	if (sigaction(signal_number, NULL, &now) == 0 && now.sa_handler == SIG_DFL)
		sigaction(signal_number, &stop, NULL);
}

void
leftover_set(const char *file, const char *whole, const char *folder)
{
	left_file = file;
	left_whole = whole;
	left_folder = folder;
	catch (SIGINT);
	catch (SIGTERM);
	catch (SIGHUP);
	catch (SIGPIPE);
}

void
leftover_none(void)
{
	left_file = left_whole = left_folder = NULL;
}
