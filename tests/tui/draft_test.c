/* Drafts: files that outlive the desk, belong to one practice, and to one desk at a time. */
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "../../src/tui/draft.h"
#include "../tap.h"

struct found {
	struct str texts; /* "one|two|" */
	bool throw_away;
};

static void
keep(void *arg, struct draft *d)
{
	struct found *f = arg;

	str_addf(&f->texts, "%s|", str_text(&d->text));
	if (f->throw_away)
		draft_remove(d);
	else
		draft_close(d);
}

static void
is_found(const struct draft_place *p, int64_t later, const char *want, const char *what)
{
	struct found f = {0};

	drafts_find(p, time(NULL) + later, keep, &f);
	is_str(str_text(&f.texts), want, "%s", what);
	str_release(&f.texts);
}

static void
set_age(const struct draft *d, time_t ago)
{
	const struct timespec t[2] = {{.tv_sec = time(NULL) - ago}, {.tv_sec = time(NULL) - ago}};

	utimensat(AT_FDCWD, d->path, t, 0);
}

int
main(void)
{
	char root[] = "/tmp/frontdesk-draft-XXXXXX", folder[64], pipe[80];
	const struct draft_place here = {folder, "/a/practice.db"}, other = {folder, "/b.db"},
				 nowhere = {NULL, "/a/practice.db"};
	struct draft a = {0}, b = {0};
	struct found all = {.throw_away = true};
	struct stat st;

	if (mkdtemp(root) == NULL)
		return 1;
	snprintf(folder, sizeof(folder), "%s/state/drafts", root);
	is_found(&here, 0, "", "no folder, no drafts");
	is_int(draft_write(&a, &nowhere, "lost\n"), ERR_OK, "nowhere to keep it");
	ok(a.path == NULL, "then there is no file");
	is_int(draft_write(&a, &here, "smith\n"), ERR_OK, "the folders are made");
	ok(stat(a.path, &st) == 0 && (st.st_mode & 0777) == 0600, "nobody else reads it");
	is_found(&here, 0, "", "a desk has it open");
	is_int(draft_write(&a, &here, "smith dt60, a long line\n"), ERR_OK, "more is typed");
	is_int(draft_write(&a, &here, "smi\n"), ERR_OK, "and taken out again");
	set_age(&a, 60);
	draft_close(&a);
	is_found(&other, 0, "", "of another practice");
	is_found(&here, 0, "smi\n|", "the desk has gone: what was typed last");
	is_int(draft_write(&b, &here, "young\n"), ERR_OK, "a second one");
	draft_close(&b);
	is_found(&here, 0, "smi\n|young\n|", "the oldest first");
	is_found(&here, DRAFT_DAYS * 86400 - 30, "young\n|", "seven days");
	is_int(draft_write(&b, &here, "torn\n"), ERR_OK, "one that is");
	is_int(truncate(b.path, 30), 0, "torn");
	draft_close(&b);
	is_found(&here, 0, "young\n|", "is not offered");
	snprintf(pipe, sizeof(pipe), "%s/a-pipe", folder);
	is_int(mkfifo(pipe, 0600), 0, "a pipe among them");
	is_found(&here, 0, "young\n|", "is not waited for");
	unlink(pipe);
	drafts_find(&here, time(NULL), keep, &all);
	str_release(&all.texts);
	is_found(&here, 0, "", "thrown away");
	return done();
}
