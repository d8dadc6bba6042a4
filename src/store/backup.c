#include "store_private.h"

enum err
copy_verified(struct store *s, const char *path, struct backup *out)
{
	(void)s;
	(void)path;
	(void)out;
	return ERR_OK;
}
