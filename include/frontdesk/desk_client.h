/* Clients at the desk (design: desk.md 1 and 7). */
#ifndef FRONTDESK_DESK_CLIENT_H
#define FRONTDESK_DESK_CLIENT_H

#include <frontdesk/alert.h>
#include <frontdesk/client.h>
#include <frontdesk/desk.h>
#include <frontdesk/schedule.h>

/*
 * fields: "first=Ada" "last=Smith" …; a word without "=" is part of the name ("Ada Smith").
 * ERR_NEEDS_YES lists look-alikes in *alike unless yes is set. *alike holds them in any case.
 */
MUST_CHECK enum err desk_client_add(struct desk *d, char *const *fields, size_t n, const char *yes,
    bool dry_run, struct client *out, struct findings *alike);
/* rev: the client as seen, ERR_BUSY when someone has changed them since; 0 = as they are now. */
MUST_CHECK enum err desk_client_edit(
    struct desk *d, int64_t id, int rev, char *const *fields, size_t n, struct client *out);
/* Archived, or back among the active ones. */
MUST_CHECK enum err desk_client_archive(
    struct desk *d, int64_t id, bool archived, struct client *out);
/* Adds when they are still expected, the next first: "Fri 27 Nov 2026 10:00, …", or nothing. */
MUST_CHECK enum err desk_client_coming(struct desk *d, int64_t id, struct str *out);
/*
 * By search words or "#231": exactly one. ERR_NOT_FOUND: none, or several; the sentence lists
 * them, or those with a similar name.
 */
MUST_CHECK enum err desk_client_one(struct desk *d, const char *words, int64_t *id);
MUST_CHECK enum err desk_client_find(
    struct desk *d, const char *words, size_t limit, struct client_hits *out);
/* store_client_only() by words; *n and *id are 0 after an error. */
MUST_CHECK enum err desk_client_only(struct desk *d, const char *words, size_t *n, int64_t *id);
/*
 * When nobody fits the words: whom a slip of the finger hides. offer adds them, "similar: #12
 * Smith, Ada b.1979 ..42; …", or nothing; none the whole sentence, with the offer. Nobody takes one
 * of them.
 */
MUST_CHECK enum err desk_client_similar(
    struct desk *d, const char *words, size_t limit, struct client_hits *out);
MUST_CHECK enum err desk_client_offer(struct desk *d, const char *words, struct str *out);
MUST_CHECK enum err desk_client_none(struct desk *d, const char *words, struct str *out);
/* Adds their usual service, as the counter may see it, and therapist: "Massage 60, Mia"; or
 * nothing. */
MUST_CHECK enum err desk_client_usual(struct desk *d, int64_t id, struct str *out);
/* Who speaks for them: "#12 Smith, Ada", or the name that was told; adds nothing when nobody does.
 */
MUST_CHECK enum err desk_client_guardian(struct desk *d, const struct client *c, struct str *out);

/*
 * Alerts. Adds one (id 0) or changes it by its rev, ERR_BUSY when someone has since; one that is
 * set to ended shows nowhere any more. ERR_USAGE: it has no text.
 */
MUST_CHECK enum err desk_alert_save(struct desk *d, struct alert *a);
/* One that stands, by its number as typed; ERR_NOT_FOUND lists those of the client. */
MUST_CHECK enum err desk_alert_one(
    struct desk *d, int64_t client_id, const char *number, struct alert *out);

#endif
