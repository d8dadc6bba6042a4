#include "nickname.h"

#include <stddef.h>
#include <string.h>

#include <frontdesk/mem.h>

/* A row: one name and what people who bear it are called. Beginnings (Sam, Samuel) need no row. */
static const char *const rows[] = {
    " alexander alexandra alex sandy sasha xander ",
    " alfred fred freddie ",
    " andrew andy drew ",
    " anthony tony ",
    " barbara barb babs ",
    " catherine katherine kathryn cathy kathy kate katie kitty kay ",
    " charles charlie chuck ",
    " christine christina kristina chris tina chrissy ",
    " christopher chris kit ",
    " deborah debra debbie deb ",
    " donald don donnie ",
    " dorothy dot dottie dolly ",
    " edward ed eddie ted ned ",
    " eleanor ellie nell nora ",
    " elizabeth elisabeth liz lizzie beth betty betsy eliza lisa ",
    " eugene gene ",
    " frances fran fanny ",
    " francis frank ",
    " gerald gerard gerry jerry ",
    " helen nell nellie ",
    " henry harry hank ",
    " isabel isabella bella izzy ",
    " jacqueline jackie ",
    " james jim jimmy jamie ",
    " jennifer jen jenny ",
    " john jack johnny ",
    " joseph joe joey ",
    " judith judy ",
    " lawrence laurence larry ",
    " margaret maggie meg peggy greta ",
    " mary molly polly ",
    " matthew matt ",
    " michael mike mick mickey ",
    " patricia pat patty tricia trish ",
    " patrick pat paddy ",
    " rebecca becky ",
    " richard rick dick rich ",
    " robert bob bobby rob bert ",
    " ronald ron ronnie ",
    " sarah sally ",
    " stephen steven steve ",
    " susan sue susie ",
    " theodore ted theo ",
    " theresa teresa terry tess ",
    " thomas tom tommy ",
    " victoria vicky ",
    " virginia ginny ",
    " william bill billy will liam ",
};

static bool
in_row(const char *row, const char *name)
{
	size_t n = strlen(name);

	for (const char *p = strstr(row, name); p != NULL; p = strstr(p + 1, name))
		if (p[-1] == ' ' && p[n] == ' ')
			return true;
	return false;
}

bool
nickname_of(const char *a, const char *b)
{
	if (a[0] == '\0' || b[0] == '\0')
		return false;
	for (size_t i = 0; i < array_size(rows); i++)
		if (in_row(rows[i], a) && in_row(rows[i], b))
			return true;
	return false;
}
