#include "nickname.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

/*
 * A row: one name and what people who bear it are called. Beginnings (Sam, Samuel) need no row.
 * One text, because thousands of clients are asked for their names at once.
 */
static const char rows[] = " alexander alexandra alex sandy sasha xander \n"
			   " alfred fred freddie \n"
			   " andrew andy drew \n"
			   " anthony tony \n"
			   " barbara barb babs \n"
			   " catherine katherine kathryn cathy kathy kate katie kitty kay \n"
			   " charles charlie chuck \n"
			   " christine christina kristina chris tina chrissy \n"
			   " christopher chris kit \n"
			   " deborah debra debbie deb \n"
			   " donald don donnie \n"
			   " dorothy dot dottie dolly \n"
			   " edward ed eddie ted ned \n"
			   " eleanor ellie nell nora \n"
			   " elizabeth elisabeth liz lizzie beth betty betsy eliza lisa \n"
			   " eugene gene \n"
			   " frances fran fanny \n"
			   " francis frank \n"
			   " gerald gerard gerry jerry \n"
			   " helen nell nellie \n"
			   " henry harry hank \n"
			   " isabel isabella bella izzy \n"
			   " jacqueline jackie \n"
			   " james jim jimmy jamie \n"
			   " jennifer jen jenny \n"
			   " john jack johnny \n"
			   " joseph joe joey \n"
			   " judith judy \n"
			   " lawrence laurence larry \n"
			   " margaret maggie meg peggy greta \n"
			   " mary molly polly \n"
			   " matthew matt \n"
			   " michael mike mick mickey \n"
			   " patricia pat patty tricia trish \n"
			   " patrick pat paddy \n"
			   " rebecca becky \n"
			   " richard rick dick rich \n"
			   " robert bob bobby rob bert \n"
			   " ronald ron ronnie \n"
			   " sarah sally \n"
			   " stephen steven steve \n"
			   " susan sue susie \n"
			   " theodore ted theo \n"
			   " theresa teresa terry tess \n"
			   " thomas tom tommy \n"
			   " victoria vicky \n"
			   " virginia ginny \n"
			   " william bill billy will liam \n";

bool
nickname_of(const char *a, const char *b)
{
	char one[32], other[32];
	const char *row, *found;

	/* What is not in the rows whole is not in them cut. */
	snprintf(one, sizeof(one), " %s ", a);
	snprintf(other, sizeof(other), " %s ", b);
	for (const char *p = strstr(rows, one); p != NULL; p = strstr(p + 1, one)) {
		for (row = p; row > rows && row[-1] != '\n';)
			row--;
		found = strstr(row, other);
		if (found != NULL && found < strchr(row, '\n'))
			return true;
	}
	return false;
}
