/* The files built into the program are the files in data/, byte for byte and in order. */
#include <stdbool.h>

#include <frontdesk/embedded.h>
#include <frontdesk/str.h>

#include "../tap.h"

static bool
is_file(const char *folder, const struct embedded *e)
{
	struct str path = {0}, text = {0};
	bool same;
	FILE *f;
	int c;

	str_addf(&path, "%s/%s", folder, e->name);
	f = fopen(str_text(&path), "rb");
	str_release(&path);
	if (f == NULL)
		return false;
	while ((c = getc(f)) != EOF)
		str_addc(&text, (char)c);
	(void)fclose(f);
	same = strcmp(e->text, str_text(&text)) == 0;
	str_release(&text);
	return same;
}

static void
test_table(const char *folder, const struct embedded *table, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		ok(is_file(folder, &table[i]), "%s/%s", folder, table[i].name);
		ok(i == 0 || strcmp(table[i - 1].name, table[i].name) < 0, "in its place");
	}
	ok(table[count].name == NULL, "%s: the end is marked", folder);
}

int
main(void)
{
	ok(embedded_migration_count > 0, "there are migrations");
	for (size_t i = 0; i < embedded_migration_count; i++)
		is_int(embedded_migrations[i].number, i + 1, "migration %zu", i + 1);
	test_table("data/schema", embedded_migrations, embedded_migration_count);
	test_table("data", embedded_seeds, embedded_seed_count);
	return done();
}
