/*
 * UTF-8 text: validity, width on a terminal, cutting, cleaning, folding for search.
 * Widths are columns. The width table is made from wcwidth(3) by src/gen/width.c, because that
 * is what curses believes; everything else about Unicode comes from utf8proc.
 */
#ifndef FRONTDESK_TEXT_H
#define FRONTDESK_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <frontdesk/str.h>

/*
 * Reads one code point of s (n > 0 bytes left) into *cp and returns how many bytes it took.
 * A bad byte gives U+FFFD and takes one byte.
 */
size_t text_decode(const char *s, size_t n, uint32_t *cp);
void text_encode(struct str *out, uint32_t cp);
bool text_valid(const char *s, size_t n);

/* 0, 1 or 2; -1 for control characters and code points not assigned. */
int codepoint_width(uint32_t cp);
/* Columns of the text, code points of width -1 counted as one (they are drawn as U+FFFD). */
int text_width(const char *s);
/*
 * How many leading bytes of s fit into columns, never cutting a cluster; *used (may be NULL) =
 * their width.
 */
size_t text_fit(const char *s, int columns, int *used);

enum text_align { TEXT_LEFT, TEXT_RIGHT };
/* Adds s padded to exactly columns; longer text is cut and ends in "…". columns >= 1. */
void text_pad(struct str *out, const char *s, int columns, enum text_align align);

/*
 * Adds s without control characters (C0, C1, DEL) and without bidirectional controls and the
 * byte order mark; bad bytes become U+FFFD. TEXT_LINE turns newlines and tabs into a space;
 * TEXT_LINES keeps newlines (CRLF and CR become LF). Leading and trailing blanks are dropped.
 * Returns whether anything but blanks or line ends was taken out or replaced.
 */
enum text_lines { TEXT_LINE, TEXT_LINES };
bool text_clean(struct str *out, const char *s, size_t n, enum text_lines lines);

/*
 * The search key: compatibility-decomposed, case-folded, without marks, apostrophes and hyphens;
 * ß ø ł đ þ æ œ ı in plain letters; other blanks and punctuation become one space.
 * TEXT_FOLD_DIGRAPH first writes ä ö ü å as ae oe ue aa (the second key of screens.md,
 * "Looking up a client"), so that "mueller" finds Müller.
 */
enum text_fold { TEXT_FOLD_PLAIN, TEXT_FOLD_DIGRAPH };
void text_fold(struct str *out, const char *s, enum text_fold how);
/* Whether two texts have the same plain search key. */
bool text_same(const char *a, const char *b);
/* Whether the plain search key of s begins with that of prefix; an empty prefix fits nothing. */
bool text_begins(const char *s, const char *prefix);

/* How many code points. */
size_t text_letters(const char *s);
/*
 * Edit distance in code points (insert, delete, replace, swap of neighbours); limit + 1 when larger
 * than limit, which is >= 0.
 */
int text_distance(const char *a, const char *b, int limit);

/* The byte offset of the next or previous grapheme cluster; stays within 0..strlen(s). */
size_t text_next(const char *s, size_t at);
size_t text_prev(const char *s, size_t at);

#endif
