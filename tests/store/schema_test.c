/* A migration that landed never changes: files in use were made by it. New ones are added below. */
#include <sha2.h>

#include <frontdesk/embedded.h>

#include "../tap.h"

static const struct {
	const char *name, *sha256;
} landed[] = {
    {"0001-init.sql", "a37cf07aef48d8298b92cd20be9121ab0a4a3bc0045c9c34b74774f6ae99cea7"},
    {"0002-guards.sql", "eb28c92022d122061b2f22bf826db75bcd1140f05fc57593fd1f496942977a74"},
};

int
main(void)
{
	size_t n = sizeof(landed) / sizeof(landed[0]);

	is_int(embedded_migration_count, n, "each migration has its sum here");
	for (size_t i = 0; i < n && i < embedded_migration_count; i++) {
		const struct embedded *m = &embedded_migrations[i];
		char sum[SHA256_DIGEST_STRING_LENGTH];

		is_int(m->number, (int64_t)i + 1, "%s has the next number", m->name);
		is_str(m->name, landed[i].name, "it has the same name");
		(void)SHA256Data((const uint8_t *)m->text, strlen(m->text), sum);
		is_str(sum, landed[i].sha256, "and the same text");
	}
	return done();
}
