/* Errors: codes, sentences, and where a long sentence is cut. */
#include <frontdesk/err.h>
#include <frontdesk/str.h>

#include "../tap.h"

/* An error with n letters and then an ö, which is two bytes. */
static size_t
cut_length(int letters)
{
	struct str s = {0};

	for (int i = 0; i < letters; i++)
		str_addc(&s, 'a');
	str_add(&s, "öb");
	(void)err_set(ERR_FAILED, "%s", str_text(&s));
	str_release(&s);
	return strlen(err_message());
}

int
main(void)
{
	is_str(err_message(), "", "no sentence at first");
	is_int(err_set(ERR_NOT_FOUND, "no client #%d", 231), ERR_NOT_FOUND, "gives the code back");
	is_str(err_message(), "no client #231", "keeps the sentence");
	is_int(err_set(ERR_FAILED, "restore: %s", err_message()), ERR_FAILED, "a longer sentence");
	is_str(err_message(), "restore: no client #231", "may hold the last one");
	is_int(cut_length(997), 1000, "1,000 bytes fit");
	is_int(cut_length(998), 1000, "a character that ends at 1,000 stays");
	is_int(cut_length(999), 999, "a character across the end is dropped");
	is_int(cut_length(1000), 1000, "one beyond it, too");
	is_int(cut_length(5000), 1000, "a very long sentence is cut");
	is_str(err_meaning(ERR_OK), "Done", "a meaning");
#define X(id, status, text) \
	is_int(ERR_##id, status, #id " is exit status " #status); \
	is_str(err_meaning(ERR_##id), text, #id " means what the list says");
	ERR_LIST(X)
#undef X
	return done();
}
