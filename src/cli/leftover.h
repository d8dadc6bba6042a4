/*
 * What must not be left behind when the program is stopped (Ctrl-C, a hang-up, SIGTERM) while a
 * file is written beside its place: that file, what it is called once it is whole, and the folder
 * made for it.
 */
#ifndef CLI_LEFTOVER_H
#define CLI_LEFTOVER_H

/*
 * Before they are made. The texts stay the caller's, valid until leftover_none(); each may be NULL.
 */
void leftover_set(const char *file, const char *whole, const char *folder);
void leftover_none(void);

#endif
