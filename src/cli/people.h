/* The lists of therapists, rooms, services and persons, or the row of one (people_list.c). */
#ifndef CLI_PEOPLE_H
#define CLI_PEOPLE_H

#include "request.h"

enum { PEOPLE_ALL = 0 };
MUST_CHECK enum err out_therapists(const struct request *r, int64_t only);
MUST_CHECK enum err out_rooms(const struct request *r, int64_t only);
MUST_CHECK enum err out_services(const struct request *r, int64_t only);
MUST_CHECK enum err out_persons(const struct request *r, int64_t only);

#endif
