/* First names that are often the same person: Tom and Thomas. */
#ifndef MODEL_NICKNAME_H
#define MODEL_NICKNAME_H

#include <stdbool.h>

/* Both are search keys (text_fold). */
bool nickname_of(const char *a, const char *b);

#endif
